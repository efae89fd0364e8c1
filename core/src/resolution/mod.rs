//! Resolution: incidents, major incidents, service requests, problems and known errors. 解决过程
//!
//! ISO/IEC 20000 8.6 (2005: 8.2, 8.3, 2011: 8.1, 8.2), spec 3.20 to 3.22.

pub mod desk;
pub mod detection;
pub mod incident;
pub mod known_error;
mod live;
pub mod major_incident;
pub mod matching;
pub mod problem;
pub mod problem_candidate;
mod problem_rules;
pub mod service_request;
mod tickets;

pub use desk::{DeskPolicy, DeskRules};
pub use incident::{Incident, IncidentCommand, IncidentEvent, IncidentPhase, IncidentState, Incidents};
pub use known_error::{
    KnownError, KnownErrorCommand, KnownErrorEvent, KnownErrorPhase, KnownErrorState, KnownErrors,
};
pub use major_incident::{
    MajorIncident, MajorIncidentCommand, MajorIncidentEvent, MajorIncidentPhase, MajorIncidentState,
    MajorIncidents,
};
pub use problem::{Problem, ProblemCommand, ProblemEvent, ProblemPhase, ProblemState, Problems};
pub use problem_candidate::{
    ProblemCandidate, ProblemCandidateCommand, ProblemCandidateEvent, ProblemCandidatePhase,
    ProblemCandidateState, ProblemCandidates,
};
pub use problem_rules::ProblemRules;
pub use service_request::{
    ServiceRequest, ServiceRequestCommand, ServiceRequestEvent, ServiceRequestPhase, ServiceRequestState,
    ServiceRequests,
};
pub use tickets::{Assignment, PendingReason};

#[cfg(test)]
mod tests;
