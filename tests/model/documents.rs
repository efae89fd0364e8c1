//! The desk of the model, and its commands as documents.

use crate::incidents::{Ask, Taken, To};
use crate::machine::{DAY_S, Filing, Model, Op};
use crate::majors::AskMajor;
use crate::people::Who;
use crate::requests::{AskRequest, Grant, Item, Say};
use itsm::kernel::{Actor, Context, Duty, Envelope, Instant, NoticeKind, Role};
use itsm::system::{Command, ServiceManagementSystem};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// 10:00 on a Monday in Shanghai.
pub const START_S: i64 = 1_795_399_200;
/// A problem that is known from the start.
const PROBLEM: &str = "PRB-000001";

pub fn instant(seconds: i64) -> Instant {
    Instant::from_unix_s(seconds).expect("an instant")
}

/// Clocks in office hours; business days are all days, so that the model counts them by hand.
pub static DESK: LazyLock<ServiceManagementSystem> = LazyLock::new(|| {
    let mut desk = ServiceManagementSystem::new();
    let publish = |record: &str, document: &Value| {
        let body = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document});
        json!({"kind": "policy.publish", "record": record, "body": body}).to_string()
    };
    let whole = json!([["00:00", "24:00"]]);
    let week = json!({"mon": whole, "tue": whole, "wed": whole, "thu": whole, "fri": whole, "sat": whole, "sun": whole});
    let owner =
        Context::new(instant(START_S), Actor::new("p-owner", [Role::ProcessOwner]).expect("an actor"));
    for text in [
        include_str!("../../fuzz/seeds/command_document/01-office.json"),
        include_str!("../../fuzz/seeds/command_document/02-matrix.json"),
        include_str!("../../fuzz/seeds/command_document/04-agreement.json"),
        &publish("days", &json!({"calendar": {"zone": "UTC", "week": week}})),
        &publish("rules", &json!({"desk": rules()})),
        &publish("problems", &json!({"problem": {"calendar": "days"}})),
    ] {
        let command = Command::from_json(text.as_bytes()).expect("a command");
        desk.execute(&command, &owner).expect("published");
    }
    let analyst = Actor::new("p-prbm", [Role::ProblemManager]).expect("an actor");
    let problem = json!({"source": "trend", "proactive": true, "symptoms": "s", "evidence": "e"});
    let log = json!({"kind": "problem.log", "record": PROBLEM, "body": problem}).to_string();
    let context = Context::new(instant(START_S), analyst).with_entropy([3; 32]);
    desk.execute(&Command::from_json(log.as_bytes()).expect("a command"), &context).expect("logged");
    desk
});

fn rules() -> Value {
    let voter = |who: Who, roles: &[&str]| json!({"person": who.name(), "roles": roles});
    let guide = json!({"document": "guide", "version": 3});
    json!({
        "calendar": "days",
        "groups": {
            "network": {"active": true, "categories": ["c"]},
            "database": {"active": true},
            "dissolved": {"active": false},
        },
        "registers": ["problem", "incident"],
        "request_models": {
            "mouse": {"item": "Mouse", "instructions": guide},
            "patch": {"item": "Patch", "instructions": guide, "standard_change": "std-patch"},
            "access": {
                "item": "Access", "instructions": guide, "entitled": ["user"], "tasks": ["grant"], "inputs": ["system"],
                "approval": {"threshold": {"count": 2}},
                "approvers": [voter(Who::Boss, &[]), voter(Who::Levels, &[]), voter(Who::NetworkDesk, &[])],
            },
            "root": {
                "item": "Root", "instructions": guide, "privileged": true, "tasks": ["grant"], "inputs": ["system"],
                "approval": {"threshold": {"count": 1}, "valid_for_s": 2 * DAY_S},
                "approvers": [voter(Who::Boss, &[]), voter(Who::Security, &["secm"])],
            },
        },
    })
}

