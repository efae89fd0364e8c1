//! Vectors: what the products get wrong, and what the definition says to the second (semantics part C).

use crate::kernel::{Code, Instant, PersonId, Versioned, walk};
use crate::sla::*;
use crate::time::CalendarDocument;

pub(crate) const OFFICE: &str = r#"{"zone":"Asia/Shanghai","week":{
    "mon":[["08:00","18:00"]],"tue":[["08:00","18:00"]],"wed":[["08:00","18:00"]],"thu":[["08:00","18:00"]],
    "fri":[["08:00","18:00"]]},"holidays":["2026-11-25"]}"#;
pub(crate) const WORKING_4H: &str = r#""target":{"unit":"working","seconds":14400},"calendar":"cal""#;

/// Local time of Shanghai in the week of Monday 2026-11-23.
pub(crate) fn at(day_and_time: &str) -> Instant {
    let (day, time) = day_and_time.split_once(' ').unwrap();
    let text = format!("2026-{}-{day}T{time}Z", if day < "10" { "12" } else { "11" });
    let text = if time.len() == 5 { text.replace('Z', ":00Z") } else { text };
    Instant::parse(&text).unwrap().plus_s(-8 * 3_600).unwrap()
}

pub(crate) fn versioned<T>(id: &str, version: u32, document: T) -> Versioned<T> {
    Versioned { version, ..walk::versioned(id, document) }
}

pub(crate) fn calendar(text: &str) -> CalendarDocument {
    CalendarDocument::from_json(text.as_bytes()).unwrap()
}

pub(crate) fn policy(terms: &str, clauses: &str) -> SlaPolicy {
    let text = format!(
        r#"{{"name":"n","precedence":1,"selection":"precedence","terms":{{{terms}}},"clauses":[{clauses}]}}"#
    );
    SlaPolicy::from_json(text.as_bytes()).unwrap()
}

pub(crate) fn book(calendar_text: &str, terms: &str, clauses: &str) -> Agreements {
    let calendars = vec![versioned("cal", 1, calendar(calendar_text))];
    Agreements::new(vec![versioned("sla", 1, policy(terms, clauses))], calendars).unwrap()
}

/// A resolution clause for one priority.
pub(crate) fn clause(priority: u8, more: &str) -> String {
    format!(
        r#"{{"id":"p{priority}","metric":"resolution","when":{{"priorities":[{priority}]}},"pause_reasons":["user"],{more}}}"#
    )
}

