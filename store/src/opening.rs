//! How a database is opened: what it is, how it keeps its files, whose journal it holds, and which tables are missing. 打开

use crate::flow::{Connection, SqlLog, integer, text};
use crate::sql::{Answer, Engine, SCHEMA_VERSION, Statement};
use crate::{Fault, FaultKind, StoreError};
use itsm::kernel::TenantId;
use std::time::{Duration, Instant};

/// How long a statement of an opening is asked again where others open the same file, and how long after.
const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_MS: u64 = 25;

/// How a database is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Whose journal it is, where the host serves several.
    pub tenant: Option<TenantId>,
    /// Whether the connection is the library's own; then it settles how SQLite keeps its files. A host's connection stays as it is.
    pub own: bool,
}

/// What was found when a database was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The version of the database.
    pub version: String,
    /// How SQLite keeps its journal now: `wal`, `delete`; nothing for others.
    pub journal_mode: Option<String>,
    /// What the host should know: this SQLite is too old for write-ahead logging, say.
    pub notes: Vec<String>,
}

impl<C: Connection> SqlLog<C> {
    /// Opens the tables: makes those that are missing, and refuses those of a later version or another tenant.
    ///
    /// # Errors
    /// `store.newer_schema`, `store.other_tenant`, and what the database refuses.
    pub async fn open(&mut self, opening: &Opening) -> Result<Report, StoreError> {
        let report = self.prepare(opening.own).await?;
        let begin = self.kit.begin();
        self.patiently(begin, opening.own).await?;
        match self.migrate(opening).await {
            Ok(()) => Ok(self.commit().await.map(|()| report)?),
            Err(error) => {
                self.roll_back().await;
                Err(error)
            }
        }
    }

