//! What an export holds is what the log holds, and nothing else: written, read back, refused, and looked through for what is personal.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    unreachable_pub,
    reason = "a test"
)]

#[allow(dead_code, reason = "the journals' tests need more of it")]
#[path = "../journal/desks.rs"]
mod desks;
#[allow(dead_code, reason = "the journals' tests need more of it")]
#[path = "../journal/plans.rs"]
mod plans;

mod files;
mod forged;
mod gone;
mod log;
mod personal;
mod records;
mod refused;
