//! Problem management: remove the causes of incidents, reduce the impact of those that stay. 问题管理
//!
//! ISO/IEC 20000-1 8.6.3 (2005: 8.3, 2011: 8.2), spec 3.22 (PRB-01 to PRB-10), guards T-PRB-01 to T-PRB-11 of 3.30. The guards
//! `T-PRB-L…` are ours: they complete the table where a problem would have no way on (ADR 4).
//!
//! ```
//! use itsm::resolution::{ProblemPhase, Problems};
//! use itsm::kernel::Process;
//! let legal = Problems::LIFECYCLE.allowed(Some(ProblemPhase::UnderObservation));
//! assert!(legal.contains(&"problem.close") && legal.contains(&"problem.recur"));
//! ```

mod decide;
mod fixing;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::ProblemRules;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, LinkKind, PersonId, Process, Who,
};
use crate::time::RulesInForce;

/// The process of problems.
#[derive(Clone, Copy, Debug)]
pub struct Problems;

impl Process for Problems {
    type Phase = ProblemPhase;
    type Record = Problem;
    type Command = ProblemCommand;
    type Event = ProblemEvent;
    type Policy = RulesInForce<ProblemRules>;

    const LIFECYCLE: &'static Lifecycle<ProblemPhase> = &LIFECYCLE;

    fn kind(command: &ProblemCommand) -> &'static str {
        command.kind()
    }

    fn phase(problem: &Problem) -> ProblemPhase {
        problem.phase()
    }

    fn envelope(problem: &Problem) -> &Envelope {
        &problem.envelope
    }

    fn envelope_mut(problem: &mut Problem) -> &mut Envelope {
        &mut problem.envelope
    }

    fn relates(problem: &Problem, who: Who, person: &PersonId, _: &Context<Self::Policy>) -> bool {
        who == Who::Assignee && problem.analyst() == Some(person)
    }

    fn needs(problem: Option<&Problem>, command: &ProblemCommand) -> Vec<FactWanted> {
        let known_errors = || {
            let linked = problem.into_iter().flat_map(|p| p.envelope.linked(LinkKind::HasKnownError));
            linked.map(|record| FactWanted::new("known_error", record))
        };
        let change = |record| FactWanted::new("change", record);
        let incident = |record| FactWanted::new("incident", record);
        match command {
            ProblemCommand::Log(log) => {
                let candidate = log.candidate.iter().map(|c| FactWanted::new("problem_candidate", c));
                candidate.chain(log.incidents.iter().map(incident)).collect()
            }
            ProblemCommand::Relate(relate) => relate.incidents.iter().map(incident).collect(),
            ProblemCommand::ProposeFix(propose) => known_errors().chain([change(&propose.change)]).collect(),
            ProblemCommand::Accept(_) | ProblemCommand::Close(_) => known_errors().collect(),
            ProblemCommand::BeginFix(begin) => vec![change(&begin.change)],
            ProblemCommand::Observe(observe) => {
                let release = observe.release.iter().map(|release| FactWanted::new("release", release));
                [change(&observe.change)].into_iter().chain(release).collect()
            }
            ProblemCommand::WithdrawFix(withdraw) => vec![change(&withdraw.change)],
            ProblemCommand::FixAtOnce(fix) => fix.change.iter().map(change).collect(),
            ProblemCommand::Recur(recur) => vec![incident(&recur.incident)],
            ProblemCommand::Link(linked) if linked.link.kind == LinkKind::HasKnownError => {
                vec![FactWanted::new("known_error", &linked.link.to)]
            }
            _ => Vec::new(),
        }
    }

    fn decide(command: &ProblemCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(problem: &Problem) -> Option<Instant> {
        decide::due(problem)
    }

    fn open(head: &EventHead, event: &ProblemEvent) -> Option<Problem> {
        fold::open(head, event)
    }

    fn apply(problem: &mut Problem, head: &EventHead, event: &ProblemEvent) {
        fold::apply(problem, head, event);
    }
}
