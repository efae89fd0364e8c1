//! What a disposal does to the whole once it is carried out. 处置的执行
//!
//! A record that is disposed of leaves the state; its stream is closed for ever at the version that it had. So the state is the same
//! whether its events are folded up to there or are no longer to be had. Personal values that are erased leave the records and the
//! journal in memory; what they commit to stays, and with it every digest (ADR 19).

use super::processes::{ProcessName, Records, Registered, StreamKey, Visit, What, visit};
use super::{ServiceManagementSystem, SystemEvent};
use crate::governance::disposal::{CarriedOut, DisposedRecord};
use crate::governance::{DisposalEvent, DisposalOrder, DisposalPhase, NamedEvents};
use crate::kernel::{Code, Digest, Erased, EventBody, EventHead, RecordId};
use serde::Serialize;
use smol_str::{SmolStr, format_smolstr};
use std::collections::{BTreeMap, BTreeSet};

/// What stays of a record that was disposed of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tombstone {
    /// The disposal that says so.
    pub by: RecordId,
    /// The last version of its stream, which never has another.
    pub version: u64,
}

/// The personal values that are to be deleted wherever they are kept.
pub(super) fn erases(what: &What) -> Vec<Erased> {
    let What::Disposal(DisposalEvent::CarriedOut(done)) = what else { return Vec::new() };
    let erased = done.erased.iter().flat_map(|of| {
        let stream = format_smolstr!("{}", of.named());
        of.versions.iter().map(move |version| Erased {
            stream: stream.clone(),
            version: *version,
            before: false,
        })
    });
    let disposed = done.disposed.iter().map(|of| Erased {
        stream: format_smolstr!("{}/{}", of.process, of.record),
        version: of.version,
        before: true,
    });
    erased.chain(disposed).collect()
}

impl ServiceManagementSystem {
    /// How many personal values are not held here although no disposal has erased them: where the journal is kept with them, they were
    /// deleted beside the library, or are not those that were committed to, which are never shown.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "they are counted, and nothing is decided")]
    pub fn missing_personal_values(&self) -> u64 {
        let mut gone: BTreeMap<SmolStr, (u64, BTreeSet<u64>)> = BTreeMap::new();
        for Erased { stream, version, before } in
            self.journal.events().iter().flat_map(|event| event.body.erases())
        {
            let (until, versions) = gone.entry(stream).or_default();
            if before {
                *until = version.max(*until);
            } else {
                versions.insert(version);
            }
        }
        let missing = |event: &SystemEvent| {
            let fields = event.body.commitments().len();
            if fields == 0 {
                return 0;
            }
            let stream = format_smolstr!("{}/{}", event.body.process(), event.head.record);
            let erased = gone.get(&stream).is_some_and(|(until, versions)| {
                event.head.version <= *until || versions.contains(&event.head.version)
            });
            if erased { 0 } else { fields.saturating_sub(event.body.personal().len()) }
        };
        let counted = self.journal.events().iter().map(missing).fold(0_usize, usize::saturating_add);
        u64::try_from(counted).unwrap_or(u64::MAX)
    }
}

fn key(process: &Code, record: &RecordId) -> Option<StreamKey> {
    let process = ProcessName::from_code(process.as_str())?;
    Some(StreamKey { process, record: record.clone() })
}

/// Takes a record out of the state; its id stays taken.
struct Remove<'a>(&'a mut Records, &'a RecordId);

impl Visit for Remove<'_> {
    type Output = ();
    fn visit<P: Registered + 'static>(self) {
        P::records_mut(self.0).remove(self.1);
        self.0.number(P::NAME, P::LIFECYCLE.prefix, self.1);
    }
}

/// Forgets what the personal fields of a record hold, as far as they commit to the same.
struct Forget<'a>(&'a mut Records, &'a RecordId, &'a BTreeSet<Digest>);

impl Visit for Forget<'_> {
    type Output = ();
    fn visit<P: Registered + 'static>(self) {
        let Some(record) = P::records_mut(self.0).get_mut(self.1) else { return };
        for held in P::personal_of(record) {
            if self.2.contains(&held.commitment()) {
                *held = held.erased();
            }
        }
    }
}

