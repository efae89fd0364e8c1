//! The register of configuration items in the whole system: control, graph, baselines, accounting, audit.

mod desk;

use desk::{Desk, Stated, depends, rules};
use itsm::cmdb::{CmdbDocument, Found};
use itsm::control::change::{ChangeTrend, Late};
use itsm::control::{Cause, CiPhase};
use itsm::kernel::{CiId, EventBody, Instant, RecordId};
use itsm::system::ServiceManagementSystem;
use serde_json::{Value, json};

const ITEMS: [Stated<'_>; 4] = [
    ("db-1", "server", &[]),
    ("app-1", "server", &["db-1"]),
    ("app-2", "server", &["db-1"]),
    ("shop", "service", &["app-1", "app-2"]),
];

fn document(desk: &Desk) -> CmdbDocument {
    desk.system.cmdb().to_document()
}

fn id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

fn ci(text: &str) -> CiId {
    CiId::new(text).unwrap()
}

fn ram(gigabytes: &str, cause: Value) -> Value {
    json!({"attributes": {"ram": gigabytes}, "cause": cause})
}

#[test]
fn a_live_item_is_altered_under_a_change_that_names_it_and_never_without() {
    let mut desk = Desk::taken_over(&ITEMS);
    let kind = "configuration_item.update";
    assert!(desk.refused("cfgm", kind, "db-1", json!({"attributes": {"ram": "64"}})).lacks("cause"));
    assert!(desk.refused("cfgm", kind, "db-1", ram("64", json!({"change": "CHG-9"}))).lacks("fact"));
    desk.change("CHG-1", &["db-1"]);
    let change = json!({"change": "CHG-1"});
    assert!(desk.refused("cfgm", kind, "app-1", ram("64", change.clone())).lacks("change_scope"));
    desk.told("olga", kind, "db-1", ram("64", change));
    let item = desk.system.configuration_item(&id("db-1")).unwrap();
    assert_eq!(item.updated.cause, Some(Cause::Change(id("CHG-1"))));
    assert_eq!(desk.system.cmdb().item("db-1").unwrap().attributes["ram"], "64");
}

/// CFG-10: the timer of a change asks the register which items it has not altered.
#[test]
fn a_change_whose_items_do_not_tell_of_it_is_late_and_says_which() {
    let mut desk = Desk::taken_over(&ITEMS);
    desk.publish("chg", json!({"change": {"calendar": "office", "items_updated_within_working_days": 1}}));
    let terms = json!({"title": "patch", "steps": ["patch"], "back_out": "restore", "scope": {"types": ["server"]},
                       "risk": {"probability": 1, "impact": 3}});
    desk.told("l3", "change_model.propose", "CHM-1", json!({"terms": terms}));
    desk.told("chgm", "change_model.approve", "CHM-1", json!({"valid_until": "2027-01-01T00:00:00Z"}));
    let rfc = json!({"title": "patch", "reason": "monthly", "benefit": "b", "not_doing": "n", "services": ["shop"],
                     "cis": ["app-1", "app-2"], "wished_for": "2026-11-30T00:00:00Z"});
    desk.told("user", "change.draft", "CHG-1", json!({"rfc": rfc}));
    desk.told("user", "change.submit", "CHG-1", json!({}));
    let window = json!({"from": Desk::at(desk.minute), "until": Desk::at(desk.minute + 60)});
    let schedule = json!({"model": "CHM-1", "implementer": "ivan", "window": window});
    desk.told("user", "change.schedule_standard", "CHG-1", schedule);
    let capture = json!({"purpose": "before_change", "subject": "CHG-1", "items": ["app-1", "app-2"]});
    desk.told("cfgm", "baseline.capture", "BSL-1", capture);
    desk.told("ivan", "change.begin_implementation", "CHG-1", json!({"baseline": "BSL-1"}));
    desk.told("olga", "configuration_item.update", "app-1", ram("64", json!({"change": "CHG-1"})));
    desk.told(
        "ivan",
        "change.implement",
        "CHG-1",
        json!({"steps": ["patched"], "verification": "it answers"}),
    );
    let next_day = Desk::at(desk.minute + 2 * 24 * 60);
    let advanced = desk.system.advance(next_day).unwrap();
    let looked_at =
        advanced.events.iter().find(|event| event.body.kind() == "change.items_looked_at").unwrap();
    assert_eq!(serde_json::to_value(looked_at).unwrap()["body"]["missing"], json!(["app-2"]));
    assert!(desk.system.change("CHG-1").unwrap().late.contains_key(&Late::ItemUpdates));
}

