//! The journal in a file. SQLite 日志

use crate::journal::{Driver, SqlJournal};
use crate::opening::Opening;
use crate::sql::{Answer, Cell, Engine, Kit, Statement};
use crate::{Desk, Fault, FaultKind, StoreError};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens a system on a file; makes the file where it is not there.
///
/// This is for Rust programs: it brings its own SQLite. A process that has another SQLite open on the same file loses data, whatever
/// either of them does; such a host reaches the file through its own driver, with an [`Exchange`](crate::Exchange) or a [`Driver`].
///
/// # Errors
/// What the database refuses, or what is no journal.
pub fn open(path: impl AsRef<Path>) -> Result<Desk<SqliteJournal>, StoreError> {
    Desk::open(SqliteJournal::at(path, &Opening { tenant: None, own: true })?, None)
}

/// A journal in a SQLite file.
pub type SqliteJournal = SqlJournal<SqliteDriver>;

/// `rusqlite` as a driver.
#[derive(Debug)]
pub struct SqliteDriver {
    connection: Connection,
}

impl SqliteJournal {
    /// Opens the journal in a file, with write-ahead logging and every commit on the disk.
    ///
    /// # Errors
    /// `store.newer_schema`, `store.other_tenant`, and what the database refuses.
    pub fn at(path: impl AsRef<Path>, opening: &Opening) -> Result<Self, StoreError> {
        let connection = Connection::open(path).map_err(|error| fault(&error))?;
        connection.busy_timeout(PATIENCE).map_err(|error| fault(&error))?;
        connection.set_prepared_statement_cache_capacity(64);
        Self::open(SqliteDriver { connection }, Kit::new(Engine::Sqlite), opening)
    }
}

impl SqliteDriver {
    /// A host's own connection.
    #[must_use]
    pub const fn over(connection: Connection) -> Self {
        Self { connection }
    }

    /// The connection, for the host's own statements.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }
}

fn fault(error: &rusqlite::Error) -> Fault {
    let kind =
        error.sqlite_error().map_or(FaultKind::Other, |error| FaultKind::of_sqlite(error.extended_code));
    Fault::new(kind, error.to_string())
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Driver for SqliteDriver {
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault> {
        self.answer(statement).map_err(|error| fault(&error))
    }

    fn begun(&mut self) -> Option<bool> {
        Some(!self.connection.is_autocommit())
    }
}

impl SqliteDriver {
    fn answer(&self, statement: &Statement) -> rusqlite::Result<Answer> {
        let mut prepared = self.connection.prepare_cached(&statement.sql)?;
        let parameters = params_from_iter(&statement.parameters);
        if !statement.asks {
            let changed = prepared.execute(parameters)?;
            return Ok(Answer { rows: Vec::new(), changed: u64::try_from(changed).unwrap_or(u64::MAX) });
        }
        let width = prepared.column_count();
        let mut found = prepared.query(parameters)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let cells = (0..width).map(|place| {
                Ok(match row.get_ref(place)? {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(number) => Cell::Integer(number),
                    other => Cell::Text(other.as_str()?.to_owned()),
                })
            });
            rows.push(cells.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Ok(Answer { rows, changed: 0 })
    }
}
