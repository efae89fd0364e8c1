//! Paths that chance seldom takes to their end, step by step beside the model: a request from submission to closure, a downgrade,
//! and every row of 3.0.7 with a waiver of another row, with its own, and after its revocation.

use crate::documents::START_S;
use crate::incidents::{Ask, Taken};
use crate::machine::{DAY_S, Filing, Model, Op, Step};
use crate::majors::AskMajor;
use crate::people::{Group, Who};
use crate::requests::{AskRequest, Grant, Item, Say};
use crate::whole::Whole;
use itsm::kernel::Duty;
use proptest::test_runner::Config;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};

const YES: AskRequest = AskRequest::Vote { by: None, say: Say::Approve, said: true };
const VALID: AskRequest = AskRequest::Validate { entitled: true, impact: 2 };
const BEGIN: AskRequest = AskRequest::FulfilBegin { group: Group::Network, version: 3 };
const DONE: AskRequest = AskRequest::Fulfil { evidence: true, grant: Grant::Ends, ci: false };

/// Who does what; a step that is not accepted is refused by the model too.
type Line = (Who, Op, bool);

/// Each line a minute after the one before it, or three days where somebody waits, by the model and by the system.
fn told(lines: &[Line]) {
    let mut model = Model { now_s: START_S, ..Model::default() };
    let begun = model.clone();
    let gap_s = |op: &Op| if matches!(op, Op::Wait) { 3 * DAY_S } else { 60 };
    let step = |(who, op, _): &Line| Step { gap_s: gap_s(op), who: *who, on_behalf_of: None, op: *op };
    let steps: Vec<Step> = lines.iter().map(step).collect();
    for (step, (.., accepted)) in steps.iter().zip(lines) {
        model = Model::apply(model, step);
        assert_eq!(model.expected.accepted(), *accepted, "{step:?}: {:?}", model.expected);
    }
    Whole::test_sequential(Config::default(), begun, steps, None);
}

fn submitted(item: Item, who: Who, beneficiary: Who) -> Line {
    (who, Op::Submit { item, beneficiary, requester: None, complete: true }, true)
}

fn asked(who: Who, ask: AskRequest) -> Line {
    (who, Op::Request(0, ask), true)
}

fn of_incident(who: Who, ask: Ask) -> Line {
    (who, Op::Incident(0, ask), true)
}

fn of_major(who: Who, ask: AskMajor) -> Line {
    (who, Op::Major(0, ask), true)
}

const fn refused((who, op, _): Line) -> Line {
    (who, op, false)
}

#[test]
pub fn a_request_is_approved_waits_is_fulfilled_and_closed() {
    told(&[
        submitted(Item::Access, Who::User, Who::User),
        asked(Who::Desk, VALID),
        refused(asked(Who::Desk, AskRequest::Approve)),
        asked(Who::Desk, AskRequest::RequestApproval),
        asked(Who::Boss, AskRequest::Delegate { to: Who::Network }),
        asked(Who::Network, AskRequest::Vote { by: Some(Who::Boss), say: Say::Approve, said: false }),
        refused(asked(
            Who::Network,
            AskRequest::Vote { by: Some(Who::Levels), say: Say::Approve, said: false },
        )),
        asked(Who::Levels, YES),
        refused(asked(Who::Database, BEGIN)),
        asked(Who::Network, BEGIN),
        refused(asked(Who::Network, DONE)),
        asked(Who::Network, AskRequest::Wait { seconds: 5_000 }),
        asked(Who::Network, AskRequest::Resume),
        asked(Who::Network, AskRequest::TaskDone { known: true }),
        asked(Who::Network, DONE),
        asked(Who::Gateway, AskRequest::ConfirmFulfilled),
        asked(Who::User, AskRequest::Close),
    ]);
}

#[test]
fn an_edit_voids_the_approval() {
    told(&[
        submitted(Item::Root, Who::User, Who::User),
        asked(Who::Desk, VALID),
        asked(Who::Desk, AskRequest::RequestApproval),
        asked(Who::Security, YES),
        asked(Who::User, AskRequest::Edit { input: Some("y") }),
        refused(asked(Who::Network, BEGIN)),
        asked(Who::Desk, AskRequest::RequestApproval),
        asked(Who::Security, YES),
        asked(Who::Network, BEGIN),
    ]);
}

