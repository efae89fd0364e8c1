//! The tables, and how they came to be what they are.

use super::{Engine, Kit, Statement};
use itsm::system::ProcessName;

/// The latest version of the tables.
pub const SCHEMA_VERSION: u64 = 1;

/// Each step takes the tables from one version to the next. A released step is never edited.
const STEPS: [&[&str]; 1] = [&[
    // What happened, as it was committed. `body` is the exact text without an index; the other columns are there to be asked for. Of
    // a stream that is gone only what names the event is left: stream, version, process and command.
    "CREATE TABLE {event} (pos {serial}, stream {text} NOT NULL, version {int} NOT NULL, process {text} NOT NULL, \
     kind {text}, schema {int}, at {text}, recorded_at {text}, actor {text}, command {text}, body {text}, UNIQUE (stream, version))",
    // The version of each stream. Only the statements of a plan change it.
    "CREATE TABLE {head} (stream {text} PRIMARY KEY NOT NULL, version {int} NOT NULL){by_key}",
    // What was carried out under which id, and how many events name it.
    "CREATE TABLE {command} (command {text} PRIMARY KEY NOT NULL, digest {text} NOT NULL, events {int} NOT NULL){by_key}",
    // Committed, and without a place in the log yet.
    "CREATE TABLE {pending} (pos {int} PRIMARY KEY)",
    // The log: gapless, in the order in which places were given; `leaf` is the hash of the entry in the tree.
    "CREATE TABLE {log} (idx {int} PRIMARY KEY, pos {int} NOT NULL UNIQUE, leaf {text} NOT NULL)",
    // Personal values and their salts, apart from what is hashed. Deleting one breaks no proof.
    "CREATE TABLE {personal} (stream {text} NOT NULL, version {int} NOT NULL, path {text} NOT NULL, salt {text} NOT NULL, \
     value {text} NOT NULL, PRIMARY KEY (stream, version, path))",
    // Streams whose events were destroyed, with the disposal that took them.
    "CREATE TABLE {gone} (stream {text} PRIMARY KEY NOT NULL, version {int} NOT NULL, disposal {text} NOT NULL){by_key}",
]];

impl Kit {
    /// Names of tables and types put into a text.
    pub(super) fn fill(engine: Engine, prefix: &str, text: &str) -> String {
        let (text_type, int, serial) = match engine {
            Engine::Sqlite => ("TEXT", "INTEGER", "INTEGER PRIMARY KEY"),
            Engine::Postgres => {
                ("text COLLATE \"C\"", "bigint", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
            }
        };
        // In SQLite a key that is a text would be kept twice, and each commit would write two pages for it.
        let by_key = if engine == Engine::Sqlite { " WITHOUT ROWID" } else { "" };
        let mut filled = text.replace("{text}", text_type).replace("{int}", int).replace("{serial}", serial);
        filled = filled.replace("{by_key}", by_key);
        for table in ["event", "head", "command", "pending", "log", "personal", "gone", "meta"] {
            filled = filled.replace(&format!("{{{table}}}"), &format!("{prefix}{table}"));
        }
        filled
    }

    fn plain(&self, text: &str) -> Statement {
        let sql = Self::fill(self.engine, &self.prefix, text).into();
        Statement { sql, parameters: Vec::new(), asks: false }
    }

    /// The table that says which version the others have, and whose journal it is.
    pub(crate) fn create_meta(&self) -> Statement {
        self.plain("CREATE TABLE IF NOT EXISTS {meta} (name {text} PRIMARY KEY, value {text} NOT NULL)")
    }

    /// The empty tables that those who write records of a process and those who ask after all of them meet at; SQLite needs none.
    #[must_use]
    pub fn gates(&self) -> Vec<Statement> {
        let gate = |process: &ProcessName| {
            self.plain(&format!("CREATE TABLE IF NOT EXISTS {}gate_{} ()", self.prefix, process.code()))
        };
        match self.engine {
            Engine::Sqlite => Vec::new(),
            Engine::Postgres => ProcessName::ALL.iter().map(gate).collect(),
        }
    }

    /// What takes the tables from a version to the latest one.
    #[must_use]
    pub fn migrations(&self, from: u64) -> Vec<Statement> {
        let done = usize::try_from(from).unwrap_or(usize::MAX);
        STEPS.iter().skip(done).flat_map(|step| step.iter()).map(|text| self.plain(text)).collect()
    }
}
