//! What the guards of legal holds check, and what happens when they pass.

use super::{LegalHoldCommand, LegalHolds, Place, Placed, Release, Released};
use crate::governance::named::{RETAINED, asked, is_about};
use crate::kernel::{Case, FactWanted, NoticeKind, Recipient, Role, limits};

type HoldCase<'a> = Case<'a, LegalHolds>;

pub(super) fn needs(command: &LegalHoldCommand) -> Vec<FactWanted> {
    match command {
        LegalHoldCommand::Place(body) if !body.records.is_empty() => {
            vec![asked(body.records.iter().map(|of| (&of.process, &of.record)))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn decide(command: &LegalHoldCommand, case: &mut HoldCase<'_>) {
    match command {
        LegalHoldCommand::Place(body) => place(body, case),
        LegalHoldCommand::Release(body) => release(body, case),
        LegalHoldCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn place(body: &Place, case: &mut HoldCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.text(&body.authority, "authority_named", "the authority is named", "须说明依据");
    let named = body.records.len();
    let words = "it names records, at most 200, or a person";
    let names = named > 0 || body.subject.is_some();
    case.that_value(
        names && named <= limits::NAMED_RECORDS,
        named,
        "scope",
        words,
        "须指明记录（至多 200 条）或人员",
    );
    let known = case.context.facts.of_process(RETAINED);
    let known: Vec<_> = known.collect();
    let unknown =
        body.records.iter().find(|of| !known.iter().any(|fact| is_about(fact, &of.process, &of.record)));
    if let Some(unknown) = unknown {
        let words = "the record that the command refers to is known";
        case.that_value(false, unknown, "fact", words, "命令所引用的记录须已知");
    }
    let Place { records, subject, reason, authority } = body.clone();
    case.emit(Placed { records, subject, reason, authority });
    case.notify(NoticeKind::Registered, Recipient::Role(Role::ProcessOwner), None);
}

fn release(body: &Release, case: &mut HoldCase<'_>) {
    let Some(hold) = case.record else { return };
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    let other = hold.envelope.created_by != *case.actor();
    let words = "another person releases it than placed it";
    case.that_value(other, case.actor(), "second_person", words, "须由放置人以外的人解除");
    case.emit(Released { reason: body.reason.clone() });
    case.notify(NoticeKind::Closed, Recipient::Role(Role::ProcessOwner), None);
}
