// The questions of `run.sh`, asked from Swift.

import Foundation
import ITSM

struct Asked: Decodable {
    let calendar: Document.CalendarDocument
    let firstS, stepS, spanS, seconds, batch: Int
    let policies: [Document.PublishedPolicy]
    let command: Document.Command
    let context: Document.ContextDocument

    private enum CodingKeys: String, CodingKey {
        case calendar, seconds, batch, policies, command, context
        case firstS = "first_s"
        case stepS = "step_s"
        case spanS = "span_s"
    }
}

let asked = try Json(String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)).read(Asked.self)
let (scalars, decisions) = (200_000, 2_000)

/// The median of fifteen rounds, a question; the last round's answer is the check.
func say(_ question: String, _ count: Int, _ round: () throws -> Int) rethrows {
    var (rounds, check): ([Double], Int) = ([], 0)
    for _ in 0..<15 {
        let took = try ContinuousClock().measure { check = try round() }
        rounds.append(Double(took.components.attoseconds) / 1e9 / Double(count) + Double(took.components.seconds) * 1e9 / Double(count))
    }
    rounds.sort()
    print("{\"language\": \"Swift\", \"question\": \"\(question)\", \"ns\": \(rounds[7]), \"check\": \(check)}")
}

let office = try BusinessCalendar(asked.calendar)
let instants = (0..<4_096).map { Date(timeIntervalSince1970: Double(asked.firstS + $0 * asked.stepS % asked.spanS)) }

try say("one due time", scalars) {
    var check = 0
    for place in 0..<scalars {
        check += Int(try office.add(instants[place & 4_095], seconds: asked.seconds).timeIntervalSince1970) - asked.firstS
    }
    return check
}

let column = (0..<asked.batch).map { Int64(asked.firstS + $0 * asked.stepS % asked.spanS) }
try say("one of a million due times", asked.batch) {
    try office.addMany(column, seconds: [Int64(asked.seconds)]).reduce(0) { $0 + Int($1) - asked.firstS }
}

let (incidents, policies) = (try Lifecycle(.incident), try Policies(asked.policies))
try say("one decision from documents", decisions) {
    try (0..<decisions).reduce(0) { sum, _ in
        sum + (try incidents.decide(nil, asked.command, in: asked.context, under: policies).events.count)
    }
}
