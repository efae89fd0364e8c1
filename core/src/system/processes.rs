//! The processes of the system: the one table that names them. 流程登记
//!
//! A process joins the whole by a row here and by [`Registered`]: commands, events, records, timers, digest and replay follow.

use super::CommandError;
use super::disposed::Tombstone;
use super::policies::{Policies, PolicyCommand, PolicyEvent, Registry};
use super::waivers::{WaiverCommand, WaiverEvent, Waivers};
use crate::control::{
    BaselineCommand, BaselineEvent, Baselines, ChangeCommand, ChangeEvent, ChangeModelCommand,
    ChangeModelEvent, ChangeModels, Changes, ConfigurationAuditCommand, ConfigurationAuditEvent,
    ConfigurationAudits, ConfigurationItemCommand, ConfigurationItemEvent, ConfigurationItems,
    DefinitiveItemCommand, DefinitiveItemEvent, DefinitiveItems,
};
use crate::governance::{
    DisposalCommand, DisposalEvent, Disposals, LegalHoldCommand, LegalHoldEvent, LegalHolds,
    PlannedActivities, PlannedActivityCommand, PlannedActivityEvent,
};
use crate::kernel::upcast::{Upcast, schema_of, upcast};
use crate::kernel::{
    Code, Digest, DocumentError, DocumentFault, Erased, EventBody, EventHead, Fact, Instant, Link, PersonId,
    PersonalField, PersonalValue, Process, RecordId, Removed, StreamId, apply, canonical, limits,
    personal::Entropy, strict,
};
use crate::release::{ReleaseCommand, ReleaseEvent, Releases};
use crate::resolution::{
    IncidentCommand, IncidentEvent, Incidents, KnownErrorCommand, KnownErrorEvent, KnownErrors,
    MajorIncidentCommand, MajorIncidentEvent, MajorIncidents, ProblemCandidateCommand, ProblemCandidateEvent,
    ProblemCandidates, ProblemCommand, ProblemEvent, Problems, ServiceRequestCommand, ServiceRequestEvent,
    ServiceRequests,
};
#[cfg(feature = "schema")]
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use smol_str::SmolStr;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the whole asks of a process besides [`Process`].
pub(crate) trait Registered: Process<Record: Serialize + DeserializeOwned> {
    /// Its name.
    const NAME: ProcessName;
    /// Its records.
    fn records(records: &Records) -> &BTreeMap<RecordId, Self::Record>;
    /// The same, for the fold.
    fn records_mut(records: &mut Records) -> &mut BTreeMap<RecordId, Self::Record>;
    /// Its command, if the command of the whole is one of it.
    fn command(command: &ProcessCommand) -> Option<&Self::Command>;
    /// Its event, if the event of the whole is one of it.
    fn event(what: &What) -> Option<&Self::Event>;
    /// Its event as one of the whole.
    fn wrap(event: Self::Event) -> What;
    /// The policy in force at an instant.
    fn policy(registry: &Registry, at: Instant) -> Result<Arc<Self::Policy>, CommandError>;
    /// What other processes may know of a record besides its phase.
    fn attributes(_record: &Self::Record) -> BTreeMap<Code, SmolStr> {
        BTreeMap::new()
    }
    /// The persons that a record is about: a hold on one of them keeps it.
    fn persons(record: &Self::Record) -> Vec<&PersonId> {
        let envelope = Self::envelope(record);
        envelope.owner.iter().chain([&envelope.created_by]).collect()
    }
    /// The records that a record is linked to, as far as other processes may know.
    fn links(record: &Self::Record) -> Vec<Link> {
        Self::envelope(record).facts()
    }
}

/// Something that is done with a process that is known by its name only.
pub(crate) trait Visit {
    /// What comes of it.
    type Output;
    /// Does it.
    fn visit<P: Registered + 'static>(self) -> Self::Output;
}

