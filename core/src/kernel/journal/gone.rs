//! What stays of an entry whose record was disposed of. 已销毁条目
//!
//! Its text is destroyed, and its hash stays in the tree: every checkpoint and proof still verifies. In a journal of lines it is a line
//! of its own form, which no event has: an event says who acted.

use crate::kernel::{CommandId, Digest, RecordId, canonical, limits, strict};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// How the line of such an entry begins. The first key of an event as it is written is `actor`.
const BEGINS: &str = "{\"gone\":{";

/// What stays of an entry whose text was destroyed with its record.
///
/// ```
/// use itsm::kernel::{Digest, Gone, RecordId};
/// let gone = Gone { stream: "incident/INC-000007".into(), version: 2, command: None, disposal: RecordId::new("DSP-000001").unwrap() };
/// let line = gone.line(41, Digest::of(b"a leaf"));
/// assert!(line.starts_with(r#"{"gone":{"disposal":"DSP-000001","leaf":"#));
/// assert_eq!(Gone::read(&line), Some((41, Digest::of(b"a leaf"), gone)));
/// assert_eq!(Gone::read(&line.replace("41", " 41")), None, "one entry has one text");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The stream it stood in: `incident/INC-000042`.
    pub stream: SmolStr,
    /// The version of the stream after it.
    pub version: u64,
    /// The command it came of: its id is used for ever.
    pub command: Option<CommandId>,
    /// The disposal that took its record.
    pub disposal: RecordId,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    gone: Stays,
    index: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stays {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    command: Option<CommandId>,
    disposal: RecordId,
    leaf: Digest,
    stream: SmolStr,
    version: u64,
}

impl Gone {
    /// Its line in a journal of lines, with its place and the hash that it has in the tree. The line itself is hashed nowhere.
    #[must_use]
    pub fn line(&self, index: u64, leaf: Digest) -> String {
        let Self { stream, version, command, disposal } = self.clone();
        canonical::text(&Line { gone: Stays { command, disposal, leaf, stream, version }, index })
    }

    /// Reads such a line: its index, its hash in the tree, and what stays; `None` where the line is none. There is one text for it.
    #[must_use]
    pub fn read(line: &str) -> Option<(u64, Digest, Self)> {
        if !line.starts_with(BEGINS) {
            return None;
        }
        let Line { gone, index } = strict::from_slice(line.as_bytes(), limits::PROOF_BYTES).ok()?;
        let Stays { command, disposal, leaf, stream, version } = gone;
        let gone = Self { stream, version, command, disposal };
        (gone.line(index, leaf) == line).then_some((index, leaf, gone))
    }
}
