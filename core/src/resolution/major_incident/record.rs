//! The record of a major incident and the data of its states.

use crate::kernel::{
    Attachment, Code, Envelope, Instant, NoticeKind, PersonId, Recipient, RecordId, Role, Text, codes,
};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a major incident (spec 3.20).
    pub enum MajorIncidentPhase {
        /// It is one.
        Declared = "declared", "Declared", "已宣布";
        /// Its manager leads the restoration.
        Managing = "managing", "Managing", "处置中";
        /// The service works again.
        Restored = "restored", "Restored", "已恢复";
        /// It is looked back on.
        Reviewing = "reviewing", "Reviewing", "评审中";
        /// What is to be learnt is written down.
        Reviewed = "reviewed", "Reviewed", "已评审";
        /// The actions exist and top management has the report. Final.
        Closed = "closed", "Closed", "已关闭";
        /// It was none by the criteria. Final.
        Downgraded = "downgraded", "Downgraded", "已降级";
    }
}

/// The state of a major incident with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MajorIncidentState {
    /// It is one.
    Declared {
        /// When the next update is due.
        update_due: Instant,
    },
    /// Its manager leads the restoration.
    Managing {
        /// When the next update is due.
        update_due: Instant,
    },
    /// The service works again.
    Restored,
    /// It is looked back on.
    Reviewing {
        /// Who leads the review.
        facilitator: PersonId,
        /// Since when.
        since: Instant,
    },
    /// What is to be learnt is written down.
    Reviewed,
    /// The actions exist and top management has the report.
    Closed(MajorClosure),
    /// It was none by the criteria.
    Downgraded(Downgrading),
}

impl MajorIncidentState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> MajorIncidentPhase {
        match self {
            Self::Declared { .. } => MajorIncidentPhase::Declared,
            Self::Managing { .. } => MajorIncidentPhase::Managing,
            Self::Restored => MajorIncidentPhase::Restored,
            Self::Reviewing { .. } => MajorIncidentPhase::Reviewing,
            Self::Reviewed => MajorIncidentPhase::Reviewed,
            Self::Closed(_) => MajorIncidentPhase::Closed,
            Self::Downgraded(_) => MajorIncidentPhase::Downgraded,
        }
    }
}

/// How a major incident was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MajorClosure {
    /// The records of the actions that follow from the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<RecordId>,
    /// When.
    pub at: Instant,
    /// Who closed it.
    pub by: PersonId,
    /// Why no action follows, where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_action_reason: Option<Text>,
    /// The report that top management has.
    pub report: Attachment,
}

/// How a major incident was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Downgrading {
    /// When.
    pub at: Instant,
    /// Who did it, the second of the two.
    pub by: PersonId,
    /// Who had proposed it.
    pub proposed_by: PersonId,
    /// Why it meets no criterion.
    pub reason: Text,
}

/// One of the two managers would take it back (T-MAJ-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DowngradeProposal {
    /// When it was proposed.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// Why it meets no criterion.
    pub reason: Text,
}

/// Something that happened, for the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimelineEntry {
    /// When.
    pub at: Instant,
    /// What.
    pub text: Text,
}

/// The end of the outage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Restoration {
    /// Whether the customers were told.
    pub customers_told: bool,
    /// Whether the outage was closed at the instant of the restoration.
    pub outage_closed: bool,
    /// Who resolved it; added to those known.
    pub resolvers: Vec<PersonId>,
    /// When the service worked again.
    pub restored_at: Instant,
}

/// Whether problem management goes on with it (MAJ-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemDecision {
    /// As this problem.
    Linked(RecordId),
    /// It does not, for this reason.
    NotNeeded(Text),
}

/// What a review found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MajorIncidentReview {
    /// Who took part.
    pub attendees: Vec<PersonId>,
    /// Whether the causes are known.
    pub causes_known: bool,
    /// Who led the review.
    pub facilitator: PersonId,
    /// What is to be done better.
    pub improvements: Vec<Text>,
    /// Whether problem management goes on with it.
    pub problem: ProblemDecision,
    /// What happened, in order.
    pub timeline: Vec<TimelineEntry>,
    /// What worked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worked_well: Vec<Text>,
}

/// A major incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MajorIncident {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: MajorIncidentState,
    /// The incident that it was declared for.
    pub incident: RecordId,
    /// The criteria that it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Code>,
    /// Why it was declared without a criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual_reason: Option<Text>,
    /// The major incident manager.
    pub manager: PersonId,
    /// Everybody who has been its manager, in order: none of them closes it.
    pub managers: Vec<PersonId>,
    /// Who works on the resolution, as far as known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolvers: Vec<PersonId>,
    /// The proposal to take it back that is on the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<DowngradeProposal>,
    /// When it was declared.
    pub declared_at: Instant,
    /// By when top management has to be told.
    pub notice_due: Instant,
    /// Whether that was missed.
    #[serde(default)]
    pub notice_missed: bool,
    /// How often those concerned are told, in seconds.
    pub update_every_s: i64,
    /// The communication, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communications: Vec<TimelineEntry>,
    /// How many updates were missed.
    pub updates_missed: u32,
    /// The end of the outage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restoration: Option<Restoration>,
    /// By when it has to be reviewed, once it is restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_due: Option<Instant>,
    /// Whether that was missed.
    #[serde(default)]
    pub review_missed: bool,
    /// What the review found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<MajorIncidentReview>,
    /// When it was reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<Instant>,
}

impl MajorIncident {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> MajorIncidentPhase {
        self.state.phase()
    }

    /// When top management was told first, by the host's receipt.
    #[must_use]
    pub fn informed_at(&self) -> Option<Instant> {
        let management = Recipient::Role(Role::TopManagement);
        let told = self.envelope.notices.iter();
        told.filter(|notice| notice.why == NoticeKind::MajorIncident && notice.to == management)
            .filter_map(|notice| notice.delivered_at)
            .min()
    }

    /// When the service worked again.
    #[must_use]
    pub fn restored_at(&self) -> Option<Instant> {
        self.restoration.as_ref().map(|restoration| restoration.restored_at)
    }

    /// When the next update is due, while it lasts.
    #[must_use]
    pub const fn update_due(&self) -> Option<Instant> {
        match &self.state {
            MajorIncidentState::Declared { update_due } | MajorIncidentState::Managing { update_due } => {
                Some(*update_due)
            }
            _ => None,
        }
    }
}
