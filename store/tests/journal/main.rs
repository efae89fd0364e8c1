//! What every journal must do, held against memory, SQLite and PostgreSQL: one suite, the same faults, the same crashes.
//!
//! PostgreSQL is the one that `ITSM_POSTGRES` names; `scripts/postgres` brings one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    unreachable_pub,
    reason = "a test"
)]

mod conformance;
mod crash;
mod desks;
mod exchanged;
mod face;
mod faults;
mod gone;
mod history;
mod openings;
mod personal;
mod places;
mod plans;
mod planted;
mod random;
mod storage;
mod two_desks;