#[test]
fn an_approval_that_is_over_approves_nothing() {
    told(&[
        submitted(Item::Root, Who::User, Who::User),
        asked(Who::Desk, VALID),
        asked(Who::Desk, AskRequest::RequestApproval),
        asked(Who::Security, YES),
        (Who::Desk, Op::Wait, true),
        refused(asked(Who::Network, BEGIN)),
    ]);
}

#[test]
pub fn a_downgrade_takes_two_and_lets_the_incident_close_by_itself() {
    told(&[
        (Who::Desk, Op::Log { named: true }, true),
        of_incident(Who::Desk, Ask::Classify),
        of_incident(Who::Desk, Ask::Assign { group: Group::Network, person: None }),
        of_incident(Who::Network, Ask::Acknowledge),
        (Who::Desk, Op::Declare { incident: 0 }, true),
        of_incident(Who::Network, Ask::Resolve { workaround: false }),
        of_incident(Who::Desk, Ask::ConfirmResolved),
        refused(of_incident(Who::Manager, Ask::UnmarkMajor { major: 0 })),
        of_major(Who::Major, AskMajor::ProposeDowngrade),
        refused(of_major(Who::Major, AskMajor::Downgrade)),
        refused(of_major(Who::OtherMajor, AskMajor::Downgrade)),
        of_major(Who::Manager, AskMajor::Downgrade),
        of_incident(Who::Desk, Ask::Reopen),
        // What was downgraded does not come back.
        refused(of_incident(Who::Manager, Ask::MarkMajor { major: 0 })),
    ]);
}

/// A row, whom it stops, how it comes to that, and what it stops.
type Row = (Duty, Who, Vec<Line>, Line);

fn rows() -> Vec<Row> {
    let logged = (Who::Desk, Op::Log { named: true }, true);
    let assigned = |person| {
        vec![
            logged,
            of_incident(Who::Desk, Ask::Classify),
            of_incident(Who::Desk, Ask::Assign { group: Group::Network, person }),
        ]
    };
    let mut resolved = assigned(None);
    resolved.push(of_incident(Who::NetworkDesk, Ask::Acknowledge));
    resolved.push(of_incident(Who::NetworkDesk, Ask::Resolve { workaround: false }));
    let mut granted = vec![
        submitted(Item::Root, Who::User, Who::User),
        asked(Who::Desk, VALID),
        asked(Who::Desk, AskRequest::RequestApproval),
        asked(Who::Security, YES),
        asked(Who::Security, BEGIN),
    ];
    granted.push(asked(Who::Security, AskRequest::TaskDone { known: true }));
    let restored = || {
        let mut lines = assigned(None);
        lines.extend([
            (Who::Desk, Op::Declare { incident: 0 }, true),
            of_major(Who::Desk, AskMajor::Inform),
            of_major(Who::Major, AskMajor::Manage { every_s: 1_800 }),
            of_major(Who::Major, AskMajor::Restore),
        ]);
        lines
    };
    let mut reviewed = restored();
    reviewed.extend([
        of_major(Who::Major, AskMajor::BeginReview { by_resolver: false }),
        of_major(Who::Major, AskMajor::Review { by_resolver: false }),
        of_major(Who::Manager, AskMajor::HandOver { to: Who::Manager }),
    ]);
    let own = vec![submitted(Item::Mouse, Who::NetworkDesk, Who::User), asked(Who::Desk, VALID)];
    let of_use = vec![submitted(Item::Mouse, Who::User, Who::NetworkDesk), asked(Who::Desk, VALID)];
    let stopped_major = (Who::Manager, Op::Declare { incident: 0 }, true);
    let imported = (Who::Manager, Op::Import(Taken::Closed { by_resolver: true }), true);
    vec![
        (
            Duty::ResolverClosureConfirmer,
            Who::NetworkDesk,
            resolved,
            of_incident(Who::NetworkDesk, Ask::Close { verified: true }),
        ),
        (Duty::ResolverClosureConfirmer, Who::Network, Vec::new(), imported),
        (
            Duty::IncidentManagerAssignee,
            Who::Manager,
            assigned(Some(Who::Manager)),
            of_incident(Who::Manager, Ask::Cancel { duplicate_of: None }),
        ),
        (Duty::RequestApproverRequester, Who::NetworkDesk, own, asked(Who::NetworkDesk, AskRequest::Approve)),
        (
            Duty::RequestApproverBeneficiary,
            Who::NetworkDesk,
            of_use,
            asked(Who::NetworkDesk, AskRequest::Approve),
        ),
        (Duty::PrivilegedFulfillerApprover, Who::Security, granted, asked(Who::Security, DONE)),
        (Duty::MajorIncidentManagerSoleResolver, Who::Major, assigned(Some(Who::Major)), stopped_major),
        (
            Duty::ReviewFacilitatorResolver,
            Who::Network,
            restored(),
            of_major(Who::Major, AskMajor::BeginReview { by_resolver: true }),
        ),
        (
            Duty::IncidentManagerMajorIncidentManager,
            Who::Manager,
            reviewed,
            of_major(Who::Manager, AskMajor::Close),
        ),
    ]
}

