import Foundation
internal import ITSMBinding

/// What went wrong, by its kind; each carries the failure as every language has it.
///
/// ```swift
/// do {
///     try desk.execute(.init(.incidentClose(body), record: "INC-000001"), in: context)
/// } catch let ItsmError.refused(failure) {
///     print(failure.guard ?? "", failure.refusal?.missing ?? [])
/// }
/// ```
public enum ItsmError: Error, Sendable, Equatable {
    /// A guard refused the command: a rule of the process is not met.
    case refused(Document.Failure)
    /// A document or value cannot be read, or says what cannot be.
    case invalid(Document.Failure)
    /// The records have changed since the decision read them.
    case conflict(Document.Failure)
    /// What is asked for is not there.
    case missing(Document.Failure)
    /// The answer would cost more than the stated budget.
    case limit(Document.Failure)
    /// The database cannot be reached, or cannot take more, just now: the same may go through later.
    case unavailable(Document.Failure)
    /// A fault of the library itself.
    case `internal`(Document.Failure)

    /// The failure: its code, words, guard, path, and what can be done.
    public var failure: Document.Failure {
        switch self {
        case let .refused(failure), let .invalid(failure), let .conflict(failure), let .missing(failure),
            let .limit(failure), let .unavailable(failure), let .internal(failure):
            failure
        }
    }

    /// The error of a failure, by its kind.
    public init(_ failure: Document.Failure) {
        switch failure.kind {
        case .refused: self = .refused(failure)
        case .invalid: self = .invalid(failure)
        case .conflict: self = .conflict(failure)
        case .missing: self = .missing(failure)
        case .limit: self = .limit(failure)
        case .unavailable: self = .unavailable(failure)
        case .internal: self = .internal(failure)
        }
    }
}

extension ItsmError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { failure.message }
    public var description: String { "\(failure.code): \(failure.message)" }
}

extension ItsmError {
    static func shape(_ message: String, at path: String) -> ItsmError {
        let failure = Document.Failure(code: "document.shape", kind: .invalid, message: message, retry: .never, path: path)
        return .invalid(failure)
    }

    static func tooLarge(_ bytes: Int, _ most: Int) -> ItsmError {
        let message = "the document has \(bytes) bytes, more than \(most)"
        return .limit(Document.Failure(code: "document.too_large", kind: .limit, message: message, retry: .never))
    }

    static func broken(_ message: String) -> ItsmError {
        .internal(Document.Failure(code: "internal.panic", kind: .internal, message: message, retry: .never))
    }

    /// The error of a code, which the library knows more of.
    static func coded(_ code: String, _ words: String) -> any Error {
        do {
            try asked { try refuse(code: code, words: words) }
            return broken(words)
        } catch {
            return error
        }
    }

    /// What does not fit a type of ``Document``.
    init(_ fault: DecodingError) {
        switch fault {
        case let .keyNotFound(key, context):
            self = .shape("`\(key.stringValue)` is missing", at: path(context.codingPath + [key]))
        case let .typeMismatch(_, context), let .valueNotFound(_, context), let .dataCorrupted(context):
            // What the library said of a date is the whole of it.
            self = (context.underlyingError as? ItsmError) ?? .shape(context.debugDescription, at: path(context.codingPath))
        @unknown default:
            self = .shape("\(fault)", at: "")
        }
    }
}

/// One question to the library: its failure becomes the error, and so does a panic.
func asked<Answer>(at place: [any CodingKey] = [], _ question: () throws -> Answer) throws -> Answer {
    do {
        return try question()
    } catch let Thrown.Failure(document) {
        var failure: Document.Failure = try read(document)
        if !place.isEmpty { failure.path = path(place) }
        throw ItsmError(failure)
    } catch let error as ItsmError {
        throw error
    } catch {
        throw ItsmError.broken("\(error)")
    }
}

/// A question whose answer is a document.
func answered<Answer: Decodable>(_ question: () throws -> String) throws -> Answer {
    try read(try asked(question))
}
