//! How a change comes into the schedule: by its approval, by its model, or as an emergency (T-CHG-09, T-CHG-17, T-CHG-18).

use super::decide::because;
use super::plan::{ChangeWindow, Conflict, ConflictWaiver};
use super::record::{Change, EmergencyAuthorisation, StandardUse};
use super::wanted::{conflicts, stated_at};
use super::{
    AuthoriseEmergency, ChangeCase, ConflictWaived, EmergencyAuthorised, Schedule, ScheduleStandard,
    Scheduled, WaiveConflict,
};
use crate::control::Firmness;
use crate::kernel::{Duty, Fact, Instant, LinkKind, NoticeKind, PersonId, Recipient, RecordId, Role, limits};
use std::collections::BTreeSet;

pub(super) fn schedule(change: &Change, body: Schedule, case: &mut ChangeCase<'_>) {
    let words = "those concerned were told";
    case.that(body.communicated, "communicated", words, "须已通知相关方");
    let Some(window) = change.window() else { return };
    let (conflicts, further_conflicts) = kept(free(change, window, case));
    case.emit(Box::new(Scheduled { conflicts, further_conflicts, standard: None }));
    told(change, window, case);
}

/// The desk and the implementer learn of a change before its window (CHG-08).
fn told(change: &Change, window: ChangeWindow, case: &mut ChangeCase<'_>) {
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), Some(window.from));
    if let Some(implementer) = change.implementer() {
        case.notify(NoticeKind::Assigned, Recipient::Person(implementer.clone()), Some(window.from));
    }
}

/// What a change keeps of its conflicts, and how many soft ones it does not.
fn kept(conflicts: Vec<Conflict>) -> (Vec<Conflict>, u64) {
    let (mut kept, mut soft): (Vec<_>, Vec<_>) =
        conflicts.into_iter().partition(|conflict| conflict.firmness == Firmness::Hard);
    let further = soft.len().saturating_sub(limits::SOFT_CONFLICTS);
    soft.truncate(limits::SOFT_CONFLICTS);
    kept.append(&mut soft);
    (kept, u64::try_from(further).unwrap_or(u64::MAX))
}

/// Demands that the window is not over and that nothing hard stands in it unwaived; answers what does stand in it.
fn free(change: &Change, window: ChangeWindow, case: &mut ChangeCase<'_>) -> Vec<Conflict> {
    case.that_value(
        window.from < window.until && window.until > case.at,
        window.until,
        "window",
        "the window ends after it begins, and lies ahead",
        "窗口结束须晚于开始且尚未结束",
    );
    unopposed(change, window, case)
}

/// Demands that nothing hard stands in its window unwaived; answers what does stand in it.
pub(super) fn unopposed(change: &Change, window: ChangeWindow, case: &mut ChangeCase<'_>) -> Vec<Conflict> {
    let conflicts = conflicts(case);
    for conflict in conflicts.iter().filter(|conflict| conflict.firmness == Firmness::Hard) {
        let over = conflict.ci.as_ref().map_or(String::new(), |ci| format!(" over {ci}"));
        case.that_value(
            change.waived.iter().any(|waiver| {
                waiver.window == window && conflict.is(&waiver.rule, &waiver.with, waiver.ci.as_ref())
            }),
            format_args!("{} with {}{over}", conflict.rule, conflict.with),
            "conflict",
            "no hard conflict stands, or it is waived for this window",
            "硬冲突须已消除，或已就本窗口豁免",
        );
    }
    conflicts
}

pub(super) fn waive(change: &Change, body: &WaiveConflict, case: &mut ChangeCase<'_>) {
    because(&body.reason, case);
    let window = body.window.or_else(|| change.window());
    let words = "the window is known";
    case.that(window.is_some(), "window", words, "须已知窗口");
    let found = conflicts(case);
    let found = found.iter().find(|conflict| conflict.is(&body.rule, &body.with, body.ci.as_ref()));
    let named = format!("{} with {}", body.rule, body.with);
    let words = "it is a conflict that the schedule found";
    case.that_value(found.is_some(), &named, "conflict", words, "须为排程所发现的冲突");
    let (Some(window), Some(conflict)) = (window, found) else { return };
    let roles = case.context.actor.roles_at(case.at);
    let may: Vec<_> = conflict.waivable_by.iter().map(Role::code).collect();
    case.that_value(
        roles.intersects(conflict.waivable_by),
        if may.is_empty() { "nobody".to_owned() } else { may.join(", ") },
        "waivable_by",
        "the conflict is waived by a holder of a role that may",
        "须由有权角色豁免该冲突",
    );
    case.emit(ConflictWaived {
        waiver: ConflictWaiver {
            rule: body.rule.clone(),
            with: body.with.clone(),
            ci: body.ci.clone(),
            window,
            by: case.actor().clone(),
            at: case.at,
            reason: body.reason.clone(),
        },
    });
}

