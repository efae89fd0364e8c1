//! The ledger: every stretch between two instants, counted or not, with its reason.
//! 计时明细
//!
//! When a customer disputes a due time, the ledger is the hand calculation that adds up.

use super::document::CalendarDate;
use super::rules::DayRule;
use super::{BusinessCalendar, CalendarError, Zone};
use crate::kernel::{Instant, limits};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::fmt;

const DAY_S: i64 = 86_400;

crate::kernel::codes! {
    /// A language that the library speaks.
    pub enum Language {
        /// English.
        English = "en", "English", "英语";
        /// Simplified Chinese.
        Chinese = "zh", "Chinese", "中文";
    }
}

/// Why a stretch counts, or does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LedgerReason {
    /// Counted: a window of the week, by the local date on which it opened.
    WeekWindow {
        /// That date.
        date: CalendarDate,
    },
    /// Counted: a window of a special day.
    SpecialDayWindow {
        /// That day.
        date: CalendarDate,
    },
    /// Not counted: no window is open.
    OutsideHours,
    /// Not counted: a holiday, and no window of the evening before is open any more.
    Holiday {
        /// That date.
        date: CalendarDate,
        /// The name in the calendar.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Not counted: a special day without windows.
    SpecialDayClosed {
        /// That day.
        date: CalendarDate,
    },
}

impl LedgerReason {
    /// Whether such a stretch counts.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self, Self::WeekWindow { .. } | Self::SpecialDayWindow { .. })
    }

    /// The reason in words.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        match self {
            Self::WeekWindow { .. } if chinese => "服务时段".to_owned(),
            Self::WeekWindow { .. } => "week".to_owned(),
            Self::SpecialDayWindow { date } if chinese => format!("特殊日 {date}"),
            Self::SpecialDayWindow { date } => format!("special day {date}"),
            Self::OutsideHours if chinese => "非服务时段".to_owned(),
            Self::OutsideHours => "outside hours".to_owned(),
            Self::Holiday { date, name } => {
                let word = if chinese { "节假日" } else { "holiday" };
                name.as_ref().map_or_else(|| format!("{word} {date}"), |name| format!("{word} {date} {name}"))
            }
            Self::SpecialDayClosed { date } if chinese => format!("特殊日休息 {date}"),
            Self::SpecialDayClosed { date } => format!("special day {date}, closed"),
        }
    }
}

/// One stretch `[from, until)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerEntry {
    /// Where it begins.
    pub from: Instant,
    /// Where it ends.
    pub until: Instant,
    /// Its elapsed seconds, counted or not.
    pub seconds: i64,
    /// Why it counts or does not.
    pub reason: LedgerReason,
}

/// The stretches between two instants in order, without gap or overlap.
///
/// ```
/// use chrono::{DateTime, Utc};
/// use itsm::time::BusinessCalendar;
/// let calendar = BusinessCalendar::from_json(
///     br#"{"zone": "Asia/Shanghai", "week": {"mon": [["09:00","12:00"],["13:00","18:00"]]}}"#,
/// )?;
/// let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
/// let ledger = calendar.ledger(utc("2026-11-23T03:00:00Z"), utc("2026-11-23T06:00:00Z"))?;
/// assert_eq!(ledger.to_string(), "\
/// 2026-11-23 11:00:00 +08:00  2026-11-23 12:00:00 +08:00   1:00:00  counted   week
/// 2026-11-23 12:00:00 +08:00  2026-11-23 13:00:00 +08:00   1:00:00  excluded  outside hours
/// 2026-11-23 13:00:00 +08:00  2026-11-23 14:00:00 +08:00   1:00:00  counted   week
/// total                                                    2:00:00  counted   Asia/Shanghai (2026e)
/// ");
/// # Ok::<(), itsm::time::CalendarError>(())
/// ```
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ledger {
    /// The stretches.
    pub entries: Vec<LedgerEntry>,
    /// `between(a, b)`: the seconds of the counted entries; negative where the ledger was asked for backwards.
    pub counted_s: i64,
    /// The seconds of the entries that do not count.
    pub excluded_s: i64,
    /// The version of the zone rules.
    pub tzdb: String,
    #[serde(skip)]
    zone: Zone,
}

