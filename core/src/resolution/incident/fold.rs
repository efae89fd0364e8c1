//! How events become an incident. Nothing here decides, and nothing asks a calendar.

use super::{Channel, Escalation, Imported, Incident, IncidentEvent, IncidentState, Logged, Moved, import};
use crate::kernel::{Envelope, EventHead, Link, LinkKind, PersonId, Personal, Text};
use crate::resolution::Assignment;
use crate::sla::TicketClocks;

pub(super) fn open(head: &EventHead, event: &IncidentEvent) -> Option<Incident> {
    match event {
        IncidentEvent::Logged(logged) => Some(logged_now(head, logged)),
        IncidentEvent::Imported(imported) => Some(taken_over(head, imported)),
        _ => None,
    }
}

fn logged_now(head: &EventHead, logged: &Logged) -> Incident {
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), logged.occurred_at);
    envelope.late_entry = logged.late_entry;
    envelope.services.extend(logged.service.clone());
    envelope.cis.extend(logged.ci.clone());
    envelope.links.extend(logged.repeat_of.clone().map(|to| Link { kind: LinkKind::RepeatOf, to }));
    Incident {
        reporter: logged.reporter.clone(),
        symptom_code: logged.symptom_code.clone(),
        customer: logged.customer.clone(),
        service_down: logged.service_down,
        no_ci_reason: logged.no_ci_reason.clone(),
        ..begun(envelope, logged.channel, logged.requester.clone(), logged.symptom.clone())
    }
}

fn taken_over(head: &EventHead, imported: &Imported) -> Incident {
    let by = head.actor.id.clone();
    let mut envelope = Envelope::new(head.record.clone(), imported.opened_at, by, imported.occurred_at);
    envelope.services.extend(imported.service.clone());
    envelope.cis.extend(imported.ci.clone());
    let begun = begun(envelope, imported.channel, imported.requester.clone(), imported.symptom.clone());
    let mut incident =
        Incident { customer: imported.customer.clone(), service_down: imported.service_down, ..begun };
    import::complete(&mut incident, imported);
    incident
}

fn begun(envelope: Envelope, channel: Channel, requester: PersonId, symptom: Personal<String>) -> Incident {
    Incident {
        envelope,
        state: IncidentState::Logged,
        channel,
        requester,
        reporter: None,
        symptom,
        symptom_code: None,
        customer: None,
        service_down: false,
        classification: None,
        priority: None,
        priority_override: None,
        major_criteria: Vec::new(),
        major: None,
        assignment: None,
        hops: 0,
        hopped_at: Vec::new(),
        escalations: Vec::new(),
        response_at: None,
        resolution: None,
        resolver: None,
        resolved_at: Vec::new(),
        reopened_at: Vec::new(),
        actions: 0,
        no_ci_reason: None,
        no_sla_reason: None,
        clocks: TicketClocks::default(),
    }
}

