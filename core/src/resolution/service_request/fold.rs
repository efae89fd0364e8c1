//! How events become a service request. Nothing here decides, and nothing asks a calendar.

use super::{Done, ServiceRequest, ServiceRequestEvent, ServiceRequestState, Submitted, Task};
use crate::kernel::{Envelope, EventHead};
use crate::sla::TicketClocks;

pub(super) fn open(head: &EventHead, event: &ServiceRequestEvent) -> Option<ServiceRequest> {
    let ServiceRequestEvent::Submitted(submitted) = event else { return None };
    let submitted: &Submitted = submitted;
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    envelope.services.extend(submitted.service.clone());
    Some(ServiceRequest {
        envelope,
        state: ServiceRequestState::Submitted,
        model: submitted.model.clone(),
        requester: submitted.requester.clone(),
        beneficiary: submitted.beneficiary.clone(),
        contact: submitted.contact.clone(),
        inputs: submitted.inputs.clone(),
        customer: submitted.customer.clone(),
        classification: None,
        priority: None,
        ballot: None,
        assignment: None,
        instructions: None,
        tasks: Vec::new(),
        actions: 0,
        fulfilment: None,
        fulfilled: None,
        clocks: TicketClocks::default(),
    })
}

pub(super) fn apply(request: &mut ServiceRequest, head: &EventHead, event: &ServiceRequestEvent) {
    match event {
        ServiceRequestEvent::Submitted(_)
        | ServiceRequestEvent::Recalculated(_)
        | ServiceRequestEvent::Informed(_) => {}
        ServiceRequestEvent::Validated(validated) => {
            request.state = ServiceRequestState::Validated;
            request.classification = Some(validated.classification.clone());
            request.priority = Some(validated.priority);
        }
        ServiceRequestEvent::ApprovalRequested(requested) => {
            request.state = ServiceRequestState::AwaitingApproval;
            request.ballot = Some(requested.ballot.clone());
        }
        ServiceRequestEvent::Voted(voted) => {
            if let Some(ballot) = &mut request.ballot {
                ballot.apply(&voted.cast);
            }
        }
        ServiceRequestEvent::Delegated(delegated) => {
            if let Some(ballot) = &mut request.ballot {
                ballot.apply_delegation(&delegated.delegation);
            }
        }
        ServiceRequestEvent::Approved(_) => request.state = ServiceRequestState::Approved,
        ServiceRequestEvent::Returned(_) => request.state = ServiceRequestState::Validated,
        ServiceRequestEvent::Edited(edited) => {
            request.inputs.clone_from(&edited.inputs);
            request.ballot = None;
            if !matches!(request.state, ServiceRequestState::Submitted) {
                request.state = ServiceRequestState::Validated;
            }
        }
        ServiceRequestEvent::FulfilmentBegun(begun) => {
            request.state = ServiceRequestState::InFulfilment;
            request.envelope.owner.clone_from(&begun.assignment.person);
            request.assignment = Some(begun.assignment.clone());
            request.instructions = Some(begun.instructions.clone());
            request.tasks = begun.tasks.iter().map(|task| Task { task: task.clone(), done: None }).collect();
        }
        ServiceRequestEvent::Worked(_) => request.actions = request.actions.saturating_add(1),
        ServiceRequestEvent::TaskFinished(finished) => {
            request.actions = request.actions.saturating_add(1);
            for task in request.tasks.iter_mut().filter(|task| task.task == finished.task) {
                task.done = Some(done(head));
            }
        }
        ServiceRequestEvent::Waited(waited) => {
            request.state = ServiceRequestState::Waiting {
                reason: waited.reason,
                since: head.at,
                until: waited.until,
                resumes_at: waited.resumes_at,
            };
        }
        ServiceRequestEvent::Resumed(_) => request.state = ServiceRequestState::InFulfilment,
        ServiceRequestEvent::Fulfilled(fulfilled) => {
            request.state = ServiceRequestState::Fulfilled {
                at: head.at,
                closes_at: fulfilled.closes_at,
                notices: fulfilled.notices,
                reminders: fulfilled.reminders.clone(),
            };
            for ci in &fulfilled.fulfilment.cis {
                if !request.envelope.cis.contains(ci) {
                    request.envelope.cis.push(ci.clone());
                }
            }
            request.fulfilment = Some(fulfilled.fulfilment.clone());
            request.fulfilled = Some(done(head));
        }
        ServiceRequestEvent::Closed(closed) => {
            request.state = ServiceRequestState::Closed(closed.closure.clone());
        }
        ServiceRequestEvent::Rejected(rejected) => {
            request.state = ServiceRequestState::Rejected { at: head.at, reason: rejected.reason.clone() };
        }
        ServiceRequestEvent::Cancelled(cancelled) => {
            request.state = ServiceRequestState::Cancelled { at: head.at, reason: cancelled.reason.clone() };
        }
        ServiceRequestEvent::Converted(converted) => {
            request.state = ServiceRequestState::Converted { at: head.at, to: converted.to.clone() };
        }
        ServiceRequestEvent::Linked(linked) => request.envelope.link(linked.link.clone()),
        ServiceRequestEvent::Clock(mark) => request.clocks.apply(mark),
        ServiceRequestEvent::NoticeRequested(notice) => {
            if let ServiceRequestState::Fulfilled { reminders, .. } = &mut request.state {
                reminders.retain(|at| *at > head.at);
            }
            request.envelope.requested(notice, head.at);
        }
        ServiceRequestEvent::NoticeDelivered(receipt) => request.envelope.delivered(receipt),
    }
}

fn done(head: &EventHead) -> Done {
    Done { at: head.at, by: head.actor.id.clone() }
}
