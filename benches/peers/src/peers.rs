//! Each peer as its documentation says: prepared once, asked many times.

use crate::questions::Calendar;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use compact_calendar::CompactCalendar;
use itsm::time::{BusinessCalendar, DayConvention};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use opening_hours::localization::TzLocation;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use std::sync::Arc;
use workclock::{Holidays, Schedule, Weekdays, WorkDay};

pub trait Peer {
    /// How the peer writes an instant.
    type Instant: Copy;
    fn instant(&self, unix_s: i64) -> Self::Instant;
    fn seconds(&self, at: Self::Instant) -> i64;
    fn add(&self, start: Self::Instant, seconds: i64) -> Option<Self::Instant>;
    fn between(&self, a: Self::Instant, b: Self::Instant) -> i64;

    /// The due time, anywhere on its date. A peer that does not count working days has none.
    fn add_days(&self, _start: Self::Instant, _days: i64) -> Option<Self::Instant> {
        None
    }

    fn days_between(&self, _a: Self::Instant, _b: Self::Instant) -> Option<i64> {
        None
    }
}

pub struct Itsm(BusinessCalendar);

impl Itsm {
    pub fn new(calendar: &Calendar) -> Self {
        Self(BusinessCalendar::from_json(calendar.document().as_bytes()).expect("a calendar"))
    }
}

impl Peer for Itsm {
    type Instant = DateTime<Utc>;

    fn instant(&self, unix_s: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(unix_s, 0).expect("in range")
    }

    fn seconds(&self, at: DateTime<Utc>) -> i64 {
        at.timestamp()
    }

    fn add(&self, start: DateTime<Utc>, seconds: i64) -> Option<DateTime<Utc>> {
        self.0.add(start, seconds).ok()
    }

    fn between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> i64 {
        self.0.between(a, b).expect("in range")
    }

    fn add_days(&self, start: DateTime<Utc>, days: i64) -> Option<DateTime<Utc>> {
        self.0.add_working_days(start, u32::try_from(days).ok()?, DayConvention::KeepTime).ok()
    }

    fn days_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Option<i64> {
        self.0.working_days_between(a, b).ok()
    }
}

pub struct Workclock(Schedule);

impl Workclock {
    pub fn new(calendar: &Calendar) -> Self {
        let time = |text: &str| format!("{text}:00").parse::<Time>().expect("a time");
        let days = if calendar.every_day { Weekdays::ALL } else { Weekdays::MON_TO_FRI };
        let holidays = calendar.holidays.iter().map(|date| date.parse().expect("a date"));
        let mut schedule = Schedule::builder().time_zone(calendar.zone).rule(Holidays::new(holidays));
        for (open, close) in calendar.windows {
            schedule = schedule.rule(WorkDay::new(time(open), time(close), days));
        }
        Self(schedule.build().expect("a schedule"))
    }
}

impl Peer for Workclock {
    type Instant = Timestamp;

    fn instant(&self, unix_s: i64) -> Timestamp {
        Timestamp::from_second(unix_s).expect("in range")
    }

    fn seconds(&self, at: Timestamp) -> i64 {
        at.as_second()
    }

    fn add(&self, start: Timestamp, seconds: i64) -> Option<Timestamp> {
        self.0.add(start, SignedDuration::from_secs(seconds)).ok()
    }

    fn between(&self, a: Timestamp, b: Timestamp) -> i64 {
        self.0.between(a, b).as_secs()
    }
}

/// It lists stretches and does not count: due times and sums are walked here, as its users do.
pub struct OpeningHoursCrate {
    hours: OpeningHours<TzLocation<Tz>>,
    zone: Tz,
}

impl OpeningHoursCrate {
    pub fn new(calendar: &Calendar) -> Self {
        let zone: Tz = calendar.zone.parse().expect("a zone");
        let windows: Vec<String> =
            calendar.windows.iter().map(|(open, close)| format!("{open}-{close}")).collect();
        let days = if calendar.every_day { "Mo-Su" } else { "Mo-Fr" };
        let expression = format!("{days} {} ; PH off", windows.join(","));
        let dates = calendar.holidays.iter().map(|date| date.parse::<NaiveDate>().expect("a date"));
        let public: CompactCalendar = dates.collect();
        let holidays = ContextHolidays::new(Arc::new(public), Arc::default());
        let context = Context::default().with_holidays(holidays).with_locale(TzLocation::new(zone));
        let hours = expression.parse::<OpeningHours>().expect("an expression").with_context(context);
        Self { hours, zone }
    }
}

impl Peer for OpeningHoursCrate {
    type Instant = DateTime<Tz>;

    fn instant(&self, unix_s: i64) -> DateTime<Tz> {
        DateTime::from_timestamp(unix_s, 0).expect("in range").with_timezone(&self.zone)
    }

    fn seconds(&self, at: DateTime<Tz>) -> i64 {
        at.timestamp()
    }

    fn add(&self, start: DateTime<Tz>, seconds: i64) -> Option<DateTime<Tz>> {
        let mut left_s = seconds;
        for stretch in self.hours.iter_from(start).filter(|stretch| stretch.kind == RuleKind::Open) {
            let length_s = (stretch.range.end - stretch.range.start).num_seconds();
            if left_s <= length_s {
                return Some(stretch.range.start + TimeDelta::seconds(left_s));
            }
            left_s -= length_s;
        }
        None
    }

    fn between(&self, a: DateTime<Tz>, b: DateTime<Tz>) -> i64 {
        let open = self.hours.iter_range(a, b).filter(|stretch| stretch.kind == RuleKind::Open);
        open.map(|stretch| (stretch.range.end - stretch.range.start).num_seconds()).sum()
    }
}
