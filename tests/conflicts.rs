//! The conflicts of a change, and the starts that have none, are held to the reference minute by minute, and to the laws of schedules.
//!
//! What the reference finds and the library leaves out stands in [`told`]; everything else is the same.

mod reference;
mod register;

use std::collections::{BTreeMap, BTreeSet};

use itsm::cmdb::Cmdb;
use itsm::control::schedule::{
    ChangeSchedule, Conflict, ConflictRule, FreeWindows, Horizon, Intervention, Outage, ServiceHours,
};
use itsm::control::{ChangeRules, Firmness};
use itsm::kernel::{Code, Instant, PersonId, PolicyId, RecordId, ServiceId, Versioned};
use itsm::time::{BusinessCalendar, CalendarDocument, RulesInForce};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use reference::cases;
use reference::conflicts::{self as slow, Change, Kin, Reach, Rule, Scope, Wish, World};
use reference::generate_graphs::{ANY_SHAPE, HORIZON, ScheduleCase, schedule_case};
use reference::impact::{Edge, Gate, Graph, Node, Strength};
use reference::overlays::{Minute, Span};
use register::{ci, node, servers, to_core};

/// Monday, 2026-11-23T00:00:00Z.
const MIDNIGHT_S: i64 = 1_795_392_000;

fn at(minute: Minute) -> Instant {
    Instant::from_unix_s(MIDNIGHT_S + minute * 60).unwrap()
}

fn minute(at: Instant) -> Minute {
    assert_eq!((at.unix_s() - MIDNIGHT_S) % 60, 0);
    (at.unix_s() - MIDNIGHT_S) / 60
}

fn intervention(change: &Change) -> Intervention {
    let services = change.services.iter().map(|service| ServiceId::new(ci(*service)).unwrap());
    Intervention::new(RecordId::new(&change.id).unwrap(), at(change.from), at(change.until))
        .on(change.items.iter().map(|item| ci(*item)))
        .of(services)
        .by(change.implementer.iter().map(|who| PersonId::new(who).unwrap()))
}

fn scope(scope: &Scope) -> Value {
    let ids = |nodes: &BTreeSet<Node>| nodes.iter().map(|node| ci(*node)).collect::<Vec<_>>();
    match scope {
        Scope::All => json!("all"),
        Scope::Items(items) => json!({"cis": ids(items)}),
        Scope::Services(services) => json!({"services": ids(services)}),
    }
}

const fn firmness(hard: bool) -> &'static str {
    if hard { "hard" } else { "soft" }
}

/// Overlapping stretches of one Monday as one calendar.
fn calendar(open: &[(Minute, Minute)]) -> CalendarDocument {
    let mut open = open.to_vec();
    open.sort_unstable();
    let mut merged: Vec<(Minute, Minute)> = Vec::new();
    for (from, until) in open {
        match merged.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(until),
            None => merged.push((from, until)),
        }
    }
    let clock = |minute: Minute| format!("{:02}:{:02}", minute / 60, minute % 60);
    let windows: Vec<_> = merged.into_iter().map(|(from, until)| [clock(from), clock(until)]).collect();
    serde_json::from_value(json!({"zone": "UTC", "week": {"mon": windows}})).unwrap()
}

fn versioned<T>(id: &str, document: T) -> Versioned<T> {
    Versioned { id: PolicyId::new(id).unwrap(), version: 1, effective_from: Instant::MIN, document }
}

fn in_force(rules: Value, calendars: BTreeMap<String, CalendarDocument>) -> RulesInForce<ChangeRules> {
    let rules: ChangeRules = serde_json::from_value(rules).unwrap();
    let compiled = |(id, document): (String, CalendarDocument)| {
        let reference = versioned(&id, document.clone()).reference();
        (id, (reference, BusinessCalendar::new(document).unwrap()))
    };
    let calendars: BTreeMap<String, _> = calendars.into_iter().map(compiled).collect();
    let calendar = |id: &PolicyId| calendars.get(id.as_str()).map(|(reference, of)| (reference, of));
    RulesInForce::new(&versioned("change", rules), calendar).unwrap()
}

