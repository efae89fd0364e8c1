//! What an incident is told, and what happens to it.

use super::record::{Channel, Classification, Closure, EscalationKind, Resolution};
use crate::kernel::{
    CiId, Code, CustomerId, Instant, Link, Notice, PersonId, Personal, Receipt, RecordId, ServiceId, UnitId,
    messages,
};
use crate::priority::PriorityOverride;
use crate::resolution::{Assignment, PendingReason};
use crate::sla::{ClockMark, Metric};
use serde::{Deserialize, Serialize};

/// A service, or the statement that it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AffectedService {
    /// This one.
    Known(ServiceId),
    /// Not known yet.
    Unknown,
}

/// What the search for a known error gave. It must have been tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownErrorMatch {
    /// None matches.
    None,
    /// This one does.
    Found(RecordId),
}

/// Records an incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// How it reached the desk.
    pub channel: Channel,
    /// What is wrong, in the words of whoever has the trouble.
    pub symptom: String,
    /// When it began.
    pub occurred_at: Instant,
    /// The service that is affected.
    pub service: AffectedService,
    /// What is wrong, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<String>,
    /// Who has the trouble; absent: whoever is acted for, else the actor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<PersonId>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The configuration item that is affected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_ci_reason: Option<String>,
    /// Whether the service is down.
    #[serde(default)]
    pub service_down: bool,
    /// The closed incident that this one is again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<RecordId>,
}

/// Classifies an incident: category, impact and urgency, from which the matrix makes the priority.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classify {
    /// The category.
    pub category: Code,
    /// The impact, as the matrix numbers it.
    pub impact: u8,
    /// The urgency, as the matrix numbers it.
    pub urgency: u8,
    /// What the search for a known error gave.
    pub known_error: KnownErrorMatch,
    /// Whether it is a security incident.
    #[serde(default)]
    pub security: bool,
}

/// Gives an incident to a group.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The support group.
    pub group: UnitId,
    /// The person, if one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Why no agreement covers it; needed when no clock runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_sla_reason: Option<String>,
}

/// Begins the work: the response.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {}

/// Gives an incident to another group.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reassign {
    /// The support group.
    pub group: UnitId,
    /// The person, if one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Why.
    pub reason: String,
}

/// Lets an incident wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pend {
    /// For what.
    pub reason: PendingReason,
    /// A note for whoever reads it later.
    pub note: String,
    /// The expected end.
    pub until: Instant,
}

/// Ends the wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// Why now.
    pub reason: String,
}

/// Resolves an incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// How.
    pub resolution: Resolution,
}

/// Confirms a resolution.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// The closure code.
    pub code: Code,
    /// Whether somebody looked whether the category is right.
    pub category_verified: bool,
}

/// Takes a resolution back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Why.
    pub reason: String,
}

/// Ends an incident that is none of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// The incident that it duplicates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<RecordId>,
    /// Why it was logged by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Goes on as a service request; the history stays here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convert {
    /// The service request.
    pub to: RecordId,
    /// Why.
    pub reason: String,
}

/// Changes the classification; the priority follows, and the clocks with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// The category, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Code>,
    /// The impact, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<u8>,
    /// The urgency, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<u8>,
    /// Why.
    pub reason: String,
}

/// Sets a priority that is not the matrix's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverridePriority {
    /// The priority.
    pub priority: u8,
    /// Why.
    pub reason: String,
    /// Up to when; absent: until it is overridden again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Changes whom or what it affects; the clocks follow the agreement that is selected then.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The service, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The customer, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The configuration item, if it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// Why.
    pub reason: String,
}

/// Records an action.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// What was done.
    pub note: String,
}

/// Tells the requester how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inform {}

/// Hands a matter up without moving it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalate {
    /// To whom.
    pub to: UnitId,
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Why.
    pub reason: String,
}

/// Links another record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// The link.
    pub link: Link,
}

/// Names the major incident that was declared for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkMajor {
    /// The major incident.
    pub major: RecordId,
}

/// Measures the clocks again under the calendars in force now.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recalculate {
    /// Why, as a code: `late_holiday_notice`, `tzdb_revision`.
    pub reason: Code,
}

/// Excuses a recorded breach; it stays recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcuseBreach {
    /// Of which clock.
    pub metric: Metric,
    /// Why, as a code.
    pub reason: Code,
}

messages! {
    /// The commands of an incident.
    pub enum IncidentCommand {
        /// ∅ → Logged.
        Log(Box<Log>) = "incident.log";
        /// Logged → Classified.
        Classify(Classify) = "incident.classify";
        /// Classified → Assigned.
        Assign(Assign) = "incident.assign";
        /// Assigned → InProgress.
        Acknowledge(Acknowledge) = "incident.acknowledge";
        /// InProgress, Assigned → Assigned.
        Reassign(Reassign) = "incident.reassign";
        /// InProgress → Pending.
        Pend(Pend) = "incident.pend";
        /// Pending → InProgress.
        Resume(Resume) = "incident.resume";
        /// InProgress, Pending → Resolved.
        Resolve(Resolve) = "incident.resolve";
        /// Resolved → Closed.
        Close(Close) = "incident.close";
        /// Resolved → InProgress.
        Reopen(Reopen) = "incident.reopen";
        /// Open → Cancelled.
        Cancel(Cancel) = "incident.cancel";
        /// Open → Converted.
        Convert(Convert) = "incident.convert";
        /// Changes impact, urgency or category.
        Reclassify(Reclassify) = "incident.reclassify";
        /// Sets a priority that is not the matrix's.
        OverridePriority(OverridePriority) = "incident.override_priority";
        /// Changes service, customer or CI.
        Move(Move) = "incident.move";
        /// Records an action.
        Work(Work) = "incident.work";
        /// Tells the requester how it stands.
        Inform(Inform) = "incident.inform";
        /// Hands the matter up.
        Escalate(Escalate) = "incident.escalate";
        /// Links another record.
        Link(LinkTo) = "incident.link";
        /// Names its major incident.
        MarkMajor(MarkMajor) = "incident.mark_major";
        /// Measures the clocks again.
        Recalculate(Recalculate) = "incident.recalculate";
        /// Excuses a breach.
        ExcuseBreach(ExcuseBreach) = "incident.excuse_breach";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "incident.confirm_notice";
    }
}

