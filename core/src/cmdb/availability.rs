//! How likely a service is up, given how likely its components are. 可用性
//!
//! Components fail by themselves, independently of each other; what follows from a set of failures is the least fixpoint that
//! [`Cmdb::impact_of`] finds. A service is up unless it is down: degraded counts as up. What several parts share is counted once, so
//! no figures are multiplied that are not independent.
//!
//! First, what the service simply needs is one product, however long its chains are and whether or not they close to cycles. What is
//! left, gates and what they share, becomes a decision diagram.

use crate::cmdb::diagram::{Diagram, Exceeded, Failure, NEVER};
use crate::cmdb::graph::{Node, usize_of};
use crate::cmdb::network::{Network, TOP};
use crate::cmdb::probability::Probability;
use crate::cmdb::{CERTAIN_PPM, Cmdb, CmdbError, ImpactOptions, ItemState};
use crate::kernel::CiId;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How likely a service is up, and which components that hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Availability {
    /// Which service, or other item.
    pub service: CiId,
    /// How likely it is not down.
    pub available: Probability,
    /// The same in parts per billion, to the nearest.
    pub available_ppb: u64,
    /// Whether `available` is exact to its last digit; otherwise it is off by less than components * 10^-71.
    pub is_exact: bool,
    /// The components that matter, the most important first, then by id.
    pub contributions: Vec<Contribution>,
    /// Steps taken.
    pub steps: u64,
}

/// What a component means for a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The component.
    pub item: CiId,
    /// How much likelier the service is up while the component is than while it is not (Birnbaum), in parts per billion.
    pub importance_ppb: u64,
}

impl Cmdb {
    /// How likely the service is up when each of these items is by itself, in parts per million; all other items never fail by
    /// themselves.
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
    /// let ci = |id: &str| CiId::new(id).unwrap();
    /// let up_ppm = [(ci("vm-1"), 990_000), (ci("vm-2"), 990_000), (ci("host"), 999_000)].into();
    /// let found = cmdb.availability(&ci("mail"), &up_ppm, &ImpactOptions::default(), 1_000)?;
    /// assert_eq!(found.available.to_string(), "0.9989001", "0.999 * (1 - 0.01 * 0.01), not (1 - (1 - 0.999 * 0.99)^2)");
    /// assert_eq!(found.contributions[0].item, ci("host"));
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every item of the question that the register does not hold;
    /// [`CmdbError::AvailabilityOutOfRange`]; [`CmdbError::BudgetExceeded`] when the diagram takes more than `budget` steps.
    pub fn availability(
        &self,
        service: &CiId,
        up_ppm: &BTreeMap<CiId, u32>,
        options: &ImpactOptions,
        budget: u64,
    ) -> Result<Availability, CmdbError> {
        if let Some((item, _)) = up_ppm.iter().find(|(_, ppm)| **ppm > CERTAIN_PPM) {
            return Err(CmdbError::AvailabilityOutOfRange { item: item.clone() });
        }
        let unknown: Vec<CiId> =
            up_ppm.keys().filter(|id| self.place(id.as_str()).is_none()).cloned().collect();
        if !unknown.is_empty() {
            return Err(CmdbError::UnknownItems { items: unknown });
        }
        let (is_down, network) = self.with_cause(service, options, |flood, top| {
            (flood.mark(top).state == ItemState::Down, self.network(flood, top, ItemState::Down))
        })?;
        let found = match network {
            Some(network) => {
                let up_of = |node: &Node| self.item_at(*node).and_then(|item| up_ppm.get(&item.id));
                let by_item =
                    network.nodes().iter().map(|node| up_of(node).copied().unwrap_or(CERTAIN_PPM)).collect();
                let found = Blocks::of(&network, by_item).availability(budget);
                let named = |(item, weight): (usize, Probability)| {
                    let node = network.nodes().get(item)?;
                    Some(Contribution { item: self.item_at(*node)?.id.clone(), importance_ppb: weight.ppb() })
                };
                found.map(|Weighed { up, contributions, steps }| {
                    (up, contributions.into_iter().filter_map(named).collect(), steps)
                })
            }
            None => Ok((if is_down { Probability::ZERO } else { Probability::ONE }, Vec::new(), 0)),
        };
        let (available, mut contributions, steps): (_, Vec<Contribution>, _) =
            found.map_err(|Exceeded| CmdbError::BudgetExceeded { budget })?;
        contributions.sort_unstable_by(|a, b| {
            b.importance_ppb.cmp(&a.importance_ppb).then_with(|| a.item.cmp(&b.item))
        });
        let components = u64::try_from(contributions.len()).unwrap_or(u64::MAX);
        Ok(Availability {
            service: service.clone(),
            available,
            available_ppb: available.ppb(),
            is_exact: components <= Probability::EXACT_COMPONENTS,
            contributions,
            steps,
        })
    }
}

