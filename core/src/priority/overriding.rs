//! A priority that a person sets over the matrix. 优先级人工调整
//!
//! Every override says why, by whom and since when, and may say until when (iso20000 T-INC-02, semantics 8.5).

use crate::kernel::{Instant, PersonId, limits};
use serde::{Deserialize, Serialize};

/// A priority in place of the matrix's, with its reason and, where it has one, its end.
///
/// ```
/// use itsm::kernel::{Instant, PersonId};
/// use itsm::priority::PriorityOverride;
/// let at = Instant::parse("2026-11-21T08:00:00Z").unwrap();
/// let end = Instant::parse("2026-11-21T12:00:00Z").unwrap();
/// let by = PersonId::new("mgr-7").unwrap();
/// let over = PriorityOverride::new(1, "board meeting on site", by.clone(), at, Some(end)).unwrap();
/// assert!(over.in_force(at) && !over.in_force(end));
/// assert_eq!(PriorityOverride::new(1, " ", by, at, None).unwrap_err().code(), "override.empty_reason");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Written")]
#[cfg_attr(feature = "schema", schemars(!try_from, deny_unknown_fields))]
pub struct PriorityOverride {
    priority: u8,
    #[cfg_attr(feature = "schema", schemars(length(max = limits::TEXT_BYTES), regex(pattern = r"\S")))]
    reason: String,
    by: PersonId,
    at: Instant,
    expires_at: Option<Instant>,
}

/// An override that cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OverrideError {
    /// No reason, or one of blanks.
    #[error("a priority override needs a reason")]
    EmptyReason,
    /// Longer than [`limits::TEXT_BYTES`].
    #[error("the reason has `{bytes}` bytes, allowed are {limit}", limit = limits::TEXT_BYTES)]
    ReasonTooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// It would never be in force.
    #[error("the override ends at `{expires_at}`, which is not after its start `{at}`")]
    EndsBeforeItStarts {
        /// Start.
        at: Instant,
        /// End.
        expires_at: Instant,
    },
}

impl OverrideError {
    /// The stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyReason => "override.empty_reason",
            Self::ReasonTooLong { .. } => "override.reason_too_long",
            Self::EndsBeforeItStarts { .. } => "override.ends_before_it_starts",
        }
    }
}

impl PriorityOverride {
    /// An override from `at` up to, but not including, `expires_at`; without an end until it is withdrawn.
    ///
    /// Whether the priority exists is the matrix's to say: [`check_override`](super::PriorityMatrix::check_override).
    ///
    /// # Errors
    /// [`OverrideError`] when the reason is empty or too long, or the override would never be in force.
    pub fn new(
        priority: u8,
        reason: impl Into<String>,
        by: PersonId,
        at: Instant,
        expires_at: Option<Instant>,
    ) -> Result<Self, OverrideError> {
        let reason = reason.into();
        if reason.trim().is_empty() {
            return Err(OverrideError::EmptyReason);
        }
        if reason.len() > limits::TEXT_BYTES {
            return Err(OverrideError::ReasonTooLong { bytes: reason.len() });
        }
        if let Some(expires_at) = expires_at.filter(|end| *end <= at) {
            return Err(OverrideError::EndsBeforeItStarts { at, expires_at });
        }
        Ok(Self { priority, reason, by, at, expires_at })
    }

    /// Whether it stands over the matrix at `now`: `at <= now < expires_at`.
    #[must_use]
    pub fn in_force(&self, now: Instant) -> bool {
        self.at <= now && self.expires_at.is_none_or(|end| now < end)
    }

    /// The priority level it sets.
    #[must_use]
    pub const fn priority(&self) -> u8 {
        self.priority
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Who set it.
    #[must_use]
    pub const fn by(&self) -> &PersonId {
        &self.by
    }

    /// Since when.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// The first instant at which it no longer holds, if it ends by itself.
    #[must_use]
    pub const fn expires_at(&self) -> Option<Instant> {
        self.expires_at
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    priority: u8,
    reason: String,
    by: PersonId,
    at: Instant,
    #[serde(default)]
    expires_at: Option<Instant>,
}

impl TryFrom<Written> for PriorityOverride {
    type Error = OverrideError;
    fn try_from(written: Written) -> Result<Self, OverrideError> {
        Self::new(written.priority, written.reason, written.by, written.at, written.expires_at)
    }
}
