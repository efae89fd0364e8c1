//! The right edge of a tree: what is needed to append, and no more. 前沿

use super::tree::{TreeHead, empty_root, node_hash};
use super::{EvidenceError, leaf_hash};
use crate::kernel::Digest;
use serde::{Deserialize, Serialize};

/// The roots of the perfect subtrees that a tree consists of, the largest first: at most 64 hashes, whatever its size.
///
/// Appending costs at most as many hashes as the tree is high, one on average. What a store keeps beside its last entry.
///
/// ```
/// use itsm::evidence::{Frontier, Log};
/// let mut frontier = Frontier::default();
/// for entry in ["opened", "assigned", "closed"] {
///     frontier.push(entry.as_bytes());
/// }
/// assert_eq!(frontier.peaks().len(), 2, "3 is 2 + 1");
/// assert_eq!(frontier.head(), ["opened", "assigned", "closed"].into_iter().collect::<Log>().head());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FrontierDocument")]
pub struct Frontier {
    size: u64,
    peaks: Vec<Digest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontierDocument {
    size: u64,
    peaks: Vec<Digest>,
}

impl TryFrom<FrontierDocument> for Frontier {
    type Error = EvidenceError;

    fn try_from(document: FrontierDocument) -> Result<Self, EvidenceError> {
        Self::new(document.size, document.peaks)
    }
}

impl Frontier {
    /// A frontier that was stored.
    ///
    /// # Errors
    /// `proof.peaks`: a tree has one perfect subtree for each one in its size.
    pub fn new(size: u64, peaks: Vec<Digest>) -> Result<Self, EvidenceError> {
        let expected = usize::try_from(size.count_ones()).unwrap_or_default();
        if peaks.len() == expected {
            return Ok(Self { size, peaks });
        }
        Err(EvidenceError::Peaks { size, expected, found: peaks.len() })
    }

    /// Appends an entry.
    pub fn push(&mut self, entry: &[u8]) {
        self.push_hash(leaf_hash(entry));
    }

    /// Appends an entry by its [`leaf_hash`].
    pub fn push_hash(&mut self, leaf: Digest) {
        // Each one at the end of the size is a perfect subtree that now has its twin.
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            hash = self.peaks.pop().map_or(hash, |left| node_hash(&left, &hash));
        }
        self.peaks.push(hash);
        self.size = self.size.saturating_add(1);
    }

    /// How many entries the tree has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the perfect subtrees, the largest first.
    #[must_use]
    pub fn peaks(&self) -> &[Digest] {
        &self.peaks
    }

    /// Size and root.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        let root = self.peaks.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        TreeHead { size: self.size, root: root.unwrap_or_else(empty_root) }
    }
}
