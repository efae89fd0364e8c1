//! Columns through the Arrow C data interface: read where they lie, given without copying. 列式数据
//!
//! The three structs are those of the interface, which is frozen (arrow.apache.org/docs/format/CDataInterface.html). `pyo3-arrow` would
//! bring 52 crates for them, NumPy and a second, older tz database among them (ADR 15). This is the one file with unsafe code.

#![expect(unsafe_code, reason = "memory of other libraries, as the interface describes it")]

use crate::door::{Fault, python};
use itsm::contract::Failure;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use std::borrow::Cow;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::{null, null_mut};
use std::sync::Arc;

/// What a struct of the interface is released by, and how it looks once it is.
trait Released {
    /// # Safety
    /// The struct is whole and has not been released.
    unsafe fn release(&mut self);
    fn is_released(&self) -> bool;
    fn empty() -> Self;
}

macro_rules! interface {
    ($(#[$words:meta])* $name:ident { $($field:ident: $kind:ty = $empty:expr,)* }) => {
        $(#[$words])*
        #[repr(C)]
        struct $name {
            $($field: $kind,)*
            release: Option<unsafe extern "C" fn(*mut Self)>,
            private: *mut c_void,
        }

        impl Released for $name {
            unsafe fn release(&mut self) {
                if let Some(release) = self.release {
                    // SAFETY: whoever made the struct says that this releases it, once, from any thread.
                    unsafe { release(self) };
                }
            }

            fn is_released(&self) -> bool {
                self.release.is_none()
            }

            fn empty() -> Self {
                Self { $($field: $empty,)* release: None, private: null_mut() }
            }
        }
    };
}

interface!(
    /// `struct ArrowSchema`: the type of a column.
    Schema {
        format: *const c_char = null(),
        name: *const c_char = null(),
        metadata: *const c_char = null(),
        flags: i64 = 0,
        n_children: i64 = 0,
        children: *mut *mut Schema = null_mut(),
        dictionary: *mut Schema = null_mut(),
    }
);

interface!(
    /// `struct ArrowArray`: the values of a column, or of a chunk of it.
    Array {
        length: i64 = 0,
        null_count: i64 = 0,
        offset: i64 = 0,
        n_buffers: i64 = 0,
        n_children: i64 = 0,
        buffers: *const *const c_void = null(),
        children: *mut *mut Array = null_mut(),
        dictionary: *mut Array = null_mut(),
    }
);

interface!(
    /// `struct ArrowArrayStream`: chunks, one after another.
    Stream {
        get_schema: Option<unsafe extern "C" fn(*mut Stream, *mut Schema) -> c_int> = None,
        get_next: Option<unsafe extern "C" fn(*mut Stream, *mut Array) -> c_int> = None,
        get_last_error: Option<unsafe extern "C" fn(*mut Stream) -> *const c_char> = None,
    }
);

/// A struct of the interface that is ours to release.
#[repr(transparent)]
struct Owned<T: Released>(T);

impl<T: Released> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: it is ours, and nobody else has it.
        unsafe { self.0.release() };
    }
}

// SAFETY: the interface lets a struct move between threads, and be read by several; nothing here writes to one that is shared.
unsafe impl<T: Released> Send for Owned<T> {}
// SAFETY: as above.
unsafe impl<T: Released> Sync for Owned<T> {}

/// Moves a struct out of the capsule that holds it; what stays behind counts as released.
fn taken<T: Released>(capsule: &Bound<'_, PyAny>, name: &CStr) -> Result<Owned<T>, Fault> {
    let capsule = capsule.cast::<PyCapsule>().map_err(python)?;
    let held = capsule.pointer_checked(Some(name)).map_err(python)?.cast::<T>();
    // SAFETY: a capsule of that name holds that struct, and was made for this call.
    let found = Owned(unsafe { held.replace(T::empty()) });
    // What another has taken over is not to be looked at.
    if found.0.is_released() {
        Err(python(PyValueError::new_err("an Arrow capsule that was read already")))
    } else {
        Ok(found)
    }
}

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// 64-bit integers.
    Integers,
    /// Instants, so many ticks a second since 1970.
    Instants(Ticks),
    /// Amounts of time, so many ticks a second.
    Durations(Ticks),
}

/// How many ticks a second has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ticks {
    One,
    Milli,
    Micro,
    Nano,
}

impl Ticks {
    /// Whole seconds, floored. Each unit divides by a number that the compiler knows.
    fn seconds(self, ticks: i64) -> i64 {
        match self {
            Self::One => ticks,
            Self::Milli => ticks.div_euclid(1_000),
            Self::Micro => ticks.div_euclid(1_000_000),
            Self::Nano => ticks.div_euclid(1_000_000_000),
        }
    }
}

