//! Policies: versioned documents that decisions follow. 策略
//!
//! Calendars, agreements, matrices and models are policies (DECISIONS 4). Each has an id, a version, the instant from
//! which it holds, and a content hash; an event names the ones it used by [`PolicyRef`].

use crate::kernel::{Digest, Instant, PolicyId, canonical};
use serde::{Deserialize, Serialize};

/// A document with its identity: which policy, which version, in force from when.
///
/// ```
/// use itsm::kernel::{Instant, PolicyId, Versioned};
/// let policy = Versioned {
///     id: PolicyId::new("cal-cn").unwrap(),
///     version: 2,
///     effective_from: Instant::parse("2026-01-01T00:00:00Z").unwrap(),
///     document: vec!["any serialisable document"],
/// };
/// assert_eq!(policy.reference().version, 2);
/// assert_eq!(policy.reference().hash.to_string().len(), 64);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Versioned{T}"))]
#[serde(deny_unknown_fields)]
pub struct Versioned<T> {
    /// Which policy.
    pub id: PolicyId,
    /// Its version, counted from 1.
    pub version: u32,
    /// From when it holds; up to then its predecessor does.
    pub effective_from: Instant,
    /// What it says.
    pub document: T,
}

impl<T: Serialize> Versioned<T> {
    /// The reference that events carry: id, version and the SHA-256 of the document's canonical bytes.
    #[must_use]
    pub fn reference(&self) -> PolicyRef {
        PolicyRef { id: self.id.clone(), version: self.version, hash: canonical::digest_of(&self.document) }
    }
}

/// Which version of which policy a decision used, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyRef {
    /// SHA-256 of the document's canonical bytes.
    pub hash: Digest,
    /// Which policy.
    pub id: PolicyId,
    /// Which version.
    pub version: u32,
}
