//! What the guards of configuration audits check, and what happens when they pass.

use super::{
    Assigned, Begun, Cancelled, CloseDeficiency, Closed, Concluded, ConfigurationAudit,
    ConfigurationAuditCommand, ConfigurationAudits, Correct, Corrected, Correction, DeficienciesOverdue,
    Deficiency, DeficiencyClosed, DeficiencyKind, Finding, Plan, Planned, Record, Recorded, Report, Reported,
};
use crate::kernel::{
    Case, Duty, FactWanted, Instant, NoticeKind, PersonId, Recipient, RecordId, Role, limits,
};
use crate::time::after_working_days;
use std::collections::BTreeSet;

type AuditCase<'a> = Case<'a, ConfigurationAudits>;

const ITEM: &str = "configuration_item";

pub(super) fn needs(
    audit: Option<&ConfigurationAudit>,
    command: &ConfigurationAuditCommand,
) -> Vec<FactWanted> {
    let about = |item: &RecordId| FactWanted::new(ITEM, item);
    match command {
        ConfigurationAuditCommand::Plan(plan) => plan.scope.iter().map(about).collect(),
        ConfigurationAuditCommand::Begin(_)
        | ConfigurationAuditCommand::Assign(_)
        | ConfigurationAuditCommand::Conclude(_) => {
            audit.map(|audit| audit.scope.iter().map(about).collect()).unwrap_or_default()
        }
        ConfigurationAuditCommand::Record(record) => {
            record.findings.iter().map(|finding| about(&finding.item)).collect()
        }
        ConfigurationAuditCommand::Correct(correct) => match &correct.correction {
            Correction::Change(change) => vec![FactWanted::new("change", change)],
            Correction::Register(_) => Vec::new(),
        },
        ConfigurationAuditCommand::CloseDeficiency(close) => {
            let deficiency = audit.and_then(|audit| numbered(audit, close.deficiency));
            match deficiency.map(|deficiency| (deficiency.correction.as_ref(), &deficiency.item)) {
                Some((Some(Correction::Change(change)), _)) => vec![FactWanted::new("change", change)],
                Some((Some(Correction::Register(_)), item)) => vec![about(item)],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

pub(super) fn decide(command: &ConfigurationAuditCommand, case: &mut AuditCase<'_>) {
    if let ConfigurationAuditCommand::Plan(body) = command {
        return plan(body, case);
    }
    let Some(audit) = case.record else { return };
    match command {
        ConfigurationAuditCommand::Plan(_) => {}
        ConfigurationAuditCommand::Begin(_) => {
            independent(&audit.auditor, &audit.scope, case);
            case.emit(Begun {});
        }
        ConfigurationAuditCommand::Assign(body) => {
            let other = body.auditor != audit.auditor;
            case.that_value(other, &body.auditor, "auditor", "another auditor", "须为另一审核员");
            independent(&body.auditor, &audit.scope, case);
            case.emit(Assigned { auditor: body.auditor.clone() });
            case.notify(NoticeKind::Assigned, Recipient::Person(body.auditor.clone()), None);
        }
        ConfigurationAuditCommand::Cancel(body) => {
            case.text(&body.reason, "reason", "a reason is given", "须说明原因");
            case.emit(Cancelled { reason: body.reason.clone() });
        }
        ConfigurationAuditCommand::Record(body) => record(audit, body, case),
        ConfigurationAuditCommand::Conclude(_) => conclude(audit, case),
        ConfigurationAuditCommand::Report(body) => report(body, case),
        ConfigurationAuditCommand::Correct(body) => correct(audit, body, case),
        ConfigurationAuditCommand::CloseDeficiency(body) => close_deficiency(audit, *body, case),
        ConfigurationAuditCommand::Close(_) => {
            let open = audit.deficiencies.iter().filter(|deficiency| deficiency.closed_at.is_none()).count();
            case.that_value(
                open == 0,
                open,
                "deficiencies",
                "every deficiency is closed",
                "全部缺陷须已关闭",
            );
            case.emit(Closed {});
        }
        ConfigurationAuditCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn plan(body: &Plan, case: &mut AuditCase<'_>) {
    case.that(!body.scope.is_empty(), "scope", "at least one item is in scope", "范围内须至少有一个配置项");
    independent(&body.auditor, &body.scope, case);
    let Plan { auditor, method, scope } = body.clone();
    case.emit(Planned { auditor: auditor.clone(), method, scope });
    case.notify(NoticeKind::Assigned, Recipient::Person(auditor), None);
}

/// The auditor has altered none of the items (spec 3.0.7).
fn independent(auditor: &PersonId, scope: &BTreeSet<RecordId>, case: &mut AuditCase<'_>) {
    let mut altered = false;
    for item in scope {
        let Some(fact) = case.fact(ITEM, item) else { continue };
        // An id may hold a comma itself: then it is taken for altered rather than not.
        let updaters = format!(",{},", fact.attribute("updaters").unwrap_or_default());
        altered |= updaters.contains(&format!(",{auditor},"));
    }
    if altered {
        case.separate(Duty::CiUpdaterAuditor, auditor, auditor);
    }
}

/// A finding that can be counted: what is missing has no attributes, a difference names its attribute once, and no more differ than
/// were verified.
fn coherent(finding: &Finding, case: &mut AuditCase<'_>) {
    let mut attributes = BTreeSet::new();
    let mut sound = true;
    for found in &finding.deficiencies {
        let named = found.attribute.as_ref().is_some_and(|attribute| attributes.insert(attribute));
        let differs = found.kind == DeficiencyKind::Differs;
        sound &= if differs { named } else { found.attribute.is_none() && finding.deficiencies.len() == 1 };
    }
    let words = "an item is missing or unexpected, or differs in attributes that are named once each";
    case.that_value(sound, &finding.item, "deficiency", words, "须为缺失、意外或逐一列明的属性差异");
    let verified = usize::try_from(finding.attributes_verified).unwrap_or(usize::MAX);
    let words = "no more attributes differ than were verified";
    let fits = attributes.len() <= verified;
    case.that_value(fits, verified, "attributes_verified", words, "不一致的属性数不得超过核查数");
}

fn record(audit: &ConfigurationAudit, body: &Record, case: &mut AuditCase<'_>) {
    case.that(
        !body.findings.is_empty(),
        "findings",
        "at least one item was verified",
        "须至少核查一个配置项",
    );
    let mut seen = BTreeSet::new();
    for finding in &body.findings {
        let new = seen.insert(&finding.item) && !audit.verified.contains(&finding.item);
        case.that_value(
            new,
            &finding.item,
            "verified",
            "every item is verified once",
            "每个配置项只核查一次",
        );
        coherent(finding, case);
        let unexpected = finding.deficiencies.iter().any(|found| found.kind == DeficiencyKind::Unexpected);
        if unexpected {
            let registered = case.context.facts.about(ITEM, &finding.item).is_some();
            let words = "what is unexpected is not registered";
            case.that_value(!registered, &finding.item, "unexpected", words, "意外发现的配置项须未登记");
        } else {
            let words = "the item is in scope";
            case.that_value(
                audit.scope.contains(&finding.item),
                &finding.item,
                "scope",
                words,
                "配置项须在范围内",
            );
        }
    }
    let found = body.findings.iter().map(|finding| finding.deficiencies.len());
    let count = found.fold(audit.deficiencies.len(), usize::saturating_add);
    let words = "an audit records at most 10000 deficiencies";
    case.that_value(count <= limits::LIST, count, "deficiencies", words, "一次审核最多记录 10000 个缺陷");
    case.emit(Recorded { findings: body.findings.clone() });
}

fn conclude(audit: &ConfigurationAudit, case: &mut AuditCase<'_>) {
    let left = audit.scope.difference(&audit.verified).count();
    case.that_value(left == 0, left, "verified", "every item in scope is verified", "范围内配置项须全部核查");
    independent(&audit.auditor, &audit.scope, case);
    let days = case.policy().rules.deficiency_within_working_days;
    let Some(due) = after_working_days(case, case.at, days) else { return };
    let deficient = !audit.deficiencies.is_empty();
    case.emit(Concluded { deficient, due });
    if deficient {
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::ConfigurationManager), Some(due));
    }
}

fn report(body: &Report, case: &mut AuditCase<'_>) {
    case.emit(Reported { report: body.report.hash });
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ProcessOwner), None);
}

fn numbered(audit: &ConfigurationAudit, number: u32) -> Option<&Deficiency> {
    audit.deficiencies.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn open_deficiency<'a>(
    audit: &'a ConfigurationAudit,
    number: u32,
    case: &mut AuditCase<'_>,
) -> Option<&'a Deficiency> {
    let open = numbered(audit, number).filter(|deficiency| deficiency.closed_at.is_none());
    case.that_value(
        open.is_some(),
        number,
        "deficiency",
        "there is an open deficiency of that number",
        "须存在该编号的未关闭缺陷",
    );
    open
}

fn correct(audit: &ConfigurationAudit, body: &Correct, case: &mut AuditCase<'_>) {
    open_deficiency(audit, body.deficiency, case);
    match &body.correction {
        Correction::Change(change) => {
            if let Some(fact) = case.fact("change", change) {
                let open = !["rejected", "withdrawn"].contains(&fact.state.as_str());
                let words = "the change was neither rejected nor withdrawn";
                case.that_value(open, change, "change_state", words, "变更须未被拒绝或撤回");
            }
        }
        Correction::Register(approver) => {
            let words = "whoever approves the correction does it himself, and is not the auditor";
            let himself = approver == case.actor() && *approver != audit.auditor;
            case.that_value(himself, approver, "approved_by", words, "纠正须由批准人本人批准，且非审核员");
        }
    }
    case.emit(Corrected { correction: body.correction.clone(), deficiency: body.deficiency });
}

fn close_deficiency(audit: &ConfigurationAudit, body: CloseDeficiency, case: &mut AuditCase<'_>) {
    let Some(deficiency) = open_deficiency(audit, body.deficiency, case) else { return };
    let words = "it is decided how the deficiency is corrected";
    case.that_value(
        deficiency.correction.is_some(),
        body.deficiency,
        "correction",
        words,
        "须已决定如何纠正缺陷",
    );
    match &deficiency.correction {
        Some(Correction::Change(change)) => {
            let Some(fact) = case.fact("change", change) else { return };
            let worked = ["successful", "successful_with_issues", "failed_remedied"];
            let done = fact.state == "closed"
                && fact.attribute("outcome").is_some_and(|outcome| worked.contains(&outcome));
            let words = "the change that corrects it is closed, and was not undone";
            case.that_value(done, change, "change_state", words, "纠正所依据的变更须已关闭且未回退");
        }
        Some(Correction::Register(_)) => {
            let Some(fact) = case.fact(ITEM, &deficiency.item) else { return };
            let updated = fact.attribute("updated_at").and_then(|at| Instant::parse(at).ok());
            let done =
                deficiency.found.kind == DeficiencyKind::Unexpected || updated >= deficiency.corrected_at;
            let words = "the register was corrected after that was approved";
            case.that_value(done, &deficiency.item, "corrected", words, "批准后须已更正登记");
        }
        None => {}
    }
    case.emit(DeficiencyClosed { deficiency: body.deficiency });
}

pub(super) fn due(audit: &ConfigurationAudit) -> Option<Instant> {
    let open = |deficiency: &&Deficiency| deficiency.closed_at.is_none() && !deficiency.overdue;
    audit.deficiencies.iter().filter(open).filter_map(|deficiency| deficiency.due).min()
}

pub(super) fn fire(case: &mut AuditCase<'_>) {
    let Some(due) = case.record.and_then(due) else { return };
    case.emit(DeficienciesOverdue { due });
    case.notify(NoticeKind::Escalated, Recipient::Role(Role::ProcessOwner), None);
}
