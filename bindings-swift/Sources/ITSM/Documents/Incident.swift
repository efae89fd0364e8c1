// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A service, or the statement that it is not known.
    public enum AffectedService: Codable, Sendable, Equatable {
        /// This one.
        case known(ServiceId)
        /// Not known yet.
        case unknown

        private enum CodingKeys: String, CodingKey {
            case known
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                switch word {
                case "unknown": self = .unknown
                default: throw strange(word, decoder.codingPath)
                }
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .known: self = .known(try fields.decode(ServiceId.self, forKey: .known))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .unknown:
                var word = encoder.singleValueContainer()
                try word.encode("unknown")
            case let .known(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .known)
            }
        }
    }

    /// How a ticket reached the desk.
    public enum Channel: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// By telephone.
        case phone
        /// By chat.
        case chat
        /// In person.
        case desk
        /// By mail.
        case mail
        /// Through a portal.
        case portal
        /// From a monitoring source.
        case monitoring
    }

    /// What an incident is: set by the desk, before it is assigned.
    public struct Classification: Codable, Sendable, Equatable {
        /// The category.
        public var category: Code
        /// The impact, as the matrix numbers it.
        public var impact: Int
        /// The urgency, as the matrix numbers it.
        public var urgency: Int
        /// Whether it is a security incident.
        public var security: Bool
        /// The known error that matches; none: the search found nothing.
        public var knownError: RecordId?

        public init(category: Code, impact: Int, urgency: Int, security: Bool, knownError: RecordId? = nil) {
            self.category = category
            self.impact = impact
            self.urgency = urgency
            self.security = security
            self.knownError = knownError
        }

        private enum CodingKeys: String, CodingKey {
            case category, impact, urgency, security
            case knownError = "known_error"
        }
    }

    /// How an incident was closed.
    public struct Closure: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Whether a timer closed it, because nobody answered.
        public var automatic: Bool
        /// The closure code.
        public var code: Code
        /// Who confirmed.
        public var confirmedBy: PersonId

        public init(at: Date, automatic: Bool, code: Code, confirmedBy: PersonId) {
            self.at = at
            self.automatic = automatic
            self.code = code
            self.confirmedBy = confirmedBy
        }

        private enum CodingKeys: String, CodingKey {
            case at, automatic, code
            case confirmedBy = "confirmed_by"
        }
    }

    /// Who resolved it.
    public enum ContactLevel: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// During the first contact.
        case firstContact = "first_contact"
        /// The first line.
        case l1
        /// The second line.
        case l2
        /// The third line.
        case l3
        /// A supplier.
        case supplier
    }

    /// One escalation.
    public struct Escalation: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// To other skills or to more authority.
        public var kind: EscalationKind
        /// Why.
        public var reason: String
        /// To whom.
        public var to: UnitId

        public init(at: Date, kind: EscalationKind, reason: String, to: UnitId) {
            self.at = at
            self.kind = kind
            self.reason = reason
            self.to = to
        }
    }

    /// To whom a matter is handed up.
    public enum EscalationKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// To other skills.
        case functional
        /// To more authority.
        case hierarchical
    }

    /// The present state of an imported incident.
    public enum ImportedState: Codable, Sendable, Equatable {
        /// Recorded.
        case logged
        /// Categorised and prioritised.
        case classified
        /// A group has it.
        case assigned
        /// Somebody works on it.
        case inProgress
        /// It waits.
        case pending(reason: PendingReason, since: Date, until: Date)
        /// The service is restored.
        case resolved(at: Date)
        /// Confirmed.
        case closed(at: Date, code: Code, confirmedBy: PersonId)
        /// A duplicate or a mistake.
        case cancelled(at: Date)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .logged: "logged"
            case .classified: "classified"
            case .assigned: "assigned"
            case .inProgress: "in_progress"
            case .pending: "pending"
            case .resolved: "resolved"
            case .closed: "closed"
            case .cancelled: "cancelled"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, reason, since, until, at, code
            case confirmedBy = "confirmed_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "logged":
                self = .logged
            case "classified":
                self = .classified
            case "assigned":
                self = .assigned
            case "in_progress":
                self = .inProgress
            case "pending":
                self = .pending(
                    reason: try fields.decode(PendingReason.self, forKey: .reason),
                    since: try fields.decode(Date.self, forKey: .since),
                    until: try fields.decode(Date.self, forKey: .until)
                )
            case "resolved":
                self = .resolved(at: try fields.decode(Date.self, forKey: .at))
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    code: try fields.decode(Code.self, forKey: .code),
                    confirmedBy: try fields.decode(PersonId.self, forKey: .confirmedBy)
                )
            case "cancelled":
                self = .cancelled(at: try fields.decode(Date.self, forKey: .at))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .pending(reason, since, until):
                try fields.encode(reason, forKey: .reason)
                try fields.encode(since, forKey: .since)
                try fields.encode(until, forKey: .until)
            case let .resolved(at):
                try fields.encode(at, forKey: .at)
            case let .closed(at, code, confirmedBy):
                try fields.encode(at, forKey: .at)
                try fields.encode(code, forKey: .code)
                try fields.encode(confirmedBy, forKey: .confirmedBy)
            case let .cancelled(at):
                try fields.encode(at, forKey: .at)
            default: break
            }
        }
    }

    /// An incident.
    public struct Incident: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: IncidentState
        /// How it reached the desk.
        public var channel: Channel
        /// The person who has the trouble, a pseudonym.
        public var requester: PersonId
        /// How that person can be reached.
        public var reporter: Commitment?
        /// What is wrong.
        public var symptom: Commitment
        /// What is wrong, as a code of the host's tree.
        public var symptomCode: Code?
        /// The customer.
        public var customer: CustomerId?
        /// Whether the service is down.
        public var serviceDown: Bool
        /// What it is.
        public var classification: Classification?
        /// Its priority by the matrix, or by an override in force.
        public var priority: Int?
        /// The override in force.
        public var priorityOverride: PriorityOverride?
        /// The criteria of a major incident that it meets.
        public var majorCriteria: [Code]
        /// The major incident that was declared for it.
        public var major: RecordId?
        /// Who has it.
        public var assignment: Assignment?
        /// How often it went to another group.
        public var hops: Int
        /// When it did.
        public var hoppedAt: [Date]
        /// Its escalations.
        public var escalations: [Escalation]
        /// When it was first acknowledged.
        public var responseAt: Date?
        /// How it was resolved last.
        public var resolution: Resolution?
        /// Who resolved it last.
        public var resolver: PersonId?
        /// Every resolution.
        public var resolvedAt: [Date]
        /// Every reopening.
        public var reopenedAt: [Date]
        /// How many actions were recorded on it.
        public var actions: Int
        /// Why it has no CI, where that was accepted.
        public var noCiReason: String?
        /// Why no agreement covers it.
        public var noSlaReason: String?
        /// Its clocks.
        public var clocks: [Clock]

        public init(
            envelope: Envelope,
            state: IncidentState,
            channel: Channel,
            requester: PersonId,
            symptom: Commitment,
            serviceDown: Bool,
            hops: Int,
            actions: Int,
            clocks: [Clock],
            reporter: Commitment? = nil,
            symptomCode: Code? = nil,
            customer: CustomerId? = nil,
            classification: Classification? = nil,
            priority: Int? = nil,
            priorityOverride: PriorityOverride? = nil,
            majorCriteria: [Code] = [],
            major: RecordId? = nil,
            assignment: Assignment? = nil,
            hoppedAt: [Date] = [],
            escalations: [Escalation] = [],
            responseAt: Date? = nil,
            resolution: Resolution? = nil,
            resolver: PersonId? = nil,
            resolvedAt: [Date] = [],
            reopenedAt: [Date] = [],
            noCiReason: String? = nil,
            noSlaReason: String? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.channel = channel
            self.requester = requester
            self.reporter = reporter
            self.symptom = symptom
            self.symptomCode = symptomCode
            self.customer = customer
            self.serviceDown = serviceDown
            self.classification = classification
            self.priority = priority
            self.priorityOverride = priorityOverride
            self.majorCriteria = majorCriteria
            self.major = major
            self.assignment = assignment
            self.hops = hops
            self.hoppedAt = hoppedAt
            self.escalations = escalations
            self.responseAt = responseAt
            self.resolution = resolution
            self.resolver = resolver
            self.resolvedAt = resolvedAt
            self.reopenedAt = reopenedAt
            self.actions = actions
            self.noCiReason = noCiReason
            self.noSlaReason = noSlaReason
            self.clocks = clocks
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                channel,
                requester,
                reporter,
                symptom,
                customer,
                classification,
                priority,
                major,
                assignment,
                hops,
                escalations,
                resolution,
                resolver,
                actions,
                clocks
            case symptomCode = "symptom_code"
            case serviceDown = "service_down"
            case priorityOverride = "priority_override"
            case majorCriteria = "major_criteria"
            case hoppedAt = "hopped_at"
            case responseAt = "response_at"
            case resolvedAt = "resolved_at"
            case reopenedAt = "reopened_at"
            case noCiReason = "no_ci_reason"
            case noSlaReason = "no_sla_reason"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(IncidentState.self, forKey: .state)
            channel = try fields.decode(Channel.self, forKey: .channel)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            reporter = try fields.decodeIfPresent(Commitment.self, forKey: .reporter)
            symptom = try fields.decode(Commitment.self, forKey: .symptom)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            serviceDown = try fields.decode(Bool.self, forKey: .serviceDown)
            classification = try fields.decodeIfPresent(Classification.self, forKey: .classification)
            priority = try fields.decodeIfPresent(Int.self, forKey: .priority)
            priorityOverride = try fields.decodeIfPresent(PriorityOverride.self, forKey: .priorityOverride)
            majorCriteria = try fields.decodeIfPresent([Code].self, forKey: .majorCriteria) ?? []
            major = try fields.decodeIfPresent(RecordId.self, forKey: .major)
            assignment = try fields.decodeIfPresent(Assignment.self, forKey: .assignment)
            hops = try fields.decode(Int.self, forKey: .hops)
            hoppedAt = try fields.decodeIfPresent([Date].self, forKey: .hoppedAt) ?? []
            escalations = try fields.decodeIfPresent([Escalation].self, forKey: .escalations) ?? []
            responseAt = try fields.decodeIfPresent(Date.self, forKey: .responseAt)
            resolution = try fields.decodeIfPresent(Resolution.self, forKey: .resolution)
            resolver = try fields.decodeIfPresent(PersonId.self, forKey: .resolver)
            resolvedAt = try fields.decodeIfPresent([Date].self, forKey: .resolvedAt) ?? []
            reopenedAt = try fields.decodeIfPresent([Date].self, forKey: .reopenedAt) ?? []
            actions = try fields.decode(Int.self, forKey: .actions)
            noCiReason = try fields.decodeIfPresent(String.self, forKey: .noCiReason)
            noSlaReason = try fields.decodeIfPresent(String.self, forKey: .noSlaReason)
            clocks = try fields.decode([Clock].self, forKey: .clocks)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(channel, forKey: .channel)
            try fields.encode(requester, forKey: .requester)
            try fields.encodeIfPresent(reporter, forKey: .reporter)
            try fields.encode(symptom, forKey: .symptom)
            try fields.encodeIfPresent(symptomCode, forKey: .symptomCode)
            try fields.encodeIfPresent(customer, forKey: .customer)
            try fields.encode(serviceDown, forKey: .serviceDown)
            try fields.encodeIfPresent(classification, forKey: .classification)
            try fields.encodeIfPresent(priority, forKey: .priority)
            try fields.encodeIfPresent(priorityOverride, forKey: .priorityOverride)
            if !majorCriteria.isEmpty { try fields.encode(majorCriteria, forKey: .majorCriteria) }
            try fields.encodeIfPresent(major, forKey: .major)
            try fields.encodeIfPresent(assignment, forKey: .assignment)
            try fields.encode(hops, forKey: .hops)
            if !hoppedAt.isEmpty { try fields.encode(hoppedAt, forKey: .hoppedAt) }
            if !escalations.isEmpty { try fields.encode(escalations, forKey: .escalations) }
            try fields.encodeIfPresent(responseAt, forKey: .responseAt)
            try fields.encodeIfPresent(resolution, forKey: .resolution)
            try fields.encodeIfPresent(resolver, forKey: .resolver)
            if !resolvedAt.isEmpty { try fields.encode(resolvedAt, forKey: .resolvedAt) }
            if !reopenedAt.isEmpty { try fields.encode(reopenedAt, forKey: .reopenedAt) }
            try fields.encode(actions, forKey: .actions)
            try fields.encodeIfPresent(noCiReason, forKey: .noCiReason)
            try fields.encodeIfPresent(noSlaReason, forKey: .noSlaReason)
            try fields.encode(clocks, forKey: .clocks)
        }
    }

    /// Begins the work: the response.
    public struct IncidentAcknowledgeBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The work began.
    public struct IncidentAcknowledgedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Gives an incident to a group.
    public struct IncidentAssignBody: Codable, Sendable, Equatable {
        /// The support group.
        public var group: UnitId
        /// The person, if one is named.
        public var person: PersonId?
        /// Why no agreement covers it; needed when no clock runs.
        public var noSlaReason: String?

        public init(group: UnitId, person: PersonId? = nil, noSlaReason: String? = nil) {
            self.group = group
            self.person = person
            self.noSlaReason = noSlaReason
        }

        private enum CodingKeys: String, CodingKey {
            case group, person
            case noSlaReason = "no_sla_reason"
        }
    }

    /// A group got it.
    public struct IncidentAssignedBody: Codable, Sendable, Equatable {
        /// Who has it.
        public var assignment: Assignment
        /// Why no agreement covers it.
        public var noSlaReason: String?

        public init(assignment: Assignment, noSlaReason: String? = nil) {
            self.assignment = assignment
            self.noSlaReason = noSlaReason
        }

        private enum CodingKeys: String, CodingKey {
            case assignment
            case noSlaReason = "no_sla_reason"
        }
    }

    /// Ends an incident that is none of its own.
    public struct IncidentCancelBody: Codable, Sendable, Equatable {
        /// The incident that it duplicates.
        public var duplicateOf: RecordId?
        /// Why it was logged by mistake.
        public var reason: String?

        public init(duplicateOf: RecordId? = nil, reason: String? = nil) {
            self.duplicateOf = duplicateOf
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case reason
            case duplicateOf = "duplicate_of"
        }
    }

    /// It ended as a duplicate or a mistake.
    public struct IncidentCancelledBody: Codable, Sendable, Equatable {
        /// The incident that it duplicates.
        public var duplicateOf: RecordId?
        /// Why it was logged by mistake.
        public var reason: String?

        public init(duplicateOf: RecordId? = nil, reason: String? = nil) {
            self.duplicateOf = duplicateOf
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case reason
            case duplicateOf = "duplicate_of"
        }
    }

    /// An incident was classified, for the first time or again.
    public struct IncidentClassifiedBody: Codable, Sendable, Equatable {
        /// What it is.
        public var classification: Classification
        /// The criteria of a major incident that it meets.
        public var majorCriteria: [Code]
        /// The priority of the matrix.
        public var priority: Int
        /// Why it was classified again.
        public var reason: String?

        public init(classification: Classification, priority: Int, majorCriteria: [Code] = [], reason: String? = nil) {
            self.classification = classification
            self.majorCriteria = majorCriteria
            self.priority = priority
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case classification, priority, reason
            case majorCriteria = "major_criteria"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            classification = try fields.decode(Classification.self, forKey: .classification)
            majorCriteria = try fields.decodeIfPresent([Code].self, forKey: .majorCriteria) ?? []
            priority = try fields.decode(Int.self, forKey: .priority)
            reason = try fields.decodeIfPresent(String.self, forKey: .reason)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(classification, forKey: .classification)
            if !majorCriteria.isEmpty { try fields.encode(majorCriteria, forKey: .majorCriteria) }
            try fields.encode(priority, forKey: .priority)
            try fields.encodeIfPresent(reason, forKey: .reason)
        }
    }

    /// Classifies an incident: category, impact and urgency, from which the matrix makes the priority.
    public struct IncidentClassifyBody: Codable, Sendable, Equatable {
        /// The category.
        public var category: Code
        /// The impact, as the matrix numbers it.
        public var impact: Int
        /// The urgency, as the matrix numbers it.
        public var urgency: Int
        /// What the search for a known error gave.
        public var knownError: KnownErrorMatch
        /// Whether it is a security incident.
        public var security: Bool

        public init(category: Code, impact: Int, urgency: Int, knownError: KnownErrorMatch, security: Bool = false) {
            self.category = category
            self.impact = impact
            self.urgency = urgency
            self.knownError = knownError
            self.security = security
        }

        private enum CodingKeys: String, CodingKey {
            case category, impact, urgency, security
            case knownError = "known_error"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            category = try fields.decode(Code.self, forKey: .category)
            impact = try fields.decode(Int.self, forKey: .impact)
            urgency = try fields.decode(Int.self, forKey: .urgency)
            knownError = try fields.decode(KnownErrorMatch.self, forKey: .knownError)
            security = try fields.decodeIfPresent(Bool.self, forKey: .security) ?? false
        }
    }

    /// Confirms a resolution.
    public struct IncidentCloseBody: Codable, Sendable, Equatable {
        /// The closure code.
        public var code: Code
        /// Whether somebody looked whether the category is right.
        public var categoryVerified: Bool

        public init(code: Code, categoryVerified: Bool) {
            self.code = code
            self.categoryVerified = categoryVerified
        }

        private enum CodingKeys: String, CodingKey {
            case code
            case categoryVerified = "category_verified"
        }
    }

    /// It is closed.
    public struct IncidentClosedBody: Codable, Sendable, Equatable {
        /// How.
        public var closure: Closure

        public init(closure: Closure) {
            self.closure = closure
        }
    }

    /// The host's receipt for a notice.
    public struct IncidentConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Goes on as a service request; the history stays here.
    public struct IncidentConvertBody: Codable, Sendable, Equatable {
        /// The service request.
        public var to: RecordId
        /// Why.
        public var reason: String

        public init(to: RecordId, reason: String) {
            self.to = to
            self.reason = reason
        }
    }

    /// It goes on as a service request.
    public struct IncidentConvertedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// As which.
        public var to: RecordId

        public init(reason: String, to: RecordId) {
            self.reason = reason
            self.to = to
        }
    }

    /// Hands a matter up without moving it.
    public struct IncidentEscalateBody: Codable, Sendable, Equatable {
        /// To whom.
        public var to: UnitId
        /// To other skills or to more authority.
        public var escalation: EscalationKind
        /// Why.
        public var reason: String

        public init(to: UnitId, escalation: EscalationKind, reason: String) {
            self.to = to
            self.escalation = escalation
            self.reason = reason
        }
    }

    /// The matter was handed up.
    public struct IncidentEscalatedBody: Codable, Sendable, Equatable {
        /// To other skills or to more authority.
        public var escalation: EscalationKind
        /// Why.
        public var reason: String
        /// To whom.
        public var to: UnitId

        public init(escalation: EscalationKind, reason: String, to: UnitId) {
            self.escalation = escalation
            self.reason = reason
            self.to = to
        }
    }

    /// Excuses a recorded breach; it stays recorded.
    public struct IncidentExcuseBreachBody: Codable, Sendable, Equatable {
        /// Of which clock.
        public var metric: Metric
        /// Why, as a code.
        public var reason: Code

        public init(metric: Metric, reason: Code) {
            self.metric = metric
            self.reason = reason
        }
    }

    /// Takes an incident over from another system, in its present state and with its past as stated.
    public struct IncidentImportBody: Codable, Sendable, Equatable {
        /// How it reached the desk.
        public var channel: Channel
        /// What is wrong.
        public var symptom: String
        /// Who has the trouble.
        public var requester: PersonId
        /// When it began.
        public var occurredAt: Date
        /// When it was recorded there.
        public var openedAt: Date
        /// Where it stands.
        public var state: ImportedState
        /// The service, if known.
        public var service: ServiceId?
        /// Whether it is down.
        public var serviceDown: Bool
        /// The customer.
        public var customer: CustomerId?
        /// The configuration item.
        public var ci: CiId?
        /// What it is, once classified.
        public var classification: Classification?
        /// Who has it, once assigned.
        public var assignment: Assignment?
        /// How often it went to another group.
        public var hops: Int
        /// When it was first acknowledged.
        public var responseAt: Date?
        /// Its waits.
        public var waits: [PastWait]
        /// How it was resolved last.
        public var resolution: Resolution?
        /// Who resolved it last.
        public var resolver: PersonId?
        /// Every resolution.
        public var resolvedAt: [Date]
        /// Every reopening.
        public var reopenedAt: [Date]

        public init(
            channel: Channel,
            symptom: String,
            requester: PersonId,
            occurredAt: Date,
            openedAt: Date,
            state: ImportedState,
            service: ServiceId? = nil,
            serviceDown: Bool = false,
            customer: CustomerId? = nil,
            ci: CiId? = nil,
            classification: Classification? = nil,
            assignment: Assignment? = nil,
            hops: Int = 0,
            responseAt: Date? = nil,
            waits: [PastWait] = [],
            resolution: Resolution? = nil,
            resolver: PersonId? = nil,
            resolvedAt: [Date] = [],
            reopenedAt: [Date] = []
        ) {
            self.channel = channel
            self.symptom = symptom
            self.requester = requester
            self.occurredAt = occurredAt
            self.openedAt = openedAt
            self.state = state
            self.service = service
            self.serviceDown = serviceDown
            self.customer = customer
            self.ci = ci
            self.classification = classification
            self.assignment = assignment
            self.hops = hops
            self.responseAt = responseAt
            self.waits = waits
            self.resolution = resolution
            self.resolver = resolver
            self.resolvedAt = resolvedAt
            self.reopenedAt = reopenedAt
        }

        private enum CodingKeys: String, CodingKey {
            case channel,
                symptom,
                requester,
                state,
                service,
                customer,
                ci,
                classification,
                assignment,
                hops,
                waits,
                resolution,
                resolver
            case occurredAt = "occurred_at"
            case openedAt = "opened_at"
            case serviceDown = "service_down"
            case responseAt = "response_at"
            case resolvedAt = "resolved_at"
            case reopenedAt = "reopened_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            channel = try fields.decode(Channel.self, forKey: .channel)
            symptom = try fields.decode(String.self, forKey: .symptom)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            occurredAt = try fields.decode(Date.self, forKey: .occurredAt)
            openedAt = try fields.decode(Date.self, forKey: .openedAt)
            state = try fields.decode(ImportedState.self, forKey: .state)
            service = try fields.decodeIfPresent(ServiceId.self, forKey: .service)
            serviceDown = try fields.decodeIfPresent(Bool.self, forKey: .serviceDown) ?? false
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            ci = try fields.decodeIfPresent(CiId.self, forKey: .ci)
            classification = try fields.decodeIfPresent(Classification.self, forKey: .classification)
            assignment = try fields.decodeIfPresent(Assignment.self, forKey: .assignment)
            hops = try fields.decodeIfPresent(Int.self, forKey: .hops) ?? 0
            responseAt = try fields.decodeIfPresent(Date.self, forKey: .responseAt)
            waits = try fields.decodeIfPresent([PastWait].self, forKey: .waits) ?? []
            resolution = try fields.decodeIfPresent(Resolution.self, forKey: .resolution)
            resolver = try fields.decodeIfPresent(PersonId.self, forKey: .resolver)
            resolvedAt = try fields.decodeIfPresent([Date].self, forKey: .resolvedAt) ?? []
            reopenedAt = try fields.decodeIfPresent([Date].self, forKey: .reopenedAt) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(channel, forKey: .channel)
            try fields.encode(symptom, forKey: .symptom)
            try fields.encode(requester, forKey: .requester)
            try fields.encode(occurredAt, forKey: .occurredAt)
            try fields.encode(openedAt, forKey: .openedAt)
            try fields.encode(state, forKey: .state)
            try fields.encodeIfPresent(service, forKey: .service)
            try fields.encode(serviceDown, forKey: .serviceDown)
            try fields.encodeIfPresent(customer, forKey: .customer)
            try fields.encodeIfPresent(ci, forKey: .ci)
            try fields.encodeIfPresent(classification, forKey: .classification)
            try fields.encodeIfPresent(assignment, forKey: .assignment)
            try fields.encode(hops, forKey: .hops)
            try fields.encodeIfPresent(responseAt, forKey: .responseAt)
            if !waits.isEmpty { try fields.encode(waits, forKey: .waits) }
            try fields.encodeIfPresent(resolution, forKey: .resolution)
            try fields.encodeIfPresent(resolver, forKey: .resolver)
            if !resolvedAt.isEmpty { try fields.encode(resolvedAt, forKey: .resolvedAt) }
            if !reopenedAt.isEmpty { try fields.encode(reopenedAt, forKey: .reopenedAt) }
        }
    }

    /// An incident was taken over from another system.
    public struct IncidentImportedBody: Codable, Sendable, Equatable {
        /// Who has it.
        public var assignment: Assignment?
        /// How it reached the desk.
        public var channel: Channel
        /// The configuration item.
        public var ci: CiId?
        /// What it is.
        public var classification: Classification?
        /// The customer.
        public var customer: CustomerId?
        /// How often it went to another group.
        public var hops: Int
        /// When it began.
        public var occurredAt: Date
        /// When it was recorded there.
        public var openedAt: Date
        /// The priority of the matrix.
        public var priority: Int?
        /// Every reopening.
        public var reopenedAt: [Date]
        /// Who has the trouble.
        public var requester: PersonId
        /// How it was resolved last.
        public var resolution: Resolution?
        /// Every resolution.
        public var resolvedAt: [Date]
        /// Who resolved it last.
        public var resolver: PersonId?
        /// When it was first acknowledged.
        public var responseAt: Date?
        /// The service.
        public var service: ServiceId?
        /// Whether it is down.
        public var serviceDown: Bool
        /// Where it stands.
        public var state: ImportedState
        /// What is wrong.
        public var symptom: Commitment

        public init(
            channel: Channel,
            hops: Int,
            occurredAt: Date,
            openedAt: Date,
            requester: PersonId,
            serviceDown: Bool,
            state: ImportedState,
            symptom: Commitment,
            assignment: Assignment? = nil,
            ci: CiId? = nil,
            classification: Classification? = nil,
            customer: CustomerId? = nil,
            priority: Int? = nil,
            reopenedAt: [Date] = [],
            resolution: Resolution? = nil,
            resolvedAt: [Date] = [],
            resolver: PersonId? = nil,
            responseAt: Date? = nil,
            service: ServiceId? = nil
        ) {
            self.assignment = assignment
            self.channel = channel
            self.ci = ci
            self.classification = classification
            self.customer = customer
            self.hops = hops
            self.occurredAt = occurredAt
            self.openedAt = openedAt
            self.priority = priority
            self.reopenedAt = reopenedAt
            self.requester = requester
            self.resolution = resolution
            self.resolvedAt = resolvedAt
            self.resolver = resolver
            self.responseAt = responseAt
            self.service = service
            self.serviceDown = serviceDown
            self.state = state
            self.symptom = symptom
        }

        private enum CodingKeys: String, CodingKey {
            case assignment,
                channel,
                ci,
                classification,
                customer,
                hops,
                priority,
                requester,
                resolution,
                resolver,
                service,
                state,
                symptom
            case occurredAt = "occurred_at"
            case openedAt = "opened_at"
            case reopenedAt = "reopened_at"
            case resolvedAt = "resolved_at"
            case responseAt = "response_at"
            case serviceDown = "service_down"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            assignment = try fields.decodeIfPresent(Assignment.self, forKey: .assignment)
            channel = try fields.decode(Channel.self, forKey: .channel)
            ci = try fields.decodeIfPresent(CiId.self, forKey: .ci)
            classification = try fields.decodeIfPresent(Classification.self, forKey: .classification)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            hops = try fields.decode(Int.self, forKey: .hops)
            occurredAt = try fields.decode(Date.self, forKey: .occurredAt)
            openedAt = try fields.decode(Date.self, forKey: .openedAt)
            priority = try fields.decodeIfPresent(Int.self, forKey: .priority)
            reopenedAt = try fields.decodeIfPresent([Date].self, forKey: .reopenedAt) ?? []
            requester = try fields.decode(PersonId.self, forKey: .requester)
            resolution = try fields.decodeIfPresent(Resolution.self, forKey: .resolution)
            resolvedAt = try fields.decodeIfPresent([Date].self, forKey: .resolvedAt) ?? []
            resolver = try fields.decodeIfPresent(PersonId.self, forKey: .resolver)
            responseAt = try fields.decodeIfPresent(Date.self, forKey: .responseAt)
            service = try fields.decodeIfPresent(ServiceId.self, forKey: .service)
            serviceDown = try fields.decode(Bool.self, forKey: .serviceDown)
            state = try fields.decode(ImportedState.self, forKey: .state)
            symptom = try fields.decode(Commitment.self, forKey: .symptom)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(assignment, forKey: .assignment)
            try fields.encode(channel, forKey: .channel)
            try fields.encodeIfPresent(ci, forKey: .ci)
            try fields.encodeIfPresent(classification, forKey: .classification)
            try fields.encodeIfPresent(customer, forKey: .customer)
            try fields.encode(hops, forKey: .hops)
            try fields.encode(occurredAt, forKey: .occurredAt)
            try fields.encode(openedAt, forKey: .openedAt)
            try fields.encodeIfPresent(priority, forKey: .priority)
            if !reopenedAt.isEmpty { try fields.encode(reopenedAt, forKey: .reopenedAt) }
            try fields.encode(requester, forKey: .requester)
            try fields.encodeIfPresent(resolution, forKey: .resolution)
            if !resolvedAt.isEmpty { try fields.encode(resolvedAt, forKey: .resolvedAt) }
            try fields.encodeIfPresent(resolver, forKey: .resolver)
            try fields.encodeIfPresent(responseAt, forKey: .responseAt)
            try fields.encodeIfPresent(service, forKey: .service)
            try fields.encode(serviceDown, forKey: .serviceDown)
            try fields.encode(state, forKey: .state)
            try fields.encode(symptom, forKey: .symptom)
        }
    }

    /// Tells the requester how it stands.
    public struct IncidentInformBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The requester is told how it stands.
    public struct IncidentInformedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Links another record.
    public struct IncidentLinkBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Another record was linked.
    public struct IncidentLinkedBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Records an incident.
    public struct IncidentLogBody: Codable, Sendable, Equatable {
        /// How it reached the desk.
        public var channel: Channel
        /// What is wrong, in the words of whoever has the trouble.
        public var symptom: String
        /// When it began.
        public var occurredAt: Date
        /// The service that is affected.
        public var service: AffectedService
        /// What is wrong, as a code of the host's tree.
        public var symptomCode: Code?
        /// How the requester can be reached.
        public var reporter: String?
        /// Who has the trouble; absent: whoever is acted for, else the actor.
        public var requester: PersonId?
        /// The customer.
        public var customer: CustomerId?
        /// The configuration item that is affected.
        public var ci: CiId?
        /// Why there is none.
        public var noCiReason: String?
        /// Whether the service is down.
        public var serviceDown: Bool
        /// The closed incident that this one is again.
        public var repeatOf: RecordId?

        public init(
            channel: Channel,
            symptom: String,
            occurredAt: Date,
            service: AffectedService,
            symptomCode: Code? = nil,
            reporter: String? = nil,
            requester: PersonId? = nil,
            customer: CustomerId? = nil,
            ci: CiId? = nil,
            noCiReason: String? = nil,
            serviceDown: Bool = false,
            repeatOf: RecordId? = nil
        ) {
            self.channel = channel
            self.symptom = symptom
            self.occurredAt = occurredAt
            self.service = service
            self.symptomCode = symptomCode
            self.reporter = reporter
            self.requester = requester
            self.customer = customer
            self.ci = ci
            self.noCiReason = noCiReason
            self.serviceDown = serviceDown
            self.repeatOf = repeatOf
        }

        private enum CodingKeys: String, CodingKey {
            case channel, symptom, service, reporter, requester, customer, ci
            case occurredAt = "occurred_at"
            case symptomCode = "symptom_code"
            case noCiReason = "no_ci_reason"
            case serviceDown = "service_down"
            case repeatOf = "repeat_of"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            channel = try fields.decode(Channel.self, forKey: .channel)
            symptom = try fields.decode(String.self, forKey: .symptom)
            occurredAt = try fields.decode(Date.self, forKey: .occurredAt)
            service = try fields.decode(AffectedService.self, forKey: .service)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            reporter = try fields.decodeIfPresent(String.self, forKey: .reporter)
            requester = try fields.decodeIfPresent(PersonId.self, forKey: .requester)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            ci = try fields.decodeIfPresent(CiId.self, forKey: .ci)
            noCiReason = try fields.decodeIfPresent(String.self, forKey: .noCiReason)
            serviceDown = try fields.decodeIfPresent(Bool.self, forKey: .serviceDown) ?? false
            repeatOf = try fields.decodeIfPresent(RecordId.self, forKey: .repeatOf)
        }
    }

    /// An incident was recorded.
    public struct IncidentLoggedBody: Codable, Sendable, Equatable {
        /// How it reached the desk.
        public var channel: Channel
        /// The configuration item.
        public var ci: CiId?
        /// The customer.
        public var customer: CustomerId?
        /// Whether it was recorded later than the tolerance allows.
        public var lateEntry: Bool
        /// Why there is no CI.
        public var noCiReason: String?
        /// When it began.
        public var occurredAt: Date
        /// The closed incident that this one is again.
        public var repeatOf: RecordId?
        /// How the requester can be reached.
        public var reporter: Commitment?
        /// Who has the trouble.
        public var requester: PersonId
        /// The service, if known.
        public var service: ServiceId?
        /// Whether it is down.
        public var serviceDown: Bool
        /// What is wrong.
        public var symptom: Commitment
        /// The same as a code.
        public var symptomCode: Code?

        public init(
            channel: Channel,
            occurredAt: Date,
            requester: PersonId,
            serviceDown: Bool,
            symptom: Commitment,
            ci: CiId? = nil,
            customer: CustomerId? = nil,
            lateEntry: Bool = false,
            noCiReason: String? = nil,
            repeatOf: RecordId? = nil,
            reporter: Commitment? = nil,
            service: ServiceId? = nil,
            symptomCode: Code? = nil
        ) {
            self.channel = channel
            self.ci = ci
            self.customer = customer
            self.lateEntry = lateEntry
            self.noCiReason = noCiReason
            self.occurredAt = occurredAt
            self.repeatOf = repeatOf
            self.reporter = reporter
            self.requester = requester
            self.service = service
            self.serviceDown = serviceDown
            self.symptom = symptom
            self.symptomCode = symptomCode
        }

        private enum CodingKeys: String, CodingKey {
            case channel, ci, customer, reporter, requester, service, symptom
            case lateEntry = "late_entry"
            case noCiReason = "no_ci_reason"
            case occurredAt = "occurred_at"
            case repeatOf = "repeat_of"
            case serviceDown = "service_down"
            case symptomCode = "symptom_code"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            channel = try fields.decode(Channel.self, forKey: .channel)
            ci = try fields.decodeIfPresent(CiId.self, forKey: .ci)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            lateEntry = try fields.decodeIfPresent(Bool.self, forKey: .lateEntry) ?? false
            noCiReason = try fields.decodeIfPresent(String.self, forKey: .noCiReason)
            occurredAt = try fields.decode(Date.self, forKey: .occurredAt)
            repeatOf = try fields.decodeIfPresent(RecordId.self, forKey: .repeatOf)
            reporter = try fields.decodeIfPresent(Commitment.self, forKey: .reporter)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            service = try fields.decodeIfPresent(ServiceId.self, forKey: .service)
            serviceDown = try fields.decode(Bool.self, forKey: .serviceDown)
            symptom = try fields.decode(Commitment.self, forKey: .symptom)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
        }
    }

    /// Names the major incident that was declared for it.
    public struct IncidentMarkMajorBody: Codable, Sendable, Equatable {
        /// The major incident.
        public var major: RecordId

        public init(major: RecordId) {
            self.major = major
        }
    }

    /// A major incident was declared for it.
    public struct IncidentMarkedMajorBody: Codable, Sendable, Equatable {
        /// The major incident.
        public var major: RecordId

        public init(major: RecordId) {
            self.major = major
        }
    }

    /// Changes whom or what it affects; the clocks follow the agreement that is selected then.
    public struct IncidentMoveBody: Codable, Sendable, Equatable {
        /// The service, if it changes.
        public var service: ServiceId?
        /// The customer, if it changes.
        public var customer: CustomerId?
        /// The configuration item, if it changes.
        public var ci: CiId?
        /// Why.
        public var reason: String

        public init(reason: String, service: ServiceId? = nil, customer: CustomerId? = nil, ci: CiId? = nil) {
            self.service = service
            self.customer = customer
            self.ci = ci
            self.reason = reason
        }
    }

    /// It affects something or somebody else.
    public struct IncidentMovedBody: Codable, Sendable, Equatable {
        /// The configuration item now.
        public var ci: CiId?
        /// The customer now.
        public var customer: CustomerId?
        /// Why.
        public var reason: String
        /// The service now.
        public var service: ServiceId?

        public init(reason: String, ci: CiId? = nil, customer: CustomerId? = nil, service: ServiceId? = nil) {
            self.ci = ci
            self.customer = customer
            self.reason = reason
            self.service = service
        }
    }

    /// Sets a priority that is not the matrix's.
    public struct IncidentOverridePriorityBody: Codable, Sendable, Equatable {
        /// The priority.
        public var priority: Int
        /// Why.
        public var reason: String
        /// Up to when; absent: until it is overridden again.
        public var expiresAt: Date?

        public init(priority: Int, reason: String, expiresAt: Date? = nil) {
            self.priority = priority
            self.reason = reason
            self.expiresAt = expiresAt
        }

        private enum CodingKeys: String, CodingKey {
            case priority, reason
            case expiresAt = "expires_at"
        }
    }

    /// Lets an incident wait.
    public struct IncidentPendBody: Codable, Sendable, Equatable {
        /// For what.
        public var reason: PendingReason
        /// A note for whoever reads it later.
        public var note: String
        /// The expected end.
        public var until: Date

        public init(reason: PendingReason, note: String, until: Date) {
            self.reason = reason
            self.note = note
            self.until = until
        }
    }

    /// It waits.
    public struct IncidentPendedBody: Codable, Sendable, Equatable {
        /// The note.
        public var note: String
        /// For what.
        public var reason: PendingReason
        /// When a timer ends the wait, if one does.
        public var resumesAt: Date?
        /// The expected end.
        public var until: Date

        public init(note: String, reason: PendingReason, until: Date, resumesAt: Date? = nil) {
            self.note = note
            self.reason = reason
            self.resumesAt = resumesAt
            self.until = until
        }

        private enum CodingKeys: String, CodingKey {
            case note, reason, until
            case resumesAt = "resumes_at"
        }
    }

    /// A priority that is not the matrix's holds.
    public struct IncidentPriorityOverriddenBody: Codable, Sendable, Equatable {
        /// Which, why, by whom, up to when.
        public var by: PriorityOverride

        public init(by: PriorityOverride) {
            self.by = by
        }
    }

    /// The matrix's priority holds again.
    public struct IncidentPriorityRestoredBody: Codable, Sendable, Equatable {
        /// The priority.
        public var priority: Int

        public init(priority: Int) {
            self.priority = priority
        }
    }

    /// Gives an incident to another group.
    public struct IncidentReassignBody: Codable, Sendable, Equatable {
        /// The support group.
        public var group: UnitId
        /// The person, if one is named.
        public var person: PersonId?
        /// To other skills or to more authority.
        public var escalation: EscalationKind
        /// Why.
        public var reason: String

        public init(group: UnitId, escalation: EscalationKind, reason: String, person: PersonId? = nil) {
            self.group = group
            self.person = person
            self.escalation = escalation
            self.reason = reason
        }
    }

    /// Another group got it.
    public struct IncidentReassignedBody: Codable, Sendable, Equatable {
        /// Who has it.
        public var assignment: Assignment
        /// To other skills or to more authority.
        public var escalation: EscalationKind
        /// Whether it left its group.
        public var hop: Bool
        /// Why.
        public var reason: String

        public init(assignment: Assignment, escalation: EscalationKind, hop: Bool, reason: String) {
            self.assignment = assignment
            self.escalation = escalation
            self.hop = hop
            self.reason = reason
        }
    }

    /// Measures the clocks again under the calendars in force now.
    public struct IncidentRecalculateBody: Codable, Sendable, Equatable {
        /// Why, as a code: `late_holiday_notice`, `tzdb_revision`.
        public var reason: Code

        public init(reason: Code) {
            self.reason = reason
        }
    }

    /// The clocks were measured again.
    public struct IncidentRecalculatedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: Code

        public init(reason: Code) {
            self.reason = reason
        }
    }

    /// Changes the classification; the priority follows, and the clocks with it.
    public struct IncidentReclassifyBody: Codable, Sendable, Equatable {
        /// The category, if it changes.
        public var category: Code?
        /// The impact, if it changes.
        public var impact: Int?
        /// The urgency, if it changes.
        public var urgency: Int?
        /// Why.
        public var reason: String

        public init(reason: String, category: Code? = nil, impact: Int? = nil, urgency: Int? = nil) {
            self.category = category
            self.impact = impact
            self.urgency = urgency
            self.reason = reason
        }
    }

    /// Takes a resolution back.
    public struct IncidentReopenBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The resolution was taken back.
    public struct IncidentReopenedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Resolves an incident.
    public struct IncidentResolveBody: Codable, Sendable, Equatable {
        /// How.
        public var resolution: Resolution

        public init(resolution: Resolution) {
            self.resolution = resolution
        }
    }

    /// It is resolved.
    public struct IncidentResolvedBody: Codable, Sendable, Equatable {
        /// When it closes by itself, if it may.
        public var closesAt: Date?
        /// How many delivered notices that takes.
        public var notices: Int
        /// When the requester is told again until then.
        public var reminders: [Date]
        /// Up to when it can be reopened.
        public var reopenUntil: Date
        /// How.
        public var resolution: Resolution

        public init(
            notices: Int,
            reopenUntil: Date,
            resolution: Resolution,
            closesAt: Date? = nil,
            reminders: [Date] = []
        ) {
            self.closesAt = closesAt
            self.notices = notices
            self.reminders = reminders
            self.reopenUntil = reopenUntil
            self.resolution = resolution
        }

        private enum CodingKeys: String, CodingKey {
            case notices, reminders, resolution
            case closesAt = "closes_at"
            case reopenUntil = "reopen_until"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            closesAt = try fields.decodeIfPresent(Date.self, forKey: .closesAt)
            notices = try fields.decode(Int.self, forKey: .notices)
            reminders = try fields.decodeIfPresent([Date].self, forKey: .reminders) ?? []
            reopenUntil = try fields.decode(Date.self, forKey: .reopenUntil)
            resolution = try fields.decode(Resolution.self, forKey: .resolution)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(closesAt, forKey: .closesAt)
            try fields.encode(notices, forKey: .notices)
            if !reminders.isEmpty { try fields.encode(reminders, forKey: .reminders) }
            try fields.encode(reopenUntil, forKey: .reopenUntil)
            try fields.encode(resolution, forKey: .resolution)
        }
    }

    /// Ends the wait.
    public struct IncidentResumeBody: Codable, Sendable, Equatable {
        /// Why now.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The wait is over.
    public struct IncidentResumedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The state of an incident with the data that exist only in it.
    public enum IncidentState: Codable, Sendable, Equatable {
        /// Recorded.
        case logged
        /// Categorised and prioritised.
        case classified
        /// A group has it.
        case assigned
        /// Somebody works on it.
        case inProgress
        /// It waits.
        case pending(reason: PendingReason, since: Date, until: Date, resumesAt: Date? = nil)
        /// The service is restored.
        case resolved(at: Date, notices: Int, reopenUntil: Date, closesAt: Date? = nil, reminders: [Date] = [])
        /// Confirmed.
        case closed(at: Date, automatic: Bool, code: Code, confirmedBy: PersonId)
        /// A duplicate or a mistake.
        case cancelled(at: Date)
        /// It goes on as a service request.
        case converted(at: Date, to: RecordId)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .logged: "logged"
            case .classified: "classified"
            case .assigned: "assigned"
            case .inProgress: "in_progress"
            case .pending: "pending"
            case .resolved: "resolved"
            case .closed: "closed"
            case .cancelled: "cancelled"
            case .converted: "converted"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, reason, since, until, at, notices, reminders, automatic, code, to
            case resumesAt = "resumes_at"
            case reopenUntil = "reopen_until"
            case closesAt = "closes_at"
            case confirmedBy = "confirmed_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "logged":
                self = .logged
            case "classified":
                self = .classified
            case "assigned":
                self = .assigned
            case "in_progress":
                self = .inProgress
            case "pending":
                self = .pending(
                    reason: try fields.decode(PendingReason.self, forKey: .reason),
                    since: try fields.decode(Date.self, forKey: .since),
                    until: try fields.decode(Date.self, forKey: .until),
                    resumesAt: try fields.decodeIfPresent(Date.self, forKey: .resumesAt)
                )
            case "resolved":
                self = .resolved(
                    at: try fields.decode(Date.self, forKey: .at),
                    notices: try fields.decode(Int.self, forKey: .notices),
                    reopenUntil: try fields.decode(Date.self, forKey: .reopenUntil),
                    closesAt: try fields.decodeIfPresent(Date.self, forKey: .closesAt),
                    reminders: try fields.decodeIfPresent([Date].self, forKey: .reminders) ?? []
                )
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    automatic: try fields.decode(Bool.self, forKey: .automatic),
                    code: try fields.decode(Code.self, forKey: .code),
                    confirmedBy: try fields.decode(PersonId.self, forKey: .confirmedBy)
                )
            case "cancelled":
                self = .cancelled(at: try fields.decode(Date.self, forKey: .at))
            case "converted":
                self = .converted(
                    at: try fields.decode(Date.self, forKey: .at),
                    to: try fields.decode(RecordId.self, forKey: .to)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .pending(reason, since, until, resumesAt):
                try fields.encode(reason, forKey: .reason)
                try fields.encode(since, forKey: .since)
                try fields.encode(until, forKey: .until)
                try fields.encodeIfPresent(resumesAt, forKey: .resumesAt)
            case let .resolved(at, notices, reopenUntil, closesAt, reminders):
                try fields.encode(at, forKey: .at)
                try fields.encode(notices, forKey: .notices)
                try fields.encode(reopenUntil, forKey: .reopenUntil)
                try fields.encodeIfPresent(closesAt, forKey: .closesAt)
                if !reminders.isEmpty { try fields.encode(reminders, forKey: .reminders) }
            case let .closed(at, automatic, code, confirmedBy):
                try fields.encode(at, forKey: .at)
                try fields.encode(automatic, forKey: .automatic)
                try fields.encode(code, forKey: .code)
                try fields.encode(confirmedBy, forKey: .confirmedBy)
            case let .cancelled(at):
                try fields.encode(at, forKey: .at)
            case let .converted(at, to):
                try fields.encode(at, forKey: .at)
                try fields.encode(to, forKey: .to)
            default: break
            }
        }
    }

    /// Takes back that it is a major incident, after the downgrade.
    public struct IncidentUnmarkMajorBody: Codable, Sendable, Equatable {
        /// The major incident that was downgraded.
        public var major: RecordId

        public init(major: RecordId) {
            self.major = major
        }
    }

    /// Its major incident was downgraded.
    public struct IncidentUnmarkedMajorBody: Codable, Sendable, Equatable {
        /// When it closes by itself, if it is resolved and may.
        public var closesAt: Date?
        /// The major incident.
        public var major: RecordId
        /// When the requester is told again until then.
        public var reminders: [Date]

        public init(major: RecordId, closesAt: Date? = nil, reminders: [Date] = []) {
            self.closesAt = closesAt
            self.major = major
            self.reminders = reminders
        }

        private enum CodingKeys: String, CodingKey {
            case major, reminders
            case closesAt = "closes_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            closesAt = try fields.decodeIfPresent(Date.self, forKey: .closesAt)
            major = try fields.decode(RecordId.self, forKey: .major)
            reminders = try fields.decodeIfPresent([Date].self, forKey: .reminders) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(closesAt, forKey: .closesAt)
            try fields.encode(major, forKey: .major)
            if !reminders.isEmpty { try fields.encode(reminders, forKey: .reminders) }
        }
    }

    /// Records an action.
    public struct IncidentWorkBody: Codable, Sendable, Equatable {
        /// What was done.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// An action was recorded.
    public struct IncidentWorkedBody: Codable, Sendable, Equatable {
        /// What was done.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// What the search for a known error gave. It must have been tried.
    public enum KnownErrorMatch: Codable, Sendable, Equatable {
        /// None matches.
        case none
        /// This one does.
        case found(RecordId)

        private enum CodingKeys: String, CodingKey {
            case found
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                switch word {
                case "none": self = .none
                default: throw strange(word, decoder.codingPath)
                }
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .found: self = .found(try fields.decode(RecordId.self, forKey: .found))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .none:
                var word = encoder.singleValueContainer()
                try word.encode("none")
            case let .found(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .found)
            }
        }
    }

    /// A wait that lies in the stated past.
    public struct PastWait: Codable, Sendable, Equatable {
        /// For what.
        public var reason: PendingReason
        /// From when.
        public var from: Date
        /// Until when; absent: it still waits.
        public var until: Date?

        public init(reason: PendingReason, from: Date, until: Date? = nil) {
            self.reason = reason
            self.from = from
            self.until = until
        }
    }

    /// A priority in place of the matrix's, with its reason and, where it has one, its end.
    public struct PriorityOverride: Codable, Sendable, Equatable {
        public var priority: Int
        public var reason: String
        public var by: PersonId
        public var at: Date
        public var expiresAt: Date?

        public init(priority: Int, reason: String, by: PersonId, at: Date, expiresAt: Date? = nil) {
            self.priority = priority
            self.reason = reason
            self.by = by
            self.at = at
            self.expiresAt = expiresAt
        }

        private enum CodingKeys: String, CodingKey {
            case priority, reason, by, at
            case expiresAt = "expires_at"
        }
    }

    /// How an incident was resolved.
    public struct Resolution: Codable, Sendable, Equatable {
        /// The resolution code.
        public var code: Code
        /// What was done.
        public var text: String
        /// What kind of resolution it was.
        public var kind: ResolutionKind
        /// Who resolved it.
        public var level: ContactLevel
        /// When the service worked again, if it was hit.
        public var restoredAt: Date?
        /// Why a workaround needs neither a problem nor a known error.
        public var noProblemReason: String?

        public init(
            code: Code,
            text: String,
            kind: ResolutionKind,
            level: ContactLevel,
            restoredAt: Date? = nil,
            noProblemReason: String? = nil
        ) {
            self.code = code
            self.text = text
            self.kind = kind
            self.level = level
            self.restoredAt = restoredAt
            self.noProblemReason = noProblemReason
        }

        private enum CodingKeys: String, CodingKey {
            case code, text, kind, level
            case restoredAt = "restored_at"
            case noProblemReason = "no_problem_reason"
        }
    }

    /// What kind of resolution it was.
    public enum ResolutionKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The cause is removed.
        case permanent
        /// The service runs, the cause remains.
        case workaround
        /// Nothing was wrong.
        case noFault = "no_fault"
    }
}
