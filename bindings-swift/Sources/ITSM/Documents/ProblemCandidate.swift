// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// As which problem a candidate was accepted.
    public enum AcceptedAs: Codable, Sendable, Equatable {
        /// A new one, to be logged under this id.
        case new(RecordId)
        /// One that is open already.
        case existing(RecordId)

        private enum CodingKeys: String, CodingKey {
            case new, existing
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .new: self = .new(try fields.decode(RecordId.self, forKey: .new))
            case .existing: self = .existing(try fields.decode(RecordId.self, forKey: .existing))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .new(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .new)
            case let .existing(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .existing)
            }
        }
    }

    /// The detection rules of spec 3.22, (a) to (e).
    public enum DetectionRule: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// (a) Several incidents with one item, or with one category and symptom, in a short time.
        case recurringIncidents = "recurring_incidents"
        /// (b) A major incident.
        case majorIncident = "major_incident"
        /// (c) An incident was resolved by a workaround that no known error explains.
        case unexplainedWorkaround = "unexplained_workaround"
        /// (d) A trend of capacity or availability.
        case trend
        /// (e) A supplier announced a defect of a version in use.
        case supplierDefect = "supplier_defect"
        /// A change failed and hit a service (T-CHG-12): not among the five, and as much a reason to look for the cause.
        case failedChange = "failed_change"
    }

    /// A problem candidate.
    public struct ProblemCandidate: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ProblemCandidateState
        /// The rule that found it.
        public var rule: DetectionRule
        /// What it is about.
        public var subject: Subject
        /// Its incidents.
        public var incidents: [RecordId]
        /// What else speaks for it.
        public var note: String?

        public init(
            envelope: Envelope,
            state: ProblemCandidateState,
            rule: DetectionRule,
            subject: Subject,
            incidents: [RecordId] = [],
            note: String? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.rule = rule
            self.subject = subject
            self.incidents = incidents
            self.note = note
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, state, rule, subject, incidents, note
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ProblemCandidateState.self, forKey: .state)
            rule = try fields.decode(DetectionRule.self, forKey: .rule)
            subject = try fields.decode(Subject.self, forKey: .subject)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            note = try fields.decodeIfPresent(String.self, forKey: .note)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(rule, forKey: .rule)
            try fields.encode(subject, forKey: .subject)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encodeIfPresent(note, forKey: .note)
        }
    }

    /// Decides that it is a problem.
    public struct ProblemCandidateAcceptBody: Codable, Sendable, Equatable {
        /// Which.
        public var problem: AcceptedAs

        public init(problem: AcceptedAs) {
            self.problem = problem
        }
    }

    /// It is a problem.
    public struct ProblemCandidateAcceptedBody: Codable, Sendable, Equatable {
        /// Which.
        public var problem: AcceptedAs

        public init(problem: AcceptedAs) {
            self.problem = problem
        }
    }

    /// Adds incidents to an open candidate.
    public struct ProblemCandidateAddEvidenceBody: Codable, Sendable, Equatable {
        /// Which.
        public var incidents: [RecordId]

        public init(incidents: [RecordId]) {
            self.incidents = incidents
        }
    }

    /// The host's receipt for a notice.
    public struct ProblemCandidateConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Decides that it is none.
    public struct ProblemCandidateDeclineBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It is none.
    public struct ProblemCandidateDeclinedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Incidents were added.
    public struct ProblemCandidateEvidenceAddedBody: Codable, Sendable, Equatable {
        /// Which.
        public var incidents: [RecordId]

        public init(incidents: [RecordId]) {
            self.incidents = incidents
        }
    }

    /// Raises a candidate.
    public struct ProblemCandidateRaiseBody: Codable, Sendable, Equatable {
        /// The rule that found it.
        public var rule: DetectionRule
        /// What it is about.
        public var subject: Subject
        /// Its incidents.
        public var incidents: [RecordId]
        /// What else speaks for it: the trend, the supplier's notice.
        public var note: String?

        public init(rule: DetectionRule, subject: Subject, incidents: [RecordId] = [], note: String? = nil) {
            self.rule = rule
            self.subject = subject
            self.incidents = incidents
            self.note = note
        }

        private enum CodingKeys: String, CodingKey {
            case rule, subject, incidents, note
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            rule = try fields.decode(DetectionRule.self, forKey: .rule)
            subject = try fields.decode(Subject.self, forKey: .subject)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            note = try fields.decodeIfPresent(String.self, forKey: .note)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(rule, forKey: .rule)
            try fields.encode(subject, forKey: .subject)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encodeIfPresent(note, forKey: .note)
        }
    }

    /// A candidate was raised.
    public struct ProblemCandidateRaisedBody: Codable, Sendable, Equatable {
        /// Its incidents.
        public var incidents: [RecordId]
        /// What else speaks for it.
        public var note: String?
        /// The rule that found it.
        public var rule: DetectionRule
        /// What it is about.
        public var subject: Subject

        public init(rule: DetectionRule, subject: Subject, incidents: [RecordId] = [], note: String? = nil) {
            self.incidents = incidents
            self.note = note
            self.rule = rule
            self.subject = subject
        }

        private enum CodingKeys: String, CodingKey {
            case incidents, note, rule, subject
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            note = try fields.decodeIfPresent(String.self, forKey: .note)
            rule = try fields.decode(DetectionRule.self, forKey: .rule)
            subject = try fields.decode(Subject.self, forKey: .subject)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encodeIfPresent(note, forKey: .note)
            try fields.encode(rule, forKey: .rule)
            try fields.encode(subject, forKey: .subject)
        }
    }

    /// The state of a problem candidate with the data that exist only in it.
    public enum ProblemCandidateState: Codable, Sendable, Equatable {
        /// To be decided.
        case raised
        /// It is a problem.
        case accepted(at: Date, by: PersonId, problem: AcceptedAs)
        /// It is none.
        case declined(at: Date, by: PersonId, reason: String)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .raised: "raised"
            case .accepted: "accepted"
            case .declined: "declined"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, at, by, problem, reason
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "raised":
                self = .raised
            case "accepted":
                self = .accepted(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    problem: try fields.decode(AcceptedAs.self, forKey: .problem)
                )
            case "declined":
                self = .declined(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .accepted(at, by, problem):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(problem, forKey: .problem)
            case let .declined(at, by, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// What a candidate is about. At most one candidate is open for each.
    public enum Subject: Codable, Sendable, Equatable {
        /// A configuration item.
        case ci(CiId)
        /// A symptom within a category.
        case symptom(Symptom)
        /// One incident, where neither is known.
        case incident(RecordId)

        public struct Symptom: Codable, Sendable, Equatable {
            /// The category.
            public var category: Code
            /// The symptom.
            public var symptomCode: Code

            public init(category: Code, symptomCode: Code) {
                self.category = category
                self.symptomCode = symptomCode
            }

            private enum CodingKeys: String, CodingKey {
                case category
                case symptomCode = "symptom_code"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case ci, symptom, incident
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .ci: self = .ci(try fields.decode(CiId.self, forKey: .ci))
            case .symptom: self = .symptom(try fields.decode(Symptom.self, forKey: .symptom))
            case .incident: self = .incident(try fields.decode(RecordId.self, forKey: .incident))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .ci(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .ci)
            case let .symptom(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .symptom)
            case let .incident(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .incident)
            }
        }
    }
}
