//! Configuration items: what the services are made of, under control. 配置项
//!
//! ISO/IEC 20000-1 8.2.6 (2005 and 2011: 9.1), spec 3.23 (CFG-01 to CFG-10). Into, within and out of live only under a change, a
//! request under a standard model, or an approved correction of an audit; nothing is ever deleted. The guards `T-CFG-L…` are ours:
//! 3.30 has none for configuration items (ADR 8).
//!
//! ```
//! use itsm::control::{CiPhase, ConfigurationItems};
//! use itsm::kernel::Process;
//! let legal = ConfigurationItems::LIFECYCLE.allowed(Some(CiPhase::Live));
//! assert!(legal.contains(&"configuration_item.maintain") && !legal.contains(&"configuration_item.dispose"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::ConfigurationRules;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};
use crate::time::RulesInForce;

/// The process of configuration items.
#[derive(Clone, Copy, Debug)]
pub struct ConfigurationItems;

impl Process for ConfigurationItems {
    type Phase = CiPhase;
    type Record = ConfigurationItem;
    type Command = ConfigurationItemCommand;
    type Event = ConfigurationItemEvent;
    type Policy = RulesInForce<ConfigurationRules>;

    const LIFECYCLE: &'static Lifecycle<CiPhase> = &LIFECYCLE;

    fn kind(command: &ConfigurationItemCommand) -> &'static str {
        command.kind()
    }

    fn phase(item: &ConfigurationItem) -> CiPhase {
        item.phase
    }

    fn envelope(item: &ConfigurationItem) -> &Envelope {
        &item.envelope
    }

    fn envelope_mut(item: &mut ConfigurationItem) -> &mut Envelope {
        &mut item.envelope
    }

    fn relates(item: &ConfigurationItem, who: Who, person: &PersonId, _: &Context<Self::Policy>) -> bool {
        who == Who::Assignee && item.envelope.owner.as_ref() == Some(person)
    }

    fn needs(_: Option<&ConfigurationItem>, command: &ConfigurationItemCommand) -> Vec<FactWanted> {
        decide::needs(command)
    }

    fn decide(command: &ConfigurationItemCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &ConfigurationItem) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &ConfigurationItemEvent) -> Option<ConfigurationItem> {
        fold::open(head, event)
    }

    fn apply(item: &mut ConfigurationItem, head: &EventHead, event: &ConfigurationItemEvent) {
        fold::apply(item, head, event);
    }
}