pub(crate) fn elapsed(priority: u8, seconds: u32) -> String {
    clause(priority, &format!(r#""target":{{"unit":"elapsed","seconds":{seconds}}}"#))
}

pub(crate) fn ticket(priority: u8) -> Ticket {
    Ticket::new(Code::new("incident").unwrap()).with_priority(priority)
}

pub(crate) fn opened() -> Stimulus {
    Stimulus::Opened { ticket: None }
}

pub(crate) fn paused() -> Stimulus {
    Stimulus::Paused { reason: Code::new("user").unwrap() }
}

pub(crate) fn to_priority(priority: u8) -> Stimulus {
    Stimulus::Retargeted { ticket: Some(ticket(priority)) }
}

pub(crate) fn run(book: &Agreements, entries: &[(&str, Stimulus)], as_of: &str) -> Replay {
    let entry = |(when, stimulus): &(&str, Stimulus)| HistoryEntry {
        at: at(when),
        recorded_at: None,
        stimulus: stimulus.clone(),
    };
    replay(&History::new(ticket(3), entries.iter().map(entry).collect()), book, at(as_of)).unwrap()
}

pub(crate) fn resolution(replay: &Replay) -> &Clock {
    replay.clocks.get(Metric::Resolution).unwrap()
}

fn due(book: &Agreements, entries: &[(&str, Stimulus)]) -> Option<Instant> {
    resolution(&run(book, entries, entries.last().unwrap().0)).due_at
}

#[test]
fn v5_a_pause_before_the_priority_was_raised_stays_excluded() {
    for retarget in ["carry_elapsed", "recompute_from_start", "stricter_of"] {
        let terms = format!(r#""retarget":"{retarget}""#);
        let book = book(OFFICE, &terms, &[elapsed(3, 7 * 3_600), elapsed(2, 4 * 3_600)].join(","));
        let history = [
            ("23 10:00", opened()),
            ("23 11:00", paused()),
            ("23 12:00", to_priority(2)),
            ("23 13:00", Stimulus::Resumed {}),
        ];
        assert_eq!(due(&book, &history), Some(at("23 16:00")), "{retarget}");
    }
}

#[test]
fn v9_v10_a_changed_target_is_due_as_its_policy_says() {
    let cases = [
        ("carry_elapsed", "23 12:00", "23 12:30"),
        ("recompute_from_start", "23 12:00", "23 12:30"),
        ("restart_now", "23 13:00", "23 13:00"),
        // A third of three hours is forty of two hours' minutes; with the pause, a sixth is twenty.
        ("carry_fraction", "23 12:20", "23 12:40"),
        ("stricter_of", "23 12:00", "23 12:30"),
    ];
    for (retarget, plain, with_pause) in cases {
        let terms = format!(r#""retarget":"{retarget}""#);
        let book = book(OFFICE, &terms, &[elapsed(3, 3 * 3_600), elapsed(2, 2 * 3_600)].join(","));
        assert_eq!(
            due(&book, &[("23 10:00", opened()), ("23 11:00", to_priority(2))]),
            Some(at(plain)),
            "{retarget}"
        );
        let history = [
            ("23 10:00", opened()),
            ("23 10:15", paused()),
            ("23 10:45", Stimulus::Resumed {}),
            ("23 11:00", to_priority(2)),
        ];
        assert_eq!(due(&book, &history), Some(at(with_pause)), "{retarget}");
    }
}

#[test]
fn v16_a_target_does_not_run_over_lunch() {
    let lunch = r#"{"zone":"Asia/Shanghai","week":{"mon":[["09:00","12:00"],["13:00","18:00"]]}}"#;
    let book = book(lunch, "", &clause(3, r#""target":{"unit":"working","seconds":1800},"calendar":"cal""#));
    assert_eq!(due(&book, &[("23 12:10", opened())]), Some(at("23 13:30")));
}

#[test]
fn v17_v21_a_pause_shifts_by_its_working_time_only() {
    let book = book(OFFICE, "", &clause(3, WORKING_4H));
    assert_eq!(due(&book, &[("25 10:00", opened())]), Some(at("26 12:00")));
    let history = [("25 10:00", opened()), ("25 12:00", paused()), ("26 10:00", Stimulus::Resumed {})];
    assert_eq!(due(&book, &history), Some(at("26 14:00")), "two working hours of the pause count");
}

#[test]
fn v20_a_target_used_up_at_closing_time_is_due_there_or_at_the_next_opening() {
    let history = [("23 14:00", opened())];
    for (boundary, due_at) in [("earliest_instant", "23 18:00"), ("next_opening", "24 08:00")] {
        let book = book(OFFICE, &format!(r#""boundary":"{boundary}""#), &clause(3, WORKING_4H));
        let replay = run(&book, &history, "24 08:00");
        assert_eq!(resolution(&replay).due_at, Some(at(due_at)));
        assert_eq!(resolution(&replay).breaches_at, Some(at("24 08:00")), "the night does not count");
        assert_eq!(resolution(&replay).breached_at, None);
        assert_eq!(resolution(&run(&book, &history, "24 08:01")).breached_at, Some(at("24 08:00:01")));
    }
}

#[test]
fn v31_a_resolution_clock_breaches_whatever_the_ticket_does() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let replay = run(&book, &[("23 10:00", opened()), ("23 12:00", Stimulus::Assigned {})], "23 12:00");
    assert_eq!(resolution(&replay).breached_at, Some(at("23 11:00:01")));
    assert_eq!(resolution(&replay).phase, ClockPhase::Running);
}

#[test]
fn v32_reopening_after_three_days_has_five_outcomes() {
    let history =
        [("23 10:00", opened()), ("23 11:00", Stimulus::Resolved {}), ("26 11:00", Stimulus::Reopened {})];
    let cases = [
        ("continue_excluding_resolved", 1, ClockPhase::Running, Some("26 14:00"), None),
        ("continue_including_resolved", 1, ClockPhase::Running, Some("23 14:00"), Some("26 11:00")),
        ("new_cycle", 2, ClockPhase::Running, Some("26 15:00"), None),
        ("restart_full", 1, ClockPhase::Running, Some("26 15:00"), None),
        ("never", 1, ClockPhase::Stopped, Some("23 14:00"), None),
    ];
    for (reopen, cycle, phase, due_at, breached_at) in cases {
        let book = book(OFFICE, &format!(r#""reopen":"{reopen}""#), &clause(3, WORKING_4H));
        let replay = run(&book, &history, "26 11:00");
        let clock = resolution(&replay);
        assert_eq!((clock.cycle, clock.phase), (cycle, phase), "{reopen}");
        assert_eq!(clock.due_at, due_at.map(at), "{reopen}");
        assert_eq!(
            clock.breached_at,
            breached_at.map(at),
            "{reopen}: fires at the decision that made it late"
        );
        assert_eq!(clock.results.len(), 1, "{reopen}: the result of the first stop is kept");
    }
}

#[test]
fn a_breached_clock_that_restarts_in_its_cycle_stays_breached_and_a_new_cycle_does_not() {
    for (reopen, breached) in [("restart_full", true), ("new_cycle", false)] {
        let book = book(OFFICE, &format!(r#""reopen":"{reopen}""#), &elapsed(3, 3_600));
        let history = [
            ("23 10:00", opened()),
            ("23 12:00", Stimulus::Resolved {}),
            ("23 13:00", Stimulus::Reopened {}),
        ];
        let replay = run(&book, &history, "23 13:30");
        assert_eq!(resolution(&replay).breached_at.is_some(), breached, "{reopen}");
        assert_eq!(resolution(&replay).results[0].breached_at, Some(at("23 11:00:01")));
    }
}

#[test]
fn a_day_target_counts_from_the_original_start_in_its_convention() {
    for (convention, due_at) in
        [("keep_time", "24 10:00"), ("end_of_day", "24 18:00"), ("start_of_next", "26 08:00")]
    {
        let target = format!(
            r#""target":{{"unit":"working_days","days":1,"convention":"{convention}"}},"calendar":"cal""#
        );
        let book = book(OFFICE, "", &clause(3, &target));
        assert_eq!(due(&book, &[("23 10:00", opened())]), Some(at(due_at)), "{convention}");
    }
}

#[test]
fn a_calendar_date_is_met_until_its_midnight_and_never_pauses() {
    let book = book(
        OFFICE,
        "",
        &clause(3, r#""target":{"unit":"calendar_date","date":"2026-11-24"},"calendar":"cal""#),
    );
    let replay = run(&book, &[("23 10:00", opened()), ("23 11:00", paused())], "23 12:00");
    assert_eq!(resolution(&replay).phase, ClockPhase::Running);
    assert_eq!(resolution(&replay).due_at, Some(at("25 00:00")));
}

#[test]
fn an_unlisted_reason_and_a_breach_that_keeps_running_do_not_pause() {
    let other = Stimulus::Paused { reason: Code::new("lunch").unwrap() };
    let plain = book(OFFICE, "", &elapsed(3, 3_600));
    let replay = run(&plain, &[("23 10:00", opened()), ("23 10:30", other)], "23 10:30");
    assert_eq!(resolution(&replay).phase, ClockPhase::Running);
    for (policy, phase) in [("pause", ClockPhase::Paused), ("keep_running", ClockPhase::Running)] {
        let book = book(OFFICE, &format!(r#""pause_after_breach":"{policy}""#), &elapsed(3, 3_600));
        let replay = run(&book, &[("23 10:00", opened()), ("23 12:00", paused())], "23 12:00");
        assert_eq!(resolution(&replay).phase, phase);
    }
}

#[test]
fn the_longest_pause_ends_by_itself_and_that_pause_is_over() {
    let limited = clause(3, r#""target":{"unit":"elapsed","seconds":7200},"max_pause_s":3600"#);
    let book = book(OFFICE, "", &limited);
    let history = [("23 10:00", opened()), ("23 11:00", paused()), ("23 15:00", Stimulus::Resumed {})];
    let replay = run(&book, &history, "23 15:00");
    let clock = resolution(&replay);
    assert_eq!(clock.due_at, Some(at("23 13:00")));
    assert_eq!(clock.breached_at, Some(at("23 13:00:01")));
    assert_eq!(
        clock.pauses,
        [PastPause { reason: Code::new("user").unwrap(), from: at("23 11:00"), to: at("23 12:00") }]
    );
}

#[test]
fn a_calendar_that_never_opens_starts_a_clock_without_a_due_time() {
    let closed = r#"{"zone":"UTC","week":{}}"#;
    for target in [
        r#""target":{"unit":"working","seconds":60},"calendar":"cal""#,
        r#""target":{"unit":"working_days","days":2,"convention":"keep_time"},"calendar":"cal""#,
    ] {
        let book = book(closed, "", &clause(3, target));
        let replay = run(&book, &[("23 10:00", opened())], "30 10:00");
        let clock = resolution(&replay);
        assert_eq!((clock.due_at, clock.breaches_at, clock.next_due()), (None, None, None));
        assert_eq!(clock.note.map(ClockNote::code), Some("sla.never_due"));
    }
}

#[test]
fn a_paused_clock_is_breached_by_the_retarget_that_makes_it_late() {
    let hours = |priority, hours: u32| elapsed(priority, hours * 3_600);
    for (policy, from) in [("carry_elapsed", hours(3, 8)), ("carry_fraction", hours(3, 3))] {
        let terms = format!(r#""retarget":"{policy}""#);
        let book = book(OFFICE, &terms, &[from, hours(2, 2)].join(","));
        let history = [
            ("23 08:00", opened()),
            ("23 11:00", paused()),
            ("23 12:00", to_priority(2)),
            ("23 13:00", Stimulus::Resolved {}),
        ];
        let replay = run(&book, &history, "23 13:00");
        let late = policy == "carry_elapsed";
        let clock = resolution(&replay);
        let due_at = if late { at("23 10:00") } else { at("23 12:00") };
        assert_eq!(clock.due_at, Some(due_at), "{policy}: found in what is counted, and kept");
        let breached_at = late.then_some(at("23 12:00"));
        assert_eq!((clock.breached_at, clock.results[0].breached_at), (breached_at, breached_at), "{policy}");
    }
}

#[test]
fn working_days_that_never_come_are_never_due_whatever_was_consumed_before() {
    let days = r#""target":{"unit":"working_days","days":2,"convention":"keep_time"},"calendar":"cal",
        "levels":[{"id":"half","at":{"percent":50},"kind":"warning"}]"#;
    let never = r#"{"zone":"UTC","week":{}}"#;
    let book = book(never, "", &[elapsed(3, 90_000), clause(2, days)].join(","));
    let replay = run(&book, &[("23 08:00", opened()), ("23 12:00", to_priority(2))], "27 12:00");
    let clock = resolution(&replay);
    assert_eq!((clock.due_at, clock.breached_at, clock.note), (None, None, Some(ClockNote::NeverDue)));
    assert!(clock.fired.is_empty() && clock.armed.is_empty());
}

#[test]
fn an_excuse_is_recorded_beside_the_breach() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let replay = run(&book, &[("23 10:00", opened())], "23 12:00");
    let mut clock = resolution(&replay).clone();
    let (reason, by) = (Code::new("customer_absent").unwrap(), PersonId::new("slm-1").unwrap());
    for mark in engine::excuse(&clock, &reason, &by, at("23 12:00")).unwrap() {
        clock.fold(&mark);
    }
    assert_eq!(clock.excused, Some(Excuse { reason, by, at: at("23 12:00") }));
    assert_eq!(clock.breached_at, Some(at("23 11:00:01")));
}

#[test]
fn an_excuse_stays_with_the_result_of_its_cycle() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let entries = [("23 10:00", opened()), ("23 12:00", Stimulus::Resolved {})];
    let mut clock = resolution(&run(&book, &entries, "23 13:00")).clone();
    let (reason, by) = (Code::new("customer_absent").unwrap(), PersonId::new("slm-1").unwrap());
    for mark in engine::excuse(&clock, &reason, &by, at("23 13:00")).unwrap() {
        clock.fold(&mark);
    }
    let excuse = Some(Excuse { reason, by, at: at("23 13:00") });
    assert_eq!(clock.results[0].excused, excuse);
    let mut set = resolution_mark(&book, &entries);
    set.cycle = 2;
    set.result = None;
    clock.set(&set);
    assert_eq!((clock.excused, clock.results[0].excused.clone()), (None, excuse));
}

fn resolution_mark(book: &Agreements, entries: &[(&str, Stimulus)]) -> ClockSet {
    let replay = run(book, entries, "23 13:00");
    let set = replay.marks.iter().rev().find_map(|mark| match mark {
        ClockMark::Set(set) if set.metric == Metric::Resolution => Some((**set).clone()),
        _ => None,
    });
    set.unwrap()
}

#[test]
fn an_overrun_is_read_in_working_and_in_elapsed_time() {
    let book = book(OFFICE, "", &clause(3, WORKING_4H));
    let replay = run(&book, &[("23 15:00", opened())], "24 12:00");
    let reading = reading(resolution(&replay), at("26 09:00"), &book).unwrap();
    assert_eq!(reading.due_at, Some(at("24 09:00")));
    assert_eq!((reading.overrun_working_s, reading.overrun_elapsed_s), (10 * 3_600, 48 * 3_600));
    assert_eq!((reading.remaining_s, reading.percent_bp), (-10 * 3_600, Some(35_000)));
}

#[test]
fn the_update_clock_has_a_result_for_every_time_the_customer_was_informed() {
    let clause = r#"{"id":"u","metric":"update","target":{"unit":"elapsed","seconds":3600}}"#;
    let book = book(OFFICE, "", clause);
    let history = [
        ("23 10:00", opened()),
        ("23 10:10", Stimulus::Acknowledged {}),
        ("23 10:20", Stimulus::Responded {}),
        ("23 11:00", Stimulus::Informed {}),
        ("23 12:30", Stimulus::Informed {}),
    ];
    let replay = run(&book, &history, "23 12:30");
    let clock = replay.clocks.get(Metric::Update).unwrap();
    let results: Vec<_> = clock.results.iter().map(|r| (r.cycle, r.consumed_s, r.breached_at)).collect();
    assert_eq!(results, [(1, 3_000, None), (2, 5_400, Some(at("23 12:00:01")))]);
    assert_eq!((clock.cycle, clock.due_at, clock.breached_at), (3, Some(at("23 13:30")), None));
}

#[test]
fn a_response_clock_stops_on_what_its_clause_says() {
    let clause = |stops_on: &str| {
        format!(r#"{{"id":"r","metric":"response",{stops_on}"target":{{"unit":"elapsed","seconds":3600}}}}"#)
    };
    let history = [
        ("23 10:00", opened()),
        ("23 10:10", Stimulus::Assigned {}),
        ("23 10:20", Stimulus::Acknowledged {}),
    ];
    for (stops_on, ended_at) in [
        ("", Some("23 10:20")),
        (r#""stops_on":["assigned"],"#, Some("23 10:10")),
        (r#""stops_on":["responded"],"#, None),
    ] {
        let replay = run(&book(OFFICE, "", &clause(stops_on)), &history, "23 10:30");
        let clock = replay.clocks.get(Metric::Response).unwrap();
        assert_eq!(clock.results.first().map(|result| result.ended_at), ended_at.map(at));
    }
}

#[test]
fn a_ticket_that_is_classified_later_counts_from_its_opening() {
    let book = book(OFFICE, "", &elapsed(2, 3_600));
    let attached = Stimulus::Attached { start: at("23 10:00"), metrics: Vec::new() };
    let replay = run(
        &book,
        &[("23 10:00", opened()), ("23 12:00", to_priority(2)), ("23 12:00", attached)],
        "23 12:00",
    );
    let clock = resolution(&replay);
    assert_eq!((clock.started_at, clock.due_at), (at("23 10:00"), Some(at("23 11:00"))));
    assert_eq!(clock.breached_at, Some(at("23 12:00")), "not before the decision");
}

#[test]
fn a_late_holiday_moves_a_due_time_only_by_a_recomputation() {
    let clauses = clause(3, r#""target":{"unit":"working","seconds":43200},"calendar":"cal""#);
    let book = book(OFFICE, "", &clauses);
    let mut clocks = run(&book, &[("23 10:00", opened())], "23 10:00").clocks;
    assert_eq!(clocks.get(Metric::Resolution).unwrap().due_at, Some(at("24 12:00")));
    let book = book
        .with_calendar(versioned("cal", 2, calendar(&OFFICE.replace("2026-11-25", "2026-11-24"))))
        .unwrap();
    let recomputed = Stimulus::Recomputed { reason: Code::new("late_holiday").unwrap() };
    for mark in clocks.stimulate(&ticket(3), &recomputed, at("24 10:00"), &book).unwrap() {
        clocks.apply(&mark);
    }
    let clock = clocks.get(Metric::Resolution).unwrap();
    assert_eq!((clock.due_at, clock.consumed_s), (Some(at("25 12:00")), 8 * 3_600));
    assert_eq!(clock.terms.calendar.as_ref().unwrap().version, 2);
}

#[test]
fn what_was_recorded_late_is_marked_and_was_not_known_before() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let entry = |when: &str, recorded: &str, stimulus| HistoryEntry {
        at: at(when),
        recorded_at: Some(at(recorded)),
        stimulus,
    };
    let history = History::new(
        ticket(3),
        vec![
            entry("23 10:00", "23 10:00", opened()),
            entry("23 10:30", "24 10:30:01", Stimulus::Resolved {}),
        ],
    );
    let known = |as_of| replay(&history, &book, at(as_of)).unwrap();
    assert_eq!(resolution(&known("24 10:30")).phase, ClockPhase::Running);
    let late = known("24 10:30:01");
    assert_eq!(resolution(&late).phase, ClockPhase::Stopped);
    assert_eq!(late.late.iter().map(|late| (late.entry, late.gap_s)).collect::<Vec<_>>(), [(1, 86_401)]);
}

#[test]
fn selection_follows_precedence_or_the_earliest_due_instant() {
    let agreement = |precedence: u32, selection: &str, clauses: &str| {
        let text = format!(
            r#"{{"name":"n","precedence":{precedence},"selection":"{selection}","clauses":[{clauses}]}}"#
        );
        SlaPolicy::from_json(text.as_bytes()).unwrap()
    };
    let due = |first: &str, second: &str| {
        let policies = vec![
            versioned("b", 1, agreement(1, first, &[elapsed(3, 7_200), elapsed(2, 60)].join(","))),
            versioned("a", 1, agreement(2, second, &elapsed(3, 3_600))),
        ];
        due(&Agreements::new(policies, Vec::new()).unwrap(), &[("23 10:00", opened())])
    };
    assert_eq!(due("precedence", "strictest"), Some(at("23 12:00")));
    assert_eq!(due("strictest", "strictest"), Some(at("23 11:00")));
    assert_eq!(due("strictest", "precedence"), Some(at("23 12:00")));
}

#[test]
fn a_version_follows_its_predecessor_and_a_running_clock_keeps_its_own() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let next = || versioned("sla", 2, policy("", &elapsed(3, 60)));
    let newer = book.with_policy(next()).unwrap();
    assert_eq!(newer.with_policy(next()).unwrap_err().code(), "sla.version_order");
    let clocks = run(&book, &[("23 10:00", opened())], "23 10:00").clocks;
    assert_eq!(clocks.observe(at("23 10:30"), &newer).unwrap(), []);
    let alone = Agreements::new(vec![next()], Vec::new()).unwrap();
    assert_eq!(clocks.observe(at("23 12:00"), &alone).unwrap_err().code(), "sla.version_not_supplied");
    let marks = clocks.stimulate(&ticket(9), &to_priority(9), at("23 10:30"), &newer).unwrap();
    assert_eq!(marks, [], "a detached agreement never resets a clock");
}

#[test]
fn an_operation_before_the_last_one_is_refused() {
    let book = book(OFFICE, "", &elapsed(3, 3_600));
    let replay = run(&book, &[("23 10:00", opened())], "23 10:00");
    let refused = engine::stop(resolution(&replay), at("23 09:59"), &book).unwrap_err();
    assert_eq!(refused.code(), "sla.out_of_order");
}

#[test]
fn a_due_time_is_explained_with_its_pauses_and_its_resolved_time_in_both_languages() {
    let book = book(OFFICE, "", &elapsed(3, 14_400));
    let history = [
        ("23 10:00", opened()),
        ("23 11:00", paused()),
        ("23 12:00", Stimulus::Resumed {}),
        ("23 13:00", Stimulus::Resolved {}),
        ("23 15:00", Stimulus::Reopened {}),
    ];
    let why = why_due(resolution(&run(&book, &history, "23 15:00")), &book).unwrap();
    let english = "\
resolution: target 4:00:00, clause `p3` of `sla` version 1
counted  2026-11-23T02:00:00Z  2026-11-23T03:00:00Z      1:00:00
paused   2026-11-23T03:00:00Z  2026-11-23T04:00:00Z      0:00:00  user
counted  2026-11-23T04:00:00Z  2026-11-23T05:00:00Z      1:00:00
resolved 2026-11-23T05:00:00Z  2026-11-23T07:00:00Z      0:00:00
ahead    2026-11-23T07:00:00Z  2026-11-23T09:00:00Z      2:00:00
due      2026-11-23T09:00:00Z
breached after 2026-11-23T09:00:00Z
";
    assert_eq!(why.to_string(), english);
    let chinese = why.to_text(crate::time::Language::Chinese);
    assert!(chinese.starts_with("解决：时限 4:00:00，`sla` 第 1 版条款 `p3`\n已计时"), "{chinese}");
    assert_eq!(chinese.lines().count(), english.lines().count());
}
