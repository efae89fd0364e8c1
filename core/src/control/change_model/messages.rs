//! What a standard change model is told, and what happens to it.

use super::record::{ModelApproval, ModelFailure, ModelTerms};
use crate::kernel::{Instant, Notice, PersonId, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};

/// Proposes a model.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// What it says.
    pub terms: ModelTerms,
}

/// Changes what is proposed. Who revises it has proposed it from then on.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revise {
    /// What it says from now on.
    pub terms: ModelTerms,
}

/// Approves a model.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// The last instant at which it is valid.
    pub valid_until: Instant,
}

/// Approves it anew.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Renew {
    /// The last instant at which it is valid.
    pub valid_until: Instant,
}

/// Lets nobody use it for now.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// Why.
    pub reason: Text,
}

/// Lets it be used again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reinstate {
    /// Why.
    pub reason: Text,
}

/// Ends it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Why.
    pub reason: Text,
}

/// A change under it failed. Issued by the system.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordFailure {
    /// Which.
    pub change: RecordId,
    /// How.
    pub reason: Text,
}

/// A model was proposed or revised.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposed {
    /// By whom.
    pub proposer: PersonId,
    /// What it says.
    pub terms: ModelTerms,
}

/// What is proposed was changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Revised(pub Proposed);

/// It was approved.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approved {
    /// By whom, until when.
    pub approval: ModelApproval,
}

/// It was suspended.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suspended {
    /// Why.
    pub reason: Text,
}

/// It may be used again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reinstated {
    /// Why.
    pub reason: Text,
}

/// It was withdrawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Withdrawn {
    /// Whether because it failed too often.
    pub automatic: bool,
    /// Why.
    pub reason: Text,
}

/// A change under it failed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Failed {
    /// Which, how.
    pub failure: ModelFailure,
}

/// Its validity is over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expired {
    /// The last instant at which it was valid.
    pub valid_until: Instant,
}

messages! {
    /// The commands of a standard change model.
    pub enum ChangeModelCommand {
        /// ∅ → Proposed.
        Propose(Box<Propose>) = "change_model.propose";
        /// Other terms.
        Revise(Box<Revise>) = "change_model.revise";
        /// Proposed → Approved.
        Approve(Approve) = "change_model.approve";
        /// → Approved.
        Renew(Renew) = "change_model.renew";
        /// Approved → Suspended.
        Suspend(Suspend) = "change_model.suspend";
        /// Suspended → Approved.
        Reinstate(Reinstate) = "change_model.reinstate";
        /// → Withdrawn.
        Withdraw(Withdraw) = "change_model.withdraw";
        /// A failure, and Withdrawn after too many.
        RecordFailure(RecordFailure) = "change_model.record_failure";
        /// A receipt.
        ConfirmNotice(Receipt) = "change_model.confirm_notice";
    }
}

messages! {
    /// What happens to a standard change model.
    pub enum ChangeModelEvent {
        /// It was proposed.
        Proposed(Box<Proposed>) = "change_model.proposed";
        /// What is proposed was changed.
        Revised(Box<Revised>) = "change_model.revised";
        /// It was approved.
        Approved(Approved) = "change_model.approved";
        /// It was suspended.
        Suspended(Suspended) = "change_model.suspended";
        /// It may be used again.
        Reinstated(Reinstated) = "change_model.reinstated";
        /// A change under it failed.
        Failed(Failed) = "change_model.failed";
        /// It was withdrawn.
        Withdrawn(Withdrawn) = "change_model.withdrawn";
        /// Its validity is over.
        Expired(Expired) = "change_model.expired";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
