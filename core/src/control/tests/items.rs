//! Configuration items against their table (spec 3.23).

use super::*;
use crate::control::{CiPhase, ConfigurationItems};
use crate::kernel::Digest;
use CiPhase::*;

fn runs_on(host: &str) -> Value {
    json!({"from": "X-1", "to": host, "kind": "runs_on"})
}

fn key(host: &str) -> Value {
    let relation: crate::cmdb::Relation = serde_json::from_value(runs_on(host)).unwrap();
    json!({"relation": relation.key()})
}

fn at(phase: CiPhase) -> Run<ConfigurationItems> {
    ConfigurationItems::at(Some(phase))
}

fn body(kind: &str) -> Value {
    ConfigurationItems::body(kind)
}

impl Walk for ConfigurationItems {
    fn policy() -> Arc<RulesInForce<ConfigurationRules>> {
        policy(&document())
    }

    fn at(phase: Option<CiPhase>) -> Run<Self> {
        let step = |before: CiPhase, kind: &str| at(before).step("cfgm", kind);
        match phase {
            None => Run { facts: facts(), ..Run::new() },
            Some(Planned) => Self::at(None).step("cfgm", "configuration_item.register"),
            Some(UnderConstruction) => step(Planned, "configuration_item.construct"),
            Some(InStock) => step(UnderConstruction, "configuration_item.stock"),
            Some(InTest) => step(InStock, "configuration_item.test"),
            Some(Live) => step(InTest, "configuration_item.go_live"),
            Some(InMaintenance) => step(Live, "configuration_item.maintain"),
            Some(Withdrawn) => step(InMaintenance, "configuration_item.withdraw"),
            Some(Disposed) => step(Withdrawn, "configuration_item.dispose"),
        }
    }

    fn body(kind: &str) -> Value {
        let configuration = json!({"type": "server", "name": "db", "attributes": {"ram": "32"}, "relations": [runs_on("host-1")]});
        let cause = json!({"cause": {"change": "CHG-1"}, "reason": "as planned"});
        let with = |mut members: Value| {
            merge(&mut members, json!({"cause": {"change": "CHG-1"}}));
            members
        };
        match kind {
            "configuration_item.register" => json!({"configuration": configuration, "owner": "olga"}),
            "configuration_item.take_over" => {
                json!({"configuration": configuration, "owner": "olga", "phase": "live"})
            }
            "configuration_item.stock" => json!({"location": "shelf-1"}),
            "configuration_item.dispose" => {
                json!({"evidence": {"hash": Digest::of(b"shredded"), "reference": "shredded.pdf"}})
            }
            "configuration_item.update" => with(json!({"attributes": {"ram": "64"}})),
            "configuration_item.relate" => with(json!({"relation": runs_on("host-2")})),
            "configuration_item.unrelate" => with(key("host-1")),
            "configuration_item.construct" | "configuration_item.test" => json!({}),
            _ => cause,
        }
    }

    fn who(who: Who, _: Option<CiPhase>) -> Option<&'static str> {
        (who == Who::Assignee).then_some("olga")
    }
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<ConfigurationItems>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<ConfigurationItems>();
}

#[test]
fn a_journal_read_back_gives_the_same_item() {
    every_phase_replays::<ConfigurationItems>();
}

