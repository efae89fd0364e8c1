//! Business calendars. 服务时间

use crate::arrow::Column;
use crate::columns::{self, Amounts, same_length};
use crate::documents::{serialised, written};
use crate::door::{Fault, door, python};
use crate::instants::{datetime, duration_s, seconds, utc, utc_of, wrong};
use itsm::contract::Failure;
use itsm::time::{self, Boundary, CalendarDocument, DayConvention, Language};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyList};

/// A compiled calendar: when a service is open, and what that makes of an amount of working time.
#[pyclass(frozen, module = "itsm")]
pub(crate) struct BusinessCalendar(time::BusinessCalendar);

fn compiled(document: CalendarDocument, repair: bool) -> Result<BusinessCalendar, Fault> {
    let document = if repair { document.with_end_of_day_repaired() } else { document };
    Ok(BusinessCalendar(time::BusinessCalendar::new(document)?))
}

fn coded<T>(found: Option<T>, what: &str, code: &str) -> Result<T, Fault> {
    found.ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no {what}")).into())
}

/// An instant of a batch as seconds since 1970, and whether it came so: the answers come as the questions.
fn stamped(at: &Bound<'_, PyAny>) -> Result<(i64, bool), Fault> {
    let plain = at.is_instance_of::<PyInt>() && !at.is_instance_of::<PyBool>();
    Ok((if plain { duration_s(at)? } else { seconds(at)? }, plain))
}

fn stamp(at: &Bound<'_, PyAny>) -> Result<i64, Fault> {
    Ok(stamped(at)?.0)
}

fn list<'a, 'py>(batch: &'a Bound<'py, PyAny>) -> Result<&'a Bound<'py, PyList>, Fault> {
    batch.cast().map_err(|_| wrong("a list, or a column of Arrow,", batch))
}

/// What each of a list is; a fault has its place.
fn each<T>(
    list: &Bound<'_, PyList>,
    taken: impl Fn(&Bound<'_, PyAny>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    list.iter().enumerate().map(|(place, item)| taken(&item).map_err(|fault| fault.at(place))).collect()
}

#[pymethods]
impl BusinessCalendar {
    #[new]
    #[pyo3(signature = (document, *, repair_end_of_day = false))]
    fn new(py: Python<'_>, document: &Bound<'_, PyAny>, repair_end_of_day: bool) -> PyResult<Self> {
        door(|| {
            let document = written(document)?;
            py.detach(|| compiled(CalendarDocument::from_json(&document)?, repair_end_of_day))
        })
    }

    #[staticmethod]
    #[pyo3(signature = (text, *, repair_end_of_day = false))]
    fn from_json(py: Python<'_>, text: &str, repair_end_of_day: bool) -> PyResult<Self> {
        door(|| py.detach(|| compiled(CalendarDocument::from_json(text.as_bytes())?, repair_end_of_day)))
    }

    #[pyo3(signature = (start, seconds, *, boundary = "earliest_instant"))]
    fn add<'py>(
        &self,
        start: &Bound<'py, PyAny>,
        seconds: &Bound<'py, PyAny>,
        boundary: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let boundary = coded(Boundary::from_code(boundary), "boundary", boundary)?;
            let due = self.0.add_under(utc(start)?, duration_s(seconds)?, boundary)?;
            datetime(start.py(), due)
        })
    }

    fn subtract<'py>(
        &self,
        end: &Bound<'py, PyAny>,
        seconds: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| datetime(end.py(), self.0.subtract(utc(end)?, duration_s(seconds)?)?))
    }

    fn between(&self, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<i64> {
        door(|| Ok(self.0.between(utc(a)?, utc(b)?)?))
    }

    fn is_open(&self, at: &Bound<'_, PyAny>) -> PyResult<bool> {
        door(|| Ok(self.0.is_open(utc(at)?)?))
    }

    fn next_open<'py>(&self, at: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| self.0.next_open(utc(at)?)?.map(|open| datetime(at.py(), open)).transpose())
    }

    fn next_close<'py>(&self, at: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| self.0.next_close(utc(at)?)?.map(|close| datetime(at.py(), close)).transpose())
    }

    #[pyo3(signature = (start, days, *, convention = "keep_time"))]
    fn add_working_days<'py>(
        &self,
        start: &Bound<'py, PyAny>,
        days: u32,
        convention: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            let convention = coded(DayConvention::from_code(convention), "convention of days", convention)?;
            datetime(start.py(), self.0.add_working_days(utc(start)?, days, convention)?)
        })
    }

    fn working_days_between(&self, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<i64> {
        door(|| Ok(self.0.working_days_between(utc(a)?, utc(b)?)?))
    }

    #[pyo3(signature = (a, b, *, chinese = false))]
    fn ledger(&self, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>, chinese: bool) -> PyResult<String> {
        let language = if chinese { Language::Chinese } else { Language::English };
        door(|| Ok(self.0.ledger(utc(a)?, utc(b)?)?.to_text(language)))
    }

    fn add_many<'py>(
        &self,
        py: Python<'py>,
        starts: &Bound<'py, PyAny>,
        seconds: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            if let Some(starts) = Column::read(starts)? {
                let amounts = match Column::read(seconds)? {
                    Some(amounts) => Amounts::each(amounts)?,
                    None => Amounts::All(duration_s(seconds)?),
                };
                let found = py.detach(|| columns::added(&self.0, &starts, &amounts))?;
                return Ok(Bound::new(py, found).map_err(python)?.into_any());
            }
            let starts = list(starts)?;
            let amounts = match seconds.cast::<PyList>() {
                Ok(amounts) => {
                    same_length(starts.len(), amounts.len()).and_then(|()| each(amounts, duration_s))?
                }
                Err(_) => vec![duration_s(seconds)?],
            };
            let asked = each(starts, stamped)?;
            let (stamps, plain): (Vec<i64>, Vec<bool>) = asked.into_iter().unzip();
            let found = py.detach(|| self.0.add_each(&stamps, &amounts))?;
            let list = PyList::empty(py);
            for (due, plain) in found.into_iter().zip(plain) {
                let appended =
                    if plain { list.append(due) } else { list.append(datetime(py, utc_of(due)?)?) };
                appended.map_err(python)?;
            }
            Ok(list.into_any())
        })
    }

    fn between_many<'py>(
        &self,
        py: Python<'py>,
        a: &Bound<'py, PyAny>,
        b: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            if let (Some(a), Some(b)) = (Column::read(a)?, Column::read(b)?) {
                let found = py.detach(|| columns::between(&self.0, &a, b))?;
                return Ok(Bound::new(py, found).map_err(python)?.into_any());
            }
            let (a, b) = (list(a)?, list(b)?);
            same_length(a.len(), b.len())?;
            let (from, to) = (each(a, stamp)?, each(b, stamp)?);
            let found = py.detach(|| self.0.between_each(&from, &to))?;
            Ok(PyList::new(py, found).map_err(python)?.into_any())
        })
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| serialised(py, self.0.document()))
    }

    #[getter]
    fn zone(&self) -> &str {
        self.0.zone().name()
    }

    #[getter]
    fn tzdb_version(&self) -> &str {
        self.0.tzdb_version()
    }

    fn __repr__(&self) -> String {
        format!("BusinessCalendar(zone='{}', tzdb_version='{}')", self.0.zone().name(), self.0.tzdb_version())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.0.document() == other.0.document() && self.0.tzdb_version() == other.0.tzdb_version()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        Ok((slf.get_type().into_any(), (slf.get().document(slf.py())?,)))
    }
}
