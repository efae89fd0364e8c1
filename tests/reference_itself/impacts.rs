//! The reference's impact is held to the vectors and laws of the specification, and to the meet of all assignments.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::reference::cases;
use crate::reference::generate_graphs::{
    ANY_SHAPE, ImpactCase, NODES, PLAIN_SHAPE, Shape, impact_case, renamed,
};
use crate::reference::impact::State::{Degraded, Down, Ok as Up};
use crate::reference::impact::{
    Edge, Failure, Gate, Graph, Node, Part, Parts, State, Strength, Verdict, affected, consumer_margin,
    cut_sets, distances, group_margin, impact, judge, redacted, root_candidates, single_points_of_failure,
    sole_causes, source_witnesses, within,
};

pub(crate) fn hard(provider: Node, consumer: Node) -> Edge {
    Edge { provider, consumer, strength: Strength::Hard, group: 0, weight: 1 }
}

fn plain(nodes: usize, edges: &[(Node, Node)]) -> Graph {
    let edges = edges.iter().map(|(provider, consumer)| hard(*provider, *consumer)).collect();
    Graph { nodes, edges, gates: BTreeMap::new() }
}

/// Providers 1, 2, ... and their consumer 0.
pub(crate) fn fan(providers: usize, gate: Gate) -> Graph {
    let edges = (1..=providers).map(|provider| hard(provider, 0)).collect();
    Graph { nodes: providers + 1, edges, gates: BTreeMap::from([((0, 0), gate)]) }
}

fn weighted(weights: &[u64], gate: Gate) -> Graph {
    let mut graph = fan(weights.len(), gate);
    for (edge, weight) in graph.edges.iter_mut().zip(weights) {
        edge.weight = *weight;
    }
    graph
}

fn top(graph: &Graph, down: &[Node]) -> State {
    impact(graph, &Failure::down(down))[0]
}

fn set<T: Ord + Clone>(items: &[T]) -> BTreeSet<T> {
    items.iter().cloned().collect()
}

const HALF: Gate = Gate::Weighted { lost_over: (50, 100) };

#[test]
fn v22_d1_a_deeper_look_never_sees_less() {
    const S: Node = 0;
    let [a, x, b, y, z] = [1, 2, 3, 4, 5];
    let graph = plain(6, &[(S, a), (S, x), (a, b), (b, x), (x, y), (y, z)]);
    let failure = Failure::down(&[S]);
    for depth in [3, 4] {
        assert_eq!(within(&graph, &failure, depth), set(&[S, a, b, x, y, z]), "depth {depth}");
    }
    assert_eq!(within(&graph, &failure, 1), set(&[S, a, x]));
    assert_eq!(distances(&graph, &failure)[&z], 3);
}

#[test]
fn v23_two_power_feeds_of_which_one_is_needed() {
    let feeds = fan(2, Gate::AtLeast(1));
    assert_eq!((top(&feeds, &[1]), top(&feeds, &[1, 2])), (Up, Down));
}

#[test]
fn v24_half_of_three_hypervisors_is_two() {
    let farm = fan(3, Gate::Percent(50));
    assert_eq!(farm.needed(0, 0), Some(2));
    assert_eq!((top(&farm, &[1]), top(&farm, &[1, 2])), (Up, Down));
}

#[test]
fn v25_the_lightest_of_three_is_lost() {
    assert_eq!(top(&weighted(&[100, 50, 25], HALF), &[3]), Up);
    assert_eq!(top(&weighted(&[100, 50, 25], HALF), &[1]), Down);
    assert_eq!(top(&weighted(&[100, 50, 25], Gate::All), &[3]), Down);
    let just = |lost_over| top(&weighted(&[100, 50, 25], Gate::Weighted { lost_over }), &[3]);
    assert_eq!((just((25, 175)), just((24, 175))), (Up, Down), "only more than the threshold is too much");
}

#[test]
fn v26_the_worst_of_the_best_two() {
    let two = fan(3, Gate::AtLeast(2));
    assert_eq!((top(&two, &[3]), top(&two, &[2, 3])), (Up, Down));
}

