//! What the guards of problems check, and what happens when they pass: from the record to the cause, the end, and the timers.

use super::fixing;
use super::{
    CauseIdentified, CauseOverdue, CauseProposed, CauseReturned, Classified, Classify, Close,
    CloseUnreproduced, Closed, Effectiveness, EffectivenessReviewed, IdentifyCause, InvestigationBegun,
    LinkTo, Linked, Log, Logged, Mitigate, Mitigated, ObservationEnded, Problem, ProblemClassification,
    ProblemClosure, ProblemClosureCode, ProblemCommand, ProblemPhase, ProblemState, Problems, Reassign,
    Reassigned, Reclassified, Reclassify, Relate, Related, Resume, Resumed, ReturnCause, Review,
    ReviewFellDue, RootCause, StepRecorded, Suspend, Suspended, Work,
};
use crate::kernel::{Case, Duty, Instant, LinkKind, NoticeKind, PersonId, Recipient, RecordId, Role, Text};
use crate::resolution::ProblemRules;
use crate::time::after_working_days;

pub(super) type ProblemCase<'a> = Case<'a, Problems>;

pub(super) fn decide(command: &ProblemCommand, case: &mut ProblemCase<'_>) {
    if let ProblemCommand::Log(body) = command {
        return log(body, case);
    }
    let Some(problem) = case.record else { return };
    match command {
        ProblemCommand::Log(_) => {}
        ProblemCommand::Classify(body) => classify(body, case),
        ProblemCommand::Reclassify(body) => reclassify(problem, body, case),
        ProblemCommand::Reassign(body) => reassign(problem, body, case),
        ProblemCommand::Investigate(body) => {
            case.emit(InvestigationBegun { method: body.method.clone() });
        }
        ProblemCommand::Work(body) => work(body, case),
        ProblemCommand::IdentifyCause(body) => identify_cause(problem, body, case),
        ProblemCommand::ConfirmCause(_) => confirm_cause(problem, case),
        ProblemCommand::ReturnCause(body) => return_cause(problem, body, case),
        ProblemCommand::ProposeFix(body) => fixing::propose(problem, body, case),
        ProblemCommand::Accept(body) => fixing::accept(problem, &body.acceptance, case),
        ProblemCommand::RenewAcceptance(body) => fixing::renew(problem, &body.acceptance, case),
        ProblemCommand::Reconsider(body) => fixing::reconsider(body, case),
        ProblemCommand::BeginFix(body) => fixing::begin(problem, body, case),
        ProblemCommand::Observe(body) => fixing::observe(problem, body, case),
        ProblemCommand::WithdrawFix(body) => fixing::withdraw(problem, body, case),
        ProblemCommand::FixAtOnce(body) => fixing::at_once(problem, body, case),
        ProblemCommand::Recur(body) => fixing::recur(problem, body, case),
        ProblemCommand::Close(body) => close(problem, body, case),
        ProblemCommand::CloseUnreproduced(body) => close_unreproduced(problem, body, case),
        ProblemCommand::Suspend(body) => suspend(problem, body, case),
        ProblemCommand::Resume(body) => resume(body, case),
        ProblemCommand::Mitigate(body) => mitigate(body, case),
        ProblemCommand::Relate(body) => relate(problem, body, case),
        ProblemCommand::Link(body) => link(body, case),
        ProblemCommand::Review(body) => review(problem, body, case),
        ProblemCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn log(body: &Log, case: &mut ProblemCase<'_>) {
    case.text(&body.symptoms, "symptoms", "what it shows is said", "须说明症状");
    case.that(
        body.evidence.is_some() || !body.incidents.is_empty(),
        "evidence",
        "incidents, or what else speaks for it, are given",
        "须给出相关事件或其他证据",
    );
    if let Some(evidence) = &body.evidence {
        case.text(evidence, "evidence", "what else speaks for it is said", "其他证据须予说明");
    }
    known_incidents(&body.incidents, case);
    if let Some(candidate) = &body.candidate
        && let Some(fact) = case.fact("problem_candidate", candidate)
    {
        let accepted = fact.state == "accepted" && fact.attribute("problem") == Some(case.id.as_str());
        case.that_value(
            accepted,
            candidate,
            "candidate",
            "the candidate was accepted as this problem",
            "该候选须已被接受为本问题",
        );
    }
    case.emit(Box::new(Logged {
        candidate: body.candidate.clone(),
        cis: body.cis.clone(),
        evidence: body.evidence.clone(),
        incidents: distinct(&[], &body.incidents),
        proactive: body.proactive,
        repeat_of: body.repeat_of.clone(),
        services: body.services.clone(),
        source: body.source,
        symptom_code: body.symptom_code.clone(),
        symptoms: body.symptoms.clone(),
    }));
    case.notify(NoticeKind::Registered, Recipient::Role(Role::ProblemManager), None);
}

/// Incidents must exist where the rules say that their register is kept (DECISIONS 5).
fn known_incidents(incidents: &[RecordId], case: &mut ProblemCase<'_>) {
    case.used(&case.policy().rules_ref);
    if case.policy().rules.registers.contains("incident") {
        for incident in incidents {
            case.fact("incident", incident);
        }
    }
}

fn distinct(known: &[RecordId], named: &[RecordId]) -> Vec<RecordId> {
    let mut new: Vec<RecordId> = Vec::new();
    for incident in named.iter().filter(|incident| !known.contains(incident)) {
        if !new.contains(incident) {
            new.push(incident.clone());
        }
    }
    new
}

fn classify(body: &Classify, case: &mut ProblemCase<'_>) {
    let due = root_cause_due(&body.classification, case.at, case);
    let Some(root_cause_due) = due else { return };
    case.emit(Classified {
        analyst: body.analyst.clone(),
        classification: body.classification.clone(),
        root_cause_due,
    });
    case.notify(NoticeKind::Assigned, Recipient::Person(body.analyst.clone()), Some(root_cause_due));
}

/// By when the cause has to be found, counted from an instant.
pub(super) fn root_cause_due(
    classification: &ProblemClassification,
    since: Instant,
    case: &mut ProblemCase<'_>,
) -> Option<Instant> {
    let days = case.policy().rules.root_cause_limit(classification.priority);
    case.used(&case.policy().rules_ref);
    case.that_value(
        days.is_some(),
        classification.priority,
        "priority",
        "the priority is one of the rules",
        "优先级须为规则所列",
    );
    after_working_days(case, since, days?)
}

fn reclassify(problem: &Problem, body: &Reclassify, case: &mut ProblemCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    let changes = problem.classification.as_ref() != Some(&body.classification);
    case.that(changes, "change", "something changes", "须有变更内容");
    let since = problem.analysis().map_or(case.at, |analysis| analysis.since);
    let Some(root_cause_due) = root_cause_due(&body.classification, since, case) else { return };
    let (classification, reason) = (body.classification.clone(), body.reason.clone());
    case.emit(Reclassified { classification, reason, root_cause_due });
}

fn reassign(problem: &Problem, body: &Reassign, case: &mut ProblemCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.that_value(
        problem.analyst() != Some(&body.analyst),
        &body.analyst,
        "analyst",
        "it goes to another person",
        "须改派他人",
    );
    case.emit(Reassigned { analyst: body.analyst.clone(), reason: body.reason.clone() });
    case.notify(NoticeKind::Assigned, Recipient::Person(body.analyst.clone()), None);
}

fn work(body: &Work, case: &mut ProblemCase<'_>) {
    case.text(&body.note, "note", "the note says what was tried and what it showed", "须说明所做分析及结果");
    case.emit(StepRecorded { note: body.note.clone() });
}

fn identify_cause(problem: &Problem, body: &IdentifyCause, case: &mut ProblemCase<'_>) {
    let root_cause = &body.root_cause;
    case.that(
        problem.analysis().is_some_and(|analysis| !analysis.steps.is_empty()),
        "steps",
        "at least one step of the analysis is recorded",
        "须至少记录一个分析步骤",
    );
    is_a_cause(problem, root_cause, case);
    let confirmed_up_to = case.policy().rules.confirm_cause_up_to_priority;
    case.used(&case.policy().rules_ref);
    if problem.classification.as_ref().is_some_and(|of| of.priority <= confirmed_up_to) {
        case.emit(Box::new(CauseProposed { root_cause: root_cause.clone() }));
        case.notify(NoticeKind::ApprovalWanted, Recipient::Role(Role::ProblemManager), None);
    } else {
        case.emit(Box::new(CauseIdentified { root_cause: root_cause.clone() }));
    }
}

/// A cause is something else than the symptom, is proven, and was looked for elsewhere (T-PRB-04).
fn is_a_cause(problem: &Problem, root_cause: &RootCause, case: &mut ProblemCase<'_>) {
    case.text(&root_cause.cause, "cause", "the cause is said", "须说明根因");
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    case.that(
        plain(&root_cause.cause) != plain(&problem.symptoms),
        "cause_is_symptom",
        "the cause is not the symptom again",
        "根因不得与症状相同",
    );
    case.that(!root_cause.evidence.is_empty(), "evidence", "evidence is given", "须给出证据");
    case.text(
        &root_cause.similar.searched,
        "similar",
        "it is said how similar items were searched for",
        "须说明如何排查类似配置项",
    );
    for action in &root_cause.preventive_actions {
        case.text(action, "preventive_actions", "what prevents it elsewhere is said", "须说明预防措施");
    }
    if let Some(how) = &root_cause.fixed_at_once {
        case.text(how, "fixed_at_once", "it is said how it was fixed at once", "须说明如何立即修复");
    }
}

fn proposed<'a>(problem: &'a Problem, case: &mut ProblemCase<'_>) -> Option<&'a RootCause> {
    let proposed = match &problem.state {
        ProblemState::Investigating { proposed } => proposed.as_ref(),
        _ => None,
    };
    let words = "the analyst has proposed a cause";
    case.that(proposed.is_some(), "proposed_cause", words, "分析人须已提出根因");
    proposed
}

fn confirm_cause(problem: &Problem, case: &mut ProblemCase<'_>) {
    let proposed = proposed(problem, case);
    not_an_analyst(problem, Duty::AnalystCauseConfirmer, case);
    let Some(root_cause) = proposed.cloned() else { return };
    case.emit(Box::new(CauseIdentified { root_cause }));
}

fn return_cause(problem: &Problem, body: &ReturnCause, case: &mut ProblemCase<'_>) {
    proposed(problem, case);
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(CauseReturned { reason: body.reason.clone() });
    if let Some(analyst) = problem.analyst().cloned() {
        case.notify(NoticeKind::Progress, Recipient::Person(analyst), None);
    }
}

/// Demands that whoever acts never analysed the problem.
pub(super) fn not_an_analyst(problem: &Problem, duty: Duty, case: &mut ProblemCase<'_>) {
    let actor: &PersonId = case.actor();
    if problem.analysts.contains(actor) {
        case.separate(duty, actor, actor);
    }
}

/// Demands that every known error of the problem is in one of those states.
pub(super) fn known_errors_are(
    problem: &Problem,
    states: &[&str],
    condition: &'static str,
    words: (&'static str, &'static str),
    case: &mut ProblemCase<'_>,
) {
    for known_error in problem.known_errors() {
        if let Some(fact) = case.fact("known_error", known_error) {
            let met = states.contains(&fact.state.as_str());
            case.that_value(met, format_args!("{known_error} {}", fact.state), condition, words.0, words.1);
        }
    }
}

fn close(problem: &Problem, body: &Close, case: &mut ProblemCase<'_>) {
    let observed = match &problem.state {
        ProblemState::UnderObservation { until, .. } => Some(*until),
        _ => None,
    };
    let met = match body.code {
        ProblemClosureCode::Cured | ProblemClosureCode::Mitigated => observed.is_some(),
        ProblemClosureCode::Accepted => observed.is_none(),
        ProblemClosureCode::NotReproducible => false,
    };
    let words = "the code fits: `cured` or `mitigated` after observation, `accepted` after acceptance";
    case.that_value(
        met,
        body.code,
        "code",
        words,
        "关闭代码须相符：观察后为 cured 或 mitigated，接受后为 accepted",
    );
    if let Some(until) = observed {
        let words = "the observation is over without recurrence";
        case.that_value(until <= case.at, until, "observation", words, "观察期须已满且无复发");
        let words = ("every known error of it is retired", "其已知错误均须已退役");
        known_errors_are(problem, &["retired"], "known_error_retired", words, case);
    } else {
        fixing::published(problem, case);
    }
    case.text(&body.resolution, "resolution", "what resolved it is said", "须说明解决方式");
    not_an_analyst(problem, Duty::AnalystProblemCloser, case);
    case.used(&case.policy().rules_ref);
    let quarter = ProblemRules::days_after(case.at, case.policy().rules.effectiveness_review_after_days);
    let accepted_until = problem.acceptance.as_ref().map(|acceptance| acceptance.review_at);
    let accepted_until = accepted_until.filter(|at| observed.is_none() && *at > case.at);
    closed(
        ProblemClosure {
            at: case.at,
            by: case.actor().clone(),
            code: body.code,
            knowledge: Some(body.knowledge.clone()),
            monitoring: None,
            resolution: body.resolution.clone(),
            review_at: Some(accepted_until.unwrap_or(quarter)),
        },
        case,
    );
}

fn close_unreproduced(problem: &Problem, body: &CloseUnreproduced, case: &mut ProblemCase<'_>) {
    rests(&body.reason, body.review_at, &body.monitoring, case);
    not_an_analyst(problem, Duty::AnalystProblemCloser, case);
    closed(
        ProblemClosure {
            at: case.at,
            by: case.actor().clone(),
            code: ProblemClosureCode::NotReproducible,
            knowledge: None,
            monitoring: Some(body.monitoring.clone()),
            resolution: body.reason.clone(),
            review_at: Some(body.review_at),
        },
        case,
    );
}

fn closed(closure: ProblemClosure, case: &mut ProblemCase<'_>) {
    case.emit(Box::new(Closed { closure }));
    case.notify(NoticeKind::Closed, Recipient::Role(Role::ServiceDesk), None);
}

/// What is not pursued has a reason, a day on which it is looked at again, and is watched (T-PRB-11).
fn rests(reason: &Text, review_at: Instant, monitoring: &Text, case: &mut ProblemCase<'_>) {
    case.text(reason, "reason", "a reason is given", "须说明原因");
    review_ahead(review_at, case);
    case.text(monitoring, "monitoring", "what is watched from now on is said", "须说明新增监控");
}

pub(super) fn review_ahead(review_at: Instant, case: &mut ProblemCase<'_>) {
    let words = "the review date lies ahead";
    case.that_value(review_at > case.at, review_at, "review_at", words, "复审日期须晚于当前时间");
}

fn suspend(problem: &Problem, body: &Suspend, case: &mut ProblemCase<'_>) {
    rests(&body.reason, body.review_at, &body.monitoring, case);
    not_an_analyst(problem, Duty::AnalystProblemSuspender, case);
    case.emit(Suspended {
        monitoring: body.monitoring.clone(),
        reason: body.reason.clone(),
        review_at: body.review_at,
    });
}

fn resume(body: &Resume, case: &mut ProblemCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(Resumed { reason: body.reason.clone() });
}

fn mitigate(body: &Mitigate, case: &mut ProblemCase<'_>) {
    case.text(&body.workaround, "workaround", "the workaround is said", "须说明变通办法");
    case.emit(Mitigated { workaround: body.workaround.clone() });
}

fn relate(problem: &Problem, body: &Relate, case: &mut ProblemCase<'_>) {
    let incidents = distinct(&problem.incidents, &body.incidents);
    case.that(!incidents.is_empty(), "incidents", "an incident is new to it", "须有新增事件");
    known_incidents(&incidents, case);
    case.emit(Related { incidents });
}

fn link(body: &LinkTo, case: &mut ProblemCase<'_>) {
    let to = &body.link.to;
    case.that_value(to != case.id, to, "link", "a record is not linked to itself", "记录不能关联自身");
    if body.link.kind == LinkKind::HasKnownError
        && let Some(fact) = case.fact("known_error", to)
    {
        let own = fact.attribute("problem") == Some(case.id.as_str());
        let words = "the known error is one of this problem";
        case.that_value(own, to, "known_error", words, "该已知错误须属于本问题");
    }
    case.emit(Linked { link: body.link.clone() });
}

fn review(problem: &Problem, body: &Review, case: &mut ProblemCase<'_>) {
    let review = &body.review;
    case.text(&review.findings, "findings", "what was found is said", "须说明评审发现");
    let effective = review.effectiveness == Effectiveness::Effective;
    case.that(
        effective || !review.actions.is_empty(),
        "actions",
        "where it was not effective, actions follow",
        "无效时须有后续措施",
    );
    let closed_at = problem.closure().map_or(case.at, |closure| closure.at);
    let recurred = problem.recurrences.iter().any(|recurrence| recurrence.at >= closed_at);
    let words = "what recurred after its closure was not effective";
    case.that(!(effective && recurred), "recurrence", words, "关闭后复发者不得评为有效");
    not_an_analyst(problem, Duty::AnalystProblemReviewer, case);
    case.emit(EffectivenessReviewed { review: review.clone() });
}

pub(super) fn fire(case: &mut ProblemCase<'_>) {
    let Some(problem) = case.record else { return };
    let now = |at: Option<Instant>| at.is_some_and(|at| at <= case.at);
    if now(cause_missed(problem)) {
        let Some(due) = problem.analysis().map(|analysis| analysis.due) else { return };
        case.emit(CauseOverdue { due });
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::ProblemManager), None);
    } else if now(observed(problem)) {
        let Some(until) = observed(problem) else { return };
        case.emit(ObservationEnded { until });
        case.notify(NoticeKind::Resolved, Recipient::Role(Role::ProblemManager), None);
    } else if now(reviewed(problem)) {
        let Some(due) = reviewed(problem) else { return };
        let accepted = problem.phase() == ProblemPhase::Accepted;
        let who = if accepted { Role::ServiceOwner } else { Role::ProblemManager };
        case.emit(ReviewFellDue { due });
        case.notify(NoticeKind::ReviewDue, Recipient::Role(who), None);
    }
}

pub(super) fn due(problem: &Problem) -> Option<Instant> {
    [cause_missed(problem), observed(problem), reviewed(problem)].into_iter().flatten().min()
}

/// The cause is overdue one second after its limit.
fn cause_missed(problem: &Problem) -> Option<Instant> {
    let sought = matches!(
        problem.phase(),
        ProblemPhase::Classified | ProblemPhase::Investigating | ProblemPhase::Suspended
    );
    let analysis = problem.analysis().filter(|analysis| sought && !analysis.missed)?;
    analysis.due.plus_s(1)
}

fn observed(problem: &Problem) -> Option<Instant> {
    match &problem.state {
        ProblemState::UnderObservation { until, told: false, .. } => Some(*until),
        _ => None,
    }
}

fn reviewed(problem: &Problem) -> Option<Instant> {
    match &problem.state {
        ProblemState::Suspended { review_at, .. } | ProblemState::Accepted { review_at } => *review_at,
        ProblemState::Closed(closure) => closure.review_at,
        _ => None,
    }
}
