//! The record of a release and the data of its states.

use crate::kernel::{
    Ballot, BallotOutcome, Code, Digest, Envelope, Instant, NoticeKind, PersonId, RecordId, Text, canonical,
    codes,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// The phases of a release (spec 3.25).
    pub enum ReleasePhase {
        /// What, when and how.
        Planned = "planned", "Planned", "已计划";
        /// The parties agree.
        PlanApproved = "plan_approved", "Plan approved", "计划已批准";
        /// Built from definitive items.
        Built = "built", "Built", "已构建";
        /// Tested in a controlled environment.
        Tested = "tested", "Tested", "已测试";
        /// Every criterion is met.
        Accepted = "accepted", "Accepted", "已验收";
        /// Both parties take it as it is.
        AcceptedWithExceptions = "accepted_with_exceptions", "Accepted with exceptions", "有例外验收";
        /// The affected items are captured.
        Baselined = "baselined", "Baselined", "已建基线";
        /// On its way to the targets.
        Deploying = "deploying", "Deploying", "部署中";
        /// On every target.
        Deployed = "deployed", "Deployed", "已部署";
        /// The targets are as they were.
        RolledBack = "rolled_back", "Rolled back", "已回滚";
        /// Its effects are watched.
        Observing = "observing", "Observing", "观察中";
        /// What is to be learnt is written down.
        Reviewed = "reviewed", "Reviewed", "已评审";
        /// Its outcome stands. Final.
        Closed = "closed", "Closed", "已关闭";
        /// It will not be deployed. Final.
        Cancelled = "cancelled", "Cancelled", "已取消";
    }
}

codes! {
    /// The types of releases.
    pub enum ReleaseType {
        /// New functions.
        Major = "major", "Major", "重大发布";
        /// Small improvements and fixes.
        Minor = "minor", "Minor", "次要发布";
        /// Under emergency changes only.
        Emergency = "emergency", "Emergency", "紧急发布";
    }
}

codes! {
    /// How a release ended.
    pub enum ReleaseOutcome {
        /// Everything it was for is there.
        Success = "success", "Success", "成功";
        /// Some of it is.
        Partial = "partial", "Partial", "部分成功";
        /// It was rolled back or did harm.
        Failed = "failed", "Failed", "失败";
    }
}

/// What the parties agree to: the content that an agreement is bound to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReleasePlan {
    /// How it is taken back.
    pub back_out: Text,
    /// Who builds.
    pub builders: BTreeSet<PersonId>,
    /// The changes it contains.
    pub changes: BTreeSet<RecordId>,
    /// Who is told what.
    pub communication: Text,
    /// What has to be met, by name.
    pub criteria: BTreeSet<Code>,
    /// What is delivered.
    pub deliverables: Vec<Text>,
    /// Who deploys.
    pub deployers: BTreeSet<PersonId>,
    /// The configuration items that it alters.
    pub items: BTreeSet<RecordId>,
    /// How it reaches its targets.
    pub rollout: Text,
    /// Where it goes.
    pub targets: BTreeSet<Code>,
    /// Who tests.
    pub testers: BTreeSet<PersonId>,
    /// Who is trained in what.
    pub training: Text,
    /// The window of its deployment begins.
    pub window_from: Instant,
    /// The window ends.
    pub window_until: Instant,
}

/// One thing that a release brings: an item in a version, built from its master, for a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Built {
    /// The change that it is for.
    pub change: RecordId,
    /// The SHA-256 of what is deployed.
    pub checksum: Digest,
    /// The configuration item.
    pub item: RecordId,
    /// The definitive item that it is built from.
    pub master: RecordId,
    /// The version that the item has afterwards.
    pub version: Text,
}

/// A test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TestRecord {
    /// How many cases were run.
    pub cases: u32,
    /// Where.
    pub environment: Code,
    /// How many failed.
    pub failed: u32,
    /// What it says, in words.
    pub result: Text,
}

/// What is accepted although a criterion is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exceptions {
    /// What is done about it.
    pub action: Text,
    /// By when.
    pub by: Instant,
    /// What may happen meanwhile.
    pub risk: Text,
    /// The criteria that are not met.
    pub unmet: BTreeSet<Code>,
}

/// One party has proposed to accept with exceptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// What.
    pub exceptions: Exceptions,
    /// By whom.
    pub by: PersonId,
    /// Whether for the customer; else for the service owner.
    pub for_customer: bool,
}

/// How a release was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "AcceptanceOfRelease"))]
pub struct Acceptance {
    /// When.
    pub at: Instant,
    /// By whom; two where there are exceptions.
    pub by: BTreeSet<PersonId>,
    /// What is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Exceptions>,
}

/// What was found on one target after the deployment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IntegrityCheck {
    /// The checksums found, by item.
    pub checksums: BTreeMap<RecordId, Digest>,
    /// Which target.
    pub target: Code,
}

