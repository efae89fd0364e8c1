//! Records for the tests, written by days and hours of November 2026 in UTC.

use crate::kernel::{
    Code, Digest, Envelope, Instant, NoticeKind, Noticed, PersonId, Personal, PolicyId, PolicyRef, Recipient,
    RecordId, UnitId,
};
use crate::kpi::Period;
use crate::resolution::incident::{
    Channel, Closure, ContactLevel, Escalation, EscalationKind, Resolution, ResolutionKind,
};
use crate::resolution::{Incident, IncidentState};
use crate::sla::{Clock, ClockPhase, ClockTerms, CycleResult, Metric, SharedTerms, Target, TicketClocks};

/// Day 1 is 1 November; day 31 is 1 December, the end of the period.
pub(super) fn at(day: i64, hour: i64) -> Instant {
    Instant::clamped(1_793_491_200 + (day - 1) * 86_400 + hour * 3_600)
}

pub(super) fn november() -> Period {
    Period::new(at(1, 0), at(31, 0), "Etc/UTC").unwrap()
}

pub(super) fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

pub(super) fn id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

pub(super) fn person() -> PersonId {
    PersonId::new("somebody").unwrap()
}

pub(super) fn incident(name: &str, logged_at: Instant) -> Incident {
    Incident {
        envelope: Envelope::new(id(name), logged_at, person(), logged_at),
        state: IncidentState::InProgress,
        channel: Channel::Portal,
        requester: person(),
        reporter: None,
        symptom: Personal::seal("it does not work".to_owned(), &[0; 32], "symptom"),
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

pub(super) fn clock(metric: Metric, started_at: Instant) -> Clock {
    Clock {
        metric,
        cycle: 1,
        phase: ClockPhase::Running,
        started_at,
        terms: SharedTerms::from(ClockTerms {
            agreement: PolicyRef { hash: Digest::of(b"sla"), id: PolicyId::new("sla").unwrap(), version: 1 },
            clause: crate::kernel::ClauseId::new("p").unwrap(),
            target: Target::Elapsed { seconds: 3_600 },
            calendar: None,
            tzdb: "".into(),
        }),
        target_s: 3_600,
        consumed_s: 0,
        carried_s: 0,
        segments: Vec::new(),
        pauses: Vec::new(),
        since: Some(started_at),
        paused: None,
        due_at: None,
        breaches_at: None,
        breached_at: None,
        excused: None,
        armed: Vec::new(),
        fired: Vec::new(),
        results: Vec::new(),
        note: None,
        as_of: started_at,
    }
}

pub(super) fn stop(clock: &mut Clock, ended_at: Instant, consumed_s: i64, breached_at: Option<Instant>) {
    clock.phase = ClockPhase::Stopped;
    clock.breached_at = clock.breached_at.or(breached_at);
    clock.results.push(CycleResult {
        cycle: clock.cycle,
        started_at: clock.started_at,
        ended_at,
        consumed_s,
        target_s: clock.target_s,
        breached_at: clock.breached_at,
        excused: None,
    });
}

pub(super) fn excuse(clock: &mut Clock, at: Instant) {
    let excused = crate::sla::Excused { metric: clock.metric, reason: code("storm"), by: person(), at };
    let mut excusing = Some(clock.clone());
    Clock::apply(&mut excusing, &crate::sla::ClockMark::Excused(excused));
    *clock = excusing.unwrap();
}

pub(super) fn clocks(clocks: &[Clock]) -> TicketClocks {
    TicketClocks::by_hand(clocks.to_vec())
}

/// Gives the incident a clock in place of the one of its metric.
pub(super) fn put(incident: &mut Incident, clock: Clock) {
    let others = incident.clocks.all().iter().filter(|other| other.metric != clock.metric).cloned();
    let mut all: Vec<_> = others.collect();
    all.push(clock);
    all.sort_by_key(|clock| clock.metric);
    incident.clocks = clocks(&all);
}

pub(super) fn respond(incident: &mut Incident, at: Instant, breached_at: Option<Instant>) {
    let mut response = clock(Metric::Response, incident.envelope.created_at);
    stop(&mut response, at, 60, breached_at);
    put(incident, response);
}

/// Resolves it without a clock.
pub(super) fn mend(incident: &mut Incident, at: Instant, level: ContactLevel) {
    incident.state =
        IncidentState::Resolved { at, closes_at: None, notices: 1, reminders: Vec::new(), reopen_until: at };
    incident.resolved_at.push(at);
    incident.resolution = Some(Resolution {
        code: code("done"),
        text: "done".parse().unwrap(),
        kind: ResolutionKind::Permanent,
        level,
        restored_at: None,
        no_problem_reason: None,
    });
}

/// Resolves it and stops its resolution clock.
pub(super) fn resolve(
    incident: &mut Incident,
    at: Instant,
    level: ContactLevel,
    consumed_s: i64,
    breached_at: Option<Instant>,
) {
    mend(incident, at, level);
    let running = incident.clocks.get(Metric::Resolution).cloned();
    let mut resolution = running.unwrap_or_else(|| clock(Metric::Resolution, incident.envelope.created_at));
    stop(&mut resolution, at, consumed_s, breached_at);
    put(incident, resolution);
}

pub(super) fn reopen(incident: &mut Incident, at: Instant) {
    incident.state = IncidentState::InProgress;
    incident.reopened_at.push(at);
    if let Some(mut resolution) = incident.clocks.get(Metric::Resolution).cloned() {
        resolution.phase = ClockPhase::Running;
        put(incident, resolution);
    }
}

pub(super) fn close(incident: &mut Incident, at: Instant) {
    incident.state =
        IncidentState::Closed(Closure { at, automatic: false, code: code("done"), confirmed_by: person() });
}

pub(super) fn hop(incident: &mut Incident, at: Instant, kind: EscalationKind) {
    incident.hops += 1;
    incident.hopped_at.push(at);
    let to = UnitId::new("others").unwrap();
    incident.escalations.push(Escalation { at, kind, reason: "theirs".parse().unwrap(), to });
}

pub(super) fn warn(incident: &mut Incident, at: Instant, delivered_at: Option<Instant>) {
    incident.envelope.notices.push(Noticed {
        delivered_at,
        requested_at: at,
        to: Recipient::Requester,
        why: NoticeKind::BreachWarning,
    });
}
