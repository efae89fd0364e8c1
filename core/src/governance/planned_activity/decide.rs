//! What the guards of planned activities check, and what happens when they pass.

use super::super::plus_months;
use super::record::key;
use super::{
    ActivityKind, Assign, Assigned, ChangeInterval, Due, IntervalChanged, Perform, Performed, Plan, Planned,
    PlannedActivities, PlannedActivity, PlannedActivityCommand, RanOverdue, Retire, Retired, Terms,
};
use crate::kernel::{Case, FactWanted, Instant, NoticeKind, Recipient, RecordId, Role};

type ActivityCase<'a> = Case<'a, PlannedActivities>;

/// The computed fact of an open activity: asked with the `key` of kind and subject, or with a `kind` and the record `besides` which
/// another is looked for; answered by one that is open, if there is one.
const OPEN_ACTIVITY: &str = "open_activity";

pub(super) fn needs(activity: Option<&PlannedActivity>, command: &PlannedActivityCommand) -> Vec<FactWanted> {
    let none = const { RecordId::literal("-") };
    match (command, activity) {
        (PlannedActivityCommand::Plan(plan), _) => {
            vec![FactWanted::new(OPEN_ACTIVITY, &none).with("key", [key(plan.kind, plan.subject.as_ref())])]
        }
        (PlannedActivityCommand::Retire(_), Some(activity)) if activity.subject.is_none() => {
            let another = FactWanted::new(OPEN_ACTIVITY, &none).with("kind", [activity.kind.code()]);
            vec![another.with("besides", [activity.envelope.id.as_str()])]
        }
        _ => Vec::new(),
    }
}

