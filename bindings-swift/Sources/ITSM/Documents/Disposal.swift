// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A disposal (`DisposalBatch` of spec 3.2): whoever opened the record requested it.
    public struct Disposal: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: DisposalPhase
        /// What is destroyed.
        public var order: DisposalOrder
        /// What allows or demands it.
        public var legalBasis: String
        /// How it is done.
        public var method: String
        /// Who approved it.
        public var approval: DisposalApproval?
        /// Why it was rejected or cancelled.
        public var endedBecause: String?
        /// The records that were disposed of.
        public var disposed: [DisposedRecord]

        public init(
            envelope: Envelope,
            phase: DisposalPhase,
            order: DisposalOrder,
            legalBasis: String,
            method: String,
            approval: DisposalApproval? = nil,
            endedBecause: String? = nil,
            disposed: [DisposedRecord] = []
        ) {
            self.envelope = envelope
            self.phase = phase
            self.order = order
            self.legalBasis = legalBasis
            self.method = method
            self.approval = approval
            self.endedBecause = endedBecause
            self.disposed = disposed
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, order, method, approval, disposed
            case legalBasis = "legal_basis"
            case endedBecause = "ended_because"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            phase = try fields.decode(DisposalPhase.self, forKey: .phase)
            order = try fields.decode(DisposalOrder.self, forKey: .order)
            legalBasis = try fields.decode(String.self, forKey: .legalBasis)
            method = try fields.decode(String.self, forKey: .method)
            approval = try fields.decodeIfPresent(DisposalApproval.self, forKey: .approval)
            endedBecause = try fields.decodeIfPresent(String.self, forKey: .endedBecause)
            disposed = try fields.decodeIfPresent([DisposedRecord].self, forKey: .disposed) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(phase, forKey: .phase)
            try fields.encode(order, forKey: .order)
            try fields.encode(legalBasis, forKey: .legalBasis)
            try fields.encode(method, forKey: .method)
            try fields.encodeIfPresent(approval, forKey: .approval)
            try fields.encodeIfPresent(endedBecause, forKey: .endedBecause)
            if !disposed.isEmpty { try fields.encode(disposed, forKey: .disposed) }
        }
    }

    /// What a second person said.
    public struct DisposalApproval: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Who.
        public var by: PersonId

        public init(at: Date, by: PersonId) {
            self.at = at
            self.by = by
        }
    }

    /// Approves it, as a second person.
    public struct DisposalApproveBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// A second person approved it.
    public struct DisposalApprovedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Takes it back.
    public struct DisposalCancelBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was taken back.
    public struct DisposalCancelledBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was carried out: what a store deletes, and nothing else.
    public struct DisposalCarriedOutBody: Codable, Sendable, Equatable {
        /// The events whose personal values are erased.
        public var erased: [NamedEvents]
        /// The records that are disposed of: every event up to the last version.
        public var disposed: [DisposedRecord]

        public init(erased: [NamedEvents] = [], disposed: [DisposedRecord] = []) {
            self.erased = erased
            self.disposed = disposed
        }

        private enum CodingKeys: String, CodingKey {
            case erased, disposed
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            erased = try fields.decodeIfPresent([NamedEvents].self, forKey: .erased) ?? []
            disposed = try fields.decodeIfPresent([DisposedRecord].self, forKey: .disposed) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !erased.isEmpty { try fields.encode(erased, forKey: .erased) }
            if !disposed.isEmpty { try fields.encode(disposed, forKey: .disposed) }
        }
    }

    /// Carries it out.
    public struct DisposalCarryOutBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The host's receipt for a notice.
    public struct DisposalConfirmNoticeBody: Codable, Sendable, Equatable {
        /// When it reached its recipient.
        public var deliveredAt: Date
        /// The number of the notice within the record.
        public var number: Int

        public init(deliveredAt: Date, number: Int) {
            self.deliveredAt = deliveredAt
            self.number = number
        }

        private enum CodingKeys: String, CodingKey {
            case number
            case deliveredAt = "delivered_at"
        }
    }

    /// What is destroyed.
    public enum DisposalOrder: Codable, Sendable, Equatable {
        /// Personal values of somebody; the records stay.
        case erase(Erasure)
        /// Whole records; their ids stay.
        case dispose(Removal)

        private enum CodingKeys: String, CodingKey {
            case erase, dispose
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .erase: self = .erase(try fields.decode(Erasure.self, forKey: .erase))
            case .dispose: self = .dispose(try fields.decode(Removal.self, forKey: .dispose))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .erase(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .erase)
            case let .dispose(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .dispose)
            }
        }
    }

    /// The phases of a disposal.
    public enum DisposalPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It waits for a second person.
        case requested
        /// It may be carried out.
        case approved
        /// It was done. Final.
        case carriedOut = "carried_out"
        /// The second person refused. Final.
        case rejected
        /// It was taken back. Final.
        case cancelled
    }

    /// Rejects it.
    public struct DisposalRejectBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was rejected.
    public struct DisposalRejectedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Asks for a disposal.
    public struct DisposalRequestBody: Codable, Sendable, Equatable {
        /// What is destroyed.
        public var order: DisposalOrder
        /// What allows or demands it.
        public var legalBasis: String
        /// How it is done.
        public var method: String

        public init(order: DisposalOrder, legalBasis: String, method: String) {
            self.order = order
            self.legalBasis = legalBasis
            self.method = method
        }

        private enum CodingKeys: String, CodingKey {
            case order, method
            case legalBasis = "legal_basis"
        }
    }

    /// It was requested.
    public struct DisposalRequestedBody: Codable, Sendable, Equatable {
        /// What is destroyed: of an erasure every event by its version.
        public var order: DisposalOrder
        /// What allows or demands it.
        public var legalBasis: String
        /// How it is done.
        public var method: String

        public init(order: DisposalOrder, legalBasis: String, method: String) {
            self.order = order
            self.legalBasis = legalBasis
            self.method = method
        }

        private enum CodingKeys: String, CodingKey {
            case order, method
            case legalBasis = "legal_basis"
        }
    }

    /// A record that was disposed of, and the last version it had: no stream of that name begins again.
    public struct DisposedRecord: Codable, Sendable, Equatable {
        /// The process it belonged to.
        public var process: Code
        /// Its id.
        public var record: RecordId
        /// Its last version.
        public var version: Int

        public init(process: Code, record: RecordId, version: Int) {
            self.process = process
            self.record = record
            self.version = version
        }
    }

    /// The erasure of personal values: by the events that hold them, never by the values.
    public struct Erasure: Codable, Sendable, Equatable {
        /// Whose values they are, a pseudonym of the host.
        public var subject: PersonId
        /// The events.
        public var events: [NamedEvents]

        public init(subject: PersonId, events: [NamedEvents]) {
            self.subject = subject
            self.events = events
        }
    }

    /// Events of one record, named by its version after each.
    public struct NamedEvents: Codable, Sendable, Equatable {
        /// The process the record belongs to.
        public var process: Code
        /// Its id.
        public var record: RecordId
        /// The versions, in order; in a request none of them stands for all that hold a personal value.
        public var versions: [Int]

        public init(process: Code, record: RecordId, versions: [Int] = []) {
            self.process = process
            self.record = record
            self.versions = versions
        }

        private enum CodingKeys: String, CodingKey {
            case process, record, versions
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            process = try fields.decode(Code.self, forKey: .process)
            record = try fields.decode(RecordId.self, forKey: .record)
            versions = try fields.decodeIfPresent([Int].self, forKey: .versions) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(process, forKey: .process)
            try fields.encode(record, forKey: .record)
            if !versions.isEmpty { try fields.encode(versions, forKey: .versions) }
        }
    }

    /// The removal of whole records.
    public struct Removal: Codable, Sendable, Equatable {
        /// The records.
        public var records: [NamedRecord]

        public init(records: [NamedRecord]) {
            self.records = records
        }
    }
}
