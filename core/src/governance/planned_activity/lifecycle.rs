//! The table of planned activities. The guards are ours; 3.30 has none for them.

use super::record::PlannedActivityPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use PlannedActivityPhase::{Open, Retired};

const ACCOUNTABLE: &[Who] = &[Who::Role(Role::ProcessOwner), Who::Role(Role::ManagementRepresentative)];

/// The owner, the system where a record shows that it was done, those accountable, and whoever answers for some kind; for which, is a
/// condition.
const PERFORMERS: &[Who] = &[
    Who::Assignee,
    Who::Timer,
    Who::Role(Role::ProcessOwner),
    Who::Role(Role::ManagementRepresentative),
    Who::Role(Role::QualityManager),
    Who::Role(Role::DocumentController),
    Who::Role(Role::LeadAuditor),
    Who::Role(Role::ServiceLevelManager),
    Who::Role(Role::RelationshipManager),
    Who::Role(Role::SupplierManager),
    Who::Role(Role::ProblemManager),
    Who::Role(Role::ConfigurationManager),
    Who::Role(Role::ChangeManager),
    Who::Role(Role::AvailabilityManager),
    Who::Role(Role::ContinuityManager),
    Who::Role(Role::CapacityManager),
    Who::Role(Role::SecurityManager),
    Who::Role(Role::Finance),
    Who::Role(Role::People),
];

/// The same without the owner and the system.
const KEEPERS: &[Who] = PERFORMERS.split_at(2).1;

/// The lifecycle of planned activities. Its assignee is its owner.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<PlannedActivityPhase> = Lifecycle {
    process: "planned_activity",
    label: Label::new("Planned activity", "计划活动"),
    prefix: "PLA",
    rules: &[
        Rule { id: "T-PLA-L1", command: "planned_activity.plan", from: &[], to: Some(Open), who: KEEPERS,
            words: Label::new("an interval that the edition allows, an owner, the first due date; no other of the kind and subject is open", "版本允许的间隔、负责人、首次到期；同类同对象无其他有效登记") },
        Rule { id: "T-PLA-L2", command: "planned_activity.perform", from: &[Open], to: None, who: PERFORMERS,
            words: Label::new("when it was done, after the last time, and what proves it", "晚于上次的完成时间及证据") },
        Rule { id: "T-PLA-L3", command: "planned_activity.change_interval", from: &[Open], to: None, who: ACCOUNTABLE,
            words: Label::new("an interval that the edition allows, and a reason", "版本允许的间隔及原因") },
        Rule { id: "T-PLA-L4", command: "planned_activity.assign", from: &[Open], to: None, who: KEEPERS,
            words: Label::new("another owner", "另一负责人") },
        Rule { id: "T-PLA-L5", command: "planned_activity.retire", from: &[Open], to: Some(Retired), who: ACCOUNTABLE,
            words: Label::new("a reason; what is about the whole, only while another of its kind is open", "原因；针对整体的活动仅在同类另有有效登记时可退役") },
        Rule { id: "T-PLA-L6", command: "planned_activity.confirm_notice", from: PlannedActivityPhase::ALL, to: None,
            who: &[Who::Role(Role::Gateway), Who::Role(Role::ServiceDesk)],
            words: Label::new("a notice that was requested", "已请求的通知") },
    ],
};
