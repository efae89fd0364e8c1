//! Walking one record of a process, for the tests of every room.
//!
//! A test names persons by what they are (`cfgm`, `bob`), walks a record with [`Run`], states commands as documents, and looks at the
//! refusal or the record. What every table is held to stands in `checks`.

mod checks;
mod run;

pub(crate) use checks::*;
pub(crate) use run::*;

use crate::kernel::{
    Actor, Duty, Fact, Instant, Link, LinkKind, PersonId, PolicyId, RecordId, Role, Versioned, Waiver,
    WaiverTerms,
};

pub(crate) fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// The first version of a policy, in force since 2020.
pub(crate) fn versioned<T>(id: &str, document: T) -> Versioned<T> {
    Versioned {
        id: PolicyId::new(id).unwrap(),
        version: 1,
        effective_from: instant("2020-01-01T00:00:00Z"),
        document,
    }
}

/// A person named by a role's code holds that role; `ann` and `ben` are users, `desk` is the service desk.
pub(crate) fn actor(name: &str) -> Actor {
    let role = match name {
        "timer" => return Actor::timer(),
        "ann" | "ben" => Some(Role::User),
        "desk" => Some(Role::ServiceDesk),
        code => Role::from_code(code),
    };
    Actor::new(name, role).unwrap()
}

pub(crate) fn fact(process: &str, record: &str, state: &str, attributes: &[(&str, &str)]) -> Fact {
    Fact {
        process: process.into(),
        record: RecordId::new(record).unwrap(),
        state: state.into(),
        version: 1,
        attributes: attributes.iter().map(|(name, value)| (name.parse().unwrap(), (*value).into())).collect(),
        links: Vec::new(),
    }
}

/// The same fact with links of one kind.
pub(crate) fn linked(mut fact: Fact, kind: LinkKind, to: &[&str]) -> Fact {
    fact.links.extend(to.iter().map(|to| Link { kind, to: RecordId::new(to).unwrap() }));
    fact
}

/// A waiver of one row for one person.
pub(crate) fn waiver(duty: Duty, person: &str) -> Waiver {
    Waiver::try_from(WaiverTerms {
        id: RecordId::new("WVR-1").unwrap(),
        duty,
        persons: vec![PersonId::new(person).unwrap()],
        reason: "a team of two".into(),
        compensating_control: "monthly sample".into(),
        approved_by: PersonId::new("director").unwrap(),
        approved_role: Role::TopManagement,
        valid_from: instant("2026-01-01T00:00:00Z"),
        valid_until: instant("2026-12-31T00:00:00Z"),
    })
    .unwrap()
}
