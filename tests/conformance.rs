//! The vectors in `tests/conformance`, run by this library. The format stands in the README beside them.

#[allow(dead_code, reason = "one journal is written here")]
mod desk;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use itsm::contract::{
    BallotHandle, Failure, Lifecycle, RegisterHandle, SlaPolicyHandle, SystemHandle, read_checkpoint,
    read_note, verify_consistency, verify_inclusion,
};
use itsm::kernel::Instant;
use itsm::priority::{MatrixDocument, MatrixError, Preset, PriorityMatrix, lint};
use itsm::time::{Boundary, BusinessCalendar, CalendarDocument, CalendarError, DayConvention};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/conformance").join(name)
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|fault| panic!("{fault}: {value}"))
}

/// Runs every vector of a file and names those that fail, with what was expected and what was found.
fn run(name: &str, least: usize, answer: fn(&Value, &Value) -> Value) {
    let text = fs::read_to_string(file(name)).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(all["format"], 1, "{name}");
    let vectors = all["vectors"].as_array().expect("a list of vectors");
    let mut failing = Vec::new();
    for vector in vectors {
        let found = answer(&vector["given"], &vector["when"]);
        // That no error is expected means that there is none.
        if !holds(&vector["then"], &found) || (vector["then"]["error"].is_null() && !found["error"].is_null())
        {
            let (id, rule, then) = (&vector["id"], &vector["rule"], &vector["then"]);
            failing.push(format!("{id} {rule}\n  expected {then}\n  found    {found}"));
        }
    }
    println!("{name}: {} vectors", vectors.len());
    assert!(failing.is_empty(), "{name}:\n{}", failing.join("\n"));
    assert!(vectors.len() >= least, "{name} has lost vectors");
}

/// What is expected stands in what was found: an object may say more, a list may not, `null` is absence.
fn holds(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().all(|(key, value)| holds(value, found.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(a, b)| holds(a, b))
        }
        _ => expected == found,
    }
}

fn error(code: &str, path: &str) -> Value {
    json!({"error": {"code": code, "path": path}})
}

fn calendar_error(fault: &CalendarError) -> Value {
    error(fault.code(), fault.path())
}

fn text(at: DateTime<Utc>) -> Value {
    json!(Instant::try_from(at).unwrap())
}

fn calendar(given: &Value, when: &Value) -> Value {
    let document = match given["text"].as_str() {
        Some(text) => CalendarDocument::from_json(text.as_bytes()),
        None => CalendarDocument::from_json(given["calendar"].to_string().as_bytes()),
    };
    let document = document.map(|document| match when["repair_end_of_day"] {
        Value::Bool(true) => document.with_end_of_day_repaired(),
        _ => document,
    });
    match document.and_then(BusinessCalendar::new).and_then(|calendar| ask(&calendar, when)) {
        Ok(answer) => answer,
        Err(fault) => calendar_error(&fault),
    }
}

fn ask(calendar: &BusinessCalendar, when: &Value) -> Result<Value, CalendarError> {
    let at = |key: &str| read::<Instant>(&when[key]).utc();
    let seconds = when["seconds"].as_i64().unwrap_or_default();
    Ok(match when["ask"].as_str().expect("a question") {
        "compile" => json!({}),
        "add" if when["boundary"].is_null() => json!({"at": text(calendar.add(at("start"), seconds)?)}),
        "add" => {
            let boundary: Boundary = read(&when["boundary"]);
            json!({"at": text(calendar.add_under(at("start"), seconds, boundary)?)})
        }
        "subtract" => json!({"at": text(calendar.subtract(at("end"), seconds)?)}),
        "between" => json!({"seconds": calendar.between(at("from"), at("to"))?}),
        "is_open" => json!({"open": calendar.is_open(at("at"))?}),
        "next_open" => json!({"at": calendar.next_open(at("at"))?.map(text)}),
        "next_close" => json!({"at": calendar.next_close(at("at"))?.map(text)}),
        "add_working_days" => {
            let (days, convention): (u32, DayConvention) = (read(&when["days"]), read(&when["convention"]));
            json!({"at": text(calendar.add_working_days(at("start"), days, convention)?)})
        }
        other => panic!("no question `{other}`"),
    })
}

