//! Instants: aware datetimes in, UTC out. What is finer than a second is floored here, once (DECISIONS 11).

use crate::door::{Fault, python};
use chrono::{DateTime, Utc};
use itsm::contract::Failure;
use itsm::kernel::Instant;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDateTime, PyDelta, PyFloat, PyInt, PyString};
use pyo3::{exceptions::PyTypeError, intern};

/// Something else was wanted.
pub(crate) fn wrong(wanted: &str, found: &Bound<'_, PyAny>) -> Fault {
    let kind = found.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string());
    python(PyTypeError::new_err(format!("{wanted} is wanted, this is a `{kind}`")))
}

fn naive() -> Fault {
    Failure::coded(
        "value.instant",
        "a naive datetime names no instant: give it a `tzinfo`, such as `datetime.timezone.utc`",
    )
    .into()
}

/// The datetime that a text says, whose digits beyond microseconds are left out.
fn microseconds<'py>(text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let datetime = text.py().import("datetime")?.getattr("datetime")?;
    datetime.call_method1("fromisoformat", (text,))
}

/// Seconds since 1970 of an aware datetime or of a text as documents have it.
pub(crate) fn seconds(at: &Bound<'_, PyAny>) -> Result<i64, Fault> {
    let py = at.py();
    if let Ok(text) = at.cast::<PyString>() {
        return Ok(Instant::parse(&text.to_string_lossy())?.unix_s());
    }
    if !at.is_instance_of::<PyDateTime>() {
        return Err(wrong("an aware datetime, or a text as `2026-11-21T01:48:51Z`,", at));
    }
    // Python's float tells microseconds apart up to 2242, so that its floor is the floor of the datetime. What tells finer times apart
    // (`pandas.Timestamp`) is cut to microseconds first.
    let plain = if at.is_exact_instance_of::<PyDateTime>() {
        at.clone()
    } else {
        at.call_method0(intern!(py, "isoformat")).and_then(|text| microseconds(&text)).map_err(python)?
    };
    if plain.getattr(intern!(py, "tzinfo")).map_err(python)?.is_none() {
        return Err(naive());
    }
    let stamp = plain.call_method0(intern!(py, "timestamp")).and_then(|stamp| stamp.extract::<f64>());
    match stamp {
        Ok(stamp) => Ok(stamp.floor() as i64),
        // A `tzinfo` without an offset: Python counts it as naive.
        Err(error) if error.is_instance_of::<PyTypeError>(py) => Err(naive()),
        Err(error) => Err(python(error)),
    }
}

/// The instant of an aware datetime, as the calendar takes it; the calendar says what is out of range.
pub(crate) fn utc(at: &Bound<'_, PyAny>) -> Result<DateTime<Utc>, Fault> {
    utc_of(seconds(at)?)
}

/// The instant of so many seconds since 1970.
pub(crate) fn utc_of(seconds: i64) -> Result<DateTime<Utc>, Fault> {
    match DateTime::from_timestamp(seconds, 0) {
        Some(at) => Ok(at),
        None => Err(Instant::from_unix_s(seconds).map_or_else(Fault::from, |_| naive())),
    }
}

/// The text of an instant, as documents have it.
pub(crate) fn text(at: &Bound<'_, PyAny>) -> Result<String, Fault> {
    Ok(Instant::from_unix_s(seconds(at)?)?.to_string())
}

/// Whole seconds of an int or a timedelta, floored.
pub(crate) fn duration_s(amount: &Bound<'_, PyAny>) -> Result<i64, Fault> {
    if amount.is_instance_of::<PyInt>() && !amount.is_instance_of::<PyBool>() {
        return amount.extract().map_err(|_| {
            Failure::coded("document.not_an_integer", "an amount of seconds is an integer of 64 bits").into()
        });
    }
    if !amount.is_instance_of::<PyDelta>() {
        let hint = if amount.is_instance_of::<PyFloat>() { " of whole seconds" } else { "" };
        return Err(wrong(&format!("an int{hint} or a timedelta"), amount));
    }
    // `days` carries the sign; `seconds` and `microseconds` are never negative, so that leaving the latter out floors.
    let part = |name| amount.getattr(name).and_then(|part| part.extract::<i64>()).map_err(python);
    let (days, seconds) = (part(intern!(amount.py(), "days"))?, part(intern!(amount.py(), "seconds"))?);
    Ok(days.saturating_mul(86_400).saturating_add(seconds))
}

/// A datetime in UTC.
pub(crate) fn datetime(py: Python<'_>, at: DateTime<Utc>) -> Result<Bound<'_, PyAny>, Fault> {
    static FROM_TIMESTAMP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static UTC: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = FROM_TIMESTAMP.get_or_try_init(py, || {
        py.import("datetime")?.getattr("datetime")?.getattr("fromtimestamp").map(Bound::unbind)
    });
    let utc = UTC.get_or_try_init(py, || {
        py.import("datetime")?.getattr("timezone")?.getattr("utc").map(Bound::unbind)
    });
    let (make, utc) = (make.map_err(python)?, utc.map_err(python)?);
    make.bind(py).call1((at.timestamp(), utc.bind(py))).map_err(python)
}
