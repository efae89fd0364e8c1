//! Releases, from their plan to their end.

use super::{APP, DB, Tale};
use crate::ask::checksum;
use crate::company::{DAY_S, after, start};
use itsm::kernel::Instant;
use serde_json::{Value, json};

const REL: &str = "REL-zulu-1";
const PRB: &str = "PRB-zulu-1";
const KER: &str = "KER-000001";

pub fn all() {
    a_release_brings_two_changes_and_the_cure();
    a_release_that_is_rolled_back_takes_its_changes_and_the_hope_with_it();
    a_change_leaves_a_release_and_goes_into_another();
    nothing_is_deployed_while_one_of_its_changes_may_not_begin();
    an_emergency_is_authorised_by_word_of_mouth_released_accepted_late_and_documented();
}

/// What a release brings, and who has a part in it.
pub(super) fn plan(changes: &[&str], items: &[&str], from: Instant) -> Value {
    json!({
        "back_out": "the old version", "rollout": "one by one", "communication": "a mail", "training": "none needed",
        "builders": ["p-bob"], "testers": ["p-tess"], "deployers": ["p-ivan"], "changes": changes, "criteria": ["fast"],
        "deliverables": ["shop 2.0"], "items": items, "targets": ["node-1"], "window_from": from, "window_until": after(from, 2 * DAY_S)})
}

fn review() -> Value {
    json!({"review": {"conclusions": "it holds", "downtime_s": 0, "incidents": [], "reviewers": ["p-relm"], "user_effect": "none"}})
}

impl Tale {
    /// From its plan to the test of what was built.
    fn packed(&mut self, kind: &str, changes: &[&str], items: &[&str]) -> &mut Self {
        let plan = plan(changes, items, after(self.now, 3_600));
        let approve = json!({"decision": "approve"});
        let sum = checksum("2.0");
        self.did("p-relm", "release.plan", REL, json!({"title": "shop 2.0", "type": kind, "plan": plan}))
            .did("p-relm", "release.submit_plan", REL, json!({}))
            .tried("p-tess", "release.vote", REL, approve.clone(), "authority")
            .did("p-cust", "release.vote", REL, approve.clone())
            .did("p-so", "release.vote", REL, approve);
        let mut built = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let master = format!("DFI-zulu-{place}");
            let deposit = json!({"item": item, "version": "2.0", "checksum": sum, "licence": "ours", "location": "shelf"});
            self.did("p-cfgm", "definitive_item.register", &master, deposit).did(
                "p-cfgm",
                "definitive_item.verify",
                &master,
                json!({"checksum": sum}),
            );
            let change = changes[place.min(changes.len() - 1)];
            built.push(
                json!({"change": change, "item": item, "master": master, "version": "2.0", "checksum": sum}),
            );
        }
        let tests =
            json!({"tests": [{"environment": "staging", "cases": 4, "failed": 0, "result": "as expected"}]});
        self.did("p-bob", "release.build", REL, json!({"built": built}))
            .tried("p-bob", "release.test", REL, tests.clone(), "tester")
            .did("p-tess", "release.test", REL, tests)
    }

    /// It is under way.
    fn deploying(&mut self, items: &[&str]) -> &mut Self {
        self.noted(items).did("p-relm", "release.begin_deployment", REL, json!({}))
    }

    /// Its items are captured, and the desk knows.
    fn noted(&mut self, items: &[&str]) -> &mut Self {
        let baseline = "BSL-zulu-9";
        let capture = json!({"purpose": "before_release", "subject": REL, "items": items});
        self.did("p-cfgm", "baseline.capture", baseline, capture);
        let hash = self.tenant.desk.baseline(baseline).expect("a baseline").hash;
        self.tried("p-cfgm", "release.baseline", REL, json!({"baseline": baseline}), "baseline")
            .did("p-cfgm", "baseline.freeze", baseline, json!({"hash": hash}))
            .did("p-cfgm", "release.baseline", REL, json!({"baseline": baseline}))
            .wait(3_600)
            .tried("p-relm", "release.begin_deployment", REL, json!({}), "desk_note");
        let notices = &self.tenant.desk.release(REL).expect("a release").envelope.notices;
        let note = notices.iter().rposition(|notice| notice.why.code() == "release_note").expect("a note");
        self.did(
            "p-gate",
            "release.confirm_notice",
            REL,
            json!({"number": note + 1, "delivered_at": self.now}),
        )
    }

    fn deployed(&mut self, items: &[&str]) -> &mut Self {
        let sums = |version: &str| -> Value {
            let all = items.iter().map(|item| ((*item).to_owned(), json!(checksum(version))));
            json!({"integrity": [{"target": "node-1", "checksums": all.collect::<serde_json::Map<_, _>>()}]})
        };
        self.tried("p-ivan", "release.deploy", REL, sums("1.9"), "integrity").did(
            "p-ivan",
            "release.deploy",
            REL,
            sums("2.0"),
        )
    }

    fn ends(&mut self, outcome: &str) -> &mut Self {
        self.tried("p-relm", "release.review", REL, review(), "observation")
            .wait(2 * DAY_S)
            .did("p-relm", "release.review", REL, review())
            .did("p-relm", "release.close", REL, json!({"outcome": outcome}))
    }
}

