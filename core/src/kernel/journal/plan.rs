//! Plans: what a command would append, and what must still hold.

use crate::kernel::{CommandId, Digest, Event, Instant, RecordId, TenantId};
use smol_str::SmolStr;
use std::collections::BTreeSet;
use std::fmt;

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
    /// How many entries the system had folded when it decided.
    pub seen: u64,
    /// The hash of the last of them, where they came from a store: on another journal the plan means something else.
    pub last: Option<Digest>,
    /// The streams that grow. Empty when the command was carried out before, or nothing was due.
    pub streams: Vec<StreamAppend<B>>,
    /// The records that the decision read, as it read them.
    pub guards: Vec<Guard>,
    /// The processes of which the decision asked after any record: none may have an entry beyond those that were [`seen`](Self::seen).
    pub processes: BTreeSet<&'static str>,
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
    /// The plan was made by another tenant's system, or on another journal.
    #[error("the plan is of another tenant, or was made on another journal")]
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
    /// A command was carried out under the same id, and what would tell whether it was this one was erased, or destroyed with its records.
    #[error("a command was carried out under id `{0}`, and what it said was erased or disposed of")]
    CommandGone(CommandId),
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
            Self::CommandGone(_) => "journal.command_gone",
        }
    }
}
