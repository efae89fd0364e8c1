//! Changes that are safe each by itself and break a gate together.

use super::{ChangeSchedule, Intervention};
use crate::cmdb::{CmdbError, ImpactOptions, ItemState, Source};
use crate::kernel::{CiId, Instant, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// An item that goes down, or gets worse, because changes meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Broken {
    pub(super) item: CiId,
    /// The other changes: without any of them the item would not be in that state.
    pub(super) with: BTreeSet<RecordId>,
    pub(super) state: ItemState,
    pub(super) from: Instant,
    pub(super) until: Instant,
}

type States = BTreeMap<CiId, ItemState>;

impl ChangeSchedule<'_> {
    /// The services that the subject, running all the time from `from` to `until`, breaks together with others.
    pub(super) fn broken(
        &self,
        subject: &Intervention,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Broken>, CmdbError> {
        let others: Vec<&Intervention> = self
            .during(subject, from, until)
            .filter(|other| other.items.iter().any(|item| self.cmdb.item(item.as_str()).is_some()))
            .collect();
        let mut edges: Vec<Instant> =
            others.iter().flat_map(|other| [other.from.max(from), other.until.min(until)]).collect();
        edges.sort_unstable();
        edges.dedup();
        let alone = self.states(&[subject])?;
        let mut found: Vec<Broken> = Vec::new();
        let mut known: BTreeMap<Vec<&RecordId>, Vec<(CiId, ItemState, BTreeSet<RecordId>)>> = BTreeMap::new();
        for (from, until) in edges.iter().copied().zip(edges.iter().copied().skip(1)) {
            let running: Vec<&Intervention> =
                others.iter().copied().filter(|other| other.from < until && from < other.until).collect();
            if running.is_empty() {
                continue;
            }
            let key: Vec<&RecordId> = running.iter().map(|other| &other.id).collect();
            let broken = match known.get(&key) {
                Some(broken) => broken.clone(),
                None => {
                    let broken = self.broken_by(subject, &alone, &running)?;
                    known.insert(key, broken.clone());
                    broken
                }
            };
            for (item, state, with) in broken {
                let more = found.iter_mut().find(|known| {
                    known.item == item && known.state == state && known.with == with && known.until == from
                });
                match more {
                    Some(known) => known.until = until,
                    None => found.push(Broken { item, with, state, from, until }),
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// The services that get worse than under any proper part of the changes: with an irredundant set of the others for each.
    fn broken_by(
        &self,
        subject: &Intervention,
        alone: &States,
        running: &[&Intervention],
    ) -> Result<Vec<(CiId, ItemState, BTreeSet<RecordId>)>, CmdbError> {
        let everybody: Vec<&Intervention> = running.iter().copied().chain([subject]).collect();
        let without = self.states(running)?;
        let mut broken = Vec::new();
        for (item, state) in self.states(&everybody)? {
            let of = |states: &States| states.get(&item).copied().unwrap_or_default();
            if state <= of(alone).max(of(&without)) {
                continue;
            }
            let mut needed: Vec<&Intervention> = running.to_vec();
            for other in running {
                let fewer: Vec<&Intervention> =
                    needed.iter().copied().filter(|kept| kept.id != other.id).chain([subject]).collect();
                if self.states(&fewer)?.get(&item).copied().unwrap_or_default() >= state {
                    needed.retain(|kept| kept.id != other.id);
                }
            }
            broken.push((item, state, needed.iter().map(|other| other.id.clone()).collect()));
        }
        Ok(broken)
    }

    /// The services that are not ok while these changes run, all items of theirs being down. What is broken anyway counts as well.
    fn states(&self, running: &[&Intervention]) -> Result<States, CmdbError> {
        let items: BTreeSet<&CiId> = running.iter().flat_map(|one| &one.items).collect();
        let known = items.into_iter().filter(|item| self.cmdb.item(item.as_str()).is_some());
        let sources: Vec<Source> = known.cloned().map(Source::down).collect();
        let options = ImpactOptions { services_only: true, ..ImpactOptions::default() };
        let impact = self.cmdb.impact_of(&sources, &options)?;
        let already = impact.already.into_iter().map(|source| (source.item, source.state));
        Ok(already.chain(impact.items.into_iter().map(|reached| (reached.item, reached.state))).collect())
    }
}
