//! The attacks that have a name.

use super::bodies::COMMANDS;
use itsm::kernel::{DocumentError, strict};
use itsm::priority::PriorityMatrix;
use itsm::resolution::DeskRules;
use itsm::sla::SlaPolicy;
use itsm::system::{Command, CommandError, SystemJournal};
use itsm::time::{BusinessCalendar, CalendarError};
use std::time::{Duration, Instant};

/// What a document of 4 MB may cost in a debug build.
const BOUND: Duration = Duration::from_secs(2);

fn timed<T>(ask: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let answer = ask();
    assert!(begun.elapsed() < BOUND, "took {:?}", begun.elapsed());
    answer
}

fn described(error: &DocumentError) -> (String, &'static str) {
    (error.path.clone(), error.fault.code())
}

/// Path and code of the refusal of a command.
fn command(text: &str) -> (String, &'static str) {
    match timed(|| Command::from_json(text.as_bytes())).expect_err("it is hostile") {
        CommandError::Document(error) => described(&error),
        other => (String::new(), other.code()),
    }
}

/// The same of a calendar.
fn calendar(text: &str) -> (String, &'static str) {
    match timed(|| BusinessCalendar::from_json(text.as_bytes())).expect_err("it is hostile") {
        CalendarError::Document(error) => described(&error),
        other => (other.to_string(), other.code()),
    }
}

