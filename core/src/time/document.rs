//! The calendar as people write it: one document, the same in every language.
//! 日历文档
//!
//! ```json
//! {"zone": "Asia/Shanghai",
//!  "week": {"mon": [["09:00","12:00"],["13:00","18:00"]]},
//!  "holidays": ["2026-10-01", {"date": "2026-10-02", "name": "国庆节"}],
//!  "yearly_holidays": ["12-25"],
//!  "special_days": {"2026-10-10": [["09:00","18:00"]]},
//!  "covers": ["2026-01-01", "2026-12-31"]}
//! ```

mod lint;
mod terms;

pub use lint::{Lint, LintCode};
pub use terms::{CalendarDate, Holiday, MonthDay, TermError, TimeOfDay, Window};

use super::CalendarError;
use crate::kernel::{limits, strict};
use serde::{Deserialize, Deserializer, Serialize, de};
use std::collections::BTreeMap;
use std::fmt;

crate::kernel::codes! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "mon", "Monday", "星期一";
        /// Tuesday.
        Tuesday = "tue", "Tuesday", "星期二";
        /// Wednesday.
        Wednesday = "wed", "Wednesday", "星期三";
        /// Thursday.
        Thursday = "thu", "Thursday", "星期四";
        /// Friday.
        Friday = "fri", "Friday", "星期五";
        /// Saturday.
        Saturday = "sat", "Saturday", "星期六";
        /// Sunday.
        Sunday = "sun", "Sunday", "星期日";
    }
}

/// A business calendar as a document.
///
/// Times are local times of `zone`. A weekday that `week` does not name is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarDocument {
    /// IANA name of the zone.
    pub zone: String,
    /// Windows that open on each weekday.
    #[serde(deserialize_with = "week")]
    #[cfg_attr(feature = "schema", schemars(transform = few_windows))]
    pub week: BTreeMap<Weekday, Vec<Window>>,
    /// Dates on which the week's windows do not open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday<CalendarDate>>,
    /// Days of every year on which the week's windows do not open. `02-29` is met in leap years only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yearly_holidays: Vec<Holiday<MonthDay>>,
    /// Dates with windows of their own, holiday or not (调休); an empty list closes the date.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(transform = few_windows))]
    pub special_days: BTreeMap<CalendarDate, Vec<Window>>,
    /// First and last date for which the holidays are complete. A due time outside carries a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers: Option<(CalendarDate, CalendarDate)>,
}

impl CalendarDocument {
    /// Reads and checks a document of at most [`limits::POLICY_BYTES`].
    ///
    /// # Errors
    /// [`CalendarError::Document`] with the path of the fault; else as [`CalendarDocument::check`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, CalendarError> {
        let document: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        document.check()?;
        Ok(document)
    }

    /// Open at every instant, in that zone.
    #[must_use]
    pub fn always_open(zone: &str) -> Self {
        let week = Weekday::ALL.iter().map(|day| (*day, vec![Window::WHOLE_DAY])).collect();
        Self {
            zone: zone.to_owned(),
            week,
            holidays: Vec::new(),
            yearly_holidays: Vec::new(),
            special_days: BTreeMap::new(),
            covers: None,
        }
    }

    /// Checks what the types do not: how many windows and entries there are, and that `covers` runs forward.
    ///
    /// # Errors
    /// [`CalendarError::TooManyWindows`], [`CalendarError::TooManyEntries`], [`CalendarError::CoversReversed`].
    pub fn check(&self) -> Result<(), CalendarError> {
        for (path, found) in [
            ("holidays", self.holidays.len()),
            ("yearly_holidays", self.yearly_holidays.len()),
            ("special_days", self.special_days.len()),
        ] {
            if found > limits::LIST {
                return Err(CalendarError::TooManyEntries { path: path.into(), found });
            }
        }
        for (path, windows) in self.days() {
            if windows.len() > limits::WINDOWS_PER_DAY {
                return Err(CalendarError::TooManyWindows { path: path.into(), found: windows.len() });
            }
        }
        match self.covers {
            Some((first, last)) if last < first => Err(CalendarError::CoversReversed { first, last }),
            _ => Ok(()),
        }
    }

    /// The same document with every close at `23:59` read as `24:00`, for sources that cannot say `24:00`.
    ///
    /// ```
    /// use itsm::time::CalendarDocument;
    /// let typed = br#"{"zone": "UTC", "week": {"mon": [["00:00","23:59"]]}}"#;
    /// let document = CalendarDocument::from_json(typed)?;
    /// assert_eq!(document.lint().len(), 1);
    /// assert!(document.with_end_of_day_repaired().lint().is_empty());
    /// # Ok::<(), itsm::time::CalendarError>(())
    /// ```
    #[must_use]
    pub fn with_end_of_day_repaired(mut self) -> Self {
        for window in self.week.values_mut().chain(self.special_days.values_mut()).flatten() {
            if window.close() == TimeOfDay::LAST_MINUTE {
                *window = window.closing_at(TimeOfDay::END_OF_DAY);
            }
        }
        self
    }

    /// Every list of windows with its path.
    fn days(&self) -> impl Iterator<Item = (String, &Vec<Window>)> {
        let week = self.week.iter().map(|(day, windows)| (format!("week.{day}"), windows));
        let special =
            self.special_days.iter().map(|(date, windows)| (format!("special_days.{date}"), windows));
        week.chain(special)
    }
}

