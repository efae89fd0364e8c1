//! What the guards of major incidents check, and what happens when they pass.

use super::{
    BeginReview, Close, Closed, Declare, Declared, Downgrade, DowngradeProposed, Downgraded, Downgrading,
    HandOver, HandedOver, MajorClosure, MajorIncident, MajorIncidentCommand, MajorIncidentPhase,
    MajorIncidents, Manage, Managed, NoticeOverdue, ProblemDecision, ProposeDowngrade, Restore, Restored,
    Review, ReviewBegun, ReviewOverdue, Reviewed, Update, UpdateOverdue, Updated,
};
use crate::kernel::{Case, Duty, Fact, Instant, NoticeKind, PersonId, Recipient, Role};
use crate::resolution::desk::SHORTEST_UPDATE_S;
use crate::resolution::tickets::{after_working_days, registered};

type MajorCase<'a> = Case<'a, MajorIncidents>;

pub(super) fn decide(command: &MajorIncidentCommand, case: &mut MajorCase<'_>) {
    if let MajorIncidentCommand::Declare(body) = command {
        return declare(body, case);
    }
    let Some(major) = case.record else { return };
    match command {
        MajorIncidentCommand::Declare(_) => {}
        MajorIncidentCommand::Manage(body) => manage(major, *body, case),
        MajorIncidentCommand::Update(body) => update(major, body, case),
        MajorIncidentCommand::Restore(body) => restore(major, body, case),
        MajorIncidentCommand::BeginReview(body) => begin_review(major, body, case),
        MajorIncidentCommand::Review(body) => review(major, body, case),
        MajorIncidentCommand::Close(body) => close(major, body, case),
        MajorIncidentCommand::Downgrade(body) => downgrade(major, body, case),
        MajorIncidentCommand::ProposeDowngrade(body) => propose_downgrade(major, body, case),
        MajorIncidentCommand::HandOver(body) => hand_over(major, body, case),
        MajorIncidentCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn declare(body: &Declare, case: &mut MajorCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    let incident = case.fact("incident", &body.incident);
    if let Some(fact) = incident {
        let open = matches!(fact.state.as_str(), "classified" | "assigned" | "in_progress" | "pending");
        case.that_value(
            open,
            &fact.state,
            "incident_state",
            "the incident is classified and not resolved",
            "事件须已分类且未解决",
        );
        case.that_value(
            !fact.attributes.contains_key("major"),
            &body.incident,
            "incident_major",
            "the incident has no major incident yet",
            "该事件尚无重大事件",
        );
    }
    let reason = body.manual_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    case.that(
        !body.criteria.is_empty() || reason,
        "criteria",
        "a criterion that it meets, or the reason why it is one without, is given",
        "须给出所符合的标准，或无标准时的原因",
    );
    for stated in &body.criteria {
        case.that_value(
            rules.major_criteria.iter().any(|criterion| criterion.id == *stated),
            stated,
            "criterion",
            "the criterion is one of the policy",
            "标准须为策略所列",
        );
    }
    not_sole_resolver(&body.manager, &resolvers(&body.resolvers, incident), case);
    let notice_due = case.at.plus_s(rules.major_notice_s).unwrap_or(Instant::MAX);
    case.emit(Declared {
        criteria: body.criteria.clone(),
        incident: body.incident.clone(),
        manager: body.manager.clone(),
        manual_reason: body.manual_reason.clone(),
        notice_due,
        resolvers: body.resolvers.clone(),
        update_due: case.at.plus_s(rules.major_update_every_s).unwrap_or(Instant::MAX),
        update_every_s: rules.major_update_every_s,
    });
    case.notify(NoticeKind::MajorIncident, Recipient::Role(Role::TopManagement), Some(notice_due));
    case.notify(NoticeKind::Assigned, Recipient::Person(body.manager.clone()), None);
}

/// Who resolves it: those stated, and whoever has or resolved its incident.
fn resolvers(stated: &[PersonId], incident: Option<&Fact>) -> Vec<PersonId> {
    let attribute = |name: &str| incident.and_then(|fact| fact.attributes.get(name));
    let of_incident = ["resolver", "assignee"].into_iter().filter_map(attribute);
    let of_incident = of_incident.filter_map(|person| PersonId::new(person.as_str()).ok());
    stated.iter().cloned().chain(of_incident).collect()
}

/// Demands that whoever acts as its manager, and in none of the other roles that may, is the one named.
fn named_manager(major: &MajorIncident, beside: &[Role], case: &mut MajorCase<'_>) {
    let roles = case.context.actor.roles_at(case.at);
    // Without the role it is a matter of authority.
    let stands_in =
        !roles.contains(Role::MajorIncidentManager) || beside.iter().any(|role| roles.contains(*role));
    let met = case.actor() == &major.manager || stands_in;
    let words = "whoever acts as its manager is the manager named";
    case.that_value(met, &major.manager, "manager", words, "须为指定的重大事件经理本人");
}

/// Who leads the restoration does not do all of it (T-MAJ-01).
fn not_sole_resolver(manager: &PersonId, resolvers: &[PersonId], case: &mut MajorCase<'_>) {
    if let Some(first) = resolvers.first()
        && resolvers.iter().all(|resolver| resolver == first)
    {
        case.separate(Duty::MajorIncidentManagerSoleResolver, manager, first);
    }
}

fn manage(major: &MajorIncident, body: Manage, case: &mut MajorCase<'_>) {
    named_manager(major, &[], case);
    let longest = case.policy().rules.major_update_every_s;
    case.used(&case.policy().rules_ref);
    case.that(
        major.informed_at().is_some(),
        "top_management_informed",
        "the notice to top management was delivered",
        "最高管理层通知须已送达",
    );
    case.that_value(
        (SHORTEST_UPDATE_S..=longest).contains(&body.update_every_s),
        body.update_every_s,
        "update_every_s",
        "updates are given at least as often as the policy says, and at most once a minute",
        "沟通频率不得低于策略要求，且每分钟至多一次",
    );
    let update_due = case.at.plus_s(body.update_every_s).unwrap_or(Instant::MAX);
    case.emit(Managed { update_due, update_every_s: body.update_every_s });
}

fn update(major: &MajorIncident, body: &Update, case: &mut MajorCase<'_>) {
    named_manager(major, &[Role::IncidentManager, Role::ServiceDesk], case);
    case.text(&body.text, "text", "the update says how it stands", "更新须说明进展");
    let update_due = case.at.plus_s(major.update_every_s).unwrap_or(Instant::MAX);
    case.emit(Updated { text: body.text.clone(), update_due });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::TopManagement), None);
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
}

