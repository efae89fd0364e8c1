//! Impact over a plain list of edges: every node is looked at again until nothing changes.
//!
//! A failure travels from provider to consumer. What a consumer feels of a provider is the provider's state through a
//! hard relation, at most `Degraded` through a degrading one, and nothing through an informational one, which is no
//! member of any gate. The relations of one consumer are sorted into groups; the state of a group is what its gate
//! makes of the states felt, the state of the consumer is the worst of its groups and of what is stated for it.
//!
//! * A gate that needs k takes the k-th best provider. A provider counts once in a group, however many relations lead
//!   from it, with the worst of what is felt through them. A percentage of providers is rounded up.
//! * A weighted gate is in a state when the relations that feel this state or worse carry more than the stated share
//!   of the weight. Weights are capacities and belong to relations: those of parallel relations add up.
//! * A gate fails through its providers alone: one that needs more providers than it has needs them all, one without
//!   providers is ok.
//! * An excluded node is ok whatever happens to it or is stated for it, and counts as a provider that is up.
//!
//! Of all assignments that agree with these rules the best one holds (the least fixpoint): two nodes that hold one
//! another up stay up.

use std::collections::{BTreeMap, BTreeSet};

pub type Node = usize;
pub type Group = u8;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Ok,
    Degraded,
    Down,
}

use State::{Degraded, Down};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    Hard,
    Degrading,
    Informational,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub provider: Node,
    pub consumer: Node,
    pub strength: Strength,
    pub group: Group,
    /// Of interest to weighted gates only.
    pub weight: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    All,
    Any,
    AtLeast(usize),
    /// Of the providers of the group, rounded up to whole providers.
    Percent(usize),
    /// Fails when more than numerator / denominator of the weight is lost.
    Weighted {
        lost_over: (u64, u64),
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    pub nodes: usize,
    pub edges: Vec<Edge>,
    /// A group that is not named here needs all.
    pub gates: BTreeMap<(Node, Group), Gate>,
}

/// What is stated to be wrong, and where failures end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    pub sources: BTreeMap<Node, State>,
    pub excluded: BTreeSet<Node>,
}

impl Failure {
    pub fn down(nodes: &[Node]) -> Self {
        Self { sources: nodes.iter().map(|node| (*node, Down)).collect(), excluded: BTreeSet::new() }
    }
}

impl Edge {
    pub fn felt(&self, provider: State) -> State {
        match self.strength {
            Strength::Hard => provider,
            Strength::Degrading => provider.min(Degraded),
            Strength::Informational => State::Ok,
        }
    }

    pub fn carries_failure(&self) -> bool {
        self.strength != Strength::Informational
    }
}

impl Graph {
    pub fn gate(&self, consumer: Node, group: Group) -> Gate {
        self.gates.get(&(consumer, group)).copied().unwrap_or(Gate::All)
    }

    pub fn groups(&self, consumer: Node) -> BTreeSet<Group> {
        self.edges.iter().filter(|edge| edge.consumer == consumer).map(|edge| edge.group).collect()
    }

    pub fn providers(&self, consumer: Node, group: Group) -> BTreeSet<Node> {
        self.members(consumer, group).map(|(_, edge)| edge.provider).collect()
    }

    /// How many providers of the group must be up; none for a weighted gate, which does not count.
    pub fn needed(&self, consumer: Node, group: Group) -> Option<usize> {
        let there = self.providers(consumer, group).len();
        let needed = match self.gate(consumer, group) {
            Gate::All => there,
            Gate::Any => 1,
            Gate::AtLeast(count) => count,
            Gate::Percent(percent) => (percent * there).div_ceil(100),
            Gate::Weighted { .. } => return None,
        };
        Some(needed.min(there))
    }

    pub fn group_state(&self, consumer: Node, group: Group, states: &[State]) -> State {
        self.group_state_hearing(consumer, group, states, None)
    }

    /// Everything that must be up, at some remove, for this node.
    pub fn rests_on(&self, node: Node) -> BTreeSet<Node> {
        self.closure(node, |edge| (edge.consumer, edge.provider))
    }

