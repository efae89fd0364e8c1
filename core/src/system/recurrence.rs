//! Which incidents are open, and which have the same item or symptom: an index for the first detection rule (spec 3.22 a). 复发索引

use crate::kernel::{CiId, Code, Instant, RecordId, limits};
use crate::resolution::detection::IncidentSummary;
use crate::resolution::{Incident, IncidentPhase};
use std::collections::{BTreeMap, BTreeSet};

/// Incidents in the order in which they were recorded.
type InOrder = BTreeSet<(Instant, RecordId)>;

/// Incidents by item, and by category and symptom. An incident that was moved since stands under its former subject too, and is
/// judged by what it says now.
#[derive(Clone, Debug, Default)]
pub(super) struct Recurrence {
    by_item: BTreeMap<CiId, InOrder>,
    by_symptom: BTreeMap<(Code, Code), InOrder>,
    /// Those on which work is still to be done.
    open: BTreeSet<RecordId>,
}

impl Recurrence {
    /// Notes what an incident says of itself.
    pub(super) fn note(&mut self, incident: &Incident) {
        let entry = || (incident.envelope.created_at, incident.envelope.id.clone());
        for ci in &incident.envelope.cis {
            if !self.by_item.get(ci).is_some_and(|known| known.contains(&entry())) {
                self.by_item.entry(ci.clone()).or_default().insert(entry());
            }
        }
        if let Some(symptom) = symptom(incident) {
            self.by_symptom.entry(symptom).or_default().insert(entry());
        }
    }

    /// Notes whether work on it is still to be done.
    pub(super) fn stands(&mut self, incident: &Incident) {
        if incident.is_open() {
            self.open.insert(incident.envelope.id.clone());
        } else {
            self.open.remove(&incident.envelope.id);
        }
    }

    /// Forgets an incident that was disposed of.
    pub(super) fn forget(&mut self, id: &RecordId) {
        self.by_item
            .values_mut()
            .chain(self.by_symptom.values_mut())
            .for_each(|known| known.retain(|(_, of)| of != id));
        self.open.remove(id);
    }

    /// The incidents on which work is still to be done, by id.
    pub(super) fn open(&self) -> impl Iterator<Item = &RecordId> {
        self.open.iter()
    }

    /// The incidents recorded from `since` on that share an item or a symptom with this one; of each, the latest that make evidence.
    pub(super) fn around(&self, incident: &Incident, since: Instant) -> BTreeSet<RecordId> {
        let items = incident.envelope.cis.iter().filter_map(|ci| self.by_item.get(ci));
        let symptoms = symptom(incident);
        let symptoms = symptoms.iter().filter_map(|symptom| self.by_symptom.get(symptom));
        let first = (since, const { RecordId::literal("") });
        let found = items
            .chain(symptoms)
            .flat_map(|known| known.range(first.clone()..).rev().take(limits::EVIDENCE_INCIDENTS));
        found.map(|(_, id)| id.clone()).collect()
    }
}

fn symptom(incident: &Incident) -> Option<(Code, Code)> {
    Some((incident.classification.as_ref()?.category.clone(), incident.symptom_code.clone()?))
}

/// What the detection rules read of an incident; one that was cancelled or converted is none.
pub(super) fn summary(incident: &Incident) -> Option<IncidentSummary> {
    if matches!(incident.phase(), IncidentPhase::Cancelled | IncidentPhase::Converted) {
        return None;
    }
    let envelope = &incident.envelope;
    Some(IncidentSummary {
        cis: envelope.cis.clone(),
        category: incident.classification.as_ref().map(|of| of.category.clone()),
        symptom_code: incident.symptom_code.clone(),
        resolution: incident.resolution.as_ref().map(|resolution| resolution.kind),
        links: envelope.links.clone(),
        ..IncidentSummary::new(envelope.id.clone(), envelope.created_at)
    })
}
