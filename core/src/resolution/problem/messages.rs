//! What a problem is told, and what happens to it.

use super::record::{
    Acceptance, ProblemClassification, ProblemClosure, ProblemClosureCode, ProblemReview, ProblemSource,
    RootCause,
};
use crate::kernel::{
    CiId, Code, Instant, Link, Notice, PersonId, Receipt, RecordId, ServiceId, Text, messages,
};
use serde::{Deserialize, Serialize};

/// Records a problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// Where it was found.
    pub source: ProblemSource,
    /// Whether it was found before it did harm.
    pub proactive: bool,
    /// What it shows; no names of persons.
    pub symptoms: Text,
    /// The same, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// Its incidents.
    #[serde(default)]
    pub incidents: Vec<RecordId>,
    /// What else speaks for it: a trend, a supplier's notice. Needed where there is no incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// The configuration items concerned.
    #[serde(default)]
    pub cis: Vec<CiId>,
    /// The services concerned.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// The candidate that was accepted as this problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<RecordId>,
    /// The closed problem that this one is again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<RecordId>,
}

/// Classifies a problem and names its analyst.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Classify {
    /// What it is.
    pub classification: ProblemClassification,
    /// Who looks for the cause, and owns the problem.
    pub analyst: PersonId,
}

/// Classifies it anew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// What it is.
    pub classification: ProblemClassification,
    /// Why.
    pub reason: Text,
}

/// Gives it to another analyst.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reassign {
    /// To whom.
    pub analyst: PersonId,
    /// Why.
    pub reason: Text,
}

/// Begins to look for the cause.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Investigate {
    /// By which method: `five_whys`, `fault_tree`.
    pub method: Code,
}

/// Records a step of the analysis.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// What was tried, and what it showed.
    pub note: Text,
}

/// Says why it happens.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentifyCause {
    /// The cause with its proof.
    pub root_cause: RootCause,
}

/// Confirms the cause that the analyst has found.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmCause {}

/// Does not confirm it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReturnCause {
    /// Why it does not convince.
    pub reason: Text,
}

/// Names a change that is to remove the cause.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposeFix {
    /// The change.
    pub change: RecordId,
}

/// Leaves the cause where it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Why, and until when.
    pub acceptance: Acceptance,
}

/// Leaves the cause where it is for longer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RenewAcceptance {
    /// Why, and until when.
    pub acceptance: Acceptance,
}

/// Takes the acceptance back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reconsider {
    /// Why.
    pub reason: Text,
}

/// A change of it is approved.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginFix {
    /// The change.
    pub change: RecordId,
}

/// A change of it is live.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Observe {
    /// The change.
    pub change: RecordId,
    /// The release that brought it, if it was packaged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<RecordId>,
}

/// A change of it will not remove the cause.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawFix {
    /// The change.
    pub change: RecordId,
    /// Why.
    pub reason: Text,
}

/// It was fixed while its cause was looked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FixAtOnce {
    /// The change, if a configuration item was altered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<RecordId>,
    /// The statement that no configuration item was altered, where there is no change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_item_altered: Option<Text>,
}

/// Closes a problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// How it ended.
    pub code: ProblemClosureCode,
    /// What resolved it.
    pub resolution: Text,
    /// The knowledge that was published.
    pub knowledge: RecordId,
}

/// Closes a problem whose cause was not found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseUnreproduced {
    /// Why it is given up.
    pub reason: Text,
    /// When it is looked at again.
    pub review_at: Instant,
    /// What is watched from now on.
    pub monitoring: Text,
}

/// The fix did not help.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recur {
    /// The incident that it should have prevented.
    pub incident: RecordId,
}

/// Lets it rest.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// Why.
    pub reason: Text,
    /// When it is looked at again.
    pub review_at: Instant,
    /// What is watched meanwhile.
    pub monitoring: Text,
}

/// Goes on with the investigation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// Why.
    pub reason: Text,
}

/// Says how to live with it meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mitigate {
    /// The workaround.
    pub workaround: Text,
}

/// Adds incidents to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relate {
    /// Which.
    pub incidents: Vec<RecordId>,
}

/// Links another record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkTo {
    /// The link.
    pub link: Link,
}

/// Records what a review of the resolution found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What it found.
    pub review: ProblemReview,
}

