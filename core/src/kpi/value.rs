//! What a computed KPI says, with the evidence for it. 指标值

use crate::kernel::{Digest, Instant, RecordId, canonical, codes};
use crate::kpi::{Direction, KpiUnit, Period};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The records behind a number: an id stands as often as it counts, so the number can be recounted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// How many.
    pub count: u64,
    /// Which, by process (`incident`) and in order of their ids. Empty for a number that the host states, such as CIs in scope.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ids: BTreeMap<SmolStr, Vec<RecordId>>,
}

impl Counted {
    /// A number that the host states.
    #[must_use]
    pub const fn stated(count: u64) -> Self {
        Self { count, ids: BTreeMap::new() }
    }

    /// These records of one process.
    pub(crate) fn of<'a>(process: &'static str, records: impl IntoIterator<Item = &'a RecordId>) -> Self {
        let mut ids: Vec<_> = records.into_iter().cloned().collect();
        ids.sort();
        let count = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let ids = BTreeMap::from([(SmolStr::new_static(process), ids)]);
        Self { count, ids: if count == 0 { BTreeMap::new() } else { ids } }
    }

    /// Both, of different processes.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.count = self.count.saturating_add(other.count);
        self.ids.extend(other.ids);
        self
    }
}

/// A number, exact: a quotient keeps what it was divided from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Amount {
    /// There was nothing to divide by: neither 0 % nor 100 %.
    NotApplicable,
    /// So many.
    Count {
        /// How many.
        count: u64,
    },
    /// A quotient of two counts.
    Ratio {
        /// Ten thousand times the quotient, rounded down. Also hundredths per 100.
        basis_points: u64,
        /// What is divided.
        numerator: u64,
        /// By what.
        denominator: u64,
    },
    /// An arithmetic mean of durations.
    Mean {
        /// The mean in seconds, rounded down.
        mean_s: i64,
        /// The sum in seconds.
        sum_s: i64,
        /// Of how many.
        of: u64,
    },
    /// One duration.
    Duration {
        /// Seconds.
        seconds: i64,
    },
}

impl Amount {
    /// The quotient, if there is something to divide by.
    #[must_use]
    pub fn ratio(numerator: u64, denominator: u64) -> Self {
        let scaled = u128::from(numerator).saturating_mul(10_000);
        match scaled.checked_div(u128::from(denominator)) {
            None => Self::NotApplicable,
            Some(share) => {
                Self::Ratio { basis_points: u64::try_from(share).unwrap_or(u64::MAX), numerator, denominator }
            }
        }
    }

    /// The mean, if there is one.
    #[must_use]
    pub fn mean(durations_s: &[i64]) -> Self {
        let of = u64::try_from(durations_s.len()).unwrap_or(u64::MAX);
        let sum_s = durations_s.iter().fold(0, |sum: i64, next| sum.saturating_add(*next));
        match sum_s.checked_div_euclid(i64::try_from(of).unwrap_or(i64::MAX)) {
            None => Self::NotApplicable,
            Some(mean_s) => Self::Mean { mean_s, sum_s, of },
        }
    }

    /// The nearest-rank percentile: of n durations in ascending order the one of rank `ceil(percent * n / 100)`.
    ///
    /// ```
    /// use itsm::kpi::Amount;
    /// assert_eq!(Amount::percentile(&[40, 10, 30, 20], 50), Amount::Duration { seconds: 20 });
    /// assert_eq!(Amount::percentile(&[40, 10, 30, 20], 90), Amount::Duration { seconds: 40 });
    /// assert_eq!(Amount::percentile(&[], 50), Amount::NotApplicable);
    /// ```
    #[must_use]
    pub fn percentile(durations_s: &[i64], percent: u8) -> Self {
        let mut ascending = durations_s.to_vec();
        ascending.sort_unstable();
        let rank = ascending.len().saturating_mul(usize::from(percent.min(100))).div_ceil(100).max(1);
        ascending
            .get(rank.saturating_sub(1))
            .map_or(Self::NotApplicable, |seconds| Self::Duration { seconds: *seconds })
    }

    /// How it compares with a target in the KPI's unit, without rounding; none where there is no number.
    #[must_use]
    pub fn against(&self, target: u64) -> Option<Ordering> {
        let product = |a: u64, b: u64| u128::from(a).saturating_mul(u128::from(b));
        let seconds = |s: i64| u64::try_from(s).unwrap_or(0);
        match *self {
            Self::NotApplicable => None,
            Self::Count { count } => Some(count.cmp(&target)),
            Self::Ratio { numerator, denominator, .. } => {
                Some(product(numerator, 10_000).cmp(&product(target, denominator)))
            }
            Self::Mean { sum_s, of, .. } => Some(u128::from(seconds(sum_s)).cmp(&product(target, of))),
            Self::Duration { seconds: s } => Some(seconds(s).cmp(&target)),
        }
    }
}

codes! {
    /// A further number beside the value.
    pub enum FigureName {
        /// The median, nearest rank.
        Median = "median", "Median", "中位数";
        /// The 90th percentile, nearest rank.
        P90 = "p90", "90th percentile", "第90百分位";
        /// Open at the end of the period per closed in it.
        BacklogRatio = "backlog_ratio", "Open / closed in period", "积压比";
        /// From declaration to restoration.
        MeanToRestore = "mean_to_restore", "Mean declared to restored", "平均恢复时间";
        /// The same without standard changes.
        WithoutStandardChanges = "without_standard_changes", "Without standard changes", "不含标准变更";
        /// Attributes that are right, of those verified.
        AttributeAccuracy = "attribute_accuracy", "Attributes right / verified", "属性准确率";
        /// The lower end of the Wilson interval of 95 %.
        WilsonLow = "wilson_low", "95 % interval, lower end", "95%置信区间下限";
        /// The upper end of it.
        WilsonHigh = "wilson_high", "95 % interval, upper end", "95%置信区间上限";
        /// Registered and not found, of those verified.
        PhantomRate = "phantom_rate", "Registered, not found", "登记未发现率";
    }
}