fn rules(world: &World) -> RulesInForce<ChangeRules> {
    let mut calendars = BTreeMap::from([("office".to_owned(), CalendarDocument::always_open("UTC"))]);
    let windows: Vec<_> = world
        .maintenance
        .iter()
        .map(|row| {
            calendars.insert(row.id.clone(), calendar(&row.open));
            let hard = !world.soft.contains(&Rule::Window);
            json!({"id": row.id, "calendar": row.id, "scope": scope(&row.scope), "firmness": firmness(hard)})
        })
        .collect();
    let freezes: Vec<_> = world.freezes.iter().map(|freeze| {
        json!({"id": freeze.id, "from": at(freeze.from), "until": at(freeze.until), "scope": scope(&freeze.scope),
            "firmness": firmness(freeze.hard)})
    }).collect();
    in_force(json!({"calendar": "office", "freezes": freezes, "maintenance_windows": windows}), calendars)
}

fn cmdb(world: &World) -> Cmdb {
    let mut cmdb = servers(&world.graph);
    for service in &world.services {
        let mut item = cmdb.item(ci(*service).as_str()).unwrap().clone();
        item.item_type = Code::new("service").unwrap();
        cmdb.replace_item(item).unwrap();
    }
    cmdb
}

fn outages(world: &World) -> Vec<Outage> {
    let outage = |outage: &reference::overlays::Overlay| Outage {
        id: RecordId::new(&outage.id).unwrap(),
        from: at(outage.from),
        until: at(outage.until),
        states: outage.states.iter().map(|(item, state)| (ci(*item), to_core(*state))).collect(),
    };
    world.outages.iter().map(outage).collect()
}

/// The parents and children of the products are the items that a relation leads to or comes from, at any depth; every set is tried.
/// What is soft is for the rules of the library to say, but for windows.
fn as_the_library_sees_it(mut world: World) -> World {
    let carrying = world.graph.edges.iter().filter(|edge| edge.carries_failure());
    world.parents = carrying.map(|edge| (edge.provider, edge.consumer)).collect();
    world.reach = Reach::AnyDepth;
    world.together = world.changes.len() + world.outages.len() + 1;
    world.soft.retain(|rule| *rule == Rule::Window);
    world
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    rule: &'static str,
    with: String,
    item: Option<Node>,
    span: (Minute, Minute),
    hard: bool,
}

/// With the items of the change through which an item around it is concerned.
type Rows = BTreeMap<Row, BTreeSet<Node>>;

fn of_library(found: &[Conflict]) -> Rows {
    let row = |conflict: &Conflict| {
        let row = Row {
            rule: conflict.rule.code(),
            with: conflict.with.to_string(),
            item: conflict.ci.as_ref().map(node),
            span: (minute(conflict.from), minute(conflict.until)),
            hard: conflict.firmness == Firmness::Hard,
        };
        (row, conflict.via.iter().map(node).collect())
    };
    let rows: Rows = found.iter().map(row).collect();
    assert_eq!(rows.len(), found.len(), "nothing is told twice: {found:?}");
    rows
}

