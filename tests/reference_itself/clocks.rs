//! Clocks: the vectors of the specification, the policies by hand, and what must hang together in any life.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use serde_json::json;

use crate::reference::calendar::{Convention, RefCalendar, Window};
use crate::reference::clock::{
    Act, Boundary, Calendar, Clause, Fired, Level, PauseAfterBreach, Phase, RefClock, Reopen, Retarget,
    Target, View, What,
};
use crate::reference::generate::{ClockScript, clock_script};
use crate::reference::zone::{DAY, LAST, day_of, instant, instant_text};
use crate::{HOUR, in_utc, weekdays};

fn named(hours: RefCalendar) -> Calendar {
    Calendar { id: "hours".into(), version: 1, hours: Rc::new(hours) }
}

fn clause(target: Target, windows: &[Window]) -> Clause {
    Clause {
        target,
        calendar: named(RefCalendar::daily("UTC", windows)),
        pause_reasons: vec!["user".into()],
        levels: Vec::new(),
        boundary: Boundary::EarliestInstant,
        max_pause_s: None,
        pause_after_breach: PauseAfterBreach::Pause,
    }
}

fn elapsed(hours: i64) -> Clause {
    clause(Target::Elapsed { seconds: hours * HOUR }, &[(0, 1_440)])
}

fn working(seconds: i64, hours: RefCalendar) -> Clause {
    Clause { calendar: named(hours), ..clause(Target::Working { seconds }, &[]) }
}

/// `10:00` is Monday 2026-03-02, `3 10:00` is Wednesday the 4th.
fn at(text: &str) -> i64 {
    let (day, clock) = text.split_once(' ').unwrap_or(("1", text));
    instant(&format!("2026-03-{:02}T{clock}:00Z", 1 + day.parse::<i64>().unwrap()))
}

fn pause() -> Act {
    Act::Pause { reason: "user".into() }
}

fn life(clause: &Clause, start: &str, later: Vec<(&str, Act)>) -> RefClock {
    let mut clock = RefClock::default();
    clock.push(at(start), Act::Start { from: at(start), clause: clause.clone() }).unwrap();
    for (text, act) in later {
        clock.push(at(text), act).unwrap();
    }
    clock
}

fn last(clock: &RefClock) -> View {
    clock.at(clock.operations().last().unwrap().at)
}

fn office() -> RefCalendar {
    in_utc(weekdays(json!([["08:00", "18:00"]])))
}

#[test]
fn v2_v3_a_level_an_hour_before_is_a_working_hour_before() {
    let mut clause = working(4 * HOUR, office());
    clause.levels = vec![Level::WorkingS(-HOUR)];
    for (start, level, due) in [("10:00", "13:00", "14:00"), ("17:00", "2 10:00", "2 11:00")] {
        let view = life(&clause, start, vec![]).at(at(due));
        assert_eq!(view.due_at, Some(at(due)));
        let expected = Fired { cycle: 1, at: at(level), what: What::Level(Level::WorkingS(-HOUR)) };
        assert_eq!(view.fired, [expected], "and no breach at the due instant itself");
    }
}

#[test]
fn v4_a_pause_over_the_weekend_adds_nothing() {
    let mut clause = working(0, office());
    clause.target = Target::WorkingDays { days: 1, convention: Convention::KeepTime };
    let plain = life(&clause, "5 16:00", vec![]);
    let paused = life(&clause, "5 16:00", vec![("5 18:00", pause()), ("8 08:00", Act::Resume)]);
    assert_eq!(last(&plain).due_at, Some(at("8 16:00")));
    assert_eq!(last(&paused).due_at, Some(at("8 16:00")));
}

#[test]
fn v5_an_earlier_pause_stays_excluded_after_a_retarget() {
    let (medium, high) = (working(4 * HOUR, office()), working(2 * HOUR, office()));
    for (policy, due) in [(Retarget::CarryElapsed, "11:00"), (Retarget::RecomputeFromStart, "11:00")] {
        let clock = life(
            &medium,
            "08:00",
            vec![
                ("09:00", pause()),
                ("10:00", Act::Resume),
                ("10:30", Act::Retarget { clause: high.clone(), policy }),
            ],
        );
        assert_eq!(last(&clock).due_at, Some(at(due)), "{policy:?}");
    }
}

