//! The table of releases: what is legal, by which guard, for whom (spec 3.25, 3.30).

use super::record::ReleasePhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ReleasePhase::{
    Accepted, AcceptedWithExceptions, Baselined, Built, Cancelled, Closed, Deployed, Deploying, Observing,
    PlanApproved, Planned, Reviewed, RolledBack, Tested,
};

const CONFIGURATION: Who = Who::Role(Role::ConfigurationManager);
const CUSTOMER: Who = Who::Role(Role::Customer);
const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);
const MANAGER: Who = Who::Role(Role::ReleaseManager);
const OWNER: Who = Who::Role(Role::ServiceOwner);

const BEFORE_DEPLOYMENT: &[ReleasePhase] =
    &[Planned, PlanApproved, Built, Tested, Accepted, AcceptedWithExceptions, Baselined];

/// Where an emergency release may still be accepted.
const LATE: &[ReleasePhase] = &[Deployed, Observing, Reviewed];

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ReleasePhase],
    to: Option<ReleasePhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ReleasePhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of releases. Its assignees are those whom the plan names for the work at hand: builders, testers, deployers.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ReleasePhase> = Lifecycle {
    process: "release",
    label: Label::new("Release", "发布"),
    prefix: "REL",
    rules: &[
        rule("T-REL-01", "release.plan", &[], Some(Planned), &[MANAGER],
            "its type, the changes it contains, deliverables, dates; rollout, back-out, communication, training", "类型、所含变更、交付物、日期；推广、回退、沟通和培训计划"),
        rule("T-REL-L1", "release.submit_plan", &[Planned], None, &[MANAGER],
            "no agreement on this plan is outstanding or given; the parties can meet the rule of agreement, without planner and deployers", "此计划无待决或已有的批准；除计划人和部署人外，各方能满足批准规则"),
        rule("T-REL-02", "release.vote", &[Planned], Some(PlanApproved), &[Who::Approver],
            "the parties agree: customer and operations, not the release manager alone", "各方同意：客户和运营，不由发布经理单独决定"),
        rule("T-REL-L2", "release.vote", &[Planned], Some(Planned), &[Who::Approver],
            "as T-REL-02; agreements are outstanding, or the plan is refused", "同 T-REL-02；尚待同意，或计划被拒绝"),
        rule("T-REL-L11", "release.delegate", &[Planned], None, &[Who::Approver],
            "recorded before the delegate votes", "须在受托人投票前记录"),
        rule("T-REL-L3", "release.edit", BEFORE_DEPLOYMENT, Some(Planned), &[MANAGER],
            "the plan, changed; agreements, tests and acceptance are void", "变更后的计划；原批准、测试和验收作废"),
        rule("T-REL-03", "release.build", &[PlanApproved], Some(Built), &[Who::Assignee],
            "definitive items that are intact, their versions and checksums, each traced to a change", "完好的最终介质及其版本和校验和，各对应变更"),
        rule("T-REL-L4", "release.build", &[Built], Some(Built), &[Who::Assignee],
            "as T-REL-03, after it was returned", "同 T-REL-03，退回之后"),
        rule("T-REL-04", "release.test", &[Built], Some(Tested), &[Who::Assignee],
            "in a controlled environment that is not live; results; not tested by a builder", "在受控的非生产环境中；结果；不由构建人测试"),
        rule("T-REL-05", "release.accept", &[Tested], Some(Accepted), &[OWNER, CUSTOMER],
            "every criterion is met; not accepted by builder or tester", "全部准则满足；不由构建人或测试人验收"),
        rule("T-REL-L12", "release.propose_exceptions", LATE, None, &[OWNER, CUSTOMER],
            "an emergency release not accepted yet; as T-REL-L5", "尚未验收的紧急发布；同 T-REL-L5"),
        rule("T-REL-L13", "release.accept_with_exceptions", LATE, None, &[OWNER, CUSTOMER],
            "an emergency release not accepted yet; as T-REL-06", "尚未验收的紧急发布；同 T-REL-06"),
        rule("T-REL-L5", "release.propose_exceptions", &[Tested], None, &[OWNER, CUSTOMER],
            "the unmet criteria, risk, action and date", "未满足的准则、风险、措施和日期"),
        rule("T-REL-06", "release.accept_with_exceptions", &[Tested], Some(AcceptedWithExceptions), &[OWNER, CUSTOMER],
            "the other party, another person, has proposed the same; neither builder nor tester", "另一方（不同的人）已提出相同内容；非构建人或测试人"),
        rule("T-REL-07", "release.return", &[Tested], Some(Built), &[OWNER, Who::Assignee],
            "the defects", "缺陷"),
        rule("T-REL-08", "release.baseline", &[Accepted, AcceptedWithExceptions], Some(Baselined), &[CONFIGURATION],
            "a frozen baseline of the affected items for this release; not kept by a deployer", "本发布所影响配置项的已冻结基线；不由部署人保管"),
        rule("T-REL-L6", "release.baseline", &[Tested], Some(Baselined), &[CONFIGURATION],
            "as T-REL-08; an emergency release is accepted after its deployment", "同 T-REL-08；紧急发布在部署后验收"),
        rule("T-REL-09", "release.begin_deployment", &[Baselined], Some(Deploying), &[MANAGER],
            "the agreement is in force, every change is scheduled (an emergency: authorised), the window is open, the desk has the release note", "批准有效、全部变更已排程（紧急：已授权）、窗口已开、服务台已收到发布说明"),
        rule("T-REL-10", "release.deploy", &[Deploying], Some(Deployed), &[Who::Assignee],
            "integrity checks of every target; items are updated with it", "每个目标的完整性检查；同时更新配置项"),
        rule("T-REL-11", "release.roll_back", &[Deploying], Some(RolledBack), &[Who::Assignee, MANAGER],
            "reason; the state of the baseline is verified; its changes are backed out with it", "原因；已核实恢复至基线状态；所含变更一并回退"),
        rule("T-REL-12", "release.observe", &[Deployed], Some(Observing), &[Who::Timer, MANAGER],
            "until the days of the rules are over", "直至规则规定的天数届满"),
        rule("T-REL-L7", "release.observe", &[RolledBack], Some(Observing), &[Who::Timer, MANAGER],
            "as T-REL-12", "同 T-REL-12"),
        rule("T-REL-L8", "release.accept_late", LATE, None, &[OWNER, CUSTOMER],
            "an emergency release not accepted yet; as T-REL-05", "尚未验收的紧急发布；同 T-REL-05"),
        rule("T-REL-12", "release.review", &[Observing], Some(Reviewed), &[MANAGER],
            "the observation ended; incidents, measures, conclusions; not reviewed by builders alone", "观察期结束；事件、度量、结论；不由构建人单独评审"),
        rule("T-REL-12", "release.close", &[Reviewed], Some(Closed), &[MANAGER],
            "its outcome; an emergency release is accepted", "结果；紧急发布已验收"),
        rule("T-REL-L9", "release.cancel", BEFORE_DEPLOYMENT, Some(Cancelled), &[MANAGER],
            "a reason", "原因"),
        rule("T-REL-L10", "release.confirm_notice", ReleasePhase::ALL, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
