//! Problem candidates against their table (spec 3.22, T-PRC-L1 to T-PRC-L5).

use super::problems::problem_policy;
use super::*;
use crate::resolution::ProblemRules;
use crate::resolution::problem_candidate::{ProblemCandidatePhase, ProblemCandidates, Subject};
use crate::time::RulesInForce;

impl Walk for ProblemCandidates {
    fn policy() -> Arc<RulesInForce<ProblemRules>> {
        problem_policy()
    }

    fn at(phase: Option<ProblemCandidatePhase>) -> Run<Self> {
        let step = |by: &str, kind: &str| Self::at(Some(ProblemCandidatePhase::Raised)).step(by, kind);
        match phase {
            None => ["INC-1", "INC-2", "INC-3", "INC-4"]
                .iter()
                .fold(Run::new(), |run, id| run.knowing(fact("incident", id, "closed", &[])))
                .knowing(fact("problem", "PRB-1", "investigating", &[]))
                .knowing(fact("problem", "PRB-2", "closed", &[])),
            Some(ProblemCandidatePhase::Raised) => {
                let kind = "problem_candidate.raise";
                Self::at(None).step("timer", kind)
            }
            Some(ProblemCandidatePhase::Accepted) => step("prbm", "problem_candidate.accept"),
            Some(ProblemCandidatePhase::Declined) => step("prbm", "problem_candidate.decline"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "problem_candidate.raise" => json!({"rule": "recurring_incidents", "subject": {"ci": "srv-1"},
                "incidents": ["INC-1", "INC-2", "INC-3"]}),
            "problem_candidate.add_evidence" => json!({"incidents": ["INC-3", "INC-4"]}),
            "problem_candidate.accept" => json!({"problem": {"new": "PRB-9"}}),
            "problem_candidate.decline" => json!({"reason": "the server is gone"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(_: Who, _: Option<ProblemCandidatePhase>) -> Option<&'static str> {
        None
    }
}

fn raised() -> Run<ProblemCandidates> {
    ProblemCandidates::at(Some(ProblemCandidatePhase::Raised))
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<ProblemCandidates>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<ProblemCandidates>();
}

#[test]
fn a_journal_read_back_gives_the_same_candidate() {
    every_phase_replays::<ProblemCandidates>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = ProblemCandidates::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    let raise = "problem_candidate.raise";
    every_specified_guard::<ProblemCandidates>(vec![
        guard(
            "T-PRC-L1",
            ProblemCandidates::at(None),
            "timer",
            raise,
            vec![
                ("ann", "authority", json!({})),
                ("desk", "incidents", json!({"incidents": ["INC-1", "INC-2", "INC-2"]})),
                ("desk", "subject", json!({"subject": {"ci": null, "incident": "INC-1"}})),
                ("desk", "fact", json!({"incidents": ["INC-1", "INC-2", "INC-3", "INC-404"]})),
                ("desk", "incidents", json!({"rule": "major_incident", "incidents": []})),
                ("desk", "incidents", json!({"rule": "unexplained_workaround", "incidents": []})),
                ("desk", "note", json!({"rule": "trend", "note": " "})),
                ("desk", "note", json!({"rule": "supplier_defect"})),
                (
                    "desk",
                    "subject",
                    json!({"rule": "supplier_defect", "note": "CVE", "subject": {"ci": null, "incident": "INC-1"}}),
                ),
            ],
        ),
        guard(
            "T-PRC-L2",
            raised(),
            "timer",
            "problem_candidate.add_evidence",
            vec![
                ("timer", "incidents", json!({"incidents": ["INC-3"]})),
                ("timer", "fact", json!({"incidents": ["INC-404"]})),
            ],
        ),
        guard(
            "T-PRC-L3",
            raised(),
            "prbm",
            "problem_candidate.accept",
            vec![
                ("desk", "authority", json!({})),
                ("prbm", "problem", json!({"problem": {"new": "PRB-1"}})),
                ("prbm", "problem", json!({"problem": {"new": null, "existing": "PRB-2"}})),
                ("prbm", "fact", json!({"problem": {"new": null, "existing": "PRB-404"}})),
            ],
        ),
        guard(
            "T-PRC-L4",
            raised(),
            "prbm",
            "problem_candidate.decline",
            vec![("timer", "authority", json!({})), ("prbm", "reason", json!({"reason": ""}))],
        ),
    ]);
}

#[test]
fn one_candidate_of_a_subject_is_open() {
    let kind = "problem_candidate.raise";
    let open = ProblemCandidates::at(None).knowing(fact("open_candidate", "PRC-7", "raised", &[]));
    let refusal = open.refusal("timer", kind, &ProblemCandidates::body(kind));
    assert!(refusal.lacks("open_candidate") && refusal.missing.len() == 1, "{refusal}");
}

#[test]
fn evidence_counts_once() {
    let run =
        raised().then("timer", "problem_candidate.add_evidence", &json!({"incidents": ["INC-3", "INC-4"]}));
    assert_eq!(run.record.unwrap().incidents.len(), 4);
}

#[test]
fn a_candidate_joins_an_open_problem() {
    let run = raised().then("prbm", "problem_candidate.accept", &json!({"problem": {"existing": "PRB-1"}}));
    assert_eq!(run.record.unwrap().problem(), Some(&RecordId::literal("PRB-1")));
}

#[test]
fn different_subjects_have_different_keys() {
    let symptom = |category: &str, code: &str| Subject::Symptom {
        category: category.parse().unwrap(),
        symptom_code: code.parse().unwrap(),
    };
    assert_ne!(symptom("a", "b c").key(), symptom("a b", "c").key());
    assert_ne!(Subject::Ci("x".parse().unwrap()).key(), Subject::Incident(RecordId::literal("x")).key());
}
