//! Facts: what a guard needs to know of other records. 事实
//!
//! A process names what it wants ([`FactWanted`]); whoever holds the records hands it in as data (DECISIONS 1). So no process
//! imports another, and a host beside its own tables answers from these.

use crate::kernel::{Code, RecordId, limits};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A record that a guard wants to know about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactWanted {
    /// The process the record belongs to: `major_incident`.
    pub process: SmolStr,
    /// Which record.
    pub record: RecordId,
}

impl FactWanted {
    /// A fact about that record of that process.
    #[must_use]
    pub fn new(process: &'static str, record: &RecordId) -> Self {
        Self { process: SmolStr::new_static(process), record: record.clone() }
    }
}

/// What is known of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The process the record belongs to.
    pub process: SmolStr,
    /// Which record.
    pub record: RecordId,
    /// Its phase.
    pub state: SmolStr,
    /// Its version when it was read; the answer holds only as long as this does.
    pub version: u64,
    /// What else the process says of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Code, SmolStr>,
}

/// The facts handed to a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// No facts.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// These facts; at most [`limits::LIST`] are kept.
    #[must_use]
    pub fn of(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self(facts.into_iter().take(limits::LIST).collect())
    }

    /// The fact about that record, if it was handed in.
    #[must_use]
    pub fn about(&self, process: &str, record: &RecordId) -> Option<&Fact> {
        self.0.iter().find(|fact| fact.process == process && fact.record == *record)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Fact] {
        &self.0
    }
}
