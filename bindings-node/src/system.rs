//! The whole.

use crate::documents::{instant_ms, text, within};
use crate::failure::{Work, ask, promise};
use itsm::contract::{self, SystemHandle};
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use std::sync::Arc;

/// A plan that waits to be confirmed.
#[napi]
pub struct Plan(contract::Planned);

#[napi]
impl Plan {
    /// Its events.
    #[napi(catch_unwind)]
    pub fn events(&self) -> napi::Result<String> {
        ask(|| text(&self.0.events()?))
    }
}

impl Plan {
    pub(crate) fn planned(&self) -> &contract::Planned {
        &self.0
    }
}

/// A service management system.
#[napi]
pub struct ServiceManagementSystem(Arc<SystemHandle>);

impl From<SystemHandle> for ServiceManagementSystem {
    fn from(system: SystemHandle) -> Self {
        Arc::new(system).into()
    }
}

impl From<Arc<SystemHandle>> for ServiceManagementSystem {
    fn from(system: Arc<SystemHandle>) -> Self {
        Self(system)
    }
}

#[napi]
impl ServiceManagementSystem {
    /// A system without records.
    #[napi(constructor, catch_unwind)]
    pub fn new(tenant: Option<String>) -> napi::Result<Self> {
        ask(|| Ok(SystemHandle::new(tenant.as_deref())?.into()))
    }

    /// Folds a journal.
    #[napi(catch_unwind)]
    pub fn replay(lines: String, tenant: Option<String>) -> napi::Result<Self> {
        ask(|| Ok(SystemHandle::replay(&lines, tenant.as_deref())?.into()))
    }

    /// `replay` off the event loop.
    #[napi(catch_unwind)]
    pub fn replay_async(lines: String, tenant: Option<String>) -> AsyncTask<Work<ServiceManagementSystem>> {
        promise(move || Ok(SystemHandle::replay(&lines, tenant.as_deref())?.into()))
    }

    /// Plans a command and confirms the plan.
    #[napi(catch_unwind)]
    pub fn execute(&self, command: String, context: String) -> napi::Result<String> {
        ask(|| text(&self.0.execute(command.as_bytes(), context.as_bytes())?))
    }

    /// Plans a command and changes nothing.
    #[napi(catch_unwind)]
    pub fn plan(&self, command: String, context: String) -> napi::Result<Plan> {
        ask(|| Ok(Plan(self.0.plan(command.as_bytes(), context.as_bytes())?)))
    }

    /// Applies a plan.
    #[napi(catch_unwind)]
    pub fn confirm(&self, plan: &Plan) -> napi::Result<String> {
        ask(|| text(&self.0.confirm(plan.0.clone())?))
    }

    /// Fires everything that is due.
    #[napi(catch_unwind)]
    pub fn advance(&self, now: String) -> napi::Result<String> {
        ask(|| text(&self.0.advance(&now)?))
    }

    /// The instant at which something is due next.
    #[napi(catch_unwind)]
    pub fn next_wakeup(&self) -> napi::Result<Option<f64>> {
        ask(|| Ok(self.0.next_wakeup().map(instant_ms)))
    }

    /// A record, or `null`.
    #[napi(catch_unwind)]
    pub fn record(&self, process: String, id: String) -> napi::Result<String> {
        ask(|| text(&self.0.record(&process, &id)?))
    }

    /// Every record of a process.
    #[napi(catch_unwind)]
    pub fn records(&self, process: String) -> napi::Result<String> {
        ask(|| text(&self.0.records(&process)?))
    }

    /// The commands that a record's state allows.
    #[napi(catch_unwind)]
    pub fn allowed(&self, process: String, id: String) -> napi::Result<String> {
        ask(|| text(&self.0.allowed(&process, &id)?))
    }

    /// Why a record does not move.
    #[napi(catch_unwind)]
    pub fn next_steps(&self, process: String, id: String, context: String) -> napi::Result<String> {
        ask(|| text(&self.0.next_steps(&process, &id, context.as_bytes())?))
    }

    /// Every KPI of a period.
    #[napi(catch_unwind)]
    pub fn kpis(&self, period: String, now: String) -> napi::Result<String> {
        ask(|| text(&self.0.kpis(period.as_bytes(), &now)?))
    }

    /// `kpis` off the event loop.
    #[napi(catch_unwind)]
    pub fn kpis_async(&self, period: String, now: String) -> AsyncTask<Work<String>> {
        let system = Arc::clone(&self.0);
        promise(move || text(&system.kpis(period.as_bytes(), &now)?))
    }

    /// The register as a document.
    #[napi(catch_unwind)]
    pub fn cmdb(&self) -> napi::Result<String> {
        ask(|| text(&self.0.cmdb()?))
    }

    /// The system as it was at an instant.
    #[napi(catch_unwind)]
    pub fn as_of(&self, recorded_at: String) -> napi::Result<Self> {
        ask(|| Ok(self.0.as_of(&recorded_at)?.into()))
    }

    /// The journal, one document a line.
    #[napi(catch_unwind)]
    pub fn journal(&self) -> napi::Result<String> {
        ask(|| Ok(self.0.journal()))
    }

    /// How many entries the journal has.
    #[napi(catch_unwind)]
    pub fn length(&self) -> napi::Result<f64> {
        ask(|| Ok(self.0.len() as f64))
    }

    /// The events from an index on; of records that were disposed of there are none.
    #[napi(catch_unwind)]
    pub fn events(&self, from: f64, most: f64) -> napi::Result<String> {
        ask(|| text(&self.0.events(within("from", from)?, within("most", most)?)?))
    }

    /// The checkpoint of the journal.
    #[napi(catch_unwind)]
    pub fn checkpoint(&self, origin: String) -> napi::Result<String> {
        ask(|| self.0.checkpoint(&origin))
    }

    /// A proof that an entry stands in the journal.
    #[napi(catch_unwind)]
    pub fn inclusion_proof(&self, index: f64, size: f64) -> napi::Result<String> {
        ask(|| text(&self.0.inclusion_proof(within("index", index)?, within("size", size)?)?))
    }

    /// A proof that the journal begins with an older one.
    #[napi(catch_unwind)]
    pub fn consistency_proof(&self, from: f64, to: f64) -> napi::Result<String> {
        ask(|| text(&self.0.consistency_proof(within("from", from)?, within("to", to)?)?))
    }

    /// The SHA-256 of the state.
    #[napi(catch_unwind)]
    pub fn digest(&self) -> napi::Result<String> {
        ask(|| Ok(self.0.digest()))
    }
}
