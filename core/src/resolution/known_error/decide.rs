//! What the guards of known errors check, and what happens when they pass.

use super::{
    Draft, Drafted, Edit, Edited, FixAnnounced, FixPending, KnownError, KnownErrorCommand, KnownErrorContent,
    KnownErrors, PendingFix, Published, Reinstate, Reinstated, Retire, Retired, RetiredBecause, Workaround,
};
use crate::kernel::{
    Case, Fact, FactWanted, Instant, NoticeKind, PersonId, Recipient, RecordId, Role, UnitId,
};
use crate::resolution::live::{approved, deployed, implemented, item_is_withdrawn};

type KnownErrorCase<'a> = Case<'a, KnownErrors>;

const INVESTIGATED: &[&str] = &[
    "investigating",
    "suspended",
    "root_cause_identified",
    "fix_proposed",
    "fix_in_progress",
    "under_observation",
    "accepted",
];
const SEARCHING: &[&str] = &["investigating", "suspended", "root_cause_identified", "accepted"];

pub(super) fn decide(command: &KnownErrorCommand, case: &mut KnownErrorCase<'_>) {
    if let KnownErrorCommand::Draft(body) = command {
        return draft(body, case);
    }
    let Some(known_error) = case.record else { return };
    match command {
        KnownErrorCommand::Draft(_) => {}
        KnownErrorCommand::Edit(body) => edit(known_error, body, case),
        KnownErrorCommand::Publish(_) => publish(known_error, case),
        KnownErrorCommand::FixPending(body) => fix_pending(known_error, body, case),
        KnownErrorCommand::Reinstate(body) => reinstate(known_error, body, case),
        KnownErrorCommand::Retire(body) => retire(known_error, *body, case),
        KnownErrorCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn draft(body: &Draft, case: &mut KnownErrorCase<'_>) {
    written(&body.content, case);
    if let Some(fact) = case.fact("problem", &body.content.problem) {
        let met = INVESTIGATED.contains(&fact.state.as_str());
        let words = "the investigation of its problem has begun, and the problem is open";
        case.that_value(met, &fact.state, "problem_state", words, "其问题须已开始调查且未关闭");
    }
    case.emit(Box::new(Drafted { content: body.content.clone() }));
}

fn written(content: &KnownErrorContent, case: &mut KnownErrorCase<'_>) {
    case.text(&content.symptoms, "symptoms", "how it shows is said", "须说明症状");
    if let Some(cause) = &content.cause {
        case.text(cause, "cause", "a cause that is known is said", "已知原因须予说明");
    }
    match &content.workaround {
        Some(Workaround::Steps(words) | Workaround::None(words)) => {
            case.text(
                words,
                "workaround",
                "the workaround, or why there is none, is said",
                "须说明变通办法或无的原因",
            );
        }
        None => {}
    }
}

/// What the desk works by says what it can do (T-KER-L3).
fn publishable(content: &KnownErrorContent, case: &mut KnownErrorCase<'_>) {
    let words = "a workaround is stated, or that there is none";
    case.that(content.workaround.is_some(), "workaround", words, "须说明变通办法，或明示无");
    let steps = matches!(content.workaround, Some(Workaround::Steps(_)));
    let none = matches!(content.workaround, Some(Workaround::None(_)));
    case.that(
        content.cause.is_some() || steps || !none,
        "cause",
        "the cause is known where there is no workaround",
        "无变通办法时须已知原因",
    );
}

fn edit(known_error: &KnownError, body: &Edit, case: &mut KnownErrorCase<'_>) {
    written(&body.content, case);
    case.that(body.content != known_error.content, "change", "something changes", "须有变更内容");
    case.that_value(
        body.content.problem == known_error.problem,
        &body.content.problem,
        "problem",
        "it stays with its problem",
        "不得更换所属问题",
    );
    let published = known_error.is_published();
    if published {
        publishable(&body.content, case);
    }
    case.emit(Box::new(Edited { content: body.content.clone() }));
    if published {
        case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), None);
    }
}

fn publish(known_error: &KnownError, case: &mut KnownErrorCase<'_>) {
    publishable(&known_error.content, case);
    case.emit(Published { matched: matched(case) });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), None);
    tell_those_who_work(case);
}

/// The open incidents that it explains, as far as somebody answered for them (Annex F, PRB → INC).
fn matched(case: &KnownErrorCase<'_>) -> Vec<RecordId> {
    case.context.facts.of_process("matched_incident").map(|fact| fact.record.clone()).collect()
}

