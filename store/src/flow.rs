//! What is said to a database, in the order in which it is said. 流程
//!
//! It is written once, for drivers that answer at once and for hosts that answer later.

use crate::journal::{Capabilities, Outcome};
use crate::sql::{
    Answer, Cell, Check, Engine, Kit, SCHEMA_VERSION, Statement, Unmet, of_page, of_personal, of_stream,
};
use crate::{Fault, FaultKind, StoreError};
use itsm::contract::SystemHandle;
use itsm::evidence::{Frontier, leaf_hash};
use itsm::kernel::{
    AppendError, CommandId, Context, Digest, EventRow, Instant, LogRow, PersonalRow, PlanRows, TenantId,
    canonical, placed,
};
use itsm::system::{Advance, Advanced, Command, SystemEvent};
use std::future::Future;
use std::hash::{BuildHasher, RandomState};

/// Entries that are read from the log at once.
const PAGE: usize = 5_000;

/// Entries that get their places at once.
pub(crate) const BATCH: usize = 10_000;

/// How often a command is decided before it is given up, when others are faster each time.
const ATTEMPTS: u32 = 30;

/// How often what was appended is asked for before it is given up.
const READS: u32 = 5;

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
    /// What became of a command.
    fn outcome(
        &mut self,
        command: &CommandId,
    ) -> impl Future<Output = Result<Option<Outcome>, StoreError>> + Send;
    /// Waits.
    fn pause(&mut self, milliseconds: u64) -> impl Future<Output = ()> + Send;
}

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

/// What a command came to.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Its events, as they stand in the log.
    pub events: Vec<SystemEvent>,
    /// How often it was decided; 0 where it had been carried out before.
    pub attempts: u32,
}

/// A journal in a database, reached through whoever runs statements.
#[derive(Clone, Debug)]
pub struct SqlLog<C> {
    pub(crate) connection: C,
    pub(crate) kit: Kit,
}

fn integer(answer: &Answer) -> Option<u64> {
    match answer.rows.first()?.first()? {
        Cell::Integer(number) => u64::try_from(*number).ok(),
        Cell::Text(text) => text.parse().ok(),
        Cell::Null => None,
    }
}

fn text(answer: &Answer) -> Option<&str> {
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
    async fn run(&mut self, statement: Statement) -> Result<Answer, StoreError> {
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
    async fn roll_back(&mut self) {
        let rollback = self.kit.rollback();
        let _ = self.connection.run(rollback).await;
    }

    async fn commit(&mut self) -> Result<(), Fault> {
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
                match self.run(asked).await {
                    Ok(answer) => {
                        AppendError::Conflict { stream: stream.into(), actual: integer(&answer) }.into()
                    }
                    Err(error) => error,
                }
            }
            Unmet::Guard(stream) => AppendError::GuardMoved { stream: stream.into() }.into(),
            Unmet::Process(process) => {
                AppendError::GuardMoved { stream: format!("{process}/*").into() }.into()
            }
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
            Some(outcome) if outcome.digest != plan.digest => {
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
            Some(LogRow { index, leaf: leaf_hash(line.as_bytes()), line })
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
                Some((u64::try_from(*pos).ok()?, LogRow { index, line, leaf }))
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

    /// Opens the tables: makes those that are missing, and refuses those of a later version or another tenant.
    ///
    /// # Errors
    /// `store.newer_schema`, `store.other_tenant`, and what the database refuses.
    pub async fn open(&mut self, opening: &Opening) -> Result<Report, StoreError> {
        let report = self.prepare(opening.own).await?;
        let begin = self.kit.begin();
        self.run(begin).await?;
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
            let wal = at_least([3, 51, 3]);
            if !wal {
                notes.push(format!(
                    "SQLite {version} is older than 3.51.3: its write-ahead log can be damaged, so the rollback journal is used"
                ));
            }
            self.run(ask(if wal { "PRAGMA journal_mode = WAL" } else { "PRAGMA journal_mode = DELETE" }))
                .await?;
            self.run(Statement { asks: false, ..ask("PRAGMA synchronous = FULL") }).await?;
            // What is erased is written over, and not only forgotten.
            self.run(ask("PRAGMA secure_delete = ON")).await?;
        }
        let mode = text(&self.run(ask("PRAGMA journal_mode")).await?).map(str::to_owned);
        Ok(Report { version, journal_mode: mode, notes })
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
        of_page(self.run(page).await?)
    }

    async fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        let asked = self.kit.personal_of(from, until);
        of_personal(self.run(asked).await?)
    }

    async fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        let asked = self.kit.outcome_of(command.as_str());
        let answer = self.run(asked).await?;
        let Some(row) = answer.rows.into_iter().next() else { return Ok(None) };
        match <[Cell; 2]>::try_from(row) {
            Ok([Cell::Text(digest), Cell::Integer(events)]) => {
                let digest = Digest::from_hex(&digest);
                let digest =
                    digest.ok_or_else(|| StoreError::Corrupt("a command without a digest".into()))?;
                Ok(Some(Outcome { digest, events: u64::try_from(events).unwrap_or(0) }))
            }
            _ => Err(StoreError::Corrupt("a command of another shape".into())),
        }
    }

    async fn pause(&mut self, milliseconds: u64) {
        self.connection.pause(milliseconds).await;
    }
}

