//! The formulas of problems and known errors. 问题指标

use super::scope::{DAY_S, INCIDENT, KNOWN_ERROR, PROBLEM, Population};
use super::{Amount, ApartReason, Counted, Dimension, Measured, Slice};
use crate::kernel::{Instant, LinkKind, RecordId};
use crate::resolution::known_error::{KnownError, KnownErrorState};
use crate::resolution::problem::{Analysis, Problem, ProblemClosure, ProblemClosureCode, ProblemState};
use smol_str::SmolStr;

/// How long a cure has to last, in seconds.
const CURED_FOR_S: i64 = DAY_S.saturating_mul(90);

/// K-PRB-01: a search for a cause counts in the period in which it was due; one that a recurrence began counts for itself.
pub(super) fn root_cause_on_time(population: &Population<'_>) -> Measured {
    let searches = |holds: fn(&Analysis) -> bool| {
        let counts = |analysis: &&Analysis| population.in_period(analysis.due) && holds(analysis);
        let times = |problem: &&Problem| problem.analyses.iter().filter(counts).count();
        let problems = population.scope.problems.iter().copied();
        those(problems.flat_map(|problem| std::iter::repeat_n(problem, times(&problem))))
    };
    let found = |analysis: &Analysis| analysis.found_at.is_some_and(|at| at <= analysis.due);
    Measured::ratio(searches(found), searches(|_| true))
}

/// K-PRB-02: of the problems closed in P those that were cured or mitigated.
pub(super) fn resolution(population: &Population<'_>) -> Measured {
    let resolved = |closure: &ProblemClosure| {
        matches!(closure.code, ProblemClosureCode::Cured | ProblemClosureCode::Mitigated)
    };
    let closed = || closed_at(population, |closure| closure.at);
    Measured::ratio(
        those(closed().filter(|(_, closure)| resolved(closure)).map(|(problem, _)| problem)),
        those(closed().map(|(problem, _)| problem)),
    )
}

/// K-PRB-03: of the cured problems whose 90 days after the closure ended in P those that did not recur in them.
pub(super) fn effective_resolution(population: &Population<'_>) -> Measured {
    let held_until = |closure: &ProblemClosure| closure.at.plus_s(CURED_FOR_S).unwrap_or(Instant::MAX);
    let cured = || {
        let over = closed_at(population, held_until);
        over.filter(|(_, closure)| closure.code == ProblemClosureCode::Cured)
    };
    let lasted = |(problem, closure): &(&Problem, &ProblemClosure)| {
        let within = |at: Instant| at >= closure.at && at <= held_until(closure);
        !problem.recurrences.iter().any(|recurrence| within(recurrence.at))
    };
    Measured::ratio(
        those(cured().filter(lasted).map(|(problem, _)| problem)),
        those(cured().map(|(problem, _)| problem)),
    )
}

/// K-PRB-04: of the problems logged in P those that were found before they did harm.
pub(super) fn proactive(population: &Population<'_>) -> Measured {
    let logged = || {
        let problems = population.scope.problems.iter().copied();
        problems.filter(|problem| population.in_period(problem.envelope.created_at))
    };
    Measured::ratio(those(logged().filter(|problem| problem.proactive)), those(logged()))
}

/// Upper ends of the age buckets in days, inclusive.
const AGES: &[(i64, &str)] = &[(30, "0-30"), (90, "31-90"), (180, "91-180"), (i64::MAX, ">180")];

/// K-PRB-05: open at the end of P, by age since it was logged.
pub(super) fn backlog(population: &Population<'_>) -> Measured {
    let to = population.to();
    let open: Vec<_> =
        population.scope.problems.iter().copied().filter(|problem| open_at(problem, to)).collect();
    let bucket = |problem: &&Problem| {
        let age_s = to.seconds_since(problem.envelope.created_at);
        AGES.iter().take_while(|(days, _)| age_s > days.saturating_mul(DAY_S)).count()
    };
    let mut measured = Measured::count(those(open.iter().copied()));
    measured.breakdown.extend(AGES.iter().enumerate().map(|(place, (_, key))| Slice {
        dimension: Dimension::Age,
        key: Some(SmolStr::new_static(key)),
        counted: those(open.iter().copied().filter(|problem| bucket(problem) == place)),
        figures: Vec::new(),
    }));
    measured
}

fn open_at(problem: &Problem, to: Instant) -> bool {
    problem.envelope.created_at < to && problem.closure().is_none_or(|closure| closure.at >= to)
}

/// K-PRB-06: of the known errors that the desk works by at the end of P those that say what it can do.
pub(super) fn with_workaround(population: &Population<'_>) -> Measured {
    let to = population.to();
    let published = || population.scope.known_errors.iter().copied().filter(|it| published_at(it, to));
    let helps = |known_error: &&KnownError| known_error.has_workaround();
    Measured::ratio(these(published().filter(helps)), these(published()))
}

fn published_at(known_error: &KnownError, to: Instant) -> bool {
    let retired = match &known_error.state {
        KnownErrorState::Retired { at, .. } => *at < to,
        _ => false,
    };
    known_error.published_at.is_some_and(|at| at < to) && !retired
}

/// K-PRB-07: of the known errors published in P the mean time since the cause was known.
pub(super) fn publication_time(population: &Population<'_>) -> Measured {
    let published = || {
        let known_errors = population.scope.known_errors.iter().copied();
        known_errors.filter_map(|it| Some((it, it.published_at.filter(|at| population.in_period(*at))?)))
    };
    let took_s = |(known_error, at): &(&KnownError, Instant)| {
        let found = population.cause_found(&known_error.problem, *at);
        found.map(|found| at.seconds_since(found))
    };
    let durations_s: Vec<i64> = published().filter_map(|it| took_s(&it)).collect();
    let timed = these(published().filter(|it| took_s(it).is_some()).map(|(it, _)| it));
    Measured::new(Amount::mean(&durations_s), timed.clone(), Some(timed)).apart(
        ApartReason::CauseUnknown,
        these(published().filter(|it| took_s(it).is_none()).map(|(it, _)| it)),
    )
}

/// K-PRB-08: of the incidents closed in P those that a known error explained.
pub(super) fn resolved_by_knowledge(population: &Population<'_>) -> Measured {
    let closed = || population.closed.iter().map(|(incident, _)| *incident);
    let explained = closed().filter(|i| i.envelope.linked(LinkKind::HasKnownError).next().is_some());
    let ids = |incidents: &mut dyn Iterator<Item = &RecordId>| Counted::of(INCIDENT, incidents);
    Measured::ratio(ids(&mut explained.map(|i| &i.envelope.id)), ids(&mut closed().map(|i| &i.envelope.id)))
}

/// The closed problems for which that instant of the closure lies in P.
fn closed_at<'a>(
    population: &'a Population<'a>,
    when: impl Fn(&ProblemClosure) -> Instant,
) -> impl Iterator<Item = (&'a Problem, &'a ProblemClosure)> {
    population.scope.problems.iter().copied().filter_map(move |problem| match &problem.state {
        ProblemState::Closed(closure) if population.in_period(when(closure)) => Some((problem, closure)),
        _ => None,
    })
}

fn those<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> Counted {
    Counted::of(PROBLEM, problems.into_iter().map(|problem| &problem.envelope.id))
}

fn these<'a>(known_errors: impl IntoIterator<Item = &'a KnownError>) -> Counted {
    Counted::of(KNOWN_ERROR, known_errors.into_iter().map(|known_error| &known_error.envelope.id))
}
