//! Proofs about a journal: trees against their definition and another hand's, every flip of a bit, notes, the verifier as its users
//! see it.

mod journal;
mod notes;
#[path = "../reference/merkle.rs"]
mod reference;
mod trees;
mod verifier;
