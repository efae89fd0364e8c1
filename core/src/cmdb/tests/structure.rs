//! Single points of failure, cut sets, availability and overlays, where the answer is known.

use super::{cmdb, code, relation, world};
use crate::cmdb::{
    Cmdb, CmdbDocument, CmdbError, CutSetSearch, Gate, ImpactOptions, Item, ItemState, Overlay, OverlayKind,
    SimulationOptions,
};
use crate::kernel::{CiId, Instant, RecordId};
use std::collections::BTreeMap;

const MANY: usize = 100_000;

fn id(text: impl AsRef<str>) -> CiId {
    CiId::new(text).unwrap()
}

fn numbered(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{prefix}{number:06}")).collect()
}

/// `SVC`, which needs these members as the gate says, and whatever else they need.
fn service_of(gate: Gate, members: &[String], others: &[String]) -> Cmdb {
    let relations: Vec<String> = members.iter().map(|member| format!("SVC<{member}:nodes")).collect();
    let all: Vec<&str> = relations.iter().chain(others).map(String::as_str).collect();
    cmdb(&all, &[("SVC", "nodes", gate)])
}

fn available(cmdb: &Cmdb, up_ppm: u32, of: &[String], budget: u64) -> Result<(String, u64), CmdbError> {
    let up_ppm: BTreeMap<CiId, u32> = of.iter().map(|item| (id(item), up_ppm)).collect();
    let found = cmdb.availability(&id("SVC"), &up_ppm, &ImpactOptions::default(), budget)?;
    Ok((found.available.to_string(), found.available_ppb))
}

#[test]
fn d20_v29_a_thousand_hosts_are_not_a_chain_of_a_thousand() {
    let hosts = numbered("h", 1_000);
    let of = |gate| available(&service_of(gate, &hosts, &[]), 999_000, &hosts, 1_000_000).unwrap().1;
    assert_eq!(of(Gate::AtLeast(950)), 1_000_000_000);
    assert_eq!(of(Gate::Percent(95)), 1_000_000_000);
    assert_eq!(of(Gate::All), 367_695_425, "0.3677");
}

#[test]
fn v30_three_of_four() {
    let hosts = numbered("h", 4);
    let found = available(&service_of(Gate::AtLeast(3), &hosts, &[]), 990_000, &hosts, 1_000).unwrap();
    assert_eq!(found, ("0.99940797".to_owned(), 999_407_970));
}

#[test]
fn what_forty_components_share_takes_few_steps() {
    let (hosts, feeds) = (numbered("h", 200), numbered("f", 40));
    let on = |(place, host): (usize, &String)| {
        [format!("{host}<{}:power", feeds[place % 40]), format!("{host}<{}:power", feeds[(place + 1) % 40])]
    };
    let power: Vec<String> = hosts.iter().enumerate().flat_map(on).collect();
    let needs: Vec<String> = hosts.iter().map(|host| format!("SVC<{host}")).collect();
    let relations: Vec<&str> = power.iter().chain(&needs).map(String::as_str).collect();
    let gates: Vec<(&str, &str, Gate)> =
        hosts.iter().map(|host| (host.as_str(), "power", Gate::Any)).collect();
    let found = available(&cmdb(&relations, &gates), 990_000, &feeds, 20_000).unwrap().1;
    // No two neighbours of a ring of forty are down: a transfer matrix of two states, to the fortieth power.
    assert_eq!(found, ring_of_forty());
}

/// The trace of [[0.99, 0.99], [0.01, 0]]^40, in units of 10^-15.
fn ring_of_forty() -> u64 {
    const ONE: u128 = 1_000_000_000_000_000;
    let (p, q) = (ONE / 100 * 99, ONE / 100);
    let times = |a: [u128; 4], b: [u128; 4]| {
        [
            a[0] * b[0] + a[1] * b[2],
            a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3],
        ]
        .map(|x| x / ONE)
    };
    let step = [p, p, q, 0];
    let power = (1..40).fold(step, |power, _| times(power, step));
    u64::try_from((power[0] + power[3] + 500_000) / 1_000_000).unwrap()
}

#[test]
fn what_a_diagram_cannot_hold_is_refused() {
    let hosts = numbered("h", 100);
    let cmdb = service_of(Gate::AtLeast(50), &hosts, &[]);
    assert_eq!(available(&cmdb, 990_000, &hosts, 1_000), Err(CmdbError::BudgetExceeded { budget: 1_000 }));
}