#[test]
fn v28_d19_a_failed_child_degrades_or_fails_its_parent_as_the_relation_says() {
    let [parent, child, item] = [0, 1, 2];
    let mut graph = plain(3, &[(item, child), (child, parent)]);
    assert_eq!(impact(&graph, &Failure::down(&[item])), [Down, Down, Down]);
    graph.edges[1].strength = Strength::Degrading;
    assert_eq!(impact(&graph, &Failure::down(&[item])), [Degraded, Down, Down]);
    graph.edges[1].strength = Strength::Informational;
    assert_eq!(impact(&graph, &Failure::down(&[item])), [Up, Down, Down]);
}

#[test]
fn d5_a_ladder_of_diamonds_is_walked_in_a_few_rounds() {
    const LAYERS: usize = 200;
    let mut edges = vec![(0, 1), (0, 2)];
    for layer in 1..LAYERS {
        let [near, far] = [2 * layer - 1, 2 * layer + 1];
        edges.extend([(near, far), (near, far + 1), (near + 1, far), (near + 1, far + 1)]);
    }
    let graph = plain(2 * LAYERS + 1, &edges);
    let failure = Failure::down(&[0]);
    assert_eq!(affected(&impact(&graph, &failure)).len(), 2 * LAYERS + 1);
    assert_eq!(distances(&graph, &failure)[&(2 * LAYERS)], LAYERS);
}

#[test]
fn d20_one_of_a_thousand_is_not_the_group() {
    let group = |needed| fan(1000, Gate::AtLeast(needed));
    assert_eq!(top(&group(950), &[1]), Up);
    assert_eq!(top(&group(950), &Vec::from_iter(1..=50)), Up);
    assert_eq!(top(&group(950), &Vec::from_iter(1..=51)), Down);
    assert_eq!(top(&group(1000), &[1]), Down);
}

#[test]
fn the_best_assignment_holds_in_a_cycle() {
    let ring = plain(3, &[(0, 1), (1, 2), (2, 0)]);
    assert_eq!(impact(&ring, &Failure::default()), [Up; 3]);
    assert_eq!(impact(&ring, &Failure::down(&[1])), [Down; 3]);
    let mut pair = plain(4, &[(0, 1), (1, 0), (2, 0), (3, 1)]);
    pair.gates = BTreeMap::from([((0, 0), Gate::Any), ((1, 0), Gate::Any)]);
    assert_eq!(impact(&pair, &Failure::down(&[2, 3])), [Up, Up, Down, Down], "they hold one another up");
}

#[test]
fn a_gate_takes_degraded_providers_in_their_order() {
    let of_three = |gate, states: [State; 3]| {
        let sources = (1..=3).zip(states).collect();
        impact(&fan(3, gate), &Failure { sources, excluded: BTreeSet::new() })[0]
    };
    assert_eq!(of_three(Gate::AtLeast(2), [Up, Degraded, Down]), Degraded);
    assert_eq!(of_three(Gate::Any, [Degraded, Degraded, Down]), Degraded);
    assert_eq!(of_three(Gate::All, [Up, Up, Degraded]), Degraded);
    assert_eq!(
        of_three(HALF, [Up, Degraded, Down]),
        Degraded,
        "a third is down, two thirds are at least degraded"
    );
    assert_eq!(of_three(HALF, [Up, Up, Down]), Up);
}

#[test]
fn informational_relations_are_no_members() {
    let mut graph = fan(3, Gate::Any);
    graph.edges[2].strength = Strength::Informational;
    assert_eq!(top(&graph, &[1, 2]), Down);
    graph.gates.insert((0, 0), Gate::Percent(50));
    assert_eq!(graph.needed(0, 0), Some(1), "half of two");
}

#[test]
fn a_provider_counts_once_and_parallel_weights_add_up() {
    let mut graph = fan(2, Gate::AtLeast(2));
    graph.edges.push(Edge { strength: Strength::Degrading, ..hard(1, 0) });
    assert_eq!((top(&graph, &[2]), top(&graph, &[1])), (Down, Down));
    graph.gates.insert((0, 0), HALF);
    graph.edges[2].strength = Strength::Hard;
    assert_eq!((top(&graph, &[2]), top(&graph, &[1])), (Up, Down));
}

