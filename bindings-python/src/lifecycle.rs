//! One process by itself, beside a host's own tables. 单流程接口

use crate::documents::{read, serialised, written, written_if};
use crate::door::{Fault, door};
use crate::instants::datetime;
use itsm::contract::{self, ContextDocument};
use itsm::system::Command;
use pyo3::prelude::*;
use serde_json::Value;

/// Policies compiled for decisions beside a host's own tables.
#[pyclass(frozen, module = "itsm")]
#[derive(Default)]
pub(crate) struct Policies(contract::Policies);

#[pymethods]
impl Policies {
    #[new]
    fn new(py: Python<'_>, documents: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| {
            let documents = written(documents)?;
            Ok(Self(py.detach(|| contract::Policies::from_json(&documents))?))
        })
    }

    // What does not change is its own copy.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

/// The lifecycle of one process: its states, its table, its decisions.
#[pyclass(frozen, generic, module = "itsm")]
pub(crate) struct Lifecycle(contract::Lifecycle);

fn policies<'a>(
    given: Option<&'a Bound<'_, Policies>>,
    none: &'a contract::Policies,
) -> &'a contract::Policies {
    given.map_or(none, |given| &given.get().0)
}

#[pymethods]
impl Lifecycle {
    #[new]
    fn new(process: &str) -> PyResult<Self> {
        door(|| Ok(Self(contract::Lifecycle::of(process)?)))
    }

    #[staticmethod]
    fn all() -> Vec<Self> {
        contract::Lifecycle::all().map(Self).collect()
    }

    #[getter]
    fn process(&self) -> &'static str {
        self.0.process()
    }

    #[getter]
    fn label<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| serialised(py, &self.0.label()))
    }

    #[getter]
    fn states<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| serialised(py, &self.0.states()))
    }

    #[getter]
    fn table<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| serialised(py, &self.0.table()))
    }

    #[getter]
    fn mermaid(&self) -> String {
        self.0.mermaid()
    }

    #[pyo3(signature = (state = None))]
    fn allowed(&self, state: Option<&str>) -> PyResult<Vec<&'static str>> {
        door(|| Ok(self.0.allowed(state)?))
    }

    fn needs<'py>(
        &self,
        py: Python<'py>,
        record: Option<&Bound<'py, PyAny>>,
        command: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (record, command) = (written_if(record)?, written(command)?);
            let wanted = py.detach(|| {
                let command = Command::from_json(&command)?;
                Ok::<_, Fault>(self.0.needs(record.as_deref(), &command)?)
            })?;
            serialised(py, &wanted)
        })
    }

    #[pyo3(signature = (record, command, context, policies = None))]
    fn decide<'py>(
        &self,
        py: Python<'py>,
        record: Option<&Bound<'py, PyAny>>,
        command: &Bound<'py, PyAny>,
        context: &Bound<'py, PyAny>,
        policies: Option<&Bound<'py, Policies>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (record, command, context) = (written_if(record)?, written(command)?, written(context)?);
            let none = contract::Policies::default();
            let under = self::policies(policies, &none);
            let decided: Value = py.detach(|| {
                let (command, context) =
                    (Command::from_json(&command)?, ContextDocument::from_json(&context)?);
                let decided = self.0.decide(record.as_deref(), &command, context, under)?;
                Ok::<_, Fault>(decided.document()?)
            })?;
            read(py, &decided)
        })
    }

    fn due<'py>(&self, py: Python<'py>, record: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| {
            let record = written(record)?;
            py.detach(|| self.0.due(&record))?.map(|at| datetime(py, at.utc())).transpose()
        })
    }

    #[pyo3(signature = (record, context, policies = None))]
    fn fire<'py>(
        &self,
        py: Python<'py>,
        record: &Bound<'py, PyAny>,
        context: &Bound<'py, PyAny>,
        policies: Option<&Bound<'py, Policies>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (record, context) = (written(record)?, written(context)?);
            let none = contract::Policies::default();
            let under = self::policies(policies, &none);
            let fired: Value = py.detach(|| {
                let context = ContextDocument::from_json(&context)?;
                Ok::<_, Fault>(self.0.fire(&record, context, under)?.document()?)
            })?;
            read(py, &fired)
        })
    }

    fn apply<'py>(
        &self,
        py: Python<'py>,
        record: Option<&Bound<'py, PyAny>>,
        event: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (record, event) = (written_if(record)?, written(event)?);
            read(py, &py.detach(|| self.0.apply(record.as_deref(), &event))?)
        })
    }

    fn __repr__(&self) -> String {
        format!("Lifecycle('{}')", self.0.process())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.0.process() == other.0.process()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (&'static str,)) {
        (slf.get_type().into_any(), (slf.get().0.process(),))
    }
}
