//! Small graphs for the properties: cycles, groups, gates of every kind, parallel relations, failures, schedules.
//!
//! Numbers are drawn independently of one another and brought into range afterwards, so that a failing case shrinks to
//! few nodes, few edges, gates that need all, and small numbers.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::conflicts::{Change, Freeze, Maintenance, Reach, Rule, Scope, Wish, World};
use super::impact::{Edge, Failure, Gate, Graph, Group, Node, State, Strength};
use super::overlays::{Minute, Overlay};

pub const NODES: usize = 8;
pub const GROUPS: Group = 3;

/// What a graph may have; a core that refuses one of these as a document is compared without it.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub cycles: bool,
    pub self_loops: bool,
    /// Two relations of one provider in the same group of one consumer; in different groups they are always allowed.
    pub parallel_in_a_group: bool,
    /// Gates that need more providers than they have.
    pub more_than_all: bool,
    pub weighted: bool,
    pub most_nodes: usize,
    pub most_edges: usize,
}

pub const ANY_SHAPE: Shape = Shape {
    cycles: true,
    self_loops: true,
    parallel_in_a_group: true,
    more_than_all: true,
    weighted: true,
    most_nodes: NODES,
    most_edges: 20,
};

/// Without what a strict reader of documents may refuse.
pub const PLAIN_SHAPE: Shape =
    Shape { self_loops: false, parallel_in_a_group: false, more_than_all: false, ..ANY_SHAPE };

/// A graph and what goes wrong in it.
#[derive(Clone, Debug)]
pub struct ImpactCase {
    pub graph: Graph,
    pub failure: Failure,
}

pub fn graph(shape: Shape) -> impl Strategy<Value = Graph> {
    let keys = || (0..NODES).flat_map(|node| (0..GROUPS).map(move |group| (node, group)));
    let gates =
        vec(gate(shape), NODES * usize::from(GROUPS)).prop_map(move |gates| keys().zip(gates).collect());
    let nodes = prop_oneof![1 => 1..=shape.most_nodes, 2 => shape.most_nodes.div_ceil(2)..=shape.most_nodes];
    let edges = prop_oneof![
        1 => vec(edge(), 0..=shape.most_edges),
        2 => vec(edge(), shape.most_edges / 2..=shape.most_edges),
        1 => chain(shape.most_edges),
    ];
    // A loop holds its gate up and a cycle fails as a whole: either would hide the rest if it were everywhere.
    (nodes, edges, gates, prop::bool::weighted(0.4), prop::bool::weighted(0.25)).prop_map(
        move |(nodes, edges, gates, cycles, self_loops)| {
            let cycles = shape.cycles && cycles;
            let self_loops = shape.self_loops && self_loops;
            shaped(Shape { cycles, self_loops, ..shape }, nodes, edges, gates)
        },
    )
}

/// No node is both a source and excluded: what then holds is a matter of documents.
pub fn impact_case(shape: Shape) -> impl Strategy<Value = ImpactCase> {
    (graph(shape), failure()).prop_map(|(graph, mut failure)| {
        failure.sources =
            failure.sources.into_iter().map(|(node, state)| (node % graph.nodes, state)).collect();
        failure.excluded.retain(|node| *node < graph.nodes && !failure.sources.contains_key(node));
        ImpactCase { graph, failure }
    })
}

/// The same graph with its nodes renamed and its edges in another order: `names[old]` is the new name.
pub fn renamed(graph: &Graph, names: &[Node], order: &[usize]) -> Graph {
    let edges = order.iter().map(|place| graph.edges[*place]).map(|edge| Edge {
        provider: names[edge.provider],
        consumer: names[edge.consumer],
        ..edge
    });
    Graph {
        nodes: graph.nodes,
        edges: edges.collect(),
        gates: graph.gates.iter().map(|((node, group), gate)| ((names[*node], *group), *gate)).collect(),
    }
}

pub fn state() -> impl Strategy<Value = State> {
    prop_oneof![3 => Just(State::Down), 1 => Just(State::Degraded)]
}

fn failure() -> impl Strategy<Value = Failure> {
    let excluded = prop_oneof![2 => Just(BTreeSet::new()), 1 => btree_set(0..NODES, 0..3)];
    let sources =
        prop_oneof![1 => btree_map(0..NODES, state(), 0..=1), 2 => btree_map(0..NODES, state(), 0..7)];
    (sources, excluded).prop_map(|(sources, excluded)| Failure { sources, excluded })
}

