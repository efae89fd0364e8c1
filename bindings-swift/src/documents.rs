//! Documents cross as JSON text, instants as seconds since 1970, floored here and nowhere else (DECISIONS 11).

use crate::door::{Thrown, door};
use chrono::{DateTime, Utc};
use itsm::contract::{self, Failure};
use itsm::kernel::Instant;
use serde::Serialize;

pub(crate) fn text<T: Serialize + ?Sized>(answer: &T) -> Result<String, Failure> {
    serde_json::to_string(answer).map_err(|fault| Failure::internal(fault.to_string()))
}

/// A failure of an argument, by its name.
fn of(argument: &str, failure: Failure) -> Failure {
    Failure { path: Some(argument.into()), ..failure }
}

/// A whole number that is within the bounds of its type.
pub(crate) fn within<T: TryFrom<i64>>(argument: &str, number: i64) -> Result<T, Failure> {
    let refused = || Failure::coded("document.shape", format!("`{argument}` cannot be `{number}`"));
    T::try_from(number).map_err(|_| of(argument, refused()))
}

/// Seconds since 1970, whole; whether they are an instant, the core says.
pub(crate) fn floored(argument: &str, seconds: f64) -> Result<i64, Failure> {
    if !seconds.is_finite() {
        let words = format!("`{argument}` is `{seconds}`, which is no instant");
        return Err(of(argument, Failure::coded("value.instant", words)));
    }
    // A float that no integer holds becomes the nearest that does, which is out of range.
    let whole = seconds as i64;
    Ok(whole.saturating_sub(i64::from(whole as f64 > seconds)))
}

/// Seconds since 1970 as an instant of whole seconds; whether it lies in range, the core says.
pub(crate) fn utc(argument: &str, seconds: f64) -> Result<DateTime<Utc>, Failure> {
    let words = || Failure::coded("calendar.out_of_range", format!("`{argument}` is outside 1970-2200"));
    DateTime::from_timestamp(floored(argument, seconds)?, 0).ok_or_else(|| of(argument, words()))
}

/// An instant as documents have it: `2026-11-21T01:48:51Z`.
#[uniffi::export]
pub fn instant_text(seconds: f64) -> Result<String, Thrown> {
    door(|| Ok(Instant::from_unix_s(floored("date", seconds)?)?.to_string()))
}

/// Seconds since 1970 of an instant as documents have it.
#[uniffi::export]
pub fn instant_seconds(text: String) -> Result<i64, Thrown> {
    door(|| Ok(Instant::parse(&text)?.unix_s()))
}

/// The JSON Schema of every document.
#[uniffi::export]
pub fn schema() -> Result<String, Thrown> {
    door(|| Ok(include_str!("../../schema/itsm.schema.json").to_owned()))
}

/// Every code of a failure: what kind it is and what it means.
#[uniffi::export]
pub fn codes() -> Result<String, Thrown> {
    door(|| text(contract::CODES))
}

/// The version of the library.
#[uniffi::export]
pub fn version() -> Result<String, Thrown> {
    door(|| Ok(env!("CARGO_PKG_VERSION").to_owned()))
}