#[test]
fn v9_v10_retargets_by_policy() {
    let due = |policy, paused: bool| {
        let mut later = vec![("11:00", Act::Retarget { clause: elapsed(2), policy })];
        if paused {
            later.insert(0, ("10:45", Act::Resume));
            later.insert(0, ("10:15", pause()));
        }
        instant_text(last(&life(&elapsed(3), "10:00", later)).due_at.unwrap())[11..16].to_owned()
    };
    assert_eq!(due(Retarget::CarryElapsed, false), "12:00");
    assert_eq!(due(Retarget::RestartNow, false), "13:00");
    assert_eq!(due(Retarget::RecomputeFromStart, false), "12:00");
    assert_eq!(due(Retarget::CarryFraction, false), "12:20", "a third of 2 h is used, 80 min are left");
    assert_eq!(due(Retarget::StricterOf, false), "12:00");
    assert_eq!(due(Retarget::CarryElapsed, true), "12:30");
    assert_eq!(due(Retarget::RecomputeFromStart, true), "12:30");
    assert_eq!(due(Retarget::RestartNow, true), "13:00");
}

#[test]
fn a_looser_target_does_not_loosen_under_stricter_of() {
    let retarget = Act::Retarget { clause: elapsed(5), policy: Retarget::StricterOf };
    assert_eq!(last(&life(&elapsed(3), "10:00", vec![("11:00", retarget)])).due_at, Some(at("13:00")));
}

#[test]
fn the_same_target_is_no_change_under_every_policy() {
    let plain = life(&elapsed(3), "10:00", vec![]).at(at("15:00"));
    for policy in [
        Retarget::CarryElapsed,
        Retarget::RecomputeFromStart,
        Retarget::RestartNow,
        Retarget::CarryFraction,
        Retarget::StricterOf,
    ] {
        let again = Act::Retarget { clause: elapsed(3), policy };
        assert_eq!(life(&elapsed(3), "10:00", vec![("11:00", again)]).at(at("15:00")), plain, "{policy:?}");
    }
}

#[test]
fn v17_a_hold_shifts_by_working_time_only() {
    let mut hours = weekdays(json!([["08:00", "18:00"]]));
    hours["mon"] = json!([]);
    let clause = working(4 * HOUR, in_utc(hours));
    let clock = life(&clause, "11:00", vec![("2 09:00", pause()), ("2 11:00", Act::Resume)]);
    assert_eq!(last(&clock).due_at, Some(at("2 14:00")), "1 h, 2 h on hold, 3 h");
}

#[test]
fn v20_v21_a_pause_from_a_holiday_to_ten_takes_two_hours() {
    let mut hours = weekdays(json!([["08:00", "18:00"]]));
    hours["mon"] = json!([]);
    let clause = working(10 * HOUR, in_utc(hours));
    let clock = life(&clause, "11:00", vec![("15:00", pause()), ("2 10:00", Act::Resume)]);
    assert_eq!(last(&clock).due_at, Some(at("3 10:00")), "8 h on Tuesday, 2 h on Wednesday");
    let view = life(&clause, "11:00", vec![]).at(at("3 09:00"));
    assert_eq!((view.due_at, view.breaches_at), (Some(at("2 18:00")), Some(at("3 08:00"))));
    assert_eq!((view.breached_at, view.overrun_s), (Some(at("3 08:00") + 1), HOUR));
    assert_eq!(view.overrun_elapsed_s, 15 * HOUR);
    let opening = Clause { boundary: Boundary::NextOpening, ..clause };
    assert_eq!(last(&life(&opening, "11:00", vec![])).due_at, Some(at("3 08:00")));
}

#[test]
fn v31_a_breach_does_not_ask_for_the_state_of_the_ticket() {
    let resolution = life(&elapsed(1), "10:00", vec![("12:00", Act::Resume)]).at(at("13:00"));
    assert_eq!((resolution.phase, resolution.breached_at), (Phase::Running, Some(at("11:00") + 1)));
}

