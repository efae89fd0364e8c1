//! The example `incident_history` and the room `analytics` behind it, as their users see them: a table goes in, figures
//! come out.

#[path = "../examples/incident_history/main.rs"]
#[allow(dead_code, reason = "the example's `main` is not called here")]
mod program;

use itsm::analytics::{Conformance, Finding, HistoryMapping, HistoryReport, Measure};
use program::arguments::{self, Arguments, Asked};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

const SERVICENOW: &str = include_str!("../examples/incident_history/servicenow.mapping.json");
const HEADER: &str = "number,incident_state,sys_updated_at,assignment_group,sys_updated_by,closed_code,\
                      reassignment_count,reopen_count,impact,urgency,priority,category,opened_at,resolved_at,closed_at,made_sla";

/// Ticket, state, time, group, actor, resolution code, reassignments, reopens; the rest is the same everywhere.
const ROWS: &[[&str; 8]] = &[
    ["A1", "New", "1/6/2026 09:00", "?", "ann", "?", "0", "0"],
    ["A1", "New", "1/6/2026 09:05", "net", "ann", "?", "1", "0"],
    ["A1", "Active", "1/6/2026 09:30", "net", "bob", "?", "1", "0"],
    ["A1", "Resolved", "1/6/2026 11:00", "net", "bob", "c1", "1", "0"],
    ["A1", "Closed", "4/6/2026 11:00", "net", "ann", "c1", "1", "0"],
    // A jump that the mapping does not expand.
    ["A2", "New", "1/6/2026 09:00", "net", "ann", "c1", "0", "0"],
    ["A2", "Resolved", "1/6/2026 09:10", "net", "ann", "c1", "0", "0"],
    // Nobody was assigned.
    ["A3", "New", "1/6/2026 09:00", "?", "ann", "?", "0", "0"],
    ["A3", "Active", "1/6/2026 10:00", "?", "bob", "?", "0", "0"],
    // Waits twice in a row, is resolved while it waits, and comes back in time.
    ["A4", "Active", "1/6/2026 09:00", "net", "bob", "?", "0", "0"],
    ["A4", "Awaiting User Info", "1/6/2026 10:00", "net", "bob", "?", "0", "0"],
    ["A4", "Awaiting Vendor", "2/6/2026 10:00", "net", "bob", "?", "0", "0"],
    ["A4", "Resolved", "2/6/2026 11:00", "net", "bob", "c2", "0", "0"],
    ["A4", "Active", "3/6/2026 09:00", "net", "eve", "c2", "0", "1"],
    ["A4", "Resolved", "3/6/2026 12:00", "net", "bob", "c2", "0", "1"],
    ["A4", "Closed", "8/6/2026 12:00", "net", "eve", "c2", "0", "1"],
    // Closed is final, and the table does not count this reopening.
    ["A5", "Active", "1/6/2026 09:00", "net", "bob", "c1", "0", "0"],
    ["A5", "Resolved", "1/6/2026 10:00", "net", "bob", "c1", "0", "0"],
    ["A5", "Closed", "1/6/2026 11:00", "net", "ann", "c1", "0", "0"],
    ["A5", "Active", "1/6/2026 12:00", "net", "bob", "c1", "0", "0"],
    // A state that nobody mapped.
    ["A6", "New", "1/6/2026 09:00", "net", "ann", "?", "0", "0"],
    ["A6", "-100", "1/6/2026 09:10", "net", "ann", "?", "0", "0"],
    ["A6", "New", "1/6/2026 09:20", "net", "ann", "?", "0", "0"],
    // Closed by whoever resolved it.
    ["A7", "Active", "1/6/2026 09:00", "net", "bob", "c1", "0", "0"],
    ["A7", "Resolved", "1/6/2026 10:00", "net", "bob", "c1", "0", "0"],
    ["A7", "Closed", "1/6/2026 10:01", "net", "bob", "c1", "0", "0"],
    // Resolved without a code.
    ["A8", "Active", "1/6/2026 09:00", "net", "bob", "?", "0", "0"],
    ["A8", "Resolved", "1/6/2026 10:00", "net", "bob", "?", "0", "0"],
    // Comes back after ten working days.
    ["A9", "Active", "1/6/2026 09:00", "net", "bob", "c1", "0", "0"],
    ["A9", "Resolved", "1/6/2026 10:00", "net", "bob", "c1", "0", "0"],
    ["A9", "Active", "15/6/2026 10:01", "net", "ann", "c1", "0", "1"],
    // Passed on twice, counted three times; begins resolved.
    ["A10", "Resolved", "1/6/2026 09:00", "net", "bob", "c1", "0", "0"],
    ["A10", "Resolved", "1/6/2026 09:01", "db", "bob", "c1", "1", "0"],
    ["A10", "Resolved", "1/6/2026 09:02", "?", "bob", "c1", "3", "0"],
];

