//! The KPI catalogue and its formulas. 关键绩效指标
//!
//! ISO/IEC 20000 9.1 and the processes' own clauses; spec 3.27 (the catalogue), 3.0.10 (ratios), 3.29 (13), DECISIONS 13 and 19.
//! [`KPIS`] is the catalogue: code walks it, tests enumerate it, [`to_text`] prints from it.
//!
//! A value is audit evidence: it names its formula version, its period, and every record in numerator and denominator.
//! Numbers are integers: basis points rounded down, with both counts kept; seconds; nearest-rank percentiles. What has
//! nothing to divide by is [`Amount::NotApplicable`], never 0 % or 100 %.
//!
//! # Which records to hand in
//!
//! All records of the tenant **as they stood at the end of the period**, or at a later `as_of`. Instants that a record keeps in
//! full (logged, resolved, reopened, closed, breached) are read up to the end of the period, so a later reopening does not change an
//! earlier month. What a record keeps only once (category, priority, CI, service, level, channel, excuses) is read as it is handed in; for
//! the answer that was given then, hand in the records as of then.
//!
//! ```
//! use itsm::kernel::Instant;
//! use itsm::kpi::{Amount, KpiScope, Period, compute, compute_all, to_text};
//! use itsm::time::{Language, Zone};
//!
//! let november = Period::month(2026, 11, &Zone::bundled("Asia/Shanghai")?)?;
//! let scope = KpiScope::new(november);
//! let value = compute("K-INC-03", &scope)?;
//! assert_eq!(value.amount, Amount::NotApplicable, "nothing was resolved: neither 0 % nor 100 %");
//! assert_eq!(value.hash, value.content_digest());
//! assert!(to_text(&compute_all(&scope)?, Language::Chinese).contains("解决及时率"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalogue;
mod changes;
mod compliance;
mod configuration;
mod incidents;
mod majors;
mod outcome;
mod period;
mod problems;
mod releases;
mod requests;
mod scope;
mod text;
mod value;
mod whole;

#[cfg(test)]
mod tests;

pub use catalogue::{Direction, KPIS, KpiDefinition, KpiUnit};
pub(crate) use incidents::age_bucket;
pub use period::Period;
pub use scope::{KpiScope, MajorRow, RequestRow};
pub use text::to_text;
pub use value::*;

use crate::kernel::{Digest, Instant, RecordId};
use scope::Population;
use smol_str::SmolStr;

/// Why a KPI was not computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KpiError {
    /// Not in the catalogue.
    #[error("`{id}` is not in the KPI catalogue")]
    Unknown {
        /// What was asked for, cut to 40 characters.
        id: String,
    },
    /// A period that holds no instant.
    #[error("the period from `{from}` to `{to}` is empty")]
    PeriodEmpty {
        /// Its first instant.
        from: Instant,
        /// The first instant after it.
        to: Instant,
    },
    /// A date that does not exist or lies outside 1970-2200.
    #[error("the period does not lie between 1970 and 2200")]
    PeriodOutOfRange,
    /// The records are older than the end of the period.
    #[error("the records are known up to `{as_of}`, the period ends at `{to}`")]
    PeriodNotOver {
        /// Up to when the records are known.
        as_of: Instant,
        /// The end of the period.
        to: Instant,
    },
    /// A record would count twice.
    #[error("the {process} `{record}` was handed in twice")]
    RecordTwice {
        /// Its process.
        process: &'static str,
        /// Its id.
        record: RecordId,
    },
}

impl KpiError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "kpi.unknown",
            Self::PeriodEmpty { .. } => "kpi.period_empty",
            Self::PeriodOutOfRange => "kpi.period_out_of_range",
            Self::PeriodNotOver { .. } => "kpi.period_not_over",
            Self::RecordTwice { .. } => "kpi.record_twice",
        }
    }
}

/// Computes one KPI.
///
/// # Errors
/// [`KpiError`].
pub fn compute(id: &str, scope: &KpiScope<'_>) -> Result<KpiValue, KpiError> {
    let kpi = KpiDefinition::of(id).ok_or_else(|| KpiError::Unknown { id: id.chars().take(40).collect() })?;
    Ok(value(kpi, &Population::of(scope)?))
}

/// Computes every KPI of the catalogue, in its order.
///
/// # Errors
/// [`KpiError`].
pub fn compute_all(scope: &KpiScope<'_>) -> Result<Vec<KpiValue>, KpiError> {
    let population = Population::of(scope)?;
    Ok(KPIS.iter().map(|kpi| value(kpi, &population)).collect())
}

/// What a formula answers.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    amount: Amount,
    numerator: Counted,
    denominator: Option<Counted>,
    with_excused: Option<WithExcused>,
    apart: Vec<Apart>,
    figures: Vec<Figure>,
    breakdown: Vec<Slice>,
}

impl Measured {
    fn new(amount: Amount, numerator: Counted, denominator: Option<Counted>) -> Self {
        Self {
            amount,
            numerator,
            denominator,
            with_excused: None,
            apart: Vec::new(),
            figures: Vec::new(),
            breakdown: Vec::new(),
        }
    }

    fn count(numerator: Counted) -> Self {
        Self::new(Amount::Count { count: numerator.count }, numerator, None)
    }

    fn ratio(numerator: Counted, denominator: Counted) -> Self {
        let amount = Amount::ratio(numerator.count, denominator.count);
        Self::new(amount, numerator, Some(denominator))
    }

    fn apart(mut self, why: ApartReason, counted: Counted) -> Self {
        if counted.count > 0 {
            self.apart.push(Apart { why, counted });
        }
        self
    }

    fn figure(mut self, name: FigureName, unit: KpiUnit, amount: Amount) -> Self {
        self.figures.push(Figure { name, unit, amount });
        self
    }
}

fn value(kpi: &KpiDefinition, population: &Population<'_>) -> KpiValue {
    let measured = kpi.measure(population);
    let target = population.scope.targets.get(kpi.id).copied();
    let mut value = KpiValue {
        kpi: SmolStr::new_static(kpi.id),
        formula_version: kpi.version,
        period: population.scope.period.clone(),
        as_of: population.scope.as_of,
        unit: kpi.unit,
        direction: kpi.direction,
        status: KpiStatus::of(&measured.amount, kpi.direction, target),
        amount: measured.amount,
        numerator: measured.numerator,
        denominator: measured.denominator,
        with_excused: measured.with_excused,
        apart: measured.apart,
        figures: measured.figures,
        breakdown: measured.breakdown,
        target,
        hash: Digest::from_bytes([0; 32]),
    };
    value.hash = value.content_digest();
    value
}
