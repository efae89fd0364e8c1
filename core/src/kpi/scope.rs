//! What KPIs are computed from, and what several formulas look up in it.

use crate::control::{Change, ConfigurationAudit};
use crate::kernel::{CiId, Code, Instant, LinkKind, RecordId};
use crate::kpi::{KpiError, KpiTarget, Period};
use crate::release::Release;
use crate::resolution::major_incident::{MajorIncident, MajorIncidentState};
use crate::resolution::service_request::ServiceRequest;
use crate::resolution::{Incident, IncidentPhase, KnownError, Problem};
use crate::sla::TicketClocks;
use crate::system::{Alteration, LiveItem};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// What the formulas read of a major incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MajorRow<'a> {
    /// Its id.
    pub id: &'a RecordId,
    /// When it was declared.
    pub declared_at: Instant,
    /// When it was taken back, if it was.
    pub downgraded_at: Option<Instant>,
    /// When the service worked again.
    pub restored_at: Option<Instant>,
    /// By when it has to be reviewed.
    pub review_due: Option<Instant>,
    /// When the review was held.
    pub reviewed_at: Option<Instant>,
}

impl<'a> From<&'a MajorIncident> for MajorRow<'a> {
    fn from(major: &'a MajorIncident) -> Self {
        let downgraded_at = match &major.state {
            MajorIncidentState::Downgraded(downgrading) => Some(downgrading.at),
            _ => None,
        };
        Self {
            id: &major.envelope.id,
            declared_at: major.declared_at,
            downgraded_at,
            restored_at: major.restored_at(),
            review_due: major.review_due,
            reviewed_at: major.reviewed_at,
        }
    }
}

/// What the formulas read of a service request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow<'a> {
    /// Its id.
    pub id: &'a RecordId,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// When it was fulfilled.
    pub fulfilled_at: Option<Instant>,
    /// Its model, if it has one.
    pub model: Option<&'a Code>,
    /// Its clocks.
    pub clocks: &'a TicketClocks,
}

impl<'a> From<&'a ServiceRequest> for RequestRow<'a> {
    fn from(request: &'a ServiceRequest) -> Self {
        Self {
            id: &request.envelope.id,
            submitted_at: request.envelope.created_at,
            fulfilled_at: request.fulfilled.as_ref().map(|done| done.at),
            model: Some(&request.model),
            clocks: &request.clocks,
        }
    }
}

/// The records and the question.
#[derive(Clone, Debug)]
pub struct KpiScope<'a> {
    /// The period.
    pub period: Period,
    /// Up to when the records are known; the end of the period unless said otherwise. Windows that look past the period end here.
    pub as_of: Instant,
    /// The tenant's incidents; also those before the period, which open backlogs and repeats refer to.
    pub incidents: Vec<&'a Incident>,
    /// The tenant's major incidents.
    pub major_incidents: Vec<MajorRow<'a>>,
    /// The tenant's service requests.
    pub requests: Vec<RequestRow<'a>>,
    /// The tenant's changes; also those before the period.
    pub changes: Vec<&'a Change>,
    /// The tenant's problems; also those before the period, which backlogs and known errors refer to.
    pub problems: Vec<&'a Problem>,
    /// The tenant's known errors.
    pub known_errors: Vec<&'a KnownError>,
    /// The tenant's releases; also those before the period.
    pub releases: Vec<&'a Release>,
    /// The tenant's configuration audits.
    pub audits: Vec<&'a ConfigurationAudit>,
    /// The live configuration items.
    pub live_items: Vec<LiveItem>,
    /// Every alteration of a controlled item in use.
    pub alterations: Vec<Alteration>,
    /// How many configuration items (or users) are in scope, for K-INC-16.
    pub cis_or_users_in_scope: Option<u64>,
    /// Targets by KPI id.
    pub targets: BTreeMap<SmolStr, KpiTarget>,
}

impl<'a> KpiScope<'a> {
    /// A scope without records, known up to the end of the period.
    #[must_use]
    pub fn new(period: Period) -> Self {
        Self {
            as_of: period.to(),
            period,
            incidents: Vec::new(),
            major_incidents: Vec::new(),
            requests: Vec::new(),
            changes: Vec::new(),
            problems: Vec::new(),
            known_errors: Vec::new(),
            releases: Vec::new(),
            audits: Vec::new(),
            live_items: Vec::new(),
            alterations: Vec::new(),
            cis_or_users_in_scope: None,
            targets: BTreeMap::new(),
        }
    }

