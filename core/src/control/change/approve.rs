//! The approval of a change: who is asked about which content, votes, deferral (T-CHG-05 to T-CHG-07, T-CHG-16).

use super::decide::{assessed, because, part, settled};
use super::plan::ChangePlan;
use super::record::{Change, ChangePhase};
use super::risk::RiskScore;
use super::{
    ApprovalRequested, Approved, CastVote, ChangeCase, Defer, Deferred, Delegate, Delegated, Rejected,
    RequestApproval, Returned, Voted,
};
use crate::control::{ChangeCategory, ChangeRules};
use crate::kernel::{
    ApprovalError, Ballot, BallotOpening, BallotOutcome, Context, Digest, Duty, Excluded, NoticeKind,
    PersonId, Recipient, Role, Separation, Text, Vote, VoteDecision, Voter, separated,
};
use crate::time::{RulesInForce, after_working_days};

pub(super) fn request(change: &Change, body: &RequestApproval, case: &mut ChangeCase<'_>) {
    part(change.envelope.owner.as_ref(), "owner", case);
    if change.phase() != ChangePhase::Assessed {
        let words = "the approval is in force no longer; what is in force is edited instead";
        let expired = change.standard.is_none() && !change.approved_for_implementation(case.at);
        case.that(expired, "approval_in_force", words, "批准须已失效；有效的批准应通过编辑重新审批");
    }
    ask_authority(&with(change, body), case);
}

pub(super) fn resubmit(change: &Change, body: &RequestApproval, case: &mut ChangeCase<'_>) {
    if !case.context.actor.roles_at(case.at).contains(Role::ChangeManager) {
        part(change.envelope.owner.as_ref(), "owner", case);
    }
    ask_authority(&with(change, body), case);
}

fn with(change: &Change, body: &RequestApproval) -> Change {
    let mut asked = change.clone();
    asked.plan = body.plan.clone().or(asked.plan);
    asked.service_plan = body.service_plan.clone().or(asked.service_plan);
    asked
}

/// Asks the authority of the category about a change as it will be (T-CHG-05).
pub(super) fn ask_authority(change: &Change, case: &mut ChangeCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    let words = "implementation, test, back-out and communication are planned";
    case.that(change.plan.is_some(), "plan", words, "须有实施、测试、回退与沟通计划");
    let words = "the risk was scored";
    case.that(change.risk.is_some(), "risk", words, "须已评估风险");
    let (Some(plan), Some(scored)) = (&change.plan, &change.risk) else { return };
    planned(plan, case);
    let critical = change.reach.as_ref().is_some_and(|reach| reach.critical);
    let risk = RiskScore::of(&rules.risk, &change.rfc, scored.estimate, plan.back_out.tested, critical);
    let category = settled(change, &change.rfc, &risk);
    let authority = rules.categories.get(&category);
    assessed(change, authority.map(|rules| &rules.assessments), case);
    in_time(change, plan, authority.map_or(0, |rules| rules.lead_time_working_days), case);
    if category == ChangeCategory::Major {
        under_service_plan(change, case);
    }
    let content = change.content_as(Some(category), &change.rfc, &change.plan);
    let Some(authority) = authority else { return };
    let Some(ballot) = ballot(change, content, authority, case) else { return };
    let voters: Vec<_> = ballot.voters().iter().map(|voter| voter.person.clone()).collect();
    case.emit(Box::new(ApprovalRequested {
        ballot,
        category,
        plan: plan.clone(),
        risk,
        service_plan: change.service_plan.clone(),
    }));
    for voter in voters {
        case.notify(NoticeKind::ApprovalWanted, Recipient::Person(voter), None);
    }
}

