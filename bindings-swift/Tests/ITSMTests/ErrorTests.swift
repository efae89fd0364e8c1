import Foundation
import Testing

@testable import ITSM

/// What goes wrong, and hostile documents.
@Suite struct ErrorTests {
    @Test func aPanicIsAnOrdinaryError() throws {
        let calendar = try BusinessCalendar(office)
        for _ in 0..<3 {
            guard case let .internal(failure)? = caught({ try Library.panicForTest() }) else {
                Issue.record("a panic is thrown")
                return
            }
            #expect(failure.code == "internal.panic" && failure.message == "asked for by a test")
        }
        #expect(try calendar.isOpen(at("2026-11-23T02:00:00Z")))
    }

    @Test func aRefusalSaysEverythingThatIsMissing() throws {
        let desk = try desk()
        let id = try #require(try desk.execute(.init(.incidentLog(log())), in: context(.sd)).first?.record)
        let before = try desk.digest
        let close = Document.Command(.incidentClose(.init(code: "done", categoryVerified: true)), record: id)
        guard case let .refused(failure)? = caught({ try desk.execute(close, in: context(.sd)) }) else {
            Issue.record("a guard refuses")
            return
        }
        #expect((failure.code, failure.kind, failure.retry) == ("incident.close", .refused, .afterChange))
        #expect(failure.guard?.hasPrefix("T-INC-") == true && failure.messageZh != nil)
        #expect(try #require(failure.refusal).missing.isEmpty == false && failure.refusal?.legal.isEmpty == false)
        #expect(try desk.digest == before, "it changed nothing")
    }

    @Test func everyKindIsACaseOfItsOwn() throws {
        let desk = try desk()
        let plan = try desk.plan(.init(.incidentLog(log())), in: context(.sd))
        try desk.execute(.init(.incidentLog(log())), in: context(.sd))
        guard case .conflict? = caught({ try desk.confirm(plan) }) else { Issue.record("conflict"); return }
        guard case .missing? = caught({ try ServiceManagementSystem().execute(.init(.incidentLog(log())), in: context(.sd)) })
        else { Issue.record("missing"); return }
        guard case .limit? = caught({ _ = try register().rootCandidates([.init(item: "mail")], budget: 0) })
        else { Issue.record("limit"); return }
        guard case let .missing(folder)? = caught({ _ = try ServiceManagementSystem.open("no folder/desk.db") })
        else { Issue.record("missing"); return }
        #expect(folder.code == "store.cannot_open")
        guard case let .invalid(failure)? = caught({ _ = try register().impactOf([.init(item: "vn")]) })
        else { Issue.record("invalid"); return }
        #expect(failure.code == "cmdb.unknown_items")
        #expect(caught { _ = try register().rootCandidates([], budget: -1) }?.failure.path == "budget")
        #expect(Set(Document.FailureKind.allCases.map { ItsmError(.init(code: "c", kind: $0, message: "m", retry: .never)) }.map(\.kind))
            == Set(Document.FailureKind.allCases))
    }

    @Test func hostileDocumentsAreRefusedByTheLibraryWithTheirPath() throws {
        let desk = try desk()
        let who = try Json(context(.sd))
        let deep = String(repeating: "[", count: 100_000)
        let long = String(repeating: "a", count: 300 * 1024)
        for (command, code, path) in [
            (#"{"kind": "incident.log", "body": {"chanel": "phone"}}"#, "document.shape", "body.chanel"),
            (#"{"kind": "incident.log", "kind": "incident.log", "body": {}}"#, "document.duplicate_key", "kind"),
            (#"{"kind": "incident.log", "body": {"symptom": 1.5}}"#, "document.not_an_integer", "body.symptom"),
            (#"{"kind": "incident.log", "body": \#(deep)"#, "document.too_deep", nil),
            (#"{"kind": "incident.log", "body": {"symptom": "\#(long)"}}"#, "document.too_large", nil),
            (#"{"kind": "incident.log", "body": {"symptom": "\ud800"}}"#, "document.syntax", nil),
            (#"{"kind": "incident.log", "body": {"symptom": NaN}}"#, "document.syntax", nil),
            ("", "document.syntax", nil),
            ("\u{0}", "document.syntax", nil),
            (#"{"kind": "incident.lag", "body": {}}"#, "command.unknown_kind", nil),
        ] {
            let found = failure { try desk.execute(Json(command), in: who) }
            #expect(found?.code == code, "\(command.prefix(60)): \(found.map { "\($0)" } ?? "nothing")")
            if let path { #expect(found?.path == path) }
        }
        #expect(try desk.length == 3)
    }

    /// Swift's own text repairs what is no Unicode before it can reach anybody.
    @Test func brokenTextIsRepairedBeforeItIsRead() throws {
        let broken = String(decoding: [0xD800, 0x0041] as [UInt16], as: UTF16.self)
        #expect(broken == "\u{FFFD}A")
        let desk = try desk()
        var body = try log()
        body.symptom = broken
        let events = try desk.execute(.init(.incidentLog(body)), in: context(.sd))
        #expect(events.count > 0)
        #expect(try ServiceManagementSystem.replay(desk.journal).digest == desk.digest)
        #expect(failure { _ = try Lifecycle(String(decoding: [0xFF, 0xFE] as [UInt8], as: UTF8.self)) }?.code == "value.unknown")
    }

    @Test func deepAndOddTextsEndNothingOnTheirWayIntoTypes() throws {
        let deep = Json(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000))
        #expect(throws: ItsmError.self) { try deep.read(Document.Event.self) }
        #expect(failure { _ = try Json(#"{"kind": "nothing"}"#).read(Document.BallotOutcome.self) }?.path == "kind")
        #expect(failure { _ = try Json(#"{"zone": 7, "week": {}}"#).read(Document.CalendarDocument.self) }?.path == "zone")
        #expect(failure { _ = try Json(#"{"week": {}}"#).read(Document.CalendarDocument.self) }?.path == "zone")
        #expect(failure { _ = try Json(#"{}"#).read(Document.Record.self) }?.code == "document.shape")
    }

    @Test func numbersThatNoFieldHoldsAreRefused() throws {
        let matrix = try PriorityMatrix.preset("iso")
        #expect(failure { _ = try matrix.priority(impact: 256, urgency: 1) }?.path == "impact")
        #expect(failure { _ = try matrix.priority(impact: 1, urgency: .min) }?.path == "urgency")
        let calendar = try BusinessCalendar(office)
        #expect(failure { _ = try calendar.add(Date(), seconds: .max) }?.code == "calendar.never_opens")
        #expect(failure { _ = try calendar.addWorkingDays(Date(), days: -1) }?.path == "days")
        #expect(failure { _ = try desk().events(first: -1) }?.path == "first")
    }

    private func register() throws -> Cmdb {
        try Cmdb(.init(
            kinds: ["runs_on": .init(failure: .targetToSource, strength: .hard)], serviceTypes: ["service"],
            items: [.init(id: "mail", type: "service"), .init(id: "vm", type: "vm")],
            relations: [.init(from: "mail", to: "vm", kind: "runs_on")]))
    }
}

extension ItsmError {
    fileprivate var kind: Document.FailureKind { failure.kind }
}
