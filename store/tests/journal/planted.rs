//! Bugs that others had, planted on purpose: the checks of this suite find each of them, or they check nothing.

use crate::desks::{Came, Sent, call, check, context, set_up};
use crate::faults::{Client, first_wrong};
use crate::history::{Named, gate, judge, named, say, schedule};
use crate::places::{File, Place, Server, SqlPlace, opening};
use crate::plans::{Grows, plan};
use crate::random::{same_as_memory, wishes};
use itsm::kernel::EventBody;
use itsm_store::sql::{Answer, Cell, Engine, Kit, Statement};
use itsm_store::{
    Desk, Driver, Fault, Journal, Opening, PostgresDriver, PostgresJournal, SqlJournal, SqliteDriver,
    StoreError,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Reads events without their places, in the order of their numbers, as far as it may see them.
struct PositionReader<'a, D> {
    driver: &'a mut D,
    prefix: &'a str,
    /// What else a row has to be for this reader to trust it.
    visible: &'a str,
    last: i64,
    seen: Vec<Named>,
}

impl<D: Driver> PositionReader<'_, D> {
    fn follow(&mut self) {
        let Self { prefix, visible, last, .. } = self;
        let sql = format!(
            "SELECT pos, stream, version FROM {prefix}event e WHERE pos > {last} {visible} ORDER BY pos"
        );
        let statement = Statement { sql: sql.into(), parameters: Vec::new(), asks: true };
        for row in self.driver.run(&statement).unwrap().rows {
            let [Cell::Integer(pos), Cell::Text(stream), Cell::Integer(version)] = row.as_slice() else {
                panic!("{row:?}")
            };
            self.last = *pos;
            self.seen.push((stream.clone(), u64::try_from(*version).unwrap()));
        }
    }
}

/// Two hosts' transactions overlap, and a reader looks between their commits; then what it saw, beside what our own reader saw.
fn overlapping(
    visible: &str,
    first_number_to_the_later: bool,
) -> Option<(Result<(), String>, Result<(), String>)> {
    let server = Server::new()?;
    let kept = format!("ALTER TABLE {}event ADD COLUMN xid xid8 DEFAULT pg_current_xact_id()", server.prefix);
    server.open();
    server.client().batch_execute(&kept).unwrap();
    let mut journals = [server.open(), server.open()];
    let mut ours = server.open();
    let mut naive = server.driver().unwrap();
    let mut reader =
        PositionReader { driver: &mut naive, prefix: &server.prefix, visible, last: 0, seen: Vec::new() };
    let mut followed = Vec::new();
    let mut follow = |ours: &mut PostgresJournal| {
        ours.settle().unwrap();
        let from = u64::try_from(followed.len()).unwrap();
        followed.extend(ours.log(from, 100).unwrap().into_iter().map(|row| named(row.line().unwrap())));
    };
    let append = |journal: &mut PostgresJournal, stream: &str| {
        journal.append_within(&plan(0).grows(stream, None, &["a"])).unwrap();
    };
    let [one, other] = &mut journals;
    say(one.driver(), "BEGIN");
    say(other.driver(), "BEGIN");
    if first_number_to_the_later {
        // The first transaction to write gets the later number.
        say(one.driver(), "CREATE TEMPORARY TABLE mine (id bigint)");
        append(other, "change/C-1");
        append(one, "incident/I-1");
        say(one.driver(), "COMMIT");
        reader.follow();
        follow(&mut ours);
        say(other.driver(), "COMMIT");
    } else {
        append(one, "incident/I-1");
        append(other, "change/C-1");
        say(other.driver(), "COMMIT");
        reader.follow();
        follow(&mut ours);
        say(one.driver(), "COMMIT");
    }
    reader.follow();
    follow(&mut ours);
    let committed = [("incident/I-1".to_owned(), 1), ("change/C-1".to_owned(), 1)];
    Some((judge(&reader.seen, &committed), judge(&followed, &committed)))
}

#[test]
fn a_reader_of_sequence_numbers_is_caught() {
    let Some((planted, ours)) = overlapping("", false) else { return };
    assert_eq!(planted.unwrap_err(), "2 were committed, 1 were seen");
    assert_eq!(ours, Ok(()));
}

