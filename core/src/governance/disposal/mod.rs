//! Disposals: what is destroyed with authority, and what says so afterwards. 处置
//!
//! ISO/IEC 20000-1:2018 clause 7.5.3, spec 3.2 (`DisposalBatch`), invariant 17, REC-04. An order erases the personal values of a
//! person, which the records survive, or disposes of whole records whose retention period is over. It names records and versions, never
//! what they hold; two persons stand in it, and no waiver lifts that (DECISIONS 8). The guards are ours (ADR 19).
//!
//! ```
//! use itsm::governance::{DisposalPhase, Disposals};
//! use itsm::kernel::Process;
//! let legal = Disposals::LIFECYCLE.allowed(Some(DisposalPhase::Requested));
//! assert!(legal.contains(&"disposal.approve") && !legal.contains(&"disposal.carry_out"));
//! ```

mod decide;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use crate::governance::RetentionInForce;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};

/// The process of disposals.
#[derive(Clone, Copy, Debug)]
pub struct Disposals;

impl Process for Disposals {
    type Phase = DisposalPhase;
    type Record = Disposal;
    type Command = DisposalCommand;
    type Event = DisposalEvent;
    type Policy = RetentionInForce;

    const LIFECYCLE: &'static Lifecycle<DisposalPhase> = &LIFECYCLE;

    fn kind(command: &DisposalCommand) -> &'static str {
        command.kind()
    }

    fn phase(disposal: &Disposal) -> DisposalPhase {
        disposal.phase
    }

    fn envelope(disposal: &Disposal) -> &Envelope {
        &disposal.envelope
    }

    fn envelope_mut(disposal: &mut Disposal) -> &mut Envelope {
        &mut disposal.envelope
    }

    fn relates(disposal: &Disposal, who: Who, person: &PersonId, _: &Context<RetentionInForce>) -> bool {
        who == Who::Requester && disposal.envelope.created_by == *person
    }

    fn needs(disposal: Option<&Disposal>, command: &DisposalCommand) -> Vec<FactWanted> {
        decide::needs(disposal, command)
    }

    fn decide(command: &DisposalCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &Disposal) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &DisposalEvent) -> Option<Disposal> {
        let DisposalEvent::Requested(requested) = event else { return None };
        Some(Disposal {
            envelope: Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at),
            phase: DisposalPhase::Requested,
            order: requested.order.clone(),
            legal_basis: requested.legal_basis.clone(),
            method: requested.method.clone(),
            approval: None,
            ended_because: None,
            disposed: Vec::new(),
        })
    }

    fn apply(disposal: &mut Disposal, head: &EventHead, event: &DisposalEvent) {
        match event {
            DisposalEvent::Requested(_) => {}
            DisposalEvent::Approved(_) => {
                disposal.phase = DisposalPhase::Approved;
                disposal.approval = Some(DisposalApproval { at: head.at, by: head.actor.id.clone() });
            }
            DisposalEvent::Rejected(rejected) => {
                disposal.phase = DisposalPhase::Rejected;
                disposal.ended_because = Some(rejected.reason.clone());
            }
            DisposalEvent::CarriedOut(done) => {
                disposal.phase = DisposalPhase::CarriedOut;
                disposal.disposed.clone_from(&done.disposed);
            }
            DisposalEvent::Cancelled(cancelled) => {
                disposal.phase = DisposalPhase::Cancelled;
                disposal.ended_because = Some(cancelled.reason.clone());
            }
            DisposalEvent::NoticeRequested(notice) => disposal.envelope.requested(notice, head.at),
            DisposalEvent::NoticeDelivered(receipt) => disposal.envelope.delivered(receipt),
        }
    }
}
