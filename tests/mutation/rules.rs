//! What no schema can say, or says on purpose: each with its reason.

use crate::doors::Door;
use serde_json::Value;

/// What was spoilt, and what the reader said.
pub struct Told<'a> {
    pub door: &'a Door,
    pub kind: &'a str,
    pub place: String,
    pub way: &'a str,
    pub spoilt: &'a Value,
    pub read: &'a Result<(), String>,
}

pub struct Rule {
    pub name: &'static str,
    pub why: &'static str,
    /// Whether the schema takes what the reader refuses, or the other way round.
    pub tolerates_valid: bool,
    pub holds: fn(&Told) -> bool,
}

pub const RULES: &[Rule] = &[];
