//! The log as a table: one row for each event, with the line that was hashed. 日志表

use super::ExportError;
use super::table::{Table, integer};
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch};
use itsm::kernel::{CommandId, Digest, Gone, Instant, LogEntry, LogRow, RecordId};
use serde::Deserialize;
use std::borrow::Cow;

/// The name of the table.
pub(super) const LOG: &str = "log";

/// A row of the log.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) index: u64,
    leaf: String,
    stream: String,
    version: u64,
    command: Option<String>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Said(Box<Said>),
    /// Its text was destroyed, by the disposal named: the leaf stands for it.
    Gone {
        disposal: String,
    },
}

/// What a line says, as far as it has a column of its own, and the line.
#[derive(Clone, Debug)]
struct Said {
    kind: String,
    schema: u32,
    at: Instant,
    recorded_at: Instant,
    actor: String,
    roles: Vec<String>,
    unit: Option<String>,
    on_behalf_of: Option<String>,
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

impl Entry {
    pub(super) fn of(row: &LogRow) -> Result<Self, ExportError> {
        let (index, leaf) = (row.index, row.leaf.to_string());
        match &row.entry {
            LogEntry::Line(line) => Self::read(index, leaf, line),
            LogEntry::Gone(gone) => Ok(Self {
                index,
                leaf,
                stream: gone.stream.to_string(),
                version: gone.version,
                command: gone.command.as_ref().map(ToString::to_string),
                what: What::Gone { disposal: gone.disposal.to_string() },
            }),
        }
    }

    const fn said(&self) -> Option<&Said> {
        match &self.what {
            What::Said(said) => Some(said),
            What::Gone { .. } => None,
        }
    }

    fn disposal(&self) -> Option<&str> {
        match &self.what {
            What::Said(_) => None,
            What::Gone { disposal } => Some(disposal),
        }
    }

    /// The month in which it was recorded, where that is known.
    pub(super) fn month(&self) -> Option<String> {
        self.said().map(|said| month(said.recorded_at))
    }
}

/// The month of an instant in UTC: `2026-11`.
pub(super) fn month(at: Instant) -> String {
    at.to_string().chars().take(7).collect()
}

impl Entry {
    fn read(index: u64, leaf: String, line: &str) -> Result<Self, ExportError> {
        let fault = |fault: String| ExportError::Entry { index, fault };
        let head: Head<'_> = serde_json::from_str(line).map_err(|error| fault(error.to_string()))?;
        if head.index != index {
            return Err(fault(format!("it says that it is entry {}", head.index)));
        }
        Ok(Self {
            index,
            leaf,
            stream: format!("{}/{}", head.process, head.record),
            version: head.version,
            command: head.command.map(Cow::into_owned),
            what: What::Said(Box::new(Said {
                kind: head.kind.into_owned(),
                schema: head.schema,
                at: head.at,
                recorded_at: head.recorded_at,
                actor: head.actor.id.into_owned(),
                roles: head.actor.roles,
                unit: head.actor.unit.map(Cow::into_owned),
                on_behalf_of: head.on_behalf_of.map(Cow::into_owned),
                line: line.to_owned(),
            })),
        })
    }
}

/// The columns of the log. Where the text was destroyed, what only the text said is absent, and `disposal` names who took it.
pub(super) fn log() -> Table<Entry> {
    Table::new(LOG)
        .integer("index", |entry: &Entry| integer(entry.index))
        .text("leaf", |entry| &entry.leaf)
        .text("stream", |entry| &entry.stream)
        .text("process", |entry| entry.stream.split('/').next().unwrap_or_default())
        .text("record", |entry| entry.stream.split_once('/').map_or("", |(_, record)| record))
        .integer("version", |entry| integer(entry.version))
        .text_if("kind", |entry| Some(&entry.said()?.kind))
        .integer_if("schema", |entry| Some(integer(entry.said()?.schema)))
        .instant_if("at", |entry| Some(entry.said()?.at))
        .instant_if("recorded_at", |entry| Some(entry.said()?.recorded_at))
        .text_if("actor", |entry| Some(&entry.said()?.actor))
        .texts("roles", |entry| {
            entry.said().into_iter().flat_map(|said| &said.roles).map(String::as_str).collect()
        })
        .text_if("unit", |entry| entry.said()?.unit.as_deref())
        .text_if("on_behalf_of", |entry| entry.said()?.on_behalf_of.as_deref())
        .text_if("command", |entry| entry.command.as_deref())
        .text_if("disposal", Entry::disposal)
        .text_if("line", |entry| Some(&entry.said()?.line))
}

/// The entry that a row of the table was made of.
pub(super) fn row_of(rows: &RecordBatch, place: usize) -> Option<LogRow> {
    let text = |name: &str| {
        let column = rows.column_by_name(name)?.as_string_opt::<i32>()?;
        (!column.is_null(place)).then(|| column.value(place))
    };
    let number = |name: &str| {
        let column = rows.column_by_name(name)?.as_primitive_opt::<Int64Type>()?;
        if column.is_null(place) { None } else { u64::try_from(column.value(place)).ok() }
    };
    let entry = match text("disposal") {
        None => LogEntry::Line(text("line")?.to_owned()),
        Some(disposal) => LogEntry::Gone(Gone {
            stream: text("stream")?.into(),
            version: number("version")?,
            command: text("command").map(CommandId::new).transpose().ok()?,
            disposal: RecordId::new(disposal).ok()?,
        }),
    };
    Some(LogRow { index: number("index")?, entry, leaf: Digest::from_hex(text("leaf")?)? })
}
