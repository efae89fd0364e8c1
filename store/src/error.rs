//! What a store cannot do, and whether anything happened.

use itsm::contract::Failure;
use itsm::kernel::{AppendError, CommandId, JournalError};
use itsm::system::CommandError;

/// What a driver says of a statement that did not go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Somebody else holds what it needs: the same may go through later.
    Busy,
    /// Somebody else was faster: a deadlock, a serialisation failure.
    Contended,
    /// There is no room.
    Full,
    /// It may be read and not written.
    ReadOnly,
    /// What is stored cannot be read: a damaged page, a file that is no database.
    Corrupt,
    /// The connection is gone, or the disk did not answer. After a commit was sent nobody here knows what became of it.
    Lost,
    /// Anything else.
    Other,
}

/// A statement that did not go through.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// What the driver said.
    pub message: String,
}

impl Fault {
    /// A fault of that kind.
    #[must_use]
    pub fn new(kind: FaultKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }
}

/// What a store cannot do. Unless it is [`OutcomeUnknown`](Self::OutcomeUnknown), nothing was appended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The command was refused.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// Somebody else was faster, or the command's id was used for another.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// What is stored is no journal, or not the one that was hashed.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Decided again and again, and somebody else was faster each time.
    #[error("others were faster {attempts} times")]
    Contended {
        /// How often it was tried.
        attempts: u32,
    },
    /// Nobody here knows whether the commit went through, or what went through could not be read back. Ask again with the same command
    /// id; never send another.
    #[error("the connection was lost while committing or reading back; command {} may have been carried out", .command.as_ref().map_or("without an id", |id| id.as_str()))]
    OutcomeUnknown {
        /// The command, where it has an id.
        command: Option<CommandId>,
    },
    /// The database is at fault.
    #[error("the database: {0}")]
    Database(#[from] Fault),
    /// The tables are of a later version of this library.
    #[error("the tables are of version {found}, this library knows up to {known}")]
    NewerSchema {
        /// Their version.
        found: u64,
        /// The latest that is known here.
        known: u64,
    },
    /// The journal is another tenant's.
    #[error("the journal is of tenant `{found}`, opened for `{asked}`")]
    OtherTenant {
        /// Whose it is; empty where it is nobody's.
        found: String,
        /// For whom it was opened; empty where for nobody.
        asked: String,
    },
    /// A row that cannot be what a store wrote.
    #[error("the store holds what cannot be read: {0}")]
    Corrupt(String),
    /// A name for tables that is none.
    #[error("`{0}` is no prefix for tables: lower-case letters, digits and `_`, at most 32")]
    Prefix(String),
}

impl StoreError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Command(error) => error.code(),
            Self::Append(error) => error.code(),
            Self::Journal(error) => error.code(),
            Self::Contended { .. } => "store.contended",
            Self::OutcomeUnknown { .. } => "store.outcome_unknown",
            Self::Database(fault) => match fault.kind {
                FaultKind::Busy | FaultKind::Contended => "store.busy",
                FaultKind::Full => "store.full",
                FaultKind::ReadOnly => "store.read_only",
                FaultKind::Corrupt => "store.corrupt",
                FaultKind::Lost | FaultKind::Other => "store.unavailable",
            },
            Self::NewerSchema { .. } => "store.newer_schema",
            Self::OtherTenant { .. } => "store.other_tenant",
            Self::Corrupt(_) => "store.corrupt",
            Self::Prefix(_) => "store.prefix",
        }
    }

    /// Whether deciding anew may help: somebody else was faster.
    #[must_use]
    pub const fn is_conflict(&self) -> bool {
        match self {
            Self::Append(AppendError::Conflict { .. } | AppendError::GuardMoved { .. }) => true,
            Self::Database(fault) => matches!(fault.kind, FaultKind::Contended),
            _ => false,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Command(error) => error.into(),
            StoreError::Append(error) => error.into(),
            StoreError::Journal(error) => error.into(),
            error => Self::coded(error.code(), error.to_string()),
        }
    }
}

/// The kind and the advice of each code are those of the registry in the core.
#[cfg(test)]
mod tests {
    use super::*;
    use itsm::contract::{FailureKind, Retry};

    #[test]
    fn every_code_is_registered_and_says_what_a_caller_can_do() {
        let fault = |kind| StoreError::from(Fault::new(kind, "said"));
        let unavailable = [FaultKind::Busy, FaultKind::Full, FaultKind::ReadOnly, FaultKind::Lost];
        for kind in unavailable {
            let failure = Failure::from(fault(kind));
            assert_eq!((failure.kind, failure.retry), (FailureKind::Unavailable, Retry::Later), "{kind:?}");
        }
        let unknown = Failure::from(StoreError::OutcomeUnknown { command: None });
        assert_eq!((unknown.kind, unknown.retry), (FailureKind::Unavailable, Retry::Later));
        let contended = Failure::from(StoreError::Contended { attempts: 3 });
        assert_eq!((contended.kind, contended.retry), (FailureKind::Conflict, Retry::AfterReload));
        let corrupt = Failure::from(fault(FaultKind::Corrupt));
        assert_eq!((corrupt.kind, corrupt.retry), (FailureKind::Invalid, Retry::Never));
    }
}