/// An incident was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Logged {
    /// How it reached the desk.
    pub channel: Channel,
    /// The configuration item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Whether it was recorded later than the tolerance allows.
    #[serde(default)]
    pub late_entry: bool,
    /// Why there is no CI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_ci_reason: Option<String>,
    /// When it began.
    pub occurred_at: Instant,
    /// The closed incident that this one is again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<RecordId>,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Personal<String>>,
    /// Who has the trouble.
    pub requester: PersonId,
    /// The service, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Whether it is down.
    pub service_down: bool,
    /// What is wrong.
    pub symptom: Personal<String>,
    /// The same as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
}

/// An incident was classified, for the first time or again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Classified {
    /// What it is.
    pub classification: Classification,
    /// The criteria of a major incident that it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub major_criteria: Vec<Code>,
    /// The priority of the matrix.
    pub priority: u8,
    /// Why it was classified again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A group got it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Assigned {
    /// Who has it.
    pub assignment: Assignment,
    /// Why no agreement covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_sla_reason: Option<String>,
}

/// The work began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Acknowledged {}

/// Another group got it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reassigned {
    /// Who has it.
    pub assignment: Assignment,
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Whether it left its group.
    pub hop: bool,
    /// Why.
    pub reason: String,
}

/// It waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pended {
    /// The note.
    pub note: String,
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
pub struct Resumed {
    /// Why.
    pub reason: String,
}

/// It is resolved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Resolved {
    /// When it closes by itself, if it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// How many delivered notices that takes.
    pub notices: u32,
    /// Up to when it can be reopened.
    pub reopen_until: Instant,
    /// How.
    pub resolution: Resolution,
}

/// It is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Closed {
    /// How.
    pub closure: Closure,
}

/// The resolution was taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    pub reason: String,
}

/// It ended as a duplicate or a mistake.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cancelled {
    /// The incident that it duplicates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<RecordId>,
    /// Why it was logged by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// It goes on as a service request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Converted {
    /// Why.
    pub reason: String,
    /// As which.
    pub to: RecordId,
}

/// A priority that is not the matrix's holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PriorityOverridden {
    /// Which, why, by whom, up to when.
    pub by: PriorityOverride,
}

/// The matrix's priority holds again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct PriorityRestored {
    /// The priority.
    pub priority: u8,
}

/// It affects something or somebody else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Moved {
    /// The configuration item now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The customer now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Why.
    pub reason: String,
    /// The service now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

/// An action was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Worked {
    /// What was done.
    pub note: String,
}

/// The requester is told how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Informed {}

/// The matter was handed up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Escalated {
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Why.
    pub reason: String,
    /// To whom.
    pub to: UnitId,
}

/// Another record was linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Linked {
    /// The link.
    pub link: Link,
}

/// A major incident was declared for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MarkedMajor {
    /// The major incident.
    pub major: RecordId,
}

/// The clocks were measured again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Recalculated {
    /// Why.
    pub reason: Code,
}

messages! {
    /// What happens to an incident.
    pub enum IncidentEvent {
        /// It was recorded.
        Logged(Box<Logged>) = "incident.logged";
        /// It was classified.
        Classified(Box<Classified>) = "incident.classified";
        /// A group got it.
        Assigned(Assigned) = "incident.assigned";
        /// The work began.
        Acknowledged(Acknowledged) = "incident.acknowledged";
        /// Another group got it.
        Reassigned(Reassigned) = "incident.reassigned";
        /// It waits.
        Pended(Pended) = "incident.pended";
        /// The wait is over.
        Resumed(Resumed) = "incident.resumed";
        /// It is resolved.
        Resolved(Box<Resolved>) = "incident.resolved";
        /// It is closed.
        Closed(Closed) = "incident.closed";
        /// The resolution was taken back.
        Reopened(Reopened) = "incident.reopened";
        /// It ended as a duplicate or a mistake.
        Cancelled(Cancelled) = "incident.cancelled";
        /// It goes on as a service request.
        Converted(Converted) = "incident.converted";
        /// A priority that is not the matrix's holds.
        PriorityOverridden(PriorityOverridden) = "incident.priority_overridden";
        /// The matrix's priority holds again.
        PriorityRestored(PriorityRestored) = "incident.priority_restored";
        /// It affects something or somebody else.
        Moved(Moved) = "incident.moved";
        /// An action was recorded.
        Worked(Worked) = "incident.worked";
        /// The requester is told how it stands.
        Informed(Informed) = "incident.informed";
        /// The matter was handed up.
        Escalated(Escalated) = "incident.escalated";
        /// Another record was linked.
        Linked(Linked) = "incident.linked";
        /// A major incident was declared for it.
        MarkedMajor(MarkedMajor) = "incident.marked_major";
        /// The clocks were measured again.
        Recalculated(Recalculated) = "incident.recalculated";
        /// A clock says something.
        Clock(Box<ClockMark>) = "clock.marked";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}

impl From<ClockMark> for IncidentEvent {
    fn from(mark: ClockMark) -> Self {
        Self::Clock(Box::new(mark))
    }
}
