//! What the guards of incidents check, and what happens when they pass.

use super::import::import;
use super::{
    Acknowledged, AffectedService, Assign, Assigned, Cancel, Cancelled, Classification, Classified, Classify,
    Close, Closed, Closure, Convert, Converted, Escalate, Escalated, Incident, IncidentCommand,
    IncidentState, Incidents, Informed, KnownErrorMatch, LinkTo, Linked, Log, Logged, MarkMajor, MarkedMajor,
    Move, Moved, OverridePriority, Pend, Pended, PriorityOverridden, PriorityRestored, Reassign, Reassigned,
    Recalculate, Recalculated, Reclassify, Reopen, Reopened, ResolutionKind, Resolve, Resolved, Resume,
    Resumed, UnmarkMajor, UnmarkedMajor, Work, Worked,
};
use crate::kernel::{
    Actor, Case, Code, Duty, Instant, NoticeKind, PersonId, PersonalField, Recipient, Role, ServiceId, Text,
};
use crate::priority::PriorityOverride;
use crate::resolution::tickets::{
    after_working_days, closes_by_itself, competent, covered, excuse, linkable, observe, registered,
    reminders, stimulate, stimulated,
};
use crate::resolution::{Assignment, DeskPolicy};
use crate::sla::{Metric, Stimulus, Ticket};

type IncidentCase<'a> = Case<'a, Incidents>;