    /// Everything that a failure of this node could come to if no gate held it up.
    pub fn carries(&self, node: Node) -> BTreeSet<Node> {
        self.closure(node, |edge| (edge.provider, edge.consumer))
    }

    /// Without the node itself, unless a cycle leads back to it.
    fn closure(&self, node: Node, ends: impl Fn(&Edge) -> (Node, Node)) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for edge in self.edges.iter().filter(|edge| edge.carries_failure()) {
                let (near, far) = ends(edge);
                if near == node || found.contains(&near) {
                    found.insert(far);
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    fn members(&self, consumer: Node, group: Group) -> impl Iterator<Item = (usize, &Edge)> {
        self.edges.iter().enumerate().filter(move |(_, edge)| {
            edge.consumer == consumer && edge.group == group && edge.carries_failure()
        })
    }

    /// Where `heard` names edges, nothing is felt through the others; they remain members of their gates.
    fn group_state_hearing(
        &self,
        consumer: Node,
        group: Group,
        states: &[State],
        heard: Option<&BTreeSet<usize>>,
    ) -> State {
        let felt: Vec<(&Edge, State)> = self
            .members(consumer, group)
            .map(|(index, edge)| {
                let deaf = heard.is_some_and(|heard| !heard.contains(&index));
                (edge, if deaf { State::Ok } else { edge.felt(states[edge.provider]) })
            })
            .collect();
        if let Gate::Weighted { lost_over: (numerator, denominator) } = self.gate(consumer, group) {
            let weight = |least: State| -> u64 {
                felt.iter().filter(|(_, felt)| *felt >= least).map(|(edge, _)| edge.weight).sum()
            };
            let exceeds = |least: &State| weight(*least) * denominator > weight(State::Ok) * numerator;
            return [Down, Degraded].into_iter().find(exceeds).unwrap_or(State::Ok);
        }
        let mut by_provider: BTreeMap<Node, State> = BTreeMap::new();
        for (edge, felt) in &felt {
            let worst = by_provider.entry(edge.provider).or_insert(State::Ok);
            *worst = (*worst).max(*felt);
        }
        let mut best_first: Vec<State> = by_provider.into_values().collect();
        best_first.sort();
        match self.needed(consumer, group).expect("a gate that counts") {
            0 => State::Ok,
            needed => best_first[needed - 1],
        }
    }

    fn node_state(
        &self,
        node: Node,
        failure: &Failure,
        states: &[State],
        heard: Option<&BTreeSet<usize>>,
    ) -> State {
        if failure.excluded.contains(&node) {
            return State::Ok;
        }
        let stated = failure.sources.get(&node).copied().unwrap_or(State::Ok);
        let groups = self.groups(node).into_iter();
        groups.map(|group| self.group_state_hearing(node, group, states, heard)).fold(stated, State::max)
    }

    /// What the rules make of these states, all nodes at once.
    pub fn step(&self, failure: &Failure, states: &[State]) -> Vec<State> {
        (0..self.nodes).map(|node| self.node_state(node, failure, states, None)).collect()
    }

    fn impact_hearing(&self, failure: &Failure, heard: Option<&BTreeSet<usize>>) -> Vec<State> {
        let mut states = vec![State::Ok; self.nodes];
        loop {
            let before = states.clone();
            for node in 0..self.nodes {
                states[node] = self.node_state(node, failure, &states, heard);
            }
            if states == before {
                return states;
            }
        }
    }
}

/// The state of every node.
pub fn impact(graph: &Graph, failure: &Failure) -> Vec<State> {
    graph.impact_hearing(failure, None)
}

pub fn affected(states: &[State]) -> BTreeSet<Node> {
    (0..states.len()).filter(|node| states[*node] > State::Ok).collect()
}

/// How far each affected node is from the nearest source, in edges: sources that are not excluded have 0; another
/// affected node is one further than the nearest affected provider from which a relation, not an informational one,
/// leads to it, whether or not that relation's own gate has given way.
pub fn distances(graph: &Graph, failure: &Failure) -> BTreeMap<Node, usize> {
    let affected = affected(&impact(graph, failure));
    let stated = |node: &Node| failure.sources.get(node).is_some_and(|state| *state > State::Ok);
    let mut found: BTreeMap<Node, usize> =
        affected.iter().filter(|node| stated(node)).map(|node| (*node, 0)).collect();
    for distance in 1..=graph.nodes {
        for edge in graph.edges.iter().filter(|edge| edge.carries_failure()) {
            let travels = found.get(&edge.provider) == Some(&(distance - 1));
            if travels && affected.contains(&edge.consumer) && !found.contains_key(&edge.consumer) {
                found.insert(edge.consumer, distance);
            }
        }
    }
    found
}

/// Depth filters the report and nothing else.
pub fn within(graph: &Graph, failure: &Failure, depth: usize) -> BTreeSet<Node> {
    distances(graph, failure)
        .into_iter()
        .filter(|(_, distance)| *distance <= depth)
        .map(|(node, _)| node)
        .collect()
}

/// What a viewer may see of the answer, and how many affected nodes are hidden.
pub fn redacted(states: &[State], visible: &BTreeSet<Node>) -> (BTreeMap<Node, State>, usize) {
    let affected = affected(states);
    let seen = affected.intersection(visible).map(|node| (*node, states[*node])).collect();
    (seen, affected.difference(visible).count())
}

/// A part of a witness. Edges go by their place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Source(Node),
    Edge(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Minimal,
    DoesNotSuffice,
    /// What remains without this part suffices as well.
    Spares(Part),
}

/// What a claimed witness names. Of the kind that it does not name everything is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    Sources,
    Edges,
    Both,
}

/// Whether a claimed witness shows that a node is in a state or worse: when only the sources and edges named are heard
/// it still is, and without any one of them it no longer is.
pub fn judge(
    graph: &Graph,
    failure: &Failure,
    (node, state): (Node, State),
    kind: Parts,
    witness: &BTreeSet<Part>,
) -> Verdict {
    let holds = |parts: &BTreeSet<Part>| {
        let mut heard = failure.clone();
        if kind != Parts::Edges {
            heard.sources.retain(|source, _| parts.contains(&Part::Source(*source)));
        }
        let edges: BTreeSet<usize> = (0..graph.edges.len())
            .filter(|edge| kind == Parts::Sources || parts.contains(&Part::Edge(*edge)))
            .collect();
        graph.impact_hearing(&heard, Some(&edges))[node] >= state
    };
    if !holds(witness) {
        return Verdict::DoesNotSuffice;
    }
    let spared = witness.iter().find(|part| {
        let mut fewer = witness.clone();
        fewer.remove(part);
        holds(&fewer)
    });
    spared.map_or(Verdict::Minimal, |part| Verdict::Spares(*part))
}

/// Every minimal set of sources, by trying all sets.
pub fn source_witnesses(graph: &Graph, failure: &Failure, what: (Node, State)) -> BTreeSet<BTreeSet<Node>> {
    let sources: Vec<Node> = failure.sources.keys().copied().collect();
    let minimal = |chosen: &BTreeSet<Node>| {
        let parts = chosen.iter().map(|source| Part::Source(*source)).collect();
        judge(graph, failure, what, Parts::Sources, &parts) == Verdict::Minimal
    };
    (0..=sources.len()).flat_map(|size| subsets(&sources, size)).filter(minimal).collect()
}

/// How many more providers may go down, whichever they are, and every smallest set that is one too many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    pub may_go_down: usize,
    pub too_many: BTreeSet<BTreeSet<Node>>,
}

