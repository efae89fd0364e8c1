//! Policies as records: published by journaled events, never rewritten. 策略登记
//!
//! DECISIONS 4. Calendars, matrices, agreements and the rules of the desk are published and revised by commands; a decision uses
//! the versions in force at its own instant. Guards `T-POL-L…` are ours.

use super::{CommandError, ProcessName};
use crate::control::{ChangeRules, ConfigurationRules};
use crate::governance::{RetentionInForce, RetentionRules};
use crate::kernel::{
    Case, Code, Envelope, EventHead, Instant, Label, Lifecycle, Notice, PolicyId, PolicyRef, Process, Role,
    Rule, Versioned, Who, codes, messages,
};
use crate::priority::{MatrixDocument, PriorityMatrix};
use crate::release::ReleaseRules;
use crate::resolution::{DeskPolicy, DeskRules, ProblemRules};
use crate::sla::{Agreements, SlaPolicy};
use crate::time::{BusinessCalendar, CalendarDocument, Rules, RulesInForce};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

codes! {
    /// The phases of a policy.
    pub enum PolicyPhase {
        /// It holds from its `effective_from`.
        Published = "published", "Published", "已发布";
    }
}

/// What a policy says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PolicyDocument {
    /// A business calendar.
    Calendar(Box<CalendarDocument>),
    /// A priority matrix.
    Matrix(Box<MatrixDocument>),
    /// A service level agreement.
    Agreement(Box<SlaPolicy>),
    /// The rules of the desk.
    Desk(Box<DeskRules>),
    /// The rules of problem management.
    Problem(Box<ProblemRules>),
    /// The rules of configuration management.
    Configuration(Box<ConfigurationRules>),
    /// The rules of change management.
    Change(Box<ChangeRules>),
    /// The rules of release and deployment.
    Release(Box<ReleaseRules>),
    /// How long records are kept.
    Retention(Box<RetentionRules>),
}

