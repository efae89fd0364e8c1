//! How events become a major incident. Nothing here decides, and nothing asks a calendar.

use super::{
    DowngradeProposal, MajorIncident, MajorIncidentEvent, MajorIncidentState, ProblemDecision, TimelineEntry,
    Updated,
};
use crate::kernel::{Envelope, EventHead, Instant, Link, LinkKind};

pub(super) fn open(head: &EventHead, event: &MajorIncidentEvent) -> Option<MajorIncident> {
    let MajorIncidentEvent::Declared(declared) = event else { return None };
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    envelope.owner = Some(declared.manager.clone());
    envelope.link(Link { kind: LinkKind::RaisedFrom, to: declared.incident.clone() });
    Some(MajorIncident {
        envelope,
        state: MajorIncidentState::Declared { update_due: declared.update_due },
        incident: declared.incident.clone(),
        criteria: declared.criteria.clone(),
        manual_reason: declared.manual_reason.clone(),
        manager: declared.manager.clone(),
        managers: vec![declared.manager.clone()],
        resolvers: declared.resolvers.clone(),
        proposal: None,
        declared_at: head.at,
        notice_due: declared.notice_due,
        notice_missed: false,
        update_every_s: declared.update_every_s,
        communications: Vec::new(),
        updates_missed: 0,
        restoration: None,
        review_due: None,
        review_missed: false,
        review: None,
        reviewed_at: None,
    })
}

pub(super) fn apply(major: &mut MajorIncident, head: &EventHead, event: &MajorIncidentEvent) {
    match event {
        MajorIncidentEvent::Declared(_) => {}
        MajorIncidentEvent::Managed(managed) => {
            major.state = MajorIncidentState::Managing { update_due: managed.update_due };
            major.update_every_s = managed.update_every_s;
        }
        MajorIncidentEvent::Updated(Updated { text, update_due }) => {
            major.communications.push(TimelineEntry { at: head.at, text: text.clone() });
            arm(major, *update_due);
        }
        MajorIncidentEvent::Restored(restored) => {
            major.state = MajorIncidentState::Restored;
            major.proposal = None;
            for resolver in &restored.restoration.resolvers {
                if !major.resolvers.contains(resolver) {
                    major.resolvers.push(resolver.clone());
                }
            }
            major.restoration = Some(restored.restoration.clone());
            major.review_due = Some(restored.review_due);
        }
        MajorIncidentEvent::ReviewBegun(begun) => {
            major.state =
                MajorIncidentState::Reviewing { facilitator: begun.facilitator.clone(), since: head.at };
        }
        MajorIncidentEvent::Reviewed(reviewed) => {
            major.state = MajorIncidentState::Reviewed;
            major.reviewed_at = Some(head.at);
            if let ProblemDecision::Linked(problem) = &reviewed.review.problem {
                major.envelope.link(Link { kind: LinkKind::RelatesProblem, to: problem.clone() });
            }
            major.review = Some(reviewed.review.clone());
        }
        MajorIncidentEvent::Closed(closed) => {
            major.state = MajorIncidentState::Closed(closed.closure.clone());
        }
        MajorIncidentEvent::Downgraded(downgraded) => {
            major.state = MajorIncidentState::Downgraded(downgraded.downgrading.clone());
        }
        MajorIncidentEvent::DowngradeProposed(proposed) => {
            let (by, reason) = (head.actor.id.clone(), proposed.reason.clone());
            major.proposal = Some(DowngradeProposal { at: head.at, by, reason });
        }
        MajorIncidentEvent::HandedOver(handed) => {
            major.manager = handed.manager.clone();
            major.envelope.owner = Some(handed.manager.clone());
            // Whoever proposed did so as, or to, the former manager.
            major.proposal = None;
            if !major.managers.contains(&handed.manager) {
                major.managers.push(handed.manager.clone());
            }
        }
        MajorIncidentEvent::NoticeOverdue(_) => major.notice_missed = true,
        MajorIncidentEvent::UpdateOverdue(overdue) => {
            major.updates_missed = major.updates_missed.saturating_add(1);
            arm(major, overdue.update_due);
        }
        MajorIncidentEvent::ReviewOverdue(_) => major.review_missed = true,
        MajorIncidentEvent::NoticeRequested(notice) => major.envelope.requested(notice, head.at),
        MajorIncidentEvent::NoticeDelivered(receipt) => major.envelope.delivered(receipt),
    }
}

fn arm(major: &mut MajorIncident, next: Instant) {
    if let MajorIncidentState::Declared { update_due } | MajorIncidentState::Managing { update_due } =
        &mut major.state
    {
        *update_due = next;
    }
}
