//! What the guards mean together: content and approval, category and risk, conflicts, packaging, review, time.

use super::*;
use crate::control::ChangeCategory;
use crate::control::change::{Change, ChangeOutcome, ChangeTrend, Late};
use crate::kernel::{BallotOutcome, Duty, LinkKind};

fn approved(run: Run<Changes>) -> Run<Changes> {
    run.step("boss", "change.vote").step("carl", "change.vote")
}

fn ruled(change: impl FnOnce(&mut Value)) -> Arc<RulesInForce<ChangeRules>> {
    let mut rules = rules();
    change(&mut rules);
    policy(&rules)
}

#[test]
fn edited_content_has_no_approval_and_its_authority_votes_anew() {
    for phase in [ChangePhase::Approved, ChangePhase::BuiltTested, ChangePhase::Scheduled] {
        let run = at(phase);
        let before = run.record().content();
        let edited = run.step("olga", "change.edit");
        assert_eq!(edited.phase(), Some(ChangePhase::AwaitingApproval));
        let change = edited.record();
        let ballot = change.ballot.as_ref().unwrap();
        assert_ne!(change.content(), before);
        assert!(ballot.is_for(change.content()) && ballot.votes().is_empty());
        assert!(!change.approved_for_implementation(edited.now) && change.tested.is_none());
        assert!(approved(edited).record().approved_for_implementation(instant(BEGIN)));
    }
    let voting = at(ChangePhase::AwaitingApproval).step("boss", "change.vote").step("olga", "change.edit");
    assert!(voting.record().ballot.as_ref().unwrap().votes().is_empty(), "the vote was about other content");
}

#[test]
fn nobody_votes_who_asks_owns_or_implements() {
    let voting = at(ChangePhase::AwaitingApproval);
    let voters = voting.record().ballot.as_ref().unwrap().voters();
    assert_eq!(voters.iter().map(|voter| voter.person.as_str()).collect::<Vec<_>>(), ["boss", "carl"]);
    let delegated = voting.clone().step_but("boss", "change.delegate", json!({"to": "ivan"}));
    assert_eq!(delegated.lacks("ivan", "change.vote", json!({"by": "boss"})), ["separation_of_duties"]);
    let waived = at(ChangePhase::Assessed).waiving(waiver(Duty::RequesterChangeApprover, "ann"));
    let waived = waived.step("olga", "change.request_approval").step("ann", "change.vote");
    assert_eq!(waived.record().ballot.as_ref().unwrap().waived().len(), 1);
}

#[test]
fn who_approved_a_change_does_not_come_to_own_it() {
    let run = at(ChangePhase::Approved);
    assert_eq!(run.lacks("chgm", "change.assign", json!({"owner": "boss"})), ["separation_of_duties"]);
    assert!(run.lacks("chgm", "change.assign", json!({"owner": "otto"})).is_empty());
    // A voter who comes to own it while the vote is open does not vote.
    let owned = at(ChangePhase::AwaitingApproval).step_but("chgm", "change.assign", json!({"owner": "boss"}));
    assert_eq!(owned.lacks("boss", "change.vote", json!({})), ["separation_of_duties"]);
}

#[test]
fn a_ballot_leads_where_the_table_says() {
    let said = |decision: &str| json!({"decision": decision, "comment": "too soon"});
    let voting = || at(ChangePhase::AwaitingApproval);
    assert_eq!(voting().step("boss", "change.vote").phase(), Some(ChangePhase::AwaitingApproval));
    assert_eq!(voting().then("boss", "change.vote", &said("reject")).phase(), Some(ChangePhase::Rejected));
    let returned = voting().then("boss", "change.vote", &said("return"));
    assert_eq!(returned.phase(), Some(ChangePhase::Assessed));
    let outcome = returned.record().ballot.as_ref().unwrap().outcome();
    assert!(matches!(outcome, BallotOutcome::Returned { .. }));
    let again =
        returned.step_but("olga", "change.request_approval", json!({"plan": {"steps": "swap later"}}));
    assert_eq!(again.phase(), Some(ChangePhase::AwaitingApproval));
}

