//! One JSON Schema (2020-12) of every document.

mod forms;
mod narrow;

use super::{
    AgreementsDocument, CheckpointAnswer, ClocksAnswer, ContextDocument, ErrorCode, ExplanationAnswer,
    Failure, LintAnswer, NextStepAnswer, NoteAnswer, OpeningAnswer, PublishedPolicy, SCHEMA_VERSION, State,
    WhyDueAnswer,
};
use crate::cmdb::{
    Availability, CmdbDocument, CutSetSearch, Impact, ImpactOptions, Neighbour, Overlay, RootCandidate,
    Simulation, SimulationOptions, SinglePointsOfFailure, Source, Witness,
};
use crate::evidence::{ConsistencyProof, InclusionProof, TreeHead};
use crate::kernel::{
    Actor, Ballot, BallotOpening, CommandId, Fact, FactWanted, Instant, Move, Notice, PersonId, PolicyRef,
    RecordId, Refusal, Waiver,
};
use crate::kpi::{KpiValue, Period};
use crate::priority::MatrixDocument;
use crate::sla::{ClockReading, History, Metric};
use crate::system::{PolicyDocument, ProcessCommand, ProcessName, What, record_schemas};
use crate::time::{CalendarDocument, Weekday};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The schema of every document, each under its name in `$defs`: `Command` and `Event` with one branch for every kind, the body of each
/// kind (`IncidentAssignBody`), the record of each process, policies, answers, refusals.
///
/// ```
/// let schema = itsm::contract::schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// let assign = &schema["$defs"]["IncidentAssignBody"];
/// assert_eq!(assign["properties"]["group"]["$ref"], "#/$defs/UnitId");
/// ```
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut documents = Map::new();
    let commands = bodies(ProcessCommand::schemas(&mut generator), &mut documents);
    let events = bodies(What::schemas(&mut generator), &mut documents);
    let records = record_schemas(&mut generator);
    let command: Vec<Value> =
        commands.iter().map(|(kind, body)| command(kind, body, &mut generator)).collect();
    let event: Vec<Value> = events.iter().map(|(kind, body)| event(kind, body)).collect();
    documents.insert("EventHead".into(), head(&mut generator));
    let record: Vec<Value> = records.iter().map(|(_, schema)| schema.clone().to_value()).collect();
    documents.insert("Command".into(), json!({"oneOf": command, "description": "A command of the whole."}));
    documents.insert("Event".into(), json!({"oneOf": event, "description": "An entry of the journal."}));
    let events = json!({"type": "array", "items": {"$ref": "#/$defs/Event"}, "description": "What happened, in order."});
    documents.insert(
        "Decided".into(),
        json!({
            "description": "What a command, or the passing of time, brings beside a host's own tables.", "type": "object",
            "properties": {"events": events, "record": {"$ref": "#/$defs/Record", "description": "The record after the last of them."}},
            "required": ["events", "record"],
        }),
    );
    documents.insert(
        "Advanced".into(),
        json!({
            "description": "What the passing of time brought to a whole system.", "type": "object",
            "properties": {"events": events, "stuck": {
                "type": "array", "items": {"type": "string"}, "description": "The records that could not fire, as `process/id`.",
            }},
            "required": ["events", "stuck"],
        }),
    );
    documents.insert("Record".into(), json!({"anyOf": record, "description": "A record of any process."}));
    alone::<PolicyDocument>(&mut generator);
    alone::<ContextDocument>(&mut generator);
    alone::<PublishedPolicy>(&mut generator);
    alone::<Failure>(&mut generator);
    alone::<Refusal>(&mut generator);
    alone::<KpiValue>(&mut generator);
    alone::<Waiver>(&mut generator);
    alone::<Fact>(&mut generator);
    alone::<Notice>(&mut generator);
    alone::<CmdbDocument>(&mut generator);
    alone::<ImpactOptions>(&mut generator);
    alone::<Impact>(&mut generator);
    alone::<Simulation>(&mut generator);
    alone::<Availability>(&mut generator);
    answers(&mut generator);
    for (name, definition) in generator.take_definitions(true) {
        // A number at the end is how a name stands out that two types have.
        let taken = documents.get(&name).is_some_and(|other| *other != definition);
        documents.insert(if taken { format!("{name}2") } else { name }, definition);
    }
    if let Some(Value::Object(mut identifier)) = documents.get("Code").cloned() {
        let words = json!("What every identifier is: 1 to 128 bytes that people can see.");
        identifier.insert("description".into(), words);
        documents.insert("Identifier".into(), Value::Object(identifier));
    }
    documents.sort_keys();
    narrow::narrow(&mut documents);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "itsm",
        "description": "The documents of the library itsm; each is under its name in `$defs`.",
        "schema_version": SCHEMA_VERSION,
        "$defs": documents,
    })
}

