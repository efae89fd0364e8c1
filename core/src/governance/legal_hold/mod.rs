//! Legal holds: what must not be destroyed, whatever else says that it may. 法律保留
//!
//! ISO/IEC 20000-1:2018 clause 7.5.3, spec 3.2 (`LegalHold`), invariant 17. A hold names records, a person, or both; while it is in
//! force no record that it names, or that is about the person, is disposed of, and no personal value of the person is erased where the
//! retention rules say so. It ends only by being released, by another person than placed it. The guards are ours (ADR 19).
//!
//! ```
//! use itsm::governance::{LegalHoldPhase, LegalHolds};
//! use itsm::kernel::Process;
//! let legal = LegalHolds::LIFECYCLE.allowed(Some(LegalHoldPhase::InForce));
//! assert!(legal.contains(&"legal_hold.release") && !legal.contains(&"legal_hold.place"));
//! ```

mod decide;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use crate::kernel::{Case, Envelope, EventHead, FactWanted, Instant, Lifecycle, Process};

/// The process of legal holds.
#[derive(Clone, Copy, Debug)]
pub struct LegalHolds;

impl Process for LegalHolds {
    type Phase = LegalHoldPhase;
    type Record = LegalHold;
    type Command = LegalHoldCommand;
    type Event = LegalHoldEvent;
    type Policy = ();

    const LIFECYCLE: &'static Lifecycle<LegalHoldPhase> = &LIFECYCLE;

    fn kind(command: &LegalHoldCommand) -> &'static str {
        command.kind()
    }

    fn phase(hold: &LegalHold) -> LegalHoldPhase {
        hold.phase
    }

    fn envelope(hold: &LegalHold) -> &Envelope {
        &hold.envelope
    }

    fn envelope_mut(hold: &mut LegalHold) -> &mut Envelope {
        &mut hold.envelope
    }

    fn needs(_: Option<&LegalHold>, command: &LegalHoldCommand) -> Vec<FactWanted> {
        decide::needs(command)
    }

    fn decide(command: &LegalHoldCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &LegalHold) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &LegalHoldEvent) -> Option<LegalHold> {
        let LegalHoldEvent::Placed(placed) = event else { return None };
        Some(LegalHold {
            envelope: Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at),
            phase: LegalHoldPhase::InForce,
            records: placed.records.clone(),
            subject: placed.subject.clone(),
            reason: placed.reason.clone(),
            authority: placed.authority.clone(),
            released: None,
        })
    }

    fn apply(hold: &mut LegalHold, head: &EventHead, event: &LegalHoldEvent) {
        match event {
            LegalHoldEvent::Placed(_) => {}
            LegalHoldEvent::Released(released) => {
                hold.phase = LegalHoldPhase::Released;
                let (at, by) = (head.at, head.actor.id.clone());
                hold.released = Some(HoldReleased { at, by, reason: released.reason.clone() });
            }
            LegalHoldEvent::NoticeRequested(notice) => hold.envelope.requested(notice, head.at),
            LegalHoldEvent::NoticeDelivered(receipt) => hold.envelope.delivered(receipt),
        }
    }
}
