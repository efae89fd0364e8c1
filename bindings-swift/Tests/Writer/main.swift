// Logs one incident after another on the desk in a file, and says which once it is kept. A test ends it in the middle of it.

import Foundation
import ITSM

let desk = try ServiceManagementSystem.open(CommandLine.arguments[1])
let now = try Date("2026-11-23T02:00:00Z", strategy: .iso8601)
let sam = Document.Actor(id: "sam", roles: [.sd], unit: "network")
let context = Document.ContextDocument(now: now, actor: sam, entropy: .init(String(repeating: "07", count: 32)))
while true {
    let body = Document.IncidentLogBody(channel: .phone, symptom: "slow", occurredAt: now, service: .known("vpn"), requester: "u-1")
    let events = try desk.execute(.init(.incidentLog(body)), in: context)
    // Not print: what it has said stays with it until it has said much.
    try FileHandle.standardOutput.write(contentsOf: Data("\(events[0].record)\n".utf8))
}