/// The margin of one group as things stand: what happens to its own state when providers go down and all others stay
/// as they are. None if it cannot get worse. An excluded provider never goes down.
pub fn group_margin(graph: &Graph, failure: &Failure, consumer: Node, group: Group) -> Option<Margin> {
    let states = impact(graph, failure);
    let now = graph.group_state(consumer, group, &states);
    margin(graph, failure, &states, consumer, group, |lost| {
        let mut then = states.clone();
        lost.iter().for_each(|node| then[*node] = Down);
        graph.group_state(consumer, group, &then) > now
    })
}

/// The margin of the consumer's own state: providers of the group that go down take along whatever rests on them,
/// other providers of the group among it, and other groups may hold the consumer down already.
pub fn consumer_margin(graph: &Graph, failure: &Failure, consumer: Node, group: Group) -> Option<Margin> {
    let states = impact(graph, failure);
    margin(graph, failure, &states, consumer, group, |lost| {
        let mut then = failure.clone();
        then.sources.extend(lost.iter().map(|node| (*node, Down)));
        impact(graph, &then)[consumer] > states[consumer]
    })
}

fn margin(
    graph: &Graph,
    failure: &Failure,
    states: &[State],
    consumer: Node,
    group: Group,
    worsens: impl Fn(&BTreeSet<Node>) -> bool,
) -> Option<Margin> {
    let can_go = |node: &Node| states[*node] < Down && !failure.excluded.contains(node);
    let left: Vec<Node> = graph.providers(consumer, group).into_iter().filter(can_go).collect();
    (1..=left.len()).find_map(|size| {
        let too_many: BTreeSet<_> = subsets(&left, size).into_iter().filter(|lost| worsens(lost)).collect();
        (!too_many.is_empty()).then_some(Margin { may_go_down: size - 1, too_many })
    })
}

