//! Bulk import for live use: an incident begins in its present state, with its past as stated (DECISIONS 20).
//!
//! Clocks are folded over the stated past under the agreements in force then; what they say about the past is recorded, but nobody is
//! told of it any more.

use super::{
    Classification, Closure, Import, Imported, ImportedState, Incident, IncidentPhase, IncidentState,
    Incidents, PastWait,
};
use crate::kernel::{Case, Code, Duty, Instant, PersonId, PersonalField};
use crate::resolution::Assignment;
use crate::resolution::tickets::remember;
use crate::sla::{Stimulus, Ticket};

pub(super) fn import(body: &Import, case: &mut Case<'_, Incidents>) {
    let phase = body.state.phase();
    let reached = |from: IncidentPhase| phase >= from && !matches!(phase, IncidentPhase::Cancelled);
    case.text(&body.symptom, "symptom", "the symptom is stated", "须说明症状");
    case.that(
        body.classification.is_some() || !reached(IncidentPhase::Classified),
        "classification",
        "its state needs a classification",
        "该状态须有分类",
    );
    case.that(
        body.assignment.is_some() || !reached(IncidentPhase::Assigned),
        "assignment",
        "its state needs an assignment",
        "该状态须有分派",
    );
    case.that(
        body.response_at.is_some() || !reached(IncidentPhase::InProgress),
        "response_at",
        "its state needs the instant of the response",
        "该状态须有响应时间",
    );
    let done = matches!(phase, IncidentPhase::Resolved | IncidentPhase::Closed);
    case.that(
        !done || (body.resolution.is_some() && body.resolver.is_some() && !body.resolved_at.is_empty()),
        "resolution",
        "its state needs a resolution, its resolver and its instant",
        "该状态须有解决方案、解决人与解决时间",
    );
    if let Some(resolution) = &body.resolution {
        case.text(&resolution.text, "resolution_text", "the resolution says what was done", "须说明解决办法");
    }
    if let (ImportedState::Closed { confirmed_by, .. }, Some(resolver)) = (&body.state, &body.resolver) {
        case.separate(Duty::ResolverClosureConfirmer, confirmed_by, resolver);
    }
    let groups = &case.policy().rules.groups;
    if let Some(assignment) = body.assignment.as_ref().filter(|_| !groups.is_empty()) {
        case.used(&case.policy().rules_ref);
        let known = groups.contains_key(&assignment.group);
        case.that_value(known, &assignment.group, "group", "the group is registered", "支持组须已登记");
    }
    let open = body.waits.last().filter(|wait| wait.until.is_none());
    let waits = match &body.state {
        ImportedState::Pending { reason, since, .. } => {
            open.is_some_and(|wait| wait.reason == *reason && wait.from == *since)
        }
        _ => open.is_none(),
    };
    case.that(
        waits,
        "waits",
        "its last wait is open exactly when it is pending, for the reason and since the instant of the state",
        "当且仅当状态为挂起时，最后一次等待未结束，且原因与开始时间一致",
    );
    case.that(
        ordered(body, case.at),
        "history",
        "the stated instants follow one another and lie before now",
        "所述时间须先后有序且不晚于当前时间",
    );
    let history = history(body);
    let symptom = case.seal(&body.symptom, PersonalField::Symptom);
    let priority = priority(body.classification.as_ref(), case);
    let (Some(symptom), Some(priority), false) = (symptom, priority, case.refused()) else { return };
    let requester = body.requester.clone();
    case.emit(Box::new(Imported {
        assignment: body.assignment.clone(),
        channel: body.channel,
        ci: body.ci.clone(),
        classification: body.classification.clone(),
        customer: body.customer.clone(),
        hops: body.hops,
        occurred_at: body.occurred_at,
        opened_at: body.opened_at,
        priority,
        reopened_at: body.reopened_at.clone(),
        requester,
        resolution: body.resolution.clone(),
        resolved_at: body.resolved_at.clone(),
        resolver: body.resolver.clone(),
        response_at: body.response_at,
        service: body.service.clone(),
        service_down: body.service_down,
        state: body.state.clone(),
        symptom,
    }));
    let mut ticket = Ticket::new(Code::literal("incident"));
    ticket.priority = priority;
    ticket.service.clone_from(&body.service);
    ticket.customer.clone_from(&body.customer);
    ticket.category = body.classification.as_ref().map(|of| of.category.clone());
    // A clock needs a priority: what is not classified yet gets its clocks when it is.
    if priority.is_some() {
        remember(case, &ticket, &history);
    }
}

/// The priority of the matrix; `Some(None)` where the incident is not classified yet.
fn priority(classification: Option<&Classification>, case: &mut Case<'_, Incidents>) -> Option<Option<u8>> {
    let Some(of) = classification else { return Some(None) };
    case.used(&case.policy().matrix_ref);
    match case.policy().matrix.priority(of.impact, of.urgency) {
        Ok(priority) => Some(Some(priority)),
        Err(error) => {
            let words = "the matrix gives a priority for impact and urgency";
            case.that_value(false, error, "priority", words, "矩阵须对该影响度与紧急度给出优先级");
            None
        }
    }
}

