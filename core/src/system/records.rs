//! The records of the other processes, and what stands in the way of each. 记录查询

use super::{Command, CommandError, ProcessCommand, ProcessName, ServiceManagementSystem, StreamKey};
use crate::control::{Baseline, Change, ChangeModel, ConfigurationAudit, DefinitiveItem};
use crate::governance::{ActivityKind, PlannedActivity};
use crate::kernel::{Context, DocumentError, Instant, RecordId, Refusal};
use crate::release::Release;
use crate::resolution::matching::{Features, KnownErrorSummary, Offered, matching};
use crate::resolution::{Incident, KnownError, Problem, ProblemCandidate};
use smol_str::SmolStr;

macro_rules! registers {
    ($($one:ident, $many:ident: $record:ty, $en:literal;)+) => {
        impl ServiceManagementSystem {
            $(
                #[doc = concat!("The ", $en, " of that id.")]
                #[must_use]
                pub fn $one(&self, id: &str) -> Option<&$record> {
                    self.records.$many.get(id)
                }

                #[doc = concat!("Every ", $en, ", by id.")]
                pub fn $many(&self) -> impl Iterator<Item = &$record> {
                    self.records.$many.values()
                }
            )+
        }
    };
}

registers! {
    problem, problems: Problem, "problem";
    known_error, known_errors: KnownError, "known error";
    problem_candidate, problem_candidates: ProblemCandidate, "problem candidate";
    change, changes: Change, "change";
    change_model, change_models: ChangeModel, "standard change model";
    release, releases: Release, "release";
    baseline, baselines: Baseline, "configuration baseline";
    definitive_item, definitive_items: DefinitiveItem, "definitive item";
    configuration_audit, configuration_audits: ConfigurationAudit, "configuration audit";
    planned_activity, planned_activities: PlannedActivity, "planned activity";
}

/// A command that a record's state allows, and what stands in its way.
#[derive(Clone, Debug)]
pub struct NextStep {
    /// The command's kind.
    pub command: &'static str,
    /// Every unmet condition, as far as it can be told without the command's own data; `None`: nothing.
    pub refusal: Option<Refusal>,
    /// What the command says itself, which nobody else can: the first of its data that is missing.
    pub wants: Option<DocumentError>,
}

impl ServiceManagementSystem {
    /// Why a record does not move: for each command that its state allows, every unmet guard, for the person and instant of the
    /// context. A command that carries data of its own is tried with none, and says what it wants.
    ///
    /// # Errors
    /// [`CommandError`] for what is no refusal: an instant before the journal's last, another tenant.
    pub fn next_steps(
        &self,
        process: ProcessName,
        record: &RecordId,
        context: &Context,
    ) -> Result<Vec<NextStep>, CommandError> {
        let key = StreamKey { process, record: record.clone() };
        let mut steps = Vec::new();
        for command in self.records.allowed(&key) {
            let body = match ProcessCommand::from_parts(command, "{}") {
                Some(Ok(body)) => body,
                Some(Err(wants)) => {
                    steps.push(NextStep { command, refusal: None, wants: Some(wants) });
                    continue;
                }
                None => continue,
            };
            let tried = Command { record: Some(record.clone()), body };
            let refusal = match self.plan(&tried, context) {
                Ok(_) => None,
                Err(fault) => match fault.refusal() {
                    Some(refusal) => Some(refusal.clone()),
                    None => return Err(fault),
                },
            };
            steps.push(NextStep { command, refusal, wants: None });
        }
        Ok(steps)
    }

    /// The planned activities that are overdue at an instant, by id: each is a finding (spec 3.0.6). Of a future instant: those that
    /// will be, if nothing is done.
    pub fn overdue_activities(&self, at: Instant) -> impl Iterator<Item = &PlannedActivity> {
        self.planned_activities().filter(move |activity| activity.is_overdue_at(at))
    }

    /// The kinds of planned activities of which none is open (LIB-04).
    #[must_use]
    pub fn activities_not_planned(&self) -> Vec<ActivityKind> {
        let planned = |kind| self.planned_activities().any(|of| of.is_open() && of.kind == kind);
        ActivityKind::ALL.iter().copied().filter(|kind| !planned(*kind)).collect()
    }

    /// The known errors offered to an incident, the best first (PRB-08): by its items and their versions, symptom and category.
    #[must_use]
    pub fn known_errors_for(&self, incident: &str) -> Vec<Offered> {
        let Some(incident) = self.incident(incident) else { return Vec::new() };
        let published: Vec<_> = self.known_errors().filter_map(KnownErrorSummary::of).collect();
        matching(&self.features(incident), &published)
    }

    /// The open incidents that a known error explains by item or symptom, the oldest first. A category alone explains nothing.
    #[must_use]
    pub fn incidents_explained_by(&self, known_error: &str) -> Vec<&Incident> {
        self.known_error(known_error).map(|known_error| self.explained_by(known_error)).unwrap_or_default()
    }

    /// The same for one that may not be published yet.
    pub(super) fn explained_by(&self, known_error: &KnownError) -> Vec<&Incident> {
        let summary = [KnownErrorSummary::about(known_error)];
        let open = self.recurrence.open().filter_map(|id| self.records.incidents.get(id));
        let explained = |incident: &&Incident| {
            matching(&self.features(incident), &summary).iter().any(Offered::is_specific)
        };
        let mut explained: Vec<_> = open.filter(explained).collect();
        explained.sort_by_key(|incident| (incident.envelope.created_at, &incident.envelope.id));
        explained
    }

    fn features(&self, incident: &Incident) -> Features {
        let version = |item: &RecordId| {
            let version = self.configuration_item(item)?.configuration.version.as_ref();
            version.map(SmolStr::new)
        };
        let items = incident.envelope.cis.iter();
        let items = items.map(|ci| (ci.clone(), RecordId::new(ci).ok().and_then(|item| version(&item))));
        Features {
            items: items.collect(),
            category: incident.classification.as_ref().map(|of| of.category.clone()),
            symptom_code: incident.symptom_code.clone(),
        }
    }
}
