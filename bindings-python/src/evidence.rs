//! Checkpoints and proofs; to verify them takes no system. 证据接口

use crate::documents::{read, written};
use crate::door::{Fault, door, python};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// The bytes of a text, or of what may turn out to be none.
fn bytes<'a>(text: &'a Bound<'_, PyAny>) -> Result<&'a [u8], Fault> {
    if let Ok(bytes) = text.cast::<PyBytes>() {
        return Ok(bytes.as_bytes());
    }
    Ok(text.cast::<PyString>().map_err(python)?.to_str().map_err(python)?.as_bytes())
}

/// What a checkpoint says.
#[pyfunction]
pub(crate) fn read_checkpoint<'py>(
    py: Python<'py>,
    checkpoint: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| read(py, &itsm::contract::read_checkpoint(bytes(checkpoint)?)?))
}

/// A signed note in its parts.
#[pyfunction]
pub(crate) fn read_note<'py>(py: Python<'py>, note: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    door(|| read(py, &itsm::contract::read_note(bytes(note)?)?))
}

/// Whether an entry stands where the proof says.
#[pyfunction]
pub(crate) fn verify_inclusion(
    entry: &Bound<'_, PyAny>,
    proof: &Bound<'_, PyAny>,
    head: &Bound<'_, PyAny>,
) -> PyResult<()> {
    door(|| Ok(itsm::contract::verify_inclusion(bytes(entry)?, &written(proof)?, &written(head)?)?))
}

/// Whether a tree begins with an older one.
#[pyfunction]
pub(crate) fn verify_consistency(
    proof: &Bound<'_, PyAny>,
    old: &Bound<'_, PyAny>,
    new: &Bound<'_, PyAny>,
) -> PyResult<()> {
    door(|| Ok(itsm::contract::verify_consistency(&written(proof)?, &written(old)?, &written(new)?)?))
}
