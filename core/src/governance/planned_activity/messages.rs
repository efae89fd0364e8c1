//! What a planned activity is told, and what happens to it.

use super::kinds::{ActivityKind, Edition};
use super::record::{Due, Evidence};
use crate::kernel::{Instant, Notice, PersonId, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};

/// Enters an activity into the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The edition of the standard that it is planned under.
    pub edition: Edition,
    /// Every so many months; absent: the preset of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_months: Option<u32>,
    /// When it is due first: within one interval.
    pub first_due: Instant,
    /// What is done.
    pub kind: ActivityKind,
    /// Who sees to it.
    pub owner: PersonId,
    /// The service, customer, supplier, document or the like that it is about; absent: the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// So many days after it was due it is overdue.
    #[serde(default)]
    pub tolerance_days: u32,
}

/// Says that it was done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Perform {
    /// When.
    pub done_at: Instant,
    /// What proves it.
    pub evidence: Evidence,
}

/// Gives it another interval.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeInterval {
    /// The edition of the standard that it is planned under.
    pub edition: Edition,
    /// Every so many months.
    pub every_months: u32,
    /// Why.
    pub reason: Text,
}

/// Gives it to another owner.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Who sees to it from now on.
    pub owner: PersonId,
}

/// Takes it out of the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retire {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a planned activity.
    pub enum PlannedActivityCommand {
        /// ∅ → Open.
        Plan(Plan) = "planned_activity.plan";
        /// Says that it was done.
        Perform(Perform) = "planned_activity.perform";
        /// Gives it another interval.
        ChangeInterval(ChangeInterval) = "planned_activity.change_interval";
        /// Gives it to another owner.
        Assign(Assign) = "planned_activity.assign";
        /// Open → Retired.
        Retire(Retire) = "planned_activity.retire";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "planned_activity.confirm_notice";
    }
}

/// It was entered into the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Planned {
    /// When it is due.
    pub due: Due,
    /// The edition of the standard that it is planned under.
    pub edition: Edition,
    /// Every so many months.
    pub every_months: u32,
    /// What is done.
    pub kind: ActivityKind,
    /// Who sees to it.
    pub owner: PersonId,
    /// What it is about; absent: the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// So many days after it was due it is overdue.
    pub tolerance_days: u32,
}

/// It was done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Performed {
    /// When.
    pub done_at: Instant,
    /// When it is due again.
    pub due: Due,
    /// What proves it.
    pub evidence: Evidence,
}

/// It has another interval.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IntervalChanged {
    /// When it is due now.
    pub due: Due,
    /// The edition of the standard that it is planned under.
    pub edition: Edition,
    /// Every so many months.
    pub every_months: u32,
    /// Why.
    pub reason: Text,
}

/// It has another owner.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assigned {
    /// Who sees to it from now on.
    pub owner: PersonId,
}

/// It is overdue.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RanOverdue {
    /// From when on: the first instant that is not in time.
    pub since: Instant,
}

/// It was taken out of the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retired {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a planned activity.
    pub enum PlannedActivityEvent {
        /// It was entered into the register.
        Planned(Planned) = "planned_activity.planned";
        /// It was done.
        Performed(Performed) = "planned_activity.performed";
        /// It has another interval.
        IntervalChanged(IntervalChanged) = "planned_activity.interval_changed";
        /// It has another owner.
        Assigned(Assigned) = "planned_activity.assigned";
        /// It is overdue.
        RanOverdue(RanOverdue) = "planned_activity.overdue";
        /// It was taken out of the register.
        Retired(Retired) = "planned_activity.retired";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
