//! What configuration items can be asked.

use crate::ask::{Ask, View, ask, proof};
use crate::company::{configuration, relation};
use itsm::control::ConfigurationItem;
use itsm::kernel::RecordId;
use serde_json::{Value, json};

const MOST_ITEMS: usize = 7;

pub fn opening(view: &mut View<'_>) -> Vec<Ask> {
    if view.desk.configuration_items().count() >= MOST_ITEMS {
        return Vec::new();
    }
    let id = view.new_id("box");
    let stated = configuration("server", "another one", &[]);
    let register = json!({"configuration": stated, "owner": "p-otto"});
    let phase = view.dice.one(&["live", "in_stock", "in_maintenance", "withdrawn"]);
    let taken = json!({"configuration": stated, "owner": view.part("p-otto"), "phase": phase});
    vec![
        ask("p-cfgm", "configuration_item.register", &id, register).seldom(),
        ask("p-cfgm", "configuration_item.take_over", &id, taken).seldom(),
    ]
}

/// A change that may alter the item now, or none.
fn cause(item: &ConfigurationItem, view: &mut View<'_>) -> Option<Value> {
    let id = item.envelope.id.as_str();
    let changes = view.desk.changes().filter(|change| {
        change.rfc.cis.iter().any(|ci| ci.as_str() == id)
            && matches!(change.phase().code(), "implementing" | "implemented" | "backed_out" | "in_review")
    });
    let mut causes: Vec<Value> = changes.map(|change| json!({"change": change.envelope.id})).collect();
    let audits =
        view.desk.configuration_audits().filter(|audit| audit.correctable().any(|of| of.as_str() == id));
    causes.extend(audits.map(|audit| json!({"audit_correction": audit.envelope.id})));
    view.dice.any(&causes)
}

pub fn item(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(item) = RecordId::new(id).ok().and_then(|id| view.desk.configuration_item(&id)) else {
        return Vec::new();
    };
    let by = view.dice.one(&["p-cfgm", "p-cfgm", "p-all"]);
    let of = |kind, body: Value| ask(by, kind, id, body);
    let cause = cause(item, view);
    let caused = |mut body: Value| {
        if let Some(cause) = &cause {
            body["cause"] = cause.clone();
        }
        body
    };
    let reason = caused(json!({"reason": "planned"}));
    let stock = json!({"location": "hall-1"});
    let mut all = match item.phase.code() {
        "planned" => {
            vec![of("configuration_item.construct", json!({})), of("configuration_item.stock", stock)]
        }
        "under_construction" => {
            vec![of("configuration_item.test", json!({})), of("configuration_item.stock", stock)]
        }
        "in_stock" => {
            vec![of("configuration_item.test", json!({})), of("configuration_item.go_live", reason.clone())]
        }
        "in_test" => {
            vec![of("configuration_item.stock", stock), of("configuration_item.go_live", reason.clone())]
        }
        "live" => vec![of("configuration_item.maintain", reason.clone())],
        "in_maintenance" => vec![of("configuration_item.return_to_live", reason.clone())],
        "withdrawn" => vec![of("configuration_item.dispose", json!({"evidence": proof()}))],
        _ => Vec::new(),
    };
    if !matches!(item.phase.code(), "withdrawn" | "disposed") {
        all.push(of("configuration_item.withdraw", reason).seldom());
        let ram = view.dice.one(&["32", "48", "64"]);
        all.push(of("configuration_item.update", caused(json!({"attributes": {"ram": ram}}))));
        let other = view.item();
        if other != id {
            all.push(of("configuration_item.relate", caused(json!({"relation": relation(id, &other)}))));
        }
        if let Some(known) = view.dice.any(&item.configuration.relations) {
            all.push(of("configuration_item.unrelate", caused(json!({"relation": known.key()}))));
        }
    }
    // What has no cause is refused, unless the item is not in use.
    if item.in_use() && cause.is_none() {
        all.iter_mut().for_each(|ask| ask.weight = 1);
    }
    all
}
