//! The table of major incidents: what is legal, by which guard, for whom (spec 3.20, 3.30).

use super::record::MajorIncidentPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use MajorIncidentPhase::{Closed, Declared, Downgraded, Managing, Restored, Reviewed, Reviewing};

const DESK: Who = Who::Role(Role::ServiceDesk);
const GATEWAY: Who = Who::Role(Role::Gateway);
const INCIDENTS: Who = Who::Role(Role::IncidentManager);
const MANAGER: Who = Who::Role(Role::MajorIncidentManager);
const PROBLEMS: Who = Who::Role(Role::ProblemManager);

const LASTING: &[MajorIncidentPhase] = &[Declared, Managing];
const ANY: &[MajorIncidentPhase] = MajorIncidentPhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [MajorIncidentPhase],
    to: Option<MajorIncidentPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<MajorIncidentPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of major incidents.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<MajorIncidentPhase> = Lifecycle {
    process: "major_incident",
    label: Label::new("Major incident", "重大事件"),
    prefix: "MAJ",
    rules: &[
        rule("T-MAJ-01", "major_incident.declare", &[], Some(Declared), &[INCIDENTS, DESK],
            "an open incident, the criteria it meets or the reason without one, a manager who is not its only resolver", "未结事件、所符合的标准或无标准时的原因、非唯一解决人的重大事件经理"),
        rule("T-MAJ-02", "major_incident.manage", &[Declared], Some(Managing), &[MANAGER],
            "its named manager; the notice to top management was delivered; how often updates are given", "指定的重大事件经理；最高管理层通知已送达；沟通频率"),
        rule("T-MAJ-03", "major_incident.restore", &[Managing], Some(Restored), &[MANAGER],
            "its named manager; time of restoration, the outage ended, customers told, who resolved it", "指定的重大事件经理；恢复时间、中断已结束、已告知客户、解决人"),
        rule("T-MAJ-04", "major_incident.review", &[Restored], Some(Reviewed), &[MANAGER, PROBLEMS],
            "timeline, attendees, improvements, problem decision; the facilitator resolved nothing", "时间线、参加人、改进、问题决定；主持人非解决人"),
        rule("T-MAJ-05", "major_incident.close", &[Reviewed], Some(Closed), &[INCIDENTS],
            "actions created, top management has the report; not closed by anybody who was its manager", "措施已创建，报告已交最高管理层；不由曾任其重大事件经理者关闭"),
        rule("T-MAJ-06", "major_incident.downgrade", LASTING, Some(Downgraded), &[MANAGER, INCIDENTS],
            "reason against the criteria; one of its manager and the incident manager has proposed it, the other one, another person, does it", "对照标准的原因；由重大事件经理与事件经理中一人提议，另一人（须为不同的人）执行"),
        rule("T-MAJ-L1", "major_incident.begin_review", &[Restored], Some(Reviewing), &[MANAGER, PROBLEMS],
            "a facilitator who resolved nothing", "非解决人的主持人"),
        rule("T-MAJ-L2", "major_incident.review", &[Reviewing], Some(Reviewed), &[MANAGER, PROBLEMS],
            "as T-MAJ-04, after the review has begun", "同 T-MAJ-04，评审开始之后"),
        rule("T-MAJ-L3", "major_incident.update", LASTING, None, &[MANAGER, INCIDENTS, DESK],
            "what those concerned are told", "告知相关方的内容"),
        rule("T-MAJ-L4", "major_incident.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
        rule("T-MAJ-L5", "major_incident.hand_over", &[Declared, Managing, Restored, Reviewing, Reviewed], None, &[MANAGER, INCIDENTS],
            "another manager who is not its only resolver, and the reason", "非唯一解决人的新任重大事件经理及原因"),
        rule("T-MAJ-L6", "major_incident.propose_downgrade", LASTING, None, &[MANAGER, INCIDENTS],
            "reason against the criteria; its named manager or the incident manager", "对照标准的原因；指定的重大事件经理或事件经理"),
    ],
};
