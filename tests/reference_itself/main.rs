//! The reference is held to the golden vectors of the specification, computed by hand, and to a second way of counting.

mod availabilities;
mod calendars;
mod clocks;
mod impacts;
#[path = "../reference/mod.rs"]
mod reference;
mod schedules;
mod tables;
mod trees;

use std::collections::BTreeMap;
use std::time::{Duration, Instant as Stopwatch};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use reference::calendar::RefCalendar;
use reference::clock::{Act, Phase, What};
use reference::generate::{ZONES, clock_script, question};
use reference::zone::{DAY, LAST, RefZone};

const HOUR: i64 = 3_600;

fn calendar(document: Value) -> RefCalendar {
    RefCalendar::from_json(&document).expect("a calendar")
}

fn weekdays(windows: Value) -> Value {
    json!({"mon": windows, "tue": windows, "wed": windows, "thu": windows, "fri": windows})
}

fn in_utc(week: Value) -> RefCalendar {
    calendar(json!({"zone": "UTC", "week": week}))
}

/// A property over cases that never reach a corner says nothing about it.
#[test]
fn the_cases_reach_the_corners() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut note = |corner: String| *seen.entry(corner).or_default() += 1;
    for _ in 0..400 {
        let asked = question().new_tree(&mut runner).expect("a case").current();
        let hours = asked.case.reference();
        note(format!("zone {}", hours.zone.name));
        let added = hours.add(asked.instants[0], asked.amount_s);
        note(format!("add meets {}", added.is_some()));
        note(format!("open {}", hours.is_open(asked.instants[1])));
        let near = |t: &i64| hours.zone.changes().iter().any(|change| (t - change).abs() < 2 * HOUR);
        note(format!("near a change {}", asked.instants.iter().any(near)));
        let script = clock_script().new_tree(&mut runner).expect("a case").current();
        let clock = script.reference();
        let view = clock.at((script.last_step_at() + 3 * DAY).min(LAST));
        note(format!("phase {:?}", view.phase));
        note(format!("breached {}", view.breached_at.is_some()));
        note(format!("due {}", view.due_at.is_some()));
        note(format!("cycle over 1 {}", view.cycle > 1));
        note(format!("levels {}", view.fired.iter().any(|fired| fired.what != What::Breach)));
        note(format!("results {}", !view.results.is_empty()));
        for pair in clock.operations().windows(2) {
            let (before, after) = (clock.at(pair[1].at - 1), clock.at(pair[1].at));
            let took_effect = before.phase != after.phase || before.target_s != after.target_s;
            match &pair[1].act {
                Act::Retarget { policy, .. } if took_effect => note(format!("{policy:?}")),
                Act::Reopen { policy } if before.phase == Phase::Stopped => note(format!("{policy:?}")),
                Act::Pause { .. } => note(format!("pause takes effect {took_effect}")),
                _ => {}
            }
        }
    }
    let zones = seen.keys().filter(|corner| corner.starts_with("zone")).count();
    assert_eq!(zones, ZONES.len());
    let corners = [
        "add meets true",
        "add meets false",
        "open true",
        "open false",
        "near a change true",
        "phase Running",
        "phase Paused",
        "phase Stopped",
        "phase Cancelled",
        "breached true",
        "breached false",
        "due true",
        "due false",
        "cycle over 1 true",
        "levels true",
        "results true",
        "CarryElapsed",
        "RecomputeFromStart",
        "RestartNow",
        "CarryFraction",
        "StricterOf",
        "ContinueExcludingResolved",
        "ContinueIncludingResolved",
        "NewCycle",
        "RestartFull",
        "Never",
        "pause takes effect true",
        "pause takes effect false",
    ];
    for corner in corners {
        assert!(seen.get(corner).is_some_and(|cases| *cases >= 8), "{corner}: {seen:#?}");
    }
}

/// Not a law, a budget: the suite runs thousands of cases against the reference.
#[test]
fn a_case_costs_little() {
    const CASES: u32 = 300;
    let zones: Vec<_> = ZONES.iter().map(|zone| RefZone::named(zone)).collect();
    assert!(zones.iter().all(Option::is_some), "looked at before, once for all cases");
    let mut runner = TestRunner::deterministic();
    let mut spent = [Duration::ZERO; 3];
    for _ in 0..CASES {
        let watch = Stopwatch::now();
        let asked = question().new_tree(&mut runner).expect("a case").current();
        let script = clock_script().new_tree(&mut runner).expect("a case").current();
        spent[0] += watch.elapsed();
        let watch = Stopwatch::now();
        let hours = asked.case.reference();
        hours.between(asked.instants[0], asked.instants[1]);
        hours.add(asked.instants[0], asked.amount_s);
        hours.subtract(asked.instants[1], asked.amount_s);
        hours.add_working_days(asked.instants[2], asked.days, asked.convention);
        spent[1] += watch.elapsed();
        let watch = Stopwatch::now();
        let clock = script.reference();
        for (at, _) in &script.steps {
            clock.at(*at);
        }
        spent[2] += watch.elapsed();
    }
    let [generated, calendars, clocks] = spent.map(|spent| spent / CASES);
    println!(
        "a case is generated in {generated:?}, costs {calendars:?} for a calendar, {clocks:?} for a clock"
    );
    assert!(calendars + clocks < Duration::from_millis(50), "{calendars:?} {clocks:?}");
}
