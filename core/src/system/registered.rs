//! What the processes of the system say of their records, and which policy each decides by. 事实

use super::CommandError;
use super::policies::{Policies, Registry};
use super::processes::{ProcessCommand, ProcessName, Records, Registered, What};
use super::waivers::Waivers;
use crate::control::{
    Baseline, Baselines, Change, ChangeModel, ChangeModels, ChangeRules, Changes, ConfigurationAudit,
    ConfigurationAudits, ConfigurationItem, ConfigurationItems, ConfigurationRules, DefinitiveItem,
    DefinitiveItems,
};
use crate::governance::{
    Disposal, Disposals, LegalHold, LegalHolds, PlannedActivities, PlannedActivity, RetentionInForce,
};
use crate::kernel::{Code, Instant, Link, LinkKind, PersonId, RecordId};
use crate::release::{Release, ReleaseRules, Releases};
use crate::resolution::{
    DeskPolicy, Incident, Incidents, KnownError, KnownErrors, MajorIncident, MajorIncidents, Problem,
    ProblemCandidate, ProblemCandidates, ProblemRules, Problems, ServiceRequest, ServiceRequests,
};
use crate::time::RulesInForce;
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeMap;
use std::sync::Arc;

macro_rules! registered {
    ($name:ident, $records:ident, $policy:expr) => {
        const NAME: ProcessName = ProcessName::$name;

        fn records(records: &Records) -> &BTreeMap<RecordId, Self::Record> {
            &records.$records
        }

        fn records_mut(records: &mut Records) -> &mut BTreeMap<RecordId, Self::Record> {
            &mut records.$records
        }

        fn command(command: &ProcessCommand) -> Option<&Self::Command> {
            if let ProcessCommand::$name(command) = command { Some(command) } else { None }
        }

        fn event(what: &What) -> Option<&Self::Event> {
            if let What::$name(event) = what { Some(event) } else { None }
        }

        fn wrap(event: Self::Event) -> What {
            What::$name(event)
        }

        fn policy(registry: &Registry, at: Instant) -> Result<Arc<Self::Policy>, CommandError> {
            $policy(registry, at)
        }
    };
}

fn desk(registry: &Registry, at: Instant) -> Result<Arc<DeskPolicy>, CommandError> {
    registry.desk_at(at).cloned().ok_or(CommandError::NoPolicy { at })
}

impl Registered for Incidents {
    registered!(Incident, incidents, desk);

    fn attributes(incident: &Incident) -> BTreeMap<Code, SmolStr> {
        let assignee = incident.assignment.as_ref().and_then(|assignment| assignment.person.as_ref());
        let known = [
            ("assignee", assignee.map(SmolStr::new)),
            ("major", incident.major.as_ref().map(SmolStr::new)),
            ("resolver", incident.resolver.as_ref().map(SmolStr::new)),
        ];
        known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
    }

    fn persons(incident: &Incident) -> Vec<&PersonId> {
        let envelope = &incident.envelope;
        envelope.owner.iter().chain([&envelope.created_by, &incident.requester]).collect()
    }
}

impl Registered for MajorIncidents {
    registered!(MajorIncident, major_incidents, desk);

    fn attributes(major: &MajorIncident) -> BTreeMap<Code, SmolStr> {
        BTreeMap::from([(Code::literal("incident"), SmolStr::new(&major.incident))])
    }
}

impl Registered for ServiceRequests {
    registered!(ServiceRequest, service_requests, desk);

    fn attributes(request: &ServiceRequest) -> BTreeMap<Code, SmolStr> {
        BTreeMap::from([(Code::literal("model"), SmolStr::new(&request.model))])
    }

    fn persons(request: &ServiceRequest) -> Vec<&PersonId> {
        let envelope = &request.envelope;
        let own = [&envelope.created_by, &request.requester, &request.beneficiary];
        envelope.owner.iter().chain(own).collect()
    }
}

