//! What changes and the models of standard changes can be asked.

use crate::ask::{Ask, View, ask, name};
use crate::company::{DAY_S, after};
use crate::people::{ALL, PARTS};
use itsm::control::Change;
use itsm::control::change_model::ChangeModel;
use serde_json::{Value, json};

fn rfc(view: &mut View<'_>) -> Value {
    let mut cis: Vec<String> = view.live_item().into_iter().collect();
    if view.dice.chance(60) {
        cis = vec![format!("app-{}", view.tenant)];
    }
    if view.dice.chance(30) {
        cis.extend(view.live_item());
    }
    cis.sort();
    cis.dedup();
    let title = view.dice.one(&["more memory", "a patch", "another disk"]);
    let mut rfc = json!({"title": title, "reason": "it leaks", "benefit": "speed", "not_doing": "it stops", "services": [view.service()],
                         "cis": cis, "wished_for": after(view.now, 5 * DAY_S)});
    if cis.is_empty() || view.dice.chance(15) {
        rfc["cis"] = json!([]);
        rfc["no_cis"] = json!("only a habit changes");
    }
    if view.dice.chance(5) {
        rfc["kind"] = json!("service_removal");
    }
    rfc
}

pub fn draft(view: &mut View<'_>) -> Ask {
    let mut body = json!({"rfc": rfc(view)});
    let problems: Vec<String> = view.desk.problems().map(|problem| problem.envelope.id.to_string()).collect();
    if let Some(problem) = view.dice.any(&problems) {
        body["raised_from"] = json!([problem]);
    }
    let by = view.dice.one(&["p-user", "p-user", "p-bob", ALL]);
    ask(by, "change.draft", view.new_id("CHG"), body)
}

fn plan(view: &mut View<'_>) -> Value {
    let from = after(view.now, view.dice.one(&[3_600, 20_000, DAY_S, 3 * DAY_S]));
    let until = after(from, view.dice.one(&[7_200, DAY_S, 4 * DAY_S]));
    json!({
        "builder": view.part("p-bob"), "tester": if view.dice.chance(85) { "p-tess" } else { "p-bob" }, "implementer": view.part("p-ivan"),
        "window": {"from": from, "until": until}, "steps": "one after the other", "test": "under load",
        "back_out": {"steps": "the old version", "tested": true}, "communication": "a mail", "verification": "it answers",
        "short_notice": "it leaks now",
    })
}

fn assessors(view: &mut View<'_>) -> Value {
    json!({"business": view.part("p-otto"), "security": view.dice.one(&["p-secm", "p-secm", ALL])})
}

fn estimate(view: &mut View<'_>) -> Value {
    let (probability, impact) = view.dice.one(&[(1, 2), (1, 3), (3, 3), (2, 5), (4, 5)]);
    json!({"probability": probability, "impact": impact})
}

fn tested() -> Value {
    json!({"results": [{"what": "under load", "passed": true}]})
}

