//! One row of a foreign table, read through the mapping. 数据行
//!
//! A row that cannot be read is a [`RowFault`] with its line and column; it is left out, never guessed.

use super::WallFormat;
use super::mapping::{COLUMNS, HistoryMapping, LevelNames, MappingError};
use crate::kernel::{Instant, limits};
use crate::time::Zone;
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Number,
    State,
    UpdatedAt,
    OpenedAt,
    ResolvedAt,
    ClosedAt,
    Impact,
    Urgency,
    Priority,
    Category,
    Group,
    Actor,
    ResolutionCode,
    ReassignmentCount,
    ReopenCount,
    MadeSla,
}

/// The columns of a mapping in one table: where each stands.
#[derive(Clone, Debug)]
pub struct Columns {
    places: BTreeMap<Field, (usize, String)>,
    count: usize,
    missing: String,
    format: WallFormat,
    zone: Zone,
    levels: LevelNames,
}

/// One update of one ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The line of the table on which it begins, the header being line 1.
    pub line: u64,
    /// The ticket.
    pub number: &'a str,
    /// Its state after the update, in the words of the table.
    pub state: &'a str,
    /// When the update was made.
    pub at: Instant,
    /// When the ticket was opened.
    pub opened_at: Option<Instant>,
    /// When it was resolved, as stated.
    pub resolved_at: Option<Instant>,
    /// When it was closed, as stated.
    pub closed_at: Option<Instant>,
    /// The impact.
    pub impact: Option<u8>,
    /// The urgency.
    pub urgency: Option<u8>,
    /// The priority as stated.
    pub priority: Option<u8>,
    /// The category.
    pub category: Option<&'a str>,
    /// The group that has the ticket.
    pub group: Option<&'a str>,
    /// Who made the update.
    pub actor: Option<&'a str>,
    /// The resolution code.
    pub resolution_code: Option<&'a str>,
    /// The running number of reassignments.
    pub reassignment_count: Option<u64>,
    /// The running number of reopens.
    pub reopen_count: Option<u64>,
    /// Whether the ticket met its agreement, as stated.
    pub made_sla: Option<bool>,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column `{column}`: {kind}")]
pub struct RowFault {
    /// The line of the table on which the row begins.
    pub line: u64,
    /// The column, by its name in the table; empty where the row as a whole is at fault.
    pub column: String,
    /// What is wrong.
    pub kind: RowFaultKind,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RowFaultKind {
    /// Not as many fields as the header.
    #[error("the row has {found} fields, the header {wanted}")]
    FieldCount {
        /// Fields found.
        found: usize,
        /// Fields of the header.
        wanted: usize,
    },
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// A value that every row has is missing.
    #[error("the value is missing")]
    Missing,
    /// Longer than [`limits::ID_BYTES`].
    #[error("the value has {bytes} bytes, allowed are {limit}", limit = limits::ID_BYTES)]
    TooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// Not a time in the format of the mapping.
    #[error("`{value}` is not a time of the form `{format}`")]
    Time {
        /// The value.
        value: String,
        /// The format.
        format: &'static str,
    },
    /// Not one of the levels of the mapping.
    #[error("`{value}` is not a level of the mapping")]
    Level {
        /// The value.
        value: String,
    },
    /// Not a whole number.
    #[error("`{value}` is not a whole number")]
    Number {
        /// The value.
        value: String,
    },
    /// Neither `true` nor `false`.
    #[error("`{value}` is neither `true` nor `false`")]
    Flag {
        /// The value.
        value: String,
    },
}

impl RowFaultKind {
    /// The stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FieldCount { .. } => "row.field_count",
            Self::NotText => "row.not_text",
            Self::Missing => "row.missing",
            Self::TooLong { .. } => "row.too_long",
            Self::Time { .. } => "row.time",
            Self::Level { .. } => "row.level",
            Self::Number { .. } => "row.number",
            Self::Flag { .. } => "row.flag",
        }
    }
}

impl HistoryMapping {
    /// Finds the columns of this mapping in the header of a table.
    ///
    /// # Errors
    /// [`MappingError::NoColumn`], [`MappingError::ColumnTwice`], [`MappingError::TooManyColumns`], and
    /// [`MappingError::Zone`] for an unknown zone.
    pub fn bind(&self, header: &[impl AsRef<str>]) -> Result<Columns, MappingError> {
        if header.len() > COLUMNS {
            return Err(MappingError::TooManyColumns { found: header.len() });
        }
        let mut places = BTreeMap::new();
        for (field, key, column) in self.columns.named() {
            let mut found = header.iter().enumerate().filter(|(_, name)| name.as_ref().trim() == column);
            let Some((place, _)) = found.next() else {
                return Err(MappingError::NoColumn { field: key, column: column.to_owned() });
            };
            if found.next().is_some() {
                return Err(MappingError::ColumnTwice { column: column.to_owned() });
            }
            places.insert(field, (place, column.to_owned()));
        }
        Ok(Columns {
            places,
            count: header.len(),
            missing: self.missing.clone(),
            format: self.time_format,
            zone: self.zone_rules()?,
            levels: self.levels.clone(),
        })
    }
}

