//! Where a service has no redundancy: single points of failure, and the small sets of items that bring it down. 单点故障

use crate::cmdb::cut_search::{CutSearch, Events};
use crate::cmdb::flood::Flood;
use crate::cmdb::graph::Node;
use crate::cmdb::impact::Question;
use crate::cmdb::network::{Losses, Network, TOP};
use crate::cmdb::{Cmdb, CmdbError, ImpactOptions, ItemState};
use crate::kernel::CiId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The items that a service cannot lose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SinglePointsOfFailure {
    /// Which service, or other item.
    pub service: CiId,
    /// Its state before anything else fails. An item cannot bring it to a state that it is in.
    pub before: ItemState,
    /// The other items that take it down if they alone are down, by id.
    pub down: Vec<CiId>,
    /// The other items that degrade it if they alone are down, and do not take it down, by id.
    pub degraded: Vec<CiId>,
    /// Items visited.
    pub visits: u64,
}

/// How far a search for cut sets goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CutSetSearch {
    /// The state that the item is to be in, or worse.
    pub state: ItemState,
    /// The most items of a set.
    pub up_to: usize,
    /// The most steps: items visited, and items that hold the service up.
    pub budget: u64,
}

impl Cmdb {
    /// Every other item whose failure alone takes the service down, or degrades it.
    ///
    /// Exact for every gate. Candidates are the items of one set that keeps the service up; each costs what its failure reaches, and
    /// mostly less: what brings down a single point of failure is one, and what an item that is none reaches are none.
    ///
    /// The options say what has failed already and what cannot; their depth and selection of services mean nothing here.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, ImpactOptions};
    /// use itsm::kernel::CiId;
    /// let cmdb = Cmdb::from_json(br#"{
    ///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
    ///     "items": [{"id": "mail", "type": "service", "gates": {"nodes": "any"}},
    ///               {"id": "vm-1", "type": "vm"}, {"id": "vm-2", "type": "vm"}, {"id": "host", "type": "server"}],
    ///     "relations": [{"from": "mail", "to": "vm-1", "kind": "runs_on", "group": "nodes"},
    ///                   {"from": "mail", "to": "vm-2", "kind": "runs_on", "group": "nodes"},
    ///                   {"from": "vm-1", "to": "host", "kind": "runs_on"},
    ///                   {"from": "vm-2", "to": "host", "kind": "runs_on"}]
    /// }"#)?;
    /// let points = cmdb.single_points_of_failure(&CiId::new("mail").unwrap(), &ImpactOptions::default())?;
    /// assert_eq!(points.down, [CiId::new("host").unwrap()], "two machines, and one host under both");
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every item of the question that the register does not hold.
    pub fn single_points_of_failure(
        &self,
        service: &CiId,
        options: &ImpactOptions,
    ) -> Result<SinglePointsOfFailure, CmdbError> {
        self.with_cause(service, options, |flood, top| {
            let before = flood.mark(top).state;
            let mut visits = 0_u64;
            let mut at_least = |state: ItemState| {
                let Some(network) = self.network(flood, top, state) else { return Vec::new() };
                let (found, cost) = single_points(&network);
                visits = visits.saturating_add(cost);
                self.named(&network, found)
            };
            let down = at_least(ItemState::Down);
            let mut degraded = at_least(ItemState::Degraded);
            degraded.retain(|id| down.binary_search(id).is_err());
            SinglePointsOfFailure { service: service.clone(), before, down, degraded, visits }
        })
    }

    /// Every irredundant set of other items that bring the service to a state when all of them are down: none of a set can be spared.
    /// Sets by their first ids; one empty set when the service is in that state already.
    ///
    /// ```
    /// # use itsm::cmdb::{Cmdb, CmdbDocument, CmdbError, CutSetSearch, Gate, ImpactOptions, Item, ItemState, Relation};
    /// # use itsm::kernel::{CiId, Code};
    /// # let (ci, code) = (|id: &str| CiId::new(id).unwrap(), |code: &str| Code::new(code).unwrap());
    /// # let mut document = CmdbDocument::preset();
    /// # document.items = ["dns", "n1", "n2"].map(|id| Item::new(ci(id), code("any"))).to_vec();
    /// # document.items.push(Item::new(ci("mail"), code("service")).with_gate(code("nodes"), Gate::Any));
    /// # document.relations = ["n1", "n2"].map(|id| Relation::new(ci("mail"), code("runs_on"), ci(id)).in_group(code("nodes"))).to_vec();
    /// # document.relations.push(Relation::new(ci("mail"), code("depends_on"), ci("dns")));
    /// let cmdb = Cmdb::new(document)?; // mail needs dns, and n1 or n2
    /// let search = CutSetSearch { state: ItemState::Down, up_to: 2, budget: 1_000 };
    /// let sets = cmdb.minimal_cut_sets(&ci("mail"), search, &ImpactOptions::default())?;
    /// assert_eq!(sets, [[ci("dns")].into(), [ci("n1"), ci("n2")].into()]);
    /// let refused = cmdb.minimal_cut_sets(&ci("mail"), CutSetSearch { budget: 3, ..search }, &ImpactOptions::default());
    /// assert_eq!(refused, Err(CmdbError::BudgetExceeded { budget: 3 }));
    /// # Ok::<(), CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::BudgetExceeded`] when not all sets can be found within the budget; nothing is left out silently.
    /// [`CmdbError::UnknownItems`] as above.
    pub fn minimal_cut_sets(
        &self,
        service: &CiId,
        search: CutSetSearch,
        options: &ImpactOptions,
    ) -> Result<Vec<BTreeSet<CiId>>, CmdbError> {
        let CutSetSearch { state, up_to, budget } = search;
        self.with_cause(service, options, |flood, top| {
            if flood.mark(top).state >= state {
                return Ok(vec![BTreeSet::new()]);
            }
            let Some(network) = self.network(flood, top, state) else { return Ok(Vec::new()) };
            let alone = |item: usize| if item == TOP { Vec::new() } else { vec![item] };
            let events = Events::new(&network, (0..network.len()).map(alone).collect());
            let found = CutSearch::new(&network, &events, up_to, budget).sets_with(&[])?;
            let named = |set: BTreeSet<usize>| self.named(&network, set).into_iter().collect();
            let mut sets: Vec<BTreeSet<CiId>> = found.into_iter().map(named).collect();
            sets.sort_unstable();
            Ok(sets)
        })?
    }