#[test]
fn a_waiver_lifts_the_row_that_it_names_for_the_person_that_it_names_and_nothing_else() {
    let filed = |duty, person| (Who::Top, Op::File { duty, person, filing: Filing::InForce }, true);
    let revoked = |waiver| (Who::Top, Op::Revoke { waiver, said: true }, true);
    let rows = rows();
    for (duty, person, before, stopped) in &rows {
        let others = rows.iter().map(|row| row.0).filter(|other| other != duty);
        let mut lines = before.clone();
        lines.push(refused(*stopped));
        lines.extend(others.map(|other| filed(other, *person)));
        lines.push(filed(*duty, Who::Database));
        lines.push(refused(*stopped));
        lines.push(filed(*duty, *person));
        let count = lines.iter().filter(|(_, op, _)| matches!(op, Op::File { .. })).count();
        let mut taken_back = lines.clone();
        taken_back.extend([revoked(count - 1), refused(*stopped)]);
        told(&taken_back);
        lines.push(*stopped);
        told(&lines);
    }
}

/// The requester votes under two rows when the request is for himself: one waiver is not enough.
#[test]
fn whoever_asks_for_himself_needs_both_rows_lifted_to_approve() {
    let filed = |duty| (Who::Top, Op::File { duty, person: Who::Boss, filing: Filing::InForce }, true);
    let before = [submitted(Item::Access, Who::Boss, Who::Boss), asked(Who::Desk, VALID)];
    let vote = [asked(Who::Desk, AskRequest::RequestApproval), asked(Who::Boss, YES)];
    let mut alone = before.to_vec();
    alone.push(filed(Duty::RequestApproverRequester));
    alone.extend([vote[0], refused(vote[1])]);
    told(&alone);
    let mut both = before.to_vec();
    both.extend([filed(Duty::RequestApproverRequester), filed(Duty::RequestApproverBeneficiary)]);
    both.extend([vote[0], vote[1], asked(Who::Levels, YES), asked(Who::Network, BEGIN)]);
    told(&both);
}

/// Whom an actor acts for is recorded, and gives no authority.
#[test]
fn acting_for_an_approver_is_not_approving() {
    let lines = [
        submitted(Item::Access, Who::User, Who::User),
        asked(Who::Desk, VALID),
        asked(Who::Desk, AskRequest::RequestApproval),
    ];
    let step = |who, on_behalf_of, op| Step { gap_s: 60, who, on_behalf_of, op };
    let mut steps: Vec<Step> = lines.iter().map(|(who, op, _)| step(*who, None, *op)).collect();
    for by in [None, Some(Who::Boss)] {
        let vote = AskRequest::Vote { by, say: Say::Approve, said: true };
        steps.push(step(Who::Desk, Some(Who::Boss), Op::Request(0, vote)));
    }
    let begun = Model { now_s: START_S, ..Model::default() };
    let end = steps.iter().fold(begun.clone(), Model::apply);
    assert!(end.expected.lacks.contains("authority"), "{:?}", end.expected);
    Whole::test_sequential(Config::default(), begun, steps, None);
}
