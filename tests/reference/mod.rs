//! The reference semantics: slow, obvious, and written from the specification alone.
//!
//! The core is held to this folder by property tests; nothing here knows how the core works. Instants are plain
//! seconds since 1970-01-01T00:00:00Z, dates are plain day numbers, and every answer is found by walking.
//! `tests/reference_itself` holds the reference to vectors that were computed by hand.
#![allow(dead_code)]

pub mod activities;
pub mod approval;
pub mod availability;
pub mod calendar;
pub mod cases;
pub mod changes;
pub mod clock;
pub mod conflicts;
pub mod generate;
pub mod generate_graphs;
pub mod impact;
pub mod machine;
pub mod matrix;
pub mod merkle;
pub mod overlays;
pub mod problems;
pub mod releases;
pub mod zone;
