//! Major incidents: one manager, top management informed, a review afterwards. 重大事件管理
//!
//! ISO/IEC 20000-1 8.6.1 (2005: 8.2, 2011: 8.1), spec 3.20 (MAJ-01 to MAJ-05), guards T-MAJ-01 to T-MAJ-06 of 3.30. The guards
//! `T-MAJ-L…` are ours: the prose of 3.20 has a phase of reviewing that 3.30 lacks, and updates while it lasts; the lead can be handed
//! over, and one of two managers proposes what the other one takes back (ADR 4).
//!
//! ```
//! use itsm::resolution::{MajorIncidentPhase, MajorIncidents};
//! use itsm::kernel::Process;
//! let legal = MajorIncidents::LIFECYCLE.allowed(Some(MajorIncidentPhase::Declared));
//! assert!(legal.contains(&"major_incident.manage") && legal.contains(&"major_incident.downgrade"));
//! ```

mod decide;
mod fold;
mod lifecycle;
mod messages;
mod record;

pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::DeskPolicy;
use crate::kernel::{Case, Envelope, EventHead, FactWanted, Instant, Lifecycle, Process};

/// The process of major incidents.
#[derive(Clone, Copy, Debug)]
pub struct MajorIncidents;

impl Process for MajorIncidents {
    type Phase = MajorIncidentPhase;
    type Record = MajorIncident;
    type Command = MajorIncidentCommand;
    type Event = MajorIncidentEvent;
    type Policy = DeskPolicy;

    const LIFECYCLE: &'static Lifecycle<MajorIncidentPhase> = &LIFECYCLE;

    fn kind(command: &MajorIncidentCommand) -> &'static str {
        command.kind()
    }

    fn phase(major: &MajorIncident) -> MajorIncidentPhase {
        major.phase()
    }

    fn envelope(major: &MajorIncident) -> &Envelope {
        &major.envelope
    }

    fn envelope_mut(major: &mut MajorIncident) -> &mut Envelope {
        &mut major.envelope
    }

    fn needs(major: Option<&MajorIncident>, command: &MajorIncidentCommand) -> Vec<FactWanted> {
        let incident = major.map(|major| FactWanted::new("incident", &major.incident)).into_iter();
        match command {
            MajorIncidentCommand::Declare(declare) => vec![FactWanted::new("incident", &declare.incident)],
            MajorIncidentCommand::Restore(_)
            | MajorIncidentCommand::BeginReview(_)
            | MajorIncidentCommand::HandOver(_) => incident.collect(),
            MajorIncidentCommand::Review(body) => match &body.review.problem {
                ProblemDecision::Linked(problem) => {
                    incident.chain([FactWanted::new("problem", problem)]).collect()
                }
                ProblemDecision::NotNeeded(_) => incident.collect(),
            },
            _ => Vec::new(),
        }
    }

    fn decide(command: &MajorIncidentCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(major: &MajorIncident) -> Option<Instant> {
        decide::due(major)
    }

    fn open(head: &EventHead, event: &MajorIncidentEvent) -> Option<MajorIncident> {
        fold::open(head, event)
    }

    fn apply(major: &mut MajorIncident, head: &EventHead, event: &MajorIncidentEvent) {
        fold::apply(major, head, event);
    }
}
