//! Standard change models, and the changes under them (T-CHG-17).

use super::*;
use crate::control::change::{Change, ChangeWindow};
use crate::control::{ChangeModelPhase, ChangeModels, ModelUse};
use crate::kernel::{Duty, LinkKind};

impl Walk for ChangeModels {
    fn policy() -> Arc<RulesInForce<ChangeRules>> {
        policy(&rules())
    }

    fn at(phase: Option<ChangeModelPhase>) -> Run<Self> {
        use ChangeModelPhase::*;
        let step = |before, by: &str, kind: &str| Self::at(Some(before)).step(by, kind);
        match phase {
            None => Run::new(),
            Some(Proposed) => Self::at(None).step("ann", "change_model.propose"),
            Some(Approved) => step(Proposed, "cab", "change_model.approve"),
            Some(Suspended) => step(Approved, "chgm", "change_model.suspend"),
            Some(Withdrawn) => step(Approved, "chgm", "change_model.withdraw"),
            Some(Expired) => Self::at(Some(Approved)).until("2027-06-30T00:00:01Z").fired(),
        }
    }

    fn body(kind: &str) -> Value {
        let terms = json!({
            "title": "Restart", "steps": ["stop", "start"], "back_out": "start the old one",
            "scope": {"types": ["database"]}, "risk": {"probability": 1, "impact": 4},
        });
        match kind {
            "change_model.propose" => json!({"terms": terms}),
            "change_model.revise" => {
                let mut terms = terms;
                terms["title"] = json!("Restart at night");
                json!({"terms": terms})
            }
            "change_model.approve" => json!({"valid_until": "2027-06-30T00:00:00Z"}),
            "change_model.renew" => json!({"valid_until": "2028-06-30T00:00:00Z"}),
            "change_model.record_failure" => json!({"change": "CHG-7", "reason": "it did not start"}),
            "change_model.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({"reason": "for now"}),
        }
    }

    fn who(who: Who, _: Option<ChangeModelPhase>) -> Option<&'static str> {
        (who == Who::Requester).then_some("ann")
    }
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<ChangeModels>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<ChangeModels>();
}

