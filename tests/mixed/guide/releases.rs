//! What releases can be asked.

use crate::ask::{Ask, View, ask, checksum, name};
use crate::company::{DAY_S, after};
use crate::people::ALL;
use itsm::control::Change;
use itsm::kernel::{Instant, RecordId};
use itsm::release::Release;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The changes that a release may take: still to be implemented, in no other release, all emergencies or none.
fn free<'a>(view: &mut View<'a>) -> Vec<&'a Change> {
    let emergency = view.dice.chance(30);
    let waits = |change: &&Change| {
        let phase = change.phase().code();
        let early = ["accepted", "assessed", "awaiting_approval", "approved", "built_tested", "scheduled"];
        let fits = if emergency { phase == "emergency_authorised" } else { early.contains(&phase) };
        fits && change.standard.is_none() && !change.is_packaged() && !change.rfc.cis.is_empty()
    };
    view.desk.changes().filter(waits).collect()
}

pub fn plan(view: &mut View<'_>) -> Option<Ask> {
    let free = free(view);
    let emergency = free.first().is_some_and(|change| change.is_emergency());
    let changes: Vec<String> = free.iter().take(2).map(|change| change.envelope.id.to_string()).collect();
    if changes.is_empty() {
        return None;
    }
    let kind = if emergency { "emergency" } else { "minor" };
    let body = json!({"title": "shop 2.0", "type": kind, "services": [view.service()], "plan": content(&changes, emergency, view)});
    Some(ask(view.dice.one(&["p-relm", "p-relm", ALL]), "release.plan", view.new_id("REL"), body).often())
}

fn content(changes: &[String], emergency: bool, view: &mut View<'_>) -> Value {
    let of: Vec<&Change> = changes.iter().filter_map(|id| view.desk.change(id)).collect();
    let items: BTreeSet<&str> = of.iter().flat_map(|change| &change.rfc.cis).map(|ci| ci.as_str()).collect();
    // As its changes are planned, where they are.
    let planned = of.iter().filter_map(|change| change.window()).map(|window| window.from).max();
    let from = planned.filter(|from| !emergency && *from > view.now);
    let from: Instant = from.unwrap_or_else(|| after(view.now, if emergency { 600 } else { DAY_S }));
    json!({
        "back_out": "the old version", "rollout": "one after the other", "communication": "a mail", "training": "none needed",
        "builders": ["p-bob", view.part("p-bob")], "testers": [view.part("p-tess")], "deployers": [view.part("p-ivan")],
        "changes": changes, "criteria": ["fast", "safe"], "deliverables": ["shop 2.0"], "items": items, "targets": ["node-1"],
        "window_from": from, "window_until": after(from, 2 * DAY_S),
    })
}

