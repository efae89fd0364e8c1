import Foundation
import ITSM
import Testing

/// Documents in types and as text.
@Suite struct DocumentTests {
    @Test func everyEventOfTheJournalIsReadIntoItsTypeAndWrittenAgain() throws {
        var kinds = Set<Document.Event.Kind>()
        for line in try contents("tests/conformance/journal.jsonl").split(separator: "\n") {
            let event = try Json(String(line)).read(Document.Event.self)
            kinds.insert(event.body.kind)
            #expect(try Json(event).read(Value.self) == Json(String(line)).read(Value.self))
            #expect(try Json(event).text == line, "the keys are in order, and nothing is escaped that need not be")
        }
        #expect(kinds.count > 60)
    }

    @Test func everyRecordIsReadIntoItsTypeAndWrittenAgain() throws {
        let desk = try ServiceManagementSystem.replay(contents("tests/conformance/journal.jsonl"))
        var seen = 0
        for process in Document.ProcessName.allCases {
            for record in try desk.records(process) {
                seen += 1
                let again = try Json(record).read(Document.Record.self)
                #expect(again == record)
            }
        }
        #expect(seen > 50)
        guard case let .incident(incident) = try desk.records(.incident)[0] else {
            Issue.record("an incident is an incident")
            return
        }
        #expect(try desk.record(.incident, incident.envelope.id) == .incident(incident))
        #expect(try desk.record(.incident, "INC-none") == nil)
    }

    /// One of each kind with nothing but what it must have, and one with everything. What is written may say more: what is so by default.
    @Test func documentsOfEveryVersionAreReadIntoTheirTypes() throws {
        func all<Type: Codable & Equatable>(_ file: String, _ type: Type.Type, at least: Int) throws {
            let lines = try contents("tests/compat/1/\(file).jsonl").split(separator: "\n")
            #expect(lines.count >= least)
            for line in lines {
                let said = try Json(String(line)).read(Value.self)
                let document = said["process"] == .null || said["body"] != .null ? said : said["record"]
                let read = try document.read(Type.self)
                let written = try Value(of: read)
                if !holds(document.withoutEmpty, written) { Issue.record("\(file)\n  expected \(document)\n  found    \(written)") }
                #expect(try written.read(Type.self) == read)
            }
        }
        try all("commands", Document.Command.self, at: 500)
        try all("events", Document.Event.self, at: 900)
        try all("records", Document.Record.self, at: 50)
        try all("contexts", Document.ContextDocument.self, at: 5)
        try all("policies", Document.PublishedPolicy.self, at: 5)
    }

    /// What is folded from typed events is what is folded from the lines.
    @Test func typedEventsFoldToTheSameState() throws {
        let lines = try contents("tests/conformance/journal.jsonl")
        let typed = try lines.split(separator: "\n").map { try Json(Json(String($0)).read(Document.Event.self)).text }
        let desk = try ServiceManagementSystem.replay(typed.joined(separator: "\n"))
        #expect(try desk.digest == ServiceManagementSystem.replay(lines).digest)
    }

    @Test func fieldsOfALaterVersionArePassedOverInEvents() throws {
        let line = try #require(try contents("tests/conformance/journal.jsonl").split(separator: "\n").first)
        let later = line.replacing("\"index\":", with: "\"later\":{\"a\":[1]},\"index\":", maxReplacements: 1)
            .replacing("\"version\":1}", with: "\"version\":1,\"mood\":\"good\"}")
        #expect(later != line)
        #expect(try Json(String(later)).read(Document.Event.self) == Json(String(line)).read(Document.Event.self))
    }

    @Test func whatIsAbsentHasItsMeaning() throws {
        let rule = try Json("{\"threshold\":{\"percent\":60}}").read(Document.ApprovalRule.self)
        #expect(rule == .init(threshold: .percent(60)))
        #expect((rule.quorum, rule.vetoRoles, rule.validForSeconds) == (0, [], nil))
        let calendar = try Json("{\"zone\":\"UTC\",\"week\":{}}").read(Document.CalendarDocument.self)
        #expect(calendar.holidays.isEmpty && calendar.covers == nil)
        #expect(try Json(calendar).text == "{\"week\":{},\"zone\":\"UTC\"}")
    }

    @Test func whatTheTypesWriteTheLibraryReads() throws {
        var written = office
        written.covers = .init(first: "2026-01-01", last: "2026-12-31")
        written.yearlyHolidays = [.named(date: "12-25", name: "Christmas")]
        #expect(try BusinessCalendar(written).document == written)
        for preset in ["servicenow", "otrs", "glpi", "itop", "iso"] {
            let matrix = try PriorityMatrix.preset(preset).document
            #expect(try PriorityMatrix(matrix).document == matrix)
        }
    }

    @Test func datesAreFlooredToWholeSeconds() throws {
        let second = try at("2026-11-23T08:00:00Z")
        for late in [0.0, 0.25, 0.999] {
            #expect(try Json([second + late]).text == "[\"2026-11-23T08:00:00Z\"]")
        }
        #expect(try Json([second - 0.001]).text == "[\"2026-11-23T07:59:59Z\"]")
        let calendar = try BusinessCalendar(office)
        #expect(try calendar.add(second + 0.9, seconds: 0) == second)
        #expect(try calendar.addMany([second + 0.9], seconds: 60) == [calendar.add(second, seconds: 60)])
    }

    @Test func whatIsNoInstantIsRefusedWithItsPlace() throws {
        let calendar = try BusinessCalendar(office)
        for none in [Double.nan, .infinity, -.infinity] {
            let date = Date(timeIntervalSince1970: none)
            #expect(failure { _ = try calendar.isOpen(date) }?.code == "value.instant")
            var wrong = try context(.sd)
            wrong.now = date
            let said = failure { try desk().execute(.init(.incidentLog(log())), in: wrong) }
            #expect((said?.code, said?.path) == ("value.instant", "now"))
        }
        for far in [-1.0, 1e12, 1e300, -1e300] {
            #expect(failure { _ = try calendar.isOpen(Date(timeIntervalSince1970: far)) }?.code == "calendar.out_of_range")
        }
        let many = failure { _ = try calendar.addMany([Date(), Date(timeIntervalSince1970: .nan)], seconds: 60) }
        #expect((many?.code, many?.path) == ("value.instant", "[1]"))
        #expect(failure { _ = try Json("[\"2026-02-30T00:00:00Z\"]").read([Date].self) }?.path == "[0]")
    }

    @Test func codesAndSchemaAreTheCommittedOnes() throws {
        let codes = try Json(contents("schema/codes.json")).read(Value.self)["codes"]
        #expect(try Value(of: Library.codes) == codes)
        #expect(try Library.schema.text == contents("schema/itsm.schema.json"))
        #expect(try Library.version.split(separator: ".").count == 3)
    }
}

extension Value {
    /// Without members that hold nothing: what is empty and what is absent mean the same.
    fileprivate var withoutEmpty: Value {
        switch self {
        case let .object(members): .object(members.filter { $1 != [:] }.mapValues(\.withoutEmpty))
        case let .list(list): .list(list.map(\.withoutEmpty))
        default: self
        }
    }
}
