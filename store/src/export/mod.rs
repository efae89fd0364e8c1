//! The log, and tables of records, in files that analytical programs read. 导出
//!
//! An auditor has tools of his own. What he gets is a folder of Parquet files, laid out as Hive lays tables out, one row for each event
//! in `log` and one for each record in `incident`, `problem`, `change` and the others, and in every file the checkpoint that covers it:
//!
//! ```text
//! log/tenant=bank/month=2026-11/part-000000000000-000000000412.parquet
//! incident/tenant=bank/month=2026-11/part-000000000412.parquet
//! ```
//!
//! ```
//! use itsm::contract::ContextDocument;
//! use itsm::system::Command;
//! use itsm_store::export::{Export, verify, verify_records};
//! use itsm_store::{Desk, MemoryJournal};
//! # let folder = std::env::temp_dir().join(format!("itsm-doc-export-{}", std::process::id()));
//! let mut desk = Desk::open(MemoryJournal::new(), None)?;
//! # let context = ContextDocument::from_json(br#"{"now": "2026-01-05T01:00:00Z", "actor": {"id": "p-1", "roles": ["po"]}}"#)?.into_context();
//! # let publish = Command::from_json(br#"{"kind": "policy.publish", "record": "office", "body": {"version": 1, "effective_from": "2026-01-01T00:00:00Z",
//! #     "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}}"#)?;
//! desk.execute(&publish, &context)?;
//! let checkpoint = desk.system().checkpoint("example.com/desk")?;      // best signed, and kept by somebody else
//! let export = Export::new(checkpoint);
//! let written = export.log(desk.journal(), 0..1, &folder)?;
//! assert_eq!(written.rows, 1);
//!
//! let verified = verify(&folder, None)?;                               // with nothing but the files
//! assert_eq!(verified.entries, 0..1);
//! assert_eq!(&verified.proved, &[export.seal().clone()]);
//! # std::fs::remove_dir_all(folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing takes its name before the entries have the root of the checkpoint, so what is exported is what was hashed. The same log under
//! the same checkpoint gives the same bytes: who has the log can export it again and compare. What is personal stands in no line and no
//! table; what people wrote freely stands in the lines alone.

mod clocks;
mod control;
mod error;
mod folder;
mod log;
mod read;
mod records;
mod seal;
mod table;
mod tickets;
mod write;

pub use arrow_array;
pub use arrow_schema;
pub use error::ExportError;
pub use read::{Verified, verify, verify_records};
pub use records::MonthOfTable;
pub use seal::Seal;

use crate::Journal;
use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use folder::{Staging, of_tenant, parts};
use itsm::evidence::{Frontier, leaf_hash};
use itsm::kernel::{JournalError, LogRow, TenantId};
use itsm::system::ServiceManagementSystem;
use log::{Entry, LOG, log};
use records::TABLES;
use seal::Origin;
use std::ops::Range;
use std::path::{Path, PathBuf};
use write::{LogWriter, ROWS, range_of};

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, in the order in which they were.
    pub files: Vec<PathBuf>,
    /// How many rows they have together.
    pub rows: u64,
}

/// An export of a tenant's log, and of what follows from it, under a checkpoint.
#[derive(Clone, Debug)]
pub struct Export {
    tenant: Option<TenantId>,
    seal: Seal,
}

impl Export {
    /// An export under a checkpoint, of a journal that is nobody's in particular.
    #[must_use]
    pub fn new(seal: impl Into<Seal>) -> Self {
        Self { tenant: None, seal: seal.into() }
    }

    /// The same of a tenant's.
    #[must_use]
    pub fn of_tenant(self, tenant: TenantId) -> Self {
        Self { tenant: Some(tenant), ..self }
    }

    /// The checkpoint.
    #[must_use]
    pub const fn seal(&self) -> &Seal {
        &self.seal
    }

    /// Exports the entries of a range into a folder, beside earlier ranges if there are some. A page of the log is in memory at a time.
    ///
    /// All entries that the checkpoint covers are read, whatever the range: they have to have its root.
    ///
    /// # Errors
    /// `export.other_log`, `export.too_short`, `journal.altered`: the log is not what the checkpoint says. `export.range`,
    /// `export.exists`: the range is none, or some of it was exported there. What the journal or the folder refuses. Nothing is left
    /// behind then.
    pub fn log<J: Journal>(
        &self,
        journal: &mut J,
        range: Range<u64>,
        folder: &Path,
    ) -> Result<Written, ExportError> {
        let size = self.seal.head().size;
        if range.is_empty() || range.end > size {
            return Err(ExportError::Range { from: range.start, until: range.end, size });
        }
        let own = of_tenant(folder, LOG, self.tenant.as_ref());
        let twice = |path: &PathBuf| {
            range_of(path).is_none_or(|there| there.start < range.end && range.start < there.end)
        };
        if let Some(path) = parts(&own)?.into_iter().find(twice) {
            return Err(ExportError::Exists(path));
        }
        let mut staging = Staging::default();
        let origin = Origin::of(LOG, self.tenant.as_ref(), &self.seal, range.clone());
        let mut writer = LogWriter::new(own, origin, &mut staging);
        self.each(journal, |row| match range.contains(&row.index) {
            true => writer.push(Entry::of(&row)?),
            false => Ok(()),
        })?;
        writer.end()?;
        let rows = range.end.saturating_sub(range.start);
        Ok(Written { files: staging.place()?, rows })
    }

