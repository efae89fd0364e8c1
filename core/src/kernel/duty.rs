//! Separation of duties, and the waivers that lift it row by row. 职责分离
//!
//! Spec 3.0.7 names pairs of duties that one person may not hold for the same subject. A small organisation may file a
//! [`Waiver`] for a row and for named persons; nothing else lifts a row (DECISIONS 8). Two rules are not rows here and
//! no waiver reaches them: a quorum counts distinct humans, and an erasure needs two persons.
//!
//! ```
//! use itsm::kernel::{Duty, Instant, PersonId, Separation, separated};
//! let (ana, bo) = (PersonId::new("ana").unwrap(), PersonId::new("bo").unwrap());
//! let now = Instant::parse("2026-11-21T01:48:51Z").unwrap();
//! let row = Duty::RequesterChangeApprover;
//! assert_eq!(separated(row, &ana, &bo, &[], now), Separation::Separate);
//! assert_eq!(separated(row, &ana, &ana, &[], now), Separation::Violated);
//! ```

use crate::kernel::{Instant, PersonId, RecordId, Role, codes, limits};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

codes! {
    /// The pairs of duties that one person may not hold for the same subject (spec 3.0.7 and the guards of 3.30).
    pub enum Duty {
        /// Who writes a document does not approve it.
        AuthorDocumentApprover = "author_document_approver", "Author and document approver", "编写人与文件批准人";
        /// Who asks for a change does not approve it.
        RequesterChangeApprover = "requester_change_approver", "Requester and change approver", "申请人与变更批准人";
        /// Who implements a change does not approve it.
        ImplementerChangeApprover = "implementer_change_approver", "Implementer and change approver", "实施人与变更批准人";
        /// Who implements a change does not review it alone.
        ImplementerSoleReviewer = "implementer_sole_reviewer", "Implementer and sole reviewer", "实施人与唯一评审人";
        /// Who builds does not do the acceptance test.
        BuilderTester = "builder_tester", "Builder and acceptance tester", "构建人与验收测试人";
        /// Who builds does not approve the deployment.
        BuilderDeploymentApprover = "builder_deployment_approver", "Builder and deployment approver", "构建人与部署批准人";
        /// Who tests does not approve the deployment.
        TesterDeploymentApprover = "tester_deployment_approver", "Tester and deployment approver", "测试人与部署批准人";
        /// Who plans a release does not agree to its plan for the parties (spec 3.0.5, T-REL-02).
        PlannerReleaseApprover = "planner_release_approver", "Release planner and approver", "发布计划人与批准人";
        /// Who deploys a release does not agree to its plan for the parties (spec 3.0.5, T-REL-02).
        DeployerReleaseApprover = "deployer_release_approver", "Release deployer and approver", "发布部署人与批准人";
        /// Who keeps the baseline of a release does not deploy it (T-REL-08).
        BaselineKeeperDeployer = "baseline_keeper_deployer", "Baseline keeper and deployer", "基线保管人与部署人";
        /// Who resolves an incident does not confirm its closure.
        ResolverClosureConfirmer = "resolver_closure_confirmer", "Resolver and closure confirmer", "解决人与关闭确认人";
        /// Who analyses a problem does not close it.
        AnalystProblemCloser = "analyst_problem_closer", "Analyst and problem closer", "分析人与问题关闭人";
        /// Who analyses a problem does not confirm its cause (T-PRB-04).
        AnalystCauseConfirmer = "analyst_cause_confirmer", "Analyst and confirmer of the cause", "分析人与根因确认人";
        /// Who analyses a problem does not accept that its cause stays (T-PRB-06).
        AnalystProblemAcceptor = "analyst_problem_acceptor", "Analyst and problem acceptor", "分析人与问题接受人";
        /// Who analyses a problem does not suspend it (T-PRB-11).
        AnalystProblemSuspender = "analyst_problem_suspender", "Analyst and problem suspender", "分析人与问题暂停人";
        /// Who analyses a problem does not review how effective its resolution was.
        AnalystProblemReviewer = "analyst_problem_reviewer", "Analyst and effectiveness reviewer", "分析人与有效性评审人";
        /// Who updates a configuration item does not audit it.
        CiUpdaterAuditor = "ci_updater_auditor", "CI updater and configuration auditor", "配置项更新人与配置审核人";
        /// An auditor audits neither his own unit nor his own acts.
        AuditorOwnUnit = "auditor_own_unit", "Auditor and audited unit", "审核员与受审部门";
        /// Who owns an action does not verify that it was effective.
        ActionOwnerVerifier = "action_owner_verifier", "Action owner and effectiveness verifier", "措施负责人与有效性验证人";
        /// Who prepares a budget does not approve it.
        BudgetPreparerApprover = "budget_preparer_approver", "Budget preparer and approver", "预算编制人与批准人";
        /// Who allocates costs does not approve the allocation.
        CostAllocatorApprover = "cost_allocator_approver", "Cost allocator and allocation approver", "成本分摊人与批准人";
        /// Who is complained about does not handle the complaint.
        ComplaintHandlerSubject = "complaint_handler_subject", "Complaint handler and its subject", "投诉处理人与被投诉人";
        /// Who is rated does not analyse the survey. Recommended.
        SurveyAnalystRatedTeam = "survey_analyst_rated_team", "Survey analyst and rated team", "调查分析人与被评价团队";
        /// Who evaluates a supplier does not approve its contract. Recommended.
        SupplierEvaluatorContractApprover = "supplier_evaluator_contract_approver", "Supplier evaluator and contract approver", "供方评价人与合同批准人";
        /// Who assesses a risk does not accept it.
        RiskAssessorAcceptor = "risk_assessor_acceptor", "Risk assessor and acceptor", "风险评估人与风险接受人";
        /// Who benefits from a service request does not approve it.
        RequestApproverBeneficiary = "request_approver_beneficiary", "Request approver and beneficiary", "请求批准人与受益人";
        /// Who files a service request does not approve it (T-SRQ-03).
        RequestApproverRequester = "request_approver_requester", "Request approver and requester", "请求批准人与申请人";
        /// Who grants privileged access does not approve it (T-SRQ-05).
        PrivilegedFulfillerApprover = "privileged_fulfiller_approver", "Privileged access fulfiller and approver", "特权访问实施人与批准人";
        /// Who leads a major incident is not its only resolver (T-MAJ-01).
        MajorIncidentManagerSoleResolver = "major_incident_manager_sole_resolver", "Major incident manager and sole resolver", "重大事件经理与唯一解决人";
        /// Who resolves a major incident does not facilitate its review (T-MAJ-04).
        ReviewFacilitatorResolver = "review_facilitator_resolver", "Review facilitator and resolver", "评审主持人与解决人";
        /// Who is assigned an incident does not cancel it as its manager (T-INC-11).
        IncidentManagerAssignee = "incident_manager_assignee", "Incident manager and assignee", "事件经理与受派人";
        /// Who leads a major incident does not close it as incident manager (T-MAJ-05).
        IncidentManagerMajorIncidentManager = "incident_manager_major_incident_manager", "Incident manager and major incident manager", "事件经理与重大事件经理";
        /// Who answers for a change does not approve it (T-CHG-06).
        OwnerChangeApprover = "owner_change_approver", "Owner and change approver", "变更负责人与变更批准人";
        /// Who approved the model of a standard change does not ask for a change under it (T-CHG-17).
        ModelApproverRequester = "model_approver_requester", "Change model approver and requester", "标准变更模型批准人与申请人";
        /// Who proposes the model of standard changes does not approve it.
        ModelProposerApprover = "model_proposer_approver", "Change model proposer and approver", "标准变更模型提议人与批准人";
        /// Who implements an emergency change does not review it (T-CHG-21).
        ImplementerEmergencyReviewer = "implementer_emergency_reviewer", "Implementer and reviewer of an emergency", "紧急变更实施人与评审人";
    }
}

