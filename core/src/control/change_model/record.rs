//! The record of a standard change model and the data of its states.

use crate::control::change::RiskEstimate;
use crate::kernel::{CiId, Code, Envelope, Instant, PersonId, RecordId, ServiceId, Text, codes};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

codes! {
    /// The phases of a standard change model.
    pub enum ChangeModelPhase {
        /// Written, not yet approved.
        Proposed = "proposed", "Proposed", "已提议";
        /// Changes may be scheduled under it.
        Approved = "approved", "Approved", "已批准";
        /// Not for now.
        Suspended = "suspended", "Suspended", "已暂停";
        /// Past its validity.
        Expired = "expired", "Expired", "已过期";
        /// Never again. Final.
        Withdrawn = "withdrawn", "Withdrawn", "已撤销";
    }
}

/// The state of a standard change model with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeModelState {
    /// Written, not yet approved.
    Proposed,
    /// Changes may be scheduled under it.
    Approved,
    /// Not for now.
    Suspended {
        /// Since when.
        at: Instant,
        /// Why.
        reason: Text,
    },
    /// Past its validity.
    Expired,
    /// Never again.
    Withdrawn {
        /// Since when.
        at: Instant,
        /// Whether because it failed too often.
        automatic: bool,
        /// Why.
        reason: Text,
    },
}

impl ChangeModelState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ChangeModelPhase {
        match self {
            Self::Proposed => ChangeModelPhase::Proposed,
            Self::Approved => ChangeModelPhase::Approved,
            Self::Suspended { .. } => ChangeModelPhase::Suspended,
            Self::Expired => ChangeModelPhase::Expired,
            Self::Withdrawn { .. } => ChangeModelPhase::Withdrawn,
        }
    }
}

/// What changes under a model may be about. Without items and types: any item; without services: any service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ModelScope {
    /// These items.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub cis: BTreeSet<CiId>,
    /// Items of these types.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub types: BTreeSet<Code>,
    /// These services.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub services: BTreeSet<ServiceId>,
}

impl ModelScope {
    /// Whether it leaves everything open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.cis.is_empty() && self.types.is_empty() && self.services.is_empty()
    }
}

/// How many changes within a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerPeriod {
    /// How many.
    pub most: u32,
    /// Within so many seconds before the begin of the next.
    pub period_s: i64,
}

/// How often a model may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ModelLimits {
    /// Changes whose windows overlap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrent: Option<u32>,
    /// Changes in a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_in_period: Option<PerPeriod>,
}

/// What a model says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelTerms {
    /// What it is called.
    pub title: Text,
    /// What is done, in order.
    pub steps: Vec<Text>,
    /// How it is undone.
    pub back_out: Text,
    /// What it may be about.
    pub scope: ModelScope,
    /// Its risk.
    pub risk: RiskEstimate,
    /// How often it may be used.
    #[serde(default)]
    pub limits: ModelLimits,
}

/// A validity that was given to a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelApproval {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// The last instant at which it is valid.
    pub valid_until: Instant,
}

/// A change under the model that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelFailure {
    /// When that was recorded.
    pub at: Instant,
    /// Which.
    pub change: RecordId,
    /// How.
    pub reason: Text,
}

/// A standard change model: an approval given beforehand. 标准变更模型
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeModel {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ChangeModelState,
    /// Who proposed what it says.
    pub proposer: PersonId,
    /// What it says.
    pub terms: ModelTerms,
    /// Its approvals, in order; the last one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<ModelApproval>,
    /// The failures since the last approval.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<ModelFailure>,
}

impl ChangeModel {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ChangeModelPhase {
        self.state.phase()
    }

    /// The last instant at which it is valid, once it was approved.
    #[must_use]
    pub fn valid_until(&self) -> Option<Instant> {
        self.approvals.last().map(|approval| approval.valid_until)
    }
}
