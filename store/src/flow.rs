//! What is said to a database, in the order in which it is said. 流程
//!
//! It is written once, for drivers that answer at once and for hosts that answer later.

use crate::journal::{Capabilities, Outcome};
use crate::sql::{
    Answer, Cell, Check, Engine, Kit, Statement, Unmet, of_gone, of_page, of_personal, of_stream,
};
use crate::{Fault, FaultKind, StoreError};
use itsm::evidence::leaf_hash;
use itsm::kernel::{
    AppendError, CommandId, Digest, EventRow, LogEntry, LogRow, PersonalRow, PlanRows, placed,
};
use std::collections::BTreeMap;
use std::future::Future;

/// Entries that get their places at once.
pub(crate) const BATCH: usize = 10_000;

/// Whoever runs statements, now or later.
pub trait Connection: Send {
    /// Runs one statement.
    fn run(&mut self, statement: Statement) -> impl Future<Output = Result<Answer, Fault>> + Send;
    /// Waits.
    fn pause(&mut self, milliseconds: u64) -> impl Future<Output = ()> + Send;
}

/// What the whole needs of a journal, now or later.
pub trait Log: Send {
    /// Carries a plan out.
    fn append(&mut self, plan: &PlanRows) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// Gives what was committed its place in the log.
    fn settle(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// Entries of the log from an index on.
    fn log(&mut self, from: u64, most: usize)
    -> impl Future<Output = Result<Vec<LogRow>, StoreError>> + Send;
    /// The personal values of the entries from an index on, up to another and without it.
    fn personal(
        &mut self,
        from: u64,
        until: u64,
    ) -> impl Future<Output = Result<Vec<PersonalRow>, StoreError>> + Send;
    /// Whether what is kept beside the entries from an index on, up to another and without it, is what they say.
    fn audit(&mut self, from: u64, until: u64) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// Whether the version that is kept of each stream is that of its last event.
    fn audit_versions(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// What became of a command.
    fn outcome(
        &mut self,
        command: &CommandId,
    ) -> impl Future<Output = Result<Option<Outcome>, StoreError>> + Send;
    /// Waits.
    fn pause(&mut self, milliseconds: u64) -> impl Future<Output = ()> + Send;
}

/// A journal in a database, reached through whoever runs statements.
#[derive(Clone, Debug)]
pub struct SqlLog<C> {
    pub(crate) connection: C,
    pub(crate) kit: Kit,
}

pub(crate) fn integer(answer: &Answer) -> Option<u64> {
    match answer.rows.first()?.first()? {
        Cell::Integer(number) => u64::try_from(*number).ok(),
        Cell::Text(text) => text.parse().ok(),
        Cell::Null => None,
    }
}

fn named(cell: &Cell) -> String {
    match cell {
        Cell::Integer(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Null => "none".to_owned(),
    }
}

pub(crate) fn text(answer: &Answer) -> Option<&str> {
    match answer.rows.first()?.first()? {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

/// A text that is no event would stand in the way of every later one.
pub(crate) fn readable(plan: &PlanRows) -> Result<(), StoreError> {
    match plan.events.iter().find(|row| placed(&row.text, 0).is_none()) {
        Some(row) => Err(StoreError::Corrupt(format!("a text of `{}` that is no event", row.stream))),
        None => Ok(()),
    }
}

impl<C: Connection> SqlLog<C> {
    pub(crate) async fn run(&mut self, statement: Statement) -> Result<Answer, StoreError> {
        Ok(self.connection.run(statement).await?)
    }

    /// Runs statements until one does not touch the rows it has to.
    async fn carry_out(&mut self, checks: Vec<Check>) -> Result<Option<Unmet>, StoreError> {
        for Check { statement, rows, unmet } in checks {
            let answer = self.run(statement).await?;
            if rows.is_some_and(|rows| rows != answer.touched()) {
                return Ok(Some(unmet));
            }
        }
        Ok(None)
    }

    /// Ends a transaction that is not to be. A connection that is gone has ended it already.
    pub(crate) async fn roll_back(&mut self) {
        let rollback = self.kit.rollback();
        let _ = self.connection.run(rollback).await;
    }

    pub(crate) async fn commit(&mut self) -> Result<(), Fault> {
        let commit = self.kit.commit();
        let committed = self.connection.run(commit).await.map(|_| ());
        if committed.is_err() {
            self.roll_back().await;
        }
        committed
    }

    /// What stands in the way of a plan, asked once nothing of it is left.
    async fn explained(&mut self, unmet: Unmet, plan: &PlanRows) -> StoreError {
        match unmet {
            Unmet::Command => match &plan.command {
                Some(command) => AppendError::CommandReused(command.clone()).into(),
                None => StoreError::Corrupt("a command without an id".into()),
            },
            Unmet::Stream(stream) => {
                let asked = self.kit.version_of(&stream);
                let answer = match self.run(asked).await {
                    Ok(answer) => answer,
                    Err(error) => return error,
                };
                match answer.rows.first().map(Vec::as_slice) {
                    // Who decided again would be told the same each time.
                    Some([head, last]) if head != last => StoreError::Corrupt(format!(
                        "the version of `{stream}` is {}, its last event's {}",
                        named(head),
                        named(last)
                    )),
                    _ => AppendError::Conflict { stream: stream.into(), actual: integer(&answer) }.into(),
                }
            }
            Unmet::Guard(stream) => AppendError::GuardMoved { stream: stream.into() }.into(),
            Unmet::Process(process) => {
                AppendError::GuardMoved { stream: format!("{process}/*").into() }.into()
            }
            Unmet::Exchanged(index) => StoreError::Exchanged { index },
            Unmet::Rows => StoreError::Corrupt("rows of a plan were not written".into()),
        }
    }

    /// Carries a plan out in the transaction that the host has begun, beside the host's own rows. When it cannot be, nothing of it is
    /// left there, and the host's transaction stands.
    ///
    /// In PostgreSQL the transaction has to be READ COMMITTED, the usual: one that sees only what was there when it began would miss
    /// what others committed before its turn came.
    ///
    /// # Errors
    /// As [`append`](Log::append). Of a command that was carried out meanwhile under its id `journal.guard_moved`: whoever plans it anew
    /// learns of it.
    pub async fn append_within(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        if plan.is_empty() {
            return self.was_carried_out(plan).await.map(|_| ());
        }
        readable(plan)?;
        let savepoint = self.kit.savepoint();
        self.run(savepoint).await?;
        let unmet = self.carry_out(self.kit.statements(plan)).await;
        if let Ok(None) = unmet {
            let release = self.kit.release();
            return self.run(release).await.map(|_| ());
        }
        // With the connection the host's transaction is gone; a new one would let its COMMIT pass as if it had been kept.
        let gone = matches!(&unmet, Err(StoreError::Database(fault)) if fault.kind == FaultKind::Lost);
        if gone && self.kit.engine() == Engine::Postgres {
            return unmet.map(|_| ());
        }
        for statement in [self.kit.rollback_to(), self.kit.release()] {
            let _ = self.connection.run(statement).await;
        }
        match (unmet?, &plan.command) {
            (Some(Unmet::Command), Some(id)) if self.was_carried_out(plan).await? => {
                Err(AppendError::GuardMoved { stream: format!("command/{id}").into() }.into())
            }
            (Some(unmet), _) => Err(self.explained(unmet, plan).await),
            (None, _) => Ok(()),
        }
    }

    /// Whether a plan's command was carried out under its id; that another was is an error.
    async fn was_carried_out(&mut self, plan: &PlanRows) -> Result<bool, StoreError> {
        let Some(id) = &plan.command else { return Ok(false) };
        match self.outcome(id).await? {
            Some(Outcome { digest: None, .. }) => Err(AppendError::CommandGone(id.clone()).into()),
            Some(outcome) if outcome.digest != Some(plan.digest) => {
                Err(AppendError::CommandReused(id.clone()).into())
            }
            outcome => Ok(outcome.is_some()),
        }
    }

    /// A plan's statements where there is one writer: the places of its events are known, so they take them in the same transaction.
    async fn append_in_place(&mut self, plan: &PlanRows) -> Result<Option<Unmet>, StoreError> {
        if let Some(unmet) = self.carry_out(self.kit.claims(plan)).await? {
            return Ok(Some(unmet));
        }
        // What a host's transaction has left waiting comes before it.
        while self.sequence().await? > 0 {}
        let next = self.length().await?;
        let place = |(nth, row): (u64, &EventRow)| {
            let index = next.checked_add(nth)?;
            let line = placed(&row.text, index)?;
            Some(LogRow { index, leaf: leaf_hash(line.as_bytes()), entry: LogEntry::Line(line) })
        };
        let places: Option<Vec<_>> = (0_u64..).zip(&plan.events).map(place).collect();
        let places = places.ok_or_else(|| StoreError::Corrupt("an event of the plan is none".into()))?;
        self.carry_out(self.kit.events_in_place(plan, &places)).await
    }

    /// Gives places to what waits; the transaction is begun. How many it were.
    async fn sequence(&mut self) -> Result<usize, StoreError> {
        let waiting = self.kit.waiting();
        let waiting = self.run(waiting).await?.rows;
        if waiting.is_empty() {
            return Ok(0);
        }
        let next = self.length().await?;
        let place = |(nth, row): (u64, Vec<Cell>)| match row.as_slice() {
            [Cell::Integer(pos), Cell::Text(text)] => {
                let index = next.checked_add(nth)?;
                let line = placed(text, index)?;
                let leaf = leaf_hash(line.as_bytes());
                Some((u64::try_from(*pos).ok()?, LogRow { index, entry: LogEntry::Line(line), leaf }))
            }
            _ => None,
        };
        let rows: Option<Vec<_>> = (0_u64..).zip(waiting).map(place).collect();
        let rows = rows.ok_or_else(|| StoreError::Corrupt("an event that waits is none".into()))?;
        match self.carry_out(self.kit.place(&rows)).await? {
            Some(_) => Err(StoreError::Corrupt("places in the log were taken".into())),
            None => Ok(rows.len()),
        }
    }

    /// How many entries the log has.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn length(&mut self) -> Result<u64, StoreError> {
        let next = self.kit.next_index();
        integer(&self.run(next).await?).ok_or_else(|| StoreError::Corrupt("the log has no length".into()))
    }

    /// Events of one stream after a version.
    ///
    /// # Errors
    /// What the database refuses, `store.corrupt`.
    pub async fn stream(
        &mut self,
        stream: &str,
        after: u64,
        most: usize,
    ) -> Result<Vec<EventRow>, StoreError> {
        let asked = self.kit.stream(stream, after, most);
        of_stream(self.run(asked).await?)
    }

    /// What this journal can do.
    #[must_use]
    pub const fn capabilities(&self) -> Capabilities {
        Capabilities { durable: true, processes: true, host_transaction: true }
    }
}

impl<C: Connection> Log for SqlLog<C> {
    async fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        if plan.is_empty() {
            return Ok(());
        }
        if self.kit.engine() == Engine::Postgres {
            readable(plan)?;
        }
        let begin = self.kit.begin();
        self.run(begin).await?;
        let unmet = match self.kit.engine() {
            Engine::Sqlite => self.append_in_place(plan).await,
            Engine::Postgres => self.carry_out(self.kit.statements(plan)).await,
        };
        match unmet {
            Ok(None) => self.commit().await.map_err(|fault| match fault.kind {
                // What a driver cannot name may have happened after the commit was on the disk.
                FaultKind::Lost | FaultKind::Other => {
                    StoreError::OutcomeUnknown { command: plan.command.clone() }
                }
                _ => fault.into(),
            }),
            Ok(Some(unmet)) => {
                self.roll_back().await;
                Err(self.explained(unmet, plan).await)
            }
            Err(error) => {
                self.roll_back().await;
                Err(error)
            }
        }
    }

    async fn settle(&mut self) -> Result<(), StoreError> {
        loop {
            let waits = self.kit.waits();
            if self.run(waits).await?.rows.is_empty() {
                return Ok(());
            }
            let begin = self.kit.begin();
            self.run(begin).await?;
            if let Some(lock) = self.kit.lock_log()
                && let Err(error) = self.run(lock).await
            {
                self.roll_back().await;
                return Err(error);
            }
            match self.sequence().await {
                Ok(placed) => {
                    self.commit().await?;
                    // Others go on committing: who waited for all of them would never be done.
                    if placed < BATCH {
                        return Ok(());
                    }
                }
                Err(error) => {
                    self.roll_back().await;
                    return Err(error);
                }
            }
        }
    }

    async fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        let page = self.kit.page(from, most);
        let answer = self.run(page).await?;
        let without_text = answer.rows.iter().filter(|row| row.get(2) == Some(&Cell::Null));
        let places = without_text.filter_map(|row| match row.first() {
            Some(Cell::Integer(index)) => u64::try_from(*index).ok(),
            _ => None,
        });
        let gone = match places.clone().min().zip(places.max()) {
            Some((first, last)) => {
                let asked = self.kit.gone_among(first, last);
                of_gone(self.run(asked).await?)?
            }
            None => BTreeMap::new(),
        };
        of_page(answer, gone)
    }

    async fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        let asked = self.kit.personal_of(from, until);
        of_personal(self.run(asked).await?)
    }

    async fn audit(&mut self, from: u64, until: u64) -> Result<(), StoreError> {
        let asked = self.kit.audit(from, until);
        of_stream(self.run(asked).await?).map(drop)
    }

    async fn audit_versions(&mut self) -> Result<(), StoreError> {
        let asked = self.kit.heads();
        match text(&self.run(asked).await?) {
            Some(stream) => Err(StoreError::Corrupt(format!(
                "`{stream}`: its version is not that of its last event, or an event stands neither in the log nor before it, or is gone and there"
            ))),
            None => Ok(()),
        }
    }

    async fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        let asked = self.kit.outcome_of(command.as_str());
        let answer = self.run(asked).await?;
        let Some(row) = answer.rows.into_iter().next() else { return Ok(None) };
        match <[Cell; 2]>::try_from(row) {
            Ok([Cell::Text(digest), Cell::Integer(events)]) => {
                let known = Digest::from_hex(&digest);
                if known.is_none() && !digest.is_empty() {
                    return Err(StoreError::Corrupt("a command without a digest".into()));
                }
                Ok(Some(Outcome { digest: known, events: u64::try_from(events).unwrap_or(0) }))
            }
            _ => Err(StoreError::Corrupt("a command of another shape".into())),
        }
    }

    async fn pause(&mut self, milliseconds: u64) {
        self.connection.pause(milliseconds).await;
    }
}
