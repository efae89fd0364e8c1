//! Facts that no record holds: what the graph, the schedule and the counts of the whole answer to a guard. 计算得出的事实
//!
//! A process asks for them by name as for any other fact (DECISIONS 1); a host beside its own tables answers in the same form.

use super::draft::Draft;
use crate::cmdb::{ImpactOptions, Source};
use crate::control::change::ChangeWindow;
use crate::control::{ChangeModels, Changes, Firmness};
use crate::governance::{PlannedActivities, PlannedActivity};
use crate::kernel::{CiId, Code, Fact, FactWanted, Instant, Link, LinkKind, RecordId, Role, limits};
use crate::resolution::{Incident, KnownErrors, ProblemCandidates};
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeMap;

/// The facts that are computed here.
pub(super) const COMPUTED: [&str; 9] = [
    "impact",
    "schedule",
    "conflict",
    "model_use",
    "open_candidate",
    "matched_incident",
    "open_activity",
    "retained_record",
    "subject_hold",
];

impl Draft<'_> {
    /// Answers a fact that is computed; nothing, where it cannot be.
    pub(super) fn computed(&self, want: &FactWanted) -> Vec<Fact> {
        match want.process.as_str() {
            "impact" => self.impact(want).into_iter().collect(),
            "schedule" => {
                let said = self
                    .scheduled(want)
                    .map(|found| if found.is_ok() { "checked" } else { "budget_exceeded" });
                said.map(|state| answer(want, state)).into_iter().collect()
            }
            "conflict" => self.conflicts(want),
            "model_use" => self.model_use(want).into_iter().collect(),
            "open_candidate" => self.open_candidate(want).into_iter().collect(),
            "matched_incident" => self.matched_incidents(want),
            "open_activity" => self.open_activity(want).into_iter().collect(),
            "retained_record" => self.retained(want),
            "subject_hold" => self.subject_holds(want),
            _ => Vec::new(),
        }
    }

    /// What the items reach; those that are not registered reach nothing that is known.
    fn impact(&self, want: &FactWanted) -> Option<Fact> {
        let cmdb = self.cmdb();
        let items = want.values("ci").iter().filter(|item| cmdb.item(item).is_some());
        let sources: Vec<Source> = items.filter_map(|item| CiId::new(item).ok()).map(Source::down).collect();
        let impact = cmdb.impact_of(&sources, &ImpactOptions::default()).ok()?;
        let mut fact = answer(want, "computed");
        let critical = impact.items.iter().any(|reached| reached.critical);
        fact.attributes = BTreeMap::from([
            (Code::literal("critical"), SmolStr::new_static(if critical { "yes" } else { "no" })),
            (Code::literal("reached"), format_smolstr!("{}", impact.items.len())),
        ]);
        let link = |kind, item: &CiId| Some(Link { kind, to: RecordId::new(item).ok()? });
        let services = impact.services().filter_map(|reached| link(LinkKind::AffectsService, &reached.item));
        fact.links = services.collect();
        Some(fact)
    }

    fn conflicts(&self, want: &FactWanted) -> Vec<Fact> {
        let found = self.scheduled(want).and_then(Result::ok).unwrap_or_default();
        let mut facts = Vec::new();
        for (place, conflict) in found.into_iter().enumerate() {
            let number = place.saturating_add(1);
            let Ok(record) = RecordId::new(format!("{}/{number}", want.record)) else { continue };
            // The answer holds as long as the other changes stay as they are.
            for other in conflict.with.split('+').filter_map(|id| RecordId::new(id).ok()) {
                let _ = self.before::<Changes>(&other);
            }
            let waivable: Vec<_> = conflict.waivable_by.iter().map(Role::code).collect();
            let known = [
                ("change", Some(SmolStr::new(&want.record))),
                ("ci", conflict.ci.as_ref().map(SmolStr::new)),
                ("from", Some(format_smolstr!("{}", conflict.from))),
                ("rule", Some(SmolStr::new_static(conflict.rule.code()))),
                ("until", Some(format_smolstr!("{}", conflict.until))),
                ("waivable_by", Some(SmolStr::new(waivable.join(",")))),
                ("with", Some(conflict.with.clone())),
            ];
            let state = if conflict.firmness == Firmness::Hard { "hard" } else { "soft" };
            let attributes =
                known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?)));
            facts.push(Fact { record, attributes: attributes.collect(), ..answer(want, state) });
        }
        facts
    }

    fn model_use(&self, want: &FactWanted) -> Option<Fact> {
        let at = |name| want.values(name).first().and_then(|text| Instant::parse(text).ok());
        let window = ChangeWindow { from: at("from")?, until: at("until")? };
        let model = self.record_of::<ChangeModels>(&want.record)?;
        let besides = want.values("change").first().map_or("", SmolStr::as_str);
        Some(model.in_use(self.records_of::<Changes>(), besides, window).fact(model))
    }

    fn open_candidate(&self, want: &FactWanted) -> Option<Fact> {
        let key = want.values("key").first()?;
        let open = self
            .records_of::<ProblemCandidates>()
            .find(|candidate| candidate.is_open() && candidate.subject.key() == *key)?;
        Some(Fact { record: open.envelope.id.clone(), ..answer(want, "raised") })
    }

    /// An open activity of a kind and subject, or another of a kind.
    fn open_activity(&self, want: &FactWanted) -> Option<Fact> {
        let asked = |name| want.values(name).first();
        let fits = |activity: &&PlannedActivity| match asked("key") {
            Some(key) => activity.key() == *key,
            None => {
                asked("kind").is_some_and(|kind| activity.kind.code() == kind)
                    && asked("besides").is_none_or(|id| activity.envelope.id.as_str() != id)
            }
        };
        let open = self.records_of::<PlannedActivities>().filter(|activity| activity.is_open()).find(fits)?;
        Some(Fact { record: open.envelope.id.clone(), ..answer(want, open.phase.code()) })
    }

    /// The open incidents that a known error explains, and who works on each.
    fn matched_incidents(&self, want: &FactWanted) -> Vec<Fact> {
        let Some(known_error) = self.record_of::<KnownErrors>(&want.record) else { return Vec::new() };
        let matched = self.explained_by(known_error).into_iter().take(limits::MATCHED_INCIDENTS);
        let told = |incident: &Incident| {
            let assignment = incident.assignment.as_ref()?;
            let person = assignment.person.as_ref().map(|person| ("person", SmolStr::new(person)));
            Some(person.unwrap_or_else(|| ("group", SmolStr::new(&assignment.group))))
        };
        let fact = |incident: &Incident| Fact {
            record: incident.envelope.id.clone(),
            attributes: told(incident)
                .into_iter()
                .map(|(name, value)| (Code::literal(name), value))
                .collect(),
            ..answer(want, incident.phase().code())
        };
        matched.map(fact).collect()
    }
}

fn answer(want: &FactWanted, state: &'static str) -> Fact {
    Fact {
        process: want.process.clone(),
        record: want.record.clone(),
        state: SmolStr::new_static(state),
        version: 0,
        attributes: BTreeMap::new(),
        links: Vec::new(),
    }
}
