//! The Python package `itsm`: handles over the core, dicts in, dicts out. Nothing is parsed or decided here.

#![deny(unsafe_code)]

mod agreement;
mod arrow;
mod ballot;
mod calendar;
mod cmdb;
mod columns;
mod documents;
mod door;
mod evidence;
mod instants;
mod journal;
mod lifecycle;
mod matrix;
mod system;

// Nothing here rests on the interpreter's lock: handles are immutable, or have a lock of their own.
#[pyo3::pymodule(gil_used = false)]
mod _itsm {
    use crate::documents::{read, serialised};
    use crate::door::door;
    use itsm::contract::Failure;
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::agreement::SlaPolicy;
    #[pymodule_export]
    use crate::ballot::Ballot;
    #[pymodule_export]
    use crate::calendar::BusinessCalendar;
    #[pymodule_export]
    use crate::cmdb::Cmdb;
    #[pymodule_export]
    use crate::columns::Answered;
    #[pymodule_export]
    use crate::evidence::{read_checkpoint, read_note, verify_consistency, verify_inclusion};
    #[pymodule_export]
    use crate::lifecycle::{Lifecycle, Policies};
    #[pymodule_export]
    use crate::matrix::PriorityMatrix;
    #[pymodule_export]
    use crate::system::{Plan, ServiceManagementSystem};

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// The JSON Schema of every document.
    #[pyfunction]
    fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        door(|| {
            let schema = serde_json::from_str(include_str!("../../schema/itsm.schema.json"));
            read(py, &schema.map_err(|fault| Failure::internal(fault.to_string()))?)
        })
    }

    /// Every code of a failure: what kind it is and what it means.
    #[pyfunction]
    fn codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        door(|| serialised(py, itsm::contract::CODES))
    }

    /// Panics, so that a test can see what becomes of it.
    #[pyfunction]
    #[expect(clippy::panic, reason = "that is what it is for")]
    fn _panic_for_test(py: Python<'_>) -> PyResult<()> {
        door(|| py.detach(|| panic!("asked for by a test")))
    }
}
