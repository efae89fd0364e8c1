//! Items, audits, and waivers.

use super::{APP, BOX, DB, Tale};
use crate::ask::proof;
use crate::company::{DAY_S, after, relation};
use itsm::kernel::RecordId;
use serde_json::json;

pub fn all() {
    an_item_lives_under_its_changes();
    what_an_audit_finds_is_corrected_by_others();
    only_a_waiver_of_the_row_lets_one_person_do_both();
    a_conflict_is_waived_by_whoever_may();
}

#[test]
pub fn an_item_lives_under_its_changes() {
    let mut tale = Tale::begins();
    let under = |change: &str| json!({"reason": "planned", "cause": {"change": change}});
    let none = json!({});
    tale.did("p-cfgm", "configuration_item.construct", BOX, none.clone())
        .did("p-otto", "configuration_item.test", BOX, none.clone())
        .did("p-cfgm", "configuration_item.stock", BOX, json!({"location": "hall-1"}))
        .tried("p-cfgm", "configuration_item.go_live", BOX, json!({"reason": "r"}), "cause")
        .scheduled("CHG-zulu-1", &[BOX])
        .tried("p-cfgm", "configuration_item.go_live", BOX, under("CHG-zulu-1"), "change_state")
        .begun("CHG-zulu-1", &[BOX])
        .did("p-cfgm", "configuration_item.go_live", BOX, under("CHG-zulu-1"))
        .tried("p-cfgm", "configuration_item.maintain", BOX, none.clone(), "cause")
        .did("p-cfgm", "configuration_item.maintain", BOX, under("CHG-zulu-1"))
        .did("p-cfgm", "configuration_item.return_to_live", BOX, under("CHG-zulu-1"));
    let to_db = relation(BOX, DB);
    tale.did(
        "p-cfgm",
        "configuration_item.relate",
        BOX,
        json!({"relation": to_db, "cause": {"change": "CHG-zulu-1"}}),
    );
    let item = tale.tenant.desk.configuration_item(&RecordId::new(BOX).expect("an id")).expect("an item");
    let key = item.configuration.relations[0].key();
    tale.tried("p-cfgm", "configuration_item.unrelate", BOX, json!({"relation": key}), "cause")
        .did(
            "p-cfgm",
            "configuration_item.unrelate",
            BOX,
            json!({"relation": key, "cause": {"change": "CHG-zulu-1"}}),
        )
        .tried("p-cfgm", "configuration_item.withdraw", APP, under("CHG-zulu-1"), "change_scope")
        .did("p-cfgm", "configuration_item.withdraw", BOX, under("CHG-zulu-1"))
        .did("p-ivan", "change.implement", "CHG-zulu-1", json!({"steps": ["done"], "verification": "gone"}))
        .closed("CHG-zulu-1", "successful", json!({"linked_updated": true}))
        .did("p-cfgm", "configuration_item.dispose", BOX, json!({"evidence": proof()}));
    tale.over();
}