    /// The same scope with these incidents.
    #[must_use]
    pub fn with_incidents(mut self, incidents: impl IntoIterator<Item = &'a Incident>) -> Self {
        self.incidents = incidents.into_iter().collect();
        self
    }

    /// The same scope with these major incidents.
    #[must_use]
    pub fn with_major_incidents(mut self, majors: impl IntoIterator<Item = impl Into<MajorRow<'a>>>) -> Self {
        self.major_incidents = majors.into_iter().map(Into::into).collect();
        self
    }

    /// The same scope with these service requests.
    #[must_use]
    pub fn with_requests(mut self, requests: impl IntoIterator<Item = impl Into<RequestRow<'a>>>) -> Self {
        self.requests = requests.into_iter().map(Into::into).collect();
        self
    }

    /// The same scope with these releases.
    #[must_use]
    pub fn with_releases(mut self, releases: impl IntoIterator<Item = &'a Release>) -> Self {
        self.releases = releases.into_iter().collect();
        self
    }

    /// The same scope with these configuration audits.
    #[must_use]
    pub fn with_audits(mut self, audits: impl IntoIterator<Item = &'a ConfigurationAudit>) -> Self {
        self.audits = audits.into_iter().collect();
        self
    }

    /// The same scope with these live items and alterations, as a system tells them.
    #[must_use]
    pub fn with_configuration(mut self, live_items: Vec<LiveItem>, alterations: Vec<Alteration>) -> Self {
        (self.live_items, self.alterations) = (live_items, alterations);
        self
    }

    /// The same scope with these changes.
    #[must_use]
    pub fn with_changes(mut self, changes: impl IntoIterator<Item = &'a Change>) -> Self {
        self.changes = changes.into_iter().collect();
        self
    }

    /// The same scope with these problems.
    #[must_use]
    pub fn with_problems(mut self, problems: impl IntoIterator<Item = &'a Problem>) -> Self {
        self.problems = problems.into_iter().collect();
        self
    }

    /// The same scope with these known errors.
    #[must_use]
    pub fn with_known_errors(mut self, known_errors: impl IntoIterator<Item = &'a KnownError>) -> Self {
        self.known_errors = known_errors.into_iter().collect();
        self
    }
}

/// The process of an id in the evidence.
pub(super) const INCIDENT: &str = "incident";
pub(super) const MAJOR_INCIDENT: &str = "major_incident";
pub(super) const CHANGE: &str = "change";
pub(super) const CONFIGURATION_AUDIT: &str = "configuration_audit";
pub(super) const CONFIGURATION_ITEM: &str = "configuration_item";
pub(super) const RELEASE: &str = "release";
pub(super) const SERVICE_REQUEST: &str = "service_request";
pub(super) const PROBLEM: &str = "problem";
pub(super) const KNOWN_ERROR: &str = "known_error";

pub(super) const DAY_S: i64 = 86_400;

