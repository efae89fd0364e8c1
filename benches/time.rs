//! Due times: one answer over hours, months and twenty years, a million tickets, and the compilation of a calendar.

#[allow(dead_code, reason = "one desk for all benches")]
mod desk;

use chrono::{DateTime, Utc};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use desk::{HOUR_S, YEAR_S};
use itsm::time::BusinessCalendar;
use std::hint::black_box;

const SPANS: [(&str, i64); 3] = [("hours", 4 * HOUR_S), ("months", YEAR_S / 4), ("20 years", 20 * YEAR_S)];
const HOLIDAYS: [usize; 2] = [0, 500];

fn compiled(holidays: usize) -> BusinessCalendar {
    BusinessCalendar::new(desk::calendar(holidays)).expect("a calendar")
}

/// One answer each time, another start each time.
fn single(criterion: &mut Criterion) {
    let starts: Vec<DateTime<Utc>> = desk::instants().take(4_096).collect();
    for holidays in HOLIDAYS {
        let calendar = compiled(holidays);
        for (span, seconds) in SPANS {
            let ends: Vec<_> =
                starts.iter().map(|start| calendar.add(*start, seconds).expect("due")).collect();
            let pairs: Vec<_> = starts.iter().copied().zip(ends).collect();
            let name = format!("{span}, {holidays} holidays");
            let mut next = (0..starts.len()).cycle();
            criterion.benchmark_group("add").bench_function(BenchmarkId::from_parameter(&name), |bench| {
                bench.iter(|| calendar.add(black_box(starts[next.next().unwrap_or(0)]), black_box(seconds)));
            });
            criterion.benchmark_group("between").bench_function(
                BenchmarkId::from_parameter(&name),
                |bench| {
                    bench.iter(|| {
                        let (start, end) = pairs[next.next().unwrap_or(0)];
                        calendar.between(black_box(start), black_box(end))
                    });
                },
            );
        }
    }
}

/// A million tickets with targets from one hour to a quarter of a year.
fn million(criterion: &mut Criterion) {
    let calendar = compiled(500);
    let amounts = desk::numbers(1).map(|number| (number % (YEAR_S / 4) as u64) as i64 + HOUR_S);
    let tickets: Vec<_> = desk::instants().zip(amounts).take(1_000_000).collect();
    let pairs: Vec<_> = tickets
        .iter()
        .map(|(start, amount_s)| (*start, calendar.add(*start, *amount_s).expect("due")))
        .collect();
    let mut group = criterion.benchmark_group("million");
    group.throughput(Throughput::Elements(1_000_000)).sample_size(10);
    group.bench_function("add_many", |bench| bench.iter(|| calendar.add_many(black_box(&tickets))));
    group.bench_function("between_many", |bench| bench.iter(|| calendar.between_many(black_box(&pairs))));
    group.finish();
}

/// A calendar from its document to its first answers across ten years.
///
/// The index is made in blocks of 17 years; the second span lies across the border between two.
fn compile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compile ten years");
    for (from, until) in [(2026, 2036), (2033, 2043)] {
        for holidays in HOLIDAYS {
            let document = desk::calendar(holidays);
            let years: Vec<_> =
                (from..=until).map(|year| desk::utc(&format!("{year}-01-01T00:00:00Z"))).collect();
            group.bench_function(format!("{from}-{until}, {holidays} holidays"), |bench| {
                bench.iter(|| {
                    let calendar = BusinessCalendar::new(document.clone()).expect("a calendar");
                    let answers =
                        years.windows(2).map(|pair| calendar.between(pair[0], pair[1]).expect("in range"));
                    answers.sum::<i64>()
                });
            });
        }
    }
    group.finish();
}

criterion_group! { name = benches; config = desk::short(); targets = single, million, compile }
criterion_main!(benches);
