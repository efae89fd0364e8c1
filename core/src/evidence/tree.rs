//! Hashes of leaves and nodes, and the head of a tree: RFC 9162, section 2.1.1. 默克尔树

use crate::kernel::Digest;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

// Without the prefixes an inner node could be passed off as an entry (RFC 9162, 2.1.1).
const LEAF: [u8; 1] = [0];
const NODE: [u8; 1] = [1];

fn hash(parts: [&[u8]; 3]) -> Digest {
    let hasher = parts.into_iter().fold(Sha256::new(), |hasher, part| hasher.chain_update(part));
    Digest::from_bytes(hasher.finalize().into())
}

/// The hash of an entry: `SHA-256(0x00 || entry)`.
///
/// ```
/// let known = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
/// assert_eq!(itsm::evidence::leaf_hash(b"").to_string(), known);
/// ```
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Digest {
    hash([&LEAF, entry, &[]])
}

/// The hash of a node: `SHA-256(0x01 || left || right)`.
#[must_use]
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    hash([&NODE, left.bytes(), right.bytes()])
}

/// The root of a tree without entries: the SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Digest {
    Digest::of(b"")
}

/// The size and the root of a tree: all that a proof is held to.
///
/// They belong together. By itself a path fits trees of several sizes, and only the size that was signed with the root says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TreeHead {
    /// How many entries it has.
    pub size: u64,
    /// Its root.
    pub root: Digest,
}

/// The greatest power of two below a number of at least two: where a tree is divided (RFC 9162, 2.1.1).
pub(super) fn split(size: u64) -> u64 {
    1_u64.wrapping_shl(size.saturating_sub(1).checked_ilog2().unwrap_or_default())
}