/// Demands that a plan says everything it has to.
pub(super) fn planned(plan: &ChangePlan, case: &mut ChangeCase<'_>) {
    let texts = [
        (&plan.steps, "plan_steps", "the implementation is planned", "须有实施计划"),
        (&plan.test, "plan_test", "the test is planned", "须有测试计划"),
        (&plan.back_out.steps, "plan_back_out", "the back-out is planned", "须有回退计划"),
        (&plan.communication, "plan_communication", "the communication is planned", "须有沟通计划"),
        (&plan.verification, "plan_verification", "the verification is planned", "须有验证计划"),
    ];
    for (text, condition, en, zh) in texts {
        case.text(text, condition, en, zh);
    }
    let why_not = plan.back_out.not_tested.as_deref().is_some_and(|why| !why.trim().is_empty());
    case.that(
        plan.back_out.tested || why_not,
        "back_out_tested",
        "the back-out was tested, or why not is said",
        "回退须经测试，或说明未测试的原因",
    );
    case.that_value(
        plan.window.from < plan.window.until,
        plan.window.until,
        "window",
        "the window ends after it begins",
        "窗口结束须晚于开始",
    );
}

/// The window begins after the lead time of the category, unless the content that is voted on says why not.
fn in_time(change: &Change, plan: &ChangePlan, days: u32, case: &mut ChangeCase<'_>) {
    let Some(submitted_at) = change.submitted_at else { return };
    let Some(earliest) = after_working_days(case, submitted_at, days) else { return };
    let reasoned = plan.short_notice.as_deref().is_some_and(|why| !why.trim().is_empty());
    case.that_value(
        plan.window.from >= earliest || reasoned,
        earliest,
        "lead_time",
        "the window begins after the lead time of the category, or why not is said",
        "窗口须满足该类别的提前期，或说明原因",
    );
    case.that_value(
        plan.window.until > case.at,
        plan.window.until,
        "window_ahead",
        "the window is not over",
        "窗口须尚未结束",
    );
}

/// A major change waits for the approval of its service plan (T-CHG-05, spec 3.7).
fn under_service_plan(change: &Change, case: &mut ChangeCase<'_>) {
    let Some(plan) = &change.service_plan else {
        let words = "a major change has an approved service plan";
        case.that(false, "service_plan", words, "重大变更须有已批准的服务计划");
        return;
    };
    if case.policy().rules.registers.contains("service_plan") {
        let approved = case.fact("service_plan", &plan.plan).is_none_or(|fact| fact.state == "approved");
        let words = "the service plan is approved";
        case.that_value(approved, &plan.plan, "service_plan", words, "服务计划须已批准");
        return;
    }
    case.that_value(
        plan.approved_at <= case.at,
        plan.approved_at,
        "service_plan",
        "the service plan is approved",
        "服务计划须已批准",
    );
}

/// Who does not approve a change, and why (T-CHG-06).
fn excluded(change: &Change) -> Vec<Excluded> {
    let rows = [
        (Some(&change.requester), Duty::RequesterChangeApprover),
        (change.envelope.owner.as_ref(), Duty::OwnerChangeApprover),
        (change.implementer(), Duty::ImplementerChangeApprover),
    ];
    rows.into_iter().filter_map(|(person, row)| Some(Excluded { person: person?.clone(), row })).collect()
}

fn ballot(
    change: &Change,
    subject: Digest,
    authority: &crate::control::CategoryRules,
    case: &mut ChangeCase<'_>,
) -> Option<Ballot> {
    let excluded = excluded(change);
    let waivers = &case.context.waivers;
    let barred = |voter: &Voter| {
        excluded
            .iter()
            .filter(|row| row.person == voter.person)
            .any(|row| separated(row.row, &row.person, &row.person, waivers, case.at) == Separation::Violated)
    };
    let voters = authority.voters.iter().filter(|voter| !barred(voter)).cloned().collect();
    let opening = BallotOpening { subject, rule: authority.approval.clone(), voters, excluded };
    match Ballot::open(opening, waivers, case.at) {
        Ok(ballot) => Some(ballot),
        Err(error) => {
            refused(&error, case);
            None
        }
    }
}

