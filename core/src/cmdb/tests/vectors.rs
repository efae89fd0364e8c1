//! The vectors and defects of the specification (semantics part C) that concern impact.

use super::*;
use crate::cmdb::WeightedGate;

const D1: [&str; 6] = ["a<s", "x<s", "b<a", "x<b", "y<x", "z<y"];

#[test]
fn d1_v22_the_report_grows_with_depth_and_never_shrinks() {
    let cmdb = cmdb(&D1, &[]);
    let at = |depth| {
        let options = ImpactOptions { depth: Some(depth), ..ImpactOptions::default() };
        told(&cmdb.impact_of(&down(&["s"]), &options).unwrap())
    };
    assert_eq!(at(1), "a@1 x@1");
    assert_eq!(at(2), "a@1 b@2 x@1 y@2");
    assert_eq!(at(3), "a@1 b@2 x@1 y@2 z@3");
    assert_eq!(at(4), at(3));
    assert_eq!(told(&impact(&cmdb, &["s"])), at(3));
}

#[test]
fn d2_what_a_viewer_sees_is_cut_from_what_is_there() {
    let cmdb = cmdb(&D1, &[]);
    let all = impact(&cmdb, &["s"]);
    let seen = all.clone().redacted(|item| item.as_str() != "x");
    assert_eq!(told(&seen), "a@1 b@2 y@2 z@3", "what lies behind the hidden item is still reached");
    assert_eq!(seen.hidden, 1);
    let why = cmdb.witnesses(&down(&["s"]), &ImpactOptions::default(), &[ci("z")]).unwrap();
    let seen = why[0].clone().redacted(|item| item.as_str() != "x");
    assert_eq!((why[0].relations.len(), seen.relations.len(), seen.hidden), (3, 1, 2));
}

#[test]
fn d5_layers_cost_what_they_have_and_not_their_paths() {
    // Eighteen items took 511 visits, 34 took 131 071.
    for layers in [9, 13, 17, 200] {
        let mut relations = Vec::new();
        for layer in 1..layers {
            for (to, from) in [("l", "l"), ("l", "r"), ("r", "l"), ("r", "r")] {
                relations.push(format!("{to}{layer}<{from}{}", layer - 1));
            }
        }
        let texts: Vec<&str> = relations.iter().map(String::as_str).collect();
        let cmdb = cmdb(&texts, &[]);
        let impact = impact(&cmdb, &["l0", "r0"]);
        assert_eq!(impact.items.len(), 2 * layers);
        assert_eq!(impact.visits, 2 * layers as u64, "each item once, not each path");
    }
}

#[test]
fn d6_one_walk_answers_for_every_target_and_never_looks_elsewhere() {
    for targets in [10, 100, 1_000] {
        // Every target rests on the source and on the target before it; as many relations have nothing to do with it.
        let beside = |kind: &'static str| (1..targets).map(move |n| format!("{kind}{n}<{kind}{}", n - 1));
        let all = (0..targets).map(|n| format!("t{n}<s")).chain(beside("t")).chain(beside("e"));
        let relations: Vec<String> = all.collect();
        let texts: Vec<&str> = relations.iter().map(String::as_str).collect();
        let cmdb = cmdb(&texts, &[]);
        let impact = impact(&cmdb, &["s"]);
        let distances: Vec<u32> = impact.items.iter().map(|reached| reached.distance).collect();
        assert_eq!(distances.iter().filter(|distance| **distance == 1).count(), targets);
        assert_eq!(impact.visits, targets as u64 + 1, "the source and each target once, not once a target");
        let reached = impact.items.iter().filter_map(|reached| cmdb.place(reached.item.as_str()));
        let relations: usize = reached.map(|node| cmdb.consumers(node).count()).sum();
        assert_eq!(relations, 2 * targets - 1, "those of what is reached, of {}", texts.len());
    }
}

#[test]
fn d19_a_child_that_is_down_takes_its_parent_down_unless_the_relation_says_otherwise() {
    let cmdb = cmdb(&["PARENT<CHILD", "SOFT<~CHILD"], &[]);
    let impact = impact(&cmdb, &["CHILD"]);
    assert_eq!(state(&impact, "PARENT"), ItemState::Down);
    assert_eq!(state(&impact, "SOFT"), ItemState::Degraded);
}

