//! What is not exported, and that nothing of it is left.

use crate::files::{Folder, at, checkpoint, journal, whole};
use itsm::evidence::{Checkpoint, TreeHead};
use itsm::kernel::{CommandId, Digest, EventRow, LogEntry, LogRow, PersonalRow, PlanRows};
use itsm_store::export::{Export, ExportError, verify};
use itsm_store::{Capabilities, Fault, FaultKind, Journal, MemoryJournal, Outcome, StoreError};
use std::fs;

/// A journal whose rows somebody alters on the way.
struct Other<F>(MemoryJournal, F);

impl<F: FnMut(LogRow) -> Result<LogRow, StoreError> + Send> Journal for Other<F> {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.0.append(plan)
    }
    fn settle(&mut self) -> Result<(), StoreError> {
        self.0.settle()
    }
    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        self.0.log(from, most.min(3))?.into_iter().map(&mut self.1).collect()
    }
    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        self.0.stream(stream, after, most)
    }
    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        self.0.personal(from, until)
    }
    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        self.0.outcome(command)
    }
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
}

fn ten() -> MemoryJournal {
    let month = |month: u32| at(&format!("2026-{month:02}-01T00:00:00Z"));
    journal(&(1..=10).map(month).collect::<Vec<_>>())
}

fn code<T: std::fmt::Debug>(refused: Result<T, ExportError>) -> &'static str {
    // The codes are said again with each message.
    refused.unwrap_err().code()
}

#[test]
fn a_checkpoint_of_another_log_leaves_nothing() {
    let mut journal = ten();
    let root = Digest::of(b"another");
    let other = Export::new(Checkpoint::new("example.com/desk", TreeHead { size: 10, root }).unwrap());
    let folder = Folder::new();
    match other.log(&mut journal, 0..10, folder.path()).unwrap_err() {
        ExportError::OtherLog { checkpoint, found } => {
            assert_eq!(checkpoint.root, root);
            assert_eq!(found, self::checkpoint(&mut journal, 10).head.root);
        }
        error => panic!("{error}"),
    }
    assert_eq!(code(other.records(&mut journal, folder.path())), "event.unknown_kind", "made by hand");
    assert!(!folder.path().exists(), "not even the folder");
}

#[test]
fn a_checkpoint_of_more_than_there_is_leaves_nothing() {
    let mut journal = ten();
    let more = TreeHead { size: 11, root: checkpoint(&mut journal, 10).head.root };
    let export = Export::new(Checkpoint::new("example.com/desk", more).unwrap());
    let folder = Folder::new();
    assert_eq!(code(export.log(&mut journal, 0..10, folder.path())), "export.too_short");
    assert!(!folder.path().exists());
}

#[test]
#[allow(clippy::reversed_empty_ranges, reason = "somebody may say it")]
fn a_range_is_what_the_checkpoint_covers() {
    let mut journal = ten();
    let export = Export::new(checkpoint(&mut journal, 8));
    let folder = Folder::new();
    for range in [0..0, 3..3, 5..4, 0..9, 8..9, 0..u64::MAX] {
        assert_eq!(code(export.log(&mut journal, range.clone(), folder.path())), "export.range", "{range:?}");
    }
    assert!(!folder.path().exists());
    export.log(&mut journal, 7..8, folder.path()).unwrap();
}

#[test]
fn a_log_that_was_altered_or_cannot_be_read_leaves_nothing() {
    let mut whole_log = ten();
    let (export, size) = whole(&mut whole_log);
    let folder = Folder::new();
    let mut altered = Other(whole_log.clone(), |mut row: LogRow| {
        if row.index == 7 {
            row.entry = LogEntry::Line(row.line().unwrap().replace("p-1", "p-2"));
        }
        Ok(row)
    });
    assert_eq!(code(export.log(&mut altered, 0..size, folder.path())), "journal.altered");
    // Altered together with its hash: then the root is another.
    let mut forged = Other(whole_log.clone(), |mut row: LogRow| {
        if row.index == 7 {
            row.entry = LogEntry::Line(row.line().unwrap().replace("p-1", "p-2"));
            row.leaf = itsm::evidence::leaf_hash(row.line().unwrap().as_bytes());
        }
        Ok(row)
    });
    assert_eq!(code(export.log(&mut forged, 0..size, folder.path())), "export.other_log");
    assert_eq!(
        code(export.log(&mut forged, 0..3, folder.path())),
        "export.other_log",
        "outside the range, too"
    );
    let mut broken = Other(whole_log.clone(), |row: LogRow| match row.index {
        7 => Err(Fault::new(FaultKind::Lost, "gone").into()),
        _ => Ok(row),
    });
    assert_eq!(code(export.log(&mut broken, 0..size, folder.path())), "store.unavailable");
    let mut twice = Other(whole_log.clone(), |mut row: LogRow| {
        row.index = row.index.min(6);
        Ok(row)
    });
    assert_eq!(code(export.log(&mut twice, 0..size, folder.path())), "export.gap");
    assert!(!folder.path().exists());
}

#[test]
fn a_folder_that_cannot_take_all_of_it_is_left_as_it_was() {
    let mut journal = ten();
    let (export, size) = whole(&mut journal);
    let folder = Folder::new();
    // The third month cannot have its folder.
    let own = folder.path().join("log/tenant=__HIVE_DEFAULT_PARTITION__");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("month=2026-03"), "a file").unwrap();
    let before = folder.holds();
    assert_eq!(code(export.log(&mut journal, 0..size, folder.path())), "export.file");
    assert_eq!(folder.holds(), before);
    fs::remove_file(own.join("month=2026-03")).unwrap();
    // What an export left that was killed stands where the last file would be written: all others are complete by then.
    fs::create_dir_all(own.join("month=2026-10")).unwrap();
    fs::write(own.join("month=2026-10/.part-000000000009.partial"), "half").unwrap();
    let before = folder.holds();
    assert_eq!(code(export.log(&mut journal, 0..size, folder.path())), "export.exists");
    assert_eq!(folder.holds(), before);
    // A file where the folder would be.
    let file = folder.path().join("file");
    fs::write(&file, "a file").unwrap();
    assert!(matches!(export.log(&mut journal, 0..size, &file), Err(ExportError::Folder { .. })));
}

#[test]
fn nothing_is_exported_twice() {
    let mut journal = ten();
    let export = Export::new(checkpoint(&mut journal, 10));
    let folder = Folder::new();
    export.log(&mut journal, 3..6, folder.path()).unwrap();
    let before = folder.bytes();
    for range in [3..6, 0..10, 5..6, 3..4, 0..4, 5..10] {
        assert_eq!(
            code(export.log(&mut journal, range.clone(), folder.path())),
            "export.exists",
            "{range:?}"
        );
    }
    assert_eq!(folder.bytes(), before);
    export.log(&mut journal, 0..3, folder.path()).unwrap();
    export.log(&mut journal, 6..10, folder.path()).unwrap();
    assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1);
}