#[test]
fn a_gate_that_needs_more_than_it_has_needs_all() {
    assert_eq!((top(&fan(2, Gate::AtLeast(5)), &[]), top(&fan(2, Gate::AtLeast(5)), &[1])), (Up, Down));
    assert_eq!(top(&fan(2, Gate::AtLeast(0)), &[1, 2]), Up);
}

#[test]
fn an_excluded_item_ends_the_failure() {
    let chain = plain(3, &[(0, 1), (1, 2)]);
    let failure = Failure { excluded: set(&[1]), ..Failure::down(&[0]) };
    assert_eq!(impact(&chain, &failure), [Down, Up, Up]);
}

#[test]
fn a_witness_names_enough_and_nothing_to_spare() {
    // Two of three hold 0; 4 carries both 1 and 2.
    let mut graph = fan(3, Gate::AtLeast(2));
    graph.nodes = 5;
    graph.edges.extend([hard(4, 1), hard(4, 2)]);
    let failure = Failure::down(&[3, 4]);
    let judged = |kind, parts: &[Part]| judge(&graph, &failure, (0, Down), kind, &set(parts));
    let [three, four] = [Part::Source(3), Part::Source(4)];
    assert_eq!(judged(Parts::Sources, &[four]), Verdict::Minimal);
    assert_eq!(judged(Parts::Sources, &[three]), Verdict::DoesNotSuffice);
    assert_eq!(judged(Parts::Sources, &[three, four]), Verdict::Spares(three));
    let edges = [0, 2, 3].map(Part::Edge);
    assert_eq!(
        judged(Parts::Edges, &edges),
        Verdict::Minimal,
        "3 itself and 4 by way of 1: not smallest in sources"
    );
    assert_eq!(judged(Parts::Both, &[three, four, edges[0], edges[1], edges[2]]), Verdict::Minimal);
    assert_eq!(judged(Parts::Both, &[four, edges[0], edges[1], edges[2]]), Verdict::DoesNotSuffice);
    assert_eq!(judged(Parts::Edges, &[0, 1, 2, 3, 4].map(Part::Edge)), Verdict::Spares(Part::Edge(0)));
    assert_eq!(source_witnesses(&graph, &failure, (0, Down)), set(&[set(&[4])]));
}

#[test]
fn a_margin_says_how_many_more_and_which_one_is_too_many() {
    let farm = fan(4, Gate::AtLeast(2));
    let margin = group_margin(&farm, &Failure::down(&[1]), 0, 0).unwrap();
    assert_eq!(margin.may_go_down, 1, "one more loss is safe, a second is not");
    assert_eq!(margin.too_many, set(&[set(&[2, 3]), set(&[2, 4]), set(&[3, 4])]));
    assert_eq!(group_margin(&farm, &Failure::down(&[1, 2]), 0, 0).unwrap().may_go_down, 0);
    assert_eq!(group_margin(&farm, &Failure::down(&[1, 2, 3]), 0, 0), None, "it is down");
    let uneven = weighted(&[100, 50, 25], HALF);
    let margin = group_margin(&uneven, &Failure::default(), 0, 0).unwrap();
    assert_eq!((margin.may_go_down, margin.too_many), (0, set(&[set(&[1])])), "the worst order counts");
}

#[test]
fn the_margin_of_the_consumer_knows_what_falls_together() {
    let mut farm = fan(3, Gate::AtLeast(2));
    farm.edges.push(hard(1, 2));
    assert_eq!(group_margin(&farm, &Failure::default(), 0, 0).unwrap().may_go_down, 1);
    let margin = consumer_margin(&farm, &Failure::default(), 0, 0).unwrap();
    assert_eq!((margin.may_go_down, margin.too_many), (0, set(&[set(&[1])])));
}

#[test]
fn a_root_explains_what_was_seen() {
    let graph = plain(5, &[(0, 1), (0, 2), (3, 2), (4, 3)]);
    let seen = BTreeMap::from([(1, Down), (2, Down)]);
    assert_eq!(sole_causes(&graph, &seen), set(&[0]));
    let partly = root_candidates(&graph, &seen);
    assert_eq!((partly[&4].clone(), partly[&1].clone()), (set(&[2]), set(&[1])));
}

