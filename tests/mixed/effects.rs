//! What the processes owe each other (Annex F), in one plan or not at all: what was planned with an event, judged by its neighbours.

use crate::book::{Book, Fix, Happened};
use itsm::kernel::LinkKind;
use itsm::system::{ServiceManagementSystem, TicketQuery};
use serde_json::Value;
use std::collections::BTreeSet;

/// The plan, and the records before and after it.
pub struct Plan<'a> {
    pub events: &'a [Happened],
    pub before: &'a Book,
    pub desk: &'a ServiceManagementSystem,
}

/// The records whose state has to be known, before it.
const FIXING: [&str; 2] = ["fix_proposed", "fix_in_progress"];

impl Plan<'_> {
    fn has(&self, kind: &str, record: &str) -> bool {
        self.events.iter().any(|event| event.is(kind, record))
    }

    fn said(&self, kind: &str, record: &str, name: &str, value: &str) -> bool {
        self.events.iter().any(|event| event.is(kind, record) && event.said(name) == value)
    }

    fn owes(&self, event: &Happened, kind: &str, record: &str) {
        assert!(self.has(kind, record), "{} {} owes a {kind} of {record}", event.kind, event.record);
    }

    /// The problems that wait for a change.
    fn waiting<'a>(&'a self, change: &'a str, fits: fn(&Fix) -> bool) -> impl Iterator<Item = &'a str> {
        let problems = self.before.of("problem").filter(|(_, state)| FIXING.contains(state));
        problems
            .filter(move |(problem, _)| {
                let mut fixes = self.before.fixes(problem).iter();
                fixes.any(|fix| fix.change == change && fits(fix))
            })
            .map(|(problem, _)| problem)
    }

    pub fn check(&self) {
        for event in self.events {
            match event.process.as_str() {
                "release" => self.release(event),
                "change" => self.change(event),
                "incident" => self.incident(event),
                "problem" | "problem_candidate" | "major_incident" => self.problem(event),
                _ => {}
            }
        }
        self.nothing_by_itself();
    }

    /// REL → CFG, CHG, PRB.
    fn release(&self, event: &Happened) {
        let id = &event.record;
        let Some(release) = self.desk.release(id) else { return };
        let changes = &release.plan.changes;
        match event.kind.as_str() {
            "release.planned" | "release.edited" => {
                for change in changes {
                    let linked = self.desk.change(change.as_str()).expect("a change");
                    let here =
                        linked.envelope.linked(LinkKind::ContainedInRelease).any(|to| to.as_str() == id);
                    assert!(here, "{id} contains {change}, which does not know it");
                }
            }
            "release.cancelled" => {
                for change in changes {
                    let freed = self.desk.change(change.as_str()).expect("a change");
                    let over = matches!(freed.phase().code(), "rejected" | "withdrawn");
                    assert!(over || !freed.is_packaged(), "{id} is cancelled, and keeps {change}");
                }
            }
            "release.deployment_begun" => {
                changes
                    .iter()
                    .for_each(|change| self.owes(event, "change.implementation_begun", change.as_str()));
            }
            "release.rolled_back" => {
                changes.iter().for_each(|change| self.owes(event, "change.backed_out", change.as_str()));
            }
            "release.deployed" => {
                for built in &release.built {
                    let brought = self.events.iter().any(|other| {
                        let update = &other.body["update"];
                        other.is("configuration_item.altered", built.item.as_str())
                            && update["version"] == built.version.as_str()
                            && update["cause"]["change"] == built.change.as_str()
                    });
                    assert!(
                        brought,
                        "{id} brings {} to {}, and the register does not know",
                        built.item, built.version
                    );
                }
                for change in changes {
                    self.owes(event, "change.implemented", change.as_str());
                    for problem in self.waiting(change.as_str(), |fix| fix.begun && !fix.live) {
                        self.owes(event, "problem.fix_live", problem);
                        self.told_of_fix(event, problem, Some(id));
                    }
                }
            }
            _ => {}
        }
    }

    /// Every published known error of a problem is told of its fix.
    fn told_of_fix(&self, event: &Happened, problem: &str, release: Option<&str>) {
        let of = |known: &&itsm::resolution::KnownError| known.problem.as_str() == problem;
        for known in self.desk.known_errors().filter(of) {
            let id = known.envelope.id.as_str();
            let state = self.before.state("known_error", id);
            if !matches!(state, Some("published" | "fix_pending")) {
                continue;
            }
            let fix = known
                .fix()
                .unwrap_or_else(|| panic!("{} {}: {id} waits for no fix", event.kind, event.record));
            if let Some(release) = release {
                assert_eq!(fix.release.as_ref().map(|of| of.as_str()), Some(release), "{id}");
            }
        }
    }

    /// CHG → PRB, INC.
    fn change(&self, event: &Happened) {
        let id = event.record.as_str();
        let standard = event.body["standard"].is_object();
        let approved = match event.kind.as_str() {
            "change.approved" | "change.emergency_authorised" => true,
            "change.scheduled" => standard,
            _ => false,
        };
        if approved {
            for problem in self.waiting(id, |fix| !fix.begun) {
                self.owes(event, "problem.fix_begun", problem);
                self.told_of_fix(event, problem, None);
            }
        }
        let closed_as = event.body["closure"]["outcome"].as_str().unwrap_or_default();
        let failed = match event.kind.as_str() {
            "change.rejected" | "change.withdrawn" | "change.deferred" | "change.backed_out" => true,
            "change.closed" => matches!(closed_as, "backed_out" | "failed_remedied"),
            _ => false,
        };
        if failed {
            for problem in self.waiting(id, |fix| !fix.live) {
                assert!(
                    self.said("problem.fix_withdrawn", problem, "change", id),
                    "{problem} waits for {id} in vain"
                );
            }
        }
        let change = self.desk.change(id).expect("a change");
        match event.kind.as_str() {
            "change.implemented" if !change.is_packaged() => {
                for problem in self.waiting(id, |fix| fix.begun && !fix.live) {
                    assert!(
                        self.said("problem.fix_live", problem, "change", id),
                        "{problem} does not know that {id} is live"
                    );
                    self.told_of_fix(event, problem, None);
                }
            }
            "change.backed_out" if event.body["back_out"]["service_hit"] == true => self.hit(event),
            _ => {}
        }
        if matches!(event.kind.as_str(), "change.implemented" | "change.backed_out") && !change.is_emergency()
        {
            self.owes(event, "change.review_begun", id);
        }
    }

    /// A service was hit: that is an incident, and why is a candidate.
    fn hit(&self, event: &Happened) {
        let named = event.body["back_out"]["incident"].as_str().map(str::to_owned);
        let caused = |other: &&Happened| {
            other.kind == "incident.linked" && other.body["link"]["to"] == event.record.as_str()
        };
        let logged = self.events.iter().find(caused).map(|other| other.record.clone());
        let incident = named.or(logged).unwrap_or_else(|| panic!("{}: no incident", event.record));
        let known =
            self.desk.problem_candidates().any(|of| of.incidents.iter().any(|one| one.as_str() == incident));
        assert!(known, "{}: {incident} is nobody's candidate", event.record);
    }

    /// INC → PRB.
    fn incident(&self, event: &Happened) {
        let id = event.record.as_str();
        let incident = self.desk.incident(id).expect("an incident");
        if matches!(event.kind.as_str(), "incident.logged" | "incident.linked") {
            let related: BTreeSet<&str> =
                incident.envelope.linked(LinkKind::RelatesProblem).map(|to| to.as_str()).collect();
            let repeated: Vec<_> = incident.envelope.linked(LinkKind::RepeatOf).collect();
            for (problem, state) in self.before.of("problem") {
                let record = self.desk.problem(problem).expect("a problem");
                let mine =
                    related.contains(problem) || repeated.iter().any(|of| record.incidents.contains(of));
                if mine && matches!(state, "under_observation" | "closed") {
                    let known = record.recurrences.iter().any(|of| of.incident.as_str() == id);
                    assert!(known, "{problem} is {state}, and does not know that {id} is back");
                }
            }
        }
        if event.kind == "incident.logged" {
            self.recurring(incident);
        }
        let workaround = event.body["resolution"]["kind"] == "workaround";
        let explained = incident
            .envelope
            .links
            .iter()
            .any(|link| matches!(link.kind, LinkKind::RelatesProblem | LinkKind::HasKnownError));
        if event.kind == "incident.resolved" && workaround && !explained {
            let known = self.desk.problem_candidates().any(|of| of.incidents.contains(&incident.envelope.id));
            assert!(known, "{id} was got around, and nobody asks why");
        }
    }

    /// Three incidents of an item within thirty days are a candidate, unless they were decided on already.
    fn recurring(&self, incident: &itsm::resolution::Incident) {
        for ci in &incident.envelope.cis {
            let subject = format!("ci {ci}");
            let of =
                |candidate: &&itsm::resolution::ProblemCandidate| candidate.subject.key() == subject.as_str();
            let decided: BTreeSet<_> = self
                .desk
                .problem_candidates()
                .filter(of)
                .filter(|candidate| !candidate.is_open())
                .flat_map(|candidate| &candidate.incidents)
                .collect();
            let alike = self.desk.incidents(&TicketQuery::EVERY).filter(|other| {
                // One that belongs to a problem already is evidence of nothing new.
                let gone = matches!(other.phase().code(), "cancelled" | "converted")
                    || other.envelope.linked(LinkKind::RelatesProblem).next().is_some();
                let age_s = incident.envelope.created_at.seconds_since(other.envelope.created_at);
                !gone && other.envelope.cis.contains(ci) && age_s <= 30 * crate::company::DAY_S
            });
            let count = alike.filter(|other| !decided.contains(&other.envelope.id)).count();
            let open = self.desk.problem_candidates().filter(of).find(|candidate| candidate.is_open());
            if count >= 3 {
                let candidate = open.unwrap_or_else(|| panic!("{count} incidents of {ci}, and no candidate"));
                assert!(candidate.incidents.contains(&incident.envelope.id), "{ci}");
            }
        }
    }

    /// PRB among themselves, and MAJ → INC, PRB.
    fn problem(&self, event: &Happened) {
        let id = event.record.as_str();
        match event.kind.as_str() {
            "problem_candidate.accepted" => {
                let as_new = event.body["problem"]["new"].as_str();
                as_new.into_iter().for_each(|problem| self.owes(event, "problem.logged", problem));
                let problem = as_new.or(event.body["problem"]["existing"].as_str()).expect("a problem");
                let known = &self.desk.problem(problem).expect("a problem").incidents;
                let candidate = self.desk.problem_candidate(id).expect("a candidate");
                assert!(candidate.incidents.iter().all(|incident| known.contains(incident)), "{problem}");
            }
            "problem.cause_identified" => {
                let problem = self.desk.problem(id).expect("a problem");
                let at_once = event.body["root_cause"]["fixed_at_once"].is_string();
                let known = problem.known_errors().next();
                assert!(at_once || known.is_some(), "the cause of {id} is known, and no known error is");
            }
            "problem.recurred" if self.before.state("problem", id) == Some("under_observation") => {
                for known in self.desk.known_errors().filter(|known| known.problem.as_str() == id) {
                    let known_id = known.envelope.id.as_str();
                    if self.before.state("known_error", known_id) == Some("fix_pending") {
                        self.owes(event, "known_error.reinstated", known_id);
                    }
                }
            }
            "major_incident.declared" => {
                let incident = event.said("incident");
                self.owes(event, "incident.marked_major", incident);
                let mut candidates = self.desk.problem_candidates();
                assert!(
                    candidates.any(|of| of.incidents.iter().any(|one| one.as_str() == incident)),
                    "{incident}"
                );
            }
            _ => {}
        }
    }

    /// What the system does because of something has that something beside it.
    fn nothing_by_itself(&self) {
        let any = |kinds: &[&str]| self.events.iter().any(|event| kinds.contains(&event.kind.as_str()));
        let own = |name: &str, value: &Value| {
            self.events.iter().any(|of| of.is(name, value.as_str().unwrap_or_default()))
        };
        for event in self.events.iter().filter(|event| event.follows()) {
            let change = &event.body["change"];
            let caused = match event.kind.as_str() {
                "problem.fix_begun" => {
                    own("change.approved", change)
                        || own("change.emergency_authorised", change)
                        || own("change.scheduled", change)
                        || self.said(
                            "problem.fix_proposed",
                            &event.record,
                            "change",
                            change.as_str().unwrap_or_default(),
                        )
                }
                "problem.fix_live" => {
                    own("change.implemented", change)
                        || self.said(
                            "problem.fix_proposed",
                            &event.record,
                            "change",
                            change.as_str().unwrap_or_default(),
                        )
                }
                "problem.fix_withdrawn" => ["rejected", "withdrawn", "deferred", "backed_out", "closed"]
                    .iter()
                    .any(|verb| own(&format!("change.{verb}"), change)),
                "problem.recurred" => any(&["incident.logged", "incident.linked"]),
                "problem.logged" | "problem.related" => any(&["problem_candidate.accepted"]),
                "known_error.drafted" => any(&["problem.cause_identified"]),
                "known_error.fix_announced" => {
                    any(&["problem.fix_begun", "problem.fix_live", "problem.observation_begun"])
                }
                "known_error.reinstated" => any(&["problem.recurred", "problem.fix_withdrawn"]),
                "configuration_item.altered" => any(&["release.deployed"]),
                "change.implementation_begun" => any(&["release.deployment_begun"]),
                "change.implemented" => any(&["release.deployed"]),
                "change.backed_out" => any(&["release.rolled_back"]),
                "change.review_begun" => any(&["change.implemented", "change.backed_out"]),
                "change.unpacked" => any(&["release.edited", "release.cancelled"]),
                _ => true,
            };
            assert!(caused, "{} {} came by itself", event.kind, event.record);
        }
    }
}
