//! The table of incidents: what is legal, by which guard, for whom (spec 3.20, 3.30).

use super::record::IncidentPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use IncidentPhase::{
    Assigned, Cancelled, Classified, Closed, Converted, InProgress, Logged, Pending, Resolved,
};

const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);
const LEADER: Who = Who::Role(Role::MajorIncidentManager);
const MANAGER: Who = Who::Role(Role::IncidentManager);
const MONITORING: Who = Who::Role(Role::Monitoring);
const USER: Who = Who::Role(Role::User);
const SERVICE_LEVELS: Who = Who::Role(Role::ServiceLevelManager);

const OPEN: &[IncidentPhase] = &[Logged, Classified, Assigned, InProgress, Pending];
const UNDER_CLOCK: &[IncidentPhase] = &[Classified, Assigned, InProgress, Pending];
const ANY: &[IncidentPhase] = IncidentPhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [IncidentPhase],
    to: Option<IncidentPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<IncidentPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of incidents.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<IncidentPhase> = Lifecycle {
    process: "incident",
    label: Label::new("Incident", "事件"),
    prefix: "INC",
    rules: &[
        rule("T-INC-01", "incident.log", &[], Some(Logged), &[DESK, USER, MONITORING],
            "channel, requester or source, symptom, time of occurrence, service or `unknown`", "渠道、请求人或来源、症状、发生时间、服务或“未知”"),
        rule("T-INC-02", "incident.classify", &[Logged], Some(Classified), &[DESK, MANAGER],
            "category, impact, urgency, known-error match, security flag; the priority follows from the matrix", "类别、影响度、紧急度、已知错误匹配、安全标志；优先级由矩阵得出"),
        rule("T-INC-03", "incident.assign", &[Classified], Some(Assigned), &[DESK, MANAGER],
            "an active group competent for the category; clocks attached or the reason why not", "具备该类别能力的有效支持组；已附时钟或说明无协议原因"),
        rule("T-INC-04", "incident.acknowledge", &[Assigned], Some(InProgress), &[Who::Assignee],
            "the assignee begins; the response clock stops", "受理人开始处理；响应时钟停止"),
        rule("T-INC-05", "incident.reassign", &[InProgress], Some(Assigned), &[Who::Assignee, MANAGER],
            "kind of escalation and reason", "升级类型与原因"),
        rule("T-INC-06", "incident.pend", &[InProgress], Some(Pending), &[Who::Assignee],
            "reason, note, expected end; the user is told", "原因、说明、预计结束时间；通知用户"),
        rule("T-INC-07", "incident.resume", &[Pending], Some(InProgress), &[Who::Assignee, Who::Timer],
            "reason for resuming", "恢复原因"),
        rule("T-INC-08", "incident.resolve", &[InProgress], Some(Resolved), &[Who::Assignee],
            "code, text, kind; restoration if the service was hit; a workaround has a problem, a known error or a justification", "代码、文本、类型；服务受影响时须有恢复时间；变通解决须关联问题、已知错误或说明理由"),
        rule("T-INC-09", "incident.close", &[Resolved], Some(Closed), &[Who::Requester, DESK, Who::Timer],
            "confirmed by somebody other than the resolver, or unanswered notices; category verified; major incident reviewed", "由解决人以外的人确认，或通知无人答复；类别已核实；重大事件已评审"),
        rule("T-INC-10", "incident.reopen", &[Resolved], Some(InProgress), &[Who::Requester, DESK],
            "reason, inside the reopen window", "原因，且在重开期限内"),
        rule("T-INC-11", "incident.cancel", &[Logged, Classified], Some(Cancelled), &[MANAGER],
            "the incident it duplicates, or why it was logged by mistake", "所重复的事件，或误登记原因"),
        rule("T-INC-L1", "incident.reassign", &[Assigned], Some(Assigned), &[Who::Assignee, DESK, MANAGER],
            "kind of escalation and reason", "升级类型与原因"),
        rule("T-INC-L2", "incident.resolve", &[Pending], Some(Resolved), &[Who::Assignee],
            "as T-INC-08: the wait ended with the resolution", "同 T-INC-08：等待以解决告终"),
        rule("T-INC-L3", "incident.cancel", &[Assigned, InProgress, Pending], Some(Cancelled), &[MANAGER],
            "as T-INC-11, found out after the assignment", "同 T-INC-11，分派后才发现"),
        rule("T-INC-L4", "incident.convert", &[Logged, Classified, Assigned, InProgress, Pending, Resolved], Some(Converted), &[DESK, MANAGER],
            "the service request and the reason", "服务请求及原因"),
        rule("T-INC-L5", "incident.reclassify", UNDER_CLOCK, None, &[Who::Assignee, DESK, MANAGER],
            "what changes and why; priority and clocks follow", "变更内容与原因；优先级与时钟随之变化"),
        rule("T-INC-L6", "incident.override_priority", UNDER_CLOCK, None, &[DESK, MANAGER],
            "priority, reason, expiry", "优先级、原因、有效期"),
        rule("T-INC-L7", "incident.move", OPEN, None, &[Who::Assignee, DESK, MANAGER],
            "service, customer or CI, and why", "服务、客户或配置项及原因"),
        rule("T-INC-L8", "incident.work", OPEN, None, &[Who::Assignee, DESK, MANAGER],
            "what was done", "已采取的行动"),
        rule("T-INC-L9", "incident.inform", UNDER_CLOCK, None, &[Who::Assignee, DESK, MANAGER],
            "the requester is told how it stands", "告知请求人进展"),
        rule("T-INC-L10", "incident.escalate", UNDER_CLOCK, None, &[Who::Assignee, DESK, MANAGER],
            "to whom and why", "升级对象与原因"),
        rule("T-INC-L11", "incident.link", &[Logged, Classified, Assigned, InProgress, Pending, Resolved], None, &[Who::Assignee, DESK, MANAGER, Who::Timer],
            "a record that exists where its register is kept", "登记册中存在的记录"),
        rule("T-INC-L12", "incident.mark_major", OPEN, None, &[DESK, MANAGER],
            "the major incident that was declared for it and not downgraded; an earlier one was", "已为其宣布且未降级的重大事件；先前的重大事件须已降级"),
        rule("T-INC-L13", "incident.recalculate", &[Classified, Assigned, InProgress, Pending, Resolved], None, &[SERVICE_LEVELS, MANAGER],
            "why the past is measured again", "重新计算的原因"),
        rule("T-INC-L14", "incident.excuse_breach", &[Classified, Assigned, InProgress, Pending, Resolved, Closed], None, &[SERVICE_LEVELS],
            "a recorded breach and the reason that excuses it", "已记录的超时及其免责原因"),
        rule("T-INC-L16", "incident.import", &[], None, &[MANAGER],
            "its present state with the data that state needs, and a past that follows in order", "当前状态及其所需数据，以及先后有序的既往记录"),
        rule("T-INC-L15", "incident.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
        rule("T-INC-L17", "incident.unmark_major", ANY, None, &[LEADER, MANAGER],
            "its major incident, which was downgraded", "其已降级的重大事件"),
    ],
};
