//! Business calendars as the design defines them: half-open windows that belong to the date on which they open.
//!
//! A window opens (closes) at the first instant at which the local clock has reached or passed its open (close) time.
//! A window whose close is not after its open ends on the next date; `24:00` is the end of the day. Special days beat
//! holidays (dated and yearly), holidays beat the week. Overlapping windows count once.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::zone::{DAY, FIRST, LAST, RefZone, date_of, day_from_text, offset, weekday_of};

/// Minutes of the local day at which a window opens and closes.
pub type Window = (u32, u32);

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// A window that opens on a date touches no instant further than this many dates away.
const REACH: i64 = 2;
/// How many dates a search looks at in one go.
const STRIDE: i64 = 8 * DAY;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    KeepTime,
    EndOfDay,
    StartOfNext,
}

#[derive(Clone, Debug)]
pub struct RefCalendar {
    pub zone: RefZone,
    week: [Vec<Window>; 7],
    holidays: BTreeSet<i64>,
    yearly: BTreeSet<(i64, i64)>,
    special_days: BTreeMap<i64, Vec<Window>>,
    asked_before: RefCell<BTreeMap<i64, Vec<(i64, i64)>>>,
}

impl RefCalendar {
    pub fn new(
        zone: &str,
        week: [Vec<Window>; 7],
        holidays: BTreeSet<i64>,
        yearly: BTreeSet<(i64, i64)>,
        special_days: BTreeMap<i64, Vec<Window>>,
    ) -> Result<Self, String> {
        let zone = RefZone::named(zone).ok_or_else(|| format!("no zone `{zone}`"))?;
        Ok(Self { zone, week, holidays, yearly, special_days, asked_before: RefCell::default() })
    }

    /// The same windows on every date, nothing else.
    pub fn daily(zone: &str, windows: &[Window]) -> Self {
        let week = std::array::from_fn(|_| windows.to_vec());
        Self::new(zone, week, BTreeSet::new(), BTreeSet::new(), BTreeMap::new()).expect("a zone")
    }

    /// Reads the document form of the design.
    pub fn from_json(document: &Value) -> Result<Self, String> {
        let zone = document["zone"].as_str().ok_or("no zone")?;
        let mut week: [Vec<Window>; 7] = Default::default();
        for (name, windows) in entries(&document["week"]) {
            let place = WEEKDAYS.iter().position(|day| day == name).ok_or(format!("no weekday `{name}`"))?;
            week[place] = windows_from(windows)?;
        }
        let mut holidays = BTreeSet::new();
        for entry in items(&document["holidays"]) {
            let text = dated(entry)?;
            holidays.insert(day_from_text(text).ok_or(format!("no date `{text}`"))?);
        }
        let mut yearly = BTreeSet::new();
        for entry in items(&document["yearly_holidays"]) {
            let text = dated(entry)?;
            let leap = day_from_text(&format!("2000-{text}")).ok_or(format!("no day `{text}`"))?;
            let (_, month, day) = date_of(leap);
            yearly.insert((month, day));
        }
        let mut special_days = BTreeMap::new();
        for (text, windows) in entries(&document["special_days"]) {
            let day = day_from_text(text).ok_or(format!("no date `{text}`"))?;
            special_days.insert(day, windows_from(windows)?);
        }
        Self::new(zone, week, holidays, yearly, special_days)
    }

    /// The windows that open on a date.
    pub fn windows_of(&self, day: i64) -> &[Window] {
        if let Some(windows) = self.special_days.get(&day) {
            return windows;
        }
        if self.holidays.contains(&day) || self.is_yearly_holiday(day) {
            return &[];
        }
        &self.week[weekday_of(day)]
    }

    fn is_yearly_holiday(&self, day: i64) -> bool {
        if self.yearly.is_empty() {
            return false;
        }
        let (_, month, of_month) = date_of(day);
        self.yearly.contains(&(month, of_month))
    }

    /// Real time inside the windows that open on a date, each window for itself, empty ones left out.
    pub fn stretches_of(&self, day: i64) -> Vec<(i64, i64)> {
        if let Some(known) = self.asked_before.borrow().get(&day) {
            return known.clone();
        }
        let mut found = Vec::new();
        for &(open, close) in self.windows_of(day) {
            let (from, to) = local_span(day, open, close);
            let (from, to) = (self.zone.edge(from), self.zone.edge(to));
            if from < to {
                found.push((from, to));
            }
        }
        self.asked_before.borrow_mut().insert(day, found.clone());
        found
    }

