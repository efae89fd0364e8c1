//! What a life leaves behind is read again, and nothing that contradicts itself is.

use crate::kernel::{Code, PersonId};
use crate::sla::vectors::{OFFICE, at, book, clause, elapsed, opened, paused, run, to_priority};
use crate::sla::*;
use serde_json::{Value, json};

const LEVELS: &str = r#""target":{"unit":"elapsed","seconds":7200},"levels":[
    {"id":"half","at":{"percent":50},"kind":"warning"},{"id":"late","at":{"percent":150},"kind":"warning"},
    {"id":"last","at":{"percent":500},"kind":"warning"}]"#;

fn desk(terms: &str) -> Agreements {
    book(OFFICE, terms, &[clause(3, LEVELS), elapsed(2, 600)].join(","))
}

/// A clock that was paused, breached, excused, stopped and reopened, and has all that a clock can have.
fn lived() -> TicketClocks {
    let history = [
        ("23 08:00", opened()),
        ("23 08:30", paused()),
        ("23 09:00", Stimulus::Resumed {}),
        ("23 12:00", Stimulus::Resolved {}),
        ("23 13:00", Stimulus::Reopened {}),
    ];
    let mut clocks = run(&desk(""), &history, "23 13:00").clocks;
    let clock = clocks.get(Metric::Resolution).unwrap();
    let (code, by) = (Code::new("supplier_late").unwrap(), PersonId::new("p").unwrap());
    for mark in engine::excuse(clock, &code, &by, at("23 13:10")).unwrap() {
        clocks.apply(&mark);
    }
    clocks
}

fn document(clocks: &TicketClocks) -> Value {
    serde_json::to_value(clocks).unwrap()
}

fn refused(document: Value) -> SlaError {
    let clocks: Vec<Clock> = serde_json::from_value(document.clone()).unwrap();
    assert!(serde_json::from_value::<TicketClocks>(document).is_err(), "however they are read");
    TicketClocks::try_from(clocks).unwrap_err()
}

#[test]
fn clocks_that_contradict_themselves_are_refused_with_the_path() {
    let (lived, before, after) = (lived(), "2026-11-22T00:00:00Z", "2026-11-24T00:00:00Z");
    let fine = document(&lived);
    assert_eq!(serde_json::from_value::<TicketClocks>(fine.clone()).unwrap(), lived);
    let pause = json!({"reason": "user", "since": "2026-11-23T05:00:00Z"});
    let result = fine[0]["results"][0].clone();
    let second = |field: &str, value: Value| {
        let mut next = result.clone();
        next[field] = value;
        json!([result, next])
    };
    let cases = [
        ("phase", json!("not_started"), "phase"),
        ("phase", json!("paused"), "since"),
        ("phase", json!("stopped"), "since"),
        ("since", Value::Null, "since"),
        ("since", json!(before), "since"),
        ("since", json!(after), "since"),
        ("paused", pause.clone(), "paused"),
        ("as_of", json!(before), "as_of"),
        ("started_at", json!(after), "as_of"),
        ("note", json!("sla.never_due"), "note"),
        ("due_at", Value::Null, "note"),
        ("due_at", json!(before), "due_at"),
        ("breaches_at", json!(before), "breaches_at"),
        ("target_s", json!(7_201), "target_s"),
        ("target_s", json!(-1), "target_s"),
        ("consumed_s", json!(1), "consumed_s"),
        ("carried_s", json!(-1), "carried_s"),
        ("carried_s", json!(1), "consumed_s"),
        ("segments", json!([]), "consumed_s"),
        ("breached_at", json!(after), "breached_at"),
        ("breached_at", Value::Null, "excused"),
        ("cycle", json!(0), "cycle"),
        ("cycle", json!(3), "cycle"),
        ("results", json!([]), "cycle"),
        ("results", second("cycle", json!(3)), "results[1].cycle"),
        ("results", second("ended_at", json!("2026-11-23T03:00:00Z")), "results[1].ended_at"),
        ("results", second("ended_at", json!(after)), "as_of"),
    ];
    for (field, value, path) in cases {
        let mut document = fine.clone();
        if field == "results" && value == json!([]) {
            document[0]["cycle"] = json!(2);
        }
        document[0][field] = value.clone();
        let error = refused(document);
        assert_eq!(
            (error.code(), error.path()),
            ("sla.inconsistent", format!("[0].{path}").as_str()),
            "{field}: {value}"
        );
    }
    let inside = [
        ("/0/segments/0/from", json!(before), "segments[0].from"),
        ("/0/segments/1/from", json!("2026-11-23T00:10:00Z"), "segments[1].from"),
        ("/0/segments/0/to", json!(before), "segments[0].to"),
        ("/0/segments/0/consumed_s", json!(1_801), "segments[0].consumed_s"),
        ("/0/segments/0/consumed_s", json!(-1), "segments[0].consumed_s"),
        ("/0/segments/1/to", json!(after), "as_of"),
        ("/0/segments/1/to", json!("2026-11-23T05:00:01Z"), "since"),
        ("/0/pauses/0/to", json!(before), "pauses[0].to"),
        ("/0/pauses/0/to", json!(after), "as_of"),
        ("/0/excused/at", json!(before), "excused.at"),
        ("/0/excused/at", json!(after), "excused.at"),
        ("/0/fired/0/at", json!(after), "fired"),
        ("/0/fired/1/at", json!(before), "fired"),
        ("/0/fired/1/level", json!("half"), "armed"),
        ("/0/results/0/ended_at", json!(before), "results[0].ended_at"),
        ("/0/results/0/consumed_s", json!(-1), "results[0].consumed_s"),
        ("/0/results/0/breached_at", json!(after), "results[0].breached_at"),
        ("/0/results/0/excused/at", json!(before), "results[0].excused.at"),
        ("/0/terms/target", json!({"unit": "working", "seconds": 7_200}), "terms.calendar"),
    ];
    for (pointer, value, path) in inside {
        let mut document = fine.clone();
        *document.pointer_mut(pointer).expect("a part of the clock") = value.clone();
        assert_eq!(refused(document).path(), format!("[0].{path}"), "{pointer}: {value}");
    }
    let twice = json!([fine[0], fine[0]]);
    assert_eq!(refused(twice).path(), "[1].metric");
}

