//! What can be wrong with a proof, a checkpoint or a signed note. 证据错误

use crate::kernel::{Digest, DocumentError};

/// Why something is not proved. Whatever it is, the claim does not hold as it was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EvidenceError {
    /// The proof cannot be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The tree has no entry of that index.
    #[error("index {index} is outside a tree of {size} entries")]
    Index {
        /// The index asked for.
        index: u64,
        /// Entries of the tree.
        size: u64,
    },
    /// A tree of more entries than there are, or an older tree that is the larger one.
    #[error("a tree of {size} entries, where there are {most}")]
    Size {
        /// The size asked for.
        size: u64,
        /// What there is.
        most: u64,
    },
    /// Every tree is an extension of the empty one: it would prove nothing.
    #[error("a proof from a tree without entries proves nothing")]
    FromEmpty,
    /// The proof speaks of a tree of another size than the checkpoint.
    #[error("the proof is for a tree of {proof} entries, the checkpoint has {head}")]
    OtherSize {
        /// The size in the proof.
        proof: u64,
        /// The size in the checkpoint.
        head: u64,
    },
    /// More or fewer hashes than a proof in a tree of that size has.
    #[error("a proof of {hashes} hashes is none in a tree of {size} entries")]
    PathLength {
        /// How many hashes it has.
        hashes: usize,
        /// Entries of the tree.
        size: u64,
    },
    /// The proof does not lead to the root: the entry, the proof or the tree is another.
    #[error("the proof leads to {found}, the root of {size} entries is {root}")]
    RootMismatch {
        /// Entries of the tree.
        size: u64,
        /// Its root.
        root: Digest,
        /// Where the proof leads.
        found: Digest,
    },
    /// A frontier that no tree of that size has.
    #[error("a tree of {size} entries has {expected} perfect subtrees, not {found}")]
    Peaks {
        /// Entries of the tree.
        size: u64,
        /// Ones in its size.
        expected: usize,
        /// Hashes found.
        found: usize,
    },
    /// An origin is a line of 1 to [`limits::LABEL_BYTES`](crate::kernel::limits::LABEL_BYTES) bytes without control characters.
    #[error("`{0}` cannot be an origin")]
    Origin(String),
    /// A checkpoint has at least three lines, none of them empty, each with its newline.
    #[error("a checkpoint has an origin, a size and a root, each on a line of its own")]
    Lines,
    /// The size of a checkpoint is a decimal number without leading zeros.
    #[error("`{0}` is no size of a tree")]
    CheckpointSize(String),
    /// The root of a checkpoint is 32 bytes in base64; that of the empty tree is known.
    #[error("`{0}` is no root of such a tree")]
    CheckpointRoot(String),
    /// An extension is a line that is not empty and has no control characters.
    #[error("`{0}` cannot be an extension line")]
    Extension(String),
    /// More bytes than [`limits::NOTE_BYTES`](crate::kernel::limits::NOTE_BYTES).
    #[error("the note has `{bytes}` bytes, allowed are {limit}")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// A note is text in UTF-8 without control characters other than newlines.
    #[error("the note holds bytes that no text has")]
    NotText,
    /// A note is a text, an empty line, and one signature or more, each line with its newline.
    #[error("no empty line stands between the text and its signatures")]
    NotSigned,
    /// A line that is no signature.
    #[error("line {line} is no signature: `— name base64`")]
    Signature {
        /// Which line, counted from 1.
        line: usize,
    },
    /// The name of a key has no spaces and no `+`, and is not empty.
    #[error("`{0}` cannot be the name of a key")]
    KeyName(String),
    /// A text that is no key of the form `name+hash+base64`, or whose hash is not its own.
    #[error("`{0}` is no key of the form `name+hash+base64` for Ed25519")]
    Key(String),
    /// A signature of a known key that is not its signature of this text.
    #[error("the signature of `{0}` is not that of this text")]
    SignatureFails(String),
    /// No signature of a key that is known.
    #[error("nobody known has signed this text")]
    NoKnownKey,
}

impl EvidenceError {
    /// The stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Document(error) => error.fault.code(),
            Self::Index { .. } => "proof.index",
            Self::Size { .. } => "proof.size",
            Self::FromEmpty => "proof.from_empty",
            Self::OtherSize { .. } => "proof.other_size",
            Self::PathLength { .. } => "proof.path_length",
            Self::RootMismatch { .. } => "proof.root_mismatch",
            Self::Peaks { .. } => "proof.peaks",
            Self::Origin(_) => "checkpoint.origin",
            Self::Lines => "checkpoint.lines",
            Self::CheckpointSize(_) => "checkpoint.size",
            Self::CheckpointRoot(_) => "checkpoint.root",
            Self::Extension(_) => "checkpoint.extension",
            Self::TooLarge { .. } => "note.too_large",
            Self::NotText => "note.not_text",
            Self::NotSigned => "note.not_signed",
            Self::Signature { .. } => "note.signature",
            Self::KeyName(_) => "note.key_name",
            Self::Key(_) => "note.key",
            Self::SignatureFails(_) => "note.signature_fails",
            Self::NoKnownKey => "note.no_known_key",
        }
    }
}