impl PolicyDocument {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Calendar(_) => "calendar",
            Self::Matrix(_) => "matrix",
            Self::Agreement(_) => "agreement",
            Self::Desk(_) => "desk",
            Self::Problem(_) => ProblemRules::KIND,
            Self::Configuration(_) => ConfigurationRules::KIND,
            Self::Change(_) => ChangeRules::KIND,
            Self::Release(_) => ReleaseRules::KIND,
            Self::Retention(_) => "retention",
        }
    }

    /// What is wrong with the document itself.
    fn fault(&self) -> Option<String> {
        match self {
            Self::Calendar(document) => {
                BusinessCalendar::new((**document).clone()).err().map(|fault| fault.to_string())
            }
            Self::Matrix(document) => {
                PriorityMatrix::new((**document).clone()).err().map(|fault| fault.to_string())
            }
            Self::Agreement(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Desk(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Problem(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Configuration(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Change(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Release(document) => document.check().err().map(|fault| fault.to_string()),
            Self::Retention(document) => {
                document.check().err().map(|fault| fault.to_string()).or_else(|| unkept(document))
            }
        }
    }
}

/// A process of whose records none is disposed of, although the rules give them a class.
fn unkept(rules: &RetentionRules) -> Option<String> {
    let is_case = |code: &Code| ProcessName::from_code(code.as_str()).is_some_and(super::retained::is_case);
    let strange = rules.records.keys().find(|code| !is_case(code))?;
    Some(format!("at `records.{strange}`: no records of a process of that name are disposed of"))
}

/// Publishes a policy, or a new version of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The version, greater than the last.
    pub version: u32,
    /// From when it holds.
    pub effective_from: Instant,
    /// What it says.
    pub document: PolicyDocument,
}

/// Publishes a further version.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Revise(pub Publish);

messages! {
    /// The commands of a policy. The record's id is the policy's id.
    pub enum PolicyCommand {
        /// ∅ → Published.
        Publish(Publish) = "policy.publish";
        /// A further version.
        Revise(Revise) = "policy.revise";
    }
}

messages! {
    /// What happens to a policy.
    pub enum PolicyEvent {
        /// A version was published.
        Published(Publish) = "policy.published";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
    }
}

/// A policy and all its versions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What every record has.
    pub envelope: Envelope,
    /// The versions, in order.
    pub versions: Vec<Publish>,
}

const PUBLISHERS: &[Who] = &[
    Who::Role(Role::ProcessOwner),
    Who::Role(Role::ServiceLevelManager),
    Who::Role(Role::IncidentManager),
    Who::Role(Role::ProblemManager),
    Who::Role(Role::ConfigurationManager),
    Who::Role(Role::ChangeManager),
    Who::Role(Role::ReleaseManager),
    Who::Role(Role::ManagementRepresentative),
];

/// The lifecycle of policies.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<PolicyPhase> = Lifecycle {
    process: "policy",
    label: Label::new("Policy", "策略"),
    prefix: "POL",
    rules: &[
        Rule { id: "T-POL-L1", command: "policy.publish", from: &[], to: Some(PolicyPhase::Published), who: PUBLISHERS,
            words: Label::new("a document without faults; one policy of rules for a process", "无错误的文件；每个流程的规则策略仅一份") },
        Rule { id: "T-POL-L2", command: "policy.revise", from: &[PolicyPhase::Published], to: None, who: PUBLISHERS,
            words: Label::new("a later version of the same kind, not in force earlier than the last nor than it is published", "同类的更高版本，生效时间不早于前一版本和发布时间") },
    ],
};

/// The process of policies.
#[derive(Clone, Copy, Debug)]
pub struct Policies;

impl Process for Policies {
    type Phase = PolicyPhase;
    type Record = Policy;
    type Command = PolicyCommand;
    type Event = PolicyEvent;
    type Policy = Registry;

    const LIFECYCLE: &'static Lifecycle<PolicyPhase> = &LIFECYCLE;

    fn kind(command: &PolicyCommand) -> &'static str {
        command.kind()
    }

    fn phase(_: &Policy) -> PolicyPhase {
        PolicyPhase::Published
    }

    fn envelope(policy: &Policy) -> &Envelope {
        &policy.envelope
    }

    fn envelope_mut(policy: &mut Policy) -> &mut Envelope {
        &mut policy.envelope
    }

    fn decide(command: &PolicyCommand, case: &mut Case<'_, Self>) {
        let (PolicyCommand::Publish(publish) | PolicyCommand::Revise(Revise(publish))) = command;
        if let Some(last) = case.record.and_then(|policy| policy.versions.last()) {
            case.that_value(
                publish.version > last.version,
                publish.version,
                "version",
                "the version is greater than the last",
                "版本须高于前一版本",
            );
            case.that_value(
                publish.effective_from >= last.effective_from,
                publish.effective_from,
                "effective_from",
                "it is not in force earlier than the last version",
                "生效时间不得早于前一版本",
            );
            case.that_value(
                publish.document.kind() == last.document.kind(),
                publish.document.kind(),
                "kind",
                "a policy keeps its kind",
                "策略类型不得改变",
            );
            case.that_value(
                publish.effective_from >= case.at,
                publish.effective_from,
                "effective_from",
                "a revision is not in force before it is published",
                "修订的生效时间不得早于发布时间",
            );
        }
        if let Some(other) = case.context.policy.rules_of(&publish.document, case.id.as_str()).cloned() {
            case.that_value(
                false,
                other,
                "one_policy",
                "a process has one policy of rules, and it is revised",
                "每个流程的规则策略只有一份，只能修订",
            );
        }
        case.that_value(
            publish.version > 0,
            publish.version,
            "version",
            "versions are counted from 1",
            "版本自 1 起计",
        );
        let fault = publish.document.fault().or_else(|| {
            let mut registry = (*case.context.policy).clone();
            registry.publish(PolicyId::new(case.id).ok()?, publish.clone()).err()
        });
        if let Some(fault) = fault {
            case.that_value(
                false,
                fault,
                "document",
                "the document has no fault, and what it refers to is published",
                "文件无错误，且所引用的策略已发布",
            );
        }
        case.emit(publish.clone());
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &Policy) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &PolicyEvent) -> Option<Policy> {
        let PolicyEvent::Published(_) = event else { return None };
        let envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        Some(Policy { envelope, versions: Vec::new() })
    }

    fn apply(policy: &mut Policy, head: &EventHead, event: &PolicyEvent) {
        match event {
            PolicyEvent::Published(publish) => policy.versions.push(publish.clone()),
            PolicyEvent::NoticeRequested(notice) => policy.envelope.requested(notice, head.at),
        }
    }
}