/// Folds what the log has and the system has not.
pub(crate) async fn catch_up<L: Log>(system: &SystemHandle, log: &mut L) -> Result<(), StoreError> {
    log.settle().await?;
    loop {
        let from = system.with(|system| system.journal().next_index());
        let rows = log.log(from, PAGE).await?;
        // A page may be shorter than what is there; only an empty one is the end.
        if rows.is_empty() {
            return Ok(());
        }
        let until = rows.last().map_or(from, |row| row.index.saturating_add(1));
        let personal = log.personal(from, until).await?;
        // Somebody else may have followed meanwhile: what is folded already is left out.
        system.with_mut(|system| {
            let known = system.journal().next_index();
            system.follow_with(rows.into_iter().skip_while(|row| row.index < known), &personal)
        })?;
    }
}

fn carried_before(system: &SystemHandle, command: &CommandId) -> Option<Vec<SystemEvent>> {
    system.with(|system| {
        let outcome = system.journal().outcome(command)?;
        let from = usize::try_from(outcome.first_index).ok()?;
        let count = usize::try_from(outcome.events).ok()?;
        let own = |event: &&SystemEvent| event.head.command.as_ref() == Some(command);
        Some(system.journal().events().iter().skip(from).filter(own).take(count).cloned().collect())
    })
}

/// The events that a plan had, as they stand in the log now.
fn in_place(system: &SystemHandle, plan: &PlanRows, from: u64) -> Vec<SystemEvent> {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let planned = |event: &&SystemEvent| {
        let key = (event.head.record.as_str(), event.head.version);
        plan.events.iter().any(|row| {
            row.version == key.1
                && row.stream.split_once('/').is_some_and(|(process, record)| {
                    record == key.0 && process == itsm::kernel::EventBody::process(&event.body)
                })
        })
    };
    system.with(|system| system.journal().events().iter().skip(from).filter(planned).cloned().collect())
}

/// Carries a command out: follows the log, decides, appends, and decides again where somebody else was faster.
pub(crate) async fn execute<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    command: &Command,
    context: &Context,
) -> Result<Carried, StoreError> {
    let mut attempts = 0_u32;
    loop {
        catch_up(system, log).await?;
        if let Some(id) = &context.command_id
            && let Some(events) = carried_before(system, id)
        {
            // What became of it stands in the log; that it was this command, and how much came of it, only the store knows.
            match log.outcome(id).await? {
                Some(outcome) if outcome.digest == canonical::digest_of(command) => {
                    if u64::try_from(events.len()) == Ok(outcome.events) {
                        return Ok(Carried { events, attempts: 0 });
                    }
                }
                _ => return Err(AppendError::CommandReused(id.clone()).into()),
            }
            // The page ended in the midst of it.
            attempts = attempts.saturating_add(1);
            if attempts >= ATTEMPTS {
                return Err(StoreError::OutcomeUnknown { command: Some(id.clone()) });
            }
            continue;
        }
        attempts = attempts.saturating_add(1);
        let tried = match system.with(|system| system.plan(command, context)) {
            Ok(plan) => {
                let plan = plan.rows();
                match append_known(log, &plan).await {
                    Ok(()) => return Ok(Carried { events: read_back(system, log, &plan).await?, attempts }),
                    Err(error) => error,
                }
            }
            Err(refused) => refused.into(),
        };
        match (tried, &context.command_id) {
            (error, _) if error.is_conflict() && attempts >= ATTEMPTS => {
                return Err(StoreError::Contended { attempts });
            }
            (error, _) if error.is_conflict() => {}
            // Somebody else carried out a command of the same id meanwhile, or this was decided on less than there is: it may be
            // this command, and then what it came to is neither a refusal nor another's.
            (
                error @ (StoreError::Append(AppendError::CommandReused(_)) | StoreError::Command(_)),
                Some(id),
            ) => match log.outcome(id).await? {
                Some(outcome) if outcome.digest != canonical::digest_of(command) => {
                    return Err(AppendError::CommandReused(id.clone()).into());
                }
                Some(_) if attempts >= ATTEMPTS => {
                    return Err(StoreError::OutcomeUnknown { command: Some(id.clone()) });
                }
                Some(_) => {}
                None => return Err(error),
            },
            (error, _) => return Err(error),
        }
        back_off(log, attempts).await;
    }
}

