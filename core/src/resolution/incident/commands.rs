//! What an incident is told.

use super::record::{Channel, Classification, EscalationKind, Resolution};
use crate::kernel::{
    CiId, Code, CustomerId, Instant, Link, PersonId, Receipt, RecordId, ServiceId, Text, UnitId, messages,
};
use crate::resolution::{Assignment, PendingReason};
use crate::sla::Metric;
use serde::{Deserialize, Serialize};

/// A service, or the statement that it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AffectedService {
    /// This one.
    Known(ServiceId),
    /// Not known yet.
    Unknown,
}

/// What the search for a known error gave. It must have been tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KnownErrorMatch {
    /// None matches.
    None,
    /// This one does.
    Found(RecordId),
}

/// Records an incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// How it reached the desk.
    pub channel: Channel,
    /// What is wrong, in the words of whoever has the trouble.
    pub symptom: Text,
    /// When it began.
    pub occurred_at: Instant,
    /// The service that is affected.
    pub service: AffectedService,
    /// What is wrong, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Text>,
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
    pub no_ci_reason: Option<Text>,
    /// Whether the service is down.
    #[serde(default)]
    pub service_down: bool,
    /// The closed incident that this one is again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<RecordId>,
}

/// Classifies an incident: category, impact and urgency, from which the matrix makes the priority.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The support group.
    pub group: UnitId,
    /// The person, if one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Why no agreement covers it; needed when no clock runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_sla_reason: Option<Text>,
}

/// Begins the work: the response.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {}

/// Gives an incident to another group.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub reason: Text,
}

/// Lets an incident wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pend {
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

/// Resolves an incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// How.
    pub resolution: Resolution,
}

/// Confirms a resolution.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// The closure code.
    pub code: Code,
    /// Whether somebody looked whether the category is right.
    pub category_verified: bool,
}

/// Takes a resolution back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Why.
    pub reason: Text,
}

/// Ends an incident that is none of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// The incident that it duplicates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<RecordId>,
    /// Why it was logged by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// Goes on as a service request; the history stays here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Convert {
    /// The service request.
    pub to: RecordId,
    /// Why.
    pub reason: Text,
}

/// Changes the classification; the priority follows, and the clocks with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub reason: Text,
}

/// Sets a priority that is not the matrix's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverridePriority {
    /// The priority.
    pub priority: u8,
    /// Why.
    pub reason: Text,
    /// Up to when; absent: until it is overridden again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Changes whom or what it affects; the clocks follow the agreement that is selected then.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub reason: Text,
}

/// Records an action.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// What was done.
    pub note: Text,
}

/// Tells the requester how it stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Inform {}

/// Hands a matter up without moving it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Escalate {
    /// To whom.
    pub to: UnitId,
    /// To other skills or to more authority.
    pub escalation: EscalationKind,
    /// Why.
    pub reason: Text,
}

/// Links another record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// The link.
    pub link: Link,
}

/// Names the major incident that was declared for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MarkMajor {
    /// The major incident.
    pub major: RecordId,
}

/// Takes back that it is a major incident, after the downgrade.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnmarkMajor {
    /// The major incident that was downgraded.
    pub major: RecordId,
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

/// A wait that lies in the stated past.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PastWait {
    /// For what.
    pub reason: PendingReason,
    /// From when.
    pub from: Instant,
    /// Until when; absent: it still waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// The present state of an imported incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "super::stated::StatedState")]
#[cfg_attr(feature = "schema", schemars(!try_from, deny_unknown_fields))]
pub enum ImportedState {
    /// Recorded.
    Logged,
    /// Categorised and prioritised.
    Classified,
    /// A group has it.
    Assigned,
    /// Somebody works on it.
    InProgress,
    /// It waits.
    Pending {
        /// For what.
        reason: PendingReason,
        /// Since when.
        since: Instant,
        /// Until when, as expected.
        until: Instant,
    },
    /// The service is restored.
    Resolved {
        /// When.
        at: Instant,
    },
    /// Confirmed.
    Closed {
        /// When.
        at: Instant,
        /// The closure code.
        code: Code,
        /// Who confirmed.
        confirmed_by: PersonId,
    },
    /// A duplicate or a mistake.
    Cancelled {
        /// When.
        at: Instant,
    },
}

/// Takes an incident over from another system, in its present state and with its past as stated.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// How it reached the desk.
    pub channel: Channel,
    /// What is wrong.
    pub symptom: Text,
    /// Who has the trouble.
    pub requester: PersonId,
    /// When it began.
    pub occurred_at: Instant,
    /// When it was recorded there.
    pub opened_at: Instant,
    /// Where it stands.
    pub state: ImportedState,
    /// The service, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Whether it is down.
    #[serde(default)]
    pub service_down: bool,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The configuration item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// What it is, once classified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    /// Who has it, once assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// How often it went to another group.
    #[serde(default)]
    pub hops: u32,
    /// When it was first acknowledged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_at: Option<Instant>,
    /// Its waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<PastWait>,
    /// How it was resolved last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Who resolved it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolver: Option<PersonId>,
    /// Every resolution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolved_at: Vec<Instant>,
    /// Every reopening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened_at: Vec<Instant>,
}

messages! {
    /// The commands of an incident.
    pub enum IncidentCommand {
        /// ∅ → Logged.
        Log(Box<Log>) = "incident.log";
        /// ∅ → any: taken over from another system.
        Import(Box<Import>) = "incident.import";
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
        /// Takes its major incident away.
        UnmarkMajor(UnmarkMajor) = "incident.unmark_major";
        /// Measures the clocks again.
        Recalculate(Recalculate) = "incident.recalculate";
        /// Excuses a breach.
        ExcuseBreach(ExcuseBreach) = "incident.excuse_breach";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "incident.confirm_notice";
    }
}
