//! How events become a problem. Nothing here decides, and nothing asks a calendar.

use super::{Analysis, AnalysisStep, Fix, Logged, Problem, ProblemEvent, ProblemState, Recurrence, Reviewed};
use crate::kernel::{Envelope, EventHead, Instant, Link, LinkKind, PersonId};

pub(super) fn open(head: &EventHead, event: &ProblemEvent) -> Option<Problem> {
    let ProblemEvent::Logged(logged) = event else { return None };
    let logged: &Logged = logged;
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    envelope.cis.clone_from(&logged.cis);
    envelope.services.clone_from(&logged.services);
    envelope.links.extend(logged.candidate.clone().map(|to| Link { kind: LinkKind::RaisedFrom, to }));
    envelope.links.extend(logged.repeat_of.clone().map(|to| Link { kind: LinkKind::RepeatOf, to }));
    Some(Problem {
        envelope,
        state: ProblemState::Logged,
        source: logged.source,
        proactive: logged.proactive,
        symptoms: logged.symptoms.clone(),
        symptom_code: logged.symptom_code.clone(),
        incidents: logged.incidents.clone(),
        evidence: logged.evidence.clone(),
        candidate: logged.candidate.clone(),
        classification: None,
        analysts: Vec::new(),
        analyses: Vec::new(),
        workaround: None,
        fixes: Vec::new(),
        observed_until: None,
        recurrences: Vec::new(),
        acceptance: None,
        reviews: Vec::new(),
    })
}

