//! What problems, known errors and candidates can be asked.

use crate::ask::{Ask, View, ask, name, proof};
use crate::company::{DAY_S, after};
use crate::people::ANALYSTS;
use itsm::kernel::RecordId;
use itsm::resolution::problem_candidate::Subject;
use itsm::resolution::{KnownError, Problem, ProblemState};
use itsm::system::TicketQuery;
use serde_json::{Value, json};

fn incidents(view: &View<'_>) -> Vec<String> {
    view.desk.incidents(&TicketQuery::EVERY).map(|incident| incident.envelope.id.to_string()).collect()
}

pub fn opening(view: &mut View<'_>) -> Vec<Ask> {
    let source = view.dice.one(&["trend", "incident", "supplier", "audit"]);
    let mut body = json!({"source": source, "proactive": source != "incident", "symptoms": "it is slow", "evidence": "a graph",
                          "symptom_code": "slow", "cis": [format!("app-{}", view.tenant)]});
    let known = incidents(view);
    if let Some(incident) = view.dice.any(&known) {
        body["incidents"] = json!([incident]);
    }
    let log = ask("p-sd", "problem.log", view.new_id("PRB"), body).often();
    let rule = view.dice.one(&["trend", "supplier_defect"]);
    let raise = json!({"rule": rule, "subject": {"ci": view.item()}, "incidents": [], "note": "a bulletin"});
    vec![log, ask("p-sd", "problem_candidate.raise", view.new_id("PRC"), raise).seldom()]
}

fn root_cause(view: &mut View<'_>) -> Value {
    let mut cause = json!({"cause": "a leak", "evidence": [proof()], "similar": {"searched": "all servers"}});
    if view.dice.chance(20) {
        cause["fixed_at_once"] = json!("restarted with more memory");
    }
    json!({"root_cause": cause})
}

/// A step, then a cause, then somebody else who confirms it.
fn investigation(problem: &Problem, view: &mut View<'_>) -> Ask {
    let id = &problem.envelope.id;
    let analyst = name(problem.analyst());
    let worked = problem.analysis().is_some_and(|analysis| !analysis.steps.is_empty());
    let proposed = matches!(&problem.state, ProblemState::Investigating { proposed: Some(_) });
    match (worked, proposed) {
        (_, true) => {
            let by = view.dice.one(&["p-prbm", "p-prbm", "p-all"]);
            ask(by, "problem.confirm_cause", id, json!({})).often()
        }
        (true, _) => ask(analyst, "problem.identify_cause", id, root_cause(view)).often(),
        (false, _) => ask(analyst, "problem.work", id, json!({"note": "looked at the heap"})).often(),
    }
}

fn rests(view: &View<'_>) -> Value {
    json!({"reason": "it does not come back", "review_at": after(view.now, 5 * DAY_S), "monitoring": "the log"})
}

fn acceptance(view: &View<'_>) -> Value {
    json!({"acceptance": {"rationale": "too dear", "mitigation": "restarts", "review_at": after(view.now, 9 * DAY_S)}})
}

