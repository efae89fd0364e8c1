//! How events become a release. Nothing here decides, and nothing asks a calendar.

use super::{Acceptance, Release, ReleaseEvent, ReleasePlan, ReleaseState};
use crate::kernel::{CiId, Envelope, EventHead, Link, LinkKind, RecordId};
use std::collections::BTreeSet;

pub(super) fn open(head: &EventHead, event: &ReleaseEvent) -> Option<Release> {
    let ReleaseEvent::Planned(planned) = event else { return None };
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    envelope.owner = Some(head.actor.id.clone());
    envelope.services.clone_from(&planned.services);
    contents(&mut envelope, &planned.plan);
    Some(Release {
        envelope,
        state: ReleaseState::Planned,
        title: planned.title.clone(),
        release_type: planned.release_type,
        plan: planned.plan.clone(),
        planned_by: BTreeSet::from([head.actor.id.clone()]),
        promised_until: None,
        ballot: None,
        built: Vec::new(),
        built_by: BTreeSet::new(),
        tests: Vec::new(),
        tested_by: BTreeSet::new(),
        submissions: 0,
        first_submitted_at: None,
        defects: None,
        proposal: None,
        acceptance: None,
        acceptance_due: None,
        acceptance_missed: false,
        baseline: None,
        deployed_at: None,
        rolled_back_at: None,
        integrity: Vec::new(),
        observed_until: None,
        review: None,
    })
}

/// The items and changes of the plan, as the envelope shows them.
fn contents(envelope: &mut Envelope, plan: &ReleasePlan) {
    envelope.cis = plan.items.iter().filter_map(|item| CiId::new(item).ok()).collect();
    envelope.links.retain(|link| link.kind != LinkKind::Implements);
    let link = |change: &RecordId| Link { kind: LinkKind::Implements, to: change.clone() };
    plan.changes.iter().map(link).for_each(|link| envelope.link(link));
}

pub(super) fn apply(release: &mut Release, head: &EventHead, event: &ReleaseEvent) {
    match event {
        ReleaseEvent::Planned(_) => {}
        ReleaseEvent::PlanSubmitted(submitted) => release.ballot = Some(submitted.ballot.clone()),
        ReleaseEvent::Voted(voted) => {
            if let Some(ballot) = &mut release.ballot {
                ballot.apply(&voted.cast);
            }
        }
        ReleaseEvent::Delegated(delegated) => {
            if let Some(ballot) = &mut release.ballot {
                ballot.apply_delegation(&delegated.delegation);
            }
        }
        ReleaseEvent::PlanApproved(_) => {
            release.state = ReleaseState::PlanApproved;
            release.promised_until.get_or_insert(release.plan.window_until);
        }
        ReleaseEvent::Edited(edited) => {
            release.state = ReleaseState::Planned;
            release.plan = edited.plan.clone();
            release.planned_by.insert(head.actor.id.clone());
            contents(&mut release.envelope, &edited.plan);
            release.ballot = None;
            release.baseline = None;
            release.acceptance = None;
            unbuilt(release);
        }
        ReleaseEvent::Built(made) => {
            unbuilt(release);
            release.state = ReleaseState::Built;
            release.built.clone_from(&made.built);
            release.built_by.insert(head.actor.id.clone());
        }
        ReleaseEvent::Tested(tested) => {
            release.state = ReleaseState::Tested;
            release.tests.clone_from(&tested.tests);
            release.tested_by.insert(head.actor.id.clone());
            release.submissions = release.submissions.saturating_add(1);
            release.first_submitted_at.get_or_insert(head.at);
        }
        ReleaseEvent::Accepted(accepted) => {
            if !accepted.late {
                release.state = match accepted.exceptions {
                    Some(_) => ReleaseState::AcceptedWithExceptions,
                    None => ReleaseState::Accepted,
                };
            }
            let (by, exceptions) = (accepted.by.clone(), accepted.exceptions.clone());
            release.acceptance = Some(Acceptance { at: head.at, by, exceptions });
            release.acceptance_due = None;
        }
        ReleaseEvent::ExceptionsProposed(proposed) => release.proposal = Some(proposed.proposal.clone()),
        ReleaseEvent::Returned(returned) => {
            unbuilt(release);
            release.state = ReleaseState::Built;
            release.defects = Some(returned.defects.clone());
        }
        ReleaseEvent::Baselined(baselined) => {
            release.state = ReleaseState::Baselined;
            release.baseline = Some(baselined.baseline.clone());
        }
        ReleaseEvent::DeploymentBegun(_) => release.state = ReleaseState::Deploying { since: head.at },
        ReleaseEvent::Deployed(deployed) => {
            release.state = ReleaseState::Deployed { at: head.at };
            release.deployed_at = Some(head.at);
            release.integrity.clone_from(&deployed.integrity);
            release.acceptance_due = deployed.acceptance_due;
        }
        ReleaseEvent::RolledBack(back) => {
            release.state = ReleaseState::RolledBack { at: head.at, reason: back.reason.clone() };
            release.rolled_back_at = Some(head.at);
        }
        ReleaseEvent::ObservationBegun(begun) => {
            release.state = ReleaseState::Observing { until: begun.until };
        }
        ReleaseEvent::ObservationEnded(_) => release.observed_until = Some(head.at),
        ReleaseEvent::AcceptanceOverdue(_) => release.acceptance_missed = true,
        ReleaseEvent::Reviewed(reviewed) => {
            release.state = ReleaseState::Reviewed;
            release.review = Some(reviewed.review.clone());
        }
        ReleaseEvent::Closed(closed) => {
            release.state = ReleaseState::Closed { at: head.at, outcome: closed.outcome };
        }
        ReleaseEvent::Cancelled(cancelled) => {
            release.state = ReleaseState::Cancelled { at: head.at, reason: cancelled.reason.clone() };
        }
        ReleaseEvent::NoticeRequested(notice) => release.envelope.requested(notice, head.at),
        ReleaseEvent::NoticeDelivered(receipt) => release.envelope.delivered(receipt),
    }
}

/// What was built, tested and proposed before counts no more; who did it stays known.
fn unbuilt(release: &mut Release) {
    release.built.clear();
    release.tests.clear();
    release.defects = None;
    release.proposal = None;
}