#[test]
fn the_graph_is_the_same_whatever_the_order_and_however_it_is_come_by() {
    let free = json!({"configuration": {"calendar": "office", "register_complete": false, "types": {
        "server": {"critical": true, "attributes": {"ram": {"kind": "integer"}}},
        "service": {"service": true, "attributes": {"ram": {"kind": "text"}}},
    }}});
    let mut documents = Vec::new();
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let mut desk = Desk::new();
        desk.publish("cfg", free.clone());
        for place in order {
            desk.take_over(&ITEMS[place]);
            // What waits for its other end may be altered while it waits.
            if ITEMS[place].0 == "shop" {
                desk.change("CHG-2", &["shop"]);
                let mut relation = depends("shop", "app-1");
                relation["weight"] = json!(3);
                desk.told(
                    "cfgm",
                    "configuration_item.relate",
                    "shop",
                    json!({"relation": relation, "cause": {"change": "CHG-2"}}),
                );
            }
        }
        let document = document(&desk);
        let replayed = ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
        assert_eq!(replayed.cmdb().to_document(), document);
        documents.push(document);
    }
    assert_eq!((documents[0].items.len(), documents[0].relations.len()), (4, 4));
    assert!(documents.iter().all(|document| *document == documents[0]));
    assert!(
        serde_json::to_string(&documents[0]).unwrap().contains("\"weight\":3"),
        "the later relation of a key counts"
    );
}

#[test]
fn the_graph_follows_relate_unrelate_and_withdraw_and_new_rules() {
    let mut desk = Desk::taken_over(&ITEMS);
    desk.change("CHG-1", &["app-1", "app-2", "shop"]);
    let cause = json!({"change": "CHG-1"});
    let states = |desk: &Desk| {
        let relations = document(desk).relations.len();
        let again = ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
        assert_eq!(again.cmdb().to_document(), document(desk));
        (document(desk).items.len(), relations)
    };
    assert_eq!(states(&desk), (4, 4));
    desk.told(
        "cfgm",
        "configuration_item.relate",
        "app-1",
        json!({"relation": depends("app-1", "app-2"), "cause": cause}),
    );
    assert_eq!(states(&desk), (4, 5));
    let key: itsm::cmdb::Relation = serde_json::from_value(depends("shop", "app-2")).unwrap();
    desk.told("cfgm", "configuration_item.unrelate", "shop", json!({"relation": key.key(), "cause": cause}));
    assert_eq!(states(&desk), (4, 4));
    let before = desk.system.journal().events().last().unwrap().head.recorded_at;
    desk.told("cfgm", "configuration_item.withdraw", "app-2", json!({"cause": cause}));
    assert_eq!(states(&desk), (3, 2), "its relations are gone with it");
    let dangling = json!({"relation": depends("app-1", "app-2"), "cause": cause});
    assert!(
        desk.refused(
            "cfgm",
            "configuration_item.relate",
            "shop",
            json!({"relation": depends("shop", "app-2"), "cause": cause})
        )
        .lacks("relation_end")
    );
    assert!(desk.refused("cfgm", "configuration_item.relate", "app-1", dangling).lacks("relation_end"));
    let then = desk.system.as_of(before).unwrap();
    assert_eq!((then.cmdb().item_count(), then.cmdb().to_document().relations.len()), (4, 4));
    assert!(desk.system.cmdb().item("db-1").unwrap().critical);
    desk.publish("cfg", rules(json!({"critical": false})));
    assert!(!desk.system.cmdb().item("db-1").unwrap().critical, "a graph under the rules in force");
    assert_eq!(states(&desk), (3, 2));
}