pub(super) fn apply(incident: &mut Incident, head: &EventHead, event: &IncidentEvent) {
    match event {
        IncidentEvent::Logged(_)
        | IncidentEvent::Imported(_)
        | IncidentEvent::Recalculated(_)
        | IncidentEvent::Informed(_) => {}
        IncidentEvent::Classified(classified) => {
            if matches!(incident.state, IncidentState::Logged) {
                incident.state = IncidentState::Classified;
            }
            if incident.priority_override.is_none() {
                incident.priority = Some(classified.priority);
            }
            let known_error = classified.classification.known_error.clone();
            incident.classification = Some(classified.classification.clone());
            incident.major_criteria.clone_from(&classified.major_criteria);
            if let Some(to) = known_error {
                incident.envelope.link(Link { kind: LinkKind::HasKnownError, to });
            }
        }
        IncidentEvent::Assigned(assigned) => {
            incident.state = IncidentState::Assigned;
            give(incident, &assigned.assignment);
            incident.no_sla_reason.clone_from(&assigned.no_sla_reason);
        }
        IncidentEvent::Acknowledged(_) => {
            incident.state = IncidentState::InProgress;
            incident.response_at.get_or_insert(head.at);
            take(incident, head);
        }
        IncidentEvent::Reassigned(reassigned) => {
            incident.state = IncidentState::Assigned;
            if reassigned.hop {
                incident.hops = incident.hops.saturating_add(1);
                incident.hopped_at.push(head.at);
            }
            escalated(
                incident,
                head,
                reassigned.escalation,
                &reassigned.reason,
                &reassigned.assignment.group,
            );
            give(incident, &reassigned.assignment);
        }
        IncidentEvent::Pended(pended) => {
            incident.state = IncidentState::Pending {
                reason: pended.reason,
                since: head.at,
                until: pended.until,
                resumes_at: pended.resumes_at,
            };
        }
        IncidentEvent::Resumed(_) => incident.state = IncidentState::InProgress,
        IncidentEvent::Resolved(resolved) => {
            incident.state = IncidentState::Resolved {
                at: head.at,
                closes_at: resolved.closes_at,
                notices: resolved.notices,
                reminders: resolved.reminders.clone(),
                reopen_until: resolved.reopen_until,
            };
            incident.resolution = Some(resolved.resolution.clone());
            incident.resolver = Some(head.actor.id.clone());
            incident.resolved_at.push(head.at);
        }
        IncidentEvent::Closed(closed) => incident.state = IncidentState::Closed(closed.closure.clone()),
        IncidentEvent::Reopened(_) => {
            incident.state = IncidentState::InProgress;
            incident.reopened_at.push(head.at);
        }
        IncidentEvent::Cancelled(cancelled) => {
            incident.state = IncidentState::Cancelled { at: head.at };
            if let Some(to) = cancelled.duplicate_of.clone() {
                incident.envelope.link(Link { kind: LinkKind::Duplicates, to });
            }
        }
        IncidentEvent::Converted(converted) => {
            incident.state = IncidentState::Converted { at: head.at, to: converted.to.clone() };
        }
        IncidentEvent::PriorityOverridden(overridden) => {
            incident.priority = Some(overridden.by.priority());
            incident.priority_override = Some(overridden.by.clone());
        }
        IncidentEvent::PriorityRestored(restored) => {
            incident.priority = Some(restored.priority);
            incident.priority_override = None;
        }
        IncidentEvent::Moved(moved) => follow(incident, moved),
        IncidentEvent::Worked(_) => incident.actions = incident.actions.saturating_add(1),
        IncidentEvent::Escalated(up) => escalated(incident, head, up.escalation, &up.reason, &up.to),
        IncidentEvent::Linked(linked) => incident.envelope.link(linked.link.clone()),
        IncidentEvent::MarkedMajor(marked) => incident.major = Some(marked.major.clone()),
        IncidentEvent::UnmarkedMajor(unmarked) => {
            incident.major = None;
            if let IncidentState::Resolved { closes_at, reminders, .. } = &mut incident.state {
                *closes_at = unmarked.closes_at;
                reminders.clone_from(&unmarked.reminders);
            }
        }
        IncidentEvent::Clock(mark) => incident.clocks.apply(mark),
        IncidentEvent::NoticeRequested(notice) => {
            if let IncidentState::Resolved { reminders, .. } = &mut incident.state {
                reminders.retain(|at| *at > head.at);
            }
            incident.envelope.requested(notice, head.at);
        }
        IncidentEvent::NoticeDelivered(receipt) => incident.envelope.delivered(receipt),
    }
}

fn give(incident: &mut Incident, assignment: &Assignment) {
    incident.assignment = Some(assignment.clone());
    incident.envelope.owner.clone_from(&assignment.person);
}

/// Whoever acknowledges has it from then on.
fn take(incident: &mut Incident, head: &EventHead) {
    if let Some(assignment) = &mut incident.assignment {
        assignment.person = Some(head.actor.id.clone());
    }
    incident.envelope.owner = Some(head.actor.id.clone());
}

fn escalated(
    incident: &mut Incident,
    head: &EventHead,
    kind: super::EscalationKind,
    reason: &Text,
    to: &crate::kernel::UnitId,
) {
    incident.escalations.push(Escalation { at: head.at, kind, reason: reason.clone(), to: to.clone() });
}

fn follow(incident: &mut Incident, moved: &Moved) {
    if let Some(service) = &moved.service {
        incident.envelope.services = vec![service.clone()];
    }
    if let Some(ci) = &moved.ci {
        incident.envelope.cis = vec![ci.clone()];
    }
    if let Some(customer) = &moved.customer {
        incident.customer = Some(customer.clone());
    }
}
