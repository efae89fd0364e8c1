//! Priority matrices. 优先级

use crate::documents::{read, written};
use crate::door::door;
use itsm::contract::MatrixHandle;
use pyo3::prelude::*;

/// A compiled matrix of impact and urgency.
#[pyclass(frozen, module = "itsm")]
pub(crate) struct PriorityMatrix(MatrixHandle);

#[pymethods]
impl PriorityMatrix {
    #[new]
    fn new(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| Ok(Self(MatrixHandle::from_json(&written(document)?)?)))
    }

    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        door(|| Ok(Self(MatrixHandle::from_json(text.as_bytes())?)))
    }

    #[staticmethod]
    fn preset(name: &str) -> PyResult<Self> {
        door(|| Ok(Self(MatrixHandle::preset(name)?)))
    }

    fn priority(&self, impact: u8, urgency: u8) -> PyResult<u8> {
        door(|| Ok(self.0.priority(impact, urgency)?))
    }

    fn explain<'py>(&self, py: Python<'py>, impact: u8, urgency: u8) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.explain(impact, urgency)?))
    }

    fn lint<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.lint()?))
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.document()?))
    }

    fn __repr__(&self) -> String {
        format!("PriorityMatrix(name={:?})", self.0.name())
    }

    fn __eq__(&self, other: &Self) -> PyResult<bool> {
        door(|| Ok(self.0.document()? == other.0.document()?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().into_any(), (slf.get().document(slf.py())?,)))
    }
}
