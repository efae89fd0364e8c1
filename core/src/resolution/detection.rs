//! The five detection rules: what may be a problem, found in incidents, trends and announcements. 问题检测规则
//!
//! ISO/IEC 20000-1 8.6.3, spec 3.22 (a) to (e), PRB-01. Pure functions over summaries: a system answers from its records, a host from
//! its own tables. Each finding is the body of a `problem_candidate.raise`; whoever finds an open candidate of the same
//! [`Subject::key`] adds the incidents to that one instead.
//!
//! ```
//! use itsm::kernel::{CiId, Instant, RecordId};
//! use itsm::resolution::ProblemRules;
//! use itsm::resolution::detection::{IncidentSummary, recurring};
//! let rules = ProblemRules::from_json(br#"{"calendar": "office"}"#)?;
//! let on_server = |id: &str, day: &str| {
//!     let at = Instant::parse(&format!("2026-11-{day}T09:00:00Z")).unwrap();
//!     let mut incident = IncidentSummary::new(RecordId::new(id).unwrap(), at);
//!     incident.cis.push(CiId::new("srv-1").unwrap());
//!     incident
//! };
//! let incidents = [on_server("INC-1", "02"), on_server("INC-2", "09"), on_server("INC-3", "20")];
//! let found = recurring(&rules, &incidents, Instant::parse("2026-11-20T09:00:00Z")?);
//! assert_eq!(found.len(), 1);
//! assert_eq!(found[0].incidents.len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::ProblemRules;
use super::incident::ResolutionKind;
use super::problem_candidate::{DetectionRule, Raise, Subject};
use crate::kernel::{CiId, Code, Instant, Link, LinkKind, RecordId, Text};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// What the rules read of an incident. One that was cancelled or converted is no incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IncidentSummary {
    /// Which.
    pub id: RecordId,
    /// When it was recorded.
    pub at: Instant,
    /// The affected configuration items.
    #[serde(default)]
    pub cis: Vec<CiId>,
    /// The category.
    #[serde(default)]
    pub category: Option<Code>,
    /// The symptom, as a code of the host's tree.
    #[serde(default)]
    pub symptom_code: Option<Code>,
    /// How it was resolved, if it was.
    #[serde(default)]
    pub resolution: Option<ResolutionKind>,
    /// Its links.
    #[serde(default)]
    pub links: Vec<Link>,
}

impl IncidentSummary {
    /// An incident of which nothing else is known.
    #[must_use]
    pub const fn new(id: RecordId, at: Instant) -> Self {
        Self {
            id,
            at,
            cis: Vec::new(),
            category: None,
            symptom_code: None,
            resolution: None,
            links: Vec::new(),
        }
    }

    fn has(&self, kind: LinkKind) -> bool {
        self.links.iter().any(|link| link.kind == kind)
    }

    /// Its category and symptom, where both are known.
    fn symptom(&self) -> Option<Subject> {
        let (category, symptom_code) = (self.category.clone()?, self.symptom_code.clone()?);
        Some(Subject::Symptom { category, symptom_code })
    }

    /// What a candidate is about that is raised for it alone: its first item, else its symptom, else itself.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let ci = self.cis.first().cloned().map(Subject::Ci);
        ci.or_else(|| self.symptom()).unwrap_or_else(|| Subject::Incident(self.id.clone()))
    }

    fn alone(&self, rule: DetectionRule) -> Raise {
        Raise { rule, subject: self.subject(), incidents: vec![self.id.clone()], note: None }
    }
}

/// Rule (a): incidents with one configuration item, or with one category and symptom, within the days of the rules before `at`.
///
/// Duplicates are the same matter and do not count; nor do incidents that belong to a problem already. A symptom whose incidents one
/// item explains is no finding of its own.
#[must_use]
pub fn recurring(rules: &ProblemRules, incidents: &[IncidentSummary], at: Instant) -> Vec<Raise> {
    let window_s = i64::from(rules.recurring_within_days).saturating_mul(86_400);
    let counts = |incident: &&IncidentSummary| {
        incident.at <= at
            && at.seconds_since(incident.at) <= window_s
            && !incident.has(LinkKind::Duplicates)
            && !incident.has(LinkKind::RelatesProblem)
    };
    let mut of_item: BTreeMap<Subject, BTreeSet<&RecordId>> = BTreeMap::new();
    let mut of_symptom: BTreeMap<Subject, BTreeSet<&RecordId>> = BTreeMap::new();
    for incident in incidents.iter().filter(counts) {
        for ci in &incident.cis {
            of_item.entry(Subject::Ci(ci.clone())).or_default().insert(&incident.id);
        }
        if let Some(symptom) = incident.symptom() {
            of_symptom.entry(symptom).or_default().insert(&incident.id);
        }
    }
    let needed = usize::try_from(rules.recurring_incidents).unwrap_or(usize::MAX);
    of_item.retain(|_, group| group.len() >= needed);
    of_symptom.retain(|_, group| {
        group.len() >= needed && !of_item.values().any(|explained| explained.is_superset(group))
    });
    let found = of_item.into_iter().chain(of_symptom);
    let raise = |(subject, group): (Subject, BTreeSet<&RecordId>)| Raise {
        rule: DetectionRule::RecurringIncidents,
        subject,
        incidents: group.into_iter().cloned().collect(),
        note: None,
    };
    found.map(raise).collect()
}

