//! One process by itself, through documents: for hosts that keep their own tables. 单流程接口
//!
//! A record is a document that the host stores; a command and a context go in with it, events and the record after them come out.

use super::crossing::{document, read};
use super::{ContextDocument, Failure};
use crate::kernel::{
    Coded, Event, EventBody as _, FactWanted, Instant, Label, Move, RecordId, decide, fire_next, fold, heads,
    limits,
};
use crate::system::{Command, ProcessName, Registered, Registry, SystemEvent, Visit, visit};
use serde::Serialize;
use serde_json::Value;
use std::marker::PhantomData;
use std::sync::Arc;

/// A state of a lifecycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Its code in documents: `in_progress`.
    pub code: &'static str,
    /// What people read.
    pub label: Label,
}

/// What a command, or the passing of time, brings: what happened, and the record after it.
#[derive(Clone, Debug)]
pub struct Decided {
    /// What happened, in order; indexes count from 0 and are the host's to replace.
    pub events: Vec<SystemEvent>,
    /// The record after the last of them, as a document.
    pub record: Value,
}

/// The lifecycle of one process: its states, its table, its decisions.
///
/// ```
/// use itsm::contract::Lifecycle;
/// let incidents = Lifecycle::of("incident")?;
/// assert_eq!(incidents.allowed(None)?, ["incident.log", "incident.import"]);
/// assert!(incidents.mermaid().starts_with("stateDiagram-v2"));
/// assert_eq!(Lifecycle::of("incidnet").unwrap_err().code, "value.unknown");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Copy)]
pub struct Lifecycle(&'static dyn Face);

impl std::fmt::Debug for Lifecycle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Lifecycle").field(&self.0.name().code()).finish()
    }
}

/// Policies compiled for decisions beside a host's own tables.
///
/// ```
/// use itsm::contract::Policies;
/// let policies = Policies::from_json(br#"[{"id": "office", "version": 1, "effective_from": "2026-01-01T00:00:00Z",
///     "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}]"#)?;
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policies(Arc<Registry>);

impl Policies {
    /// Reads and compiles a list of policies, each before those that name it.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault, or with what does not compile.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        let stated: Vec<super::PublishedPolicy> = read(bytes)?;
        let mut registry = Registry::default();
        for policy in stated {
            let id = policy.id.clone();
            let fault = |fault: String| Failure::coded("policy.invalid", format!("policy `{id}`: {fault}"));
            registry.publish(policy.id.clone(), policy.published()).map_err(fault)?;
        }
        Ok(Self(Arc::new(registry)))
    }
}

trait Face: Sync {
    fn name(&self) -> ProcessName;
    fn states(&self) -> Vec<State>;
    fn allowed(&self, state: Option<&str>) -> Result<Vec<&'static str>, Failure>;
    fn table(&self) -> Vec<Move>;
    fn mermaid(&self) -> String;
    fn needs(&self, record: Option<&[u8]>, command: &Command) -> Result<Vec<FactWanted>, Failure>;
    fn decide(
        &self,
        record: Option<&[u8]>,
        command: &Command,
        context: ContextDocument,
        policies: &Registry,
    ) -> Result<Decided, Failure>;
    fn due(&self, record: &[u8]) -> Result<Option<Instant>, Failure>;
    fn fire(&self, record: &[u8], context: ContextDocument, policies: &Registry) -> Result<Decided, Failure>;
    fn apply(&self, record: Option<&[u8]>, event: &SystemEvent) -> Result<Value, Failure>;
}

struct Of<P>(PhantomData<fn() -> P>);

fn unknown(what: &str, code: &str) -> Failure {
    Failure::coded("value.unknown", format!("`{code}` is no {what}"))
}

fn of_one_record(stored: &RecordId, named: &RecordId) -> Result<(), Failure> {
    if stored == named {
        return Ok(());
    }
    Err(Failure::coded("value.other_record", format!("the record is `{stored}`, not `{named}`")))
}

impl<P: Registered> Of<P> {
    fn read(record: Option<&[u8]>) -> Result<Option<P::Record>, Failure> {
        record.map(read).transpose()
    }

    fn command(command: &Command) -> Result<&P::Command, Failure> {
        P::command(&command.body).ok_or_else(|| {
            let kind = command.body.kind();
            Failure::coded("command.unknown_kind", format!("`{kind}` is no command of `{}`", P::NAME.code()))
        })
    }
}

