//! Why a command was not carried out.

use crate::kernel::{AppendError, DocumentError, Instant, RecordId, Refusal, TenantId};
use smol_str::SmolStr;

/// Why a command was not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CommandError {
    /// A guard refused it.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// The document cannot be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// No process has such a command.
    #[error("`{kind}` is no command")]
    UnknownKind {
        /// The kind named.
        kind: SmolStr,
    },
    /// The command needs a record and names none.
    #[error("`{kind}` needs the id of a record")]
    RecordMissing {
        /// The kind named.
        kind: SmolStr,
    },
    /// No rules of the desk are in force at that instant.
    #[error(
        "no policy of the desk is in force at {at}: publish a calendar, a matrix and the desk's rules first"
    )]
    NoPolicy {
        /// The instant asked for.
        at: Instant,
    },
    /// The command's instant lies before the last entry of the journal.
    #[error("{now} lies before the last entry of the journal, recorded at {last}")]
    TimeWentBack {
        /// The command's instant.
        now: Instant,
        /// When the last entry was recorded.
        last: Instant,
    },
    /// So much is due on the record that it does not fit into one plan.
    #[error("more timers are due on `{record}` than one plan holds: advance first")]
    AdvanceFirst {
        /// The record.
        record: RecordId,
    },
    /// One system holds one tenant's records.
    #[error("this system is of {}, the command names `{named}`", .own.as_ref().map_or_else(|| "no tenant".to_owned(), |own| format!("tenant `{own}`")))]
    OtherTenant {
        /// Whose the system is; nobody's, where it was opened for none.
        own: Option<TenantId>,
        /// Whom the command names.
        named: TenantId,
    },
    /// A system of a tenant carries out only what names it.
    #[error("this system is of tenant `{own}`, the command names none")]
    TenantMissing {
        /// Whose the system is.
        own: TenantId,
    },
    /// The record was disposed of: nothing happens to it any more, and its id is not given again.
    #[error("`{record}` was disposed of by `{by}`")]
    RecordDisposed {
        /// The record.
        record: RecordId,
        /// The disposal.
        by: RecordId,
    },
    /// What would happen cannot be written into a journal that is read back.
    #[error("the event `{kind}` would have `{bytes}` bytes, allowed are {limit}")]
    EventTooLarge {
        /// The kind of the event.
        kind: &'static str,
        /// Bytes it would have.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The plan could not be appended.
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl CommandError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Document(error) => error.fault.code(),
            Self::UnknownKind { .. } => "command.unknown_kind",
            Self::RecordMissing { .. } => "command.record_missing",
            Self::NoPolicy { .. } => "command.no_policy",
            Self::TimeWentBack { .. } => "command.time_went_back",
            Self::AdvanceFirst { .. } => "command.advance_first",
            Self::OtherTenant { .. } => "command.other_tenant",
            Self::TenantMissing { .. } => "command.tenant_missing",
            Self::RecordDisposed { .. } => "command.record_disposed",
            Self::EventTooLarge { .. } => "command.event_too_large",
            Self::Append(error) => error.code(),
        }
    }

    /// The refusal, if a guard refused the command.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        if let Self::Refused(refusal) = self { Some(refusal) } else { None }
    }
}
