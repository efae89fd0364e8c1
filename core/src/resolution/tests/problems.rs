//! Problems against their table (spec 3.22, T-PRB-01 to T-PRB-11).

use super::*;
use crate::kernel::{Digest, Duty, LinkKind, NoticeKind, Recipient};
use crate::resolution::ProblemRules;
use crate::resolution::problem::{ProblemPhase, ProblemState, Problems};
use crate::time::RulesInForce;
use crate::time::office::in_force;

pub(super) const DAY_S: i64 = 86_400;

/// The preset rules in the office calendar, with a register of incidents.
pub(super) fn problem_policy() -> Arc<RulesInForce<ProblemRules>> {
    let rules = ProblemRules::from_json(br#"{"calendar": "office", "registers": ["incident"]}"#).unwrap();
    in_force("problem", rules)
}

pub(super) fn release(state: &str) -> Fact {
    linked(fact("release", "REL-1", state, &[]), LinkKind::Implements, &["CHG-1"])
}

fn evidence() -> Value {
    json!([{"hash": Digest::of(b"dump"), "reference": "dump.gz"}])
}

fn cause() -> Value {
    json!({"cause": "a leak in the driver", "evidence": evidence(), "similar": {"searched": "by driver version"}})
}

impl Walk for Problems {
    fn policy() -> Arc<RulesInForce<ProblemRules>> {
        problem_policy()
    }

    fn at(phase: Option<ProblemPhase>) -> Run<Self> {
        let step = |before: ProblemPhase, by: &str, kind: &str| Self::at(Some(before)).step(by, kind);
        match phase {
            None => Run::new()
                .knowing(fact("incident", "INC-1", "closed", &[]))
                .knowing(linked(fact("incident", "INC-9", "logged", &[]), LinkKind::RelatesProblem, &["X-1"]))
                .knowing(fact("problem_candidate", "PRC-1", "accepted", &[("problem", "X-1")]))
                .knowing(fact("problem_candidate", "PRC-2", "accepted", &[("problem", "X-2")]))
                .knowing(fact("known_error", "KER-1", "published", &[("problem", "X-1")]))
                .knowing(fact("known_error", "KER-2", "published", &[("problem", "X-2")]))
                .knowing(fact("change", "CHG-1", "implemented", &[("approved", "yes")]))
                .knowing(fact("change", "CHG-2", "implementing", &[("approved", "yes")]))
                .knowing(fact("change", "CHG-3", "rejected", &[("approved", "no")]))
                .knowing(release("deployed")),
            Some(ProblemPhase::Logged) => Self::at(None).step("desk", "problem.log"),
            Some(ProblemPhase::Classified) => step(ProblemPhase::Logged, "prbm", "problem.classify"),
            Some(ProblemPhase::Investigating) => {
                step(ProblemPhase::Classified, "tech", "problem.investigate")
            }
            Some(ProblemPhase::Suspended) => step(ProblemPhase::Investigating, "prbm", "problem.suspend"),
            Some(ProblemPhase::RootCauseIdentified) => {
                step(ProblemPhase::Investigating, "tech", "problem.work")
                    .step("tech", "problem.identify_cause")
                    .step("timer", "problem.link")
            }
            Some(ProblemPhase::FixProposed) => {
                step(ProblemPhase::RootCauseIdentified, "tech", "problem.propose_fix")
            }
            Some(ProblemPhase::FixInProgress) => {
                step(ProblemPhase::FixProposed, "timer", "problem.begin_fix")
            }
            Some(ProblemPhase::UnderObservation) => {
                step(ProblemPhase::FixInProgress, "timer", "problem.observe")
            }
            Some(ProblemPhase::Accepted) => step(ProblemPhase::RootCauseIdentified, "so", "problem.accept"),
            Some(ProblemPhase::Closed) => observed().step("prbm", "problem.close"),
        }
    }

    fn body(kind: &str) -> Value {
        let reason = json!({"reason": "because"});
        let acceptance = json!({"acceptance": {"rationale": "a new array costs more than it saves",
            "mitigation": "a restart every night", "review_at": "2027-06-01T00:00:00Z"}});
        match kind {
            "problem.log" => json!({"source": "incident", "proactive": false, "symptoms": "the server hangs",
                "incidents": ["INC-1"], "cis": ["srv-1"], "candidate": "PRC-1"}),
            "problem.classify" => {
                json!({"classification": {"category": "server", "priority": 3}, "analyst": "tech"})
            }
            "problem.reclassify" => {
                json!({"classification": {"category": "server", "priority": 1}, "reason": "it spreads"})
            }
            "problem.reassign" => json!({"analyst": "mate", "reason": "holidays"}),
            "problem.investigate" => json!({"method": "five_whys"}),
            "problem.work" => json!({"note": "it hangs when memory is short"}),
            "problem.identify_cause" => json!({"root_cause": cause()}),
            "problem.propose_fix" | "problem.begin_fix" | "problem.observe" => json!({"change": "CHG-1"}),
            "problem.accept" | "problem.renew_acceptance" => acceptance,
            "problem.withdraw_fix" => json!({"change": "CHG-1", "reason": "it was not worth it"}),
            "problem.fix_at_once" => json!({"no_item_altered": "a cable was plugged in again"}),
            "problem.close" => json!({"code": "cured", "resolution": "a new driver", "knowledge": "KNO-1"}),
            "problem.close_unreproduced" | "problem.suspend" => json!({"reason": "it went away",
                "review_at": "2027-01-01T00:00:00Z", "monitoring": "memory of the server"}),
            "problem.recur" => json!({"incident": "INC-9"}),
            "problem.mitigate" => json!({"workaround": "restart it"}),
            "problem.relate" => json!({"incidents": ["INC-9"]}),
            "problem.link" => json!({"link": {"kind": "has_known_error", "to": "KER-1"}}),
            "problem.review" => {
                json!({"review": {"effectiveness": "effective", "findings": "no hang since"}})
            }
            "problem.confirm_cause" => json!({}),
            "problem.confirm_notice" => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
            _ => reason,
        }
    }

    fn who(who: Who, phase: Option<ProblemPhase>) -> Option<&'static str> {
        let analysed = phase.is_some_and(|phase| phase != ProblemPhase::Logged);
        (who == Who::Assignee && analysed).then_some("tech")
    }
}

