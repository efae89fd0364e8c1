//! What a legal hold is told, and what happens to it.

use crate::governance::NamedRecord;
use crate::kernel::{Notice, PersonId, Receipt, Text, messages};
use serde::{Deserialize, Serialize};

/// Keeps records, or what is about a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
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
}

/// Ends the hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a legal hold.
    pub enum LegalHoldCommand {
        /// ∅ → In force.
        Place(Place) = "legal_hold.place";
        /// In force → Released.
        Release(Release) = "legal_hold.release";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "legal_hold.confirm_notice";
    }
}

/// It was placed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placed {
    /// The records that are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<NamedRecord>,
    /// The person whose values and records are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<PersonId>,
    /// Why.
    pub reason: Text,
    /// By what authority.
    pub authority: Text,
}

/// It was released.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Released {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a legal hold.
    pub enum LegalHoldEvent {
        /// It was placed.
        Placed(Placed) = "legal_hold.placed";
        /// It was released.
        Released(Released) = "legal_hold.released";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
