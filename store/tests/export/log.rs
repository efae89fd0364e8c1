//! The log: what is read back is what was appended.

use crate::files::{Folder, at, checkpoint, event, journal, of_events, read, rows, value, whole};
use itsm::evidence::{NoteSignature, SignedNote, VerifierKey};
use itsm::kernel::{CommandId, Digest, EventRow, Instant, LogRow, PersonalRow, PlanRows, TenantId};
use itsm_store::export::arrow_array::cast::AsArray;
use itsm_store::export::arrow_array::types::{Int64Type, TimestampMillisecondType};
use itsm_store::export::{Export, Seal, log_table, verify};
use itsm_store::{Capabilities, Journal, MemoryJournal, Outcome, StoreError};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use proptest::prelude::*;

/// A journal that gives short pages.
struct Short(MemoryJournal, usize);

impl Journal for Short {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.0.append(plan)
    }
    fn settle(&mut self) -> Result<(), StoreError> {
        self.0.settle()
    }
    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        assert!(most <= 1_000, "{most} entries at once");
        self.0.log(from, most.min(self.1))
    }
    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        self.0.stream(stream, after, most)
    }
    fn personal(&mut self, _from: u64, _until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        panic!("an export never asks for what is personal")
    }
    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        self.0.outcome(command)
    }
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
}

const NOBODY: &str = "log/tenant=__HIVE_DEFAULT_PARTITION__";

#[test]
fn a_month_ends_at_midnight_in_utc() {
    let mut journal = journal(&[
        at("2026-11-30T23:59:59Z"),
        at("2026-12-01T00:00:00Z"),
        at("2026-12-31T23:59:59Z"),
        at("2027-01-01T00:00:00Z"),
    ]);
    let folder = Folder::new();
    let (export, size) = whole(&mut journal);
    let written = export.log(&mut journal, 0..size, folder.path()).unwrap();
    assert_eq!(written.rows, 4);
    assert_eq!(
        folder.files(),
        [
            format!("{NOBODY}/month=2026-11/part-000000000000-000000000001.parquet"),
            format!("{NOBODY}/month=2026-12/part-000000000001-000000000003.parquet"),
            format!("{NOBODY}/month=2027-01/part-000000000003-000000000004.parquet"),
        ]
    );
    assert_eq!(written.files.len(), 3);
    let verified = verify(folder.path(), None).unwrap();
    assert_eq!((verified.entries, verified.without_text), (0..4, 0));
    assert_eq!((verified.proved, verified.not_proved), (vec![export.seal().clone()], vec![]));
}

/// Where several write, a clock that is behind may have written an entry of the month before after one of the next.
#[test]
fn entries_whose_clock_was_behind_stand_in_their_month_and_their_order() {
    let mut journal = journal(&[
        at("2026-12-01T00:00:00Z"),
        at("2026-11-30T23:59:58Z"),
        at("2026-12-01T00:00:01Z"),
        at("2026-12-01T00:00:02Z"),
    ]);
    let folder = Folder::new();
    let (export, size) = whole(&mut journal);
    export.log(&mut journal, 0..size, folder.path()).unwrap();
    assert_eq!(
        folder.files(),
        [
            format!("{NOBODY}/month=2026-11/part-000000000001-000000000002.parquet"),
            format!("{NOBODY}/month=2026-12/part-000000000000-000000000001.parquet"),
            format!("{NOBODY}/month=2026-12/part-000000000002-000000000004.parquet"),
        ]
    );
    assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1);
}