/// Tells each of those who work on these incidents once.
fn tell_those_who_work(case: &mut KnownErrorCase<'_>) {
    let mut told: Vec<Recipient> = Vec::new();
    for fact in case.context.facts.of_process("matched_incident") {
        let person = fact.attribute("person").and_then(|id| PersonId::new(id).ok()).map(Recipient::Person);
        let group = || fact.attribute("group").and_then(|id| UnitId::new(id).ok()).map(Recipient::Unit);
        told.extend(person.or_else(group).filter(|recipient| !told.contains(recipient)));
    }
    for recipient in told {
        case.notify(NoticeKind::KnownError, recipient, None);
    }
}

fn fix_pending(known_error: &KnownError, body: &FixPending, case: &mut KnownErrorCase<'_>) {
    match &body.change {
        Some(change) => approved(change, case),
        None => {
            if let Some(fact) = case.fact("problem", &known_error.problem) {
                case.that_value(
                    fact.state == "under_observation",
                    &fact.state,
                    "problem_state",
                    "without a change, the fix is under observation",
                    "无变更时，修复须已在观察中",
                );
            }
        }
    }
    if let Some(release) = &body.release {
        case.fact("release", release);
    }
    let fix = PendingFix { change: body.change.clone(), release: body.release.clone() };
    let words = "it was not told so before";
    case.that(known_error.fix() != Some(&fix), "change_new", words, "该修复尚未登记");
    case.emit(FixAnnounced { fix });
}

fn reinstate(known_error: &KnownError, body: &Reinstate, case: &mut KnownErrorCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    if let Some(fact) = case.fact("problem", &known_error.problem) {
        let words = "its problem is without a fix again";
        let met = SEARCHING.contains(&fact.state.as_str());
        case.that_value(met, &fact.state, "problem_state", words, "其问题须已无修复");
    }
    case.emit(Reinstated { reason: body.reason.clone() });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), None);
}

/// The affected items, as facts.
pub(super) fn items(known_error: Option<&KnownError>) -> impl Iterator<Item = FactWanted> {
    let items = known_error.into_iter().flat_map(|known_error| &known_error.content.items);
    items
        .filter_map(|item| RecordId::new(item.ci.as_str()).ok())
        .map(|item| FactWanted::new("configuration_item", &item))
}

fn retire(known_error: &KnownError, body: Retire, case: &mut KnownErrorCase<'_>) {
    match body.because {
        RetiredBecause::FixVerified => verified(known_error, case),
        RetiredBecause::ItemsWithdrawn => withdrawn(known_error, case),
    }
    case.emit(Retired { because: body.because, matched: matched(case) });
    case.notify(NoticeKind::Closed, Recipient::Role(Role::ServiceDesk), None);
    tell_those_who_work(case);
}

/// A fix is verified when it is live and its problem was observed to the end without recurrence (invariant 8 of 3.29).
fn verified(known_error: &KnownError, case: &mut KnownErrorCase<'_>) {
    let fix = known_error.fix();
    case.that(fix.is_some(), "fix", "a fix was announced", "须已登记修复");
    let Some(fix) = fix else { return };
    if let Some(problem) = case.fact("problem", &known_error.problem) {
        case.that_value(
            observed(problem, case.at),
            format_args!("{} {}", known_error.problem, problem.state),
            "fix_observed",
            "the problem was observed to the end without recurrence",
            "其问题须观察期满且无复发",
        );
    }
    if let Some(release) = &fix.release
        && let Some(fact) = case.fact("release", release)
    {
        deployed(release, fact, case);
    }
    if let Some(change) = &fix.change
        && let Some(fact) = case.fact("change", change)
    {
        implemented(change, fact, case);
    }
}

fn observed(problem: &Fact, now: Instant) -> bool {
    match problem.state.as_str() {
        "under_observation" => {
            let until = problem.attribute("observed_until").and_then(|until| Instant::parse(until).ok());
            until.is_some_and(|until| until <= now)
        }
        "closed" => matches!(problem.attribute("closure"), Some("cured" | "mitigated")),
        _ => false,
    }
}

fn withdrawn(known_error: &KnownError, case: &mut KnownErrorCase<'_>) {
    let words = "the affected items are named";
    case.that(!known_error.content.items.is_empty(), "items", words, "须列出受影响配置项");
    for wanted in items(Some(known_error)) {
        if let Some(fact) = case.fact("configuration_item", &wanted.record) {
            case.that_value(
                item_is_withdrawn(fact),
                format_args!("{} {}", wanted.record, fact.state),
                "item_withdrawn",
                "every affected item is withdrawn",
                "受影响配置项均须已退役",
            );
        }
    }
}