/// Runs a question to a face whose answers are documents.
fn answered(question: impl FnOnce() -> Result<Value, Failure>) -> Value {
    question().unwrap_or_else(|failure| error(&failure.code, failure.path.as_deref().unwrap_or_default()))
}

fn bytes(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}

fn clocks(given: &Value, when: &Value) -> Value {
    answered(|| {
        let document = match given["text"].as_str() {
            Some(text) => text.to_owned(),
            None => json!({"policies": given["policies"], "calendars": given["calendars"]}).to_string(),
        };
        let desk = SlaPolicyHandle::from_json(document.as_bytes())?;
        let as_of = || when["as_of"].as_str().expect("an instant");
        let answer = match (given.get("history"), given.get("clocks")) {
            (Some(history), _) => desk.clocks(&bytes(history), as_of())?,
            (None, Some(stored)) => desk.observe(&bytes(stored), as_of())?,
            (None, None) => return Ok(json!({})),
        };
        let named = answer["clocks"].as_array().expect("a list").iter();
        let clocks: serde_json::Map<String, Value> = named
            .map(|clock| (clock["metric"].as_str().expect("a code").to_owned(), clock.clone()))
            .collect();
        Ok(json!({"clocks": clocks, "next_due": answer["next_due"]}))
    })
}

fn impact(given: &Value, when: &Value) -> Value {
    let text = |key: &str| when[key].as_str().expect("a text");
    let options = when.get("options").map(bytes);
    let options = options.as_deref();
    answered(|| {
        let register = RegisterHandle::from_json(&bytes(&given["cmdb"]))?;
        Ok(match text("ask") {
            "impact_of" => register.impact_of(&bytes(&when["sources"]), options)?,
            "witnesses" => {
                json!({"witnesses": register.witnesses(&bytes(&when["sources"]), &bytes(&when["items"]), options)?})
            }
            "depends_on" => json!({"neighbours": register.depends_on(text("item"))?}),
            "dependents" => json!({"neighbours": register.dependents(text("item"))?}),
            "root_candidates" => {
                json!({"first": register.root_candidates(&bytes(&when["symptoms"]), 100_000)?[0]})
            }
            "single_points_of_failure" => register.single_points_of_failure(text("service"), options)?,
            "minimal_cut_sets" => {
                json!({"sets": register.minimal_cut_sets(text("service"), &bytes(&when["search"]), options)?})
            }
            "availability" => {
                register.availability(text("service"), &bytes(&when["up_ppm"]), options, 100_000)?
            }
            other => panic!("no question `{other}`"),
        })
    })
}

fn matrix(given: &Value, when: &Value) -> Value {
    let document: MatrixDocument = match given["preset"].as_str() {
        Some(code) => Preset::from_code(code).expect("a preset").document(),
        None => read(&given["matrix"]),
    };
    if when["ask"] == "lint" {
        return json!({"findings": lint(&document).iter().map(|finding| finding.code()).collect::<Vec<_>>()});
    }
    let levels =
        |scale: &itsm::priority::Scale| -> Vec<u8> { scale.levels.iter().map(|level| level.level).collect() };
    let (impacts, urgencies) = (levels(&document.impact), levels(&document.urgency));
    let answer = PriorityMatrix::new(document).and_then(|matrix| {
        if when["ask"] == "priority" {
            return Ok(json!({"priority": matrix.priority(read(&when["impact"]), read(&when["urgency"]))?}));
        }
        let row = |impact: &u8| urgencies.iter().map(|urgency| matrix.priority(*impact, *urgency)).collect();
        let table: Vec<Vec<u8>> = impacts.iter().map(row).collect::<Result<_, MatrixError>>()?;
        Ok(json!({"table": table}))
    });
    answer.unwrap_or_else(|fault| error(fault.code(), fault.path()))
}

fn approval(given: &Value, when: &Value) -> Value {
    let mut outcomes: Vec<Value> = Vec::new();
    let mut voted = || -> Result<(), Failure> {
        let opened_at = given["opened_at"].as_str().expect("an instant");
        let mut ballot = BallotHandle::open(&bytes(&given["opening"]), opened_at, None)?;
        for vote in when["votes"].as_array().expect("votes") {
            ballot = ballot.vote(&bytes(vote), vote["at"].as_str().expect("an instant"), None)?;
            outcomes.push(ballot.outcome()?["kind"].clone());
        }
        Ok(())
    };
    let refusal = voted().err().map(|refusal| error(&refusal.code, "")["error"].clone());
    json!({"outcomes": outcomes, "error": refusal})
}

