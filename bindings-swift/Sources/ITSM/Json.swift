import Foundation
internal import ITSMBinding

/// A document as JSON text. What goes in as text comes out as text, and is read by the library itself, strictly.
///
/// For what a host receives or keeps as JSON; where it writes documents itself, the types of ``Document`` are the way.
public struct Json: Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String

    /// A text that is JSON; whether it is, the library says when it reads it.
    public init(_ text: String) { self.text = text }

    /// A document as text, with its keys in order.
    ///
    /// - Throws: ``ItsmError`` for a date that is no instant.
    public init(_ document: some Encodable) throws {
        text = try written(document)
    }

    /// The text as a document; fields that are not known are passed over, as in events of a later version.
    ///
    /// - Throws: ``ItsmError`` with the path of the fault.
    public func read<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try ITSM.read(text)
    }

    public var description: String { text }
}

/// A document as JSON.
func written(_ document: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
        var text = encoder.singleValueContainer()
        try text.encode(try instant(date, at: encoder.codingPath))
    }
    do {
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    } catch let EncodingError.invalidValue(_, context) {
        throw ItsmError.shape(context.debugDescription, at: path(context.codingPath))
    }
}

/// JSON as a document.
func read<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
        let text = try decoder.singleValueContainer().decode(String.self)
        return try asked(at: decoder.codingPath) { Date(seconds: try instantSeconds(text: text)) }
    }
    do {
        return try decoder.decode(Value.self, from: Data(text.utf8))
    } catch let fault as DecodingError {
        throw ItsmError(fault)
    }
}

/// A date as documents have it, with the place of one that is no instant.
private func instant(_ date: Date, at place: [any CodingKey]) throws -> String {
    try asked(at: place) { try instantText(seconds: date.timeIntervalSince1970) }
}

extension Date {
    /// So many seconds after 1970.
    init(seconds: Int64) { self.init(timeIntervalSince1970: TimeInterval(seconds)) }
}

/// A path as failures have it: `body.document.week[3]`.
func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
        if let place = key.intValue { return "\(path)[\(place)]" }
        return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
}

extension Date {
    /// Seconds since 1970; the library floors them, once.
    var seconds: Double { timeIntervalSince1970 }
}

/// The most bytes that a text or a column has on its way to the library.
let most = Int(Int32.max)

/// A text on its way to the library.
func crossing(_ text: String) throws -> String {
    let bytes = text.utf8.count
    guard bytes <= most else { throw ItsmError.tooLarge(bytes, most) }
    return text
}

/// An id on its way to the library.
func crossing(_ text: some FormedText) throws -> String { try crossing(text.rawValue) }

/// JSON on its way to the library.
func crossing(_ json: Json) throws -> String { try crossing(json.text) }

/// A document on its way to the library.
func crossing(_ document: some Encodable) throws -> String { try crossing(try written(document)) }
