//! The register of configuration items in the whole system: control, graph, baselines, accounting, audit.

use itsm::cmdb::{CmdbDocument, Found};
use itsm::control::change::ChangeTrend;
use itsm::control::{Cause, CiPhase};
use itsm::kernel::{Actor, CiId, Context, Instant, RecordId, Refusal, Role};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemEvent};
use serde_json::{Value, json};

struct Desk {
    system: ServiceManagementSystem,
    minute: i64,
}

/// An item as it is taken over: live, of a type, related to others.
type Stated<'a> = (&'a str, &'a str, &'a [&'a str]);

const ITEMS: [Stated<'_>; 4] = [
    ("db-1", "server", &[]),
    ("app-1", "server", &["db-1"]),
    ("app-2", "server", &["db-1"]),
    ("shop", "service", &["app-1", "app-2"]),
];

impl Desk {
    fn new() -> Self {
        let mut desk = Self { system: ServiceManagementSystem::new(), minute: 0 };
        let day = json!([["09:00", "18:00"]]);
        let week = json!({"mon": day, "tue": day, "wed": day, "thu": day, "fri": day});
        desk.publish("office", json!({"calendar": {"zone": "Asia/Shanghai", "week": week}}));
        desk.publish("cfg", rules(json!({})));
        desk.publish("chg", json!({"change": {"calendar": "office"}}));
        desk
    }

    fn taken_over<'a>(items: impl IntoIterator<Item = &'a Stated<'a>>) -> Self {
        let mut desk = Self::new();
        items.into_iter().for_each(|item| desk.take_over(item));
        desk
    }

    fn at(minute: i64) -> Instant {
        Instant::parse("2026-11-23T01:30:00Z").unwrap().plus_s(minute * 60).unwrap()
    }

    fn publish(&mut self, id: &str, document: Value) {
        let version = self.system.policy(id).map_or(0, |policy| policy.versions.len()) + 1;
        let from = Self::at(self.minute + 1);
        let body = json!({"version": version, "effective_from": from, "document": document});
        let kind = if version == 1 { "policy.publish" } else { "policy.revise" };
        self.told("po", kind, id, body);
    }

    fn take_over(&mut self, (id, kind, on): &Stated<'_>) {
        let relations: Vec<_> = on.iter().map(|to| depends(id, to)).collect();
        let configuration =
            json!({"type": kind, "name": id, "attributes": {"ram": "32"}, "relations": relations});
        self.told(
            "cfgm",
            "configuration_item.take_over",
            id,
            json!({"configuration": configuration, "owner": "olga", "phase": "live"}),
        );
    }

    fn tries(
        &mut self,
        by: &str,
        kind: &str,
        record: &str,
        body: Value,
    ) -> Result<Vec<SystemEvent>, CommandError> {
        self.minute += 1;
        let now = Self::at(self.minute);
        let command = json!({"kind": kind, "record": record, "body": body}).to_string();
        let actor = Actor::new(by, Role::from_code(by)).unwrap();
        let command = Command::from_json(command.as_bytes()).unwrap();
        self.system.execute(&command, &Context::new(now, actor).with_entropy([7; 32]))
    }

    fn told(&mut self, by: &str, kind: &str, record: &str, body: Value) {
        if let Err(fault) = self.tries(by, kind, record, body) {
            panic!("{kind} {record}: {fault}");
        }
    }

    fn refused(&mut self, by: &str, kind: &str, record: &str, body: Value) -> Refusal {
        let before = self.system.digest();
        let fault = self.tries(by, kind, record, body).unwrap_err();
        assert_eq!(self.system.digest(), before, "a refusal changes nothing");
        fault.refusal().unwrap().clone()
    }

    /// An emergency change of these items that is being implemented.
    fn change(&mut self, id: &str, cis: &[&str]) {
        let rfc = json!({
            "title": "more memory", "reason": "it swaps", "benefit": "speed", "not_doing": "it stops",
            "services": ["shop"], "cis": cis, "wished_for": "2026-11-24T00:00:00Z",
        });
        self.told("user", "change.draft", id, json!({"rfc": rfc}));
        self.told("user", "change.submit", id, json!({}));
        let who = |of: &str| if of == "security" { "secm" } else { "ada" };
        let all = [
            "availability",
            "business",
            "capacity",
            "conflict",
            "continuity",
            "cost",
            "feasibility",
            "security",
            "technical",
        ];
        let assessors: serde_json::Map<_, _> =
            all.iter().map(|of| ((*of).to_owned(), json!(who(of)))).collect();
        let authorise = json!({
            "criterion": "imminent_loss", "risk": "none beyond", "implementer": "ivan", "owner": "otto", "assessors": assessors,
        });
        self.told("ecab", "change.authorise_emergency", id, authorise);
        self.told("ivan", "change.begin_implementation", id, json!({"back_out_known": "take it out"}));
    }

    /// The end of such a change: opinions, documents and review afterwards.
    fn close(&mut self, id: &str) {
        let assessors = self.system.change(id).unwrap().assessors.clone();
        for (of, who) in &assessors {
            let opinion = json!({"assessment": of, "verdict": "favourable", "text": "worth it"});
            self.told(who.as_str(), "change.opine", id, opinion);
        }
        let rfc = self.system.change(id).unwrap().rfc.clone();
        let documents = json!({
            "rfc": rfc, "estimate": {"probability": 2, "impact": 2}, "back_out_tested": false,
            "tested": {"results": [{"what": "count", "passed": true}]},
        });
        self.told("otto", "change.document_retrospectively", id, documents);
        let pir = json!({"objective_met": true, "outcome": "successful", "lessons": ["none"], "reviewers": ["cab"]});
        self.told("cab", "change.review_retrospectively", id, json!({"pir": pir, "was_emergency": true}));
        self.told("chgm", "change.close", id, json!({"linked_updated": true}));
    }

    fn document(&self) -> CmdbDocument {
        self.system.cmdb().to_document()
    }
}

fn rules(more: Value) -> Value {
    let mut server = json!({"attributes": {"ram": {"kind": "integer", "mandatory": true}}, "critical": true});
    server.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"configuration": {"calendar": "office", "types": {
        "server": server, "service": {"service": true, "attributes": {"ram": {"kind": "text"}}},
    }}})
}

fn depends(from: &str, to: &str) -> Value {
    json!({"from": from, "to": to, "kind": "depends_on"})
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
        let document = desk.document();
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
        let relations = desk.document().relations.len();
        let again = ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
        assert_eq!(again.cmdb().to_document(), desk.document());
        (desk.document().items.len(), relations)
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
    let captured = desk.document();
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

    desk.close("CHG-1");
    assert_eq!(desk.system.change("CHG-1").unwrap().phase().code(), "closed");
    desk.minute += 24 * 60;
    let now = Desk::at(desk.minute);
    assert_eq!((lately(&desk, "shop", began), trend(&desk, now)), open, "closing it changes nothing");
    assert_eq!(lately(&desk, "shop", now), [], "what is not recent is not told");
    desk.system.advance(now).unwrap();
    assert_eq!(lately(&desk, "shop", began), open.0);
}
