//! The laws of approvals (semantics 9), V27, and who may vote for whom.

use super::*;
use crate::kernel::{Duty, Role, WaiverTerms};
use VoteDecision::{Abstain, Approve, Reject, Return};
use proptest::prelude::*;

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn t(s: i64) -> Instant {
    Instant::clamped(1_000 + s)
}

fn rule(threshold: Threshold) -> ApprovalRule {
    ApprovalRule {
        threshold,
        quorum: 0,
        veto_roles: Roles::NONE,
        required_roles: Roles::NONE,
        valid_for_s: None,
    }
}

fn percent(percent: u8) -> ApprovalRule {
    rule(Threshold::percent(percent).unwrap())
}

fn opening(rule: ApprovalRule, roles: &[Roles]) -> BallotOpening {
    let voters = NAMES.iter().zip(roles);
    BallotOpening {
        subject: Digest::of(b"plan"),
        rule,
        voters: voters.map(|(id, roles)| Voter { person: PersonId::literal(id), roles: *roles }).collect(),
        excluded: Vec::new(),
    }
}

fn open(rule: ApprovalRule, voters: usize) -> Ballot {
    Ballot::open(opening(rule, &vec![Roles::NONE; voters]), &[], t(0)).unwrap()
}

fn vote(by: &'static str, cast_by: &'static str, decision: VoteDecision, at: i64) -> Vote {
    let (by, cast_by) = (PersonId::literal(by), PersonId::literal(cast_by));
    Vote { by, cast_by, decision, comment: String::new(), at: t(at) }
}

fn cast(ballot: &mut Ballot, vote: Vote) -> Result<BallotOutcome, &'static str> {
    let now = vote.at;
    let cast = ballot.decide_vote(vote, &[], now).map_err(|refusal| refusal.code())?;
    ballot.apply(&cast);
    Ok(ballot.outcome())
}

fn delegate(ballot: &mut Ballot, from: &'static str, to: &'static str, at: i64) {
    let delegation = ballot.decide_delegation(PersonId::literal(from), PersonId::literal(to), t(at)).unwrap();
    ballot.apply_delegation(&delegation);
}

fn outcomes(mut ballot: Ballot, decisions: &[VoteDecision]) -> Vec<&'static str> {
    let votes = NAMES.iter().zip(decisions);
    votes.map(|(id, decision)| cast(&mut ballot, vote(id, id, *decision, 1)).unwrap().code()).collect()
}

#[test]
fn v27_sixty_percent_of_five_is_three_and_three_rejections_refuse() {
    let (w, five) = ("waiting", || open(percent(60), 5));
    assert_eq!(outcomes(five(), &[Approve, Approve, Approve]), [w, w, "accepted"]);
    assert_eq!(outcomes(five(), &[Reject, Reject, Reject]), [w, w, "refused"]);
    assert_eq!(outcomes(five(), &[Reject, Approve, Reject, Approve, Approve]), [w, w, w, w, "accepted"]);
}

#[test]
fn an_abstention_counts_for_the_quorum_and_not_for_the_threshold() {
    let quorum = ApprovalRule { quorum: 3, ..rule(Threshold::count(2).unwrap()) };
    let (w, four) = ("waiting", || open(quorum.clone(), 4));
    assert_eq!(outcomes(four(), &[Approve, Approve, Abstain]), [w, w, "accepted"]);
    assert_eq!(outcomes(four(), &[Abstain, Abstain, Abstain]), [w, w, "refused"]);
}

#[test]
fn a_veto_refuses_and_a_return_ends_at_once() {
    let veto = ApprovalRule { veto_roles: Roles::NONE.with(Role::SecurityManager), ..percent(40) };
    let roles = [Roles::NONE.with(Role::SecurityManager), Roles::NONE, Roles::NONE];
    let ballot = Ballot::open(opening(veto, &roles), &[], t(0)).unwrap();
    let first = |id, decision| cast(&mut ballot.clone(), vote(id, id, decision, 1)).unwrap().code();
    assert_eq!(first("a", Reject), "refused");
    assert_eq!(first("b", Reject), "waiting");
    assert_eq!(first("b", Return), "returned");
}