pub(super) fn decide(command: &IncidentCommand, case: &mut IncidentCase<'_>) {
    if let IncidentCommand::Log(body) = command {
        return log(body, case);
    }
    if let IncidentCommand::Import(body) = command {
        return import(body, case);
    }
    let Some(incident) = case.record else { return };
    match command {
        IncidentCommand::Log(_) | IncidentCommand::Import(_) => {}
        IncidentCommand::Classify(body) => classify(incident, body, case),
        IncidentCommand::Assign(body) => assign(incident, body, case),
        IncidentCommand::Acknowledge(_) => acknowledge(incident, case),
        IncidentCommand::Reassign(body) => reassign(incident, body, case),
        IncidentCommand::Pend(body) => pend(incident, body, case),
        IncidentCommand::Resume(body) => resume(incident, body, case),
        IncidentCommand::Resolve(body) => resolve(incident, body, case),
        IncidentCommand::Close(body) => close(incident, body, case),
        IncidentCommand::Reopen(body) => reopen(incident, body, case),
        IncidentCommand::Cancel(body) => cancel(incident, body, case),
        IncidentCommand::Convert(body) => convert(incident, body, case),
        IncidentCommand::Reclassify(body) => reclassify(incident, body, case),
        IncidentCommand::OverridePriority(body) => override_priority(incident, body, case),
        IncidentCommand::Move(body) => move_to(incident, body, case),
        IncidentCommand::Work(body) => work(incident, body, case),
        IncidentCommand::Inform(_) => inform(incident, case),
        IncidentCommand::Escalate(body) => escalate(incident, body, case),
        IncidentCommand::Link(body) => link(body, case),
        IncidentCommand::MarkMajor(body) => mark_major(incident, body, case),
        IncidentCommand::UnmarkMajor(body) => unmark_major(incident, body, case),
        IncidentCommand::Recalculate(body) => recalculate(incident, body, case),
        IncidentCommand::ExcuseBreach(body) => excuse(&incident.clocks, body.metric, &body.reason, case),
        IncidentCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn log(body: &Log, case: &mut IncidentCase<'_>) {
    case.text(&body.symptom, "symptom", "the symptom is stated", "须说明症状");
    case.that_value(
        body.occurred_at <= case.at,
        body.occurred_at,
        "occurred_at",
        "it occurred before it is recorded",
        "发生时间不得晚于登记时间",
    );
    if let Some(earlier) = &body.repeat_of
        && let Some(fact) = case.fact("incident", earlier)
    {
        case.that_value(
            fact.state == "closed",
            earlier,
            "repeat_of",
            "a repeat is of a closed incident",
            "再次发生须指向已关闭的事件",
        );
    }
    let symptom = case.seal(&body.symptom, PersonalField::Symptom);
    let reporter = body.reporter.as_ref().and_then(|reporter| case.seal(reporter, PersonalField::Reporter));
    let Some(symptom) = symptom else { return };
    let service = match &body.service {
        AffectedService::Known(service) => Some(service.clone()),
        AffectedService::Unknown => None,
    };
    let acting = case.context.on_behalf_of.as_ref().unwrap_or(case.actor());
    let late = case.at.seconds_since(body.occurred_at) > case.policy().rules.late_entry_s;
    case.used(&case.policy().rules_ref);
    case.emit(Box::new(Logged {
        channel: body.channel,
        ci: body.ci.clone(),
        customer: body.customer.clone(),
        late_entry: late,
        no_ci_reason: body.no_ci_reason.clone(),
        occurred_at: body.occurred_at,
        repeat_of: body.repeat_of.clone(),
        reporter,
        requester: body.requester.clone().unwrap_or_else(|| acting.clone()),
        service,
        service_down: body.service_down,
        symptom,
        symptom_code: body.symptom_code.clone(),
    }));
    case.notify(NoticeKind::Registered, Recipient::Requester, None);
}

fn classify(incident: &Incident, body: &Classify, case: &mut IncidentCase<'_>) {
    let known_error = match &body.known_error {
        KnownErrorMatch::None => None,
        KnownErrorMatch::Found(known_error) => {
            registered(case, "known_error", known_error);
            Some(known_error.clone())
        }
    };
    let classification = Classification {
        category: body.category.clone(),
        impact: body.impact,
        urgency: body.urgency,
        security: body.security,
        known_error,
    };
    let Some(priority) = set_classification(incident, classification.clone(), incident.service(), None, case)
    else {
        return;
    };
    let ticket = ticket(incident, Some(&classification), priority);
    let attached = Stimulus::Attached { start: incident.envelope.created_at, metrics: Vec::new() };
    stimulate(case, &incident.clocks, &ticket, &attached);
}

/// Emits the classification with the priority of the matrix and the major-incident criteria that are met.
fn set_classification(
    incident: &Incident,
    classification: Classification,
    service: Option<&ServiceId>,
    reason: Option<Text>,
    case: &mut IncidentCase<'_>,
) -> Option<u8> {
    let policy = case.policy();
    case.used(&policy.matrix_ref);
    case.used(&policy.rules_ref);
    let priority = match policy.matrix.priority(classification.impact, classification.urgency) {
        Ok(priority) => priority,
        Err(error) => {
            case.that_value(
                false,
                error,
                "priority",
                "the matrix gives a priority for impact and urgency",
                "矩阵须对该影响度与紧急度给出优先级",
            );
            return None;
        }
    };
    let major_criteria = major_criteria(service, &classification, priority, policy);
    let newly_major = !major_criteria.is_empty() && incident.major_criteria.is_empty();
    case.emit(Box::new(Classified { classification, major_criteria, priority, reason }));
    if newly_major {
        case.notify(NoticeKind::MajorIncident, Recipient::Role(Role::IncidentManager), None);
    }
    Some(priority)
}

fn major_criteria(
    service: Option<&ServiceId>,
    of: &Classification,
    priority: u8,
    policy: &DeskPolicy,
) -> Vec<Code> {
    let criteria = policy.rules.major_criteria.iter().filter(|criterion| {
        (criterion.impacts.is_empty() || criterion.impacts.contains(&of.impact))
            && (criterion.priorities.is_empty() || criterion.priorities.contains(&priority))
            && (criterion.services.is_empty()
                || service.is_some_and(|service| criterion.services.contains(service)))
            && (!criterion.security || of.security)
    });
    criteria.map(|criterion| criterion.id.clone()).collect()
}

fn assign(incident: &Incident, body: &Assign, case: &mut IncidentCase<'_>) {
    competent(case, &body.group, body.person.as_ref(), category(incident));
    let reason = body.no_sla_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    case.that(
        covered(&incident.clocks) || reason,
        "clocks",
        "clocks are attached, or the reason why no agreement covers it is given",
        "须已附时钟，或说明无协议覆盖的原因",
    );
    let assignment = Assignment { group: body.group.clone(), person: body.person.clone() };
    case.emit(Assigned { assignment, no_sla_reason: body.no_sla_reason.clone() });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Assigned {});
    case.notify(NoticeKind::Assigned, Recipient::Unit(body.group.clone()), None);
}

fn acknowledge(incident: &Incident, case: &mut IncidentCase<'_>) {
    case.emit(Acknowledged {});
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Acknowledged {});
}