macro_rules! processes {
    ($($name:ident = $code:literal, $en:literal, $zh:literal: $process:ty, $records:ident, $command:ty, $event:ty;)+) => {
        crate::kernel::codes! {
            /// The processes, by the names their streams bear.
            pub enum ProcessName {
                $(#[doc = concat!("`", $code, "`")] $name = $code, $en, $zh;)+
            }
        }

        /// Does something with the process of that name.
        pub(crate) fn visit<V: Visit>(name: ProcessName, visitor: V) -> V::Output {
            match name { $(ProcessName::$name => visitor.visit::<$process>(),)+ }
        }

        /// The body of a command of the whole.
        #[derive(Clone, Debug)]
        pub enum ProcessCommand {
            $(#[doc = concat!("A command of the process `", $code, "`.")] $name($command),)+
        }

        $(impl From<$command> for ProcessCommand {
            fn from(command: $command) -> Self {
                Self::$name(command)
            }
        })+

        impl ProcessCommand {
            /// The process it belongs to.
            #[must_use]
            pub const fn process(&self) -> ProcessName {
                match self { $(Self::$name(_) => ProcessName::$name,)+ }
            }

            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$name(command) => command.kind(),)+ }
            }

            /// Every kind with the schema of its body.
            #[cfg(feature = "schema")]
            #[must_use]
            pub fn schemas(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
                [$(<$command>::schemas(generator),)+].concat()
            }

            pub(super) fn from_parts(kind: &str, body: &str) -> Option<Result<Self, DocumentError>> {
                let process = kind.split('.').next().unwrap_or_default();
                match process {
                    $($code => <$command>::from_parts(kind, body).map(|read| read.map(Self::$name)),)+
                    _ => None,
                }
            }

            fn serialize_body<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(command) => command.serialize_body(serializer),)+ }
            }
        }

        /// What happened: the body of an event of the whole.
        #[derive(Clone, Debug)]
        pub enum What {
            $(#[doc = concat!("To a record of the process `", $code, "`.")] $name($event),)+
        }

        impl What {
            /// The process whose record it happened to.
            #[must_use]
            pub const fn name(&self) -> ProcessName {
                match self { $(Self::$name(_) => ProcessName::$name,)+ }
            }

            /// Every kind with the schema of its body.
            #[cfg(feature = "schema")]
            #[must_use]
            pub fn schemas(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
                [$(<$event>::schemas(generator),)+].concat()
            }
        }

        /// Every process with the schema of its record.
        #[cfg(feature = "schema")]
        #[must_use]
        pub fn record_schemas(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
            vec![$(($code, generator.subschema_for::<<$process as Process>::Record>()),)+]
        }

        impl EventBody for What {
            fn process(&self) -> &'static str {
                match self { $(Self::$name(_) => $code,)+ }
            }

            fn kind(&self) -> &'static str {
                match self { $(Self::$name(event) => event.kind(),)+ }
            }

            fn serialize_body<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(event) => event.serialize_body(serializer),)+ }
            }

            fn commitments(&self) -> Vec<(PersonalField, Digest)> {
                let fields = match self { $(Self::$name(event) => <$process>::personal(event),)+ };
                fields.into_iter().map(|(field, held)| (field, held.commitment())).collect()
            }

            #[expect(clippy::disallowed_methods, reason = "what a store keeps beside the journal")]
            fn personal(&self) -> Vec<PersonalValue> {
                let fields = match self { $(Self::$name(event) => <$process>::personal(event),)+ };
                fields.into_iter().filter_map(|(field, held)| held.apart(field)).collect()
            }

            fn restore(&mut self, path: &str, salt: Entropy, value: &str) -> bool {
                let fields = match self { $(Self::$name(event) => <$process>::personal_mut(event),)+ };
                let of = fields.into_iter().find(|(field, _)| field.code() == path);
                of.is_some_and(|(field, held)| held.put_back(field, salt, value))
            }

            fn erase(&mut self) {
                let fields = match self { $(Self::$name(event) => <$process>::personal_mut(event),)+ };
                fields.into_iter().for_each(|(_, held)| *held = held.erased());
            }

            fn schema(&self) -> u32 {
                schema_of(&UPCASTS, self.kind())
            }

            fn decode(process: &str, kind: &str, schema: u32, body: &str) -> Option<Result<Self, DocumentError>> {
                let body = match upcast(&UPCASTS, kind, schema, body)? {
                    Ok(body) => body,
                    Err(fault) => return Some(Err(fault)),
                };
                match process {
                    $($code => <$event>::from_event_parts(kind, &body).map(|read| read.map(Self::$name)),)+
                    _ => None,
                }
            }

            fn erases(&self) -> Vec<Erased> {
                super::disposed::erases(self)
            }

            fn removes(&self, record: &RecordId) -> Vec<Removed> {
                super::disposed::removes(self, record)
            }

            // An event that publishes a policy holds the whole of it.
            fn limit(process: &str) -> usize {
                // So does one that captures a baseline or records what an audit found.
                let whole = [ProcessName::Policy, ProcessName::Baseline, ProcessName::ConfigurationAudit];
                if whole.iter().any(|name| name.code() == process) { limits::POLICY_BYTES } else { limits::EVENT_BYTES }
            }
        }

        /// Every record, by process and id.
        #[derive(Clone, Debug, Default)]
        pub(crate) struct Records {
            $(pub(super) $records: BTreeMap<RecordId, <$process as Process>::Record>,)+
            numbers: BTreeMap<ProcessName, u64>,
            /// What stays of those that were disposed of.
            pub(super) disposed: BTreeMap<StreamKey, Tombstone>,
        }

        impl Records {
            /// The version of a record, also of one that was disposed of.
            pub(super) fn version(&self, key: &StreamKey) -> Option<u64> {
                let version = match key.process {
                    $(ProcessName::$name => self.$records.get(&key.record).map(|record| <$process>::envelope(record).version),)+
                };
                version.or_else(|| self.tombstone(key).map(|stays| stays.version))
            }

            /// Where a record stands before its next event; nothing for one that is not there.
            pub(super) fn standing(&self, key: &StreamKey) -> Option<Standing> {
                match key.process {
                    $(ProcessName::$name => self.$records.get(&key.record).map(|record| {
                        let envelope = <$process>::envelope(record);
                        Standing { version: envelope.version, updated_at: envelope.updated_at, due: <$process>::due(record) }
                    }),)+
                }
            }

            /// When a record wakes by itself.
            pub(super) fn due(&self, key: &StreamKey) -> Option<Instant> {
                match key.process {
                    $(ProcessName::$name => self.$records.get(&key.record).and_then(<$process>::due),)+
                }
            }

            /// What a record's phase allows.
            pub(super) fn allowed(&self, key: &StreamKey) -> Vec<&'static str> {
                if self.tombstone(key).is_some() {
                    return Vec::new();
                }
                match key.process {
                    $(ProcessName::$name => {
                        <$process>::LIFECYCLE.allowed(self.$records.get(&key.record).map(<$process>::phase))
                    })+
                }
            }

            /// Whether the process of a record has a policy to decide by at an instant.
            pub(super) fn has_policy(key: &StreamKey, registry: &Registry, at: Instant) -> bool {
                match key.process { $(ProcessName::$name => <$process>::policy(registry, at).is_ok(),)+ }
            }

            /// Every record that wakes by itself, with its instant.
            pub(super) fn wakeups(&self) -> Vec<(Instant, StreamKey)> {
                let mut wakeups = Vec::new();
                $(wakeups.extend(self.$records.iter().filter_map(|(id, record)| {
                    <$process>::due(record).map(|at| (at, StreamKey { process: ProcessName::$name, record: id.clone() }))
                }));)+
                wakeups
            }

            /// What other processes may know of a record.
            pub(super) fn fact(&self, process: ProcessName, id: &RecordId) -> Option<Fact> {
                match process {
                    $(ProcessName::$name => self.$records.get(id).map(|record| Fact {
                        process: SmolStr::new_static($code),
                        record: id.clone(),
                        state: SmolStr::new_static(<$process>::phase(record).code()),
                        version: <$process>::envelope(record).version,
                        attributes: <$process>::attributes(record),
                        links: <$process>::links(record),
                    }),)+
                }
            }

            /// Folds one event into its own record; `false` when it belongs to none and opens none.
            pub(super) fn fold(&mut self, head: &EventHead, what: &What) -> bool {
                match what {
                    $(What::$name(event) => {
                        if let Some(record) = self.$records.get_mut(&head.record) {
                            <$process>::apply(record, head, event);
                            <$process>::envelope_mut(record).touched(head);
                            return true;
                        }
                        let mut opened = None;
                        apply::<$process>(&mut opened, head, event);
                        let Some(record) = opened else { return false };
                        self.number(ProcessName::$name, <$process>::LIFECYCLE.prefix, &head.record);
                        self.$records.insert(head.record.clone(), record);
                        true
                    })+
                }
            }

            /// The id that a new record of the process would get.
            pub(super) fn next_id(&self, process: ProcessName) -> RecordId {
                self.next_id_beside(self, process)
            }

            /// The same, while others are drafted.
            pub(super) fn next_id_beside(&self, drafted: &Self, process: ProcessName) -> RecordId {
                let prefix = match process { $(ProcessName::$name => <$process>::LIFECYCLE.prefix,)+ };
                let last = |records: &Self| records.numbers.get(&process).copied().unwrap_or(0);
                let next = last(self).max(last(drafted)).saturating_add(1);
                // A prefix of letters, a dash and digits is always an id.
                RecordId::new(format!("{prefix}-{next:06}")).unwrap_or(const { RecordId::literal("-") })
            }

            /// The digest of the state.
            pub(super) fn digest(&self) -> Digest {
                #[derive(Serialize)]
                struct State<'a> {
                    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
                    disposed: BTreeMap<SmolStr, &'a Tombstone>,
                    format: u32,
                    // A process that nobody uses leaves no trace: a later version that has more of them gives the same digest.
                    $(#[serde(skip_serializing_if = "BTreeMap::is_empty")] $records: &'a BTreeMap<RecordId, <$process as Process>::Record>,)+
                }
                canonical::digest_of(&State { disposed: self.tombstones(), format: STATE_FORMAT, $($records: &self.$records,)+ })
            }
        }
    };
}

