//! A model of the whole: random commands by random persons at random instants, refused ones among them.
//!
//! After every step the system must have answered as the model does, under the guard that the specification names and for every
//! reason that the model finds, and must have kept its laws.

mod documents;
mod incidents;
mod laws;
mod machine;
mod majors;
mod people;
#[path = "../reference/mod.rs"]
mod reference;
mod requests;
mod steps;
mod tales;
mod whole;

use itsm::kernel::Process;
use itsm::resolution::{Incidents, MajorIncidents, ServiceRequests};
use itsm::system::Waivers;
use machine::Model;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use reference::cases;
use std::collections::BTreeSet;
use whole::{SEEN, Whole};

prop_state_machine! {
    #![proptest_config(cases::long(64, 8_000))]

    #[test]
    fn the_whole_answers_as_the_model_does(sequential 8..64 => Whole);
}

/// A model that never gets far says nothing about what lies there. The walk is the same on every day, and the tales go where it
/// seldom comes.
#[test]
fn every_command_is_accepted_and_refused_on_the_way() {
    let seed = RngSeed::Fixed(20_261_121);
    let config = Config { cases: 40, rng_seed: seed, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config.clone());
    let walk = runner.run(&Model::sequential_strategy(48..64_usize), |(model, steps, seen)| {
        Whole::test_sequential(config.clone(), model, steps, seen);
        Ok(())
    });
    walk.expect("the whole answers as the model does");
    tales::a_request_is_approved_waits_is_fulfilled_and_closed();
    tales::a_downgrade_takes_two_and_lets_the_incident_close_by_itself();
    let seen = SEEN.lock().expect("a count").clone();
    println!("{seen:#?}");
    let missing: BTreeSet<(&str, bool)> = kinds()
        .flat_map(|kind| [(kind, true), (kind, false)])
        .filter(|(kind, accepted)| !seen.contains_key(&((*kind).to_owned(), *accepted)))
        .collect();
    assert!(missing.is_empty(), "never accepted (true) or never refused (false): {missing:?}");
}

/// Every command of the desk, as the tables of the processes have them.
fn kinds() -> impl Iterator<Item = &'static str> {
    fn of<P: Process>() -> impl Iterator<Item = &'static str> {
        P::LIFECYCLE.rules.iter().map(|rule| rule.command)
    }
    of::<Incidents>().chain(of::<MajorIncidents>()).chain(of::<ServiceRequests>()).chain(of::<Waivers>())
}
