//! What the guards of problem candidates check, and what happens when they pass.

use super::{
    Accept, Accepted, AcceptedAs, AddEvidence, Decline, Declined, DetectionRule, EvidenceAdded,
    OPEN_CANDIDATE, ProblemCandidate, ProblemCandidateCommand, ProblemCandidates, Raise, Raised, Subject,
};
use crate::kernel::{Case, NoticeKind, Recipient, RecordId, Role};

type CandidateCase<'a> = Case<'a, ProblemCandidates>;

pub(super) fn decide(command: &ProblemCandidateCommand, case: &mut CandidateCase<'_>) {
    if let ProblemCandidateCommand::Raise(body) = command {
        return raise(body, case);
    }
    let Some(candidate) = case.record else { return };
    match command {
        ProblemCandidateCommand::Raise(_) => {}
        ProblemCandidateCommand::AddEvidence(body) => add_evidence(candidate, body, case),
        ProblemCandidateCommand::Accept(body) => accept(body, case),
        ProblemCandidateCommand::Decline(body) => decline(body, case),
        ProblemCandidateCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn raise(body: &Raise, case: &mut CandidateCase<'_>) {
    if let Some(open) = case.context.facts.of_process(OPEN_CANDIDATE).next() {
        let words = "no other candidate of the subject is open; add the evidence to it";
        case.that_value(false, &open.record, "open_candidate", words, "该对象已有未决候选，应向其补充证据");
    }
    let incidents = known(&[], &body.incidents, case);
    evidence(body, incidents.len(), case);
    case.emit(Raised { incidents, note: body.note.clone(), rule: body.rule, subject: body.subject.clone() });
    case.notify(NoticeKind::Registered, Recipient::Role(Role::ProblemManager), None);
}

/// What each detection rule asks for (spec 3.22).
fn evidence(body: &Raise, incidents: usize, case: &mut CandidateCase<'_>) {
    let note = body.note.is_some();
    if let Some(words) = &body.note {
        case.text(words, "note", "a note says something", "说明不得为空");
    }
    match body.rule {
        DetectionRule::RecurringIncidents => {
            let needed = case.policy().rules.recurring_incidents;
            case.used(&case.policy().rules_ref);
            case.that_value(
                u32::try_from(incidents).unwrap_or(u32::MAX) >= needed,
                incidents,
                "incidents",
                "there are as many incidents as the rules ask for",
                "事件数须达到规则要求",
            );
            case.that(
                !matches!(body.subject, Subject::Incident(_)),
                "subject",
                "they have a configuration item, or category and symptom, in common",
                "须有共同的配置项，或共同的类别与症状",
            );
        }
        DetectionRule::MajorIncident | DetectionRule::UnexplainedWorkaround | DetectionRule::FailedChange => {
            case.that(incidents > 0, "incidents", "the incident is given", "须给出事件");
        }
        DetectionRule::Trend => {
            case.that(note, "note", "the note says which trend", "须说明趋势");
        }
        DetectionRule::SupplierDefect => {
            case.that(note, "note", "the note says which defect was announced", "须说明所通报的缺陷");
            case.that(
                matches!(body.subject, Subject::Ci(_)),
                "subject",
                "the configuration item in use is named",
                "须列出在用配置项",
            );
        }
    }
}

/// The incidents that are new; they must exist where the rules say that their register is kept.
fn known(before: &[RecordId], named: &[RecordId], case: &mut CandidateCase<'_>) -> Vec<RecordId> {
    case.used(&case.policy().rules_ref);
    let registered = case.policy().rules.registers.contains("incident");
    let mut new: Vec<RecordId> = Vec::new();
    for incident in named.iter().filter(|incident| !before.contains(incident)) {
        if registered {
            case.fact("incident", incident);
        }
        if !new.contains(incident) {
            new.push(incident.clone());
        }
    }
    new
}

fn add_evidence(candidate: &ProblemCandidate, body: &AddEvidence, case: &mut CandidateCase<'_>) {
    let incidents = known(&candidate.incidents, &body.incidents, case);
    case.that(!incidents.is_empty(), "incidents", "an incident is new to it", "须有新增事件");
    case.emit(EvidenceAdded { incidents });
}

fn accept(body: &Accept, case: &mut CandidateCase<'_>) {
    match &body.problem {
        AcceptedAs::New(problem) => {
            let unused = case.context.facts.about("problem", problem).is_none();
            let words = "the id of the new problem is not in use";
            case.that_value(unused, problem, "problem", words, "新问题的编号须未被使用");
        }
        AcceptedAs::Existing(problem) => {
            if let Some(fact) = case.fact("problem", problem) {
                let open = fact.state != "closed";
                case.that_value(open, problem, "problem", "the problem is open", "该问题须未关闭");
            }
        }
    }
    case.emit(Accepted { problem: body.problem.clone() });
}

fn decline(body: &Decline, case: &mut CandidateCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    case.emit(Declined { reason: body.reason.clone() });
}
