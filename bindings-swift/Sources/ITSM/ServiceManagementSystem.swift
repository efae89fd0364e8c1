import Foundation
internal import ITSMBinding

/// What a command would do, made by one system: to be confirmed by it, or appended to its journal.
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
///
/// One that was opened on a database stands on a journal there: what `execute` and ``advance(_:)`` answer is kept when they return.
/// It answers from what it has followed; whoever else writes to the database is heard with ``catchUp()``, and before each command.
public final class ServiceManagementSystem: Sendable {
    private let own: ITSMBinding.ServiceManagementSystem
    private let kept: Journal?

    /// A system without records, of a tenant where the host serves several.
    public init(tenant: Document.TenantId? = nil) throws {
        let tenant = try tenant.map { try crossing($0) }
        own = try asked { try .init(tenant: tenant) }
        kept = nil
    }

    private init(own: ITSMBinding.ServiceManagementSystem, on kept: Journal? = nil) {
        self.own = own
        self.kept = kept
    }

    /// Opens a system on the journal in a SQLite file, and makes the file where it is not there.
    ///
    /// The tables' names begin with `prefix`. ``report`` says what was found.
    ///
    /// - Throws: ``ItsmError/unavailable(_:)`` where the file cannot be had; `store.other_tenant`, `store.newer_schema`, `store.corrupt`.
    public static func open(
        _ path: String, tenant: Document.TenantId? = nil, prefix: String = "itsm_"
    ) throws -> ServiceManagementSystem {
        try open(SQLite(path: path), tenant: tenant, prefix: prefix)
    }

    /// Opens a system on the journal behind a connection of the host's, a `sqlite3 *` of the SQLite of this machine.
    ///
    /// The host's rows and a plan can then go through in one transaction: ``append(_:)``. The connection stays as it is, and has to stay
    /// open until ``close()``; what the system asks of it, it asks while one of its own calls runs, and in the thread of that call.
    public static func open(
        connection: OpaquePointer, tenant: Document.TenantId? = nil, prefix: String = "itsm_"
    ) throws -> ServiceManagementSystem {
        try open(SQLite(connection: connection), tenant: tenant, prefix: prefix)
    }

    private static func open(
        _ connection: SQLite, tenant: Document.TenantId?, prefix: String
    ) throws -> ServiceManagementSystem {
        let journal = try Journal(on: connection, tenant: tenant, prefix: prefix)
        return .init(own: try journal.system(), on: journal)
    }

    private func standing() throws -> Journal {
        guard let kept else {
            throw ItsmError.coded("store.not_open", "the system stands on no journal: `ServiceManagementSystem.open` makes one that does")
        }
        return kept
    }

    /// What was found when the system was opened: the database, its length, what the host should know of it.
    public var report: Document.OpeningAnswer {
        get throws { try standing().report }
    }

    /// Carries a plan out in the transaction that the host has begun on its connection, beside the host's own rows.
    ///
    /// After the commit ``catchUp()`` folds it. Where it cannot be carried out, nothing of it is left, and the host's transaction stands:
    /// after ``ItsmError/conflict(_:)`` roll back, catch up, and plan anew.
    public func append(_ plan: Plan) throws {
        let _: Int? = try standing().take(within: true) { try $0.append(plan: plan.own) }
    }

    /// Folds what others have appended, and what was appended within transactions of the host's; how many entries there are.
    @discardableResult
    public func catchUp() throws -> Int {
        try standing().take { try $0.catchUp() }
    }

    /// The size and root of the journal, hashed anew from what the database holds.
    ///
    /// - Throws: `journal.altered`, where an entry is not what it was when it took its place.
    public func verify() throws -> Document.TreeHead {
        try standing().take { try $0.verify() }
    }

    /// Lets the journal go; a connection of the host's stays open. What was followed can still be asked for, and nothing is executed.
    public func close() { kept?.close() }

    /// Folds a journal of one document a line.
    public static func replay(_ lines: String, tenant: Document.TenantId? = nil) throws -> ServiceManagementSystem {
        let (lines, tenant) = (try crossing(lines), try tenant.map { try crossing($0) })
        return .init(own: try asked { try .replay(lines: lines, tenant: tenant) })
    }

    /// Plans a command and confirms the plan; the events. A refusal changes nothing.
    ///
    /// On a journal the events are kept when it returns, and it decides again where somebody else was faster.
    @discardableResult
    public func execute(_ command: Document.Command, in context: Document.ContextDocument) throws -> [Document.Event] {
        try execute(Json(command), in: Json(context))
    }

    /// Executes a command in JSON.
    @discardableResult
    public func execute(_ command: Json, in context: Json) throws -> [Document.Event] {
        let (command, context) = (try crossing(command), try crossing(context))
        guard let kept else { return try answered { try own.execute(command: command, context: context) } }
        return try kept.take { try $0.execute(command: command, context: context) }
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
    ///
    /// For hosts that keep the journal themselves. A system that was opened on one refuses it.
    @discardableResult
    public func confirm(_ plan: Plan) throws -> [Document.Event] {
        if kept != nil {
            throw ItsmError.coded(
                "store.append_instead",
                "only a system that stands on no journal confirms a plan: `append` carries it out within your transaction, `execute` in one of its own")
        }
        return try answered { try own.confirm(plan: plan.own) }
    }

    /// Fires everything that is due up to and including `now`: the events, and the records that could not fire.
    @discardableResult
    public func advance(_ now: Date) throws -> Document.Advanced {
        guard let kept else { return try answered { try own.advance(now: now.seconds) } }
        return try kept.take { try $0.advance(now: now.seconds) }
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

    /// The events from an index on, at most so many. Of records that were disposed of there are none.
    public func events(first: Int = 0, most: Int = 1_000) throws -> [Document.Event] {
        try answered { try own.events(first: Int64(first), most: Int64(most)) }
    }

    /// The checkpoint of the journal as it stands, under the name of its log: the text that the host signs.
    public func checkpoint(origin: String) throws -> String {
        let origin = try crossing(origin)
        return try asked { try own.checkpoint(origin: origin) }
    }

    /// A proof that the entry of an index stands among the first `size`. ``Library`` judges it.
    public func inclusionProof(index: Int, size: Int) throws -> Document.InclusionProof {
        try answered { try own.inclusionProof(index: Int64(index), size: Int64(size)) }
    }

    /// A proof that the journal of `to` entries begins with that of `from`.
    public func consistencyProof(from: Int, to: Int) throws -> Document.ConsistencyProof {
        try answered { try own.consistencyProof(from: Int64(from), to: Int64(to)) }
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