#[test]
fn a_reader_that_waits_for_older_transactions_and_keeps_the_number_is_caught() {
    let visible = "AND e.xid < pg_snapshot_xmin(pg_current_snapshot())";
    let Some((planted, ours)) = overlapping(visible, true) else { return };
    assert_eq!(planted.unwrap_err(), "2 were committed, 1 were seen");
    assert_eq!(ours, Ok(()));
}

#[test]
fn a_client_that_repeats_blindly_is_caught() {
    let (_, what) = first_wrong(400, Client::Blind).expect("it doubles something");
    assert!(what.starts_with("doubled"), "{what}");
}

/// A driver that says what its rewriting makes of each statement.
pub struct Rewriting<D, R> {
    pub driver: D,
    pub rewrite: R,
}

impl<D: Driver, R: FnMut(&mut D, &Statement) -> Option<Result<Answer, Fault>> + Send> Driver
    for Rewriting<D, R>
{
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault> {
        match (self.rewrite)(&mut self.driver, statement) {
            Some(answer) => answer,
            None => self.driver.run(statement),
        }
    }
}

#[test]
fn who_does_not_count_the_rows_of_on_conflict_do_nothing_is_caught() {
    let open = || {
        let driver = SqliteDriver::over(rusqlite::Connection::open_in_memory().unwrap());
        let careless = |driver: &mut SqliteDriver, statement: &Statement| {
            let ignores = statement.sql.contains("ON CONFLICT DO NOTHING");
            let event = statement.sql.starts_with("INSERT INTO itsm_event")
                || statement.sql.starts_with("INSERT INTO itsm_pending");
            if !(ignores || event) {
                return None;
            }
            let sql = statement.sql.replace("INSERT INTO", "INSERT OR IGNORE INTO").into();
            let done = driver.run(&Statement { sql, ..statement.clone() });
            Some(done.map(|_| Answer { rows: Vec::new(), changed: 1 }))
        };
        let driver = Rewriting { driver, rewrite: careless };
        SqlJournal::open(driver, Kit::new(Engine::Sqlite), &Opening::default()).unwrap()
    };
    let mut runner = TestRunner::deterministic();
    let differs = (0..200).find_map(|_| {
        let wishes = wishes().new_tree(&mut runner).unwrap().current();
        same_as_memory(&wishes, &mut open()).err()
    });
    let what = differs.expect("some plan is lost in silence");
    assert!(what.contains("other: ()"), "{what}");
}

/// Two desks plan a change each, which together break a gate; the second appends while the first has begun. How many are scheduled,
/// where the first looks at what was there when it began, or at what is there now.
fn scheduled_at_a_gate(stale: bool) -> Option<usize> {
    let server = Server::new()?;
    gate(&mut Desk::open(server.open(), None).unwrap());
    let first = Desk::open(server.open(), None).unwrap();
    let late = first.plan(&schedule(1), &context(10, "user", None)).unwrap().rows();
    let mut other = Desk::open(server.open(), None).unwrap();
    let armed = Arc::new(AtomicBool::new(false));
    let is_armed = Arc::clone(&armed);
    let rewrite = move |driver: &mut PostgresDriver, statement: &Statement| {
        let mut run =
            |sql: &str| driver.run(&Statement { sql: sql.into(), parameters: Vec::new(), asks: false });
        if statement.sql.starts_with("BEGIN") && is_armed.swap(false, Ordering::Relaxed) {
            let begin = if stale { "BEGIN ISOLATION LEVEL REPEATABLE READ" } else { &*statement.sql };
            let begun = run(begin).and_then(|_| run("SELECT 1 FROM pg_class LIMIT 1"));
            other.execute(&schedule(2), &context(10, "user", None)).unwrap();
            return Some(begun);
        }
        // Who plants this bug leaves out what would refuse it.
        let refuses = statement.sql.find("IF current_setting").filter(|_| stale)?;
        let end = statement.sql.find("END IF; ")? + "END IF; ".len();
        Some(run(&format!("{}{}", &statement.sql[..refuses], &statement.sql[end..])))
    };
    let driver = Rewriting { driver: server.driver().unwrap(), rewrite };
    let mut journal = SqlJournal::open(driver, server.kit(), &opening(None)).unwrap();
    armed.store(true, Ordering::Relaxed);
    let appended = journal.append(&late);
    assert!(appended.as_ref().map_or_else(StoreError::is_conflict, |()| true), "{appended:?}");
    let desk = Desk::open(server.open(), None).unwrap();
    let scheduled = desk
        .system()
        .journal()
        .events()
        .iter()
        .filter(|event| event.body.kind() == "change.scheduled")
        .count();
    Some(scheduled)
}

