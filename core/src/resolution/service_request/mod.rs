//! Service requests: standard, pre-defined demands, fulfilled predictably. 服务请求管理
//!
//! ISO/IEC 20000-1 8.6.2 (2005: 8.2, 2011: 8.1), spec 3.21 (SRQ-01 to SRQ-05), guards T-SRQ-01 to T-SRQ-08 of 3.30. The guards
//! `T-SRQ-L…` are ours: approval as a ballot, waiting, tasks and the rest of the prose that 3.30 lacks (ADR 4).
//!
//! ```
//! use itsm::resolution::{ServiceRequestPhase, ServiceRequests};
//! use itsm::kernel::Process;
//! let legal = ServiceRequests::LIFECYCLE.allowed(Some(ServiceRequestPhase::Approved));
//! assert!(legal.contains(&"service_request.fulfil_begin") && !legal.contains(&"service_request.fulfil"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::DeskPolicy;
use super::tickets::{Timed, register};
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Personal, PersonalField,
    Process, UnitId, Who,
};

/// The process of service requests.
#[derive(Clone, Copy, Debug)]
pub struct ServiceRequests;

impl Process for ServiceRequests {
    type Phase = ServiceRequestPhase;
    type Record = ServiceRequest;
    type Command = ServiceRequestCommand;
    type Event = ServiceRequestEvent;
    type Policy = DeskPolicy;

    const LIFECYCLE: &'static Lifecycle<ServiceRequestPhase> = &LIFECYCLE;

    fn kind(command: &ServiceRequestCommand) -> &'static str {
        command.kind()
    }

    fn phase(request: &ServiceRequest) -> ServiceRequestPhase {
        request.phase()
    }

    fn envelope(request: &ServiceRequest) -> &Envelope {
        &request.envelope
    }

    fn envelope_mut(request: &mut ServiceRequest) -> &mut Envelope {
        &mut request.envelope
    }

    fn relates(request: &ServiceRequest, who: Who, person: &PersonId, context: &Context<DeskPolicy>) -> bool {
        match who {
            Who::Assignee => request.assignment.as_ref().is_some_and(|with| with.is_with(person, context)),
            Who::Requester => [&request.requester, &request.beneficiary].contains(&person),
            Who::Approver => decide::approves(request, person, context),
            Who::Role(_) | Who::Timer => false,
        }
    }

    fn needs(_: Option<&ServiceRequest>, command: &ServiceRequestCommand) -> Vec<FactWanted> {
        match command {
            ServiceRequestCommand::Convert(convert) => match &convert.to {
                ConvertedTo::Incident(incident) => vec![FactWanted::new("incident", incident)],
                ConvertedTo::Change(change) => vec![FactWanted::new("change", change)],
            },
            ServiceRequestCommand::Link(linked) => register(linked.link.kind)
                .map(|process| FactWanted::new(process, &linked.link.to))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    fn decide(command: &ServiceRequestCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(request: &ServiceRequest) -> Option<Instant> {
        [request.clocks.next_due(), decide::state_ends(request)].into_iter().flatten().min()
    }

    fn personal(event: &ServiceRequestEvent) -> Vec<(PersonalField, &Personal<String>)> {
        let ServiceRequestEvent::Submitted(submitted) = event else { return Vec::new() };
        submitted.contact.iter().map(|contact| (PersonalField::Contact, contact)).collect()
    }

    fn personal_mut(event: &mut ServiceRequestEvent) -> Vec<(PersonalField, &mut Personal<String>)> {
        let ServiceRequestEvent::Submitted(submitted) = event else { return Vec::new() };
        submitted.contact.iter_mut().map(|contact| (PersonalField::Contact, contact)).collect()
    }

    fn personal_of(request: &mut ServiceRequest) -> Vec<&mut Personal<String>> {
        request.contact.iter_mut().collect()
    }

    fn open(head: &EventHead, event: &ServiceRequestEvent) -> Option<ServiceRequest> {
        fold::open(head, event)
    }

    fn apply(request: &mut ServiceRequest, head: &EventHead, event: &ServiceRequestEvent) {
        fold::apply(request, head, event);
    }
}

impl Timed for ServiceRequests {
    fn group(request: &ServiceRequest) -> Option<&UnitId> {
        request.assignment.as_ref().map(|assignment| &assignment.group)
    }
}
