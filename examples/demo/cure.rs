//! The weeks after: recurring incidents become a problem, its cause a change, the change a release. 从故障到根治
//!
//! `#BSL-000001` inside a body stands for the hash of that baseline.

use crate::script::{Step, delivered, refused, step};
use crate::week::local;
use itsm::kernel::NoticeKind;
use serde_json::{Value, json};

/// The rules of the processes that take part, published beside the others.
pub fn policies() -> Vec<(&'static str, Value)> {
    let server = json!({"naming": "token-#", "mandatory_relations": ["runs_on"], "relations": ["runs_on"]});
    let both = |roles: [&str; 2]| json!([{"person": "cust-jiang", "roles": [roles[0]]}, {"person": "so-han", "roles": [roles[1]]}]);
    let assessments = json!(["business", "technical", "security", "availability"]);
    let category = |days: u32, roles: Value, voters: Value| {
        json!({"lead_time_working_days": days, "assessments": assessments, "voters": voters,
               "approval": {"threshold": {"count": 2}, "required_roles": roles}})
    };
    let cab = json!([{"person": "cab-fang", "roles": ["cab"]}, {"person": "cab-luo", "roles": ["cab"]}, {"person": "chgm-wu", "roles": ["chgm"]}]);
    vec![
        (
            "problem-rules",
            json!({"problem": {"calendar": "office", "observe_days": 14, "registers": ["incident"]}}),
        ),
        (
            "configuration-rules",
            json!({"configuration": {"calendar": "office", "types": {
            "service": {"service": true, "critical": true, "relations": ["depends_on"]},
            "cluster": {}, "host": {"relations": ["provides"]}, "server": server}}}),
        ),
        (
            "change-rules",
            json!({"change": {"calendar": "office",
            "categories": {
                "minor": category(2, json!([]), cab.clone()),
                "significant": category(5, json!(["cab"]), cab.clone()),
                "major": category(15, json!(["cab"]), cab)},
            "freezes": [{"id": "quarter-end", "from": local("10-30 00:00").expect("an instant"),
                         "until": local("11-02 00:00").expect("an instant"), "scope": "all", "firmness": "hard", "waivable_by": ["tm"]}]}}),
        ),
        (
            "release-rules",
            json!({"release": {"calendar": "office", "live_environments": ["live"], "observe_days": 7,
            "plan_approval": {"threshold": {"count": 2}, "required_roles": ["cust", "so"]},
            "plan_voters": both(["cust", "so"])}}),
        ),
    ]
}

/// The items that the register takes over: two services on a cluster of four nodes, of which two are enough.
pub fn items() -> Vec<(String, Value)> {
    let relation = |from: &str, kind: &str, to: &str| json!({"from": from, "kind": kind, "to": to});
    let mut nodes = Vec::new();
    let mut members = Vec::new();
    for node in 1..=4 {
        let (id, host) = (format!("token-{node}"), format!("rack-{}", (node + 1) / 2));
        let content = json!({"type": "server", "name": format!("token server {node}"), "version": "2.0.3",
                             "relations": [relation(&id, "runs_on", &host)]});
        nodes.push((id.clone(), content));
        members.push(json!({"from": "token-cluster", "kind": "runs_on", "to": id, "group": "nodes"}));
    }
    let mut items = vec![
        ("rack-1".to_owned(), json!({"type": "host", "name": "host in rack 1"})),
        ("rack-2".to_owned(), json!({"type": "host", "name": "host in rack 2"})),
    ];
    items.extend(nodes);
    items.push(("token-cluster".to_owned(), json!({"type": "cluster", "name": "login token cluster", "gates": {"nodes": {"at_least": 2}}, "relations": members})));
    for service in ["mobile-banking", "online-banking"] {
        let content = json!({"type": "service", "name": service, "relations": [relation(service, "depends_on", "token-cluster")]});
        items.push((service.to_owned(), content));
    }
    items
}