#[test]
fn a_decision_on_a_stale_view_is_caught() {
    let Some(planted) = scheduled_at_a_gate(true) else { return };
    assert_eq!(planted, 2, "both are scheduled, which the check of changes at a gate refuses");
    assert_eq!(scheduled_at_a_gate(false), Some(1));
}

/// The system's SQLite beside ours in one process.
#[cfg(target_os = "linux")]
mod second_sqlite {
    use std::ffi::{CString, c_char, c_int, c_void};
    use std::path::Path;
    use std::ptr::null_mut;

    unsafe extern "C" {
        fn dlopen(name: *const c_char, flags: c_int) -> *mut c_void;
        fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    }

    type Open = unsafe extern "C" fn(*const c_char, *mut *mut c_void) -> c_int;
    type Exec = unsafe extern "C" fn(
        *mut c_void,
        *const c_char,
        *const c_void,
        *const c_void,
        *const c_void,
    ) -> c_int;
    type Close = unsafe extern "C" fn(*mut c_void) -> c_int;

    /// Opens, reads and closes a file once, as a host with its own SQLite would; `false` where the machine has no other.
    pub fn reads_once(path: &Path) -> bool {
        let now = 2;
        let text = |text: &str| CString::new(text).unwrap();
        // SAFETY: three functions of SQLite's public interface, with the signatures it documents, on a handle that ends here.
        unsafe {
            let library = dlopen(text("libsqlite3.so.0").as_ptr(), now);
            if library.is_null() {
                return false;
            }
            let find = |name: &str| {
                let found = dlsym(library, text(name).as_ptr());
                assert!(!found.is_null(), "{name}");
                found
            };
            let open: Open = std::mem::transmute(find("sqlite3_open"));
            let exec: Exec = std::mem::transmute(find("sqlite3_exec"));
            let close: Close = std::mem::transmute(find("sqlite3_close"));
            let (mut handle, none) = (null_mut(), std::ptr::null());
            assert_eq!(open(text(path.to_str().unwrap()).as_ptr(), &raw mut handle), 0);
            let asked = text("SELECT count(*) FROM itsm_event");
            assert_eq!(exec(handle, asked.as_ptr(), none, none, none), 0);
            assert_eq!(close(handle), 0);
        }
        true
    }
}

/// Whether what a desk was told is kept, is there for whoever comes after its process has ended.
#[cfg(target_os = "linux")]
fn kept_beside(host: impl Fn(&std::path::Path) -> bool) -> Option<Result<(), String>> {
    let file = File::new();
    let mut desk = Desk::open(file.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    let mut sent = Vec::new();
    for number in 0..10 {
        if number == 3 && !host(&file.path()) {
            return None;
        }
        let name = format!("c-{number}");
        let came = match desk.execute(&call(&name), &context(100, "sd", Some(&name))) {
            Ok(_) => Came::Told,
            Err(_) => Came::Unknown,
        };
        sent.push(Sent { id: Some(name.clone()), caller: Some(name.clone()), command: call(&name), came });
    }
    // As the files would be found had the process been killed here.
    let found = File::new();
    for name in ["desk.db", "desk.db-wal"] {
        if file.folder().join(name).exists() {
            std::fs::copy(file.folder().join(name), found.folder().join(name)).unwrap();
        }
    }
    Some(check(found.try_open(None).unwrap(), &sent).map(|_| ()))
}

#[cfg(target_os = "linux")]
#[test]
fn two_sqlites_in_one_process_are_caught() {
    let Some(planted) = kept_beside(second_sqlite::reads_once) else {
        eprintln!("SKIPPED: this machine has no second SQLite (libsqlite3.so.0)");
        return;
    };
    let lost = planted.expect_err("what was told is lost, and the check of crashes says so");
    assert!(lost.starts_with("lost") || lost.starts_with("it does not"), "{lost}");
    let same = |path: &std::path::Path| {
        let host = rusqlite::Connection::open(path).unwrap();
        host.query_row("SELECT count(*) FROM itsm_event", [], |row| row.get::<_, i64>(0)).unwrap() > 0
    };
    assert_eq!(kept_beside(same), Some(Ok(())), "a host that uses the same SQLite loses nothing");
}
