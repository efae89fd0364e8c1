// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// Why a controlled item may be altered (spec 3.23).
    public enum Cause: Codable, Sendable, Equatable {
        /// A change that has begun and is not closed.
        case change(RecordId)
        /// A service request under a model that may alter items.
        case request(RecordId)
        /// A deficiency that a configuration audit found, and whose correction was approved.
        case auditCorrection(RecordId)

        private enum CodingKeys: String, CodingKey {
            case change, request
            case auditCorrection = "audit_correction"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .change: self = .change(try fields.decode(RecordId.self, forKey: .change))
            case .request: self = .request(try fields.decode(RecordId.self, forKey: .request))
            case .auditCorrection: self = .auditCorrection(try fields.decode(RecordId.self, forKey: .auditCorrection))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .change(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .change)
            case let .request(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .request)
            case let .auditCorrection(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .auditCorrection)
            }
        }
    }

    /// The phases of a configuration item (spec 3.23).
    public enum CiPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It will be there.
        case planned
        /// It is built or procured.
        case underConstruction = "under_construction"
        /// It is there and not in use.
        case inStock = "in_stock"
        /// It is tested.
        case inTest = "in_test"
        /// It serves.
        case live
        /// It is repaired or serviced.
        case inMaintenance = "in_maintenance"
        /// It serves no more.
        case withdrawn
        /// It is gone. Final.
        case disposed
    }

    /// What a configuration item is: the content that is controlled, baselined and compared.
    public struct Configuration: Codable, Sendable, Equatable {
        /// What is recorded of it, by its type.
        public var attributes: [String: String]
        /// How many of a group of providers it needs.
        public var gates: [String: Gate]
        /// Where it is.
        public var location: Code?
        /// What people call it.
        public var name: String
        /// Its relations to other items, seen from it.
        public var relations: [Relation]
        /// The supplier of it.
        public var supplier: Code?
        /// Its type.
        public var type: Code
        /// Its version: of a program, of a firmware.
        public var version: String?

        public init(
            name: String,
            type: Code,
            attributes: [String: String] = [:],
            gates: [String: Gate] = [:],
            location: Code? = nil,
            relations: [Relation] = [],
            supplier: Code? = nil,
            version: String? = nil
        ) {
            self.attributes = attributes
            self.gates = gates
            self.location = location
            self.name = name
            self.relations = relations
            self.supplier = supplier
            self.type = type
            self.version = version
        }

        private enum CodingKeys: String, CodingKey {
            case attributes, gates, location, name, relations, supplier, type, version
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attributes = try fields.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
            gates = try fields.decodeIfPresent([String: Gate].self, forKey: .gates) ?? [:]
            location = try fields.decodeIfPresent(Code.self, forKey: .location)
            name = try fields.decode(String.self, forKey: .name)
            relations = try fields.decodeIfPresent([Relation].self, forKey: .relations) ?? []
            supplier = try fields.decodeIfPresent(Code.self, forKey: .supplier)
            type = try fields.decode(Code.self, forKey: .type)
            version = try fields.decodeIfPresent(String.self, forKey: .version)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
            if !gates.isEmpty { try fields.encode(gates, forKey: .gates) }
            try fields.encodeIfPresent(location, forKey: .location)
            try fields.encode(name, forKey: .name)
            if !relations.isEmpty { try fields.encode(relations, forKey: .relations) }
            try fields.encodeIfPresent(supplier, forKey: .supplier)
            try fields.encode(type, forKey: .type)
            try fields.encodeIfPresent(version, forKey: .version)
        }
    }

    /// A configuration item.
    public struct ConfigurationItem: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: CiPhase
        /// What it is.
        public var configuration: Configuration
        /// Its latest alteration.
        public var updated: Updated
        /// Everybody who ever altered it, or had it altered: nobody of them audits it.
        public var updaters: [PersonId]
        /// What proves its disposal.
        public var disposal: Attachment?

        public init(
            envelope: Envelope,
            phase: CiPhase,
            configuration: Configuration,
            updated: Updated,
            updaters: [PersonId],
            disposal: Attachment? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.configuration = configuration
            self.updated = updated
            self.updaters = updaters
            self.disposal = disposal
        }
    }

    /// It has become something else.
    public struct ConfigurationItemAlteredBody: Codable, Sendable, Equatable {
        /// What is new of it.
        public var update: Update

        public init(update: Update) {
            self.update = update
        }
    }

    /// Begins its construction or procurement.
    public struct ConfigurationItemConstructBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Records its disposal.
    public struct ConfigurationItemDisposeBody: Codable, Sendable, Equatable {
        /// What proves it.
        public var evidence: Attachment

        public init(evidence: Attachment) {
            self.evidence = evidence
        }
    }

    /// It is gone.
    public struct ConfigurationItemDisposedBody: Codable, Sendable, Equatable {
        /// What proves it.
        public var evidence: Attachment

        public init(evidence: Attachment) {
            self.evidence = evidence
        }
    }

    /// Puts it into use.
    public typealias ConfigurationItemGoLiveBody = Move

    /// Begins its maintenance.
    public typealias ConfigurationItemMaintainBody = Move

    /// It moved to another state.
    public struct ConfigurationItemMovedBody: Codable, Sendable, Equatable {
        /// Why it might.
        public var cause: Cause?
        /// Where it is kept, when it went into stock.
        public var location: Code?
        /// In words.
        public var reason: String
        /// Where it stands now.
        public var to: CiPhase

        public init(to: CiPhase, cause: Cause? = nil, location: Code? = nil, reason: String = "") {
            self.cause = cause
            self.location = location
            self.reason = reason
            self.to = to
        }

        private enum CodingKeys: String, CodingKey {
            case cause, location, reason, to
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            cause = try fields.decodeIfPresent(Cause.self, forKey: .cause)
            location = try fields.decodeIfPresent(Code.self, forKey: .location)
            reason = try fields.decodeIfPresent(String.self, forKey: .reason) ?? ""
            to = try fields.decode(CiPhase.self, forKey: .to)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(cause, forKey: .cause)
            try fields.encodeIfPresent(location, forKey: .location)
            if !reason.isEmpty { try fields.encode(reason, forKey: .reason) }
            try fields.encode(to, forKey: .to)
        }
    }

    /// Registers an item that will be there.
    public struct ConfigurationItemRegisterBody: Codable, Sendable, Equatable {
        /// What it is.
        public var configuration: Configuration
        /// Who answers for it.
        public var owner: PersonId

        public init(configuration: Configuration, owner: PersonId) {
            self.configuration = configuration
            self.owner = owner
        }
    }

    /// An item was registered.
    public struct ConfigurationItemRegisteredBody: Codable, Sendable, Equatable {
        /// What it is.
        public var configuration: Configuration
        /// Who answers for it.
        public var owner: PersonId
        /// In which state it is.
        public var phase: CiPhase
        /// Whether it was taken over as it was found.
        public var imported: Bool

        public init(configuration: Configuration, owner: PersonId, phase: CiPhase, imported: Bool = false) {
            self.configuration = configuration
            self.owner = owner
            self.phase = phase
            self.imported = imported
        }

        private enum CodingKeys: String, CodingKey {
            case configuration, owner, phase, imported
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            configuration = try fields.decode(Configuration.self, forKey: .configuration)
            owner = try fields.decode(PersonId.self, forKey: .owner)
            phase = try fields.decode(CiPhase.self, forKey: .phase)
            imported = try fields.decodeIfPresent(Bool.self, forKey: .imported) ?? false
        }
    }

    /// Adds a relation, or replaces the one of the same key.
    public struct ConfigurationItemRelateBody: Codable, Sendable, Equatable {
        /// Why it may change.
        public var cause: Cause?
        /// The relation, from this item.
        public var relation: Relation

        public init(relation: Relation, cause: Cause? = nil) {
            self.cause = cause
            self.relation = relation
        }
    }

    /// It has a relation more, or another one of that key.
    public struct ConfigurationItemRelatedBody: Codable, Sendable, Equatable {
        /// Why it might change.
        public var cause: Cause?
        /// The relation.
        public var relation: Relation

        public init(relation: Relation, cause: Cause? = nil) {
            self.cause = cause
            self.relation = relation
        }
    }

    /// Ends its maintenance.
    public typealias ConfigurationItemReturnToLiveBody = Move

    /// Puts it into stock.
    public struct ConfigurationItemStockBody: Codable, Sendable, Equatable {
        /// Where it is kept.
        public var location: Code

        public init(location: Code) {
            self.location = location
        }
    }

    /// Takes an item over that is there already.
    public struct ConfigurationItemTakeOverBody: Codable, Sendable, Equatable {
        /// What it is.
        public var configuration: Configuration
        /// Who answers for it.
        public var owner: PersonId
        /// In which state it was found.
        public var phase: CiPhase

        public init(configuration: Configuration, owner: PersonId, phase: CiPhase) {
            self.configuration = configuration
            self.owner = owner
            self.phase = phase
        }
    }

    /// Begins its test.
    public struct ConfigurationItemTestBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Takes a relation away.
    public struct ConfigurationItemUnrelateBody: Codable, Sendable, Equatable {
        /// Why it may change.
        public var cause: Cause?
        /// Which.
        public var relation: RelationKey

        public init(relation: RelationKey, cause: Cause? = nil) {
            self.cause = cause
            self.relation = relation
        }
    }

    /// It has a relation less.
    public struct ConfigurationItemUnrelatedBody: Codable, Sendable, Equatable {
        /// Why it might change.
        public var cause: Cause?
        /// Which.
        public var relation: RelationKey

        public init(relation: RelationKey, cause: Cause? = nil) {
            self.cause = cause
            self.relation = relation
        }
    }

    /// Records what it has become; what is absent stays.
    public struct ConfigurationItemUpdateBody: Codable, Sendable, Equatable {
        /// Attributes; an empty text takes one away.
        public var attributes: [String: String]
        /// Why it may change; needed where the item is in use and its type under control.
        public var cause: Cause?
        /// Gates; `null` takes one away.
        public var gates: [String: Gate?]
        /// Where it is.
        public var location: Code?
        /// What people call it.
        public var name: String?
        /// Who answers for it.
        public var owner: PersonId?
        /// The supplier of it.
        public var supplier: Code?
        /// Its version.
        public var version: String?

        public init(
            attributes: [String: String] = [:],
            cause: Cause? = nil,
            gates: [String: Gate?] = [:],
            location: Code? = nil,
            name: String? = nil,
            owner: PersonId? = nil,
            supplier: Code? = nil,
            version: String? = nil
        ) {
            self.attributes = attributes
            self.cause = cause
            self.gates = gates
            self.location = location
            self.name = name
            self.owner = owner
            self.supplier = supplier
            self.version = version
        }

        private enum CodingKeys: String, CodingKey {
            case attributes, cause, gates, location, name, owner, supplier, version
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attributes = try fields.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
            cause = try fields.decodeIfPresent(Cause.self, forKey: .cause)
            gates = try fields.decodeIfPresent([String: Gate?].self, forKey: .gates) ?? [:]
            location = try fields.decodeIfPresent(Code.self, forKey: .location)
            name = try fields.decodeIfPresent(String.self, forKey: .name)
            owner = try fields.decodeIfPresent(PersonId.self, forKey: .owner)
            supplier = try fields.decodeIfPresent(Code.self, forKey: .supplier)
            version = try fields.decodeIfPresent(String.self, forKey: .version)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
            try fields.encodeIfPresent(cause, forKey: .cause)
            if !gates.isEmpty { try fields.encode(gates, forKey: .gates) }
            try fields.encodeIfPresent(location, forKey: .location)
            try fields.encodeIfPresent(name, forKey: .name)
            try fields.encodeIfPresent(owner, forKey: .owner)
            try fields.encodeIfPresent(supplier, forKey: .supplier)
            try fields.encodeIfPresent(version, forKey: .version)
        }
    }

    /// Takes it out of use.
    public typealias ConfigurationItemWithdrawBody = Move

    /// What an item needs of a group of providers. 冗余门
    ///
    /// A gate takes the k-th best state among its members: `all` the worst, `any` the best. A member is a provider, however many relations
    /// of the group lead from it; one whose relations are all informational is none.
    public enum Gate: Codable, Sendable, Equatable {
        /// Every member.
        case all
        /// One member, whichever.
        case any
        /// So many members; at least 1.
        case atLeast(Int)
        /// So many percent of the members, 1 to 100; the count is rounded up.
        case percent(Int)
        /// Members count by the weight of their relation.
        case weighted(WeightedGate)

        private enum CodingKeys: String, CodingKey {
            case percent, weighted
            case atLeast = "at_least"
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                switch word {
                case "all": self = .all
                case "any": self = .any
                default: throw strange(word, decoder.codingPath)
                }
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .atLeast: self = .atLeast(try fields.decode(Int.self, forKey: .atLeast))
            case .percent: self = .percent(try fields.decode(Int.self, forKey: .percent))
            case .weighted: self = .weighted(try fields.decode(WeightedGate.self, forKey: .weighted))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .all:
                var word = encoder.singleValueContainer()
                try word.encode("all")
            case .any:
                var word = encoder.singleValueContainer()
                try word.encode("any")
            case let .atLeast(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .atLeast)
            case let .percent(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .percent)
            case let .weighted(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .weighted)
            }
        }
    }

    /// Moves a controlled item: into use, into maintenance and back, out of use.
    public struct Move: Codable, Sendable, Equatable {
        /// Why it may move; needed where the type is under control.
        public var cause: Cause?
        /// In words.
        public var reason: String

        public init(cause: Cause? = nil, reason: String = "") {
            self.cause = cause
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case cause, reason
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            cause = try fields.decodeIfPresent(Cause.self, forKey: .cause)
            reason = try fields.decodeIfPresent(String.self, forKey: .reason) ?? ""
        }
    }

    /// A relation between two items. 配置项关系
    public struct Relation: Codable, Sendable, Equatable {
        /// Its id; a relation without one is known by its ends, kind and group, and those only once.
        public var id: RelationId?
        /// The item it is read from: `mail` in `mail runs_on vm-1`.
        public var from: CiId
        /// The item it is read to.
        public var to: CiId
        /// One of the kinds of the document.
        public var kind: Code
        /// The group of providers it belongs to, at whichever end suffers.
        public var group: Code?
        /// Its weight in a weighted gate, 1 to `limits.RELATION_WEIGHT`; 1 unless stated.
        public var weight: Int?
        /// How hard it hits, where that differs from its kind.
        public var strength: Strength?
        /// How sure it is that the relation exists, in parts per million.
        public var confidencePpm: Int?
        /// When somebody or something last saw it.
        public var verifiedAt: Date?

        public init(
            from: CiId,
            to: CiId,
            kind: Code,
            id: RelationId? = nil,
            group: Code? = nil,
            weight: Int? = nil,
            strength: Strength? = nil,
            confidencePpm: Int? = nil,
            verifiedAt: Date? = nil
        ) {
            self.id = id
            self.from = from
            self.to = to
            self.kind = kind
            self.group = group
            self.weight = weight
            self.strength = strength
            self.confidencePpm = confidencePpm
            self.verifiedAt = verifiedAt
        }

        private enum CodingKeys: String, CodingKey {
            case id, from, to, kind, group, weight, strength
            case confidencePpm = "confidence_ppm"
            case verifiedAt = "verified_at"
        }
    }

    /// What a relation is known by.
    public enum RelationKey: Codable, Sendable, Equatable {
        /// Its own id.
        case id(RelationId)
        /// Its ends, kind and group.
        case ends(Ends)

        public struct Ends: Codable, Sendable, Equatable {
            /// The item it is read from.
            public var from: CiId
            /// The item it is read to.
            public var to: CiId
            /// Its kind.
            public var kind: Code
            /// Its group, if it belongs to one.
            public var group: Code?

            public init(from: CiId, to: CiId, kind: Code, group: Code? = nil) {
                self.from = from
                self.to = to
                self.kind = kind
                self.group = group
            }
        }

        private enum CodingKeys: String, CodingKey {
            case id, ends
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .id: self = .id(try fields.decode(RelationId.self, forKey: .id))
            case .ends: self = .ends(try fields.decode(Ends.self, forKey: .ends))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .id(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .id)
            case let .ends(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .ends)
            }
        }
    }

    /// Records what it has become; what is absent stays.
    public struct Update: Codable, Sendable, Equatable {
        /// Attributes; an empty text takes one away.
        public var attributes: [String: String]
        /// Why it may change; needed where the item is in use and its type under control.
        public var cause: Cause?
        /// Gates; `null` takes one away.
        public var gates: [String: Gate?]
        /// Where it is.
        public var location: Code?
        /// What people call it.
        public var name: String?
        /// Who answers for it.
        public var owner: PersonId?
        /// The supplier of it.
        public var supplier: Code?
        /// Its version.
        public var version: String?

        public init(
            attributes: [String: String] = [:],
            cause: Cause? = nil,
            gates: [String: Gate?] = [:],
            location: Code? = nil,
            name: String? = nil,
            owner: PersonId? = nil,
            supplier: Code? = nil,
            version: String? = nil
        ) {
            self.attributes = attributes
            self.cause = cause
            self.gates = gates
            self.location = location
            self.name = name
            self.owner = owner
            self.supplier = supplier
            self.version = version
        }

        private enum CodingKeys: String, CodingKey {
            case attributes, cause, gates, location, name, owner, supplier, version
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attributes = try fields.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
            cause = try fields.decodeIfPresent(Cause.self, forKey: .cause)
            gates = try fields.decodeIfPresent([String: Gate?].self, forKey: .gates) ?? [:]
            location = try fields.decodeIfPresent(Code.self, forKey: .location)
            name = try fields.decodeIfPresent(String.self, forKey: .name)
            owner = try fields.decodeIfPresent(PersonId.self, forKey: .owner)
            supplier = try fields.decodeIfPresent(Code.self, forKey: .supplier)
            version = try fields.decodeIfPresent(String.self, forKey: .version)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
            try fields.encodeIfPresent(cause, forKey: .cause)
            if !gates.isEmpty { try fields.encode(gates, forKey: .gates) }
            try fields.encodeIfPresent(location, forKey: .location)
            try fields.encodeIfPresent(name, forKey: .name)
            try fields.encodeIfPresent(owner, forKey: .owner)
            try fields.encodeIfPresent(supplier, forKey: .supplier)
            try fields.encodeIfPresent(version, forKey: .version)
        }
    }

    /// How an item came to be as it is.
    public struct Updated: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// Why, where the item was under control.
        public var cause: Cause?

        public init(at: Date, by: PersonId, cause: Cause? = nil) {
            self.at = at
            self.by = by
            self.cause = cause
        }
    }

    /// How much weight a group may lose.
    public struct WeightedGate: Codable, Sendable, Equatable {
        /// Down when the members that are down hold more than this share of the weight, in percent, 0 to 99.
        public var downAbovePercent: Int
        /// Degraded when the members that are degraded or down hold more than this share, in percent. Without it, the share above.
        public var degradedAbovePercent: Int?

        public init(downAbovePercent: Int, degradedAbovePercent: Int? = nil) {
            self.downAbovePercent = downAbovePercent
            self.degradedAbovePercent = degradedAbovePercent
        }

        private enum CodingKeys: String, CodingKey {
            case downAbovePercent = "down_above_percent"
            case degradedAbovePercent = "degraded_above_percent"
        }
    }
}
