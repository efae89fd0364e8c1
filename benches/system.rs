//! The whole: replay of a million events, decoded and from JSON lines, and timers among a million open incidents.
//!
//! Run as a test (without `--bench`), everything is a thousandth of it.

#[allow(dead_code, reason = "one desk for all benches")]
mod desk;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use itsm::kernel::{
    Actor, ClauseId, Context, EventHead, Instant, PolicyId, Process, RecordId, Role, decide, fold, heads,
};
use itsm::priority::Preset;
use itsm::resolution::{DeskRules, Incidents};
use itsm::sla::{Clause, Conditions, IncidentPreset, Metric, SelectionMode, SlaPolicy, Target};
use itsm::system::{
    Command, PolicyCommand, PolicyDocument, ProcessCommand, Publish, ServiceManagementSystem, SystemEvent,
    SystemJournal, What,
};
use std::time::{Duration, Instant as Stopwatch};

fn scale(full: usize) -> usize {
    if std::env::args().any(|argument| argument == "--bench") { full } else { full / 1_000 }
}

/// A desk whose policies are published, with that agreement.
fn published(agreement: SlaPolicy) -> ServiceManagementSystem {
    let mut system = ServiceManagementSystem::new();
    let owner = Actor::new("p-owner", [Role::ProcessOwner]).expect("an actor");
    let context = Context::new(desk::instant("2026-01-01T00:00:00Z"), owner);
    let rules = DeskRules::from_json(br#"{"calendar": "office"}"#).expect("rules");
    let documents = [
        ("office", PolicyDocument::Calendar(Box::new(desk::calendar(30)))),
        ("matrix", PolicyDocument::Matrix(Box::new(Preset::Iso.document()))),
        ("rules", PolicyDocument::Desk(Box::new(rules))),
        ("sla", PolicyDocument::Agreement(Box::new(agreement))),
    ];
    for (id, document) in documents {
        let publish = Publish { version: 1, effective_from: desk::instant("2026-01-01T00:00:00Z"), document };
        let command = Command::on(
            RecordId::new(id).expect("an id"),
            ProcessCommand::Policy(PolicyCommand::Publish(publish)),
        );
        system.execute(&command, &context).expect("a policy");
    }
    system
}

/// The journal of so many whole lives of incidents, all of them going on at the same time.
fn journal(events: usize) -> SystemJournal {
    let office = PolicyId::new("office").expect("an id");
    let mut journal = published(IncidentPreset::default().in_calendar(office).policy()).journal().clone();
    let steps = desk::contexts(&desk::policy(), desk::instant("2026-11-24T02:00:00Z"));
    let first = RecordId::new("INC-000000").expect("an id");
    let mut record = None;
    let mut life: Vec<(EventHead, <Incidents as Process>::Event)> = Vec::new();
    for (context, command) in &steps {
        let decision = decide::<Incidents>(record.as_ref(), &first, command, context).expect("accepted");
        let version = life.len() as u64;
        life.extend(heads(&decision, &first, version, 0, context).zip(decision.events.iter().cloned()));
        fold::<Incidents>(&mut record, &first, &decision, context);
    }
    let ids: Vec<_> = (1..=events.div_ceil(life.len()))
        .map(|number| RecordId::new(format!("INC-{number:06}")).expect("an id"))
        .collect();
    for (head, body) in &life {
        for id in &ids {
            let head = EventHead { index: journal.next_index(), record: id.clone(), ..head.clone() };
            journal.push(SystemEvent { head, body: What::Incident(body.clone()) }, None);
        }
    }
    journal
}

fn replay(criterion: &mut Criterion) {
    let journal = journal(scale(1_000_000));
    let events = journal.next_index();
    let mut group = criterion.benchmark_group("replay");
    group.throughput(Throughput::Elements(events)).sample_size(10).warm_up_time(Duration::from_millis(1));
    group.bench_function("decoded events", |bench| {
        bench.iter_batched(
            || journal.clone(),
            |journal| ServiceManagementSystem::replay(journal).expect("replayed"),
            BatchSize::PerIteration,
        );
    });
    let lines = journal.to_lines();
    group.bench_function("JSON lines", |bench| {
        bench.iter_with_large_drop(|| {
            let journal = SystemJournal::from_lines(&lines).expect("a journal");
            ServiceManagementSystem::replay(journal).expect("replayed")
        });
    });
    group.finish();
}

/// Two days to resolve, around the clock, and no other level: one timer for each incident.
fn two_days() -> SlaPolicy {
    let clause = Clause {
        id: ClauseId::new("resolution").expect("an id"),
        metric: Metric::Resolution,
        when: Conditions::default(),
        target: Target::Elapsed { seconds: 172_800 },
        calendar: None,
        pause_reasons: Vec::new(),
        max_pause_s: None,
        stops_on: None,
        levels: Vec::new(),
        terms: None,
    };
    SlaPolicy {
        name: "Two days".parse().expect("a text"),
        customer: None,
        precedence: 1,
        selection: SelectionMode::Precedence,
        profile: None,
        terms: None,
        clauses: vec![clause],
    }
}

/// So many open incidents, some of them reported each second and due two days later.
fn open_incidents(from: Instant, count: usize, each_second: usize) -> ServiceManagementSystem {
    let mut system = published(two_days());
    let commands: Vec<_> = desk::life(from).into_iter().map(|(_, _, command)| command).take(2).collect();
    let [log, classify] = &commands[..] else { unreachable!("a life has more than two steps") };
    let log = Command::open(ProcessCommand::Incident(log.clone()));
    let classify = ProcessCommand::Incident(classify.clone());
    for number in 0..count {
        let now = after(from, (number / each_second) as i64);
        let context = Context::new(now, desk::agent()).with_entropy([7; 32]);
        let logged = system.execute(&log, &context).expect("logged");
        let id = logged[0].head.record.clone();
        system.execute(&Command::on(id, classify.clone()), &context).expect("classified");
    }
    system
}

fn after(from: Instant, seconds: i64) -> Instant {
    Instant::from_unix_s(from.unix_s() + seconds).expect("in range")
}

fn advance(criterion: &mut Criterion) {
    let from = desk::instant("2026-11-24T00:00:00Z");
    let open = scale(1_000_000);
    let mut system = open_incidents(from, open, 10);
    let mut group = criterion.benchmark_group("advance");
    // A clock is breached in the second after its target.
    let mut now_s = 172_800;
    group.bench_function("ten due among a million open", |bench| {
        bench.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for _ in 0..times {
                now_s += 1;
                let begun = Stopwatch::now();
                let fired = system.advance(after(from, now_s)).expect("advanced");
                spent += begun.elapsed();
                let any_left = now_s <= 172_800 + (open / 10) as i64;
                assert_eq!(fired.events.len(), if any_left { 20 } else { 0 }, "ten breaches and ten notices");
            }
            spent
        });
    });
    drop(system);

    let due = scale(10_000);
    let system = open_incidents(from, due, due);
    group.throughput(Throughput::Elements(due as u64)).sample_size(10);
    group.bench_function("ten thousand due at once", |bench| {
        bench.iter_batched(
            || system.clone(),
            |mut system| system.advance(after(from, 172_801)).expect("advanced").events.len(),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group! { name = benches; config = desk::short(); targets = replay, advance }
criterion_main!(benches);