    /// Asks about an item once everything that has failed already has run its course.
    pub(super) fn with_cause<T>(
        &self,
        item: &CiId,
        options: &ImpactOptions,
        ask: impl FnOnce(&mut Flood, Node) -> T,
    ) -> Result<T, CmdbError> {
        let Some(top) = self.place(item.as_str()) else {
            return Err(CmdbError::UnknownItems { items: vec![item.clone()] });
        };
        let question = Question::of(self, &[], options)?;
        Ok(self.with_flood(|flood| {
            question.ask(self, flood);
            ask(flood, top)
        }))
    }

    /// What may still bring the item to that state; `None` when nothing can, or when it is there.
    pub(super) fn network(&self, flood: &mut Flood, top: Node, state: ItemState) -> Option<Network> {
        let mark = flood.mark(top);
        (mark.state < state && !mark.excluded).then(|| Network::below(self, flood, top, state))
    }

    fn named(&self, network: &Network, items: impl IntoIterator<Item = usize>) -> Vec<CiId> {
        let nodes = items.into_iter().filter_map(|item| network.nodes().get(item));
        let mut ids: Vec<CiId> =
            nodes.filter_map(|node| self.item_at(*node)).map(|item| item.id.clone()).collect();
        ids.sort_unstable();
        ids
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    /// Its failure alone is fatal.
    Fatal,
    Harmless,
}

/// The items whose failure alone makes the top fail, and how many were visited to know.
///
/// Near items are tried first and given up when they reach far: behind a fatal item the next one is found at once. Then the
/// farthest is tried to the end: if it is harmless, so is all that it reaches. The two take turns, with more patience each time.
fn single_points(network: &Network) -> (Vec<usize>, u64) {
    const PATIENCE: usize = 16;
    let mut fates = vec![Fate::Open; network.len()];
    condemn(network, &mut fates, TOP);
    let mut losses = Losses::none(network);
    let mut open = network.support(&losses, |_| false);
    let mut patience = PATIENCE;
    loop {
        for item in &open {
            judge(network, &mut fates, &mut losses, *item, patience);
        }
        open.retain(|item| fates.get(*item) == Some(&Fate::Open));
        open.sort_unstable();
        let Some(farthest) = open.last() else { break };
        judge(network, &mut fates, &mut losses, *farthest, usize::MAX);
        patience = patience.saturating_mul(4);
    }
    let fatal = fates.iter().enumerate().filter(|(item, fate)| **fate == Fate::Fatal && *item != TOP);
    (fatal.map(|(item, _)| item).collect(), losses.visits())
}

fn judge(network: &Network, fates: &mut [Fate], losses: &mut Losses<'_>, item: usize, patience: usize) {
    if fates.get(item) != Some(&Fate::Open) {
        return;
    }
    let start = losses.mark();
    let mut left = patience;
    let mut fatal = false;
    let stopped = losses.fail(&[item], |reached| {
        fatal = fates.get(reached) == Some(&Fate::Fatal);
        left = left.saturating_sub(1);
        fatal || left == 0
    });
    if !stopped {
        for reached in losses.since(start) {
            if let Some(fate) = fates.get_mut(*reached) {
                *fate = Fate::Harmless;
            }
        }
    }
    losses.undo(start);
    if fatal {
        condemn(network, fates, item);
    }
}

/// An item is fatal, and with it everything that it simply needs.
fn condemn(network: &Network, fates: &mut [Fate], item: usize) {
    let mut open = vec![item];
    while let Some(item) = open.pop() {
        let Some(fate) = fates.get_mut(item).filter(|fate| **fate != Fate::Fatal) else { continue };
        *fate = Fate::Fatal;
        let needed = network.conditions_of(item).iter().filter(|condition| condition.limit == 0);
        open.extend(needed.flat_map(|condition| &condition.members).map(|(member, _)| *member));
    }
}