/// The events of a plan that was appended. Where they cannot be read back it is not said that nothing happened: whoever repeats the
/// command under its id gets them.
async fn read_back<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    plan: &PlanRows,
) -> Result<Vec<SystemEvent>, StoreError> {
    for attempt in 0..READS {
        if attempt > 0 {
            back_off(log, attempt).await;
        }
        let followed = catch_up(system, log).await;
        let events = in_place(system, plan, plan.seen);
        if events.len() == plan.events.len() {
            return Ok(events);
        }
        if let Err(StoreError::Journal(_) | StoreError::Corrupt(_)) = followed {
            break;
        }
    }
    Err(StoreError::OutcomeUnknown { command: plan.command.clone() })
}

/// Appends; where nobody knows what became of it, asks by the command's id and never sends it twice.
async fn append_known<L: Log>(log: &mut L, plan: &PlanRows) -> Result<(), StoreError> {
    match log.append(plan).await {
        Err(StoreError::OutcomeUnknown { command: Some(id) }) => match log.outcome(&id).await {
            Ok(Some(outcome)) if outcome.digest == plan.digest => Ok(()),
            Ok(Some(_)) => Err(AppendError::CommandReused(id).into()),
            // It is not there now, and may be a moment later: only whoever repeats it under the same id is safe.
            Ok(None) | Err(_) => Err(StoreError::OutcomeUnknown { command: Some(id) }),
        },
        other => other,
    }
}

/// The longer, the more often others were faster; not the same for all of them, or they would meet again.
async fn back_off<L: Log>(log: &mut L, attempts: u32) {
    let longest = 1_u64.wrapping_shl(attempts.min(9));
    let part = RandomState::new().hash_one(attempts).checked_rem(longest).unwrap_or_default();
    log.pause(part.saturating_add(1)).await;
}

/// Fires everything that is due up to and including an instant, batch after batch.
pub(crate) async fn advance<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    now: Instant,
) -> Result<Advanced, StoreError> {
    let mut events = Vec::new();
    let mut attempts = 0_u32;
    loop {
        // What an earlier batch has fired is kept, whatever comes now.
        let kept =
            |error| if events.is_empty() { error } else { StoreError::OutcomeUnknown { command: None } };
        catch_up(system, log).await.map_err(kept)?;
        let planned = system.with(|system| system.plan_advance(now));
        let Advance { plan, more, stuck } = planned.map_err(|refused| kept(refused.into()))?;
        let over = plan.is_empty() || !more;
        let rows = plan.rows();
        match log.append(&rows).await {
            Ok(()) => {
                events.extend(read_back(system, log, &rows).await?);
                attempts = 0;
                if over {
                    return Ok(Advanced { events, stuck });
                }
            }
            Err(error) if error.is_conflict() && attempts < ATTEMPTS => {
                attempts = attempts.saturating_add(1);
                back_off(log, attempts).await;
            }
            Err(error) if error.is_conflict() => return Err(kept(StoreError::Contended { attempts })),
            Err(error) => return Err(kept(error)),
        }
    }
}

/// The tree of a log, from the hashes that it keeps; the hashes are those of the entries.
pub(crate) async fn frontier<L: Log>(log: &mut L) -> Result<Frontier, StoreError> {
    let mut frontier = Frontier::default();
    loop {
        let rows = log.log(frontier.size(), PAGE).await?;
        for row in &rows {
            if row.index != frontier.size() || leaf_hash(row.line.as_bytes()) != row.leaf {
                return Err(itsm::kernel::JournalError::Altered { line: frontier.size() }.into());
            }
            frontier.push_hash(row.leaf);
        }
        if rows.is_empty() {
            return Ok(frontier);
        }
    }
}
