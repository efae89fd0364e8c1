//! What a change is told.

use super::plan::{ChangePlan, ChangeWindow, Rfc, ServicePlan};
use super::record::{Investigation, Pir, Tested, Verdict};
use super::risk::RiskEstimate;
use crate::control::{Assessment, ChangeCategory};
use crate::kernel::{CiId, Code, Instant, Link, PersonId, Receipt, RecordId, Text, VoteDecision, messages};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Begins a request for change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What is asked for, as far as known.
    pub rfc: Rfc,
    /// Who asks; absent: whoever is acted for, else the actor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<PersonId>,
    /// The incidents, problems and other records it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub raised_from: Vec<RecordId>,
}

/// Asks for it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {}

/// Finds it complete, and classifies it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Minor, significant or major.
    pub category: ChangeCategory,
    /// Why that is lower than the estimate proposes, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowering_reason: Option<Text>,
    /// The first estimate of its risk.
    pub estimate: RiskEstimate,
    /// Who answers for it.
    pub owner: PersonId,
    /// Who assesses what.
    pub assessors: BTreeMap<Assessment, PersonId>,
}

/// Gives another category.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// Minor, significant or major.
    pub category: ChangeCategory,
    /// Why.
    pub reason: Text,
}

/// Names another owner or other assessors.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The owner from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// Assessors that are added or replaced.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessors: BTreeMap<Assessment, PersonId>,
}

/// An assessor says what he thinks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opine {
    /// Of what.
    pub assessment: Assessment,
    /// In a word.
    pub verdict: Verdict,
    /// In words.
    pub text: Text,
}

/// A reason, and nothing else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Because {
    /// Why.
    pub reason: Text,
}

/// Refuses it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Reject(pub Because);

/// Takes it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Withdraw(pub Because);

/// Finds the assessment complete, and scores the risk.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assess {
    /// The estimate.
    pub estimate: RiskEstimate,
    /// Whether a back-out was tested, as far as a plan does not say it already.
    pub back_out_tested: bool,
}

/// Lets its authority vote. What is absent stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestApproval {
    /// How it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ChangePlan>,
    /// The service plan of a major change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_plan: Option<ServicePlan>,
}

/// Lets its authority vote after it was put off. What is absent stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Resubmit(pub RequestApproval);

/// A vote.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CastVote {
    /// For which approver; absent: for oneself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What the approver says.
    pub decision: VoteDecision,
    /// In words: conditions, reasons.
    #[serde(default)]
    pub comment: Text,
}

/// Lets another person vote for oneself.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delegate {
    /// Who.
    pub to: PersonId,
}

/// Puts it off.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Defer {
    /// Why.
    pub reason: Text,
    /// To when.
    pub until: Instant,
}

/// Changes what is asked for, or how it is to be done. What is absent stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The whole request, as it is from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfc: Option<Rfc>,
    /// The whole plan, as it is from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ChangePlan>,
}

/// It is built and tested.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// How.
    pub tested: Tested,
}

/// Gives it its place in the schedule of change.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Whether those concerned were told, as its plan says.
    pub communicated: bool,
}

/// Schedules a standard change under its model.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleStandard {
    /// The model.
    pub model: RecordId,
    /// Who implements it.
    pub implementer: PersonId,
    /// When.
    pub window: ChangeWindow,
}

/// Waives a conflict.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WaiveConflict {
    /// The rule.
    pub rule: Code,
    /// The other record, or the freeze.
    pub with: Text,
    /// The item over which, if it is over one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The window it is about; absent: the one planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<ChangeWindow>,
    /// Who would implement it; absent: the one planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implementer: Option<PersonId>,
    /// Why.
    pub reason: Text,
}

/// Authorises an emergency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthoriseEmergency {
    /// The criterion of the policy that it meets.
    pub criterion: Code,
    /// The major incident that it restores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub major_incident: Option<RecordId>,
    /// The risk that is taken.
    pub risk: Text,
    /// When it was given by word of mouth; absent: it is given now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_at: Option<Instant>,
    /// Who implements it.
    pub implementer: PersonId,
    /// Who answers for it, and documents it afterwards.
    pub owner: PersonId,
    /// Who assesses what afterwards.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessors: BTreeMap<Assessment, PersonId>,
}

/// Begins to implement it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginImplementation {
    /// The baseline taken before; needed where items are altered, unless it is an emergency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<RecordId>,
    /// How an emergency can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_out_known: Option<Text>,
    /// Who else implements it, as far as known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implementers: Vec<PersonId>,
    /// When an emergency was begun, if earlier than it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Instant>,
}

