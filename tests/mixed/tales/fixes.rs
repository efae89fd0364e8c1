//! Problems and the changes that are to cure them.

use super::{APP, BOX, DB, Tale};
use crate::company::{DAY_S, after};
use serde_json::json;

const PRB: &str = "PRB-zulu-1";
const KER: &str = "KER-000001";

pub fn all() {
    a_change_that_was_approved_before_it_was_proposed_as_the_fix_cures_the_problem_too();
    a_fix_that_failed_after_it_was_live_is_withdrawn_while_another_is_outstanding();
    a_standard_change_that_fails_twice_costs_the_model_and_what_it_hit_is_an_incident();
    a_problem_is_suspended_accepted_and_looked_at_again();
    an_incident_that_is_back_reopens_its_problem();
    a_change_that_is_put_off_loses_its_problem_until_it_is_proposed_again();
    nobody_says_what_the_system_says_itself();
    an_approval_that_is_over_lets_nobody_begin();
    an_approver_does_not_join_the_implementation();
    what_another_change_altered_is_not_altered_by_this_one();
}

#[test]
pub fn a_change_that_was_approved_before_it_was_proposed_as_the_fix_cures_the_problem_too() {
    let mut tale = Tale::begins();
    tale.understood(PRB, KER).scheduled("CHG-zulu-1", &[APP]);
    tale.did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-1"}));
    tale.stands("problem", PRB, "fix_in_progress");
    tale.implemented("CHG-zulu-1", &[APP]).cured(PRB, KER);
    tale.over();
}

#[test]
pub fn a_fix_that_failed_after_it_was_live_is_withdrawn_while_another_is_outstanding() {
    let mut tale = Tale::begins();
    tale.understood(PRB, KER);
    for change in ["CHG-zulu-1", "CHG-zulu-2"] {
        let ci = if change == "CHG-zulu-1" { APP } else { DB };
        tale.asked(change, &[ci]);
        tale.did("p-net", "problem.propose_fix", PRB, json!({"change": change}));
    }
    tale.did("p-chgm", "change.vote", "CHG-zulu-1", json!({"decision": "approve"})).tested("CHG-zulu-1");
    tale.implemented("CHG-zulu-1", &[APP]);
    tale.stands("problem", PRB, "fix_in_progress");
    let close = json!({"linked_updated": true, "actions": ["ACT-1"], "investigation": {"problem": PRB}});
    tale.closed("CHG-zulu-1", "failed_remedied", close);
    tale.stands("problem", PRB, "fix_proposed");
    tale.over();
}

/// Its model is proposed and approved by others.
fn model(tale: &mut Tale) {
    let until = after(tale.now, 20 * DAY_S);
    let terms = json!({"title": "patches", "steps": ["patch"], "back_out": "the snapshot", "scope": {"types": ["server"]},
                       "risk": {"probability": 1, "impact": 3}});
    let because = json!({"reason": "a reason"});
    let mut other = terms.clone();
    other["title"] = json!("patches of servers");
    tale.did("p-all", "change_model.propose", "CHM-zulu-1", json!({"terms": terms}))
        .did("p-chgm", "change_model.revise", "CHM-zulu-1", json!({"terms": other}))
        .tried(
            "p-chgm",
            "change_model.approve",
            "CHM-zulu-1",
            json!({"valid_until": until}),
            "separation_of_duties",
        )
        .did("p-cab", "change_model.approve", "CHM-zulu-1", json!({"valid_until": until}))
        .did("p-chgm", "change_model.suspend", "CHM-zulu-1", because.clone())
        .did("p-cab", "change_model.reinstate", "CHM-zulu-1", because)
        .did("p-cab", "change_model.renew", "CHM-zulu-1", json!({"valid_until": after(until, DAY_S)}));
}

#[test]
pub fn a_standard_change_that_fails_twice_costs_the_model_and_what_it_hit_is_an_incident() {
    let mut tale = Tale::begins();
    model(&mut tale);
    for id in ["CHG-zulu-1", "CHG-zulu-2"] {
        tale.draft(id, &[APP]);
        let from = after(tale.now, 3_600);
        let window = json!({"from": from, "until": after(from, 20_000)});
        let standard =
            json!({"model": "CHM-zulu-1", "implementer": super::implementer(id), "window": window});
        let undo = json!({"reason": "it hangs", "restored": "compared", "service_hit": true});
        tale.did("p-user", "change.schedule_standard", id, standard)
            .begun(id, &[APP])
            .tried("p-bob", "change.back_out", id, undo.clone(), "authority")
            .did(super::implementer(id), "change.back_out", id, undo)
            .wait(20_000);
    }
    tale.stands("change_model", "CHM-zulu-1", "withdrawn").stands("incident", "INC-000002", "logged");
    let pir = json!({"objective_met": false, "outcome": "backed_out", "lessons": ["no"], "reviewers": ["p-cab"], "incidents": ["INC-000001"]});
    let unchanged = json!({APP: "as it was"});
    let silent = json!({"linked_updated": true, "no_ci_difference": unchanged});
    let close = json!({"linked_updated": true, "no_ci_difference": unchanged, "actions": ["ACT-1"],
                       "investigation": {"problem_candidate": "PRC-000001"}});
    tale.did("p-cab", "change.review", "CHG-zulu-1", json!({"pir": pir}))
        .tried("p-chgm", "change.close", "CHG-zulu-1", silent, "investigation")
        .did("p-chgm", "change.close", "CHG-zulu-1", close)
        .did("p-prbm", "problem_candidate.accept", "PRC-000001", json!({"problem": {"new": PRB}}));
    tale.over();
}

