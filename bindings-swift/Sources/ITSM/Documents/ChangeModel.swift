// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A standard change model: an approval given beforehand. 标准变更模型
    public struct ChangeModel: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ChangeModelState
        /// Who proposed what it says.
        public var proposer: PersonId
        /// What it says.
        public var terms: ModelTerms
        /// Its approvals, in order; the last one counts.
        public var approvals: [ModelApproval]
        /// The failures since the last approval.
        public var failures: [ModelFailure]

        public init(
            envelope: Envelope,
            state: ChangeModelState,
            proposer: PersonId,
            terms: ModelTerms,
            approvals: [ModelApproval] = [],
            failures: [ModelFailure] = []
        ) {
            self.envelope = envelope
            self.state = state
            self.proposer = proposer
            self.terms = terms
            self.approvals = approvals
            self.failures = failures
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, state, proposer, terms, approvals, failures
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ChangeModelState.self, forKey: .state)
            proposer = try fields.decode(PersonId.self, forKey: .proposer)
            terms = try fields.decode(ModelTerms.self, forKey: .terms)
            approvals = try fields.decodeIfPresent([ModelApproval].self, forKey: .approvals) ?? []
            failures = try fields.decodeIfPresent([ModelFailure].self, forKey: .failures) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(proposer, forKey: .proposer)
            try fields.encode(terms, forKey: .terms)
            if !approvals.isEmpty { try fields.encode(approvals, forKey: .approvals) }
            if !failures.isEmpty { try fields.encode(failures, forKey: .failures) }
        }
    }

    /// Approves a model.
    public struct ChangeModelApproveBody: Codable, Sendable, Equatable {
        /// The last instant at which it is valid.
        public var validUntil: Date

        public init(validUntil: Date) {
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case validUntil = "valid_until"
        }
    }

    /// It was approved.
    public struct ChangeModelApprovedBody: Codable, Sendable, Equatable {
        /// By whom, until when.
        public var approval: ModelApproval

        public init(approval: ModelApproval) {
            self.approval = approval
        }
    }

    /// The host's receipt for a notice.
    public struct ChangeModelConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Its validity is over.
    public struct ChangeModelExpiredBody: Codable, Sendable, Equatable {
        /// The last instant at which it was valid.
        public var validUntil: Date

        public init(validUntil: Date) {
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case validUntil = "valid_until"
        }
    }

    /// A change under it failed.
    public struct ChangeModelFailedBody: Codable, Sendable, Equatable {
        /// Which, how.
        public var failure: ModelFailure

        public init(failure: ModelFailure) {
            self.failure = failure
        }
    }

    /// Proposes a model.
    public struct ChangeModelProposeBody: Codable, Sendable, Equatable {
        /// What it says.
        public var terms: ModelTerms

        public init(terms: ModelTerms) {
            self.terms = terms
        }
    }

    /// A model was proposed or revised.
    public struct ChangeModelProposedBody: Codable, Sendable, Equatable {
        /// By whom.
        public var proposer: PersonId
        /// What it says.
        public var terms: ModelTerms

        public init(proposer: PersonId, terms: ModelTerms) {
            self.proposer = proposer
            self.terms = terms
        }
    }

    /// A change under it failed. Issued by the system.
    public struct ChangeModelRecordFailureBody: Codable, Sendable, Equatable {
        /// Which.
        public var change: RecordId
        /// How.
        public var reason: String

        public init(change: RecordId, reason: String) {
            self.change = change
            self.reason = reason
        }
    }

    /// Lets it be used again.
    public struct ChangeModelReinstateBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It may be used again.
    public struct ChangeModelReinstatedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Approves it anew.
    public struct ChangeModelRenewBody: Codable, Sendable, Equatable {
        /// The last instant at which it is valid.
        public var validUntil: Date

        public init(validUntil: Date) {
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case validUntil = "valid_until"
        }
    }

    /// Changes what is proposed. Who revises it has proposed it from then on.
    public struct ChangeModelReviseBody: Codable, Sendable, Equatable {
        /// What it says from now on.
        public var terms: ModelTerms

        public init(terms: ModelTerms) {
            self.terms = terms
        }
    }

    /// What is proposed was changed.
    public typealias ChangeModelRevisedBody = Proposed

    /// The state of a standard change model with the data that exist only in it.
    public enum ChangeModelState: Codable, Sendable, Equatable {
        /// Written, not yet approved.
        case proposed
        /// Changes may be scheduled under it.
        case approved
        /// Not for now.
        case suspended(at: Date, reason: String)
        /// Past its validity.
        case expired
        /// Never again.
        case withdrawn(at: Date, automatic: Bool, reason: String)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .proposed: "proposed"
            case .approved: "approved"
            case .suspended: "suspended"
            case .expired: "expired"
            case .withdrawn: "withdrawn"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, at, reason, automatic
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "proposed":
                self = .proposed
            case "approved":
                self = .approved
            case "suspended":
                self = .suspended(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case "expired":
                self = .expired
            case "withdrawn":
                self = .withdrawn(
                    at: try fields.decode(Date.self, forKey: .at),
                    automatic: try fields.decode(Bool.self, forKey: .automatic),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .suspended(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            case let .withdrawn(at, automatic, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(automatic, forKey: .automatic)
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// Lets nobody use it for now.
    public struct ChangeModelSuspendBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was suspended.
    public struct ChangeModelSuspendedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Ends it.
    public struct ChangeModelWithdrawBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was withdrawn.
    public struct ChangeModelWithdrawnBody: Codable, Sendable, Equatable {
        /// Whether because it failed too often.
        public var automatic: Bool
        /// Why.
        public var reason: String

        public init(automatic: Bool, reason: String) {
            self.automatic = automatic
            self.reason = reason
        }
    }

    /// A validity that was given to a model.
    public struct ModelApproval: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// The last instant at which it is valid.
        public var validUntil: Date

        public init(at: Date, by: PersonId, validUntil: Date) {
            self.at = at
            self.by = by
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case at, by
            case validUntil = "valid_until"
        }
    }

    /// A change under the model that failed.
    public struct ModelFailure: Codable, Sendable, Equatable {
        /// When that was recorded.
        public var at: Date
        /// Which.
        public var change: RecordId
        /// How.
        public var reason: String

        public init(at: Date, change: RecordId, reason: String) {
            self.at = at
            self.change = change
            self.reason = reason
        }
    }

    /// How often a model may be used.
    public struct ModelLimits: Codable, Sendable, Equatable {
        /// Changes whose windows overlap.
        public var maxConcurrent: Int?
        /// Changes in a period.
        public var maxInPeriod: PerPeriod?

        public init(maxConcurrent: Int? = nil, maxInPeriod: PerPeriod? = nil) {
            self.maxConcurrent = maxConcurrent
            self.maxInPeriod = maxInPeriod
        }

        private enum CodingKeys: String, CodingKey {
            case maxConcurrent = "max_concurrent"
            case maxInPeriod = "max_in_period"
        }
    }

    /// What changes under a model may be about. Without items and types: any item; without services: any service.
    public struct ModelScope: Codable, Sendable, Equatable {
        /// These items.
        public var cis: [CiId]
        /// Items of these types.
        public var types: [Code]
        /// These services.
        public var services: [ServiceId]

        public init(cis: [CiId] = [], types: [Code] = [], services: [ServiceId] = []) {
            self.cis = cis
            self.types = types
            self.services = services
        }

        private enum CodingKeys: String, CodingKey {
            case cis, types, services
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            types = try fields.decodeIfPresent([Code].self, forKey: .types) ?? []
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !cis.isEmpty { try fields.encode(cis, forKey: .cis) }
            if !types.isEmpty { try fields.encode(types, forKey: .types) }
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
        }
    }

    /// What a model says.
    public struct ModelTerms: Codable, Sendable, Equatable {
        /// What it is called.
        public var title: String
        /// What is done, in order.
        public var steps: [String]
        /// How it is undone.
        public var backOut: String
        /// What it may be about.
        public var scope: ModelScope
        /// Its risk.
        public var risk: RiskEstimate
        /// How often it may be used.
        public var limits: ModelLimits

        public init(
            title: String,
            steps: [String],
            backOut: String,
            scope: ModelScope,
            risk: RiskEstimate,
            limits: ModelLimits = ModelLimits()
        ) {
            self.title = title
            self.steps = steps
            self.backOut = backOut
            self.scope = scope
            self.risk = risk
            self.limits = limits
        }

        private enum CodingKeys: String, CodingKey {
            case title, steps, scope, risk, limits
            case backOut = "back_out"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            title = try fields.decode(String.self, forKey: .title)
            steps = try fields.decode([String].self, forKey: .steps)
            backOut = try fields.decode(String.self, forKey: .backOut)
            scope = try fields.decode(ModelScope.self, forKey: .scope)
            risk = try fields.decode(RiskEstimate.self, forKey: .risk)
            limits = try fields.decodeIfPresent(ModelLimits.self, forKey: .limits) ?? ModelLimits()
        }
    }

    /// How many changes within a stretch of time.
    public struct PerPeriod: Codable, Sendable, Equatable {
        /// How many.
        public var most: Int
        /// Within so many seconds before the begin of the next.
        public var periodSeconds: Int

        public init(most: Int, periodSeconds: Int) {
            self.most = most
            self.periodSeconds = periodSeconds
        }

        private enum CodingKeys: String, CodingKey {
            case most
            case periodSeconds = "period_s"
        }
    }

    /// A model was proposed or revised.
    public struct Proposed: Codable, Sendable, Equatable {
        /// By whom.
        public var proposer: PersonId
        /// What it says.
        public var terms: ModelTerms

        public init(proposer: PersonId, terms: ModelTerms) {
            self.proposer = proposer
            self.terms = terms
        }
    }
}
