//! A command that makes sense for a record, and by whom.

use crate::dice::Dice;
use crate::people::PARTS;
use itsm::kernel::{Instant, PersonId};
use itsm::system::ServiceManagementSystem;
use serde_json::{Value, json};

/// A command in the making.
#[derive(Clone, Debug)]
pub struct Ask {
    pub by: String,
    pub kind: &'static str,
    pub record: String,
    pub body: Value,
    /// It has no chance before.
    pub from: Option<Instant>,
    pub weight: usize,
}

pub fn ask(by: &str, kind: &'static str, record: impl ToString, body: Value) -> Ask {
    Ask { by: by.to_owned(), kind, record: record.to_string(), body, from: None, weight: 4 }
}

impl Ask {
    pub const fn seldom(mut self) -> Self {
        self.weight = 1;
        self
    }

    pub const fn often(mut self) -> Self {
        self.weight = 14;
        self
    }

    pub const fn not_before(mut self, at: Instant) -> Self {
        self.from = Some(at);
        self
    }

    pub fn text(&self) -> String {
        json!({"kind": self.kind, "record": self.record, "body": self.body}).to_string()
    }
}

/// What a step sees of a tenant's system.
pub struct View<'a> {
    pub desk: &'a ServiceManagementSystem,
    pub tenant: &'static str,
    pub now: Instant,
    pub dice: Dice,
    /// The number of the next record that is opened.
    pub next: usize,
}

impl View<'_> {
    /// The id of a new record.
    pub fn new_id(&self, prefix: &str) -> String {
        format!("{prefix}-{}-{}", self.tenant, self.next)
    }

    /// Somebody with a part; the one who is meant for it more often than not.
    pub fn part(&mut self, meant: &'static str) -> &'static str {
        if self.dice.chance(60) { meant } else { self.dice.one(&PARTS) }
    }

    pub fn item(&mut self) -> String {
        let items: Vec<String> =
            self.desk.configuration_items().map(|item| item.envelope.id.to_string()).collect();
        self.dice.any(&items).expect("an item")
    }

    pub fn live_item(&mut self) -> Option<String> {
        let live = self.desk.configuration_items().filter(|item| item.in_use());
        let live: Vec<String> = live.map(|item| item.envelope.id.to_string()).collect();
        self.dice.any(&live)
    }

    pub fn service(&self) -> String {
        format!("shop-{}", self.tenant)
    }
}

pub fn name(person: Option<&PersonId>) -> &str {
    person.map_or("p-otto", PersonId::as_str)
}

pub fn proof() -> Value {
    json!({"hash": "0".repeat(64), "reference": "photo"})
}

pub fn checksum(version: &str) -> String {
    itsm::kernel::Digest::of(version.as_bytes()).to_string()
}
