//! Standard change models: approvals given beforehand, for a scope, for a time, until they fail. 标准变更模型
//!
//! ISO/IEC 20000-1 8.5.1 (2005 and 2011: 9.2), spec 3.24, semantics 8.3. A standard change is scheduled under a model (T-CHG-17): the
//! model is approved by somebody who did not propose it, it ends, and it is withdrawn when changes under it fail too often. All
//! guards are ours.
//!
//! ```
//! use itsm::control::{ChangeModelPhase, ChangeModels};
//! use itsm::kernel::Process;
//! let legal = ChangeModels::LIFECYCLE.allowed(Some(ChangeModelPhase::Expired));
//! assert!(legal.contains(&"change_model.renew") && !legal.contains(&"change_model.suspend"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::ChangeRules;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};
use crate::time::RulesInForce;

/// The process of standard change models.
#[derive(Clone, Copy, Debug)]
pub struct ChangeModels;

impl Process for ChangeModels {
    type Phase = ChangeModelPhase;
    type Record = ChangeModel;
    type Command = ChangeModelCommand;
    type Event = ChangeModelEvent;
    type Policy = RulesInForce<ChangeRules>;

    const LIFECYCLE: &'static Lifecycle<ChangeModelPhase> = &LIFECYCLE;

    fn kind(command: &ChangeModelCommand) -> &'static str {
        command.kind()
    }

    fn phase(model: &ChangeModel) -> ChangeModelPhase {
        model.phase()
    }

    fn envelope(model: &ChangeModel) -> &Envelope {
        &model.envelope
    }

    fn envelope_mut(model: &mut ChangeModel) -> &mut Envelope {
        &mut model.envelope
    }

    fn relates(model: &ChangeModel, who: Who, person: &PersonId, _: &Context<Self::Policy>) -> bool {
        who == Who::Requester && model.proposer == *person
    }

    fn needs(_: Option<&ChangeModel>, _: &ChangeModelCommand) -> Vec<FactWanted> {
        Vec::new()
    }

    fn decide(command: &ChangeModelCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(model: &ChangeModel) -> Option<Instant> {
        decide::expires(model)
    }

    fn open(head: &EventHead, event: &ChangeModelEvent) -> Option<ChangeModel> {
        fold::open(head, event)
    }

    fn apply(model: &mut ChangeModel, head: &EventHead, event: &ChangeModelEvent) {
        fold::apply(model, head, event);
    }
}
