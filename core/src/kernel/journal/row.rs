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
use std::fmt::{self, Write};

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

    /// The row that a text says; `None` where it is no event. Whatever a store keeps beside a text has to be this.
    #[must_use]
    pub fn read(text: String) -> Option<Self> {
        let Said { actor, at, command, kind, process, record, recorded_at, schema, version } =
            serde_json::from_str(&text).ok()?;
        let (stream, actor) = (format_smolstr!("{process}/{record}"), actor.id);
        Some(Self { stream, process, version, kind, schema, at, recorded_at, actor, command, text })
    }
}

/// What the text of an event says that stands beside it as well.
#[derive(Deserialize)]
struct Said {
    actor: Who,
    at: Instant,
    #[serde(default)]
    command: Option<CommandId>,
    kind: SmolStr,
    process: SmolStr,
    record: SmolStr,
    recorded_at: Instant,
    schema: u32,
    version: u64,
}

#[derive(Deserialize)]
struct Who {
    id: SmolStr,
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
    /// The hash of the last of them, where they came from a store: another journal has another there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Digest>,
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
            last: self.last,
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
    let mut line = String::with_capacity(text.len().saturating_add(32));
    line.push('{');
    line.push_str(before);
    if after.is_empty() && !before.is_empty() {
        line.push(',');
    }
    line.push_str("\"index\":");
    // A text takes what is written to it.
    let _ = write!(line, "{index}");
    if !after.is_empty() {
        line.push(',');
    }
    line.push_str(after);
    line.push('}');
    Some(line)
}

/// Where among the members of an object a key `index` goes: before the first greater one.
fn place_of_index(members: &str) -> Option<usize> {
    let bytes = members.as_bytes();
    let (mut at, mut depth) = (0_usize, 0_usize);
    // A key stands after the brace or after a comma between members.
    let mut key_expected = true;
    while let Some(place) = bytes.iter().skip(at).position(|byte| is_structure(*byte)) {
        let place = at.saturating_add(place);
        at = place.saturating_add(1);
        match bytes.get(place)? {
            b'"' => {
                let end = end_of_string(bytes, at)?;
                if depth == 0 && key_expected {
                    match members.get(at..end)? {
                        "index" => return None,
                        key if key > "index" => return Some(place),
                        _ => key_expected = false,
                    }
                }
                at = end.saturating_add(1);
            }
            b'{' | b'[' => depth = depth.checked_add(1)?,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' => key_expected |= depth == 0,
            // No line ends within an entry.
            _ => return None,
        }
    }
    (depth == 0).then_some(members.len())
}

const fn is_structure(byte: u8) -> bool {
    matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b',' | b'\n' | b'\r')
}

/// Where the quote stands that ends the string which begins at `from`.
fn end_of_string(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | b'\n');
        let place = at.saturating_add(bytes.iter().skip(at).position(ends)?);
        match bytes.get(place)? {
            b'"' => return Some(place),
            b'\\' => at = place.saturating_add(2),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The slow way: the text read, the index put in, written canonically.
    fn reference(text: &str, index: u64) -> Option<String> {
        let Ok(Value::Object(mut members)) = serde_json::from_str(text) else { return None };
        if members.insert("index".into(), index.into()).is_some() {
            return None;
        }
        Some(canonical::text(&members))
    }

    #[test]
    fn the_index_stands_where_the_order_of_the_keys_wants_it() {
        let keys = ["actor", "body", "i", "inde", "index", "index2", "kind", "z", "\"", "\\", "ä", "index\""];
        let values = [
            json!("index"),
            json!(r#"\",\"kind\":\"}]{["#),
            json!({"kind": {"index": ["}", "\\\\", "\n"]}}),
            json!([[], {}, ",", [1, -2]]),
            json!(null),
        ];
        let mut shuffled = 7_u64;
        let mut next = |below: usize| {
            shuffled =
                shuffled.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(shuffled >> 33).unwrap() % below
        };
        let (mut with, mut without) = (0, 0);
        for _ in 0..4_000 {
            let members = (0..next(6)).map(|_| (keys[next(keys.len())], values[next(values.len())].clone()));
            let text = canonical::text(&members.collect::<std::collections::BTreeMap<_, _>>());
            let wanted = reference(&text, 42);
            *(if wanted.is_some() { &mut with } else { &mut without }) += 1;
            assert_eq!(placed(&text, 42), wanted, "{text}");
        }
        assert!(with > 1_000 && without > 500, "{with} {without}");
    }

    #[test]
    fn what_is_no_object_in_one_line_has_no_place() {
        for text in [
            "",
            "[]",
            "{",
            "}",
            "{\"a\":\"}",
            "{\"a\":{}",
            "{\"a\":]}",
            "{\"a\":1,\n\"b\":2}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\",
        ] {
            assert_eq!(placed(text, 0), None, "{text:?}");
        }
    }
}