pub(super) fn standard(change: &Change, body: &ScheduleStandard, case: &mut ChangeCase<'_>) {
    if let Some(model) = in_force(&body.model, case) {
        let approver = model.attribute("approved_by").and_then(|person| PersonId::new(person).ok());
        let words = "the model says who approved it";
        case.that(approver.is_some(), "model_approver", words, "模型须载明批准人");
        if let Some(approver) = approver {
            case.separate(Duty::ModelApproverRequester, &change.requester, &approver);
        }
        within_scope(change, model, case);
        within_limits(model, case);
        case.that_value(
            stated_at(model, "valid_until").is_some_and(|until| body.window.until <= until),
            body.window.until,
            "model_valid",
            "the window ends while the model is valid",
            "窗口须在模型有效期内结束",
        );
    }
    case.that_value(
        !change.rfc.kind.is_major(),
        change.rfc.kind,
        "service_major",
        "removal and transfer of a service are major",
        "终止或转移服务须为重大变更",
    );
    let (conflicts, further_conflicts) = kept(free(change, body.window, case));
    let standard =
        StandardUse { model: body.model.clone(), implementer: body.implementer.clone(), window: body.window };
    let mut scheduled = change.clone();
    scheduled.standard = Some(standard.clone());
    case.emit(Box::new(Scheduled { conflicts, further_conflicts, standard: Some(standard) }));
    told(&scheduled, body.window, case);
}

/// The model, if it may be used now.
pub(super) fn in_force<'a>(model: &RecordId, case: &mut ChangeCase<'a>) -> Option<&'a Fact> {
    let fact = case.fact("change_model", model)?;
    let valid = stated_at(fact, "valid_until").is_some_and(|until| case.at <= until);
    case.that_value(
        fact.state == "approved" && valid,
        &fact.state,
        "model",
        "the model is approved and valid",
        "模型须已批准且在有效期内",
    );
    Some(fact)
}

/// A model without items and types is about any item, one without services about any service.
fn within_scope(change: &Change, model: &Fact, case: &mut ChangeCase<'_>) {
    let types: Vec<&str> = model.attribute("types").unwrap_or_default().split(',').collect();
    let typed = types.iter().any(|name| !name.is_empty());
    let mut items = model.linked(LinkKind::AffectsCi).peekable();
    let any_item = items.peek().is_none() && !typed;
    for ci in change.rfc.cis.iter().filter(|_| !any_item) {
        let listed = model.linked(LinkKind::AffectsCi).any(|id| id.as_str() == ci.as_str());
        let of_type = !listed && typed && {
            let fact = RecordId::new(ci).ok().and_then(|ci| case.fact("configuration_item", &ci));
            fact.and_then(|fact| fact.attribute("type")).is_some_and(|name| types.contains(&name))
        };
        let words = "every item lies within the scope of the model";
        case.that_value(listed || of_type, ci, "model_scope", words, "配置项须在模型范围内");
    }
    let any_service = model.linked(LinkKind::AffectsService).next().is_none();
    for service in change.rfc.services.iter().filter(|_| !any_service) {
        let listed = model.linked(LinkKind::AffectsService).any(|id| id.as_str() == service.as_str());
        let words = "every service lies within the scope of the model";
        case.that_value(listed, service, "model_scope", words, "服务须在模型范围内");
    }
}

/// So many changes at once, so many in a period: whoever holds the changes counts them.
fn within_limits(model: &Fact, case: &mut ChangeCase<'_>) {
    let number = |fact: &Fact, name: &str| fact.attribute(name).and_then(|text| text.parse::<u64>().ok());
    let limits = [("max_concurrent", "concurrent"), ("max_in_period", "in_period")];
    for (limit, counted) in limits {
        let Some(most) = number(model, limit) else { continue };
        let Some(used) = case.fact("model_use", &model.record) else { return };
        let used = number(used, counted);
        case.that_value(
            used.is_some_and(|used| used < most),
            format_args!("{limit} {most}"),
            "model_limit",
            "the model's limits leave room for another change",
            "模型限额须有余量",
        );
    }
}

