//! The table of changes: what is legal, by which guard, for whom (spec 3.24, 3.30).

use super::record::ChangePhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ChangePhase::{
    Accepted, Approved, Assessed, AwaitingApproval, BackedOut, BuiltTested, Closed, Deferred, Draft,
    EmergencyAuthorised, Implemented, Implementing, InReview, Rejected, RetrospectivelyDocumented,
    RetrospectivelyReviewed, Scheduled, Submitted, Withdrawn,
};

const APPROVER: Who = Who::Approver;
const ASSIGNEE: Who = Who::Assignee;
const BOARD: Who = Who::Role(Role::Cab);
const CHANGES: Who = Who::Role(Role::ChangeManager);
const DESK: Who = Who::Role(Role::ServiceDesk);
const EMERGENCIES: Who = Who::Role(Role::Ecab);
const GATEWAY: Who = Who::Role(Role::Gateway);
const RELEASES: Who = Who::Role(Role::ReleaseManager);
const REQUESTER: Who = Who::Requester;
const TIMER: Who = Who::Timer;

const ANY: &[ChangePhase] = ChangePhase::ALL;
const NOT_OVER: &[ChangePhase] = &[
    Draft,
    Submitted,
    Accepted,
    Assessed,
    AwaitingApproval,
    Deferred,
    Approved,
    BuiltTested,
    Scheduled,
    EmergencyAuthorised,
    Implementing,
    Implemented,
    BackedOut,
    InReview,
    RetrospectivelyDocumented,
    RetrospectivelyReviewed,
];
const BEFORE_IMPLEMENTING: &[ChangePhase] = &[
    Draft,
    Submitted,
    Accepted,
    Assessed,
    AwaitingApproval,
    Deferred,
    Approved,
    BuiltTested,
    Scheduled,
    EmergencyAuthorised,
];
const IN_FORCE: &[ChangePhase] = &[Approved, BuiltTested, Scheduled];

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ChangePhase],
    to: Option<ChangePhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ChangePhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of changes. `assignee` stands for whoever has a part in the change by name: owner, assessor, builder, tester,
