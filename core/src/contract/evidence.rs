//! Checkpoints and proofs, through documents; to verify them takes no system. 证据接口

use super::crossing::document;
use super::{Failure, SystemHandle};
use crate::evidence::{
    Checkpoint, ConsistencyProof, EvidenceError, InclusionProof, NoteSignature, SignedNote, TreeHead,
};
use crate::kernel::{limits, strict};
use serde::Serialize;
use serde_json::Value;

/// What a checkpoint says. Nobody has checked who signed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckpointAnswer {
    /// Whose log it is.
    pub origin: String,
    /// Its size and root, as [`verify_inclusion`] and [`verify_consistency`] take it.
    pub head: TreeHead,
    /// Lines of the host's own.
    pub extensions: Vec<String>,
}

/// A signed note in its parts: the bytes that were signed, and who says to have signed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoteAnswer {
    /// The text, in UTF-8 the bytes that were signed.
    pub text: String,
    /// The signatures in order.
    pub signatures: Vec<NoteSignatureAnswer>,
}

/// One signature of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoteSignatureAnswer {
    /// The name of the key.
    pub name: String,
    /// The hash of the key, eight hexadecimal digits.
    pub key_id: String,
    /// The signature, in hexadecimal digits.
    pub signature: String,
}

/// What was found when a system was opened on a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningAnswer {
    /// The version of the database.
    pub version: String,
    /// How SQLite keeps its own journal now: `wal`, `delete`; `null` for other databases.
    pub journal_mode: Option<String>,
    /// What the host should know: that this SQLite is too old for write-ahead logging, say.
    pub notes: Vec<String>,
    /// How many entries the journal has.
    pub length: u64,
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(bytes: &[u8]) -> Result<&str, Failure> {
    Ok(std::str::from_utf8(bytes).map_err(|_| EvidenceError::NotText)?)
}

/// Reads the text of a checkpoint ([`CheckpointAnswer`]).
///
/// # Errors
/// `checkpoint.*`, `note.too_large`, `note.not_text`.
pub fn read_checkpoint(checkpoint: &[u8]) -> Result<Value, Failure> {
    let checkpoint = Checkpoint::parse(text(checkpoint)?)?;
    document(&CheckpointAnswer {
        origin: checkpoint.origin().to_owned(),
        head: checkpoint.head,
        extensions: checkpoint.extensions().to_vec(),
    })
}

/// Takes a signed note apart ([`NoteAnswer`]), for the host to check its signatures.
///
/// # Errors
/// `note.*`.
pub fn read_note(note: &[u8]) -> Result<Value, Failure> {
    let note = SignedNote::parse(text(note)?)?;
    let signature = |signature: &NoteSignature| NoteSignatureAnswer {
        name: signature.name().to_owned(),
        key_id: hexadecimal(&signature.key_id()),
        signature: hexadecimal(signature.bytes()),
    };
    let signatures = note.signatures().iter().map(signature).collect();
    document(&NoteAnswer { text: note.text().to_owned(), signatures })
}

/// Whether the exact bytes of an entry stand where the proof says, in the tree with that head.
///
/// ```
/// use itsm::contract::{SystemHandle, read_checkpoint, verify_inclusion};
/// let desk = SystemHandle::new(None)?;
/// let context = br#"{"now": "2026-01-05T01:00:00Z", "actor": {"id": "p-1", "roles": ["po"]}}"#;
/// desk.execute(br#"{"kind": "policy.publish", "record": "office", "body": {"version": 1,
///     "effective_from": "2026-01-01T00:00:00Z",
///     "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}}"#, context)?;
/// let kept = desk.checkpoint("example.com/desk")?;                 // signed by the host, kept by an auditor
/// let (journal, proof) = (desk.journal(), desk.inclusion_proof(0, 1)?.to_string());
///
/// let head = read_checkpoint(kept.as_bytes())?["head"].to_string();
/// verify_inclusion(journal.trim_end().as_bytes(), proof.as_bytes(), head.as_bytes())?;
/// let other = verify_inclusion(b"something else", proof.as_bytes(), head.as_bytes());
/// assert_eq!(other.unwrap_err().code, "proof.root_mismatch");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
///
/// # Errors
/// `proof.*`: it is not proved; `document.*`, where proof or head cannot be read.
pub fn verify_inclusion(entry: &[u8], proof: &[u8], head: &[u8]) -> Result<(), Failure> {
    Ok(InclusionProof::from_json(proof)?.verify(entry, &read_head(head)?)?)
}

/// Whether the tree with the new head begins with the tree with the old one.
///
/// # Errors
/// `proof.*`: it is not proved; `document.*`, where the proof or a head cannot be read.
pub fn verify_consistency(proof: &[u8], old: &[u8], new: &[u8]) -> Result<(), Failure> {
    Ok(ConsistencyProof::from_json(proof)?.verify(&read_head(old)?, &read_head(new)?)?)
}

fn read_head(bytes: &[u8]) -> Result<TreeHead, Failure> {
    Ok(strict::from_slice(bytes, limits::PROOF_BYTES)?)
}

impl SystemHandle {
    /// The checkpoint of the journal as it stands: the text that the host signs.
    ///
    /// # Errors
    /// `checkpoint.origin`.
    pub fn checkpoint(&self, origin: &str) -> Result<String, Failure> {
        self.with_log(|log| Ok(Checkpoint::new(origin, log.head())?.to_string()))
    }

    /// A proof that the entry of an index stands among the first `size` ([`InclusionProof`]).
    ///
    /// # Errors
    /// `proof.size`, `proof.index`.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<Value, Failure> {
        self.with_log(|log| document(&log.inclusion_proof(index, size)?))
    }

    /// A proof that the first `to` entries begin with the first `from` ([`ConsistencyProof`]).
    ///
    /// # Errors
    /// `proof.size`, `proof.from_empty`.
    pub fn consistency_proof(&self, from: u64, to: u64) -> Result<Value, Failure> {
        self.with_log(|log| document(&log.consistency_proof(from, to)?))
    }
}