/// How the change is to be done, in a window.
macro_rules! plan {
    ($from:literal, $until:literal) => {
        concat!(
            r#"{"plan": {"builder": "app-zhao", "tester": "app-ma", "implementer": "sys-liu", "steps": "replace the session cache on both nodes, one after the other",
            "test": "load test of eight hours", "back_out": {"steps": "install 2.0.3 from the library", "tested": true},
            "communication": "mail to Riverside and Lakeside two days before", "verification": "logins per minute as on the day before",
            "window": {"from": "@"#, $from, r#"", "until": "@"#, $until, r#""}}}"#
        )
    };
}

#[rustfmt::skip]
pub const SCRIPT: &[Step] = &[
    // Three mornings with the same item: the third makes it a candidate.
    step("10-12 08:40", "sd-chen", "incident.log", "", r#"{"channel": "phone", "symptom": "登录缓慢", "occurred_at": "@10-12 08:30",
        "service": {"known": "mobile-banking"}, "customer": "riverside", "requester": "u-river", "ci": "token-cluster"}"#),
    step("10-12 08:45", "sd-chen", "incident.classify", "INC-000012", r#"{"category": "app/login", "impact": 2, "urgency": 2, "known_error": "none"}"#),
    step("10-12 08:58", "sd-chen", "incident.assign", "INC-000012", r#"{"group": "applications"}"#),
    step("10-12 09:02", "app-zhao", "incident.acknowledge", "INC-000012", "{}"),
    step("10-12 09:15", "app-zhao", "incident.resolve", "INC-000012", r#"{"resolution": {"code": "restart", "text": "slow node restarted, no trace of a fault", "kind": "permanent", "level": "l3", "restored_at": "@10-12 09:12"}}"#),
    step("10-13 08:50", "sd-lin", "incident.log", "", r#"{"channel": "phone", "symptom": "登录缓慢", "occurred_at": "@10-13 08:40",
        "service": {"known": "online-banking"}, "customer": "riverside", "requester": "u-river", "ci": "token-cluster"}"#),
    step("10-13 08:55", "sd-lin", "incident.classify", "INC-000013", r#"{"category": "app/login", "impact": 2, "urgency": 2, "known_error": "none"}"#),
    step("10-13 08:58", "sd-chen", "incident.assign", "INC-000013", r#"{"group": "applications"}"#),
    step("10-13 09:02", "app-zhao", "incident.acknowledge", "INC-000013", "{}"),
    step("10-13 09:15", "app-zhao", "incident.resolve", "INC-000013", r#"{"resolution": {"code": "restart", "text": "slow node restarted, no trace of a fault", "kind": "permanent", "level": "l3", "restored_at": "@10-13 09:12"}}"#),
    step("10-14 08:35", "probe", "incident.log", "", r#"{"channel": "monitoring", "symptom": "登录缓慢", "occurred_at": "@10-14 08:33",
        "service": {"known": "mobile-banking"}, "customer": "riverside", "requester": "u-river", "ci": "token-cluster"}"#),
    step("10-14 08:40", "sd-chen", "incident.classify", "INC-000014", r#"{"category": "app/login", "impact": 2, "urgency": 2, "known_error": "none"}"#),
    step("10-14 08:58", "sd-chen", "incident.assign", "INC-000014", r#"{"group": "applications"}"#),
    step("10-14 09:02", "app-zhao", "incident.acknowledge", "INC-000014", "{}"),
    step("10-14 09:15", "app-zhao", "incident.resolve", "INC-000014", r#"{"resolution": {"code": "restart", "text": "slow node restarted, no trace of a fault", "kind": "permanent", "level": "l3", "restored_at": "@10-14 09:12"}}"#),
    step("10-14 10:00", "prbm-gao", "problem_candidate.accept", "PRC-000002", r#"{"problem": {"new": "PRB-000001"}}"#),
    step("10-14 10:05", "prbm-gao", "problem_candidate.accept", "PRC-000001", r#"{"problem": {"existing": "PRB-000001"}}"#),
    step("10-14 10:15", "prbm-gao", "problem.classify", "PRB-000001", r#"{"classification": {"category": "app/login", "priority": 2}, "analyst": "app-zhao"}"#),
    step("10-14 13:30", "app-zhao", "problem.investigate", "PRB-000001", r#"{"method": "five-whys"}"#),
    step("10-15 16:00", "app-zhao", "problem.work", "PRB-000001", r#"{"note": "heap of token-1 and token-2 grows by 2 % an hour; both got 2.0.3 in September"}"#),
    step("10-15 16:20", "app-zhao", "problem.mitigate", "PRB-000001", r#"{"workaround": "restart the token service of the slow node; two of four nodes are enough"}"#),
    refused("10-15 16:30", "app-zhao", "T-PRB-04", "problem.identify_cause", "PRB-000001", r#"{"root_cause": {"cause": "session cache of 2.0.3 keeps expired tokens", "evidence": [], "similar": {"searched": "all token servers"}}}"#),
    step("10-15 16:40", "app-zhao", "problem.identify_cause", "PRB-000001", r#"{"root_cause": {"cause": "session cache of 2.0.3 keeps expired tokens",
        "evidence": [{"reference": "dumps/token-1.hprof", "hash": "0000000000000000000000000000000000000000000000000000000000000000"}], "similar": {"searched": "all token servers", "found": ["token-1", "token-2"]}}}"#),
    step("10-15 17:10", "prbm-gao", "problem.confirm_cause", "PRB-000001", "{}"),
    step("10-15 17:30", "prbm-gao", "known_error.publish", "KER-000001", "{}"),

    // The next morning the desk finds it among the known errors, and lives by the workaround.
    step("10-16 08:40", "sd-lin", "incident.log", "", r#"{"channel": "chat", "symptom": "登录缓慢", "occurred_at": "@10-16 08:35",
        "service": {"known": "online-banking"}, "customer": "riverside", "requester": "u-river", "ci": "token-cluster"}"#),
    step("10-16 08:43", "sd-lin", "incident.classify", "INC-000015", r#"{"category": "app/login", "impact": 2, "urgency": 2, "known_error": {"found": "KER-000001"}}"#),
    step("10-16 08:44", "sd-lin", "incident.assign", "INC-000015", r#"{"group": "applications"}"#),
    step("10-16 08:46", "app-zhao", "incident.acknowledge", "INC-000015", "{}"),
    step("10-16 09:05", "app-zhao", "incident.resolve", "INC-000015", r#"{"resolution": {"code": "restart", "text": "token service of node 2 restarted", "kind": "workaround", "level": "l3", "restored_at": "@10-16 09:01"}}"#),

    // The change that removes the cause, assessed with what the graph says.
    step("10-16 10:00", "app-zhao", "change.draft", "", r#"{"raised_from": ["PRB-000001"], "rfc": {"title": "Token service 2.1 on nodes 1 and 2", "reason": "PRB-000001", "benefit": "logins stay fast",
        "not_doing": "a restart every other day", "services": ["mobile-banking", "online-banking"], "cis": ["token-1", "token-2"], "wished_for": "@10-25 00:00"}}"#),
    step("10-16 10:05", "app-zhao", "change.submit", "CHG-000001", "{}"),
    step("10-16 10:10", "app-zhao", "problem.propose_fix", "PRB-000001", r#"{"change": "CHG-000001"}"#),
    step("10-16 11:00", "chgm-wu", "change.accept", "CHG-000001", r#"{"category": "significant", "estimate": {"probability": 2, "impact": 4}, "owner": "own-shen",
        "assessors": {"business": "so-han", "technical": "app-ma", "security": "secm-tang", "availability": "avm-kong"}}"#),
    step("10-16 13:30", "so-han", "change.opine", "CHG-000001", r#"{"assessment": "business", "verdict": "favourable", "text": "the customer waits for it"}"#),
    step("10-16 13:40", "app-ma", "change.opine", "CHG-000001", r#"{"assessment": "technical", "verdict": "favourable", "text": "one cache class, covered by tests"}"#),
    step("10-16 14:00", "avm-kong", "change.opine", "CHG-000001", r#"{"assessment": "availability", "verdict": "conditional", "text": "no other node of the cluster at the same time"}"#),
    refused("10-16 14:05", "own-shen", "T-CHG-04", "change.assess", "CHG-000001", r#"{"estimate": {"probability": 2, "impact": 4}, "back_out_tested": true}"#),
    step("10-16 14:10", "secm-tang", "change.opine", "CHG-000001", r#"{"assessment": "security", "verdict": "favourable", "text": "tokens are still revoked at once"}"#),
    step("10-16 14:20", "own-shen", "change.assess", "CHG-000001", r#"{"estimate": {"probability": 2, "impact": 4}, "back_out_tested": true}"#),
    step("10-16 14:40", "own-shen", "change.request_approval", "CHG-000001", plan!("10-24 22:00", "10-24 23:30")),
    step("10-16 15:00", "sys-liu", "change_model.propose", "", r#"{"terms": {"title": "Monthly patches of one server", "steps": ["drain", "patch", "restart"], "back_out": "restore the snapshot",
        "scope": {"types": ["server"]}, "risk": {"probability": 1, "impact": 3}}}"#),
    step("10-16 15:30", "chgm-wu", "change_model.approve", "CHM-000001", r#"{"valid_until": "@12-31 00:00"}"#),

    // A standard change takes the same night for node 3. Each of the two is safe; the cluster needs two of its four nodes.
    step("10-19 09:00", "app-ma", "change.draft", "", r#"{"rfc": {"title": "Patches of token-3", "reason": "monthly", "benefit": "no known holes", "not_doing": "known holes",
        "services": ["mobile-banking"], "cis": ["token-3"], "wished_for": "@10-25 00:00"}}"#),
    step("10-19 09:05", "app-ma", "change.submit", "CHG-000002", "{}"),
    step("10-19 09:10", "app-ma", "change.schedule_standard", "CHG-000002", r#"{"model": "CHM-000001", "implementer": "net-wang", "window": {"from": "@10-24 22:00", "until": "@10-24 23:30"}}"#),
    refused("10-19 09:50", "app-zhao", "T-CHG-06", "change.vote", "CHG-000001", r#"{"decision": "approve"}"#),
    step("10-19 10:00", "cab-fang", "change.vote", "CHG-000001", r#"{"decision": "approve"}"#),
    step("10-19 11:00", "cab-luo", "change.vote", "CHG-000001", r#"{"decision": "approve"}"#),
    step("10-20 09:00", "app-ma", "change.test", "CHG-000001", r#"{"tested": {"results": [{"what": "load test of eight hours", "passed": true}]}}"#),
    refused("10-20 11:00", "chgm-wu", "T-CHG-09", "change.schedule", "CHG-000001", r#"{"communicated": true}"#),
    // The schedule names a free night. The window was approved with the rest, so its authority votes anew.
    step("10-20 14:00", "own-shen", "change.edit", "CHG-000001", plan!("10-25 01:00", "10-25 02:30")),
    step("10-20 15:00", "cab-fang", "change.vote", "CHG-000001", r#"{"decision": "approve"}"#),
    step("10-20 15:10", "cab-luo", "change.vote", "CHG-000001", r#"{"decision": "approve"}"#),
    step("10-20 15:30", "app-ma", "change.test", "CHG-000001", r#"{"tested": {"results": [{"what": "load test of eight hours", "passed": true}]}}"#),
    step("10-20 16:00", "chgm-wu", "change.schedule", "CHG-000001", r#"{"communicated": true}"#),

    // The release that brings it.
    step("10-21 09:00", "relm-yu", "release.plan", "", r#"{"title": "Token service 2.1.0", "type": "minor", "services": ["mobile-banking", "online-banking"], "plan": {
        "changes": ["CHG-000001"], "items": ["token-1", "token-2"], "deliverables": ["token service 2.1.0"], "criteria": ["eight-hours-under-load", "no-growth"],
        "targets": ["token-1", "token-2"], "builders": ["app-zhao"], "testers": ["app-ma"], "deployers": ["sys-liu"], "rollout": "one node after the other",
        "back_out": "install 2.0.3 from the library", "communication": "mail to the customers", "training": "none needed", "window_from": "@10-25 01:00", "window_until": "@10-25 02:30"}}"#),
    step("10-21 09:10", "relm-yu", "release.submit_plan", "REL-000001", "{}"),
    step("10-21 10:00", "cust-jiang", "release.vote", "REL-000001", r#"{"decision": "approve"}"#),
    step("10-21 11:00", "so-han", "release.vote", "REL-000001", r#"{"decision": "approve"}"#),
    delivered("10-21 11:05", "REL-000001", NoticeKind::ReleaseNote),
    step("10-21 14:00", "cfgm-bai", "definitive_item.register", "", r#"{"item": "token-1", "version": "2.1.0", "checksum": "1111111111111111111111111111111111111111111111111111111111111111", "licence": "own work", "location": "library/token/2.1.0"}"#),
    step("10-21 14:02", "cfgm-bai", "definitive_item.register", "", r#"{"item": "token-2", "version": "2.1.0", "checksum": "1111111111111111111111111111111111111111111111111111111111111111", "licence": "own work", "location": "library/token/2.1.0"}"#),
    step("10-21 15:00", "app-zhao", "release.build", "REL-000001", r#"{"built": [
        {"change": "CHG-000001", "item": "token-1", "master": "DFI-000001", "version": "2.1.0", "checksum": "1111111111111111111111111111111111111111111111111111111111111111"},
        {"change": "CHG-000001", "item": "token-2", "master": "DFI-000002", "version": "2.1.0", "checksum": "1111111111111111111111111111111111111111111111111111111111111111"}]}"#),
    refused("10-22 16:00", "app-ma", "T-REL-04", "release.test", "REL-000001", r#"{"tests": [{"environment": "live", "cases": 40, "failed": 0, "result": "as expected"}]}"#),
    step("10-22 17:00", "app-ma", "release.test", "REL-000001", r#"{"tests": [{"environment": "staging", "cases": 40, "failed": 0, "result": "heap flat after eight hours"}]}"#),
    step("10-23 09:30", "so-han", "release.accept", "REL-000001", r#"{"met": ["eight-hours-under-load", "no-growth"]}"#),
    step("10-23 10:00", "cfgm-bai", "baseline.capture", "", r#"{"purpose": "before_release", "subject": "REL-000001", "items": ["token-1", "token-2", "token-3", "token-4", "token-cluster"]}"#),
    step("10-23 10:05", "cfgm-bai", "baseline.freeze", "BSL-000001", "{\"hash\": \"#BSL-000001\"}"),
    step("10-23 10:10", "cfgm-bai", "release.baseline", "REL-000001", r#"{"baseline": "BSL-000001"}"#),

    // Saturday night: node 3. Then the release, in the window that was found.
    step("10-24 21:50", "cfgm-bai", "baseline.capture", "", r#"{"purpose": "before_change", "subject": "CHG-000002", "items": ["token-3"]}"#),
    step("10-24 22:05", "net-wang", "change.begin_implementation", "CHG-000002", r#"{"baseline": "BSL-000002"}"#),
    refused("10-24 22:30", "cfgm-bai", "T-CFG-L12", "configuration_item.update", "token-4", r#"{"version": "2.0.3-p10"}"#),
    step("10-24 22:40", "cfgm-bai", "configuration_item.update", "token-3", r#"{"version": "2.0.3-p10", "cause": {"change": "CHG-000002"}}"#),
    step("10-24 22:50", "net-wang", "change.implement", "CHG-000002", r#"{"steps": ["drained", "patched", "restarted"], "verification": "node 3 answers"}"#),
    step("10-25 01:05", "relm-yu", "release.begin_deployment", "REL-000001", "{}"),
    step("10-25 02:00", "sys-liu", "release.deploy", "REL-000001", r#"{"integrity": [
        {"target": "token-1", "checksums": {"token-1": "1111111111111111111111111111111111111111111111111111111111111111", "token-2": "1111111111111111111111111111111111111111111111111111111111111111"}},
        {"target": "token-2", "checksums": {"token-1": "1111111111111111111111111111111111111111111111111111111111111111", "token-2": "1111111111111111111111111111111111111111111111111111111111111111"}}]}"#),
    step("10-26 10:00", "chgm-wu", "change.review", "CHG-000002", r#"{"pir": {"objective_met": true, "outcome": "successful", "lessons": ["nothing new"], "reviewers": ["chgm-wu"]}}"#),
    step("10-26 10:05", "chgm-wu", "change.close", "CHG-000002", r#"{"linked_updated": true}"#),
    step("10-28 10:00", "cab-fang", "change.review", "CHG-000001", r#"{"pir": {"objective_met": true, "outcome": "successful", "lessons": ["ask the schedule before the vote"], "reviewers": ["cab-fang"]}}"#),
    step("10-28 10:30", "chgm-wu", "change.close", "CHG-000001", r#"{"linked_updated": true}"#),
    step("11-02 10:00", "relm-yu", "release.review", "REL-000001", r#"{"review": {"conclusions": "heap flat for a week", "downtime_s": 0, "incidents": [], "reviewers": ["relm-yu"], "user_effect": "logins fast"}}"#),
    step("11-02 10:10", "relm-yu", "release.close", "REL-000001", r#"{"outcome": "success"}"#),

    // Two weeks without a recurrence: the known error is retired, and the problem is closed by somebody who did not analyse it.
    refused("11-06 10:00", "prbm-gao", "T-KER-L7", "known_error.retire", "KER-000001", r#"{"because": "fix_verified"}"#),
    step("11-09 10:00", "prbm-gao", "known_error.retire", "KER-000001", r#"{"because": "fix_verified"}"#),
    step("11-09 10:10", "prbm-gao", "problem.close", "PRB-000001", r#"{"code": "cured", "resolution": "token service 2.1.0", "knowledge": "KB-000012"}"#),
];
