//! What an export cannot do, and what is wrong with one. 导出错误

use crate::StoreError;
use itsm::evidence::{EvidenceError, TreeHead};
use itsm::kernel::{Digest, JournalError};
use std::path::{Path, PathBuf};

/// Why nothing was exported, or why an export does not hold. Whatever it is, an export that failed has left nothing behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The journal cannot give its log.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What should be a checkpoint or a signed note is none.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The log is no journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The entries do not have the root of the checkpoint: it is of another log, or an entry was changed.
    #[error("the first {} entries have the root {found}, the checkpoint says {}", .checkpoint.size, .checkpoint.root)]
    OtherLog {
        /// What the checkpoint says.
        checkpoint: TreeHead,
        /// The root that the entries have.
        found: Digest,
    },
    /// There are fewer entries than the checkpoint covers.
    #[error("there are {entries} entries, the checkpoint covers {size}")]
    TooShort {
        /// How many there are.
        entries: u64,
        /// How many the checkpoint covers.
        size: u64,
    },
    /// A range that is empty, turned around, or not covered by the checkpoint.
    #[error("{from}..{until} is no range of the {size} entries that the checkpoint covers")]
    Range {
        /// Its first index.
        from: u64,
        /// The first index after it.
        until: u64,
        /// How many entries the checkpoint covers.
        size: u64,
    },
    /// The line of an entry that is no event.
    #[error("entry {index} is no event: {fault}")]
    Entry {
        /// Its index.
        index: u64,
        /// What is wrong with it.
        fault: String,
    },
    /// Something stands already where a file would: the same rows would be there twice.
    #[error("`{}` is there already", .0.display())]
    Exists(PathBuf),
    /// The folder cannot be written or read.
    #[error("`{}`: {fault}", .path.display())]
    Folder {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        fault: std::io::Error,
    },
    /// A file that cannot be encoded or decoded, or that no export has written.
    #[error("`{}`: {fault}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        fault: String,
    },
    /// There is no export of the tenant's log.
    #[error("`{}` holds no exported log", .0.display())]
    NoLog(PathBuf),
    /// The files leave entries out, or hold some twice.
    #[error("entry {expected} should come next, there is {found}")]
    Gap {
        /// The index that should come.
        expected: u64,
        /// The index that comes.
        found: u64,
    },
    /// A line is not what its leaf was hashed from, or a column is not what the line says.
    #[error("`{}`: entry {index} is not what was appended", .path.display())]
    Altered {
        /// In which file.
        path: PathBuf,
        /// Its index.
        index: u64,
    },
    /// A table is not what follows from the log.
    #[error("`{}` is not what follows from the log", .0.display())]
    NotDerived(PathBuf),
}

impl ExportError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Evidence(error) => error.code(),
            Self::Journal(error) => error.code(),
            Self::OtherLog { .. } => "export.other_log",
            Self::TooShort { .. } => "export.too_short",
            Self::Range { .. } => "export.range",
            Self::Entry { .. } => "export.entry",
            Self::Exists(_) => "export.exists",
            Self::Folder { .. } => "export.folder",
            Self::File { .. } => "export.file",
            Self::NoLog(_) => "export.no_log",
            Self::Gap { .. } => "export.gap",
            Self::Altered { .. } => "export.altered",
            Self::NotDerived(_) => "export.not_derived",
        }
    }

    pub(super) fn folder(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |fault| match fault.kind() {
            std::io::ErrorKind::AlreadyExists => Self::Exists(path),
            _ => Self::Folder { path, fault },
        }
    }

    pub(super) fn file<E: std::fmt::Display>(path: &Path) -> impl FnOnce(E) -> Self {
        let path = path.to_owned();
        move |fault| Self::File { path, fault: fault.to_string() }
    }
}
