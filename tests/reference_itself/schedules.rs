//! The reference's conflicts and windows are held to the rules of the products that they subsume, case by case.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::impacts::fan;
use crate::reference::cases;
use crate::reference::conflicts::{
    Change, Conflict, Freeze, Kin, Maintenance, Reach, Rule, Scope, Wish, World, all_conflicts, conflicts_of,
    find_windows,
};
use crate::reference::generate_graphs::{ANY_SHAPE, HORIZON, schedule_case};
use crate::reference::impact::{Gate, Node, State};
use crate::reference::overlays::{Minute, Overlay, Span, disturbed};

const ASKED: &str = "asked";

fn change(id: &str, (from, until): (Minute, Minute), items: &[Node], implementer: &str) -> Change {
    let items = items.iter().copied().collect();
    Change {
        id: id.to_owned(),
        from,
        until,
        items,
        services: BTreeSet::new(),
        implementer: Some(implementer.to_owned()),
    }
}

fn asked(times: (Minute, Minute), items: &[Node]) -> Change {
    change(ASKED, times, items, "ann")
}

/// Service 0 needs two of its hosts 1, 2, 3; host 1 has the parts 4 and 5.
fn world() -> World {
    let mut graph = fan(3, Gate::AtLeast(2));
    graph.nodes = 6;
    World {
        graph,
        parents: BTreeSet::from([(4, 1), (5, 1)]),
        reach: Reach::OneStep,
        changes: Vec::new(),
        freezes: Vec::new(),
        maintenance: Vec::new(),
        outages: Vec::new(),
        services: BTreeSet::from([0]),
        together: 2,
        soft: BTreeSet::new(),
    }
}

fn items(nodes: &[Node]) -> Scope {
    Scope::Items(nodes.iter().copied().collect())
}

fn freeze(hard: bool, scope: Scope) -> Freeze {
    Freeze { id: "freeze".to_owned(), from: 10, until: 20, hard, scope }
}

type Row = (Rule, Option<Kin>, Option<Node>, Minute, Minute);

fn rows(world: &World, change: &Change) -> Vec<Row> {
    let row = |(conflict, span): (Conflict, Span)| {
        (conflict.rule, conflict.kin, conflict.other, span.first, span.last)
    };
    conflicts_of(world, change).into_iter().map(row).collect()
}

#[test]
fn an_item_its_parent_its_child_its_provider_and_its_consumer_may_be_taken() {
    let found = |taken: Node, wanted: Node| {
        let mut world = world();
        world.changes.push(change("other", (5, 15), &[taken], "bob"));
        rows(&world, &asked((10, 30), &[wanted]))
    };
    let row = |kin, other| vec![(Rule::Scheduled, Some(kin), Some(other), 10, 14)];
    assert_eq!(found(1, 1), row(Kin::Own, 1));
    assert_eq!(found(1, 4), row(Kin::Parent, 1));
    assert_eq!(found(4, 1), row(Kin::Child, 4));
    assert_eq!(found(2, 0), row(Kin::Provider, 2));
    assert_eq!(found(0, 2), row(Kin::Consumer, 0));
    assert_eq!(found(5, 4), [], "a sister is no relation");
}

#[test]
fn what_only_touches_does_not_overlap() {
    let mut world = world();
    world.changes.push(change("other", (5, 10), &[1], "ann"));
    assert_eq!(rows(&world, &asked((10, 20), &[1])), []);
    assert_eq!(rows(&world, &asked((9, 20), &[1])).len(), 2, "item and implementer, for one minute");
}

#[test]
fn kinship_goes_as_far_as_asked() {
    let mut world = world();
    world.parents.insert((1, 3));
    world.changes.push(change("other", (0, 5), &[3], "bob"));
    let wanted = asked((0, 5), &[4]);
    assert_eq!(rows(&world, &wanted), []);
    world.reach = Reach::AnyDepth;
    assert_eq!(rows(&world, &wanted), [(Rule::Scheduled, Some(Kin::Parent), Some(3), 0, 4)]);
}

#[test]
fn nobody_works_on_two_changes_at_once() {
    let mut world = world();
    world.changes.push(change("other", (15, 40), &[5], "ann"));
    assert_eq!(rows(&world, &asked((10, 30), &[2])), [(Rule::Implementer, None, None, 15, 29)]);
}

