//! Releases against their table (spec 3.25, T-REL-01 to T-REL-12): every phase with every command, every guard, every role.
//!
//! `bob` builds, `tess` tests, `dora` deploys, `carl` speaks for the customer and `olga` for the service on the plan; whoever is called
//! by a role's code holds that role.

mod emergencies;
mod guards;
mod stories;

use super::{ReleasePhase, ReleaseRules, Releases};
use crate::kernel::walk::*;
use crate::kernel::{Digest, Duty, Fact, LinkKind, Who};
use crate::time::RulesInForce;
use crate::time::office::in_force;
use serde_json::{Value, json};
use std::sync::Arc;

fn document() -> Value {
    json!({
        "calendar": "office", "live_environments": ["live"],
        "plan_approval": {"threshold": {"count": 2}, "required_roles": ["cust", "so"]},
        "plan_voters": [
            {"person": "carl", "roles": ["cust"]}, {"person": "olga", "roles": ["so"]}, {"person": "otto", "roles": ["so"]},
        ],
    })
}

fn policy(document: &Value) -> Arc<RulesInForce<ReleaseRules>> {
    let rules = ReleaseRules::from_json(document.to_string().as_bytes()).unwrap();
    in_force("release", rules)
}

fn plan() -> Value {
    json!({
        "back_out": "swap back", "rollout": "node by node", "communication": "mail to users", "training": "none needed: a briefing",
        "builders": ["bob"], "testers": ["tess"], "deployers": ["dora"], "changes": ["CHG-1"], "criteria": ["fast", "whole"],
        "deliverables": ["shop 2.0"], "items": ["shop-1"], "targets": ["node-1", "node-2"],
        "window_from": "2026-12-01T02:00:00Z", "window_until": "2026-12-01T04:00:00Z",
    })
}

fn checksum() -> Digest {
    Digest::of(b"shop 2.0")
}

fn master(id: &str, state: &str, corrupt: &str, item: &str) -> Fact {
    let checksum = checksum().to_string();
    let known =
        [("item", item), ("checksum", checksum.as_str()), ("corrupt", corrupt), ("ci_version", "2.0")];
    fact("definitive_item", id, state, &known)
}

fn change(id: &str, state: &str, category: &str) -> Fact {
    let known = [("approved", "yes"), ("category", category)];
    linked(fact("change", id, state, &known), LinkKind::AffectsCi, &["shop-1"])
}

fn baseline(id: &str, state: &str, subject: &str, by: &str, items: &[&str]) -> Fact {
    let hash = checksum().to_string();
    let known = [("subject", subject), ("captured_by", by), ("hash", hash.as_str())];
    linked(fact("baseline", id, state, &known), LinkKind::BaselineOf, items)
}

fn facts() -> Vec<Fact> {
    vec![
        change("CHG-1", "scheduled", "significant"),
        change("CHG-2", "implemented", "significant"),
        change("CHG-3", "emergency_authorised", "emergency"),
        linked(change("CHG-4", "scheduled", "minor"), LinkKind::ContainedInRelease, &["REL-9"]),
        fact("configuration_item", "shop-1", "live", &[]),
        fact("configuration_item", "shop-2", "live", &[]),
        master("DFI-1", "registered", "no", "shop-1"),
        master("DFI-2", "registered", "yes", "shop-1"),
        master("DFI-3", "withdrawn", "no", "shop-1"),
        master("DFI-4", "registered", "no", "shop-2"),
        baseline("BSL-1", "frozen", "X-1", "cfgm", &["shop-1"]),
        baseline("BSL-2", "captured", "X-1", "cfgm", &["shop-1"]),
        baseline("BSL-3", "frozen", "REL-9", "cfgm", &["shop-1"]),
        baseline("BSL-4", "frozen", "X-1", "cfgm", &["shop-2"]),
        baseline("BSL-5", "frozen", "X-1", "dora", &["shop-1"]),
        fact("incident", "INC-1", "closed", &[]),
    ]
}

fn at(phase: ReleasePhase) -> Run<Releases> {
    Releases::at(Some(phase))
}

fn body(kind: &str) -> Value {
    Releases::body(kind)
}

fn submitted() -> Run<Releases> {
    at(ReleasePhase::Planned).step("relm", "release.submit_plan")
}

/// In its window, and the desk has the note.
fn ready(run: Run<Releases>) -> Run<Releases> {
    run.delivered("release.confirm_notice").until("2026-12-01T02:30:00Z")
}

impl Walk for Releases {
    fn policy() -> Arc<RulesInForce<ReleaseRules>> {
        policy(&document())
    }

