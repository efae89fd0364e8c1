//! What every file of an export says of itself: which checkpoint covers it, which entries it comes from, whose it is. 文件元数据

use super::ExportError;
use itsm::evidence::{Checkpoint, EvidenceError, SignedNote, TreeHead};
use itsm::kernel::TenantId;
use parquet::file::metadata::KeyValue;
use std::ops::Range;
use std::path::Path;

/// The version of the files' layout and of their metadata.
pub(super) const FORMAT: &str = "1";

/// A checkpoint as it stands in the files: with signatures where the host had it signed. Nobody here checks them.
///
/// ```
/// use itsm::evidence::{Checkpoint, TreeHead, empty_root};
/// use itsm_store::export::Seal;
/// let checkpoint = Checkpoint::new("example.com/desk", TreeHead { size: 0, root: empty_root() })?;
/// let seal = Seal::from(checkpoint.clone());
/// assert_eq!(seal.note(), checkpoint.to_string());
/// assert_eq!(Seal::parse(seal.note())?, seal);
/// # Ok::<(), itsm::evidence::EvidenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    note: String,
    checkpoint: Checkpoint,
}

impl From<Checkpoint> for Seal {
    fn from(checkpoint: Checkpoint) -> Self {
        Self { note: checkpoint.to_string(), checkpoint }
    }
}

impl TryFrom<SignedNote> for Seal {
    type Error = EvidenceError;

    fn try_from(note: SignedNote) -> Result<Self, EvidenceError> {
        Ok(Self { note: note.to_string(), checkpoint: Checkpoint::parse(note.text())? })
    }
}

impl Seal {
    /// Reads a signed note or the text of a checkpoint.
    ///
    /// # Errors
    /// What is wrong with the checkpoint.
    pub fn parse(note: &str) -> Result<Self, EvidenceError> {
        // No line of a checkpoint is empty: one says that signatures follow.
        match note.contains("\n\n") {
            true => SignedNote::parse(note)?.try_into(),
            false => Ok(Checkpoint::parse(note)?.into()),
        }
    }

    /// The text that stands in the files, byte for byte as it was given.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The checkpoint.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Its size and root.
    #[must_use]
    pub const fn head(&self) -> TreeHead {
        self.checkpoint.head
    }
}

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) table: String,
    pub(super) tenant: Option<String>,
    pub(super) seal: Seal,
    /// The entries that it holds, or that it follows from.
    pub(super) entries: Range<u64>,
}

impl Origin {
    pub(super) fn of(table: &str, tenant: Option<&TenantId>, seal: &Seal, entries: Range<u64>) -> Self {
        Self { table: table.to_owned(), tenant: tenant.map(ToString::to_string), seal: seal.clone(), entries }
    }

    pub(super) fn metadata(&self) -> Vec<KeyValue> {
        let pair = |key: &str, value: &str| KeyValue::new(key.to_owned(), value.to_owned());
        let mut pairs = vec![
            pair("itsm.export", FORMAT),
            pair("itsm.table", &self.table),
            pair("itsm.checkpoint", &self.seal.note),
            pair("itsm.from", &self.entries.start.to_string()),
            pair("itsm.until", &self.entries.end.to_string()),
        ];
        pairs.extend(self.tenant.as_deref().map(|tenant| pair("itsm.tenant", tenant)));
        pairs
    }

    pub(super) fn read(path: &Path, pairs: Option<&Vec<KeyValue>>) -> Result<Self, ExportError> {
        let value = |key: &str| {
            let mut found = pairs.into_iter().flatten().filter(|pair| pair.key == key);
            found.next().and_then(|pair| pair.value.as_deref())
        };
        let missing = |key: &str| ExportError::file(path)(format!("it has no `{key}` that could be read"));
        let wanted = |key: &str| value(key).ok_or_else(|| missing(key));
        let number = |key: &str| wanted(key)?.parse::<u64>().map_err(|_| missing(key));
        if wanted("itsm.export")? != FORMAT {
            return Err(ExportError::file(path)("it is of another version"));
        }
        Ok(Self {
            table: wanted("itsm.table")?.to_owned(),
            tenant: value("itsm.tenant").map(ToOwned::to_owned),
            seal: Seal::parse(wanted("itsm.checkpoint")?)?,
            entries: number("itsm.from")?..number("itsm.until")?,
        })
    }
}
