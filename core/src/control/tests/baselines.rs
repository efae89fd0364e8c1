//! Baselines against their table (spec 3.23).

use super::*;
use crate::control::{BaselinePhase, Baselines};
use BaselinePhase::*;

fn at(phase: BaselinePhase) -> Run<Baselines> {
    Baselines::at(Some(phase))
}

impl Walk for Baselines {
    fn policy() -> Arc<RulesInForce<ConfigurationRules>> {
        policy(&document())
    }

    fn at(phase: Option<BaselinePhase>) -> Run<Self> {
        match phase {
            None => Run { facts: facts(), ..Run::new() }
                .knowing(fact("baseline", "BSL-2", "frozen", &[]))
                .knowing(fact("baseline", "BSL-3", "captured", &[]))
                .knowing(fact("baseline", "X-1", "frozen", &[])),
            Some(Captured) => Self::at(None).step("cfgm", "baseline.capture"),
            Some(Frozen) => {
                let captured = at(Captured);
                let hash = captured.record.as_ref().unwrap().hash;
                captured.then("cfgm", "baseline.freeze", &json!({"hash": hash}))
            }
            Some(Superseded) => at(Frozen).step("cfgm", "baseline.supersede"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "baseline.capture" => {
                json!({"purpose": "before_change", "subject": "CHG-1", "items": ["host-2", "host-1"]})
            }
            "baseline.freeze" => json!({"hash": CONTENT}),
            _ => json!({"by": "BSL-2"}),
        }
    }

    fn who(_: Who, _: Option<BaselinePhase>) -> Option<&'static str> {
        None
    }
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<Baselines>();
    every_role_on_every_rule::<Baselines>();
    every_phase_replays::<Baselines>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let hash = at(Captured).record.unwrap().hash;
    let guard = |id, run, kind, body, refuses| Guard { id, run, passes: ("cfgm", kind, body), refuses };
    let nobody = ("nobody", "authority", json!({}));
    let capture = vec![
        nobody.clone(),
        ("cfgm", "items", json!({"items": []})),
        ("cfgm", "items", json!({"items": ["host-1", "host-1"]})),
        ("cfgm", "fact", json!({"items": ["host-1", "host-77"]})),
        ("cfgm", "content", json!({"items": ["host-9"]})),
    ];
    let supersede = vec![
        nobody.clone(),
        ("cfgm", "fact", json!({"by": "BSL-77"})),
        ("cfgm", "by", json!({"by": "BSL-3"})),
        ("cfgm", "by", json!({"by": "X-1"})),
    ];
    every_guard::<Baselines>(vec![
        guard(
            "T-BSL-L1",
            Baselines::at(None),
            "baseline.capture",
            Baselines::body("baseline.capture"),
            capture,
        ),
        guard(
            "T-BSL-L2",
            at(Captured),
            "baseline.freeze",
            json!({"hash": hash}),
            vec![nobody, ("cfgm", "hash", json!({"hash": CONTENT}))],
        ),
        guard("T-BSL-L3", at(Frozen), "baseline.supersede", json!({"by": "BSL-2"}), supersede),
    ]);
}

#[test]
fn the_order_in_which_items_are_named_changes_neither_hash_nor_content() {
    let mut named = Baselines::body("baseline.capture");
    named["items"] = json!(["host-1", "host-2"]);
    let one = Baselines::at(None).then("cfgm", "baseline.capture", &named).record.unwrap();
    let other = at(Captured).record.unwrap();
    assert_eq!((one.hash, one.items), (other.hash, other.items));
}
