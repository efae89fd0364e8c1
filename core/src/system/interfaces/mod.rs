//! Interfaces between processes: what a command to one record means to others, in the same plan. 流程接口
//!
//! Spec Annex F. The system issues the commands that follow, under the guards of their own processes; whoever gave the first command
//! stands in them as the person on whose behalf. All of a plan is appended or nothing: when an effect is refused, the command that
//! would have it is refused. A process without rules in force has no part in it.

mod control;
mod governance;
mod release;
mod resolution;

use super::CommandError;
use super::draft::Draft;
use super::processes::{ProcessCommand, Registered};
use crate::control::{Change, Changes};
use crate::kernel::RecordId;
use crate::resolution::{Problem, Problems};

type Outcome = Result<(), CommandError>;

impl Draft<'_> {
    /// Issues the commands that follow from a command that was accepted.
    pub(super) fn follow(&mut self, id: &RecordId, command: &ProcessCommand) -> Outcome {
        match command {
            ProcessCommand::Incident(command) => self.follow_incident(id, command),
            ProcessCommand::MajorIncident(command) => self.follow_major(id, command),
            ProcessCommand::ProblemCandidate(command) => self.follow_candidate(id, command),
            ProcessCommand::Problem(command) => self.follow_problem(id, command),
            ProcessCommand::KnownError(command) => self.follow_known_error(id, command),
            ProcessCommand::Change(command) => self.follow_change(id, command),
            ProcessCommand::Release(command) => self.follow_release(id, command),
            ProcessCommand::ConfigurationAudit(command) => self.follow_audit(id, command),
            _ => Ok(()),
        }
    }

    /// Issues a command of the system itself, and what follows from it.
    fn issue<P: Registered>(
        &mut self,
        record: Option<&RecordId>,
        command: P::Command,
    ) -> Result<RecordId, CommandError>
    where
        ProcessCommand: From<P::Command>,
    {
        let id = self.run_as_system::<P>(record, &command)?;
        self.follow(&id, &command.into())?;
        Ok(id)
    }

    fn change(&self, id: &RecordId) -> Option<&Change> {
        self.record_of::<Changes>(id)
    }

    fn problem(&self, id: &RecordId) -> Option<&Problem> {
        self.record_of::<Problems>(id)
    }
}
