// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A date from 1970 to 2200: `2026-10-01`.
    public struct CalendarDate: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A configuration item.
    public struct CiId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A clause of an agreement.
    public struct ClauseId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A category, symptom or resolution code of the host's own tree: `network/vpn`.
    public struct Code: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// One command, chosen by the caller; the same id twice is the same command.
    public struct CommandId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The salted commitment to a personal value; the value travels apart.
    public struct Commitment: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A customer organisation.
    public struct CustomerId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// SHA-256 as lower-case hexadecimal digits.
    public struct Digest: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What every identifier is: 1 to 128 bytes that people can see.
    public struct Identifier: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`.
    public typealias Instant = Date

    /// An escalation level or threshold of a clause.
    public struct LevelId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A day of every year: `12-25`.
    public struct MonthDay: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A person, as a pseudonym of the host's choosing; separation of duties compares these.
    public struct PersonId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A policy document: a calendar, a matrix, an agreement, a request model.
    public struct PolicyId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A probability as an exact decimal.
    public struct Probability: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A record: `INC-000042`. Unique within its process.
    public struct RecordId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A relation between two configuration items.
    public struct RelationId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A service of the catalogue.
    public struct ServiceId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A tenant: one system holds one.
    public struct TenantId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What people write; at most 32,768 bytes of UTF-8.
    public typealias Text = String

    /// A time of day: `09:00`.
    public struct TimeOfDay: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// An organisational unit or support group.
    public struct UnitId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}
