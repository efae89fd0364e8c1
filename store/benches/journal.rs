//! Journals beside their floor, in one run: the disk alone, the database alone, the journal.
//!
//!     cargo bench -p itsm-store --all-features --bench journal
//!     scripts/postgres cargo bench -p itsm-store --all-features --bench journal
//!
//! `append`, `replay` or `postgres` behind `--` asks for one part of it.
//!
//! Floor and journal take turns, a stretch each, so that both have the same share of a busy machine; each figure is the median of
//! its stretches. Run as a test (without `--bench`), everything is a thousandth of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a bench"
)]

use itsm::kernel::{Actor, CommandId, Context, EventRow, Instant, PlanRows, RecordId, Role, Stream};
use itsm::system::{Command, ServiceManagementSystem, SystemEvent};
use itsm_store::sql::{Engine, Kit, Placeholders};
use itsm_store::{Desk, Journal, Opening, PostgresDriver, PostgresJournal, SqliteJournal};
use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant as Stopwatch};

fn whole() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// Whether a part was asked for: every part where none is named.
fn asked(part: &str) -> bool {
    let mut named = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).peekable();
    named.peek().is_none() || named.any(|name| name == part)
}

fn scale(full: usize) -> usize {
    if whole() { full } else { (full / 1_000).max(1) }
}

/// A desk that takes calls, and the events of an incident from the call to its acknowledgement.
fn template() -> (Vec<EventRow>, Vec<SystemEvent>) {
    let mut system = ServiceManagementSystem::new();
    let mut told = |role: &str, kind: &str, record: Option<&str>, body: Value| {
        let mut document = json!({"kind": kind, "body": body});
        if let Some(record) = record {
            document["record"] = json!(record);
        }
        let command = Command::from_json(document.to_string().as_bytes()).unwrap();
        let actor = Actor::new(role, Role::from_code(role)).unwrap();
        let now = Instant::parse("2026-11-23T02:00:00Z").unwrap();
        system.execute(&command, &Context::new(now, actor).with_entropy([7; 32])).unwrap()
    };
    let mut publish = |id: &str, document: Value| {
        let body = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document});
        told("po", "policy.publish", Some(id), body)
    };
    let day = json!([["09:00", "18:00"]]);
    let mut rules = Vec::new();
    rules.extend(publish(
        "office",
        json!({"calendar": {"zone": "Asia/Shanghai", "week": {"mon": day, "tue": day}}}),
    ));
    rules.extend(publish("matrix", json!({"matrix": itsm::priority::Preset::Iso.document()})));
    rules.extend(publish("desk", json!({"desk": {"calendar": "office"}})));
    let clause = |metric: &str, seconds: u32| {
        json!({"id": metric, "metric": metric, "calendar": "office", "target": {"unit": "working", "seconds": seconds},
            "levels": [{"id": format!("{metric}-75"), "at": {"percent": 75}, "kind": "warning", "notify": ["incm"]}]})
    };
    let clauses = [clause("response", 3_600), clause("resolution", 14_400)];
    let terms = json!({"name": "Bank", "precedence": 1, "selection": "precedence", "clauses": clauses});
    rules.extend(publish("sla", json!({"agreement": terms})));
    let body = json!({"channel": "phone", "symptom": "no VPN", "occurred_at": "2026-11-23T01:30:00Z", "service": {"known": "vpn"},
        "requester": "u-1"});
    let mut life = told("sd", "incident.log", None, body);
    let id = life[0].head.record.to_string();
    let body = json!({"category": "network/vpn", "impact": 2, "urgency": 2, "known_error": "none"});
    life.extend(told("sd", "incident.classify", Some(&id), body));
    life.extend(told("sd", "incident.assign", Some(&id), json!({"group": "network"})));
    (rules.iter().map(EventRow::of).collect(), life)
}

/// A plan of these events, whose streams are new but for one that is said.
fn plan(events: Vec<EventRow>, seen: u64) -> PlanRows {
    let mut streams: Vec<Stream> = Vec::new();
    for event in &events {
        match streams.last_mut().filter(|last| last.stream == event.stream) {
            Some(last) => last.version = event.version,
            None => streams.push(Stream {
                stream: event.stream.clone(),
                expected: Some(event.version - 1).filter(|version| *version > 0),
                version: event.version,
            }),
        }
    }
    let digest = itsm::kernel::Digest::of(b"bench");
    PlanRows {
        tenant: None,
        command: None,
        digest,
        seen,
        last: None,
        streams,
        guards: Vec::new(),
        processes: Default::default(),
        events,
        personal: Vec::new(),
        erased: Vec::new(),
        removed: Vec::new(),
    }
}

