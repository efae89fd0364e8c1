//! One process by itself, beside a host's own tables. 单流程接口

use crate::documents::text;
use crate::door::{Thrown, door};
use itsm::contract::{self, ContextDocument};
use itsm::system::Command;
use std::sync::Arc;

/// Policies compiled for decisions beside a host's own tables.
#[derive(uniffi::Object)]
pub struct Policies(contract::Policies);

#[uniffi::export]
impl Policies {
    /// Reads and compiles a list of policies.
    #[uniffi::constructor]
    pub fn new(documents: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(contract::Policies::from_json(documents.as_bytes())?)))
    }
}

/// The lifecycle of one process: its states, its table, its decisions.
#[derive(uniffi::Object)]
pub struct Lifecycle(contract::Lifecycle);

fn bytes(record: Option<&String>) -> Option<&[u8]> {
    record.map(String::as_bytes)
}

/// The code of every process.
#[uniffi::export]
pub fn processes() -> Result<Vec<String>, Thrown> {
    door(|| Ok(contract::Lifecycle::all().map(|lifecycle| lifecycle.process().to_owned()).collect()))
}

#[uniffi::export]
impl Lifecycle {
    /// The lifecycle of a process by its code.
    #[uniffi::constructor]
    pub fn new(process: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(contract::Lifecycle::of(&process)?)))
    }

    /// The code of the process.
    pub fn process(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.process().to_owned()))
    }

    /// What people read.
    pub fn label(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.label()))
    }

    /// Its states.
    pub fn states(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.states()))
    }

    /// Every legal move with its guard.
    pub fn table(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.table()))
    }

    /// The table as a Mermaid diagram.
    pub fn mermaid(&self) -> Result<String, Thrown> {
        door(|| Ok(self.0.mermaid()))
    }

    /// The commands that are legal in a state.
    pub fn allowed(&self, state: Option<String>) -> Result<Vec<String>, Thrown> {
        door(|| Ok(self.0.allowed(state.as_deref())?.into_iter().map(str::to_owned).collect()))
    }

    /// The facts about other records that the guards of a command want.
    pub fn needs(&self, record: Option<String>, command: String) -> Result<String, Thrown> {
        door(|| {
            let command = Command::from_json(command.as_bytes())?;
            text(&self.0.needs(bytes(record.as_ref()), &command)?)
        })
    }

    /// Decides a command: events, and the record after them.
    pub fn decide(
        &self,
        record: Option<String>,
        command: String,
        context: String,
        policies: Arc<Policies>,
    ) -> Result<String, Thrown> {
        door(|| {
            let command = Command::from_json(command.as_bytes())?;
            let context = ContextDocument::from_json(context.as_bytes())?;
            text(&self.0.decide(bytes(record.as_ref()), &command, context, &policies.0)?.document()?)
        })
    }

    /// The next instant at which a timer of the record is due.
    pub fn due(&self, record: String) -> Result<Option<i64>, Thrown> {
        door(|| Ok(self.0.due(record.as_bytes())?.map(|due| due.unix_s())))
    }

    /// Fires what is due.
    pub fn fire(&self, record: String, context: String, policies: Arc<Policies>) -> Result<String, Thrown> {
        door(|| {
            let context = ContextDocument::from_json(context.as_bytes())?;
            text(&self.0.fire(record.as_bytes(), context, &policies.0)?.document()?)
        })
    }

    /// The record after an event that was decided elsewhere.
    pub fn apply(&self, record: Option<String>, event: String) -> Result<String, Thrown> {
        door(|| text(&self.0.apply(bytes(record.as_ref()), event.as_bytes())?))
    }
}