#[test]
fn what_was_put_off_comes_back_to_its_authority() {
    let deferred = at(ChangePhase::Deferred);
    assert!(deferred.record().ballot.is_none());
    // The window of the plan is over by then: another one has to be planned.
    let later = deferred.until("2027-01-04T01:00:00Z").fired();
    assert!(later.record().late.contains_key(&Late::Deferral));
    let window =
        json!({"plan": {"window": {"from": "2027-01-05T02:00:00Z", "until": "2027-01-05T04:00:00Z"}}});
    assert_eq!(later.lacks("olga", "change.resubmit", json!({})), ["window_ahead"]);
    let mut plan = Changes::body("change.request_approval");
    plan["plan"]["window"] = window["plan"]["window"].clone();
    let resubmitted = later.then("chgm", "change.resubmit", &plan);
    assert_eq!(resubmitted.phase(), Some(ChangePhase::AwaitingApproval));
    assert!(resubmitted.record().late.is_empty());
}

#[test]
fn the_lead_time_is_kept_or_the_content_says_why_not() {
    let early = json!({"window": {"from": "2026-11-24T02:00:00Z"}});
    let assessed = at(ChangePhase::Assessed);
    assert_eq!(assessed.lacks("olga", "change.request_approval", json!({"plan": early})), ["lead_time"]);
    let mut reasoned = json!({"plan": early});
    reasoned["plan"]["short_notice"] = json!("the licence ends");
    assert!(assessed.lacks("olga", "change.request_approval", reasoned).is_empty());
}

#[test]
fn the_opinion_on_security_is_the_security_managers() {
    let accepted = at(ChangePhase::Submitted).step_but(
        "chgm",
        "change.accept",
        json!({"assessors": {"security": "ada"}}),
    );
    assert_eq!(accepted.lacks("ada", "change.opine", json!({"assessment": "security"})), ["assessor_role"]);
}

#[test]
fn an_assessment_without_the_graph_is_none() {
    let opined = opined(at(ChangePhase::Accepted));
    assert_eq!(opined.clone().forgetting("impact").lacks("olga", "change.assess", json!({})), ["fact"]);
    let assessed = opined.step("olga", "change.assess");
    assert_eq!(assessed.record().reach.as_ref().map(|reach| reach.count), Some(3));
}

#[test]
fn the_score_raises_the_category_and_only_a_reason_lowers_it() {
    let critical = fact("impact", "X-1", "computed", &[("critical", "yes"), ("reached", "40")]);
    let opined = opined(at(ChangePhase::Accepted)).knowing(critical);
    let worse = json!({"estimate": {"probability": 3, "impact": 4}, "back_out_tested": false});
    let raised = opined.step_but("olga", "change.assess", worse);
    let risk = raised.record().risk.as_ref().unwrap();
    assert_eq!((risk.total, risk.proposes), (16, ChangeCategory::Major));
    let added: Vec<_> = risk.additions.iter().map(|addition| addition.rule.as_str()).collect();
    assert_eq!(added, ["untested_back_out", "critical_service"]);
    assert_eq!(raised.record().category, Some(ChangeCategory::Major));
    let lowered = raised.step_but("chgm", "change.reclassify", json!({"category": "significant"}));
    assert_eq!(lowered.record().lowered.as_ref().unwrap().proposed, ChangeCategory::Major);
    let untested = json!({"plan": {"back_out": {"tested": false, "not_tested": "no twin"}}});
    let asked = lowered.step_but("olga", "change.request_approval", untested);
    assert_eq!(asked.record().category, Some(ChangeCategory::Significant), "the reason covers the score");
}