#[test]
fn a_clock_that_is_paused_or_stopped_has_what_it_stands_on() {
    let half = ("23 08:30", paused());
    let twice = [("23 08:00", opened()), half, ("23 09:00", Stimulus::Resumed {}), ("23 09:30", paused())];
    let waiting = document(&run(&desk(""), &twice, "23 09:30").clocks);
    let stopped = [("23 08:00", opened()), ("23 09:00", Stimulus::Resolved {})];
    let stopped = document(&run(&desk(""), &stopped, "23 09:00").clocks);
    let pause = |since: &str, until: &str| json!({"reason": "user", "since": since, "resumes_at": until});
    let (eight, nine, half_past) = ("2026-11-23T00:00:00Z", "2026-11-23T01:00:00Z", "2026-11-23T01:30:00Z");
    let level = json!([{"level": "late", "at": "2026-11-24T00:00:00Z"}]);
    let mut other = stopped[0]["results"].clone();
    other[0]["consumed_s"] = json!(3_599);
    let cases = [
        (&waiting, "paused", Value::Null, "paused"),
        (&waiting, "paused", pause("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"), "paused.since"),
        (&waiting, "paused", pause("2026-11-23T00:45:00Z", half_past), "paused.since"),
        (&waiting, "paused", pause(half_past, nine), "paused.resumes_at"),
        (&waiting, "pauses", json!([{"reason": "user", "from": nine, "to": eight}]), "pauses[0].to"),
        (&stopped, "results", json!([]), "results"),
        (&stopped, "results", other, "results"),
        (&stopped, "armed", level, "armed"),
    ];
    for (clock, field, value, path) in cases {
        let mut document = clock.clone();
        document[0][field] = value.clone();
        assert_eq!(refused(document).path(), format!("[0].{path}"), "{field}: {value}");
    }
}

#[test]
fn nothing_lies_before_the_start_unless_a_clause_begins_again() {
    let mut early = document(&lived());
    early[0]["breached_at"] = json!("2026-11-22T23:00:00Z");
    let stored = |document: &Value| {
        let clocks: Vec<Clock> = serde_json::from_value(document.clone()).unwrap();
        TicketClocks::try_from(clocks).unwrap()
    };
    let error = stored(&early).check_under(&desk("")).unwrap_err();
    assert_eq!((error.code(), error.path()), ("sla.inconsistent", "[0].breached_at"));
    assert_eq!(stored(&early).check_under(&desk(r#""retarget":"restart_now""#)), Ok(()));

    let history = [("23 08:00", opened()), ("23 10:30", to_priority(2))];
    let again = run(&desk(r#""retarget":"restart_now""#), &history, "23 11:00").clocks;
    let clock = again.get(Metric::Resolution).unwrap();
    assert!(clock.breached_at < Some(clock.started_at), "a life that has both");
    assert_eq!(stored(&document(&again)), again);
}

#[test]
fn what_is_due_is_not_looked_for_before_the_last_mark() {
    let desk = desk("");
    let clocks = run(&desk, &[("23 08:00", opened()), ("23 08:30", paused())], "23 08:30").clocks;
    let early = clocks.observe(at("23 08:29:59"), &desk).unwrap_err();
    assert_eq!(early, SlaError::OutOfOrder { at: at("23 08:29:59"), after: at("23 08:30") });
    assert_eq!(clocks.observe(at("23 08:30"), &desk), Ok(Vec::new()));
}