/// For each item that explains a symptom if it alone is down, the symptoms it explains: a symptom is explained when
/// its item would be in the state seen, or worse.
pub fn root_candidates(graph: &Graph, symptoms: &BTreeMap<Node, State>) -> BTreeMap<Node, BTreeSet<Node>> {
    let explained = |item: Node| {
        let states = impact(graph, &Failure::down(&[item]));
        symptoms.iter().filter(|(node, seen)| states[**node] >= **seen).map(|(node, _)| *node).collect()
    };
    (0..graph.nodes)
        .map(|item| (item, explained(item)))
        .filter(|(_, symptoms): &(Node, BTreeSet<Node>)| !symptoms.is_empty())
        .collect()
}

/// The items that alone explain every symptom.
pub fn sole_causes(graph: &Graph, symptoms: &BTreeMap<Node, State>) -> BTreeSet<Node> {
    let all = root_candidates(graph, symptoms)
        .into_iter()
        .filter(|(_, explained)| explained.len() == symptoms.len());
    all.map(|(item, _)| item).collect()
}

/// Every set of at most `up_to` items, none of them `top` itself, that brings `top` into `broken` or worse when all its
/// items are down, and of which no part does.
pub fn cut_sets(graph: &Graph, top: Node, broken: State, up_to: usize) -> BTreeSet<BTreeSet<Node>> {
    let others: Vec<Node> = (0..graph.nodes).filter(|node| *node != top).collect();
    let mut found: BTreeSet<BTreeSet<Node>> = BTreeSet::new();
    for size in 0..=up_to.min(others.len()) {
        for chosen in subsets(&others, size) {
            let nodes: Vec<Node> = chosen.iter().copied().collect();
            let contains_another = found.iter().any(|smaller| smaller.is_subset(&chosen));
            if !contains_another && impact(graph, &Failure::down(&nodes))[top] >= broken {
                found.insert(chosen);
            }
        }
    }
    found
}

pub fn single_points_of_failure(graph: &Graph, top: Node, broken: State) -> BTreeSet<Node> {
    cut_sets(graph, top, broken, 1).into_iter().flatten().collect()
}

pub fn subsets<T: Clone + Ord>(items: &[T], size: usize) -> Vec<BTreeSet<T>> {
    let Some((first, rest)) = items.split_first() else {
        return if size == 0 { vec![BTreeSet::new()] } else { Vec::new() };
    };
    let mut found = subsets(rest, size);
    if let Some(fewer) = size.checked_sub(1) {
        for mut with_first in subsets(rest, fewer) {
            with_first.insert(first.clone());
            found.push(with_first);
        }
    }
    found
}