#[test]
fn a_freeze_binds_the_item_its_parent_its_child_and_what_a_service_rests_on() {
    let found = |scope: Scope, wanted: &[Node]| {
        let world = World { freezes: vec![freeze(true, scope)], ..world() };
        rows(&world, &asked((0, 30), wanted))
    };
    let row = |kin, other| vec![(Rule::Freeze, kin, other, 10, 19)];
    assert_eq!(found(items(&[1]), &[1]), row(Some(Kin::Own), Some(1)));
    assert_eq!(found(items(&[1]), &[4]), row(Some(Kin::Parent), Some(1)));
    assert_eq!(found(items(&[4]), &[1]), row(Some(Kin::Child), Some(4)));
    assert_eq!(found(items(&[2]), &[0]), [], "a frozen provider does not freeze its consumer");
    assert_eq!(found(Scope::Services(BTreeSet::from([0])), &[2]), row(Some(Kin::Own), Some(2)));
    assert_eq!(found(Scope::All, &[2]), row(None, None));
    assert_eq!(found(items(&[1, 2, 3]), &[1, 2, 3]).len(), 3, "every conflict, not the first");
}

#[test]
fn a_freeze_of_a_service_binds_the_changes_that_name_it() {
    let world = World { freezes: vec![freeze(true, Scope::Services(BTreeSet::from([0])))], ..world() };
    let named = Change { services: BTreeSet::from([0]), ..asked((0, 30), &[]) };
    assert_eq!(rows(&world, &named), [(Rule::Freeze, None, Some(0), 10, 19)]);
}

#[test]
fn work_stays_inside_the_windows_of_the_item_and_its_kin() {
    let night = Maintenance { id: "night".to_owned(), scope: items(&[1]), open: vec![(10, 20), (20, 25)] };
    let world = World { maintenance: vec![night], ..world() };
    assert_eq!(rows(&world, &asked((10, 25), &[1])), []);
    let outside =
        |kin| [(Rule::Window, Some(kin), Some(1), 5, 9), (Rule::Window, Some(kin), Some(1), 25, 29)];
    assert_eq!(rows(&world, &asked((5, 30), &[1])), outside(Kin::Own));
    assert_eq!(rows(&world, &asked((5, 30), &[4])), outside(Kin::Parent));
    assert_eq!(rows(&world, &asked((5, 30), &[2])), [], "an item without a window is free");
}

#[test]
fn two_harmless_changes_break_a_gate_together() {
    let mut world = world();
    world.changes.push(change("other", (5, 15), &[2], "bob"));
    assert_eq!(rows(&world, &asked((10, 30), &[3])), [(Rule::Gate, None, Some(0), 10, 14)]);
    world.graph.gates.insert((0, 0), Gate::Any);
    assert_eq!(rows(&world, &asked((10, 30), &[3])), []);
    world.changes.push(change("third", (12, 15), &[1], "eve"));
    assert_eq!(rows(&world, &asked((10, 30), &[3])), [], "two of the three are harmless");
    world.together = 3;
    let found = conflicts_of(&world, &asked((10, 30), &[3]));
    assert_eq!(rows(&world, &asked((10, 30), &[3])), [(Rule::Gate, None, Some(0), 12, 14)]);
    assert_eq!(found[0].0.with, BTreeSet::from(["other".to_owned(), "third".to_owned()]));
}

#[test]
fn an_outage_uses_up_the_room_of_a_gate() {
    let mut world = World { together: 3, ..world() };
    world.graph.gates.insert((0, 0), Gate::Any);
    let states = BTreeMap::from([(1, State::Down)]);
    world.outages.push(Overlay { id: "INC-1".to_owned(), from: 0, until: 12, states });
    world.changes.push(change("other", (5, 15), &[2], "bob"));
    assert_eq!(rows(&world, &asked((10, 30), &[3])), [(Rule::Gate, None, Some(0), 10, 11)]);
    let down = disturbed(
        &world.graph,
        &BTreeSet::new(),
        &[world.outages[0].clone(), world.changes[0].takes_down(), asked((10, 30), &[3]).takes_down()],
        0,
        (0, 40),
    );
    assert_eq!(down, [(State::Down, Span { first: 10, last: 11 })]);
}

#[test]
fn a_change_that_breaks_the_service_alone_breaks_it_with_nobody() {
    let mut world = world();
    world.changes.push(change("other", (5, 15), &[4], "bob"));
    assert!(rows(&world, &asked((10, 30), &[2, 3])).is_empty());
}