fn restore(major: &MajorIncident, body: &Restore, case: &mut MajorCase<'_>) {
    named_manager(major, &[], case);
    let restoration = &body.restoration;
    let plausible = restoration.restored_at >= major.declared_at && restoration.restored_at <= case.at;
    case.that_value(
        plausible,
        restoration.restored_at,
        "restored_at",
        "the restoration lies between declaration and now",
        "恢复时间须介于宣布时间与当前时间之间",
    );
    case.that(restoration.outage_closed, "outage_closed", "the outage was closed", "中断记录须已结束");
    case.that(restoration.customers_told, "customers_told", "the customers were told", "须已告知客户");
    case.that(!restoration.resolvers.is_empty(), "resolvers", "who resolved it is named", "须列出解决人");
    let stated: Vec<PersonId> = major.resolvers.iter().chain(&restoration.resolvers).cloned().collect();
    let incident = case.fact("incident", &major.incident);
    not_sole_resolver(&major.manager, &resolvers(&stated, incident), case);
    let days = case.policy().rules.major_review_working_days;
    case.used(&case.policy().rules_ref);
    let review_due = after_working_days(case, restoration.restored_at, days);
    case.that(
        review_due.is_some(),
        "review_due",
        "the calendar has enough business days for the review",
        "日历须有足够的工作日用于评审",
    );
    let Some(review_due) = review_due else { return };
    case.emit(Restored { restoration: restoration.clone(), review_due });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::TopManagement), None);
    case.notify(NoticeKind::ReviewDue, Recipient::Person(major.manager.clone()), Some(review_due));
}

