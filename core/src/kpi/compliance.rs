//! KPIs that ask whether clocks were met: K-INC-02, K-INC-03, K-SRQ-01, K-SLM-03. 及时率
//!
//! A breach that was excused stays a breach in the value; the ratio that takes it for met stands beside it.

use super::outcome::{Outcome, counting, finally_resolved, last_result, of_all, of_result};
use super::scope::{INCIDENT, Population, SERVICE_REQUEST};
use super::{Amount, ApartReason, Counted, Measured, WithExcused};
use crate::kernel::RecordId;
use crate::sla::{Metric, TicketClocks};

/// K-INC-02: of the response clocks stopped in P those that were met.
pub(super) fn response(population: &Population<'_>) -> Measured {
    let judged = population.scope.incidents.iter().filter_map(|incident| {
        let clock = counting(&incident.clocks, Metric::Response)?;
        let result = last_result(clock, population.to()).filter(|r| population.in_period(r.ended_at))?;
        Some((&incident.envelope.id, Some(of_result(result))))
    });
    Judged::of(INCIDENT, judged).measured()
}

/// K-INC-03: of the incidents whose final resolution lies in P those whose resolution clock was met.
pub(super) fn resolution(population: &Population<'_>) -> Measured {
    let judged =
        resolved(population).map(|(id, clocks)| (id, outcome(clocks, Metric::Resolution, population)));
    Judged::of(INCIDENT, judged).measured()
}

/// K-SRQ-01: of the requests fulfilled in P those fulfilled within their target.
pub(super) fn fulfilment(population: &Population<'_>) -> Measured {
    let judged =
        fulfilled(population).map(|(id, clocks)| (id, outcome(clocks, Metric::Resolution, population)));
    Judged::of(SERVICE_REQUEST, judged).measured()
}

/// K-SLM-03: of the tickets finished in P those that met all their clocks, in every cycle.
pub(super) fn tickets(population: &Population<'_>) -> Measured {
    let to = population.to();
    let incidents = Judged::of(INCIDENT, resolved(population).map(|(id, clocks)| (id, of_all(clocks, to))));
    let requests =
        Judged::of(SERVICE_REQUEST, fulfilled(population).map(|(id, clocks)| (id, of_all(clocks, to))));
    incidents.and(requests).measured()
}

fn outcome(clocks: &TicketClocks, metric: Metric, population: &Population<'_>) -> Option<Outcome> {
    let clock = counting(clocks, metric)?;
    Some(of_result(last_result(clock, population.to())?))
}

/// Incidents whose final resolution lies in P.
fn resolved<'a>(population: &Population<'a>) -> impl Iterator<Item = (&'a RecordId, &'a TicketClocks)> {
    population.scope.incidents.iter().filter_map(|incident| {
        let at = finally_resolved(incident, population.to())?;
        population.in_period(at).then_some((&incident.envelope.id, &incident.clocks))
    })
}

fn fulfilled<'a>(population: &Population<'a>) -> impl Iterator<Item = (&'a RecordId, &'a TicketClocks)> {
    let in_period = population.scope.requests.iter();
    in_period
        .filter(|row| row.fulfilled_at.is_some_and(|at| population.in_period(at)))
        .map(|row| (row.id, row.clocks))
}

/// Records by how their clocks came out.
struct Judged {
    met: Counted,
    excused: Counted,
    measured: Counted,
    no_clock: Counted,
}

impl Judged {
    fn of<'a>(process: &'static str, judged: impl Iterator<Item = (&'a RecordId, Option<Outcome>)>) -> Self {
        let judged: Vec<_> = judged.collect();
        let those = |wanted: fn(Option<Outcome>) -> bool| {
            Counted::of(process, judged.iter().filter(|(_, outcome)| wanted(*outcome)).map(|(id, _)| *id))
        };
        Self {
            met: those(|outcome| outcome == Some(Outcome::Met)),
            excused: those(|outcome| outcome == Some(Outcome::Excused)),
            measured: those(|outcome| outcome.is_some()),
            no_clock: those(|outcome| outcome.is_none()),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            met: self.met.and(other.met),
            excused: self.excused.and(other.excused),
            measured: self.measured.and(other.measured),
            no_clock: self.no_clock.and(other.no_clock),
        }
    }

    fn measured(self) -> Measured {
        let lenient = self.met.count.saturating_add(self.excused.count);
        let amount = Amount::ratio(lenient, self.measured.count);
        let mut measured =
            Measured::ratio(self.met, self.measured).apart(ApartReason::NoClock, self.no_clock);
        measured.with_excused = Some(WithExcused { excused: self.excused, amount });
        measured
    }
}
