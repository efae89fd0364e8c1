//! Tables of records: what the folded system says, and nothing that does not follow from the log.

use crate::desks::{Seed, at, command, context, seeded};
use crate::files::{Folder, read};
use crate::forged::{forge, with};
use itsm::evidence::Checkpoint;
use itsm::kernel::Instant;
use itsm::sla::Metric;
use itsm_store::export::arrow_array::cast::AsArray;
use itsm_store::export::arrow_array::types::{Int64Type, TimestampMillisecondType};
use itsm_store::export::arrow_array::{Array, ArrayRef, Int64Array, RecordBatch};
use itsm_store::export::{Export, tables, verify_records};
use itsm_store::{Desk, Journal, MemoryJournal};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

/// Two incidents whose clocks ran: the first was resolved in time, the second never.
fn desk() -> Desk<MemoryJournal> {
    let mut desk = Desk::open(seeded(Seed::Clocks), None).unwrap();
    let assign = command("incident.assign", Some("INC-000001"), &json!({"group": "desk"}));
    desk.execute(&assign, &context(10, "sd", None)).unwrap();
    let resolution = json!({"resolution": {"code": "config", "text": "done", "kind": "permanent", "level": "l1", "restored_at": at(20)}});
    let acknowledge = command("incident.acknowledge", Some("INC-000001"), &json!({}));
    let worker = |minute: i64| {
        let mut context = context(minute, "l1", None);
        context.actor.unit = Some(itsm::kernel::UnitId::new("desk").unwrap());
        context
    };
    desk.execute(&acknowledge, &worker(15)).unwrap();
    desk.execute(&command("incident.resolve", Some("INC-000001"), &resolution), &worker(30)).unwrap();
    desk.advance(at(60 * 24 * 3)).unwrap();
    desk
}

fn checkpoint(desk: &Desk<MemoryJournal>) -> Checkpoint {
    desk.system().checkpoint("example.com/desk").unwrap()
}

