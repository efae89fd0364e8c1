//! Business calendars.

use crate::columns::{Column, answer};
use crate::documents::{date, ms, text, whole, within};
use crate::failure::{Work, ask, promise};
use itsm::contract::Failure;
use itsm::time::{self, Boundary, CalendarDocument, DayConvention, Language};
use napi::bindgen_prelude::{AsyncTask, Float64Array};
use napi_derive::napi;

/// A compiled calendar.
#[napi]
pub struct BusinessCalendar(time::BusinessCalendar);

fn coded<T>(found: Option<T>, what: &str, code: &str) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no {what}")))
}

/// A column for answers. Behind a name, because what the macro sees as `&mut` it takes for a class.
type Answers<'a> = &'a mut [f64];

fn due_each(
    calendar: &time::BusinessCalendar,
    starts: &[f64],
    seconds: &[f64],
    out: Answers<'_>,
) -> Result<(), Failure> {
    let (starts, seconds) = ((Column::Instants("starts"), starts), (Column::Seconds("seconds"), seconds));
    let question = |starts: &[i64], seconds: &[i64]| calendar.add_each(starts, seconds);
    answer(starts, seconds, out, question, |due_s| due_s.saturating_mul(1_000) as f64)
}

fn working_each(
    calendar: &time::BusinessCalendar,
    from: &[f64],
    to: &[f64],
    out: Answers<'_>,
) -> Result<(), Failure> {
    let (from, to) = ((Column::Instants("from"), from), (Column::Instants("to"), to));
    let question = |from: &[i64], to: &[i64]| calendar.between_each(from, to);
    answer(from, to, out, question, |seconds| seconds as f64)
}

type Question = fn(&time::BusinessCalendar, &[f64], &[f64], Answers<'_>) -> Result<(), Failure>;

/// A question about columns off the event loop, on a copy of them.
fn promised(
    question: Question,
    calendar: &time::BusinessCalendar,
    rows: &[f64],
    amounts: &[f64],
) -> AsyncTask<Work<Float64Array>> {
    let (calendar, rows, amounts) = (calendar.clone(), rows.to_vec(), amounts.to_vec());
    promise(move || {
        let mut out = vec![0.0; rows.len()];
        question(&calendar, &rows, &amounts, &mut out)?;
        Ok(Float64Array::new(out))
    })
}

#[napi]
impl BusinessCalendar {
    /// Reads and compiles a document; repaired, a close at 23:59 means 24:00.
    #[napi(constructor, catch_unwind)]
    pub fn new(document: String, repair_end_of_day: bool) -> napi::Result<Self> {
        ask(|| {
            let document = CalendarDocument::from_json(document.as_bytes())?;
            let document = if repair_end_of_day { document.with_end_of_day_repaired() } else { document };
            Ok(Self(time::BusinessCalendar::new(document)?))
        })
    }

    /// The document it was made from.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(self.0.document()))
    }

    /// The name of its zone.
    #[napi(catch_unwind)]
    pub fn zone(&self) -> String {
        self.0.zone().name().to_owned()
    }

    /// The version of the zone rules.
    #[napi(catch_unwind)]
    pub fn tzdb_version(&self) -> String {
        self.0.tzdb_version().to_owned()
    }

    /// The earliest instant with that many working seconds since.
    #[napi(catch_unwind)]
    pub fn add(&self, start: f64, seconds: f64) -> napi::Result<f64> {
        ask(|| Ok(ms(self.0.add(date("start", start)?, whole("seconds", seconds)?)?)))
    }

    /// `add`, with the boundary named.
    #[napi(catch_unwind)]
    pub fn add_under(&self, start: f64, seconds: f64, boundary: String) -> napi::Result<f64> {
        ask(|| {
            let boundary = coded(Boundary::from_code(&boundary), "boundary", &boundary)?;
            Ok(ms(self.0.add_under(date("start", start)?, whole("seconds", seconds)?, boundary)?))
        })
    }

    /// The latest instant from which that many working seconds lead to the end.
    #[napi(catch_unwind)]
    pub fn subtract(&self, end: f64, seconds: f64) -> napi::Result<f64> {
        ask(|| Ok(ms(self.0.subtract(date("end", end)?, whole("seconds", seconds)?)?)))
    }

    /// Working seconds between two instants.
    #[napi(catch_unwind)]
    pub fn between(&self, from: f64, to: f64) -> napi::Result<f64> {
        ask(|| Ok(self.0.between(date("from", from)?, date("to", to)?)? as f64))
    }

    /// Whether a window is open.
    #[napi(catch_unwind)]
    pub fn is_open(&self, at: f64) -> napi::Result<bool> {
        ask(|| Ok(self.0.is_open(date("at", at)?)?))
    }

    /// The earliest open instant.
    #[napi(catch_unwind)]
    pub fn next_open(&self, at: f64) -> napi::Result<Option<f64>> {
        ask(|| Ok(self.0.next_open(date("at", at)?)?.map(ms)))
    }

    /// The end of the open stretch.
    #[napi(catch_unwind)]
    pub fn next_close(&self, at: f64) -> napi::Result<Option<f64>> {
        ask(|| Ok(self.0.next_close(date("at", at)?)?.map(ms)))
    }

    /// The due time that many working days later.
    #[napi(catch_unwind)]
    pub fn add_working_days(&self, start: f64, days: f64, convention: String) -> napi::Result<f64> {
        ask(|| {
            let convention = coded(DayConvention::from_code(&convention), "convention of days", &convention)?;
            Ok(ms(self.0.add_working_days(date("start", start)?, within("days", days)?, convention)?))
        })
    }

    /// How the working time between two instants comes about, in words.
    #[napi(catch_unwind)]
    pub fn ledger(&self, from: f64, to: f64, chinese: bool) -> napi::Result<String> {
        let language = if chinese { Language::Chinese } else { Language::English };
        ask(|| Ok(self.0.ledger(date("from", from)?, date("to", to)?)?.to_text(language)))
    }

    /// Working days between two instants.
    #[napi(catch_unwind)]
    pub fn working_days_between(&self, from: f64, to: f64) -> napi::Result<f64> {
        ask(|| Ok(self.0.working_days_between(date("from", from)?, date("to", to)?)? as f64))
    }

    /// `add` for each start, with one amount for all or one for each, into a column of as many rows.
    #[napi(catch_unwind)]
    pub fn add_many(&self, starts: &[f64], seconds: &[f64], out: Answers<'_>) -> napi::Result<()> {
        ask(|| due_each(&self.0, starts, seconds, out))
    }

    /// `add_many` off the event loop, on a copy of the columns.
    #[napi(catch_unwind)]
    pub fn add_many_async(&self, starts: &[f64], seconds: &[f64]) -> AsyncTask<Work<Float64Array>> {
        promised(due_each, &self.0, starts, seconds)
    }

    /// `between` for each beginning, with one end for all or one for each, into a column of as many rows.
    #[napi(catch_unwind)]
    pub fn between_many(&self, from: &[f64], to: &[f64], out: Answers<'_>) -> napi::Result<()> {
        ask(|| working_each(&self.0, from, to, out))
    }

    /// `between_many` off the event loop, on a copy of the columns.
    #[napi(catch_unwind)]
    pub fn between_many_async(&self, from: &[f64], to: &[f64]) -> AsyncTask<Work<Float64Array>> {
        promised(working_each, &self.0, from, to)
    }
}