#[test]
pub fn a_problem_is_suspended_accepted_and_looked_at_again() {
    let mut tale = Tale::begins();
    let rests = |tale: &Tale| json!({"reason": "not seen", "review_at": after(tale.now, DAY_S), "monitoring": "the log"});
    let acceptance = |days: i64, tale: &Tale| json!({"acceptance": {"rationale": "too dear", "mitigation": "restarts", "review_at": after(tale.now, days * DAY_S)}});
    let log = json!({"source": "audit", "proactive": true, "symptoms": "it is slow", "evidence": "a graph"});
    let classify = json!({"classification": {"category": "c", "priority": 1}, "analyst": "p-all"});
    let cause = json!({"root_cause": {"cause": "a leak", "evidence": [crate::ask::proof()], "similar": {"searched": "all"}}});
    tale.did("p-sd", "problem.log", PRB, log).did("p-prbm", "problem.classify", PRB, classify).did(
        "p-all",
        "problem.investigate",
        PRB,
        json!({"method": "whys"}),
    );
    let rest = rests(&tale);
    tale.tried("p-all", "problem.suspend", PRB, rest.clone(), "separation_of_duties")
        .did("p-prbm", "problem.suspend", PRB, rest)
        .did("p-prbm", "problem.resume", PRB, json!({"reason": "seen again"}))
        .did("p-all", "problem.work", PRB, json!({"note": "a heap dump"}))
        .did("p-all", "problem.identify_cause", PRB, cause.clone())
        .did("p-prbm", "problem.return_cause", PRB, json!({"reason": "no proof"}))
        .did("p-all", "problem.identify_cause", PRB, cause)
        .tried("p-all", "problem.confirm_cause", PRB, json!({}), "separation_of_duties")
        .did("p-prbm", "problem.confirm_cause", PRB, json!({}));
    let (first, second) = (acceptance(5, &tale), acceptance(9, &tale));
    let content = json!({"problem": PRB, "symptoms": "it is slow", "cause": "a leak", "workaround": {"none": "nothing helps"}, "items": [{"ci": BOX}]});
    tale.tried("p-so", "problem.accept", PRB, first.clone(), "known_error_published")
        .did("p-prbm", "known_error.edit", KER, json!({"content": content}))
        .did("p-prbm", "known_error.publish", KER, json!({}))
        .tried("p-all", "problem.accept", PRB, first.clone(), "separation_of_duties")
        .did("p-so", "problem.accept", PRB, first)
        .did("p-so", "problem.renew_acceptance", PRB, second.clone())
        .did("p-so", "problem.reconsider", PRB, json!({"reason": "money"}))
        .did("p-so", "problem.accept", PRB, second)
        .did(
            "p-prbm",
            "problem.close",
            PRB,
            json!({"code": "accepted", "resolution": "lived with", "knowledge": "KB-1"}),
        )
        .tried("p-prbm", "known_error.retire", KER, json!({"because": "items_withdrawn"}), "item_withdrawn")
        .did("p-cfgm", "configuration_item.withdraw", BOX, json!({"reason": "sold"}))
        .did("p-prbm", "known_error.retire", KER, json!({"because": "items_withdrawn"}))
        .did("p-cfgm", "configuration_item.dispose", BOX, json!({"evidence": crate::ask::proof()}));
    tale.over();
}

#[test]
pub fn an_incident_that_is_back_reopens_its_problem() {
    let mut tale = Tale::begins();
    let log = |repeat_of: Option<&str>| {
        let mut body = json!({"channel": "phone", "symptom": "it is slow", "occurred_at": crate::company::start(),
                              "service": {"known": "shop-zulu"}, "ci": APP});
        body["repeat_of"] = json!(repeat_of);
        body
    };
    let resolution =
        json!({"resolution": {"code": "restart", "text": "restarted", "kind": "permanent", "level": "l2"}});
    let verified = json!({"code": "done", "category_verified": true});
    tale.did("p-sd", "incident.log", "INC-zulu-1", log(None))
        .did(
            "p-sd",
            "incident.classify",
            "INC-zulu-1",
            json!({"category": "c", "impact": 2, "urgency": 2, "known_error": "none"}),
        )
        .did("p-sd", "incident.assign", "INC-zulu-1", json!({"group": "network"}))
        .did("p-all", "incident.acknowledge", "INC-zulu-1", json!({}))
        .did("p-all", "incident.resolve", "INC-zulu-1", resolution)
        .tried("p-all", "incident.close", "INC-zulu-1", verified.clone(), "separation_of_duties")
        .did("p-sd", "incident.close", "INC-zulu-1", verified)
        .understood(PRB, KER);
    tale.did("p-sd", "problem.relate", PRB, json!({"incidents": ["INC-zulu-1"]})).asked("CHG-zulu-1", &[APP]);
    tale.did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-1"}))
        .did("p-chgm", "change.vote", "CHG-zulu-1", json!({"decision": "approve"}))
        .stands("known_error", KER, "fix_pending")
        .tested("CHG-zulu-1")
        .implemented("CHG-zulu-1", &[APP])
        .stands("problem", PRB, "under_observation")
        .tried("p-prbm", "problem.recur", PRB, json!({"incident": "INC-zulu-1"}), "incident")
        .did("p-sd", "incident.log", "INC-zulu-2", log(Some("INC-zulu-1")))
        .stands("problem", PRB, "investigating")
        .stands("known_error", KER, "published");
    tale.over();
}

