//! The journal of a system, through documents: what the packages of the other languages stand on. 日志接口(各语言)
//!
//! Each question is an [`Exchange`] that the package takes through the host's own driver. No package knows a statement.

use crate::StoreError;
use crate::exchange::{Exchange, Host};
use crate::flow::SqlLog;
use crate::following;
use crate::opening::Opening;
use crate::sql::{Engine, Kit, Placeholders};
use itsm::contract::{ContextDocument, Failure, OpeningAnswer, Planned, SystemHandle};
use itsm::kernel::{AppendError, Instant, TenantId};
use itsm::system::Command;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// A system on a journal in the host's database.
///
/// ```
/// use itsm_store::{JournalHandle, Step};
/// let desk = JournalHandle::new("sqlite", None, None, None)?;
/// let Step::Run(first) = desk.open(true).step(None) else { panic!("it asks first") };
/// assert_eq!(&*first.sql, "SELECT sqlite_version()");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug)]
pub struct JournalHandle {
    system: Arc<SystemHandle>,
    kit: Kit,
    tenant: Option<TenantId>,
}

fn unknown(what: &str, value: &str) -> Failure {
    Failure::coded("value.unknown", format!("`{value}` is no {what}"))
}

fn document<T: Serialize + ?Sized>(answer: &T) -> Result<Value, StoreError> {
    serde_json::to_value(answer).map_err(|fault| StoreError::Corrupt(fault.to_string()))
}

impl JournalHandle {
    /// A system without records that will stand on a database: `sqlite` or `postgres`, with parameters written as `question`, `dollar`
    /// or `percent` (its drivers' usual style, where none is given) and tables whose names begin with `prefix` (`itsm_`).
    ///
    /// # Errors
    /// `value.unknown`, `value.id`, `store.prefix`.
    pub fn new(
        engine: &str,
        placeholders: Option<&str>,
        prefix: Option<&str>,
        tenant: Option<&str>,
    ) -> Result<Self, Failure> {
        let (engine, usual) = match engine {
            "sqlite" => (Engine::Sqlite, Placeholders::Question),
            "postgres" => (Engine::Postgres, Placeholders::Dollar),
            other => return Err(unknown("database that is known here", other)),
        };
        let placeholders = match placeholders {
            None => usual,
            Some("question") => Placeholders::Question,
            Some("dollar") => Placeholders::Dollar,
            Some("percent") => Placeholders::Percent,
            Some(other) => return Err(unknown("style of parameters", other)),
        };
        let kit = Kit::with(engine, placeholders, prefix.unwrap_or("itsm_"))?;
        let system = Arc::new(SystemHandle::new(tenant)?);
        Ok(Self { system, kit, tenant: tenant.map(TenantId::new).transpose()? })
    }

    /// The system, as far as its log was followed. It is not to be told anything but through here.
    #[must_use]
    pub fn system(&self) -> Arc<SystemHandle> {
        Arc::clone(&self.system)
    }

    fn exchange<T, F: Future<Output = Result<T, StoreError>> + Send + 'static>(
        &self,
        course: impl FnOnce(Arc<SystemHandle>, SqlLog<Host>) -> F,
    ) -> Exchange<T> {
        let (system, kit) = (self.system(), self.kit.clone());
        Exchange::new(|connection| course(system, SqlLog { connection, kit }))
    }

    /// Opens the tables and folds the log; `own` where the connection is the library's and nobody else's. What was found is an
    /// [`OpeningAnswer`].
    #[must_use]
    pub fn open(&self, own: bool) -> Exchange<Value> {
        let opening = Opening { tenant: self.tenant.clone(), own };
        self.exchange(|system, mut log| async move {
            let mut report = log.open(&opening).await?;
            following::catch_up(&system, &mut log).await?;
            report.notes.extend(following::without_personal_values(&system));
            document(&OpeningAnswer {
                version: report.version,
                journal_mode: report.journal_mode,
                notes: report.notes,
                length: u64::try_from(system.len()).unwrap_or(u64::MAX),
            })
        })
    }

    /// Folds what others have appended; how many entries there are now.
    #[must_use]
    pub fn catch_up(&self) -> Exchange<Value> {
        self.exchange(|system, mut log| async move {
            following::catch_up(&system, &mut log).await?;
            Ok(json!(system.len()))
        })
    }

    /// Carries a command out; its events, which are kept when it ends.
    ///
    /// # Errors
    /// [`Failure`], where command or context cannot be read. What else goes wrong is what the exchange comes to.
    pub fn execute(&self, command: &[u8], context: &[u8]) -> Result<Exchange<Value>, Failure> {
        let command = Command::from_json(command)?;
        let context = ContextDocument::from_json(context)?.into_context();
        Ok(self.exchange(|system, mut log| async move {
            document(&following::execute(&system, &mut log, &command, &context).await?.events)
        }))
    }

    /// Fires everything that is due up to and including an instant; the events, and the records that could not fire.
    ///
    /// # Errors
    /// `value.instant`.
    pub fn advance(&self, now: &str) -> Result<Exchange<Value>, Failure> {
        let now = Instant::parse(now)?;
        Ok(self.exchange(move |system, mut log| async move {
            let advanced = following::advance(&system, &mut log, now).await?;
            let stuck: Vec<String> = advanced.stuck.iter().map(|key| key.stream().to_string()).collect();
            Ok(json!({"events": document(&advanced.events)?, "stuck": stuck}))
        }))
    }

    /// Carries a plan out in the transaction that the host has begun, beside its own rows. After the host's commit,
    /// [`catch_up`](Self::catch_up) folds it. A plan of another tenant, or made on another journal, comes to `journal.other_tenant`.
    #[must_use]
    pub fn append_within(&self, plan: &Planned) -> Exchange<Value> {
        let (own, rows) = (self.system.is_own(plan), plan.rows());
        self.exchange(move |_, mut log| async move {
            if !own {
                return Err(AppendError::OtherTenant.into());
            }
            log.append_within(&rows).await.map(|()| Value::Null)
        })
        .within()
    }

    /// Whether every entry that is kept is what was hashed when it took its place; the size and root of the tree.
    #[must_use]
    pub fn verify(&self) -> Exchange<Value> {
        self.exchange(|system, mut log| async move {
            document(&following::frontier(&system, &mut log).await?.head())
        })
    }
}