pub(super) fn at(phase: ProblemPhase) -> Run<Problems> {
    Problems::at(Some(phase))
}

/// The observation is over and the known error retired.
fn observed() -> Run<Problems> {
    let run = at(ProblemPhase::UnderObservation).knowing(fact("known_error", "KER-1", "retired", &[]));
    run.after_s(30 * DAY_S)
}

/// The problem manager has to confirm the cause of this one.
fn proposed() -> Run<Problems> {
    let mut urgent = Problems::body("problem.classify");
    merge(&mut urgent, json!({"classification": {"priority": 2}}));
    at(ProblemPhase::Logged)
        .then("prbm", "problem.classify", &urgent)
        .step("tech", "problem.investigate")
        .step("tech", "problem.work")
        .step("tech", "problem.identify_cause")
}

/// Its cause was found.
pub(super) fn cause_known(body: &Value) -> Run<Problems> {
    let analysed = at(ProblemPhase::Investigating).step("tech", "problem.work");
    analysed.then("tech", "problem.identify_cause", body)
}

/// It was fixed while its cause was looked for.
pub(super) fn fixed() -> Run<Problems> {
    let mut at_once = json!({"root_cause": cause()});
    merge(&mut at_once, json!({"root_cause": {"fixed_at_once": "plugged in again"}}));
    cause_known(&at_once)
}

/// Somebody who analysed it and holds that role as well.
fn tech_as(role: Role) -> Actor {
    Actor::new("tech", [role]).unwrap()
}

/// The row is violated by the analyst in that role, and a waiver of the row lifts it.
fn separated_from_the_analyst(run: &Run<Problems>, role: Role, kind: &str, body: &Value, duty: Duty) {
    let refusal = run.clone().tries_as(tech_as(role), kind, body).map(|_| ()).unwrap_err();
    let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
    assert_eq!(missing, ["separation_of_duties"], "{kind}: {refusal}");
    let mut waived = run.clone().waiving(waiver(duty, "tech"));
    assert!(waived.tries_as(tech_as(role), kind, body).is_ok(), "{kind}");
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<Problems>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<Problems>();
}

