//! Documents of every version that was ever exported still load, and come back as they were.
//!
//! `tests/compat/N` holds documents of schema version N: of each kind of command and event one with nothing but what it must have, and
//! some with everything. They are never changed; what no longer loads is a breaking change and needs another version.

use itsm::contract::{ContextDocument, Lifecycle, PublishedPolicy, SCHEMA_VERSION, SystemHandle};
use itsm::system::{Command, SystemEvent};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(version: u32) -> PathBuf {
    root().join(format!("tests/compat/{version}"))
}

/// Whether a document came back: what stands by default may be written where it was left out, or be left out where it was written.
fn stands_in(document: &Value, again: &Value) -> bool {
    let unsaid = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    match (document, again) {
        (Value::Object(said), Value::Object(written)) => said.iter().all(|(key, value)| {
            written.get(key).map_or_else(|| unsaid(value), |found| stands_in(value, found))
        }),
        (Value::Array(said), Value::Array(written)) => {
            said.len() == written.len() && said.iter().zip(written).all(|(a, b)| stands_in(a, b))
        }
        _ => document == again,
    }
}

/// Reads every line of a file of every version and compares what it is written as; answers the kinds that the lines had.
fn loads(file: &str, written: impl Fn(&str) -> Result<Value, String>) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    let mut failing = Vec::new();
    for version in 1..=SCHEMA_VERSION {
        let text = std::fs::read_to_string(folder(version).join(file)).expect("the documents of a version");
        for (place, line) in text.lines().enumerate() {
            let document: Value = serde_json::from_str(line).expect("a document");
            kinds.extend(document["kind"].as_str().map(str::to_owned));
            match written(line) {
                Ok(again) if stands_in(&document, &again) => {}
                Ok(again) => {
                    failing.push(format!("{version}/{file}:{}: comes back as {again}\n  {line}", place + 1))
                }
                Err(fault) => failing.push(format!("{version}/{file}:{}: {fault}\n  {line}", place + 1)),
            }
        }
    }
    assert!(failing.is_empty(), "{} documents:\n{}", failing.len(), failing.join("\n"));
    kinds
}

/// Every kind that the committed schema has.
fn kinds_of(message: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("schema/itsm.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("a document");
    let branches = schema["$defs"][message]["oneOf"].as_array().expect("a branch for each kind").iter();
    branches
        .map(|branch| branch["properties"]["kind"]["const"].as_str().expect("a kind").to_owned())
        .collect()
}

fn again<T: Serialize + DeserializeOwned>(line: &str) -> Result<Value, String> {
    let read: T = serde_json::from_str(line).map_err(|fault| fault.to_string())?;
    serde_json::to_value(read).map_err(|fault| fault.to_string())
}

/// The roots of the journals that each version of the schema wrote: they fold in every language (`tests/conformance/journals.json`), and
/// are never edited.
const JOURNALS: [&str; SCHEMA_VERSION as usize] =
    ["50e0f89d379c53a391dfd1edc7b33c6220acbc29c672ffdff1956e8885f0bf61"];

#[test]
fn the_journals_of_every_version_are_what_was_written() {
    for (version, root_hash) in (1..).zip(JOURNALS) {
        let path = root().join(format!("tests/conformance/journal-{version}.jsonl"));
        let text = std::fs::read_to_string(path).expect("the journal of a version");
        assert_eq!(
            itsm::evidence::Log::of_lines(&text).head().root.to_string(),
            root_hash,
            "version {version}"
        );
    }
}

#[test]
fn commands_load() {
    let kinds = loads("commands.jsonl", |line| {
        let command = Command::from_json(line.as_bytes()).map_err(|fault| fault.to_string())?;
        serde_json::to_value(command).map_err(|fault| fault.to_string())
    });
    assert_eq!(kinds, kinds_of("Command"));
}

#[test]
fn events_load() {
    let kinds = loads("events.jsonl", |line| {
        let event = SystemEvent::decode(line.as_bytes()).map_err(|fault| fault.to_string())?;
        serde_json::from_slice(&event.canonical_bytes()).map_err(|fault| fault.to_string())
    });
    assert_eq!(kinds, kinds_of("Event"));
}

#[test]
fn policies_and_contexts_load() {
    loads("policies.jsonl", again::<PublishedPolicy>);
    loads("contexts.jsonl", again::<ContextDocument>);
}

/// A version's records are those of its day's conformance journal: `ITSM_REGENERATE=1` writes them where there are none yet.
fn records(version: u32) -> String {
    let file = folder(version).join("records.jsonl");
    if !file.exists() && std::env::var("ITSM_REGENERATE").is_ok_and(|asked| asked == "1") {
        let journal =
            std::fs::read_to_string(root().join("tests/conformance/journal.jsonl")).expect("a journal");
        let desk = SystemHandle::replay(&journal, None).expect("replayed");
        let mut lines = String::new();
        for lifecycle in Lifecycle::all() {
            for record in desk.records(lifecycle.process()).expect("records").as_array().expect("a list") {
                lines.push_str(&format!("{}\n", json!({"process": lifecycle.process(), "record": record})));
            }
        }
        std::fs::write(&file, lines).expect("writable");
    }
    std::fs::read_to_string(file).expect("the records of a version")
}

#[test]
fn records_load() {
    let mut count = 0;
    for version in 1..=SCHEMA_VERSION {
        for line in records(version).lines() {
            let document: Value = serde_json::from_str(line).expect("a document");
            let process = Lifecycle::of(document["process"].as_str().expect("a process")).expect("a process");
            let read = process.due(document["record"].to_string().as_bytes());
            assert!(read.is_ok(), "{version}: {read:?}: {line}");
            count += 1;
        }
    }
    assert!(count > 50, "{count} records");
}
