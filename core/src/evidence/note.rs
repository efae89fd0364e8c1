//! A text and who has signed it: C2SP `signed-note`. 签名文本
//!
//! The library makes no signature and checks none: [`SignedNote::verify`] hands the text and each signature to the host.

use super::checkpoint::within;
use super::{EvidenceError, base64};
use crate::kernel::Digest;
use std::fmt;

/// The type byte of Ed25519 signatures over the text of a note.
const ED25519: u8 = 1;
/// Before every signature stand an em dash and a space.
const MARK: &str = "— ";

/// One signature of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    name: String,
    key_id: [u8; 4],
    bytes: Vec<u8>,
}

/// The public Ed25519 key of somebody who signs, written `name+hash+base64` as Go's `sumdb/note` writes it.
///
/// ```
/// use itsm::evidence::VerifierKey;
/// let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
/// let key = VerifierKey::parse(text)?;
/// assert_eq!(key.key_id(), [0xc7, 0x4f, 0x20, 0xa3]);
/// assert_eq!(key.to_string(), text);
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    public: [u8; 32],
}

/// What a host says of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It trusts no key of that name and hash: the signature counts for nothing, neither way.
    UnknownKey,
    /// The key has signed this text.
    Holds,
    /// The key is trusted, and this is not its signature of this text.
    Fails,
}

/// A text with its signatures. Nobody has checked them.
///
/// ```
/// use itsm::evidence::{Checkpoint, NoteSignature, SignedNote, TreeHead, Verdict, VerifierKey, empty_root};
/// let key = VerifierKey::new("example.com/desk", [7; 32])?;
/// let text = Checkpoint::new("example.com/desk", TreeHead { size: 0, root: empty_root() })?.to_string();
/// let signature = vec![9; 64];                    // what the host's key store gave for these bytes
/// let note = SignedNote::new(text, vec![NoteSignature::by(&key, signature)])?;
///
/// let received = SignedNote::parse(&note.to_string())?;
/// received.verify(|signature, text| match key.is_of(signature) {
///     true if text.starts_with("example.com/desk\n") && signature.bytes() == [9; 64] => Verdict::Holds, // the host's Ed25519
///     true => Verdict::Fails,
///     false => Verdict::UnknownKey,
/// })?;
/// let checkpoint = Checkpoint::parse(received.text())?;
/// assert_eq!(checkpoint.head.size, 0);
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<NoteSignature>,
}

fn key_name(name: &str) -> Result<String, EvidenceError> {
    let wrong = |letter: char| letter.is_whitespace() || letter < ' ' || letter == '+';
    if name.is_empty() || name.contains(wrong) {
        return Err(EvidenceError::KeyName(name.to_owned()));
    }
    Ok(name.to_owned())
}

impl VerifierKey {
    /// The key of that name.
    ///
    /// # Errors
    /// `note.key_name`.
    pub fn new(name: &str, public: [u8; 32]) -> Result<Self, EvidenceError> {
        Ok(Self { name: key_name(name)?, public })
    }

    /// Reads `name+hash+base64`; the hash has to be that of the key.
    ///
    /// # Errors
    /// `note.key_name`, `note.key`.
    pub fn parse(text: &str) -> Result<Self, EvidenceError> {
        let wrong = || EvidenceError::Key(text.to_owned());
        let (name, rest) = text.split_once('+').ok_or_else(wrong)?;
        let (_, public) = rest.split_once('+').ok_or_else(wrong)?;
        let bytes = base64::decode(public).ok_or_else(wrong)?;
        let Some((&ED25519, public)) = bytes.split_first() else { return Err(wrong()) };
        let key = Self::new(name, public.try_into().map_err(|_| wrong())?)?;
        if key.to_string() == text { Ok(key) } else { Err(wrong()) }
    }

    /// Its name, by the recommendation of C2SP the origin of the log that it signs for.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// `SHA-256(name || 0x0A || 0x01 || key)[:4]`.
    #[must_use]
    pub fn key_id(&self) -> [u8; 4] {
        let hashed = [self.name.as_bytes(), &[b'\n', ED25519], &self.public].concat();
        Digest::of(&hashed).bytes().first_chunk().copied().unwrap_or_default()
    }

