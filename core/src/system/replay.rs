//! Replay: the same journal gives the same system. 重放

use super::processes::{Standing, StreamKey};
use super::{ServiceManagementSystem, SystemEvent, SystemJournal};
use crate::evidence::leaf_hash;
use crate::kernel::{
    Digest, Entry, EventBody, Gone, Instant, JournalError, LogEntry, LogRow, PersonalRow, TenantId,
};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An entry of a store's log that was read and held against its hash, and is not folded yet.
#[derive(Clone, Debug)]
pub struct ReadEntry {
    index: u64,
    leaf: Digest,
    entry: Read,
}

#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "all but a few are events, and each moves once")]
enum Read {
    /// An event, and its line where it holds what this version does not know.
    Event {
        event: SystemEvent,
        other: Option<Arc<str>>,
    },
    Gone(Gone),
}

impl ReadEntry {
    /// Reads a row. It asks nothing of the system, so that many may be read at once.
    ///
    /// # Errors
    /// `journal.altered` where it is not what was hashed, and what is wrong with an event that cannot be read.
    pub fn read(row: &LogRow) -> Result<Self, JournalError> {
        let (line, leaf) = (row.index, row.leaf);
        let entry = match &row.entry {
            LogEntry::Gone(gone) => Read::Gone(gone.clone()),
            LogEntry::Line(text) if leaf_hash(text.as_bytes()) != leaf => {
                return Err(JournalError::Altered { line });
            }
            LogEntry::Line(text) => {
                let (event, own) = SystemEvent::decode_noting(text.as_bytes())
                    .map_err(|error| JournalError::Entry { line, error })?;
                Read::Event { event, other: (!own).then(|| Arc::from(text.as_str())) }
            }
        };
        Ok(Self { index: line, leaf, entry })
    }

    /// Its place in the log.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }
}

impl ServiceManagementSystem {
    /// Folds a journal from its first entry.
    ///
    /// # Errors
    /// [`JournalError`] when an entry's index, version or instant does not follow, its record was never opened, or its text is gone
    /// though no disposal took it.
    pub fn replay(journal: SystemJournal) -> Result<Self, JournalError> {
        Self::new().folding(journal)?.if_whole()
    }

    /// The same for the journal of a tenant.
    ///
    /// # Errors
    /// As [`replay`](Self::replay).
    pub fn replay_for(tenant: TenantId, journal: SystemJournal) -> Result<Self, JournalError> {
        Self::for_tenant(tenant).folding(journal)?.if_whole()
    }

    fn if_whole(self) -> Result<Self, JournalError> {
        self.is_whole().map(|()| self)
    }

    fn folding(mut self, journal: SystemJournal) -> Result<Self, JournalError> {
        for (line, entry) in (0_u64..).zip(journal.entries()) {
            match entry {
                Entry::Event(event) => {
                    let key = StreamKey { process: event.body.name(), record: event.head.record.clone() };
                    let standing = self.records.standing(&key);
                    self.admit(line, event, &key, standing.as_ref())?;
                }
                Entry::Gone(gone) => {
                    // What is read at once cannot be gone by half.
                    if self.admit_gone(line, gone)?.is_some() {
                        return Err(JournalError::Dropped { line });
                    }
                }
            }
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
    /// Where several write, one whose clock was behind, or whose transaction took long, may stand after it. Records that were disposed of
    /// since are not in it: their events are gone.
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
    /// As [`replay`](Self::replay), and `journal.altered` where an entry is not what was hashed. Whether a disposal took all that is gone
    /// is known only where the log ends: whoever has reached it asks whether the system [is whole](Self::is_whole).
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
        let from = self.journal.next_index();
        for entry in entries {
            let ReadEntry { index, leaf, entry } = entry?;
            let line = self.journal.next_index();
            let (mut event, other) = match entry {
                Read::Event { event, other } => (event, other),
                Read::Gone(gone) => {
                    if index != line {
                        return Err(JournalError::Index { line, found: index });
                    }
                    // What was read earlier may have been disposed of since; what is read at once cannot be gone by half.
                    if let Some(key) = self.admit_gone(line, &gone)?
                        && self.journal.events_since(from).iter().any(|event| key.is_of(event))
                    {
                        self.vanished.remove(&key);
                        return Err(JournalError::Dropped { line });
                    }
                    self.journal.push_gone(leaf, gone);
                    continue;
                }
            };
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
        if !self.vanished.is_empty() {
            self.fits_what_is_gone(line, event)?;
        }
        match self.fold(event) {
            Ok(true) => Ok(()),
            Ok(false) => Err(JournalError::NotOpened { line, stream: stream() }),
            Err(fault) => Err(JournalError::Policy { line, fault }),
        }
    }
}