/// Rule (b): a major incident was declared for the incident.
#[must_use]
pub fn major(incident: &IncidentSummary) -> Raise {
    incident.alone(DetectionRule::MajorIncident)
}

/// Rule (c): resolved by a workaround that no known error explains. One that belongs to a problem already is no finding.
#[must_use]
pub fn unexplained_workaround(incident: &IncidentSummary) -> Option<Raise> {
    let explained = incident.has(LinkKind::HasKnownError) || incident.has(LinkKind::RelatesProblem);
    let found = incident.resolution == Some(ResolutionKind::Workaround) && !explained;
    found.then(|| incident.alone(DetectionRule::UnexplainedWorkaround))
}

/// A trend of capacity or availability, as whoever measures it has fitted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Trend {
    /// The configuration item.
    pub ci: CiId,
    /// What is measured: `storage`, `availability`.
    pub metric: Code,
    /// When it crosses its limit, as it goes on now; absent: it does not.
    #[serde(default)]
    pub crosses_at: Option<Instant>,
}

/// Rule (d): a trend that crosses its limit within the days of the rules after `at`, or has crossed it.
#[must_use]
pub fn trend(rules: &ProblemRules, trend: &Trend, at: Instant) -> Option<Raise> {
    let crosses_at = trend.crosses_at?;
    (crosses_at <= ProblemRules::days_after(at, rules.trend_within_days)).then(|| Raise {
        rule: DetectionRule::Trend,
        subject: Subject::Ci(trend.ci.clone()),
        incidents: Vec::new(),
        note: Some(Text::cut(&format!("{} crosses its limit at {crosses_at}", trend.metric))),
    })
}

/// A defect that a supplier announces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnnouncedDefect {
    /// The supplier's name for it.
    pub reference: SmolStr,
    /// The versions that have it; empty: all.
    #[serde(default)]
    pub versions: Vec<SmolStr>,
}

/// Rule (e): of the items in use of the supplier's product, each whose version has the announced defect.
#[must_use]
pub fn supplier_defect<'a>(
    defect: &AnnouncedDefect,
    in_use: impl IntoIterator<Item = (&'a CiId, &'a str)>,
) -> Vec<Raise> {
    let has_it = |version: &str| defect.versions.is_empty() || defect.versions.iter().any(|of| of == version);
    let affected = in_use.into_iter().filter(|(_, version)| has_it(version));
    let raise = |(ci, version): (&CiId, &str)| Raise {
        rule: DetectionRule::SupplierDefect,
        subject: Subject::Ci(ci.clone()),
        incidents: Vec::new(),
        note: Some(Text::cut(&format!("{} in version {version}", defect.reference))),
    };
    affected.map(raise).collect()
}

/// The analysis of incidents for trends (spec 3.22: `TrendAnalysis`), which is due every so many days of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrendAnalysis {
    /// When it was made.
    pub at: Instant,
    /// How many incidents were read.
    pub incidents: usize,
    /// How many with one subject make a finding.
    pub threshold: u32,
    /// Within how many days of 24 hours.
    pub within_days: u32,
    /// What was found; each is to be decided.
    pub findings: Vec<Raise>,
    /// When the next one is due.
    pub next_due: Instant,
}

/// Analyses the incidents as of an instant: rule (a) over all of them, and rule (c) for those recorded since the analysis before.
#[must_use]
pub fn analyse(rules: &ProblemRules, incidents: &[IncidentSummary], at: Instant) -> TrendAnalysis {
    let mut findings = recurring(rules, incidents, at);
    let every_s = i64::from(rules.trend_analysis_every_days).saturating_mul(86_400);
    let recent = |incident: &&IncidentSummary| incident.at <= at && at.seconds_since(incident.at) <= every_s;
    findings.extend(incidents.iter().filter(recent).filter_map(unexplained_workaround));
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.subject.key()));
    TrendAnalysis {
        at,
        incidents: incidents.len(),
        threshold: rules.recurring_incidents,
        within_days: rules.recurring_within_days,
        findings,
        next_due: ProblemRules::days_after(at, rules.trend_analysis_every_days),
    }
}
