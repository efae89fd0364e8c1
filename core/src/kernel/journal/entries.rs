//! The journal in memory: its entries in order, and the commands they came of.

use super::Gone;
use crate::kernel::{CommandId, Digest, Event, EventBody, EventError, Instant, RecordId};
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A journal that cannot be read on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// An entry that cannot be read.
    #[error("entry {line}: {error}")]
    Entry {
        /// Which entry, counted from 0.
        line: u64,
        /// What is wrong with it.
        error: EventError,
    },
    /// The index of an entry does not follow its predecessor's.
    #[error("entry {line} has index {found}")]
    Index {
        /// Which entry, counted from 0.
        line: u64,
        /// The index it states.
        found: u64,
    },
    /// The version of an entry does not follow its stream's.
    #[error("entry {line}: `{stream}` is at version {expected}, the entry states {found}")]
    Version {
        /// Which entry, counted from 0.
        line: u64,
        /// Its stream.
        stream: SmolStr,
        /// The version that would follow.
        expected: u64,
        /// The version it states.
        found: u64,
    },
    /// An entry of a record that no entry has opened.
    #[error("entry {line}: `{stream}` was not opened")]
    NotOpened {
        /// Which entry, counted from 0.
        line: u64,
        /// Its stream.
        stream: SmolStr,
    },
    /// A policy that does not compile, which no system has published.
    #[error("entry {line}: {fault}")]
    Policy {
        /// Which entry, counted from 0.
        line: u64,
        /// What is wrong with it.
        fault: String,
    },
    /// An entry recorded before something had happened to its record that stands ahead of it.
    #[error("entry {line} was recorded before what its record had gone through")]
    RecordedBefore {
        /// Which entry, counted from 0.
        line: u64,
    },
    /// An entry of a store that is not what was hashed when it took its place.
    #[error("entry {line} is not what was appended: its hash is another")]
    Altered {
        /// Which entry, counted from 0.
        line: u64,
    },
    /// An entry whose text is gone though no disposal took it, or that does not fit what a disposal took of its stream.
    #[error("entry {line}: of its stream text is gone that no disposal took")]
    Dropped {
        /// Which entry, counted from 0.
        line: u64,
    },
}

impl JournalError {
    /// The stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Entry { error, .. } => error.code(),
            Self::Index { .. } => "journal.index",
            Self::Version { .. } => "journal.version",
            Self::NotOpened { .. } => "journal.not_opened",
            Self::Policy { .. } => "journal.policy",
            Self::RecordedBefore { .. } => "journal.recorded_before",
            Self::Altered { .. } | Self::Dropped { .. } => "journal.altered",
        }
    }

    /// Which entry, counted from 0.
    #[must_use]
    pub const fn line(&self) -> u64 {
        match self {
            Self::Entry { line, .. }
            | Self::Index { line, .. }
            | Self::Version { line, .. }
            | Self::NotOpened { line, .. }
            | Self::Policy { line, .. }
            | Self::RecordedBefore { line }
            | Self::Altered { line }
            | Self::Dropped { line } => *line,
        }
    }
}

/// What a command appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The digest of the command, where this journal saw the command and not only its events.
    pub digest: Option<Digest>,
    /// The index of its first event.
    pub first_index: u64,
    /// How many events it appended, whether they are still there or were destroyed with their records.
    pub events: u64,
}

/// What stands at a place of a journal.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a, B> {
    /// An event.
    Event(&'a Event<B>),
    /// What stays of one whose record was disposed of.
    Gone(&'a Gone),
}

/// A journal in memory: the events in order, and the commands they came of.
#[derive(Clone, Debug)]
pub struct Journal<B> {
    entries: Vec<Event<B>>,
    // The text that the first entries were read from; it may hold fields that this version does not know.
    read: Arc<str>,
    lines: Vec<Range<usize>>,
    // Entries of a store that hold what this version does not know, and the hashes of all that came from there.
    others: BTreeMap<u64, Arc<str>>,
    leaves: BTreeMap<u64, Digest>,
    // What stays of entries that were destroyed, by index. Where it is empty, the place of an event is its index.
    gone: BTreeMap<u64, (Digest, Gone)>,
    commands: BTreeMap<CommandId, Outcome>,
    latest: Instant,
}

impl<B> Default for Journal<B> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            read: Arc::from(""),
            lines: Vec::new(),
            others: BTreeMap::new(),
            leaves: BTreeMap::new(),
            gone: BTreeMap::new(),
            commands: BTreeMap::new(),
            latest: Instant::MIN,
        }
    }
}

impl<B> Journal<B> {
    /// The events in the order of their index. Those of records that were disposed of are [gone](Self::gone), so the place of an event
    /// among them need not be its index.
    #[must_use]
    pub fn events(&self) -> &[Event<B>] {
        &self.entries
    }

