//! What a service request is told, and what happens to it.

use super::record::{ConvertedTo, Fulfilment, RequestClassification, RequestClosure};
use crate::kernel::{
    Ballot, Cast, Code, CustomerId, Delegation, Instant, Link, Notice, PersonId, Personal, Receipt, Roles,
    ServiceId, Text, UnitId, VoteDecision, messages,
};
use crate::resolution::desk::Instructions;
use crate::resolution::{Assignment, PendingReason};
use crate::sla::{ClockMark, Metric};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for something that is defined beforehand.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The model of the policy.
    pub model: Code,
    /// For whom.
    pub beneficiary: PersonId,
    /// Who asks; absent: whoever is acted for, else the actor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<PersonId>,
    /// The inputs of the model.
    #[serde(default)]
    pub inputs: BTreeMap<Code, Text>,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
    /// The service it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
}

/// Finds the beneficiary entitled, and classifies: the matrix makes the priority.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Validate {
    /// What it is.
    pub classification: RequestClassification,
    /// The roles that the beneficiary holds, as the desk has found them.
    pub beneficiary_roles: Roles,
}

/// Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestApproval {}

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
    /// In words.
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

/// Approves a request whose model asks for no approval.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approve {}

/// Changes the inputs. Approvals were given for other content, and are void.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// All inputs, as they are from now on.
    pub inputs: BTreeMap<Code, Text>,
}

/// A group takes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FulfilBegin {
    /// The group.
    pub group: UnitId,
    /// The instructions that it works by.
    pub instructions: Instructions,
}

/// Records an action.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// What was done.
    pub note: Text,
}

/// A task of the model is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskDone {
    /// Which.
    pub task: Code,
}

/// Lets a request wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// For what.
    pub reason: PendingReason,
    /// A note for whoever reads it later.
    pub note: Text,
    /// The expected end.
    pub until: Instant,
}

/// Ends the wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// Why now.
    pub reason: Text,
}

/// Says that it is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fulfil {
    /// What was done.
    pub fulfilment: Fulfilment,
}

/// Confirms the fulfilment.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {}

/// Refuses a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// Why; the requester is told.
    pub reason: Text,
}

/// Takes a request back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Text,
}

/// Goes on as an incident or a change; the history stays here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Convert {
    /// As what.
    pub to: ConvertedTo,
    /// Why.
    pub reason: Text,
}

/// Tells the requester how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Inform {}

/// Links another record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// The link.
    pub link: Link,
}

/// Measures the clocks again under the calendars in force now.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recalculate {
    /// Why, as a code: `late_holiday_notice`, `tzdb_revision`.
    pub reason: Code,
}

/// Excuses a recorded breach; it stays recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExcuseBreach {
    /// Of which clock.
    pub metric: Metric,
    /// Why, as a code.
    pub reason: Code,
}

messages! {
    /// The commands of a service request.
    pub enum ServiceRequestCommand {
        /// ∅ → Submitted.
        Submit(Box<Submit>) = "service_request.submit";
        /// Submitted → Validated.
        Validate(Validate) = "service_request.validate";
        /// Validated → Approved.
        Approve(Approve) = "service_request.approve";
        /// Validated, or void → AwaitingApproval.
        RequestApproval(RequestApproval) = "service_request.request_approval";
        /// AwaitingApproval → wherever the ballot leads.
        Vote(CastVote) = "service_request.vote";
        /// Lets another person vote.
        Delegate(Delegate) = "service_request.delegate";
        /// Changes the inputs.
        Edit(Edit) = "service_request.edit";
        /// Approved → InFulfilment.
        FulfilBegin(FulfilBegin) = "service_request.fulfil_begin";
        /// InFulfilment → Fulfilled.
        Fulfil(Fulfil) = "service_request.fulfil";
        /// Fulfilled → Closed.
        Close(Close) = "service_request.close";
        /// Open → Rejected.
        Reject(Reject) = "service_request.reject";
        /// Open → Cancelled.
        Cancel(Cancel) = "service_request.cancel";
        /// Open → Converted.
        Convert(Convert) = "service_request.convert";
        /// InFulfilment → Waiting.
        Wait(Wait) = "service_request.wait";
        /// Waiting → InFulfilment.
        Resume(Resume) = "service_request.resume";
        /// A task is done.
        TaskDone(TaskDone) = "service_request.task_done";
        /// Records an action.
        Work(Work) = "service_request.work";
        /// Tells the requester how it stands.
        Inform(Inform) = "service_request.inform";
        /// Links another record.
        Link(LinkTo) = "service_request.link";
        /// Measures the clocks again.
        Recalculate(Recalculate) = "service_request.recalculate";
        /// Excuses a breach.
        ExcuseBreach(ExcuseBreach) = "service_request.excuse_breach";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "service_request.confirm_notice";
    }
}

