//! The calendar of the library is held to the reference calendar, and to the laws of business time.

mod reference;

use chrono::{DateTime, Utc};
use itsm::time::{Boundary, BusinessCalendar, CalendarError, DayConvention};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use reference::calendar::{Convention, RefCalendar};
use reference::cases;
use reference::generate::{CalendarCase, Question, ZONES, amount_s, calendar_case, moment, question};
use reference::zone::{FIRST, LAST};

fn compiled(document: &Value) -> BusinessCalendar {
    BusinessCalendar::from_json(document.to_string().as_bytes()).expect("generated documents are sound")
}

fn utc(t: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(t, 0).expect("an instant")
}

/// An answer in the words of the reference: no instant where the library says that there is none.
fn found(answer: Result<DateTime<Utc>, CalendarError>) -> Option<i64> {
    match answer {
        Ok(at) => Some(at.timestamp()),
        Err(CalendarError::NeverOpens { .. }) => None,
        Err(fault) => panic!("{fault}"),
    }
}

fn seconds(at: Option<DateTime<Utc>>) -> Option<i64> {
    at.map(|at| at.timestamp())
}

const fn convention(convention: Convention) -> DayConvention {
    match convention {
        Convention::KeepTime => DayConvention::KeepTime,
        Convention::EndOfDay => DayConvention::EndOfDay,
        Convention::StartOfNext => DayConvention::StartOfNext,
    }
}

fn asked_with_span() -> impl Strategy<Value = (CalendarCase, i64, i64, i64, i64)> {
    calendar_case().prop_flat_map(|case| {
        let anchor = case.anchor;
        (Just(case), moment(anchor), 0..1_000_000_i64, amount_s(), amount_s())
    })
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn the_calendar_answers_as_the_reference_does(asked in question()) {
        let Question { case, instants: [a, b, c], amount_s, more_s, days, convention: which } = asked;
        let (core, slow) = (compiled(&case.document), case.reference());
        for (from, to) in [(a, b), (b, c), (c, a)] {
            prop_assert_eq!(core.between(utc(from), utc(to)).unwrap(), slow.between(from, to));
        }
        for t in [a, b, c] {
            for n in [amount_s, more_s, -amount_s] {
                prop_assert_eq!(found(core.add(utc(t), n)), slow.add(t, n), "add {} {}", t, n);
                prop_assert_eq!(found(core.subtract(utc(t), n)), slow.subtract(t, n), "subtract {} {}", t, n);
            }
            let opening = found(core.add_under(utc(t), amount_s, Boundary::NextOpening));
            prop_assert_eq!(opening, slow.add_to_next_opening(t, amount_s), "next opening after {}", t);
            prop_assert_eq!(core.is_open(utc(t)).unwrap(), slow.is_open(t), "is_open {}", t);
            prop_assert_eq!(seconds(core.next_open(utc(t)).unwrap()), slow.next_open(t), "next_open {}", t);
            prop_assert_eq!(seconds(core.next_close(utc(t)).unwrap()), slow.next_close(t), "next_close {}", t);
            let due = found(core.add_working_days(utc(t), days, convention(which)));
            prop_assert_eq!(due, slow.add_working_days(t, days, which), "{} days {:?} after {}", days, which, t);
        }
    }
}

