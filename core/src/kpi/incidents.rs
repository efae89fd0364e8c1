//! The formulas of incidents that do not ask whether a clock was met. 事件指标

use super::outcome::{breaches, counting, open_at, running_s};
use super::scope::{DAY_S, INCIDENT, Population};
use super::{Amount, ApartReason, Counted, Dimension, FigureName, KpiUnit, Measured, Slice};
use crate::kernel::{Instant, LinkKind, NoticeKind, Recipient};
use crate::resolution::incident::{Channel, ContactLevel, EscalationKind, ResolutionKind};
use crate::resolution::{Incident, IncidentPhase};
use crate::sla::Metric;
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeMap;

/// K-INC-01: logged in P, whatever became of it.
pub(super) fn volume(population: &Population<'_>) -> Measured {
    let logged: Vec<_> = logged(population).collect();
    let mut measured = Measured::count(those(logged.iter().copied()));
    let by_service = |i: &Incident| i.service().map(|service| SmolStr::new(service.as_str()));
    let by_category = |i: &Incident| Some(SmolStr::new(i.classification.as_ref()?.category.as_str()));
    let by_priority = |i: &Incident| i.priority.map(|priority| format_smolstr!("{priority}"));
    measured.breakdown.extend(split(Dimension::Service, &logged, by_service));
    measured.breakdown.extend(split(Dimension::Category, &logged, by_category));
    measured.breakdown.extend(split(Dimension::Priority, &logged, by_priority));
    measured
}

/// K-INC-04: running time of the resolution clock up to the last resolution, of incidents closed in P.
pub(super) fn time_to_resolve(population: &Population<'_>) -> Measured {
    let to = population.to();
    let running =
        |i: &Incident| counting(&i.clocks, Metric::Resolution).and_then(|clock| running_s(clock, to));
    let with_clock = |i: &&Incident| running(i).is_some();
    let durations_s: Vec<i64> = closed(population).filter_map(running).collect();
    let timed = those(closed(population).filter(with_clock));
    Measured::new(Amount::mean(&durations_s), timed.clone(), Some(timed))
        .apart(ApartReason::NoClock, those(closed(population).filter(|i| !with_clock(i))))
        .figure(FigureName::Median, KpiUnit::Seconds, Amount::percentile(&durations_s, 50))
        .figure(FigureName::P90, KpiUnit::Seconds, Amount::percentile(&durations_s, 90))
}

/// K-INC-05: resolved during the first contact, of those that came by a channel on which somebody answers at once.
pub(super) fn first_contact(population: &Population<'_>) -> Measured {
    let eligible =
        closed(population).filter(|i| matches!(i.channel, Channel::Phone | Channel::Chat | Channel::Desk));
    share(eligible, |i| level(i) == Some(ContactLevel::FirstContact) && i.hops == 0)
}

/// K-INC-06: resolved by the first line without being handed to other skills.
pub(super) fn first_line(population: &Population<'_>) -> Measured {
    share(closed(population), |i| {
        matches!(level(i), Some(ContactLevel::FirstContact | ContactLevel::L1))
            && i.escalations.iter().all(|escalation| escalation.kind != EscalationKind::Functional)
    })
}

/// K-INC-07: never reopened, and no repeat logged up to 7 days after closure.
pub(super) fn first_time_fix(population: &Population<'_>) -> Measured {
    const WINDOW_S: i64 = DAY_S.saturating_mul(7);
    let window_over = |closed_at: Instant| population.scope.as_of.seconds_since(closed_at) > WINDOW_S;
    let repeated = |incident: &Incident, closed_at: Instant| {
        let repeat = population.first_repeat(&incident.envelope.id);
        repeat.is_some_and(|at| at.seconds_since(closed_at) <= WINDOW_S)
    };
    let over = population.closed.iter().filter(|(_, at)| window_over(*at));
    let fixed = over.clone().filter(|(i, at)| i.reopened_at.is_empty() && !repeated(i, *at));
    let waiting = population.closed.iter().filter(|(_, at)| !window_over(*at));
    Measured::ratio(those(fixed.map(|(i, _)| *i)), those(over.map(|(i, _)| *i)))
        .apart(ApartReason::WindowOpen, those(waiting.map(|(i, _)| *i)))
}

/// K-INC-08: a rate of events; an incident stands as often as it was reopened or resolved in P (DECISIONS 19).
pub(super) fn reopening(population: &Population<'_>) -> Measured {
    let events = |instants: fn(&Incident) -> &[Instant]| {
        let times = |i: &&Incident| instants(i).iter().filter(|at| population.in_period(**at)).count();
        those(population.scope.incidents.iter().copied().flat_map(|i| std::iter::repeat_n(i, times(&i))))
    };
    Measured::ratio(events(|i| &i.reopened_at), events(|i| &i.resolved_at))
}

/// K-INC-09: a rate; an incident counts in the period in which it went to another group for the second time (DECISIONS 19).
///
/// Moves before an import have a number and no instant: they come first.
pub(super) fn misassignment(population: &Population<'_>) -> Measured {
    let undated =
        |i: &Incident| usize::try_from(i.hops).unwrap_or(usize::MAX).saturating_sub(i.hopped_at.len());
    let second = |i: &Incident| i.hopped_at.get(1_usize.checked_sub(undated(i))?).copied();
    let twice = |i: &&Incident| second(i).is_some_and(|at| population.in_period(at));
    Measured::ratio(
        those(population.scope.incidents.iter().copied().filter(twice)),
        those(closed(population)),
    )
    .apart(ApartReason::UndatedMoves, those(closed(population).filter(|i| undated(i) > 1)))
}

