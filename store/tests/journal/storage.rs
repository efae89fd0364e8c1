//! What a disk can do to a SQLite file: an error with a name, and a journal that is what it was.

use crate::desks::{Came, Sent, call, check, context, set_up};
use crate::faults::Chance;
use crate::places::{File, SqlPlace, opening};
use itsm_store::sql::{Engine, Kit};
use itsm_store::{Desk, Journal, Opening, SqliteDriver, SqliteJournal, StoreError};
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::Path;
use std::time::Duration;

fn desk(file: &File) -> Desk<SqliteJournal> {
    let mut desk = Desk::open(file.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    desk
}

fn take<J: Journal>(desk: &mut Desk<J>, number: usize) -> Result<(), StoreError> {
    let name = format!("c-{number}");
    desk.execute(&call(&name), &context(100, "sd", Some(&name))).map(|_| ())
}

fn sent(calls: std::ops::Range<usize>, came: impl Fn() -> Came) -> Vec<Sent> {
    let name = |number| format!("c-{number}");
    let one = |number| Sent {
        id: Some(name(number)),
        caller: Some(name(number)),
        command: call(&name(number)),
        came: came(),
    };
    calls.map(one).collect()
}

fn lines<J: Journal>(journal: &mut J) -> Vec<String> {
    journal.log(0, usize::MAX).unwrap().into_iter().map(crate::conformance::stands).collect()
}

#[test]
fn a_full_disk_is_told_and_nothing_is_halved() {
    let file = File::new();
    let mut desk = desk(&file);
    let say = |desk: &mut Desk<SqliteJournal>, sql: &str| {
        desk.journal().driver().connection().query_row(sql, [], |_| Ok(())).unwrap();
    };
    say(&mut desk, "PRAGMA max_page_count = 40");
    let mut kept = 0;
    let error = loop {
        match take(&mut desk, kept) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 1_000, "it is never full");
    };
    assert_eq!(error.code(), "store.full");
    assert_eq!(take(&mut desk, kept).unwrap_err().code(), "store.full", "and again");
    check(file.try_open(None).unwrap(), &sent(0..kept, || Came::Told)).unwrap();
    check(file.try_open(None).unwrap(), &sent(kept..kept + 1, || Came::Refused)).unwrap();
    say(&mut desk, "PRAGMA max_page_count = 4000");
    take(&mut desk, kept).unwrap();
    check(file.try_open(None).unwrap(), &sent(0..kept + 1, || Came::Told)).unwrap();
}

