//! The formulas of changes. 变更指标
//!
//! A change is implemented when its implementation ended, also by being undone: so K-CHG-03 divides a part by its whole (spec 3.29, 13).

use super::scope::{CHANGE, DAY_S, Population};
use super::{Amount, ApartReason, Counted, Dimension, Figure, FigureName, KpiUnit, Measured, Slice};
use crate::control::ChangeCategory;
use crate::control::change::{Change, ChangeOutcome, ChangePhase, ChangeState};
use crate::kernel::Instant;
use crate::resolution::Incident;
use smol_str::SmolStr;

/// An incident or a corrective change counts against a change for fourteen days after its end.
const WINDOW_S: i64 = 14 * DAY_S;

/// K-CHG-01: of the changes closed in P those that were successful and caused no incident.
pub(super) fn success(population: &Population<'_>) -> Measured {
    let closed: Vec<_> = all(population)
        .filter_map(|change| Some((change, change.closure()?)))
        .filter(|(_, closure)| population.in_period(closure.at))
        .collect();
    let successful = closed.iter().filter(|(change, closure)| {
        closure.outcome == ChangeOutcome::Successful && caused(population, change).next().is_none()
    });
    Measured::ratio(
        those(successful.map(|(change, _)| *change)),
        those(closed.iter().map(|(change, _)| *change)),
    )
}

/// K-CHG-02: of the changes implemented in P the emergencies; beside it without the standard changes.
pub(super) fn emergencies(population: &Population<'_>) -> Measured {
    let emergency = || implemented(population).filter(|change| change.is_emergency());
    let considered =
        implemented(population).filter(|change| change.category != Some(ChangeCategory::Standard));
    let without = Amount::ratio(those(emergency()).count, those(considered).count);
    Measured::ratio(those(emergency()), those(implemented(population))).figure(
        FigureName::WithoutStandardChanges,
        KpiUnit::Percent,
        without,
    )
}

/// K-CHG-03: of the changes implemented in P those undone.
pub(super) fn backed_out(population: &Population<'_>) -> Measured {
    let undone = implemented(population).filter(|change| change.was_backed_out());
    Measured::ratio(those(undone), those(implemented(population)))
}

/// K-CHG-04: of the changes implemented in P whose fourteen days are over those that caused an incident.
pub(super) fn caused_incidents(population: &Population<'_>) -> Measured {
    let over = |change: &&Change| window_end(change).is_some_and(|end| end <= population.scope.as_of);
    let watched = || implemented(population).filter(over);
    let causing = watched().filter(|change| caused(population, change).next().is_some());
    Measured::ratio(those(causing), those(watched()))
        .apart(ApartReason::WindowOpen, those(implemented(population).filter(|change| !over(change))))
}

/// K-CHG-05: of the changes implemented in P those that failed and were remedied, were undone and asked for again, or were followed
/// within fourteen days by a change of the same item that came of them or of an incident they caused.
pub(super) fn rework(population: &Population<'_>) -> Measured {
    let reworked = implemented(population).filter(|change| {
        let asked_again = change.was_backed_out() && !population.came_of(&change.envelope.id).is_empty();
        change.outcome() == Some(ChangeOutcome::FailedRemedied)
            || asked_again
            || followers(population, change).any(|other| corrects(other, change))
    });
    Measured::ratio(those(reworked), those(implemented(population)))
}

/// K-CHG-06: of the changes whose review was due in P those reviewed in time.
pub(super) fn reviewed(population: &Population<'_>) -> Measured {
    let due: Vec<_> = all(population)
        .filter_map(|change| Some((change, change.dues.review.filter(|due| population.in_period(*due))?)))
        .collect();
    let in_time = due.iter().filter(|(change, due)| reviewed_at(change).is_some_and(|at| at <= *due));
    Measured::ratio(those(in_time.map(|(change, _)| *change)), those(due.iter().map(|(change, _)| *change)))
}

/// K-CHG-07: from submission to the end of the implementation, of the changes implemented in P: median and P90, also by category.
pub(super) fn lead_time(population: &Population<'_>) -> Measured {
    let timed = |category: Option<ChangeCategory>| -> Vec<(&Change, i64)> {
        implemented(population)
            .filter(|change| category.is_none() || change.category == category)
            .filter_map(|change| Some((change, change.ended_at()?.seconds_since(change.submitted_at?))))
            .collect()
    };
    let durations_s =
        |timed: &[(&Change, i64)]| timed.iter().map(|(_, seconds)| *seconds).collect::<Vec<_>>();
    let counted = |timed: &[(&Change, i64)]| those(timed.iter().map(|(change, _)| *change));
    let every = timed(None);
    let amount = Amount::percentile(&durations_s(&every), 50);
    let mut measured = Measured::new(amount, counted(&every), Some(counted(&every))).figure(
        FigureName::P90,
        KpiUnit::Seconds,
        Amount::percentile(&durations_s(&every), 90),
    );
    for category in ChangeCategory::ALL {
        let timed = timed(Some(*category));
        if timed.is_empty() {
            continue;
        }
        let figure = |name, percent| Figure {
            name,
            unit: KpiUnit::Seconds,
            amount: Amount::percentile(&durations_s(&timed), percent),
        };
        measured.breakdown.push(Slice {
            dimension: Dimension::Category,
            key: Some(SmolStr::new_static(category.code())),
            counted: counted(&timed),
            figures: vec![figure(FigureName::Median, 50), figure(FigureName::P90, 90)],
        });
    }
    measured
}

