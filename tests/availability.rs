//! Availability, single points of failure and cut sets are held to the reference, which tries every set of failures.

mod reference;
mod register;

use std::collections::{BTreeMap, BTreeSet};

use itsm::cmdb::{Availability, Cmdb, CutSetSearch, ImpactOptions, k_of_n, parallel, series};
use itsm::kernel::CiId;
use proptest::collection::vec;
use proptest::prelude::*;

use reference::availability::{PPM, at_least, availability};
use reference::cases;
use reference::generate_graphs::{ANY_SHAPE, AvailabilityCase, Shape, availability_case, impact_case};
use reference::impact::{self, Failure, Graph, Node, State, cut_sets};
use register::{ci, node, register, to_core};

const ENOUGH: u64 = 10_000_000;

fn nodes<'a>(ids: impl IntoIterator<Item = &'a CiId>) -> BTreeSet<Node> {
    ids.into_iter().map(node).collect()
}

fn ask(cmdb: &Cmdb, components_ppm: &BTreeMap<Node, u64>, top: Node) -> Availability {
    let up_ppm = components_ppm.iter().map(|(node, ppm)| (ci(*node), u32::try_from(*ppm).unwrap())).collect();
    cmdb.availability(&ci(top), &up_ppm, &ImpactOptions::default(), ENOUGH).unwrap()
}

fn probabilities() -> impl Strategy<Value = Vec<u32>> {
    vec(prop_oneof![3 => 900_000..=1_000_000_u32, 1 => 0..=1_000_000_u32], 0..=9)
}

