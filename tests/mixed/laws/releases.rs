//! What holds of releases, problems and known errors (8).

use super::changes::Changes;
use crate::book::{Book, Happened, instant, list};
use itsm::kernel::Instant;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default)]
struct Release {
    changes: BTreeSet<String>,
    built_by: BTreeSet<String>,
    tested_by: BTreeSet<String>,
    planners: BTreeSet<String>,
    deployers: BTreeSet<String>,
    accepted: bool,
    rolled_back: bool,
}

#[derive(Clone, Debug, Default)]
struct Known {
    problem: String,
    items: BTreeSet<String>,
    change: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Problem {
    analysts: BTreeSet<String>,
    observed_until: Option<Instant>,
    cured: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Releases {
    releases: BTreeMap<String, Release>,
    known: BTreeMap<String, Known>,
    problems: BTreeMap<String, Problem>,
}

impl Releases {
    pub fn note(&mut self, event: &Happened, book: &Book, changes: &Changes) {
        match event.process.as_str() {
            "release" => self.release(event, book, changes),
            "known_error" => self.known_error(event, book, changes),
            "problem" => self.problem(event, book),
            _ => {}
        }
    }

    fn release(&mut self, event: &Happened, book: &Book, changes: &Changes) {
        let id = &event.record;
        let body = &event.body;
        let release = self.releases.entry(id.clone()).or_default();
        match event.kind.as_str() {
            "release.planned" | "release.edited" => {
                release.changes = list(&body["plan"]["changes"]).into_iter().collect();
                release.deployers = list(&body["plan"]["deployers"]).into_iter().collect();
                release.planners.insert(event.by.clone());
                release.accepted = false;
                release.built_by.clear();
                release.tested_by.clear();
            }
            "release.voted" => {
                let vote = &body["cast"]["vote"];
                for by in ["by", "cast_by"].map(|name| vote[name].as_str().unwrap_or_default()) {
                    let own = release.planners.contains(by) || release.deployers.contains(by);
                    assert!(!own, "{id}: {by} agrees to what he planned or deploys");
                }
            }
            "release.built" => {
                release.built_by.insert(event.by.clone());
            }
            "release.tested" => {
                assert!(!release.built_by.contains(&event.by), "{id}: {} tests what he built", event.by);
                release.tested_by.insert(event.by.clone());
            }
            "release.accepted" => {
                for by in list(&body["by"]) {
                    let own = release.built_by.contains(&by) || release.tested_by.contains(&by);
                    assert!(!own, "{id}: {by} accepts what he built or tested");
                }
                release.accepted = true;
            }
            // By now every change was told to begin, or will be in this plan.
            "release.deployed" => {
                for change in &release.changes {
                    assert!(
                        changes.get(change).is_approved(),
                        "{id} is deployed, and nobody approved {change}"
                    );
                    assert_eq!(book.state("change", change), Some("implementing"), "{id}: {change}");
                }
            }
            "release.rolled_back" => release.rolled_back = true,
            "release.closed" => assert!(release.accepted || release.rolled_back, "{id} was never accepted"),
            _ => {}
        }
    }

    fn problem(&mut self, event: &Happened, book: &Book) {
        let id = &event.record;
        let by = &event.by;
        let problem = self.problems.entry(id.clone()).or_default();
        match event.kind.as_str() {
            "problem.classified" | "problem.reassigned" => {
                problem.analysts.insert(event.said("analyst").to_owned());
            }
            "problem.accepted" | "problem.suspended" => {
                assert!(!problem.analysts.contains(by), "{id}: {by} analysed it");
            }
            "problem.observation_begun" => problem.observed_until = instant(&event.body["until"]),
            "problem.recurred" if book.state("problem", id) == Some("under_observation") => {
                problem.observed_until = None
            }
            "problem.closed" => {
                assert!(!problem.analysts.contains(by), "{id}: {by} analysed it");
                let code = event.body["closure"]["code"].as_str().unwrap_or_default();
                problem.cured = matches!(code, "cured" | "mitigated");
                if problem.cured {
                    let until = problem.observed_until.unwrap_or_else(|| panic!("{id} was not observed"));
                    assert!(until <= event.at, "{id} is closed before the observation is over");
                    let own = self.known.iter().filter(|(_, known)| known.problem == *id);
                    for (known, _) in own {
                        let state = book.state("known_error", known);
                        // One that was drafted by hand is not linked, and binds nothing.
                        assert!(
                            state == Some("retired") || !known.starts_with("KER-0"),
                            "{id} is closed, {known} is {state:?}"
                        );
                    }
                }
            }
            _ => {}
        }
    }

    fn known_error(&mut self, event: &Happened, book: &Book, changes: &Changes) {
        let id = &event.record;
        match event.kind.as_str() {
            "known_error.drafted" | "known_error.edited" => {
                let content = &event.body["content"];
                let item = |one: &Value| one["ci"].as_str().map(str::to_owned);
                let known = self.known.entry(id.clone()).or_default();
                known.problem = content["problem"].as_str().unwrap_or_default().to_owned();
                known.items = content["items"].as_array().into_iter().flatten().filter_map(item).collect();
            }
            "known_error.fix_announced" => {
                let change = event.body["fix"]["change"].as_str().map(str::to_owned);
                self.known.get_mut(id).expect("drafted").change = change;
            }
            "known_error.retired" if event.said("because") == "items_withdrawn" => {
                let known = &self.known[id];
                let gone = |item: &String| {
                    matches!(book.state("configuration_item", item), Some("withdrawn" | "disposed"))
                };
                assert!(
                    !known.items.is_empty() && known.items.iter().all(gone),
                    "{id}: an item is still there"
                );
            }
            "known_error.retired" => {
                let known = &self.known[id];
                let problem = &self.problems[&known.problem];
                match book.state("problem", &known.problem) {
                    Some("under_observation") => {
                        let until = problem.observed_until.expect("observed");
                        assert!(until <= event.at, "{id} is retired before its fix is verified");
                    }
                    Some("closed") => assert!(problem.cured, "{id}: its problem was closed without a cure"),
                    state => panic!("{id} is retired, and its problem is {state:?}"),
                }
                if let Some(change) = &known.change {
                    let live = [
                        "implemented",
                        "in_review",
                        "retrospectively_documented",
                        "retrospectively_reviewed",
                        "closed",
                    ];
                    let state = book.state("change", change).unwrap_or_default();
                    assert!(
                        live.contains(&state) && !changes.get(change).failed(),
                        "{id}: {change} is {state}"
                    );
                }
            }
            _ => {}
        }
    }

    /// What is on its targets was approved, and its problems are watched.
    pub fn hold(&self, book: &Book) {
        for (id, release) in &self.releases {
            let live =
                matches!(book.state("release", id), Some("deployed" | "observing" | "reviewed" | "closed"));
            if !live || release.rolled_back {
                continue;
            }
            for (problem, state) in book.of("problem") {
                let fixes = book.fixes(problem);
                let here = fixes.iter().any(|fix| release.changes.contains(&fix.change));
                // As long as another change is outstanding, it is not cured.
                let watched = matches!(state, "under_observation" | "closed")
                    || fixes.iter().any(|fix| !release.changes.contains(&fix.change));
                assert!(!here || watched, "{id} is deployed, and {problem} is {state}");
            }
        }
    }
}
