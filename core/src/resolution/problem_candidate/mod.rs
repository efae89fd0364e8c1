//! Problem candidates: what may be a problem, until somebody decides. 问题候选
//!
//! ISO/IEC 20000-1 8.6.3 (2005: 8.3, 2011: 8.2), spec 3.22 (detection rules; PRB-01: each candidate is decided). 3.30 has no rows for
//! them, so every guard `T-PRC-L…` is ours (ADR 4). At most one candidate of a subject is open; further incidents are added to it.
//!
//! ```
//! use itsm::resolution::{ProblemCandidatePhase, ProblemCandidates};
//! use itsm::kernel::Process;
//! let legal = ProblemCandidates::LIFECYCLE.allowed(Some(ProblemCandidatePhase::Raised));
//! assert!(legal.contains(&"problem_candidate.accept") && legal.contains(&"problem_candidate.decline"));
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

/// The process of problem candidates.
#[derive(Clone, Copy, Debug)]
pub struct ProblemCandidates;

/// The computed fact of an open candidate: asked with its `key`, answered by the candidate that is open for it, if one is.
pub(super) const OPEN_CANDIDATE: &str = "open_candidate";

impl Process for ProblemCandidates {
    type Phase = ProblemCandidatePhase;
    type Record = ProblemCandidate;
    type Command = ProblemCandidateCommand;
    type Event = ProblemCandidateEvent;
    type Policy = RulesInForce<ProblemRules>;

    const LIFECYCLE: &'static Lifecycle<ProblemCandidatePhase> = &LIFECYCLE;

    fn kind(command: &ProblemCandidateCommand) -> &'static str {
        command.kind()
    }

    fn phase(candidate: &ProblemCandidate) -> ProblemCandidatePhase {
        candidate.phase()
    }

    fn envelope(candidate: &ProblemCandidate) -> &Envelope {
        &candidate.envelope
    }

    fn envelope_mut(candidate: &mut ProblemCandidate) -> &mut Envelope {
        &mut candidate.envelope
    }

    fn needs(_: Option<&ProblemCandidate>, command: &ProblemCandidateCommand) -> Vec<FactWanted> {
        let incident = |record| FactWanted::new("incident", record);
        match command {
            ProblemCandidateCommand::Raise(raise) => {
                let none = const { RecordId::literal("-") };
                let open = FactWanted::new(OPEN_CANDIDATE, &none).with("key", [raise.subject.key()]);
                [open].into_iter().chain(raise.incidents.iter().map(incident)).collect()
            }
            ProblemCandidateCommand::AddEvidence(add) => add.incidents.iter().map(incident).collect(),
            ProblemCandidateCommand::Accept(accept) => {
                vec![FactWanted::new("problem", accept.problem.id())]
            }
            _ => Vec::new(),
        }
    }

    fn decide(command: &ProblemCandidateCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &ProblemCandidate) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &ProblemCandidateEvent) -> Option<ProblemCandidate> {
        fold::open(head, event)
    }

    fn apply(candidate: &mut ProblemCandidate, head: &EventHead, event: &ProblemCandidateEvent) {
        fold::apply(candidate, head, event);
    }
}
