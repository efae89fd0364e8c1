//! What breaks if these items fail: the answer with states, distances and margins. 影响分析

use crate::cmdb::flood::{Flood, NEVER};
use crate::cmdb::graph::Node;
use crate::cmdb::{Cmdb, CmdbError, Gate, ItemState, Strength};
use crate::kernel::{CiId, Code};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An item whose failure is asked about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Which item.
    pub item: CiId,
    /// The state it would be in.
    #[serde(default = "down")]
    pub state: ItemState,
}

const fn down() -> ItemState {
    ItemState::Down
}

impl Source {
    /// An item that is down.
    #[must_use]
    pub const fn down(item: CiId) -> Self {
        Self { item, state: ItemState::Down }
    }

    /// An item that is degraded.
    #[must_use]
    pub const fn degraded(item: CiId) -> Self {
        Self { item, state: ItemState::Degraded }
    }
}

/// What an impact is asked against, and how much of it is reported.
///
/// Everything that is not ok before the sources fail is context: gates count it as lost, and what it alone brings down is not
/// charged to the sources. Items in maintenance are such context; they count as down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ImpactOptions {
    /// Report items up to this distance; the computation always goes to the end. Without it, all.
    pub depth: Option<u32>,
    /// Report services only.
    pub services_only: bool,
    /// Cut points: no failure reaches them, none passes through them, not even their own.
    pub excluded: BTreeSet<CiId>,
    /// Items already known to be in trouble.
    pub context: BTreeMap<CiId, ItemState>,
    /// Items in maintenance.
    pub maintenance: BTreeSet<CiId>,
    /// Leave the items' own states in the register out of the context.
    pub ignore_own_states: bool,
}

/// An item that the failure reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reached {
    /// Which item.
    pub item: CiId,
    /// Its state once the failure has run its course.
    pub state: ItemState,
    /// Its state before the sources failed; always better than `state`.
    pub before: ItemState,
    /// Relations between it and the nearest source, over items that get worse; 0 for a source.
    pub distance: u32,
    /// Whether the item is a service.
    pub service: bool,
    /// Whether the item is critical.
    pub critical: bool,
}

/// A gate that has lost members, which are its providers, and is not down yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Margin {
    /// The item that the gate holds up.
    pub item: CiId,
    /// The group of its providers.
    pub group: Code,
    /// What the gate passes on now.
    pub state: ItemState,
    /// The fewest further members that make it at least degraded by being degraded or down; `None` when it is, or when too few
    /// of its members can.
    pub until_degraded: Option<u64>,
    /// The fewest further members that take it down by being down; `None` when too few of its members can.
    pub until_down: Option<u64>,
}

impl Margin {
    /// How many more members may be lost before the gate gets worse; `None` when it cannot.
    #[must_use]
    pub fn losses_left(&self) -> Option<u64> {
        let next = self.until_degraded.into_iter().chain(self.until_down).min()?;
        Some(next.saturating_sub(1))
    }
}

/// What breaks: the least fixpoint from the sources, beside what was broken before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Impact {
    /// The items whose state gets worse, the sources among them, by id.
    pub items: Vec<Reached>,
    /// The items that are not ok, and would not be without the sources either, by id.
    pub already: Vec<Source>,
    /// The gates that hold or partly hold, with what they can still lose, by item and group.
    pub strained: Vec<Margin>,
    /// Items, margins and context that a viewer may not see.
    pub hidden: usize,
    /// Items taken from the worklist: at most as many as the register has items and relations, and the sources once more.
    pub visits: u64,
}

impl Impact {
    /// The item with that id, if the failure reaches it and it is reported.
    #[must_use]
    pub fn reached(&self, id: &str) -> Option<&Reached> {
        let place = self.items.binary_search_by(|reached| reached.item.as_str().cmp(id)).ok()?;
        self.items.get(place)
    }

    /// The services among the items.
    pub fn services(&self) -> impl Iterator<Item = &Reached> {
        self.items.iter().filter(|reached| reached.service)
    }

    /// What a viewer may see of it, and how much was left out. The computation does not depend on who looks.
    ///
    /// ```
    /// # use itsm::cmdb::{Impact, Source};
    /// # use itsm::kernel::CiId;
    /// # let impact = Impact { already: vec![Source::down(CiId::new("vm-1").unwrap())], ..Impact::default() };
    /// let seen = impact.redacted(|item| item.as_str() != "vm-1");
    /// assert_eq!((seen.already.len(), seen.hidden), (0, 1));
    /// ```
    #[must_use]
    pub fn redacted(mut self, may_see: impl Fn(&CiId) -> bool) -> Self {
        let counted = |impact: &Self| {
            let lists = impact.items.len().saturating_add(impact.already.len());
            lists.saturating_add(impact.strained.len())
        };
        let all = counted(&self);
        self.items.retain(|reached| may_see(&reached.item));
        self.already.retain(|source| may_see(&source.item));
        self.strained.retain(|margin| may_see(&margin.item));
        self.hidden = self.hidden.saturating_add(all.saturating_sub(counted(&self)));
        self
    }
}

