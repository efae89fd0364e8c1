//! Releases over time: agreement, return, editing, observation.

use super::*;
use crate::kernel::{BallotOutcome, NoticeKind};
use ReleasePhase::*;

fn says(decision: &str) -> Value {
    json!({"decision": decision, "comment": "not in December"})
}

#[test]
fn a_plan_that_was_refused_or_returned_stays_planned_and_can_be_submitted_again() {
    for decision in ["reject", "return"] {
        let run = submitted().then("carl", "release.vote", &says(decision));
        assert_eq!(run.phase(), Some(Planned));
        assert!(run.record.as_ref().unwrap().ballot.as_ref().unwrap().outcome().is_final());
        assert!(run.refusal("olga", "release.vote", &body("release.vote")).lacks("vote"), "it is over");
        let again = run.clone().step("relm", "release.submit_plan");
        let again = again.step("carl", "release.vote").step("olga", "release.vote");
        assert_eq!(again.phase(), Some(PlanApproved));
        let edited = run.step("relm", "release.edit").step("relm", "release.submit_plan");
        assert_eq!(edited.record.unwrap().ballot.unwrap().outcome(), BallotOutcome::Waiting {});
    }
}

#[test]
fn one_party_alone_does_not_agree_however_many_of_it_vote() {
    let run = submitted().step("olga", "release.vote").step("otto", "release.vote");
    assert_eq!(run.phase(), Some(Planned), "two of the service, none of the customer");
    assert_eq!(run.step("carl", "release.vote").phase(), Some(PlanApproved));
}

#[test]
fn whoever_wrote_the_plan_or_deploys_it_does_not_agree_to_it() {
    let mut voters = document();
    voters["plan_voters"]
        .as_array_mut()
        .unwrap()
        .extend([json!({"person": "relm", "roles": ["so"]}), json!({"person": "dora", "roles": ["so"]})]);
    let planned = Run { policy: policy(&voters), ..Releases::at(None) }.step("relm", "release.plan");
    let run = planned.step("relm", "release.submit_plan");
    let told = &run.record.as_ref().unwrap().envelope.notices;
    assert_eq!(told.len(), 3, "who may not vote is not asked");
    for by in ["relm", "dora"] {
        assert!(run.refusal(by, "release.vote", &body("release.vote")).lacks("vote"));
    }
    let lifted = run.waiving(waiver(Duty::DeployerReleaseApprover, "dora"));
    lifted.step("dora", "release.vote");

    voters["plan_voters"] =
        json!([{"person": "carl", "roles": ["cust"]}, {"person": "relm", "roles": ["so"]}]);
    let planned = Run { policy: policy(&voters), ..Releases::at(None) }.step("relm", "release.plan");
    assert!(planned.refusal("relm", "release.submit_plan", &json!({})).lacks("approval"));
}

#[test]
fn a_delegate_votes_for_a_party_once_that_is_recorded() {
    let vote = json!({"decision": "approve", "by": "olga"});
    let run = submitted().step("carl", "release.vote");
    assert!(run.refusal("deputy", "release.vote", &vote).lacks("authority"));
    let run = run.step("olga", "release.delegate").then("deputy", "release.vote", &vote);
    assert_eq!(run.phase(), Some(PlanApproved));
}

#[test]
fn the_desk_has_the_note_of_the_plan_that_was_agreed_to() {
    let run = at(PlanApproved);
    let note = |run: &Run<Releases>| run.record.as_ref().unwrap().desk_has_note();
    assert!(!note(&run), "requested, not delivered");
    let run = run.delivered("release.confirm_notice");
    assert!(note(&run));
    let run = run.after_s(60).step("relm", "release.edit").step("relm", "release.submit_plan");
    let run = run.step("carl", "release.vote").step("olga", "release.vote");
    assert!(!note(&run), "of another plan");
}

#[test]
fn an_edit_voids_agreement_build_test_acceptance_and_baseline() {
    let release = at(Baselined).step("relm", "release.edit").record.unwrap();
    assert_eq!(release.phase(), Planned);
    assert!(release.ballot.is_none() && release.built.is_empty() && release.tests.is_empty());
    assert!(release.acceptance.is_none() && release.baseline.is_none());
    assert!(!release.built_by.is_empty() && !release.tested_by.is_empty(), "who did it stays known");
    assert_eq!(release.promised_until, Some(instant("2026-12-01T04:00:00Z")), "what was promised first");
}

#[test]
fn an_agreement_that_has_lapsed_is_asked_for_again_with_the_same_plan() {
    let mut short = document();
    short["plan_approval"]["valid_for_s"] = json!(3_600);
    let mut run = Run { policy: policy(&short), ..Releases::at(None) };
    for (by, kind) in [
        ("relm", "release.plan"),
        ("relm", "release.submit_plan"),
        ("carl", "release.vote"),
        ("olga", "release.vote"),
    ] {
        run = run.step(by, kind);
    }
    let same = json!({"plan": plan()});
    assert!(run.refusal("relm", "release.edit", &same).lacks("nothing"));
    let lapsed = run.after_s(3_601);
    assert_eq!(lapsed.then("relm", "release.edit", &same).phase(), Some(Planned));
    let mut run = at(Baselined);
    run.policy = policy(&short);
    assert!(
        ready(run).record.unwrap().agreed(instant("2026-12-01T02:30:00Z")),
        "by the rule it was asked under"
    );
}

#[test]
fn what_was_returned_is_built_anew_before_it_is_tested_again() {
    let run = at(Tested).step("so", "release.return");
    assert_eq!(run.record.as_ref().unwrap().defects.as_deref(), Some("the cart is empty"));
    assert!(run.refusal("tess", "release.test", &body("release.test")).lacks("built"));
    let run = run.step("bob", "release.build").step("tess", "release.test");
    let release = run.record.as_ref().unwrap();
    assert_eq!((release.submissions, release.first_submitted_at), (2, Some(run.now)));
    assert!(release.defects.is_none());
}

#[test]
fn observation_begins_by_itself_and_ends_after_the_days_of_the_rules() {
    for phase in [Deployed, RolledBack] {
        let run = at(phase).fired();
        assert_eq!(run.phase(), Some(Observing));
        let before = run.clone().until("2026-12-15T02:29:59Z").fired();
        assert!(before.record.unwrap().observed_until.is_none());
        let run = run.until("2026-12-16T00:00:00Z").fired();
        let release = run.record.as_ref().unwrap();
        assert_eq!(
            release.observed_until,
            Some(instant("2026-12-15T02:30:00Z")),
            "when it was due, not when it was noticed"
        );
        assert_eq!(release.envelope.notices.last().unwrap().why, NoticeKind::ReviewDue);
        let count = run.history.len();
        assert_eq!(run.fired().history.len(), count);
    }
}

#[test]
fn a_refusal_names_everything_and_changes_nothing() {
    let mut run = at(Baselined);
    run.facts.retain(|fact| fact.process != "change");
    let before = serde_json::to_value(&run.record).unwrap();
    let refusal = run.tries("nobody", "release.begin_deployment", &json!({})).map(|_| ()).unwrap_err();
    let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
    assert_eq!(missing, ["authority", "fact", "window", "desk_note"]);
    assert_eq!(serde_json::to_value(&run.record).unwrap(), before);
}
