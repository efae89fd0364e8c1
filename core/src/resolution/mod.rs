//! Resolution: incidents, major incidents, service requests. 解决过程
//!
//! ISO/IEC 20000 8.6 (2005 and 2011: 8.2, 8.1), spec 3.20 and 3.21.

pub mod desk;
pub mod incident;
pub mod major_incident;
mod problem_rules;
pub mod service_request;
mod tickets;

pub use desk::{DeskPolicy, DeskRules};
pub use incident::{Incident, IncidentCommand, IncidentEvent, IncidentPhase, IncidentState, Incidents};
pub use major_incident::{
    MajorIncident, MajorIncidentCommand, MajorIncidentEvent, MajorIncidentPhase, MajorIncidentState,
    MajorIncidents,
};
pub use problem_rules::ProblemRules;
pub use service_request::{
    ServiceRequest, ServiceRequestCommand, ServiceRequestEvent, ServiceRequestPhase, ServiceRequestState,
    ServiceRequests,
};
pub use tickets::{Assignment, PendingReason};

#[cfg(test)]
mod tests;
