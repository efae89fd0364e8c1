//! What a clock cannot do.

use crate::kernel::strict::DocumentError;
use crate::kernel::{ClauseId, Instant, LevelId, PolicyId};
use crate::time::CalendarError;

/// Why a document, a book or an operation was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SlaError {
    /// The document was refused before it was read as an agreement.
    #[error(transparent)]
    Document(Box<DocumentError>),
    /// A calendar of the book cannot be compiled.
    #[error("calendar `{calendar}`: {fault}")]
    Calendar {
        /// Which calendar.
        calendar: PolicyId,
        /// What is wrong with it.
        fault: Box<CalendarError>,
    },
    /// Two clauses of one agreement have the same id.
    #[error("the agreement has two clauses `{clause}`")]
    DuplicateClause {
        /// The id.
        clause: ClauseId,
    },
    /// Two levels of one clause have the same id.
    #[error("clause `{clause}` has two levels `{level}`")]
    DuplicateLevel {
        /// The clause.
        clause: ClauseId,
        /// The id.
        level: LevelId,
    },
    /// The clause's target counts in a calendar, and it names none.
    #[error("clause `{clause}` names no calendar; only a target of elapsed time can do without")]
    CalendarMissing {
        /// The clause.
        clause: ClauseId,
    },
    /// A level's percentage is not between 1 and [`LEVEL_PERCENT_MAX`](crate::sla::LEVEL_PERCENT_MAX).
    #[error("level `{level}` is at `{percent}` percent, allowed are 1 to 1000")]
    PercentOutOfRange {
        /// The level.
        level: LevelId,
        /// The percentage found.
        percent: u16,
    },
    /// A list is longer than its limit.
    #[error("`{list}` has {found} members, allowed are {limit}")]
    TooMany {
        /// Which list.
        list: &'static str,
        /// Members found.
        found: usize,
        /// Members allowed.
        limit: usize,
    },
    /// A clause names a calendar that the book does not have.
    #[error(
        "clause `{clause}` of agreement `{agreement}` names calendar `{calendar}`, which was not supplied"
    )]
    UnknownCalendar {
        /// The agreement.
        agreement: PolicyId,
        /// The clause.
        clause: ClauseId,
        /// The calendar it names.
        calendar: PolicyId,
    },
    /// A clause names a calendar that is not in force yet when its agreement is.
    #[error(
        "clause `{clause}` of agreement `{agreement}` names calendar `{calendar}`, which has no version in force at `{at}`"
    )]
    CalendarTooLate {
        /// The agreement.
        agreement: PolicyId,
        /// The clause.
        clause: ClauseId,
        /// The calendar it names.
        calendar: PolicyId,
        /// From when the agreement holds.
        at: Instant,
    },
    /// A version that is not greater than the one before it, or in force earlier.
    #[error(
        "version `{version}` of `{policy}` does not follow its predecessor: a version is greater, and in force not earlier"
    )]
    VersionOrder {
        /// Which policy.
        policy: PolicyId,
        /// The version refused.
        version: u32,
    },
    /// The calendar of the selected clause has no version in force yet.
    #[error("calendar `{calendar}` has no version in force at `{at}`")]
    CalendarNotInForce {
        /// Which calendar.
        calendar: PolicyId,
        /// When it was asked for.
        at: Instant,
    },
    /// A clock runs under a version of an agreement or calendar that the book does not have, or has with other content.
    #[error("the clock runs under version `{version}` of `{policy}`, which was not supplied as it was then")]
    VersionNotSupplied {
        /// Which policy.
        policy: PolicyId,
        /// Which version.
        version: u32,
    },
    /// An operation before the one before it, or a start after its own instant.
    #[error("the operation at `{at}` lies before `{after}`")]
    OutOfOrder {
        /// The operation's instant.
        at: Instant,
        /// Before which it cannot lie.
        after: Instant,
    },
    /// Clocks read from a document contradict themselves.
    #[error("the clocks contradict themselves in `{path}`: {what}")]
    Inconsistent {
        /// Where: `[0].segments[1].to`.
        path: String,
        /// In what.
        what: &'static str,
    },
}

impl SlaError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(refused) => refused.fault.code(),
            Self::Calendar { fault, .. } => fault.code(),
            Self::DuplicateClause { .. } => "sla.duplicate_clause",
            Self::DuplicateLevel { .. } => "sla.duplicate_level",
            Self::CalendarMissing { .. } => "sla.calendar_missing",
            Self::PercentOutOfRange { .. } => "sla.percent_out_of_range",
            Self::TooMany { .. } => "sla.too_many",
            Self::UnknownCalendar { .. } => "sla.unknown_calendar",
            Self::CalendarTooLate { .. } => "sla.calendar_too_late",
            Self::VersionOrder { .. } => "sla.version_order",
            Self::CalendarNotInForce { .. } => "sla.calendar_not_in_force",
            Self::VersionNotSupplied { .. } => "sla.version_not_supplied",
            Self::OutOfOrder { .. } => "sla.out_of_order",
            Self::Inconsistent { .. } => "sla.inconsistent",
        }
    }

    /// The path of what is to blame in a document of clocks; empty where nothing in it is.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Inconsistent { path, .. } => path,
            _ => "",
        }
    }
}

impl From<DocumentError> for SlaError {
    fn from(refused: DocumentError) -> Self {
        Self::Document(Box::new(refused))
    }
}