/// The command of a step; `None` where nothing is asked.
pub fn command(op: Op, model: &Model, desk: &ServiceManagementSystem) -> Option<String> {
    let now = instant(model.now_s);
    let (record, body) = match op {
        Op::Wait => return None,
        Op::Log { named } => {
            let mut body =
                json!({"channel": "phone", "symptom": "s", "occurred_at": now, "service": "unknown"});
            if named {
                body["requester"] = json!(Who::User.name());
            }
            (None, body)
        }
        Op::Import(taken) => (None, past(taken, now)),
        Op::Declare { incident } => {
            let body = json!({"incident": incident_id(incident), "manual_reason": "r", "manager": Who::Major.name()});
            (None, body)
        }
        Op::Submit { item, beneficiary, requester, complete } => {
            let mut body = json!({"model": item_code(item), "beneficiary": beneficiary.name()});
            if complete && matches!(item, Item::Access | Item::Root) {
                body["inputs"] = json!({"system": "x"});
            }
            if let Some(requester) = requester {
                body["requester"] = json!(requester.name());
            }
            (None, body)
        }
        Op::Incident(id, ask) => {
            let record = incident_id(id);
            let envelope = desk.incident(&record).map(|incident| &incident.envelope);
            let body = body(ask, now, envelope);
            (Some(record), body)
        }
        Op::Major(id, ask) => (Some(major_id(id)), body_of_major(ask, now)),
        Op::Request(id, ask) => {
            let record = format!("SRQ-{:06}", id + 1);
            let envelope = desk.service_request(&record).map(|request| &request.envelope);
            let body = body_of_request(ask, now, envelope);
            (Some(record), body)
        }
        Op::File { duty, person, filing } => {
            let record = waiver_id(desk.waivers().count());
            let terms = terms(&record, duty, person, filing, model.now_s);
            (Some(record), json!({"waiver": terms}))
        }
        Op::Revoke { waiver, said } => (Some(waiver_id(waiver)), json!({"reason": reason(said)})),
    };
    let (process, verb) = op.kind();
    let mut command = json!({"kind": format!("{process}.{verb}"), "body": body});
    if let Some(record) = record {
        command["record"] = json!(record);
    }
    Some(command.to_string())
}

fn incident_id(place: usize) -> String {
    format!("INC-{:06}", place + 1)
}

fn major_id(place: usize) -> String {
    format!("MAJ-{:06}", place + 1)
}

fn waiver_id(place: usize) -> String {
    format!("WVR-{:06}", place + 1)
}

const fn item_code(item: Item) -> &'static str {
    match item {
        Item::Mouse => "mouse",
        Item::Patch => "patch",
        Item::Access => "access",
        Item::Root => "root",
        Item::Unknown => "yacht",
    }
}

const fn reason(said: bool) -> &'static str {
    if said { "r" } else { " " }
}

fn terms(id: &str, duty: Duty, person: Who, filing: Filing, now_s: i64) -> Value {
    let from_s = match filing {
        Filing::InForce | Filing::ForAnother => now_s,
        Filing::Later => now_s + DAY_S,
        Filing::Over => now_s - 3 * DAY_S,
    };
    let approved_by = if filing == Filing::ForAnother { "p-mr" } else { Who::Top.name() };
    json!({
        "id": id, "duty": duty, "persons": [person.name()], "reason": "a small team", "compensating_control": "a sample",
        "approved_by": approved_by, "approved_role": "tm",
        "valid_from": instant(from_s), "valid_until": instant(from_s + 3 * DAY_S),
    })
}

/// The number of the latest notice of a resolution, or of none.
fn receipt(now: Instant, envelope: Option<&Envelope>) -> Value {
    let notices = envelope.map(|envelope| envelope.notices.as_slice()).unwrap_or_default();
    let resolved = notices.iter().rposition(|notice| notice.why == NoticeKind::Resolved);
    json!({"number": resolved.map_or(10_000, |place| place + 1), "delivered_at": now})
}

fn link(to: To) -> Value {
    let (kind, to) = match to {
        To::Problem => ("relates_problem", PROBLEM.to_owned()),
        To::NoProblem => ("relates_problem", "PRB-000009".to_owned()),
        To::Change => ("resolved_by_change", "CHG-000001".to_owned()),
        To::Incident(place) => ("duplicates", incident_id(place)),
    };
    json!({"link": {"kind": kind, "to": to}})
}

