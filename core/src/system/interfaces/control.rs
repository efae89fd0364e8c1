//! What becomes of a change is told to the problems that wait for it; a failure is an incident and a candidate.

use super::Outcome;
use crate::control::change::{self, ChangeCommand, ChangePhase};
use crate::control::change_model::{self, ChangeModelCommand};
use crate::control::{Change, ChangeModels, Changes};
use crate::kernel::{Link, LinkKind, RecordId, Text};
use crate::resolution::incident::{AffectedService, Channel, LinkTo, Log};
use crate::resolution::problem::{self, ProblemCommand, ProblemPhase};
use crate::resolution::problem_candidate::{DetectionRule, Raise, Subject};
use crate::resolution::{IncidentCommand, Incidents, Problem, Problems};
use crate::system::CommandError;
use crate::system::draft::Draft;

impl Draft<'_> {
    /// CHG → PRB, INC: what becomes of a change is told to the problems that wait for it; a failure is an incident and a candidate.
    pub(super) fn follow_change(&mut self, id: &RecordId, command: &ChangeCommand) -> Outcome {
        let Some(change) = self.change(id).cloned() else { return Ok(()) };
        match (command, change.phase()) {
            (ChangeCommand::Vote(_), ChangePhase::Approved)
            | (ChangeCommand::AuthoriseEmergency(_) | ChangeCommand::ScheduleStandard(_), _) => {
                self.fixes_begin(id)
            }
            (ChangeCommand::Vote(_), ChangePhase::Rejected)
            | (ChangeCommand::Reject(_) | ChangeCommand::Withdraw(_) | ChangeCommand::Defer(_), _) => {
                self.fixes_end(id)
            }
            (ChangeCommand::Implement(_), _) => {
                if !change.is_packaged() {
                    self.fixes_live(id, None)?;
                }
                self.begin_review(&change)
            }
            (ChangeCommand::BackOut(_), _) => {
                self.failed(&change)?;
                self.begin_review(&change)
            }
            (ChangeCommand::Close(_), _) if change.outcome().is_some_and(|outcome| outcome.failed()) => {
                self.failed(&change)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn begin_review(&mut self, change: &Change) -> Outcome {
        if change.is_emergency() {
            return Ok(());
        }
        let begin = ChangeCommand::BeginReview(change::BeginReview {});
        self.issue::<Changes>(Some(&change.envelope.id), begin).map(|_| ())
    }

    /// The problems that wait for a change, in the phases given.
    pub(super) fn waiting_for(&self, change: &RecordId, phases: &[ProblemPhase]) -> Vec<RecordId> {
        let waits = |problem: &&Problem| {
            phases.contains(&problem.phase()) && problem.fixes.iter().any(|fix| fix.change == *change)
        };
        self.records_of::<Problems>().filter(waits).map(|problem| problem.envelope.id.clone()).collect()
    }

    pub(super) fn fixes_begin(&mut self, change: &RecordId) -> Outcome {
        for problem in self.waiting_for(change, &[ProblemPhase::FixProposed, ProblemPhase::FixInProgress]) {
            let begun = self.problem(&problem).is_some_and(|problem| {
                problem.fixes.iter().any(|fix| fix.change == *change && fix.approved_at.is_some())
            });
            if !begun {
                let begin = ProblemCommand::BeginFix(problem::BeginFix { change: change.clone() });
                self.issue::<Problems>(Some(&problem), begin)?;
            }
        }
        Ok(())
    }

    pub(super) fn fixes_live(&mut self, change: &RecordId, release: Option<&RecordId>) -> Outcome {
        for problem in self.waiting_for(change, &[ProblemPhase::FixInProgress]) {
            let observe = problem::Observe { change: change.clone(), release: release.cloned() };
            self.issue::<Problems>(Some(&problem), ProblemCommand::Observe(observe))?;
        }
        Ok(())
    }

    pub(super) fn fixes_end(&mut self, change: &RecordId) -> Outcome {
        let fixing = [ProblemPhase::FixProposed, ProblemPhase::FixInProgress, ProblemPhase::UnderObservation];
        for problem in self.waiting_for(change, &fixing) {
            let reason = Text::literal("the change goes no further");
            let withdraw = problem::WithdrawFix { change: change.clone(), reason };
            self.issue::<Problems>(Some(&problem), ProblemCommand::WithdrawFix(withdraw))?;
        }
        Ok(())
    }

    /// A change that failed: its problems are without a fix, its model counts it, a service that was hit is an incident, and why it
    /// failed is a candidate.
    pub(super) fn failed(&mut self, change: &Change) -> Outcome {
        let id = &change.envelope.id;
        self.fixes_end(id)?;
        if let Some(standard) = &change.standard
            && !self.model_knows(&standard.model, id)
        {
            let record = change_model::RecordFailure {
                change: id.clone(),
                reason: Text::literal("the change failed"),
            };
            self.issue::<ChangeModels>(Some(&standard.model), ChangeModelCommand::RecordFailure(record))?;
        }
        let undone = change.implementation.as_ref().and_then(|done| done.back_out.as_ref());
        let hit = undone.filter(|undone| undone.service_hit);
        if change.phase() == ChangePhase::Closed || hit.is_none() {
            return Ok(());
        }
        let incident = match hit.and_then(|hit| hit.incident.clone()) {
            Some(incident) => incident,
            None => self.log_incident(change)?,
        };
        let subject = change.rfc.cis.first().cloned().map(Subject::Ci);
        self.raise(Raise {
            rule: DetectionRule::FailedChange,
            subject: subject.unwrap_or_else(|| Subject::Incident(incident.clone())),
            incidents: vec![incident],
            note: Some(Text::cut(&format!("the change {id} was backed out"))),
        })
    }

    pub(super) fn model_knows(&self, model: &RecordId, change: &RecordId) -> bool {
        self.record_of::<ChangeModels>(model)
            .is_some_and(|model| model.failures.iter().any(|failure| failure.change == *change))
    }

    pub(super) fn log_incident(&mut self, change: &Change) -> Result<RecordId, CommandError> {
        let service = change.rfc.services.first().cloned();
        let ci = change.rfc.cis.first().cloned();
        let no_ci_reason = ci.is_none().then(|| Text::cut("the change names no item"));
        let log = Log {
            channel: Channel::Monitoring,
            symptom: Text::cut(&format!(
                "the change {} was backed out after it hit a service",
                change.envelope.id
            )),
            occurred_at: self.now(),
            service: service.map_or(AffectedService::Unknown, AffectedService::Known),
            symptom_code: None,
            reporter: None,
            requester: None,
            customer: None,
            ci,
            no_ci_reason,
            service_down: true,
            repeat_of: None,
        };
        let incident = self.issue::<Incidents>(None, IncidentCommand::Log(Box::new(log)))?;
        let link = Link { kind: LinkKind::CausedBy, to: change.envelope.id.clone() };
        self.issue::<Incidents>(Some(&incident), IncidentCommand::Link(LinkTo { link }))?;
        Ok(incident)
    }
}
