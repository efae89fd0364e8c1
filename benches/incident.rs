//! Incidents: log, classify, assign, acknowledge, resolve, close, decided and folded.

#[allow(dead_code, reason = "one desk for all benches")]
mod desk;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use itsm::kernel::{EventHead, Process, apply};
use itsm::kernel::{RecordId, decide, fold, heads};
use itsm::resolution::Incidents;
use std::hint::black_box;

type Event = <Incidents as Process>::Event;

/// One whole life: six commands.
fn life(criterion: &mut Criterion) {
    let steps = desk::contexts(&desk::policy(), desk::instant("2026-11-24T02:00:00Z"));
    let id = RecordId::new("INC-000042").expect("an id");
    let mut group = criterion.benchmark_group("life");
    group.throughput(Throughput::Elements(steps.len() as u64));
    group.bench_function("decide and fold, commands", |bench| {
        bench.iter(|| desk::live(&id, black_box(&steps)))
    });

    let mut events: Vec<(EventHead, Event)> = Vec::new();
    for (decision, (context, _)) in desk::live(&id, &steps).into_iter().zip(&steps) {
        let version = events.len() as u64;
        let heads = heads(&decision, &id, version, version, context);
        events.extend(heads.zip(decision.events.iter().cloned()));
    }
    group.throughput(Throughput::Elements(events.len() as u64));
    group.bench_function("replay, events", |bench| {
        bench.iter(|| {
            let mut record = None;
            black_box(&events).iter().for_each(|(head, event)| apply::<Incidents>(&mut record, head, event));
            record
        });
    });
    group.finish();
}

/// Each command of a life by itself.
fn commands(criterion: &mut Criterion) {
    let steps = desk::contexts(&desk::policy(), desk::instant("2026-11-24T02:00:00Z"));
    let id = RecordId::new("INC-000042").expect("an id");
    let mut group = criterion.benchmark_group("decide");
    let mut record = None;
    for (context, command) in &steps {
        group.bench_function(command.kind(), |bench| {
            bench.iter(|| decide::<Incidents>(black_box(record.as_ref()), &id, command, context));
        });
        let decision = decide::<Incidents>(record.as_ref(), &id, command, context).expect("accepted");
        fold::<Incidents>(&mut record, &id, &decision, context);
    }
    group.finish();
}

criterion_group! { name = benches; config = desk::short(); targets = life, commands }
criterion_main!(benches);
