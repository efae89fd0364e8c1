//! The kit: what is said to a database, and what has to come of it. No driver. SQL 语句

mod schema;
mod statements;

pub use schema::SCHEMA_VERSION;
pub(crate) use statements::{of_gone, of_page, of_personal, of_stream};

use crate::StoreError;
use std::sync::Arc;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, 3.35 or later.
    Sqlite,
    /// PostgreSQL, 12 or later.
    Postgres,
}

/// How a driver writes the places of parameters. Each is used once, in order, so every style says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholders {
    /// `?`: SQLite's drivers.
    Question,
    /// `$1`: `postgres`, `pg`.
    Dollar,
    /// `%s`: `psycopg`.
    Percent,
}

/// A value that goes to a database or comes from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// None.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One statement with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The text; equal texts are equal statements, so a driver may keep what it prepared.
    pub sql: Arc<str>,
    /// The parameters in order.
    pub parameters: Vec<Cell>,
    /// Whether it answers with rows.
    pub asks: bool,
}

/// What came of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The rows, where it asked for some.
    pub rows: Vec<Vec<Cell>>,
    /// How many rows it changed, where it asked for none.
    pub changed: u64,
}

impl Answer {
    /// How many rows it touched: those it answered with, or those it changed.
    #[must_use]
    pub fn touched(&self) -> u64 {
        self.changed.max(u64::try_from(self.rows.len()).unwrap_or(u64::MAX))
    }
}

/// What is wrong when a statement does not touch the rows it has to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// The command's id was used.
    Command,
    /// A stream is not at the version it was planned from.
    Stream(String),
    /// A stream that was read has grown.
    Guard(String),
    /// A process has entries that were not seen.
    Process(String),
    /// The last entry that was folded is not there: it is another journal.
    Exchanged(u64),
    /// Rows were not written that had to be: the tables are not what they were.
    Rows,
}

/// A statement, and how many rows it has to touch for the plan to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The statement.
    pub statement: Statement,
    /// The rows; `None` where it does not matter.
    pub rows: Option<u64>,
    /// What it means when there are others.
    pub unmet: Unmet,
}

/// The texts of every statement for one database, one style of parameters and one prefix of tables.
#[derive(Clone, Debug)]
pub struct Kit {
    engine: Engine,
    prefix: Arc<str>,
    texts: Arc<statements::Texts>,
}

impl Kit {
    /// The kit for an engine and its drivers' usual style, with tables `itsm_...`.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        let placeholders = match engine {
            Engine::Sqlite => Placeholders::Question,
            Engine::Postgres => Placeholders::Dollar,
        };
        Self::built(engine, placeholders, "itsm_")
    }

    /// The kit for a style of parameters and a prefix of tables.
    ///
    /// # Errors
    /// `store.prefix`: a prefix is lower-case letters, digits and `_`, at most 32.
    pub fn with(engine: Engine, placeholders: Placeholders, prefix: &str) -> Result<Self, StoreError> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let begins = prefix.bytes().next().is_some_and(|first| !first.is_ascii_digit());
        if prefix.len() > 32 || !begins || !prefix.bytes().all(plain) {
            return Err(StoreError::Prefix(prefix.to_owned()));
        }
        Ok(Self::built(engine, placeholders, prefix))
    }

    fn built(engine: Engine, placeholders: Placeholders, prefix: &str) -> Self {
        let texts = Arc::new(statements::Texts::new(engine, placeholders, prefix));
        Self { engine, prefix: prefix.into(), texts }
    }

    /// Which database it is for.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// How the tables' names begin.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}
