//! What happened, as the journal says it, read without the core: documents in, the state of each record out.
//!
//! Where a record lands is told by the kind of its event; whether it may land there, by the tables of the reference.

use crate::reference::machine::{Process, leaving, step};
use itsm::kernel::Instant;
use itsm::system::SystemEvent;
use serde_json::Value;
use std::collections::BTreeMap;

/// An event as anybody can read it.
#[derive(Clone, Debug)]
pub struct Happened {
    pub process: String,
    pub kind: String,
    pub record: String,
    pub at: Instant,
    pub by: String,
    pub body: Value,
    pub text: String,
}

impl Happened {
    pub fn read(event: &SystemEvent) -> Self {
        let text = String::from_utf8(event.canonical_bytes()).expect("text");
        let read: Value = serde_json::from_str(&text).expect("a document");
        let said = |name: &str| read[name].as_str().unwrap_or_default().to_owned();
        Self {
            process: said("process"),
            kind: said("kind"),
            record: said("record"),
            at: instant(&read["at"]).expect("an instant"),
            by: read["actor"]["id"].as_str().unwrap_or_default().to_owned(),
            body: read["body"].clone(),
            text,
        }
    }

    /// A string of the body.
    pub fn said(&self, name: &str) -> &str {
        self.body[name].as_str().unwrap_or_default()
    }

    pub fn is(&self, kind: &str, record: &str) -> bool {
        self.kind == kind && self.record == record
    }

    /// Whether the system did it because of something else.
    pub fn follows(&self) -> bool {
        self.by == "itsm.system"
    }
}

pub fn instant(value: &Value) -> Option<Instant> {
    Instant::parse(value.as_str()?).ok()
}

/// The strings of a list.
pub fn list(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

pub fn process(code: &str) -> Option<Process> {
    Some(match code {
        "incident" => Process::Incident,
        "major_incident" => Process::MajorIncident,
        "problem" => Process::Problem,
        "known_error" => Process::KnownError,
        "problem_candidate" => Process::ProblemCandidate,
        "change" => Process::Change,
        "release" => Process::Release,
        "configuration_item" => Process::ConfigurationItem,
        "baseline" => Process::Baseline,
        "configuration_audit" => Process::ConfigurationAudit,
        "change_model" => Process::ChangeModel,
        "definitive_item" => Process::DefinitiveItem,
        _ => return None,
    })
}

/// A fix of a problem: the change, and how far it has come.
#[derive(Clone, Debug)]
pub struct Fix {
    pub change: String,
    pub begun: bool,
    pub live: bool,
}

/// Where every record stands.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub states: BTreeMap<(String, String), String>,
    pub versions: BTreeMap<(String, String), u64>,
    pub fixes: BTreeMap<String, Vec<Fix>>,
}

impl Book {
    pub fn state(&self, process: &str, record: &str) -> Option<&str> {
        self.states.get(&(process.to_owned(), record.to_owned())).map(String::as_str)
    }

