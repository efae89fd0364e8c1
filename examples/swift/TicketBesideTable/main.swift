// A ticket driven beside a host's own SQLite table.
//
//     swift run TicketBesideTable [DATABASE]
//
// The host keeps its table and adds a column for the record as the library has it, and a table for what happened. Each command
// is one transaction: read, decide, write the record and its events. What is refused leaves no trace; nobody writes in between.

import Foundation
import ITSM

let office = Document.CalendarDocument(
    zone: "Asia/Shanghai",
    week: Dictionary(
        uniqueKeysWithValues: [Document.Weekday.mon, .tue, .wed, .thu, .fri].map { ($0, [Document.Window(opens: "09:00", closes: "18:00")]) }))
let since = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
let rules = try Policies([
    .init(id: "office", version: 1, effectiveFrom: since, document: .calendar(office)),
    .init(id: "matrix", version: 1, effectiveFrom: since, document: .matrix(PriorityMatrix.preset("iso").document)),
    .init(id: "rules", version: 1, effectiveFrom: since, document: .desk(.init(calendar: "office"))),
])
let incidents = try Lifecycle(.incident)

let database = try Database(CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ":memory:")
try database.run(
    """
    CREATE TABLE IF NOT EXISTS ticket (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL, record TEXT NOT NULL)
    """)
try database.run(
    """
    CREATE TABLE IF NOT EXISTS ticket_event (
        ticket TEXT NOT NULL REFERENCES ticket, version INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL,
        PRIMARY KEY (ticket, version))
    """)

/// Carries a command out on a ticket, all of it or nothing, and answers the ticket's new state.
func carryOut(
    _ body: Document.Command.Body, on id: Document.RecordId, in database: Database, by actor: Document.Actor, at now: Date
) throws -> String {
    try database.transaction {
        let kept = try database.run("SELECT record FROM ticket WHERE id = ?", id.rawValue).first?[0]
        // In a program that is no example: 32 random bytes.
        let context = Document.ContextDocument(now: now, actor: actor, entropy: .init(String(repeating: "07", count: 32)))
        let decided = try incidents.decide(
            kept.map { try Json($0).read() }, .init(body, record: id), in: context, under: rules)
        guard case let .incident(incident) = decided.record else { fatalError("an incident is decided upon") }
        try database.run(
            "INSERT INTO ticket VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, record = excluded.record",
            id.rawValue, "no VPN", incident.state.kind, try Json(decided.record).text)
        for event in decided.events {
            try database.run(
                "INSERT INTO ticket_event VALUES (?, ?, ?, ?)", id.rawValue, String(event.version), event.body.kind.rawValue,
                try Json(event).text)
        }
        return incident.state.kind
    }
}

// A ticket from the call to the work on it, one command too early, and the fold of its events.
let sam = Document.Actor(id: "sam", roles: [.sd], unit: "network")
let nina = Document.Actor(id: "nina", roles: [.l2], unit: "network")
var now = try Date("2026-11-23T02:00:00Z", strategy: .iso8601)
let commands: [(Document.Actor, Document.Command.Body)] = [
    (sam, .incidentLog(.init(channel: .phone, symptom: "no VPN", occurredAt: now - 1800, service: .known("vpn"), requester: "u-1"))),
    (sam, .incidentClassify(.init(category: "net/vpn", impact: 2, urgency: 2, knownError: .none))),
    (sam, .incidentAssign(.init(group: "network", noSlaReason: "none was agreed"))),
    (nina, .incidentAcknowledge()),
    (sam, .incidentClose(.init(code: "done", categoryVerified: true))),
]
for (actor, body) in commands {
    let who = "\(actor.id) \(body.kind.rawValue)".padding(toLength: 26, withPad: " ", startingAt: 0)
    do {
        print(who, "->", try carryOut(body, on: "T-1", in: database, by: actor, at: now))
    } catch let ItsmError.refused(failure) {
        print(who, "is refused by \(failure.guard ?? ""): \(failure.refusal?.missing.map(\.words.en).joined(separator: "; ") ?? "")")
    }
    now += 300
}

let happened = try database.run("SELECT document FROM ticket_event WHERE ticket = 'T-1' ORDER BY version")
let folded = try happened.reduce(nil) { try incidents.apply($0, Json($1[0]).read()) }
let kept = try database.run("SELECT record FROM ticket WHERE id = 'T-1'")[0][0]
print("the events fold to what the table holds:", try folded == Json(kept).read())
