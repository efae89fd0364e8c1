//! The ground: ids, instants, actors, lifecycles, refusals, events, approvals, limits.
//! 内核
//!
//! Everything above is built of these words. The kernel knows no process and no calendar.

mod actor;
pub mod canonical;
mod id;
mod instant;
mod label;
pub mod limits;
mod policy;
pub mod strict;

pub use actor::{Actor, Role, Roles};
pub use canonical::Digest;
pub use id::*;
pub use instant::{Instant, InstantError};
pub use label::{Coded, Label, codes};
pub use policy::{PolicyRef, Versioned};
