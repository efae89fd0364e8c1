//! A journal that was exchanged beneath a desk: an older backup, another one. Nothing is folded from it, and nothing is written to it.

use crate::desks::{call, context, set_up};
use crate::places::{File, Server, SqlPlace};
use itsm::evidence::leaf_hash;
use itsm::kernel::{CommandId, EventRow, LogRow, PersonalRow, PlanRows};
use itsm_store::sql::Statement;
use itsm_store::{Capabilities, Desk, Driver, Journal, MemoryJournal, Outcome, StoreError};
use std::sync::{Arc, Mutex};

fn take<J: Journal>(desk: &mut Desk<J>, minute: i64) -> Result<(), StoreError> {
    desk.execute(&call(&format!("c-{minute}")), &context(minute, "sd", None)).map(drop)
}

/// `exchange` puts another journal in the place of the one that the desk has folded.
fn is_noticed<J: Journal>(open: impl Fn() -> J, exchange: impl Fn(usize)) {
    let mut desk = Desk::open(open(), None).unwrap();
    set_up(&mut desk);
    take(&mut desk, 1).unwrap();
    take(&mut desk, 2).unwrap();
    let index = desk.system().journal().next_index() - 1;
    let planned = desk.plan(&call("late"), &context(3, "sd", None)).unwrap().rows();
    for entries in [4, 5, 6] {
        exchange(entries);
        let before = open().log(0, 100).unwrap();
        assert_eq!(desk.catch_up(), Err(StoreError::Exchanged { index }), "{entries}");
        assert_eq!(take(&mut desk, 4), Err(StoreError::Exchanged { index }), "{entries}");
        assert_eq!(desk.journal().append(&planned), Err(StoreError::Exchanged { index }), "{entries}");
        assert_eq!(open().log(0, 100).unwrap(), before, "nothing was written");
    }
    // Who opens it anew has what is there.
    let mut anew = Desk::open(open(), None).unwrap();
    take(&mut anew, 30).unwrap();
}

/// Another desk's journal of about that length: shorter, as long, longer.
fn other<J: Journal>(journal: J, entries: usize) {
    let mut desk = Desk::open(journal, None).unwrap();
    set_up(&mut desk);
    for minute in 10.. {
        if desk.system().journal().events().len() >= entries {
            return;
        }
        take(&mut desk, minute).unwrap();
    }
}

/// Whatever journal is there now.
#[derive(Clone, Default)]
struct Place(Arc<Mutex<MemoryJournal>>);

impl Place {
    fn now(&self) -> MemoryJournal {
        self.0.lock().unwrap().clone()
    }
}

impl Journal for Place {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.now().append(plan)
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        self.now().settle()
    }

    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        self.now().log(from, most)
    }

    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        self.now().stream(stream, after, most)
    }

    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        self.now().personal(from, until)
    }

    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        self.now().outcome(command)
    }

    fn capabilities(&self) -> Capabilities {
        self.now().capabilities()
    }
}

#[test]
fn in_memory() {
    let place = Place::default();
    let exchange = |entries| {
        let another = MemoryJournal::new();
        other(another.clone(), entries);
        *place.0.lock().unwrap() = another;
    };
    is_noticed(|| place.clone(), exchange);
}

fn in_tables<P: SqlPlace>(place: &P, prefix: &str) {
    let emptied = |entries| {
        let mut journal = place.try_open(None).unwrap();
        for table in ["log", "pending", "personal", "event", "head", "command"] {
            let sql = format!("DELETE FROM {prefix}{table}").into();
            journal.driver().run(&Statement { sql, parameters: Vec::new(), asks: false }).unwrap();
        }
        other(place.try_open(None).unwrap(), entries);
    };
    is_noticed(|| place.try_open(None).unwrap(), emptied);
}

