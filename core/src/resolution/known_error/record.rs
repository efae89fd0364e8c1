//! The record of a known error and the data of its states.

use crate::kernel::{CiId, Code, Envelope, Instant, RecordId, Text, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a known error (spec 3.22).
    pub enum KnownErrorPhase {
        /// Being written.
        Draft = "draft", "Draft", "草稿";
        /// The desk works by it.
        Published = "published", "Published", "已发布";
        /// The desk works by it; a fix is on its way or under observation.
        FixPending = "fix_pending", "Fix pending", "待修复";
        /// It cannot happen any more. Final.
        Retired = "retired", "Retired", "已退役";
    }
}

codes! {
    /// Why a known error is retired.
    pub enum RetiredBecause {
        /// Its fix was verified in production.
        FixVerified = "fix_verified", "Fix verified in production", "修复已在生产中验证";
        /// No affected item is left.
        ItemsWithdrawn = "items_withdrawn", "Affected items withdrawn", "受影响配置项已退役";
    }
}

/// What the desk can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Workaround {
    /// This.
    Steps(Text),
    /// Nothing, and why.
    None(Text),
}

/// An item that has the error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AffectedItem {
    /// Which.
    pub ci: CiId,
    /// In which versions; empty: in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Text>,
}

impl AffectedItem {
    /// An item in whatever version.
    #[must_use]
    pub const fn in_any_version(ci: CiId) -> Self {
        Self { ci, versions: Vec::new() }
    }
}

/// What a known error says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownErrorContent {
    /// The problem whose cause it is.
    pub problem: RecordId,
    /// How it shows; no names of persons.
    pub symptoms: Text,
    /// The category of its incidents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Code>,
    /// The symptom, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// Why it happens; absent: not known, only how to live with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Text>,
    /// What the desk can do; absent: not said yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workaround: Option<Workaround>,
    /// The items that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<AffectedItem>,
}

/// What removes the cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PendingFix {
    /// The change; absent: the fix altered no item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<RecordId>,
    /// The release that brings it, if it was packaged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<RecordId>,
}

/// The state of a known error with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum KnownErrorState {
    /// Being written.
    Draft,
    /// The desk works by it.
    Published,
    /// The desk works by it; a fix is on its way.
    FixPending(PendingFix),
    /// It cannot happen any more.
    Retired {
        /// When that was established.
        at: Instant,
        /// Why.
        because: RetiredBecause,
        /// What had removed the cause.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fix: Option<PendingFix>,
    },
}

/// A known error.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownError {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: KnownErrorState,
    /// The problem whose cause it is.
    pub problem: RecordId,
    /// What it says.
    pub content: KnownErrorContent,
    /// When it was first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Instant>,
}

impl KnownError {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> KnownErrorPhase {
        match self.state {
            KnownErrorState::Draft => KnownErrorPhase::Draft,
            KnownErrorState::Published => KnownErrorPhase::Published,
            KnownErrorState::FixPending(_) => KnownErrorPhase::FixPending,
            KnownErrorState::Retired { .. } => KnownErrorPhase::Retired,
        }
    }

    /// Whether the desk works by it.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        matches!(self.state, KnownErrorState::Published | KnownErrorState::FixPending(_))
    }

    /// Whether it says what the desk can do.
    #[must_use]
    pub const fn has_workaround(&self) -> bool {
        matches!(self.content.workaround, Some(Workaround::Steps(_)))
    }

    /// What removes, or has removed, the cause.
    #[must_use]
    pub const fn fix(&self) -> Option<&PendingFix> {
        match &self.state {
            KnownErrorState::FixPending(fix) => Some(fix),
            KnownErrorState::Retired { fix, .. } => fix.as_ref(),
            KnownErrorState::Draft | KnownErrorState::Published => None,
        }
    }
}
