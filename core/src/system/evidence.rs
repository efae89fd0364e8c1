//! Checkpoints of the whole, and proofs from its journal. 证据
//!
//! Each call hashes the journal anew. Who asks often keeps a [`Log`](crate::evidence::Log) and lets it follow the journal.

use super::ServiceManagementSystem;
use crate::evidence::{Checkpoint, ConsistencyProof, EvidenceError, InclusionProof, of_journal};

impl ServiceManagementSystem {
    /// The journal as it stands, under the name of its log; its text is what the host signs.
    ///
    /// # Errors
    /// `checkpoint.origin`.
    pub fn checkpoint(&self, origin: impl Into<String>) -> Result<Checkpoint, EvidenceError> {
        Checkpoint::new(origin, of_journal(&self.journal).head())
    }

    /// That the entry of an index stands among the first `size` (RFC 9162, 2.1.3).
    ///
    /// # Errors
    /// `proof.size`, `proof.index`.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<InclusionProof, EvidenceError> {
        of_journal(&self.journal).inclusion_proof(index, size)
    }

    /// That the first `to` entries begin with the first `from` (RFC 9162, 2.1.4).
    ///
    /// # Errors
    /// `proof.size`, `proof.from_empty`.
    pub fn consistency_proof(&self, from: u64, to: u64) -> Result<ConsistencyProof, EvidenceError> {
        of_journal(&self.journal).consistency_proof(from, to)
    }
}