impl<P: Registered> Face for Of<P> {
    fn name(&self) -> ProcessName {
        P::NAME
    }

    fn states(&self) -> Vec<State> {
        P::Phase::ALL.iter().map(|phase| State { code: phase.code(), label: phase.label() }).collect()
    }

    fn allowed(&self, state: Option<&str>) -> Result<Vec<&'static str>, Failure> {
        let named = |code: &str| {
            let found = P::Phase::ALL.iter().find(|phase| phase.code() == code).copied();
            found.ok_or_else(|| unknown("state of the process", code))
        };
        Ok(P::LIFECYCLE.allowed(state.map(named).transpose()?))
    }

    fn table(&self) -> Vec<Move> {
        P::LIFECYCLE.table()
    }

    fn mermaid(&self) -> String {
        P::LIFECYCLE.mermaid()
    }

    fn needs(&self, record: Option<&[u8]>, command: &Command) -> Result<Vec<FactWanted>, Failure> {
        Ok(P::needs(Self::read(record)?.as_ref(), Self::command(command)?))
    }

    fn decide(
        &self,
        record: Option<&[u8]>,
        command: &Command,
        context: ContextDocument,
        policies: &Registry,
    ) -> Result<Decided, Failure> {
        let mut record = Self::read(record)?;
        let body = Self::command(command)?;
        let stored = record.as_ref().map(|record| P::envelope(record).id.clone());
        if let (Some(stored), Some(named)) = (&stored, &command.record) {
            of_one_record(stored, named)?;
        }
        let named = stored.or_else(|| command.record.clone());
        let id = named.ok_or_else(|| {
            Failure::coded("command.record_missing", "beside a host's own tables the host names the record")
        })?;
        let context = context.into_context();
        let context = context.under(P::policy(policies, context.now)?);
        let decision = decide::<P>(record.as_ref(), &id, body, &context)?;
        let version = record.as_ref().map_or(0, |record| P::envelope(record).version);
        let heads: Vec<_> = heads(&decision, &id, version, 0, &context).collect();
        fold::<P>(&mut record, &id, &decision, &context);
        let events = heads.into_iter().zip(decision.events);
        let events = events.map(|(head, event)| Event { head, body: P::wrap(event) }).collect();
        Ok(Decided { events, record: document(&record)? })
    }

    fn due(&self, record: &[u8]) -> Result<Option<Instant>, Failure> {
        Ok(Self::read(Some(record))?.as_ref().and_then(P::due))
    }

    fn fire(&self, record: &[u8], context: ContextDocument, policies: &Registry) -> Result<Decided, Failure> {
        let context = context.into_context();
        let mut record = Self::read(Some(record))?;
        let mut events: Vec<SystemEvent> = Vec::new();
        while let Some(before) = &record {
            let Some(at) = P::due(before).filter(|at| *at <= context.now) else { break };
            let under = context.under(P::policy(policies, at)?);
            let Some(decision) = fire_next::<P>(before, &under) else {
                let words = || {
                    format!(
                        "what is due at {at} cannot happen: a policy that it needs is not there, or is another"
                    )
                };
                if events.is_empty() {
                    return Err(Failure::coded("timer.stuck", words()));
                }
                break;
            };
            let (id, version) = (P::envelope(before).id.clone(), P::envelope(before).version);
            let index = u64::try_from(events.len()).unwrap_or(u64::MAX);
            let heads: Vec<_> = heads(&decision, &id, version, index, &under).collect();
            fold::<P>(&mut record, &id, &decision, &under);
            let fired = heads.into_iter().zip(decision.events);
            events.extend(fired.map(|(head, event)| Event { head, body: P::wrap(event) }));
            if events.len() >= limits::EVENTS_PER_COMMAND {
                break;
            }
        }
        Ok(Decided { events, record: document(&record)? })
    }

    fn apply(&self, record: Option<&[u8]>, event: &SystemEvent) -> Result<Value, Failure> {
        let mut record = Self::read(record)?;
        let body = P::event(&event.body).ok_or_else(|| unknown("event of the process", P::NAME.code()))?;
        let version = record.as_ref().map_or(0, |record| P::envelope(record).version);
        if let Some(record) = &record {
            of_one_record(&P::envelope(record).id, &event.head.record)?;
        }
        if event.head.version != version.saturating_add(1) {
            let words =
                format!("the record is at version {version}, the event is version {}", event.head.version);
            return Err(Failure::coded("journal.version", words));
        }
        crate::kernel::apply::<P>(&mut record, &event.head, body);
        if record.is_none() {
            let words = format!("`{}` opens no record", event.body.kind());
            return Err(Failure::coded("journal.not_opened", words));
        }
        document(&record)
    }
}

