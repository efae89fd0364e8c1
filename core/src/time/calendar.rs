//! The calendar that answers.
//! 业务日历

use super::document::{CalendarDate, CalendarDocument};
use super::index::Index;
use super::rules::Rules;
use super::{AmountUnit, CalendarError, Zone};
use crate::kernel::Instant;
use chrono::{DateTime, Days, NaiveTime, Utc};
use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// A business calendar: immutable, shared between threads, cheap to clone.
///
/// Instants finer than a second are floored; one outside 1970-2200 is [`CalendarError::OutOfRange`].
///
/// ```
/// use chrono::{DateTime, Utc};
/// use itsm::time::{Boundary, BusinessCalendar};
/// let calendar = BusinessCalendar::from_json(
///     br#"{"zone": "Europe/Paris", "week": {"mon": [["08:00","18:00"]], "tue": [["08:00","18:00"]]}}"#,
/// )?;
/// let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
/// let monday_four_pm = utc("2026-11-23T15:00:00Z");
/// assert_eq!(calendar.add(monday_four_pm, 4 * 3_600)?, utc("2026-11-24T09:00:00Z"));
///
/// // Used up exactly at closing time: due at closing time, or at the next opening where the agreement says so.
/// assert_eq!(calendar.add(monday_four_pm, 2 * 3_600)?, utc("2026-11-23T17:00:00Z"));
/// let opening = calendar.add_under(monday_four_pm, 2 * 3_600, Boundary::NextOpening)?;
/// assert_eq!(opening, utc("2026-11-24T07:00:00Z"));
/// # Ok::<(), itsm::time::CalendarError>(())
/// ```
#[derive(Clone)]
pub struct BusinessCalendar(Arc<Compiled>);

struct Compiled {
    document: CalendarDocument,
    index: Index,
}

crate::kernel::codes! {
    /// When a target that is used up exactly at closing time is due (semantics 8.1).
    pub enum Boundary {
        /// At the earliest instant at which the amount is used up: closing time.
        EarliestInstant = "earliest_instant", "Earliest instant", "最早时刻";
        /// At the first open instant from then on.
        NextOpening = "next_opening", "Next opening", "下一次开放";
    }
}

/// What is wrong with one row of a column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {fault}")]
pub struct RowError {
    /// Which row, counted from 0.
    pub row: usize,
    /// What is wrong with it.
    pub fault: CalendarError,
}

fn lengths(rows: usize, amounts: usize) -> RowError {
    RowError { row: rows.min(amounts), fault: CalendarError::Lengths { rows, amounts } }
}

/// A due time beyond the dates for which the holiday list is complete.
///
/// The due time may move when the missing holidays are announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageWarning {
    /// Local date of the due time.
    pub date: CalendarDate,
    /// First date covered.
    pub covers_from: CalendarDate,
    /// Last date covered.
    pub covers_until: CalendarDate,
}