#[test]
fn what_may_only_be_read_is_read() {
    let file = File::new();
    let mut desk = desk(&file);
    take(&mut desk, 0).unwrap();
    let connection = Connection::open_with_flags(file.path(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let driver = SqliteDriver::over(connection);
    let journal = SqliteJournal::open(driver, Kit::new(Engine::Sqlite), &Opening::default()).unwrap();
    let mut reader = Desk::open(journal, None).unwrap();
    assert_eq!(reader.verify().unwrap().size, 5);
    assert_eq!(take(&mut reader, 1).unwrap_err().code(), "store.read_only");
    desk.journal().driver().connection().pragma_update(None, "query_only", 1).unwrap();
    assert_eq!(take(&mut desk, 1).unwrap_err().code(), "store.read_only");
    assert_eq!(desk.verify().unwrap().size, 5);
    check(file.try_open(None).unwrap(), &sent(0..1, || Came::Told)).unwrap();
    check(file.try_open(None).unwrap(), &sent(1..2, || Came::Refused)).unwrap();
}

#[test]
fn who_finds_the_file_locked_is_told_and_comes_again() {
    let file = File::new();
    let mut desk = desk(&file);
    desk.journal().driver().connection().busy_timeout(Duration::from_millis(20)).unwrap();
    let other = Connection::open(file.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; CREATE TABLE orders (id INTEGER)").unwrap();
    assert_eq!(take(&mut desk, 0).unwrap_err().code(), "store.busy");
    other.execute_batch("COMMIT").unwrap();
    take(&mut desk, 0).unwrap();
    check(file.try_open(None).unwrap(), &sent(0..1, || Came::Told)).unwrap();
}

#[test]
fn what_is_no_database_is_no_journal() {
    let file = File::new();
    fs::write(
        file.path(),
        "# notes, and nothing like a database, but long enough to be taken for one\n".repeat(50),
    )
    .unwrap();
    assert_eq!(file.try_open(None).map(|_| ()).unwrap_err().code(), "store.corrupt");
}

/// Whatever is left of the write-ahead log, the journal is a beginning of what it was, and ends with a whole plan.
#[test]
fn a_write_ahead_log_cut_or_damaged_leaves_a_beginning() {
    let file = File::new();
    let mut desk = desk(&file);
    desk.journal().driver().connection().pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    for number in 0..12 {
        take(&mut desk, number).unwrap();
    }
    let whole = lines(desk.journal());
    let beside = |path: &Path| path.with_extension("db-wal");
    let (database, log) = (fs::read(file.path()).unwrap(), fs::read(beside(&file.path())).unwrap());
    assert!(log.len() > 50_000, "{}", log.len());
    let mut chance = Chance::new(11);
    let mut lengths = std::collections::BTreeSet::new();
    for round in 0..60 {
        let copy = File::new();
        let place = usize::try_from(chance.below(u64::try_from(log.len()).unwrap())).unwrap();
        let mut log = log.clone();
        if round % 2 == 0 {
            log.truncate(place);
        } else {
            log[place] ^= 1 << chance.below(8);
        }
        fs::write(copy.path(), &database).unwrap();
        fs::write(beside(&copy.path()), log).unwrap();
        let mut journal = copy.try_open(None).unwrap();
        let left = lines(&mut journal);
        assert!(whole.starts_with(&left), "round {round}");
        lengths.insert(left.len());
        drop(journal);
        check(copy.try_open(None).unwrap(), &sent(0..12, || Came::Unknown)).unwrap();
        let mut desk = Desk::open(copy.try_open(None).unwrap(), None).unwrap();
        set_up(&mut desk);
        take(&mut desk, 50).unwrap();
    }
    assert!(lengths.len() > 3, "cut at different places: {lengths:?}");
}

/// A byte that is another: an error with a name, or a journal that is exactly what it was.
#[test]
fn a_damaged_page_is_told_or_does_not_matter() {
    let file = File::new();
    let mut first = desk(&file);
    for number in 0..20 {
        take(&mut first, number).unwrap();
    }
    let whole = lines(first.journal());
    drop(first);
    let database = fs::read(file.path()).unwrap();
    let mut chance = Chance::new(13);
    let mut codes = std::collections::BTreeMap::<&str, usize>::new();
    for round in 0..200 {
        let copy = File::new();
        let mut damaged = database.clone();
        for _ in 0..=chance.below(3) {
            let place = usize::try_from(chance.below(u64::try_from(damaged.len()).unwrap())).unwrap();
            damaged[place] ^= 1 << chance.below(8);
        }
        fs::write(copy.path(), damaged).unwrap();
        let read = SqliteJournal::at(copy.path(), &opening(None)).and_then(|journal| {
            let mut desk = Desk::open(journal, None)?;
            let head = desk.verify()?;
            Ok((head.size, desk.journal().log(0, usize::MAX)?))
        });
        let code = match read {
            Ok((size, rows)) => {
                let left: Vec<_> = rows.into_iter().map(crate::conformance::stands).collect();
                assert_eq!(
                    (size, left.len()),
                    (u64::try_from(whole.len()).unwrap(), whole.len()),
                    "round {round}: shorter"
                );
                assert!(left == whole, "round {round}: other lines, and nobody noticed");
                "unharmed"
            }
            Err(error) => error.code(),
        };
        *codes.entry(code).or_default() += 1;
    }
    assert!(codes.contains_key("journal.altered") && codes.contains_key("store.corrupt"), "{codes:?}");
}