/// A request was submitted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Submitted {
    /// For whom.
    pub beneficiary: PersonId,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Personal<String>>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The inputs of the model.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<Code, Text>,
    /// The model.
    pub model: Code,
    /// Who asks.
    pub requester: PersonId,
    /// The service it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

/// The beneficiary is entitled; it is classified.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Validated {
    /// The roles that the beneficiary holds.
    pub beneficiary_roles: Roles,
    /// What it is.
    pub classification: RequestClassification,
    /// The priority of the matrix.
    pub priority: u8,
}

/// Its approvers are asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ApprovalRequested {
    /// The ballot, open.
    pub ballot: Ballot,
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

/// It may be fulfilled.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approved {}

/// An approver returned it for rework.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Returned {
    /// Why.
    pub reason: Text,
}

/// Its inputs changed; a ballot on the former ones is void.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// All inputs.
    pub inputs: BTreeMap<Code, Text>,
}

/// A group took it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FulfilmentBegun {
    /// Who has it.
    pub assignment: Assignment,
    /// The instructions.
    pub instructions: Instructions,
    /// What has to be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Code>,
}

/// An action was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Worked {
    /// What was done.
    pub note: Text,
}

/// A task was done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskFinished {
    /// Which.
    pub task: Code,
}

/// It waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waited {
    /// The note.
    pub note: Text,
    /// For what.
    pub reason: PendingReason,
    /// When a timer ends the wait, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumes_at: Option<Instant>,
    /// The expected end.
    pub until: Instant,
}

/// The wait is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resumed {
    /// Why.
    pub reason: Text,
}

/// It is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fulfilled {
    /// When it closes by itself, if it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// What was done.
    pub fulfilment: Fulfilment,
    /// How many delivered notices it takes to close by itself.
    pub notices: u32,
    /// When the requester is told again until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Instant>,
}

/// It is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How.
    pub closure: RequestClosure,
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
pub struct Cancelled {
    /// Why.
    pub reason: Text,
}

/// It goes on as something else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Converted {
    /// Why.
    pub reason: Text,
    /// As what.
    pub to: ConvertedTo,
}

/// The requester is told how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Informed {}

/// Another record was linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Linked {
    /// The link.
    pub link: Link,
}

/// The clocks were measured again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recalculated {
    /// Why.
    pub reason: Code,
}

messages! {
    /// What happens to a service request.
    pub enum ServiceRequestEvent {
        /// It was submitted.
        Submitted(Box<Submitted>) = "service_request.submitted";
        /// It was validated.
        Validated(Validated) = "service_request.validated";
        /// Its approvers are asked.
        ApprovalRequested(Box<ApprovalRequested>) = "service_request.approval_requested";
        /// An approver voted.
        Voted(Box<Voted>) = "service_request.voted";
        /// An approver lets another person vote.
        Delegated(Delegated) = "service_request.delegated";
        /// It may be fulfilled.
        Approved(Approved) = "service_request.approved";
        /// It was returned for rework.
        Returned(Returned) = "service_request.returned";
        /// Its inputs changed.
        Edited(Edited) = "service_request.edited";
        /// A group took it.
        FulfilmentBegun(FulfilmentBegun) = "service_request.fulfilment_begun";
        /// An action was recorded.
        Worked(Worked) = "service_request.worked";
        /// A task was done.
        TaskFinished(TaskFinished) = "service_request.task_finished";
        /// It waits.
        Waited(Waited) = "service_request.waited";
        /// The wait is over.
        Resumed(Resumed) = "service_request.resumed";
        /// It is done.
        Fulfilled(Fulfilled) = "service_request.fulfilled";
        /// It is closed.
        Closed(Closed) = "service_request.closed";
        /// It was refused.
        Rejected(Rejected) = "service_request.rejected";
        /// It was taken back.
        Cancelled(Cancelled) = "service_request.cancelled";
        /// It goes on as something else.
        Converted(Converted) = "service_request.converted";
        /// The requester is told how it stands.
        Informed(Informed) = "service_request.informed";
        /// Another record was linked.
        Linked(Linked) = "service_request.linked";
        /// The clocks were measured again.
        Recalculated(Recalculated) = "service_request.recalculated";
        /// A clock says something.
        Clock(Box<ClockMark>) = "clock.marked";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}

impl From<ClockMark> for ServiceRequestEvent {
    fn from(mark: ClockMark) -> Self {
        Self::Clock(Box::new(mark))
    }
}