#[test]
fn each_required_role_must_have_approved() {
    let wanted = Roles::NONE.with(Role::ServiceOwner);
    let rule = ApprovalRule { required_roles: wanted, ..rule(Threshold::count(1).unwrap()) };
    let roles = [Roles::NONE, wanted, wanted, Roles::NONE];
    let ballot = Ballot::open(opening(rule, &roles), &[], t(0)).unwrap();
    let w = "waiting";
    assert_eq!(outcomes(ballot.clone(), &[Approve, Abstain, Approve]), [w, w, "accepted"]);
    assert_eq!(outcomes(ballot, &[Approve, Abstain, Reject]), [w, w, "refused"]);
}

#[test]
fn a_person_with_two_roles_counts_once_and_holds_both() {
    let (so, secm) = (Roles::NONE.with(Role::ServiceOwner), Roles::NONE.with(Role::SecurityManager));
    let mut twice = opening(ApprovalRule { required_roles: united(so, secm), ..percent(100) }, &[so]);
    twice.voters.push(Voter { person: PersonId::literal("a"), roles: secm });
    let ballot = Ballot::open(twice.clone(), &[], t(0)).unwrap();
    assert_eq!(outcomes(ballot, &[Approve]), ["accepted"]);
    twice.rule.quorum = 2;
    assert_eq!(Ballot::open(twice, &[], t(0)).unwrap_err().code(), "ballot.unreachable");
}

#[test]
fn a_vote_stands_and_is_only_for_voters() {
    let mut ballot = open(percent(100), 2);
    assert_eq!(cast(&mut ballot, vote("e", "e", Approve, 1)), Err("ballot.not_a_voter"));
    assert_eq!(cast(&mut ballot, vote("a", "a", Approve, -1)), Err("ballot.out_of_time"));
    cast(&mut ballot, vote("a", "a", Approve, 1)).unwrap();
    assert_eq!(cast(&mut ballot, vote("a", "a", Reject, 2)), Err("ballot.already_voted"));
    let early = ballot.decide_vote(vote("b", "b", Approve, 9), &[], t(8));
    assert_eq!(early.unwrap_err().code(), "ballot.out_of_time");
}

#[test]
fn nobody_votes_for_another_without_a_delegation_recorded_before() {
    let mut ballot = open(percent(100), 3);
    assert_eq!(cast(&mut ballot, vote("a", "b", Approve, 1)), Err("ballot.not_delegated"));
    delegate(&mut ballot, "a", "x", 5);
    assert_eq!(cast(&mut ballot, vote("a", "x", Approve, 4)), Err("ballot.not_delegated"));
    delegate(&mut ballot, "a", "y", 6);
    assert_eq!(cast(&mut ballot, vote("a", "x", Approve, 7)), Err("ballot.not_delegated"), "replaced");
    assert!(cast(&mut ballot, vote("a", "y", Approve, 7)).is_ok());
    let own = ballot.decide_delegation(PersonId::literal("b"), PersonId::literal("b"), t(8));
    assert_eq!(own.unwrap_err().code(), "ballot.own_delegate");
}

#[test]
fn one_human_casts_one_vote_whoever_delegates() {
    let mut ballot = open(percent(100), 3);
    delegate(&mut ballot, "a", "c", 1);
    delegate(&mut ballot, "b", "c", 1);
    cast(&mut ballot, vote("a", "c", Approve, 2)).unwrap();
    assert_eq!(cast(&mut ballot, vote("b", "c", Approve, 3)), Err("ballot.one_vote_a_person"));
    assert_eq!(cast(&mut ballot, vote("c", "c", Approve, 3)), Err("ballot.one_vote_a_person"));
    delegate(&mut ballot, "c", "z", 3);
    assert!(cast(&mut ballot, vote("c", "z", Approve, 4)).is_ok());
}

fn waiver(duty: Duty, person: &'static str, until: i64) -> Waiver {
    Waiver::try_from(WaiverTerms {
        id: RecordId::literal("WVR-1"),
        duty,
        persons: vec![PersonId::literal(person)],
        reason: "small".into(),
        compensating_control: "sample".into(),
        approved_by: PersonId::literal("director"),
        approved_role: Role::TopManagement,
        valid_from: t(0),
        valid_until: t(until),
    })
    .unwrap()
}

