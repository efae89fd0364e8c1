#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::arithmetic_side_effects,
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::expect_used
    )
)]

pub mod analytics;
pub mod cmdb;
pub mod contract;
pub mod control;
pub mod evidence;
pub mod governance;
pub mod kernel;
pub mod kpi;
pub mod priority;
pub mod release;
pub mod resolution;
pub mod sla;
pub mod system;
pub mod time;
