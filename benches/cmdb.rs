//! Impact on random registers of a thousand to a million items with four relations each: what an average item and a core item take
//! with them, with gates and a witness, and the whole blast radius.

#[allow(dead_code, reason = "one desk for all benches")]
mod desk;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use itsm::cmdb::{Cmdb, CmdbDocument, Gate, ImpactOptions, Item, Relation, Source};
use itsm::kernel::{CiId, Code};
use std::hint::black_box;

const RELATIONS: usize = 4;

fn ci(number: usize) -> CiId {
    CiId::new(format!("ci-{number:07}")).expect("an id")
}

/// Every item needs four items before it; every `gated`-th can lose two of them.
fn register(items: usize, gated: Option<usize>) -> Cmdb {
    let (kind, group) = (Code::new("depends_on").expect("a code"), Code::new("nodes").expect("a code"));
    let server = Code::new("server").expect("a code");
    let mut document = CmdbDocument::preset();
    let mut numbers = desk::numbers(7);
    for number in 0..items {
        let in_group = gated.is_some_and(|every| number % every == 0);
        let mut item = Item::new(ci(number), server.clone());
        if in_group {
            item = item.with_gate(group.clone(), Gate::Percent(50));
        }
        document.items.push(item);
        let mut providers: Vec<usize> =
            numbers.by_ref().take(RELATIONS).map(|random| random as usize % number.max(1)).collect();
        providers.sort_unstable();
        providers.dedup();
        for provider in providers.into_iter().filter(|provider| *provider < number) {
            let relation = Relation::new(ci(number), kind.clone(), ci(provider));
            document.relations.push(if in_group { relation.in_group(group.clone()) } else { relation });
        }
    }
    Cmdb::new(document).expect("a register")
}

fn impact(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("impact");
    let options = ImpactOptions::default();
    for items in [1_000, 10_000, 100_000, 1_000_000] {
        let gated = register(items, Some(10));
        let every = items / 64;
        let average: Vec<[Source; 1]> = (0..64).map(|n| [Source::down(ci(n * every + every / 2))]).collect();
        let mut turn = 0;
        group.bench_function(BenchmarkId::new("average item", items), |bench| {
            bench.iter(|| {
                turn = (turn + 1) % average.len();
                gated.impact_of(black_box(&average[turn]), &options)
            });
        });
        let core = [Source::down(ci(items / 50))];
        let reached = gated.impact_of(&core, &options).expect("known items");
        let farthest = reached.items.iter().max_by_key(|reached| reached.distance).expect("the source");
        let farthest = [farthest.item.clone()];
        println!("core item of {items}: {} reached", reached.items.len());
        group.bench_function(BenchmarkId::new("core item", items), |bench| {
            bench.iter(|| gated.impact_of(black_box(&core), &options));
        });
        group.bench_function(BenchmarkId::new("core item, witness of the farthest", items), |bench| {
            bench.iter(|| gated.witnesses(black_box(&core), &options, &farthest));
        });
        group.bench_function(BenchmarkId::new("core item, dependents", items), |bench| {
            bench.iter(|| gated.dependents(black_box(&core[0].item)));
        });
        drop(gated);
        let plain = register(items, None);
        let first = [Source::down(ci(0))];
        let reached = plain.impact_of(&first, &options).expect("known items");
        println!("blast radius of {items}: {} reached", reached.items.len());
        group.bench_function(BenchmarkId::new("blast radius", items), |bench| {
            bench.iter(|| plain.impact_of(black_box(&first), &options));
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = desk::short(); targets = impact }
criterion_main!(benches);