/// What the library tells of what the reference finds.
///
/// - An item around the change that is itself of the change is told as that.
/// - A freeze that is about the change itself is not told again of what is around it.
/// - Windows of an item around it are not told when they are those of an item of the change, or only those of everything.
fn told(world: &World, change: &Change, found: &[(slow::Conflict, Span)]) -> Rows {
    let windows = |item: Node| -> BTreeSet<&str> {
        world
            .maintenance
            .iter()
            .filter(|row| world.covers(&row.scope, item))
            .map(|row| row.id.as_str())
            .collect()
    };
    let everything: BTreeSet<&str> =
        world.maintenance.iter().filter(|row| row.scope == Scope::All).map(|row| row.id.as_str()).collect();
    let own: BTreeSet<Node> = &change.items | &change.services;
    let own_windows: BTreeSet<_> = own.iter().map(|item| windows(*item)).collect();
    let itself = |conflict: &slow::Conflict| matches!(conflict.kin, None | Some(Kin::Own));
    let frozen: BTreeSet<_> = found
        .iter()
        .filter(|(conflict, _)| conflict.rule == Rule::Freeze && itself(conflict))
        .map(|(conflict, _)| conflict.with.clone())
        .collect();
    let mut rows = Rows::new();
    for (conflict, span) in found {
        let near = conflict.kin.filter(|kin| *kin != Kin::Own);
        let other = conflict.other.unwrap_or(Node::MAX);
        let left_out = near.is_some()
            && match conflict.rule {
                Rule::Freeze => own.contains(&other) || frozen.contains(&conflict.with),
                Rule::Window => {
                    own.contains(&other)
                        || windows(other) == everything
                        || own_windows.contains(&windows(other))
                }
                _ => change.items.contains(&other),
            };
        if left_out {
            continue;
        }
        let (rule, hard) = match (conflict.rule, near) {
            (Rule::Freeze, None) => ("freeze", conflict.hard),
            (Rule::Freeze, Some(_)) => ("freeze_nearby", false),
            (Rule::Window, None) => ("window", conflict.hard),
            (Rule::Window, Some(_)) => ("window_nearby", false),
            (Rule::Scheduled, None) => ("same_item", true),
            (Rule::Scheduled, Some(Kin::Provider | Kin::Child)) => ("provider", false),
            (Rule::Scheduled, Some(_)) => ("dependent", false),
            (Rule::Implementer, _) => ("implementer", true),
            (Rule::Gate, _) => ("gate", conflict.hard),
            (Rule::LeadTime | Rule::Calendar, _) => unreachable!("of a search alone"),
        };
        // A row for each of several windows, one for all changes that break a gate.
        let with: Vec<&str> = conflict.with.iter().map(String::as_str).collect();
        let with =
            if rule == "gate" { vec![with.join("+")] } else { with.into_iter().map(str::to_owned).collect() };
        for with in with {
            let item = conflict.other;
            let row = Row { rule, with, item, span: (span.first, span.last + 1), hard };
            rows.entry(row).or_default().extend(near.and(conflict.item));
        }
    }
    rows
}

proptest! {
    #![proptest_config(cases::long(2_000, 50_000))]

    #[test]
    fn every_conflict_is_that_of_the_reference(ScheduleCase { world, wish } in schedule_case(ANY_SHAPE)) {
        let world = as_the_library_sees_it(world);
        let (cmdb, rules) = (cmdb(&world), rules(&world));
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention))
            .under(&rules)
            .beside(outages(&world));
        let found = of_library(&schedule.conflicts(&intervention(&wish.change)).unwrap());
        prop_assert_eq!(found, told(&world, &wish.change, &slow::conflicts_of(&world, &wish.change)));
    }

    /// Chance alone hardly ever lets three changes meet in one gate.
    #[test]
    fn every_set_that_breaks_a_cluster_is_that_of_the_reference(
        ScheduleCase { world, wish } in schedule_case(ANY_SHAPE),
        needed in 1..=5_usize,
    ) {
        let (world, asked) = around_a_cluster(as_the_library_sees_it(world), wish.change, needed);
        let cmdb = cmdb(&world);
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention)).beside(outages(&world));
        let found = of_library(&schedule.conflicts(&intervention(&asked)).unwrap());
        prop_assert_eq!(found, told(&world, &asked, &slow::conflicts_of(&world, &asked)));
    }
}

