// When is a ticket due, why then, and where does its clock stand?
//
//     swift run DueTime

import Foundation
import ITSM

/// Monday to Friday from nine to six in Shanghai. The holidays and the make-up Saturday are the host's to know.
let office = Document.CalendarDocument(
    zone: "Asia/Shanghai",
    week: Dictionary(
        uniqueKeysWithValues: [Document.Weekday.mon, .tue, .wed, .thu, .fri].map { ($0, [Document.Window(opens: "09:00", closes: "18:00")]) }),
    holidays: [.named(date: "2026-10-01", name: "国庆节"), .named(date: "2026-10-02", name: "国庆节")],
    specialDays: ["2026-10-03": [.init(opens: "09:00", closes: "18:00")]]
)

func say(_ words: String, _ date: Date?) {
    print(words.padding(toLength: 24, withPad: " ", startingAt: 0), date.map { $0.formatted(.iso8601) } ?? "not due: it waits")
}

// A calendar alone: four working hours from Wednesday, half past five in the afternoon.
let opened = try Date("2026-09-30T09:30:00Z", strategy: .iso8601)
let calendar = try BusinessCalendar(office)
say("four working hours", try calendar.add(opened, seconds: 4 * 3600))
let ledger = try calendar.ledger(opened, calendar.add(opened, seconds: 4 * 3600)).split(separator: "\n")
print(ledger.dropLast().joined(separator: "\n"))                           // the last line is the sum, and which zone rules it took

// An agreement: tickets of priority 2 are resolved in four working hours, and the clock rests while the user is asked.
let since = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
let clause = Document.Clause(
    id: "p2", metric: .resolution, target: .working(seconds: 4 * 3600), when: .init(priorities: [2]), calendar: "office",
    pauseReasons: ["user"])
let agreement = Document.SlaPolicy(name: "Desk", precedence: 1, selection: .precedence, clauses: [clause])
let desk = try SlaPolicy(
    .init(
        policies: [.init(id: "desk", version: 1, effectiveFrom: since, document: agreement)],
        calendars: [.init(id: "office", version: 1, effectiveFrom: since, document: office)]))

// What happened to one ticket: opened, waiting for its user from the next morning on, and answered an hour later.
let (asked, told) = (opened + 63 * 3600 + 1800, opened + 64 * 3600 + 1800)
let priority = try PriorityMatrix.preset("iso").priority(impact: 2, urgency: 2)
let ticket = Document.History(
    ticket: .init(kind: "incident", priority: priority),
    entries: [
        .init(at: opened, stimulus: .opened()),
        .init(at: asked, stimulus: .paused(reason: "user")),
        .init(at: told, stimulus: .resumed),
    ])

for now in [opened, asked, told, told + 6 * 3600] {
    let reading = try desk.readings(ticket, asOf: now)[.resolution]!
    say("at \(now.formatted(.iso8601))", reading.dueAt)
    print("   \(reading.phase.rawValue), \(reading.remainingSeconds / 60) minutes left")
}
