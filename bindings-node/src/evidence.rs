//! Checkpoints and proofs; to verify them takes no system.

use crate::documents::text;
use crate::failure::ask;
use itsm::contract;
use napi_derive::napi;

/// The text of a checkpoint as a document.
#[napi(catch_unwind)]
pub fn read_checkpoint(checkpoint: String) -> napi::Result<String> {
    ask(|| text(&contract::read_checkpoint(checkpoint.as_bytes())?))
}

/// A signed note in its parts.
#[napi(catch_unwind)]
pub fn read_note(note: String) -> napi::Result<String> {
    ask(|| text(&contract::read_note(note.as_bytes())?))
}

/// Whether an entry stands where the proof says.
#[napi(catch_unwind)]
pub fn verify_inclusion(entry: String, proof: String, head: String) -> napi::Result<()> {
    ask(|| contract::verify_inclusion(entry.as_bytes(), proof.as_bytes(), head.as_bytes()))
}

/// Whether a tree begins with another.
#[napi(catch_unwind)]
pub fn verify_consistency(proof: String, old: String, new: String) -> napi::Result<()> {
    ask(|| contract::verify_consistency(proof.as_bytes(), old.as_bytes(), new.as_bytes()))
}
