//! The journal: append plans, and a journal in memory. 日志
//!
//! A decision of the whole system is a plan: which streams grow, from which version, by which events, and what must still hold.
//! Planning is pure; appending is all or nothing (DECISIONS 2). Journals that last come with a store of their own.

use crate::kernel::{CommandId, Digest, Event, EventBody, EventError, Instant, RecordId, TenantId};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A stream: the events of one record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StreamId {
    /// The process the record belongs to.
    pub process: &'static str,
    /// The record.
    pub record: RecordId,
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.process, self.record)
    }
}

/// What a stream must look like for a plan to be appended. There is no "any".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It does not exist.
    NoStream,
    /// Its last version.
    Exact(u64),
}

/// Events for one stream; never empty.
#[derive(Clone, Debug)]
pub struct StreamAppend<B> {
    /// Which stream.
    pub stream: StreamId,
    /// What it must look like.
    pub expected: Expected,
    /// What happens to it.
    pub events: Vec<Event<B>>,
}

/// A version of another stream that the decision rests on; it must still hold at the append.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// Which stream.
    pub stream: StreamId,
    /// Its version when it was read.
    pub version: u64,
}

/// Everything that a command would append. Persist it, then confirm it.
#[derive(Clone, Debug)]
pub struct AppendPlan<B> {
    /// Whose system made it, where the host serves several.
    pub tenant: Option<TenantId>,
    /// The command, where the host named it.
    pub command: Option<CommandId>,
    /// The digest of the command, so that another command under the same id is noticed.
    pub digest: Digest,
    /// The streams that grow. Empty when the command was carried out before, or nothing was due.
    pub streams: Vec<StreamAppend<B>>,
    /// What must still hold.
    pub guards: Vec<Guard>,
}

impl<B> AppendPlan<B> {
    /// The events in the order of their index.
    pub fn events(&self) -> impl Iterator<Item = &Event<B>> {
        let mut events: Vec<_> = self.streams.iter().flat_map(|append| &append.events).collect();
        events.sort_by_key(|event| event.head.index);
        events.into_iter()
    }

    /// The same, taken out of the plan.
    #[must_use]
    pub fn into_events(self) -> Vec<Event<B>> {
        let mut events: Vec<_> = self.streams.into_iter().flat_map(|append| append.events).collect();
        events.sort_by_key(|event| event.head.index);
        events
    }

    /// How many events the plan appends.
    #[must_use]
    pub fn len(&self) -> usize {
        self.streams.iter().map(|append| append.events.len()).sum()
    }

    /// Whether the plan appends nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Why a plan could not be appended. Nothing was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// A stream has grown since: decide again.
    #[error("stream `{stream}` is at version {actual:?}, the plan was made for another")]
    Conflict {
        /// Which stream.
        stream: SmolStr,
        /// Its version now.
        actual: Option<u64>,
    },
    /// A record that the decision rests on has changed since: decide again.
    #[error("`{stream}` has changed since the decision read it")]
    GuardMoved {
        /// Which stream.
        stream: SmolStr,
    },
    /// The journal has grown since: what was planned, and perhaps persisted, would stand at other places. Plan again.
    #[error("the plan begins at index {planned}, the journal is at {actual}")]
    IndexMoved {
        /// Where the plan begins.
        planned: u64,
        /// Where the journal ends.
        actual: u64,
    },
    /// The plan was made by another tenant's system.
    #[error("the plan is of another tenant")]
    OtherTenant,
    /// The plan was made for an instant before the journal's last entry: it is of another journal, or the clock went back.
    #[error("the plan is of {planned}, the journal was last written at {last}")]
    TimeWentBack {
        /// When the plan's first event would be recorded.
        planned: Instant,
        /// When the journal's last was.
        last: Instant,
    },
    /// Another command was carried out under the same id.
    #[error("command id `{0}` was used for another command")]
    CommandReused(CommandId),
}

impl AppendError {
    /// The stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "journal.conflict",
            Self::GuardMoved { .. } => "journal.guard_moved",
            Self::IndexMoved { .. } => "journal.index_moved",
            Self::OtherTenant => "journal.other_tenant",
            Self::TimeWentBack { .. } => "journal.time_went_back",
            Self::CommandReused(_) => "journal.command_reused",
        }
    }
}

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
    /// An entry recorded before its predecessor.
    #[error("entry {line} was recorded before the entry ahead of it")]
    RecordedBefore {
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
            | Self::RecordedBefore { line } => *line,
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
    commands: BTreeMap<CommandId, Outcome>,
}

impl<B> Default for Journal<B> {
    fn default() -> Self {
        Self { entries: Vec::new(), read: Arc::from(""), lines: Vec::new(), commands: BTreeMap::new() }
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
        self.entries.push(event);
    }

    /// The entries recorded up to and including an instant.
    #[must_use]
    pub fn up_to(&self, recorded_at: Instant) -> Self
    where
        B: Clone,
    {
        let count = self.entries.partition_point(|event| event.head.recorded_at <= recorded_at);
        let lines = self.lines.iter().take(count).cloned().collect();
        let mut journal = Self { read: Arc::clone(&self.read), lines, ..Self::default() };
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
