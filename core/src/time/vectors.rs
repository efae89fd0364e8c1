//! Vectors gathered from the products (semantics part C) and from the calendars of the world.

use super::*;
use chrono::{DateTime, Utc};

pub(super) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

fn calendar(text: &str) -> BusinessCalendar {
    BusinessCalendar::from_json(text.as_bytes()).unwrap()
}

/// The same windows on every day of the week.
fn daily(zone: &str, windows: &str, rest: &str) -> BusinessCalendar {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!(r#""{day}":{windows}"#));
    calendar(&format!(r#"{{"zone":"{zone}","week":{{{}}}{rest}}}"#, days.join(",")))
}

const H: i64 = 3_600;

#[test]
fn v1_what_is_left_at_closing_time_goes_on_the_next_morning() {
    let desk = daily("Europe/Paris", r#"[["08:00","18:00"]]"#, "");
    assert_eq!(desk.add(utc("2026-06-01T14:00:00Z"), 4 * H), Ok(utc("2026-06-02T08:00:00Z")));
}

#[test]
fn v6_a_holiday_does_not_count_and_the_ledger_shows_it() {
    let desk = daily("Europe/Berlin", r#"[["09:00","21:00"]]"#, r#","holidays":["2026-11-11","2026-11-13"]"#);
    let start = utc("2026-11-09T22:00:00Z");
    let due = desk.add(start, 48 * H).unwrap();
    assert_eq!(due, utc("2026-11-15T20:00:00Z"));
    let ledger = desk.ledger(start, due).unwrap();
    let counted: Vec<_> = ledger.entries.iter().filter(|entry| entry.reason.counts()).collect();
    assert_eq!(counted.iter().map(|entry| entry.seconds).collect::<Vec<_>>(), [12 * H; 4]);
    assert_eq!(ledger.counted_s, 48 * H);
}

#[test]
fn v7_round_the_clock_entered_as_the_last_minute_is_elapsed_time_once_repaired() {
    let typed = daily("Europe/Berlin", r#"[["00:00","23:59"]]"#, "");
    let repaired = BusinessCalendar::new(typed.document().clone().with_end_of_day_repaired()).unwrap();
    let (a, b) = (utc("2026-03-01T00:00:00Z"), utc("2026-12-01T00:00:00Z"));
    assert_eq!(repaired.between(a, b), Ok((b - a).num_seconds()));
    assert_eq!(typed.between(a, b), Ok((b - a).num_seconds() - 275 * 60));
}

#[test]
fn v11_days_of_different_length() {
    let desk = calendar(
        r#"{"zone":"UTC","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","16:00"]],"thu":[["08:00","17:00"]]}}"#,
    );
    assert_eq!(desk.add(utc("2026-11-23T11:00:00Z"), 16 * H), Ok(utc("2026-11-26T11:00:00Z")));
}

#[test]
fn v12_v14_v15_time_through_clock_changes_is_elapsed_time() {
    let amsterdam = daily("Europe/Amsterdam", r#"[["00:00","10:00"]]"#, "");
    assert_eq!(amsterdam.add(utc("2022-10-30T00:00:00Z"), H), Ok(utc("2022-10-30T01:00:00Z")));
    let paris = BusinessCalendar::always_open("Europe/Paris").unwrap();
    assert_eq!(paris.between(utc("2026-03-28T22:30:00Z"), utc("2026-03-30T10:00:00Z")), Ok(71 * H / 2));
    assert_eq!(paris.between(utc("2026-10-23T22:30:00Z"), utc("2026-10-26T11:00:00Z")), Ok(121 * H / 2));
}

#[test]
fn v13_a_window_after_the_change_stands_at_the_new_offset() {
    let desk = daily("America/New_York", r#"[["13:00","18:00"]]"#, "");
    assert_eq!(desk.next_open(utc("2026-03-08T05:00:00Z")), Ok(Some(utc("2026-03-08T17:00:00Z"))));
    assert_eq!(desk.next_close(utc("2026-03-08T05:00:00Z")), Ok(Some(utc("2026-03-08T22:00:00Z"))));
}

#[test]
fn v16_lunch_does_not_count() {
    let desk = daily("UTC", r#"[["09:00","12:00"],["13:00","18:00"]]"#, "");
    assert_eq!(desk.add(utc("2026-11-23T12:10:00Z"), 30 * 60), Ok(utc("2026-11-23T13:30:00Z")));
}

#[test]
fn v18_a_desk_open_one_day_a_week_is_found() {
    let desk = calendar(r#"{"zone":"UTC","week":{"mon":[["09:00","17:00"]]}}"#);
    assert_eq!(desk.add(utc("2026-11-24T09:00:00Z"), 4 * H), Ok(utc("2026-11-30T13:00:00Z")));
}

#[test]
fn v19_yearly_holidays_cross_the_new_year() {
    let days = ["12-24", "12-25", "12-26", "12-27", "12-28", "12-29", "12-30", "12-31", "01-01", "01-02"];
    let rest = format!(r#","yearly_holidays":["{}"]"#, days.join(r#"",""#));
    let desk = daily("UTC", r#"[["09:00","17:00"]]"#, &rest);
    for closed in ["2026-12-27T10:00:00Z", "2027-01-01T10:00:00Z", "2150-01-01T10:00:00Z"] {
        assert_eq!(desk.is_open(utc(closed)), Ok(false), "{closed}");
    }
    assert_eq!(desk.next_open(utc("2026-12-23T17:00:00Z")), Ok(Some(utc("2027-01-03T09:00:00Z"))));
}

#[test]
fn v20_a_target_used_up_at_closing_time_is_due_by_its_boundary() {
    let desk = daily("UTC", r#"[["08:00","18:00"]]"#, "");
    let start = utc("2026-11-23T14:00:00Z");
    assert_eq!(desk.add_under(start, 4 * H, Boundary::EarliestInstant), Ok(utc("2026-11-23T18:00:00Z")));
    assert_eq!(desk.add_under(start, 4 * H, Boundary::NextOpening), Ok(utc("2026-11-24T08:00:00Z")));
    let night = utc("2026-11-23T20:00:00Z");
    assert_eq!(desk.add_under(night, 0, Boundary::NextOpening), Ok(utc("2026-11-24T08:00:00Z")));
    assert_eq!(desk.subtract(utc("2026-11-24T09:00:00Z"), H), Ok(utc("2026-11-24T08:00:00Z")));
    assert_eq!(desk.subtract(utc("2026-11-24T08:00:00Z"), 10 * H), Ok(utc("2026-11-23T08:00:00Z")));
}

#[test]
fn a_make_up_workday_beats_the_holiday_and_the_weekend() {
    let desk = calendar(
        r#"{"zone":"Asia/Shanghai","week":{"mon":[["09:00","18:00"]]},"holidays":["2026-10-10","2026-10-05"],
            "yearly_holidays":["10-12"],"special_days":{"2026-10-10":[["09:00","12:00"]],"2026-10-19":[]}}"#,
    );
    let open = |text: &str| desk.is_open(utc(text)).unwrap();
    assert!(open("2026-10-10T01:00:00Z") && !open("2026-10-10T04:00:00Z"));
    assert!(!open("2026-10-05T01:00:00Z") && !open("2026-10-12T01:00:00Z") && !open("2026-10-19T01:00:00Z"));
    assert!(open("2026-10-26T01:00:00Z"));
}

#[test]
fn a_night_shift_runs_to_its_end_into_a_holiday() {
    let desk = calendar(
        r#"{"zone":"Asia/Shanghai","week":{"wed":[["22:00","06:00"]],"thu":[["22:00","06:00"]]},
            "holidays":[{"date":"2026-10-01","name":"国庆节"}]}"#,
    );
    let (a, b) = (utc("2026-09-30T12:00:00Z"), utc("2026-10-02T12:00:00Z"));
    let ledger = desk.ledger(a, b).unwrap();
    assert_eq!(ledger.counted_s, 8 * H);
    assert_eq!(
        ledger.to_text(Language::Chinese),
        "\
2026-09-30 20:00:00 +08:00  2026-09-30 22:00:00 +08:00   2:00:00  不计入  非服务时段
2026-09-30 22:00:00 +08:00  2026-10-01 06:00:00 +08:00   8:00:00  计入    服务时段
2026-10-01 06:00:00 +08:00  2026-10-02 00:00:00 +08:00  18:00:00  不计入  节假日 2026-10-01 国庆节
2026-10-02 00:00:00 +08:00  2026-10-02 20:00:00 +08:00  20:00:00  不计入  非服务时段
合计                                                     8:00:00  计入    Asia/Shanghai (2026e)
"
    );
}

#[test]
fn windows_at_clock_changes_have_the_length_that_the_clock_gives_them() {
    let night = r#"[["22:00","02:00"]]"#;
    let cases = [
        // 00:00 becomes 01:00, an hour less; 24:00 becomes 23:00, an hour more.
        ("America/Sao_Paulo", night, "2018-11-03T12:00:00Z", 3 * H),
        ("America/Sao_Paulo", night, "2018-02-17T12:00:00Z", 5 * H),
        ("Africa/Cairo", night, "2024-04-25T12:00:00Z", 3 * H),
        ("Asia/Beirut", night, "2024-03-30T12:00:00Z", 3 * H),
        ("Australia/Lord_Howe", r#"[["01:00","03:00"]]"#, "2026-10-03T12:00:00Z", 3 * H / 2),
        ("Australia/Lord_Howe", r#"[["01:00","03:00"]]"#, "2026-04-04T12:00:00Z", 5 * H / 2),
    ];
    for (zone, windows, noon_before, seconds) in cases {
        let desk = daily(zone, windows, "");
        let open = desk.next_open(utc(noon_before)).unwrap().unwrap();
        let close = desk.next_close(utc(noon_before)).unwrap().unwrap();
        assert_eq!((close - open).num_seconds(), seconds, "{zone} {noon_before}");
    }
}

#[test]
fn a_date_that_never_was_has_no_windows_and_is_no_working_day() {
    let desk = daily("Pacific/Apia", r#"[["09:00","17:00"]]"#, "");
    let thursday_noon = utc("2011-12-29T22:00:00Z");
    let saturday_open = utc("2011-12-30T19:00:00Z");
    assert_eq!(desk.add_under(thursday_noon, 5 * H, Boundary::NextOpening), Ok(saturday_open));
    assert_eq!(
        desk.add_working_days(thursday_noon, 1, DayConvention::KeepTime),
        Ok(utc("2011-12-30T22:00:00Z"))
    );
}

#[test]
fn working_days_follow_their_convention() {
    let desk = calendar(
        r#"{"zone":"Asia/Shanghai","week":{"mon":[["09:00","12:00"],["13:00","18:00"]],"wed":[["22:00","06:00"]]},
            "special_days":{"2026-11-28":[["10:00","16:00"]]}}"#,
    );
    let monday_20h = utc("2026-11-23T12:00:00Z");
    let due = |n, convention| desk.add_working_days(monday_20h, n, convention).unwrap();
    assert_eq!(due(0, DayConvention::KeepTime), utc("2026-11-23T10:00:00Z"));
    assert_eq!(due(0, DayConvention::EndOfDay), utc("2026-11-23T10:00:00Z"));
    assert_eq!(due(0, DayConvention::StartOfNext), utc("2026-11-25T14:00:00Z"));
    assert_eq!(due(1, DayConvention::KeepTime), utc("2026-11-25T14:00:00Z"));
    assert_eq!(due(1, DayConvention::EndOfDay), utc("2026-11-25T22:00:00Z"));
    assert_eq!(due(2, DayConvention::KeepTime), utc("2026-11-28T08:00:00Z"));
    assert_eq!(due(2, DayConvention::StartOfNext), utc("2026-11-30T01:00:00Z"));
    let refused = desk.add_working_days(monday_20h, u32::MAX, DayConvention::KeepTime).unwrap_err();
    assert_eq!(refused.code(), "calendar.never_opens");
}

#[test]
fn a_target_that_cannot_be_met_is_refused_and_says_so() {
    let closed = calendar(r#"{"zone":"UTC","week":{}}"#);
    let start = utc("2026-11-23T12:00:00Z");
    assert_eq!(closed.add(start, 1).unwrap_err().code(), "calendar.never_opens");
    assert_eq!(closed.add(start, -1).unwrap_err().code(), "calendar.never_opens");
    assert_eq!(closed.add(start, 0), Ok(start));
    assert_eq!(closed.next_open(start), Ok(None));
    assert_eq!(closed.next_close(start), Ok(None));
    assert!(closed.add_under(start, 0, Boundary::NextOpening).is_err());
    let always = BusinessCalendar::always_open("UTC").unwrap();
    assert!(always.add(start, i64::MAX).is_err() && always.add(start, i64::MIN).is_err());
    assert_eq!(always.next_close(start), Ok(None));
    assert_eq!(always.add(utc("1969-12-31T23:59:59.9Z"), 1).unwrap_err().code(), "calendar.out_of_range");
    assert_eq!(always.add(utc("2200-12-31T23:59:58Z"), 1), Ok(utc("2200-12-31T23:59:59Z")));
    assert!(always.add(utc("2200-12-31T23:59:59Z"), 1).is_err());
}

#[test]
fn a_due_time_beyond_the_announced_holidays_carries_a_warning() {
    let desk = daily("Asia/Shanghai", r#"[["09:00","18:00"]]"#, r#","covers":["2026-01-01","2026-12-31"]"#);
    assert_eq!(desk.coverage_warning(utc("2026-12-31T15:59:59Z")), Ok(None));
    let warning = desk.coverage_warning(utc("2026-12-31T16:00:00Z")).unwrap().unwrap();
    assert_eq!(warning.date.to_string(), "2027-01-01");
    assert_eq!(desk.covers(utc("2025-12-31T15:59:59Z")), Ok(false));
}

#[test]
fn a_ledger_beyond_its_limit_is_refused() {
    let desk = daily("UTC", r#"[["09:00","12:00"],["13:00","18:00"]]"#, "");
    let refused = desk.ledger(utc("1970-01-01T00:00:00Z"), utc("2200-01-01T00:00:00Z")).unwrap_err();
    assert_eq!(refused, CalendarError::LedgerTooLong);
}

#[test]
fn an_answer_costs_the_same_work_whatever_the_span_and_the_holidays() {
    let windows: Vec<String> = (0..24).map(|hour| format!(r#"["{hour:02}:00","{hour:02}:30"]"#)).collect();
    let days: Vec<String> = (1..=28).map(|day| format!(r#""2026-02-{day:02}""#)).collect();
    let rest = format!(r#","holidays":[{}]"#, days.join(","));
    let desk = daily("Europe/Paris", &format!("[{}]", windows.join(",")), &rest);
    let start = utc("2026-01-15T10:10:00Z");
    for span in [2 * H, 400 * H, 20 * 365 * 12 * H] {
        let due = desk.add(start, span).unwrap();
        index::PROBES.set(0);
        assert_eq!(desk.add(start, span), Ok(due));
        assert_eq!(desk.between(start, due), Ok(span));
        let probes = index::PROBES.get();
        assert!((1..=16).contains(&probes), "{span}: {probes}");
    }
}