    fn at(phase: Option<ReleasePhase>) -> Run<Self> {
        use ReleasePhase::*;
        match phase {
            None => Run { facts: facts(), ..Run::new() },
            Some(Planned) => Self::at(None).step("relm", "release.plan"),
            Some(PlanApproved) => submitted().step("carl", "release.vote").step("olga", "release.vote"),
            Some(Built) => at(PlanApproved).step("bob", "release.build"),
            Some(Tested) => at(Built).step("tess", "release.test"),
            Some(Accepted) => at(Tested).step("so", "release.accept"),
            Some(AcceptedWithExceptions) => at(Tested)
                .step("cust", "release.propose_exceptions")
                .step("so", "release.accept_with_exceptions"),
            Some(Baselined) => at(Accepted).step("cfgm", "release.baseline"),
            Some(Deploying) => ready(at(Baselined)).step("relm", "release.begin_deployment"),
            Some(Deployed) => at(Deploying).step("dora", "release.deploy"),
            Some(RolledBack) => at(Deploying).step("dora", "release.roll_back"),
            Some(Observing) => at(Deployed).fired(),
            Some(Reviewed) => {
                at(Observing).until("2026-12-15T02:30:00Z").fired().step("relm", "release.review")
            }
            Some(Closed) => at(Reviewed).step("relm", "release.close"),
            Some(Cancelled) => at(Planned).step("relm", "release.cancel"),
        }
    }

    fn body(kind: &str) -> Value {
        let exceptions = json!({"exceptions": {
            "unmet": ["fast"], "risk": "slow at noon", "action": "more memory", "by": "2026-12-20T00:00:00Z",
        }});
        let check = |target: &str| json!({"target": target, "checksums": {"shop-1": checksum()}});
        match kind {
            "release.plan" => {
                json!({"title": "Shop 2.0", "type": "major", "services": ["shop"], "plan": plan()})
            }
            "release.vote" => json!({"decision": "approve"}),
            "release.delegate" => json!({"to": "deputy"}),
            "release.edit" => {
                let mut plan = plan();
                plan["rollout"] = json!("all at once");
                json!({"plan": plan})
            }
            "release.build" => json!({"built": [
                {"change": "CHG-1", "checksum": checksum(), "item": "shop-1", "master": "DFI-1", "version": "2.0"},
            ]}),
            "release.test" => {
                json!({"tests": [{"cases": 12, "environment": "staging", "failed": 1, "result": "one is slow"}]})
            }
            "release.accept" | "release.accept_late" => json!({"met": ["fast", "whole"]}),
            "release.propose_exceptions" | "release.accept_with_exceptions" => exceptions,
            "release.return" => json!({"defects": "the cart is empty"}),
            "release.baseline" => json!({"baseline": "BSL-1"}),
            "release.deploy" => json!({"integrity": [check("node-1"), check("node-2")]}),
            "release.roll_back" => json!({"reason": "it does not start", "verified_against": checksum()}),
            "release.review" => json!({"review": {
                "conclusions": "keep", "downtime_s": 60, "incidents": ["INC-1"], "reviewers": ["relm", "bob"], "user_effect": "a minute",
            }}),
            "release.close" => json!({"outcome": "success"}),
            "release.cancel" => json!({"reason": "no longer needed"}),
            "release.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({}),
        }
    }

    fn who(who: Who, phase: Option<ReleasePhase>) -> Option<&'static str> {
        match (who, phase) {
            (Who::Approver, _) => Some("carl"),
            (Who::Assignee, Some(ReleasePhase::PlanApproved)) => Some("bob"),
            (Who::Assignee, Some(ReleasePhase::Built | ReleasePhase::Tested)) => Some("tess"),
            (Who::Assignee, Some(ReleasePhase::Deploying)) => Some("dora"),
            _ => None,
        }
    }
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<Releases>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<Releases>();
}

#[test]
fn a_journal_read_back_gives_the_same_release() {
    every_phase_replays::<Releases>();
}

#[test]
fn the_rules_want_a_customer_and_somebody_of_operations_and_no_test_in_what_serves() {
    let refused = |change: Value, path: &str| {
        let mut changed = document();
        merge(&mut changed, change);
        assert_eq!(ReleaseRules::from_json(changed.to_string().as_bytes()).unwrap_err().path, path);
    };
    for roles in [json!(["cust"]), json!(["so"]), json!(["cust", "relm"])] {
        refused(json!({"plan_approval": {"required_roles": roles}}), "plan_approval.required_roles");
    }
    refused(json!({"test_environments": ["live"]}), "test_environments");
    refused(json!({"observe_days": 400}), "observe_days");
}