    /// Open time in `[from, to)`: the windows of all dates near, clipped, overlapping and touching ones united.
    pub fn open_in(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let mut clipped = Vec::new();
        for day in self.zone.date(from) - REACH..=self.zone.date(to) + REACH {
            for (open, close) in self.stretches_of(day) {
                if open.max(from) < close.min(to) {
                    clipped.push((open.max(from), close.min(to)));
                }
            }
        }
        clipped.sort_unstable();
        let mut united: Vec<(i64, i64)> = Vec::new();
        for (open, close) in clipped {
            match united.last_mut() {
                Some(last) if open <= last.1 => last.1 = last.1.max(close),
                _ => united.push((open, close)),
            }
        }
        united
    }

    pub fn is_open(&self, t: i64) -> bool {
        !self.open_in(t, t + 1).is_empty()
    }

    /// Open seconds from `a` to `b`; negative where `b` is before `a`.
    pub fn between(&self, a: i64, b: i64) -> i64 {
        if b < a {
            return -self.between(b, a);
        }
        self.open_in(a, b).iter().map(|(open, close)| close - open).sum()
    }

    /// The earliest `u >= t` with `between(t, u) = n`; for negative `n` see [`RefCalendar::subtract`].
    pub fn add(&self, t: i64, n: i64) -> Option<i64> {
        if n < 0 {
            return self.subtract(t, -n);
        }
        let (mut from, mut left) = (t, n);
        if left == 0 {
            return Some(t);
        }
        while from < LAST {
            from = from.max(self.nothing_before(from)?);
            let to = (from + STRIDE).min(LAST);
            for (open, close) in self.open_in(from, to.max(from)) {
                if left <= close - open {
                    return Some(open + left);
                }
                left -= close - open;
            }
            from = to.max(from + 1);
        }
        None
    }

    /// The latest `u <= t` with `between(u, t) = n`.
    pub fn subtract(&self, t: i64, n: i64) -> Option<i64> {
        if n < 0 {
            return self.add(t, -n);
        }
        let (mut to, mut left) = (t, n);
        if left == 0 {
            return Some(t);
        }
        while to > FIRST {
            to = to.min(self.nothing_after(to)?);
            let from = (to - STRIDE).max(FIRST).min(to);
            for (open, close) in self.open_in(from, to).into_iter().rev() {
                if left <= close - open {
                    return Some(close - left);
                }
                left -= close - open;
            }
            to = from;
        }
        None
    }

    /// [`RefCalendar::add`], then the first open instant at or after it (the boundary `next_opening`).
    pub fn add_to_next_opening(&self, t: i64, n: i64) -> Option<i64> {
        self.next_open(self.add(t, n)?)
    }

    /// The first open instant at or after `t`: `t` itself where it is open.
    pub fn next_open(&self, t: i64) -> Option<i64> {
        let mut from = t;
        while from <= LAST {
            from = from.max(self.nothing_before(from)?);
            if let Some((open, _)) = self.open_in(from, from + STRIDE).first() {
                return Some(*open).filter(|open| *open <= LAST);
            }
            from += STRIDE;
        }
        None
    }

    /// The end of the open stretch that holds `t`, or of the next one where `t` is closed; none where it never ends.
    pub fn next_close(&self, t: i64) -> Option<i64> {
        self.first_closed(self.next_open(t)?).filter(|close| *close <= LAST)
    }

    /// The first closed instant at or after `t`: `t` itself where it is closed.
    fn first_closed(&self, t: i64) -> Option<i64> {
        let mut from = t;
        while from <= LAST && !self.never_closes_after(from) {
            match self.open_in(from, from + STRIDE).first() {
                Some(&(open, close)) if open == from => from = close,
                _ => return Some(from),
            }
        }
        None
    }

    /// First opening and last closing of the windows that open on a date; none where the date is no working day.
    pub fn working_day(&self, day: i64) -> Option<(i64, i64)> {
        let stretches = self.stretches_of(day);
        let first = stretches.iter().map(|(open, _)| *open).min()?;
        let last = stretches.iter().map(|(_, close)| *close).max()?;
        Some((first, last))
    }