/// Service 0 needs so many of its six nodes; each change takes one, and most of them meet.
fn around_a_cluster(world: World, mut asked: Change, needed: usize) -> (World, Change) {
    let edge = |provider| Edge { provider, consumer: 0, strength: Strength::Hard, group: 0, weight: 1 };
    let graph = Graph {
        nodes: 8,
        edges: (1..=6).map(edge).collect(),
        gates: BTreeMap::from([((0, 0), Gate::AtLeast(needed))]),
    };
    let mut world =
        World { graph, services: BTreeSet::from([0]), freezes: Vec::new(), maintenance: Vec::new(), ..world };
    for (place, change) in world.changes.iter_mut().enumerate() {
        change.items = BTreeSet::from([place + 1]);
        change.until = (change.until + 40).min(HORIZON.1);
    }
    asked.items = BTreeSet::from([6]);
    (as_the_library_sees_it(world), asked)
}

/// By start, in minutes: the soft conflicts of a feasible start, or the rule that binds and the other side.
type Starts = BTreeMap<Minute, Result<BTreeSet<(&'static str, String)>, (&'static str, String)>>;

fn starts(found: &FreeWindows) -> Starts {
    let mut starts = Starts::new();
    let mut note = |from: Instant, until: Instant, what: &Result<_, _>| {
        for start in HORIZON.0..HORIZON.1 {
            if (from..until).contains(&at(start)) {
                assert_eq!(starts.insert(start, what.clone()), None, "{start} is told twice");
            }
        }
    };
    for stretch in &found.feasible {
        let soft = stretch.soft.iter().map(|(rule, with)| (rule.code(), with.to_string())).collect();
        note(stretch.from, stretch.until, &Ok(soft));
    }
    for stretch in &found.unfeasible {
        note(stretch.from, stretch.until, &Err((stretch.rule.code(), stretch.with.to_string())));
    }
    starts
}

fn order(rule: &str) -> usize {
    ConflictRule::ALL.iter().position(|other| other.code() == rule).unwrap()
}

/// Every start, one each minute, looked at by itself.
fn slow_starts(world: &World, wish: &Wish) -> Starts {
    let mut starts = Starts::new();
    for start in HORIZON.0..=HORIZON.1 - wish.minutes {
        let moved = Change { from: start, until: start + wish.minutes, ..wish.change.clone() };
        let (hard, soft): (Vec<_>, Vec<_>) =
            told(world, &moved, &slow::conflicts_of(world, &moved)).into_keys().partition(|row| row.hard);
        let mut hard: Vec<_> = hard.into_iter().map(|row| (row.rule, row.with)).collect();
        if start < wish.not_before {
            hard.push(("lead_time", String::new()));
        }
        let works = |minute| {
            wish.calendar.as_ref().is_none_or(|open| open.iter().any(|(a, b)| (*a..*b).contains(&minute)))
        };
        if !(moved.from..moved.until).all(works) {
            hard.push(("calendar", String::new()));
        }
        let first = hard.into_iter().min_by_key(|(rule, with)| (order(rule), with.clone()));
        let soft = soft.into_iter().map(|row| (row.rule, row.with)).collect();
        starts.insert(start, first.map_or(Ok(soft), Err));
    }
    starts
}

fn searched(world: &World, wish: &Wish) -> (Starts, FreeWindows) {
    let (cmdb, rules) = (cmdb(world), rules(world));
    let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention))
        .under(&rules)
        .beside(outages(world));
    let subject = intervention(&Change { from: 0, until: wish.minutes, ..wish.change.clone() });
    let work = wish.calendar.as_ref().map(|open| BusinessCalendar::new(calendar(open)).unwrap());
    let horizon = Horizon {
        ready: Some(at(wish.not_before)),
        calendar: work.as_ref(),
        ..Horizon::new(at(HORIZON.0), at(HORIZON.1))
    };
    let found = schedule.find_windows(&subject, &horizon).unwrap();
    (starts(&found), found)
}

