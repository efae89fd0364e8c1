//! Random plans: every journal gives the answers of the one in memory, and the same log.

use crate::conformance::TEXTS;
use crate::places::{File, Memory, Server, SqlPlace, nightly};
use crate::plans::{Grows, plan, said};
use itsm::kernel::{CommandId, PlanRows, RecordId, Removed};
use itsm_store::sql::{Engine, Kit};
use itsm_store::{Journal, Opening, SqlJournal, SqliteDriver};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

const STREAMS: [&str; 4] = ["incident/I-1", "incident/I-2", "change/C-1", "problem/P-1"];
const PROCESSES: [&str; 3] = ["incident", "change", "problem"];

/// What is planned, in terms of what is there: off by so much from the truth.
#[derive(Clone, Debug)]
pub struct Wish {
    grows: Vec<(usize, i64, Vec<usize>)>,
    reads: Vec<(usize, i64)>,
    asks: Vec<usize>,
    unseen: u64,
    command: Option<(usize, usize)>,
    settled: bool,
    removes: Option<(usize, i64)>,
}

fn off() -> impl Strategy<Value = i64> {
    prop_oneof![6 => Just(0_i64), 1 => -1..=1_i64]
}

fn wish() -> impl Strategy<Value = Wish> {
    let said = vec(0..TEXTS.len(), 1..4);
    (
        vec((0..STREAMS.len(), off(), said), 0..3),
        vec((0..STREAMS.len(), off()), 0..2),
        prop_oneof![3 => Just(Vec::new()), 1 => vec(0..PROCESSES.len(), 1..3)],
        prop_oneof![3 => Just(0_u64), 1 => 1..3_u64],
        proptest::option::of((0..4_usize, 0..2_usize)),
        any::<bool>(),
        proptest::option::weighted(0.2, (0..STREAMS.len(), off())),
    )
        .prop_map(|(grows, reads, asks, unseen, command, settled, removes)| Wish {
            grows,
            reads,
            asks,
            unseen,
            command,
            settled,
            removes,
        })
}

pub fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    vec(wish(), 1..20)
}

/// How each stream stands, as the journal in memory has it.
fn planned(wish: &Wish, heads: &BTreeMap<&str, u64>, removed: &BTreeSet<SmolStr>, length: u64) -> PlanRows {
    let near =
        |stream: &str, off: i64| heads.get(stream).copied().unwrap_or(0).checked_add_signed(off).unwrap_or(0);
    let mut rows = plan(length.saturating_sub(wish.unseen));
    for (stream, off, said) in &wish.grows {
        let stream = STREAMS[*stream];
        if rows.streams.iter().any(|there| there.stream == stream) {
            continue;
        }
        let expected = Some(near(stream, *off)).filter(|version| *version > 0);
        let said: Vec<_> = said.iter().map(|text| TEXTS[*text]).collect();
        rows = rows.grows(stream, expected, &said);
    }
    for (stream, off) in &wish.reads {
        let stream = STREAMS[*stream];
        if rows.streams.iter().all(|there| there.stream != stream) {
            rows = rows.reads(stream, near(stream, *off));
        }
    }
    // Whoever removes a stream has folded it: all of it has its place. Nothing follows it, and nothing follows after it.
    rows.streams.retain(|there| !removed.contains(&there.stream));
    rows.events.retain(|event| !removed.contains(&event.stream));
    if let Some((stream, off)) = wish.removes.filter(|_| !rows.is_empty()) {
        let stream = STREAMS[stream];
        let grows = rows.streams.iter().any(|there| there.stream == stream);
        if !grows && heads.contains_key(stream) {
            let disposal = RecordId::new("DSP-1").unwrap();
            rows.removed.push(Removed { stream: stream.into(), version: near(stream, off), disposal });
        }
    }
    for process in &wish.asks {
        rows = rows.asks(PROCESSES[*process]);
    }
    match wish.command {
        Some((command, what)) => rows.under(&format!("c-{command}"), &format!("w-{what}")),
        None => rows,
    }
}

/// Whether a journal answers as memory does; what differs, where it does.
pub fn same_as_memory<J: Journal>(wishes: &[Wish], journal: &mut J) -> Result<(), String> {
    let mut memory = Memory::default().open();
    let (mut heads, mut removed) = (BTreeMap::new(), BTreeSet::new());
    let same = |what: &dyn std::fmt::Debug, one: String, other: String| {
        if one == other { Ok(()) } else { Err(format!("{what:?}\n memory: {one}\n  other: {other}")) }
    };
    let mut length = 0;
    for wish in wishes {
        let rows = planned(wish, &heads, &removed, length);
        if !rows.removed.is_empty() {
            memory.settle().unwrap();
            journal.settle().unwrap();
        }
        let appended = memory.append(&rows);
        if appended.is_ok() {
            removed.extend(rows.removed.iter().map(|of| of.stream.clone()));
            heads.extend(rows.streams.iter().map(|stream| {
                let name = STREAMS.iter().find(|name| **name == stream.stream).unwrap();
                (*name, stream.version)
            }));
        }
        same(wish, said(appended), said(journal.append(&rows)))?;
        if wish.settled {
            memory.settle().unwrap();
            same(wish, "()".into(), said(journal.settle()))?;
            length = u64::try_from(memory.log(0, usize::MAX).unwrap().len()).unwrap();
        }
    }
    memory.settle().unwrap();
    same(&"settle", "()".into(), said(journal.settle()))?;
    same(&"log", said(memory.log(0, 1000)), said(journal.log(0, 1000)))?;
    for stream in STREAMS {
        same(&stream, said(memory.stream(stream, 0, 1000)), said(journal.stream(stream, 0, 1000)))?;
    }
    for command in 0..4 {
        let command = CommandId::new(format!("c-{command}")).unwrap();
        same(&command, said(memory.outcome(&command)), said(journal.outcome(&command)))?;
    }
    Ok(())
}

fn runs<J: Journal>(cases: u32, open: impl Fn() -> J) {
    let many = if nightly() { 20 } else { 1 };
    let config = Config { cases: cases * many, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&wishes(), |wishes| same_as_memory(&wishes, &mut open()).map_err(TestCaseError::fail))
        .unwrap();
}

pub fn sqlite_in_memory() -> SqlJournal<SqliteDriver> {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    SqlJournal::open(SqliteDriver::over(connection), Kit::new(Engine::Sqlite), &Opening::default()).unwrap()
}

#[test]
fn sqlite_answers_as_memory_does() {
    runs(400, sqlite_in_memory);
}

#[test]
fn a_file_answers_as_memory_does() {
    runs(10, || {
        let file = File::new();
        // The file goes with its folder; whoever has it open keeps it.
        file.try_open(None).unwrap()
    });
}

#[test]
fn postgres_answers_as_memory_does() {
    let Some(server) = Server::new() else { return };
    runs(24, || Server::alone(&server.address).try_open(None).unwrap());
}