fn begin_review(major: &MajorIncident, body: &BeginReview, case: &mut MajorCase<'_>) {
    named_manager(major, &[Role::ProblemManager], case);
    facilitates(major, &body.facilitator, case);
    case.emit(ReviewBegun { facilitator: body.facilitator.clone() });
}

/// Who resolved anything of it does not lead its review (T-MAJ-04).
fn facilitates(major: &MajorIncident, facilitator: &PersonId, case: &mut MajorCase<'_>) {
    let incident = case.fact("incident", &major.incident);
    if resolvers(&major.resolvers, incident).contains(facilitator) {
        case.separate(Duty::ReviewFacilitatorResolver, facilitator, facilitator);
    }
}

fn review(major: &MajorIncident, body: &Review, case: &mut MajorCase<'_>) {
    let review = &body.review;
    named_manager(major, &[Role::ProblemManager], case);
    facilitates(major, &review.facilitator, case);
    case.that(!review.timeline.is_empty(), "timeline", "the timeline is given", "须给出时间线");
    let ordered = review.timeline.is_sorted_by_key(|entry| entry.at)
        && review.timeline.iter().all(|entry| entry.at <= case.at);
    case.that(
        ordered,
        "timeline_order",
        "the timeline is in order and ends before now",
        "时间线须有序且不晚于当前",
    );
    for entry in &review.timeline {
        case.text(&entry.text, "timeline_text", "every entry says what happened", "每条时间线须说明内容");
    }
    case.that(!review.attendees.is_empty(), "attendees", "the attendees are named", "须列出参加人");
    case.that(!review.improvements.is_empty(), "improvements", "improvements are named", "须提出改进");
    for improvement in review.improvements.iter().chain(&review.worked_well) {
        case.text(improvement, "improvement_text", "every finding says something", "每项内容不得为空");
    }
    match &review.problem {
        ProblemDecision::Linked(problem) => registered(case, "problem", problem),
        ProblemDecision::NotNeeded(reason) => {
            let words = "a problem is linked, or the reason why none is needed is given";
            case.text(reason, "problem_decision", words, "须关联问题或说明无需问题的原因");
        }
    }
    case.emit(Box::new(Reviewed { review: review.clone() }));
    case.notify(NoticeKind::Progress, Recipient::Role(Role::IncidentManager), None);
}

fn close(major: &MajorIncident, body: &Close, case: &mut MajorCase<'_>) {
    for manager in &major.managers {
        case.separate(Duty::IncidentManagerMajorIncidentManager, case.actor(), manager);
    }
    let reason = body.no_action_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    case.that(
        !body.actions.is_empty() || reason,
        "actions",
        "the actions were created, or the reason why none follows is given",
        "措施须已创建，或说明无措施的原因",
    );
    case.text(&body.report.reference, "report", "top management has the report", "报告须已交最高管理层");
    case.emit(Closed {
        closure: MajorClosure {
            actions: body.actions.clone(),
            at: case.at,
            by: case.actor().clone(),
            no_action_reason: body.no_action_reason.clone(),
            report: body.report.clone(),
        },
    });
    case.notify(NoticeKind::Closed, Recipient::Role(Role::TopManagement), None);
}

fn propose_downgrade(major: &MajorIncident, body: &ProposeDowngrade, case: &mut MajorCase<'_>) {
    named_manager(major, &[Role::IncidentManager], case);
    case.text(&body.reason, "reason", "a reason against the criteria is given", "须对照标准说明原因");
    case.emit(DowngradeProposed { reason: body.reason.clone() });
    case.notify(NoticeKind::ApprovalWanted, Recipient::Role(Role::IncidentManager), None);
    case.notify(NoticeKind::ApprovalWanted, Recipient::Person(major.manager.clone()), None);
}

