//! What an item rests on, boiled down to counts, for one state.
//!
//! Whether an item comes to a state or worse depends on nothing but which of its providers do: the two states that matter are two
//! networks of yes and no. In each, an item fails when a condition of its own loses more than its limit. A relation outside every
//! group is a condition without spare; a gate is one with the limit that [`GateState`](crate::cmdb::graph) works out. What has failed
//! already and what cannot fail are counted in and left out.

use crate::cmdb::flood::Flood;
use crate::cmdb::graph::{Node, usize_of};
use crate::cmdb::{Cmdb, ItemState};
use crate::kernel::Code;
use std::collections::BTreeMap;
use std::ops::Range;

/// The items that can make the top fail, numbered from it outwards, and by id where equally near. The top is number 0.
#[derive(Debug, Default)]
pub(super) struct Network {
    nodes: Vec<Node>,
    conditions: Vec<Condition>,
    /// By item, its conditions.
    of_item: Vec<Range<usize>>,
    /// By item, the conditions that count it, and for how much.
    counted_in: Vec<Vec<(usize, u64)>>,
}

pub(super) const TOP: usize = 0;

/// An item fails when the members that have failed count more than the limit.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) item: usize,
    pub(super) limit: u64,
    /// Each once, never the item itself; together they count more than the limit.
    pub(super) members: Vec<(usize, u64)>,
}

impl Network {
    /// What can bring the top to that state or worse, once the flood has run; the top is neither there yet nor excluded.
    pub(super) fn below(cmdb: &Cmdb, flood: &mut Flood, top: Node, state: ItemState) -> Self {
        let mut network = Self { nodes: vec![top], ..Self::default() };
        // A number counts only where it leads back to the item; so nothing need be cleared.
        let mut numbers = flood.take_numbers(cmdb);
        if let Some(number) = numbers.get_mut(top.index()) {
            *number = 0;
        }
        let mut item = TOP;
        while let Some(node) = network.nodes.get(item).copied() {
            let first = network.conditions.len();
            for (limit, members) in demands(cmdb, flood, node, state) {
                let mut unnumbered: Vec<Node> = members.keys().copied().collect();
                unnumbered.retain(|member| network.number_of(*member, &numbers).is_none());
                unnumbered.sort_unstable_by(|a, b| {
                    let id = |node: &Node| cmdb.item_at(*node).map(|item| &item.id);
                    id(a).cmp(&id(b))
                });
                for member in unnumbered {
                    if let Some(number) = numbers.get_mut(member.index()) {
                        *number = u32::try_from(network.nodes.len()).unwrap_or(u32::MAX);
                    }
                    network.nodes.push(member);
                }
                let mut members: Vec<(usize, u64)> = members
                    .into_iter()
                    .filter_map(|(member, count)| Some((network.number_of(member, &numbers)?, count)))
                    .collect();
                members.sort_unstable();
                network.conditions.push(Condition { item, limit, members });
            }
            network.of_item.push(first..network.conditions.len());
            item = item.saturating_add(1);
        }
        flood.give_numbers(numbers);
        network.counted_in = vec![Vec::new(); network.nodes.len()];
        for (place, condition) in network.conditions.iter().enumerate() {
            for (member, count) in &condition.members {
                if let Some(counted) = network.counted_in.get_mut(*member) {
                    counted.push((place, *count));
                }
            }
        }
        network
    }

