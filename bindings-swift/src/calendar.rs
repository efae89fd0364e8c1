//! Business calendars. 服务时间

use crate::documents::{floored, text, utc, within};
use crate::door::{Thrown, door};
use itsm::contract::Failure;
use itsm::time::{self, Boundary, CalendarDocument, DayConvention, Language};

/// A compiled calendar: when a service is open, and what that makes of an amount of working time.
#[derive(uniffi::Object)]
pub struct BusinessCalendar(time::BusinessCalendar);

fn coded<T>(found: Option<T>, what: &str, code: &str) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no {what}")))
}

/// Columns cross as bytes, eight a row in the order of the machine: lists would be written and read row by row.
fn numbers(column: &[u8]) -> Vec<i64> {
    column.as_chunks::<8>().0.iter().map(|row| i64::from_ne_bytes(*row)).collect()
}

/// A column of instants as seconds since 1970, floored; the path of one that is none is its place.
fn instants(argument: &str, column: &[u8]) -> Result<Vec<i64>, Failure> {
    let placed = column.as_chunks::<8>().0.iter().enumerate();
    let read = placed.map(|(place, row)| {
        floored(argument, f64::from_ne_bytes(*row)).map_err(|failure| at_place(failure, place))
    });
    read.collect()
}

fn at_place(failure: Failure, place: usize) -> Failure {
    Failure { path: Some(format!("[{place}]").into()), ..failure }
}

fn bytes(answers: &[i64]) -> Vec<u8> {
    answers.iter().flat_map(|answer| answer.to_ne_bytes()).collect()
}

#[uniffi::export]
impl BusinessCalendar {
    /// Reads and compiles a document; `repair_end_of_day` reads a close at 23:59 as 24:00.
    #[uniffi::constructor]
    pub fn new(document: String, repair_end_of_day: bool) -> Result<Self, Thrown> {
        door(|| {
            let document = CalendarDocument::from_json(document.as_bytes())?;
            let document = if repair_end_of_day { document.with_end_of_day_repaired() } else { document };
            Ok(Self(time::BusinessCalendar::new(document)?))
        })
    }

    /// The earliest instant with that many working seconds since the start.
    pub fn add(&self, start: f64, seconds: i64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.add(utc("start", start)?, seconds)?.timestamp()))
    }

    /// `add`, with the boundary named.
    pub fn add_under(&self, start: f64, seconds: i64, boundary: String) -> Result<i64, Thrown> {
        door(|| {
            let boundary = coded(Boundary::from_code(&boundary), "boundary", &boundary)?;
            Ok(self.0.add_under(utc("start", start)?, seconds, boundary)?.timestamp())
        })
    }

    /// The latest instant from which that many working seconds lead to the end.
    pub fn subtract(&self, end: f64, seconds: i64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.subtract(utc("end", end)?, seconds)?.timestamp()))
    }

    /// Working seconds between two instants.
    pub fn between(&self, a: f64, b: f64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.between(utc("a", a)?, utc("b", b)?)?))
    }

    /// Whether the service is open.
    pub fn is_open(&self, at: f64) -> Result<bool, Thrown> {
        door(|| Ok(self.0.is_open(utc("at", at)?)?))
    }

    /// The first open instant from then on.
    pub fn next_open(&self, at: f64) -> Result<Option<i64>, Thrown> {
        door(|| Ok(self.0.next_open(utc("at", at)?)?.map(|open| open.timestamp())))
    }

    /// The first closed instant from then on.
    pub fn next_close(&self, at: f64) -> Result<Option<i64>, Thrown> {
        door(|| Ok(self.0.next_close(utc("at", at)?)?.map(|close| close.timestamp())))
    }

    /// The due time so many working days later.
    pub fn add_working_days(&self, start: f64, days: i64, convention: String) -> Result<i64, Thrown> {
        door(|| {
            let convention = coded(DayConvention::from_code(&convention), "convention of days", &convention)?;
            let (start, days) = (utc("start", start)?, within("days", days)?);
            Ok(self.0.add_working_days(start, days, convention)?.timestamp())
        })
    }

    /// Working days between two instants.
    pub fn working_days_between(&self, a: f64, b: f64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.working_days_between(utc("a", a)?, utc("b", b)?)?))
    }

    /// How the working time between two instants comes about, line by line.
    pub fn ledger(&self, a: f64, b: f64, chinese: bool) -> Result<String, Thrown> {
        let language = if chinese { Language::Chinese } else { Language::English };
        door(|| Ok(self.0.ledger(utc("a", a)?, utc("b", b)?)?.to_text(language)))
    }

    /// `add` for each start, with one amount for all or one for each.
    pub fn add_many(&self, starts: &[u8], seconds: &[u8]) -> Result<Vec<u8>, Thrown> {
        door(|| Ok(bytes(&self.0.add_each(&instants("starts", starts)?, &numbers(seconds))?)))
    }

    /// `between` for each pair.
    pub fn between_many(&self, a: &[u8], b: &[u8]) -> Result<Vec<u8>, Thrown> {
        door(|| Ok(bytes(&self.0.between_each(&instants("a", a)?, &instants("b", b)?)?)))
    }

    /// The document it was made from.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(self.0.document()))
    }

    /// The zone in which its windows open.
    pub fn zone(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.zone().name().to_owned()))
    }

    /// The version of the zone rules.
    pub fn tzdb_version(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.tzdb_version().to_owned()))
    }
}
