//! Impact, witnesses, margins and causes are held to the reference, over small graphs of every shape.

mod reference;
mod register;

use std::collections::{BTreeMap, BTreeSet};

use itsm::cmdb::{ImpactOptions, Neighbour, Relation, Source};
use itsm::kernel::CiId;
use proptest::prelude::*;
use proptest::sample::Index;

use reference::cases;
use reference::generate_graphs::{ANY_SHAPE, ImpactCase, NODES, graph, impact_case, renamed, state};
use reference::impact::{self, Failure, Graph, Node, Part, Parts, State, Verdict};
use register::{ci, node, of_core, register, to_core};

fn question(failure: &Failure) -> (Vec<Source>, ImpactOptions) {
    let sources = failure.sources.iter();
    let sources = sources.map(|(node, state)| Source { item: ci(*node), state: to_core(*state) }).collect();
    let excluded = failure.excluded.iter().map(|node| ci(*node)).collect();
    (sources, ImpactOptions { excluded, ..ImpactOptions::default() })
}

fn nodes(found: &[Neighbour]) -> BTreeSet<Node> {
    found.iter().map(|neighbour| node(&neighbour.item)).collect()
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn states_and_distances_are_those_of_the_fixpoint(ImpactCase { graph, failure } in impact_case(ANY_SHAPE)) {
        let cmdb = register(&graph);
        let (sources, options) = question(&failure);
        let found = cmdb.impact_of(&sources, &options).unwrap();
        let states = impact::impact(&graph, &failure);
        let slow: BTreeMap<Node, State> =
            impact::affected(&states).into_iter().map(|node| (node, states[node])).collect();
        let fast: BTreeMap<Node, State> =
            found.items.iter().map(|reached| (node(&reached.item), of_core(reached.state))).collect();
        prop_assert_eq!(fast, slow);
        let distances: BTreeMap<Node, usize> =
            found.items.iter().map(|reached| (node(&reached.item), reached.distance as usize)).collect();
        prop_assert_eq!(distances, impact::distances(&graph, &failure));
        prop_assert!(found.visits as usize <= graph.nodes + graph.edges.len());
    }

    #[test]
    fn what_is_known_before_and_what_fails_now_come_to_the_same_states(
        ImpactCase { graph, failure } in impact_case(ANY_SHAPE), known in any::<Index>(),
    ) {
        let cmdb = register(&graph);
        let (mut sources, mut options) = question(&failure);
        let known = known.index(sources.len() + 1);
        options.context = sources.drain(..known).map(|source| (source.item, source.state)).collect();
        let found = cmdb.impact_of(&sources, &options).unwrap();
        let states = impact::impact(&graph, &failure);
        let context: Vec<Node> = options.context.keys().map(node).collect();
        let mut before = failure.clone();
        before.sources.retain(|node, _| context.contains(node));
        let before = impact::impact(&graph, &before);
        for reached in &found.items {
            let node = node(&reached.item);
            prop_assert_eq!((of_core(reached.before), of_core(reached.state)), (before[node], states[node]));
        }
        let worse = (0..graph.nodes).filter(|node| states[*node] > before[*node]).count();
        let already = (0..graph.nodes).filter(|n| states[*n] > State::Ok && states[*n] == before[*n]).count();
        prop_assert_eq!((found.items.len(), found.already.len()), (worse, already));
    }

    #[test]
    fn every_witness_is_one_and_spares_nothing(ImpactCase { graph, failure } in impact_case(ANY_SHAPE)) {
        let cmdb = register(&graph);
        let (sources, options) = question(&failure);
        let items: Vec<CiId> = (0..graph.nodes).map(ci).collect();
        let witnesses = cmdb.witnesses(&sources, &options, &items).unwrap();
        let affected = impact::affected(&impact::impact(&graph, &failure));
        prop_assert_eq!(witnesses.iter().map(|why| node(&why.item)).collect::<BTreeSet<_>>(), affected);
        for why in witnesses {
            let edge = |relation: &Relation| {
                Part::Edge(relation.id.as_ref().unwrap().as_str()[1..].parse().unwrap())
            };
            let given = why.given.iter().map(|source| Part::Source(node(&source.item)));
            let parts = given.chain(why.relations.iter().map(edge)).collect();
            let claim = (node(&why.item), of_core(why.state));
            prop_assert_eq!(impact::judge(&graph, &failure, claim, Parts::Both, &parts), Verdict::Minimal);
        }
    }

    #[test]
    fn a_margin_is_what_trying_every_loss_finds(ImpactCase { graph, failure } in impact_case(ANY_SHAPE)) {
        let cmdb = register(&graph);
        let (sources, options) = question(&failure);
        for margin in cmdb.impact_of(&sources, &options).unwrap().strained {
            let group = margin.group.as_str()[1..].parse().unwrap();
            let slow = impact::group_margin(&graph, &failure, node(&margin.item), group);
            let left = margin.losses_left().map(|left| usize::try_from(left).unwrap());
            prop_assert_eq!(left, slow.map(|slow| slow.may_go_down), "{:?}", margin);
        }
    }

    #[test]
    fn the_order_of_relations_and_the_numbers_of_items_are_not_seen(
        ImpactCase { graph, failure } in impact_case(ANY_SHAPE), seed in any::<Index>(),
    ) {
        let turn = seed.index(graph.edges.len().max(1));
        let order: Vec<usize> = (0..graph.edges.len()).map(|n| (n + turn) % graph.edges.len()).rev().collect();
        let same: Vec<Node> = (0..graph.nodes).collect();
        let (sources, options) = question(&failure);
        let answer = |graph: &Graph| register(graph).impact_of(&sources, &options).unwrap();
        prop_assert_eq!(answer(&graph), answer(&renamed(&graph, &same, &order)));
    }

    #[test]
    fn what_holds_an_item_up_and_what_it_carries(graph in graph(ANY_SHAPE)) {
        let cmdb = register(&graph);
        for item in 0..graph.nodes {
            let without = |mut found: BTreeSet<Node>| {
                found.remove(&item);
                found
            };
            prop_assert_eq!(nodes(&cmdb.depends_on(&ci(item)).unwrap()), without(graph.rests_on(item)));
            prop_assert_eq!(nodes(&cmdb.dependents(&ci(item)).unwrap()), without(graph.carries(item)));
        }
    }

    #[test]
    fn the_causes_are_those_that_trying_every_item_finds(
        graph in graph(ANY_SHAPE), seen in proptest::collection::btree_map(0..NODES, state(), 1..4),
    ) {
        let symptoms: BTreeMap<Node, State> =
            seen.into_iter().map(|(item, state)| (item % graph.nodes, state)).collect();
        let stated: Vec<Source> =
            symptoms.iter().map(|(item, state)| Source { item: ci(*item), state: to_core(*state) }).collect();
        let found = register(&graph).root_candidates(&stated, 10_000).unwrap();
        let fast: BTreeMap<Node, BTreeSet<Node>> =
            found.iter().map(|root| (node(&root.item), root.explains.iter().map(node).collect())).collect();
        prop_assert_eq!(fast, impact::root_candidates(&graph, &symptoms));
        let open_ends = found.iter().all(|root| root.explains.len() + root.leaves_open.len() == symptoms.len());
        prop_assert!(open_ends);
        prop_assert!(found.is_sorted_by_key(|root| std::cmp::Reverse(root.explains.len())));
    }
}
