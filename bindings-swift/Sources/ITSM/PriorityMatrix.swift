import Foundation
internal import ITSMBinding

/// A compiled matrix of impact and urgency. Immutable, and safe to share between tasks.
public struct PriorityMatrix: Sendable {
    private let own: ITSMBinding.PriorityMatrix

    /// Compiles a document; what ``lint()`` finds does not stop it.
    public init(_ document: Document.MatrixDocument) throws {
        self = try Self.fromJson(Json(document))
    }

    private init(own: ITSMBinding.PriorityMatrix) { self.own = own }

    /// Compiles a document in JSON.
    public static func fromJson(_ document: Json) throws -> Self {
        let text = try crossing(document)
        return Self(own: try asked { try .init(document: text) })
    }

    /// A matrix that is shipped: `servicenow`, `otrs`, `glpi`, `itop`, `iso`.
    public static func preset(_ name: String) throws -> Self {
        Self(own: try asked { try .preset(name: name) })
    }

    /// The priority of an impact and an urgency.
    public func priority(impact: Int, urgency: Int) throws -> Int {
        try asked { Int(try own.priority(impact: Int64(impact), urgency: Int64(urgency))) }
    }

    /// The priority and where it comes from; `message` and `messageZh` say it in words.
    public func explain(impact: Int, urgency: Int) throws -> Document.ExplanationAnswer {
        try answered { try own.explain(impact: Int64(impact), urgency: Int64(urgency)) }
    }

    /// Holes, inversions, dead and doubled levels, each with its code and words.
    public func lint() throws -> [Document.LintAnswer] {
        try answered { try own.lint() }
    }

    /// The document it was made from.
    public var document: Document.MatrixDocument {
        get throws { try answered { try own.document() } }
    }
}
