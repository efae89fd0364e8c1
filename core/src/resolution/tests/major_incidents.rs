//! Major incidents against their table (spec 3.20, T-MAJ-01 to T-MAJ-06).

use super::*;
use crate::kernel::{Digest, Duty, NoticeKind};
use crate::resolution::major_incident::{MajorIncident, MajorIncidentPhase, MajorIncidents};

impl Walk for MajorIncidents {
    fn at(phase: Option<MajorIncidentPhase>) -> Run<Self> {
        let step = |before: Run<Self>, by: &str, kind: &str| before.then(by, kind, &Self::body(kind));
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
                step(after(MajorIncidentPhase::Declared), "mim", "major_incident.downgrade")
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
            "major_incident.downgrade" => json!({"reason": "one user only", "second": "incm"}),
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
    every_guard::<MajorIncidents>(vec![
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
                ("mim", "update_every_s", json!({"update_every_s": 0})),
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
            run: at(MajorIncidentPhase::Managing),
            passes: ("incm", "major_incident.downgrade", json!({"reason": "one user only", "second": "mim"})),
            refuses: vec![
                ("incm", "reason", json!({"reason": ""})),
                ("incm", "pair", json!({"second": "boss"})),
            ],
        },
    ]);
}

#[test]
fn nobody_leads_before_top_management_was_told() {
    let manage = MajorIncidents::body("major_incident.manage");
    let refusal = at(MajorIncidentPhase::Declared).refusal("mim", "major_incident.manage", &manage);
    assert!(refusal.guard == "T-MAJ-02" && refusal.lacks("top_management_informed"), "{refusal}");
}

#[test]
fn one_person_in_both_roles_neither_closes_nor_downgrades() {
    let both = Actor::new("mim", [Role::MajorIncidentManager, Role::IncidentManager]).unwrap();
    let close = MajorIncidents::body("major_incident.close");
    let closing =
        at(MajorIncidentPhase::Reviewed).tries_as(both.clone(), "major_incident.close", &close).unwrap_err();
    assert!(closing.guard == "T-MAJ-05" && closing.lacks("separation_of_duties"), "{closing}");
    let alone = json!({"reason": "one user only", "second": "mim"});
    let downgrading =
        at(MajorIncidentPhase::Declared).tries_as(both, "major_incident.downgrade", &alone).unwrap_err();
    assert!(downgrading.guard == "T-MAJ-06" && downgrading.lacks("separation_of_duties"), "{downgrading}");
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
