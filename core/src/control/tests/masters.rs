//! Definitive items against their table (spec 3.23).

use super::*;
use crate::control::{DefinitiveItemPhase, DefinitiveItems};
use crate::kernel::Digest;
use DefinitiveItemPhase::*;

fn at(phase: DefinitiveItemPhase) -> Run<DefinitiveItems> {
    DefinitiveItems::at(Some(phase))
}

fn body(kind: &str) -> Value {
    DefinitiveItems::body(kind)
}

impl Walk for DefinitiveItems {
    fn policy() -> Arc<RulesInForce<ConfigurationRules>> {
        policy(&document())
    }

    fn at(phase: Option<DefinitiveItemPhase>) -> Run<Self> {
        let step = |kind: &str| at(Registered).step("relm", kind);
        let other = |id: &str, more: &[(&str, &str)]| {
            fact("definitive_item", id, "registered", &[&[("item", "host-1")], more].concat())
        };
        match phase {
            None => Run { facts: facts(), ..Run::new() }
                .knowing(other("DFI-2", &[("corrupt", "no")]))
                .knowing(other("DFI-3", &[("corrupt", "yes")]))
                .knowing(fact("definitive_item", "DFI-4", "withdrawn", &[("item", "host-1")]))
                .knowing(fact("definitive_item", "DFI-5", "registered", &[("item", "host-2")])),
            Some(Registered) => Self::at(None).step("cfgm", "definitive_item.register"),
            Some(Superseded) => step("definitive_item.supersede"),
            Some(Withdrawn) => step("definitive_item.withdraw"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "definitive_item.register" => json!({
                "checksum": Digest::of(b"program"), "item": "host-1", "licence": "EUPL", "location": "vault", "version": "2.0",
            }),
            "definitive_item.verify" => json!({"checksum": Digest::of(b"program")}),
            "definitive_item.supersede" => json!({"by": "DFI-2"}),
            "definitive_item.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({"reason": "end of life"}),
        }
    }

    fn who(_: Who, _: Option<DefinitiveItemPhase>) -> Option<&'static str> {
        None
    }
}

fn corrupt() -> Run<DefinitiveItems> {
    at(Registered).then("cfgm", "definitive_item.verify", &json!({"checksum": CONTENT}))
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<DefinitiveItems>();
    every_role_on_every_rule::<DefinitiveItems>();
    every_phase_replays::<DefinitiveItems>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let deposit = vec![
        ("nobody", "authority", json!({})),
        ("cfgm", "fact", json!({"item": "host-77"})),
        ("cfgm", "item", json!({"item": "host-9"})),
        ("cfgm", "licence", json!({"licence": ""})),
        ("cfgm", "location", json!({"location": ""})),
        ("cfgm", "version", json!({"version": ""})),
    ];
    let others = ["DFI-3", "DFI-4", "DFI-5"].map(|id| ("relm", "by", json!({"by": id})));
    every_guard::<DefinitiveItems>(vec![
        guard("T-DFI-L1", DefinitiveItems::at(None), "cfgm", "definitive_item.register", deposit),
        guard(
            "T-DFI-L2",
            at(Registered),
            "relm",
            "definitive_item.verify",
            vec![("nobody", "authority", json!({}))],
        ),
        guard("T-DFI-L3", at(Registered), "relm", "definitive_item.supersede", others.to_vec()),
        guard(
            "T-DFI-L4",
            at(Registered),
            "relm",
            "definitive_item.withdraw",
            vec![("relm", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-DFI-L5",
            corrupt(),
            "gateway",
            "definitive_item.confirm_notice",
            vec![
                ("gateway", "notice", json!({"number": 2})),
                ("gateway", "delivered_at", json!({"delivered_at": "2026-11-22T01:30:00Z"})),
            ],
        ),
    ]);
}

#[test]
fn a_master_that_is_not_what_was_deposited_is_marked_and_security_is_told() {
    let run = corrupt();
    let master = run.record.as_ref().unwrap();
    assert!(master.corrupt && master.verified_at.is_none() && master.envelope.notices.len() == 1);
    assert!(master.known().contains(&("corrupt", "yes".to_owned())));
    let again = run.step("cfgm", "definitive_item.verify").record.unwrap();
    assert!(!again.corrupt && again.verified_at.is_some());
}
