//! What baselines, definitive items and configuration audits can be asked.

use crate::ask::{Ask, View, ask, checksum, name, proof};
use crate::people::PARTS;
use itsm::kernel::RecordId;
use serde_json::{Value, json};

const MOST_BASELINES: usize = 6;
const MOST_MASTERS: usize = 6;

pub fn opening(view: &mut View<'_>) -> Vec<Ask> {
    let mut all = Vec::new();
    let item = view.item();
    if view.desk.baselines().count() < MOST_BASELINES {
        let body = json!({"purpose": "reference", "items": [item]});
        all.push(ask("p-cfgm", "baseline.capture", view.new_id("BSL"), body).seldom());
    }
    if view.desk.definitive_items().count() < MOST_MASTERS {
        let version = view.dice.one(&["2.0", "2.1"]);
        let body = json!({"item": item, "version": version, "checksum": checksum(version), "licence": "ours", "location": "shelf"});
        all.push(ask("p-cfgm", "definitive_item.register", view.new_id("DFI"), body).seldom());
    }
    let over = |code: &str| matches!(code, "closed" | "cancelled");
    if view.desk.configuration_audits().filter(|audit| !over(audit.phase.code())).count() < 1 {
        let auditor = view.dice.one(&["p-tess", "p-tess", "p-all", "p-cfgm"]);
        let mut scope = vec![item, view.item()];
        scope.dedup();
        let body = json!({"auditor": auditor, "method": "physical", "scope": scope});
        all.push(ask("p-la", "configuration_audit.plan", view.new_id("CAU"), body).seldom());
    }
    all
}

pub fn baseline(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(baseline) = view.desk.baseline(id) else { return Vec::new() };
    match baseline.phase.code() {
        "captured" => vec![ask("p-cfgm", "baseline.freeze", id, json!({"hash": baseline.hash}))],
        "frozen" => {
            let others = view.desk.baselines().filter(|other| other.phase.code() == "frozen");
            let others: Vec<String> = others.map(|other| other.envelope.id.to_string()).collect();
            let by = view.dice.any(&others);
            by.map(|by| ask("p-cfgm", "baseline.supersede", id, json!({"by": by})).seldom())
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

pub fn master(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(master) = view.desk.definitive_item(id) else { return Vec::new() };
    if master.phase.code() != "registered" {
        return Vec::new();
    }
    let found = if view.dice.chance(80) { master.deposit.checksum.to_string() } else { checksum("broken") };
    let others = view.desk.definitive_items().filter(|other| other.deposit.item == master.deposit.item);
    let others: Vec<String> = others.map(|other| other.envelope.id.to_string()).collect();
    let by = view.dice.any(&others);
    vec![
        ask("p-cfgm", "definitive_item.verify", id, json!({"checksum": found})),
        ask("p-cfgm", "definitive_item.supersede", id, json!({"by": by})).seldom(),
        ask("p-cfgm", "definitive_item.withdraw", id, json!({"reason": "old"})).seldom(),
    ]
}

fn finding(item: &RecordId, view: &mut View<'_>) -> Value {
    let differs = json!([{"attribute": "ram", "kind": "differs", "found": "64", "registered": "32"}]);
    let missing = json!([{"kind": "missing", "found": "", "registered": "box"}]);
    let wrong = match view.dice.below(4) {
        0 => differs,
        1 => missing,
        _ => json!([]),
    };
    json!({"item": item, "attributes_verified": 2, "deficiencies": wrong})
}

pub fn audit(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(audit) = view.desk.configuration_audit(id) else { return Vec::new() };
    let auditor = name(Some(&audit.auditor));
    let of = |kind, by: &str, body: Value| ask(by, kind, id, body);
    let mut all = match audit.phase.code() {
        "planned" => vec![of("configuration_audit.begin", auditor, json!({}))],
        "in_progress" => {
            let left: Vec<RecordId> = audit.scope.difference(&audit.verified).cloned().collect();
            match view.dice.any(&left) {
                Some(item) => {
                    let findings = json!({"findings": [finding(&item, view)]});
                    vec![of("configuration_audit.record", auditor, findings).often()]
                }
                None => vec![of("configuration_audit.conclude", auditor, json!({})).often()],
            }
        }
        "deficient" | "clean" => {
            vec![of("configuration_audit.report", auditor, json!({"report": proof()})).often()]
        }
        "reported" => vec![of("configuration_audit.close", "p-cfgm", json!({}))],
        _ => Vec::new(),
    };
    for (place, deficiency) in audit.deficiencies.iter().enumerate() {
        let number = place + 1;
        let changes: Vec<String> = view.desk.changes().map(|change| change.envelope.id.to_string()).collect();
        let by = view.dice.one(&["p-cfgm", "p-cfgm", "p-all"]);
        let mut correction = json!({"register": by});
        if let (true, Some(change)) = (view.dice.chance(25), view.dice.any(&changes)) {
            correction = json!({"change": change});
        }
        let correct = json!({"deficiency": number, "correction": correction});
        let close = json!({"deficiency": number});
        all.push(of("configuration_audit.correct", by, correct).seldom());
        all.push(of("configuration_audit.close_deficiency", auditor, close));
        if deficiency.correction.is_some() {
            let ram = view.dice.one(&["40", "64"]);
            let update = json!({"attributes": {"ram": ram}, "cause": {"audit_correction": id}});
            all.push(ask("p-cfgm", "configuration_item.update", &deficiency.item, update));
        }
    }
    let other = view.dice.one(&PARTS);
    all.push(of("configuration_audit.assign", "p-la", json!({"auditor": other})).seldom());
    all.push(of("configuration_audit.cancel", "p-la", json!({"reason": "not now"})).seldom());
    all
}