#[test]
fn an_excluded_person_votes_neither_for_himself_nor_for_another_nor_by_another() {
    let mut with = opening(rule(Threshold::count(1).unwrap()), &[Roles::NONE; 3]);
    with.excluded = ["a", "x"]
        .map(|id| Excluded { person: PersonId::literal(id), row: Duty::RequesterChangeApprover })
        .into();
    let mut ballot = Ballot::open(with, &[], t(0)).unwrap();
    delegate(&mut ballot, "a", "y", 0);
    delegate(&mut ballot, "b", "x", 0);
    for (by, cast_by) in [("a", "a"), ("a", "y"), ("b", "x")] {
        assert_eq!(
            cast(&mut ballot, vote(by, cast_by, Approve, 1)),
            Err("ballot.excluded"),
            "{by} {cast_by}"
        );
    }
    let other_row = [waiver(Duty::ImplementerChangeApprover, "a", 9)];
    assert!(ballot.decide_vote(vote("a", "a", Approve, 1), &other_row, t(1)).is_err());
    let waivers = [waiver(Duty::RequesterChangeApprover, "a", 9)];
    let cast = ballot.decide_vote(vote("a", "a", Approve, 1), &waivers, t(9)).unwrap();
    assert_eq!(cast.waived.len(), 1, "every use is counted");
    assert_eq!(cast.waived[0].waiver, RecordId::literal("WVR-1"));
    let late = ballot.decide_vote(vote("a", "a", Approve, 1), &waivers, t(10));
    assert_eq!(late.unwrap_err().code(), "ballot.excluded", "the waiver ended before the vote was recorded");
}

#[test]
fn a_ballot_that_those_who_may_vote_cannot_accept_does_not_open() {
    let refused = |o: &BallotOpening, w: &[Waiver]| Ballot::open(o.clone(), w, t(0)).err().map(|e| e.code());
    let mut all = opening(percent(100), &[Roles::NONE; 2]);
    all.excluded = vec![Excluded { person: PersonId::literal("a"), row: Duty::RequesterChangeApprover }];
    assert_eq!(refused(&all, &[]), Some("ballot.unreachable"));
    assert_eq!(refused(&all, &[waiver(Duty::RequesterChangeApprover, "a", 9)]), None);
    assert_eq!(refused(&opening(percent(1), &[]), &[]), Some("ballot.unreachable"));
    let person = |n: usize| Voter { person: PersonId::new(n.to_string()).unwrap(), roles: Roles::NONE };
    let mut crowd = opening(percent(1), &[]);
    crowd.voters = (0..limits::VOTERS).map(person).collect();
    assert_eq!(refused(&crowd, &[]), None);
    crowd.voters.push(person(limits::VOTERS));
    assert_eq!(refused(&crowd, &[]), Some("ballot.too_many"));
}

#[test]
fn an_acceptance_holds_for_its_content_and_its_time() {
    let mut ballot = open(ApprovalRule { valid_for_s: Some(100), ..percent(100) }, 2);
    let (plan, edited) = (Digest::of(b"plan"), Digest::of(b"plan, edited"));
    cast(&mut ballot, vote("a", "a", Approve, 50)).unwrap();
    assert!(!ballot.in_force(plan, t(50)), "waiting");
    let verbal = ballot.decide_vote(vote("b", "b", Approve, 20), &[], t(60)).unwrap();
    ballot.apply(&verbal);
    assert_eq!(ballot.outcome(), BallotOutcome::Accepted { at: t(50) });
    assert!(ballot.in_force(plan, t(150)));
    assert!(!ballot.in_force(plan, t(151)));
    assert!(!ballot.in_force(edited, t(60)));
}

