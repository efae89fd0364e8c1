//! Configuration items, baselines, definitive items and audits against their tables: every phase with every command, every guard,
//! every role.
//!
//! `olga` owns items, `aud` audits; whoever is called by a role's code holds that role.

mod audits;
mod baselines;
mod items;
mod masters;

use super::ConfigurationRules;
use crate::kernel::walk::*;
use crate::kernel::{Duty, LinkKind, Who};
use crate::time::office::in_force;
use crate::time::{Rules, RulesInForce};
use serde_json::{Value, json};
use std::sync::Arc;

fn document() -> Value {
    json!({
        "calendar": "office", "request_models": ["patch"],
        "types": {
            "server": {
                "naming": "X-#", "attributes": {"ram": {"kind": "integer", "mandatory": true}, "os": {"kind": "one_of", "values": ["linux", "bsd"]}},
                "relations": ["runs_on", "depends_on"], "mandatory_relations": ["runs_on"], "critical": true,
            },
            "cable": {"control": "recorded"},
        },
    })
}

fn policy(document: &Value) -> Arc<RulesInForce<ConfigurationRules>> {
    let rules = ConfigurationRules::from_json(document.to_string().as_bytes()).unwrap();
    in_force("configuration", rules)
}

fn facts() -> Vec<crate::kernel::Fact> {
    let item = |id: &str, updaters: &str| {
        let updated = ("updated_at", "2026-11-20T01:30:00Z");
        fact("configuration_item", id, "live", &[("updaters", updaters), updated, ("content", CONTENT)])
    };
    let approved = &[("approved", "yes")][..];
    let change = |id: &str, state: &str| {
        linked(fact("change", id, state, approved), LinkKind::AffectsCi, &["X-1", "host-1"])
    };
    vec![
        item("host-1", "ops,cfgm"),
        item("host-2", "ops"),
        fact("configuration_item", "host-9", "withdrawn", &[]),
        change("CHG-1", "implementing"),
        change("CHG-2", "submitted"),
        fact("change", "CHG-3", "implementing", approved),
        linked(fact("change", "CHG-4", "implementing", &[("approved", "no")]), LinkKind::AffectsCi, &["X-1"]),
        fact("service_request", "SRQ-1", "in_fulfilment", &[("model", "patch")]),
        fact("service_request", "SRQ-2", "submitted", &[("model", "patch")]),
        fact("service_request", "SRQ-3", "in_fulfilment", &[("model", "mouse")]),
        linked(fact("configuration_audit", "CAU-1", "deficient", &[]), LinkKind::AffectsCi, &["X-1"]),
        fact("configuration_audit", "CAU-2", "deficient", &[]),
    ]
}

/// The SHA-256 of nothing.
const CONTENT: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn rules_refuse(change: Value, path: &str) {
    let mut changed = document();
    merge(&mut changed, change);
    let fault = ConfigurationRules::from_json(changed.to_string().as_bytes()).unwrap_err();
    assert_eq!(fault.path, path);
}

#[test]
fn rules_name_relations_that_there_are_and_attributes_that_mean_one_thing() {
    assert_eq!(policy(&document()).rules.calendar().as_str(), "office");
    rules_refuse(json!({"types": {"server": {"relations": ["unheard_of"]}}}), "types.server");
    rules_refuse(json!({"types": {"server": {"mandatory_relations": ["unheard_of"]}}}), "types.server");
    let values = "types.server.attributes.os.values";
    rules_refuse(json!({"types": {"server": {"attributes": {"os": {"values": []}}}}}), values);
    rules_refuse(json!({"types": {"server": {"attributes": {"os": {"kind": "text"}}}}}), values);
    let state = "types.server.attributes.state";
    rules_refuse(json!({"types": {"server": {"attributes": {"state": {"kind": "text"}}}}}), state);
}