pub(super) fn decide(command: &PlannedActivityCommand, case: &mut ActivityCase<'_>) {
    if let PlannedActivityCommand::Plan(body) = command {
        return plan(body, case);
    }
    let Some(activity) = case.record else { return };
    match command {
        PlannedActivityCommand::Plan(_) => {}
        PlannedActivityCommand::Perform(body) => perform(activity, body, case),
        PlannedActivityCommand::ChangeInterval(body) => change_interval(activity, body, case),
        PlannedActivityCommand::Assign(body) => assign(activity, body, case),
        PlannedActivityCommand::Retire(body) => retire(activity, body, case),
        PlannedActivityCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn plan(body: &Plan, case: &mut ActivityCase<'_>) {
    answers_for(body.kind, case);
    if let Some(open) = case.context.facts.of_process(OPEN_ACTIVITY).next() {
        let words = "no other activity of the kind and subject is open";
        case.that_value(false, &open.record, "open_activity", words, "同类同对象不得另有有效登记");
    }
    let terms = Terms {
        kind: body.kind,
        edition: body.edition,
        every_months: body.every_months.unwrap_or(body.kind.preset_months()),
        tolerance_days: body.tolerance_days,
    };
    let Some(latest) = interval(terms, case.at, case) else { return };
    let words = "it is due first within one interval";
    case.that_value(body.first_due <= latest, latest, "first_due", words, "首次到期须在一个间隔之内");
    let Some(due) = in_time(terms, case.at, body.first_due, case) else { return };
    case.emit(Planned {
        due,
        edition: terms.edition,
        every_months: terms.every_months,
        kind: terms.kind,
        owner: body.owner.clone(),
        subject: body.subject.clone(),
        tolerance_days: terms.tolerance_days,
    });
    case.notify(NoticeKind::Assigned, Recipient::Person(body.owner.clone()), Some(due.next_due));
}

fn perform(activity: &PlannedActivity, body: &Perform, case: &mut ActivityCase<'_>) {
    let system = case.context.actor.roles_at(case.at).contains(Role::System);
    if !system && activity.envelope.owner.as_ref() != Some(case.actor()) {
        answers_for(activity.kind, case);
    }
    let after = activity.last.as_ref().is_none_or(|last| body.done_at > last.at);
    let words = "it was done after the last time, and not in the future";
    case.that_value(
        after && body.done_at <= case.at,
        body.done_at,
        "done_at",
        words,
        "完成时间须晚于上次且不在将来",
    );
    let evidence = &body.evidence;
    let words = "a record or a reference proves it";
    case.that(
        evidence.record.is_some() || evidence.reference.is_some(),
        "evidence",
        words,
        "须有记录或引用作为证据",
    );
    if let Some(reference) = &evidence.reference {
        case.text(reference, "reference", "a reference says something", "引用不得为空");
    }
    let terms = terms(activity);
    let Some(next_due) = interval(terms, body.done_at, case) else { return };
    let Some(due) = in_time(terms, body.done_at, next_due, case) else { return };
    case.emit(Performed { done_at: body.done_at, due, evidence: evidence.clone() });
}

fn change_interval(activity: &PlannedActivity, body: &ChangeInterval, case: &mut ActivityCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    let terms = Terms { edition: body.edition, every_months: body.every_months, ..terms(activity) };
    let Some(latest) = interval(terms, activity.since(), case) else { return };
    // What was never done stays due when it was, unless the interval ends before.
    let next_due = if activity.last.is_some() { latest } else { latest.min(activity.due.next_due) };
    let Some(due) = in_time(terms, activity.since(), next_due, case) else { return };
    let ChangeInterval { edition, every_months, reason } = body.clone();
    case.emit(IntervalChanged { due, edition, every_months, reason });
}

fn assign(activity: &PlannedActivity, body: &Assign, case: &mut ActivityCase<'_>) {
    answers_for(activity.kind, case);
    let other = activity.envelope.owner.as_ref() != Some(&body.owner);
    case.that_value(other, &body.owner, "owner", "another owner", "须为另一负责人");
    case.emit(Assigned { owner: body.owner.clone() });
    case.notify(NoticeKind::Assigned, Recipient::Person(body.owner.clone()), Some(activity.due.next_due));
}

fn retire(activity: &PlannedActivity, body: &Retire, case: &mut ActivityCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    if activity.subject.is_none() {
        let another = case.context.facts.of_process(OPEN_ACTIVITY).next().is_some();
        let words = "another activity of the kind is open: the duty towards the whole does not end";
        case.that_value(
            another,
            activity.kind,
            "open_activity",
            words,
            "同类须另有有效登记：针对整体的职责不会终止",
        );
    }
    case.emit(Retired { reason: body.reason.clone() });
}

/// The actor answers for the kind, or is accountable for all.
fn answers_for(kind: ActivityKind, case: &mut ActivityCase<'_>) {
    let roles = case.context.actor.roles_at(case.at);
    let manager = kind.manager();
    let may = [manager, Role::ProcessOwner, Role::ManagementRepresentative];
    let words = "the actor answers for activities of the kind";
    let holds = may.iter().any(|role| roles.contains(*role));
    case.that_value(holds, manager, "manager", words, "操作者须负责该类活动");
}

const fn terms(activity: &PlannedActivity) -> Terms {
    Terms {
        kind: activity.kind,
        edition: activity.edition,
        every_months: activity.every_months,
        tolerance_days: activity.tolerance_days,
    }
}

/// The end of an interval of those terms that the edition allows.
fn interval(terms: Terms, since: Instant, case: &mut ActivityCase<'_>) -> Option<Instant> {
    let months = terms.every_months;
    let end = plus_months(since, months).filter(|_| months > 0);
    let words = "the interval is at least a month and ends before 2201";
    case.that_value(end.is_some(), months, "interval", words, "间隔须至少一个月且止于 2201 年之前");
    if let Some(longest) = terms.kind.longest_months(terms.edition) {
        let words = "the interval is no longer than the edition or the certification body allows";
        case.that_value(
            months <= longest,
            longest,
            "edition_minimum",
            words,
            "间隔不得长于标准版本或认证机构所允许",
        );
    }
    let shortest_days = u64::from(months).saturating_mul(28);
    let shorter = u64::from(terms.tolerance_days) < shortest_days || months == 0;
    let words = "the tolerance is shorter than the interval";
    case.that_value(shorter, terms.tolerance_days, "tolerance", words, "容差须短于间隔");
    end
}

fn in_time(terms: Terms, since: Instant, next_due: Instant, case: &mut ActivityCase<'_>) -> Option<Due> {
    let due = terms.due(since, next_due);
    let words = "the tolerance ends before 2201";
    case.that_value(due.is_some(), next_due, "range", words, "容差须止于 2201 年之前");
    due
}

pub(super) fn due(activity: &PlannedActivity) -> Option<Instant> {
    let waits = activity.is_open() && activity.overdue_since.is_none();
    // What was told late is overdue from then on in the journal, though it says since when.
    let late = activity.due.in_time_until.plus_s(1)?.max(activity.envelope.updated_at);
    waits.then_some(late)
}

pub(super) fn fire(case: &mut ActivityCase<'_>) {
    let Some(activity) = case.record else { return };
    let Some(since) = activity.due.in_time_until.plus_s(1) else { return };
    case.emit(RanOverdue { since });
    if let Some(owner) = &activity.envelope.owner {
        case.notify(NoticeKind::Breached, Recipient::Person(owner.clone()), None);
    }
    case.notify(NoticeKind::Breached, Recipient::Role(Role::ProcessOwner), None);
}