    /// The records of a process, with their states.
    pub fn of<'a>(&'a self, process: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mine = self.states.iter().filter(move |((of, _), _)| of == process);
        mine.map(|((_, record), state)| (record.as_str(), state.as_str()))
    }

    pub fn fixes(&self, problem: &str) -> &[Fix] {
        self.fixes.get(problem).map_or(&[], Vec::as_slice)
    }

    /// Notes an event, and holds its step to the tables.
    pub fn note(&mut self, event: &Happened) {
        let key = (event.process.clone(), event.record.clone());
        let from = self.states.get(&key).cloned();
        *self.versions.entry(key.clone()).or_default() += 1;
        self.follow_fixes(event);
        let Some(to) = self.lands(event, from.as_deref()) else { return };
        allowed(event, from.as_deref(), &to);
        self.states.insert(key, to);
    }

    fn follow_fixes(&mut self, event: &Happened) {
        let change = event.said("change").to_owned();
        let fixes = self.fixes.entry(event.record.clone()).or_default();
        match event.kind.as_str() {
            "problem.fix_proposed" => fixes.push(Fix { change, begun: false, live: false }),
            "problem.fix_begun" => {
                fixes.iter_mut().filter(|fix| fix.change == change).for_each(|fix| fix.begun = true);
            }
            "problem.fix_live" => {
                fixes.iter_mut().filter(|fix| fix.change == change).for_each(|fix| fix.live = true);
            }
            "problem.fix_withdrawn" => fixes.retain(|fix| fix.change != change),
            // The search begins anew, and so do its changes.
            "problem.recurred" if self.state("problem", &event.record) == Some("under_observation") => {
                self.fixes.remove(&event.record);
            }
            _ => {}
        }
    }

    /// Where the event takes its record; `None`: nowhere.
    fn lands(&self, event: &Happened, from: Option<&str>) -> Option<String> {
        let (process, verb) = event.kind.split_once('.')?;
        let to = match (process, verb) {
            ("incident", "acknowledged" | "resumed" | "reopened") => "in_progress",
            ("incident", "reassigned") => "assigned",
            ("incident", "pended") => "pending",
            ("incident", "logged" | "classified" | "assigned" | "resolved" | "closed" | "cancelled") => verb,
            ("major_incident", "managed") => "managing",
            ("major_incident", "review_begun") => "reviewing",
            ("major_incident", "declared" | "restored" | "reviewed" | "closed" | "downgraded") => verb,
            ("problem", "investigation_begun" | "resumed") => "investigating",
            ("problem", "cause_identified" | "reconsidered") => "root_cause_identified",
            ("problem", "fix_proposed") if from == Some("root_cause_identified") => "fix_proposed",
            ("problem", "fix_begun") => "fix_in_progress",
            ("problem", "fix_withdrawn") => {
                let fixes = self.fixes(&event.record);
                match fixes {
                    [] => "root_cause_identified",
                    // Observation begins with an event of its own.
                    _ if fixes.iter().any(|fix| fix.begun) => "fix_in_progress",
                    _ => "fix_proposed",
                }
            }
            ("problem", "observation_begun") => "under_observation",
            ("problem", "recurred") if from == Some("under_observation") => "investigating",
            ("problem", "logged" | "classified" | "suspended" | "accepted" | "closed") => verb,
            ("known_error", "drafted" | "reinstated") => {
                if verb == "drafted" {
                    "draft"
                } else {
                    "published"
                }
            }
            ("known_error", "fix_announced") => "fix_pending",
            ("known_error", "published" | "retired") => verb,
            ("problem_candidate", "raised" | "accepted" | "declined") => verb,
            ("change", "drafted") => "draft",
            ("change", "approval_requested") => "awaiting_approval",
            ("change", "returned") => "assessed",
            ("change", "implementation_begun") => "implementing",
            ("change", "review_begun") => "in_review",
            ("change", "documented") => "retrospectively_documented",
            ("change", "emergency_reviewed") => "retrospectively_reviewed",
            (
                "change",
                "submitted"
                | "accepted"
                | "assessed"
                | "approved"
                | "deferred"
                | "rejected"
                | "withdrawn"
                | "built_tested"
                | "scheduled"
                | "emergency_authorised"
                | "implemented"
                | "backed_out"
                | "closed",
            ) => verb,
            ("change_model", "reinstated") => "approved",
            ("change_model", "proposed" | "approved" | "suspended" | "expired" | "withdrawn") => verb,
            ("release", "edited") => "planned",
            ("release", "returned") => "built",
            ("release", "deployment_begun") => "deploying",
            ("release", "observation_begun") => "observing",
            ("release", "accepted") if event.body["late"] == true => return None,
            ("release", "accepted") if event.body["exceptions"].is_object() => "accepted_with_exceptions",
            (
                "release",
                "planned" | "plan_approved" | "built" | "tested" | "accepted" | "baselined" | "deployed"
                | "rolled_back" | "reviewed" | "closed" | "cancelled",
            ) => verb,
            ("configuration_item", "registered") => event.said("phase"),
            ("configuration_item", "moved") => event.said("to"),
            ("configuration_item", "disposed") => "disposed",
            ("baseline", "captured" | "frozen" | "superseded") => verb,
            ("definitive_item", "registered" | "superseded" | "withdrawn") => verb,
            ("configuration_audit", "begun") => "in_progress",
            ("configuration_audit", "concluded") => {
                if event.body["deficient"] == true {
                    "deficient"
                } else {
                    "clean"
                }
            }
            ("configuration_audit", "planned" | "cancelled" | "reported" | "closed") => verb,
            _ => return None,
        };
        Some(to.to_owned())
    }
}

/// The specification has no states for the models of standard changes and for definitive items; these are ours.
const OURS: [(&str, &str, &str); 14] = [
    ("change_model", "", "proposed"),
    ("change_model", "proposed", "approved"),
    ("change_model", "approved", "approved"),
    ("change_model", "approved", "suspended"),
    ("change_model", "suspended", "approved"),
    ("change_model", "approved", "expired"),
    ("change_model", "expired", "approved"),
    ("change_model", "proposed", "withdrawn"),
    ("change_model", "approved", "withdrawn"),
    ("change_model", "suspended", "withdrawn"),
    ("change_model", "expired", "withdrawn"),
    ("definitive_item", "", "registered"),
    ("definitive_item", "registered", "superseded"),
    ("definitive_item", "registered", "withdrawn"),
];

fn allowed(event: &Happened, from: Option<&str>, to: &str) {
    let of = process(&event.process).expect("a process");
    // What is taken over is what it is.
    if event.kind == "configuration_item.registered" && event.body["imported"] == true {
        return;
    }
    let ours = OURS.iter().any(|row| *row == (event.process.as_str(), from.unwrap_or_default(), to));
    let theirs = match from {
        Some(from) => from == to || step(of, from, to),
        None => leaving(of, None).iter().any(|row| row.to == to),
    };
    assert!(
        ours || theirs,
        "{} {}: no row of the tables leads from {from:?} to {to}",
        event.kind,
        event.record
    );
}
