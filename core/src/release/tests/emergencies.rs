//! Emergency releases: under emergency changes only, tested less, accepted late (spec 3.25).

use super::*;
use ReleasePhase::*;

/// An emergency release in that phase, not accepted.
pub(super) fn at(phase: ReleasePhase) -> Run<Releases> {
    match phase {
        Planned => {
            let mut stated = body("release.plan");
            merge(&mut stated, json!({"type": "emergency", "plan": {"changes": ["CHG-3"]}}));
            Releases::at(None).then("relm", "release.plan", &stated)
        }
        PlanApproved => {
            let submitted = at(Planned).step("relm", "release.submit_plan");
            submitted.step("carl", "release.vote").step("olga", "release.vote")
        }
        Built => {
            let mut build = body("release.build");
            build["built"][0]["change"] = json!("CHG-3");
            at(PlanApproved).then("bob", "release.build", &build)
        }
        Tested => {
            let mut test = body("release.test");
            test["reduced_because"] = json!("the shop is down");
            at(Built).then("tess", "release.test", &test)
        }
        Baselined => at(Tested).step("cfgm", "release.baseline"),
        Deploying => ready(at(Baselined)).step("relm", "release.begin_deployment"),
        Deployed => at(Deploying).step("dora", "release.deploy"),
        _ => at(Deployed).fired(),
    }
}

#[test]
fn an_emergency_release_contains_authorised_emergency_changes_and_nothing_else() {
    let mut stated = body("release.plan");
    merge(&mut stated, json!({"type": "emergency"}));
    assert!(Releases::at(None).refusal("relm", "release.plan", &stated).lacks("change_category"));
    let mut run = ready(at(Baselined));
    run.facts.retain(|fact| fact.process != "change");
    let run = run.knowing(change("CHG-3", "scheduled", "significant"));
    let refusal = run.refusal("relm", "release.begin_deployment", &json!({}));
    assert!(refusal.lacks("change_state"), "a change that is no emergency any more");
}

#[test]
fn it_is_accepted_a_business_day_after_its_deployment_or_somebody_hears_of_it() {
    let release = at(Deployed).record.unwrap();
    assert_eq!(release.acceptance_due, Some(instant("2026-12-02T02:30:00Z")));
    let late = at(Observing).until("2026-12-02T02:30:00Z").fired();
    let missed = late.record.as_ref().unwrap();
    assert!(
        missed.acceptance_missed
            && missed.envelope.notices.last().unwrap().why == crate::kernel::NoticeKind::Escalated
    );
    let count = late.history.len();
    let late = late.fired();
    assert_eq!(late.history.len(), count, "it is said once");

    let in_time = at(Observing).until("2026-12-02T02:29:59Z").step("so", "release.accept_late");
    let accepted = in_time.until("2026-12-03T02:30:00Z").fired().record.unwrap();
    assert!(!accepted.acceptance_missed && accepted.phase() == Observing);
}

#[test]
fn it_closes_once_it_is_accepted_as_it_is_or_with_exceptions() {
    let over = at(Observing).until("2026-12-15T02:30:00Z").fired();
    let reviewed = over.step("relm", "release.review");
    assert!(reviewed.refusal("relm", "release.close", &body("release.close")).lacks("acceptance"));
    let late = |run: Run<Releases>, by: &str, kind: &str| {
        let mut stated = body(kind);
        stated["exceptions"]["by"] = json!("2026-12-31T00:00:00Z");
        run.then(by, kind, &stated)
    };
    let proposed = late(reviewed.clone(), "so", "release.propose_exceptions");
    let accepted = late(proposed, "cust", "release.accept_with_exceptions");
    assert_eq!(accepted.phase(), Some(Reviewed), "late acceptance moves nothing");
    accepted.step("relm", "release.close");
    reviewed.step("so", "release.accept_late").step("relm", "release.close");
}

#[test]
fn a_builder_or_tester_does_not_accept_it_late_either() {
    let mut run = at(Observing);
    run.record.as_mut().unwrap().built_by.insert("so".parse().unwrap());
    let refusal = run.refusal("so", "release.accept_late", &body("release.accept_late"));
    assert!(refusal.lacks("separation_of_duties"));
}
