//! A vote of several persons on one content. 表决

use crate::documents::{read, written, written_if};
use crate::door::door;
use crate::instants::text;
use itsm::contract::BallotHandle;
use pyo3::prelude::*;

/// A ballot that does not change: each vote makes the next one.
#[pyclass(frozen, eq, module = "itsm")]
#[derive(PartialEq)]
pub(crate) struct Ballot(BallotHandle);

#[pymethods]
impl Ballot {
    #[new]
    #[pyo3(signature = (opening, now, waivers = None))]
    fn new(
        opening: &Bound<'_, PyAny>,
        now: &Bound<'_, PyAny>,
        waivers: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        door(|| {
            let (opening, now, waivers) = (written(opening)?, text(now)?, written_if(waivers)?);
            Ok(Self(BallotHandle::open(&opening, &now, waivers.as_deref())?))
        })
    }

    #[staticmethod]
    fn from_document(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| Ok(Self(BallotHandle::from_json(&written(document)?)?)))
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.document()?))
    }

    #[pyo3(signature = (vote, now, waivers = None))]
    fn vote(
        &self,
        vote: &Bound<'_, PyAny>,
        now: &Bound<'_, PyAny>,
        waivers: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        door(|| {
            let (vote, now, waivers) = (written(vote)?, text(now)?, written_if(waivers)?);
            Ok(Self(self.0.vote(&vote, &now, waivers.as_deref())?))
        })
    }

    fn delegate(&self, voter: &str, to: &str, now: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| Ok(Self(self.0.delegate(voter, to, &text(now)?)?)))
    }

    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.outcome()?))
    }

    #[getter]
    fn outstanding(&self) -> PyResult<Vec<String>> {
        door(|| Ok(self.0.outstanding()))
    }

    fn in_force(&self, content: &str, now: &Bound<'_, PyAny>) -> PyResult<bool> {
        door(|| Ok(self.0.in_force(content, &text(now)?)?))
    }

    fn __repr__(&self) -> PyResult<String> {
        door(|| {
            let outcome = self.0.outcome()?;
            let kind = outcome.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default();
            Ok(format!("Ballot(outcome='{kind}', outstanding={})", self.0.outstanding().len()))
        })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().getattr("from_document")?, (slf.get().document(slf.py())?,)))
    }
}
