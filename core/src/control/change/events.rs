//! What happens to a change.

use super::plan::{ChangePlan, Conflict, ConflictWaiver, Rfc, ServicePlan};
use super::record::{
    BackOut, ChangeClosure, EmergencyAuthorisation, Late, Lowering, Opinion, Reach, Reviewed, StandardUse,
    Tested,
};
use super::risk::RiskScore;
use crate::control::{Assessment, ChangeCategory};
use crate::kernel::{
    Ballot, Cast, CiId, Delegation, Instant, Link, Notice, PersonId, Receipt, RecordId, Text, messages,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A request for change was begun.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Drafted {
    /// What it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub raised_from: Vec<RecordId>,
    /// Who asks.
    pub requester: PersonId,
    /// What is asked for.
    pub rfc: Rfc,
}

/// It was submitted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Submitted {}

/// It was found complete and classified.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Who assesses what.
    pub assessors: BTreeMap<Assessment, PersonId>,
    /// Its category.
    pub category: ChangeCategory,
    /// Why that is lower than proposed, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowered: Option<Lowering>,
    /// Who answers for it.
    pub owner: PersonId,
    /// The first score.
    pub risk: RiskScore,
}

/// It was given another category.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reclassified {
    /// Which.
    pub category: ChangeCategory,
    /// Why it is lower than proposed, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowered: Option<Lowering>,
    /// Why.
    pub reason: Text,
}

/// Owner or assessors were named.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assigned {
    /// Assessors added or replaced.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessors: BTreeMap<Assessment, PersonId>,
    /// The owner from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
}

/// An assessor said what he thinks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opined {
    /// Of what.
    pub assessment: Assessment,
    /// What.
    pub opinion: Opinion,
}

/// It was assessed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessed {
    /// Its category from now on.
    pub category: ChangeCategory,
    /// What it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// The score.
    pub risk: RiskScore,
}

/// Its authority is asked about the content as it is from now on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ApprovalRequested {
    /// The ballot.
    pub ballot: Ballot,
    /// Its category from now on.
    pub category: ChangeCategory,
    /// The plan.
    pub plan: ChangePlan,
    /// The score under that plan.
    pub risk: RiskScore,
    /// The service plan of a major change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_plan: Option<ServicePlan>,
}

/// An approver voted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voted {
    /// The vote and where the ballot stands with it.
    pub cast: Cast,
}

/// An approver lets another person vote.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delegated {
    /// Who for whom.
    pub delegation: Delegation,
}

/// It was approved.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approved {}

/// It was returned for rework.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Returned {
    /// What is to be reworked.
    pub reason: Text,
}

/// It was put off.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deferred {
    /// Why.
    pub reason: Text,
    /// To when.
    pub until: Instant,
}

/// It was refused.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rejected {
    /// Why.
    pub reason: Text,
}

/// It was taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Withdrawn {
    /// Why.
    pub reason: Text,
}

/// Its content changed; approvals of the content before are void.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// The plan from now on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ChangePlan>,
    /// What it reaches from now on, where that was asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// The request from now on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfc: Option<Rfc>,
}

/// It was built and tested.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BuiltTested {
    /// How.
    pub tested: Tested,
}

/// A conflict was waived.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictWaived {
    /// Which, by whom, why.
    pub waiver: ConflictWaiver,
}

const fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// It has its place in the schedule of change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scheduled {
    /// The conflicts that are known: waived ones, and as many soft ones as a change keeps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// How many soft ones there are besides.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub further_conflicts: u64,
    /// What a standard change is implemented under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<StandardUse>,
}

/// An emergency was authorised.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EmergencyAuthorised {
    /// Who assesses what afterwards.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessors: BTreeMap<Assessment, PersonId>,
    /// By whom, why.
    pub authorisation: EmergencyAuthorisation,
    /// Who answers for it.
    pub owner: PersonId,
}

/// Its implementation began.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImplementationBegun {
    /// How it can be undone, where that is not in its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_out_known: Option<Text>,
    /// The baseline taken before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<RecordId>,
    /// Who implements it.
    pub implementer: PersonId,
    /// When.
    pub started_at: Instant,
}

/// It was implemented.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Implemented {
    /// What went otherwise than planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Text>,
    /// By when an emergency is documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documentation_due: Option<Instant>,
    /// Who else implemented it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implementers: Vec<PersonId>,
    /// By when its items are updated; an emergency does that with its documentation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_due: Option<Instant>,
    /// By when it is reviewed.
    pub review_due: Instant,
    /// The steps done.
    pub steps: Vec<Text>,
    /// How it was seen that it works.
    pub verification: Text,
}

