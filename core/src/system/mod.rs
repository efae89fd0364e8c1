//! The whole: every record, every command, timers, the journal. 服务管理体系
//!
//! [`ServiceManagementSystem`] is built only from what stands alone above: it answers what a process [needs](crate::kernel::Process::needs)
//! from its own records, decides under the policies in force, fires what is due, and folds what happened. Deciding and applying are
//! apart: [`plan`](ServiceManagementSystem::plan) is pure, [`confirm`](ServiceManagementSystem::confirm) applies, and whoever persists
//! does it in between (DECISIONS 2).

mod advance;
mod computed;
mod configuration;
mod disposed;
mod draft;
mod error;
mod evidence;
mod interfaces;
pub mod policies;
mod processes;
mod query;
mod records;
mod recurrence;
mod register;
mod registered;
mod repeat;
mod replay;
mod retained;
mod scheduled;
pub mod waivers;

pub use advance::{ADVANCE_BATCH, Advance, Advanced};
pub use configuration::{Alteration, LiveItem, StatusEntry};
pub use disposed::Tombstone;
pub use error::CommandError;
pub use policies::{Policies, Policy, PolicyCommand, PolicyDocument, PolicyEvent, Publish, Registry};
#[cfg(feature = "schema")]
pub use processes::record_schemas;
pub use processes::{Command, ProcessCommand, ProcessName, StreamKey, What};
pub(crate) use processes::{Registered, Visit, visit};
pub use query::TicketQuery;
pub use records::NextStep;
pub use replay::ReadEntry;
pub use waivers::{FiledWaiver, WaiverCommand, WaiverEvent, Waivers};

use crate::cmdb::Cmdb;
use crate::governance::DisposalEvent;
use crate::kernel::{
    AppendError, AppendPlan, CommandId, Context, Digest, Event, Expected, Instant, Journal, RecordId,
    TenantId, canonical,
};
use disposed::Vanished;
use draft::Draft;
use processes::Records;
use recurrence::Recurrence;
use register::Register;
use std::collections::{BTreeMap, BTreeSet};

/// An event of the whole system.
pub type SystemEvent = Event<What>;

/// The journal of the whole system.
pub type SystemJournal = Journal<What>;

/// A plan of the whole system.
pub type SystemPlan = AppendPlan<What>;

/// An IT service management system: one tenant's records, policies, timers and journal.
///
/// ```
/// use itsm::kernel::{Actor, Context, Instant, Role};
/// use itsm::system::{Command, ServiceManagementSystem};
/// let mut desk = ServiceManagementSystem::new();
/// let owner = Actor::new("p-1", [Role::ProcessOwner])?;
/// let context = Context::new(Instant::parse("2026-01-05T01:00:00Z")?, owner);
/// let publish = Command::from_json(br#"{"kind": "policy.publish", "record": "office", "body": {
///     "version": 1, "effective_from": "2026-01-01T00:00:00Z",
///     "document": {"calendar": {"zone": "Asia/Shanghai", "week": {"mon": [["09:00", "18:00"]]}}}}}"#)?;
/// let appended = desk.execute(&publish, &context)?;
/// assert_eq!(appended.len(), 1);
/// assert_eq!(desk.journal().events().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ServiceManagementSystem {
    /// Whose it is; a command that names another tenant or none is refused. Where it is nobody's, one that names any is: it was meant
    /// for another system.
    tenant: Option<TenantId>,
    records: Records,
    registry: Registry,
    /// The configuration items as a graph.
    register: Register,
    /// Incidents by what they are about.
    recurrence: Recurrence,
    journal: SystemJournal,
    /// When each record wakes by itself, in order.
    queue: BTreeSet<(Instant, StreamKey)>,
    /// Streams whose text is gone, until the disposal is folded that took them.
    vanished: BTreeMap<StreamKey, Vanished>,
}

impl ServiceManagementSystem {
    /// A system without records.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A system without records, of one tenant.
    #[must_use]
    pub fn for_tenant(tenant: TenantId) -> Self {
        Self { tenant: Some(tenant), ..Self::default() }
    }