fn on(kind: &str, body: &str) -> String {
    format!(r#"{{"kind":"{kind}","record":"INC-000001","body":{body}}}"#)
}

fn week(rest: &str) -> String {
    format!(r#"{{"zone":"UTC","week":{{"mon":[["09:00","18:00"]]}}{rest}}}"#)
}

fn at(path: &str, code: &'static str) -> (String, &'static str) {
    (path.to_owned(), code)
}

#[test]
fn nesting_ends_at_the_limit_also_where_nothing_reads_it() {
    let million = "[".repeat(1_000_000);
    assert_eq!(command(&on("incident.work", &million)).1, "document.too_deep");
    assert_eq!(command(&on("incident.work", &format!(r#"{{"unknown":{million}"#))).1, "document.too_deep");
    assert_eq!(calendar(&million).1, "document.too_deep");
    let event = SystemJournal::from_lines(&million).expect_err("it is hostile");
    assert_eq!(event.code(), "document.too_deep");
}

#[test]
fn numbers_are_integers_of_their_size() {
    for number in ["1e400", "1.5", "-0", "18446744073709551616", "99999999999999999999999999"] {
        let body = format!(r#"{{"category":"c","impact":{number},"urgency":1,"known_error":"none"}}"#);
        assert_eq!(
            command(&on("incident.classify", &body)),
            at("body.impact", "document.not_an_integer"),
            "{number}"
        );
    }
    for number in ["256", "-1", "18446744073709551615"] {
        let body = format!(r#"{{"category":"c","impact":{number},"urgency":1,"known_error":"none"}}"#);
        assert_eq!(command(&on("incident.classify", &body)), at("body.impact", "document.shape"), "{number}");
    }
    for word in ["NaN", "Infinity", "01"] {
        let body = format!(r#"{{"category":"c","impact":{word},"urgency":1,"known_error":"none"}}"#);
        assert_eq!(command(&on("incident.classify", &body)).1, "document.syntax", "{word}");
    }
}

#[test]
fn a_key_stands_once_however_it_is_written() {
    assert_eq!(
        command(&on("incident.work", r#"{"note":"a","note":"b"}"#)),
        at("body.note", "document.duplicate_key")
    );
    assert_eq!(
        command(&on("incident.work", r#"{"note":"a","n\u006fte":"b"}"#)),
        at("body.note", "document.duplicate_key")
    );
    assert_eq!(
        calendar(&week(r#","special_days":{"2026-01-01":[],"2026-01-01":[]}"#)),
        at("special_days.2026-01-01", "document.duplicate_key")
    );
}

#[test]
fn years_beyond_the_range_are_no_instants() {
    for year in ["1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "+12026-01-01"]
    {
        let body = format!(r#"{{"reason":"user","note":"n","until":"{year}"}}"#);
        assert_eq!(command(&on("incident.pend", &body)), at("body.until", "document.shape"), "{year}");
    }
    assert_eq!(calendar(&week(r#","holidays":["1000000000-01-01"]"#)), at("holidays[0]", "document.shape"));
}

#[test]
fn a_million_windows_holidays_or_ones_are_too_many() {
    let windows = r#"["09:00","10:00"],"#.repeat(200_000);
    let text = format!(r#"{{"zone":"UTC","week":{{"mon":[{windows}["11:00","12:00"]]}}}}"#);
    assert_eq!(calendar(&text), at("week.mon[10000]", "document.too_many"));
    let holidays = r#""2026-10-01","#.repeat(300_000);
    assert_eq!(
        calendar(&week(&format!(r#","holidays":[{holidays}"2026-10-02"]"#))),
        at("holidays[10000]", "document.too_many")
    );
    let million = r#""2026-10-01","#.repeat(1_000_000);
    assert_eq!(
        calendar(&week(&format!(r#","holidays":[{million}"2026-10-02"]"#))),
        at("", "document.too_large")
    );
    let ones = format!("[{}1]", "1,".repeat(5_000_000));
    assert_eq!(calendar(&ones), at("", "document.too_large"));
    assert_eq!(command(&on("incident.work", &ones)), at("", "document.too_large"));
    let fewer = format!("[{}1]", "1,".repeat(2_000_000));
    assert_eq!(command(&on("incident.work", &fewer)), at("body[10000]", "document.too_many"));
}

#[test]
fn four_megabytes_of_anything_are_answered_in_bounded_time() {
    let keys: String = (0..400_000).map(|key| format!(r#""{key}":1,"#)).collect();
    let spaces = " ".repeat(4_000_000);
    let quotes = r#""","#.repeat(1_300_000);
    let escapes = format!(r#""{}""#, r"\u0041".repeat(690_000));
    let nested = format!("[{}[]]", "[[[[]]]],".repeat(400_000));
    for text in [
        format!("{{{keys}\"x\":1}}"),
        spaces,
        format!("[{quotes}1]"),
        format!("{{{escapes}:1}}"),
        escapes,
        nested,
        "\\".repeat(4_000_000),
    ] {
        timed(|| Command::from_json(text.as_bytes())).expect_err("it is hostile");
        timed(|| BusinessCalendar::from_json(text.as_bytes())).expect_err("it is hostile");
        timed(|| SlaPolicy::from_json(text.as_bytes())).expect_err("it is hostile");
        timed(|| PriorityMatrix::from_json(text.as_bytes())).expect_err("it is hostile");
        if let Ok(journal) = timed(|| SystemJournal::from_lines(&text)) {
            assert!(journal.events().is_empty());
        }
    }
}

#[test]
fn the_largest_calendar_is_compiled_in_bounded_time() {
    let days: Vec<_> =
        (0..10_000).map(|day| chrono::NaiveDate::from_epoch_days(10_000 + day).expect("a date")).collect();
    let holidays: Vec<_> =
        days.iter().map(|day| format!(r#"{{"date":"{day}","name":"a holiday of some name"}}"#)).collect();
    let windows: Vec<_> = (0..96)
        .map(|quarter| {
            format!(
                r#"["{:02}:{:02}","{:02}:{:02}"]"#,
                quarter / 4,
                quarter % 4 * 15,
                quarter / 4,
                quarter % 4 * 15 + 10
            )
        })
        .collect();
    let special: Vec<_> =
        days.iter().take(1_000).map(|day| format!(r#""{day}":[{}]"#, windows.join(","))).collect();
    let week: Vec<_> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .map(|day| format!(r#""{day}":[{}]"#, windows.join(",")))
        .collect();
    let text = format!(
        r#"{{"zone":"Europe/Berlin","week":{{{}}},"holidays":[{}],"special_days":{{{}}}}}"#,
        week.join(","),
        holidays.join(","),
        special.join(",")
    );
    assert!(text.len() < itsm::kernel::limits::POLICY_BYTES);
    timed(|| BusinessCalendar::from_json(text.as_bytes())).expect("a calendar within every limit");
}

#[test]
fn texts_that_are_no_unicode_are_refused() {
    assert_eq!(command(&on("incident.work", r#"{"note":"\ud800"}"#)), at("body.note", "document.syntax"));
    assert_eq!(command(&on("incident.work", r#"{"\udc00":"n"}"#)).1, "document.syntax");
    let bytes =
        [br#"{"kind":"incident.work","record":"INC-1","body":{"note":""#.as_slice(), b"\xff\"}}"].concat();
    let error = Command::from_json(&bytes).expect_err("it is hostile");
    assert_eq!(error.code(), "document.syntax");
}

#[test]
fn an_id_is_neither_empty_nor_long_nor_invisible() {
    for id in ["", r"\u0000", r"INC\n1", &"x".repeat(129)] {
        let text = format!(r#"{{"kind":"incident.acknowledge","record":"{id}","body":{{}}}}"#);
        assert_eq!(command(&text), at("record", "document.shape"), "{id}");
        let body = format!(r#"{{"group":"{id}"}}"#);
        assert_eq!(command(&on("incident.assign", &body)), at("body.group", "document.shape"), "{id}");
    }
}

#[test]
fn a_list_stands_for_no_object_at_any_door() {
    assert_eq!(command(&on("incident.acknowledge", "[]")), at("body", "document.shape"));
    assert_eq!(command(&on("incident.work", r#"["a note"]"#)), at("body", "document.shape"));
    assert_eq!(command(r#"["incident.acknowledge","INC-000001",{}]"#), at("", "document.shape"));
    assert_eq!(
        command(&on("incident.link", r#"{"link":["relates_problem","PRB-1"]}"#)),
        at("body.link", "document.shape")
    );
    assert_eq!(calendar(r#"["UTC",{}]"#), at("", "document.shape"));
    assert_eq!(calendar(r#"{"zone":"UTC","week":[]}"#), at("week", "document.shape"));
    assert_eq!(calendar(&week(r#","holidays":[["2026-10-01","x"]]"#)), at("holidays[0]", "document.shape"));
    let clause = r#"{"id":"c","metric":"response","target":["elapsed",60]}"#;
    let policy = format!(r#"{{"name":"n","precedence":1,"selection":"precedence","clauses":[{clause}]}}"#);
    let itsm::sla::SlaError::Document(error) = SlaPolicy::from_json(policy.as_bytes()).expect_err("hostile")
    else {
        panic!("a fault of the document")
    };
    assert_eq!(described(&error), at("clauses[0].target", "document.shape"));
    assert_eq!(DeskRules::from_json(br#"["office"]"#).expect_err("hostile").fault.code(), "document.shape");
    let journal = super::bodies::DESK.journal().to_lines();
    let line: serde_json::Value =
        serde_json::from_str(journal.lines().next().expect("a line")).expect("an entry");
    let values: Vec<_> = line.as_object().expect("an object").values().cloned().collect();
    let list = serde_json::to_string(&values).expect("a list");
    assert_eq!(SystemJournal::from_lines(&list).expect_err("hostile").code(), "document.shape");
}

#[test]
fn what_is_not_known_or_of_another_type_is_refused_with_its_path() {
    assert_eq!(command(&on("incident.work", r#"{"note":"n","x":1}"#)), at("body.x", "document.shape"));
    assert_eq!(
        command(r#"{"kind":"incident.work","record":"I","body":{"note":"n"},"x":1}"#),
        at("x", "document.shape")
    );
    assert_eq!(command(&on("incident.work", r#"{"note":7}"#)), at("body.note", "document.shape"));
    assert_eq!(command(&on("incident.work", "null")), at("body", "document.shape"));
    assert_eq!(command(&on("incident.work", r#""text""#)), at("body", "document.shape"));
    assert_eq!(command(&on("incident.nothing", "{}")), at("", "command.unknown_kind"));
    assert_eq!(command(&on(&"x".repeat(200_000), "{}")), at("", "command.unknown_kind"));
    assert_eq!(command(""), at("", "document.syntax"));
    assert_eq!(command("{} {}").1, "document.shape");
    assert_eq!(calendar(&week(r#","x":1"#)), at("x", "document.shape"));
    assert_eq!(calendar(r#"{"zone":"UTC","week":{"mon":[["09:00"]]}}"#), at("week.mon[0]", "document.shape"));
    assert_eq!(calendar(r#"{"zone":"UTC","week":{"someday":[]}}"#).1, "document.shape");
    let first = COMMANDS[0].trim_end();
    assert_eq!(command(&format!("{first}x")), at("", "document.syntax"));
}

#[test]
fn a_number_that_somebody_supplied_does_not_use_the_numbers_up() {
    let mut desk = super::bodies::DESK.clone();
    let log = COMMANDS[4].replacen("\"body\"", r#""record":"INC-18446744073709551615","body""#, 1);
    for text in [log.as_str(), COMMANDS[4], COMMANDS[4]] {
        let command = Command::from_json(text.as_bytes()).expect("a command");
        desk.execute(&command, &super::bodies::at_the_desk()).expect("logged");
    }
}

#[test]
fn spans_that_make_timers_without_end_are_no_rules_of_a_desk() {
    for (field, seconds) in [("major_update_every_s", 0), ("major_notice_s", -1), ("late_entry_s", i64::MIN)]
    {
        let text = format!(r#"{{"calendar":"office","{field}":{seconds}}}"#);
        let error = DeskRules::from_json(text.as_bytes()).expect_err("hostile");
        assert_eq!(described(&error), at(field, "document.shape"));
    }
}

#[test]
fn a_document_is_scanned_without_a_copy_of_it() {
    let ones = format!("[{}1]", "1,".repeat(9_999));
    timed(|| strict::scan(ones.as_bytes(), ones.len())).expect("a list within the limit");
}
