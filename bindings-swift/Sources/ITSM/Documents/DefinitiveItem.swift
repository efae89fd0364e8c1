// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A definitive item.
    public struct DefinitiveItem: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: DefinitiveItemPhase
        /// What was put there.
        public var deposit: Deposit
        /// When it was found intact last.
        public var verifiedAt: Date?
        /// Whether it was found altered: releases are not built from it then.
        public var corrupt: Bool
        /// What took its place.
        public var supersededBy: RecordId?

        public init(
            envelope: Envelope,
            phase: DefinitiveItemPhase,
            deposit: Deposit,
            corrupt: Bool,
            verifiedAt: Date? = nil,
            supersededBy: RecordId? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.deposit = deposit
            self.verifiedAt = verifiedAt
            self.corrupt = corrupt
            self.supersededBy = supersededBy
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, deposit, corrupt
            case verifiedAt = "verified_at"
            case supersededBy = "superseded_by"
        }
    }

    /// The host's receipt for a notice.
    public struct DefinitiveItemConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// The phases of a definitive item.
    public enum DefinitiveItemPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Releases may be built from it.
        case registered
        /// A later one took its place. Final.
        case superseded
        /// Nothing is built from it any more. Final.
        case withdrawn
    }

    /// Puts a master into the library.
    public struct DefinitiveItemRegisterBody: Codable, Sendable, Equatable {
        /// The SHA-256 of the master.
        public var checksum: Digest
        /// The configuration item that it is the master of.
        public var item: RecordId
        /// Under which licence it is used.
        public var licence: String
        /// Where it is kept.
        public var location: String
        /// The version of the item that it is.
        public var version: String

        public init(checksum: Digest, item: RecordId, licence: String, location: String, version: String) {
            self.checksum = checksum
            self.item = item
            self.licence = licence
            self.location = location
            self.version = version
        }
    }

    /// Puts a master into the library.
    public struct DefinitiveItemRegisteredBody: Codable, Sendable, Equatable {
        /// The SHA-256 of the master.
        public var checksum: Digest
        /// The configuration item that it is the master of.
        public var item: RecordId
        /// Under which licence it is used.
        public var licence: String
        /// Where it is kept.
        public var location: String
        /// The version of the item that it is.
        public var version: String

        public init(checksum: Digest, item: RecordId, licence: String, location: String, version: String) {
            self.checksum = checksum
            self.item = item
            self.licence = licence
            self.location = location
            self.version = version
        }
    }

    /// Names the one that took its place.
    public struct DefinitiveItemSupersedeBody: Codable, Sendable, Equatable {
        /// Which.
        public var by: RecordId

        public init(by: RecordId) {
            self.by = by
        }
    }

    /// Another one took its place.
    public struct DefinitiveItemSupersededBody: Codable, Sendable, Equatable {
        /// Which.
        public var by: RecordId

        public init(by: RecordId) {
            self.by = by
        }
    }

    /// It was compared with its checksum.
    public struct DefinitiveItemVerifiedBody: Codable, Sendable, Equatable {
        /// The checksum as it was found.
        public var checksum: Digest
        /// Whether it is what was put there.
        public var intact: Bool

        public init(checksum: Digest, intact: Bool) {
            self.checksum = checksum
            self.intact = intact
        }
    }

    /// Compares what lies there with what was put there.
    public struct DefinitiveItemVerifyBody: Codable, Sendable, Equatable {
        /// The checksum as it was found.
        public var checksum: Digest

        public init(checksum: Digest) {
            self.checksum = checksum
        }
    }

    /// Withdraws it.
    public struct DefinitiveItemWithdrawBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was withdrawn.
    public struct DefinitiveItemWithdrawnBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Puts a master into the library.
    public struct Deposit: Codable, Sendable, Equatable {
        /// The SHA-256 of the master.
        public var checksum: Digest
        /// The configuration item that it is the master of.
        public var item: RecordId
        /// Under which licence it is used.
        public var licence: String
        /// Where it is kept.
        public var location: String
        /// The version of the item that it is.
        public var version: String

        public init(checksum: Digest, item: RecordId, licence: String, location: String, version: String) {
            self.checksum = checksum
            self.item = item
            self.licence = licence
            self.location = location
            self.version = version
        }
    }
}