impl BusinessCalendar {
    /// Reads a calendar document and compiles it with the bundled tz database.
    ///
    /// # Errors
    /// As [`CalendarDocument::from_json`] and [`Zone::bundled`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, CalendarError> {
        Self::new(CalendarDocument::from_json(bytes)?)
    }

    /// Compiles a calendar with the bundled tz database.
    ///
    /// # Errors
    /// As [`CalendarDocument::check`] and [`Zone::bundled`].
    pub fn new(document: CalendarDocument) -> Result<Self, CalendarError> {
        let zone = Zone::bundled(&document.zone)?;
        Self::with_zone(document, zone)
    }

    /// Compiles a calendar with the zone rules handed in.
    ///
    /// # Errors
    /// As [`CalendarDocument::check`]; [`CalendarError::ZoneMismatch`] when the document names another zone.
    pub fn with_zone(document: CalendarDocument, zone: Zone) -> Result<Self, CalendarError> {
        document.check()?;
        if !document.zone.eq_ignore_ascii_case(zone.name()) {
            let cut = |name: &str| name.chars().take(64).collect();
            return Err(CalendarError::ZoneMismatch {
                document: cut(&document.zone),
                zone: cut(zone.name()),
            });
        }
        let index = Index::new(zone, Rules::of(&document));
        Ok(Self(Arc::new(Compiled { document, index })))
    }

    /// A calendar open at every instant: its working time is elapsed time.
    ///
    /// # Errors
    /// [`CalendarError::UnknownZone`].
    pub fn always_open(zone: &str) -> Result<Self, CalendarError> {
        Self::new(CalendarDocument::always_open(zone))
    }

    /// The document it was made from.
    #[must_use]
    pub fn document(&self) -> &CalendarDocument {
        &self.0.document
    }

    /// The zone in which its windows open.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.0.index.zone
    }

    /// The version of the zone rules, to be recorded beside every result.
    #[must_use]
    pub fn tzdb_version(&self) -> &str {
        self.zone().version()
    }

    /// The earliest instant with that many working seconds since `start`; negative seconds count backwards.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpens`] when there is none between 1970 and 2200, [`CalendarError::OutOfRange`].
    pub fn add(&self, start: DateTime<Utc>, seconds: i64) -> Result<DateTime<Utc>, CalendarError> {
        let from = floored(start)?;
        match self.0.index.add(from.unix_s(), seconds) {
            Some(due_s) => Ok(utc_near(start, due_s)),
            None => Err(never(from, seconds)),
        }
    }

    /// The latest instant from which that many working seconds lead to `end`; negative seconds count forwards.
    ///
    /// # Errors
    /// As [`BusinessCalendar::add`].
    pub fn subtract(&self, end: DateTime<Utc>, seconds: i64) -> Result<DateTime<Utc>, CalendarError> {
        self.add(end, seconds.saturating_neg())
    }

    /// As [`BusinessCalendar::add`], with the boundary named. Under [`Boundary::NextOpening`] the answer is always open.
    ///
    /// # Errors
    /// As [`BusinessCalendar::add`].
    pub fn add_under(
        &self,
        start: DateTime<Utc>,
        seconds: i64,
        boundary: Boundary,
    ) -> Result<DateTime<Utc>, CalendarError> {
        self.add_under_s(start.try_into()?, seconds, boundary).map(Instant::utc)
    }

    /// Working seconds from `a` to `b`; negative when `b` is the earlier.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Result<i64, CalendarError> {
        Ok(self.between_s(floored(a)?, floored(b)?))
    }

    /// Whether a window is open at that instant: at its opening yes, at its closing no.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn is_open(&self, at: DateTime<Utc>) -> Result<bool, CalendarError> {
        Ok(self.is_open_s(floored(at)?))
    }

    /// The earliest open instant not before `at`: `at` itself when open, `None` when it never opens again.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn next_open(&self, at: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, CalendarError> {
        Ok(self.next_open_s(at.try_into()?).map(Instant::utc))
    }

    /// The end of the open stretch that holds `at`, or of the next one; `None` when there is none or it never ends.
    ///
    /// At a closing instant the stretch before it is over, and the answer is the end of the next.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn next_close(&self, at: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, CalendarError> {
        let at: Instant = at.try_into()?;
        Ok(self.0.index.next_close(at.unix_s()).map(|close_s| Instant::clamped(close_s).utc()))
    }

    /// [`BusinessCalendar::add`] for each start and amount, in their order.
    #[must_use]
    pub fn add_many(&self, items: &[(DateTime<Utc>, i64)]) -> Vec<Result<DateTime<Utc>, CalendarError>> {
        items.iter().map(|(start, seconds)| self.add(*start, *seconds)).collect()
    }

    /// [`BusinessCalendar::add`] over columns, for tables: starts and due times in seconds since 1970, one amount for all starts or one
    /// for each.
    ///
    /// ```
    /// let calendar = itsm::time::BusinessCalendar::always_open("UTC")?;
    /// assert_eq!(calendar.add_each(&[0, 60], &[3_600])?, [3_600, 3_660]);
    /// let refused = calendar.add_each(&[0, -1], &[3_600]).unwrap_err();
    /// assert_eq!((refused.row, refused.fault.code()), (1, "calendar.out_of_range"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`RowError`] of the first row that fails; [`CalendarError::Lengths`] where there are neither one nor as many amounts as starts.
    pub fn add_each(&self, starts_s: &[i64], seconds: &[i64]) -> Result<Vec<i64>, RowError> {
        let due = |(row, (start_s, seconds)): (usize, (&i64, &i64))| {
            let found = Instant::from_unix_s(*start_s).map_err(CalendarError::from).and_then(|from| {
                self.0.index.add(from.unix_s(), *seconds).ok_or_else(|| never(from, *seconds))
            });
            found.map_err(|fault| RowError { row, fault })
        };
        match seconds {
            [one] => starts_s.iter().map(|start_s| (start_s, one)).enumerate().map(due).collect(),
            each if each.len() == starts_s.len() => starts_s.iter().zip(each).enumerate().map(due).collect(),
            each => Err(lengths(starts_s.len(), each.len())),
        }
    }

    /// [`BusinessCalendar::between`] over columns, for tables, in seconds since 1970; one end for all rows or one for each.
    ///
    /// # Errors
    /// As [`BusinessCalendar::add_each`].
    pub fn between_each(&self, from_s: &[i64], to_s: &[i64]) -> Result<Vec<i64>, RowError> {
        let at = |unix_s: i64| Instant::from_unix_s(unix_s).map_err(CalendarError::from);
        let working = |(row, (from_s, to_s)): (usize, (&i64, &i64))| {
            let found = at(*from_s).and_then(|from| Ok(self.between_s(from, at(*to_s)?)));
            found.map_err(|fault| RowError { row, fault })
        };
        match to_s {
            [one] => from_s.iter().map(|from_s| (from_s, one)).enumerate().map(working).collect(),
            each if each.len() == from_s.len() => from_s.iter().zip(each).enumerate().map(working).collect(),
            each => Err(lengths(from_s.len(), each.len())),
        }
    }

    /// [`BusinessCalendar::subtract`] for each end and amount, in their order.
    #[must_use]
    pub fn subtract_many(&self, items: &[(DateTime<Utc>, i64)]) -> Vec<Result<DateTime<Utc>, CalendarError>> {
        items.iter().map(|(end, seconds)| self.subtract(*end, *seconds)).collect()
    }

    /// [`BusinessCalendar::between`] for each pair, in their order.
    #[must_use]
    pub fn between_many(&self, pairs: &[(DateTime<Utc>, DateTime<Utc>)]) -> Vec<Result<i64, CalendarError>> {
        pairs.iter().map(|(a, b)| self.between(*a, *b)).collect()
    }

    /// [`BusinessCalendar::is_open`] for each instant, in their order.
    #[must_use]
    pub fn is_open_many(&self, instants: &[DateTime<Utc>]) -> Vec<Result<bool, CalendarError>> {
        instants.iter().map(|at| self.is_open(*at)).collect()
    }

    /// Whether the holidays are complete for the local date of that instant; a document without `covers` says nothing
    /// against it.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn covers(&self, at: DateTime<Utc>) -> Result<bool, CalendarError> {
        Ok(self.coverage_warning(at)?.is_none())
    }

    /// The warning that a due time carries when its local date lies outside `covers`.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn coverage_warning(&self, due: DateTime<Utc>) -> Result<Option<CoverageWarning>, CalendarError> {
        Ok(self.coverage_warning_s(due.try_into()?))
    }

    pub(crate) fn add_s(&self, start: Instant, seconds: i64) -> Result<Instant, CalendarError> {
        match self.0.index.add(start.unix_s(), seconds) {
            Some(due_s) => Ok(Instant::clamped(due_s)),
            None => Err(never(start, seconds)),
        }
    }

    pub(crate) fn add_under_s(
        &self,
        start: Instant,
        seconds: i64,
        boundary: Boundary,
    ) -> Result<Instant, CalendarError> {
        let due = self.add_s(start, seconds)?;
        match boundary {
            Boundary::EarliestInstant => Ok(due),
            Boundary::NextOpening => self.next_open_s(due).ok_or_else(|| never(start, seconds)),
        }
    }

    pub(crate) fn between_s(&self, a: Instant, b: Instant) -> i64 {
        self.0.index.between(a.unix_s(), b.unix_s())
    }

    pub(crate) fn is_open_s(&self, at: Instant) -> bool {
        self.0.index.is_open(at.unix_s())
    }

    pub(crate) fn next_open_s(&self, at: Instant) -> Option<Instant> {
        self.0.index.next_open(at.unix_s()).map(Instant::clamped)
    }

    pub(crate) fn coverage_warning_s(&self, due: Instant) -> Option<CoverageWarning> {
        let (covers_from, covers_until) = self.0.document.covers?;
        let date = CalendarDate::clamped(self.zone().local_s(due.unix_s()).div_euclid(86_400));
        (date < covers_from || date > covers_until).then_some(CoverageWarning {
            date,
            covers_from,
            covers_until,
        })
    }

    pub(super) fn index(&self) -> &Index {
        &self.0.index
    }
}