/// The network with items that matter only together taken together.
struct Blocks {
    /// By item, parts per million up.
    up_ppm: Vec<u32>,
    blocks: Vec<Block>,
}

/// How likely the top is up, what each uncertain item that matters means for it, and the steps taken.
struct Weighed {
    up: Probability,
    contributions: Vec<(usize, Probability)>,
    steps: u64,
}

/// Items of which the failure of any one comes to the same.
#[derive(Clone, Debug, Default)]
struct Block {
    /// Those that may fail by themselves.
    uncertain: Vec<usize>,
    /// Other blocks that it simply needs.
    needed: BTreeSet<usize>,
    /// Limits, and what the other blocks count.
    conditions: Vec<(u64, Vec<(usize, u64)>)>,
}

impl Block {
    fn rests_on(&self) -> BTreeSet<usize> {
        let counted = self.conditions.iter().flat_map(|(_, members)| members).map(|(member, _)| *member);
        self.needed.iter().copied().chain(counted).collect()
    }
}

impl Blocks {
    /// What the top simply needs is one block with it: none of it may fail, so nothing that is left need ask about it again. An item
    /// that one other simply needs, and nobody else has use for, is one block with that.
    fn of(network: &Network, up_ppm: Vec<u32>) -> Self {
        let block_of = block_of(network);
        let mut blocks = vec![Block::default(); network.len()];
        for (item, (own, ppm)) in block_of.iter().zip(&up_ppm).enumerate() {
            let Some(block) = blocks.get_mut(*own) else { continue };
            if *ppm < CERTAIN_PPM {
                block.uncertain.push(item);
            }
            for condition in network.conditions_of(item) {
                let mut members: BTreeMap<usize, u64> = BTreeMap::new();
                for (member, count) in &condition.members {
                    let other = block_of.get(*member).copied().unwrap_or(TOP);
                    if other != TOP && other != *own {
                        let sum = members.entry(other).or_insert(0);
                        *sum = sum.saturating_add(*count);
                    }
                }
                let all = members.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
                if condition.limit == 0 {
                    block.needed.extend(members.into_keys());
                } else if all > condition.limit {
                    block.conditions.push((condition.limit, members.into_iter().collect()));
                }
            }
        }
        // Members that rest on the same are asked about one after the other: what is shared is then settled.
        let basis: Vec<BTreeSet<usize>> = blocks.iter().map(Block::rests_on).collect();
        for (_, members) in blocks.iter_mut().flat_map(|block| &mut block.conditions) {
            members.sort_by_key(|(member, _)| (basis.get(*member), *member));
        }
        Self { up_ppm, blocks }
    }