pub fn release(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(release) = view.desk.release(id) else { return Vec::new() };
    let of = |kind, by: &str, body: Value| ask(by, kind, id, body);
    let builder = release.plan.builders.first();
    let tester = release.plan.testers.first();
    let deployer = release.plan.deployers.first();
    let because = json!({"reason": "a reason"});
    let party = view.dice.one(&["p-so", "p-cust", ALL]);
    let mut all = match release.phase().code() {
        "planned" => planned(release, view),
        "plan_approved" => build(release, name(builder), view),
        "built" => {
            let environment = if view.dice.chance(92) { "staging" } else { "live" };
            let tests = json!({"tests": [{"environment": environment, "cases": 4, "failed": 0, "result": "as expected"}]});
            let mut all = build(release, name(builder), view);
            all.push(of("release.test", name(tester), tests).often());
            all
        }
        "tested" => {
            let mut all = acceptance(release, party, "release.accept", view);
            all.push(of("release.return", "p-so", json!({"defects": "it hangs"})).seldom());
            all.extend(baseline(release, view));
            all
        }
        "accepted" | "accepted_with_exceptions" => baseline(release, view),
        "baselined" => {
            let begin =
                of("release.begin_deployment", "p-relm", json!({})).not_before(release.plan.window_from);
            let mut all = note(release, view);
            all.push(begin.often());
            all
        }
        "deploying" => deploying(release, name(deployer), view),
        "deployed" | "rolled_back" => vec![of("release.observe", "p-relm", json!({}))],
        "observing" => {
            let until = match &release.state {
                itsm::release::ReleaseState::Observing { until } => *until,
                _ => view.now,
            };
            let reviewers = [view.dice.one(&["p-relm", "p-relm", "p-bob"])];
            let review = json!({"conclusions": "it holds", "downtime_s": 0, "incidents": [], "reviewers": reviewers, "user_effect": "none"});
            vec![of("release.review", "p-relm", json!({"review": review})).not_before(until).often()]
        }
        "reviewed" => {
            let outcome = view.dice.one(&["success", "success", "partial", "failed"]);
            vec![of("release.close", "p-relm", json!({"outcome": outcome})).often()]
        }
        _ => Vec::new(),
    };
    let live = matches!(release.phase().code(), "deployed" | "observing" | "reviewed");
    if live && release.acceptance.is_none() {
        all.extend(acceptance(release, party, "release.accept_late", view));
    }
    let before =
        ["planned", "plan_approved", "built", "tested", "accepted", "accepted_with_exceptions", "baselined"];
    if before.contains(&release.phase().code()) {
        all.push(of("release.cancel", "p-relm", because.clone()).seldom());
        let over = ["closed", "rejected", "withdrawn"];
        let lives = |id: &&RecordId| {
            view.desk.change(id.as_str()).is_some_and(|of| !over.contains(&of.phase().code()))
        };
        let changes: Vec<String> =
            release.plan.changes.iter().filter(lives).map(ToString::to_string).collect();
        if changes.is_empty() {
            return vec![of("release.cancel", "p-relm", because).often()];
        }
        let emergency = release.release_type.code() == "emergency";
        let missed = release.plan.window_until <= view.now || changes.len() < release.plan.changes.len();
        let edit = of("release.edit", "p-relm", json!({"plan": content(&changes, emergency, view)}));
        all.push(if missed { edit.often() } else { edit.seldom() });
    }
    all
}

fn planned(release: &Release, view: &mut View<'_>) -> Vec<Ask> {
    let id = &release.envelope.id;
    let mut all = Vec::new();
    let outstanding = release.ballot.iter().flat_map(|ballot| ballot.outstanding());
    let outstanding: Vec<String> = outstanding.map(|voter| voter.person.to_string()).collect();
    match view.dice.any(&outstanding) {
        Some(voter) => {
            let say = view.dice.one(&["approve", "approve", "approve", "approve", "return"]);
            let body = json!({"decision": say, "comment": "as discussed"});
            all.push(ask(&voter, "release.vote", id, body).often());
            all.push(
                ask(&voter, "release.delegate", id, json!({"to": view.dice.one(&["p-tm", ALL])})).seldom(),
            );
        }
        None => all.push(ask("p-relm", "release.submit_plan", id, json!({})).often()),
    }
    let delegations = release.ballot.iter().flat_map(|ballot| ballot.delegations());
    let open: Vec<String> = release
        .ballot
        .iter()
        .flat_map(|ballot| ballot.outstanding())
        .map(|voter| voter.person.to_string())
        .collect();
    for delegation in delegations.filter(|delegation| open.contains(&delegation.from.to_string())) {
        let body = json!({"by": delegation.from, "decision": "approve"});
        all.push(ask(delegation.to.as_str(), "release.vote", id, body).often());
    }
    all
}

