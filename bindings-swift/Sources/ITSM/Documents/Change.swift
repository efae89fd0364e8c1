// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// How a change was undone.
    public struct BackOut: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// How it was seen that the state before is restored.
        public var restored: String
        /// Whether a service was hit.
        public var serviceHit: Bool
        /// The incident that it was, if it is logged already.
        public var incident: RecordId?

        public init(reason: String, restored: String, serviceHit: Bool, incident: RecordId? = nil) {
            self.reason = reason
            self.restored = restored
            self.serviceHit = serviceHit
            self.incident = incident
        }

        private enum CodingKeys: String, CodingKey {
            case reason, restored, incident
            case serviceHit = "service_hit"
        }
    }

    /// How the state before is restored, or the failure remedied.
    public struct BackOutPlan: Codable, Sendable, Equatable {
        /// How.
        public var steps: String
        /// Whether that was tested.
        public var tested: Bool
        /// Why not, where it was not.
        public var notTested: String?

        public init(steps: String, tested: Bool, notTested: String? = nil) {
            self.steps = steps
            self.tested = tested
            self.notTested = notTested
        }

        private enum CodingKeys: String, CodingKey {
            case steps, tested
            case notTested = "not_tested"
        }
    }

    /// A reason, and nothing else.
    public struct Because: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// A change.
    public struct Change: Codable, Sendable, Equatable {
        /// What every record has. Its owner is the change's owner.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ChangeState
        /// Who asks for it.
        public var requester: PersonId
        /// What is asked for.
        public var rfc: Rfc
        /// When it was submitted.
        public var submittedAt: Date?
        /// Its category.
        public var category: ChangeCategory?
        /// Why that is lower than the score proposes, where it is.
        public var lowered: Lowering?
        /// Its risk.
        public var risk: RiskScore?
        /// What it reaches.
        public var reach: Reach?
        /// Who assesses what.
        public var assessors: [Assessment: PersonId]
        /// What the assessors said.
        public var opinions: [Assessment: Opinion]
        /// How it is to be done.
        public var plan: ChangePlan?
        /// The service plan of a major change.
        public var servicePlan: ServicePlan?
        /// The ballot on its present content.
        public var ballot: Ballot?
        /// When it was approved or authorised first.
        public var approvedAt: Date?
        /// How it was built and tested.
        public var tested: Tested?
        /// Conflicts that were waived.
        public var waived: [ConflictWaiver]
        /// The conflicts that were known when it was scheduled, soft and waived ones.
        public var conflicts: [Conflict]
        /// What a standard change is implemented under.
        public var standard: StandardUse?
        /// The authorisation of an emergency.
        public var authorisation: EmergencyAuthorisation?
        /// What was done.
        public var implementation: Implementation?
        /// When an emergency was documented.
        public var documentedAt: Date?
        /// Why items of a documented emergency are as they were, item by item.
        public var noCiDifference: [String: String]
        /// The review.
        public var reviewed: ReviewOfChange?
        /// By when what follows its end has to be done.
        public var dues: ChangeDues
        /// What it was late with, and since when.
        public var late: [Late: Date]

        public init(
            envelope: Envelope,
            state: ChangeState,
            requester: PersonId,
            rfc: Rfc,
            submittedAt: Date? = nil,
            category: ChangeCategory? = nil,
            lowered: Lowering? = nil,
            risk: RiskScore? = nil,
            reach: Reach? = nil,
            assessors: [Assessment: PersonId] = [:],
            opinions: [Assessment: Opinion] = [:],
            plan: ChangePlan? = nil,
            servicePlan: ServicePlan? = nil,
            ballot: Ballot? = nil,
            approvedAt: Date? = nil,
            tested: Tested? = nil,
            waived: [ConflictWaiver] = [],
            conflicts: [Conflict] = [],
            standard: StandardUse? = nil,
            authorisation: EmergencyAuthorisation? = nil,
            implementation: Implementation? = nil,
            documentedAt: Date? = nil,
            noCiDifference: [String: String] = [:],
            reviewed: ReviewOfChange? = nil,
            dues: ChangeDues = ChangeDues(),
            late: [Late: Date] = [:]
        ) {
            self.envelope = envelope
            self.state = state
            self.requester = requester
            self.rfc = rfc
            self.submittedAt = submittedAt
            self.category = category
            self.lowered = lowered
            self.risk = risk
            self.reach = reach
            self.assessors = assessors
            self.opinions = opinions
            self.plan = plan
            self.servicePlan = servicePlan
            self.ballot = ballot
            self.approvedAt = approvedAt
            self.tested = tested
            self.waived = waived
            self.conflicts = conflicts
            self.standard = standard
            self.authorisation = authorisation
            self.implementation = implementation
            self.documentedAt = documentedAt
            self.noCiDifference = noCiDifference
            self.reviewed = reviewed
            self.dues = dues
            self.late = late
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                requester,
                rfc,
                category,
                lowered,
                risk,
                reach,
                assessors,
                opinions,
                plan,
                ballot,
                tested,
                waived,
                conflicts,
                standard,
                authorisation,
                implementation,
                reviewed,
                dues,
                late
            case submittedAt = "submitted_at"
            case servicePlan = "service_plan"
            case approvedAt = "approved_at"
            case documentedAt = "documented_at"
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ChangeState.self, forKey: .state)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            rfc = try fields.decode(Rfc.self, forKey: .rfc)
            submittedAt = try fields.decodeIfPresent(Date.self, forKey: .submittedAt)
            category = try fields.decodeIfPresent(ChangeCategory.self, forKey: .category)
            lowered = try fields.decodeIfPresent(Lowering.self, forKey: .lowered)
            risk = try fields.decodeIfPresent(RiskScore.self, forKey: .risk)
            reach = try fields.decodeIfPresent(Reach.self, forKey: .reach)
            assessors = try fields.decodeIfPresent([Assessment: PersonId].self, forKey: .assessors) ?? [:]
            opinions = try fields.decodeIfPresent([Assessment: Opinion].self, forKey: .opinions) ?? [:]
            plan = try fields.decodeIfPresent(ChangePlan.self, forKey: .plan)
            servicePlan = try fields.decodeIfPresent(ServicePlan.self, forKey: .servicePlan)
            ballot = try fields.decodeIfPresent(Ballot.self, forKey: .ballot)
            approvedAt = try fields.decodeIfPresent(Date.self, forKey: .approvedAt)
            tested = try fields.decodeIfPresent(Tested.self, forKey: .tested)
            waived = try fields.decodeIfPresent([ConflictWaiver].self, forKey: .waived) ?? []
            conflicts = try fields.decodeIfPresent([Conflict].self, forKey: .conflicts) ?? []
            standard = try fields.decodeIfPresent(StandardUse.self, forKey: .standard)
            authorisation = try fields.decodeIfPresent(EmergencyAuthorisation.self, forKey: .authorisation)
            implementation = try fields.decodeIfPresent(Implementation.self, forKey: .implementation)
            documentedAt = try fields.decodeIfPresent(Date.self, forKey: .documentedAt)
            noCiDifference = try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:]
            reviewed = try fields.decodeIfPresent(ReviewOfChange.self, forKey: .reviewed)
            dues = try fields.decodeIfPresent(ChangeDues.self, forKey: .dues) ?? ChangeDues()
            late = try fields.decodeIfPresent([Late: Date].self, forKey: .late) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(requester, forKey: .requester)
            try fields.encode(rfc, forKey: .rfc)
            try fields.encodeIfPresent(submittedAt, forKey: .submittedAt)
            try fields.encodeIfPresent(category, forKey: .category)
            try fields.encodeIfPresent(lowered, forKey: .lowered)
            try fields.encodeIfPresent(risk, forKey: .risk)
            try fields.encodeIfPresent(reach, forKey: .reach)
            if !assessors.isEmpty { try fields.encode(assessors, forKey: .assessors) }
            if !opinions.isEmpty { try fields.encode(opinions, forKey: .opinions) }
            try fields.encodeIfPresent(plan, forKey: .plan)
            try fields.encodeIfPresent(servicePlan, forKey: .servicePlan)
            try fields.encodeIfPresent(ballot, forKey: .ballot)
            try fields.encodeIfPresent(approvedAt, forKey: .approvedAt)
            try fields.encodeIfPresent(tested, forKey: .tested)
            if !waived.isEmpty { try fields.encode(waived, forKey: .waived) }
            if !conflicts.isEmpty { try fields.encode(conflicts, forKey: .conflicts) }
            try fields.encodeIfPresent(standard, forKey: .standard)
            try fields.encodeIfPresent(authorisation, forKey: .authorisation)
            try fields.encodeIfPresent(implementation, forKey: .implementation)
            try fields.encodeIfPresent(documentedAt, forKey: .documentedAt)
            if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
            try fields.encodeIfPresent(reviewed, forKey: .reviewed)
            try fields.encode(dues, forKey: .dues)
            if !late.isEmpty { try fields.encode(late, forKey: .late) }
        }
    }

    /// Finds it complete, and classifies it.
    public struct ChangeAcceptBody: Codable, Sendable, Equatable {
        /// Minor, significant or major.
        public var category: ChangeCategory
        /// Why that is lower than the estimate proposes, where it is.
        public var loweringReason: String?
        /// The first estimate of its risk.
        public var estimate: RiskEstimate
        /// Who answers for it.
        public var owner: PersonId
        /// Who assesses what.
        public var assessors: [Assessment: PersonId]

        public init(
            category: ChangeCategory,
            estimate: RiskEstimate,
            owner: PersonId,
            assessors: [Assessment: PersonId],
            loweringReason: String? = nil
        ) {
            self.category = category
            self.loweringReason = loweringReason
            self.estimate = estimate
            self.owner = owner
            self.assessors = assessors
        }

        private enum CodingKeys: String, CodingKey {
            case category, estimate, owner, assessors
            case loweringReason = "lowering_reason"
        }
    }

    /// It was found complete and classified.
    public struct ChangeAcceptedBody: Codable, Sendable, Equatable {
        /// Who assesses what.
        public var assessors: [Assessment: PersonId]
        /// Its category.
        public var category: ChangeCategory
        /// Why that is lower than proposed, where it is.
        public var lowered: Lowering?
        /// Who answers for it.
        public var owner: PersonId
        /// The first score.
        public var risk: RiskScore

        public init(
            assessors: [Assessment: PersonId],
            category: ChangeCategory,
            owner: PersonId,
            risk: RiskScore,
            lowered: Lowering? = nil
        ) {
            self.assessors = assessors
            self.category = category
            self.lowered = lowered
            self.owner = owner
            self.risk = risk
        }
    }

    /// Its authority is asked about the content as it is from now on.
    public struct ChangeApprovalRequestedBody: Codable, Sendable, Equatable {
        /// The ballot.
        public var ballot: Ballot
        /// Its category from now on.
        public var category: ChangeCategory
        /// The plan.
        public var plan: ChangePlan
        /// The score under that plan.
        public var risk: RiskScore
        /// The service plan of a major change.
        public var servicePlan: ServicePlan?

        public init(
            ballot: Ballot,
            category: ChangeCategory,
            plan: ChangePlan,
            risk: RiskScore,
            servicePlan: ServicePlan? = nil
        ) {
            self.ballot = ballot
            self.category = category
            self.plan = plan
            self.risk = risk
            self.servicePlan = servicePlan
        }

        private enum CodingKeys: String, CodingKey {
            case ballot, category, plan, risk
            case servicePlan = "service_plan"
        }
    }

    /// It was approved.
    public struct ChangeApprovedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Finds the assessment complete, and scores the risk.
    public struct ChangeAssessBody: Codable, Sendable, Equatable {
        /// The estimate.
        public var estimate: RiskEstimate
        /// Whether a back-out was tested, as far as a plan does not say it already.
        public var backOutTested: Bool

        public init(estimate: RiskEstimate, backOutTested: Bool) {
            self.estimate = estimate
            self.backOutTested = backOutTested
        }

        private enum CodingKeys: String, CodingKey {
            case estimate
            case backOutTested = "back_out_tested"
        }
    }

    /// It was assessed.
    public struct ChangeAssessedBody: Codable, Sendable, Equatable {
        /// Its category from now on.
        public var category: ChangeCategory
        /// What it reaches.
        public var reach: Reach?
        /// The score.
        public var risk: RiskScore

        public init(category: ChangeCategory, risk: RiskScore, reach: Reach? = nil) {
            self.category = category
            self.reach = reach
            self.risk = risk
        }
    }

    /// Names another owner or other assessors.
    public struct ChangeAssignBody: Codable, Sendable, Equatable {
        /// The owner from now on.
        public var owner: PersonId?
        /// Assessors that are added or replaced.
        public var assessors: [Assessment: PersonId]

        public init(owner: PersonId? = nil, assessors: [Assessment: PersonId] = [:]) {
            self.owner = owner
            self.assessors = assessors
        }

        private enum CodingKeys: String, CodingKey {
            case owner, assessors
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            owner = try fields.decodeIfPresent(PersonId.self, forKey: .owner)
            assessors = try fields.decodeIfPresent([Assessment: PersonId].self, forKey: .assessors) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(owner, forKey: .owner)
            if !assessors.isEmpty { try fields.encode(assessors, forKey: .assessors) }
        }
    }

    /// Owner or assessors were named.
    public struct ChangeAssignedBody: Codable, Sendable, Equatable {
        /// Assessors added or replaced.
        public var assessors: [Assessment: PersonId]
        /// The owner from now on.
        public var owner: PersonId?

        public init(assessors: [Assessment: PersonId] = [:], owner: PersonId? = nil) {
            self.assessors = assessors
            self.owner = owner
        }

        private enum CodingKeys: String, CodingKey {
            case assessors, owner
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            assessors = try fields.decodeIfPresent([Assessment: PersonId].self, forKey: .assessors) ?? [:]
            owner = try fields.decodeIfPresent(PersonId.self, forKey: .owner)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !assessors.isEmpty { try fields.encode(assessors, forKey: .assessors) }
            try fields.encodeIfPresent(owner, forKey: .owner)
        }
    }

    /// Authorises an emergency.
    public struct ChangeAuthoriseEmergencyBody: Codable, Sendable, Equatable {
        /// The criterion of the policy that it meets.
        public var criterion: Code
        /// The major incident that it restores.
        public var majorIncident: RecordId?
        /// The risk that is taken.
        public var risk: String
        /// When it was given by word of mouth; absent: it is given now.
        public var givenAt: Date?
        /// Who implements it.
        public var implementer: PersonId
        /// Who answers for it, and documents it afterwards.
        public var owner: PersonId
        /// Who assesses what afterwards.
        public var assessors: [Assessment: PersonId]

        public init(
            criterion: Code,
            risk: String,
            implementer: PersonId,
            owner: PersonId,
            majorIncident: RecordId? = nil,
            givenAt: Date? = nil,
            assessors: [Assessment: PersonId] = [:]
        ) {
            self.criterion = criterion
            self.majorIncident = majorIncident
            self.risk = risk
            self.givenAt = givenAt
            self.implementer = implementer
            self.owner = owner
            self.assessors = assessors
        }

        private enum CodingKeys: String, CodingKey {
            case criterion, risk, implementer, owner, assessors
            case majorIncident = "major_incident"
            case givenAt = "given_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            criterion = try fields.decode(Code.self, forKey: .criterion)
            majorIncident = try fields.decodeIfPresent(RecordId.self, forKey: .majorIncident)
            risk = try fields.decode(String.self, forKey: .risk)
            givenAt = try fields.decodeIfPresent(Date.self, forKey: .givenAt)
            implementer = try fields.decode(PersonId.self, forKey: .implementer)
            owner = try fields.decode(PersonId.self, forKey: .owner)
            assessors = try fields.decodeIfPresent([Assessment: PersonId].self, forKey: .assessors) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(criterion, forKey: .criterion)
            try fields.encodeIfPresent(majorIncident, forKey: .majorIncident)
            try fields.encode(risk, forKey: .risk)
            try fields.encodeIfPresent(givenAt, forKey: .givenAt)
            try fields.encode(implementer, forKey: .implementer)
            try fields.encode(owner, forKey: .owner)
            if !assessors.isEmpty { try fields.encode(assessors, forKey: .assessors) }
        }
    }

    /// It is undone.
    public struct ChangeBackOutBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// How it was seen that the state before is restored.
        public var restored: String
        /// Whether a service was hit.
        public var serviceHit: Bool
        /// The incident that it was, if it is logged already.
        public var incident: RecordId?
        /// The steps done.
        public var steps: [String]
        /// Who else implemented it.
        public var implementers: [PersonId]

        public init(
            reason: String,
            restored: String,
            serviceHit: Bool,
            incident: RecordId? = nil,
            steps: [String] = [],
            implementers: [PersonId] = []
        ) {
            self.reason = reason
            self.restored = restored
            self.serviceHit = serviceHit
            self.incident = incident
            self.steps = steps
            self.implementers = implementers
        }

        private enum CodingKeys: String, CodingKey {
            case reason, restored, incident, steps, implementers
            case serviceHit = "service_hit"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            reason = try fields.decode(String.self, forKey: .reason)
            restored = try fields.decode(String.self, forKey: .restored)
            serviceHit = try fields.decode(Bool.self, forKey: .serviceHit)
            incident = try fields.decodeIfPresent(RecordId.self, forKey: .incident)
            steps = try fields.decodeIfPresent([String].self, forKey: .steps) ?? []
            implementers = try fields.decodeIfPresent([PersonId].self, forKey: .implementers) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(reason, forKey: .reason)
            try fields.encode(restored, forKey: .restored)
            try fields.encode(serviceHit, forKey: .serviceHit)
            try fields.encodeIfPresent(incident, forKey: .incident)
            if !steps.isEmpty { try fields.encode(steps, forKey: .steps) }
            if !implementers.isEmpty { try fields.encode(implementers, forKey: .implementers) }
        }
    }

    /// It was undone.
    public struct ChangeBackedOutBody: Codable, Sendable, Equatable {
        /// Why and how.
        public var backOut: BackOut
        /// By when an emergency is documented.
        public var documentationDue: Date?
        /// Who else implemented it.
        public var implementers: [PersonId]
        /// By when it is reviewed.
        public var reviewDue: Date
        /// The steps done.
        public var steps: [String]

        public init(
            backOut: BackOut,
            reviewDue: Date,
            documentationDue: Date? = nil,
            implementers: [PersonId] = [],
            steps: [String] = []
        ) {
            self.backOut = backOut
            self.documentationDue = documentationDue
            self.implementers = implementers
            self.reviewDue = reviewDue
            self.steps = steps
        }

        private enum CodingKeys: String, CodingKey {
            case implementers, steps
            case backOut = "back_out"
            case documentationDue = "documentation_due"
            case reviewDue = "review_due"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            backOut = try fields.decode(BackOut.self, forKey: .backOut)
            documentationDue = try fields.decodeIfPresent(Date.self, forKey: .documentationDue)
            implementers = try fields.decodeIfPresent([PersonId].self, forKey: .implementers) ?? []
            reviewDue = try fields.decode(Date.self, forKey: .reviewDue)
            steps = try fields.decodeIfPresent([String].self, forKey: .steps) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(backOut, forKey: .backOut)
            try fields.encodeIfPresent(documentationDue, forKey: .documentationDue)
            if !implementers.isEmpty { try fields.encode(implementers, forKey: .implementers) }
            try fields.encode(reviewDue, forKey: .reviewDue)
            if !steps.isEmpty { try fields.encode(steps, forKey: .steps) }
        }
    }

    /// Begins to implement it.
    public struct ChangeBeginImplementationBody: Codable, Sendable, Equatable {
        /// The baseline taken before; needed where items are altered, unless it is an emergency.
        public var baseline: RecordId?
        /// How an emergency can be undone.
        public var backOutKnown: String?
        /// Who else implements it, as far as known.
        public var implementers: [PersonId]
        /// When an emergency was begun, if earlier than it is recorded.
        public var startedAt: Date?

        public init(
            baseline: RecordId? = nil,
            backOutKnown: String? = nil,
            implementers: [PersonId] = [],
            startedAt: Date? = nil
        ) {
            self.baseline = baseline
            self.backOutKnown = backOutKnown
            self.implementers = implementers
            self.startedAt = startedAt
        }

        private enum CodingKeys: String, CodingKey {
            case baseline, implementers
            case backOutKnown = "back_out_known"
            case startedAt = "started_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            baseline = try fields.decodeIfPresent(RecordId.self, forKey: .baseline)
            backOutKnown = try fields.decodeIfPresent(String.self, forKey: .backOutKnown)
            implementers = try fields.decodeIfPresent([PersonId].self, forKey: .implementers) ?? []
            startedAt = try fields.decodeIfPresent(Date.self, forKey: .startedAt)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(baseline, forKey: .baseline)
            try fields.encodeIfPresent(backOutKnown, forKey: .backOutKnown)
            if !implementers.isEmpty { try fields.encode(implementers, forKey: .implementers) }
            try fields.encodeIfPresent(startedAt, forKey: .startedAt)
        }
    }

    /// Begins the review. Issued by the system.
    public struct ChangeBeginReviewBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It was built and tested.
    public struct ChangeBuiltTestedBody: Codable, Sendable, Equatable {
        /// How.
        public var tested: Tested

        public init(tested: Tested) {
            self.tested = tested
        }
    }

    /// Closes it.
    public struct ChangeCloseBody: Codable, Sendable, Equatable {
        /// Whether the records it is linked to were updated.
        public var linkedUpdated: Bool
        /// Why an item it was about is as it was, item by item.
        public var noCiDifference: [String: String]
        /// Where a failure is investigated.
        public var investigation: Investigation?
        /// The records of the actions that follow from a failure.
        public var actions: [RecordId]

        public init(
            linkedUpdated: Bool,
            noCiDifference: [String: String] = [:],
            investigation: Investigation? = nil,
            actions: [RecordId] = []
        ) {
            self.linkedUpdated = linkedUpdated
            self.noCiDifference = noCiDifference
            self.investigation = investigation
            self.actions = actions
        }

        private enum CodingKeys: String, CodingKey {
            case investigation, actions
            case linkedUpdated = "linked_updated"
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            linkedUpdated = try fields.decode(Bool.self, forKey: .linkedUpdated)
            noCiDifference = try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:]
            investigation = try fields.decodeIfPresent(Investigation.self, forKey: .investigation)
            actions = try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(linkedUpdated, forKey: .linkedUpdated)
            if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
            try fields.encodeIfPresent(investigation, forKey: .investigation)
            if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
        }
    }

    /// It is over.
    public struct ChangeClosedBody: Codable, Sendable, Equatable {
        /// How.
        public var closure: ChangeClosure

        public init(closure: ChangeClosure) {
            self.closure = closure
        }
    }

    /// How a change was closed.
    public struct ChangeClosure: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Who closed it.
        public var by: PersonId
        /// How it turned out.
        public var outcome: ChangeOutcome
        /// Why an item it was about is as it was, item by item.
        public var noCiDifference: [String: String]
        /// Where a failure is investigated.
        public var investigation: Investigation?
        /// The records of the actions that follow from a failure.
        public var actions: [RecordId]

        public init(
            at: Date,
            by: PersonId,
            outcome: ChangeOutcome,
            noCiDifference: [String: String] = [:],
            investigation: Investigation? = nil,
            actions: [RecordId] = []
        ) {
            self.at = at
            self.by = by
            self.outcome = outcome
            self.noCiDifference = noCiDifference
            self.investigation = investigation
            self.actions = actions
        }

        private enum CodingKeys: String, CodingKey {
            case at, by, outcome, investigation, actions
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            at = try fields.decode(Date.self, forKey: .at)
            by = try fields.decode(PersonId.self, forKey: .by)
            outcome = try fields.decode(ChangeOutcome.self, forKey: .outcome)
            noCiDifference = try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:]
            investigation = try fields.decodeIfPresent(Investigation.self, forKey: .investigation)
            actions = try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(at, forKey: .at)
            try fields.encode(by, forKey: .by)
            try fields.encode(outcome, forKey: .outcome)
            if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
            try fields.encodeIfPresent(investigation, forKey: .investigation)
            if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
        }
    }

    /// The host's receipt for a notice.
    public struct ChangeConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// A conflict was waived.
    public struct ChangeConflictWaivedBody: Codable, Sendable, Equatable {
        /// Which, by whom, why.
        public var waiver: ConflictWaiver

        public init(waiver: ConflictWaiver) {
            self.waiver = waiver
        }
    }

    /// Puts it off.
    public struct ChangeDeferBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// To when.
        public var until: Date

        public init(reason: String, until: Date) {
            self.reason = reason
            self.until = until
        }
    }

    /// It was put off.
    public struct ChangeDeferredBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// To when.
        public var until: Date

        public init(reason: String, until: Date) {
            self.reason = reason
            self.until = until
        }
    }

    /// Lets another person vote for oneself.
    public struct ChangeDelegateBody: Codable, Sendable, Equatable {
        /// Who.
        public var to: PersonId

        public init(to: PersonId) {
            self.to = to
        }
    }

    /// An approver lets another person vote.
    public struct ChangeDelegatedBody: Codable, Sendable, Equatable {
        /// Who for whom.
        public var delegation: Delegation

        public init(delegation: Delegation) {
            self.delegation = delegation
        }
    }

    /// Completes the record of an emergency.
    public struct ChangeDocumentRetrospectivelyBody: Codable, Sendable, Equatable {
        /// The whole request.
        public var rfc: Rfc
        /// The estimate of its risk.
        public var estimate: RiskEstimate
        /// Whether its back-out was tested.
        public var backOutTested: Bool
        /// How it was tested.
        public var tested: Tested
        /// Why an item it was about is as it was, item by item.
        public var noCiDifference: [String: String]

        public init(
            rfc: Rfc,
            estimate: RiskEstimate,
            backOutTested: Bool,
            tested: Tested,
            noCiDifference: [String: String] = [:]
        ) {
            self.rfc = rfc
            self.estimate = estimate
            self.backOutTested = backOutTested
            self.tested = tested
            self.noCiDifference = noCiDifference
        }

        private enum CodingKeys: String, CodingKey {
            case rfc, estimate, tested
            case backOutTested = "back_out_tested"
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            rfc = try fields.decode(Rfc.self, forKey: .rfc)
            estimate = try fields.decode(RiskEstimate.self, forKey: .estimate)
            backOutTested = try fields.decode(Bool.self, forKey: .backOutTested)
            tested = try fields.decode(Tested.self, forKey: .tested)
            noCiDifference = try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(rfc, forKey: .rfc)
            try fields.encode(estimate, forKey: .estimate)
            try fields.encode(backOutTested, forKey: .backOutTested)
            try fields.encode(tested, forKey: .tested)
            if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
        }
    }

    /// The record of an emergency was completed.
    public struct ChangeDocumentedBody: Codable, Sendable, Equatable {
        /// Why items are as they were, item by item.
        public var noCiDifference: [String: String]
        /// What it reaches.
        public var reach: Reach?
        /// The whole request.
        public var rfc: Rfc
        /// The score.
        public var risk: RiskScore
        /// How it was tested.
        public var tested: Tested

        public init(
            rfc: Rfc,
            risk: RiskScore,
            tested: Tested,
            noCiDifference: [String: String] = [:],
            reach: Reach? = nil
        ) {
            self.noCiDifference = noCiDifference
            self.reach = reach
            self.rfc = rfc
            self.risk = risk
            self.tested = tested
        }

        private enum CodingKeys: String, CodingKey {
            case reach, rfc, risk, tested
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            noCiDifference = try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:]
            reach = try fields.decodeIfPresent(Reach.self, forKey: .reach)
            rfc = try fields.decode(Rfc.self, forKey: .rfc)
            risk = try fields.decode(RiskScore.self, forKey: .risk)
            tested = try fields.decode(Tested.self, forKey: .tested)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
            try fields.encodeIfPresent(reach, forKey: .reach)
            try fields.encode(rfc, forKey: .rfc)
            try fields.encode(risk, forKey: .risk)
            try fields.encode(tested, forKey: .tested)
        }
    }

    /// Begins a request for change.
    public struct ChangeDraftBody: Codable, Sendable, Equatable {
        /// What is asked for, as far as known.
        public var rfc: Rfc
        /// Who asks; absent: whoever is acted for, else the actor.
        public var requester: PersonId?
        /// The incidents, problems and other records it comes from.
        public var raisedFrom: [RecordId]

        public init(rfc: Rfc, requester: PersonId? = nil, raisedFrom: [RecordId] = []) {
            self.rfc = rfc
            self.requester = requester
            self.raisedFrom = raisedFrom
        }

        private enum CodingKeys: String, CodingKey {
            case rfc, requester
            case raisedFrom = "raised_from"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            rfc = try fields.decode(Rfc.self, forKey: .rfc)
            requester = try fields.decodeIfPresent(PersonId.self, forKey: .requester)
            raisedFrom = try fields.decodeIfPresent([RecordId].self, forKey: .raisedFrom) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(rfc, forKey: .rfc)
            try fields.encodeIfPresent(requester, forKey: .requester)
            if !raisedFrom.isEmpty { try fields.encode(raisedFrom, forKey: .raisedFrom) }
        }
    }

    /// A request for change was begun.
    public struct ChangeDraftedBody: Codable, Sendable, Equatable {
        /// What it comes from.
        public var raisedFrom: [RecordId]
        /// Who asks.
        public var requester: PersonId
        /// What is asked for.
        public var rfc: Rfc

        public init(requester: PersonId, rfc: Rfc, raisedFrom: [RecordId] = []) {
            self.raisedFrom = raisedFrom
            self.requester = requester
            self.rfc = rfc
        }

        private enum CodingKeys: String, CodingKey {
            case requester, rfc
            case raisedFrom = "raised_from"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            raisedFrom = try fields.decodeIfPresent([RecordId].self, forKey: .raisedFrom) ?? []
            requester = try fields.decode(PersonId.self, forKey: .requester)
            rfc = try fields.decode(Rfc.self, forKey: .rfc)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !raisedFrom.isEmpty { try fields.encode(raisedFrom, forKey: .raisedFrom) }
            try fields.encode(requester, forKey: .requester)
            try fields.encode(rfc, forKey: .rfc)
        }
    }

    /// By when something has to be done.
    public struct ChangeDues: Codable, Sendable, Equatable {
        /// The update of its items, until somebody looked whether that was done.
        public var items: Date?
        /// The review.
        public var review: Date?
        /// The documentation of an emergency.
        public var documentation: Date?

        public init(items: Date? = nil, review: Date? = nil, documentation: Date? = nil) {
            self.items = items
            self.review = review
            self.documentation = documentation
        }
    }

    /// Changes what is asked for, or how it is to be done. What is absent stays as it is.
    public struct ChangeEditBody: Codable, Sendable, Equatable {
        /// The whole request, as it is from now on.
        public var rfc: Rfc?
        /// The whole plan, as it is from now on.
        public var plan: ChangePlan?

        public init(rfc: Rfc? = nil, plan: ChangePlan? = nil) {
            self.rfc = rfc
            self.plan = plan
        }
    }

    /// Its content changed; approvals of the content before are void.
    public struct ChangeEditedBody: Codable, Sendable, Equatable {
        /// The plan from now on, where it changed.
        public var plan: ChangePlan?
        /// What it reaches from now on, where that was asked again.
        public var reach: Reach?
        /// The request from now on, where it changed.
        public var rfc: Rfc?

        public init(plan: ChangePlan? = nil, reach: Reach? = nil, rfc: Rfc? = nil) {
            self.plan = plan
            self.reach = reach
            self.rfc = rfc
        }
    }

    /// An emergency was authorised.
    public struct ChangeEmergencyAuthorisedBody: Codable, Sendable, Equatable {
        /// Who assesses what afterwards.
        public var assessors: [Assessment: PersonId]
        /// By whom, why.
        public var authorisation: EmergencyAuthorisation
        /// Who answers for it.
        public var owner: PersonId

        public init(authorisation: EmergencyAuthorisation, owner: PersonId, assessors: [Assessment: PersonId] = [:]) {
            self.assessors = assessors
            self.authorisation = authorisation
            self.owner = owner
        }

        private enum CodingKeys: String, CodingKey {
            case assessors, authorisation, owner
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            assessors = try fields.decodeIfPresent([Assessment: PersonId].self, forKey: .assessors) ?? [:]
            authorisation = try fields.decode(EmergencyAuthorisation.self, forKey: .authorisation)
            owner = try fields.decode(PersonId.self, forKey: .owner)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !assessors.isEmpty { try fields.encode(assessors, forKey: .assessors) }
            try fields.encode(authorisation, forKey: .authorisation)
            try fields.encode(owner, forKey: .owner)
        }
    }

    /// The board has reviewed an emergency.
    public struct ChangeEmergencyReviewedBody: Codable, Sendable, Equatable {
        /// When, what was found.
        public var reviewed: ReviewOfChange

        public init(reviewed: ReviewOfChange) {
            self.reviewed = reviewed
        }
    }

    /// It is implemented.
    public struct ChangeImplementBody: Codable, Sendable, Equatable {
        /// The steps done.
        public var steps: [String]
        /// How it was seen that it works.
        public var verification: String
        /// What went otherwise than planned.
        public var deviations: [String]
        /// Who else implemented it.
        public var implementers: [PersonId]

        public init(steps: [String], verification: String, deviations: [String] = [], implementers: [PersonId] = []) {
            self.steps = steps
            self.verification = verification
            self.deviations = deviations
            self.implementers = implementers
        }

        private enum CodingKeys: String, CodingKey {
            case steps, verification, deviations, implementers
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            steps = try fields.decode([String].self, forKey: .steps)
            verification = try fields.decode(String.self, forKey: .verification)
            deviations = try fields.decodeIfPresent([String].self, forKey: .deviations) ?? []
            implementers = try fields.decodeIfPresent([PersonId].self, forKey: .implementers) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(steps, forKey: .steps)
            try fields.encode(verification, forKey: .verification)
            if !deviations.isEmpty { try fields.encode(deviations, forKey: .deviations) }
            if !implementers.isEmpty { try fields.encode(implementers, forKey: .implementers) }
        }
    }

    /// Its implementation began.
    public struct ChangeImplementationBegunBody: Codable, Sendable, Equatable {
        /// How it can be undone, where that is not in its plan.
        public var backOutKnown: String?
        /// The baseline taken before.
        public var baseline: RecordId?
        /// Who implements it.
        public var implementer: PersonId
        /// When.
        public var startedAt: Date

        public init(implementer: PersonId, startedAt: Date, backOutKnown: String? = nil, baseline: RecordId? = nil) {
            self.backOutKnown = backOutKnown
            self.baseline = baseline
            self.implementer = implementer
            self.startedAt = startedAt
        }

        private enum CodingKeys: String, CodingKey {
            case baseline, implementer
            case backOutKnown = "back_out_known"
            case startedAt = "started_at"
        }
    }

    /// It was implemented.
    public struct ChangeImplementedBody: Codable, Sendable, Equatable {
        /// What went otherwise than planned.
        public var deviations: [String]
        /// By when an emergency is documented.
        public var documentationDue: Date?
        /// Who else implemented it.
        public var implementers: [PersonId]
        /// By when its items are updated; an emergency does that with its documentation.
        public var itemsDue: Date?
        /// By when it is reviewed.
        public var reviewDue: Date
        /// The steps done.
        public var steps: [String]
        /// How it was seen that it works.
        public var verification: String

        public init(
            reviewDue: Date,
            steps: [String],
            verification: String,
            deviations: [String] = [],
            documentationDue: Date? = nil,
            implementers: [PersonId] = [],
            itemsDue: Date? = nil
        ) {
            self.deviations = deviations
            self.documentationDue = documentationDue
            self.implementers = implementers
            self.itemsDue = itemsDue
            self.reviewDue = reviewDue
            self.steps = steps
            self.verification = verification
        }

        private enum CodingKeys: String, CodingKey {
            case deviations, implementers, steps, verification
            case documentationDue = "documentation_due"
            case itemsDue = "items_due"
            case reviewDue = "review_due"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            deviations = try fields.decodeIfPresent([String].self, forKey: .deviations) ?? []
            documentationDue = try fields.decodeIfPresent(Date.self, forKey: .documentationDue)
            implementers = try fields.decodeIfPresent([PersonId].self, forKey: .implementers) ?? []
            itemsDue = try fields.decodeIfPresent(Date.self, forKey: .itemsDue)
            reviewDue = try fields.decode(Date.self, forKey: .reviewDue)
            steps = try fields.decode([String].self, forKey: .steps)
            verification = try fields.decode(String.self, forKey: .verification)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !deviations.isEmpty { try fields.encode(deviations, forKey: .deviations) }
            try fields.encodeIfPresent(documentationDue, forKey: .documentationDue)
            if !implementers.isEmpty { try fields.encode(implementers, forKey: .implementers) }
            try fields.encodeIfPresent(itemsDue, forKey: .itemsDue)
            try fields.encode(reviewDue, forKey: .reviewDue)
            try fields.encode(steps, forKey: .steps)
            try fields.encode(verification, forKey: .verification)
        }
    }

    /// The time for the update of its items is over.
    public struct ChangeItemsLookedAtBody: Codable, Sendable, Equatable {
        /// The first instant that is too late.
        public var due: Date
        /// The items that do not name it as the cause of an update since it began.
        public var missing: [CiId]

        public init(due: Date, missing: [CiId] = []) {
            self.due = due
            self.missing = missing
        }

        private enum CodingKeys: String, CodingKey {
            case due, missing
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            due = try fields.decode(Date.self, forKey: .due)
            missing = try fields.decodeIfPresent([CiId].self, forKey: .missing) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(due, forKey: .due)
            if !missing.isEmpty { try fields.encode(missing, forKey: .missing) }
        }
    }

    /// What a change does.
    public enum ChangeKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Alters what is there.
        case modification
        /// Brings something new.
        case addition
        /// Takes a service away: always major (CHG-14).
        case serviceRemoval = "service_removal"
        /// Gives a service to another provider: always major (CHG-14).
        case serviceTransfer = "service_transfer"
    }

    /// Links another record.
    public struct ChangeLinkBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Another record was linked.
    public struct ChangeLinkedBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// An assessor says what he thinks.
    public struct ChangeOpineBody: Codable, Sendable, Equatable {
        /// Of what.
        public var assessment: Assessment
        /// In a word.
        public var verdict: Verdict
        /// In words.
        public var text: String

        public init(assessment: Assessment, verdict: Verdict, text: String) {
            self.assessment = assessment
            self.verdict = verdict
            self.text = text
        }
    }

    /// An assessor said what he thinks.
    public struct ChangeOpinedBody: Codable, Sendable, Equatable {
        /// Of what.
        public var assessment: Assessment
        /// What.
        public var opinion: Opinion

        public init(assessment: Assessment, opinion: Opinion) {
            self.assessment = assessment
            self.opinion = opinion
        }
    }

    /// How a change turned out (spec 3.24).
    public enum ChangeOutcome: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Its objective is met, and nothing else happened.
        case successful
        /// Its objective is met, and something else happened.
        case successfulWithIssues = "successful_with_issues"
        /// It was undone.
        case backedOut = "backed_out"
        /// It failed, and what it broke was remedied.
        case failedRemedied = "failed_remedied"
    }

    /// How a change is to be done.
    public struct ChangePlan: Codable, Sendable, Equatable {
        /// Who builds.
        public var builder: PersonId
        /// Who tests.
        public var tester: PersonId
        /// Who implements.
        public var implementer: PersonId
        /// When.
        public var window: ChangeWindow
        /// The steps of the implementation.
        public var steps: String
        /// What is tested, and how.
        public var test: String
        /// How it is undone.
        public var backOut: BackOutPlan
        /// Who is told, and when.
        public var communication: String
        /// How it is seen that it works.
        public var verification: String
        /// Why the window begins before the lead time of the category is over, where it does.
        public var shortNotice: String?

        public init(
            builder: PersonId,
            tester: PersonId,
            implementer: PersonId,
            window: ChangeWindow,
            steps: String,
            test: String,
            backOut: BackOutPlan,
            communication: String,
            verification: String,
            shortNotice: String? = nil
        ) {
            self.builder = builder
            self.tester = tester
            self.implementer = implementer
            self.window = window
            self.steps = steps
            self.test = test
            self.backOut = backOut
            self.communication = communication
            self.verification = verification
            self.shortNotice = shortNotice
        }

        private enum CodingKeys: String, CodingKey {
            case builder, tester, implementer, window, steps, test, communication, verification
            case backOut = "back_out"
            case shortNotice = "short_notice"
        }
    }

    /// It is late with something, or something has run out.
    public struct ChangeRanLateBody: Codable, Sendable, Equatable {
        /// Since when.
        public var due: Date
        /// With what.
        public var late: Late

        public init(due: Date, late: Late) {
            self.due = due
            self.late = late
        }
    }

    /// It was given another category.
    public struct ChangeReclassifiedBody: Codable, Sendable, Equatable {
        /// Which.
        public var category: ChangeCategory
        /// Why it is lower than proposed, where it is.
        public var lowered: Lowering?
        /// Why.
        public var reason: String

        public init(category: ChangeCategory, reason: String, lowered: Lowering? = nil) {
            self.category = category
            self.lowered = lowered
            self.reason = reason
        }
    }

    /// Gives another category.
    public struct ChangeReclassifyBody: Codable, Sendable, Equatable {
        /// Minor, significant or major.
        public var category: ChangeCategory
        /// Why.
        public var reason: String

        public init(category: ChangeCategory, reason: String) {
            self.category = category
            self.reason = reason
        }
    }

    /// Refuses it.
    public typealias ChangeRejectBody = Because

    /// It was refused.
    public struct ChangeRejectedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Lets its authority vote. What is absent stays as it is.
    public struct ChangeRequestApprovalBody: Codable, Sendable, Equatable {
        /// How it is to be done.
        public var plan: ChangePlan?
        /// The service plan of a major change.
        public var servicePlan: ServicePlan?

        public init(plan: ChangePlan? = nil, servicePlan: ServicePlan? = nil) {
            self.plan = plan
            self.servicePlan = servicePlan
        }

        private enum CodingKeys: String, CodingKey {
            case plan
            case servicePlan = "service_plan"
        }
    }

    /// Lets its authority vote after it was put off. What is absent stays as it is.
    public typealias ChangeResubmitBody = RequestApproval

    /// It was returned for rework.
    public struct ChangeReturnedBody: Codable, Sendable, Equatable {
        /// What is to be reworked.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Its review began.
    public struct ChangeReviewBegunBody: Codable, Sendable, Equatable {
        /// By when it has to be reviewed.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// Records what the review found.
    public struct ChangeReviewBody: Codable, Sendable, Equatable {
        /// What.
        public var pir: Pir

        public init(pir: Pir) {
            self.pir = pir
        }
    }

    /// Records what the board found of an emergency.
    public struct ChangeReviewRetrospectivelyBody: Codable, Sendable, Equatable {
        /// What.
        public var pir: Pir
        /// Whether it was an emergency.
        public var wasEmergency: Bool
        /// The finding raised because it was none.
        public var finding: RecordId?

        public init(pir: Pir, wasEmergency: Bool, finding: RecordId? = nil) {
            self.pir = pir
            self.wasEmergency = wasEmergency
            self.finding = finding
        }

        private enum CodingKeys: String, CodingKey {
            case pir, finding
            case wasEmergency = "was_emergency"
        }
    }

    /// It was reviewed.
    public struct ChangeReviewedBody: Codable, Sendable, Equatable {
        /// When, what was found.
        public var reviewed: ReviewOfChange

        public init(reviewed: ReviewOfChange) {
            self.reviewed = reviewed
        }
    }

    /// Gives it its place in the schedule of change.
    public struct ChangeScheduleBody: Codable, Sendable, Equatable {
        /// Whether those concerned were told, as its plan says.
        public var communicated: Bool

        public init(communicated: Bool) {
            self.communicated = communicated
        }
    }

    /// Schedules a standard change under its model.
    public struct ChangeScheduleStandardBody: Codable, Sendable, Equatable {
        /// The model.
        public var model: RecordId
        /// Who implements it.
        public var implementer: PersonId
        /// When.
        public var window: ChangeWindow

        public init(model: RecordId, implementer: PersonId, window: ChangeWindow) {
            self.model = model
            self.implementer = implementer
            self.window = window
        }
    }

    /// It has its place in the schedule of change.
    public struct ChangeScheduledBody: Codable, Sendable, Equatable {
        /// The conflicts that are known: waived ones, and as many soft ones as a change keeps.
        public var conflicts: [Conflict]
        /// How many soft ones there are besides.
        public var furtherConflicts: Int
        /// What a standard change is implemented under.
        public var standard: StandardUse?

        public init(conflicts: [Conflict] = [], furtherConflicts: Int = 0, standard: StandardUse? = nil) {
            self.conflicts = conflicts
            self.furtherConflicts = furtherConflicts
            self.standard = standard
        }

        private enum CodingKeys: String, CodingKey {
            case conflicts, standard
            case furtherConflicts = "further_conflicts"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            conflicts = try fields.decodeIfPresent([Conflict].self, forKey: .conflicts) ?? []
            furtherConflicts = try fields.decodeIfPresent(Int.self, forKey: .furtherConflicts) ?? 0
            standard = try fields.decodeIfPresent(StandardUse.self, forKey: .standard)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !conflicts.isEmpty { try fields.encode(conflicts, forKey: .conflicts) }
            if furtherConflicts != 0 { try fields.encode(furtherConflicts, forKey: .furtherConflicts) }
            try fields.encodeIfPresent(standard, forKey: .standard)
        }
    }

    /// The state of a change with the data that exist only in it.
    public enum ChangeState: Codable, Sendable, Equatable {
        /// Being written.
        case draft
        /// Asked for.
        case submitted
        /// Complete and classified.
        case accepted
        /// Assessed.
        case assessed
        /// Its authority votes.
        case awaitingApproval
        /// Put off.
        case deferred(reason: String, until: Date)
        /// May be built.
        case approved
        /// Built and tested.
        case builtTested
        /// In the schedule of change.
        case scheduled
        /// An emergency that may be implemented.
        case emergencyAuthorised
        /// Being implemented.
        case implementing
        /// Implemented.
        case implemented
        /// Undone.
        case backedOut
        /// Being reviewed.
        case inReview
        /// An emergency whose record was completed afterwards.
        case retrospectivelyDocumented
        /// An emergency that was reviewed.
        case retrospectivelyReviewed
        /// Over.
        case closed(
            at: Date,
            by: PersonId,
            outcome: ChangeOutcome,
            noCiDifference: [String: String] = [:],
            investigation: Investigation? = nil,
            actions: [RecordId] = []
        )
        /// Refused.
        case rejected(at: Date, reason: String)
        /// Taken back.
        case withdrawn(at: Date, reason: String)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .draft: "draft"
            case .submitted: "submitted"
            case .accepted: "accepted"
            case .assessed: "assessed"
            case .awaitingApproval: "awaiting_approval"
            case .deferred: "deferred"
            case .approved: "approved"
            case .builtTested: "built_tested"
            case .scheduled: "scheduled"
            case .emergencyAuthorised: "emergency_authorised"
            case .implementing: "implementing"
            case .implemented: "implemented"
            case .backedOut: "backed_out"
            case .inReview: "in_review"
            case .retrospectivelyDocumented: "retrospectively_documented"
            case .retrospectivelyReviewed: "retrospectively_reviewed"
            case .closed: "closed"
            case .rejected: "rejected"
            case .withdrawn: "withdrawn"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, reason, until, at, by, outcome, investigation, actions
            case noCiDifference = "no_ci_difference"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "draft":
                self = .draft
            case "submitted":
                self = .submitted
            case "accepted":
                self = .accepted
            case "assessed":
                self = .assessed
            case "awaiting_approval":
                self = .awaitingApproval
            case "deferred":
                self = .deferred(
                    reason: try fields.decode(String.self, forKey: .reason),
                    until: try fields.decode(Date.self, forKey: .until)
                )
            case "approved":
                self = .approved
            case "built_tested":
                self = .builtTested
            case "scheduled":
                self = .scheduled
            case "emergency_authorised":
                self = .emergencyAuthorised
            case "implementing":
                self = .implementing
            case "implemented":
                self = .implemented
            case "backed_out":
                self = .backedOut
            case "in_review":
                self = .inReview
            case "retrospectively_documented":
                self = .retrospectivelyDocumented
            case "retrospectively_reviewed":
                self = .retrospectivelyReviewed
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    outcome: try fields.decode(ChangeOutcome.self, forKey: .outcome),
                    noCiDifference: try fields.decodeIfPresent([String: String].self, forKey: .noCiDifference) ?? [:],
                    investigation: try fields.decodeIfPresent(Investigation.self, forKey: .investigation),
                    actions: try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
                )
            case "rejected":
                self = .rejected(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case "withdrawn":
                self = .withdrawn(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .deferred(reason, until):
                try fields.encode(reason, forKey: .reason)
                try fields.encode(until, forKey: .until)
            case let .closed(at, by, outcome, noCiDifference, investigation, actions):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(outcome, forKey: .outcome)
                if !noCiDifference.isEmpty { try fields.encode(noCiDifference, forKey: .noCiDifference) }
                try fields.encodeIfPresent(investigation, forKey: .investigation)
                if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
            case let .rejected(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            case let .withdrawn(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// Asks for it.
    public struct ChangeSubmitBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It was submitted.
    public struct ChangeSubmittedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It is built and tested.
    public struct ChangeTestBody: Codable, Sendable, Equatable {
        /// How.
        public var tested: Tested

        public init(tested: Tested) {
            self.tested = tested
        }
    }

    /// Takes it out of a release.
    public struct ChangeUnpackBody: Codable, Sendable, Equatable {
        /// Which.
        public var release: RecordId
        /// Why.
        public var reason: String

        public init(release: RecordId, reason: String) {
            self.release = release
            self.reason = reason
        }
    }

    /// It is in a release no longer.
    public struct ChangeUnpackedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// Which.
        public var release: RecordId

        public init(reason: String, release: RecordId) {
            self.reason = reason
            self.release = release
        }
    }

    /// A vote.
    public struct ChangeVoteBody: Codable, Sendable, Equatable {
        /// For which approver; absent: for oneself.
        public var by: PersonId?
        /// What the approver says.
        public var decision: VoteDecision
        /// In words: conditions, reasons.
        public var comment: String

        public init(decision: VoteDecision, by: PersonId? = nil, comment: String = "") {
            self.by = by
            self.decision = decision
            self.comment = comment
        }

        private enum CodingKeys: String, CodingKey {
            case by, decision, comment
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            by = try fields.decodeIfPresent(PersonId.self, forKey: .by)
            decision = try fields.decode(VoteDecision.self, forKey: .decision)
            comment = try fields.decodeIfPresent(String.self, forKey: .comment) ?? ""
        }
    }

    /// An approver voted.
    public struct ChangeVotedBody: Codable, Sendable, Equatable {
        /// The vote and where the ballot stands with it.
        public var cast: Cast

        public init(cast: Cast) {
            self.cast = cast
        }
    }

    /// Waives a conflict.
    public struct ChangeWaiveConflictBody: Codable, Sendable, Equatable {
        /// The rule.
        public var rule: Code
        /// The other record, or the freeze.
        public var with: String
        /// The item over which, if it is over one.
        public var ci: CiId?
        /// The window it is about; absent: the one planned.
        public var window: ChangeWindow?
        /// Who would implement it; absent: the one planned.
        public var implementer: PersonId?
        /// Why.
        public var reason: String

        public init(
            rule: Code,
            with: String,
            reason: String,
            ci: CiId? = nil,
            window: ChangeWindow? = nil,
            implementer: PersonId? = nil
        ) {
            self.rule = rule
            self.with = with
            self.ci = ci
            self.window = window
            self.implementer = implementer
            self.reason = reason
        }
    }

    /// The stretch `[from, until)` in which a change is implemented.
    public struct ChangeWindow: Codable, Sendable, Equatable {
        /// Its first instant.
        public var from: Date
        /// The first instant after it.
        public var until: Date

        public init(from: Date, until: Date) {
            self.from = from
            self.until = until
        }
    }

    /// Takes it back.
    public typealias ChangeWithdrawBody = Because

    /// It was taken back.
    public struct ChangeWithdrawnBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Something in the way of a change, as the schedule found it.
    public struct Conflict: Codable, Sendable, Equatable {
        /// The rule it breaks.
        public var rule: Code
        /// The other record, or the freeze.
        public var with: String
        /// The item over which, if it is over one.
        public var ci: CiId?
        /// How firmly.
        public var firmness: Firmness
        /// Who may waive it.
        public var waivableBy: [Role]

        public init(rule: Code, with: String, firmness: Firmness, ci: CiId? = nil, waivableBy: [Role] = []) {
            self.rule = rule
            self.with = with
            self.ci = ci
            self.firmness = firmness
            self.waivableBy = waivableBy
        }

        private enum CodingKeys: String, CodingKey {
            case rule, with, ci, firmness
            case waivableBy = "waivable_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            rule = try fields.decode(Code.self, forKey: .rule)
            with = try fields.decode(String.self, forKey: .with)
            ci = try fields.decodeIfPresent(CiId.self, forKey: .ci)
            firmness = try fields.decode(Firmness.self, forKey: .firmness)
            waivableBy = try fields.decodeIfPresent([Role].self, forKey: .waivableBy) ?? []
        }
    }

    /// A conflict that somebody entitled has waived for one window of one change.
    public struct ConflictWaiver: Codable, Sendable, Equatable {
        /// The rule.
        public var rule: Code
        /// The other record, or the freeze.
        public var with: String
        /// The item over which, if it is over one.
        public var ci: CiId?
        /// The window it was waived for; another one asks again.
        public var window: ChangeWindow
        /// Who waived it.
        public var by: PersonId
        /// When.
        public var at: Date
        /// Why.
        public var reason: String

        public init(
            rule: Code,
            with: String,
            window: ChangeWindow,
            by: PersonId,
            at: Date,
            reason: String,
            ci: CiId? = nil
        ) {
            self.rule = rule
            self.with = with
            self.ci = ci
            self.window = window
            self.by = by
            self.at = at
            self.reason = reason
        }
    }

    /// An emergency authorisation.
    public struct EmergencyAuthorisation: Codable, Sendable, Equatable {
        /// Who gave it.
        public var by: PersonId
        /// When it was given.
        public var givenAt: Date
        /// When it was recorded; later than given where it was given by word of mouth.
        public var recordedAt: Date
        /// The criterion of the policy.
        public var criterion: Code
        /// The major incident that it restores.
        public var majorIncident: RecordId?
        /// The risk that is taken.
        public var risk: String
        /// Who implements it.
        public var implementer: PersonId

        public init(
            by: PersonId,
            givenAt: Date,
            recordedAt: Date,
            criterion: Code,
            risk: String,
            implementer: PersonId,
            majorIncident: RecordId? = nil
        ) {
            self.by = by
            self.givenAt = givenAt
            self.recordedAt = recordedAt
            self.criterion = criterion
            self.majorIncident = majorIncident
            self.risk = risk
            self.implementer = implementer
        }

        private enum CodingKeys: String, CodingKey {
            case by, criterion, risk, implementer
            case givenAt = "given_at"
            case recordedAt = "recorded_at"
            case majorIncident = "major_incident"
        }
    }

    /// What was done.
    public struct Implementation: Codable, Sendable, Equatable {
        /// When it began.
        public var startedAt: Date
        /// Who began it.
        public var startedBy: PersonId
        /// Everybody who implemented it.
        public var implementers: [PersonId]
        /// Whether it was approved, and for the content it had, when it began.
        public var approved: Bool
        /// The baseline taken before.
        public var baseline: RecordId?
        /// How it can be undone, where that is not in its plan.
        public var backOutKnown: String?
        /// When it ended.
        public var endedAt: Date?
        /// The steps done.
        public var steps: [String]
        /// How it was seen that it works.
        public var verification: String?
        /// What went otherwise than planned.
        public var deviations: [String]
        /// How it was undone, if it was.
        public var backOut: BackOut?

        public init(
            startedAt: Date,
            startedBy: PersonId,
            implementers: [PersonId],
            approved: Bool,
            baseline: RecordId? = nil,
            backOutKnown: String? = nil,
            endedAt: Date? = nil,
            steps: [String] = [],
            verification: String? = nil,
            deviations: [String] = [],
            backOut: BackOut? = nil
        ) {
            self.startedAt = startedAt
            self.startedBy = startedBy
            self.implementers = implementers
            self.approved = approved
            self.baseline = baseline
            self.backOutKnown = backOutKnown
            self.endedAt = endedAt
            self.steps = steps
            self.verification = verification
            self.deviations = deviations
            self.backOut = backOut
        }

        private enum CodingKeys: String, CodingKey {
            case implementers, approved, baseline, steps, verification, deviations
            case startedAt = "started_at"
            case startedBy = "started_by"
            case backOutKnown = "back_out_known"
            case endedAt = "ended_at"
            case backOut = "back_out"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            startedAt = try fields.decode(Date.self, forKey: .startedAt)
            startedBy = try fields.decode(PersonId.self, forKey: .startedBy)
            implementers = try fields.decode([PersonId].self, forKey: .implementers)
            approved = try fields.decode(Bool.self, forKey: .approved)
            baseline = try fields.decodeIfPresent(RecordId.self, forKey: .baseline)
            backOutKnown = try fields.decodeIfPresent(String.self, forKey: .backOutKnown)
            endedAt = try fields.decodeIfPresent(Date.self, forKey: .endedAt)
            steps = try fields.decodeIfPresent([String].self, forKey: .steps) ?? []
            verification = try fields.decodeIfPresent(String.self, forKey: .verification)
            deviations = try fields.decodeIfPresent([String].self, forKey: .deviations) ?? []
            backOut = try fields.decodeIfPresent(BackOut.self, forKey: .backOut)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(startedAt, forKey: .startedAt)
            try fields.encode(startedBy, forKey: .startedBy)
            try fields.encode(implementers, forKey: .implementers)
            try fields.encode(approved, forKey: .approved)
            try fields.encodeIfPresent(baseline, forKey: .baseline)
            try fields.encodeIfPresent(backOutKnown, forKey: .backOutKnown)
            try fields.encodeIfPresent(endedAt, forKey: .endedAt)
            if !steps.isEmpty { try fields.encode(steps, forKey: .steps) }
            try fields.encodeIfPresent(verification, forKey: .verification)
            if !deviations.isEmpty { try fields.encode(deviations, forKey: .deviations) }
            try fields.encodeIfPresent(backOut, forKey: .backOut)
        }
    }

    /// Where the cause of a failure is investigated.
    public enum Investigation: Codable, Sendable, Equatable {
        /// As this problem.
        case problem(RecordId)
        /// As this candidate of one.
        case problemCandidate(RecordId)

        private enum CodingKeys: String, CodingKey {
            case problem
            case problemCandidate = "problem_candidate"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .problem: self = .problem(try fields.decode(RecordId.self, forKey: .problem))
            case .problemCandidate: self = .problemCandidate(try fields.decode(RecordId.self, forKey: .problemCandidate))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .problem(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .problem)
            case let .problemCandidate(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .problemCandidate)
            }
        }
    }

    /// What a change was late with, or is over. Each is told once.
    public enum Late: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The begin of its window has passed without an implementation.
        case plannedStart = "planned_start"
        /// The end of its window has passed during the implementation.
        case plannedEnd = "planned_end"
        /// The approval holds no longer.
        case approval
        /// The date to which it was put off has come.
        case deferral
        /// Items that it altered do not say so in the register.
        case itemUpdates = "item_updates"
        /// The review is overdue.
        case review
        /// The documentation of an emergency is overdue.
        case documentation
        /// The review of an emergency is overdue.
        case emergencyReview = "emergency_review"
    }

    /// A category lower than the risk score proposes.
    public struct Lowering: Codable, Sendable, Equatable {
        /// What was proposed.
        public var proposed: ChangeCategory
        /// Who lowered it.
        public var by: PersonId
        /// Why.
        public var reason: String

        public init(proposed: ChangeCategory, by: PersonId, reason: String) {
            self.proposed = proposed
            self.by = by
            self.reason = reason
        }
    }

    /// What an assessor said.
    public struct Opinion: Codable, Sendable, Equatable {
        /// Who.
        public var by: PersonId
        /// When.
        public var at: Date
        /// In a word.
        public var verdict: Verdict
        /// In words.
        public var text: String

        public init(by: PersonId, at: Date, verdict: Verdict, text: String) {
            self.by = by
            self.at = at
            self.verdict = verdict
            self.text = text
        }
    }

    /// A review after the implementation. 实施后评审
    public struct Pir: Codable, Sendable, Equatable {
        /// Whether the objective is met.
        public var objectiveMet: Bool
        /// How it turned out.
        public var outcome: ChangeOutcome
        /// Incidents it caused.
        public var incidents: [RecordId]
        /// Seconds of downtime that were not planned.
        public var unplannedDowntimeSeconds: Int
        /// What went otherwise than planned.
        public var deviations: [String]
        /// What is learnt.
        public var lessons: [String]
        /// Who reviewed it.
        public var reviewers: [PersonId]

        public init(
            objectiveMet: Bool,
            outcome: ChangeOutcome,
            lessons: [String],
            reviewers: [PersonId],
            incidents: [RecordId] = [],
            unplannedDowntimeSeconds: Int = 0,
            deviations: [String] = []
        ) {
            self.objectiveMet = objectiveMet
            self.outcome = outcome
            self.incidents = incidents
            self.unplannedDowntimeSeconds = unplannedDowntimeSeconds
            self.deviations = deviations
            self.lessons = lessons
            self.reviewers = reviewers
        }

        private enum CodingKeys: String, CodingKey {
            case outcome, incidents, deviations, lessons, reviewers
            case objectiveMet = "objective_met"
            case unplannedDowntimeSeconds = "unplanned_downtime_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            objectiveMet = try fields.decode(Bool.self, forKey: .objectiveMet)
            outcome = try fields.decode(ChangeOutcome.self, forKey: .outcome)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            unplannedDowntimeSeconds = try fields.decodeIfPresent(Int.self, forKey: .unplannedDowntimeSeconds) ?? 0
            deviations = try fields.decodeIfPresent([String].self, forKey: .deviations) ?? []
            lessons = try fields.decode([String].self, forKey: .lessons)
            reviewers = try fields.decode([PersonId].self, forKey: .reviewers)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(objectiveMet, forKey: .objectiveMet)
            try fields.encode(outcome, forKey: .outcome)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encode(unplannedDowntimeSeconds, forKey: .unplannedDowntimeSeconds)
            if !deviations.isEmpty { try fields.encode(deviations, forKey: .deviations) }
            try fields.encode(lessons, forKey: .lessons)
            try fields.encode(reviewers, forKey: .reviewers)
        }
    }

    /// What the graph of configuration items says that a change reaches.
    public struct Reach: Codable, Sendable, Equatable {
        /// Whether a critical service is among it.
        public var critical: Bool
        /// How many items and services.
        public var count: Int
        /// The services.
        public var services: [ServiceId]

        public init(critical: Bool, count: Int, services: [ServiceId] = []) {
            self.critical = critical
            self.count = count
            self.services = services
        }

        private enum CodingKeys: String, CodingKey {
            case critical, count, services
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            critical = try fields.decode(Bool.self, forKey: .critical)
            count = try fields.decode(Int.self, forKey: .count)
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(critical, forKey: .critical)
            try fields.encode(count, forKey: .count)
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
        }
    }

    /// Lets its authority vote. What is absent stays as it is.
    public struct RequestApproval: Codable, Sendable, Equatable {
        /// How it is to be done.
        public var plan: ChangePlan?
        /// The service plan of a major change.
        public var servicePlan: ServicePlan?

        public init(plan: ChangePlan? = nil, servicePlan: ServicePlan? = nil) {
            self.plan = plan
            self.servicePlan = servicePlan
        }

        private enum CodingKeys: String, CodingKey {
            case plan
            case servicePlan = "service_plan"
        }
    }

    /// A review that was held.
    public struct ReviewOfChange: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// What it found.
        public var pir: Pir
        /// Whether an emergency was one, where it was one.
        public var wasEmergency: Bool?
        /// The finding raised because it was none.
        public var finding: RecordId?

        public init(at: Date, pir: Pir, wasEmergency: Bool? = nil, finding: RecordId? = nil) {
            self.at = at
            self.pir = pir
            self.wasEmergency = wasEmergency
            self.finding = finding
        }

        private enum CodingKeys: String, CodingKey {
            case at, pir, finding
            case wasEmergency = "was_emergency"
        }
    }

    /// A request for change. A draft may leave texts empty; a submitted one is complete (T-CHG-01).
    public struct Rfc: Codable, Sendable, Equatable {
        /// What it is called.
        public var title: String
        /// Why.
        public var reason: String
        /// What it is good for.
        public var benefit: String
        /// What happens if it is not done.
        public var notDoing: String
        /// What it does.
        public var kind: ChangeKind
        /// The services concerned.
        public var services: [ServiceId]
        /// The configuration items that it alters.
        public var cis: [CiId]
        /// Why it alters none, where it does not.
        public var noCis: String?
        /// By when it is wished for.
        public var wishedFor: Date?

        public init(
            title: String = "",
            reason: String = "",
            benefit: String = "",
            notDoing: String = "",
            kind: ChangeKind = .modification,
            services: [ServiceId] = [],
            cis: [CiId] = [],
            noCis: String? = nil,
            wishedFor: Date? = nil
        ) {
            self.title = title
            self.reason = reason
            self.benefit = benefit
            self.notDoing = notDoing
            self.kind = kind
            self.services = services
            self.cis = cis
            self.noCis = noCis
            self.wishedFor = wishedFor
        }

        private enum CodingKeys: String, CodingKey {
            case title, reason, benefit, kind, services, cis
            case notDoing = "not_doing"
            case noCis = "no_cis"
            case wishedFor = "wished_for"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            title = try fields.decodeIfPresent(String.self, forKey: .title) ?? ""
            reason = try fields.decodeIfPresent(String.self, forKey: .reason) ?? ""
            benefit = try fields.decodeIfPresent(String.self, forKey: .benefit) ?? ""
            notDoing = try fields.decodeIfPresent(String.self, forKey: .notDoing) ?? ""
            kind = try fields.decodeIfPresent(ChangeKind.self, forKey: .kind) ?? .modification
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            noCis = try fields.decodeIfPresent(String.self, forKey: .noCis)
            wishedFor = try fields.decodeIfPresent(Date.self, forKey: .wishedFor)
        }
    }

    /// Points beyond probability × impact.
    public struct RiskAddition: Codable, Sendable, Equatable {
        /// By which rule: `untested_back_out`, `critical_service`.
        public var rule: Code
        /// How many.
        public var points: Int

        public init(rule: Code, points: Int) {
            self.rule = rule
            self.points = points
        }
    }

    /// A risk score with its explanation. 风险评分
    public struct RiskScore: Codable, Sendable, Equatable {
        /// Points beyond probability × impact, in order of their rules.
        public var additions: [RiskAddition]
        /// Criteria that make it major whatever the total: `service_removal`, `service_transfer`, `major_service`.
        public var criteria: [Code]
        /// What it is made of.
        public var estimate: RiskEstimate
        /// The category that it proposes.
        public var proposes: ChangeCategory
        /// The total.
        public var total: Int

        public init(
            estimate: RiskEstimate,
            proposes: ChangeCategory,
            total: Int,
            additions: [RiskAddition] = [],
            criteria: [Code] = []
        ) {
            self.additions = additions
            self.criteria = criteria
            self.estimate = estimate
            self.proposes = proposes
            self.total = total
        }

        private enum CodingKeys: String, CodingKey {
            case additions, criteria, estimate, proposes, total
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            additions = try fields.decodeIfPresent([RiskAddition].self, forKey: .additions) ?? []
            criteria = try fields.decodeIfPresent([Code].self, forKey: .criteria) ?? []
            estimate = try fields.decode(RiskEstimate.self, forKey: .estimate)
            proposes = try fields.decode(ChangeCategory.self, forKey: .proposes)
            total = try fields.decode(Int.self, forKey: .total)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !additions.isEmpty { try fields.encode(additions, forKey: .additions) }
            if !criteria.isEmpty { try fields.encode(criteria, forKey: .criteria) }
            try fields.encode(estimate, forKey: .estimate)
            try fields.encode(proposes, forKey: .proposes)
            try fields.encode(total, forKey: .total)
        }
    }

    /// The plan of new, changed, removed and transferred services that a major change waits for.
    public struct ServicePlan: Codable, Sendable, Equatable {
        /// Its record, or the number of its document.
        public var plan: RecordId
        /// Who approved it.
        public var approvedBy: PersonId
        /// When.
        public var approvedAt: Date
        /// Its document, where the host keeps it.
        public var document: Attachment?

        public init(plan: RecordId, approvedBy: PersonId, approvedAt: Date, document: Attachment? = nil) {
            self.plan = plan
            self.approvedBy = approvedBy
            self.approvedAt = approvedAt
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case plan, document
            case approvedBy = "approved_by"
            case approvedAt = "approved_at"
        }
    }

    /// The use of a standard change model.
    public struct StandardUse: Codable, Sendable, Equatable {
        /// The model.
        public var model: RecordId
        /// Who implements it.
        public var implementer: PersonId
        /// When.
        public var window: ChangeWindow

        public init(model: RecordId, implementer: PersonId, window: ChangeWindow) {
            self.model = model
            self.implementer = implementer
            self.window = window
        }
    }

    /// One test and its result.
    public struct TestResult: Codable, Sendable, Equatable {
        /// What was tested.
        public var what: String
        /// Whether it passed.
        public var passed: Bool

        public init(what: String, passed: Bool) {
            self.what = what
            self.passed = passed
        }
    }

    /// How a change was built and tested.
    public struct Tested: Codable, Sendable, Equatable {
        /// What was tested.
        public var results: [TestResult]
        /// Why nothing can be tested, where nothing can.
        public var notTestable: String?
        /// What proves it.
        public var evidence: [Attachment]

        public init(results: [TestResult] = [], notTestable: String? = nil, evidence: [Attachment] = []) {
            self.results = results
            self.notTestable = notTestable
            self.evidence = evidence
        }

        private enum CodingKeys: String, CodingKey {
            case results, evidence
            case notTestable = "not_testable"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            results = try fields.decodeIfPresent([TestResult].self, forKey: .results) ?? []
            notTestable = try fields.decodeIfPresent(String.self, forKey: .notTestable)
            evidence = try fields.decodeIfPresent([Attachment].self, forKey: .evidence) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !results.isEmpty { try fields.encode(results, forKey: .results) }
            try fields.encodeIfPresent(notTestable, forKey: .notTestable)
            if !evidence.isEmpty { try fields.encode(evidence, forKey: .evidence) }
        }
    }

    /// What an assessor thinks of a change.
    public enum Verdict: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Nothing stands against it.
        case favourable
        /// Under conditions.
        case conditional
        /// Against it.
        case unfavourable
    }
}