/// A further number beside the value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Which.
    pub name: FigureName,
    /// What its number counts.
    pub unit: KpiUnit,
    /// The number.
    pub amount: Amount,
}

codes! {
    /// By what a count is split.
    pub enum Dimension {
        /// The affected service.
        Service = "service", "Service", "服务";
        /// The category.
        Category = "category", "Category", "类别";
        /// The priority.
        Priority = "priority", "Priority", "优先级";
        /// The age at the end of the period, in days.
        Age = "age", "Age in days", "账龄（天）";
    }
}

/// A part of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slice {
    /// By what it is split.
    pub dimension: Dimension,
    /// Which part; absent: the record does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<SmolStr>,
    /// What belongs to it.
    pub counted: Counted,
    /// Its own further numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

/// The same ratio if excused breaches are taken for met (DECISIONS 13). The value itself never is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithExcused {
    /// The records that miss the value's numerator only because of excused breaches.
    pub excused: Counted,
    /// The ratio with them in the numerator.
    pub amount: Amount,
}

codes! {
    /// Why records of the period are left out of a count.
    pub enum ApartReason {
        /// No clock measured them.
        NoClock = "no_clock", "No clock", "无时钟";
        /// Their window was not over when the records were read.
        WindowOpen = "window_open", "Window not over", "观察期未满";
        /// They were taken back.
        Downgraded = "downgraded", "Downgraded", "已降级";
        /// They were cancelled, converted, or no fault was found.
        NoFailure = "no_failure", "No failure", "非故障";
        /// No window was planned for them.
        NoWindow = "no_window", "No planned window", "无计划窗口";
        /// They went to other groups before they were imported, nobody says when.
        UndatedMoves = "undated_moves", "Moves without dates", "转派时间未知";
        /// They were cancelled.
        Cancelled = "cancelled", "Cancelled", "已取消";
        /// They were published before the cause was known.
        CauseUnknown = "cause_unknown", "Cause not known yet", "根因尚未确定";
    }
}

/// Records of the period that are left out of a count, so that nothing disappears silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Why.
    pub why: ApartReason,
    /// Which.
    pub counted: Counted,
}

/// What a tenant wants of a KPI, in its unit: basis points, hundredths, seconds or a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiTarget {
    /// The target: at least this much (better high) or at most (better low).
    pub target: u64,
    /// What is still tolerated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u64>,
}

codes! {
    /// How a value stands to its target.
    pub enum KpiStatus {
        /// The target is met.
        Met = "met", "Met", "达标";
        /// The target is missed, the threshold is not.
        Tolerated = "tolerated", "Tolerated", "预警";
        /// Target and threshold are missed.
        Missed = "missed", "Missed", "未达标";
        /// There is no target, or the KPI only informs.
        NoTarget = "no_target", "No target", "无目标";
        /// There is no value.
        NotApplicable = "not_applicable", "Not applicable", "不适用";
    }
}

impl KpiStatus {
    pub(crate) fn of(amount: &Amount, direction: Direction, target: Option<KpiTarget>) -> Self {
        if *amount == Amount::NotApplicable {
            return Self::NotApplicable;
        }
        let Some(wanted) = target else { return Self::NoTarget };
        let holds = |bound: u64| match direction {
            Direction::Up => Some(amount.against(bound)?.is_ge()),
            Direction::Down => Some(amount.against(bound)?.is_le()),
            Direction::Informative => None,
        };
        match (holds(wanted.target), wanted.threshold.and_then(holds)) {
            (None, _) => Self::NoTarget,
            (Some(true), _) => Self::Met,
            (Some(false), Some(true)) => Self::Tolerated,
            (Some(false), _) => Self::Missed,
        }
    }
}

/// A KPI computed for a period, with everything needed to check it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiValue {
    /// Which KPI: `K-INC-02`.
    pub kpi: SmolStr,
    /// The version of its formula.
    pub formula_version: u32,
    /// The period.
    pub period: Period,
    /// Up to when the records were known.
    pub as_of: Instant,
    /// What its number counts.
    pub unit: KpiUnit,
    /// Which way is better.
    pub direction: Direction,
    /// The value.
    pub amount: Amount,
    /// What is counted, or divided.
    pub numerator: Counted,
    /// What it is divided by; absent where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Counted>,
    /// The value with excused breaches taken for met; absent for KPIs that do not ask whether a clock was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_excused: Option<WithExcused>,
    /// What was left out, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// Further numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// The count, split.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdown: Vec<Slice>,
    /// The tenant's target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<KpiTarget>,
    /// How the value stands to it.
    pub status: KpiStatus,
    /// The digest of everything above.
    pub hash: Digest,
}

impl KpiValue {
    /// The digest of the canonical content without `hash`; equal to it unless somebody changed the value.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        let mut content = serde_json::to_value(self).unwrap_or_default();
        if let Some(fields) = content.as_object_mut() {
            fields.remove("hash");
        }
        canonical::digest_of(&content)
    }

    /// The further number of that name.
    #[must_use]
    pub fn figure(&self, name: FigureName) -> Option<&Amount> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| &figure.amount)
    }
}
