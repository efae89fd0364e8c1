//! What is seldom said: receipts, second masters, what the problem manager says although the system would have said it.

use super::{APP, BOX, Tale};
use crate::ask::checksum;
use crate::company::{DAY_S, after, configuration, start};
use serde_json::json;

const PRB: &str = "PRB-zulu-1";
const KER: &str = "KER-000001";

impl Tale {
    /// The first notice was delivered at once.
    fn told(&mut self, kind: &'static str, id: &str) -> &mut Self {
        let body = json!({"number": 1, "delivered_at": self.now});
        self.did("p-gate", kind, id, body)
    }
}

pub fn all() {
    a_master_that_is_corrupt_is_told_of_and_replaced();
    the_problem_manager_says_what_the_system_has_not_said();
    receipts_and_returns();
    a_delegate_votes_for_whoever_delegated();
    a_problem_that_nobody_can_reproduce_is_closed();
}

#[test]
pub fn a_master_that_is_corrupt_is_told_of_and_replaced() {
    let mut tale = Tale::begins();
    let deposit = json!({"item": APP, "version": "2.0", "checksum": checksum("2.0"), "licence": "ours", "location": "shelf"});
    let by = |id: &str| json!({"by": id});
    for id in ["DFI-zulu-1", "DFI-zulu-2", "DFI-zulu-3"] {
        tale.did("p-cfgm", "definitive_item.register", id, deposit.clone());
    }
    tale.did("p-relm", "definitive_item.verify", "DFI-zulu-1", json!({"checksum": checksum("broken")}))
        .told("definitive_item.confirm_notice", "DFI-zulu-1")
        .tried("p-cfgm", "definitive_item.supersede", "DFI-zulu-2", by("DFI-zulu-1"), "by")
        .did("p-cfgm", "definitive_item.supersede", "DFI-zulu-1", by("DFI-zulu-2"))
        .did("p-cfgm", "definitive_item.withdraw", "DFI-zulu-3", json!({"reason": "old"}));
    let register = json!({"configuration": configuration("server", "another", &[]), "owner": "p-otto"});
    tale.did("p-cfgm", "configuration_item.register", "box-zulu-8", register);
    tale.over();
}

#[test]
pub fn the_problem_manager_says_what_the_system_has_not_said() {
    let mut tale = Tale::begins();
    let change = json!({"change": "CHG-zulu-1"});
    let log = json!({"channel": "phone", "symptom": "it is slow", "occurred_at": start(), "service": {"known": "shop-zulu"}, "ci": APP});
    tale.understood(PRB, KER).asked("CHG-zulu-1", &[APP]);
    let until = after(tale.now, DAY_S);
    tale.did("p-chgm", "change.defer", "CHG-zulu-1", json!({"reason": "later", "until": until}))
        .did("p-net", "problem.propose_fix", PRB, change)
        .did("p-prbm", "problem.withdraw_fix", PRB, json!({"change": "CHG-zulu-1", "reason": "it waits"}))
        .scheduled("CHG-zulu-2", &[APP])
        .did("p-prbm", "known_error.fix_pending", KER, json!({"change": "CHG-zulu-2"}))
        .did("p-prbm", "known_error.reinstate", KER, json!({"reason": "another fault"}))
        .did("p-sd", "incident.log", "INC-zulu-1", log.clone())
        .did("p-sd", "incident.link", "INC-zulu-1", json!({"link": {"kind": "relates_problem", "to": PRB}}))
        .did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-2"}))
        .stands("problem", PRB, "fix_in_progress");
    tale.did(
        "p-cfgm",
        "baseline.capture",
        "BSL-zulu-2",
        json!({"purpose": "before_change", "subject": "CHG-zulu-2", "items": [APP]}),
    )
    .wait(3_600)
    .did("p-dba", "change.begin_implementation", "CHG-zulu-2", json!({"baseline": "BSL-zulu-2"}))
    .did("p-dba", "change.implement", "CHG-zulu-2", json!({"steps": ["done"], "verification": "it answers"}))
    .did("p-prbm", "problem.recur", PRB, json!({"incident": "INC-zulu-1"}))
    .stands("problem", PRB, "investigating");
    tale.over();
}

