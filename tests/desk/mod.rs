//! A small desk that tests drive: persons are named by the code of their role, and every command takes a minute.

use itsm::kernel::{Actor, Context, Instant, Refusal, Role};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemEvent};
use serde_json::{Value, json};

pub struct Desk {
    pub system: ServiceManagementSystem,
    pub minute: i64,
}

/// An item as it is taken over: live, of a type, related to others.
pub type Stated<'a> = (&'a str, &'a str, &'a [&'a str]);

impl Desk {
    pub fn new() -> Self {
        let mut desk = Self { system: ServiceManagementSystem::new(), minute: 0 };
        let day = json!([["09:00", "18:00"]]);
        let week = json!({"mon": day, "tue": day, "wed": day, "thu": day, "fri": day});
        desk.publish("office", json!({"calendar": {"zone": "Asia/Shanghai", "week": week}}));
        desk.publish("cfg", rules(json!({})));
        desk.publish("chg", json!({"change": {"calendar": "office"}}));
        desk
    }

    pub fn taken_over<'a>(items: impl IntoIterator<Item = &'a Stated<'a>>) -> Self {
        let mut desk = Self::new();
        items.into_iter().for_each(|item| desk.take_over(item));
        desk
    }

    pub fn at(minute: i64) -> Instant {
        Instant::parse("2026-11-23T01:30:00Z").unwrap().plus_s(minute * 60).unwrap()
    }

    pub fn publish(&mut self, id: &str, document: Value) {
        let version = self.system.policy(id).map_or(0, |policy| policy.versions.len()) + 1;
        let from = Self::at(self.minute + 1);
        let body = json!({"version": version, "effective_from": from, "document": document});
        let kind = if version == 1 { "policy.publish" } else { "policy.revise" };
        self.told("po", kind, id, body);
    }

    pub fn take_over(&mut self, (id, kind, on): &Stated<'_>) {
        let relations: Vec<_> = on.iter().map(|to| depends(id, to)).collect();
        let configuration =
            json!({"type": kind, "name": id, "attributes": {"ram": "32"}, "relations": relations});
        self.told(
            "cfgm",
            "configuration_item.take_over",
            id,
            json!({"configuration": configuration, "owner": "olga", "phase": "live"}),
        );
    }

    pub fn tries(
        &mut self,
        by: &str,
        kind: &str,
        record: &str,
        body: Value,
    ) -> Result<Vec<SystemEvent>, CommandError> {
        self.minute += 1;
        let now = Self::at(self.minute);
        let command = json!({"kind": kind, "record": record, "body": body}).to_string();
        let actor = Actor::new(by, Role::from_code(by)).unwrap();
        let command = Command::from_json(command.as_bytes()).unwrap();
        self.system.execute(&command, &Context::new(now, actor).with_entropy([7; 32]))
    }

    pub fn told(&mut self, by: &str, kind: &str, record: &str, body: Value) {
        if let Err(fault) = self.tries(by, kind, record, body) {
            panic!("{kind} {record}: {fault}");
        }
    }

    #[allow(dead_code, reason = "not every test has a command refused")]
    pub fn refused(&mut self, by: &str, kind: &str, record: &str, body: Value) -> Refusal {
        let before = self.system.digest();
        let fault = self.tries(by, kind, record, body).unwrap_err();
        assert_eq!(self.system.digest(), before, "a refusal changes nothing");
        fault.refusal().unwrap().clone()
    }

    /// An emergency change of these items that is being implemented.
    #[allow(dead_code, reason = "not every test needs a change")]
    pub fn change(&mut self, id: &str, cis: &[&str]) {
        let rfc = json!({
            "title": "more memory", "reason": "it swaps", "benefit": "speed", "not_doing": "it stops",
            "services": ["shop"], "cis": cis, "wished_for": "2026-11-24T00:00:00Z",
        });
        self.told("user", "change.draft", id, json!({"rfc": rfc}));
        self.told("user", "change.submit", id, json!({}));
        let who = |of: &str| if of == "security" { "secm" } else { "ada" };
        let all = [
            "availability",
            "business",
            "capacity",
            "conflict",
            "continuity",
            "cost",
            "feasibility",
            "security",
            "technical",
        ];
        let assessors: serde_json::Map<_, _> =
            all.iter().map(|of| ((*of).to_owned(), json!(who(of)))).collect();
        let authorise = json!({
            "criterion": "imminent_loss", "risk": "none beyond", "implementer": "ivan", "owner": "otto", "assessors": assessors,
        });
        self.told("ecab", "change.authorise_emergency", id, authorise);
        self.told("ivan", "change.begin_implementation", id, json!({"back_out_known": "take it out"}));
    }
}

pub fn rules(more: Value) -> Value {
    let mut server = json!({"attributes": {"ram": {"kind": "integer", "mandatory": true}}, "critical": true});
    server.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"configuration": {"calendar": "office", "types": {
        "server": server, "service": {"service": true, "attributes": {"ram": {"kind": "text"}}},
    }}})
}

pub fn depends(from: &str, to: &str) -> Value {
    json!({"from": from, "to": to, "kind": "depends_on"})
}
