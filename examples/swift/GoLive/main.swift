// May this change go live, and what would it break?
//
//     swift run GoLive

import Foundation
import ITSM

func time(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

/// Mail and the shop rest on two machines; one database server is under both.
let register = try Cmdb(
    .init(
        kinds: ["runs_on": .init(failure: .targetToSource, strength: .hard)], serviceTypes: ["service"],
        items: [
            .init(id: "mail", type: "service"), .init(id: "shop", type: "service"),
            .init(id: "vm-1", type: "vm"), .init(id: "vm-2", type: "vm"), .init(id: "db-1", type: "server"),
        ],
        relations: [
            .init(from: "mail", to: "vm-1", kind: "runs_on"), .init(from: "shop", to: "vm-2", kind: "runs_on"),
            .init(from: "vm-1", to: "db-1", kind: "runs_on"), .init(from: "vm-2", to: "db-1", kind: "runs_on"),
        ]))

// What would it break? The change takes the database server down for an hour.
let (begins, ends) = (try time("2026-11-28T14:00:00Z"), try time("2026-11-28T15:00:00Z"))
for reached in try register.impactOf([.init(item: "db-1")]).items where reached.distance > 0 {
    print("\(reached.item) is \(reached.state.rawValue), \(reached.distance) away")
}
print("mail cannot lose:", try register.singlePointsOfFailure("mail").down.map(\.rawValue).joined(separator: ", "))

// And together with the patches that somebody else has planned for the other machine?
let changes = [
    Document.Overlay(id: "CHG-1", kind: .change, items: ["db-1"], effect: .down, from: begins, until: ends),
    Document.Overlay(id: "CHG-2", kind: .change, items: ["vm-2"], effect: .down, from: begins, until: ends + 1800),
]
let week = Document.SimulationOptions(
    from: begins, until: ends + 86_400, always: .init(), together: 2, budget: 10_000)
for (service, stretches) in try register.simulate(changes, options: week).services.sorted(by: { $0.key < $1.key }) {
    for stretch in stretches {
        print("\(service) is \(stretch.state.rawValue) for \(Int(stretch.until.timeIntervalSince(stretch.from)) / 60) minutes")
    }
}

// May it go live? It is asked for, and that is all: the lifecycle of a change says what is missing. The host keeps the record.
let office = Document.CalendarDocument(
    zone: "Asia/Shanghai",
    week: Dictionary(
        uniqueKeysWithValues: [Document.Weekday.mon, .tue, .wed, .thu, .fri].map { ($0, [Document.Window(opens: "09:00", closes: "18:00")]) }))
let since = try time("2026-01-01T00:00:00Z")
let rules = try Policies([
    .init(id: "office", version: 1, effectiveFrom: since, document: .calendar(office)),
    .init(id: "changes", version: 1, effectiveFrom: since, document: .change(.init(calendar: "office"))),
])
let life = try Lifecycle(.change)
let uma = Document.ContextDocument(now: try time("2026-11-23T02:00:00Z"), actor: .init(id: "uma", roles: [.user]))
let request = Document.Rfc(
    title: "Database 17 on db-1", reason: "support ends", benefit: "fixes", notDoing: "no fixes", services: ["mail", "shop"],
    cis: ["db-1"], wishedFor: begins)
var change = try life.decide(
    nil, .init(.changeDraft(.init(rfc: request)), record: "CHG-1"), in: uma, under: rules)
change = try life.decide(change.record, .init(.changeSubmit(), record: "CHG-1"), in: uma, under: rules)

do {
    let begin = Document.Command(.changeBeginImplementation(), record: "CHG-1")
    change = try life.decide(change.record, begin, in: uma, under: rules)
    print("it goes live")
} catch let ItsmError.refused(failure) {
    print("no, by \(failure.guard ?? ""): \(failure.refusal?.rule.en ?? failure.message)")
    for unmet in failure.refusal?.missing ?? [] { print("  missing: \(unmet.words.en)") }
    print("  it may be accepted first:", failure.refusal?.legal.contains("change.accept") == true)
}