impl Duty {
    /// Whether spec 3.0.7 only recommends the row: a violation is worth a warning, not a refusal.
    #[must_use]
    pub const fn recommended(self) -> bool {
        matches!(self, Self::SurveyAnalystRatedTeam | Self::SupplierEvaluatorContractApprover)
    }
}

/// What a [`Waiver`] says: the document before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WaiverTerms {
    /// The waiver's own record.
    pub id: RecordId,
    /// The row that it lifts.
    pub duty: Duty,
    /// For whom: distinct persons, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1), extend("uniqueItems" = true)))]
    pub persons: Vec<PersonId>,
    /// Why the duties cannot be separated.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::TEXT_BYTES), regex(pattern = r"\S")))]
    pub reason: String,
    /// What is done instead.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::TEXT_BYTES), regex(pattern = r"\S")))]
    pub compensating_control: String,
    /// Who approved it; none of the persons.
    pub approved_by: PersonId,
    /// As what he approved it: top management or its representative.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = [Role::TopManagement.code(), Role::ManagementRepresentative.code()])))]
    pub approved_role: Role,
    /// In force from this instant.
    pub valid_from: Instant,
    /// In force up to and including this instant, at most [`Waiver::LONGEST_S`] after `valid_from`.
    pub valid_until: Instant,
}