const JOURNAL: &str = include_str!("conformance/journal.jsonl");

fn proof(given: &Value, when: &Value) -> Value {
    static DESK: LazyLock<SystemHandle> =
        LazyLock::new(|| SystemHandle::replay(JOURNAL, None).expect("a desk"));
    proof_answer(&DESK, given, when)
        .unwrap_or_else(|failure| error(&failure.code, failure.path.as_deref().unwrap_or_default()))
}

fn proof_answer(desk: &SystemHandle, given: &Value, when: &Value) -> Result<Value, Failure> {
    let number = |key: &str| when[key].as_u64().expect("a number");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let bytes = |value: &Value| value.to_string().into_bytes();
    match when["ask"].as_str().expect("a question") {
        "checkpoint" => Ok(json!({"text": desk.checkpoint(&text(&when["origin"]))?})),
        "inclusion_proof" => desk.inclusion_proof(number("index"), number("size")),
        "consistency_proof" => desk.consistency_proof(number("from"), number("to")),
        "verify_inclusion" => {
            let entry = match when["entry"].as_u64() {
                Some(index) => {
                    JOURNAL.lines().nth(usize::try_from(index).unwrap()).expect("an entry").to_owned()
                }
                None => text(&when["entry_text"]),
            };
            verify_inclusion(entry.as_bytes(), &bytes(&when["proof"]), &bytes(&given["head"]))?;
            Ok(json!({}))
        }
        "verify_consistency" => {
            verify_consistency(&bytes(&when["proof"]), &bytes(&given["old"]), &bytes(&given["new"]))?;
            Ok(json!({}))
        }
        "read_checkpoint" => read_checkpoint(text(&given["text"]).as_bytes()),
        "read_note" => read_note(text(&given["text"]).as_bytes()),
        other => panic!("no question `{other}`"),
    }
}

#[test]
fn calendars_answer_as_the_vectors_say() {
    run("calendars.json", 36, calendar);
}

#[test]
fn clocks_stand_as_the_vectors_say() {
    run("clocks.json", 45, clocks);
}

#[test]
fn matrices_answer_as_the_vectors_say() {
    run("matrices.json", 16, matrix);
}

#[test]
fn failures_travel_as_the_vectors_say() {
    run("impact.json", 36, impact);
}

#[test]
fn approvals_end_as_the_vectors_say() {
    run("approvals.json", 11, approval);
}

/// The answers were computed by another program, from RFC 9162 alone.
#[test]
fn proofs_are_made_and_judged_as_the_vectors_say() {
    run("proofs.json", 102, proof);
}

#[test]
fn a_runner_that_expects_something_else_fails() {
    assert!(holds(&json!({"a": null, "b": [1]}), &json!({"b": [1], "c": 2})));
    for found in [json!({"a": 1, "b": [1]}), json!({"b": [1, 2]}), json!({"b": [2]})] {
        assert!(!holds(&json!({"a": null, "b": [1]}), &found));
    }
}

fn exported(lifecycle: &Lifecycle) -> (String, Value) {
    let states: Vec<&str> = lifecycle.states().iter().map(|state| state.code).collect();
    let moves: Vec<Value> = lifecycle
        .table()
        .iter()
        .map(|step| json!({"guard": step.guard, "from": step.from, "command": step.command, "to": step.to}))
        .collect();
    (lifecycle.process().to_owned(), json!({"states": states, "moves": moves}))
}

/// `ITSM_REGENERATE=1` writes the file anew.
#[test]
fn the_exported_lifecycles_are_those_of_the_tables() {
    let tables: Vec<_> = Lifecycle::all().map(|lifecycle| exported(&lifecycle)).collect();
    let moves: usize = tables.iter().filter_map(|(_, table)| table["moves"].as_array()).map(Vec::len).sum();
    let tables: serde_json::Map<String, Value> = tables.into_iter().collect();
    let text = format!("{:#}\n", json!({"format": 1, "lifecycles": tables}));
    let path = file("lifecycles.json");
    if std::env::var("ITSM_REGENERATE").is_ok_and(|asked| asked == "1") {
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "lifecycles.json is stale: ITSM_REGENERATE=1 writes it anew");
    println!("lifecycles.json: {moves} moves");
}