    /// Plans a command: what it would append. Changes nothing.
    ///
    /// The due timers of the records that the command touches come first, at their own instants (DECISIONS 6). A command that was
    /// carried out before under the same id gives an empty plan. A replayed journal has what the command caused and not the
    /// command; there the command is decided once more, on the journal as it was, with the facts of this context. Where what that needs
    /// was destroyed it is `journal.command_gone`.
    ///
    /// # Errors
    /// [`CommandError`]: a refusal with every unmet condition, an instant before the journal's last, another command under the
    /// same id, no policy in force.
    pub fn plan(&self, command: &Command, context: &Context) -> Result<SystemPlan, CommandError> {
        self.not_before_the_journal(context.now)?;
        match (&self.tenant, &context.tenant) {
            (Some(own), None) => return Err(CommandError::TenantMissing { own: own.clone() }),
            (own, Some(named)) if own.as_ref() != Some(named) => {
                return Err(CommandError::OtherTenant { own: own.clone(), named: named.clone() });
            }
            _ => {}
        }
        let digest = match &context.command_id {
            Some(_) => canonical::digest_of(command),
            None => Digest::of(b""),
        };
        if let Some(id) = &context.command_id
            && let Some(outcome) = self.journal.outcome(id)
        {
            let same = match outcome.digest {
                Some(before) => before == digest,
                None => self.appended(outcome, id, command, context),
            };
            return match same {
                true => Ok(self.empty_plan(id.clone(), digest)),
                false if outcome.digest.is_none() && self.journal.gone().next().is_some() => {
                    Err(AppendError::CommandGone(id.clone()).into())
                }
                false => Err(AppendError::CommandReused(id.clone()).into()),
            };
        }
        let mut draft = Draft::new(self, context);
        draft.decide(command)?;
        Ok(draft.plan(context.command_id.clone(), digest))
    }

    /// Applies a plan: all of it or, when the journal has grown since, nothing.
    ///
    /// # Errors
    /// [`AppendError`]: plan again.
    pub fn confirm(&mut self, plan: SystemPlan) -> Result<Vec<SystemEvent>, AppendError> {
        if plan.tenant != self.tenant {
            return Err(AppendError::OtherTenant);
        }
        for append in &plan.streams {
            let key = StreamKey::of(&append.stream);
            let actual = key.as_ref().and_then(|key| self.records.version(key));
            let met = match append.expected {
                Expected::NoStream => actual.is_none(),
                Expected::Exact(version) => actual == Some(version),
            };
            if !met {
                return Err(AppendError::Conflict { stream: append.stream.to_string().into(), actual });
            }
        }
        for guard in &plan.guards {
            let actual = StreamKey::of(&guard.stream).and_then(|key| self.records.version(&key));
            if actual != Some(guard.version) {
                return Err(AppendError::GuardMoved { stream: guard.stream.to_string().into() });
            }
        }
        let keys: Vec<_> = plan.streams.iter().filter_map(|append| StreamKey::of(&append.stream)).collect();
        let before: Vec<_> = keys.iter().map(|key| self.records.due(key)).collect();
        let digest = plan.digest;
        let appended = plan.into_events();
        let (planned, actual) = (appended.first().map(|event| event.head.index), self.journal.next_index());
        if let Some(planned) = planned.filter(|planned| *planned != actual) {
            return Err(AppendError::IndexMoved { planned, actual });
        }
        let last = self.journal.latest();
        let planned_at = appended.first().map(|event| event.head.recorded_at);
        if let Some((planned, last)) = planned_at.zip(last).filter(|(planned, last)| planned < last) {
            return Err(AppendError::TimeWentBack { planned, last });
        }
        for event in &appended {
            // What was planned opens its records and compiles: the draft has done both already.
            let _ = self.fold(event);
            self.journal.push(event.clone(), Some(digest));
        }
        for (key, before) in keys.into_iter().zip(before) {
            self.requeue(key, before);
        }
        Ok(appended)
    }

