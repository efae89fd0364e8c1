//! What changes and their models let other processes know.

use super::change::{Change, ChangePhase, ChangeWindow, Late};
use super::change_model::ChangeModel;
use crate::kernel::{Code, Fact, Instant};
use smol_str::SmolStr;
use std::collections::BTreeMap;

fn attributes<const N: usize>(known: [(&'static str, Option<SmolStr>); N]) -> BTreeMap<Code, SmolStr> {
    known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
}

fn at(instant: Instant) -> SmolStr {
    SmolStr::new(instant.to_string())
}

fn yes(holds: bool) -> Option<SmolStr> {
    Some(SmolStr::new_static(if holds { "yes" } else { "no" }))
}

fn joined<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> Option<SmolStr> {
    let values: Vec<String> = values.into_iter().map(|value| value.as_ref().to_owned()).collect();
    (!values.is_empty()).then(|| SmolStr::new(values.join(",")))
}

impl Change {
    /// What other processes may know of it besides its phase and links. `approved` is as of its latest event: an approval that has
    /// run out says so once its timer has fired; `approved_until` is its last instant, where it ends.
    #[must_use]
    pub fn attributes(&self) -> BTreeMap<Code, SmolStr> {
        let window = self.window();
        let latest = self.envelope.updated_at;
        let approved = self.approved_for_implementation(latest) && !self.late.contains_key(&Late::Approval);
        let until = self.ballot.as_ref().and_then(|ballot| ballot.valid_until());
        attributes([
            ("approved", yes(approved)),
            ("approved_until", until.map(at)),
            ("category", self.category.map(|category| SmolStr::new_static(category.code()))),
            ("implementer", self.implementer().map(SmolStr::new)),
            ("model", self.standard.as_ref().map(|standard| SmolStr::new(&standard.model))),
            ("outcome", self.outcome().map(|outcome| SmolStr::new_static(outcome.code()))),
            ("owner", self.envelope.owner.as_ref().map(SmolStr::new)),
            ("packaged", yes(self.is_packaged())),
            ("requester", Some(SmolStr::new(&self.requester))),
            ("window_from", window.map(|window| at(window.from))),
            ("window_until", window.map(|window| at(window.until))),
        ])
    }
}

impl ChangeModel {
    /// What other processes may know of it besides its phase and links.
    #[must_use]
    pub fn attributes(&self) -> BTreeMap<Code, SmolStr> {
        let limits = &self.terms.limits;
        let approval = self.approvals.last();
        attributes([
            ("approved_by", approval.map(|approval| SmolStr::new(&approval.by))),
            ("failures", Some(SmolStr::new(self.failures.len().to_string()))),
            ("max_concurrent", limits.max_concurrent.map(|most| SmolStr::new(most.to_string()))),
            ("max_in_period", limits.max_in_period.map(|limit| SmolStr::new(limit.most.to_string()))),
            ("types", joined(&self.terms.scope.types)),
            ("valid_until", approval.map(|approval| at(approval.valid_until))),
        ])
    }

    /// How far it is used for one more change in that window; the change itself does not count.
    pub fn in_use<'a>(
        &self,
        changes: impl IntoIterator<Item = &'a Change>,
        besides: &str,
        window: ChangeWindow,
    ) -> ModelUse {
        let id = &self.envelope.id;
        let mut concurrent = 0_u64;
        let mut begins = Vec::new();
        for change in changes {
            let Some(used) = change.standard.as_ref().filter(|used| used.model == *id) else { continue };
            if change.envelope.id.as_str() == besides || change.phase() == ChangePhase::Withdrawn {
                continue;
            }
            begins.push(used.window.from);
            let lasting = matches!(change.phase(), ChangePhase::Scheduled | ChangePhase::Implementing);
            if lasting && used.window.from < window.until && window.from < used.window.until {
                concurrent = concurrent.saturating_add(1);
            }
        }
        let period_s = self.terms.limits.max_in_period.map_or(0, |limit| limit.period_s);
        ModelUse { concurrent, in_period: fullest(&begins, window.from, period_s) }
    }
}

/// How many of these begin in that one of the periods around `at` in which most do.
fn fullest(begins: &[Instant], at: Instant, period_s: i64) -> u64 {
    let within = |first: Instant, begin: Instant| (0..period_s).contains(&begin.seconds_since(first));
    let firsts = begins.iter().copied().chain([at]).filter(|first| within(*first, at));
    let counts = firsts.map(|first| begins.iter().filter(|begin| within(first, **begin)).count());
    counts.max().and_then(|most| u64::try_from(most).ok()).unwrap_or(0)
}

/// How far a model is used: what T-CHG-17 holds against its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelUse {
    /// Changes under it whose windows overlap and that are not over.
    pub concurrent: u64,
    /// Changes under it that begin in the fullest period around the window.
    pub in_period: u64,
}

impl ModelUse {
    /// As the computed fact `model_use` about a model.
    #[must_use]
    pub fn fact(self, model: &ChangeModel) -> Fact {
        Fact {
            process: SmolStr::new_static("model_use"),
            record: model.envelope.id.clone(),
            state: SmolStr::new_static("counted"),
            version: model.envelope.version,
            attributes: attributes([
                ("concurrent", Some(SmolStr::new(self.concurrent.to_string()))),
                ("in_period", Some(SmolStr::new(self.in_period.to_string()))),
            ]),
            links: Vec::new(),
        }
    }
}
