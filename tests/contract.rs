//! What crosses a boundary: the exported schema, the codes of failures, one process by itself.

use itsm::contract::{
    CODES, ContextDocument, FUNCTIONS, Failure, FailureKind, HANDLES, Lifecycle, Policies, SCHEMA_VERSION,
    SystemHandle, code_of, schema,
};
use itsm::system::{Command, ProcessName};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(schema);
/// The journal that every language folds.
static JOURNAL: LazyLock<String> =
    LazyLock::new(|| fs::read_to_string(root().join("tests/conformance/journal.jsonl")).expect("a journal"));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A validator of one document of the schema.
fn of(name: &str) -> Validator {
    let whole =
        json!({"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": format!("#/$defs/{name}")});
    jsonschema::options().build(&whole).expect("a schema")
}

fn assert_valid(validator: &Validator, document: &Value) {
    let faults: Vec<String> =
        validator.iter_errors(document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{document:#}: {faults:#?}");
}

/// `ITSM_REGENERATE=1` writes the files anew.
fn kept(file: &str, text: &str) {
    let path = root().join(file);
    if std::env::var("ITSM_REGENERATE").is_ok_and(|asked| asked == "1") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(&path, text).expect("writable");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{file} is stale: ITSM_REGENERATE=1 writes it anew");
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    kept("schema/itsm.schema.json", &format!("{:#}\n", *SCHEMA));
}

#[test]
fn the_committed_codes_are_those_of_the_registry() {
    kept("schema/codes.json", &format!("{:#}\n", json!({"format": 1, "codes": CODES})));
}

/// What each language holds its classes to.
#[test]
fn the_committed_surface_is_that_of_the_handles() {
    let documents: Vec<&String> = SCHEMA["$defs"].as_object().expect("documents").keys().collect();
    let codes: Vec<&str> = CODES.iter().map(|row| row.code).collect();
    let surface = json!({
        "schema_version": SCHEMA_VERSION, "handles": HANDLES, "functions": FUNCTIONS, "documents": documents, "codes": codes,
    });
    assert!(HANDLES.is_sorted_by_key(|handle| handle.name));
    assert!(HANDLES.iter().all(|handle| handle.members.is_sorted()));
    kept("schema/surface.json", &format!("{surface:#}\n"));
}

#[test]
fn no_two_documents_have_one_name() {
    let names: Vec<&String> = SCHEMA["$defs"].as_object().expect("documents").keys().collect();
    let numbered: Vec<_> =
        names.iter().filter(|name| name.ends_with(|last: char| last.is_ascii_digit())).collect();
    assert!(names.len() > 600 && numbered.is_empty(), "{numbered:?}");
}

#[test]
fn every_entry_of_a_journal_is_what_the_schema_says() {
    let events = of("Event");
    let mut kinds = BTreeSet::new();
    for line in JOURNAL.lines() {
        let document: Value = serde_json::from_str(line).expect("a document");
        kinds.insert(document["kind"].as_str().expect("a kind").to_owned());
        assert_valid(&events, &document);
    }
    assert!(kinds.len() > 60, "{kinds:?}");
}

#[test]
fn every_record_is_what_the_schema_says() {
    let desk = SystemHandle::replay(&JOURNAL, None).expect("replayed");
    let mut count = 0;
    for name in ProcessName::ALL {
        let records = desk.records(name.code()).expect("records");
        let document = &SCHEMA["$defs"]["Record"]["anyOf"];
        let place = ProcessName::ALL.iter().position(|other| other == name).expect("a place");
        let reference = document[place]["$ref"].as_str().expect("a reference").trim_start_matches("#/$defs/");
        let validator = of(reference);
        for record in records.as_array().expect("a list") {
            assert_valid(&validator, record);
            count += 1;
        }
    }
    assert!(count > 50, "{count} records");
}

#[test]
fn a_command_with_a_field_too_many_a_wrong_kind_or_a_number_for_a_text_is_none() {
    let commands = of("Command");
    let log = json!({"kind": "incident.log", "body": {"channel": "phone", "symptom": "slow", "occurred_at": "2026-11-23T01:30:00Z",
        "service": {"known": "vpn"}, "requester": "u-1"}});
    assert_valid(&commands, &log);
    for (path, wrong) in
        [("/body/chanel", json!("phone")), ("/kind", json!("incident.close")), ("/body/symptom", json!(7))]
    {
        let mut other = log.clone();
        let (parent, key) = path.rsplit_once('/').expect("a path");
        other.pointer_mut(parent).expect("an object")[key] = wrong;
        assert!(!commands.is_valid(&other), "{other}");
        assert!(Command::from_json(other.to_string().as_bytes()).is_err(), "{other}");
    }
}

/// Every literal code in a `code` function of the sources.
fn codes_in_sources() -> BTreeSet<String> {
    fn read(folder: PathBuf, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                read(path, found);
                continue;
            }
            let text = fs::read_to_string(&path).expect("text");
            for body in text.split("fn code(").skip(1) {
                let body = body.split("\n    }\n").next().unwrap_or_default();
                let literals = body.split('"').skip(1).step_by(2);
                found.extend(
                    literals.filter(|text| text.contains('.') && !text.contains(' ')).map(str::to_owned),
                );
            }
        }
    }
    let mut found = BTreeSet::new();
    read(root().join("core/src"), &mut found);
    read(root().join("store/src"), &mut found);
    found
}