/// It is implemented.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Implement {
    /// The steps done.
    pub steps: Vec<Text>,
    /// How it was seen that it works.
    pub verification: Text,
    /// What went otherwise than planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Text>,
    /// Who else implemented it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implementers: Vec<PersonId>,
}

/// It is undone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// Why.
    pub reason: Text,
    /// How it was seen that the state before is restored.
    pub restored: Text,
    /// Whether a service was hit.
    pub service_hit: bool,
    /// The incident that it was, if it is logged already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<RecordId>,
    /// The steps done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
    /// Who else implemented it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implementers: Vec<PersonId>,
}

/// Begins the review. Issued by the system.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginReview {}

/// Records what the review found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What.
    pub pir: Pir,
}

/// Completes the record of an emergency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DocumentRetrospectively {
    /// The whole request.
    pub rfc: Rfc,
    /// The estimate of its risk.
    pub estimate: RiskEstimate,
    /// Whether its back-out was tested.
    pub back_out_tested: bool,
    /// How it was tested.
    pub tested: Tested,
    /// Why an item it was about is as it was, item by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub no_ci_difference: BTreeMap<CiId, Text>,
}

/// Records what the board found of an emergency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewRetrospectively {
    /// What.
    pub pir: Pir,
    /// Whether it was an emergency.
    pub was_emergency: bool,
    /// The finding raised because it was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<RecordId>,
}

/// Closes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Whether the records it is linked to were updated.
    pub linked_updated: bool,
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

/// Links another record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// The link.
    pub link: Link,
}

/// Takes it out of a release.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unpack {
    /// Which.
    pub release: RecordId,
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a change.
    pub enum ChangeCommand {
        /// ∅ → Draft.
        Draft(Box<Draft>) = "change.draft";
        /// Draft → Submitted.
        Submit(Submit) = "change.submit";
        /// Submitted → Accepted.
        Accept(Box<Accept>) = "change.accept";
        /// Submitted → Rejected.
        Reject(Reject) = "change.reject";
        /// Another category.
        Reclassify(Reclassify) = "change.reclassify";
        /// Another owner, other assessors.
        Assign(Assign) = "change.assign";
        /// An opinion.
        Opine(Opine) = "change.opine";
        /// Accepted → Assessed.
        Assess(Assess) = "change.assess";
        /// → AwaitingApproval.
        RequestApproval(Box<RequestApproval>) = "change.request_approval";
        /// AwaitingApproval → Approved, Rejected, Assessed, or itself.
        Vote(CastVote) = "change.vote";
        /// Another person votes.
        Delegate(Delegate) = "change.delegate";
        /// AwaitingApproval → Deferred.
        Defer(Defer) = "change.defer";
        /// Deferred → AwaitingApproval.
        Resubmit(Box<Resubmit>) = "change.resubmit";
        /// Other content; approved content goes back to its authority.
        Edit(Box<Edit>) = "change.edit";
        /// Approved → BuiltTested.
        Test(Test) = "change.test";
        /// A conflict is waived.
        WaiveConflict(WaiveConflict) = "change.waive_conflict";
        /// BuiltTested → Scheduled.
        Schedule(Schedule) = "change.schedule";
        /// Submitted → Scheduled.
        ScheduleStandard(ScheduleStandard) = "change.schedule_standard";
        /// Submitted → EmergencyAuthorised.
        AuthoriseEmergency(Box<AuthoriseEmergency>) = "change.authorise_emergency";
        /// → Implementing.
        BeginImplementation(BeginImplementation) = "change.begin_implementation";
        /// Implementing → Implemented.
        Implement(Implement) = "change.implement";
        /// Implementing → BackedOut.
        BackOut(Undo) = "change.back_out";
        /// → InReview.
        BeginReview(BeginReview) = "change.begin_review";
        /// What the review found.
        Review(Box<Review>) = "change.review";
        /// → RetrospectivelyDocumented.
        DocumentRetrospectively(Box<DocumentRetrospectively>) = "change.document_retrospectively";
        /// → RetrospectivelyReviewed.
        ReviewRetrospectively(Box<ReviewRetrospectively>) = "change.review_retrospectively";
        /// → Closed.
        Close(Box<Close>) = "change.close";
        /// → Withdrawn.
        Withdraw(Withdraw) = "change.withdraw";
        /// A link.
        Link(LinkTo) = "change.link";
        /// It is in a release no longer.
        Unpack(Unpack) = "change.unpack";
        /// A receipt.
        ConfirmNotice(Receipt) = "change.confirm_notice";
    }
}
