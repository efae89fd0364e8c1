//! A journal in memory: for tests, and as the obvious version of what the others do. 内存日志

use crate::StoreError;
use crate::flow::readable;
use crate::journal::{Capabilities, Journal, Outcome};
use itsm::evidence::leaf_hash;
use itsm::kernel::{
    AppendError, CommandId, Erased, EventRow, Gone, Instant, LogEntry, LogRow, PersonalRow, PlanRows,
    Removed, placed,
};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Debug, Default)]
struct Tables {
    events: Vec<EventRow>,
    heads: BTreeMap<SmolStr, u64>,
    commands: BTreeMap<CommandId, Outcome>,
    log: Vec<LogRow>,
    personal: Vec<PersonalRow>,
    gone: BTreeMap<SmolStr, Removed>,
}

impl Tables {
    /// Whether all of a stream has its place, and is there to be removed.
    fn is_there(&self, of: &Removed) -> bool {
        let waits = self.events.iter().skip(self.log.len()).any(|event| event.stream == of.stream);
        !waits && !self.gone.contains_key(&of.stream)
    }

    /// Of each event of a stream what names it stays, and its hash in the log.
    fn remove(&mut self, of: &Removed) {
        self.gone.insert(of.stream.clone(), of.clone());
        let places = self.events.iter_mut().zip(&mut self.log);
        for (event, row) in places.filter(|(event, _)| event.stream == of.stream) {
            event.text.clear();
            (event.kind, event.actor) = (SmolStr::default(), SmolStr::default());
            (event.at, event.recorded_at) = (Instant::MIN, Instant::MIN);
            row.entry = LogEntry::Gone(Gone {
                stream: event.stream.clone(),
                version: event.version,
                command: event.command.clone(),
                disposal: of.disposal.clone(),
            });
        }
        self.personal.retain(|row| row.stream != of.stream);
        self.forget(|event| event.stream == of.stream);
    }

    /// Forgets what commands said of which such events came.
    fn forget(&mut self, such: impl Fn(&EventRow) -> bool) {
        for command in
            self.events.iter().filter(|event| such(event)).filter_map(|event| event.command.as_ref())
        {
            if let Some(outcome) = self.commands.get_mut(command) {
                outcome.digest = None;
            }
        }
    }
}

/// A journal in memory. Its clones are the same journal: each stands for a process that has it open.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal {
    tables: Arc<Mutex<Tables>>,
}

impl MemoryJournal {
    /// An empty journal.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for MemoryJournal {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        if plan.is_empty() {
            return Ok(());
        }
        readable(plan)?;
        let mut tables = self.tables();
        if let Some(command) = plan.command.as_ref().filter(|command| tables.commands.contains_key(*command))
        {
            return Err(AppendError::CommandReused(command.clone()).into());
        }
        if let Some((leaf, index)) = plan.last.zip(plan.seen.checked_sub(1)) {
            let folded = usize::try_from(index).ok().and_then(|place| tables.log.get(place));
            if folded.is_none_or(|row| row.leaf != leaf) {
                return Err(StoreError::Exchanged { index });
            }
        }
        // In the order in which a database is asked: by name, a stream that grows before one that was read.
        let grown = plan.streams.iter().filter_map(|stream| {
            let actual = tables.heads.get(&stream.stream).copied();
            let error = AppendError::Conflict { stream: stream.stream.clone(), actual };
            (actual != stream.expected).then_some((&stream.stream, error))
        });
        let moved = plan.guards.iter().filter_map(|(stream, version)| {
            let error = AppendError::GuardMoved { stream: stream.clone() };
            (tables.heads.get(stream) != Some(version)).then_some((stream, error))
        });
        let ended = plan.removed.iter().filter_map(|of| {
            let error = AppendError::GuardMoved { stream: of.stream.clone() };
            (tables.heads.get(&of.stream) != Some(&of.version)).then_some((&of.stream, error))
        });
        if let Some((_, error)) = grown.chain(moved).chain(ended).min_by_key(|(stream, _)| *stream) {
            return Err(error.into());
        }
        let seen = usize::try_from(plan.seen).unwrap_or(usize::MAX);
        let grown =
            |process: &&SmolStr| tables.events.iter().skip(seen).any(|event| event.process == **process);
        if let Some(process) = plan.processes.iter().find(grown) {
            let stream = smol_str::format_smolstr!("{process}/*");
            return Err(AppendError::GuardMoved { stream }.into());
        }
        if let Some(of) = plan.removed.iter().find(|of| !tables.is_there(of)) {
            return Err(AppendError::GuardMoved { stream: of.stream.clone() }.into());
        }
        for stream in &plan.streams {
            tables.heads.insert(stream.stream.clone(), stream.version);
        }
        if let Some(command) = &plan.command {
            tables.commands.insert(command.clone(), Outcome::of(plan));
        }
        tables.events.extend(plan.events.iter().cloned());
        tables.personal.extend(plan.personal.iter().cloned());
        let goes =
            |row: &PersonalRow, gone: &Erased| row.stream == gone.stream && row.version == gone.version;
        tables.personal.retain(|row| plan.erased.iter().all(|gone| !goes(row, gone)));
        for gone in &plan.erased {
            tables.forget(|event| event.stream == gone.stream && event.version == gone.version);
        }
        plan.removed.iter().for_each(|of| tables.remove(of));
        Ok(())
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        let mut tables = self.tables();
        let Tables { events, log, .. } = &mut *tables;
        for event in events.iter().skip(log.len()) {
            let index = u64::try_from(log.len()).unwrap_or(u64::MAX);
            let line = placed(&event.text, index)
                .ok_or_else(|| StoreError::Corrupt("a text that is no event".into()))?;
            let leaf = leaf_hash(line.as_bytes());
            log.push(LogRow { index, entry: LogEntry::Line(line), leaf });
        }
        Ok(())
    }

    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(self.tables().log.iter().skip(from).take(most).cloned().collect())
    }

    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        let tables = self.tables();
        let there = tables.events.iter().filter(|event| !tables.gone.contains_key(&event.stream));
        let own = there.filter(|event| event.stream == stream && event.version > after);
        Ok(own.take(most).cloned().collect())
    }

    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        let tables = self.tables();
        let [from, until] = [from, until].map(|index| usize::try_from(index).unwrap_or(usize::MAX));
        let asked = tables.events.iter().take(until).skip(from);
        let of = |event: &EventRow| {
            let own = tables
                .personal
                .iter()
                .filter(|row| row.stream == event.stream && row.version == event.version);
            own.cloned().collect::<Vec<_>>()
        };
        Ok(asked.flat_map(of).collect())
    }

    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        Ok(self.tables().commands.get(command).copied())
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { durable: false, processes: false, host_transaction: false }
    }

    fn pause(&mut self, _milliseconds: u64) {}
}