processes! {
    Incident = "incident", "Incident", "事件": Incidents, incidents, IncidentCommand, IncidentEvent;
    MajorIncident = "major_incident", "Major incident", "重大事件": MajorIncidents, major_incidents, MajorIncidentCommand, MajorIncidentEvent;
    ServiceRequest = "service_request", "Service request", "服务请求": ServiceRequests, service_requests, ServiceRequestCommand, ServiceRequestEvent;
    ConfigurationItem = "configuration_item", "Configuration item", "配置项": ConfigurationItems, configuration_items, ConfigurationItemCommand, ConfigurationItemEvent;
    Baseline = "baseline", "Configuration baseline", "配置基线": Baselines, baselines, BaselineCommand, BaselineEvent;
    DefinitiveItem = "definitive_item", "Definitive item", "最终介质": DefinitiveItems, definitive_items, DefinitiveItemCommand, DefinitiveItemEvent;
    ConfigurationAudit = "configuration_audit", "Configuration audit", "配置审核": ConfigurationAudits, configuration_audits, ConfigurationAuditCommand, ConfigurationAuditEvent;
    Release = "release", "Release", "发布": Releases, releases, ReleaseCommand, ReleaseEvent;
    Change = "change", "Change", "变更": Changes, changes, ChangeCommand, ChangeEvent;
    ChangeModel = "change_model", "Standard change model", "标准变更模型": ChangeModels, change_models, ChangeModelCommand, ChangeModelEvent;
    Problem = "problem", "Problem", "问题": Problems, problems, ProblemCommand, ProblemEvent;
    KnownError = "known_error", "Known error", "已知错误": KnownErrors, known_errors, KnownErrorCommand, KnownErrorEvent;
    ProblemCandidate = "problem_candidate", "Problem candidate", "问题候选": ProblemCandidates, problem_candidates, ProblemCandidateCommand, ProblemCandidateEvent;
    PlannedActivity = "planned_activity", "Planned activity", "计划活动": PlannedActivities, planned_activities, PlannedActivityCommand, PlannedActivityEvent;
    LegalHold = "legal_hold", "Legal hold", "法律保留": LegalHolds, legal_holds, LegalHoldCommand, LegalHoldEvent;
    Disposal = "disposal", "Disposal", "处置": Disposals, disposals, DisposalCommand, DisposalEvent;
    Policy = "policy", "Policy", "策略": Policies, policies, PolicyCommand, PolicyEvent;
    Waiver = "waiver", "Waiver of separation of duties", "职责分离豁免": Waivers, waivers, WaiverCommand, WaiverEvent;
}

