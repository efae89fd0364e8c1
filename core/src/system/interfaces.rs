//! Interfaces between processes: what a command to one record means to others, in the same plan. 流程接口
//!
//! Spec Annex F. All of a plan is appended or nothing: when an effect is refused, the command that would have it is refused.

use super::CommandError;
use super::draft::Draft;
use super::processes::ProcessCommand;
use crate::kernel::RecordId;
use crate::resolution::incident::{MarkMajor, UnmarkMajor};
use crate::resolution::{IncidentCommand, Incidents, MajorIncidentCommand};

impl Draft<'_> {
    /// Issues the commands that follow from a command that was accepted.
    pub(super) fn follow(&mut self, id: &RecordId, command: &ProcessCommand) -> Result<(), CommandError> {
        match command {
            ProcessCommand::MajorIncident(command) => self.follow_major(id, command),
            _ => Ok(()),
        }
    }

    /// Declaring a major incident names it on its incident, a downgrade takes the name away.
    fn follow_major(&mut self, major: &RecordId, command: &MajorIncidentCommand) -> Result<(), CommandError> {
        let major = major.clone();
        let (incident, follow) = match command {
            MajorIncidentCommand::Declare(declare) => {
                (declare.incident.clone(), IncidentCommand::MarkMajor(MarkMajor { major }))
            }
            MajorIncidentCommand::Downgrade(_) => {
                let Some(record) = self.touched.major_incidents.get(&major) else { return Ok(()) };
                (record.incident.clone(), IncidentCommand::UnmarkMajor(UnmarkMajor { major }))
            }
            _ => return Ok(()),
        };
        self.run::<Incidents>(Some(&incident), &follow).map(|_| ())
    }
}