    fn availability(&self, budget: u64) -> Result<Weighed, Exceeded> {
        let order = self.in_order();
        let mut variable_of: BTreeMap<usize, u32> = BTreeMap::new();
        let mut members: Vec<&Block> = Vec::new();
        for block in order.iter().filter(|block| **block != TOP) {
            if let Some(uncertain) = self.blocks.get(*block).filter(|block| !block.uncertain.is_empty()) {
                variable_of.insert(*block, u32::try_from(members.len()).unwrap_or(u32::MAX));
                members.push(uncertain);
            }
        }
        let mut diagram = Diagram::new(budget);
        let failure = self.failure(&order, &variable_of, &mut diagram)?;
        let of_variable =
            |variable: u32| members.get(usize_of(variable)).map_or(&[][..], |block| &block.uncertain);
        let (down, weights) =
            diagram.weigh(failure, |variable, share| self.all_up(of_variable(variable), share));

        let needed = self.blocks.get(TOP).map_or(&[][..], |block| &block.uncertain);
        let rest = down.complement();
        let mut contributions = self.shares(needed, rest);
        let certain = self.all_up(needed, Probability::ONE);
        for (variable, weight) in weights {
            contributions.extend(self.shares(of_variable(variable), certain.times(weight)));
        }
        Ok(Weighed { up: self.all_up(needed, rest), contributions, steps: diagram.steps() })
    }

    /// The blocks that the top rests on, each after what it rests on, unless that goes round in a circle.
    fn in_order(&self) -> Vec<usize> {
        let rests_on = |block: usize| {
            let block = self.blocks.get(block);
            let needed = block.into_iter().flat_map(|block| block.needed.iter().copied());
            let conditions = block.into_iter().flat_map(|block| &block.conditions);
            needed
                .chain(conditions.flat_map(|(_, members)| members).map(|(member, _)| *member))
                .collect::<Vec<_>>()
        };
        let mut seen = vec![false; self.blocks.len()];
        let mut order = Vec::new();
        let mut open = vec![(TOP, rests_on(TOP).into_iter())];
        while let Some((block, below)) = open.last_mut() {
            let next = below.find(|member| seen.get(*member) == Some(&false));
            match next {
                Some(member) => {
                    if let Some(seen) = seen.get_mut(member) {
                        *seen = true;
                    }
                    open.push((member, rests_on(member).into_iter()));
                }
                None => {
                    order.push(*block);
                    open.pop();
                }
            }
        }
        order
    }

    /// The condition under which the top fails although nothing fails that it simply needs.
    fn failure(
        &self,
        order: &[usize],
        variable_of: &BTreeMap<usize, u32>,
        diagram: &mut Diagram,
    ) -> Result<Failure, Exceeded> {
        let places: BTreeMap<usize, u32> = order.iter().copied().zip(0_u32..).collect();
        let place_of = |block: &usize| places.get(block).copied();
        let edges =
            order.iter().filter_map(|block| Some((block, place_of(block)?))).flat_map(|(block, place)| {
                let below = self.blocks.get(*block).map(Block::rests_on).unwrap_or_default();
                below.into_iter().filter_map(|member| Some((place, place_of(&member)?))).collect::<Vec<_>>()
            });
        let mut graph: DiGraph<(), (), u32> = DiGraph::from_edges(edges);
        while graph.node_count() < order.len() {
            graph.add_node(());
        }
        let mut failures: BTreeMap<usize, Failure> = BTreeMap::new();
        for circle in kosaraju_scc(&graph) {
            let mut circle: Vec<usize> = circle.into_iter().map(NodeIndex::index).collect();
            circle.sort_unstable();
            // Round and round from nothing failed, until it stays so: the least fixpoint.
            let mut again = true;
            while again {
                again = false;
                for block in circle.iter().filter_map(|place| order.get(*place)) {
                    let failure = self.failure_of(*block, &failures, variable_of, diagram)?;
                    again = failures.insert(*block, failure).unwrap_or(NEVER) != failure || again;
                }
                again = again && circle.len() > 1;
            }
        }
        Ok(failures.get(&TOP).copied().unwrap_or(NEVER))
    }

    /// The condition under which a block fails, given those of the blocks it rests on; latest variables first.
    fn failure_of(
        &self,
        block: usize,
        failures: &BTreeMap<usize, Failure>,
        variable_of: &BTreeMap<usize, u32>,
        diagram: &mut Diagram,
    ) -> Result<Failure, Exceeded> {
        diagram.spend(1)?;
        let failure_of = |block: &usize| failures.get(block).copied().unwrap_or(NEVER);
        let mut failure = variable_of.get(&block).map_or(NEVER, |variable| diagram.variable(*variable));
        let Some(block) = self.blocks.get(block) else { return Ok(failure) };
        for (limit, members) in block.conditions.iter().rev() {
            let members: Vec<(Failure, u64)> =
                members.iter().map(|(member, count)| (failure_of(member), *count)).collect();
            let lost = diagram.more_than(*limit, &members)?;
            failure = diagram.either(failure, lost)?;
        }
        for needed in block.needed.iter().rev() {
            failure = diagram.either(failure, failure_of(needed))?;
        }
        Ok(failure)
    }