/// How the bodies of earlier versions are written now. None has changed since the first.
const UPCASTS: [Upcast; 0] = [];

/// The version of the digest's format.
const STATE_FORMAT: u32 = 1;

/// The highest number of a supplied id that counting goes on from.
const SUPPLIED_NUMBER: u64 = 999_999_999_999_999;

impl Records {
    /// Keeps the counter of a process ahead of every number that was given.
    pub(super) fn number(&mut self, process: ProcessName, prefix: &str, id: &RecordId) {
        let digits = id.as_str().strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
        if let Some(number) = digits.and_then(|digits| digits.parse::<u64>().ok()) {
            let last = self.numbers.entry(process).or_default();
            // Whoever supplies an id cannot use the numbers up; those that are counted go on.
            if number <= SUPPLIED_NUMBER || number == last.saturating_add(1) {
                *last = (*last).max(number);
            }
        }
    }
}

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// Its version.
    pub(super) version: u64,
    /// When the latest of its events happened.
    pub(super) updated_at: Instant,
    /// When it wakes by itself.
    pub(super) due: Option<Instant>,
}

/// A stream of the whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StreamKey {
    /// The process.
    pub process: ProcessName,
    /// The record.
    pub record: RecordId,
}

impl StreamKey {
    /// The key of a stream, if its process is registered.
    #[must_use]
    pub fn of(stream: &StreamId) -> Option<Self> {
        ProcessName::from_code(stream.process).map(|process| Self { process, record: stream.record.clone() })
    }

