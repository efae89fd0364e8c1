//! The way out of every call: a failure becomes its exception, and so does a panic.

use crate::documents::read;
use itsm::contract::Failure;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What ends a call: a failure of the core, or an exception of Python itself.
pub(crate) enum Fault {
    Failure(Box<Failure>),
    Python(PyErr),
}

impl<F: Into<Failure>> From<F> for Fault {
    fn from(failure: F) -> Self {
        Self::Failure(Box::new(failure.into()))
    }
}

impl Fault {
    /// The fault of one row of a batch, with its place.
    pub(crate) fn at(self, place: usize) -> Self {
        match self {
            Self::Failure(failure) => Failure { path: Some(format!("[{place}]").into()), ..*failure }.into(),
            python => python,
        }
    }
}

/// Python's own exceptions keep their type: a `TypeError` for what is no document at all, a `MemoryError`.
pub(crate) fn python(error: impl Into<PyErr>) -> Fault {
    Fault::Python(error.into())
}

/// Runs one call. A panic would reach Python as a `BaseException` that no `except Exception` catches.
pub(crate) fn door<T>(call: impl FnOnce() -> Result<T, Fault>) -> PyResult<T> {
    let ended =
        catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| Err(Failure::of_panic(&*panic).into()));
    ended.map_err(|fault| match fault {
        Fault::Python(error) => error,
        Fault::Failure(failure) => Python::attach(|py| exception(py, &failure)).unwrap_or_else(|error| error),
    })
}

/// The exception that stands for a failure; the classes are Python's (`itsm/_errors.py`), because the stable interface of Python 3.11
/// cannot give a class of an exception fields of its own.
fn exception(py: Python<'_>, failure: &Failure) -> PyResult<PyErr> {
    static OF: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let document = serde_json::to_value(failure).map_err(|fault| {
        pyo3::exceptions::PyRuntimeError::new_err(format!("a failure that cannot be written: {fault}"))
    })?;
    let document = match read(py, &document) {
        Ok(document) => document,
        Err(Fault::Python(error)) => return Err(error),
        Err(Fault::Failure(inner)) => {
            return Err(pyo3::exceptions::PyRuntimeError::new_err(inner.to_string()));
        }
    };
    Ok(PyErr::from_value(OF.import(py, "itsm._errors", "of")?.call1((document,))?))
}
