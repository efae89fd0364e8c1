//! Building, testing, implementing and undoing a change (T-CHG-08, T-CHG-10 to T-CHG-12, T-CHG-19).

use super::decide::{because, part};
use super::record::{BackOut, Change, ChangePhase, Tested};
use super::schedule::{baseline, in_force, unopposed};
use super::{
    BackedOut, BeginImplementation, BuiltTested, ChangeCase, Implement, ImplementationBegun, Implemented,
    Test, Undo,
};
use crate::control::ChangeCategory;
use crate::kernel::{Duty, Instant, NoticeKind, PersonId, Recipient, Role, VoteDecision};
use crate::time::after_working_days;

pub(super) fn test(change: &Change, body: &Test, case: &mut ChangeCase<'_>) {
    let Some(plan) = &change.plan else { return };
    let mine = [&plan.builder, &plan.tester].contains(&case.actor());
    let words = "it is done by its builder or tester";
    case.that_value(mine, &plan.tester, "builder_or_tester", words, "须由其构建人或测试人执行");
    if matches!(change.category, Some(ChangeCategory::Significant | ChangeCategory::Major)) {
        case.separate(Duty::BuilderTester, &plan.builder, &plan.tester);
    }
    results(&body.tested, case);
    case.emit(BuiltTested { tested: body.tested.clone() });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ChangeManager), None);
}

/// Results that all passed, or why nothing can be tested (CHG-06).
pub(super) fn results(tested: &Tested, case: &mut ChangeCase<'_>) {
    let why_not = tested.not_testable.as_deref().is_some_and(|why| !why.trim().is_empty());
    case.that(
        why_not || !tested.results.is_empty(),
        "tests",
        "test results are given, or why nothing can be tested",
        "须给出测试结果，或说明不可测试的原因",
    );
    for result in &tested.results {
        case.text(&result.what, "test_text", "every test says what was tested", "每项测试须说明内容");
        case.that_value(result.passed, &result.what, "test_passed", "every test passed", "测试须全部通过");
    }
}

/// Whoever implements: the person named, or the system for the release that contains the change. A packaged change is implemented by
/// its release alone.
fn implements(change: &Change, beside: Option<Role>, case: &mut ChangeCase<'_>) {
    let roles = case.context.actor.roles_at(case.at);
    let system = roles.contains(Role::System);
    case.that(
        system == change.is_packaged(),
        "packaged",
        "a change of a release is implemented by its release, any other by its implementer",
        "包含于发布的变更由发布实施，其他变更由实施人实施",
    );
    if !system && !beside.is_some_and(|role| roles.contains(role)) {
        part(change.implementer(), "implementer", case);
    }
}

pub(super) fn begin(change: &Change, body: &BeginImplementation, case: &mut ChangeCase<'_>) {
    implements(change, None, case);
    let started_at = body.started_at.unwrap_or(case.at);
    if change.phase() == ChangePhase::EmergencyAuthorised {
        begin_emergency(change, body, started_at, case);
    } else {
        begin_planned(change, body, started_at, case);
    }
    joined(change, &body.implementers, case);
    let implementer = change.implementer().unwrap_or(case.actor()).clone();
    case.emit(ImplementationBegun {
        back_out_known: body.back_out_known.clone(),
        baseline: body.baseline.clone(),
        implementer,
        started_at,
    });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), None);
}

fn begin_planned(
    change: &Change,
    body: &BeginImplementation,
    started_at: Instant,
    case: &mut ChangeCase<'_>,
) {
    case.that_value(
        started_at == case.at,
        started_at,
        "started_at",
        "a beginning is recorded when it happens",
        "实施开始须即时记录",
    );
    let window = change.window();
    case.that_value(
        window.is_some_and(|window| window.contains(case.at)),
        window.map_or_else(String::new, |window| format!("{} to {}", window.from, window.until)),
        "window",
        "it begins inside its window",
        "须在窗口内开始",
    );
    case.that(
        change.approved_for_implementation(case.at),
        "approval_in_force",
        "the approval of this content is in force",
        "当前内容的批准须有效",
    );
    if let Some(standard) = &change.standard {
        in_force(&standard.model, case);
    }
    // A freeze, or an emergency on the same item, may have come since it was scheduled.
    if let Some(window) = window {
        unopposed(change, window, case);
    }
    let needed = !change.rfc.cis.is_empty();
    case.that(
        !needed || body.baseline.is_some(),
        "baseline",
        "a baseline of the items was captured",
        "须已捕获配置基线",
    );
    if let Some(id) = &body.baseline {
        baseline(change, id, case);
    }
}

