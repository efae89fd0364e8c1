//! What the guards of service requests check, and what happens when they pass.

use super::{
    ApprovalRequested, Approved, Cancel, Cancelled, CastVote, Closed, Convert, Converted, ConvertedTo,
    Delegate, Delegated, Edit, Edited, Fulfil, FulfilBegin, Fulfilled, FulfilmentBegun, Informed, LinkTo,
    Linked, Recalculate, Recalculated, Reject, Rejected, RequestClosure, Resume, Resumed, Returned,
    ServiceRequest, ServiceRequestCommand, ServiceRequestState, ServiceRequests, Submit, Submitted, TaskDone,
    TaskFinished, Validate, Validated, Voted, Wait, Waited, Work, Worked,
};
use crate::kernel::{
    Actor, ApprovalError, Ballot, BallotOpening, BallotOutcome, Case, Code, Context, Duty, Excluded, Instant,
    NoticeKind, PersonId, PersonalField, Recipient, Role, Separation, Text, Vote, VoteDecision, Voter,
    separated,
};
use crate::resolution::desk::RequestModel;
use crate::resolution::tickets::{
    after_working_days, closes_by_itself, competent, excuse, linkable, observe, registered, reminders,
    stimulate, stimulated,
};
use crate::resolution::{Assignment, DeskPolicy};
use crate::sla::{Metric, Stimulus, Ticket};
use std::collections::BTreeMap;

type RequestCase<'a> = Case<'a, ServiceRequests>;

pub(super) fn decide(command: &ServiceRequestCommand, case: &mut RequestCase<'_>) {
    if let ServiceRequestCommand::Submit(body) = command {
        return submit(body, case);
    }
    let Some(request) = case.record else { return };
    match command {
        ServiceRequestCommand::Submit(_) => {}
        ServiceRequestCommand::Validate(body) => validate(request, body, case),
        ServiceRequestCommand::Approve(_) => approve(request, case),
        ServiceRequestCommand::RequestApproval(_) => request_approval(request, case),
        ServiceRequestCommand::Vote(body) => vote(request, body, case),
        ServiceRequestCommand::Delegate(body) => delegate(request, body, case),
        ServiceRequestCommand::Edit(body) => edit(request, body, case),
        ServiceRequestCommand::FulfilBegin(body) => fulfil_begin(request, body, case),
        ServiceRequestCommand::Fulfil(body) => fulfil(request, body, case),
        ServiceRequestCommand::Close(_) => close(request, case),
        ServiceRequestCommand::Reject(body) => reject(request, body, case),
        ServiceRequestCommand::Cancel(body) => cancel(request, body, case),
        ServiceRequestCommand::Convert(body) => convert(request, body, case),
        ServiceRequestCommand::Wait(body) => wait(request, body, case),
        ServiceRequestCommand::Resume(body) => {
            case.text(&body.reason, "reason", "a reason is given", "须说明原因");
            resume(request, body.clone(), case);
        }
        ServiceRequestCommand::TaskDone(body) => task_done(request, body, case),
        ServiceRequestCommand::Work(body) => work(request, body, case),
        ServiceRequestCommand::Inform(_) => inform(request, case),
        ServiceRequestCommand::Link(body) => link(body, case),
        ServiceRequestCommand::Recalculate(body) => recalculate(request, body, case),
        ServiceRequestCommand::ExcuseBreach(body) => excuse(&request.clocks, body.metric, &body.reason, case),
        ServiceRequestCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn submit(body: &Submit, case: &mut RequestCase<'_>) {
    if let Some(model) = model(&body.model, case) {
        complete(model, &body.inputs, case);
    }
    let contact = body.contact.as_ref().and_then(|contact| case.seal(contact, PersonalField::Contact));
    let acting = case.context.on_behalf_of.as_ref().unwrap_or(case.actor());
    let requester = body.requester.as_ref().unwrap_or(acting);
    // Who asks may not vote; so nobody but the desk says that somebody else asks.
    let desk = case.context.actor.roles_at(case.at).contains(Role::ServiceDesk);
    case.that_value(
        desk || requester == case.actor(),
        requester,
        "requester",
        "whoever is not of the desk asks in his own name",
        "非服务台人员只能以本人名义提出请求",
    );
    case.emit(Box::new(Submitted {
        beneficiary: body.beneficiary.clone(),
        contact,
        customer: body.customer.clone(),
        inputs: body.inputs.clone(),
        model: body.model.clone(),
        requester: requester.clone(),
        service: body.service.clone(),
    }));
    case.notify(NoticeKind::Registered, Recipient::Requester, None);
}

/// The model of the policy in force.
fn model<'a>(code: &Code, case: &mut RequestCase<'a>) -> Option<&'a RequestModel> {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let model = policy.rules.request_models.get(code);
    case.that_value(model.is_some(), code, "model", "the model is one of the policy", "模型须为策略所列");
    model
}