#[test]
pub fn receipts_and_returns() {
    let mut tale = Tale::begins();
    let raise =
        json!({"rule": "supplier_defect", "subject": {"ci": APP}, "incidents": [], "note": "a bulletin"});
    let log = json!({"channel": "phone", "symptom": "it is slow", "occurred_at": start(), "service": {"known": "shop-zulu"}, "ci": APP});
    let scope = json!({"auditor": "p-tess", "method": "discovery", "scope": [BOX]});
    tale.did("p-sd", "problem_candidate.raise", "PRC-zulu-1", raise)
        .told("problem_candidate.confirm_notice", "PRC-zulu-1")
        .did("p-sd", "incident.log", "INC-zulu-1", log)
        .did("p-sd", "problem_candidate.add_evidence", "PRC-zulu-1", json!({"incidents": ["INC-zulu-1"]}))
        .did("p-la", "configuration_audit.plan", "CAU-zulu-1", scope)
        .told("configuration_audit.confirm_notice", "CAU-zulu-1")
        .did("p-cfgm", "baseline.capture", "BSL-zulu-1", json!({"purpose": "reference", "items": [APP]}))
        .did("p-cfgm", "baseline.capture", "BSL-zulu-2", json!({"purpose": "reference", "items": [APP]}));
    for id in ["BSL-zulu-1", "BSL-zulu-2"] {
        let hash = tale.tenant.desk.baseline(id).expect("a baseline").hash;
        tale.did("p-cfgm", "baseline.freeze", id, json!({"hash": hash}));
    }
    tale.did("p-cfgm", "baseline.supersede", "BSL-zulu-1", json!({"by": "BSL-zulu-2"})).did(
        "p-prbm",
        "problem_candidate.accept",
        "PRC-zulu-1",
        json!({"problem": {"new": PRB}}),
    );
    tale.over();
}

#[test]
pub fn a_delegate_votes_for_whoever_delegated() {
    let mut tale = Tale::begins();
    let (to, yes) = (json!({"to": "p-tm"}), |by: &str| json!({"by": by, "decision": "approve"}));
    tale.asked("CHG-zulu-1", &[APP])
        .did("p-chgm", "change.delegate", "CHG-zulu-1", to.clone())
        .tried("p-cab", "change.vote", "CHG-zulu-1", yes("p-chgm"), "authority")
        .did("p-tm", "change.vote", "CHG-zulu-1", yes("p-chgm"));
    let from = after(tale.now, DAY_S);
    let plan = super::releases::plan(&["CHG-zulu-1"], &[APP], from);
    tale.did(
        "p-relm",
        "release.plan",
        "REL-zulu-1",
        json!({"title": "shop 2.0", "type": "minor", "plan": plan}),
    )
    .did("p-relm", "release.submit_plan", "REL-zulu-1", json!({}))
    .did("p-cust", "release.delegate", "REL-zulu-1", to)
    .did("p-tm", "release.vote", "REL-zulu-1", yes("p-cust"));
    tale.over();
}

#[test]
pub fn a_problem_that_nobody_can_reproduce_is_closed() {
    let mut tale = Tale::begins();
    let log = json!({"source": "trend", "proactive": true, "symptoms": "it is slow", "evidence": "a graph"});
    let of = |priority: u8| json!({"category": "c", "priority": priority});
    let rests =
        json!({"reason": "not seen", "review_at": after(tale.now, 9 * DAY_S), "monitoring": "the log"});
    tale.did("p-sd", "problem.log", PRB, log)
        .did("p-prbm", "problem.classify", PRB, json!({"classification": of(3), "analyst": "p-net"}))
        .did("p-prbm", "problem.reclassify", PRB, json!({"classification": of(2), "reason": "it grows"}))
        .did("p-prbm", "problem.reassign", PRB, json!({"analyst": "p-all", "reason": "a holiday"}))
        .did("p-all", "problem.investigate", PRB, json!({"method": "whys"}))
        .tried("p-all", "problem.close_unreproduced", PRB, rests.clone(), "separation_of_duties")
        .did("p-prbm", "problem.close_unreproduced", PRB, rests);
    tale.over();
}