fn reassign(incident: &Incident, body: &Reassign, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    competent(case, &body.group, body.person.as_ref(), category(incident));
    let hop = incident.assignment.as_ref().is_some_and(|assignment| assignment.group != body.group);
    let assignment = Assignment { group: body.group.clone(), person: body.person.clone() };
    case.emit(Reassigned { assignment, escalation: body.escalation, hop, reason: body.reason.clone() });
    observe(case, &incident.clocks);
    case.notify(NoticeKind::Assigned, Recipient::Unit(body.group.clone()), None);
}

fn pend(incident: &Incident, body: &Pend, case: &mut IncidentCase<'_>) {
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
    case.emit(Pended { note: body.note.clone(), reason: body.reason, resumes_at, until: body.until });
    let paused = Stimulus::Paused { reason: Code::literal(body.reason.code()) };
    stimulate(case, &incident.clocks, &current(incident), &paused);
    case.notify(NoticeKind::Waiting, Recipient::Requester, Some(body.until));
}

fn resume(incident: &Incident, body: &Resume, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    resumed(incident, body.reason.clone(), case);
}

fn resumed(incident: &Incident, reason: Text, case: &mut IncidentCase<'_>) {
    case.emit(Resumed { reason });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Resumed {});
}

fn resolve(incident: &Incident, body: &Resolve, case: &mut IncidentCase<'_>) {
    let resolution = &body.resolution;
    case.text(&resolution.text, "resolution_text", "the resolution says what was done", "须说明解决办法");
    let restored = resolution.restored_at;
    case.that(
        !incident.service_down || restored.is_some(),
        "restored_at",
        "a service that was down has the instant of its restoration",
        "服务中断须记录恢复时间",
    );
    if let Some(restored_at) = restored {
        let plausible = restored_at <= case.at && restored_at >= incident.envelope.occurred_at;
        case.that_value(
            plausible,
            restored_at,
            "restored_at",
            "the restoration lies between occurrence and now",
            "恢复时间须介于发生时间与当前时间之间",
        );
    }
    let justified = resolution.no_problem_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    let needs_problem = resolution.kind == ResolutionKind::Workaround;
    case.that(
        !needs_problem || incident.has_problem() || justified,
        "workaround",
        "a workaround has a problem, a known error or a justification",
        "变通解决须关联问题、已知错误或说明理由",
    );
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    let closes_at = after_working_days(case, case.at, rules.close_after_working_days)
        .filter(|_| incident.major.is_none());
    let reopen_until =
        after_working_days(case, case.at, rules.reopen_within_working_days).unwrap_or(Instant::MAX);
    let notices = rules.close_after_notices;
    let reminders = reminders(case.at, closes_at, notices);
    let resolution = resolution.clone();
    case.emit(Box::new(Resolved { closes_at, notices, reminders, reopen_until, resolution }));
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Resolved {});
    case.notify(NoticeKind::Resolved, Recipient::Requester, closes_at);
}

fn close(incident: &Incident, body: &Close, case: &mut IncidentCase<'_>) {
    case.that(body.category_verified, "category_verified", "the category was verified", "类别须已核实");
    // Only the user's own confirmation is recorded by somebody else.
    let user = case.context.on_behalf_of.as_ref().filter(|person| **person == incident.requester);
    let confirmer = user.unwrap_or(case.actor());
    if let Some(resolver) = &incident.resolver {
        case.separate(Duty::ResolverClosureConfirmer, confirmer, resolver);
    }
    let automatic = case.context.actor.roles_at(case.at).contains(Role::System);
    if automatic {
        case.that(
            unanswered(incident).is_some_and(|at| at <= case.at),
            "notices",
            "the notices were delivered and nobody answered in time",
            "通知须已送达且逾期无人答复",
        );
    }
    if let Some(major) = &incident.major
        && let Some(fact) = case.fact("major_incident", major)
    {
        let reviewed = matches!(fact.state.as_str(), "reviewed" | "closed" | "downgraded");
        case.that_value(
            reviewed,
            major,
            "major_reviewed",
            "its major incident was reviewed",
            "其重大事件须已评审",
        );
    }
    closed(incident, confirmer.clone(), body.code.clone(), automatic, case);
}