/// K-CHG-08: of the changes implemented in P that had a window those that began and ended in it.
pub(super) fn in_window(population: &Population<'_>) -> Measured {
    let planned = || implemented(population).filter(|change| change.window().is_some());
    let kept = planned().filter(|change| {
        let done = change.implementation.as_ref();
        let ended_at = change.ended_at();
        let within = change.window().zip(done).zip(ended_at);
        within.is_some_and(|((window, done), ended)| window.from <= done.started_at && ended <= window.until)
    });
    Measured::ratio(those(kept), those(planned())).apart(
        ApartReason::NoWindow,
        those(implemented(population).filter(|change| change.window().is_none())),
    )
}

/// K-CHG-09: of the emergencies whose review was due in P those documented and reviewed within their limits.
pub(super) fn made_good(population: &Population<'_>) -> Measured {
    let due = || {
        all(population).filter(|change| {
            change.is_emergency() && change.dues.review.is_some_and(|due| population.in_period(due))
        })
    };
    let in_time = |at: Option<Instant>, due: Option<Instant>| at.zip(due).is_some_and(|(at, due)| at <= due);
    let good = due().filter(|change| {
        in_time(change.documented_at, change.dues.documentation)
            && in_time(reviewed_at(change), change.dues.review)
    });
    Measured::ratio(those(good), those(due()))
}

/// K-CHG-10: approved, not begun, and past the planned begin at the end of P.
pub(super) fn backlog(population: &Population<'_>) -> Measured {
    let to = population.to();
    let begun_at = |change: &Change| change.implementation.as_ref().map(|done| done.started_at);
    Measured::count(those(all(population).filter(|change| {
        let waiting = match &change.state {
            ChangeState::Withdrawn { at, .. } => *at >= to,
            state => {
                begun_at(change).is_some_and(|at| at >= to)
                    || matches!(
                        state.phase(),
                        ChangePhase::Approved | ChangePhase::BuiltTested | ChangePhase::Scheduled
                    )
            }
        };
        waiting
            && change.approved_at.is_some_and(|at| at < to)
            && change.window().is_some_and(|window| window.from < to)
    })))
}

/// K-CHG-11: of the changes implemented in P those approved, for the content they had, when they began.
pub(super) fn approved_before(population: &Population<'_>) -> Measured {
    let approved = implemented(population).filter(|change| {
        let begun = change.implementation.as_ref();
        let before = begun.zip(change.approved_at).is_some_and(|(done, at)| at <= done.started_at);
        before && begun.is_some_and(|done| done.approved)
    });
    Measured::ratio(those(approved), those(implemented(population)))
}

fn all<'p>(population: &'p Population<'_>) -> impl Iterator<Item = &'p Change> {
    population.scope.changes.iter().copied()
}

fn implemented<'p>(population: &'p Population<'_>) -> impl Iterator<Item = &'p Change> {
    all(population).filter(|change| change.ended_at().is_some_and(|at| population.in_period(at)))
}

fn reviewed_at(change: &Change) -> Option<Instant> {
    change.reviewed.as_ref().map(|reviewed| reviewed.at)
}

fn window_end(change: &Change) -> Option<Instant> {
    change.ended_at()?.plus_s(WINDOW_S)
}

/// The incidents that the change caused, from its begin until fourteen days after its end.
fn caused<'p>(population: &'p Population<'_>, change: &'p Change) -> impl Iterator<Item = &'p Incident> {
    let begun = change.implementation.as_ref().map(|done| done.started_at);
    let until = window_end(change);
    population.caused(&change.envelope.id).iter().copied().filter(move |incident| {
        let at = incident.envelope.occurred_at;
        begun.is_some_and(|begun| begun <= at) && until.is_some_and(|until| at < until)
    })
}

/// The changes that came of another one, or of an incident that it caused.
fn followers<'p>(population: &'p Population<'_>, change: &'p Change) -> impl Iterator<Item = &'p Change> {
    let incidents = caused(population, change).map(|incident| &incident.envelope.id);
    let sources = std::iter::once(&change.envelope.id).chain(incidents);
    sources.flat_map(|source| population.came_of(source).iter().copied())
}

/// Whether a change of a same item was asked for within fourteen days of another one's end.
fn corrects(other: &Change, change: &Change) -> bool {
    let shares = other.envelope.cis.iter().any(|ci| change.envelope.cis.contains(ci));
    let raised = other.envelope.created_at;
    shares
        && change.ended_at().is_some_and(|ended| ended <= raised)
        && window_end(change).is_some_and(|end| raised < end)
}

fn those<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Counted {
    Counted::of(CHANGE, changes.into_iter().map(|change| &change.envelope.id))
}
