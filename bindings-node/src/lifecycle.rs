//! One process by itself, for hosts that keep their own tables.

use crate::documents::{bytes, instant_ms, text};
use crate::failure::ask;
use itsm::contract::{self, ContextDocument};
use itsm::system::Command;
use napi_derive::napi;

/// Policies compiled for decisions beside a host's own tables.
#[napi]
pub struct Policies(contract::Policies);

#[napi]
impl Policies {
    /// Reads and compiles a list.
    #[napi(constructor, catch_unwind)]
    pub fn new(list: String) -> napi::Result<Self> {
        ask(|| Ok(Self(contract::Policies::from_json(list.as_bytes())?)))
    }
}

/// The lifecycle of one process.
#[napi]
pub struct Lifecycle(contract::Lifecycle);

#[napi]
impl Lifecycle {
    /// The lifecycle of a process, by its code.
    #[napi(constructor, catch_unwind)]
    pub fn new(process: String) -> napi::Result<Self> {
        ask(|| Ok(Self(contract::Lifecycle::of(&process)?)))
    }

    /// The code of every process.
    #[napi(catch_unwind)]
    pub fn processes() -> Vec<String> {
        contract::Lifecycle::all().map(|lifecycle| lifecycle.process().to_owned()).collect()
    }

    /// The code of the process.
    #[napi(catch_unwind)]
    pub fn process(&self) -> String {
        self.0.process().to_owned()
    }

    /// What people read.
    #[napi(catch_unwind)]
    pub fn label(&self) -> napi::Result<String> {
        ask(|| text(&self.0.label()))
    }

    /// Its states.
    #[napi(catch_unwind)]
    pub fn states(&self) -> napi::Result<String> {
        ask(|| text(&self.0.states()))
    }

    /// The commands that are legal in a state.
    #[napi(catch_unwind)]
    pub fn allowed(&self, state: Option<String>) -> napi::Result<String> {
        ask(|| text(&self.0.allowed(state.as_deref())?))
    }

    /// Every legal move with its guard.
    #[napi(catch_unwind)]
    pub fn table(&self) -> napi::Result<String> {
        ask(|| text(&self.0.table()))
    }

    /// The table as a Mermaid diagram.
    #[napi(catch_unwind)]
    pub fn mermaid(&self) -> napi::Result<String> {
        ask(|| Ok(self.0.mermaid()))
    }

    /// The facts about other records that a command wants.
    #[napi(catch_unwind)]
    pub fn needs(&self, record: Option<String>, command: String) -> napi::Result<String> {
        ask(|| text(&self.0.needs(bytes(record.as_ref()), &Command::from_json(command.as_bytes())?)?))
    }

    /// Decides a command on a record.
    #[napi(catch_unwind)]
    pub fn decide(
        &self,
        record: Option<String>,
        command: String,
        context: String,
        policies: &Policies,
    ) -> napi::Result<String> {
        ask(|| {
            let command = Command::from_json(command.as_bytes())?;
            let context = ContextDocument::from_json(context.as_bytes())?;
            text(&self.0.decide(bytes(record.as_ref()), &command, context, &policies.0)?.document()?)
        })
    }

    /// The next instant at which a timer of the record is due.
    #[napi(catch_unwind)]
    pub fn due(&self, record: String) -> napi::Result<Option<f64>> {
        ask(|| Ok(self.0.due(record.as_bytes())?.map(instant_ms)))
    }

    /// Fires what is due on a record.
    #[napi(catch_unwind)]
    pub fn fire(&self, record: String, context: String, policies: &Policies) -> napi::Result<String> {
        ask(|| {
            let context = ContextDocument::from_json(context.as_bytes())?;
            text(&self.0.fire(record.as_bytes(), context, &policies.0)?.document()?)
        })
    }

    /// The record after an event that was decided elsewhere.
    #[napi(catch_unwind)]
    pub fn apply(&self, record: Option<String>, event: String) -> napi::Result<String> {
        ask(|| text(&self.0.apply(bytes(record.as_ref()), event.as_bytes())?))
    }
}
