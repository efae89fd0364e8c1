//! Changes and their models against their tables: every phase with every command, every guard, every role.
//!
//! `ann` asks, `olga` owns, `ivan` implements, `bob` builds, `tess` tests, `ada` assesses; `boss` and `carl` are the authority, `duty` is
//! the duty manager. Whoever is called by a role's code holds that role.

mod emergencies;
mod guards;
mod invariants;
mod models;
mod stories;

use super::{ChangePhase, Changes};
use crate::control::{Assessment, ChangeRules};
use crate::kernel::walk::*;
use crate::kernel::{Fact, LinkKind, Who};
use crate::time::RulesInForce;
use crate::time::office::in_force;
use serde_json::{Value, json};
use std::sync::Arc;

/// Boss and carl vote on everything; ann and ivan would, if they did not ask and implement.
fn rules() -> Value {
    let category = |days: u32, count: u32| {
        let voters =
            ["boss", "carl", "ann", "ivan", "olga"].map(|who| json!({"person": who, "roles": ["cab"]}));
        json!({
            "approval": {"threshold": {"count": count}}, "voters": voters,
            "assessments": Assessment::ALL, "lead_time_working_days": days,
        })
    };
    json!({
        "calendar": "office",
        "categories": {"minor": category(2, 1), "significant": category(5, 2), "major": category(15, 2)},
        "emergency": {"duty_managers": ["duty"]},
    })
}

fn policy(rules: &Value) -> Arc<RulesInForce<ChangeRules>> {
    let rules = ChangeRules::from_json(rules.to_string().as_bytes()).unwrap();
    in_force("change", rules)
}

const BEGIN: &str = "2026-12-01T02:30:00Z";
const END: &str = "2026-12-01T03:30:00Z";

fn facts() -> Vec<Fact> {
    let soft = [("change", "X-1"), ("rule", "same_service"), ("with", "CHG-9"), ("waivable_by", "")];
    vec![
        fact("impact", "X-1", "computed", &[("critical", "no"), ("reached", "3")]),
        fact("schedule", "X-1", "checked", &[]),
        fact("conflict", "X-1/1", "soft", &soft),
        baseline("frozen", "X-1", "2026-11-23T01:30:00Z"),
        fact(
            "configuration_item",
            "db-1",
            "live",
            &[("cause", "X-1"), ("updated_at", END), ("type", "database")],
        ),
        fact("incident", "INC-1", "logged", &[]),
        fact("problem", "PRB-1", "logged", &[]),
        fact("release", "REL-1", "planned", &[]),
        fact("major_incident", "MAJ-1", "managing", &[]),
        fact("model_use", "CHM-1", "counted", &[("concurrent", "0"), ("in_period", "0")]),
        model(&[]),
    ]
}

/// A baseline of the item that the change is about.
fn baseline(state: &str, subject: &str, captured_at: &str) -> Fact {
    let known = [("subject", subject), ("captured_at", captured_at)];
    linked(fact("baseline", "BSL-1", state, &known), LinkKind::BaselineOf, &["db-1"])
}

fn model(more: &[(&str, &str)]) -> Fact {
    let base =
        [("approved_by", "modeller"), ("valid_until", "2027-06-30T00:00:00Z"), ("types", "database,host")];
    let attributes: Vec<_> = base.iter().chain(more).copied().collect();
    fact("change_model", "CHM-1", "approved", &attributes)
}

fn at(phase: ChangePhase) -> Run<Changes> {
    Changes::at(Some(phase))
}

/// Every opinion, by whom it is asked of.
fn opined(run: Run<Changes>) -> Run<Changes> {
    Assessment::ALL.iter().fold(run, |run, assessment| {
        let by = if *assessment == Assessment::Security { "secm" } else { "ada" };
        run.step_but(by, "change.opine", json!({"assessment": assessment}))
    })
}

fn emergency(phase: ChangePhase) -> Run<Changes> {
    let authorised = at(ChangePhase::EmergencyAuthorised);
    let begun = |run: Run<Changes>| run.until(BEGIN).step("ivan", "change.begin_implementation");
    match phase {
        ChangePhase::Implementing => begun(authorised),
        ChangePhase::Implemented => {
            begun(authorised).until("2026-12-01T03:00:00Z").step("ivan", "change.implement")
        }
        ChangePhase::BackedOut => {
            begun(authorised).until("2026-12-01T03:00:00Z").step("ivan", "change.back_out")
        }
        _ => authorised,
    }
}

impl Walk for Changes {
    fn policy() -> Arc<RulesInForce<ChangeRules>> {
        policy(&rules())
    }

