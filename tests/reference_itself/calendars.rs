//! Calendars: the vectors of the specification, the laws of adding, and a count second by second.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::reference::calendar::{Convention, RefCalendar};
use crate::reference::generate::{ZONES, question};
use crate::reference::zone::{DAY, LAST, RefZone, date_of, date_text, day_of, instant, instant_text};
use crate::{HOUR, calendar, in_utc, weekdays};

fn every_day(windows: Value) -> Value {
    json!({"mon": windows, "tue": windows, "wed": windows, "thu": windows, "fri": windows, "sat": windows, "sun": windows})
}

fn added(calendar: &RefCalendar, from: &str, n: i64) -> Option<String> {
    calendar.add(instant(from), n).map(instant_text)
}

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
            for change in hours.zone.changes().into_iter().filter(|t| (30 * DAY..2_300_000_000).contains(t)) {
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
    assert_eq!(hours.between(instant("2022-10-29T22:00:00Z"), instant("2022-10-30T22:00:00Z")), 11 * HOUR);
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
    assert_eq!(hours.add_to_next_opening(start, 4 * HOUR).map(instant_text).unwrap(), "2026-03-05T08:00:00Z");
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
            for local in [seen.local(*change) - 1, seen.local(*change - 1) + 1, seen.local(*change) - 1_800] {
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
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counting_by_intervals_equals_counting_by_seconds(asked in question(), length in 0..2 * DAY) {
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
            prop_assert!(!hours.is_open(u) && hours.is_open(u - 1));
            prop_assert_eq!(Some(hours.between(a, u)), hours.next_open(a).map(|open| u - open));
        }
    }
}
