//! The reference's approvals, matrices and lifecycles are held to what the specification says of them.

use std::collections::BTreeSet;

use crate::reference::approval::{Outcome, RefApproval, Refused, Rule, Threshold, Vote};
use crate::reference::machine::{Process, Source, all, legal, states, step};
use crate::reference::matrix::{Finding, GLPI, ISO20000, Most, OTRS, PRESETS, lint, neighbours_only};
use proptest::prelude::*;
use proptest::sample::select;

const FIVE: [(&str, &str); 5] = [("a", "cab"), ("b", "cab"), ("c", "cab"), ("d", "cab"), ("e", "security")];

fn rule(percent: u32, quorum: u32, veto: &[&str]) -> Rule {
    Rule {
        threshold: Threshold::Percent(percent),
        quorum,
        veto_roles: veto.iter().map(|role| (*role).to_owned()).collect(),
    }
}

fn voted(rule: Rule, votes: &[(&str, Vote)]) -> Vec<Outcome> {
    let mut approval = RefApproval::new(rule, &FIVE, "plan");
    votes.iter().map(|(person, vote)| approval.vote(person, person, *vote, "plan", 1).unwrap()).collect()
}

use Outcome::{Accepted, Refused as Lost, Waiting};
use Vote::{Abstain, Approve, Reject};

#[test]
fn v27_sixty_percent_of_five() {
    let yes = [("a", Approve), ("b", Approve), ("c", Approve)];
    assert_eq!(voted(rule(60, 0, &[]), &yes), [Waiting, Waiting, Accepted]);
    let no = [("a", Reject), ("b", Reject), ("c", Reject)];
    assert_eq!(voted(rule(60, 0, &[]), &no), [Waiting, Waiting, Lost]);
}

#[test]
fn an_abstention_counts_for_the_quorum_and_not_for_the_threshold() {
    let votes = [("a", Approve), ("b", Approve), ("c", Approve), ("d", Abstain)];
    assert_eq!(voted(rule(60, 4, &[]), &votes), [Waiting, Waiting, Waiting, Accepted]);
    let held = [("a", Abstain), ("b", Abstain), ("c", Abstain)];
    assert_eq!(voted(rule(60, 0, &[]), &held), [Waiting, Waiting, Lost]);
}

#[test]
fn one_reject_of_a_veto_holder_refuses() {
    assert_eq!(voted(rule(60, 0, &["security"]), &[("a", Approve), ("e", Reject)]), [Waiting, Lost]);
}

#[test]
fn a_person_with_two_roles_is_one_voter() {
    let seats = [("a", "cab"), ("a", "security"), ("b", "cab")];
    let mut approval = RefApproval::new(rule(100, 2, &[]), &seats, "plan");
    assert_eq!(approval.needed(), 2);
    assert_eq!(approval.vote("a", "a", Approve, "plan", 1), Ok(Waiting));
    assert_eq!(approval.vote("a", "a", Approve, "plan", 2), Err(Refused::VotedBefore));
    assert_eq!(approval.vote("b", "b", Approve, "plan", 2), Ok(Accepted));
}

#[test]
fn an_edit_voids_all_votes_and_the_old_outcome_stays_with_the_old_content() {
    let mut approval = RefApproval::new(rule(60, 0, &[]), &FIVE, "plan");
    for person in ["a", "b", "c"] {
        approval.vote(person, person, Approve, "plan", 1).unwrap();
    }
    assert_eq!(approval.vote("d", "d", Reject, "plan", 2), Err(Refused::Final));
    approval.edit("plan");
    assert_eq!(approval.outcome(), Accepted);
    approval.edit("another plan");
    assert_eq!(approval.outcome(), Waiting);
    assert_eq!(approval.vote("a", "a", Approve, "plan", 3), Err(Refused::OtherContent));
    assert_eq!(approval.rounds()[0].outcome, Accepted);
}

#[test]
fn a_delegation_is_recorded_before_the_act() {
    let mut approval = RefApproval::new(rule(60, 0, &[]), &FIVE, "plan");
    approval.delegate("a", "x", 5);
    assert_eq!(approval.vote("x", "a", Approve, "plan", 4), Err(Refused::NoDelegation));
    assert_eq!(approval.vote("x", "a", Approve, "plan", 5), Ok(Waiting));
    assert_eq!(approval.vote("a", "a", Approve, "plan", 7), Err(Refused::VotedBefore));
}

#[test]
fn nobody_raises_two_hands() {
    let mut approval = RefApproval::new(rule(60, 0, &[]), &FIVE, "plan");
    approval.delegate("a", "b", 1);
    approval.delegate("c", "x", 1);
    approval.delegate("d", "x", 1);
    assert_eq!(approval.vote("b", "a", Approve, "plan", 2), Ok(Waiting));
    assert_eq!(approval.vote("b", "b", Approve, "plan", 2), Err(Refused::ActedForAnother));
    assert_eq!(approval.vote("x", "c", Approve, "plan", 2), Ok(Waiting));
    assert_eq!(approval.vote("x", "d", Approve, "plan", 2), Err(Refused::ActedForAnother));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_veto_early_refusal_is_arithmetic(
        percent in 0..=100_u32, quorum in 0..7_u32, votes in proptest::collection::vec(select(&[Approve, Reject, Abstain][..]), 0..=5)
    ) {
        let mut approval = RefApproval::new(rule(percent, quorum, &[]), &FIVE, "plan");
        for ((person, _), vote) in FIVE.iter().zip(&votes) {
            if approval.outcome() != Waiting {
                break;
            }
            approval.vote(person, person, *vote, "plan", 1).unwrap();
        }
        let cast = &approval.rounds()[0].votes;
        let approvals = cast.values().filter(|vote| **vote == Approve).count();
        let left = FIVE.len() - cast.len();
        let reachable = approvals + left >= approval.needed() && quorum as usize <= FIVE.len();
        prop_assert_eq!(approval.outcome() == Lost, !reachable);
    }
}

