//! Personal values apart from the journal, their erasure, disposal and legal hold.

#[allow(dead_code, reason = "not every test needs an item")]
#[path = "../desk/mod.rs"]
mod desk;
mod gone;
mod orders;
mod values;

use desk::Desk;
use itsm::system::ServiceManagementSystem;
use serde_json::{Value, json};

/// A desk that takes incidents and requests.
fn office() -> Desk {
    let mut desk = Desk::new();
    let seed = |text: &str| serde_json::from_str::<Value>(text).unwrap()["body"]["document"].clone();
    desk.publish("matrix", seed(include_str!("../../fuzz/seeds/command_document/02-matrix.json")));
    let mouse = json!({"item": "Mouse", "instructions": {"document": "guide", "version": 1}});
    let groups = json!({"network": {"active": true}});
    let rules = json!({"desk": {"calendar": "office", "groups": groups, "request_models": {"mouse": mouse}}});
    desk.publish("rules", rules);
    desk
}

/// An incident that `ann` reports.
fn log(desk: &mut Desk, id: &str) {
    let body = json!({
        "channel": "phone", "requester": "ann", "reporter": "ann, room 7", "occurred_at": "2026-11-23T01:00:00Z",
        "service": "unknown", "symptom": format!("the printer of {id} is on fire"),
    });
    desk.told("sd", "incident.log", id, body);
}

/// Reporter and symptom of an incident, as far as they are held.
fn shown(system: &ServiceManagementSystem, id: &str) -> [Option<String>; 2] {
    let incident = system.incident(id).unwrap();
    [incident.reporter.as_ref().and_then(|held| held.reveal().cloned()), incident.symptom.reveal().cloned()]
}
