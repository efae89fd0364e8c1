//! Laws over random months, and the formulas once more, naively, from the stories the records were made of.

use super::story::*;
use crate::kernel::{CiId, Digest, Instant};
use crate::kpi::*;
use crate::resolution::incident::{Channel, ContactLevel, EscalationKind};
use crate::resolution::{Incident, IncidentState};
use crate::time::Language;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::{option, sample};

#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Closed,
    Cancelled,
}

/// Hours since 1 November throughout.
#[derive(Clone, Debug)]
struct Story {
    logged: i64,
    /// Resolved at, missed.
    resolved: Vec<(i64, bool)>,
    reopened: Vec<i64>,
    hops: Vec<i64>,
    clocked: bool,
    channel: Channel,
    level: ContactLevel,
    ended: Option<(i64, End)>,
    has_ci: bool,
}

fn story() -> impl Strategy<Value = Story> {
    let times = (-1_000..1_000_i64, vec(1..200_i64, 0..6), vec(0..300_i64, 0..4));
    let marks = (vec(any::<bool>(), 6), any::<bool>(), any::<bool>(), option::of(1..200_i64));
    (times, marks, sample::select(Channel::ALL), sample::select(ContactLevel::ALL)).prop_map(
        |((logged, steps, hops), (missed, clocked, has_ci, wait), channel, level)| {
            let (mut now, mut resolved, mut reopened, mut breached) = (logged, Vec::new(), Vec::new(), false);
            for (place, step) in steps.iter().enumerate() {
                now += step;
                if place % 2 == 0 {
                    breached |= missed[place];
                    resolved.push((now, breached));
                } else {
                    reopened.push(now);
                }
            }
            let held = resolved.len() > reopened.len();
            let end = if held { End::Closed } else { End::Cancelled };
            let ended = wait.map(|wait| (now + wait, end));
            let mut hops: Vec<_> = hops.into_iter().map(|hop| logged + hop).collect();
            hops.sort_unstable();
            Story { logged, resolved, reopened, hops, clocked, channel, level, ended, has_ci }
        },
    )
}

fn hour(hour: i64) -> Instant {
    at(1, hour)
}

fn told(place: usize, story: &Story) -> Incident {
    let mut one = incident(&format!("INC-{place:03}"), hour(story.logged));
    one.channel = story.channel;
    story.hops.iter().for_each(|at| hop(&mut one, hour(*at), EscalationKind::Functional));
    if story.has_ci {
        one.envelope.cis.push(CiId::new("srv").unwrap());
    }
    let mut reopened = story.reopened.iter();
    for (at, missed) in &story.resolved {
        if story.clocked {
            let breached_at = missed.then(|| hour(*at));
            resolve(&mut one, hour(*at), story.level, (at - story.logged) * 3_600, breached_at);
        } else {
            mend(&mut one, hour(*at), story.level);
        }
        reopened.next().into_iter().for_each(|at| reopen(&mut one, hour(*at)));
    }
    match story.ended {
        Some((at, End::Closed)) => close(&mut one, hour(at)),
        Some((at, _)) => one.state = IncidentState::Cancelled { at: hour(at) },
        None => {}
    }
    one
}

fn told_all(stories: &[Story]) -> Vec<Incident> {
    stories.iter().enumerate().map(|(place, story)| told(place, story)).collect()
}

fn values(incidents: &[Incident]) -> Vec<KpiValue> {
    let mut scope = KpiScope::new(november()).with_incidents(incidents);
    scope.cis_or_users_in_scope = Some(100);
    compute_all(&scope).unwrap()
}

const RATES: &[&str] = &["K-INC-08", "K-INC-09", "K-INC-16"];
const END: i64 = 720;

fn inside(hour: i64) -> bool {
    (0..END).contains(&hour)
}

/// (numerator, denominator) of a KPI, counted from the stories.
fn naive(kpi: &str, stories: &[Story]) -> Option<(usize, usize)> {
    let closed = |s: &&Story| matches!(s.ended, Some((at, End::Closed)) if inside(at));
    let of = |of: &dyn Fn(&&Story) -> bool, holds: &dyn Fn(&Story) -> bool| {
        let all: Vec<_> = stories.iter().filter(of).collect();
        Some((all.iter().filter(|s| holds(s)).count(), all.len()))
    };
    let final_resolution = |s: &Story| {
        let mut before = s.resolved.iter().filter(|(at, _)| *at < END);
        let open_again = s.reopened.iter().filter(|at| **at < END).count() >= before.clone().count();
        if open_again { None } else { before.next_back().copied() }
    };
    match kpi {
        "K-INC-03" | "K-SLM-03" => {
            of(&|s| s.clocked && final_resolution(s).is_some_and(|(at, _)| inside(at)), &|s| {
                final_resolution(s).is_some_and(|(_, missed)| !missed)
            })
        }
        "K-INC-05" => {
            of(&|s| closed(s) && [Channel::Phone, Channel::Chat, Channel::Desk].contains(&s.channel), &|s| {
                s.level == ContactLevel::FirstContact && s.hops.is_empty()
            })
        }
        "K-INC-06" => of(&closed, &|s| {
            [ContactLevel::FirstContact, ContactLevel::L1].contains(&s.level) && s.hops.is_empty()
        }),
        "K-INC-07" => of(&|s| closed(s) && s.ended.unwrap().0 + 168 < END, &|s| s.reopened.is_empty()),
        "K-INC-08" => {
            let reopened = stories.iter().flat_map(|s| &s.reopened).filter(|at| inside(**at)).count();
            let resolved = stories.iter().flat_map(|s| &s.resolved).filter(|(at, _)| inside(*at)).count();
            Some((reopened, resolved))
        }
        "K-INC-09" => {
            let moved = stories.iter().filter(|s| s.hops.len() > 1 && inside(s.hops[1])).count();
            Some((moved, stories.iter().filter(closed).count()))
        }
        "K-INC-11" => of(&closed, &|s| s.has_ci),
        "K-INC-16" => {
            let fails = |s: &&Story| inside(s.logged) && !matches!(s.ended, Some((_, End::Cancelled)));
            Some((stories.iter().filter(fails).count(), 100))
        }
        _ => None,
    }
}