impl Cmdb {
    /// What breaks if the sources fail.
    ///
    /// The cost follows what is reached: every item that changes, its relations, and the members of weighted gates that lose some.
    /// Nothing grows with the register once a first question has been asked.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, Gate, ImpactOptions, ItemState, Source};
    /// use itsm::kernel::CiId;
    /// let cmdb = Cmdb::from_json(br#"{
    ///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
    ///     "service_types": ["service"],
    ///     "items": [{"id": "mail", "type": "service"},
    ///               {"id": "cluster", "type": "cluster", "gates": {"nodes": {"percent": 50}}},
    ///               {"id": "n1", "type": "server"}, {"id": "n2", "type": "server"}, {"id": "n3", "type": "server"}],
    ///     "relations": [{"from": "mail", "to": "cluster", "kind": "runs_on"},
    ///                   {"from": "cluster", "to": "n1", "kind": "runs_on", "group": "nodes"},
    ///                   {"from": "cluster", "to": "n2", "kind": "runs_on", "group": "nodes"},
    ///                   {"from": "cluster", "to": "n3", "kind": "runs_on", "group": "nodes"}]
    /// }"#)?;
    /// let n1 = Source::down(CiId::new("n1").unwrap());
    /// let one = cmdb.impact_of(&[n1.clone()], &ImpactOptions::default())?;
    /// assert!(one.reached("mail").is_none(), "two of three nodes are enough");
    /// assert_eq!(one.strained[0].until_down, Some(1), "one more loss and the cluster is down");
    ///
    /// let n2 = Source::down(CiId::new("n2").unwrap());
    /// let two = cmdb.impact_of(&[n1, n2], &ImpactOptions::default())?;
    /// let mail = two.reached("mail").unwrap();
    /// assert_eq!((mail.state, mail.distance), (ItemState::Down, 2));
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every item of the question that the register does not hold.
    pub fn impact_of(&self, sources: &[Source], options: &ImpactOptions) -> Result<Impact, CmdbError> {
        let question = Question::of(self, sources, options)?;
        Ok(self.with_flood(|flood| {
            let from = question.ask(self, flood);
            flood.measure(self, from, question.sources.iter().map(|(node, _)| *node));
            Impact {
                items: self.reached(flood, from, options),
                already: self.already(flood, from),
                strained: self.strained(flood, &question.excluded),
                hidden: 0,
                visits: flood.visits(),
            }
        }))
    }

    fn reached(&self, flood: &Flood, from: u32, options: &ImpactOptions) -> Vec<Reached> {
        let depth = options.depth.unwrap_or(NEVER);
        let tell = |node: Node, id: &CiId| {
            let mark = flood.mark(node);
            let distance = mark.distance();
            if mark.changed_from(from) == NEVER || distance > depth {
                return None;
            }
            let service = self.is_service_at(node);
            (service || !options.services_only).then(|| Reached {
                item: id.clone(),
                state: mark.state,
                before: mark.before(from),
                distance,
                service,
                critical: self.is_critical_at(node),
            })
        };
        let changed = || flood.changed_from(from).map(|(node, _)| node);
        self.told(changed().count(), changed(), tell, |reached| &reached.item)
    }

    fn already(&self, flood: &Flood, from: u32) -> Vec<Source> {
        let before = flood.changed_before(from).filter(|(_, mark)| mark.before(from) == mark.state);
        let mut already: Vec<Source> = before
            .filter_map(|(node, mark)| {
                Some(Source { item: self.item_at(node)?.id.clone(), state: mark.state })
            })
            .collect();
        already.sort_unstable();
        already
    }

    fn strained(&self, flood: &Flood, excluded: &[Node]) -> Vec<Margin> {
        let mut open = self.open_weights(flood);
        let safe = self.safe_members(excluded);
        let mut strained: Vec<Margin> = flood
            .touched()
            .iter()
            .filter_map(|slot| {
                let gate = self.gate(*slot)?;
                let loss = flood.loss(*slot);
                let state = gate.state(loss.degraded_or_down, loss.down);
                if state == ItemState::Down || flood.mark(gate.consumer).excluded {
                    return None;
                }
                let to_degraded = more_than(gate.degraded_above, loss.degraded_or_down);
                let to_down = more_than(gate.down_above, loss.down);
                let (until_degraded, until_down) = match open.remove(slot) {
                    Some(weights) => (fewest(weights.working, to_degraded), fewest(weights.hard, to_down)),
                    None => {
                        let (safe, hard_safe) = safe.get(slot).copied().unwrap_or_default();
                        let working = gate.members.saturating_sub(loss.degraded_or_down).saturating_sub(safe);
                        let hard = gate.hard_members.saturating_sub(loss.down).saturating_sub(hard_safe);
                        (Some(to_degraded).filter(|n| *n <= working), Some(to_down).filter(|n| *n <= hard))
                    }
                };
                Some(Margin {
                    item: self.item_at(gate.consumer)?.id.clone(),
                    group: self.group_of(gate)?.clone(),
                    state,
                    until_degraded: until_degraded.filter(|_| state == ItemState::Ok),
                    until_down,
                })
            })
            .collect();
        strained.sort_unstable_by(|a, b| (&a.item, &a.group).cmp(&(&b.item, &b.group)));
        strained
    }