    /// The same, without those before an index.
    #[must_use]
    pub fn events_since(&self, index: u64) -> &[Event<B>] {
        self.entries.get(self.place_from(index)..).unwrap_or_default()
    }

    /// What stays of the entries that were destroyed with their records, by index, each with its hash in the tree.
    pub fn gone(&self) -> impl Iterator<Item = (u64, Digest, &Gone)> {
        self.gone.iter().map(|(index, (leaf, gone))| (*index, *leaf, gone))
    }

    /// Every entry in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_, B>> {
        let mut events = self.entries.iter();
        (0..self.next_index()).filter_map(move |index| match self.gone.get(&index) {
            Some((_, gone)) => Some(Entry::Gone(gone)),
            None => events.next().map(Entry::Event),
        })
    }

    /// Where among the events those from an index on begin.
    fn place_from(&self, index: u64) -> usize {
        if self.gone.is_empty() {
            return usize::try_from(index).unwrap_or(usize::MAX);
        }
        self.entries.partition_point(|event| event.head.index < index)
    }

    /// Where among the events that of an index stands.
    fn place_of(&self, index: u64) -> Option<usize> {
        if self.gone.contains_key(&index) { None } else { Some(self.place_from(index)) }
    }

    /// Lets something be forgotten that the entries' bytes do not hold.
    pub(crate) fn amend(&mut self, forget: impl FnMut(&mut Event<B>)) {
        self.entries.iter_mut().for_each(forget);
    }

    /// The index of the next event.
    #[must_use]
    pub fn next_index(&self) -> u64 {
        let entries = self.entries.len().saturating_add(self.gone.len());
        u64::try_from(entries).unwrap_or(u64::MAX)
    }

    /// The latest instant at which one of its events was recorded. Where several write, a clock that is behind may have written the
    /// last one.
    #[must_use]
    pub fn latest(&self) -> Option<Instant> {
        (!self.entries.is_empty()).then_some(self.latest)
    }

    /// What was appended for that command, if it was carried out.
    #[must_use]
    pub fn outcome(&self, command: &CommandId) -> Option<Outcome> {
        self.commands.get(command).copied()
    }

    /// How many events of a command were destroyed with their records.
    #[must_use]
    pub fn gone_of(&self, command: &CommandId) -> u64 {
        let of = self.gone.values().filter(|(_, gone)| gone.command.as_ref() == Some(command));
        u64::try_from(of.count()).unwrap_or(u64::MAX)
    }

    fn note(&mut self, command: &CommandId, index: u64, digest: Option<Digest>) {
        let first = Outcome { digest, first_index: index, events: 0 };
        let outcome = self.commands.entry(command.clone()).or_insert(first);
        outcome.events = outcome.events.saturating_add(1);
    }

    /// Takes over an event; `digest` is that of its command, where it is known.
    pub fn push(&mut self, event: Event<B>, digest: Option<Digest>) {
        if let Some(command) = &event.head.command {
            self.note(command, event.head.index, digest);
        }
        self.latest = self.latest.max(event.head.recorded_at);
        self.entries.push(event);
    }

    /// Takes over an entry of a store with the hash it has there; `line` where it holds what this version does not know.
    pub(crate) fn push_stored(&mut self, event: Event<B>, leaf: Digest, line: Option<Arc<str>>) {
        let index = event.head.index;
        self.leaves.insert(index, leaf);
        self.others.extend(line.map(|line| (index, line)));
        self.push(event, None);
    }

    /// Takes over what stays of an entry that was destroyed, with its hash; it stands at the next index.
    pub(crate) fn push_gone(&mut self, leaf: Digest, gone: Gone) {
        let index = self.next_index();
        if let Some(command) = &gone.command {
            self.note(command, index, None);
        }
        self.gone.insert(index, (leaf, gone));
    }

    /// The hash of an entry as a leaf of the tree, where it came with one.
    #[must_use]
    pub fn leaf(&self, index: u64) -> Option<Digest> {
        self.leaves.get(&index).copied().or_else(|| self.gone.get(&index).map(|(leaf, _)| *leaf))
    }

    /// The same of the last entry.
    pub(crate) fn last_leaf(&self) -> Option<Digest> {
        self.leaf(self.next_index().checked_sub(1)?)
    }

    /// The entries recorded up to and including an instant: those before the first that was recorded later. When an entry was recorded
    /// that is [gone](Self::gone), nobody knows.
    #[must_use]
    pub fn up_to(&self, recorded_at: Instant) -> Self
    where
        B: Clone,
    {
        let later = self.entries.iter().position(|event| event.head.recorded_at > recorded_at);
        let count = later.unwrap_or(self.entries.len());
        let next = later.and_then(|later| self.entries.get(later));
        let next = next.map_or_else(|| self.next_index(), |later| later.head.index);
        let mut journal = Self {
            read: Arc::clone(&self.read),
            lines: self.lines.iter().take(count).cloned().collect(),
            others: self.others.range(..next).map(|(index, line)| (*index, Arc::clone(line))).collect(),
            leaves: self.leaves.range(..next).map(|(index, leaf)| (*index, *leaf)).collect(),
            ..Self::default()
        };
        for (index, entry) in (0..next).zip(self.entries()) {
            match entry {
                Entry::Event(event) => {
                    let outcome = event.head.command.as_ref().and_then(|id| self.outcome(id));
                    journal.push(event.clone(), outcome.and_then(|outcome| outcome.digest));
                }
                Entry::Gone(gone) => {
                    let leaf = self.leaf(index).unwrap_or_else(|| Digest::of(b""));
                    journal.push_gone(leaf, gone.clone());
                }
            }
        }
        journal
    }
}