/// What the observation measured, and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReleaseReview {
    /// What follows.
    pub conclusions: Text,
    /// How long services were down because of it, in seconds.
    pub downtime_s: u32,
    /// The incidents that it caused.
    pub incidents: BTreeSet<RecordId>,
    /// Who reviewed.
    pub reviewers: BTreeSet<PersonId>,
    /// What users felt.
    pub user_effect: Text,
}

/// The state of a release with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReleaseState {
    /// What, when and how.
    Planned,
    /// The parties agree.
    PlanApproved,
    /// Built from definitive items.
    Built,
    /// Tested in a controlled environment.
    Tested,
    /// Every criterion is met.
    Accepted,
    /// Both parties take it as it is.
    AcceptedWithExceptions,
    /// The affected items are captured.
    Baselined,
    /// On its way to the targets.
    Deploying {
        /// Since when.
        since: Instant,
    },
    /// On every target.
    Deployed {
        /// Since when.
        at: Instant,
    },
    /// The targets are as they were.
    RolledBack {
        /// Since when.
        at: Instant,
        /// Why.
        reason: Text,
    },
    /// Its effects are watched.
    Observing {
        /// Until when.
        until: Instant,
    },
    /// What is to be learnt is written down.
    Reviewed,
    /// Its outcome stands.
    Closed {
        /// When.
        at: Instant,
        /// How it ended.
        outcome: ReleaseOutcome,
    },
    /// It will not be deployed.
    Cancelled {
        /// When.
        at: Instant,
        /// Why.
        reason: Text,
    },
}

impl ReleaseState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ReleasePhase {
        match self {
            Self::Planned => ReleasePhase::Planned,
            Self::PlanApproved => ReleasePhase::PlanApproved,
            Self::Built => ReleasePhase::Built,
            Self::Tested => ReleasePhase::Tested,
            Self::Accepted => ReleasePhase::Accepted,
            Self::AcceptedWithExceptions => ReleasePhase::AcceptedWithExceptions,
            Self::Baselined => ReleasePhase::Baselined,
            Self::Deploying { .. } => ReleasePhase::Deploying,
            Self::Deployed { .. } => ReleasePhase::Deployed,
            Self::RolledBack { .. } => ReleasePhase::RolledBack,
            Self::Observing { .. } => ReleasePhase::Observing,
            Self::Reviewed => ReleasePhase::Reviewed,
            Self::Closed { .. } => ReleasePhase::Closed,
            Self::Cancelled { .. } => ReleasePhase::Cancelled,
        }
    }
}

/// A release.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ReleaseState,
    /// What people call it.
    pub title: Text,
    /// Its type.
    pub release_type: ReleaseType,
    /// What, when and how.
    pub plan: ReleasePlan,
    /// Who wrote the plan, all of them: nobody of them agrees to it.
    pub planned_by: BTreeSet<PersonId>,
    /// The end of the window that the parties agreed to first: when it is promised for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_until: Option<Instant>,
    /// The agreement on its present plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<Ballot>,
    /// What it brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub built: Vec<Built>,
    /// Who built it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub built_by: BTreeSet<PersonId>,
    /// The tests of what was built last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<TestRecord>,
    /// Who tested it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tested_by: BTreeSet<PersonId>,
    /// How often it was submitted for acceptance.
    pub submissions: u32,
    /// When it was submitted for acceptance first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_submitted_at: Option<Instant>,
    /// Why it was returned last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defects: Option<Text>,
    /// One party's proposal to accept with exceptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// How it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<Acceptance>,
    /// By when an emergency release has to be accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance_due: Option<Instant>,
    /// Whether it was not.
    pub acceptance_missed: bool,
    /// The baseline of the affected items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<RecordId>,
    /// When it was on every target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployed_at: Option<Instant>,
    /// When it was rolled back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolled_back_at: Option<Instant>,
    /// What was found on the targets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub integrity: Vec<IntegrityCheck>,
    /// When the observation ended, once somebody was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_until: Option<Instant>,
    /// What the observation found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReleaseReview>,
}

impl Release {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ReleasePhase {
        self.state.phase()
    }

    /// The hash of what the parties agree to.
    #[must_use]
    pub fn content(&self) -> Digest {
        canonical::digest_of(&self.plan)
    }

    /// Whether the agreement is on the present plan, and in force.
    #[must_use]
    pub fn agreed(&self, at: Instant) -> bool {
        self.ballot.as_ref().is_some_and(|ballot| ballot.in_force(self.content(), at))
    }

    /// Whether the service desk has the release note of the plan that was agreed to.
    #[must_use]
    pub fn desk_has_note(&self) -> bool {
        let agreed = self.ballot.as_ref().map(Ballot::outcome);
        matches!(agreed, Some(BallotOutcome::Accepted { at })
            if self.envelope.delivered_since(NoticeKind::ReleaseNote, at) > 0)
    }

    /// The emergency release is on its targets and not accepted yet.
    #[must_use]
    pub fn awaits_late_acceptance(&self) -> bool {
        self.release_type == ReleaseType::Emergency && self.deployed_at.is_some() && self.acceptance.is_none()
    }
}
