//! The schedule of change: 500 changes in 90 days over a register of 10,000 items, under freezes and maintenance windows.

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use itsm::cmdb::{Cmdb, CmdbDocument, Gate, Item, Relation};
use itsm::control::ChangeRules;
use itsm::control::schedule::{ChangeSchedule, Horizon, Intervention};
use itsm::kernel::{CiId, Code, Instant, PersonId, PolicyId, RecordId, Versioned};
use itsm::time::{BusinessCalendar, CalendarDocument, RulesInForce};
use serde_json::json;

const ITEMS: u64 = 10_000;
const DAY_S: i64 = 86_400;

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn ci(place: u64) -> CiId {
    CiId::new(format!("ci-{place}")).unwrap()
}

/// 200 services over clusters of servers over hosts over switches: each item rests on two or three of those after it.
fn register(dice: &mut Dice) -> Cmdb {
    let code = |text| Code::new(text).unwrap();
    let mut document = CmdbDocument::preset();
    for place in 0..ITEMS {
        let kind = if place < 200 { "service" } else { "server" };
        document.items.push(Item::new(ci(place), code(kind)).with_gate(code("nodes"), Gate::Any));
    }
    for place in 0..ITEMS * 9 / 10 {
        let mut near: Vec<u64> =
            (0..2 + dice.below(2)).map(|_| (place + 1 + dice.below(ITEMS / 5)).min(ITEMS - 1)).collect();
        near.sort_unstable();
        near.dedup();
        for provider in near {
            let relation = Relation::new(ci(place), code("runs_on"), ci(provider));
            document.relations.push(relation.in_group(code("nodes")));
        }
    }
    Cmdb::new(document).unwrap()
}

fn changes(dice: &mut Dice, begin: Instant) -> Vec<Intervention> {
    let change = |place| {
        let from = begin.plus_s(i64::try_from(dice.below(90 * 24 * 4)).unwrap() * 900).unwrap();
        let until = from.plus_s(3_600 * (1 + i64::try_from(dice.below(6)).unwrap())).unwrap();
        Intervention::new(RecordId::new(format!("CHG-{place}")).unwrap(), from, until)
            .on((0..=dice.below(3)).map(|_| ci(dice.below(ITEMS))))
            .by([PersonId::new(format!("p{}", dice.below(20))).unwrap()])
    };
    (0..500).map(change).collect()
}

fn rules(begin: Instant) -> RulesInForce<ChangeRules> {
    fn versioned<T>(id: &str, document: T) -> Versioned<T> {
        Versioned { id: PolicyId::new(id).unwrap(), version: 1, effective_from: Instant::MIN, document }
    }
    let week: BTreeMap<&str, _> =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| (day, [["00:00", "06:00"]])).into();
    let nights: CalendarDocument =
        serde_json::from_value(json!({"zone": "Europe/Paris", "week": week})).unwrap();
    let nights = (versioned("nights", nights.clone()).reference(), BusinessCalendar::new(nights).unwrap());
    let day = |day: i64| begin.plus_s(day * DAY_S).unwrap();
    let freeze = |id: &str, from, until, scope| json!({"id": id, "from": day(from), "until": day(until), "scope": scope, "firmness": "hard"});
    let rules: ChangeRules = serde_json::from_value(json!({
        "calendar": "nights",
        "freezes": [freeze("month_end", 29, 31, json!("all")), freeze("fair", 60, 67, json!({"services": [ci(3), ci(7)]}))],
        "maintenance_windows": [{"id": "nights", "calendar": "nights", "scope": {"services": [ci(1), ci(5)]}, "firmness": "hard"}],
    }))
    .unwrap();
    RulesInForce::new(&versioned("change", rules), |_| Some((&nights.0, &nights.1))).unwrap()
}

fn schedule(criterion: &mut Criterion) {
    let mut dice = Dice(7);
    let begin = Instant::parse("2026-11-21T00:00:00Z").unwrap();
    let cmdb = register(&mut dice);
    let others = changes(&mut dice, begin);
    let rules = rules(begin);
    let schedule = ChangeSchedule::new(&cmdb, others.iter().cloned()).under(&rules);
    let horizon = Horizon::new(begin, begin.plus_s(90 * DAY_S).unwrap());
    let mut group = criterion.benchmark_group("schedule");
    let dependents = |place: &u64| cmdb.dependents(&ci(*place)).unwrap().len();
    let core = (ITEMS * 9 / 10..ITEMS).max_by_key(dependents).unwrap();
    println!("{} items rest on the core item", dependents(&core));
    for (depth, item) in [("an edge item", 1_500), ("a core item", core)] {
        let subject =
            Intervention::new(RecordId::new("CHG-NEW").unwrap(), others[250].from, others[250].until)
                .on([ci(item)])
                .by([PersonId::new("p1").unwrap()]);
        group.bench_function(format!("conflicts among 500, {depth}"), |bench| {
            bench.iter(|| schedule.conflicts(black_box(&subject)).unwrap());
        });
        group.bench_function(format!("find_windows, 90 days, 500 changes, {depth}"), |bench| {
            bench.iter(|| schedule.find_windows(black_box(&subject), &horizon).unwrap());
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(std::time::Duration::from_secs(2)).warm_up_time(std::time::Duration::from_secs(1));
    targets = schedule
}
criterion_main!(benches);
