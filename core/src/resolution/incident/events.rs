//! What happens to an incident.

use super::commands::ImportedState;
use super::record::{Channel, Classification, Closure, EscalationKind, Resolution};
use crate::kernel::{
    CiId, Code, CustomerId, Instant, Link, Notice, PersonId, Personal, Receipt, RecordId, ServiceId, Text,
    UnitId, messages,
};
use crate::priority::PriorityOverride;
use crate::resolution::{Assignment, PendingReason};
use crate::sla::ClockMark;
use serde::{Deserialize, Serialize};

/// An incident was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub no_ci_reason: Option<Text>,
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

/// An incident was taken over from another system.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Imported {
    /// Who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// How it reached the desk.
    pub channel: Channel,
    /// The configuration item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// How often it went to another group.
    pub hops: u32,
    /// When it began.
    pub occurred_at: Instant,
    /// When it was recorded there.
    pub opened_at: Instant,
    /// The priority of the matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// Every reopening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened_at: Vec<Instant>,
    /// Who has the trouble.
    pub requester: PersonId,
    /// How it was resolved last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Every resolution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolved_at: Vec<Instant>,
    /// Who resolved it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolver: Option<PersonId>,
    /// When it was first acknowledged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_at: Option<Instant>,
    /// The service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Whether it is down.
    pub service_down: bool,
    /// Where it stands.
    pub state: ImportedState,
    /// What is wrong.
    pub symptom: Personal<String>,
}

/// An incident was classified, for the first time or again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub reason: Option<Text>,
}

/// A group got it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assigned {
    /// Who has it.
    pub assignment: Assignment,
    /// Why no agreement covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_sla_reason: Option<Text>,
}

/// The work began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acknowledged {}

/// Another group got it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reassigned {
    /// Who has it.
    pub assignment: Assignment,
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Whether it left its group.
    pub hop: bool,
    /// Why.
    pub reason: Text,
}

/// It waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pended {
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

/// It is resolved.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resolved {
    /// When it closes by itself, if it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// How many delivered notices that takes.
    pub notices: u32,
    /// When the requester is told again until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Instant>,
    /// Up to when it can be reopened.
    pub reopen_until: Instant,
    /// How.
    pub resolution: Resolution,
}

/// It is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How.
    pub closure: Closure,
}

/// The resolution was taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reopened {
    /// Why.
    pub reason: Text,
}

/// It ended as a duplicate or a mistake.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cancelled {
    /// The incident that it duplicates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<RecordId>,
    /// Why it was logged by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// It goes on as a service request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Converted {
    /// Why.
    pub reason: Text,
    /// As which.
    pub to: RecordId,
}

/// A priority that is not the matrix's holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriorityOverridden {
    /// Which, why, by whom, up to when.
    pub by: PriorityOverride,
}

/// The matrix's priority holds again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriorityRestored {
    /// The priority.
    pub priority: u8,
}

/// It affects something or somebody else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moved {
    /// The configuration item now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The customer now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Why.
    pub reason: Text,
    /// The service now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

/// An action was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Worked {
    /// What was done.
    pub note: Text,
}

/// The requester is told how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Informed {}

/// The matter was handed up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Escalated {
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Why.
    pub reason: Text,
    /// To whom.
    pub to: UnitId,
}

/// Another record was linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Linked {
    /// The link.
    pub link: Link,
}

/// A major incident was declared for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MarkedMajor {
    /// The major incident.
    pub major: RecordId,
}

/// Its major incident was downgraded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnmarkedMajor {
    /// When it closes by itself, if it is resolved and may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// The major incident.
    pub major: RecordId,
    /// When the requester is told again until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Instant>,
}

/// The clocks were measured again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recalculated {
    /// Why.
    pub reason: Code,
}

messages! {
    /// What happens to an incident.
    pub enum IncidentEvent {
        /// It was recorded.
        Logged(Box<Logged>) = "incident.logged";
        /// It was taken over from another system.
        Imported(Box<Imported>) = "incident.imported";
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
        /// Its major incident was downgraded.
        UnmarkedMajor(UnmarkedMajor) = "incident.unmarked_major";
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

impl IncidentEvent {
    /// Whether it says what the incident is about: item, category, symptom.
    #[must_use]
    pub const fn is_about(&self) -> bool {
        matches!(self, Self::Logged(_) | Self::Imported(_) | Self::Classified(_) | Self::Moved(_))
    }

    /// Whether it begins the work, ends it or takes its end back.
    #[must_use]
    pub const fn begins_or_ends(&self) -> bool {
        matches!(
            self,
            Self::Logged(_)
                | Self::Imported(_)
                | Self::Resolved(_)
                | Self::Reopened(_)
                | Self::Closed(_)
                | Self::Cancelled(_)
                | Self::Converted(_)
        )
    }
}
