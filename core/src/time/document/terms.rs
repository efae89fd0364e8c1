//! The words of a calendar document: times of day, windows, dates, days of the year, holidays.

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeStruct};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// A text that stands for nothing in a calendar document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {wanted}")]
pub struct TermError {
    text: String,
    wanted: &'static str,
}

fn refused(text: &str, wanted: &'static str) -> TermError {
    TermError { text: text.chars().take(40).collect(), wanted }
}

/// A local time of day, `00:00` to `24:00`, to the minute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// `00:00`.
    pub const MIDNIGHT: Self = Self(0);
    /// `23:59`, which many sources write when they mean [`TimeOfDay::END_OF_DAY`].
    pub const LAST_MINUTE: Self = Self(1_439);
    /// `24:00`.
    pub const END_OF_DAY: Self = Self(1_440);

    /// Minutes since the local midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Seconds since the local midnight.
    pub(crate) fn seconds(self) -> i64 {
        i64::from(self.0).saturating_mul(60)
    }
}

impl FromStr for TimeOfDay {
    type Err = TermError;
    fn from_str(text: &str) -> Result<Self, TermError> {
        let minutes = match *text.as_bytes() {
            [h1, h2, b':', m1, m2] => match (two_digits(h1, h2), two_digits(m1, m2)) {
                (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => {
                    Some(hours.saturating_mul(60).saturating_add(minutes))
                }
                (Some(24), Some(0)) => Some(1_440),
                _ => None,
            },
            _ => None,
        };
        minutes
            .map(Self)
            .ok_or_else(|| refused(text, "a time of day of the form `09:00`, `00:00` to `24:00`"))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A window `[open, close)` of a day. One whose close is not after its open ends on the next date.
///
/// ```
/// use itsm::time::Window;
/// let night = Window::new("22:00".parse().unwrap(), "06:00".parse().unwrap()).unwrap();
/// assert_eq!(serde_json::to_string(&night).unwrap(), r#"["22:00","06:00"]"#);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    open: TimeOfDay,
    close: TimeOfDay,
}

impl Window {
    /// `00:00` to `24:00`.
    pub const WHOLE_DAY: Self = Self { open: TimeOfDay::MIDNIGHT, close: TimeOfDay::END_OF_DAY };

    /// A window of those times; `None` when it would open at `24:00`, which is the next date's `00:00`.
    #[must_use]
    pub fn new(open: TimeOfDay, close: TimeOfDay) -> Option<Self> {
        (open < TimeOfDay::END_OF_DAY).then_some(Self { open, close })
    }

    /// When it opens.
    #[must_use]
    pub const fn open(self) -> TimeOfDay {
        self.open
    }

    /// When it closes.
    #[must_use]
    pub const fn close(self) -> TimeOfDay {
        self.close
    }

    pub(crate) const fn closing_at(self, close: TimeOfDay) -> Self {
        Self { open: self.open, close }
    }

    /// Open and close as seconds since the midnight that begins its date.
    pub(crate) fn seconds(self) -> (i64, i64) {
        let next_date_s = if self.close <= self.open { 86_400 } else { 0 };
        (self.open.seconds(), self.close.seconds().saturating_add(next_date_s))
    }
}

/// A date between 1970-01-01 and 2200-12-31, written `2026-10-01`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate(i32);

impl CalendarDate {
    const FIRST_DAY: i32 = 0;
    const LAST_DAY: i32 = 84_370;

    /// That date, if it lies between 1970 and 2200.
    #[must_use]
    pub fn new(date: NaiveDate) -> Option<Self> {
        Self::from_day(date.to_epoch_days())
    }

    /// As chrono writes it.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or_default()
    }

    /// Days since 1970-01-01.
    pub(crate) const fn day(self) -> i32 {
        self.0
    }

    pub(crate) fn from_day(day: i32) -> Option<Self> {
        (Self::FIRST_DAY..=Self::LAST_DAY).contains(&day).then_some(Self(day))
    }

    /// The date of that day, moved to the nearer end of the range where it lies outside.
    pub(crate) fn clamped(day: i64) -> Self {
        let day = day.clamp(i64::from(Self::FIRST_DAY), i64::from(Self::LAST_DAY));
        Self(i32::try_from(day).unwrap_or(Self::LAST_DAY))
    }
}

impl FromStr for CalendarDate {
    type Err = TermError;
    fn from_str(text: &str) -> Result<Self, TermError> {
        let date = match *text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => two_digits(y1, y2)
                .zip(two_digits(y3, y4))
                .zip(two_digits(m1, m2).zip(two_digits(d1, d2)))
                .and_then(|((century, year), (month, day))| {
                    let year = i32::from(century).saturating_mul(100).saturating_add(i32::from(year));
                    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
                }),
            _ => None,
        };
        date.and_then(Self::new)
            .ok_or_else(|| refused(text, "a date of the form `2026-10-01` between 1970 and 2200"))
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.date(), f)
    }
}

