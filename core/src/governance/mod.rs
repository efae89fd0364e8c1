//! Governance: what has to be done at planned intervals, whether or not anybody asks. 体系治理
//!
//! ISO/IEC 20000-1 clauses 9 and 10 and every "at planned intervals", spec 3.0.6.

pub mod planned_activity;

#[cfg(test)]
mod tests;

pub use planned_activity::{
    ActivityKind, Edition, PlannedActivities, PlannedActivity, PlannedActivityCommand, PlannedActivityEvent,
    PlannedActivityPhase,
};
