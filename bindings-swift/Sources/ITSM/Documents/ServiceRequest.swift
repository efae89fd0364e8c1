// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// Access that was granted.
    public struct AccessGrant: Codable, Sendable, Equatable {
        /// To what.
        public var access: Code
        /// Up to when; privileged access always ends.
        public var expiresAt: Date?

        public init(access: Code, expiresAt: Date? = nil) {
            self.access = access
            self.expiresAt = expiresAt
        }

        private enum CodingKeys: String, CodingKey {
            case access
            case expiresAt = "expires_at"
        }
    }

    /// As what a service request goes on.
    public enum ConvertedTo: Codable, Sendable, Equatable {
        /// It was a failure.
        case incident(RecordId)
        /// It alters configuration items outside a standard change.
        case change(RecordId)

        private enum CodingKeys: String, CodingKey {
            case incident, change
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .incident: self = .incident(try fields.decode(RecordId.self, forKey: .incident))
            case .change: self = .change(try fields.decode(RecordId.self, forKey: .change))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .incident(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .incident)
            case let .change(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .change)
            }
        }
    }

    /// When something was done, and by whom.
    public struct Done: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId

        public init(at: Date, by: PersonId) {
            self.at = at
            self.by = by
        }
    }

    /// What was done for a service request.
    public struct Fulfilment: Codable, Sendable, Equatable {
        /// The access that was granted.
        public var access: [AccessGrant]
        /// The configuration items that were altered.
        public var cis: [CiId]
        /// What proves it.
        public var evidence: [Attachment]

        public init(evidence: [Attachment], access: [AccessGrant] = [], cis: [CiId] = []) {
            self.access = access
            self.cis = cis
            self.evidence = evidence
        }

        private enum CodingKeys: String, CodingKey {
            case access, cis, evidence
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            access = try fields.decodeIfPresent([AccessGrant].self, forKey: .access) ?? []
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            evidence = try fields.decode([Attachment].self, forKey: .evidence)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !access.isEmpty { try fields.encode(access, forKey: .access) }
            if !cis.isEmpty { try fields.encode(cis, forKey: .cis) }
            try fields.encode(evidence, forKey: .evidence)
        }
    }

    /// What a service request is: set by the desk.
    public struct RequestClassification: Codable, Sendable, Equatable {
        /// The category, for which the group must be competent.
        public var category: Code
        /// The impact, as the matrix numbers it.
        public var impact: Int
        /// The urgency, as the matrix numbers it.
        public var urgency: Int

        public init(category: Code, impact: Int, urgency: Int) {
            self.category = category
            self.impact = impact
            self.urgency = urgency
        }
    }

    /// How a service request was closed.
    public struct RequestClosure: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Whether a timer closed it, because nobody answered.
        public var automatic: Bool
        /// Who confirmed.
        public var confirmedBy: PersonId

        public init(at: Date, automatic: Bool, confirmedBy: PersonId) {
            self.at = at
            self.automatic = automatic
            self.confirmedBy = confirmedBy
        }

        private enum CodingKeys: String, CodingKey {
            case at, automatic
            case confirmedBy = "confirmed_by"
        }
    }

    /// A service request.
    public struct ServiceRequest: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ServiceRequestState
        /// The model of the policy that it follows.
        public var model: Code
        /// Who asks.
        public var requester: PersonId
        /// For whom.
        public var beneficiary: PersonId
        /// How the requester can be reached.
        public var contact: Commitment?
        /// The inputs of the model.
        public var inputs: [String: String]
        /// The customer.
        public var customer: CustomerId?
        /// What it is.
        public var classification: RequestClassification?
        /// Its priority by the matrix.
        public var priority: Int?
        /// The ballot on its present content.
        public var ballot: Ballot?
        /// Who has it.
        public var assignment: Assignment?
        /// The instructions that it is fulfilled by.
        public var instructions: Instructions?
        /// The tasks of its model, once the fulfilment has begun.
        public var tasks: [Task]
        /// How many actions were recorded on it.
        public var actions: Int
        /// What was done for it.
        public var fulfilment: Fulfilment?
        /// When it was fulfilled, and by whom.
        public var fulfilled: Done?
        /// Its clocks.
        public var clocks: [Clock]

        public init(
            envelope: Envelope,
            state: ServiceRequestState,
            model: Code,
            requester: PersonId,
            beneficiary: PersonId,
            actions: Int,
            clocks: [Clock],
            contact: Commitment? = nil,
            inputs: [String: String] = [:],
            customer: CustomerId? = nil,
            classification: RequestClassification? = nil,
            priority: Int? = nil,
            ballot: Ballot? = nil,
            assignment: Assignment? = nil,
            instructions: Instructions? = nil,
            tasks: [Task] = [],
            fulfilment: Fulfilment? = nil,
            fulfilled: Done? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.model = model
            self.requester = requester
            self.beneficiary = beneficiary
            self.contact = contact
            self.inputs = inputs
            self.customer = customer
            self.classification = classification
            self.priority = priority
            self.ballot = ballot
            self.assignment = assignment
            self.instructions = instructions
            self.tasks = tasks
            self.actions = actions
            self.fulfilment = fulfilment
            self.fulfilled = fulfilled
            self.clocks = clocks
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                model,
                requester,
                beneficiary,
                contact,
                inputs,
                customer,
                classification,
                priority,
                ballot,
                assignment,
                instructions,
                tasks,
                actions,
                fulfilment,
                fulfilled,
                clocks
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ServiceRequestState.self, forKey: .state)
            model = try fields.decode(Code.self, forKey: .model)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            beneficiary = try fields.decode(PersonId.self, forKey: .beneficiary)
            contact = try fields.decodeIfPresent(Commitment.self, forKey: .contact)
            inputs = try fields.decodeIfPresent([String: String].self, forKey: .inputs) ?? [:]
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            classification = try fields.decodeIfPresent(RequestClassification.self, forKey: .classification)
            priority = try fields.decodeIfPresent(Int.self, forKey: .priority)
            ballot = try fields.decodeIfPresent(Ballot.self, forKey: .ballot)
            assignment = try fields.decodeIfPresent(Assignment.self, forKey: .assignment)
            instructions = try fields.decodeIfPresent(Instructions.self, forKey: .instructions)
            tasks = try fields.decodeIfPresent([Task].self, forKey: .tasks) ?? []
            actions = try fields.decode(Int.self, forKey: .actions)
            fulfilment = try fields.decodeIfPresent(Fulfilment.self, forKey: .fulfilment)
            fulfilled = try fields.decodeIfPresent(Done.self, forKey: .fulfilled)
            clocks = try fields.decode([Clock].self, forKey: .clocks)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(model, forKey: .model)
            try fields.encode(requester, forKey: .requester)
            try fields.encode(beneficiary, forKey: .beneficiary)
            try fields.encodeIfPresent(contact, forKey: .contact)
            if !inputs.isEmpty { try fields.encode(inputs, forKey: .inputs) }
            try fields.encodeIfPresent(customer, forKey: .customer)
            try fields.encodeIfPresent(classification, forKey: .classification)
            try fields.encodeIfPresent(priority, forKey: .priority)
            try fields.encodeIfPresent(ballot, forKey: .ballot)
            try fields.encodeIfPresent(assignment, forKey: .assignment)
            try fields.encodeIfPresent(instructions, forKey: .instructions)
            if !tasks.isEmpty { try fields.encode(tasks, forKey: .tasks) }
            try fields.encode(actions, forKey: .actions)
            try fields.encodeIfPresent(fulfilment, forKey: .fulfilment)
            try fields.encodeIfPresent(fulfilled, forKey: .fulfilled)
            try fields.encode(clocks, forKey: .clocks)
        }
    }

    /// Its approvers are asked.
    public struct ServiceRequestApprovalRequestedBody: Codable, Sendable, Equatable {
        /// The ballot, open.
        public var ballot: Ballot

        public init(ballot: Ballot) {
            self.ballot = ballot
        }
    }

    /// Approves a request whose model asks for no approval.
    public struct ServiceRequestApproveBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It may be fulfilled.
    public struct ServiceRequestApprovedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Takes a request back.
    public struct ServiceRequestCancelBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was taken back.
    public struct ServiceRequestCancelledBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Confirms the fulfilment.
    public struct ServiceRequestCloseBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// It is closed.
    public struct ServiceRequestClosedBody: Codable, Sendable, Equatable {
        /// How.
        public var closure: RequestClosure

        public init(closure: RequestClosure) {
            self.closure = closure
        }
    }

    /// The host's receipt for a notice.
    public struct ServiceRequestConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// Goes on as an incident or a change; the history stays here.
    public struct ServiceRequestConvertBody: Codable, Sendable, Equatable {
        /// As what.
        public var to: ConvertedTo
        /// Why.
        public var reason: String

        public init(to: ConvertedTo, reason: String) {
            self.to = to
            self.reason = reason
        }
    }

    /// It goes on as something else.
    public struct ServiceRequestConvertedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// As what.
        public var to: ConvertedTo

        public init(reason: String, to: ConvertedTo) {
            self.reason = reason
            self.to = to
        }
    }

    /// Lets another person vote for oneself.
    public struct ServiceRequestDelegateBody: Codable, Sendable, Equatable {
        /// Who.
        public var to: PersonId

        public init(to: PersonId) {
            self.to = to
        }
    }

    /// An approver lets another person vote.
    public struct ServiceRequestDelegatedBody: Codable, Sendable, Equatable {
        /// Who for whom.
        public var delegation: Delegation

        public init(delegation: Delegation) {
            self.delegation = delegation
        }
    }

    /// Changes the inputs. Approvals were given for other content, and are void.
    public struct ServiceRequestEditBody: Codable, Sendable, Equatable {
        /// All inputs, as they are from now on.
        public var inputs: [String: String]

        public init(inputs: [String: String]) {
            self.inputs = inputs
        }
    }

    /// Its inputs changed; a ballot on the former ones is void.
    public struct ServiceRequestEditedBody: Codable, Sendable, Equatable {
        /// All inputs.
        public var inputs: [String: String]

        public init(inputs: [String: String]) {
            self.inputs = inputs
        }
    }

    /// Excuses a recorded breach; it stays recorded.
    public struct ServiceRequestExcuseBreachBody: Codable, Sendable, Equatable {
        /// Of which clock.
        public var metric: Metric
        /// Why, as a code.
        public var reason: Code

        public init(metric: Metric, reason: Code) {
            self.metric = metric
            self.reason = reason
        }
    }

    /// A group takes it.
    public struct ServiceRequestFulfilBeginBody: Codable, Sendable, Equatable {
        /// The group.
        public var group: UnitId
        /// The instructions that it works by.
        public var instructions: Instructions

        public init(group: UnitId, instructions: Instructions) {
            self.group = group
            self.instructions = instructions
        }
    }

    /// Says that it is done.
    public struct ServiceRequestFulfilBody: Codable, Sendable, Equatable {
        /// What was done.
        public var fulfilment: Fulfilment

        public init(fulfilment: Fulfilment) {
            self.fulfilment = fulfilment
        }
    }

    /// It is done.
    public struct ServiceRequestFulfilledBody: Codable, Sendable, Equatable {
        /// When it closes by itself, if it may.
        public var closesAt: Date?
        /// What was done.
        public var fulfilment: Fulfilment
        /// How many delivered notices it takes to close by itself.
        public var notices: Int
        /// When the requester is told again until then.
        public var reminders: [Date]

        public init(fulfilment: Fulfilment, notices: Int, closesAt: Date? = nil, reminders: [Date] = []) {
            self.closesAt = closesAt
            self.fulfilment = fulfilment
            self.notices = notices
            self.reminders = reminders
        }

        private enum CodingKeys: String, CodingKey {
            case fulfilment, notices, reminders
            case closesAt = "closes_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            closesAt = try fields.decodeIfPresent(Date.self, forKey: .closesAt)
            fulfilment = try fields.decode(Fulfilment.self, forKey: .fulfilment)
            notices = try fields.decode(Int.self, forKey: .notices)
            reminders = try fields.decodeIfPresent([Date].self, forKey: .reminders) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(closesAt, forKey: .closesAt)
            try fields.encode(fulfilment, forKey: .fulfilment)
            try fields.encode(notices, forKey: .notices)
            if !reminders.isEmpty { try fields.encode(reminders, forKey: .reminders) }
        }
    }

    /// A group took it.
    public struct ServiceRequestFulfilmentBegunBody: Codable, Sendable, Equatable {
        /// Who has it.
        public var assignment: Assignment
        /// The instructions.
        public var instructions: Instructions
        /// What has to be done.
        public var tasks: [Code]

        public init(assignment: Assignment, instructions: Instructions, tasks: [Code] = []) {
            self.assignment = assignment
            self.instructions = instructions
            self.tasks = tasks
        }

        private enum CodingKeys: String, CodingKey {
            case assignment, instructions, tasks
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            assignment = try fields.decode(Assignment.self, forKey: .assignment)
            instructions = try fields.decode(Instructions.self, forKey: .instructions)
            tasks = try fields.decodeIfPresent([Code].self, forKey: .tasks) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(assignment, forKey: .assignment)
            try fields.encode(instructions, forKey: .instructions)
            if !tasks.isEmpty { try fields.encode(tasks, forKey: .tasks) }
        }
    }

    /// Tells the requester how it stands.
    public struct ServiceRequestInformBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The requester is told how it stands.
    public struct ServiceRequestInformedBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Links another record.
    public struct ServiceRequestLinkBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Another record was linked.
    public struct ServiceRequestLinkedBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Measures the clocks again under the calendars in force now.
    public struct ServiceRequestRecalculateBody: Codable, Sendable, Equatable {
        /// Why, as a code: `late_holiday_notice`, `tzdb_revision`.
        public var reason: Code

        public init(reason: Code) {
            self.reason = reason
        }
    }

    /// The clocks were measured again.
    public struct ServiceRequestRecalculatedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: Code

        public init(reason: Code) {
            self.reason = reason
        }
    }

    /// Refuses a request.
    public struct ServiceRequestRejectBody: Codable, Sendable, Equatable {
        /// Why; the requester is told.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was refused.
    public struct ServiceRequestRejectedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot.
    public struct ServiceRequestRequestApprovalBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// Ends the wait.
    public struct ServiceRequestResumeBody: Codable, Sendable, Equatable {
        /// Why now.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The wait is over.
    public struct ServiceRequestResumedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// An approver returned it for rework.
    public struct ServiceRequestReturnedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The state of a service request with the data that exist only in it.
    public enum ServiceRequestState: Codable, Sendable, Equatable {
        /// Asked for.
        case submitted
        /// Entitled, classified, prioritised.
        case validated
        /// Its approvers vote.
        case awaitingApproval
        /// May be fulfilled.
        case approved
        /// A group works on it.
        case inFulfilment
        /// It waits.
        case waiting(reason: PendingReason, since: Date, until: Date, resumesAt: Date? = nil)
        /// Done; to be confirmed.
        case fulfilled(at: Date, notices: Int, closesAt: Date? = nil, reminders: [Date] = [])
        /// Confirmed.
        case closed(at: Date, automatic: Bool, confirmedBy: PersonId)
        /// Refused.
        case rejected(at: Date, reason: String)
        /// Taken back.
        case cancelled(at: Date, reason: String)
        /// It goes on as something else.
        case converted(at: Date, to: ConvertedTo)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .submitted: "submitted"
            case .validated: "validated"
            case .awaitingApproval: "awaiting_approval"
            case .approved: "approved"
            case .inFulfilment: "in_fulfilment"
            case .waiting: "waiting"
            case .fulfilled: "fulfilled"
            case .closed: "closed"
            case .rejected: "rejected"
            case .cancelled: "cancelled"
            case .converted: "converted"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, reason, since, until, at, notices, reminders, automatic, to
            case resumesAt = "resumes_at"
            case closesAt = "closes_at"
            case confirmedBy = "confirmed_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "submitted":
                self = .submitted
            case "validated":
                self = .validated
            case "awaiting_approval":
                self = .awaitingApproval
            case "approved":
                self = .approved
            case "in_fulfilment":
                self = .inFulfilment
            case "waiting":
                self = .waiting(
                    reason: try fields.decode(PendingReason.self, forKey: .reason),
                    since: try fields.decode(Date.self, forKey: .since),
                    until: try fields.decode(Date.self, forKey: .until),
                    resumesAt: try fields.decodeIfPresent(Date.self, forKey: .resumesAt)
                )
            case "fulfilled":
                self = .fulfilled(
                    at: try fields.decode(Date.self, forKey: .at),
                    notices: try fields.decode(Int.self, forKey: .notices),
                    closesAt: try fields.decodeIfPresent(Date.self, forKey: .closesAt),
                    reminders: try fields.decodeIfPresent([Date].self, forKey: .reminders) ?? []
                )
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    automatic: try fields.decode(Bool.self, forKey: .automatic),
                    confirmedBy: try fields.decode(PersonId.self, forKey: .confirmedBy)
                )
            case "rejected":
                self = .rejected(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case "cancelled":
                self = .cancelled(
                    at: try fields.decode(Date.self, forKey: .at),
                    reason: try fields.decode(String.self, forKey: .reason)
                )
            case "converted":
                self = .converted(
                    at: try fields.decode(Date.self, forKey: .at),
                    to: try fields.decode(ConvertedTo.self, forKey: .to)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .waiting(reason, since, until, resumesAt):
                try fields.encode(reason, forKey: .reason)
                try fields.encode(since, forKey: .since)
                try fields.encode(until, forKey: .until)
                try fields.encodeIfPresent(resumesAt, forKey: .resumesAt)
            case let .fulfilled(at, notices, closesAt, reminders):
                try fields.encode(at, forKey: .at)
                try fields.encode(notices, forKey: .notices)
                try fields.encodeIfPresent(closesAt, forKey: .closesAt)
                if !reminders.isEmpty { try fields.encode(reminders, forKey: .reminders) }
            case let .closed(at, automatic, confirmedBy):
                try fields.encode(at, forKey: .at)
                try fields.encode(automatic, forKey: .automatic)
                try fields.encode(confirmedBy, forKey: .confirmedBy)
            case let .rejected(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            case let .cancelled(at, reason):
                try fields.encode(at, forKey: .at)
                try fields.encode(reason, forKey: .reason)
            case let .converted(at, to):
                try fields.encode(at, forKey: .at)
                try fields.encode(to, forKey: .to)
            default: break
            }
        }
    }

    /// Asks for something that is defined beforehand.
    public struct ServiceRequestSubmitBody: Codable, Sendable, Equatable {
        /// The model of the policy.
        public var model: Code
        /// For whom.
        public var beneficiary: PersonId
        /// Who asks; absent: whoever is acted for, else the actor.
        public var requester: PersonId?
        /// The inputs of the model.
        public var inputs: [String: String]
        /// How the requester can be reached.
        public var contact: String?
        /// The service it is about.
        public var service: ServiceId?
        /// The customer.
        public var customer: CustomerId?

        public init(
            model: Code,
            beneficiary: PersonId,
            requester: PersonId? = nil,
            inputs: [String: String] = [:],
            contact: String? = nil,
            service: ServiceId? = nil,
            customer: CustomerId? = nil
        ) {
            self.model = model
            self.beneficiary = beneficiary
            self.requester = requester
            self.inputs = inputs
            self.contact = contact
            self.service = service
            self.customer = customer
        }

        private enum CodingKeys: String, CodingKey {
            case model, beneficiary, requester, inputs, contact, service, customer
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            model = try fields.decode(Code.self, forKey: .model)
            beneficiary = try fields.decode(PersonId.self, forKey: .beneficiary)
            requester = try fields.decodeIfPresent(PersonId.self, forKey: .requester)
            inputs = try fields.decodeIfPresent([String: String].self, forKey: .inputs) ?? [:]
            contact = try fields.decodeIfPresent(String.self, forKey: .contact)
            service = try fields.decodeIfPresent(ServiceId.self, forKey: .service)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
        }
    }

    /// A request was submitted.
    public struct ServiceRequestSubmittedBody: Codable, Sendable, Equatable {
        /// For whom.
        public var beneficiary: PersonId
        /// How the requester can be reached.
        public var contact: Commitment?
        /// The customer.
        public var customer: CustomerId?
        /// The inputs of the model.
        public var inputs: [String: String]
        /// The model.
        public var model: Code
        /// Who asks.
        public var requester: PersonId
        /// The service it is about.
        public var service: ServiceId?

        public init(
            beneficiary: PersonId,
            model: Code,
            requester: PersonId,
            contact: Commitment? = nil,
            customer: CustomerId? = nil,
            inputs: [String: String] = [:],
            service: ServiceId? = nil
        ) {
            self.beneficiary = beneficiary
            self.contact = contact
            self.customer = customer
            self.inputs = inputs
            self.model = model
            self.requester = requester
            self.service = service
        }

        private enum CodingKeys: String, CodingKey {
            case beneficiary, contact, customer, inputs, model, requester, service
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            beneficiary = try fields.decode(PersonId.self, forKey: .beneficiary)
            contact = try fields.decodeIfPresent(Commitment.self, forKey: .contact)
            customer = try fields.decodeIfPresent(CustomerId.self, forKey: .customer)
            inputs = try fields.decodeIfPresent([String: String].self, forKey: .inputs) ?? [:]
            model = try fields.decode(Code.self, forKey: .model)
            requester = try fields.decode(PersonId.self, forKey: .requester)
            service = try fields.decodeIfPresent(ServiceId.self, forKey: .service)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(beneficiary, forKey: .beneficiary)
            try fields.encodeIfPresent(contact, forKey: .contact)
            try fields.encodeIfPresent(customer, forKey: .customer)
            if !inputs.isEmpty { try fields.encode(inputs, forKey: .inputs) }
            try fields.encode(model, forKey: .model)
            try fields.encode(requester, forKey: .requester)
            try fields.encodeIfPresent(service, forKey: .service)
        }
    }

    /// A task of the model is done.
    public struct ServiceRequestTaskDoneBody: Codable, Sendable, Equatable {
        /// Which.
        public var task: Code

        public init(task: Code) {
            self.task = task
        }
    }

    /// A task was done.
    public struct ServiceRequestTaskFinishedBody: Codable, Sendable, Equatable {
        /// Which.
        public var task: Code

        public init(task: Code) {
            self.task = task
        }
    }

    /// Finds the beneficiary entitled, and classifies: the matrix makes the priority.
    public struct ServiceRequestValidateBody: Codable, Sendable, Equatable {
        /// What it is.
        public var classification: RequestClassification
        /// The roles that the beneficiary holds, as the desk has found them.
        public var beneficiaryRoles: [Role]

        public init(classification: RequestClassification, beneficiaryRoles: [Role]) {
            self.classification = classification
            self.beneficiaryRoles = beneficiaryRoles
        }

        private enum CodingKeys: String, CodingKey {
            case classification
            case beneficiaryRoles = "beneficiary_roles"
        }
    }

    /// The beneficiary is entitled; it is classified.
    public struct ServiceRequestValidatedBody: Codable, Sendable, Equatable {
        /// The roles that the beneficiary holds.
        public var beneficiaryRoles: [Role]
        /// What it is.
        public var classification: RequestClassification
        /// The priority of the matrix.
        public var priority: Int

        public init(beneficiaryRoles: [Role], classification: RequestClassification, priority: Int) {
            self.beneficiaryRoles = beneficiaryRoles
            self.classification = classification
            self.priority = priority
        }

        private enum CodingKeys: String, CodingKey {
            case classification, priority
            case beneficiaryRoles = "beneficiary_roles"
        }
    }

    /// A vote.
    public struct ServiceRequestVoteBody: Codable, Sendable, Equatable {
        /// For which approver; absent: for oneself.
        public var by: PersonId?
        /// What the approver says.
        public var decision: VoteDecision
        /// In words.
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
    public struct ServiceRequestVotedBody: Codable, Sendable, Equatable {
        /// The vote and where the ballot stands with it.
        public var cast: Cast

        public init(cast: Cast) {
            self.cast = cast
        }
    }

    /// Lets a request wait.
    public struct ServiceRequestWaitBody: Codable, Sendable, Equatable {
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
    public struct ServiceRequestWaitedBody: Codable, Sendable, Equatable {
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

    /// Records an action.
    public struct ServiceRequestWorkBody: Codable, Sendable, Equatable {
        /// What was done.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// An action was recorded.
    public struct ServiceRequestWorkedBody: Codable, Sendable, Equatable {
        /// What was done.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// A task of the model.
    public struct Task: Codable, Sendable, Equatable {
        /// Which.
        public var task: Code
        /// When it was done, and by whom.
        public var done: Done?

        public init(task: Code, done: Done? = nil) {
            self.task = task
            self.done = done
        }
    }
}
