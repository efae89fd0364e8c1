//! Proofs that a journal is what it was: a Merkle tree over its entries, checkpoints, and their verification. 证据
//!
//! The tree is that of RFC 9162, section 2.1, with SHA-256, over the exact bytes of each entry in the order of their index. A
//! [`Checkpoint`] names its size and root in about 150 bytes; whoever keeps one can tell from then on, without the database:
//!
//! - *this entry was there, unchanged*: an [`InclusionProof`] (RFC 9162, 2.1.3), 20 hashes for a million entries;
//! - *nothing before that day was changed or dropped*: a [`ConsistencyProof`] (RFC 9162, 2.1.4) from his checkpoint to a later one;
//! - *a report follows from those entries*: the journal itself has the root, and whoever replays it has the state.
//!
//! ```
//! use itsm::evidence::{Checkpoint, Log};
//! let mut journal: Log = ["opened", "assigned", "resolved"].into_iter().collect();
//! let monday = Checkpoint::new("example.com/desk", journal.head())?;      // the auditor keeps it
//! journal.push(b"closed");
//! let friday = Checkpoint::new("example.com/desk", journal.head())?;
//!
//! journal.inclusion_proof(1, 4)?.verify(b"assigned", &friday.head)?;
//! journal.consistency_proof(3, 4)?.verify(&monday.head, &friday.head)?;
//! let denied = journal.inclusion_proof(1, 4)?.verify(b"never assigned", &friday.head);
//! assert_eq!(denied.unwrap_err().code(), "proof.root_mismatch");
//! # Ok::<(), itsm::evidence::EvidenceError>(())
//! ```
//!
//! # What a checkpoint does not prove
//!
//! - That what was typed in is true. It proves that it was typed in, and that it stands as it stood.
//! - Anything about entries after the last checkpoint that somebody else keeps: until then the tail can be rewritten. So hand one out
//!   every day and at each milestone of an audit.
//! - Anything at all when nobody outside keeps one, or when it is signed with a key that whoever rewrites the journal holds as well and
//!   no older one is at hand.
//! - When it was made. A checkpoint has no time in it; the day it was received is known to whoever received it.
//!
//! The library signs nothing and keeps no key: bytes to be signed go out, a signature comes in ([`SignedNote`]).

mod base64;
mod checkpoint;
mod error;
mod frontier;
mod log;
mod note;
mod proof;
mod sequence;
mod tree;

pub use checkpoint::Checkpoint;
pub use error::EvidenceError;
pub use frontier::Frontier;
pub use log::{Log, of_journal};
pub use note::{NoteSignature, SignedNote, Verdict, VerifierKey};
pub use proof::{ConsistencyProof, InclusionProof};
pub use sequence::sequence;
pub use tree::{TreeHead, empty_root, leaf_hash, node_hash};