#[test]
fn every_code_is_registered_and_every_registered_code_is_given() {
    let found: BTreeSet<String> =
        codes_in_sources().into_iter().filter(|code| !code.contains(".lint.")).collect();
    assert!(found.len() > 100, "{found:?}");
    let registered: BTreeSet<String> = CODES.iter().map(|row| row.code.to_owned()).collect();
    let missing: Vec<_> = found.difference(&registered).collect();
    assert!(missing.is_empty(), "not in the registry: {missing:?}");
    let boundary = [
        "internal.panic",
        "policy.invalid",
        "store.not_open",
        "timer.stuck",
        "value.digest",
        "value.id",
        "value.instant",
        "value.other_record",
        "value.unknown",
    ];
    let stray: Vec<_> =
        registered.difference(&found).filter(|code| !boundary.contains(&code.as_str())).collect();
    assert!(stray.is_empty(), "nothing gives these: {stray:?}");
    assert!(CODES.is_sorted_by_key(|row| row.code), "code_of searches");
    assert!(CODES.iter().all(|row| code_of(row.code) == Some(row)));
}

const POLICIES: &str = r#"[
    {"id": "office", "version": 1, "effective_from": "2026-01-01T00:00:00Z",
     "document": {"calendar": {"zone": "Asia/Shanghai", "week": {"mon": [["09:00", "18:00"]]}}}},
    {"id": "matrix", "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": {"matrix": MATRIX}},
    {"id": "rules", "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": {"desk": {"calendar": "office"}}}]"#;

fn context(role: &str, now: &str) -> ContextDocument {
    let text = json!({"now": now, "actor": {"id": format!("p-{role}"), "roles": [role], "unit": "network"}, "entropy": "07".repeat(32)});
    ContextDocument::from_json(text.to_string().as_bytes()).expect("a context")
}

