//! Questions to the whole: records by state, owner, service, due time. 查询

use super::{FiledWaiver, Policy, ServiceManagementSystem};
use crate::kernel::{CustomerId, Instant, PersonId, RecordId, ServiceId, UnitId};
use crate::resolution::{Incident, IncidentPhase, MajorIncident};
use crate::sla::{ClockPhase, Metric};

/// Which incidents are asked for; what is absent asks for nothing.
///
/// ```
/// use itsm::system::{IncidentQuery, ServiceManagementSystem};
/// let desk = ServiceManagementSystem::new();
/// let unowned = IncidentQuery { open: Some(true), ..IncidentQuery::default() };
/// assert_eq!(desk.incidents(&unowned).count(), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentQuery {
    /// In this phase.
    pub phase: Option<IncidentPhase>,
    /// Open or not.
    pub open: Option<bool>,
    /// Owned by this person.
    pub owner: Option<PersonId>,
    /// Assigned to this group.
    pub group: Option<UnitId>,
    /// Affecting this service.
    pub service: Option<ServiceId>,
    /// Of this customer.
    pub customer: Option<CustomerId>,
    /// With a running resolution clock due at or before this instant.
    pub due_by: Option<Instant>,
}

impl IncidentQuery {
    fn matches(&self, incident: &Incident) -> bool {
        let group = incident.assignment.as_ref().map(|assignment| &assignment.group);
        self.phase.is_none_or(|phase| phase == incident.phase())
            && self.open.is_none_or(|open| open == incident.is_open())
            && asked(&self.owner, incident.envelope.owner.as_ref())
            && asked(&self.group, group)
            && asked(&self.service, incident.service())
            && asked(&self.customer, incident.customer.as_ref())
            && self.due_by.is_none_or(|by| due(incident).is_some_and(|at| at <= by))
    }
}

fn asked<T: PartialEq>(wanted: &Option<T>, found: Option<&T>) -> bool {
    wanted.as_ref().is_none_or(|wanted| found == Some(wanted))
}

fn due(incident: &Incident) -> Option<Instant> {
    let clock = incident.clocks.get(Metric::Resolution).filter(|clock| clock.phase == ClockPhase::Running)?;
    clock.due_at
}

impl ServiceManagementSystem {
    /// An incident.
    #[must_use]
    pub fn incident(&self, id: &str) -> Option<&Incident> {
        self.records.incidents.get(id)
    }

    /// The incidents that are asked for, by id.
    pub fn incidents<'a>(&'a self, query: &'a IncidentQuery) -> impl Iterator<Item = &'a Incident> {
        self.records.incidents.values().filter(|incident| query.matches(incident))
    }

    /// A major incident.
    #[must_use]
    pub fn major_incident(&self, id: &str) -> Option<&MajorIncident> {
        self.records.major_incidents.get(id)
    }

    /// The major incidents, by id.
    pub fn major_incidents(&self) -> impl Iterator<Item = &MajorIncident> {
        self.records.major_incidents.values()
    }

    /// A policy with all its versions.
    #[must_use]
    pub fn policy(&self, id: &str) -> Option<&Policy> {
        self.records.policies.get(id)
    }

    /// The waivers on file, by id.
    pub fn waivers(&self) -> impl Iterator<Item = (&RecordId, &FiledWaiver)> {
        self.records.waivers.iter()
    }
}