#[test]
fn cut_sets_hold_no_smaller_one() {
    // 0 needs one of 1 and 2, both rest on 3, and 4.
    let mut graph = fan(2, Gate::Any);
    graph.nodes = 5;
    graph.edges.extend([hard(3, 1), hard(3, 2), Edge { group: 1, ..hard(4, 0) }]);
    assert_eq!(single_points_of_failure(&graph, 0, Down), set(&[3, 4]));
    assert_eq!(cut_sets(&graph, 0, Down, 3), set(&[set(&[3]), set(&[4]), set(&[1, 2])]));
}

#[test]
fn redaction_hides_and_says_how_much() {
    let states = impact(&plain(3, &[(0, 1), (1, 2)]), &Failure::down(&[0]));
    assert_eq!(redacted(&states, &set(&[0, 2])), (BTreeMap::from([(0, Down), (2, Down)]), 1));
}

/// Where the rules make nothing worse, an assignment agrees with them; the best of every node over all of these is
/// the least fixpoint.
fn meet_of_all_assignments(case: &ImpactCase) -> Vec<State> {
    let nodes = case.graph.nodes;
    let mut meet = vec![Down; nodes];
    for code in 0..3_usize.pow(nodes as u32) {
        let states: Vec<State> =
            (0..nodes).map(|node| [Up, Degraded, Down][code / 3_usize.pow(node as u32) % 3]).collect();
        let next = case.graph.step(&case.failure, &states);
        if next.iter().zip(&states).all(|(next, state)| next <= state) {
            meet.iter_mut().zip(&states).for_each(|(best, state)| *best = (*best).min(*state));
        }
    }
    meet
}

fn worse_or_equal(a: &[State], b: &[State]) -> bool {
    a.iter().zip(b).all(|(a, b)| a >= b)
}

proptest! {
    #![proptest_config(cases::config(400))]

    #[test]
    fn impact_is_the_meet_of_all_assignments(case in impact_case(Shape { most_nodes: 5, ..ANY_SHAPE })) {
        prop_assert_eq!(impact(&case.graph, &case.failure), meet_of_all_assignments(&case));
    }

    #[test]
    fn more_sources_never_help(case in impact_case(ANY_SHAPE), node in 0..NODES, state in crate::reference::generate_graphs::state()) {
        let node = node % case.graph.nodes;
        let mut more = case.failure.clone();
        let stated = more.sources.entry(node).or_insert(Up);
        *stated = (*stated).max(state);
        prop_assert!(worse_or_equal(&impact(&case.graph, &more), &impact(&case.graph, &case.failure)));
    }

    #[test]
    fn more_hard_edges_into_a_group_that_needs_all_never_help(case in impact_case(ANY_SHAPE), ends in (0..NODES, 0..NODES)) {
        let mut more = case.graph.clone();
        more.edges.push(Edge { group: 100, ..hard(ends.0 % more.nodes, ends.1 % more.nodes) });
        prop_assert!(worse_or_equal(&impact(&more, &case.failure), &impact(&case.graph, &case.failure)));
    }

    #[test]
    fn what_was_found_explains_itself(case in impact_case(ANY_SHAPE)) {
        let states = impact(&case.graph, &case.failure);
        let sources = states.iter().copied().enumerate().collect();
        prop_assert_eq!(impact(&case.graph, &Failure { sources, ..case.failure.clone() }), states);
    }

    #[test]
    fn without_redundancy_nothing_is_better(case in impact_case(ANY_SHAPE)) {
        let bare = Graph { gates: BTreeMap::new(), ..case.graph.clone() };
        prop_assert!(worse_or_equal(&impact(&bare, &case.failure), &impact(&case.graph, &case.failure)));
    }

    #[test]
    fn k_of_n_has_any_and_all_at_its_ends(case in impact_case(ANY_SHAPE)) {
        let mut by_count = case.graph.clone();
        let mut by_name = case.graph.clone();
        for (node, group) in case.graph.gates.keys() {
            let (count, name) = match case.graph.gate(*node, *group) {
                Gate::Any => (1, Gate::Any),
                _ => (case.graph.providers(*node, *group).len(), Gate::All),
            };
            by_count.gates.insert((*node, *group), Gate::AtLeast(count));
            by_name.gates.insert((*node, *group), name);
        }
        prop_assert_eq!(impact(&by_count, &case.failure), impact(&by_name, &case.failure));
    }

    #[test]
    fn names_and_order_do_not_matter(
        case in impact_case(ANY_SHAPE),
        names in Just(Vec::from_iter(0..NODES)).prop_shuffle(), order in Just(Vec::from_iter(0..ANY_SHAPE.most_edges)).prop_shuffle()
    ) {
        let names: Vec<Node> = names.into_iter().filter(|name| *name < case.graph.nodes).collect();
        let order: Vec<usize> = order.into_iter().filter(|place| *place < case.graph.edges.len()).collect();
        let failure = Failure {
            sources: case.failure.sources.iter().map(|(node, state)| (names[*node], *state)).collect(),
            excluded: case.failure.excluded.iter().map(|node| names[*node]).collect(),
        };
        let (before, after) = (impact(&case.graph, &case.failure), impact(&renamed(&case.graph, &names, &order), &failure));
        prop_assert!((0..case.graph.nodes).all(|node| before[node] == after[names[node]]));
    }

    #[test]
    fn every_affected_node_has_a_distance_and_only_those(case in impact_case(ANY_SHAPE)) {
        let found = distances(&case.graph, &case.failure);
        prop_assert_eq!(found.keys().copied().collect::<BTreeSet<_>>(), affected(&impact(&case.graph, &case.failure)));
    }

    #[test]
    fn every_affected_node_has_a_witness(case in impact_case(ANY_SHAPE)) {
        let states = impact(&case.graph, &case.failure);
        for node in affected(&states) {
            let found = source_witnesses(&case.graph, &case.failure, (node, states[node]));
            prop_assert!(!found.is_empty() && !found.contains(&BTreeSet::new()));
        }
    }

    #[test]
    fn a_plain_shape_keeps_its_word(case in impact_case(Shape { cycles: false, weighted: false, ..PLAIN_SHAPE })) {
        for edge in &case.graph.edges {
            prop_assert!(edge.provider > edge.consumer);
            let alike = |other: &&Edge| (other.provider, other.consumer, other.group) == (edge.provider, edge.consumer, edge.group);
            prop_assert_eq!(case.graph.edges.iter().filter(alike).count(), 1);
        }
        for ((node, group), gate) in &case.graph.gates {
            let there = case.graph.providers(*node, *group).len();
            let weighted = matches!(gate, Gate::Weighted { .. });
            prop_assert!(!weighted);
            prop_assert!(there > 0 && !matches!(gate, Gate::AtLeast(count) if *count > there));
        }
    }
}

