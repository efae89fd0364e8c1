//! The vectors in `tests/conformance`, run by this library. The format stands in the README beside them.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use itsm::control::{
    baseline, change, change_model, configuration_audit, configuration_item, definitive_item,
};
use itsm::governance::planned_activity;
use itsm::kernel::{
    ApprovalError, Ballot, BallotOpening, Coded, DocumentError, Instant, Lifecycle, Versioned, Vote,
};
use itsm::priority::{MatrixDocument, MatrixError, Preset, PriorityMatrix, lint};
use itsm::release;
use itsm::resolution::{incident, known_error, major_incident, problem, problem_candidate, service_request};
use itsm::sla::{Agreements, History, SlaError, SlaPolicy, replay};
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
        if !holds(&vector["then"], &found) {
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

fn path(refused: &DocumentError) -> &str {
    &refused.path
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

fn sla_error(fault: &SlaError) -> Value {
    let path = if let SlaError::Document(refused) = fault { path(refused) } else { "" };
    error(fault.code(), path)
}

fn clocks(given: &Value, when: &Value) -> Value {
    if let Some(text) = given["text"].as_str() {
        return SlaPolicy::from_json(text.as_bytes()).map_or_else(|fault| sla_error(&fault), |_| json!({}));
    }
    let policies: Vec<Versioned<SlaPolicy>> = read(&given["policies"]);
    let calendars: Vec<Versioned<CalendarDocument>> = read(&given["calendars"]);
    let history: History = read(&given["history"]);
    let replayed =
        Agreements::new(policies, calendars).and_then(|book| replay(&history, &book, read(&when["as_of"])));
    let replayed = match replayed {
        Ok(replayed) => replayed,
        Err(fault) => return sla_error(&fault),
    };
    let clocks: serde_json::Map<String, Value> =
        replayed.clocks.all().iter().map(|clock| (clock.metric.code().to_owned(), json!(clock))).collect();
    json!({"clocks": clocks, "next_due": replayed.clocks.next_due()})
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
    let opening: BallotOpening = read(&given["opening"]);
    let mut outcomes: Vec<Value> = Vec::new();
    let mut voted = || -> Result<(), ApprovalError> {
        let mut ballot = Ballot::open(opening.clone(), &[], read(&given["opened_at"]))?;
        for vote in read::<Vec<Vote>>(&when["votes"]) {
            let at = vote.at;
            let cast = ballot.decide_vote(vote, &[], at)?;
            ballot.apply(&cast);
            outcomes.push(json!(ballot.outcome())["kind"].clone());
        }
        Ok(())
    };
    let refusal = voted().err().map(|refusal| error(refusal.code(), "")["error"].clone());
    json!({"outcomes": outcomes, "error": refusal})
}

#[test]
fn calendars_answer_as_the_vectors_say() {
    run("calendars.json", 36, calendar);
}

#[test]
fn clocks_stand_as_the_vectors_say() {
    run("clocks.json", 34, clocks);
}

#[test]
fn matrices_answer_as_the_vectors_say() {
    run("matrices.json", 16, matrix);
}

#[test]
fn approvals_end_as_the_vectors_say() {
    run("approvals.json", 11, approval);
}

#[test]
fn a_runner_that_expects_something_else_fails() {
    assert!(holds(&json!({"a": null, "b": [1]}), &json!({"b": [1], "c": 2})));
    for found in [json!({"a": 1, "b": [1]}), json!({"b": [1, 2]}), json!({"b": [2]})] {
        assert!(!holds(&json!({"a": null, "b": [1]}), &found));
    }
}

fn exported<P: Coded>(lifecycle: &Lifecycle<P>) -> (String, Value) {
    let states: Vec<&str> = P::ALL.iter().map(|phase| phase.code()).collect();
    let moves: Vec<Value> = lifecycle
        .table()
        .iter()
        .map(|step| json!({"guard": step.guard, "from": step.from, "command": step.command, "to": step.to}))
        .collect();
    (lifecycle.process.to_owned(), json!({"states": states, "moves": moves}))
}

/// `ITSM_REGENERATE=1` writes the file anew.
#[test]
fn the_exported_lifecycles_are_those_of_the_tables() {
    let tables = [
        exported(&incident::LIFECYCLE),
        exported(&major_incident::LIFECYCLE),
        exported(&service_request::LIFECYCLE),
        exported(&problem::LIFECYCLE),
        exported(&known_error::LIFECYCLE),
        exported(&problem_candidate::LIFECYCLE),
        exported(&change::LIFECYCLE),
        exported(&change_model::LIFECYCLE),
        exported(&configuration_item::LIFECYCLE),
        exported(&baseline::LIFECYCLE),
        exported(&definitive_item::LIFECYCLE),
        exported(&configuration_audit::LIFECYCLE),
        exported(&release::LIFECYCLE),
        exported(&planned_activity::LIFECYCLE),
    ];
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
