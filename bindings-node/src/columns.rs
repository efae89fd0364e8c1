//! Columns of numbers, which cross by the million. 批量列

use crate::documents::{SAFE, unix_s, whole};
use itsm::contract::Failure;
use itsm::time::{CalendarError, RowError};

/// Rows that are converted at a time: what is converted stays in the nearest cache.
const ROWS: usize = 1_024;

type Room = [i64; ROWS];

/// How a column is read.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// Milliseconds since 1970.
    Instants(&'static str),
    /// Whole seconds.
    Seconds(&'static str),
}

/// Asks the core about columns of equal length, or about one amount for all rows, and writes the answers into the column of the caller:
/// memory that JavaScript has used before is not touched for the first time. The path of a failure is its row: `[17]`.
pub(crate) fn answer(
    (row, rows): (Column, &[f64]),
    (amount, amounts): (Column, &[f64]),
    out: &mut [f64],
    question: impl Fn(&[i64], &[i64]) -> Result<Vec<i64>, RowError>,
    written: impl Fn(i64) -> f64,
) -> Result<(), Failure> {
    if out.len() != rows.len() {
        let words = format!("`out` has `{}` rows, asked are `{}`", out.len(), rows.len());
        return Err(Failure { path: Some("out".into()), ..Failure::coded("document.shape", words) });
    }
    if amounts.len() != 1 && amounts.len() != rows.len() {
        let fault = CalendarError::Lengths { rows: rows.len(), amounts: amounts.len() };
        return Err(RowError { row: rows.len().min(amounts.len()), fault }.into());
    }
    let (mut left, mut right): (Room, Room) = ([0; ROWS], [0; ROWS]);
    // One amount is a piece that comes again and again.
    let pieces = rows.chunks(ROWS).zip(amounts.chunks(ROWS).cycle()).zip(out.chunks_mut(ROWS));
    for (place, ((rows, amounts), out)) in pieces.enumerate() {
        let first = place.saturating_mul(ROWS);
        let left = row.read(rows, first, &mut left)?;
        let right = amount.read(amounts, first, &mut right)?;
        let found = question(left, right)
            .map_err(|error| RowError { row: first.saturating_add(error.row), ..error })?;
        for (found, slot) in found.into_iter().zip(out) {
            *slot = written(found);
        }
    }
    Ok(())
}

impl Column {
    fn read<'room>(
        self,
        piece: &[f64],
        first: usize,
        room: &'room mut Room,
    ) -> Result<&'room [i64], Failure> {
        let plain = match self {
            Self::Instants(_) => instants(piece, room),
            Self::Seconds(_) => seconds(piece, room),
        };
        if !plain {
            self.read_each(piece, first, room)?;
        }
        Ok(room.get(..piece.len()).unwrap_or_default())
    }

    /// One by one, to find what cannot be read.
    fn read_each(self, piece: &[f64], first: usize, room: &mut Room) -> Result<(), Failure> {
        for (row, (slot, number)) in room.iter_mut().zip(piece).enumerate() {
            let read = match self {
                Self::Instants(name) => unix_s(name, *number),
                Self::Seconds(name) => whole(name, *number),
            };
            let path = || Some(format!("[{}]", first.saturating_add(row)).into());
            *slot = read.map_err(|failure| Failure { path: path(), ..failure })?;
        }
        Ok(())
    }
}

/// Reads milliseconds that are not below zero, and says whether there were no others: without a branch, in a third of the time.
fn instants(piece: &[f64], room: &mut Room) -> bool {
    let mut plain = true;
    for (slot, ms) in room.iter_mut().zip(piece) {
        plain &= (0.0..=SAFE).contains(ms);
        *slot = ((*ms as i64).cast_unsigned() / 1_000).cast_signed();
    }
    plain
}

/// Reads whole numbers, and says whether there were no others.
fn seconds(piece: &[f64], room: &mut Room) -> bool {
    let mut plain = true;
    for (slot, number) in room.iter_mut().zip(piece) {
        *slot = *number as i64;
        plain &= *slot as f64 == *number && number.abs() <= SAFE;
    }
    plain
}
