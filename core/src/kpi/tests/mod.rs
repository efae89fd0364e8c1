//! The formulas: worked out by hand on one month, and held by laws on random ones.

mod by_hand;
mod changes;
mod configuration;
mod laws;
mod problems;
mod story;