impl Kind {
    fn of(format: &str) -> Result<Self, Fault> {
        if format == "l" {
            return Ok(Self::Integers);
        }
        let ticks = |unit: Option<char>| match unit {
            Some('s') => Some(Ticks::One),
            Some('m') => Some(Ticks::Milli),
            Some('u') => Some(Ticks::Micro),
            Some('n') => Some(Ticks::Nano),
            _ => None,
        };
        if let Some(unit) = format.strip_prefix("tD") {
            if let Some(ticks) = ticks(unit.chars().next()) {
                return Ok(Self::Durations(ticks));
            }
        } else if let Some((unit, zone)) = format.strip_prefix("ts").and_then(|rest| rest.split_once(':'))
            && let Some(ticks) = ticks(unit.chars().next())
        {
            // The values are UTC whatever the zone says; without one they are nobody's.
            return if zone.is_empty() {
                Err(Failure::coded(
                    "value.instant",
                    "timestamps without a time zone name no instants: give them one, such as `UTC`",
                )
                .into())
            } else {
                Ok(Self::Instants(ticks))
            };
        }
        Err(python(PyTypeError::new_err(format!(
            "a column of int64, of timestamps with a time zone or of durations is wanted, this has the format `{format}`"
        ))))
    }

    /// Whether the values are whole seconds as they stand.
    fn is_seconds(self) -> bool {
        matches!(self, Self::Integers | Self::Instants(Ticks::One) | Self::Durations(Ticks::One))
    }

    /// Whole seconds of a value.
    fn seconds(self, value: i64) -> i64 {
        match self {
            Self::Integers => value,
            Self::Instants(ticks) | Self::Durations(ticks) => ticks.seconds(value),
        }
    }
}

/// One bit for each value that is there.
struct Bits {
    bytes: *const u8,
    first: usize,
}

impl Bits {
    /// # Safety
    /// The buffer is alive and has that many bits.
    unsafe fn has(&self, place: usize) -> bool {
        let bit = self.first.saturating_add(place);
        // SAFETY: the caller's.
        let byte = unsafe { *self.bytes.add(bit >> 3) };
        byte >> (bit & 7) & 1 == 1
    }
}

/// A stretch of a column, in the memory of whoever made it.
struct Chunk {
    values: *const i64,
    length: usize,
    /// Of the values, and of the rows of a table.
    present: [Option<Bits>; 2],
    _kept: Owned<Array>,
}

// SAFETY: the pointers lead into what `_kept` keeps, which may move between threads and is only read.
unsafe impl Send for Chunk {}
// SAFETY: as above.
unsafe impl Sync for Chunk {}

impl Chunk {
    /// So many rows from a place on, in whole seconds: the memory itself where it holds those.
    fn rows(&self, from: usize, length: usize, kind: Kind) -> Rows<'_> {
        let values = self.values.wrapping_add(from);
        let seconds = if kind.is_seconds() && values.is_aligned() && !values.is_null() {
            // SAFETY: `from + length` is at most `self.length`, and so many values the buffer has; nobody writes to it.
            Cow::Borrowed(unsafe { std::slice::from_raw_parts(values, length) })
        } else {
            // SAFETY: as above; values may lie at any address.
            let value = |place: usize| unsafe { values.wrapping_add(place).read_unaligned() };
            Cow::Owned((0..length).map(|place| kind.seconds(value(place))).collect())
        };
        let present = self.present.iter().any(Option::is_some).then(|| {
            // SAFETY: as above; a buffer of bits has one for each value.
            let there = |place| self.present.iter().flatten().all(|bits| unsafe { bits.has(place) });
            (from..from.saturating_add(length)).map(there).collect()
        });
        Rows { seconds, present }
    }

    /// The values of an array, or of the one column of a table.
    fn of(array: Owned<Array>, in_table: bool) -> Result<Self, Fault> {
        let broken =
            || python(PyValueError::new_err("an Arrow array whose buffers are not those of its type"));
        let size = |number: i64| usize::try_from(number).map_err(|_| broken());
        let length = size(array.0.length)?;
        let mut first = size(array.0.offset)?;
        let bits = |array: &Array, first: usize| {
            // SAFETY: every type that comes here has its validity in the first buffer; null says that all are there.
            let bytes = if array.n_buffers < 1 || array.buffers.is_null() {
                null()
            } else {
                unsafe { *array.buffers }
            };
            (!bytes.is_null() && array.null_count != 0).then(|| Bits { bytes: bytes.cast(), first })
        };
        let mut present = [bits(&array.0, first), None];
        let mut column = &array.0;
        if in_table {
            if array.0.n_children != 1 || array.0.children.is_null() {
                return Err(broken());
            }
            // SAFETY: a table of one column has one child, which lives as long as it does.
            column = unsafe { (*array.0.children).as_ref() }.ok_or_else(broken)?;
            // The offset of a table counts on top of that of its columns.
            first = first.checked_add(size(column.offset)?).ok_or_else(broken)?;
            present[1] = bits(column, first);
        }
        if column.n_buffers != 2 || column.buffers.is_null() {
            return Err(broken());
        }
        // SAFETY: it has two buffers.
        let values = unsafe { *column.buffers.add(1) }.cast::<i64>();
        if values.is_null() && length > 0 {
            return Err(broken());
        }
        // An empty column may have no memory at all.
        let values = if length == 0 { values } else { values.wrapping_add(first) };
        Ok(Self { values, length, present, _kept: array })
    }
}

