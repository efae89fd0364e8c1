//! Events: what happened, in one envelope. 事件日志
//!
//! The typed body is the truth (DECISIONS 6). `at` is the nominal instant, a timer's due time for instance; `recorded_at` is
//! when it entered the journal.

use crate::kernel::{
    Actor, CommandId, Digest, DocumentError, DocumentFault, Erased, Instant, PersonId, PersonalField,
    PersonalValue, PolicyRef, RecordId, Removed, canonical, limits, personal::Entropy, strict,
};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use smol_str::SmolStr;
use std::borrow::Cow;

/// The body of an event: which process, which kind, and how it is read back.
pub trait EventBody: Sized {
    /// The process whose record it happened to: `incident`.
    fn process(&self) -> &'static str;
    /// Its kind: `incident.assigned`.
    fn kind(&self) -> &'static str;
    /// The schema version of that kind.
    fn schema(&self) -> u32 {
        1
    }
    /// Writes the body alone.
    ///
    /// # Errors
    /// Whatever the serializer reports.
    fn serialize_body<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    /// Reads a body of that process, kind and schema; `None` where they are not known.
    fn decode(process: &str, kind: &str, schema: u32, body: &str) -> Option<Result<Self, DocumentError>>;
    /// The personal fields that it has, with what each commits to.
    fn commitments(&self) -> Vec<(PersonalField, Digest)>;
    /// The personal values that are held here: what a store keeps in rows of their own, to be deleted when they are erased. Never for
    /// deciding.
    fn personal(&self) -> Vec<PersonalValue>;
    /// Puts a stored value back before the event is folded; `false`, and nothing has changed, when the event has no such field or
    /// commits to another value. The path is that of the [field](PersonalField::code).
    fn restore(&mut self, path: &str, salt: Entropy, value: &str) -> bool;
    /// Forgets the personal values; the commitments stay.
    fn erase(&mut self);
    /// What a store deletes once this has happened: the personal values of other events.
    #[must_use]
    fn erases(&self) -> Vec<Erased> {
        Vec::new()
    }
    /// What a store deletes besides, once this has happened to that record: whole streams.
    #[must_use]
    fn removes(&self, _record: &RecordId) -> Vec<Removed> {
        Vec::new()
    }
    /// Bytes that one event of that process may have.
    #[must_use]
    fn limit(_process: &str) -> usize {
        limits::EVENT_BYTES
    }
}

/// What every event says besides its body.
#[derive(Clone, Debug)]
pub struct EventHead {
    /// Its place in the journal, counted from 0 without gaps.
    pub index: u64,
    /// The record it happened to.
    pub record: RecordId,
    /// The record's version after it, counted from 1.
    pub version: u64,
    /// When it happened, nominally.
    pub at: Instant,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// Who acted.
    pub actor: Actor,
    /// For whom.
    pub on_behalf_of: Option<PersonId>,
    /// The command it came of.
    pub command: Option<CommandId>,
    /// The policies that the decision used; they stand on the first of its events.
    pub policies: Vec<PolicyRef>,
    /// The waivers that lifted a separation of duties; they stand on the first of the decision's events.
    pub waivers: Vec<RecordId>,
}

/// One entry of the journal.
#[derive(Clone, Debug)]
pub struct Event<B> {
    /// Where, when, by whom.
    pub head: EventHead,
    /// What happened.
    pub body: B,
}

#[derive(Serialize)]
#[serde(bound = "")]
struct Written<'a, B: EventBody> {
    actor: &'a Actor,
    at: Instant,
    body: BodyOnly<'a, B>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: &'a Option<CommandId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<u64>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: &'a Option<PersonId>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    policies: &'a [PolicyRef],
    process: &'static str,
    record: &'a RecordId,
    recorded_at: Instant,
    schema: u32,
    version: u64,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    waivers: &'a [RecordId],
}

struct BodyOnly<'a, B>(&'a B);

impl<B: EventBody> Serialize for BodyOnly<'_, B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_body(serializer)
    }
}

impl<B: EventBody> Serialize for Event<B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(Some(self.head.index)).serialize(serializer)
    }
}

impl<B: EventBody> Event<B> {
    fn written(&self, index: Option<u64>) -> Written<'_, B> {
        Written {
            actor: &self.head.actor,
            at: self.head.at,
            body: BodyOnly(&self.body),
            command: &self.head.command,
            index,
            kind: self.body.kind(),
            on_behalf_of: &self.head.on_behalf_of,
            policies: &self.head.policies,
            process: self.body.process(),
            record: &self.head.record,
            recorded_at: self.head.recorded_at,
            schema: self.body.schema(),
            version: self.head.version,
            waivers: &self.head.waivers,
        }
    }

    /// The event as it is written before it has its place in a journal.
    pub(crate) fn without_index(&self) -> impl Serialize {
        self.written(None)
    }
}

// Unknown fields are tolerated here: a later version may write more (DECISIONS 6).
#[derive(Deserialize)]
struct Read<'a> {
    actor: Actor,
    at: Instant,
    #[serde(borrow)]
    body: &'a RawValue,
    #[serde(default)]
    command: Option<CommandId>,
    index: u64,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(default)]
    on_behalf_of: Option<PersonId>,
    #[serde(default)]
    policies: Vec<PolicyRef>,
    #[serde(borrow)]
    process: Cow<'a, str>,
    record: RecordId,
    recorded_at: Instant,
    schema: u32,
    version: u64,
    #[serde(default)]
    waivers: Vec<RecordId>,
}

