//! Replay: the same journal gives the same system. 重放

use super::processes::{StreamKey, What};
use super::{ServiceManagementSystem, SystemEvent, SystemJournal};
use crate::kernel::{EventBody, Instant, JournalError, StreamId, TenantId};

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
        let mut recorded_at = Instant::MIN;
        for (line, event) in (0_u64..).zip(journal.events()) {
            self.admit(line, event, recorded_at)?;
            recorded_at = event.head.recorded_at;
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

    /// The system as it was at an instant, of the same tenant: everything recorded up to and including it.
    ///
    /// # Errors
    /// As [`replay`](Self::replay); a journal that this system wrote itself has no such fault.
    pub fn as_of(&self, recorded_at: Instant) -> Result<Self, JournalError> {
        let then = Self { tenant: self.tenant.clone(), ..Self::new() };
        then.folding(self.journal.up_to(recorded_at))
    }

    fn admit(&mut self, line: u64, event: &SystemEvent, last: Instant) -> Result<(), JournalError> {
        let head = &event.head;
        if head.index != line {
            return Err(JournalError::Index { line, found: head.index });
        }
        if head.recorded_at < last {
            return Err(JournalError::RecordedBefore { line });
        }
        let stream = || stream(&event.body, head.record.clone());
        if let Some(expected) = self.follows(event) {
            let stream = stream().to_string().into();
            return Err(JournalError::Version { line, stream, expected, found: head.version });
        }
        match self.fold(event) {
            Ok(true) => Ok(()),
            Ok(false) => Err(JournalError::NotOpened { line, stream: stream().to_string().into() }),
            Err(fault) => Err(JournalError::Policy { line, fault }),
        }
    }

    /// The version that would follow, when the event states another.
    fn follows(&self, event: &SystemEvent) -> Option<u64> {
        let key = StreamKey::of(&stream(&event.body, event.head.record.clone()))?;
        let expected = self.records.version(&key).unwrap_or(0).saturating_add(1);
        (event.head.version != expected).then_some(expected)
    }
}

fn stream(what: &What, record: crate::kernel::RecordId) -> StreamId {
    StreamId { process: what.process(), record }
}
