//! The journal in memory: its entries in order, and the commands they came of.

use crate::kernel::{CommandId, Digest, Event, EventBody, EventError, Instant};
use smol_str::SmolStr;
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
            Self::Altered { .. } => "journal.altered",
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
            | Self::Altered { line } => *line,
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
    /// How many events it appended.
    pub events: u64,
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
            commands: BTreeMap::new(),
            latest: Instant::MIN,
        }
    }
}

impl<B> Journal<B> {
    /// The events in the order of their index.
    #[must_use]
    pub fn events(&self) -> &[Event<B>] {
        &self.entries
    }

    /// Lets something be forgotten that the entries' bytes do not hold.
    pub(crate) fn amend(&mut self, forget: impl FnMut(&mut Event<B>)) {
        self.entries.iter_mut().for_each(forget);
    }

    /// The index of the next event.
    #[must_use]
    pub fn next_index(&self) -> u64 {
        u64::try_from(self.entries.len()).unwrap_or(u64::MAX)
    }

    /// The latest instant at which one of its entries was recorded. Where several write, a clock that is behind may have written the
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

    /// Takes over an event; `digest` is that of its command, where it is known.
    pub fn push(&mut self, event: Event<B>, digest: Option<Digest>) {
        if let Some(command) = &event.head.command {
            let index = event.head.index;
            let outcome = self.commands.entry(command.clone()).or_insert(Outcome {
                digest,
                first_index: index,
                events: 0,
            });
            outcome.events = outcome.events.saturating_add(1);
        }
        self.latest = self.latest.max(event.head.recorded_at);
        self.entries.push(event);
    }

    /// Takes over an entry of a store with the hash it has there; `line` where it holds what this version does not know.
    pub(crate) fn push_stored(&mut self, event: Event<B>, leaf: Digest, line: Option<String>) {
        let index = event.head.index;
        self.leaves.insert(index, leaf);
        self.others.extend(line.map(|line| (index, Arc::from(line))));
        self.push(event, None);
    }

    /// The hash of an entry as a leaf of the tree, where it came with one.
    #[must_use]
    pub fn leaf(&self, index: u64) -> Option<Digest> {
        self.leaves.get(&index).copied()
    }

    /// The same of the last entry.
    pub(crate) fn last_leaf(&self) -> Option<Digest> {
        self.leaf(self.next_index().checked_sub(1)?)
    }

    /// The entries recorded up to and including an instant: those before the first that was recorded later.
    #[must_use]
    pub fn up_to(&self, recorded_at: Instant) -> Self
    where
        B: Clone,
    {
        let later = self.entries.iter().position(|event| event.head.recorded_at > recorded_at);
        let count = later.unwrap_or(self.entries.len());
        let next = u64::try_from(count).unwrap_or(u64::MAX);
        let mut journal = Self {
            read: Arc::clone(&self.read),
            lines: self.lines.iter().take(count).cloned().collect(),
            others: self.others.range(..next).map(|(index, line)| (*index, Arc::clone(line))).collect(),
            leaves: self.leaves.range(..next).map(|(index, leaf)| (*index, *leaf)).collect(),
            ..Self::default()
        };
        for event in self.entries.iter().take(count) {
            let outcome = event.head.command.as_ref().and_then(|id| self.outcome(id));
            journal.push(event.clone(), outcome.and_then(|outcome| outcome.digest));
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

    /// The exact bytes of an entry: as they were read, or canonical.
    #[must_use]
    pub fn bytes(&self, index: u64) -> Option<Vec<u8>> {
        let place = usize::try_from(index).ok()?;
        if let Some(line) = self.others.get(&index) {
            return Some(line.as_bytes().to_vec());
        }
        match self.lines.get(place) {
            Some(line) => self.read.get(line.clone()).map(|read| read.as_bytes().to_vec()),
            None => self.entries.get(place).map(Event::canonical_bytes),
        }
    }

    /// The journal as one canonical JSON document a line.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut text = String::new();
        for index in 0..self.next_index() {
            text.push_str(&String::from_utf8_lossy(&self.bytes(index).unwrap_or_default()));
            text.push('\n');
        }
        text
    }
}