/// The life of another incident.
fn again(life: &[SystemEvent], number: usize) -> Vec<EventRow> {
    let record = RecordId::new(format!("INC-{number:07}")).unwrap();
    let own = life.iter().map(|event| {
        let mut event = event.clone();
        event.head.record = record.clone();
        EventRow::of(&event)
    });
    own.collect()
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        // Beside the build, not in a folder that may be memory: a commit has to reach a disk.
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../target/bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// How many a second each of them does, in stretches that take turns.
fn take_turns(stretches: usize, each: usize, lanes: &mut [&mut dyn FnMut(usize)]) -> Vec<f64> {
    let mut rates = vec![Vec::new(); lanes.len()];
    for stretch in 0..stretches {
        for (lane, rates) in lanes.iter_mut().zip(&mut rates) {
            let begun = Stopwatch::now();
            for nth in 0..each {
                lane(stretch * each + nth);
            }
            rates.push(each as f64 / begun.elapsed().as_secs_f64());
        }
    }
    rates.into_iter().map(median).collect()
}

fn row(what: &str, figure: &str) {
    println!("| {what} | {figure} |");
}

fn raw_sqlite(path: &Path) -> rusqlite::Connection {
    let raw = rusqlite::Connection::open(path).unwrap();
    raw.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    raw.pragma_update(None, "synchronous", "FULL").unwrap();
    raw.execute_batch("CREATE TABLE e (pos INTEGER PRIMARY KEY, body TEXT)").unwrap();
    raw
}

fn appends(folder: &Folder, life: &[SystemEvent], batch: usize, stretches: usize, each: usize) {
    let text = again(life, 0)[0].text.clone();
    let mut file: File =
        OpenOptions::new().create(true).append(true).open(folder.path(&format!("floor-{batch}"))).unwrap();
    let raw = raw_sqlite(&folder.path(&format!("raw-{batch}.db")));
    let opening = Opening { tenant: None, own: true };
    let mut journal = SqliteJournal::at(folder.path(&format!("journal-{batch}.db")), &opening).unwrap();
    let bytes = format!("{text}\n").repeat(batch);
    let rates = take_turns(
        stretches,
        each,
        &mut [
            &mut |_| {
                file.write_all(bytes.as_bytes()).unwrap();
                file.sync_data().unwrap();
            },
            &mut |_| {
                raw.execute_batch("BEGIN IMMEDIATE").unwrap();
                let mut insert = raw.prepare_cached("INSERT INTO e (body) VALUES (?)").unwrap();
                for _ in 0..batch {
                    insert.execute([&text]).unwrap();
                }
                raw.execute_batch("COMMIT").unwrap();
            },
            &mut |nth| {
                let events = (0..batch).map(|one| {
                    let mut event = again(&life[..1], nth * batch + one).remove(0);
                    event.command = Some(CommandId::new(format!("c-{nth}-{one}")).unwrap());
                    event
                });
                let mut plan = plan(events.collect(), 0);
                plan.command = plan.events[0].command.clone();
                journal.append(&plan).unwrap();
            },
        ],
    );
    let of = |lane: usize| rates[lane] * batch as f64;
    row(
        &format!(
            "durable appends, {batch} event{} a commit: disk / SQLite alone / journal",
            if batch == 1 { "" } else { "s" }
        ),
        &format!(
            "{:.0} / {:.0} / {:.0} events/s: {:.2} of the disk, {:.2} of SQLite",
            of(0),
            of(1),
            of(2),
            of(2) / of(0),
            of(2) / of(1)
        ),
    );
}

fn resident_bytes() -> f64 {
    let said = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    said.split(' ').nth(1).and_then(|pages| pages.parse::<f64>().ok()).unwrap_or(0.0) * 4_096.0
}

fn replay(folder: &Folder, rules: Vec<EventRow>, life: &[SystemEvent], events: usize) {
    let path = folder.path("long.db");
    let opening = Opening { tenant: None, own: true };
    let incidents = events.div_ceil(life.len());
    let mut journal = SqliteJournal::at(&path, &opening).unwrap();
    journal.append(&plan(rules, 0)).unwrap();
    for first in (0..incidents).step_by(1_000) {
        let lives = (first..incidents.min(first + 1_000)).flat_map(|number| again(life, number));
        journal.append(&plan(lives.collect(), 0)).unwrap();
    }
    drop(journal);
    let mut journal = SqliteJournal::at(&path, &opening).unwrap();
    let begun = Stopwatch::now();
    let (mut read, mut bytes) = (0_u64, 0);
    loop {
        let page = journal.log(read, 5_000).unwrap();
        if page.is_empty() {
            break;
        }
        read += u64::try_from(page.len()).unwrap();
        bytes += page.iter().map(|row| row.line().map_or(0, str::len)).sum::<usize>();
    }
    let rate = read as f64 / begun.elapsed().as_secs_f64();
    row(
        "the log read from SQLite, lines only",
        &format!("{rate:.0} events/s of {:.0} bytes", bytes as f64 / read as f64),
    );
    let before = resident_bytes();
    let begun = Stopwatch::now();
    let desk = Desk::open(journal, None).unwrap();
    let took = begun.elapsed().as_secs_f64();
    let memory = (resident_bytes() - before) / incidents as f64;
    assert_eq!(desk.system().journal().next_index(), read);
    row("replay from SQLite", &format!("{:.0} events/s", read as f64 / took));
    row(&format!("open a desk of {read} events, {incidents} open incidents"), &format!("{took:.2} s"));
    row("memory for an open incident, its events in memory with it", &format!("{memory:.0} bytes"));
}

fn server(address: &str, prefix: &str) -> PostgresJournal {
    let address = address.to_owned();
    let driver = PostgresDriver::new(move || postgres::Client::connect(&address, postgres::NoTls)).unwrap();
    let kit = Kit::with(Engine::Postgres, Placeholders::Dollar, prefix).unwrap();
    PostgresJournal::open(driver, kit, &Opening::default()).unwrap()
}

/// How many a second so many writers commit, each to a record of its own.
fn written(writers: usize, stretch: Duration, write: impl Fn(usize) -> Box<dyn FnMut(usize)> + Sync) -> f64 {
    let (over, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let begun = Stopwatch::now();
    std::thread::scope(|scope| {
        for number in 0..writers {
            let (write, over, done) = (&write, &over, &done);
            scope.spawn(move || {
                let mut one = write(number);
                let mut nth = 0;
                while !over.load(Ordering::Relaxed) {
                    one(nth);
                    nth += 1;
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        std::thread::sleep(stretch);
        over.store(true, Ordering::Relaxed);
    });
    done.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64()
}

fn many_writers(address: &str, life: &[SystemEvent]) {
    let stretch = if whole() { Duration::from_secs(3) } else { Duration::from_millis(200) };
    let text = again(life, 0)[0].text.clone();
    for writers in [1, 4, 16] {
        let (mut floor, mut ours) = (Vec::new(), Vec::new());
        let prefix = format!("b{}_{writers}_", std::process::id());
        let mut journal = server(address, &prefix);
        let mut client = postgres::Client::connect(address, postgres::NoTls).unwrap();
        let table = format!("{prefix}raw");
        client
            .batch_execute(&format!("CREATE TABLE {table} (pos bigserial PRIMARY KEY, body text)"))
            .unwrap();
        for round in 0..3 {
            floor.push(written(writers, stretch, |_| {
                let mut client = postgres::Client::connect(address, postgres::NoTls).unwrap();
                let insert = client.prepare(&format!("INSERT INTO {table} (body) VALUES ($1)")).unwrap();
                let text = text.clone();
                Box::new(move |_| assert_eq!(client.execute(&insert, &[&text]).unwrap(), 1))
            }));
            ours.push(written(writers, stretch, |number| {
                let mut journal = server(address, &prefix);
                let first = life[..1].to_vec();
                let base = (round * 16 + number) * 100_000;
                Box::new(move |nth| journal.append(&plan(again(&first, base + nth), 0)).unwrap())
            }));
        }
        let begun = Stopwatch::now();
        journal.settle().unwrap();
        let took = begun.elapsed().as_secs_f64();
        let length: i64 = client.query_one(&format!("SELECT count(*) FROM {prefix}log"), &[]).unwrap().get(0);
        let (floor, ours) = (median(floor), median(ours));
        row(
            &format!(
                "PostgreSQL, {writers} writer{}: one INSERT / journal",
                if writers == 1 { "" } else { "s" }
            ),
            &format!("{floor:.0} / {ours:.0} commits/s: {:.2}", ours / floor),
        );
        row("places given to what they committed", &format!("{:.0} events/s", length as f64 / took));
    }
}

fn main() {
    let (rules, life) = template();
    let folder = Folder::new();
    println!("| what | figure |\n|---|---|");
    if asked("append") {
        appends(&folder, &life, 1, 15, scale(200));
        appends(&folder, &life, 1_000, 7, scale(8).min(8));
    }
    if asked("replay") {
        replay(&folder, rules, &life, scale(1_000_000));
    }
    if !asked("postgres") {
        return;
    }
    match std::env::var("ITSM_POSTGRES") {
        Ok(address) if !address.is_empty() => many_writers(&address, &life),
        _ => eprintln!("SKIPPED: ITSM_POSTGRES names no database"),
    }
}