/// What every act on a live item is refused for.
fn causes() -> Vec<(&'static str, &'static str, Value)> {
    let only = |cause: Value| json!({"cause": cause});
    let other = |kind: &str, id: &str| json!({"cause": {"change": null, kind: id}});
    vec![
        ("cfgm", "cause", only(Value::Null)),
        ("cfgm", "fact", other("change", "CHG-99")),
        ("cfgm", "change_state", other("change", "CHG-2")),
        ("cfgm", "change_state", other("change", "CHG-4")),
        ("cfgm", "change_scope", other("change", "CHG-3")),
        ("cfgm", "request_state", other("request", "SRQ-2")),
        ("cfgm", "request_model", other("request", "SRQ-3")),
        ("cfgm", "correction", other("audit_correction", "CAU-2")),
        ("nobody", "authority", json!({})),
    ]
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, run, kind, refuses| Guard { id, run, passes: ("cfgm", kind, body(kind)), refuses };
    let content = |change: Value| json!({"configuration": change});
    let new = || {
        vec![
            ("olga", "authority", json!({})),
            ("cfgm", "type", content(json!({"type": "unheard-of"}))),
            ("cfgm", "name", content(json!({"name": " "}))),
            ("cfgm", "version", content(json!({"version": ""}))),
            ("cfgm", "mandatory", content(json!({"attributes": {"ram": null}}))),
            ("cfgm", "attribute", content(json!({"attributes": {"colour": "red"}}))),
            ("cfgm", "attribute_value", content(json!({"attributes": {"ram": "much"}}))),
            ("cfgm", "attribute_value", content(json!({"attributes": {"os": "dos"}}))),
            (
                "cfgm",
                "relation_kind",
                content(json!({"relations": [{"from": "X-1", "to": "host-1", "kind": "part_of"}]})),
            ),
            (
                "cfgm",
                "from",
                content(json!({"relations": [{"from": "host-2", "to": "host-1", "kind": "runs_on"}]})),
            ),
            ("cfgm", "fact", content(json!({"relations": [runs_on("host-77")]}))),
            ("cfgm", "relation_end", content(json!({"relations": [runs_on("host-9")]}))),
            ("cfgm", "relation_twice", content(json!({"relations": [runs_on("host-1"), runs_on("host-1")]}))),
            ("cfgm", "gates", content(json!({"gates": {"disks": {"at_least": 0}}}))),
        ]
    };
    let alone = at(InTest).then("cfgm", "configuration_item.unrelate", &key("host-1"));
    let mut demanding = document();
    merge(&mut demanding, json!({"types": {"server": {"attributes": {"os": {"mandatory": true}}}}}));
    let two = at(Live).step("cfgm", "configuration_item.relate");
    let change = |change: Value| ("cfgm", change);
    let (by, none) = change(json!({"attributes": null}));
    let updates = vec![
        (by, "nothing", none),
        (by, "mandatory", json!({"attributes": {"ram": ""}})),
        (by, "attribute", json!({"attributes": {"colour": "red"}})),
        (by, "attribute_value", json!({"attributes": {"os": "dos"}})),
        (by, "name", json!({"name": ""})),
        (by, "version", json!({"version": "x".repeat(300)})),
        (by, "gates", json!({"gates": {"disks": {"at_least": 0}}})),
    ];
    let relations = vec![
        ("cfgm", "nothing", json!({"relation": {"to": "host-1"}})),
        ("cfgm", "relation_kind", json!({"relation": {"kind": "part_of"}})),
        ("cfgm", "fact", json!({"relation": {"to": "host-77"}})),
        ("cfgm", "relation_end", json!({"relation": {"to": "host-9"}})),
        ("cfgm", "from", json!({"relation": {"from": "host-1"}})),
        ("cfgm", "relation", json!({"relation": {"weight": 0}})),
    ];
    let both = |more: &[(&'static str, &'static str, Value)]| [causes(), more.to_vec()].concat();
    let twice = ("cfgm", "relation", key("host-2"));
    every_guard::<ConfigurationItems>(vec![
        guard("T-CFG-L1", ConfigurationItems::at(None), "configuration_item.register", new()),
        guard("T-CFG-L2", ConfigurationItems::at(None), "configuration_item.take_over", new()),
        guard(
            "T-CFG-L3",
            at(Planned),
            "configuration_item.construct",
            vec![("nobody", "authority", json!({}))],
        ),
        guard("T-CFG-L4", at(Planned), "configuration_item.stock", vec![("nobody", "authority", json!({}))]),
        guard(
            "T-CFG-L5",
            at(UnderConstruction),
            "configuration_item.test",
            vec![("nobody", "authority", json!({}))],
        ),
        guard("T-CFG-L6", at(InTest), "configuration_item.go_live", causes()),
        guard("T-CFG-L7", at(Live), "configuration_item.maintain", causes()),
        guard("T-CFG-L8", at(InMaintenance), "configuration_item.return_to_live", causes()),
        guard("T-CFG-L9", at(Live), "configuration_item.withdraw", causes()),
        guard(
            "T-CFG-L10",
            at(InStock),
            "configuration_item.withdraw",
            vec![("cfgm", "reason", json!({"reason": " "}))],
        ),
        guard(
            "T-CFG-L11",
            at(Withdrawn),
            "configuration_item.dispose",
            vec![("olga", "authority", json!({}))],
        ),
        guard("T-CFG-L12", at(Live), "configuration_item.update", both(&updates)),
        guard("T-CFG-L13", at(Withdrawn), "configuration_item.update", updates.clone()),
        guard("T-CFG-L14", at(Live), "configuration_item.relate", both(&relations)),
        guard("T-CFG-L15", at(InTest), "configuration_item.relate", relations.clone()),
        guard("T-CFG-L16", two, "configuration_item.unrelate", causes()),
        guard("T-CFG-L17", at(Withdrawn), "configuration_item.unrelate", vec![twice]),
    ]);
    let kind = "configuration_item.go_live";
    assert!(alone.refusal("cfgm", kind, &body(kind)).lacks("mandatory_relation"));
    let now_demanded = Run { policy: policy(&demanding), ..at(InTest) };
    assert!(
        now_demanded.refusal("cfgm", kind, &body(kind)).lacks("mandatory"),
        "the type has become stricter"
    );
}

