//! Batches as columns of Arrow: one question a row, null for null. 批量

use crate::arrow::{Answers, Column, Kind, Reader, Rows};
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
    asked(answers, starts, amounts, |starts, amounts| calendar.add_each(starts, amounts))
}

/// `between` for each pair.
pub(crate) fn between(calendar: &BusinessCalendar, a: &Column, b: Column) -> Result<Answered, Fault> {
    instants(a)?;
    instants(&b)?;
    asked(Answers::new(false, a.len()), a, &Amounts::Each(b), |a, b| calendar.between_each(a, b))
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
    a: &Column,
    b: &Amounts,
    question: impl Fn(&[i64], &[i64]) -> Result<Vec<i64>, RowError>,
) -> Result<Answered, Fault> {
    let (mut a, all) = (a.reader(), a.len());
    let (mut b, one) = match b {
        Amounts::Each(column) => {
            same_length(all, column.len())?;
            (Some(column.reader()), [0])
        }
        Amounts::All(amount) => (None, [*amount]),
    };
    loop {
        let length = b.as_mut().map_or(BLOCK, Reader::ahead).min(a.ahead()).min(BLOCK);
        if length == 0 {
            return Ok(Answered(Arc::new(answers)));
        }
        let from = a.take(length);
        let to = b.as_mut().map(|b| b.take(length));
        let there = |rows: &Rows<'_>, place| {
            rows.present.as_ref().is_none_or(|present| present.get(place).copied().unwrap_or_default())
        };
        let at = |answers: &Answers, place: usize| answers.len().saturating_add(place);
        if from.present.is_none() && to.as_ref().is_none_or(|to| to.present.is_none()) {
            let found = question(&from.seconds, to.as_ref().map_or(&one[..], |to| &to.seconds));
            answers
                .extend(&found.map_err(|RowError { row, fault }| Fault::from(fault).at(at(&answers, row)))?);
            continue;
        }
        let whole = |place: &usize| there(&from, *place) && to.as_ref().is_none_or(|to| there(to, *place));
        let places: Vec<usize> = (0..length).filter(whole).collect();
        let picked =
            |rows: &Rows<'_>| places.iter().filter_map(|place| rows.seconds.get(*place).copied()).collect();
        let (some, others): (Vec<i64>, Vec<i64>) = (picked(&from), to.as_ref().map_or(one.to_vec(), picked));
        let found = question(&some, &others).map_err(|RowError { row, fault }| {
            let place = places.get(row).copied().unwrap_or_default();
            Fault::from(fault).at(at(&answers, place))
        })?;
        let mut found = places.iter().zip(found).peekable();
        for place in 0..length {
            answers.push(found.next_if(|(at, _)| **at == place).map(|(_, answer)| answer));
        }
    }
}