fn configuration(
    registry: &Registry,
    at: Instant,
) -> Result<Arc<RulesInForce<ConfigurationRules>>, CommandError> {
    registry.configuration.at(at)
}

impl Registered for ConfigurationItems {
    registered!(ConfigurationItem, configuration_items, configuration);

    fn attributes(item: &ConfigurationItem) -> BTreeMap<Code, SmolStr> {
        let updaters: Vec<_> = item.updaters.iter().map(PersonId::as_str).collect();
        let known = [
            ("cause", item.updated.cause.as_ref().map(|cause| SmolStr::new(cause.record()))),
            ("ci_version", item.configuration.version.as_ref().map(SmolStr::new)),
            ("content", Some(SmolStr::new(item.configuration.digest().to_string()))),
            ("live", Some(yes_or_no(item.in_use()))),
            ("owner", item.envelope.owner.as_ref().map(SmolStr::new)),
            ("type", Some(SmolStr::new(&item.configuration.item_type))),
            ("updated_at", Some(SmolStr::new(item.updated.at.to_string()))),
            ("updated_by", Some(SmolStr::new(&item.updated.by))),
            ("updaters", Some(SmolStr::new(updaters.join(",")))),
        ];
        known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
    }
}

impl Registered for Baselines {
    registered!(Baseline, baselines, configuration);

    fn attributes(baseline: &Baseline) -> BTreeMap<Code, SmolStr> {
        let known = [
            ("captured_at", Some(SmolStr::new(baseline.envelope.created_at.to_string()))),
            ("captured_by", Some(SmolStr::new(&baseline.envelope.created_by))),
            ("hash", Some(SmolStr::new(baseline.hash.to_string()))),
            ("purpose", Some(SmolStr::new_static(baseline.purpose.code()))),
            ("subject", baseline.subject.as_ref().map(SmolStr::new)),
        ];
        known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
    }
}

impl Registered for DefinitiveItems {
    registered!(DefinitiveItem, definitive_items, configuration);

    fn attributes(master: &DefinitiveItem) -> BTreeMap<Code, SmolStr> {
        master.known().map(|(name, value)| (Code::literal(name), SmolStr::new(value))).into()
    }
}

impl Registered for ConfigurationAudits {
    registered!(ConfigurationAudit, configuration_audits, configuration);

    fn attributes(audit: &ConfigurationAudit) -> BTreeMap<Code, SmolStr> {
        BTreeMap::from([(Code::literal("auditor"), SmolStr::new(&audit.auditor))])
    }

    fn links(audit: &ConfigurationAudit) -> Vec<Link> {
        audit.correctable().map(|item| Link { kind: LinkKind::AffectsCi, to: item.clone() }).collect()
    }
}

fn release(registry: &Registry, at: Instant) -> Result<Arc<RulesInForce<ReleaseRules>>, CommandError> {
    registry.release.at(at)
}

impl Registered for Releases {
    registered!(Release, releases, release);

    fn attributes(release: &Release) -> BTreeMap<Code, SmolStr> {
        let builders: Vec<_> = release.built_by.iter().map(PersonId::as_str).collect();
        let known = [
            ("builder", Some(SmolStr::new(builders.join(",")))),
            ("deployed_at", release.deployed_at.map(|at| SmolStr::new(at.to_string()))),
            ("type", Some(SmolStr::new_static(release.release_type.code()))),
        ];
        known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
    }
}

fn yes_or_no(condition: bool) -> SmolStr {
    SmolStr::new_static(if condition { "yes" } else { "no" })
}

fn changes(registry: &Registry, at: Instant) -> Result<Arc<RulesInForce<ChangeRules>>, CommandError> {
    registry.change.at(at)
}

impl Registered for Changes {
    registered!(Change, changes, changes);

    fn attributes(change: &Change) -> BTreeMap<Code, SmolStr> {
        change.attributes()
    }
}

