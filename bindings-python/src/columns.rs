//! Batches as columns of Arrow: one question a row, null for null. 批量

use crate::arrow::{Answers, Column, Kind};
use crate::door::{Fault, door, python};
use itsm::time::{BusinessCalendar, CalendarError, RowError};
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

/// `add` for each start and amount: the answers are what the starts are.
pub(crate) fn added(
    calendar: &BusinessCalendar,
    starts: &Column,
    amounts: &Amounts,
) -> Result<Answered, Fault> {
    instants(starts)?;
    let answers = Answers::new(starts.kind() != Kind::Integers, starts.len());
    let add = |starts: &[i64], amounts: &[i64]| calendar.add_each(starts, amounts);
    match amounts {
        Amounts::All(amount) => asked(answers, starts.seconds().map(|start| Some((start?, *amount))), add),
        Amounts::Each(amounts) => {
            same_length(starts.len(), amounts.len())?;
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
    same_length(a.len(), b.len())?;
    let pairs = a.seconds().zip(b.seconds()).map(|(a, b)| Some((a?, b?)));
    asked(Answers::new(false, a.len()), pairs, |a, b| calendar.between_each(a, b))
}

/// As many amounts as rows.
pub(crate) fn same_length(rows: usize, amounts: usize) -> Result<(), Fault> {
    if rows == amounts { Ok(()) } else { Err(CalendarError::Lengths { rows, amounts }.into()) }
}

/// How many rows are asked at a time: what stays near the processor.
const BLOCK: usize = 4_096;

/// Asks row by row, a block at a time; where a row has a null, so has the answer.
fn asked(
    mut answers: Answers,
    mut rows: impl Iterator<Item = Option<(i64, i64)>>,
    question: impl Fn(&[i64], &[i64]) -> Result<Vec<i64>, RowError>,
) -> Result<Answered, Fault> {
    let (mut a, mut b, mut holes) = (Vec::with_capacity(BLOCK), Vec::with_capacity(BLOCK), Vec::new());
    loop {
        a.clear();
        b.clear();
        holes.clear();
        let mut length = 0_usize;
        for row in rows.by_ref().take(BLOCK) {
            match row {
                Some((one, other)) => {
                    a.push(one);
                    b.push(other);
                }
                None => holes.push(length),
            }
            length = length.saturating_add(1);
        }
        if length == 0 {
            return Ok(Answered(Arc::new(answers)));
        }
        let found = question(&a, &b).map_err(|RowError { row, fault }| {
            // The row of a question lies behind the holes before it.
            let place =
                holes.iter().fold(row, |place, hole| place.saturating_add(usize::from(*hole <= place)));
            Fault::from(fault).at(answers.len().saturating_add(place))
        })?;
        if holes.is_empty() {
            answers.extend(&found);
            continue;
        }
        let mut found = found.into_iter();
        let mut holes = holes.iter().peekable();
        for place in 0..length {
            answers.push(if holes.next_if_eq(&&place).is_some() { None } else { found.next() });
        }
    }
}
