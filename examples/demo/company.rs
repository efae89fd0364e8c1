//! The virtual company of the specification (3.0.2) with its people, customers, calendars and agreements.
//!
//! 创新公司 runs the IT of banks and insurers from Shanghai. Everything here is the tenant's data: also the holidays of 2026 and
//! the make-up workdays (调休) are the tenant's entries, copied from the announcement of its government. The library ships none.

use itsm::kernel::{Actor, Code, CustomerId, Label, PolicyId, Role, UnitId};
use itsm::priority::Preset;
use itsm::sla::IncidentPreset;
use serde_json::{Value, json};
use std::error::Error;

/// The company, and where its people read the clock.
pub const COMPANY: Label = Label::new("Chuangxin, IT services for banks", "创新公司，银行IT外包服务商");
pub const ZONE: &str = "Asia/Shanghai";

/// Somebody, or something, that gives commands.
pub struct Person {
    pub id: &'static str,
    pub name: Label,
    pub unit: Label,
    /// The support group acted for, where there is one.
    pub group: Option<&'static str>,
    pub roles: &'static [Role],
}

const SERVICES: Label = Label::new("IT Services", "IT服务部");
const SOFTWARE: Label = Label::new("Software Development", "软件开发部");
const INTEGRATION: Label = Label::new("System Integration", "系统集成部");
const QUALITY: Label = Label::new("Quality Management", "质量管理部");
const COMMERCE: Label = Label::new("Commerce", "商务部");
const MANAGEMENT: Label = Label::new("Management", "公司领导");
const RIVERSIDE: Label = Label::new("Riverside Bank", "江畔银行");
pub const LAKESIDE: Label = Label::new("Lakeside Bank", "湖滨银行");
const GREENFIELD: Label = Label::new("Greenfield Insurance", "青田保险");
const MACHINES: Label = Label::new("Machines", "设备");

const fn person(
    id: &'static str,
    name: (&'static str, &'static str),
    unit: Label,
    group: Option<&'static str>,
    roles: &'static [Role],
) -> Person {
    Person { id, name: Label::new(name.0, name.1), unit, group, roles }
}

#[rustfmt::skip]
pub const PEOPLE: &[Person] = &[
    person("tm-zhou",  ("Zhou Jun", "周军"),  MANAGEMENT,  None, &[Role::TopManagement]),
    person("po-qian",  ("Qian Li", "钱莉"),   QUALITY,     None, &[Role::ProcessOwner, Role::ManagementRepresentative, Role::QualityManager]),
    person("slm-xu",   ("Xu Ning", "许宁"),   COMMERCE,    None, &[Role::ServiceLevelManager]),
    person("sd-chen",  ("Chen Yu", "陈雨"),   SERVICES,    Some("service-desk"), &[Role::ServiceDesk, Role::FirstLine]),
    person("sd-lin",   ("Lin Tao", "林涛"),   SERVICES,    Some("service-desk"), &[Role::ServiceDesk, Role::FirstLine]),
    person("net-wang", ("Wang Lei", "王磊"),  SERVICES,    Some("network"), &[Role::SecondLine]),
    person("app-zhao", ("Zhao Min", "赵敏"),  SOFTWARE,    Some("applications"), &[Role::ThirdLine]),
    person("sys-liu",  ("Liu Yang", "刘洋"),  INTEGRATION, Some("systems"), &[Role::ThirdLine, Role::ServiceDesk]),
    person("incm-sun", ("Sun Hao", "孙浩"),   SERVICES,    None, &[Role::IncidentManager, Role::User]),
    person("mim-he",   ("He Jing", "何静"),   SERVICES,    None, &[Role::MajorIncidentManager]),
    person("prbm-gao", ("Gao Feng", "高峰"),  SERVICES,    None, &[Role::ProblemManager]),
    person("app-ma",   ("Ma Qi", "马琪"),     SOFTWARE,    Some("applications"), &[Role::ThirdLine]),
    person("chgm-wu",  ("Wu Bo", "吴博"),     SERVICES,    None, &[Role::ChangeManager]),
    person("own-shen", ("Shen Li", "沈立"),   SERVICES,    None, &[]),
    person("cab-fang", ("Fang Xin", "方欣"),  QUALITY,     None, &[Role::Cab]),
    person("cab-luo",  ("Luo Kai", "罗凯"),   INTEGRATION, None, &[Role::Cab]),
    person("avm-kong", ("Kong Rui", "孔瑞"),  SERVICES,    None, &[Role::AvailabilityManager]),
    person("cfgm-bai", ("Bai Xue", "白雪"),   SERVICES,    None, &[Role::ConfigurationManager]),
    person("relm-yu",  ("Yu Fei", "余飞"),    SERVICES,    None, &[Role::ReleaseManager]),
    person("so-han",   ("Han Mei", "韩梅"),   COMMERCE,    None, &[Role::ServiceOwner]),
    person("cust-jiang",("Mr. Jiang", "江先生"), RIVERSIDE, None, &[Role::Customer]),
    person("secm-tang",("Tang Wei", "唐薇"),  SERVICES,    None, &[Role::SecurityManager]),
    person("u-river",  ("Ms. Jiang", "江女士"), RIVERSIDE, None, &[Role::User]),
    person("u-lake",   ("Mr. Hu", "胡先生"),  LAKESIDE,    None, &[Role::User]),
    person("u-bank",   ("Ms. Bai", "白女士"), LAKESIDE,    None, &[Role::User]),
    person("u-green",  ("Mr. Qing", "青先生"), GREENFIELD, None, &[Role::User]),
    person("probe",    ("monitoring", "监控"), MACHINES,   None, &[Role::Monitoring]),
    person("mailer",   ("mail gateway", "邮件网关"), MACHINES, None, &[Role::Gateway]),
];