#[inline]
fn floored(at: DateTime<Utc>) -> Result<Instant, CalendarError> {
    Instant::from_unix_s(at.timestamp()).map_err(CalendarError::OutOfRange)
}

/// That second of 1970-2200. Counting on from a date of the same year costs a fraction of making a date anew.
#[inline]
fn utc_near(near: DateTime<Utc>, at_s: i64) -> DateTime<Utc> {
    let days = (at_s / 86_400).saturating_sub(near.timestamp() / 86_400);
    let date = near.naive_utc().date();
    let date = if days < 0 {
        date.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        date.checked_add_days(Days::new(days.unsigned_abs()))
    };
    let time = u32::try_from(at_s % 86_400)
        .ok()
        .and_then(|second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0));
    date.zip(time).map_or_else(|| Instant::clamped(at_s).utc(), |(date, time)| date.and_time(time).and_utc())
}

#[cold]
fn never(start: Instant, seconds: i64) -> CalendarError {
    CalendarError::NeverOpens { start, amount: seconds, unit: AmountUnit::Seconds }
}

impl fmt::Debug for BusinessCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BusinessCalendar").field(self.document()).field(self.zone()).finish()
    }
}

impl PartialEq for BusinessCalendar {
    /// Equal documents under equal zone rules.
    fn eq(&self, other: &Self) -> bool {
        self.document() == other.document() && self.tzdb_version() == other.tzdb_version()
    }
}

impl Eq for BusinessCalendar {}

const _: fn() = || {
    fn shared_between_threads<T: Send + Sync + Clone>() {}
    shared_between_threads::<BusinessCalendar>();
};
