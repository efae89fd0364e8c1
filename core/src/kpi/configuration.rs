//! The formulas of configuration management. 配置指标

use super::scope::{CONFIGURATION_AUDIT, CONFIGURATION_ITEM, Population};
use super::{Amount, ApartReason, Counted, FigureName, KpiUnit, Measured};
use crate::cmdb::Share;
use crate::control::ConfigurationAudit;
use crate::control::configuration_audit::{Deficiency, DeficiencyKind};
use crate::kernel::RecordId;
use crate::system::Alteration;

/// K-CFG-01: of the items verified by audits concluded in P those with no deficiency, with the Wilson interval of 95 %; beside it
/// the same of their attributes.
pub(super) fn accuracy(population: &Population<'_>) -> Measured {
    let verified = || concluded(population).flat_map(registered);
    let wrong = |audit: &ConfigurationAudit, item: &RecordId| {
        audit.deficiencies.iter().any(|deficiency| deficiency.item == *item)
    };
    let right =
        concluded(population).flat_map(|audit| registered(audit).filter(move |item| !wrong(audit, item)));
    let attributes = concluded(population).map(|audit| u64::from(audit.attributes_verified)).sum();
    let differing = concluded(population).map(|audit| found(audit, DeficiencyKind::Differs).count());
    let differing = u64::try_from(differing.sum::<usize>()).unwrap_or(u64::MAX);
    let attributes = Amount::ratio(u64::saturating_sub(attributes, differing), attributes);
    let (right, verified) = (items(right), items(verified()));
    let interval = Share { hits: right.count, of: verified.count }.wilson_ppm();
    let basis_points =
        |end: Option<u32>| end.map_or(Amount::NotApplicable, |end| Amount::ratio(end.into(), 10_000));
    Measured::ratio(right, verified)
        .figure(FigureName::AttributeAccuracy, KpiUnit::Percent, attributes)
        .figure(
            FigureName::WilsonLow,
            KpiUnit::Percent,
            basis_points(interval.map(|(low, _)| low.div_euclid(100))),
        )
        .figure(
            FigureName::WilsonHigh,
            KpiUnit::Percent,
            basis_points(interval.map(|(_, high)| high.div_ceil(100))),
        )
}

/// K-CFG-02: of the items that audits concluded in P found in reality those that are registered; beside it the share of the
/// registered ones that were not found.
pub(super) fn completeness(population: &Population<'_>) -> Measured {
    let missing = || concluded(population).flat_map(|audit| found(audit, DeficiencyKind::Missing));
    let unexpected = concluded(population).flat_map(|audit| found(audit, DeficiencyKind::Unexpected));
    let there = || {
        concluded(population).flat_map(|audit| {
            let gone = |item: &RecordId| found(audit, DeficiencyKind::Missing).any(|it| it.item == *item);
            registered(audit).filter(move |item| !gone(item))
        })
    };
    let phantoms = Amount::ratio(
        items(missing().map(|deficiency| &deficiency.item)).count,
        items(concluded(population).flat_map(registered)).count,
    );
    let all = items(there().chain(unexpected.map(|deficiency| &deficiency.item)));
    Measured::ratio(items(there()), all).figure(FigureName::PhantomRate, KpiUnit::Percent, phantoms)
}

/// K-CFG-03: of the live items those with the relations that their types demand.
pub(super) fn related(population: &Population<'_>) -> Measured {
    let live = || population.scope.live_items.iter();
    let related = live().filter(|live| live.related);
    Measured::ratio(items(related.map(|live| &live.item)), items(live().map(|live| &live.item)))
}

/// K-CFG-04: of the differences in P, altered in the register or found by audits concluded in P, those without a change, request or
/// correction. What an audit finds has none.
pub(super) fn unauthorised(population: &Population<'_>) -> Measured {
    let altered = || altered(population);
    let found = || concluded(population).flat_map(|audit| audit.deficiencies.iter().map(|it| &it.item));
    let without = altered().filter(|alteration| alteration.cause.is_none());
    Measured::ratio(
        items(without.map(|alteration| &alteration.item).chain(found())),
        items(altered().map(|alteration| &alteration.item).chain(found())),
    )
}

/// K-CFG-05: from the end of the deployment to the update of the item, of items updated in P under a change that has ended; an update
/// while it was being implemented waited for nothing.
pub(super) fn update_latency(population: &Population<'_>) -> Measured {
    let under_change = || altered(population).filter(|alteration| alteration.is_under_change());
    let waited = |alteration: &Alteration| {
        let ended_at = alteration.deployed_at.filter(|at| *at < population.to())?;
        Some(alteration.at.seconds_since(ended_at).max(0))
    };
    let durations_s: Vec<i64> = under_change().filter_map(waited).collect();
    let (timed, open): (Vec<_>, Vec<_>) = under_change().partition(|alteration| waited(alteration).is_some());
    let those = |of: &[&Alteration]| items(of.iter().map(|alteration| &alteration.item));
    Measured::new(Amount::mean(&durations_s), those(&timed), Some(those(&timed)))
        .figure(FigureName::P90, KpiUnit::Seconds, Amount::percentile(&durations_s, 90))
        .apart(ApartReason::WindowOpen, those(&open))
}

/// K-CFG-06: of the deficiencies due in P those closed in time. An audit stands as often as it counts.
pub(super) fn deficiencies_closed(population: &Population<'_>) -> Measured {
    let due = |holds: fn(&Deficiency) -> bool| {
        let counts = move |deficiency: &&Deficiency| {
            deficiency.due.is_some_and(|due| population.in_period(due)) && holds(deficiency)
        };
        let audits = population.scope.audits.iter().copied();
        let times = audits.map(|audit| (audit, audit.deficiencies.iter().filter(counts).count()));
        let ids = times.flat_map(|(audit, times)| std::iter::repeat_n(&audit.envelope.id, times));
        Counted::of(CONFIGURATION_AUDIT, ids)
    };
    let in_time = |deficiency: &Deficiency| deficiency.closed_at.is_some_and(|at| Some(at) <= deficiency.due);
    Measured::ratio(due(in_time), due(|_| true))
}

fn concluded<'a>(population: &'a Population<'a>) -> impl Iterator<Item = &'a ConfigurationAudit> {
    let audits = population.scope.audits.iter().copied();
    audits.filter(|audit| audit.concluded_at.is_some_and(|at| population.in_period(at)))
}

fn altered<'a>(population: &'a Population<'a>) -> impl Iterator<Item = &'a Alteration> {
    let all = population.scope.alterations.iter();
    all.filter(|alteration| population.in_period(alteration.at))
}

/// The verified items that the register holds.
fn registered(audit: &ConfigurationAudit) -> impl Iterator<Item = &RecordId> {
    audit.verified.intersection(&audit.scope)
}

fn found(audit: &ConfigurationAudit, kind: DeficiencyKind) -> impl Iterator<Item = &Deficiency> {
    audit.deficiencies.iter().filter(move |deficiency| deficiency.found.kind == kind)
}

fn items<'a>(items: impl IntoIterator<Item = &'a RecordId>) -> Counted {
    Counted::of(CONFIGURATION_ITEM, items)
}
