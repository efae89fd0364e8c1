//! The record of a change and the data of its states.

use super::plan::{ChangePlan, ChangeWindow, Conflict, ConflictWaiver, Rfc, ServicePlan};
use super::risk::RiskScore;
use crate::control::{Assessment, ChangeCategory};
use crate::kernel::{
    Attachment, Ballot, CiId, Code, Digest, Envelope, Instant, LinkKind, PersonId, RecordId, ServiceId, Text,
    canonical, codes,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// The phases of a change (spec 3.24).
    pub enum ChangePhase {
        /// Being written.
        Draft = "draft", "Draft", "草稿";
        /// Asked for.
        Submitted = "submitted", "Submitted", "已提交";
        /// Complete and classified.
        Accepted = "accepted", "Accepted", "已受理";
        /// Every assessor has said what he had to.
        Assessed = "assessed", "Assessed", "已评估";
        /// Its authority votes.
        AwaitingApproval = "awaiting_approval", "Awaiting approval", "待批准";
        /// Put off to a date.
        Deferred = "deferred", "Deferred", "已推迟";
        /// May be built.
        Approved = "approved", "Approved", "已批准";
        /// Built and tested.
        BuiltTested = "built_tested", "Built and tested", "已构建并测试";
        /// It has its place in the schedule of change.
        Scheduled = "scheduled", "Scheduled", "已排程";
        /// An emergency that may be implemented.
        EmergencyAuthorised = "emergency_authorised", "Emergency authorised", "紧急授权";
        /// Being implemented.
        Implementing = "implementing", "Implementing", "实施中";
        /// Implemented.
        Implemented = "implemented", "Implemented", "已实施";
        /// Undone.
        BackedOut = "backed_out", "Backed out", "已回退";
        /// Being reviewed.
        InReview = "in_review", "In review", "评审中";
        /// An emergency whose record was completed afterwards.
        RetrospectivelyDocumented = "retrospectively_documented", "Retrospectively documented", "已补录";
        /// An emergency that was reviewed.
        RetrospectivelyReviewed = "retrospectively_reviewed", "Retrospectively reviewed", "已事后评审";
        /// Over. Final.
        Closed = "closed", "Closed", "已关闭";
        /// Refused, for a reason that the requester knows. Final.
        Rejected = "rejected", "Rejected", "已拒绝";
        /// Taken back. Final.
        Withdrawn = "withdrawn", "Withdrawn", "已撤回";
    }
}

/// The state of a change with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeState {
    /// Being written.
    Draft,
    /// Asked for.
    Submitted,
    /// Complete and classified.
    Accepted,
    /// Assessed.
    Assessed,
    /// Its authority votes.
    AwaitingApproval,
    /// Put off.
    Deferred {
        /// Why.
        reason: Text,
        /// To when.
        until: Instant,
    },
    /// May be built.
    Approved,
    /// Built and tested.
    BuiltTested,
    /// In the schedule of change.
    Scheduled,
    /// An emergency that may be implemented.
    EmergencyAuthorised,
    /// Being implemented.
    Implementing,
    /// Implemented.
    Implemented,
    /// Undone.
    BackedOut,
    /// Being reviewed.
    InReview,
    /// An emergency whose record was completed afterwards.
    RetrospectivelyDocumented,
    /// An emergency that was reviewed.
    RetrospectivelyReviewed,
    /// Over.
    Closed(ChangeClosure),
    /// Refused.
    Rejected {
        /// When.
        at: Instant,
        /// Why.
        reason: Text,
    },
    /// Taken back.
    Withdrawn {
        /// When.
        at: Instant,
        /// Why.
        reason: Text,
    },
}

