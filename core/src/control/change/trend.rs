//! What the changes of a stretch of time have in common: the data of the planned analysis of trends (CHG-13). 变更趋势分析

use super::record::{Change, ChangeOutcome, Late};
use crate::control::ChangeCategory;
use crate::kernel::{CiId, Instant, LinkKind, RecordId};
use serde::Serialize;
use std::collections::BTreeMap;

/// An item that was changed more than once, or a record that more than one change came of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recurring<T> {
    /// Which.
    pub of: T,
    /// The changes, by id.
    pub changes: Vec<RecordId>,
    /// How many of them failed.
    pub failed: u64,
}

/// The changes whose implementation ended in `[from, until)`, counted in the ways in which they recur.
///
/// ```
/// use itsm::control::change::ChangeTrend;
/// use itsm::kernel::Instant;
/// let quarter = ["2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z"].map(|at| Instant::parse(at).unwrap());
/// let trend = ChangeTrend::of([], quarter[0], quarter[1]);
/// assert_eq!((trend.implemented, trend.emergencies), (0, 0));
/// assert!(trend.recurring_cis.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeTrend {
    /// The first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// Changes submitted in it.
    pub submitted: u64,
    /// Changes whose implementation ended in it, undone ones among them.
    pub implemented: u64,
    /// Emergencies among the implemented.
    pub emergencies: u64,
    /// Emergencies that their review found to be none.
    pub misused: u64,
    /// The implemented by category.
    pub by_category: BTreeMap<ChangeCategory, u64>,
    /// The implemented by outcome, as far as it is known.
    pub by_outcome: BTreeMap<ChangeOutcome, u64>,
    /// What they were late with.
    pub by_lateness: BTreeMap<Late, u64>,
    /// Items that more than one of them altered, the most often altered first.
    pub recurring_cis: Vec<Recurring<CiId>>,
    /// Records that more than one of them came of, the one with most first.
    pub recurring_causes: Vec<Recurring<RecordId>>,
}

impl ChangeTrend {
    /// The trend of these changes in a stretch of time.
    pub fn of<'a>(changes: impl IntoIterator<Item = &'a Change>, from: Instant, until: Instant) -> Self {
        let mut trend = Self {
            from,
            until,
            submitted: 0,
            implemented: 0,
            emergencies: 0,
            misused: 0,
            by_category: BTreeMap::new(),
            by_outcome: BTreeMap::new(),
            by_lateness: BTreeMap::new(),
            recurring_cis: Vec::new(),
            recurring_causes: Vec::new(),
        };
        let within = |at: Option<Instant>| at.is_some_and(|at| from <= at && at < until);
        let (mut cis, mut causes) = (BTreeMap::new(), BTreeMap::new());
        for change in changes {
            if within(change.submitted_at) {
                one_more(&mut trend.submitted);
            }
            if !within(change.ended_at()) {
                continue;
            }
            one_more(&mut trend.implemented);
            if change.is_emergency() {
                one_more(&mut trend.emergencies);
            }
            if change.reviewed.as_ref().is_some_and(|reviewed| reviewed.was_emergency == Some(false)) {
                one_more(&mut trend.misused);
            }
            if let Some(category) = change.category {
                one_more(trend.by_category.entry(category).or_default());
            }
            if let Some(outcome) = change.outcome() {
                one_more(trend.by_outcome.entry(outcome).or_default());
            }
            for late in change.late.keys() {
                one_more(trend.by_lateness.entry(*late).or_default());
            }
            for ci in &change.envelope.cis {
                cis.entry(ci.clone()).or_insert_with(Vec::new).push(change);
            }
            for cause in change.envelope.linked(LinkKind::RaisedFrom) {
                causes.entry(cause.clone()).or_insert_with(Vec::new).push(change);
            }
        }
        trend.recurring_cis = recurring(cis);
        trend.recurring_causes = recurring(causes);
        trend
    }
}

fn one_more(count: &mut u64) {
    *count = count.saturating_add(1);
}

fn recurring<T>(changes: BTreeMap<T, Vec<&Change>>) -> Vec<Recurring<T>> {
    let often = changes.into_iter().filter(|(_, changes)| changes.len() > 1);
    let mut rows: Vec<_> = often
        .map(|(of, changes)| {
            let failed = changes.iter().filter(|change| change.outcome().is_some_and(ChangeOutcome::failed));
            let failed = u64::try_from(failed.count()).unwrap_or(u64::MAX);
            let mut ids: Vec<_> = changes.iter().map(|change| change.envelope.id.clone()).collect();
            ids.sort();
            Recurring { of, changes: ids, failed }
        })
        .collect();
    // A stable sort: what recurs equally often stays in the order of its ids.
    rows.sort_by_key(|row| std::cmp::Reverse(row.changes.len()));
    rows
}
