//! Governance: what has to be done at planned intervals, whether or not anybody asks, and how long what was done is kept. 体系治理
//!
//! ISO/IEC 20000-1 clauses 7.5, 9 and 10 and every "at planned intervals", spec 3.0.6 and 3.2.

pub mod disposal;
pub mod legal_hold;
mod named;
pub mod planned_activity;
mod retention_rules;

#[cfg(test)]
mod tests;

pub use disposal::{Disposal, DisposalCommand, DisposalEvent, DisposalOrder, DisposalPhase, Disposals};
pub use legal_hold::{LegalHold, LegalHoldCommand, LegalHoldEvent, LegalHoldPhase, LegalHolds};
pub use named::{NamedEvents, NamedRecord};
pub use planned_activity::{
    ActivityKind, Edition, PlannedActivities, PlannedActivity, PlannedActivityCommand, PlannedActivityEvent,
    PlannedActivityPhase,
};
pub use retention_rules::{
    LONGEST_RETENTION, RetentionBegins, RetentionClass, RetentionInForce, RetentionPeriod, RetentionRules,
};

use crate::kernel::Instant;
use chrono::Months;

/// The same day and time of day so many calendar months later, in UTC; the last day of the month where it has no such day. `None`:
/// beyond the range of instants.
fn plus_months(at: Instant, months: u32) -> Option<Instant> {
    Instant::try_from(at.utc().checked_add_months(Months::new(months))?).ok()
}