impl Lifecycle {
    /// The lifecycle of a process, by its code.
    ///
    /// # Errors
    /// `value.unknown` for another code.
    pub fn of(process: &str) -> Result<Self, Failure> {
        struct Face;
        impl Visit for Face {
            type Output = Lifecycle;
            fn visit<P: Registered + 'static>(self) -> Lifecycle {
                Lifecycle(&Of::<P>(PhantomData))
            }
        }
        let name = ProcessName::from_code(process).ok_or_else(|| unknown("process", process))?;
        Ok(visit(name, Face))
    }

    /// Every process.
    pub fn all() -> impl Iterator<Item = Self> {
        ProcessName::ALL.iter().filter_map(|name| Self::of(name.code()).ok())
    }

    /// The code of the process.
    #[must_use]
    pub fn process(&self) -> &'static str {
        self.0.name().code()
    }

    /// What people read.
    #[must_use]
    pub fn label(&self) -> Label {
        self.0.name().label()
    }

    /// Its states, in the order of the table that defines them.
    #[must_use]
    pub fn states(&self) -> Vec<State> {
        self.0.states()
    }

    /// The commands that are legal in a state; `None`: there is no record yet.
    ///
    /// # Errors
    /// `value.unknown` for a state that the process does not have.
    pub fn allowed(&self, state: Option<&str>) -> Result<Vec<&'static str>, Failure> {
        self.0.allowed(state)
    }

    /// The table: every legal move with its guard.
    #[must_use]
    pub fn table(&self) -> Vec<Move> {
        self.0.table()
    }

    /// The table as a Mermaid diagram.
    #[must_use]
    pub fn mermaid(&self) -> String {
        self.0.mermaid()
    }

    /// The facts about other records that the guards of a command want, so that the host can put them into the context.
    ///
    /// # Errors
    /// [`Failure`] for a record that cannot be read, or a command of another process.
    pub fn needs(&self, record: Option<&[u8]>, command: &Command) -> Result<Vec<FactWanted>, Failure> {
        self.0.needs(record, command)
    }

    /// Decides a command on a record: what happens, and the record after it. The host stores both, or neither.
    ///
    /// # Errors
    /// [`Failure`]: a refusal with every unmet condition; a document that cannot be read; no policy in force.
    pub fn decide(
        &self,
        record: Option<&[u8]>,
        command: &Command,
        context: ContextDocument,
        policies: &Policies,
    ) -> Result<Decided, Failure> {
        self.0.decide(record, command, context, &policies.0)
    }

    /// The next instant at which a timer of the record is due.
    ///
    /// # Errors
    /// [`Failure`] for a record that cannot be read.
    pub fn due(&self, record: &[u8]) -> Result<Option<Instant>, Failure> {
        self.0.due(record)
    }

    /// Fires what is due on a record up to and including the context's instant, at most 256 events of it.
    ///
    /// # Errors
    /// [`Failure`] for a record that cannot be read, or no policy in force when it was due.
    pub fn fire(
        &self,
        record: &[u8],
        context: ContextDocument,
        policies: &Policies,
    ) -> Result<Decided, Failure> {
        self.0.fire(record, context, &policies.0)
    }

    /// The record after an event that was decided elsewhere.
    ///
    /// # Errors
    /// [`Failure`] for a record or an event of another process, an event of another record (`value.other_record`), of a version that does
    /// not follow (`journal.version`), or that opens no record (`journal.not_opened`).
    pub fn apply(&self, record: Option<&[u8]>, event: &[u8]) -> Result<Value, Failure> {
        self.0.apply(record, &SystemEvent::decode(event)?)
    }
}

impl Decided {
    /// As one document: `{"events": [...], "record": {...}}`.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn document(&self) -> Result<Value, Failure> {
        let events =
            serde_json::to_value(&self.events).map_err(|fault| Failure::internal(fault.to_string()))?;
        Ok(serde_json::json!({"events": events, "record": self.record}))
    }
}