fn complete(model: &RequestModel, inputs: &BTreeMap<Code, Text>, case: &mut RequestCase<'_>) {
    for wanted in &model.inputs {
        case.that_value(
            inputs.get(wanted).is_some_and(|input| !input.trim().is_empty()),
            wanted,
            "inputs",
            "every input of the model is given",
            "须给出模型所需的全部输入",
        );
    }
    for name in inputs.keys() {
        case.that_value(
            model.inputs.contains(name),
            name,
            "input_unknown",
            "every input is one of the model",
            "输入须为模型所列",
        );
    }
}

fn validate(request: &ServiceRequest, body: &Validate, case: &mut RequestCase<'_>) {
    if let Some(model) = model(&request.model, case) {
        let entitled = model.entitled.is_empty()
            || model.entitled.iter().any(|role| body.beneficiary_roles.contains(*role));
        case.that_value(
            entitled,
            &request.beneficiary,
            "entitlement",
            "the beneficiary holds a role that is entitled",
            "受益人须具备资格角色",
        );
    }
    let policy = case.policy();
    case.used(&policy.matrix_ref);
    let of = &body.classification;
    let priority = match policy.matrix.priority(of.impact, of.urgency) {
        Ok(priority) => priority,
        Err(error) => {
            let words = "the matrix gives a priority for impact and urgency";
            case.that_value(false, error, "priority", words, "矩阵须对该影响度与紧急度给出优先级");
            return;
        }
    };
    let classification = body.classification.clone();
    case.emit(Validated { beneficiary_roles: body.beneficiary_roles, classification, priority });
    let attached = Stimulus::Attached { start: request.envelope.created_at, metrics: Vec::new() };
    stimulate(case, &request.clocks, &current(request).with_priority(priority), &attached);
}

fn approve(request: &ServiceRequest, case: &mut RequestCase<'_>) {
    if let Some(model) = model(&request.model, case) {
        case.that_value(
            model.approval.is_none() && !model.privileged,
            &request.model,
            "approval_needed",
            "the model asks for no approval",
            "模型须为无需审批",
        );
    }
    case.separate(Duty::RequestApproverRequester, case.actor(), &request.requester);
    case.separate(Duty::RequestApproverBeneficiary, case.actor(), &request.beneficiary);
    case.emit(Approved {});
    observe(case, &request.clocks);
}

