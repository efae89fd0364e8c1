//! The formulas of releases. 发布指标

use super::scope::{INCIDENT, Population, RELEASE};
use super::{ApartReason, Counted, Measured};
use crate::kernel::Instant;
use crate::release::{Release, ReleaseOutcome, ReleasePhase, ReleaseState, ReleaseType};
use crate::resolution::Incident;

/// K-REL-01: of the releases closed in P those that succeeded.
pub(super) fn success(population: &Population<'_>) -> Measured {
    let closed = |outcome: Option<ReleaseOutcome>| {
        let counts = move |release: &&Release| match release.state {
            ReleaseState::Closed { at, outcome: found } => {
                population.in_period(at) && outcome.is_none_or(|wanted| wanted == found)
            }
            _ => false,
        };
        those(all(population).filter(counts))
    };
    Measured::ratio(closed(Some(ReleaseOutcome::Success)), closed(None))
}

/// K-REL-02: of the releases promised for P, by the window that was agreed to first, those deployed by its end.
pub(super) fn on_time(population: &Population<'_>) -> Measured {
    let cancelled = |release: &&Release| release.phase() == ReleasePhase::Cancelled;
    let promised = || {
        all(population).filter(|release| release.promised_until.is_some_and(|at| population.in_period(at)))
    };
    let in_time =
        |release: &&Release| release.deployed_at.is_some_and(|at| Some(at) <= release.promised_until);
    let kept = || promised().filter(|release| !cancelled(release));
    Measured::ratio(those(kept().filter(in_time)), those(kept()))
        .apart(ApartReason::Cancelled, those(promised().filter(cancelled)))
}

/// K-REL-03: incidents that say they were caused by a release and were logged while it was observed / releases whose observation
/// ended in P.
pub(super) fn caused_incidents(population: &Population<'_>) -> Measured {
    let observed: Vec<(&Release, Instant, Instant)> = all(population)
        .filter_map(|release| {
            let since = release.deployed_at.or(release.rolled_back_at)?;
            Some((release, since, release.observed_until.filter(|at| population.in_period(*at))?))
        })
        .collect();
    let caused = observed.iter().flat_map(|(release, since, until)| {
        let within = |incident: &&&Incident| {
            *since <= incident.envelope.created_at && incident.envelope.created_at <= *until
        };
        population.caused(&release.envelope.id).iter().filter(within)
    });
    let caused = Counted::of(INCIDENT, caused.map(|incident| &incident.envelope.id));
    Measured::ratio(caused, those(observed.iter().map(|(release, ..)| *release)))
}

/// K-REL-04: of the releases deployed in P the emergencies.
pub(super) fn emergencies(population: &Population<'_>) -> Measured {
    let deployed =
        || all(population).filter(|release| release.deployed_at.is_some_and(|at| population.in_period(at)));
    let emergency = |release: &&Release| release.release_type == ReleaseType::Emergency;
    Measured::ratio(those(deployed().filter(emergency)), those(deployed()))
}

/// K-REL-05: of the releases submitted for acceptance for the first time in P those that were accepted then, without exceptions.
pub(super) fn first_pass(population: &Population<'_>) -> Measured {
    let submitted = || {
        let first = |release: &Release| release.first_submitted_at.is_some_and(|at| population.in_period(at));
        all(population).filter(move |release| first(release))
    };
    let at_once = |release: &&Release| {
        let accepted = release.acceptance.as_ref();
        release.submissions == 1 && accepted.is_some_and(|accepted| accepted.exceptions.is_none())
    };
    Measured::ratio(those(submitted().filter(at_once)), those(submitted()))
}

fn all<'a>(population: &'a Population<'a>) -> impl Iterator<Item = &'a Release> {
    population.scope.releases.iter().copied()
}

fn those<'a>(releases: impl IntoIterator<Item = &'a Release>) -> Counted {
    Counted::of(RELEASE, releases.into_iter().map(|release| &release.envelope.id))
}