fn texts(rows: &RecordBatch, name: &str) -> Vec<Option<String>> {
    let column = rows.column_by_name(name).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

fn instants(rows: &RecordBatch, name: &str) -> Vec<Option<Instant>> {
    let column = rows.column_by_name(name).unwrap().as_primitive::<TimestampMillisecondType>();
    column.iter().map(|at| at.map(|at| Instant::from_unix_s(at / 1000).unwrap())).collect()
}

#[test]
fn clocks_and_incidents_are_what_the_system_says() {
    let desk = desk();
    let system = desk.system();
    let tables: BTreeMap<_, _> =
        tables(&system).unwrap().into_iter().map(|of| ((of.table, of.month.clone()), of.rows)).collect();
    let months: Vec<_> = tables.keys().map(|(table, month)| (*table, month.as_str())).collect();
    assert_eq!(months, [("incident", "2026-11"), ("sla_clock", "2026-11"), ("sla_result", "2026-11")]);
    let incidents = &tables[&("incident", "2026-11".to_owned())];
    assert_eq!(texts(incidents, "id"), [Some("INC-000001".into()), Some("INC-000002".into())]);
    assert_eq!(texts(incidents, "resolution_code"), [Some("config".into()), None]);
    let clocks = &tables[&("sla_clock", "2026-11".to_owned())];
    let rows = clocks.num_rows();
    assert_eq!(rows, 4);
    let mut met = Vec::new();
    for row in 0..rows {
        let record = texts(clocks, "record")[row].clone().unwrap();
        let metric = Metric::from_code(&texts(clocks, "metric")[row].clone().unwrap()).unwrap();
        let clock = system.incident(&record).unwrap().clocks.get(metric).unwrap();
        let number = |name: &str| clocks.column_by_name(name).unwrap().as_primitive::<Int64Type>().value(row);
        assert_eq!((number("consumed_s"), number("target_s")), (clock.consumed_s, clock.target_s));
        let latest = system.journal().latest().unwrap();
        let book = &system.registry().desk_at(latest).unwrap().agreements;
        assert_eq!(number("elapsed_s"), itsm::sla::reading(clock, latest, book).unwrap().consumed_s);
        assert_eq!(number("elapsed_s") > clock.target_s, clock.breached_at.is_some());
        assert_eq!(instants(clocks, "read_at")[row], Some(latest));
        assert_eq!(instants(clocks, "due_at")[row], clock.due_at);
        assert_eq!(instants(clocks, "breached_at")[row], clock.breached_at);
        assert_eq!(texts(clocks, "agreement")[row].as_deref(), Some("sla"));
        assert_eq!(texts(clocks, "calendar")[row].as_deref(), Some("office"));
        let kept = clocks.column_by_name("met").unwrap().as_boolean();
        met.push((record, metric.code(), kept.is_valid(row).then(|| kept.value(row))));
    }
    let first = |metric| ("INC-000001".to_owned(), metric, Some(true));
    let second = |metric| ("INC-000002".to_owned(), metric, Some(false));
    assert_eq!(met, [first("response"), first("resolution"), second("response"), second("resolution")]);
}

#[test]
fn tables_follow_from_the_log_beside_them() {
    let mut desk = desk();
    let folder = Folder::new();
    let checkpoint = checkpoint(&desk);
    let (size, export) = (checkpoint.head.size, Export::new(checkpoint));
    let records = export.records(desk.journal(), folder.path()).unwrap();
    assert_eq!(records.files.len(), 3);
    assert_eq!(verify_records(folder.path(), None).unwrap_err().code(), "export.no_log");
    export.log(desk.journal(), 0..size, folder.path()).unwrap();
    assert_eq!(verify_records(folder.path(), None).unwrap(), records.rows);
    assert_eq!(export.records(desk.journal(), folder.path()).unwrap_err().code(), "export.exists");
    let again = Folder::new();
    export.records(desk.journal(), again.path()).unwrap();
    let own = |of: &Folder| {
        of.bytes().into_iter().filter(|(path, _)| !path.starts_with("log/")).collect::<Vec<_>>()
    };
    assert_eq!(own(&again), own(&folder));

    // What the folded system says is what stands in the files.
    for (table, path) in tables(&desk.system()).unwrap().into_iter().zip(&records.files) {
        assert!(path.to_str().unwrap().contains(&format!("/{}/", table.table)));
        assert_eq!(read(path).1, [table.rows]);
    }

    // Somebody makes it look as if it had been quicker.
    let clocks = &records.files[1];
    let before = fs::read(clocks).unwrap();
    forge(clocks, |_, rows| {
        let quick: ArrayRef = Arc::new(Int64Array::from(vec![1; rows.num_rows()]));
        with(&rows, "consumed_s", quick)
    });
    assert_eq!(verify_records(folder.path(), None).unwrap_err().code(), "export.not_derived");
    forge(clocks, |_, rows| rows.slice(0, 3));
    assert_eq!(verify_records(folder.path(), None).unwrap_err().code(), "export.not_derived");
    fs::remove_file(clocks).unwrap();
    assert_eq!(verify_records(folder.path(), None).unwrap_err().code(), "export.not_derived");
    fs::write(clocks, &before).unwrap();
    assert_eq!(verify_records(folder.path(), None).unwrap(), records.rows);
    let other = clocks.to_str().unwrap().replace("month=2026-11", "month=2026-12");
    fs::create_dir_all(std::path::Path::new(&other).parent().unwrap()).unwrap();
    fs::write(&other, &before).unwrap();
    assert_eq!(verify_records(folder.path(), None).unwrap_err().code(), "export.not_derived");
}

#[test]
fn tables_of_another_log_are_not_written() {
    let mut desk = desk();
    let mut head = checkpoint(&desk).head;
    let folder = Folder::new();
    head.root = itsm::kernel::Digest::of(b"another");
    let other = Export::new(Checkpoint::new("example.com/desk", head).unwrap());
    assert_eq!(other.records(desk.journal(), folder.path()).unwrap_err().code(), "export.other_log");
    head.size += 1;
    let more = Export::new(Checkpoint::new("example.com/desk", head).unwrap());
    assert_eq!(more.records(desk.journal(), folder.path()).unwrap_err().code(), "export.too_short");
    assert!(!folder.path().exists());
}

/// The desk goes on; the tables are of the checkpoint.
#[test]
fn tables_are_as_of_the_checkpoint() {
    let mut desk = desk();
    let (early, late) = (Folder::new(), Folder::new());
    let first = Export::new(checkpoint(&desk));
    let later = desk.journal().log(0, usize::MAX).unwrap().len();
    let called = crate::desks::call("u-9");
    desk.execute(&called, &context(60 * 24 * 3, "sd", None)).unwrap();
    assert!(desk.journal().log(0, usize::MAX).unwrap().len() > later);
    let before = first.records(desk.journal(), early.path()).unwrap();
    let after = Export::new(checkpoint(&desk)).records(desk.journal(), late.path()).unwrap();
    assert_eq!(before.rows + 1, after.rows);
    let log = first.log(desk.journal(), 0..1, early.path()).unwrap();
    assert_eq!(log.rows, 1);
    assert_eq!(verify_records(early.path(), None).unwrap_err().code(), "export.too_short");
}