pub fn problem(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(problem) = view.desk.problem(id) else { return Vec::new() };
    let analyst = name(problem.analyst());
    let manager = view.dice.one(&["p-prbm", "p-prbm", "p-prbm", "p-all"]);
    let owner = view.dice.one(&["p-so", "p-so", "p-all"]);
    let because = json!({"reason": "a reason"});
    let of = |kind, by: &str, body: Value| ask(by, kind, id, body);
    let category = |priority: u8| json!({"category": "c", "priority": priority});
    let mut all = match problem.phase().code() {
        "logged" => {
            let analyst = view.dice.one(&ANALYSTS);
            let priority = view.dice.one(&[1, 3, 4]);
            let body = json!({"classification": category(priority), "analyst": analyst});
            vec![of("problem.classify", "p-prbm", body).often()]
        }
        "classified" => vec![of("problem.investigate", analyst, json!({"method": "five-whys"})).often()],
        "investigating" => vec![
            investigation(problem, view),
            of("problem.return_cause", "p-prbm", because.clone()).seldom(),
            of("problem.suspend", manager, rests(view)).seldom(),
            of("problem.close_unreproduced", manager, rests(view)).seldom(),
            of("problem.reclassify", "p-prbm", json!({"classification": category(2), "reason": "it grows"}))
                .seldom(),
        ],
        "suspended" => vec![
            of("problem.resume", analyst, because.clone()).often(),
            of("problem.close_unreproduced", manager, rests(view)).seldom(),
        ],
        "root_cause_identified" => {
            let mut all = vec![of("problem.accept", owner, acceptance(view)).seldom()];
            if problem.root_cause().is_some_and(|cause| cause.fixed_at_once.is_some()) {
                let body = json!({"no_item_altered": "only a restart"});
                all.push(of("problem.fix_at_once", manager, body).often());
            }
            all
        }
        "accepted" => vec![
            of("problem.renew_acceptance", owner, acceptance(view)).seldom(),
            of("problem.reconsider", "p-so", because.clone()),
            of("problem.close", manager, closure("accepted")),
        ],
        "under_observation" => {
            let until = problem.observed_until.or(match &problem.state {
                ProblemState::UnderObservation { until, .. } => Some(*until),
                _ => None,
            });
            let close = of("problem.close", manager, closure("cured"));
            vec![until.map_or(close.clone(), |until| close.not_before(until).often())]
        }
        "closed" => {
            let review = json!({"effectiveness": "effective", "findings": "no trace of it"});
            vec![of("problem.review", "p-qm", json!({"review": review}))]
        }
        _ => Vec::new(),
    };
    all.extend(fixes(problem, view));
    all.extend(beside(problem, view));
    all
}

fn closure(code: &str) -> Value {
    json!({"code": code, "resolution": "replaced", "knowledge": "KB-1"})
}

/// The changes that are to remove the cause.
fn fixes(problem: &Problem, view: &mut View<'_>) -> Vec<Ask> {
    let id = &problem.envelope.id;
    let analyst = name(problem.analyst());
    let mut all = Vec::new();
    if matches!(problem.phase().code(), "root_cause_identified" | "fix_proposed" | "fix_in_progress") {
        let open = view.desk.changes().filter(|change| {
            !matches!(change.phase().code(), "closed" | "rejected" | "withdrawn" | "in_review" | "backed_out")
                && problem.fixes.iter().all(|fix| fix.change != change.envelope.id)
        });
        let open: Vec<String> = open.map(|change| change.envelope.id.to_string()).collect();
        if let Some(change) = view.dice.any(&open) {
            let propose = ask(analyst, "problem.propose_fix", id, json!({"change": change}));
            let published = |known: &RecordId| {
                view.desk.known_error(known.as_str()).is_some_and(KnownError::is_published)
            };
            let ready = problem.fixes.is_empty() && problem.known_errors().all(published);
            all.push(if ready { propose.often() } else { propose.seldom() });
        }
    }
    for fix in &problem.fixes {
        let change = &fix.change;
        let body = json!({"change": change, "reason": "it failed"});
        all.push(ask("p-prbm", "problem.withdraw_fix", id, body).seldom());
    }
    all
}

fn beside(problem: &Problem, view: &mut View<'_>) -> Vec<Ask> {
    let id = &problem.envelope.id;
    let mut all = vec![
        ask(name(problem.analyst()), "problem.mitigate", id, json!({"workaround": "restart it"})).seldom(),
    ];
    let analyst = view.dice.one(&ANALYSTS);
    let body = json!({"analyst": analyst, "reason": "a holiday"});
    all.push(ask("p-prbm", "problem.reassign", id, body).seldom());
    let known = incidents(view);
    if let Some(incident) = view.dice.any(&known) {
        all.push(ask("p-sd", "problem.relate", id, json!({"incidents": [incident]})).seldom());
        all.push(ask("p-prbm", "problem.recur", id, json!({"incident": incident})).seldom());
    }
    let item = view.item();
    let link = json!({"link": {"kind": "affects_ci", "to": item}});
    all.push(ask("p-prbm", "problem.link", id, link).seldom());
    let content = json!({"problem": id, "symptoms": "it is slow", "workaround": {"steps": "restart it"},
                         "items": [{"ci": item}]});
    let open = matches!(problem.phase().code(), "investigating" | "root_cause_identified" | "accepted");
    if open {
        let draft = json!({"content": content});
        all.push(ask("p-prbm", "known_error.draft", view.new_id("KER"), draft).seldom());
    }
    all
}

