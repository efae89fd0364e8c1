//! What the guards of changes check up to the approval, and what happens when they pass.

use super::approve::ask_authority;
use super::plan::{ChangePlan, Rfc};
use super::record::{Change, ChangePhase, Lowering, Opinion, Verdict};
use super::risk::{RiskEstimate, RiskScore};
use super::wanted::reach;
use super::{
    Accept, Accepted, Assess, Assessed, Assign, Assigned, ChangeCase, ChangeCommand, Draft, Drafted, Edit,
    Edited, LinkTo, Linked, Opine, Opined, Reclassified, Reclassify, Rejected, Submitted, Unpack, Unpacked,
    Withdrawn, approve, implement, review, schedule,
};
use crate::control::{Assessment, ChangeCategory};
use crate::kernel::{Duty, LinkKind, NoticeKind, PersonId, Recipient, Role, Text, VoteDecision};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn decide(command: &ChangeCommand, case: &mut ChangeCase<'_>) {
    if let ChangeCommand::Draft(body) = command {
        return draft(body, case);
    }
    let Some(change) = case.record else { return };
    match command {
        ChangeCommand::Draft(_) => {}
        ChangeCommand::Submit(_) => submit(change, case),
        ChangeCommand::Accept(body) => accept(change, body, case),
        ChangeCommand::Reject(body) => {
            because(&body.0.reason, case);
            case.emit(Rejected { reason: body.0.reason.clone() });
            case.notify(NoticeKind::Refused, Recipient::Requester, None);
        }
        ChangeCommand::Reclassify(body) => reclassify(change, body, case),
        ChangeCommand::Assign(body) => assign(change, body, case),
        ChangeCommand::Opine(body) => opine(change, body, case),
        ChangeCommand::Assess(body) => assess(change, *body, case),
        ChangeCommand::RequestApproval(body) => approve::request(change, body, case),
        ChangeCommand::Vote(body) => approve::vote(change, body, case),
        ChangeCommand::Delegate(body) => approve::delegate(change, body, case),
        ChangeCommand::Defer(body) => approve::defer(body, case),
        ChangeCommand::Resubmit(body) => approve::resubmit(change, &body.0, case),
        ChangeCommand::Edit(body) => edit(change, body, case),
        ChangeCommand::Test(body) => implement::test(change, body, case),
        ChangeCommand::WaiveConflict(body) => schedule::waive(change, body, case),
        ChangeCommand::Schedule(body) => schedule::schedule(change, *body, case),
        ChangeCommand::ScheduleStandard(body) => schedule::standard(change, body, case),
        ChangeCommand::AuthoriseEmergency(body) => schedule::authorise(change, body, case),
        ChangeCommand::BeginImplementation(body) => implement::begin(change, body, case),
        ChangeCommand::Implement(body) => implement::implement(change, body, case),
        ChangeCommand::BackOut(body) => implement::back_out(change, body, case),
        ChangeCommand::BeginReview(_) => review::begin(change, case),
        ChangeCommand::Review(body) => review::review(change, &body.pir, case),
        ChangeCommand::DocumentRetrospectively(body) => review::document(change, body, case),
        ChangeCommand::ReviewRetrospectively(body) => review::emergency(change, body, case),
        ChangeCommand::Close(body) => review::close(change, body, case),
        ChangeCommand::Withdraw(body) => {
            because(&body.0.reason, case);
            case.emit(Withdrawn { reason: body.0.reason.clone() });
            if let Some(owner) = &change.envelope.owner {
                case.notify(NoticeKind::Refused, Recipient::Person(owner.clone()), None);
            }
        }
        ChangeCommand::Link(body) => link(body, case),
        ChangeCommand::Unpack(body) => unpack(change, body, case),
        ChangeCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

pub(super) fn because(reason: &Text, case: &mut ChangeCase<'_>) {
    case.text(reason, "reason", "a reason is given", "须说明原因");
}

/// Demands that the actor is the one person whose part it is.
pub(super) fn part(person: Option<&PersonId>, condition: &'static str, case: &mut ChangeCase<'_>) {
    let named = person.map_or("nobody", PersonId::as_str);
    case.that_value(
        person == Some(case.actor()),
        named,
        condition,
        "it is done by the person named for it",
        "须由指定人员执行",
    );
}

fn draft(body: &Draft, case: &mut ChangeCase<'_>) {
    case.text(&body.rfc.title, "title", "a title is given", "须给出标题");
    each_once(&body.rfc, case);
    let acting = case.context.on_behalf_of.as_ref().unwrap_or(case.actor());
    let requester = body.requester.as_ref().unwrap_or(acting);
    // Who asks may not approve; so hardly anybody says that somebody else asks.
    let roles = case.context.actor.roles_at(case.at);
    let entitled = [Role::ServiceDesk, Role::ChangeManager].into_iter().any(|role| roles.contains(role));
    case.that_value(
        entitled || requester == case.actor(),
        requester,
        "requester",
        "only the desk and the change manager ask in another's name",
        "仅服务台与变更经理可代他人提出",
    );
    case.emit(Box::new(Drafted {
        raised_from: body.raised_from.clone(),
        requester: requester.clone(),
        rfc: body.rfc.clone(),
    }));
}

fn each_once(rfc: &Rfc, case: &mut ChangeCase<'_>) {
    let distinct = |mut ids: Vec<&str>| {
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        ids.len() == count
    };
    case.that(
        distinct(rfc.cis.iter().map(AsRef::as_ref).collect())
            && distinct(rfc.services.iter().map(AsRef::as_ref).collect()),
        "twice",
        "no item and no service stands twice",
        "配置项与服务不得重复",
    );
}

/// Everything that T-CHG-01 asks of a request.
pub(super) fn complete(rfc: &Rfc, case: &mut ChangeCase<'_>) {
    let texts = [
        (&rfc.title, "title", "a title is given", "须给出标题"),
        (&rfc.reason, "reason", "a reason is given", "须说明原因"),
        (&rfc.benefit, "benefit", "the benefit is given", "须说明收益"),
        (&rfc.not_doing, "not_doing", "the effect of not doing it is given", "须说明不实施的影响"),
    ];
    for (text, condition, en, zh) in texts {
        case.that(!text.trim().is_empty(), condition, en, zh);
    }
    each_once(rfc, case);
    case.that(!rfc.services.is_empty(), "services", "the services concerned are named", "须列出相关服务");
    let none = rfc.no_cis.as_deref().is_some_and(|why| !why.trim().is_empty());
    case.that(
        rfc.cis.is_empty() == none,
        "cis",
        "the items that it alters are named, or why it alters none",
        "须列出所变更的配置项，或说明无配置项的原因",
    );
    case.that(rfc.wished_for.is_some(), "wished_for", "the wished date is given", "须给出期望日期");
}

fn submit(change: &Change, case: &mut ChangeCase<'_>) {
    complete(&change.rfc, case);
    case.emit(Submitted {});
    case.notify(NoticeKind::Registered, Recipient::Role(Role::ChangeManager), None);
}

/// Minor, significant and major are chosen; the others have their own paths.
fn voted(category: ChangeCategory, case: &mut ChangeCase<'_>) {
    case.that_value(
        ChangeCategory::VOTED.contains(&category),
        category,
        "category",
        "the category is minor, significant or major",
        "类别须为一般、重要或重大",
    );
}

fn on_scale(estimate: RiskEstimate, case: &mut ChangeCase<'_>) {
    case.that_value(
        estimate.is_on_scale(),
        format_args!("{} × {}", estimate.probability, estimate.impact),
        "estimate",
        "probability and impact lie between 1 and 5",
        "概率与影响须介于 1 到 5 之间",
    );
}

/// A category below the one proposed needs a reason, and removal or transfer of a service is never below major (CHG-14).
fn lowering(
    change: &Change,
    category: ChangeCategory,
    proposed: ChangeCategory,
    reason: Option<&Text>,
    case: &mut ChangeCase<'_>,
) -> Option<Lowering> {
    if category >= proposed {
        return None;
    }
    case.that_value(
        !change.rfc.kind.is_major(),
        change.rfc.kind,
        "service_major",
        "removal and transfer of a service are major",
        "终止或转移服务须为重大变更",
    );
    let reason = reason.cloned().unwrap_or_default();
    let words = "a category below the one proposed has a reason";
    case.text(&reason, "lowering_reason", words, "低于建议类别须说明理由");
    Some(Lowering { proposed, by: case.actor().clone(), reason })
}

fn accept(change: &Change, body: &Accept, case: &mut ChangeCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    complete(&change.rfc, case);
    voted(body.category, case);
    on_scale(body.estimate, case);
    // Neither back-out nor reach is known yet: nothing is added for them before the assessment.
    let risk = RiskScore::of(&rules.risk, &change.rfc, body.estimate, true, false);
    let lowered = lowering(change, body.category, risk.proposes, body.lowering_reason.as_ref(), case);
    if let Some(category) = rules.categories.get(&body.category) {
        named(&category.assessments, &body.assessors, case);
    }
    case.emit(Box::new(Accepted {
        assessors: body.assessors.clone(),
        category: body.category,
        lowered,
        owner: body.owner.clone(),
        risk,
    }));
    case.notify(NoticeKind::Assigned, Recipient::Person(body.owner.clone()), None);
    let assessors: BTreeSet<_> = body.assessors.values().collect();
    for assessor in assessors {
        case.notify(NoticeKind::Assigned, Recipient::Person(assessor.clone()), None);
    }
}

fn named(
    mandatory: &BTreeSet<Assessment>,
    assessors: &BTreeMap<Assessment, PersonId>,
    case: &mut ChangeCase<'_>,
) {
    for assessment in mandatory {
        case.that_value(
            assessors.contains_key(assessment),
            assessment,
            "assessor",
            "every mandatory assessment has an assessor",
            "每项必需评估须指定评估人",
        );
    }
}

fn reclassify(change: &Change, body: &Reclassify, case: &mut ChangeCase<'_>) {
    because(&body.reason, case);
    voted(body.category, case);
    case.that_value(
        change.category != Some(body.category),
        body.category,
        "change",
        "the category changes",
        "类别须有变更",
    );
    let proposed = change.risk.as_ref().map_or(ChangeCategory::Minor, |risk| risk.proposes);
    let lowered = lowering(change, body.category, proposed, Some(&body.reason), case);
    case.emit(Reclassified { category: body.category, lowered, reason: body.reason.clone() });
}

fn assign(change: &Change, body: &Assign, case: &mut ChangeCase<'_>) {
    let changes = body.owner.as_ref().is_some_and(|owner| change.envelope.owner.as_ref() != Some(owner))
        || body.assessors.iter().any(|(of, who)| change.assessors.get(of) != Some(who));
    case.that(changes, "change", "something changes", "须有变更内容");
    if let Some(owner) = &body.owner {
        let votes = change.ballot.iter().flat_map(|ballot| ballot.votes());
        for vote in votes.filter(|vote| vote.decision == VoteDecision::Approve) {
            case.separate(Duty::OwnerChangeApprover, owner, &vote.by);
            if vote.cast_by != vote.by {
                case.separate(Duty::OwnerChangeApprover, owner, &vote.cast_by);
            }
        }
        case.notify(NoticeKind::Assigned, Recipient::Person(owner.clone()), None);
    }
    case.emit(Assigned { assessors: body.assessors.clone(), owner: body.owner.clone() });
}

fn opine(change: &Change, body: &Opine, case: &mut ChangeCase<'_>) {
    case.used(&case.policy().rules_ref);
    part(change.assessors.get(&body.assessment), "assessor", case);
    if let Some(roles) = case.policy().rules.assessed_by.get(&body.assessment) {
        let held = case.context.actor.roles_at(case.at);
        case.that_value(
            held.intersects(*roles),
            body.assessment,
            "assessor_role",
            "the opinion is given by a holder of the role that the policy asks for",
            "须由策略要求的角色出具该意见",
        );
    }
    case.text(&body.text, "text", "the opinion is given in words", "须以文字说明意见");
    case.emit(Opined {
        assessment: body.assessment,
        opinion: Opinion {
            by: case.actor().clone(),
            at: case.at,
            verdict: body.verdict,
            text: body.text.clone(),
        },
    });
    if body.verdict == Verdict::Unfavourable {
        case.notify(NoticeKind::Progress, Recipient::Role(Role::ChangeManager), None);
    }
}

/// Demands every mandatory opinion (T-CHG-04).
pub(super) fn assessed(change: &Change, mandatory: Option<&BTreeSet<Assessment>>, case: &mut ChangeCase<'_>) {
    for assessment in mandatory.into_iter().flatten() {
        case.that_value(
            change.opinions.contains_key(assessment),
            assessment,
            "opinions",
            "every mandatory opinion is given",
            "须具备全部必需评估意见",
        );
    }
}

/// The category under a score: raised to what it proposes, unless a reason for less covers that.
pub(super) fn settled(change: &Change, rfc: &Rfc, score: &RiskScore) -> ChangeCategory {
    let category = change.category.unwrap_or(score.proposes);
    let covered = change.lowered.as_ref().is_some_and(|lowered| lowered.proposed >= score.proposes);
    if covered && !rfc.kind.is_major() { category } else { category.max(score.proposes) }
}

fn assess(change: &Change, body: Assess, case: &mut ChangeCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    on_scale(body.estimate, case);
    let reach = reach(&change.rfc.cis, case);
    let tested = change.plan.as_ref().map_or(body.back_out_tested, |plan| plan.back_out.tested);
    let critical = reach.as_ref().is_some_and(|reach| reach.critical);
    let risk = RiskScore::of(&rules.risk, &change.rfc, body.estimate, tested, critical);
    let category = settled(change, &change.rfc, &risk);
    assessed(change, rules.categories.get(&category).map(|rules| &rules.assessments), case);
    case.emit(Box::new(Assessed { category, reach, risk }));
    if let Some(owner) = &change.envelope.owner {
        case.notify(NoticeKind::Progress, Recipient::Person(owner.clone()), None);
    }
}

fn edit(change: &Change, body: &Edit, case: &mut ChangeCase<'_>) {
    let rfc = body.rfc.as_ref().filter(|rfc| **rfc != change.rfc);
    let plan: Option<&ChangePlan> = body.plan.as_ref().filter(|plan| change.plan.as_ref() != Some(plan));
    case.that(rfc.is_some() || plan.is_some(), "change", "something changes", "须有变更内容");
    let phase = change.phase();
    if let Some(rfc) = rfc {
        if phase == ChangePhase::Draft {
            case.text(&rfc.title, "title", "a title is given", "须给出标题");
            each_once(rfc, case);
        } else {
            complete(rfc, case);
        }
    }
    let early = matches!(phase, ChangePhase::Draft | ChangePhase::Submitted | ChangePhase::Accepted);
    let other_items = rfc.filter(|rfc| !early && rfc.cis != change.rfc.cis);
    let reach = other_items.and_then(|rfc| reach(&rfc.cis, case));
    case.emit(Box::new(Edited { plan: plan.cloned(), reach: reach.clone(), rfc: rfc.cloned() }));
    let asked = matches!(
        phase,
        ChangePhase::AwaitingApproval
            | ChangePhase::Approved
            | ChangePhase::BuiltTested
            | ChangePhase::Scheduled
    );
    if asked {
        let mut edited = change.clone();
        super::fold::edited(&mut edited, rfc, plan, reach.as_ref());
        case.that(
            change.standard.is_none(),
            "standard",
            "a standard change is withdrawn and asked for anew",
            "标准变更须撤回后重新申请",
        );
        ask_authority(&edited, case);
    } else if let Some(plan) = plan {
        approve::planned(plan, case);
    }
}

fn link(body: &LinkTo, case: &mut ChangeCase<'_>) {
    case.that_value(
        body.link.to != *case.id,
        &body.link.to,
        "link",
        "a record is not linked to itself",
        "记录不能关联自身",
    );
    // What a release contains, it alone implements: nobody else says so.
    if body.link.kind == LinkKind::ContainedInRelease {
        let roles = case.context.actor.roles_at(case.at);
        let entitled = [Role::ReleaseManager, Role::ChangeManager, Role::System];
        case.that_value(
            entitled.into_iter().any(|role| roles.contains(role)),
            &body.link.to,
            "release",
            "the release or change manager puts a change into a release",
            "须由发布经理或变更经理将变更纳入发布",
        );
        case.fact("release", &body.link.to);
    }
    case.emit(Linked { link: body.link.clone() });
}

fn unpack(change: &Change, body: &Unpack, case: &mut ChangeCase<'_>) {
    because(&body.reason, case);
    let mut releases = change.envelope.linked(LinkKind::ContainedInRelease);
    let words = "the release contains it";
    case.that_value(
        releases.any(|release| *release == body.release),
        &body.release,
        "release",
        words,
        "发布须包含本变更",
    );
    case.emit(Unpacked { reason: body.reason.clone(), release: body.release.clone() });
}