#[test]
fn d19_an_edit_is_seen_by_the_next_question() {
    let mut cmdb = cmdb(&["PARENT<CHILD"], &[]);
    let mut softer = relation("PARENT<CHILD");
    softer.strength = Some(Strength::Degrading);
    cmdb.replace_relation(softer).unwrap();
    assert_eq!(state(&impact(&cmdb, &["CHILD"]), "PARENT"), ItemState::Degraded);
}

#[test]
fn v28_a_child_service_in_trouble_degrades_its_parent_where_the_relation_is_degrading() {
    let cmdb = cmdb(&["PARENT<~CHILD", "PARENT<server", "CHILD<disk"], &[]);
    assert_eq!(state(&impact(&cmdb, &["disk"]), "PARENT"), ItemState::Degraded);
    assert_eq!(state(&impact(&cmdb, &["server"]), "PARENT"), ItemState::Down);
}

fn group(consumer: &str, members: usize, gate: Gate) -> Cmdb {
    let relations: Vec<String> = (0..members).map(|n| format!("{consumer}<m{n}:g")).collect();
    let texts: Vec<&str> = relations.iter().map(String::as_str).collect();
    cmdb(&texts, &[(consumer, "g", gate)])
}

#[test]
fn v23_of_two_feeds_one_is_enough() {
    let cmdb = group("rack", 2, Gate::AtLeast(1));
    let one = impact(&cmdb, &["m0"]);
    assert_eq!(state(&one, "rack"), ItemState::Ok);
    assert_eq!((one.strained[0].until_down, one.strained[0].losses_left()), (Some(1), Some(0)));
    assert_eq!(state(&impact(&cmdb, &["m0", "m1"]), "rack"), ItemState::Down);
}

#[test]
fn v24_half_of_three_hypervisors_are_two() {
    let cmdb = group("farm", 3, Gate::Percent(50));
    assert_eq!(state(&impact(&cmdb, &["m0"]), "farm"), ItemState::Ok);
    assert_eq!(state(&impact(&cmdb, &["m0", "m2"]), "farm"), ItemState::Down);
}

#[test]
fn v25_a_light_member_is_felt_by_the_worst_and_not_by_the_weight() {
    let weighted = |gate| {
        let mut document = world(&["svc<a:g", "svc<b:g", "svc<c:g"], &[("svc", "g", gate)]);
        for (relation, weight) in document.relations.iter_mut().zip([100, 50, 25]) {
            relation.weight = Some(weight);
        }
        Cmdb::new(document).unwrap()
    };
    let half =
        weighted(Gate::Weighted(WeightedGate { down_above_percent: 50, degraded_above_percent: Some(10) }));
    let third = impact(&half, &["c"]);
    assert_eq!(state(&third, "svc"), ItemState::Degraded, "25 of 175 are more than a tenth");
    assert_eq!(third.strained[0].until_down, Some(1), "the heaviest alone is enough");
    assert_eq!(state(&impact(&half, &["b", "c"]), "svc"), ItemState::Degraded, "75 of 175 are not half");
    assert_eq!(state(&impact(&half, &["a"]), "svc"), ItemState::Down);
    let plain =
        weighted(Gate::Weighted(WeightedGate { down_above_percent: 50, degraded_above_percent: None }));
    assert_eq!(state(&impact(&plain, &["c"]), "svc"), ItemState::Ok);
    assert_eq!(state(&impact(&weighted(Gate::All), &["c"]), "svc"), ItemState::Down);
}

#[test]
fn v26_the_second_best_of_three_decides() {
    let cmdb = group("svc", 3, Gate::AtLeast(2));
    assert_eq!(state(&impact(&cmdb, &["m2"]), "svc"), ItemState::Ok);
    assert_eq!(state(&impact(&cmdb, &["m1", "m2"]), "svc"), ItemState::Down);
    let mixed = [Source::degraded(ci("m1")), Source::down(ci("m2"))];
    let mixed = cmdb.impact_of(&mixed, &ImpactOptions::default()).unwrap();
    assert_eq!(state(&mixed, "svc"), ItemState::Degraded);
    assert_eq!(mixed.strained[0].until_down, Some(1));
}

