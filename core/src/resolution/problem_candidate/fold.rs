//! How events become a problem candidate. Nothing here decides.

use super::{ProblemCandidate, ProblemCandidateEvent, ProblemCandidateState, Subject};
use crate::kernel::{Envelope, EventHead};

pub(super) fn open(head: &EventHead, event: &ProblemCandidateEvent) -> Option<ProblemCandidate> {
    let ProblemCandidateEvent::Raised(raised) = event else { return None };
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    if let Subject::Ci(ci) = &raised.subject {
        envelope.cis.push(ci.clone());
    }
    Some(ProblemCandidate {
        envelope,
        state: ProblemCandidateState::Raised,
        rule: raised.rule,
        subject: raised.subject.clone(),
        incidents: raised.incidents.clone(),
        note: raised.note.clone(),
    })
}

pub(super) fn apply(candidate: &mut ProblemCandidate, head: &EventHead, event: &ProblemCandidateEvent) {
    let (at, by) = (head.at, head.actor.id.clone());
    match event {
        ProblemCandidateEvent::Raised(_) => {}
        ProblemCandidateEvent::EvidenceAdded(added) => {
            candidate.incidents.extend(added.incidents.iter().cloned());
        }
        ProblemCandidateEvent::Accepted(accepted) => {
            candidate.state = ProblemCandidateState::Accepted { at, by, problem: accepted.problem.clone() };
        }
        ProblemCandidateEvent::Declined(declined) => {
            candidate.state = ProblemCandidateState::Declined { at, by, reason: declined.reason.clone() };
        }
        ProblemCandidateEvent::NoticeRequested(notice) => candidate.envelope.requested(notice, head.at),
        ProblemCandidateEvent::NoticeDelivered(receipt) => candidate.envelope.delivered(receipt),
    }
}
