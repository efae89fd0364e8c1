//! The record of a baseline.

use crate::kernel::{Digest, Envelope, RecordId, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a baseline (spec 3.23).
    pub enum BaselinePhase {
        /// The items are recorded as they were.
        Captured = "captured", "Captured", "已捕获";
        /// It is what is compared with.
        Frozen = "frozen", "Frozen", "已冻结";
        /// Another one took its place. Final.
        Superseded = "superseded", "Superseded", "已取代";
    }
}

codes! {
    /// What a baseline is captured for.
    pub enum Purpose {
        /// Before a change is implemented.
        BeforeChange = "before_change", "Before a change", "变更前";
        /// Before a release is deployed.
        BeforeRelease = "before_release", "Before a release", "发布前";
        /// What is accepted as it should be.
        Reference = "reference", "Reference", "参考";
    }
}

/// One item as it was captured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CapturedItem {
    /// The hash of its configuration.
    pub content: Digest,
    /// Which.
    pub item: RecordId,
    /// The version of its record; the journal tells what it said.
    pub version: u64,
}

/// A configuration baseline.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: BaselinePhase,
    /// What it is for.
    pub purpose: Purpose,
    /// The change or release it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// What was captured, sorted by item.
    pub items: Vec<CapturedItem>,
    /// The hash over it.
    pub hash: Digest,
    /// What took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<RecordId>,
}
