// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A record of any process.
    public enum Record: Codable, Sendable, Equatable {
        /// An incident.
        case incident(Incident)
        /// A major incident.
        case majorIncident(MajorIncident)
        /// A service request.
        case serviceRequest(ServiceRequest)
        /// A configuration item.
        case configurationItem(ConfigurationItem)
        /// A configuration baseline.
        case baseline(Baseline)
        /// A definitive item.
        case definitiveItem(DefinitiveItem)
        /// A configuration audit.
        case configurationAudit(ConfigurationAudit)
        /// A release.
        case release(Release)
        /// A change.
        case change(Change)
        /// A standard change model: an approval given beforehand. 标准变更模型
        case changeModel(ChangeModel)
        /// A problem.
        case problem(Problem)
        /// A known error.
        case knownError(KnownError)
        /// A problem candidate.
        case problemCandidate(ProblemCandidate)
        /// A planned activity (spec 3.0.6).
        case plannedActivity(PlannedActivity)
        /// A legal hold (spec 3.2): whoever opened the record placed it.
        case legalHold(LegalHold)
        /// A disposal (`DisposalBatch` of spec 3.2): whoever opened the record requested it.
        case disposal(Disposal)
        /// A policy and all its versions.
        case policy(Policy)
        /// A waiver on file.
        case filedWaiver(FiledWaiver)

        public init(from decoder: any Decoder) throws {
            let keys = try Keys(of: decoder)
            if keys.hold("envelope", "state", "channel", "requester", "symptom", "service_down", "hops", "actions", "clocks") {
                self = .incident(try Incident(from: decoder))
            } else if keys.hold("envelope", "state", "incident", "manager", "managers", "declared_at", "notice_due", "update_every_s", "updates_missed") {
                self = .majorIncident(try MajorIncident(from: decoder))
            } else if keys.hold("envelope", "state", "model", "requester", "beneficiary", "actions", "clocks") {
                self = .serviceRequest(try ServiceRequest(from: decoder))
            } else if keys.hold("envelope", "phase", "configuration", "updated", "updaters") {
                self = .configurationItem(try ConfigurationItem(from: decoder))
            } else if keys.hold("envelope", "phase", "purpose", "items", "hash") {
                self = .baseline(try Baseline(from: decoder))
            } else if keys.hold("envelope", "phase", "deposit", "corrupt") {
                self = .definitiveItem(try DefinitiveItem(from: decoder))
            } else if keys.hold("envelope", "phase", "method", "scope", "auditor", "attributes_verified", "verified", "deficiencies") {
                self = .configurationAudit(try ConfigurationAudit(from: decoder))
            } else if keys.hold("envelope", "state", "title", "release_type", "plan", "planned_by", "submissions", "acceptance_missed") {
                self = .release(try Release(from: decoder))
            } else if keys.hold("envelope", "state", "requester", "rfc") {
                self = .change(try Change(from: decoder))
            } else if keys.hold("envelope", "state", "proposer", "terms") {
                self = .changeModel(try ChangeModel(from: decoder))
            } else if keys.hold("envelope", "state", "source", "proactive", "symptoms") {
                self = .problem(try Problem(from: decoder))
            } else if keys.hold("envelope", "state", "problem", "content") {
                self = .knownError(try KnownError(from: decoder))
            } else if keys.hold("envelope", "state", "rule", "subject") {
                self = .problemCandidate(try ProblemCandidate(from: decoder))
            } else if keys.hold("envelope", "phase", "kind", "edition", "every_months", "tolerance_days", "due") {
                self = .plannedActivity(try PlannedActivity(from: decoder))
            } else if keys.hold("envelope", "phase", "reason", "authority") {
                self = .legalHold(try LegalHold(from: decoder))
            } else if keys.hold("envelope", "phase", "order", "legal_basis", "method") {
                self = .disposal(try Disposal(from: decoder))
            } else if keys.hold("envelope", "versions") {
                self = .policy(try Policy(from: decoder))
            } else if keys.hold("envelope", "phase", "waiver") {
                self = .filedWaiver(try FiledWaiver(from: decoder))
            } else {
                throw strange("a record", decoder.codingPath)
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .incident(record): try record.encode(to: encoder)
            case let .majorIncident(record): try record.encode(to: encoder)
            case let .serviceRequest(record): try record.encode(to: encoder)
            case let .configurationItem(record): try record.encode(to: encoder)
            case let .baseline(record): try record.encode(to: encoder)
            case let .definitiveItem(record): try record.encode(to: encoder)
            case let .configurationAudit(record): try record.encode(to: encoder)
            case let .release(record): try record.encode(to: encoder)
            case let .change(record): try record.encode(to: encoder)
            case let .changeModel(record): try record.encode(to: encoder)
            case let .problem(record): try record.encode(to: encoder)
            case let .knownError(record): try record.encode(to: encoder)
            case let .problemCandidate(record): try record.encode(to: encoder)
            case let .plannedActivity(record): try record.encode(to: encoder)
            case let .legalHold(record): try record.encode(to: encoder)
            case let .disposal(record): try record.encode(to: encoder)
            case let .policy(record): try record.encode(to: encoder)
            case let .filedWaiver(record): try record.encode(to: encoder)
            }
        }
    }
}
