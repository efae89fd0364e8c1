//! Configuration audits against their table (spec 3.23).

use super::*;
use crate::control::{ConfigurationAuditPhase, ConfigurationAudits};
use crate::kernel::Digest;
use ConfigurationAuditPhase::*;

fn at(phase: ConfigurationAuditPhase) -> Run<ConfigurationAudits> {
    ConfigurationAudits::at(Some(phase))
}

fn body(kind: &str) -> Value {
    ConfigurationAudits::body(kind)
}

fn recorded(body: &Value) -> Run<ConfigurationAudits> {
    at(InProgress).then("aud", "configuration_audit.record", body)
}

fn clean() -> Value {
    json!({"findings": [{"item": "host-1", "attributes_verified": 4}, {"item": "host-2", "attributes_verified": 4}]})
}

impl Walk for ConfigurationAudits {
    fn policy() -> Arc<RulesInForce<ConfigurationRules>> {
        policy(&document())
    }

    fn at(phase: Option<ConfigurationAuditPhase>) -> Run<Self> {
        let conclude =
            |findings: &Value| recorded(findings).then("aud", "configuration_audit.conclude", &json!({}));
        match phase {
            None => {
                let run = Run { facts: facts(), ..Run::new() };
                let run = run.knowing(fact("change", "CHG-8", "closed", &[("outcome", "successful")]));
                run.knowing(fact("change", "CHG-9", "withdrawn", &[]))
            }
            Some(Planned) => Self::at(None).step("cfgm", "configuration_audit.plan"),
            Some(InProgress) => at(Planned).then("aud", "configuration_audit.begin", &json!({})),
            Some(Deficient) => conclude(&body("configuration_audit.record")),
            Some(Clean) => conclude(&clean()),
            Some(Reported) => at(Deficient).step("aud", "configuration_audit.report"),
            Some(Closed) => at(Clean).step("aud", "configuration_audit.report").then(
                "cfgm",
                "configuration_audit.close",
                &json!({}),
            ),
            Some(Cancelled) => at(Planned).step("la", "configuration_audit.cancel"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "configuration_audit.plan" => {
                json!({"auditor": "aud", "method": "discovery", "scope": ["host-1", "host-2"]})
            }
            "configuration_audit.assign" => json!({"auditor": "ada"}),
            "configuration_audit.cancel" => json!({"reason": "held by the customer"}),
            "configuration_audit.record" => json!({"findings": [
                {"item": "host-1", "attributes_verified": 4,
                 "deficiencies": [{"kind": "differs", "attribute": "ram", "registered": "32", "found": "16"}]},
                {"item": "host-2", "attributes_verified": 0, "deficiencies": [{"kind": "missing"}]},
                {"item": "host-3", "attributes_verified": 0, "deficiencies": [{"kind": "unexpected"}]},
            ]}),
            "configuration_audit.report" => {
                json!({"report": {"hash": Digest::of(b"report"), "reference": "report.pdf"}})
            }
            "configuration_audit.correct" => json!({"deficiency": 1, "correction": {"change": "CHG-1"}}),
            "configuration_audit.close_deficiency" => json!({"deficiency": 1}),
            "configuration_audit.confirm_notice" => {
                json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"})
            }
            _ => json!({}),
        }
    }

    fn who(who: Who, phase: Option<ConfigurationAuditPhase>) -> Option<&'static str> {
        (who == Who::Assignee && phase.is_some()).then_some("aud")
    }
}

/// The record with the item's register touched at that instant.
fn touched(mut run: Run<ConfigurationAudits>, item: &str, at: &str) -> Run<ConfigurationAudits> {
    run.facts.retain(|fact| fact.record.as_str() != item);
    run.knowing(fact("configuration_item", item, "live", &[("updated_at", at), ("updaters", "cfgm")]))
}

