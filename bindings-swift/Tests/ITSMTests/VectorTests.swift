import Foundation
import ITSM
import Testing

/// The vectors in `tests/conformance`, by this package. The format stands in the README beside them.
@Suite struct VectorTests {
    private struct File: Decodable {
        struct Vector: Decodable {
            let id: String
            let rule: String
            let given: Value
            let when: Value
            let then: Value
        }
        let format: Int
        let vectors: [Vector]
    }

    /// Runs every vector of a file and names those that fail, with what was expected and what was found.
    private func run(_ name: String, least: Int, _ answer: (_ given: Value, _ when: Value) throws -> Value) throws {
        let file = try Json(contents("tests/conformance/\(name)")).read(File.self)
        #expect(file.format == 1)
        let failing = try file.vectors.compactMap { vector -> String? in
            let found: Value
            do {
                found = try answer(vector.given, vector.when)
            } catch let error as ItsmError {
                found = ["error": ["code": .text(error.failure.code), "path": .text(error.failure.path ?? "")]]
            }
            if holds(vector.then, found) { return nil }
            return "\(vector.id) \(vector.rule)\n  expected \(vector.then)\n  found    \(found)"
        }
        print("\(name): \(file.vectors.count) vectors")
        #expect(failing.isEmpty, "\(name):\n\(failing.joined(separator: "\n"))")
        #expect(file.vectors.count >= least, "\(name) has lost vectors")
    }

