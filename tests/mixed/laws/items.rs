//! What holds of configuration items: whatever differs in one that is in use has a cause (7).

use super::changes::Changes;
use crate::book::{Book, Happened};
use itsm::kernel::RecordId;
use itsm::system::ServiceManagementSystem;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default)]
pub struct Items {
    /// What each item is, by the events alone.
    stated: BTreeMap<String, Value>,
    /// The items that a change or a correction may alter, by audit and number of the deficiency.
    deficient: BTreeMap<String, Vec<Deficiency>>,
    /// Whoever audits what, and whoever altered what.
    scopes: BTreeMap<String, (String, BTreeSet<String>)>,
    updaters: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Clone, Debug)]
struct Deficiency {
    item: String,
    in_register: bool,
    closed: bool,
}

impl Items {
    pub fn note(&mut self, event: &Happened, book: &Book, changes: &Changes) {
        match event.process.as_str() {
            "configuration_item" => self.item(event, book, changes),
            "configuration_audit" => self.audit(event),
            _ => {}
        }
    }

    fn item(&mut self, event: &Happened, book: &Book, changes: &Changes) {
        let body = &event.body;
        let id = &event.record;
        let in_use = matches!(book.state("configuration_item", id), Some("live" | "in_maintenance"));
        let cause = match event.kind.as_str() {
            "configuration_item.registered" => {
                self.stated.insert(id.clone(), body["configuration"].clone());
                self.updaters.entry(id.clone()).or_default().insert(event.by.clone());
                return;
            }
            "configuration_item.altered" => &body["update"]["cause"],
            "configuration_item.moved" | "configuration_item.related" | "configuration_item.unrelated" => {
                &body["cause"]
            }
            _ => return,
        };
        self.updaters.entry(id.clone()).or_default().insert(event.by.clone());
        if in_use || body["to"] == "live" {
            self.caused(event, cause, book, changes);
        }
        let stated = self.stated.get_mut(id).expect("registered before");
        if event.kind == "configuration_item.altered" {
            for (name, value) in body["update"]["attributes"].as_object().into_iter().flatten() {
                stated["attributes"][name] = value.clone();
            }
            if body["update"]["version"].is_string() {
                stated["version"] = body["update"]["version"].clone();
            }
        }
    }

    /// A change that is being implemented or was, approved, and about this item; or a correction that an audit asked for.
    fn caused(&self, event: &Happened, cause: &Value, book: &Book, changes: &Changes) {
        let id = &event.record;
        if let Some(change) = cause["change"].as_str() {
            let under_way =
                ["implementing", "implemented", "backed_out", "in_review", "retrospectively_documented"];
            let state = book.state("change", change).unwrap_or_else(|| panic!("{id}: there is no {change}"));
            assert!(under_way.contains(&state), "{id} was altered under {change}, which is {state}");
            assert!(changes.get(change).names(id), "{id} was altered under {change}, which is not about it");
            assert!(
                changes.get(change).is_approved(),
                "{id} was altered under {change}, which nobody approved"
            );
        } else if let Some(audit) = cause["audit_correction"].as_str() {
            let open = |of: &Deficiency| of.item == *id && of.in_register && !of.closed;
            assert!(self.deficient[audit].iter().any(open), "{id}: {audit} asks for no correction");
        } else {
            panic!("{id} is in use, and was altered without a cause: {}", event.kind);
        }
    }

    fn audit(&mut self, event: &Happened) {
        let body = &event.body;
        let id = event.record.clone();
        let place =
            |number: &Value| usize::try_from(number.as_u64().expect("a number") - 1).expect("a place");
        match event.kind.as_str() {
            "configuration_audit.planned" => {
                let scope = crate::book::list(&body["scope"]).into_iter().collect();
                self.scopes.insert(id, (event.said("auditor").to_owned(), scope));
            }
            "configuration_audit.assigned" => {
                self.scopes.get_mut(&id).expect("planned").0 = event.said("auditor").to_owned();
            }
            // Nobody audits what he altered (3.0.7); no waiver of this row is filed in the model.
            "configuration_audit.begun" | "configuration_audit.concluded" => {
                let (auditor, scope) = &self.scopes[&id];
                for item in scope {
                    let own = self.updaters.get(item).is_some_and(|by| by.contains(auditor));
                    assert!(!own, "{id}: {auditor} altered {item} himself");
                }
            }
            "configuration_audit.recorded" => {
                let deficient = self.deficient.entry(id).or_default();
                for finding in body["findings"].as_array().into_iter().flatten() {
                    let item = finding["item"].as_str().unwrap_or_default().to_owned();
                    for _ in finding["deficiencies"].as_array().into_iter().flatten() {
                        deficient.push(Deficiency { item: item.clone(), in_register: false, closed: false });
                    }
                }
            }
            "configuration_audit.corrected" => {
                let (auditor, _) = &self.scopes[&id];
                let approver = body["correction"]["register"].as_str();
                assert_ne!(approver, Some(auditor.as_str()), "{id}: an auditor corrects what he found");
                let deficient = self.deficient.get_mut(&id).expect("found before");
                deficient[place(&body["deficiency"])].in_register = approver.is_some();
            }
            "configuration_audit.deficiency_closed" => {
                self.deficient.get_mut(&id).expect("found before")[place(&body["deficiency"])].closed = true;
            }
            "configuration_audit.closed" => {
                let open = self.deficient.get(&id).is_some_and(|all| all.iter().any(|of| !of.closed));
                assert!(!open, "{id} is closed, and a deficiency is not");
            }
            _ => {}
        }
    }

    /// No item differs from what its events say of it.
    pub fn hold(&self, desk: &ServiceManagementSystem) {
        for (id, stated) in &self.stated {
            let record = RecordId::new(id).expect("an id");
            let item = desk.configuration_item(&record).expect("registered");
            let found = serde_json::to_value(&item.configuration).expect("a document");
            assert_eq!(found["attributes"], stated["attributes"], "{id}");
            assert_eq!(found["version"], stated["version"], "{id}");
        }
    }
}
