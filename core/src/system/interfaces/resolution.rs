//! What incidents, candidates and problems mean to each other.

use super::Outcome;
use crate::control::change::ChangeOutcome;
use crate::kernel::{Link, LinkKind, RecordId, Text, limits};
use crate::resolution::detection::{major, recurring, unexplained_workaround};
use crate::resolution::incident::{MarkMajor, UnmarkMajor};
use crate::resolution::known_error::{self, KnownErrorCommand, KnownErrorPhase};
use crate::resolution::problem::{self, ProblemCommand, ProblemPhase, ProblemSource};
use crate::resolution::problem_candidate::{
    self, AcceptedAs, DetectionRule, ProblemCandidateCommand, Raise, Subject,
};
use crate::resolution::{
    Incident, IncidentCommand, Incidents, KnownErrors, MajorIncidentCommand, Problem, ProblemCandidates,
    Problems,
};
use crate::system::draft::Draft;
use crate::system::recurrence;

impl Draft<'_> {
    /// INC → PRB: recurring incidents, and workarounds that nothing explains, are candidates. A recurrence reopens its problem.
    pub(super) fn follow_incident(&mut self, id: &RecordId, command: &IncidentCommand) -> Outcome {
        let Some(incident) = self.touched.incidents.get(id).cloned() else { return Ok(()) };
        match command {
            IncidentCommand::Log(_) => {
                self.recurred(&incident)?;
                self.detect(&incident)
            }
            IncidentCommand::Classify(_) => self.detect(&incident),
            IncidentCommand::Link(_) => self.recurred(&incident),
            IncidentCommand::Resolve(_) => {
                let found = recurrence::summary(&incident);
                let found = found.and_then(|summary| unexplained_workaround(&summary));
                found.map_or(Ok(()), |found| self.raise(found))
            }
            _ => Ok(()),
        }
    }

    /// A problem under observation whose incident is back is looked into again (T-PRB-10).
    pub(super) fn recurred(&mut self, incident: &Incident) -> Outcome {
        let related: Vec<_> = incident.envelope.linked(LinkKind::RelatesProblem).collect();
        let repeated: Vec<_> = incident.envelope.linked(LinkKind::RepeatOf).collect();
        let again = |problem: &&Problem| {
            matches!(problem.phase(), ProblemPhase::UnderObservation | ProblemPhase::Closed)
                && problem.recurrences.iter().all(|known| known.incident != incident.envelope.id)
                && (related.contains(&&problem.envelope.id)
                    || repeated.iter().any(|id| problem.incidents.contains(id)))
        };
        let problems: Vec<RecordId> =
            self.records_of::<Problems>().filter(again).map(|it| it.envelope.id.clone()).collect();
        for problem in problems {
            let recur = problem::Recur { incident: incident.envelope.id.clone() };
            self.issue::<Problems>(Some(&problem), ProblemCommand::Recur(recur))?;
        }
        Ok(())
    }

    /// Rule (a), for what this incident is about.
    pub(super) fn detect(&mut self, incident: &Incident) -> Outcome {
        let Ok(policy) = self.registry().problem.at(self.now()) else { return Ok(()) };
        let window_s = i64::from(policy.rules.recurring_within_days).saturating_mul(86_400);
        let since = self.now().plus_s(window_s.saturating_neg()).unwrap_or(self.now());
        let others = self.around(incident, since);
        let decided = self.records_of::<ProblemCandidates>().filter(|candidate| !candidate.is_open());
        let decided: Vec<_> =
            decided.map(|candidate| (candidate.subject.key(), &candidate.incidents)).collect();
        let summaries: Vec<_> = others.chain([incident]).filter_map(recurrence::summary).collect();
        let mut found = recurring(&policy.rules, &summaries, self.now());
        for raise in &mut found {
            // What was decided once is not evidence a second time.
            let key = raise.subject.key();
            let spent =
                |id: &RecordId| decided.iter().any(|(of, incidents)| *of == key && incidents.contains(id));
            raise.incidents.retain(|id| !spent(id));
        }
        let enough = usize::try_from(policy.rules.recurring_incidents).unwrap_or(usize::MAX);
        for raise in found.into_iter().filter(|raise| raise.incidents.len() >= enough) {
            self.raise(raise)?;
        }
        Ok(())
    }

    /// Raises a candidate, or adds to the open one of its subject.
    pub(super) fn raise(&mut self, raise: Raise) -> Outcome {
        if self.registry().problem.at(self.now()).is_err() {
            return Ok(());
        }
        let mut raise = raise;
        raise.incidents.truncate(limits::EVIDENCE_INCIDENTS);
        let key = raise.subject.key();
        let open = self
            .records_of::<ProblemCandidates>()
            .find(|candidate| candidate.is_open() && candidate.subject.key() == key);
        let Some(open) = open else {
            let raise = ProblemCandidateCommand::Raise(raise);
            return self.issue::<ProblemCandidates>(None, raise).map(|_| ());
        };
        let room = limits::EVIDENCE_INCIDENTS.saturating_sub(open.incidents.len());
        let new = raise.incidents.into_iter().filter(|incident| !open.incidents.contains(incident));
        let incidents: Vec<_> = new.take(room).collect();
        let id = open.envelope.id.clone();
        if incidents.is_empty() {
            return Ok(());
        }
        let add = ProblemCandidateCommand::AddEvidence(problem_candidate::AddEvidence { incidents });
        self.issue::<ProblemCandidates>(Some(&id), add).map(|_| ())
    }

    /// Declaring a major incident names it on its incident and is a candidate (rule b); a downgrade takes the name away.
    pub(super) fn follow_major(
        &mut self,
        major_incident: &RecordId,
        command: &MajorIncidentCommand,
    ) -> Outcome {
        let major_id = major_incident.clone();
        match command {
            MajorIncidentCommand::Declare(declare) => {
                let mark = IncidentCommand::MarkMajor(MarkMajor { major: major_id });
                self.run::<Incidents>(Some(&declare.incident), &mark)?;
                let incident = self.touched.incidents.get(&declare.incident);
                let summary = incident.and_then(recurrence::summary);
                summary.map_or(Ok(()), |summary| self.raise(major(&summary)))
            }
            MajorIncidentCommand::Downgrade(_) => {
                let record = self.touched.major_incidents.get(major_incident);
                let Some(incident) = record.map(|record| record.incident.clone()) else { return Ok(()) };
                let unmark = IncidentCommand::UnmarkMajor(UnmarkMajor { major: major_id });
                self.run::<Incidents>(Some(&incident), &unmark).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// An accepted candidate is logged as the problem that it becomes.
    pub(super) fn follow_candidate(&mut self, id: &RecordId, command: &ProblemCandidateCommand) -> Outcome {
        let ProblemCandidateCommand::Accept(accept) = command else { return Ok(()) };
        let Some(candidate) = self.touched.problem_candidates.get(id).cloned() else { return Ok(()) };
        let problem = accept.problem.id().clone();
        if let AcceptedAs::Existing(_) = accept.problem {
            let known = self.problem(&problem).map(|known| known.incidents.clone()).unwrap_or_default();
            let incidents: Vec<_> =
                candidate.incidents.into_iter().filter(|incident| !known.contains(incident)).collect();
            if incidents.is_empty() {
                return Ok(());
            }
            let relate = ProblemCommand::Relate(problem::Relate { incidents });
            return self.issue::<Problems>(Some(&problem), relate).map(|_| ());
        }
        let (cis, symptom_code) = match &candidate.subject {
            Subject::Ci(ci) => (vec![ci.clone()], None),
            Subject::Symptom { symptom_code, .. } => (Vec::new(), Some(symptom_code.clone())),
            Subject::Incident(_) => (Vec::new(), None),
        };
        let source = match candidate.rule {
            DetectionRule::MajorIncident => ProblemSource::MajorIncident,
            DetectionRule::Trend => ProblemSource::Trend,
            DetectionRule::SupplierDefect => ProblemSource::Supplier,
            _ => ProblemSource::Incident,
        };
        let log = problem::Log {
            source,
            proactive: matches!(source, ProblemSource::Trend | ProblemSource::Supplier),
            symptoms: candidate.note.clone().unwrap_or_else(|| Text::cut(&candidate.subject.key())),
            symptom_code,
            incidents: candidate.incidents,
            evidence: candidate.note,
            cis,
            services: Vec::new(),
            candidate: Some(id.clone()),
            repeat_of: None,
        };
        self.issue::<Problems>(Some(&problem), ProblemCommand::Log(Box::new(log))).map(|_| ())
    }

    /// A cause that was found and not fixed at once is a known error; one whose fix comes, or fails, says so.
    pub(super) fn follow_problem(&mut self, id: &RecordId, command: &ProblemCommand) -> Outcome {
        match command {
            ProblemCommand::IdentifyCause(_) | ProblemCommand::ConfirmCause(_) => self.draft_known_error(id),
            ProblemCommand::ProposeFix(propose) => self.fix_under_way(&propose.change),
            ProblemCommand::BeginFix(begin) => self.fix_announced(id, &begin.change, None),
            ProblemCommand::Observe(observe) => {
                self.fix_announced(id, &observe.change, observe.release.as_ref())
            }
            ProblemCommand::Recur(_) => self.reinstate(id, "the problem has come back"),
            ProblemCommand::WithdrawFix(_) => self.reinstate(id, "no change is left to remove the cause"),
            _ => Ok(()),
        }
    }

    /// A change that was approved before it was proposed, or is live, does not announce that again.
    fn fix_under_way(&mut self, change: &RecordId) -> Outcome {
        let Some(known) = self.change(change) else { return Ok(()) };
        let approved = known.attributes().get("approved").is_some_and(|approved| approved == "yes");
        let failed = known.outcome().is_some_and(ChangeOutcome::failed);
        let live = known.ended_at().is_some() && !failed;
        let release = known.envelope.linked(LinkKind::ContainedInRelease).next().cloned();
        if approved {
            self.fixes_begin(change)?;
        }
        if live {
            self.fixes_live(change, release.as_ref())?;
        }
        Ok(())
    }

    pub(super) fn draft_known_error(&mut self, id: &RecordId) -> Outcome {
        let Some(problem) = self.problem(id) else { return Ok(()) };
        let cause = problem.root_cause().filter(|cause| cause.fixed_at_once.is_none());
        let found = problem.phase() == ProblemPhase::RootCauseIdentified;
        let known = problem.envelope.linked(LinkKind::HasKnownError).next().is_some();
        let Some(cause) = cause.filter(|_| found && !known) else { return Ok(()) };
        let content = known_error::KnownErrorContent {
            problem: id.clone(),
            symptoms: problem.symptoms.clone(),
            category: problem.classification.as_ref().map(|of| of.category.clone()),
            symptom_code: problem.symptom_code.clone(),
            cause: Some(cause.cause.clone()),
            workaround: problem.workaround.clone().map(known_error::Workaround::Steps),
            items: problem
                .envelope
                .cis
                .iter()
                .cloned()
                .map(known_error::AffectedItem::in_any_version)
                .collect(),
        };
        let draft = KnownErrorCommand::Draft(Box::new(known_error::Draft { content }));
        self.issue::<KnownErrors>(None, draft).map(|_| ())
    }

    /// A problem knows every known error of it, so that it is not closed while one is still worked by (T-PRB-09).
    pub(super) fn follow_known_error(&mut self, id: &RecordId, command: &KnownErrorCommand) -> Outcome {
        let KnownErrorCommand::Draft(draft) = command else { return Ok(()) };
        let link = Link { kind: LinkKind::HasKnownError, to: id.clone() };
        let problem = &draft.content.problem;
        let known = self.problem(problem).is_none_or(|problem| problem.envelope.links.contains(&link));
        if known {
            return Ok(());
        }
        self.issue::<Problems>(Some(problem), ProblemCommand::Link(problem::LinkTo { link })).map(|_| ())
    }

    pub(super) fn known_errors_in(&self, problem: &RecordId, phases: &[KnownErrorPhase]) -> Vec<RecordId> {
        let of = self
            .records_of::<KnownErrors>()
            .filter(|known| known.problem == *problem && phases.contains(&known.phase()));
        of.map(|known| known.envelope.id.clone()).collect()
    }

    pub(super) fn fix_announced(
        &mut self,
        problem: &RecordId,
        change: &RecordId,
        release: Option<&RecordId>,
    ) -> Outcome {
        for known in self.known_errors_in(problem, &[KnownErrorPhase::Published, KnownErrorPhase::FixPending])
        {
            let fix = known_error::FixPending { change: Some(change.clone()), release: release.cloned() };
            let record = self.record_of::<KnownErrors>(&known);
            let told = record.and_then(|record| record.fix());
            if told.is_some_and(|told| told.change == fix.change && told.release == fix.release) {
                continue;
            }
            self.issue::<KnownErrors>(Some(&known), KnownErrorCommand::FixPending(fix))?;
        }
        Ok(())
    }

    pub(super) fn reinstate(&mut self, problem: &RecordId, why: &'static str) -> Outcome {
        let searching = self.problem(problem).is_some_and(|problem| {
            matches!(problem.phase(), ProblemPhase::Investigating | ProblemPhase::RootCauseIdentified)
        });
        if !searching {
            return Ok(());
        }
        for known in self.known_errors_in(problem, &[KnownErrorPhase::FixPending]) {
            let reinstate = known_error::Reinstate { reason: Text::literal(why) };
            self.issue::<KnownErrors>(Some(&known), KnownErrorCommand::Reinstate(reinstate))?;
        }
        Ok(())
    }
}
