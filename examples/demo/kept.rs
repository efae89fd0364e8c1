//! The week in a file: the host's diary and the library's journal, committed together. 同一事务

use crate::week::{Before, Order, Stage};
use itsm::kernel::Instant;
use itsm::system::{CommandError, ServiceManagementSystem};
use itsm_store::{Desk, SqliteDriver, SqliteJournal, StoreError};
use std::error::Error;
use std::ops::Deref;
use std::path::Path;

/// The host's own table: every order that was given, and how many entries the journal had then. An order and what came of it are one
/// transaction, so whoever is stopped in the midst of it finds both, or neither, and gives the order again.
const DIARY: &str = "CREATE TABLE IF NOT EXISTS diary (number INTEGER PRIMARY KEY, person TEXT NOT NULL, command TEXT NOT NULL, \
    entries INTEGER NOT NULL, refused INTEGER NOT NULL)";

/// A service desk that stands on a journal in a file.
pub struct Kept {
    desk: Desk<SqliteJournal>,
    /// How many orders stand in the diary.
    written: usize,
    /// How many of them this run has come by.
    passed: usize,
}

impl Kept {
    /// Opens the file, or makes it.
    pub fn open(path: &Path) -> Result<Self, Box<dyn Error>> {
        let mut desk = itsm_store::open(path)?;
        let connection = desk.journal().driver().connection();
        connection.execute_batch(DIARY)?;
        let written = connection.query_row("SELECT count(*) FROM diary", [], |row| row.get::<_, i64>(0))?;
        Ok(Self { desk, written: usize::try_from(written)?, passed: 0 })
    }

    /// How many orders stand in the diary.
    pub const fn written(&self) -> usize {
        self.written
    }

    /// Whether every entry that is kept is what was hashed when it took its place.
    pub fn verify(&mut self) -> Result<u64, StoreError> {
        Ok(self.desk.verify()?.size)
    }

    /// The driver, for the host's own statements.
    pub fn driver(&mut self) -> &SqliteDriver {
        self.desk.journal().driver()
    }

    /// The order in the diary and its events in the journal, in the transaction that is begun.
    fn write(&mut self, order: &Order) -> Result<Result<(), CommandError>, Box<dyn Error>> {
        let entries = i64::try_from(self.desk.system().journal().next_index())?;
        let planned = self.desk.system().plan(&order.command, &order.context);
        let (number, person) = (i64::try_from(self.written)?, order.context.actor.id.to_string());
        self.driver().connection().execute(
            "INSERT INTO diary (number, person, command, entries, refused) VALUES (?, ?, ?, ?, ?)",
            (number, person, order.command.body.kind(), entries, planned.is_err()),
        )?;
        match planned {
            Ok(plan) => Ok(Ok(self.desk.journal().append_within(&plan.rows())?)),
            Err(refused) => Ok(Err(refused)),
        }
    }
}

impl Stage for Kept {
    fn desk(&self) -> impl Deref<Target = ServiceManagementSystem> + '_ {
        self.desk.system()
    }

    fn advance(&mut self, until: Instant) -> Result<(), Box<dyn Error>> {
        // What was due before an order that stands in the diary has fired before it.
        if self.passed == self.written {
            self.desk.advance(until)?;
        }
        Ok(())
    }

    fn give(&mut self, order: &Order) -> Result<Result<(), CommandError>, Box<dyn Error>> {
        self.driver().connection().execute_batch("BEGIN IMMEDIATE")?;
        let came = self.write(order);
        let end = if came.is_ok() { "COMMIT" } else { "ROLLBACK" };
        self.driver().connection().execute_batch(end)?;
        let came = came?;
        self.written += 1;
        self.passed += 1;
        self.desk.catch_up()?;
        Ok(came)
    }

    fn before(&mut self, by: &str, kind: &str) -> Result<Option<Before>, Box<dyn Error>> {
        if self.passed == self.written {
            return Ok(None);
        }
        let next = i64::try_from(self.passed)?;
        let (person, command, entries) = self.driver().connection().query_row(
            "SELECT person, command, entries FROM diary WHERE number = ?",
            [next],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?)),
        )?;
        if (person.as_str(), command.as_str()) != (by, kind) {
            return Err(
                format!("the file tells another story (`{command}` by {person}): name another").into()
            );
        }
        self.passed += 1;
        Ok(Some(Before { entries: usize::try_from(entries)? }))
    }
}
