//! Questions to the whole: records by state, owner, service, due time. 查询

use super::{FiledWaiver, Policy, ProcessName, ServiceManagementSystem, StreamKey};
use crate::kernel::{Code, CustomerId, Envelope, Instant, PersonId, RecordId, ServiceId, UnitId};
use crate::resolution::{Assignment, Incident, MajorIncident, ServiceRequest};
use crate::sla::{ClockPhase, Metric, TicketClocks};

/// Which tickets are asked for; what is absent asks for nothing.
///
/// ```
/// use itsm::system::{ServiceManagementSystem, TicketQuery};
/// let desk = ServiceManagementSystem::new();
/// let unowned = TicketQuery { open: Some(true), ..TicketQuery::default() };
/// assert_eq!(desk.incidents(&unowned).count(), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketQuery {
    /// In this state, by its code: `pending`.
    pub state: Option<Code>,
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

/// What a query reads of a ticket.
struct Asked<'a> {
    state: &'static str,
    open: bool,
    envelope: &'a Envelope,
    assignment: Option<&'a Assignment>,
    customer: Option<&'a CustomerId>,
    clocks: &'a TicketClocks,
}

impl TicketQuery {
    /// Every ticket.
    pub const EVERY: Self = Self {
        state: None,
        open: None,
        owner: None,
        group: None,
        service: None,
        customer: None,
        due_by: None,
    };

    fn matches(&self, ticket: &Asked<'_>) -> bool {
        self.state.as_ref().is_none_or(|state| state.as_str() == ticket.state)
            && self.open.is_none_or(|open| open == ticket.open)
            && asked(&self.owner, ticket.envelope.owner.as_ref())
            && asked(&self.group, ticket.assignment.map(|assignment| &assignment.group))
            && self.service.as_ref().is_none_or(|service| ticket.envelope.services.contains(service))
            && asked(&self.customer, ticket.customer)
            && self.due_by.is_none_or(|by| due(ticket.clocks).is_some_and(|at| at <= by))
    }
}

fn asked<T: PartialEq>(wanted: &Option<T>, found: Option<&T>) -> bool {
    wanted.as_ref().is_none_or(|wanted| found == Some(wanted))
}

fn due(clocks: &TicketClocks) -> Option<Instant> {
    clocks.get(Metric::Resolution).filter(|clock| clock.phase == ClockPhase::Running)?.due_at
}

impl<'a> From<&'a Incident> for Asked<'a> {
    fn from(incident: &'a Incident) -> Self {
        Self {
            state: incident.phase().code(),
            open: incident.is_open(),
            envelope: &incident.envelope,
            assignment: incident.assignment.as_ref(),
            customer: incident.customer.as_ref(),
            clocks: &incident.clocks,
        }
    }
}

impl<'a> From<&'a ServiceRequest> for Asked<'a> {
    fn from(request: &'a ServiceRequest) -> Self {
        Self {
            state: request.phase().code(),
            open: request.is_open(),
            envelope: &request.envelope,
            assignment: request.assignment.as_ref(),
            customer: request.customer.as_ref(),
            clocks: &request.clocks,
        }
    }
}

impl ServiceManagementSystem {
    /// An incident.
    #[must_use]
    pub fn incident(&self, id: &str) -> Option<&Incident> {
        self.records.incidents.get(id)
    }

    /// The incidents that are asked for, by id.
    pub fn incidents<'a>(&'a self, query: &'a TicketQuery) -> impl Iterator<Item = &'a Incident> {
        self.records.incidents.values().filter(|incident| query.matches(&Asked::from(*incident)))
    }

    /// A service request.
    #[must_use]
    pub fn service_request(&self, id: &str) -> Option<&ServiceRequest> {
        self.records.service_requests.get(id)
    }

    /// The service requests that are asked for, by id.
    pub fn service_requests<'a>(
        &'a self,
        query: &'a TicketQuery,
    ) -> impl Iterator<Item = &'a ServiceRequest> {
        self.records.service_requests.values().filter(|request| query.matches(&Asked::from(*request)))
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

    /// The commands that a record's state allows now; those that open one, where there is none.
    ///
    /// ```
    /// use itsm::kernel::RecordId;
    /// use itsm::system::{ProcessName, ServiceManagementSystem};
    /// let desk = ServiceManagementSystem::new();
    /// let opening = desk.allowed(ProcessName::Incident, &RecordId::new("INC-000001").unwrap());
    /// assert_eq!(opening, ["incident.log", "incident.import"]);
    /// ```
    #[must_use]
    pub fn allowed(&self, process: ProcessName, record: &RecordId) -> Vec<&'static str> {
        self.records.allowed(&StreamKey { process, record: record.clone() })
    }
}