/// A filed `SodWaiver` (spec 3.0.7): lifts one row for named persons for at most a year. 职责分离豁免
///
/// Serialised as its [`WaiverTerms`], and checked whenever it is read.
///
/// ```
/// use itsm::kernel::{Duty, Instant, PersonId, RecordId, Role, Separation, Waiver, WaiverTerms, separated};
/// let day = |text| Instant::parse(text).unwrap();
/// let ana = PersonId::new("ana").unwrap();
/// let waiver = Waiver::try_from(WaiverTerms {
///     id: RecordId::new("WVR-1").unwrap(),
///     duty: Duty::BuilderTester,
///     persons: vec![ana.clone()],
///     reason: "a team of two".into(),
///     compensating_control: "monthly sample by the quality manager".into(),
///     approved_by: PersonId::new("the-director").unwrap(),
///     approved_role: Role::TopManagement,
///     valid_from: day("2026-01-01T00:00:00Z"),
///     valid_until: day("2026-12-31T23:59:59Z"),
/// }).unwrap();
/// let now = day("2026-06-01T00:00:00Z");
/// let answer = separated(Duty::BuilderTester, &ana, &ana, &[waiver], now);
/// assert_eq!(answer, Separation::Waived(RecordId::new("WVR-1").unwrap()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "WaiverTerms")]
pub struct Waiver(WaiverTerms);

/// Terms that cannot be a waiver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WaiverError {
    /// A waiver is for named persons.
    #[error("a waiver names at least one person")]
    NoPersons,
    /// Longer than [`limits::LIST`].
    #[error("a waiver names at most {limit} persons, this one names `{found}`", limit = limits::LIST)]
    TooManyPersons {
        /// Persons named.
        found: usize,
    },
    /// Each person stands once.
    #[error("`{person}` is named twice")]
    PersonTwice {
        /// Who.
        person: PersonId,
    },
    /// Reason and compensating control are texts of up to [`limits::TEXT_BYTES`].
    #[error("`{field}` must be a text of 1 to {limit} bytes", limit = limits::TEXT_BYTES)]
    Text {
        /// Which text.
        field: &'static str,
    },
    /// Nobody waives a rule for himself.
    #[error("`{person}` cannot approve a waiver for himself")]
    ApprovedForOneself {
        /// Who.
        person: PersonId,
    },
    /// Only top management or its representative approves a waiver.
    #[error("a waiver is approved by `tm` or `mr`, not by `{role}`")]
    Role {
        /// The role named.
        role: Role,
    },
    /// A waiver ends after it begins.
    #[error("a waiver from `{from}` cannot end at `{until}`")]
    Ends {
        /// Its first instant.
        from: Instant,
        /// Its last instant.
        until: Instant,
    },
    /// A waiver holds for at most twelve months.
    #[error("a waiver holds for at most 366 days, not from `{from}` to `{until}`")]
    TooLong {
        /// Its first instant.
        from: Instant,
        /// Its last instant.
        until: Instant,
    },
}

impl WaiverError {
    /// The stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPersons => "waiver.no_persons",
            Self::TooManyPersons { .. } => "waiver.too_many_persons",
            Self::PersonTwice { .. } => "waiver.person_twice",
            Self::Text { .. } => "waiver.text",
            Self::ApprovedForOneself { .. } => "waiver.approved_for_oneself",
            Self::Role { .. } => "waiver.role",
            Self::Ends { .. } => "waiver.ends",
            Self::TooLong { .. } => "waiver.too_long",
        }
    }
}

impl Waiver {
    /// The longest that a waiver holds: 366 days, so that twelve months fit in a leap year.
    pub const LONGEST_S: i64 = 366 * 86_400;

    /// What the waiver says.
    #[must_use]
    pub const fn terms(&self) -> &WaiverTerms {
        &self.0
    }

    /// Whether the waiver lifts the row for this person at this instant.
    #[must_use]
    pub fn lifts(&self, duty: Duty, person: &PersonId, at: Instant) -> bool {
        let terms = &self.0;
        terms.duty == duty
            && terms.valid_from <= at
            && at <= terms.valid_until
            && terms.persons.contains(person)
    }
}

impl TryFrom<WaiverTerms> for Waiver {
    type Error = WaiverError;
    fn try_from(terms: WaiverTerms) -> Result<Self, WaiverError> {
        let (from, until) = (terms.valid_from, terms.valid_until);
        if terms.persons.is_empty() {
            return Err(WaiverError::NoPersons);
        }
        if terms.persons.len() > limits::LIST {
            return Err(WaiverError::TooManyPersons { found: terms.persons.len() });
        }
        let mut named = BTreeSet::new();
        if let Some(person) = terms.persons.iter().find(|person| !named.insert(*person)) {
            return Err(WaiverError::PersonTwice { person: person.clone() });
        }
        for (field, text) in
            [("reason", &terms.reason), ("compensating_control", &terms.compensating_control)]
        {
            if text.trim().is_empty() || text.len() > limits::TEXT_BYTES {
                return Err(WaiverError::Text { field });
            }
        }
        if named.contains(&terms.approved_by) {
            return Err(WaiverError::ApprovedForOneself { person: terms.approved_by });
        }
        if !matches!(terms.approved_role, Role::TopManagement | Role::ManagementRepresentative) {
            return Err(WaiverError::Role { role: terms.approved_role });
        }
        if until <= from {
            return Err(WaiverError::Ends { from, until });
        }
        if until.seconds_since(from) > Self::LONGEST_S {
            return Err(WaiverError::TooLong { from, until });
        }
        Ok(Self(terms))
    }
}

