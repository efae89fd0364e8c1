//! Each guard of a release passes, and refuses each condition alone.

use super::*;
use ReleasePhase::*;

/// What a plan is refused for, wherever it is stated.
fn unsound(by: &'static str) -> Vec<(&'static str, &'static str, Value)> {
    let but = |condition: &'static str, change: Value| (by, condition, json!({"plan": change}));
    vec![
        but("rollout", json!({"rollout": " "})),
        but("back_out", json!({"back_out": ""})),
        but("communication", json!({"communication": ""})),
        but("training", json!({"training": ""})),
        but("changes", json!({"changes": []})),
        but("deliverables", json!({"deliverables": []})),
        but("deliverables", json!({"deliverables": [""]})),
        but("criteria", json!({"criteria": []})),
        but("items", json!({"items": []})),
        but("targets", json!({"targets": []})),
        but("builders", json!({"builders": []})),
        but("testers", json!({"testers": []})),
        but("deployers", json!({"deployers": []})),
        but("window", json!({"window_until": "2026-12-01T02:00:00Z"})),
        but("window", json!({"window_from": "2026-11-01T02:00:00Z", "window_until": "2026-11-02T02:00:00Z"})),
        but("fact", json!({"changes": ["CHG-77"]})),
        but("fact", json!({"items": ["shop-77"]})),
        but("change_state", json!({"changes": ["CHG-2"]})),
        but("change_category", json!({"changes": ["CHG-3"]})),
        but("contained", json!({"changes": ["CHG-4"]})),
    ]
}

