//! Business calendars. 服务时间

use crate::documents::{text, utc, within};
use crate::door::{Thrown, door};
use itsm::contract::Failure;
use itsm::time::{self, Boundary, CalendarDocument, DayConvention, Language};

/// A compiled calendar: when a service is open, and what that makes of an amount of working time.
#[derive(uniffi::Object)]
pub struct BusinessCalendar(time::BusinessCalendar);

fn coded<T>(found: Option<T>, what: &str, code: &str) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no {what}")))
}

/// A column of instants as seconds since 1970, floored; the path of one that is none begins with its place.
fn column(argument: &str, instants: &[f64]) -> Result<Vec<i64>, Failure> {
    let placed = instants.iter().enumerate();
    let floored = placed.map(|(place, at)| {
        utc(argument, *at).map(|at| at.timestamp()).map_err(|failure| at_place(failure, place))
    });
    floored.collect()
}

fn at_place(failure: Failure, place: usize) -> Failure {
    Failure { path: Some(format!("[{place}]").into()), ..failure }
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
    pub fn add(&self, start: f64, seconds: i64, boundary: String) -> Result<i64, Thrown> {
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
    pub fn add_many(&self, starts: Vec<f64>, seconds: Vec<i64>) -> Result<Vec<i64>, Thrown> {
        door(|| Ok(self.0.add_each(&column("starts", &starts)?, &seconds)?))
    }

    /// `between` for each pair.
    pub fn between_many(&self, a: Vec<f64>, b: Vec<f64>) -> Result<Vec<i64>, Thrown> {
        door(|| Ok(self.0.between_each(&column("a", &a)?, &column("b", &b)?)?))
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
