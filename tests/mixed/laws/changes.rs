//! What holds of changes: approval before act (4), by others than those who ask, answer and implement (5), and a change under way
//! has what it needs (6).

use super::separate;
use crate::book::{Book, Happened, instant, list};
use crate::company::{DAY_S, VERBAL_S};
use itsm::kernel::{Duty, Instant};
use itsm::system::ServiceManagementSystem;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A vote to approve: for whom, by whom, when.
type Vote = (String, String, Instant);

#[derive(Clone, Debug, Default)]
pub struct Change {
    category: String,
    requester: String,
    owner: String,
    pub cis: BTreeSet<String>,
    linked: BTreeSet<String>,
    opinions: BTreeSet<String>,
    implementer: String,
    back_out: bool,
    votes: Vec<Vote>,
    approved_at: Option<Instant>,
    authorised: Option<(Instant, Instant)>,
    approvers: BTreeSet<String>,
    pub release: Option<String>,
    implementers: BTreeSet<String>,
    updated: BTreeSet<String>,
    explained: BTreeSet<String>,
    reviewed: bool,
    outcome: String,
}

impl Change {
    /// Whether it may alter an item.
    pub fn names(&self, item: &str) -> bool {
        self.cis.contains(item) || self.linked.contains(item)
    }

    pub const fn is_approved(&self) -> bool {
        self.approved_at.is_some()
    }

    pub fn failed(&self) -> bool {
        matches!(self.outcome.as_str(), "backed_out" | "failed_remedied")
    }

    fn ask_for(&mut self, rfc: &Value) {
        self.cis = list(&rfc["cis"]).into_iter().collect();
    }

    fn plan(&mut self, plan: &Value) {
        self.implementer = plan["implementer"].as_str().unwrap_or_default().to_owned();
        self.back_out = plan["back_out"]["steps"].as_str().is_some_and(|steps| !steps.trim().is_empty());
    }

    /// Other content: nobody approved that.
    fn voids(&mut self) {
        self.votes.clear();
        self.approvers.clear();
        self.approved_at = None;
    }
}

/// A baseline: what it is for, and of which items.
#[derive(Clone, Debug)]
struct Captured {
    subject: String,
    items: BTreeSet<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Changes {
    changes: BTreeMap<String, Change>,
    baselines: BTreeMap<String, Captured>,
    /// The approver of each model of standard changes.
    models: BTreeMap<String, (String, Instant)>,
}

const CATEGORIES: [(&str, usize, &[&str]); 3] = [
    ("minor", 1, &[]),
    ("significant", 2, &["p-cab", "p-cab2", "p-all"]),
    ("major", 2, &["p-cust", "p-all"]),
];

impl Changes {
    pub fn get(&self, change: &str) -> &Change {
        &self.changes[change]
    }