    /// The first working day at or after a date.
    pub fn working_day_from(&self, day: i64) -> Option<i64> {
        let end = self.last_day_with_windows().min(LAST / DAY + 1);
        (day..=end).find(|day| self.working_day(*day).is_some())
    }

    pub fn add_working_days(&self, start: i64, n: u32, convention: Convention) -> Option<i64> {
        let mut day = self.zone.date(start);
        if n == 0 {
            day = self.working_day_from(day)?;
        }
        for _ in 0..n {
            day = self.working_day_from(day + 1)?;
        }
        let (first, last) = self.working_day(day)?;
        let found = match convention {
            Convention::KeepTime => {
                let time_of_day = self.zone.local(start).rem_euclid(DAY);
                self.zone.edge(day * DAY + time_of_day).clamp(first, last)
            }
            Convention::EndOfDay => last,
            Convention::StartOfNext => self.working_day(self.working_day_from(day + 1)?)?.0,
        };
        Some(found).filter(|t| (FIRST..=LAST).contains(t))
    }

    /// Open seconds in `[a, b)`, second by second and with nothing of the above.
    ///
    /// "Has reached or passed" is taken literally: the furthest the clock on the wall has been decides. A day is
    /// enough to look back: no clock has been put back further since 1970.
    pub fn between_by_stepping(&self, a: i64, b: i64) -> i64 {
        let mut furthest = i64::MIN;
        let mut open = 0;
        for t in a - DAY..b {
            furthest = furthest.max(t + offset(&self.zone.rules, t));
            let today = furthest.div_euclid(DAY);
            let is_open = [today - 1, today].into_iter().any(|day| {
                self.windows_of(day).iter().any(|&(opens, closes)| {
                    let (from, to) = local_span(day, opens, closes);
                    from <= furthest && furthest < to
                })
            });
            open += i64::from(t >= a && is_open);
        }
        open
    }

    /// Spares the search the centuries of a calendar that has special days only.
    fn nothing_before(&self, t: i64) -> Option<i64> {
        if self.week.iter().any(|windows| !windows.is_empty()) {
            return Some(t);
        }
        let (day, _) = self.special_days.range(self.zone.date(t) - REACH..).next()?;
        Some((day - REACH) * DAY)
    }

    fn nothing_after(&self, t: i64) -> Option<i64> {
        if self.week.iter().any(|windows| !windows.is_empty()) {
            return Some(t);
        }
        let (day, _) = self.special_days.range(..=self.zone.date(t) + REACH).next_back()?;
        Some((day + REACH + 1) * DAY)
    }

    fn last_day_with_windows(&self) -> i64 {
        if self.week.iter().any(|windows| !windows.is_empty()) {
            return i64::MAX;
        }
        self.special_days.keys().next_back().copied().unwrap_or(i64::MIN)
    }

    /// Spares the search the centuries of a calendar that is always open.
    fn never_closes_after(&self, t: i64) -> bool {
        let near = self.zone.date(t) - REACH;
        let round_the_clock =
            |windows: &Vec<Window>| windows.iter().any(|w| *w == (0, 1_440) || *w == (0, 0));
        self.week.iter().all(round_the_clock)
            && self.yearly.is_empty()
            && self.holidays.range(near..).next().is_none()
            && self.special_days.range(near..).next().is_none()
    }
}

fn local_span(day: i64, open: u32, close: u32) -> (i64, i64) {
    let closes_on = if close <= open { day + 1 } else { day };
    (day * DAY + i64::from(open) * 60, closes_on * DAY + i64::from(close) * 60)
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn dated(entry: &Value) -> Result<&str, String> {
    entry.as_str().or_else(|| entry["date"].as_str()).ok_or_else(|| format!("no date in `{entry}`"))
}

fn windows_from(value: &Value) -> Result<Vec<Window>, String> {
    items(value)
        .map(|pair| match (pair[0].as_str().and_then(minute), pair[1].as_str().and_then(minute)) {
            (Some(open), Some(close)) if open < 1_440 => Ok((open, close)),
            _ => Err(format!("no window `{pair}`")),
        })
        .collect()
}

fn minute(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    (minutes < 60 && hours * 60 + minutes <= 1_440).then_some(hours * 60 + minutes)
}
