//! The formulas of major incidents. 重大事件指标

use super::scope::{MAJOR_INCIDENT, MajorRow, Population};
use super::{Amount, ApartReason, Counted, FigureName, KpiUnit, Measured};

/// K-INC-13: declared in P and not taken back; beside it the mean elapsed time to restoration of those restored in P.
pub(super) fn declared(population: &Population<'_>) -> Measured {
    let majors = || population.scope.major_incidents.iter();
    let taken_back = |major: &&MajorRow<'_>| major.downgraded_at.is_some();
    let declared = || majors().filter(|major| population.in_period(major.declared_at));
    let restored = restored_by(population).filter(|(_, at)| population.in_period(*at));
    let lasted_s: Vec<i64> =
        restored.clone().map(|(major, at)| at.seconds_since(major.declared_at).max(0)).collect();
    let mut measured = Measured::count(those(declared().filter(|major| !taken_back(major))))
        .apart(ApartReason::Downgraded, those(declared().filter(taken_back)))
        .figure(FigureName::MeanToRestore, KpiUnit::Seconds, Amount::mean(&lasted_s));
    measured.denominator = Some(those(restored.map(|(major, _)| major)));
    measured
}

/// K-INC-14: of the restored ones whose review was due in P those reviewed in time.
pub(super) fn reviewed(population: &Population<'_>) -> Measured {
    let due: Vec<_> = restored_by(population)
        .filter_map(|(major, _)| Some((major, major.review_due.filter(|due| population.in_period(*due))?)))
        .collect();
    let in_time = due.iter().filter(|(major, due)| major.reviewed_at.is_some_and(|at| at <= *due));
    Measured::ratio(those(in_time.map(|(major, _)| *major)), those(due.iter().map(|(major, _)| *major)))
}

fn restored_by<'a>(
    population: &Population<'a>,
) -> impl Iterator<Item = (&'a MajorRow<'a>, crate::kernel::Instant)> + Clone {
    let to = population.to();
    let restored = population.scope.major_incidents.iter();
    restored.filter_map(move |major| Some((major, major.restored_at.filter(|at| *at < to)?)))
}

fn those<'a>(majors: impl IntoIterator<Item = &'a MajorRow<'a>>) -> Counted {
    Counted::of(MAJOR_INCIDENT, majors.into_iter().map(|major| major.id))
}
