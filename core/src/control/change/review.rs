//! Reviewing, documenting and closing a change (T-CHG-13, T-CHG-14, T-CHG-20, T-CHG-21).

use super::decide::{assessed, complete, part};
use super::record::{Change, ChangeClosure, ChangeOutcome, Investigation, Pir, Reviewed};
use super::risk::RiskScore;
use super::schedule::updated_by;
use super::wanted::reach;
use super::{
    ChangeCase, Close, Closed, DocumentRetrospectively, Documented, EmergencyReviewed, ReviewBegun,
    ReviewHeld, ReviewRetrospectively, implement,
};
use crate::kernel::{CiId, Duty, NoticeKind, PersonId, Recipient, RecordId, Role, Text};
use std::collections::BTreeMap;

pub(super) fn begin(change: &Change, case: &mut ChangeCase<'_>) {
    let words = "an emergency is documented first";
    case.that(!change.is_emergency(), "emergency", words, "紧急变更须先补录");
    let Some(due) = change.dues.review else { return };
    case.emit(ReviewBegun { due });
    if let Some(owner) = &change.envelope.owner {
        case.notify(NoticeKind::ReviewDue, Recipient::Person(owner.clone()), Some(due));
    }
}

fn implementers(change: &Change) -> &[PersonId] {
    change.implementation.as_ref().map_or(&[], |implementation| &implementation.implementers)
}

/// Whoever implemented a change does not review it alone (spec 3.0.7).
fn not_alone(change: &Change, pir: &Pir, case: &mut ChangeCase<'_>) {
    let implementers = implementers(change);
    // Whoever writes the review down takes part in it: others cannot be named in one's stead.
    if implementers.contains(case.actor()) && !pir.reviewers.contains(case.actor()) {
        let actor = case.actor().clone();
        case.separate(Duty::ImplementerSoleReviewer, &actor, &actor);
    }
    if !pir.reviewers.is_empty() && pir.reviewers.iter().all(|reviewer| implementers.contains(reviewer)) {
        for reviewer in &pir.reviewers {
            case.separate(Duty::ImplementerSoleReviewer, reviewer, reviewer);
        }
    }
}

pub(super) fn review(change: &Change, pir: &Pir, case: &mut ChangeCase<'_>) {
    plausible(change, pir, case);
    not_alone(change, pir, case);
    let reviewed = Reviewed { at: case.at, pir: pir.clone(), was_emergency: None, finding: None };
    case.emit(Box::new(ReviewHeld { reviewed }));
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ChangeManager), None);
}

/// A review says what it found, and its outcome follows from that (K-CHG-01).
fn plausible(change: &Change, pir: &Pir, case: &mut ChangeCase<'_>) {
    case.that(!pir.reviewers.is_empty(), "reviewers", "the reviewers are named", "须列出评审人");
    case.that(!pir.lessons.is_empty(), "lessons", "it is said what is learnt", "须说明经验教训");
    for text in pir.lessons.iter().chain(&pir.deviations) {
        case.text(text, "review_text", "every finding says something", "每项内容不得为空");
    }
    case.that_value(
        pir.unplanned_downtime_s >= 0,
        pir.unplanned_downtime_s,
        "unplanned_downtime_s",
        "downtime is not negative",
        "停机时间不得为负",
    );
    for incident in &pir.incidents {
        case.fact("incident", incident);
    }
    let undone = change.was_backed_out();
    let spotless = pir.objective_met && pir.incidents.is_empty() && pir.unplanned_downtime_s == 0;
    let follows = match pir.outcome {
        ChangeOutcome::Successful => !undone && spotless,
        ChangeOutcome::SuccessfulWithIssues => !undone && pir.objective_met,
        ChangeOutcome::BackedOut => undone,
        ChangeOutcome::FailedRemedied => !undone,
    };
    let words = "the outcome follows from objective, incidents, downtime and back-out";
    case.that_value(follows, pir.outcome, "outcome", words, "结果须与目标、事件、停机与回退一致");
    let back_out = change.implementation.as_ref().and_then(|it| it.back_out.as_ref());
    let hit = back_out.is_some_and(|back_out| back_out.service_hit && back_out.incident.is_none());
    case.that(
        !hit || !pir.incidents.is_empty(),
        "incidents",
        "the incident that hit the service is named",
        "须指明影响服务的事件",
    );
}