fn begin_emergency(
    change: &Change,
    body: &BeginImplementation,
    started_at: Instant,
    case: &mut ChangeCase<'_>,
) {
    let given_at = change.authorisation.as_ref().map_or(case.at, |authorisation| authorisation.given_at);
    case.that_value(
        given_at <= started_at && started_at <= case.at,
        started_at,
        "started_at",
        "it begins between its authorisation and now",
        "开始时间须介于授权时间与当前时间之间",
    );
    let known = body.back_out_known.clone().unwrap_or_default();
    case.text(&known, "back_out_known", "it is known how it can be undone", "须已知回退方法");
    if let Some(id) = &body.baseline {
        baseline(change, id, case);
    }
}

/// By when a change that ended now is reviewed, and documented where it was an emergency.
fn dues(change: &Change, case: &mut ChangeCase<'_>) -> Option<(Instant, Option<Instant>)> {
    let rules = &case.policy().rules;
    if !change.is_emergency() {
        return Some((after_working_days(case, case.at, rules.review_within_working_days)?, None));
    }
    let documented = after_working_days(case, case.at, rules.emergency.documented_within_working_days);
    let reviewed = after_working_days(case, case.at, rules.emergency.reviewed_within_working_days);
    Some((reviewed?, Some(documented?)))
}

/// Whoever joined in has not approved what he implemented.
fn joined(change: &Change, implementers: &[PersonId], case: &mut ChangeCase<'_>) {
    let votes = change.ballot.iter().flat_map(|ballot| ballot.votes());
    let approvals = votes.filter(|vote| vote.decision == VoteDecision::Approve);
    let approvers: Vec<&PersonId> = approvals
        .flat_map(|vote| [&vote.by, &vote.cast_by])
        .chain(change.authorisation.as_ref().map(|authorisation| &authorisation.by))
        .collect();
    for implementer in implementers {
        if approvers.contains(&implementer) {
            case.separate(Duty::ImplementerChangeApprover, implementer, implementer);
        }
    }
}

pub(super) fn implement(change: &Change, body: &Implement, case: &mut ChangeCase<'_>) {
    implements(change, None, case);
    case.that(!body.steps.is_empty(), "steps", "the steps done are listed", "须列出已完成的步骤");
    for step in &body.steps {
        case.text(step, "step_text", "every step says what was done", "每个步骤须说明内容");
    }
    case.text(&body.verification, "verification", "it is said how it was verified", "须说明验证方式");
    // A release says what it has to say on its own record; that the window was over is an event either way.
    let system = case.context.actor.roles_at(case.at).contains(Role::System);
    let late = !system && change.window().is_some_and(|window| case.at >= window.until);
    case.that(
        !late || !body.deviations.is_empty(),
        "deviations",
        "an end after the window is a deviation, and said",
        "超出窗口结束属于偏差，须予说明",
    );
    for deviation in &body.deviations {
        case.text(deviation, "deviation_text", "every deviation says something", "每项偏差须说明内容");
    }
    joined(change, &body.implementers, case);
    let Some((review_due, documentation_due)) = dues(change, case) else { return };
    let days = case.policy().rules.items_updated_within_working_days;
    let alters = !change.rfc.cis.is_empty() && !change.is_emergency();
    let items_due = if alters { after_working_days(case, case.at, days) } else { None };
    case.emit(Implemented {
        deviations: body.deviations.clone(),
        documentation_due,
        implementers: body.implementers.clone(),
        items_due,
        review_due,
        steps: body.steps.clone(),
        verification: body.verification.clone(),
    });
    ended(change, documentation_due, case);
}

/// The requester learns how it ended, the owner of an emergency what he owes.
fn ended(change: &Change, documentation_due: Option<Instant>, case: &mut ChangeCase<'_>) {
    case.notify(NoticeKind::Progress, Recipient::Requester, None);
    if let (Some(owner), Some(due)) = (&change.envelope.owner, documentation_due) {
        case.notify(NoticeKind::ReviewDue, Recipient::Person(owner.clone()), Some(due));
    }
}

pub(super) fn back_out(change: &Change, body: &Undo, case: &mut ChangeCase<'_>) {
    implements(change, Some(Role::ChangeManager), case);
    because(&body.reason, case);
    let words = "it is said how the restored state was verified";
    case.text(&body.restored, "restored", words, "须说明恢复状态的验证方式");
    case.that(
        body.service_hit || body.incident.is_none(),
        "service_hit",
        "an incident is named only where a service was hit",
        "仅在影响服务时指明事件",
    );
    if let Some(incident) = &body.incident {
        case.fact("incident", incident);
    }
    joined(change, &body.implementers, case);
    let Some((review_due, documentation_due)) = dues(change, case) else { return };
    case.emit(Box::new(BackedOut {
        back_out: BackOut {
            reason: body.reason.clone(),
            restored: body.restored.clone(),
            service_hit: body.service_hit,
            incident: body.incident.clone(),
        },
        documentation_due,
        implementers: body.implementers.clone(),
        review_due,
        steps: body.steps.clone(),
    }));
    ended(change, documentation_due, case);
    if body.service_hit && body.incident.is_none() {
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::ServiceDesk), None);
    }
}