    fn all_up(&self, items: &[usize], share: Probability) -> Probability {
        items.iter().fold(share, |share, item| share.times_ppm(self.up(*item)))
    }

    fn up(&self, item: usize) -> u32 {
        self.up_ppm.get(item).copied().unwrap_or(CERTAIN_PPM)
    }

    /// What each of these items means, of which all must be up, where the whole of them means so much.
    fn shares(&self, items: &[usize], weight: Probability) -> Vec<(usize, Probability)> {
        let before = items.iter().scan(weight, |share, item| {
            let here = *share;
            *share = share.times_ppm(self.up(*item));
            Some(here)
        });
        let before: Vec<Probability> = before.collect();
        let mut after = Probability::ONE;
        let mut shares: Vec<(usize, Probability)> = Vec::new();
        for (item, before) in items.iter().zip(before).rev() {
            shares.push((*item, before.times(after)));
            after = after.times_ppm(self.up(*item));
        }
        shares
    }
}

/// By item, the block that it belongs to, which is called after one of its items.
fn block_of(network: &Network) -> Vec<usize> {
    let mut block_of: Vec<Option<usize>> = vec![None; network.len()];
    let mut needed = vec![TOP];
    while let Some(item) = needed.pop() {
        let Some(block) = block_of.get_mut(item).filter(|block| block.is_none()) else { continue };
        *block = Some(TOP);
        let conditions = network.conditions_of(item).iter().filter(|condition| condition.limit == 0);
        needed.extend(conditions.flat_map(|condition| &condition.members).map(|(member, _)| *member));
    }
    for item in 0..network.len() {
        // Up to an item that others have use for as well; the top can be reached, so there is one.
        let mut path = Vec::new();
        let mut end = item;
        let block = loop {
            if let Some(block) = block_of.get(end).copied().flatten() {
                break block;
            }
            let Some(consumer) = network.only_needed_by(end) else { break end };
            path.push(end);
            end = consumer;
        };
        for item in path.into_iter().chain([end]) {
            if let Some(place) = block_of.get_mut(item) {
                *place = Some(block);
            }
        }
    }
    block_of.into_iter().map(|block| block.unwrap_or(TOP)).collect()
}

/// What an agreement on availability leaves. 停机时间预算
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DowntimeBudget {
    /// Downtime that the agreement allows in all, in seconds, rounded down.
    pub allowed_s: u64,
    /// Downtime so far, in seconds.
    pub used_s: u64,
    /// What is left, in seconds.
    pub left_s: u64,
    /// Downtime beyond what is allowed, in seconds.
    pub overdrawn_s: u64,
}

/// What is left of the downtime that an agreement allows, given the agreed service time of the whole period, the availability agreed
/// in parts per million (more than a million are a million), and the downtime within agreed service time so far.
///
/// ```
/// use itsm::cmdb::downtime_budget;
/// let month = downtime_budget(30 * 86_400, 999_000, 1_800);
/// assert_eq!((month.allowed_s, month.left_s, month.overdrawn_s), (2_592, 792, 0));
/// ```
#[must_use]
pub fn downtime_budget(agreed_s: u64, available_ppm: u32, used_s: u64) -> DowntimeBudget {
    let spare = u128::from(CERTAIN_PPM.saturating_sub(available_ppm));
    let allowed = u128::from(agreed_s).saturating_mul(spare) / 1_000_000;
    let allowed_s = u64::try_from(allowed).unwrap_or(u64::MAX);
    DowntimeBudget {
        allowed_s,
        used_s,
        left_s: allowed_s.saturating_sub(used_s),
        overdrawn_s: used_s.saturating_sub(allowed_s),
    }
}