#[test]
fn a_plan_whose_back_out_is_untested_scores_higher() {
    // 3 x 4 = 12 is significant; with an untested back-out 14 still is; a critical service makes 16.
    let run = opined(at(ChangePhase::Accepted)).step_but(
        "olga",
        "change.assess",
        json!({"estimate": {"probability": 3, "impact": 5}}),
    );
    assert_eq!(run.record().category, Some(ChangeCategory::Major));
    let run = opined(at(ChangePhase::Accepted)).step_but(
        "olga",
        "change.assess",
        json!({"estimate": {"probability": 3, "impact": 4}}),
    );
    assert_eq!(run.record().category, Some(ChangeCategory::Significant));
    let untested = json!({"plan": {"back_out": {"tested": false, "not_tested": "no twin"}}});
    let asked = run.step_but("olga", "change.request_approval", untested);
    assert_eq!(asked.record().risk.as_ref().map(|risk| risk.total), Some(14));
}

#[test]
fn to_remove_a_service_is_major_and_waits_for_a_service_plan() {
    let removal = json!({"rfc": {"kind": "service_removal"}});
    let submitted = Changes::at(None).step_but("ann", "change.draft", removal).step("ann", "change.submit");
    let lacking = submitted.lacks("chgm", "change.accept", json!({"lowering_reason": "small"}));
    assert_eq!(lacking, ["service_major"]);
    assert_eq!(submitted.lacks("sd", "change.schedule_standard", json!({})), ["service_major"]);
    assert_eq!(submitted.lacks("ecab", "change.authorise_emergency", json!({})), ["service_major"]);
    let assessed = opined(submitted.step_but("chgm", "change.accept", json!({"category": "major"})))
        .step("olga", "change.assess");
    assert_eq!(assessed.lacks("chgm", "change.reclassify", json!({"category": "minor"})), ["service_major"]);
    let late = json!({"window": {"from": "2026-12-15T02:00:00Z", "until": "2026-12-15T04:00:00Z"}});
    let mut body = json!({"plan": late});
    assert_eq!(assessed.lacks("olga", "change.request_approval", body.clone()), ["service_plan"]);
    body["service_plan"] =
        json!({"plan": "SPL-1", "approved_by": "director", "approved_at": "2026-11-20T00:00:00Z"});
    assert!(assessed.lacks("olga", "change.request_approval", body.clone()).is_empty());
    // Where the register is kept, its record has to say so.
    let kept = assessed.under(ruled(|rules| rules["registers"] = json!(["service_plan"])));
    assert_eq!(kept.lacks("olga", "change.request_approval", body.clone()), ["fact"]);
    let draft = kept.clone().knowing(fact("service_plan", "SPL-1", "draft", &[]));
    assert_eq!(draft.lacks("olga", "change.request_approval", body.clone()), ["service_plan"]);
    let plan = kept.knowing(fact("service_plan", "SPL-1", "approved", &[]));
    assert!(plan.lacks("olga", "change.request_approval", body).is_empty());
}

#[test]
fn an_edit_into_a_removal_makes_an_approved_change_major() {
    let removal = json!({"plan": null, "rfc": Changes::body("change.draft")["rfc"]});
    let mut edit = removal;
    edit["rfc"]["kind"] = json!("service_removal");
    let lacking = at(ChangePhase::Approved).lacks("olga", "change.edit", edit);
    assert_eq!(lacking, ["lead_time", "service_plan"]);
}

#[test]
fn a_minor_change_may_be_tested_by_its_builder_and_a_significant_one_not() {
    let alone = json!({"plan": {"tester": "bob"}});
    let significant =
        approved(at(ChangePhase::Assessed).step_but("olga", "change.request_approval", alone.clone()));
    assert_eq!(significant.lacks("bob", "change.test", json!({})), ["separation_of_duties"]);
    let minor = json!({"category": "minor", "estimate": {"probability": 1, "impact": 2}});
    let minor = opined(at(ChangePhase::Submitted).step_but("chgm", "change.accept", minor))
        .step_but("olga", "change.assess", json!({"estimate": {"probability": 1, "impact": 2}}))
        .step_but("olga", "change.request_approval", alone)
        .step("boss", "change.vote");
    assert!(minor.lacks("bob", "change.test", json!({})).is_empty());
    assert!(
        significant
            .lacks("tess", "change.test", json!({"tested": {"results": null, "not_testable": "x"}}))
            .contains(&"separation_of_duties")
    );
}

