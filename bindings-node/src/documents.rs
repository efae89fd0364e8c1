//! Documents cross as JSON text; instants of dates as milliseconds, floored here and nowhere else.

use chrono::{DateTime, Utc};
use itsm::contract::{self, Failure};
use itsm::kernel::Instant;
use napi_derive::napi;
use serde::Serialize;

/// The greatest integer up to which a number of JavaScript holds every one: 2^53 - 1.
pub(crate) const SAFE: f64 = 9_007_199_254_740_991.0;

pub(crate) fn text<T: Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|fault| Failure::internal(fault.to_string()))
}

/// A document, where one was given.
pub(crate) fn bytes(document: Option<&String>) -> Option<&[u8]> {
    document.map(String::as_bytes)
}

fn at(path: &str, failure: Failure) -> Failure {
    Failure { path: Some(path.into()), ..failure }
}

/// A number that must be whole.
pub(crate) fn whole(path: &str, number: f64) -> Result<i64, Failure> {
    let whole = number as i64;
    if whole as f64 == number && number.abs() <= SAFE {
        return Ok(whole);
    }
    let words = format!("`{path}` is `{number}`, which is no whole number");
    Err(at(path, Failure::coded("document.not_an_integer", words)))
}

/// A whole number that is within the bounds of its type.
pub(crate) fn within<T: TryFrom<i64>>(path: &str, number: f64) -> Result<T, Failure> {
    let whole = whole(path, number)?;
    T::try_from(whole)
        .map_err(|_| at(path, Failure::coded("document.shape", format!("`{path}` cannot be `{whole}`"))))
}

/// Milliseconds since 1970 as whole seconds; whether they are an instant, the core says.
pub(crate) fn unix_s(path: &str, ms: f64) -> Result<i64, Failure> {
    if !ms.is_finite() {
        return Err(at(path, Failure::coded("value.instant", format!("`{path}` is an invalid date"))));
    }
    let whole = ms as i64;
    let floored = whole.saturating_sub(i64::from(whole as f64 > ms));
    Ok(floored.div_euclid(1_000))
}

/// Milliseconds since 1970 as a date of whole seconds; whether it lies in range, the core says.
pub(crate) fn date(path: &str, ms: f64) -> Result<DateTime<Utc>, Failure> {
    let out_of_range = || Failure::coded("calendar.out_of_range", format!("`{path}` is outside 1970-2200"));
    DateTime::from_timestamp(unix_s(path, ms)?, 0).ok_or_else(|| at(path, out_of_range()))
}

pub(crate) fn ms(date: DateTime<Utc>) -> f64 {
    date.timestamp_millis() as f64
}

pub(crate) fn instant_ms(instant: Instant) -> f64 {
    ms(instant.utc())
}

/// A date as documents have it: `2026-11-21T01:48:51Z`.
#[napi(catch_unwind)]
pub fn instant(ms: f64) -> napi::Result<String> {
    crate::failure::ask(|| Ok(Instant::from_unix_s(unix_s("date", ms)?)?.to_string()))
}

/// The schema of every document.
#[napi(catch_unwind)]
pub fn schema() -> napi::Result<String> {
    crate::failure::ask(|| Ok(include_str!("../../schema/itsm.schema.json").to_owned()))
}

/// Every code of a failure.
#[napi(catch_unwind)]
pub fn codes() -> napi::Result<String> {
    crate::failure::ask(|| text(contract::CODES))
}

/// The version of the library.
#[napi(catch_unwind)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