fn resolution(kind: &str) -> Value {
    json!({"code": "c", "text": "t", "kind": kind, "level": "l2"})
}

fn past(taken: Taken, now: Instant) -> Value {
    let resolver = Who::Network.name();
    let state = match taken {
        Taken::Classified | Taken::Future => json!({"kind": "classified"}),
        Taken::InProgress => json!({"kind": "in_progress"}),
        Taken::Resolved | Taken::Unexplained => json!({"kind": "resolved", "at": now}),
        Taken::Closed { by_resolver } => {
            let confirmer = if by_resolver { resolver } else { Who::User.name() };
            json!({"kind": "closed", "at": now, "code": "c", "confirmed_by": confirmer})
        }
    };
    let occurred_at = if taken == Taken::Future { instant(now.unix_s() + 60) } else { now };
    let mut body = json!({
        "channel": "phone", "symptom": "s", "requester": Who::User.name(), "occurred_at": occurred_at, "opened_at": now,
        "classification": {"category": "c", "impact": 2, "urgency": 2, "security": false}, "state": state,
    });
    if !matches!(taken, Taken::Classified | Taken::Future) {
        body["assignment"] = json!({"group": "network"});
        body["response_at"] = json!(now);
    }
    if matches!(taken, Taken::Resolved | Taken::Closed { .. } | Taken::Unexplained) {
        body["resolved_at"] = json!([now]);
        body["resolver"] = json!(resolver);
    }
    if matches!(taken, Taken::Resolved | Taken::Closed { .. }) {
        body["resolution"] = resolution("permanent");
    }
    body
}

fn body(ask: Ask, now: Instant, envelope: Option<&Envelope>) -> Value {
    match ask {
        Ask::Classify => json!({"category": "c", "impact": 2, "urgency": 2, "known_error": "none"}),
        Ask::Assign { group, person: None } => json!({"group": group.unit()}),
        Ask::Assign { group, person: Some(person) } => {
            json!({"group": group.unit(), "person": person.name()})
        }
        Ask::Acknowledge | Ask::Inform => json!({}),
        Ask::Reassign(group) => json!({"group": group.unit(), "escalation": "functional", "reason": "r"}),
        Ask::Pend { seconds } => {
            json!({"reason": "user", "note": "n", "until": instant(now.unix_s() + seconds)})
        }
        Ask::Resume | Ask::Reopen | Ask::Cancel { duplicate_of: None } => json!({"reason": "r"}),
        Ask::Resolve { workaround } => {
            json!({"resolution": resolution(if workaround { "workaround" } else { "permanent" })})
        }
        Ask::Close { verified } => json!({"code": "c", "category_verified": verified}),
        Ask::Cancel { duplicate_of: Some(other) } => json!({"duplicate_of": incident_id(other)}),
        Ask::Convert { to } => json!({"to": format!("SRQ-{:06}", to + 1), "reason": "r"}),
        Ask::Reclassify { impact, category } => {
            json!({"impact": impact, "category": category, "reason": "r"})
        }
        Ask::Override { priority, expires_s } => {
            let mut body = json!({"priority": priority, "reason": "r"});
            if let Some(seconds) = expires_s {
                body["expires_at"] = json!(instant(now.unix_s() + seconds));
            }
            body
        }
        Ask::Move { service: true } => json!({"service": "mail", "reason": "r"}),
        Ask::Move { service: false } => json!({"reason": "r"}),
        Ask::Work => json!({"note": "n"}),
        Ask::Escalate { said } => {
            json!({"to": "network", "escalation": "hierarchical", "reason": reason(said)})
        }
        Ask::Link(to) => link(to),
        Ask::MarkMajor { major } | Ask::UnmarkMajor { major } => json!({"major": major_id(major)}),
        Ask::Recalculate => json!({"reason": "late_holiday_notice"}),
        Ask::Excuse => json!({"metric": "response", "reason": "strike"}),
        Ask::ConfirmResolved => receipt(now, envelope),
    }
}

