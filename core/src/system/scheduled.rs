//! The schedule of change of the whole: changes that stand in it, open incidents as outages. 变更排程

use super::ServiceManagementSystem;
use super::draft::Draft;
use crate::cmdb::{CmdbError, ItemState};
use crate::control::change::ChangePhase;
use crate::control::schedule::{ChangeSchedule, Conflict, Intervention, Outage};
use crate::control::{Change, ChangeRules, Changes};
use crate::kernel::{CiId, FactWanted, Instant, PersonId, ServiceId};
use crate::resolution::Incident;

impl ServiceManagementSystem {
    /// The changes that stand in the schedule at an instant: scheduled, being implemented, or authorised as an emergency.
    ///
    /// An emergency has no window. It is there from its authorisation on, and until it has ended it is taken to last the
    /// `presumed_length_s` of the rules in force from now on.
    pub fn interventions(&self, now: Instant) -> impl Iterator<Item = Intervention> {
        let rules = self.registry.change.at(now).ok();
        self.records
            .changes
            .values()
            .filter_map(move |change| intervention(change, rules.as_ref().map(|rules| &*rules.rules), now))
    }

    /// What the open incidents that have a service down say of their items: down from their occurrence on, with no known end.
    pub fn outages(&self) -> impl Iterator<Item = Outage> {
        let open = self.recurrence.open().filter_map(|id| self.records.incidents.get(id));
        open.filter(|incident| incident.service_down && !incident.envelope.cis.is_empty()).map(outage)
    }
}

fn outage(incident: &Incident) -> Outage {
    let states = incident.envelope.cis.iter().map(|ci| (ci.clone(), ItemState::Down));
    Outage {
        id: incident.envelope.id.clone(),
        from: incident.envelope.occurred_at,
        until: Instant::MAX,
        states: states.collect(),
    }
}

impl Draft<'_> {
    /// Everything in the way of a change in its window, beside the incidents that are open now.
    ///
    /// # Errors
    /// [`CmdbError::BudgetExceeded`] where so much stands around it that the search was given up.
    pub(super) fn scheduled(&self, want: &FactWanted) -> Option<Result<Vec<Conflict>, CmdbError>> {
        let at = |name| want.values(name).first().and_then(|text| Instant::parse(text).ok());
        let mut subject = Intervention::new(want.record.clone(), at("from")?, at("until")?);
        subject.items = want.values("ci").iter().filter_map(|id| CiId::new(id).ok()).collect();
        subject.services = want.values("service").iter().filter_map(|id| ServiceId::new(id).ok()).collect();
        subject.implementers =
            want.values("implementer").iter().filter_map(|id| PersonId::new(id).ok()).collect();
        let rules = self.registry().change.at(self.now()).ok()?;
        let others: Vec<_> = self
            .records_of::<Changes>()
            .filter_map(|change| intervention(change, Some(&rules.rules), self.now()))
            .collect();
        let schedule = ChangeSchedule::new(self.cmdb(), others).under(&rules);
        Some(schedule.beside(self.outages()).conflicts(&subject))
    }
}

/// A change as the schedule sees it, while it stands in the schedule.
fn intervention(change: &Change, rules: Option<&ChangeRules>, now: Instant) -> Option<Intervention> {
    let (from, until) = match change.phase() {
        ChangePhase::EmergencyAuthorised | ChangePhase::Implementing if change.window().is_none() => {
            let from = change.authorisation.as_ref()?.given_at;
            (from, now.max(from).plus_s(rules?.emergency.presumed_length_s)?)
        }
        ChangePhase::Scheduled | ChangePhase::Implementing => {
            let window = change.window()?;
            (window.from, window.until)
        }
        _ => return None,
    };
    let mut intervention = Intervention::new(change.envelope.id.clone(), from, until);
    intervention.items.extend(change.rfc.cis.iter().cloned());
    intervention.services.extend(change.rfc.services.iter().cloned());
    intervention.implementers.extend(change.implementer().cloned());
    Some(intervention)
}