fn edge() -> impl Strategy<Value = Edge> {
    let strength = prop_oneof![
        6 => Just(Strength::Hard),
        2 => Just(Strength::Degrading),
        1 => Just(Strength::Informational),
    ];
    let group = prop_oneof![8 => Just(0), 1 => 0..GROUPS];
    // Few consumers with many providers give gates a choice.
    let consumer = prop_oneof![3 => 0..NODES, 2 => 0..3_usize];
    (0..NODES, consumer, strength, group, 1..=100_u64).prop_map(
        |(provider, consumer, strength, group, weight)| Edge { provider, consumer, strength, group, weight },
    )
}

/// Neighbours only, so that a failure comes far.
fn chain(most: usize) -> impl Strategy<Value = Vec<Edge>> {
    vec(edge(), most / 3..=most / 2).prop_map(|edges| {
        let neighbour = |(place, edge): (usize, Edge)| {
            let consumer = place % (NODES - 1);
            Edge { provider: consumer + 1, consumer, ..edge }
        };
        edges.into_iter().enumerate().map(neighbour).collect()
    })
}

fn gate(shape: Shape) -> impl Strategy<Value = Gate> {
    prop_oneof![
        5 => Just(Gate::All),
        4 => Just(Gate::Any),
        4 => (1..=4_usize).prop_map(Gate::AtLeast),
        3 => (1..=100_usize).prop_map(Gate::Percent),
        3 => (0..100_u64).prop_map(|percent| Gate::Weighted { lost_over: (percent, 100) }),
    ]
    .prop_map(move |gate| match gate {
        Gate::Weighted { .. } if !shape.weighted => Gate::All,
        gate => gate,
    })
}

fn shaped(shape: Shape, nodes: usize, raw: Vec<Edge>, mut gates: BTreeMap<(Node, Group), Gate>) -> Graph {
    let mut edges: Vec<Edge> = Vec::new();
    for mut edge in raw {
        edge.provider %= nodes;
        edge.consumer %= nodes;
        if !shape.cycles && edge.provider < edge.consumer {
            (edge.provider, edge.consumer) = (edge.consumer, edge.provider);
        }
        let loops = edge.provider == edge.consumer;
        let twice = edges.iter().any(|other| {
            (other.provider, other.consumer, other.group) == (edge.provider, edge.consumer, edge.group)
        });
        let allowed = (!loops || shape.self_loops) && (!twice || shape.parallel_in_a_group);
        if allowed {
            edges.push(edge);
        }
    }
    gates.retain(|(node, group), gate| {
        *gate != Gate::All && edges.iter().any(|edge| (edge.consumer, edge.group) == (*node, *group))
    });
    let mut graph = Graph { nodes, edges, gates };
    if !shape.more_than_all {
        let counted: Vec<_> = graph.gates.iter().map(|(key, gate)| (*key, *gate)).collect();
        for ((node, group), gate) in counted {
            let there = graph.providers(node, group).len();
            if there == 0 {
                graph.gates.remove(&(node, group));
            } else if let Gate::AtLeast(count) = gate {
                graph.gates.insert((node, group), Gate::AtLeast(count.min(there)));
            }
        }
    }
    graph
}

/// A graph, how likely its components are up, and the item that is asked about.
#[derive(Clone, Debug)]
pub struct AvailabilityCase {
    pub graph: Graph,
    pub components_ppm: BTreeMap<Node, u64>,
    pub top: Node,
}

pub fn availability_case(shape: Shape) -> impl Strategy<Value = AvailabilityCase> {
    let ppm = prop_oneof![3 => 900_000..=1_000_000_u64, 1 => 0..=1_000_000_u64, 1 => Just(500_000_u64)];
    (graph(shape), btree_map(0..NODES, ppm, 0..=NODES), 0..NODES).prop_map(
        |(graph, mut components_ppm, top)| {
            components_ppm.retain(|node, _| *node < graph.nodes);
            let top = top % graph.nodes;
            AvailabilityCase { graph, components_ppm, top }
        },
    )
}

/// A small world of changes and one of them that looks for a time.
#[derive(Clone, Debug)]
pub struct ScheduleCase {
    pub world: World,
    pub wish: Wish,
}

/// All minutes of a schedule lie in here.
pub const HORIZON: (Minute, Minute) = (0, 120);

pub fn schedule_case(shape: Shape) -> impl Strategy<Value = ScheduleCase> {
    let rules = select(&[Rule::Calendar, Rule::Window, Rule::Scheduled, Rule::Implementer, Rule::Gate][..]);
    let wish = (change(), 1..=40_i64, 0..60_i64, option::weighted(0.3, vec(stretch(), 1..=3)))
        .prop_map(|(change, minutes, not_before, calendar)| Wish { change, minutes, not_before, calendar });
    let reach = prop_oneof![2 => Just(Reach::OneStep), 1 => Just(Reach::AnyDepth)];
    let items = (graph(shape), btree_set((0..NODES, 0..NODES), 0..4), reach, btree_set(0..3_usize, 1..=2));
    let rows = (vec(change(), 1..=5), vec(freeze(), 0..=2), vec(maintenance(), 0..=2), vec(outage(), 0..=2));
    (items, rows, btree_set(rules, 0..=2), 2..=3_usize, wish, any::<bool>()).prop_map(
        |((graph, parents, reach, services), rows, soft, together, wish, planted)| {
            let (changes, freezes, maintenance, outages) = rows;
            let world = World {
                graph,
                parents,
                reach,
                changes,
                freezes,
                maintenance,
                outages,
                services,
                together,
                soft,
            };
            placed(ScheduleCase { world, wish }, planted)
        },
    )
}