pub(super) fn authorise(change: &Change, body: &AuthoriseEmergency, case: &mut ChangeCase<'_>) {
    let rules = &case.policy().rules;
    case.used(&case.policy().rules_ref);
    let criterion = rules.emergency.criteria.get(&body.criterion);
    let words = "the criterion is one of the policy";
    case.that_value(criterion.is_some(), &body.criterion, "criterion", words, "标准须为策略所列");
    let wanted = criterion.is_some_and(|criterion| criterion.major_incident);
    case.that(
        !wanted || body.major_incident.is_some(),
        "major_incident",
        "the criterion names a major incident that still lasts",
        "该标准须指明仍在持续的重大事件",
    );
    if let Some(major) = &body.major_incident
        && let Some(fact) = case.fact("major_incident", major)
    {
        case.that_value(
            matches!(fact.state.as_str(), "declared" | "managing"),
            &fact.state,
            "major_incident",
            "the criterion names a major incident that still lasts",
            "该标准须指明仍在持续的重大事件",
        );
    }
    case.text(&body.risk, "risk", "the risk that is taken is noted", "须注明所承担的风险");
    case.that_value(
        !change.rfc.kind.is_major(),
        change.rfc.kind,
        "service_major",
        "removal and transfer of a service are major",
        "终止或转移服务须为重大变更",
    );
    let given_at = body.given_at.unwrap_or(case.at);
    let limit_s = rules.emergency.verbal_record_s;
    case.that_value(
        given_at <= case.at && case.at.seconds_since(given_at) <= limit_s,
        given_at,
        "given_at",
        "what was authorised by word of mouth is recorded within the limit of the policy",
        "口头授权须在策略限期内记录",
    );
    case.separate(Duty::ImplementerChangeApprover, &body.implementer, case.actor());
    case.separate(Duty::RequesterChangeApprover, &change.requester, case.actor());
    case.emit(Box::new(EmergencyAuthorised {
        assessors: body.assessors.clone(),
        authorisation: EmergencyAuthorisation {
            by: case.actor().clone(),
            given_at,
            recorded_at: case.at,
            criterion: body.criterion.clone(),
            major_incident: body.major_incident.clone(),
            risk: body.risk.clone(),
            implementer: body.implementer.clone(),
        },
        owner: body.owner.clone(),
    }));
    case.notify(NoticeKind::Assigned, Recipient::Person(body.implementer.clone()), None);
    case.notify(NoticeKind::Assigned, Recipient::Person(body.owner.clone()), None);
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ChangeManager), None);
    case.notify(NoticeKind::Progress, Recipient::Role(Role::ServiceDesk), None);
}

/// A baseline of this change, or of the release that contains it, that nothing has replaced.
pub(super) fn baseline(change: &Change, id: &RecordId, case: &mut ChangeCase<'_>) {
    let Some(fact) = case.fact("baseline", id) else { return };
    let subject = fact.attribute("subject").unwrap_or_default();
    let mut releases = change.envelope.linked(LinkKind::ContainedInRelease);
    let mine = subject == case.id.as_str() || releases.any(|release| release.as_str() == subject);
    let kept = matches!(fact.state.as_str(), "captured" | "frozen");
    let before = stated_at(fact, "captured_at").is_none_or(|at| at <= case.at);
    case.that_value(
        mine && kept && before,
        format_args!("{id} of {subject}, {}", fact.state),
        "baseline",
        "the baseline was captured for this change or its release, and holds",
        "基线须为本变更或其发布所捕获且有效",
    );
    let taken_at = stated_at(fact, "captured_at");
    for ci in &change.rfc.cis {
        let item = RecordId::new(ci).ok().and_then(|ci| case.context.facts.about("configuration_item", &ci));
        let altered = item.filter(|item| item.attribute("cause") != Some(change.envelope.id.as_str()));
        let altered = altered.and_then(|item| stated_at(item, "updated_at"));
        let words = "no item was altered since the baseline";
        let current = altered.zip(taken_at).is_none_or(|(altered, taken)| altered <= taken);
        case.that_value(current, ci, "baseline_current", words, "基线捕获后配置项不得改动");
    }
    let captured: BTreeSet<_> = fact.linked(LinkKind::BaselineOf).map(RecordId::as_str).collect();
    for ci in change.rfc.cis.iter().filter(|ci| !captured.contains(ci.as_str())) {
        let words = "every item of the change is captured";
        case.that_value(false, ci, "captured", words, "须捕获变更的全部配置项");
    }
}

/// Whether a fact about an item shows that this change updated it since it began, even if others have done so after it.
pub(super) fn updated_by(change: &Change, fact: &Fact) -> bool {
    let (id, started) = (&change.envelope.id, change.implementation.as_ref().map(|done| done.started_at));
    match (last_update_by(change, fact), started) {
        (Some(updated), Some(started)) => updated >= started,
        _ => fact.linked(LinkKind::CausedBy).any(|cause| cause == id),
    }
}

/// When the item was updated last, if that was by this change.
pub(super) fn last_update_by(change: &Change, fact: &Fact) -> Option<Instant> {
    let last = fact.attribute("cause") == Some(change.envelope.id.as_str());
    stated_at(fact, "updated_at").filter(|_| last)
}