proptest! {
    #![proptest_config(cases::config(500))]

    #[test]
    fn every_convention_of_working_days_agrees(asked in question()) {
        let (core, slow) = (compiled(&asked.case.document), asked.case.reference());
        for which in [Convention::KeepTime, Convention::EndOfDay, Convention::StartOfNext] {
            for days in 0..=asked.days.min(4) {
                let due = found(core.add_working_days(utc(asked.instants[0]), days, convention(which)));
                prop_assert_eq!(due, slow.add_working_days(asked.instants[0], days, which));
            }
        }
    }

    #[test]
    fn working_time_is_additive_and_signed(asked in question()) {
        let core = compiled(&asked.case.document);
        let [a, b, c] = asked.instants.map(utc);
        let work = |from, to| core.between(from, to).unwrap();
        prop_assert_eq!(work(a, c), work(a, b) + work(b, c));
        prop_assert_eq!(work(a, b), -work(b, a));
    }

    #[test]
    fn add_is_the_inverse_of_between_and_adds_up((case, t, later_s, n, m) in asked_with_span()) {
        let core = compiled(&case.document);
        let add = |t: i64, n: i64| found(core.add(utc(t), n));
        prop_assert_eq!(add(t, 0), Some(t));
        if let Some(u) = add(t, n) {
            prop_assert_eq!(core.between(utc(t), utc(u)).unwrap(), n);
            prop_assert!(u == t || core.between(utc(t), utc(u - 1)).unwrap() < n, "{} is not the earliest", u);
            prop_assert_eq!(add(u, m), add(t, n + m));
        }
        if let Some(u) = add(t, -n) {
            prop_assert_eq!(core.between(utc(u), utc(t)).unwrap(), n);
            prop_assert!(u == t || core.between(utc(u + 1), utc(t)).unwrap() < n, "{} is not the latest", u);
        }
        let never = i64::MAX;
        prop_assert!(add(t, n).unwrap_or(never) <= add(t, n + m).unwrap_or(never));
        let later = (t + later_s).min(LAST);
        prop_assert!(add(t, n).unwrap_or(never) <= add(later, n).unwrap_or(never));
    }

    #[test]
    fn round_the_clock_is_elapsed_time_always(zone in select(&ZONES[..]), a in FIRST..LAST, b in FIRST..LAST, n in amount_s()) {
        let core = BusinessCalendar::always_open(zone).unwrap();
        prop_assert_eq!(core.between(utc(a), utc(b)).unwrap(), b - a);
        prop_assert_eq!(found(core.add(utc(a), n)), Some(a + n).filter(|u| *u <= LAST));
        prop_assert_eq!(RefCalendar::daily(zone, &[(0, 1_440)]).between(a, a + 90_000), 90_000);
    }

    #[test]
    fn a_calendar_shifted_with_its_zone_gives_shifted_answers(asked in question(), hours in -12..=12_i64) {
        let [mut here, mut there] = [asked.case.document.clone(), asked.case.document];
        here["zone"] = json!("UTC");
        // The name of a zone east of London bears a minus.
        there["zone"] = json!(format!("Etc/GMT{:+}", -hours).replace("GMT+0", "GMT"));
        let (here, there) = (compiled(&here), compiled(&there));
        let shift = |t: i64| t - hours * 3_600;
        let [a, b, _] = asked.instants.map(|t| t.clamp(FIRST + 86_400, LAST - 86_400));
        let (a, b) = (a, b);
        prop_assert_eq!(here.between(utc(a), utc(b)), there.between(utc(shift(a)), utc(shift(b))));
        let moved = found(here.add(utc(a), asked.amount_s)).map(shift);
        prop_assert_eq!(moved, found(there.add(utc(shift(a)), asked.amount_s)));
    }

    #[test]
    fn many_questions_at_once_have_the_answers_of_one_at_a_time(asked in question()) {
        let core = compiled(&asked.case.document);
        let items = asked.instants.map(|t| (utc(t), asked.amount_s));
        prop_assert_eq!(core.add_many(&items), items.map(|(t, n)| core.add(t, n)));
        prop_assert_eq!(core.subtract_many(&items), items.map(|(t, n)| core.subtract(t, n)));
        let pairs = asked.instants.map(|t| (utc(t), utc(asked.instants[0])));
        prop_assert_eq!(core.between_many(&pairs), pairs.map(|(a, b)| core.between(a, b)));
        let instants = asked.instants.map(utc);
        prop_assert_eq!(core.is_open_many(&instants), instants.map(|t| core.is_open(t)));
    }
}