impl ChangeState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ChangePhase {
        match self {
            Self::Draft => ChangePhase::Draft,
            Self::Submitted => ChangePhase::Submitted,
            Self::Accepted => ChangePhase::Accepted,
            Self::Assessed => ChangePhase::Assessed,
            Self::AwaitingApproval => ChangePhase::AwaitingApproval,
            Self::Deferred { .. } => ChangePhase::Deferred,
            Self::Approved => ChangePhase::Approved,
            Self::BuiltTested => ChangePhase::BuiltTested,
            Self::Scheduled => ChangePhase::Scheduled,
            Self::EmergencyAuthorised => ChangePhase::EmergencyAuthorised,
            Self::Implementing => ChangePhase::Implementing,
            Self::Implemented => ChangePhase::Implemented,
            Self::BackedOut => ChangePhase::BackedOut,
            Self::InReview => ChangePhase::InReview,
            Self::RetrospectivelyDocumented => ChangePhase::RetrospectivelyDocumented,
            Self::RetrospectivelyReviewed => ChangePhase::RetrospectivelyReviewed,
            Self::Closed(_) => ChangePhase::Closed,
            Self::Rejected { .. } => ChangePhase::Rejected,
            Self::Withdrawn { .. } => ChangePhase::Withdrawn,
        }
    }
}

codes! {
    /// How a change turned out (spec 3.24).
    pub enum ChangeOutcome {
        /// Its objective is met, and nothing else happened.
        Successful = "successful", "Successful", "成功";
        /// Its objective is met, and something else happened.
        SuccessfulWithIssues = "successful_with_issues", "Successful with issues", "成功但有问题";
        /// It was undone.
        BackedOut = "backed_out", "Backed out", "已回退";
        /// It failed, and what it broke was remedied.
        FailedRemedied = "failed_remedied", "Failed and remedied", "失败并已补救";
    }
}

impl ChangeOutcome {
    /// Whether it has to be investigated and acted on (CHG-11).
    #[must_use]
    pub const fn failed(self) -> bool {
        matches!(self, Self::BackedOut | Self::FailedRemedied)
    }
}

codes! {
    /// What an assessor thinks of a change.
    pub enum Verdict {
        /// Nothing stands against it.
        Favourable = "favourable", "Favourable", "赞成";
        /// Under conditions.
        Conditional = "conditional", "Conditional", "有条件赞成";
        /// Against it.
        Unfavourable = "unfavourable", "Unfavourable", "反对";
    }
}

codes! {
    /// What a change was late with, or is over. Each is told once.
    pub enum Late {
        /// The begin of its window has passed without an implementation.
        PlannedStart = "planned_start", "Planned start passed", "已过计划开始时间";
        /// The end of its window has passed during the implementation.
        PlannedEnd = "planned_end", "Planned end passed", "已过计划结束时间";
        /// The approval holds no longer.
        Approval = "approval", "Approval expired", "批准已过期";
        /// The date to which it was put off has come.
        Deferral = "deferral", "Deferral is over", "推迟期已满";
        /// Items that it altered do not say so in the register.
        ItemUpdates = "item_updates", "Items not updated", "配置项未更新";
        /// The review is overdue.
        Review = "review", "Review overdue", "评审逾期";
        /// The documentation of an emergency is overdue.
        Documentation = "documentation", "Documentation overdue", "补录逾期";
        /// The review of an emergency is overdue.
        EmergencyReview = "emergency_review", "Emergency review overdue", "紧急变更评审逾期";
    }
}

/// What an assessor said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// In a word.
    pub verdict: Verdict,
    /// In words.
    pub text: Text,
}

/// What the graph of configuration items says that a change reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Whether a critical service is among it.
    pub critical: bool,
    /// How many items and services.
    pub count: u64,
    /// The services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
}

/// A category lower than the risk score proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lowering {
    /// What was proposed.
    pub proposed: ChangeCategory,
    /// Who lowered it.
    pub by: PersonId,
    /// Why.
    pub reason: Text,
}

/// One test and its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TestResult {
    /// What was tested.
    pub what: Text,
    /// Whether it passed.
    pub passed: bool,
}

/// How a change was built and tested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tested {
    /// What was tested.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<TestResult>,
    /// Why nothing can be tested, where nothing can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_testable: Option<Text>,
    /// What proves it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Attachment>,
}

/// The use of a standard change model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandardUse {
    /// The model.
    pub model: RecordId,
    /// Who implements it.
    pub implementer: PersonId,
    /// When.
    pub window: ChangeWindow,
}

