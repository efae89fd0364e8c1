//! The whole system, through documents. 整体系统接口

use super::crossing::{document, instant};
use super::{ContextDocument, Failure};
use crate::evidence::Log;
use crate::kernel::{Instant, PlanRows, RecordId, Refusal, TenantId, limits, strict};
use crate::kpi::Period;
use crate::system::{
    Command, NextStep, ProcessName, Registered, ServiceManagementSystem, SystemEvent, SystemJournal,
    SystemPlan, Visit, visit,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A service management system whose commands, contexts and answers are documents. It may be shared between threads.
///
/// ```
/// use itsm::contract::SystemHandle;
/// let desk = SystemHandle::new(None)?;
/// let context = br#"{"now": "2026-01-05T01:00:00Z", "actor": {"id": "p-1", "roles": ["po"]}}"#;
/// let events = desk.execute(br#"{"kind": "policy.publish", "record": "office", "body": {"version": 1,
///     "effective_from": "2026-01-01T00:00:00Z",
///     "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}}"#, context)?;
/// assert_eq!(events[0]["kind"], "policy.published");
/// assert_eq!(SystemHandle::replay(&desk.journal(), None)?.digest(), desk.digest());
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Debug, Default)]
pub struct SystemHandle {
    system: RwLock<ServiceManagementSystem>,
    /// The tree over the journal, as far as a proof was asked for: what is appended is hashed once.
    log: Mutex<Log>,
}

/// A command that a record's state allows, and what stands in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextStepAnswer {
    /// The command's kind.
    pub command: &'static str,
    /// Every unmet condition, as far as it can be told without the command's own data; `null`: nothing.
    pub refusal: Option<Refusal>,
    /// The first of the command's own data that is missing, in words.
    pub wants: Option<Box<str>>,
}

/// A plan that was made by one system, to be confirmed by it once the host has persisted its events.
#[derive(Clone, Debug)]
pub struct Planned(SystemPlan);

impl Planned {
    /// Its events, to be persisted in this order.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn events(&self) -> Result<Value, Failure> {
        document(&self.0.events().collect::<Vec<_>>())
    }

    /// What a store keeps of it.
    #[must_use]
    pub fn rows(&self) -> PlanRows {
        self.0.rows()
    }
}

fn tenant(id: Option<&str>) -> Result<Option<TenantId>, Failure> {
    Ok(id.map(TenantId::new).transpose()?)
}

fn process(code: &str) -> Result<ProcessName, Failure> {
    ProcessName::from_code(code)
        .ok_or_else(|| Failure::coded("value.unknown", format!("`{code}` is no process")))
}

impl From<ServiceManagementSystem> for SystemHandle {
    fn from(system: ServiceManagementSystem) -> Self {
        Self { system: RwLock::new(system), log: Mutex::default() }
    }
}

impl SystemHandle {
    /// A system without records, of a tenant where the host serves several.
    ///
    /// # Errors
    /// `value.id`.
    pub fn new(of: Option<&str>) -> Result<Self, Failure> {
        let system =
            tenant(of)?.map_or_else(ServiceManagementSystem::new, ServiceManagementSystem::for_tenant);
        Ok(system.into())
    }

    /// Folds a journal of one document a line.
    ///
    /// # Errors
    /// [`Failure`] with the line at fault.
    pub fn replay(lines: &str, of: Option<&str>) -> Result<Self, Failure> {
        let journal = SystemJournal::from_lines(lines)?;
        let system = match tenant(of)? {
            Some(tenant) => ServiceManagementSystem::replay_for(tenant, journal)?,
            None => ServiceManagementSystem::replay(journal)?,
        };
        Ok(system.into())
    }

    /// Asks the system.
    pub fn with<T>(&self, ask: impl FnOnce(&ServiceManagementSystem) -> T) -> T {
        ask(&self.read())
    }

    /// Lets the system follow a journal. Whatever `change` does is done in whole, or not at all, before anybody else asks.
    pub fn with_mut<T>(&self, change: impl FnOnce(&mut ServiceManagementSystem) -> T) -> T {
        change(&mut self.write())
    }