fn csv_row(row: &[&str; 8]) -> String {
    let levels = if row[0] == "A6" { "3 - Low,3 - Low,4 - Low" } else { "1 - High,2 - Medium,2 - High" };
    format!("{},{levels},net/vpn,1/6/2026 08:55,?,?,true", row.join(","))
}

fn table() -> String {
    let rows = ROWS.iter().map(|row| csv_row(row) + "\n");
    format!("{HEADER}\n{}", rows.collect::<String>())
}

/// A file of its own for one test, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("itsm-history-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a place for scratch files");
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn asked(words: &[&str]) -> Result<Asked, String> {
    arguments::read(words.iter().map(OsString::from))
}

fn arguments_of(file: &Path, more: &[&str]) -> Arguments {
    let mut words = vec![file.to_str().expect("a UTF-8 path")];
    words.extend(more);
    match asked(&words) {
        Ok(Asked::Run(arguments)) => arguments,
        _ => panic!("{words:?} is a command line"),
    }
}

fn figures(name: &str, bytes: &[u8]) -> Result<Value, String> {
    let file = Scratch::new(name, bytes);
    let text = program::run(&arguments_of(&file.0, &["--json"])).map_err(|fault| fault.to_string())?;
    Ok(serde_json::from_str(&text).expect("the answer is JSON"))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

#[test]
fn every_move_is_accepted_or_refused_by_its_guard() {
    let found = figures("guards.csv", table().as_bytes()).unwrap();
    let refused: Vec<Value> = found["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!([
                row["guard"],
                row["from"],
                row["to"],
                row["missing"][0],
                row["count"],
                row["example"]["ticket"]
            ])
        })
        .collect();
    assert_eq!(
        refused,
        [
            json!(["T-INC-03", "New", "Active", "group", 1, "A3"]),
            json!(["T-INC-08", "Active", "Resolved", "resolution_code", 1, "A8"]),
            json!(["T-INC-08", null, "Resolved", "state", 1, "A10"]),
            json!(["T-INC-08", "New", "Resolved", "state", 1, "A2"]),
            json!(["T-INC-09", "Resolved", "Closed", "separation_of_duties", 1, "A7"]),
            json!(["T-INC-10", "Resolved", "Active", "reopen_window", 1, "A9"]),
            json!(["T-INC-10", "Closed", "Active", "state", 1, "A5"]),
        ]
    );
    let accepted: u64 = found["accepted"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| !row["from"].is_null())
        .map(|row| row["count"].as_u64().unwrap())
        .sum();
    assert_eq!(found["transitions_accepted"], accepted);
    assert_eq!((&found["transitions_accepted"], &found["transitions_refused"]), (&json!(13), &json!(6)));
    assert_eq!((&found["openings_accepted"], &found["openings_refused"]), (&json!(9), &json!(1)));
    assert_eq!((&found["updates"], &found["unknown_states"]), (&json!(4), &json!(1)));
    assert_eq!((&found["incidents"], &found["events"]), (&json!(10), &json!(ROWS.len())));
}