#[test]
fn a_live_item_keeps_the_last_relation_that_its_type_demands() {
    let kind = "configuration_item.unrelate";
    assert!(at(Live).refusal("cfgm", kind, &body(kind)).lacks("mandatory_relation"));
    at(InTest).then("cfgm", kind, &key("host-1"));
}

#[test]
fn a_request_under_a_model_and_an_approved_correction_are_causes_too() {
    for cause in [json!({"request": "SRQ-1"}), json!({"audit_correction": "CAU-1"})] {
        let update = json!({"attributes": {"ram": "64"}, "cause": cause});
        let run = at(Live).then("cfgm", "configuration_item.update", &update);
        let item = run.record.unwrap();
        assert_eq!(serde_json::to_value(&item.updated.cause).unwrap(), cause);
    }
}

#[test]
fn a_refusal_names_everything_and_changes_nothing() {
    let mut run = at(Live);
    let before = serde_json::to_value(&run.record).unwrap();
    let update = json!({"attributes": {"ram": "much", "colour": "red"}, "name": ""});
    let refusal = run.tries("nobody", "configuration_item.update", &update).map(|_| ()).unwrap_err();
    let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
    assert_eq!(missing, ["authority", "cause", "attribute", "attribute_value", "name"]);
    assert_eq!(serde_json::to_value(&run.record).unwrap(), before);
}

#[test]
fn an_update_changes_what_it_says_and_nothing_else() {
    let update = json!({"attributes": {"os": "linux"}, "owner": "otto", "location": "rack-2", "cause": {"change": "CHG-1"}});
    let before = at(Live).record.unwrap();
    let run = at(Live).then("olga", "configuration_item.update", &update);
    let item = run.record.clone().unwrap();
    assert_eq!((item.configuration.name.as_str(), item.envelope.owner.unwrap().as_str()), ("db", "otto"));
    assert_eq!(item.configuration.relations, before.configuration.relations);
    let after = json!({"ram": "32", "os": "linux"});
    assert_eq!(serde_json::to_value(&item.configuration.attributes).unwrap(), after);
    let updaters: Vec<_> = item.updaters.iter().map(|person| person.as_str()).collect();
    assert_eq!(updaters, ["cfgm", "olga"], "nobody of them audits it");
    let undone = json!({"attributes": {"os": ""}, "cause": {"change": "CHG-1"}});
    let item = run.then("otto", "configuration_item.update", &undone).record.unwrap();
    assert_eq!(item.configuration.attributes, before.configuration.attributes);
}

#[test]
fn consumables_are_altered_without_a_cause_and_a_cause_that_is_stated_is_checked() {
    let cable = json!({"configuration": {"type": "cable", "name": "red", "attributes": null, "relations": null}, "owner": "olga"});
    let run = ConfigurationItems::at(None).then("cfgm", "configuration_item.take_over", &{
        let mut taken = cable;
        merge(&mut taken, json!({"phase": "live"}));
        taken["configuration"].as_object_mut().unwrap().retain(|_, value| !value.is_null());
        taken
    });
    run.clone().then("olga", "configuration_item.update", &json!({"name": "blue"}));
    let named = json!({"name": "blue", "cause": {"change": "CHG-2"}});
    assert!(run.refusal("olga", "configuration_item.update", &named).lacks("change_state"));
}

#[test]
fn whoever_has_an_item_altered_by_the_system_is_among_its_updaters() {
    let run = at(Live);
    let mut context = run.context(crate::kernel::Actor::timer());
    context.on_behalf_of = Some(crate::kernel::PersonId::new("dora").unwrap());
    let command = serde_json::from_value(
        json!({"kind": "configuration_item.update", "body": body("configuration_item.update")}),
    );
    let decision = crate::kernel::decide::<ConfigurationItems>(
        run.record.as_ref(),
        &run.id,
        &command.unwrap(),
        &context,
    );
    let mut record = run.record.clone();
    crate::kernel::fold::<ConfigurationItems>(&mut record, &run.id, &decision.unwrap(), &context);
    assert!(record.unwrap().updaters.iter().any(|person| person.as_str() == "dora"));
}