fn emergency(phase: ReleasePhase) -> Run<Releases> {
    emergencies::at(phase)
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let nobody = ("nobody", "authority", json!({}));
    let planned = [vec![nobody.clone(), ("relm", "title", json!({"title": ""}))], unsound("relm")].concat();
    let same = ("relm", "nothing", json!({"plan": {"rollout": "node by node"}}));
    let built = |change: Value| {
        let mut build = body("release.build")["built"][0].clone();
        merge(&mut build, change);
        json!({"built": [build]})
    };
    let builds = |by: &'static str| {
        vec![
            (by, "built", json!({"built": []})),
            (
                by,
                "item",
                json!({"built": [body("release.build")["built"][0], body("release.build")["built"][0]]}),
            ),
            (by, "fact", built(json!({"master": "DFI-77"}))),
            (by, "definitive_item", built(json!({"master": "DFI-2"}))),
            (by, "definitive_item", built(json!({"master": "DFI-3"}))),
            (by, "checksum", built(json!({"master": "DFI-4"}))),
            (by, "checksum", built(json!({"version": "2.1"}))),
            (by, "checksum", built(json!({"checksum": Digest::of(b"another")}))),
            (by, "change", built(json!({"change": "CHG-4"}))),
        ]
    };
    let tests = |change: Value| {
        let mut test = body("release.test")["tests"][0].clone();
        merge(&mut test, change);
        json!({"tests": [test]})
    };
    let tested = vec![
        ("tess", "tests", json!({"tests": []})),
        ("tess", "environment", tests(json!({"environment": "live"}))),
        ("tess", "cases", tests(json!({"cases": 0, "failed": 0}))),
        ("tess", "cases", tests(json!({"failed": 13}))),
        ("tess", "result", tests(json!({"result": ""}))),
        ("tess", "reduced", json!({"reduced_because": "no time"})),
    ];
    let criteria = |by: &'static str| {
        vec![
            (by, "criterion", json!({"met": ["fast"]})),
            (by, "other_criterion", json!({"met": ["fast", "whole", "cheap"]})),
        ]
    };
    let exceptions = |change: Value| json!({"exceptions": change});
    let proposals = vec![
        ("cust", "unmet", exceptions(json!({"unmet": []}))),
        ("cust", "other_criterion", exceptions(json!({"unmet": ["cheap"]}))),
        ("cust", "risk", exceptions(json!({"risk": ""}))),
        ("cust", "action", exceptions(json!({"action": ""}))),
        ("cust", "by", exceptions(json!({"by": "2026-11-23T01:30:00Z"}))),
    ];
    let both = vec![("cust", "both_parties", json!({})), ("so", "same", exceptions(json!({"risk": "none"})))];
    let baselines = vec![
        ("relm", "authority", json!({})),
        ("cfgm", "fact", json!({"baseline": "BSL-77"})),
        ("cfgm", "baseline", json!({"baseline": "BSL-2"})),
        ("cfgm", "baseline", json!({"baseline": "BSL-3"})),
        ("cfgm", "captured", json!({"baseline": "BSL-4"})),
        ("cfgm", "separation_of_duties", json!({"baseline": "BSL-5"})),
    ];
    let checked = |change: Value| {
        let mut integrity = body("release.deploy")["integrity"].clone();
        merge(&mut integrity[1], change);
        json!({"integrity": integrity})
    };
    let deployed = vec![
        ("relm", "authority", json!({})),
        ("dora", "targets", json!({"integrity": [body("release.deploy")["integrity"][0]]})),
        ("dora", "targets", checked(json!({"target": "node-1"}))),
        ("dora", "targets", checked(json!({"target": "node-3"}))),
        ("dora", "integrity", checked(json!({"checksums": {"shop-1": Digest::of(b"another")}}))),
        ("dora", "integrity", checked(json!({"checksums": {"shop-1": null}}))),
    ];
    let back = vec![
        nobody.clone(),
        ("dora", "reason", json!({"reason": ""})),
        ("dora", "baseline", json!({"verified_against": Digest::of(b"another")})),
    ];
    let review = |change: Value| json!({"review": change});
    let reviews = vec![
        nobody.clone(),
        ("relm", "conclusions", review(json!({"conclusions": ""}))),
        ("relm", "user_effect", review(json!({"user_effect": ""}))),
        ("relm", "reviewers", review(json!({"reviewers": []}))),
        ("relm", "separation_of_duties", review(json!({"reviewers": ["bob"]}))),
        ("relm", "fact", review(json!({"incidents": ["INC-77"]}))),
    ];
    let over = at(Observing).until("2026-12-15T02:30:00Z").fired();
    let proposed = at(Tested).step("cust", "release.propose_exceptions");
    let late = emergency(Deployed).step("cust", "release.propose_exceptions");
    let reason = |by: &'static str| vec![(by, "reason", json!({"reason": ""}))];
    let one_vote = submitted().step("carl", "release.vote");
    every_guard::<Releases>(vec![
        guard("T-REL-01", Releases::at(None), "relm", "release.plan", planned),
        guard("T-REL-L1", at(Planned), "relm", "release.submit_plan", vec![nobody.clone()]),
        guard(
            "T-REL-02",
            one_vote.clone(),
            "olga",
            "release.vote",
            vec![
                ("carl", "vote", json!({})),
                ("olga", "comment", json!({"decision": "reject"})),
                ("olga", "vote", json!({"by": "otto"})),
            ],
        ),
        guard(
            "T-REL-L2",
            submitted(),
            "carl",
            "release.vote",
            vec![("carl", "comment", json!({"decision": "reject"}))],
        ),
        guard(
            "T-REL-L11",
            one_vote,
            "olga",
            "release.delegate",
            vec![("carl", "delegation", json!({})), ("olga", "delegation", json!({"to": "olga"}))],
        ),
        guard(
            "T-REL-L3",
            at(Baselined),
            "relm",
            "release.edit",
            [vec![nobody.clone(), same], unsound("relm")].concat(),
        ),
        guard("T-REL-03", at(PlanApproved), "bob", "release.build", builds("bob")),
        guard(
            "T-REL-L4",
            at(Built),
            "bob",
            "release.build",
            [builds("bob"), vec![("tess", "builder", json!({}))]].concat(),
        ),
        guard("T-REL-04", at(Built), "tess", "release.test", tested),
        guard(
            "T-REL-05",
            at(Tested),
            "cust",
            "release.accept",
            [criteria("so"), vec![nobody.clone()]].concat(),
        ),
        guard("T-REL-L5", at(Tested), "cust", "release.propose_exceptions", proposals),
        guard("T-REL-06", proposed, "so", "release.accept_with_exceptions", both),
        guard(
            "T-REL-07",
            at(Tested),
            "tess",
            "release.return",
            vec![("cust", "authority", json!({})), ("so", "defects", json!({"defects": ""}))],
        ),
        guard("T-REL-08", at(AcceptedWithExceptions), "cfgm", "release.baseline", baselines.clone()),
        guard("T-REL-L6", emergency(Tested), "cfgm", "release.baseline", baselines),
        guard("T-REL-09", ready(at(Baselined)), "relm", "release.begin_deployment", vec![nobody.clone()]),
        guard("T-REL-10", at(Deploying), "dora", "release.deploy", deployed),
        guard("T-REL-11", at(Deploying), "relm", "release.roll_back", back),
        guard("T-REL-L7", at(RolledBack), "relm", "release.observe", vec![nobody.clone()]),
        guard("T-REL-L8", emergency(Observing), "so", "release.accept_late", criteria("cust")),
        guard("T-REL-L12", emergency(Deployed), "cust", "release.propose_exceptions", vec![nobody.clone()]),
        guard(
            "T-REL-L13",
            late,
            "so",
            "release.accept_with_exceptions",
            vec![("cust", "both_parties", json!({}))],
        ),
        guard("T-REL-12", over, "relm", "release.review", reviews),
        guard("T-REL-12", at(Reviewed), "relm", "release.close", vec![nobody]),
        guard("T-REL-L9", at(Accepted), "relm", "release.cancel", reason("relm")),
        guard(
            "T-REL-L10",
            at(PlanApproved),
            "gateway",
            "release.confirm_notice",
            vec![("gateway", "notice", json!({"number": 99}))],
        ),
    ]);
}