fn downgrade(major: &MajorIncident, body: &Downgrade, case: &mut MajorCase<'_>) {
    case.text(&body.reason, "reason", "a reason against the criteria is given", "须对照标准说明原因");
    case.that(
        major.proposal.is_some(),
        "proposal",
        "one of the two managers has proposed it",
        "须已由两位经理之一提议",
    );
    let Some(proposal) = &major.proposal else { return };
    // Two persons are the rule itself: no waiver makes one of them.
    case.that_value(
        proposal.by != *case.actor(),
        case.actor(),
        "separation_of_duties",
        "whoever proposed it does not take it back",
        "提议人不得自行降级",
    );
    let incident_manager = case.context.actor.roles_at(case.at).contains(Role::IncidentManager);
    let manager = case.actor() == &major.manager;
    let other = if proposal.by == major.manager { incident_manager } else { manager };
    case.that_value(
        other || proposal.by == *case.actor(),
        &proposal.by,
        "pair",
        "the two are the major incident's manager and the incident manager",
        "两人须为该重大事件的经理与事件经理",
    );
    case.emit(Downgraded {
        downgrading: Downgrading {
            at: case.at,
            by: case.actor().clone(),
            proposed_by: proposal.by.clone(),
            reason: body.reason.clone(),
        },
    });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::TopManagement), None);
}

fn hand_over(major: &MajorIncident, body: &HandOver, case: &mut MajorCase<'_>) {
    named_manager(major, &[Role::IncidentManager], case);
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.that_value(
        body.manager != major.manager,
        &body.manager,
        "change",
        "somebody else leads from now on",
        "须更换为其他人",
    );
    let incident = case.fact("incident", &major.incident);
    not_sole_resolver(&body.manager, &resolvers(&major.resolvers, incident), case);
    case.emit(HandedOver { manager: body.manager.clone(), reason: body.reason.clone() });
    case.notify(NoticeKind::Assigned, Recipient::Person(body.manager.clone()), None);
}

/// When the next timer is due. What is due at an instant is missed a second later.
pub(super) fn due(major: &MajorIncident) -> Option<Instant> {
    [notice_missed(major), update_missed(major), review_missed(major)].into_iter().flatten().min()
}

pub(super) fn fire(case: &mut MajorCase<'_>) {
    let Some(major) = case.record else { return };
    let now = |at: Option<Instant>| at.is_some_and(|at| at <= case.at);
    if now(notice_missed(major)) {
        case.emit(NoticeOverdue { due: major.notice_due });
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::IncidentManager), None);
    } else if now(update_missed(major)) {
        let Some(due) = major.update_due() else { return };
        // A journal may hold any span; a timer always gets on.
        let every_s = major.update_every_s.max(SHORTEST_UPDATE_S);
        let update_due = due.plus_s(every_s).unwrap_or(Instant::MAX);
        case.emit(UpdateOverdue { due, update_due });
        case.notify(NoticeKind::Escalated, Recipient::Person(major.manager.clone()), None);
    } else if now(review_missed(major)) {
        let Some(due) = major.review_due else { return };
        case.emit(ReviewOverdue { due });
        case.notify(NoticeKind::ReviewDue, Recipient::Person(major.manager.clone()), None);
    }
}

fn notice_missed(major: &MajorIncident) -> Option<Instant> {
    let waiting = major.phase() == MajorIncidentPhase::Declared
        && !major.notice_missed
        && major.informed_at().is_none_or(|at| at > major.notice_due);
    missed(waiting.then_some(major.notice_due))
}

fn update_missed(major: &MajorIncident) -> Option<Instant> {
    missed(major.update_due())
}

fn review_missed(major: &MajorIncident) -> Option<Instant> {
    let waiting = matches!(major.phase(), MajorIncidentPhase::Restored | MajorIncidentPhase::Reviewing);
    missed(major.review_due.filter(|_| waiting && !major.review_missed))
}

fn missed(due: Option<Instant>) -> Option<Instant> {
    due?.plus_s(1)
}