#[test]
fn a_journal_read_back_gives_the_same_model() {
    every_phase_replays::<ChangeModels>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    use ChangeModelPhase::*;
    let at = |phase| ChangeModels::at(Some(phase));
    let guard =
        |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, ChangeModels::body(kind)), refuses };
    let terms = |change: Value| json!({"terms": change});
    let unsound = || {
        vec![
            ("ann", "title", terms(json!({"title": ""}))),
            ("ann", "steps", terms(json!({"steps": []}))),
            ("ann", "back_out", terms(json!({"back_out": ""}))),
            ("ann", "scope", terms(json!({"scope": {"types": []}}))),
            ("ann", "risk", terms(json!({"risk": {"impact": 5, "probability": 2}}))),
            ("ann", "risk", terms(json!({"risk": {"impact": 0}}))),
            ("ann", "limits", terms(json!({"limits": {"max_concurrent": 0}}))),
            ("ann", "limits", terms(json!({"limits": {"max_in_period": {"most": 1, "period_s": 0}}}))),
        ]
    };
    let mut revised = unsound();
    revised.push(("ann", "change", terms(json!({"title": "Restart"}))));
    every_guard::<ChangeModels>(vec![
        guard("T-CHM-L1", ChangeModels::at(None), "ann", "change_model.propose", unsound()),
        guard("T-CHM-L2", at(Proposed), "ann", "change_model.revise", revised),
        guard(
            "T-CHM-L3",
            at(Proposed),
            "chgm",
            "change_model.approve",
            vec![
                ("tm", "authority", json!({})),
                ("cab", "valid_until", json!({"valid_until": "2026-11-23T01:30:00Z"})),
            ],
        ),
        guard("T-CHM-L4", at(Expired), "cab", "change_model.renew", vec![("tm", "authority", json!({}))]),
        guard(
            "T-CHM-L5",
            at(Approved),
            "chgm",
            "change_model.suspend",
            vec![("chgm", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-CHM-L6",
            at(Suspended),
            "cab",
            "change_model.reinstate",
            vec![("cab", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-CHM-L7",
            at(Expired),
            "ann",
            "change_model.withdraw",
            vec![("ann", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-CHM-L8",
            at(Approved),
            "timer",
            "change_model.record_failure",
            vec![("chgm", "authority", json!({})), ("timer", "reason", json!({"reason": ""}))],
        ),
        Guard {
            id: "T-CHM-L9",
            run: at(Approved).step("timer", "change_model.record_failure"),
            passes: ("timer", "change_model.record_failure", json!({"change": "CHG-8", "reason": "nor now"})),
            refuses: vec![("timer", "failure", json!({"change": "CHG-7"}))],
        },
        guard(
            "T-CHM-L10",
            at(Approved),
            "gateway",
            "change_model.confirm_notice",
            vec![
                ("chgm", "authority", json!({})),
                ("gateway", "notice", json!({"number": 9})),
                ("gateway", "delivered_at", json!({"delivered_at": "2026-11-23T01:30:01Z"})),
            ],
        ),
    ]);
}

#[test]
fn nobody_approves_what_he_proposed() {
    let proposed = ChangeModels::at(None).step("chgm", "change_model.propose");
    assert_eq!(proposed.lacks("chgm", "change_model.approve", json!({})), ["separation_of_duties"]);
    let revised = ChangeModels::at(Some(ChangeModelPhase::Proposed)).step("chgm", "change_model.revise");
    assert_eq!(revised.lacks("chgm", "change_model.approve", json!({})), ["separation_of_duties"]);
    let waived = proposed.waiving(waiver(Duty::ModelProposerApprover, "chgm"));
    assert!(waived.lacks("chgm", "change_model.approve", json!({})).is_empty());
}

#[test]
fn a_model_that_fails_too_often_is_withdrawn_by_itself() {
    let once =
        ChangeModels::at(Some(ChangeModelPhase::Approved)).step("timer", "change_model.record_failure");
    assert_eq!(once.phase(), Some(ChangeModelPhase::Approved));
    assert_eq!(
        once.lacks("timer", "change_model.record_failure", json!({})),
        ["failure"],
        "each change once"
    );
    let twice = once.step_but("timer", "change_model.record_failure", json!({"change": "CHG-8"}));
    assert_eq!(twice.phase(), Some(ChangeModelPhase::Withdrawn));
    let thrice = twice.step_but("timer", "change_model.record_failure", json!({"change": "CHG-9"}));
    assert_eq!(thrice.record().failures.len(), 3, "a change that was under way may still fail");
}

#[test]
fn a_model_expires_after_its_last_instant() {
    let approved = ChangeModels::at(Some(ChangeModelPhase::Approved)).until("2027-06-30T00:00:00Z").fired();
    assert_eq!(approved.phase(), Some(ChangeModelPhase::Approved));
    let renewed = ChangeModels::at(Some(ChangeModelPhase::Expired)).step("cab", "change_model.renew");
    assert_eq!(renewed.phase(), Some(ChangeModelPhase::Approved));
    let shorter = json!({"valid_until": "2027-06-30T00:00:00Z"});
    assert!(
        ChangeModels::at(Some(ChangeModelPhase::Approved)).lacks("cab", "change_model.renew", shorter)
            == ["longer"]
    );
    let over = ChangeModels::at(Some(ChangeModelPhase::Suspended)).until("2027-06-30T00:00:01Z");
    assert_eq!(over.lacks("cab", "change_model.reinstate", json!({})), ["valid_until"]);
}

#[test]
fn a_standard_change_stays_within_its_model() {
    let submitted = at(ChangePhase::Submitted);
    let under =
        |model: Fact| submitted.clone().knowing(model).lacks("ann", "change.schedule_standard", json!({}));
    assert!(under(model(&[])).is_empty());
    assert_eq!(under(Fact { state: "suspended".into(), ..model(&[]) }), ["model"]);
    assert_eq!(under(model(&[("valid_until", "2026-11-23T00:00:00Z")])), ["model", "model_valid"]);
    assert_eq!(under(model(&[("approved_by", "ann")])), ["separation_of_duties"]);
    assert_eq!(under(model(&[("types", "printer")])), ["model_scope"]);
    assert!(under(linked(model(&[("types", "printer")]), LinkKind::AffectsCi, &["db-1"])).is_empty());
    assert_eq!(under(linked(model(&[]), LinkKind::AffectsService, &["mail"])), ["model_scope"]);
    assert!(under(linked(model(&[]), LinkKind::AffectsService, &["shop"])).is_empty());
    assert!(under(model(&[("max_concurrent", "1")])).is_empty());
    let used = |counts: &[(&str, &str)], limit: &str| {
        let run = submitted
            .clone()
            .knowing(fact("model_use", "CHM-1", "counted", counts))
            .knowing(model(&[(limit, "2")]));
        run.lacks("ann", "change.schedule_standard", json!({}))
    };
    assert_eq!(used(&[("concurrent", "2"), ("in_period", "0")], "max_concurrent"), ["model_limit"]);
    assert_eq!(used(&[("concurrent", "0"), ("in_period", "2")], "max_in_period"), ["model_limit"]);
    assert!(used(&[("concurrent", "1"), ("in_period", "1")], "max_in_period").is_empty());
    let unasked = submitted.clone().forgetting("model_use").knowing(model(&[("max_concurrent", "1")]));
    assert_eq!(unasked.lacks("ann", "change.schedule_standard", json!({})), ["fact"]);
    let hard =
        fact("conflict", "X-1/2", "hard", &[("change", "X-1"), ("rule", "freeze"), ("with", "year_end")]);
    let frozen = submitted.clone().knowing(hard);
    assert_eq!(frozen.lacks("ann", "change.schedule_standard", json!({})), ["conflict"]);
}

fn standard() -> Run<Changes> {
    at(ChangePhase::Submitted).step("sd", "change.schedule_standard")
}

#[test]
fn a_standard_change_is_implemented_while_its_model_holds() {
    let scheduled = standard().until(BEGIN);
    assert_eq!(scheduled.lacks("olga", "change.edit", json!({})).first(), Some(&"authority"));
    assert!(scheduled.lacks("ann", "change.edit", json!({})).contains(&"standard"));
    let withdrawn = scheduled.clone().knowing(Fact { state: "withdrawn".into(), ..model(&[]) });
    assert_eq!(withdrawn.lacks("ivan", "change.begin_implementation", json!({})), ["model"]);
    let begun = scheduled.step("ivan", "change.begin_implementation");
    assert!(begun.record().implementation.as_ref().unwrap().approved);
}

#[test]
fn the_use_of_a_model_is_counted_from_the_changes_under_it() {
    let mut model = ChangeModels::at(Some(ChangeModelPhase::Approved)).record().clone();
    model.envelope.id = "CHM-1".parse().unwrap();
    model.terms.limits.max_in_period =
        Some(crate::control::change_model::PerPeriod { most: 2, period_s: 3_600 });
    let change = |id: &str, from: &str, until: &str| -> Change {
        let mut change = standard().record().clone();
        change.envelope.id = id.parse().unwrap();
        let window = ChangeWindow { from: instant(from), until: instant(until) };
        change.standard.as_mut().unwrap().window = window;
        change
    };
    let changes = [
        change("A", "2026-12-01T02:00:00Z", "2026-12-01T03:00:00Z"),
        change("B", "2026-12-01T02:30:00Z", "2026-12-01T03:30:00Z"),
        change("C", "2026-12-01T04:00:00Z", "2026-12-01T05:00:00Z"),
    ];
    let used = |from: &str, until: &str, besides: &str| {
        let window = ChangeWindow { from: instant(from), until: instant(until) };
        let ModelUse { concurrent, in_period } = model.in_use(&changes, besides, window);
        (concurrent, in_period)
    };
    assert_eq!(used("2026-12-01T02:45:00Z", "2026-12-01T03:15:00Z", "X"), (2, 2));
    assert_eq!(used("2026-12-01T02:45:00Z", "2026-12-01T03:15:00Z", "A"), (1, 1));
    assert_eq!(
        used("2026-12-01T03:30:00Z", "2026-12-01T04:00:00Z", "X"),
        (0, 1),
        "neither touches the other"
    );
    assert_eq!(
        used("2026-12-01T01:30:00Z", "2026-12-01T02:00:00Z", "X"),
        (0, 1),
        "a period counts both ways"
    );
}
