//! Periods: half-open stretches between local midnights. 统计周期

use crate::kernel::Instant;
use crate::kpi::KpiError;
use crate::time::Zone;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// A period `[from, to)`: what happens at `to` belongs to the next one (spec 3.0.10).
///
/// ```
/// use itsm::{kpi::Period, time::Zone};
/// let november = Period::month(2026, 11, &Zone::bundled("Asia/Shanghai")?)?;
/// assert_eq!(november.from().to_string(), "2026-10-31T16:00:00Z");
/// assert_eq!(november.to().to_string(), "2026-11-30T16:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "PeriodStated")]
#[cfg_attr(feature = "schema", schemars(!try_from, deny_unknown_fields))]
pub struct Period {
    from: Instant,
    to: Instant,
    zone: SmolStr,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodStated {
    from: Instant,
    to: Instant,
    zone: SmolStr,
}

impl TryFrom<PeriodStated> for Period {
    type Error = KpiError;
    fn try_from(stated: PeriodStated) -> Result<Self, KpiError> {
        Self::new(stated.from, stated.to, stated.zone)
    }
}

impl Period {
    /// The period between two instants; `zone` names the zone in which they were chosen.
    ///
    /// # Errors
    /// [`KpiError::PeriodEmpty`] unless `from` lies before `to`.
    pub fn new(from: Instant, to: Instant, zone: impl Into<SmolStr>) -> Result<Self, KpiError> {
        if from < to {
            Ok(Self { from, to, zone: zone.into() })
        } else {
            Err(KpiError::PeriodEmpty { from, to })
        }
    }

    /// From the first instant of `first` up to the first instant of `end`, as the zone's local clock shows them.
    ///
    /// # Errors
    /// [`KpiError::PeriodEmpty`] unless `first` lies before `end`, [`KpiError::PeriodOutOfRange`] outside 1970-2200.
    pub fn dates(first: NaiveDate, end: NaiveDate, zone: &Zone) -> Result<Self, KpiError> {
        let midnight = |date: NaiveDate| {
            let local_s = i64::from(date.to_epoch_days()).saturating_mul(86_400);
            Instant::from_unix_s(zone.edge_s(local_s)).map_err(|_| KpiError::PeriodOutOfRange)
        };
        Self::new(midnight(first)?, midnight(end)?, zone.name())
    }

    /// A calendar month of the zone.
    ///
    /// # Errors
    /// [`KpiError::PeriodOutOfRange`] for a month that does not exist or lies outside 1970-2200.
    pub fn month(year: i32, month: u32, zone: &Zone) -> Result<Self, KpiError> {
        let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(KpiError::PeriodOutOfRange)?;
        let end = first.checked_add_months(Months::new(1)).ok_or(KpiError::PeriodOutOfRange)?;
        Self::dates(first, end, zone)
    }

    /// Its first instant.
    #[must_use]
    pub const fn from(&self) -> Instant {
        self.from
    }

    /// The first instant after it.
    #[must_use]
    pub const fn to(&self) -> Instant {
        self.to
    }

    /// The zone in which it was chosen.
    #[must_use]
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// Whether the instant lies in it.
    #[must_use]
    pub fn contains(&self, at: Instant) -> bool {
        self.from <= at && at < self.to
    }
}