pub fn change(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(change) = view.desk.change(id) else { return Vec::new() };
    let requester = change.requester.to_string();
    let owner = name(change.envelope.owner.as_ref()).to_owned();
    let of = |kind, by: &str, body: Value| ask(by, kind, id, body);
    let because = json!({"reason": "a reason"});
    let mut all = match change.phase().code() {
        "draft" => vec![
            of("change.submit", &requester, json!({})).often(),
            of("change.edit", &requester, json!({"rfc": rfc(view)})).seldom(),
        ],
        "submitted" => submitted(change, view),
        "accepted" => vec![
            assess(change, view),
            of(
                "change.reclassify",
                "p-chgm",
                json!({"category": view.dice.one(&["minor", "significant", "major"]), "reason": "r"}),
            )
            .seldom(),
            of("change.edit", &requester, json!({"rfc": rfc(view)})).seldom(),
        ],
        "assessed" => vec![of("change.request_approval", &owner, asked(view)).often()],
        "awaiting_approval" => awaiting(change, view),
        "deferred" => vec![of("change.resubmit", &owner, asked(view)).often()],
        "approved" => {
            let by = change.plan.as_ref().map_or("p-tess", |plan| plan.tester.as_str()).to_owned();
            vec![of("change.test", &by, json!({"tested": tested()})).often()]
        }
        "built_tested" => {
            vec![of("change.schedule", "p-chgm", json!({"communicated": true})).often(), waived(change, view)]
        }
        "scheduled" | "emergency_authorised" => begin(change, view),
        "implementing" => implementing(change, view),
        "implemented" | "backed_out" => {
            let body = json!({"rfc": change.rfc, "estimate": estimate(view), "back_out_tested": true, "tested": tested(),
                              "no_ci_difference": unchanged(change, view)});
            vec![of("change.document_retrospectively", &owner, body).often()]
        }
        "in_review" => {
            let by = view.dice.one(&["p-chgm", "p-cab", ALL]);
            let review = of("change.review", by, json!({"pir": pir(change, view)}));
            vec![if change.reviewed.is_some() { close(change, view) } else { review.often() }]
        }
        "retrospectively_documented" => {
            let real = view.dice.chance(80);
            let mut body = json!({"pir": pir(change, view), "was_emergency": real});
            if !real {
                body["finding"] = json!("NCR-1");
            }
            vec![of("change.review_retrospectively", view.dice.one(&["p-cab", "p-cab2", ALL]), body).often()]
        }
        "retrospectively_reviewed" => vec![close(change, view)],
        _ => Vec::new(),
    };
    let before = [
        "draft",
        "submitted",
        "accepted",
        "assessed",
        "awaiting_approval",
        "deferred",
        "approved",
        "built_tested",
        "scheduled",
    ];
    if before.contains(&change.phase().code()) {
        let stuck =
            change.standard.is_some() && change.window().is_some_and(|window| window.until <= view.now);
        let withdraw = of("change.withdraw", &requester, because);
        all.push(if stuck { withdraw.often() } else { withdraw.seldom() });
    }
    let approved = change.standard.is_none()
        && ["approved", "built_tested", "scheduled"].contains(&change.phase().code());
    let missed = change.window().is_some_and(|window| window.until <= view.now);
    if approved {
        let edit = of("change.edit", &owner, json!({"plan": plan(view)}));
        all.push(if missed { edit.often() } else { edit.seldom() });
        all.push(of("change.request_approval", &owner, asked(view)).seldom());
    }
    all.extend(beside(change, view));
    all
}

fn submitted(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    let estimate = estimate(view);
    let score = estimate["probability"].as_u64().unwrap_or(1) * estimate["impact"].as_u64().unwrap_or(1);
    let proposed = match score {
        ..=9 => "minor",
        10..=16 => "significant",
        _ => "major",
    };
    let mut accept = json!({"category": proposed, "estimate": estimate, "owner": view.part("p-otto"), "assessors": assessors(view)});
    if view.dice.chance(15) {
        accept["category"] = json!("minor");
        accept["lowering_reason"] = json!("done often");
    }
    let emergency = json!({"criterion": "imminent_loss", "risk": "none beyond", "implementer": view.part("p-ivan"), "owner": view.part("p-otto"),
                           "assessors": assessors(view), "given_at": after(view.now, -view.dice.one(&[0, 0, 3_600, 20_000]))});
    let mut all = vec![
        ask("p-chgm", "change.accept", id, accept).often(),
        ask(view.dice.one(&["p-ecab", "p-incm", ALL]), "change.authorise_emergency", id, emergency),
        ask("p-chgm", "change.reject", id, json!({"reason": "no money"})).seldom(),
    ];
    let models = view.desk.change_models().filter(|model| model.phase().code() == "approved");
    let models: Vec<String> = models.map(|model| model.envelope.id.to_string()).collect();
    if let Some(model) = view.dice.any(&models) {
        let from = after(view.now, view.dice.one(&[3_600, 30_000]));
        let window = json!({"from": from, "until": after(from, 20_000)});
        let body = json!({"model": model, "implementer": view.part("p-ivan"), "window": window});
        all.push(ask(change.requester.as_str(), "change.schedule_standard", id, body).often());
    }
    all
}

fn assess(change: &Change, view: &mut View<'_>) -> Ask {
    let body = json!({"estimate": estimate(view), "back_out_tested": true});
    let ask = ask(name(change.envelope.owner.as_ref()), "change.assess", &change.envelope.id, body);
    if change.assessors.keys().all(|of| change.opinions.contains_key(of)) {
        ask.often()
    } else {
        ask.seldom()
    }
}

fn asked(view: &mut View<'_>) -> Value {
    let service_plan = json!({"plan": "SPL-1", "approved_by": "p-tm", "approved_at": view.now});
    json!({"plan": plan(view), "service_plan": service_plan})
}