/// An emergency authorisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmergencyAuthorisation {
    /// Who gave it.
    pub by: PersonId,
    /// When it was given.
    pub given_at: Instant,
    /// When it was recorded; later than given where it was given by word of mouth.
    pub recorded_at: Instant,
    /// The criterion of the policy.
    pub criterion: Code,
    /// The major incident that it restores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub major_incident: Option<RecordId>,
    /// The risk that is taken.
    pub risk: Text,
    /// Who implements it.
    pub implementer: PersonId,
}

/// How a change was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BackOut {
    /// Why.
    pub reason: Text,
    /// How it was seen that the state before is restored.
    pub restored: Text,
    /// Whether a service was hit.
    pub service_hit: bool,
    /// The incident that it was, if it is logged already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<RecordId>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Implementation {
    /// When it began.
    pub started_at: Instant,
    /// Who began it.
    pub started_by: PersonId,
    /// Everybody who implemented it.
    pub implementers: Vec<PersonId>,
    /// Whether it was approved, and for the content it had, when it began.
    pub approved: bool,
    /// The baseline taken before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<RecordId>,
    /// How it can be undone, where that is not in its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_out_known: Option<Text>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Instant>,
    /// The steps done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
    /// How it was seen that it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Text>,
    /// What went otherwise than planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Text>,
    /// How it was undone, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_out: Option<BackOut>,
}

/// A review after the implementation. 实施后评审
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pir {
    /// Whether the objective is met.
    pub objective_met: bool,
    /// How it turned out.
    pub outcome: ChangeOutcome,
    /// Incidents it caused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// Seconds of downtime that were not planned.
    #[serde(default)]
    pub unplanned_downtime_s: i64,
    /// What went otherwise than planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Text>,
    /// What is learnt.
    pub lessons: Vec<Text>,
    /// Who reviewed it.
    pub reviewers: Vec<PersonId>,
}

/// A review that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "ReviewOfChange"))]
pub struct Reviewed {
    /// When.
    pub at: Instant,
    /// What it found.
    pub pir: Pir,
    /// Whether an emergency was one, where it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was_emergency: Option<bool>,
    /// The finding raised because it was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<RecordId>,
}

/// Where the cause of a failure is investigated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Investigation {
    /// As this problem.
    Problem(RecordId),
    /// As this candidate of one.
    ProblemCandidate(RecordId),
}

/// How a change was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeClosure {
    /// When.
    pub at: Instant,
    /// Who closed it.
    pub by: PersonId,
    /// How it turned out.
    pub outcome: ChangeOutcome,
    /// Why an item it was about is as it was, item by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub no_ci_difference: BTreeMap<CiId, Text>,
    /// Where a failure is investigated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investigation: Option<Investigation>,
    /// The records of the actions that follow from a failure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<RecordId>,
}

/// By when something has to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeDues {
    /// The update of its items, until somebody looked whether that was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Instant>,
    /// The review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Instant>,
    /// The documentation of an emergency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documentation: Option<Instant>,
}

/// A change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What every record has. Its owner is the change's owner.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ChangeState,
    /// Who asks for it.
    pub requester: PersonId,
    /// What is asked for.
    pub rfc: Rfc,
    /// When it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<Instant>,
    /// Its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<ChangeCategory>,
    /// Why that is lower than the score proposes, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowered: Option<Lowering>,
    /// Its risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskScore>,
    /// What it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// Who assesses what.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessors: BTreeMap<Assessment, PersonId>,
    /// What the assessors said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub opinions: BTreeMap<Assessment, Opinion>,
    /// How it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ChangePlan>,
    /// The service plan of a major change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_plan: Option<ServicePlan>,
    /// The ballot on its present content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<Ballot>,
    /// When it was approved or authorised first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Instant>,
    /// How it was built and tested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tested: Option<Tested>,
    /// Conflicts that were waived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<ConflictWaiver>,
    /// The conflicts that were known when it was scheduled, soft and waived ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// What a standard change is implemented under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<StandardUse>,
    /// The authorisation of an emergency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorisation: Option<EmergencyAuthorisation>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implementation: Option<Implementation>,
    /// When an emergency was documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented_at: Option<Instant>,
    /// Why items of a documented emergency are as they were, item by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub no_ci_difference: BTreeMap<CiId, Text>,
    /// The review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Reviewed>,
    /// By when what follows its end has to be done.
    #[serde(default)]
    pub dues: ChangeDues,
    /// What it was late with, and since when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub late: BTreeMap<Late, Instant>,
}