#[test]
fn a_row_says_what_its_line_says() {
    let instant = at("2026-11-30T23:59:59Z");
    let mut journal = journal(&[instant]);
    let folder = Folder::new();
    let (export, _) = whole(&mut journal);
    let written = export.log(&mut journal, 0..1, folder.path()).unwrap();
    let (pairs, batches) = read(&written.files[0]);
    let row = &rows(&mut journal)[0];
    let text = |name: &str| batches[0].column_by_name(name).unwrap().as_string::<i32>().value(0).to_owned();
    let number = |name: &str| batches[0].column_by_name(name).unwrap().as_primitive::<Int64Type>().value(0);
    assert_eq!(Some(text("line").as_str()), row.line());
    assert_eq!(text("leaf"), row.leaf.to_string());
    assert_eq!(
        ["stream", "process", "record", "kind", "actor", "unit", "command"].map(text),
        ["incident/INC-1", "incident", "INC-1", "incident.noted", "p-1", "desk", "c-1"]
    );
    assert_eq!(["index", "version", "schema"].map(number), [0, 1, 1]);
    let roles = batches[0].column_by_name("roles").unwrap().as_list::<i32>().value(0);
    assert_eq!(roles.as_string::<i32>().iter().flatten().collect::<Vec<_>>(), ["sd", "l1"]);
    let recorded = batches[0].column_by_name("recorded_at").unwrap();
    assert_eq!(recorded.as_primitive::<TimestampMillisecondType>().value(0), instant.unix_s() * 1000);
    let said = |key: &str| value(&pairs, key);
    assert_eq!(said("itsm.checkpoint").as_deref(), Some(export.seal().note()));
    assert_eq!(said("itsm.table").as_deref(), Some("log"));
    assert_eq!((said("itsm.from").as_deref(), said("itsm.until").as_deref()), (Some("0"), Some("1")));
    assert_eq!(said("itsm.tenant"), None);
}

#[test]
fn tenants_stand_beside_each_other() {
    let folder = Folder::new();
    let tenants = [Some("bank"), Some("../a=b/银行"), Some("__HIVE_DEFAULT_PARTITION__"), None];
    for (number, name) in (2..).zip(tenants) {
        let mut journal = journal(&vec![at("2026-11-01T00:00:00Z"); number]);
        let (export, size) = whole(&mut journal);
        let tenant = name.map(|name| TenantId::new(name).unwrap());
        let export = match &tenant {
            Some(tenant) => export.of_tenant(tenant.clone()),
            None => export,
        };
        let written = export.log(&mut journal, 0..size, folder.path()).unwrap();
        assert_eq!(value(&read(&written.files[0]).0, "itsm.tenant").as_deref(), name);
    }
    for (number, name) in (2..).zip(tenants) {
        let tenant = name.map(|name| TenantId::new(name).unwrap());
        assert_eq!(verify(folder.path(), tenant.as_ref()).unwrap().entries, 0..number, "{name:?}");
    }
    assert_eq!(
        verify(folder.path(), Some(&TenantId::new("shop").unwrap())).unwrap_err().code(),
        "export.no_log"
    );
    assert!(
        folder.files().iter().all(|path| path.starts_with("log/tenant=") && path.matches('/').count() == 3)
    );
}

#[test]
fn a_signed_note_stands_in_the_files_as_it_was_given() {
    let mut journal = journal(&[at("2026-11-01T00:00:00Z")]);
    let key = VerifierKey::new("example.com/desk", [7; 32]).unwrap();
    let text = checkpoint(&mut journal, 1).to_string();
    let note = SignedNote::new(text, vec![NoteSignature::by(&key, vec![9; 64])]).unwrap();
    let folder = Folder::new();
    let export = Export::new(Seal::try_from(note.clone()).unwrap());
    let written = export.log(&mut journal, 0..1, folder.path()).unwrap();
    let stands = value(&read(&written.files[0]).0, "itsm.checkpoint").unwrap();
    assert_eq!(stands, note.to_string());
    assert_eq!(SignedNote::parse(&stands).unwrap(), note);
    assert_eq!(verify(folder.path(), None).unwrap().proved[0].note(), note.to_string());
}

#[test]
fn the_same_log_gives_the_same_bytes_however_it_is_read() {
    let long = "line ".repeat(100);
    let second = |n: i64| Instant::clamped(at("2026-11-30T23:00:00Z").unix_s() + n);
    let note = |n: i64| {
        event(
            &format!("INC-{}", n % 50),
            u64::try_from(n / 50 + 1).unwrap(),
            second(n),
            &format!("{n} {long}"),
        )
    };
    let mut journal = of_events((0..5_000).map(note).collect());
    let (export, size) = whole(&mut journal);
    let bytes = |most: usize| {
        let folder = Folder::new();
        export.log(&mut Short(journal.clone(), most), 0..size, folder.path()).unwrap();
        assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1);
        folder.bytes()
    };
    let whole = bytes(usize::MAX);
    assert_eq!(whole.len(), 2, "an hour before midnight, the rest after");
    assert_eq!(bytes(7), whole);
    assert_eq!(bytes(999), whole);
}

