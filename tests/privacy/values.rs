//! What a store keeps apart, and puts back when it opens.

use super::{log, office, shown};
use itsm::kernel::{EventBody, PersonalField, PersonalValue};
use itsm::system::{ServiceManagementSystem, SystemEvent, SystemJournal};
use serde_json::json;
use std::collections::BTreeSet;

/// The rows of a store: value by index and path.
fn rows(events: &[SystemEvent]) -> Vec<(u64, PersonalValue)> {
    let rows = |event: &SystemEvent| {
        let index = event.head.index;
        event.body.personal().into_iter().map(move |value| (index, value)).collect::<Vec<_>>()
    };
    events.iter().flat_map(rows).collect()
}

#[test]
fn a_store_that_puts_the_values_back_shows_them_again_in_the_same_state() {
    let mut desk = office();
    log(&mut desk, "INC-1");
    let contact =
        json!({"beneficiary": "ben", "requester": "ann", "model": "mouse", "contact": "ann, room 8"});
    desk.told("sd", "service_request.submit", "SRQ-1", contact);
    let rows = rows(desk.system.journal().events());
    let paths: Vec<&str> = rows.iter().map(|(_, row)| row.field.code()).collect();
    assert_eq!(paths, ["reporter", "symptom", "contact"]);
    assert!(!format!("{rows:?}").contains("room"), "no value reaches a log");

    let text = desk.system.journal().to_lines();
    assert!(!text.contains("room") && !text.contains("fire"));
    let read = SystemJournal::from_lines(&text).unwrap();
    let mut events = read.events().to_vec();
    let without = ServiceManagementSystem::replay(read).unwrap();
    assert_eq!(shown(&without, "INC-1"), [None, None]);
    for (index, row) in rows {
        let event = events.iter_mut().find(|event| event.head.index == index).unwrap();
        assert!(event.body.restore(row.field.code(), row.salt, &row.value));
    }
    let opened = ServiceManagementSystem::replay_events(events).unwrap();
    assert_eq!(shown(&opened, "INC-1"), shown(&desk.system, "INC-1"));
    assert_eq!(shown(&opened, "INC-1")[0].as_deref(), Some("ann, room 7"));
    let request = opened.service_request("SRQ-1").unwrap();
    assert_eq!(request.contact.as_ref().unwrap().reveal().map(String::as_str), Some("ann, room 8"));
    for system in [&without, &opened] {
        assert_eq!(system.digest(), desk.system.digest(), "nothing of it depends on a value");
    }
    assert_eq!(opened.journal().to_lines(), text);
}

#[test]
fn only_the_value_that_was_committed_to_is_put_back() {
    let mut desk = office();
    log(&mut desk, "INC-1");
    let mut event =
        desk.system.journal().events().iter().find(|of| of.body.kind() == "incident.logged").unwrap().clone();
    let stored = event.body.personal();
    let [reporter, symptom] = &stored[..] else { panic!("two values") };
    event.body.erase();
    assert!(event.body.personal().is_empty());
    assert_eq!(event.body.commitments().len(), 2, "the commitments stay");
    let tries = [
        ("reporter", reporter.salt, "bob, room 7"),
        ("reporter", symptom.salt, reporter.value.as_str()),
        ("symptom", reporter.salt, reporter.value.as_str()),
        ("contact", reporter.salt, reporter.value.as_str()),
        ("nothing", reporter.salt, reporter.value.as_str()),
    ];
    for (path, salt, value) in tries {
        assert!(!event.body.restore(path, salt, value), "{path} {value}");
        assert!(event.body.personal().is_empty());
    }
    for bit in 0..256 {
        let mut salt = reporter.salt;
        salt[bit / 8] ^= 1 << (bit % 8);
        assert!(!event.body.restore("reporter", salt, &reporter.value));
    }
    assert!(event.body.restore("reporter", reporter.salt, &reporter.value));
    assert_eq!(event.body.personal().as_slice(), std::slice::from_ref(reporter));
}

/// Every command that states a personal value seals it under the path of its field, of which an event has one.
#[test]
fn a_field_is_sealed_under_its_own_path_by_whatever_command() {
    let mut desk = office();
    log(&mut desk, "INC-1");
    let imported = json!({
        "channel": "phone", "requester": "ann", "symptom": "it smokes", "service_down": false, "state": {"kind": "logged"},
        "occurred_at": "2026-11-23T01:00:00Z", "opened_at": "2026-11-23T01:10:00Z",
    });
    desk.told("incm", "incident.import", "INC-2", imported);
    let contact =
        json!({"beneficiary": "ben", "requester": "ann", "model": "mouse", "contact": "ann, room 8"});
    desk.told("sd", "service_request.submit", "SRQ-1", contact);
    let mut fields = BTreeSet::new();
    for event in desk.system.journal().events() {
        let stored = event.body.personal();
        let of: BTreeSet<PersonalField> = stored.iter().map(|value| value.field).collect();
        assert_eq!(of.len(), stored.len(), "{} has one value of a field", event.body.kind());
        let mut erased = event.clone();
        erased.body.erase();
        assert_eq!(erased.canonical_bytes(), event.canonical_bytes());
        for value in &stored {
            assert!(erased.body.restore(value.field.code(), value.salt, &value.value), "{value:?}");
            fields.insert((event.body.kind(), value.field));
        }
    }
    use PersonalField::{Contact, Reporter, Symptom};
    let expected = [
        ("incident.imported", Symptom),
        ("incident.logged", Reporter),
        ("incident.logged", Symptom),
        ("service_request.submitted", Contact),
    ];
    assert_eq!(fields, BTreeSet::from(expected));
    let every: BTreeSet<PersonalField> = fields.into_iter().map(|(_, field)| field).collect();
    assert_eq!(every, PersonalField::ALL.iter().copied().collect());
}