fn refused(error: &ApprovalError, case: &mut ChangeCase<'_>) {
    let words = "the ballot allows it";
    case.that_value(false, format_args!("{}: {error}", error.code()), "ballot", words, "须为表决所允许");
}

pub(super) fn vote(change: &Change, body: &CastVote, case: &mut ChangeCase<'_>) {
    let Some(ballot) = &change.ballot else { return };
    let vote = Vote {
        by: body.by.clone().unwrap_or_else(|| case.actor().clone()),
        cast_by: case.actor().clone(),
        decision: body.decision,
        comment: body.comment.to_string(),
        at: case.at,
    };
    if matches!(body.decision, VoteDecision::Reject | VoteDecision::Return) {
        case.text(&body.comment, "comment", "the reason is said", "须说明原因");
    }
    // Owner and implementer may have changed since the ballot opened.
    for row in excluded(change) {
        case.separate(row.row, &vote.by, &row.person);
        if vote.cast_by != vote.by {
            case.separate(row.row, &vote.cast_by, &row.person);
        }
    }
    let content = ballot.is_for(change.content());
    case.that(content, "content", "the vote is about the present content", "投票须针对当前内容");
    let outcome = match ballot.decide_vote(vote, &case.context.waivers, case.at) {
        Ok(cast) => {
            let outcome = cast.outcome;
            case.emit(Box::new(Voted { cast }));
            outcome
        }
        // Said above, row by row.
        Err(ApprovalError::Excluded { .. }) if case.refused() => return,
        Err(error) => return refused(&error, case),
    };
    match outcome {
        BallotOutcome::Waiting {} => {}
        BallotOutcome::Accepted { .. } => {
            case.emit(Approved {});
            case.notify(NoticeKind::Progress, Recipient::Requester, None);
            if let Some(owner) = &change.envelope.owner {
                case.notify(NoticeKind::Progress, Recipient::Person(owner.clone()), None);
            }
        }
        BallotOutcome::Refused { .. } => {
            let said = body.comment.trim();
            let reason =
                if said.is_empty() { Text::literal("refused by its authority") } else { Text::cut(said) };
            case.emit(Rejected { reason });
            case.notify(NoticeKind::Refused, Recipient::Requester, None);
        }
        BallotOutcome::Returned { .. } => {
            case.emit(Returned { reason: body.comment.clone() });
            if let Some(owner) = &change.envelope.owner {
                case.notify(NoticeKind::Progress, Recipient::Person(owner.clone()), None);
            }
        }
    }
}

pub(super) fn delegate(change: &Change, body: &Delegate, case: &mut ChangeCase<'_>) {
    let Some(ballot) = &change.ballot else { return };
    match ballot.decide_delegation(case.actor().clone(), body.to.clone(), case.at) {
        Ok(delegation) => {
            case.emit(Delegated { delegation });
            case.notify(NoticeKind::ApprovalWanted, Recipient::Person(body.to.clone()), None);
        }
        Err(error) => refused(&error, case),
    }
}

pub(super) fn defer(body: &Defer, case: &mut ChangeCase<'_>) {
    because(&body.reason, case);
    let words = "the next date lies ahead";
    case.that_value(body.until > case.at, body.until, "until", words, "下次日期须晚于当前时间");
    case.emit(Deferred { reason: body.reason.clone(), until: body.until });
    case.notify(NoticeKind::Waiting, Recipient::Requester, Some(body.until));
}

/// Whether a person has a vote on the change, for himself or as a delegate; before it is accepted, whether he may authorise an
/// emergency.
pub(super) fn approves(
    change: &Change,
    person: &PersonId,
    context: &Context<RulesInForce<ChangeRules>>,
) -> bool {
    match (&change.ballot, change.phase()) {
        (_, ChangePhase::Submitted) => context.policy.rules.emergency.duty_managers.contains(person),
        (Some(ballot), _) => {
            ballot.voters().iter().any(|voter| voter.person == *person)
                || ballot.delegations().iter().any(|delegation| delegation.to == *person)
        }
        (None, _) => false,
    }
}