pub(super) fn apply(problem: &mut Problem, head: &EventHead, event: &ProblemEvent) {
    match event {
        ProblemEvent::Logged(_) => {}
        ProblemEvent::Classified(classified) => {
            problem.state = ProblemState::Classified;
            problem.classification = Some(classified.classification.clone());
            problem.analyses.push(analysis(head.at, classified.root_cause_due));
            give(problem, &classified.analyst);
        }
        ProblemEvent::Reclassified(reclassified) => {
            problem.classification = Some(reclassified.classification.clone());
            if let Some(analysis) = problem.analyses.last_mut() {
                analysis.due = reclassified.root_cause_due;
            }
        }
        ProblemEvent::Reassigned(reassigned) => give(problem, &reassigned.analyst),
        ProblemEvent::InvestigationBegun(begun) => {
            problem.state = ProblemState::Investigating { proposed: None };
            if let Some(analysis) = problem.analyses.last_mut() {
                analysis.method = Some(begun.method.clone());
            }
        }
        ProblemEvent::StepRecorded(step) => {
            let step = AnalysisStep { at: head.at, by: head.actor.id.clone(), note: step.note.clone() };
            if let Some(analysis) = problem.analyses.last_mut() {
                analysis.steps.push(step);
            }
        }
        ProblemEvent::CauseProposed(cause) => {
            problem.state = ProblemState::Investigating { proposed: Some(cause.root_cause.clone()) };
        }
        ProblemEvent::CauseReturned(_) | ProblemEvent::Resumed(_) => {
            problem.state = ProblemState::Investigating { proposed: None };
        }
        ProblemEvent::CauseIdentified(cause) => {
            problem.state = ProblemState::RootCauseIdentified;
            if let Some(analysis) = problem.analyses.last_mut() {
                analysis.cause = Some(cause.root_cause.clone());
                analysis.found_at = Some(head.at);
            }
        }
        ProblemEvent::CauseOverdue(_) => {
            if let Some(analysis) = problem.analyses.last_mut() {
                analysis.missed = true;
            }
        }
        ProblemEvent::FixProposed(proposed) => {
            let change = proposed.change.clone();
            problem.envelope.link(Link { kind: LinkKind::ResolvedByChange, to: change.clone() });
            problem.fixes.push(Fix { change, approved_at: None, live_at: None, release: None });
            fixing(problem);
        }
        ProblemEvent::FixBegun(begun) => {
            for fix in problem.fixes.iter_mut().filter(|fix| fix.change == begun.change) {
                fix.approved_at.get_or_insert(head.at);
            }
            fixing(problem);
        }
        ProblemEvent::FixLive(live) => {
            for fix in problem.fixes.iter_mut().filter(|fix| fix.change == live.change) {
                fix.approved_at.get_or_insert(head.at);
                fix.live_at = Some(head.at);
                fix.release.clone_from(&live.release);
            }
            fixing(problem);
        }
        ProblemEvent::FixWithdrawn(withdrawn) => {
            problem.fixes.retain(|fix| fix.change != withdrawn.change);
            fixing(problem);
        }
        ProblemEvent::ObservationBegun(begun) => {
            if let Some(to) = begun.change.clone() {
                problem.envelope.link(Link { kind: LinkKind::ResolvedByChange, to });
            }
            problem.observed_until = Some(begun.until);
            problem.state =
                ProblemState::UnderObservation { since: head.at, until: begun.until, told: false };
        }
        ProblemEvent::ObservationEnded(_) => {
            if let ProblemState::UnderObservation { told, .. } = &mut problem.state {
                *told = true;
            }
        }
        ProblemEvent::Accepted(accepted) => {
            problem.state = ProblemState::Accepted { review_at: Some(accepted.acceptance.review_at) };
            problem.acceptance = Some(accepted.acceptance.clone());
        }
        ProblemEvent::Reconsidered(_) => {
            problem.state = ProblemState::RootCauseIdentified;
            problem.acceptance = None;
        }
        ProblemEvent::Suspended(suspended) => {
            problem.state = ProblemState::Suspended {
                reason: suspended.reason.clone(),
                since: head.at,
                monitoring: suspended.monitoring.clone(),
                review_at: Some(suspended.review_at),
            };
        }
        ProblemEvent::ReviewFellDue(_) => told(problem),
        ProblemEvent::Closed(closed) => problem.state = ProblemState::Closed(closed.closure.clone()),
        ProblemEvent::Recurred(recurred) => {
            let incident = recurred.incident.clone();
            problem.recurrences.push(Recurrence { at: head.at, incident: incident.clone() });
            if !problem.incidents.contains(&incident) {
                problem.incidents.push(incident);
            }
            if let Some(due) = recurred.root_cause_due {
                let method = problem.analysis().and_then(|analysis| analysis.method.clone());
                problem.analyses.push(Analysis { method, ..analysis(head.at, due) });
                problem.fixes.clear();
                problem.observed_until = None;
                problem.state = ProblemState::Investigating { proposed: None };
            }
        }
        ProblemEvent::Mitigated(mitigated) => problem.workaround = Some(mitigated.workaround.clone()),
        ProblemEvent::Related(related) => problem.incidents.extend(related.incidents.iter().cloned()),
        ProblemEvent::Linked(linked) => problem.envelope.link(linked.link.clone()),
        ProblemEvent::Reviewed(reviewed) => {
            let (at, by) = (head.at, head.actor.id.clone());
            problem.reviews.push(Reviewed { at, by, review: reviewed.review.clone() });
            told(problem);
        }
        ProblemEvent::NoticeRequested(notice) => problem.envelope.requested(notice, head.at),
        ProblemEvent::NoticeDelivered(receipt) => problem.envelope.delivered(receipt),
    }
}

const fn analysis(since: Instant, due: Instant) -> Analysis {
    Analysis { since, due, missed: false, method: None, steps: Vec::new(), cause: None, found_at: None }
}

fn give(problem: &mut Problem, analyst: &PersonId) {
    problem.envelope.owner = Some(analyst.clone());
    // The present one stands last, also when he had it before.
    problem.analysts.retain(|earlier| earlier != analyst);
    problem.analysts.push(analyst.clone());
}

/// Where the changes that are left put the problem.
fn fixing(problem: &mut Problem) {
    problem.state = if problem.fixes.is_empty() {
        ProblemState::RootCauseIdentified
    } else if problem.fixes.iter().any(|fix| fix.approved_at.is_some()) {
        ProblemState::FixInProgress
    } else {
        ProblemState::FixProposed
    };
}

/// The review date has done its work.
fn told(problem: &mut Problem) {
    match &mut problem.state {
        ProblemState::Suspended { review_at, .. } | ProblemState::Accepted { review_at } => *review_at = None,
        ProblemState::Closed(closure) => closure.review_at = None,
        _ => {}
    }
}
