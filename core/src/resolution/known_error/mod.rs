//! Known errors: what the desk can do about a cause that is not removed yet. 已知错误
//!
//! ISO/IEC 20000-1 8.6.3 (2005: 8.3, 2011: 8.2), spec 3.22 (PRB-06 to PRB-08), semantics 8.3. 3.30 has no rows for them, so every
//! guard `T-KER-L…` is ours (ADR 4). A known error is retired only after its fix was verified in production, or once no affected
//! item is left (invariant 8 of 3.29).
//!
//! ```
//! use itsm::resolution::{KnownErrorPhase, KnownErrors};
//! use itsm::kernel::Process;
//! let legal = KnownErrors::LIFECYCLE.allowed(Some(KnownErrorPhase::Published));
//! assert!(legal.contains(&"known_error.fix_pending") && !legal.contains(&"known_error.publish"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::ProblemRules;
use crate::kernel::{Case, Envelope, EventHead, FactWanted, Instant, Lifecycle, Process, RecordId};
use crate::time::RulesInForce;

/// The process of known errors.
#[derive(Clone, Copy, Debug)]
pub struct KnownErrors;

impl Process for KnownErrors {
    type Phase = KnownErrorPhase;
    type Record = KnownError;
    type Command = KnownErrorCommand;
    type Event = KnownErrorEvent;
    type Policy = RulesInForce<ProblemRules>;

    const LIFECYCLE: &'static Lifecycle<KnownErrorPhase> = &LIFECYCLE;

    fn kind(command: &KnownErrorCommand) -> &'static str {
        command.kind()
    }

    fn phase(known_error: &KnownError) -> KnownErrorPhase {
        known_error.phase()
    }

    fn envelope(known_error: &KnownError) -> &Envelope {
        &known_error.envelope
    }

    fn envelope_mut(known_error: &mut KnownError) -> &mut Envelope {
        &mut known_error.envelope
    }

    fn needs(known_error: Option<&KnownError>, command: &KnownErrorCommand) -> Vec<FactWanted> {
        let problem = || known_error.map(|known_error| FactWanted::new("problem", &known_error.problem));
        let change = |change: &RecordId| FactWanted::new("change", change);
        let release = |release: &RecordId| FactWanted::new("release", release);
        let matched =
            || known_error.map(|known_error| FactWanted::new("matched_incident", &known_error.envelope.id));
        match command {
            KnownErrorCommand::Draft(draft) => vec![FactWanted::new("problem", &draft.content.problem)],
            KnownErrorCommand::FixPending(fix) => {
                let change = fix.change.iter().map(change);
                change.chain(fix.release.iter().map(release)).chain(problem()).collect()
            }
            KnownErrorCommand::Reinstate(_) => problem().into_iter().collect(),
            KnownErrorCommand::Retire(retire) => match retire.because {
                RetiredBecause::FixVerified => {
                    let fix = known_error.and_then(KnownError::fix);
                    let change = fix.and_then(|fix| fix.change.as_ref()).map(change);
                    let release = fix.and_then(|fix| fix.release.as_ref()).map(release);
                    problem().into_iter().chain(change).chain(release).chain(matched()).collect()
                }
                RetiredBecause::ItemsWithdrawn => decide::items(known_error).chain(matched()).collect(),
            },
            KnownErrorCommand::Publish(_) => matched().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn decide(command: &KnownErrorCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &KnownError) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &KnownErrorEvent) -> Option<KnownError> {
        fold::open(head, event)
    }

    fn apply(known_error: &mut KnownError, head: &EventHead, event: &KnownErrorEvent) {
        fold::apply(known_error, head, event);
    }
}