/// How two duties of one row are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Separation {
    /// By two persons.
    Separate,
    /// By one person, under this waiver. The use is to be recorded: every use is counted and reported.
    Waived(RecordId),
    /// By one person, and nothing allows it.
    Violated,
}

/// Whether the two duties of a row are held by different persons, or one waiver in force lifts the row for the one.
#[must_use]
pub fn separated(duty: Duty, a: &PersonId, b: &PersonId, waivers: &[Waiver], now: Instant) -> Separation {
    if a != b {
        return Separation::Separate;
    }
    match waivers.iter().find(|waiver| waiver.lifts(duty, a, now)) {
        Some(waiver) => Separation::Waived(waiver.terms().id.clone()),
        None => Separation::Violated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> WaiverTerms {
        WaiverTerms {
            id: RecordId::new("WVR-1").unwrap(),
            duty: Duty::BuilderTester,
            persons: vec![PersonId::new("ana").unwrap(), PersonId::new("bo").unwrap()],
            reason: "a team of two".into(),
            compensating_control: "monthly sample".into(),
            approved_by: PersonId::new("director").unwrap(),
            approved_role: Role::ManagementRepresentative,
            valid_from: Instant::clamped(1_000),
            valid_until: Instant::clamped(1_000 + Waiver::LONGEST_S),
        }
    }

    fn refusal(change: impl FnOnce(&mut WaiverTerms)) -> &'static str {
        let mut terms = terms();
        change(&mut terms);
        Waiver::try_from(terms).unwrap_err().code()
    }

    #[test]
    fn a_waiver_is_reasoned_bounded_and_approved_by_someone_else_at_the_top() {
        assert_eq!(refusal(|t| t.persons.clear()), "waiver.no_persons");
        assert_eq!(refusal(|t| t.persons.push(PersonId::literal("ana"))), "waiver.person_twice");
        assert_eq!(refusal(|t| t.reason = " ".into()), "waiver.text");
        assert_eq!(refusal(|t| t.compensating_control.clear()), "waiver.text");
        assert_eq!(refusal(|t| t.approved_by = PersonId::literal("bo")), "waiver.approved_for_oneself");
        assert_eq!(refusal(|t| t.approved_role = Role::QualityManager), "waiver.role");
        assert_eq!(refusal(|t| t.valid_until = t.valid_from), "waiver.ends");
        assert_eq!(
            refusal(|t| t.valid_until = t.valid_until.plus_s(1).unwrap()),
            "waiver.too_long",
            "the unchanged terms last exactly as long as allowed"
        );
    }

    #[test]
    fn a_waiver_is_checked_when_it_is_read() {
        let waiver = Waiver::try_from(terms()).unwrap();
        let text = serde_json::to_string(&waiver).unwrap();
        assert_eq!(serde_json::from_str::<Waiver>(&text).unwrap(), waiver);
        assert!(serde_json::from_str::<Waiver>(&text.replace("\"mr\"", "\"user\"")).is_err());
        assert!(serde_json::from_str::<Waiver>(&text.replacen('{', "{\"more\":1,", 1)).is_err());
    }

    #[test]
    fn a_waiver_lifts_its_row_for_its_persons_in_its_time_only() {
        let waivers = [Waiver::try_from(terms()).unwrap()];
        let answer = |duty, who: &'static str, at| {
            let person = PersonId::literal(who);
            separated(duty, &person, &person, &waivers, Instant::clamped(at))
        };
        let last = 1_000 + Waiver::LONGEST_S;
        let waived = Separation::Waived(RecordId::literal("WVR-1"));
        assert_eq!(answer(Duty::BuilderTester, "ana", 1_000), waived);
        assert_eq!(answer(Duty::BuilderTester, "bo", last), waived);
        assert_eq!(answer(Duty::BuilderTester, "ana", 999), Separation::Violated);
        assert_eq!(answer(Duty::BuilderTester, "ana", last + 1), Separation::Violated);
        assert_eq!(answer(Duty::BuilderTester, "cy", 1_000), Separation::Violated);
        assert_eq!(answer(Duty::TesterDeploymentApprover, "ana", 1_000), Separation::Violated);
    }
}
