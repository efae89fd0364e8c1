//! What a release is told, and what happens to it.

use super::record::{
    Built, Exceptions, IntegrityCheck, Proposal, ReleaseOutcome, ReleasePlan, ReleaseReview, ReleaseType,
    TestRecord,
};
use crate::kernel::{
    Ballot, Cast, Delegation, Digest, Instant, Notice, PersonId, Receipt, RecordId, ServiceId, Text,
    VoteDecision, messages,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Plans a release.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What, when and how.
    pub plan: ReleasePlan,
    /// The services it is for.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// What people call it.
    pub title: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub release_type: ReleaseType,
}

/// Asks the parties to agree.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubmitPlan {}

/// A party's vote.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CastVote {
    /// Whose vote it is, when cast by a delegate; else the actor's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// In words.
    #[serde(default)]
    pub comment: Text,
    /// What the party says.
    pub decision: VoteDecision,
}

/// Lets another person vote in one's place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delegate {
    /// Who votes.
    pub to: PersonId,
}

/// Changes the plan. What was agreed to was another one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The whole plan, as it is from now on.
    pub plan: ReleasePlan,
}

/// Builds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Build {
    /// What it brings.
    pub built: Vec<Built>,
}

/// Tests it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Why the test was reduced; only for an emergency release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reduced_because: Option<Text>,
    /// The tests.
    pub tests: Vec<TestRecord>,
}

/// Accepts it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// The criteria that are met.
    pub met: BTreeSet<crate::kernel::Code>,
}

/// Accepts an emergency release that is deployed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct AcceptLate(pub Accept);

/// Proposes to accept it as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposeExceptions {
    /// What is not met, and what is done about it.
    pub exceptions: Exceptions,
}

/// Accepts it as the other party has proposed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptWithExceptions {
    /// What was proposed, as whoever accepts it has seen it.
    pub exceptions: Exceptions,
}

/// Returns it to its builders.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// What is wrong.
    pub defects: Text,
}

/// Names the baseline of the affected items.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeBaseline {
    /// Which.
    pub baseline: RecordId,
}

/// Begins its deployment.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginDeployment {}

/// Says that it is on every target.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deploy {
    /// What was found there.
    pub integrity: Vec<IntegrityCheck>,
}

/// Takes it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RollBack {
    /// The incident, where a service was hit and it is recorded already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<RecordId>,
    /// Why.
    pub reason: Text,
    /// Whether a service was hit.
    #[serde(default)]
    pub service_hit: bool,
    /// The hash of the baseline that the targets were verified against.
    pub verified_against: Digest,
}

/// Begins the observation.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Observe {}

/// Records what the observation found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What it found.
    pub review: ReleaseReview,
}

/// Closes it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// How it ended.
    pub outcome: ReleaseOutcome,
}

/// Gives it up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a release.
    pub enum ReleaseCommand {
        /// ∅ → Planned.
        Plan(Box<Plan>) = "release.plan";
        /// Asks the parties to agree.
        SubmitPlan(SubmitPlan) = "release.submit_plan";
        /// Planned → `PlanApproved`.
        Vote(CastVote) = "release.vote";
        /// Lets another person vote.
        Delegate(Delegate) = "release.delegate";
        /// Changes the plan.
        Edit(Box<Edit>) = "release.edit";
        /// → Built.
        Build(Build) = "release.build";
        /// Built → Tested.
        Test(Test) = "release.test";
        /// Tested → Accepted.
        Accept(Accept) = "release.accept";
        /// Proposes to accept it as it is.
        ProposeExceptions(ProposeExceptions) = "release.propose_exceptions";
        /// Tested → `AcceptedWithExceptions`.
        AcceptWithExceptions(AcceptWithExceptions) = "release.accept_with_exceptions";
        /// Tested → Built.
        Return(Return) = "release.return";
        /// → Baselined.
        TakeBaseline(TakeBaseline) = "release.baseline";
        /// Baselined → Deploying.
        BeginDeployment(BeginDeployment) = "release.begin_deployment";
        /// Deploying → Deployed.
        Deploy(Deploy) = "release.deploy";
        /// Deploying → `RolledBack`.
        RollBack(RollBack) = "release.roll_back";
        /// → Observing.
        Observe(Observe) = "release.observe";
        /// Accepts an emergency release that is deployed.
        AcceptLate(AcceptLate) = "release.accept_late";
        /// Observing → Reviewed.
        Review(Box<Review>) = "release.review";
        /// Reviewed → Closed.
        Close(Close) = "release.close";
        /// → Cancelled.
        Cancel(Cancel) = "release.cancel";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "release.confirm_notice";
    }
}

