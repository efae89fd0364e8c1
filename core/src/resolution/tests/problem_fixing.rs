//! Fixing a problem: changes, observation, recurrence, the end (spec 3.22, T-PRB-05 to T-PRB-10).

use super::problems::{DAY_S, at, cause_known, fixed, release};
use super::*;
use crate::kernel::{LinkKind, NoticeKind, Recipient};
use crate::resolution::problem::{Effectiveness, ProblemClosureCode, ProblemPhase, Problems};

#[test]
fn no_fix_is_proposed_and_nothing_accepted_before_the_desk_can_work_by_the_known_error() {
    let draft = fact("known_error", "KER-1", "draft", &[("problem", "X-1")]);
    let unpublished = at(ProblemPhase::RootCauseIdentified).knowing(draft);
    let without = cause_known(&Problems::body("problem.identify_cause"));
    for (by, kind) in [("tech", "problem.propose_fix"), ("so", "problem.accept")] {
        let body = Problems::body(kind);
        assert!(unpublished.refusal(by, kind, &body).lacks("known_error_published"), "{kind}");
        assert!(without.refusal(by, kind, &body).lacks("known_error"), "{kind}");
    }
    let retired = at(ProblemPhase::Accepted).knowing(fact("known_error", "KER-1", "retired", &[]));
    let close = json!({"code": "accepted", "resolution": "we live with it", "knowledge": "KNO-1"});
    assert!(retired.refusal("prbm", "problem.close", &close).lacks("known_error_published"));
    let closed = at(ProblemPhase::Accepted).then("prbm", "problem.close", &close);
    assert_eq!(closed.record().closure().unwrap().code, ProblemClosureCode::Accepted);
}

#[test]
fn a_fix_begins_with_an_approved_change_and_is_live_with_its_release() {
    let change = |state, attributes: &[(&str, &str)]| fact("change", "CHG-1", state, attributes);
    let body = json!({"change": "CHG-1"});
    let waiting = at(ProblemPhase::FixProposed).knowing(change("awaiting_approval", &[("approved", "no")]));
    assert!(waiting.refusal("timer", "problem.begin_fix", &body).lacks("change_approved"));
    assert!(waiting.refusal("timer", "problem.begin_fix", &json!({"change": "CHG-2"})).lacks("change"));
    let run = at(ProblemPhase::FixInProgress);
    let refuses = |attributes: &[(&str, &str)], state, body: &Value, condition: &str| {
        let refusal =
            run.clone().knowing(change(state, attributes)).refusal("timer", "problem.observe", body);
        assert!(refusal.lacks(condition) && refusal.missing.len() == 1, "{condition}: {refusal}");
    };
    refuses(&[], "implementing", &body, "change_implemented");
    refuses(&[("outcome", "backed_out")], "in_review", &body, "change_implemented");
    refuses(&[("packaged", "yes")], "implemented", &body, "release");
    let packaged = json!({"change": "CHG-1", "release": "REL-1"});
    let deploying = run.clone().knowing(release("deploying"));
    assert!(deploying.refusal("timer", "problem.observe", &packaged).lacks("release_deployed"));
    let other = run.clone().knowing(fact("release", "REL-1", "deployed", &[]));
    assert!(other.refusal("timer", "problem.observe", &packaged).lacks("release_contains"));
    let live = run.then("timer", "problem.observe", &packaged);
    assert_eq!(live.record().fixes[0].release, Some(RecordId::literal("REL-1")));
}

#[test]
fn a_problem_is_observed_only_when_all_its_changes_are_live() {
    let second = json!({"change": "CHG-2"});
    let run = at(ProblemPhase::FixInProgress).then("tech", "problem.propose_fix", &second);
    assert!(run.refusal("tech", "problem.propose_fix", &second).lacks("change_new"));
    let one = run.then("timer", "problem.observe", &json!({"change": "CHG-1"}));
    assert_eq!(one.phase(), Some(ProblemPhase::FixInProgress));
    assert!(
        one.refusal("timer", "problem.observe", &json!({"change": "CHG-1"})).lacks("change"),
        "live already"
    );
    let implemented = one.clone().knowing(fact("change", "CHG-2", "implemented", &[]));
    let both = implemented.then("timer", "problem.observe", &second);
    assert_eq!(both.phase(), Some(ProblemPhase::UnderObservation));
    let failed = one.knowing(fact("change", "CHG-2", "backed_out", &[]));
    let left =
        failed.then("prbm", "problem.withdraw_fix", &json!({"change": "CHG-2", "reason": "not needed"}));
    assert_eq!(left.phase(), Some(ProblemPhase::UnderObservation), "what is left is live");
}

#[test]
fn a_fix_that_failed_after_it_was_live_is_withdrawn_like_one_that_never_came() {
    let first =
        at(ProblemPhase::FixInProgress).then("tech", "problem.propose_fix", &json!({"change": "CHG-2"}));
    let live = first.knowing(fact("change", "CHG-1", "implemented", &[("approved", "yes")]));
    let live = live.then("timer", "problem.observe", &json!({"change": "CHG-1"}));
    let withdraw = json!({"change": "CHG-1", "reason": "the review says so"});
    assert!(live.refusal("timer", "problem.withdraw_fix", &withdraw).lacks("change_failed"));
    let failed = live.knowing(fact("change", "CHG-1", "closed", &[("outcome", "failed_remedied")]));
    let left = failed.then("timer", "problem.withdraw_fix", &withdraw);
    assert_eq!(left.phase(), Some(ProblemPhase::FixProposed), "the other one is outstanding");
}