/// It was undone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BackedOut {
    /// Why and how.
    pub back_out: BackOut,
    /// By when an emergency is documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documentation_due: Option<Instant>,
    /// Who else implemented it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implementers: Vec<PersonId>,
    /// By when it is reviewed.
    pub review_due: Instant,
    /// The steps done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
}

/// Its review began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewBegun {
    /// By when it has to be reviewed.
    pub due: Instant,
}

/// It was reviewed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewHeld {
    /// When, what was found.
    pub reviewed: Reviewed,
}

/// The record of an emergency was completed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Documented {
    /// Why items are as they were, item by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub no_ci_difference: BTreeMap<CiId, Text>,
    /// What it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// The whole request.
    pub rfc: Rfc,
    /// The score.
    pub risk: RiskScore,
    /// How it was tested.
    pub tested: Tested,
}

/// The board has reviewed an emergency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EmergencyReviewed {
    /// When, what was found.
    pub reviewed: Reviewed,
}

/// It is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How.
    pub closure: ChangeClosure,
}

/// Another record was linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Linked {
    /// The link.
    pub link: Link,
}

/// It is in a release no longer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unpacked {
    /// Why.
    pub reason: Text,
    /// Which.
    pub release: RecordId,
}

/// The time for the update of its items is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemsLookedAt {
    /// The first instant that is too late.
    pub due: Instant,
    /// The items that do not name it as the cause of an update since it began.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<CiId>,
}

/// It is late with something, or something has run out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RanLate {
    /// Since when.
    pub due: Instant,
    /// With what.
    pub late: Late,
}

messages! {
    /// What happens to a change.
    pub enum ChangeEvent {
        /// It was begun.
        Drafted(Box<Drafted>) = "change.drafted";
        /// It was submitted.
        Submitted(Submitted) = "change.submitted";
        /// It was accepted.
        Accepted(Box<Accepted>) = "change.accepted";
        /// It was given another category.
        Reclassified(Reclassified) = "change.reclassified";
        /// Owner or assessors were named.
        Assigned(Assigned) = "change.assigned";
        /// An assessor said what he thinks.
        Opined(Opined) = "change.opined";
        /// It was assessed.
        Assessed(Box<Assessed>) = "change.assessed";
        /// Its authority is asked.
        ApprovalRequested(Box<ApprovalRequested>) = "change.approval_requested";
        /// An approver voted.
        Voted(Box<Voted>) = "change.voted";
        /// An approver lets another person vote.
        Delegated(Delegated) = "change.delegated";
        /// It was approved.
        Approved(Approved) = "change.approved";
        /// It was returned for rework.
        Returned(Returned) = "change.returned";
        /// It was put off.
        Deferred(Deferred) = "change.deferred";
        /// It was refused.
        Rejected(Rejected) = "change.rejected";
        /// It was taken back.
        Withdrawn(Withdrawn) = "change.withdrawn";
        /// Its content changed.
        Edited(Box<Edited>) = "change.edited";
        /// It was built and tested.
        BuiltTested(BuiltTested) = "change.built_tested";
        /// A conflict was waived.
        ConflictWaived(ConflictWaived) = "change.conflict_waived";
        /// It has its place in the schedule.
        Scheduled(Box<Scheduled>) = "change.scheduled";
        /// An emergency was authorised.
        EmergencyAuthorised(Box<EmergencyAuthorised>) = "change.emergency_authorised";
        /// Its implementation began.
        ImplementationBegun(ImplementationBegun) = "change.implementation_begun";
        /// It was implemented.
        Implemented(Implemented) = "change.implemented";
        /// It was undone.
        BackedOut(Box<BackedOut>) = "change.backed_out";
        /// Its review began.
        ReviewBegun(ReviewBegun) = "change.review_begun";
        /// It was reviewed.
        ReviewHeld(Box<ReviewHeld>) = "change.reviewed";
        /// The record of an emergency was completed.
        Documented(Box<Documented>) = "change.documented";
        /// The board has reviewed an emergency.
        EmergencyReviewed(Box<EmergencyReviewed>) = "change.emergency_reviewed";
        /// It is over.
        Closed(Closed) = "change.closed";
        /// Another record was linked.
        Linked(Linked) = "change.linked";
        /// It is in a release no longer.
        Unpacked(Unpacked) = "change.unpacked";
        /// The time for the update of its items is over.
        ItemsLookedAt(ItemsLookedAt) = "change.items_looked_at";
        /// It is late with something, or something has run out.
        RanLate(RanLate) = "change.ran_late";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
