//! The desk of the model, its persons, and its commands as documents.

use crate::machine::{Ask, AskMajor, Group, Model, Op, Who, verb, verb_of_major};
use itsm::kernel::{Actor, Context, Instant, NoticeKind, Role, UnitId};
use itsm::system::{Command, ServiceManagementSystem, TicketQuery};
use std::sync::LazyLock;

/// 10:00 on a Monday in Shanghai.
pub const START_S: i64 = 1_795_399_200;

pub fn instant(seconds: i64) -> Instant {
    Instant::from_unix_s(seconds).expect("an instant")
}

const fn name(who: Who) -> &'static str {
    match who {
        Who::Desk => "p-desk",
        Who::Network => "p-net",
        Who::Database => "p-db",
        Who::Manager => "p-incm",
        Who::Major => "p-mim",
        Who::User => "u-1",
        Who::NetworkDesk => "p-both",
    }
}

const fn unit(group: Group) -> &'static str {
    match group {
        Group::Network => "network",
        Group::Database => "database",
    }
}

pub fn actor(who: Who) -> Actor {
    let (role, group) = match who {
        Who::Desk => (Role::ServiceDesk, "desk"),
        Who::Network => (Role::SecondLine, unit(Group::Network)),
        Who::Database => (Role::SecondLine, unit(Group::Database)),
        Who::Manager => (Role::IncidentManager, "desk"),
        Who::Major => (Role::MajorIncidentManager, "desk"),
        Who::User => (Role::User, "customer"),
        Who::NetworkDesk => (Role::ServiceDesk, unit(Group::Network)),
    };
    Actor::new(name(who), [role]).expect("an actor").in_unit(UnitId::new(group).expect("a unit"))
}

