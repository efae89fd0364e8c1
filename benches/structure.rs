//! What a service rests on: its single points of failure over a hundred thousand items, its availability with forty shared
//! components, and a thousand overlays on ten thousand items.

use criterion::{Criterion, criterion_group, criterion_main};
use itsm::cmdb::{
    Cmdb, CmdbDocument, Gate, ImpactOptions, Item, ItemState, Overlay, OverlayKind, Relation,
    SimulationOptions,
};
use itsm::kernel::{CiId, Code, Instant, RecordId};
use std::collections::BTreeMap;
use std::hint::black_box;

fn ci(id: impl AsRef<str>) -> CiId {
    CiId::new(id).expect("an id")
}

fn code(text: &str) -> Code {
    Code::new(text).expect("a code")
}

/// Numbers that look random and are the same on every run.
fn numbers() -> impl Iterator<Item = usize> {
    let mut state = 7_u64;
    std::iter::from_fn(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((state >> 33) as usize)
    })
}

fn needs(consumer: &str, provider: &str) -> Relation {
    Relation::new(ci(consumer), code("depends_on"), ci(provider))
}

fn register(items: Vec<Item>, relations: Vec<Relation>) -> Cmdb {
    Cmdb::new(CmdbDocument { items, relations, ..CmdbDocument::preset() }).expect("a register")
}

/// A service on items each of which needs four later ones, every other item at least two of them.
fn deep(count: usize) -> Cmdb {
    let mut random = numbers();
    let name = |number: usize| format!("i{number:06}");
    let (mut items, mut relations) = (Vec::new(), Vec::new());
    for number in 0..count {
        let gated = number % 2 == 0 && number > 0;
        let item = Item::new(ci(name(number)), code(if number == 0 { "service" } else { "server" }));
        items.push(if gated { item.with_gate(code("nodes"), Gate::AtLeast(1)) } else { item });
        let mut providers: Vec<usize> = random.by_ref().take(4).map(|n| number + 1 + n % 1_000).collect();
        providers.push(number + 1);
        providers.sort_unstable();
        providers.dedup();
        for provider in providers.into_iter().filter(|provider| *provider < count) {
            let relation = needs(&name(number), &name(provider));
            relations.push(if gated { relation.in_group(code("nodes")) } else { relation });
        }
    }
    register(items, relations)
}

/// A service on 200 hosts, each of which needs one of two neighbouring feeds out of 40.
fn shared() -> (Cmdb, BTreeMap<CiId, u32>) {
    let feeds: Vec<String> = (0..40).map(|n| format!("feed{n:02}")).collect();
    let mut items: Vec<Item> = feeds.iter().map(|id| Item::new(ci(id), code("feed"))).collect();
    items.push(Item::new(ci("mail"), code("service")));
    let mut relations = Vec::new();
    for number in 0..200 {
        let host = format!("host{number:03}");
        items.push(Item::new(ci(&host), code("server")).with_gate(code("power"), Gate::Any));
        relations.push(needs("mail", &host));
        for feed in [&feeds[number % 40], &feeds[(number + 1) % 40]] {
            relations.push(needs(&host, feed).in_group(code("power")));
        }
    }
    (register(items, relations), feeds.iter().map(|id| (ci(id), 990_000)).collect())
}

/// A thousand clusters of nine, each with a service that can lose two nodes.
fn clusters() -> Cmdb {
    let (mut items, mut relations) = (Vec::new(), Vec::new());
    for cluster in 0..1_000 {
        let service = format!("s{cluster:03}");
        items.push(Item::new(ci(&service), code("service")).with_gate(code("nodes"), Gate::AtLeast(7)));
        for node in 0..9 {
            let node = format!("n{cluster:03}-{node}");
            items.push(Item::new(ci(&node), code("server")));
            relations.push(needs(&service, &node).in_group(code("nodes")));
        }
    }
    register(items, relations)
}

/// Changes of ten nodes each over thirty days, of up to eight hours.
fn overlays(count: usize) -> Vec<Overlay> {
    let mut random = numbers();
    let mut below = |limit: usize| random.next().expect("endless") % limit;
    let at = |s: usize| Instant::from_unix_s(1_800_000_000 + s as i64).expect("an instant");
    (0..count)
        .map(|number| {
            let items = (0..10).map(|_| ci(format!("n{:03}-{}", below(1_000), below(9)))).collect();
            let from = below(30 * 86_400);
            Overlay {
                id: RecordId::new(format!("CHG-{number}")).expect("an id"),
                kind: if number % 4 == 0 { OverlayKind::Incident } else { OverlayKind::Change },
                items,
                effect: ItemState::Down,
                from: at(from),
                until: Some(at(from + 600 + below(8 * 3_600))),
            }
        })
        .collect()
}

fn structure(criterion: &mut Criterion) {
    let options = ImpactOptions::default();
    let mut group = criterion.benchmark_group("structure");
    group.sample_size(10);

    let deep = deep(100_000);
    let top = ci("i000000");
    let points = deep.single_points_of_failure(&top, &options).expect("a known service");
    println!("{} single points of failure, {} visits", points.down.len(), points.visits);
    group.bench_function("single points of failure, 100000 items", |bench| {
        bench.iter(|| deep.single_points_of_failure(black_box(&top), &options));
    });

    let (shared, up_ppm) = shared();
    let found = shared.availability(&ci("mail"), &up_ppm, &options, 1_000_000).expect("within the budget");
    println!("{} parts per billion, {} steps", found.available_ppb, found.steps);
    group.bench_function("availability, 40 shared components", |bench| {
        bench.iter(|| shared.availability(black_box(&ci("mail")), &up_ppm, &options, 1_000_000));
    });

    let (clusters, overlays) = (clusters(), overlays(1_000));
    let window = SimulationOptions {
        from: Instant::from_unix_s(1_800_000_000).expect("an instant"),
        until: Instant::from_unix_s(1_800_000_000 + 30 * 86_400).expect("an instant"),
        always: options.clone(),
        together: 4,
        budget: 1_000_000,
    };
    let found = clusters.simulate(&overlays, &window).expect("within the budget");
    println!(
        "{} services, {} collisions, {} questions",
        found.services.len(),
        found.collisions.len(),
        found.questions
    );
    group.bench_function("simulate, 1000 overlays on 10000 items", |bench| {
        bench.iter(|| clusters.simulate(black_box(&overlays), &window));
    });
    group.finish();
}

criterion_group!(benches, structure);
criterion_main!(benches);