/// Forty megabytes of lines that cannot be made much shorter: asked for in pages, and written out as they come.
#[test]
fn a_long_log_is_never_held_in_whole() {
    let note = |n: u64| {
        let letters = (0..160_u64)
            .map(|place| Digest::of(&[n.to_le_bytes(), place.to_le_bytes()].concat()).to_string());
        event("INC-1", n, at("2026-11-01T00:00:00Z"), &letters.collect::<String>())
    };
    let mut journal = of_events((1..=4_000).map(note).collect());
    let (export, size) = whole(&mut journal);
    let folder = Folder::new();
    let written = export.log(&mut Short(journal, 1_000), 0..size, folder.path()).unwrap();
    let file = std::fs::File::open(&written.files[0]).unwrap();
    let metadata = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().metadata().clone();
    assert_eq!(metadata.file_metadata().num_rows(), 4_000);
    assert!(metadata.num_row_groups() >= 2, "{} groups", metadata.num_row_groups());
    for group in metadata.row_groups() {
        assert!(group.compressed_size() < 20 << 20, "{} bytes at once", group.compressed_size());
    }
    assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1);
}

#[test]
fn ranges_are_put_beside_each_other_and_prove_the_whole() {
    let mut journal = journal(&[at("2026-11-01T00:00:00Z"); 10]);
    let folder = Folder::new();
    let first = Export::new(checkpoint(&mut journal, 4));
    first.log(&mut journal, 2..4, folder.path()).unwrap();
    let verified = verify(folder.path(), None).unwrap();
    assert_eq!((verified.entries, verified.proved), (2..4, vec![]), "the root is that of all from the first");
    assert_eq!(verified.not_proved, [first.seal().clone()]);
    let (second, size) = whole(&mut journal);
    second.log(&mut journal, 4..7, folder.path()).unwrap();
    first.log(&mut journal, 0..2, folder.path()).unwrap();
    let verified = verify(folder.path(), None).unwrap();
    assert_eq!((verified.entries, verified.proved), (0..7, vec![first.seal().clone()]));
    assert_eq!(verified.not_proved, [second.seal().clone()]);
    second.log(&mut journal, 7..size, folder.path()).unwrap();
    let verified = verify(folder.path(), None).unwrap();
    assert_eq!((verified.entries, verified.proved.len(), verified.not_proved.len()), (0..10, 2, 0));
}

fn logs() -> impl Strategy<Value = Vec<(u8, i64, String)>> {
    // Three months, often in order, and any text.
    prop::collection::vec((0..4_u8, 0..8_000_000_i64, any::<String>()), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_log_is_read_back(said in logs(), cut in any::<prop::sample::Index>(), in_order in any::<bool>()) {
        let mut said = said;
        if in_order {
            said.sort_by_key(|(_, after, _)| *after);
        }
        let mut versions = [0_u64; 4];
        let events = said.iter().map(|(record, after, said)| {
            let version = &mut versions[usize::from(*record)];
            *version += 1;
            event(&format!("INC-{record}"), *version, Instant::clamped(1_790_000_000 + after), said)
        });
        let mut journal = of_events(events.collect());
        let (export, size) = whole(&mut journal);
        let folder = Folder::new();
        let cut = u64::try_from(cut.index(said.len())).unwrap();
        for range in [0..cut, cut..size] {
            if !range.is_empty() {
                export.log(&mut journal, range, folder.path()).unwrap();
            }
        }
        let verified = verify(folder.path(), None).unwrap();
        prop_assert_eq!((verified.entries, verified.proved.len()), (0..size, 1));
        // As any program reads them: every row of the log once, as it is.
        let mut found = Vec::new();
        for path in folder.files() {
            let (_, batches) = read(&folder.path().join(path));
            for batch in batches {
                let index = batch.column_by_name("index").unwrap().as_primitive::<Int64Type>().clone();
                found.extend((0..batch.num_rows()).map(|row| (index.value(row), batch.slice(row, 1))));
            }
        }
        found.sort_by_key(|(index, _)| *index);
        let rows = rows(&mut journal);
        prop_assert_eq!(found.len(), rows.len());
        let table = log_table(&rows).unwrap();
        for (place, (_, row)) in found.iter().enumerate() {
            let appended = table.slice(place, 1);
            prop_assert_eq!(row.columns(), appended.columns());
        }
    }
}