#[test]
pub fn a_change_that_is_put_off_loses_its_problem_until_it_is_proposed_again() {
    let mut tale = Tale::begins();
    tale.understood(PRB, KER).asked("CHG-zulu-1", &[APP]);
    let (until, plan) = (after(tale.now, DAY_S), tale.plan("p-ivan"));
    tale.did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-1"}))
        .did("p-chgm", "change.defer", "CHG-zulu-1", json!({"reason": "later", "until": until}))
        .stands("problem", PRB, "root_cause_identified")
        .did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-1"}))
        .did("p-otto", "change.resubmit", "CHG-zulu-1", plan)
        .did("p-chgm", "change.vote", "CHG-zulu-1", json!({"decision": "approve"}))
        .stands("problem", PRB, "fix_in_progress")
        .did("p-user", "change.withdraw", "CHG-zulu-1", json!({"reason": "no need"}))
        .stands("problem", PRB, "root_cause_identified")
        .stands("known_error", KER, "published");
    tale.over();
}

#[test]
pub fn nobody_says_what_the_system_says_itself() {
    let mut tale = Tale::begins();
    model(&mut tale);
    tale.understood(PRB, KER).asked("CHG-zulu-1", &[APP]);
    let change = json!({"change": "CHG-zulu-1"});
    let failure = json!({"change": "CHG-zulu-1", "reason": "it failed"});
    tale.did("p-net", "problem.propose_fix", PRB, change.clone())
        .tried("p-all", "problem.begin_fix", PRB, change.clone(), "authority")
        .did("p-chgm", "change.vote", "CHG-zulu-1", json!({"decision": "approve"}))
        .tried("p-all", "problem.observe", PRB, change, "authority")
        .tested("CHG-zulu-1")
        .tried("p-all", "change.begin_review", "CHG-zulu-1", json!({}), "state")
        .tried("p-all", "change_model.record_failure", "CHM-zulu-1", failure, "authority");
    tale.over();
}

#[test]
pub fn an_approval_that_is_over_lets_nobody_begin() {
    let mut tale = Tale::begins();
    let id = "CHG-zulu-1";
    let mut later = tale.plan("p-ivan");
    let from = after(tale.now, 10 * DAY_S);
    later["plan"]["window"] = json!({"from": from, "until": after(from, DAY_S)});
    let capture = json!({"purpose": "before_change", "subject": id, "items": [APP]});
    tale.asked(id, &[APP])
        .did("p-otto", "change.edit", id, later)
        .did("p-chgm", "change.vote", id, json!({"decision": "approve"}))
        .tested(id)
        .did("p-cfgm", "baseline.capture", "BSL-zulu-1", capture)
        .wait(10 * DAY_S)
        .tried(
            "p-ivan",
            "change.begin_implementation",
            id,
            json!({"baseline": "BSL-zulu-1"}),
            "approval_in_force",
        );
    tale.over();
}

#[test]
pub fn an_approver_does_not_join_the_implementation() {
    let mut tale = Tale::begins();
    let done = json!({"steps": ["done"], "verification": "it answers", "implementers": ["p-chgm"]});
    tale.scheduled("CHG-zulu-1", &[APP]).begun("CHG-zulu-1", &[APP]).tried(
        "p-ivan",
        "change.implement",
        "CHG-zulu-1",
        done,
        "separation_of_duties",
    );
    tale.over();
}

#[test]
pub fn what_another_change_altered_is_not_altered_by_this_one() {
    let mut tale = Tale::begins();
    let (id, unchanged) = ("CHG-zulu-1", json!({"linked_updated": true}));
    tale.scheduled(id, &[APP]).begun(id, &[APP]);
    tale.did("p-ivan", "change.implement", id, json!({"steps": ["done"], "verification": "it answers"}));
    tale.scheduled("CHG-zulu-2", &[APP]).begun("CHG-zulu-2", &[APP]);
    let update = json!({"attributes": {"ram": "64"}, "cause": {"change": "CHG-zulu-2"}});
    let pir =
        json!({"objective_met": true, "outcome": "successful", "lessons": ["none"], "reviewers": ["p-cab"]});
    tale.did("p-cfgm", "configuration_item.update", APP, update)
        .did("p-chgm", "change.review", id, json!({"pir": pir}))
        .tried("p-chgm", "change.close", id, unchanged, "ci_updated");
    tale.over();
}
