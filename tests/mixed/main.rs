//! A model of the whole system, every process mixed with every other.

mod ask;
mod book;
mod company;
mod dice;
mod effects;
mod erased;
mod guide;
mod laws;
mod legality;
mod people;
#[path = "../reference/mod.rs"]
mod reference;

mod tales;
mod whole;

use itsm::control::{
    Baselines, ChangeModels, Changes, ConfigurationAudits, ConfigurationItems, DefinitiveItems,
};
use itsm::kernel::Process;
use itsm::release::Releases;
use itsm::resolution::{KnownErrors, ProblemCandidates, Problems};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use reference::cases;
use reference::machine::states;
use std::collections::BTreeSet;
use whole::{SEEN, Whole};

fn walk(rolls: &[dice::Roll]) {
    let mut whole = Whole::default();
    rolls.iter().for_each(|roll| whole.step(roll));
    whole.end();
}

proptest! {
    #![proptest_config(cases::long(16, 2_000))]

    #[test]
    fn the_invariants_hold_after_every_step(rolls in prop::collection::vec(dice::roll(), 80..160)) {
        walk(&rolls);
    }
}

/// A walk that never gets far says nothing about what lies there. It is the same on every day, and the tales go where it seldom comes.
#[test]
fn every_command_is_accepted_and_refused_and_every_state_reached_on_the_way() {
    let seed = RngSeed::Fixed(20_261_121);
    let config = Config {
        cases: 5,
        rng_seed: seed,
        failure_persistence: None,
        max_shrink_iters: 0,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let walked = runner.run(&prop::collection::vec(dice::roll(), 300..400), |rolls| {
        walk(&rolls);
        Ok(())
    });
    walked.expect("the invariants hold");
    tales::all();
    let erased = SEEN.lock().expect("a count").get(&("personal values are erased".to_owned(), true)).copied();
    assert!(erased.is_some_and(|walks| walks >= 3), "personal values were erased in few walks: {erased:?}");
    let seen = SEEN.lock().expect("a count").clone();
    println!("{seen:#?}");
    let missing: BTreeSet<(&str, bool)> = kinds()
        .flat_map(|kind| [(kind, true), (kind, false)])
        .filter(|(kind, accepted)| !seen.contains_key(&((*kind).to_owned(), *accepted)))
        .collect();
    let processes = [
        "problem",
        "known_error",
        "problem_candidate",
        "change",
        "release",
        "configuration_item",
        "baseline",
        "configuration_audit",
    ];
    let states = processes.into_iter().flat_map(|code| {
        let process = book::process(code).expect("a process");
        states(process).iter().map(move |state| format!("{code} is {state}"))
    });
    let never: BTreeSet<String> = states.filter(|state| !seen.contains_key(&(state.clone(), true))).collect();
    assert!(
        missing.is_empty() && never.is_empty(),
        "never accepted (true) or refused (false): {missing:?}; never reached: {never:?}"
    );
}

/// Every command of the processes that are mixed here, as their tables have them.
fn kinds() -> impl Iterator<Item = &'static str> {
    fn of<P: Process>() -> impl Iterator<Item = &'static str> {
        P::LIFECYCLE.rules.iter().map(|rule| rule.command)
    }
    of::<Problems>()
        .chain(of::<KnownErrors>())
        .chain(of::<ProblemCandidates>())
        .chain(of::<Changes>())
        .chain(of::<ChangeModels>())
        .chain(of::<Releases>())
        .chain(of::<ConfigurationItems>())
        .chain(of::<Baselines>())
        .chain(of::<DefinitiveItems>())
        .chain(of::<ConfigurationAudits>())
}
