//! The journal as a thing: appends plans, gives back the log. 日志接口

use crate::exchange::stands;
use crate::flow::{Connection, Log, SqlLog};
use crate::opening::{Opening, Report};
use crate::sql::{Answer, Kit, Statement};
use crate::{Fault, Host, StoreError};
use itsm::kernel::{AppendError, CommandId, Digest, EventRow, LogRow, PersonalRow, PlanRows, TenantId};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What was carried out under a command's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The digest of the command; none once something that came of it was erased or disposed of, for whoever knows the rest of a command
    /// could guess from it what is gone.
    pub digest: Option<Digest>,
    /// How many events name it. What else its plan had is of timers that were due before it.
    pub events: u64,
}

impl Outcome {
    /// What is kept of a plan's command.
    pub(crate) fn of(plan: &PlanRows) -> Self {
        let own = plan.events.iter().filter(|event| event.command == plan.command).count();
        Self { digest: Some(plan.digest), events: u64::try_from(own).unwrap_or(u64::MAX) }
    }
}

/// What a journal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// What was appended is still there when the machine comes back.
    pub durable: bool,
    /// Several processes may write.
    pub processes: bool,
    /// A plan can be carried out in a transaction of the host's.
    pub host_transaction: bool,
}

/// A journal. What it appends, it appends in whole; what it gave a place, keeps it.
pub trait Journal: Send {
    /// Carries a plan out: all of it, or nothing with an error. Empty plans write nothing.
    ///
    /// # Errors
    /// `journal.conflict`, `journal.guard_moved`: decide again. `journal.command_reused`: ask for the [`outcome`](Self::outcome).
    /// `store.outcome_unknown`: nobody here knows. Else what the database refuses.
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError>;

    /// Gives places in the log to what was committed, in the order in which it was; any process may do it at any time.
    ///
    /// # Errors
    /// What the database refuses.
    fn settle(&mut self) -> Result<(), StoreError>;

    /// Entries of the log from an index on, in order and without gaps.
    ///
    /// # Errors
    /// What the database refuses, `store.corrupt`.
    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError>;

    /// Events of one stream after a version, whether they have their place yet or not.
    ///
    /// # Errors
    /// What the database refuses, `store.corrupt`.
    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError>;

    /// Whether what is kept beside the entries from an index on, up to another and without it, is what they say. A journal that keeps
    /// nothing beside them has nothing to answer for.
    ///
    /// # Errors
    /// `store.corrupt`, `journal.altered`, and what the database refuses.
    fn audit(&mut self, from: u64, until: u64) -> Result<(), StoreError> {
        let _ = (from, until);
        Ok(())
    }

    /// Whether the version that is kept of each stream is that of its last event.
    ///
    /// # Errors
    /// `store.corrupt`, and what the database refuses.
    fn audit_versions(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    /// The personal values of the entries from an index on, up to another and without it, as far as they were not erased.
    ///
    /// # Errors
    /// What the database refuses, `store.corrupt`.
    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError>;

    /// What was carried out under a command's id.
    ///
    /// # Errors
    /// What the database refuses, `store.corrupt`.
    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError>;

    /// What it can do.
    fn capabilities(&self) -> Capabilities;

    /// Whether it is the journal of that tenant, or of none. One that does not know whose it is, is anybody's.
    fn is_of(&self, tenant: Option<&TenantId>) -> bool {
        let _ = tenant;
        true
    }

    /// Waits, while somebody else is faster.
    fn pause(&mut self, milliseconds: u64) {
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
    }
}

/// A driver of a database that answers at once. Anything with a connection can be one.
pub trait Driver: Send {
    /// Runs one statement.
    ///
    /// # Errors
    /// [`Fault`], with its kind: what is wrong decides what is done about it.
    fn run(&mut self, statement: &Statement) -> Result<Answer, Fault>;

    /// Whether a transaction is open on the connection: the host's, since nothing of ours is under way when it is asked. `None` where the
    /// driver cannot tell; then whatever the database says of it is all that is said.
    fn begun(&mut self) -> Option<bool> {
        None
    }
}

/// A driver as the flow sees it: it has its answer when it is asked.
#[derive(Debug)]
pub(crate) struct AtOnce<D>(pub(crate) D);

impl<D: Driver> Connection for AtOnce<D> {
    async fn run(&mut self, statement: Statement) -> Result<Answer, Fault> {
        self.0.run(&statement)
    }