/// implementer; the guard says whose part it is. A command with several rows from one phase is refused under the first of them.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ChangePhase> = Lifecycle {
    process: "change",
    label: Label::new("Change", "变更"),
    prefix: "CHG",
    rules: &[
        rule("T-CHG-L1", "change.draft", &[], Some(Draft), &[],
            "a title; only the desk and the change manager name another requester", "标题；仅服务台与变更经理可代他人提出"),
        rule("T-CHG-01", "change.submit", &[Draft], Some(Submitted), &[REQUESTER],
            "title, reason, benefit, services, items or why none, wished date, effect of not doing it", "标题、理由、收益、服务、配置项或说明无配置项、期望日期、不实施的影响"),
        rule("T-CHG-02", "change.accept", &[Submitted], Some(Accepted), &[CHANGES],
            "category, not lower than proposed without a reason; owner; an assessor for every mandatory assessment", "类别（低于建议类别须说明理由）、负责人、每项必需评估的评估人"),
        rule("T-CHG-03", "change.reject", &[Submitted], Some(Rejected), &[CHANGES],
            "the requester is told the reason", "告知申请人原因"),
        rule("T-CHG-04", "change.assess", &[Accepted], Some(Assessed), &[ASSIGNEE],
            "every mandatory opinion, that on security by the security manager; what it reaches; the risk score", "全部必需评估意见（安全意见由信息安全经理出具）、影响范围、风险评分"),
        rule("T-CHG-05", "change.request_approval", &[Assessed], Some(AwaitingApproval), &[ASSIGNEE],
            "by its owner: implementation, test, back-out, communication plans, a window after the lead time; a major change has an approved service plan", "由负责人提交：实施、测试、回退、沟通计划，窗口满足提前期；重大变更须有已批准的服务计划"),
        rule("T-CHG-L2", "change.request_approval", IN_FORCE, Some(AwaitingApproval), &[ASSIGNEE],
            "as T-CHG-05, once the approval is in force no longer", "同 T-CHG-05，批准已失效之后"),
        rule("T-CHG-06", "change.vote", &[AwaitingApproval], Some(Approved), &[APPROVER],
            "a vote of the category's authority, not by requester, owner or implementer; the ballot accepts the present content", "由该类别的批准权限人投票，不含申请人、负责人、实施人；表决通过当前内容"),
        rule("T-CHG-L3", "change.vote", &[AwaitingApproval], Some(AwaitingApproval), &[APPROVER],
            "as T-CHG-06; votes are outstanding", "同 T-CHG-06；尚有未投票者"),
        rule("T-CHG-07", "change.vote", &[AwaitingApproval], Some(Rejected), &[APPROVER],
            "as T-CHG-06; the ballot refuses, and the requester is told", "同 T-CHG-06；表决未通过，并告知申请人"),
        rule("T-CHG-L4", "change.vote", &[AwaitingApproval], Some(Assessed), &[APPROVER],
            "as T-CHG-06; returned for rework", "同 T-CHG-06；退回修改"),
        rule("T-CHG-07", "change.defer", &[AwaitingApproval], Some(Deferred), &[APPROVER],
            "the reason and the next date", "原因与下次日期"),
        rule("T-CHG-L5", "change.delegate", &[AwaitingApproval], None, &[APPROVER],
            "an approver whose vote is outstanding lets another vote", "尚未投票的审批人授权他人投票"),
        rule("T-CHG-L6", "change.resubmit", &[Deferred], Some(AwaitingApproval), &[ASSIGNEE, CHANGES],
            "as T-CHG-05, for the content as it is now", "同 T-CHG-05，针对当前内容"),
        rule("T-CHG-08", "change.test", &[Approved], Some(BuiltTested), &[ASSIGNEE],
            "by its builder or tester: results, all passed, or why nothing can be tested; significant and major: two persons", "由构建人或测试人：测试结果均通过，或说明不可测试的原因；重要、重大变更须由两人分别担任"),
        rule("T-CHG-09", "change.schedule", &[BuiltTested], Some(Scheduled), &[CHANGES],
            "the schedule was asked, every hard conflict is gone or waived; communicated, the desk informed", "已核对排程，硬冲突均已消除或豁免；已沟通并通知服务台"),
        rule("T-CHG-10", "change.begin_implementation", &[Scheduled], Some(Implementing), &[ASSIGNEE, TIMER],
            "by its implementer, or its release: inside the window, approval in force for this content, a baseline of the items", "由实施人或其发布触发：在窗口内、当前内容的批准有效、已捕获配置基线"),
        rule("T-CHG-19", "change.begin_implementation", &[EmergencyAuthorised], Some(Implementing), &[ASSIGNEE, TIMER],
            "by its implementer, or its release: not before the authorisation; how it can be undone is known", "由实施人或其发布触发：不早于授权；回退方法已知"),
        rule("T-CHG-11", "change.implement", &[Implementing], Some(Implemented), &[ASSIGNEE, TIMER],
            "by its implementer, or its release: steps, verification, deviations", "由实施人或其发布触发：步骤、验证、偏差"),
        rule("T-CHG-19", "change.implement", &[Implementing], Some(Implemented), &[ASSIGNEE, TIMER],
            "as T-CHG-11, for an emergency", "同 T-CHG-11，适用于紧急变更"),
        rule("T-CHG-12", "change.back_out", &[Implementing], Some(BackedOut), &[ASSIGNEE, CHANGES, TIMER],
            "reason, how the restored state was verified, the incident if a service was hit and it is logged already", "原因、恢复状态的验证方式、影响服务时的事件（若已登记）"),
        rule("T-CHG-19", "change.back_out", &[Implementing], Some(BackedOut), &[ASSIGNEE, CHANGES, TIMER],
            "as T-CHG-12, for an emergency", "同 T-CHG-12，适用于紧急变更"),
        rule("T-CHG-13", "change.begin_review", &[Implemented, BackedOut], Some(InReview), &[TIMER],
            "no emergency; by when it has to be reviewed", "非紧急变更；评审期限"),
        rule("T-CHG-L7", "change.review", &[InReview], None, &[ASSIGNEE, CHANGES, BOARD],
            "outcome, objective, incidents, downtime, lessons; not reviewed by its implementer alone", "结果、目标、所致事件、停机、经验；不得仅由实施人评审"),
        rule("T-CHG-14", "change.close", &[InReview], Some(Closed), &[CHANGES],
            "reviewed; every item updated by this change or said why not; linked records updated; a failure is investigated and acted on", "已评审；每个配置项已由本变更更新或说明原因；关联记录已更新；失败须调查并采取措施"),
        rule("T-CHG-15", "change.withdraw", BEFORE_IMPLEMENTING, Some(Withdrawn), &[REQUESTER],
            "the reason", "原因"),
        rule("T-CHG-L8", "change.edit", &[Draft, Submitted], None, &[REQUESTER],
            "the request, changed", "变更后的申请内容"),
        rule("T-CHG-L9", "change.edit", &[Accepted, Assessed, Deferred], None, &[REQUESTER, ASSIGNEE, CHANGES],
            "the request or the plan, changed", "变更后的申请或计划"),
        rule("T-CHG-L10", "change.edit", &[AwaitingApproval], Some(AwaitingApproval), &[REQUESTER, ASSIGNEE, CHANGES],
            "as T-CHG-16: votes were given for other content", "同 T-CHG-16：已投的票针对的是其他内容"),
        rule("T-CHG-16", "change.edit", IN_FORCE, Some(AwaitingApproval), &[REQUESTER, ASSIGNEE, CHANGES],
            "approved content changed: the approval is void, and its authority votes anew", "已批准内容变更：批准作废，须重新审批"),
        rule("T-CHG-17", "change.schedule_standard", &[Submitted], Some(Scheduled), &[REQUESTER, DESK],
            "a model in force, within its scope and limits, not approved by the requester; no hard conflict", "有效的标准变更模型，在其范围与限额内，且非申请人批准；无硬冲突"),
        rule("T-CHG-18", "change.authorise_emergency", &[Submitted], Some(EmergencyAuthorised), &[EMERGENCIES, APPROVER],
            "a criterion that it meets, the risk; recorded in time if given by word of mouth; not by its implementer", "所符合的标准、风险；口头授权须在限期内记录；不由实施人授权"),
        rule("T-CHG-20", "change.document_retrospectively", &[Implemented, BackedOut], Some(RetrospectivelyDocumented), &[ASSIGNEE],
            "by its owner, for an emergency: every mandatory opinion, tests, the whole request, items updated or said why not", "由负责人补录紧急变更：全部评估意见、测试、完整申请、配置项已更新或说明原因"),
        rule("T-CHG-21", "change.review_retrospectively", &[RetrospectivelyDocumented], Some(RetrospectivelyReviewed), &[BOARD],
            "whether it was an emergency, a finding if not, outcome, lessons; no reviewer implemented it", "是否确为紧急、否则须有不符合项，结果、经验；评审人非实施人"),
        rule("T-CHG-21", "change.close", &[RetrospectivelyReviewed], Some(Closed), &[CHANGES],
            "as T-CHG-14", "同 T-CHG-14"),
        rule("T-CHG-L11", "change.opine", &[Accepted, Assessed, AwaitingApproval, Deferred, Approved, BuiltTested, Scheduled, EmergencyAuthorised, Implementing, Implemented, BackedOut], None, &[ASSIGNEE],
            "the opinion of the assessor named for it", "指定评估人的意见"),
        rule("T-CHG-L12", "change.assign", &[Accepted, Assessed, AwaitingApproval, Deferred, Approved, BuiltTested, Scheduled, EmergencyAuthorised, Implementing, Implemented, BackedOut], None, &[CHANGES],
            "another owner, who has not approved it, or other assessors", "更换负责人（未批准过本变更）或评估人"),
        rule("T-CHG-L13", "change.reclassify", &[Accepted, Assessed], None, &[CHANGES],
            "another category, with the reason; removal and transfer of a service stay major", "其他类别及原因；终止或转移服务须为重大变更"),
        rule("T-CHG-L14", "change.waive_conflict", &[Submitted, Approved, BuiltTested, Scheduled], None, &[],
            "a conflict that the schedule found, waived with a reason by a holder of a role that may", "排程所发现的冲突，由有权角色说明理由后豁免"),
        rule("T-CHG-L15", "change.link", NOT_OVER, None, &[REQUESTER, ASSIGNEE, CHANGES, DESK, RELEASES, TIMER],
            "another record; a release by the release or change manager", "其他记录；发布须由发布经理或变更经理关联"),
        rule("T-CHG-L17", "change.unpack", BEFORE_IMPLEMENTING, None, &[CHANGES, RELEASES, TIMER],
            "a release that contains it, and the reason", "包含本变更的发布及原因"),
        rule("T-CHG-L16", "change.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