/// Who asks and who benefits do not approve (T-SRQ-03).
fn request_approval(request: &ServiceRequest, case: &mut RequestCase<'_>) {
    let Some(model) = model(&request.model, case) else { return };
    let Some(rule) = &model.approval else {
        case.that_value(
            false,
            &request.model,
            "no_approval_needed",
            "the model says how it is approved",
            "模型须规定审批方式",
        );
        return;
    };
    let content = request.content(model);
    case.that(
        request.ballot.as_ref().is_none_or(|ballot| !ballot.stands(content, case.at)),
        "approval_stands",
        "there is no approval, or it is void: returned, expired, or given for other content",
        "尚无审批，或审批已失效：被退回、已过期，或内容已变更",
    );
    let mut rule = rule.clone();
    if model.privileged {
        rule.required_roles = rule.required_roles.with(Role::SecurityManager);
    }
    let excluded = vec![
        Excluded { person: request.requester.clone(), row: Duty::RequestApproverRequester },
        Excluded { person: request.beneficiary.clone(), row: Duty::RequestApproverBeneficiary },
    ];
    let waivers = &case.context.waivers;
    let barred = |voter: &Voter| {
        excluded
            .iter()
            .filter(|row| row.person == voter.person)
            .any(|row| separated(row.row, &row.person, &row.person, waivers, case.at) == Separation::Violated)
    };
    let voters = model.approvers.iter().filter(|voter| !barred(voter)).cloned().collect();
    let opening = BallotOpening { subject: content, rule, voters, excluded };
    let ballot = match Ballot::open(opening, waivers, case.at) {
        Ok(ballot) => ballot,
        Err(error) => return refused(&error, case),
    };
    let voters: Vec<_> = ballot.voters().iter().map(|voter| voter.person.clone()).collect();
    case.emit(Box::new(ApprovalRequested { ballot }));
    // A clause that lists `approval` does not count the time that the approvers take.
    let paused = Stimulus::Paused { reason: Code::literal("approval") };
    stimulate(case, &request.clocks, &current(request), &paused);
    for voter in voters {
        case.notify(NoticeKind::ApprovalWanted, Recipient::Person(voter), None);
    }
}

fn refused(error: &ApprovalError, case: &mut RequestCase<'_>) {
    let condition = match error {
        ApprovalError::Excluded { .. } => "separation_of_duties",
        _ => "ballot",
    };
    let words = "the ballot allows it";
    case.that_value(false, format_args!("{}: {error}", error.code()), condition, words, "须为表决所允许");
}

fn vote(request: &ServiceRequest, body: &CastVote, case: &mut RequestCase<'_>) {
    let Some(ballot) = &request.ballot else { return };
    if let Some(model) = model(&request.model, case) {
        // A model that asks for no approval any more lets the ballot run its course.
        case.that_value(
            model.approval.is_none() || ballot.is_for(request.content(model)),
            &request.model,
            "content",
            "the model is still as it was when the approval was asked for",
            "模型须与请求审批时一致",
        );
    }
    let vote = Vote {
        by: body.by.clone().unwrap_or_else(|| case.actor().clone()),
        cast_by: case.actor().clone(),
        decision: body.decision,
        comment: body.comment.to_string(),
        at: case.at,
    };
    let voter = vote.by.clone();
    if body.decision == VoteDecision::Return {
        case.text(&body.comment, "comment", "what is to be reworked is said", "须说明需修改的内容");
    }
    let cast = match ballot.decide_vote(vote, &case.context.waivers, case.at) {
        Ok(cast) => cast,
        Err(error) => {
            // The ballot no longer knows why somebody was left out of it.
            case.separate(Duty::RequestApproverRequester, &voter, &request.requester);
            case.separate(Duty::RequestApproverBeneficiary, &voter, &request.beneficiary);
            return refused(&error, case);
        }
    };
    let outcome = cast.outcome;
    case.emit(Box::new(Voted { cast }));
    match outcome {
        BallotOutcome::Waiting {} => observe(case, &request.clocks),
        BallotOutcome::Accepted { .. } => {
            case.emit(Approved {});
            stimulate(case, &request.clocks, &current(request), &Stimulus::Resumed {});
            case.notify(NoticeKind::Progress, Recipient::Requester, None);
        }
        BallotOutcome::Refused { .. } => {
            let silent = body.comment.trim().is_empty();
            let reason =
                if silent { Text::literal("refused by its approvers") } else { body.comment.clone() };
            rejected(request, reason, case);
        }
        BallotOutcome::Returned { .. } => {
            case.emit(Returned { reason: body.comment.clone() });
            stimulate(case, &request.clocks, &current(request), &Stimulus::Resumed {});
            case.notify(NoticeKind::Progress, Recipient::Requester, None);
        }
    }
}