#[test]
fn a_change_is_scheduled_only_when_the_schedule_was_asked() {
    let built = at(ChangePhase::BuiltTested).forgetting("schedule");
    assert_eq!(built.lacks("chgm", "change.schedule", json!({})), ["schedule"]);
    let scheduled = at(ChangePhase::Scheduled);
    assert_eq!(scheduled.record().conflicts.len(), 1, "a soft conflict is recorded");
}

#[test]
fn a_hard_conflict_is_waived_by_a_holder_of_its_role_for_one_window() {
    let freeze = fact(
        "conflict",
        "X-1/2",
        "hard",
        &[
            ("change", "X-1"),
            ("rule", "freeze"),
            ("with", "year_end"),
            ("ci", "db-1"),
            ("waivable_by", "chgm,tm"),
        ],
    );
    let other = fact("conflict", "X-9/1", "hard", &[("change", "X-9"), ("rule", "freeze"), ("with", "all")]);
    let built = at(ChangePhase::BuiltTested).knowing(freeze).knowing(other);
    let refusal = built.refusal("chgm", "change.schedule", &Changes::body("change.schedule"));
    assert!(
        refusal.missing.len() == 1 && refusal.to_string().contains("freeze with year_end over db-1"),
        "{refusal}"
    );
    let waiver = json!({"rule": "freeze", "with": "year_end", "ci": "db-1"});
    assert_eq!(built.lacks("relm", "change.waive_conflict", waiver.clone()), ["waivable_by"]);
    assert_eq!(
        built.lacks("tm", "change.waive_conflict", json!({"rule": "freeze", "with": "year_end"})),
        ["conflict"]
    );
    let mut unreasoned = waiver.clone();
    unreasoned["reason"] = json!("");
    assert_eq!(built.lacks("tm", "change.waive_conflict", unreasoned), ["reason"]);
    let waived = built.clone().step_but("tm", "change.waive_conflict", waiver.clone());
    assert!(waived.lacks("chgm", "change.schedule", json!({})).is_empty());
    // A waiver of another window waives nothing here.
    let mut elsewhere = waiver;
    elsewhere["window"] = json!({"from": "2026-12-02T02:00:00Z", "until": "2026-12-02T04:00:00Z"});
    let waived = built.step_but("tm", "change.waive_conflict", elsewhere);
    assert_eq!(waived.lacks("chgm", "change.schedule", json!({})), ["conflict"]);
}

#[test]
fn implementation_begins_inside_its_window_under_an_approval_in_force() {
    let begin = "change.begin_implementation";
    let scheduled = at(ChangePhase::Scheduled);
    for outside in ["2026-12-01T01:59:59Z", "2026-12-01T04:00:00Z"] {
        assert_eq!(scheduled.clone().until(outside).lacks("ivan", begin, json!({})), ["window"]);
    }
    let hour = ruled(|rules| rules["categories"]["significant"]["approval"]["valid_for_s"] = json!(3_600));
    let expiring = approved(at(ChangePhase::Assessed).under(hour).step("olga", "change.request_approval"))
        .step("tess", "change.test")
        .step("chgm", "change.schedule");
    let expired = expiring.until(BEGIN).fired();
    assert_eq!(expired.record().late[&Late::Approval], instant("2026-11-23T02:30:01Z"));
    assert_eq!(expired.lacks("ivan", begin, json!({})), ["approval_in_force"]);
    let again = approved(expired.step("olga", "change.request_approval"));
    assert_eq!(again.phase(), Some(ChangePhase::Approved));
    assert!(!again.record().late.contains_key(&Late::Approval));
}