#[test]
fn a_window_is_found_where_nothing_hard_binds_and_the_first_rule_is_named_elsewhere() {
    let mut world = World { freezes: vec![freeze(true, items(&[2]))], ..world() };
    world.changes.push(change("other", (40, 50), &[2], "bob"));
    world.changes.push(change("soft", (60, 70), &[5], "ann"));
    world.soft.insert(Rule::Implementer);
    let wish = Wish {
        change: asked((0, 0), &[2]),
        minutes: 10,
        not_before: 5,
        calendar: Some(vec![(0, 75), (75, 90), (95, 120)]),
    };
    let found: Vec<_> = find_windows(&world, &wish, (0, 100), 5)
        .into_iter()
        .map(|start| (start.at, start.first_binding(), start.conflicts.is_empty()))
        .collect();
    let bound = |at, rule| (at, Some(rule), false);
    let (free, waivable) = (|at| (at, None, true), |at| (at, None, false));
    assert_eq!(
        found,
        [
            bound(0, Rule::LeadTime),
            bound(5, Rule::Freeze),
            bound(10, Rule::Freeze),
            bound(15, Rule::Freeze),
            free(20),
            free(25),
            free(30),
            bound(35, Rule::Scheduled),
            bound(40, Rule::Scheduled),
            bound(45, Rule::Scheduled),
            free(50),
            waivable(55),
            waivable(60),
            waivable(65),
            free(70),
            free(75),
            free(80),
            bound(85, Rule::Calendar),
            bound(90, Rule::Calendar),
        ]
    );
}

proptest! {
    #![proptest_config(cases::config(60))]

    #[test]
    fn a_pair_is_found_from_either_side(case in schedule_case(ANY_SHAPE)) {
        let found = all_conflicts(&case.world);
        for (id, rows) in &found {
            for (conflict, span) in rows {
                if !matches!(conflict.rule, Rule::Scheduled | Rule::Implementer | Rule::Gate) {
                    continue;
                }
                // An outage asks for no time.
                for other in conflict.with.iter().filter(|other| found.contains_key(*other)) {
                    let mirrored = found[other].iter().any(|(back, mirrored)| {
                        back.rule == conflict.rule && back.with.contains(id) && mirrored == span
                    });
                    prop_assert!(mirrored, "{} {:?} {:?}", id, conflict, span);
                }
            }
        }
    }

    #[test]
    fn what_was_found_feasible_has_no_hard_conflict_when_it_is_scheduled(case in schedule_case(ANY_SHAPE)) {
        for start in find_windows(&case.world, &case.wish, HORIZON, 15) {
            let placed = Change { from: start.at, until: start.at + case.wish.minutes, ..case.wish.change.clone() };
            let clash = conflicts_of(&case.world, &placed).iter().any(|(conflict, _)| conflict.hard);
            prop_assert!(!start.is_feasible() || !clash);
            prop_assert_eq!(start.first_binding(), start.binding().first().copied());
        }
    }

    #[test]
    fn a_wider_reach_only_adds(case in schedule_case(ANY_SHAPE)) {
        let far = World { reach: Reach::AnyDepth, ..case.world.clone() };
        for change in &case.world.changes {
            let near: BTreeSet<_> = conflicts_of(&case.world, change).into_iter().collect();
            prop_assert!(near.is_subset(&conflicts_of(&far, change).into_iter().collect()));
        }
    }
}

#[test]
fn the_schedules_reach_every_rule() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..150 {
        let case = schedule_case(ANY_SHAPE).new_tree(&mut runner).expect("a case").current();
        let mut corners: BTreeSet<String> = BTreeSet::new();
        let starts = find_windows(&case.world, &case.wish, HORIZON, 15);
        for start in &starts {
            corners.insert(format!("feasible {}", start.is_feasible()));
            corners.extend(start.conflicts.iter().map(|conflict| format!("{:?}", conflict.rule)));
            corners.extend(start.conflicts.iter().filter_map(|c| c.kin).map(|kin| format!("{kin:?}")));
        }
        corners.into_iter().for_each(|corner| *seen.entry(corner).or_default() += 1);
    }
    let corners = [
        "feasible true",
        "feasible false",
        "LeadTime",
        "Calendar",
        "Freeze",
        "Window",
        "Scheduled",
        "Implementer",
        "Gate",
        "Own",
        "Parent",
        "Child",
        "Provider",
        "Consumer",
    ];
    for corner in corners {
        assert!(seen.get(corner).is_some_and(|cases| *cases >= 4), "{corner}: {seen:#?}");
    }
}
