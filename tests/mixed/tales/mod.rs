//! Paths that chance seldom takes to their end, step by step under the same laws.

mod fixes;
mod items;
mod odds;
mod releases;

use crate::ask::{ask, proof};
use crate::company::{DAY_S, after, start};
use crate::whole::Tenant;
use itsm::kernel::Instant;
use serde_json::{Value, json};

/// One tenant, and the time.
pub struct Tale {
    tenant: Tenant,
    now: Instant,
}

const APP: &str = "app-zulu";
const DB: &str = "db-zulu";
const BOX: &str = "box-zulu-0";

/// Two changes of a tale are implemented by two, or they would be in each other's way.
fn implementer(change: &str) -> &'static str {
    if change.ends_with('2') { "p-dba" } else { "p-ivan" }
}

impl Tale {
    fn begins() -> Self {
        Self { tenant: Tenant::new(0), now: start() }
    }

    fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now = after(self.now, seconds);
        self.tenant.advance(self.now);
        self
    }

    /// A minute later somebody does it.
    fn did(&mut self, by: &str, kind: &'static str, record: &str, body: Value) -> &mut Self {
        self.now = after(self.now, 60);
        let told = self.tenant.told(&ask(by, kind, record, body), self.now);
        told.unwrap_or_else(|error| panic!("{kind} {record}: {error}"));
        self
    }

    /// A minute later somebody tries, and is told what is missing.
    fn tried(
        &mut self,
        by: &str,
        kind: &'static str,
        record: &str,
        body: Value,
        condition: &str,
    ) -> &mut Self {
        self.now = after(self.now, 60);
        let told = self.tenant.told(&ask(by, kind, record, body), self.now);
        let error = told.expect_err(kind);
        let refusal = error.refusal().unwrap_or_else(|| panic!("{kind}: {error}"));
        assert!(refusal.lacks(condition), "{refusal}");
        self
    }

    fn stands(&mut self, process: &str, record: &str, state: &str) -> &mut Self {
        assert_eq!(self.tenant.book.state(process, record), Some(state), "{record}");
        self
    }

    fn over(&mut self) {
        self.tenant.ends(self.now);
    }

    fn draft(&mut self, id: &str, cis: &[&str]) -> &mut Self {
        let rfc = json!({"title": "more memory", "reason": "it leaks", "benefit": "speed", "not_doing": "it stops", "services": ["shop-zulu"],
                         "cis": cis, "wished_for": after(self.now, DAY_S)});
        self.did("p-user", "change.draft", id, json!({"rfc": rfc})).did(
            "p-user",
            "change.submit",
            id,
            json!({}),
        )
    }

    /// A minor change that waits for approval, with a window in an hour.
    fn asked(&mut self, id: &str, cis: &[&str]) -> &mut Self {
        let estimate = json!({"probability": 1, "impact": 2});
        let assessors = json!({"business": "p-otto", "security": "p-secm"});
        let accept =
            json!({"category": "minor", "estimate": estimate, "owner": "p-otto", "assessors": assessors});
        let raise = json!({"category": "significant", "reason": "two teams depend on it"});
        let lower = json!({"category": "minor", "reason": "they were asked"});
        self.draft(id, cis)
            .did("p-chgm", "change.accept", id, accept)
            .did("p-chgm", "change.reclassify", id, raise)
            .did("p-chgm", "change.reclassify", id, lower)
            .opined(id);
        let assess = json!({"estimate": estimate, "back_out_tested": true});
        let plan = self.plan(implementer(id));
        self.did("p-otto", "change.assess", id, assess).did("p-otto", "change.request_approval", id, plan)
    }

    fn opined(&mut self, id: &str) -> &mut Self {
        let opinion = |of: &str| json!({"assessment": of, "verdict": "favourable", "text": "yes"});
        self.did("p-otto", "change.opine", id, opinion("business")).did(
            "p-secm",
            "change.opine",
            id,
            opinion("security"),
        )
    }

    fn plan(&self, implementer: &str) -> Value {
        let from = after(self.now, 3_600);
        json!({"plan": {
            "builder": "p-bob", "tester": "p-tess", "implementer": implementer, "window": {"from": from, "until": after(from, 2 * DAY_S)},
            "steps": "one by one", "test": "under load", "back_out": {"steps": "the old version", "tested": true}, "communication": "a mail",
            "verification": "it answers"}})
    }

    fn scheduled(&mut self, id: &str, cis: &[&str]) -> &mut Self {
        self.asked(id, cis).did("p-chgm", "change.vote", id, json!({"decision": "approve"})).tested(id)
    }

    fn tested(&mut self, id: &str) -> &mut Self {
        let tested = json!({"tested": {"results": [{"what": "load", "passed": true}]}});
        self.did("p-tess", "change.test", id, tested).did(
            "p-chgm",
            "change.schedule",
            id,
            json!({"communicated": true}),
        )
    }

    fn begun(&mut self, id: &str, cis: &[&str]) -> &mut Self {
        let baseline = id.replace("CHG", "BSL");
        let capture = json!({"purpose": "before_change", "subject": id, "items": cis});
        self.did("p-cfgm", "baseline.capture", &baseline, capture).wait(3_600);
        self.did(implementer(id), "change.begin_implementation", id, json!({"baseline": baseline}))
    }

    fn implemented(&mut self, id: &str, cis: &[&str]) -> &mut Self {
        self.begun(id, cis);
        for ci in cis {
            let update = json!({"attributes": {"ram": "64"}, "cause": {"change": id}});
            self.did("p-cfgm", "configuration_item.update", ci, update);
        }
        self.did("p-ivan", "change.implement", id, json!({"steps": ["done"], "verification": "it answers"}))
    }

    fn closed(&mut self, id: &str, outcome: &str, close: Value) -> &mut Self {
        let met = outcome == "successful";
        let pir = json!({"objective_met": met, "outcome": outcome, "lessons": ["ask first"], "reviewers": ["p-cab"]});
        self.did("p-chgm", "change.review", id, json!({"pir": pir})).did("p-chgm", "change.close", id, close)
    }

    /// A problem whose cause is known, with a known error that the desk works by.
    fn understood(&mut self, id: &str, known: &str) -> &mut Self {
        let log = json!({"source": "trend", "proactive": true, "symptoms": "it is slow", "evidence": "a graph", "cis": [BOX]});
        let classify = json!({"classification": {"category": "c", "priority": 3}, "analyst": "p-net"});
        let cause =
            json!({"root_cause": {"cause": "a leak", "evidence": [proof()], "similar": {"searched": "all"}}});
        self.did("p-sd", "problem.log", id, log)
            .did("p-prbm", "problem.classify", id, classify)
            .did("p-net", "problem.investigate", id, json!({"method": "whys"}))
            .did("p-net", "problem.work", id, json!({"note": "a heap dump"}))
            .did("p-net", "problem.mitigate", id, json!({"workaround": "restart it"}))
            .did("p-net", "problem.identify_cause", id, cause)
            .did("p-prbm", "known_error.publish", known, json!({}))
    }

    fn cured(&mut self, id: &str, known: &str) -> &mut Self {
        let close = json!({"code": "cured", "resolution": "replaced", "knowledge": "KB-1"});
        let retire = json!({"because": "fix_verified"});
        self.stands("problem", id, "under_observation");
        self.tried("p-prbm", "known_error.retire", known, retire.clone(), "fix_observed")
            .wait(2 * DAY_S)
            .did("p-prbm", "known_error.retire", known, retire)
            .did("p-prbm", "problem.close", id, close)
    }
}

/// Every tale.
pub fn all() {
    fixes::all();
    items::all();
    odds::all();
    releases::all();
}