#[test]
fn a_ticket_is_driven_beside_a_hosts_own_table_and_comes_to_what_the_whole_comes_to() {
    let matrix = serde_json::to_string(&itsm::priority::Preset::Iso.document()).expect("a matrix");
    let policies = Policies::from_json(POLICIES.replace("MATRIX", &matrix).as_bytes()).expect("policies");
    let incidents = Lifecycle::of("incident").expect("a process");
    let command = |kind: &str, body: Value| {
        let text = json!({"kind": kind, "record": "T-1", "body": body}).to_string();
        Command::from_json(text.as_bytes()).expect("a command")
    };
    let steps = [
        (
            "sd",
            "2026-11-23T02:00:00Z",
            command(
                "incident.log",
                json!({"channel": "phone", "symptom": "slow", "occurred_at": "2026-11-23T01:30:00Z",
            "service": {"known": "vpn"}, "requester": "u-1"}),
            ),
        ),
        (
            "sd",
            "2026-11-23T02:05:00Z",
            command(
                "incident.classify",
                json!({"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}),
            ),
        ),
        (
            "sd",
            "2026-11-23T02:06:00Z",
            command("incident.assign", json!({"group": "network", "no_sla_reason": "none was agreed"})),
        ),
        ("l2", "2026-11-23T02:10:00Z", command("incident.acknowledge", json!({}))),
    ];
    let mut stored: Option<String> = None;
    let mut folded: Option<String> = None;
    for (role, now, command) in &steps {
        let record = stored.as_ref().map(String::as_bytes);
        let decided = incidents.decide(record, command, context(role, now), &policies).expect("decided");
        for event in &decided.events {
            let before = folded.as_ref().map(String::as_bytes);
            folded = Some(incidents.apply(before, &event.canonical_bytes()).expect("folded").to_string());
        }
        stored = Some(decided.record.to_string());
    }
    assert_eq!(stored, folded, "what was decided is what the events fold to");
    let record = stored.expect("a record");
    let state: Value = serde_json::from_str(&record).expect("a document");
    assert_eq!(state["state"]["kind"], "in_progress");
    assert!(incidents.allowed(Some("in_progress")).expect("a state").contains(&"incident.resolve"));

    let close = command("incident.close", json!({"code": "done", "category_verified": true}));
    let failure = incidents
        .decide(Some(record.as_bytes()), &close, context("sd", "2026-11-23T03:00:00Z"), &policies)
        .unwrap_err();
    assert_eq!(
        (failure.code.as_str(), failure.kind, failure.guard),
        ("incident.close", FailureKind::Refused, Some("T-INC-09"))
    );
    let other = Lifecycle::of("change").expect("a process").decide(
        None,
        &close,
        context("sd", "2026-11-23T03:00:00Z"),
        &policies,
    );
    assert_eq!(other.unwrap_err().code, "command.unknown_kind");
}

#[test]
fn every_process_answers_by_its_name() {
    let all: Vec<Lifecycle> = Lifecycle::all().collect();
    assert_eq!(all.len(), ProcessName::ALL.len());
    for lifecycle in all {
        assert!(!lifecycle.states().is_empty() && !lifecycle.table().is_empty(), "{}", lifecycle.process());
        assert!(!lifecycle.allowed(None).expect("opening commands").is_empty(), "{}", lifecycle.process());
    }
}

#[test]
fn a_fault_in_a_document_has_its_path_whatever_found_it() {
    let mut matrix = itsm::priority::Preset::Iso.document();
    matrix.cells[1][2] = Some(9);
    let failure = Failure::from(itsm::priority::PriorityMatrix::new(matrix).unwrap_err());
    assert_eq!(failure.path.as_deref(), Some("cells[1][2]"));
    let windows = vec![r#"["09:00", "10:00"]"#; 97].join(", ");
    let calendar = format!(r#"{{"zone": "UTC", "week": {{"mon": [{windows}]}}}}"#);
    let failure = Failure::from(itsm::time::BusinessCalendar::from_json(calendar.as_bytes()).unwrap_err());
    assert_eq!(
        (failure.code.as_str(), failure.path.as_deref()),
        ("calendar.too_many_windows", Some("week.mon"))
    );
    let open = itsm::time::BusinessCalendar::always_open("UTC").expect("a calendar");
    let failure = Failure::from(open.add(chrono::DateTime::UNIX_EPOCH, -1).unwrap_err());
    assert_eq!((failure.code.as_str(), failure.path), ("calendar.never_opens", None));
}

#[test]
fn a_failure_is_one_document() {
    let desk = SystemHandle::new(None).expect("a system");
    let failure: Failure = desk
        .execute(br#"{"kind": "incident.assign", "record": "INC-1", "body": {"group": 7}}"#, b"{}")
        .unwrap_err();
    let document = serde_json::to_value(&failure).expect("a document");
    assert_eq!(
        document,
        json!({
            "code": "document.shape", "kind": "invalid", "path": "body.group", "retry": "never",
            "message": failure.message,
        })
    );
    assert_valid(&of("Failure"), &document);
}

/// What is beside the host's table is his to mix up, and the library's to notice.
#[test]
fn another_record_and_another_version_are_told() {
    let events = JOURNAL.lines().map(|line| serde_json::from_str::<Value>(line).expect("a document"));
    let own: Vec<Value> = events
        .filter(|event| event["record"] == "INC-000001" && event["process"] == "incident")
        .take(3)
        .collect();
    let incidents = Lifecycle::of("incident").expect("a process");
    let bytes = |document: &Value| document.to_string().into_bytes();
    let first = incidents.apply(None, &bytes(&own[0])).expect("opened");
    let second = incidents.apply(Some(&bytes(&first)), &bytes(&own[1])).expect("followed");
    let twice = incidents.apply(Some(&bytes(&second)), &bytes(&own[1])).unwrap_err();
    assert_eq!(twice.code, "journal.version");
    assert_eq!(incidents.apply(None, &bytes(&own[1])).unwrap_err().code, "journal.version");
    let mut foreign = own[2].clone();
    foreign["record"] = json!("INC-000002");
    assert_eq!(
        incidents.apply(Some(&bytes(&second)), &bytes(&foreign)).unwrap_err().code,
        "value.other_record"
    );
    let command = json!({"kind": "incident.work", "record": "INC-000002", "body": {"note": "looked at it"}});
    let command = Command::from_json(&bytes(&command)).expect("a command");
    let context = ContextDocument::from_json(
        br#"{"now": "2026-11-23T02:00:00Z", "actor": {"id": "p-1", "roles": ["sd"]}}"#,
    )
    .expect("a context");
    let refused =
        incidents.decide(Some(&bytes(&second)), &command, context, &Policies::default()).unwrap_err();
    assert_eq!(refused.code, "value.other_record");
}

#[test]
fn a_stimulus_has_no_field_that_it_does_not_have() {
    use itsm::sla::Stimulus;
    assert!(serde_json::from_str::<Stimulus>(r#"{"stimulus": "resolved"}"#).is_ok());
    assert!(serde_json::from_str::<Stimulus>(r#"{"stimulus": "resolved", "typo": 1}"#).is_err());
}

/// Every policy of the journal in force beside the host's own tables, as far as `kept` says.
fn policies(kept: impl Fn(&Value) -> bool) -> Policies {
    let events = JOURNAL.lines().map(|line| serde_json::from_str::<Value>(line).expect("a document"));
    let published = events
        .filter(|event| event["kind"] == "policy.published")
        .filter(|event| kept(&event["body"]["document"]));
    let stated: Vec<Value> = published
        .map(|event| {
            let body = &event["body"];
            json!({"id": event["record"], "version": body["version"], "effective_from": body["effective_from"], "document": body["document"]})
        })
        .collect();
    Policies::from_json(json!(stated).to_string().as_bytes()).expect("policies")
}

#[test]
fn a_timer_that_cannot_fire_is_told_and_not_passed_over() {
    let incidents = Lifecycle::of("incident").expect("a process");
    let events = JOURNAL.lines().map(|line| serde_json::from_str::<Value>(line).expect("a document"));
    let own = events.filter(|event| event["record"] == "INC-000008" && event["process"] == "incident");
    let (mut record, mut due) = (None::<Vec<u8>>, None);
    for event in own {
        let after = incidents.apply(record.as_deref(), event.to_string().as_bytes()).expect("folded");
        let bytes = after.to_string().into_bytes();
        due = incidents.due(&bytes).expect("a record");
        let running = after["clocks"].as_array().is_some_and(|clocks| !clocks.is_empty());
        record = Some(bytes);
        if running && due.is_some() {
            break;
        }
    }
    let (record, due) = (record.expect("an incident"), due.expect("a running clock"));
    let context = || {
        let context = json!({"now": due, "actor": {"id": "itsm.system", "roles": ["system"]}}).to_string();
        ContextDocument::from_json(context.as_bytes()).expect("a context")
    };
    assert!(!incidents.fire(&record, context(), &policies(|_| true)).expect("fired").events.is_empty());
    let without = policies(|document| document.get("agreement").is_none());
    assert_eq!(incidents.fire(&record, context(), &without).unwrap_err().code, "timer.stuck");
}