fn delegate(request: &ServiceRequest, body: &Delegate, case: &mut RequestCase<'_>) {
    let Some(ballot) = &request.ballot else { return };
    match ballot.decide_delegation(case.actor().clone(), body.to.clone(), case.at) {
        Ok(delegation) => {
            case.emit(Delegated { delegation });
            case.notify(NoticeKind::ApprovalWanted, Recipient::Person(body.to.clone()), None);
        }
        Err(error) => refused(&error, case),
    }
}

fn edit(request: &ServiceRequest, body: &Edit, case: &mut RequestCase<'_>) {
    if let Some(model) = model(&request.model, case) {
        complete(model, &body.inputs, case);
    }
    case.that(body.inputs != request.inputs, "change", "something changes", "须有变更内容");
    case.emit(Edited { inputs: body.inputs.clone() });
    if matches!(request.state, ServiceRequestState::AwaitingApproval) {
        stimulate(case, &request.clocks, &current(request), &Stimulus::Resumed {});
    }
}

fn fulfil_begin(request: &ServiceRequest, body: &FulfilBegin, case: &mut RequestCase<'_>) {
    let model = model(&request.model, case);
    let category = request.classification.as_ref().map(|of| &of.category);
    competent(case, &body.group, None, category);
    let assignment = Assignment { group: body.group.clone(), person: None };
    case.that_value(
        assignment.is_with(case.actor(), case.context),
        case.actor(),
        "group_member",
        "whoever begins belongs to the group",
        "开始履行者须属于该组",
    );
    case.that_value(
        model.is_none_or(|model| model.instructions.as_ref() == Some(&body.instructions)),
        format_args!("{} {}", body.instructions.document, body.instructions.version),
        "instructions",
        "the instructions are the effective version of the model's",
        "须为模型作业指导的现行版本",
    );
    let needed = model.is_some_and(|model| model.approval.is_some() || model.privileged);
    let in_force = model
        .zip(request.ballot.as_ref())
        .is_some_and(|(model, ballot)| ballot.in_force(request.content(model), case.at));
    case.that(!needed || in_force, "approval_in_force", "the approval is in force", "审批须有效");
    case.emit(FulfilmentBegun {
        assignment: Assignment { person: Some(case.actor().clone()), ..assignment },
        instructions: body.instructions.clone(),
        tasks: model.map(|model| model.tasks.clone()).unwrap_or_default(),
    });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Acknowledged {});
}

fn fulfil(request: &ServiceRequest, body: &Fulfil, case: &mut RequestCase<'_>) {
    let model = model(&request.model, case);
    let privileged = model.is_some_and(|model| model.privileged);
    let fulfilment = &body.fulfilment;
    for task in request.tasks.iter().filter(|task| task.done.is_none()) {
        case.that_value(false, &task.task, "tasks", "every task is done", "全部任务须已完成");
    }
    case.that(!fulfilment.evidence.is_empty(), "evidence", "evidence is given", "须给出证据");
    if let Some(ci) = fulfilment.cis.first() {
        case.that_value(
            model.is_none_or(|model| model.standard_change.is_some()),
            ci,
            "standard_change",
            "a CI is altered only under a standard change; convert the request to a change",
            "仅可按标准变更改动配置项；否则须转为变更",
        );
    }
    for grant in &fulfilment.access {
        let ends = grant.expires_at;
        case.that_value(
            ends.map_or(!privileged, |at| at > case.at),
            &grant.access,
            "access_expiry",
            "privileged access ends, and no access has ended already",
            "特权访问须有期限，且期限须晚于当前时间",
        );
    }
    if privileged {
        case.that(
            !fulfilment.access.is_empty(),
            "access",
            "the access granted is named",
            "须列出所授予的访问权限",
        );
        case.that(
            request.has_security_approval(),
            "security_approval",
            "information security has approved it",
            "须有信息安全审批",
        );
        separate_from_approvers(request, case);
    }
    let rules = &case.policy().rules;
    let closes_at = after_working_days(case, case.at, rules.close_after_working_days);
    let notices = rules.close_after_notices;
    let reminders = reminders(case.at, closes_at, notices);
    case.emit(Fulfilled { closes_at, fulfilment: fulfilment.clone(), notices, reminders });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Resolved {});
    case.notify(NoticeKind::Resolved, Recipient::Requester, closes_at);
}

