import Foundation
internal import ITSMBinding

/// A vote of several persons on one content. It does not change: each vote makes the next one, and the host stores its document.
public struct Ballot: Sendable {
    private let own: ITSMBinding.Ballot

    /// Opens a ballot. The waivers only say which excluded voters may be counted on; each vote asks again.
    public init(_ opening: Document.BallotOpening, now: Date, waivers: [Document.Waiver] = []) throws {
        let (opening, waivers) = (try crossing(opening), try crossing(waivers))
        own = try asked { try .init(opening: opening, now: now.seconds, waivers: waivers) }
    }

    private init(own: ITSMBinding.Ballot) { self.own = own }

    /// Reads a ballot that was stored; one that contradicts itself is none.
    public static func fromDocument(_ document: Document.Ballot) throws -> Self {
        try fromDocument(Json(document))
    }

    /// Reads a ballot that was stored as JSON.
    public static func fromDocument(_ document: Json) throws -> Self {
        let text = try crossing(document)
        return Self(own: try asked { try .fromDocument(document: text) })
    }

    /// The ballot as a document.
    public var document: Document.Ballot {
        get throws { try answered { try own.document() } }
    }

    /// The ballot with one more vote.
    public func vote(_ vote: Document.Vote, now: Date, waivers: [Document.Waiver] = []) throws -> Self {
        let (vote, waivers) = (try crossing(vote), try crossing(waivers))
        return Self(own: try asked { try own.vote(vote: vote, now: now.seconds, waivers: waivers) })
    }

    /// The ballot in which a voter may be represented by another person.
    public func delegate(from: Document.PersonId, to: Document.PersonId, now: Date) throws -> Self {
        let (from, to) = (try crossing(from), try crossing(to))
        return Self(own: try asked { try own.delegate(from: from, to: to, now: now.seconds) })
    }

    /// Where it stands.
    public var outcome: Document.BallotOutcome {
        get throws { try answered { try own.outcome() } }
    }

    /// The voters who have not voted yet.
    public var outstanding: [Document.PersonId] {
        get throws { try asked { try own.outstanding() }.map(Document.PersonId.init(rawValue:)) }
    }

    /// Whether exactly this content, by its hash, is accepted at an instant.
    public func inForce(_ content: Document.Digest, now: Date) throws -> Bool {
        let content = try crossing(content)
        return try asked { try own.inForce(content: content, now: now.seconds) }
    }
}
