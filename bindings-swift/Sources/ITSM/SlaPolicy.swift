import Foundation
internal import ITSMBinding

/// A book of service level agreements: what clocks a ticket has, where they stand, and why. Immutable, safe to share between tasks.
///
/// A host that keeps what happened to a ticket asks ``clocks(_:asOf:)`` for any instant; one that keeps the clocks themselves drives them
/// with ``stimulate(_:ticket:stimulus:at:)`` and ``observe(_:now:)``.
public struct SlaPolicy: Sendable {
    private let own: ITSMBinding.SlaPolicy

    /// Compiles a book: every version of the agreements, and of the calendars that they count in.
    public init(_ document: Document.AgreementsDocument) throws {
        self = try Self.fromJson(Json(document))
    }

    private init(own: ITSMBinding.SlaPolicy) { self.own = own }

    /// Compiles a book in JSON.
    public static func fromJson(_ document: Json) throws -> Self {
        let text = try crossing(document)
        return Self(own: try asked { try .init(document: text) })
    }

    /// The book as a document.
    public var document: Document.AgreementsDocument {
        get throws { try answered { try own.document() } }
    }

    /// The clocks of a ticket as of an instant, from what happened to it.
    public func clocks(_ history: Document.History, asOf: Date) throws -> Document.ClocksAnswer {
        let history = try crossing(history)
        return try answered { try own.clocks(history: history, asOf: asOf.seconds) }
    }

    /// The clocks of many tickets, in their order. The first that fails fails the call; its place leads the path.
    public func clocksMany(_ histories: [Document.History], asOf: Date) throws -> [Document.ClocksAnswer] {
        let histories = try crossing(histories)
        return try answered { try own.clocksMany(histories: histories, asOf: asOf.seconds) }
    }

    /// What each clock of a ticket shows at an instant, by its metric.
    public func readings(_ history: Document.History, asOf: Date) throws -> [Document.Metric: Document.ClockReading] {
        let history = try crossing(history)
        return try answered { try own.readings(history: history, asOf: asOf.seconds) }
    }

    /// Why the clock of a metric is due when it is; `nil` where the ticket has no such clock.
    public func whyDue(
        _ history: Document.History, asOf: Date, metric: Document.Metric
    ) throws -> Document.WhyDueAnswer? {
        let history = try crossing(history)
        return try answered { try own.whyDue(history: history, asOf: asOf.seconds, metric: metric.rawValue) }
    }

    /// The clocks after something happened to a ticket; `clocks` are those stored before, none for a new ticket.
    public func stimulate(
        _ clocks: [Document.Clock] = [], ticket: Document.Ticket, stimulus: Document.Stimulus, at: Date
    ) throws -> Document.ClocksAnswer {
        let (clocks, ticket, stimulus) = (try crossing(clocks), try crossing(ticket), try crossing(stimulus))
        return try answered {
            try own.stimulate(clocks: clocks, ticket: ticket, stimulus: stimulus, at: at.seconds)
        }
    }

    /// The clocks after what happened to them by themselves, up to and including `now`.
    public func observe(_ clocks: [Document.Clock], now: Date) throws -> Document.ClocksAnswer {
        let clocks = try crossing(clocks)
        return try answered { try own.observe(clocks: clocks, now: now.seconds) }
    }
}
