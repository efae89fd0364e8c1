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
    /// There is no file at that path, and none can be made: a folder, a folder that is not there, one that may not be entered.
    CannotOpen,
    /// The connection is gone, or the disk did not answer. After a commit was sent nobody here knows what became of it.
    Lost,
    /// Anything else.
    Other,
}

impl FaultKind {
    /// What SQLite's codes mean, extended or not: <https://sqlite.org/rescode.html>.
    #[must_use]
    pub const fn of_sqlite(code: i32) -> Self {
        match (code & 0xff, code >> 8) {
            (5 | 6, _) => Self::Busy,
            (13, _) => Self::Full,
            // PERM and READONLY.
            (3 | 8, _) => Self::ReadOnly,
            // CORRUPT, NOTADB, and of IOERR those of data that is not what was written.
            (11 | 26, _) | (10, 32 | 33) => Self::Corrupt,
            (14, _) => Self::CannotOpen,
            // Of a commit that the disk did not confirm nobody knows what a later recovery finds.
            (10, _) => Self::Lost,
            _ => Self::Other,
        }
    }

    /// What PostgreSQL's states mean, the longest that fits first; without a state it was the connection:
    /// <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    #[must_use]
    pub fn of_postgres(state: &str) -> Self {
        match state {
            "" => Self::Lost,
            "40001" | "40P01" => Self::Contended,
            "55P03" | "57014" => Self::Busy,
            "53100" | "53200" => Self::Full,
            "25006" | "42501" => Self::ReadOnly,
            "XX001" | "XX002" => Self::Corrupt,
            _ if state.starts_with("57P") || state.starts_with("08") => Self::Lost,
            _ => Self::Other,
        }
    }

    /// What a driver of another language says: `sqlite:5`, `postgres:40001`, `postgres:` for a connection that is gone, `busy`, `lost`. What
    /// is none of these is [`Other`](Self::Other).
    #[must_use]
    pub fn read(said: &str) -> Self {
        match said.split_once(':') {
            Some(("sqlite", code)) => code.parse().map_or(Self::Other, Self::of_sqlite),
            Some(("postgres", state)) => Self::of_postgres(state),
            None if said == "busy" => Self::Busy,
            None if said == "lost" => Self::Lost,
            _ => Self::Other,
        }
    }
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
    /// The log ends before what was folded from it, or has another entry there: a backup was put in its place, or it is another file. What
    /// was folded is not to be gone on with; who opens it anew has what is there.
    #[error("the journal was exchanged beneath the system: entry {index} is not the one that it folded")]
    Exchanged {
        /// The last entry that was folded.
        index: u64,
    },
    /// A row that cannot be what a store wrote.
    #[error("the store holds what cannot be read: {0}")]
    Corrupt(String),
    /// The host has begun a transaction on the connection: ours would end it.
    #[error("a transaction is open on the connection: end it first, or `append` within it")]
    Begun,
    /// There is no transaction of the host's to stand in.
    #[error("no transaction is open on the connection: begin one, `append`, and commit")]
    NotBegun,
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
                FaultKind::CannotOpen => "store.cannot_open",
                FaultKind::Lost | FaultKind::Other => "store.unavailable",
            },
            Self::NewerSchema { .. } => "store.newer_schema",
            Self::OtherTenant { .. } => "store.other_tenant",
            Self::Exchanged { .. } => "store.exchanged",
            Self::Corrupt(_) => "store.corrupt",
            Self::Begun => "store.busy",
            Self::NotBegun => "store.no_transaction",
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
        let nowhere = Failure::from(fault(FaultKind::CannotOpen));
        assert_eq!((nowhere.kind, nowhere.retry), (FailureKind::Missing, Retry::AfterChange));
        let alone = Failure::from(StoreError::NotBegun);
        assert_eq!((alone.kind, alone.retry), (FailureKind::Missing, Retry::AfterChange));
        let exchanged = Failure::from(StoreError::Exchanged { index: 3 });
        assert_eq!((exchanged.kind, exchanged.retry), (FailureKind::Invalid, Retry::Never));
        let corrupt = Failure::from(fault(FaultKind::Corrupt));
        assert_eq!((corrupt.kind, corrupt.retry), (FailureKind::Invalid, Retry::Never));
    }

    #[test]
    fn what_a_database_says_is_told_from_its_code_in_every_language() {
        for (said, kind) in [
            ("sqlite:5", FaultKind::Busy),
            ("sqlite:517", FaultKind::Busy),
            ("sqlite:6", FaultKind::Busy),
            ("sqlite:13", FaultKind::Full),
            ("sqlite:8", FaultKind::ReadOnly),
            ("sqlite:11", FaultKind::Corrupt),
            ("sqlite:8458", FaultKind::Corrupt),
            ("sqlite:26", FaultKind::Corrupt),
            ("sqlite:14", FaultKind::CannotOpen),
            ("sqlite:10", FaultKind::Lost),
            ("sqlite:1", FaultKind::Other),
            ("sqlite:", FaultKind::Other),
            ("postgres:40P01", FaultKind::Contended),
            ("postgres:55P03", FaultKind::Busy),
            ("postgres:53100", FaultKind::Full),
            ("postgres:42501", FaultKind::ReadOnly),
            ("postgres:XX002", FaultKind::Corrupt),
            ("postgres:57P01", FaultKind::Lost),
            ("postgres:08006", FaultKind::Lost),
            ("postgres:", FaultKind::Lost),
            ("postgres:42P01", FaultKind::Other),
            ("busy", FaultKind::Busy),
            ("lost", FaultKind::Lost),
            ("", FaultKind::Other),
        ] {
            assert_eq!(FaultKind::read(said), kind, "{said}");
        }
    }
}
