//! How events become a standard change model.

use super::{ChangeModel, ChangeModelEvent, ChangeModelState, Proposed};
use crate::kernel::{Envelope, EventHead};

pub(super) fn open(head: &EventHead, event: &ChangeModelEvent) -> Option<ChangeModel> {
    let ChangeModelEvent::Proposed(proposed) = event else { return None };
    let mut model = ChangeModel {
        envelope: Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at),
        state: ChangeModelState::Proposed,
        proposer: proposed.proposer.clone(),
        terms: proposed.terms.clone(),
        approvals: Vec::new(),
        failures: Vec::new(),
    };
    says(&mut model, proposed);
    Some(model)
}

fn says(model: &mut ChangeModel, proposed: &Proposed) {
    model.proposer.clone_from(&proposed.proposer);
    model.terms.clone_from(&proposed.terms);
    model.envelope.cis = proposed.terms.scope.cis.iter().cloned().collect();
    model.envelope.services = proposed.terms.scope.services.iter().cloned().collect();
}

pub(super) fn apply(model: &mut ChangeModel, head: &EventHead, event: &ChangeModelEvent) {
    match event {
        ChangeModelEvent::Proposed(_) => {}
        ChangeModelEvent::Revised(revised) => says(model, &revised.0),
        ChangeModelEvent::Approved(approved) => {
            model.state = ChangeModelState::Approved;
            model.envelope.owner = Some(approved.approval.by.clone());
            model.approvals.push(approved.approval.clone());
            model.failures.clear();
        }
        ChangeModelEvent::Suspended(suspended) => {
            model.state = ChangeModelState::Suspended { at: head.at, reason: suspended.reason.clone() };
        }
        ChangeModelEvent::Reinstated(_) => model.state = ChangeModelState::Approved,
        ChangeModelEvent::Failed(failed) => model.failures.push(failed.failure.clone()),
        ChangeModelEvent::Withdrawn(withdrawn) => {
            model.state = ChangeModelState::Withdrawn {
                at: head.at,
                automatic: withdrawn.automatic,
                reason: withdrawn.reason.clone(),
            };
        }
        ChangeModelEvent::Expired(_) => model.state = ChangeModelState::Expired,
        ChangeModelEvent::NoticeRequested(notice) => model.envelope.requested(notice, head.at),
        ChangeModelEvent::NoticeDelivered(receipt) => model.envelope.delivered(receipt),
    }
}
