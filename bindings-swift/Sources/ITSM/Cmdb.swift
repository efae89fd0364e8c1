import Foundation
internal import ITSMBinding

/// A register of configuration items and how they rest on each other. Immutable, and safe to share between tasks.
public struct Cmdb: Sendable {
    private let own: ITSMBinding.Cmdb

    /// What a search may cost where the caller states no budget.
    public static let budget = 1_000_000

    /// Reads a register.
    public init(_ document: Document.CmdbDocument) throws {
        self = try Self.fromJson(Json(document))
    }

    private init(own: ITSMBinding.Cmdb) { self.own = own }

    /// Reads a register in JSON: for large ones, without types in between.
    public static func fromJson(_ document: Json) throws -> Self {
        let text = try crossing(document)
        return Self(own: try asked { try .init(document: text) })
    }

    /// The register as a document, sorted.
    public var document: Document.CmdbDocument {
        get throws { try answered { try own.document() } }
    }

    /// What follows from these sources, with gates and witnesses.
    public func impactOf(_ sources: [Document.Source], options: Document.ImpactOptions = .init()) throws -> Document.Impact {
        let (sources, options) = (try crossing(sources), try crossing(options))
        return try answered { try own.impactOf(sources: sources, options: options) }
    }

    /// Why these items suffer: for each the sources and the relations that it takes, and no more.
    public func witnesses(
        _ sources: [Document.Source], items: [Document.CiId], options: Document.ImpactOptions = .init()
    ) throws -> [Document.Witness] {
        let (sources, items, options) = (try crossing(sources), try crossing(items), try crossing(options))
        return try answered { try own.witnesses(sources: sources, items: items, options: options) }
    }

    /// What the item rests on, at any depth.
    public func dependsOn(_ item: Document.CiId) throws -> [Document.Neighbour] {
        let item = try crossing(item)
        return try answered { try own.dependsOn(item: item) }
    }

    /// What rests on the item, at any depth.
    public func dependents(_ item: Document.CiId) throws -> [Document.Neighbour] {
        let item = try crossing(item)
        return try answered { try own.dependents(item: item) }
    }

    /// The items whose failure alone would explain these symptoms.
    public func rootCandidates(_ symptoms: [Document.Source], budget: Int = budget) throws -> [Document.RootCandidate] {
        let symptoms = try crossing(symptoms)
        return try answered { try own.rootCandidates(symptoms: symptoms, budget: Int64(budget)) }
    }

    /// The items that take the service down, or degrade it, alone.
    public func singlePointsOfFailure(
        _ service: Document.CiId, options: Document.ImpactOptions = .init()
    ) throws -> Document.SinglePointsOfFailure {
        let (service, options) = (try crossing(service), try crossing(options))
        return try answered { try own.singlePointsOfFailure(service: service, options: options) }
    }

    /// The minimal sets of items that bring the service into a state, up to a size.
    public func minimalCutSets(
        _ service: Document.CiId, search: Document.CutSetSearch, options: Document.ImpactOptions = .init()
    ) throws -> [[Document.CiId]] {
        let (service, search, options) = (try crossing(service), try crossing(search), try crossing(options))
        return try answered { try own.minimalCutSets(service: service, search: search, options: options) }
    }

    /// The exact availability of a service from that of its items, in parts per million.
    public func availability(
        _ service: Document.CiId, upPpm: [Document.CiId: Int], options: Document.ImpactOptions = .init(), budget: Int = budget
    ) throws -> Document.Availability {
        let (service, up, options) = (try crossing(service), try crossing(upPpm), try crossing(options))
        return try answered {
            try own.availability(service: service, upPpm: up, options: options, budget: Int64(budget))
        }
    }

    /// What becomes of the services while these overlays run, and which of them are safe alone and not together.
    public func simulate(
        _ overlays: [Document.Overlay], options: Document.SimulationOptions
    ) throws -> Document.Simulation {
        let (overlays, options) = (try crossing(overlays), try crossing(options))
        return try answered { try own.simulate(overlays: overlays, options: options) }
    }
}