fn alone<T: JsonSchema>(generator: &mut SchemaGenerator) {
    let _ = generator.subschema_for::<T>();
}

/// Puts the body of each kind under its own name, and answers the names.
fn bodies(
    schemas: Vec<(&'static str, Schema)>,
    documents: &mut Map<String, Value>,
) -> Vec<(&'static str, String)> {
    let mut named: Vec<(&'static str, String)> = Vec::new();
    for (kind, schema) in schemas {
        let name = name_of(kind);
        documents.insert(name.clone(), schema.to_value());
        if named.iter().all(|(known, _)| *known != kind) {
            named.push((kind, name));
        }
    }
    named
}

/// The body of `incident.assign` is `IncidentAssignBody`.
fn name_of(kind: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    let words: String = kind.split(['.', '_']).map(capital).collect();
    format!("{words}Body")
}

fn command(kind: &str, body: &str, generator: &mut SchemaGenerator) -> Value {
    let record = generator.subschema_for::<Option<RecordId>>();
    json!({
        "type": "object",
        "properties": {"kind": {"const": kind}, "record": record, "body": {"$ref": format!("#/$defs/{body}")}},
        "required": ["kind", "body"],
        "additionalProperties": false,
    })
}

/// Fields that a later version adds are tolerated in events (DECISIONS 6). Clocks and notices are events of several processes.
fn event(kind: &str, body: &str) -> Value {
    let process = kind.split('.').next().and_then(ProcessName::from_code);
    let process =
        process.map_or_else(|| json!({"$ref": "#/$defs/ProcessName"}), |name| json!({"const": name.code()}));
    json!({
        "allOf": [{"$ref": "#/$defs/EventHead"}],
        "type": "object",
        "properties": {"body": {"$ref": format!("#/$defs/{body}")}, "kind": {"const": kind}, "process": process},
        "required": ["body", "kind", "process"],
    })
}

fn head(generator: &mut SchemaGenerator) -> Value {
    let of = |schema: Schema| schema.to_value();
    let whole = json!({"type": "integer", "minimum": 0});
    json!({
        "description": "What every entry of the journal says besides its body.",
        "type": "object",
        "properties": {
            "actor": of(generator.subschema_for::<Actor>()),
            "at": of(generator.subschema_for::<Instant>()),
            "command": of(generator.subschema_for::<Option<CommandId>>()),
            "index": whole,
            "on_behalf_of": of(generator.subschema_for::<Option<PersonId>>()),
            "policies": {"type": "array", "items": of(generator.subschema_for::<PolicyRef>())},
            "process": of(generator.subschema_for::<ProcessName>()),
            "record": of(generator.subschema_for::<RecordId>()),
            "recorded_at": of(generator.subschema_for::<Instant>()),
            "schema": {"const": 1},
            "version": whole,
            "waivers": {"type": "array", "items": of(generator.subschema_for::<RecordId>())},
        },
        "required": ["actor", "at", "index", "process", "record", "recorded_at", "schema", "version"],
    })
}

/// What the faces of this room take and give besides records, commands and events.
fn answers(generator: &mut SchemaGenerator) {
    alone::<AgreementsDocument>(generator);
    alone::<Ballot>(generator);
    alone::<BallotOpening>(generator);
    alone::<BTreeMap<Metric, ClockReading>>(generator);
    alone::<CalendarDocument>(generator);
    alone::<CheckpointAnswer>(generator);
    alone::<ClocksAnswer>(generator);
    alone::<ConsistencyProof>(generator);
    alone::<CutSetSearch>(generator);
    alone::<ErrorCode>(generator);
    alone::<ExplanationAnswer>(generator);
    alone::<FactWanted>(generator);
    alone::<History>(generator);
    alone::<InclusionProof>(generator);
    alone::<LintAnswer>(generator);
    alone::<MatrixDocument>(generator);
    alone::<Move>(generator);
    alone::<Neighbour>(generator);
    alone::<NextStepAnswer>(generator);
    alone::<NoteAnswer>(generator);
    alone::<OpeningAnswer>(generator);
    alone::<Overlay>(generator);
    alone::<Period>(generator);
    alone::<RootCandidate>(generator);
    alone::<SimulationOptions>(generator);
    alone::<SinglePointsOfFailure>(generator);
    alone::<Source>(generator);
    alone::<State>(generator);
    alone::<TreeHead>(generator);
    alone::<Weekday>(generator);
    alone::<WhyDueAnswer>(generator);
    alone::<Witness>(generator);
}