#[test]
fn the_baseline_is_this_changes_own() {
    let begin = "change.begin_implementation";
    let scheduled = at(ChangePhase::Scheduled).until(BEGIN);
    for (state, subject, captured) in
        [("frozen", "X-2", BEGIN), ("superseded", "X-1", BEGIN), ("captured", "X-1", "2026-12-01T02:30:01Z")]
    {
        let baseline = baseline(state, subject, captured);
        assert_eq!(scheduled.clone().knowing(baseline).lacks("ivan", begin, json!({})), ["baseline"]);
    }
    let elsewhere = Fact { links: Vec::new(), ..baseline("frozen", "X-1", BEGIN) };
    assert_eq!(scheduled.clone().knowing(elsewhere).lacks("ivan", begin, json!({})), ["captured"]);
    let known = [("cause", "X-2"), ("updated_at", "2026-11-23T01:30:01Z")];
    let altered = fact("configuration_item", "db-1", "live", &known);
    assert_eq!(scheduled.clone().knowing(altered).lacks("ivan", begin, json!({})), ["baseline_current"]);
    let freeze = [("change", "X-1"), ("rule", "freeze"), ("with", "year-end"), ("waivable_by", "tm")];
    let frozen = scheduled.knowing(fact("conflict", "X-1/2", "hard", &freeze));
    assert_eq!(
        frozen.lacks("ivan", begin, json!({})),
        ["conflict"],
        "it came after the change was scheduled"
    );
}

#[test]
fn a_packaged_change_is_implemented_by_its_release_alone() {
    let packaged = at(ChangePhase::Scheduled).step("relm", "change.link").until(BEGIN);
    assert!(packaged.record().is_packaged());
    assert_eq!(packaged.lacks("ivan", "change.begin_implementation", json!({})), ["packaged"]);
    let alone = packaged.clone().step("relm", "change.unpack");
    assert!(alone.lacks("ivan", "change.begin_implementation", json!({})).is_empty());
    assert_eq!(alone.lacks("relm", "change.unpack", json!({})), ["release"]);
    let begun =
        packaged.knowing(baseline("frozen", "REL-1", BEGIN)).step("timer", "change.begin_implementation");
    assert_eq!(begun.record().implementation.as_ref().unwrap().implementers[0].as_str(), "ivan");
    assert_eq!(begun.clone().step("timer", "change.implement").phase(), Some(ChangePhase::Implemented));
    assert_eq!(begun.step("timer", "change.back_out").phase(), Some(ChangePhase::BackedOut));
}

#[test]
fn an_end_after_the_window_is_a_deviation() {
    let late = at(ChangePhase::Implementing).until("2026-12-01T04:00:00Z").fired();
    assert!(late.record().late.contains_key(&Late::PlannedEnd));
    assert_eq!(late.lacks("ivan", "change.implement", json!({})), ["deviations"]);
    assert!(late.lacks("ivan", "change.implement", json!({"deviations": ["an hour more"]})).is_empty());
}

#[test]
fn who_implemented_does_not_review_alone() {
    let reviewing = at(ChangePhase::InReview);
    let by = |who: &[&str]| json!({"pir": {"reviewers": who}});
    assert_eq!(reviewing.lacks("chgm", "change.review", by(&["ivan"])), ["separation_of_duties"]);
    assert!(reviewing.lacks("chgm", "change.review", by(&["ivan", "cab"])).is_empty());
    let waived = reviewing.waiving(waiver(Duty::ImplementerSoleReviewer, "ivan"));
    assert!(waived.lacks("chgm", "change.review", by(&["ivan"])).is_empty());
}

#[test]
fn an_outcome_follows_from_what_happened() {
    let of = |phase, pir: Value| {
        let review = at(phase).step("timer", "change.begin_review");
        review.lacks("cab", "change.review", json!({"pir": pir}))
    };
    use ChangePhase::{BackedOut, Implemented};
    assert_eq!(of(Implemented, json!({"unplanned_downtime_s": 1})), ["outcome"]);
    assert_eq!(of(Implemented, json!({"incidents": ["INC-1"]})), ["outcome"]);
    assert_eq!(of(Implemented, json!({"outcome": "backed_out"})), ["outcome"]);
    assert_eq!(of(Implemented, json!({"unplanned_downtime_s": -1})), ["unplanned_downtime_s", "outcome"]);
    let issues = json!({"outcome": "successful_with_issues", "incidents": ["INC-1"]});
    assert!(of(Implemented, issues).is_empty());
    assert_eq!(of(BackedOut, json!({})), ["outcome"]);
    assert!(of(BackedOut, json!({"outcome": "backed_out", "objective_met": false})).is_empty());
    let unnamed = at(ChangePhase::Implementing)
        .step_but("ivan", "change.back_out", json!({"incident": null}))
        .step("timer", "change.begin_review");
    let backed_out = json!({"pir": {"outcome": "backed_out", "objective_met": false}});
    assert_eq!(unnamed.lacks("cab", "change.review", backed_out), ["incidents"]);
}