/// What a desk has folded is not there any more, or is another line with its own hash: whoever has it open finds it.
fn verify_holds_it_against_what_was_folded<P: SqlPlace>(
    fresh: impl Fn() -> P,
    prefix: impl Fn(&P) -> String,
) {
    let shortened = "DELETE FROM {}log WHERE idx = (SELECT max(idx) FROM {}log)";
    let emptied = "DELETE FROM {}log";
    for (sql, anew) in [(shortened, "store.corrupt"), (emptied, "store.corrupt"), ("", "")] {
        let place = fresh();
        let mut desk = Desk::open(place.try_open(None).unwrap(), None).unwrap();
        set_up(&mut desk);
        take(&mut desk, 1).unwrap();
        desk.verify().unwrap();
        let mut journal = place.try_open(None).unwrap();
        let mut say = |sql: String| {
            let sql = sql.replace("{}", &prefix(&place)).into();
            journal.driver().run(&Statement { sql, parameters: Vec::new(), asks: false }).unwrap();
        };
        if sql.is_empty() {
            let rows = desk.journal().log(0, 100).unwrap();
            let last = rows.last().unwrap();
            let forged = last.line().unwrap().replace("\"id\":\"sd\"", "\"id\":\"xx\"");
            let text = forged.replace(&format!("\"index\":{},", last.index), "");
            say(format!(
                "UPDATE {{}}log SET leaf = '{}' WHERE idx = {}",
                leaf_hash(forged.as_bytes()),
                last.index
            ));
            say(format!(
                "UPDATE {{}}event SET actor = 'xx', body = '{text}' WHERE pos = (SELECT pos FROM {{}}log WHERE idx = {})",
                last.index
            ));
            // With nothing that was kept, nobody can tell.
            Desk::open(place.try_open(None).unwrap(), None).unwrap().verify().unwrap();
        } else {
            say(sql.to_owned());
            // Events without a place.
            let mut opened = Desk::open(place.try_open(None).unwrap(), None).unwrap();
            assert_eq!(opened.verify().unwrap_err().code(), anew, "{sql}");
        }
        assert_eq!(desk.verify().unwrap_err().code(), "store.exchanged", "{sql}");
    }
}

#[test]
fn verify_finds_it_in_a_file() {
    verify_holds_it_against_what_was_folded(File::new, |_| "itsm_".into());
}

#[test]
fn verify_finds_it_in_postgres() {
    let Some(server) = Server::new() else { return };
    verify_holds_it_against_what_was_folded(|| Server::alone(&server.address), |place| place.prefix.clone());
}

#[test]
fn in_a_file() {
    in_tables(&File::new(), "itsm_");
}

/// A file that a backup was put back into, as an administrator does it.
#[test]
fn a_file_that_was_restored() {
    let file = File::new();
    let backup = file.folder().join("backup.db");
    let mut desk = Desk::open(file.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    let copy = format!("VACUUM INTO '{}'", backup.display());
    desk.journal().driver().connection().execute_batch(&copy).unwrap();
    take(&mut desk, 1).unwrap();
    let index = desk.system().journal().next_index() - 1;
    let administrator = rusqlite::Connection::open(file.path()).unwrap();
    administrator
        .execute_batch(&format!("ATTACH '{}' AS backup; BEGIN IMMEDIATE", backup.display()))
        .unwrap();
    for table in ["log", "pending", "personal", "event", "head", "command"] {
        let restore = format!(
            "DELETE FROM main.itsm_{table}; INSERT INTO main.itsm_{table} SELECT * FROM backup.itsm_{table}"
        );
        administrator.execute_batch(&restore).unwrap();
    }
    administrator.execute_batch("COMMIT").unwrap();
    assert_eq!(take(&mut desk, 2), Err(StoreError::Exchanged { index }));
    let mut anew = Desk::open(file.try_open(None).unwrap(), None).unwrap();
    assert_eq!(anew.verify().unwrap().size, 3);
    take(&mut anew, 3).unwrap();
}

#[test]
fn in_postgres() {
    let Some(server) = Server::new() else { return };
    in_tables(&server, &server.prefix);
}
