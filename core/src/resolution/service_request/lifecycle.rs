//! The table of service requests: what is legal, by which guard, for whom (spec 3.21, 3.30).

use super::record::ServiceRequestPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ServiceRequestPhase::{
    Approved, AwaitingApproval, Cancelled, Closed, Converted, Fulfilled, InFulfilment, Rejected, Submitted,
    Validated, Waiting,
};

const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);
const MANAGER: Who = Who::Role(Role::IncidentManager);
const SERVICE_LEVELS: Who = Who::Role(Role::ServiceLevelManager);
const USER: Who = Who::Role(Role::User);

const OPEN: &[ServiceRequestPhase] =
    &[Submitted, Validated, AwaitingApproval, Approved, InFulfilment, Waiting];
const ANY: &[ServiceRequestPhase] = ServiceRequestPhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ServiceRequestPhase],
    to: Option<ServiceRequestPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ServiceRequestPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of service requests. A vote has a row for each outcome of its ballot; the first is the guard of all.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ServiceRequestPhase> = Lifecycle {
    process: "service_request",
    label: Label::new("Service request", "服务请求"),
    prefix: "SRQ",
    rules: &[
        rule("T-SRQ-01", "service_request.submit", &[], Some(Submitted), &[USER, DESK],
            "a model, for whom, and the inputs of the model; only the desk names another requester", "请求模型、受益人及模型所需输入；仅服务台可代他人提出"),
        rule("T-SRQ-02", "service_request.validate", &[Submitted], Some(Validated), &[DESK],
            "the beneficiary is entitled; category, impact, urgency; the priority follows from the matrix", "受益人具备资格；类别、影响度、紧急度；优先级由矩阵得出"),
        rule("T-SRQ-03", "service_request.approve", &[Validated], Some(Approved), &[DESK],
            "the model asks for no approval; not approved by requester or beneficiary", "模型无需审批；不由申请人或受益人批准"),
        rule("T-SRQ-L1", "service_request.request_approval", &[Validated], Some(AwaitingApproval), &[DESK],
            "the model's approvers, neither requester nor beneficiary, can meet its rule", "模型的审批人（不含申请人与受益人）能满足审批规则"),
        rule("T-SRQ-L17", "service_request.request_approval", &[AwaitingApproval, Approved], Some(AwaitingApproval), &[DESK],
            "as T-SRQ-L1; the approval asked for is void: expired, or given for other content", "同 T-SRQ-L1；原审批已失效：已过期，或内容已变更"),
        rule("T-SRQ-03", "service_request.vote", &[AwaitingApproval], Some(Approved), &[Who::Approver],
            "a vote of an approver who is neither requester nor beneficiary; the ballot accepts", "非申请人、非受益人的审批人投票；表决通过"),
        rule("T-SRQ-L2", "service_request.vote", &[AwaitingApproval], Some(AwaitingApproval), &[Who::Approver],
            "as T-SRQ-03; votes are outstanding", "同 T-SRQ-03；尚有未投票者"),
        rule("T-SRQ-07", "service_request.vote", &[AwaitingApproval], Some(Rejected), &[Who::Approver],
            "as T-SRQ-03; the ballot refuses, and the requester is told", "同 T-SRQ-03；表决未通过，并告知申请人"),
        rule("T-SRQ-L3", "service_request.vote", &[AwaitingApproval], Some(Validated), &[Who::Approver],
            "as T-SRQ-03; returned for rework", "同 T-SRQ-03；退回修改"),
        rule("T-SRQ-L4", "service_request.delegate", &[AwaitingApproval], None, &[Who::Approver],
            "an approver whose vote is outstanding lets another vote", "尚未投票的审批人授权他人投票"),
        rule("T-SRQ-L5", "service_request.edit", &[Submitted, Validated], None, &[Who::Requester, DESK],
            "the inputs of the model, changed", "变更后的模型输入"),
        rule("T-SRQ-L6", "service_request.edit", &[AwaitingApproval, Approved], Some(Validated), &[Who::Requester, DESK],
            "the inputs of the model, changed; approvals are void", "变更后的模型输入；审批作废"),
        rule("T-SRQ-04", "service_request.fulfil_begin", &[Approved], Some(InFulfilment), &[],
            "a member of an active group competent for the category; the effective version of the instructions; approvals in force", "具备能力的有效支持组成员；作业指导现行版本；审批有效"),
        rule("T-SRQ-05", "service_request.fulfil", &[InFulfilment], Some(Fulfilled), &[Who::Assignee],
            "tasks done, evidence; CIs only under a standard change; privileged access ends, has a security approval, and is granted by somebody else", "任务完成、有证据；仅可按标准变更改动配置项；特权访问须有期限、安全审批，且由他人实施"),
        rule("T-SRQ-06", "service_request.close", &[Fulfilled], Some(Closed), &[Who::Requester, DESK, Who::Timer],
            "confirmed, or unanswered notices", "已确认，或通知无人答复"),
        rule("T-SRQ-07", "service_request.reject", &[Submitted, Validated, Approved, InFulfilment, Waiting], Some(Rejected), &[Who::Approver, DESK],
            "the requester is told the reason", "告知申请人原因"),
        rule("T-SRQ-L7", "service_request.reject", &[AwaitingApproval], Some(Rejected), &[DESK],
            "as T-SRQ-07; an approver votes instead", "同 T-SRQ-07；审批人须以投票表示"),
        rule("T-SRQ-07", "service_request.cancel", OPEN, Some(Cancelled), &[Who::Requester],
            "the reason", "原因"),
        rule("T-SRQ-08", "service_request.convert", OPEN, Some(Converted), &[DESK],
            "the incident or change it goes on as, and the reason", "所转成的事件或变更及原因"),
        rule("T-SRQ-L8", "service_request.wait", &[InFulfilment], Some(Waiting), &[Who::Assignee],
            "reason, note, expected end; the requester is told", "原因、说明、预计结束时间；通知申请人"),
        rule("T-SRQ-L9", "service_request.resume", &[Waiting], Some(InFulfilment), &[Who::Assignee, Who::Timer],
            "reason for resuming", "恢复原因"),
        rule("T-SRQ-L10", "service_request.task_done", &[InFulfilment], None, &[Who::Assignee],
            "a task of the model that is not done yet", "模型中尚未完成的任务"),
        rule("T-SRQ-L11", "service_request.work", OPEN, None, &[Who::Assignee, DESK],
            "what was done", "已采取的行动"),
        rule("T-SRQ-L12", "service_request.inform", OPEN, None, &[Who::Assignee, DESK],
            "the requester is told how it stands", "告知申请人进展"),
        rule("T-SRQ-L13", "service_request.link", &[Submitted, Validated, AwaitingApproval, Approved, InFulfilment, Waiting, Fulfilled], None, &[Who::Assignee, DESK],
            "a record that exists where its register is kept", "登记册中存在的记录"),
        rule("T-SRQ-L14", "service_request.recalculate", &[Validated, AwaitingApproval, Approved, InFulfilment, Waiting, Fulfilled], None, &[SERVICE_LEVELS, MANAGER],
            "why the past is measured again", "重新计算的原因"),
        rule("T-SRQ-L15", "service_request.excuse_breach", &[Validated, AwaitingApproval, Approved, InFulfilment, Waiting, Fulfilled, Closed], None, &[SERVICE_LEVELS],
            "a recorded breach and the reason that excuses it", "已记录的超时及其免责原因"),
        rule("T-SRQ-L16", "service_request.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
