//! The record of a disposal: what stays of what was destroyed.

use crate::governance::{NamedEvents, NamedRecord};
use crate::kernel::{Code, Envelope, Instant, PersonId, RecordId, Text, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a disposal.
    pub enum DisposalPhase {
        /// It waits for a second person.
        Requested = "requested", "Requested", "已请求";
        /// It may be carried out.
        Approved = "approved", "Approved", "已批准";
        /// It was done. Final.
        CarriedOut = "carried_out", "Carried out", "已执行";
        /// The second person refused. Final.
        Rejected = "rejected", "Rejected", "已拒绝";
        /// It was taken back. Final.
        Cancelled = "cancelled", "Cancelled", "已取消";
    }
}

/// The erasure of personal values: by the events that hold them, never by the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// Whose values they are, a pseudonym of the host.
    pub subject: PersonId,
    /// The events.
    pub events: Vec<NamedEvents>,
}

/// The removal of whole records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Removal {
    /// The records.
    pub records: Vec<NamedRecord>,
}

/// What is destroyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DisposalOrder {
    /// Personal values of somebody; the records stay.
    Erase(Erasure),
    /// Whole records; their ids stay.
    Dispose(Removal),
}

/// A record that was disposed of, and the last version it had: no stream of that name begins again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DisposedRecord {
    /// The process it belonged to.
    pub process: Code,
    /// Its id.
    pub record: RecordId,
    /// Its last version.
    pub version: u64,
}

/// What a second person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DisposalApproval {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: PersonId,
}

/// A disposal (`DisposalBatch` of spec 3.2): whoever opened the record requested it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Disposal {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: DisposalPhase,
    /// What is destroyed.
    pub order: DisposalOrder,
    /// What allows or demands it.
    pub legal_basis: Text,
    /// How it is done.
    pub method: Text,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<DisposalApproval>,
    /// Why it was rejected or cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_because: Option<Text>,
    /// The records that were disposed of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disposed: Vec<DisposedRecord>,
}