#[test]
fn a_baseline_tells_what_there_was_and_what_has_changed_since() {
    let mut desk = Desk::taken_over(&ITEMS);
    let all = ["shop", "app-1", "app-2", "db-1"];
    desk.told("cfgm", "baseline.capture", "BSL-1", json!({"purpose": "reference", "items": all}));
    let hash = desk.system.baseline("BSL-1").unwrap().hash;
    desk.told("cfgm", "baseline.freeze", "BSL-1", json!({"hash": hash}));
    let captured = document(&desk);
    assert_eq!(desk.system.configuration_of(&id("BSL-1")).unwrap(), captured);
    assert!(desk.system.changed_since(&id("BSL-1")).unwrap().is_empty());

    desk.change("CHG-1", &["db-1", "app-2", "shop"]);
    let cause = json!({"change": "CHG-1"});
    desk.told("cfgm", "configuration_item.update", "db-1", ram("64", cause.clone()));
    desk.told("cfgm", "configuration_item.withdraw", "app-2", json!({"cause": cause}));
    desk.take_over(&("app-3", "server", &["db-1"]));
    desk.told(
        "cfgm",
        "configuration_item.relate",
        "shop",
        json!({"relation": depends("shop", "db-1"), "cause": cause}),
    );

    assert_eq!(desk.system.configuration_of(&id("BSL-1")).unwrap(), captured, "what was, stays");
    let changed = desk.system.changed_since(&id("BSL-1")).unwrap();
    assert_eq!((changed.items_removed, changed.items_added), (vec![ci("app-2")], vec![]));
    assert_eq!((changed.relations_added.len(), changed.relations_removed.len()), (1, 2));
    let [item] = changed.items_changed.as_slice() else { panic!("{:?}", changed.items_changed) };
    assert_eq!(item.key, ci("db-1"));
    let fields: Vec<_> =
        item.fields.iter().map(|field| (field.field.as_str(), field.after.as_deref())).collect();
    assert_eq!(fields, [("attributes.ram", Some("64"))]);
    assert!(desk.system.configuration_of(&id("BSL-2")).is_err());
}

#[test]
fn status_accounting_names_every_event_of_an_item_with_its_cause() {
    let mut desk = Desk::taken_over(&ITEMS);
    desk.change("CHG-1", &["db-1"]);
    let cause = json!({"change": "CHG-1"});
    desk.told("olga", "configuration_item.maintain", "db-1", json!({"cause": cause}));
    desk.told("olga", "configuration_item.update", "db-1", ram("64", cause.clone()));
    desk.told("cfgm", "configuration_item.return_to_live", "db-1", json!({"cause": cause}));
    let entries = desk.system.status_accounting(&id("db-1"));
    let told: Vec<_> =
        entries.iter().map(|entry| (entry.kind, entry.phase, entry.by.as_str(), entry.version)).collect();
    assert_eq!(
        told,
        [
            ("configuration_item.registered", CiPhase::Live, "cfgm", 1),
            ("configuration_item.moved", CiPhase::InMaintenance, "olga", 2),
            ("configuration_item.altered", CiPhase::InMaintenance, "olga", 3),
            ("configuration_item.moved", CiPhase::Live, "cfgm", 4),
        ]
    );
    assert!(entries.iter().skip(1).all(|entry| entry.cause == Some(Cause::Change(id("CHG-1")))));
    assert!(entries[0].cause.is_none() && desk.system.status_accounting(&id("db-9")).is_empty());
}

