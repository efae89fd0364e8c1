//! Who acts, and in which roles: one person for each kind of authority, and one who holds nearly all of them.

use itsm::kernel::{Actor, Role, UnitId};

/// Holds every role of the processes: only the separation of duties stops him.
pub const ALL: &str = "p-all";
/// Those who are given a part by name: who owns, analyses, builds, tests, implements, deploys, audits.
pub const PARTS: [&str; 6] = ["p-bob", "p-tess", "p-ivan", "p-otto", "p-cab", ALL];
/// Those who belong to the support group and analyse.
pub const ANALYSTS: [&str; 3] = ["p-net", "p-dba", ALL];

const CAST: [(&str, &[Role]); 27] = [
    ("p-po", &[Role::ProcessOwner]),
    ("p-tm", &[Role::TopManagement]),
    ("p-sd", &[Role::ServiceDesk, Role::FirstLine]),
    ("p-net", &[Role::SecondLine]),
    ("p-dba", &[Role::ThirdLine]),
    ("p-incm", &[Role::IncidentManager]),
    ("p-mim", &[Role::MajorIncidentManager]),
    ("p-prbm", &[Role::ProblemManager]),
    ("p-qm", &[Role::QualityManager]),
    ("p-chgm", &[Role::ChangeManager]),
    ("p-cab", &[Role::Cab]),
    ("p-cab2", &[Role::Cab]),
    ("p-ecab", &[Role::Ecab]),
    ("p-cfgm", &[Role::ConfigurationManager]),
    ("p-la", &[Role::LeadAuditor]),
    ("p-relm", &[Role::ReleaseManager]),
    ("p-so", &[Role::ServiceOwner]),
    ("p-cust", &[Role::Customer]),
    ("p-secm", &[Role::SecurityManager]),
    ("p-user", &[Role::User]),
    ("p-gate", &[Role::Gateway]),
    ("p-probe", &[Role::Monitoring]),
    ("p-bob", &[]),
    ("p-tess", &[]),
    ("p-ivan", &[]),
    ("p-otto", &[]),
    (
        ALL,
        &[
            Role::ServiceDesk,
            Role::SecondLine,
            Role::IncidentManager,
            Role::ProblemManager,
            Role::QualityManager,
            Role::ChangeManager,
            Role::Cab,
            Role::Ecab,
            Role::ConfigurationManager,
            Role::ReleaseManager,
            Role::ServiceOwner,
            Role::Customer,
            Role::SecurityManager,
            Role::User,
        ],
    ),
];

/// Somebody who has nothing to do with anything, and no chance ever gives him a part.
pub const OUTSIDER: &str = "p-out";

/// Everybody else.
pub fn everybody() -> impl Iterator<Item = &'static str> {
    CAST.iter().map(|(person, _)| *person)
}

pub fn actor(person: &str) -> Actor {
    let roles = CAST.iter().find(|(name, _)| *name == person).map_or(&[][..], |(_, roles)| roles);
    let actor = Actor::new(person, roles.iter().copied()).expect("an actor");
    let support = ANALYSTS.contains(&person);
    if support { actor.in_unit(UnitId::new("network").expect("a unit")) } else { actor }
}