#[test]
fn a_ballot_in_a_document_says_no_more_than_its_votes() {
    let mut ballot = open(ApprovalRule { valid_for_s: Some(100), ..percent(60) }, 3);
    cast(&mut ballot, vote("a", "a", Approve, 1)).unwrap();
    cast(&mut ballot, vote("b", "b", Approve, 2)).unwrap();
    let document = serde_json::to_value(&ballot).unwrap();
    assert_eq!(serde_json::from_value::<Ballot>(document.clone()).unwrap(), ballot);
    let read = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut document = document.clone();
        change(&mut document);
        serde_json::from_value::<Ballot>(document)
    };
    let voters = serde_json::json!([{"person": "a", "roles": []}, {"person": "a", "roles": []}]);
    assert!(read(&|d| d["voters"] = voters.clone()).is_err());
    assert!(read(&|d| d["votes"] = serde_json::json!([])).is_err());
    assert!(read(&|d| d["votes"][1]["by"] = "a".into()).is_err());
    assert!(read(&|d| d["votes"][1]["cast_by"] = "c".into()).is_err());
    let delegated = serde_json::json!([{"from": "b", "to": "a", "at": t(0)}]);
    assert!(read(&|d| d["delegations"] = delegated.clone()).is_ok());
    let by_a = read(&|d| (d["delegations"], d["votes"][1]["cast_by"]) = (delegated.clone(), "a".into()));
    assert!(by_a.is_err(), "one human casts two votes");
    let excluded = serde_json::json!({"person": "b", "row": "requester_change_approver"});
    assert!(read(&|d| d["excluded"] = serde_json::json!([excluded])).is_err());
    let waived = serde_json::json!([{"excluded": excluded, "waiver": "WVR-1"}]);
    let lifted = read(&|d| {
        d["excluded"] = serde_json::json!([excluded]);
        d["waived"] = waived.clone();
    });
    assert!(lifted.is_ok());
    assert!(read(&|d| d["valid_until"] = "2100-01-01T00:00:00Z".into()).is_err());
    assert!(read(&|d| d["rule"]["threshold"] = serde_json::json!({"count": 1})).is_err(), "b came too late");
    assert!(read(&|d| d["rule"]["threshold"] = serde_json::json!({"percent": 101})).is_err());
    assert!(read(&|d| d["more"] = 1.into()).is_err());
}

/// The rule in its own words, on one decision or none a voter.
fn accepted(rule: &ApprovalRule, roles: &[Roles], decisions: &[Option<VoteDecision>]) -> bool {
    let approves = |i: usize| decisions[i] == Some(Approve);
    let approvals = (0..roles.len()).filter(|i| approves(*i)).count();
    let enough = match rule.threshold {
        Threshold::Percent(percent) => approvals * 100 >= usize::from(percent.get()) * roles.len(),
        Threshold::Count(count) => approvals >= count.get() as usize,
    };
    let quorum = decisions.iter().flatten().count() >= rule.quorum as usize;
    let required = rule
        .required_roles
        .iter()
        .all(|role| (0..roles.len()).any(|i| approves(i) && roles[i].contains(role)));
    let vetoed =
        (0..roles.len()).any(|i| decisions[i] == Some(Reject) && roles[i].intersects(rule.veto_roles));
    enough && quorum && required && !vetoed && !decisions.contains(&Some(Return))
}

/// Whether some completion by the outstanding voters is accepted: tries every one.
fn reachable(rule: &ApprovalRule, roles: &[Roles], decisions: &[Option<VoteDecision>]) -> bool {
    match decisions.iter().position(Option::is_none) {
        None => accepted(rule, roles, decisions),
        Some(open) => VoteDecision::ALL.iter().any(|decision| {
            let mut next = decisions.to_vec();
            next[open] = Some(*decision);
            reachable(rule, roles, &next)
        }),
    }
}

fn some_roles() -> impl Strategy<Value = Roles> {
    proptest::sample::subsequence(vec![Role::SecurityManager, Role::ServiceOwner, Role::Cab], 0..=3)
        .prop_map(|roles| roles.into_iter().collect())
}

fn some_rule() -> impl Strategy<Value = ApprovalRule> {
    let threshold = prop_oneof![
        (1_u8..=100).prop_map(|p| Threshold::percent(p).unwrap()),
        (1_u32..=5).prop_map(|c| Threshold::count(c).unwrap())
    ];
    let rare = || prop_oneof![3 => Just(Roles::NONE), 2 => some_roles()];
    (threshold, 0_u32..=5, rare(), rare()).prop_map(|(threshold, quorum, veto_roles, required_roles)| {
        ApprovalRule { quorum, veto_roles, required_roles, ..rule(threshold) }
    })
}

