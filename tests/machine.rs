//! The lifecycle tables of the library are held to the guard table of the specification.

mod reference;

use std::collections::BTreeSet;

use itsm::control::{change, change_model};
use itsm::kernel::{Coded, Lifecycle, Move};
use itsm::resolution::{incident, major_incident, service_request};

use reference::machine::{Process, Row, Source, states};

fn tables() -> [(Process, Vec<&'static str>, Vec<Move>); 5] {
    fn of<P: Coded>(process: Process, lifecycle: &Lifecycle<P>) -> (Process, Vec<&'static str>, Vec<Move>) {
        (process, P::ALL.iter().map(|phase| phase.code()).collect(), lifecycle.table())
    }
    [
        of(Process::Incident, &incident::LIFECYCLE),
        of(Process::MajorIncident, &major_incident::LIFECYCLE),
        of(Process::ServiceRequest, &service_request::LIFECYCLE),
        of(Process::Change, &change::LIFECYCLE),
        of(Process::ChangeModel, &change_model::LIFECYCLE),
    ]
}

fn rows(process: Process) -> impl Iterator<Item = &'static Row> {
    reference::machine::rows().filter(move |row| row.process == process && row.source == Source::GuardTable)
}

#[test]
fn every_row_of_the_guard_table_is_a_move_under_its_guard() {
    for (process, _, moves) in tables() {
        for row in rows(process) {
            let there =
                |step: &&Move| Some(step.guard) == row.guard && step.from == row.from && step.to == row.to;
            assert!(moves.iter().any(|step| there(&step)), "{row:?}");
        }
    }
}

/// An open record may be rejected or converted from an open state that the guard table does not name, too.
#[test]
fn every_move_that_the_guard_table_lacks_has_a_guard_of_our_own() {
    for (process, _, moves) in tables() {
        for step in moves {
            let row = |row: &Row| row.guard == Some(step.guard) && row.to == step.to;
            let of_another_state = step.from.is_some_and(|from| !states(process).contains(&from));
            let named = rows(process).any(|it| row(it) && (it.from == step.from || of_another_state));
            assert!(named || step.guard.contains("-L"), "{step:?}");
            assert!(!(named && step.guard.contains("-L")), "{step:?}");
        }
    }
}

#[test]
fn every_state_of_the_specification_is_a_phase_and_others_are_entered_by_guards_of_our_own() {
    for (process, phases, moves) in tables() {
        let known: BTreeSet<&str> = states(process).iter().copied().collect();
        assert!(known.iter().all(|state| phases.contains(state)), "{process:?}");
        for step in moves.iter().filter(|step| !known.contains(step.to) && step.from != Some(step.to)) {
            assert!(step.guard.contains("-L"), "{step:?}");
        }
    }
}

#[test]
fn what_is_over_stays_over() {
    for (process, phases, moves) in tables() {
        for end in ["closed", "cancelled", "converted", "rejected", "downgraded", "withdrawn"] {
            assert!(moves.iter().all(|step| step.from != Some(end) || step.to == end), "{process:?} {end}");
        }
        let reached: BTreeSet<&str> = moves.iter().map(|step| step.to).collect();
        assert!(phases.iter().all(|phase| reached.contains(phase)), "{process:?}");
    }
}
