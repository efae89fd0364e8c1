//! Holidays from an iCalendar file (RFC 5545): all-day events become holidays, everything else is listed as skipped.
//! 导入节假日
//!
//! Public holiday feeds hold observances that are no days off, and remarks about clock changes. Nothing in such an
//! entry says so, and nothing is guessed: all of it is listed, and the host decides what goes into the calendar.

use super::CalendarError;
use super::document::{CalendarDate, Holiday, MonthDay};
use crate::kernel::limits;
use chrono::{Datelike, Days, NaiveDate};
use icalendar::parser::{Component, read_calendar, unfold};
use serde::Serialize;
use std::collections::BTreeSet;

/// What an iCalendar file held.
///
/// ```
/// use itsm::time::import_holidays;
/// let feed = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Spring Festival\r\n\
/// DTSTART;VALUE=DATE:20260216\r\nDTEND;VALUE=DATE:20260224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let found = import_holidays(feed)?;
/// assert_eq!(found.holidays.len(), 8);
/// assert_eq!(found.holidays[0].date.to_string(), "2026-02-16");
/// # Ok::<(), itsm::time::CalendarError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportedHolidays {
    /// Dates, sorted.
    pub holidays: Vec<Holiday<CalendarDate>>,
    /// Days of every year, sorted. The year in which the rule begins is not kept.
    pub yearly_holidays: Vec<Holiday<MonthDay>>,
    /// Entries that were not taken over, in the order of the file.
    pub skipped: Vec<SkippedEntry>,
}

/// An entry that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SkippedEntry {
    /// Its summary.
    pub name: Option<String>,
    /// Its start as written.
    pub start: Option<String>,
    /// Why not.
    pub why: SkippedWhy,
}

crate::kernel::codes! {
    /// Why an entry of an iCalendar file was not taken over.
    pub enum SkippedWhy {
        /// A task, a journal or a free-busy entry.
        NotAnEvent = "not_an_event", "not an event", "不是事件";
        /// No DTSTART.
        NoStart = "no_start", "has no start", "没有开始日期";
        /// Start or end has a time of day.
        NotAllDay = "not_all_day", "not an all-day event", "不是全天事件";
        /// STATUS:CANCELLED.
        Cancelled = "cancelled", "cancelled", "已取消";
        /// A rule other than "every year on this day".
        Recurrence = "recurrence", "recurs otherwise than every year on this day", "重复规则不是每年同一天";
        /// Single dates are added to, taken from or changed in a series.
        Exceptions = "exceptions", "a series with exceptions", "含例外日期的重复事件";
        /// Ends before it begins, or lasts longer than a year.
        Length = "length", "ends before it begins or lasts longer than a year", "结束早于开始或超过一年";
        /// Outside 1970-2200.
        OutOfRange = "out_of_range", "outside 1970-2200", "超出 1970-2200 年";
    }
}

