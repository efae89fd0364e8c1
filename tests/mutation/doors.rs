//! Where documents come in: who reads each, and which definition of the schema it has.

use itsm::cmdb::{Cmdb, CutSetSearch, ImpactOptions, Overlay, SimulationOptions, Source};
use itsm::contract::{BallotHandle, ContextDocument, Lifecycle, PublishedPolicy};
use itsm::kernel::{Waiver, limits, strict};
use itsm::kpi::Period;
use itsm::priority::PriorityMatrix;
use itsm::sla::{History, Stimulus};
use itsm::system::{Command, SystemEvent};
use itsm::time::CalendarDocument;
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Doors that are quick to judge.
pub const SHORT: [&str; 4] = ["BallotOpening", "CalendarDocument", "ImpactOptions", "Waiver"];

type Read = Box<dyn Fn(&[u8]) -> Result<(), String> + Send + Sync>;

pub struct Door {
    pub name: String,
    pub documents: Vec<Value>,
    read: Read,
    whole: Validator,
    /// Of a union the arm of each kind: quicker than all of them.
    arms: BTreeMap<String, Validator>,
}

impl Door {
    pub fn read(&self, document: &Value) -> Result<(), String> {
        (self.read)(document.to_string().as_bytes())
    }

    pub fn is_valid(&self, document: &Value) -> bool {
        let arm = document["kind"].as_str().and_then(|kind| self.arms.get(kind));
        arm.unwrap_or(&self.whole).is_valid(document)
    }
}

/// What a schema names, and what that names.
fn named<'s>(schema: &'s Value, node: &Value, found: &mut BTreeMap<String, &'s Value>) {
    match node {
        Value::Object(members) => {
            if let Some(name) = members.get("$ref").and_then(Value::as_str) {
                let name = name.trim_start_matches("#/$defs/");
                let definition = &schema["$defs"][name];
                if found.insert(name.to_owned(), definition).is_none() {
                    named(schema, definition, found);
                }
            }
            members.values().for_each(|inner| named(schema, inner, found));
        }
        Value::Array(list) => list.iter().for_each(|inner| named(schema, inner, found)),
        _ => {}
    }
}

fn validator(schema: &Value, of: &Value) -> Validator {
    let mut definitions = BTreeMap::new();
    named(schema, of, &mut definitions);
    let whole = json!({"$schema": schema["$schema"], "$defs": definitions, "allOf": [of]});
    jsonschema::options().build(&whole).expect("a schema")
}

fn door(schema: &Value, name: &str, documents: Vec<Value>, read: Read) -> Door {
    let mut arms = BTreeMap::new();
    for arm in schema["$defs"][name]["oneOf"].as_array().into_iter().flatten() {
        if let Some(kind) =
            arm["properties"]["kind"]["const"].as_str().filter(|_| ["Command", "Event"].contains(&name))
        {
            arms.insert(kind.to_owned(), validator(schema, arm));
        }
    }
    let whole = validator(schema, &json!({"$ref": format!("#/$defs/{name}")}));
    assert!(!documents.is_empty(), "{name}");
    Door { name: name.to_owned(), documents, read, whole, arms }
}

/// What reads a type as the contract does.
fn strictly<T: DeserializeOwned>() -> Read {
    Box::new(|bytes| said(strict::from_slice::<T>(bytes, limits::POLICY_BYTES)))
}

fn said<T, E: ToString>(read: Result<T, E>) -> Result<(), String> {
    read.map(|_| ()).map_err(|fault| fault.to_string())
}

fn text(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file)).expect("a file")
}

fn lines(file: &str) -> Vec<Value> {
    text(&format!("compat/1/{file}"))
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document"))
        .collect()
}

/// Up to so many different documents at that place of the vectors.
fn given(file: &str, path: &str, most: usize) -> Vec<Value> {
    let file: Value = serde_json::from_str(&text(&format!("conformance/{file}"))).expect("vectors");
    let vectors = file["vectors"].as_array().expect("vectors").iter();
    let mut found: Vec<Value> = Vec::new();
    for document in vectors.filter_map(|vector| vector.pointer(path)) {
        if found.len() < most && !found.contains(document) {
            found.push(document.clone());
        }
    }
    found
}