/// Nobody who worked on privileged access has approved it (T-SRQ-05).
fn separate_from_approvers(request: &ServiceRequest, case: &mut RequestCase<'_>) {
    let done = request.tasks.iter().filter_map(|task| task.done.as_ref()).map(|done| &done.by);
    let mut fulfillers: Vec<_> = done.chain([case.actor()]).collect();
    fulfillers.sort_unstable();
    fulfillers.dedup();
    for fulfiller in fulfillers {
        if request.approvers().any(|approver| approver == fulfiller) {
            case.separate(Duty::PrivilegedFulfillerApprover, fulfiller, fulfiller);
        }
    }
}

fn close(request: &ServiceRequest, case: &mut RequestCase<'_>) {
    let automatic = case.context.actor.roles_at(case.at).contains(Role::System);
    if automatic {
        case.that(
            unanswered(request).is_some_and(|at| at <= case.at),
            "notices",
            "the notices were delivered and nobody answered in time",
            "通知须已送达且逾期无人答复",
        );
    }
    let user = case.context.on_behalf_of.as_ref();
    let user = user.filter(|person| [&request.requester, &request.beneficiary].contains(person));
    let confirmer = user.unwrap_or(case.actor());
    closed(request, confirmer.clone(), automatic, case);
}

fn closed(request: &ServiceRequest, confirmed_by: PersonId, automatic: bool, case: &mut RequestCase<'_>) {
    case.emit(Closed { closure: RequestClosure { at: case.at, automatic, confirmed_by } });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Closed {});
    case.notify(NoticeKind::Closed, Recipient::Requester, None);
}

fn reject(request: &ServiceRequest, body: &Reject, case: &mut RequestCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    rejected(request, body.reason.clone(), case);
}

fn rejected(request: &ServiceRequest, reason: Text, case: &mut RequestCase<'_>) {
    case.emit(Rejected { reason });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Cancelled {});
    case.notify(NoticeKind::Refused, Recipient::Requester, None);
}

fn cancel(request: &ServiceRequest, body: &Cancel, case: &mut RequestCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(Cancelled { reason: body.reason.clone() });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Cancelled {});
    case.notify(NoticeKind::Refused, Recipient::Requester, None);
}

fn convert(request: &ServiceRequest, body: &Convert, case: &mut RequestCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    match &body.to {
        ConvertedTo::Incident(incident) => {
            case.fact("incident", incident);
        }
        ConvertedTo::Change(change) => registered(case, "change", change),
    }
    case.emit(Converted { reason: body.reason.clone(), to: body.to.clone() });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Converted {});
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
}

fn wait(request: &ServiceRequest, body: &Wait, case: &mut RequestCase<'_>) {
    case.text(&body.note, "note", "a note says what it waits for", "须说明等待内容");
    case.that_value(
        body.until > case.at,
        body.until,
        "until",
        "the expected end lies ahead",
        "预计结束时间须晚于当前时间",
    );
    let resumes_at = case.policy().rules.resume_at_expected_end.then_some(body.until);
    case.used(&case.policy().rules_ref);
    case.emit(Waited { note: body.note.clone(), reason: body.reason, resumes_at, until: body.until });
    let paused = Stimulus::Paused { reason: Code::literal(body.reason.code()) };
    stimulate(case, &request.clocks, &current(request), &paused);
    case.notify(NoticeKind::Waiting, Recipient::Requester, Some(body.until));
}

fn resume(request: &ServiceRequest, body: Resume, case: &mut RequestCase<'_>) {
    case.emit(Resumed { reason: body.reason });
    stimulate(case, &request.clocks, &current(request), &Stimulus::Resumed {});
}

fn task_done(request: &ServiceRequest, body: &TaskDone, case: &mut RequestCase<'_>) {
    let outstanding = request.tasks.iter().any(|task| task.task == body.task && task.done.is_none());
    let words = "it is a task of the model that is not done yet";
    case.that_value(outstanding, &body.task, "task", words, "须为模型中尚未完成的任务");
    case.emit(TaskFinished { task: body.task.clone() });
    observe(case, &request.clocks);
}