#[test]
fn a_change_is_closed_when_it_was_reviewed_and_its_items_tell_of_it() {
    let reviewing = at(ChangePhase::InReview).until(END);
    assert_eq!(reviewing.lacks("chgm", "change.close", json!({})), ["pir"]);
    let reviewed = reviewing.step("cab", "change.review");
    for (cause, updated_at) in [("X-2", END), ("X-1", "2026-12-01T02:29:59Z")] {
        let item =
            fact("configuration_item", "db-1", "live", &[("cause", cause), ("updated_at", updated_at)]);
        let stale = reviewed.clone().knowing(item);
        assert_eq!(stale.lacks("chgm", "change.close", json!({})), ["ci_updated"]);
        let reason = json!({"no_ci_difference": {"db-1": "only a setting"}});
        assert!(stale.lacks("chgm", "change.close", reason).is_empty());
    }
    let item = fact("configuration_item", "db-1", "live", &[("cause", "X-2"), ("updated_at", END)]);
    let since = linked(item, LinkKind::CausedBy, &["X-1", "X-2"]);
    let since = reviewed.clone().knowing(since);
    assert!(since.lacks("chgm", "change.close", json!({})).is_empty(), "another change has altered it since");
    let unknown = reviewed.forgetting("configuration_item");
    assert_eq!(unknown.lacks("chgm", "change.close", json!({})), ["ci_updated"]);
}

#[test]
fn a_failure_is_investigated_and_acted_on() {
    let failed = json!({"pir": {"outcome": "failed_remedied", "objective_met": false}});
    let reviewed = at(ChangePhase::InReview).until(END).step_but("cab", "change.review", failed);
    assert_eq!(reviewed.lacks("chgm", "change.close", json!({})), ["investigation", "actions"]);
    let close = json!({"investigation": {"problem": "PRB-1"}, "actions": ["ACT-1"]});
    let closed = reviewed.step_but("chgm", "change.close", close);
    let closure = closed.record().closure().unwrap();
    assert!(closure.outcome == ChangeOutcome::FailedRemedied && closure.investigation.is_some());
}

/// CFG-10: two business days after Tuesday the 1st, 11:00 in Shanghai.
#[test]
fn items_that_were_not_updated_in_time_are_named_once() {
    let due = "2026-12-03T03:00:00Z";
    let looked_at = |cause: &str, updated_at: &str| {
        let known = [("cause", cause), ("updated_at", updated_at)];
        let item = fact("configuration_item", "db-1", "live", &known);
        let run = at(ChangePhase::InReview).knowing(item);
        assert_eq!(run.record().dues.items, Some(instant(due)));
        assert!(run.clone().until(due).fired().record().dues.items.is_some(), "its last instant is in time");
        let run = run.until("2026-12-03T03:00:01Z").fired();
        assert_eq!(run.record().dues.items, None, "told once");
        run.record().late.get(&Late::ItemUpdates).copied()
    };
    assert_eq!(looked_at("X-1", due), None);
    let late = Some(instant("2026-12-03T03:00:01Z"));
    assert_eq!(looked_at("X-1", "2026-12-03T03:00:01Z"), late);
    assert_eq!(looked_at("X-2", due), late);
    let undone = at(ChangePhase::BackedOut).record().dues;
    assert_eq!(undone.items, None, "what was undone has altered nothing");
}

#[test]
fn who_implemented_does_not_write_the_review_of_others_down() {
    let others = json!({"pir": {"reviewers": ["nobody-known"]}});
    let reviewing = at(ChangePhase::InReview).until(END);
    let held = reviewing.lacks("ivan", "change.review", others);
    assert_eq!(held, ["separation_of_duties"]);
}