fn awaiting(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    let voters: Vec<String> = change
        .ballot
        .iter()
        .flat_map(|ballot| ballot.outstanding())
        .map(|voter| voter.person.to_string())
        .collect();
    let Some(voter) = view.dice.any(&voters) else { return Vec::new() };
    let say = view.dice.one(&[
        "approve", "approve", "approve", "approve", "approve", "approve", "approve", "abstain", "return",
        "reject",
    ]);
    let mut all = vec![
        ask(&voter, "change.vote", id, json!({"decision": say, "comment": "as discussed"})).often(),
        ask(&voter, "change.defer", id, json!({"reason": "later", "until": after(view.now, DAY_S)})).seldom(),
        ask(&voter, "change.delegate", id, json!({"to": view.dice.one(&PARTS)})).seldom(),
        ask(name(change.envelope.owner.as_ref()), "change.edit", id, json!({"plan": plan(view)})).seldom(),
    ];
    let delegations = change.ballot.iter().flat_map(|ballot| ballot.delegations());
    for delegation in delegations.filter(|delegation| voters.contains(&delegation.from.to_string())) {
        let body = json!({"by": delegation.from, "decision": "approve"});
        all.push(ask(delegation.to.as_str(), "change.vote", id, body).often());
    }
    all
}

fn waived(change: &Change, view: &mut View<'_>) -> Ask {
    let (rule, with) = view.dice.one(&[("freeze", "fair"), ("same_item", "CHG-0")]);
    let body = json!({"rule": rule, "with": with, "reason": "agreed"});
    ask(view.dice.one(&["p-tm", "p-chgm"]), "change.waive_conflict", &change.envelope.id, body).seldom()
}

fn begin(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    let missed = change.window().is_some_and(|window| window.until <= view.now);
    if change.is_packaged() || missed {
        return Vec::new();
    }
    let implementer = name(change.implementer()).to_owned();
    let known = json!("the old version");
    if change.is_emergency() {
        return vec![
            ask(&implementer, "change.begin_implementation", id, json!({"back_out_known": known})).often(),
        ];
    }
    let mut body = json!({});
    let mine = view.desk.baselines().find(|baseline| {
        baseline.subject.as_ref() == Some(id) && matches!(baseline.phase.code(), "captured" | "frozen")
    });
    if let Some(baseline) = mine {
        body["baseline"] = json!(baseline.envelope.id);
    }
    if mine.is_none() && !change.rfc.cis.is_empty() {
        let other = view.item();
        let items = if view.dice.chance(90) { json!(change.rfc.cis) } else { json!([other]) };
        let capture = json!({"purpose": "before_change", "subject": id, "items": items});
        return vec![ask("p-cfgm", "baseline.capture", view.new_id("BSL"), capture).often()];
    }
    let begin = ask(&implementer, "change.begin_implementation", id, body);
    let from = change.window().map(|window| window.from);
    vec![from.map_or(begin.clone(), |from| begin.not_before(from).often())]
}

fn implementing(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    if change.is_packaged() {
        return Vec::new();
    }
    let by = name(change.implementer()).to_owned();
    let more: Vec<&str> = if view.dice.chance(20) { vec![view.dice.one(&PARTS)] } else { Vec::new() };
    let done = json!({"steps": ["done"], "verification": "it answers", "deviations": ["it took longer"], "implementers": more});
    let undo = json!({"reason": "it hangs", "restored": "compared", "service_hit": view.dice.chance(60)});
    vec![
        ask(&by, "change.implement", id, done).often(),
        ask(view.dice.one(&[by.as_str(), "p-chgm"]), "change.back_out", id, undo),
    ]
}

fn pir(change: &Change, view: &mut View<'_>) -> Value {
    let undone = change.was_backed_out();
    let outcome = match (undone, view.dice.below(5)) {
        (true, _) => "backed_out",
        (false, 0) => "failed_remedied",
        (false, 1) => "successful_with_issues",
        _ => "successful",
    };
    let reviewers = [view.part("p-cab2")];
    let mut pir = json!({"objective_met": !undone, "outcome": outcome, "lessons": ["ask first"], "reviewers": reviewers});
    let caused = view.desk.incidents(&itsm::system::TicketQuery::EVERY).next();
    if let (true, Some(incident)) = (undone, caused) {
        pir["incidents"] = json!([incident.envelope.id]);
    }
    pir
}