#[test]
fn every_preset_is_total_monotone_and_gives_every_priority() {
    for preset in PRESETS {
        let columns = preset.by_impact[0].len() as u8;
        assert_eq!(
            lint(&preset.cells(), columns, preset.most, preset.priorities),
            BTreeSet::new(),
            "{}",
            preset.name
        );
    }
}

#[test]
fn the_presets_agree_with_what_is_said_of_them() {
    for impact in 1..=4 {
        for urgency in 1..=4 {
            assert_eq!(ISO20000.priority(impact, urgency), Some((impact + urgency) / 2));
        }
    }
    let mut differing = BTreeSet::new();
    for impact in 1..=5 {
        for urgency in 1..=5 {
            assert_eq!(GLPI.priority(impact, urgency), GLPI.priority(urgency, impact));
            assert_eq!(OTRS.priority(impact, urgency), OTRS.priority(urgency, impact));
            if GLPI.priority(impact, urgency) != OTRS.priority(impact, urgency) {
                assert_eq!(
                    GLPI.priority(impact, urgency).unwrap() + 1,
                    OTRS.priority(impact, urgency).unwrap()
                );
                differing.insert((impact, urgency));
            }
        }
    }
    assert_eq!(differing, BTreeSet::from([(1, 5), (2, 5), (5, 1), (5, 2)]));
}

#[test]
fn the_lint_finds_each_kind_of_fault() {
    let cells = vec![vec![Some(1), Some(3)], vec![Some(2), Some(2)], vec![None, Some(9)]];
    let found = neighbours_only(&lint(&cells, 2, Most::Lowest, (1, 4)));
    let expected = [
        Finding::Missing(3, 1),
        Finding::OutOfScale(3, 2),
        Finding::NotMonotone((1, 2), (2, 2)),
        Finding::Unreachable(4),
    ];
    assert_eq!(found, BTreeSet::from(expected));
}

const ALL: [Process; 11] = [
    Process::Incident,
    Process::MajorIncident,
    Process::ServiceRequest,
    Process::Problem,
    Process::KnownError,
    Process::ProblemCandidate,
    Process::Change,
    Process::Release,
    Process::ConfigurationItem,
    Process::Baseline,
    Process::ConfigurationAudit,
];

#[test]
fn every_row_joins_known_states_and_one_verb_leads_to_one_end() {
    let mut seen = BTreeSet::new();
    for row in all() {
        assert!(states(row.process).contains(&row.to), "{row:?}");
        assert!(row.from.is_none_or(|from| states(row.process).contains(&from)), "{row:?}");
        assert!(seen.insert((format!("{:?}", row.process), row.from, row.verb)), "{row:?}");
        assert_eq!(row.guard.is_some(), row.source == Source::GuardTable);
    }
}

#[test]
fn every_state_can_be_reached_and_closed_is_final() {
    for process in ALL {
        let mut reached: BTreeSet<&str> =
            all().filter(|row| row.process == process && row.from.is_none()).map(|row| row.to).collect();
        while let Some(next) = states(process)
            .iter()
            .find(|to| !reached.contains(*to) && reached.iter().any(|from| step(process, from, to)))
        {
            reached.insert(next);
        }
        assert_eq!(reached, states(process).iter().copied().collect());
        for end in
            ["closed", "cancelled", "converted", "rejected", "downgraded", "retired", "declined", "withdrawn"]
        {
            // What is withdrawn is disposed of.
            if (process, end) != (Process::ConfigurationItem, "withdrawn") {
                assert!(states(process).iter().all(|to| !step(process, end, to)));
            }
        }
    }
}

#[test]
fn guards_and_verbs_name_the_same_moves() {
    assert_eq!(legal(Process::Incident, None, "T-INC-01"), Some("logged"));
    assert_eq!(legal(Process::Incident, Some("resolved"), "T-INC-10"), Some("in_progress"));
    assert_eq!(legal(Process::Incident, Some("resolved"), "reopen"), Some("in_progress"));
    assert_eq!(legal(Process::Incident, Some("closed"), "reopen"), None);
    assert_eq!(legal(Process::ServiceRequest, Some("fulfilled"), "reject"), None);
    assert_eq!(legal(Process::MajorIncident, Some("managing"), "T-MAJ-06"), Some("downgraded"));
    let guards: BTreeSet<&str> = all().filter_map(|row| row.guard).collect();
    assert_eq!(guards.len(), 11 + 6 + 8 + 11 + 21 + 12, "the guard table in full");
}
