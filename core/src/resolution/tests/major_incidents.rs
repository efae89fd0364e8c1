//! Major incidents against their table (spec 3.20, T-MAJ-01 to T-MAJ-06).

use super::*;
use crate::kernel::{Digest, Duty, NoticeKind};
use crate::resolution::major_incident::{MajorIncident, MajorIncidentPhase, MajorIncidents};

impl Walk for MajorIncidents {
    fn policy() -> Arc<DeskPolicy> {
        policy(rules())
    }

    fn at(phase: Option<MajorIncidentPhase>) -> Run<Self> {
        let step = |before: Run<Self>, by: &str, kind: &str| before.step(by, kind);
        let after = |phase| Self::at(Some(phase));
        match phase {
            None => Run::new().knowing(fact("incident", "INC-1", "in_progress", &[])).knowing(fact(
                "problem",
                "PRB-1",
                "logged",
                &[],
            )),
            Some(MajorIncidentPhase::Declared) => step(Self::at(None), "incm", "major_incident.declare"),
            Some(MajorIncidentPhase::Managing) => step(
                after(MajorIncidentPhase::Declared).delivered("major_incident.confirm_notice"),
                "mim",
                "major_incident.manage",
            ),
            Some(MajorIncidentPhase::Restored) => {
                step(after(MajorIncidentPhase::Managing), "mim", "major_incident.restore")
            }
            Some(MajorIncidentPhase::Reviewing) => {
                step(after(MajorIncidentPhase::Restored), "prbm", "major_incident.begin_review")
            }
            Some(MajorIncidentPhase::Reviewed) => {
                step(after(MajorIncidentPhase::Restored), "prbm", "major_incident.review")
            }
            Some(MajorIncidentPhase::Closed) => {
                step(after(MajorIncidentPhase::Reviewed), "incm", "major_incident.close")
            }
            Some(MajorIncidentPhase::Downgraded) => {
                let proposed =
                    step(after(MajorIncidentPhase::Declared), "mim", "major_incident.propose_downgrade");
                step(proposed, "incm", "major_incident.downgrade")
            }
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "major_incident.declare" => {
                json!({"incident": "INC-1", "criteria": ["everybody"], "manager": "mim", "resolvers": ["tech"]})
            }
            "major_incident.manage" => json!({"update_every_s": 1_800}),
            "major_incident.update" => json!({"text": "we are on it"}),
            "major_incident.restore" => {
                json!({"restoration": {"restored_at": "2026-11-23T01:30:00Z", "outage_closed": true,
                "customers_told": true, "resolvers": ["tech"]}})
            }
            "major_incident.begin_review" => json!({"facilitator": "prbm"}),
            "major_incident.review" => {
                json!({"review": {"attendees": ["mim", "tech"], "causes_known": true, "facilitator": "prbm",
                "improvements": ["a second line"], "problem": {"linked": "PRB-1"},
                "timeline": [{"at": "2026-11-23T01:00:00Z", "text": "it failed"}]}})
            }
            "major_incident.close" => {
                json!({"actions": ["IMP-1"], "report": {"hash": Digest::of(b"report"), "reference": "report.pdf"}})
            }
            "major_incident.downgrade" | "major_incident.propose_downgrade" => {
                json!({"reason": "one user only"})
            }
            "major_incident.hand_over" => json!({"manager": "deputy", "reason": "end of the shift"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(_: Who, _: Option<MajorIncidentPhase>) -> Option<&'static str> {
        None
    }
}

fn at(phase: MajorIncidentPhase) -> Run<MajorIncidents> {
    MajorIncidents::at(Some(phase))
}

fn proposed(phase: MajorIncidentPhase, by: &'static str) -> Run<MajorIncidents> {
    let propose = MajorIncidents::body("major_incident.propose_downgrade");
    at(phase).then(by, "major_incident.propose_downgrade", &propose)
}

/// Somebody else with the role of a major incident manager.
fn deputy() -> Actor {
    Actor::new("deputy", [Role::MajorIncidentManager]).unwrap()
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<MajorIncidents>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<MajorIncidents>();
}

#[test]
fn a_journal_read_back_gives_the_same_major_incident() {
    every_phase_replays::<MajorIncidents>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = MajorIncidents::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    every_specified_guard::<MajorIncidents>(vec![
        guard(
            "T-MAJ-01",
            MajorIncidents::at(None),
            "incm",
            "major_incident.declare",
            vec![
                ("tech", "authority", json!({})),
                ("incm", "fact", json!({"incident": "INC-404"})),
                ("incm", "criteria", json!({"criteria": []})),
                ("incm", "criterion", json!({"criteria": ["loud"]})),
                ("incm", "separation_of_duties", json!({"resolvers": ["mim"]})),
            ],
        ),
        guard(
            "T-MAJ-02",
            at(MajorIncidentPhase::Declared).delivered("major_incident.confirm_notice"),
            "mim",
            "major_incident.manage",
            vec![
                ("incm", "authority", json!({})),
                ("mim", "update_every_s", json!({"update_every_s": 3_601})),
                ("mim", "update_every_s", json!({"update_every_s": 59})),
            ],
        ),
        guard(
            "T-MAJ-03",
            at(MajorIncidentPhase::Managing),
            "mim",
            "major_incident.restore",
            vec![
                ("incm", "authority", json!({})),
                ("mim", "restored_at", json!({"restoration": {"restored_at": "2026-11-23T01:30:01Z"}})),
                ("mim", "outage_closed", json!({"restoration": {"outage_closed": false}})),
                ("mim", "customers_told", json!({"restoration": {"customers_told": false}})),
                ("mim", "resolvers", json!({"restoration": {"resolvers": []}})),
            ],
        ),
        guard(
            "T-MAJ-04",
            at(MajorIncidentPhase::Restored),
            "prbm",
            "major_incident.review",
            vec![
                ("incm", "authority", json!({})),
                ("mim", "timeline", json!({"review": {"timeline": []}})),
                ("mim", "attendees", json!({"review": {"attendees": []}})),
                ("mim", "improvements", json!({"review": {"improvements": []}})),
                (
                    "mim",
                    "problem_decision",
                    json!({"review": {"problem": {"linked": null, "not_needed": " "}}}),
                ),
                ("mim", "fact", json!({"review": {"problem": {"linked": "PRB-404"}}})),
                ("mim", "separation_of_duties", json!({"review": {"facilitator": "tech"}})),
            ],
        ),
        guard(
            "T-MAJ-05",
            at(MajorIncidentPhase::Reviewed),
            "incm",
            "major_incident.close",
            vec![
                ("prbm", "authority", json!({})),
                ("incm", "actions", json!({"actions": []})),
                ("incm", "report", json!({"report": {"reference": ""}})),
            ],
        ),
        Guard {
            id: "T-MAJ-06",
            run: proposed(MajorIncidentPhase::Managing, "mim"),
            passes: ("incm", "major_incident.downgrade", body("major_incident.downgrade")),
            refuses: vec![
                ("incm", "reason", json!({"reason": ""})),
                ("mim", "separation_of_duties", json!({})),
            ],
        },
        guard(
            "T-MAJ-L5",
            at(MajorIncidentPhase::Managing),
            "incm",
            "major_incident.hand_over",
            vec![
                ("desk", "authority", json!({})),
                ("incm", "reason", json!({"reason": ""})),
                ("incm", "change", json!({"manager": "mim"})),
                ("incm", "separation_of_duties", json!({"manager": "tech"})),
            ],
        ),
        guard(
            "T-MAJ-L6",
            at(MajorIncidentPhase::Declared),
            "incm",
            "major_incident.propose_downgrade",
            vec![("desk", "authority", json!({})), ("incm", "reason", json!({"reason": ""}))],
        ),
    ]);
}

#[test]
fn nobody_leads_before_top_management_was_told() {
    let manage = MajorIncidents::body("major_incident.manage");
    let refusal = at(MajorIncidentPhase::Declared).refusal("mim", "major_incident.manage", &manage);
    assert!(refusal.guard == "T-MAJ-02" && refusal.lacks("top_management_informed"), "{refusal}");
}

#[test]
fn one_person_in_both_roles_does_not_close() {
    let both = Actor::new("mim", [Role::MajorIncidentManager, Role::IncidentManager]).unwrap();
    let close = MajorIncidents::body("major_incident.close");
    let closing =
        at(MajorIncidentPhase::Reviewed).tries_as(both, "major_incident.close", &close).unwrap_err();
    assert!(closing.guard == "T-MAJ-05" && closing.lacks("separation_of_duties"), "{closing}");
}

#[test]
fn a_waiver_lets_the_only_resolver_lead() {
    let waived = MajorIncidents::at(None).waiving(waiver(Duty::MajorIncidentManagerSoleResolver, "mim"));
    let alone =
        json!({"incident": "INC-1", "criteria": ["everybody"], "manager": "mim", "resolvers": ["mim"]});
    waived.then("incm", "major_incident.declare", &alone);
}

#[test]
fn an_incident_that_is_resolved_or_major_already_is_not_declared() {
    let declare = MajorIncidents::body("major_incident.declare");
    for (state, attributes, condition) in
        [("resolved", vec![], "incident_state"), ("assigned", vec![("major", "MAJ-7")], "incident_major")]
    {
        let run = Run::<MajorIncidents>::new().knowing(fact("incident", "INC-1", state, &attributes));
        assert!(run.refusal("incm", "major_incident.declare", &declare).lacks(condition));
    }
}

fn fired_after(run: Run<MajorIncidents>, seconds: i64) -> MajorIncident {
    run.after_s(seconds).fired().record.unwrap()
}

#[test]
fn top_management_is_told_within_half_an_hour_or_the_delay_is_recorded_once() {
    let declared = at(MajorIncidentPhase::Declared);
    assert!(!fired_after(declared.clone(), 1_800).notice_missed);
    let late = declared.clone().after_s(1_801).fired();
    assert!(late.record.as_ref().unwrap().notice_missed);
    let told = |run: &Run<MajorIncidents>| {
        let notices = &run.record.as_ref().unwrap().envelope.notices;
        notices.iter().filter(|notice| notice.why == NoticeKind::Escalated).count()
    };
    assert_eq!((told(&late), told(&late.clone().after_s(1_000).fired())), (1, 1));
    let in_time = declared.delivered("major_incident.confirm_notice");
    assert!(!fired_after(in_time, 1_801).notice_missed);
}

#[test]
fn every_missed_update_is_recorded_once_and_an_update_arms_the_next() {
    let managing = at(MajorIncidentPhase::Managing);
    assert_eq!(fired_after(managing.clone(), 1_800).updates_missed, 0);
    assert_eq!(fired_after(managing.clone(), 1_801).updates_missed, 1);
    assert_eq!(fired_after(managing.clone(), 3 * 1_800 + 1).updates_missed, 3);
    let updated = managing.after_s(1_700).then("mim", "major_incident.update", &json!({"text": "half way"}));
    assert_eq!(fired_after(updated.clone(), 1_800).updates_missed, 0);
    assert_eq!(fired_after(updated, 1_801).updates_missed, 1);
    let restored = at(MajorIncidentPhase::Restored);
    assert_eq!(fired_after(restored, 86_400).updates_missed, 0);
}

#[test]
fn a_review_is_due_five_business_days_after_the_restoration() {
    let restored = at(MajorIncidentPhase::Restored);
    let due = instant("2026-11-30T01:30:00Z");
    assert_eq!(restored.record.as_ref().unwrap().review_due, Some(due));
    assert!(!fired_after(restored.clone(), 7 * 86_400).review_missed);
    let late = restored.clone().after_s(7 * 86_400 + 1).fired();
    assert!(late.record.as_ref().unwrap().review_missed);
    assert_eq!(MajorIncidents::due(late.record.as_ref().unwrap()), None, "once");
    let reviewed = at(MajorIncidentPhase::Reviewed).record.unwrap();
    assert_eq!(
        (reviewed.restored_at(), reviewed.reviewed_at),
        (Some(reviewed.declared_at), Some(reviewed.declared_at))
    );
    assert!(!fired_after(at(MajorIncidentPhase::Reviewed), 30 * 86_400).review_missed);
}

#[test]
fn only_the_named_manager_leads() {
    for (phase, kind) in [
        (MajorIncidentPhase::Declared, "major_incident.manage"),
        (MajorIncidentPhase::Managing, "major_incident.restore"),
        (MajorIncidentPhase::Managing, "major_incident.update"),
        (MajorIncidentPhase::Managing, "major_incident.propose_downgrade"),
        (MajorIncidentPhase::Managing, "major_incident.hand_over"),
        (MajorIncidentPhase::Restored, "major_incident.begin_review"),
        (MajorIncidentPhase::Restored, "major_incident.review"),
    ] {
        let run = at(phase).delivered("major_incident.confirm_notice");
        let mut body = MajorIncidents::body(kind);
        if kind == "major_incident.hand_over" {
            body["manager"] = json!("boss");
        }
        let refusal = run.clone().tries_as(deputy(), kind, &body).unwrap_err();
        let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
        assert_eq!(missing, ["manager"], "{kind}: {refusal}");
        run.then("mim", kind, &body);
    }
}

#[test]
fn whoever_takes_over_leads_and_nobody_who_led_closes() {
    let over = MajorIncidents::body("major_incident.hand_over");
    let mut run = at(MajorIncidentPhase::Managing).then("incm", "major_incident.hand_over", &over);
    assert_eq!(run.phase(), Some(MajorIncidentPhase::Managing));
    let restore = MajorIncidents::body("major_incident.restore");
    assert!(run.refusal("mim", "major_incident.restore", &restore).lacks("manager"));
    run.tries_as(deputy(), "major_incident.restore", &restore).unwrap();
    let reviewed = run.step("prbm", "major_incident.review");
    let close = MajorIncidents::body("major_incident.close");
    for former in ["mim", "deputy"] {
        let former = Actor::new(former, [Role::IncidentManager]).unwrap();
        let refusal = reviewed.clone().tries_as(former, "major_incident.close", &close).unwrap_err();
        assert!(refusal.guard == "T-MAJ-05" && refusal.lacks("separation_of_duties"), "{refusal}");
    }
    reviewed.then("incm", "major_incident.close", &close);
}

#[test]
fn two_managers_downgrade_one_after_the_other_and_no_waiver_makes_them_one() {
    let downgrade = MajorIncidents::body("major_incident.downgrade");
    let declared = at(MajorIncidentPhase::Declared);
    assert!(declared.refusal("incm", "major_incident.downgrade", &downgrade).lacks("proposal"));
    let by_incm = proposed(MajorIncidentPhase::Declared, "incm");
    assert_eq!(by_incm.phase(), Some(MajorIncidentPhase::Declared));
    by_incm.clone().then("mim", "major_incident.downgrade", &downgrade);
    let colleague = Actor::new("colleague", [Role::IncidentManager]).unwrap();
    for second in [colleague, deputy()] {
        let refusal = by_incm.clone().tries_as(second, "major_incident.downgrade", &downgrade).unwrap_err();
        assert!(refusal.guard == "T-MAJ-06" && refusal.lacks("pair"), "{refusal}");
    }
    let both = Actor::new("mim", [Role::MajorIncidentManager, Role::IncidentManager]).unwrap();
    let mut alone = Duty::ALL
        .iter()
        .fold(proposed(MajorIncidentPhase::Declared, "mim"), |run, duty| run.waiving(waiver(*duty, "mim")));
    let refusal = alone.tries_as(both, "major_incident.downgrade", &downgrade).unwrap_err();
    assert!(refusal.lacks("separation_of_duties"), "{refusal}");
    let handed = proposed(MajorIncidentPhase::Declared, "mim").step("incm", "major_incident.hand_over");
    assert!(handed.refusal("incm", "major_incident.downgrade", &downgrade).lacks("proposal"));
}

#[test]
fn a_restoration_takes_the_proposal_from_the_table() {
    let restored = proposed(MajorIncidentPhase::Managing, "incm").step("mim", "major_incident.restore");
    assert!(restored.record.unwrap().proposal.is_none());
}

#[test]
fn whoever_has_or_resolved_the_incident_is_a_resolver() {
    let with = |phase, attribute: &str, person: &str| {
        let mut run = MajorIncidents::at(phase);
        run.facts[0] = fact("incident", "INC-1", "resolved", &[(attribute, person)]);
        run
    };
    for attribute in ["resolver", "assignee"] {
        for kind in ["major_incident.begin_review", "major_incident.review"] {
            let run = with(Some(MajorIncidentPhase::Restored), attribute, "prbm");
            let refusal = run.refusal("prbm", kind, &MajorIncidents::body(kind));
            assert!(refusal.lacks("separation_of_duties"), "{kind}: {refusal}");
        }
        let mut alone = with(None, attribute, "mim");
        alone.facts[0].state = "assigned".into();
        let declare = json!({"incident": "INC-1", "criteria": ["everybody"], "manager": "mim"});
        let refusal = alone.refusal("incm", "major_incident.declare", &declare);
        assert!(refusal.guard == "T-MAJ-01" && refusal.lacks("separation_of_duties"), "{refusal}");
    }
}