fn some_votes() -> impl Strategy<Value = Vec<(usize, VoteDecision)>> {
    let decision = prop_oneof![6 => Just(Approve), 3 => Just(Reject), 2 => Just(Abstain), 1 => Just(Return)];
    let order = Just((0..NAMES.len()).collect::<Vec<_>>()).prop_shuffle();
    (order, proptest::collection::vec(decision, NAMES.len()))
        .prop_map(|(order, decisions)| order.into_iter().zip(decisions).collect())
}

fn run(ballot: &mut Ballot, votes: &[(usize, VoteDecision)]) {
    let voters = ballot.voters().len();
    for (voter, decision) in votes.iter().filter(|(voter, _)| *voter < voters) {
        let _closed = cast(ballot, vote(NAMES[*voter], NAMES[*voter], *decision, 1));
    }
}

proptest! {
    #[test]
    fn a_ballot_opens_and_stays_open_exactly_while_acceptance_is_reachable(
        rule in some_rule(), roles in proptest::collection::vec(some_roles(), 1..=5), votes in some_votes()
    ) {
        let mut decisions = vec![None; roles.len()];
        let opened = Ballot::open(opening(rule.clone(), &roles), &[], t(0));
        prop_assert_eq!(opened.is_ok(), reachable(&rule, &roles, &decisions));
        let Ok(mut ballot) = opened else { return Ok(()) };
        for (voter, decision) in votes.into_iter().filter(|(voter, _)| *voter < roles.len()) {
            decisions[voter] = Some(decision);
            let veto = decision == Reject && roles[voter].intersects(rule.veto_roles);
            let expected = match decision {
                Return => "returned",
                _ if veto => "refused",
                _ if accepted(&rule, &roles, &decisions) => "accepted",
                _ if reachable(&rule, &roles, &decisions) => "waiting",
                _ => "refused",
            };
            let outcome = cast(&mut ballot, vote(NAMES[voter], NAMES[voter], decision, 1)).unwrap();
            prop_assert_eq!(outcome.code(), expected);
            if outcome.is_final() {
                break;
            }
        }
        prop_assert!(ballot.outcome().is_final() || ballot.outstanding().next().is_some());
    }

    #[test]
    fn a_final_outcome_never_flips(
        rule in some_rule(), roles in proptest::collection::vec(some_roles(), 1..=5), votes in some_votes(), late in some_votes()
    ) {
        let Ok(mut ballot) = Ballot::open(opening(rule, &roles), &[], t(0)) else { return Ok(()) };
        run(&mut ballot, &votes);
        prop_assert!(ballot.outcome().is_final(), "all have voted");
        let ended = ballot.clone();
        for (voter, decision) in late {
            let id = NAMES[voter];
            prop_assert_eq!(cast(&mut ballot, vote(id, id, decision, 2)), Err("ballot.closed"));
            let delegation = ballot.decide_delegation(PersonId::literal(id), PersonId::literal("z"), t(2));
            prop_assert_eq!(delegation.unwrap_err().code(), "ballot.closed");
        }
        prop_assert_eq!(&ballot, &ended);
        let text = serde_json::to_string(&ballot).unwrap();
        prop_assert_eq!(serde_json::from_str::<Ballot>(&text).unwrap(), ended);
    }

    #[test]
    fn one_more_approval_never_turns_accepted_into_refused(
        rule in some_rule(), roles in proptest::collection::vec(some_roles(), 1..=5), mut votes in some_votes(), changed in 0_usize..5, earlier in 0_usize..5
    ) {
        let Ok(mut ballot) = Ballot::open(opening(rule, &roles), &[], t(0)) else { return Ok(()) };
        let mut with_one_more = ballot.clone();
        run(&mut ballot, &votes);
        prop_assume!(matches!(ballot.outcome(), BallotOutcome::Accepted { .. }));
        let (voter, _) = votes.remove(changed);
        votes.insert(earlier.min(changed), (voter, Approve));
        run(&mut with_one_more, &votes);
        prop_assert_eq!(with_one_more.outcome().code(), "accepted");
    }
}
