//! What a known error is told, and what happens to it.

use super::record::{KnownErrorContent, PendingFix, RetiredBecause};
use crate::kernel::{Notice, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};

/// Begins a known error.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What it says so far.
    pub content: KnownErrorContent,
}

/// Changes what it says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// All of it, as it is from now on.
    pub content: KnownErrorContent,
}

/// Lets the desk work by it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Publish {}

/// A fix is on its way, or live and observed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FixPending {
    /// The change; absent: the fix altered no item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<RecordId>,
    /// The release that brings it, if it was packaged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<RecordId>,
}

/// The fix did not come, or did not help.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reinstate {
    /// Why.
    pub reason: Text,
}

/// It cannot happen any more.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retire {
    /// Why.
    pub because: RetiredBecause,
}

messages! {
    /// The commands of a known error.
    pub enum KnownErrorCommand {
        /// ∅ → Draft.
        Draft(Box<Draft>) = "known_error.draft";
        /// Changes what it says.
        Edit(Box<Edit>) = "known_error.edit";
        /// Draft → Published.
        Publish(Publish) = "known_error.publish";
        /// Published → FixPending.
        FixPending(FixPending) = "known_error.fix_pending";
        /// FixPending → Published.
        Reinstate(Reinstate) = "known_error.reinstate";
        /// Published, FixPending → Retired.
        Retire(Retire) = "known_error.retire";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "known_error.confirm_notice";
    }
}

/// It was begun.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Drafted {
    /// What it says so far.
    pub content: KnownErrorContent,
}

/// It says something else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// All of it.
    pub content: KnownErrorContent,
}

/// The desk works by it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// The open incidents that it explains; those who work on them are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matched: Vec<RecordId>,
}

/// A fix is on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixAnnounced {
    /// What removes the cause.
    pub fix: PendingFix,
}

/// The fix did not come, or did not help.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reinstated {
    /// Why.
    pub reason: Text,
}

/// It cannot happen any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retired {
    /// Why.
    pub because: RetiredBecause,
    /// The open incidents that it explained; those who work on them are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matched: Vec<RecordId>,
}

messages! {
    /// What happens to a known error.
    pub enum KnownErrorEvent {
        /// It was begun.
        Drafted(Box<Drafted>) = "known_error.drafted";
        /// It says something else.
        Edited(Box<Edited>) = "known_error.edited";
        /// The desk works by it.
        Published(Published) = "known_error.published";
        /// A fix is on its way.
        FixAnnounced(FixAnnounced) = "known_error.fix_announced";
        /// The fix did not come, or did not help.
        Reinstated(Reinstated) = "known_error.reinstated";
        /// It cannot happen any more.
        Retired(Retired) = "known_error.retired";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
