//! A system on a journal in the host's database: what an exchange wants run, the host's own driver runs, in `journal.js`.

use crate::documents::{text, whole, within};
use crate::failure::ask;
use crate::system::{Plan, ServiceManagementSystem};
use itsm::contract::Failure;
use itsm_store::sql::{Answer, Cell, Statement};
use itsm_store::{Fault, FaultKind, JournalHandle, Step};
use napi::bindgen_prelude::{Either3, Null};
use napi_derive::napi;
use serde_json::{Value, json};

/// A value of a row.
type Given = Either3<f64, String, Null>;

/// A system on a journal.
#[napi]
pub struct Journal(JournalHandle);

#[napi]
impl Journal {
    /// A system without records that will stand on a database.
    #[napi(constructor, catch_unwind)]
    pub fn new(engine: String, prefix: Option<String>, tenant: Option<String>) -> napi::Result<Self> {
        ask(|| Ok(Self(JournalHandle::new(&engine, None, prefix.as_deref(), tenant.as_deref())?)))
    }

    /// The system: the same one, and no copy.
    #[napi(catch_unwind)]
    pub fn system(&self) -> ServiceManagementSystem {
        self.0.system().into()
    }

    /// Opens the tables and folds the log.
    #[napi(catch_unwind)]
    pub fn open(&self, own: bool) -> Exchange {
        Exchange(self.0.open(own))
    }

    /// Folds what others have appended.
    #[napi(catch_unwind)]
    pub fn catch_up(&self) -> Exchange {
        Exchange(self.0.catch_up())
    }

    /// Carries a command out.
    #[napi(catch_unwind)]
    pub fn execute(&self, command: String, context: String) -> napi::Result<Exchange> {
        ask(|| Ok(Exchange(self.0.execute(command.as_bytes(), context.as_bytes())?)))
    }

    /// Fires everything that is due.
    #[napi(catch_unwind)]
    pub fn advance(&self, now: String) -> napi::Result<Exchange> {
        ask(|| Ok(Exchange(self.0.advance(&now)?)))
    }

    /// Carries a plan out in the transaction that the host has begun.
    #[napi(catch_unwind)]
    pub fn append(&self, plan: &Plan) -> Exchange {
        Exchange(self.0.append_within(plan.planned()))
    }

    /// Whether every entry is what was hashed.
    #[napi(catch_unwind)]
    pub fn verify(&self) -> Exchange {
        Exchange(self.0.verify())
    }
}

/// A conversation with the host's driver.
#[napi]
pub struct Exchange(itsm_store::Exchange<Value>);

#[napi]
impl Exchange {
    /// Refuses unless the host's transaction, or its absence, is what the question wants.
    #[napi(catch_unwind)]
    pub fn begins(&self, transaction: bool) -> napi::Result<()> {
        ask(|| Ok(self.0.begins(transaction)?))
    }

    /// Goes on with the rows that the last statement answered and how many it changed; with neither at the beginning and after a pause.
    #[napi(catch_unwind)]
    pub fn step(&mut self, rows: Option<Vec<Vec<Given>>>, changed: Option<f64>) -> napi::Result<String> {
        ask(|| {
            let answer = rows.map(|rows| answer(rows, changed.unwrap_or_default())).transpose()?;
            wanted(self.0.step(answer.map(Ok)))
        })
    }

    /// Goes on with what the driver says of a statement that did not go through.
    #[napi(catch_unwind)]
    pub fn fault(&mut self, kind: String, message: String) -> napi::Result<String> {
        ask(|| wanted(self.0.step(Some(Err(Fault::new(FaultKind::read(&kind), message))))))
    }
}

fn answer(rows: Vec<Vec<Given>>, changed: f64) -> Result<Answer, Failure> {
    let cell = |given| {
        Ok(match given {
            Either3::A(number) => Cell::Integer(whole("rows", number)?),
            Either3::B(text) => Cell::Text(text),
            Either3::C(_) => Cell::Null,
        })
    };
    let row = |row: Vec<Given>| row.into_iter().map(cell).collect();
    let rows = rows.into_iter().map(row).collect::<Result<_, Failure>>()?;
    let changed = u64::from(within::<u32>("changed", changed)?);
    Ok(Answer { rows, changed })
}

fn wanted(step: Step<Value>) -> Result<String, Failure> {
    text(&match step {
        Step::Run(Statement { sql, parameters, asks }) => {
            let parameters: Vec<Value> = parameters.into_iter().map(parameter).collect();
            json!({"run": {"sql": &*sql, "parameters": parameters, "asks": asks}})
        }
        Step::Pause(milliseconds) => json!({"pause": milliseconds}),
        Step::Done(done) => json!({"done": done?}),
    })
}

fn parameter(cell: Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Integer(number) => number.into(),
        Cell::Text(text) => text.into(),
    }
}
