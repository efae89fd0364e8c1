//! Lint: what a calendar document says that its author probably did not mean.

use super::{CalendarDate, CalendarDocument, MonthDay, TimeOfDay, Weekday, Window};
use chrono::Datelike;
use serde::Serialize;
use std::collections::BTreeSet;

crate::kernel::codes! {
    /// What looks wrong in a calendar document that is legal.
    pub enum LintCode {
        /// A window closes at `23:59`, so that a minute of each day does not count.
        LastMinute = "last_minute", "closes at 23:59 and leaves out the last minute; 24:00 is the end of the day",
            "在 23:59 结束，漏掉最后一分钟；一天的结束应写作 24:00";
        /// No weekday has a window.
        EmptyWeek = "empty_week", "no weekday has a window", "一周内没有任何服务时段";
        /// A special day has the windows of its weekday.
        SpecialDayAsWeek = "special_day_as_week", "the special day has the windows that its weekday has anyway",
            "特殊日与平日的时段相同";
        /// A holiday on a date without windows.
        HolidayOnClosedDay = "holiday_on_closed_day", "the holiday falls on a weekday that is closed anyway",
            "节假日落在本来就不服务的日子";
        /// A holiday that a special day overrules.
        HolidayOverruled = "holiday_overruled", "a special day of the same date overrules the holiday",
            "同一日期的特殊日覆盖了该节假日";
        /// One date stands in the list twice.
        HolidayTwice = "holiday_twice", "the date stands in the list twice", "该日期在列表中重复";
        /// A date outside `covers`.
        OutsideCovers = "outside_covers", "the date lies outside `covers`", "日期不在 covers 范围内";
        /// Two windows of a day overlap; the overlap counts once.
        Overlap = "overlap", "windows of the day overlap; what they share counts once", "同一天的时段重叠，重叠部分只计一次";
    }
}

/// One thing that looks wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lint {
    /// Where in the document: `week.mon[0]`.
    pub path: String,
    /// What looks wrong there; its label says it in words.
    pub code: LintCode,
}

impl CalendarDocument {
    /// What looks wrong, in the order of the document. An empty list means nothing does.
    #[must_use]
    pub fn lint(&self) -> Vec<Lint> {
        let mut lints = Vec::new();
        let mut say = |path: String, code| lints.push(Lint { path, code });
        if self.week.values().all(Vec::is_empty) {
            say("week".to_owned(), LintCode::EmptyWeek);
        }
        for (path, windows) in self.days() {
            for (place, window) in windows.iter().enumerate() {
                if window.close() == TimeOfDay::LAST_MINUTE {
                    say(format!("{path}[{place}]"), LintCode::LastMinute);
                }
            }
            if overlap(windows) {
                say(path, LintCode::Overlap);
            }
        }
        let mut dates = BTreeSet::new();
        for (place, holiday) in self.holidays.iter().enumerate() {
            let path = || format!("holidays[{place}]");
            if !dates.insert(holiday.date) {
                say(path(), LintCode::HolidayTwice);
            }
            if self.special_days.contains_key(&holiday.date) {
                say(path(), LintCode::HolidayOverruled);
            } else if self.windows_of_weekday(holiday.date).is_empty() {
                say(path(), LintCode::HolidayOnClosedDay);
            }
            if self.outside_covers(holiday.date) {
                say(path(), LintCode::OutsideCovers);
            }
        }
        let mut yearly = BTreeSet::new();
        for (place, holiday) in self.yearly_holidays.iter().enumerate() {
            if !yearly.insert(holiday.date) {
                say(format!("yearly_holidays[{place}]"), LintCode::HolidayTwice);
            }
        }
        for (date, windows) in &self.special_days {
            let path = || format!("special_days.{date}");
            let of_every_year = MonthDay::new(date.date().month(), date.date().day());
            let is_holiday = dates.contains(date) || of_every_year.is_some_and(|day| yearly.contains(&day));
            if !is_holiday && sorted(windows) == sorted(self.windows_of_weekday(*date)) {
                say(path(), LintCode::SpecialDayAsWeek);
            }
            if self.outside_covers(*date) {
                say(path(), LintCode::OutsideCovers);
            }
        }
        lints
    }

    fn windows_of_weekday(&self, date: CalendarDate) -> &[Window] {
        let weekday =
            Weekday::ALL.get(usize::try_from(date.date().weekday().num_days_from_monday()).unwrap_or(0));
        weekday.and_then(|weekday| self.week.get(weekday)).map_or(&[], Vec::as_slice)
    }

    fn outside_covers(&self, date: CalendarDate) -> bool {
        self.covers.is_some_and(|(first, last)| date < first || date > last)
    }
}

fn sorted(windows: &[Window]) -> Vec<Window> {
    let mut windows = windows.to_vec();
    windows.sort_unstable();
    windows
}

fn overlap(windows: &[Window]) -> bool {
    let mut spans: Vec<(i64, i64)> = windows.iter().map(|window| window.seconds()).collect();
    spans.sort_unstable();
    let later = spans.iter().skip(1);
    spans.iter().zip(later).any(|((_, close_s), (open_s, _))| open_s < close_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lint_is_said_at_its_place() {
        let document = CalendarDocument::from_json(
            br#"{"zone": "UTC",
                "week": {"mon": [["09:00","23:59"]], "tue": [["09:00","13:00"],["12:00","17:00"]]},
                "holidays": ["2026-11-21", "2026-11-23", "2026-11-23", "2027-01-04"],
                "special_days": {"2026-11-23": [], "2026-11-24": [["12:00","17:00"],["09:00","13:00"]]},
                "covers": ["2026-01-01", "2026-12-31"]}"#,
        )
        .unwrap();
        let said: Vec<_> =
            document.lint().into_iter().map(|lint| format!("{} {}", lint.path, lint.code)).collect();
        let expected = [
            "week.mon[0] last_minute",
            "week.tue overlap",
            "special_days.2026-11-24 overlap",
            "holidays[0] holiday_on_closed_day",
            "holidays[1] holiday_overruled",
            "holidays[2] holiday_twice",
            "holidays[2] holiday_overruled",
            "holidays[3] outside_covers",
            "special_days.2026-11-24 special_day_as_week",
        ];
        assert_eq!(said, expected);
        let never = CalendarDocument::from_json(br#"{"zone": "UTC", "week": {"mon": []}}"#).unwrap();
        assert_eq!(never.lint()[0].code, LintCode::EmptyWeek);
    }
}