/// What the company wants of its KPIs, in basis points and counts.
pub const TARGETS: &[(&str, u64)] = &[
    ("K-SLM-03", 9_500),
    ("K-INC-02", 9_500),
    ("K-INC-03", 9_000),
    ("K-INC-08", 1_000),
    ("K-INC-15", 10_000),
    ("K-SRQ-01", 9_500),
];

/// Finds a person of the table.
pub fn named(id: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.id == id)
}

impl Person {
    /// As the library wants it.
    pub fn actor(&self) -> Result<Actor, Box<dyn Error>> {
        let actor = Actor::new(self.id, self.roles.iter().copied())?;
        Ok(match self.group {
            Some(group) => actor.in_unit(UnitId::new(group)?),
            None => actor,
        })
    }
}

/// Every policy in the order in which it is published: id and document.
pub fn policies() -> Result<Vec<(&'static str, Value)>, Box<dyn Error>> {
    Ok(vec![
        ("office", json!({"calendar": calendar(&[["09:00", "12:00"], ["13:00", "18:00"]])})),
        ("bank-hours", json!({"calendar": calendar(&[["08:30", "12:00"], ["13:30", "18:00"]])})),
        ("insurer-hours", json!({"calendar": calendar(&[["09:00", "17:00"]])})),
        ("matrix", json!({"matrix": Preset::Iso.document()})),
        ("sla-riverside", json!({"agreement": riverside()?})),
        ("sla-lakeside", json!({"agreement": lakeside()?})),
        ("sla-greenfield", json!({"agreement": greenfield()})),
        ("sla-requests", json!({"agreement": requests()})),
        ("rules", json!({"desk": desk()})),
    ])
}

/// Five days a week, the days off around National Day 2026 (国庆节), and the Sunday and the Saturday worked for them (调休).
fn calendar(hours: &[[&str; 2]]) -> Value {
    let golden_week = (1..=7).map(|day| json!({"date": format!("2026-10-{day:02}"), "name": "国庆节"}));
    json!({
        "zone": ZONE,
        "week": {"mon": hours, "tue": hours, "wed": hours, "thu": hours, "fri": hours},
        "holidays": golden_week.collect::<Vec<_>>(),
        "special_days": {"2026-09-20": hours, "2026-10-10": hours},
        "covers": ["2026-09-01", "2026-12-31"],
    })
}

