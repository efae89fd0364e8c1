//! Documents: Python's plain values to the JSON that the core reads strictly, and the core's answers back.
//!
//! The core reads bytes and finds every fault with its path, so that a dict is written as JSON and not taken into the core's types
//! here: `serde-pyobject` would read it into values first, where a fraction or a number beyond 64 bits is lost before the core has
//! seen it. Only what JSON cannot say is refused here, with the same codes.

use crate::door::{Fault, python};
use itsm::contract::Failure;
use itsm::kernel::{DocumentError, DocumentFault, limits};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde::Serialize;
use serde_json::Value;

/// A document as JSON of at most [`limits::POLICY_BYTES`].
pub(crate) fn written(value: &Bound<'_, PyAny>) -> Result<Vec<u8>, Fault> {
    written_up_to(value, limits::POLICY_BYTES)
}

/// A document as JSON of at most so many bytes.
pub(crate) fn written_up_to(value: &Bound<'_, PyAny>, limit: usize) -> Result<Vec<u8>, Fault> {
    let mut writer = Writer { bytes: Vec::new(), limit };
    writer.value(value, 0)?;
    Ok(writer.bytes)
}

/// [`written`], where there may be none.
pub(crate) fn written_if(value: Option<&Bound<'_, PyAny>>) -> Result<Option<Vec<u8>>, Fault> {
    value.filter(|value| !value.is_none()).map(written).transpose()
}

struct Writer {
    bytes: Vec<u8>,
    limit: usize,
}

fn fault(fault: DocumentFault) -> DocumentError {
    DocumentError { path: String::new(), fault }
}

fn shape(words: impl Into<String>) -> DocumentError {
    fault(DocumentFault::Shape(words.into()))
}

/// The fault, seen from the list or object that holds the value.
fn inside(holder: String) -> impl FnOnce(DocumentError) -> DocumentError {
    move |DocumentError { path, fault }| {
        // The document is too large as a whole; where it became so says nothing.
        if let DocumentFault::TooLarge { .. } = fault {
            return DocumentError { path, fault };
        }
        let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
        DocumentError { path: format!("{holder}{dot}{path}"), fault }
    }
}

impl Writer {
    fn put(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        self.bytes.extend_from_slice(bytes);
        // Checked as it grows: a small list that stands in itself many times is a large document.
        match self.bytes.len() {
            bytes if bytes > self.limit => Err(fault(DocumentFault::TooLarge { bytes, limit: self.limit })),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &Bound<'_, PyString>) -> Result<(), DocumentError> {
        let text = text.to_str().map_err(|_| shape("half of a surrogate pair is no text"))?;
        let quoted = serde_json::to_vec(text).map_err(|fault| shape(fault.to_string()))?;
        self.put(&quoted)
    }

    /// A mapping that is no dict and a sequence that is no list may run code and change under way; they are none.
    fn value(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> Result<(), DocumentError> {
        if let Ok(text) = value.cast::<PyString>() {
            self.text(text)
        } else if let Ok(dict) = value.cast::<PyDict>() {
            self.object(dict, deeper(depth)?)
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter(), deeper(depth)?)
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter(), deeper(depth)?)
        } else if value.is_none() {
            self.put(b"null")
        } else if let Ok(truth) = value.cast::<PyBool>() {
            self.put(if truth.is_true() { b"true" } else { b"false" })
        } else if value.is_instance_of::<PyInt>() {
            let digits = value.extract::<i64>().map(|n| n.to_string());
            let digits = digits.or_else(|_| value.extract::<u64>().map(|n| n.to_string()));
            self.put(digits.map_err(|_| fault(DocumentFault::NotAnInteger))?.as_bytes())
        } else if value.is_instance_of::<PyFloat>() {
            Err(fault(DocumentFault::NotAnInteger))
        } else {
            let kind = value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string());
            Err(shape(format!("a value of type `{kind}` stands in no document")))
        }
    }

    fn list<'py>(
        &mut self,
        items: impl Iterator<Item = Bound<'py, PyAny>>,
        depth: usize,
    ) -> Result<(), DocumentError> {
        self.put(b"[")?;
        for (place, item) in items.enumerate() {
            if place > 0 {
                self.put(b",")?;
            }
            self.value(&item, depth).map_err(inside(format!("[{place}]")))?;
        }
        self.put(b"]")
    }

    fn object(&mut self, dict: &Bound<'_, PyDict>, depth: usize) -> Result<(), DocumentError> {
        self.put(b"{")?;
        for (place, (key, value)) in dict.iter().enumerate() {
            if place > 0 {
                self.put(b",")?;
            }
            let key = key.cast::<PyString>().map_err(|_| shape("a key that is no text"))?;
            self.text(key)?;
            self.put(b":")?;
            self.value(&value, depth).map_err(|fault| inside(key.to_string_lossy().into_owned())(fault))?;
        }
        self.put(b"}")
    }
}

fn deeper(depth: usize) -> Result<usize, DocumentError> {
    // Also where a list that holds itself ends.
    if depth >= limits::DEPTH { Err(fault(DocumentFault::TooDeep)) } else { Ok(depth.saturating_add(1)) }
}

/// An answer as Python's plain values.
pub(crate) fn read<'py>(py: Python<'py>, value: &Value) -> Result<Bound<'py, PyAny>, Fault> {
    value_of(py, value).map_err(python)
}

/// A typed answer as Python's plain values.
pub(crate) fn serialised<'py, T: Serialize + ?Sized>(
    py: Python<'py>,
    answer: &T,
) -> Result<Bound<'py, PyAny>, Fault> {
    let value = serde_json::to_value(answer).map_err(|fault| Failure::internal(fault.to_string()))?;
    read(py, &value)
}

fn value_of<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Null => py.None().into_bound(py),
        Value::Bool(truth) => PyBool::new(py, *truth).to_owned().into_any(),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(whole), ..) => whole.into_pyobject(py)?.into_any(),
            (_, Some(whole), _) => whole.into_pyobject(py)?.into_any(),
            (.., fraction) => fraction.into_pyobject(py)?,
        },
        Value::String(text) => PyString::new(py, text).into_any(),
        Value::Array(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(value_of(py, item)?)?;
            }
            list.into_any()
        }
        Value::Object(members) => {
            let dict = PyDict::new(py);
            for (key, member) in members {
                dict.set_item(PyString::intern(py, key), value_of(py, member)?)?;
            }
            dict.into_any()
        }
    })
}