#[test]
fn an_audit_holds_the_register_to_a_discovery_list_and_its_corrections_are_causes_once() {
    let mut desk = Desk::taken_over(&ITEMS);
    let plan = |auditor: &str| json!({"auditor": auditor, "method": "discovery", "scope": ["app-1", "app-2", "db-1"]});
    assert!(
        desk.refused("la", "configuration_audit.plan", "CAU-1", plan("cfgm")).lacks("separation_of_duties")
    );
    desk.told("la", "configuration_audit.plan", "CAU-1", plan("aud"));
    desk.told("aud", "configuration_audit.begin", "CAU-1", json!({}));
    let found: Vec<Found> = serde_json::from_value(json!([
        {"id": "db-1", "type": "server", "attributes": {"ram": "16"}},
        {"id": "app-1", "attributes": {"ram": "32"}},
        {"id": "app-7", "type": "server"},
        {"id": "shop", "type": "service"},
    ]))
    .unwrap();
    let findings = desk.system.findings(&id("CAU-1"), &found).unwrap();
    let said: Vec<_> = findings
        .iter()
        .map(|finding| (finding.item.as_str(), finding.attributes_verified, finding.deficiencies.len()))
        .collect();
    assert_eq!(
        said,
        [("app-1", 1, 0), ("app-2", 0, 1), ("app-7", 0, 1), ("db-1", 2, 1)]
            .map(|(item, verified, wrong)| { (item, if item == "app-7" { 0 } else { verified }, wrong) })
    );
    desk.told("aud", "configuration_audit.record", "CAU-1", json!({"findings": findings}));
    desk.told("aud", "configuration_audit.conclude", "CAU-1", json!({}));

    let correction = json!({"audit_correction": "CAU-1"});
    let update = "configuration_item.update";
    assert!(desk.refused("cfgm", update, "db-1", ram("16", correction.clone())).lacks("correction"));
    let correct = |number: u32| json!({"deficiency": number, "correction": {"register": "cfgm"}});
    for number in [1, 2, 3] {
        desk.told("cfgm", "configuration_audit.correct", "CAU-1", correct(number));
    }
    assert!(
        desk.refused("cfgm", update, "app-1", ram("16", correction.clone())).lacks("correction"),
        "it was in order"
    );
    desk.told("cfgm", update, "db-1", ram("16", correction.clone()));
    desk.told("cfgm", "configuration_item.withdraw", "app-2", json!({"cause": correction}));
    desk.take_over(&("app-7", "server", &["db-1"]));
    for number in [1, 2, 3] {
        desk.told("aud", "configuration_audit.close_deficiency", "CAU-1", json!({"deficiency": number}));
    }
    assert!(
        desk.refused("cfgm", update, "db-1", ram("17", correction)).lacks("correction"),
        "an approval is used up"
    );
    let report = json!({"report": {"hash": itsm::kernel::Digest::of(b"report"), "reference": "report.pdf"}});
    desk.told("aud", "configuration_audit.report", "CAU-1", report);
    desk.told("cfgm", "configuration_audit.close", "CAU-1", json!({}));
    assert!(desk.system.findings(&id("CAU-9"), &found).is_err());
}

