//! Service requests against their table (spec 3.21, T-SRQ-01 to T-SRQ-08).

use super::*;
use crate::kernel::{Digest, Duty};
use crate::resolution::desk::RequestModel;
use crate::resolution::service_request::{ServiceRequestPhase, ServiceRequests};
use crate::sla::Metric;

impl Walk for ServiceRequests {
    fn policy() -> Arc<DeskPolicy> {
        policy(rules())
    }

    fn at(phase: Option<ServiceRequestPhase>) -> Run<Self> {
        let step = |before: ServiceRequestPhase, by: &str, kind: &str| Self::at(Some(before)).step(by, kind);
        match phase {
            None => Run::new().knowing(fact("incident", "INC-1", "logged", &[])).knowing(fact(
                "change",
                "CHG-1",
                "draft",
                &[],
            )),
            Some(ServiceRequestPhase::Submitted) => Self::at(None).step("ann", "service_request.submit"),
            Some(ServiceRequestPhase::Validated) => {
                step(ServiceRequestPhase::Submitted, "desk", "service_request.validate")
            }
            Some(ServiceRequestPhase::AwaitingApproval) => {
                step(ServiceRequestPhase::Validated, "desk", "service_request.request_approval")
            }
            Some(ServiceRequestPhase::Approved) => {
                step(ServiceRequestPhase::AwaitingApproval, "boss", "service_request.vote")
            }
            Some(ServiceRequestPhase::InFulfilment) => {
                step(ServiceRequestPhase::Approved, "tech", "service_request.fulfil_begin")
            }
            Some(ServiceRequestPhase::Waiting) => {
                step(ServiceRequestPhase::InFulfilment, "tech", "service_request.wait")
            }
            Some(ServiceRequestPhase::Fulfilled) => Self::at(Some(ServiceRequestPhase::InFulfilment))
                .then("tech", "service_request.task_done", &json!({"task": "grant"}))
                .step("tech", "service_request.fulfil"),
            Some(ServiceRequestPhase::Closed) => {
                step(ServiceRequestPhase::Fulfilled, "ann", "service_request.close")
            }
            Some(ServiceRequestPhase::Rejected) => {
                step(ServiceRequestPhase::Submitted, "desk", "service_request.reject")
            }
            Some(ServiceRequestPhase::Cancelled) => {
                step(ServiceRequestPhase::Submitted, "ann", "service_request.cancel")
            }
            Some(ServiceRequestPhase::Converted) => {
                step(ServiceRequestPhase::Submitted, "desk", "service_request.convert")
            }
        }
    }

    fn body(kind: &str) -> Value {
        let reason = json!({"reason": "because"});
        match kind {
            "service_request.submit" => {
                json!({"model": "access", "requester": "ann", "beneficiary": "ben", "inputs": {"system": "crm"},
                "contact": "ann@example.org"})
            }
            "service_request.validate" => {
                json!({"classification": {"category": "network", "impact": 3, "urgency": 3}, "beneficiary_roles": ["user"]})
            }
            "service_request.vote" => json!({"decision": "approve"}),
            "service_request.delegate" => json!({"to": "deputy"}),
            "service_request.edit" => json!({"inputs": {"system": "erp"}}),
            "service_request.fulfil_begin" => {
                json!({"group": "network", "instructions": {"document": "guide", "version": 3}})
            }
            "service_request.fulfil" => {
                json!({"fulfilment": {"evidence": [{"hash": Digest::of(b"log"), "reference": "log.txt"}]}})
            }
            "service_request.reject" | "service_request.cancel" | "service_request.resume" => reason,
            "service_request.convert" => json!({"to": {"incident": "INC-1"}, "reason": "it is broken"}),
            "service_request.wait" => {
                json!({"reason": "supplier", "note": "ordered", "until": "2026-11-24T02:00:00Z"})
            }
            "service_request.task_done" => json!({"task": "grant"}),
            "service_request.work" => json!({"note": "looked"}),
            "service_request.link" => json!({"link": {"kind": "raised_from", "to": "INC-1"}}),
            "service_request.recalculate" => json!({"reason": "tzdb_revision"}),
            "service_request.excuse_breach" => json!({"metric": "response", "reason": "storm"}),
            "service_request.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({}),
        }
    }

    fn who(who: Who, phase: Option<ServiceRequestPhase>) -> Option<&'static str> {
        let assigned = matches!(
            phase,
            Some(
                ServiceRequestPhase::InFulfilment
                    | ServiceRequestPhase::Waiting
                    | ServiceRequestPhase::Fulfilled
            )
        );
        match who {
            Who::Assignee => assigned.then_some("mate"),
            Who::Approver => Some("boss"),
            _ => Some("ben"),
        }
    }
}