#[test]
fn a_change_that_comes_to_nothing_leads_back() {
    let rejected = fact("change", "CHG-1", "rejected", &[]);
    let body = Problems::body("problem.withdraw_fix");
    let lives = at(ProblemPhase::FixProposed).refusal("prbm", "problem.withdraw_fix", &body);
    assert!(lives.lacks("change_failed") && lives.missing.len() == 1, "{lives}");
    for phase in [ProblemPhase::FixProposed, ProblemPhase::FixInProgress] {
        let only = at(phase).knowing(rejected.clone());
        let back = only.clone().then("timer", "problem.withdraw_fix", &body);
        assert_eq!(back.phase(), Some(ProblemPhase::RootCauseIdentified));
        let with_another = only.then("tech", "problem.propose_fix", &json!({"change": "CHG-2"}));
        let proposed = with_another.clone().then("timer", "problem.withdraw_fix", &body);
        assert_eq!(proposed.phase(), Some(ProblemPhase::FixProposed), "the other one is not approved");
        if phase == ProblemPhase::FixInProgress {
            let begun = with_another.then("timer", "problem.begin_fix", &json!({"change": "CHG-2"}));
            let left = begun.then("timer", "problem.withdraw_fix", &body);
            assert_eq!(left.phase(), Some(ProblemPhase::FixInProgress));
        }
    }
}

#[test]
fn what_was_fixed_at_once_is_observed_like_any_other_fix() {
    let kind = "problem.fix_at_once";
    let run = fixed();
    let refused = at(ProblemPhase::RootCauseIdentified).refusal("prbm", kind, &Problems::body(kind));
    assert!(refused.lacks("fixed_at_once"), "the cause does not say so");
    assert!(run.refusal("prbm", kind, &json!({})).lacks("change"), "outside change control");
    assert!(run.refusal("prbm", kind, &json!({"change": "CHG-2"})).lacks("change_implemented"));
    let with_change = run.clone().then("prbm", kind, &json!({"change": "CHG-1"}));
    assert_eq!(with_change.record().envelope.linked(LinkKind::ResolvedByChange).count(), 1);
    let close = Problems::body("problem.close");
    let stated = run.step("prbm", kind).after_s(30 * DAY_S);
    assert_eq!(stated.then("prbm", "problem.close", &close).phase(), Some(ProblemPhase::Closed));
}

#[test]
fn a_problem_is_closed_after_the_observation_and_the_manager_is_told_when_it_can_be() {
    let close = Problems::body("problem.close");
    let published = at(ProblemPhase::UnderObservation).after_s(30 * DAY_S - 1);
    let refusal = published.refusal("prbm", "problem.close", &close);
    let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
    assert_eq!(missing, ["observation", "known_error_retired"], "{refusal}");
    let over = published.after_s(1).fired();
    let notice = over.record().envelope.notices.last().unwrap();
    assert_eq!((notice.why, &notice.to), (NoticeKind::Resolved, &Recipient::Role(Role::ProblemManager)));
    assert_eq!(over.clone().fired().record().envelope.version, over.record().envelope.version, "told once");
    let closed = at(ProblemPhase::Closed);
    assert_eq!(closed.record().closure().unwrap().review_at, closed.now.plus_s(92 * DAY_S));
}

#[test]
fn a_recurrence_under_observation_begins_the_search_anew() {
    let run = at(ProblemPhase::UnderObservation);
    let again = run.after_s(DAY_S).then("timer", "problem.recur", &json!({"incident": "INC-9"}));
    let problem = again.record();
    assert!(problem.root_cause().is_none() && problem.fixes.is_empty() && problem.observed_until.is_none());
    assert_eq!(problem.analyses.len(), 2);
    assert!(problem.analyses[0].cause.is_some(), "what was taken for the cause stays on record");
    assert_eq!(problem.analysis().unwrap().due, instant("2026-12-22T01:30:00Z"), "20 business days from now");
    assert!(problem.incidents.contains(&RecordId::literal("INC-9")));
}

#[test]
fn a_repeat_of_one_of_its_incidents_is_a_recurrence() {
    let repeat = linked(fact("incident", "INC-10", "logged", &[]), LinkKind::RepeatOf, &["INC-1"]);
    let run = at(ProblemPhase::UnderObservation).knowing(repeat);
    let again = run.then("timer", "problem.recur", &json!({"incident": "INC-10"}));
    assert_eq!(again.phase(), Some(ProblemPhase::Investigating));
}

#[test]
fn a_recurrence_after_the_closure_is_remembered_and_stands_against_the_resolution() {
    let recur = json!({"incident": "INC-9"});
    let run = at(ProblemPhase::Closed).after_s(DAY_S).then("timer", "problem.recur", &recur);
    assert_eq!(run.phase(), Some(ProblemPhase::Closed), "closed is final");
    assert!(run.refusal("timer", "problem.recur", &recur).lacks("incident_new"));
    let review = Problems::body("problem.review");
    assert!(run.refusal("qm", "problem.review", &review).lacks("recurrence"));
    let honest = json!({"review": {"effectiveness": "ineffective", "findings": "it hung again", "actions": ["PRB-2"]}});
    let reviewed = run.then("qm", "problem.review", &honest);
    assert_eq!(reviewed.record().reviews[0].review.effectiveness, Effectiveness::Ineffective);
    assert_eq!(Problems::due(reviewed.record()), None);
}
