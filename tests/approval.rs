//! The ballot of the library is held to the reference approval, which tries every way in which the rest could vote.

mod reference;

use itsm::kernel::{
    ApprovalError, Ballot, BallotOpening, BallotOutcome, Digest, Instant, PersonId, Vote as Cast,
    VoteDecision,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::json;

use reference::approval::{Outcome, RefApproval, Refused, Rule, Threshold, Vote};
use reference::cases;

/// The last two are no voters; they may be delegates.
const PERSONS: [&str; 7] = ["a", "b", "c", "d", "e", "x", "y"];
const ROLES: [&str; 3] = ["cab", "secm", "incm"];
const CONTENTS: [&str; 3] = ["plan", "better plan", "plan, edited"];

#[derive(Clone, Debug)]
enum Step {
    Vote { by: usize, voter: usize, vote: Vote, content: Option<usize> },
    Delegate { from: usize, to: usize },
    Edit { content: usize },
}

#[derive(Clone, Debug)]
struct Script {
    rule: Rule,
    seats: Vec<(usize, usize)>,
    steps: Vec<(i64, Step)>,
}

fn rule() -> impl Strategy<Value = Rule> {
    let threshold = prop_oneof![
        4 => (1..=100_u32).prop_map(Threshold::Percent),
        2 => select(&[20, 40, 50, 60, 100][..]).prop_map(Threshold::Percent),
        2 => (1..=6_u32).prop_map(Threshold::Count),
    ];
    let quorum = prop_oneof![2 => Just(0_u32), 2 => 1..=6_u32];
    (threshold, quorum, subsequence(ROLES[1..].to_vec(), 0..=2)).prop_map(|(threshold, quorum, veto)| Rule {
        threshold,
        quorum,
        veto_roles: veto.into_iter().map(str::to_owned).collect(),
    })
}

fn vote() -> impl Strategy<Value = Vote> {
    prop_oneof![4 => Just(Vote::Approve), 3 => Just(Vote::Reject), 2 => Just(Vote::Abstain)]
}

fn script() -> impl Strategy<Value = Script> {
    let person = 0..PERSONS.len();
    let content = prop_oneof![9 => Just(None), 1 => (0..CONTENTS.len()).prop_map(Some)];
    let own = (person.clone(), vote(), content.clone()).prop_map(|(voter, vote, content)| Step::Vote {
        by: voter,
        voter,
        vote,
        content,
    });
    let other = (person.clone(), person.clone(), vote(), content)
        .prop_map(|(by, voter, vote, content)| Step::Vote { by, voter, vote, content });
    let step = prop_oneof![
        8 => own,
        4 => other,
        4 => (person.clone(), person).prop_map(|(from, to)| Step::Delegate { from, to }),
        1 => (0..CONTENTS.len()).prop_map(|content| Step::Edit { content }),
    ];
    let seats = vec((0..5_usize, 0..ROLES.len()), 1..8);
    (rule(), seats, vec((0..3_i64, step), 0..16)).prop_map(|(rule, seats, steps)| Script {
        rule,
        seats,
        steps,
    })
}

fn instant(t: i64) -> Instant {
    Instant::from_unix_s(1_800_000_000 + t).unwrap()
}

fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

fn open(rule: &Rule, seats: &[(&str, &str)], content: &str, t: i64) -> Result<Ballot, ApprovalError> {
    let threshold = match rule.threshold {
        Threshold::Percent(percent) => json!({"percent": percent}),
        Threshold::Count(count) => json!({"count": count}),
    };
    let voters: Vec<_> = seats.iter().map(|(id, role)| json!({"person": id, "roles": [role]})).collect();
    let opening: BallotOpening = serde_json::from_value(json!({
        "subject": Digest::of(content.as_bytes()),
        "rule": {"threshold": threshold, "quorum": rule.quorum, "veto_roles": rule.veto_roles},
        "voters": voters,
    }))
    .unwrap();
    Ballot::open(opening, &[], instant(t))
}

fn cast(
    ballot: &mut Ballot,
    by: &str,
    voter: &str,
    vote: Vote,
    t: i64,
) -> Result<BallotOutcome, ApprovalError> {
    let decision = match vote {
        Vote::Approve => VoteDecision::Approve,
        Vote::Reject => VoteDecision::Reject,
        Vote::Abstain => VoteDecision::Abstain,
    };
    let at = instant(t);
    let vote = Cast { by: person(voter), cast_by: person(by), decision, comment: String::new(), at };
    let counted = ballot.decide_vote(vote, &[], at)?;
    ballot.apply(&counted);
    Ok(ballot.outcome())
}

fn outcome(ballot: &Ballot) -> Outcome {
    match ballot.outcome() {
        BallotOutcome::Waiting {} => Outcome::Waiting,
        BallotOutcome::Accepted { .. } => Outcome::Accepted,
        BallotOutcome::Refused { .. } => Outcome::Refused,
        BallotOutcome::Returned { .. } => panic!("nobody returned it"),
    }
}

/// Where several reasons stand in the way, the two may name another first.
fn named(refusal: &ApprovalError, slow: Refused) -> bool {
    match refusal {
        ApprovalError::Closed { .. } => slow == Refused::Final,
        ApprovalError::NotAVoter { .. } => slow == Refused::NotAVoter,
        ApprovalError::AlreadyVoted { .. } => matches!(slow, Refused::VotedBefore | Refused::NoDelegation),
        ApprovalError::NotDelegated { .. } => slow == Refused::NoDelegation,
        ApprovalError::OneVoteAPerson { .. } => slow == Refused::ActedForAnother,
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn the_ballot_decides_as_the_reference_does(script in script()) {
        let seats: Vec<_> = script.seats.iter().map(|(p, r)| (PERSONS[*p], ROLES[*r])).collect();
        let mut slow = RefApproval::new(script.rule.clone(), &seats, CONTENTS[0]);
        let mut content = CONTENTS[0];
        let mut core = open(&script.rule, &seats, content, 0);
        let mut t = 0;
        for (gap_s, step) in &script.steps {
            t += gap_s;
            match step {
                Step::Edit { content: edited } => {
                    slow.edit(CONTENTS[*edited]);
                    if content != CONTENTS[*edited] {
                        content = CONTENTS[*edited];
                        core = open(&script.rule, &seats, content, t);
                    }
                }
                Step::Delegate { from, to } => {
                    let Ok(ballot) = &mut core else { continue };
                    if let Ok(recorded) = ballot.decide_delegation(person(PERSONS[*from]), person(PERSONS[*to]), instant(t)) {
                        ballot.apply_delegation(&recorded);
                        slow.delegate(PERSONS[*from], PERSONS[*to], t);
                    }
                }
                Step::Vote { by, voter, vote, content: on } => {
                    let on = on.map_or(content, |place| CONTENTS[place]);
                    let Ok(ballot) = &mut core else {
                        prop_assert_eq!(slow.outcome(), Outcome::Refused);
                        continue;
                    };
                    let expected = slow.vote(PERSONS[*by], PERSONS[*voter], *vote, on, t);
                    if !ballot.is_for(Digest::of(on.as_bytes())) {
                        prop_assert!(matches!(expected, Err(Refused::OtherContent | Refused::Final)));
                        continue;
                    }
                    match (cast(ballot, PERSONS[*by], PERSONS[*voter], *vote, t), expected) {
                        (Ok(_), Ok(_)) => {}
                        (Err(refusal), Err(reason)) => prop_assert!(named(&refusal, reason), "{} {:?}", refusal, reason),
                        (found, expected) => prop_assert!(false, "found {:?}, expected {:?}", found, expected),
                    }
                }
            }
            let Ok(ballot) = &core else {
                prop_assert_eq!(slow.outcome(), Outcome::Refused, "a ballot that cannot be won does not open");
                continue;
            };
            prop_assert_eq!(outcome(ballot), slow.outcome());
            prop_assert_eq!(ballot.needed(), slow.needed());
            let approved = ballot.in_force(Digest::of(content.as_bytes()), instant(t));
            prop_assert_eq!(approved, slow.outcome() == Outcome::Accepted);
        }
    }

    #[test]
    fn one_more_approval_never_turns_accepted_into_refused(
        rule in rule(), roles in vec(0..ROLES.len(), 5), votes in vec(vote(), 0..=4), place in 0..5_usize
    ) {
        let seats: Vec<_> = PERSONS.iter().zip(&roles).map(|(id, role)| (*id, ROLES[*role])).collect();
        let run = |votes: &[(&str, Vote)]| {
            let mut ballot = open(&rule, &seats, CONTENTS[0], 0).ok()?;
            for (id, vote) in votes {
                let before = ballot.outcome();
                let counted = cast(&mut ballot, id, id, *vote, 1).is_ok();
                assert!(!before.is_final() || (!counted && ballot.outcome() == before), "what is final stays so");
            }
            Some(outcome(&ballot))
        };
        let mut cast: Vec<(&str, Vote)> = PERSONS.iter().copied().zip(votes).collect();
        if run(&cast) == Some(Outcome::Accepted) {
            cast.insert(place.min(cast.len()), ("e", Vote::Approve));
            prop_assert_eq!(run(&cast), Some(Outcome::Accepted));
        }
    }
}

#[test]
fn v27_three_of_five_accept_and_the_third_rejection_refuses() {
    let rule = Rule { threshold: Threshold::Percent(60), quorum: 0, veto_roles: Default::default() };
    let seats: Vec<_> = PERSONS[..5].iter().map(|id| (*id, "cab")).collect();
    for (vote, end) in [(Vote::Approve, Outcome::Accepted), (Vote::Reject, Outcome::Refused)] {
        let mut ballot = open(&rule, &seats, CONTENTS[0], 0).unwrap();
        let mut outcomes = Vec::new();
        for id in ["a", "b", "c"] {
            cast(&mut ballot, id, id, vote, 1).unwrap();
            outcomes.push(outcome(&ballot));
        }
        assert_eq!(outcomes, [Outcome::Waiting, Outcome::Waiting, end]);
    }
}
