//! How a file is opened: by many at once, by old and new versions of SQLite in turn, on a host's connection that may forget.

use crate::desks::{call, context, set_up};
use crate::places::{File, SqlPlace, opening};
use crate::plans::{Grows, plan};
use itsm_store::sql::{Answer, Cell, Engine, Kit, Statement};
use itsm_store::{
    Desk, Driver, Fault, Journal, Opening, Report, SqlJournal, SqliteDriver, SqliteJournal, StoreError,
};
use rusqlite::Connection;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Barrier;
use std::time::Duration;

/// Opens the file as soon as all are there, and writes something.
fn begin(path: &Path, number: usize) -> Result<(), StoreError> {
    let mut journal = SqliteJournal::at(path, &opening(None))?;
    journal.append(&plan(0).grows(&format!("incident/I-{number}"), None, &["x"]))
}

#[test]
fn eight_threads_that_make_one_file_all_succeed() {
    for round in 0..20 {
        let file = File::new();
        let together = Barrier::new(8);
        std::thread::scope(|scope| {
            let openers: Vec<_> = (0..8)
                .map(|number| {
                    let (file, together) = (&file, &together);
                    scope.spawn(move || {
                        together.wait();
                        begin(&file.path(), number)
                    })
                })
                .collect();
            for opener in openers {
                assert_eq!(opener.join().unwrap(), Ok(()), "round {round}");
            }
        });
        let mut journal = file.try_open(None).unwrap();
        assert_eq!(journal.log(0, 100).unwrap().len(), 8);
        assert_eq!(journal.report().journal_mode.as_deref(), Some("wal"));
    }
}

#[test]
#[ignore = "a process of the test below"]
fn opener() {
    let said = std::env::var("ITSM_OPENER").expect("said by who runs it");
    let (number, folder) = said.split_once(' ').unwrap();
    let folder = Path::new(folder);
    std::fs::write(folder.join(format!("there-{number}")), "").unwrap();
    while !folder.join("go").exists() {
        std::thread::yield_now();
    }
    begin(&folder.join("desk.db"), number.parse().unwrap()).unwrap();
}

#[test]
fn eight_processes_that_make_one_file_all_succeed() {
    for round in 0..5 {
        let file = File::new();
        let start = |number: usize| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "openings::opener", "--ignored", "--nocapture"])
                .env("ITSM_OPENER", format!("{number} {}", file.folder().display()))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let openers: Vec<_> = (0..8).map(start).collect();
        for _ in 0..3_000 {
            if (0..8).all(|number| file.folder().join(format!("there-{number}")).exists()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        std::fs::write(file.folder().join("go"), "").unwrap();
        for opener in openers {
            let came = opener.wait_with_output().unwrap();
            assert!(came.status.success(), "round {round}: {}", String::from_utf8_lossy(&came.stderr));
        }
        assert_eq!(file.try_open(None).unwrap().log(0, 100).unwrap().len(), 8);
    }
}

/// A driver that says it is of another version.
struct Older(SqliteDriver, &'static str);

impl Driver for Older {
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault> {
        if &*statement.sql == "SELECT sqlite_version()" {
            return Ok(Answer { rows: vec![vec![Cell::from(self.1)]], changed: 0 });
        }
        self.0.run(statement)
    }
}

fn opened(path: &Path, version: &'static str) -> Result<SqlJournal<Older>, StoreError> {
    let connection = Connection::open(path).unwrap();
    SqlJournal::open(Older(SqliteDriver::over(connection), version), Kit::new(Engine::Sqlite), &opening(None))
}

const OLD: &str = "3.46.1";
const NEW: &str = "3.51.3";

fn mode(report: &Report) -> &str {
    report.journal_mode.as_deref().unwrap()
}

fn writes<J: Journal>(journal: J, minute: i64) {
    let mut desk = Desk::open(journal, None).unwrap();
    set_up(&mut desk);
    desk.execute(&call(&format!("c-{minute}")), &context(minute, "sd", None)).unwrap();
}

#[test]
fn old_and_new_versions_that_open_a_file_in_turn_do_not_fight_over_its_journal() {
    let file = File::new();
    let first = opened(&file.path(), NEW).unwrap();
    assert_eq!((mode(first.report()), first.report().notes.len()), ("wal", 0));
    writes(first, 1);
    // The first old one gives the write-ahead log up.
    for (turn, version) in [OLD, NEW, OLD, NEW, NEW].into_iter().enumerate() {
        let journal = opened(&file.path(), version).unwrap();
        let report = journal.report().clone();
        assert_eq!(mode(&report), "delete", "turn {turn}");
        let told = if version == OLD {
            "older than 3.51.3: its write-ahead log"
        } else {
            "rollback journal, which stays"
        };
        assert!(report.notes.iter().any(|note| note.contains(told)), "{report:?}");
        writes(journal, i64::try_from(turn).unwrap() + 2);
    }
    let mut desk = Desk::open(opened(&file.path(), NEW).unwrap(), None).unwrap();
    assert_eq!(desk.verify().unwrap().size, 3 + 6 * 2, "nothing is lost");
    // Made by an old one it is the same.
    let file = File::new();
    for version in [OLD, NEW, OLD] {
        assert_eq!(mode(opened(&file.path(), version).unwrap().report()), "delete");
    }
    // By hand it is begun again, and stays as long as no old one comes.
    Connection::open(file.path()).unwrap().pragma_update(None, "journal_mode", "wal").unwrap();
    assert_eq!(mode(opened(&file.path(), NEW).unwrap().report()), "wal");
}

#[test]
fn an_old_version_does_not_write_beside_a_write_ahead_log() {
    let file = File::new();
    let mut desk = Desk::open(file.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    let refused = opened(&file.path(), OLD).map(drop).unwrap_err();
    assert_eq!(refused.code(), "store.busy");
    assert!(refused.to_string().contains("close them once"), "{refused}");
    desk.execute(&call("c-1"), &context(1, "sd", None)).unwrap();
    assert_eq!(mode(file.try_open(None).unwrap().report()), "wal", "those that have it go on");
    drop(desk);
    let mut old = Desk::open(opened(&file.path(), OLD).unwrap(), None).unwrap();
    assert_eq!(old.verify().unwrap().size, 3 + 2);
}

#[test]
fn a_connection_that_may_forget_the_last_commits_is_told_of() {
    let notes = |mode: &str, synchronous: &str| {
        let file = File::new();
        let connection = Connection::open(file.path()).unwrap();
        connection.pragma_update(None, "journal_mode", mode).unwrap();
        connection.pragma_update(None, "synchronous", synchronous).unwrap();
        let driver = SqliteDriver::over(connection);
        let journal = SqliteJournal::open(driver, Kit::new(Engine::Sqlite), &Opening::default()).unwrap();
        journal.report().notes.clone()
    };
    for (mode, synchronous) in [("wal", "OFF"), ("wal", "NORMAL"), ("delete", "OFF")] {
        let told = notes(mode, synchronous);
        assert!(
            matches!(&*told, [note] if note.contains("when the power fails")),
            "{mode} {synchronous}: {told:?}"
        );
    }
    for (mode, synchronous) in [("wal", "FULL"), ("wal", "EXTRA"), ("delete", "NORMAL"), ("delete", "FULL")] {
        assert_eq!(notes(mode, synchronous), Vec::<String>::new(), "{mode} {synchronous}");
    }
}