/// The published policies, compiled for decisions.
///
/// Each version is compiled once, when it is published; cloning shares what was compiled. The desk's rules say which matrix and
/// calendar it follows; each holds from an instant on, so the policy of the desk is a list of epochs.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// Calendars and the agreements that count in them.
    agreements: Agreements,
    matrices: Shelf<PriorityMatrix>,
    desks: Shelf<Arc<DeskRules>>,
    epochs: Vec<(Instant, Arc<DeskPolicy>)>,
    /// The rules of problem management.
    pub(super) problem: RuleBook<ProblemRules>,
    /// The rules of configuration management.
    pub(super) configuration: RuleBook<ConfigurationRules>,
    /// The rules of change management.
    pub(super) change: RuleBook<ChangeRules>,
    /// The rules of release and deployment.
    pub(super) release: RuleBook<ReleaseRules>,
    /// How long records are kept.
    retention: Shelf<Arc<RetentionRules>>,
}

/// The rules of one process in all their versions, and an epoch for each stretch in which one compiled form of them holds.
#[derive(Clone, Debug)]
pub(super) struct RuleBook<R> {
    versions: BTreeMap<PolicyId, Vec<Versioned<R>>>,
    epochs: Vec<(Instant, Arc<RulesInForce<R>>)>,
}

impl<R> Default for RuleBook<R> {
    fn default() -> Self {
        Self { versions: BTreeMap::new(), epochs: Vec::new() }
    }
}

impl<R: Rules> RuleBook<R> {
    /// The rules in force at an instant.
    ///
    /// # Errors
    /// [`CommandError::NoPolicy`] when none are.
    pub(super) fn at(&self, at: Instant) -> Result<Arc<RulesInForce<R>>, CommandError> {
        epoch_at(&self.epochs, at).cloned().ok_or(CommandError::NoPolicy { at })
    }

    /// The rules published last, whether in force yet or not.
    pub(super) fn latest(&self) -> Option<&R> {
        self.versions.values().flatten().last().map(|version| &version.document)
    }

    fn add(&mut self, id: PolicyId, version: u32, effective_from: Instant, document: R) {
        let key = id.clone();
        self.versions.entry(key).or_default().push(Versioned { id, version, effective_from, document });
    }

    fn other(&self, than: &str) -> Option<&PolicyId> {
        self.versions.keys().find(|id| id.as_str() != than)
    }

    fn compile(&mut self, calendars: &Agreements) -> Result<(), String> {
        let mut edges = BTreeSet::new();
        for version in self.versions.values().flatten() {
            let from = version.effective_from;
            let named = version.document.calendars().into_iter();
            edges.insert(from);
            // A calendar's earlier versions are before the rules.
            edges.extend(named.flat_map(|id| calendars.calendar_edges(id)).filter(|edge| *edge > from));
        }
        self.epochs.clear();
        for at in edges {
            let Some(rules) = self.versions.keys().find_map(|id| version_at(&self.versions, id, at)) else {
                continue;
            };
            let compiled = RulesInForce::new(rules, |id| calendars.calendar_at(id, at));
            self.epochs.push((at, Arc::new(compiled.map_err(|fault| fault.to_string())?)));
        }
        Ok(())
    }
}

fn epoch_at<T>(epochs: &[(Instant, T)], at: Instant) -> Option<&T> {
    let begun = epochs.partition_point(|(from, _)| *from <= at);
    epochs.get(begun.checked_sub(1)?).map(|(_, in_force)| in_force)
}

/// The compiled versions of each policy of one kind, in order.
type Shelf<T> = BTreeMap<PolicyId, Vec<(Instant, PolicyRef, T)>>;

impl Registry {
    /// The policy of the desk in force at an instant.
    #[must_use]
    pub fn desk_at(&self, at: Instant) -> Option<&Arc<DeskPolicy>> {
        epoch_at(&self.epochs, at)
    }

    /// The rules of change management in force at an instant.
    #[must_use]
    pub fn change_at(&self, at: Instant) -> Option<Arc<RulesInForce<ChangeRules>>> {
        self.change.at(at).ok()
    }

    /// The rules of retention in force at an instant.
    #[must_use]
    pub fn retention_at(&self, at: Instant) -> Option<Arc<RetentionInForce>> {
        let (_, rules_ref, rules) = self.retention.values().find_map(|versions| in_force(versions, at))?;
        Some(Arc::new(RetentionInForce { rules: Arc::clone(rules), rules_ref: rules_ref.clone() }))
    }