/// It was planned.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Planned {
    /// What, when and how.
    pub plan: ReleasePlan,
    /// The services it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// What people call it.
    pub title: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub release_type: ReleaseType,
}

/// The parties were asked to agree.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanSubmitted {
    /// Their ballot.
    pub ballot: Ballot,
}

/// A party voted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voted {
    /// What, and where the ballot stands.
    pub cast: Cast,
}

/// Another person may vote for a party.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delegated {
    /// Who for whom.
    pub delegation: Delegation,
}

/// The parties agree.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanApproved {}

/// The plan changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// The whole plan.
    pub plan: ReleasePlan,
}

/// It was built.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BuildMade {
    /// What it brings.
    pub built: Vec<Built>,
}

/// It was tested.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tested {
    /// Why the test was reduced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reduced_because: Option<Text>,
    /// The tests.
    pub tests: Vec<TestRecord>,
}

/// It was accepted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// By whom.
    pub by: BTreeSet<PersonId>,
    /// What is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Exceptions>,
    /// Whether after its deployment.
    pub late: bool,
}

/// One party would accept it as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExceptionsProposed {
    /// What.
    pub proposal: Proposal,
}

/// It was returned to its builders.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Returned {
    /// What is wrong.
    pub defects: Text,
}

/// The affected items are captured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Baselined {
    /// The baseline.
    pub baseline: RecordId,
}

/// Its deployment began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeploymentBegun {}

/// It is on every target.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deployed {
    /// By when an emergency release has to be accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance_due: Option<Instant>,
    /// What was found there.
    pub integrity: Vec<IntegrityCheck>,
}

/// The targets are as they were.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RolledBack {
    /// Why.
    pub reason: Text,
}

/// Its effects are watched.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationBegun {
    /// Until when.
    pub until: Instant,
}

/// The observation is over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationEnded {}

/// An emergency release was not accepted in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AcceptanceOverdue {
    /// By when it had to be.
    pub due: Instant,
}

/// It was reviewed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reviewed {
    /// What the observation found.
    pub review: ReleaseReview,
}

/// It was closed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How it ended.
    pub outcome: ReleaseOutcome,
}

/// It was given up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cancelled {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a release.
    pub enum ReleaseEvent {
        /// It was planned.
        Planned(Box<Planned>) = "release.planned";
        /// The parties were asked to agree.
        PlanSubmitted(Box<PlanSubmitted>) = "release.plan_submitted";
        /// A party voted.
        Voted(Voted) = "release.voted";
        /// Another person may vote for a party.
        Delegated(Delegated) = "release.delegated";
        /// The parties agree.
        PlanApproved(PlanApproved) = "release.plan_approved";
        /// The plan changed.
        Edited(Box<Edited>) = "release.edited";
        /// It was built.
        Built(BuildMade) = "release.built";
        /// It was tested.
        Tested(Tested) = "release.tested";
        /// It was accepted.
        Accepted(Accepted) = "release.accepted";
        /// One party would accept it as it is.
        ExceptionsProposed(ExceptionsProposed) = "release.exceptions_proposed";
        /// It was returned to its builders.
        Returned(Returned) = "release.returned";
        /// The affected items are captured.
        Baselined(Baselined) = "release.baselined";
        /// Its deployment began.
        DeploymentBegun(DeploymentBegun) = "release.deployment_begun";
        /// It is on every target.
        Deployed(Deployed) = "release.deployed";
        /// The targets are as they were.
        RolledBack(RolledBack) = "release.rolled_back";
        /// Its effects are watched.
        ObservationBegun(ObservationBegun) = "release.observation_begun";
        /// The observation is over.
        ObservationEnded(ObservationEnded) = "release.observation_ended";
        /// An emergency release was not accepted in time.
        AcceptanceOverdue(AcceptanceOverdue) = "release.acceptance_overdue";
        /// It was reviewed.
        Reviewed(Box<Reviewed>) = "release.reviewed";
        /// It was closed.
        Closed(Closed) = "release.closed";
        /// It was given up.
        Cancelled(Cancelled) = "release.cancelled";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
