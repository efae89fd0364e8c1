//! The whole: records of every process, their plans, timers and journal. 整体系统接口

use crate::documents::{read, written};
use crate::door::{Fault, door};
use crate::instants::{datetime, text};
use crate::journal::Standing;
use itsm::contract::{Failure, Planned, SystemHandle};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::sync::Arc;

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
pub(crate) struct ServiceManagementSystem {
    system: Arc<SystemHandle>,
    /// Where its journal is kept, unless the host keeps it.
    standing: Option<Standing>,
}

impl From<SystemHandle> for ServiceManagementSystem {
    fn from(system: SystemHandle) -> Self {
        Self { system: Arc::new(system), standing: None }
    }
}

impl ServiceManagementSystem {
    fn standing(&self) -> Result<&Standing, Fault> {
        let words = "the system stands on no journal: `ServiceManagementSystem.open` makes one that does";
        self.standing.as_ref().ok_or_else(|| Failure::coded("store.not_open", words).into())
    }
}

// Every question waits for the lock with the interpreter free for other threads.
#[pymethods]
impl ServiceManagementSystem {
    #[new]
    #[pyo3(signature = (tenant = None))]
    fn new(tenant: Option<&str>) -> PyResult<Self> {
        door(|| Ok(SystemHandle::new(tenant)?.into()))
    }

    #[staticmethod]
    #[pyo3(signature = (lines, tenant = None))]
    fn replay(py: Python<'_>, lines: &str, tenant: Option<&str>) -> PyResult<Self> {
        door(|| Ok(py.detach(|| SystemHandle::replay(lines, tenant))?.into()))
    }

    #[staticmethod]
    #[pyo3(signature = (database, *, tenant = None, prefix = "itsm_"))]
    fn open(database: &Bound<'_, PyAny>, tenant: Option<&str>, prefix: &str) -> PyResult<Self> {
        door(|| {
            let standing = Standing::open(database, prefix, tenant)?;
            Ok(Self { system: standing.journal.system(), standing: Some(standing) })
        })
    }

    fn append(&self, py: Python<'_>, plan: &Plan) -> PyResult<()> {
        door(|| {
            let kept = self.standing()?;
            kept.take(py, kept.journal.append_within(&plan.0), true).map(|_| ())
        })
    }

    fn catch_up<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let kept = self.standing()?;
            kept.take(py, kept.journal.catch_up(), false)
        })
    }

    fn verify<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let kept = self.standing()?;
            kept.take(py, kept.journal.verify(), false)
        })
    }

    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| self.standing()?.report(py))
    }

    fn close(&self, py: Python<'_>) -> PyResult<()> {
        door(|| self.standing.as_ref().map_or(Ok(()), |kept| kept.close(py)))
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_raised))]
    fn __exit__(&self, py: Python<'_>, _raised: &Bound<'_, PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    fn checkpoint(&self, py: Python<'_>, origin: &str) -> PyResult<String> {
        door(|| Ok(py.detach(|| self.system.checkpoint(origin))?))
    }

    fn inclusion_proof<'py>(&self, py: Python<'py>, index: u64, size: u64) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.inclusion_proof(index, size))?))
    }

    fn consistency_proof<'py>(&self, py: Python<'py>, first: u64, to: u64) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.consistency_proof(first, to))?))
    }

    fn execute<'py>(
        &self,
        py: Python<'py>,
        command: &Bound<'py, PyAny>,
        context: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (command, context) = (written(command)?, written(context)?);
            match &self.standing {
                None => read(py, &py.detach(|| self.system.execute(&command, &context))?),
                Some(kept) => kept.take(py, kept.journal.execute(&command, &context)?, false),
            }
        })
    }

    fn plan(&self, py: Python<'_>, command: &Bound<'_, PyAny>, context: &Bound<'_, PyAny>) -> PyResult<Plan> {
        door(|| {
            let (command, context) = (written(command)?, written(context)?);
            Ok(Plan(py.detach(|| self.system.plan(&command, &context))?))
        })
    }

    fn confirm<'py>(&self, py: Python<'py>, plan: &Plan) -> PyResult<Bound<'py, PyAny>> {
        door(|| match &self.standing {
            None => read(py, &py.detach(|| self.system.confirm(plan.0.clone()))?),
            Some(_) => {
                let words = "only a system that stands on no journal confirms a plan: `append` carries it out within your transaction, \
                             `execute` in one of its own";
                Err(Failure::coded("store.append_instead", words).into())
            }
        })
    }

    fn advance<'py>(&self, py: Python<'py>, now: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let now = text(now)?;
            match &self.standing {
                None => read(py, &py.detach(|| self.system.advance(&now))?),
                Some(kept) => kept.take(py, kept.journal.advance(&now)?, false),
            }
        })
    }

    #[getter]
    fn next_wakeup<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| py.detach(|| self.system.next_wakeup()).map(|at| datetime(py, at.utc())).transpose())
    }

    fn record<'py>(&self, py: Python<'py>, process: &str, id: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.record(process, id))?))
    }

    fn records<'py>(&self, py: Python<'py>, process: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.records(process))?))
    }

    fn allowed(&self, py: Python<'_>, process: &str, id: &str) -> PyResult<Vec<&'static str>> {
        door(|| Ok(py.detach(|| self.system.allowed(process, id))?))
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
            read(py, &py.detach(|| self.system.next_steps(process, id, &context))?)
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
            read(py, &py.detach(|| self.system.kpis(&period, &now))?)
        })
    }

    #[getter]
    fn cmdb<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.cmdb())?))
    }

    fn as_of(&self, py: Python<'_>, recorded_at: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| {
            let at = text(recorded_at)?;
            Ok(py.detach(|| self.system.as_of(&at))?.into())
        })
    }

    #[getter]
    fn journal(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(py.detach(|| self.system.journal())))
    }

    #[pyo3(signature = (first = 0, most = 1_000))]
    fn events<'py>(&self, py: Python<'py>, first: usize, most: usize) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.system.events(first, most))?))
    }

    #[getter]
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(py.detach(|| self.system.digest())))
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        door(|| Ok(py.detach(|| self.system.len())))
    }

    // An empty system is one all the same.
    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        door(|| Ok(format!("ServiceManagementSystem(entries={})", py.detach(|| self.system.len()))))
    }
}
