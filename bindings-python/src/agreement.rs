//! Service level agreements: what clocks a ticket has, where they stand, and why. 服务级别协议

use crate::documents::{read, written, written_if, written_up_to};
use crate::door::door;
use crate::instants::text;
use itsm::contract::SlaPolicyHandle;
use itsm::kernel::limits;
use pyo3::prelude::*;

/// A compiled book of agreements and of the calendars that they count in.
#[pyclass(frozen, eq, module = "itsm")]
#[derive(PartialEq)]
pub(crate) struct SlaPolicy(SlaPolicyHandle);

#[pymethods]
impl SlaPolicy {
    #[new]
    fn new(py: Python<'_>, document: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| {
            let document = written(document)?;
            Ok(Self(py.detach(|| SlaPolicyHandle::from_json(&document))?))
        })
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        door(|| Ok(Self(py.detach(|| SlaPolicyHandle::from_json(text.as_bytes()))?)))
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.document()?))
    }

    fn clocks<'py>(
        &self,
        py: Python<'py>,
        history: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (history, at) = (written(history)?, text(as_of)?);
            read(py, &py.detach(|| self.0.clocks(&history, &at))?)
        })
    }

    fn clocks_many<'py>(
        &self,
        py: Python<'py>,
        histories: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (histories, at) = (written_up_to(histories, limits::HISTORIES_BYTES)?, text(as_of)?);
            read(py, &py.detach(|| self.0.clocks_many(&histories, &at))?)
        })
    }

    fn readings<'py>(
        &self,
        py: Python<'py>,
        history: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (history, at) = (written(history)?, text(as_of)?);
            read(py, &py.detach(|| self.0.readings(&history, &at))?)
        })
    }

    fn why_due<'py>(
        &self,
        py: Python<'py>,
        history: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
        metric: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (history, at) = (written(history)?, text(as_of)?);
            read(py, &py.detach(|| self.0.why_due(&history, &at, metric))?)
        })
    }

    fn stimulate<'py>(
        &self,
        py: Python<'py>,
        clocks: Option<&Bound<'py, PyAny>>,
        ticket: &Bound<'py, PyAny>,
        stimulus: &Bound<'py, PyAny>,
        at: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let clocks = written_if(clocks)?;
            let (ticket, stimulus, at) = (written(ticket)?, written(stimulus)?, text(at)?);
            read(py, &py.detach(|| self.0.stimulate(clocks.as_deref(), &ticket, &stimulus, &at))?)
        })
    }

    fn observe<'py>(
        &self,
        py: Python<'py>,
        clocks: &Bound<'py, PyAny>,
        now: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (clocks, now) = (written(clocks)?, text(now)?);
            read(py, &py.detach(|| self.0.observe(&clocks, &now))?)
        })
    }

    fn __repr__(&self) -> PyResult<String> {
        door(|| {
            let document = self.0.document()?;
            let count = |key: &str| document.get(key).and_then(|list| list.as_array()).map_or(0, Vec::len);
            Ok(format!("SlaPolicy(policies={}, calendars={})", count("policies"), count("calendars")))
        })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().into_any(), (slf.get().document(slf.py())?,)))
    }
}