#[test]
pub fn what_an_audit_finds_is_corrected_by_others() {
    let mut tale = Tale::begins();
    let id = "CAU-zulu-1";
    let plan = |auditor: &str| json!({"auditor": auditor, "method": "physical", "scope": [APP, DB]});
    let finding = |item: &str, wrong: serde_json::Value| json!({"findings": [{"item": item, "attributes_verified": 2, "deficiencies": wrong}]});
    let differs = json!([{"attribute": "ram", "kind": "differs", "found": "64", "registered": "32"}]);
    let correct = |by: &str| json!({"deficiency": 1, "correction": {"register": by}});
    let update = json!({"attributes": {"ram": "64"}, "cause": {"audit_correction": id}});
    let number = json!({"deficiency": 1});
    tale.tried("p-la", "configuration_audit.plan", id, plan("p-cfgm"), "separation_of_duties")
        .did("p-la", "configuration_audit.plan", id, plan("p-tess"))
        .did("p-la", "configuration_audit.assign", id, json!({"auditor": "p-bob"}))
        .tried("p-tess", "configuration_audit.begin", id, json!({}), "authority")
        .did("p-bob", "configuration_audit.begin", id, json!({}))
        .did("p-bob", "configuration_audit.record", id, finding(APP, differs))
        .tried("p-bob", "configuration_audit.conclude", id, json!({}), "verified")
        .did("p-bob", "configuration_audit.record", id, finding(DB, json!([])))
        .did("p-bob", "configuration_audit.conclude", id, json!({}))
        .did("p-bob", "configuration_audit.report", id, json!({"report": proof()}))
        .tried("p-cfgm", "configuration_audit.close", id, json!({}), "deficiencies")
        .tried("p-cfgm", "configuration_item.update", APP, update.clone(), "correction")
        .did("p-cfgm", "configuration_audit.correct", id, correct("p-cfgm"))
        .tried("p-bob", "configuration_audit.close_deficiency", id, number.clone(), "corrected")
        .did("p-cfgm", "configuration_item.update", APP, update)
        .did("p-bob", "configuration_audit.close_deficiency", id, number)
        .did("p-cfgm", "configuration_audit.close", id, json!({}));
    let clean = "CAU-zulu-2";
    tale.did("p-la", "configuration_audit.plan", "CAU-zulu-3", plan("p-tess"))
        .did("p-la", "configuration_audit.cancel", "CAU-zulu-3", json!({"reason": "not now"}))
        .did(
            "p-la",
            "configuration_audit.plan",
            clean,
            json!({"auditor": "p-tess", "method": "both", "scope": [DB]}),
        )
        .did("p-tess", "configuration_audit.begin", clean, json!({}))
        .did("p-tess", "configuration_audit.record", clean, finding(DB, json!([])))
        .did("p-tess", "configuration_audit.conclude", clean, json!({}))
        .stands("configuration_audit", clean, "clean");
    tale.over();
}

#[test]
pub fn only_a_waiver_of_the_row_lets_one_person_do_both() {
    let mut tale = Tale::begins();
    let file = |id: &str, duty: &str, tale: &Tale| {
        json!({"waiver": {"id": id, "duty": duty, "persons": ["p-chgm"], "reason": "a small team", "compensating_control": "a sample",
                          "approved_by": "p-tm", "approved_role": "tm", "valid_from": tale.now, "valid_until": after(tale.now, DAY_S)}})
    };
    let approve = json!({"decision": "approve"});
    tale.asked("CHG-zulu-1", &[APP]).did("p-chgm", "change.assign", "CHG-zulu-1", json!({"owner": "p-chgm"}));
    tale.tried("p-chgm", "change.vote", "CHG-zulu-1", approve.clone(), "separation_of_duties");
    let other = file("WVR-zulu-1", "requester_change_approver", &tale);
    tale.did("p-tm", "waiver.file", "WVR-zulu-1", other);
    tale.tried("p-chgm", "change.vote", "CHG-zulu-1", approve.clone(), "separation_of_duties");
    let own = file("WVR-zulu-2", "owner_change_approver", &tale);
    tale.did("p-tm", "waiver.file", "WVR-zulu-2", own).did("p-chgm", "change.vote", "CHG-zulu-1", approve);
    tale.over();
}

#[test]
pub fn a_conflict_is_waived_by_whoever_may() {
    let mut tale = Tale::begins();
    tale.wait(11 * DAY_S).asked("CHG-zulu-1", &[APP]);
    let communicated = json!({"communicated": true});
    let tested = json!({"tested": {"results": [{"what": "load", "passed": true}]}});
    let waive = json!({"rule": "freeze", "with": "fair", "reason": "agreed"});
    tale.did("p-chgm", "change.vote", "CHG-zulu-1", json!({"decision": "approve"}))
        .did("p-tess", "change.test", "CHG-zulu-1", tested)
        .tried("p-chgm", "change.schedule", "CHG-zulu-1", communicated.clone(), "conflict")
        .tried("p-chgm", "change.waive_conflict", "CHG-zulu-1", waive.clone(), "waivable_by")
        .did("p-tm", "change.waive_conflict", "CHG-zulu-1", waive)
        .did("p-chgm", "change.schedule", "CHG-zulu-1", communicated);
    tale.over();
}