#[test]
fn the_journals_fold_to_their_digests() {
    let all: Value = serde_json::from_str(&fs::read_to_string(file("journals.json")).unwrap()).unwrap();
    let mut entries = 0;
    for journal in all["journals"].as_array().expect("journals") {
        let lines = fs::read_to_string(file(journal["file"].as_str().expect("a file"))).unwrap();
        let desk = SystemHandle::replay(&lines, None).unwrap();
        let checkpoint = read_checkpoint(desk.checkpoint("example.com/desk").unwrap().as_bytes()).unwrap();
        let found = json!({"file": journal["file"], "entries": desk.len(), "digest": desk.digest(), "root": checkpoint["head"]["root"]});
        assert_eq!(found, *journal);
        assert_eq!(desk.journal(), lines);
        entries += desk.len();
    }
    assert!(entries > 400, "{entries} entries");
    println!("journals.json: {entries} entries");
}

/// A desk that kept three incidents and disposed of one: its journal before that, and after.
fn with_a_disposal() -> (String, SystemHandle) {
    let mut desk = desk::Desk::new();
    desk.publish("matrix", json!({"matrix": Preset::Iso.document()}));
    desk.publish("rules", json!({"desk": {"calendar": "office"}}));
    let classes = json!({"month": {"keep": {"days": 30}}});
    desk.publish("retention", json!({"retention": {"classes": classes, "records": {"incident": "month"}}}));
    for (id, symptom) in [("INC-000001", "no VPN"), ("INC-000002", "she told me why"), ("INC-000003", "慢")]
    {
        let body = json!({
            "channel": "phone", "requester": "ann", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown", "symptom": symptom,
        });
        desk.told("sd", "incident.log", id, body);
    }
    desk.told(
        "incm",
        "incident.cancel",
        "INC-000002",
        json!({"reason": "what she told is nobody's business"}),
    );
    desk.minute += 31 * 24 * 60;
    let order = json!({"dispose": {"records": [{"process": "incident", "record": "INC-000002"}]}});
    let request = json!({"order": order, "legal_basis": "retention schedule", "method": "rows deleted"});
    desk.told("doc", "disposal.request", "DSP-000001", request);
    desk.told("po", "disposal.approve", "DSP-000001", json!({}));
    let before = desk.system.journal().to_lines();
    desk.told("doc", "disposal.carry_out", "DSP-000001", json!({}));
    desk.told("incm", "incident.cancel", "INC-000003", json!({"reason": "a mistake"}));
    (before, desk.system.into())
}

/// What stays of a record that was disposed of, as every language reads it. `ITSM_REGENERATE=1` writes the files anew.
#[test]
fn the_journal_with_a_disposal_is_what_a_desk_writes() {
    let (before, desk) = with_a_disposal();
    let text = desk.journal();
    assert!(before.contains("nobody's business") && !text.contains("nobody's business"));
    assert_eq!(text.lines().filter(|line| line.starts_with("{\"gone\":")).count(), 4);
    let path = file("journals.json");
    let mut all: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    // The older checkpoint is that of the text as it was.
    let later = text.lines().skip(before.lines().count());
    let whole: itsm::evidence::Log = before.lines().chain(later).collect();
    let name = "journal-gone.jsonl";
    let expected =
        json!({"file": name, "entries": desk.len(), "digest": desk.digest(), "root": whole.head().root});
    let journals = all["journals"].as_array_mut().expect("journals");
    journals.retain(|journal| journal["file"] != name);
    journals.push(expected);
    for (path, text) in [(file(name), text), (path, format!("{all:#}\n"))] {
        if std::env::var("ITSM_REGENERATE").is_ok_and(|asked| asked == "1") {
            fs::write(&path, &text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == text, "{} is stale: ITSM_REGENERATE=1 writes it anew", path.display());
    }
}
