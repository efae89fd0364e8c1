//! Changes: assessed, approved, implemented and reviewed in a controlled manner. 变更管理
//!
//! ISO/IEC 20000-1 8.5.1 (2005 and 2011: 9.2), spec 3.24 (CHG-01 to CHG-15), guards T-CHG-01 to T-CHG-21 of 3.30. The guards
//! `T-CHG-L…` are ours: drafts, opinions, votes that decide nothing yet, deferral, edits, waivers of conflicts, the review itself.
//!
//! A minor, significant or major change is voted on by the authority of its category, and the vote is about the hash of what was
//! asked: whoever edits that, asks again. A standard change goes by its model, an emergency by an authorisation that is made good
//! for afterwards. What stands in the way of a change, what it reaches, what became of its items: all are facts.
//!
//! ```
//! use itsm::control::{ChangePhase, Changes};
//! use itsm::kernel::Process;
//! let legal = Changes::LIFECYCLE.allowed(Some(ChangePhase::Submitted));
//! for path in ["change.accept", "change.schedule_standard", "change.authorise_emergency"] {
//!     assert!(legal.contains(&path));
//! }
//! ```

mod approve;
mod commands;
mod decide;
mod events;
mod fold;
mod implement;
mod lifecycle;
mod plan;
mod record;
mod review;
mod risk;
mod schedule;
mod timers;
mod trend;
mod wanted;

#[cfg(test)]
mod tests;

pub use commands::*;
pub use events::*;
pub use lifecycle::LIFECYCLE;
pub use plan::*;
pub use record::*;
pub use risk::*;
pub use trend::{ChangeTrend, Recurring};

use super::ChangeRules;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};
use crate::time::RulesInForce;

type ChangeCase<'a> = Case<'a, Changes>;

/// The process of changes.
#[derive(Clone, Copy, Debug)]
pub struct Changes;

impl Process for Changes {
    type Phase = ChangePhase;
    type Record = Change;
    type Command = ChangeCommand;
    type Event = ChangeEvent;
    type Policy = RulesInForce<ChangeRules>;

    const LIFECYCLE: &'static Lifecycle<ChangePhase> = &LIFECYCLE;

    fn kind(command: &ChangeCommand) -> &'static str {
        command.kind()
    }

    fn phase(change: &Change) -> ChangePhase {
        change.phase()
    }

    fn envelope(change: &Change) -> &Envelope {
        &change.envelope
    }

    fn envelope_mut(change: &mut Change) -> &mut Envelope {
        &mut change.envelope
    }

    fn relates(change: &Change, who: Who, person: &PersonId, context: &Context<Self::Policy>) -> bool {
        match who {
            Who::Assignee => change.has_a_part(person),
            Who::Requester => change.requester == *person,
            Who::Approver => approve::approves(change, person, context),
            Who::Role(_) | Who::Timer => false,
        }
    }

    fn needs(change: Option<&Change>, command: &ChangeCommand) -> Vec<FactWanted> {
        wanted::needs(change, command)
    }

    fn decide(command: &ChangeCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        timers::fire(case);
    }

    fn due(change: &Change) -> Option<Instant> {
        timers::due(change)
    }

    fn watches(change: &Change) -> Vec<FactWanted> {
        change.dues.items.map(|_| wanted::items(change)).unwrap_or_default()
    }

    fn open(head: &EventHead, event: &ChangeEvent) -> Option<Change> {
        fold::open(head, event)
    }

    fn apply(change: &mut Change, head: &EventHead, event: &ChangeEvent) {
        fold::apply(change, head, event);
    }
}