proptest! {
    #![proptest_config(cases::long(60, 5_000))]

    #[test]
    fn every_start_is_that_of_the_reference(ScheduleCase { world, wish } in schedule_case(ANY_SHAPE)) {
        let world = as_the_library_sees_it(world);
        prop_assert_eq!(searched(&world, &wish).0, slow_starts(&world, &wish));
    }
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    /// At the first and last second of every stretch, where a search to the second goes wrong first.
    #[test]
    fn a_start_is_feasible_exactly_where_a_change_begun_there_has_no_hard_conflict(
        ScheduleCase { world, wish } in schedule_case(ANY_SHAPE),
    ) {
        let wish = Wish { calendar: None, not_before: 0, ..wish };
        let (_, found) = searched(&world, &wish);
        let (cmdb, rules) = (cmdb(&world), rules(&world));
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention)).under(&rules).beside(outages(&world));
        let hard = |start: Instant| {
            let mut moved = intervention(&wish.change);
            (moved.from, moved.until) = (start, start.plus_s(wish.minutes * 60).unwrap());
            let found = schedule.conflicts(&moved).unwrap();
            let told: BTreeSet<_> = found.iter().map(|conflict| (conflict.rule, conflict.with.clone())).collect();
            (found.iter().any(|conflict| conflict.firmness == Firmness::Hard), told)
        };
        for stretch in &found.feasible {
            for start in [stretch.from, stretch.until.plus_s(-1).unwrap(), stretch.best] {
                prop_assert_eq!(hard(start), (false, stretch.soft.clone()), "at {}", start);
            }
        }
        for stretch in &found.unfeasible {
            for start in [stretch.from, stretch.until.plus_s(-1).unwrap()] {
                let (hard, told) = hard(start);
                prop_assert!(hard && told.contains(&(stretch.rule, stretch.with.clone())), "at {}", start);
            }
        }
        let mut all: Vec<_> = found.feasible.iter().map(|stretch| (stretch.from, stretch.until)).collect();
        all.extend(found.unfeasible.iter().map(|stretch| (stretch.from, stretch.until)));
        all.sort();
        prop_assert_eq!(all[0].0, at(HORIZON.0));
        prop_assert_eq!(all.last().unwrap().1, at(HORIZON.1 - wish.minutes).plus_s(1).unwrap());
        prop_assert!(all.windows(2).all(|pair| pair[0].1 == pair[1].0), "no start is left out: {:?}", all);
        let best_first = |pair: &[_]| {
            let [a, b]: &[itsm::control::schedule::Feasible; 2] = pair.try_into().unwrap();
            (a.soft.len(), a.at_stake_s, a.best) <= (b.soft.len(), b.at_stake_s, b.best)
        };
        prop_assert!(found.feasible.windows(2).all(best_first));
    }

    #[test]
    fn a_pair_is_found_from_either_side(ScheduleCase { world, .. } in schedule_case(ANY_SHAPE)) {
        let cmdb = cmdb(&world);
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention)).beside(outages(&world));
        let found: BTreeMap<&str, Vec<Conflict>> = world.changes.iter()
            .map(|change| (change.id.as_str(), schedule.conflicts(&intervention(change)).unwrap()))
            .collect();
        let mutual = [ConflictRule::SameItem, ConflictRule::Implementer, ConflictRule::Gate];
        for (id, conflicts) in &found {
            for conflict in conflicts.iter().filter(|conflict| mutual.contains(&conflict.rule)) {
                let parties: BTreeSet<&str> = conflict.with.split('+').chain([*id]).collect();
                // An outage asks for no time, so it has no side of its own.
                for other in conflict.with.split('+').filter(|other| found.contains_key(other)) {
                    let others: BTreeSet<&str> = parties.iter().copied().filter(|party| *party != other).collect();
                    let back = Conflict { with: others.into_iter().collect::<Vec<_>>().join("+").into(), ..conflict.clone() };
                    prop_assert!(found[other].contains(&back), "{} {:?}", id, conflict);
                }
            }
        }
    }

    /// The least agreed time among all starts, tried one each second would take; at each minute and at the edges.
    #[test]
    fn the_best_start_takes_the_least_agreed_time(
        case in schedule_case(ANY_SHAPE),
        hours in proptest::collection::vec(proptest::collection::vec((0..119_i64, 1..40_i64), 1..3), 1..3),
    ) {
        let (world, wish) = (case.world, case.wish);
        let calendars: Vec<_> = hours.iter().map(|open| {
            let open: Vec<_> = open.iter().map(|(from, length)| (*from, (from + length).min(120))).collect();
            BusinessCalendar::new(calendar(&open)).unwrap()
        }).collect();
        let service = ci(0);
        let hours: Vec<_> = calendars.iter().map(|calendar| ServiceHours { service: &service, calendar }).collect();
        let cmdb = cmdb(&world);
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention));
        let subject = intervention(&Change { from: 0, until: wish.minutes, ..wish.change.clone() });
        let horizon = Horizon { hours: &hours, ..Horizon::new(at(HORIZON.0), at(HORIZON.1)) };
        let cost = |start: Instant| -> i64 {
            let until = start.plus_s(wish.minutes * 60).unwrap();
            calendars.iter().map(|calendar| calendar.between(start.utc(), until.utc()).unwrap()).sum()
        };
        for stretch in schedule.find_windows(&subject, &horizon).unwrap().feasible {
            prop_assert_eq!(stretch.at_stake_s, cost(stretch.best));
            let minutes = (HORIZON.0..HORIZON.1).map(at).chain([stretch.from, stretch.until.plus_s(-1).unwrap()]);
            for start in minutes.filter(|start| (stretch.from..stretch.until).contains(start)) {
                prop_assert!((stretch.at_stake_s, stretch.best) <= (cost(start), start), "{:?} {}", stretch, start);
            }
        }
    }
}

