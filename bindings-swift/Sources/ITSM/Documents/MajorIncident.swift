// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// One of the two managers would take it back (T-MAJ-06).
    public struct DowngradeProposal: Codable, Sendable, Equatable {
        /// When it was proposed.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// Why it meets no criterion.
        public var reason: String

        public init(at: Date, by: PersonId, reason: String) {
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    /// How a major incident was taken back.
    public struct Downgrading: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Who did it, the second of the two.
        public var by: PersonId
        /// Who had proposed it.
        public var proposedBy: PersonId
        /// Why it meets no criterion.
        public var reason: String

        public init(at: Date, by: PersonId, proposedBy: PersonId, reason: String) {
            self.at = at
            self.by = by
            self.proposedBy = proposedBy
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case at, by, reason
            case proposedBy = "proposed_by"
        }
    }

    /// How a major incident was closed.
    public struct MajorClosure: Codable, Sendable, Equatable {
        /// The records of the actions that follow from the review.
        public var actions: [RecordId]
        /// When.
        public var at: Date
        /// Who closed it.
        public var by: PersonId
        /// Why no action follows, where none does.
        public var noActionReason: String?
        /// The report that top management has.
        public var report: Attachment

        public init(
            at: Date,
            by: PersonId,
            report: Attachment,
            actions: [RecordId] = [],
            noActionReason: String? = nil
        ) {
            self.actions = actions
            self.at = at
            self.by = by
            self.noActionReason = noActionReason
            self.report = report
        }

        private enum CodingKeys: String, CodingKey {
            case actions, at, by, report
            case noActionReason = "no_action_reason"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            actions = try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
            at = try fields.decode(Date.self, forKey: .at)
            by = try fields.decode(PersonId.self, forKey: .by)
            noActionReason = try fields.decodeIfPresent(String.self, forKey: .noActionReason)
            report = try fields.decode(Attachment.self, forKey: .report)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
            try fields.encode(at, forKey: .at)
            try fields.encode(by, forKey: .by)
            try fields.encodeIfPresent(noActionReason, forKey: .noActionReason)
            try fields.encode(report, forKey: .report)
        }
    }

    /// A major incident.
    public struct MajorIncident: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: MajorIncidentState
        /// The incident that it was declared for.
        public var incident: RecordId
        /// The criteria that it meets.
        public var criteria: [Code]
        /// Why it was declared without a criterion.
        public var manualReason: String?
        /// The major incident manager.
        public var manager: PersonId
        /// Everybody who has been its manager, in order: none of them closes it.
        public var managers: [PersonId]
        /// Who works on the resolution, as far as known.
        public var resolvers: [PersonId]
        /// The proposal to take it back that is on the table.
        public var proposal: DowngradeProposal?
        /// When it was declared.
        public var declaredAt: Date
        /// By when top management has to be told.
        public var noticeDue: Date
        /// Whether that was missed.
        public var noticeMissed: Bool
        /// How often those concerned are told, in seconds.
        public var updateEverySeconds: Int
        /// The communication, in order.
        public var communications: [TimelineEntry]
        /// How many updates were missed.
        public var updatesMissed: Int
        /// The end of the outage.
        public var restoration: Restoration?
        /// By when it has to be reviewed, once it is restored.
        public var reviewDue: Date?
        /// Whether that was missed.
        public var reviewMissed: Bool
        /// What the review found.
        public var review: MajorIncidentReview?
        /// When it was reviewed.
        public var reviewedAt: Date?

        public init(
            envelope: Envelope,
            state: MajorIncidentState,
            incident: RecordId,
            manager: PersonId,
            managers: [PersonId],
            declaredAt: Date,
            noticeDue: Date,
            updateEverySeconds: Int,
            updatesMissed: Int,
            criteria: [Code] = [],
            manualReason: String? = nil,
            resolvers: [PersonId] = [],
            proposal: DowngradeProposal? = nil,
            noticeMissed: Bool = false,
            communications: [TimelineEntry] = [],
            restoration: Restoration? = nil,
            reviewDue: Date? = nil,
            reviewMissed: Bool = false,
            review: MajorIncidentReview? = nil,
            reviewedAt: Date? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.incident = incident
            self.criteria = criteria
            self.manualReason = manualReason
            self.manager = manager
            self.managers = managers
            self.resolvers = resolvers
            self.proposal = proposal
            self.declaredAt = declaredAt
            self.noticeDue = noticeDue
            self.noticeMissed = noticeMissed
            self.updateEverySeconds = updateEverySeconds
            self.communications = communications
            self.updatesMissed = updatesMissed
            self.restoration = restoration
            self.reviewDue = reviewDue
            self.reviewMissed = reviewMissed
            self.review = review
            self.reviewedAt = reviewedAt
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                incident,
                criteria,
                manager,
                managers,
                resolvers,
                proposal,
                communications,
                restoration,
                review
            case manualReason = "manual_reason"
            case declaredAt = "declared_at"
            case noticeDue = "notice_due"
            case noticeMissed = "notice_missed"
            case updateEverySeconds = "update_every_s"
            case updatesMissed = "updates_missed"
            case reviewDue = "review_due"
            case reviewMissed = "review_missed"
            case reviewedAt = "reviewed_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(MajorIncidentState.self, forKey: .state)
            incident = try fields.decode(RecordId.self, forKey: .incident)
            criteria = try fields.decodeIfPresent([Code].self, forKey: .criteria) ?? []
            manualReason = try fields.decodeIfPresent(String.self, forKey: .manualReason)
            manager = try fields.decode(PersonId.self, forKey: .manager)
            managers = try fields.decode([PersonId].self, forKey: .managers)
            resolvers = try fields.decodeIfPresent([PersonId].self, forKey: .resolvers) ?? []
            proposal = try fields.decodeIfPresent(DowngradeProposal.self, forKey: .proposal)
            declaredAt = try fields.decode(Date.self, forKey: .declaredAt)
            noticeDue = try fields.decode(Date.self, forKey: .noticeDue)
            noticeMissed = try fields.decodeIfPresent(Bool.self, forKey: .noticeMissed) ?? false
            updateEverySeconds = try fields.decode(Int.self, forKey: .updateEverySeconds)
            communications = try fields.decodeIfPresent([TimelineEntry].self, forKey: .communications) ?? []
            updatesMissed = try fields.decode(Int.self, forKey: .updatesMissed)
            restoration = try fields.decodeIfPresent(Restoration.self, forKey: .restoration)
            reviewDue = try fields.decodeIfPresent(Date.self, forKey: .reviewDue)
            reviewMissed = try fields.decodeIfPresent(Bool.self, forKey: .reviewMissed) ?? false
            review = try fields.decodeIfPresent(MajorIncidentReview.self, forKey: .review)
            reviewedAt = try fields.decodeIfPresent(Date.self, forKey: .reviewedAt)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(incident, forKey: .incident)
            if !criteria.isEmpty { try fields.encode(criteria, forKey: .criteria) }
            try fields.encodeIfPresent(manualReason, forKey: .manualReason)
            try fields.encode(manager, forKey: .manager)
            try fields.encode(managers, forKey: .managers)
            if !resolvers.isEmpty { try fields.encode(resolvers, forKey: .resolvers) }
            try fields.encodeIfPresent(proposal, forKey: .proposal)
            try fields.encode(declaredAt, forKey: .declaredAt)
            try fields.encode(noticeDue, forKey: .noticeDue)
            try fields.encode(noticeMissed, forKey: .noticeMissed)
            try fields.encode(updateEverySeconds, forKey: .updateEverySeconds)
            if !communications.isEmpty { try fields.encode(communications, forKey: .communications) }
            try fields.encode(updatesMissed, forKey: .updatesMissed)
            try fields.encodeIfPresent(restoration, forKey: .restoration)
            try fields.encodeIfPresent(reviewDue, forKey: .reviewDue)
            try fields.encode(reviewMissed, forKey: .reviewMissed)
            try fields.encodeIfPresent(review, forKey: .review)
            try fields.encodeIfPresent(reviewedAt, forKey: .reviewedAt)
        }
    }

    /// Begins the review.
    public struct MajorIncidentBeginReviewBody: Codable, Sendable, Equatable {
        /// Who leads it.
        public var facilitator: PersonId

        public init(facilitator: PersonId) {
            self.facilitator = facilitator
        }
    }

    /// Closes a major incident.
    public struct MajorIncidentCloseBody: Codable, Sendable, Equatable {
        /// The records of the actions that follow from the review.
        public var actions: [RecordId]
        /// Why none follows, where none does.
        public var noActionReason: String?
        /// The report that top management has.
        public var report: Attachment

        public init(report: Attachment, actions: [RecordId] = [], noActionReason: String? = nil) {
            self.actions = actions
            self.noActionReason = noActionReason
            self.report = report
        }

        private enum CodingKeys: String, CodingKey {
            case actions, report
            case noActionReason = "no_action_reason"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            actions = try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
            noActionReason = try fields.decodeIfPresent(String.self, forKey: .noActionReason)
            report = try fields.decode(Attachment.self, forKey: .report)
        }
    }

    /// It was closed.
    public struct MajorIncidentClosedBody: Codable, Sendable, Equatable {
        /// How.
        public var closure: MajorClosure

        public init(closure: MajorClosure) {
            self.closure = closure
        }
    }

    /// The host's receipt for a notice.
    public struct MajorIncidentConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Declares a major incident.
    public struct MajorIncidentDeclareBody: Codable, Sendable, Equatable {
        /// The incident it is.
        public var incident: RecordId
        /// The criteria of the policy that it meets.
        public var criteria: [Code]
        /// Why it is one although it meets none.
        public var manualReason: String?
        /// The major incident manager.
        public var manager: PersonId
        /// Who works on the resolution, as far as known.
        public var resolvers: [PersonId]

        public init(
            incident: RecordId,
            manager: PersonId,
            criteria: [Code] = [],
            manualReason: String? = nil,
            resolvers: [PersonId] = []
        ) {
            self.incident = incident
            self.criteria = criteria
            self.manualReason = manualReason
            self.manager = manager
            self.resolvers = resolvers
        }

        private enum CodingKeys: String, CodingKey {
            case incident, criteria, manager, resolvers
            case manualReason = "manual_reason"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            incident = try fields.decode(RecordId.self, forKey: .incident)
            criteria = try fields.decodeIfPresent([Code].self, forKey: .criteria) ?? []
            manualReason = try fields.decodeIfPresent(String.self, forKey: .manualReason)
            manager = try fields.decode(PersonId.self, forKey: .manager)
            resolvers = try fields.decodeIfPresent([PersonId].self, forKey: .resolvers) ?? []
        }
    }

    /// A major incident was declared.
    public struct MajorIncidentDeclaredBody: Codable, Sendable, Equatable {
        /// The criteria that it meets.
        public var criteria: [Code]
        /// The incident that it was declared for.
        public var incident: RecordId
        /// The major incident manager.
        public var manager: PersonId
        /// Why it was declared without a criterion.
        public var manualReason: String?
        /// By when top management has to be told.
        public var noticeDue: Date
        /// Who works on the resolution, as far as known.
        public var resolvers: [PersonId]
        /// When the first update is due.
        public var updateDue: Date
        /// How often those concerned are told, in seconds.
        public var updateEverySeconds: Int

        public init(
            incident: RecordId,
            manager: PersonId,
            noticeDue: Date,
            updateDue: Date,
            updateEverySeconds: Int,
            criteria: [Code] = [],
            manualReason: String? = nil,
            resolvers: [PersonId] = []
        ) {
            self.criteria = criteria
            self.incident = incident
            self.manager = manager
            self.manualReason = manualReason
            self.noticeDue = noticeDue
            self.resolvers = resolvers
            self.updateDue = updateDue
            self.updateEverySeconds = updateEverySeconds
        }

        private enum CodingKeys: String, CodingKey {
            case criteria, incident, manager, resolvers
            case manualReason = "manual_reason"
            case noticeDue = "notice_due"
            case updateDue = "update_due"
            case updateEverySeconds = "update_every_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            criteria = try fields.decodeIfPresent([Code].self, forKey: .criteria) ?? []
            incident = try fields.decode(RecordId.self, forKey: .incident)
            manager = try fields.decode(PersonId.self, forKey: .manager)
            manualReason = try fields.decodeIfPresent(String.self, forKey: .manualReason)
            noticeDue = try fields.decode(Date.self, forKey: .noticeDue)
            resolvers = try fields.decodeIfPresent([PersonId].self, forKey: .resolvers) ?? []
            updateDue = try fields.decode(Date.self, forKey: .updateDue)
            updateEverySeconds = try fields.decode(Int.self, forKey: .updateEverySeconds)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !criteria.isEmpty { try fields.encode(criteria, forKey: .criteria) }
            try fields.encode(incident, forKey: .incident)
            try fields.encode(manager, forKey: .manager)
            try fields.encodeIfPresent(manualReason, forKey: .manualReason)
            try fields.encode(noticeDue, forKey: .noticeDue)
            if !resolvers.isEmpty { try fields.encode(resolvers, forKey: .resolvers) }
            try fields.encode(updateDue, forKey: .updateDue)
            try fields.encode(updateEverySeconds, forKey: .updateEverySeconds)
        }
    }

    /// Takes a major incident back, as the other of the two managers has proposed.
    public struct MajorIncidentDowngradeBody: Codable, Sendable, Equatable {
        /// Why it meets no criterion.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// One of the two managers would take it back.
    public struct MajorIncidentDowngradeProposedBody: Codable, Sendable, Equatable {
        /// Why it meets no criterion.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was taken back.
    public struct MajorIncidentDowngradedBody: Codable, Sendable, Equatable {
        /// How.
        public var downgrading: Downgrading

        public init(downgrading: Downgrading) {
            self.downgrading = downgrading
        }
    }

    /// Hands the lead to another person.
    public struct MajorIncidentHandOverBody: Codable, Sendable, Equatable {
        /// The new major incident manager.
        public var manager: PersonId
        /// Why.
        public var reason: String

        public init(manager: PersonId, reason: String) {
            self.manager = manager
            self.reason = reason
        }
    }

    /// Another person leads.
    public struct MajorIncidentHandedOverBody: Codable, Sendable, Equatable {
        /// The new major incident manager.
        public var manager: PersonId
        /// Why.
        public var reason: String

        public init(manager: PersonId, reason: String) {
            self.manager = manager
            self.reason = reason
        }
    }

    /// Takes the lead.
    public struct MajorIncidentManageBody: Codable, Sendable, Equatable {
        /// How often those concerned are told, in seconds; not less often than the policy says.
        public var updateEverySeconds: Int

        public init(updateEverySeconds: Int) {
            self.updateEverySeconds = updateEverySeconds
        }

        private enum CodingKeys: String, CodingKey {
            case updateEverySeconds = "update_every_s"
        }
    }

    /// Its manager leads the restoration.
    public struct MajorIncidentManagedBody: Codable, Sendable, Equatable {
        /// When the next update is due.
        public var updateDue: Date
        /// How often those concerned are told, in seconds.
        public var updateEverySeconds: Int

        public init(updateDue: Date, updateEverySeconds: Int) {
            self.updateDue = updateDue
            self.updateEverySeconds = updateEverySeconds
        }

        private enum CodingKeys: String, CodingKey {
            case updateDue = "update_due"
            case updateEverySeconds = "update_every_s"
        }
    }

    /// Top management was not told in time.
    public struct MajorIncidentNoticeOverdueBody: Codable, Sendable, Equatable {
        /// By when it had to be.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// Proposes to take a major incident back.
    public struct MajorIncidentProposeDowngradeBody: Codable, Sendable, Equatable {
        /// Why it meets no criterion.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The service works again.
    public struct MajorIncidentRestoreBody: Codable, Sendable, Equatable {
        /// The end of the outage.
        public var restoration: Restoration

        public init(restoration: Restoration) {
            self.restoration = restoration
        }
    }

    /// The service works again.
    public struct MajorIncidentRestoredBody: Codable, Sendable, Equatable {
        /// The end of the outage.
        public var restoration: Restoration
        /// By when it has to be reviewed.
        public var reviewDue: Date

        public init(restoration: Restoration, reviewDue: Date) {
            self.restoration = restoration
            self.reviewDue = reviewDue
        }

        private enum CodingKeys: String, CodingKey {
            case restoration
            case reviewDue = "review_due"
        }
    }

    /// What a review found.
    public struct MajorIncidentReview: Codable, Sendable, Equatable {
        /// Who took part.
        public var attendees: [PersonId]
        /// Whether the causes are known.
        public var causesKnown: Bool
        /// Who led the review.
        public var facilitator: PersonId
        /// What is to be done better.
        public var improvements: [String]
        /// Whether problem management goes on with it.
        public var problem: ProblemDecision
        /// What happened, in order.
        public var timeline: [TimelineEntry]
        /// What worked.
        public var workedWell: [String]

        public init(
            attendees: [PersonId],
            causesKnown: Bool,
            facilitator: PersonId,
            improvements: [String],
            problem: ProblemDecision,
            timeline: [TimelineEntry],
            workedWell: [String] = []
        ) {
            self.attendees = attendees
            self.causesKnown = causesKnown
            self.facilitator = facilitator
            self.improvements = improvements
            self.problem = problem
            self.timeline = timeline
            self.workedWell = workedWell
        }

        private enum CodingKeys: String, CodingKey {
            case attendees, facilitator, improvements, problem, timeline
            case causesKnown = "causes_known"
            case workedWell = "worked_well"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attendees = try fields.decode([PersonId].self, forKey: .attendees)
            causesKnown = try fields.decode(Bool.self, forKey: .causesKnown)
            facilitator = try fields.decode(PersonId.self, forKey: .facilitator)
            improvements = try fields.decode([String].self, forKey: .improvements)
            problem = try fields.decode(ProblemDecision.self, forKey: .problem)
            timeline = try fields.decode([TimelineEntry].self, forKey: .timeline)
            workedWell = try fields.decodeIfPresent([String].self, forKey: .workedWell) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(attendees, forKey: .attendees)
            try fields.encode(causesKnown, forKey: .causesKnown)
            try fields.encode(facilitator, forKey: .facilitator)
            try fields.encode(improvements, forKey: .improvements)
            try fields.encode(problem, forKey: .problem)
            try fields.encode(timeline, forKey: .timeline)
            if !workedWell.isEmpty { try fields.encode(workedWell, forKey: .workedWell) }
        }
    }

    /// The review began.
    public struct MajorIncidentReviewBegunBody: Codable, Sendable, Equatable {
        /// Who leads it.
        public var facilitator: PersonId

        public init(facilitator: PersonId) {
            self.facilitator = facilitator
        }
    }

    /// Records what the review found.
    public struct MajorIncidentReviewBody: Codable, Sendable, Equatable {
        /// What it found.
        public var review: MajorIncidentReview

        public init(review: MajorIncidentReview) {
            self.review = review
        }
    }

    /// It was not reviewed in time.
    public struct MajorIncidentReviewOverdueBody: Codable, Sendable, Equatable {
        /// By when it had to be.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// It was reviewed.
    public struct MajorIncidentReviewedBody: Codable, Sendable, Equatable {
        /// What the review found.
        public var review: MajorIncidentReview

        public init(review: MajorIncidentReview) {
            self.review = review
        }
    }

    /// The state of a major incident with the data that exist only in it.
    public enum MajorIncidentState: Codable, Sendable, Equatable {
        /// It is one.
        case declared(updateDue: Date)
        /// Its manager leads the restoration.
        case managing(updateDue: Date)
        /// The service works again.
        case restored
        /// It is looked back on.
        case reviewing(facilitator: PersonId, since: Date)
        /// What is to be learnt is written down.
        case reviewed
        /// The actions exist and top management has the report.
        case closed(at: Date, by: PersonId, report: Attachment, actions: [RecordId] = [], noActionReason: String? = nil)
        /// It was none by the criteria.
        case downgraded(at: Date, by: PersonId, proposedBy: PersonId, reason: String)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .declared: "declared"
            case .managing: "managing"
            case .restored: "restored"
            case .reviewing: "reviewing"
            case .reviewed: "reviewed"
            case .closed: "closed"
            case .downgraded: "downgraded"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, facilitator, since, at, by, report, actions, reason
            case updateDue = "update_due"
            case noActionReason = "no_action_reason"
            case proposedBy = "proposed_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "declared":
                self = .declared(updateDue: try fields.decode(Date.self, forKey: .updateDue))
            case "managing":
                self = .managing(updateDue: try fields.decode(Date.self, forKey: .updateDue))
            case "restored":
                self = .restored
            case "reviewing":
                self = .reviewing(
                    facilitator: try fields.decode(PersonId.self, forKey: .facilitator),
                    since: try fields.decode(Date.self, forKey: .since)
                )
            case "reviewed":
                self = .reviewed
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    report: try fields.decode(Attachment.self, forKey: .report),
                    actions: try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? [],
                    noActionReason: try fields.decodeIfPresent(String.self, forKey: .noActionReason)
                )
            case "downgraded":
                self = .downgraded(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    proposedBy: try fields.decode(PersonId.self, forKey: .proposedBy),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .declared(updateDue):
                try fields.encode(updateDue, forKey: .updateDue)
            case let .managing(updateDue):
                try fields.encode(updateDue, forKey: .updateDue)
            case let .reviewing(facilitator, since):
                try fields.encode(facilitator, forKey: .facilitator)
                try fields.encode(since, forKey: .since)
            case let .closed(at, by, report, actions, noActionReason):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(report, forKey: .report)
                if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
                try fields.encodeIfPresent(noActionReason, forKey: .noActionReason)
            case let .downgraded(at, by, proposedBy, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(proposedBy, forKey: .proposedBy)
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// Tells those concerned how it stands.
    public struct MajorIncidentUpdateBody: Codable, Sendable, Equatable {
        /// What they are told.
        public var text: String

        public init(text: String) {
            self.text = text
        }
    }

    /// An update was missed.
    public struct MajorIncidentUpdateOverdueBody: Codable, Sendable, Equatable {
        /// When it was due.
        public var due: Date
        /// When the next one is due.
        public var updateDue: Date

        public init(due: Date, updateDue: Date) {
            self.due = due
            self.updateDue = updateDue
        }

        private enum CodingKeys: String, CodingKey {
            case due
            case updateDue = "update_due"
        }
    }

    /// Those concerned were told how it stands.
    public struct MajorIncidentUpdatedBody: Codable, Sendable, Equatable {
        /// What they were told.
        public var text: String
        /// When the next update is due.
        public var updateDue: Date

        public init(text: String, updateDue: Date) {
            self.text = text
            self.updateDue = updateDue
        }

        private enum CodingKeys: String, CodingKey {
            case text
            case updateDue = "update_due"
        }
    }

    /// Whether problem management goes on with it (MAJ-05).
    public enum ProblemDecision: Codable, Sendable, Equatable {
        /// As this problem.
        case linked(RecordId)
        /// It does not, for this reason.
        case notNeeded(String)

        private enum CodingKeys: String, CodingKey {
            case linked
            case notNeeded = "not_needed"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .linked: self = .linked(try fields.decode(RecordId.self, forKey: .linked))
            case .notNeeded: self = .notNeeded(try fields.decode(String.self, forKey: .notNeeded))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .linked(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .linked)
            case let .notNeeded(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .notNeeded)
            }
        }
    }

    /// The end of the outage.
    public struct Restoration: Codable, Sendable, Equatable {
        /// Whether the customers were told.
        public var customersTold: Bool
        /// Whether the outage was closed at the instant of the restoration.
        public var outageClosed: Bool
        /// Who resolved it; added to those known.
        public var resolvers: [PersonId]
        /// When the service worked again.
        public var restoredAt: Date

        public init(customersTold: Bool, outageClosed: Bool, resolvers: [PersonId], restoredAt: Date) {
            self.customersTold = customersTold
            self.outageClosed = outageClosed
            self.resolvers = resolvers
            self.restoredAt = restoredAt
        }

        private enum CodingKeys: String, CodingKey {
            case resolvers
            case customersTold = "customers_told"
            case outageClosed = "outage_closed"
            case restoredAt = "restored_at"
        }
    }

    /// Something that happened, for the timeline.
    public struct TimelineEntry: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// What.
        public var text: String

        public init(at: Date, text: String) {
            self.at = at
            self.text = text
        }
    }
}