#[test]
fn the_graphs_reach_the_corners() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut note =
        |corner: &str, reached: bool| *seen.entry(corner.to_owned()).or_default() += u32::from(reached);
    for _ in 0..400 {
        let case = impact_case(ANY_SHAPE).new_tree(&mut runner).expect("a case").current();
        let states = impact(&case.graph, &case.failure);
        let beyond = |least| {
            (0..case.graph.nodes)
                .any(|node| states[node] == least && !case.failure.sources.contains_key(&node))
        };
        note("another is degraded", beyond(Degraded));
        note("another is down", beyond(Down));
        let bare = impact(&Graph { gates: BTreeMap::new(), ..case.graph.clone() }, &case.failure);
        note("a gate helps", bare != states);
        let through = impact(&case.graph, &Failure { excluded: BTreeSet::new(), ..case.failure.clone() });
        note("an exclusion helps", through != states);
        note("a cycle", (0..case.graph.nodes).any(|node| case.graph.rests_on(node).contains(&node)));
        note("far away", distances(&case.graph, &case.failure).values().any(|distance| *distance >= 3));
        let sources = |node| source_witnesses(&case.graph, &case.failure, (node, states[node]));
        note(
            "two sources together",
            affected(&states).into_iter().any(|node| sources(node).iter().any(|parts| parts.len() > 1)),
        );
        let margins = case
            .graph
            .gates
            .keys()
            .filter_map(|(node, group)| group_margin(&case.graph, &case.failure, *node, *group));
        note("room for a loss", margins.into_iter().any(|margin| margin.may_go_down > 0));
        note("weights", case.graph.gates.values().any(|gate| matches!(gate, Gate::Weighted { .. })));
    }
    assert!(seen.values().all(|cases| *cases >= 8), "{seen:#?}");
}
