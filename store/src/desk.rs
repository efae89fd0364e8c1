//! A whole system on a journal. 持久化服务台

use crate::StoreError;
use crate::following::{self, Carried};
use crate::journal::{Journal, Ready, now};
use itsm::contract::SystemHandle;
use itsm::evidence::TreeHead;
use itsm::kernel::{AppendError, Context, Instant, TenantId};
use itsm::system::{Advanced, Command, ServiceManagementSystem, SystemPlan};
use std::ops::Deref;
use std::sync::Arc;

/// A service management system that stands on a journal: what it says has happened, is kept.
///
/// Several may stand on one journal. Each follows the log before it decides; when somebody else was faster, it decides again.
#[derive(Debug)]
pub struct Desk<J> {
    system: Arc<SystemHandle>,
    journal: J,
}

impl<J: Journal> Desk<J> {
    /// Opens a system on a journal: folds its log.
    ///
    /// # Errors
    /// `journal.other_tenant`; what the journal cannot give, or what is no journal.
    pub fn open(journal: J, tenant: Option<TenantId>) -> Result<Self, StoreError> {
        if !journal.is_of(tenant.as_ref()) {
            return Err(AppendError::OtherTenant.into());
        }
        let system = tenant.map_or_else(ServiceManagementSystem::new, ServiceManagementSystem::for_tenant);
        let mut desk = Self { system: Arc::new(system.into()), journal };
        desk.catch_up()?;
        Ok(desk)
    }

    /// The system as it was when the log was followed last.
    #[must_use]
    pub fn system(&self) -> impl Deref<Target = ServiceManagementSystem> + '_ {
        self.system.read()
    }

    /// What a host should know of the journal as it was followed last: how many personal values are missing, or are not those that were
    /// committed to. They are not shown.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        following::without_personal_values(&self.system).into_iter().collect()
    }

    /// The journal.
    pub const fn journal(&mut self) -> &mut J {
        &mut self.journal
    }

    /// Folds what others have appended.
    ///
    /// # Errors
    /// What the journal cannot give, or what is no journal.
    pub fn catch_up(&mut self) -> Result<(), StoreError> {
        now(following::catch_up(&self.system, &mut Ready(&mut self.journal)))
    }

    /// Carries a command out. When it returns, its events are kept, and with them those of timers that were due before it. A command that
    /// was carried out before under the same id gives the events that name it and changes nothing.
    ///
    /// # Errors
    /// A refusal; `store.contended` where others were faster again and again; `store.outcome_unknown`: repeat it under the same id.
    pub fn execute(&mut self, command: &Command, context: &Context) -> Result<Carried, StoreError> {
        now(following::execute(&self.system, &mut Ready(&mut self.journal), command, context))
    }

    /// Plans a command on the system as it was followed last, for a host that appends within its own transaction.
    ///
    /// # Errors
    /// A refusal.
    pub fn plan(&self, command: &Command, context: &Context) -> Result<SystemPlan, StoreError> {
        Ok(self.system.with(|system| system.plan(command, context))?)
    }

    /// Fires everything that is due up to and including an instant.
    ///
    /// # Errors
    /// As [`execute`](Self::execute).
    pub fn advance(&mut self, instant: Instant) -> Result<Advanced, StoreError> {
        now(following::advance(&self.system, &mut Ready(&mut self.journal), instant))
    }

    /// The size and root of the log, hashed anew from what the journal holds. Of what disposals took the hashes are left, and of nothing
    /// else.
    ///
    /// # Errors
    /// `journal.altered`, where an entry is not what was hashed when it took its place, or its text is gone though no disposal took it.
    pub fn verify(&mut self) -> Result<TreeHead, StoreError> {
        Ok(now(following::frontier(&self.system, &mut Ready(&mut self.journal)))?.head())
    }
}