#[test]
fn the_schedules_reach_every_rule_hard_and_soft() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<(&str, bool), u32> = BTreeMap::new();
    let (mut sets, mut larger) = (0, 0);
    for _ in 0..600 {
        let ScheduleCase { world, wish } = schedule_case(ANY_SHAPE).new_tree(&mut runner).unwrap().current();
        let (cmdb, rules) = (cmdb(&world), rules(&world));
        let schedule = ChangeSchedule::new(&cmdb, world.changes.iter().map(intervention))
            .under(&rules)
            .beside(outages(&world));
        let found = schedule.conflicts(&intervention(&wish.change)).unwrap();
        let (world, asked) = around_a_cluster(as_the_library_sees_it(world), wish.change, 3);
        let cluster = self::cmdb(&world);
        let schedule = ChangeSchedule::new(&cluster, world.changes.iter().map(intervention));
        let broken = schedule.conflicts(&intervention(&asked)).unwrap();
        sets += u32::from(broken.iter().any(|conflict| conflict.with.contains('+')));
        larger += u32::from(broken.iter().any(|conflict| conflict.with.split('+').count() > 2));
        let rules: BTreeSet<_> =
            found.iter().map(|c| (c.rule.code(), c.firmness == Firmness::Hard)).collect();
        rules.into_iter().for_each(|rule| *seen.entry(rule).or_default() += 1);
    }
    let hard = ["freeze", "window", "same_item", "implementer", "gate"].map(|rule| (rule, true));
    let soft = ["freeze", "freeze_nearby", "window", "window_nearby", "provider", "dependent", "gate"];
    for corner in hard.into_iter().chain(soft.map(|rule| (rule, false))) {
        assert!(seen.get(&corner).is_some_and(|cases| *cases >= 4), "{corner:?}: {seen:#?}");
    }
    assert!(sets >= 20 && larger >= 4, "{sets} {larger}");
}