    /// By gate, how many members cannot fail because they are excluded, and how many of those are hard.
    fn safe_members(&self, excluded: &[Node]) -> BTreeMap<u32, (u64, u64)> {
        let mut safe: BTreeMap<u32, (u64, u64)> = BTreeMap::new();
        let excluded: BTreeSet<&Node> = excluded.iter().collect();
        for (_, flow) in excluded.into_iter().flat_map(|node| self.consumers(*node)) {
            if flow.speaks {
                let (members, hard) = safe.entry(flow.gate).or_default();
                *members = members.saturating_add(1);
                *hard = hard.saturating_add(u64::from(flow.strength == Strength::Hard));
            }
        }
        safe
    }

    /// What the weighted gates among those touched can still lose.
    fn open_weights(&self, flood: &Flood) -> BTreeMap<u32, OpenWeights> {
        let weighted = flood.touched().iter().filter_map(|slot| {
            let gate = self.gate(*slot)?;
            matches!(gate.gate, Gate::Weighted(_)).then_some((*slot, gate.consumer))
        });
        let slots: Vec<(u32, Node)> = weighted.collect();
        let mut open: BTreeMap<u32, OpenWeights> =
            slots.iter().map(|(slot, _)| (*slot, OpenWeights::default())).collect();
        let consumers: BTreeSet<Node> = slots.into_iter().map(|(_, consumer)| consumer).collect();
        for (provider, flow) in consumers.into_iter().flat_map(|consumer| self.providers(consumer)) {
            let mark = flood.mark(provider);
            let Some(weights) = open.get_mut(&flow.gate).filter(|_| !mark.excluded) else { continue };
            let felt = flow.passes(mark.state);
            if felt == ItemState::Ok {
                add(&mut weights.working, provider, flow.weight);
            }
            if felt != ItemState::Down && flow.strength == Strength::Hard {
                add(&mut weights.hard, provider, flow.weight);
            }
        }
        open
    }
}

/// By member of a weighted gate, what it could still take from it.
#[derive(Default)]
struct OpenWeights {
    working: BTreeMap<Node, u64>,
    /// Of relations through which it can be felt as down, and is not.
    hard: BTreeMap<Node, u64>,
}

fn add(weights: &mut BTreeMap<Node, u64>, provider: Node, weight: u32) {
    let sum = weights.entry(provider).or_default();
    *sum = sum.saturating_add(u64::from(weight));
}

fn more_than(limit: u64, lost: u64) -> u64 {
    limit.saturating_add(1).saturating_sub(lost)
}

/// The fewest of these weights that sum up to at least so much.
fn fewest(weights: BTreeMap<Node, u64>, wanted: u64) -> Option<u64> {
    let mut weights: Vec<u64> = weights.into_values().collect();
    weights.sort_unstable_by(|a, b| b.cmp(a));
    let sums = weights.iter().scan(0_u64, |sum, weight| {
        *sum = sum.saturating_add(*weight);
        Some(*sum)
    });
    let short = sums.take_while(|sum| *sum < wanted).count();
    (short < weights.len()).then(|| u64::try_from(short).unwrap_or(u64::MAX).saturating_add(1))
}

/// Sources and options with the ids looked up.
pub(super) struct Question {
    sources: Vec<(Node, ItemState)>,
    context: Vec<(Node, ItemState)>,
    excluded: Vec<Node>,
    own_states: bool,
}

impl Question {
    pub(super) fn of(cmdb: &Cmdb, sources: &[Source], options: &ImpactOptions) -> Result<Self, CmdbError> {
        let mut unknown = BTreeSet::new();
        let mut place = |id: &CiId| {
            let node = cmdb.place(id.as_str());
            if node.is_none() {
                unknown.insert(id.clone());
            }
            node
        };
        let stated = sources.iter().filter_map(|source| Some((place(&source.item)?, source.state))).collect();
        let mut context: Vec<_> =
            options.context.iter().filter_map(|(id, state)| Some((place(id)?, *state))).collect();
        context.extend(options.maintenance.iter().filter_map(|id| Some((place(id)?, ItemState::Down))));
        let excluded = options.excluded.iter().filter_map(&mut place).collect();
        if unknown.is_empty() {
            Ok(Self { sources: stated, context, excluded, own_states: !options.ignore_own_states })
        } else {
            Err(CmdbError::UnknownItems { items: unknown.into_iter().collect() })
        }
    }

    /// Lets the context run its course, then the sources; returns the round in which those fail.
    pub(super) fn ask(&self, cmdb: &Cmdb, flood: &mut Flood) -> u32 {
        self.excluded.iter().for_each(|node| flood.exclude(*node));
        if self.own_states {
            cmdb.troubled().for_each(|(node, state)| flood.give(node, state));
        }
        self.context.iter().for_each(|(node, state)| flood.give(*node, *state));
        let from = flood.run(cmdb);
        self.sources.iter().for_each(|(node, state)| flood.give(*node, *state));
        flood.run(cmdb);
        from
    }
}