impl Records {
    /// Folds one event in; `false` when it belongs to no record and opens none, or its record was disposed of.
    pub(super) fn apply(&mut self, head: &EventHead, what: &What) -> bool {
        let of = || Some(StreamKey { process: what.name(), record: head.record.clone() });
        if !self.disposed.is_empty() && of().is_some_and(|key| self.disposed.contains_key(&key)) {
            return false;
        }
        let folded = self.fold(head, what);
        if let What::Disposal(DisposalEvent::CarriedOut(done)) = what {
            for of in &done.disposed {
                self.dispose(of, &head.record);
            }
        }
        folded
    }

    fn dispose(&mut self, of: &DisposedRecord, by: &RecordId) {
        let Some(key) = key(&of.process, &of.record) else { return };
        visit(key.process, Remove(self, &key.record));
        self.disposed.insert(key, Tombstone { by: by.clone(), version: of.version });
    }

    /// What stays of a record that was disposed of.
    pub(super) fn tombstone(&self, key: &StreamKey) -> Option<&Tombstone> {
        self.disposed.get(key)
    }

    /// The same of all of them, by stream.
    pub(super) fn tombstones(&self) -> BTreeMap<SmolStr, &Tombstone> {
        self.disposed.iter().map(|(key, stays)| (format_smolstr!("{}", key.stream()), stays)).collect()
    }
}

impl ServiceManagementSystem {
    /// The records that were disposed of, by process and id, and what stays of each.
    pub fn disposed(&self) -> impl Iterator<Item = (&StreamKey, &Tombstone)> {
        self.records.disposed.iter()
    }

    /// What a disposal means to everything that is not the state: timers, indexes, and the journal in memory.
    pub(super) fn carried_out(&mut self, done: &CarriedOut) {
        let disposed: BTreeSet<StreamKey> =
            done.disposed.iter().filter_map(|of| key(&of.process, &of.record)).collect();
        if !disposed.is_empty() {
            self.queue.retain(|(_, key)| !disposed.contains(key));
            let incidents = disposed.iter().filter(|key| key.process == ProcessName::Incident);
            incidents.for_each(|key| self.recurrence.forget(&key.record));
        }
        self.erase(&done.erased, &disposed);
    }

    /// The same for every disposal of a journal that was read: a store may have kept what it should not have.
    pub(super) fn erase_again(&mut self) {
        let done = self.records.disposals.values().filter(|of| of.phase == DisposalPhase::CarriedOut);
        let erasures = done.filter_map(|of| match &of.order {
            DisposalOrder::Erase(erasure) => Some(&erasure.events),
            DisposalOrder::Dispose(_) => None,
        });
        let erased: Vec<NamedEvents> = erasures.flatten().cloned().collect();
        let disposed: BTreeSet<StreamKey> = self.records.disposed.keys().cloned().collect();
        self.erase(&erased, &disposed);
    }

    /// Forgets personal values: of the events named, and of all events of streams that are closed.
    fn erase(&mut self, events: &[NamedEvents], disposed: &BTreeSet<StreamKey>) {
        let mut named: BTreeMap<StreamKey, BTreeSet<u64>> = BTreeMap::new();
        for of in events {
            if let Some(key) = key(&of.process, &of.record) {
                named.entry(key).or_default().extend(&of.versions);
            }
        }
        if named.is_empty() && disposed.is_empty() {
            return;
        }
        let mut committed: BTreeMap<StreamKey, BTreeSet<Digest>> = BTreeMap::new();
        self.journal.amend(|event: &mut SystemEvent| {
            let key = StreamKey { process: event.body.name(), record: event.head.record.clone() };
            let of = named.get(&key).is_some_and(|versions| versions.contains(&event.head.version));
            if of {
                let commitments = event.body.commitments().into_iter().map(|(_, commitment)| commitment);
                committed.entry(key.clone()).or_default().extend(commitments);
            }
            if of || disposed.contains(&key) {
                event.body.erase();
            }
        });
        for (key, committed) in &committed {
            visit(key.process, Forget(&mut self.records, &key.record, committed));
        }
    }
}
