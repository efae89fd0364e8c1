//! How a hold and a disposal name records: never by what they hold. 记录指名

use crate::kernel::{Code, Fact, FactWanted, Instant, RecordId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A record, named with its process: an id is unique within its process only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedRecord {
    /// The process it belongs to: `incident`.
    pub process: Code,
    /// Its id.
    pub record: RecordId,
}

impl fmt::Display for NamedRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.process, self.record)
    }
}

/// Events of one record, named by its version after each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedEvents {
    /// The process the record belongs to.
    pub process: Code,
    /// Its id.
    pub record: RecordId,
    /// The versions, in order; in a request none of them stands for all that hold a personal value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<u64>,
}

impl NamedEvents {
    /// The record alone.
    #[must_use]
    pub fn named(&self) -> NamedRecord {
        NamedRecord { process: self.process.clone(), record: self.record.clone() }
    }
}

/// The computed fact about a record that is to be kept or not: asked with the lists `process` and `record` in step, and with
/// `personal` where the events that hold personal values are asked for. Its state is the record's phase; its attributes are
///
/// - `process`, and `cases`: whether records of the process are disposed of at all;
/// - `closed`: whether its phase is final; `open_links`: the records linked with it, either way, that are not closed;
/// - `created_at`, `occurred_at`, and `closed_at`: the latest of its events, once it is closed;
/// - `retention_class`, where the record has its own; `holds`: the holds in force on it or on a person it is about;
/// - `personal`: the versions whose events have a personal field.
pub(super) const RETAINED: &str = "retained_record";

/// The computed fact about the holds in force on a person: asked with `subject`, one answer for each.
pub(super) const SUBJECT_HOLD: &str = "subject_hold";

const NOBODY: RecordId = RecordId::literal("-");

/// Asks about records.
pub(super) fn asked<'a>(records: impl Iterator<Item = (&'a Code, &'a RecordId)> + Clone) -> FactWanted {
    let processes = records.clone().map(|(process, _)| process.as_str());
    FactWanted::new(RETAINED, &NOBODY)
        .with("process", processes)
        .with("record", records.map(|(_, record)| record.as_str()))
}

/// Asks about a person.
pub(super) fn asked_about(subject: &str) -> FactWanted {
    FactWanted::new(SUBJECT_HOLD, &NOBODY).with("subject", [subject])
}

/// Whether the answer is about that record.
pub(super) fn is_about(fact: &Fact, process: &Code, record: &RecordId) -> bool {
    fact.record == *record && fact.attribute("process") == Some(process.as_str())
}

/// An instant that an answer states.
pub(super) fn instant(fact: &Fact, name: &str) -> Option<Instant> {
    Instant::parse(fact.attribute(name)?).ok()
}