/// A column that was handed in.
pub(crate) struct Column {
    kind: Kind,
    chunks: Vec<Chunk>,
}

impl Column {
    /// The column, or the one column of a table; `None` where the object does not speak Arrow.
    pub(crate) fn read(object: &Bound<'_, PyAny>) -> Result<Option<Self>, Fault> {
        let asked = |name: &str| {
            object
                .getattr_opt(name)
                .and_then(|call| call.map(|call| call.call0()).transpose())
                .map_err(python)
        };
        if let Some(pair) = asked("__arrow_c_array__")? {
            let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract().map_err(python)?;
            let (schema, array) = (taken(&schema, c"arrow_schema")?, taken(&array, c"arrow_array")?);
            let (kind, in_table) = described(&schema)?;
            return Ok(Some(Self { kind, chunks: vec![Chunk::of(array, in_table)?] }));
        }
        if let Some(capsule) = asked("__arrow_c_stream__")? {
            let stream = taken(&capsule, c"arrow_array_stream")?;
            return object.py().detach(|| Self::drained(stream)).map(Some);
        }
        Ok(None)
    }

    fn drained(mut stream: Owned<Stream>) -> Result<Self, Fault> {
        let (Some(get_schema), Some(get_next)) = (stream.0.get_schema, stream.0.get_next) else {
            return Err(python(PyValueError::new_err("an Arrow stream that cannot be read")));
        };
        let mut schema = Owned(Schema::empty());
        // SAFETY: the stream is whole, and the schema is ours to be filled.
        let code = unsafe { get_schema(&raw mut stream.0, &raw mut schema.0) };
        checked(&mut stream, code)?;
        let (kind, in_table) = described(&schema)?;
        let mut chunks = Vec::new();
        loop {
            let mut array = Owned(Array::empty());
            // SAFETY: as above.
            let code = unsafe { get_next(&raw mut stream.0, &raw mut array.0) };
            checked(&mut stream, code)?;
            if array.0.is_released() {
                return Ok(Self { kind, chunks });
            }
            chunks.push(Chunk::of(array, in_table)?);
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    pub(crate) fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.length).sum()
    }

    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { kind: self.kind, chunks: &self.chunks, from: 0 }
    }
}

/// Rows that lie together.
pub(crate) struct Rows<'a> {
    /// Whole seconds, floored; any number where there is null.
    pub(crate) seconds: Cow<'a, [i64]>,
    /// Which of them are there, where one may not be.
    pub(crate) present: Option<Vec<bool>>,
}

/// Where a column is read on.
pub(crate) struct Reader<'a> {
    kind: Kind,
    chunks: &'a [Chunk],
    from: usize,
}

impl<'a> Reader<'a> {
    /// How many rows lie together from here on; none at the end.
    pub(crate) fn ahead(&mut self) -> usize {
        while let Some((chunk, rest)) = self.chunks.split_first() {
            let ahead = chunk.length.saturating_sub(self.from);
            if ahead > 0 {
                return ahead;
            }
            (self.chunks, self.from) = (rest, 0);
        }
        0
    }

    /// The next rows, at most those that lie together.
    pub(crate) fn take(&mut self, most: usize) -> Rows<'a> {
        let length = self.ahead().min(most);
        let Some(chunk) = self.chunks.first() else {
            return Rows { seconds: Cow::Borrowed(&[]), present: None };
        };
        let rows = chunk.rows(self.from, length, self.kind);
        self.from = self.from.saturating_add(length);
        rows
    }
}

