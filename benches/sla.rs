//! SLA clocks: what a start, a pause with its resumption, and a stop cost, decided and folded.

#[allow(dead_code, reason = "one desk for all benches")]
mod desk;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use itsm::kernel::{Code, Instant};
use itsm::sla::{Agreements, Metric, Stimulus, Ticket, TicketClocks, engine};
use std::hint::black_box;

struct Desk {
    book: Agreements,
    ticket: Ticket,
    opened: Instant,
}

impl Desk {
    fn new() -> Self {
        let ticket = Ticket::new(Code::new("incident").expect("a code")).with_priority(2);
        // Tuesday, 10:00 in Shanghai.
        Self { book: desk::agreements(), ticket, opened: desk::instant("2026-11-24T02:00:00Z") }
    }

    fn after(&self, minutes: i64) -> Instant {
        Instant::from_unix_s(self.opened.unix_s() + minutes * 60).expect("in range")
    }

    fn tell(&self, clocks: &mut TicketClocks, stimulus: &Stimulus, minutes: i64) {
        let marks =
            clocks.stimulate(&self.ticket, stimulus, self.after(minutes), &self.book).expect("in order");
        marks.iter().for_each(|mark| clocks.apply(mark));
    }

    fn started(&self) -> TicketClocks {
        let mut clocks = TicketClocks::default();
        self.tell(&mut clocks, &Stimulus::Opened { ticket: None }, 0);
        clocks
    }
}

/// One clock, with five levels and a calendar.
fn clock(criterion: &mut Criterion) {
    let desk = Desk::new();
    let started = desk.started();
    let clock = started.get(Metric::Resolution).expect("started");
    let reason = Code::new("user").expect("a code");
    let select = || desk.book.select(&desk.ticket, Metric::Resolution, desk.opened, desk.opened);
    let selected = select().expect("in force").expect("covered");
    let mut group = criterion.benchmark_group("clock");
    group.bench_function("select", |bench| bench.iter(select));
    group.bench_function("start", |bench| {
        bench.iter(|| {
            engine::start(Metric::Resolution, &selected, black_box(desk.opened), desk.opened, &desk.book)
        });
    });
    group.bench_function("pause", |bench| {
        bench.iter(|| engine::pause(clock, &reason, black_box(desk.after(30)), &desk.book));
    });
    group.bench_function("stop", |bench| {
        bench.iter(|| engine::stop(clock, black_box(desk.after(90)), &desk.book));
    });
    group.finish();
}

/// Both clocks of a ticket, decided and folded.
fn ticket(criterion: &mut Criterion) {
    let desk = Desk::new();
    let started = desk.started();
    let user = Stimulus::Paused { reason: Code::new("user").expect("a code") };
    let mut group = criterion.benchmark_group("ticket");
    group.bench_function("start", |bench| bench.iter(|| desk.started()));
    group.bench_function("pause and resume", |bench| {
        bench.iter_batched_ref(
            || started.clone(),
            |clocks| {
                desk.tell(clocks, &user, 20);
                desk.tell(clocks, &Stimulus::Resumed {}, 25);
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("stop", |bench| {
        bench.iter_batched_ref(
            || started.clone(),
            |clocks| desk.tell(clocks, &Stimulus::Resolved {}, 28),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group! { name = benches; config = desk::short(); targets = clock, ticket }
criterion_main!(benches);