    @Test func calendarsAnswerAsTheVectorsSay() throws {
        try run("calendars.json", least: 36) { given, when in
            let document = given["text"].text.map(Json.init) ?? given["calendar"].json
            let calendar = try BusinessCalendar.fromJson(document, repairEndOfDay: when["repair_end_of_day"] == true)
            let date = { key in try at(try #require(when[key].text)) }
            let dated = { (at: Date?) in try Value(of: ["at": at]) }
            switch when["ask"] {
            case "compile": return [:]
            case "add":
                let boundary = try when["boundary"].read(Document.Boundary?.self) ?? .earliestInstant
                return try dated(calendar.add(date("start"), seconds: #require(when["seconds"].int), boundary: boundary))
            case "subtract": return try dated(calendar.subtract(date("end"), seconds: #require(when["seconds"].int)))
            case "between": return ["seconds": .int(try calendar.between(date("from"), date("to")))]
            case "is_open": return ["open": .bool(try calendar.isOpen(date("at")))]
            case "next_open": return try dated(calendar.nextOpen(date("at")))
            case "next_close": return try dated(calendar.nextClose(date("at")))
            case "add_working_days":
                let convention = try when["convention"].read(Document.DayConvention.self)
                return try dated(
                    calendar.addWorkingDays(date("start"), days: #require(when["days"].int), convention: convention))
            default: throw Unknown(question: when)
            }
        }
    }

    @Test func clocksStandAsTheVectorsSay() throws {
        try run("clocks.json", least: 45) { given, when in
            let book: Value = ["policies": given["policies"], "calendars": given["calendars"]]
            let desk = try SlaPolicy.fromJson(given["text"].text.map(Json.init) ?? book.json)
            if given["history"] == .null && given["clocks"] == .null { return [:] }
            let asOf = try at(try #require(when["as_of"].text))
            let stored = given["history"] == .null
            let answer = try Value(
                of: stored ? desk.observe(given["clocks"].read(), now: asOf) : desk.clocks(given["history"].read(), asOf: asOf))
            let named = answer["clocks"].list.map { ($0["metric"].text ?? "", $0) }
            return ["clocks": .object(Dictionary(uniqueKeysWithValues: named)), "next_due": answer["next_due"]]
        }
    }

    @Test func matricesAnswerAsTheVectorsSay() throws {
        try run("matrices.json", least: 16) { given, when in
            let matrix = try given["preset"].text.map(PriorityMatrix.preset) ?? .fromJson(given["matrix"].json)
            switch when["ask"] {
            case "lint": return ["findings": .list(try matrix.lint().map { .text($0.code) })]
            case "priority":
                let (impact, urgency) = (try #require(when["impact"].int), try #require(when["urgency"].int))
                return ["priority": .int(try matrix.priority(impact: impact, urgency: urgency))]
            case "table":
                let document = try matrix.document
                let row = { (impact: Document.Level) in
                    try document.urgency.levels.map { urgency in
                        Value.int(try matrix.priority(impact: impact.level, urgency: urgency.level))
                    }
                }
                return ["table": .list(try document.impact.levels.map { .list(try row($0)) })]
            default: throw Unknown(question: when)
            }
        }
    }

    @Test func failuresTravelAsTheVectorsSay() throws {
        try run("impact.json", least: 36) { given, when in
            let cmdb = try Cmdb.fromJson(given["cmdb"].json)
            let options = try when["options"].read(Document.ImpactOptions?.self) ?? .init()
            let item = Document.CiId(when["item"].text ?? "")
            let service = Document.CiId(when["service"].text ?? "")
            switch when["ask"] {
            case "impact_of": return try Value(of: cmdb.impactOf(when["sources"].read(), options: options))
            case "witnesses":
                let witnesses = try cmdb.witnesses(when["sources"].read(), items: when["items"].read(), options: options)
                return ["witnesses": try Value(of: witnesses)]
            case "depends_on": return ["neighbours": try Value(of: cmdb.dependsOn(item))]
            case "dependents": return ["neighbours": try Value(of: cmdb.dependents(item))]
            case "root_candidates":
                let roots = try cmdb.rootCandidates(when["symptoms"].read(), budget: 100_000)
                return ["first": try Value(of: try #require(roots.first))]
            case "single_points_of_failure":
                return try Value(of: cmdb.singlePointsOfFailure(service, options: options))
            case "minimal_cut_sets":
                return ["sets": try Value(of: cmdb.minimalCutSets(service, search: when["search"].read(), options: options))]
            case "availability":
                let up = try when["up_ppm"].read([Document.CiId: Int].self)
                return try Value(of: cmdb.availability(service, upPpm: up, options: options, budget: 100_000))
            default: throw Unknown(question: when)
            }
        }
    }

    @Test func approvalsEndAsTheVectorsSay() throws {
        try run("approvals.json", least: 11) { given, when in
            var outcomes: [Value] = []
            do {
                let opened = try at(try #require(given["opened_at"].text))
                var ballot = try Ballot(given["opening"].read(), now: opened)
                for vote in when["votes"].list {
                    ballot = try ballot.vote(vote.read(), now: at(try #require(vote["at"].text)))
                    outcomes.append(.text(try ballot.outcome.kind))
                }
            } catch let error as ItsmError {
                return ["outcomes": .list(outcomes), "error": ["code": .text(error.failure.code), "path": ""]]
            }
            return ["outcomes": .list(outcomes)]
        }
    }

    /// The answers were computed by another program, from RFC 9162 alone.
    @Test func proofsAreMadeAndJudgedAsTheVectorsSay() throws {
        let journal = try contents("tests/conformance/journal.jsonl")
        let (desk, lines) = (try ServiceManagementSystem.replay(journal), journal.split(separator: "\n").map(String.init))
        try run("proofs.json", least: 102) { given, when in
            let number = { key in try #require(when[key].int) }
            let (proof, text) = (when["proof"].json, given["text"].text)
            switch when["ask"] {
            case "checkpoint": return ["text": .text(try desk.checkpoint(origin: #require(when["origin"].text)))]
            case "inclusion_proof": return try Value(of: desk.inclusionProof(index: number("index"), size: number("size")))
            case "consistency_proof": return try Value(of: desk.consistencyProof(from: number("from"), to: number("to")))
            case "verify_inclusion":
                let entry = try when["entry"].int.map { lines[$0] } ?? #require(when["entry_text"].text)
                try Library.verifyInclusion(entry, by: proof, in: given["head"].json)
                return [:]
            case "verify_consistency":
                try Library.verifyConsistency(proof, from: given["old"].json, to: given["new"].json)
                return [:]
            case "read_checkpoint": return try Value(of: Library.readCheckpoint(#require(text)))
            case "read_note": return try Value(of: Library.readNote(#require(text)))
            default: throw Unknown(question: when)
            }
        }
    }

    @Test func lifecyclesAreTheExportedTables() throws {
        let expected = try Json(contents("tests/conformance/lifecycles.json")).read(Value.self)["lifecycles"]
        var moves = 0
        var found: [String: Value] = [:]
        for lifecycle in try Lifecycle.all() {
            let table = try lifecycle.table
            moves += table.count
            let steps = table.map { step -> Value in
                let from = step.from.map(Value.text) ?? .null
                return ["guard": .text(step.guard), "from": from, "command": .text(step.command), "to": .text(step.to)]
            }
            found[try lifecycle.process] = ["states": .list(try lifecycle.states.map { .text($0.code) }), "moves": .list(steps)]
            for state in [nil] + (try lifecycle.states.map(\.code)) {
                #expect(Set(try lifecycle.allowed(state)) == Set(table.filter { $0.from == state }.map(\.command)))
            }
        }
        #expect(Value.object(found) == expected)
        print("lifecycles.json: \(moves) moves")
    }

    @Test func aJournalFoldsToTheDigestThatEveryLanguageHas() throws {
        let journals = try Json(contents("tests/conformance/journals.json")).read(Value.self)["journals"].list
        var entries = 0
        for journal in journals {
            let lines = try contents("tests/conformance/\(try #require(journal["file"].text))")
            let desk = try ServiceManagementSystem.replay(lines)
            #expect(try desk.length == journal["entries"].int)
            #expect(try desk.digest == journal["digest"].text)
            let checkpoint = try Library.readCheckpoint(desk.checkpoint(origin: "example.com/desk"))
            #expect("\(checkpoint.head.root)" == journal["root"].text)
            #expect(try desk.journal == lines)
            entries += try desk.length
        }
        #expect(entries > 400)
        print("journals.json: \(entries) entries")
    }

    @Test func noFileOfVectorsIsForgotten() throws {
        let folder = house.appending(path: "tests/conformance").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        let run = [
            "approvals.json", "calendars.json", "clocks.json", "impact.json", "journals.json", "lifecycles.json", "matrices.json",
            "proofs.json",
        ]
        #expect(files.sorted() == run)
    }

    @Test func aComparisonThatExpectsSomethingElseFails() {
        #expect(holds(["a": nil, "b": [1]], ["b": [1], "c": 2]))
        for found: Value in [["a": 1, "b": [1]], ["b": [1, 2]], ["b": [2]], ["b": [true]], nil] {
            #expect(!holds(["a": nil, "b": [1]], found))
        }
    }

    struct Unknown: Error { let question: Value }
}
