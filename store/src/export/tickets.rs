//! Incidents, major incidents, service requests, problems. 工单表

use super::records::enveloped;
use super::table::{Table, integer};
use itsm::kernel::Instant;
use itsm::resolution::incident::IncidentState;
use itsm::resolution::problem::{ProblemClosure, ProblemState};
use itsm::resolution::service_request::ServiceRequestState;
use itsm::resolution::{Incident, MajorIncident, Problem, ServiceRequest};

pub(super) fn incidents() -> Table<Incident> {
    enveloped("incident", |record: &Incident| &record.envelope)
        .text("state", |record| record.phase().code())
        .truth("open", Incident::is_open)
        .text("channel", |record| record.channel.code())
        .text("requester", |record| record.requester.as_str())
        .text_if("customer", |record| record.customer.as_ref().map(AsRef::as_ref))
        .text_if("symptom_code", |record| record.symptom_code.as_ref().map(AsRef::as_ref))
        .truth("service_down", |record| record.service_down)
        .text_if("category", |record| Some(record.classification.as_ref()?.category.as_str()))
        .integer_if("impact", |record| Some(integer(record.classification.as_ref()?.impact)))
        .integer_if("urgency", |record| Some(integer(record.classification.as_ref()?.urgency)))
        .truth_if("security", |record| Some(record.classification.as_ref()?.security))
        .text_if("known_error", |record| Some(record.classification.as_ref()?.known_error.as_ref()?.as_str()))
        .integer_if("priority", |record| record.priority.map(integer))
        .truth("priority_overridden", |record| record.priority_override.is_some())
        .text_if("major", |record| record.major.as_ref().map(AsRef::as_ref))
        .text_if("group", |record| Some(record.assignment.as_ref()?.group.as_str()))
        .text_if("person", |record| Some(record.assignment.as_ref()?.person.as_ref()?.as_str()))
        .integer("hops", |record| integer(record.hops))
        .integer("escalations", |record| integer(record.escalations.len()))
        .integer("actions", |record| integer(record.actions))
        .instant_if("response_at", |record| record.response_at)
        .instant_if("resolved_at", |record| record.resolved_at.last().copied())
        .instant_if("reopened_at", |record| record.reopened_at.last().copied())
        .integer("reopened", |record| integer(record.reopened_at.len()))
        .text_if("resolution_code", |record| Some(record.resolution.as_ref()?.code.as_str()))
        .text_if("resolution_kind", |record| Some(record.resolution.as_ref()?.kind.code()))
        .text_if("resolution_level", |record| Some(record.resolution.as_ref()?.level.code()))
        .instant_if("restored_at", |record| record.resolution.as_ref()?.restored_at)
        .text_if("resolver", |record| record.resolver.as_ref().map(AsRef::as_ref))
        .instant_if("ended_at", incident_ended)
        .text_if("closure_code", |record| Some(record.closure()?.code.as_str()))
        .truth_if("closed_automatically", |record| Some(record.closure()?.automatic))
        .text_if("confirmed_by", |record| Some(record.closure()?.confirmed_by.as_str()))
        .text_if("converted_to", |record| match &record.state {
            IncidentState::Converted { to, .. } => Some(to.as_str()),
            _ => None,
        })
}

/// When it came to its final state.
fn incident_ended(record: &Incident) -> Option<Instant> {
    match &record.state {
        IncidentState::Closed(closure) => Some(closure.at),
        IncidentState::Cancelled { at } | IncidentState::Converted { at, .. } => Some(*at),
        _ => None,
    }
}

pub(super) fn major_incidents() -> Table<MajorIncident> {
    enveloped("major_incident", |record: &MajorIncident| &record.envelope)
        .text("state", |record| record.phase().code())
        .text("incident", |record| record.incident.as_str())
        .text("manager", |record| record.manager.as_str())
        .instant("declared_at", |record| record.declared_at)
        .instant("notice_due", |record| record.notice_due)
        .truth("notice_missed", |record| record.notice_missed)
        .integer("update_every_s", |record| record.update_every_s)
        .integer("updates_missed", |record| integer(record.updates_missed))
        .instant_if("restored_at", |record| Some(record.restoration.as_ref()?.restored_at))
}

