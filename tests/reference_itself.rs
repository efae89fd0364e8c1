//! The reference is held to the golden vectors of the specification, computed by hand, and to a second way of counting.

mod reference;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Instant as Stopwatch;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use reference::calendar::{Convention, RefCalendar, Window};
use reference::clock::{
    Act, Boundary, Calendar, Clause, Fired, Level, PauseAfterBreach, Phase, RefClock, Reopen, Retarget,
    Target, View, What,
};
use reference::generate::{ZONES, clock_script, question};
use reference::zone::{DAY, LAST, RefZone, date_of, date_text, day_of, instant, instant_text};
use serde_json::{Value, json};

const HOUR: i64 = 3_600;

fn calendar(document: Value) -> RefCalendar {
    RefCalendar::from_json(&document).expect("a calendar")
}

fn weekdays(windows: Value) -> Value {
    json!({"mon": windows, "tue": windows, "wed": windows, "thu": windows, "fri": windows})
}

fn every_day(windows: Value) -> Value {
    json!({"mon": windows, "tue": windows, "wed": windows, "thu": windows, "fri": windows, "sat": windows, "sun": windows})
}

fn in_utc(week: Value) -> RefCalendar {
    calendar(json!({"zone": "UTC", "week": week}))
}

fn added(calendar: &RefCalendar, from: &str, n: i64) -> Option<String> {
    calendar.add(instant(from), n).map(instant_text)
}

mod calendars {
    use super::*;

    #[test]
    fn v1_what_is_left_at_closing_goes_on_the_next_day() {
        let hours = in_utc(every_day(json!([["08:00", "18:00"]])));
        assert_eq!(added(&hours, "2026-03-04T16:00:00Z", 4 * HOUR).unwrap(), "2026-03-05T10:00:00Z");
    }

    #[test]
    fn v6_holidays_count_for_nothing() {
        let hours = calendar(json!({"zone": "Europe/Zurich", "week": every_day(json!([["09:00", "21:00"]])),
            "holidays": ["2026-11-11", {"date": "2026-11-13", "name": "a day off"}]}));
        assert_eq!(added(&hours, "2026-11-09T22:00:00Z", 48 * HOUR).unwrap(), "2026-11-15T20:00:00Z");
    }

    #[test]
    fn v7_always_open_equals_elapsed_time_in_every_zone() {
        for zone in ZONES {
            for whole in [(0, 1_440), (0, 0)] {
                let hours = RefCalendar::daily(zone, &[whole]);
                for change in
                    hours.zone.changes().into_iter().filter(|t| (30 * DAY..2_300_000_000).contains(t))
                {
                    let (a, b) = (change - 2 * DAY - 17, change + 2 * DAY + 5);
                    assert_eq!(hours.between(a, b), b - a, "{zone} {}", instant_text(change));
                }
            }
        }
        let short = RefCalendar::daily("UTC", &[(0, 1_439)]);
        assert_eq!(short.between(0, DAY), DAY - 60, "`23:59` is not `24:00`");
    }

    #[test]
    fn v11_hours_may_differ_by_weekday() {
        let hours = in_utc(
            json!({"mon": [["09:00", "17:00"]], "tue": [["09:00", "16:00"]], "thu": [["08:00", "17:00"]]}),
        );
        assert_eq!(added(&hours, "2026-03-02T11:00:00Z", 16 * HOUR).unwrap(), "2026-03-05T11:00:00Z");
    }

    #[test]
    fn v12_an_hour_added_in_the_repeated_hour_is_an_hour() {
        let hours = RefCalendar::daily("Europe/Amsterdam", &[(0, 600)]);
        assert_eq!(added(&hours, "2022-10-30T00:00:00Z", HOUR).unwrap(), "2022-10-30T01:00:00Z");
        assert_eq!(
            hours.between(instant("2022-10-29T22:00:00Z"), instant("2022-10-30T22:00:00Z")),
            11 * HOUR
        );
    }

    #[test]
    fn v13_a_window_after_the_change_lies_at_its_new_offset() {
        let hours = RefCalendar::daily("America/New_York", &[(780, 1_080)]);
        let open = hours.stretches_of(day_of(2026, 3, 8));
        assert_eq!(open, [(instant("2026-03-08T17:00:00Z"), instant("2026-03-08T22:00:00Z"))]);
    }