/// Reads the holidays of an iCalendar text of at most [`limits::POLICY_BYTES`], of every calendar in it.
///
/// # Errors
/// [`CalendarError::ICalendar`] when the text is not iCalendar or nested too deep, [`CalendarError::TooManyEntries`]
/// beyond [`limits::LIST`] entries or dates.
pub fn import_holidays(bytes: &[u8]) -> Result<ImportedHolidays, CalendarError> {
    if bytes.len() > limits::POLICY_BYTES {
        return Err(unreadable("too many bytes"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable("not UTF-8"))?;
    let text = unfold(text.trim_start_matches('\u{feff}'));
    let mut found = ImportedHolidays::default();
    for calendar in calendars(&text)? {
        let calendar = read_calendar(&calendar).map_err(|fault| unreadable(&fault))?;
        for entry in &calendar.components {
            found.take(entry);
            let entries = found.holidays.len().max(found.yearly_holidays.len()).max(found.skipped.len());
            if entries > limits::LIST {
                return Err(CalendarError::TooManyEntries { path: "icalendar".into(), found: entries });
            }
        }
    }
    found.holidays.sort();
    found.holidays.dedup();
    found.yearly_holidays.sort();
    found.yearly_holidays.dedup();
    Ok(found)
}

/// Nesting that a calendar with alarms and zone definitions needs.
const DEPTH: usize = 4;

fn unreadable(why: &str) -> CalendarError {
    CalendarError::ICalendar { why: why.chars().take(200).collect() }
}

/// The texts of the calendars in a file, one after the other, none of them nested deeper than the parser can recurse.
fn calendars(text: &str) -> Result<Vec<String>, CalendarError> {
    let mut depth = 0_usize;
    let mut entries = 0_usize;
    let mut calendars = Vec::new();
    let mut calendar = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let begins = |word: &[u8]| {
            line.as_bytes().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        calendar.push_str(line);
        calendar.push('\n');
        if depth == 0 && !begins(b"BEGIN:VCALENDAR") {
            return Err(unreadable("a line outside of a calendar"));
        }
        if begins(b"BEGIN:") {
            depth = depth.saturating_add(1);
            entries = entries.saturating_add(1);
        } else if begins(b"END:") {
            depth = depth.checked_sub(1).ok_or_else(|| unreadable("an END without its BEGIN"))?;
            if depth == 0 {
                calendars.push(std::mem::take(&mut calendar));
            }
        }
        if depth > DEPTH {
            return Err(unreadable("nested too deep"));
        }
        if entries > limits::LIST {
            return Err(CalendarError::TooManyEntries { path: "icalendar".into(), found: entries });
        }
    }
    if depth > 0 || calendars.is_empty() {
        return Err(unreadable("a BEGIN without its END"));
    }
    Ok(calendars)
}

impl ImportedHolidays {
    fn take(&mut self, entry: &Component<'_>) {
        if entry.name == "VTIMEZONE" {
            return;
        }
        let name = entry
            .find_prop("SUMMARY")
            .map(|summary| summary.val.clone().unescape_text().as_str().trim().to_owned());
        let name = name.filter(|name| !name.is_empty());
        match all_day(entry) {
            Ok((first, days, false)) => {
                let dates = dates(first, days).filter_map(CalendarDate::new);
                self.holidays.extend(dates.map(|date| Holiday { date, name: name.clone() }));
            }
            Ok((first, days, true)) => {
                let days = dates(first, days).filter_map(|date| MonthDay::new(date.month(), date.day()));
                self.yearly_holidays.extend(days.map(|date| Holiday { date, name: name.clone() }));
            }
            Err(why) => {
                let start =
                    entry.find_prop("DTSTART").map(|start| start.val.as_str().chars().take(40).collect());
                self.skipped.push(SkippedEntry { name, start, why });
            }
        }
    }
}

/// First date, number of dates, and whether every year.
fn all_day(entry: &Component<'_>) -> Result<(NaiveDate, u64, bool), SkippedWhy> {
    let text = |name: &str| entry.find_prop(name).map(|property| property.val.as_str().trim());
    if entry.name != "VEVENT" {
        return Err(SkippedWhy::NotAnEvent);
    }
    if text("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
        return Err(SkippedWhy::Cancelled);
    }
    let first = date(text("DTSTART").ok_or(SkippedWhy::NoStart)?).ok_or(SkippedWhy::NotAllDay)?;
    let days = match (text("DTEND"), text("DURATION")) {
        (Some(end), _) => {
            let end = date(end).ok_or(SkippedWhy::NotAllDay)?;
            // Many feeds end a one-day event on the day itself.
            end.signed_duration_since(first).num_days().max(i64::from(end == first))
        }
        (None, Some(length)) => whole_days(length).ok_or(SkippedWhy::NotAllDay)?,
        (None, None) => 1,
    };
    let days = u64::try_from(days).ok().filter(|days| (1..=366).contains(days)).ok_or(SkippedWhy::Length)?;
    if ["EXDATE", "RDATE", "RECURRENCE-ID", "EXRULE"].iter().any(|name| entry.find_prop(name).is_some()) {
        return Err(SkippedWhy::Exceptions);
    }
    let every_year = match text("RRULE") {
        None => false,
        Some(rule) if every_year_on(rule, first) => true,
        Some(_) => return Err(SkippedWhy::Recurrence),
    };
    let last = dates(first, days).last();
    if !every_year && (CalendarDate::new(first).is_none() || last.and_then(CalendarDate::new).is_none()) {
        return Err(SkippedWhy::OutOfRange);
    }
    Ok((first, days, every_year))
}

fn dates(first: NaiveDate, days: u64) -> impl Iterator<Item = NaiveDate> {
    (0..days).filter_map(move |ahead| first.checked_add_days(Days::new(ahead)))
}

/// `20261001`.
fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u32 = text.parse().ok()?;
    NaiveDate::from_ymd_opt(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100)
}

/// `P3D`, `P1W`.
fn whole_days(text: &str) -> Option<i64> {
    let count = text.strip_prefix('P')?;
    let number = |count: &str| count.parse::<u16>().ok().map(i64::from);
    match (count.strip_suffix('D'), count.strip_suffix('W')) {
        (Some(days), _) => number(days),
        (None, Some(weeks)) => number(weeks).map(|weeks| weeks.saturating_mul(7)),
        (None, None) => None,
    }
}

/// Whether a rule says no more than "every year on the day of `first`".
fn every_year_on(rule: &str, first: NaiveDate) -> bool {
    let mut named = BTreeSet::new();
    let says_so = rule.split(';').filter(|part| !part.is_empty()).all(|part| {
        let Some((key, value)) = part.split_once('=') else { return false };
        let is_number = |number: u32| value.parse() == Ok(number);
        let legal = match key {
            "FREQ" => value.eq_ignore_ascii_case("YEARLY"),
            "INTERVAL" => is_number(1),
            "BYMONTH" => is_number(first.month()),
            "BYMONTHDAY" => is_number(first.day()),
            "WKST" => true,
            _ => false,
        };
        legal && named.insert(key)
    });
    // "The first of every month, yearly" is what BYMONTHDAY means without BYMONTH.
    says_so && named.contains("FREQ") && (named.contains("BYMONTH") || !named.contains("BYMONTHDAY"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(entries: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{entries}END:VCALENDAR\r\n")
    }

    fn event(lines: &str) -> String {
        format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")
    }

    #[test]
    fn all_day_events_of_every_calendar_in_the_file_become_holidays() {
        let first = file(&event("SUMMARY:Labour Day\\, May\r\nDTSTART;VALUE=DATE:20260501"));
        let second = file(&event(
            "SUMMARY:国庆\r\n 节\r\nDTSTART;VALUE=DATE:20261001\r\nDURATION:P3D\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
        ));
        let found = import_holidays(format!("{first}{second}").as_bytes()).unwrap();
        let listed: Vec<_> = found
            .holidays
            .iter()
            .map(|day| format!("{} {}", day.date, day.name.as_deref().unwrap()))
            .collect();
        let expected =
            ["2026-05-01 Labour Day, May", "2026-10-01 国庆节", "2026-10-02 国庆节", "2026-10-03 国庆节"];
        assert_eq!(listed, expected);
        assert!(found.skipped.is_empty());
    }

    #[test]
    fn a_yearly_rule_becomes_a_yearly_holiday_across_the_new_year() {
        let rule = "SUMMARY:Shutdown\r\nDTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260102\r\nRRULE:FREQ=YEARLY";
        let found = import_holidays(file(&event(rule)).as_bytes()).unwrap();
        let days: Vec<_> = found.yearly_holidays.iter().map(|day| day.date.to_string()).collect();
        assert_eq!(days, ["01-01", "12-30", "12-31"]);
    }

    #[test]
    fn what_is_not_taken_over_is_listed_with_its_reason() {
        let cases = [
            ("DTSTART:20260501T090000Z", SkippedWhy::NotAllDay),
            ("SUMMARY:x", SkippedWhy::NoStart),
            ("DTSTART;VALUE=DATE:20260501\r\nSTATUS:CANCELLED", SkippedWhy::Cancelled),
            ("DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY;BYDAY=1MO", SkippedWhy::Recurrence),
            ("DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY;COUNT=3", SkippedWhy::Recurrence),
            ("DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY;BYMONTHDAY=1", SkippedWhy::Recurrence),
            (
                "DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270501",
                SkippedWhy::Exceptions,
            ),
            ("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260430", SkippedWhy::Length),
            ("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20290430", SkippedWhy::Length),
            ("DTSTART;VALUE=DATE:19691231\r\nDTEND;VALUE=DATE:19700102", SkippedWhy::OutOfRange),
        ];
        for (lines, why) in cases {
            let found = import_holidays(file(&event(lines)).as_bytes()).unwrap();
            assert!(found.holidays.is_empty() && found.yearly_holidays.is_empty(), "{lines}");
            assert_eq!(found.skipped.iter().map(|entry| entry.why).collect::<Vec<_>>(), [why], "{lines}");
        }
        let task = file("BEGIN:VTODO\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VTODO\r\n");
        assert_eq!(import_holidays(task.as_bytes()).unwrap().skipped[0].why, SkippedWhy::NotAnEvent);
    }

    #[test]
    fn a_remark_about_the_clock_is_listed_like_any_holiday() {
        let remark = event("SUMMARY:Daylight Saving Time starts\r\nDTSTART;VALUE=DATE:20260329");
        assert_eq!(import_holidays(file(&remark).as_bytes()).unwrap().holidays.len(), 1);
    }

    #[test]
    fn hostile_files_are_refused() {
        let deep = "BEGIN:A\n".repeat(100_000);
        let many = file(&event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20261231").repeat(40));
        let long = file(&event("DTSTART;VALUE=DATE:20260101").repeat(10_000));
        for text in
            [&deep, &many, &long, "", "hello", "END:A", "BEGIN:VCALENDAR\nEND:VEVENT\n", "BEGIN:\nEND:\n"]
        {
            assert!(
                import_holidays(text.as_bytes()).is_err(),
                "{}",
                text.chars().take(40).collect::<String>()
            );
        }
        assert!(import_holidays(&vec![b' '; limits::POLICY_BYTES + 1]).is_err());
    }
}