fn body_of_major(ask: AskMajor, now: Instant) -> Value {
    let facilitator = |by_resolver: bool| if by_resolver { Who::Network.name() } else { "p-prbm" };
    match ask {
        AskMajor::Inform => json!({"number": 1, "delivered_at": now}),
        AskMajor::Manage { every_s } => json!({"update_every_s": every_s}),
        AskMajor::Update => json!({"text": "t"}),
        AskMajor::Restore => json!({"restoration": {
            "customers_told": true, "outage_closed": true, "resolvers": [Who::Network.name()], "restored_at": now,
        }}),
        AskMajor::BeginReview { by_resolver } => json!({"facilitator": facilitator(by_resolver)}),
        AskMajor::Review { by_resolver } => json!({"review": {
            "attendees": ["p-1"], "causes_known": true, "facilitator": facilitator(by_resolver), "improvements": ["i"],
            "problem": {"not_needed": "r"}, "timeline": [{"at": now, "text": "t"}],
        }}),
        AskMajor::Close => {
            json!({"no_action_reason": "r", "report": {"hash": "0".repeat(64), "reference": "report"}})
        }
        AskMajor::ProposeDowngrade | AskMajor::Downgrade => json!({"reason": "r"}),
        AskMajor::HandOver { to } => json!({"manager": to.name(), "reason": "r"}),
    }
}

fn body_of_request(ask: AskRequest, now: Instant, envelope: Option<&Envelope>) -> Value {
    match ask {
        AskRequest::Validate { entitled, impact } => {
            let roles: &[&str] = if entitled { &["user"] } else { &[] };
            let classification = json!({"category": "c", "impact": impact, "urgency": 2});
            json!({"beneficiary_roles": roles, "classification": classification})
        }
        AskRequest::Approve | AskRequest::RequestApproval | AskRequest::Close | AskRequest::Inform => {
            json!({})
        }
        AskRequest::Vote { by, say, said } => {
            let decision = match say {
                Say::Approve => "approve",
                Say::Reject => "reject",
                Say::Return => "return",
                Say::Abstain => "abstain",
            };
            let mut body = json!({"decision": decision, "comment": reason(said)});
            if let Some(by) = by {
                body["by"] = json!(by.name());
            }
            body
        }
        AskRequest::Delegate { to } => json!({"to": to.name()}),
        AskRequest::Edit { input } => match input {
            Some(input) => json!({"inputs": {"system": input}}),
            None => json!({"inputs": {}}),
        },
        AskRequest::FulfilBegin { group, version } => {
            json!({"group": group.unit(), "instructions": {"document": "guide", "version": version}})
        }
        AskRequest::Fulfil { evidence, grant, ci } => {
            let proof = json!({"hash": "0".repeat(64), "reference": "photo"});
            let access = match grant {
                Grant::None => json!([]),
                Grant::Endless => json!([{"access": "root"}]),
                Grant::Ends => json!([{"access": "root", "expires_at": instant(now.unix_s() + DAY_S)}]),
                Grant::Ended => json!([{"access": "root", "expires_at": now}]),
            };
            let cis: &[&str] = if ci { &["ci-1"] } else { &[] };
            let evidence = if evidence { json!([proof]) } else { json!([]) };
            json!({"fulfilment": {"access": access, "cis": cis, "evidence": evidence}})
        }
        AskRequest::Reject { said } | AskRequest::Cancel { said } => json!({"reason": reason(said)}),
        AskRequest::ToIncident { to } => json!({"to": {"incident": incident_id(to)}, "reason": "r"}),
        AskRequest::ToChange => json!({"to": {"change": "CHG-000001"}, "reason": "r"}),
        AskRequest::Wait { seconds } => {
            json!({"reason": "user", "note": "n", "until": instant(now.unix_s() + seconds)})
        }
        AskRequest::Resume => json!({"reason": "r"}),
        AskRequest::TaskDone { known } => json!({"task": if known { "grant" } else { "dance" }}),
        AskRequest::Work { said } => json!({"note": reason(said)}),
        AskRequest::Link(to) => link(to),
        AskRequest::Recalculate => json!({"reason": "late_holiday_notice"}),
        AskRequest::Excuse => json!({"metric": "response", "reason": "strike"}),
        AskRequest::ConfirmFulfilled => receipt(now, envelope),
    }
}