/// A day of every year, written `12-25`. `02-29` is met in leap years only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// That day of that month, if some year has it.
    #[must_use]
    pub fn new(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(2_000, month, day)?;
        Some(Self { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl FromStr for MonthDay {
    type Err = TermError;
    fn from_str(text: &str) -> Result<Self, TermError> {
        let found = match *text.as_bytes() {
            [m1, m2, b'-', d1, d2] => two_digits(m1, m2).zip(two_digits(d1, d2)),
            _ => None,
        };
        found
            .and_then(|(month, day)| Self::new(u32::from(month), u32::from(day)))
            .ok_or_else(|| refused(text, "a day of the year of the form `12-25`"))
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// A holiday: a [`CalendarDate`] or a [`MonthDay`], with a name or without.
///
/// In documents `"2026-10-01"`, or `{"date": "2026-10-01", "name": "国庆节"}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday<D> {
    /// When.
    pub date: D,
    /// What people call it; it appears in ledgers.
    pub name: Option<String>,
}

impl<D: fmt::Display> Serialize for Holiday<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(name) = &self.name else { return serializer.collect_str(&self.date) };
        let mut entry = serializer.serialize_struct("Holiday", 2)?;
        entry.serialize_field("date", &self.date.to_string())?;
        entry.serialize_field("name", name)?;
        entry.end()
    }
}

impl<'de, D: FromStr<Err = TermError> + Deserialize<'de>> Deserialize<'de> for Holiday<D> {
    fn deserialize<R: Deserializer<'de>>(deserializer: R) -> Result<Self, R::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Entry<D> {
            date: D,
            name: Option<String>,
        }
        struct Either<D>(PhantomData<D>);
        impl<'de, D: FromStr<Err = TermError> + Deserialize<'de>> de::Visitor<'de> for Either<D> {
            type Value = Holiday<D>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date or an object of `date` and `name`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Holiday<D>, E> {
                Ok(Holiday { date: text.parse().map_err(E::custom)?, name: None })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Holiday<D>, A::Error> {
                let entry = Entry::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Holiday { date: entry.date, name: entry.name })
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl Serialize for Window {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.open, self.close).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Window {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (open, close) = Deserialize::deserialize(deserializer)?;
        Self::new(open, close).ok_or_else(|| de::Error::custom("a window cannot open at `24:00`"))
    }
}

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.open, self.close)
    }
}

macro_rules! documented_as_text {
    ($($name:ident, $expecting:literal;)+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    )+};
}

documented_as_text! {
    TimeOfDay, "a time of day of the form `09:00`";
    CalendarDate, "a date of the form `2026-10-01`";
    MonthDay, "a day of the year of the form `12-25`";
}

fn two_digits(tens: u8, ones: u8) -> Option<u16> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| {
        let digit = |byte: u8| u16::from(byte.wrapping_sub(b'0'));
        digit(tens).wrapping_mul(10).wrapping_add(digit(ones))
    })
}
