//! The script of the week: when, who, what. Instants are the company's local time in 2026; `@` marks one inside a body.
//!
//! National Day holidays last until Wednesday the 7th; Saturday the 10th is worked for them (调休).

use itsm::kernel::{Label, NoticeKind};

/// One line of the script.
pub struct Step {
    pub at: &'static str,
    pub by: &'static str,
    pub act: Act,
}

/// What is done.
#[derive(Debug)]
pub enum Act {
    /// A command that is carried out; an empty record is counted by the system.
    Command { kind: &'static str, record: &'static str, body: &'static str },
    /// A command that the named guard refuses.
    Refused { guard: &'static str, kind: &'static str, record: &'static str, body: &'static str },
    /// The host's receipt for the last notice of that kind.
    Deliver { record: &'static str, why: NoticeKind },
}

pub const fn step(
    at: &'static str,
    by: &'static str,
    kind: &'static str,
    record: &'static str,
    body: &'static str,
) -> Step {
    Step { at, by, act: Act::Command { kind, record, body } }
}

pub const fn refused(
    at: &'static str,
    by: &'static str,
    guard: &'static str,
    kind: &'static str,
    record: &'static str,
    body: &'static str,
) -> Step {
    Step { at, by, act: Act::Refused { guard, kind, record, body } }
}

pub const fn delivered(at: &'static str, record: &'static str, why: NoticeKind) -> Step {
    Step { at, by: "mailer", act: Act::Deliver { record, why } }
}

#[rustfmt::skip]
pub const SCRIPT: &[Step] = &[
    // Monday, holiday. Riverside's agreement counts around the clock. Nobody will answer the notice of this resolution.
    step("10-05 07:40", "probe", "incident.log", "", r#"{"channel": "monitoring", "symptom": "自助设备专线反复中断", "occurred_at": "@10-05 07:38",
        "service": {"known": "atm"}, "customer": "riverside", "requester": "u-river", "ci": "router-7", "service_down": true}"#),
    step("10-05 07:45", "sd-chen", "incident.classify", "INC-000001", r#"{"category": "network/wan", "impact": 2, "urgency": 1, "known_error": "none"}"#),
    step("10-05 07:47", "sd-chen", "incident.assign", "INC-000001", r#"{"group": "network"}"#),
    step("10-05 07:52", "net-wang", "incident.acknowledge", "INC-000001", "{}"),
    step("10-05 09:20", "net-wang", "incident.resolve", "INC-000001", r#"{"resolution": {"code": "hardware", "text": "interface card replaced", "kind": "permanent",
        "level": "l2", "restored_at": "@10-05 09:12"}}"#),
    delivered("10-05 09:21", "INC-000001", NoticeKind::Resolved),

    // The evening: a core service is down for everybody. The second call is the same matter.
    step("10-05 20:05", "sd-lin", "incident.log", "", r#"{"channel": "phone", "symptom": "手机银行无法登录", "occurred_at": "@10-05 19:58",
        "service": {"known": "mobile-banking"}, "customer": "riverside", "requester": "u-river", "service_down": true}"#),
    step("10-05 20:08", "sd-lin", "incident.classify", "INC-000002", r#"{"category": "app/login", "impact": 1, "urgency": 1, "known_error": "none"}"#),
    step("10-05 20:10", "sd-lin", "incident.assign", "INC-000002", r#"{"group": "applications"}"#),
    step("10-05 20:14", "app-zhao", "incident.acknowledge", "INC-000002", "{}"),
    step("10-05 20:16", "incm-sun", "major_incident.declare", "", r#"{"incident": "INC-000002", "criteria": ["core-service-down"], "manager": "mim-he", "resolvers": ["app-zhao"]}"#),
    step("10-05 20:19", "sd-chen", "incident.log", "", r#"{"channel": "phone", "symptom": "手机银行登录超时", "occurred_at": "@10-05 20:00",
        "service": {"known": "mobile-banking"}, "customer": "riverside", "requester": "u-river"}"#),
    refused("10-05 20:20", "mim-he", "T-MAJ-02", "major_incident.manage", "MAJ-000001", r#"{"update_every_s": 7200}"#),
    step("10-05 20:24", "incm-sun", "incident.cancel", "INC-000003", r#"{"duplicate_of": "INC-000002"}"#),
    delivered("10-05 20:25", "MAJ-000001", NoticeKind::MajorIncident),
    step("10-05 20:26", "mim-he", "major_incident.manage", "MAJ-000001", r#"{"update_every_s": 1800}"#),
    step("10-05 20:50", "mim-he", "major_incident.update", "MAJ-000001", r#"{"text": "token service does not start, rollback in preparation"}"#),
    step("10-05 21:18", "mim-he", "major_incident.update", "MAJ-000001", r#"{"text": "rollback running, half of the nodes are back"}"#),
    step("10-05 22:10", "mim-he", "major_incident.update", "MAJ-000001", r#"{"text": "all nodes are back, watching"}"#),
    step("10-05 22:28", "incm-sun", "incident.link", "INC-000002", r#"{"link": {"kind": "relates_problem", "to": "PRB-000001"}}"#),
    step("10-05 22:30", "app-zhao", "incident.resolve", "INC-000002", r#"{"resolution": {"code": "rollback", "text": "token service rolled back", "kind": "workaround",
        "level": "l3", "restored_at": "@10-05 22:25"}}"#),
    step("10-05 22:35", "mim-he", "major_incident.restore", "MAJ-000001", r#"{"restoration": {"restored_at": "@10-05 22:25", "outage_closed": true, "customers_told": true, "resolvers": ["app-zhao", "sys-liu"]}}"#),
    refused("10-05 22:40", "sd-lin", "T-INC-09", "incident.close", "INC-000002", r#"{"code": "done", "category_verified": true}"#),

    // Tuesday, holiday. Lakeside's clocks stand still until Thursday, 08:30.
    step("10-06 10:00", "u-lake", "incident.log", "", r#"{"channel": "portal", "symptom": "柜面打印机不工作", "occurred_at": "@10-06 09:50",
        "service": {"known": "teller"}, "customer": "lakeside", "ci": "printer-12"}"#),
    step("10-06 10:05", "sd-chen", "incident.classify", "INC-000004", r#"{"category": "hardware/printer", "impact": 3, "urgency": 2, "known_error": "none"}"#),
    step("10-06 10:06", "sd-chen", "incident.assign", "INC-000004", r#"{"group": "systems"}"#),

    // Thursday, the first working day.
    step("10-08 08:50", "sys-liu", "incident.acknowledge", "INC-000004", "{}"),
    step("10-08 09:40", "sd-lin", "incident.log", "", r#"{"channel": "mail", "symptom": "保单打印批处理未运行", "occurred_at": "@10-06 16:00",
        "service": {"known": "policy-print"}, "customer": "greenfield", "requester": "u-green", "no_ci_reason": "batch chain, not a CI"}"#),
    step("10-08 09:50", "sd-lin", "incident.classify", "INC-000005", r#"{"category": "app/batch", "impact": 3, "urgency": 3, "known_error": "none"}"#),
    step("10-08 09:52", "sd-lin", "incident.assign", "INC-000005", r#"{"group": "applications"}"#),
    step("10-08 10:30", "app-zhao", "incident.acknowledge", "INC-000005", "{}"),
    step("10-08 10:40", "u-bank", "service_request.submit", "", r#"{"model": "vpn-access", "beneficiary": "u-bank", "inputs": {"device": "NB-2207"}, "customer": "lakeside"}"#),
    step("10-08 10:45", "sd-chen", "service_request.validate", "SRQ-000001", r#"{"classification": {"category": "access/vpn", "impact": 4, "urgency": 3}, "beneficiary_roles": ["user"]}"#),
    step("10-08 10:46", "sd-chen", "service_request.approve", "SRQ-000001", "{}"),
    step("10-08 11:00", "sd-chen", "service_request.fulfil_begin", "SRQ-000001", r#"{"group": "service-desk", "instructions": {"document": "WI-VPN", "version": 3}}"#),
    step("10-08 11:15", "sd-chen", "service_request.task_done", "SRQ-000001", r#"{"task": "create-account"}"#),
    step("10-08 11:20", "sd-chen", "service_request.fulfil", "SRQ-000001", r#"{"fulfilment": {"evidence": [{"reference": "mail/8841", "hash": "0000000000000000000000000000000000000000000000000000000000000000"}]}}"#),
    step("10-08 11:30", "sys-liu", "incident.resolve", "INC-000004", r#"{"resolution": {"code": "config", "text": "driver reinstalled", "kind": "permanent", "level": "l3"}}"#),
    step("10-08 13:10", "u-bank", "service_request.close", "SRQ-000001", "{}"),
    step("10-08 14:00", "u-lake", "incident.reopen", "INC-000004", r#"{"reason": "jams again after a restart"}"#),
    step("10-08 16:00", "sd-chen", "incident.log", "", r#"{"channel": "mail", "symptom": "信贷终端无法读取证件", "occurred_at": "@10-08 15:40",
        "service": {"known": "lending"}, "customer": "lakeside", "requester": "u-bank", "ci": "terminal-31"}"#),
    step("10-08 16:05", "sd-chen", "incident.classify", "INC-000006", r#"{"category": "hardware/terminal", "impact": 3, "urgency": 2, "known_error": "none"}"#),
    step("10-08 16:06", "sd-chen", "incident.assign", "INC-000006", r#"{"group": "systems"}"#),
    step("10-08 16:10", "sys-liu", "incident.resolve", "INC-000004", r#"{"resolution": {"code": "hardware", "text": "feed roller replaced", "kind": "permanent", "level": "l3"}}"#),
    step("10-08 16:20", "sys-liu", "incident.acknowledge", "INC-000006", "{}"),
    refused("10-08 16:30", "u-bank", "T-INC-L6", "incident.override_priority", "INC-000006", r#"{"priority": 1, "reason": "I am waiting"}"#),
    step("10-08 16:40", "u-lake", "incident.close", "INC-000004", r#"{"code": "confirmed", "category_verified": true}"#),

    // Friday. A wait for the user stops one clock; an override of the priority ends by itself at noon.
    step("10-09 09:05", "sd-lin", "incident.log", "", r#"{"channel": "phone", "symptom": "理赔看板响应缓慢", "occurred_at": "@10-09 08:55",
        "service": {"known": "claims"}, "customer": "greenfield", "requester": "u-green", "ci": "lb-2"}"#),
    step("10-09 09:10", "sd-lin", "incident.classify", "INC-000007", r#"{"category": "network/lan", "impact": 3, "urgency": 3, "known_error": "none"}"#),
    step("10-09 09:12", "sd-lin", "incident.assign", "INC-000007", r#"{"group": "network"}"#),
    step("10-09 09:25", "net-wang", "incident.acknowledge", "INC-000007", "{}"),
    step("10-09 09:30", "incm-sun", "incident.override_priority", "INC-000007", r#"{"priority": 1, "reason": "the regulator is in the house until noon", "expires_at": "@10-09 12:00"}"#),
    refused("10-09 09:31", "sys-liu", "T-INC-06", "incident.pend", "INC-000006", r#"{"reason": "user", "note": " ", "until": "@10-09 09:00"}"#),
    step("10-09 09:32", "sys-liu", "incident.pend", "INC-000006", r#"{"reason": "user", "note": "Ms. Bai brings the terminal on Saturday", "until": "@10-10 10:30"}"#),
    // Privileged access for the incident manager, who is one of its three approvers: two of the others have to agree.
    step("10-09 10:00", "incm-sun", "service_request.submit", "", r#"{"model": "ledger-admin", "beneficiary": "incm-sun", "inputs": {"purpose": "check of the restored tokens"}}"#),
    step("10-09 10:10", "sd-lin", "service_request.validate", "SRQ-000002", r#"{"classification": {"category": "access/privileged", "impact": 4, "urgency": 2}, "beneficiary_roles": ["incm"]}"#),
    step("10-09 10:12", "sd-lin", "service_request.request_approval", "SRQ-000002", "{}"),
    refused("10-09 10:15", "incm-sun", "T-SRQ-03", "service_request.vote", "SRQ-000002", r#"{"decision": "approve"}"#),
    step("10-09 10:30", "secm-tang", "service_request.vote", "SRQ-000002", r#"{"decision": "approve", "comment": "until Sunday"}"#),
    step("10-09 11:20", "slm-xu", "service_request.vote", "SRQ-000002", r#"{"decision": "approve"}"#),
    step("10-09 11:30", "sd-lin", "service_request.fulfil_begin", "SRQ-000002", r#"{"group": "service-desk", "instructions": {"document": "WI-PRIV", "version": 5}}"#),
    refused("10-09 11:40", "sd-lin", "T-SRQ-05", "service_request.fulfil", "SRQ-000002", r#"{"fulfilment": {"access": [{"access": "ledger-admin"}], "evidence": []}}"#),
    step("10-09 11:45", "sd-lin", "service_request.task_done", "SRQ-000002", r#"{"task": "grant"}"#),
    step("10-09 11:50", "sd-lin", "service_request.fulfil", "SRQ-000002", r#"{"fulfilment": {"access": [{"access": "ledger-admin", "expires_at": "@10-11 18:00"}], "evidence": [{"reference": "grants/118", "hash": "0000000000000000000000000000000000000000000000000000000000000000"}]}}"#),
    step("10-09 12:00", "incm-sun", "service_request.close", "SRQ-000002", "{}"),
    step("10-09 13:40", "u-lake", "incident.log", "", r#"{"channel": "portal", "symptom": "分行无线网络频繁掉线", "occurred_at": "@10-09 13:20",
        "service": {"known": "branch-lan"}, "customer": "lakeside", "ci": "ap-44"}"#),
    step("10-09 13:48", "sd-chen", "incident.classify", "INC-000008", r#"{"category": "network/wifi", "impact": 2, "urgency": 3, "known_error": "none"}"#),
    refused("10-09 13:49", "sd-chen", "T-INC-03", "incident.assign", "INC-000008", r#"{"group": "mainframe"}"#),
    step("10-09 13:50", "sd-chen", "incident.assign", "INC-000008", r#"{"group": "network"}"#),
    step("10-09 14:00", "net-wang", "incident.resolve", "INC-000007", r#"{"resolution": {"code": "config", "text": "pool rebalanced", "kind": "permanent", "level": "l2"}}"#),
    step("10-09 14:20", "net-wang", "incident.acknowledge", "INC-000008", "{}"),
    step("10-09 14:30", "u-green", "incident.close", "INC-000007", r#"{"code": "confirmed", "category_verified": true}"#),
    step("10-09 15:00", "app-zhao", "incident.resolve", "INC-000005", r#"{"resolution": {"code": "config", "text": "holiday added to the batch calendar", "kind": "permanent", "level": "l3"}}"#),
    step("10-09 16:00", "u-green", "incident.close", "INC-000005", r#"{"code": "confirmed", "category_verified": true}"#),

    // Saturday, worked for the holidays. Every working-time clock runs: one is breached today, not on Monday.
    step("10-10 09:10", "net-wang", "incident.reassign", "INC-000008", r#"{"group": "systems", "escalation": "functional", "reason": "the access point itself is broken"}"#),
    step("10-10 09:20", "sys-liu", "incident.acknowledge", "INC-000008", "{}"),
    step("10-10 09:30", "sd-lin", "incident.log", "", r#"{"channel": "mail", "symptom": "保单打印批处理再次未运行", "occurred_at": "@10-10 08:40",
        "service": {"known": "policy-print"}, "customer": "greenfield", "requester": "u-green", "no_ci_reason": "batch chain, not a CI", "repeat_of": "INC-000005"}"#),
    step("10-10 09:35", "sd-lin", "incident.classify", "INC-000009", r#"{"category": "app/batch", "impact": 3, "urgency": 3, "known_error": "none"}"#),
    step("10-10 09:36", "sd-lin", "incident.assign", "INC-000009", r#"{"group": "applications"}"#),
    step("10-10 10:00", "app-zhao", "incident.acknowledge", "INC-000009", "{}"),
    delivered("10-10 10:12", "INC-000008", NoticeKind::BreachWarning),
    refused("10-10 10:50", "prbm-gao", "T-MAJ-L1", "major_incident.begin_review", "MAJ-000001", r#"{"facilitator": "app-zhao"}"#),
    step("10-10 11:00", "prbm-gao", "major_incident.begin_review", "MAJ-000001", r#"{"facilitator": "prbm-gao"}"#),
    step("10-10 11:45", "prbm-gao", "major_incident.review", "MAJ-000001", r#"{"review": {"facilitator": "prbm-gao", "attendees": ["mim-he", "app-zhao", "sys-liu"], "causes_known": true,
        "timeline": [{"at": "@10-05 19:58", "text": "first failed login"}, {"at": "@10-05 22:25", "text": "service restored"}],
        "worked_well": ["rollback in two hours"], "improvements": ["check certificates before a holiday"], "problem": {"linked": "PRB-000001"}}}"#),
    refused("10-10 11:50", "mim-he", "T-MAJ-05", "major_incident.close", "MAJ-000001", r#"{"report": {"reference": " ", "hash": "0000000000000000000000000000000000000000000000000000000000000000"}}"#),
    step("10-10 12:10", "incm-sun", "major_incident.close", "MAJ-000001", r#"{"actions": ["IMP-000001"], "report": {"reference": "reports/MAJ-000001.pdf", "hash": "0000000000000000000000000000000000000000000000000000000000000000"}}"#),
    step("10-10 12:15", "u-river", "incident.close", "INC-000002", r#"{"code": "confirmed", "category_verified": true}"#),
    step("10-10 14:20", "sys-liu", "incident.resolve", "INC-000008", r#"{"resolution": {"code": "hardware", "text": "access point replaced", "kind": "permanent", "level": "l3"}}"#),
    step("10-10 15:40", "sys-liu", "incident.resolve", "INC-000006", r#"{"resolution": {"code": "hardware", "text": "card reader replaced", "kind": "permanent", "level": "l3"}}"#),
    refused("10-10 15:41", "sys-liu", "T-INC-09", "incident.close", "INC-000006", r#"{"code": "done", "category_verified": false}"#),
    step("10-10 16:10", "u-bank", "incident.close", "INC-000006", r#"{"code": "confirmed", "category_verified": true}"#),
    step("10-10 16:20", "sd-lin", "incident.log", "", r#"{"channel": "chat", "symptom": "无法打开月度报表", "occurred_at": "@10-10 16:15",
        "service": {"known": "reporting"}, "customer": "riverside", "requester": "u-river"}"#),
    step("10-10 16:22", "sd-lin", "service_request.submit", "", r#"{"model": "report-access", "beneficiary": "u-river", "requester": "u-river", "customer": "riverside"}"#),
    step("10-10 16:23", "sd-lin", "incident.convert", "INC-000010", r#"{"to": "SRQ-000003", "reason": "nothing is broken: the access was never asked for"}"#),
    step("10-10 16:25", "sd-lin", "service_request.validate", "SRQ-000003", r#"{"classification": {"category": "access/report", "impact": 4, "urgency": 3}, "beneficiary_roles": ["user"]}"#),

    // Sunday. The desk is there for Riverside, and helps at the first contact.
    step("10-11 15:00", "sd-lin", "incident.log", "", r#"{"channel": "phone", "symptom": "网银令牌被锁定", "occurred_at": "@10-11 14:55",
        "service": {"known": "online-banking"}, "customer": "riverside", "requester": "u-river", "no_ci_reason": "a token of the user"}"#),
    step("10-11 15:02", "sd-lin", "incident.classify", "INC-000011", r#"{"category": "access/token", "impact": 4, "urgency": 3, "known_error": "none"}"#),
    step("10-11 15:02", "sd-lin", "incident.assign", "INC-000011", r#"{"group": "service-desk", "person": "sd-lin"}"#),
    step("10-11 15:03", "sd-lin", "incident.acknowledge", "INC-000011", "{}"),
    step("10-11 15:08", "sd-lin", "incident.resolve", "INC-000011", r#"{"resolution": {"code": "unlocked", "text": "token unlocked after identification", "kind": "permanent", "level": "first_contact"}}"#),
    step("10-11 15:30", "u-river", "incident.close", "INC-000011", r#"{"code": "confirmed", "category_verified": true}"#),
];

/// What the incidents are about. The symptom itself is personal and never stands in the journal.
#[rustfmt::skip]
const TITLES: &[(&str, Label)] = &[
    ("INC-000001", Label::new("leased line of the cash machines flaps", "自助设备专线反复中断")),
    ("INC-000002", Label::new("nobody can log in to mobile banking", "手机银行无法登录")),
    ("INC-000003", Label::new("mobile banking login times out", "手机银行登录超时")),
    ("INC-000004", Label::new("counter printer does not print", "柜面打印机不工作")),
    ("INC-000005", Label::new("policy print batch did not run", "保单打印批处理未运行")),
    ("INC-000006", Label::new("lending terminal cannot read ID cards", "信贷终端无法读取证件")),
    ("INC-000007", Label::new("claims dashboard is slow", "理赔看板响应缓慢")),
    ("INC-000008", Label::new("wireless network of a branch drops", "分行无线网络频繁掉线")),
    ("INC-000009", Label::new("policy print batch did not run", "保单打印批处理再次未运行")),
    ("INC-000010", Label::new("monthly report cannot be opened", "无法打开月度报表")),
    ("INC-000011", Label::new("online banking token is locked", "网银令牌被锁定")),
    ("INC-000012", Label::new("login is slow", "登录缓慢")),
    ("INC-000013", Label::new("login is slow", "登录缓慢")),
    ("INC-000014", Label::new("login is slow", "登录缓慢")),
    ("INC-000015", Label::new("login is slow", "登录缓慢")),
];

/// What an incident is about.
pub fn title(record: &str) -> Label {
    TITLES.iter().find(|(id, _)| *id == record).map_or(Label::new("", ""), |(_, title)| *title)
}