fn backlog(stories: &[Story]) -> usize {
    let open = |s: &&Story| {
        let events =
            s.resolved.iter().map(|(at, _)| (*at, true)).chain(s.reopened.iter().map(|at| (*at, false)));
        let mut past: Vec<_> = events.filter(|(at, _)| *at < END).collect();
        past.sort_unstable();
        let resolved = past.last().is_some_and(|(_, resolved)| *resolved);
        s.logged < END && !resolved && s.ended.is_none_or(|(at, _)| at >= END)
    };
    stories.iter().filter(open).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_formulas_agree_with_a_naive_count(stories in vec(story(), 0..25)) {
        for value in values(&told_all(&stories)) {
            if let Some((numerator, denominator)) = naive(&value.kpi, &stories) {
                let (numerator, denominator) = (numerator as u64, denominator as u64);
                prop_assert_eq!(value.amount, Amount::ratio(numerator, denominator), "{}", value.kpi);
            }
            if value.kpi == "K-INC-10" {
                prop_assert_eq!(value.numerator.count, backlog(&stories) as u64);
            }
        }
    }

    #[test]
    fn a_ratio_lies_within_its_denominator_and_is_absent_only_without_one(stories in vec(story(), 0..25)) {
        for value in values(&told_all(&stories)) {
            let Some(denominator) = &value.denominator else { continue };
            let divides = !matches!(value.amount, Amount::Count { .. });
            if divides {
                prop_assert_eq!(value.amount == Amount::NotApplicable, denominator.count == 0, "{}", value.kpi);
            }
            if divides && !RATES.contains(&value.kpi.as_str()) {
                for (process, ids) in &value.numerator.ids {
                    prop_assert!(ids.iter().all(|id| denominator.ids[process].contains(id)), "{}", value.kpi);
                }
            }
            for counted in [&value.numerator, denominator] {
                let ids: usize = counted.ids.values().map(Vec::len).sum();
                prop_assert!(ids as u64 == counted.count || value.kpi == "K-INC-16", "{}", value.kpi);
            }
        }
    }

    #[test]
    fn what_happens_after_the_period_changes_nothing(stories in vec(story(), 0..15), later in story()) {
        let mut incidents = told_all(&stories);
        let before = values(&incidents);
        incidents.push(told(900, &Story { logged: END, ended: None, resolved: vec![(END, true)], reopened: vec![],
            hops: vec![END, END], ..later }));
        prop_assert_eq!(before, values(&incidents));
    }

    #[test]
    fn a_hash_tells_two_contents_apart_and_nothing_else(
        stories in vec(story(), 0..10), others in vec(story(), 0..10), same in any::<bool>(),
    ) {
        let mut second = told_all(if same { &stories } else { &others });
        second.reverse();
        let zeroed = |value: &KpiValue| KpiValue { hash: Digest::of(b""), ..value.clone() };
        for (one, two) in values(&told_all(&stories)).iter().zip(&values(&second)) {
            prop_assert_eq!(one.hash == two.hash, zeroed(one) == zeroed(two), "{}", one.kpi);
            prop_assert_eq!(one.hash, one.content_digest());
            let read: KpiValue = serde_json::from_str(&serde_json::to_string(one).unwrap()).unwrap();
            prop_assert_eq!(&read, one);
        }
    }

    #[test]
    fn a_percentile_has_the_nearest_rank(durations_s in vec(0..1_000_i64, 1..40), percent in 1..=100_u8) {
        let Amount::Duration { seconds } = Amount::percentile(&durations_s, percent) else { panic!() };
        let at_most = |bound: i64| durations_s.iter().filter(|s| **s <= bound).count() * 100;
        let enough = durations_s.len() * usize::from(percent);
        prop_assert!(at_most(seconds) >= enough, "enough are no longer");
        prop_assert!(durations_s.contains(&seconds));
        prop_assert!(durations_s.iter().filter(|s| **s < seconds).all(|s| at_most(*s) < enough), "and none shorter will do");
    }

    #[test]
    fn any_month_prints_within_80_columns(stories in vec(story(), 0..10)) {
        use unicode_width::UnicodeWidthStr;
        let values = values(&told_all(&stories));
        for language in [Language::English, Language::Chinese] {
            prop_assert!(to_text(&values, language).lines().all(|line| line.width() <= 80));
        }
    }
}