/// Whether each list runs forward between opening and now, and every reopening lies between two resolutions.
fn ordered(body: &Import, now: Instant) -> bool {
    let done = matches!(body.state.phase(), IncidentPhase::Resolved | IncidentPhase::Closed);
    let alternating = body.resolved_at.len() == body.reopened_at.len().saturating_add(usize::from(done));
    let mut turns = Vec::new();
    for (place, resolved_at) in body.resolved_at.iter().enumerate() {
        turns.push(*resolved_at);
        turns.extend(body.reopened_at.get(place));
    }
    let waits = body.waits.iter().flat_map(|wait| [Some(wait.from), wait.until]).flatten();
    let waits: Vec<Instant> = waits.collect();
    let within = |instants: &[Instant]| {
        instants.is_sorted() && instants.iter().all(|at| *at >= body.opened_at && *at <= now)
    };
    let response: Vec<Instant> = body.response_at.into_iter().collect();
    let ended = match &body.state {
        ImportedState::Resolved { at } => turns.last() == Some(at),
        ImportedState::Closed { at, .. } => turns.last().is_some_and(|last| last <= at) && *at <= now,
        ImportedState::Cancelled { at } => within(&[*at]),
        _ => true,
    };
    let begun = body.occurred_at <= body.opened_at && body.opened_at <= now;
    begun && alternating && ended && within(&turns) && within(&waits) && within(&response)
}

/// What happened to its clocks, in the order stated.
fn history(body: &Import) -> Vec<(Instant, Stimulus)> {
    let mut history = vec![(body.opened_at, Stimulus::Opened { ticket: None })];
    history.extend(body.response_at.map(|at| (at, Stimulus::Acknowledged {})));
    for PastWait { reason, from, until } in &body.waits {
        history.push((*from, Stimulus::Paused { reason: Code::literal(reason.code()) }));
        history.extend(until.map(|at| (at, Stimulus::Resumed {})));
    }
    history.extend(body.resolved_at.iter().map(|at| (*at, Stimulus::Resolved {})));
    history.extend(body.reopened_at.iter().map(|at| (*at, Stimulus::Reopened {})));
    match &body.state {
        ImportedState::Cancelled { at } => history.push((*at, Stimulus::Cancelled {})),
        ImportedState::Closed { at, .. } => history.push((*at, Stimulus::Closed {})),
        _ => {}
    }
    history.sort_by_key(|(at, _)| *at);
    history
}

impl ImportedState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> IncidentPhase {
        match self {
            Self::Logged => IncidentPhase::Logged,
            Self::Classified => IncidentPhase::Classified,
            Self::Assigned => IncidentPhase::Assigned,
            Self::InProgress => IncidentPhase::InProgress,
            Self::Pending { .. } => IncidentPhase::Pending,
            Self::Resolved { .. } => IncidentPhase::Resolved,
            Self::Closed { .. } => IncidentPhase::Closed,
            Self::Cancelled { .. } => IncidentPhase::Cancelled,
        }
    }
}

/// The state as the record holds it. An imported incident that is resolved waits for a person to close it.
pub(super) fn state(imported: &Imported) -> IncidentState {
    match &imported.state {
        ImportedState::Logged => IncidentState::Logged,
        ImportedState::Classified => IncidentState::Classified,
        ImportedState::Assigned => IncidentState::Assigned,
        ImportedState::InProgress => IncidentState::InProgress,
        ImportedState::Pending { reason, since, until } => {
            IncidentState::Pending { reason: *reason, since: *since, until: *until, resumes_at: None }
        }
        ImportedState::Resolved { at } => IncidentState::Resolved {
            at: *at,
            closes_at: None,
            notices: 0,
            reminders: Vec::new(),
            reopen_until: Instant::MAX,
        },
        ImportedState::Closed { at, code, confirmed_by } => IncidentState::Closed(Closure {
            at: *at,
            automatic: false,
            code: code.clone(),
            confirmed_by: confirmed_by.clone(),
        }),
        ImportedState::Cancelled { at } => IncidentState::Cancelled { at: *at },
    }
}

/// Whoever has it now.
pub(super) fn owner(assignment: Option<&Assignment>) -> Option<PersonId> {
    assignment.and_then(|assignment| assignment.person.clone())
}

/// The parts of an imported incident that later commands changed are not touched again.
pub(super) fn complete(incident: &mut Incident, imported: &Imported) {
    incident.classification.clone_from(&imported.classification);
    incident.priority = imported.priority;
    incident.assignment.clone_from(&imported.assignment);
    incident.hops = imported.hops;
    incident.response_at = imported.response_at;
    incident.resolution.clone_from(&imported.resolution);
    incident.resolver.clone_from(&imported.resolver);
    incident.resolved_at.clone_from(&imported.resolved_at);
    incident.reopened_at.clone_from(&imported.reopened_at);
    incident.state = state(imported);
    incident.envelope.owner = owner(imported.assignment.as_ref());
    incident.envelope.imported = true;
}