    #[test]
    fn v14_v15_days_of_23_and_25_hours() {
        let hours = RefCalendar::daily("Europe/Paris", &[(0, 1_440)]);
        let between = |a, b| hours.between(instant(a), instant(b));
        assert_eq!(between("2026-03-28T22:30:00Z", "2026-03-30T10:00:00Z"), 35 * HOUR + 1_800);
        assert_eq!(between("2026-10-23T22:30:00Z", "2026-10-26T11:00:00Z"), 60 * HOUR + 1_800);
    }

    #[test]
    fn v16_a_lunch_break_counts_for_nothing() {
        let hours = in_utc(weekdays(json!([["09:00", "12:00"], ["13:00", "18:00"]])));
        assert_eq!(added(&hours, "2026-03-04T12:10:00Z", 1_800).unwrap(), "2026-03-04T13:30:00Z");
    }

    #[test]
    fn v18_one_day_a_week_is_enough() {
        let hours = in_utc(json!({"mon": [["09:00", "17:00"]]}));
        assert_eq!(added(&hours, "2026-03-03T12:00:00Z", 4 * HOUR).unwrap(), "2026-03-09T13:00:00Z");
    }

    #[test]
    fn v19_yearly_holidays_reach_over_new_year() {
        let days: Vec<String> =
            (24..=31).map(|d| format!("12-{d}")).chain((1..=2).map(|d| format!("01-{d:02}"))).collect();
        let hours = calendar(
            json!({"zone": "Europe/Paris", "week": every_day(json!([["08:00", "18:00"]])), "yearly_holidays": days}),
        );
        for year in [2025, 2026] {
            assert!(!hours.is_open(instant(&format!("{year}-12-27T11:00:00Z"))));
            assert!(!hours.is_open(instant(&format!("{}-01-01T11:00:00Z", year + 1))));
            assert!(hours.is_open(instant(&format!("{}-01-03T11:00:00Z", year + 1))));
        }
        assert_eq!(added(&hours, "2026-12-23T16:00:00Z", 2 * HOUR).unwrap(), "2027-01-03T08:00:00Z");
    }

    #[test]
    fn v20_exhausted_at_closing_is_due_at_closing_or_at_the_next_opening() {
        let hours = in_utc(every_day(json!([["08:00", "18:00"]])));
        let start = instant("2026-03-04T14:00:00Z");
        assert_eq!(hours.add(start, 4 * HOUR).map(instant_text).unwrap(), "2026-03-04T18:00:00Z");
        assert_eq!(
            hours.add_to_next_opening(start, 4 * HOUR).map(instant_text).unwrap(),
            "2026-03-05T08:00:00Z"
        );
    }

    #[test]
    fn a_night_shift_runs_to_its_end_into_a_holiday() {
        let hours = calendar(
            json!({"zone": "UTC", "week": every_day(json!([["22:00", "06:00"]])), "holidays": ["2026-03-05"]}),
        );
        assert!(hours.is_open(instant("2026-03-05T05:59:59Z")), "the shift of the 4th");
        assert!(!hours.is_open(instant("2026-03-05T23:00:00Z")), "the shift of the holiday");
        assert!(!hours.is_open(instant("2026-03-06T05:00:00Z")));
    }

    #[test]
    fn special_days_beat_holidays_beat_the_week() {
        let hours = calendar(json!({"zone": "UTC", "week": weekdays(json!([["08:00", "18:00"]])),
            "holidays": ["2026-03-04", "2026-03-05"], "yearly_holidays": ["03-06"],
            "special_days": {"2026-03-05": [["10:00", "12:00"]], "2026-03-06": [], "2026-03-07": [["09:00", "10:00"]]}}));
        let length = |day| hours.between(day_of(2026, 3, day) * DAY, day_of(2026, 3, day + 1) * DAY);
        assert_eq!([3, 4, 5, 6, 7].map(length), [10 * HOUR, 0, 2 * HOUR, 0, HOUR]);
    }

    #[test]
    fn an_edge_in_a_gap_moves_to_its_end_and_an_edge_in_an_overlap_is_its_first_occurrence() {
        let hours = RefCalendar::daily("Europe/Paris", &[(150, 240)]);
        assert_eq!(
            hours.stretches_of(day_of(2026, 3, 29)),
            [(instant("2026-03-29T01:00:00Z"), instant("2026-03-29T02:00:00Z"))]
        );
        assert_eq!(
            hours.stretches_of(day_of(2026, 10, 25)),
            [(instant("2026-10-25T00:30:00Z"), instant("2026-10-25T03:00:00Z"))]
        );
        let swallowed = RefCalendar::daily("Europe/Paris", &[(130, 170)]);
        assert_eq!(swallowed.stretches_of(day_of(2026, 3, 29)), []);
        assert_eq!(swallowed.working_day(day_of(2026, 3, 29)), None);
    }

