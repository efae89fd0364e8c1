//! Working days: "within three working days" (semantics 8.1, `WorkingDays`).
//! 工作日

use super::{AmountUnit, BusinessCalendar, CalendarError};
use crate::kernel::Instant;
use chrono::{DateTime, Utc};

crate::kernel::codes! {
    /// Where on the last working day the due time lies.
    pub enum DayConvention {
        /// At the time of day of the start, moved into the hours of that day.
        KeepTime = "keep_time", "Keep the time of day", "保持钟点";
        /// At the last close of that day.
        EndOfDay = "end_of_day", "End of the working day", "工作日结束";
        /// At the first open of the working day after it.
        StartOfNext = "start_of_next", "Start of the next working day", "下一工作日开始";
    }
}

impl BusinessCalendar {
    /// The due time `n` working days after the local date of `start`.
    ///
    /// A working day is a local date on which at least one window of positive length opens. For `n` = 0 the day is the
    /// date of `start` itself if it is one, else the next one.
    ///
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use itsm::time::{BusinessCalendar, DayConvention};
    /// let calendar = BusinessCalendar::from_json(
    ///     br#"{"zone": "Asia/Shanghai", "week": {"mon": [["09:00","18:00"]], "tue": [["09:00","18:00"]]}}"#,
    /// )?;
    /// let monday: DateTime<Utc> = "2026-11-23T12:30:00Z".parse().unwrap();
    /// let due = calendar.add_working_days(monday, 1, DayConvention::KeepTime)?;
    /// assert_eq!(due.to_rfc3339(), "2026-11-24T10:00:00+00:00");
    /// # Ok::<(), itsm::time::CalendarError>(())
    /// ```
    ///
    /// # Errors
    /// [`CalendarError::NeverOpens`] when there is no such day up to 2200, [`CalendarError::OutOfRange`].
    pub fn add_working_days(
        &self,
        start: DateTime<Utc>,
        n: u32,
        convention: DayConvention,
    ) -> Result<DateTime<Utc>, CalendarError> {
        self.add_working_days_s(start.try_into()?, n, convention).map(Instant::utc)
    }

    /// Working days after the local date of `a`, up to and with the local date of `b`; negative when `b` is the earlier.
    ///
    /// Counted as [`BusinessCalendar::add_working_days`] counts: from the date of a start to the day that is `n` working
    /// days after it there are `n`, unless `n` is 0. Times of day do not count.
    ///
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use itsm::time::BusinessCalendar;
    /// let calendar = BusinessCalendar::from_json(
    ///     br#"{"zone": "Asia/Shanghai", "week": {"mon": [["09:00","18:00"]], "tue": [["09:00","18:00"]]}}"#,
    /// )?;
    /// let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    /// let (monday, next_monday) = (utc("2026-11-23T12:30:00Z"), utc("2026-11-30T01:00:00Z"));
    /// assert_eq!(calendar.working_days_between(monday, next_monday)?, 2);
    /// assert_eq!(calendar.working_days_between(next_monday, monday)?, -2);
    /// # Ok::<(), itsm::time::CalendarError>(())
    /// ```
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn working_days_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Result<i64, CalendarError> {
        Ok(self.working_days_between_s(a.try_into()?, b.try_into()?))
    }

    pub(crate) fn working_days_between_s(&self, a: Instant, b: Instant) -> i64 {
        let date = |at: Instant| self.zone().local_s(at.unix_s()).div_euclid(86_400);
        self.index().working_days_between(date(a), date(b))
    }

    pub(crate) fn add_working_days_s(
        &self,
        start: Instant,
        n: u32,
        convention: DayConvention,
    ) -> Result<Instant, CalendarError> {
        let never = || CalendarError::NeverOpens { start, amount: i64::from(n), unit: AmountUnit::Days };
        let due_s = self.working_days_due(start.unix_s(), n, convention).ok_or_else(never)?;
        Instant::from_unix_s(due_s).map_err(|_| never())
    }

    fn working_days_due(&self, start_s: i64, n: u32, convention: DayConvention) -> Option<i64> {
        let (index, zone) = (self.index(), self.zone());
        let local_s = zone.local_s(start_s);
        let date = local_s.div_euclid(86_400);
        let day = match n {
            0 => index.nth_working_day_after(date.saturating_sub(1), 1)?,
            n => index.nth_working_day_after(date, n)?,
        };
        match convention {
            DayConvention::KeepTime => {
                let (first_s, last_s) = index.edges_of_day(day)?;
                let same_time_s = day.saturating_mul(86_400).saturating_add(local_s.rem_euclid(86_400));
                Some(zone.edge_s(same_time_s).max(first_s).min(last_s))
            }
            DayConvention::EndOfDay => index.edges_of_day(day).map(|(_, last_s)| last_s),
            DayConvention::StartOfNext => {
                let next = index.nth_working_day_after(day, 1)?;
                index.edges_of_day(next).map(|(first_s, _)| first_s)
            }
        }
    }
}