    fn at(phase: Option<ChangePhase>) -> Run<Self> {
        use ChangePhase::*;
        match phase {
            None => Run { facts: facts(), ..Run::new() },
            Some(Draft) => Self::at(None).step("ann", "change.draft"),
            Some(Submitted) => at(Draft).step("ann", "change.submit"),
            Some(Accepted) => at(Submitted).step("chgm", "change.accept"),
            Some(Assessed) => opined(at(Accepted)).step("olga", "change.assess"),
            Some(AwaitingApproval) => at(Assessed).step("olga", "change.request_approval"),
            Some(Deferred) => at(AwaitingApproval).step("boss", "change.defer"),
            Some(Approved) => at(AwaitingApproval).step("boss", "change.vote").step("carl", "change.vote"),
            Some(BuiltTested) => at(Approved).step("tess", "change.test"),
            Some(Scheduled) => at(BuiltTested).step("chgm", "change.schedule"),
            Some(EmergencyAuthorised) => at(Submitted).step("ecab", "change.authorise_emergency"),
            Some(Implementing) => at(Scheduled).until(BEGIN).step("ivan", "change.begin_implementation"),
            Some(Implemented) => {
                at(Implementing).until("2026-12-01T03:00:00Z").step("ivan", "change.implement")
            }
            Some(BackedOut) => at(Implementing).until("2026-12-01T03:00:00Z").step("ivan", "change.back_out"),
            Some(InReview) => at(Implemented).step("timer", "change.begin_review"),
            Some(RetrospectivelyDocumented) => {
                opined(emergency(Implemented).until(END)).step("olga", "change.document_retrospectively")
            }
            Some(RetrospectivelyReviewed) => {
                at(RetrospectivelyDocumented).step("cab", "change.review_retrospectively")
            }
            Some(Closed) => at(InReview).until(END).step("cab", "change.review").step("chgm", "change.close"),
            Some(Rejected) => at(Submitted).step("chgm", "change.reject"),
            Some(Withdrawn) => at(Submitted).step("ann", "change.withdraw"),
        }
    }

    fn body(kind: &str) -> Value {
        let rfc = json!({
            "title": "New database", "reason": "the old one is slow", "benefit": "answers in a second",
            "not_doing": "users wait", "services": ["shop"], "cis": ["db-1"], "wished_for": "2026-12-10T00:00:00Z",
        });
        let window = json!({"from": "2026-12-01T02:00:00Z", "until": "2026-12-01T04:00:00Z"});
        let plan = json!({
            "builder": "bob", "tester": "tess", "implementer": "ivan", "window": window,
            "steps": "swap", "test": "read and write", "back_out": {"steps": "swap back", "tested": true},
            "communication": "mail to users", "verification": "query",
        });
        let estimate = json!({"probability": 2, "impact": 4});
        let assessors: Value = Assessment::ALL
            .iter()
            .map(|of| (of.code(), if *of == Assessment::Security { "secm" } else { "ada" }))
            .map(|(of, who)| (of.to_owned(), json!(who)))
            .collect::<serde_json::Map<_, _>>()
            .into();
        let tested = json!({"results": [{"what": "write", "passed": true}]});
        let pir = json!({
            "objective_met": true, "outcome": "successful", "lessons": ["none"], "reviewers": ["cab"],
        });
        match kind {
            "change.draft" => json!({"rfc": rfc, "raised_from": ["PRB-1"]}),
            "change.accept" => {
                json!({"category": "significant", "estimate": estimate, "owner": "olga", "assessors": assessors})
            }
            "change.reclassify" => json!({"category": "major", "reason": "it is the only one"}),
            "change.assign" => json!({"owner": "otto"}),
            "change.opine" => json!({"assessment": "cost", "verdict": "favourable", "text": "worth it"}),
            "change.assess" => json!({"estimate": estimate, "back_out_tested": true}),
            "change.request_approval" => json!({"plan": plan}),
            "change.vote" => json!({"decision": "approve"}),
            "change.delegate" => json!({"to": "deputy"}),
            "change.defer" => json!({"reason": "year end", "until": "2027-01-04T01:00:00Z"}),
            "change.edit" => {
                let mut plan = plan;
                plan["steps"] = json!("swap slowly");
                json!({"plan": plan})
            }
            "change.test" => json!({"tested": tested}),
            "change.waive_conflict" => {
                json!({"rule": "same_service", "with": "CHG-9", "window": window, "reason": "agreed"})
            }
            "change.schedule" => json!({"communicated": true}),
            "change.schedule_standard" => json!({"model": "CHM-1", "implementer": "ivan", "window": window}),
            "change.authorise_emergency" => json!({
                "criterion": "major_incident", "major_incident": "MAJ-1", "risk": "none beyond the outage",
                "implementer": "ivan", "owner": "olga", "assessors": assessors,
            }),
            "change.begin_implementation" => json!({"baseline": "BSL-1", "back_out_known": "swap back"}),
            "change.implement" => json!({"steps": ["swapped"], "verification": "queried"}),
            "change.back_out" => {
                json!({"reason": "it did not start", "restored": "queried", "service_hit": true, "incident": "INC-1"})
            }
            "change.review" => json!({"pir": pir}),
            "change.document_retrospectively" => {
                json!({"rfc": rfc, "estimate": estimate, "back_out_tested": false, "tested": tested})
            }
            "change.review_retrospectively" => json!({"pir": pir, "was_emergency": true}),
            "change.close" => json!({"linked_updated": true}),
            "change.reject" | "change.withdraw" => json!({"reason": "no longer needed"}),
            "change.link" => json!({"link": {"kind": "contained_in_release", "to": "REL-1"}}),
            "change.unpack" => json!({"release": "REL-1", "reason": "it goes alone"}),
            "change.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({}),
        }
    }

    fn who(who: Who, phase: Option<ChangePhase>) -> Option<&'static str> {
        match (who, phase) {
            (Who::Approver, Some(ChangePhase::Submitted)) => Some("duty"),
            (Who::Approver, _) => Some("boss"),
            (Who::Assignee, Some(ChangePhase::Draft | ChangePhase::Submitted)) => None,
            (Who::Assignee, _) => Some("olga"),
            _ => Some("ann"),
        }
    }
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<Changes>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<Changes>();
}

#[test]
fn a_journal_read_back_gives_the_same_change() {
    every_phase_replays::<Changes>();
}
