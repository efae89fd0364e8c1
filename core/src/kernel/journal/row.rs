//! Rows: what a store keeps of a plan, and what it gives back. 存储行
//!
//! An event gets its index when it takes its place in the log, after its plan was committed: two writers may commit at once, and
//! neither can know which will stand first. So a row has no index in its text; [`placed`] puts it in, and what is hashed is the line
//! that comes of it.

use super::{AppendPlan, Expected, Gone};
use crate::kernel::{
    CommandId, Digest, Event, EventBody, Instant, PersonalValue, RecordId, TenantId, canonical,
};
use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, ToSmolStr, format_smolstr};
use std::collections::BTreeSet;
use std::fmt;

/// An event as a store keeps it. Its text is the truth; what stands beside it is there to be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRow {
    /// Its stream: `incident/INC-000042`.
    pub stream: SmolStr,
    /// Its process: `incident`.
    pub process: SmolStr,
    /// The version of the stream after it, counted from 1.
    pub version: u64,
    /// Its kind: `incident.assigned`.
    pub kind: SmolStr,
    /// The schema version of that kind.
    pub schema: u32,
    /// When it happened, nominally.
    pub at: Instant,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// Who acted.
    pub actor: SmolStr,
    /// The command it came of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// Its canonical text without an index.
    pub text: String,
}

impl EventRow {
    /// The row of an event.
    #[must_use]
    pub fn of<B: EventBody>(event: &Event<B>) -> Self {
        let (head, body) = (&event.head, &event.body);
        Self {
            stream: format_smolstr!("{}/{}", body.process(), head.record),
            process: SmolStr::new_static(body.process()),
            version: head.version,
            kind: SmolStr::new_static(body.kind()),
            schema: body.schema(),
            at: head.at,
            recorded_at: head.recorded_at,
            actor: head.actor.id.to_smolstr(),
            command: head.command.clone(),
            text: canonical::text(&event.without_index()),
        }
    }
}

/// A personal value as a store keeps it: beside the log and hashed nowhere, so that it can be deleted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalRow {
    /// The stream of its event.
    pub stream: SmolStr,
    /// The version of its event.
    pub version: u64,
    /// The field, as it was sealed.
    pub path: SmolStr,
    /// What it was committed with; 64 hexadecimal digits.
    pub salt: Digest,
    /// The value.
    pub value: String,
}

/// Without salt and value, so that they reach no log.
impl fmt::Debug for PersonalRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalRow({}@{} {})", self.stream, self.version, self.path)
    }
}

impl PersonalRow {
    /// The rows of an event.
    #[expect(clippy::disallowed_methods, reason = "what a store keeps beside the journal")]
    fn of<B: EventBody>(event: &Event<B>) -> Vec<Self> {
        let row = |held: PersonalValue| Self {
            stream: format_smolstr!("{}/{}", event.body.process(), event.head.record),
            version: event.head.version,
            path: SmolStr::new_static(held.field.code()),
            salt: Digest::from_bytes(held.salt),
            value: held.value,
        };
        event.body.personal().into_iter().map(row).collect()
    }
}

/// An event whose personal values a plan erases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// The stream.
    pub stream: SmolStr,
    /// The version of the event.
    pub version: u64,
}

/// A stream that a plan removes: the text of every event goes, and what is personal in them. What stays of each is [`Gone`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The stream.
    pub stream: SmolStr,
    /// Its last version: it has so many events.
    pub version: u64,
    /// The disposal that takes it.
    pub disposal: RecordId,
}

/// A stream that grows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Its name: `incident/INC-000042`.
    pub stream: SmolStr,
    /// The version it must have; none, where it must not exist.
    pub expected: Option<u64>,
    /// The version it will have.
    pub version: u64,
}

/// A plan as a store carries it out: every line of it, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRows {
    /// Whose system made it.
    pub tenant: Option<TenantId>,
    /// The command, where the host named it.
    pub command: Option<CommandId>,
    /// Its digest.
    pub digest: Digest,
    /// How many entries the system had folded.
    pub seen: u64,
    /// The streams that grow, by name: everybody who locks them does it in this order.
    pub streams: Vec<Stream>,
    /// The streams that were read, with their versions, by name.
    pub guards: Vec<(SmolStr, u64)>,
    /// The processes that must have no entry beyond those that were seen.
    pub processes: BTreeSet<SmolStr>,
    /// The events in their order.
    pub events: Vec<EventRow>,
    /// The personal values that came with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personal: Vec<PersonalRow>,
    /// The personal values that go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<Erased>,
    /// The streams that go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
}

