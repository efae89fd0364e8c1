//! Replay: the same journal gives the same system. 重放

use super::processes::{Standing, StreamKey};
use super::{ServiceManagementSystem, SystemEvent, SystemJournal};
use crate::evidence::leaf_hash;
use crate::kernel::{Digest, EventBody, Instant, JournalError, LogRow, PersonalRow, TenantId};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// An entry of a store's log that was read and held against its hash, and is not folded yet.
#[derive(Clone, Debug)]
pub struct ReadEntry {
    event: SystemEvent,
    leaf: Digest,
    /// Its line, where it holds what this version does not know.
    other: Option<String>,
}

impl ReadEntry {
    /// Reads a row. It asks nothing of the system, so that many may be read at once.
    ///
    /// # Errors
    /// `journal.altered` where it is not what was hashed, and what is wrong with an event that cannot be read.
    pub fn read(row: &LogRow) -> Result<Self, JournalError> {
        let line = row.index;
        if leaf_hash(row.line.as_bytes()) != row.leaf {
            return Err(JournalError::Altered { line });
        }
        let (event, own) = SystemEvent::decode_noting(row.line.as_bytes())
            .map_err(|error| JournalError::Entry { line, error })?;
        Ok(Self { event, leaf: row.leaf, other: (!own).then(|| row.line.clone()) })
    }

    /// Its place in the log.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.event.head.index
    }
}

impl ServiceManagementSystem {
    /// Folds a journal from its first entry.
    ///
    /// # Errors
    /// [`JournalError`] when an entry's index, version or instant does not follow, or its record was never opened.
    pub fn replay(journal: SystemJournal) -> Result<Self, JournalError> {
        Self::new().folding(journal)
    }

    /// The same for the journal of a tenant.
    ///
    /// # Errors
    /// As [`replay`](Self::replay).
    pub fn replay_for(tenant: TenantId, journal: SystemJournal) -> Result<Self, JournalError> {
        Self::for_tenant(tenant).folding(journal)
    }

    fn folding(mut self, journal: SystemJournal) -> Result<Self, JournalError> {
        for (line, event) in (0_u64..).zip(journal.events()) {
            let key = StreamKey { process: event.body.name(), record: event.head.record.clone() };
            let standing = self.records.standing(&key);
            self.admit(line, event, &key, standing.as_ref())?;
        }
        self.queue = self.records.wakeups().into_iter().collect();
        self.journal = journal;
        self.erase_again();
        Ok(self)
    }

    /// Folds events that were decoded elsewhere, in order.
    ///
    /// # Errors
    /// As [`replay`](Self::replay).
    pub fn replay_events(events: Vec<SystemEvent>) -> Result<Self, JournalError> {
        let mut journal = SystemJournal::default();
        for event in events {
            journal.push(event, None);
        }
        Self::replay(journal)
    }

    /// The system as it was at an instant, of the same tenant: everything that stands before the first entry that was recorded later.
    /// Where several write, one whose clock was behind, or whose transaction took long, may stand after it.
    ///
    /// # Errors
    /// As [`replay`](Self::replay); a journal that this system wrote itself has no such fault.
    pub fn as_of(&self, recorded_at: Instant) -> Result<Self, JournalError> {
        let then = Self { tenant: self.tenant.clone(), ..Self::new() };
        then.folding(self.journal.up_to(recorded_at))
    }

    /// Follows the log of a store: folds the entries that come next, in order. What is refused, and all after it, is not folded.
    ///
    /// Where several write, this is how each of them learns of the others, and how what it appended itself takes its place.
    ///
    /// # Errors
    /// As [`replay`](Self::replay), and `journal.altered` where an entry is not what was hashed.
    pub fn follow(&mut self, rows: impl IntoIterator<Item = LogRow>) -> Result<(), JournalError> {
        self.follow_with(rows, &[])
    }

    /// The same with the personal values of these entries. One that an entry does not commit to is left out: it is not what was said.
    ///
    /// # Errors
    /// As [`follow`](Self::follow).
    pub fn follow_with(
        &mut self,
        rows: impl IntoIterator<Item = LogRow>,
        personal: &[PersonalRow],
    ) -> Result<(), JournalError> {
        self.follow_read(rows.into_iter().map(|row| ReadEntry::read(&row)), personal)
    }

    /// The same of entries that were read before, by another thread for instance. Reading and folding cost about the same.
    ///
    /// # Errors
    /// As [`follow`](Self::follow).
    pub fn follow_read(
        &mut self,
        entries: impl IntoIterator<Item = Result<ReadEntry, JournalError>>,
        personal: &[PersonalRow],
    ) -> Result<(), JournalError> {
        let mut held: BTreeMap<(&str, u64), Vec<&PersonalRow>> = BTreeMap::new();
        for row in personal {
            held.entry((&row.stream, row.version)).or_default().push(row);
        }
        for entry in entries {
            let ReadEntry { mut event, leaf, other } = entry?;
            let line = self.journal.next_index();
            let key = StreamKey { process: event.body.name(), record: event.head.record.clone() };
            if !held.is_empty() {
                let stream = key.stream().to_string();
                for row in held.get(&(stream.as_str(), event.head.version)).into_iter().flatten() {
                    let _ = event.body.restore(&row.path, *row.salt.bytes(), &row.value);
                }
            }
            let standing = self.records.standing(&key);
            self.admit(line, &event, &key, standing.as_ref())?;
            self.journal.push_stored(event, leaf, other);
            self.requeue(key, standing.and_then(|standing| standing.due));
        }
        Ok(())
    }

    /// Folds an event where it follows: the journal, and its record as it stands.
    fn admit(
        &mut self,
        line: u64,
        event: &SystemEvent,
        key: &StreamKey,
        standing: Option<&Standing>,
    ) -> Result<(), JournalError> {
        let head = &event.head;
        if head.index != line {
            return Err(JournalError::Index { line, found: head.index });
        }
        let stream = || SmolStr::from(key.stream().to_string());
        let version = standing.map(|standing| standing.version);
        let version = version.or_else(|| self.records.tombstone(key).map(|stays| stays.version));
        let expected = version.unwrap_or(0).saturating_add(1);
        if head.version != expected {
            return Err(JournalError::Version { line, stream: stream(), expected, found: head.version });
        }
        if standing.is_some_and(|standing| head.recorded_at < standing.updated_at) {
            return Err(JournalError::RecordedBefore { line });
        }
        match self.fold(event) {
            Ok(true) => Ok(()),
            Ok(false) => Err(JournalError::NotOpened { line, stream: stream() }),
            Err(fault) => Err(JournalError::Policy { line, fault }),
        }
    }
}
