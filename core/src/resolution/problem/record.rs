//! The record of a problem and the data of its states.

use crate::kernel::{Attachment, CiId, Code, Envelope, Instant, LinkKind, PersonId, RecordId, Text, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a problem (spec 3.22).
    pub enum ProblemPhase {
        /// Recorded.
        Logged = "logged", "Logged", "已登记";
        /// Categorised, prioritised, with an analyst.
        Classified = "classified", "Classified", "已分类";
        /// Its cause is looked for.
        Investigating = "investigating", "Investigating", "调查中";
        /// It rests until a review date.
        Suspended = "suspended", "Suspended", "已暂停";
        /// Its cause is known.
        RootCauseIdentified = "root_cause_identified", "Root cause identified", "根因已确定";
        /// A change is asked for.
        FixProposed = "fix_proposed", "Fix proposed", "已提出修复";
        /// A change is approved.
        FixInProgress = "fix_in_progress", "Fix in progress", "修复中";
        /// The fix is live and watched.
        UnderObservation = "under_observation", "Under observation", "观察中";
        /// The cause stays, and the service owner answers for that.
        Accepted = "accepted", "Accepted", "已接受";
        /// Over. Final.
        Closed = "closed", "Closed", "已关闭";
    }
}

codes! {
    /// Where a problem was found.
    pub enum ProblemSource {
        /// In incidents.
        Incident = "incident", "Incident", "事件";
        /// In a major incident.
        MajorIncident = "major_incident", "Major incident", "重大事件";
        /// In a trend.
        Trend = "trend", "Trend", "趋势";
        /// A supplier told of it.
        Supplier = "supplier", "Supplier", "供方";
        /// In a test.
        Test = "test", "Test", "测试";
        /// In an audit.
        Audit = "audit", "Audit", "审核";
    }
}

codes! {
    /// How a problem ended.
    pub enum ProblemClosureCode {
        /// The cause is removed.
        Cured = "cured", "Cured", "已根治";
        /// The impact is reduced for good.
        Mitigated = "mitigated", "Mitigated", "已缓解";
        /// The cause stays, at a cost and risk that were accepted.
        Accepted = "accepted", "Accepted", "已接受";
        /// The cause was not found.
        NotReproducible = "not_reproducible", "Not reproducible", "无法重现";
    }
}

codes! {
    /// What a review says of a resolution.
    pub enum Effectiveness {
        /// It did what it should.
        Effective = "effective", "Effective", "有效";
        /// It did a part of it.
        PartlyEffective = "partly_effective", "Partly effective", "部分有效";
        /// It did not help.
        Ineffective = "ineffective", "Ineffective", "无效";
    }
}

/// The state of a problem with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ProblemState {
    /// Recorded.
    Logged,
    /// Categorised, prioritised, with an analyst.
    Classified,
    /// Its cause is looked for.
    Investigating {
        /// The cause that waits for the problem manager's confirmation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposed: Option<RootCause>,
    },
    /// It rests.
    Suspended {
        /// Why.
        reason: Text,
        /// Since when.
        since: Instant,
        /// What is watched meanwhile.
        monitoring: Text,
        /// When it is looked at again; absent once the problem manager was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review_at: Option<Instant>,
    },
    /// Its cause is known.
    RootCauseIdentified,
    /// A change is asked for.
    FixProposed,
    /// A change is approved.
    FixInProgress,
    /// The fix is live and watched.
    UnderObservation {
        /// Since when.
        since: Instant,
        /// It can be closed from then on.
        until: Instant,
        /// Whether the problem manager was told that it can be.
        told: bool,
    },
    /// The cause stays.
    Accepted {
        /// When it is looked at again; absent once the service owner was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review_at: Option<Instant>,
    },
    /// Over.
    Closed(ProblemClosure),
}

impl ProblemState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ProblemPhase {
        match self {
            Self::Logged => ProblemPhase::Logged,
            Self::Classified => ProblemPhase::Classified,
            Self::Investigating { .. } => ProblemPhase::Investigating,
            Self::Suspended { .. } => ProblemPhase::Suspended,
            Self::RootCauseIdentified => ProblemPhase::RootCauseIdentified,
            Self::FixProposed => ProblemPhase::FixProposed,
            Self::FixInProgress => ProblemPhase::FixInProgress,
            Self::UnderObservation { .. } => ProblemPhase::UnderObservation,
            Self::Accepted { .. } => ProblemPhase::Accepted,
            Self::Closed(_) => ProblemPhase::Closed,
        }
    }
}