messages! {
    /// The commands of a problem.
    pub enum ProblemCommand {
        /// ∅ → Logged.
        Log(Box<Log>) = "problem.log";
        /// Logged → Classified.
        Classify(Classify) = "problem.classify";
        /// Classifies it anew.
        Reclassify(Reclassify) = "problem.reclassify";
        /// Gives it to another analyst.
        Reassign(Reassign) = "problem.reassign";
        /// Classified → Investigating.
        Investigate(Investigate) = "problem.investigate";
        /// Records a step of the analysis.
        Work(Work) = "problem.work";
        /// Investigating → RootCauseIdentified, or to be confirmed.
        IdentifyCause(Box<IdentifyCause>) = "problem.identify_cause";
        /// Investigating → RootCauseIdentified.
        ConfirmCause(ConfirmCause) = "problem.confirm_cause";
        /// The cause is looked for further.
        ReturnCause(ReturnCause) = "problem.return_cause";
        /// RootCauseIdentified → FixProposed.
        ProposeFix(ProposeFix) = "problem.propose_fix";
        /// RootCauseIdentified → Accepted.
        Accept(Accept) = "problem.accept";
        /// Accepted, until a later review date.
        RenewAcceptance(RenewAcceptance) = "problem.renew_acceptance";
        /// Accepted → RootCauseIdentified.
        Reconsider(Reconsider) = "problem.reconsider";
        /// FixProposed → FixInProgress.
        BeginFix(BeginFix) = "problem.begin_fix";
        /// FixInProgress → UnderObservation, once every change is live.
        Observe(Observe) = "problem.observe";
        /// A change will not remove the cause.
        WithdrawFix(WithdrawFix) = "problem.withdraw_fix";
        /// RootCauseIdentified → UnderObservation.
        FixAtOnce(FixAtOnce) = "problem.fix_at_once";
        /// UnderObservation, Accepted → Closed.
        Close(Close) = "problem.close";
        /// Investigating, Suspended → Closed.
        CloseUnreproduced(CloseUnreproduced) = "problem.close_unreproduced";
        /// UnderObservation → Investigating.
        Recur(Recur) = "problem.recur";
        /// Investigating → Suspended.
        Suspend(Suspend) = "problem.suspend";
        /// Suspended → Investigating.
        Resume(Resume) = "problem.resume";
        /// States the workaround.
        Mitigate(Mitigate) = "problem.mitigate";
        /// Adds incidents.
        Relate(Relate) = "problem.relate";
        /// Links another record.
        Link(LinkTo) = "problem.link";
        /// Reviews the resolution.
        Review(Review) = "problem.review";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "problem.confirm_notice";
    }
}

/// A problem was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Logged {
    /// The candidate that it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<RecordId>,
    /// The configuration items concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cis: Vec<CiId>,
    /// What else speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// Its incidents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<RecordId>,
    /// Whether it was found before it did harm.
    pub proactive: bool,
    /// The closed problem that it is again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<RecordId>,
    /// The services concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// Where it was found.
    pub source: ProblemSource,
    /// What it shows, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// What it shows.
    pub symptoms: Text,
}

/// It was classified.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Classified {
    /// Who looks for the cause.
    pub analyst: PersonId,
    /// What it is.
    pub classification: ProblemClassification,
    /// By when the cause has to be found.
    pub root_cause_due: Instant,
}

/// It was classified anew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reclassified {
    /// What it is.
    pub classification: ProblemClassification,
    /// Why.
    pub reason: Text,
    /// By when the cause has to be found.
    pub root_cause_due: Instant,
}

/// Another analyst has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reassigned {
    /// Who.
    pub analyst: PersonId,
    /// Why.
    pub reason: Text,
}

/// Its cause is looked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvestigationBegun {
    /// By which method.
    pub method: Code,
}

/// A step of the analysis was recorded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepRecorded {
    /// What was tried, and what it showed.
    pub note: Text,
}

/// The analyst has found the cause; the problem manager is to confirm it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CauseProposed {
    /// The cause.
    pub root_cause: RootCause,
}

/// The problem manager does not confirm it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CauseReturned {
    /// Why.
    pub reason: Text,
}

/// Its cause is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CauseIdentified {
    /// The cause.
    pub root_cause: RootCause,
}

/// The cause was not found in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CauseOverdue {
    /// By when it had to be.
    pub due: Instant,
}

/// A change is to remove the cause.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixProposed {
    /// The change.
    pub change: RecordId,
}

/// A change of it is approved.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixBegun {
    /// The change.
    pub change: RecordId,
}

