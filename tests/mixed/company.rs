//! The tenants of the model: their rules, and the items that their registers take over.

use crate::people::{ALL, actor};
use itsm::kernel::{Context, Instant, TenantId};
use itsm::system::{Command, ServiceManagementSystem};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// 10:00 on a Monday in Shanghai.
const START_S: i64 = 1_795_399_200;
pub const DAY_S: i64 = 86_400;
/// How often a candidate of a problem needs the same item, how long a cure and a release are observed.
const OBSERVE_DAYS: u32 = 2;
/// How late an emergency that was authorised by word of mouth may be recorded.
pub const VERBAL_S: i64 = 4 * 3_600;

/// Every id of a tenant bears its name.
pub const TENANTS: [&str; 2] = ["zulu", "yank"];

pub fn start() -> Instant {
    Instant::from_unix_s(START_S).expect("an instant")
}

pub fn after(at: Instant, seconds: i64) -> Instant {
    at.plus_s(seconds).expect("an instant")
}

static DESKS: LazyLock<[ServiceManagementSystem; 2]> = LazyLock::new(|| TENANTS.map(founded));

/// The system of a tenant on its first day.
pub fn desk(tenant: usize) -> ServiceManagementSystem {
    DESKS[tenant].clone()
}

pub fn context(tenant: usize, now: Instant, person: &str) -> Context {
    let mut context = Context::new(now, actor(person)).with_entropy([3; 32]);
    context.tenant = Some(TenantId::new(TENANTS[tenant]).expect("a tenant"));
    context
}

/// The items in use from the first day.
pub fn items(tenant: &str) -> [String; 4] {
    ["db", "app", "web", "shop"].map(|name| format!("{name}-{tenant}"))
}

pub fn relation(from: &str, to: &str) -> Value {
    json!({"from": from, "to": to, "kind": "depends_on"})
}

pub fn configuration(kind: &str, name: &str, relations: &[Value]) -> Value {
    json!({"type": kind, "name": name, "version": "1.0", "attributes": {"ram": "32"}, "relations": relations})
}

fn founded(name: &str) -> ServiceManagementSystem {
    let tenant = TENANTS.iter().position(|tenant| *tenant == name).expect("a tenant");
    let mut desk = ServiceManagementSystem::for_tenant(TenantId::new(name).expect("a tenant"));
    let mut told = |person: &str, kind: &str, record: &str, body: Value| {
        let text = json!({"kind": kind, "record": record, "body": body}).to_string();
        let command = Command::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
        let context = context(tenant, start(), person);
        desk.execute(&command, &context).unwrap_or_else(|error| panic!("{text}: {error}"));
    };
    for (id, document) in policies(name) {
        let body = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document});
        told("p-po", "policy.publish", id, body);
    }
    let [db, app, web, shop] = items(name);
    let on = |from: &str, to: &[&str]| to.iter().map(|to| relation(from, to)).collect::<Vec<_>>();
    let stated = [
        (&db, configuration("server", "database", &[])),
        (&app, configuration("server", "application", &on(&app, &[&db]))),
        (&web, configuration("server", "web server", &on(&web, &[&app]))),
        (&shop, configuration("service", "shop", &on(&shop, &[&web, &app]))),
    ];
    for (id, configuration) in stated {
        let body = json!({"configuration": configuration, "owner": "p-otto", "phase": "live"});
        told("p-cfgm", "configuration_item.take_over", id, body);
    }
    let planned = json!({"configuration": configuration("server", "spare", &[]), "owner": "p-otto"});
    told("p-cfgm", "configuration_item.register", &format!("box-{name}-0"), planned);
    desk
}

fn policies(tenant: &str) -> Vec<(&'static str, Value)> {
    let seed = |text: &str| {
        let command: Value = serde_json::from_str(text).expect("a document");
        command["body"]["document"].clone()
    };
    let whole = json!([["00:00", "24:00"]]);
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let week: BTreeMap<&str, &Value> = days.iter().map(|day| (*day, &whole)).collect();
    let voter = |(person, role): &(&str, &str)| json!({"person": person, "roles": [role]});
    let voters = |all: &[(&str, &str)]| all.iter().map(voter).collect::<Vec<_>>();
    let category = |days: u32, count: u32, roles: &[&str], by: &[(&str, &str)]| {
        json!({"lead_time_working_days": days, "assessments": ["business", "security"], "voters": voters(by),
               "approval": {"threshold": {"count": count}, "required_roles": roles, "valid_for_s": 9 * DAY_S}})
    };
    let attributes = json!({"ram": {"kind": "integer", "mandatory": true}});
    let freeze = json!({
        "id": "fair", "from": after(start(), 12 * DAY_S), "until": after(start(), 13 * DAY_S), "scope": "all",
        "firmness": "hard", "waivable_by": ["tm"],
    });
    let parties = [("p-cust", "cust"), ("p-so", "so"), (ALL, "so"), (ALL, "cust")];
    vec![
        ("office", seed(include_str!("../../fuzz/seeds/command_document/01-office.json"))),
        ("matrix", seed(include_str!("../../fuzz/seeds/command_document/02-matrix.json"))),
        ("sla", seed(include_str!("../../fuzz/seeds/command_document/04-agreement.json"))),
        ("days", json!({"calendar": {"zone": "UTC", "week": week}})),
        (
            "rules",
            json!({"desk": {"calendar": "days", "groups": {"network": {"active": true}},
                            "major_notice_s": 90 * DAY_S, "major_update_every_s": 90 * DAY_S,
                            "registers": ["problem", "incident", "change"]}}),
        ),
        (
            "problems",
            json!({"problem": {"calendar": "days", "observe_days": OBSERVE_DAYS, "registers": ["incident"]}}),
        ),
        (
            "items",
            json!({"configuration": {"calendar": "days", "types": {
                "server": {"attributes": attributes},
                "service": {"service": true, "critical": true, "attributes": attributes}}}}),
        ),
        (
            "changes",
            json!({"change": {"calendar": "days", "freezes": [freeze], "model_failure_limit": 2,
                "categories": {
                    "minor": category(0, 1, &[], &[("p-chgm", "chgm"), (ALL, "chgm")]),
                    "significant": category(1, 2, &["cab"], &[("p-cab", "cab"), ("p-cab2", "cab"), (ALL, "cab")]),
                    "major": category(2, 2, &["cust"], &[("p-tm", "tm"), ("p-cust", "cust"), (ALL, "cust")])},
                "risk": {"minor_up_to": 9, "significant_up_to": 16, "major_services": [format!("till-{tenant}")]},
                "emergency": {"assessments": ["business", "security"], "duty_managers": ["p-incm", ALL],
                              "verbal_record_s": VERBAL_S}}}),
        ),
        (
            "releases",
            json!({"release": {"calendar": "days", "live_environments": ["live"], "observe_days": OBSERVE_DAYS,
                "plan_approval": {"threshold": {"count": 2}, "required_roles": ["cust", "so"]},
                "plan_voters": voters(&parties[..2])}}),
        ),
        ("retention", json!({"retention": {"classes": {"cycle": {"keep": {"years": 3}}}}})),
    ]
}