impl PlanRows {
    /// Whether there is nothing to append: then there is nothing to check either.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}

impl<B: EventBody> AppendPlan<B> {
    /// What a store keeps of the plan.
    #[must_use]
    pub fn rows(&self) -> PlanRows {
        let grows = |append: &super::StreamAppend<B>| {
            let expected = match append.expected {
                Expected::NoStream => None,
                Expected::Exact(version) => Some(version),
            };
            let added = u64::try_from(append.events.len()).unwrap_or(u64::MAX);
            Stream {
                stream: append.stream.to_smolstr(),
                expected,
                version: expected.unwrap_or(0).saturating_add(added),
            }
        };
        let mut streams: Vec<_> = self.streams.iter().map(grows).collect();
        streams.sort_by(|one, other| one.stream.cmp(&other.stream));
        let mut guards: Vec<_> =
            self.guards.iter().map(|guard| (guard.stream.to_smolstr(), guard.version)).collect();
        guards.sort();
        guards.dedup();
        PlanRows {
            tenant: self.tenant.clone(),
            command: self.command.clone(),
            digest: self.digest,
            seen: self.seen,
            streams,
            guards,
            processes: self.processes.iter().map(|process| SmolStr::new_static(process)).collect(),
            events: self.events().map(EventRow::of).collect(),
            personal: self.events().flat_map(PersonalRow::of).collect(),
            erased: self.events().flat_map(|event| event.body.erases()).collect(),
            removed: self.events().flat_map(|event| event.body.removes(&event.head.record)).collect(),
        }
    }
}

/// An entry of the log: a row that has its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Its place, counted from 0 without gaps.
    pub index: u64,
    /// What stands there.
    pub entry: LogEntry,
    /// The hash of its line as a leaf of the tree; it outlives the line.
    pub leaf: Digest,
}

/// What stands at a place of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogEntry {
    /// The line: the row's text with its index, exactly as it was hashed.
    Line(String),
    /// What stays of a line that was destroyed with its record.
    Gone(Gone),
}

impl LogRow {
    /// The line, unless it was destroyed.
    #[must_use]
    pub fn line(&self) -> Option<&str> {
        match &self.entry {
            LogEntry::Line(line) => Some(line),
            LogEntry::Gone(_) => None,
        }
    }
}

/// The line of a row at that place: its text with `index` where the order of the keys wants it. `None` where the text is no object
/// in one line, or has an index already.
///
/// ```
/// use itsm::kernel::placed;
/// assert_eq!(placed(r#"{"actor":{"index":"}"},"kind":"x"}"#, 7).unwrap(), r#"{"actor":{"index":"}"},"index":7,"kind":"x"}"#);
/// assert_eq!(placed(r#"{"at":1}"#, 0).unwrap(), r#"{"at":1,"index":0}"#);
/// assert!(placed(r#"{"index":3}"#, 7).is_none());
/// ```
#[must_use]
pub fn placed(text: &str, index: u64) -> Option<String> {
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    let place = place_of_index(inside)?;
    let (before, after) = inside.split_at_checked(place)?;
    let (comma_before, comma_after) = match (before.is_empty(), after.is_empty()) {
        (_, false) => ("", ","),
        (false, true) => (",", ""),
        (true, true) => ("", ""),
    };
    Some(format!("{{{before}{comma_before}\"index\":{index}{comma_after}{after}}}"))
}

/// Where among the members of an object a key `index` goes: before the first greater one.
fn place_of_index(members: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    // Where the key that is being read began; a key stands after the brace or after a comma between members.
    let mut key_begins = None;
    let mut key_expected = true;
    for (place, byte) in members.bytes().enumerate() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    in_string = false;
                    if let Some(begin) = key_begins.take() {
                        match members.get(begin..place)?.strip_prefix('"')? {
                            "index" => return None,
                            key if key > "index" => return Some(begin),
                            _ => {}
                        }
                    }
                }
                b'\n' => return None,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => {
                in_string = true;
                if depth == 0 && key_expected {
                    key_begins = Some(place);
                    key_expected = false;
                }
            }
            b'{' | b'[' => depth = depth.checked_add(1)?,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => key_expected = true,
            b'\n' | b'\r' => return None,
            _ => {}
        }
    }
    (depth == 0 && !in_string).then_some(members.len())
}