pub fn known_error(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(known) = view.desk.known_error(id) else { return Vec::new() };
    let observed = view.desk.problem(known.problem.as_str()).and_then(|problem| match &problem.state {
        ProblemState::UnderObservation { until, .. } => Some(*until),
        _ => None,
    });
    let retire = |because: &str| ask("p-prbm", "known_error.retire", id, json!({"because": because}));
    let verified = retire("fix_verified");
    let verified = observed.map_or(verified.clone(), |until| verified.not_before(until).often());
    let mut all = match known.phase().code() {
        "draft" if known.content.workaround.is_none() => {
            vec![ask("p-prbm", "known_error.edit", id, json!({"content": edited(known, view)})).often()]
        }
        "draft" => vec![ask("p-prbm", "known_error.publish", id, json!({})).often()],
        "published" => vec![retire("items_withdrawn").seldom()],
        "fix_pending" => vec![
            verified,
            retire("items_withdrawn").seldom(),
            ask("p-prbm", "known_error.reinstate", id, json!({"reason": "it is back"})).seldom(),
        ],
        _ => Vec::new(),
    };
    if known.phase().code() != "retired" {
        all.push(ask("p-prbm", "known_error.edit", id, json!({"content": edited(known, view)})).seldom());
        let problem = view.desk.problem(known.problem.as_str());
        let change = problem.and_then(|problem| problem.fixes.first()).map(|fix| fix.change.to_string());
        let body = change.map_or_else(|| json!({}), |change| json!({"change": change}));
        all.push(ask("p-prbm", "known_error.fix_pending", id, body).seldom());
    }
    all
}

fn edited(known: &KnownError, view: &mut View<'_>) -> Value {
    let mut content = serde_json::to_value(&known.content).expect("a document");
    content["workaround"] = match view.dice.below(3) {
        0 => json!({"none": "nothing helps"}),
        1 => json!({"steps": "restart it"}),
        _ => json!({"steps": "restart it twice"}),
    };
    content
}

pub fn candidate(id: &str, view: &mut View<'_>) -> Vec<Ask> {
    let Some(candidate) = view.desk.problem_candidate(id) else { return Vec::new() };
    if !candidate.is_open() {
        return Vec::new();
    }
    let new = json!({"problem": {"new": view.new_id("PRB")}});
    let mut all = vec![
        ask("p-prbm", "problem_candidate.accept", id, new),
        ask("p-prbm", "problem_candidate.decline", id, json!({"reason": "known"})),
    ];
    let open = view.desk.problems().filter(|problem| problem.is_open());
    let open: Vec<String> = open.map(|problem| problem.envelope.id.to_string()).collect();
    if let Some(problem) = view.dice.any(&open) {
        all.push(ask("p-prbm", "problem_candidate.accept", id, json!({"problem": {"existing": problem}})));
    }
    let about = |incident: &&itsm::resolution::Incident| match &candidate.subject {
        Subject::Ci(ci) => incident.envelope.cis.contains(ci),
        _ => true,
    };
    let more = view.desk.incidents(&TicketQuery::EVERY).filter(about);
    let more: Vec<String> = more.map(|incident| incident.envelope.id.to_string()).collect();
    if let Some(incident) = view.dice.any(&more) {
        all.push(ask("p-sd", "problem_candidate.add_evidence", id, json!({"incidents": [incident]})));
    }
    all
}