    /// Whether an event stands in it.
    pub(super) fn is_of(&self, event: &super::SystemEvent) -> bool {
        event.body.name() == self.process && event.head.record == self.record
    }

    /// As a stream.
    #[must_use]
    pub fn stream(&self) -> StreamId {
        StreamId { process: self.process.code(), record: self.record.clone() }
    }
}

/// A command of the whole: `{"kind": "incident.assign", "record": "INC-000042", "body": {...}}`.
///
/// ```
/// use itsm::system::Command;
/// let command = Command::from_json(br#"{"kind": "incident.acknowledge", "record": "INC-000001", "body": {}}"#).unwrap();
/// assert_eq!(command.body.kind(), "incident.acknowledge");
/// let refused = Command::from_json(br#"{"kind": "incident.assign", "record": "INC-000001", "body": {"group": 7}}"#).unwrap_err();
/// assert!(refused.to_string().starts_with("at `body.group`"));
/// ```
#[derive(Clone, Debug)]
pub struct Command {
    /// The record; absent where the system counts a new one.
    pub record: Option<RecordId>,
    /// What to do.
    pub body: ProcessCommand,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommandDocument<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(default)]
    record: Option<RecordId>,
    #[serde(borrow)]
    body: &'a RawValue,
}

impl Command {
    /// A command for a record.
    #[must_use]
    pub const fn on(record: RecordId, body: ProcessCommand) -> Self {
        Self { record: Some(record), body }
    }

    /// A command that opens a record whose id the system counts.
    #[must_use]
    pub const fn open(body: ProcessCommand) -> Self {
        Self { record: None, body }
    }

    /// Reads a command document strictly.
    ///
    /// # Errors
    /// [`CommandError::Document`] with the path of the fault, [`CommandError::UnknownKind`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, CommandError> {
        // A policy comes in a command too, and calendars carry years of holidays.
        strict::scan(bytes, limits::POLICY_BYTES)?;
        let document: CommandDocument<'_> = strict::read(bytes)?;
        if bytes.len() > limits::COMMAND_BYTES && !document.kind.starts_with("policy.") {
            let fault = DocumentFault::TooLarge { bytes: bytes.len(), limit: limits::COMMAND_BYTES };
            return Err(DocumentError { path: String::new(), fault }.into());
        }
        let body = ProcessCommand::from_parts(&document.kind, document.body.get())
            .ok_or_else(|| CommandError::UnknownKind { kind: document.kind.as_ref().into() })??;
        Ok(Self { record: document.record, body })
    }
}

impl Serialize for Command {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Body<'a>(&'a ProcessCommand);
        impl Serialize for Body<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize_body(serializer)
            }
        }
        use serde::ser::SerializeStruct;
        let mut document = serializer.serialize_struct("Command", 3)?;
        document.serialize_field("body", &Body(&self.body))?;
        document.serialize_field("kind", self.body.kind())?;
        document.serialize_field("record", &self.record)?;
        document.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_called_what_its_lifecycle_calls_it() {
        fn called<P: Registered>() {
            assert_eq!(P::NAME.code(), P::LIFECYCLE.process);
            assert_eq!(P::NAME.label(), P::LIFECYCLE.label);
        }
        called::<Incidents>();
        called::<MajorIncidents>();
        called::<ServiceRequests>();
        called::<Changes>();
        called::<ChangeModels>();
        called::<Problems>();
        called::<KnownErrors>();
        called::<ProblemCandidates>();
        called::<PlannedActivities>();
        called::<LegalHolds>();
        called::<Disposals>();
        called::<Policies>();
        called::<Waivers>();
    }
}