/// Every door that is wanted, with valid documents.
pub fn all(schema: &Value, wanted: fn(&str) -> bool) -> Vec<Door> {
    let door = |name: &str, documents: Vec<Value>, read: Read| {
        wanted(name).then(|| door(schema, name, documents, read))
    };
    let doors = vec![
        door("Event", lines("events.jsonl"), Box::new(|bytes| said(SystemEvent::decode(bytes)))),
        door("Command", lines("commands.jsonl"), Box::new(|bytes| said(Command::from_json(bytes)))),
        door(
            "ContextDocument",
            lines("contexts.jsonl"),
            Box::new(|bytes| said(ContextDocument::from_json(bytes).map_err(|fault| fault.message))),
        ),
        door("PublishedPolicy", lines("policies.jsonl"), strictly::<PublishedPolicy>()),
        door("CalendarDocument", calendars(), Box::new(|bytes| said(CalendarDocument::from_json(bytes)))),
        door("MatrixDocument", vec![matrix()], Box::new(|bytes| said(PriorityMatrix::from_json(bytes)))),
        door("CmdbDocument", registers(), Box::new(|bytes| said(Cmdb::from_json(bytes)))),
        door("History", given("clocks.json", "/given/history", 12), strictly::<History>()),
        door(
            "BallotOpening",
            openings(),
            Box::new(|bytes| {
                said(BallotHandle::open(bytes, "2026-11-23T08:00:00Z", None).map_err(|fault| fault.message))
            }),
        ),
        door("Waiver", waivers(), strictly::<Waiver>()),
        door("Stimulus", stimuli(), strictly::<Stimulus>()),
        door(
            "Period",
            vec![
                json!({"from": "2026-10-31T16:00:00Z", "to": "2026-11-30T16:00:00Z", "zone": "Asia/Shanghai"}),
            ],
            strictly::<Period>(),
        ),
        door(
            "ImpactOptions",
            vec![
                json!({"depth": 3, "context": {"web": "degraded"}, "excluded": ["a"], "maintenance": ["b", "c"]}),
            ],
            strictly::<ImpactOptions>(),
        ),
        door("Source", vec![json!({"item": "web", "state": "degraded"})], strictly::<Source>()),
        door(
            "CutSetSearch",
            vec![json!({"state": "down", "up_to": 3, "budget": 1000})],
            strictly::<CutSetSearch>(),
        ),
        door("SimulationOptions", simulations(), strictly::<SimulationOptions>()),
        door("Overlay", overlays(), strictly::<Overlay>()),
    ];
    doors.into_iter().flatten().chain(records(schema, wanted)).collect()
}

fn calendars() -> Vec<Value> {
    let full = json!({
        "zone": "Asia/Shanghai", "week": {"mon": [["09:00", "12:00"], ["22:00", "06:00"]], "sun": []},
        "holidays": ["2026-10-01", {"date": "2026-10-02", "name": "国庆节"}], "yearly_holidays": ["02-29"],
        "special_days": {"2026-10-10": [["09:00", "24:00"]]}, "covers": ["2026-01-01", "2026-12-31"],
    });
    vec![full]
}

fn matrix() -> Value {
    serde_json::to_value(itsm::priority::Preset::Iso.document()).expect("a document")
}

fn registers() -> Vec<Value> {
    let full = json!({
        "kinds": {"needs": {"failure": "target_to_source", "strength": "hard"}}, "service_types": ["service"],
        "items": [
            {"id": "s", "type": "service", "name": "Mail", "critical": true, "gates": {"needs": {"at_least": 1}}, "attributes": {"owner": "x"}},
            {"id": "a", "type": "item", "state": "degraded"}, {"id": "b", "type": "item"},
        ],
        "relations": [{"from": "s", "to": "a", "kind": "needs", "group": "needs", "weight": 2, "confidence_ppm": 900_000}, {"id": "r", "from": "s", "to": "b", "kind": "needs", "group": "needs"}],
    });
    std::iter::once(full).chain(given("impact.json", "/given/cmdb", 6)).collect()
}

fn simulations() -> Vec<Value> {
    let (from, until) = ("2026-11-21T01:48:51Z", "2026-11-22T01:48:51Z");
    vec![json!({"from": from, "until": until, "always": {"excluded": ["a"]}, "together": 2, "budget": 1000})]
}

fn overlays() -> Vec<Value> {
    let (from, until) = ("2026-11-21T01:48:51Z", "2026-11-22T01:48:51Z");
    vec![
        json!({"id": "CHG-1", "kind": "change", "items": ["a", "b"], "effect": "down", "from": from, "until": until}),
    ]
}

fn openings() -> Vec<Value> {
    given("approvals.json", "/given/opening", 2)
}

fn waivers() -> Vec<Value> {
    lines("contexts.jsonl")
        .iter()
        .filter_map(|context| context.pointer("/waivers/0").cloned())
        .take(1)
        .collect()
}

fn stimuli() -> Vec<Value> {
    let file: Value = serde_json::from_str(&text("conformance/clocks.json")).expect("vectors");
    let mut found: BTreeMap<String, Value> = BTreeMap::new();
    for vector in file["vectors"].as_array().expect("vectors") {
        for entry in vector.pointer("/given/history/entries").and_then(Value::as_array).into_iter().flatten()
        {
            let stimulus = entry["stimulus"].clone();
            found.entry(stimulus["stimulus"].to_string()).or_insert(stimulus);
        }
    }
    found.into_values().collect()
}

/// The records of each process.
fn records(schema: &Value, wanted: fn(&str) -> bool) -> Vec<Door> {
    let branches = schema["$defs"]["Record"]["anyOf"].as_array().expect("a branch for each process");
    let lines = lines("records.jsonl");
    let all = Lifecycle::all().zip(branches);
    let of = all.filter_map(|(lifecycle, branch)| {
        let name = branch["$ref"].as_str().expect("a reference").trim_start_matches("#/$defs/");
        let own = lines.iter().filter(|line| line["process"] == lifecycle.process());
        let documents: Vec<Value> = own.map(|line| line["record"].clone()).collect();
        let read: Read = Box::new(move |bytes| said(lifecycle.due(bytes).map_err(|fault| fault.message)));
        (wanted(name) && !documents.is_empty()).then(|| door(schema, name, documents, read))
    });
    of.collect()
}