    fn number_of(&self, node: Node, numbers: &[u32]) -> Option<usize> {
        let number = usize_of(*numbers.get(node.index())?);
        (self.nodes.get(number) == Some(&node)).then_some(number)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub(super) fn conditions_of(&self, item: usize) -> &[Condition] {
        self.of_item.get(item).and_then(|range| self.conditions.get(range.clone())).unwrap_or_default()
    }

    /// The one item that has use for this one, if it simply needs it.
    pub(super) fn only_needed_by(&self, item: usize) -> Option<usize> {
        let [(condition, _)] = self.counted_in.get(item)?.as_slice() else { return None };
        self.conditions
            .get(*condition)
            .filter(|condition| condition.limit == 0)
            .map(|condition| condition.item)
    }

    /// A set of items that keeps the top from failing as long as none of them fails by itself; none of them has failed so far.
    ///
    /// Items that are spared cost nothing: they are taken where there is a choice.
    pub(super) fn support(&self, losses: &Losses<'_>, is_spared: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut taken = vec![false; self.len()];
        let mut support = vec![TOP];
        if let Some(taken) = taken.get_mut(TOP) {
            *taken = true;
        }
        let mut place = 0;
        while let Some(item) = support.get(place).copied() {
            place = place.saturating_add(1);
            for condition in self.conditions_of(item) {
                let is_taken = |item: usize| taken.get(item).copied().unwrap_or_default();
                let all = condition.members.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
                let mut wanted = all.saturating_sub(condition.limit);
                let mut standing: Vec<(usize, u64)> = condition
                    .members
                    .iter()
                    .filter(|(member, _)| !losses.has_failed(*member))
                    .copied()
                    .collect();
                if condition.limit > 0 {
                    standing.sort_by_cached_key(|(member, count)| {
                        (!is_taken(*member), !is_spared(*member), std::cmp::Reverse(*count), *member)
                    });
                }
                for (member, count) in standing {
                    if wanted == 0 {
                        break;
                    }
                    wanted = wanted.saturating_sub(count);
                    if let Some(taken) = taken.get_mut(member).filter(|taken| !**taken) {
                        *taken = true;
                        support.push(member);
                    }
                }
            }
        }
        support
    }
}

/// The conditions of an item, with their members: first all that it simply needs, then its gates.
fn demands(cmdb: &Cmdb, flood: &Flood, node: Node, state: ItemState) -> Vec<(u64, BTreeMap<Node, u64>)> {
    let mut by_group: BTreeMap<Option<&Code>, (u64, BTreeMap<Node, u64>)> = BTreeMap::new();
    for (provider, flow) in cmdb.providers(node) {
        let mark = flood.mark(provider);
        if flow.passes(state) < state || provider == node || mark.excluded {
            continue;
        }
        let gate = cmdb.gate(flow.gate);
        let group = gate.and_then(|gate| cmdb.group_of(gate));
        let (limit, count) = gate.map_or((0, 1), |gate| (gate.limit(state), gate.counts(flow)));
        let (limit, members) = by_group.entry(group).or_insert_with(|| (limit, BTreeMap::new()));
        if count == 0 {
            continue;
        }
        if mark.state >= state {
            *limit = limit.saturating_sub(count);
        } else {
            let sum = members.entry(provider).or_insert(0);
            *sum = sum.saturating_add(count);
        }
    }
    let mut needed = BTreeMap::new();
    let mut gates = Vec::new();
    for (limit, members) in by_group.into_values() {
        // A member that alone is too much is simply needed.
        let (heavy, members): (BTreeMap<_, _>, BTreeMap<_, _>) =
            members.into_iter().partition(|(_, count)| *count > limit);
        needed.extend(heavy.into_keys().map(|member| (member, 1)));
        let all = members.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
        if all > limit {
            gates.push((limit, members));
        }
    }
    let needed = (!needed.is_empty()).then_some((0, needed));
    needed.into_iter().chain(gates).collect()
}

/// What has failed so far, with a way back.
#[derive(Debug)]
pub(super) struct Losses<'a> {
    network: &'a Network,
    failed: Vec<bool>,
    /// By condition, how much its failed members count.
    lost: Vec<u64>,
    items: Vec<usize>,
    counted: Vec<(usize, u64)>,
    visits: u64,
}

/// A point to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    items: usize,
    counted: usize,
}

impl<'a> Losses<'a> {
    pub(super) fn none(network: &'a Network) -> Self {
        Self {
            network,
            failed: vec![false; network.len()],
            lost: vec![0; network.conditions.len()],
            items: Vec::new(),
            counted: Vec::new(),
            visits: 0,
        }
    }

    pub(super) fn has_failed(&self, item: usize) -> bool {
        self.failed.get(item).copied().unwrap_or_default()
    }

    /// Items that failed, each once for every time.
    pub(super) const fn visits(&self) -> u64 {
        self.visits
    }

    pub(super) const fn mark(&self) -> Mark {
        Mark { items: self.items.len(), counted: self.counted.len() }
    }

    /// Lets items fail, and everything that follows, until `stop` says so of one; whether it did. After that only the way back is
    /// open.
    pub(super) fn fail(&mut self, items: &[usize], mut stop: impl FnMut(usize) -> bool) -> bool {
        let mut place = self.items.len();
        for item in items {
            self.push(*item);
        }
        while let Some(item) = self.items.get(place).copied() {
            place = place.saturating_add(1);
            self.visits = self.visits.saturating_add(1);
            if stop(item) {
                return true;
            }
            for (condition, count) in self.network.counted_in.get(item).into_iter().flatten() {
                let Some(lost) = self.lost.get_mut(*condition) else { continue };
                *lost = lost.saturating_add(*count);
                self.counted.push((*condition, *count));
                if let Some(condition) = self.network.conditions.get(*condition).filter(|c| *lost > c.limit) {
                    self.push(condition.item);
                }
            }
        }
        false
    }

    /// The items that failed since.
    pub(super) fn since(&self, mark: Mark) -> &[usize] {
        self.items.get(mark.items..).unwrap_or_default()
    }

    pub(super) fn undo(&mut self, mark: Mark) {
        for item in self.items.drain(mark.items.min(self.items.len())..) {
            if let Some(failed) = self.failed.get_mut(item) {
                *failed = false;
            }
        }
        for (condition, count) in self.counted.drain(mark.counted.min(self.counted.len())..) {
            if let Some(lost) = self.lost.get_mut(condition) {
                *lost = lost.saturating_sub(count);
            }
        }
    }

    fn push(&mut self, item: usize) {
        if let Some(failed) = self.failed.get_mut(item).filter(|failed| !**failed) {
            *failed = true;
            self.items.push(item);
        }
    }
}