/// An entry that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EventError {
    /// Not a document of an event.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A kind or schema that this version does not know: it fails closed.
    #[error("`{kind}` of process `{process}` in schema {schema} is not known here")]
    UnknownKind {
        /// The process named.
        process: SmolStr,
        /// The kind named.
        kind: SmolStr,
        /// The schema named.
        schema: u32,
    },
}

impl EventError {
    /// The stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Document(error) => error.fault.code(),
            Self::UnknownKind { .. } => "event.unknown_kind",
        }
    }
}

impl<B: EventBody> Event<B> {
    /// The canonical bytes that a journal stores and hashes.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        canonical::bytes(self).unwrap_or_default()
    }

    /// How many bytes it has in a journal, and how many it may have.
    #[must_use]
    pub fn bytes_and_limit(&self) -> (usize, usize) {
        let mut written = Count(0);
        // The order of the keys, which only the canonical form settles, does not change their number.
        let bytes = serde_json::to_writer(&mut written, self).map_or(usize::MAX, |()| written.0);
        (bytes, B::limit(self.body.process()))
    }

    /// Reads one entry.
    ///
    /// # Errors
    /// [`EventError`] for hostile or malformed bytes and for kinds that are not known.
    pub fn decode(bytes: &[u8]) -> Result<Self, EventError> {
        Self::decode_noting(bytes).map(|(event, _)| event)
    }

    /// The same, and whether it stands as this version writes it, with nothing in it that a later version added.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    pub(crate) fn decode_noting(bytes: &[u8]) -> Result<(Self, bool), EventError> {
        if bytes.len() <= limits::POLICY_BYTES
            && let Some(read) = strict::read_own(bytes, 0)
            && let Ok(event) = Self::of(read, bytes.len())
        {
            return Ok((event, true));
        }
        strict::scan(bytes, limits::POLICY_BYTES)?;
        Ok((Self::of(strict::read_leniently(bytes)?, bytes.len())?, false))
    }

    fn of(read: Read<'_>, bytes: usize) -> Result<Self, EventError> {
        let limit = B::limit(&read.process);
        if bytes > limit {
            let fault = DocumentFault::TooLarge { bytes, limit };
            return Err(DocumentError { path: String::new(), fault }.into());
        }
        let body =
            B::decode(&read.process, &read.kind, read.schema, read.body.get()).ok_or_else(|| {
                EventError::UnknownKind {
                    process: (&*read.process).into(),
                    kind: (&*read.kind).into(),
                    schema: read.schema,
                }
            })??;
        let head = EventHead {
            index: read.index,
            record: read.record,
            version: read.version,
            at: read.at,
            recorded_at: read.recorded_at,
            actor: read.actor,
            on_behalf_of: read.on_behalf_of,
            command: read.command,
            policies: read.policies,
            waivers: read.waivers,
        };
        Ok(Self { head, body })
    }
}

struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The messages of a process: a closed list of kinds, each with its typed body, adjacently tagged
/// (`{"kind": "incident.assign", "body": {...}}`).
#[macro_export]
#[doc(hidden)]
macro_rules! __messages {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident($body:ty) = $kind:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "kind", content = "body", deny_unknown_fields)]
        $vis enum $name {
            $($(#[$vmeta])* #[serde(rename = $kind)] $variant($body),)+
        }
        impl $name {
            /// Every kind, in the order of the table.
            pub const KINDS: &'static [&'static str] = &[$($kind,)+];

            /// The kind of this message.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind,)+ }
            }

            /// Every kind with the schema of its body.
            #[cfg(feature = "schema")]
            #[must_use]
            pub fn schemas(generator: &mut ::schemars::SchemaGenerator) -> Vec<(&'static str, ::schemars::Schema)> {
                vec![$(($kind, <$body as ::schemars::JsonSchema>::json_schema(generator)),)+]
            }

            /// Reads the body of that kind; `None` where the kind is not known.
            ///
            /// # Errors
            /// [`DocumentError`](crate::kernel::DocumentError) with the path of the fault below `body`.
            pub fn from_parts(kind: &str, body: &str) -> Option<Result<Self, $crate::kernel::DocumentError>> {
                match kind {
                    $($kind => Some($crate::kernel::strict::from_body::<$body>(body).map(Self::$variant)),)+
                    _ => None,
                }
            }

            /// The same for an event: keys that a later version added are skipped (DECISIONS 6).
            ///
            /// # Errors
            /// [`DocumentError`](crate::kernel::DocumentError) with the path of the fault below `body`.
            pub fn from_event_parts(
                kind: &str,
                body: &str,
            ) -> Option<Result<Self, $crate::kernel::DocumentError>> {
                match kind {
                    $($kind => Some($crate::kernel::strict::from_event_body::<$body>(body).map(Self::$variant)),)+
                    _ => None,
                }
            }

            /// Writes the body alone.
            ///
            /// # Errors
            /// Whatever the serializer reports.
            pub fn serialize_body<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$variant(body) => ::serde::Serialize::serialize(body, serializer),)+ }
            }
        }
        $($crate::__message_from!($name, $variant, $body);)+
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __message_from {
    ($name:ident, $variant:ident, $body:ty) => {
        impl From<$body> for $name {
            fn from(body: $body) -> Self {
                Self::$variant(body)
            }
        }
    };
}
pub use crate::__messages as messages;
