//! What clocks and incidents said at the end of a period, read from the instants they keep.

use crate::kernel::Instant;
use crate::resolution::{Incident, IncidentState};
use crate::sla::{Clock, ClockPhase, CycleResult, Metric, TicketClocks};
use std::collections::BTreeMap;

/// How a ticket's clocks came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    Met,
    /// Missed, and every breach is excused.
    Excused,
    Missed,
}

/// The clock of that metric, unless it was cancelled: then it counts for nothing.
pub(super) fn counting(clocks: &TicketClocks, metric: Metric) -> Option<&Clock> {
    clocks.get(metric).filter(|clock| clock.phase != ClockPhase::Cancelled)
}

/// What the last stop before `to` left behind.
pub(super) fn last_result(clock: &Clock, to: Instant) -> Option<&CycleResult> {
    clock.results.iter().rev().find(|result| result.ended_at < to)
}

/// How a cycle came out.
pub(super) const fn of_result(result: &CycleResult) -> Outcome {
    match (result.breached_at, &result.excused) {
        (None, _) => Outcome::Met,
        (Some(_), Some(_)) => Outcome::Excused,
        (Some(_), None) => Outcome::Missed,
    }
}

/// The worst outcome of every clock that was stopped before `to`; none if no clock was.
pub(super) fn of_all(clocks: &TicketClocks, to: Instant) -> Option<Outcome> {
    let clocks = clocks.all().iter().filter(|clock| clock.phase != ClockPhase::Cancelled);
    clocks
        .flat_map(|clock| {
            let over = clock.results.iter().filter(|result| result.ended_at < to);
            over.map(of_result)
        })
        .max()
}

/// The running time up to the last stop before `to`: of a cycle that was continued the last result, of cycles that began anew the sum.
pub(super) fn running_s(clock: &Clock, to: Instant) -> Option<i64> {
    let over = clock.results.iter().filter(|result| result.ended_at < to);
    let parts: BTreeMap<(u32, Instant), i64> =
        over.map(|result| ((result.cycle, result.started_at), result.consumed_s)).collect();
    (!parts.is_empty()).then(|| parts.into_values().fold(0, i64::saturating_add))
}

/// Every breach recorded on any clock, a cancelled one too.
pub(super) fn breaches(clocks: &TicketClocks) -> impl Iterator<Item = Instant> {
    clocks.all().iter().flat_map(|clock| {
        let past = clock.results.iter().filter_map(|result| result.breached_at);
        past.chain(clock.breached_at)
    })
}

/// The resolution that held at `to`, if one did.
pub(super) fn finally_resolved(incident: &Incident, to: Instant) -> Option<Instant> {
    let resolved = incident.resolved_at.iter().filter(|at| **at < to);
    let reopened = incident.reopened_at.iter().filter(|at| **at < to).count();
    (resolved.clone().count() > reopened).then(|| resolved.max().copied()).flatten()
}

/// When it reached a final state.
pub(super) fn ended_at(incident: &Incident) -> Option<Instant> {
    match &incident.state {
        IncidentState::Closed(closure) => Some(closure.at),
        IncidentState::Cancelled { at } | IncidentState::Converted { at, .. } => Some(*at),
        IncidentState::Logged
        | IncidentState::Classified
        | IncidentState::Assigned
        | IncidentState::InProgress
        | IncidentState::Pending { .. }
        | IncidentState::Resolved { .. } => None,
    }
}

/// Whether work on it was still to be done at `to`.
pub(super) fn open_at(incident: &Incident, to: Instant) -> bool {
    incident.envelope.created_at < to
        && ended_at(incident).is_none_or(|ended_at| ended_at >= to)
        && finally_resolved(incident, to).is_none()
}
