//! Facts: what a guard needs to know of other records. 事实
//!
//! A process names what it wants ([`FactWanted`]); whoever holds the records hands it in as data (DECISIONS 1). So no process
//! imports another, and a host beside its own tables answers from these.

use crate::kernel::{Code, Link, LinkKind, RecordId, limits};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A record that a guard wants to know about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactWanted {
    /// The process the record belongs to: `major_incident`.
    pub process: SmolStr,
    /// Which record.
    pub record: RecordId,
    /// What a computed fact is asked with: the items and the window of a change, for its conflicts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<Code, Vec<SmolStr>>,
}

impl FactWanted {
    /// A fact about that record of that process.
    #[must_use]
    pub fn new(process: &'static str, record: &RecordId) -> Self {
        Self { process: SmolStr::new_static(process), record: record.clone(), with: BTreeMap::new() }
    }

    /// The same, asked with these values under that name.
    #[must_use]
    pub fn with(mut self, name: &'static str, values: impl IntoIterator<Item = impl Into<SmolStr>>) -> Self {
        self.with.insert(Code::literal(name), values.into_iter().map(Into::into).collect());
        self
    }

    /// The values asked with under that name.
    #[must_use]
    pub fn values(&self, name: &str) -> &[SmolStr] {
        self.with.get(name).map_or(&[], Vec::as_slice)
    }
}

/// What is known of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The records it is linked to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl Fact {
    /// What the process says under that name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(SmolStr::as_str)
    }

    /// The records it is linked to in that way.
    pub fn linked(&self, kind: LinkKind) -> impl Iterator<Item = &RecordId> {
        self.links.iter().filter(move |link| link.kind == kind).map(|link| &link.to)
    }
}

/// The facts handed to a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// Every fact of that process, for answers that are several: the conflicts of a change.
    pub fn of_process(&self, process: &str) -> impl Iterator<Item = &Fact> {
        self.0.iter().filter(move |fact| fact.process == process)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Fact] {
        &self.0
    }
}
