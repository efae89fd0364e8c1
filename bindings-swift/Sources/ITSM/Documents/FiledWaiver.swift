// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A waiver on file.
    public struct FiledWaiver: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: WaiverPhase
        /// What it says.
        public var waiver: Waiver

        public init(envelope: Envelope, phase: WaiverPhase, waiver: Waiver) {
            self.envelope = envelope
            self.phase = phase
            self.waiver = waiver
        }
    }

    /// A filed `SodWaiver` (spec 3.0.7): lifts one row for named persons for at most a year. 职责分离豁免
    ///
    /// Serialised as its `WaiverTerms`, and checked whenever it is read.
    public struct Waiver: Codable, Sendable, Equatable {
        /// The waiver's own record.
        public var id: RecordId
        /// The row that it lifts.
        public var duty: Duty
        /// For whom: distinct persons, at least one.
        public var persons: [PersonId]
        /// Why the duties cannot be separated.
        public var reason: String
        /// What is done instead.
        public var compensatingControl: String
        /// Who approved it; none of the persons.
        public var approvedBy: PersonId
        /// As what he approved it: top management or its representative.
        public var approvedRole: Role
        /// In force from this instant.
        public var validFrom: Date
        /// In force up to and including this instant, at most `Waiver.LONGEST_S` after `valid_from`.
        public var validUntil: Date

        public init(
            id: RecordId,
            duty: Duty,
            persons: [PersonId],
            reason: String,
            compensatingControl: String,
            approvedBy: PersonId,
            approvedRole: Role,
            validFrom: Date,
            validUntil: Date
        ) {
            self.id = id
            self.duty = duty
            self.persons = persons
            self.reason = reason
            self.compensatingControl = compensatingControl
            self.approvedBy = approvedBy
            self.approvedRole = approvedRole
            self.validFrom = validFrom
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case id, duty, persons, reason
            case compensatingControl = "compensating_control"
            case approvedBy = "approved_by"
            case approvedRole = "approved_role"
            case validFrom = "valid_from"
            case validUntil = "valid_until"
        }
    }

    /// Files a waiver; the record's id is the waiver's.
    public struct WaiverFileBody: Codable, Sendable, Equatable {
        /// What it says.
        public var waiver: Waiver

        public init(waiver: Waiver) {
            self.waiver = waiver
        }
    }

    /// A waiver was filed.
    public struct WaiverFiledBody: Codable, Sendable, Equatable {
        /// What it says.
        public var waiver: Waiver

        public init(waiver: Waiver) {
            self.waiver = waiver
        }
    }

    /// The phases of a waiver.
    public enum WaiverPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It lifts its row within its validity.
        case filed
        /// It lifts nothing any more.
        case revoked
    }

    /// Revokes a waiver.
    public struct WaiverRevokeBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// A waiver was revoked.
    public struct WaiverRevokedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }
}
