import Foundation
import ITSM

/// The folder of the whole project.
let house = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

func contents(_ path: String) throws -> String {
    try String(contentsOf: house.appending(path: path), encoding: .utf8)
}

/// An instant as documents have it.
func at(_ text: String) throws -> Date {
    try Json("[\"\(text)\"]").read([Date].self)[0]
}

/// Any JSON, for questions and answers that stand in files.
enum Value: Codable, Equatable, CustomStringConvertible {
    case null, bool(Bool), int(Int), text(String), list([Value]), object([String: Value])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else if let number = try? value.decode(Int.self) {
            self = .int(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Value].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Value].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case let .bool(truth): try value.encode(truth)
        case let .int(number): try value.encode(number)
        case let .text(text): try value.encode(text)
        case let .list(list): try value.encode(list)
        case let .object(members): try value.encode(members)
        }
    }

    /// An answer as the plain JSON that it is.
    init(of answer: some Encodable) throws {
        self = try Json(answer).read()
    }

    var description: String { (try? Json(self).text) ?? "?" }
    var json: Json { Json(description) }

    subscript(key: String) -> Value {
        if case let .object(members) = self { members[key] ?? .null } else { .null }
    }

    var text: String? { if case let .text(text) = self { text } else { nil } }
    var int: Int? { if case let .int(number) = self { number } else { nil } }
    var list: [Value] { if case let .list(list) = self { list } else { [] } }
    var members: [String: Value] { if case let .object(members) = self { members } else { [:] } }

    func read<T: Decodable>(_ type: T.Type = T.self) throws -> T { try json.read(type) }
}

extension Value: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral members: (String, Value)...) { self = .object(Dictionary(uniqueKeysWithValues: members)) }
    init(arrayLiteral list: Value...) { self = .list(list) }
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .int(number) }
    init(nilLiteral: ()) { self = .null }
    init(booleanLiteral truth: Bool) { self = .bool(truth) }
}

/// What is expected stands in what was found: an object may say more, a list may not, `null` is absence.
func holds(_ expected: Value, _ found: Value) -> Bool {
    switch (expected, found) {
    case let (.object(expected), .object): expected.allSatisfy { holds($1, found[$0]) }
    case let (.list(expected), .list(found)): expected.count == found.count && zip(expected, found).allSatisfy(holds)
    default: expected == found
    }
}

// A company's office, its policies, and somebody at its desk.

let office = Document.CalendarDocument(
    zone: "Asia/Shanghai",
    week: Dictionary(
        uniqueKeysWithValues: [Document.Weekday.mon, .tue, .wed, .thu, .fri].map { ($0, [Document.Window(opens: "09:00", closes: "18:00")]) }),
    holidays: [.on("2026-10-01"), .named(date: "2026-10-02", name: "国庆节")],
    specialDays: ["2026-10-03": [Document.Window(opens: "09:00", closes: "18:00")]]
)

func policies() throws -> [Document.PublishedPolicy] {
    let since = try at("2026-01-01T00:00:00Z")
    return [
        .init(id: "office", version: 1, effectiveFrom: since, document: .calendar(office)),
        .init(id: "matrix", version: 1, effectiveFrom: since, document: .matrix(try PriorityMatrix.preset("iso").document)),
        .init(id: "rules", version: 1, effectiveFrom: since, document: .desk(.init(calendar: "office"))),
    ]
}

func context(_ role: Document.Role, _ now: String = "2026-11-23T02:00:00Z") throws -> Document.ContextDocument {
    let actor = Document.Actor(id: "p-1", roles: [role], unit: "network")
    return .init(now: try at(now), actor: actor, entropy: .init(String(repeating: "07", count: 32)))
}

func log() throws -> Document.IncidentLogBody {
    .init(
        channel: .phone, symptom: "slow", occurredAt: try at("2026-11-23T01:30:00Z"), service: .known("vpn"),
        requester: "u-1")
}

/// A system that has the policies of a desk: a new one, or one that was opened.
func desk(on opened: ServiceManagementSystem? = nil) throws -> ServiceManagementSystem {
    let desk = try opened ?? ServiceManagementSystem()
    let owner = try context(.po, "2026-11-23T01:00:00Z")
    for policy in try policies() {
        let body = Document.PolicyPublishBody(
            version: policy.version, effectiveFrom: policy.effectiveFrom, document: policy.document)
        try desk.execute(.init(.policyPublish(body), record: .init(policy.id.rawValue)), in: owner)
    }
    return desk
}

/// The error of what must fail.
func caught(_ question: () throws -> Void) -> ItsmError? {
    do {
        try question()
        return nil
    } catch {
        return error as? ItsmError
    }
}

/// Its failure.
func failure(_ question: () throws -> Void) -> Document.Failure? { caught(question)?.failure }
