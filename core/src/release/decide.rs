//! What the guards of releases check, and what happens when they pass.

use super::{
    Accept, AcceptLate, AcceptWithExceptions, AcceptanceOverdue, Accepted, Baselined, Build, BuildMade,
    Cancelled, CastVote, Close, Closed, Delegate, Delegated, Deploy, Deployed, DeploymentBegun, Edited,
    ExceptionsProposed, ObservationBegun, ObservationEnded, Plan, PlanApproved, PlanSubmitted, Planned,
    Proposal, ProposeExceptions, Release, ReleaseCommand, ReleasePhase, ReleasePlan, ReleaseReview,
    ReleaseState, ReleaseType, Releases, Return, Returned, Review, Reviewed, RollBack, RolledBack,
    TakeBaseline, Test, Tested, Voted,
};
use crate::kernel::{
    Ballot, BallotOpening, BallotOutcome, Case, Code, Duty, Excluded, FactWanted, Instant, LinkKind,
    NoticeKind, PersonId, Recipient, Role, Vote, VoteDecision,
};
use crate::time::after_working_days;
use std::collections::BTreeSet;

type ReleaseCase<'a> = Case<'a, Releases>;

const A_DAY_S: i64 = 86_400;

pub(super) fn needs(release: Option<&Release>, command: &ReleaseCommand) -> Vec<FactWanted> {
    let changes = |plan: &ReleasePlan| -> Vec<FactWanted> {
        plan.changes.iter().map(|change| FactWanted::new("change", change)).collect()
    };
    let items = |plan: &ReleasePlan| -> Vec<FactWanted> {
        plan.items.iter().map(|item| FactWanted::new("configuration_item", item)).collect()
    };
    match command {
        ReleaseCommand::Plan(body) => [changes(&body.plan), items(&body.plan)].concat(),
        ReleaseCommand::Edit(body) => [changes(&body.plan), items(&body.plan)].concat(),
        ReleaseCommand::Build(body) => {
            let masters = body.built.iter().map(|built| FactWanted::new("definitive_item", &built.master));
            masters.chain(release.iter().flat_map(|release| changes(&release.plan))).collect()
        }
        ReleaseCommand::TakeBaseline(body) => vec![FactWanted::new("baseline", &body.baseline)],
        ReleaseCommand::BeginDeployment(_) => {
            release.map(|release| changes(&release.plan)).unwrap_or_default()
        }
        ReleaseCommand::RollBack(_) => {
            let baseline = release.and_then(|release| release.baseline.as_ref());
            baseline.map(|baseline| FactWanted::new("baseline", baseline)).into_iter().collect()
        }
        ReleaseCommand::Review(body) => {
            body.review.incidents.iter().map(|incident| FactWanted::new("incident", incident)).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn decide(command: &ReleaseCommand, case: &mut ReleaseCase<'_>) {
    if let ReleaseCommand::Plan(body) = command {
        return plan(body, case);
    }
    let Some(release) = case.record else { return };
    match command {
        ReleaseCommand::Plan(_) => {}
        ReleaseCommand::SubmitPlan(_) => submit_plan(release, case),
        ReleaseCommand::Vote(body) => vote(release, body, case),
        ReleaseCommand::Delegate(body) => delegate(release, body, case),
        ReleaseCommand::Edit(body) => {
            sound(&body.plan, release.release_type, case);
            let lapsed = release.phase() != ReleasePhase::Planned && !release.agreed(case.at);
            let new = body.plan != release.plan || lapsed;
            case.that(
                new,
                "nothing",
                "the plan changes, or its agreement has lapsed",
                "计划须有变化，或原批准已失效",
            );
            case.emit(Box::new(Edited { plan: body.plan.clone() }));
        }
        ReleaseCommand::Build(body) => build(release, body, case),
        ReleaseCommand::Test(body) => test(release, body, case),
        ReleaseCommand::Accept(body) => accept(release, body, case),
        ReleaseCommand::AcceptLate(AcceptLate(body)) => accept(release, body, case),
        ReleaseCommand::ProposeExceptions(body) => propose_exceptions(release, body, case),
        ReleaseCommand::AcceptWithExceptions(body) => accept_with_exceptions(release, body, case),
        ReleaseCommand::Return(Return { defects }) => {
            case.text(defects, "defects", "the defects are stated", "须说明缺陷");
            case.emit(Returned { defects: defects.clone() });
        }
        ReleaseCommand::TakeBaseline(body) => baseline(release, body, case),
        ReleaseCommand::BeginDeployment(_) => begin_deployment(release, case),
        ReleaseCommand::Deploy(body) => deploy(release, body, case),
        ReleaseCommand::RollBack(body) => roll_back(release, body, case),
        ReleaseCommand::Observe(_) => observe(release, case),
        ReleaseCommand::Review(body) => review(release, body, case),
        ReleaseCommand::Close(body) => close(release, *body, case),
        ReleaseCommand::Cancel(body) => {
            case.text(&body.reason, "reason", "a reason is given", "须说明原因");
            case.emit(Cancelled { reason: body.reason.clone() });
        }
        ReleaseCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
    }
}

fn plan(body: &Plan, case: &mut ReleaseCase<'_>) {
    case.text(&body.title, "title", "a title", "须有标题");
    sound(&body.plan, body.release_type, case);
    case.emit(Box::new(Planned {
        plan: body.plan.clone(),
        services: body.services.clone(),
        title: body.title.clone(),
        release_type: body.release_type,
    }));
}

/// A plan says everything, contains changes that exist and go with its type, and has somebody for each part of the work.
fn sound(plan: &ReleasePlan, release_type: ReleaseType, case: &mut ReleaseCase<'_>) {
    let texts = [
        (&plan.rollout, "rollout", "how it reaches its targets", "须说明推广方式"),
        (&plan.back_out, "back_out", "how it is taken back", "须说明回退方式"),
        (&plan.communication, "communication", "who is told what", "须说明沟通计划"),
        (&plan.training, "training", "who is trained in what", "须说明培训计划"),
    ];
    for (text, condition, en, zh) in texts {
        case.text(text, condition, en, zh);
    }
    let lists = [
        (plan.changes.is_empty(), "changes", "at least one change", "须至少包含一个变更"),
        (plan.deliverables.is_empty(), "deliverables", "at least one deliverable", "须至少有一个交付物"),
        (
            plan.criteria.is_empty(),
            "criteria",
            "at least one criterion of acceptance",
            "须至少有一个验收准则",
        ),
        (plan.items.is_empty(), "items", "at least one configuration item", "须至少涉及一个配置项"),
        (plan.targets.is_empty(), "targets", "at least one target", "须至少有一个部署目标"),
        (plan.builders.is_empty(), "builders", "somebody who builds", "须有构建人"),
        (plan.testers.is_empty(), "testers", "somebody who tests", "须有测试人"),
        (plan.deployers.is_empty(), "deployers", "somebody who deploys", "须有部署人"),
    ];
    for (empty, condition, en, zh) in lists {
        case.that(!empty, condition, en, zh);
    }
    for deliverable in &plan.deliverables {
        case.text(deliverable, "deliverables", "a deliverable is named", "须列明交付物");
    }
    case.that_value(
        plan.window_from < plan.window_until && plan.window_until > case.at,
        plan.window_until,
        "window",
        "the window ends after it begins, and lies ahead",
        "窗口结束须晚于开始，且尚未过去",
    );
    for change in &plan.changes {
        let Some(fact) = case.fact("change", change) else { continue };
        let over = ["rejected", "withdrawn", "closed", "implemented", "backed_out", "in_review"];
        let words = "the change is still to be implemented";
        case.that_value(
            !over.contains(&fact.state.as_str()),
            change,
            "change_state",
            words,
            "变更须尚待实施",
        );
        let mut elsewhere = fact.linked(LinkKind::ContainedInRelease);
        let words = "the change is in no other release";
        let free = elsewhere.all(|other| other == case.id);
        case.that_value(free, change, "contained", words, "变更须未包含于其他发布");
        let emergency = fact.attribute("category") == Some("emergency");
        let words =
            "an emergency release contains emergency changes and nothing else, any other release none";
        let fits = emergency == (release_type == ReleaseType::Emergency);
        case.that_value(fits, change, "change_category", words, "紧急发布仅含紧急变更，其他发布不含紧急变更");
    }
    for item in &plan.items {
        case.fact("configuration_item", item);
    }
}

/// Who may not agree to the plan: whoever wrote it or will carry it out (spec 3.0.5).
fn barred(release: &Release) -> Vec<Excluded> {
    let rows = |persons: &BTreeSet<PersonId>, row: Duty| -> Vec<Excluded> {
        persons.iter().map(|person| Excluded { person: person.clone(), row }).collect()
    };
    let mut barred = rows(&release.planned_by, Duty::PlannerReleaseApprover);
    barred.extend(rows(&release.plan.deployers, Duty::DeployerReleaseApprover));
    barred
}

fn submit_plan(release: &Release, case: &mut ReleaseCase<'_>) {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let pending = |ballot: &Ballot| ballot.is_for(release.content()) && !ballot.outcome().is_final();
    let free = !release.ballot.as_ref().is_some_and(pending);
    case.that(free, "pending", "the parties are not voting on it already", "各方须未在表决该计划");
    let excluded = barred(release);
    let voters = &policy.rules.plan_voters;
    for voter in voters.iter().filter(|voter| excluded.iter().all(|row| row.person != voter.person)) {
        case.notify(NoticeKind::ApprovalWanted, Recipient::Person(voter.person.clone()), None);
    }
    let opening = BallotOpening {
        subject: release.content(),
        rule: policy.rules.plan_approval.clone(),
        voters: voters.clone(),
        excluded,
    };
    match Ballot::open(opening, &case.context.waivers, case.at) {
        Ok(ballot) => case.emit(Box::new(PlanSubmitted { ballot })),
        Err(fault) => {
            let words = "the parties can meet the rule of agreement";
            case.that_value(false, fault, "approval", words, "各方须能满足批准规则");
        }
    }
}

/// The ballot on the present plan.
fn submitted<'a>(release: &'a Release, case: &mut ReleaseCase<'_>) -> Option<&'a Ballot> {
    let ballot = release.ballot.as_ref().filter(|ballot| ballot.is_for(release.content()));
    let words = "the plan was submitted to the parties";
    case.that(ballot.is_some(), "submitted", words, "计划须已提交各方");
    ballot
}

fn vote(release: &Release, body: &CastVote, case: &mut ReleaseCase<'_>) {
    let Some(ballot) = submitted(release, case) else { return };
    let vote = Vote {
        by: body.by.clone().unwrap_or_else(|| case.actor().clone()),
        cast_by: case.actor().clone(),
        decision: body.decision,
        comment: body.comment.to_string(),
        at: case.at,
    };
    if body.decision != VoteDecision::Approve && body.decision != VoteDecision::Abstain {
        case.text(&body.comment, "comment", "what is wrong with the plan is said", "须说明计划的问题");
    }
    match ballot.decide_vote(vote, &case.context.waivers, case.at) {
        Ok(cast) => {
            let outcome = cast.outcome;
            case.emit(Voted { cast });
            if let BallotOutcome::Accepted { .. } = outcome {
                case.emit(PlanApproved {});
                let from = Some(release.plan.window_from);
                case.notify(NoticeKind::ReleaseNote, Recipient::Role(Role::ServiceDesk), from);
            }
            if outcome.is_final() {
                case.notify(NoticeKind::Progress, Recipient::Role(Role::ReleaseManager), None);
            }
        }
        Err(fault) => {
            case.that_value(false, fault, "vote", "the vote counts", "投票须有效");
        }
    }
}

fn delegate(release: &Release, body: &Delegate, case: &mut ReleaseCase<'_>) {
    let Some(ballot) = submitted(release, case) else { return };
    match ballot.decide_delegation(case.actor().clone(), body.to.clone(), case.at) {
        Ok(delegation) => {
            case.emit(Delegated { delegation });
            case.notify(NoticeKind::ApprovalWanted, Recipient::Person(body.to.clone()), None);
        }
        Err(fault) => {
            case.that_value(
                false,
                fault,
                "delegation",
                "the party may let that person vote",
                "须可委托该人投票",
            );
        }
    }
}

fn build(release: &Release, body: &Build, case: &mut ReleaseCase<'_>) {
    let builder = release.plan.builders.contains(case.actor());
    case.that_value(builder, case.actor(), "builder", "the plan names the builder", "须为计划中的构建人");
    case.that(!body.built.is_empty(), "built", "it brings at least one item", "须至少带来一个配置项");
    let mut items = BTreeSet::new();
    for built in &body.built {
        let planned = release.plan.items.contains(&built.item) && items.insert(&built.item);
        let words = "an item of the plan, once";
        case.that_value(planned, &built.item, "item", words, "须为计划中的配置项，各一次");
        let Some(master) = case.fact("definitive_item", &built.master) else { continue };
        let whole = master.state == "registered" && master.attribute("corrupt") != Some("yes");
        let words = "the definitive item is in the library and intact";
        case.that_value(whole, &built.master, "definitive_item", words, "最终介质须在库且完好");
        let same = master.attribute("item") == Some(built.item.as_str())
            && master.attribute("ci_version") == Some(built.version.as_str())
            && master.attribute("checksum") == Some(built.checksum.to_string().as_str());
        let words = "item, version and checksum are those of the definitive item";
        case.that_value(same, &built.master, "checksum", words, "配置项、版本和校验和须与最终介质一致");
        let traced = release.plan.changes.contains(&built.change)
            && case
                .fact("change", &built.change)
                .is_some_and(|change| change.linked(LinkKind::AffectsCi).any(|item| *item == built.item));
        let words = "a change of the release names the item";
        case.that_value(traced, &built.item, "change", words, "须有本发布的变更列明该配置项");
    }
    case.emit(BuildMade { built: body.built.clone() });
}

fn test(release: &Release, body: &Test, case: &mut ReleaseCase<'_>) {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let tester = release.plan.testers.contains(case.actor());
    case.that_value(tester, case.actor(), "tester", "the plan names the tester", "须为计划中的测试人");
    case.that(!release.built.is_empty(), "built", "it was built since it was returned", "退回后须重新构建");
    for builder in &release.built_by {
        case.separate(Duty::BuilderTester, case.actor(), builder);
    }
    case.that(!body.tests.is_empty(), "tests", "at least one test", "须至少有一次测试");
    for test in &body.tests {
        let rules = &policy.rules;
        let controlled = !rules.live_environments.contains(&test.environment)
            && (rules.test_environments.is_empty() || rules.test_environments.contains(&test.environment));
        let words = "a controlled environment that is not live";
        case.that_value(controlled, &test.environment, "environment", words, "须为受控的非生产环境");
        case.that_value(
            test.failed <= test.cases && test.cases > 0,
            test.failed,
            "cases",
            "cases were run, and no more failed than were",
            "须运行测试用例，失败数不超过用例数",
        );
        case.text(&test.result, "result", "the result is stated", "须说明结果");
    }
    if let Some(reason) = &body.reduced_because {
        case.text(reason, "reduced_because", "why the test was reduced", "须说明简化测试的原因");
        let emergency = release.release_type == ReleaseType::Emergency;
        let words = "only the test of an emergency release is reduced";
        case.that(emergency, "reduced", words, "仅紧急发布可简化测试");
    }
    case.emit(Tested { reduced_because: body.reduced_because.clone(), tests: body.tests.clone() });
    case.notify(NoticeKind::ApprovalWanted, Recipient::Role(Role::ServiceOwner), None);
}

/// Whoever accepts has neither built nor tested it (spec 3.0.7).
fn separate_from_makers(release: &Release, person: &PersonId, case: &mut ReleaseCase<'_>) {
    for builder in &release.built_by {
        case.separate(Duty::BuilderDeploymentApprover, person, builder);
    }
    for tester in &release.tested_by {
        case.separate(Duty::TesterDeploymentApprover, person, tester);
    }
}

/// After its deployment only an emergency release is still to be accepted; says whether it is that late.
fn late(release: &Release, case: &mut ReleaseCase<'_>) -> bool {
    if release.phase() == ReleasePhase::Tested {
        return false;
    }
    let words = "an emergency release that is not accepted yet";
    case.that(release.awaits_late_acceptance(), "late", words, "须为尚未验收的紧急发布")
}

fn accept(release: &Release, body: &Accept, case: &mut ReleaseCase<'_>) {
    let late = late(release, case);
    separate_from_makers(release, case.actor(), case);
    for criterion in release.plan.criteria.difference(&body.met) {
        case.that_value(false, criterion, "criterion", "every criterion is met", "全部准则须满足");
    }
    for other in body.met.difference(&release.plan.criteria) {
        case.that_value(false, other, "other_criterion", "a criterion of the plan", "须为计划中的准则");
    }
    let by = BTreeSet::from([case.actor().clone()]);
    case.emit(Accepted { by, exceptions: None, late });
}

fn propose_exceptions(release: &Release, body: &ProposeExceptions, case: &mut ReleaseCase<'_>) {
    late(release, case);
    separate_from_makers(release, case.actor(), case);
    let exceptions = &body.exceptions;
    case.that(!exceptions.unmet.is_empty(), "unmet", "the unmet criteria are named", "须列明未满足的准则");
    for other in exceptions.unmet.difference(&release.plan.criteria) {
        case.that_value(false, other, "other_criterion", "a criterion of the plan", "须为计划中的准则");
    }
    case.text(&exceptions.risk, "risk", "the risk is stated", "须说明风险");
    case.text(&exceptions.action, "action", "what is done about it", "须说明措施");
    let words = "the date lies ahead";
    case.that_value(exceptions.by > case.at, exceptions.by, "by", words, "日期须晚于当前时间");
    let proposal = Proposal {
        exceptions: exceptions.clone(),
        by: case.actor().clone(),
        for_customer: acts_as(Role::Customer, case),
    };
    case.emit(ExceptionsProposed { proposal });
}

fn acts_as(role: Role, case: &ReleaseCase<'_>) -> bool {
    case.context.actor.roles_at(case.at).contains(role)
}

fn accept_with_exceptions(release: &Release, body: &AcceptWithExceptions, case: &mut ReleaseCase<'_>) {
    let late = late(release, case);
    separate_from_makers(release, case.actor(), case);
    let words = "one party has proposed it";
    case.that(release.proposal.is_some(), "proposal", words, "须已由一方提出");
    let Some(proposal) = &release.proposal else { return };
    // Both sides agree: whoever proposed for the customer is answered for the service, and the other way round.
    let role = if proposal.for_customer { Role::ServiceOwner } else { Role::Customer };
    let other = acts_as(role, case) && proposal.by != *case.actor();
    let words = "the other party, another person, accepts it";
    case.that_value(other, &proposal.by, "both_parties", words, "须由另一方的另一人接受");
    let same = body.exceptions == proposal.exceptions;
    case.that(same, "same", "it is what the other party has proposed", "须与另一方所提内容一致");
    let by = BTreeSet::from([proposal.by.clone(), case.actor().clone()]);
    case.emit(Accepted { by, exceptions: Some(proposal.exceptions.clone()), late });
}

fn baseline(release: &Release, body: &TakeBaseline, case: &mut ReleaseCase<'_>) {
    if release.phase() == ReleasePhase::Tested {
        let emergency = release.release_type == ReleaseType::Emergency;
        let words = "only an emergency release is baselined before it is accepted";
        case.that(emergency, "accepted", words, "仅紧急发布可在验收前建立基线");
    }
    let fact = case.fact("baseline", &body.baseline);
    let captured_by = fact.and_then(|fact| PersonId::new(fact.attribute("captured_by")?).ok());
    let keepers: BTreeSet<_> = captured_by.iter().chain([case.actor()]).collect();
    for deployer in release.plan.deployers.iter().filter(|deployer| keepers.contains(deployer)) {
        case.separate(Duty::BaselineKeeperDeployer, deployer, deployer);
    }
    if let Some(fact) = fact {
        let mine = fact.state == "frozen" && fact.attribute("subject") == Some(case.id.as_str());
        let words = "a frozen baseline that was captured for this release";
        case.that_value(mine, &body.baseline, "baseline", words, "须为本发布捕获的已冻结基线");
        let captured: BTreeSet<_> = fact.linked(LinkKind::BaselineOf).collect();
        for item in release.plan.items.iter().filter(|item| !captured.contains(item)) {
            case.that_value(
                false,
                item,
                "captured",
                "every affected item is captured",
                "须捕获全部受影响配置项",
            );
        }
    }
    case.emit(Baselined { baseline: body.baseline.clone() });
}

fn begin_deployment(release: &Release, case: &mut ReleaseCase<'_>) {
    let words = "the agreement is on the present plan, and in force";
    case.that(release.agreed(case.at), "agreement", words, "对现行计划的批准须有效");
    let wanted = match release.release_type {
        ReleaseType::Emergency => "emergency_authorised",
        ReleaseType::Major | ReleaseType::Minor => "scheduled",
    };
    for change in &release.plan.changes {
        let Some(fact) = case.fact("change", change) else { continue };
        let ready = fact.state == wanted && fact.attribute("approved") == Some("yes");
        let words = "every change is scheduled, those of an emergency release are authorised";
        case.that_value(ready, change, "change_state", words, "全部变更须已排程；紧急发布的变更须已获授权");
        let about: BTreeSet<_> = fact.linked(LinkKind::AffectsCi).collect();
        for built in release.built.iter().filter(|built| built.change == *change) {
            let words = "what was built for a change is an item of it still";
            let named = about.contains(&built.item);
            case.that_value(named, &built.item, "built_item", words, "所构建内容须仍属于该变更的配置项");
        }
    }
    case.that_value(
        release.plan.window_from <= case.at && case.at < release.plan.window_until,
        release.plan.window_from,
        "window",
        "the window is open",
        "窗口须已开启",
    );
    let words = "the service desk has the release note";
    case.that(release.desk_has_note(), "desk_note", words, "服务台须已收到发布说明");
    case.emit(DeploymentBegun {});
}

fn deploy(release: &Release, body: &Deploy, case: &mut ReleaseCase<'_>) {
    let checked: BTreeSet<&Code> = body.integrity.iter().map(|check| &check.target).collect();
    let words = "every target is checked once, and no other";
    let same = checked.len() == body.integrity.len() && checked.iter().copied().eq(&release.plan.targets);
    case.that_value(same, checked.len(), "targets", words, "每个部署目标须检查一次，且不含其他目标");
    for check in &body.integrity {
        for built in &release.built {
            let found = check.checksums.get(&built.item);
            let words = "what lies on the target is what was built";
            let shown = format_args!("{}: {}", check.target, built.item);
            case.that_value(
                found == Some(&built.checksum),
                shown,
                "integrity",
                words,
                "目标上的内容须与构建内容一致",
            );
        }
    }
    let unaccepted = release.acceptance.is_none();
    let acceptance_due = unaccepted
        .then(|| after_working_days(case, case.at, case.policy().rules.emergency_acceptance_working_days))
        .flatten();
    case.emit(Deployed { acceptance_due, integrity: body.integrity.clone() });
    case.notify(NoticeKind::ReleaseNote, Recipient::Role(Role::ServiceDesk), None);
}

fn roll_back(release: &Release, body: &RollBack, case: &mut ReleaseCase<'_>) {
    case.text(&body.reason, "reason", "a reason is given", "须说明原因");
    if let Some(baseline) = &release.baseline
        && let Some(fact) = case.fact("baseline", baseline)
    {
        let verified = fact.attribute("hash") == Some(body.verified_against.to_string().as_str());
        let words = "the targets were verified against the baseline of the release";
        case.that_value(verified, body.verified_against, "baseline", words, "须已对照本发布的基线核实");
    }
    case.emit(RolledBack { reason: body.reason.clone() });
    case.notify(NoticeKind::Escalated, Recipient::Role(Role::ServiceDesk), None);
}

fn observe(release: &Release, case: &mut ReleaseCase<'_>) {
    let began = release.deployed_at.or(release.rolled_back_at).unwrap_or(case.at);
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let days = i64::from(policy.rules.observe_days);
    let until = began.plus_s(days.saturating_mul(A_DAY_S)).unwrap_or(Instant::MAX);
    case.emit(ObservationBegun { until });
}

fn review(release: &Release, body: &Review, case: &mut ReleaseCase<'_>) {
    if let ReleaseState::Observing { until } = release.state {
        let words = "the observation ended";
        case.that_value(until <= case.at, until, "observation", words, "观察期须已结束");
    }
    let ReleaseReview { conclusions, user_effect, reviewers, incidents, .. } = &body.review;
    case.text(conclusions, "conclusions", "the conclusions are stated", "须说明结论");
    case.text(user_effect, "user_effect", "what users felt", "须说明用户影响");
    case.that(!reviewers.is_empty(), "reviewers", "somebody reviewed", "须有评审人");
    if reviewers.is_subset(&release.built_by) {
        for builder in reviewers {
            case.separate(Duty::ImplementerSoleReviewer, builder, builder);
        }
    }
    for incident in incidents {
        case.fact("incident", incident);
    }
    case.emit(Box::new(Reviewed { review: body.review.clone() }));
}

fn close(release: &Release, body: Close, case: &mut ReleaseCase<'_>) {
    let rolled_back = release.rolled_back_at.is_some();
    let words = "a release that was rolled back has failed";
    let fits = !rolled_back || body.outcome == super::ReleaseOutcome::Failed;
    case.that_value(fits, body.outcome, "outcome", words, "已回滚的发布结果须为失败");
    let accepted = rolled_back || release.acceptance.is_some();
    case.that(accepted, "acceptance", "an emergency release is accepted", "紧急发布须已验收");
    case.emit(Closed { outcome: body.outcome });
}

pub(super) fn due(release: &Release) -> Option<Instant> {
    let observation = match release.state {
        ReleaseState::Deployed { at } | ReleaseState::RolledBack { at, .. } => Some(at),
        ReleaseState::Observing { until } if release.observed_until.is_none() => Some(until),
        _ => None,
    };
    let acceptance = release.acceptance_due.filter(|_| !release.acceptance_missed);
    [observation, acceptance].into_iter().flatten().min()
}

pub(super) fn fire(case: &mut ReleaseCase<'_>) {
    let Some(release) = case.record else { return };
    let overdue = release.acceptance_due.filter(|due| !release.acceptance_missed && *due <= case.at);
    match release.state {
        ReleaseState::Deployed { .. } | ReleaseState::RolledBack { .. } => observe(release, case),
        _ if overdue.is_some() => {
            let Some(due) = overdue else { return };
            case.emit(AcceptanceOverdue { due });
            case.notify(NoticeKind::Escalated, Recipient::Role(Role::ServiceOwner), None);
        }
        ReleaseState::Observing { .. } => {
            case.emit(ObservationEnded {});
            case.notify(NoticeKind::ReviewDue, Recipient::Role(Role::ReleaseManager), None);
        }
        _ => {}
    }
}
