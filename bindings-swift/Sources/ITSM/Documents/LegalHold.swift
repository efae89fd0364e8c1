// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// How a hold ended.
    public struct HoldReleased: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// Why.
        public var reason: String

        public init(at: Date, by: PersonId, reason: String) {
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    /// A legal hold (spec 3.2): whoever opened the record placed it.
    public struct LegalHold: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: LegalHoldPhase
        /// The records that are kept.
        public var records: [NamedRecord]
        /// The person whose values and records are kept, a pseudonym.
        public var subject: PersonId?
        /// Why.
        public var reason: String
        /// By what authority: a court, a law, a contract.
        public var authority: String
        /// How it ended.
        public var released: HoldReleased?

        public init(
            envelope: Envelope,
            phase: LegalHoldPhase,
            reason: String,
            authority: String,
            records: [NamedRecord] = [],
            subject: PersonId? = nil,
            released: HoldReleased? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.records = records
            self.subject = subject
            self.reason = reason
            self.authority = authority
            self.released = released
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, records, subject, reason, authority, released
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            phase = try fields.decode(LegalHoldPhase.self, forKey: .phase)
            records = try fields.decodeIfPresent([NamedRecord].self, forKey: .records) ?? []
            subject = try fields.decodeIfPresent(PersonId.self, forKey: .subject)
            reason = try fields.decode(String.self, forKey: .reason)
            authority = try fields.decode(String.self, forKey: .authority)
            released = try fields.decodeIfPresent(HoldReleased.self, forKey: .released)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(phase, forKey: .phase)
            if !records.isEmpty { try fields.encode(records, forKey: .records) }
            try fields.encodeIfPresent(subject, forKey: .subject)
            try fields.encode(reason, forKey: .reason)
            try fields.encode(authority, forKey: .authority)
            try fields.encodeIfPresent(released, forKey: .released)
        }
    }

    /// The host's receipt for a notice.
    public struct LegalHoldConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// The phases of a legal hold.
    public enum LegalHoldPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// What it names is kept.
        case inForce = "in_force"
        /// It keeps nothing any more. Final.
        case released
    }

    /// Keeps records, or what is about a person.
    public struct LegalHoldPlaceBody: Codable, Sendable, Equatable {
        /// The records that are kept.
        public var records: [NamedRecord]
        /// The person whose values and records are kept, a pseudonym.
        public var subject: PersonId?
        /// Why.
        public var reason: String
        /// By what authority: a court, a law, a contract.
        public var authority: String

        public init(reason: String, authority: String, records: [NamedRecord] = [], subject: PersonId? = nil) {
            self.records = records
            self.subject = subject
            self.reason = reason
            self.authority = authority
        }

        private enum CodingKeys: String, CodingKey {
            case records, subject, reason, authority
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            records = try fields.decodeIfPresent([NamedRecord].self, forKey: .records) ?? []
            subject = try fields.decodeIfPresent(PersonId.self, forKey: .subject)
            reason = try fields.decode(String.self, forKey: .reason)
            authority = try fields.decode(String.self, forKey: .authority)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !records.isEmpty { try fields.encode(records, forKey: .records) }
            try fields.encodeIfPresent(subject, forKey: .subject)
            try fields.encode(reason, forKey: .reason)
            try fields.encode(authority, forKey: .authority)
        }
    }

    /// It was placed.
    public struct LegalHoldPlacedBody: Codable, Sendable, Equatable {
        /// The records that are kept.
        public var records: [NamedRecord]
        /// The person whose values and records are kept.
        public var subject: PersonId?
        /// Why.
        public var reason: String
        /// By what authority.
        public var authority: String

        public init(reason: String, authority: String, records: [NamedRecord] = [], subject: PersonId? = nil) {
            self.records = records
            self.subject = subject
            self.reason = reason
            self.authority = authority
        }

        private enum CodingKeys: String, CodingKey {
            case records, subject, reason, authority
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            records = try fields.decodeIfPresent([NamedRecord].self, forKey: .records) ?? []
            subject = try fields.decodeIfPresent(PersonId.self, forKey: .subject)
            reason = try fields.decode(String.self, forKey: .reason)
            authority = try fields.decode(String.self, forKey: .authority)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !records.isEmpty { try fields.encode(records, forKey: .records) }
            try fields.encodeIfPresent(subject, forKey: .subject)
            try fields.encode(reason, forKey: .reason)
            try fields.encode(authority, forKey: .authority)
        }
    }

    /// Ends the hold.
    public struct LegalHoldReleaseBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was released.
    public struct LegalHoldReleasedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }
}
