//! Legal holds against their table. `secm` places them, `mr` releases them.

use crate::governance::{LegalHoldPhase, LegalHolds};
use crate::kernel::walk::*;
use crate::kernel::{Duty, Who};
use LegalHoldPhase::{InForce, Released};
use serde_json::{Value, json};
use std::sync::Arc;

impl Walk for LegalHolds {
    fn policy() -> Arc<()> {
        Arc::new(())
    }

    fn at(phase: Option<LegalHoldPhase>) -> Run<Self> {
        match phase {
            None => {
                Run::new().knowing(fact("retained_record", "INC-1", "closed", &[("process", "incident")]))
            }
            Some(InForce) => Self::at(None).step("secm", "legal_hold.place"),
            Some(Released) => Self::at(Some(InForce)).step("mr", "legal_hold.release"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "legal_hold.place" => json!({
                "records": [{"process": "incident", "record": "INC-1"}], "subject": "ann",
                "reason": "a claim for damages", "authority": "the court's letter of 12 November",
            }),
            "legal_hold.release" => json!({"reason": "the case is settled"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(_: Who, _: Option<LegalHoldPhase>) -> Option<&'static str> {
        None
    }
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<LegalHolds>();
    every_role_on_every_rule::<LegalHolds>();
    every_phase_replays::<LegalHolds>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, from, by, kind, refuses| Guard {
        id,
        run: LegalHolds::at(from),
        passes: (by, kind, LegalHolds::body(kind)),
        refuses,
    };
    let many: Vec<_> = (0..201).map(|_| json!({"process": "incident", "record": "INC-1"})).collect();
    every_guard::<LegalHolds>(vec![
        guard(
            "T-HLD-L1",
            None,
            "secm",
            "legal_hold.place",
            vec![
                ("po", "authority", json!({})),
                ("secm", "reason", json!({"reason": " "})),
                ("secm", "authority_named", json!({"authority": ""})),
                ("secm", "scope", json!({"records": [], "subject": null})),
                ("secm", "scope", json!({"records": many})),
                ("secm", "fact", json!({"records": [{"process": "incident", "record": "INC-2"}]})),
                ("secm", "fact", json!({"records": [{"process": "problem", "record": "INC-1"}]})),
            ],
        ),
        guard(
            "T-HLD-L2",
            Some(InForce),
            "tm",
            "legal_hold.release",
            vec![("tm", "reason", json!({"reason": ""})), ("secm", "second_person", json!({}))],
        ),
        guard(
            "T-HLD-L3",
            Some(InForce),
            "gateway",
            "legal_hold.confirm_notice",
            vec![("gateway", "notice", json!({"number": 7}))],
        ),
    ]);
}

#[test]
fn a_person_alone_or_records_alone_are_held() {
    let run = LegalHolds::at(None);
    for scope in [json!({"subject": null}), json!({"records": []})] {
        assert!(run.lacks("secm", "legal_hold.place", scope).is_empty());
    }
}

#[test]
fn no_waiver_lets_one_person_place_and_release() {
    let mut run = LegalHolds::at(Some(InForce));
    for duty in Duty::ALL {
        run = run.waiving(waiver(*duty, "secm"));
    }
    assert_eq!(run.lacks("secm", "legal_hold.release", json!({})), ["second_person"]);
}

#[test]
fn a_release_says_who_when_and_why() {
    let run = LegalHolds::at(Some(Released));
    let released = run.record().released.as_ref().unwrap();
    assert_eq!((released.by.as_str(), released.at), ("mr", run.now));
    assert!(!run.record().is_in_force() && released.reason.starts_with("the case"));
}
