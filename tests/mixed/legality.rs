//! Whether a command is legal in a state, as the tables of the reference have it.

use crate::reference::machine::{Process, leaving};
use itsm::kernel::Refusal;

/// What a command is called there; `None`: the tables do not know it.
fn verb(kind: &str, state: &str) -> Option<&'static str> {
    Some(match kind {
        "problem.classify" => "classify",
        "problem.investigate" => "investigate",
        "problem.identify_cause" | "problem.confirm_cause" => "identify_cause",
        "problem.accept" => "accept",
        "problem.close" if state != "investigating" && state != "suspended" => "close",
        "problem.close_unreproduced" if state != "under_observation" && state != "accepted" => "close",
        "problem.suspend" => "suspend",
        "problem.resume" => "resume",
        "problem.reconsider" => "reconsider",
        "problem.fix_at_once" => "fix_at_once",
        "known_error.publish" => "publish",
        "known_error.retire" => "retire",
        "known_error.reinstate" => "reinstate",
        "problem_candidate.accept" => "accept",
        "problem_candidate.decline" => "decline",
        "change.submit" => "submit",
        "change.accept" => "accept",
        "change.reject" => "reject",
        "change.assess" => "assess",
        "change.vote" => "approve",
        "change.defer" => "defer",
        "change.resubmit" => "resubmit",
        "change.test" => "test",
        "change.schedule" => "schedule",
        "change.schedule_standard" => "schedule_standard",
        "change.authorise_emergency" => "authorise_emergency",
        "change.begin_implementation" => "begin",
        "change.implement" => "implement",
        "change.back_out" => "back_out",
        "change.document_retrospectively" => "document",
        "change.review_retrospectively" => "review_emergency",
        "change.close" => "close",
        "change.withdraw" => "withdraw",
        "release.edit" => "edit",
        "release.vote" => "approve_plan",
        "release.test" => "test",
        "release.accept" => "accept",
        "release.return" => "return",
        "release.baseline" => "baseline",
        "release.begin_deployment" => "begin_deployment",
        "release.deploy" => "deploy",
        "release.roll_back" => "roll_back",
        "release.observe" => "observe",
        "release.review" => "review",
        "release.close" => "close",
        "release.cancel" => "cancel",
        "configuration_item.construct" => "construct",
        "configuration_item.stock" => "stock",
        "configuration_item.test" => "test",
        "configuration_item.go_live" => "go_live",
        "configuration_item.maintain" => "maintain",
        "configuration_item.return_to_live" => "return_to_live",
        "configuration_item.withdraw" => "withdraw",
        "configuration_item.dispose" => "dispose",
        "baseline.freeze" => "freeze",
        "baseline.supersede" => "supersede",
        "configuration_audit.begin" => "begin",
        "configuration_audit.conclude" => "conclude_clean",
        "configuration_audit.report" => "report",
        "configuration_audit.close" => "close",
        "configuration_audit.cancel" => "cancel",
        _ => return None,
    })
}

/// Whether the tables let the command pass in that state; `None`: they do not say.
pub fn legal(process: Process, kind: &str, state: &str) -> Option<bool> {
    let verb = verb(kind, state)?;
    Some(leaving(process, Some(state)).iter().any(|row| row.verb == verb))
}

/// A refusal names a guard and what is unmet; that the state is wrong it says where the tables say so, and nowhere else.
pub fn refused(process: Process, kind: &str, state: Option<&str>, refusal: &Refusal) {
    assert!(refusal.guard.starts_with("T-"), "{refusal}");
    assert!(!refusal.missing.is_empty(), "{refusal}");
    // An effect may be refused in the name of another record.
    if refusal.code != kind {
        return;
    }
    let Some(state) = state else { return };
    if let Some(legal) = legal(process, kind, state) {
        assert_eq!(refusal.lacks("state"), !legal, "{kind} in {state}: {refusal}");
    }
}
