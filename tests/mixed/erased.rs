//! The twin of a tenant from whom personal values were erased on the way: whatever is asked afterwards, it answers alike.

use crate::company;
use crate::dice::Dice;
use itsm::contract::SystemHandle;
use itsm::kernel::{Context, Instant};
use itsm::system::{Command, CommandError, ProcessName, ServiceManagementSystem, SystemEvent};
use serde_json::{Value, json};

const ORDER: &str = "DSP-1";

/// A system without the values of some incidents, beside the one that has them.
pub struct Erased {
    desk: ServiceManagementSystem,
    incidents: Vec<String>,
}

/// What happened, but for its place in a journal that has other entries as well.
fn said(events: &[SystemEvent]) -> Vec<Value> {
    let without_index = |event: &SystemEvent| {
        let mut document = serde_json::to_value(event).expect("a document");
        document.as_object_mut().expect("an object").remove("index");
        document
    };
    events.iter().map(without_index).collect()
}

/// Every record but the order itself.
fn records(desk: &ServiceManagementSystem) -> Vec<Value> {
    let handle = SystemHandle::from(desk.clone());
    let others = ProcessName::ALL.iter().filter(|process| **process != ProcessName::Disposal);
    others.map(|process| handle.records(process.code()).expect("a process")).collect()
}

impl Erased {
    /// Erases what some incidents hold, at the instant of the last that happened; nothing, where none holds anything.
    pub fn of(desk: &ServiceManagementSystem, place: usize, dice: &mut Dice) -> Option<Self> {
        let holds =
            |id: &String| desk.incident(id).is_some_and(|incident| incident.symptom.reveal().is_some());
        let every = ServiceManagementSystem::incidents(desk, &itsm::system::TicketQuery::EVERY);
        let every = every.map(|incident| incident.envelope.id.to_string()).filter(holds);
        let incidents: Vec<String> = every.filter(|_| dice.chance(60)).take(200).collect();
        if incidents.is_empty() {
            return None;
        }
        let now = desk.journal().events().last()?.head.recorded_at;
        let mut twin = Self { desk: desk.clone(), incidents };
        let events: Vec<Value> =
            twin.incidents.iter().map(|id| json!({"process": "incident", "record": id})).collect();
        let order = json!({"erase": {"subject": "p-user", "events": events}});
        let request =
            json!({"order": order, "legal_basis": "asked for by the person", "method": "rows deleted"});
        let mut told = |by: &str, kind: &str, body: Value| {
            let text = json!({"kind": kind, "record": ORDER, "body": body}).to_string();
            let command = Command::from_json(text.as_bytes()).expect("a command");
            let carried_out = twin.desk.execute(&command, &company::context(place, now, by));
            carried_out.unwrap_or_else(|error| panic!("{text}: {error}"));
        };
        told("p-secm", "disposal.request", request);
        told("p-po", "disposal.approve", json!({}));
        told("p-secm", "disposal.carry_out", json!({}));
        twin.resembles(desk);
        Some(twin)
    }

    /// The same command has the same answer.
    pub fn follows(
        &mut self,
        command: &Command,
        context: &Context,
        answer: &Result<Vec<SystemEvent>, CommandError>,
    ) {
        match (self.desk.execute(command, context), answer) {
            (Ok(twins), Ok(events)) => assert_eq!(said(&twins), said(events)),
            (twins, answer) => assert_eq!(twins.err(), answer.as_ref().err().cloned(), "{command:?}"),
        }
    }

    /// The same is due at the same instants.
    pub fn advances(&mut self, now: Instant, events: &[SystemEvent]) {
        let advanced = self.desk.advance(now).expect("time goes on");
        assert_eq!(said(&advanced.events), said(events));
    }

    /// Every record is the same, and nothing shows what was erased.
    pub fn resembles(&self, desk: &ServiceManagementSystem) {
        assert_eq!(records(&self.desk), records(desk));
        let shown = |desk: &ServiceManagementSystem, id: &str| {
            desk.incident(id).expect("an incident").symptom.reveal().is_some()
        };
        for id in &self.incidents {
            assert!(shown(desk, id) && !shown(&self.desk, id), "{id}");
        }
    }
}
