//! Times as foreign tables write them: local, without an offset. 本地时间格式

use crate::kernel::Instant;
use crate::time::Zone;
use chrono::NaiveDate;

crate::kernel::codes! {
    /// How a table writes a time. `D` and `M` have one digit or two, `DD` and `MM` have two.
    pub enum WallFormat {
        /// `29/2/2016 06:38`.
        DayFirst = "D/M/YYYY HH:MM", "Day first", "日在前";
        /// `2/29/2016 06:38`.
        MonthFirst = "M/D/YYYY HH:MM", "Month first", "月在前";
        /// `2016-02-29 06:38:00`.
        YearFirst = "YYYY-MM-DD HH:MM:SS", "Year first", "年在前";
    }
}

impl WallFormat {
    /// The instant at which the clocks of that zone first show that time, or a later one where they skip it.
    ///
    /// ```
    /// use itsm::{analytics::WallFormat, time::Zone};
    /// let paris = Zone::bundled("Europe/Paris")?;
    /// let instant = WallFormat::DayFirst.read("29/2/2016 06:38", &paris).unwrap();
    /// assert_eq!(instant.to_string(), "2016-02-29T05:38:00Z");
    /// assert_eq!(WallFormat::DayFirst.read("29/2/2015 06:38", &paris), None);
    /// # Ok::<(), itsm::time::CalendarError>(())
    /// ```
    #[must_use]
    pub fn read(self, text: &str, zone: &Zone) -> Option<Instant> {
        let (date, time) = text.split_once(' ')?;
        let (separator, widths) = match self {
            Self::DayFirst | Self::MonthFirst => ('/', [(1, 2), (1, 2), (4, 4)]),
            Self::YearFirst => ('-', [(4, 4), (2, 2), (2, 2)]),
        };
        let [first, second, third] = numbers(date, separator, widths)?;
        let (year, month, day) = match self {
            Self::DayFirst => (third, second, first),
            Self::MonthFirst => (third, first, second),
            Self::YearFirst => (first, second, third),
        };
        let two = (2, 2);
        let [hour, minute, second] = match self {
            Self::YearFirst => numbers(time, ':', [two; 3])?,
            Self::DayFirst | Self::MonthFirst => {
                let [hour, minute] = numbers(time, ':', [two; 2])?;
                [hour, minute, 0]
            }
        };
        let local = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?
            .and_hms_opt(hour, minute, second)?
            .and_utc();
        Instant::from_unix_s(zone.edge_s(local.timestamp())).ok()
    }
}

/// So many numbers, each of so many digits, and nothing else.
fn numbers<const N: usize>(text: &str, separator: char, widths: [(usize, usize); N]) -> Option<[u32; N]> {
    let mut parts = text.split(separator);
    let mut found = [0; N];
    for (number, (least, most)) in found.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() < least || part.len() > most || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(found)
}
