//! Instants: whole seconds of UTC between 1970 and 2200.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A whole second of UTC from 1970-01-01T00:00:00Z up to and including 2200-12-31T23:59:59Z.
///
/// Finer input is floored once, at the door (DECISIONS 11). In documents an instant is the text
/// `2026-11-21T01:48:51Z`, always 20 characters, so that texts sort as instants do.
///
/// ```
/// use chrono::{DateTime, Utc};
/// use itsm::kernel::Instant;
/// let finer: DateTime<Utc> = "2026-11-21T01:48:51.987Z".parse().unwrap();
/// let instant = Instant::try_from(finer).unwrap();
/// assert_eq!(instant.to_string(), "2026-11-21T01:48:51Z");
/// assert_eq!(instant.plus_s(9).unwrap().seconds_since(instant), 9);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// An instant that is not a whole second between 1970 and 2200, or not written as one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InstantError {
    /// Outside 1970-01-01T00:00:00Z..=2200-12-31T23:59:59Z.
    #[error("instant `{seconds}` (seconds since 1970) is outside 1970-2200")]
    OutOfRange {
        /// Seconds since 1970-01-01T00:00:00Z.
        seconds: i64,
    },
    /// Not of the form `2026-11-21T01:48:51Z`.
    #[error("`{text}` is not an instant of the form `2026-11-21T01:48:51Z`")]
    Malformed {
        /// What stood there, cut to 40 characters.
        text: String,
    },
}

impl Instant {
    /// 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// 2200-12-31T23:59:59Z.
    pub const MAX: Self = Self(7_289_654_399);

    /// The instant that many seconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`InstantError::OutOfRange`] outside 1970-2200.
    pub const fn from_unix_s(seconds: i64) -> Result<Self, InstantError> {
        if seconds < Self::MIN.0 || seconds > Self::MAX.0 {
            return Err(InstantError::OutOfRange { seconds });
        }
        Ok(Self(seconds))
    }

    /// The instant that many seconds after 1970, moved to the nearer end of the range where it lies outside.
    #[must_use]
    pub const fn clamped(seconds: i64) -> Self {
        if seconds < Self::MIN.0 {
            Self::MIN
        } else if seconds > Self::MAX.0 {
            Self::MAX
        } else {
            Self(seconds)
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_s(self) -> i64 {
        self.0
    }

    /// As chrono writes it.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default()
    }

    /// Elapsed seconds from `earlier` to this instant; negative when `earlier` is later.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This instant and that many elapsed seconds, if still in the range.
    #[must_use]
    pub fn plus_s(self, seconds: i64) -> Option<Self> {
        Self::from_unix_s(self.0.checked_add(seconds)?).ok()
    }

    /// Reads `2026-11-21T01:48:51Z`. No offset, no fraction, no leap second.
    ///
    /// # Errors
    /// [`InstantError`] when the text has another form or the instant is out of range.
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        parse(text.as_bytes())
            .ok_or_else(|| InstantError::Malformed { text: text.chars().take(40).collect() })
            .and_then(Self::from_unix_s)
    }
}

fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0_i64, |sum, b| {
        b.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(i64::from(b.wrapping_sub(b'0'))))
    })
}

fn parse(bytes: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z'] = *bytes
    else {
        return None;
    };
    let (year, month, day) = (digits(&[y1, y2, y3, y4])?, digits(&[m1, m2])?, digits(&[d1, d2])?);
    let (hour, minute, second) = (digits(&[h1, h2])?, digits(&[i1, i2])?, digits(&[s1, s2])?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let date = chrono::NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )?;
    let days = i64::from(date.to_epoch_days());
    days.checked_mul(86_400)?
        .checked_add(hour.checked_mul(3_600)?)?
        .checked_add(minute.checked_mul(60)?)?
        .checked_add(second)
}

impl TryFrom<DateTime<Utc>> for Instant {
    type Error = InstantError;
    fn try_from(value: DateTime<Utc>) -> Result<Self, InstantError> {
        Self::from_unix_s(value.timestamp())
    }
}

impl From<Instant> for DateTime<Utc> {
    fn from(value: Instant) -> Self {
        value.utc()
    }
}

impl std::str::FromStr for Instant {
    type Err = InstantError;
    fn from_str(text: &str) -> Result<Self, InstantError> {
        Self::parse(text)
    }
}

impl Instant {
    fn text(self) -> [u8; 20] {
        use chrono::{Datelike, Timelike};
        let t = self.utc();
        let mut text = *b"0000-00-00T00:00:00Z";
        let mut put = |at: usize, width: usize, value: u32| {
            let mut rest = value;
            for place in text.iter_mut().skip(at).take(width).rev() {
                *place = b'0'.wrapping_add(u8::try_from(rest.wrapping_rem(10)).unwrap_or(0));
                rest = rest.wrapping_div(10);
            }
        };
        put(0, 4, t.year().unsigned_abs());
        put(5, 2, t.month());
        put(8, 2, t.day());
        put(11, 2, t.hour());
        put(14, 2, t.minute());
        put(17, 2, t.second());
        text
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Instant;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an instant of the form `2026-11-21T01:48:51Z`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Instant, E> {
                Instant::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range_are_written_and_read() {
        for (instant, text) in
            [(Instant::MIN, "1970-01-01T00:00:00Z"), (Instant::MAX, "2200-12-31T23:59:59Z")]
        {
            assert_eq!(instant.to_string(), text);
            assert_eq!(Instant::parse(text), Ok(instant));
        }
        assert!(Instant::parse("2201-01-01T00:00:00Z").is_err());
        assert!(Instant::parse("1969-12-31T23:59:59Z").is_err());
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "2026-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00+00:00",
            "2026-01-01 00:00:00Z",
            "2026-01-01T00:00:00.5Z",
            "",
            "２026-01-01T00:00:00Z",
        ] {
            assert!(Instant::parse(text).is_err(), "{text}");
        }
    }
}