impl BusinessCalendar {
    /// Every stretch between the two instants with its reason.
    ///
    /// # Errors
    /// [`CalendarError::LedgerTooLong`] beyond [`limits::LIST`] entries, [`CalendarError::OutOfRange`].
    pub fn ledger(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Result<Ledger, CalendarError> {
        self.ledger_s(a.try_into()?, b.try_into()?)
    }

    pub(crate) fn ledger_s(&self, a: Instant, b: Instant) -> Result<Ledger, CalendarError> {
        let (from_s, until_s) = (a.min(b).unix_s(), a.max(b).unix_s());
        let mut draft = Draft { until_s, at_s: from_s, entries: Vec::new() };
        let mut closed = ClosedDays::new(self, from_s);
        let zone = self.zone();
        // A window reaches 48 hours past its midnight; the first dates looked at may only close something.
        let first_day = zone.local_s(from_s).div_euclid(DAY_S).saturating_sub(4);
        let mut edges = zone.edges_from(first_day.saturating_mul(DAY_S));
        for day in first_day.. {
            let midnight_s = day.saturating_mul(DAY_S);
            edges.advance(midnight_s);
            if edges.edge_s(midnight_s) >= until_s {
                break;
            }
            let rule = self.index().rules.on(day);
            let date = CalendarDate::clamped(day);
            for (open_s, close_s) in rule.windows() {
                let open_s = edges.edge_s(midnight_s.saturating_add(*open_s)).min(until_s);
                let close_s = edges.edge_s(midnight_s.saturating_add(*close_s)).min(until_s);
                if close_s <= draft.at_s || close_s <= open_s {
                    continue;
                }
                draft.exclude(&mut closed, open_s)?;
                let reason = match rule {
                    DayRule::Special(_) => LedgerReason::SpecialDayWindow { date },
                    _ => LedgerReason::WeekWindow { date },
                };
                draft.push(close_s, reason)?;
            }
        }
        draft.exclude(&mut closed, until_s)?;
        let sum = |counts: bool| {
            let of_kind = draft.entries.iter().filter(|entry| entry.reason.counts() == counts);
            of_kind.fold(0_i64, |sum, entry| sum.saturating_add(entry.seconds))
        };
        let (counted_s, excluded_s) = (sum(true), sum(false));
        Ok(Ledger {
            counted_s: if b < a { counted_s.saturating_neg() } else { counted_s },
            excluded_s,
            tzdb: self.tzdb_version().to_owned(),
            zone: zone.clone(),
            entries: draft.entries,
        })
    }
}

struct Draft {
    until_s: i64,
    at_s: i64,
    entries: Vec<LedgerEntry>,
}

impl Draft {
    fn push(&mut self, until_s: i64, reason: LedgerReason) -> Result<(), CalendarError> {
        let until_s = until_s.min(self.until_s);
        if until_s <= self.at_s {
            return Ok(());
        }
        let seconds = until_s.saturating_sub(self.at_s);
        let (from, until) = (Instant::clamped(self.at_s), Instant::clamped(until_s));
        self.at_s = until_s;
        let full = self.entries.len() >= limits::LIST;
        match self.entries.last_mut() {
            Some(last) if last.reason == reason && !reason.counts() => {
                last.until = until;
                last.seconds = last.seconds.saturating_add(seconds);
            }
            _ if full => return Err(CalendarError::LedgerTooLong),
            _ => self.entries.push(LedgerEntry { from, until, seconds, reason }),
        }
        Ok(())
    }

    /// Everything from here to `until_s` does not count; each date says why.
    fn exclude(&mut self, closed: &mut ClosedDays<'_>, until_s: i64) -> Result<(), CalendarError> {
        while self.at_s < until_s {
            let (end_s, reason) = closed.at(self.at_s);
            self.push(end_s.min(until_s), reason)?;
        }
        Ok(())
    }
}

/// A walk along the dates that says why nothing is open.
struct ClosedDays<'a> {
    calendar: &'a BusinessCalendar,
    day: i64,
    end_s: i64,
}

impl<'a> ClosedDays<'a> {
    fn new(calendar: &'a BusinessCalendar, from_s: i64) -> Self {
        let day = calendar.zone().local_s(from_s).div_euclid(DAY_S).saturating_sub(3);
        Self { calendar, day, end_s: i64::MIN }
    }

    /// Where the date that holds `at_s` ends, and why it does not count. `at_s` never decreases.
    fn at(&mut self, at_s: i64) -> (i64, LedgerReason) {
        while self.end_s <= at_s {
            self.day = self.day.saturating_add(1);
            self.end_s = self.calendar.zone().edge_s(self.day.saturating_add(1).saturating_mul(DAY_S));
        }
        let date = CalendarDate::clamped(self.day);
        let reason = match self.calendar.index().rules.on(self.day) {
            DayRule::Holiday(name) => LedgerReason::Holiday { date, name: name.map(str::to_owned) },
            DayRule::Special([]) => LedgerReason::SpecialDayClosed { date },
            DayRule::Special(_) | DayRule::Week(_) => LedgerReason::OutsideHours,
        };
        (self.end_s, reason)
    }
}

impl Ledger {
    /// The ledger as an aligned table in local time with its offset, one line per entry and the total.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let (counted, excluded, total) = match language {
            Language::English => ("counted ", "excluded", "total                   "),
            Language::Chinese => ("计入  ", "不计入", "合计                    "),
        };
        let lengths = self.entries.iter().map(|entry| duration(entry.seconds).len());
        let width = lengths.chain([duration(self.counted_s).len(), 8]).max().unwrap_or(8);
        let mut text = String::new();
        for entry in &self.entries {
            let word = if entry.reason.counts() { counted } else { excluded };
            let (from, until) = (self.zone.local_text(entry.from), self.zone.local_text(entry.until));
            let (seconds, why) = (duration(entry.seconds), entry.reason.to_text(language));
            text.push_str(&format!("{from}  {until}  {seconds:>width$}  {word}  {why}\n"));
        }
        let (seconds, nothing) = (duration(self.counted_s), "");
        let (zone, tzdb) = (self.zone.name(), &self.tzdb);
        text.push_str(&format!("{total}  {nothing:30}{seconds:>width$}  {counted}  {zone} ({tzdb})\n"));
        text
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Language::English))
    }
}

/// Hours, minutes, seconds: `27:05:00`.
pub(crate) fn duration(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let whole = seconds.unsigned_abs();
    format!("{sign}{}:{:02}:{:02}", whole / 3_600, whole / 60 % 60, whole % 60)
}