    async fn pause(&mut self, milliseconds: u64) {
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
    }
}

/// A journal as the flow sees it.
pub(crate) struct Ready<'a, J>(pub(crate) &'a mut J);

impl<J: Journal> Log for Ready<'_, J> {
    async fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.0.append(plan)
    }

    async fn settle(&mut self) -> Result<(), StoreError> {
        self.0.settle()
    }

    async fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        self.0.log(from, most)
    }

    async fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        self.0.personal(from, until)
    }

    async fn audit(&mut self, from: u64, until: u64) -> Result<(), StoreError> {
        self.0.audit(from, until)
    }

    async fn audit_versions(&mut self) -> Result<(), StoreError> {
        self.0.audit_versions()
    }

    async fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        self.0.outcome(command)
    }

    async fn pause(&mut self, milliseconds: u64) {
        self.0.pause(milliseconds);
    }
}

/// What comes of a course that never waits.
pub(crate) fn now<T>(course: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    match pin!(course).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => Err(StoreError::Corrupt("a driver that answers later was asked now".into())),
    }
}

/// A journal in a database, over a driver.
#[derive(Debug)]
pub struct SqlJournal<D> {
    log: SqlLog<AtOnce<D>>,
    report: Report,
    tenant: Option<TenantId>,
}

impl SqlJournal<()> {
    /// The journal of an [`Exchange`](crate::Exchange): its answers come later.
    #[must_use]
    pub const fn of_host(host: Host, kit: Kit) -> SqlLog<Host> {
        SqlLog { connection: host, kit }
    }
}

impl<D: Driver> SqlJournal<D> {
    /// Opens the tables behind a driver: makes those that are missing.
    ///
    /// # Errors
    /// `store.newer_schema`, `store.other_tenant`, and what the database refuses.
    pub fn open(driver: D, kit: Kit, opening: &Opening) -> Result<Self, StoreError> {
        let mut log = SqlLog { connection: AtOnce(driver), kit };
        log.connection.0.begun().map_or(Ok(()), |begun| stands(false, begun))?;
        let report = now(log.open(opening))?;
        Ok(Self { log, report, tenant: opening.tenant.clone() })
    }

    /// What was found when it was opened.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The driver, for the host's own statements.
    pub const fn driver(&mut self) -> &mut D {
        &mut self.log.connection.0
    }

    /// Carries a plan out in the transaction that the host has begun, beside the host's own rows. When it cannot be, nothing of it is
    /// left there, and the host's transaction stands. Its events take their places when somebody [settles](Journal::settle).
    ///
    /// # Errors
    /// As [`append`](Journal::append); `store.no_transaction`.
    pub fn append_within(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.stands(true)?;
        self.own(plan)?;
        now(self.log.append_within(plan))
    }

    /// A plan of another tenant's system is none of this journal's.
    fn own(&self, plan: &PlanRows) -> Result<(), StoreError> {
        let own = plan.is_empty() || plan.tenant == self.tenant;
        if own { Ok(()) } else { Err(AppendError::OtherTenant.into()) }
    }

    /// Whether the host's transaction, or its absence, is what is wanted.
    fn stands(&mut self, within: bool) -> Result<(), StoreError> {
        self.log.connection.0.begun().map_or(Ok(()), |begun| stands(within, begun))
    }
}

impl<D: Driver> Journal for SqlJournal<D> {
    fn is_of(&self, tenant: Option<&TenantId>) -> bool {
        self.tenant.as_ref() == tenant
    }

    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.stands(false)?;
        self.own(plan)?;
        now(self.log.append(plan))
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        self.stands(false)?;
        now(self.log.settle())
    }

    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        now(self.log.log(from, most))
    }

    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        now(self.log.stream(stream, after, most))
    }

    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        now(self.log.personal(from, until))
    }

    fn audit(&mut self, from: u64, until: u64) -> Result<(), StoreError> {
        now(self.log.audit(from, until))
    }

    fn audit_versions(&mut self) -> Result<(), StoreError> {
        now(self.log.audit_versions())
    }

    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        now(self.log.outcome(command))
    }

    fn capabilities(&self) -> Capabilities {
        self.log.capabilities()
    }
}