    #[test]
    fn a_date_that_never_was_is_no_working_day() {
        let hours = RefCalendar::daily("Pacific/Apia", &[(540, 1_020)]);
        assert_eq!(hours.working_day(day_of(2011, 12, 30)), None);
        let next = hours.add_working_days(instant("2011-12-29T20:00:00Z"), 1, Convention::KeepTime);
        assert_eq!(
            next.map(instant_text).unwrap(),
            "2011-12-30T20:00:00Z",
            "10:00 on the 29th, then on the 31st"
        );
    }

    #[test]
    fn working_days_by_convention() {
        let hours = in_utc(weekdays(json!([["08:00", "12:00"], ["13:00", "18:00"]])));
        let after = |start, n, convention| {
            hours.add_working_days(instant(start), n, convention).map(instant_text).unwrap()
        };
        let friday = "2026-03-06T10:15:00Z";
        assert_eq!(after(friday, 1, Convention::KeepTime), "2026-03-09T10:15:00Z");
        assert_eq!(after(friday, 1, Convention::EndOfDay), "2026-03-09T18:00:00Z");
        assert_eq!(after(friday, 1, Convention::StartOfNext), "2026-03-10T08:00:00Z");
        assert_eq!(after(friday, 0, Convention::EndOfDay), "2026-03-06T18:00:00Z");
        assert_eq!(after("2026-03-07T10:15:00Z", 0, Convention::KeepTime), "2026-03-09T10:15:00Z");
        assert_eq!(after("2026-03-06T23:00:00Z", 1, Convention::KeepTime), "2026-03-09T18:00:00Z", "clamped");
        assert_eq!(
            after("2026-03-06T12:30:00Z", 1, Convention::KeepTime),
            "2026-03-09T12:30:00Z",
            "lunch is kept"
        );
    }

    #[test]
    fn what_never_opens_has_no_due() {
        let never = in_utc(json!({}));
        assert_eq!(never.add(0, 1), None);
        assert_eq!(never.add(5, 0), Some(5));
        assert_eq!(never.next_open(0), None);
        assert_eq!(never.add_working_days(0, 0, Convention::KeepTime), None);
        let once = calendar(json!({"zone": "UTC", "special_days": {"2026-03-05": [["10:00", "12:00"]]}}));
        assert_eq!(added(&once, "1970-01-01T00:00:00Z", 2 * HOUR).unwrap(), "2026-03-05T12:00:00Z");
        assert_eq!(added(&once, "1970-01-01T00:00:00Z", 2 * HOUR + 1), None);
        let always = RefCalendar::daily("UTC", &[(0, 1_440)]);
        assert_eq!((always.next_close(0), always.next_open(LAST)), (None, Some(LAST)));
        assert_eq!((always.add(LAST - 5, 5), always.add(LAST - 5, 6)), (Some(LAST), None));
    }

    #[test]
    fn the_zones_changes_are_those_of_the_tz_database() {
        for zone in ZONES {
            let seen = RefZone::named(zone).unwrap();
            let begin = jiff::Timestamp::from_second(-4 * DAY).unwrap();
            let mut offset_s = seen.stretches()[0].offset_s;
            let mut listed = Vec::new();
            for change in seen.rules.following(begin) {
                let at = change.timestamp().as_second();
                if at > LAST + 3 * DAY {
                    break;
                }
                if i64::from(change.offset().seconds()) != offset_s {
                    offset_s = i64::from(change.offset().seconds());
                    listed.push(at);
                }
            }
            assert_eq!(seen.changes(), listed, "{zone}");
        }
    }

    #[test]
    fn edges_found_by_stretches_are_those_found_by_stepping() {
        for zone in ZONES {
            let seen = RefZone::named(zone).unwrap();
            let changes: Vec<i64> =
                seen.changes().into_iter().filter(|t| (DAY..2_000_000_000).contains(t)).collect();
            for change in changes.iter().step_by((changes.len() / 4).max(1)) {
                for local in
                    [seen.local(*change) - 1, seen.local(*change - 1) + 1, seen.local(*change) - 1_800]
                {
                    assert_eq!(
                        seen.edge(local),
                        seen.edge_by_stepping(local),
                        "{zone} {}",
                        instant_text(*change)
                    );
                }
            }
        }
    }

