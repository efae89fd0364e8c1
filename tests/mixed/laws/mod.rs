//! The global invariants of the specification (3.29, numbers in the comments), counted from the events of the journal alone and
//! compared with the public records.

mod changes;
mod incidents;
mod items;
mod releases;

use crate::book::{Book, Happened};
use changes::Changes;
use incidents::Incidents;
use items::Items;
use itsm::kernel::{Duty, Envelope, Instant, PersonId};
use itsm::system::{ServiceManagementSystem, TicketQuery};
use releases::Releases;
use std::collections::BTreeMap;

/// What the laws remember.
#[derive(Clone, Debug, Default)]
pub struct Laws {
    changes: Changes,
    incidents: Incidents,
    items: Items,
    releases: Releases,
}

impl Laws {
    /// Notes one event; `book` stands before it.
    pub fn note(&mut self, event: &Happened, book: &Book, desk: &ServiceManagementSystem) {
        self.changes.note(event, book, desk);
        self.items.note(event, book, &self.changes);
        self.releases.note(event, book, &self.changes);
        self.incidents.note(event, desk);
    }

    /// The laws that hold once a plan is appended.
    pub fn hold(&self, book: &Book, desk: &ServiceManagementSystem) {
        stand(book, desk);
        self.items.hold(desk);
        self.releases.hold(book);
    }
}

/// Every record stands where its events lead, and every event is a version (1, 2).
fn stand(book: &Book, desk: &ServiceManagementSystem) {
    let mut seen = BTreeMap::new();
    let mut add = |process: &str, envelope: &Envelope, phase: &str| {
        let key = (process.to_owned(), envelope.id.to_string());
        assert_eq!(book.versions.get(&key), Some(&envelope.version), "{key:?}");
        seen.insert(key, phase.to_owned());
    };
    let every = TicketQuery::EVERY;
    desk.incidents(&every).for_each(|of| add("incident", &of.envelope, of.phase().code()));
    desk.major_incidents().for_each(|of| add("major_incident", &of.envelope, of.phase().code()));
    desk.problems().for_each(|of| add("problem", &of.envelope, of.phase().code()));
    desk.known_errors().for_each(|of| add("known_error", &of.envelope, of.phase().code()));
    desk.problem_candidates().for_each(|of| add("problem_candidate", &of.envelope, of.phase().code()));
    desk.changes().for_each(|of| add("change", &of.envelope, of.phase().code()));
    desk.change_models().for_each(|of| add("change_model", &of.envelope, of.phase().code()));
    desk.releases().for_each(|of| add("release", &of.envelope, of.phase().code()));
    desk.configuration_items().for_each(|of| add("configuration_item", &of.envelope, of.phase.code()));
    desk.baselines().for_each(|of| add("baseline", &of.envelope, of.phase.code()));
    desk.definitive_items().for_each(|of| add("definitive_item", &of.envelope, of.phase.code()));
    desk.configuration_audits().for_each(|of| add("configuration_audit", &of.envelope, of.phase.code()));
    assert_eq!(seen, book.states);
}

/// Two persons, or a waiver of that row in force at that instant (5).
fn separate(desk: &ServiceManagementSystem, duty: Duty, one: &str, other: &str, at: Instant) {
    let person = PersonId::new(one).expect("a person");
    let lifted = desk.waivers().any(|(_, filed)| filed.waiver.lifts(duty, &person, at));
    assert!(one != other || lifted, "{duty:?}: {one}");
}