pub(super) fn service_requests() -> Table<ServiceRequest> {
    enveloped("service_request", |record: &ServiceRequest| &record.envelope)
        .text("state", |record| record.phase().code())
        .truth("open", ServiceRequest::is_open)
        .text("model", |record| record.model.as_str())
        .text("requester", |record| record.requester.as_str())
        .text("beneficiary", |record| record.beneficiary.as_str())
        .text_if("customer", |record| record.customer.as_ref().map(AsRef::as_ref))
        .text_if("category", |record| Some(record.classification.as_ref()?.category.as_str()))
        .integer_if("impact", |record| Some(integer(record.classification.as_ref()?.impact)))
        .integer_if("urgency", |record| Some(integer(record.classification.as_ref()?.urgency)))
        .integer_if("priority", |record| record.priority.map(integer))
        .text_if("group", |record| Some(record.assignment.as_ref()?.group.as_str()))
        .text_if("person", |record| Some(record.assignment.as_ref()?.person.as_ref()?.as_str()))
        .integer("tasks", |record| integer(record.tasks.len()))
        .integer("tasks_done", |record| {
            integer(record.tasks.iter().filter(|task| task.done.is_some()).count())
        })
        .integer("actions", |record| integer(record.actions))
        .instant_if("fulfilled_at", |record| Some(record.fulfilled.as_ref()?.at))
        .text_if("fulfilled_by", |record| Some(record.fulfilled.as_ref()?.by.as_str()))
        .instant_if("ended_at", request_ended)
}

fn request_ended(record: &ServiceRequest) -> Option<Instant> {
    match &record.state {
        ServiceRequestState::Closed(closure) => Some(closure.at),
        ServiceRequestState::Rejected { at, .. }
        | ServiceRequestState::Cancelled { at, .. }
        | ServiceRequestState::Converted { at, .. } => Some(*at),
        _ => None,
    }
}

pub(super) fn problems() -> Table<Problem> {
    fn closure(record: &Problem) -> Option<&ProblemClosure> {
        match &record.state {
            ProblemState::Closed(closure) => Some(closure),
            _ => None,
        }
    }
    enveloped("problem", |record: &Problem| &record.envelope)
        .text("state", |record| record.phase().code())
        .truth("open", Problem::is_open)
        .text("source", |record| record.source.code())
        .truth("proactive", |record| record.proactive)
        .text_if("symptom_code", |record| record.symptom_code.as_ref().map(AsRef::as_ref))
        .texts("incidents", |record| record.incidents.iter().map(AsRef::as_ref).collect())
        .text_if("candidate", |record| record.candidate.as_ref().map(AsRef::as_ref))
        .text_if("category", |record| Some(record.classification.as_ref()?.category.as_str()))
        .integer_if("priority", |record| Some(integer(record.classification.as_ref()?.priority)))
        .integer("analyses", |record| integer(record.analyses.len()))
        .instant_if("analysis_due", |record| Some(record.analysis()?.due))
        .truth_if("analysis_missed", |record| Some(record.analysis()?.missed))
        .instant_if("found_at", |record| record.analysis()?.found_at)
        .truth("has_workaround", |record| record.workaround.is_some())
        .texts("fixes", |record| record.fixes.iter().map(|fix| fix.change.as_str()).collect())
        .instant_if("observed_until", |record| record.observed_until)
        .texts("recurrences", |record| record.recurrences.iter().map(|of| of.incident.as_str()).collect())
        .instant_if("ended_at", |record| Some(closure(record)?.at))
        .text_if("closure_code", |record| Some(closure(record)?.code.code()))
        .text_if("closed_by", |record| Some(closure(record)?.by.as_str()))
}