fn work(request: &ServiceRequest, body: &Work, case: &mut RequestCase<'_>) {
    case.text(&body.note, "note", "the note says what was done", "须说明已采取的行动");
    case.emit(Worked { note: body.note.clone() });
    observe(case, &request.clocks);
}

fn inform(request: &ServiceRequest, case: &mut RequestCase<'_>) {
    case.emit(Informed {});
    let ticket = current(request);
    let answered = stimulated(case, &request.clocks, &ticket, &Stimulus::Responded {});
    if request.clocks.get(Metric::Update).is_some() {
        stimulate(case, &answered, &ticket, &Stimulus::Informed {});
    }
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
}

fn link(body: &LinkTo, case: &mut RequestCase<'_>) {
    linkable(&body.link, case);
    case.emit(Linked { link: body.link.clone() });
}

fn recalculate(request: &ServiceRequest, body: &Recalculate, case: &mut RequestCase<'_>) {
    case.emit(Recalculated { reason: body.reason.clone() });
    let recomputed = Stimulus::Recomputed { reason: body.reason.clone() };
    stimulate(case, &request.clocks, &current(request), &recomputed);
}

pub(super) fn fire(case: &mut RequestCase<'_>) {
    let Some(request) = case.record else { return };
    let due = |at: Option<Instant>| at.is_some_and(|at| at <= case.at);
    if due(request.clocks.next_due()) {
        observe(case, &request.clocks);
    } else if due(state_ends(request)) {
        match &request.state {
            ServiceRequestState::Waiting { .. } => {
                resume(request, Resume { reason: Text::literal("the expected end has come") }, case);
                if let Some(assignment) = &request.assignment {
                    case.notify(NoticeKind::Assigned, Recipient::Unit(assignment.group.clone()), None);
                }
            }
            ServiceRequestState::Fulfilled { closes_at, reminders, .. } => {
                if due(reminders.first().copied()) {
                    case.notify(NoticeKind::Resolved, Recipient::Requester, *closes_at);
                } else {
                    closed(request, Actor::timer().id, true, case);
                }
            }
            _ => {}
        }
    }
}

/// When the state ends by itself.
pub(super) fn state_ends(request: &ServiceRequest) -> Option<Instant> {
    match &request.state {
        ServiceRequestState::Waiting { resumes_at, .. } => *resumes_at,
        ServiceRequestState::Fulfilled { reminders, .. } => {
            [reminders.first().copied(), unanswered(request)].into_iter().flatten().min()
        }
        _ => None,
    }
}

/// A fulfilled request closes by itself when its time is over and enough notices were delivered (T-SRQ-06).
fn unanswered(request: &ServiceRequest) -> Option<Instant> {
    let ServiceRequestState::Fulfilled { at, closes_at, notices, .. } = &request.state else { return None };
    closes_by_itself(&request.envelope, *at, (*closes_at)?, *notices)
}

/// Whether a person votes on the request, for himself or as a delegate; before there is a ballot, by the model.
pub(super) fn approves(request: &ServiceRequest, person: &PersonId, context: &Context<DeskPolicy>) -> bool {
    match &request.ballot {
        Some(ballot) => {
            ballot.voters().iter().any(|voter| voter.person == *person)
                || ballot.delegations().iter().any(|delegation| delegation.to == *person)
        }
        None => {
            let model = context.policy.rules.request_models.get(&request.model);
            model.is_some_and(|model| model.approvers.iter().any(|voter| voter.person == *person))
        }
    }
}

/// What the selection of a clause reads of a request.
fn current(request: &ServiceRequest) -> Ticket {
    let mut ticket = Ticket::new(Code::literal("request"));
    ticket.priority = request.priority;
    ticket.service = request.service().cloned();
    ticket.customer.clone_from(&request.customer);
    ticket.category = Some(request.model.clone());
    ticket
}