fn closed(
    incident: &Incident,
    confirmed_by: PersonId,
    code: Code,
    automatic: bool,
    case: &mut IncidentCase<'_>,
) {
    case.emit(Closed { closure: Closure { at: case.at, automatic, code, confirmed_by } });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Closed {});
    case.notify(NoticeKind::Closed, Recipient::Requester, None);
}

fn reopen(incident: &Incident, body: &Reopen, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    if let IncidentState::Resolved { reopen_until, .. } = &incident.state {
        case.that_value(
            case.at <= *reopen_until,
            reopen_until,
            "reopen_window",
            "the reopen window has not passed",
            "须在重开期限内",
        );
    }
    case.emit(Reopened { reason: body.reason.clone() });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Reopened {});
    if let Some(assignment) = &incident.assignment {
        case.notify(NoticeKind::Assigned, Recipient::Unit(assignment.group.clone()), None);
    }
}

fn cancel(incident: &Incident, body: &Cancel, case: &mut IncidentCase<'_>) {
    let mistake = body.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    case.that(
        mistake || body.duplicate_of.is_some(),
        "cause",
        "the incident it duplicates or the reason why it was a mistake is given",
        "须给出所重复的事件或误登记原因",
    );
    if let Some(other) = &body.duplicate_of {
        case.that_value(
            other != case.id,
            other,
            "duplicate_of",
            "an incident does not duplicate itself",
            "事件不能重复于自身",
        );
        if let Some(fact) = case.fact("incident", other) {
            case.that_value(
                fact.state != "cancelled",
                other,
                "duplicate_of",
                "the duplicated incident was not cancelled itself",
                "所重复的事件自身不得已取消",
            );
        }
    }
    if let Some(assignee) = incident.assignment.as_ref().and_then(|assignment| assignment.person.as_ref()) {
        case.separate(Duty::IncidentManagerAssignee, case.actor(), assignee);
    }
    case.emit(Cancelled { duplicate_of: body.duplicate_of.clone(), reason: body.reason.clone() });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Cancelled {});
    case.notify(NoticeKind::Refused, Recipient::Requester, None);
}

fn convert(incident: &Incident, body: &Convert, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.fact("service_request", &body.to);
    case.emit(Converted { reason: body.reason.clone(), to: body.to.clone() });
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Converted {});
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
}

fn reclassify(incident: &Incident, body: &Reclassify, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    let Some(before) = &incident.classification else { return };
    let classification = Classification {
        category: body.category.clone().unwrap_or_else(|| before.category.clone()),
        impact: body.impact.unwrap_or(before.impact),
        urgency: body.urgency.unwrap_or(before.urgency),
        ..before.clone()
    };
    case.that(classification != *before, "change", "something changes", "须有变更内容");
    let Some(matrix) = set_classification(
        incident,
        classification.clone(),
        incident.service(),
        Some(body.reason.clone()),
        case,
    ) else {
        return;
    };
    let priority = incident.priority_override.as_ref().map_or(matrix, PriorityOverride::priority);
    retarget(incident, ticket(incident, Some(&classification), priority), case);
}

fn override_priority(incident: &Incident, body: &OverridePriority, case: &mut IncidentCase<'_>) {
    let policy = case.policy();
    case.used(&policy.matrix_ref);
    let by = PriorityOverride::new(
        body.priority,
        body.reason.clone(),
        case.actor().clone(),
        case.at,
        body.expires_at,
    );
    let (en, zh) = ("the priority is one of the matrix", "优先级须为矩阵所列");
    case.that_value(policy.matrix.rank(body.priority).is_some(), body.priority, "override", en, zh);
    case.text(&body.reason, "override", "a reason is given", "须说明原因");
    if let Some(expires_at) = body.expires_at {
        let (en, zh) = ("it expires after it begins", "有效期须晚于当前时间");
        case.that_value(expires_at > case.at, expires_at, "override", en, zh);
    }
    let Ok(by) = by else { return };
    case.emit(PriorityOverridden { by });
    retarget(incident, ticket(incident, incident.classification.as_ref(), body.priority), case);
}

