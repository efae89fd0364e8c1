//! The whole: records of every process, their plans, timers and journal. 整体系统接口

use crate::documents::{instant_text, text, within};
use crate::door::{Thrown, door};
use itsm::contract::{Failure, Planned, SystemHandle};
use std::sync::Arc;

/// What a command would do, made by one system and to be confirmed by it.
#[derive(uniffi::Object)]
pub struct Plan(Planned);

impl Plan {
    pub(crate) const fn planned(&self) -> &Planned {
        &self.0
    }
}

#[uniffi::export]
impl Plan {
    /// Its events, to be persisted in this order.
    pub fn events(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.events()?))
    }
}

/// A service management system whose commands, contexts and answers are documents.
#[derive(uniffi::Object)]
pub struct ServiceManagementSystem(Arc<SystemHandle>);

impl From<SystemHandle> for ServiceManagementSystem {
    fn from(system: SystemHandle) -> Self {
        Self(Arc::new(system))
    }
}

impl From<Arc<SystemHandle>> for ServiceManagementSystem {
    fn from(system: Arc<SystemHandle>) -> Self {
        Self(system)
    }
}

impl ServiceManagementSystem {
    pub(crate) fn handle(&self) -> &SystemHandle {
        &self.0
    }
}

#[uniffi::export]
impl ServiceManagementSystem {
    /// A system without records.
    #[uniffi::constructor]
    pub fn new(tenant: Option<String>) -> Result<Self, Thrown> {
        door(|| Ok(SystemHandle::new(tenant.as_deref())?.into()))
    }

    /// Folds a journal of one document a line.
    #[uniffi::constructor]
    pub fn replay(lines: String, tenant: Option<String>) -> Result<Self, Thrown> {
        door(|| Ok(SystemHandle::replay(&lines, tenant.as_deref())?.into()))
    }

    /// Plans a command and confirms the plan; the events.
    pub fn execute(&self, command: String, context: String) -> Result<String, Thrown> {
        door(|| text(&self.0.execute(command.as_bytes(), context.as_bytes())?))
    }

    /// Plans a command and changes nothing.
    pub fn plan(&self, command: String, context: String) -> Result<Plan, Thrown> {
        door(|| Ok(Plan(self.0.plan(command.as_bytes(), context.as_bytes())?)))
    }

    /// Applies a plan: all of it or nothing.
    pub fn confirm(&self, plan: Arc<Plan>) -> Result<String, Thrown> {
        door(|| text(&self.0.confirm(plan.0.clone())?))
    }

    /// Fires everything that is due up to and including an instant.
    pub fn advance(&self, now: f64) -> Result<String, Thrown> {
        let now = instant_text(now)?;
        door(|| text(&self.0.advance(&now)?))
    }

    /// The instant at which something is due by itself next.
    pub fn next_wakeup(&self) -> Result<Option<i64>, Thrown> {
        door(|| Ok(self.0.next_wakeup().map(|at| at.unix_s())))
    }

    /// A record, or `null`.
    pub fn record(&self, process: String, id: String) -> Result<String, Thrown> {
        door(|| text(&self.0.record(&process, &id)?))
    }

    /// Every record of a process, by id.
    pub fn records(&self, process: String) -> Result<String, Thrown> {
        door(|| text(&self.0.records(&process)?))
    }

    /// The commands that a record's state allows.
    pub fn allowed(&self, process: String, id: String) -> Result<Vec<String>, Thrown> {
        door(|| Ok(self.0.allowed(&process, &id)?.into_iter().map(str::to_owned).collect()))
    }

    /// For each command that a record's state allows, every unmet condition.
    pub fn next_steps(&self, process: String, id: String, context: String) -> Result<String, Thrown> {
        door(|| text(&self.0.next_steps(&process, &id, context.as_bytes())?))
    }

    /// Every KPI of a period, as known at an instant.
    pub fn kpis(&self, period: String, now: f64) -> Result<String, Thrown> {
        let now = instant_text(now)?;
        door(|| text(&self.0.kpis(period.as_bytes(), &now)?))
    }

    /// The register of configuration items.
    pub fn cmdb(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.cmdb()?))
    }

    /// The system as it was at an instant.
    pub fn as_of(&self, recorded_at: f64) -> Result<Self, Thrown> {
        let at = instant_text(recorded_at)?;
        door(|| Ok(self.0.as_of(&at)?.into()))
    }

    /// The journal as one canonical document a line.
    pub fn journal(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.journal()))
    }

    /// The events from an index on, at most so many. Of records that were disposed of there are none.
    pub fn events(&self, first: i64, most: i64) -> Result<String, Thrown> {
        door(|| text(&self.0.events(within("first", first)?, within("most", most)?)?))
    }

    /// How many entries the journal has.
    pub fn length(&self) -> Result<i64, Thrown> {
        door(|| i64::try_from(self.0.len()).map_err(|fault| Failure::internal(fault.to_string())))
    }

    /// The SHA-256 of the state.
    pub fn digest(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.digest()))
    }
}
