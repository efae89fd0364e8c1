//! The KPIs of spec 3.27 that a foreign history can bear, over the whole of it. 指标
//!
//! Each shows its numerator and its denominator. Where the table lacks what the formula asks for, a note says what stands in.

use super::clocks::Outcome;
use super::report::ClockFigures;
use crate::kernel::{Label, codes};
use crate::kpi::{Amount, age_bucket};
use serde::Serialize;
use std::collections::BTreeMap;

codes! {
    /// What the value of a KPI counts.
    pub enum KpiUnit {
        /// So many.
        Count = "count", "count", "数量";
        /// Hundredths of a percent.
        BasisPoints = "basis_points", "%", "%";
        /// Seconds of the clock's measure.
        Seconds = "seconds", "working time", "工作时间";
    }
}

/// One figure of a KPI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryKpi {
    /// The KPI: `K-INC-08`.
    pub id: &'static str,
    /// What people read.
    pub name: Label,
    /// What `value` counts.
    pub unit: KpiUnit,
    /// Above the line.
    pub numerator: Option<u64>,
    /// Below the line.
    pub denominator: Option<u64>,
    /// The figure; none (not applicable) where the denominator is 0.
    pub value: Option<u64>,
    /// What stands in for something that the table does not hold.
    pub note: Option<Label>,
    /// The parts of a count: by priority, or by age.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, u64>,
}

codes! {
    /// How old an open ticket is (K-INC-10).
    pub enum Ageing {
        /// Up to a day.
        Day = "0-1d", "0-1 d", "0-1 天";
        /// Up to three days.
        ThreeDays = "1-3d", "1-3 d", "1-3 天";
        /// Up to a week.
        Week = "3-7d", "3-7 d", "3-7 天";
        /// Up to thirty days.
        Month = "7-30d", "7-30 d", "7-30 天";
        /// Longer.
        Longer = ">30d", ">30 d", ">30 天";
    }
}

impl Ageing {
    pub(super) fn of(age_s: i64) -> Self {
        match age_bucket(age_s) {
            0 => Self::Day,
            1 => Self::ThreeDays,
            2 => Self::Week,
            3 => Self::Month,
            _ => Self::Longer,
        }
    }
}

/// What the KPIs are made of, counted ticket by ticket.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) incidents: u64,
    pub(super) by_priority: BTreeMap<Option<u8>, u64>,
    pub(super) closed: u64,
    pub(super) closed_without_hop: u64,
    pub(super) hopped_twice: u64,
    pub(super) reopens: u64,
    pub(super) resolutions: u64,
    pub(super) open: BTreeMap<Ageing, u64>,
    pub(super) resolution_s: Vec<u64>,
}

impl Counted {
    pub(super) fn time_to_resolve(&mut self, outcome: &Outcome) {
        if let Outcome::Finished(result) = outcome {
            self.resolution_s.push(u64::try_from(result.consumed_s).unwrap_or_default());
        }
    }

    pub(super) fn kpis(mut self, response: &ClockFigures, resolution: &ClockFigures) -> Vec<HistoryKpi> {
        self.resolution_s.sort_unstable();
        let open = self.open.values().copied().fold(0, u64::saturating_add);
        let sum_s = self.resolution_s.iter().copied().fold(0, u64::saturating_add);
        let measured = u64::try_from(self.resolution_s.len()).unwrap_or(u64::MAX);
        let priority = |priority: &Option<u8>| priority.map_or_else(|| "?".to_owned(), |p| format!("P{p}"));
        let volume = self.by_priority.iter().map(|(level, count)| (priority(level), *count)).collect();
        let ages = Ageing::ALL
            .iter()
            .map(|age| (age.code().to_owned(), self.open.get(age).copied().unwrap_or_default()));
        vec![
            HistoryKpi { parts: volume, ..count("K-INC-01", "Incident volume", "事件量", self.incidents) },
            ratio("K-INC-02", "Response compliance", "响应及时率", response.met, response.finished()),
            ratio("K-INC-03", "Resolution compliance", "解决及时率", resolution.met, resolution.finished()),
            HistoryKpi {
                unit: KpiUnit::Seconds,
                value: sum_s.checked_div(measured),
                ..ratio("K-INC-04", "Mean time to resolve", "平均解决时间", sum_s, measured)
            },
            rank("Median time to resolve", "解决时间中位数", &self.resolution_s, 50),
            rank("90th percentile", "解决时间第 90 百分位", &self.resolution_s, 90),
            HistoryKpi {
                note: Some(Label::new(
                    "closed without a change between named groups; the table does not say which group is the first line",
                    "以未在组间转派即关闭代替；表中未标明一线组",
                )),
                ..ratio(
                    "K-INC-06",
                    "First-line resolution",
                    "一线解决率",
                    self.closed_without_hop,
                    self.closed,
                )
            },
            ratio("K-INC-08", "Reopen rate", "重开率", self.reopens, self.resolutions),
            ratio("K-INC-09", "Misassignment rate", "派单退回率", self.hopped_twice, self.closed),
            HistoryKpi {
                parts: ages.collect(),
                ..ratio("K-INC-10", "Backlog ratio", "积压率", open, self.closed)
            },
        ]
    }
}

fn count(id: &'static str, en: &'static str, zh: &'static str, number: u64) -> HistoryKpi {
    HistoryKpi {
        id,
        name: Label::new(en, zh),
        unit: KpiUnit::Count,
        numerator: Some(number),
        denominator: None,
        value: Some(number),
        note: None,
        parts: BTreeMap::new(),
    }
}

/// A share in basis points, as every KPI rounds it (DECISIONS 24).
fn ratio(id: &'static str, en: &'static str, zh: &'static str, above: u64, below: u64) -> HistoryKpi {
    let share = match Amount::ratio(above, below) {
        Amount::Ratio { basis_points, .. } => Some(basis_points),
        _ => None,
    };
    HistoryKpi {
        unit: KpiUnit::BasisPoints,
        numerator: Some(above),
        denominator: Some(below),
        value: share,
        ..count(id, en, zh, above)
    }
}

/// The nearest rank: the smallest value that so many percent of the values do not exceed.
fn rank(en: &'static str, zh: &'static str, sorted: &[u64], percent: usize) -> HistoryKpi {
    let rank = sorted.len().saturating_mul(percent).div_ceil(100);
    HistoryKpi {
        unit: KpiUnit::Seconds,
        numerator: None,
        denominator: u64::try_from(sorted.len()).ok(),
        value: rank.checked_sub(1).and_then(|place| sorted.get(place)).copied(),
        ..count("K-INC-04", en, zh, 0)
    }
}