#[test]
fn what_the_table_counts_is_counted_again() {
    let found = figures("counts.csv", table().as_bytes()).unwrap();
    // A4, A5 and A9 come back; A5 says that it does not.
    assert_eq!((&found["reopens"], &found["reopen_differs"]), (&json!(3), &json!(1)));
    // A1 from none to a group, A10 to another and to none; A10 says three.
    assert_eq!((&found["reassignments"], &found["reassignment_differs"]), (&json!(3), &json!(1)));
    assert_eq!(found["reassignment"]["example"], "A10");
    // The three rows of A6.
    assert_eq!((&found["priority_compared"], &found["priority_differs"]), (&json!(34), &json!(3)));
    assert_eq!(found["priority_differences"][0]["matrix"], 5);
}

#[test]
fn clocks_follow_what_happened_whether_it_was_legal_or_not() {
    let found = figures("clocks.csv", table().as_bytes()).unwrap();
    // P2: an hour to respond. All but A3 (10:00) and A6 (never, P4: eight hours) are answered in time.
    assert_eq!((&found["response"]["met"], &found["response"]["breached"]), (&json!(8), &json!(1)));
    assert_eq!(found["response"]["unfinished"], 1);
    // P2: eight hours to resolve. A4 used 1:05 before it waited for the user, 1:00 for the vendor, 3:00 after it came back.
    // A3, A5 and A9 are open again or still, and A6 is.
    assert_eq!((&found["resolution"]["met"], &found["resolution"]["unfinished"]), (&json!(6), &json!(4)));
    let kpi =
        |id: &str| found["kpis"].as_array().unwrap().iter().find(|kpi| kpi["id"] == id).cloned().unwrap();
    assert_eq!((&kpi("K-INC-08")["numerator"], &kpi("K-INC-08")["denominator"]), (&json!(3), &json!(9)));
    assert_eq!((&kpi("K-INC-10")["numerator"], &kpi("K-INC-10")["denominator"]), (&json!(4), &json!(3)));
    // A1 2:05, A4 5:05, A7 1:05 of working time.
    assert_eq!(kpi("K-INC-04")["numerator"], (125 + 305 + 65) * 60);
}