#[test]
fn a_star_a_chain_and_a_circle_of_a_hundred_thousand_are_one_product() {
    let items = numbered("x", MANY);
    let chain: Vec<String> = items.windows(2).map(|pair| format!("{}<{}", pair[0], pair[1])).collect();
    let circle: Vec<String> =
        chain.iter().cloned().chain([format!("{}<{}", items[MANY - 1], items[0])]).collect();
    let shapes = [
        service_of(Gate::All, &items, &[]),
        service_of(Gate::All, &items[..1], &chain),
        service_of(Gate::All, &items[..1], &circle),
    ];
    for cmdb in shapes {
        assert_eq!(available(&cmdb, 999_999, &items, 10).unwrap().1, 904_837_373, "0.999999^100000");
        let points = cmdb.single_points_of_failure(&id("SVC"), &ImpactOptions::default()).unwrap();
        assert_eq!((points.down.len(), points.degraded.len()), (MANY, 0));
        assert!(points.visits < 10, "what a fatal item simply needs is fatal: {}", points.visits);
    }
}

#[test]
fn two_chains_beside_each_other_have_no_single_point_and_few_steps() {
    let (left, right) = (numbered("l", MANY / 2), numbered("r", MANY / 2));
    let chain = |items: &[String]| -> Vec<String> {
        items.windows(2).map(|pair| format!("{}<{}", pair[0], pair[1])).collect()
    };
    let both: Vec<String> = chain(&left).into_iter().chain(chain(&right)).collect();
    let cmdb = service_of(Gate::Any, &[left[0].clone(), right[0].clone()], &both);
    let points = cmdb.single_points_of_failure(&id("SVC"), &ImpactOptions::default()).unwrap();
    assert!(points.down.is_empty() && points.degraded.is_empty());
    assert!(points.visits < 40 * MANY as u64, "{}", points.visits);
    let all: Vec<String> = left.into_iter().chain(right).collect();
    assert_eq!(available(&cmdb, 999_999, &all, 100).unwrap().1, 997_621_429, "1 - (1 - 0.999999^50000)^2");
}

#[test]
fn diamonds_in_a_row_fail_where_they_meet() {
    let count = 10_000;
    let mut document = CmdbDocument::preset();
    let mut item = |id: &str, gates: bool| {
        let item = Item::new(super::ci(id), code("server"));
        document.items.push(if gates { item.with_gate(code("two"), Gate::Any) } else { item });
    };
    let (meet, one, other) = (numbered("m", count + 1), numbered("a", count), numbered("b", count));
    meet.iter().for_each(|id| item(id, true));
    one.iter().chain(&other).for_each(|id| item(id, false));
    for place in 0..count {
        for side in [&one[place], &other[place]] {
            document.relations.push(relation(&format!("{}<{side}:two", meet[place])));
            document.relations.push(relation(&format!("{side}<{}", meet[place + 1])));
        }
    }
    let points = Cmdb::new(document)
        .unwrap()
        .single_points_of_failure(&id(&meet[0]), &ImpactOptions::default())
        .unwrap();
    assert_eq!(points.down, meet[1..].iter().map(id).collect::<Vec<_>>());
    assert!(points.visits < 20 * count as u64, "{}", points.visits);
}

#[test]
fn no_answer_depends_on_the_order_in_which_a_register_was_built() {
    let relations =
        ["SVC<a:two", "SVC<b:two", "SVC<c:two", "a<x:p", "a<y:p", "b<y:p", "b<z:p", "c<x:p", "c<z:p", "x<y"];
    let gates = [
        ("SVC", "two", Gate::AtLeast(2)),
        ("a", "p", Gate::Any),
        ("b", "p", Gate::Any),
        ("c", "p", Gate::Any),
    ];
    let mut reversed = world(&relations, &gates);
    reversed.items.reverse();
    reversed.relations.reverse();
    let up_ppm: BTreeMap<CiId, u32> = ["a", "b", "c", "x", "y", "z"].map(|item| (id(item), 900_000)).into();
    let search = CutSetSearch { state: ItemState::Down, up_to: 3, budget: 10_000 };
    let [one, other] = [cmdb(&relations, &gates), Cmdb::new(reversed).unwrap()].map(|cmdb| {
        let options = ImpactOptions::default();
        (
            cmdb.single_points_of_failure(&id("SVC"), &options).unwrap(),
            cmdb.minimal_cut_sets(&id("SVC"), search, &options).unwrap(),
            cmdb.availability(&id("SVC"), &up_ppm, &options, 10_000).unwrap(),
        )
    });
    assert_eq!(one, other, "steps and visits among them");
}

