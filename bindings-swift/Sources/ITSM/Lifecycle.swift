import Foundation
internal import ITSMBinding

/// Policies compiled for decisions beside a host's own tables. Immutable, and safe to share between tasks.
public struct Policies: Sendable {
    let own: ITSMBinding.Policies

    /// Compiles a list of policies, each before those that name it.
    public init(_ documents: [Document.PublishedPolicy] = []) throws {
        self = try Self.fromJson(Json(documents))
    }

    private init(own: ITSMBinding.Policies) { self.own = own }

    /// Compiles a list of policies in JSON.
    public static func fromJson(_ documents: Json) throws -> Self {
        let text = try crossing(documents)
        return Self(own: try asked { try .init(documents: text) })
    }
}

/// The lifecycle of one process: its states, its table, its decisions. The host keeps the records.
///
/// What takes documents takes them as ``Document``s, and then answers in them, or as ``Json``, and then answers in that.
public struct Lifecycle: Sendable {
    private let own: ITSMBinding.Lifecycle

    /// The lifecycle of a process by its code: `incident`.
    public init(_ process: String) throws {
        let process = try crossing(process)
        own = try asked { try .init(process: process) }
    }

    /// The lifecycle of a process.
    public init(_ process: Document.ProcessName) throws {
        try self.init(process.rawValue)
    }

    /// Every process.
    public static func all() throws -> [Self] {
        try asked { try processes() }.map { try Self($0) }
    }

    /// The code of the process.
    public var process: String {
        get throws { try asked { try own.process() } }
    }

    /// What people read.
    public var label: Document.Label {
        get throws { try answered { try own.label() } }
    }

    /// Its states, in the order of the table.
    public var states: [Document.State] {
        get throws { try answered { try own.states() } }
    }

    /// Every legal move with its guard.
    public var table: [Document.LifecycleMove] {
        get throws { try answered { try own.table() } }
    }

    /// The table as a Mermaid diagram.
    public var mermaid: String {
        get throws { try asked { try own.mermaid() } }
    }

    /// The kinds of the commands that are legal in a state; `nil`: there is no record yet.
    public func allowed(_ state: String? = nil) throws -> [String] {
        let state = try state.map { try crossing($0) }
        return try asked { try own.allowed(state: state) }
    }

    /// The facts about other records that the guards of a command want in the context.
    public func needs(_ record: Document.Record?, _ command: Document.Command) throws -> [Document.FactWanted] {
        try needs(record.map { try Json($0) }, Json(command))
    }

    /// The facts that the guards of a command want, both in JSON.
    public func needs(_ record: Json?, _ command: Json) throws -> [Document.FactWanted] {
        let (record, command) = (try record.map { try crossing($0) }, try crossing(command))
        return try answered { try own.needs(record: record, command: command) }
    }

    /// Decides a command: what happens, and the record after it. The host stores both, or neither.
    public func decide(
        _ record: Document.Record?, _ command: Document.Command, in context: Document.ContextDocument,
        under policies: Policies? = nil
    ) throws -> Document.Decided {
        try decide(record.map { try Json($0) }, Json(command), in: Json(context), under: policies).read()
    }

    /// Decides a command in JSON; the answer has `events` and `record`.
    public func decide(_ record: Json?, _ command: Json, in context: Json, under policies: Policies? = nil) throws -> Json {
        let record = try record.map { try crossing($0) }
        let (command, context, policies) = (try crossing(command), try crossing(context), try policies ?? Policies())
        return Json(
            try asked { try own.decide(record: record, command: command, context: context, policies: policies.own) })
    }

    /// The next instant at which a timer of the record is due.
    public func due(_ record: Document.Record) throws -> Date? {
        try due(Json(record))
    }

    /// The next instant at which a timer of a record in JSON is due.
    public func due(_ record: Json) throws -> Date? {
        let record = try crossing(record)
        return try asked { try own.due(record: record) }.map(Date.init(seconds:))
    }

    /// Fires what is due up to and including the context's instant.
    public func fire(
        _ record: Document.Record, in context: Document.ContextDocument, under policies: Policies? = nil
    ) throws -> Document.Decided {
        try fire(Json(record), in: Json(context), under: policies).read()
    }

    /// Fires what is due on a record in JSON; the answer has `events` and `record`.
    public func fire(_ record: Json, in context: Json, under policies: Policies? = nil) throws -> Json {
        let (record, context, policies) = (try crossing(record), try crossing(context), try policies ?? Policies())
        return Json(try asked { try own.fire(record: record, context: context, policies: policies.own) })
    }

    /// The record after an event that was decided elsewhere.
    public func apply(_ record: Document.Record?, _ event: Document.Event) throws -> Document.Record {
        try apply(record.map { try Json($0) }, Json(event)).read()
    }

    /// The record after an event, in JSON.
    public func apply(_ record: Json?, _ event: Json) throws -> Json {
        let (record, event) = (try record.map { try crossing($0) }, try crossing(event))
        return Json(try asked { try own.apply(record: record, event: event) })
    }
}