#[test]
fn v32_resolved_and_reopened_after_three_days() {
    let reopened = |policy| {
        last(&life(&elapsed(8), "10:00", vec![("12:00", Act::Stop), ("4 12:00", Act::Reopen { policy })]))
    };
    let excluding = reopened(Reopen::ContinueExcludingResolved);
    assert_eq!((excluding.due_at, excluding.breached_at), (Some(at("4 18:00")), None));
    let including = reopened(Reopen::ContinueIncludingResolved);
    assert_eq!((including.due_at, including.consumed_s), (Some(at("18:00")), 74 * HOUR));
    assert_eq!(including.breached_at, Some(at("4 12:00")), "not before the decision that made it overdue");
    let anew = reopened(Reopen::NewCycle);
    assert_eq!((anew.cycle, anew.due_at, anew.consumed_s), (2, Some(at("4 20:00")), 0));
    let restarted = reopened(Reopen::RestartFull);
    assert_eq!((restarted.cycle, restarted.due_at), (1, Some(at("4 20:00"))));
    let never = reopened(Reopen::Never);
    assert_eq!((never.phase, never.due_at, never.consumed_s), (Phase::Stopped, Some(at("18:00")), 2 * HOUR));
    for view in [excluding, including, anew, restarted, never] {
        assert_eq!(view.results.len(), 1);
        assert_eq!((view.results[0].ended_at, view.results[0].consumed_s), (at("12:00"), 2 * HOUR));
    }
}

#[test]
fn a_breach_once_recorded_stays_but_for_a_new_cycle() {
    let breached_at =
        |act| last(&life(&elapsed(1), "10:00", vec![("12:00", Act::Stop), ("13:00", act)])).breached_at;
    let reopen = |policy| Act::Reopen { policy };
    assert_eq!(breached_at(reopen(Reopen::RestartFull)), Some(at("11:00") + 1));
    assert_eq!(breached_at(reopen(Reopen::ContinueExcludingResolved)), Some(at("11:00") + 1));
    assert_eq!(breached_at(reopen(Reopen::NewCycle)), None);
    let loosened = Act::Retarget { clause: elapsed(9), policy: Retarget::RestartNow };
    let view = last(&life(&elapsed(1), "10:00", vec![("12:00", loosened)]));
    assert_eq!((view.breached_at, view.due_at), (Some(at("11:00") + 1), Some(at("21:00"))));
}

#[test]
fn the_longest_pause_ends_by_itself() {
    let clause = Clause { max_pause_s: Some(HOUR), ..elapsed(4) };
    let clock = life(&clause, "10:00", vec![("11:00", pause()), ("15:00", Act::Resume)]);
    assert_eq!(clock.at(at("12:00") - 1).phase, Phase::Paused);
    assert_eq!(clock.at(at("12:00")).due_at, Some(at("15:00")));
    assert_eq!(last(&clock).due_at, Some(at("15:00")));
}

#[test]
fn unlisted_reasons_dates_and_runaways_do_not_pause() {
    let phase = |clause: &Clause, when| last(&life(clause, "10:00", vec![(when, pause())])).phase;
    assert_eq!(phase(&elapsed(4), "11:00"), Phase::Paused);
    assert_eq!(
        phase(&Clause { pause_reasons: vec!["supplier".into()], ..elapsed(4) }, "11:00"),
        Phase::Running
    );
    let date = clause(Target::CalendarDate { day: day_of(2026, 3, 3) }, &[(0, 1_440)]);
    assert_eq!(phase(&date, "11:00"), Phase::Running);
    assert_eq!(last(&life(&date, "10:00", vec![])).due_at, Some(at("3 00:00")));
    let runs_on = Clause { pause_after_breach: PauseAfterBreach::KeepRunning, ..elapsed(4) };
    assert_eq!((phase(&runs_on, "14:00"), phase(&runs_on, "14:01")), (Phase::Paused, Phase::Running));
    assert_eq!(phase(&elapsed(4), "14:01"), Phase::Paused);
}