#[test]
fn what_is_broken_already_is_counted_in() {
    let cmdb = cmdb(&["SVC<a:two", "SVC<b:two"], &[("SVC", "two", Gate::Any)]);
    let mut options = ImpactOptions::default();
    options.maintenance.insert(id("a"));
    let points = cmdb.single_points_of_failure(&id("SVC"), &options).unwrap();
    assert_eq!((points.before, points.down), (ItemState::Ok, vec![id("b")]));
    options.maintenance.insert(id("b"));
    let points = cmdb.single_points_of_failure(&id("SVC"), &options).unwrap();
    assert_eq!((points.before, points.down), (ItemState::Down, vec![]));
    let found = cmdb.availability(&id("SVC"), &BTreeMap::new(), &options, 10).unwrap();
    assert_eq!((found.available_ppb, found.contributions), (0, vec![]));
}

#[test]
fn an_availability_above_one_is_refused() {
    let refused = available(&cmdb(&["SVC<a"], &[]), 1_000_001, &["a".to_owned()], 10);
    assert_eq!(refused, Err(CmdbError::AvailabilityOutOfRange { item: id("a") }));
}

fn overlay(name: &str, kind: OverlayKind, item: &str, from: i64, until: Option<i64>) -> Overlay {
    let at = |hour: i64| Instant::from_unix_s(1_800_000_000 + hour * 3_600).unwrap();
    let (id, items) = (RecordId::new(name).unwrap(), [id(item)].into());
    Overlay { id, kind, items, effect: ItemState::Down, from: at(from), until: until.map(at) }
}

fn window() -> SimulationOptions {
    let at = |hour: i64| Instant::from_unix_s(1_800_000_000 + hour * 3_600).unwrap();
    let always = ImpactOptions::default();
    SimulationOptions { from: at(0), until: at(24), always, together: 3, budget: 10_000 }
}

#[test]
fn a_stretch_in_maintenance_is_planned_and_what_fails_beside_it_is_not() {
    let cmdb = cmdb(&["SVC<a"], &[]);
    let overlays = [
        overlay("M", OverlayKind::Maintenance, "a", 2, Some(4)),
        overlay("I", OverlayKind::Incident, "a", 3, None),
    ];
    let found = cmdb.simulate(&overlays, &window()).unwrap();
    let told: Vec<(bool, Vec<&str>)> = found.services["SVC"]
        .iter()
        .map(|stretch| (stretch.planned, stretch.because.iter().map(RecordId::as_str).collect()))
        .collect();
    assert_eq!(told, [(true, vec!["M"]), (false, vec!["I"])]);
    assert_eq!(found.services["SVC"][1].until, window().until, "an incident without an end goes on");
    assert!(found.collisions.is_empty());
}

#[test]
fn a_stretch_in_which_nothing_changes_is_not_asked_about_again() {
    let cmdb = cmdb(&["SVC<a"], &[]);
    let one = [overlay("C0", OverlayKind::Change, "a", 0, Some(20))];
    let mut many = one.to_vec();
    many.extend((1..10).map(|hour| Overlay {
        effect: ItemState::Ok,
        ..overlay(&format!("F{hour}"), OverlayKind::Freeze, "a", hour, Some(hour + 5))
    }));
    let questions = |overlays: &[Overlay]| cmdb.simulate(overlays, &window()).unwrap().questions;
    assert_eq!(questions(&many), questions(&one));
}

#[test]
fn an_overlay_that_stands_twice_is_refused() {
    let one = overlay("C", OverlayKind::Change, "a", 0, None);
    let refused = cmdb(&["SVC<a"], &[]).simulate(&[one.clone(), one.clone()], &window());
    assert_eq!(refused, Err(CmdbError::DuplicateOverlay { overlay: one.id }));
}
