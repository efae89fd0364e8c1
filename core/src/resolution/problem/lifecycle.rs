//! The table of problems: what is legal, by which guard, for whom (spec 3.22, 3.30).

use super::record::ProblemPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ProblemPhase::{
    Accepted, Classified, Closed, FixInProgress, FixProposed, Investigating, Logged, RootCauseIdentified,
    Suspended, UnderObservation,
};

const ANALYST: Who = Who::Assignee;
const DESK: Who = Who::Role(Role::ServiceDesk);
const FIRST: Who = Who::Role(Role::FirstLine);
const GATEWAY: Who = Who::Role(Role::Gateway);
const INCIDENTS: Who = Who::Role(Role::IncidentManager);
const LEADER: Who = Who::Role(Role::MajorIncidentManager);
const MANAGER: Who = Who::Role(Role::ProblemManager);
const OWNER: Who = Who::Role(Role::ServiceOwner);
const QUALITY: Who = Who::Role(Role::QualityManager);
const SECOND: Who = Who::Role(Role::SecondLine);
const SYSTEM: Who = Who::Timer;
const THIRD: Who = Who::Role(Role::ThirdLine);

const SUPPORT: &[Who] = &[DESK, FIRST, SECOND, THIRD, INCIDENTS, LEADER, MANAGER, SYSTEM];
const ANALYSED: &[ProblemPhase] = &[Classified, Investigating, Suspended];
const FIXING: &[ProblemPhase] = &[FixProposed, FixInProgress];
const OPEN: &[ProblemPhase] = &[
    Logged,
    Classified,
    Investigating,
    Suspended,
    RootCauseIdentified,
    FixProposed,
    FixInProgress,
    UnderObservation,
    Accepted,
];
const ANY: &[ProblemPhase] = ProblemPhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ProblemPhase],
    to: Option<ProblemPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ProblemPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of problems. A command with several ends has a row for each; the first is the guard of all.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ProblemPhase> = Lifecycle {
    process: "problem",
    label: Label::new("Problem", "问题"),
    prefix: "PRB",
    rules: &[
        rule("T-PRB-01", "problem.log", &[], Some(Logged), SUPPORT,
            "source, symptoms, incidents or other evidence, whether it was found before it did harm; the candidate it comes from was accepted as it", "来源、症状、相关事件或其他证据、是否主动发现；所源自的候选须已被接受为该问题"),
        rule("T-PRB-02", "problem.classify", &[Logged], Some(Classified), &[MANAGER],
            "category, a priority of the rules, the analyst; the root cause is due from then on", "类别、规则所列优先级、分析人；自此计算根因期限"),
        rule("T-PRB-03", "problem.investigate", &[Classified], Some(Investigating), &[ANALYST],
            "the method of analysis", "分析方法"),
        rule("T-PRB-04", "problem.identify_cause", &[Investigating], Some(RootCauseIdentified), &[ANALYST],
            "steps of the analysis, a cause that is not the symptom, evidence, a search of similar items, how it was fixed if it was fixed at once", "分析步骤、有别于症状的原因、证据、类似配置项排查、若已立即修复则说明方式"),
        rule("T-PRB-L1", "problem.identify_cause", &[Investigating], Some(Investigating), &[ANALYST],
            "as T-PRB-04; the priority is one whose root cause the problem manager confirms", "同 T-PRB-04；该优先级的根因须由问题经理确认"),
        rule("T-PRB-04", "problem.confirm_cause", &[Investigating], Some(RootCauseIdentified), &[MANAGER],
            "a proposed cause; not confirmed by anybody who analysed it", "已提出的根因；不由分析人确认"),
        rule("T-PRB-L2", "problem.return_cause", &[Investigating], Some(Investigating), &[MANAGER],
            "a proposed cause and why it does not convince", "已提出的根因及不予认可的原因"),
        rule("T-PRB-05", "problem.propose_fix", &[RootCauseIdentified], Some(FixProposed), &[ANALYST],
            "a change that is not over; every known error of it is published, at least one", "未结束的变更；至少一个已知错误，且均已发布"),
        rule("T-PRB-L3", "problem.propose_fix", FIXING, None, &[ANALYST],
            "as T-PRB-05: a further change", "同 T-PRB-05：另一变更"),
        rule("T-PRB-06", "problem.accept", &[RootCauseIdentified], Some(Accepted), &[OWNER],
            "cost and risk, mitigation, a review date ahead; every known error of it is published; not accepted by anybody who analysed it", "成本与风险理由、缓解措施、未来的复审日期；已知错误均已发布；不由分析人接受"),
        rule("T-PRB-07", "problem.begin_fix", &[FixProposed], Some(FixInProgress), &[SYSTEM],
            "a change of it is approved", "其变更已批准"),
        rule("T-PRB-L4", "problem.begin_fix", &[FixInProgress], Some(FixInProgress), &[SYSTEM],
            "as T-PRB-07: a further change", "同 T-PRB-07：另一变更"),
        rule("T-PRB-08", "problem.observe", &[FixInProgress], Some(UnderObservation), &[SYSTEM],
            "every change of it is implemented and, if packaged, its release deployed", "其全部变更已实施；如已打包，则发布已部署"),
        rule("T-PRB-L5", "problem.observe", &[FixInProgress], Some(FixInProgress), &[SYSTEM],
            "as T-PRB-08; further changes are outstanding", "同 T-PRB-08；尚有其他变更未实施"),
        rule("T-PRB-L6", "problem.withdraw_fix", FIXING, Some(RootCauseIdentified), &[MANAGER, SYSTEM],
            "a change of it that was rejected, withdrawn, deferred or failed; it was the only one", "被拒绝、撤回、推迟或失败的变更；且为唯一变更"),
        rule("T-PRB-L7", "problem.withdraw_fix", FIXING, Some(FixProposed), &[MANAGER, SYSTEM],
            "as T-PRB-L6; none of the others is approved", "同 T-PRB-L6；其余变更均未批准"),
        rule("T-PRB-L8", "problem.withdraw_fix", &[FixInProgress], Some(FixInProgress), &[MANAGER, SYSTEM],
            "as T-PRB-L6; another one is approved", "同 T-PRB-L6；其余变更中有已批准者"),
        rule("T-PRB-L9", "problem.withdraw_fix", &[FixInProgress], Some(UnderObservation), &[MANAGER, SYSTEM],
            "as T-PRB-L6; every other one is implemented", "同 T-PRB-L6；其余变更均已实施"),
        rule("T-PRB-L25", "problem.withdraw_fix", &[UnderObservation], Some(RootCauseIdentified), &[MANAGER, SYSTEM],
            "a change of it that failed after it was live; it was the only one", "实施后失败的变更；且为唯一变更"),
        rule("T-PRB-L26", "problem.withdraw_fix", &[UnderObservation], Some(UnderObservation), &[MANAGER, SYSTEM],
            "as T-PRB-L25; the observation of the others begins anew", "同 T-PRB-L25；其余变更重新开始观察"),
        rule("T-PRB-L10", "problem.fix_at_once", &[RootCauseIdentified], Some(UnderObservation), &[MANAGER],
            "it was fixed at once; the change, implemented, if an item was altered; not confirmed by anybody who analysed it", "已立即修复；若改动配置项须有已实施的变更；不由分析人确认"),
        rule("T-PRB-09", "problem.close", &[UnderObservation], Some(Closed), &[MANAGER],
            "cured or mitigated, the observation ended without recurrence, knowledge published, known errors retired; not closed by anybody who analysed it", "已根治或已缓解、观察期满且无复发、知识已发布、已知错误已退役；不由分析人关闭"),
        rule("T-PRB-L11", "problem.close", &[Accepted], Some(Closed), &[MANAGER],
            "accepted; knowledge published, known errors published; not closed by anybody who analysed it", "已接受；知识与已知错误均已发布；不由分析人关闭"),
        rule("T-PRB-10", "problem.recur", &[UnderObservation], Some(Investigating), &[SYSTEM, MANAGER],
            "an incident that relates to it or repeats one of its incidents", "与之关联或重复其事件的再发事件"),
        rule("T-PRB-L12", "problem.recur", &[Closed], Some(Closed), &[SYSTEM, MANAGER],
            "as T-PRB-10; closed is final, the problem manager is told", "同 T-PRB-10；关闭不可逆，须通知问题经理"),
        rule("T-PRB-11", "problem.suspend", &[Investigating], Some(Suspended), &[MANAGER],
            "reason, a review date ahead, added monitoring; not suspended by anybody who analyses it", "原因、未来的复审日期、新增监控；不由分析人暂停"),
        rule("T-PRB-11", "problem.close_unreproduced", &[Investigating], Some(Closed), &[MANAGER],
            "reason, a review date ahead, added monitoring; not closed by anybody who analysed it", "原因、未来的复审日期、新增监控；不由分析人关闭"),
        rule("T-PRB-L13", "problem.close_unreproduced", &[Suspended], Some(Closed), &[MANAGER],
            "as T-PRB-11, after a suspension", "同 T-PRB-11，暂停之后"),
        rule("T-PRB-L14", "problem.resume", &[Suspended], Some(Investigating), &[ANALYST, MANAGER],
            "why the investigation goes on", "恢复调查的原因"),
        rule("T-PRB-L15", "problem.reconsider", &[Accepted], Some(RootCauseIdentified), &[OWNER, MANAGER],
            "why it is not accepted any longer", "不再接受的原因"),
        rule("T-PRB-L16", "problem.renew_acceptance", &[Accepted], Some(Accepted), &[OWNER],
            "cost and risk, mitigation, a new review date ahead; not accepted by anybody who analysed it", "成本与风险理由、缓解措施、新的复审日期；不由分析人接受"),
        rule("T-PRB-L17", "problem.reclassify", ANALYSED, None, &[MANAGER],
            "what changes and why; the root cause is due accordingly", "变更内容与原因；根因期限随之变化"),
        rule("T-PRB-L18", "problem.reassign", &[Classified, Investigating, Suspended, RootCauseIdentified, FixProposed, FixInProgress, UnderObservation, Accepted], None, &[MANAGER],
            "another analyst and the reason", "另一分析人及原因"),
        rule("T-PRB-L19", "problem.work", &[Investigating], None, &[ANALYST],
            "a step of the analysis", "分析步骤"),
        rule("T-PRB-L20", "problem.mitigate", OPEN, None, &[ANALYST, MANAGER],
            "the workaround until the cause is removed", "消除根因前的变通办法"),
        rule("T-PRB-L21", "problem.relate", OPEN, None, SUPPORT,
            "further incidents of it", "新增相关事件"),
        rule("T-PRB-L22", "problem.link", OPEN, None, &[ANALYST, MANAGER, SYSTEM],
            "another record; a known error is one of this problem", "其他记录；已知错误须属于本问题"),
        rule("T-PRB-L23", "problem.review", &[Closed], None, &[MANAGER, QUALITY],
            "how effective the resolution was, findings, actions where it was not; not reviewed by anybody who analysed it", "解决的有效性、发现、无效时的措施；不由分析人评审"),
        rule("T-PRB-L24", "problem.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