fn move_to(incident: &Incident, body: &Move, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    let changes = body.service.is_some() || body.customer.is_some() || body.ci.is_some();
    case.that(changes, "change", "something changes", "须有变更内容");
    case.emit(Moved {
        ci: body.ci.clone(),
        customer: body.customer.clone(),
        reason: body.reason.clone(),
        service: body.service.clone(),
    });
    let before = current(incident);
    let mut after = Ticket {
        service: body.service.clone().or_else(|| before.service.clone()),
        customer: body.customer.clone().or_else(|| before.customer.clone()),
        ..before
    };
    if let Some(of) = incident.classification.as_ref().filter(|_| body.service.is_some()) {
        // Another service may make it a major incident.
        let reason = Some(body.reason.clone());
        let matrix = set_classification(incident, of.clone(), after.service.as_ref(), reason, case);
        if incident.priority_override.is_none() {
            after.priority = matrix;
        }
    }
    retarget(incident, after, case);
}

fn retarget(incident: &Incident, ticket: Ticket, case: &mut IncidentCase<'_>) {
    stimulate(case, &incident.clocks, &current(incident), &Stimulus::Retargeted { ticket: Some(ticket) });
}

fn work(incident: &Incident, body: &Work, case: &mut IncidentCase<'_>) {
    case.text(&body.note, "note", "the note says what was done", "须说明已采取的行动");
    case.emit(Worked { note: body.note.clone() });
    observe(case, &incident.clocks);
}

fn inform(incident: &Incident, case: &mut IncidentCase<'_>) {
    case.emit(Informed {});
    let ticket = current(incident);
    let answered = stimulated(case, &incident.clocks, &ticket, &Stimulus::Responded {});
    if incident.clocks.get(Metric::Update).is_some() {
        stimulate(case, &answered, &ticket, &Stimulus::Informed {});
    }
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
}

fn escalate(incident: &Incident, body: &Escalate, case: &mut IncidentCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(Escalated { escalation: body.escalation, reason: body.reason.clone(), to: body.to.clone() });
    observe(case, &incident.clocks);
    case.notify(NoticeKind::Escalated, Recipient::Unit(body.to.clone()), None);
}

fn link(body: &LinkTo, case: &mut IncidentCase<'_>) {
    linkable(&body.link, case);
    case.emit(Linked { link: body.link.clone() });
}

fn mark_major(incident: &Incident, body: &MarkMajor, case: &mut IncidentCase<'_>) {
    let earlier = incident.major.as_ref().and_then(|earlier| case.fact("major_incident", earlier));
    case.that(
        incident.major.is_none() || earlier.is_some_and(|fact| fact.state == "downgraded"),
        "major",
        "no major incident was declared for it yet",
        "尚未为其宣布重大事件",
    );
    if let Some(fact) = case.fact("major_incident", &body.major) {
        let of = fact.attributes.get("incident").map(smol_str::SmolStr::as_str);
        case.that_value(
            of == Some(case.id.as_str()),
            &body.major,
            "major",
            "the major incident was declared for this incident",
            "该重大事件须为本事件而宣布",
        );
        case.that_value(
            fact.state != "downgraded",
            &body.major,
            "major_lasts",
            "the major incident was not downgraded",
            "该重大事件不得已降级",
        );
    }
    case.emit(MarkedMajor { major: body.major.clone() });
}

/// After the downgrade the incident closes by itself like any other.
fn unmark_major(incident: &Incident, body: &UnmarkMajor, case: &mut IncidentCase<'_>) {
    case.that_value(
        incident.major.as_ref() == Some(&body.major),
        &body.major,
        "major",
        "it is the incident's major incident",
        "须为本事件的重大事件",
    );
    if let Some(fact) = case.fact("major_incident", &body.major) {
        case.that_value(
            fact.state == "downgraded",
            &body.major,
            "major_downgraded",
            "the major incident was downgraded",
            "该重大事件须已降级",
        );
    }
    let mut unmarked = UnmarkedMajor { closes_at: None, major: body.major.clone(), reminders: Vec::new() };
    if let IncidentState::Resolved { notices, .. } = &incident.state {
        let days = case.policy().rules.close_after_working_days;
        case.used(&case.policy().rules_ref);
        unmarked.closes_at = after_working_days(case, case.at, days);
        unmarked.reminders = reminders(case.at, unmarked.closes_at, *notices);
    }
    case.emit(unmarked);
}