pub(super) fn document(change: &Change, body: &DocumentRetrospectively, case: &mut ChangeCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    let words = "it is an emergency";
    case.that(change.is_emergency(), "emergency", words, "须为紧急变更");
    part(change.envelope.owner.as_ref(), "owner", case);
    complete(&body.rfc, case);
    case.that_value(
        !body.rfc.kind.is_major(),
        body.rfc.kind,
        "service_major",
        "removal and transfer of a service are major",
        "终止或转移服务须为重大变更",
    );
    for ci in change.rfc.cis.iter().filter(|ci| !body.rfc.cis.contains(ci)) {
        let words = "every item that it was authorised for is documented";
        case.that_value(false, ci, "items_kept", words, "须补录授权时列明的全部配置项");
    }
    case.that_value(
        body.estimate.is_on_scale(),
        format_args!("{} × {}", body.estimate.probability, body.estimate.impact),
        "estimate",
        "probability and impact lie between 1 and 5",
        "概率与影响须介于 1 到 5 之间",
    );
    assessed(change, Some(&rules.emergency.assessments), case);
    implement::results(&body.tested, case);
    updated(change, &body.rfc.cis, &body.no_ci_difference, case);
    let reach = reach(&body.rfc.cis, case);
    let critical = reach.as_ref().is_some_and(|reach| reach.critical);
    let risk = RiskScore::of(&rules.risk, &body.rfc, body.estimate, body.back_out_tested, critical);
    case.emit(Box::new(Documented {
        no_ci_difference: body.no_ci_difference.clone(),
        reach,
        rfc: body.rfc.clone(),
        risk,
        tested: body.tested.clone(),
    }));
    case.notify(NoticeKind::ReviewDue, Recipient::Role(Role::Cab), change.dues.review);
}

/// Every item of the change was updated by it since it began, or it is said why there is nothing to update (CHG-02, K-CFG-04).
fn updated(change: &Change, cis: &[CiId], reasons: &BTreeMap<CiId, Text>, case: &mut ChangeCase<'_>) {
    for (ci, reason) in reasons {
        let words = "a reason is given for an item of the change";
        case.that_value(cis.contains(ci), ci, "no_ci_difference", words, "说明须针对本变更的配置项");
        case.text(reason, "no_ci_difference", words, "说明须针对本变更的配置项");
    }
    for ci in cis.iter().filter(|ci| !reasons.contains_key(*ci)) {
        let record = RecordId::new(ci).ok();
        let fact = record.and_then(|record| case.context.facts.about("configuration_item", &record));
        case.that_value(
            fact.is_some_and(|fact| updated_by(change, fact)),
            ci,
            "ci_updated",
            "every item was updated by this change since it began, or it is said why not",
            "每个配置项须由本变更更新，或说明原因",
        );
    }
}

pub(super) fn emergency(change: &Change, body: &ReviewRetrospectively, case: &mut ChangeCase<'_>) {
    plausible(change, &body.pir, case);
    let implementers = implementers(change);
    let actor = case.actor().clone();
    let written_by = [&actor].into_iter().filter(|actor| !body.pir.reviewers.contains(actor));
    let reviewers = body.pir.reviewers.iter().chain(written_by);
    for reviewer in reviewers.filter(|reviewer| implementers.contains(reviewer)) {
        case.separate(Duty::ImplementerEmergencyReviewer, reviewer, reviewer);
    }
    case.that(
        body.was_emergency != body.finding.is_some(),
        "finding",
        "a finding is raised where it was no emergency, and only there",
        "非紧急情形须有不符合项，且仅在该情形",
    );
    let reviewed = Reviewed {
        at: case.at,
        pir: body.pir.clone(),
        was_emergency: Some(body.was_emergency),
        finding: body.finding.clone(),
    };
    case.emit(Box::new(EmergencyReviewed { reviewed }));
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ChangeManager), None);
}

pub(super) fn close(change: &Change, body: &Close, case: &mut ChangeCase<'_>) {
    let pir = change.reviewed.as_ref().map(|reviewed| &reviewed.pir);
    case.that(pir.is_some(), "pir", "it was reviewed", "须已完成实施后评审");
    let mut reasons = change.no_ci_difference.clone();
    reasons.extend(body.no_ci_difference.clone());
    updated(change, &change.rfc.cis, &reasons, case);
    case.that(
        body.linked_updated,
        "linked_updated",
        "the records it is linked to were updated",
        "关联记录须已更新",
    );
    let Some(pir) = pir else { return };
    if pir.outcome.failed() {
        case.that(
            body.investigation.is_some(),
            "investigation",
            "a failure is investigated as a problem or its candidate",
            "失败须作为问题或候选问题调查",
        );
        case.that(!body.actions.is_empty(), "actions", "a failure is acted on", "失败须采取措施");
    }
    match &body.investigation {
        Some(Investigation::Problem(problem)) => {
            case.fact("problem", problem);
        }
        Some(Investigation::ProblemCandidate(candidate)) => {
            case.fact("problem_candidate", candidate);
        }
        None => {}
    }
    case.emit(Closed {
        closure: ChangeClosure {
            at: case.at,
            by: case.actor().clone(),
            outcome: pir.outcome,
            no_ci_difference: reasons,
            investigation: body.investigation.clone(),
            actions: body.actions.clone(),
        },
    });
    case.notify(NoticeKind::Closed, Recipient::Requester, None);
}
