//! What somebody outside keeps: the head of a tree under the name of its log. 检查点

use super::tree::{TreeHead, empty_root};
use super::{EvidenceError, base64};
use crate::kernel::{Digest, limits};
use std::fmt;

/// The text that is signed, in the form of C2SP `tlog-checkpoint`: origin, size in decimal, root in base64, each on a line.
///
/// ```
/// use itsm::evidence::Checkpoint;
/// let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
/// let checkpoint = Checkpoint::parse(text)?;
/// assert_eq!(checkpoint.head.size, 20_852_163);
/// assert_eq!(checkpoint.to_string(), text);
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    /// Size and root.
    pub head: TreeHead,
    extensions: Vec<String>,
}

/// A line of a note that is not empty.
fn is_line(text: &str) -> bool {
    !text.is_empty() && !text.contains(|letter: char| letter < ' ')
}

impl Checkpoint {
    /// The checkpoint of a log. The origin names it among all logs: best a URL without its scheme, `example.com/desk`, which then is
    /// the name of the signing key as well.
    ///
    /// # Errors
    /// `checkpoint.origin`.
    pub fn new(origin: impl Into<String>, head: TreeHead) -> Result<Self, EvidenceError> {
        let origin = origin.into();
        if !is_line(&origin) || origin.len() > limits::LABEL_BYTES {
            return Err(EvidenceError::Origin(origin));
        }
        Ok(Self { origin, head, extensions: Vec::new() })
    }

    /// The same with lines of the host's own after the root. C2SP advises against them: who audits the log cannot check them.
    ///
    /// # Errors
    /// `checkpoint.extension`; `note.too_large`.
    pub fn with_extensions(
        self,
        lines: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Self, EvidenceError> {
        let extensions: Vec<String> = lines.into_iter().map(Into::into).collect();
        if let Some(line) = extensions.iter().find(|line| !is_line(line)) {
            return Err(EvidenceError::Extension(line.clone()));
        }
        let checkpoint = Self { extensions, ..self };
        within(checkpoint.to_string().len())?;
        Ok(checkpoint)
    }

    /// Reads the text of a checkpoint, of a note without its signatures: [`SignedNote::text`](super::SignedNote::text).
    ///
    /// # Errors
    /// `checkpoint.lines`, `checkpoint.origin`, `checkpoint.size`, `checkpoint.root`, `checkpoint.extension`, `note.too_large`.
    pub fn parse(text: &str) -> Result<Self, EvidenceError> {
        within(text.len())?;
        let mut lines = text.strip_suffix('\n').ok_or(EvidenceError::Lines)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(EvidenceError::Lines);
        };
        let head = TreeHead { size: read_size(size)?, root: read_root(root)? };
        if head.size == 0 && head.root != empty_root() {
            return Err(EvidenceError::CheckpointRoot(root.to_owned()));
        }
        Self::new(origin, head)?.with_extensions(lines)
    }

    /// Whose log it is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Lines of the host's own.
    #[must_use]
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}

/// The text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let root = base64::encode(self.head.root.bytes());
        write!(f, "{}\n{}\n{root}\n", self.origin, self.head.size)?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

pub(super) fn within(bytes: usize) -> Result<(), EvidenceError> {
    let limit = limits::NOTE_BYTES;
    if bytes > limit { Err(EvidenceError::TooLarge { bytes, limit }) } else { Ok(()) }
}

fn read_size(text: &str) -> Result<u64, EvidenceError> {
    // `parse` alone would take `+7` and `007`.
    let size = text.parse::<u64>().ok().filter(|size| size.to_string() == text);
    size.ok_or_else(|| EvidenceError::CheckpointSize(text.to_owned()))
}

fn read_root(text: &str) -> Result<Digest, EvidenceError> {
    let bytes = base64::decode(text).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.map(Digest::from_bytes).ok_or_else(|| EvidenceError::CheckpointRoot(text.to_owned()))
}