fn build(release: &Release, builder: &str, view: &mut View<'_>) -> Vec<Ask> {
    let id = &release.envelope.id;
    let version = "2.0";
    let mut built = Vec::new();
    for change in release.plan.changes.iter().filter_map(|change| view.desk.change(change.as_str())) {
        for ci in &change.rfc.cis {
            let item = ci.as_str();
            let fits = |master: &&itsm::control::DefinitiveItem| {
                master.deposit.item.as_str() == item
                    && master.deposit.version.to_string() == version
                    && master.phase.code() == "registered"
            };
            let Some(master) = view.desk.definitive_items().find(fits) else {
                let body = json!({"item": item, "version": version, "checksum": checksum(version), "licence": "ours", "location": "shelf"});
                return vec![ask("p-cfgm", "definitive_item.register", view.new_id("DFI"), body).often()];
            };
            if built.iter().all(|known: &Value| known["item"] != item) {
                built.push(json!({"change": change.envelope.id, "item": item, "master": master.envelope.id, "version": version,
                                  "checksum": master.deposit.checksum}));
            }
        }
    }
    vec![ask(builder, "release.build", id, json!({"built": built})).often()]
}

fn acceptance(release: &Release, party: &str, accept: &'static str, view: &mut View<'_>) -> Vec<Ask> {
    let id = &release.envelope.id;
    let mut all = vec![ask(party, accept, id, json!({"met": release.plan.criteria})).often()];
    let exceptions =
        json!({"action": "next week", "by": after(view.now, 5 * DAY_S), "risk": "small", "unmet": ["fast"]});
    match &release.proposal {
        Some(proposal) => {
            let other = if proposal.for_customer { "p-so" } else { "p-cust" };
            let body = json!({"exceptions": proposal.exceptions});
            all.push(ask(other, "release.accept_with_exceptions", id, body).often());
        }
        None => all.push(ask(party, "release.propose_exceptions", id, json!({"exceptions": exceptions}))),
    }
    all
}

fn baseline(release: &Release, view: &mut View<'_>) -> Vec<Ask> {
    let id = &release.envelope.id;
    let by = view.dice.one(&["p-cfgm", "p-cfgm", ALL]);
    let mine = |baseline: &&itsm::control::Baseline| baseline.subject.as_ref() == Some(id);
    let frozen = view.desk.baselines().filter(mine).find(|baseline| baseline.phase.code() == "frozen");
    let captured = view.desk.baselines().filter(mine).find(|baseline| baseline.phase.code() == "captured");
    let step = match (frozen, captured) {
        (Some(frozen), _) => ask(by, "release.baseline", id, json!({"baseline": frozen.envelope.id})),
        (None, Some(captured)) => {
            ask(by, "baseline.freeze", &captured.envelope.id, json!({"hash": captured.hash}))
        }
        (None, None) => {
            let body = json!({"purpose": "before_release", "subject": id, "items": release.plan.items});
            ask(by, "baseline.capture", view.new_id("BSL"), body)
        }
    };
    vec![step.often()]
}

/// The desk gets the release note.
fn note(release: &Release, view: &View<'_>) -> Vec<Ask> {
    let notices = &release.envelope.notices;
    let waiting = notices
        .iter()
        .rposition(|notice| notice.why.code() == "release_note" && notice.delivered_at.is_none());
    let told = |place: usize| {
        let body = json!({"number": place + 1, "delivered_at": view.now});
        ask("p-gate", "release.confirm_notice", &release.envelope.id, body).often()
    };
    waiting.map(told).into_iter().collect()
}

fn deploying(release: &Release, deployer: &str, view: &View<'_>) -> Vec<Ask> {
    let id = &release.envelope.id;
    let found = release.built.iter().map(|built| (built.item.to_string(), json!(built.checksum)));
    let found: serde_json::Map<String, Value> = found.collect();
    let integrity = json!({"integrity": [{"target": "node-1", "checksums": found}]});
    let baseline = release.baseline.as_ref().and_then(|baseline| view.desk.baseline(baseline.as_str()));
    let hash = baseline.map_or_else(|| checksum("none"), |baseline| baseline.hash.to_string());
    vec![
        ask(deployer, "release.deploy", id, integrity).often(),
        ask(deployer, "release.roll_back", id, json!({"reason": "it hangs", "verified_against": hash})),
    ]
}