    /// Plans a command and confirms the plan.
    ///
    /// # Errors
    /// As [`plan`](Self::plan) and [`confirm`](Self::confirm).
    pub fn execute(
        &mut self,
        command: &Command,
        context: &Context,
    ) -> Result<Vec<SystemEvent>, CommandError> {
        let plan = self.plan(command, context)?;
        Ok(self.confirm(plan)?)
    }

    /// Whose it is.
    #[must_use]
    pub const fn tenant(&self) -> Option<&TenantId> {
        self.tenant.as_ref()
    }

    /// The journal.
    #[must_use]
    pub const fn journal(&self) -> &SystemJournal {
        &self.journal
    }

    /// The published policies, compiled.
    #[must_use]
    pub const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The configuration items that are not withdrawn, and their relations, as a graph.
    #[must_use]
    pub const fn cmdb(&self) -> &Cmdb {
        self.register.cmdb()
    }

    /// The instant at which something is due by itself next.
    ///
    /// What is due when no policy is in force is [stuck](Advance::stuck) until one is published, and wakes nobody before.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<Instant> {
        let wakes = |(at, key): &&(Instant, StreamKey)| Records::has_policy(key, &self.registry, *at);
        self.queue.iter().find(wakes).map(|(at, _)| *at)
    }

    /// The SHA-256 of the state: two systems that folded the same journal have the same (DECISIONS 10).
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.records.digest()
    }

    /// The id that a new record of the process would get.
    #[must_use]
    pub fn next_id(&self, process: ProcessName) -> RecordId {
        self.records.next_id(process)
    }

    /// Every record of every process.
    pub(crate) const fn all(&self) -> &Records {
        &self.records
    }

    fn not_before_the_journal(&self, now: Instant) -> Result<(), CommandError> {
        match self.journal.latest() {
            Some(last) if now < last => Err(CommandError::TimeWentBack { now, last }),
            _ => Ok(()),
        }
    }

    /// Folds one event into records and policies; `false` when it belongs to no record and opens none.
    fn fold(&mut self, event: &SystemEvent) -> Result<bool, String> {
        let folded = self.records.apply(&event.head, &event.body);
        if let What::Policy(PolicyEvent::Published(publish)) = &event.body
            && let Ok(id) = crate::kernel::PolicyId::new(&event.head.record)
        {
            self.registry.publish(id, publish.clone())?;
            let rules = self.registry.configuration.latest();
            self.register.rule(rules, &self.records);
        }
        if let What::Incident(happened) = &event.body
            && (happened.is_about() || happened.begins_or_ends())
            && let Some(incident) = self.records.incidents.get(&event.head.record)
        {
            if happened.is_about() {
                self.recurrence.note(incident);
            }
            if happened.begins_or_ends() {
                self.recurrence.stands(incident);
            }
        }
        if let What::ConfigurationItem(happened) = &event.body
            && let Some(item) = self.records.configuration_items.get(&event.head.record)
        {
            self.register.follow(item, happened);
        }
        if let What::Disposal(DisposalEvent::CarriedOut(done)) = &event.body {
            self.carried_out(done);
        }
        Ok(folded)
    }

    fn empty_plan(&self, command: CommandId, digest: Digest) -> SystemPlan {
        AppendPlan {
            tenant: self.tenant.clone(),
            command: Some(command),
            digest,
            seen: self.journal.next_index(),
            last: self.journal.last_leaf(),
            streams: Vec::new(),
            guards: Vec::new(),
            processes: BTreeSet::new(),
        }
    }

    /// Lets a record that woke at `before` wake when it does now.
    fn requeue(&mut self, key: StreamKey, before: Option<Instant>) {
        let after = self.records.due(&key);
        if before == after {
            return;
        }
        let mut entry = (Instant::MIN, key);
        if let Some(at) = before {
            entry.0 = at;
            self.queue.remove(&entry);
        }
        if let Some(at) = after {
            entry.0 = at;
            self.queue.insert(entry);
        }
    }
}
