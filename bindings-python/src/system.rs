//! The whole: records of every process, their plans, timers and journal. 整体系统接口

use crate::documents::{read, written};
use crate::door::door;
use crate::instants::{datetime, text};
use itsm::contract::{Planned, SystemHandle};
use pyo3::prelude::*;

/// What a command would do, made by one system and to be confirmed by it.
#[pyclass(frozen, module = "itsm")]
pub(crate) struct Plan(Planned);

#[pymethods]
impl Plan {
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &self.0.events()?))
    }

    // What does not change is its own copy.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

/// A service management system whose commands, contexts and answers are documents.
#[pyclass(frozen, module = "itsm")]
pub(crate) struct ServiceManagementSystem(SystemHandle);

// Every question waits for the lock with the interpreter free for other threads.
#[pymethods]
impl ServiceManagementSystem {
    #[new]
    #[pyo3(signature = (tenant = None))]
    fn new(tenant: Option<&str>) -> PyResult<Self> {
        door(|| Ok(Self(SystemHandle::new(tenant)?)))
    }

    #[staticmethod]
    #[pyo3(signature = (lines, tenant = None))]
    fn replay(py: Python<'_>, lines: &str, tenant: Option<&str>) -> PyResult<Self> {
        door(|| Ok(Self(py.detach(|| SystemHandle::replay(lines, tenant))?)))
    }

    fn execute<'py>(
        &self,
        py: Python<'py>,
        command: &Bound<'py, PyAny>,
        context: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (command, context) = (written(command)?, written(context)?);
            read(py, &py.detach(|| self.0.execute(&command, &context))?)
        })
    }

    fn plan(&self, py: Python<'_>, command: &Bound<'_, PyAny>, context: &Bound<'_, PyAny>) -> PyResult<Plan> {
        door(|| {
            let (command, context) = (written(command)?, written(context)?);
            Ok(Plan(py.detach(|| self.0.plan(&command, &context))?))
        })
    }

    fn confirm<'py>(&self, py: Python<'py>, plan: &Plan) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.confirm(plan.0.clone()))?))
    }

    fn advance<'py>(&self, py: Python<'py>, now: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let now = text(now)?;
            read(py, &py.detach(|| self.0.advance(&now))?)
        })
    }

    #[getter]
    fn next_wakeup<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| py.detach(|| self.0.next_wakeup()).map(|at| datetime(py, at.utc())).transpose())
    }

    fn record<'py>(&self, py: Python<'py>, process: &str, id: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.record(process, id))?))
    }

    fn records<'py>(&self, py: Python<'py>, process: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.records(process))?))
    }

    fn allowed(&self, py: Python<'_>, process: &str, id: &str) -> PyResult<Vec<&'static str>> {
        door(|| Ok(py.detach(|| self.0.allowed(process, id))?))
    }

    fn next_steps<'py>(
        &self,
        py: Python<'py>,
        process: &str,
        id: &str,
        context: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let context = written(context)?;
            read(py, &py.detach(|| self.0.next_steps(process, id, &context))?)
        })
    }

    fn kpis<'py>(
        &self,
        py: Python<'py>,
        period: &Bound<'py, PyAny>,
        now: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (period, now) = (written(period)?, text(now)?);
            read(py, &py.detach(|| self.0.kpis(&period, &now))?)
        })
    }

    #[getter]
    fn cmdb<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.cmdb())?))
    }

    fn as_of(&self, py: Python<'_>, recorded_at: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| {
            let at = text(recorded_at)?;
            Ok(Self(py.detach(|| self.0.as_of(&at))?))
        })
    }

    #[getter]
    fn journal(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(py.detach(|| self.0.journal())))
    }

    #[pyo3(signature = (first = 0, most = 1_000))]
    fn events<'py>(&self, py: Python<'py>, first: usize, most: usize) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.events(first, most))?))
    }

    #[getter]
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(py.detach(|| self.0.digest())))
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        door(|| Ok(py.detach(|| self.0.len())))
    }

    // An empty system is one all the same.
    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(format!("ServiceManagementSystem(entries={})", py.detach(|| self.0.len()))))
    }
}
