//! Up and down the relations: what an item rests on, what rests on it, and what may be behind the symptoms. 依赖与根因

use crate::cmdb::flood::{Flood, Way};
use crate::cmdb::graph::Node;
use crate::cmdb::{Cmdb, CmdbError, ItemState, Source};
use crate::kernel::CiId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An item at the other end of one relation or several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// Which item.
    pub item: CiId,
    /// Relations between it and the item asked about, at least 1.
    pub distance: u32,
}

/// An item whose failure alone would explain symptoms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RootCandidate {
    /// Which item.
    pub item: CiId,
    /// The symptoms it explains: items that would be in the state seen, or worse; by id.
    pub explains: Vec<CiId>,
    /// The symptoms it leaves open, by id.
    pub leaves_open: Vec<CiId>,
    /// Items that its failure would reach and that are no symptoms.
    pub unseen: u64,
}

impl Cmdb {
    /// Everything that could make this item suffer if no gate held it up, by id. The cost follows what is found.
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] when the register does not hold the item.
    pub fn depends_on(&self, item: &CiId) -> Result<Vec<Neighbour>, CmdbError> {
        self.along(item, Way::ToProviders)
    }

    /// Everything that could suffer from this item if no gate held it up, by id. The cost follows what is found.
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] when the register does not hold the item.
    pub fn dependents(&self, item: &CiId) -> Result<Vec<Neighbour>, CmdbError> {
        self.along(item, Way::ToConsumers)
    }

    fn along(&self, item: &CiId, way: Way) -> Result<Vec<Neighbour>, CmdbError> {
        let Some(start) = self.place(item.as_str()) else {
            return Err(CmdbError::UnknownItems { items: vec![item.clone()] });
        };
        Ok(self.with_flood(|flood| {
            flood.spread(self, &[start], way);
            let tell = |node: Node, id: &CiId| {
                let distance = flood.distance(node).filter(|distance| *distance > 0)?;
                Some(Neighbour { item: id.clone(), distance })
            };
            self.told(flood.found().len(), flood.found().iter().copied(), tell, |neighbour| &neighbour.item)
        }))
    }

    /// The items whose failure alone explains a symptom, best first: those that explain most, then those that would be felt least
    /// elsewhere, then by id.
    ///
    /// The symptoms are all that is known: own states in the register are left out. Every item that a symptom rests on is tried, and
    /// the symptoms themselves; `budget` bounds the items that may be visited in all.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, CmdbDocument, Item, Relation, Source};
    /// use itsm::kernel::{CiId, Code};
    /// let (ci, code) = (|id: &str| CiId::new(id).unwrap(), |code: &str| Code::new(code).unwrap());
    /// let mut document = CmdbDocument::preset();
    /// document.items = ["mail", "wiki", "host-1"].map(|id| Item::new(ci(id), code("any"))).to_vec();
    /// document.relations = ["mail", "wiki"].map(|id| Relation::new(ci(id), code("runs_on"), ci("host-1"))).to_vec();
    /// let cmdb = Cmdb::new(document)?;
    /// let symptoms = [Source::down(ci("mail")), Source::down(ci("wiki"))];
    /// let roots = cmdb.root_candidates(&symptoms, 1_000)?;
    /// assert_eq!((roots[0].item.as_str(), roots[0].leaves_open.len()), ("host-1", 0));
    /// assert_eq!((roots[1].item.as_str(), roots[1].leaves_open.len()), ("mail", 1));
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every symptom that the register does not hold; [`CmdbError::BudgetExceeded`].
    pub fn root_candidates(&self, symptoms: &[Source], budget: u64) -> Result<Vec<RootCandidate>, CmdbError> {
        let unknown: BTreeSet<&CiId> =
            symptoms.iter().map(|s| &s.item).filter(|id| self.place(id.as_str()).is_none()).collect();
        if !unknown.is_empty() {
            return Err(CmdbError::UnknownItems { items: unknown.into_iter().cloned().collect() });
        }
        let mut seen: BTreeMap<&CiId, (Node, ItemState)> = BTreeMap::new();
        for symptom in symptoms.iter().filter(|symptom| symptom.state != ItemState::Ok) {
            let Some(node) = self.place(symptom.item.as_str()) else { continue };
            let state = seen.get(&symptom.item).map_or(symptom.state, |(_, state)| symptom.state.max(*state));
            seen.insert(&symptom.item, (node, state));
        }
        let starts: Vec<Node> = seen.values().map(|(node, _)| *node).collect();
        let mut candidates = self.with_flood(|flood| {
            flood.spread(self, &starts, Way::ToProviders);
            let suspects: Vec<Node> = flood.found().to_vec();
            let mut visits = 0_u64;
            let mut candidates = Vec::new();
            for suspect in suspects {
                flood.begin(self);
                flood.give(suspect, ItemState::Down);
                flood.run(self);
                visits = visits.saturating_add(flood.visits());
                if visits > budget {
                    return Err(CmdbError::BudgetExceeded { budget });
                }
                candidates.extend(self.candidate(flood, suspect, &seen));
            }
            Ok(candidates)
        })?;
        candidates.sort_unstable_by(|a, b| {
            let fit = b.explains.len().cmp(&a.explains.len());
            fit.then_with(|| (a.unseen, &a.item).cmp(&(b.unseen, &b.item)))
        });
        Ok(candidates)
    }

    fn candidate(
        &self,
        flood: &Flood,
        suspect: Node,
        seen: &BTreeMap<&CiId, (Node, ItemState)>,
    ) -> Option<RootCandidate> {
        let explained = |(_, (node, state)): &(&&CiId, &(Node, ItemState))| flood.mark(*node).state >= *state;
        let (explains, leaves_open): (Vec<_>, Vec<_>) = seen.iter().partition(explained);
        let felt = seen.values().filter(|(node, _)| flood.mark(*node).state != ItemState::Ok).count();
        let ids = |of: Vec<(&&CiId, _)>| of.into_iter().map(|(id, _)| (*id).clone()).collect();
        let reached = flood.changed_from(0).count();
        (!explains.is_empty()).then_some(RootCandidate {
            item: self.item_at(suspect)?.id.clone(),
            explains: ids(explains),
            leaves_open: ids(leaves_open),
            unseen: u64::try_from(reached.saturating_sub(felt)).unwrap_or(u64::MAX),
        })
    }
}
