//! The record of a legal hold.

use crate::governance::NamedRecord;
use crate::kernel::{Envelope, Instant, PersonId, Text, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a legal hold.
    pub enum LegalHoldPhase {
        /// What it names is kept.
        InForce = "in_force", "In force", "生效中";
        /// It keeps nothing any more. Final.
        Released = "released", "Released", "已解除";
    }
}

/// How a hold ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldReleased {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: Text,
}

/// A legal hold (spec 3.2): whoever opened the record placed it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LegalHold {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: LegalHoldPhase,
    /// The records that are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<NamedRecord>,
    /// The person whose values and records are kept, a pseudonym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<PersonId>,
    /// Why.
    pub reason: Text,
    /// By what authority: a court, a law, a contract.
    pub authority: Text,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released: Option<HoldReleased>,
}

impl LegalHold {
    /// Whether it keeps what it names.
    #[must_use]
    pub fn is_in_force(&self) -> bool {
        self.phase == LegalHoldPhase::InForce
    }
}
