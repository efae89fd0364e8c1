//! A whole tree: what proofs are made from. 默克尔日志

use super::tree::{TreeHead, empty_root, node_hash, split};
use super::{ConsistencyProof, EvidenceError, Frontier, InclusionProof, leaf_hash};
use crate::kernel::{Digest, EventBody, Gone, Journal};

/// The hashes of every entry and of every perfect subtree: 64 bytes an entry, and a proof costs what its hashes cost.
///
/// It grows with its journal, and answers for every size it ever had.
///
/// ```
/// use itsm::evidence::Log;
/// let log: Log = ["a", "b", "c", "d", "e"].into_iter().collect();
/// let proof = log.inclusion_proof(4, 5)?;
/// assert_eq!(proof.path.len(), 1, "the fifth entry stands alone beside a perfect tree of four");
/// proof.verify(b"e", &log.head())?;
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    // At level k stand the roots of 2^k entries each.
    levels: Vec<Vec<Digest>>,
}

/// The tree over the exact bytes of a journal's entries.
///
/// ```
/// use itsm::evidence;
/// use itsm::system::ServiceManagementSystem;
/// let desk = ServiceManagementSystem::new();
/// assert_eq!(evidence::of_journal(desk.journal()).head().root, evidence::empty_root());
/// ```
#[must_use]
pub fn of_journal<B: EventBody>(journal: &Journal<B>) -> Log {
    let mut log = Log::default();
    log.follow(journal);
    log
}

impl<E: AsRef<[u8]>> FromIterator<E> for Log {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        let mut log = Self::default();
        entries.into_iter().for_each(|entry| log.push(entry.as_ref()));
        log
    }
}

impl Log {
    /// The tree over a journal in text, one entry a line; nothing of an entry is read. Empty lines are none. Of an entry that was
    /// destroyed with its record the line says what it was hashed to ([`Gone`]): that a disposal took it, only the fold tells.
    #[must_use]
    pub fn of_lines(text: &str) -> Self {
        let lines = text.split('\n').map(|line| line.trim_end_matches('\r')).filter(|line| !line.is_empty());
        let hash =
            |line: &str| Gone::read(line).map_or_else(|| leaf_hash(line.as_bytes()), |(_, leaf, _)| leaf);
        Self::of_hashes(lines.map(hash))
    }

    /// The tree over entries whose hashes were kept.
    #[must_use]
    pub fn of_hashes(leaves: impl IntoIterator<Item = Digest>) -> Self {
        let mut log = Self::default();
        leaves.into_iter().for_each(|leaf| log.push_hash(leaf));
        log
    }

    /// Appends the entries of the same journal that have come since.
    pub fn follow<B: EventBody>(&mut self, journal: &Journal<B>) {
        for index in self.size()..journal.next_index() {
            let hashed = || leaf_hash(&journal.bytes(index).unwrap_or_default());
            self.push_hash(journal.leaf(index).unwrap_or_else(hashed));
        }
    }

    /// Appends an entry.
    pub fn push(&mut self, entry: &[u8]) {
        self.push_hash(leaf_hash(entry));
    }

    /// Appends an entry by its [`leaf_hash`].
    pub fn push_hash(&mut self, leaf: Digest) {
        let mut carried = Some(leaf);
        for level in &mut self.levels {
            let Some(hash) = carried else { return };
            level.push(hash);
            // An even number of them now: the last two have a parent.
            carried = match level.as_slice() {
                [.., left, right] if level.len().is_multiple_of(2) => Some(node_hash(left, right)),
                _ => None,
            };
        }
        self.levels.extend(carried.map(|root| vec![root]));
    }

