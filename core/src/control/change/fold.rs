//! How events become a change. Nothing here decides, and nothing asks a calendar.

use super::plan::{ChangePlan, Rfc};
use super::record::{Change, ChangeDues, ChangeState, Implementation, Late, Reach};
use super::{ChangeEvent, Drafted};
use crate::control::ChangeCategory;
use crate::kernel::{Envelope, EventHead, Instant, Link, LinkKind, PersonId};

pub(super) fn open(head: &EventHead, event: &ChangeEvent) -> Option<Change> {
    let ChangeEvent::Drafted(drafted) = event else { return None };
    let drafted: &Drafted = drafted;
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    for source in &drafted.raised_from {
        envelope.link(Link { kind: LinkKind::RaisedFrom, to: source.clone() });
    }
    let mut change = Change {
        envelope,
        state: ChangeState::Draft,
        requester: drafted.requester.clone(),
        rfc: Rfc::default(),
        submitted_at: None,
        category: None,
        lowered: None,
        risk: None,
        reach: None,
        assessors: std::collections::BTreeMap::new(),
        opinions: std::collections::BTreeMap::new(),
        plan: None,
        service_plan: None,
        ballot: None,
        approved_at: None,
        tested: None,
        waived: Vec::new(),
        conflicts: Vec::new(),
        standard: None,
        authorisation: None,
        implementation: None,
        documented_at: None,
        no_ci_difference: std::collections::BTreeMap::new(),
        reviewed: None,
        dues: ChangeDues::default(),
        late: std::collections::BTreeMap::new(),
    };
    requested(&mut change, &drafted.rfc);
    Some(change)
}

fn requested(change: &mut Change, rfc: &Rfc) {
    change.rfc.clone_from(rfc);
    change.envelope.cis.clone_from(&rfc.cis);
    change.envelope.services.clone_from(&rfc.services);
}

/// The content after an edit.
pub(super) fn edited(
    change: &mut Change,
    rfc: Option<&Rfc>,
    plan: Option<&ChangePlan>,
    reach: Option<&Reach>,
) {
    if let Some(rfc) = rfc {
        requested(change, rfc);
    }
    if let Some(plan) = plan {
        change.plan = Some(plan.clone());
    }
    if let Some(reach) = reach {
        change.reach = Some(reach.clone());
    } else if change.rfc.cis.is_empty() {
        change.reach = None;
    }
}

