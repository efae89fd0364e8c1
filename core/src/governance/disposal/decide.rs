//! What the guards of disposals check, and what happens when they pass.

use super::{
    Approved, Cancelled, CarriedOut, Disposal, DisposalCommand, DisposalOrder, Disposals, DisposedRecord,
    Erasure, Rejected, Removal, Request, Requested,
};
use crate::governance::named::{RETAINED, SUBJECT_HOLD, asked, asked_about, instant, is_about};
use crate::governance::{NamedEvents, NamedRecord, RetentionBegins, RetentionClass};
use crate::kernel::{
    Case, Code, Fact, FactWanted, Instant, NoticeKind, Recipient, RecordId, Role, Text, limits,
};
use std::collections::BTreeSet;
use std::fmt::Display;

type DisposalCase<'a> = Case<'a, Disposals>;

pub(super) fn needs(disposal: Option<&Disposal>, command: &DisposalCommand) -> Vec<FactWanted> {
    let order = match (command, disposal) {
        (DisposalCommand::Request(body), _) => &body.order,
        (DisposalCommand::Approve(_) | DisposalCommand::CarryOut(_), Some(disposal)) => &disposal.order,
        _ => return Vec::new(),
    };
    match order {
        DisposalOrder::Erase(erasure) => {
            let events = erasure.events.iter().map(|of| (&of.process, &of.record));
            vec![asked(events).with("personal", ["yes"]), asked_about(erasure.subject.as_str())]
        }
        DisposalOrder::Dispose(removal) => {
            vec![asked(removal.records.iter().map(|of| (&of.process, &of.record)))]
        }
    }
}

pub(super) fn decide(command: &DisposalCommand, case: &mut DisposalCase<'_>) {
    if let DisposalCommand::Request(body) = command {
        return request(body, case);
    }
    let Some(disposal) = case.record else { return };
    match command {
        DisposalCommand::Request(_) => {}
        DisposalCommand::Approve(_) => approve(disposal, case),
        DisposalCommand::Reject(body) => {
            why(&body.reason, case);
            case.emit(Rejected { reason: body.reason.clone() });
            tell_requester(disposal, NoticeKind::Refused, case);
        }
        DisposalCommand::CarryOut(_) => carry_out(disposal, case),
        DisposalCommand::Cancel(body) => {
            why(&body.reason, case);
            case.emit(Cancelled { reason: body.reason.clone() });
        }
        DisposalCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn request(body: &Request, case: &mut DisposalCase<'_>) {
    case.text(&body.legal_basis, "legal_basis", "the legal basis is named", "须说明法律依据");
    case.text(&body.method, "method", "the method is named", "须说明处置方法");
    let order = match &body.order {
        DisposalOrder::Erase(erasure) => {
            bounded(erasure.events.iter().map(NamedEvents::named), case);
            let events = erasable(erasure, case);
            DisposalOrder::Erase(Erasure { subject: erasure.subject.clone(), events })
        }
        DisposalOrder::Dispose(removal) => {
            bounded(removal.records.iter().cloned(), case);
            disposable(removal, case);
            body.order.clone()
        }
    };
    let (legal_basis, method) = (body.legal_basis.clone(), body.method.clone());
    case.emit(Box::new(Requested { order, legal_basis, method }));
    case.notify(NoticeKind::ApprovalWanted, Recipient::Role(Role::ProcessOwner), None);
}

fn approve(disposal: &Disposal, case: &mut DisposalCase<'_>) {
    // Not a row of the duties: no waiver reaches it (DECISIONS 8).
    let other = disposal.envelope.created_by != *case.actor();
    let words = "another person approves it than requested it";
    case.that_value(other, case.actor(), "second_person", words, "批准人须为请求人以外的人");
    match &disposal.order {
        DisposalOrder::Erase(erasure) => drop(erasable(erasure, case)),
        DisposalOrder::Dispose(removal) => drop(disposable(removal, case)),
    }
    case.emit(Approved {});
    tell_requester(disposal, NoticeKind::Progress, case);
}

fn carry_out(disposal: &Disposal, case: &mut DisposalCase<'_>) {
    let done = match &disposal.order {
        DisposalOrder::Erase(erasure) => CarriedOut { erased: erasable(erasure, case), disposed: Vec::new() },
        DisposalOrder::Dispose(removal) => {
            CarriedOut { erased: Vec::new(), disposed: disposable(removal, case) }
        }
    };
    case.emit(done);
    tell_requester(disposal, NoticeKind::Closed, case);
}

fn tell_requester(disposal: &Disposal, why: NoticeKind, case: &mut DisposalCase<'_>) {
    case.notify(why, Recipient::Person(disposal.envelope.created_by.clone()), None);
}

fn why(reason: &Text, case: &mut DisposalCase<'_>) {
    case.text(reason, "reason", "a reason is given", "须说明原因");
}

/// Something is named, each once, and not more than an event holds.
fn bounded(records: impl Iterator<Item = NamedRecord>, case: &mut DisposalCase<'_>) {
    let mut named = BTreeSet::new();
    let mut count = 0_usize;
    let mut twice = None;
    for record in records {
        count = count.saturating_add(1);
        if !named.insert(record.clone()) {
            twice = Some(record);
        }
    }
    let words = "it names 1 to 200 records";
    case.that_value(
        (1..=limits::NAMED_RECORDS).contains(&count),
        count,
        "count",
        words,
        "须指明 1 至 200 条记录",
    );
    if let Some(twice) = twice {
        case.that_value(false, twice, "twice", "each record is named once", "每条记录只能指明一次");
    }
}

/// What is known of a named record; a refusal where nothing is.
fn known<'a>(process: &Code, record: &RecordId, case: &mut DisposalCase<'a>) -> Option<&'a Fact> {
    let fact = case.context.facts.of_process(RETAINED).find(|fact| is_about(fact, process, record));
    let words = "the record that the command refers to is known";
    let value = format_args!("{process}/{record}").to_string();
    case.that_value(fact.is_some(), value, "fact", words, "命令所引用的记录须已知");
    fact
}

