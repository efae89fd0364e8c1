//! The journal: append plans, what a store keeps of them, and a journal in memory. 日志
//!
//! A decision of the whole system is a plan: which streams grow, from which version, by which events, and what must still hold.
//! Planning is pure; appending is all or nothing (DECISIONS 2). Journals that last come with a store of their own: it keeps the
//! [rows](PlanRows) of a plan, and whoever opens it follows its [entries](LogRow).

mod entries;
mod gone;
mod plan;
mod row;

pub use entries::{Entry, Journal, JournalError, Outcome};
pub use gone::Gone;
pub use plan::{AppendError, AppendPlan, Expected, Guard, StreamAppend, StreamId};
pub use row::{Erased, EventRow, LogEntry, LogRow, PersonalRow, PlanRows, Removed, Stream, placed};