impl super::ColumnNames {
    pub(super) fn named(&self) -> impl Iterator<Item = (Field, &'static str, &str)> {
        [
            (Field::Number, "number", Some(&self.number)),
            (Field::State, "state", Some(&self.state)),
            (Field::UpdatedAt, "updated_at", Some(&self.updated_at)),
            (Field::OpenedAt, "opened_at", self.opened_at.as_ref()),
            (Field::ResolvedAt, "resolved_at", self.resolved_at.as_ref()),
            (Field::ClosedAt, "closed_at", self.closed_at.as_ref()),
            (Field::Impact, "impact", self.impact.as_ref()),
            (Field::Urgency, "urgency", self.urgency.as_ref()),
            (Field::Priority, "priority", self.priority.as_ref()),
            (Field::Category, "category", self.category.as_ref()),
            (Field::Group, "group", self.group.as_ref()),
            (Field::Actor, "actor", self.actor.as_ref()),
            (Field::ResolutionCode, "resolution_code", self.resolution_code.as_ref()),
            (Field::ReassignmentCount, "reassignment_count", self.reassignment_count.as_ref()),
            (Field::ReopenCount, "reopen_count", self.reopen_count.as_ref()),
            (Field::MadeSla, "made_sla", self.made_sla.as_ref()),
        ]
        .into_iter()
        .filter_map(|(field, key, column)| Some((field, key, column?.as_str())))
    }
}

impl Columns {
    /// Reads a row of so many fields; `field` gives the bytes of each by its place.
    ///
    /// # Errors
    /// [`RowFault`] with the first column that cannot be read.
    pub fn read<'a>(
        &self,
        line: u64,
        fields: usize,
        field: impl Fn(usize) -> Option<&'a [u8]>,
    ) -> Result<Row<'a>, RowFault> {
        if fields != self.count {
            let kind = RowFaultKind::FieldCount { found: fields, wanted: self.count };
            return Err(RowFault { line, column: String::new(), kind });
        }
        let reading = Reading { columns: self, line, field: &field };
        Ok(Row {
            line,
            number: reading.needed(Field::Number)?,
            state: reading.needed(Field::State)?,
            at: reading
                .time(Field::UpdatedAt)?
                .ok_or_else(|| reading.fault(Field::UpdatedAt, RowFaultKind::Missing))?,
            opened_at: reading.time(Field::OpenedAt)?,
            resolved_at: reading.time(Field::ResolvedAt)?,
            closed_at: reading.time(Field::ClosedAt)?,
            impact: reading.level(Field::Impact, &self.levels.impact)?,
            urgency: reading.level(Field::Urgency, &self.levels.urgency)?,
            priority: reading.level(Field::Priority, &self.levels.priority)?,
            category: reading.text(Field::Category)?,
            group: reading.text(Field::Group)?,
            actor: reading.text(Field::Actor)?,
            resolution_code: reading.text(Field::ResolutionCode)?,
            reassignment_count: reading.number(Field::ReassignmentCount)?,
            reopen_count: reading.number(Field::ReopenCount)?,
            made_sla: reading.flag(Field::MadeSla)?,
        })
    }
}

struct Reading<'c, F> {
    columns: &'c Columns,
    line: u64,
    field: &'c F,
}

impl<'a, F: Fn(usize) -> Option<&'a [u8]>> Reading<'_, F> {
    fn fault(&self, field: Field, kind: RowFaultKind) -> RowFault {
        let column = self.columns.places.get(&field).map(|(_, name)| name.clone()).unwrap_or_default();
        RowFault { line: self.line, column, kind }
    }

    fn text(&self, field: Field) -> Result<Option<&'a str>, RowFault> {
        let Some((place, _)) = self.columns.places.get(&field) else { return Ok(None) };
        let bytes = (self.field)(*place).unwrap_or_default();
        if bytes.len() > limits::ID_BYTES {
            return Err(self.fault(field, RowFaultKind::TooLong { bytes: bytes.len() }));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| self.fault(field, RowFaultKind::NotText))?.trim();
        Ok(Some(text).filter(|text| !text.is_empty() && *text != self.columns.missing))
    }

    fn needed(&self, field: Field) -> Result<&'a str, RowFault> {
        self.text(field)?.ok_or_else(|| self.fault(field, RowFaultKind::Missing))
    }

    /// A value of the column, or the fault that says what it should be.
    fn value<T>(
        &self,
        field: Field,
        read: impl Fn(&str) -> Option<T>,
        kind: impl Fn(String) -> RowFaultKind,
    ) -> Result<Option<T>, RowFault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        read(text).map(Some).ok_or_else(|| self.fault(field, kind(text.chars().take(40).collect())))
    }

    fn time(&self, field: Field) -> Result<Option<Instant>, RowFault> {
        let format = self.columns.format;
        let read = |text: &str| format.read(text, &self.columns.zone);
        self.value(field, read, |value| RowFaultKind::Time { value, format: format.code() })
    }

    fn level(&self, field: Field, levels: &BTreeMap<String, u8>) -> Result<Option<u8>, RowFault> {
        self.value(field, |text| levels.get(text).copied(), |value| RowFaultKind::Level { value })
    }

    fn number(&self, field: Field) -> Result<Option<u64>, RowFault> {
        let read =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
        self.value(field, read, |value| RowFaultKind::Number { value })
    }

    fn flag(&self, field: Field) -> Result<Option<bool>, RowFault> {
        self.value(field, |text| text.parse().ok(), |value| RowFaultKind::Flag { value })
    }
}
