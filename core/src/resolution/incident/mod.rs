//! Incident management: restore agreed service as fast as possible. 事件管理
//!
//! ISO/IEC 20000-1 8.6.1 (2005: 8.2, 2011: 8.1), spec 3.20, guards T-INC-01 to T-INC-11 of 3.30. The guards `T-INC-L…` are ours:
//! they complete the table where the prose of 3.20 has a move that 3.30 lacks (ADR 4).
//!
//! ```
//! use itsm::resolution::{IncidentPhase, Incidents};
//! use itsm::kernel::Process;
//! let legal = Incidents::LIFECYCLE.allowed(Some(IncidentPhase::Resolved));
//! assert!(legal.contains(&"incident.close") && legal.contains(&"incident.reopen"));
//! ```

mod commands;
mod decide;
mod events;
mod fold;
mod import;
mod lifecycle;
mod record;
mod stated;

pub use commands::*;
pub use events::*;
pub use lifecycle::LIFECYCLE;
pub use record::*;

use super::DeskPolicy;
use super::tickets::{Timed, register};
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Personal, PersonalField,
    Process, RecordId, UnitId, Who,
};

/// The process of incidents.
#[derive(Clone, Copy, Debug)]
pub struct Incidents;

impl Process for Incidents {
    type Phase = IncidentPhase;
    type Record = Incident;
    type Command = IncidentCommand;
    type Event = IncidentEvent;
    type Policy = DeskPolicy;

    const LIFECYCLE: &'static Lifecycle<IncidentPhase> = &LIFECYCLE;

    fn kind(command: &IncidentCommand) -> &'static str {
        command.kind()
    }

    fn phase(incident: &Incident) -> IncidentPhase {
        incident.phase()
    }

    fn envelope(incident: &Incident) -> &Envelope {
        &incident.envelope
    }

    fn envelope_mut(incident: &mut Incident) -> &mut Envelope {
        &mut incident.envelope
    }

    fn relates(incident: &Incident, who: Who, person: &PersonId, context: &Context<DeskPolicy>) -> bool {
        match who {
            Who::Assignee => incident.assignment.as_ref().is_some_and(|with| with.is_with(person, context)),
            Who::Requester => incident.requester == *person,
            Who::Role(_) | Who::Approver | Who::Timer => false,
        }
    }

    fn needs(incident: Option<&Incident>, command: &IncidentCommand) -> Vec<FactWanted> {
        let major = |major: &RecordId| FactWanted::new("major_incident", major);
        match command {
            IncidentCommand::Close(_) => {
                incident.and_then(|i| i.major.as_ref()).map(major).into_iter().collect()
            }
            IncidentCommand::Cancel(cancel) => {
                cancel.duplicate_of.iter().map(|other| FactWanted::new("incident", other)).collect()
            }
            IncidentCommand::Log(log) => {
                log.repeat_of.iter().map(|other| FactWanted::new("incident", other)).collect()
            }
            IncidentCommand::Convert(convert) => vec![FactWanted::new("service_request", &convert.to)],
            IncidentCommand::MarkMajor(mark) => {
                let earlier = incident.and_then(|i| i.major.as_ref());
                earlier.into_iter().chain([&mark.major]).map(major).collect()
            }
            IncidentCommand::UnmarkMajor(unmark) => vec![major(&unmark.major)],
            IncidentCommand::Link(linked) => register(linked.link.kind)
                .map(|process| FactWanted::new(process, &linked.link.to))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    fn decide(command: &IncidentCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(incident: &Incident) -> Option<Instant> {
        [incident.clocks.next_due(), decide::override_ends(incident), decide::state_ends(incident)]
            .into_iter()
            .flatten()
            .min()
    }

    fn personal(event: &IncidentEvent) -> Vec<(PersonalField, &Personal<String>)> {
        match event {
            IncidentEvent::Logged(logged) => {
                let reporter = logged.reporter.as_ref().map(|reporter| (PersonalField::Reporter, reporter));
                reporter.into_iter().chain([(PersonalField::Symptom, &logged.symptom)]).collect()
            }
            IncidentEvent::Imported(imported) => vec![(PersonalField::Symptom, &imported.symptom)],
            _ => Vec::new(),
        }
    }

    fn personal_mut(event: &mut IncidentEvent) -> Vec<(PersonalField, &mut Personal<String>)> {
        match event {
            IncidentEvent::Logged(logged) => {
                let logged = &mut **logged;
                let reporter = logged.reporter.as_mut().map(|reporter| (PersonalField::Reporter, reporter));
                reporter.into_iter().chain([(PersonalField::Symptom, &mut logged.symptom)]).collect()
            }
            IncidentEvent::Imported(imported) => vec![(PersonalField::Symptom, &mut imported.symptom)],
            _ => Vec::new(),
        }
    }

    fn personal_of(incident: &mut Incident) -> Vec<&mut Personal<String>> {
        incident.reporter.iter_mut().chain([&mut incident.symptom]).collect()
    }

    fn open(head: &EventHead, event: &IncidentEvent) -> Option<Incident> {
        fold::open(head, event)
    }

    fn apply(incident: &mut Incident, head: &EventHead, event: &IncidentEvent) {
        fold::apply(incident, head, event);
    }
}

impl Timed for Incidents {
    fn group(incident: &Incident) -> Option<&UnitId> {
        incident.assignment.as_ref().map(|assignment| &assignment.group)
    }
}
