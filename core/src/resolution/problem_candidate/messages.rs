//! What a problem candidate is told, and what happens to it.

use super::record::{AcceptedAs, DetectionRule, Subject};
use crate::kernel::{Notice, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};

/// Raises a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// The rule that found it.
    pub rule: DetectionRule,
    /// What it is about.
    pub subject: Subject,
    /// Its incidents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// What else speaks for it: the trend, the supplier's notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Adds incidents to an open candidate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddEvidence {
    /// Which.
    pub incidents: Vec<RecordId>,
}

/// Decides that it is a problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Which.
    pub problem: AcceptedAs,
}

/// Decides that it is none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a problem candidate.
    pub enum ProblemCandidateCommand {
        /// ∅ → Raised.
        Raise(Raise) = "problem_candidate.raise";
        /// Adds incidents.
        AddEvidence(AddEvidence) = "problem_candidate.add_evidence";
        /// Raised → Accepted.
        Accept(Accept) = "problem_candidate.accept";
        /// Raised → Declined.
        Decline(Decline) = "problem_candidate.decline";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "problem_candidate.confirm_notice";
    }
}

/// A candidate was raised.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Raised {
    /// Its incidents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// What else speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The rule that found it.
    pub rule: DetectionRule,
    /// What it is about.
    pub subject: Subject,
}

/// Incidents were added.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceAdded {
    /// Which.
    pub incidents: Vec<RecordId>,
}

/// It is a problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Which.
    pub problem: AcceptedAs,
}

/// It is none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Declined {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a problem candidate.
    pub enum ProblemCandidateEvent {
        /// It was raised.
        Raised(Raised) = "problem_candidate.raised";
        /// Incidents were added.
        EvidenceAdded(EvidenceAdded) = "problem_candidate.evidence_added";
        /// It is a problem.
        Accepted(Accepted) = "problem_candidate.accepted";
        /// It is none.
        Declined(Declined) = "problem_candidate.declined";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
