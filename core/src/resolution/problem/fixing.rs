//! Removing a cause through changes, watching whether that helped, or leaving it where it is.

use super::decide::{ProblemCase, known_errors_are, not_an_analyst, review_ahead, root_cause_due};
use super::{
    Acceptance, Accepted, BeginFix, Fix, FixAtOnce, FixBegun, FixLive, FixProposed, FixWithdrawn,
    ObservationBegun, Observe, Problem, ProposeFix, Reconsider, Reconsidered, Recur, Recurred, WithdrawFix,
};
use crate::kernel::{Duty, Instant, LinkKind, NoticeKind, Recipient, RecordId, Role, Text};
use crate::resolution::ProblemRules;
use crate::resolution::live::{approved, change_has_failed, change_is_over, deployed, implemented};

/// Demands that every known error is published, so that the desk can work by it; there is one, unless it was fixed at once.
pub(super) fn published(problem: &Problem, case: &mut ProblemCase<'_>) {
    let at_once = problem.root_cause().is_some_and(|cause| cause.fixed_at_once.is_some());
    case.that(
        at_once || problem.known_errors().next().is_some(),
        "known_error",
        "a known error of it is linked",
        "须关联其已知错误",
    );
    let words = ("every known error of it is published", "其已知错误均须已发布");
    let open = &["published", "fix_pending"];
    known_errors_are(problem, open, "known_error_published", words, case);
}

pub(super) fn propose(problem: &Problem, body: &ProposeFix, case: &mut ProblemCase<'_>) {
    published(problem, case);
    case.that_value(
        problem.fixes.iter().all(|fix| fix.change != body.change),
        &body.change,
        "change_new",
        "the change is not named yet",
        "该变更尚未列入",
    );
    if let Some(fact) = case.fact("change", &body.change) {
        case.that_value(
            !change_is_over(fact),
            format_args!("{} {}", body.change, fact.state),
            "change_state",
            "the change is not over",
            "该变更须未结束",
        );
    }
    case.emit(FixProposed { change: body.change.clone() });
}

/// Demands that the change is one that is to remove the cause, and is not live yet.
fn pending<'a>(problem: &'a Problem, change: &RecordId, case: &mut ProblemCase<'_>) -> Option<&'a Fix> {
    let fix = problem.fixes.iter().find(|fix| fix.change == *change && fix.live_at.is_none());
    let words = "it is a change of the problem that is not live yet";
    case.that_value(fix.is_some(), change, "change", words, "须为本问题尚未实施的变更");
    fix
}

pub(super) fn begin(problem: &Problem, body: &BeginFix, case: &mut ProblemCase<'_>) {
    pending(problem, &body.change, case);
    approved(&body.change, case);
    case.emit(FixBegun { change: body.change.clone() });
}

pub(super) fn observe(problem: &Problem, body: &Observe, case: &mut ProblemCase<'_>) {
    pending(problem, &body.change, case);
    if let Some(fact) = case.fact("change", &body.change) {
        implemented(&body.change, fact, case);
        let packaged = fact.attribute("packaged") == Some("yes");
        case.that_value(
            !packaged || body.release.is_some(),
            &body.change,
            "release",
            "the release of a packaged change is named",
            "已打包的变更须列出其发布",
        );
    }
    if let Some(release) = &body.release
        && let Some(fact) = case.fact("release", release)
    {
        deployed(release, fact, case);
        case.that_value(
            fact.linked(LinkKind::Implements).any(|change| *change == body.change),
            release,
            "release_contains",
            "the release contains the change",
            "该发布须包含该变更",
        );
    }
    case.emit(FixLive { change: body.change.clone(), release: body.release.clone() });
    if others(problem, &body.change).all(|fix| fix.live_at.is_some()) {
        begin_observation(None, None, case);
    }
}

fn others<'a>(problem: &'a Problem, change: &'a RecordId) -> impl Iterator<Item = &'a Fix> {
    problem.fixes.iter().filter(move |fix| fix.change != *change)
}

fn begin_observation(change: Option<RecordId>, no_item_altered: Option<Text>, case: &mut ProblemCase<'_>) {
    case.used(&case.policy().rules_ref);
    let until: Instant = ProblemRules::days_after(case.at, case.policy().rules.observe_days);
    case.emit(ObservationBegun { change, no_item_altered, until });
}

