//! What a disposal is told, and what happens to it.

use super::record::{DisposalOrder, DisposedRecord};
use crate::governance::NamedEvents;
use crate::kernel::{Notice, Receipt, Text, messages};
use serde::{Deserialize, Serialize};

/// Asks for a disposal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What is destroyed.
    pub order: DisposalOrder,
    /// What allows or demands it.
    pub legal_basis: Text,
    /// How it is done.
    pub method: Text,
}

/// Approves it, as a second person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approve {}

/// Rejects it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// Why.
    pub reason: Text,
}

/// Carries it out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CarryOut {}

/// Takes it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a disposal.
    pub enum DisposalCommand {
        /// ∅ → Requested.
        Request(Box<Request>) = "disposal.request";
        /// Requested → Approved.
        Approve(Approve) = "disposal.approve";
        /// Requested → Rejected.
        Reject(Reject) = "disposal.reject";
        /// Approved → Carried out.
        CarryOut(CarryOut) = "disposal.carry_out";
        /// Requested or Approved → Cancelled.
        Cancel(Cancel) = "disposal.cancel";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "disposal.confirm_notice";
    }
}

/// It was requested.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Requested {
    /// What is destroyed: of an erasure every event by its version.
    pub order: DisposalOrder,
    /// What allows or demands it.
    pub legal_basis: Text,
    /// How it is done.
    pub method: Text,
}

/// A second person approved it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approved {}

/// It was rejected.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rejected {
    /// Why.
    pub reason: Text,
}

/// It was carried out: what a store deletes, and nothing else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarriedOut {
    /// The events whose personal values are erased.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<NamedEvents>,
    /// The records that are disposed of: every event up to the last version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disposed: Vec<DisposedRecord>,
}

/// It was taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cancelled {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a disposal.
    pub enum DisposalEvent {
        /// It was requested.
        Requested(Box<Requested>) = "disposal.requested";
        /// A second person approved it.
        Approved(Approved) = "disposal.approved";
        /// It was rejected.
        Rejected(Rejected) = "disposal.rejected";
        /// It was carried out.
        CarriedOut(CarriedOut) = "disposal.carried_out";
        /// It was taken back.
        Cancelled(Cancelled) = "disposal.cancelled";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
