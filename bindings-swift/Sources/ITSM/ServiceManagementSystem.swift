import Foundation
internal import ITSMBinding

/// What a command would do, made by one system and to be confirmed by it.
public struct Plan: Sendable {
    let own: ITSMBinding.Plan

    /// Its events, to be persisted in this order.
    public var events: [Document.Event] {
        get throws { try answered { try own.events() } }
    }
}

/// Records of every process, their plans, timers and journal, in one. It may be shared between tasks.
///
/// What takes documents takes them as ``Document``s, or as ``Json`` that the library reads strictly.
public final class ServiceManagementSystem: Sendable {
    private let own: ITSMBinding.ServiceManagementSystem

    /// A system without records, of a tenant where the host serves several.
    public init(tenant: Document.TenantId? = nil) throws {
        let tenant = try tenant.map { try crossing($0) }
        own = try asked { try .init(tenant: tenant) }
    }

    private init(own: ITSMBinding.ServiceManagementSystem) { self.own = own }

    /// Folds a journal of one document a line.
    public static func replay(_ lines: String, tenant: Document.TenantId? = nil) throws -> ServiceManagementSystem {
        let (lines, tenant) = (try crossing(lines), try tenant.map { try crossing($0) })
        return .init(own: try asked { try .replay(lines: lines, tenant: tenant) })
    }

    /// Plans a command and confirms the plan; the events. A refusal changes nothing.
    @discardableResult
    public func execute(_ command: Document.Command, in context: Document.ContextDocument) throws -> [Document.Event] {
        try execute(Json(command), in: Json(context))
    }

    /// Executes a command in JSON.
    @discardableResult
    public func execute(_ command: Json, in context: Json) throws -> [Document.Event] {
        let (command, context) = (try crossing(command), try crossing(context))
        return try answered { try own.execute(command: command, context: context) }
    }

    /// Plans a command and changes nothing.
    public func plan(_ command: Document.Command, in context: Document.ContextDocument) throws -> Plan {
        try plan(Json(command), in: Json(context))
    }

    /// Plans a command in JSON.
    public func plan(_ command: Json, in context: Json) throws -> Plan {
        let (command, context) = (try crossing(command), try crossing(context))
        return Plan(own: try asked { try own.plan(command: command, context: context) })
    }

    /// Applies a plan, all of it or nothing; ``ItsmError/conflict(_:)`` when the system has moved on since.
    @discardableResult
    public func confirm(_ plan: Plan) throws -> [Document.Event] {
        try answered { try own.confirm(plan: plan.own) }
    }

    /// Fires everything that is due up to and including `now`: the events, and the records that could not fire.
    @discardableResult
    public func advance(_ now: Date) throws -> Document.Advanced {
        try answered { try own.advance(now: now.seconds) }
    }

    /// The instant at which something is due by itself next.
    public var nextWakeup: Date? {
        get throws { try asked { try own.nextWakeup() }.map(Date.init(seconds:)) }
    }

    /// A record, or `nil`.
    public func record(_ process: Document.ProcessName, _ id: Document.RecordId) throws -> Document.Record? {
        let id = try crossing(id)
        return try answered { try own.record(process: process.rawValue, id: id) }
    }

    /// Every record of a process, by id.
    public func records(_ process: Document.ProcessName) throws -> [Document.Record] {
        try answered { try own.records(process: process.rawValue) }
    }

    /// The kinds of the commands that a record's state allows.
    public func allowed(_ process: Document.ProcessName, _ id: Document.RecordId) throws -> [String] {
        let id = try crossing(id)
        return try asked { try own.allowed(process: process.rawValue, id: id) }
    }

    /// For each command that a record's state allows, every unmet condition.
    public func nextSteps(
        _ process: Document.ProcessName, _ id: Document.RecordId, in context: Document.ContextDocument
    ) throws -> [Document.NextStepAnswer] {
        let (id, context) = (try crossing(id), try crossing(context))
        return try answered { try own.nextSteps(process: process.rawValue, id: id, context: context) }
    }

    /// Every KPI of a period, as known at an instant.
    public func kpis(_ period: Document.Period, now: Date) throws -> [Document.KpiValue] {
        let period = try crossing(period)
        return try answered { try own.kpis(period: period, now: now.seconds) }
    }

    /// The register of configuration items.
    public var cmdb: Document.CmdbDocument {
        get throws { try answered { try own.cmdb() } }
    }

    /// The system as it was at an instant.
    public func asOf(_ recordedAt: Date) throws -> ServiceManagementSystem {
        .init(own: try asked { try own.asOf(recordedAt: recordedAt.seconds) })
    }

    /// The journal as one canonical document a line.
    public var journal: String {
        get throws { try asked { try own.journal() } }
    }

    /// The entries from an index on, at most so many.
    public func events(first: Int = 0, most: Int = 1_000) throws -> [Document.Event] {
        try answered { try own.events(first: Int64(first), most: Int64(most)) }
    }

    /// How many entries the journal has.
    public var length: Int {
        get throws { try asked { Int(try own.length()) } }
    }

    /// The SHA-256 of the state: the same in every language that folded the same journal.
    public var digest: String {
        get throws { try asked { try own.digest() } }
    }
}
