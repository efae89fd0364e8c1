//! The table of known errors: what is legal, by which guard, for whom (spec 3.22, semantics 8.3).

use super::record::KnownErrorPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use KnownErrorPhase::{Draft, FixPending, Published, Retired};

const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);
const MANAGER: Who = Who::Role(Role::ProblemManager);
const SECOND: Who = Who::Role(Role::SecondLine);
const SYSTEM: Who = Who::Timer;
const THIRD: Who = Who::Role(Role::ThirdLine);

const ANY: &[KnownErrorPhase] = KnownErrorPhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [KnownErrorPhase],
    to: Option<KnownErrorPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<KnownErrorPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of known errors.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<KnownErrorPhase> = Lifecycle {
    process: "known_error",
    label: Label::new("Known error", "已知错误"),
    prefix: "KER",
    rules: &[
        rule("T-KER-L1", "known_error.draft", &[], Some(Draft), &[SYSTEM, SECOND, THIRD, MANAGER],
            "an open problem whose investigation has begun, symptoms, the cause if it is known", "已开始调查且未关闭的问题、症状、已知时的原因"),
        rule("T-KER-L2", "known_error.edit", &[Draft, Published, FixPending], None, &[SECOND, THIRD, MANAGER],
            "its content, changed; what is published keeps a workaround or says that there is none", "变更后的内容；已发布者须保留变通办法或明示无"),
        rule("T-KER-L3", "known_error.publish", &[Draft], Some(Published), &[SECOND, THIRD, MANAGER],
            "a workaround, or the statement that there is none; without a known cause a workaround; the desk is told", "变通办法或明示无；原因未知时须有变通办法；通知服务台"),
        rule("T-KER-L4", "known_error.fix_pending", &[Published], Some(FixPending), &[SYSTEM, MANAGER],
            "the change that removes the cause, approved, or the observation of a fix that altered no item", "消除原因的已批准变更，或未改动配置项的修复已在观察"),
        rule("T-KER-L5", "known_error.fix_pending", &[FixPending], Some(FixPending), &[SYSTEM, MANAGER],
            "as T-KER-L4: another change, or the release that brings it", "同 T-KER-L4：另一变更，或其发布"),
        rule("T-KER-L6", "known_error.reinstate", &[FixPending], Some(Published), &[SYSTEM, MANAGER],
            "its problem is looked into again, or no change is left to it", "其问题重新调查，或已无变更"),
        rule("T-KER-L7", "known_error.retire", &[FixPending], Some(Retired), &[MANAGER],
            "its fix was verified in production: live, and observed to the end without recurrence; or every affected item is withdrawn; the desk is told", "修复已在生产中验证：已上线且观察期满无复发；或受影响配置项均已退役；通知服务台"),
        rule("T-KER-L8", "known_error.retire", &[Published], Some(Retired), &[MANAGER],
            "every affected item is withdrawn; the desk is told", "受影响配置项均已退役；通知服务台"),
        rule("T-KER-L9", "known_error.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