impl Registered for ChangeModels {
    registered!(ChangeModel, change_models, changes);

    fn attributes(model: &ChangeModel) -> BTreeMap<Code, SmolStr> {
        model.attributes()
    }
}

fn problem_rules(registry: &Registry, at: Instant) -> Result<Arc<RulesInForce<ProblemRules>>, CommandError> {
    registry.problem.at(at)
}

/// What is known of those values.
fn known<const N: usize>(values: [(&'static str, Option<SmolStr>); N]) -> BTreeMap<Code, SmolStr> {
    values.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?))).collect()
}

impl Registered for Problems {
    registered!(Problem, problems, problem_rules);

    fn attributes(problem: &Problem) -> BTreeMap<Code, SmolStr> {
        known([
            ("analyst", problem.analyst().map(SmolStr::new)),
            ("closure", problem.closure().map(|closure| SmolStr::new_static(closure.code.code()))),
            ("observed_until", problem.observed_until.map(|until| format_smolstr!("{until}"))),
            ("priority", problem.classification.as_ref().map(|of| format_smolstr!("{}", of.priority))),
            ("root_cause", problem.root_cause().map(|_| SmolStr::new_static("yes"))),
        ])
    }
}

impl Registered for KnownErrors {
    registered!(KnownError, known_errors, problem_rules);

    fn attributes(known_error: &KnownError) -> BTreeMap<Code, SmolStr> {
        let stated = known_error.content.workaround.as_ref();
        let workaround = stated.map(|_| if known_error.has_workaround() { "yes" } else { "none" });
        let release = known_error.fix().and_then(|fix| fix.release.as_ref());
        known([
            ("fix_release", release.map(SmolStr::new)),
            ("problem", Some(SmolStr::new(&known_error.problem))),
            ("workaround", workaround.map(SmolStr::new_static)),
        ])
    }
}

impl Registered for ProblemCandidates {
    registered!(ProblemCandidate, problem_candidates, problem_rules);

    fn attributes(candidate: &ProblemCandidate) -> BTreeMap<Code, SmolStr> {
        known([
            ("problem", candidate.problem().map(SmolStr::new)),
            ("rule", Some(SmolStr::new_static(candidate.rule.code()))),
        ])
    }
}

impl Registered for PlannedActivities {
    registered!(PlannedActivity, planned_activities, |_: &Registry, _| Ok(Arc::new(())));

    fn attributes(activity: &PlannedActivity) -> BTreeMap<Code, SmolStr> {
        known([
            ("kind", Some(SmolStr::new_static(activity.kind.code()))),
            ("next_due", Some(format_smolstr!("{}", activity.due.next_due))),
            ("overdue", Some(yes_or_no(activity.overdue_since.is_some()))),
            ("subject", activity.subject.as_ref().map(SmolStr::new)),
        ])
    }
}

impl Registered for LegalHolds {
    registered!(LegalHold, legal_holds, |_: &Registry, _| Ok(Arc::new(())));

    fn attributes(hold: &LegalHold) -> BTreeMap<Code, SmolStr> {
        known([("subject", hold.subject.as_ref().map(SmolStr::new))])
    }
}

fn retention(registry: &Registry, at: Instant) -> Result<Arc<RetentionInForce>, CommandError> {
    registry.retention_at(at).ok_or(CommandError::NoPolicy { at })
}

impl Registered for Disposals {
    registered!(Disposal, disposals, retention);

    fn attributes(disposal: &Disposal) -> BTreeMap<Code, SmolStr> {
        let approved_by = disposal.approval.as_ref().map(|approval| SmolStr::new(&approval.by));
        known([("approved_by", approved_by)])
    }
}

impl Registered for Policies {
    registered!(Policy, policies, |registry: &Registry, _| Ok(Arc::new(registry.clone())));
}

impl Registered for Waivers {
    registered!(Waiver, waivers, |_: &Registry, _| Ok(Arc::new(())));
}
