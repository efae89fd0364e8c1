//! Where a journal can be: each place can be opened again and again, as another process would.

use itsm::kernel::TenantId;
use itsm_store::sql::{Engine, Kit, Placeholders};
use itsm_store::{
    Driver, Journal, MemoryJournal, Opening, PostgresDriver, PostgresJournal, SqlJournal, SqliteJournal,
    StoreError,
};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Whether the long suites run (`make nightly`).
pub fn nightly() -> bool {
    std::env::var("ITSM_NIGHTLY").is_ok()
}

/// A place of which several handles can be had.
pub trait Place {
    type Journal: Journal;
    fn open(&self) -> Self::Journal;
}

/// A place in a database: a host has its own tables there.
pub trait SqlPlace {
    type Driver: Driver;
    fn try_open(&self, tenant: Option<&str>) -> Result<SqlJournal<Self::Driver>, StoreError>;
}

impl<P: SqlPlace> Place for P {
    type Journal = SqlJournal<P::Driver>;

    fn open(&self) -> Self::Journal {
        self.try_open(None).unwrap()
    }
}

pub fn opening(tenant: Option<&str>) -> Opening {
    Opening { tenant: tenant.map(|tenant| TenantId::new(tenant).unwrap()), own: true }
}

/// In memory.
#[derive(Default)]
pub struct Memory(MemoryJournal);

impl Memory {
    pub fn open(&self) -> MemoryJournal {
        self.0.clone()
    }
}

static NEXT: AtomicU64 = AtomicU64::new(0);

fn own_name() -> String {
    format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// In a file, in a folder that goes when the test ends.
pub struct File(PathBuf);

impl File {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("itsm-{}", own_name()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self) -> PathBuf {
        self.0.join("desk.db")
    }

    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl SqlPlace for File {
    type Driver = itsm_store::SqliteDriver;

    fn try_open(&self, tenant: Option<&str>) -> Result<SqliteJournal, StoreError> {
        SqliteJournal::at(self.path(), &opening(tenant))
    }
}

/// Those who stop the server need it for themselves.
static SERVER: RwLock<()> = RwLock::new(());

fn address() -> Option<String> {
    let address = std::env::var("ITSM_POSTGRES").ok().filter(|address| !address.is_empty());
    if address.is_none() {
        assert!(
            std::env::var("ITSM_REQUIRE_POSTGRES").as_deref() != Ok("1"),
            "ITSM_REQUIRE_POSTGRES is set, and ITSM_POSTGRES names no database"
        );
        eprintln!("SKIPPED: ITSM_POSTGRES names no database");
    }
    address
}

/// The server, for one test that stops it.
pub fn server_alone() -> Option<(String, RwLockWriteGuard<'static, ()>)> {
    Some((address()?, SERVER.write().unwrap_or_else(std::sync::PoisonError::into_inner)))
}

/// In PostgreSQL, in tables of its own.
pub struct Server {
    pub address: String,
    pub prefix: String,
    /// Held as long as the place is: nobody stops the server meanwhile.
    #[allow(dead_code, reason = "it is held, not read")]
    pub shared: Option<RwLockReadGuard<'static, ()>>,
}

impl Server {
    /// None where there is no server, which is said aloud.
    pub fn new() -> Option<Self> {
        let address = address()?;
        let shared = SERVER.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        Some(Self { address, prefix: format!("{}_", own_name()), shared: Some(shared) })
    }

    /// The same for who has the server alone.
    pub fn alone(address: &str) -> Self {
        Self { address: address.to_owned(), prefix: format!("{}_", own_name()), shared: None }
    }

    pub fn client(&self) -> postgres::Client {
        postgres::Client::connect(&self.address, postgres::NoTls).unwrap()
    }

    pub fn kit(&self) -> Kit {
        Kit::with(Engine::Postgres, Placeholders::Dollar, &self.prefix).unwrap()
    }

    pub fn driver(&self) -> Result<PostgresDriver, StoreError> {
        let address = self.address.clone();
        Ok(PostgresDriver::new(move || postgres::Client::connect(&address, postgres::NoTls))?)
    }
}

impl SqlPlace for Server {
    type Driver = PostgresDriver;

    fn try_open(&self, tenant: Option<&str>) -> Result<PostgresJournal, StoreError> {
        PostgresJournal::open(self.driver()?, self.kit(), &opening(tenant))
    }
}