/// Names for the rows, and every item brought into the range of the graph.
fn placed(mut case: ScheduleCase, planted: bool) -> ScheduleCase {
    let world = &mut case.world;
    let nodes = world.graph.nodes;
    let name = |change: &mut Change, id: String| {
        change.id = id;
        within_range(&mut change.items, nodes);
        within_range(&mut change.services, nodes);
    };
    within_range(&mut world.services, nodes);
    name(&mut case.wish.change, "asked".to_owned());
    for (number, change) in world.changes.iter_mut().enumerate() {
        name(change, format!("c{number}"));
    }
    for (number, freeze) in world.freezes.iter_mut().enumerate() {
        freeze.id = format!("f{number}");
        scope_within_range(&mut freeze.scope, nodes);
    }
    for (number, row) in world.maintenance.iter_mut().enumerate() {
        row.id = format!("m{number}");
        scope_within_range(&mut row.scope, nodes);
    }
    for (place, outage) in world.outages.iter_mut().enumerate() {
        outage.id = format!("outage-{place}");
        outage.states = outage.states.iter().map(|(node, state)| (node % nodes, *state)).collect();
    }
    let parents = world.parents.iter().map(|(child, parent)| (child % nodes, parent % nodes));
    world.parents = parents.filter(|(child, parent)| child > parent).collect();
    if planted {
        plant_a_pair(&mut world.graph, &world.services, &mut world.changes[0], &mut case.wish.change);
    }
    case
}

fn scope_within_range(scope: &mut Scope, nodes: usize) {
    if let Scope::Items(named) | Scope::Services(named) = scope {
        within_range(named, nodes);
    }
}

/// Two changes of two providers of a service that can lose one: left to chance this is rare.
fn plant_a_pair(graph: &mut Graph, services: &BTreeSet<Node>, one: &mut Change, another: &mut Change) {
    for service in services {
        let providers: Vec<Node> =
            graph.providers(*service, 0).into_iter().filter(|node| node != service).collect();
        if let [first, second, ..] = providers[..] {
            let needed = graph.providers(*service, 0).len() - 1;
            graph.gates.insert((*service, 0), Gate::AtLeast(needed));
            one.items = BTreeSet::from([first]);
            another.items = BTreeSet::from([second]);
        }
    }
}

fn within_range(named: &mut BTreeSet<Node>, nodes: usize) {
    *named = named.iter().map(|node| node % nodes).collect();
}

fn stretch() -> impl Strategy<Value = (Minute, Minute)> {
    (HORIZON.0..HORIZON.1 - 1, 1..60_i64).prop_map(|(from, minutes)| (from, (from + minutes).min(HORIZON.1)))
}

fn change() -> impl Strategy<Value = Change> {
    let implementer = prop_oneof![1 => Just(None), 2 => select(&["ann", "bob", "eve"][..]).prop_map(Some)];
    let services = prop_oneof![2 => Just(BTreeSet::new()), 1 => btree_set(0..NODES, 1..=1)];
    (stretch(), btree_set(0..NODES, 1..=2), services, implementer).prop_map(
        |((from, until), items, services, implementer)| Change {
            id: String::new(),
            from,
            until,
            items,
            services,
            implementer: implementer.map(str::to_owned),
        },
    )
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        3 => btree_set(0..NODES, 1..=2).prop_map(Scope::Items),
        2 => btree_set(0..NODES, 1..=1).prop_map(Scope::Services),
        1 => Just(Scope::All),
    ]
}

fn freeze() -> impl Strategy<Value = Freeze> {
    (stretch(), any::<bool>(), scope()).prop_map(|((from, until), hard, scope)| Freeze {
        id: String::new(),
        from,
        until,
        hard,
        scope,
    })
}

fn maintenance() -> impl Strategy<Value = Maintenance> {
    (scope(), vec(stretch(), 1..=2)).prop_map(|(scope, open)| Maintenance { id: String::new(), scope, open })
}

fn outage() -> impl Strategy<Value = Overlay> {
    (stretch(), btree_map(0..NODES, state(), 1..=1)).prop_map(|((from, until), states)| Overlay {
        id: "outage".to_owned(),
        from,
        until,
        states,
    })
}
