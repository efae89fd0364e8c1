//! Incidents against their table (spec 3.20, T-INC-01 to T-INC-11).

use super::*;
use crate::kernel::Duty;
use crate::resolution::incident::{IncidentPhase, Incidents};

impl Walk for Incidents {
    fn policy() -> Arc<DeskPolicy> {
        policy(rules())
    }

    fn at(phase: Option<IncidentPhase>) -> Run<Self> {
        let step = |before: IncidentPhase, by: &str, kind: &str| Self::at(Some(before)).step(by, kind);
        match phase {
            None => Run::new()
                .knowing(fact("service_request", "SRQ-1", "submitted", &[]))
                .knowing(fact("major_incident", "MAJ-1", "declared", &[("incident", "X-1")]))
                .knowing(fact("incident", "INC-9", "closed", &[])),
            Some(IncidentPhase::Logged) => Self::at(None).step("ann", "incident.log"),
            Some(IncidentPhase::Classified) => step(IncidentPhase::Logged, "desk", "incident.classify"),
            Some(IncidentPhase::Assigned) => step(IncidentPhase::Classified, "desk", "incident.assign"),
            Some(IncidentPhase::InProgress) => step(IncidentPhase::Assigned, "tech", "incident.acknowledge"),
            Some(IncidentPhase::Pending) => step(IncidentPhase::InProgress, "tech", "incident.pend"),
            Some(IncidentPhase::Resolved) => step(IncidentPhase::InProgress, "tech", "incident.resolve"),
            Some(IncidentPhase::Closed) => step(IncidentPhase::Resolved, "ann", "incident.close"),
            Some(IncidentPhase::Cancelled) => step(IncidentPhase::Logged, "incm", "incident.cancel"),
            Some(IncidentPhase::Converted) => step(IncidentPhase::Logged, "desk", "incident.convert"),
        }
    }

    fn body(kind: &str) -> Value {
        let reason = "because";
        match kind {
            "incident.log" => json!({"channel": "phone", "symptom": "no mail", "service": {"known": "mail"},
                "occurred_at": "2026-11-23T01:00:00Z", "requester": "ann"}),
            "incident.import" => {
                json!({"channel": "phone", "symptom": "no mail", "requester": "ann", "state": {"kind": "logged"},
                "occurred_at": "2026-11-23T01:00:00Z", "opened_at": "2026-11-23T01:00:00Z"})
            }
            "incident.classify" => {
                json!({"category": "network/vpn", "impact": 2, "urgency": 2, "known_error": "none"})
            }
            "incident.assign" => json!({"group": "network"}),
            "incident.reassign" => json!({"group": "network", "escalation": "functional", "reason": reason}),
            "incident.pend" => {
                json!({"reason": "user", "note": "asked her", "until": "2026-11-24T02:00:00Z"})
            }
            "incident.resolve" => {
                json!({"resolution": {"code": "reset", "text": "reset it", "kind": "permanent", "level": "l1"}})
            }
            "incident.close" => json!({"code": "solved", "category_verified": true}),
            "incident.cancel" | "incident.reopen" | "incident.resume" => json!({"reason": reason}),
            "incident.convert" => json!({"to": "SRQ-1", "reason": reason}),
            "incident.reclassify" => json!({"impact": 1, "reason": reason}),
            "incident.override_priority" => json!({"priority": 1, "reason": reason}),
            "incident.move" => json!({"service": "web", "reason": reason}),
            "incident.work" => json!({"note": "looked"}),
            "incident.escalate" => json!({"to": "network", "escalation": "hierarchical", "reason": reason}),
            "incident.link" => json!({"link": {"kind": "caused_by", "to": "CHG-1"}}),
            "incident.mark_major" | "incident.unmark_major" => json!({"major": "MAJ-1"}),
            "incident.recalculate" => json!({"reason": "late_holiday_notice"}),
            "incident.excuse_breach" => json!({"metric": "response", "reason": "storm"}),
            "incident.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => json!({}),
        }
    }

    fn who(who: Who, phase: Option<IncidentPhase>) -> Option<&'static str> {
        let unassigned = matches!(phase, None | Some(IncidentPhase::Logged | IncidentPhase::Classified));
        match who {
            Who::Assignee => (!unassigned).then_some("mate"),
            _ => Some("ann"),
        }
    }
}

fn at(phase: IncidentPhase) -> Run<Incidents> {
    Incidents::at(Some(phase))
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<Incidents>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<Incidents>();
}

