//! The reference's availability is held to the vectors of the specification and to textbook formulas.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::impacts::{fan, hard};
use crate::reference::availability::{PPM, at_least, availability};
use crate::reference::cases;
use crate::reference::generate_graphs::{ANY_SHAPE, NODES, availability_case};
use crate::reference::impact::{Edge, Gate, Graph, Node, Strength};

fn components(nodes: impl IntoIterator<Item = Node>, ppm: u64) -> BTreeMap<Node, u64> {
    nodes.into_iter().map(|node| (node, ppm)).collect()
}

#[test]
fn v30_three_of_four_at_99_percent() {
    let found = availability(&fan(4, Gate::AtLeast(3)), &components(1..=4, 990_000), 0);
    assert_eq!(found.decimal(), "0.99940797");
    assert_eq!(found.ppm(), 999_407);
    assert!((found.as_f64() - 0.999_407_97).abs() < 1e-15);
}

#[test]
fn v29_d20_a_thousand_hosts_of_which_fifty_may_be_lost() {
    let hosts = [999_000; 1000];
    assert!((at_least(1000, &hosts) - 0.3677).abs() < 0.000_05);
    assert!(at_least(950, &hosts) > 0.999_999_999);
}

#[test]
fn series_multiply_and_parallels_multiply_what_is_missing() {
    let found = |gate| availability(&fan(2, gate), &components(1..=2, 900_000), 0).decimal();
    assert_eq!((found(Gate::All), found(Gate::Any)), ("0.81".to_owned(), "0.99".to_owned()));
    let itself = availability(&fan(2, Gate::Any), &components(0..=2, 900_000), 0);
    assert_eq!(itself.decimal(), "0.891", "the item at the top fails as well");
}

#[test]
fn what_two_branches_share_counts_once() {
    // 0 needs one of 1 and 2, both rest on 3. Naive multiplication gives 1 - (1 - 0.81)^2 = 0.9639.
    let mut graph = fan(2, Gate::Any);
    graph.nodes = 4;
    graph.edges.extend([hard(3, 1), hard(3, 2)]);
    assert_eq!(availability(&graph, &components(1..=3, 900_000), 0).decimal(), "0.891");
}

#[test]
fn a_degrading_relation_costs_nothing() {
    let mut graph = fan(1, Gate::All);
    graph.edges[0].strength = Strength::Degrading;
    assert_eq!(availability(&graph, &components(1..=1, 500_000), 0).decimal(), "1");
}

#[test]
fn the_ends_of_the_scale() {
    let graph = fan(12, Gate::All);
    let found = |ppm| availability(&graph, &components(1..=12, ppm), 0).decimal();
    assert_eq!((found(PPM), found(0)), ("1".to_owned(), "0".to_owned()));
    let digits = found(999_999);
    assert!(digits.starts_with("0.99998800006599978") && digits.len() == 2 + 72, "{digits}");
}

proptest! {
    #![proptest_config(cases::config(150))]

    #[test]
    fn enumeration_agrees_with_counting(ppm in vec(0..=PPM, 1..=6), needed in 0..=6_usize) {
        let needed = needed.min(ppm.len());
        let each = (1..).zip(ppm.iter().copied()).collect();
        let found = availability(&fan(ppm.len(), Gate::AtLeast(needed)), &each, 0);
        prop_assert!((found.as_f64() - at_least(needed, &ppm)).abs() < 1e-12);
    }

    /// By cases of one component: the law of total probability, digit for digit.
    #[test]
    fn a_component_can_be_conditioned_on(case in availability_case(ANY_SHAPE), node in 0..NODES) {
        let node = node % case.graph.nodes;
        let given = |ppm: u64| {
            let mut components = case.components_ppm.clone();
            components.insert(node, ppm);
            availability(&case.graph, &components, case.top)
        };
        let (up, down, half) = (given(PPM), given(0), given(PPM / 2));
        prop_assert!(down <= half && half <= up && up.ppm() <= PPM);
        prop_assert!((half.as_f64() - (up.as_f64() + down.as_f64()) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn redundancy_never_costs(case in availability_case(ANY_SHAPE)) {
        let bare = Graph { gates: BTreeMap::new(), ..case.graph.clone() };
        let found = |graph: &Graph| availability(graph, &case.components_ppm, case.top);
        prop_assert!(found(&bare) <= found(&case.graph));
        let again = Edge { group: 100, ..hard(case.graph.nodes - 1, case.top) };
        let mut more = case.graph.clone();
        more.edges.push(again);
        prop_assert!(found(&more) <= found(&case.graph));
    }
}
