//! Columns of numbers, which cross by the million. 批量列

use itsm::contract::Failure;
use itsm::time::{CalendarError, RowError};

/// Rows that are converted at a time: what is converted stays in the nearest cache.
const ROWS: usize = 1_024;

/// Asks the core about columns of equal length, or about one amount for all rows. The path of a failure is its row: `[17]`.
pub(crate) fn answered(
    rows: &[f64],
    amounts: &[f64],
    row: impl Fn(f64) -> Result<i64, Failure> + Copy,
    amount: impl Fn(f64) -> Result<i64, Failure> + Copy,
    question: impl Fn(&[i64], &[i64]) -> Result<Vec<i64>, RowError>,
    written: impl Fn(i64) -> f64 + Copy,
) -> Result<Vec<f64>, Failure> {
    if amounts.len() != 1 && amounts.len() != rows.len() {
        let fault = CalendarError::Lengths { rows: rows.len(), amounts: amounts.len() };
        return Err(RowError { row: rows.len().min(amounts.len()), fault }.into());
    }
    let mut answers = Vec::with_capacity(rows.len());
    let (mut left, mut right) = ([0; ROWS], [0; ROWS]);
    // One amount is a piece that comes again and again.
    let pieces = rows.chunks(ROWS).zip(amounts.chunks(ROWS).cycle());
    for (place, (rows, amounts)) in pieces.enumerate() {
        let first = place.saturating_mul(ROWS);
        let left = read(rows, row, first, &mut left)?;
        let right = read(amounts, amount, first, &mut right)?;
        let found = question(left, right)
            .map_err(|error| RowError { row: first.saturating_add(error.row), ..error })?;
        answers.extend(found.into_iter().map(written));
    }
    Ok(answers)
}

fn read<'room>(
    piece: &[f64],
    reading: impl Fn(f64) -> Result<i64, Failure>,
    first: usize,
    room: &'room mut [i64; ROWS],
) -> Result<&'room [i64], Failure> {
    for (row, (slot, number)) in room.iter_mut().zip(piece).enumerate() {
        let path = || Some(format!("[{}]", first.saturating_add(row)).into());
        *slot = reading(*number).map_err(|failure| Failure { path: path(), ..failure })?;
    }
    Ok(room.get(..piece.len()).unwrap_or_default())
}
