//! The guards of the specification: each passes, and refuses each condition alone (T-CHG-01 to T-CHG-21).

use super::*;

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    use ChangePhase::*;
    let guard =
        |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, Changes::body(kind)), refuses };
    let draft = |change: Value| Changes::at(None).step_but("ann", "change.draft", json!({"rfc": change}));
    for (member, condition) in [
        ("reason", "reason"),
        ("benefit", "benefit"),
        ("not_doing", "not_doing"),
        ("services", "services"),
        ("cis", "cis"),
        ("wished_for", "wished_for"),
    ] {
        let incomplete = draft(json!({member: null}));
        let refusal = incomplete.refusal("ann", "change.submit", &json!({}));
        assert_eq!(refusal.guard, "T-CHG-01");
        assert_eq!(incomplete.lacks("ann", "change.submit", json!({})), [condition]);
    }
    let missing_opinion = |but: Assessment| {
        Assessment::ALL.iter().filter(|of| **of != but).fold(at(Accepted), |run, of| {
            let by = if *of == Assessment::Security { "secm" } else { "ada" };
            run.step_but(by, "change.opine", json!({"assessment": of}))
        })
    };
    for assessment in Assessment::ALL {
        let run = missing_opinion(*assessment);
        let refusal = run.refusal("olga", "change.assess", &Changes::body("change.assess"));
        assert_eq!((refusal.guard, refusal.missing.len()), ("T-CHG-04", 1));
        assert!(refusal.to_string().contains(&format!("`{assessment}`")), "{refusal}");
    }
    let plan = |change: Value| json!({"plan": change});
    let pir = |change: Value| json!({"pir": change});
    every_specified_guard::<Changes>(vec![
        guard("T-CHG-01", at(Draft), "ann", "change.submit", vec![("chgm", "authority", json!({}))]),
        guard(
            "T-CHG-02",
            at(Submitted),
            "chgm",
            "change.accept",
            vec![
                ("ann", "authority", json!({})),
                ("chgm", "category", json!({"category": "emergency"})),
                ("chgm", "estimate", json!({"estimate": {"probability": 0}})),
                ("chgm", "lowering_reason", json!({"category": "minor"})),
                ("chgm", "assessor", json!({"assessors": {"security": null}})),
            ],
        ),
        guard(
            "T-CHG-03",
            at(Submitted),
            "chgm",
            "change.reject",
            vec![("ann", "authority", json!({})), ("chgm", "reason", json!({"reason": " "}))],
        ),
        guard(
            "T-CHG-04",
            opined(at(Accepted)),
            "ada",
            "change.assess",
            vec![("ann", "authority", json!({})), ("ada", "estimate", json!({"estimate": {"impact": 6}}))],
        ),
        guard(
            "T-CHG-05",
            at(Assessed),
            "olga",
            "change.request_approval",
            vec![
                ("ada", "owner", json!({})),
                ("olga", "plan", json!({"plan": null})),
                ("olga", "plan_steps", plan(json!({"steps": ""}))),
                ("olga", "plan_test", plan(json!({"test": ""}))),
                ("olga", "plan_back_out", plan(json!({"back_out": {"steps": ""}}))),
                ("olga", "plan_communication", plan(json!({"communication": ""}))),
                ("olga", "plan_verification", plan(json!({"verification": ""}))),
                ("olga", "back_out_tested", plan(json!({"back_out": {"tested": false}}))),
                ("olga", "window", plan(json!({"window": {"until": "2026-12-01T02:00:00Z"}}))),
                ("olga", "lead_time", plan(json!({"window": {"from": "2026-11-30T01:29:59Z"}}))),
            ],
        ),
        guard(
            "T-CHG-06",
            at(AwaitingApproval).step("boss", "change.vote"),
            "carl",
            "change.vote",
            vec![
                ("carl", "ballot", json!({"by": "stranger"})),
                ("carl", "comment", json!({"decision": "reject"})),
            ],
        ),
        guard(
            "T-CHG-07",
            at(AwaitingApproval),
            "boss",
            "change.defer",
            vec![
                ("chgm", "authority", json!({})),
                ("boss", "reason", json!({"reason": ""})),
                ("boss", "until", json!({"until": "2026-11-23T01:30:00Z"})),
            ],
        ),
        guard(
            "T-CHG-08",
            at(Approved),
            "bob",
            "change.test",
            vec![
                ("olga", "builder_or_tester", json!({})),
                ("tess", "tests", json!({"tested": {"results": []}})),
                ("tess", "test_passed", json!({"tested": {"results": [{"what": "write", "passed": false}]}})),
            ],
        ),
        guard(
            "T-CHG-09",
            at(BuiltTested),
            "chgm",
            "change.schedule",
            vec![("olga", "authority", json!({})), ("chgm", "communicated", json!({"communicated": false}))],
        ),
        guard(
            "T-CHG-10",
            at(Scheduled).until(BEGIN),
            "ivan",
            "change.begin_implementation",
            vec![
                ("olga", "implementer", json!({})),
                ("timer", "packaged", json!({})),
                ("ivan", "baseline", json!({"baseline": null})),
                ("ivan", "fact", json!({"baseline": "BSL-404"})),
                ("ivan", "started_at", json!({"started_at": "2026-12-01T02:10:00Z"})),
            ],
        ),
        guard(
            "T-CHG-11",
            at(Implementing),
            "ivan",
            "change.implement",
            vec![
                ("olga", "implementer", json!({})),
                ("ivan", "steps", json!({"steps": []})),
                ("ivan", "verification", json!({"verification": ""})),
                ("ivan", "separation_of_duties", json!({"implementers": ["boss"]})),
            ],
        ),
        guard(
            "T-CHG-12",
            at(Implementing),
            "chgm",
            "change.back_out",
            vec![
                ("olga", "implementer", json!({})),
                ("ivan", "reason", json!({"reason": ""})),
                ("ivan", "restored", json!({"restored": ""})),
                ("ivan", "service_hit", json!({"service_hit": false})),
                ("ivan", "fact", json!({"incident": "INC-404"})),
            ],
        ),
        guard(
            "T-CHG-13",
            at(BackedOut),
            "timer",
            "change.begin_review",
            vec![("chgm", "authority", json!({}))],
        ),
        guard(
            "T-CHG-14",
            at(InReview).until(END).step("cab", "change.review"),
            "chgm",
            "change.close",
            vec![
                ("olga", "authority", json!({})),
                ("chgm", "linked_updated", json!({"linked_updated": false})),
                ("chgm", "no_ci_difference", json!({"no_ci_difference": {"db-2": "never touched"}})),
                ("chgm", "fact", json!({"investigation": {"problem": "PRB-404"}})),
            ],
        ),
        guard(
            "T-CHG-15",
            at(Scheduled),
            "ann",
            "change.withdraw",
            vec![("chgm", "authority", json!({})), ("ann", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-CHG-16",
            at(Scheduled),
            "olga",
            "change.edit",
            vec![
                ("sd", "authority", json!({})),
                ("olga", "change", json!({"plan": {"steps": "swap"}})),
                ("olga", "plan_test", json!({"plan": {"test": ""}})),
            ],
        ),
        guard(
            "T-CHG-17",
            at(Submitted),
            "ann",
            "change.schedule_standard",
            vec![
                ("olga", "authority", json!({})),
                ("ann", "fact", json!({"model": "CHM-404"})),
                ("ann", "model_valid", json!({"window": {"until": "2027-06-30T00:00:01Z"}})),
                ("ann", "window", json!({"window": {"from": "2026-12-01T04:00:00Z"}})),
            ],
        ),
        guard(
            "T-CHG-18",
            at(Submitted),
            "duty",
            "change.authorise_emergency",
            vec![
                ("chgm", "authority", json!({})),
                ("ecab", "criterion", json!({"criterion": "hurry"})),
                ("ecab", "major_incident", json!({"major_incident": null})),
                ("ecab", "fact", json!({"major_incident": "MAJ-404"})),
                ("ecab", "risk", json!({"risk": ""})),
                ("ecab", "given_at", json!({"given_at": "2026-11-22T21:29:59Z"})),
                ("ecab", "given_at", json!({"given_at": "2026-11-23T01:30:01Z"})),
                ("duty", "separation_of_duties", json!({"implementer": "duty"})),
            ],
        ),
        guard(
            "T-CHG-19",
            at(EmergencyAuthorised),
            "ivan",
            "change.begin_implementation",
            vec![
                ("olga", "implementer", json!({})),
                ("timer", "packaged", json!({})),
                ("ivan", "back_out_known", json!({"back_out_known": null})),
                ("ivan", "started_at", json!({"started_at": "2026-11-23T01:29:59Z"})),
            ],
        ),
        guard(
            "T-CHG-20",
            opined(emergency(Implemented).until(END)),
            "olga",
            "change.document_retrospectively",
            vec![
                ("ivan", "owner", json!({})),
                ("olga", "reason", json!({"rfc": {"reason": ""}})),
                ("olga", "tests", json!({"tested": {"results": []}})),
                ("olga", "estimate", json!({"estimate": {"impact": 0}})),
                ("olga", "ci_updated", json!({"rfc": {"cis": ["db-1", "db-2"]}})),
            ],
        ),
        guard(
            "T-CHG-21",
            at(RetrospectivelyDocumented),
            "cab",
            "change.review_retrospectively",
            vec![
                ("chgm", "authority", json!({})),
                ("cab", "finding", json!({"was_emergency": false})),
                ("cab", "finding", json!({"finding": "NCR-1"})),
                ("cab", "reviewers", pir(json!({"reviewers": []}))),
                ("cab", "lessons", pir(json!({"lessons": []}))),
                ("cab", "outcome", pir(json!({"objective_met": false}))),
                ("cab", "separation_of_duties", pir(json!({"reviewers": ["cab", "ivan"]}))),
            ],
        ),
        guard(
            "T-CHG-21",
            at(RetrospectivelyReviewed),
            "chgm",
            "change.close",
            vec![
                ("cab", "authority", json!({})),
                ("chgm", "linked_updated", json!({"linked_updated": false})),
            ],
        ),
    ]);
}

#[test]
fn the_guards_of_our_own_refuse_too() {
    use ChangePhase::*;
    let lacks = |phase, by: &str, kind: &str, change| at(phase).lacks(by, kind, change);
    assert_eq!(Changes::at(None).lacks("ann", "change.draft", json!({"rfc": {"title": " "}})), ["title"]);
    assert_eq!(Changes::at(None).lacks("ann", "change.draft", json!({"requester": "ben"})), ["requester"]);
    assert!(Changes::at(None).lacks("sd", "change.draft", json!({"requester": "ben"})).is_empty());
    let twice = json!({"rfc": {"cis": ["db-1", "db-1"]}});
    assert_eq!(Changes::at(None).lacks("ann", "change.draft", twice), ["twice"]);
    assert_eq!(lacks(Accepted, "olga", "change.opine", json!({})), ["assessor"]);
    assert_eq!(lacks(Accepted, "ada", "change.opine", json!({"text": ""})), ["text"]);
    assert_eq!(lacks(Assessed, "chgm", "change.reclassify", json!({"reason": ""})), ["reason"]);
    assert_eq!(lacks(Assessed, "chgm", "change.reclassify", json!({"category": "significant"})), ["change"]);
    assert_eq!(lacks(Assessed, "chgm", "change.reclassify", json!({"category": "standard"})), ["category"]);
    assert_eq!(lacks(Accepted, "chgm", "change.assign", json!({"owner": "olga"})), ["change"]);
    assert_eq!(
        lacks(Draft, "ann", "change.link", json!({"link": {"kind": "raised_from", "to": "X-1"}})),
        ["link"]
    );
    assert_eq!(lacks(Draft, "ann", "change.link", json!({})), ["release"]);
    assert_eq!(lacks(Draft, "relm", "change.link", json!({"link": {"to": "REL-404"}})), ["fact"]);
    assert_eq!(lacks(InReview, "cab", "change.review", json!({"pir": {"lessons": [""]}})), ["review_text"]);
    assert_eq!(
        lacks(InReview, "cab", "change.review", json!({"pir": {"incidents": ["INC-404"]}})),
        ["fact", "outcome"]
    );
    assert_eq!(lacks(Approved, "olga", "change.request_approval", json!({})), ["approval_in_force"]);
    assert_eq!(lacks(Deferred, "ada", "change.resubmit", json!({})), ["owner"]);
}