impl<B: EventBody> Journal<B> {
    /// Reads a journal of one canonical JSON document a line.
    ///
    /// # Errors
    /// [`JournalError`] with the entry at fault. Numbering within streams is checked by the fold.
    pub fn from_lines(text: &str) -> Result<Self, JournalError> {
        let mut journal = Self { read: Arc::from(text), ..Self::default() };
        let mut end = 0_usize;
        for piece in text.split_inclusive('\n') {
            let begin = end;
            end = end.saturating_add(piece.len());
            let bytes = piece.trim_end_matches(['\n', '\r']);
            if bytes.is_empty() {
                continue;
            }
            let line = journal.next_index();
            if let Some((index, leaf, gone)) = Gone::read(bytes) {
                if index != line {
                    return Err(JournalError::Index { line, found: index });
                }
                journal.push_gone(leaf, gone);
                continue;
            }
            let event =
                Event::decode(bytes.as_bytes()).map_err(|error| JournalError::Entry { line, error })?;
            if event.head.index != line {
                return Err(JournalError::Index { line, found: event.head.index });
            }
            journal.lines.push(begin..begin.saturating_add(bytes.len()));
            journal.push(event, None);
        }
        Ok(journal)
    }

    /// The exact bytes of an entry: as they were read, or canonical. None, where they were destroyed with their record.
    #[must_use]
    pub fn bytes(&self, index: u64) -> Option<Vec<u8>> {
        if let Some(line) = self.others.get(&index) {
            return Some(line.as_bytes().to_vec());
        }
        let place = self.place_of(index)?;
        match self.lines.get(place) {
            Some(line) => self.read.get(line.clone()).map(|read| read.as_bytes().to_vec()),
            None => self.entries.get(place).map(Event::canonical_bytes),
        }
    }

    /// The journal as one canonical JSON document a line. What stays of an entry that was destroyed is a [line of its own](Gone::line).
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut text = String::new();
        for index in 0..self.next_index() {
            match self.gone.get(&index) {
                Some((leaf, gone)) => text.push_str(&gone.line(index, *leaf)),
                None => text.push_str(&String::from_utf8_lossy(&self.bytes(index).unwrap_or_default())),
            }
            text.push('\n');
        }
        text
    }

    /// Destroys the text of every event that a disposal has taken. What it is hashed to stays, and its command's id.
    pub(crate) fn destroy(
        &mut self,
        hashed: fn(&[u8]) -> Digest,
        taken: impl Fn(&Event<B>) -> Option<RecordId>,
    ) {
        let gone = |event: &Event<B>| {
            let index = event.head.index;
            let hashed = || hashed(&self.bytes(index).unwrap_or_default());
            let gone = Gone {
                stream: format_smolstr!("{}/{}", event.body.process(), event.head.record),
                version: event.head.version,
                command: event.head.command.clone(),
                disposal: taken(event)?,
            };
            Some((index, (self.leaf(index).unwrap_or_else(hashed), gone)))
        };
        let gone: BTreeMap<u64, _> = self.entries.iter().filter_map(gone).collect();
        if gone.is_empty() {
            return;
        }
        // Nothing of it stays in the text that was read either.
        let mut read = String::new();
        let mut lines = Vec::new();
        for (event, line) in self.entries.iter().zip(&self.lines) {
            if !gone.contains_key(&event.head.index) {
                let begin = read.len();
                read.push_str(self.read.get(line.clone()).unwrap_or_default());
                lines.push(begin..read.len());
            }
        }
        (self.read, self.lines) = (read.into(), lines);
        self.entries.retain(|event| !gone.contains_key(&event.head.index));
        self.others.retain(|index, _| !gone.contains_key(index));
        self.leaves.retain(|index, _| !gone.contains_key(index));
        self.gone.extend(gone);
    }
}