fn not_held(record: impl Display, holds: Option<&str>, case: &mut DisposalCase<'_>) {
    if let Some(holds) = holds {
        let value = format!("{record}: {holds}");
        case.that_value(
            false,
            value,
            "legal_hold",
            "no legal hold is in force on it",
            "不得有生效的法律保留",
        );
    }
}

/// The conditions of an erasure; the events that it erases. It asks for no retention period, and the record may be open.
fn erasable(erasure: &Erasure, case: &mut DisposalCase<'_>) -> Vec<NamedEvents> {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let blocks = policy.rules.hold_blocks_erasure;
    if blocks {
        let holds: Vec<_> = case.context.facts.of_process(SUBJECT_HOLD).collect();
        holds.iter().for_each(|hold| not_held(&erasure.subject, Some(hold.record.as_str()), case));
    }
    let mut events = Vec::new();
    for of in &erasure.events {
        let Some(fact) = known(&of.process, &of.record, case) else { continue };
        if blocks {
            not_held(of.named(), fact.attribute("holds"), case);
        }
        let personal = fact.attribute("personal").unwrap_or_default();
        let personal: BTreeSet<u64> = personal.split(',').filter_map(|text| text.parse().ok()).collect();
        let versions: BTreeSet<u64> =
            if of.versions.is_empty() { personal.clone() } else { of.versions.iter().copied().collect() };
        let strange = versions.difference(&personal).next();
        let value = match strange {
            Some(version) => format!("{}: {version}", of.named()),
            None => of.named().to_string(),
        };
        let words = "the events that it names have personal values";
        let met = strange.is_none() && !versions.is_empty();
        case.that_value(met, value, "personal", words, "所指明的日志事件须含个人数据");
        events.push(NamedEvents { versions: versions.into_iter().collect(), ..of.clone() });
    }
    events
}

/// The conditions of a removal; the records that it removes, at their present versions.
fn disposable(removal: &Removal, case: &mut DisposalCase<'_>) -> Vec<DisposedRecord> {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let mut disposed = Vec::new();
    for of in &removal.records {
        let Some(fact) = known(&of.process, &of.record, case) else { continue };
        let cases = fact.attribute("cases") == Some("yes");
        let words = "records of the process are disposed of: rules, registers, holds and disposals stay";
        case.that_value(cases, of, "process", words, "该流程的记录可处置：规则、登记、保留与处置记录须保留");
        let closed = fact.attribute("closed") == Some("yes");
        case.that_value(closed, of, "closed", "the record is closed", "记录须已关闭");
        if let Some(open) = fact.attribute("open_links") {
            let value = format!("{of}: {open}");
            case.that_value(
                false,
                value,
                "linked_records",
                "every linked record is closed",
                "关联记录须全部关闭",
            );
        }
        not_held(of, fact.attribute("holds"), case);
        let class = policy.rules.class_of(of.process.as_str(), fact.attribute("retention_class"));
        let words = "the retention rules have a class for it";
        case.that_value(class.is_some(), of, "retention_class", words, "保存期限规则须有其类别");
        if let Some(class) = class.filter(|_| closed) {
            over(of, class, fact, case);
        }
        let (process, record) = (of.process.clone(), of.record.clone());
        disposed.push(DisposedRecord { process, record, version: fact.version });
    }
    disposed
}

fn over(of: &NamedRecord, class: &RetentionClass, fact: &Fact, case: &mut DisposalCase<'_>) {
    let began = instant(
        fact,
        match class.begins {
            RetentionBegins::Closed => "closed_at",
            RetentionBegins::Created => "created_at",
            RetentionBegins::Occurred => "occurred_at",
        },
    );
    let end: Option<Instant> = began.and_then(|began| class.ends(began));
    let value = match end {
        Some(end) => format!("{of}: {end}"),
        None => of.to_string(),
    };
    let met = end.is_some_and(|end| end <= case.at);
    case.that_value(met, value, "retention", "its retention period is over", "其保存期限须已届满");
}