#[test]
fn a_change_is_in_one_release_at_a_time_and_free_once_that_is_cancelled_or_leaves_it_out() {
    let mut desk = Desk::taken_over(&ITEMS);
    let approval = json!({"threshold": {"count": 2}, "required_roles": ["cust", "so"]});
    let voters = json!([{"person": "carl", "roles": ["cust"]}, {"person": "olga", "roles": ["so"]}]);
    desk.publish("rel", json!({"release": {"calendar": "office", "live_environments": ["live"], "plan_approval": approval, "plan_voters": voters}}));
    for change in ["CHG-1", "CHG-2"] {
        let rfc = json!({"title": "t", "reason": "r", "benefit": "b", "not_doing": "n", "services": ["shop"], "cis": ["db-1"], "wished_for": "2026-11-24T00:00:00Z"});
        desk.told("user", "change.draft", change, json!({"rfc": rfc}));
    }
    let plan = |changes: &[&str]| {
        json!({
            "back_out": "b", "rollout": "r", "communication": "c", "training": "t", "builders": ["bob"], "testers": ["tess"],
            "deployers": ["dora"], "changes": changes, "criteria": ["fast"], "deliverables": ["d"], "items": ["db-1"], "targets": ["n-1"],
            "window_from": "2026-12-01T02:00:00Z", "window_until": "2026-12-01T04:00:00Z",
        })
    };
    let planned = |changes: &[&str]| json!({"title": "Shop", "type": "minor", "plan": plan(changes)});
    desk.told("relm", "release.plan", "REL-1", planned(&["CHG-1", "CHG-2"]));
    assert!(desk.refused("relm", "release.plan", "REL-2", planned(&["CHG-2"])).lacks("contained"));
    desk.told("relm", "release.edit", "REL-1", json!({"plan": plan(&["CHG-1"])}));
    desk.told("relm", "release.plan", "REL-2", planned(&["CHG-2"]));
    desk.told("relm", "release.cancel", "REL-1", json!({"reason": "no money"}));
    desk.told("relm", "release.edit", "REL-2", json!({"plan": plan(&["CHG-1", "CHG-2"])}));
}

/// The end of an emergency change: opinions, documents and review afterwards.
fn close(desk: &mut Desk, id: &str) {
    let change = desk.system.change(id).unwrap().clone();
    for (of, who) in &change.assessors {
        let opinion = json!({"assessment": of, "verdict": "favourable", "text": "worth it"});
        desk.told(who.as_str(), "change.opine", id, opinion);
    }
    let documents = json!({
        "rfc": change.rfc, "estimate": {"probability": 2, "impact": 2}, "back_out_tested": false,
        "tested": {"results": [{"what": "count", "passed": true}]},
    });
    desk.told("otto", "change.document_retrospectively", id, documents);
    let pir =
        json!({"objective_met": true, "outcome": "successful", "lessons": ["none"], "reviewers": ["cab"]});
    desk.told("cab", "change.review_retrospectively", id, json!({"pir": pir, "was_emergency": true}));
    desk.told("chgm", "change.close", id, json!({"linked_updated": true}));
}

/// The records that altered, since then, what the service rests on.
fn lately(desk: &Desk, service: &str, since: Instant) -> Vec<RecordId> {
    let rests_on = desk.system.cmdb().depends_on(&ci(service)).unwrap();
    let concerns = |item: &RecordId| rests_on.iter().any(|on| on.item.as_str() == item.as_str());
    let alterations = desk.system.alterations().into_iter();
    let recent = alterations.filter(|altered| altered.at >= since && concerns(&altered.item));
    recent.filter_map(|altered| Some(altered.cause?.record().clone())).collect()
}

#[test]
fn d4_a_change_closed_yesterday_is_as_recent_as_one_that_is_open() {
    let mut desk = Desk::taken_over(&ITEMS);
    desk.change("CHG-1", &["db-1"]);
    let began = Desk::at(desk.minute);
    desk.told("cfgm", "configuration_item.update", "db-1", ram("64", json!({"change": "CHG-1"})));
    desk.told("ivan", "change.implement", "CHG-1", json!({"steps": ["put in"], "verification": "counted"}));
    let trend =
        |desk: &Desk, until: Instant| ChangeTrend::of(desk.system.changes(), began, until).implemented;
    let open = (lately(&desk, "shop", began), trend(&desk, Desk::at(desk.minute + 1)));
    assert_eq!(open, (vec![id("CHG-1")], 1));

    close(&mut desk, "CHG-1");
    assert_eq!(desk.system.change("CHG-1").unwrap().phase().code(), "closed");
    desk.minute += 24 * 60;
    let now = Desk::at(desk.minute);
    assert_eq!((lately(&desk, "shop", began), trend(&desk, now)), open, "closing it changes nothing");
    assert_eq!(lately(&desk, "shop", now), [], "what is not recent is not told");
    desk.system.advance(now).unwrap();
    assert_eq!(lately(&desk, "shop", began), open.0);
}