#[test]
fn a_journal_read_back_gives_the_same_incident() {
    every_phase_replays::<Incidents>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = Incidents::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let major = at(IncidentPhase::Classified)
        .step("desk", "incident.mark_major")
        .step("desk", "incident.assign")
        .then("tech", "incident.acknowledge", &json!({}))
        .step("tech", "incident.resolve");
    every_specified_guard::<Incidents>(vec![
        guard(
            "T-INC-01",
            Incidents::at(None),
            "ann",
            "incident.log",
            vec![
                ("boss", "authority", json!({})),
                ("ann", "symptom", json!({"symptom": "  "})),
                ("ann", "occurred_at", json!({"occurred_at": "2026-11-23T02:00:00Z"})),
                ("ann", "fact", json!({"repeat_of": "INC-404"})),
            ],
        ),
        guard(
            "T-INC-02",
            at(IncidentPhase::Logged),
            "desk",
            "incident.classify",
            vec![("tech", "authority", json!({})), ("desk", "priority", json!({"impact": 9}))],
        ),
        guard(
            "T-INC-03",
            at(IncidentPhase::Classified),
            "desk",
            "incident.assign",
            vec![
                ("tech", "authority", json!({})),
                ("desk", "group", json!({"group": "nowhere"})),
                ("desk", "group_active", json!({"group": "dissolved"})),
                ("desk", "group_member", json!({"person": "boss"})),
            ],
        ),
        guard(
            "T-INC-04",
            at(IncidentPhase::Assigned),
            "mate",
            "incident.acknowledge",
            vec![("desk", "authority", json!({})), ("boss", "authority", json!({}))],
        ),
        guard(
            "T-INC-05",
            at(IncidentPhase::InProgress),
            "tech",
            "incident.reassign",
            vec![
                ("desk", "authority", json!({})),
                ("incm", "reason", json!({"reason": ""})),
                ("incm", "group_active", json!({"group": "dissolved"})),
            ],
        ),
        guard(
            "T-INC-06",
            at(IncidentPhase::InProgress),
            "tech",
            "incident.pend",
            vec![
                ("desk", "authority", json!({})),
                ("tech", "note", json!({"note": ""})),
                ("tech", "until", json!({"until": "2026-11-23T01:30:00Z"})),
            ],
        ),
        guard(
            "T-INC-07",
            at(IncidentPhase::Pending),
            "tech",
            "incident.resume",
            vec![("desk", "authority", json!({})), ("tech", "reason", json!({"reason": " "}))],
        ),
        guard(
            "T-INC-08",
            at(IncidentPhase::InProgress),
            "tech",
            "incident.resolve",
            vec![
                ("desk", "authority", json!({})),
                ("tech", "resolution_text", json!({"resolution": {"text": ""}})),
                ("tech", "restored_at", json!({"resolution": {"restored_at": "2026-11-23T00:59:59Z"}})),
                ("tech", "workaround", json!({"resolution": {"kind": "workaround"}})),
            ],
        ),
        guard(
            "T-INC-09",
            at(IncidentPhase::Resolved),
            "ann",
            "incident.close",
            vec![
                ("boss", "authority", json!({})),
                ("ann", "category_verified", json!({"category_verified": false})),
                ("timer", "notices", json!({})),
            ],
        ),
        guard(
            "T-INC-10",
            at(IncidentPhase::Resolved),
            "ann",
            "incident.reopen",
            vec![("tech", "authority", json!({})), ("ann", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-INC-11",
            at(IncidentPhase::Classified),
            "incm",
            "incident.cancel",
            vec![
                ("desk", "authority", json!({})),
                ("incm", "cause", json!({"reason": null})),
                ("incm", "fact", json!({"duplicate_of": "INC-404"})),
            ],
        ),
    ]);
    let unreviewed = major.refusal("ann", "incident.close", &body("incident.close"));
    assert!(unreviewed.guard == "T-INC-09" && unreviewed.lacks("major_reviewed"), "{unreviewed}");
    let mut reviewed = major;
    reviewed.facts = vec![fact("major_incident", "MAJ-1", "reviewed", &[])];
    assert_eq!(reviewed.step("ann", "incident.close").phase(), Some(IncidentPhase::Closed));
}

#[test]
fn a_service_that_was_down_is_restored_at_a_stated_instant() {
    let mut down = Incidents::body("incident.log");
    down["service_down"] = json!(true);
    let run = Incidents::at(None)
        .then("ann", "incident.log", &down)
        .step("desk", "incident.classify")
        .step("desk", "incident.assign")
        .then("tech", "incident.acknowledge", &json!({}));
    let refusal = run.refusal("tech", "incident.resolve", &Incidents::body("incident.resolve"));
    assert!(refusal.lacks("restored_at") && refusal.missing.len() == 1, "{refusal}");
}

#[test]
fn without_a_clock_an_incident_is_assigned_only_with_the_reason() {
    let mut run = at(IncidentPhase::Classified);
    run.record.as_mut().unwrap().clocks = crate::sla::TicketClocks::default();
    let refusal = run.refusal("desk", "incident.assign", &json!({"group": "network"}));
    assert!(refusal.guard == "T-INC-03" && refusal.lacks("clocks"), "{refusal}");
    run.then("desk", "incident.assign", &json!({"group": "network", "no_sla_reason": "internal"}));
}

#[test]
fn a_group_that_is_not_competent_for_the_category_gets_no_incident() {
    let mut classify = Incidents::body("incident.classify");
    classify["category"] = json!("printing");
    let run = at(IncidentPhase::Logged).then("desk", "incident.classify", &classify);
    let refusal = run.refusal("desk", "incident.assign", &json!({"group": "network"}));
    assert!(refusal.guard == "T-INC-03" && refusal.lacks("group_competence"), "{refusal}");
}

#[test]
fn the_resolver_does_not_confirm_even_in_the_name_of_a_third_person() {
    let close = Incidents::body("incident.close");
    let resolver = Actor::new("tech", [Role::ServiceDesk]).unwrap();
    let refusal =
        at(IncidentPhase::Resolved).tries_as(resolver.clone(), "incident.close", &close).unwrap_err();
    assert!(refusal.lacks("separation_of_duties"), "{refusal}");
    let third =
        at(IncidentPhase::Resolved).behalf_of("boss").tries_as(resolver.clone(), "incident.close", &close);
    assert!(third.unwrap_err().lacks("separation_of_duties"));
    let user =
        at(IncidentPhase::Resolved).behalf_of("ann").tries_as(resolver.clone(), "incident.close", &close);
    assert!(user.is_ok(), "the user's own recorded confirmation counts");
    let waived = at(IncidentPhase::Resolved).waiving(waiver(Duty::ResolverClosureConfirmer, "tech"));
    assert!(waived.clone().tries_as(resolver, "incident.close", &close).is_ok());
}

#[test]
fn a_manager_does_not_cancel_what_he_was_assigned() {
    let manager = Actor::new("tech", [Role::IncidentManager]).unwrap();
    let refusal = at(IncidentPhase::InProgress)
        .tries_as(manager, "incident.cancel", &json!({"reason": "no"}))
        .unwrap_err();
    assert!(refusal.guard == "T-INC-L3" && refusal.lacks("separation_of_duties"), "{refusal}");
}

#[test]
fn an_incident_is_reopened_up_to_the_end_of_its_window() {
    // Ten business days from Monday 09:30 in Shanghai.
    let end = at(IncidentPhase::Resolved).after_s(14 * 86_400);
    let reopen = Incidents::body("incident.reopen");
    assert!(end.clone().tries("ann", "incident.reopen", &reopen).is_ok());
    assert!(end.after_s(1).refusal("ann", "incident.reopen", &reopen).lacks("reopen_window"));
}

#[test]
fn a_resolved_incident_closes_by_itself_only_after_delivered_notices() {
    let silent = at(IncidentPhase::Resolved).after_s(30 * 86_400).fired();
    assert_eq!(silent.phase(), Some(IncidentPhase::Resolved));
    let told = at(IncidentPhase::Resolved).delivered("incident.confirm_notice");
    assert_eq!(told.clone().after_s(3 * 86_400 - 1).fired().phase(), Some(IncidentPhase::Resolved));
    let closed = told.after_s(3 * 86_400).fired();
    let record = closed.record.unwrap();
    let closure = record.closure().unwrap();
    assert!(closure.automatic);
    assert_eq!(closure.confirmed_by, Actor::timer().id);
}

#[test]
fn a_wait_ends_by_itself_at_its_expected_end() {
    let waiting = at(IncidentPhase::Pending).after_s(86_400 + 1_800);
    assert_eq!(waiting.clone().after_s(-1).fired().phase(), Some(IncidentPhase::Pending));
    assert_eq!(waiting.fired().phase(), Some(IncidentPhase::InProgress));
}

#[test]
fn moving_an_incident_to_another_service_looks_for_major_criteria_again() {
    let mut rules = rules();
    rules.major_criteria = serde_json::from_value(json!([{"id": "shop", "services": ["shop"]}])).unwrap();
    let mut run = at(IncidentPhase::Classified);
    run.policy = policy(rules);
    assert!(run.record.as_ref().unwrap().major_criteria.is_empty());
    let moved = run.then("desk", "incident.move", &json!({"service": "shop", "reason": "it is the shop"}));
    assert_eq!(moved.record.unwrap().major_criteria, ["shop".parse().unwrap()]);
}

#[test]
fn a_resolved_incident_can_still_be_converted() {
    let converted = at(IncidentPhase::Resolved).step("desk", "incident.convert");
    assert_eq!(converted.phase(), Some(IncidentPhase::Converted));
}

fn marked(phase: IncidentPhase) -> Run<Incidents> {
    let run = at(IncidentPhase::Assigned).step("desk", "incident.mark_major");
    if phase == IncidentPhase::Assigned {
        return run;
    }
    run.then("tech", "incident.acknowledge", &json!({})).step("tech", "incident.resolve")
}

fn downgraded(mut run: Run<Incidents>) -> Run<Incidents> {
    for fact in run.facts.iter_mut().filter(|fact| fact.process == "major_incident") {
        fact.state = "downgraded".into();
    }
    run
}

#[test]
fn after_a_downgrade_another_major_incident_can_be_declared() {
    let again = json!({"major": "MAJ-2"});
    let run = marked(IncidentPhase::Assigned).knowing(fact(
        "major_incident",
        "MAJ-2",
        "declared",
        &[("incident", "X-1")],
    ));
    assert!(run.refusal("desk", "incident.mark_major", &again).lacks("major"));
    let mut run = run;
    run.facts.iter_mut().filter(|fact| fact.record.as_str() == "MAJ-1").for_each(|fact| {
        fact.state = "downgraded".into();
    });
    let marked = run.then("desk", "incident.mark_major", &again);
    assert_eq!(marked.record.unwrap().major.unwrap().as_str(), "MAJ-2");
}

#[test]
fn after_a_downgrade_an_incident_closes_by_itself_again() {
    let unmark = Incidents::body("incident.unmark_major");
    let major = marked(IncidentPhase::Resolved).delivered("incident.confirm_notice");
    assert!(major.refusal("incm", "incident.unmark_major", &unmark).lacks("major_downgraded"));
    assert_eq!(major.clone().after_s(30 * 86_400).fired().phase(), Some(IncidentPhase::Resolved));
    let plain = downgraded(major).then("mim", "incident.unmark_major", &unmark);
    assert!(plain.record.as_ref().unwrap().major.is_none());
    assert!(plain.refusal("mim", "incident.unmark_major", &unmark).lacks("major"));
    assert_eq!(plain.clone().after_s(3 * 86_400 - 1).fired().phase(), Some(IncidentPhase::Resolved));
    assert_eq!(plain.after_s(3 * 86_400).fired().phase(), Some(IncidentPhase::Closed));
}

/// Else it would wait for the review of a major incident that never comes, and nobody could declare another one.
#[test]
fn a_major_incident_that_was_downgraded_does_not_come_back() {
    let (mark, unmark) = (Incidents::body("incident.mark_major"), Incidents::body("incident.unmark_major"));
    let plain = downgraded(marked(IncidentPhase::Assigned)).then("mim", "incident.unmark_major", &unmark);
    assert!(plain.refusal("desk", "incident.mark_major", &mark).lacks("major_lasts"));
}

#[test]
fn as_many_notices_as_closing_takes_are_requested_before_it() {
    let mut rules = rules();
    rules.close_after_notices = 3;
    let mut run = at(IncidentPhase::InProgress);
    run.policy = policy(rules);
    let resolved = run.step("tech", "incident.resolve");
    let asked = |run: &Run<Incidents>| {
        let notices = &run.record.as_ref().unwrap().envelope.notices;
        notices.iter().filter(|notice| notice.why == crate::kernel::NoticeKind::Resolved).count()
    };
    assert_eq!(asked(&resolved), 1);
    assert_eq!(asked(&resolved.clone().after_s(86_400 - 1).fired()), 1);
    let second = resolved.clone().after_s(86_400).fired();
    assert_eq!((asked(&second), asked(&second.clone().fired())), (2, 2));
    let third = second.after_s(86_400).fired();
    assert_eq!(asked(&third), 3);
    assert_eq!(third.clone().after_s(86_400).fired().phase(), Some(IncidentPhase::Resolved), "undelivered");
    let told = third.delivered("incident.confirm_notice");
    assert_eq!(told.clone().after_s(86_400 - 1).fired().phase(), Some(IncidentPhase::Resolved));
    assert_eq!(told.after_s(86_400).fired().phase(), Some(IncidentPhase::Closed));
    let reopened = resolved.step("ann", "incident.reopen");
    assert_eq!(asked(&reopened.after_s(10 * 86_400).fired()), 1, "an answer ends the reminders");
}

fn conditions(refusal: &Refusal) -> Vec<&'static str> {
    refusal.missing.iter().map(|unmet| unmet.condition).collect()
}

#[test]
fn an_override_is_refused_for_everything_that_is_wrong_with_it() {
    let wrong = json!({"priority": 9, "reason": " ", "expires_at": "2026-11-23T01:30:00Z"});
    let refusal = at(IncidentPhase::Classified).refusal("desk", "incident.override_priority", &wrong);
    assert_eq!(conditions(&refusal), ["override", "override", "override"], "{refusal}");
}

/// Closed in another system, resolved by `tech`, confirmed by `ann`.
fn closed_elsewhere() -> Value {
    let mut body = Incidents::body("incident.import");
    merge(
        &mut body,
        json!({
            "state": {"kind": "closed", "at": "2026-11-23T01:20:00Z", "code": "solved", "confirmed_by": "ann"},
            "classification": {"category": "network", "impact": 2, "urgency": 2, "security": false},
            "assignment": {"group": "network", "person": "tech"}, "response_at": "2026-11-23T01:05:00Z",
            "resolution": {"code": "reset", "text": "reset it", "kind": "permanent", "level": "l1"},
            "resolver": "tech", "resolved_at": ["2026-11-23T01:10:00Z"],
        }),
    );
    body
}

#[test]
fn an_import_is_held_to_what_a_live_incident_is_held_to() {
    let none = Incidents::at(None);
    none.clone().then("incm", "incident.import", &closed_elsewhere());
    for (condition, change) in [
        ("separation_of_duties", json!({"state": {"confirmed_by": "tech"}})),
        ("resolution_text", json!({"resolution": {"text": " "}})),
        ("group", json!({"assignment": {"group": "nowhere"}})),
        ("priority", json!({"classification": {"impact": 9}})),
    ] {
        let mut body = closed_elsewhere();
        merge(&mut body, change);
        let refusal = none.refusal("incm", "incident.import", &body);
        assert_eq!(conditions(&refusal), [condition], "{refusal}");
        body["symptom"] = json!("");
        let both = none.refusal("incm", "incident.import", &body);
        assert!(both.lacks("symptom") && both.lacks(condition), "{both}");
    }
}

#[test]
fn an_imported_wait_agrees_with_the_state() {
    let mut body = closed_elsewhere();
    merge(
        &mut body,
        json!({
            "state": {"kind": "pending", "at": null, "code": null, "confirmed_by": null, "reason": "user",
                "since": "2026-11-23T01:10:00Z", "until": "2026-11-24T01:10:00Z"},
            "resolution": null, "resolver": null, "resolved_at": null,
            "waits": [{"reason": "user", "from": "2026-11-23T01:10:00Z"}],
        }),
    );
    let none = Incidents::at(None);
    let pending = none.clone().then("incm", "incident.import", &body);
    assert_eq!(pending.phase(), Some(IncidentPhase::Pending));
    for change in [json!({"reason": "supplier"}), json!({"since": "2026-11-23T01:11:00Z"})] {
        let mut other = body.clone();
        merge(&mut other["state"], change);
        let refusal = none.refusal("incm", "incident.import", &other);
        assert_eq!(conditions(&refusal), ["waits"], "{refusal}");
    }
}

#[test]
fn rules_that_nobody_can_follow_are_refused() {
    let read = |document: Value| DeskRules::from_json(document.to_string().as_bytes()).map(|_| ());
    let path = |document: Value| read(document).unwrap_err().path;
    let model = |model: Value| json!({"calendar": "office", "request_models": {"m": model}});
    let instructions = json!({"document": "guide", "version": 1});
    assert!(read(model(json!({"item": "M", "instructions": instructions}))).is_ok());
    assert_eq!(path(json!({"calendar": "office", "close_after_notices": 0})), "close_after_notices");
    assert_eq!(path(json!({"calendar": "office", "close_after_notices": 31})), "close_after_notices");
    assert_eq!(path(model(json!({"item": "M"}))), "request_models.m.instructions");
    let privileged = json!({"item": "M", "instructions": instructions, "privileged": true});
    assert_eq!(path(model(privileged)), "request_models.m.approval");
}
