import Foundation

// Answers and questions that the schema does not name.

extension Document {
    /// A state of a lifecycle.
    public struct State: Codable, Sendable, Equatable {
        /// Its code in documents: `in_progress`.
        public var code: String
        /// What people read.
        public var label: Label
    }

    /// One legal move of a lifecycle.
    public struct LegalMove: Codable, Sendable, Equatable {
        /// The guard id.
        public var guardId: String
        /// The state before; `nil` when the command opens a record.
        public var from: String?
        /// The command's kind.
        public var command: String
        /// The state after.
        public var to: String
        /// What must be recorded or true.
        public var words: Label

        private enum CodingKeys: String, CodingKey {
            case guardId = "guard"
            case from, command, to, words
        }
    }

    /// A record that a guard wants to know about.
    public struct FactWanted: Codable, Sendable, Equatable {
        /// The process the record belongs to: `major_incident`.
        public var process: String
        /// Which record.
        public var record: RecordId
        /// What a computed fact is asked with: the items and the window of a change, for its conflicts.
        public var with: [String: [String]]?
    }

    /// What a command, or the passing of time, brings: what happened, and the record after it.
    public struct Decided: Codable, Sendable, Equatable {
        /// What happened, in order; indexes count from 0 and are the host's to replace.
        public var events: [Event]
        /// The record after the last of them.
        public var record: Record
    }

    /// What the passing of time brought to a system.
    public struct Advanced: Codable, Sendable, Equatable {
        /// What was fired, in order.
        public var events: [Event]
        /// The records that could not fire.
        public var stuck: [String]
    }

    /// A command that a record's state allows, and what stands in its way.
    public struct NextStep: Codable, Sendable, Equatable {
        /// The command's kind.
        public var command: String
        /// Every unmet condition; `nil`: nothing.
        public var refusal: Refusal?
        /// What the command says itself, which nobody else can.
        public var wants: String?
    }

    /// A code of a failure, and what it means.
    public struct ErrorCode: Codable, Sendable, Equatable {
        /// The stable code.
        public var code: String
        /// The kind of the failure.
        public var kind: FailureKind
        /// What it means.
        public var words: String
    }
}