/// The schema of a map from days to windows, with as many as a day may have.
#[cfg(feature = "schema")]
fn few_windows(schema: &mut schemars::Schema) {
    for listed in ["patternProperties", "properties"] {
        let days = schema.get_mut(listed).and_then(serde_json::Value::as_object_mut);
        for windows in days.into_iter().flat_map(|days| days.values_mut()) {
            if let Some(windows) = windows.as_object_mut() {
                windows.insert("maxItems".to_owned(), limits::WINDOWS_PER_DAY.into());
            }
        }
    }
}

/// Reads the weekdays as texts, so that a fault names the day in its path.
fn week<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Weekday, Vec<Window>>, D::Error> {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Day(Weekday);
    impl<'de> Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Text;
            impl de::Visitor<'_> for Text {
                type Value = Day;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a weekday")
                }
                fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
                    let unknown = || {
                        de::Error::unknown_variant(text, &["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
                    };
                    Weekday::from_code(text).map(Day).ok_or_else(unknown)
                }
            }
            deserializer.deserialize_str(Text)
        }
    }
    let days = BTreeMap::<Day, Vec<Window>>::deserialize(deserializer)?;
    Ok(days.into_iter().map(|(day, windows)| (day.0, windows)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> CalendarError {
        CalendarDocument::from_json(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_document_written_again_is_the_same_document() {
        let text = concat!(
            r#"{"zone":"Asia/Shanghai","week":{"mon":[["09:00","12:00"],["22:00","06:00"]],"sun":[]},"#,
            r#""holidays":["2026-10-01",{"date":"2026-10-02","name":"国庆节"}],"yearly_holidays":["02-29"],"#,
            r#""special_days":{"2026-10-10":[["09:00","24:00"]]},"covers":["2026-01-01","2026-12-31"]}"#
        );
        let document = CalendarDocument::from_json(text.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&document).unwrap(), text);
    }

    #[test]
    fn what_is_not_a_calendar_is_refused_with_its_path() {
        let cases = [
            (r#"{"zone":"UTC","week":{"mon":[["09:00","25:00"]]}}"#, "at `week.mon[0][1]`"),
            (r#"{"zone":"UTC","week":{"mon":[["24:00","06:00"]]}}"#, "at `week.mon[0]`"),
            (r#"{"zone":"UTC","week":{"mon":[["9:00","17:00"]]}}"#, "at `week.mon[0][0]`"),
            (r#"{"zone":"UTC","week":{},"holidays":["1000000000-01-01"]}"#, "at `holidays[0]`"),
            (r#"{"zone":"UTC","week":{},"holidays":["2026-02-29"]}"#, "at `holidays[0]`"),
            (r#"{"zone":"UTC","week":{},"holidays":["1969-12-31"]}"#, "at `holidays[0]`"),
            (r#"{"zone":"UTC","week":{},"yearly_holidays":["02-30"]}"#, "at `yearly_holidays[0]`"),
            (r#"{"zone":"UTC","week":{},"holidays":[{"date":"2026-01-01","nme":"x"}]}"#, "`nme`"),
            (r#"{"zone":"UTC","week":{"mondy":[]}}"#, "`mondy`"),
            (
                r#"{"zone":"UTC","week":{},"special_days":{"2026-01-01":[["1","2"]]}}"#,
                "special_days.2026-01-01[0][0]",
            ),
            (r#"{"zone":"UTC","week":{"mon":[],"mon":[]}}"#, "twice"),
            (r#"{"zone":"UTC","week":{},"holiday":[]}"#, "`holiday`"),
            (r#"{"zone":"UTC"}"#, "`week`"),
            (r#"{"zone":"UTC","week":{},"covers":["2026-12-31","2026-01-01"]}"#, "`covers`"),
        ];
        for (text, words) in cases {
            let refusal = refused(text).to_string();
            assert!(refusal.contains(words), "{text}: {refusal}");
        }
    }

    #[test]
    fn a_million_windows_are_refused_without_being_read() {
        let window = r#"["00:00","00:01"],"#;
        let day = |count: usize| {
            format!(r#"{{"zone":"UTC","week":{{"mon":[{}["01:00","02:00"]]}}}}"#, window.repeat(count))
        };
        assert_eq!(refused(&day(1_000_000)).code(), "document.too_large");
        assert_eq!(refused(&day(20_000)).code(), "document.too_many");
        assert_eq!(refused(&day(96)).code(), "calendar.too_many_windows");
        assert!(CalendarDocument::from_json(day(95).as_bytes()).is_ok());
    }
}
