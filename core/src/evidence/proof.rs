//! Proofs as documents, and their verification, which needs nothing else. 证明

use super::tree::{TreeHead, node_hash};
use super::{EvidenceError, leaf_hash};
use crate::kernel::{Digest, limits, strict};
use serde::{Deserialize, Serialize};

/// That an entry stands at an index of a tree: RFC 9162, section 2.1.3.
///
/// ```
/// use itsm::evidence::{InclusionProof, TreeHead, leaf_hash, node_hash};
/// let (first, second) = (leaf_hash(b"opened"), leaf_hash(b"closed"));
/// let proof = InclusionProof::from_json(format!(r#"{{"index": 1, "size": 2, "path": ["{first}"]}}"#).as_bytes())?;
/// proof.verify(b"closed", &TreeHead { size: 2, root: node_hash(&first, &second) })?;
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InclusionProof {
    /// The index of the entry, counted from 0.
    pub index: u64,
    /// How many entries the tree has.
    pub size: u64,
    /// The hashes beside the way from the entry to the root, the lowest first.
    pub path: Vec<Digest>,
}

/// That a tree begins with an older one: RFC 9162, section 2.1.4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConsistencyProof {
    /// How many entries the older tree has.
    pub from: u64,
    /// How many the newer has.
    pub to: u64,
    /// The hashes from which both roots follow, the lowest first; none where both trees are one.
    pub path: Vec<Digest>,
}

/// Where a walk to the root stands, as in RFC 9162, 2.1.3.2 and 2.1.4.2: the number of a node on its level, and that of the last one.
struct Walk {
    node: u64,
    last: u64,
}

impl Walk {
    /// Goes up one node; whether the hash beside the way stands to the left of it. `None` at the root: the path is too long.
    fn up(&mut self) -> Option<bool> {
        if self.last == 0 {
            return None;
        }
        let left = self.is_right() || self.node == self.last;
        // At the right edge a node without a twin is its own parent.
        while left && !self.is_right() && self.node != 0 {
            self.halve();
        }
        self.halve();
        Some(left)
    }

    fn is_right(&self) -> bool {
        !self.node.is_multiple_of(2)
    }

    fn halve(&mut self) {
        self.node /= 2;
        self.last /= 2;
    }
}

fn leads_to(found: Digest, head: &TreeHead) -> Result<(), EvidenceError> {
    if found == head.root {
        return Ok(());
    }
    Err(EvidenceError::RootMismatch { size: head.size, root: head.root, found })
}

fn is_for(proof: u64, head: &TreeHead) -> Result<(), EvidenceError> {
    if proof == head.size { Ok(()) } else { Err(EvidenceError::OtherSize { proof, head: head.size }) }
}

impl InclusionProof {
    /// Reads a proof strictly.
    ///
    /// # Errors
    /// `document.*`, with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, EvidenceError> {
        Ok(strict::from_slice(bytes, limits::PROOF_BYTES)?)
    }

    /// Whether the exact bytes of an entry stand at that index of the tree with that head (RFC 9162, 2.1.3.2).
    ///
    /// # Errors
    /// `proof.other_size`, `proof.index`, `proof.path_length`, `proof.root_mismatch`: it is not proved.
    pub fn verify(&self, entry: &[u8], head: &TreeHead) -> Result<(), EvidenceError> {
        self.verify_hash(leaf_hash(entry), head)
    }

    /// The same for an entry of which only the [`leaf_hash`] is left.
    ///
    /// # Errors
    /// As [`verify`](Self::verify).
    pub fn verify_hash(&self, leaf: Digest, head: &TreeHead) -> Result<(), EvidenceError> {
        let (index, size) = (self.index, self.size);
        is_for(size, head)?;
        if index >= size {
            return Err(EvidenceError::Index { index, size });
        }
        let length = || EvidenceError::PathLength { hashes: self.path.len(), size };
        let mut walk = Walk { node: index, last: size.saturating_sub(1) };
        let mut found = leaf;
        for beside in &self.path {
            found = match walk.up().ok_or_else(length)? {
                true => node_hash(beside, &found),
                false => node_hash(&found, beside),
            };
        }
        if walk.last != 0 {
            return Err(length());
        }
        leads_to(found, head)
    }
}

impl ConsistencyProof {
    /// Reads a proof strictly.
    ///
    /// # Errors
    /// `document.*`, with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, EvidenceError> {
        Ok(strict::from_slice(bytes, limits::PROOF_BYTES)?)
    }

    /// Whether the tree with the new head begins with all entries of the tree with the old one (RFC 9162, 2.1.4.2).
    ///
    /// # Errors
    /// `proof.other_size`, `proof.size`, `proof.from_empty`, `proof.path_length`, `proof.root_mismatch`: it is not proved.
    pub fn verify(&self, old: &TreeHead, new: &TreeHead) -> Result<(), EvidenceError> {
        is_for(self.from, old)?;
        is_for(self.to, new)?;
        if self.from > self.to {
            return Err(EvidenceError::Size { size: self.from, most: self.to });
        }
        if self.from == 0 {
            return Err(EvidenceError::FromEmpty);
        }
        let length = || EvidenceError::PathLength { hashes: self.path.len(), size: self.to };
        if self.from == self.to {
            return if self.path.is_empty() { leads_to(old.root, new) } else { Err(length()) };
        }
        // The walk begins at the last perfect subtree of the old tree; where that is the whole of it, its root is the first hash.
        let mut walk = Walk { node: self.from.saturating_sub(1), last: self.to.saturating_sub(1) };
        while walk.is_right() {
            walk.halve();
        }
        let mut path = self.path.iter();
        let first = if self.from.is_power_of_two() { Some(&old.root) } else { path.next() };
        let first = *first.ok_or_else(length)?;
        let (mut found_old, mut found_new) = (first, first);
        for beside in path {
            match walk.up().ok_or_else(length)? {
                true => {
                    found_old = node_hash(beside, &found_old);
                    found_new = node_hash(beside, &found_new);
                }
                false => found_new = node_hash(&found_new, beside),
            }
        }
        if walk.last != 0 {
            return Err(length());
        }
        leads_to(found_old, old)?;
        leads_to(found_new, new)
    }
}
