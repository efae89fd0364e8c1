//! The simulation is held to the reference, which looks at every minute.

mod reference;
mod register;

use std::collections::{BTreeMap, BTreeSet};

use itsm::cmdb::{Collision, ImpactOptions, Overlay, OverlayKind, Simulation, SimulationOptions};
use itsm::kernel::{Instant, RecordId};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use reference::cases;
use reference::generate_graphs::{ANY_SHAPE, NODES, graph, state};
use reference::impact::{Graph, Node, State};
use reference::overlays::{self, Minute, Span, disturbed, jointly_breaking, states_under};
use register::{ci, node, of_core, register, to_core};

const HORIZON: (Minute, Minute) = (10, 60);
const TOGETHER: usize = 4;

#[derive(Clone, Debug)]
struct Case {
    graph: Graph,
    overlays: Vec<(overlays::Overlay, OverlayKind)>,
    always: BTreeMap<Node, State>,
    excluded: BTreeSet<Node>,
}

fn kind() -> impl Strategy<Value = OverlayKind> {
    select(&[OverlayKind::Change, OverlayKind::Maintenance, OverlayKind::Incident, OverlayKind::Outage][..])
}

fn case() -> impl Strategy<Value = Case> {
    // Ends that several overlays share are drawn often.
    let minute = || prop_oneof![0..70_i64, (0..7_i64).prop_map(|ten| ten * 10)];
    let row = (minute(), 1..40_i64, btree_set(0..NODES, 1..=2), state(), kind());
    let always = prop_oneof![3 => Just(BTreeMap::new()), 1 => btree_map(0..NODES, state(), 1..=1)];
    let excluded = prop_oneof![3 => Just(BTreeSet::new()), 1 => btree_set(0..NODES, 1..=1)];
    (graph(ANY_SHAPE), vec(row, 0..=6), always, excluded).prop_map(|(graph, rows, always, excluded)| {
        let nodes = graph.nodes;
        let overlay =
            |(place, (from, minutes, items, state, kind)): (usize, (_, _, BTreeSet<Node>, _, _))| {
                let states = items.into_iter().map(|item| (item % nodes, state)).collect();
                (overlays::Overlay { id: format!("o{place}"), from, until: from + minutes, states }, kind)
            };
        let overlays = rows.into_iter().enumerate().map(overlay).collect();
        let always = always.into_iter().map(|(node, state)| (node % nodes, state)).collect();
        let mut excluded: BTreeSet<Node> = excluded.into_iter().map(|node| node % nodes).collect();
        excluded.retain(|node| !BTreeMap::contains_key(&always, node));
        Case { graph, overlays, always, excluded }
    })
}

fn at(minute: Minute) -> Instant {
    Instant::from_unix_s(1_800_000_000 + minute * 60).unwrap()
}

fn minute(at: Instant) -> Minute {
    (at.unix_s() - 1_800_000_000) / 60
}

fn simulate(case: &Case) -> Simulation {
    let overlays: Vec<Overlay> = case
        .overlays
        .iter()
        .map(|(overlay, kind)| Overlay {
            id: RecordId::new(&overlay.id).unwrap(),
            kind: *kind,
            items: overlay.states.keys().map(|node| ci(*node)).collect(),
            effect: to_core(*overlay.states.values().next().unwrap()),
            from: at(overlay.from),
            until: Some(at(overlay.until)),
        })
        .collect();
    let always = ImpactOptions {
        context: case.always.iter().map(|(node, state)| (ci(*node), to_core(*state))).collect(),
        excluded: case.excluded.iter().map(|node| ci(*node)).collect(),
        ..ImpactOptions::default()
    };
    let (from, until) = (at(HORIZON.0), at(HORIZON.1));
    let options = SimulationOptions { from, until, always, together: TOGETHER, budget: 1_000_000 };
    register(&case.graph).simulate(&overlays, &options).unwrap()
}

