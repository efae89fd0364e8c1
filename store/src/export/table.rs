//! What a table is: its name, and for each column how it is read off a row. 表的描述

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Int64Array, RecordBatch, StringArray, TimestampMillisecondArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use itsm::kernel::Instant;
use std::sync::Arc;

type Read<T, V> = Box<dyn Fn(&T) -> V>;
type ReadText<T> = Box<dyn for<'r> Fn(&'r T) -> Option<&'r str>>;
type ReadTexts<T> = Box<dyn for<'r> Fn(&'r T) -> Vec<&'r str>>;

/// How the values of a column are read off a row.
enum Values<T> {
    Text(ReadText<T>),
    Texts(ReadTexts<T>),
    Integer(Read<T, Option<i64>>),
    Instant(Read<T, Option<Instant>>),
    Truth(Read<T, Option<bool>>),
}

struct Column<T> {
    name: &'static str,
    optional: bool,
    values: Values<T>,
}

/// A table over rows of one kind. Columns stand in the order in which they are named.
pub(super) struct Table<T> {
    name: &'static str,
    columns: Vec<Column<T>>,
}

/// Counts are kept as signed numbers: not every program that reads tables has others.
pub(super) fn integer(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

impl<T: 'static> Table<T> {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, columns: Vec::new() }
    }

    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    fn column(mut self, name: &'static str, optional: bool, values: Values<T>) -> Self {
        self.columns.push(Column { name, optional, values });
        self
    }

    pub(super) fn text(self, name: &'static str, of: impl for<'r> Fn(&'r T) -> &'r str + 'static) -> Self {
        self.column(name, false, Values::Text(Box::new(move |row| Some(of(row)))))
    }

    pub(super) fn text_if(
        self,
        name: &'static str,
        of: impl for<'r> Fn(&'r T) -> Option<&'r str> + 'static,
    ) -> Self {
        self.column(name, true, Values::Text(Box::new(of)))
    }

    pub(super) fn texts(
        self,
        name: &'static str,
        of: impl for<'r> Fn(&'r T) -> Vec<&'r str> + 'static,
    ) -> Self {
        self.column(name, false, Values::Texts(Box::new(of)))
    }

    pub(super) fn integer(self, name: &'static str, of: impl Fn(&T) -> i64 + 'static) -> Self {
        self.column(name, false, Values::Integer(Box::new(move |row| Some(of(row)))))
    }

    pub(super) fn integer_if(self, name: &'static str, of: impl Fn(&T) -> Option<i64> + 'static) -> Self {
        self.column(name, true, Values::Integer(Box::new(of)))
    }

    pub(super) fn instant(self, name: &'static str, of: impl Fn(&T) -> Instant + 'static) -> Self {
        self.column(name, false, Values::Instant(Box::new(move |row| Some(of(row)))))
    }

    pub(super) fn instant_if(self, name: &'static str, of: impl Fn(&T) -> Option<Instant> + 'static) -> Self {
        self.column(name, true, Values::Instant(Box::new(of)))
    }

    pub(super) fn truth(self, name: &'static str, of: impl Fn(&T) -> bool + 'static) -> Self {
        self.column(name, false, Values::Truth(Box::new(move |row| Some(of(row)))))
    }

    pub(super) fn truth_if(self, name: &'static str, of: impl Fn(&T) -> Option<bool> + 'static) -> Self {
        self.column(name, true, Values::Truth(Box::new(of)))
    }

    pub(super) fn schema(&self) -> SchemaRef {
        let field = |column: &Column<T>| Field::new(column.name, column.values.kind(), column.optional);
        Arc::new(Schema::new(self.columns.iter().map(field).collect::<Vec<_>>()))
    }

    pub(super) fn batch(&self, rows: &[&T]) -> Result<RecordBatch, ArrowError> {
        let columns = self.columns.iter().map(|column| column.values.array(rows)).collect();
        RecordBatch::try_new(self.schema(), columns)
    }
}

impl<T> Values<T> {
    fn kind(&self) -> DataType {
        match self {
            Self::Text(_) => DataType::Utf8,
            Self::Texts(_) => DataType::new_list(DataType::Utf8, true),
            Self::Integer(_) => DataType::Int64,
            // Whole seconds, written as milliseconds: Parquet knows no seconds, and would lose that it is an instant.
            Self::Instant(_) => DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
            Self::Truth(_) => DataType::Boolean,
        }
    }

    fn array(&self, rows: &[&T]) -> ArrayRef {
        match self {
            Self::Text(of) => Arc::new(rows.iter().map(|row| of(row)).collect::<StringArray>()),
            Self::Texts(of) => {
                let mut lists = ListBuilder::new(StringBuilder::new());
                for row in rows {
                    lists.append_value(of(row).into_iter().map(Some));
                }
                Arc::new(lists.finish())
            }
            Self::Integer(of) => Arc::new(rows.iter().map(|row| of(row)).collect::<Int64Array>()),
            Self::Instant(of) => {
                let milliseconds = |at: Instant| at.unix_s().saturating_mul(1_000);
                let values = rows.iter().map(|row| of(row).map(milliseconds));
                Arc::new(values.collect::<TimestampMillisecondArray>().with_timezone("UTC"))
            }
            Self::Truth(of) => Arc::new(rows.iter().map(|row| of(row)).collect::<BooleanArray>()),
        }
    }
}