#[test]
pub fn a_release_brings_two_changes_and_the_cure() {
    let mut tale = Tale::begins();
    let (changes, items) = (["CHG-zulu-1", "CHG-zulu-2"], [APP, DB]);
    tale.understood(PRB, KER).scheduled(changes[0], &[APP]).asked(changes[1], &[DB]);
    for change in changes {
        tale.did("p-net", "problem.propose_fix", PRB, json!({"change": change}));
    }
    tale.did("p-chgm", "change.vote", changes[1], json!({"decision": "approve"}));
    tale.packed("minor", &changes, &items).did("p-so", "release.accept", REL, json!({"met": ["fast"]}));
    tale.tested(changes[1]).deploying(&items);
    let done = json!({"steps": ["done"], "verification": "it answers"});
    tale.tried("p-ivan", "change.implement", changes[0], done, "packaged").deployed(&items);
    tale.stands("change", changes[1], "in_review").cured(PRB, KER);
    for change in changes {
        tale.closed(change, "successful", json!({"linked_updated": true}));
    }
    let findings = json!({"review": {"effectiveness": "effective", "findings": "no trace"}});
    tale.did("p-qm", "problem.review", PRB, findings).did("p-relm", "release.review", REL, review()).did(
        "p-relm",
        "release.close",
        REL,
        json!({"outcome": "success"}),
    );
    tale.over();
}

#[test]
pub fn a_release_that_is_rolled_back_takes_its_changes_and_the_hope_with_it() {
    let mut tale = Tale::begins();
    tale.understood(PRB, KER).scheduled("CHG-zulu-1", &[APP]);
    tale.did("p-net", "problem.propose_fix", PRB, json!({"change": "CHG-zulu-1"}));
    tale.packed("minor", &["CHG-zulu-1"], &[APP]).did(
        "p-so",
        "release.return",
        REL,
        json!({"defects": "it hangs"}),
    );
    let tests =
        json!({"tests": [{"environment": "staging", "cases": 4, "failed": 0, "result": "as expected"}]});
    let built = json!([{"change": "CHG-zulu-1", "item": APP, "master": "DFI-zulu-0", "version": "2.0", "checksum": checksum("2.0")}]);
    tale.tried("p-tess", "release.test", REL, tests.clone(), "built")
        .did("p-bob", "release.build", REL, json!({"built": built}))
        .did("p-tess", "release.test", REL, tests);
    let by = after(tale.now, DAY_S);
    let exceptions =
        json!({"exceptions": {"action": "next week", "by": by, "risk": "small", "unmet": ["fast"]}});
    tale.did("p-so", "release.propose_exceptions", REL, exceptions.clone())
        .tried("p-so", "release.accept_with_exceptions", REL, exceptions.clone(), "both_parties")
        .did("p-cust", "release.accept_with_exceptions", REL, exceptions);
    tale.deploying(&[APP]);
    let wrong = json!({"reason": "it hangs", "verified_against": checksum("other")});
    let hash = tale.tenant.desk.baseline("BSL-zulu-9").expect("a baseline").hash;
    tale.tried("p-ivan", "release.roll_back", REL, wrong, "baseline")
        .did("p-ivan", "release.roll_back", REL, json!({"reason": "it hangs", "verified_against": hash}))
        .stands("problem", PRB, "root_cause_identified")
        .stands("known_error", KER, "published")
        .tried("p-relm", "release.observe", REL, json!({}), "state")
        .ends("failed");
    tale.over();
}

