//! Journals that last. 持久日志
//!
//! The core decides and never waits for a database: what a command would append is a plan, and whoever owns the database carries it out.
//! Here is what carries it out, in layers of which each can be used without the one above:
//!
//! 1. [`sql`]: the kit. A schema, the statements of a plan with the rows that each has to touch, and how rows are read back, for SQLite
//!    and PostgreSQL. No driver.
//! 2. [`Exchange`]: a conversation with whoever has a driver, one statement at a time. It is how the packages of the other languages
//!    reach the host's own SQLite or PostgreSQL.
//! 3. [`Journal`]: appends plans and gives back the log; [`MemoryJournal`], [`SqlJournal`] over a [`Driver`].
//! 4. [`Desk`]: a whole system on a journal. It follows the log, decides, appends, and decides again where somebody was faster.
#![cfg_attr(
    feature = "sqlite",
    doc = r##"
```
use itsm::contract::ContextDocument;
use itsm::system::Command;
let folder = std::env::temp_dir().join(format!("itsm-doc-{}", std::process::id()));
std::fs::create_dir_all(&folder)?;
let path = folder.join("desk.db");
let mut desk = itsm_store::open(&path)?;
let context = ContextDocument::from_json(br#"{"now": "2026-01-05T01:00:00Z", "actor": {"id": "p-1", "roles": ["po"]}}"#)?.into_context();
let publish = Command::from_json(br#"{"kind": "policy.publish", "record": "office", "body": {"version": 1,
    "effective_from": "2026-01-01T00:00:00Z",
    "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}}"#)?;
desk.execute(&publish, &context)?;                    // on the disk when it returns
let digest = desk.system().digest();
drop(desk);
assert_eq!(itsm_store::open(&path)?.system().digest(), digest);
# std::fs::remove_dir_all(folder)?;
# Ok::<(), Box<dyn std::error::Error>>(())
```
"##
)]

mod desk;
mod error;
mod exchange;
#[cfg(feature = "parquet")]
pub mod export;
mod face;
mod flow;
mod following;
mod journal;
mod memory;
mod opening;
#[cfg(feature = "postgres")]
mod postgres;
mod reading;
pub mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use desk::Desk;
pub use error::{Fault, FaultKind, StoreError};
pub use exchange::{Exchange, Host, Step};
pub use face::JournalHandle;
pub use flow::{Connection, Log, SqlLog};
pub use following::Carried;
pub use journal::{Capabilities, Driver, Journal, Outcome, SqlJournal};
pub use memory::MemoryJournal;
pub use opening::{Opening, Report};
#[cfg(feature = "postgres")]
pub use postgres::{PostgresDriver, PostgresJournal};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteDriver, SqliteJournal, open};