pub(super) fn apply(change: &mut Change, head: &EventHead, event: &ChangeEvent) {
    match event {
        ChangeEvent::Drafted(_) => {}
        ChangeEvent::Submitted(_) => {
            change.state = ChangeState::Submitted;
            change.submitted_at = Some(head.at);
        }
        ChangeEvent::Accepted(accepted) => {
            change.state = ChangeState::Accepted;
            change.category = Some(accepted.category);
            change.lowered.clone_from(&accepted.lowered);
            change.assessors.clone_from(&accepted.assessors);
            change.envelope.owner = Some(accepted.owner.clone());
            change.risk = Some(accepted.risk.clone());
        }
        ChangeEvent::Reclassified(reclassified) => {
            change.category = Some(reclassified.category);
            change.lowered.clone_from(&reclassified.lowered);
        }
        ChangeEvent::Assigned(assigned) => {
            change.assessors.extend(assigned.assessors.clone());
            if let Some(owner) = &assigned.owner {
                change.envelope.owner = Some(owner.clone());
            }
        }
        ChangeEvent::Opined(opined) => {
            change.opinions.insert(opined.assessment, opined.opinion.clone());
        }
        ChangeEvent::Assessed(assessed) => {
            change.state = ChangeState::Assessed;
            change.category = Some(assessed.category);
            change.reach.clone_from(&assessed.reach);
            change.risk = Some(assessed.risk.clone());
        }
        ChangeEvent::ApprovalRequested(requested) => {
            change.state = ChangeState::AwaitingApproval;
            change.ballot = Some(requested.ballot.clone());
            change.category = Some(requested.category);
            change.plan = Some(requested.plan.clone());
            change.risk = Some(requested.risk.clone());
            change.service_plan.clone_from(&requested.service_plan);
            change.tested = None;
            change.conflicts.clear();
            for late in [Late::Approval, Late::Deferral, Late::PlannedStart] {
                change.late.remove(&late);
            }
        }
        ChangeEvent::Voted(voted) => {
            if let Some(ballot) = &mut change.ballot {
                ballot.apply(&voted.cast);
            }
        }
        ChangeEvent::Delegated(delegated) => {
            if let Some(ballot) = &mut change.ballot {
                ballot.apply_delegation(&delegated.delegation);
            }
        }
        ChangeEvent::Approved(_) => {
            change.state = ChangeState::Approved;
            change.approved_at = Some(head.at);
        }
        ChangeEvent::Returned(_) => change.state = ChangeState::Assessed,
        ChangeEvent::Deferred(deferred) => {
            change.state = ChangeState::Deferred { reason: deferred.reason.clone(), until: deferred.until };
            change.ballot = None;
        }
        ChangeEvent::Rejected(rejected) => {
            change.state = ChangeState::Rejected { at: head.at, reason: rejected.reason.clone() };
        }
        ChangeEvent::Withdrawn(withdrawn) => {
            change.state = ChangeState::Withdrawn { at: head.at, reason: withdrawn.reason.clone() };
        }
        ChangeEvent::Edited(body) => {
            edited(change, body.rfc.as_ref(), body.plan.as_ref(), body.reach.as_ref());
        }
        ChangeEvent::BuiltTested(built) => {
            change.state = ChangeState::BuiltTested;
            change.tested = Some(built.tested.clone());
        }
        ChangeEvent::ConflictWaived(waived) => change.waived.push(waived.waiver.clone()),
        ChangeEvent::Scheduled(scheduled) => {
            change.state = ChangeState::Scheduled;
            change.conflicts.clone_from(&scheduled.conflicts);
            if let Some(standard) = &scheduled.standard {
                change.standard = Some(standard.clone());
                change.category = Some(ChangeCategory::Standard);
                change.approved_at = Some(head.at);
            }
        }
        ChangeEvent::EmergencyAuthorised(authorised) => {
            change.state = ChangeState::EmergencyAuthorised;
            change.category = Some(ChangeCategory::Emergency);
            change.approved_at = Some(authorised.authorisation.given_at);
            change.authorisation = Some(authorised.authorisation.clone());
            change.assessors.clone_from(&authorised.assessors);
            change.envelope.owner = Some(authorised.owner.clone());
        }
        ChangeEvent::ImplementationBegun(begun) => {
            let approved = change.approved_for_implementation(begun.started_at);
            change.state = ChangeState::Implementing;
            change.implementation = Some(Implementation {
                started_at: begun.started_at,
                started_by: head.actor.id.clone(),
                implementers: vec![begun.implementer.clone()],
                approved,
                baseline: begun.baseline.clone(),
                back_out_known: begun.back_out_known.clone(),
                ended_at: None,
                steps: Vec::new(),
                verification: None,
                deviations: Vec::new(),
                back_out: None,
            });
        }
        ChangeEvent::Implemented(implemented) => {
            change.state = ChangeState::Implemented;
            let dues = ChangeDues {
                items: implemented.items_due,
                review: Some(implemented.review_due),
                documentation: implemented.documentation_due,
            };
            if let Some(done) = ended(change, head.at, &implemented.implementers, dues) {
                done.steps.clone_from(&implemented.steps);
                done.deviations.clone_from(&implemented.deviations);
                done.verification = Some(implemented.verification.clone());
            }
        }
        ChangeEvent::BackedOut(undone) => {
            change.state = ChangeState::BackedOut;
            let (review, documentation) = (Some(undone.review_due), undone.documentation_due);
            let dues = ChangeDues { items: None, review, documentation };
            if let Some(done) = ended(change, head.at, &undone.implementers, dues) {
                done.steps.clone_from(&undone.steps);
                done.back_out = Some(undone.back_out.clone());
            }
        }
        ChangeEvent::ReviewBegun(_) => change.state = ChangeState::InReview,
        ChangeEvent::ReviewHeld(held) => change.reviewed = Some(held.reviewed.clone()),
        ChangeEvent::Documented(documented) => {
            change.state = ChangeState::RetrospectivelyDocumented;
            requested(change, &documented.rfc);
            change.reach.clone_from(&documented.reach);
            change.risk = Some(documented.risk.clone());
            change.tested = Some(documented.tested.clone());
            change.no_ci_difference.clone_from(&documented.no_ci_difference);
            change.documented_at = Some(head.at);
        }
        ChangeEvent::EmergencyReviewed(body) => {
            change.state = ChangeState::RetrospectivelyReviewed;
            change.reviewed = Some(body.reviewed.clone());
        }
        ChangeEvent::Closed(closed) => change.state = ChangeState::Closed(closed.closure.clone()),
        ChangeEvent::Linked(linked) => change.envelope.link(linked.link.clone()),
        ChangeEvent::Unpacked(unpacked) => {
            let contained =
                |link: &Link| link.kind == LinkKind::ContainedInRelease && link.to == unpacked.release;
            change.envelope.links.retain(|link| !contained(link));
        }
        ChangeEvent::ItemsLookedAt(looked_at) => {
            change.dues.items = None;
            if !looked_at.missing.is_empty() {
                change.late.insert(Late::ItemUpdates, looked_at.due);
            }
        }
        ChangeEvent::RanLate(ran) => {
            change.late.insert(ran.late, ran.due);
        }
        ChangeEvent::NoticeRequested(notice) => change.envelope.requested(notice, head.at),
        ChangeEvent::NoticeDelivered(receipt) => change.envelope.delivered(receipt),
    }
}

/// The implementation is over, one way or the other.
fn ended<'a>(
    change: &'a mut Change,
    at: Instant,
    joined: &[PersonId],
    dues: ChangeDues,
) -> Option<&'a mut Implementation> {
    change.dues = dues;
    let implementation = change.implementation.as_mut()?;
    implementation.ended_at = Some(at);
    for person in joined {
        if !implementation.implementers.contains(person) {
            implementation.implementers.push(person.clone());
        }
    }
    Some(implementation)
}