fn at(phase: ServiceRequestPhase) -> Run<ServiceRequests> {
    ServiceRequests::at(Some(phase))
}

fn validated(model: &str) -> Run<ServiceRequests> {
    let mut submit = ServiceRequests::body("service_request.submit");
    submit["model"] = json!(model);
    if !matches!(model, "access" | "root") {
        submit["inputs"] = json!({});
    }
    ServiceRequests::at(None)
        .then("ann", "service_request.submit", &submit)
        .step("desk", "service_request.validate")
}

fn begun(run: Run<ServiceRequests>) -> Run<ServiceRequests> {
    run.step("tech", "service_request.fulfil_begin")
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<ServiceRequests>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<ServiceRequests>();
}

#[test]
fn a_journal_read_back_gives_the_same_request() {
    every_phase_replays::<ServiceRequests>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = ServiceRequests::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let done = at(ServiceRequestPhase::InFulfilment).then(
        "tech",
        "service_request.task_done",
        &json!({"task": "grant"}),
    );
    every_specified_guard::<ServiceRequests>(vec![
        guard(
            "T-SRQ-01",
            ServiceRequests::at(None),
            "ann",
            "service_request.submit",
            vec![
                ("tech", "authority", json!({"requester": "tech"})),
                ("ann", "model", json!({"model": "yacht"})),
                ("ann", "inputs", json!({"inputs": {"system": " "}})),
                ("ann", "input_unknown", json!({"inputs": {"colour": "red"}})),
                ("ann", "requester", json!({"requester": "ben"})),
            ],
        ),
        guard(
            "T-SRQ-02",
            at(ServiceRequestPhase::Submitted),
            "desk",
            "service_request.validate",
            vec![
                ("ann", "authority", json!({})),
                ("desk", "entitlement", json!({"beneficiary_roles": ["sup"]})),
                ("desk", "priority", json!({"classification": {"impact": 9}})),
            ],
        ),
        guard(
            "T-SRQ-03",
            validated("mouse"),
            "desk",
            "service_request.approve",
            vec![("boss", "authority", json!({}))],
        ),
        guard(
            "T-SRQ-03",
            at(ServiceRequestPhase::AwaitingApproval),
            "boss",
            "service_request.vote",
            vec![("boss", "ballot", json!({"by": "secm"}))],
        ),
        guard(
            "T-SRQ-04",
            at(ServiceRequestPhase::Approved),
            "tech",
            "service_request.fulfil_begin",
            vec![
                ("desk", "group_member", json!({})),
                ("tech", "instructions", json!({"instructions": {"version": 2}})),
            ],
        ),
        guard(
            "T-SRQ-05",
            done,
            "tech",
            "service_request.fulfil",
            vec![
                ("desk", "authority", json!({})),
                ("tech", "evidence", json!({"fulfilment": {"evidence": []}})),
                ("tech", "standard_change", json!({"fulfilment": {"cis": ["srv-1"]}})),
                (
                    "tech",
                    "access_expiry",
                    json!({"fulfilment": {"access": [{"access": "crm", "expires_at": "2026-11-23T01:30:00Z"}]}}),
                ),
            ],
        ),
        guard(
            "T-SRQ-06",
            at(ServiceRequestPhase::Fulfilled),
            "ben",
            "service_request.close",
            vec![("tech", "authority", json!({})), ("timer", "notices", json!({}))],
        ),
        guard(
            "T-SRQ-07",
            at(ServiceRequestPhase::Validated),
            "boss",
            "service_request.reject",
            vec![("ben", "authority", json!({})), ("boss", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-SRQ-07",
            at(ServiceRequestPhase::InFulfilment),
            "ann",
            "service_request.cancel",
            vec![("desk", "authority", json!({})), ("ann", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-SRQ-08",
            at(ServiceRequestPhase::Submitted),
            "desk",
            "service_request.convert",
            vec![
                ("ann", "authority", json!({})),
                ("desk", "reason", json!({"reason": ""})),
                ("desk", "fact", json!({"to": {"incident": "INC-404"}})),
                ("desk", "fact", json!({"to": {"incident": null, "change": "CHG-404"}})),
            ],
        ),
    ]);
}

#[test]
fn a_model_with_an_approval_is_not_approved_without_it() {
    for model in ["access", "root"] {
        let refusal = validated(model).refusal("desk", "service_request.approve", &json!({}));
        assert!(refusal.guard == "T-SRQ-03" && refusal.lacks("approval_needed"), "{refusal}");
    }
    let refusal = validated("mouse").refusal("desk", "service_request.request_approval", &json!({}));
    assert!(refusal.lacks("no_approval_needed"), "{refusal}");
}

#[test]
fn neither_requester_nor_beneficiary_votes() {
    // Ann is an approver of the model, and asks: she is no voter of the ballot.
    let voting = at(ServiceRequestPhase::AwaitingApproval);
    let voters = voting.record.as_ref().unwrap().ballot.as_ref().unwrap().voters().len();
    assert_eq!(voters, 2);
    assert!(
        voting.refusal("ann", "service_request.vote", &json!({"decision": "approve"})).lacks("authority")
    );
    // Nor does she vote as the delegate of one.
    let delegated = voting.then("boss", "service_request.delegate", &json!({"to": "ben"}));
    let refusal =
        delegated.refusal("ben", "service_request.vote", &json!({"by": "boss", "decision": "approve"}));
    assert!(refusal.guard == "T-SRQ-03" && refusal.lacks("separation_of_duties"), "{refusal}");
    let waived = validated("access").waiving(waiver(Duty::RequestApproverRequester, "ann"));
    waived.then("desk", "service_request.request_approval", &json!({})).then(
        "ann",
        "service_request.vote",
        &json!({"decision": "approve"}),
    );
}

#[test]
fn a_vote_is_cast_by_the_actor() {
    let voting = at(ServiceRequestPhase::AwaitingApproval).behalf_of("boss");
    let refusal =
        voting.refusal("tech", "service_request.vote", &json!({"by": "boss", "decision": "approve"}));
    assert!(refusal.lacks("ballot"), "acting for an approver is no delegation: {refusal}");
    let delegated = at(ServiceRequestPhase::AwaitingApproval).then(
        "boss",
        "service_request.delegate",
        &json!({"to": "mate"}),
    );
    let approved =
        delegated.then("mate", "service_request.vote", &json!({"by": "boss", "decision": "approve"}));
    assert_eq!(approved.phase(), Some(ServiceRequestPhase::Approved));
}

#[test]
fn a_ballot_leads_where_the_table_says() {
    let voted = |decision: &str| {
        let vote = json!({"decision": decision, "comment": "which system?"});
        at(ServiceRequestPhase::AwaitingApproval).then("boss", "service_request.vote", &vote)
    };
    assert_eq!(voted("abstain").phase(), Some(ServiceRequestPhase::AwaitingApproval));
    assert_eq!(voted("return").phase(), Some(ServiceRequestPhase::Validated));
    let refused = voted("reject").then("secm", "service_request.vote", &json!({"decision": "reject"}));
    assert_eq!(refused.phase(), Some(ServiceRequestPhase::Rejected));
}

#[test]
fn edited_content_has_no_approval() {
    for phase in [ServiceRequestPhase::AwaitingApproval, ServiceRequestPhase::Approved] {
        let edited = at(phase).then("ann", "service_request.edit", &json!({"inputs": {"system": "erp"}}));
        assert_eq!(edited.phase(), Some(ServiceRequestPhase::Validated));
        assert!(edited.record.unwrap().ballot.is_none());
    }
}

const ASK: &str = "service_request.request_approval";
const BEGIN: &str = "service_request.fulfil_begin";
const VOTE: &str = "service_request.vote";

fn with_model(change: impl FnOnce(&mut RequestModel)) -> Arc<DeskPolicy> {
    let mut rules = rules();
    change(rules.request_models.get_mut("access").unwrap());
    policy(rules)
}

/// Approved, for an hour.
fn approved_for_an_hour() -> Run<ServiceRequests> {
    let mut run = validated("access");
    run.policy = with_model(|model| model.approval.as_mut().unwrap().valid_for_s = Some(3_600));
    run.then("desk", ASK, &json!({})).then("boss", VOTE, &json!({"decision": "approve"}))
}

#[test]
fn an_approval_that_has_run_out_begins_nothing() {
    let approved = approved_for_an_hour();
    begun(approved.clone().after_s(3_600));
    let refusal = approved.after_s(3_601).refusal("tech", BEGIN, &ServiceRequests::body(BEGIN));
    assert!(refusal.lacks("approval_in_force"), "{refusal}");
}

#[test]
fn asking_again_for_an_approval_that_has_run_out_starts_a_new_ballot() {
    let approved = approved_for_an_hour();
    let refusal = approved.clone().after_s(3_600).refusal("desk", ASK, &json!({}));
    assert!(refusal.guard == "T-SRQ-L17" && refusal.lacks("approval_stands"), "{refusal}");
    let asked = approved.after_s(3_601).then("desk", ASK, &json!({}));
    assert_eq!(asked.phase(), Some(ServiceRequestPhase::AwaitingApproval));
    assert!(asked.record.as_ref().unwrap().ballot.as_ref().unwrap().votes().is_empty());
    assert!(asked.refusal("desk", ASK, &json!({})).lacks("approval_stands"), "its votes are awaited");
    begun(asked.then("boss", VOTE, &json!({"decision": "approve"})));
}

/// Spec 3.0.5: what was approved is the model as it was then, too.
#[test]
fn an_approval_holds_only_for_the_version_of_the_model_it_was_given_for() {
    let begin = ServiceRequests::body(BEGIN);
    let mut approved = at(ServiceRequestPhase::Approved);
    approved.policy = with_model(|model| model.tasks.push("log".parse().unwrap()));
    assert!(approved.refusal("tech", BEGIN, &begin).lacks("approval_in_force"));
    let again = approved.then("desk", ASK, &json!({})).then("boss", VOTE, &json!({"decision": "approve"}));
    begun(again);
    let mut untouched = at(ServiceRequestPhase::Approved);
    let mut rules = rules();
    rules.request_models.remove("mouse");
    untouched.policy = policy(rules);
    begun(untouched);
}

#[test]
fn nobody_votes_on_a_model_that_has_changed_since() {
    let mut voting = at(ServiceRequestPhase::AwaitingApproval);
    voting.policy = with_model(|model| model.tasks.push("log".parse().unwrap()));
    let refusal = voting.refusal("boss", VOTE, &json!({"decision": "approve"}));
    assert!(refusal.lacks("content"), "{refusal}");
    let asked = voting.clone().then("desk", ASK, &json!({}));
    begun(asked.then("boss", VOTE, &json!({"decision": "approve"})));
    // Who need not be asked any more cannot be asked again; his vote ends the matter.
    voting.policy = with_model(|model| model.approval = None);
    assert!(voting.refusal("desk", ASK, &json!({})).lacks("no_approval_needed"));
    begun(voting.then("boss", VOTE, &json!({"decision": "approve"})));
}

#[test]
fn privileged_access_ends_is_approved_by_security_and_granted_by_somebody_else() {
    let voting = validated("root").then("desk", "service_request.request_approval", &json!({}));
    let only_boss = voting.clone().then("boss", "service_request.vote", &json!({"decision": "approve"}));
    assert_eq!(only_boss.phase(), Some(ServiceRequestPhase::AwaitingApproval), "security has to approve");
    let approved = voting.then("secm", "service_request.delegate", &json!({"to": "mate"})).then(
        "mate",
        "service_request.vote",
        &json!({"by": "secm", "decision": "approve"}),
    );
    let granted = begun(approved).then("tech", "service_request.task_done", &json!({"task": "grant"}));
    let mut fulfil = ServiceRequests::body("service_request.fulfil");
    let lacks = |by: &str, body: &Value| granted.refusal(by, "service_request.fulfil", body);
    assert!(lacks("tech", &fulfil).lacks("access"));
    fulfil["fulfilment"]["access"] = json!([{"access": "root"}]);
    assert!(lacks("tech", &fulfil).lacks("access_expiry"));
    fulfil["fulfilment"]["access"] = json!([{"access": "root", "expires_at": "2026-12-01T00:00:00Z"}]);
    let approver = lacks("mate", &fulfil);
    assert!(approver.guard == "T-SRQ-05" && approver.lacks("separation_of_duties"), "{approver}");
    granted.clone().then("tech", "service_request.fulfil", &fulfil);
}

#[test]
fn a_task_left_undone_is_named() {
    let refusal = at(ServiceRequestPhase::InFulfilment).refusal(
        "tech",
        "service_request.fulfil",
        &ServiceRequests::body("service_request.fulfil"),
    );
    assert!(refusal.lacks("tasks") && refusal.to_string().contains("`grant`"), "{refusal}");
}

#[test]
fn items_are_altered_under_a_standard_change() {
    let mut fulfil = ServiceRequests::body("service_request.fulfil");
    fulfil["fulfilment"]["cis"] = json!(["srv-1"]);
    let patched = begun(validated("patch").then("desk", "service_request.approve", &json!({})));
    patched.then("tech", "service_request.fulfil", &fulfil);
}

#[test]
fn a_fulfilled_request_closes_by_itself_only_after_delivered_notices() {
    assert_eq!(
        at(ServiceRequestPhase::Fulfilled).after_s(30 * 86_400).fired().phase(),
        Some(ServiceRequestPhase::Fulfilled)
    );
    let told = at(ServiceRequestPhase::Fulfilled).delivered("service_request.confirm_notice");
    assert_eq!(told.clone().after_s(3 * 86_400 - 1).fired().phase(), Some(ServiceRequestPhase::Fulfilled));
    assert_eq!(told.after_s(3 * 86_400).fired().phase(), Some(ServiceRequestPhase::Closed));
}

#[test]
fn a_wait_ends_by_itself_at_its_expected_end() {
    let waiting = at(ServiceRequestPhase::Waiting).after_s(86_400 + 1_800);
    assert_eq!(waiting.clone().after_s(-1).fired().phase(), Some(ServiceRequestPhase::Waiting));
    assert_eq!(waiting.fired().phase(), Some(ServiceRequestPhase::InFulfilment));
}

#[test]
fn the_clocks_of_a_request_follow_its_fulfilment() {
    use crate::sla::ClockPhase::{Running, Stopped};
    let phases = |run: Run<ServiceRequests>| {
        let clocks = run.record.unwrap().clocks;
        (clocks.phase(Metric::Response), clocks.phase(Metric::Resolution))
    };
    assert_eq!(phases(at(ServiceRequestPhase::Validated)), (Running, Running));
    assert_eq!(phases(at(ServiceRequestPhase::InFulfilment)), (Stopped, Running));
    assert_eq!(phases(at(ServiceRequestPhase::Fulfilled)), (Stopped, Stopped));
}

#[test]
fn who_asks_or_benefits_does_not_approve_a_model_without_approval() {
    for (person, duty) in [("ann", Duty::RequestApproverRequester), ("ben", Duty::RequestApproverBeneficiary)]
    {
        let approver = Actor::new(person, [Role::ServiceDesk]).unwrap();
        let approve = |run: Run<ServiceRequests>| {
            run.clone().tries_as(approver.clone(), "service_request.approve", &json!({})).map(|_| ())
        };
        let refusal = approve(validated("mouse")).unwrap_err();
        assert!(refusal.guard == "T-SRQ-03" && refusal.lacks("separation_of_duties"), "{refusal}");
        assert!(approve(validated("mouse").waiving(waiver(duty, person))).is_ok());
    }
}

#[test]
fn only_the_desk_names_another_requester() {
    let submit = ServiceRequests::body("service_request.submit");
    let none = ServiceRequests::at(None);
    let refusal = none.refusal("ben", "service_request.submit", &submit);
    assert!(refusal.guard == "T-SRQ-01" && refusal.lacks("requester"), "{refusal}");
    let mut unstated = submit.clone();
    unstated.as_object_mut().unwrap().remove("requester");
    let refusal = none.clone().behalf_of("ann").refusal("ben", "service_request.submit", &unstated);
    assert!(refusal.lacks("requester"), "{refusal}");
    let filed = none.then("desk", "service_request.submit", &submit);
    assert_eq!(filed.record.unwrap().requester.as_str(), "ann");
}

#[test]
fn a_refusal_lists_what_else_is_unmet_when_the_model_is_gone() {
    let missing = |phase, by: &str, kind: &str, change: Value| {
        let mut run = at(phase);
        let mut rules = rules();
        rules.request_models.clear();
        run.policy = policy(rules);
        let mut body = ServiceRequests::body(kind);
        merge(&mut body, change);
        let refusal = run.refusal(by, kind, &body);
        refusal.missing.iter().map(|unmet| unmet.condition).collect::<Vec<_>>()
    };
    use ServiceRequestPhase::{Approved, InFulfilment, Validated};
    assert_eq!(
        missing(Approved, "desk", "service_request.fulfil_begin", json!({"group": "dissolved"})),
        ["model", "group_active", "group_member"]
    );
    let without = json!({"fulfilment": {"evidence": []}});
    assert_eq!(
        missing(InFulfilment, "tech", "service_request.fulfil", without),
        ["model", "tasks", "evidence"]
    );
    let both = Actor::new("ann", [Role::ServiceDesk]).unwrap();
    let mut run = at(Validated);
    let mut rules = rules();
    rules.request_models.clear();
    run.policy = policy(rules);
    let refusal = run.tries_as(both, "service_request.approve", &json!({})).unwrap_err();
    assert!(refusal.lacks("model") && refusal.lacks("separation_of_duties"), "{refusal}");
    let returned = json!({"by": "secm", "decision": "return"});
    let refusal =
        at(ServiceRequestPhase::AwaitingApproval).refusal("boss", "service_request.vote", &returned);
    assert!(refusal.lacks("ballot") && refusal.lacks("comment"), "{refusal}");
}
