//! Checkpoints and proofs; to judge them takes no system. 证据

use crate::documents::{text, within};
use crate::door::{Thrown, door};
use crate::system::ServiceManagementSystem;
use itsm::contract;

#[uniffi::export]
impl ServiceManagementSystem {
    /// The checkpoint of the journal as it stands: the text that the host signs.
    pub fn checkpoint(&self, origin: String) -> Result<String, Thrown> {
        door(|| self.handle().checkpoint(&origin))
    }

    /// A proof that the entry of an index stands among the first so many.
    pub fn inclusion_proof(&self, index: i64, size: i64) -> Result<String, Thrown> {
        door(|| text(&self.handle().inclusion_proof(within("index", index)?, within("size", size)?)?))
    }

    /// A proof that the tree of so many entries begins with an older one.
    pub fn consistency_proof(&self, from: i64, to: i64) -> Result<String, Thrown> {
        door(|| text(&self.handle().consistency_proof(within("from", from)?, within("to", to)?)?))
    }
}

/// What a checkpoint says; nobody has checked who signed it.
#[uniffi::export]
pub fn read_checkpoint(checkpoint: String) -> Result<String, Thrown> {
    door(|| text(&contract::read_checkpoint(checkpoint.as_bytes())?))
}

/// A signed note in its parts.
#[uniffi::export]
pub fn read_note(note: String) -> Result<String, Thrown> {
    door(|| text(&contract::read_note(note.as_bytes())?))
}

/// Fails unless the entry stands where the proof says, in the tree with this head.
#[uniffi::export]
pub fn verify_inclusion(entry: String, proof: String, head: String) -> Result<(), Thrown> {
    door(|| contract::verify_inclusion(entry.as_bytes(), proof.as_bytes(), head.as_bytes()))
}

/// Fails unless the tree with the new head begins with that of the old one.
#[uniffi::export]
pub fn verify_consistency(proof: String, old: String, new: String) -> Result<(), Thrown> {
    door(|| contract::verify_consistency(proof.as_bytes(), old.as_bytes(), new.as_bytes()))
}