/// How a problem was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemClosure {
    /// When.
    pub at: Instant,
    /// Who closed it.
    pub by: PersonId,
    /// How it ended.
    pub code: ProblemClosureCode,
    /// The knowledge that was published, unless nothing was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knowledge: Option<RecordId>,
    /// What is watched from now on, where the cause was not found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitoring: Option<Text>,
    /// What resolved it, or why nothing did.
    pub resolution: Text,
    /// When it is reviewed; absent once the problem manager was told, or it was reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_at: Option<Instant>,
}

/// What a problem is: set by the problem manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemClassification {
    /// The category.
    pub category: Code,
    /// The priority; 1 is the highest, and the rules say how many there are.
    pub priority: u8,
}

/// The search for other items that have the same cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SimilarItems {
    /// How they were searched for.
    pub searched: Text,
    /// Those that were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<CiId>,
}

/// Why it happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RootCause {
    /// The cause, which is not the symptom.
    pub cause: Text,
    /// What proves it.
    pub evidence: Vec<Attachment>,
    /// The search for other items that have it.
    pub similar: SimilarItems,
    /// What prevents it elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preventive_actions: Vec<Text>,
    /// How it was fixed, if it was fixed at once; then there is no known error to record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_at_once: Option<Text>,
}

/// A step of an analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnalysisStep {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// What was tried, and what it showed.
    pub note: Text,
}

/// One search for the cause. A recurrence begins another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    /// From when the limit counts.
    pub since: Instant,
    /// By when the cause has to be found.
    pub due: Instant,
    /// Whether it was not.
    pub missed: bool,
    /// The method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Code>,
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<AnalysisStep>,
    /// The cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<RootCause>,
    /// When it was found and, where that is needed, confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_at: Option<Instant>,
}

/// A change that is to remove the cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// The change.
    pub change: RecordId,
    /// When it was known to be approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Instant>,
    /// When it was known to be live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live_at: Option<Instant>,
    /// The release that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<RecordId>,
}

/// An incident that a fix should have prevented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// When it was noticed.
    pub at: Instant,
    /// The incident.
    pub incident: RecordId,
}

/// Why a cause is left where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "AcceptanceOfProblem"))]
pub struct Acceptance {
    /// What removing it would cost, and what leaving it risks.
    pub rationale: Text,
    /// What reduces the impact.
    pub mitigation: Text,
    /// When it is looked at again.
    pub review_at: Instant,
}

/// What a review of the resolution found (spec 3.22: `ProblemReview`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemReview {
    /// Whether it did what it should.
    pub effectiveness: Effectiveness,
    /// What was found.
    pub findings: Text,
    /// The records of the actions that follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<RecordId>,
}

/// A review that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "ReviewOfProblem"))]
pub struct Reviewed {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// What it found.
    pub review: ProblemReview,
}

/// A problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// What every record has; its owner is the analyst.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ProblemState,
    /// Where it was found.
    pub source: ProblemSource,
    /// Whether it was found before it did harm.
    pub proactive: bool,
    /// What it shows.
    pub symptoms: Text,
    /// The same, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// Its incidents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// What else speaks for it: a trend, a supplier's notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// The candidate it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<RecordId>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<ProblemClassification>,
    /// Whoever was its analyst, the present one last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub analysts: Vec<PersonId>,
    /// The searches for its cause, the present one last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub analyses: Vec<Analysis>,
    /// How to live with it meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workaround: Option<Text>,
    /// The changes that are to remove the cause last found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
    /// Up to when the present fix is, or was, observed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_until: Option<Instant>,
    /// The incidents that its fixes should have prevented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recurrences: Vec<Recurrence>,
    /// Why its cause is left where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<Acceptance>,
    /// The reviews of its resolution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Reviewed>,
}

impl Problem {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ProblemPhase {
        self.state.phase()
    }

    /// Whether work on it is still to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, ProblemState::Closed(_))
    }

    /// The present analyst.
    #[must_use]
    pub const fn analyst(&self) -> Option<&PersonId> {
        self.envelope.owner.as_ref()
    }

    /// The present search for the cause.
    #[must_use]
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analyses.last()
    }

    /// The cause, while it is held for the cause.
    #[must_use]
    pub fn root_cause(&self) -> Option<&RootCause> {
        self.analysis()?.cause.as_ref()
    }

    /// The closure, once it is closed.
    #[must_use]
    pub const fn closure(&self) -> Option<&ProblemClosure> {
        if let ProblemState::Closed(closure) = &self.state { Some(closure) } else { None }
    }

    /// Its known errors.
    pub fn known_errors(&self) -> impl Iterator<Item = &RecordId> {
        self.envelope.linked(LinkKind::HasKnownError)
    }
}