    pub fn note(&mut self, event: &Happened, book: &Book, desk: &ServiceManagementSystem) {
        let body = &event.body;
        match event.kind.as_str() {
            "baseline.captured" => {
                let of = body["items"].as_array().into_iter().flatten();
                let items = of.filter_map(|one| one["item"].as_str().map(str::to_owned)).collect();
                let subject = event.said("subject").to_owned();
                self.baselines.insert(event.record.clone(), Captured { subject, items });
            }
            "change_model.proposed" | "change_model.revised" => {
                self.models.insert(event.record.clone(), (String::new(), event.at));
            }
            "change_model.approved" => {
                let by = body["approval"]["by"].as_str().unwrap_or_default().to_owned();
                let until = instant(&body["approval"]["valid_until"]).expect("an instant");
                self.models.insert(event.record.clone(), (by, until));
            }
            "configuration_item.altered" => {
                let cause =
                    body["update"]["cause"]["change"].as_str().and_then(|id| self.changes.get_mut(id));
                cause.map(|change| change.updated.insert(event.record.clone()));
            }
            "configuration_item.moved" | "configuration_item.related" | "configuration_item.unrelated" => {
                let cause = body["cause"]["change"].as_str().and_then(|id| self.changes.get_mut(id));
                cause.map(|change| change.updated.insert(event.record.clone()));
            }
            _ => {}
        }
        if event.process != "change" {
            return;
        }
        let models = self.models.clone();
        let change = self.changes.entry(event.record.clone()).or_default();
        match event.kind.as_str() {
            "change.drafted" => {
                change.requester = event.said("requester").to_owned();
                change.ask_for(&body["rfc"]);
            }
            "change.accepted" => {
                change.category = event.said("category").to_owned();
                change.owner = event.said("owner").to_owned();
            }
            "change.assessed" | "change.reclassified" => change.category = event.said("category").to_owned(),
            "change.assigned" => {
                if let Some(owner) = body["owner"].as_str() {
                    change.owner = owner.to_owned();
                    let approvers = change.approvers.clone();
                    approvers
                        .iter()
                        .for_each(|by| separate(desk, Duty::OwnerChangeApprover, by, owner, event.at));
                }
            }
            "change.opined" => {
                change.opinions.insert(event.said("assessment").to_owned());
            }
            "change.edited" => {
                if body["rfc"].is_object() {
                    change.ask_for(&body["rfc"]);
                }
                if body["plan"].is_object() {
                    change.plan(&body["plan"]);
                }
                change.voids();
            }
            "change.approval_requested" => {
                change.category = event.said("category").to_owned();
                change.plan(&body["plan"]);
                change.voids();
            }
            "change.returned" | "change.deferred" => change.voids(),
            "change.voted" => voted(change, event, desk),
            "change.approved" => approved(change, event),
            "change.scheduled" => {
                if let Some(model) = body["standard"]["model"].as_str() {
                    let (by, until) = &models[model];
                    assert_eq!(book.state("change_model", model), Some("approved"), "{model}");
                    assert!(event.at <= *until, "{model} is valid no longer");
                    separate(desk, Duty::ModelApproverRequester, by, &change.requester, event.at);
                    change.category = "standard".to_owned();
                    change.implementer =
                        body["standard"]["implementer"].as_str().unwrap_or_default().to_owned();
                    change.back_out = true;
                    change.approved_at = Some(event.at);
                }
            }
            "change.emergency_authorised" => authorised(change, event, desk),
            "change.linked" => {
                let to = body["link"]["to"].as_str().unwrap_or_default().to_owned();
                match body["link"]["kind"].as_str() {
                    Some("contained_in_release") => change.release = Some(to),
                    Some("affects_ci") => {
                        change.linked.insert(to);
                    }
                    _ => {}
                }
            }
            "change.unpacked" => change.release = None,
            "change.implementation_begun" => {
                if change.category == "emergency" {
                    change.back_out = !event.said("back_out_known").trim().is_empty();
                }
                begun(change, event, &self.baselines);
            }
            "change.implemented" | "change.backed_out" => {
                for by in list(&body["implementers"]) {
                    if change.approvers.contains(&by) {
                        separate(desk, Duty::ImplementerChangeApprover, &by, &by, event.at);
                    }
                    change.implementers.insert(by);
                }
                if event.kind == "change.backed_out" {
                    change.outcome = "backed_out".to_owned();
                }
            }
            "change.documented" => {
                change.ask_for(&body["rfc"]);
                change.explained = keys(&body["no_ci_difference"]);
                assessed(change, &event.record);
                settled(change, &event.record);
            }
            "change.reviewed" | "change.emergency_reviewed" => {
                let pir = &body["reviewed"]["pir"];
                change.reviewed = true;
                change.outcome = pir["outcome"].as_str().unwrap_or_default().to_owned();
                reviewed(change, event, &list(&pir["reviewers"]), desk);
            }
            "change.closed" => closed(change, event, book),
            _ => {}
        }
    }
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
}

fn voted(change: &mut Change, event: &Happened, desk: &ServiceManagementSystem) {
    let vote = &event.body["cast"]["vote"];
    let said = |name: &str| vote[name].as_str().unwrap_or_default().to_owned();
    let (by, cast_by) = (said("by"), said("cast_by"));
    let rows = [
        (Duty::RequesterChangeApprover, &change.requester),
        (Duty::OwnerChangeApprover, &change.owner),
        (Duty::ImplementerChangeApprover, &change.implementer),
    ];
    for (duty, other) in rows {
        separate(desk, duty, &by, other, event.at);
        separate(desk, duty, &cast_by, other, event.at);
    }
    if said("decision") == "approve" {
        change.votes.push((by.clone(), cast_by.clone(), event.at));
        change.approvers.extend([by, cast_by]);
    }
}

/// Enough of the authority of its category have said so, each for himself.
fn approved(change: &mut Change, event: &Happened) {
    let (_, count, roles) = CATEGORIES
        .iter()
        .find(|(category, ..)| *category == change.category)
        .expect("a category that is voted on");
    let voters: BTreeSet<&str> = change.votes.iter().map(|(by, ..)| by.as_str()).collect();
    assert!(voters.len() >= *count, "{}: approved by {voters:?}", event.record);
    assert!(
        roles.is_empty() || roles.iter().any(|role| voters.contains(role)),
        "{}: {voters:?}",
        event.record
    );
    change.approved_at = Some(event.at);
}

fn authorised(change: &mut Change, event: &Happened, desk: &ServiceManagementSystem) {
    let said = &event.body["authorisation"];
    let by = said["by"].as_str().unwrap_or_default().to_owned();
    change.category = "emergency".to_owned();
    change.owner = event.said("owner").to_owned();
    change.implementer = said["implementer"].as_str().unwrap_or_default().to_owned();
    separate(desk, Duty::ImplementerChangeApprover, &change.implementer, &by, event.at);
    separate(desk, Duty::RequesterChangeApprover, &change.requester, &by, event.at);
    let given_at = instant(&said["given_at"]).expect("an instant");
    let recorded_at = instant(&said["recorded_at"]).expect("an instant");
    assert!(given_at <= recorded_at && recorded_at.seconds_since(given_at) <= VERBAL_S, "{}", event.record);
    change.authorised = Some((given_at, recorded_at));
    change.approved_at = Some(given_at);
    change.approvers = BTreeSet::from([by]);
}

/// Approved before, undone how, assessed by whom, compared with what (4, 6).
fn begun(change: &mut Change, event: &Happened, baselines: &BTreeMap<String, Captured>) {
    let id = &event.record;
    let started_at = instant(&event.body["started_at"]).expect("an instant");
    let approved_at = change.approved_at.unwrap_or_else(|| panic!("{id} began without approval"));
    assert!(approved_at <= started_at, "{id} began before its approval");
    assert!(change.back_out, "{id} began, and nobody knows how to undo it");
    change.implementers.extend([change.implementer.clone()]);
    if let Some((_, recorded_at)) = change.authorised {
        assert!(recorded_at.seconds_since(started_at) <= VERBAL_S, "{id}: recorded too late");
        return;
    }
    assert_eq!(started_at, event.at, "{id}: only an emergency is recorded later");
    if change.category != "standard" {
        assert!(event.at.seconds_since(approved_at) <= 9 * DAY_S, "{id}: the approval is over");
        assessed(change, id);
    }
    if !change.cis.is_empty() {
        let baseline = &baselines[event.said("baseline")];
        let own = baseline.subject == *id || Some(&baseline.subject) == change.release.as_ref();
        assert!(own, "{id}: its baseline is one of {}", baseline.subject);
        assert!(
            baseline.items.is_superset(&change.cis),
            "{id}: {:?} is no baseline of {:?}",
            baseline.items,
            change.cis
        );
    }
}

fn assessed(change: &Change, id: &str) {
    for mandatory in ["business", "security"] {
        assert!(change.opinions.contains(mandatory), "{id}: nobody said what it means to the {mandatory}");
    }
}

/// Every item that it names was updated by it, or it is said why not.
fn settled(change: &Change, id: &str) {
    for ci in &change.cis {
        assert!(
            change.updated.contains(ci) || change.explained.contains(ci),
            "{id}: {ci} is as it was, and nobody says why"
        );
    }
}

fn reviewed(change: &Change, event: &Happened, reviewers: &[String], desk: &ServiceManagementSystem) {
    assert!(!reviewers.is_empty(), "{}", event.record);
    let own = |reviewer: &&String| change.implementers.contains(*reviewer);
    if event.kind == "change.emergency_reviewed" {
        let duty = Duty::ImplementerEmergencyReviewer;
        reviewers.iter().filter(own).for_each(|by| separate(desk, duty, by, by, event.at));
    } else if reviewers.iter().filter(own).count() == reviewers.len() {
        reviewers.iter().for_each(|by| separate(desk, Duty::ImplementerSoleReviewer, by, by, event.at));
    }
}

fn closed(change: &mut Change, event: &Happened, book: &Book) {
    let id = &event.record;
    assert!(change.reviewed, "{id} was never reviewed");
    let closure = &event.body["closure"];
    change.explained.extend(keys(&closure["no_ci_difference"]));
    settled(change, id);
    if change.failed() {
        assert!(!list(&closure["actions"]).is_empty(), "{id} failed, and nothing follows");
        let [problem, candidate] =
            ["problem", "problem_candidate"].map(|of| closure["investigation"][of].as_str());
        let looked_into = problem.is_some_and(|of| book.state("problem", of).is_some())
            || candidate.is_some_and(|of| book.state("problem_candidate", of).is_some());
        assert!(looked_into, "{id} failed, and nobody looks into it");
    }
    if change.category == "emergency" {
        assessed(change, id);
    }
}
