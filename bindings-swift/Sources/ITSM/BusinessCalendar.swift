import Foundation
internal import ITSMBinding

/// A compiled calendar: when a service is open, and what that makes of an amount of working time.
///
/// Immutable, and safe to share between tasks. Instants go in and come out as `Date`; what is finer than a second is floored.
///
/// ```swift
/// let office = try BusinessCalendar(.init(zone: "Asia/Shanghai", week: [.mon: [.init(opens: "09:00", closes: "18:00")]]))
/// let due = try office.add(Date(), seconds: 4 * 3600)
/// ```
public struct BusinessCalendar: Sendable {
    private let own: ITSMBinding.BusinessCalendar

    /// Compiles a document; `repairEndOfDay` reads a close at 23:59 as 24:00.
    public init(_ document: Document.CalendarDocument, repairEndOfDay: Bool = false) throws {
        self = try Self.fromJson(Json(document), repairEndOfDay: repairEndOfDay)
    }

    private init(own: ITSMBinding.BusinessCalendar) { self.own = own }

    /// Compiles a document in JSON.
    public static func fromJson(_ document: Json, repairEndOfDay: Bool = false) throws -> Self {
        let text = try crossing(document)
        return Self(own: try asked { try .init(document: text, repairEndOfDay: repairEndOfDay) })
    }

    /// The earliest instant with that many working seconds since `start`; negative seconds count backwards.
    ///
    /// `calendar.never_opens` when there is none between 1970 and 2200.
    public func add(_ start: Date, seconds: Int, boundary: Document.Boundary = .earliestInstant) throws -> Date {
        try date {
            boundary == .earliestInstant
                ? try own.add(start: start.seconds, seconds: Int64(seconds))
                : try own.addUnder(start: start.seconds, seconds: Int64(seconds), boundary: boundary.rawValue)
        }
    }

    /// The latest instant from which that many working seconds lead to `end`.
    public func subtract(_ end: Date, seconds: Int) throws -> Date {
        try date { try own.subtract(end: end.seconds, seconds: Int64(seconds)) }
    }

    /// Working seconds from `a` to `b`; negative when `b` is the earlier.
    public func between(_ a: Date, _ b: Date) throws -> Int {
        try asked { Int(try own.between(a: a.seconds, b: b.seconds)) }
    }

    /// Whether the service is open at that instant.
    public func isOpen(_ at: Date) throws -> Bool {
        try asked { try own.isOpen(at: at.seconds) }
    }

    /// The first open instant from then on; `nil` when it never opens again.
    public func nextOpen(_ at: Date) throws -> Date? {
        try asked { try own.nextOpen(at: at.seconds) }.map(Date.init(seconds:))
    }

    /// The first closed instant from then on; `nil` when it never closes again.
    public func nextClose(_ at: Date) throws -> Date? {
        try asked { try own.nextClose(at: at.seconds) }.map(Date.init(seconds:))
    }

    /// The due time so many working days after the local date of `start`.
    public func addWorkingDays(
        _ start: Date, days: Int, convention: Document.DayConvention = .keepTime
    ) throws -> Date {
        try date { try own.addWorkingDays(start: start.seconds, days: Int64(days), convention: convention.rawValue) }
    }

    /// Working days after the local date of `a`, up to and with that of `b`; negative when `b` is the earlier.
    public func workingDaysBetween(_ a: Date, _ b: Date) throws -> Int {
        try asked { Int(try own.workingDaysBetween(a: a.seconds, b: b.seconds)) }
    }

    /// What of the time between two instants counts and what does not, line by line, and the sum.
    public func ledger(_ a: Date, _ b: Date, chinese: Bool = false) throws -> String {
        try asked { try own.ledger(a: a.seconds, b: b.seconds, chinese: chinese) }
    }

    /// `add` for each start, with one amount for all. The first that fails fails the call; its place is the failure's path.
    public func addMany(_ starts: [Date], seconds: Int) throws -> [Date] {
        try addMany(starts, seconds: [seconds])
    }

    /// `add` for each start and amount; one amount is for all.
    public func addMany(_ starts: [Date], seconds: [Int]) throws -> [Date] {
        try due(starts.map { $0.seconds }, seconds.map { Int64($0) }).map { Date(seconds: $0) }
    }

    /// `add` for a column of seconds since 1970, as tables hold them, with one amount for all or one for each.
    public func addMany(_ starts: [Int64], seconds: [Int64]) throws -> [Int64] {
        try due(starts.map { Double($0) }, seconds)
    }

    /// `between` for each pair.
    public func betweenMany(_ a: [Date], _ b: [Date]) throws -> [Int] {
        try working(a.map { $0.seconds }, b.map { $0.seconds }).map { Int($0) }
    }

    /// `between` for columns of seconds since 1970.
    public func betweenMany(_ a: [Int64], _ b: [Int64]) throws -> [Int64] {
        try working(a.map { Double($0) }, b.map { Double($0) })
    }

    /// The document it was made from.
    public var document: Document.CalendarDocument {
        get throws { try answered { try own.document() } }
    }

    /// The zone in which its windows open.
    public var zone: String {
        get throws { try asked { try own.zone() } }
    }

    /// The version of the zone rules, to be recorded beside every result.
    public var tzdbVersion: String {
        get throws { try asked { try own.tzdbVersion() } }
    }

    private func due(_ starts: [Double], _ seconds: [Int64]) throws -> [Int64] {
        try asked { rows(try lent(starts) { starts in try lent(seconds) { try own.addMany(starts: starts, seconds: $0) } }) }
    }

    private func working(_ a: [Double], _ b: [Double]) throws -> [Int64] {
        try asked { rows(try lent(a) { a in try lent(b) { try own.betweenMany(a: a, b: $0) } }) }
    }

    private func date(_ question: () throws -> Int64) throws -> Date {
        Date(seconds: try asked(question))
    }
}
