//! What a major incident is told, and what happens to it.

use super::record::{Downgrading, MajorClosure, MajorIncidentReview, Restoration};
use crate::kernel::{Attachment, Code, Instant, Notice, PersonId, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};

/// Declares a major incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Declare {
    /// The incident it is.
    pub incident: RecordId,
    /// The criteria of the policy that it meets.
    #[serde(default)]
    pub criteria: Vec<Code>,
    /// Why it is one although it meets none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual_reason: Option<Text>,
    /// The major incident manager.
    pub manager: PersonId,
    /// Who works on the resolution, as far as known.
    #[serde(default)]
    pub resolvers: Vec<PersonId>,
}

/// Takes the lead.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manage {
    /// How often those concerned are told, in seconds; not less often than the policy says.
    pub update_every_s: i64,
}

/// Tells those concerned how it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// What they are told.
    pub text: Text,
}

/// The service works again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// The end of the outage.
    pub restoration: Restoration,
}

/// Begins the review.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginReview {
    /// Who leads it.
    pub facilitator: PersonId,
}

/// Records what the review found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What it found.
    pub review: MajorIncidentReview,
}

/// Closes a major incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// The records of the actions that follow from the review.
    #[serde(default)]
    pub actions: Vec<RecordId>,
    /// Why none follows, where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_action_reason: Option<Text>,
    /// The report that top management has.
    pub report: Attachment,
}

/// Proposes to take a major incident back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposeDowngrade {
    /// Why it meets no criterion.
    pub reason: Text,
}

/// Takes a major incident back, as the other of the two managers has proposed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Downgrade {
    /// Why it meets no criterion.
    pub reason: Text,
}

/// Hands the lead to another person.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The new major incident manager.
    pub manager: PersonId,
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a major incident.
    pub enum MajorIncidentCommand {
        /// ∅ → Declared.
        Declare(Declare) = "major_incident.declare";
        /// Declared → Managing.
        Manage(Manage) = "major_incident.manage";
        /// Tells those concerned how it stands.
        Update(Update) = "major_incident.update";
        /// Managing → Restored.
        Restore(Restore) = "major_incident.restore";
        /// Restored → Reviewing.
        BeginReview(BeginReview) = "major_incident.begin_review";
        /// Restored, Reviewing → Reviewed.
        Review(Box<Review>) = "major_incident.review";
        /// Reviewed → Closed.
        Close(Close) = "major_incident.close";
        /// Declared, Managing → Downgraded.
        Downgrade(Downgrade) = "major_incident.downgrade";
        /// Hands the lead to another person.
        HandOver(HandOver) = "major_incident.hand_over";
        /// Proposes to take it back.
        ProposeDowngrade(ProposeDowngrade) = "major_incident.propose_downgrade";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "major_incident.confirm_notice";
    }
}

/// A major incident was declared.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Declared {
    /// The criteria that it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Code>,
    /// The incident that it was declared for.
    pub incident: RecordId,
    /// The major incident manager.
    pub manager: PersonId,
    /// Why it was declared without a criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual_reason: Option<Text>,
    /// By when top management has to be told.
    pub notice_due: Instant,
    /// Who works on the resolution, as far as known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolvers: Vec<PersonId>,
    /// When the first update is due.
    pub update_due: Instant,
    /// How often those concerned are told, in seconds.
    pub update_every_s: i64,
}

/// Its manager leads the restoration.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Managed {
    /// When the next update is due.
    pub update_due: Instant,
    /// How often those concerned are told, in seconds.
    pub update_every_s: i64,
}

/// Those concerned were told how it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Updated {
    /// What they were told.
    pub text: Text,
    /// When the next update is due.
    pub update_due: Instant,
}

/// The service works again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Restored {
    /// The end of the outage.
    pub restoration: Restoration,
    /// By when it has to be reviewed.
    pub review_due: Instant,
}

/// The review began.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewBegun {
    /// Who leads it.
    pub facilitator: PersonId,
}

/// It was reviewed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reviewed {
    /// What the review found.
    pub review: MajorIncidentReview,
}

/// It was closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How.
    pub closure: MajorClosure,
}

/// It was taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Downgraded {
    /// How.
    pub downgrading: Downgrading,
}

/// One of the two managers would take it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DowngradeProposed {
    /// Why it meets no criterion.
    pub reason: Text,
}

/// Another person leads.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandedOver {
    /// The new major incident manager.
    pub manager: PersonId,
    /// Why.
    pub reason: Text,
}

/// Top management was not told in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoticeOverdue {
    /// By when it had to be.
    pub due: Instant,
}

/// An update was missed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UpdateOverdue {
    /// When it was due.
    pub due: Instant,
    /// When the next one is due.
    pub update_due: Instant,
}

/// It was not reviewed in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewOverdue {
    /// By when it had to be.
    pub due: Instant,
}

messages! {
    /// What happens to a major incident.
    pub enum MajorIncidentEvent {
        /// It was declared.
        Declared(Declared) = "major_incident.declared";
        /// Its manager leads the restoration.
        Managed(Managed) = "major_incident.managed";
        /// Those concerned were told how it stands.
        Updated(Updated) = "major_incident.updated";
        /// The service works again.
        Restored(Restored) = "major_incident.restored";
        /// The review began.
        ReviewBegun(ReviewBegun) = "major_incident.review_begun";
        /// It was reviewed.
        Reviewed(Box<Reviewed>) = "major_incident.reviewed";
        /// It was closed.
        Closed(Closed) = "major_incident.closed";
        /// It was taken back.
        Downgraded(Downgraded) = "major_incident.downgraded";
        /// One of the two managers would take it back.
        DowngradeProposed(DowngradeProposed) = "major_incident.downgrade_proposed";
        /// Another person leads.
        HandedOver(HandedOver) = "major_incident.handed_over";
        /// Top management was not told in time.
        NoticeOverdue(NoticeOverdue) = "major_incident.notice_overdue";
        /// An update was missed.
        UpdateOverdue(UpdateOverdue) = "major_incident.update_overdue";
        /// It was not reviewed in time.
        ReviewOverdue(ReviewOverdue) = "major_incident.review_overdue";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
