//! The formulas of service requests that do not ask whether a clock was met. 服务请求指标

use super::outcome::{counting, running_s};
use super::scope::{Population, RequestRow, SERVICE_REQUEST};
use super::{Amount, ApartReason, Counted, Measured};
use crate::sla::Metric;

/// K-SRQ-02: running time of the resolution clock, of requests fulfilled in P.
pub(super) fn time_to_fulfil(population: &Population<'_>) -> Measured {
    let to = population.to();
    let running = |row: &RequestRow<'_>| {
        counting(row.clocks, Metric::Resolution).and_then(|clock| running_s(clock, to))
    };
    let fulfilled = || {
        let requests = population.scope.requests.iter();
        requests.filter(|row| row.fulfilled_at.is_some_and(|at| population.in_period(at)))
    };
    let durations_s: Vec<i64> = fulfilled().filter_map(running).collect();
    let timed = those(fulfilled().filter(|row| running(row).is_some()));
    Measured::new(Amount::mean(&durations_s), timed.clone(), Some(timed))
        .apart(ApartReason::NoClock, those(fulfilled().filter(|row| running(row).is_none())))
}

/// K-SRQ-03: of the requests submitted in P those that use a model.
pub(super) fn standardised(population: &Population<'_>) -> Measured {
    let submitted = || population.scope.requests.iter().filter(|row| population.in_period(row.submitted_at));
    Measured::ratio(those(submitted().filter(|row| row.model.is_some())), those(submitted()))
}

fn those<'a>(requests: impl Iterator<Item = &'a RequestRow<'a>>) -> Counted {
    Counted::of(SERVICE_REQUEST, requests.map(|row| row.id))
}
