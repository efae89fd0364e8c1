// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// When an activity was done last.
    public struct ActivityDone: Codable, Sendable, Equatable {
        /// When.
        public var at: Date
        /// What proves it.
        public var evidence: Evidence

        public init(at: Date, evidence: Evidence) {
            self.at = at
            self.evidence = evidence
        }
    }

    /// What is done at planned intervals.
    public enum ActivityKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Internal audit, full coverage (AUD-01, AUD-07).
        case internalAudit = "internal_audit"
        /// Management review (MRV-01).
        case managementReview = "management_review"
        /// Review of context, interested parties and risks (CTX-01, CTX-03, RSK-01).
        case contextReview = "context_review"
        /// Policy and plan review (LDR-04, PLN-01).
        case policyReview = "policy_review"
        /// Measurement of objectives (OBJ-03).
        case objectiveMeasurement = "objective_measurement"
        /// Controlled document review (DOC-03).
        case documentReview = "document_review"
        /// Quality check of the company (QCK-01).
        case companyQualityCheck = "company_quality_check"
        /// Quality check of a project (QCK-01).
        case projectQualityCheck = "project_quality_check"
        /// Review of service level and operational level agreements (SLM-06, SLM-10).
        case agreementReview = "agreement_review"
        /// Review of the agreements of critical services (SLM-06, SLM-10).
        case criticalAgreementReview = "critical_agreement_review"
        /// Service report (RPT-07).
        case serviceReport = "service_report"
        /// Availability risk assessment (AVL-01).
        case availabilityRiskAssessment = "availability_risk_assessment"
        /// Availability plan review (AVL-03).
        case availabilityPlanReview = "availability_plan_review"
        /// Continuity risk assessment (CON-01).
        case continuityRiskAssessment = "continuity_risk_assessment"
        /// Continuity plan review (CON-02).
        case continuityPlanReview = "continuity_plan_review"
        /// Continuity test (CON-04).
        case continuityTest = "continuity_test"
        /// Check of off-site copies (CON-03).
        case offSiteCopyCheck = "off_site_copy_check"
        /// Budget monitoring (BUD-05).
        case budgetMonitoring = "budget_monitoring"
        /// Budget forecast review (BUD-05).
        case budgetForecastReview = "budget_forecast_review"
        /// Demand forecast (DEM-01).
        case demandForecast = "demand_forecast"
        /// Capacity plan review (CAP-02).
        case capacityPlanReview = "capacity_plan_review"
        /// Security risk assessment (SEC-03).
        case securityRiskAssessment = "security_risk_assessment"
        /// Security control test (SEC-05).
        case securityControlTest = "security_control_test"
        /// Security incident analysis (SEC-09).
        case securityIncidentAnalysis = "security_incident_analysis"
        /// Customer service review (BRM-04).
        case customerServiceReview = "customer_service_review"
        /// Satisfaction survey (SAT-01).
        case satisfactionSurvey = "satisfaction_survey"
        /// Supplier performance review (SUP-05).
        case supplierPerformanceReview = "supplier_performance_review"
        /// Supplier contract review (SUP-06).
        case supplierContractReview = "supplier_contract_review"
        /// Problem trend analysis (PRB-01).
        case problemTrendAnalysis = "problem_trend_analysis"
        /// Review of how effective resolutions were (PRB-09).
        case problemEffectivenessReview = "problem_effectiveness_review"
        /// Configuration audit, all items (CFG-08).
        case configurationAudit = "configuration_audit"
        /// Configuration audit, critical items (CFG-08).
        case criticalConfigurationAudit = "critical_configuration_audit"
        /// Change trend analysis (CHG-13).
        case changeTrendAnalysis = "change_trend_analysis"
        /// Competence and training review (RES-03).
        case competenceReview = "competence_review"
        /// Review of waivers and delegations (LIB-03).
        case waiverReview = "waiver_review"
        /// Certification surveillance (IMP-05).
        case certificationSurveillance = "certification_surveillance"
    }

    /// When an activity is due.
    public struct Due: Codable, Sendable, Equatable {
        /// The last instant that is still in time: with the tolerance, and never beyond the edition's longest interval.
        public var inTimeUntil: Date
        /// When it is due next.
        public var nextDue: Date

        public init(inTimeUntil: Date, nextDue: Date) {
            self.inTimeUntil = inTimeUntil
            self.nextDue = nextDue
        }

        private enum CodingKeys: String, CodingKey {
            case inTimeUntil = "in_time_until"
            case nextDue = "next_due"
        }
    }

    /// The editions of the standard.
    public enum Edition: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The first, which fixes three intervals.
        case of2005 = "2005"
        /// The second.
        case of2011 = "2011"
        /// The third, with its amendment of 2024.
        case of2018 = "2018"
    }

    /// What proves that an activity was done: a record of the register, or what the host calls the place where the proof lies.
    public struct Evidence: Codable, Sendable, Equatable {
        /// The record.
        public var record: RecordId?
        /// The reference.
        public var reference: String?

        public init(record: RecordId? = nil, reference: String? = nil) {
            self.record = record
            self.reference = reference
        }
    }

    /// A planned activity (spec 3.0.6).
    public struct PlannedActivity: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: PlannedActivityPhase
        /// What is done.
        public var kind: ActivityKind
        /// The service, customer, supplier, document or the like that it is about; absent: the whole.
        public var subject: RecordId?
        /// The edition of the standard that it is planned under.
        public var edition: Edition
        /// Every so many months.
        public var everyMonths: Int
        /// So many days after it was due it is overdue.
        public var toleranceDays: Int
        /// When it is due.
        public var due: Due
        /// When it was done last, if it ever was.
        public var last: ActivityDone?
        /// From when on it is overdue. Only doing it ends that.
        public var overdueSince: Date?

        public init(
            envelope: Envelope,
            phase: PlannedActivityPhase,
            kind: ActivityKind,
            edition: Edition,
            everyMonths: Int,
            toleranceDays: Int,
            due: Due,
            subject: RecordId? = nil,
            last: ActivityDone? = nil,
            overdueSince: Date? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.kind = kind
            self.subject = subject
            self.edition = edition
            self.everyMonths = everyMonths
            self.toleranceDays = toleranceDays
            self.due = due
            self.last = last
            self.overdueSince = overdueSince
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, kind, subject, edition, due, last
            case everyMonths = "every_months"
            case toleranceDays = "tolerance_days"
            case overdueSince = "overdue_since"
        }
    }

    /// Gives it to another owner.
    public struct PlannedActivityAssignBody: Codable, Sendable, Equatable {
        /// Who sees to it from now on.
        public var owner: PersonId

        public init(owner: PersonId) {
            self.owner = owner
        }
    }

    /// It has another owner.
    public struct PlannedActivityAssignedBody: Codable, Sendable, Equatable {
        /// Who sees to it from now on.
        public var owner: PersonId

        public init(owner: PersonId) {
            self.owner = owner
        }
    }

    /// Gives it another interval.
    public struct PlannedActivityChangeIntervalBody: Codable, Sendable, Equatable {
        /// The edition of the standard that it is planned under.
        public var edition: Edition
        /// Every so many months.
        public var everyMonths: Int
        /// Why.
        public var reason: String

        public init(edition: Edition, everyMonths: Int, reason: String) {
            self.edition = edition
            self.everyMonths = everyMonths
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case edition, reason
            case everyMonths = "every_months"
        }
    }

    /// The host's receipt for a notice.
    public struct PlannedActivityConfirmNoticeBody: Codable, Sendable, Equatable {
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

    /// It has another interval.
    public struct PlannedActivityIntervalChangedBody: Codable, Sendable, Equatable {
        /// When it is due now.
        public var due: Due
        /// The edition of the standard that it is planned under.
        public var edition: Edition
        /// Every so many months.
        public var everyMonths: Int
        /// Why.
        public var reason: String

        public init(due: Due, edition: Edition, everyMonths: Int, reason: String) {
            self.due = due
            self.edition = edition
            self.everyMonths = everyMonths
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case due, edition, reason
            case everyMonths = "every_months"
        }
    }

    /// It is overdue.
    public struct PlannedActivityOverdueBody: Codable, Sendable, Equatable {
        /// From when on: the first instant that is not in time.
        public var since: Date

        public init(since: Date) {
            self.since = since
        }
    }

    /// Says that it was done.
    public struct PlannedActivityPerformBody: Codable, Sendable, Equatable {
        /// When.
        public var doneAt: Date
        /// What proves it.
        public var evidence: Evidence

        public init(doneAt: Date, evidence: Evidence) {
            self.doneAt = doneAt
            self.evidence = evidence
        }

        private enum CodingKeys: String, CodingKey {
            case evidence
            case doneAt = "done_at"
        }
    }

    /// It was done.
    public struct PlannedActivityPerformedBody: Codable, Sendable, Equatable {
        /// When.
        public var doneAt: Date
        /// When it is due again.
        public var due: Due
        /// What proves it.
        public var evidence: Evidence

        public init(doneAt: Date, due: Due, evidence: Evidence) {
            self.doneAt = doneAt
            self.due = due
            self.evidence = evidence
        }

        private enum CodingKeys: String, CodingKey {
            case due, evidence
            case doneAt = "done_at"
        }
    }

    /// The phases of a planned activity.
    public enum PlannedActivityPhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It is done again and again.
        case open
        /// It is done no more. Final.
        case retired
    }

    /// Enters an activity into the register.
    public struct PlannedActivityPlanBody: Codable, Sendable, Equatable {
        /// The edition of the standard that it is planned under.
        public var edition: Edition
        /// Every so many months; absent: the preset of its kind.
        public var everyMonths: Int?
        /// When it is due first: within one interval.
        public var firstDue: Date
        /// What is done.
        public var kind: ActivityKind
        /// Who sees to it.
        public var owner: PersonId
        /// The service, customer, supplier, document or the like that it is about; absent: the whole.
        public var subject: RecordId?
        /// So many days after it was due it is overdue.
        public var toleranceDays: Int

        public init(
            edition: Edition,
            firstDue: Date,
            kind: ActivityKind,
            owner: PersonId,
            everyMonths: Int? = nil,
            subject: RecordId? = nil,
            toleranceDays: Int = 0
        ) {
            self.edition = edition
            self.everyMonths = everyMonths
            self.firstDue = firstDue
            self.kind = kind
            self.owner = owner
            self.subject = subject
            self.toleranceDays = toleranceDays
        }

        private enum CodingKeys: String, CodingKey {
            case edition, kind, owner, subject
            case everyMonths = "every_months"
            case firstDue = "first_due"
            case toleranceDays = "tolerance_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            edition = try fields.decode(Edition.self, forKey: .edition)
            everyMonths = try fields.decodeIfPresent(Int.self, forKey: .everyMonths)
            firstDue = try fields.decode(Date.self, forKey: .firstDue)
            kind = try fields.decode(ActivityKind.self, forKey: .kind)
            owner = try fields.decode(PersonId.self, forKey: .owner)
            subject = try fields.decodeIfPresent(RecordId.self, forKey: .subject)
            toleranceDays = try fields.decodeIfPresent(Int.self, forKey: .toleranceDays) ?? 0
        }
    }

    /// It was entered into the register.
    public struct PlannedActivityPlannedBody: Codable, Sendable, Equatable {
        /// When it is due.
        public var due: Due
        /// The edition of the standard that it is planned under.
        public var edition: Edition
        /// Every so many months.
        public var everyMonths: Int
        /// What is done.
        public var kind: ActivityKind
        /// Who sees to it.
        public var owner: PersonId
        /// What it is about; absent: the whole.
        public var subject: RecordId?
        /// So many days after it was due it is overdue.
        public var toleranceDays: Int

        public init(
            due: Due,
            edition: Edition,
            everyMonths: Int,
            kind: ActivityKind,
            owner: PersonId,
            toleranceDays: Int,
            subject: RecordId? = nil
        ) {
            self.due = due
            self.edition = edition
            self.everyMonths = everyMonths
            self.kind = kind
            self.owner = owner
            self.subject = subject
            self.toleranceDays = toleranceDays
        }

        private enum CodingKeys: String, CodingKey {
            case due, edition, kind, owner, subject
            case everyMonths = "every_months"
            case toleranceDays = "tolerance_days"
        }
    }

    /// Takes it out of the register.
    public struct PlannedActivityRetireBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It was taken out of the register.
    public struct PlannedActivityRetiredBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }
}