#[test]
fn levels_fire_in_time_order_once_and_before_the_breach() {
    let levels = vec![Level::Percent(100), Level::Percent(75), Level::ElapsedS(1), Level::WorkingS(1)];
    let view = life(&Clause { levels, ..elapsed(4) }, "10:00", vec![]).at(at("20:00"));
    let expected = [
        (at("13:00"), What::Level(Level::Percent(75))),
        (at("14:00"), What::Level(Level::Percent(100))),
        (at("14:00") + 1, What::Level(Level::ElapsedS(1))),
        (at("14:00") + 1, What::Level(Level::WorkingS(1))),
        (at("14:00") + 1, What::Breach),
    ];
    assert_eq!(view.fired.iter().map(|fired| (fired.at, fired.what)).collect::<Vec<_>>(), expected);
}

#[test]
fn a_recalculation_measures_every_segment_again() {
    let clock = life(&working(8 * HOUR, office()), "10:00", vec![("11:00", pause()), ("12:00", Act::Resume)]);
    let mut holiday = weekdays(json!([["08:00", "18:00"]]));
    holiday["mon"] = json!([]);
    let mut revised = clock.clone();
    let new = Calendar { version: 2, ..named(in_utc(holiday)) };
    revised.push(at("15:00"), Act::Recompute { calendars: vec![new] }).unwrap();
    assert_eq!(clock.at(at("15:00")).due_at, Some(at("2 09:00")));
    let view = last(&revised);
    assert_eq!((view.due_at, view.consumed_s), (Some(at("2 16:00")), 0));
}

#[test]
fn a_retarget_to_other_hours_carries_or_counts_again() {
    let old = clause(Target::Working { seconds: 4 * HOUR }, &[(0, 1_440)]);
    let new = Clause { calendar: Calendar { id: "office".into(), ..named(office()) }, ..old.clone() };
    let due = |policy| {
        let retarget = Act::Retarget { clause: new.clone(), policy };
        last(&life(&old, "06:00", vec![("07:00", pause()), ("08:00", Act::Resume), ("09:00", retarget)]))
            .due_at
    };
    assert_eq!(due(Retarget::CarryElapsed), Some(at("11:00")), "2 h are used");
    assert_eq!(due(Retarget::RecomputeFromStart), Some(at("12:00")), "1 h of them in office hours");
    assert_eq!(due(Retarget::StricterOf), Some(at("11:00")), "the new hours are no earlier");
}

#[test]
fn stricter_of_compares_a_paused_clock_as_if_it_resumed() {
    let retarget = |hours| Act::Retarget { clause: elapsed(hours), policy: Retarget::StricterOf };
    let target_s = |hours| {
        let view = last(&life(&elapsed(3), "10:00", vec![("11:00", pause()), ("12:00", retarget(hours))]));
        assert_eq!((view.phase, view.due_at), (Phase::Paused, None));
        view.target_s
    };
    assert_eq!((target_s(2), target_s(4)), (Some(2 * HOUR), Some(3 * HOUR)));
}

#[test]
fn all_of_the_new_target_is_used_where_the_old_one_was_nothing() {
    let retarget = Act::Retarget { clause: elapsed(2), policy: Retarget::CarryFraction };
    let view = last(&life(&elapsed(0), "10:00", vec![("11:00", retarget)]));
    assert_eq!((view.consumed_s, view.due_at), (2 * HOUR, Some(at("11:00"))));
}

#[test]
fn a_new_cycle_arms_the_levels_anew_and_a_restart_does_not() {
    let clause = Clause { levels: vec![Level::Percent(50)], ..elapsed(4) };
    let fired = |policy| {
        life(&clause, "10:00", vec![("13:00", Act::Stop), ("15:00", Act::Reopen { policy })])
            .at(at("18:00"))
            .fired
    };
    let level = |cycle, text| Fired { cycle, at: at(text), what: What::Level(Level::Percent(50)) };
    assert_eq!(fired(Reopen::NewCycle), [level(1, "12:00"), level(2, "17:00")]);
    assert_eq!(fired(Reopen::RestartFull), [level(1, "12:00")], "at most once a cycle");
}