#[test]
fn d20_one_of_a_thousand_takes_the_group_down_only_where_all_are_needed() {
    let lost: Vec<String> = (0..51).map(|n| format!("m{n}")).collect();
    let lost: Vec<&str> = lost.iter().map(String::as_str).collect();
    let most = group("svc", 1_000, Gate::AtLeast(950));
    assert_eq!(state(&impact(&most, &lost[..1]), "svc"), ItemState::Ok);
    assert_eq!(state(&impact(&most, &lost[..50]), "svc"), ItemState::Ok);
    assert_eq!(state(&impact(&most, &lost), "svc"), ItemState::Down);
    let all = group("svc", 1_000, Gate::AtLeast(1_000));
    assert_eq!(state(&impact(&all, &lost[..1]), "svc"), ItemState::Down);
}

#[test]
fn what_was_broken_before_is_not_charged_to_the_sources() {
    let cmdb = cmdb(&["svc<a:g", "svc<b:g", "other<a"], &[("svc", "g", Gate::Any)]);
    let known = ImpactOptions { context: [(ci("a"), ItemState::Down)].into(), ..ImpactOptions::default() };
    let impact = cmdb.impact_of(&down(&["b"]), &known).unwrap();
    assert_eq!(told(&impact), "svc@1");
    assert_eq!(impact.already, down(&["a", "other"]));
    let maintained = ImpactOptions { maintenance: [ci("a")].into(), ..ImpactOptions::default() };
    assert_eq!(cmdb.impact_of(&down(&["b"]), &maintained).unwrap(), impact);
    let why = cmdb.witnesses(&down(&["b"]), &known, &[ci("svc")]).unwrap();
    assert_eq!(why[0].given, down(&["a", "b"]), "the loss of both takes it down");
}

#[test]
fn the_own_state_of_an_item_counts_unless_it_is_left_out() {
    let mut document = world(&["svc<a:g", "svc<b:g"], &[("svc", "g", Gate::Any)]);
    document.items[0].state = ItemState::Down;
    let cmdb = Cmdb::new(document).unwrap();
    assert_eq!(state(&impact(&cmdb, &["b"]), "svc"), ItemState::Down);
    let fresh = ImpactOptions { ignore_own_states: true, ..ImpactOptions::default() };
    let fresh = cmdb.impact_of(&down(&["b"]), &fresh).unwrap();
    assert_eq!(state(&fresh, "svc"), ItemState::Ok);
}

#[test]
fn a_cut_point_stops_the_flood_even_as_a_source() {
    let cmdb = cmdb(&D1, &[]);
    let options = ImpactOptions { excluded: [ci("x")].into(), ..ImpactOptions::default() };
    assert_eq!(told(&cmdb.impact_of(&down(&["s", "x"]), &options).unwrap()), "a@1 b@2");
}

#[test]
fn items_that_hold_each_other_up_stay_up() {
    let ring = cmdb(&["a<b", "b<c", "c<a"], &[]);
    assert_eq!(ring.impact_of(&[], &ImpactOptions::default()).unwrap(), Impact::default());
    assert_eq!(told(&impact(&ring, &["a"])), "b@2 c@1");
    let either = cmdb(&["a<b:g", "a<x:g", "b<a:g", "b<y:g"], &[("a", "g", Gate::Any), ("b", "g", Gate::Any)]);
    assert_eq!(told(&impact(&either, &["x", "y"])), "", "a and b feed each other");
}

#[test]
fn a_second_change_travels_like_the_first() {
    let cmdb = cmdb(&["a<~s", "b<s", "a<b", "c<a"], &[]);
    let impact = impact(&cmdb, &["s"]);
    assert_eq!(state(&impact, "c"), ItemState::Down);
    assert_eq!(told(&impact), "a@1 b@1 c@2", "the distance is that to the nearest source");
    assert!(impact.visits <= 8, "4 items and 4 relations");
}

#[test]
fn unknown_items_are_named_all_at_once() {
    let cmdb = cmdb(&D1, &[]);
    let options = ImpactOptions { excluded: [ci("q")].into(), ..ImpactOptions::default() };
    let refused = cmdb.impact_of(&down(&["p", "s"]), &options).unwrap_err();
    assert_eq!(refused.to_string(), "the register has no item `p`, `q`");
    assert_eq!(refused.code(), "cmdb.unknown_items");
}
