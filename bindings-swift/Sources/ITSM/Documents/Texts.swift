// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A date: `2026-10-01`.
    public struct CalendarDate: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A configuration item.
    public struct CiId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A clause of an agreement.
    public struct ClauseId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A category, symptom or resolution code of the host's own tree: `network/vpn`.
    public struct Code: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// One command, chosen by the caller; the same id twice is the same command.
    public struct CommandId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// The salted commitment to a personal value; the value travels apart.
    public struct Commitment: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A customer organisation.
    public struct CustomerId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// SHA-256 as lower-case hexadecimal digits.
    public struct Digest: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`.
    public typealias Instant = Date
}

extension Document {
    /// An escalation level or threshold of a clause.
    public struct LevelId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A day of every year: `12-25`.
    public struct MonthDay: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A person, as a pseudonym of the host's choosing; separation of duties compares these.
    public struct PersonId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A policy document: a calendar, a matrix, an agreement, a request model.
    public struct PolicyId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A probability as an exact decimal.
    public struct Probability: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A record: `INC-000042`. Unique within its process.
    public struct RecordId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A relation between two configuration items.
    public struct RelationId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A service of the catalogue.
    public struct ServiceId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// A tenant: one system holds one.
    public struct TenantId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// What people write; at most 32,768 bytes of UTF-8.
    public typealias Text = String
}

extension Document {
    /// A time of day: `09:00`.
    public struct TimeOfDay: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// Who is told of a level: in documents a role's code, `requester` or `assignee`.
    public struct Told: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Document {
    /// An organisational unit or support group.
    public struct UnitId: FormedText {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}
