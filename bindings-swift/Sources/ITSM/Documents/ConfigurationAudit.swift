// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A configuration audit.
    public struct ConfigurationAudit: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: ConfigurationAuditPhase
        /// How items are verified.
        public var method: Method
        /// The items in scope.
        public var scope: [RecordId]
        /// Who audits.
        public var auditor: PersonId
        /// How many attributes were verified.
        public var attributesVerified: Int
        /// The items that were verified.
        public var verified: [RecordId]
        /// What is wrong.
        public var deficiencies: [Deficiency]
        /// The hash of its report.
        public var report: Digest?
        /// When it was concluded.
        public var concludedAt: Date?

        public init(
            envelope: Envelope,
            phase: ConfigurationAuditPhase,
            method: Method,
            scope: [RecordId],
            auditor: PersonId,
            attributesVerified: Int,
            verified: [RecordId],
            deficiencies: [Deficiency],
            report: Digest? = nil,
            concludedAt: Date? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.method = method
            self.scope = scope
            self.auditor = auditor
            self.attributesVerified = attributesVerified
            self.verified = verified
            self.deficiencies = deficiencies
            self.report = report
            self.concludedAt = concludedAt
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, method, scope, auditor, verified, deficiencies, report
            case attributesVerified = "attributes_verified"
            case concludedAt = "concluded_at"
        }
    }

    /// Gives it to another auditor.
    public struct ConfigurationAuditAssignBody: Codable, Sendable, Equatable {
        /// Who audits from now on.
        public var auditor: PersonId

        public init(auditor: PersonId) {
            self.auditor = auditor
        }
    }

    /// It has another auditor.
    public struct ConfigurationAuditAssignedBody: Codable, Sendable, Equatable {
        /// Who.
        public var auditor: PersonId

        public init(auditor: PersonId) {
            self.auditor = auditor
        }
    }

    /// Begins it.
    public struct ConfigurationAuditBeginBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It began.
    public struct ConfigurationAuditBegunBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Gives it up before it has a result.
    public struct ConfigurationAuditCancelBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It will not be held.
    public struct ConfigurationAuditCancelledBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Closes the audit.
    public struct ConfigurationAuditCloseBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Finds a deficiency gone.
    public struct ConfigurationAuditCloseDeficiencyBody: Codable, Sendable, Equatable {
        /// Its number, from 1.
        public var deficiency: Int

        public init(deficiency: Int) {
            self.deficiency = deficiency
        }
    }

    /// It was closed.
    public struct ConfigurationAuditClosedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Ends the verification.
    public struct ConfigurationAuditConcludeBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The verification ended.
    public struct ConfigurationAuditConcludedBody: Codable, Sendable, Equatable {
        /// Whether anything is wrong.
        public var deficient: Bool
        /// By when deficiencies have to be closed.
        public var due: Date

        public init(deficient: Bool, due: Date) {
            self.deficient = deficient
            self.due = due
        }
    }

    /// The host's receipt for a notice.
    public struct ConfigurationAuditConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Decides what is done about a deficiency.
    public struct ConfigurationAuditCorrectBody: Codable, Sendable, Equatable {
        /// What.
        public var correction: Correction
        /// Its number, from 1.
        public var deficiency: Int

        public init(correction: Correction, deficiency: Int) {
            self.correction = correction
            self.deficiency = deficiency
        }
    }

    /// It is decided what is done about a deficiency.
    public struct ConfigurationAuditCorrectedBody: Codable, Sendable, Equatable {
        /// What.
        public var correction: Correction
        /// Its number, from 1.
        public var deficiency: Int

        public init(correction: Correction, deficiency: Int) {
            self.correction = correction
            self.deficiency = deficiency
        }
    }

    /// Deficiencies were not closed in time.
    public struct ConfigurationAuditDeficienciesOverdueBody: Codable, Sendable, Equatable {
        /// By when they had to be.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// A deficiency is gone.
    public struct ConfigurationAuditDeficiencyClosedBody: Codable, Sendable, Equatable {
        /// Its number, from 1.
        public var deficiency: Int

        public init(deficiency: Int) {
            self.deficiency = deficiency
        }
    }

    /// The phases of a configuration audit (spec 3.23).
    public enum ConfigurationAuditPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Its scope and auditor are named.
        case planned
        /// Items are verified.
        case inProgress = "in_progress"
        /// It found deficiencies.
        case deficient
        /// It found none.
        case clean
        /// Its report is out.
        case reported
        /// Every deficiency is acted on. Final.
        case closed
        /// It will not be held. Final.
        case cancelled
    }

    /// Plans an audit.
    public struct ConfigurationAuditPlanBody: Codable, Sendable, Equatable {
        /// Who audits.
        public var auditor: PersonId
        /// How items are verified.
        public var method: Method
        /// The items in scope.
        public var scope: [RecordId]

        public init(auditor: PersonId, method: Method, scope: [RecordId]) {
            self.auditor = auditor
            self.method = method
            self.scope = scope
        }
    }

    /// It was planned.
    public struct ConfigurationAuditPlannedBody: Codable, Sendable, Equatable {
        /// Who audits.
        public var auditor: PersonId
        /// How items are verified.
        public var method: Method
        /// The items in scope.
        public var scope: [RecordId]

        public init(auditor: PersonId, method: Method, scope: [RecordId]) {
            self.auditor = auditor
            self.method = method
            self.scope = scope
        }
    }

    /// Records what was found of some items.
    public struct ConfigurationAuditRecordBody: Codable, Sendable, Equatable {
        /// What was found.
        public var findings: [Finding]

        public init(findings: [Finding]) {
            self.findings = findings
        }
    }

    /// Items were verified.
    public struct ConfigurationAuditRecordedBody: Codable, Sendable, Equatable {
        /// What was found.
        public var findings: [Finding]

        public init(findings: [Finding]) {
            self.findings = findings
        }
    }

    /// Reports it.
    public struct ConfigurationAuditReportBody: Codable, Sendable, Equatable {
        /// The report.
        public var report: Attachment

        public init(report: Attachment) {
            self.report = report
        }
    }

    /// It was reported.
    public struct ConfigurationAuditReportedBody: Codable, Sendable, Equatable {
        /// The hash of the report.
        public var report: Digest

        public init(report: Digest) {
            self.report = report
        }
    }

    /// What is done about a deficiency.
    public enum Correction: Codable, Sendable, Equatable {
        /// A change of its own.
        case change(RecordId)
        /// The register is corrected; approved by this person.
        case register(PersonId)

        private enum CodingKeys: String, CodingKey {
            case change, register
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .change: self = .change(try fields.decode(RecordId.self, forKey: .change))
            case .register: self = .register(try fields.decode(PersonId.self, forKey: .register))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .change(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .change)
            case let .register(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .register)
            }
        }
    }

    /// A deficiency, counted from 1 in its audit.
    public struct Deficiency: Codable, Sendable, Equatable {
        /// When it was closed.
        public var closedAt: Date?
        /// When it was decided what is done about it.
        public var correctedAt: Date?
        /// What is done about it.
        public var correction: Correction?
        /// By when it has to be closed, once the audit is concluded.
        public var due: Date?
        /// What was found.
        public var found: Found
        /// Of which item.
        public var item: RecordId
        /// Whether it was not closed in time.
        public var overdue: Bool

        public init(
            found: Found,
            item: RecordId,
            overdue: Bool,
            closedAt: Date? = nil,
            correctedAt: Date? = nil,
            correction: Correction? = nil,
            due: Date? = nil
        ) {
            self.closedAt = closedAt
            self.correctedAt = correctedAt
            self.correction = correction
            self.due = due
            self.found = found
            self.item = item
            self.overdue = overdue
        }

        private enum CodingKeys: String, CodingKey {
            case correction, due, found, item, overdue
            case closedAt = "closed_at"
            case correctedAt = "corrected_at"
        }
    }

    /// What is wrong with an item.
    public enum DeficiencyKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It is registered, and was not found.
        case missing
        /// It was found, and is not registered.
        case unexpected
        /// An attribute says something else.
        case differs
    }

    /// What was found of one item.
    public struct Finding: Codable, Sendable, Equatable {
        /// How many of its attributes were verified.
        public var attributesVerified: Int
        /// What is wrong with it; empty: nothing.
        public var deficiencies: [Found]
        /// Which.
        public var item: RecordId

        public init(attributesVerified: Int, item: RecordId, deficiencies: [Found] = []) {
            self.attributesVerified = attributesVerified
            self.deficiencies = deficiencies
            self.item = item
        }

        private enum CodingKeys: String, CodingKey {
            case deficiencies, item
            case attributesVerified = "attributes_verified"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attributesVerified = try fields.decode(Int.self, forKey: .attributesVerified)
            deficiencies = try fields.decodeIfPresent([Found].self, forKey: .deficiencies) ?? []
            item = try fields.decode(RecordId.self, forKey: .item)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(attributesVerified, forKey: .attributesVerified)
            if !deficiencies.isEmpty { try fields.encode(deficiencies, forKey: .deficiencies) }
            try fields.encode(item, forKey: .item)
        }
    }

    /// One thing that is wrong with an item.
    public struct Found: Codable, Sendable, Equatable {
        /// The attribute, where one differs.
        public var attribute: Code?
        /// What was found.
        public var found: String
        /// What is wrong.
        public var kind: DeficiencyKind
        /// What is registered.
        public var registered: String

        public init(kind: DeficiencyKind, attribute: Code? = nil, found: String = "", registered: String = "") {
            self.attribute = attribute
            self.found = found
            self.kind = kind
            self.registered = registered
        }

        private enum CodingKeys: String, CodingKey {
            case attribute, found, kind, registered
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attribute = try fields.decodeIfPresent(Code.self, forKey: .attribute)
            found = try fields.decodeIfPresent(String.self, forKey: .found) ?? ""
            kind = try fields.decode(DeficiencyKind.self, forKey: .kind)
            registered = try fields.decodeIfPresent(String.self, forKey: .registered) ?? ""
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(attribute, forKey: .attribute)
            if !found.isEmpty { try fields.encode(found, forKey: .found) }
            try fields.encode(kind, forKey: .kind)
            if !registered.isEmpty { try fields.encode(registered, forKey: .registered) }
        }
    }

    /// How items are verified.
    public enum Method: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// By looking at them.
        case physical
        /// By a discovery tool.
        case discovery
        /// Both ways.
        case both
    }
}
