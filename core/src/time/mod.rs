//! Business time: zones, calendars, working seconds, working days, and the ledger that shows the sum.
//! 服务时间
//!
//! A service desk promises working time: "solved within eight hours of Monday to Friday, nine to six, Shanghai".
//! [`BusinessCalendar`] turns such a promise into instants and back (semantics 8.1, DECISIONS 11 and 12).
//!
//! The rules, in one place:
//!
//! - What counts is real elapsed time inside half-open windows `[open, close)`.
//! - An edge at local time L is the first instant at which the local clock shows L or later. So an edge inside the
//!   gap of a clock change moves to the end of the gap, and an edge that happens twice counts the first time.
//! - A window belongs to the local date on which it opens. A holiday removes the windows that open on it; the night
//!   shift of the evening before runs to its end.
//! - A special day (调休) beats a holiday, a holiday beats the week. Overlapping windows count once.
//! - A target is due at the earliest instant at which its amount is used up; one that can never be used up is
//!   [`CalendarError::NeverOpens`].
//!
//! ```
//! use chrono::{DateTime, Utc};
//! use itsm::time::BusinessCalendar;
//! let calendar = BusinessCalendar::from_json(r#"{
//!     "zone": "Asia/Shanghai",
//!     "week": {"mon": [["09:00","12:00"],["13:00","18:00"]], "tue": [["09:00","12:00"],["13:00","18:00"]]},
//!     "holidays": [{"date": "2026-10-05", "name": "国庆节"}],
//!     "special_days": {"2026-10-10": [["09:00","18:00"]]}
//! }"#.as_bytes())?;
//! let reported: DateTime<Utc> = "2026-10-05T01:00:00Z".parse().unwrap();
//! let due = calendar.add(reported, 8 * 3_600)?;
//! assert_eq!(due.to_rfc3339(), "2026-10-06T10:00:00+00:00");
//! assert_eq!(calendar.between(reported, due)?, 8 * 3_600);
//! # Ok::<(), itsm::time::CalendarError>(())
//! ```

mod calendar;
mod days;
mod document;
#[cfg(feature = "icalendar")]
mod ical;
mod in_force;
mod index;
mod ledger;
mod rules;
mod zone;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod office;
#[cfg(test)]
mod vectors;

pub use calendar::{Boundary, BusinessCalendar, CoverageWarning, RowError};
pub use days::DayConvention;
pub use document::{
    CalendarDate, CalendarDocument, Holiday, Lint, LintCode, MonthDay, TermError, TimeOfDay, Weekday, Window,
};
#[cfg(feature = "icalendar")]
pub use ical::{ImportedHolidays, SkippedEntry, SkippedWhy, import_holidays};
pub use in_force::{Rules, RulesError, RulesInForce, after_working_days};
pub(crate) use ledger::duration;
pub use ledger::{Language, Ledger, LedgerEntry, LedgerReason};
pub use zone::Zone;

use crate::kernel::strict::DocumentError;
use crate::kernel::{Instant, InstantError, limits};

/// What a calendar cannot do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The document was refused before it was read as a calendar.
    #[error(transparent)]
    Document(Box<DocumentError>),
    /// The bundled tz database has no such zone.
    #[error("the tz database has no zone `{name}`")]
    UnknownZone {
        /// The name asked for, cut to 64 characters.
        name: Box<str>,
    },
    /// The host's zone bytes cannot be used.
    #[error("the zone bytes labelled `{label}` cannot be used: {why}")]
    ZoneBytes {
        /// The host's label.
        label: Box<str>,
        /// What is wrong with them.
        why: Box<str>,
    },
    /// The document names another zone than the one handed in with it.
    #[error("the calendar is written for zone `{document}`, the zone handed in is `{zone}`")]
    ZoneMismatch {
        /// The zone of the document.
        document: Box<str>,
        /// The zone handed in.
        zone: Box<str>,
    },
    /// More windows on one day than [`limits::WINDOWS_PER_DAY`].
    #[error("`{path}` has {found} windows, allowed are {limit}", limit = limits::WINDOWS_PER_DAY)]
    TooManyWindows {
        /// Where in the document.
        path: Box<str>,
        /// Windows found.
        found: usize,
    },
    /// A list longer than [`limits::LIST`].
    #[error("`{path}` has {found} entries, allowed are {limit}", limit = limits::LIST)]
    TooManyEntries {
        /// Where in the document.
        path: Box<str>,
        /// Entries found.
        found: usize,
    },
    /// `covers` ends before it begins.
    #[error("`covers` ends on `{last}`, before it begins on `{first}`")]
    CoversReversed {
        /// First date stated.
        first: CalendarDate,
        /// Last date stated.
        last: CalendarDate,
    },
    /// An instant outside 1970-2200.
    #[error(transparent)]
    OutOfRange(#[from] InstantError),
    /// The calendar has not enough open time between 1970 and 2200, seen from there in the direction asked for.
    #[error(
        "the calendar has no instant that is `{amount}` {unit} away from `{start}` between 1970 and 2200"
    )]
    NeverOpens {
        /// Where the count began.
        start: Instant,
        /// What was to be counted; negative backwards.
        amount: i64,
        /// What `amount` counts.
        unit: AmountUnit,
    },
    /// Two columns of one table differ in length.
    #[error("{rows} rows and {amounts} amounts: one for all or one for each")]
    Lengths {
        /// Rows of the first column.
        rows: usize,
        /// Rows of the second.
        amounts: usize,
    },
    /// A ledger of more than [`limits::LIST`] entries.
    #[error("the ledger would have more than {limit} entries", limit = limits::LIST)]
    LedgerTooLong,
    /// The iCalendar text cannot be read.
    #[error("the iCalendar text cannot be read: {why}")]
    ICalendar {
        /// Why not.
        why: Box<str>,
    },
}

crate::kernel::codes! {
    /// What an amount of working time is counted in.
    pub enum AmountUnit {
        /// Working seconds.
        Seconds = "seconds", "working seconds", "工作秒";
        /// Working days.
        Days = "days", "working days", "工作日";
    }
}

impl CalendarError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(refused) => refused.fault.code(),
            Self::UnknownZone { .. } => "calendar.unknown_zone",
            Self::ZoneBytes { .. } => "calendar.zone_bytes",
            Self::ZoneMismatch { .. } => "calendar.zone_mismatch",
            Self::TooManyWindows { .. } => "calendar.too_many_windows",
            Self::TooManyEntries { .. } => "calendar.too_many_entries",
            Self::CoversReversed { .. } => "calendar.covers_reversed",
            Self::OutOfRange(_) => "calendar.out_of_range",
            Self::NeverOpens { .. } => "calendar.never_opens",
            Self::Lengths { .. } => "calendar.lengths",
            Self::LedgerTooLong => "calendar.ledger_too_long",
            Self::ICalendar { .. } => "calendar.icalendar",
        }
    }

    /// Where in the document the fault lies; empty for the document itself and for questions.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Document(refused) => &refused.path,
            Self::TooManyWindows { path, .. } | Self::TooManyEntries { path, .. } => path,
            _ => "",
        }
    }
}

impl From<DocumentError> for CalendarError {
    fn from(refused: DocumentError) -> Self {
        Self::Document(Box::new(refused))
    }
}