pub(super) fn withdraw(problem: &Problem, body: &WithdrawFix, case: &mut ProblemCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    // One that is live may be found to have failed in its review.
    let mine = problem.fixes.iter().any(|fix| fix.change == body.change);
    case.that_value(mine, &body.change, "change", "it is a change of the problem", "须为本问题的变更");
    if let Some(fact) = case.fact("change", &body.change) {
        case.that_value(
            change_has_failed(fact),
            format_args!("{} {}", body.change, fact.state),
            "change_failed",
            "the change was rejected, withdrawn or deferred, or it failed",
            "该变更须已被拒绝、撤回、推迟或失败",
        );
    }
    case.emit(FixWithdrawn { change: body.change.clone(), reason: body.reason.clone() });
    let mut others = others(problem, &body.change).peekable();
    if others.peek().is_some() && others.all(|fix| fix.live_at.is_some()) {
        begin_observation(None, None, case);
    }
    if let Some(analyst) = problem.analyst().cloned() {
        case.notify(NoticeKind::Progress, Recipient::Person(analyst), None);
    }
}

pub(super) fn at_once(problem: &Problem, body: &FixAtOnce, case: &mut ProblemCase<'_>) {
    case.that(
        problem.root_cause().is_some_and(|cause| cause.fixed_at_once.is_some()),
        "fixed_at_once",
        "the root cause says how it was fixed at once",
        "根因记录须说明如何立即修复",
    );
    if let Some(words) = &body.no_item_altered {
        let says = "the statement says what was done instead";
        case.text(words, "no_item_altered", says, "声明须说明所做处理");
    }
    case.that(
        body.change.is_some() || body.no_item_altered.is_some(),
        "change",
        "the change is named, or it is stated that no configuration item was altered",
        "须列出变更，或声明未改动配置项",
    );
    if let Some(change) = &body.change
        && let Some(fact) = case.fact("change", change)
    {
        implemented(change, fact, case);
    }
    not_an_analyst(problem, Duty::AnalystProblemCloser, case);
    begin_observation(body.change.clone(), body.no_item_altered.clone(), case);
}

pub(super) fn accept(problem: &Problem, acceptance: &Acceptance, case: &mut ProblemCase<'_>) {
    published(problem, case);
    accepted(problem, acceptance, case);
}

pub(super) fn renew(problem: &Problem, acceptance: &Acceptance, case: &mut ProblemCase<'_>) {
    accepted(problem, acceptance, case);
}

fn accepted(problem: &Problem, acceptance: &Acceptance, case: &mut ProblemCase<'_>) {
    case.text(&acceptance.rationale, "rationale", "cost and risk are weighed", "须说明成本与风险理由");
    case.text(&acceptance.mitigation, "mitigation", "what reduces the impact is said", "须说明缓解措施");
    review_ahead(acceptance.review_at, case);
    not_an_analyst(problem, Duty::AnalystProblemAcceptor, case);
    case.emit(Accepted { acceptance: acceptance.clone() });
}

pub(super) fn reconsider(body: &Reconsider, case: &mut ProblemCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(Reconsidered { reason: body.reason.clone() });
}

/// A recurrence under observation begins the search for the cause anew; after the closure it is remembered, and stands against the
/// resolution in its review (spec 3.22, K-PRB-03).
pub(super) fn recur(problem: &Problem, body: &Recur, case: &mut ProblemCase<'_>) {
    case.that_value(
        problem.recurrences.iter().all(|recurrence| recurrence.incident != body.incident),
        &body.incident,
        "incident_new",
        "the incident is not among the recurrences yet",
        "该事件尚未计入复发",
    );
    if let Some(fact) = case.fact("incident", &body.incident) {
        let relates = fact.linked(LinkKind::RelatesProblem).any(|to| to == case.id);
        let repeats = fact.linked(LinkKind::RepeatOf).any(|to| problem.incidents.contains(to));
        case.that_value(
            relates || repeats,
            &body.incident,
            "incident",
            "the incident relates to the problem or repeats one of its incidents",
            "该事件须关联本问题或重复其事件",
        );
    }
    let classification = problem.classification.as_ref().filter(|_| problem.is_open());
    let due = classification.map(|of| root_cause_due(of, case.at, case));
    if due == Some(None) {
        return;
    }
    case.emit(Recurred { incident: body.incident.clone(), root_cause_due: due.flatten() });
    case.notify(NoticeKind::Escalated, Recipient::Role(Role::ProblemManager), None);
    if let Some(analyst) = problem.analyst().filter(|_| problem.is_open()).cloned() {
        case.notify(NoticeKind::Assigned, Recipient::Person(analyst), due.flatten());
    }
}