    /// The other policy of the same rules, of which a process has one.
    fn rules_of(&self, document: &PolicyDocument, than: &str) -> Option<&PolicyId> {
        match document {
            PolicyDocument::Calendar(_) | PolicyDocument::Matrix(_) | PolicyDocument::Agreement(_) => None,
            PolicyDocument::Desk(_) => self.desks.keys().find(|id| id.as_str() != than),
            PolicyDocument::Problem(_) => self.problem.other(than),
            PolicyDocument::Configuration(_) => self.configuration.other(than),
            PolicyDocument::Change(_) => self.change.other(than),
            PolicyDocument::Release(_) => self.release.other(than),
            PolicyDocument::Retention(_) => self.retention.keys().find(|id| id.as_str() != than),
        }
    }

    /// Takes over a published version. What was decided here compiles; a journal that was edited may hold what does not.
    ///
    /// # Errors
    /// What does not compile, in words.
    pub fn publish(&mut self, id: PolicyId, publish: Publish) -> Result<(), String> {
        let Publish { version, effective_from, document } = publish;
        match document {
            PolicyDocument::Calendar(document) => {
                let version = Versioned { id, version, effective_from, document: *document };
                self.agreements =
                    self.agreements.with_calendar(version).map_err(|fault| fault.to_string())?;
            }
            PolicyDocument::Matrix(document) => {
                let version = Versioned { id, version, effective_from, document: *document };
                let matrix =
                    PriorityMatrix::new(version.document.clone()).map_err(|fault| fault.to_string())?;
                shelve(&mut self.matrices, &version, matrix);
            }
            PolicyDocument::Agreement(document) => {
                let version = Versioned { id, version, effective_from, document: *document };
                self.agreements = self.agreements.with_policy(version).map_err(|fault| fault.to_string())?;
            }
            PolicyDocument::Desk(document) => {
                let version = Versioned { id, version, effective_from, document: *document };
                let rules = Arc::new(version.document.clone());
                shelve(&mut self.desks, &version, rules);
            }
            PolicyDocument::Problem(document) => {
                self.problem.add(id, version, effective_from, *document);
            }
            PolicyDocument::Configuration(document) => {
                self.configuration.add(id, version, effective_from, *document);
            }
            PolicyDocument::Change(document) => {
                self.change.add(id, version, effective_from, *document);
            }
            PolicyDocument::Release(document) => {
                self.release.add(id, version, effective_from, *document);
            }
            PolicyDocument::Retention(document) => {
                let version = Versioned { id, version, effective_from, document: *document };
                let rules = Arc::new(version.document.clone());
                shelve(&mut self.retention, &version, rules);
            }
        }
        // What any of them follows may have come, and to say which is dearer than to put the few together again.
        self.epochs = self.epochs()?;
        self.problem.compile(&self.agreements)?;
        self.configuration.compile(&self.agreements)?;
        self.change.compile(&self.agreements)?;
        self.release.compile(&self.agreements)
    }

    /// One desk policy for each stretch between two instants at which a version comes into force that the desk follows.
    fn epochs(&self) -> Result<Vec<(Instant, Arc<DeskPolicy>)>, String> {
        let mut edges = BTreeSet::new();
        for (from, _, rules) in self.desks.values().flatten() {
            edges.insert(*from);
            edges.extend(self.agreements.calendar_edges(&rules.calendar));
            edges.extend(self.matrices.get(&rules.matrix).into_iter().flatten().map(|(from, ..)| *from));
        }
        let desks = edges.into_iter().filter_map(|edge| Some((edge, self.desk(edge).transpose()?)));
        desks.map(|(edge, desk)| Ok((edge, Arc::new(desk?)))).collect()
    }

    fn desk(&self, at: Instant) -> Result<Option<DeskPolicy>, String> {
        let Some((_, rules_ref, rules)) = self.desks.values().find_map(|versions| in_force(versions, at))
        else {
            return Ok(None);
        };
        let missing = |what: &str, id: &PolicyId| format!("the desk's {what} `{id}` is not in force at {at}");
        let (_, matrix_ref, matrix) = self
            .matrices
            .get(&rules.matrix)
            .and_then(|versions| in_force(versions, at))
            .ok_or_else(|| missing("matrix", &rules.matrix))?;
        let (calendar_ref, calendar) = self
            .agreements
            .calendar_at(&rules.calendar, at)
            .ok_or_else(|| missing("calendar", &rules.calendar))?;
        Ok(Some(DeskPolicy {
            rules: Arc::clone(rules),
            rules_ref: rules_ref.clone(),
            matrix: matrix.clone(),
            matrix_ref: matrix_ref.clone(),
            calendar: calendar.clone(),
            calendar_ref: calendar_ref.clone(),
            agreements: self.agreements.clone(),
        }))
    }
}

