//! What the guards of standard change models check, and what happens when they pass.

use super::{
    Approved, ChangeModel, ChangeModelCommand, ChangeModelPhase, ChangeModels, Expired, Failed,
    ModelApproval, ModelFailure, ModelTerms, Proposed, RecordFailure, Reinstated, Revised, Suspended,
    Withdrawn,
};
use crate::control::ChangeCategory;
use crate::control::change::{Rfc, RiskScore};
use crate::kernel::{Case, Duty, Instant, NoticeKind, Recipient, Role, Text};

type ModelCase<'a> = Case<'a, ChangeModels>;

pub(super) fn decide(command: &ChangeModelCommand, case: &mut ModelCase<'_>) {
    if let ChangeModelCommand::Propose(body) = command {
        sound(&body.terms, case);
        let proposer = case.actor().clone();
        case.emit(Box::new(Proposed { proposer, terms: body.terms.clone() }));
        return case.notify(NoticeKind::ApprovalWanted, Recipient::Role(Role::ChangeManager), None);
    }
    let Some(model) = case.record else { return };
    match command {
        ChangeModelCommand::Propose(_) => {}
        ChangeModelCommand::Revise(body) => {
            sound(&body.terms, case);
            case.that(body.terms != model.terms, "change", "something changes", "须有变更内容");
            let proposer = case.actor().clone();
            case.emit(Box::new(Revised(Proposed { proposer, terms: body.terms.clone() })));
        }
        ChangeModelCommand::Approve(body) => approve(model, body.valid_until, case),
        ChangeModelCommand::Renew(body) => {
            let longer = model.valid_until().is_none_or(|until| body.valid_until > until);
            let words = "the validity gets longer";
            case.that_value(longer, body.valid_until, "longer", words, "有效期须延长");
            approve(model, body.valid_until, case);
        }
        ChangeModelCommand::Suspend(body) => {
            because(&body.reason, case);
            case.emit(Suspended { reason: body.reason.clone() });
            tell(model, NoticeKind::Refused, case);
        }
        ChangeModelCommand::Reinstate(body) => {
            because(&body.reason, case);
            case.separate(Duty::ModelProposerApprover, &model.proposer, case.actor());
            let valid = model.valid_until().is_some_and(|until| case.at <= until);
            case.that(valid, "valid_until", "its validity is not over", "有效期须未届满");
            case.emit(Reinstated { reason: body.reason.clone() });
            tell(model, NoticeKind::Progress, case);
        }
        ChangeModelCommand::Withdraw(body) => {
            because(&body.reason, case);
            case.emit(Withdrawn { automatic: false, reason: body.reason.clone() });
            tell(model, NoticeKind::Refused, case);
        }
        ChangeModelCommand::RecordFailure(body) => failed(model, body, case),
        ChangeModelCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn because(reason: &Text, case: &mut ModelCase<'_>) {
    case.text(reason, "reason", "a reason is given", "须说明原因");
}

fn tell(model: &ChangeModel, why: NoticeKind, case: &mut ModelCase<'_>) {
    case.notify(why, Recipient::Person(model.proposer.clone()), None);
}

/// A model says what is done and what it is about, and what it does is harmless.
fn sound(terms: &ModelTerms, case: &mut ModelCase<'_>) {
    case.used(&case.policy().rules_ref);
    case.text(&terms.title, "title", "a title is given", "须给出标题");
    case.that(!terms.steps.is_empty(), "steps", "the steps are listed", "须列出步骤");
    for step in &terms.steps {
        case.text(step, "step_text", "every step says what is done", "每个步骤须说明内容");
    }
    case.text(&terms.back_out, "back_out", "the back-out is described", "须说明回退方法");
    case.that(
        !terms.scope.is_open(),
        "scope",
        "the scope names items, types or services",
        "范围须指明配置项、类型或服务",
    );
    let score = RiskScore::of(&case.policy().rules.risk, &Rfc::default(), terms.risk, true, false);
    case.that_value(
        terms.risk.is_on_scale() && score.proposes == ChangeCategory::Minor,
        format_args!("{} × {}", terms.risk.probability, terms.risk.impact),
        "risk",
        "its risk is no higher than that of a minor change",
        "风险不得高于一般变更",
    );
    let limits = &terms.limits;
    let room = limits.max_concurrent != Some(0)
        && limits.max_in_period.is_none_or(|limit| limit.most > 0 && limit.period_s > 0);
    case.that(room, "limits", "the limits leave room for one change", "限额须至少允许一次变更");
}

fn approve(model: &ChangeModel, valid_until: Instant, case: &mut ModelCase<'_>) {
    case.separate(Duty::ModelProposerApprover, &model.proposer, case.actor());
    let words = "the end of its validity lies ahead";
    case.that_value(valid_until > case.at, valid_until, "valid_until", words, "有效期截止须晚于当前时间");
    let approval = ModelApproval { at: case.at, by: case.actor().clone(), valid_until };
    case.emit(Approved { approval });
    tell(model, NoticeKind::Progress, case);
}

fn failed(model: &ChangeModel, body: &RecordFailure, case: &mut ModelCase<'_>) {
    because(&body.reason, case);
    case.that_value(
        model.failures.iter().all(|failure| failure.change != body.change),
        &body.change,
        "failure",
        "the failure of a change is recorded once",
        "每项变更的失败仅记录一次",
    );
    case.used(&case.policy().rules_ref);
    let limit = case.policy().rules.model_failure_limit;
    let failure = ModelFailure { at: case.at, change: body.change.clone(), reason: body.reason.clone() };
    case.emit(Failed { failure });
    let failures = u32::try_from(model.failures.len()).unwrap_or(u32::MAX).saturating_add(1);
    if failures >= limit && model.phase() != ChangeModelPhase::Withdrawn {
        case.emit(Withdrawn { automatic: true, reason: Text::literal("it failed too often") });
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::ChangeManager), None);
    }
}

/// When its validity is over, while it is approved.
pub(super) fn expires(model: &ChangeModel) -> Option<Instant> {
    (model.phase() == ChangeModelPhase::Approved).then(|| model.valid_until()).flatten()?.plus_s(1)
}

pub(super) fn fire(case: &mut ModelCase<'_>) {
    let Some(model) = case.record else { return };
    let Some(valid_until) = model.valid_until() else { return };
    if expires(model).is_some_and(|at| at <= case.at) {
        case.emit(Expired { valid_until });
        case.notify(NoticeKind::ReviewDue, Recipient::Role(Role::ChangeManager), None);
    }
}
