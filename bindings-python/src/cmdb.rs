//! Registers of configuration items. 配置管理数据库

use crate::documents::{read, written, written_if, written_up_to};
use crate::door::door;
use itsm::contract::RegisterHandle;
use itsm::kernel::limits;
use pyo3::prelude::*;

/// A register of configuration items and how they rest on each other.
#[pyclass(frozen, module = "itsm")]
pub(crate) struct Cmdb(RegisterHandle);

/// What a search may cost where the caller states no budget.
const BUDGET: u64 = 1_000_000;

#[pymethods]
impl Cmdb {
    #[new]
    fn new(py: Python<'_>, document: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| {
            let document = written_up_to(document, limits::CMDB_BYTES)?;
            Ok(Self(py.detach(|| RegisterHandle::from_json(&document))?))
        })
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        door(|| Ok(Self(py.detach(|| RegisterHandle::from_json(text.as_bytes()))?)))
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.document())?))
    }

    #[pyo3(signature = (sources, options = None))]
    fn impact_of<'py>(
        &self,
        py: Python<'py>,
        sources: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (sources, options) = (written(sources)?, written_if(options)?);
            read(py, &py.detach(|| self.0.impact_of(&sources, options.as_deref()))?)
        })
    }

    #[pyo3(signature = (sources, items, options = None))]
    fn witnesses<'py>(
        &self,
        py: Python<'py>,
        sources: &Bound<'py, PyAny>,
        items: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (sources, items, options) = (written(sources)?, written(items)?, written_if(options)?);
            read(py, &py.detach(|| self.0.witnesses(&sources, &items, options.as_deref()))?)
        })
    }

    fn depends_on<'py>(&self, py: Python<'py>, item: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.depends_on(item))?))
    }

    fn dependents<'py>(&self, py: Python<'py>, item: &str) -> PyResult<Bound<'py, PyAny>> {
        door(|| read(py, &py.detach(|| self.0.dependents(item))?))
    }

    #[pyo3(signature = (symptoms, budget = BUDGET))]
    fn root_candidates<'py>(
        &self,
        py: Python<'py>,
        symptoms: &Bound<'py, PyAny>,
        budget: u64,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let symptoms = written(symptoms)?;
            read(py, &py.detach(|| self.0.root_candidates(&symptoms, budget))?)
        })
    }

    #[pyo3(signature = (service, options = None))]
    fn single_points_of_failure<'py>(
        &self,
        py: Python<'py>,
        service: &str,
        options: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let options = written_if(options)?;
            read(py, &py.detach(|| self.0.single_points_of_failure(service, options.as_deref()))?)
        })
    }

    #[pyo3(signature = (service, search, options = None))]
    fn minimal_cut_sets<'py>(
        &self,
        py: Python<'py>,
        service: &str,
        search: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (search, options) = (written(search)?, written_if(options)?);
            read(py, &py.detach(|| self.0.minimal_cut_sets(service, &search, options.as_deref()))?)
        })
    }

    #[pyo3(signature = (service, up_ppm, options = None, budget = BUDGET))]
    fn availability<'py>(
        &self,
        py: Python<'py>,
        service: &str,
        up_ppm: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyAny>>,
        budget: u64,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (up, options) = (written(up_ppm)?, written_if(options)?);
            read(py, &py.detach(|| self.0.availability(service, &up, options.as_deref(), budget))?)
        })
    }

    fn simulate<'py>(
        &self,
        py: Python<'py>,
        overlays: &Bound<'py, PyAny>,
        options: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let (overlays, options) = (written(overlays)?, written(options)?);
            read(py, &py.detach(|| self.0.simulate(&overlays, &options))?)
        })
    }

    fn __repr__(&self) -> PyResult<String> {
        door(|| {
            let document = self.0.document()?;
            let count = |key: &str| document.get(key).and_then(|list| list.as_array()).map_or(0, Vec::len);
            Ok(format!("Cmdb(items={}, relations={})", count("items"), count("relations")))
        })
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        door(|| py.detach(|| Ok(self.0.document()? == other.0.document()?)))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().into_any(), (slf.get().document(slf.py())?,)))
    }
}