    /// Folds the entries that the checkpoint covers, and exports the tables of records that follow from them: `incident`,
    /// `major_incident`, `service_request`, `sla_clock`, `sla_result`, `problem`, `change`, `release`, `configuration_item`, `relation`
    /// and `link`. No personal value is read for it.
    ///
    /// # Errors
    /// As [`log`](Self::log); `export.exists` where the folder has such tables of this tenant already; `journal.altered` where the text of
    /// records is gone that were disposed of after the checkpoint: what followed from them then, nobody can tell.
    pub fn records<J: Journal>(&self, journal: &mut J, folder: &Path) -> Result<Written, ExportError> {
        for table in TABLES {
            if let Some(path) = parts(&of_tenant(folder, table, self.tenant.as_ref()))?.into_iter().next() {
                return Err(ExportError::Exists(path));
            }
        }
        let mut system = ServiceManagementSystem::new();
        self.each(journal, |row| Ok(system.follow([row])?))?;
        system.is_whole()?;
        let mut staging = Staging::default();
        let mut rows = 0_u64;
        let covered = 0..self.seal.head().size;
        for part in tables(&system)? {
            let origin = Origin::of(part.table, self.tenant.as_ref(), &self.seal, covered.clone());
            let own = of_tenant(folder, part.table, self.tenant.as_ref());
            write::month(&mut staging, &own, &part.month, &part.rows, &origin)?;
            rows = rows.saturating_add(u64::try_from(part.rows.num_rows()).unwrap_or(u64::MAX));
        }
        Ok(Written { files: staging.place()?, rows })
    }

    /// Every entry that the checkpoint covers, in order; together they have its root.
    fn each<J: Journal>(
        &self,
        journal: &mut J,
        mut each: impl FnMut(LogRow) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let size = self.seal.head().size;
        let mut frontier = Frontier::default();
        while frontier.size() < size {
            let left = usize::try_from(size.saturating_sub(frontier.size())).unwrap_or(ROWS);
            let page = journal.log(frontier.size(), left.min(ROWS))?;
            if page.is_empty() {
                return Err(ExportError::TooShort { entries: frontier.size(), size });
            }
            for row in page {
                if row.index != frontier.size() {
                    return Err(ExportError::Gap { expected: frontier.size(), found: row.index });
                }
                if row.line().is_some_and(|line| leaf_hash(line.as_bytes()) != row.leaf) {
                    return Err(JournalError::Altered { line: row.index }.into());
                }
                frontier.push_hash(row.leaf);
                each(row)?;
            }
        }
        read::held(&self.seal, &frontier)
    }
}

fn refused(fault: &ArrowError) -> ExportError {
    ExportError::File { path: PathBuf::new(), fault: fault.to_string() }
}

/// The tables of records of a system as it stands, in memory, month by month.
///
/// # Errors
/// `export.file`, where Arrow refuses a table.
pub fn tables(system: &ServiceManagementSystem) -> Result<Vec<MonthOfTable>, ExportError> {
    records::tables(system).map_err(|fault| refused(&fault))
}

/// Entries of the log as a table in memory, with the columns that the files have.
///
/// ```
/// use itsm::evidence::leaf_hash;
/// use itsm::kernel::{LogEntry, LogRow};
/// let line = r#"{"actor":{"id":"p-1","roles":["sd"]},"at":"2026-11-23T01:30:00Z","body":{},"index":0,"kind":"incident.logged","process":"incident","record":"INC-000001","recorded_at":"2026-11-23T01:30:00Z","schema":1,"version":1}"#;
/// let rows = itsm_store::export::log_table(&[LogRow { index: 0, entry: LogEntry::Line(line.into()), leaf: leaf_hash(line.as_bytes()) }])?;
/// assert_eq!((rows.num_rows(), rows.schema().field(2).name().as_str()), (1, "stream"));
/// # Ok::<(), itsm_store::export::ExportError>(())
/// ```
///
/// # Errors
/// `export.entry`, where a line is no event.
pub fn log_table(rows: &[LogRow]) -> Result<RecordBatch, ExportError> {
    let entries = rows.iter().map(Entry::of).collect::<Result<Vec<_>, _>>()?;
    log().batch(&entries.iter().collect::<Vec<_>>()).map_err(|fault| refused(&fault))
}