#[test]
fn what_is_late_is_told_once() {
    let late = |run: Run<Changes>, what: Late, from: &str| {
        let before = run.clone().until(from);
        let before = Run { now: before.now.plus_s(-1).unwrap(), ..before }.fired();
        assert!(!before.record().late.contains_key(&what), "{what} before its time");
        let fired = run.until(from).fired();
        assert_eq!(fired.record().late.get(&what), Some(&instant(from)), "{what}");
        let events = fired.history.len();
        assert_eq!(fired.until("2027-06-01T00:00:00Z").fired().history.len(), events, "{what} again");
    };
    late(at(ChangePhase::Scheduled), Late::PlannedStart, "2026-12-01T02:00:01Z");
    late(at(ChangePhase::Implementing), Late::PlannedEnd, "2026-12-01T04:00:00Z");
    // Ten business days after Tuesday the 1st, 11:00 in Shanghai.
    late(at(ChangePhase::InReview), Late::Review, "2026-12-15T03:00:01Z");
    late(at(ChangePhase::Implemented), Late::Review, "2026-12-15T03:00:01Z");
    let reviewed = at(ChangePhase::InReview).step("cab", "change.review");
    assert!(reviewed.until("2027-06-01T00:00:00Z").fired().record().late.is_empty());
}

#[test]
fn the_facts_of_a_change_say_what_others_may_know() {
    let run = at(ChangePhase::Scheduled);
    let attributes = run.record().attributes();
    let said = |name: &str| attributes.get(name).map(|value| value.as_str());
    assert_eq!(said("approved"), Some("yes"));
    assert_eq!(said("category"), Some("significant"));
    assert_eq!((said("owner"), said("implementer")), (Some("olga"), Some("ivan")));
    assert_eq!(said("window_from"), Some("2026-12-01T02:00:00Z"));
    assert_eq!(said("packaged"), Some("no"));
    assert_eq!(said("outcome"), None);
    let links = run.record().envelope.facts();
    for (kind, to) in
        [(LinkKind::AffectsCi, "db-1"), (LinkKind::AffectsService, "shop"), (LinkKind::RaisedFrom, "PRB-1")]
    {
        assert!(links.iter().any(|link| link.kind == kind && link.to.as_str() == to), "{kind}");
    }
    let edited = run.step("olga", "change.edit");
    assert_eq!(edited.record().attributes()["approved"], "no");
    assert_eq!(at(ChangePhase::BackedOut).record().attributes()["outcome"], "backed_out");
}

#[test]
fn a_trend_counts_what_ended_in_its_stretch_and_names_what_recurs() {
    let named = |run: Run<Changes>, id: &str| -> Change {
        let mut change = run.record().clone();
        change.envelope.id = id.parse().unwrap();
        change
    };
    let changes = [
        named(at(ChangePhase::Closed), "A"),
        named(at(ChangePhase::BackedOut), "B"),
        named(at(ChangePhase::RetrospectivelyReviewed), "C"),
        named(at(ChangePhase::Scheduled), "D"),
    ];
    let trend = |from: &str, until: &str| ChangeTrend::of(&changes, instant(from), instant(until));
    let quarter = trend("2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z");
    assert_eq!((quarter.submitted, quarter.implemented, quarter.emergencies, quarter.misused), (4, 3, 1, 0));
    assert_eq!(quarter.by_category[&ChangeCategory::Significant], 2);
    assert_eq!(quarter.by_outcome[&ChangeOutcome::BackedOut], 1);
    let database = &quarter.recurring_cis[0];
    assert_eq!((database.of.as_str(), database.changes.len(), database.failed), ("db-1", 3, 1));
    assert_eq!(quarter.recurring_causes[0].of.as_str(), "PRB-1");
    assert_eq!(trend("2026-10-01T00:00:00Z", "2026-12-01T03:00:00Z").implemented, 0, "the end is half-open");
    assert_eq!(trend("2026-12-01T03:00:00Z", "2027-01-01T00:00:00Z").submitted, 0);
}