    #[test]
    fn dates_are_those_of_the_civil_calendar() {
        for (text, day) in
            [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("2200-12-31", 84_370)]
        {
            assert_eq!(date_text(day), text);
            let (y, m, d) = date_of(day);
            assert_eq!(day_of(y, m, d), day);
        }
        assert_eq!(instant("2200-12-31T23:59:59Z"), LAST);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn counting_by_intervals_equals_counting_by_seconds(asked in question(), length in 0..4 * DAY) {
            let hours = asked.case.reference();
            let a = asked.instants[0].clamp(10 * DAY, LAST - 10 * DAY);
            prop_assert_eq!(hours.between(a, a + length), hours.between_by_stepping(a, a + length));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_laws_of_adding_hold(asked in question()) {
            let hours = asked.case.reference();
            let [a, b, c] = asked.instants;
            prop_assert_eq!(hours.between(a, c), hours.between(a, b) + hours.between(b, c));
            if let Some(u) = hours.add(a, asked.amount_s) {
                prop_assert_eq!(hours.between(a, u), asked.amount_s);
                prop_assert!(u == a || hours.between(a, u - 1) < asked.amount_s);
                prop_assert_eq!(hours.add(u, asked.more_s), hours.add(a, asked.amount_s + asked.more_s));
            }
            if let Some(u) = hours.subtract(a, asked.amount_s) {
                prop_assert_eq!(hours.between(u, a), asked.amount_s);
                prop_assert!(u == a || hours.between(u + 1, a) < asked.amount_s);
            }
            if let Some(u) = hours.next_open(a) {
                prop_assert!(hours.is_open(u) && hours.between(a, u) == 0);
            }
            if let Some(u) = hours.next_close(a) {
                prop_assert!(!hours.is_open(u) && hours.between(a, u) == u - a);
            }
        }
    }
}

mod clocks {
    use super::*;

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
            assert_eq!(
                life(&elapsed(3), "10:00", vec![("11:00", again)]).at(at("15:00")),
                plain,
                "{policy:?}"
            );
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
        assert_eq!(
            including.breached_at,
            Some(at("4 12:00")),
            "not before the decision that made it overdue"
        );
        let anew = reopened(Reopen::NewCycle);
        assert_eq!((anew.cycle, anew.due_at, anew.consumed_s), (2, Some(at("4 20:00")), 0));
        let restarted = reopened(Reopen::RestartFull);
        assert_eq!((restarted.cycle, restarted.due_at), (1, Some(at("4 20:00"))));
        let never = reopened(Reopen::Never);
        assert_eq!((never.phase, never.due_at, never.consumed_s), (Phase::Stopped, None, 2 * HOUR));
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
        let clock = life(&working(8 * HOUR, office()), "10:00", vec![]);
        let mut holiday = weekdays(json!([["08:00", "18:00"]]));
        holiday["mon"] = json!([]);
        let mut revised = clock.clone();
        let new = Calendar { version: 2, ..named(in_utc(holiday)) };
        revised.push(at("15:00"), Act::Recompute { calendars: vec![new] }).unwrap();
        assert_eq!(clock.at(at("15:00")).due_at, Some(at("18:00")));
        let view = last(&revised);
        assert_eq!((view.due_at, view.consumed_s), (Some(at("2 16:00")), 0));
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

    fn clause_has_no_longest_pause(script: &reference::generate::ClockScript) -> bool {
        script.clauses.iter().all(|clause| clause.max_pause_s.is_none())
    }
}

/// Not a law, a budget: the suite runs thousands of cases against the reference.
#[test]
fn a_case_costs_little() {
    let mut runner = TestRunner::deterministic();
    let questions: Vec<_> = (0..200).map(|_| question().new_tree(&mut runner).unwrap().current()).collect();
    let scripts: Vec<_> = (0..200).map(|_| clock_script().new_tree(&mut runner).unwrap().current()).collect();
    let watch = Stopwatch::now();
    for asked in &questions {
        let hours = asked.case.reference();
        hours.between(asked.instants[0], asked.instants[1]);
        hours.add(asked.instants[0], asked.amount_s);
        hours.subtract(asked.instants[1], asked.amount_s);
        hours.add_working_days(asked.instants[2], asked.days, asked.convention);
    }
    println!("calendar case: {} us", watch.elapsed().as_micros() / 200);
    let watch = Stopwatch::now();
    for script in &scripts {
        let clock = script.reference();
        for (at, _) in &script.steps {
            clock.at(*at);
        }
    }
    println!("clock case: {} us", watch.elapsed().as_micros() / 200);
    assert!(watch.elapsed().as_secs() < 60);
}
