//! Priority matrices. 优先级

use crate::documents::{read, serialised, written};
use crate::door::{Fault, door};
use itsm::contract::Failure;
use itsm::priority::{self, MatrixLint, Preset, lint};
use pyo3::prelude::*;
use serde_json::{Value, json};

/// A compiled matrix of impact and urgency.
#[pyclass(frozen, eq, module = "itsm")]
#[derive(PartialEq)]
pub(crate) struct PriorityMatrix(priority::PriorityMatrix);

#[pymethods]
impl PriorityMatrix {
    #[new]
    fn new(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| Ok(Self(priority::PriorityMatrix::from_json(written(document)?)?)))
    }

    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        door(|| Ok(Self(priority::PriorityMatrix::from_json(text)?)))
    }

    #[staticmethod]
    fn preset(name: &str) -> PyResult<Self> {
        door(|| {
            let unknown = || Failure::coded("value.unknown", format!("`{name}` is no preset of a matrix"));
            let preset = Preset::from_code(name).ok_or_else(unknown)?;
            Ok(Self(priority::PriorityMatrix::new(preset.document())?))
        })
    }

    fn priority(&self, impact: u8, urgency: u8) -> PyResult<u8> {
        door(|| Ok(self.0.priority(impact, urgency)?))
    }

    fn explain<'py>(&self, py: Python<'py>, impact: u8, urgency: u8) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let why = self.0.explain(impact, urgency)?;
            with_words(py, &why, [("message", why.to_string()), ("message_zh", why.zh())])
        })
    }

    fn lint<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let words = |finding: &MatrixLint| {
            let code = finding.code().to_owned();
            with_words(py, finding, [("code", code), ("message", finding.en()), ("message_zh", finding.zh())])
        };
        door(|| lint(self.0.document()).iter().map(words).collect())
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| serialised(py, self.0.document()))
    }

    fn __repr__(&self) -> String {
        format!("PriorityMatrix(name={:?})", self.0.document().name)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().into_any(), (slf.get().document(slf.py())?,)))
    }
}

/// The answer as a document, and beside it what it says in words.
fn with_words<'py, T: serde::Serialize, const N: usize>(
    py: Python<'py>,
    answer: &T,
    words: [(&str, String); N],
) -> Result<Bound<'py, PyAny>, Fault> {
    let mut value = serde_json::to_value(answer).map_err(|fault| Failure::internal(fault.to_string()))?;
    if let Value::Object(members) = &mut value {
        members.extend(words.map(|(key, text)| (key.to_owned(), json!(text))));
    }
    read(py, &value)
}