#[test]
fn a_share_of_the_target_is_rounded_up_to_whole_seconds() {
    let mut clause = elapsed(0);
    clause.target = Target::Elapsed { seconds: 10 };
    clause.levels = vec![Level::Percent(25)];
    assert_eq!(life(&clause, "10:00", vec![]).at(at("10:01")).fired[0].at, at("10:00") + 3);
}

#[test]
fn a_pause_made_too_long_by_a_retarget_ends_at_the_retarget() {
    let new = Clause { max_pause_s: Some(HOUR), ..elapsed(5) };
    let retarget = Act::Retarget { clause: new, policy: Retarget::CarryElapsed };
    let clock = life(&elapsed(4), "10:00", vec![("11:00", pause()), ("13:00", retarget)]);
    let view = clock.at(at("14:00"));
    assert_eq!((view.phase, view.consumed_s, view.due_at), (Phase::Running, 2 * HOUR, Some(at("17:00"))));
}

#[test]
fn a_clock_started_late_fires_what_is_overdue_at_the_decision() {
    let mut clock = RefClock::default();
    let clause = Clause { levels: vec![Level::Percent(50)], ..elapsed(1) };
    clock.push(at("14:00"), Act::Start { from: at("10:00"), clause }).unwrap();
    let view = clock.at(at("14:00"));
    assert_eq!((view.due_at, view.breached_at), (Some(at("11:00")), Some(at("14:00"))));
    assert_eq!(view.fired.iter().map(|fired| fired.at).collect::<Vec<_>>(), [at("14:00"), at("14:00")]);
}

#[test]
fn operations_never_go_back() {
    let mut clock = life(&elapsed(4), "10:00", vec![("11:00", pause())]);
    assert!(clock.push(at("10:59"), Act::Resume).is_err());
    assert!(clock.push(at("11:00"), Act::Resume).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_known_of_a_clock_hangs_together(script in clock_script(), beyond_s in 0..30 * DAY) {
        let clock = script.reference();
        let t = (script.last_step_at() + beyond_s).min(LAST);
        let view = clock.at(t);
        let mut before = clock.at(script.steps[0].0).fired;
        for (at, _) in &script.steps {
            let now = clock.at(*at).fired;
            prop_assert!(now.starts_with(&before), "a prefix of the life is a prefix of what fired");
            before = now;
        }
        for fired in view.fired.iter().filter(|fired| fired.what == What::Breach) {
            let by_itself = script.steps.iter().all(|(at, _)| *at != fired.at);
            if by_itself && clause_has_no_longest_pause(&script) {
                prop_assert_eq!((clock.at(fired.at - 1).overrun_s, clock.at(fired.at).overrun_s), (0, 1));
            }
        }
        prop_assert!(view.fired.windows(2).all(|pair| pair[0].at <= pair[1].at), "in time order");
        let once: BTreeSet<String> = view.fired.iter().map(|fired| format!("{} {:?}", fired.cycle, fired.what)).collect();
        prop_assert_eq!(once.len(), view.fired.len(), "at most once a cycle");
        if let (Some(due), Some(last_good)) = (view.due_at, view.breaches_at) {
            let opening = script.clauses.iter().any(|clause| clause.boundary == Boundary::NextOpening
                || matches!(clause.target, Target::WorkingDays { convention: Convention::StartOfNext, .. }));
            prop_assert!(due <= last_good || opening || view.overrun_s > 0);
        }
        if view.phase == Phase::Running
            && let (Some(last_good), Some(target_s)) = (view.breaches_at, view.target_s)
            && last_good >= t
            && clause_has_no_longest_pause(&script)
        {
            prop_assert!(clock.at(last_good).consumed_s <= target_s);
            prop_assert!(clock.at(last_good + 1).consumed_s > target_s);
            if view.breached_at.is_none() {
                prop_assert_eq!(clock.at(last_good + 1).breached_at, Some(last_good + 1));
            }
        }
    }
}

fn clause_has_no_longest_pause(script: &ClockScript) -> bool {
    script.clauses.iter().all(|clause| clause.max_pause_s.is_none())
}
