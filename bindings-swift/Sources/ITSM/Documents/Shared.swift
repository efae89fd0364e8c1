// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// Who acts.
    public struct Actor: Codable, Sendable, Equatable {
        /// The person, a pseudonym.
        public var id: PersonId
        /// The roles held.
        public var roles: [Role]
        /// The unit or support group acted for.
        public var unit: UnitId?
        /// Roles hold from this instant, where limited.
        public var validFrom: Date?
        /// Roles hold up to this instant, where limited.
        public var validTo: Date?

        public init(id: PersonId, roles: [Role], unit: UnitId? = nil, validFrom: Date? = nil, validTo: Date? = nil) {
            self.id = id
            self.roles = roles
            self.unit = unit
            self.validFrom = validFrom
            self.validTo = validTo
        }

        private enum CodingKeys: String, CodingKey {
            case id, roles, unit
            case validFrom = "valid_from"
            case validTo = "valid_to"
        }
    }

    /// What the passing of time brought to a whole system.
    public struct Advanced: Codable, Sendable, Equatable {
        /// What happened, in order.
        public var events: [Event]
        /// The records that could not fire, as `process/id`.
        public var stuck: [String]

        public init(events: [Event], stuck: [String]) {
            self.events = events
            self.stuck = stuck
        }
    }

    /// Every version of the agreements of a desk, and of the calendars that they count in.
    public struct AgreementsDocument: Codable, Sendable, Equatable {
        /// The agreements.
        public var policies: [VersionedSlaPolicy]
        /// The calendars.
        public var calendars: [VersionedCalendarDocument]

        public init(policies: [VersionedSlaPolicy], calendars: [VersionedCalendarDocument] = []) {
            self.policies = policies
            self.calendars = calendars
        }

        private enum CodingKeys: String, CodingKey {
            case policies, calendars
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            policies = try fields.decode([VersionedSlaPolicy].self, forKey: .policies)
            calendars = try fields.decodeIfPresent([VersionedCalendarDocument].self, forKey: .calendars) ?? []
        }
    }

    /// A number, exact: a quotient keeps what it was divided from.
    public enum Amount: Codable, Sendable, Equatable {
        /// There was nothing to divide by: neither 0 % nor 100 %.
        case notApplicable
        /// So many.
        case count(count: Int)
        /// A quotient of two counts.
        case ratio(basisPoints: Int, numerator: Int, denominator: Int)
        /// An arithmetic mean of durations.
        case mean(meanSeconds: Int, sumSeconds: Int, of: Int)
        /// One duration.
        case duration(seconds: Int)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .notApplicable: "not_applicable"
            case .count: "count"
            case .ratio: "ratio"
            case .mean: "mean"
            case .duration: "duration"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, count, numerator, denominator, of, seconds
            case basisPoints = "basis_points"
            case meanSeconds = "mean_s"
            case sumSeconds = "sum_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "not_applicable":
                self = .notApplicable
            case "count":
                self = .count(count: try fields.decode(Int.self, forKey: .count))
            case "ratio":
                self = .ratio(
                    basisPoints: try fields.decode(Int.self, forKey: .basisPoints),
                    numerator: try fields.decode(Int.self, forKey: .numerator),
                    denominator: try fields.decode(Int.self, forKey: .denominator)
                )
            case "mean":
                self = .mean(
                    meanSeconds: try fields.decode(Int.self, forKey: .meanSeconds),
                    sumSeconds: try fields.decode(Int.self, forKey: .sumSeconds),
                    of: try fields.decode(Int.self, forKey: .of)
                )
            case "duration":
                self = .duration(seconds: try fields.decode(Int.self, forKey: .seconds))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .count(count):
                try fields.encode(count, forKey: .count)
            case let .ratio(basisPoints, numerator, denominator):
                try fields.encode(basisPoints, forKey: .basisPoints)
                try fields.encode(numerator, forKey: .numerator)
                try fields.encode(denominator, forKey: .denominator)
            case let .mean(meanSeconds, sumSeconds, of):
                try fields.encode(meanSeconds, forKey: .meanSeconds)
                try fields.encode(sumSeconds, forKey: .sumSeconds)
                try fields.encode(of, forKey: .of)
            case let .duration(seconds):
                try fields.encode(seconds, forKey: .seconds)
            default: break
            }
        }
    }

    /// Records of the period that are left out of a count, so that nothing disappears silently.
    public struct Apart: Codable, Sendable, Equatable {
        /// Why.
        public var why: ApartReason
        /// Which.
        public var counted: Counted

        public init(why: ApartReason, counted: Counted) {
            self.why = why
            self.counted = counted
        }
    }

    /// Why records of the period are left out of a count.
    public enum ApartReason: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// No clock measured them.
        case noClock = "no_clock"
        /// Their window was not over when the records were read.
        case windowOpen = "window_open"
        /// They were taken back.
        case downgraded
        /// They were cancelled, converted, or no fault was found.
        case noFailure = "no_failure"
        /// No window was planned for them.
        case noWindow = "no_window"
        /// They went to other groups before they were imported, nobody says when.
        case undatedMoves = "undated_moves"
        /// They were cancelled.
        case cancelled
        /// They were published before the cause was known.
        case causeUnknown = "cause_unknown"
    }

    /// When a ballot is accepted or refused. 审批规则
    public struct ApprovalRule: Codable, Sendable, Equatable {
        /// The approvals needed.
        public var threshold: Threshold
        /// Persons whose vote must be in before acceptance; abstentions count. 0: no quorum.
        public var quorum: Int
        /// A rejection by a voter who holds one of these refuses at once.
        public var vetoRoles: [Role]
        /// For each of these, a voter who holds it must have approved before acceptance.
        public var requiredRoles: [Role]
        /// Seconds for which an acceptance holds; without it, as long as the content is the same.
        public var validForSeconds: Int?

        public init(
            threshold: Threshold,
            quorum: Int = 0,
            vetoRoles: [Role] = [],
            requiredRoles: [Role] = [],
            validForSeconds: Int? = nil
        ) {
            self.threshold = threshold
            self.quorum = quorum
            self.vetoRoles = vetoRoles
            self.requiredRoles = requiredRoles
            self.validForSeconds = validForSeconds
        }

        private enum CodingKeys: String, CodingKey {
            case threshold, quorum
            case vetoRoles = "veto_roles"
            case requiredRoles = "required_roles"
            case validForSeconds = "valid_for_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            threshold = try fields.decode(Threshold.self, forKey: .threshold)
            quorum = try fields.decodeIfPresent(Int.self, forKey: .quorum) ?? 0
            vetoRoles = try fields.decodeIfPresent([Role].self, forKey: .vetoRoles) ?? []
            requiredRoles = try fields.decodeIfPresent([Role].self, forKey: .requiredRoles) ?? []
            validForSeconds = try fields.decodeIfPresent(Int.self, forKey: .validForSeconds)
        }
    }

    /// What a change is assessed for (T-CHG-04).
    public enum Assessment: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Benefit and need.
        case business
        /// Whether the technique is right.
        case technical
        /// Whether it can be done.
        case feasibility
        /// What it costs.
        case cost
        /// What it does to availability.
        case availability
        /// What it does to continuity.
        case continuity
        /// What it does to information security.
        case security
        /// What it does to capacity.
        case capacity
        /// Other changes and releases in its way.
        case conflict
    }

    /// Who has a record.
    public struct Assignment: Codable, Sendable, Equatable {
        /// The support group.
        public var group: UnitId
        /// The person, once one is named.
        public var person: PersonId?

        public init(group: UnitId, person: PersonId? = nil) {
            self.group = group
            self.person = person
        }
    }

    /// A file that the host keeps; the library keeps its name and hash.
    public struct Attachment: Codable, Sendable, Equatable {
        /// SHA-256 of the content.
        public var hash: Digest
        /// Where the host finds it.
        public var reference: String

        public init(hash: Digest, reference: String) {
            self.hash = hash
            self.reference = reference
        }
    }

    /// What the host's own authorisation said.
    public struct AuthorisationDocument: Codable, Sendable, Equatable {
        /// Whether it allowed the command.
        public var allowed: Bool
        /// Under which version of its policy.
        public var policyVersion: String

        public init(allowed: Bool, policyVersion: String) {
            self.allowed = allowed
            self.policyVersion = policyVersion
        }

        private enum CodingKeys: String, CodingKey {
            case allowed
            case policyVersion = "policy_version"
        }
    }

    /// How likely a service is up, and which components that hangs on.
    public struct Availability: Codable, Sendable, Equatable {
        /// Which service, or other item.
        public var service: CiId
        /// How likely it is not down.
        public var available: Probability
        /// The same in parts per billion, to the nearest.
        public var availablePpb: Int
        /// Whether `available` is exact to its last digit; otherwise it is off by less than components * 10^-71.
        public var isExact: Bool
        /// The components that matter, the most important first, then by id.
        public var contributions: [Contribution]
        /// Steps taken.
        public var steps: Int

        public init(
            service: CiId,
            available: Probability,
            availablePpb: Int,
            isExact: Bool,
            contributions: [Contribution],
            steps: Int
        ) {
            self.service = service
            self.available = available
            self.availablePpb = availablePpb
            self.isExact = isExact
            self.contributions = contributions
            self.steps = steps
        }

        private enum CodingKeys: String, CodingKey {
            case service, available, contributions, steps
            case availablePpb = "available_ppb"
            case isExact = "is_exact"
        }
    }

    /// A vote of several persons on one content. 审批表决
    public struct Ballot: Codable, Sendable, Equatable {
        public var subject: Digest
        public var rule: ApprovalRule
        /// Sorted by person, each once.
        public var voters: [Voter]
        public var excluded: [Excluded]
        public var delegations: [Delegation]
        public var votes: [Vote]
        public var waived: [WaiverUse]
        public var openedAt: Date
        public var outcome: BallotOutcome
        public var validUntil: Date?

        public init(
            subject: Digest,
            rule: ApprovalRule,
            voters: [Voter],
            openedAt: Date,
            outcome: BallotOutcome,
            excluded: [Excluded] = [],
            delegations: [Delegation] = [],
            votes: [Vote] = [],
            waived: [WaiverUse] = [],
            validUntil: Date? = nil
        ) {
            self.subject = subject
            self.rule = rule
            self.voters = voters
            self.excluded = excluded
            self.delegations = delegations
            self.votes = votes
            self.waived = waived
            self.openedAt = openedAt
            self.outcome = outcome
            self.validUntil = validUntil
        }

        private enum CodingKeys: String, CodingKey {
            case subject, rule, voters, excluded, delegations, votes, waived, outcome
            case openedAt = "opened_at"
            case validUntil = "valid_until"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            subject = try fields.decode(Digest.self, forKey: .subject)
            rule = try fields.decode(ApprovalRule.self, forKey: .rule)
            voters = try fields.decode([Voter].self, forKey: .voters)
            excluded = try fields.decodeIfPresent([Excluded].self, forKey: .excluded) ?? []
            delegations = try fields.decodeIfPresent([Delegation].self, forKey: .delegations) ?? []
            votes = try fields.decodeIfPresent([Vote].self, forKey: .votes) ?? []
            waived = try fields.decodeIfPresent([WaiverUse].self, forKey: .waived) ?? []
            openedAt = try fields.decode(Date.self, forKey: .openedAt)
            outcome = try fields.decode(BallotOutcome.self, forKey: .outcome)
            validUntil = try fields.decodeIfPresent(Date.self, forKey: .validUntil)
        }
    }

    /// What a ballot opens with.
    public struct BallotOpening: Codable, Sendable, Equatable {
        /// The hash of the content voted on.
        public var subject: Digest
        /// The rule.
        public var rule: ApprovalRule
        /// The voters. Who stands here in two roles votes once, with both.
        public var voters: [Voter]
        /// Who may not approve, and why. A voter named here still counts among the voters: leave out whom no waiver will admit.
        public var excluded: [Excluded]

        public init(subject: Digest, rule: ApprovalRule, voters: [Voter], excluded: [Excluded] = []) {
            self.subject = subject
            self.rule = rule
            self.voters = voters
            self.excluded = excluded
        }

        private enum CodingKeys: String, CodingKey {
            case subject, rule, voters, excluded
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            subject = try fields.decode(Digest.self, forKey: .subject)
            rule = try fields.decode(ApprovalRule.self, forKey: .rule)
            voters = try fields.decode([Voter].self, forKey: .voters)
            excluded = try fields.decodeIfPresent([Excluded].self, forKey: .excluded) ?? []
        }
    }

    /// Where a ballot stands. Anything but waiting is final.
    public enum BallotOutcome: Codable, Sendable, Equatable {
        /// Open.
        case waiting
        /// Accepted; `at` is when the latest of the votes was given.
        case accepted(at: Date)
        /// Refused: vetoed, or acceptance is out of reach.
        case refused(at: Date)
        /// Returned for rework.
        case returned(at: Date)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .waiting: "waiting"
            case .accepted: "accepted"
            case .refused: "refused"
            case .returned: "returned"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, at
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "waiting":
                self = .waiting
            case "accepted":
                self = .accepted(at: try fields.decode(Date.self, forKey: .at))
            case "refused":
                self = .refused(at: try fields.decode(Date.self, forKey: .at))
            case "returned":
                self = .returned(at: try fields.decode(Date.self, forKey: .at))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .accepted(at):
                try fields.encode(at, forKey: .at)
            case let .refused(at):
                try fields.encode(at, forKey: .at)
            case let .returned(at):
                try fields.encode(at, forKey: .at)
            default: break
            }
        }
    }

    /// What a priority rests on.
    public enum Basis: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The cell of the matrix.
        case cell
        /// The cell is empty; the mean of both levels, a half rounded up.
        case mean
        /// A person set it over the matrix.
        case override
    }

    /// More than the target was used up.
    public struct Breached: Codable, Sendable, Equatable {
        /// Which clock.
        public var metric: Metric
        /// When: the second after the last one that met the target, or the decision that made it late.
        public var at: Date
        /// When it had been due.
        public var dueAt: Date?

        public init(metric: Metric, at: Date, dueAt: Date? = nil) {
            self.metric = metric
            self.at = at
            self.dueAt = dueAt
        }

        private enum CodingKeys: String, CodingKey {
            case metric, at
            case dueAt = "due_at"
        }
    }

    /// A vote that counts: the event that `Ballot.decide_vote` yields and `Ballot.apply` folds in.
    public struct Cast: Codable, Sendable, Equatable {
        /// The vote.
        public var vote: Vote
        /// Where the ballot stands with it.
        public var outcome: BallotOutcome
        /// The last instant at which the acceptance holds, where accepted and limited.
        public var validUntil: Date?
        /// The waivers without which the vote would have been refused; every use is counted (spec 3.0.7).
        public var waived: [WaiverUse]

        public init(vote: Vote, outcome: BallotOutcome, validUntil: Date? = nil, waived: [WaiverUse] = []) {
            self.vote = vote
            self.outcome = outcome
            self.validUntil = validUntil
            self.waived = waived
        }

        private enum CodingKeys: String, CodingKey {
            case vote, outcome, waived
            case validUntil = "valid_until"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            vote = try fields.decode(Vote.self, forKey: .vote)
            outcome = try fields.decode(BallotOutcome.self, forKey: .outcome)
            validUntil = try fields.decodeIfPresent(Date.self, forKey: .validUntil)
            waived = try fields.decodeIfPresent([WaiverUse].self, forKey: .waived) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(vote, forKey: .vote)
            try fields.encode(outcome, forKey: .outcome)
            try fields.encodeIfPresent(validUntil, forKey: .validUntil)
            if !waived.isEmpty { try fields.encode(waived, forKey: .waived) }
        }
    }

    /// Where a cell stands and for which levels.
    public struct CellAt: Codable, Sendable, Equatable {
        /// Index of the row in `cells`.
        public var row: Int
        /// Index of the column in the row.
        public var column: Int
        /// The impact level of the row.
        public var impact: Int
        /// The urgency level of the column.
        public var urgency: Int

        public init(row: Int, column: Int, impact: Int, urgency: Int) {
            self.row = row
            self.column = column
            self.impact = impact
            self.urgency = urgency
        }
    }

    /// The categories of change: each has its own authority.
    public enum ChangeCategory: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Approved beforehand, by its model.
        case standard
        /// Little risk.
        case minor
        /// For the change advisory board.
        case significant
        /// For top management or the customer, under a service plan.
        case major
        /// Implemented first and documented afterwards, because waiting would cost more.
        case emergency
    }

    /// What a checkpoint says. Nobody has checked who signed it.
    public struct CheckpointAnswer: Codable, Sendable, Equatable {
        /// Whose log it is.
        public var origin: String
        /// Its size and root, as `verify_inclusion` and `verify_consistency` take it.
        public var head: TreeHead
        /// Lines of the host's own.
        public var extensions: [String]

        public init(origin: String, head: TreeHead, extensions: [String]) {
            self.origin = origin
            self.head = head
            self.extensions = extensions
        }
    }

    /// One clock of a ticket.
    public struct Clock: Codable, Sendable, Equatable {
        /// What it measures.
        public var metric: Metric
        /// The cycle, counted from 1.
        public var cycle: Int
        /// Where it stands.
        public var phase: ClockPhase
        /// The original start of the cycle.
        public var startedAt: Date
        /// What it counts under.
        public var terms: ClockTerms
        /// The target in seconds of the measure, from the original start.
        public var targetSeconds: Int
        /// Seconds used up to `since`; while it does not run, all of them.
        public var consumedSeconds: Int
        /// The part of `consumed_s` that a policy carried over without a segment.
        public var carriedSeconds: Int
        /// The stretches that are over, in order.
        public var segments: [Segment]
        /// The pauses of this cycle that are over, in order.
        public var pauses: [PastPause]
        /// While it runs: since when.
        public var since: Date?
        /// While it is paused: why and since when.
        public var paused: Pause?
        /// The earliest instant at which the target is used up if it runs on. While paused open, unless it lies in what is
        /// counted already; kept when stopped.
        public var dueAt: Date?
        /// The latest instant at which no more than the target is used up if it runs on.
        public var breachesAt: Date?
        /// When the breach of this cycle was recorded. Never cleared within the cycle.
        public var breachedAt: Date?
        /// Why the breach of this cycle is excused. A result of the cycle keeps it when the next one begins.
        public var excused: Excuse?
        /// Levels to come, by instant.
        public var armed: [LevelAt]
        /// Levels reached in this cycle.
        public var fired: [LevelAt]
        /// What the stops left behind.
        public var results: [CycleResult]
        /// Why the due time is absent though the clock runs.
        public var note: ClockNote?
        /// The instant of the last mark; no operation lies before it.
        public var asOf: Date

        public init(
            metric: Metric,
            cycle: Int,
            phase: ClockPhase,
            startedAt: Date,
            terms: ClockTerms,
            targetSeconds: Int,
            consumedSeconds: Int,
            asOf: Date,
            carriedSeconds: Int = 0,
            segments: [Segment] = [],
            pauses: [PastPause] = [],
            since: Date? = nil,
            paused: Pause? = nil,
            dueAt: Date? = nil,
            breachesAt: Date? = nil,
            breachedAt: Date? = nil,
            excused: Excuse? = nil,
            armed: [LevelAt] = [],
            fired: [LevelAt] = [],
            results: [CycleResult] = [],
            note: ClockNote? = nil
        ) {
            self.metric = metric
            self.cycle = cycle
            self.phase = phase
            self.startedAt = startedAt
            self.terms = terms
            self.targetSeconds = targetSeconds
            self.consumedSeconds = consumedSeconds
            self.carriedSeconds = carriedSeconds
            self.segments = segments
            self.pauses = pauses
            self.since = since
            self.paused = paused
            self.dueAt = dueAt
            self.breachesAt = breachesAt
            self.breachedAt = breachedAt
            self.excused = excused
            self.armed = armed
            self.fired = fired
            self.results = results
            self.note = note
            self.asOf = asOf
        }

        private enum CodingKeys: String, CodingKey {
            case metric, cycle, phase, terms, segments, pauses, since, paused, excused, armed, fired, results, note
            case startedAt = "started_at"
            case targetSeconds = "target_s"
            case consumedSeconds = "consumed_s"
            case carriedSeconds = "carried_s"
            case dueAt = "due_at"
            case breachesAt = "breaches_at"
            case breachedAt = "breached_at"
            case asOf = "as_of"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            metric = try fields.decode(Metric.self, forKey: .metric)
            cycle = try fields.decode(Int.self, forKey: .cycle)
            phase = try fields.decode(ClockPhase.self, forKey: .phase)
            startedAt = try fields.decode(Date.self, forKey: .startedAt)
            terms = try fields.decode(ClockTerms.self, forKey: .terms)
            targetSeconds = try fields.decode(Int.self, forKey: .targetSeconds)
            consumedSeconds = try fields.decode(Int.self, forKey: .consumedSeconds)
            carriedSeconds = try fields.decodeIfPresent(Int.self, forKey: .carriedSeconds) ?? 0
            segments = try fields.decodeIfPresent([Segment].self, forKey: .segments) ?? []
            pauses = try fields.decodeIfPresent([PastPause].self, forKey: .pauses) ?? []
            since = try fields.decodeIfPresent(Date.self, forKey: .since)
            paused = try fields.decodeIfPresent(Pause.self, forKey: .paused)
            dueAt = try fields.decodeIfPresent(Date.self, forKey: .dueAt)
            breachesAt = try fields.decodeIfPresent(Date.self, forKey: .breachesAt)
            breachedAt = try fields.decodeIfPresent(Date.self, forKey: .breachedAt)
            excused = try fields.decodeIfPresent(Excuse.self, forKey: .excused)
            armed = try fields.decodeIfPresent([LevelAt].self, forKey: .armed) ?? []
            fired = try fields.decodeIfPresent([LevelAt].self, forKey: .fired) ?? []
            results = try fields.decodeIfPresent([CycleResult].self, forKey: .results) ?? []
            note = try fields.decodeIfPresent(ClockNote.self, forKey: .note)
            asOf = try fields.decode(Date.self, forKey: .asOf)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(metric, forKey: .metric)
            try fields.encode(cycle, forKey: .cycle)
            try fields.encode(phase, forKey: .phase)
            try fields.encode(startedAt, forKey: .startedAt)
            try fields.encode(terms, forKey: .terms)
            try fields.encode(targetSeconds, forKey: .targetSeconds)
            try fields.encode(consumedSeconds, forKey: .consumedSeconds)
            if carriedSeconds != 0 { try fields.encode(carriedSeconds, forKey: .carriedSeconds) }
            if !segments.isEmpty { try fields.encode(segments, forKey: .segments) }
            if !pauses.isEmpty { try fields.encode(pauses, forKey: .pauses) }
            try fields.encodeIfPresent(since, forKey: .since)
            try fields.encodeIfPresent(paused, forKey: .paused)
            try fields.encodeIfPresent(dueAt, forKey: .dueAt)
            try fields.encodeIfPresent(breachesAt, forKey: .breachesAt)
            try fields.encodeIfPresent(breachedAt, forKey: .breachedAt)
            try fields.encodeIfPresent(excused, forKey: .excused)
            if !armed.isEmpty { try fields.encode(armed, forKey: .armed) }
            if !fired.isEmpty { try fields.encode(fired, forKey: .fired) }
            if !results.isEmpty { try fields.encode(results, forKey: .results) }
            try fields.encodeIfPresent(note, forKey: .note)
            try fields.encode(asOf, forKey: .asOf)
        }
    }

    /// One thing that happened to a clock.
    public enum ClockMark: Codable, Sendable, Equatable {
        /// An operation: where the clock stands after it.
        case set(mark: ClockSet)
        /// A level was reached.
        case levelReached(mark: LevelReached)
        /// More than the target was used up.
        case breached(mark: Breached)
        /// A recorded breach was excused.
        case excused(mark: Excused)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .set: "set"
            case .levelReached: "level_reached"
            case .breached: "breached"
            case .excused: "excused"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, mark
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "set":
                self = .set(mark: try fields.decode(ClockSet.self, forKey: .mark))
            case "level_reached":
                self = .levelReached(mark: try fields.decode(LevelReached.self, forKey: .mark))
            case "breached":
                self = .breached(mark: try fields.decode(Breached.self, forKey: .mark))
            case "excused":
                self = .excused(mark: try fields.decode(Excused.self, forKey: .mark))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .set(mark):
                try fields.encode(mark, forKey: .mark)
            case let .levelReached(mark):
                try fields.encode(mark, forKey: .mark)
            case let .breached(mark):
                try fields.encode(mark, forKey: .mark)
            case let .excused(mark):
                try fields.encode(mark, forKey: .mark)
            }
        }
    }

    /// One thing that happened to a clock.
    public enum ClockMarkedBody: Codable, Sendable, Equatable {
        /// An operation: where the clock stands after it.
        case set(mark: ClockSet)
        /// A level was reached.
        case levelReached(mark: LevelReached)
        /// More than the target was used up.
        case breached(mark: Breached)
        /// A recorded breach was excused.
        case excused(mark: Excused)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .set: "set"
            case .levelReached: "level_reached"
            case .breached: "breached"
            case .excused: "excused"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, mark
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "set":
                self = .set(mark: try fields.decode(ClockSet.self, forKey: .mark))
            case "level_reached":
                self = .levelReached(mark: try fields.decode(LevelReached.self, forKey: .mark))
            case "breached":
                self = .breached(mark: try fields.decode(Breached.self, forKey: .mark))
            case "excused":
                self = .excused(mark: try fields.decode(Excused.self, forKey: .mark))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .set(mark):
                try fields.encode(mark, forKey: .mark)
            case let .levelReached(mark):
                try fields.encode(mark, forKey: .mark)
            case let .breached(mark):
                try fields.encode(mark, forKey: .mark)
            case let .excused(mark):
                try fields.encode(mark, forKey: .mark)
            }
        }
    }

    /// Why a due time is absent.
    public enum ClockNote: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The target cannot be used up between 1970 and 2200.
        case slaNeverDue = "sla.never_due"
    }

    /// Where a clock stands. Whether it is breached is a second question (DECISIONS 13).
    public enum ClockPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Counting has not begun.
        case notStarted = "not_started"
        /// Counting.
        case running
        /// Not counting, for a reason that the agreement lists.
        case paused
        /// The act it waits for has happened.
        case stopped
        /// It counts for nothing any more.
        case cancelled
    }

    /// A clock at an instant.
    public struct ClockReading: Codable, Sendable, Equatable {
        /// What it measures.
        public var metric: Metric
        /// The instant it was read at.
        public var at: Date
        /// Where it stands.
        public var phase: ClockPhase
        /// The cycle, counted from 1.
        public var cycle: Int
        /// The original start of the cycle.
        public var startedAt: Date
        /// The target in seconds of the measure.
        public var targetSeconds: Int
        /// Seconds of the measure used up.
        public var consumedSeconds: Int
        /// Seconds of the measure left; negative when the target is overrun.
        public var remainingSeconds: Int
        /// The used share of the target in basis points, rounded down; none for a target of 0.
        public var percentBp: Int?
        /// The earliest instant at which the target is used up; open while paused.
        public var dueAt: Date?
        /// The latest instant that still meets the target.
        public var breachesAt: Date?
        /// Whether a breach is recorded or due to be.
        public var breached: Bool
        /// When it was breached.
        public var breachedAt: Date?
        /// Why the breach is excused.
        public var excused: Excuse?
        /// Seconds of the measure used beyond the target.
        public var overrunWorkingSeconds: Int
        /// Elapsed seconds of running time after the due instant.
        public var overrunElapsedSeconds: Int
        /// The level to be reached next.
        public var nextLevel: LevelAt?
        /// The version of the agreement.
        public var agreement: PolicyRef
        /// The clause.
        public var clause: ClauseId
        /// The version of its calendar.
        public var calendar: PolicyRef?
        /// The version of the time zone data.
        public var tzdb: String
        /// Why a running clock has no due time.
        public var note: ClockNote?
        /// Dates for which the calendar does not vouch.
        public var warnings: [CoverageWarning]

        public init(
            metric: Metric,
            at: Date,
            phase: ClockPhase,
            cycle: Int,
            startedAt: Date,
            targetSeconds: Int,
            consumedSeconds: Int,
            remainingSeconds: Int,
            breached: Bool,
            overrunWorkingSeconds: Int,
            overrunElapsedSeconds: Int,
            agreement: PolicyRef,
            clause: ClauseId,
            tzdb: String,
            warnings: [CoverageWarning],
            percentBp: Int? = nil,
            dueAt: Date? = nil,
            breachesAt: Date? = nil,
            breachedAt: Date? = nil,
            excused: Excuse? = nil,
            nextLevel: LevelAt? = nil,
            calendar: PolicyRef? = nil,
            note: ClockNote? = nil
        ) {
            self.metric = metric
            self.at = at
            self.phase = phase
            self.cycle = cycle
            self.startedAt = startedAt
            self.targetSeconds = targetSeconds
            self.consumedSeconds = consumedSeconds
            self.remainingSeconds = remainingSeconds
            self.percentBp = percentBp
            self.dueAt = dueAt
            self.breachesAt = breachesAt
            self.breached = breached
            self.breachedAt = breachedAt
            self.excused = excused
            self.overrunWorkingSeconds = overrunWorkingSeconds
            self.overrunElapsedSeconds = overrunElapsedSeconds
            self.nextLevel = nextLevel
            self.agreement = agreement
            self.clause = clause
            self.calendar = calendar
            self.tzdb = tzdb
            self.note = note
            self.warnings = warnings
        }

        private enum CodingKeys: String, CodingKey {
            case metric, at, phase, cycle, breached, excused, agreement, clause, calendar, tzdb, note, warnings
            case startedAt = "started_at"
            case targetSeconds = "target_s"
            case consumedSeconds = "consumed_s"
            case remainingSeconds = "remaining_s"
            case percentBp = "percent_bp"
            case dueAt = "due_at"
            case breachesAt = "breaches_at"
            case breachedAt = "breached_at"
            case overrunWorkingSeconds = "overrun_working_s"
            case overrunElapsedSeconds = "overrun_elapsed_s"
            case nextLevel = "next_level"
        }
    }

    /// Where a clock stands after an operation.
    public struct ClockSet: Codable, Sendable, Equatable {
        /// Which clock.
        public var metric: Metric
        /// Which operation.
        public var cause: MarkCause
        /// When.
        public var at: Date
        /// Where it stands.
        public var phase: ClockPhase
        /// The cycle, counted from 1.
        public var cycle: Int
        /// The original start of the cycle.
        public var startedAt: Date
        /// The target in seconds of the measure, from the original start.
        public var targetSeconds: Int
        /// Seconds used up to `since`; while it does not run, all of them.
        public var consumedSeconds: Int
        /// The part of `consumed_s` that a policy carried over without a segment.
        public var carriedSeconds: Int
        /// While it runs: since when.
        public var since: Date?
        /// While it is paused: why and since when.
        public var paused: Pause?
        /// The earliest instant at which the target is used up if it runs on. While paused open, unless it lies in what is
        /// counted already; kept when stopped.
        public var dueAt: Date?
        /// The latest instant at which no more than the target is used up if it runs on.
        public var breachesAt: Date?
        /// Levels to come, by instant.
        public var armed: [LevelAt]
        /// The stretch of running time that this operation ended, counted under the terms before it.
        public var closed: Segment?
        /// All segments, where the operation replaced them.
        public var segments: [Segment]?
        /// What it counts under, where that changed.
        public var terms: ClockTerms?
        /// What a stop left behind.
        public var result: CycleResult?
        /// Why a running clock has no due time.
        public var note: ClockNote?
        /// Why its past was measured again.
        public var reason: Code?

        public init(
            metric: Metric,
            cause: MarkCause,
            at: Date,
            phase: ClockPhase,
            cycle: Int,
            startedAt: Date,
            targetSeconds: Int,
            consumedSeconds: Int,
            carriedSeconds: Int = 0,
            since: Date? = nil,
            paused: Pause? = nil,
            dueAt: Date? = nil,
            breachesAt: Date? = nil,
            armed: [LevelAt] = [],
            closed: Segment? = nil,
            segments: [Segment]? = nil,
            terms: ClockTerms? = nil,
            result: CycleResult? = nil,
            note: ClockNote? = nil,
            reason: Code? = nil
        ) {
            self.metric = metric
            self.cause = cause
            self.at = at
            self.phase = phase
            self.cycle = cycle
            self.startedAt = startedAt
            self.targetSeconds = targetSeconds
            self.consumedSeconds = consumedSeconds
            self.carriedSeconds = carriedSeconds
            self.since = since
            self.paused = paused
            self.dueAt = dueAt
            self.breachesAt = breachesAt
            self.armed = armed
            self.closed = closed
            self.segments = segments
            self.terms = terms
            self.result = result
            self.note = note
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case metric, cause, at, phase, cycle, since, paused, armed, closed, segments, terms, result, note, reason
            case startedAt = "started_at"
            case targetSeconds = "target_s"
            case consumedSeconds = "consumed_s"
            case carriedSeconds = "carried_s"
            case dueAt = "due_at"
            case breachesAt = "breaches_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            metric = try fields.decode(Metric.self, forKey: .metric)
            cause = try fields.decode(MarkCause.self, forKey: .cause)
            at = try fields.decode(Date.self, forKey: .at)
            phase = try fields.decode(ClockPhase.self, forKey: .phase)
            cycle = try fields.decode(Int.self, forKey: .cycle)
            startedAt = try fields.decode(Date.self, forKey: .startedAt)
            targetSeconds = try fields.decode(Int.self, forKey: .targetSeconds)
            consumedSeconds = try fields.decode(Int.self, forKey: .consumedSeconds)
            carriedSeconds = try fields.decodeIfPresent(Int.self, forKey: .carriedSeconds) ?? 0
            since = try fields.decodeIfPresent(Date.self, forKey: .since)
            paused = try fields.decodeIfPresent(Pause.self, forKey: .paused)
            dueAt = try fields.decodeIfPresent(Date.self, forKey: .dueAt)
            breachesAt = try fields.decodeIfPresent(Date.self, forKey: .breachesAt)
            armed = try fields.decodeIfPresent([LevelAt].self, forKey: .armed) ?? []
            closed = try fields.decodeIfPresent(Segment.self, forKey: .closed)
            segments = try fields.decodeIfPresent([Segment].self, forKey: .segments)
            terms = try fields.decodeIfPresent(ClockTerms.self, forKey: .terms)
            result = try fields.decodeIfPresent(CycleResult.self, forKey: .result)
            note = try fields.decodeIfPresent(ClockNote.self, forKey: .note)
            reason = try fields.decodeIfPresent(Code.self, forKey: .reason)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(metric, forKey: .metric)
            try fields.encode(cause, forKey: .cause)
            try fields.encode(at, forKey: .at)
            try fields.encode(phase, forKey: .phase)
            try fields.encode(cycle, forKey: .cycle)
            try fields.encode(startedAt, forKey: .startedAt)
            try fields.encode(targetSeconds, forKey: .targetSeconds)
            try fields.encode(consumedSeconds, forKey: .consumedSeconds)
            if carriedSeconds != 0 { try fields.encode(carriedSeconds, forKey: .carriedSeconds) }
            try fields.encodeIfPresent(since, forKey: .since)
            try fields.encodeIfPresent(paused, forKey: .paused)
            try fields.encodeIfPresent(dueAt, forKey: .dueAt)
            try fields.encodeIfPresent(breachesAt, forKey: .breachesAt)
            if !armed.isEmpty { try fields.encode(armed, forKey: .armed) }
            try fields.encodeIfPresent(closed, forKey: .closed)
            try fields.encodeIfPresent(segments, forKey: .segments)
            try fields.encodeIfPresent(terms, forKey: .terms)
            try fields.encodeIfPresent(result, forKey: .result)
            try fields.encodeIfPresent(note, forKey: .note)
            try fields.encodeIfPresent(reason, forKey: .reason)
        }
    }

    /// The versions a clock counts under.
    public struct ClockTerms: Codable, Sendable, Equatable {
        /// The version of the agreement.
        public var agreement: PolicyRef
        /// The clause in it.
        public var clause: ClauseId
        /// Its target.
        public var target: Target
        /// The version of its calendar; none for elapsed time.
        public var calendar: PolicyRef?
        /// The version of the time zone data; empty for elapsed time.
        public var tzdb: String

        public init(
            agreement: PolicyRef,
            clause: ClauseId,
            target: Target,
            calendar: PolicyRef? = nil,
            tzdb: String = ""
        ) {
            self.agreement = agreement
            self.clause = clause
            self.target = target
            self.calendar = calendar
            self.tzdb = tzdb
        }

        private enum CodingKeys: String, CodingKey {
            case agreement, clause, target, calendar, tzdb
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            agreement = try fields.decode(PolicyRef.self, forKey: .agreement)
            clause = try fields.decode(ClauseId.self, forKey: .clause)
            target = try fields.decode(Target.self, forKey: .target)
            calendar = try fields.decodeIfPresent(PolicyRef.self, forKey: .calendar)
            tzdb = try fields.decodeIfPresent(String.self, forKey: .tzdb) ?? ""
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(agreement, forKey: .agreement)
            try fields.encode(clause, forKey: .clause)
            try fields.encode(target, forKey: .target)
            try fields.encodeIfPresent(calendar, forKey: .calendar)
            if !tzdb.isEmpty { try fields.encode(tzdb, forKey: .tzdb) }
        }
    }

    /// The clocks of a ticket, and what brought them there.
    public struct ClocksAnswer: Codable, Sendable, Equatable {
        /// The clocks as they stand: what a host stores.
        public var clocks: [Clock]
        /// What happened to them, by instant.
        public var marks: [ClockMark]
        /// The entries of a history that were recorded late.
        public var late: [LateEntry]
        /// When something happens by itself next.
        public var nextDue: Date?

        public init(clocks: [Clock], marks: [ClockMark], late: [LateEntry] = [], nextDue: Date? = nil) {
            self.clocks = clocks
            self.marks = marks
            self.late = late
            self.nextDue = nextDue
        }

        private enum CodingKeys: String, CodingKey {
            case clocks, marks, late
            case nextDue = "next_due"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            clocks = try fields.decode([Clock].self, forKey: .clocks)
            marks = try fields.decode([ClockMark].self, forKey: .marks)
            late = try fields.decodeIfPresent([LateEntry].self, forKey: .late) ?? []
            nextDue = try fields.decodeIfPresent(Date.self, forKey: .nextDue)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(clocks, forKey: .clocks)
            try fields.encode(marks, forKey: .marks)
            if !late.isEmpty { try fields.encode(late, forKey: .late) }
            try fields.encodeIfPresent(nextDue, forKey: .nextDue)
        }
    }

    /// A register of configuration items as it is written down.
    ///
    /// Which way a failure travels, and how hard it hits, stands with the kind of a relation; how many providers an item can lose
    /// stands in the gates of the item.
    public struct CmdbDocument: Codable, Sendable, Equatable {
        /// The kinds that relations name.
        public var kinds: [String: RelationKind]
        /// Items of these types are services.
        public var serviceTypes: [Code]
        /// The items, each id once.
        public var items: [Item]
        /// The relations; both ends must be among the items.
        public var relations: [Relation]

        public init(
            kinds: [String: RelationKind] = [:],
            serviceTypes: [Code] = [],
            items: [Item] = [],
            relations: [Relation] = []
        ) {
            self.kinds = kinds
            self.serviceTypes = serviceTypes
            self.items = items
            self.relations = relations
        }

        private enum CodingKeys: String, CodingKey {
            case kinds, items, relations
            case serviceTypes = "service_types"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            kinds = try fields.decodeIfPresent([String: RelationKind].self, forKey: .kinds) ?? [:]
            serviceTypes = try fields.decodeIfPresent([Code].self, forKey: .serviceTypes) ?? []
            items = try fields.decodeIfPresent([Item].self, forKey: .items) ?? []
            relations = try fields.decodeIfPresent([Relation].self, forKey: .relations) ?? []
        }
    }

    /// Overlays that do not harm a service as long as any one of them is missing.
    public struct Collision: Codable, Sendable, Equatable {
        /// The service.
        public var service: CiId
        /// The state that they bring it to, at least.
        public var state: ItemState
        /// Two overlays or more.
        public var overlays: [RecordId]
        /// From when all of them run.
        public var from: Date
        /// The first instant at which one of them does not.
        public var until: Date

        public init(service: CiId, state: ItemState, overlays: [RecordId], from: Date, until: Date) {
            self.service = service
            self.state = state
            self.overlays = overlays
            self.from = from
            self.until = until
        }
    }

    /// Who may see a record.
    public enum Confidentiality: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Everybody at the provider and the customer concerned.
        case open
        /// The provider's staff.
        case `internal`
        /// Those who need to know, such as for security incidents.
        case restricted
    }

    /// That a tree begins with an older one: RFC 9162, section 2.1.4.
    public struct ConsistencyProof: Codable, Sendable, Equatable {
        /// How many entries the older tree has.
        public var from: Int
        /// How many the newer has.
        public var to: Int
        /// The hashes from which both roots follow, the lowest first; none where both trees are one.
        public var path: [Digest]

        public init(from: Int, to: Int, path: [Digest]) {
            self.from = from
            self.to = to
            self.path = path
        }
    }

    /// Everything that a decision reads besides the record and the command.
    public struct ContextDocument: Codable, Sendable, Equatable {
        /// The present instant.
        public var now: Date
        /// Who acts.
        public var actor: Actor
        /// For whom.
        public var onBehalfOf: PersonId?
        /// The tenant, where the host serves several.
        public var tenant: TenantId?
        /// The command's id; the same id twice is the same command.
        public var commandId: CommandId?
        /// 32 random bytes of the host as 64 hexadecimal digits, for the salts of personal values.
        public var entropy: Digest?
        /// What the host's own authorisation said.
        public var authorisation: AuthorisationDocument?
        /// Waivers of separation of duties, for decisions beside the host's own tables.
        public var waivers: [Waiver]
        /// What is known of other records.
        public var facts: [Fact]

        public init(
            now: Date,
            actor: Actor,
            onBehalfOf: PersonId? = nil,
            tenant: TenantId? = nil,
            commandId: CommandId? = nil,
            entropy: Digest? = nil,
            authorisation: AuthorisationDocument? = nil,
            waivers: [Waiver] = [],
            facts: [Fact] = []
        ) {
            self.now = now
            self.actor = actor
            self.onBehalfOf = onBehalfOf
            self.tenant = tenant
            self.commandId = commandId
            self.entropy = entropy
            self.authorisation = authorisation
            self.waivers = waivers
            self.facts = facts
        }

        private enum CodingKeys: String, CodingKey {
            case now, actor, tenant, entropy, authorisation, waivers, facts
            case onBehalfOf = "on_behalf_of"
            case commandId = "command_id"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            now = try fields.decode(Date.self, forKey: .now)
            actor = try fields.decode(Actor.self, forKey: .actor)
            onBehalfOf = try fields.decodeIfPresent(PersonId.self, forKey: .onBehalfOf)
            tenant = try fields.decodeIfPresent(TenantId.self, forKey: .tenant)
            commandId = try fields.decodeIfPresent(CommandId.self, forKey: .commandId)
            entropy = try fields.decodeIfPresent(Digest.self, forKey: .entropy)
            authorisation = try fields.decodeIfPresent(AuthorisationDocument.self, forKey: .authorisation)
            waivers = try fields.decodeIfPresent([Waiver].self, forKey: .waivers) ?? []
            facts = try fields.decodeIfPresent([Fact].self, forKey: .facts) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(now, forKey: .now)
            try fields.encode(actor, forKey: .actor)
            try fields.encodeIfPresent(onBehalfOf, forKey: .onBehalfOf)
            try fields.encodeIfPresent(tenant, forKey: .tenant)
            try fields.encodeIfPresent(commandId, forKey: .commandId)
            try fields.encodeIfPresent(entropy, forKey: .entropy)
            try fields.encodeIfPresent(authorisation, forKey: .authorisation)
            if !waivers.isEmpty { try fields.encode(waivers, forKey: .waivers) }
            if !facts.isEmpty { try fields.encode(facts, forKey: .facts) }
        }
    }

    /// What a component means for a service.
    public struct Contribution: Codable, Sendable, Equatable {
        /// The component.
        public var item: CiId
        /// How much likelier the service is up while the component is than while it is not (Birnbaum), in parts per billion.
        public var importancePpb: Int

        public init(item: CiId, importancePpb: Int) {
            self.item = item
            self.importancePpb = importancePpb
        }

        private enum CodingKeys: String, CodingKey {
            case item
            case importancePpb = "importance_ppb"
        }
    }

    /// The records behind a number: an id stands as often as it counts, so the number can be recounted.
    public struct Counted: Codable, Sendable, Equatable {
        /// How many.
        public var count: Int
        /// Which, by process (`incident`) and in order of their ids. Empty for a number that the host states, such as CIs in scope.
        public var ids: [String: [RecordId]]

        public init(count: Int, ids: [String: [RecordId]] = [:]) {
            self.count = count
            self.ids = ids
        }

        private enum CodingKeys: String, CodingKey {
            case count, ids
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            count = try fields.decode(Int.self, forKey: .count)
            ids = try fields.decodeIfPresent([String: [RecordId]].self, forKey: .ids) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(count, forKey: .count)
            if !ids.isEmpty { try fields.encode(ids, forKey: .ids) }
        }
    }

    /// A due time beyond the dates for which the holiday list is complete.
    ///
    /// The due time may move when the missing holidays are announced.
    public struct CoverageWarning: Codable, Sendable, Equatable {
        /// Local date of the due time.
        public var date: CalendarDate
        /// First date covered.
        public var coversFrom: CalendarDate
        /// Last date covered.
        public var coversUntil: CalendarDate

        public init(date: CalendarDate, coversFrom: CalendarDate, coversUntil: CalendarDate) {
            self.date = date
            self.coversFrom = coversFrom
            self.coversUntil = coversUntil
        }

        private enum CodingKeys: String, CodingKey {
            case date
            case coversFrom = "covers_from"
            case coversUntil = "covers_until"
        }
    }

    /// How far a search for cut sets goes.
    public struct CutSetSearch: Codable, Sendable, Equatable {
        /// The state that the item is to be in, or worse.
        public var state: ItemState
        /// The most items of a set.
        public var upTo: Int
        /// The most steps: items visited, and items that hold the service up.
        public var budget: Int

        public init(state: ItemState, upTo: Int, budget: Int) {
            self.state = state
            self.upTo = upTo
            self.budget = budget
        }

        private enum CodingKeys: String, CodingKey {
            case state, budget
            case upTo = "up_to"
        }
    }

    /// What a stop left behind.
    public struct CycleResult: Codable, Sendable, Equatable {
        /// Which cycle.
        public var cycle: Int
        /// The original start of the cycle.
        public var startedAt: Date
        /// When it was stopped.
        public var endedAt: Date
        /// Seconds of the measure used up to then.
        public var consumedSeconds: Int
        /// The target in seconds of the measure.
        public var targetSeconds: Int
        /// When the breach was recorded, if there was one.
        public var breachedAt: Date?
        /// Why the breach is excused.
        public var excused: Excuse?

        public init(
            cycle: Int,
            startedAt: Date,
            endedAt: Date,
            consumedSeconds: Int,
            targetSeconds: Int,
            breachedAt: Date? = nil,
            excused: Excuse? = nil
        ) {
            self.cycle = cycle
            self.startedAt = startedAt
            self.endedAt = endedAt
            self.consumedSeconds = consumedSeconds
            self.targetSeconds = targetSeconds
            self.breachedAt = breachedAt
            self.excused = excused
        }

        private enum CodingKeys: String, CodingKey {
            case cycle, excused
            case startedAt = "started_at"
            case endedAt = "ended_at"
            case consumedSeconds = "consumed_s"
            case targetSeconds = "target_s"
            case breachedAt = "breached_at"
        }
    }

    /// Where on the last working day the due time lies.
    public enum DayConvention: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// At the time of day of the start, moved into the hours of that day.
        case keepTime = "keep_time"
        /// At the last close of that day.
        case endOfDay = "end_of_day"
        /// At the first open of the working day after it.
        case startOfNext = "start_of_next"
    }

    /// What a command, or the passing of time, brings beside a host's own tables.
    public struct Decided: Codable, Sendable, Equatable {
        /// What happened, in order.
        public var events: [Event]
        /// The record after the last of them.
        public var record: Record

        public init(events: [Event], record: Record) {
            self.events = events
            self.record = record
        }
    }

    /// A voter lets another person vote for him. The last one recorded holds; the voter may still vote himself.
    public struct Delegation: Codable, Sendable, Equatable {
        /// The voter.
        public var from: PersonId
        /// His delegate.
        public var to: PersonId
        /// When it was recorded; it covers votes given from then on.
        public var at: Date

        public init(from: PersonId, to: PersonId, at: Date) {
            self.from = from
            self.to = to
            self.at = at
        }
    }

    /// By what a count is split.
    public enum Dimension: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The affected service.
        case service
        /// The category.
        case category
        /// The priority.
        case priority
        /// The age at the end of the period, in days.
        case age
    }

    /// Which way is better.
    public enum Direction: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// More is better.
        case up
        /// Less is better.
        case down
        /// It only informs.
        case informative
    }

    /// A stretch in which a service is not ok.
    public struct Disturbance: Codable, Sendable, Equatable {
        /// Its state all the while.
        public var state: ItemState
        /// Its first instant.
        public var from: Date
        /// The first instant after it.
        public var until: Date
        /// Overlays that suffice for it all the while, none of which can be spared; empty when it would be so without any.
        public var because: [RecordId]
        /// Whether planned overlays suffice for it; then `because` names no others.
        public var planned: Bool

        public init(state: ItemState, from: Date, until: Date, because: [RecordId], planned: Bool) {
            self.state = state
            self.from = from
            self.until = until
            self.because = because
            self.planned = planned
        }
    }

    /// The pairs of duties that one person may not hold for the same subject (spec 3.0.7 and the guards of 3.30).
    public enum Duty: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Who writes a document does not approve it.
        case authorDocumentApprover = "author_document_approver"
        /// Who asks for a change does not approve it.
        case requesterChangeApprover = "requester_change_approver"
        /// Who implements a change does not approve it.
        case implementerChangeApprover = "implementer_change_approver"
        /// Who implements a change does not review it alone.
        case implementerSoleReviewer = "implementer_sole_reviewer"
        /// Who builds does not do the acceptance test.
        case builderTester = "builder_tester"
        /// Who builds does not approve the deployment.
        case builderDeploymentApprover = "builder_deployment_approver"
        /// Who tests does not approve the deployment.
        case testerDeploymentApprover = "tester_deployment_approver"
        /// Who plans a release does not agree to its plan for the parties (spec 3.0.5, T-REL-02).
        case plannerReleaseApprover = "planner_release_approver"
        /// Who deploys a release does not agree to its plan for the parties (spec 3.0.5, T-REL-02).
        case deployerReleaseApprover = "deployer_release_approver"
        /// Who keeps the baseline of a release does not deploy it (T-REL-08).
        case baselineKeeperDeployer = "baseline_keeper_deployer"
        /// Who resolves an incident does not confirm its closure.
        case resolverClosureConfirmer = "resolver_closure_confirmer"
        /// Who analyses a problem does not close it.
        case analystProblemCloser = "analyst_problem_closer"
        /// Who analyses a problem does not confirm its cause (T-PRB-04).
        case analystCauseConfirmer = "analyst_cause_confirmer"
        /// Who analyses a problem does not accept that its cause stays (T-PRB-06).
        case analystProblemAcceptor = "analyst_problem_acceptor"
        /// Who analyses a problem does not suspend it (T-PRB-11).
        case analystProblemSuspender = "analyst_problem_suspender"
        /// Who analyses a problem does not review how effective its resolution was.
        case analystProblemReviewer = "analyst_problem_reviewer"
        /// Who updates a configuration item does not audit it.
        case ciUpdaterAuditor = "ci_updater_auditor"
        /// An auditor audits neither his own unit nor his own acts.
        case auditorOwnUnit = "auditor_own_unit"
        /// Who owns an action does not verify that it was effective.
        case actionOwnerVerifier = "action_owner_verifier"
        /// Who prepares a budget does not approve it.
        case budgetPreparerApprover = "budget_preparer_approver"
        /// Who allocates costs does not approve the allocation.
        case costAllocatorApprover = "cost_allocator_approver"
        /// Who is complained about does not handle the complaint.
        case complaintHandlerSubject = "complaint_handler_subject"
        /// Who is rated does not analyse the survey. Recommended.
        case surveyAnalystRatedTeam = "survey_analyst_rated_team"
        /// Who evaluates a supplier does not approve its contract. Recommended.
        case supplierEvaluatorContractApprover = "supplier_evaluator_contract_approver"
        /// Who assesses a risk does not accept it.
        case riskAssessorAcceptor = "risk_assessor_acceptor"
        /// Who benefits from a service request does not approve it.
        case requestApproverBeneficiary = "request_approver_beneficiary"
        /// Who files a service request does not approve it (T-SRQ-03).
        case requestApproverRequester = "request_approver_requester"
        /// Who grants privileged access does not approve it (T-SRQ-05).
        case privilegedFulfillerApprover = "privileged_fulfiller_approver"
        /// Who leads a major incident is not its only resolver (T-MAJ-01).
        case majorIncidentManagerSoleResolver = "major_incident_manager_sole_resolver"
        /// Who resolves a major incident does not facilitate its review (T-MAJ-04).
        case reviewFacilitatorResolver = "review_facilitator_resolver"
        /// Who is assigned an incident does not cancel it as its manager (T-INC-11).
        case incidentManagerAssignee = "incident_manager_assignee"
        /// Who leads a major incident does not close it as incident manager (T-MAJ-05).
        case incidentManagerMajorIncidentManager = "incident_manager_major_incident_manager"
        /// Who answers for a change does not approve it (T-CHG-06).
        case ownerChangeApprover = "owner_change_approver"
        /// Who approved the model of a standard change does not ask for a change under it (T-CHG-17).
        case modelApproverRequester = "model_approver_requester"
        /// Who proposes the model of standard changes does not approve it.
        case modelProposerApprover = "model_proposer_approver"
        /// Who implements an emergency change does not review it (T-CHG-21).
        case implementerEmergencyReviewer = "implementer_emergency_reviewer"
    }

    /// What every record has (spec 3.0.3).
    public struct Envelope: Codable, Sendable, Equatable {
        /// Files of the host.
        public var attachments: [Attachment]
        /// Affected configuration items.
        public var cis: [CiId]
        /// Who may see it.
        public var confidentiality: Confidentiality
        /// When it was recorded.
        public var createdAt: Date
        /// By whom.
        public var createdBy: PersonId
        /// Its id, also its number.
        public var id: RecordId
        /// Whether it came in by bulk import, with its past as stated.
        public var imported: Bool
        /// Whether it was recorded later than the tolerance of the policy after it occurred.
        public var lateEntry: Bool
        /// Its links.
        public var links: [Link]
        /// The notices requested for it, in order of their numbers.
        public var notices: [Noticed]
        /// When it occurred.
        public var occurredAt: Date
        /// Who answers for it now.
        public var owner: PersonId?
        /// The class that says how long it is kept.
        public var retentionClass: String?
        /// Affected services.
        public var services: [ServiceId]
        /// The unit it belongs to.
        public var unit: UnitId?
        /// When the latest of its events happened.
        public var updatedAt: Date
        /// How many events it has had.
        public var version: Int

        public init(
            confidentiality: Confidentiality,
            createdAt: Date,
            createdBy: PersonId,
            id: RecordId,
            occurredAt: Date,
            updatedAt: Date,
            version: Int,
            attachments: [Attachment] = [],
            cis: [CiId] = [],
            imported: Bool = false,
            lateEntry: Bool = false,
            links: [Link] = [],
            notices: [Noticed] = [],
            owner: PersonId? = nil,
            retentionClass: String? = nil,
            services: [ServiceId] = [],
            unit: UnitId? = nil
        ) {
            self.attachments = attachments
            self.cis = cis
            self.confidentiality = confidentiality
            self.createdAt = createdAt
            self.createdBy = createdBy
            self.id = id
            self.imported = imported
            self.lateEntry = lateEntry
            self.links = links
            self.notices = notices
            self.occurredAt = occurredAt
            self.owner = owner
            self.retentionClass = retentionClass
            self.services = services
            self.unit = unit
            self.updatedAt = updatedAt
            self.version = version
        }

        private enum CodingKeys: String, CodingKey {
            case attachments, cis, confidentiality, id, imported, links, notices, owner, services, unit, version
            case createdAt = "created_at"
            case createdBy = "created_by"
            case lateEntry = "late_entry"
            case occurredAt = "occurred_at"
            case retentionClass = "retention_class"
            case updatedAt = "updated_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            attachments = try fields.decodeIfPresent([Attachment].self, forKey: .attachments) ?? []
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            confidentiality = try fields.decode(Confidentiality.self, forKey: .confidentiality)
            createdAt = try fields.decode(Date.self, forKey: .createdAt)
            createdBy = try fields.decode(PersonId.self, forKey: .createdBy)
            id = try fields.decode(RecordId.self, forKey: .id)
            imported = try fields.decodeIfPresent(Bool.self, forKey: .imported) ?? false
            lateEntry = try fields.decodeIfPresent(Bool.self, forKey: .lateEntry) ?? false
            links = try fields.decodeIfPresent([Link].self, forKey: .links) ?? []
            notices = try fields.decodeIfPresent([Noticed].self, forKey: .notices) ?? []
            occurredAt = try fields.decode(Date.self, forKey: .occurredAt)
            owner = try fields.decodeIfPresent(PersonId.self, forKey: .owner)
            retentionClass = try fields.decodeIfPresent(String.self, forKey: .retentionClass)
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            unit = try fields.decodeIfPresent(UnitId.self, forKey: .unit)
            updatedAt = try fields.decode(Date.self, forKey: .updatedAt)
            version = try fields.decode(Int.self, forKey: .version)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !attachments.isEmpty { try fields.encode(attachments, forKey: .attachments) }
            if !cis.isEmpty { try fields.encode(cis, forKey: .cis) }
            try fields.encode(confidentiality, forKey: .confidentiality)
            try fields.encode(createdAt, forKey: .createdAt)
            try fields.encode(createdBy, forKey: .createdBy)
            try fields.encode(id, forKey: .id)
            if imported { try fields.encode(imported, forKey: .imported) }
            if lateEntry { try fields.encode(lateEntry, forKey: .lateEntry) }
            if !links.isEmpty { try fields.encode(links, forKey: .links) }
            if !notices.isEmpty { try fields.encode(notices, forKey: .notices) }
            try fields.encode(occurredAt, forKey: .occurredAt)
            try fields.encodeIfPresent(owner, forKey: .owner)
            try fields.encodeIfPresent(retentionClass, forKey: .retentionClass)
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
            try fields.encodeIfPresent(unit, forKey: .unit)
            try fields.encode(updatedAt, forKey: .updatedAt)
            try fields.encode(version, forKey: .version)
        }
    }

    /// A code, and what it means.
    public struct ErrorCode: Codable, Sendable, Equatable {
        /// The stable code.
        public var code: String
        /// The kind of the failure.
        public var kind: FailureKind
        /// What it means.
        public var words: String

        public init(code: String, kind: FailureKind, words: String) {
            self.code = code
            self.kind = kind
            self.words = words
        }
    }

    /// What every entry of the journal says besides its body.
    public struct EventHead: Codable, Sendable, Equatable {
        public var actor: Actor
        public var at: Date
        public var command: CommandId?
        public var index: Int
        public var onBehalfOf: PersonId?
        public var policies: [PolicyRef]
        public var process: ProcessName
        public var record: RecordId
        public var recordedAt: Date
        public var schema: Int
        public var version: Int
        public var waivers: [RecordId]

        public init(
            actor: Actor,
            at: Date,
            index: Int,
            process: ProcessName,
            record: RecordId,
            recordedAt: Date,
            version: Int,
            command: CommandId? = nil,
            onBehalfOf: PersonId? = nil,
            policies: [PolicyRef] = [],
            schema: Int = 1,
            waivers: [RecordId] = []
        ) {
            self.actor = actor
            self.at = at
            self.command = command
            self.index = index
            self.onBehalfOf = onBehalfOf
            self.policies = policies
            self.process = process
            self.record = record
            self.recordedAt = recordedAt
            self.schema = schema
            self.version = version
            self.waivers = waivers
        }

        private enum CodingKeys: String, CodingKey {
            case actor, at, command, index, policies, process, record, schema, version, waivers
            case onBehalfOf = "on_behalf_of"
            case recordedAt = "recorded_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            actor = try fields.decode(Actor.self, forKey: .actor)
            at = try fields.decode(Date.self, forKey: .at)
            command = try fields.decodeIfPresent(CommandId.self, forKey: .command)
            index = try fields.decode(Int.self, forKey: .index)
            onBehalfOf = try fields.decodeIfPresent(PersonId.self, forKey: .onBehalfOf)
            policies = try fields.decodeIfPresent([PolicyRef].self, forKey: .policies) ?? []
            process = try fields.decode(ProcessName.self, forKey: .process)
            record = try fields.decode(RecordId.self, forKey: .record)
            recordedAt = try fields.decode(Date.self, forKey: .recordedAt)
            schema = try fields.decodeIfPresent(Int.self, forKey: .schema) ?? 1
            version = try fields.decode(Int.self, forKey: .version)
            waivers = try fields.decodeIfPresent([RecordId].self, forKey: .waivers) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(actor, forKey: .actor)
            try fields.encode(at, forKey: .at)
            try fields.encodeIfPresent(command, forKey: .command)
            try fields.encode(index, forKey: .index)
            try fields.encodeIfPresent(onBehalfOf, forKey: .onBehalfOf)
            if !policies.isEmpty { try fields.encode(policies, forKey: .policies) }
            try fields.encode(process, forKey: .process)
            try fields.encode(record, forKey: .record)
            try fields.encode(recordedAt, forKey: .recordedAt)
            try fields.encode(schema, forKey: .schema)
            try fields.encode(version, forKey: .version)
            if !waivers.isEmpty { try fields.encode(waivers, forKey: .waivers) }
        }
    }

    /// A person who may not approve this subject, and the row of the separation of duties that says so.
    public struct Excluded: Codable, Sendable, Equatable {
        /// Who: the requester, the implementer, the author, the beneficiary.
        public var person: PersonId
        /// Why.
        public var row: Duty

        public init(person: PersonId, row: Duty) {
            self.person = person
            self.row = row
        }
    }

    /// Why a breach is excused. The breach itself stays recorded.
    public struct Excuse: Codable, Sendable, Equatable {
        /// Why.
        public var reason: Code
        /// Who says so.
        public var by: PersonId
        /// When.
        public var at: Date

        public init(reason: Code, by: PersonId, at: Date) {
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// A recorded breach was excused.
    public struct Excused: Codable, Sendable, Equatable {
        /// Which clock.
        public var metric: Metric
        /// Why.
        public var reason: Code
        /// Who says so.
        public var by: PersonId
        /// When.
        public var at: Date

        public init(metric: Metric, reason: Code, by: PersonId, at: Date) {
            self.metric = metric
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// A priority, where it comes from, and that in words.
    public struct ExplanationAnswer: Codable, Sendable, Equatable {
        /// Name of the matrix.
        public var matrix: String
        /// The priority that holds.
        public var priority: Int
        /// Its label.
        public var priorityLabel: LevelLabel
        /// How many priorities weigh more: 0 is the most important.
        public var rank: Int
        /// What it rests on.
        public var basis: Basis
        /// The impact asked for.
        public var impact: Level
        /// The urgency asked for.
        public var urgency: Level
        /// Index of the impact's row in `cells`.
        public var row: Int
        /// Index of the urgency's column in that row.
        public var column: Int
        /// What stands in the cell.
        public var written: Int?
        /// What the matrix makes of it, whatever holds; nothing when the cell is empty and the matrix refuses to guess.
        public var byMatrix: Level?
        /// The override that was handed in, in force or not.
        public var byOverride: PriorityOverride?
        /// The same in English.
        public var message: String
        /// The same in Chinese.
        public var messageZh: String

        public init(
            matrix: String,
            priority: Int,
            priorityLabel: LevelLabel,
            rank: Int,
            basis: Basis,
            impact: Level,
            urgency: Level,
            row: Int,
            column: Int,
            message: String,
            messageZh: String,
            written: Int? = nil,
            byMatrix: Level? = nil,
            byOverride: PriorityOverride? = nil
        ) {
            self.matrix = matrix
            self.priority = priority
            self.priorityLabel = priorityLabel
            self.rank = rank
            self.basis = basis
            self.impact = impact
            self.urgency = urgency
            self.row = row
            self.column = column
            self.written = written
            self.byMatrix = byMatrix
            self.byOverride = byOverride
            self.message = message
            self.messageZh = messageZh
        }

        private enum CodingKeys: String, CodingKey {
            case matrix, priority, rank, basis, impact, urgency, row, column, written, message
            case priorityLabel = "priority_label"
            case byMatrix = "by_matrix"
            case byOverride = "by_override"
            case messageZh = "message_zh"
        }
    }

    /// What is known of a record.
    public struct Fact: Codable, Sendable, Equatable {
        /// The process the record belongs to.
        public var process: String
        /// Which record.
        public var record: RecordId
        /// Its phase.
        public var state: String
        /// Its version when it was read; the answer holds only as long as this does.
        public var version: Int
        /// What else the process says of it.
        public var attributes: [String: String]
        /// The records it is linked to.
        public var links: [Link]

        public init(
            process: String,
            record: RecordId,
            state: String,
            version: Int,
            attributes: [String: String] = [:],
            links: [Link] = []
        ) {
            self.process = process
            self.record = record
            self.state = state
            self.version = version
            self.attributes = attributes
            self.links = links
        }

        private enum CodingKeys: String, CodingKey {
            case process, record, state, version, attributes, links
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            process = try fields.decode(String.self, forKey: .process)
            record = try fields.decode(RecordId.self, forKey: .record)
            state = try fields.decode(String.self, forKey: .state)
            version = try fields.decode(Int.self, forKey: .version)
            attributes = try fields.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
            links = try fields.decodeIfPresent([Link].self, forKey: .links) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(process, forKey: .process)
            try fields.encode(record, forKey: .record)
            try fields.encode(state, forKey: .state)
            try fields.encode(version, forKey: .version)
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
            if !links.isEmpty { try fields.encode(links, forKey: .links) }
        }
    }

    /// A record that a guard wants to know about.
    public struct FactWanted: Codable, Sendable, Equatable {
        /// The process the record belongs to: `major_incident`.
        public var process: String
        /// Which record.
        public var record: RecordId
        /// What a computed fact is asked with: the items and the window of a change, for its conflicts.
        public var with: [String: [String]]

        public init(process: String, record: RecordId, with: [String: [String]] = [:]) {
            self.process = process
            self.record = record
            self.with = with
        }

        private enum CodingKeys: String, CodingKey {
            case process, record, with
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            process = try fields.decode(String.self, forKey: .process)
            record = try fields.decode(RecordId.self, forKey: .record)
            with = try fields.decodeIfPresent([String: [String]].self, forKey: .with) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(process, forKey: .process)
            try fields.encode(record, forKey: .record)
            if !with.isEmpty { try fields.encode(with, forKey: .with) }
        }
    }

    /// What went wrong, as every language has it.
    public struct Failure: Codable, Sendable, Equatable {
        /// The stable code: `calendar.unknown_zone`; of a refusal the kind of the command.
        public var code: String
        /// The kind.
        public var kind: FailureKind
        /// What is wrong, in English.
        public var message: String
        /// The same in Chinese, where it is known.
        public var messageZh: String?
        /// The guard that refused: `T-INC-09`.
        public var `guard`: String?
        /// All that a refusal says: the rule, every unmet condition, what is legal now.
        public var refusal: Refusal?
        /// Where in a document the fault is: `body.group`.
        public var path: String?
        /// What a caller can do.
        public var retry: Retry

        public init(
            code: String,
            kind: FailureKind,
            message: String,
            retry: Retry,
            messageZh: String? = nil,
            `guard`: String? = nil,
            refusal: Refusal? = nil,
            path: String? = nil
        ) {
            self.code = code
            self.kind = kind
            self.message = message
            self.messageZh = messageZh
            self.guard = `guard`
            self.refusal = refusal
            self.path = path
            self.retry = retry
        }

        private enum CodingKeys: String, CodingKey {
            case code, kind, message, `guard`, refusal, path, retry
            case messageZh = "message_zh"
        }
    }

    /// What kind of failure it is; each is a class of exceptions in the languages.
    public enum FailureKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// A guard refused the command: a rule of the process is not met.
        case refused
        /// A document or value cannot be read, or says what cannot be.
        case invalid
        /// The records have changed since the decision read them.
        case conflict
        /// What is asked for is not there: a policy in force, a record, a code.
        case missing
        /// The answer would cost more than the stated budget.
        case limit
        /// A store cannot do what is asked, now or at all.
        case unavailable
        /// A fault of the library itself.
        case `internal`
    }

    /// A further number beside the value.
    public struct Figure: Codable, Sendable, Equatable {
        /// Which.
        public var name: FigureName
        /// What its number counts.
        public var unit: KpiUnit
        /// The number.
        public var amount: Amount

        public init(name: FigureName, unit: KpiUnit, amount: Amount) {
            self.name = name
            self.unit = unit
            self.amount = amount
        }
    }

    /// A further number beside the value.
    public enum FigureName: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The median, nearest rank.
        case median
        /// The 90th percentile, nearest rank.
        case p90
        /// Open at the end of the period per closed in it.
        case backlogRatio = "backlog_ratio"
        /// From declaration to restoration.
        case meanToRestore = "mean_to_restore"
        /// The same without standard changes.
        case withoutStandardChanges = "without_standard_changes"
        /// Attributes that are right, of those verified.
        case attributeAccuracy = "attribute_accuracy"
        /// The lower end of the Wilson interval of 95 %.
        case wilsonLow = "wilson_low"
        /// The upper end of it.
        case wilsonHigh = "wilson_high"
        /// Registered and not found, of those verified.
        case phantomRate = "phantom_rate"
    }

    /// How firmly a rule stands against a change.
    public enum Firmness: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It must be gone, or waived.
        case hard
        /// It is told, and recorded.
        case soft
    }

    /// What happened to a ticket.
    public struct History: Codable, Sendable, Equatable {
        /// The ticket as it was first known; stimuli that carry another replace it from then on.
        public var ticket: Ticket
        /// What happened, in any order; of the same instant in the order given.
        public var entries: [HistoryEntry]
        /// How many seconds after the act an entry may be recorded without being a late one.
        public var lateToleranceSeconds: Int

        public init(ticket: Ticket, entries: [HistoryEntry], lateToleranceSeconds: Int = 86400) {
            self.ticket = ticket
            self.entries = entries
            self.lateToleranceSeconds = lateToleranceSeconds
        }

        private enum CodingKeys: String, CodingKey {
            case ticket, entries
            case lateToleranceSeconds = "late_tolerance_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            ticket = try fields.decode(Ticket.self, forKey: .ticket)
            entries = try fields.decode([HistoryEntry].self, forKey: .entries)
            lateToleranceSeconds = try fields.decodeIfPresent(Int.self, forKey: .lateToleranceSeconds) ?? 86400
        }
    }

    /// One stimulus of a history.
    public struct HistoryEntry: Codable, Sendable, Equatable {
        /// When it happened.
        public var at: Date
        /// When it was recorded; absent: at once.
        public var recordedAt: Date?
        /// What happened.
        public var stimulus: Stimulus

        public init(at: Date, stimulus: Stimulus, recordedAt: Date? = nil) {
            self.at = at
            self.recordedAt = recordedAt
            self.stimulus = stimulus
        }

        private enum CodingKeys: String, CodingKey {
            case at, stimulus
            case recordedAt = "recorded_at"
        }
    }

    /// What breaks: the least fixpoint from the sources, beside what was broken before.
    public struct Impact: Codable, Sendable, Equatable {
        /// The items whose state gets worse, the sources among them, by id.
        public var items: [Reached]
        /// The items that are not ok, and would not be without the sources either, by id.
        public var already: [Source]
        /// The gates that hold or partly hold, with what they can still lose, by item and group.
        public var strained: [Margin]
        /// Items, margins and context that a viewer may not see.
        public var hidden: Int
        /// Items taken from the worklist: at most as many as the register has items and relations, and the sources once more.
        public var visits: Int

        public init(items: [Reached], already: [Source], strained: [Margin], hidden: Int, visits: Int) {
            self.items = items
            self.already = already
            self.strained = strained
            self.hidden = hidden
            self.visits = visits
        }
    }

    /// What an impact is asked against, and how much of it is reported.
    ///
    /// Everything that is not ok before the sources fail is context: gates count it as lost, and what it alone brings down is not
    /// charged to the sources. Items in maintenance are such context; they count as down.
    public struct ImpactOptions: Codable, Sendable, Equatable {
        /// Report items up to this distance; the computation always goes to the end. Without it, all.
        public var depth: Int?
        /// Report services only.
        public var servicesOnly: Bool
        /// Cut points: no failure reaches them, none passes through them, not even their own.
        public var excluded: [CiId]
        /// Items already known to be in trouble.
        public var context: [String: ItemState]
        /// Items in maintenance.
        public var maintenance: [CiId]
        /// Leave the items' own states in the register out of the context.
        public var ignoreOwnStates: Bool

        public init(
            depth: Int? = nil,
            servicesOnly: Bool = false,
            excluded: [CiId] = [],
            context: [String: ItemState] = [:],
            maintenance: [CiId] = [],
            ignoreOwnStates: Bool = false
        ) {
            self.depth = depth
            self.servicesOnly = servicesOnly
            self.excluded = excluded
            self.context = context
            self.maintenance = maintenance
            self.ignoreOwnStates = ignoreOwnStates
        }

        private enum CodingKeys: String, CodingKey {
            case depth, excluded, context, maintenance
            case servicesOnly = "services_only"
            case ignoreOwnStates = "ignore_own_states"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            depth = try fields.decodeIfPresent(Int.self, forKey: .depth)
            servicesOnly = try fields.decodeIfPresent(Bool.self, forKey: .servicesOnly) ?? false
            excluded = try fields.decodeIfPresent([CiId].self, forKey: .excluded) ?? []
            context = try fields.decodeIfPresent([String: ItemState].self, forKey: .context) ?? [:]
            maintenance = try fields.decodeIfPresent([CiId].self, forKey: .maintenance) ?? []
            ignoreOwnStates = try fields.decodeIfPresent(Bool.self, forKey: .ignoreOwnStates) ?? false
        }
    }

    /// That an entry stands at an index of a tree: RFC 9162, section 2.1.3.
    public struct InclusionProof: Codable, Sendable, Equatable {
        /// The index of the entry, counted from 0.
        public var index: Int
        /// How many entries the tree has.
        public var size: Int
        /// The hashes beside the way from the entry to the root, the lowest first.
        public var path: [Digest]

        public init(index: Int, size: Int, path: [Digest]) {
            self.index = index
            self.size = size
            self.path = path
        }
    }

    /// A version of a document with instructions.
    public struct Instructions: Codable, Sendable, Equatable {
        /// The document.
        public var document: Code
        /// Its effective version.
        public var version: Int

        public init(document: Code, version: Int) {
            self.document = document
            self.version = version
        }
    }

    /// A configuration item. 配置项
    public struct Item: Codable, Sendable, Equatable {
        /// Its id.
        public var id: CiId
        /// Its type; whether it is a service follows from `CmdbDocument.service_types`.
        public var type: Code
        /// What people call it.
        public var name: String?
        /// Whether it is among the critical items.
        public var critical: Bool
        /// Its own state, whatever its providers do.
        public var state: ItemState
        /// How many providers of a group it can lose. A group without a gate needs all of them.
        public var gates: [String: Gate]
        /// Everything else, as text.
        public var attributes: [String: String]

        public init(
            id: CiId,
            type: Code,
            name: String? = nil,
            critical: Bool = false,
            state: ItemState = .ok,
            gates: [String: Gate] = [:],
            attributes: [String: String] = [:]
        ) {
            self.id = id
            self.type = type
            self.name = name
            self.critical = critical
            self.state = state
            self.gates = gates
            self.attributes = attributes
        }

        private enum CodingKeys: String, CodingKey {
            case id, type, name, critical, state, gates, attributes
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(CiId.self, forKey: .id)
            type = try fields.decode(Code.self, forKey: .type)
            name = try fields.decodeIfPresent(String.self, forKey: .name)
            critical = try fields.decodeIfPresent(Bool.self, forKey: .critical) ?? false
            state = try fields.decodeIfPresent(ItemState.self, forKey: .state) ?? .ok
            gates = try fields.decodeIfPresent([String: Gate].self, forKey: .gates) ?? [:]
            attributes = try fields.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(id, forKey: .id)
            try fields.encode(type, forKey: .type)
            try fields.encodeIfPresent(name, forKey: .name)
            if critical { try fields.encode(critical, forKey: .critical) }
            if state != .ok { try fields.encode(state, forKey: .state) }
            if !gates.isEmpty { try fields.encode(gates, forKey: .gates) }
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
        }
    }

    /// The state of an item, from best to worst. 运行状态
    public enum ItemState: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Works.
        case ok
        /// Works worse than agreed.
        case degraded
        /// Does not work.
        case down
    }

    /// How a value stands to its target.
    public enum KpiStatus: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The target is met.
        case met
        /// The target is missed, the threshold is not.
        case tolerated
        /// Target and threshold are missed.
        case missed
        /// There is no target, or the KPI only informs.
        case noTarget = "no_target"
        /// There is no value.
        case notApplicable = "not_applicable"
    }

    /// What a tenant wants of a KPI, in its unit: basis points, hundredths, seconds or a count.
    public struct KpiTarget: Codable, Sendable, Equatable {
        /// The target: at least this much (better high) or at most (better low).
        public var target: Int
        /// What is still tolerated.
        public var threshold: Int?

        public init(target: Int, threshold: Int? = nil) {
            self.target = target
            self.threshold = threshold
        }
    }

    /// What the number of a KPI counts.
    public enum KpiUnit: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Basis points of a whole: 9,950 is 99.5 %.
        case percent
        /// Things.
        case count
        /// Seconds; shown in hours.
        case seconds
        /// Hundredths per hundred things in scope: 250 is 2.5 per 100.
        case perHundred = "per_hundred"
    }

    /// A KPI computed for a period, with everything needed to check it.
    public struct KpiValue: Codable, Sendable, Equatable {
        /// Which KPI: `K-INC-02`.
        public var kpi: String
        /// The version of its formula.
        public var formulaVersion: Int
        /// The period.
        public var period: Period
        /// Up to when the records were known.
        public var asOf: Date
        /// What its number counts.
        public var unit: KpiUnit
        /// Which way is better.
        public var direction: Direction
        /// The value.
        public var amount: Amount
        /// What is counted, or divided.
        public var numerator: Counted
        /// What it is divided by; absent where nothing is.
        public var denominator: Counted?
        /// The value with excused breaches taken for met; absent for KPIs that do not ask whether a clock was met.
        public var withExcused: WithExcused?
        /// What was left out, and why.
        public var apart: [Apart]
        /// Further numbers.
        public var figures: [Figure]
        /// The count, split.
        public var breakdown: [Slice]
        /// The tenant's target.
        public var target: KpiTarget?
        /// How the value stands to it.
        public var status: KpiStatus
        /// The digest of everything above.
        public var hash: Digest

        public init(
            kpi: String,
            formulaVersion: Int,
            period: Period,
            asOf: Date,
            unit: KpiUnit,
            direction: Direction,
            amount: Amount,
            numerator: Counted,
            status: KpiStatus,
            hash: Digest,
            denominator: Counted? = nil,
            withExcused: WithExcused? = nil,
            apart: [Apart] = [],
            figures: [Figure] = [],
            breakdown: [Slice] = [],
            target: KpiTarget? = nil
        ) {
            self.kpi = kpi
            self.formulaVersion = formulaVersion
            self.period = period
            self.asOf = asOf
            self.unit = unit
            self.direction = direction
            self.amount = amount
            self.numerator = numerator
            self.denominator = denominator
            self.withExcused = withExcused
            self.apart = apart
            self.figures = figures
            self.breakdown = breakdown
            self.target = target
            self.status = status
            self.hash = hash
        }

        private enum CodingKeys: String, CodingKey {
            case kpi,
                period,
                unit,
                direction,
                amount,
                numerator,
                denominator,
                apart,
                figures,
                breakdown,
                target,
                status,
                hash
            case formulaVersion = "formula_version"
            case asOf = "as_of"
            case withExcused = "with_excused"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            kpi = try fields.decode(String.self, forKey: .kpi)
            formulaVersion = try fields.decode(Int.self, forKey: .formulaVersion)
            period = try fields.decode(Period.self, forKey: .period)
            asOf = try fields.decode(Date.self, forKey: .asOf)
            unit = try fields.decode(KpiUnit.self, forKey: .unit)
            direction = try fields.decode(Direction.self, forKey: .direction)
            amount = try fields.decode(Amount.self, forKey: .amount)
            numerator = try fields.decode(Counted.self, forKey: .numerator)
            denominator = try fields.decodeIfPresent(Counted.self, forKey: .denominator)
            withExcused = try fields.decodeIfPresent(WithExcused.self, forKey: .withExcused)
            apart = try fields.decodeIfPresent([Apart].self, forKey: .apart) ?? []
            figures = try fields.decodeIfPresent([Figure].self, forKey: .figures) ?? []
            breakdown = try fields.decodeIfPresent([Slice].self, forKey: .breakdown) ?? []
            target = try fields.decodeIfPresent(KpiTarget.self, forKey: .target)
            status = try fields.decode(KpiStatus.self, forKey: .status)
            hash = try fields.decode(Digest.self, forKey: .hash)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kpi, forKey: .kpi)
            try fields.encode(formulaVersion, forKey: .formulaVersion)
            try fields.encode(period, forKey: .period)
            try fields.encode(asOf, forKey: .asOf)
            try fields.encode(unit, forKey: .unit)
            try fields.encode(direction, forKey: .direction)
            try fields.encode(amount, forKey: .amount)
            try fields.encode(numerator, forKey: .numerator)
            try fields.encodeIfPresent(denominator, forKey: .denominator)
            try fields.encodeIfPresent(withExcused, forKey: .withExcused)
            if !apart.isEmpty { try fields.encode(apart, forKey: .apart) }
            if !figures.isEmpty { try fields.encode(figures, forKey: .figures) }
            if !breakdown.isEmpty { try fields.encode(breakdown, forKey: .breakdown) }
            try fields.encodeIfPresent(target, forKey: .target)
            try fields.encode(status, forKey: .status)
            try fields.encode(hash, forKey: .hash)
        }
    }

    /// A text in English and Chinese. Every state, command, rule and condition has one.
    public struct Label: Codable, Sendable, Equatable {
        /// English.
        public var en: String
        /// Simplified Chinese.
        public var zh: String

        public init(en: String, zh: String) {
            self.en = en
            self.zh = zh
        }
    }

    /// An entry that was recorded late: visible to auditors, not forbidden.
    public struct LateEntry: Codable, Sendable, Equatable {
        /// Its place in the history, counted from 0.
        public var entry: Int
        /// When it happened.
        public var at: Date
        /// When it was recorded.
        public var recordedAt: Date
        /// Elapsed seconds between the two.
        public var gapSeconds: Int

        public init(entry: Int, at: Date, recordedAt: Date, gapSeconds: Int) {
            self.entry = entry
            self.at = at
            self.recordedAt = recordedAt
            self.gapSeconds = gapSeconds
        }

        private enum CodingKeys: String, CodingKey {
            case entry, at
            case recordedAt = "recorded_at"
            case gapSeconds = "gap_s"
        }
    }

    /// The stretches between two instants in order, without gap or overlap.
    public struct Ledger: Codable, Sendable, Equatable {
        /// The stretches.
        public var entries: [LedgerEntry]
        /// `between(a, b)`: the seconds of the counted entries; negative where the ledger was asked for backwards.
        public var countedSeconds: Int
        /// The seconds of the entries that do not count.
        public var excludedSeconds: Int
        /// The version of the zone rules.
        public var tzdb: String

        public init(entries: [LedgerEntry], countedSeconds: Int, excludedSeconds: Int, tzdb: String) {
            self.entries = entries
            self.countedSeconds = countedSeconds
            self.excludedSeconds = excludedSeconds
            self.tzdb = tzdb
        }

        private enum CodingKeys: String, CodingKey {
            case entries, tzdb
            case countedSeconds = "counted_s"
            case excludedSeconds = "excluded_s"
        }
    }

    /// One stretch `[from, until)`.
    public struct LedgerEntry: Codable, Sendable, Equatable {
        /// Where it begins.
        public var from: Date
        /// Where it ends.
        public var until: Date
        /// Its elapsed seconds, counted or not.
        public var seconds: Int
        /// Why it counts or does not.
        public var reason: LedgerReason

        public init(from: Date, until: Date, seconds: Int, reason: LedgerReason) {
            self.from = from
            self.until = until
            self.seconds = seconds
            self.reason = reason
        }
    }

    /// Why a stretch counts, or does not.
    public enum LedgerReason: Codable, Sendable, Equatable {
        /// Counted: a window of the week, by the local date on which it opened.
        case weekWindow(date: CalendarDate)
        /// Counted: a window of a special day.
        case specialDayWindow(date: CalendarDate)
        /// Not counted: no window is open.
        case outsideHours
        /// Not counted: a holiday, and no window of the evening before is open any more.
        case holiday(date: CalendarDate, name: String? = nil)
        /// Not counted: a special day without windows.
        case specialDayClosed(date: CalendarDate)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .weekWindow: "week_window"
            case .specialDayWindow: "special_day_window"
            case .outsideHours: "outside_hours"
            case .holiday: "holiday"
            case .specialDayClosed: "special_day_closed"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, date, name
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "week_window":
                self = .weekWindow(date: try fields.decode(CalendarDate.self, forKey: .date))
            case "special_day_window":
                self = .specialDayWindow(date: try fields.decode(CalendarDate.self, forKey: .date))
            case "outside_hours":
                self = .outsideHours
            case "holiday":
                self = .holiday(
                    date: try fields.decode(CalendarDate.self, forKey: .date),
                    name: try fields.decodeIfPresent(String.self, forKey: .name)
                )
            case "special_day_closed":
                self = .specialDayClosed(date: try fields.decode(CalendarDate.self, forKey: .date))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .weekWindow(date):
                try fields.encode(date, forKey: .date)
            case let .specialDayWindow(date):
                try fields.encode(date, forKey: .date)
            case let .holiday(date, name):
                try fields.encode(date, forKey: .date)
                try fields.encodeIfPresent(name, forKey: .name)
            case let .specialDayClosed(date):
                try fields.encode(date, forKey: .date)
            default: break
            }
        }
    }

    /// A level and its instant: when it will be reached, or when it was.
    public struct LevelAt: Codable, Sendable, Equatable {
        /// Which level.
        public var level: LevelId
        /// When.
        public var at: Date

        public init(level: LevelId, at: Date) {
            self.level = level
            self.at = at
        }
    }

    /// A level was reached.
    public struct LevelReached: Codable, Sendable, Equatable {
        /// Which clock.
        public var metric: Metric
        /// Which level.
        public var level: LevelId
        /// What it asks for.
        public var kind: LevelKind
        /// Roles to be told.
        public var notify: [Told]
        /// When.
        public var at: Date
        /// Seconds of the measure used up to then.
        public var consumedSeconds: Int

        public init(
            metric: Metric,
            level: LevelId,
            kind: LevelKind,
            at: Date,
            consumedSeconds: Int,
            notify: [Told] = []
        ) {
            self.metric = metric
            self.level = level
            self.kind = kind
            self.notify = notify
            self.at = at
            self.consumedSeconds = consumedSeconds
        }

        private enum CodingKeys: String, CodingKey {
            case metric, level, kind, notify, at
            case consumedSeconds = "consumed_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            metric = try fields.decode(Metric.self, forKey: .metric)
            level = try fields.decode(LevelId.self, forKey: .level)
            kind = try fields.decode(LevelKind.self, forKey: .kind)
            notify = try fields.decodeIfPresent([Told].self, forKey: .notify) ?? []
            at = try fields.decode(Date.self, forKey: .at)
            consumedSeconds = try fields.decode(Int.self, forKey: .consumedSeconds)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(metric, forKey: .metric)
            try fields.encode(level, forKey: .level)
            try fields.encode(kind, forKey: .kind)
            if !notify.isEmpty { try fields.encode(notify, forKey: .notify) }
            try fields.encode(at, forKey: .at)
            try fields.encode(consumedSeconds, forKey: .consumedSeconds)
        }
    }

    /// One legal move, as exported to hosts.
    public struct LifecycleMove: Codable, Sendable, Equatable {
        /// The guard id.
        public var `guard`: String
        /// The phase before; none when the command opens a record.
        public var from: String?
        /// The command's kind.
        public var command: String
        /// The phase after.
        public var to: String
        /// What must be recorded or true.
        public var words: Label

        public init(`guard`: String, command: String, to: String, words: Label, from: String? = nil) {
            self.guard = `guard`
            self.from = from
            self.command = command
            self.to = to
            self.words = words
        }
    }

    /// A link to another record.
    public struct Link: Codable, Sendable, Equatable {
        /// How they are related, seen from the record that holds the link.
        public var kind: LinkKind
        /// The other record.
        public var to: RecordId

        public init(kind: LinkKind, to: RecordId) {
            self.kind = kind
            self.to = to
        }
    }

    /// How two records are related (spec 3.0.11).
    public enum LinkKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// This was caused by that.
        case causedBy = "caused_by"
        /// This restores that.
        case restores
        /// This is the same matter as that.
        case duplicates
        /// This is that again, after it was closed.
        case repeatOf = "repeat_of"
        /// This belongs to that problem.
        case relatesProblem = "relates_problem"
        /// This is explained by that known error.
        case hasKnownError = "has_known_error"
        /// That change resolves this.
        case resolvedByChange = "resolved_by_change"
        /// This implements that.
        case implements
        /// This is contained in that release.
        case containedInRelease = "contained_in_release"
        /// This affects that configuration item.
        case affectsCi = "affects_ci"
        /// This affects that service.
        case affectsService = "affects_service"
        /// This is the baseline of that.
        case baselineOf = "baseline_of"
        /// This replaces that.
        case supersedes
        /// This is evidence for that.
        case evidenceFor = "evidence_for"
        /// This was raised from that.
        case raisedFrom = "raised_from"
        /// That agreement covers this.
        case coveredByAgreement = "covered_by_agreement"
        /// This underpins that.
        case underpins
        /// This invoked that plan.
        case invokedPlan = "invoked_plan"
    }

    /// Something unwise in a matrix, and that in words.
    public struct LintAnswer: Codable, Sendable, Equatable {
        /// Its stable code: `matrix.lint.not_total`.
        public var code: String
        /// What was found where.
        public var finding: MatrixLint
        /// The same in English.
        public var message: String
        /// The same in Chinese.
        public var messageZh: String

        public init(code: String, finding: MatrixLint, message: String, messageZh: String) {
            self.code = code
            self.finding = finding
            self.message = message
            self.messageZh = messageZh
        }

        private enum CodingKeys: String, CodingKey {
            case code, finding, message
            case messageZh = "message_zh"
        }
    }

    /// A gate that has lost members, which are its providers, and is not down yet.
    public struct Margin: Codable, Sendable, Equatable {
        /// The item that the gate holds up.
        public var item: CiId
        /// The group of its providers.
        public var group: Code
        /// What the gate passes on now.
        public var state: ItemState
        /// The fewest further members that make it at least degraded by being degraded or down; `None` when it is, or when too few
        /// of its members can.
        public var untilDegraded: Int?
        /// The fewest further members that take it down by being down; `None` when too few of its members can.
        public var untilDown: Int?

        public init(item: CiId, group: Code, state: ItemState, untilDegraded: Int? = nil, untilDown: Int? = nil) {
            self.item = item
            self.group = group
            self.state = state
            self.untilDegraded = untilDegraded
            self.untilDown = untilDown
        }

        private enum CodingKeys: String, CodingKey {
            case item, group, state
            case untilDegraded = "until_degraded"
            case untilDown = "until_down"
        }
    }

    /// Which operation set a clock.
    public enum MarkCause: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Counting began.
        case started
        /// It was paused.
        case paused
        /// It was resumed, by somebody or by the end of the longest pause.
        case resumed
        /// The act it waits for happened.
        case stopped
        /// It counts for nothing any more.
        case cancelled
        /// It has another target.
        case retargeted
        /// It runs again after a stop.
        case reopened
        /// Its past was measured again under other calendars.
        case recomputed
    }

    /// One finding about a matrix document.
    public enum MatrixLint: Codable, Sendable, Equatable {
        /// A cell gives no priority.
        case notTotal(cell: CellAt)
        /// A cell of at least the same impact and urgency has a less important priority.
        case notMonotone(higher: CellAt, higherPriority: Int, lower: CellAt, lowerPriority: Int)
        /// A priority that no cell gives and that is not declared outside the matrix.
        case unreachablePriority(level: Int)
        /// A scale names a level twice; such a document does not compile.
        case duplicateLevel(scale: String, level: Int)
        /// Two levels of a scale read the same in one of the languages.
        case duplicateLabel(scale: String, level: Int, other: Int)

        /// The code in documents.
        public var finding: String {
            switch self {
            case .notTotal: "not_total"
            case .notMonotone: "not_monotone"
            case .unreachablePriority: "unreachable_priority"
            case .duplicateLevel: "duplicate_level"
            case .duplicateLabel: "duplicate_label"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case finding, cell, higher, lower, level, scale, other
            case higherPriority = "higher_priority"
            case lowerPriority = "lower_priority"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .finding) {
            case "not_total":
                self = .notTotal(cell: try fields.decode(CellAt.self, forKey: .cell))
            case "not_monotone":
                self = .notMonotone(
                    higher: try fields.decode(CellAt.self, forKey: .higher),
                    higherPriority: try fields.decode(Int.self, forKey: .higherPriority),
                    lower: try fields.decode(CellAt.self, forKey: .lower),
                    lowerPriority: try fields.decode(Int.self, forKey: .lowerPriority)
                )
            case "unreachable_priority":
                self = .unreachablePriority(level: try fields.decode(Int.self, forKey: .level))
            case "duplicate_level":
                self = .duplicateLevel(
                    scale: try fields.decode(String.self, forKey: .scale),
                    level: try fields.decode(Int.self, forKey: .level)
                )
            case "duplicate_label":
                self = .duplicateLabel(
                    scale: try fields.decode(String.self, forKey: .scale),
                    level: try fields.decode(Int.self, forKey: .level),
                    other: try fields.decode(Int.self, forKey: .other)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.finding])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(finding, forKey: .finding)
            switch self {
            case let .notTotal(cell):
                try fields.encode(cell, forKey: .cell)
            case let .notMonotone(higher, higherPriority, lower, lowerPriority):
                try fields.encode(higher, forKey: .higher)
                try fields.encode(higherPriority, forKey: .higherPriority)
                try fields.encode(lower, forKey: .lower)
                try fields.encode(lowerPriority, forKey: .lowerPriority)
            case let .unreachablePriority(level):
                try fields.encode(level, forKey: .level)
            case let .duplicateLevel(scale, level):
                try fields.encode(scale, forKey: .scale)
                try fields.encode(level, forKey: .level)
            case let .duplicateLabel(scale, level, other):
                try fields.encode(scale, forKey: .scale)
                try fields.encode(level, forKey: .level)
                try fields.encode(other, forKey: .other)
            }
        }
    }

    /// What a clock measures.
    public enum Metric: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Until somebody takes care of the ticket.
        case response
        /// Until the service is restored or the request fulfilled.
        case resolution
        /// Until the customer hears of it again.
        case update
    }

    /// A record, named with its process: an id is unique within its process only.
    public struct NamedRecord: Codable, Sendable, Equatable {
        /// The process it belongs to: `incident`.
        public var process: Code
        /// Its id.
        public var record: RecordId

        public init(process: Code, record: RecordId) {
            self.process = process
            self.record = record
        }
    }

    /// An item at the other end of one relation or several.
    public struct Neighbour: Codable, Sendable, Equatable {
        /// Which item.
        public var item: CiId
        /// Relations between it and the item asked about, at least 1.
        public var distance: Int

        public init(item: CiId, distance: Int) {
            self.item = item
            self.distance = distance
        }
    }

    /// A command that a record's state allows, and what stands in its way.
    public struct NextStepAnswer: Codable, Sendable, Equatable {
        /// The command's kind.
        public var command: String
        /// Every unmet condition, as far as it can be told without the command's own data; `null`: nothing.
        public var refusal: Refusal?
        /// The first of the command's own data that is missing, in words.
        public var wants: String?

        public init(command: String, refusal: Refusal? = nil, wants: String? = nil) {
            self.command = command
            self.refusal = refusal
            self.wants = wants
        }
    }

    /// A signed note in its parts: the bytes that were signed, and who says to have signed them.
    public struct NoteAnswer: Codable, Sendable, Equatable {
        /// The text, in UTF-8 the bytes that were signed.
        public var text: String
        /// The signatures in order.
        public var signatures: [NoteSignatureAnswer]

        public init(text: String, signatures: [NoteSignatureAnswer]) {
            self.text = text
            self.signatures = signatures
        }
    }

    /// One signature of a note.
    public struct NoteSignatureAnswer: Codable, Sendable, Equatable {
        /// The name of the key.
        public var name: String
        /// The hash of the key, eight hexadecimal digits.
        public var keyId: String
        /// The signature, in hexadecimal digits.
        public var signature: String

        public init(name: String, keyId: String, signature: String) {
            self.name = name
            self.keyId = keyId
            self.signature = signature
        }

        private enum CodingKeys: String, CodingKey {
            case name, signature
            case keyId = "key_id"
        }
    }

    /// A notice that the host is asked to deliver.
    public struct Notice: Codable, Sendable, Equatable {
        /// By when, where that matters.
        public var by: Date?
        /// Its number within the record, counted from 1.
        public var number: Int
        /// To whom.
        public var to: Recipient
        /// Why.
        public var why: NoticeKind

        public init(number: Int, to: Recipient, why: NoticeKind, by: Date? = nil) {
            self.by = by
            self.number = number
            self.to = to
            self.why = why
        }
    }

    /// The host's receipt for a notice.
    public struct NoticeDeliveredBody: Codable, Sendable, Equatable {
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

    /// Why somebody is told.
    public enum NoticeKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The record was registered.
        case registered
        /// Work was assigned.
        case assigned
        /// How it stands.
        case progress
        /// Work waits, and until when.
        case waiting
        /// A target will probably be missed.
        case breachWarning = "breach_warning"
        /// A target was missed.
        case breached
        /// Somebody with more authority or other skills is asked.
        case escalated
        /// The service is restored; please confirm.
        case resolved
        /// The record is closed.
        case closed
        /// The record was rejected or cancelled.
        case refused
        /// An approval is asked for.
        case approvalWanted = "approval_wanted"
        /// Top management is told of a major incident.
        case majorIncident = "major_incident"
        /// What a release brings, and when.
        case releaseNote = "release_note"
        /// A known error explains an incident that he works on, or does so no more.
        case knownError = "known_error"
        /// A review has to be held.
        case reviewDue = "review_due"
    }

    /// A notice that the host is asked to deliver.
    public struct NoticeRequestedBody: Codable, Sendable, Equatable {
        /// By when, where that matters.
        public var by: Date?
        /// Its number within the record, counted from 1.
        public var number: Int
        /// To whom.
        public var to: Recipient
        /// Why.
        public var why: NoticeKind

        public init(number: Int, to: Recipient, why: NoticeKind, by: Date? = nil) {
            self.by = by
            self.number = number
            self.to = to
            self.why = why
        }
    }

    /// What a record remembers of a notice.
    public struct Noticed: Codable, Sendable, Equatable {
        /// When it reached its recipient, if a receipt came.
        public var deliveredAt: Date?
        /// When it was requested.
        public var requestedAt: Date
        /// To whom.
        public var to: Recipient
        /// Why.
        public var why: NoticeKind

        public init(requestedAt: Date, to: Recipient, why: NoticeKind, deliveredAt: Date? = nil) {
            self.deliveredAt = deliveredAt
            self.requestedAt = requestedAt
            self.to = to
            self.why = why
        }

        private enum CodingKeys: String, CodingKey {
            case to, why
            case deliveredAt = "delivered_at"
            case requestedAt = "requested_at"
        }
    }

    /// What was found when a system was opened on a journal.
    public struct OpeningAnswer: Codable, Sendable, Equatable {
        /// The version of the database.
        public var version: String
        /// How SQLite keeps its own journal now: `wal`, `delete`; `null` for other databases.
        public var journalMode: String?
        /// What the host should know: that this SQLite is too old for write-ahead logging, say.
        public var notes: [String]
        /// How many entries the journal has.
        public var length: Int

        public init(version: String, notes: [String], length: Int, journalMode: String? = nil) {
            self.version = version
            self.journalMode = journalMode
            self.notes = notes
            self.length = length
        }

        private enum CodingKeys: String, CodingKey {
            case version, notes, length
            case journalMode = "journal_mode"
        }
    }

    /// Something that does this to these items from one instant until another.
    public struct Overlay: Codable, Sendable, Equatable {
        /// What it is called; each overlay has its own.
        public var id: RecordId
        /// What it is.
        public var kind: OverlayKind
        /// The items.
        public var items: [CiId]
        /// The state that they are in meanwhile, at least; `ok` does nothing.
        public var effect: ItemState
        /// Its first instant.
        public var from: Date
        /// The first instant after it; without one it goes on.
        public var until: Date?

        public init(id: RecordId, kind: OverlayKind, items: [CiId], effect: ItemState, from: Date, until: Date? = nil) {
            self.id = id
            self.kind = kind
            self.items = items
            self.effect = effect
            self.from = from
            self.until = until
        }
    }

    /// Why items are not as they should be.
    public enum OverlayKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// A change that is being implemented.
        case change
        /// A freeze; it usually leaves items as they are.
        case freeze
        /// Planned maintenance.
        case maintenance
        /// An open incident.
        case incident
        /// An outage that is known beforehand or is over.
        case outage
    }

    /// A pause that is over.
    public struct PastPause: Codable, Sendable, Equatable {
        /// The reason.
        public var reason: Code
        /// When it began.
        public var from: Date
        /// When it ended.
        public var to: Date

        public init(reason: Code, from: Date, to: Date) {
            self.reason = reason
            self.from = from
            self.to = to
        }
    }

    /// A pause that is going on.
    public struct Pause: Codable, Sendable, Equatable {
        /// The reason, one that the clause lists.
        public var reason: Code
        /// When it began.
        public var since: Date
        /// When the clock resumes by itself, where the clause limits pauses.
        public var resumesAt: Date?

        public init(reason: Code, since: Date, resumesAt: Date? = nil) {
            self.reason = reason
            self.since = since
            self.resumesAt = resumesAt
        }

        private enum CodingKeys: String, CodingKey {
            case reason, since
            case resumesAt = "resumes_at"
        }
    }

    /// What work waits for.
    public enum PendingReason: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The user.
        case user
        /// A supplier.
        case supplier
        /// A change.
        case change
        /// A time that was agreed.
        case agreedWindow = "agreed_window"
    }

    /// A share of the voters: 1 to 100 percent.
    public typealias Percent = Int

    /// A period `[from, to)`: what happens at `to` belongs to the next one (spec 3.0.10).
    public struct Period: Codable, Sendable, Equatable {
        public var from: Date
        public var to: Date
        public var zone: String

        public init(from: Date, to: Date, zone: String) {
            self.from = from
            self.to = to
            self.zone = zone
        }
    }

    /// Which version of which policy a decision used, and what it said.
    public struct PolicyRef: Codable, Sendable, Equatable {
        /// SHA-256 of the document's canonical bytes.
        public var hash: Digest
        /// Which policy.
        public var id: PolicyId
        /// Which version.
        public var version: Int

        public init(hash: Digest, id: PolicyId, version: Int) {
            self.hash = hash
            self.id = id
            self.version = version
        }
    }

    /// The processes, by the names their streams bear.
    public enum ProcessName: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// `incident`
        case incident
        /// `major_incident`
        case majorIncident = "major_incident"
        /// `service_request`
        case serviceRequest = "service_request"
        /// `configuration_item`
        case configurationItem = "configuration_item"
        /// `baseline`
        case baseline
        /// `definitive_item`
        case definitiveItem = "definitive_item"
        /// `configuration_audit`
        case configurationAudit = "configuration_audit"
        /// `release`
        case release
        /// `change`
        case change
        /// `change_model`
        case changeModel = "change_model"
        /// `problem`
        case problem
        /// `known_error`
        case knownError = "known_error"
        /// `problem_candidate`
        case problemCandidate = "problem_candidate"
        /// `planned_activity`
        case plannedActivity = "planned_activity"
        /// `legal_hold`
        case legalHold = "legal_hold"
        /// `disposal`
        case disposal
        /// `policy`
        case policy
        /// `waiver`
        case waiver
    }

    /// A policy beside a host's own tables.
    public struct PublishedPolicy: Codable, Sendable, Equatable {
        /// Its id.
        public var id: PolicyId
        /// Its version, greater than the one before.
        public var version: Int
        /// From when it holds.
        public var effectiveFrom: Date
        /// What it says.
        public var document: PolicyDocument

        public init(id: PolicyId, version: Int, effectiveFrom: Date, document: PolicyDocument) {
            self.id = id
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case id, version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// An item that the failure reaches.
    public struct Reached: Codable, Sendable, Equatable {
        /// Which item.
        public var item: CiId
        /// Its state once the failure has run its course.
        public var state: ItemState
        /// Its state before the sources failed; always better than `state`.
        public var before: ItemState
        /// Relations between it and the nearest source, over items that get worse; 0 for a source.
        public var distance: Int
        /// Whether the item is a service.
        public var service: Bool
        /// Whether the item is critical.
        public var critical: Bool

        public init(item: CiId, state: ItemState, before: ItemState, distance: Int, service: Bool, critical: Bool) {
            self.item = item
            self.state = state
            self.before = before
            self.distance = distance
            self.service = service
            self.critical = critical
        }
    }

    /// To whom. The host knows the addresses.
    public enum Recipient: Codable, Sendable, Equatable {
        /// Every holder of a role.
        case role(Role)
        /// One person.
        case person(PersonId)
        /// A unit or support group.
        case unit(UnitId)
        /// Whoever raised the record.
        case requester

        private enum CodingKeys: String, CodingKey {
            case role, person, unit
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                switch word {
                case "requester": self = .requester
                default: throw strange(word, decoder.codingPath)
                }
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .role: self = .role(try fields.decode(Role.self, forKey: .role))
            case .person: self = .person(try fields.decode(PersonId.self, forKey: .person))
            case .unit: self = .unit(try fields.decode(UnitId.self, forKey: .unit))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .requester:
                var word = encoder.singleValueContainer()
                try word.encode("requester")
            case let .role(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .role)
            case let .person(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .person)
            case let .unit(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .unit)
            }
        }
    }

    /// A command that was refused. It changed nothing.
    ///
    /// The guard is the specification's (`T-INC-09`), the code is stable (`incident.close`), `missing` holds every unmet condition
    /// and `legal` the commands that the record's phase allows now.
    public struct Refusal: Codable, Sendable, Equatable {
        /// The guard id.
        public var `guard`: String
        /// The command's kind.
        public var code: String
        /// The rule in words.
        public var rule: Label
        /// Every condition that is not met.
        public var missing: [Unmet]
        /// The commands that are legal now.
        public var legal: [String]

        public init(`guard`: String, code: String, rule: Label, missing: [Unmet], legal: [String]) {
            self.guard = `guard`
            self.code = code
            self.rule = rule
            self.missing = missing
            self.legal = legal
        }
    }

    /// What a caller can do about it.
    public enum Retry: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The same will fail again.
        case never
        /// Read the records again and decide anew.
        case afterReload = "after_reload"
        /// Nothing is wrong with what was asked: the same may go through later.
        case later
        /// Meet what is missing first.
        case afterChange = "after_change"
    }

    /// What a score is made of.
    public struct RiskEstimate: Codable, Sendable, Equatable {
        /// How probable a failure is: 1 to 5.
        public var probability: Int
        /// How much it would do: 1 to 5.
        public var impact: Int

        public init(probability: Int, impact: Int) {
            self.probability = probability
            self.impact = impact
        }
    }

    /// The roles of spec 3.0.1, and the three that are not people.
    public enum Role: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Accountable for the whole system.
        case tm
        /// Reports the system's performance to top management.
        case mr
        /// Accountable for one process.
        case po
        /// Answers for quality.
        case qm
        /// Controls documents.
        case doc
        /// Leads audits.
        case la
        /// Audits.
        case au
        /// Owns a service.
        case so
        /// Agrees and watches service levels.
        case slm
        /// Keeps the relation with a customer.
        case brm
        /// Keeps the contract with a supplier.
        case supm
        /// The single point of contact.
        case sd
        /// First support line.
        case l1
        /// Second support line.
        case l2
        /// Third support line.
        case l3
        /// Answers for incidents.
        case incm
        /// Leads one major incident.
        case mim
        /// Answers for problems.
        case prbm
        /// Answers for configuration information.
        case cfgm
        /// Answers for changes.
        case chgm
        /// Change advisory board.
        case cab
        /// Emergency change advisory board.
        case ecab
        /// Answers for releases.
        case relm
        /// Answers for availability.
        case avm
        /// Answers for continuity.
        case conm
        /// Answers for capacity.
        case capm
        /// Answers for information security.
        case secm
        /// Budget and accounting.
        case fin
        /// Training and people.
        case hr
        /// Speaks for a customer.
        case cust
        /// Uses a service.
        case user
        /// Contact of a supplier.
        case sup
        /// A monitoring source that raises records.
        case monitoring
        /// The library's own timers.
        case system
        /// What delivers notices for the host and brings the receipts back.
        case gateway
    }

    /// Roles, each once.
    public typealias Roles = [Role]

    /// An item whose failure alone would explain symptoms.
    public struct RootCandidate: Codable, Sendable, Equatable {
        /// Which item.
        public var item: CiId
        /// The symptoms it explains: items that would be in the state seen, or worse; by id.
        public var explains: [CiId]
        /// The symptoms it leaves open, by id.
        public var leavesOpen: [CiId]
        /// Items that its failure would reach and that are no symptoms.
        public var unseen: Int

        public init(item: CiId, explains: [CiId], leavesOpen: [CiId], unseen: Int) {
            self.item = item
            self.explains = explains
            self.leavesOpen = leavesOpen
            self.unseen = unseen
        }

        private enum CodingKeys: String, CodingKey {
            case item, explains, unseen
            case leavesOpen = "leaves_open"
        }
    }

    /// A stretch `[from, to)` of running time that is over; one of no length marks where a carried amount landed.
    public struct Segment: Codable, Sendable, Equatable {
        /// When it began.
        public var from: Date
        /// When it ended.
        public var to: Date
        /// Its length in seconds of the measure it was counted under.
        public var consumedSeconds: Int
        /// What it was counted under, where that is not what the clock counts under now.
        public var under: ClockTerms?

        public init(from: Date, to: Date, consumedSeconds: Int, under: ClockTerms? = nil) {
            self.from = from
            self.to = to
            self.consumedSeconds = consumedSeconds
            self.under = under
        }

        private enum CodingKeys: String, CodingKey {
            case from, to, under
            case consumedSeconds = "consumed_s"
        }
    }

    /// What becomes of the services.
    public struct Simulation: Codable, Sendable, Equatable {
        /// The services that are not ok at some time, each with its stretches by time.
        public var services: [String: [Disturbance]]
        /// Every irredundant set of overlays that are safe alone and harm a service together; by service, state and overlays.
        public var collisions: [Collision]
        /// Times that the register was asked what follows from a set of failures.
        public var questions: Int

        public init(services: [String: [Disturbance]], collisions: [Collision], questions: Int) {
            self.services = services
            self.collisions = collisions
            self.questions = questions
        }
    }

    /// What a simulation looks at, and how far it goes.
    public struct SimulationOptions: Codable, Sendable, Equatable {
        /// Its first instant.
        public var from: Date
        /// The first instant after it.
        public var until: Date
        /// What is so all the time, and what cannot fail; depth and selection of services mean nothing here.
        public var always: ImpactOptions
        /// The most overlays of a collision.
        public var together: Int
        /// The most steps that the search for one service's collisions takes whenever an overlay begins: items visited.
        public var budget: Int

        public init(from: Date, until: Date, always: ImpactOptions, together: Int, budget: Int) {
            self.from = from
            self.until = until
            self.always = always
            self.together = together
            self.budget = budget
        }
    }

    /// The items that a service cannot lose.
    public struct SinglePointsOfFailure: Codable, Sendable, Equatable {
        /// Which service, or other item.
        public var service: CiId
        /// Its state before anything else fails. An item cannot bring it to a state that it is in.
        public var before: ItemState
        /// The other items that take it down if they alone are down, by id.
        public var down: [CiId]
        /// The other items that degrade it if they alone are down, and do not take it down, by id.
        public var degraded: [CiId]
        /// Items visited.
        public var visits: Int

        public init(service: CiId, before: ItemState, down: [CiId], degraded: [CiId], visits: Int) {
            self.service = service
            self.before = before
            self.down = down
            self.degraded = degraded
            self.visits = visits
        }
    }

    /// A part of a count.
    public struct Slice: Codable, Sendable, Equatable {
        /// By what it is split.
        public var dimension: Dimension
        /// Which part; absent: the record does not say.
        public var key: String?
        /// What belongs to it.
        public var counted: Counted
        /// Its own further numbers.
        public var figures: [Figure]

        public init(dimension: Dimension, counted: Counted, key: String? = nil, figures: [Figure] = []) {
            self.dimension = dimension
            self.key = key
            self.counted = counted
            self.figures = figures
        }

        private enum CodingKeys: String, CodingKey {
            case dimension, key, counted, figures
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            dimension = try fields.decode(Dimension.self, forKey: .dimension)
            key = try fields.decodeIfPresent(String.self, forKey: .key)
            counted = try fields.decode(Counted.self, forKey: .counted)
            figures = try fields.decodeIfPresent([Figure].self, forKey: .figures) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(dimension, forKey: .dimension)
            try fields.encodeIfPresent(key, forKey: .key)
            try fields.encode(counted, forKey: .counted)
            if !figures.isEmpty { try fields.encode(figures, forKey: .figures) }
        }
    }

    /// An item whose failure is asked about.
    public struct Source: Codable, Sendable, Equatable {
        /// Which item.
        public var item: CiId
        /// The state it would be in.
        public var state: ItemState

        public init(item: CiId, state: ItemState = .down) {
            self.item = item
            self.state = state
        }

        private enum CodingKeys: String, CodingKey {
            case item, state
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            item = try fields.decode(CiId.self, forKey: .item)
            state = try fields.decodeIfPresent(ItemState.self, forKey: .state) ?? .down
        }
    }

    /// A state of a lifecycle.
    public struct State: Codable, Sendable, Equatable {
        /// Its code in documents: `in_progress`.
        public var code: String
        /// What people read.
        public var label: Label

        public init(code: String, label: Label) {
            self.code = code
            self.label = label
        }
    }

    /// Something that happened to a ticket and may matter to its clocks.
    public enum Stimulus: Codable, Sendable, Equatable {
        /// It was opened.
        case opened(ticket: Ticket? = nil)
        /// It was classified later than it was opened: clocks it does not have yet begin at a past instant.
        case attached(start: Date, metrics: [Metric] = [])
        /// Somebody was assigned.
        case assigned
        /// Somebody acknowledged it.
        case acknowledged
        /// Somebody answered the customer.
        case responded
        /// The customer was told how it stands.
        case informed
        /// Work waits.
        case paused(reason: Code)
        /// Work goes on.
        case resumed
        /// Its priority, its service or its agreement changed, or a new version came into force.
        case retargeted(ticket: Ticket? = nil)
        /// The service is restored or the request fulfilled.
        case resolved
        /// It was closed.
        case closed
        /// The solution did not hold.
        case reopened
        /// It was cancelled.
        case cancelled
        /// It was merged into another.
        case merged
        /// It was converted into another kind of ticket.
        case converted
        /// Its past is measured again under the calendars in force now.
        case recomputed(reason: Code)

        /// The code in documents.
        public var stimulus: String {
            switch self {
            case .opened: "opened"
            case .attached: "attached"
            case .assigned: "assigned"
            case .acknowledged: "acknowledged"
            case .responded: "responded"
            case .informed: "informed"
            case .paused: "paused"
            case .resumed: "resumed"
            case .retargeted: "retargeted"
            case .resolved: "resolved"
            case .closed: "closed"
            case .reopened: "reopened"
            case .cancelled: "cancelled"
            case .merged: "merged"
            case .converted: "converted"
            case .recomputed: "recomputed"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case stimulus, ticket, start, metrics, reason
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .stimulus) {
            case "opened":
                self = .opened(ticket: try fields.decodeIfPresent(Ticket.self, forKey: .ticket))
            case "attached":
                self = .attached(
                    start: try fields.decode(Date.self, forKey: .start),
                    metrics: try fields.decodeIfPresent([Metric].self, forKey: .metrics) ?? []
                )
            case "assigned":
                self = .assigned
            case "acknowledged":
                self = .acknowledged
            case "responded":
                self = .responded
            case "informed":
                self = .informed
            case "paused":
                self = .paused(reason: try fields.decode(Code.self, forKey: .reason))
            case "resumed":
                self = .resumed
            case "retargeted":
                self = .retargeted(ticket: try fields.decodeIfPresent(Ticket.self, forKey: .ticket))
            case "resolved":
                self = .resolved
            case "closed":
                self = .closed
            case "reopened":
                self = .reopened
            case "cancelled":
                self = .cancelled
            case "merged":
                self = .merged
            case "converted":
                self = .converted
            case "recomputed":
                self = .recomputed(reason: try fields.decode(Code.self, forKey: .reason))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.stimulus])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(stimulus, forKey: .stimulus)
            switch self {
            case let .opened(ticket):
                try fields.encodeIfPresent(ticket, forKey: .ticket)
            case let .attached(start, metrics):
                try fields.encode(start, forKey: .start)
                if !metrics.isEmpty { try fields.encode(metrics, forKey: .metrics) }
            case let .paused(reason):
                try fields.encode(reason, forKey: .reason)
            case let .retargeted(ticket):
                try fields.encodeIfPresent(ticket, forKey: .ticket)
            case let .recomputed(reason):
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// How hard the failure of a provider hits its consumer.
    public enum Strength: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The consumer sees the state of the provider.
        case hard
        /// The consumer sees at most `degraded`.
        case degrading
        /// The consumer sees nothing.
        case informational
    }

    /// One stretch of a clock's life.
    public enum Stretch: Codable, Sendable, Equatable {
        /// It ran, and that is over.
        case counted
        /// It is to run until the due instant.
        case ahead
        /// It was paused, or is.
        case paused(reason: Code)
        /// It was stopped, and reopened later.
        case resolved

        /// The code in documents.
        public var kind: String {
            switch self {
            case .counted: "counted"
            case .ahead: "ahead"
            case .paused: "paused"
            case .resolved: "resolved"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, reason
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "counted":
                self = .counted
            case "ahead":
                self = .ahead
            case "paused":
                self = .paused(reason: try fields.decode(Code.self, forKey: .reason))
            case "resolved":
                self = .resolved
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .paused(reason):
                try fields.encode(reason, forKey: .reason)
            default: break
            }
        }
    }

    /// A target in its unit.
    public enum Target: Codable, Sendable, Equatable {
        /// So many seconds of elapsed time.
        case elapsed(seconds: Int)
        /// So many seconds of opening time.
        case working(seconds: Int)
        /// So many working days.
        case workingDays(days: Int, convention: DayConvention)
        /// By the end of that date.
        case calendarDate(date: CalendarDate)

        /// The code in documents.
        public var unit: String {
            switch self {
            case .elapsed: "elapsed"
            case .working: "working"
            case .workingDays: "working_days"
            case .calendarDate: "calendar_date"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case unit, seconds, days, convention, date
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .unit) {
            case "elapsed":
                self = .elapsed(seconds: try fields.decode(Int.self, forKey: .seconds))
            case "working":
                self = .working(seconds: try fields.decode(Int.self, forKey: .seconds))
            case "working_days":
                self = .workingDays(
                    days: try fields.decode(Int.self, forKey: .days),
                    convention: try fields.decode(DayConvention.self, forKey: .convention)
                )
            case "calendar_date":
                self = .calendarDate(date: try fields.decode(CalendarDate.self, forKey: .date))
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.unit])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(unit, forKey: .unit)
            switch self {
            case let .elapsed(seconds):
                try fields.encode(seconds, forKey: .seconds)
            case let .working(seconds):
                try fields.encode(seconds, forKey: .seconds)
            case let .workingDays(days, convention):
                try fields.encode(days, forKey: .days)
                try fields.encode(convention, forKey: .convention)
            case let .calendarDate(date):
                try fields.encode(date, forKey: .date)
            }
        }
    }

    /// How many approvals a ballot needs: `{"percent": 60}` or `{"count": 2}`. 通过门槛
    public enum Threshold: Codable, Sendable, Equatable {
        /// This share of all voters, rounded up.
        case percent(Int)
        /// This many voters.
        case count(Int)

        private enum CodingKeys: String, CodingKey {
            case percent, count
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .percent: self = .percent(try fields.decode(Int.self, forKey: .percent))
            case .count: self = .count(try fields.decode(Int.self, forKey: .count))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .percent(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .percent)
            case let .count(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .count)
            }
        }
    }

    /// What selection reads of a ticket.
    public struct Ticket: Codable, Sendable, Equatable {
        /// `incident`, `request`.
        public var kind: Code
        /// Its priority, as the matrix numbers it.
        public var priority: Int?
        /// The affected service.
        public var service: ServiceId?
        /// The customer.
        public var customer: CustomerId?
        /// The category.
        public var category: Code?

        public init(
            kind: Code,
            priority: Int? = nil,
            service: ServiceId? = nil,
            customer: CustomerId? = nil,
            category: Code? = nil
        ) {
            self.kind = kind
            self.priority = priority
            self.service = service
            self.customer = customer
            self.category = category
        }
    }

    /// The clocks of one ticket: at most one of each metric.
    public typealias TicketClocks = [Clock]

    /// The size and the root of a tree: all that a proof is held to.
    ///
    /// They belong together. By itself a path fits trees of several sizes, and only the size that was signed with the root says which.
    public struct TreeHead: Codable, Sendable, Equatable {
        /// How many entries it has.
        public var size: Int
        /// Its root.
        public var root: Digest

        public init(size: Int, root: Digest) {
            self.size = size
            self.root = root
        }
    }

    /// One condition that is not met.
    public struct Unmet: Codable, Sendable, Equatable {
        /// The stable code of the condition: `resolution_text`.
        public var condition: String
        /// What must be so.
        public var words: Label
        /// The user's value that is at fault, where there is one.
        public var value: String?

        public init(condition: String, words: Label, value: String? = nil) {
            self.condition = condition
            self.words = words
            self.value = value
        }
    }

    /// A document with its identity: which policy, which version, in force from when.
    public struct VersionedCalendarDocument: Codable, Sendable, Equatable {
        /// Which policy.
        public var id: PolicyId
        /// Its version, counted from 1.
        public var version: Int
        /// From when it holds; up to then its predecessor does.
        public var effectiveFrom: Date
        /// What it says.
        public var document: CalendarDocument

        public init(id: PolicyId, version: Int, effectiveFrom: Date, document: CalendarDocument) {
            self.id = id
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case id, version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// A document with its identity: which policy, which version, in force from when.
    public struct VersionedSlaPolicy: Codable, Sendable, Equatable {
        /// Which policy.
        public var id: PolicyId
        /// Its version, counted from 1.
        public var version: Int
        /// From when it holds; up to then its predecessor does.
        public var effectiveFrom: Date
        /// What it says.
        public var document: SlaPolicy

        public init(id: PolicyId, version: Int, effectiveFrom: Date, document: SlaPolicy) {
            self.id = id
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case id, version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// One vote.
    public struct Vote: Codable, Sendable, Equatable {
        /// The voter whose vote it is.
        public var by: PersonId
        /// Who cast it: the voter, or his delegate.
        public var castBy: PersonId
        /// What the voter says.
        public var decision: VoteDecision
        /// In words.
        public var comment: String
        /// When it was given; an earlier instant than the recording for a vote given by word of mouth.
        public var at: Date

        public init(by: PersonId, castBy: PersonId, decision: VoteDecision, at: Date, comment: String = "") {
            self.by = by
            self.castBy = castBy
            self.decision = decision
            self.comment = comment
            self.at = at
        }

        private enum CodingKeys: String, CodingKey {
            case by, decision, comment, at
            case castBy = "cast_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            by = try fields.decode(PersonId.self, forKey: .by)
            castBy = try fields.decode(PersonId.self, forKey: .castBy)
            decision = try fields.decode(VoteDecision.self, forKey: .decision)
            comment = try fields.decodeIfPresent(String.self, forKey: .comment) ?? ""
            at = try fields.decode(Date.self, forKey: .at)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(by, forKey: .by)
            try fields.encode(castBy, forKey: .castBy)
            try fields.encode(decision, forKey: .decision)
            if !comment.isEmpty { try fields.encode(comment, forKey: .comment) }
            try fields.encode(at, forKey: .at)
        }
    }

    /// What a voter says.
    public enum VoteDecision: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// In favour.
        case approve
        /// Against.
        case reject
        /// The content is to be reworked: ends the ballot, since other content is another subject.
        case `return`
        /// Neither: counts for the quorum only.
        case abstain
    }

    /// A person with a vote.
    public struct Voter: Codable, Sendable, Equatable {
        /// Who.
        public var person: PersonId
        /// The roles in which the person votes.
        public var roles: [Role]

        public init(person: PersonId, roles: [Role]) {
            self.person = person
            self.roles = roles
        }
    }

    /// One use of a waiver.
    public struct WaiverUse: Codable, Sendable, Equatable {
        /// Who was let through, against which row.
        public var excluded: Excluded
        /// By which waiver.
        public var waiver: RecordId

        public init(excluded: Excluded, waiver: RecordId) {
            self.excluded = excluded
            self.waiver = waiver
        }
    }

    /// Why a clock is due when it is.
    public struct WhyDue: Codable, Sendable, Equatable {
        /// What the clock measures.
        public var metric: Metric
        /// What it counts under.
        public var terms: ClockTerms
        /// The target in seconds of the measure.
        public var targetSeconds: Int
        /// Seconds that a policy carried over without a stretch.
        public var carriedSeconds: Int
        /// The stretches of this cycle in order, up to the due instant or the end of what is known.
        public var stretches: [Stretch]
        /// When it is due; open while a pause decides.
        public var dueAt: Date?
        /// The latest instant that still meets the target.
        public var breachesAt: Date?
        /// Why there is no due time though the clock runs.
        public var note: ClockNote?

        public init(
            metric: Metric,
            terms: ClockTerms,
            targetSeconds: Int,
            carriedSeconds: Int,
            stretches: [Stretch],
            dueAt: Date? = nil,
            breachesAt: Date? = nil,
            note: ClockNote? = nil
        ) {
            self.metric = metric
            self.terms = terms
            self.targetSeconds = targetSeconds
            self.carriedSeconds = carriedSeconds
            self.stretches = stretches
            self.dueAt = dueAt
            self.breachesAt = breachesAt
            self.note = note
        }

        private enum CodingKeys: String, CodingKey {
            case metric, terms, stretches, note
            case targetSeconds = "target_s"
            case carriedSeconds = "carried_s"
            case dueAt = "due_at"
            case breachesAt = "breaches_at"
        }
    }

    /// Why a clock is due when it is, with the hand calculation in words.
    public struct WhyDueAnswer: Codable, Sendable, Equatable {
        /// The stretches that add up to the target.
        public var why: WhyDue
        /// The same in English, a line each.
        public var text: String
        /// The same in Chinese.
        public var textZh: String

        public init(why: WhyDue, text: String, textZh: String) {
            self.why = why
            self.text = text
            self.textZh = textZh
        }

        private enum CodingKeys: String, CodingKey {
            case why, text
            case textZh = "text_zh"
        }
    }

    /// The same ratio if excused breaches are taken for met (DECISIONS 13). The value itself never is.
    public struct WithExcused: Codable, Sendable, Equatable {
        /// The records that miss the value's numerator only because of excused breaches.
        public var excused: Counted
        /// The ratio with them in the numerator.
        public var amount: Amount

        public init(excused: Counted, amount: Amount) {
            self.excused = excused
            self.amount = amount
        }
    }

    /// The proof of one verdict.
    ///
    /// If only these failures had happened and only these relations passed anything on, the item would be in this state or worse. Leave
    /// any one of them out, and it would not. A witness is irredundant, not the smallest there is (DECISIONS 23); of several the same
    /// is chosen whatever order the register was built in.
    public struct Witness: Codable, Sendable, Equatable {
        /// Which item.
        public var item: CiId
        /// Its state.
        public var state: ItemState
        /// The sources and the context that it takes, each in the state that it takes, by id.
        public var given: [Source]
        /// The relations that it takes, sorted by what they are known by.
        public var relations: [Relation]
        /// How sure the least sure of these relations is, in parts per million; one that does not say is certain.
        public var confidencePpm: Int
        /// When the relation among them that was seen longest ago was seen; `None` when none says.
        public var verifiedAt: Date?
        /// Failures and relations that a viewer may not see.
        public var hidden: Int

        public init(
            item: CiId,
            state: ItemState,
            given: [Source],
            relations: [Relation],
            confidencePpm: Int,
            hidden: Int,
            verifiedAt: Date? = nil
        ) {
            self.item = item
            self.state = state
            self.given = given
            self.relations = relations
            self.confidencePpm = confidencePpm
            self.verifiedAt = verifiedAt
            self.hidden = hidden
        }

        private enum CodingKeys: String, CodingKey {
            case item, state, given, relations, hidden
            case confidencePpm = "confidence_ppm"
            case verifiedAt = "verified_at"
        }
    }
}