fn corrected(run: Run<ConfigurationAudits>, number: u32) -> Run<ConfigurationAudits> {
    let correct = json!({"deficiency": number, "correction": {"register": "cfgm"}});
    run.then("cfgm", "configuration_audit.correct", &correct)
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<ConfigurationAudits>();
    every_role_on_every_rule::<ConfigurationAudits>();
    every_phase_replays::<ConfigurationAudits>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let plan = vec![
        ("nobody", "authority", json!({})),
        ("cfgm", "scope", json!({"scope": []})),
        ("cfgm", "fact", json!({"scope": ["host-77"]})),
        ("cfgm", "separation_of_duties", json!({"auditor": "ops"})),
    ];
    let one = |finding: Value| json!({"findings": [finding]});
    let found = |kind: &str, attribute: &str| json!({"kind": kind, "attribute": attribute});
    let findings = vec![
        ("aud", "findings", json!({"findings": []})),
        (
            "aud",
            "verified",
            json!({"findings": [{"item": "host-1", "attributes_verified": 1}, {"item": "host-1", "attributes_verified": 1}]}),
        ),
        ("aud", "scope", one(json!({"item": "host-9", "attributes_verified": 1}))),
        (
            "aud",
            "unexpected",
            one(
                json!({"item": "host-9", "attributes_verified": 0, "deficiencies": [{"kind": "unexpected"}]}),
            ),
        ),
        (
            "aud",
            "attributes_verified",
            one(
                json!({"item": "host-1", "attributes_verified": 0, "deficiencies": [found("differs", "ram")]}),
            ),
        ),
        (
            "aud",
            "deficiency",
            one(json!({"item": "host-1", "attributes_verified": 1, "deficiencies": [{"kind": "differs"}]})),
        ),
        (
            "aud",
            "deficiency",
            one(
                json!({"item": "host-1", "attributes_verified": 2, "deficiencies": [found("differs", "ram"), found("differs", "ram")]}),
            ),
        ),
        (
            "aud",
            "deficiency",
            one(
                json!({"item": "host-1", "attributes_verified": 1, "deficiencies": [found("missing", "ram")]}),
            ),
        ),
    ];
    let correct = vec![
        ("aud", "authority", json!({})),
        ("cfgm", "deficiency", json!({"deficiency": 9})),
        ("cfgm", "fact", json!({"correction": {"change": "CHG-77"}})),
        ("cfgm", "change_state", json!({"correction": {"change": "CHG-9"}})),
        ("cfgm", "approved_by", json!({"correction": {"change": null, "register": "olga"}})),
    ];
    let changed = at(Reported).then(
        "cfgm",
        "configuration_audit.correct",
        &json!({"deficiency": 1, "correction": {"change": "CHG-8"}}),
    );
    let closed = [1, 2, 3].into_iter().fold(at(Reported), |run, number| {
        let correct = json!({"deficiency": number, "correction": {"change": "CHG-8"}});
        let run = run.then("cfgm", "configuration_audit.correct", &correct);
        run.then("aud", "configuration_audit.close_deficiency", &json!({"deficiency": number}))
    });
    let nobody = ("nobody", "authority", json!({}));
    let receipt = vec![("gateway", "notice", json!({"number": 9}))];
    every_guard::<ConfigurationAudits>(vec![
        guard("T-CAU-L1", ConfigurationAudits::at(None), "cfgm", "configuration_audit.plan", plan),
        guard("T-CAU-L2", at(Planned), "aud", "configuration_audit.begin", vec![nobody.clone()]),
        guard("T-CAU-L3", at(InProgress), "aud", "configuration_audit.record", findings),
        guard(
            "T-CAU-L4",
            recorded(&body("configuration_audit.record")),
            "aud",
            "configuration_audit.conclude",
            vec![nobody.clone()],
        ),
        guard("T-CAU-L5", recorded(&clean()), "aud", "configuration_audit.conclude", vec![nobody.clone()]),
        guard("T-CAU-L6", at(Deficient), "aud", "configuration_audit.report", vec![nobody.clone()]),
        guard("T-CAU-L7", at(Deficient), "cfgm", "configuration_audit.correct", correct),
        guard(
            "T-CAU-L8",
            changed,
            "aud",
            "configuration_audit.close_deficiency",
            vec![
                ("cfgm", "authority", json!({})),
                ("aud", "correction", json!({"deficiency": 2})),
                ("aud", "deficiency", json!({"deficiency": 0})),
            ],
        ),
        guard("T-CAU-L9", closed, "cfgm", "configuration_audit.close", vec![("aud", "authority", json!({}))]),
        guard("T-CAU-L10", at(Planned), "gateway", "configuration_audit.confirm_notice", receipt),
        guard(
            "T-CAU-L11",
            at(InProgress),
            "la",
            "configuration_audit.assign",
            vec![
                ("aud", "authority", json!({})),
                ("la", "auditor", json!({"auditor": "aud"})),
                ("la", "separation_of_duties", json!({"auditor": "ops"})),
            ],
        ),
        guard(
            "T-CAU-L12",
            at(InProgress),
            "la",
            "configuration_audit.cancel",
            vec![("la", "reason", json!({"reason": ""}))],
        ),
    ]);
    assert!(at(Reported).refusal("cfgm", "configuration_audit.close", &json!({})).lacks("deficiencies"));
    assert!(at(InProgress).refusal("aud", "configuration_audit.conclude", &json!({})).lacks("verified"));
}

