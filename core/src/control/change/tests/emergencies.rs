//! Emergency changes: authorised first, made good for afterwards (T-CHG-18 to T-CHG-21).

use super::*;
use crate::control::change::Late;
use crate::kernel::Duty;

#[test]
fn what_was_said_is_recorded_in_time_and_nothing_begins_before_it_was_said() {
    let said = json!({"given_at": "2026-11-22T23:30:00Z"});
    let authorised = at(ChangePhase::Submitted).step_but("ecab", "change.authorise_emergency", said);
    let begin = |started: &str| {
        let started = json!({"started_at": started});
        authorised.lacks("ivan", "change.begin_implementation", started)
    };
    assert_eq!(begin("2026-11-22T23:29:59Z"), ["started_at"]);
    assert!(begin("2026-11-22T23:30:00Z").is_empty(), "by word of mouth, recorded within the limit");
    let begun = authorised.step_but(
        "ivan",
        "change.begin_implementation",
        json!({"started_at": "2026-11-23T00:00:00Z"}),
    );
    assert!(begun.record().implementation.as_ref().unwrap().approved);
}

#[test]
fn a_major_incident_that_is_over_is_no_emergency() {
    let over = at(ChangePhase::Submitted).knowing(fact("major_incident", "MAJ-1", "restored", &[]));
    assert_eq!(over.lacks("ecab", "change.authorise_emergency", json!({})), ["major_incident"]);
    let loss = json!({"criterion": "imminent_loss", "major_incident": null});
    assert!(over.lacks("ecab", "change.authorise_emergency", loss).is_empty());
}

#[test]
fn an_emergency_is_not_authorised_by_who_asks_for_it_or_implements_it() {
    let run = Changes::at(None).step("ecab", "change.draft").step("ecab", "change.submit");
    assert_eq!(run.lacks("ecab", "change.authorise_emergency", json!({})), ["separation_of_duties"]);
    let waived = run.waiving(waiver(Duty::RequesterChangeApprover, "ecab"));
    assert!(waived.lacks("ecab", "change.authorise_emergency", json!({})).is_empty());
    let joined = emergency(ChangePhase::Implementing);
    let helping = json!({"implementers": ["ecab"]});
    assert_eq!(joined.lacks("ivan", "change.implement", helping), ["separation_of_duties"]);
}

#[test]
fn an_emergency_goes_its_own_way_and_no_other_change_goes_it() {
    for phase in [ChangePhase::Implemented, ChangePhase::BackedOut] {
        assert_eq!(emergency(phase).lacks("timer", "change.begin_review", json!({})), ["emergency"]);
        let planned = at(phase).until(END);
        assert_eq!(planned.lacks("olga", "change.document_retrospectively", json!({})), ["emergency"]);
    }
    let documented =
        opined(emergency(ChangePhase::BackedOut)).until(END).step("olga", "change.document_retrospectively");
    assert_eq!(documented.phase(), Some(ChangePhase::RetrospectivelyDocumented));
}

#[test]
fn every_opinion_is_made_good_for() {
    let undocumented = emergency(ChangePhase::Implemented).until(END);
    let lacking = undocumented.lacks("olga", "change.document_retrospectively", json!({}));
    assert_eq!(lacking, ["opinions"; 9]);
}

#[test]
fn documentation_and_review_of_an_emergency_run_late() {
    // One and five business days after Tuesday the 1st, 11:00 in Shanghai.
    let run = emergency(ChangePhase::Implemented).until("2026-12-31T00:00:00Z").fired();
    let late = &run.record().late;
    assert_eq!(late[&Late::Documentation], instant("2026-12-02T03:00:01Z"));
    assert_eq!(late[&Late::EmergencyReview], instant("2026-12-08T03:00:01Z"));
    let documented = opined(run).step("olga", "change.document_retrospectively");
    assert_eq!(documented.phase(), Some(ChangePhase::RetrospectivelyDocumented), "late is late, not never");
}

#[test]
fn an_emergency_is_documented_for_what_it_was_authorised_for() {
    let implemented = emergency(ChangePhase::Implemented);
    let run = opined(implemented.until("2026-12-01T04:00:00Z"));
    let documents = "change.document_retrospectively";
    let removal = json!({"rfc": {"kind": "service_removal"}});
    assert!(run.lacks("olga", documents, removal).contains(&"service_major"));
    let another = json!({"rfc": {"cis": [], "no_cis": "none"}});
    assert_eq!(run.lacks("olga", documents, another), ["items_kept"]);
}

#[test]
fn misuse_is_a_finding_and_no_dead_end() {
    let misuse = json!({"was_emergency": false, "finding": "NCR-1"});
    let reviewed =
        at(ChangePhase::RetrospectivelyDocumented).step_but("cab", "change.review_retrospectively", misuse);
    assert_eq!(reviewed.record().reviewed.as_ref().unwrap().was_emergency, Some(false));
    assert_eq!(reviewed.step("chgm", "change.close").phase(), Some(ChangePhase::Closed));
}