/// Refusals that lie in the record, the clock or the facts rather than in the body.
#[test]
fn what_is_missing_around_the_command_is_refused_too() {
    let lacks = |run: &Run<Releases>, by: &str, kind: &str, condition: &str| {
        let refusal = run.refusal(by, kind, &body(kind));
        let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
        assert_eq!(missing, [condition], "{kind}: {refusal}");
    };
    lacks(&at(Planned), "carl", "release.vote", "submitted");
    lacks(&at(Planned), "carl", "release.delegate", "submitted");
    lacks(&submitted(), "relm", "release.submit_plan", "pending");
    lacks(&at(Tested), "so", "release.accept_with_exceptions", "proposal");
    lacks(&at(Tested), "cfgm", "release.baseline", "accepted");
    lacks(&at(Observing), "relm", "release.review", "observation");
    lacks(&at(Observing), "so", "release.accept_late", "late");

    let kind = "release.begin_deployment";
    lacks(&at(Baselined).until("2026-12-01T02:30:00Z"), "relm", kind, "desk_note");
    lacks(&ready(at(Baselined)).until("2026-12-01T04:00:00Z"), "relm", kind, "window");
    let early = at(Baselined).delivered("release.confirm_notice").until("2026-12-01T01:59:59Z");
    lacks(&early, "relm", kind, "window");
    for (state, approved) in [("approved", "yes"), ("scheduled", "no"), ("emergency_authorised", "yes")] {
        let mut run = ready(at(Baselined));
        run.facts.retain(|fact| fact.process != "change");
        let change = fact("change", "CHG-1", state, &[("approved", approved)]);
        let run = run.knowing(linked(change, LinkKind::AffectsCi, &["shop-1"]));
        lacks(&run, "relm", kind, "change_state");
    }
    let mut other = ready(at(Baselined));
    for fact in &mut other.facts {
        fact.links.retain(|link| link.kind != LinkKind::AffectsCi);
    }
    lacks(&other, "relm", kind, "built_item");
    let mut gone = ready(at(Baselined));
    gone.facts.clear();
    lacks(&gone, "relm", kind, "fact");
    let rolled_back = at(RolledBack).fired().until("2026-12-15T02:30:00Z").fired();
    lacks(&rolled_back.step("relm", "release.review"), "relm", "release.close", "outcome");
}

#[test]
fn builder_tester_acceptor_keeper_and_deployer_are_different_hands_unless_waived() {
    let with = |change: Value| {
        let mut stated = body("release.plan");
        merge(&mut stated["plan"], change);
        let run = Releases::at(None).then("relm", "release.plan", &stated);
        run.step("relm", "release.submit_plan").step("carl", "release.vote").step("olga", "release.vote")
    };
    let refuses = |run: &Run<Releases>, by: &str, kind: &str, duty: Duty| {
        let refusal = run.refusal(by, kind, &body(kind));
        let found: Vec<_> = refusal.missing.iter().map(|unmet| (unmet.condition, unmet.words)).collect();
        assert_eq!(found, [("separation_of_duties", duty.label())], "{kind}: {refusal}");
        run.clone().waiving(waiver(duty, by)).step(by, kind)
    };
    let built = with(json!({"testers": ["bob"]})).step("bob", "release.build");
    refuses(&built, "bob", "release.test", Duty::BuilderTester);
    let built = with(json!({"builders": ["so"]})).step("so", "release.build");
    refuses(&built.step("tess", "release.test"), "so", "release.accept", Duty::BuilderDeploymentApprover);
    let built = with(json!({"testers": ["cust"]})).step("bob", "release.build");
    let tested = built.step("cust", "release.test");
    refuses(&tested, "cust", "release.accept", Duty::TesterDeploymentApprover);
    refuses(&tested, "cust", "release.propose_exceptions", Duty::TesterDeploymentApprover);
    let built = with(json!({"deployers": ["cfgm"]})).step("bob", "release.build");
    let accepted = built.step("tess", "release.test").step("so", "release.accept");
    refuses(&accepted, "cfgm", "release.baseline", Duty::BaselineKeeperDeployer);

    let over = at(Observing).until("2026-12-15T02:30:00Z").fired();
    let mut alone = body("release.review");
    alone["review"]["reviewers"] = json!(["bob"]);
    assert!(over.refusal("relm", "release.review", &alone).lacks("separation_of_duties"));
    over.waiving(waiver(Duty::ImplementerSoleReviewer, "bob")).then("relm", "release.review", &alone);
}