    /// How many entries it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.leaves().len().try_into().unwrap_or(u64::MAX)
    }

    /// The hashes of the entries, for whoever keeps them.
    #[must_use]
    pub fn leaves(&self) -> &[Digest] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// The size and root of the whole.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        let size = self.size();
        TreeHead { size, root: self.range(0, size).unwrap_or_else(empty_root) }
    }

    /// The size and root as they were after so many entries.
    ///
    /// # Errors
    /// `proof.size`, where there are not as many.
    pub fn head_at(&self, size: u64) -> Result<TreeHead, EvidenceError> {
        if size == 0 {
            return Ok(TreeHead { size, root: empty_root() });
        }
        Ok(TreeHead { size, root: self.range(0, size).ok_or_else(|| self.too_few(size))? })
    }

    /// What is needed to append to the tree as it was after so many entries.
    ///
    /// # Errors
    /// `proof.size`, where there are not as many.
    pub fn frontier(&self, size: u64) -> Result<Frontier, EvidenceError> {
        let mut peaks = Vec::new();
        let mut begin = 0_u64;
        while begin < size {
            let largest = 1_u64.wrapping_shl(size.saturating_sub(begin).ilog2());
            peaks.push(self.range(begin, largest).ok_or_else(|| self.too_few(size))?);
            begin = begin.saturating_add(largest);
        }
        Frontier::new(size, peaks)
    }

    /// A proof that the entry of an index stands in the tree of the first `size` entries: PATH of RFC 9162, section 2.1.3.1.
    ///
    /// # Errors
    /// `proof.size`, where there are not as many entries; `proof.index`, where the index is not below the size.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<InclusionProof, EvidenceError> {
        self.holds(size)?;
        if index >= size {
            return Err(EvidenceError::Index { index, size });
        }
        let mut path = Vec::new();
        let (mut begin, mut length) = (0_u64, size);
        while length > 1 {
            let left = split(length);
            let middle = begin.saturating_add(left);
            let right = length.saturating_sub(left);
            let (beside, down) = match index < middle {
                true => ((middle, right), (begin, left)),
                false => ((begin, left), (middle, right)),
            };
            path.push(self.range(beside.0, beside.1).ok_or_else(|| self.too_few(size))?);
            (begin, length) = down;
        }
        path.reverse();
        Ok(InclusionProof { index, size, path })
    }

    /// A proof that the tree of the first `to` entries begins with that of the first `from`: PROOF of RFC 9162, section 2.1.4.1.
    ///
    /// # Errors
    /// `proof.size`, where there are not as many entries or `from` is greater than `to`; `proof.from_empty`.
    pub fn consistency_proof(&self, from: u64, to: u64) -> Result<ConsistencyProof, EvidenceError> {
        self.holds(to)?;
        if from > to {
            return Err(EvidenceError::Size { size: from, most: to });
        }
        if from == 0 {
            return Err(EvidenceError::FromEmpty);
        }
        let mut path = Vec::new();
        let (mut begin, mut length, mut old) = (0_u64, to, from);
        while old != length {
            let left = split(length);
            let middle = begin.saturating_add(left);
            let right = length.saturating_sub(left);
            let beside;
            if old <= left {
                (beside, length) = ((middle, right), left);
            } else {
                beside = (begin, left);
                (begin, length, old) = (middle, right, old.saturating_sub(left));
            }
            path.push(self.range(beside.0, beside.1).ok_or_else(|| self.too_few(to))?);
        }
        // The old tree's own root is known to whoever asks.
        if begin > 0 {
            path.push(self.range(begin, length).ok_or_else(|| self.too_few(to))?);
        }
        path.reverse();
        Ok(ConsistencyProof { from, to, path })
    }

    fn holds(&self, size: u64) -> Result<(), EvidenceError> {
        if size > self.size() { Err(self.too_few(size)) } else { Ok(()) }
    }

    fn too_few(&self, size: u64) -> EvidenceError {
        EvidenceError::Size { size, most: self.size() }
    }

    /// The root of `length` entries from `begin` on, where the left part of every division is perfect: from the beginning, or from the
    /// middle of such a range on. It goes down as often as the tree is high.
    fn range(&self, begin: u64, length: u64) -> Option<Digest> {
        if length.is_power_of_two() {
            let level = length.trailing_zeros();
            let place = usize::try_from(begin.wrapping_shr(level)).ok()?;
            return self.levels.get(usize::try_from(level).ok()?)?.get(place).copied();
        }
        let left = split(length);
        let middle = begin.checked_add(left)?;
        (length > 0).then(|| {
            Some(node_hash(&self.range(begin, left)?, &self.range(middle, length.checked_sub(left)?)?))
        })?
    }
}
