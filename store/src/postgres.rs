//! The journal of many processes. PostgreSQL 日志

use crate::journal::{Driver, SqlJournal};
use crate::sql::{Answer, Cell, Statement};
use crate::{Fault, FaultKind};
use postgres::error::SqlState;
use postgres::types::{ToSql, Type};
use postgres::{Client, Row};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A journal in a PostgreSQL database.
///
/// The host makes the client, with the encryption and the patience it wants:
///
/// ```no_run
/// use itsm_store::sql::{Engine, Kit};
/// use itsm_store::{Desk, Opening, PostgresDriver, PostgresJournal};
/// let driver = PostgresDriver::new(|| postgres::Client::connect("host=/run/postgresql user=desk", postgres::NoTls))?;
/// let journal = PostgresJournal::open(driver, Kit::new(Engine::Postgres), &Opening::default())?;
/// let desk = Desk::open(journal, None)?;
/// # Ok::<(), itsm_store::StoreError>(())
/// ```
pub type PostgresJournal = SqlJournal<PostgresDriver>;

type Connect = Box<dyn FnMut() -> Result<Client, postgres::Error> + Send>;

/// `postgres` as a driver. A connection that was lost is made anew for the next transaction, never within one.
pub struct PostgresDriver {
    connect: Connect,
    client: Option<Client>,
    prepared: BTreeMap<Arc<str>, postgres::Statement>,
}

impl std::fmt::Debug for PostgresDriver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresDriver").field("connected", &self.client.is_some()).finish_non_exhaustive()
    }
}

impl PostgresDriver {
    /// A driver that connects like this, now and whenever a connection was lost.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub fn new(
        mut connect: impl FnMut() -> Result<Client, postgres::Error> + Send + 'static,
    ) -> Result<Self, Fault> {
        let client = connect().map_err(|error| fault(&error))?;
        Ok(Self { connect: Box::new(connect), client: Some(client), prepared: BTreeMap::new() })
    }

    /// The client, for the host's own statements; none while the connection is lost.
    ///
    /// A transaction that the host begins here is for [`append_within`](SqlJournal::append_within) and ends before anything else is asked of
    /// the journal: PostgreSQL would only warn of a second `BEGIN`, and our commit would be that of the host's transaction.
    pub const fn client(&mut self) -> Option<&mut Client> {
        self.client.as_mut()
    }

    fn answer(&mut self, statement: &Statement) -> Result<Answer, postgres::Error> {
        let client = match &mut self.client {
            Some(client) => client,
            none => {
                self.prepared.clear();
                none.insert((self.connect)()?)
            }
        };
        if statement.parameters.is_empty() && !statement.asks {
            client.batch_execute(&statement.sql)?;
            return Ok(Answer::default());
        }
        let prepared = match self.prepared.get(&statement.sql) {
            Some(prepared) => prepared.clone(),
            None => {
                let prepared = client.prepare(&statement.sql)?;
                self.prepared.insert(Arc::clone(&statement.sql), prepared.clone());
                prepared
            }
        };
        let parameters: Vec<Box<dyn ToSql + Sync>> = statement
            .parameters
            .iter()
            .map(|cell| -> Box<dyn ToSql + Sync> {
                match cell {
                    Cell::Null => Box::new(None::<String>),
                    Cell::Integer(number) => Box::new(*number),
                    Cell::Text(text) => Box::new(text.clone()),
                }
            })
            .collect();
        let parameters: Vec<&(dyn ToSql + Sync)> = parameters.iter().map(AsRef::as_ref).collect();
        if !statement.asks {
            return Ok(Answer { rows: Vec::new(), changed: client.execute(&prepared, &parameters)? });
        }
        let rows = client.query(&prepared, &parameters)?;
        Ok(Answer { rows: rows.iter().map(cells).collect::<Result<_, _>>()?, changed: 0 })
    }
}

fn cells(row: &Row) -> Result<Vec<Cell>, postgres::Error> {
    let cell = |(place, column): (usize, &postgres::Column)| {
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(place)?.map_or(Cell::Null, Cell::Integer),
            Type::INT4 => row
                .try_get::<_, Option<i32>>(place)?
                .map_or(Cell::Null, |number| Cell::Integer(number.into())),
            Type::VOID => Cell::Null,
            _ => row.try_get::<_, Option<String>>(place)?.map_or(Cell::Null, Cell::Text),
        })
    };
    row.columns().iter().enumerate().map(cell).collect()
}

fn fault(error: &postgres::Error) -> Fault {
    let kind = match error.code() {
        Some(code)
            if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(code) =>
        {
            FaultKind::Contended
        }
        Some(code) if [SqlState::LOCK_NOT_AVAILABLE, SqlState::QUERY_CANCELED].contains(code) => {
            FaultKind::Busy
        }
        Some(code) if [SqlState::DISK_FULL, SqlState::OUT_OF_MEMORY].contains(code) => FaultKind::Full,
        Some(code)
            if [SqlState::READ_ONLY_SQL_TRANSACTION, SqlState::INSUFFICIENT_PRIVILEGE].contains(code) =>
        {
            FaultKind::ReadOnly
        }
        Some(code) if [SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED].contains(code) => {
            FaultKind::Corrupt
        }
        Some(code) if code.code().starts_with("57P") || code.code().starts_with("08") => FaultKind::Lost,
        Some(_) => FaultKind::Other,
        None => FaultKind::Lost,
    };
    Fault::new(kind, error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string))
}

impl Driver for PostgresDriver {
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault> {
        let answer = self.answer(statement).map_err(|error| fault(&error));
        if let Err(Fault { kind: FaultKind::Lost, .. }) = &answer {
            self.client = None;
        }
        answer
    }
}
