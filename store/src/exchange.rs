//! A conversation with whoever has a driver: statements go out, answers come in. 逐句交互
//!
//! The host's own SQLite or PostgreSQL is in another language, and may answer only later. What is to be said stands once, in
//! [`flow`](crate::flow), as ordinary code that waits for its answers; here it is stopped at each statement and taken up again with what
//! came of it. No runtime: nothing is polled but by [`Exchange::step`].

use crate::flow::Connection;
use crate::sql::{Answer, Statement};
use crate::{Fault, FaultKind, StoreError};
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<T> {
    /// Run this, and come back with what it answered.
    Run(Statement),
    /// Wait for so many milliseconds, and come back with nothing.
    Pause(u64),
    /// It is over: what came of it.
    Done(Result<T, StoreError>),
}

enum Wanted {
    Run(Statement),
    Pause(u64),
}

#[derive(Default)]
struct Table {
    wanted: Option<Wanted>,
    answer: Option<Result<Answer, Fault>>,
}

/// The side of a conversation that asks.
#[derive(Clone, Default)]
pub struct Host {
    table: Arc<Mutex<Table>>,
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Host")
    }
}

impl Host {
    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn want(&self, wanted: Wanted) -> Result<Answer, Fault> {
        self.table().wanted = Some(wanted);
        poll_fn(|_| self.table().answer.take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

impl Connection for Host {
    async fn run(&mut self, statement: Statement) -> Result<Answer, Fault> {
        self.want(Wanted::Run(statement)).await
    }

    async fn pause(&mut self, milliseconds: u64) {
        // What comes back from a pause is nothing.
        let _ = self.want(Wanted::Pause(milliseconds)).await;
    }
}

/// A transaction of the host's is open where something is to stand within it, and none where not.
pub(crate) fn stands(within: bool, transaction: bool) -> Result<(), StoreError> {
    match (within, transaction) {
        (false, true) => Err(StoreError::Begun),
        (true, false) => Err(StoreError::NotBegun),
        _ => Ok(()),
    }
}

type Course<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send>>;

/// A conversation, stopped at a statement.
///
/// ```
/// use itsm_store::sql::{Answer, Engine, Kit};
/// use itsm_store::{Exchange, Host, SqlJournal, Step};
/// let mut opening = Exchange::new(|host: Host| async move {
///     let mut journal = SqlJournal::of_host(host, Kit::new(Engine::Sqlite));
///     journal.length().await
/// });
/// let Step::Run(statement) = opening.step(None) else { panic!("it asks first") };
/// assert!(statement.sql.starts_with("SELECT coalesce(max(idx)"));
/// # use itsm_store::sql::Cell;
/// let answer = Answer { rows: vec![vec![Cell::Integer(42)]], changed: 0 };
/// assert_eq!(opening.step(Some(Ok(answer))), Step::Done(Ok(42)));
/// ```
pub struct Exchange<T> {
    host: Host,
    course: Option<Course<T>>,
    within: bool,
}

impl<T> fmt::Debug for Exchange<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange").field("over", &self.course.is_none()).finish_non_exhaustive()
    }
}

impl<T> Exchange<T> {
    /// A conversation about to begin.
    pub fn new<F: Future<Output = Result<T, StoreError>> + Send + 'static>(
        course: impl FnOnce(Host) -> F,
    ) -> Self {
        let host = Host::default();
        let course = course(host.clone());
        Self { host, course: Some(Box::pin(course)), within: false }
    }

    /// The same within a transaction that the host has begun, and not in those of its own.
    #[must_use]
    pub fn within(self) -> Self {
        Self { within: true, ..self }
    }

    /// Whether it may begin: a transaction of the host's is open on the connection where it is to stand within one, and none where it
    /// is not, for it would be ended. Asked before the first step; of a driver that cannot tell, nothing is asked.
    ///
    /// # Errors
    /// `store.busy`, `store.no_transaction`.
    pub fn begins(&self, transaction: bool) -> Result<(), StoreError> {
        stands(self.within, transaction)
    }

    /// Goes on with what came of the last step: `None` at the beginning and after a pause.
    pub fn step(&mut self, answer: Option<Result<Answer, Fault>>) -> Step<T> {
        let Some(course) = &mut self.course else {
            return Step::Done(Err(Fault::new(FaultKind::Other, "the exchange is over").into()));
        };
        if self.host.table().wanted.take().is_some() {
            self.host.table().answer = Some(answer.unwrap_or_else(|| Ok(Answer::default())));
        }
        match course.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => {
                self.course = None;
                Step::Done(done)
            }
            Poll::Pending => self.asked(),
        }
    }

    fn asked(&self) -> Step<T> {
        // It stays on the table until its answer comes.
        match &self.host.table().wanted {
            Some(Wanted::Run(statement)) => Step::Run(statement.clone()),
            Some(Wanted::Pause(milliseconds)) => Step::Pause(*milliseconds),
            None => Step::Done(Err(Fault::new(FaultKind::Other, "the exchange waits for nothing").into())),
        }
    }
}
