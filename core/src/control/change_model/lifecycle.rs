//! The table of standard change models: what is legal, by which guard, for whom (spec 3.24, semantics 8.3).

use super::record::ChangeModelPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ChangeModelPhase::{Approved, Expired, Proposed, Suspended, Withdrawn};

const BOARD: Who = Who::Role(Role::Cab);
const CHANGES: Who = Who::Role(Role::ChangeManager);
const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);

const ONCE_APPROVED: &[ChangeModelPhase] = &[Approved, Suspended, Expired, Withdrawn];

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ChangeModelPhase],
    to: Option<ChangeModelPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ChangeModelPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of standard change models.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ChangeModelPhase> = Lifecycle {
    process: "change_model",
    label: Label::new("Standard change model", "标准变更模型"),
    prefix: "CHM",
    rules: &[
        rule("T-CHM-L1", "change_model.propose", &[], Some(Proposed), &[],
            "title, steps, back-out, scope, risk that proposes no more than minor", "标题、步骤、回退、范围、风险不高于一般变更"),
        rule("T-CHM-L2", "change_model.revise", &[Proposed], None, &[Who::Requester, CHANGES],
            "as T-CHM-L1, changed", "同 T-CHM-L1，内容有变更"),
        rule("T-CHM-L3", "change_model.approve", &[Proposed], Some(Approved), &[CHANGES, BOARD],
            "not by its proposer; the end of its validity lies ahead", "非提议人批准；有效期截止于将来"),
        rule("T-CHM-L4", "change_model.renew", &[Approved, Expired], Some(Approved), &[CHANGES, BOARD],
            "as T-CHM-L3, for a longer validity", "同 T-CHM-L3，延长有效期"),
        rule("T-CHM-L5", "change_model.suspend", &[Approved], Some(Suspended), &[CHANGES],
            "the reason", "原因"),
        rule("T-CHM-L6", "change_model.reinstate", &[Suspended], Some(Approved), &[CHANGES, BOARD],
            "the reason, not by its proposer, while it is valid", "原因；非提议人；在有效期内"),
        rule("T-CHM-L7", "change_model.withdraw", &[Proposed, Approved, Suspended, Expired], Some(Withdrawn), &[CHANGES, Who::Requester],
            "the reason", "原因"),
        rule("T-CHM-L8", "change_model.record_failure", ONCE_APPROVED, None, &[Who::Timer],
            "a change under it that failed, each once", "在其下失败的变更，每次一条"),
        rule("T-CHM-L9", "change_model.record_failure", &[Approved, Suspended, Expired], Some(Withdrawn), &[Who::Timer],
            "as T-CHM-L8, and the limit of the policy is reached", "同 T-CHM-L8，且已达策略限额"),
        rule("T-CHM-L10", "change_model.confirm_notice", ChangeModelPhase::ALL, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