#[test]
pub fn an_emergency_is_authorised_by_word_of_mouth_released_accepted_late_and_documented() {
    let mut tale = Tale::begins();
    let id = "CHG-zulu-1";
    let authorise = json!({"criterion": "imminent_loss", "risk": "none beyond", "implementer": "p-ivan", "owner": "p-otto",
                           "assessors": {"business": "p-otto", "security": "p-secm"}, "given_at": after(start(), 600)});
    let mut own = authorise.clone();
    own["implementer"] = json!("p-ecab");
    let mut late = authorise.clone();
    late["given_at"] = json!(after(start(), -4 * 3_600));
    tale.understood(PRB, KER).draft(id, &[APP]).wait(3_600);
    tale.did("p-net", "problem.propose_fix", PRB, json!({"change": id}))
        .tried("p-ecab", "change.authorise_emergency", id, own, "separation_of_duties")
        .tried("p-ecab", "change.authorise_emergency", id, late, "given_at")
        .did("p-ecab", "change.authorise_emergency", id, authorise)
        .stands("known_error", KER, "fix_pending")
        .packed("emergency", &[id], &[APP])
        .deploying(&[APP])
        .deployed(&[APP])
        .stands("problem", PRB, "under_observation");
    let rfc = &tale.tenant.desk.change(id).expect("a change").rfc;
    let document = json!({"rfc": rfc, "estimate": {"probability": 1, "impact": 2}, "back_out_tested": true,
                          "tested": {"results": [{"what": "load", "passed": true}]}});
    let pir = json!({"objective_met": true, "outcome": "successful", "lessons": ["test more"], "reviewers": ["p-cab"]});
    tale.tried("p-otto", "change.document_retrospectively", id, document.clone(), "opinions")
        .opined(id)
        .did("p-otto", "change.document_retrospectively", id, document)
        .did("p-cab", "change.review_retrospectively", id, json!({"pir": pir, "was_emergency": true}))
        .did("p-chgm", "change.close", id, json!({"linked_updated": true}))
        .tried("p-tm", "release.accept_late", REL, json!({"met": ["fast"]}), "authority")
        .did("p-cust", "release.accept_late", REL, json!({"met": ["fast"]}))
        .ends("partial");
    tale.over();
}

#[test]
pub fn a_change_leaves_a_release_and_goes_into_another() {
    let mut tale = Tale::begins();
    let changes = ["CHG-zulu-1", "CHG-zulu-2"];
    tale.asked(changes[0], &[APP]).asked(changes[1], &[DB]);
    let window = after(tale.now, DAY_S);
    let minor = |changes: &[&str]| json!({"title": "shop 2.0", "type": "minor", "plan": plan(changes, &[APP], window)});
    let unpack = json!({"release": REL, "reason": "not with this one"});
    tale.did("p-relm", "release.plan", REL, minor(&changes))
        .tried("p-relm", "release.plan", "REL-zulu-2", minor(&changes[1..]), "contained")
        .tried("p-user", "change.unpack", changes[1], unpack.clone(), "authority")
        .did("p-relm", "release.edit", REL, json!({"plan": plan(&changes[..1], &[APP], window)}))
        .tried("p-relm", "change.unpack", changes[1], unpack, "release")
        .did("p-relm", "release.plan", "REL-zulu-2", minor(&changes[1..]))
        .did("p-relm", "release.cancel", REL, json!({"reason": "no money"}))
        .did("p-relm", "release.edit", "REL-zulu-2", json!({"plan": plan(&changes, &[APP], window)}))
        .did(
            "p-relm",
            "change.unpack",
            changes[0],
            json!({"release": "REL-zulu-2", "reason": "alone after all"}),
        );
    tale.over();
}

/// What the release means to its changes is refused by one of them: then all of it is.
#[test]
pub fn nothing_is_deployed_while_one_of_its_changes_may_not_begin() {
    let mut tale = Tale::begins();
    let changes = ["CHG-zulu-1", "CHG-zulu-2"];
    let mut later = tale.plan("p-dba");
    let from = after(tale.now, 5 * DAY_S);
    later["plan"]["window"] = json!({"from": from, "until": after(from, DAY_S)});
    tale.scheduled(changes[0], &[APP]).asked(changes[1], &[DB]).did(
        "p-otto",
        "change.edit",
        changes[1],
        later,
    );
    tale.did("p-chgm", "change.vote", changes[1], json!({"decision": "approve"})).tested(changes[1]);
    tale.packed("minor", &changes, &[APP, DB]).did("p-so", "release.accept", REL, json!({"met": ["fast"]}));
    tale.noted(&[APP, DB]).tried("p-relm", "release.begin_deployment", REL, json!({}), "window");
    tale.stands("change", changes[0], "scheduled").stands("release", REL, "baselined").over();
}