/// Around the clock: the proposed targets in elapsed time. A wait for the customer does not count.
fn riverside() -> Result<Value, Box<dyn Error>> {
    let preset = IncidentPreset::default().pausing_for([Code::new("user")?]);
    let mut policy = preset.policy();
    policy.name = "Riverside Bank, 24 x 7".parse()?;
    policy.customer = Some(CustomerId::new("riverside")?);
    Ok(serde_json::to_value(policy)?)
}

/// The same targets, five days of eight hours.
fn lakeside() -> Result<Value, Box<dyn Error>> {
    let preset =
        IncidentPreset::default().in_calendar(PolicyId::new("bank-hours")?).pausing_for([Code::new("user")?]);
    let mut policy = preset.policy();
    policy.name = "Lakeside Bank, 5 x 8".parse()?;
    policy.customer = Some(CustomerId::new("lakeside")?);
    Ok(serde_json::to_value(policy)?)
}

/// Whole working days, due at closing time.
fn greenfield() -> Value {
    let by_priority = [(1, 0), (2, 1), (3, 2), (4, 5)].map(|(priority, days)| {
        json!({
            "id": format!("p{priority}-resolution"), "metric": "resolution", "when": {"priorities": [priority]},
            "target": {"unit": "working_days", "days": days, "convention": "end_of_day"},
            "calendar": "insurer-hours", "pause_reasons": ["user"],
            "levels": [{"id": "warn-75", "at": {"percent": 75}, "kind": "warning", "notify": ["requester", "incm"]}],
        })
    });
    let response = json!({
        "id": "response", "metric": "response", "target": {"unit": "working", "seconds": 7_200}, "calendar": "insurer-hours",
    });
    json!({
        "name": "Greenfield Insurance, working days", "customer": "greenfield", "precedence": 100,
        "selection": "precedence", "clauses": by_priority.into_iter().chain([response]).collect::<Vec<_>>(),
    })
}

/// Requests of anybody: two working days. The time that approvers take does not count.
fn requests() -> Value {
    json!({
        "name": "Service requests", "precedence": 200, "selection": "precedence",
        "clauses": [{
            "id": "fulfilment", "metric": "resolution", "when": {"kinds": ["request"]},
            "target": {"unit": "working_days", "days": 2, "convention": "end_of_day"},
            "calendar": "office", "pause_reasons": ["approval", "user"],
        }],
    })
}

/// Who may be given work, and what makes an incident a major one.
fn desk() -> Value {
    json!({
        "calendar": "office",
        "groups": {
            "service-desk": {"active": true},
            "network": {"active": true, "categories": ["network"]},
            "applications": {"active": true, "categories": ["app"]},
            "systems": {"active": true, "categories": ["hardware", "network"]},
            "mainframe": {"active": false, "categories": ["mainframe"]},
        },
        "major_criteria": [{"id": "core-service-down", "impacts": [1], "services": ["mobile-banking"]}],
        "request_models": {
            "vpn-access": {
                "item": "VPN access", "inputs": ["device"], "tasks": ["create-account"],
                "instructions": {"document": "WI-VPN", "version": 3},
            },
            "report-access": {"item": "Access to reports", "instructions": {"document": "WI-REP", "version": 1}},
            "ledger-admin": {
                "item": "Administrator of the ledger, for a time", "privileged": true, "entitled": ["incm", "l3"],
                "inputs": ["purpose"], "tasks": ["grant"], "instructions": {"document": "WI-PRIV", "version": 5},
                "approval": {"threshold": {"count": 2}, "quorum": 2, "veto_roles": ["secm"]},
                "approvers": [
                    {"person": "incm-sun", "roles": ["incm"]}, {"person": "secm-tang", "roles": ["secm"]},
                    {"person": "slm-xu", "roles": ["slm"]},
                ],
            },
        },
    })
}
