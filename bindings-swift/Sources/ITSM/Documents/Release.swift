// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// Accepts it.
    public struct Accept: Codable, Sendable, Equatable {
        /// The criteria that are met.
        public var met: [Code]

        public init(met: [Code]) {
            self.met = met
        }
    }

    /// How a release was accepted.
    public struct AcceptanceOfRelease: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom; two where there are exceptions.
        public var by: [PersonId]
        /// What is not met.
        public var exceptions: Exceptions?

        public init(at: Date, by: [PersonId], exceptions: Exceptions? = nil) {
            self.at = at
            self.by = by
            self.exceptions = exceptions
        }
    }

    /// One thing that a release brings: an item in a version, built from its master, for a change.
    public struct Built: Codable, Sendable, Equatable {
        /// The change that it is for.
        public var change: RecordId
        /// The SHA-256 of what is deployed.
        public var checksum: Digest
        /// The configuration item.
        public var item: RecordId
        /// The definitive item that it is built from.
        public var master: RecordId
        /// The version that the item has afterwards.
        public var version: String

        public init(change: RecordId, checksum: Digest, item: RecordId, master: RecordId, version: String) {
            self.change = change
            self.checksum = checksum
            self.item = item
            self.master = master
            self.version = version
        }
    }

    /// What is accepted although a criterion is not met.
    public struct Exceptions: Codable, Sendable, Equatable {
        /// What is done about it.
        public var action: String
        /// By when.
        public var by: Date
        /// What may happen meanwhile.
        public var risk: String
        /// The criteria that are not met.
        public var unmet: [Code]

        public init(action: String, by: Date, risk: String, unmet: [Code]) {
            self.action = action
            self.by = by
            self.risk = risk
            self.unmet = unmet
        }
    }

    /// What was found on one target after the deployment.
    public struct IntegrityCheck: Codable, Sendable, Equatable {
        /// The checksums found, by item.
        public var checksums: [String: Digest]
        /// Which target.
        public var target: Code

        public init(checksums: [String: Digest], target: Code) {
            self.checksums = checksums
            self.target = target
        }
    }

    /// One party has proposed to accept with exceptions.
    public struct Proposal: Codable, Sendable, Equatable {
        /// What.
        public var exceptions: Exceptions
        /// By whom.
        public var by: PersonId
        /// Whether for the customer; else for the service owner.
        public var forCustomer: Bool

        public init(exceptions: Exceptions, by: PersonId, forCustomer: Bool) {
            self.exceptions = exceptions
            self.by = by
            self.forCustomer = forCustomer
        }

        private enum CodingKeys: String, CodingKey {
            case exceptions, by
            case forCustomer = "for_customer"
        }
    }

    /// A release.
    public struct Release: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ReleaseState
        /// What people call it.
        public var title: String
        /// Its type.
        public var releaseType: ReleaseType
        /// What, when and how.
        public var plan: ReleasePlan
        /// Who wrote the plan, all of them: nobody of them agrees to it.
        public var plannedBy: [PersonId]
        /// The end of the window that the parties agreed to first: when it is promised for.
        public var promisedUntil: Date?
        /// The agreement on its present plan.
        public var ballot: Ballot?
        /// What it brings.
        public var built: [Built]
        /// Who built it.
        public var builtBy: [PersonId]
        /// The tests of what was built last.
        public var tests: [TestRecord]
        /// Who tested it.
        public var testedBy: [PersonId]
        /// How often it was submitted for acceptance.
        public var submissions: Int
        /// When it was submitted for acceptance first.
        public var firstSubmittedAt: Date?
        /// Why it was returned last.
        public var defects: String?
        /// One party's proposal to accept with exceptions.
        public var proposal: Proposal?
        /// How it was accepted.
        public var acceptance: AcceptanceOfRelease?
        /// By when an emergency release has to be accepted.
        public var acceptanceDue: Date?
        /// Whether it was not.
        public var acceptanceMissed: Bool
        /// The baseline of the affected items.
        public var baseline: RecordId?
        /// When it was on every target.
        public var deployedAt: Date?
        /// When it was rolled back.
        public var rolledBackAt: Date?
        /// What was found on the targets.
        public var integrity: [IntegrityCheck]
        /// When the observation ended, once somebody was told.
        public var observedUntil: Date?
        /// What the observation found.
        public var review: ReleaseReview?

        public init(
            envelope: Envelope,
            state: ReleaseState,
            title: String,
            releaseType: ReleaseType,
            plan: ReleasePlan,
            plannedBy: [PersonId],
            submissions: Int,
            acceptanceMissed: Bool,
            promisedUntil: Date? = nil,
            ballot: Ballot? = nil,
            built: [Built] = [],
            builtBy: [PersonId] = [],
            tests: [TestRecord] = [],
            testedBy: [PersonId] = [],
            firstSubmittedAt: Date? = nil,
            defects: String? = nil,
            proposal: Proposal? = nil,
            acceptance: AcceptanceOfRelease? = nil,
            acceptanceDue: Date? = nil,
            baseline: RecordId? = nil,
            deployedAt: Date? = nil,
            rolledBackAt: Date? = nil,
            integrity: [IntegrityCheck] = [],
            observedUntil: Date? = nil,
            review: ReleaseReview? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.title = title
            self.releaseType = releaseType
            self.plan = plan
            self.plannedBy = plannedBy
            self.promisedUntil = promisedUntil
            self.ballot = ballot
            self.built = built
            self.builtBy = builtBy
            self.tests = tests
            self.testedBy = testedBy
            self.submissions = submissions
            self.firstSubmittedAt = firstSubmittedAt
            self.defects = defects
            self.proposal = proposal
            self.acceptance = acceptance
            self.acceptanceDue = acceptanceDue
            self.acceptanceMissed = acceptanceMissed
            self.baseline = baseline
            self.deployedAt = deployedAt
            self.rolledBackAt = rolledBackAt
            self.integrity = integrity
            self.observedUntil = observedUntil
            self.review = review
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                title,
                plan,
                ballot,
                built,
                tests,
                submissions,
                defects,
                proposal,
                acceptance,
                baseline,
                integrity,
                review
            case releaseType = "release_type"
            case plannedBy = "planned_by"
            case promisedUntil = "promised_until"
            case builtBy = "built_by"
            case testedBy = "tested_by"
            case firstSubmittedAt = "first_submitted_at"
            case acceptanceDue = "acceptance_due"
            case acceptanceMissed = "acceptance_missed"
            case deployedAt = "deployed_at"
            case rolledBackAt = "rolled_back_at"
            case observedUntil = "observed_until"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ReleaseState.self, forKey: .state)
            title = try fields.decode(String.self, forKey: .title)
            releaseType = try fields.decode(ReleaseType.self, forKey: .releaseType)
            plan = try fields.decode(ReleasePlan.self, forKey: .plan)
            plannedBy = try fields.decode([PersonId].self, forKey: .plannedBy)
            promisedUntil = try fields.decodeIfPresent(Date.self, forKey: .promisedUntil)
            ballot = try fields.decodeIfPresent(Ballot.self, forKey: .ballot)
            built = try fields.decodeIfPresent([Built].self, forKey: .built) ?? []
            builtBy = try fields.decodeIfPresent([PersonId].self, forKey: .builtBy) ?? []
            tests = try fields.decodeIfPresent([TestRecord].self, forKey: .tests) ?? []
            testedBy = try fields.decodeIfPresent([PersonId].self, forKey: .testedBy) ?? []
            submissions = try fields.decode(Int.self, forKey: .submissions)
            firstSubmittedAt = try fields.decodeIfPresent(Date.self, forKey: .firstSubmittedAt)
            defects = try fields.decodeIfPresent(String.self, forKey: .defects)
            proposal = try fields.decodeIfPresent(Proposal.self, forKey: .proposal)
            acceptance = try fields.decodeIfPresent(AcceptanceOfRelease.self, forKey: .acceptance)
            acceptanceDue = try fields.decodeIfPresent(Date.self, forKey: .acceptanceDue)
            acceptanceMissed = try fields.decode(Bool.self, forKey: .acceptanceMissed)
            baseline = try fields.decodeIfPresent(RecordId.self, forKey: .baseline)
            deployedAt = try fields.decodeIfPresent(Date.self, forKey: .deployedAt)
            rolledBackAt = try fields.decodeIfPresent(Date.self, forKey: .rolledBackAt)
            integrity = try fields.decodeIfPresent([IntegrityCheck].self, forKey: .integrity) ?? []
            observedUntil = try fields.decodeIfPresent(Date.self, forKey: .observedUntil)
            review = try fields.decodeIfPresent(ReleaseReview.self, forKey: .review)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(title, forKey: .title)
            try fields.encode(releaseType, forKey: .releaseType)
            try fields.encode(plan, forKey: .plan)
            try fields.encode(plannedBy, forKey: .plannedBy)
            try fields.encodeIfPresent(promisedUntil, forKey: .promisedUntil)
            try fields.encodeIfPresent(ballot, forKey: .ballot)
            if !built.isEmpty { try fields.encode(built, forKey: .built) }
            if !builtBy.isEmpty { try fields.encode(builtBy, forKey: .builtBy) }
            if !tests.isEmpty { try fields.encode(tests, forKey: .tests) }
            if !testedBy.isEmpty { try fields.encode(testedBy, forKey: .testedBy) }
            try fields.encode(submissions, forKey: .submissions)
            try fields.encodeIfPresent(firstSubmittedAt, forKey: .firstSubmittedAt)
            try fields.encodeIfPresent(defects, forKey: .defects)
            try fields.encodeIfPresent(proposal, forKey: .proposal)
            try fields.encodeIfPresent(acceptance, forKey: .acceptance)
            try fields.encodeIfPresent(acceptanceDue, forKey: .acceptanceDue)
            try fields.encode(acceptanceMissed, forKey: .acceptanceMissed)
            try fields.encodeIfPresent(baseline, forKey: .baseline)
            try fields.encodeIfPresent(deployedAt, forKey: .deployedAt)
            try fields.encodeIfPresent(rolledBackAt, forKey: .rolledBackAt)
            if !integrity.isEmpty { try fields.encode(integrity, forKey: .integrity) }
            try fields.encodeIfPresent(observedUntil, forKey: .observedUntil)
            try fields.encodeIfPresent(review, forKey: .review)
        }
    }

    /// Accepts it.
    public struct ReleaseAcceptBody: Codable, Sendable, Equatable {
        /// The criteria that are met.
        public var met: [Code]

        public init(met: [Code]) {
            self.met = met
        }
    }

    /// Accepts an emergency release that is deployed.
    public typealias ReleaseAcceptLateBody = Accept

    /// Accepts it as the other party has proposed.
    public struct ReleaseAcceptWithExceptionsBody: Codable, Sendable, Equatable {
        /// What was proposed, as whoever accepts it has seen it.
        public var exceptions: Exceptions

        public init(exceptions: Exceptions) {
            self.exceptions = exceptions
        }
    }

    /// An emergency release was not accepted in time.
    public struct ReleaseAcceptanceOverdueBody: Codable, Sendable, Equatable {
        /// By when it had to be.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// It was accepted.
    public struct ReleaseAcceptedBody: Codable, Sendable, Equatable {
        /// By whom.
        public var by: [PersonId]
        /// What is not met.
        public var exceptions: Exceptions?
        /// Whether after its deployment.
        public var late: Bool

        public init(by: [PersonId], late: Bool, exceptions: Exceptions? = nil) {
            self.by = by
            self.exceptions = exceptions
            self.late = late
        }
    }

    /// Names the baseline of the affected items.
    public struct ReleaseBaselineBody: Codable, Sendable, Equatable {
        /// Which.
        public var baseline: RecordId

        public init(baseline: RecordId) {
            self.baseline = baseline
        }
    }

    /// The affected items are captured.
    public struct ReleaseBaselinedBody: Codable, Sendable, Equatable {
        /// The baseline.
        public var baseline: RecordId

        public init(baseline: RecordId) {
            self.baseline = baseline
        }
    }

    /// Begins its deployment.
    public struct ReleaseBeginDeploymentBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Builds it.
    public struct ReleaseBuildBody: Codable, Sendable, Equatable {
        /// What it brings.
        public var built: [Built]

        public init(built: [Built]) {
            self.built = built
        }
    }

    /// It was built.
    public struct ReleaseBuiltBody: Codable, Sendable, Equatable {
        /// What it brings.
        public var built: [Built]

        public init(built: [Built]) {
            self.built = built
        }
    }

    /// Gives it up.
    public struct ReleaseCancelBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was given up.
    public struct ReleaseCancelledBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Closes it.
    public struct ReleaseCloseBody: Codable, Sendable, Equatable {
        /// How it ended.
        public var outcome: ReleaseOutcome

        public init(outcome: ReleaseOutcome) {
            self.outcome = outcome
        }
    }

    /// It was closed.
    public struct ReleaseClosedBody: Codable, Sendable, Equatable {
        /// How it ended.
        public var outcome: ReleaseOutcome

        public init(outcome: ReleaseOutcome) {
            self.outcome = outcome
        }
    }

    /// The host's receipt for a notice.
    public struct ReleaseConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Lets another person vote in one's place.
    public struct ReleaseDelegateBody: Codable, Sendable, Equatable {
        /// Who votes.
        public var to: PersonId

        public init(to: PersonId) {
            self.to = to
        }
    }

    /// Another person may vote for a party.
    public struct ReleaseDelegatedBody: Codable, Sendable, Equatable {
        /// Who for whom.
        public var delegation: Delegation

        public init(delegation: Delegation) {
            self.delegation = delegation
        }
    }

    /// Says that it is on every target.
    public struct ReleaseDeployBody: Codable, Sendable, Equatable {
        /// What was found there.
        public var integrity: [IntegrityCheck]

        public init(integrity: [IntegrityCheck]) {
            self.integrity = integrity
        }
    }

    /// It is on every target.
    public struct ReleaseDeployedBody: Codable, Sendable, Equatable {
        /// By when an emergency release has to be accepted.
        public var acceptanceDue: Date?
        /// What was found there.
        public var integrity: [IntegrityCheck]

        public init(integrity: [IntegrityCheck], acceptanceDue: Date? = nil) {
            self.acceptanceDue = acceptanceDue
            self.integrity = integrity
        }

        private enum CodingKeys: String, CodingKey {
            case integrity
            case acceptanceDue = "acceptance_due"
        }
    }

    /// Its deployment began.
    public struct ReleaseDeploymentBegunBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Changes the plan. What was agreed to was another one.
    public struct ReleaseEditBody: Codable, Sendable, Equatable {
        /// The whole plan, as it is from now on.
        public var plan: ReleasePlan

        public init(plan: ReleasePlan) {
            self.plan = plan
        }
    }

    /// The plan changed.
    public struct ReleaseEditedBody: Codable, Sendable, Equatable {
        /// The whole plan.
        public var plan: ReleasePlan

        public init(plan: ReleasePlan) {
            self.plan = plan
        }
    }

    /// One party would accept it as it is.
    public struct ReleaseExceptionsProposedBody: Codable, Sendable, Equatable {
        /// What.
        public var proposal: Proposal

        public init(proposal: Proposal) {
            self.proposal = proposal
        }
    }

    /// Its effects are watched.
    public struct ReleaseObservationBegunBody: Codable, Sendable, Equatable {
        /// Until when.
        public var until: Date

        public init(until: Date) {
            self.until = until
        }
    }

    /// The observation is over.
    public struct ReleaseObservationEndedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Begins the observation.
    public struct ReleaseObserveBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// How a release ended.
    public enum ReleaseOutcome: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Everything it was for is there.
        case success
        /// Some of it is.
        case partial
        /// It was rolled back or did harm.
        case failed
    }

    /// What the parties agree to: the content that an agreement is bound to.
    public struct ReleasePlan: Codable, Sendable, Equatable {
        /// How it is taken back.
        public var backOut: String
        /// Who builds.
        public var builders: [PersonId]
        /// The changes it contains.
        public var changes: [RecordId]
        /// Who is told what.
        public var communication: String
        /// What has to be met, by name.
        public var criteria: [Code]
        /// What is delivered.
        public var deliverables: [String]
        /// Who deploys.
        public var deployers: [PersonId]
        /// The configuration items that it alters.
        public var items: [RecordId]
        /// How it reaches its targets.
        public var rollout: String
        /// Where it goes.
        public var targets: [Code]
        /// Who tests.
        public var testers: [PersonId]
        /// Who is trained in what.
        public var training: String
        /// The window of its deployment begins.
        public var windowFrom: Date
        /// The window ends.
        public var windowUntil: Date

        public init(
            backOut: String,
            builders: [PersonId],
            changes: [RecordId],
            communication: String,
            criteria: [Code],
            deliverables: [String],
            deployers: [PersonId],
            items: [RecordId],
            rollout: String,
            targets: [Code],
            testers: [PersonId],
            training: String,
            windowFrom: Date,
            windowUntil: Date
        ) {
            self.backOut = backOut
            self.builders = builders
            self.changes = changes
            self.communication = communication
            self.criteria = criteria
            self.deliverables = deliverables
            self.deployers = deployers
            self.items = items
            self.rollout = rollout
            self.targets = targets
            self.testers = testers
            self.training = training
            self.windowFrom = windowFrom
            self.windowUntil = windowUntil
        }

        private enum CodingKeys: String, CodingKey {
            case builders,
                changes,
                communication,
                criteria,
                deliverables,
                deployers,
                items,
                rollout,
                targets,
                testers,
                training
            case backOut = "back_out"
            case windowFrom = "window_from"
            case windowUntil = "window_until"
        }
    }

    /// The parties agree.
    public struct ReleasePlanApprovedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Plans a release.
    public struct ReleasePlanBody: Codable, Sendable, Equatable {
        /// What, when and how.
        public var plan: ReleasePlan
        /// The services it is for.
        public var services: [ServiceId]
        /// What people call it.
        public var title: String
        /// Its type.
        public var type: ReleaseType

        public init(plan: ReleasePlan, title: String, type: ReleaseType, services: [ServiceId] = []) {
            self.plan = plan
            self.services = services
            self.title = title
            self.type = type
        }

        private enum CodingKeys: String, CodingKey {
            case plan, services, title, type
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            plan = try fields.decode(ReleasePlan.self, forKey: .plan)
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            title = try fields.decode(String.self, forKey: .title)
            type = try fields.decode(ReleaseType.self, forKey: .type)
        }
    }

    /// The parties were asked to agree.
    public struct ReleasePlanSubmittedBody: Codable, Sendable, Equatable {
        /// Their ballot.
        public var ballot: Ballot

        public init(ballot: Ballot) {
            self.ballot = ballot
        }
    }

    /// It was planned.
    public struct ReleasePlannedBody: Codable, Sendable, Equatable {
        /// What, when and how.
        public var plan: ReleasePlan
        /// The services it is for.
        public var services: [ServiceId]
        /// What people call it.
        public var title: String
        /// Its type.
        public var type: ReleaseType

        public init(plan: ReleasePlan, title: String, type: ReleaseType, services: [ServiceId] = []) {
            self.plan = plan
            self.services = services
            self.title = title
            self.type = type
        }

        private enum CodingKeys: String, CodingKey {
            case plan, services, title, type
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            plan = try fields.decode(ReleasePlan.self, forKey: .plan)
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            title = try fields.decode(String.self, forKey: .title)
            type = try fields.decode(ReleaseType.self, forKey: .type)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(plan, forKey: .plan)
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
            try fields.encode(title, forKey: .title)
            try fields.encode(type, forKey: .type)
        }
    }

    /// Proposes to accept it as it is.
    public struct ReleaseProposeExceptionsBody: Codable, Sendable, Equatable {
        /// What is not met, and what is done about it.
        public var exceptions: Exceptions

        public init(exceptions: Exceptions) {
            self.exceptions = exceptions
        }
    }

    /// Returns it to its builders.
    public struct ReleaseReturnBody: Codable, Sendable, Equatable {
        /// What is wrong.
        public var defects: String

        public init(defects: String) {
            self.defects = defects
        }
    }

    /// It was returned to its builders.
    public struct ReleaseReturnedBody: Codable, Sendable, Equatable {
        /// What is wrong.
        public var defects: String

        public init(defects: String) {
            self.defects = defects
        }
    }

    /// What the observation measured, and what follows from it.
    public struct ReleaseReview: Codable, Sendable, Equatable {
        /// What follows.
        public var conclusions: String
        /// How long services were down because of it, in seconds.
        public var downtimeSeconds: Int
        /// The incidents that it caused.
        public var incidents: [RecordId]
        /// Who reviewed.
        public var reviewers: [PersonId]
        /// What users felt.
        public var userEffect: String

        public init(
            conclusions: String,
            downtimeSeconds: Int,
            incidents: [RecordId],
            reviewers: [PersonId],
            userEffect: String
        ) {
            self.conclusions = conclusions
            self.downtimeSeconds = downtimeSeconds
            self.incidents = incidents
            self.reviewers = reviewers
            self.userEffect = userEffect
        }

        private enum CodingKeys: String, CodingKey {
            case conclusions, incidents, reviewers
            case downtimeSeconds = "downtime_s"
            case userEffect = "user_effect"
        }
    }

    /// Records what the observation found.
    public struct ReleaseReviewBody: Codable, Sendable, Equatable {
        /// What it found.
        public var review: ReleaseReview

        public init(review: ReleaseReview) {
            self.review = review
        }
    }

    /// It was reviewed.
    public struct ReleaseReviewedBody: Codable, Sendable, Equatable {
        /// What the observation found.
        public var review: ReleaseReview

        public init(review: ReleaseReview) {
            self.review = review
        }
    }

    /// Takes it back.
    public struct ReleaseRollBackBody: Codable, Sendable, Equatable {
        /// The incident, where a service was hit and it is recorded already.
        public var incident: RecordId?
        /// Why.
        public var reason: String
        /// Whether a service was hit.
        public var serviceHit: Bool
        /// The hash of the baseline that the targets were verified against.
        public var verifiedAgainst: Digest

        public init(reason: String, verifiedAgainst: Digest, incident: RecordId? = nil, serviceHit: Bool = false) {
            self.incident = incident
            self.reason = reason
            self.serviceHit = serviceHit
            self.verifiedAgainst = verifiedAgainst
        }

        private enum CodingKeys: String, CodingKey {
            case incident, reason
            case serviceHit = "service_hit"
            case verifiedAgainst = "verified_against"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            incident = try fields.decodeIfPresent(RecordId.self, forKey: .incident)
            reason = try fields.decode(String.self, forKey: .reason)
            serviceHit = try fields.decodeIfPresent(Bool.self, forKey: .serviceHit) ?? false
            verifiedAgainst = try fields.decode(Digest.self, forKey: .verifiedAgainst)
        }
    }

    /// The targets are as they were.
    public struct ReleaseRolledBackBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The state of a release with the data that exist only in it.
    public enum ReleaseState: Codable, Sendable, Equatable {
        /// What, when and how.
        case planned
        /// The parties agree.
        case planApproved
        /// Built from definitive items.
        case built
        /// Tested in a controlled environment.
        case tested
        /// Every criterion is met.
        case accepted
        /// Both parties take it as it is.
        case acceptedWithExceptions
        /// The affected items are captured.
        case baselined
        /// On its way to the targets.
        case deploying(since: Date)
        /// On every target.
        case deployed(at: Date)
        /// The targets are as they were.
        case rolledBack(at: Date, reason: String)
        /// Its effects are watched.
        case observing(until: Date)
        /// What is to be learnt is written down.
        case reviewed
        /// Its outcome stands.
        case closed(at: Date, outcome: ReleaseOutcome)
        /// It will not be deployed.
        case cancelled(at: Date, reason: String)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .planned: "planned"
            case .planApproved: "plan_approved"
            case .built: "built"
            case .tested: "tested"
            case .accepted: "accepted"
            case .acceptedWithExceptions: "accepted_with_exceptions"
            case .baselined: "baselined"
            case .deploying: "deploying"
            case .deployed: "deployed"
            case .rolledBack: "rolled_back"
            case .observing: "observing"
            case .reviewed: "reviewed"
            case .closed: "closed"
            case .cancelled: "cancelled"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, since, at, reason, until, outcome
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "planned":
                self = .planned
            case "plan_approved":
                self = .planApproved
            case "built":
                self = .built
            case "tested":
                self = .tested
            case "accepted":
                self = .accepted
            case "accepted_with_exceptions":
                self = .acceptedWithExceptions
            case "baselined":
                self = .baselined
            case "deploying":
                self = .deploying(since: try fields.decode(Date.self, forKey: .since))
            case "deployed":
                self = .deployed(at: try fields.decode(Date.self, forKey: .at))
            case "rolled_back":
                self = .rolledBack(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case "observing":
                self = .observing(until: try fields.decode(Date.self, forKey: .until))
            case "reviewed":
                self = .reviewed
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    outcome: try fields.decode(ReleaseOutcome.self, forKey: .outcome)
                )
            case "cancelled":
                self = .cancelled(
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
            case let .deploying(since):
                try fields.encode(since, forKey: .since)
            case let .deployed(at):
                try fields.encode(at, forKey: .at)
            case let .rolledBack(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            case let .observing(until):
                try fields.encode(until, forKey: .until)
            case let .closed(at, outcome):
                try fields.encode(at, forKey: .at)
                try fields.encode(outcome, forKey: .outcome)
            case let .cancelled(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// Asks the parties to agree.
    public struct ReleaseSubmitPlanBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Tests it.
    public struct ReleaseTestBody: Codable, Sendable, Equatable {
        /// Why the test was reduced; only for an emergency release.
        public var reducedBecause: String?
        /// The tests.
        public var tests: [TestRecord]

        public init(tests: [TestRecord], reducedBecause: String? = nil) {
            self.reducedBecause = reducedBecause
            self.tests = tests
        }

        private enum CodingKeys: String, CodingKey {
            case tests
            case reducedBecause = "reduced_because"
        }
    }

    /// It was tested.
    public struct ReleaseTestedBody: Codable, Sendable, Equatable {
        /// Why the test was reduced.
        public var reducedBecause: String?
        /// The tests.
        public var tests: [TestRecord]

        public init(tests: [TestRecord], reducedBecause: String? = nil) {
            self.reducedBecause = reducedBecause
            self.tests = tests
        }

        private enum CodingKeys: String, CodingKey {
            case tests
            case reducedBecause = "reduced_because"
        }
    }

    /// The types of releases.
    public enum ReleaseType: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// New functions.
        case major
        /// Small improvements and fixes.
        case minor
        /// Under emergency changes only.
        case emergency
    }

    /// A party's vote.
    public struct ReleaseVoteBody: Codable, Sendable, Equatable {
        /// Whose vote it is, when cast by a delegate; else the actor's own.
        public var by: PersonId?
        /// In words.
        public var comment: String
        /// What the party says.
        public var decision: VoteDecision

        public init(decision: VoteDecision, by: PersonId? = nil, comment: String = "") {
            self.by = by
            self.comment = comment
            self.decision = decision
        }

        private enum CodingKeys: String, CodingKey {
            case by, comment, decision
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            by = try fields.decodeIfPresent(PersonId.self, forKey: .by)
            comment = try fields.decodeIfPresent(String.self, forKey: .comment) ?? ""
            decision = try fields.decode(VoteDecision.self, forKey: .decision)
        }
    }

    /// A party voted.
    public struct ReleaseVotedBody: Codable, Sendable, Equatable {
        /// What, and where the ballot stands.
        public var cast: Cast

        public init(cast: Cast) {
            self.cast = cast
        }
    }

    /// A test.
    public struct TestRecord: Codable, Sendable, Equatable {
        /// How many cases were run.
        public var cases: Int
        /// Where.
        public var environment: Code
        /// How many failed.
        public var failed: Int
        /// What it says, in words.
        public var result: String

        public init(cases: Int, environment: Code, failed: Int, result: String) {
            self.cases = cases
            self.environment = environment
            self.failed = failed
            self.result = result
        }
    }
}
