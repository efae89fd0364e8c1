//! Business calendars. 服务时间

use crate::documents::{text, utc, within};
use crate::door::{Thrown, door};
use itsm::contract::Failure;
use itsm::time::{self, Boundary, CalendarDocument, CalendarError, DayConvention, Language};

/// A compiled calendar: when a service is open, and what that makes of an amount of working time.
#[derive(uniffi::Object)]
pub struct BusinessCalendar(time::BusinessCalendar);

fn coded<T>(found: Option<T>, what: &str, code: &str) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no {what}")))
}

/// The failure of one of a batch, with its place.
fn at_place(place: usize) -> impl Fn(Failure) -> Failure {
    move |failure| Failure { path: Some(format!("[{place}]").into()), ..failure }
}

fn all<T, U>(
    found: Vec<Result<T, CalendarError>>,
    mut answer: impl FnMut(T) -> U,
) -> Result<Vec<U>, Failure> {
    let placed = found.into_iter().enumerate();
    placed.map(|(place, one)| one.map(&mut answer).map_err(|error| at_place(place)(error.into()))).collect()
}

fn pairs<A, B, T>(
    a: &[A],
    b: &[B],
    mut pair: impl FnMut(&A, &B) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    if a.len() != b.len() {
        let words = format!("lists of one length are wanted, these have {} and {}", a.len(), b.len());
        return Err(Failure::coded("document.shape", words));
    }
    let placed = a.iter().zip(b).enumerate();
    placed.map(|(place, (a, b))| pair(a, b).map_err(at_place(place))).collect()
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

    /// `add` for each start and amount.
    pub fn add_many(&self, starts: Vec<f64>, seconds: Vec<i64>) -> Result<Vec<i64>, Thrown> {
        door(|| {
            let asked =
                pairs(&starts, &seconds, |start, seconds| Ok((utc("start", *start)?, *seconds)))?;
            all(self.0.add_many(&asked), |due| due.timestamp())
        })
    }

    /// `between` for each pair.
    pub fn between_many(&self, a: Vec<f64>, b: Vec<f64>) -> Result<Vec<i64>, Thrown> {
        door(|| {
            let asked = pairs(&a, &b, |a, b| Ok((utc("a", *a)?, utc("b", *b)?)))?;
            all(self.0.between_many(&asked), |seconds| seconds)
        })
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
