//! The log as a table: one row for each event, with the line that was hashed. 日志表

use super::ExportError;
use super::table::{Table, integer};
use itsm::kernel::{Digest, Instant, LogRow};
use serde::Deserialize;
use std::borrow::Cow;

/// The name of the table.
pub(super) const LOG: &str = "log";

/// A row of the log.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) index: u64,
    leaf: String,
    /// Absent where the text is no longer kept: then the leaf alone stands for it.
    said: Option<Said>,
}

/// What a line says, as far as it has a column of its own, and the line.
#[derive(Clone, Debug)]
struct Said {
    stream: String,
    process: String,
    record: String,
    version: u64,
    kind: String,
    schema: u32,
    at: Instant,
    recorded_at: Instant,
    actor: String,
    roles: Vec<String>,
    unit: Option<String>,
    on_behalf_of: Option<String>,
    command: Option<String>,
    line: String,
}

// What a later version writes besides is in the line.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    actor: Actor<'a>,
    at: Instant,
    #[serde(borrow, default)]
    command: Option<Cow<'a, str>>,
    index: u64,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    on_behalf_of: Option<Cow<'a, str>>,
    #[serde(borrow)]
    process: Cow<'a, str>,
    #[serde(borrow)]
    record: Cow<'a, str>,
    recorded_at: Instant,
    schema: u32,
    version: u64,
}

#[derive(Deserialize)]
struct Actor<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    roles: Vec<String>,
    #[serde(borrow, default)]
    unit: Option<Cow<'a, str>>,
}

/// The line of an entry of a journal, where its text is still kept.
pub(super) fn line_of(row: &LogRow) -> Option<&str> {
    Some(&row.line)
}

/// The entry of a journal that a row was made of; none where its text is no longer kept.
pub(super) fn row_of(index: u64, leaf: Digest, line: Option<&str>) -> Option<LogRow> {
    Some(LogRow { index, line: line?.to_owned(), leaf })
}

impl Entry {
    pub(super) fn of(row: &LogRow) -> Result<Self, ExportError> {
        Self::new(row.index, row.leaf, line_of(row))
    }

    /// The row of an entry by what is kept of it.
    pub(super) fn new(index: u64, leaf: Digest, line: Option<&str>) -> Result<Self, ExportError> {
        let said = line.map(|line| Said::read(index, line)).transpose()?;
        Ok(Self { index, leaf: leaf.to_string(), said })
    }

    /// The month in which it was recorded, where that is known.
    pub(super) fn month(&self) -> Option<String> {
        self.said.as_ref().map(|said| month(said.recorded_at))
    }
}

/// The month of an instant in UTC: `2026-11`.
pub(super) fn month(at: Instant) -> String {
    at.to_string().chars().take(7).collect()
}

impl Said {
    fn read(index: u64, line: &str) -> Result<Self, ExportError> {
        let fault = |fault: String| ExportError::Entry { index, fault };
        let head: Head<'_> = serde_json::from_str(line).map_err(|error| fault(error.to_string()))?;
        if head.index != index {
            return Err(fault(format!("it says that it is entry {}", head.index)));
        }
        Ok(Self {
            stream: format!("{}/{}", head.process, head.record),
            process: head.process.into_owned(),
            record: head.record.into_owned(),
            version: head.version,
            kind: head.kind.into_owned(),
            schema: head.schema,
            at: head.at,
            recorded_at: head.recorded_at,
            actor: head.actor.id.into_owned(),
            roles: head.actor.roles,
            unit: head.actor.unit.map(Cow::into_owned),
            on_behalf_of: head.on_behalf_of.map(Cow::into_owned),
            command: head.command.map(Cow::into_owned),
            line: line.to_owned(),
        })
    }
}

/// The columns of the log. All but the first two are absent where the text is no longer kept.
pub(super) fn log() -> Table<Entry> {
    fn said(entry: &Entry) -> Option<&Said> {
        entry.said.as_ref()
    }
    Table::new(LOG)
        .integer("index", |entry: &Entry| integer(entry.index))
        .text("leaf", |entry| &entry.leaf)
        .text_if("stream", |entry| Some(&said(entry)?.stream))
        .text_if("process", |entry| Some(&said(entry)?.process))
        .text_if("record", |entry| Some(&said(entry)?.record))
        .integer_if("version", |entry| Some(integer(said(entry)?.version)))
        .text_if("kind", |entry| Some(&said(entry)?.kind))
        .integer_if("schema", |entry| Some(integer(said(entry)?.schema)))
        .instant_if("at", |entry| Some(said(entry)?.at))
        .instant_if("recorded_at", |entry| Some(said(entry)?.recorded_at))
        .text_if("actor", |entry| Some(&said(entry)?.actor))
        .texts("roles", |entry| {
            said(entry).into_iter().flat_map(|said| &said.roles).map(String::as_str).collect()
        })
        .text_if("unit", |entry| said(entry)?.unit.as_deref())
        .text_if("on_behalf_of", |entry| said(entry)?.on_behalf_of.as_deref())
        .text_if("command", |entry| said(entry)?.command.as_deref())
        .text_if("line", |entry| Some(&said(entry)?.line))
}
