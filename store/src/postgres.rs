//! The journal of many processes. PostgreSQL 日志

use crate::journal::{Driver, SqlJournal};
use crate::sql::{Answer, Cell, Statement};
use crate::{Fault, FaultKind};
use postgres::error::SqlState;
use postgres::types::{ToSql, Type};
use postgres::{Client, Row, SimpleQueryMessage};
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

/// What is known of a transaction on the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transaction {
    None,
    Begun,
    /// The host has had the client.
    Unknown,
}

/// Whether the statement has its transaction for itself: in one that was begun before, `now()` is when it was.
const ALONE: &str = "SELECT now() = statement_timestamp()";

/// `postgres` as a driver. A connection that was lost is made anew for the next transaction, never within one.
pub struct PostgresDriver {
    connect: Connect,
    client: Option<Client>,
    prepared: BTreeMap<Arc<str>, postgres::Statement>,
    transaction: Transaction,
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
        let transaction = Transaction::None;
        Ok(Self { connect: Box::new(connect), client: Some(client), prepared: BTreeMap::new(), transaction })
    }

    /// The client, for the host's own statements; none while the connection is lost.
    ///
    /// A transaction that the host begins here is for [`append_within`](SqlJournal::append_within) and ends before anything is asked of the
    /// journal that has transactions of its own: that is refused until then (`store.busy`).
    pub const fn client(&mut self) -> Option<&mut Client> {
        self.transaction = Transaction::Unknown;
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
    let kind = FaultKind::of_postgres(error.code().map_or("", SqlState::code));
    Fault::new(kind, error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string))
}

impl Driver for PostgresDriver {
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault> {
        let answer = self.answer(statement).map_err(|error| fault(&error));
        match (&answer, statement.sql.split_ascii_whitespace().next()) {
            (Err(Fault { kind: FaultKind::Lost, .. }), _) => {
                self.client = None;
                self.transaction = Transaction::None;
            }
            (Ok(_), Some("BEGIN")) => self.transaction = Transaction::Begun,
            (Ok(_), Some("COMMIT")) => self.transaction = Transaction::None,
            (Ok(_), Some("ROLLBACK")) if !statement.sql.contains("SAVEPOINT") => {
                self.transaction = Transaction::None;
            }
            _ => {}
        }
        answer
    }

    /// What went through here is known; where the host had the client itself, the server is asked once: a statement of its own is
    /// where its transaction begins.
    fn begun(&mut self) -> Option<bool> {
        if self.transaction == Transaction::Unknown {
            let asked = self.client.as_mut().map(|client| client.simple_query(ALONE));
            let alone = match asked {
                None => true,
                Some(Ok(said)) => said.iter().any(|said| match said {
                    SimpleQueryMessage::Row(row) => row.get(0) == Some("t"),
                    _ => false,
                }),
                // A transaction that has failed answers nothing, and is one.
                Some(Err(error)) => error.code() != Some(&SqlState::IN_FAILED_SQL_TRANSACTION),
            };
            self.transaction = if alone { Transaction::None } else { Transaction::Begun };
        }
        Some(self.transaction == Transaction::Begun)
    }
}
