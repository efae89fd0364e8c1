//! Which windows open on which date, and why: special day before holiday before week.

use super::document::{CalendarDocument, MonthDay, Weekday, Window};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Windows of one date in seconds since its local midnight: sorted, apart from each other, at most 48 hours.
pub(crate) type Spans = Box<[(i64, i64)]>;

/// The rules of a calendar by day (days since 1970-01-01, local).
pub(crate) struct Rules {
    week: [Spans; 7],
    dated: BTreeMap<i64, Dated>,
    yearly: BTreeMap<MonthDay, Option<Box<str>>>,
}

enum Dated {
    Special(Spans),
    Holiday(Option<Box<str>>),
}

/// What holds on one date.
pub(crate) enum DayRule<'a> {
    /// The windows of its weekday.
    Week(&'a [(i64, i64)]),
    /// Windows of its own, perhaps none.
    Special(&'a [(i64, i64)]),
    /// No windows.
    Holiday(Option<&'a str>),
}

impl<'a> DayRule<'a> {
    pub(crate) fn windows(&self) -> &'a [(i64, i64)] {
        match self {
            Self::Week(windows) | Self::Special(windows) => windows,
            Self::Holiday(_) => &[],
        }
    }
}

impl Rules {
    pub(crate) fn of(document: &CalendarDocument) -> Self {
        let weekday =
            |day: &Weekday| document.week.get(day).map(|windows| spans(windows)).unwrap_or_default();
        let mut dated = BTreeMap::new();
        for holiday in &document.holidays {
            let name = holiday.name.as_deref().map(Box::from);
            dated.entry(i64::from(holiday.date.day())).or_insert(Dated::Holiday(name));
        }
        for (date, windows) in &document.special_days {
            dated.insert(i64::from(date.day()), Dated::Special(spans(windows)));
        }
        let mut yearly = BTreeMap::new();
        for holiday in &document.yearly_holidays {
            yearly.entry(holiday.date).or_insert(holiday.name.as_deref().map(Box::from));
        }
        let week = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        Self { week: week.each_ref().map(weekday), dated, yearly }
    }

    pub(crate) fn on(&self, day: i64) -> DayRule<'_> {
        match self.dated.get(&day) {
            Some(Dated::Special(windows)) => return DayRule::Special(windows),
            Some(Dated::Holiday(name)) => return DayRule::Holiday(name.as_deref()),
            None => {}
        }
        if !self.yearly.is_empty()
            && let Some(name) = month_day(day).and_then(|month_day| self.yearly.get(&month_day))
        {
            return DayRule::Holiday(name.as_deref());
        }
        // 1970-01-01 was a Thursday; the week begins on Monday.
        let weekday = usize::try_from(day.saturating_add(3).rem_euclid(7)).unwrap_or(0);
        DayRule::Week(self.week.get(weekday).map_or(&[], |windows| windows))
    }
}

fn month_day(day: i64) -> Option<MonthDay> {
    let date = NaiveDate::from_epoch_days(i32::try_from(day).ok()?)?;
    MonthDay::new(date.month(), date.day())
}

fn spans(windows: &[Window]) -> Spans {
    let mut sorted: Vec<(i64, i64)> = windows.iter().map(|window| window.seconds()).collect();
    sorted.sort_unstable();
    let mut apart: Vec<(i64, i64)> = Vec::with_capacity(sorted.len());
    for (open_s, close_s) in sorted {
        match apart.last_mut() {
            Some((_, until_s)) if open_s <= *until_s => *until_s = close_s.max(*until_s),
            _ => apart.push((open_s, close_s)),
        }
    }
    apart.into()
}
