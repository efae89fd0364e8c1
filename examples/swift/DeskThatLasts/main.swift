// A desk in a file: closed, opened again, and proved to be what it was.
//
//     swift run DeskThatLasts [DATABASE]
//
// What a command has answered is on the disk. The SQLite that keeps it is that of the machine; the library has none. An auditor who kept a
// checkpoint needs neither desk nor database to judge what is shown to him later: one line of the journal, and a proof.

import Foundation
import ITSM

let folder = FileManager.default.temporaryDirectory.appending(path: "itsm-\(UUID())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let file = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : folder.appending(path: "desk.db").path

let morning = try Date("2026-11-23T02:00:00Z", strategy: .iso8601)
// In a program that is no example: 32 random bytes.
let entropy = Document.Digest(String(repeating: "07", count: 32))
func by(_ person: Document.PersonId, _ role: Document.Role, at now: Date) -> Document.ContextDocument {
    .init(now: now, actor: .init(id: person, roles: [role], unit: "network"), entropy: entropy)
}

// Monday: the desk is set up, and somebody calls.
let monday = try ServiceManagementSystem.open(file)
let since = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
let office = Document.CalendarDocument(zone: "Asia/Shanghai", week: [.mon: [.init(opens: "09:00", closes: "18:00")]])
let policies: [(Document.RecordId, Document.PolicyDocument)] = [
    ("office", .calendar(office)),
    ("matrix", .matrix(try PriorityMatrix.preset("iso").document)),
    ("rules", .desk(.init(calendar: "office"))),
]
for (id, document) in policies {
    let publish = Document.PolicyPublishBody(version: 1, effectiveFrom: since, document: document)
    try monday.execute(.init(.policyPublish(publish), record: id), in: by("olga", .po, at: morning))
}
let call = Document.IncidentLogBody(
    channel: .phone, symptom: "no VPN", occurredAt: morning - 1800, service: .known("vpn"), requester: "u-1")
let logged = try monday.execute(.init(.incidentLog(call)), in: by("sam", .sd, at: morning))
print("monday: \(logged[0].record) is logged, \(try monday.length) entries")
let checkpoint = try monday.checkpoint(origin: "example.com/desk")
print("the auditor keeps:\n\(checkpoint)", terminator: "")
let digest = try monday.digest
monday.close()

// Tuesday: another process, perhaps.
let tuesday = try ServiceManagementSystem.open(file)
print("tuesday: the same desk: \(try tuesday.digest == digest)")
let classify = Document.Command(
    .incidentClassify(.init(category: "net/vpn", impact: 2, urgency: 2, knownError: .none)), record: logged[0].record)
try tuesday.execute(classify, in: by("sam", .sd, at: morning + 86_400))
let head = try tuesday.verify()
print("\(head.size) entries are what they were when they were written")

// The auditor: a checkpoint from Monday, one of today, one line, two proofs. No desk, no database.
let old = try Library.readCheckpoint(checkpoint).head
let place = old.size - logged.count
let line = String(try tuesday.journal.split(separator: "\n")[place])
let grown = try tuesday.consistencyProof(from: old.size, to: head.size)
let stands = try tuesday.inclusionProof(index: place, size: head.size)
try Library.verifyConsistency(grown, from: old, to: head)
try Library.verifyInclusion(line, by: stands, in: head)
print("nothing before the checkpoint was changed, and the call of monday stands where it stood")
do {
    try Library.verifyInclusion(line.replacing("u-1", with: "u-2"), by: stands, in: head)
} catch let ItsmError.invalid(failure) {
    print("a line that was altered: \(failure.code)")
}

tuesday.close()
try FileManager.default.removeItem(at: folder)
