//! The processes of the desk against their tables: every phase with every command, every guard, every role.
//!
//! A test names persons by what they are (`desk`, `tech`, `mim`), walks a record with [`Run`] and states commands as documents.

mod detection;
mod incidents;
mod known_errors;
mod major_incidents;
mod problem_candidates;
mod problem_fixing;
mod problems;
mod requests;

use super::{DeskPolicy, DeskRules};
use crate::kernel::walk::*;
use crate::kernel::{Actor, Fact, Instant, PolicyId, Process, RecordId, Refusal, Role, Who};
use crate::priority::{Preset, PriorityMatrix};
use crate::sla::{Agreements, IncidentPreset};
use crate::time::BusinessCalendar;
use crate::time::office::office;
use serde_json::{Value, json};
use std::sync::Arc;

fn rules() -> DeskRules {
    let approved = |privileged: bool| {
        json!({
            "item": "Access", "entitled": ["user"], "privileged": privileged,
            "approval": {"threshold": {"count": 1}},
            "approvers": [{"person": "boss", "roles": []}, {"person": "secm", "roles": ["secm"]}, {"person": "ann", "roles": []}],
            "instructions": {"document": "guide", "version": 3}, "tasks": ["grant"], "inputs": ["system"],
        })
    };
    let document = json!({
        "calendar": "office",
        "groups": {
            "network": {"active": true, "categories": ["network"], "members": ["tech", "mate"]},
            "dissolved": {"active": false},
        },
        "major_criteria": [{"id": "everybody", "impacts": [1]}],
        "registers": ["problem", "change"],
        "request_models": {
            "access": approved(false),
            "root": approved(true),
            "mouse": {"item": "Mouse", "instructions": {"document": "guide", "version": 3}},
            "patch": {"item": "Patch", "instructions": {"document": "guide", "version": 3}, "standard_change": "std-patch"},
        },
    });
    DeskRules::from_json(document.to_string().as_bytes()).unwrap()
}

/// The calendar above, the ISO matrix, the preset targets for incidents, and the same for requests.
fn policy(rules: DeskRules) -> Arc<DeskPolicy> {
    let calendar = versioned("office", office());
    let matrix = versioned("matrix", Preset::Iso.document());
    let incidents = IncidentPreset::default().in_calendar(PolicyId::literal("office")).policy();
    let mut requests = incidents.clone();
    for clause in &mut requests.clauses {
        clause.when.kinds = vec!["request".parse().unwrap()];
    }
    let agreements = Agreements::new(
        vec![versioned("incidents", incidents), versioned("requests", requests)],
        vec![calendar.clone()],
    );
    Arc::new(DeskPolicy::new(
        &versioned("desk", rules),
        (PriorityMatrix::new(Preset::Iso.document()).unwrap(), matrix.reference()),
        (BusinessCalendar::new(office()).unwrap(), calendar.reference()),
        agreements.unwrap(),
    ))
}
