//! The record of a problem candidate and the data of its states.

use crate::kernel::{CiId, Code, Envelope, Instant, PersonId, RecordId, Text, codes};
use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, format_smolstr};

codes! {
    /// The phases of a problem candidate.
    pub enum ProblemCandidatePhase {
        /// To be decided.
        Raised = "raised", "Raised", "已提出";
        /// It is a problem. Final.
        Accepted = "accepted", "Accepted", "已接受";
        /// It is none. Final.
        Declined = "declined", "Declined", "已拒绝";
    }
}

codes! {
    /// The detection rules of spec 3.22, (a) to (e).
    pub enum DetectionRule {
        /// (a) Several incidents with one item, or with one category and symptom, in a short time.
        RecurringIncidents = "recurring_incidents", "Recurring incidents", "重复事件";
        /// (b) A major incident.
        MajorIncident = "major_incident", "Major incident", "重大事件";
        /// (c) An incident was resolved by a workaround that no known error explains.
        UnexplainedWorkaround = "unexplained_workaround", "Workaround without known error", "无已知错误的变通解决";
        /// (d) A trend of capacity or availability.
        Trend = "trend", "Capacity or availability trend", "能力或可用性趋势";
        /// (e) A supplier announced a defect of a version in use.
        SupplierDefect = "supplier_defect", "Defect announced by a supplier", "供方通报缺陷";
        /// A change failed and hit a service (T-CHG-12): not among the five, and as much a reason to look for the cause.
        FailedChange = "failed_change", "Failed change", "变更失败";
    }
}

/// What a candidate is about. At most one candidate is open for each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// A configuration item.
    Ci(CiId),
    /// A symptom within a category.
    Symptom {
        /// The category.
        category: Code,
        /// The symptom.
        symptom_code: Code,
    },
    /// One incident, where neither is known.
    Incident(RecordId),
}

impl Subject {
    /// The subject as one text: equal for equal subjects only.
    ///
    /// ```
    /// use itsm::resolution::problem_candidate::Subject;
    /// let subject = Subject::Ci("srv-1".parse()?);
    /// assert_eq!(subject.key(), "ci srv-1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> SmolStr {
        match self {
            Self::Ci(ci) => format_smolstr!("ci {ci}"),
            // The length keeps a code with a blank in it apart from two codes.
            Self::Symptom { category, symptom_code } => {
                format_smolstr!("symptom {} {category} {symptom_code}", category.as_str().len())
            }
            Self::Incident(incident) => format_smolstr!("incident {incident}"),
        }
    }
}

/// As which problem a candidate was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AcceptedAs {
    /// A new one, to be logged under this id.
    New(RecordId),
    /// One that is open already.
    Existing(RecordId),
}

impl AcceptedAs {
    /// The problem.
    #[must_use]
    pub const fn id(&self) -> &RecordId {
        match self {
            Self::New(problem) | Self::Existing(problem) => problem,
        }
    }
}

/// The state of a problem candidate with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ProblemCandidateState {
    /// To be decided.
    Raised,
    /// It is a problem.
    Accepted {
        /// When that was decided.
        at: Instant,
        /// By whom.
        by: PersonId,
        /// Which.
        problem: AcceptedAs,
    },
    /// It is none.
    Declined {
        /// When that was decided.
        at: Instant,
        /// By whom.
        by: PersonId,
        /// Why.
        reason: Text,
    },
}

/// A problem candidate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemCandidate {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ProblemCandidateState,
    /// The rule that found it.
    pub rule: DetectionRule,
    /// What it is about.
    pub subject: Subject,
    /// Its incidents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// What else speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl ProblemCandidate {
    /// Whether it is still to be decided on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, ProblemCandidateState::Raised)
    }

    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ProblemCandidatePhase {
        match self.state {
            ProblemCandidateState::Raised => ProblemCandidatePhase::Raised,
            ProblemCandidateState::Accepted { .. } => ProblemCandidatePhase::Accepted,
            ProblemCandidateState::Declined { .. } => ProblemCandidatePhase::Declined,
        }
    }

    /// The problem that it was accepted as.
    #[must_use]
    pub const fn problem(&self) -> Option<&RecordId> {
        match &self.state {
            ProblemCandidateState::Accepted { problem, .. } => Some(problem.id()),
            _ => None,
        }
    }
}