fn version_at<'a, T>(
    versions: &'a BTreeMap<PolicyId, Vec<Versioned<T>>>,
    id: &PolicyId,
    at: Instant,
) -> Option<&'a Versioned<T>> {
    versions.get(id)?.iter().rev().find(|version| version.effective_from <= at)
}

fn shelve<D: Serialize, T>(shelf: &mut Shelf<T>, version: &Versioned<D>, compiled: T) {
    let versions = shelf.entry(version.id.clone()).or_default();
    versions.push((version.effective_from, version.reference(), compiled));
}

fn in_force<T>(versions: &[(Instant, PolicyRef, T)], at: Instant) -> Option<&(Instant, PolicyRef, T)> {
    versions.iter().rev().find(|(from, ..)| *from <= at)
}

/// The code under which a host finds a policy's kind.
#[must_use]
pub fn kind_of(policy: &Policy) -> Option<Code> {
    policy.versions.last().map(|version| Code::literal(version.document.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(
        registry: &mut Registry,
        id: &'static str,
        from: &str,
        document: &str,
    ) -> Result<(), String> {
        let document = serde_json::from_str(document).unwrap();
        let publish = Publish { version: 1, effective_from: Instant::parse(from).unwrap(), document };
        registry.publish(PolicyId::literal(id), publish)
    }

    const CALENDAR: &str = r#"{"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}"#;
    const DESK: &str = r#"{"desk": {"calendar": "office"}}"#;
    const AGREEMENT: &str = r#"{"agreement": {"name": "n", "precedence": 1, "selection": "precedence", "clauses": [
        {"id": "c", "metric": "resolution", "target": {"unit": "working", "seconds": 60}, "calendar": "late"}]}}"#;

    fn registry() -> Registry {
        let mut registry = Registry::default();
        let matrix = serde_json::to_string(&crate::priority::Preset::Iso.document()).unwrap();
        let matrix = format!("{{\"matrix\": {matrix}}}");
        for (id, document) in [("office", CALENDAR), ("matrix", &matrix), ("desk", DESK)] {
            published(&mut registry, id, "2026-01-01T00:00:00Z", document).unwrap();
        }
        registry
    }

    #[test]
    fn publishing_compiles_only_what_is_new() {
        let mut registry = registry();
        let at = Instant::parse("2026-06-01T00:00:00Z").unwrap();
        let compiled = |registry: &Registry| {
            let desk = registry.desk_at(at).unwrap();
            let (_, calendar) = desk.agreements.calendar_at(&PolicyId::literal("office"), at).unwrap();
            (Arc::as_ptr(&desk.rules), std::ptr::from_ref(calendar), registry.epochs.len())
        };
        let before = compiled(&registry);
        published(&mut registry, "late", "2026-03-01T00:00:00Z", CALENDAR).unwrap();
        assert_eq!(compiled(&registry), before);
        let late = PolicyId::literal("late");
        assert!(
            registry.desk_at(at).unwrap().agreements.calendar_at(&late, at).is_some(),
            "all epochs know it"
        );
    }

    #[test]
    fn an_agreement_counts_in_calendars_that_are_in_force_when_it_is() {
        let mut registry = registry();
        let unknown = published(&mut registry.clone(), "sla", "2026-02-01T00:00:00Z", AGREEMENT).unwrap_err();
        assert!(unknown.contains("`late`, which was not supplied"), "{unknown}");
        published(&mut registry, "late", "2026-03-01T00:00:00Z", CALENDAR).unwrap();
        let early = published(&mut registry.clone(), "sla", "2026-02-28T23:59:59Z", AGREEMENT).unwrap_err();
        let both = "of agreement `sla` names calendar `late`, which has no version in force at `2026-02-28T23:59:59Z`";
        assert!(early.contains(both), "{early}");
        published(&mut registry, "sla", "2026-03-01T00:00:00Z", AGREEMENT).unwrap();
    }
}