/// Clocks in office hours; business days are all days, so that the model counts them by hand.
pub static DESK: LazyLock<ServiceManagementSystem> = LazyLock::new(|| {
    let mut desk = ServiceManagementSystem::new();
    let whole = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .map(|day| format!(r#""{day}":[["00:00","24:00"]]"#));
    let days = format!(
        r#"{{"kind":"policy.publish","record":"days","body":{{"version":1,"effective_from":"2026-01-01T00:00:00Z","document":{{"calendar":{{"zone":"UTC","week":{{{}}}}}}}}}}}"#,
        whole.join(",")
    );
    let rules = r#"{"kind":"policy.publish","record":"rules","body":{"version":1,"effective_from":"2026-01-01T00:00:00Z","document":{"desk":{"calendar":"days"}}}}"#;
    let owner =
        Context::new(instant(START_S), Actor::new("p-owner", [Role::ProcessOwner]).expect("an actor"));
    for text in [
        include_str!("../../fuzz/seeds/command_document/01-office.json"),
        include_str!("../../fuzz/seeds/command_document/02-matrix.json"),
        include_str!("../../fuzz/seeds/command_document/04-agreement.json"),
        &days,
        rules,
    ] {
        let command = Command::from_json(text.as_bytes()).expect("a command");
        desk.execute(&command, &owner).expect("published");
    }
    desk
});

/// The command of a step; `None` where nothing is asked.
pub fn command(op: Op, model: &Model, desk: &ServiceManagementSystem) -> Option<String> {
    let now = instant(model.now_s);
    Some(match op {
        Op::Wait => return None,
        Op::Log => format!(
            r#"{{"kind":"incident.log","body":{{"channel":"phone","symptom":"s","occurred_at":"{now}","service":"unknown","requester":"u-1"}}}}"#
        ),
        Op::Declare { incident } => format!(
            r#"{{"kind":"major_incident.declare","body":{{"incident":"{}","manual_reason":"r","manager":"p-mim"}}}}"#,
            incident_id(incident)
        ),
        Op::Incident(id, ask) => {
            let body = body(ask, id, now, desk);
            format!(r#"{{"kind":"incident.{}","record":"{}","body":{body}}}"#, verb(ask), incident_id(id))
        }
        Op::Major(id, ask) => format!(
            r#"{{"kind":"major_incident.{}","record":"MAJ-{:06}","body":{}}}"#,
            verb_of_major(ask),
            id + 1,
            body_of_major(ask, now)
        ),
    })
}

fn incident_id(place: usize) -> String {
    format!("INC-{:06}", place + 1)
}

fn body(ask: Ask, id: usize, now: Instant, desk: &ServiceManagementSystem) -> String {
    match ask {
        Ask::Classify => r#"{"category":"c","impact":2,"urgency":2,"known_error":"none"}"#.to_owned(),
        Ask::Assign(group) => format!(r#"{{"group":"{}"}}"#, unit(group)),
        Ask::Acknowledge | Ask::Inform => "{}".to_owned(),
        Ask::Reassign(group) => {
            format!(r#"{{"group":"{}","escalation":"functional","reason":"r"}}"#, unit(group))
        }
        Ask::Pend { seconds } => {
            let until = instant(now.unix_s() + seconds);
            format!(r#"{{"reason":"user","note":"n","until":"{until}"}}"#)
        }
        Ask::Resume | Ask::Reopen => r#"{"reason":"r"}"#.to_owned(),
        Ask::Resolve { workaround } => {
            let kind = if workaround { "workaround" } else { "permanent" };
            format!(r#"{{"resolution":{{"code":"c","text":"t","kind":"{kind}","level":"l2"}}}}"#)
        }
        Ask::Close { verified } => format!(r#"{{"code":"c","category_verified":{verified}}}"#),
        Ask::Cancel { duplicate_of: None } => r#"{"reason":"r"}"#.to_owned(),
        Ask::Cancel { duplicate_of: Some(other) } => {
            format!(r#"{{"duplicate_of":"{}"}}"#, incident_id(other))
        }
        Ask::Convert => r#"{"to":"SRQ-000001","reason":"r"}"#.to_owned(),
        Ask::Work => r#"{"note":"n"}"#.to_owned(),
        Ask::ConfirmResolved => {
            let all = TicketQuery::default();
            let incident = desk.incidents(&all).nth(id);
            let notices = incident.map(|incident| incident.envelope.notices.as_slice()).unwrap_or_default();
            let resolved = notices.iter().rposition(|notice| notice.why == NoticeKind::Resolved);
            let number = resolved.map_or(10_000, |place| place + 1);
            format!(r#"{{"number":{number},"delivered_at":"{now}"}}"#)
        }
    }
}

fn body_of_major(ask: AskMajor, now: Instant) -> String {
    let facilitator = |by_resolver: bool| if by_resolver { "p-net" } else { "p-prbm" };
    match ask {
        AskMajor::Inform => format!(r#"{{"number":1,"delivered_at":"{now}"}}"#),
        AskMajor::Manage { every_s } => format!(r#"{{"update_every_s":{every_s}}}"#),
        AskMajor::Update => r#"{"text":"t"}"#.to_owned(),
        AskMajor::Restore => format!(
            r#"{{"restoration":{{"customers_told":true,"outage_closed":true,"resolvers":["p-net"],"restored_at":"{now}"}}}}"#
        ),
        AskMajor::BeginReview { by_resolver } => {
            format!(r#"{{"facilitator":"{}"}}"#, facilitator(by_resolver))
        }
        AskMajor::Review { by_resolver } => format!(
            r#"{{"review":{{"attendees":["p-1"],"causes_known":true,"facilitator":"{}","improvements":["i"],"problem":{{"not_needed":"r"}},"timeline":[{{"at":"{now}","text":"t"}}]}}}}"#,
            facilitator(by_resolver)
        ),
        AskMajor::Close => format!(
            r#"{{"no_action_reason":"r","report":{{"hash":"{}","reference":"report"}}}}"#,
            "0".repeat(64)
        ),
        AskMajor::ProposeDowngrade | AskMajor::Downgrade => r#"{"reason":"r"}"#.to_owned(),
    }
}
