//! A system on a journal in a SQLite file. What an exchange wants run, Swift runs with the SQLite of its system. 持久日志

use crate::documents::{instant_text, text};
use crate::door::{Thrown, door};
use crate::system::{Plan, ServiceManagementSystem};
use itsm::contract::{Failure, code_of};
use itsm_store::sql::{self, Answer, Statement};
use itsm_store::{Fault, FaultKind, JournalHandle};
use serde_json::Value;
use std::sync::{Arc, Mutex, PoisonError};

/// A system's journal.
#[derive(uniffi::Object)]
pub struct Journal(JournalHandle);

fn begun(exchange: itsm_store::Exchange<Value>) -> Arc<Exchange> {
    Arc::new(Exchange(Mutex::new(exchange)))
}

#[uniffi::export]
impl Journal {
    /// A system without records that will stand on a SQLite database.
    #[uniffi::constructor]
    pub fn new(prefix: String, tenant: Option<String>) -> Result<Self, Thrown> {
        door(|| Ok(Self(JournalHandle::new("sqlite", None, Some(&prefix), tenant.as_deref())?)))
    }

    /// The system: the same one, and no copy.
    pub fn system(&self) -> Result<ServiceManagementSystem, Thrown> {
        door(|| Ok(self.0.system().into()))
    }

    /// Opens the tables and folds the log; `own` where the connection is nobody else's.
    pub fn open(&self, own: bool) -> Result<Arc<Exchange>, Thrown> {
        door(|| Ok(begun(self.0.open(own))))
    }

    /// Folds what others have appended.
    pub fn catch_up(&self) -> Result<Arc<Exchange>, Thrown> {
        door(|| Ok(begun(self.0.catch_up())))
    }

    /// Carries a command out.
    pub fn execute(&self, command: String, context: String) -> Result<Arc<Exchange>, Thrown> {
        door(|| Ok(begun(self.0.execute(command.as_bytes(), context.as_bytes())?)))
    }

    /// Fires everything that is due up to and including an instant.
    pub fn advance(&self, now: f64) -> Result<Arc<Exchange>, Thrown> {
        let now = instant_text(now)?;
        door(|| Ok(begun(self.0.advance(&now)?)))
    }

    /// Carries a plan out in the transaction that the host has begun.
    pub fn append(&self, plan: Arc<Plan>) -> Result<Arc<Exchange>, Thrown> {
        door(|| Ok(begun(self.0.append_within(plan.planned()))))
    }

    /// Whether every entry is what was hashed.
    pub fn verify(&self) -> Result<Arc<Exchange>, Thrown> {
        door(|| Ok(begun(self.0.verify())))
    }
}

/// A value that goes to the database or comes from it.
#[derive(uniffi::Enum)]
pub enum Cell {
    /// None.
    Null,
    /// A number.
    Integer {
        /// The number.
        value: i64,
    },
    /// A text.
    Text {
        /// The text.
        value: String,
    },
}

/// What is to be done next.
#[derive(uniffi::Enum)]
pub enum Step {
    /// Run this, and come back with what it answered.
    Run {
        /// The statement.
        sql: String,
        /// Its parameters in order.
        parameters: Vec<Cell>,
        /// Whether it answers with rows.
        asks: bool,
    },
    /// Wait, and come back with nothing.
    Pause {
        /// How long.
        milliseconds: u64,
    },
    /// It is over.
    Done {
        /// What it came to.
        document: String,
    },
}

/// A question to a journal, stopped at a statement.
#[derive(uniffi::Object)]
pub struct Exchange(Mutex<itsm_store::Exchange<Value>>);

#[uniffi::export]
impl Exchange {
    /// Goes on with the rows that the last statement answered and how many it changed; with none at the beginning and after a pause.
    pub fn step(&self, rows: Vec<Vec<Cell>>, changed: u64) -> Result<Step, Thrown> {
        let rows = rows.into_iter().map(|row| row.into_iter().map(into_cell).collect()).collect();
        self.goes_on(Ok(Answer { rows, changed }))
    }

    /// Goes on with what SQLite says of a statement that did not go through, and its extended code.
    pub fn fault(&self, code: i32, message: String) -> Result<Step, Thrown> {
        self.goes_on(Err(Fault::new(FaultKind::of_sqlite(code), message)))
    }

    /// Refuses unless the host's transaction, or its absence, is what the question wants.
    pub fn begins(&self, transaction: bool) -> Result<(), Thrown> {
        door(|| Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).begins(transaction)?))
    }
}

impl Exchange {
    fn goes_on(&self, answer: Result<Answer, Fault>) -> Result<Step, Thrown> {
        door(|| {
            let mut exchange = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(match exchange.step(Some(answer)) {
                itsm_store::Step::Run(Statement { sql, parameters, asks }) => {
                    let parameters = parameters.into_iter().map(from_cell).collect();
                    Step::Run { sql: sql.to_string(), parameters, asks }
                }
                itsm_store::Step::Pause(milliseconds) => Step::Pause { milliseconds },
                itsm_store::Step::Done(done) => Step::Done { document: text(&done?)? },
            })
        })
    }
}

fn into_cell(cell: Cell) -> sql::Cell {
    match cell {
        Cell::Null => sql::Cell::Null,
        Cell::Integer { value } => sql::Cell::Integer(value),
        Cell::Text { value } => sql::Cell::Text(value),
    }
}

fn from_cell(cell: sql::Cell) -> Cell {
    match cell {
        sql::Cell::Null => Cell::Null,
        sql::Cell::Integer(value) => Cell::Integer { value },
        sql::Cell::Text(value) => Cell::Text { value },
    }
}

/// Fails with a code: what Swift sees before anything is asked.
#[uniffi::export]
pub fn refuse(code: String, words: String) -> Result<(), Thrown> {
    door(|| {
        let row = code_of(&code);
        Err(row.map_or_else(|| Failure::internal(code), |row| Failure::coded(row.code, words)))
    })
}