#[test]
fn nobody_audits_what_he_has_altered_unless_a_waiver_lifts_the_row() {
    let meanwhile = touched(at(Planned), "host-1", "2026-11-22T01:30:00Z");
    let altered = |mut run: Run<ConfigurationAudits>| {
        run.facts.retain(|fact| fact.record.as_str() != "host-1");
        run.knowing(fact("configuration_item", "host-1", "live", &[("updaters", "ops,aud")]))
    };
    meanwhile.then("aud", "configuration_audit.begin", &json!({}));
    let refused = altered(at(Planned)).refusal("aud", "configuration_audit.begin", &json!({}));
    assert!(refused.lacks("separation_of_duties"));
    let late = altered(recorded(&clean()));
    assert!(late.refusal("aud", "configuration_audit.conclude", &json!({})).lacks("separation_of_duties"));
    let lifted = late.waiving(waiver(Duty::CiUpdaterAuditor, "aud"));
    lifted.then("aud", "configuration_audit.conclude", &json!({}));
}

#[test]
fn an_id_with_a_comma_does_not_hide_an_updater() {
    let mut run = ConfigurationAudits::at(None);
    run.facts.retain(|fact| fact.record.as_str() != "host-1");
    let run = run.knowing(fact("configuration_item", "host-1", "live", &[("updaters", "ops,a,b")]));
    let mut plan = body("configuration_audit.plan");
    plan["auditor"] = json!("a,b");
    assert!(run.refusal("cfgm", "configuration_audit.plan", &plan).lacks("separation_of_duties"));
}

#[test]
fn a_correction_of_the_register_is_open_until_it_is_made_and_its_deficiency_closed() {
    let run = corrected(at(Deficient), 1);
    let open: Vec<_> = run.record.as_ref().unwrap().correctable().map(|item| item.as_str()).collect();
    assert_eq!(open, ["host-1"]);
    let close = json!({"deficiency": 1});
    assert!(run.refusal("aud", "configuration_audit.close_deficiency", &close).lacks("corrected"));
    let run = touched(run.after_s(3_600), "host-1", "2026-11-23T02:00:00Z");
    let run = run.then("aud", "configuration_audit.close_deficiency", &close);
    assert_eq!(run.record.as_ref().unwrap().correctable().count(), 0, "an approval is used up");
    assert!(run.refusal("aud", "configuration_audit.close_deficiency", &close).lacks("deficiency"));
}

#[test]
fn what_was_unexpected_is_corrected_by_registering_it() {
    let run = corrected(at(Deficient), 3);
    let close = json!({"deficiency": 3});
    assert!(run.refusal("aud", "configuration_audit.close_deficiency", &close).lacks("fact"));
    let run = touched(run, "host-3", "2026-11-23T01:00:00Z");
    run.then("aud", "configuration_audit.close_deficiency", &close);
}

#[test]
fn a_change_that_was_undone_corrects_nothing() {
    let run = at(Deficient).knowing(fact("change", "CHG-7", "closed", &[("outcome", "backed_out")]));
    let run = run.then(
        "cfgm",
        "configuration_audit.correct",
        &json!({"deficiency": 1, "correction": {"change": "CHG-7"}}),
    );
    let refusal = run.refusal("aud", "configuration_audit.close_deficiency", &json!({"deficiency": 1}));
    assert!(refusal.lacks("change_state"));
}

#[test]
fn deficiencies_are_overdue_after_the_days_of_the_rules_and_said_to_be_once() {
    let run = at(Deficient);
    let due = run.record.as_ref().unwrap().deficiencies[0].due.unwrap();
    assert_eq!(due, instant("2026-12-07T01:30:00Z"), "ten business days");
    let wait = due.seconds_since(run.now);
    let before = run.clone().after_s(wait - 1).fired();
    assert!(before.record.unwrap().deficiencies.iter().all(|deficiency| !deficiency.overdue));
    let notices = run.record.as_ref().unwrap().envelope.notices.len();
    let after = run.after_s(wait).fired().after_s(1).fired().record.unwrap();
    assert!(after.deficiencies.iter().all(|deficiency| deficiency.overdue));
    assert_eq!(after.envelope.notices.len(), notices + 1, "the process owner is told once");
    let closed = at(Closed);
    let count = closed.history.len();
    assert_eq!(closed.after_s(wait).fired().history.len(), count, "nothing is overdue where nothing is open");
}