    // Nothing is written by halves: a plan is confirmed in whole before the lock is given back, and the core does not panic.
    /// The system, for reading.
    pub fn read(&self) -> RwLockReadGuard<'_, ServiceManagementSystem> {
        self.system.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, ServiceManagementSystem> {
        self.system.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the tree over the journal as it stands.
    pub(super) fn with_log<T>(&self, ask: impl FnOnce(&Log) -> T) -> T {
        let system = self.read();
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.follow(system.journal());
        ask(&log)
    }

    /// Plans a command and confirms the plan; the events.
    ///
    /// # Errors
    /// [`Failure`]: a refusal with every unmet condition, a document that cannot be read. Nothing has changed then.
    pub fn execute(&self, command: &[u8], context: &[u8]) -> Result<Value, Failure> {
        let command = Command::from_json(command)?;
        let context = ContextDocument::from_json(context)?.into_context();
        let events = self.write().execute(&command, &context)?;
        document(&events)
    }

    /// Plans a command and changes nothing.
    ///
    /// # Errors
    /// As [`execute`](Self::execute).
    pub fn plan(&self, command: &[u8], context: &[u8]) -> Result<Planned, Failure> {
        let command = Command::from_json(command)?;
        let context = ContextDocument::from_json(context)?.into_context();
        Ok(Planned(self.read().plan(&command, &context)?))
    }

    /// Whether a plan was made by a system of the same tenant on the same journal.
    #[must_use]
    pub fn is_own(&self, plan: &Planned) -> bool {
        let system = self.read();
        let last = plan.0.seen.checked_sub(1).and_then(|index| system.journal().leaf(index));
        plan.0.tenant.as_ref() == system.tenant()
            && plan.0.last == last
            && plan.0.seen <= system.journal().next_index()
    }

    /// Applies a plan: all of it or nothing.
    ///
    /// # Errors
    /// A conflict, when the system has moved on since: plan again.
    pub fn confirm(&self, plan: Planned) -> Result<Value, Failure> {
        let events = self.write().confirm(plan.0)?;
        document(&events)
    }

    /// Fires everything that is due up to and including an instant; the events, and the records that could not fire.
    ///
    /// # Errors
    /// `command.time_went_back`.
    pub fn advance(&self, now: &str) -> Result<Value, Failure> {
        let advanced = self.write().advance(instant(now)?)?;
        let stuck: Vec<String> = advanced.stuck.iter().map(|key| key.stream().to_string()).collect();
        Ok(json!({"events": document(&advanced.events)?, "stuck": stuck}))
    }

    /// The instant at which something is due by itself next.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<Instant> {
        self.read().next_wakeup()
    }

    /// A record as a document, or `null`.
    ///
    /// # Errors
    /// `value.unknown` for a process that the library does not have.
    pub fn record(&self, process_code: &str, id: &str) -> Result<Value, Failure> {
        struct Find<'s>(&'s ServiceManagementSystem, &'s str);
        impl Visit for Find<'_> {
            type Output = Result<Value, Failure>;
            fn visit<P: Registered + 'static>(self) -> Self::Output {
                document(&P::records(self.0.all()).get(self.1))
            }
        }
        let name = process(process_code)?;
        visit(name, Find(&self.read(), id))
    }

    /// Every record of a process, by id.
    ///
    /// # Errors
    /// `value.unknown` for a process that the library does not have.
    pub fn records(&self, process_code: &str) -> Result<Value, Failure> {
        struct List<'s>(&'s ServiceManagementSystem);
        impl Visit for List<'_> {
            type Output = Result<Value, Failure>;
            fn visit<P: Registered + 'static>(self) -> Self::Output {
                document(&P::records(self.0.all()).values().collect::<Vec<_>>())
            }
        }
        let name = process(process_code)?;
        visit(name, List(&self.read()))
    }

    /// The commands that a record's state allows.
    ///
    /// # Errors
    /// `value.unknown`, `value.id`.
    pub fn allowed(&self, process_code: &str, id: &str) -> Result<Vec<&'static str>, Failure> {
        Ok(self.read().allowed(process(process_code)?, &RecordId::new(id)?))
    }

    /// Why a record does not move: for each command that its state allows, every unmet condition.
    ///
    /// # Errors
    /// [`Failure`] for what is no refusal.
    pub fn next_steps(&self, process_code: &str, id: &str, context: &[u8]) -> Result<Value, Failure> {
        let context = ContextDocument::from_json(context)?.into_context();
        let steps = self.read().next_steps(process(process_code)?, &RecordId::new(id)?, &context)?;
        let step = |step: NextStep| NextStepAnswer {
            command: step.command,
            refusal: step.refusal,
            wants: step.wants.map(|wants| Failure::from(wants).message),
        };
        document(&steps.into_iter().map(step).collect::<Vec<_>>())
    }

    /// Every KPI of a period, `{"from": ..., "to": ..., "zone": ...}`, as known at an instant.
    ///
    /// # Errors
    /// `kpi.period_not_over` and what else the period cannot be.
    pub fn kpis(&self, period: &[u8], now: &str) -> Result<Value, Failure> {
        let period: Period = strict::from_slice(period, limits::COMMAND_BYTES)?;
        document(&self.read().kpis(period, instant(now)?)?)
    }

    /// The register of configuration items as a document.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn cmdb(&self) -> Result<Value, Failure> {
        document(&self.read().cmdb().to_document())
    }

    /// The system as it was at an instant.
    ///
    /// # Errors
    /// `value.instant`.
    pub fn as_of(&self, recorded_at: &str) -> Result<Self, Failure> {
        Ok(self.read().as_of(instant(recorded_at)?)?.into())
    }

    /// The journal as one canonical document a line. Of an entry that was destroyed with its record the line says so.
    #[must_use]
    pub fn journal(&self) -> String {
        self.read().journal().to_lines()
    }

    /// How many entries the journal has.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::try_from(self.read().journal().next_index()).unwrap_or(usize::MAX)
    }

    /// Whether nothing has happened yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The events from an index on, at most so many. Of records that were disposed of there are none.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn events(&self, from: usize, most: usize) -> Result<Value, Failure> {
        let system = self.read();
        let from = u64::try_from(from).unwrap_or(u64::MAX);
        let events: Vec<&SystemEvent> = system.journal().events_since(from).iter().take(most).collect();
        document(&events)
    }

    /// The SHA-256 of the state as hexadecimal digits: the same in every language that folded the same journal.
    #[must_use]
    pub fn digest(&self) -> String {
        self.read().digest().to_string()
    }
}
