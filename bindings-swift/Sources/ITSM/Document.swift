import Foundation

/// The documents of the library, each under its name in the schema: `Document.Incident`, `Document.Command`.
///
/// They are made from `schema/itsm.schema.json`. A namespace of its own keeps `Task`, `Text` and `Link` what they are elsewhere.
/// Names are the schema's in lowerCamelCase; what ends in `_s` there ends in `Seconds` here. Dates are written in whole seconds of UTC,
/// floored, whatever the time zone of the machine.
public enum Document {}

/// A text of a form that the library checks when it reads it: an id, a code, a date of the calendar.
public protocol FormedText: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible, CodingKeyRepresentable where RawValue == String
{
    init(rawValue: String)
}

extension FormedText {
    /// The text as it is; whether it has the form is found when it is used.
    public init(_ text: String) { self.init(rawValue: text) }
    public init(stringLiteral text: String) { self.init(rawValue: text) }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The keys of an object, to tell apart what no tag does.
struct Keys {
    private let found: Set<String>

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(of decoder: any Decoder) throws {
        found = Set(try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue))
    }

    func hold(_ wanted: String...) -> Bool { found.isSuperset(of: wanted) }
}

/// A word that a type does not have.
func strange(_ word: String, _ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: "`\(word)` is none of those that are known"))
}