/// What holds once some items have failed and others cannot, as a graph in which nothing has.
fn after(
    graph: &Graph,
    failure: &Failure,
    up_to: usize,
    top: Node,
    broken: State,
) -> BTreeSet<BTreeSet<Node>> {
    let others: Vec<Node> = (0..graph.nodes).filter(|node| *node != top).collect();
    let mut found: BTreeSet<BTreeSet<Node>> = BTreeSet::new();
    for chosen in (0..=up_to).flat_map(|size| impact::subsets(&others, size)) {
        let mut then = failure.clone();
        then.sources.extend(chosen.iter().map(|node| (*node, State::Down)));
        let contains_another = found.iter().any(|smaller| smaller.is_subset(&chosen));
        if !contains_another && impact::impact(graph, &then)[top] >= broken {
            found.insert(chosen);
        }
    }
    found
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn availability_is_what_all_sets_of_failures_sum_up_to(case in availability_case(ANY_SHAPE)) {
        let AvailabilityCase { graph, components_ppm, top } = case;
        let found = ask(&register(&graph), &components_ppm, top);
        prop_assert!(found.is_exact);
        prop_assert_eq!(found.available.to_string(), availability(&graph, &components_ppm, top).decimal());
    }

    #[test]
    fn importance_is_the_gap_between_a_component_up_and_down(case in availability_case(ANY_SHAPE)) {
        let AvailabilityCase { graph, components_ppm, top } = case;
        let cmdb = register(&graph);
        let found = ask(&cmdb, &components_ppm, top);
        let by_item: BTreeMap<Node, u64> =
            found.contributions.iter().map(|c| (node(&c.item), c.importance_ppb)).collect();
        for (component, ppm) in components_ppm.iter().filter(|(_, ppm)| **ppm < PPM) {
            let with = |ppm: u64| {
                let mut changed = components_ppm.clone();
                changed.insert(*component, ppm);
                ask(&cmdb, &changed, top).available_ppb
            };
            let (gap, stated) = (with(PPM) - with(0), by_item.get(component).copied().unwrap_or(0));
            prop_assert!(gap.abs_diff(stated) <= 1, "{component} at {ppm}: {gap}, stated {stated}");
        }
    }

    #[test]
    fn availability_never_falls_when_a_component_gets_better(
        case in availability_case(ANY_SHAPE), which in any::<prop::sample::Index>(), better in 0..=PPM
    ) {
        let AvailabilityCase { graph, components_ppm, top } = case;
        prop_assume!(!components_ppm.is_empty());
        let cmdb = register(&graph);
        let mut changed = components_ppm.clone();
        let component = *components_ppm.keys().nth(which.index(components_ppm.len())).unwrap();
        changed.insert(component, better.max(components_ppm[&component]));
        prop_assert!(ask(&cmdb, &changed, top).available >= ask(&cmdb, &components_ppm, top).available);
    }

    #[test]
    fn single_points_of_failure_are_the_cut_sets_of_one(case in impact_case(ANY_SHAPE), top in 0..8_usize) {
        let (graph, failure) = (case.graph, case.failure);
        let top = top % graph.nodes;
        let found = register(&graph).single_points_of_failure(&ci(top), &given(&failure)).unwrap();
        let alone = |broken| -> BTreeSet<Node> { after(&graph, &failure, 1, top, broken).into_iter().flatten().collect() };
        let down = alone(State::Down);
        prop_assert_eq!(nodes(&found.down), down.clone());
        prop_assert_eq!(nodes(&found.degraded), &alone(State::Degraded) - &down);
        prop_assert_eq!(found.before, to_core(impact::impact(&graph, &failure)[top]));
    }

    #[test]
    fn cut_sets_are_all_that_there_are(
        case in impact_case(ANY_SHAPE), top in 0..8_usize, up_to in 0..5_usize, down in any::<bool>()
    ) {
        let (graph, failure) = (case.graph, case.failure);
        let (top, broken) = (top % graph.nodes, if down { State::Down } else { State::Degraded });
        let search = CutSetSearch { state: to_core(broken), up_to, budget: ENOUGH };
        let found = register(&graph).minimal_cut_sets(&ci(top), search, &given(&failure)).unwrap();
        let found: BTreeSet<BTreeSet<Node>> = found.iter().map(nodes).collect();
        prop_assert_eq!(&found, &after(&graph, &failure, up_to, top, broken));
        if failure.sources.is_empty() && failure.excluded.is_empty() {
            prop_assert_eq!(found, cut_sets(&graph, top, broken, up_to));
        }
    }

    #[test]
    fn all_of_n_is_series_and_one_of_n_is_parallel(up_ppm in probabilities()) {
        prop_assert_eq!(k_of_n(up_ppm.len(), &up_ppm), series(&up_ppm));
        if !up_ppm.is_empty() {
            prop_assert_eq!(k_of_n(1, &up_ppm), parallel(&up_ppm));
        }
    }

    #[test]
    fn one_more_component_never_lowers_what_needs_as_many_as_before(up_ppm in probabilities(), more in 0..=1_000_000_u32, needed in 0..=9_usize) {
        let mut with = up_ppm.clone();
        with.push(more);
        prop_assert!(k_of_n(needed, &with) >= k_of_n(needed, &up_ppm));
    }

    #[test]
    fn a_count_of_components_agrees_with_the_slow_one(up_ppm in vec(900_000..=1_000_000_u32, 0..60), needed in 0..60_usize) {
        let slow = at_least(needed, &up_ppm.iter().map(|ppm| u64::from(*ppm)).collect::<Vec<_>>());
        let found = k_of_n(needed, &up_ppm).ppb() as f64 / 1e9;
        prop_assert!((found - slow).abs() < 1e-8, "{found} and {slow}");
    }
}

/// What is stated for the case; own states are none.
fn given(failure: &Failure) -> ImpactOptions {
    let context = failure.sources.iter().map(|(node, state)| (ci(*node), to_core(*state))).collect();
    let excluded = failure.excluded.iter().map(|node| ci(*node)).collect();
    ImpactOptions { context, excluded, ..ImpactOptions::default() }
}

proptest! {
    #![proptest_config(cases::long(300, 20_000))]

    /// Deeper than the graphs above, and with circles in most of them.
    #[test]
    fn circles_and_shared_parts_are_counted_once(
        case in availability_case(Shape { most_edges: 40, ..ANY_SHAPE })
    ) {
        let AvailabilityCase { graph, components_ppm, top } = case;
        let found = ask(&register(&graph), &components_ppm, top);
        prop_assert_eq!(found.available.to_string(), availability(&graph, &components_ppm, top).decimal());
    }
}