#[test]
fn a_journal_read_back_gives_the_same_problem() {
    every_phase_replays::<Problems>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = Problems::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let past = "2026-11-23T01:30:00Z";
    every_specified_guard::<Problems>(vec![
        guard(
            "T-PRB-01",
            Problems::at(None),
            "desk",
            "problem.log",
            vec![
                ("ann", "authority", json!({})),
                ("desk", "symptoms", json!({"symptoms": " "})),
                ("desk", "evidence", json!({"incidents": []})),
                ("desk", "evidence", json!({"incidents": [], "evidence": " "})),
                ("desk", "fact", json!({"incidents": ["INC-404"]})),
                ("desk", "fact", json!({"candidate": "PRC-404"})),
                ("desk", "candidate", json!({"candidate": "PRC-2"})),
            ],
        ),
        guard(
            "T-PRB-02",
            at(ProblemPhase::Logged),
            "prbm",
            "problem.classify",
            vec![
                ("desk", "authority", json!({})),
                ("prbm", "priority", json!({"classification": {"priority": 0}})),
                ("prbm", "priority", json!({"classification": {"priority": 5}})),
            ],
        ),
        guard(
            "T-PRB-03",
            at(ProblemPhase::Classified),
            "tech",
            "problem.investigate",
            vec![("mate", "authority", json!({}))],
        ),
        guard(
            "T-PRB-04",
            at(ProblemPhase::Investigating).step("tech", "problem.work"),
            "tech",
            "problem.identify_cause",
            vec![
                ("mate", "authority", json!({})),
                ("tech", "cause", json!({"root_cause": {"cause": ""}})),
                ("tech", "cause_is_symptom", json!({"root_cause": {"cause": "The  server hangs "}})),
                ("tech", "evidence", json!({"root_cause": {"evidence": []}})),
                ("tech", "similar", json!({"root_cause": {"similar": {"searched": ""}}})),
                ("tech", "fixed_at_once", json!({"root_cause": {"fixed_at_once": ""}})),
                ("tech", "preventive_actions", json!({"root_cause": {"preventive_actions": [""]}})),
            ],
        ),
        guard(
            "T-PRB-04",
            proposed(),
            "prbm",
            "problem.confirm_cause",
            vec![("mate", "authority", json!({}))],
        ),
        guard(
            "T-PRB-05",
            at(ProblemPhase::RootCauseIdentified),
            "tech",
            "problem.propose_fix",
            vec![
                ("prbm", "authority", json!({})),
                ("tech", "fact", json!({"change": "CHG-404"})),
                ("tech", "change_state", json!({"change": "CHG-3"})),
            ],
        ),
        guard(
            "T-PRB-06",
            at(ProblemPhase::RootCauseIdentified),
            "so",
            "problem.accept",
            vec![
                ("mate", "authority", json!({})),
                ("so", "rationale", json!({"acceptance": {"rationale": ""}})),
                ("so", "mitigation", json!({"acceptance": {"mitigation": ""}})),
                ("so", "review_at", json!({"acceptance": {"review_at": past}})),
            ],
        ),
        guard(
            "T-PRB-07",
            at(ProblemPhase::FixProposed),
            "timer",
            "problem.begin_fix",
            vec![("mate", "authority", json!({}))],
        ),
        guard(
            "T-PRB-08",
            at(ProblemPhase::FixInProgress),
            "timer",
            "problem.observe",
            vec![("prbm", "authority", json!({})), ("timer", "fact", json!({"release": "REL-404"}))],
        ),
        guard(
            "T-PRB-09",
            observed(),
            "prbm",
            "problem.close",
            vec![
                ("so", "authority", json!({})),
                ("prbm", "code", json!({"code": "accepted"})),
                ("prbm", "code", json!({"code": "not_reproducible"})),
                ("prbm", "resolution", json!({"resolution": ""})),
            ],
        ),
        guard(
            "T-PRB-10",
            at(ProblemPhase::UnderObservation),
            "timer",
            "problem.recur",
            vec![
                ("desk", "authority", json!({})),
                ("timer", "fact", json!({"incident": "INC-404"})),
                ("timer", "incident", json!({"incident": "INC-1"})),
            ],
        ),
        guard(
            "T-PRB-11",
            at(ProblemPhase::Investigating),
            "prbm",
            "problem.suspend",
            vec![
                ("mate", "authority", json!({})),
                ("prbm", "reason", json!({"reason": ""})),
                ("prbm", "review_at", json!({"review_at": past})),
                ("prbm", "monitoring", json!({"monitoring": ""})),
            ],
        ),
        guard(
            "T-PRB-11",
            at(ProblemPhase::Investigating),
            "prbm",
            "problem.close_unreproduced",
            vec![
                ("mate", "authority", json!({})),
                ("prbm", "reason", json!({"reason": ""})),
                ("prbm", "review_at", json!({"review_at": past})),
                ("prbm", "monitoring", json!({"monitoring": ""})),
            ],
        ),
        guard(
            "T-PRB-L16",
            at(ProblemPhase::Accepted),
            "so",
            "problem.renew_acceptance",
            vec![("so", "review_at", json!({"acceptance": {"review_at": past}}))],
        ),
        guard(
            "T-PRB-L17",
            at(ProblemPhase::Investigating),
            "prbm",
            "problem.reclassify",
            vec![
                ("prbm", "reason", json!({"reason": ""})),
                ("prbm", "change", json!({"classification": {"priority": 3}})),
                ("prbm", "priority", json!({"classification": {"priority": 9}})),
            ],
        ),
        guard(
            "T-PRB-L18",
            at(ProblemPhase::Investigating),
            "prbm",
            "problem.reassign",
            vec![("prbm", "analyst", json!({"analyst": "tech"})), ("prbm", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-PRB-L20",
            at(ProblemPhase::Logged),
            "prbm",
            "problem.mitigate",
            vec![("prbm", "workaround", json!({"workaround": ""}))],
        ),
        guard(
            "T-PRB-L21",
            at(ProblemPhase::Logged),
            "desk",
            "problem.relate",
            vec![
                ("desk", "incidents", json!({"incidents": ["INC-1"]})),
                ("desk", "fact", json!({"incidents": ["INC-404"]})),
            ],
        ),
        guard(
            "T-PRB-L22",
            at(ProblemPhase::RootCauseIdentified),
            "tech",
            "problem.link",
            vec![
                ("tech", "fact", json!({"link": {"to": "KER-404"}})),
                ("tech", "known_error", json!({"link": {"to": "KER-2"}})),
                ("tech", "link", json!({"link": {"kind": "duplicates", "to": "X-1"}})),
            ],
        ),
        guard(
            "T-PRB-L23",
            at(ProblemPhase::Closed),
            "prbm",
            "problem.review",
            vec![
                ("prbm", "findings", json!({"review": {"findings": ""}})),
                ("prbm", "actions", json!({"review": {"effectiveness": "ineffective"}})),
            ],
        ),
    ]);
}

#[test]
fn a_refusal_names_every_unmet_condition() {
    let run = Run::<Problems>::new();
    let refusal = run.refusal(
        "ann",
        "problem.log",
        &json!({"source": "trend", "proactive": true, "symptoms": "", "candidate": "PRC-404"}),
    );
    let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
    assert_eq!(missing, ["authority", "symptoms", "evidence", "fact"], "{refusal}");
}

#[test]
fn whoever_analyses_a_problem_decides_nothing_about_its_end() {
    let body = Problems::body;
    let manager = Role::ProblemManager;
    let rows = [
        (proposed(), manager, "problem.confirm_cause", Duty::AnalystCauseConfirmer),
        (
            at(ProblemPhase::RootCauseIdentified),
            Role::ServiceOwner,
            "problem.accept",
            Duty::AnalystProblemAcceptor,
        ),
        (
            at(ProblemPhase::Accepted),
            Role::ServiceOwner,
            "problem.renew_acceptance",
            Duty::AnalystProblemAcceptor,
        ),
        (observed(), manager, "problem.close", Duty::AnalystProblemCloser),
        (fixed(), manager, "problem.fix_at_once", Duty::AnalystProblemCloser),
        (at(ProblemPhase::Investigating), manager, "problem.close_unreproduced", Duty::AnalystProblemCloser),
        (at(ProblemPhase::Investigating), manager, "problem.suspend", Duty::AnalystProblemSuspender),
        (at(ProblemPhase::Closed), manager, "problem.review", Duty::AnalystProblemReviewer),
    ];
    for (run, role, kind, duty) in rows {
        separated_from_the_analyst(&run, role, kind, &body(kind), duty);
    }
}

#[test]
fn an_analyst_who_handed_it_over_does_not_close_it_either() {
    let handed = at(ProblemPhase::Investigating).step("prbm", "problem.reassign");
    assert_eq!(handed.record().analysts.len(), 2);
    assert_eq!(handed.record().analyst().unwrap().as_str(), "mate");
    let body = Problems::body("problem.close_unreproduced");
    let refusal = handed.clone().tries_as(tech_as(Role::ProblemManager), "problem.close_unreproduced", &body);
    assert!(refusal.map(|_| ()).unwrap_err().lacks("separation_of_duties"));
}

#[test]
fn the_root_cause_is_due_by_priority_in_business_days_and_overdue_once() {
    // Classified on Monday 23 November at 09:30 in Shanghai; priority 3 has 20 business days.
    let run = at(ProblemPhase::Classified);
    let due = instant("2026-12-21T01:30:00Z");
    assert_eq!(run.record().analysis().unwrap().due, due);
    let raised = run.clone().step("prbm", "problem.reclassify");
    assert_eq!(
        raised.record().analysis().unwrap().due,
        instant("2026-11-30T01:30:00Z"),
        "5, from the classification"
    );
    let seconds = due.seconds_since(run.now);
    let in_time = run.clone().after_s(seconds).fired();
    assert!(!in_time.record().analysis().unwrap().missed, "due is not overdue");
    let late = in_time.after_s(1).fired();
    assert!(late.record().analysis().unwrap().missed);
    let notices = late.record().envelope.notices.len();
    assert_eq!(late.record().envelope.notices.last().unwrap().why, NoticeKind::Escalated);
    let later = late.after_s(DAY_S).fired();
    assert_eq!(later.record().envelope.notices.len(), notices, "told once");
}

#[test]
fn the_cause_of_an_urgent_problem_is_known_only_when_the_problem_manager_confirms_it() {
    let run = proposed();
    assert_eq!(run.phase(), Some(ProblemPhase::Investigating));
    assert!(run.record().root_cause().is_none());
    assert_eq!(run.record().envelope.notices.last().unwrap().why, NoticeKind::ApprovalWanted);
    let confirmed = run.clone().after_s(60).then("prbm", "problem.confirm_cause", &json!({}));
    assert_eq!(confirmed.phase(), Some(ProblemPhase::RootCauseIdentified));
    assert_eq!(confirmed.record().analysis().unwrap().found_at, Some(confirmed.now));
    let returned = run.then("prbm", "problem.return_cause", &json!({"reason": "a guess"}));
    assert!(returned.refusal("prbm", "problem.confirm_cause", &json!({})).lacks("proposed_cause"));
}

#[test]
fn a_cause_needs_a_recorded_step() {
    let refusal = at(ProblemPhase::Investigating).refusal(
        "tech",
        "problem.identify_cause",
        &Problems::body("problem.identify_cause"),
    );
    assert!(refusal.lacks("steps") && refusal.missing.len() == 1, "{refusal}");
}

#[test]
fn on_its_review_date_somebody_is_told_once() {
    let rows = [
        (at(ProblemPhase::Suspended), "2027-01-01T00:00:00Z", Role::ProblemManager),
        (at(ProblemPhase::Accepted), "2027-06-01T00:00:00Z", Role::ServiceOwner),
        (
            at(ProblemPhase::Suspended).step("prbm", "problem.close_unreproduced"),
            "2027-01-01T00:00:00Z",
            Role::ProblemManager,
        ),
    ];
    for (run, at, role) in rows {
        let seconds = instant(at).seconds_since(run.now);
        let late = run.after_s(seconds).fired();
        let due: Vec<_> = late
            .record()
            .envelope
            .notices
            .iter()
            .filter(|notice| notice.why == NoticeKind::ReviewDue)
            .collect();
        assert_eq!(due.len(), 1);
        assert_eq!((&due[0].to, due[0].requested_at), (&Recipient::Role(role), instant(at)));
        assert_eq!(Problems::due(late.record()), None);
    }
}

#[test]
fn what_rests_or_was_accepted_goes_on() {
    let reason = json!({"reason": "it is back"});
    let resumed = at(ProblemPhase::Suspended).then("tech", "problem.resume", &reason);
    assert_eq!(resumed.phase(), Some(ProblemPhase::Investigating));
    let reconsidered = at(ProblemPhase::Accepted).then("so", "problem.reconsider", &reason);
    assert_eq!(reconsidered.phase(), Some(ProblemPhase::RootCauseIdentified));
    assert!(reconsidered.record().acceptance.is_none());
    let later = json!({"acceptance": {"rationale": "as before", "mitigation": "as before", "review_at": "2027-12-01T00:00:00Z"}});
    let renewed = at(ProblemPhase::Accepted).then("so", "problem.renew_acceptance", &later);
    let ProblemState::Accepted { review_at } = renewed.record().state else { panic!("accepted") };
    assert_eq!(review_at, Some(instant("2027-12-01T00:00:00Z")));
}

#[test]
fn rules_that_cannot_be_followed_are_refused() {
    let fault = |text: &str| ProblemRules::from_json(text.as_bytes()).unwrap_err().path;
    assert_eq!(fault(r#"{"calendar": "office", "root_cause_working_days": []}"#), "root_cause_working_days");
    assert_eq!(
        fault(r#"{"calendar": "office", "root_cause_working_days": [5, 4]}"#),
        "root_cause_working_days"
    );
    assert_eq!(fault(r#"{"calendar": "office", "observe_days": 0}"#), "observe_days");
    assert_eq!(fault(r#"{"calendar": "office", "recurring_incidents": 1}"#), "recurring_incidents");
    assert_eq!(fault(r#"{"calendar": "office", "trend_within_days": 99999}"#), "trend_within_days");
}
