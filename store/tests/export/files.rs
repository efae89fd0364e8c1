//! Folders that go with their tests, journals whose lines are made by hand, and files read as any program reads them.

use crate::plans::plan;
use itsm::evidence::{Checkpoint, leaf_hash};
use itsm::kernel::{EventRow, Instant, LogRow, Stream};
use itsm_store::export::Export;
use itsm_store::export::arrow_array::RecordBatch;
use itsm_store::{Journal, MemoryJournal};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::metadata::KeyValue;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A folder of its own, which is not there yet.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("itsm-export-{}-{number}", std::process::id())))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Every file and folder in it, by its path from here.
    pub fn holds(&self) -> Vec<String> {
        let mut found = Vec::new();
        fn look(folder: &Path, root: &Path, found: &mut Vec<String>) {
            let Ok(entries) = fs::read_dir(folder) else { return };
            for entry in entries {
                let path = entry.unwrap().path();
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
                look(&path, root, found);
            }
        }
        look(&self.0, &self.0, &mut found);
        found.sort();
        found
    }

    /// The files among them.
    pub fn files(&self) -> Vec<String> {
        self.holds().into_iter().filter(|path| self.0.join(path).is_file()).collect()
    }

    pub fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        self.files().into_iter().map(|path| (path.clone(), fs::read(self.0.join(&path)).unwrap())).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What is recorded at that instant, said by a line as long as one wants it.
pub fn event(record: &str, version: u64, recorded_at: Instant, said: &str) -> EventRow {
    let said = serde_json::to_string(said).unwrap();
    EventRow {
        stream: format!("incident/{record}").into(),
        process: "incident".into(),
        version,
        kind: "incident.noted".into(),
        schema: 1,
        at: recorded_at,
        recorded_at,
        actor: "p-1".into(),
        command: None,
        text: format!(
            r#"{{"actor":{{"id":"p-1","roles":["sd","l1"],"unit":"desk"}},"at":"{recorded_at}","body":{{"said":{said}}},"command":"c-{version}","kind":"incident.noted","process":"incident","record":"{record}","recorded_at":"{recorded_at}","schema":1,"version":{version}}}"#
        ),
    }
}

/// A journal with one event at each of these instants.
pub fn journal(instants: &[Instant]) -> MemoryJournal {
    let event = |(version, at): (u64, &Instant)| event("INC-1", version, *at, "服务台 \"quoted\"\u{0}");
    of_events((1..).zip(instants).map(event).collect())
}

pub fn of_events(events: Vec<EventRow>) -> MemoryJournal {
    let mut rows = plan(0);
    let heads: BTreeMap<_, _> = events.iter().map(|event| (event.stream.clone(), event.version)).collect();
    rows.streams =
        heads.into_iter().map(|(stream, version)| Stream { stream, expected: None, version }).collect();
    rows.events = events;
    let mut journal = MemoryJournal::new();
    journal.append(&rows).unwrap();
    journal.settle().unwrap();
    journal
}

pub fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub fn rows(journal: &mut MemoryJournal) -> Vec<LogRow> {
    journal.log(0, usize::MAX).unwrap()
}

/// The checkpoint of the first entries.
pub fn checkpoint(journal: &mut MemoryJournal, size: usize) -> Checkpoint {
    let leaves = rows(journal).into_iter().take(size).map(|row| leaf_hash(row.line().unwrap().as_bytes()));
    Checkpoint::new("example.com/desk", itsm::evidence::Log::of_hashes(leaves).head()).unwrap()
}

/// An export under the checkpoint of the whole log, and its size.
pub fn whole(journal: &mut MemoryJournal) -> (Export, u64) {
    let checkpoint = checkpoint(journal, usize::MAX);
    (Export::new(checkpoint.clone()), checkpoint.head.size)
}

/// A file as any program reads it: its metadata and its rows.
pub fn read(path: &Path) -> (Vec<KeyValue>, Vec<RecordBatch>) {
    let builder = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path).unwrap()).unwrap();
    let pairs = builder.metadata().file_metadata().key_value_metadata().unwrap().clone();
    (pairs, builder.build().unwrap().map(Result::unwrap).collect())
}

pub fn value(pairs: &[KeyValue], key: &str) -> Option<String> {
    pairs.iter().find(|pair| pair.key == key)?.value.clone()
}