#[test]
fn a_kpi_without_a_denominator_is_not_applicable() {
    let found = figures("empty.csv", format!("{HEADER}\n").as_bytes()).unwrap();
    for kpi in found["kpis"].as_array().unwrap().iter().filter(|kpi| kpi["id"] != "K-INC-01") {
        assert_eq!((&kpi["denominator"], &kpi["value"]), (&json!(0), &Value::Null), "{kpi}");
    }
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_stops_nothing() {
    let broken = [
        csv_row(&["B1", "New", "31/6/2026 09:00", "?", "ann", "?", "0", "0"]),
        "B2,New".to_owned(),
        csv_row(&["B3", "New", "1/6/2026 09:00", "?", "ann", "?", "-1", "0"]),
        csv_row(&["?", "New", "1/6/2026 09:00", "?", "ann", "?", "0", "0"]),
        csv_row(&["B5", "New", "1/6/2026 09:00", "?", "ann", "?", "0", "0"])
            .replace("3 - Low", "9 - Odd")
            .replace("1 - High", "9 - Odd"),
        csv_row(&["B6", "New", "1/6/2026 09:00", &"g".repeat(200), "ann", "?", "0", "0"]),
    ];
    let found = figures("broken.csv", format!("{}{}\n", table(), broken.join("\n")).as_bytes()).unwrap();
    let faults: Vec<Value> = found["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| json!([fault["line"], fault["column"], fault["code"]]))
        .collect();
    assert_eq!(
        faults,
        [
            json!([36, "sys_updated_at", "row.time"]),
            json!([37, "", "row.field_count"]),
            json!([38, "reassignment_count", "row.number"]),
            json!([39, "number", "row.missing"]),
            json!([40, "impact", "row.level"]),
            json!([41, "assignment_group", "row.too_long"]),
        ]
    );
    assert_eq!((&found["malformed_rows"], &found["events"]), (&json!(6), &json!(ROWS.len())));
}

#[test]
fn gzip_is_read_like_plain_text_and_a_truncated_one_is_refused() {
    let whole = gzip(table().as_bytes());
    let strip = |mut found: Value| {
        let figures = found.as_object_mut().unwrap();
        figures.remove("events_per_second");
        figures.remove("file");
        found
    };
    let plain = strip(figures("plain.csv", table().as_bytes()).unwrap());
    assert_eq!(strip(figures("whole.csv.gz", &whole).unwrap()), plain);
    let fault = figures("cut.csv.gz", &whole[..whole.len() / 2]).unwrap_err();
    assert!(fault.contains("truncated"), "{fault}");
    let fault = figures("tail.csv.gz", &whole[..whole.len() - 4]).unwrap_err();
    assert!(fault.contains("truncated"), "{fault}");
}

#[test]
fn a_hostile_table_costs_no_more_than_its_limit() {
    let endless = format!("{}A1,\"{}", table(), "x".repeat(3 * 1024 * 1024));
    assert!(figures("endless.csv", endless.as_bytes()).unwrap_err().contains("more than 1048576 bytes"));
    let wide = format!("{}\n", ",".repeat(1_000_000));
    assert!(figures("wide.csv", wide.as_bytes()).unwrap_err().contains("columns"));
    assert!(figures("nothing.csv", b"").unwrap_err().contains("empty"));
    assert!(figures("other.csv", b"a,b\n1,2\n").unwrap_err().contains("no column `number`"));
}

#[test]
fn a_command_line_that_is_not_understood_is_refused() {
    for words in [&[][..], &["a", "b"], &["a", "--jsno"], &["a", "--lang", "fr"], &["a", "--calendar"]] {
        assert!(asked(words).is_err(), "{words:?}");
    }
    assert!(matches!(asked(&["--help"]), Ok(Asked::Usage)));
}

#[test]
fn no_line_of_the_report_is_wider_than_a_terminal() {
    let file = Scratch::new("width.csv", table().as_bytes());
    for lang in ["en", "zh"] {
        let text = program::run(&arguments_of(&file.0, &["--lang", lang])).unwrap();
        for line in text.lines().filter(|line| !line.contains("itsm-history-")) {
            assert!(line.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum::<usize>() <= 80, "{line}");
        }
    }
}

fn faults_of(change: impl FnOnce(&mut Value)) -> String {
    let mut document: Value = serde_json::from_str(SERVICENOW).unwrap();
    change(&mut document);
    HistoryMapping::from_json(document.to_string().as_bytes()).unwrap_err().code().to_owned()
}

#[test]
fn a_mapping_says_where_it_is_wrong() {
    assert_eq!(faults_of(|m| m["zone"] = json!("Mars/Olympus")), "calendar.unknown_zone");
    assert_eq!(faults_of(|m| m["states"] = json!({})), "mapping.state_count");
    assert_eq!(faults_of(|m| m["states"]["New"]["reason"] = json!("user")), "mapping.reason");
    assert_eq!(faults_of(|m| m["moves"][0]["to"] = json!("Gone")), "mapping.unknown_state");
    assert_eq!(faults_of(|m| m["moves"][0]["to"] = json!("New")), "mapping.twice");
    assert_eq!(
        faults_of(|m| m["moves"][0]["commands"][0] = json!("incident.grant")),
        "mapping.unknown_command"
    );
    assert_eq!(
        faults_of(|m| m["moves"][0]["commands"] = json!(["incident.assign"])),
        "mapping.leads_elsewhere"
    );
    let except = json!([{"guard": "T-INC-09", "condition": "mood"}]);
    assert_eq!(faults_of(|m| m["not_checkable"] = except), "mapping.unknown_condition");
    assert_eq!(faults_of(|m| m["colour"] = json!(1)), "document.shape");
    assert_eq!(faults_of(|m| m["matrix"]["cells"] = json!([])), "matrix.row_count");
}

#[test]
fn a_condition_that_the_mapping_excepts_refuses_nothing() {
    let mut document: Value = serde_json::from_str(SERVICENOW).unwrap();
    document["not_checkable"] = json!([{"guard": "T-INC-03", "condition": "group"}]);
    let mapping = HistoryMapping::from_json(document.to_string().as_bytes()).unwrap();
    let header: Vec<&str> = HEADER.split(',').collect();
    let columns = mapping.bind(&header).unwrap();
    let mut fold = Conformance::new(&mapping, Measure::default()).unwrap();
    let moved = |row: &[&str; 8], fold: &mut Conformance| {
        let text = csv_row(row);
        let fields: Vec<&str> = text.split(',').collect();
        let row = columns.read(1, fields.len(), |place| fields.get(place).map(|field| field.as_bytes()));
        fold.fold(&row.unwrap())
    };
    for row in ROWS.iter().filter(|row| row[0] == "A3") {
        if let Finding::Moved(verdict) = moved(row, &mut fold) {
            assert_eq!(verdict.guards(), ["T-INC-03", "T-INC-04"]);
        }
    }
    let report: HistoryReport = fold.finish().unwrap();
    assert_eq!((report.transitions_accepted, report.response.without_target), (1, 1));
    assert!(report.conditions.not_checkable.iter().any(|c| c.guard == "T-INC-03" && c.condition == "group"));
    assert!(
        report.conditions.not_checkable.iter().any(|c| c.condition == "reopen_window"),
        "no calendar was given"
    );
}

#[test]
fn a_real_history_adds_up() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/incident_history.csv.gz");
    let file = std::env::var_os("ITSM_INCIDENT_HISTORY").map_or(beside, PathBuf::from);
    if !file.is_file() {
        println!("skipped: no incident history at {} (set ITSM_INCIDENT_HISTORY)", file.display());
        return;
    }
    let text = program::run(&arguments_of(&file, &["--json"])).unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    let n = |path: &str| found.pointer(path).and_then(Value::as_u64).unwrap_or_else(|| panic!("no {path}"));
    let sum = |list: &str, opening: bool| -> u64 {
        let rows = found[list].as_array().unwrap().iter().filter(|row| row["from"].is_null() == opening);
        rows.map(|row| row["count"].as_u64().unwrap()).sum()
    };
    assert!(n("/incidents") > 0);
    let openings = n("/openings_accepted") + n("/openings_refused");
    let transitions = n("/transitions_accepted") + n("/transitions_refused");
    assert_eq!(openings + transitions + n("/updates") + n("/unknown_states"), n("/events"));
    assert!(openings <= n("/incidents"));
    assert_eq!(
        (sum("accepted", true), sum("accepted", false)),
        (n("/openings_accepted"), n("/transitions_accepted"))
    );
    assert_eq!(
        (sum("refused", true), sum("refused", false)),
        (n("/openings_refused"), n("/transitions_refused"))
    );
    let by_guard: u64 =
        found["refused_by_guard"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(by_guard, n("/transitions_refused"));
    for clock in ["/response", "/resolution"] {
        let parts =
            ["met", "breached", "unfinished", "without_target"].map(|part| n(&format!("{clock}/{part}")));
        assert_eq!(parts.iter().sum::<u64>(), n("/incidents"), "{clock}");
    }
    let differences = found["priority_differences"].as_array().unwrap();
    assert_eq!(
        differences.iter().filter_map(|row| row["rows"].as_u64()).sum::<u64>(),
        n("/priority_differs")
    );
}