    async fn prepare(&mut self, own: bool) -> Result<Report, StoreError> {
        let ask = |sql: &str| Statement { sql: sql.into(), parameters: Vec::new(), asks: true };
        let mut notes = Vec::new();
        if self.kit.engine() == Engine::Postgres {
            let version = text(&self.run(ask("SHOW server_version")).await?).unwrap_or_default().to_owned();
            let encoding = self.run(ask("SHOW server_encoding")).await?;
            if text(&encoding) != Some("UTF8") {
                return Err(StoreError::Corrupt("the database does not keep its texts in UTF-8".into()));
            }
            return Ok(Report { version, journal_mode: None, notes });
        }
        let version = text(&self.run(ask("SELECT sqlite_version()")).await?).unwrap_or_default().to_owned();
        let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap_or(0)).collect();
        let at_least = |wanted: [u32; 3]| parts.as_slice() >= wanted.as_slice();
        if !at_least([3, 35, 0]) {
            return Err(StoreError::Corrupt(format!("SQLite {version} is older than 3.35")));
        }
        if own {
            self.settle_mode(&version, at_least([3, 51, 3]), &mut notes).await?;
            self.run(Statement { asks: false, ..ask("PRAGMA synchronous = FULL") }).await?;
            // What is erased is written over, and not only forgotten.
            self.run(ask("PRAGMA secure_delete = ON")).await?;
        }
        let mode = text(&self.patiently(ask("PRAGMA journal_mode"), own).await?).map(str::to_owned);
        let synchronous = integer(&self.run(ask("PRAGMA synchronous")).await?);
        let wal = mode.as_deref() == Some("wal");
        if synchronous == Some(0) || wal && synchronous == Some(1) {
            let level = if wal { "below FULL" } else { "OFF" };
            notes
                .push(format!("`synchronous` is {level}: the last commits may be lost when the power fails"));
        }
        Ok(Report { version, journal_mode: mode, notes })
    }

    /// How a file of our own keeps its journal (ADR 20). Whoever makes it decides; a write-ahead log is given up by the first SQLite that
    /// can damage it, and nobody begins one again: two versions that open a file in turn would change it each time.
    async fn settle_mode(
        &mut self,
        version: &str,
        can_wal: bool,
        notes: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let ask = |sql: &str| Statement { sql: sql.into(), parameters: Vec::new(), asks: true };
        let mode = self.patiently(ask("PRAGMA journal_mode"), true).await?;
        let is_wal = text(&mode) == Some("wal");
        if can_wal {
            let anything = ask("SELECT 1 FROM sqlite_master LIMIT 1");
            if !is_wal && self.patiently(anything, true).await?.rows.is_empty() {
                self.patiently(ask("PRAGMA journal_mode = WAL"), true).await?;
            } else if !is_wal {
                notes.push(
                    "the file has a rollback journal, which stays: where no SQLite older than 3.51.3 opens it any more, \
                     `PRAGMA journal_mode = WAL` makes it faster"
                        .into(),
                );
            }
            return Ok(());
        }
        notes.push(format!(
            "SQLite {version} is older than 3.51.3: its write-ahead log can be damaged, so the rollback journal is used"
        ));
        if is_wal {
            // It is given up only by who has the file alone, and the log is folded into the file first.
            let changed = self.patiently(ask("PRAGMA journal_mode = DELETE"), true).await.map_err(|error| match error {
                StoreError::Database(fault) if fault.kind == FaultKind::Busy => Fault::new(
                    FaultKind::Busy,
                    format!(
                        "others have the file open with a write-ahead log, which SQLite {version} can damage: close them once"
                    ),
                )
                .into(),
                other => other,
            })?;
            if text(&changed) != Some("delete") {
                return Err(Fault::new(FaultKind::Busy, "the write-ahead log cannot be given up now").into());
            }
        }
        Ok(())
    }

    /// Runs a statement of an opening. Where a file changes how it keeps its journal, SQLite says that it is busy without waiting; on a
    /// connection of our own it is asked again.
    async fn patiently(&mut self, statement: Statement, own: bool) -> Result<Answer, StoreError> {
        let begun = Instant::now();
        loop {
            match self.connection.run(statement.clone()).await {
                Err(fault) if fault.kind == FaultKind::Busy && own && begun.elapsed() < PATIENCE => {
                    self.connection.pause(BETWEEN_MS).await;
                }
                came => return Ok(came?),
            }
        }
    }

    async fn migrate(&mut self, opening: &Opening) -> Result<(), StoreError> {
        // Two that open at once: the second waits here, and finds everything there.
        if self.kit.engine() == Engine::Postgres {
            let sql = format!("SELECT pg_advisory_xact_lock(hashtext('{}meta'))", self.kit.prefix());
            self.run(Statement { sql: sql.into(), parameters: Vec::new(), asks: true }).await?;
        }
        let create = self.kit.create_meta();
        self.run(create).await?;
        let asked = self.kit.meta("version");
        let found = integer(&self.run(asked).await?).unwrap_or(0);
        if found > SCHEMA_VERSION {
            return Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION });
        }
        let asked = self.kit.meta("tenant");
        let owner = text(&self.run(asked).await?).map(str::to_owned);
        let tenant = opening.tenant.as_ref().map_or("", |tenant| tenant.as_str());
        match owner {
            Some(found) if found != tenant => {
                return Err(StoreError::OtherTenant { found, asked: tenant.to_owned() });
            }
            Some(_) => {}
            None => {
                let set = self.kit.set_meta("tenant", tenant);
                self.run(set).await?;
            }
        }
        if found < SCHEMA_VERSION {
            for statement in self.kit.migrations(found) {
                self.run(statement).await?;
            }
            let set = self.kit.set_meta("version", &SCHEMA_VERSION.to_string());
            self.run(set).await?;
        }
        let gates = self.kit.gates();
        let count = gates.len().to_string();
        let asked = self.kit.meta("gates");
        if !gates.is_empty() && text(&self.run(asked).await?) != Some(&count) {
            for statement in gates {
                self.run(statement).await?;
            }
            let set = self.kit.set_meta("gates", &count);
            self.run(set).await?;
        }
        Ok(())
    }
}
