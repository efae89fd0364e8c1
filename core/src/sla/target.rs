//! What is promised: a target of so much time, counted in a unit. 目标时限

use crate::kernel::codes;
use crate::time::{CalendarDate, DayConvention};
use serde::{Deserialize, Serialize};

codes! {
    /// What a clock measures.
    pub enum Metric {
        /// Until somebody takes care of the ticket.
        Response = "response", "Response", "响应";
        /// Until the service is restored or the request fulfilled.
        Resolution = "resolution", "Resolution", "解决";
        /// Until the customer hears of it again.
        Update = "update", "Update", "进展通报";
    }
}

codes! {
    /// The unit in which a target counts.
    pub enum Unit {
        /// Seconds of elapsed time.
        Elapsed = "elapsed", "Elapsed time", "自然时间";
        /// Seconds of opening time of the clause's calendar.
        Working = "working", "Working time", "工作时间";
        /// Working days of the clause's calendar.
        WorkingDays = "working_days", "Working days", "工作日";
        /// Up to and including a date in the calendar's zone.
        CalendarDate = "calendar_date", "Calendar date", "日历日期";
    }
}

/// A target in its unit.
///
/// ```
/// use itsm::sla::{Target, Unit};
/// let target: Target = serde_json::from_str(r#"{"unit":"working","seconds":14400}"#).unwrap();
/// assert_eq!(target, Target::Working { seconds: 14_400 });
/// assert_eq!(target.unit(), Unit::Working);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "unit", rename_all = "snake_case", try_from = "TargetTerms")]
#[cfg_attr(feature = "schema", schemars(!try_from, deny_unknown_fields))]
pub enum Target {
    /// So many seconds of elapsed time.
    Elapsed {
        /// Seconds.
        seconds: u32,
    },
    /// So many seconds of opening time.
    Working {
        /// Seconds of opening time.
        seconds: u32,
    },
    /// So many working days.
    WorkingDays {
        /// Days with opening time.
        days: u32,
        /// Where in the last day it ends.
        convention: DayConvention,
    },
    /// By the end of that date.
    CalendarDate {
        /// The last date that still meets the target.
        date: CalendarDate,
    },
}

// Events hold targets, and what a tagged enum reads ahead cannot be read leniently.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetTerms {
    unit: Unit,
    seconds: Option<u32>,
    days: Option<u32>,
    convention: Option<DayConvention>,
    date: Option<CalendarDate>,
}

impl TryFrom<TargetTerms> for Target {
    type Error = String;

    fn try_from(terms: TargetTerms) -> Result<Self, String> {
        let TargetTerms { unit, seconds, days, convention, date } = terms;
        match (unit, seconds, days, convention, date) {
            (Unit::Elapsed, Some(seconds), None, None, None) => Ok(Self::Elapsed { seconds }),
            (Unit::Working, Some(seconds), None, None, None) => Ok(Self::Working { seconds }),
            (Unit::WorkingDays, None, Some(days), Some(convention), None) => {
                Ok(Self::WorkingDays { days, convention })
            }
            (Unit::CalendarDate, None, None, None, Some(date)) => Ok(Self::CalendarDate { date }),
            _ => Err(format!("a target in `{}` has {}", unit.code(), unit.terms())),
        }
    }
}

impl Unit {
    const fn terms(self) -> &'static str {
        match self {
            Self::Elapsed | Self::Working => "`seconds` and nothing else",
            Self::WorkingDays => "`days`, a `convention` and nothing else",
            Self::CalendarDate => "a `date` and nothing else",
        }
    }
}

impl Target {
    /// In which unit it counts.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        match self {
            Self::Elapsed { .. } => Unit::Elapsed,
            Self::Working { .. } => Unit::Working,
            Self::WorkingDays { .. } => Unit::WorkingDays,
            Self::CalendarDate { .. } => Unit::CalendarDate,
        }
    }

    /// Whether it is measured in the opening time of a calendar rather than in elapsed time.
    #[must_use]
    pub const fn counts_opening_time(&self) -> bool {
        matches!(self, Self::Working { .. } | Self::WorkingDays { .. })
    }

    /// Whether it needs a calendar: for the opening time, or for the zone of its date.
    #[must_use]
    pub const fn needs_calendar(&self) -> bool {
        !matches!(self, Self::Elapsed { .. })
    }
}