/// Why the items that were not updated are as they were.
fn unchanged(change: &Change, view: &View<'_>) -> Value {
    let updated = |ci: &&itsm::kernel::CiId| {
        let item = view.desk.configuration_items().find(|item| item.envelope.id.as_str() == ci.as_str());
        item.is_some_and(|item| {
            item.updated.cause.as_ref().is_some_and(|cause| *cause.record() == change.envelope.id)
        })
    };
    let left = change.rfc.cis.iter().filter(|ci| !updated(ci));
    left.map(|ci| (ci.to_string(), json!("as it was"))).collect::<serde_json::Map<_, _>>().into()
}

fn close(change: &Change, view: &mut View<'_>) -> Ask {
    let mut body = json!({"linked_updated": true, "no_ci_difference": unchanged(change, view)});
    if change.outcome().is_some_and(|outcome| outcome.failed()) {
        body["actions"] = json!(["ACT-1"]);
        if let Some(problem) = view.desk.problems().next() {
            body["investigation"] = json!({"problem": problem.envelope.id});
        }
        if let Some(candidate) = view.desk.problem_candidates().next() {
            body["investigation"] = json!({"problem_candidate": candidate.envelope.id});
        }
    }
    ask("p-chgm", "change.close", &change.envelope.id, body).often()
}

/// What leads it nowhere else.
fn beside(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    let mut all = updates(change, view);
    if matches!(change.phase().code(), "in_review" | "closed" | "rejected" | "withdrawn") {
        return all;
    }
    let owner = view.part("p-otto");
    all.push(ask("p-chgm", "change.assign", id, json!({"owner": owner})).seldom());
    for (of, who) in &change.assessors {
        let body = json!({"assessment": of, "verdict": "favourable", "text": "nothing against it"});
        let opine = ask(who.as_str(), "change.opine", id, body);
        all.push(if change.opinions.contains_key(of) { opine.seldom() } else { opine.often() });
    }
    let link = json!({"link": {"kind": "affects_ci", "to": view.item()}});
    all.push(ask("p-chgm", "change.link", id, link).seldom());
    for release in change.envelope.linked(itsm::kernel::LinkKind::ContainedInRelease) {
        let body = json!({"release": release, "reason": "not with this one"});
        all.push(ask("p-relm", "change.unpack", id, body).seldom());
    }
    all
}

/// What it was about is what it altered.
fn updates(change: &Change, view: &mut View<'_>) -> Vec<Ask> {
    let id = &change.envelope.id;
    let under_way =
        matches!(change.phase().code(), "implementing" | "implemented" | "backed_out" | "in_review");
    let Some(ci) = view.dice.any(&change.rfc.cis).filter(|_| under_way) else { return Vec::new() };
    let ram = view.dice.one(&["48", "64", "128"]);
    let body = json!({"attributes": {"ram": ram}, "cause": {"change": id}});
    vec![ask("p-cfgm", "configuration_item.update", ci.as_str(), body)]
}

fn terms(view: &mut View<'_>) -> Value {
    let title = view.dice.one(&["patches of one server", "a restart"]);
    json!({"terms": {"title": title, "steps": ["drain", "patch"], "back_out": "the snapshot", "scope": {"types": ["server", "service"]},
                     "risk": {"probability": 1, "impact": 3}}})
}

pub fn propose(view: &mut View<'_>) -> Ask {
    let by = view.dice.one(&["p-bob", ALL]);
    ask(by, "change_model.propose", view.new_id("CHM"), terms(view))
}

pub fn model(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(model): Option<&ChangeModel> = view.desk.change_model(id) else { return Vec::new() };
    let approver = view.dice.one(&["p-chgm", "p-cab", ALL]);
    let until = json!({"valid_until": after(view.now, view.dice.one(&[2, 6, 20]) * DAY_S)});
    let because = json!({"reason": "a reason"});
    let of = |kind, by: &str, body: Value| ask(by, kind, id, body);
    match model.phase().code() {
        "proposed" => vec![
            of("change_model.approve", approver, until).often(),
            of("change_model.revise", "p-chgm", terms(view)).seldom(),
            of("change_model.withdraw", "p-chgm", because).seldom(),
        ],
        "approved" => vec![
            of("change_model.renew", approver, until).seldom(),
            of("change_model.suspend", "p-chgm", because.clone()).seldom(),
            of("change_model.withdraw", "p-chgm", because).seldom(),
        ],
        "suspended" => vec![of("change_model.reinstate", approver, because)],
        "expired" => vec![of("change_model.renew", approver, until)],
        _ => Vec::new(),
    }
}
