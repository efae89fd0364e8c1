//! Interfaces between processes (spec, Annex F): what a command to one record means to others.

mod desk;

use desk::{Desk, Stated, depends, rules};
use itsm::kernel::{NoticeKind, PersonId, Recipient, UnitId, Unmet};
use serde_json::{Value, json};

/// A desk that handles incidents of a service on two nodes, one of which is enough.
fn shop() -> Desk {
    let items: [Stated<'_>; 3] =
        [("db-1", "server", &[]), ("app-1", "server", &["db-1"]), ("app-2", "server", &[])];
    let mut desk = Desk::taken_over(&items);
    let either = |to: &str| {
        let mut relation = depends("shop", to);
        relation["group"] = json!("apps");
        relation
    };
    let service = json!({"type": "service", "name": "shop", "attributes": {"ram": "32"}, "gates": {"apps": "any"},
                         "relations": [either("app-1"), either("app-2")]});
    let taken_over = json!({"configuration": service, "owner": "olga", "phase": "live"});
    desk.told("cfgm", "configuration_item.take_over", "shop", taken_over);
    desk.publish("cfg", rules(json!({})));
    let matrix = serde_json::to_value(itsm::priority::Preset::Iso.document()).unwrap();
    desk.publish("matrix", json!({"matrix": matrix}));
    desk.publish("desk", json!({"desk": {"calendar": "office"}}));
    let clause = |metric: &str| json!({"id": metric, "metric": metric, "target": {"unit": "working", "seconds": 14_400}, "calendar": "office"});
    desk.publish(
        "sla",
        json!({"agreement": {"name": "Bank", "precedence": 1, "selection": "precedence",
        "clauses": [clause("response"), clause("resolution")]}}),
    );
    desk.publish("prb", json!({"problem": {"calendar": "office", "registers": ["incident"]}}));
    desk
}

/// An incident of one item that a group has, and a person where one is named.
fn incident(desk: &mut Desk, id: &str, ci: &str, service_down: bool, person: Option<&str>) {
    let log = json!({"channel": "phone", "symptom": "slow", "occurred_at": "2026-11-23T01:30:00Z", "service": {"known": "shop"},
                     "requester": "u-1", "ci": ci, "service_down": service_down});
    desk.told("sd", "incident.log", id, log);
    desk.told(
        "sd",
        "incident.classify",
        id,
        json!({"category": "app/shop", "impact": 2, "urgency": 2, "known_error": "none"}),
    );
    desk.told("sd", "incident.assign", id, json!({"group": "apps", "person": person}));
}

fn known_error(desk: &mut Desk) -> String {
    let log = json!({"source": "incident", "proactive": false, "symptoms": "slow", "incidents": ["INC-1"], "cis": ["app-1"]});
    desk.told("prbm", "problem.log", "PRB-1", log);
    let classify = json!({"classification": {"category": "app/shop", "priority": 3}, "analyst": "l3"});
    desk.told("prbm", "problem.classify", "PRB-1", classify);
    desk.told("l3", "problem.investigate", "PRB-1", json!({"method": "five-whys"}));
    let content = json!({"problem": "PRB-1", "symptoms": "slow", "workaround": {"steps": "restart it"}, "items": [{"ci": "app-1"}]});
    desk.told("l3", "known_error.draft", "KER-1", json!({"content": content}));
    "KER-1".to_owned()
}

fn told_of_known_error(desk: &Desk, id: &str) -> Vec<Recipient> {
    let known_error = desk.system.known_error(id).unwrap();
    let notices = known_error.envelope.notices.iter();
    notices.filter(|notice| notice.why == NoticeKind::KnownError).map(|notice| notice.to.clone()).collect()
}

#[test]
fn a_known_error_is_told_to_those_who_work_on_the_open_incidents_that_it_explains() {
    let mut desk = shop();
    incident(&mut desk, "INC-1", "app-1", false, Some("anna"));
    incident(&mut desk, "INC-2", "app-1", false, None);
    incident(&mut desk, "INC-3", "app-1", false, Some("anna"));
    incident(&mut desk, "INC-4", "app-2", false, Some("ben"));
    incident(&mut desk, "INC-5", "app-1", false, Some("carl"));
    desk.told(
        "incm",
        "incident.cancel",
        "INC-5",
        json!({"duplicate_of": "INC-1", "reason": "the same call"}),
    );
    let id = known_error(&mut desk);
    let explained: Vec<_> =
        desk.system.incidents_explained_by(&id).iter().map(|found| found.envelope.id.to_string()).collect();
    assert_eq!(explained, ["INC-1", "INC-2", "INC-3"], "one has another item, one is over");
    let events = desk.tries("l3", "known_error.publish", &id, json!({})).unwrap();
    let published = serde_json::to_value(&events[0]).unwrap();
    assert_eq!(published["body"]["matched"], json!(["INC-1", "INC-2", "INC-3"]));
    let anna = Recipient::Person(PersonId::new("anna").unwrap());
    let group = Recipient::Unit(UnitId::new("apps").unwrap());
    assert_eq!(told_of_known_error(&desk, &id), [anna, group], "each once");
}

#[test]
fn a_desk_that_logs_the_same_fault_for_ever_is_not_stopped_by_its_own_evidence() {
    let mut desk = Desk::new();
    desk.take_over(&("app-1", "server", &[]));
    desk.publish(
        "matrix",
        json!({"matrix": serde_json::to_value(itsm::priority::Preset::Iso.document()).unwrap()}),
    );
    desk.publish("desk", json!({"desk": {"calendar": "office"}}));
    let log = json!({"channel": "phone", "symptom": "slow", "occurred_at": "2026-11-23T01:30:00Z", "service": {"known": "shop"},
                     "requester": "u-1", "ci": "app-1"});
    for number in 0..600 {
        desk.told("sd", "incident.log", &format!("INC-{}-{number}", "x".repeat(100)), log.clone());
    }
    desk.publish("prb", json!({"problem": {"calendar": "office", "registers": ["incident"]}}));
    for number in 0..3 {
        desk.told("sd", "incident.log", &format!("INC-after-{number}"), log.clone());
    }
    let candidate = desk.system.problem_candidates().next().unwrap();
    assert_eq!(candidate.incidents.len(), itsm::kernel::limits::EVIDENCE_INCIDENTS);
    assert!(candidate.incidents.iter().any(|id| id.as_str() == "INC-after-0"), "the latest are evidence");
    let id = candidate.envelope.id.to_string();
    desk.told("prbm", "problem_candidate.accept", &id, json!({"problem": {"new": "PRB-1"}}));
}

#[test]
fn what_is_not_in_service_yet_carries_nothing() {
    let mut desk = Desk::new();
    desk.take_over(&("n-1", "server", &[]));
    let mut member = depends("shop", "n-1");
    member["group"] = json!("nodes");
    let service = json!({"type": "service", "name": "shop", "attributes": {"ram": "32"}, "gates": {"nodes": "any"}, "relations": [member]});
    desk.told(
        "cfgm",
        "configuration_item.take_over",
        "shop",
        json!({"configuration": service, "owner": "olga", "phase": "live"}),
    );
    let hit = |desk: &Desk| {
        let source = [itsm::cmdb::Source::down("n-1".parse().unwrap())];
        let impact = desk.system.cmdb().impact_of(&source, &itsm::cmdb::ImpactOptions::default()).unwrap();
        impact.services().count()
    };
    assert_eq!(hit(&desk), 1);
    let mut relation = json!({"from": "n-2", "to": "shop", "kind": "provides"});
    relation["group"] = json!("nodes");
    let planned =
        json!({"type": "server", "name": "n-2", "attributes": {"ram": "32"}, "relations": [relation]});
    desk.told(
        "cfgm",
        "configuration_item.register",
        "n-2",
        json!({"configuration": planned, "owner": "olga"}),
    );
    assert_eq!(hit(&desk), 1, "nobody has bought the second node yet");
    let replayed = itsm::system::ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
    assert_eq!(replayed.cmdb().to_document(), desk.system.cmdb().to_document());
}

/// A standard change of one item, as it comes into the schedule.
fn standard(id: &str, ci: &str, desk: &mut Desk) -> Result<(), Vec<String>> {
    let rfc = json!({"title": "patch", "reason": "monthly", "benefit": "b", "not_doing": "n", "services": ["shop"], "cis": [ci],
                     "wished_for": "2026-11-30T00:00:00Z"});
    desk.told("user", "change.draft", id, json!({"rfc": rfc}));
    desk.told("user", "change.submit", id, json!({}));
    let window = json!({"from": "2026-11-23T06:00:00Z", "until": "2026-11-23T07:00:00Z"});
    let schedule = json!({"model": "CHM-1", "implementer": format!("{id}-hands"), "window": window});
    match desk.tries("user", "change.schedule_standard", id, schedule) {
        Ok(_) => Ok(()),
        Err(fault) => {
            let unmet = fault.refusal().unwrap_or_else(|| panic!("{fault}")).missing.iter();
            Err(unmet.map(Unmet::en).collect())
        }
    }
}

fn model(desk: &mut Desk) {
    let terms: Value = json!({"title": "patch", "steps": ["patch"], "back_out": "restore", "scope": {"types": ["server"]},
                              "risk": {"probability": 1, "impact": 3}});
    desk.told("l3", "change_model.propose", "CHM-1", json!({"terms": terms}));
    desk.told("chgm", "change_model.approve", "CHM-1", json!({"valid_until": "2027-01-01T00:00:00Z"}));
}

#[test]
fn an_open_outage_of_one_node_stands_against_a_change_of_the_other() {
    let mut desk = shop();
    model(&mut desk);
    assert_eq!(standard("CHG-1", "app-2", &mut desk), Ok(()), "one node is enough");
    let withdraw = json!({"reason": "another day"});
    desk.told("user", "change.withdraw", "CHG-1", withdraw);
    incident(&mut desk, "INC-1", "app-1", true, None);
    assert_eq!(desk.system.outages().count(), 1);
    let gate = standard("CHG-2", "app-2", &mut desk).unwrap_err();
    assert!(gate.len() == 1 && gate[0].contains("`gate with INC-1"), "{gate:?}");
    assert_eq!(
        standard("CHG-3", "db-1", &mut desk),
        Ok(()),
        "what the outage has taken down already is not broken again"
    );
    desk.told("incm", "incident.cancel", "INC-1", json!({"reason": "a test call"}));
    assert_eq!(standard("CHG-4", "app-1", &mut desk), Ok(()), "the outage is over");
}

#[test]
fn an_emergency_that_has_not_ended_stands_in_the_schedule_without_a_window() {
    let mut desk = shop();
    model(&mut desk);
    desk.change("CHG-1", &["db-1"]);
    let now = Desk::at(desk.minute);
    let standing: Vec<_> = desk.system.interventions(now).collect();
    assert_eq!(standing.len(), 1);
    assert_eq!(
        standing[0].until,
        now.plus_s(24 * 3_600).unwrap(),
        "from now on as long as the rules presume"
    );
    let taken = standard("CHG-2", "db-1", &mut desk).unwrap_err();
    assert!(taken.iter().any(|conflict| conflict.contains("`same_item with CHG-1")), "{taken:?}");
    desk.told(
        "ivan",
        "change.implement",
        "CHG-1",
        json!({"steps": ["swapped"], "verification": "it answers"}),
    );
    assert_eq!(standard("CHG-3", "db-1", &mut desk), Ok(()));
}