/// What is so all the time, as an overlay.
fn background(case: &Case) -> overlays::Overlay {
    overlays::Overlay { id: "always".to_owned(), from: 0, until: 1_000, states: case.always.clone() }
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn services_are_disturbed_when_and_as_every_minute_says(case in case()) {
        let found = simulate(&case);
        let mut all: Vec<overlays::Overlay> = case.overlays.iter().map(|(overlay, _)| overlay.clone()).collect();
        all.push(background(&case));
        for item in 0..case.graph.nodes {
            let mut spans: Vec<(State, Span)> = Vec::new();
            for stretch in found.services.get(&ci(item)).into_iter().flatten() {
                let (first, last) = (minute(stretch.from), minute(stretch.until) - 1);
                match spans.last_mut().filter(|(state, span)| *state == of_core(stretch.state) && span.last == first - 1) {
                    Some((_, span)) => span.last = last,
                    None => spans.push((of_core(stretch.state), Span { first, last })),
                }
            }
            prop_assert_eq!(spans, disturbed(&case.graph, &case.excluded, &all, item, HORIZON));
        }
    }

    #[test]
    fn a_disturbance_names_overlays_that_suffice_and_none_to_spare(case in case()) {
        let found = simulate(&case);
        let always = background(&case);
        let state_with = |item: Node, ids: &BTreeSet<String>| {
            let mut running: Vec<&overlays::Overlay> =
                case.overlays.iter().map(|(overlay, _)| overlay).filter(|overlay| ids.contains(&overlay.id)).collect();
            running.push(&always);
            states_under(&case.graph, &case.excluded, &running)[item]
        };
        for (item, stretch) in found.services.iter().flat_map(|(id, all)| all.iter().map(move |s| (node(id), s))) {
            let because: BTreeSet<String> = stretch.because.iter().map(|id| id.as_str().to_owned()).collect();
            let state = of_core(stretch.state);
            prop_assert!(state_with(item, &because) >= state);
            for id in &because {
                let mut fewer = because.clone();
                fewer.remove(id);
                prop_assert!(state_with(item, &fewer) < state, "{id} can be spared");
                let (overlay, kind) = case.overlays.iter().find(|(overlay, _)| overlay.id == *id).unwrap();
                prop_assert!(overlay.from <= minute(stretch.from) && minute(stretch.until) <= overlay.until);
                prop_assert!(!stretch.planned || kind.is_planned());
            }
            for now in minute(stretch.from)..minute(stretch.until) {
                let meant = case.overlays.iter().filter(|(overlay, kind)| kind.is_planned() && overlay.runs_at(now));
                let meant: BTreeSet<String> = meant.map(|(overlay, _)| overlay.id.clone()).collect();
                let planned = state_with(item, &meant) >= state && state_with(item, &BTreeSet::new()) < state;
                prop_assert_eq!(stretch.planned, planned, "{} at {}", item, now);
            }
        }
    }

    #[test]
    fn collisions_are_all_sets_that_are_safe_without_any_one_of_them(case in case()) {
        let found: BTreeSet<Collision> = simulate(&case).collisions.into_iter().collect();
        let always = background(&case);
        let mut slow = BTreeSet::new();
        let mut seen: BTreeSet<Vec<&str>> = BTreeSet::new();
        for now in HORIZON.0..HORIZON.1 {
            let running: Vec<&overlays::Overlay> =
                case.overlays.iter().map(|(overlay, _)| overlay).filter(|overlay| overlay.runs_at(now)).collect();
            if !seen.insert(running.iter().map(|overlay| overlay.id.as_str()).collect()) {
                continue;
            }
            for (item, state) in (0..case.graph.nodes).flat_map(|item| [(item, State::Degraded), (item, State::Down)]) {
                for ids in jointly_breaking(&case.graph, &case.excluded, &[&always], &running, (item, state), TOGETHER) {
                    let of_set = || running.iter().filter(|overlay| ids.contains(&overlay.id));
                    slow.insert(Collision {
                        service: ci(item),
                        state: to_core(state),
                        from: at(of_set().map(|overlay| overlay.from).max().unwrap().max(HORIZON.0)),
                        until: at(of_set().map(|overlay| overlay.until).min().unwrap().min(HORIZON.1)),
                        overlays: ids.iter().map(|id| RecordId::new(id).unwrap()).collect(),
                    });
                }
            }
        }
        prop_assert_eq!(found, slow);
    }
}
