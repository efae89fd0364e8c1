//! A log of which a disposal has taken some of the text.

use crate::files::Folder;
use itsm::evidence::{Checkpoint, Log, leaf_hash};
use itsm::kernel::{CommandId, EventRow, Gone, LogEntry, LogRow, PersonalRow, PlanRows};
use itsm_store::export::{Export, verify, verify_records};
use itsm_store::{Capabilities, Journal, Outcome, StoreError};

/// A log that is only read.
struct Kept(Vec<LogRow>);

impl Journal for Kept {
    fn append(&mut self, _: &PlanRows) -> Result<(), StoreError> {
        panic!("nothing is written")
    }
    fn settle(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        Ok(self.0.iter().skip(usize::try_from(from).unwrap()).take(most).cloned().collect())
    }
    fn stream(&mut self, _: &str, _: u64, _: usize) -> Result<Vec<EventRow>, StoreError> {
        panic!("the log is asked for")
    }
    fn personal(&mut self, _: u64, _: u64) -> Result<Vec<PersonalRow>, StoreError> {
        panic!("nothing personal is asked for")
    }
    fn outcome(&mut self, _: &CommandId) -> Result<Option<Outcome>, StoreError> {
        panic!("no command is asked for")
    }
    fn capabilities(&self) -> Capabilities {
        Capabilities { durable: false, processes: false, host_transaction: false }
    }
}

/// The journal that every language folds.
fn kept() -> Kept {
    let lines = include_str!("../../../tests/conformance/journal-gone.jsonl").lines();
    let row = |(index, line): (u64, &str)| match Gone::read(line) {
        Some((place, leaf, gone)) => {
            assert_eq!(place, index);
            LogRow { index, entry: LogEntry::Gone(gone), leaf }
        }
        None => LogRow { index, entry: LogEntry::Line(line.to_owned()), leaf: leaf_hash(line.as_bytes()) },
    };
    Kept((0..).zip(lines).map(row).collect())
}

fn under(log: &Kept, size: usize) -> Export {
    let head = Log::of_hashes(log.0.iter().take(size).map(|row| row.leaf)).head();
    Export::new(Checkpoint::new("example.com/desk", head).unwrap())
}

#[test]
fn what_stays_of_it_is_exported_and_holds() {
    let (mut log, folder) = (kept(), Folder::new());
    let size = log.0.len();
    let gone = log.0.iter().filter(|row| row.line().is_none()).count();
    assert!(gone > 2, "{gone}");
    let export = under(&log, size);
    export.log(&mut log, 0..u64::try_from(size).unwrap(), folder.path()).unwrap();
    let records = export.records(&mut log, folder.path()).unwrap();
    let verified = verify(folder.path(), None).unwrap();
    assert_eq!(verified.without_text, u64::try_from(gone).unwrap());
    assert_eq!(verified.proved.len(), 1);
    assert_eq!(verify_records(folder.path(), None).unwrap(), records.rows);
}

#[test]
fn text_that_no_disposal_took_is_found() {
    let (mut log, folder) = (kept(), Folder::new());
    let size = log.0.len();
    // Under a checkpoint before the disposal nobody can tell what followed from the text then.
    let before = under(&log, size - 4);
    assert_eq!(before.records(&mut log, folder.path()).unwrap_err().code(), "journal.altered");
    assert!(!folder.path().exists());
    // A line that somebody else made disappear has its hash still, and no disposal.
    let line =
        log.0.iter().rposition(|row| row.line().is_some_and(|line| line.contains("\"incident\""))).unwrap();
    let gone = log.0.iter().find_map(|row| match &row.entry {
        LogEntry::Gone(gone) => Some(gone.clone()),
        LogEntry::Line(_) => None,
    });
    let of: serde_json::Value = serde_json::from_str(log.0[line].line().unwrap()).unwrap();
    let stream = format!("incident/{}", of["record"].as_str().unwrap()).into();
    let gone = Gone { stream, version: of["version"].as_u64().unwrap(), ..gone.unwrap() };
    log.0[line].entry = LogEntry::Gone(gone);
    let export = under(&log, size);
    export.log(&mut log, 0..u64::try_from(size).unwrap(), folder.path()).unwrap();
    assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1, "the hash is there");
    assert_eq!(export.records(&mut log, folder.path()).unwrap_err().code(), "journal.altered");
}
