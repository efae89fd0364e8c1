//! Release and deployment: changes packaged, tested, accepted and deployed so that live integrity is kept. 发布与部署管理
//!
//! ISO/IEC 20000-1 8.5.3 (2005: 10.1, 2011: 9.3), spec 3.25 (REL-01 to REL-10), guards T-REL-01 to T-REL-12 of 3.30. The guards
//! `T-REL-L…` are ours: submission of the plan, editing, rebuilding, late acceptance of an emergency release, cancellation (ADR 9).
//!
//! ```
//! use itsm::release::{ReleasePhase, Releases};
//! use itsm::kernel::Process;
//! let legal = Releases::LIFECYCLE.allowed(Some(ReleasePhase::Deploying));
//! assert!(legal.contains(&"release.deploy") && legal.contains(&"release.roll_back"));
//! assert!(!Releases::LIFECYCLE.allowed(Some(ReleasePhase::Tested)).contains(&"release.deploy"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;
mod release_rules;

#[cfg(test)]
mod tests;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::{
    Acceptance, Built, Exceptions, IntegrityCheck, Proposal, Release, ReleaseOutcome, ReleasePhase,
    ReleasePlan, ReleaseReview, ReleaseState, ReleaseType, TestRecord,
};
pub use release_rules::{LONGEST_OBSERVATION_DAYS, ReleaseRules};

use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};
use crate::time::RulesInForce;

/// The process of releases.
#[derive(Clone, Copy, Debug)]
pub struct Releases;

impl Process for Releases {
    type Phase = ReleasePhase;
    type Record = Release;
    type Command = ReleaseCommand;
    type Event = ReleaseEvent;
    type Policy = RulesInForce<ReleaseRules>;

    const LIFECYCLE: &'static Lifecycle<ReleasePhase> = &LIFECYCLE;

    fn kind(command: &ReleaseCommand) -> &'static str {
        command.kind()
    }

    fn phase(release: &Release) -> ReleasePhase {
        release.phase()
    }

    fn envelope(release: &Release) -> &Envelope {
        &release.envelope
    }

    fn envelope_mut(release: &mut Release) -> &mut Envelope {
        &mut release.envelope
    }

    /// Whom the plan names for the work at hand; the parties who vote on it, and whom they let vote.
    fn relates(release: &Release, who: Who, person: &PersonId, context: &Context<Self::Policy>) -> bool {
        let plan = &release.plan;
        match (who, release.phase()) {
            (Who::Assignee, ReleasePhase::PlanApproved) => plan.builders.contains(person),
            // Built: it is tested, or built again after it was returned.
            (Who::Assignee, ReleasePhase::Built) => {
                plan.testers.contains(person) || plan.builders.contains(person)
            }
            (Who::Assignee, ReleasePhase::Tested) => plan.testers.contains(person),
            (Who::Assignee, ReleasePhase::Deploying) => plan.deployers.contains(person),
            (Who::Approver, _) => match &release.ballot {
                Some(ballot) => {
                    ballot.voters().iter().any(|voter| voter.person == *person)
                        || ballot.delegations().iter().any(|delegation| delegation.to == *person)
                }
                None => context.policy.rules.plan_voters.iter().any(|voter| voter.person == *person),
            },
            _ => false,
        }
    }

    fn needs(release: Option<&Release>, command: &ReleaseCommand) -> Vec<FactWanted> {
        decide::needs(release, command)
    }

    fn decide(command: &ReleaseCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(release: &Release) -> Option<Instant> {
        decide::due(release)
    }

    fn open(head: &EventHead, event: &ReleaseEvent) -> Option<Release> {
        fold::open(head, event)
    }

    fn apply(release: &mut Release, head: &EventHead, event: &ReleaseEvent) {
        fold::apply(release, head, event);
    }
}
