//! Batches as columns of Arrow: one question a row, null for null. 批量

use crate::arrow::{Answers, Column, Kind};
use crate::door::{Fault, door, python};
use crate::instants::utc_of;
use itsm::contract::Failure;
use itsm::time::BusinessCalendar;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::sync::Arc;

/// A column of answers, for everything that reads Arrow.
#[pyclass(frozen, module = "itsm", name = "Column")]
pub(crate) struct Answered(Arc<Answers>);

#[pymethods]
impl Answered {
    // What is asked for may be ignored: whoever asks converts.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _ = requested_schema;
        door(|| Answers::capsules(&self.0, py).map_err(python))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        let kind = if self.0.instants() { "timestamp[s, UTC]" } else { "int64" };
        format!("Column({kind}, {} rows)", self.0.len())
    }
}

/// An amount for each row, or one for all.
pub(crate) enum Amounts {
    Each(Column),
    All(i64),
}

impl Amounts {
    pub(crate) fn each(column: Column) -> Result<Self, Fault> {
        match column.kind() {
            Kind::Integers | Kind::Durations(_) => Ok(Self::Each(column)),
            Kind::Instants(_) => {
                Err(wrong("an amount of seconds is an int64 or a duration, these are instants"))
            }
        }
    }
}

fn wrong(words: &'static str) -> Fault {
    python(PyTypeError::new_err(words))
}

fn instants(column: &Column) -> Result<(), Fault> {
    match column.kind() {
        Kind::Integers | Kind::Instants(_) => Ok(()),
        Kind::Durations(_) => {
            Err(wrong("instants are int64 or timestamps with a time zone, these are durations"))
        }
    }
}

fn same_length(a: &Column, b: &Column) -> Result<(), Fault> {
    if a.len() == b.len() {
        return Ok(());
    }
    let words = format!("columns of one length are wanted, these have {} and {}", a.len(), b.len());
    Err(Failure::coded("document.shape", words).into())
}

/// `add` for each start and amount: the answers are what the starts are.
pub(crate) fn added(
    calendar: &BusinessCalendar,
    starts: &Column,
    amounts: &Amounts,
) -> Result<Answered, Fault> {
    instants(starts)?;
    let answers = Answers::new(starts.kind() != Kind::Integers, starts.len());
    let add = |start, amount| Ok(calendar.add(utc_of(start)?, amount)?.timestamp());
    match amounts {
        Amounts::All(amount) => asked(answers, starts.seconds().map(|start| Some((start?, *amount))), add),
        Amounts::Each(amounts) => {
            same_length(starts, amounts)?;
            asked(
                answers,
                starts.seconds().zip(amounts.seconds()).map(|(start, amount)| Some((start?, amount?))),
                add,
            )
        }
    }
}

/// `between` for each pair.
pub(crate) fn between(calendar: &BusinessCalendar, a: &Column, b: &Column) -> Result<Answered, Fault> {
    instants(a)?;
    instants(b)?;
    same_length(a, b)?;
    let pairs = a.seconds().zip(b.seconds()).map(|(a, b)| Some((a?, b?)));
    asked(Answers::new(false, a.len()), pairs, |a, b| Ok(calendar.between(utc_of(a)?, utc_of(b)?)?))
}

fn asked(
    mut answers: Answers,
    rows: impl Iterator<Item = Option<(i64, i64)>>,
    question: impl Fn(i64, i64) -> Result<i64, Fault>,
) -> Result<Answered, Fault> {
    for (place, row) in rows.enumerate() {
        answers.push(match row {
            Some((a, b)) => Some(question(a, b).map_err(|fault| fault.at(place))?),
            None => None,
        });
    }
    Ok(Answered(Arc::new(answers)))
}