/// A scope that was checked, with the indexes that several formulas share.
pub(crate) struct Population<'a> {
    pub(super) scope: &'a KpiScope<'a>,
    pub(super) closed: Vec<(&'a Incident, Instant)>,
    problems: BTreeMap<&'a RecordId, &'a Problem>,
    first_repeat: BTreeMap<&'a RecordId, Instant>,
    alike: BTreeMap<(&'a CiId, &'a Code), BTreeSet<(Instant, &'a RecordId)>>,
    caused: BTreeMap<&'a RecordId, Vec<&'a Incident>>,
    came_of: BTreeMap<&'a RecordId, Vec<&'a Change>>,
}

impl<'a> Population<'a> {
    pub(super) fn of(scope: &'a KpiScope<'a>) -> Result<Self, KpiError> {
        if scope.as_of < scope.period.to() {
            return Err(KpiError::PeriodNotOver { as_of: scope.as_of, to: scope.period.to() });
        }
        once(INCIDENT, scope.incidents.iter().map(|incident| &incident.envelope.id))?;
        once(MAJOR_INCIDENT, scope.major_incidents.iter().map(|row| row.id))?;
        once(CHANGE, scope.changes.iter().map(|change| &change.envelope.id))?;
        once(RELEASE, scope.releases.iter().map(|release| &release.envelope.id))?;
        once(CONFIGURATION_AUDIT, scope.audits.iter().map(|audit| &audit.envelope.id))?;
        once(CONFIGURATION_ITEM, scope.live_items.iter().map(|live| &live.item))?;
        once(SERVICE_REQUEST, scope.requests.iter().map(|row| row.id))?;
        once(PROBLEM, scope.problems.iter().map(|problem| &problem.envelope.id))?;
        once(KNOWN_ERROR, scope.known_errors.iter().map(|known_error| &known_error.envelope.id))?;
        let mut population = Self {
            scope,
            closed: Vec::new(),
            problems: scope.problems.iter().map(|problem| (&problem.envelope.id, *problem)).collect(),
            first_repeat: BTreeMap::new(),
            alike: BTreeMap::new(),
            caused: BTreeMap::new(),
            came_of: BTreeMap::new(),
        };
        for incident in scope.incidents.iter().copied() {
            let closed_at =
                incident.closure().map(|closure| closure.at).filter(|at| scope.period.contains(*at));
            population.closed.extend(closed_at.map(|at| (incident, at)));
            population.remember(incident);
        }
        for change in scope.changes.iter().copied() {
            for kind in [LinkKind::RaisedFrom, LinkKind::Supersedes, LinkKind::RepeatOf] {
                for source in change.envelope.linked(kind) {
                    population.came_of.entry(source).or_default().push(change);
                }
            }
        }
        Ok(population)
    }

    /// A record that was cancelled or converted is no occurrence of anything.
    fn remember(&mut self, incident: &'a Incident) {
        if matches!(incident.phase(), IncidentPhase::Cancelled | IncidentPhase::Converted) {
            return;
        }
        for cause in incident.envelope.linked(LinkKind::CausedBy) {
            self.caused.entry(cause).or_default().push(incident);
        }
        let logged_at = incident.envelope.created_at;
        for earlier in incident.envelope.linked(LinkKind::RepeatOf) {
            let first = self.first_repeat.entry(earlier).or_insert(logged_at);
            *first = logged_at.min(*first);
        }
        if let Some(symptom) = &incident.symptom_code {
            for ci in &incident.envelope.cis {
                self.alike.entry((ci, symptom)).or_default().insert((logged_at, &incident.envelope.id));
            }
        }
    }

    /// When the first repeat of that incident was logged.
    pub(super) fn first_repeat(&self, incident: &RecordId) -> Option<Instant> {
        self.first_repeat.get(incident).copied()
    }

    /// When the last incident before this one, on one of its CIs with the same symptom, was logged.
    pub(super) fn last_alike(&self, incident: &Incident) -> Option<Instant> {
        let symptom = incident.symptom_code.as_ref()?;
        let here = (incident.envelope.created_at, &incident.envelope.id);
        let before = |ci| self.alike.get(&(ci, symptom))?.range(..here).next_back().map(|(at, _)| *at);
        incident.envelope.cis.iter().filter_map(before).max()
    }

    /// The incidents that say they were caused by that record.
    pub(super) fn caused(&self, record: &RecordId) -> &[&'a Incident] {
        self.caused.get(record).map_or(&[], Vec::as_slice)
    }

    /// The changes that came of that record: raised from it, or in its place.
    pub(super) fn came_of(&self, record: &RecordId) -> &[&'a Change] {
        self.came_of.get(record).map_or(&[], Vec::as_slice)
    }

    /// When the cause of that problem was last found, up to an instant.
    pub(super) fn cause_found(&self, problem: &RecordId, by: Instant) -> Option<Instant> {
        let problem = self.problems.get(problem)?;
        problem.analyses.iter().filter_map(|analysis| analysis.found_at).filter(|at| *at <= by).max()
    }

    pub(super) fn in_period(&self, at: Instant) -> bool {
        self.scope.period.contains(at)
    }

    pub(super) fn to(&self) -> Instant {
        self.scope.period.to()
    }
}

fn once<'a>(process: &'static str, ids: impl Iterator<Item = &'a RecordId>) -> Result<(), KpiError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(KpiError::RecordTwice { process, record: id.clone() });
        }
    }
    Ok(())
}