/// A change of it is live.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixLive {
    /// The change.
    pub change: RecordId,
    /// The release that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<RecordId>,
}

/// A change of it will not remove the cause.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixWithdrawn {
    /// The change.
    pub change: RecordId,
    /// Why.
    pub reason: Text,
}

/// The fix is observed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationBegun {
    /// The change of a fix at once, if an item was altered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<RecordId>,
    /// The statement that none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_item_altered: Option<Text>,
    /// Up to when.
    pub until: Instant,
}

/// The observation is over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationEnded {
    /// Since when.
    pub until: Instant,
}

/// The cause is left where it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Why, and until when.
    pub acceptance: Acceptance,
}

/// The cause is not left any longer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reconsidered {
    /// Why.
    pub reason: Text,
}

/// It rests.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suspended {
    /// What is watched meanwhile.
    pub monitoring: Text,
    /// Why.
    pub reason: Text,
    /// When it is looked at again.
    pub review_at: Instant,
}

/// The investigation goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resumed {
    /// Why.
    pub reason: Text,
}

/// The day has come on which it is looked at again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewFellDue {
    /// Since when.
    pub due: Instant,
}

/// It is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {
    /// How.
    pub closure: ProblemClosure,
}

/// The fix did not help.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recurred {
    /// The incident that it should have prevented.
    pub incident: RecordId,
    /// By when the cause has to be found now; absent where the problem is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root_cause_due: Option<Instant>,
}

/// How to live with it meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mitigated {
    /// The workaround.
    pub workaround: Text,
}

/// Incidents were added.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// Which.
    pub incidents: Vec<RecordId>,
}

/// Another record was linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Linked {
    /// The link.
    pub link: Link,
}

/// Its resolution was reviewed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffectivenessReviewed {
    /// What the review found.
    pub review: ProblemReview,
}

messages! {
    /// What happens to a problem.
    pub enum ProblemEvent {
        /// It was recorded.
        Logged(Box<Logged>) = "problem.logged";
        /// It was classified.
        Classified(Classified) = "problem.classified";
        /// It was classified anew.
        Reclassified(Reclassified) = "problem.reclassified";
        /// Another analyst has it.
        Reassigned(Reassigned) = "problem.reassigned";
        /// Its cause is looked for.
        InvestigationBegun(InvestigationBegun) = "problem.investigation_begun";
        /// A step of the analysis was recorded.
        StepRecorded(StepRecorded) = "problem.step_recorded";
        /// A cause is to be confirmed.
        CauseProposed(Box<CauseProposed>) = "problem.cause_proposed";
        /// A cause was not confirmed.
        CauseReturned(CauseReturned) = "problem.cause_returned";
        /// Its cause is known.
        CauseIdentified(Box<CauseIdentified>) = "problem.cause_identified";
        /// The cause was not found in time.
        CauseOverdue(CauseOverdue) = "problem.cause_overdue";
        /// A change is to remove the cause.
        FixProposed(FixProposed) = "problem.fix_proposed";
        /// A change of it is approved.
        FixBegun(FixBegun) = "problem.fix_begun";
        /// A change of it is live.
        FixLive(FixLive) = "problem.fix_live";
        /// A change of it will not remove the cause.
        FixWithdrawn(FixWithdrawn) = "problem.fix_withdrawn";
        /// The fix is observed.
        ObservationBegun(ObservationBegun) = "problem.observation_begun";
        /// The observation is over.
        ObservationEnded(ObservationEnded) = "problem.observation_ended";
        /// The cause is left where it is.
        Accepted(Accepted) = "problem.accepted";
        /// The cause is not left any longer.
        Reconsidered(Reconsidered) = "problem.reconsidered";
        /// It rests.
        Suspended(Suspended) = "problem.suspended";
        /// The investigation goes on.
        Resumed(Resumed) = "problem.resumed";
        /// It is to be looked at again.
        ReviewFellDue(ReviewFellDue) = "problem.review_fell_due";
        /// It is closed.
        Closed(Box<Closed>) = "problem.closed";
        /// The fix did not help.
        Recurred(Recurred) = "problem.recurred";
        /// How to live with it meanwhile.
        Mitigated(Mitigated) = "problem.mitigated";
        /// Incidents were added.
        Related(Related) = "problem.related";
        /// Another record was linked.
        Linked(Linked) = "problem.linked";
        /// Its resolution was reviewed.
        Reviewed(EffectivenessReviewed) = "problem.reviewed";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
