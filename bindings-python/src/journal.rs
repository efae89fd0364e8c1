//! A system on a journal in the host's database: questions go out statement by statement, through the host's driver. 持久日志

use crate::documents::{read, written};
use crate::door::{Fault, door, python};
use itsm::contract::{Failure, code_of};
use itsm_store::sql::{Answer, Cell};
use itsm_store::{Exchange, FaultKind, JournalHandle, Step};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyString, PyTuple};
use serde_json::Value;
use std::sync::{Mutex, PoisonError};

/// A system's journal, and the driver that reaches it (`itsm/_journal.py`).
pub(crate) struct Standing {
    pub(crate) journal: JournalHandle,
    driver: Py<PyAny>,
    report: Value,
}

impl Standing {
    /// Opens the journal behind a path, an address or a connection of the host's.
    pub(crate) fn open(
        database: &Bound<'_, PyAny>,
        prefix: &str,
        tenant: Option<&str>,
    ) -> Result<Self, Fault> {
        static OF: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let py = database.py();
        let of = OF.import(py, "itsm._journal", "of").map_err(python)?;
        let driver = of.call1((database,)).map_err(python)?;
        let said = |name: &str| driver.getattr(name)?.extract::<String>();
        let (engine, style) = (said("engine").map_err(python)?, said("style").map_err(python)?);
        let own: bool = driver.getattr("own").and_then(|own| own.extract()).map_err(python)?;
        let journal = JournalHandle::new(&engine, Some(&style), Some(prefix), tenant)?;
        let mut standing = Self { journal, driver: driver.unbind(), report: Value::Null };
        match standing.take(py, standing.journal.open(own), false) {
            Ok(report) => {
                let written = written(&report)?;
                standing.report =
                    serde_json::from_slice(&written).map_err(|fault| Failure::internal(fault.to_string()))?;
                Ok(standing)
            }
            Err(fault) => {
                standing.close(py)?;
                Err(fault)
            }
        }
    }

    /// What was found when it was opened.
    pub(crate) fn report<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyAny>, Fault> {
        read(py, &self.report)
    }

    /// Takes a question through the driver, outside the host's transaction or `within` it; what it comes to.
    pub(crate) fn take<'py>(
        &self,
        py: Python<'py>,
        question: Exchange<Value>,
        within: bool,
    ) -> Result<Bound<'py, PyAny>, Fault> {
        let question = Question(Mutex::new(question));
        self.driver.bind(py).call_method1("take", (question, within)).map_err(python)
    }

    /// Lets the journal go; a connection of the host's stays open.
    pub(crate) fn close(&self, py: Python<'_>) -> Result<(), Fault> {
        self.driver.bind(py).call_method0("close").map(|_| ()).map_err(python)
    }
}

/// A question to a journal, stopped at a statement.
#[pyclass(frozen, module = "itsm._itsm", name = "_Exchange")]
pub(crate) struct Question(Mutex<Exchange<Value>>);

#[pymethods]
impl Question {
    /// Goes on with what came of the last step: `("run", sql, parameters, asks)`, `("pause", milliseconds)` or `("done", document)`.
    #[pyo3(signature = (rows = None, changed = 0, fault = None))]
    fn step<'py>(
        &self,
        py: Python<'py>,
        rows: Option<&Bound<'py, PyAny>>,
        changed: u64,
        fault: Option<(String, String)>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        door(|| {
            let answer = match fault {
                Some((kind, said)) => Err(itsm_store::Fault::new(FaultKind::read(&kind), said)),
                // What is no cell is the database's fault, which the exchange has to hear: it may have begun something.
                None => rows
                    .map_or_else(|| Ok(Vec::new()), cells)
                    .map(|rows| Answer { rows, changed })
                    .map_err(|said| itsm_store::Fault::new(FaultKind::Corrupt, said.to_string())),
            };
            let next = py.detach(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).step(Some(answer)));
            let said = |tuple: PyResult<Bound<'py, PyTuple>>| tuple.map_err(python);
            match next {
                Step::Run(statement) => {
                    let parameters: PyResult<Vec<_>> =
                        statement.parameters.iter().map(|cell| parameter(py, cell)).collect();
                    let parameters = PyTuple::new(py, parameters.map_err(python)?).map_err(python)?;
                    said(("run", &*statement.sql, parameters, statement.asks).into_pyobject(py))
                }
                Step::Pause(milliseconds) => said(("pause", milliseconds).into_pyobject(py)),
                Step::Done(answer) => said(("done", read(py, &answer?)?).into_pyobject(py)),
            }
        })
    }

    /// Raises unless the host's transaction, or its absence, is what the question wants.
    fn begins(&self, transaction: bool) -> PyResult<()> {
        door(|| Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).begins(transaction)?))
    }

    /// Whether a fault of that kind is the end of its connection.
    #[staticmethod]
    fn is_lost(kind: &str) -> bool {
        FaultKind::read(kind) == FaultKind::Lost
    }

    /// Raises the failure of a code: what the driver sees before anything is asked.
    fn refuse(&self, code: &str, words: String) -> PyResult<()> {
        door(|| {
            let row = code_of(code);
            Err(row.map_or_else(|| Failure::internal(code), |row| Failure::coded(row.code, words)).into())
        })
    }
}

fn parameter<'py>(py: Python<'py>, cell: &Cell) -> PyResult<Bound<'py, PyAny>> {
    Ok(match cell {
        Cell::Null => py.None().into_bound(py),
        Cell::Integer(number) => number.into_pyobject(py)?.into_any(),
        Cell::Text(text) => PyString::new(py, text).into_any(),
    })
}

fn cells(rows: &Bound<'_, PyAny>) -> PyResult<Vec<Vec<Cell>>> {
    rows.try_iter()?.map(|row| row?.try_iter()?.map(|cell| cell_of(&cell?)).collect()).collect()
}

fn cell_of(cell: &Bound<'_, PyAny>) -> PyResult<Cell> {
    if let Ok(text) = cell.cast::<PyString>() {
        Ok(text.to_str()?.into())
    } else if let Ok(number) = cell.cast::<PyInt>() {
        Ok(Cell::Integer(number.extract()?))
    } else if cell.is_none() {
        Ok(Cell::Null)
    } else {
        let words = format!("the driver answers with a value of type `{}`", cell.get_type().name()?);
        Err(pyo3::exceptions::PyTypeError::new_err(words))
    }
}
