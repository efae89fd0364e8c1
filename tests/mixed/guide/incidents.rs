//! What incidents and major incidents can be asked.

use crate::ask::{Ask, View, ask};
use crate::company::after;
use crate::people::ANALYSTS;
use itsm::kernel::Digest;
use serde_json::{Value, json};

pub fn log(view: &mut View<'_>) -> Ask {
    let by = view.dice.one(&["p-sd", "p-sd", "p-probe", "p-user"]);
    let channel = if by == "p-probe" { "monitoring" } else { "phone" };
    let mut body = json!({"channel": channel, "symptom": "it is slow", "symptom_code": "slow", "occurred_at": view.now,
                          "service": {"known": view.service()}, "service_down": view.dice.chance(30)});
    match view.live_item() {
        // Mostly the same item, so that something recurs.
        Some(_) if view.dice.chance(50) => body["ci"] = json!(format!("app-{}", view.tenant)),
        Some(item) => body["ci"] = json!(item),
        None => body["no_ci_reason"] = json!("nothing is in use"),
    }
    let of_problems = view.desk.problems().flat_map(|problem| &problem.incidents);
    let of_problems: Vec<String> = of_problems.map(ToString::to_string).collect();
    if view.dice.chance(35)
        && let Some(earlier) = view.dice.any(&of_problems)
    {
        body["repeat_of"] = json!(earlier);
    }
    ask(by, "incident.log", view.new_id("INC"), body)
}

pub fn incident(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(incident) = view.desk.incident(id) else { return Vec::new() };
    let agent = incident
        .assignment
        .as_ref()
        .and_then(|assignment| assignment.person.as_ref())
        .map_or_else(|| view.dice.one(&ANALYSTS), |person| person.as_str());
    let mut all = Vec::new();
    match incident.phase().code() {
        "logged" => {
            let (impact, urgency) = view.dice.one(&[(2, 2), (3, 3), (1, 1)]);
            let offered = view.desk.known_errors_for(id);
            let known = offered.first().map_or(json!("none"), |first| json!({"found": first.known_error}));
            let body = json!({"category": "c", "impact": impact, "urgency": urgency, "known_error": known});
            all.push(ask("p-sd", "incident.classify", id, body).often());
            all.push(ask("p-incm", "incident.cancel", id, json!({"reason": "logged by mistake"})).seldom());
        }
        "classified" => all.push(ask("p-sd", "incident.assign", id, json!({"group": "network"})).often()),
        "assigned" => {
            let by = view.dice.one(&ANALYSTS);
            all.push(ask(by, "incident.acknowledge", id, json!({})).often());
        }
        "in_progress" => {
            all.push(ask(agent, "incident.resolve", id, resolution(view)).often());
            let until = after(view.now, 5_000);
            let body = json!({"reason": "user", "note": "a question", "until": until});
            all.push(ask(agent, "incident.pend", id, body).seldom());
        }
        "pending" => {
            all.push(ask(agent, "incident.resume", id, json!({"reason": "answered"})));
        }
        "resolved" => {
            let by = view.dice.one(&["p-sd", "p-sd", "p-all"]);
            let body = json!({"code": "done", "category_verified": true});
            all.push(ask(by, "incident.close", id, body).often());
            all.push(ask("p-sd", "incident.reopen", id, json!({"reason": "still slow"})).seldom());
        }
        _ => {}
    }
    if incident.is_open() {
        let problems: Vec<String> =
            view.desk.problems().map(|problem| problem.envelope.id.to_string()).collect();
        if let Some(problem) = view.dice.any(&problems) {
            let link = json!({"link": {"kind": "relates_problem", "to": problem}});
            all.push(ask("p-sd", "incident.link", id, link));
        }
        if view.desk.major_incidents().count() < 2 {
            let body = json!({"incident": id, "manual_reason": "the shop is down", "manager": "p-mim"});
            all.push(ask("p-incm", "major_incident.declare", view.new_id("MAJ"), body).seldom());
        }
    }
    all
}

fn resolution(view: &mut View<'_>) -> Value {
    let kind = view.dice.one(&["permanent", "workaround"]);
    json!({"resolution": {"code": "restart", "text": "restarted", "kind": kind, "level": "l2", "restored_at": view.now,
                          "no_problem_reason": "seen before"}})
}

pub fn major(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(major) = view.desk.major_incident(id) else { return Vec::new() };
    let told = json!({"number": 1, "delivered_at": view.now});
    let reason = json!({"reason": "only one room"});
    let open = vec![
        ask("p-mim", "major_incident.propose_downgrade", id, reason.clone()).seldom(),
        ask("p-incm", "major_incident.downgrade", id, reason).seldom(),
    ];
    let mut all = match major.phase().code() {
        "declared" => vec![
            ask("p-gate", "major_incident.confirm_notice", id, told).often(),
            ask("p-mim", "major_incident.manage", id, json!({"update_every_s": 86_400})).often(),
        ],
        "managing" => {
            let restoration = json!({"customers_told": true, "outage_closed": true, "resolvers": ["p-net"], "restored_at": view.now});
            vec![ask("p-mim", "major_incident.restore", id, json!({"restoration": restoration}))]
        }
        "restored" => vec![ask("p-mim", "major_incident.begin_review", id, json!({"facilitator": "p-prbm"}))],
        "reviewing" => {
            let review = json!({"attendees": ["p-net"], "causes_known": true, "facilitator": "p-prbm", "improvements": ["watch it"],
                                "problem": {"not_needed": "known"}, "timeline": [{"at": view.now, "text": "over"}]});
            vec![ask("p-prbm", "major_incident.review", id, json!({"review": review}))]
        }
        "reviewed" => {
            let report = json!({"hash": Digest::of(b"report"), "reference": "report"});
            let body = json!({"no_action_reason": "none", "report": report});
            vec![ask("p-incm", "major_incident.close", id, body)]
        }
        _ => Vec::new(),
    };
    all.extend(open);
    all
}