fn recalculate(incident: &Incident, body: &Recalculate, case: &mut IncidentCase<'_>) {
    case.emit(Recalculated { reason: body.reason.clone() });
    let recomputed = Stimulus::Recomputed { reason: body.reason.clone() };
    stimulate(case, &incident.clocks, &current(incident), &recomputed);
}

pub(super) fn fire(case: &mut IncidentCase<'_>) {
    let Some(incident) = case.record else { return };
    let due = |at: Option<Instant>| at.is_some_and(|at| at <= case.at);
    if due(incident.clocks.next_due()) {
        observe(case, &incident.clocks);
    } else if due(override_ends(incident)) {
        restore_priority(incident, case);
    } else if due(state_ends(incident)) {
        match &incident.state {
            IncidentState::Pending { .. } => {
                resumed(incident, Text::literal("the expected end has come"), case);
                if let Some(assignment) = &incident.assignment {
                    case.notify(NoticeKind::Assigned, Recipient::Unit(assignment.group.clone()), None);
                }
            }
            IncidentState::Resolved { closes_at, reminders, .. } if due(reminders.first().copied()) => {
                case.notify(NoticeKind::Resolved, Recipient::Requester, *closes_at);
            }
            IncidentState::Resolved { .. } => {
                closed(incident, Actor::timer().id, Code::literal("no_answer"), true, case);
            }
            _ => {}
        }
    }
}

fn restore_priority(incident: &Incident, case: &mut IncidentCase<'_>) {
    let of = incident.classification.as_ref();
    let matrix = of.and_then(|of| case.policy().matrix.priority(of.impact, of.urgency).ok());
    // A matrix that has no such cell any more leaves the priority as it is; the override ends all the same.
    let Some(priority) = matrix.or(incident.priority) else { return };
    case.used(&case.policy().matrix_ref);
    case.emit(PriorityRestored { priority });
    if incident.is_open() {
        retarget(incident, ticket(incident, of, priority), case);
    }
}

/// When the override of the priority ends.
pub(super) fn override_ends(incident: &Incident) -> Option<Instant> {
    let lives = incident.is_open() || matches!(incident.state, IncidentState::Resolved { .. });
    incident.priority_override.as_ref()?.expires_at().filter(|_| lives)
}

/// When the state ends by itself.
pub(super) fn state_ends(incident: &Incident) -> Option<Instant> {
    match &incident.state {
        IncidentState::Pending { resumes_at, .. } => *resumes_at,
        IncidentState::Resolved { reminders, .. } => {
            [reminders.first().copied(), unanswered(incident)].into_iter().flatten().min()
        }
        _ => None,
    }
}

/// A resolved incident closes by itself when its time is over and enough notices were delivered (T-INC-09).
fn unanswered(incident: &Incident) -> Option<Instant> {
    let IncidentState::Resolved { at, closes_at, notices, .. } = &incident.state else { return None };
    closes_by_itself(&incident.envelope, *at, (*closes_at)?, *notices)
}

fn category(incident: &Incident) -> Option<&Code> {
    incident.classification.as_ref().map(|of| &of.category)
}

/// What the selection of a clause reads of an incident.
fn current(incident: &Incident) -> Ticket {
    let mut ticket = Ticket::new(Code::literal("incident"));
    ticket.priority = incident.priority;
    ticket.service = incident.service().cloned();
    ticket.customer.clone_from(&incident.customer);
    ticket.category = category(incident).cloned();
    ticket
}

fn ticket(incident: &Incident, classification: Option<&Classification>, priority: u8) -> Ticket {
    let mut ticket = current(incident).with_priority(priority);
    ticket.category = classification.map(|of| of.category.clone());
    ticket
}