/// Upper ends of the age buckets in days, inclusive.
const AGES: &[(i64, &str)] = &[(1, "0-1"), (3, "1-3"), (7, "3-7"), (30, "7-30"), (i64::MAX, ">30")];

/// The place of an age among the buckets.
pub(crate) fn age_bucket(age_s: i64) -> usize {
    AGES.iter().take_while(|(days, _)| age_s > days.saturating_mul(DAY_S)).count()
}

/// K-INC-10: open at the end of P, by age since it was logged.
pub(super) fn backlog(population: &Population<'_>) -> Measured {
    let to = population.to();
    let open: Vec<_> =
        population.scope.incidents.iter().copied().filter(|incident| open_at(incident, to)).collect();
    let bucket = |i: &&Incident| age_bucket(to.seconds_since(i.envelope.created_at));
    let numerator = those(open.iter().copied());
    let finished = those(closed(population));
    let ratio = Amount::ratio(numerator.count, finished.count);
    let mut measured = Measured::count(numerator).figure(FigureName::BacklogRatio, KpiUnit::Percent, ratio);
    measured.denominator = Some(finished);
    measured.breakdown.extend(AGES.iter().enumerate().map(|(place, (_, key))| Slice {
        dimension: Dimension::Age,
        key: Some(SmolStr::new_static(key)),
        counted: those(open.iter().copied().filter(|i| bucket(i) == place)),
        figures: Vec::new(),
    }));
    measured
}

/// K-INC-11: with a configuration item, or with an accepted reason why there is none.
pub(super) fn ci_linkage(population: &Population<'_>) -> Measured {
    share(closed(population), |i| i.ci().is_some() || i.no_ci_reason.is_some())
}

/// K-INC-12: a repeat by its link, or logged up to 30 days after another one on the same CI with the same symptom.
pub(super) fn repeats(population: &Population<'_>) -> Measured {
    const WINDOW_S: i64 = DAY_S.saturating_mul(30);
    share(closed(population), |i| {
        let alike = population.last_alike(i);
        i.envelope.linked(LinkKind::RepeatOf).next().is_some()
            || alike.is_some_and(|at| i.envelope.created_at.seconds_since(at) <= WINDOW_S)
    })
}

/// K-INC-15: of the incidents first breached in P those whose requester was warned before.
pub(super) fn warned(population: &Population<'_>) -> Measured {
    let first_breach = |i: &Incident| breaches(&i.clocks).filter(|at| population.in_period(*at)).min();
    let breached = population.scope.incidents.iter().copied().filter(|i| first_breach(i).is_some());
    share(breached, |i| {
        let concerned = |to: &Recipient| match to {
            Recipient::Requester => true,
            Recipient::Person(person) => *person == i.requester,
            Recipient::Role(_) | Recipient::Unit(_) => false,
        };
        i.envelope.notices.iter().any(|notice| {
            notice.why == NoticeKind::BreachWarning
                && concerned(&notice.to)
                && notice.delivered_at.is_some_and(|at| Some(at) < first_breach(i))
        })
    })
}

/// K-INC-16: failures logged in P per 100 CIs or users in scope.
pub(super) fn failure_rate(population: &Population<'_>) -> Measured {
    let fails = |i: &&Incident| {
        !matches!(i.phase(), IncidentPhase::Cancelled | IncidentPhase::Converted)
            && i.resolution.as_ref().is_none_or(|resolution| resolution.kind != ResolutionKind::NoFault)
    };
    let in_scope = population.scope.cis_or_users_in_scope.unwrap_or(0);
    Measured::ratio(those(logged(population).filter(fails)), Counted::stated(in_scope))
        .apart(ApartReason::NoFailure, those(logged(population).filter(|i| !fails(i))))
}

fn logged<'a>(population: &Population<'a>) -> impl Iterator<Item = &'a Incident> {
    let all = population.scope.incidents.iter().copied();
    all.filter(|incident| population.in_period(incident.envelope.created_at))
}

fn closed<'a>(population: &Population<'a>) -> impl Iterator<Item = &'a Incident> {
    population.closed.iter().map(|(incident, _)| *incident)
}

fn those<'a>(incidents: impl IntoIterator<Item = &'a Incident>) -> Counted {
    Counted::of(INCIDENT, incidents.into_iter().map(|incident| &incident.envelope.id))
}

fn share<'a>(of: impl Iterator<Item = &'a Incident>, holds: impl Fn(&Incident) -> bool) -> Measured {
    let of: Vec<_> = of.collect();
    Measured::ratio(those(of.iter().copied().filter(|incident| holds(incident))), those(of.iter().copied()))
}

fn level(incident: &Incident) -> Option<ContactLevel> {
    incident.resolution.as_ref().map(|resolution| resolution.level)
}

fn split(
    dimension: Dimension,
    incidents: &[&Incident],
    key: impl Fn(&Incident) -> Option<SmolStr>,
) -> impl Iterator<Item = Slice> {
    let mut parts: BTreeMap<Option<SmolStr>, Vec<&Incident>> = BTreeMap::new();
    for incident in incidents {
        parts.entry(key(incident)).or_default().push(incident);
    }
    parts.into_iter().map(move |(key, part)| Slice {
        dimension,
        key,
        counted: those(part),
        figures: Vec::new(),
    })
}
