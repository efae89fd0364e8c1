//! Two desks on one journal: both see the same, and neither undoes the other.

use crate::desks::{command, context};
use crate::places::{File, Memory, Place, Server};
use itsm::system::Command;
use itsm_store::{Desk, Journal, StoreError};
use serde_json::{Value, json};

fn publish(id: &str, body: &Value) -> Command {
    command("policy.publish", Some(id), body)
}

fn office() -> Value {
    let day = json!([["09:00", "18:00"]]);
    json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z",
        "document": {"calendar": {"zone": "Asia/Shanghai", "week": {"mon": day, "tue": day}}}})
}

fn two_desks_agree<J: Journal>(open: impl Fn() -> J) {
    let mut one = Desk::open(open(), None).unwrap();
    let mut other = Desk::open(open(), None).unwrap();
    let first = publish("office", &office());
    assert_eq!(one.execute(&first, &context(1, "po", Some("c-1"))).unwrap().events.len(), 1);
    let rules = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z",
        "document": {"change": {"calendar": "office"}}});
    other.execute(&publish("chg", &rules), &context(2, "po", Some("c-2"))).unwrap();
    assert_eq!(other.system().journal().events().len(), 2, "the other one followed before it decided");
    let again = one.execute(&first, &context(3, "po", Some("c-1"))).unwrap();
    assert_eq!((again.attempts, again.events.len()), (0, 1), "a repeated command changes nothing");
    let reused = other.execute(&publish("cal", &office()), &context(3, "po", Some("c-1")));
    assert_eq!(reused.unwrap_err().code(), "journal.command_reused");
    // Planned on what was there; the other one is faster.
    let late = one.plan(&publish("cal", &office()), &context(4, "po", None)).unwrap();
    other.execute(&publish("cal", &office()), &context(4, "po", None)).unwrap();
    let conflict = one.journal().append(&late.rows()).unwrap_err();
    assert!(conflict.is_conflict(), "{conflict}");
    one.catch_up().unwrap();
    other.catch_up().unwrap();
    assert_eq!(one.system().digest(), other.system().digest());
    let head = one.verify().unwrap();
    assert_eq!(head, itsm::evidence::of_journal(one.system().journal()).head());
    assert_eq!(head.size, 3);
    let replayed = itsm::system::SystemJournal::from_lines(&one.system().journal().to_lines()).unwrap();
    assert_eq!(itsm::evidence::of_journal(&replayed).head(), head, "its lines are what was hashed");
    assert_eq!(one.journal().stream("policy/office", 0, 10).unwrap().len(), 1);
    let refused = one.execute(&publish("cal", &office()), &context(9, "po", None));
    assert!(matches!(refused.unwrap_err(), StoreError::Command(_)));
}

#[test]
fn in_memory() {
    let place = Memory::default();
    two_desks_agree(|| place.open());
}

#[test]
fn in_a_file() {
    let place = File::new();
    two_desks_agree(|| place.open());
}

#[test]
fn in_postgres() {
    let Some(place) = Server::new() else { return };
    two_desks_agree(|| place.open());
}
