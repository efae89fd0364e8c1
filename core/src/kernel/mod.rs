//! The ground: ids, instants, actors, lifecycles, refusals, events, approvals, limits.
//! 内核
//!
//! Everything above is built of these words. The kernel knows no process and no calendar.

mod id;
mod instant;
mod label;
pub mod limits;
pub mod strict;

pub use id::*;
pub use instant::{Instant, InstantError};
pub use label::{Label, codes};