    /// Whether a signature says it is of this key.
    #[must_use]
    pub fn is_of(&self, signature: &NoteSignature) -> bool {
        self.name == signature.name && self.key_id() == signature.key_id
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hash = u32::from_be_bytes(self.key_id());
        write!(
            f,
            "{}+{hash:08x}+{}",
            self.name,
            base64::encode(&[&[ED25519], self.public.as_slice()].concat())
        )
    }
}

impl NoteSignature {
    /// What a key gave for the text of a note.
    #[must_use]
    pub fn by(key: &VerifierKey, bytes: Vec<u8>) -> Self {
        Self { name: key.name.clone(), key_id: key.key_id(), bytes }
    }

    /// The same for a key of another kind, whose hash the host has computed.
    ///
    /// # Errors
    /// `note.key_name`.
    pub fn new(name: &str, key_id: [u8; 4], bytes: Vec<u8>) -> Result<Self, EvidenceError> {
        Ok(Self { name: key_name(name)?, key_id, bytes })
    }

    /// The name of the key.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The hash of the key: it says which key is meant, and proves nothing.
    #[must_use]
    pub const fn key_id(&self) -> [u8; 4] {
        self.key_id
    }

    /// The signature itself.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(MARK)?.split_once(' ')?;
        let decoded = base64::decode(encoded)?;
        let (key_id, bytes) = decoded.split_first_chunk()?;
        (!bytes.is_empty()).then(|| Self::new(name, *key_id, bytes.to_vec()).ok())?
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encoded = base64::encode(&[self.key_id.as_slice(), &self.bytes].concat());
        write!(f, "{MARK}{} {encoded}", self.name)
    }
}

impl SignedNote {
    /// A text and its signatures. The text ends with a newline, as that of a [`Checkpoint`](super::Checkpoint) does.
    ///
    /// # Errors
    /// `note.not_text`, `note.not_signed`, `note.signature`, `note.too_large`.
    pub fn new(text: String, signatures: Vec<NoteSignature>) -> Result<Self, EvidenceError> {
        // What would not be read back is not written.
        let note = Self { text, signatures };
        let read = Self::parse(&note.to_string())?;
        if read == note { Ok(note) } else { Err(EvidenceError::NotSigned) }
    }

    /// Reads a signed note.
    ///
    /// # Errors
    /// `note.not_text`, `note.not_signed`, `note.signature`, `note.too_large`.
    pub fn parse(note: &str) -> Result<Self, EvidenceError> {
        within(note.len())?;
        if note.contains(|letter: char| letter < ' ' && letter != '\n') {
            return Err(EvidenceError::NotText);
        }
        // The text may have empty lines; the last one is what stands between.
        let (text, lines) = note.rsplit_once("\n\n").ok_or(EvidenceError::NotSigned)?;
        let lines = lines.strip_suffix('\n').ok_or(EvidenceError::NotSigned)?;
        let before = text.split('\n').count().saturating_add(2);
        let read = |(place, line): (usize, &str)| {
            let line_at = EvidenceError::Signature { line: before.saturating_add(place) };
            NoteSignature::parse(line).ok_or(line_at)
        };
        let signatures = lines.split('\n').enumerate().map(read).collect::<Result<_, _>>()?;
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The text: the bytes that were signed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures in order.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Asks the host about every signature of the text; those that hold.
    ///
    /// # Errors
    /// `note.signature_fails`, where one of a known key does; `note.no_known_key`, where none is of a known key.
    pub fn verify(
        &self,
        mut verdict: impl FnMut(&NoteSignature, &str) -> Verdict,
    ) -> Result<Vec<&NoteSignature>, EvidenceError> {
        let mut held = Vec::new();
        for signature in &self.signatures {
            match verdict(signature, &self.text) {
                Verdict::UnknownKey => {}
                Verdict::Holds => held.push(signature),
                Verdict::Fails => return Err(EvidenceError::SignatureFails(signature.name.clone())),
            }
        }
        if held.is_empty() { Err(EvidenceError::NoKnownKey) } else { Ok(held) }
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}