/// What a schema says, and whether the column stands in a table.
fn described(schema: &Owned<Schema>) -> Result<(Kind, bool), Fault> {
    let format = |schema: &Schema| match schema.format.is_null() {
        true => String::new(),
        // SAFETY: the interface has a text there that lives as long as the schema.
        false => unsafe { CStr::from_ptr(schema.format) }.to_string_lossy().into_owned(),
    };
    let mut column = &schema.0;
    let in_table = format(column) == "+s";
    if in_table {
        if column.n_children != 1 || column.children.is_null() {
            let words =
                format!("a column or a table of one column is wanted, this table has {}", column.n_children);
            return Err(python(PyTypeError::new_err(words)));
        }
        // SAFETY: it has one child.
        let child = unsafe { (*column.children).as_ref() };
        column = child.ok_or_else(|| python(PyValueError::new_err("an Arrow table without its column")))?;
    }
    if !column.dictionary.is_null() {
        return Err(python(PyTypeError::new_err("a column of values is wanted, this one has a dictionary")));
    }
    Ok((Kind::of(&format(column))?, in_table))
}

/// What a stream says of its fault.
fn checked(stream: &mut Owned<Stream>, code: c_int) -> Result<(), Fault> {
    if code == 0 {
        return Ok(());
    }
    // SAFETY: the stream is whole; the text, if there is one, lives until the next call.
    let words = stream.0.get_last_error.and_then(|last| unsafe {
        let text = last(&raw mut stream.0);
        (!text.is_null()).then(|| CStr::from_ptr(text).to_string_lossy().into_owned())
    });
    Err(python(PyValueError::new_err(words.unwrap_or_else(|| format!("an Arrow stream failed with {code}")))))
}

/// A column of answers, alive as long as anybody reads it.
pub(crate) struct Answers {
    format: &'static CStr,
    values: Vec<i64>,
    /// Where some are null: one bit for each that is there.
    present: Option<Vec<u8>>,
    nulls: usize,
}

impl Answers {
    /// A column of so many answers to come: instants, or integers.
    pub(crate) fn new(instants: bool, length: usize) -> Self {
        let format = if instants { c"tss:UTC" } else { c"l" };
        Self { format, values: Vec::with_capacity(length), present: None, nulls: 0 }
    }

    /// Adds the next answer.
    pub(crate) fn push(&mut self, answer: Option<i64>) {
        if let Some(present) = &mut self.present {
            mark(present, self.values.len(), answer.is_some());
        } else if answer.is_none() {
            let mut present = Vec::with_capacity(self.values.capacity().div_ceil(8));
            (0..self.values.len()).for_each(|place| mark(&mut present, place, true));
            mark(&mut present, self.values.len(), false);
            self.present = Some(present);
        }
        self.nulls = self.nulls.saturating_add(usize::from(answer.is_none()));
        self.values.push(answer.unwrap_or(0));
    }

    /// Adds answers, none of which is null.
    pub(crate) fn extend(&mut self, answers: &[i64]) {
        if self.present.is_some() {
            answers.iter().for_each(|answer| self.push(Some(*answer)));
        } else {
            self.values.extend_from_slice(answers);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn instants(&self) -> bool {
        self.format != c"l"
    }

    /// The pair of capsules that `__arrow_c_array__` gives.
    pub(crate) fn capsules<'py>(this: &Arc<Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let schema = Schema {
            format: this.format.as_ptr(),
            name: c"".as_ptr(),
            flags: NULLABLE,
            release: Some(forget),
            ..Schema::empty()
        };
        let bits = this.present.as_ref().map_or(null(), |bits| bits.as_ptr().cast::<c_void>());
        let mut kept =
            Box::new(Kept { buffers: [bits, this.values.as_ptr().cast()], _answers: Arc::clone(this) });
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let array = Array {
            length: count(this.values.len()),
            null_count: count(this.nulls),
            n_buffers: 2,
            buffers: kept.buffers.as_mut_ptr(),
            release: Some(let_go),
            private: Box::into_raw(kept).cast(),
            ..Array::empty()
        };
        let schema = PyCapsule::new_with_value(py, Owned(schema), c"arrow_schema")?;
        let array = PyCapsule::new_with_value(py, Owned(array), c"arrow_array")?;
        PyTuple::new(py, [schema, array])
    }
}

fn mark(bits: &mut Vec<u8>, place: usize, there: bool) {
    if place & 7 == 0 {
        bits.push(0);
    }
    if let Some(last) = bits.last_mut() {
        *last |= u8::from(there) << (place & 7);
    }
}

const NULLABLE: i64 = 2;

/// What an array that was given away keeps alive.
struct Kept {
    buffers: [*const c_void; 2],
    _answers: Arc<Answers>,
}

/// Everything that a schema of ours points to is there for ever.
unsafe extern "C" fn forget(schema: *mut Schema) {
    // SAFETY: the interface calls it with the schema that has it.
    unsafe { (*schema).release = None };
}

unsafe extern "C" fn let_go(array: *mut Array) {
    // SAFETY: the interface calls it once with the array that has it, whose private part `capsules` made of a box.
    unsafe {
        drop(Box::from_raw((*array).private.cast::<Kept>()));
        (*array).release = None;
    }
}