#[derive(Serialize)]
struct Content<'a> {
    category: Option<ChangeCategory>,
    plan: &'a Option<ChangePlan>,
    rfc: &'a Rfc,
    service_plan: &'a Option<ServicePlan>,
}

impl Change {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ChangePhase {
        self.state.phase()
    }

    /// The hash of what is approved: the request, the plan with its window, the category (spec 3.0.5, T-CHG-05).
    #[must_use]
    pub fn content(&self) -> Digest {
        self.content_as(self.category, &self.rfc, &self.plan)
    }

    pub(super) fn content_as(
        &self,
        category: Option<ChangeCategory>,
        rfc: &Rfc,
        plan: &Option<ChangePlan>,
    ) -> Digest {
        canonical::digest_of(&Content { category, plan, rfc, service_plan: &self.service_plan })
    }

    /// Whether a person has a part in it by name: owner, assessor, builder, tester, implementer.
    #[must_use]
    pub fn has_a_part(&self, person: &PersonId) -> bool {
        let plan = self.plan.iter().flat_map(|plan| [&plan.builder, &plan.tester]);
        let done = self.implementation.iter().flat_map(|implementation| &implementation.implementers);
        let others = self.envelope.owner.iter().chain(self.implementer()).chain(self.assessors.values());
        plan.chain(done).chain(others).any(|other| other == person)
    }

    /// Whether it is an emergency.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.category == Some(ChangeCategory::Emergency)
    }

    /// Whether a release implements it.
    #[must_use]
    pub fn is_packaged(&self) -> bool {
        self.envelope.linked(LinkKind::ContainedInRelease).next().is_some()
    }

    /// Who implements it, as far as said.
    #[must_use]
    pub fn implementer(&self) -> Option<&PersonId> {
        let planned = self.plan.as_ref().map(|plan| &plan.implementer);
        let standard = self.standard.as_ref().map(|standard| &standard.implementer);
        let authorised = self.authorisation.as_ref().map(|authorisation| &authorisation.implementer);
        standard.or(authorised).or(planned)
    }

    /// Its window, as far as planned.
    #[must_use]
    pub fn window(&self) -> Option<ChangeWindow> {
        let standard = self.standard.as_ref().map(|standard| standard.window);
        standard.or_else(|| self.plan.as_ref().map(|plan| plan.window))
    }

    /// Whether its present content may be implemented at an instant: its ballot accepted, or its model or an authorisation stands in.
    /// That the model still holds is for its own fact to say.
    #[must_use]
    pub fn approved_for_implementation(&self, at: Instant) -> bool {
        match self.category {
            Some(ChangeCategory::Standard) => self.standard.is_some(),
            Some(ChangeCategory::Emergency) => {
                self.authorisation.as_ref().is_some_and(|authorisation| authorisation.given_at <= at)
            }
            _ => self.ballot.as_ref().is_some_and(|ballot| ballot.in_force(self.content(), at)),
        }
    }

    /// When its implementation ended.
    #[must_use]
    pub fn ended_at(&self) -> Option<Instant> {
        self.implementation.as_ref()?.ended_at
    }

    /// Whether it was undone.
    #[must_use]
    pub fn was_backed_out(&self) -> bool {
        self.implementation.as_ref().is_some_and(|implementation| implementation.back_out.is_some())
    }

    /// How it turned out, once a review has said so; `backed_out` as soon as it was.
    #[must_use]
    pub fn outcome(&self) -> Option<ChangeOutcome> {
        let reviewed = self.reviewed.as_ref().map(|reviewed| reviewed.pir.outcome);
        reviewed.or_else(|| self.was_backed_out().then_some(ChangeOutcome::BackedOut))
    }

    /// How it was closed.
    #[must_use]
    pub const fn closure(&self) -> Option<&ChangeClosure> {
        match &self.state {
            ChangeState::Closed(closure) => Some(closure),
            _ => None,
        }
    }
}
