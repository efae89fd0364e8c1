// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// Why a cause is left where it is.
    public struct AcceptanceOfProblem: Codable, Sendable, Equatable {
        /// What removing it would cost, and what leaving it risks.
        public var rationale: String
        /// What reduces the impact.
        public var mitigation: String
        /// When it is looked at again.
        public var reviewAt: Date

        public init(rationale: String, mitigation: String, reviewAt: Date) {
            self.rationale = rationale
            self.mitigation = mitigation
            self.reviewAt = reviewAt
        }

        private enum CodingKeys: String, CodingKey {
            case rationale, mitigation
            case reviewAt = "review_at"
        }
    }

    /// One search for the cause. A recurrence begins another one.
    public struct Analysis: Codable, Sendable, Equatable {
        /// From when the limit counts.
        public var since: Date
        /// By when the cause has to be found.
        public var due: Date
        /// Whether it was not.
        public var missed: Bool
        /// The method.
        public var method: Code?
        /// The steps.
        public var steps: [AnalysisStep]
        /// The cause.
        public var cause: RootCause?
        /// When it was found and, where that is needed, confirmed.
        public var foundAt: Date?

        public init(
            since: Date,
            due: Date,
            missed: Bool,
            method: Code? = nil,
            steps: [AnalysisStep] = [],
            cause: RootCause? = nil,
            foundAt: Date? = nil
        ) {
            self.since = since
            self.due = due
            self.missed = missed
            self.method = method
            self.steps = steps
            self.cause = cause
            self.foundAt = foundAt
        }

        private enum CodingKeys: String, CodingKey {
            case since, due, missed, method, steps, cause
            case foundAt = "found_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            since = try fields.decode(Date.self, forKey: .since)
            due = try fields.decode(Date.self, forKey: .due)
            missed = try fields.decode(Bool.self, forKey: .missed)
            method = try fields.decodeIfPresent(Code.self, forKey: .method)
            steps = try fields.decodeIfPresent([AnalysisStep].self, forKey: .steps) ?? []
            cause = try fields.decodeIfPresent(RootCause.self, forKey: .cause)
            foundAt = try fields.decodeIfPresent(Date.self, forKey: .foundAt)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(since, forKey: .since)
            try fields.encode(due, forKey: .due)
            try fields.encode(missed, forKey: .missed)
            try fields.encodeIfPresent(method, forKey: .method)
            if !steps.isEmpty { try fields.encode(steps, forKey: .steps) }
            try fields.encodeIfPresent(cause, forKey: .cause)
            try fields.encodeIfPresent(foundAt, forKey: .foundAt)
        }
    }

    /// A step of an analysis.
    public struct AnalysisStep: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// What was tried, and what it showed.
        public var note: String

        public init(at: Date, by: PersonId, note: String) {
            self.at = at
            self.by = by
            self.note = note
        }
    }

    /// What a review says of a resolution.
    public enum Effectiveness: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It did what it should.
        case effective
        /// It did a part of it.
        case partlyEffective = "partly_effective"
        /// It did not help.
        case ineffective
    }

    /// A change that is to remove the cause.
    public struct Fix: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId
        /// When it was known to be approved.
        public var approvedAt: Date?
        /// When it was known to be live.
        public var liveAt: Date?
        /// The release that brought it.
        public var release: RecordId?

        public init(change: RecordId, approvedAt: Date? = nil, liveAt: Date? = nil, release: RecordId? = nil) {
            self.change = change
            self.approvedAt = approvedAt
            self.liveAt = liveAt
            self.release = release
        }

        private enum CodingKeys: String, CodingKey {
            case change, release
            case approvedAt = "approved_at"
            case liveAt = "live_at"
        }
    }

    /// A problem.
    public struct Problem: Codable, Sendable, Equatable {
        /// What every record has; its owner is the analyst.
        public var envelope: Envelope
        /// Where it stands.
        public var state: ProblemState
        /// Where it was found.
        public var source: ProblemSource
        /// Whether it was found before it did harm.
        public var proactive: Bool
        /// What it shows.
        public var symptoms: String
        /// The same, as a code of the host's tree.
        public var symptomCode: Code?
        /// Its incidents.
        public var incidents: [RecordId]
        /// What else speaks for it: a trend, a supplier's notice.
        public var evidence: String?
        /// The candidate it was.
        public var candidate: RecordId?
        /// What it is.
        public var classification: ProblemClassification?
        /// Whoever was its analyst, the present one last.
        public var analysts: [PersonId]
        /// The searches for its cause, the present one last.
        public var analyses: [Analysis]
        /// How to live with it meanwhile.
        public var workaround: String?
        /// The changes that are to remove the cause last found.
        public var fixes: [Fix]
        /// Up to when the present fix is, or was, observed.
        public var observedUntil: Date?
        /// The incidents that its fixes should have prevented.
        public var recurrences: [Recurrence]
        /// Why its cause is left where it is.
        public var acceptance: AcceptanceOfProblem?
        /// The reviews of its resolution.
        public var reviews: [ReviewOfProblem]

        public init(
            envelope: Envelope,
            state: ProblemState,
            source: ProblemSource,
            proactive: Bool,
            symptoms: String,
            symptomCode: Code? = nil,
            incidents: [RecordId] = [],
            evidence: String? = nil,
            candidate: RecordId? = nil,
            classification: ProblemClassification? = nil,
            analysts: [PersonId] = [],
            analyses: [Analysis] = [],
            workaround: String? = nil,
            fixes: [Fix] = [],
            observedUntil: Date? = nil,
            recurrences: [Recurrence] = [],
            acceptance: AcceptanceOfProblem? = nil,
            reviews: [ReviewOfProblem] = []
        ) {
            self.envelope = envelope
            self.state = state
            self.source = source
            self.proactive = proactive
            self.symptoms = symptoms
            self.symptomCode = symptomCode
            self.incidents = incidents
            self.evidence = evidence
            self.candidate = candidate
            self.classification = classification
            self.analysts = analysts
            self.analyses = analyses
            self.workaround = workaround
            self.fixes = fixes
            self.observedUntil = observedUntil
            self.recurrences = recurrences
            self.acceptance = acceptance
            self.reviews = reviews
        }

        private enum CodingKeys: String, CodingKey {
            case envelope,
                state,
                source,
                proactive,
                symptoms,
                incidents,
                evidence,
                candidate,
                classification,
                analysts,
                analyses,
                workaround,
                fixes,
                recurrences,
                acceptance,
                reviews
            case symptomCode = "symptom_code"
            case observedUntil = "observed_until"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            envelope = try fields.decode(Envelope.self, forKey: .envelope)
            state = try fields.decode(ProblemState.self, forKey: .state)
            source = try fields.decode(ProblemSource.self, forKey: .source)
            proactive = try fields.decode(Bool.self, forKey: .proactive)
            symptoms = try fields.decode(String.self, forKey: .symptoms)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            evidence = try fields.decodeIfPresent(String.self, forKey: .evidence)
            candidate = try fields.decodeIfPresent(RecordId.self, forKey: .candidate)
            classification = try fields.decodeIfPresent(ProblemClassification.self, forKey: .classification)
            analysts = try fields.decodeIfPresent([PersonId].self, forKey: .analysts) ?? []
            analyses = try fields.decodeIfPresent([Analysis].self, forKey: .analyses) ?? []
            workaround = try fields.decodeIfPresent(String.self, forKey: .workaround)
            fixes = try fields.decodeIfPresent([Fix].self, forKey: .fixes) ?? []
            observedUntil = try fields.decodeIfPresent(Date.self, forKey: .observedUntil)
            recurrences = try fields.decodeIfPresent([Recurrence].self, forKey: .recurrences) ?? []
            acceptance = try fields.decodeIfPresent(AcceptanceOfProblem.self, forKey: .acceptance)
            reviews = try fields.decodeIfPresent([ReviewOfProblem].self, forKey: .reviews) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(envelope, forKey: .envelope)
            try fields.encode(state, forKey: .state)
            try fields.encode(source, forKey: .source)
            try fields.encode(proactive, forKey: .proactive)
            try fields.encode(symptoms, forKey: .symptoms)
            try fields.encodeIfPresent(symptomCode, forKey: .symptomCode)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encodeIfPresent(evidence, forKey: .evidence)
            try fields.encodeIfPresent(candidate, forKey: .candidate)
            try fields.encodeIfPresent(classification, forKey: .classification)
            if !analysts.isEmpty { try fields.encode(analysts, forKey: .analysts) }
            if !analyses.isEmpty { try fields.encode(analyses, forKey: .analyses) }
            try fields.encodeIfPresent(workaround, forKey: .workaround)
            if !fixes.isEmpty { try fields.encode(fixes, forKey: .fixes) }
            try fields.encodeIfPresent(observedUntil, forKey: .observedUntil)
            if !recurrences.isEmpty { try fields.encode(recurrences, forKey: .recurrences) }
            try fields.encodeIfPresent(acceptance, forKey: .acceptance)
            if !reviews.isEmpty { try fields.encode(reviews, forKey: .reviews) }
        }
    }

    /// Leaves the cause where it is.
    public struct ProblemAcceptBody: Codable, Sendable, Equatable {
        /// Why, and until when.
        public var acceptance: AcceptanceOfProblem

        public init(acceptance: AcceptanceOfProblem) {
            self.acceptance = acceptance
        }
    }

    /// The cause is left where it is.
    public struct ProblemAcceptedBody: Codable, Sendable, Equatable {
        /// Why, and until when.
        public var acceptance: AcceptanceOfProblem

        public init(acceptance: AcceptanceOfProblem) {
            self.acceptance = acceptance
        }
    }

    /// A change of it is approved.
    public struct ProblemBeginFixBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId

        public init(change: RecordId) {
            self.change = change
        }
    }

    /// Its cause is known.
    public struct ProblemCauseIdentifiedBody: Codable, Sendable, Equatable {
        /// The cause.
        public var rootCause: RootCause

        public init(rootCause: RootCause) {
            self.rootCause = rootCause
        }

        private enum CodingKeys: String, CodingKey {
            case rootCause = "root_cause"
        }
    }

    /// The cause was not found in time.
    public struct ProblemCauseOverdueBody: Codable, Sendable, Equatable {
        /// By when it had to be.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// The analyst has found the cause; the problem manager is to confirm it.
    public struct ProblemCauseProposedBody: Codable, Sendable, Equatable {
        /// The cause.
        public var rootCause: RootCause

        public init(rootCause: RootCause) {
            self.rootCause = rootCause
        }

        private enum CodingKeys: String, CodingKey {
            case rootCause = "root_cause"
        }
    }

    /// The problem manager does not confirm it.
    public struct ProblemCauseReturnedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// What a problem is: set by the problem manager.
    public struct ProblemClassification: Codable, Sendable, Equatable {
        /// The category.
        public var category: Code
        /// The priority; 1 is the highest, and the rules say how many there are.
        public var priority: Int

        public init(category: Code, priority: Int) {
            self.category = category
            self.priority = priority
        }
    }

    /// It was classified.
    public struct ProblemClassifiedBody: Codable, Sendable, Equatable {
        /// Who looks for the cause.
        public var analyst: PersonId
        /// What it is.
        public var classification: ProblemClassification
        /// By when the cause has to be found.
        public var rootCauseDue: Date

        public init(analyst: PersonId, classification: ProblemClassification, rootCauseDue: Date) {
            self.analyst = analyst
            self.classification = classification
            self.rootCauseDue = rootCauseDue
        }

        private enum CodingKeys: String, CodingKey {
            case analyst, classification
            case rootCauseDue = "root_cause_due"
        }
    }

    /// Classifies a problem and names its analyst.
    public struct ProblemClassifyBody: Codable, Sendable, Equatable {
        /// What it is.
        public var classification: ProblemClassification
        /// Who looks for the cause, and owns the problem.
        public var analyst: PersonId

        public init(classification: ProblemClassification, analyst: PersonId) {
            self.classification = classification
            self.analyst = analyst
        }
    }

    /// Closes a problem.
    public struct ProblemCloseBody: Codable, Sendable, Equatable {
        /// How it ended.
        public var code: ProblemClosureCode
        /// What resolved it.
        public var resolution: String
        /// The knowledge that was published.
        public var knowledge: RecordId

        public init(code: ProblemClosureCode, resolution: String, knowledge: RecordId) {
            self.code = code
            self.resolution = resolution
            self.knowledge = knowledge
        }
    }

    /// Closes a problem whose cause was not found.
    public struct ProblemCloseUnreproducedBody: Codable, Sendable, Equatable {
        /// Why it is given up.
        public var reason: String
        /// When it is looked at again.
        public var reviewAt: Date
        /// What is watched from now on.
        public var monitoring: String

        public init(reason: String, reviewAt: Date, monitoring: String) {
            self.reason = reason
            self.reviewAt = reviewAt
            self.monitoring = monitoring
        }

        private enum CodingKeys: String, CodingKey {
            case reason, monitoring
            case reviewAt = "review_at"
        }
    }

    /// It is closed.
    public struct ProblemClosedBody: Codable, Sendable, Equatable {
        /// How.
        public var closure: ProblemClosure

        public init(closure: ProblemClosure) {
            self.closure = closure
        }
    }

    /// How a problem was closed.
    public struct ProblemClosure: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// Who closed it.
        public var by: PersonId
        /// How it ended.
        public var code: ProblemClosureCode
        /// The knowledge that was published, unless nothing was found.
        public var knowledge: RecordId?
        /// What is watched from now on, where the cause was not found.
        public var monitoring: String?
        /// What resolved it, or why nothing did.
        public var resolution: String
        /// When it is reviewed; absent once the problem manager was told, or it was reviewed.
        public var reviewAt: Date?

        public init(
            at: Date,
            by: PersonId,
            code: ProblemClosureCode,
            resolution: String,
            knowledge: RecordId? = nil,
            monitoring: String? = nil,
            reviewAt: Date? = nil
        ) {
            self.at = at
            self.by = by
            self.code = code
            self.knowledge = knowledge
            self.monitoring = monitoring
            self.resolution = resolution
            self.reviewAt = reviewAt
        }

        private enum CodingKeys: String, CodingKey {
            case at, by, code, knowledge, monitoring, resolution
            case reviewAt = "review_at"
        }
    }

    /// How a problem ended.
    public enum ProblemClosureCode: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The cause is removed.
        case cured
        /// The impact is reduced for good.
        case mitigated
        /// The cause stays, at a cost and risk that were accepted.
        case accepted
        /// The cause was not found.
        case notReproducible = "not_reproducible"
    }

    /// Confirms the cause that the analyst has found.
    public struct ProblemConfirmCauseBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The host's receipt for a notice.
    public struct ProblemConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// It was fixed while its cause was looked for.
    public struct ProblemFixAtOnceBody: Codable, Sendable, Equatable {
        /// The change, if a configuration item was altered.
        public var change: RecordId?
        /// The statement that no configuration item was altered, where there is no change.
        public var noItemAltered: String?

        public init(change: RecordId? = nil, noItemAltered: String? = nil) {
            self.change = change
            self.noItemAltered = noItemAltered
        }

        private enum CodingKeys: String, CodingKey {
            case change
            case noItemAltered = "no_item_altered"
        }
    }

    /// A change of it is approved.
    public struct ProblemFixBegunBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId

        public init(change: RecordId) {
            self.change = change
        }
    }

    /// A change of it is live.
    public struct ProblemFixLiveBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId
        /// The release that brought it.
        public var release: RecordId?

        public init(change: RecordId, release: RecordId? = nil) {
            self.change = change
            self.release = release
        }
    }

    /// A change is to remove the cause.
    public struct ProblemFixProposedBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId

        public init(change: RecordId) {
            self.change = change
        }
    }

    /// A change of it will not remove the cause.
    public struct ProblemFixWithdrawnBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId
        /// Why.
        public var reason: String

        public init(change: RecordId, reason: String) {
            self.change = change
            self.reason = reason
        }
    }

    /// Says why it happens.
    public struct ProblemIdentifyCauseBody: Codable, Sendable, Equatable {
        /// The cause with its proof.
        public var rootCause: RootCause

        public init(rootCause: RootCause) {
            self.rootCause = rootCause
        }

        private enum CodingKeys: String, CodingKey {
            case rootCause = "root_cause"
        }
    }

    /// Begins to look for the cause.
    public struct ProblemInvestigateBody: Codable, Sendable, Equatable {
        /// By which method: `five_whys`, `fault_tree`.
        public var method: Code

        public init(method: Code) {
            self.method = method
        }
    }

    /// Its cause is looked for.
    public struct ProblemInvestigationBegunBody: Codable, Sendable, Equatable {
        /// By which method.
        public var method: Code

        public init(method: Code) {
            self.method = method
        }
    }

    /// Links another record.
    public struct ProblemLinkBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Another record was linked.
    public struct ProblemLinkedBody: Codable, Sendable, Equatable {
        /// The link.
        public var link: Link

        public init(link: Link) {
            self.link = link
        }
    }

    /// Records a problem.
    public struct ProblemLogBody: Codable, Sendable, Equatable {
        /// Where it was found.
        public var source: ProblemSource
        /// Whether it was found before it did harm.
        public var proactive: Bool
        /// What it shows; no names of persons.
        public var symptoms: String
        /// The same, as a code of the host's tree.
        public var symptomCode: Code?
        /// Its incidents.
        public var incidents: [RecordId]
        /// What else speaks for it: a trend, a supplier's notice. Needed where there is no incident.
        public var evidence: String?
        /// The configuration items concerned.
        public var cis: [CiId]
        /// The services concerned.
        public var services: [ServiceId]
        /// The candidate that was accepted as this problem.
        public var candidate: RecordId?
        /// The closed problem that this one is again.
        public var repeatOf: RecordId?

        public init(
            source: ProblemSource,
            proactive: Bool,
            symptoms: String,
            symptomCode: Code? = nil,
            incidents: [RecordId] = [],
            evidence: String? = nil,
            cis: [CiId] = [],
            services: [ServiceId] = [],
            candidate: RecordId? = nil,
            repeatOf: RecordId? = nil
        ) {
            self.source = source
            self.proactive = proactive
            self.symptoms = symptoms
            self.symptomCode = symptomCode
            self.incidents = incidents
            self.evidence = evidence
            self.cis = cis
            self.services = services
            self.candidate = candidate
            self.repeatOf = repeatOf
        }

        private enum CodingKeys: String, CodingKey {
            case source, proactive, symptoms, incidents, evidence, cis, services, candidate
            case symptomCode = "symptom_code"
            case repeatOf = "repeat_of"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            source = try fields.decode(ProblemSource.self, forKey: .source)
            proactive = try fields.decode(Bool.self, forKey: .proactive)
            symptoms = try fields.decode(String.self, forKey: .symptoms)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            evidence = try fields.decodeIfPresent(String.self, forKey: .evidence)
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            candidate = try fields.decodeIfPresent(RecordId.self, forKey: .candidate)
            repeatOf = try fields.decodeIfPresent(RecordId.self, forKey: .repeatOf)
        }
    }

    /// A problem was recorded.
    public struct ProblemLoggedBody: Codable, Sendable, Equatable {
        /// The candidate that it was.
        public var candidate: RecordId?
        /// The configuration items concerned.
        public var cis: [CiId]
        /// What else speaks for it.
        public var evidence: String?
        /// Its incidents.
        public var incidents: [RecordId]
        /// Whether it was found before it did harm.
        public var proactive: Bool
        /// The closed problem that it is again.
        public var repeatOf: RecordId?
        /// The services concerned.
        public var services: [ServiceId]
        /// Where it was found.
        public var source: ProblemSource
        /// What it shows, as a code.
        public var symptomCode: Code?
        /// What it shows.
        public var symptoms: String

        public init(
            proactive: Bool,
            source: ProblemSource,
            symptoms: String,
            candidate: RecordId? = nil,
            cis: [CiId] = [],
            evidence: String? = nil,
            incidents: [RecordId] = [],
            repeatOf: RecordId? = nil,
            services: [ServiceId] = [],
            symptomCode: Code? = nil
        ) {
            self.candidate = candidate
            self.cis = cis
            self.evidence = evidence
            self.incidents = incidents
            self.proactive = proactive
            self.repeatOf = repeatOf
            self.services = services
            self.source = source
            self.symptomCode = symptomCode
            self.symptoms = symptoms
        }

        private enum CodingKeys: String, CodingKey {
            case candidate, cis, evidence, incidents, proactive, services, source, symptoms
            case repeatOf = "repeat_of"
            case symptomCode = "symptom_code"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            candidate = try fields.decodeIfPresent(RecordId.self, forKey: .candidate)
            cis = try fields.decodeIfPresent([CiId].self, forKey: .cis) ?? []
            evidence = try fields.decodeIfPresent(String.self, forKey: .evidence)
            incidents = try fields.decodeIfPresent([RecordId].self, forKey: .incidents) ?? []
            proactive = try fields.decode(Bool.self, forKey: .proactive)
            repeatOf = try fields.decodeIfPresent(RecordId.self, forKey: .repeatOf)
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            source = try fields.decode(ProblemSource.self, forKey: .source)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            symptoms = try fields.decode(String.self, forKey: .symptoms)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(candidate, forKey: .candidate)
            if !cis.isEmpty { try fields.encode(cis, forKey: .cis) }
            try fields.encodeIfPresent(evidence, forKey: .evidence)
            if !incidents.isEmpty { try fields.encode(incidents, forKey: .incidents) }
            try fields.encode(proactive, forKey: .proactive)
            try fields.encodeIfPresent(repeatOf, forKey: .repeatOf)
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
            try fields.encode(source, forKey: .source)
            try fields.encodeIfPresent(symptomCode, forKey: .symptomCode)
            try fields.encode(symptoms, forKey: .symptoms)
        }
    }

    /// Says how to live with it meanwhile.
    public struct ProblemMitigateBody: Codable, Sendable, Equatable {
        /// The workaround.
        public var workaround: String

        public init(workaround: String) {
            self.workaround = workaround
        }
    }

    /// How to live with it meanwhile.
    public struct ProblemMitigatedBody: Codable, Sendable, Equatable {
        /// The workaround.
        public var workaround: String

        public init(workaround: String) {
            self.workaround = workaround
        }
    }

    /// The fix is observed.
    public struct ProblemObservationBegunBody: Codable, Sendable, Equatable {
        /// The change of a fix at once, if an item was altered.
        public var change: RecordId?
        /// The statement that none was.
        public var noItemAltered: String?
        /// Up to when.
        public var until: Date

        public init(until: Date, change: RecordId? = nil, noItemAltered: String? = nil) {
            self.change = change
            self.noItemAltered = noItemAltered
            self.until = until
        }

        private enum CodingKeys: String, CodingKey {
            case change, until
            case noItemAltered = "no_item_altered"
        }
    }

    /// The observation is over.
    public struct ProblemObservationEndedBody: Codable, Sendable, Equatable {
        /// Since when.
        public var until: Date

        public init(until: Date) {
            self.until = until
        }
    }

    /// A change of it is live.
    public struct ProblemObserveBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId
        /// The release that brought it, if it was packaged.
        public var release: RecordId?

        public init(change: RecordId, release: RecordId? = nil) {
            self.change = change
            self.release = release
        }
    }

    /// Names a change that is to remove the cause.
    public struct ProblemProposeFixBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId

        public init(change: RecordId) {
            self.change = change
        }
    }

    /// Gives it to another analyst.
    public struct ProblemReassignBody: Codable, Sendable, Equatable {
        /// To whom.
        public var analyst: PersonId
        /// Why.
        public var reason: String

        public init(analyst: PersonId, reason: String) {
            self.analyst = analyst
            self.reason = reason
        }
    }

    /// Another analyst has it.
    public struct ProblemReassignedBody: Codable, Sendable, Equatable {
        /// Who.
        public var analyst: PersonId
        /// Why.
        public var reason: String

        public init(analyst: PersonId, reason: String) {
            self.analyst = analyst
            self.reason = reason
        }
    }

    /// It was classified anew.
    public struct ProblemReclassifiedBody: Codable, Sendable, Equatable {
        /// What it is.
        public var classification: ProblemClassification
        /// Why.
        public var reason: String
        /// By when the cause has to be found.
        public var rootCauseDue: Date

        public init(classification: ProblemClassification, reason: String, rootCauseDue: Date) {
            self.classification = classification
            self.reason = reason
            self.rootCauseDue = rootCauseDue
        }

        private enum CodingKeys: String, CodingKey {
            case classification, reason
            case rootCauseDue = "root_cause_due"
        }
    }

    /// Classifies it anew.
    public struct ProblemReclassifyBody: Codable, Sendable, Equatable {
        /// What it is.
        public var classification: ProblemClassification
        /// Why.
        public var reason: String

        public init(classification: ProblemClassification, reason: String) {
            self.classification = classification
            self.reason = reason
        }
    }

    /// Takes the acceptance back.
    public struct ProblemReconsiderBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The cause is not left any longer.
    public struct ProblemReconsideredBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The fix did not help.
    public struct ProblemRecurBody: Codable, Sendable, Equatable {
        /// The incident that it should have prevented.
        public var incident: RecordId

        public init(incident: RecordId) {
            self.incident = incident
        }
    }

    /// The fix did not help.
    public struct ProblemRecurredBody: Codable, Sendable, Equatable {
        /// The incident that it should have prevented.
        public var incident: RecordId
        /// By when the cause has to be found now; absent where the problem is closed.
        public var rootCauseDue: Date?

        public init(incident: RecordId, rootCauseDue: Date? = nil) {
            self.incident = incident
            self.rootCauseDue = rootCauseDue
        }

        private enum CodingKeys: String, CodingKey {
            case incident
            case rootCauseDue = "root_cause_due"
        }
    }

    /// Adds incidents to it.
    public struct ProblemRelateBody: Codable, Sendable, Equatable {
        /// Which.
        public var incidents: [RecordId]

        public init(incidents: [RecordId]) {
            self.incidents = incidents
        }
    }

    /// Incidents were added.
    public struct ProblemRelatedBody: Codable, Sendable, Equatable {
        /// Which.
        public var incidents: [RecordId]

        public init(incidents: [RecordId]) {
            self.incidents = incidents
        }
    }

    /// Leaves the cause where it is for longer.
    public struct ProblemRenewAcceptanceBody: Codable, Sendable, Equatable {
        /// Why, and until when.
        public var acceptance: AcceptanceOfProblem

        public init(acceptance: AcceptanceOfProblem) {
            self.acceptance = acceptance
        }
    }

    /// Goes on with the investigation.
    public struct ProblemResumeBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The investigation goes on.
    public struct ProblemResumedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// Does not confirm it.
    public struct ProblemReturnCauseBody: Codable, Sendable, Equatable {
        /// Why it does not convince.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// What a review of the resolution found (spec 3.22: `ProblemReview`).
    public struct ProblemReview: Codable, Sendable, Equatable {
        /// Whether it did what it should.
        public var effectiveness: Effectiveness
        /// What was found.
        public var findings: String
        /// The records of the actions that follow.
        public var actions: [RecordId]

        public init(effectiveness: Effectiveness, findings: String, actions: [RecordId] = []) {
            self.effectiveness = effectiveness
            self.findings = findings
            self.actions = actions
        }

        private enum CodingKeys: String, CodingKey {
            case effectiveness, findings, actions
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            effectiveness = try fields.decode(Effectiveness.self, forKey: .effectiveness)
            findings = try fields.decode(String.self, forKey: .findings)
            actions = try fields.decodeIfPresent([RecordId].self, forKey: .actions) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(effectiveness, forKey: .effectiveness)
            try fields.encode(findings, forKey: .findings)
            if !actions.isEmpty { try fields.encode(actions, forKey: .actions) }
        }
    }

    /// Records what a review of the resolution found.
    public struct ProblemReviewBody: Codable, Sendable, Equatable {
        /// What it found.
        public var review: ProblemReview

        public init(review: ProblemReview) {
            self.review = review
        }
    }

    /// The day has come on which it is looked at again.
    public struct ProblemReviewFellDueBody: Codable, Sendable, Equatable {
        /// Since when.
        public var due: Date

        public init(due: Date) {
            self.due = due
        }
    }

    /// Its resolution was reviewed.
    public struct ProblemReviewedBody: Codable, Sendable, Equatable {
        /// What the review found.
        public var review: ProblemReview

        public init(review: ProblemReview) {
            self.review = review
        }
    }

    /// Where a problem was found.
    public enum ProblemSource: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// In incidents.
        case incident
        /// In a major incident.
        case majorIncident = "major_incident"
        /// In a trend.
        case trend
        /// A supplier told of it.
        case supplier
        /// In a test.
        case test
        /// In an audit.
        case audit
    }

    /// The state of a problem with the data that exist only in it.
    public enum ProblemState: Codable, Sendable, Equatable {
        /// Recorded.
        case logged
        /// Categorised, prioritised, with an analyst.
        case classified
        /// Its cause is looked for.
        case investigating(proposed: RootCause? = nil)
        /// It rests.
        case suspended(reason: String, since: Date, monitoring: String, reviewAt: Date? = nil)
        /// Its cause is known.
        case rootCauseIdentified
        /// A change is asked for.
        case fixProposed
        /// A change is approved.
        case fixInProgress
        /// The fix is live and watched.
        case underObservation(since: Date, until: Date, told: Bool)
        /// The cause stays.
        case accepted(reviewAt: Date? = nil)
        /// Over.
        case closed(
            at: Date,
            by: PersonId,
            code: ProblemClosureCode,
            resolution: String,
            knowledge: RecordId? = nil,
            monitoring: String? = nil,
            reviewAt: Date? = nil
        )

        /// The code in documents.
        public var kind: String {
            switch self {
            case .logged: "logged"
            case .classified: "classified"
            case .investigating: "investigating"
            case .suspended: "suspended"
            case .rootCauseIdentified: "root_cause_identified"
            case .fixProposed: "fix_proposed"
            case .fixInProgress: "fix_in_progress"
            case .underObservation: "under_observation"
            case .accepted: "accepted"
            case .closed: "closed"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, proposed, reason, since, monitoring, until, told, at, by, code, resolution, knowledge
            case reviewAt = "review_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "logged":
                self = .logged
            case "classified":
                self = .classified
            case "investigating":
                self = .investigating(proposed: try fields.decodeIfPresent(RootCause.self, forKey: .proposed))
            case "suspended":
                self = .suspended(
                    reason: try fields.decode(String.self, forKey: .reason),
                    since: try fields.decode(Date.self, forKey: .since),
                    monitoring: try fields.decode(String.self, forKey: .monitoring),
                    reviewAt: try fields.decodeIfPresent(Date.self, forKey: .reviewAt)
                )
            case "root_cause_identified":
                self = .rootCauseIdentified
            case "fix_proposed":
                self = .fixProposed
            case "fix_in_progress":
                self = .fixInProgress
            case "under_observation":
                self = .underObservation(
                    since: try fields.decode(Date.self, forKey: .since),
                    until: try fields.decode(Date.self, forKey: .until),
                    told: try fields.decode(Bool.self, forKey: .told)
                )
            case "accepted":
                self = .accepted(reviewAt: try fields.decodeIfPresent(Date.self, forKey: .reviewAt))
            case "closed":
                self = .closed(
                    at: try fields.decode(Date.self, forKey: .at),
                    by: try fields.decode(PersonId.self, forKey: .by),
                    code: try fields.decode(ProblemClosureCode.self, forKey: .code),
                    resolution: try fields.decode(String.self, forKey: .resolution),
                    knowledge: try fields.decodeIfPresent(RecordId.self, forKey: .knowledge),
                    monitoring: try fields.decodeIfPresent(String.self, forKey: .monitoring),
                    reviewAt: try fields.decodeIfPresent(Date.self, forKey: .reviewAt)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .investigating(proposed):
                try fields.encodeIfPresent(proposed, forKey: .proposed)
            case let .suspended(reason, since, monitoring, reviewAt):
                try fields.encode(reason, forKey: .reason)
                try fields.encode(since, forKey: .since)
                try fields.encode(monitoring, forKey: .monitoring)
                try fields.encodeIfPresent(reviewAt, forKey: .reviewAt)
            case let .underObservation(since, until, told):
                try fields.encode(since, forKey: .since)
                try fields.encode(until, forKey: .until)
                try fields.encode(told, forKey: .told)
            case let .accepted(reviewAt):
                try fields.encodeIfPresent(reviewAt, forKey: .reviewAt)
            case let .closed(at, by, code, resolution, knowledge, monitoring, reviewAt):
                try fields.encode(at, forKey: .at)
                try fields.encode(by, forKey: .by)
                try fields.encode(code, forKey: .code)
                try fields.encode(resolution, forKey: .resolution)
                try fields.encodeIfPresent(knowledge, forKey: .knowledge)
                try fields.encodeIfPresent(monitoring, forKey: .monitoring)
                try fields.encodeIfPresent(reviewAt, forKey: .reviewAt)
            default: break
            }
        }
    }

    /// A step of the analysis was recorded.
    public struct ProblemStepRecordedBody: Codable, Sendable, Equatable {
        /// What was tried, and what it showed.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// Lets it rest.
    public struct ProblemSuspendBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String
        /// When it is looked at again.
        public var reviewAt: Date
        /// What is watched meanwhile.
        public var monitoring: String

        public init(reason: String, reviewAt: Date, monitoring: String) {
            self.reason = reason
            self.reviewAt = reviewAt
            self.monitoring = monitoring
        }

        private enum CodingKeys: String, CodingKey {
            case reason, monitoring
            case reviewAt = "review_at"
        }
    }

    /// It rests.
    public struct ProblemSuspendedBody: Codable, Sendable, Equatable {
        /// What is watched meanwhile.
        public var monitoring: String
        /// Why.
        public var reason: String
        /// When it is looked at again.
        public var reviewAt: Date

        public init(monitoring: String, reason: String, reviewAt: Date) {
            self.monitoring = monitoring
            self.reason = reason
            self.reviewAt = reviewAt
        }

        private enum CodingKeys: String, CodingKey {
            case monitoring, reason
            case reviewAt = "review_at"
        }
    }

    /// A change of it will not remove the cause.
    public struct ProblemWithdrawFixBody: Codable, Sendable, Equatable {
        /// The change.
        public var change: RecordId
        /// Why.
        public var reason: String

        public init(change: RecordId, reason: String) {
            self.change = change
            self.reason = reason
        }
    }

    /// Records a step of the analysis.
    public struct ProblemWorkBody: Codable, Sendable, Equatable {
        /// What was tried, and what it showed.
        public var note: String

        public init(note: String) {
            self.note = note
        }
    }

    /// An incident that a fix should have prevented.
    public struct Recurrence: Codable, Sendable, Equatable {
        /// When it was noticed.
        public var at: Date
        /// The incident.
        public var incident: RecordId

        public init(at: Date, incident: RecordId) {
            self.at = at
            self.incident = incident
        }
    }

    /// A review that was held.
    public struct ReviewOfProblem: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// By whom.
        public var by: PersonId
        /// What it found.
        public var review: ProblemReview

        public init(at: Date, by: PersonId, review: ProblemReview) {
            self.at = at
            self.by = by
            self.review = review
        }
    }

    /// Why it happens.
    public struct RootCause: Codable, Sendable, Equatable {
        /// The cause, which is not the symptom.
        public var cause: String
        /// What proves it.
        public var evidence: [Attachment]
        /// The search for other items that have it.
        public var similar: SimilarItems
        /// What prevents it elsewhere.
        public var preventiveActions: [String]
        /// How it was fixed, if it was fixed at once; then there is no known error to record.
        public var fixedAtOnce: String?

        public init(
            cause: String,
            evidence: [Attachment],
            similar: SimilarItems,
            preventiveActions: [String] = [],
            fixedAtOnce: String? = nil
        ) {
            self.cause = cause
            self.evidence = evidence
            self.similar = similar
            self.preventiveActions = preventiveActions
            self.fixedAtOnce = fixedAtOnce
        }

        private enum CodingKeys: String, CodingKey {
            case cause, evidence, similar
            case preventiveActions = "preventive_actions"
            case fixedAtOnce = "fixed_at_once"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            cause = try fields.decode(String.self, forKey: .cause)
            evidence = try fields.decode([Attachment].self, forKey: .evidence)
            similar = try fields.decode(SimilarItems.self, forKey: .similar)
            preventiveActions = try fields.decodeIfPresent([String].self, forKey: .preventiveActions) ?? []
            fixedAtOnce = try fields.decodeIfPresent(String.self, forKey: .fixedAtOnce)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(cause, forKey: .cause)
            try fields.encode(evidence, forKey: .evidence)
            try fields.encode(similar, forKey: .similar)
            if !preventiveActions.isEmpty { try fields.encode(preventiveActions, forKey: .preventiveActions) }
            try fields.encodeIfPresent(fixedAtOnce, forKey: .fixedAtOnce)
        }
    }

    /// The search for other items that have the same cause.
    public struct SimilarItems: Codable, Sendable, Equatable {
        /// How they were searched for.
        public var searched: String
        /// Those that were found.
        public var found: [CiId]

        public init(searched: String, found: [CiId] = []) {
            self.searched = searched
            self.found = found
        }

        private enum CodingKeys: String, CodingKey {
            case searched, found
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            searched = try fields.decode(String.self, forKey: .searched)
            found = try fields.decodeIfPresent([CiId].self, forKey: .found) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(searched, forKey: .searched)
            if !found.isEmpty { try fields.encode(found, forKey: .found) }
        }
    }
}
