//! The lifecycle tables of the library are held to the guard table of the specification.

mod reference;

use std::collections::BTreeSet;

use itsm::control::{
    baseline, change, change_model, configuration_audit, configuration_item, definitive_item,
};
use itsm::governance::{disposal, legal_hold, planned_activity};
use itsm::kernel::{Coded, Lifecycle, Move, Who};
use itsm::release;
use itsm::resolution::{incident, known_error, major_incident, problem, problem_candidate, service_request};

use reference::machine::{Process, Row, Source, all, states};

fn tables() -> [(Process, Vec<&'static str>, Vec<Move>); 16] {
    fn of<P: Coded>(process: Process, lifecycle: &Lifecycle<P>) -> (Process, Vec<&'static str>, Vec<Move>) {
        (process, P::ALL.iter().map(|phase| phase.code()).collect(), lifecycle.table())
    }
    [
        of(Process::Incident, &incident::LIFECYCLE),
        of(Process::MajorIncident, &major_incident::LIFECYCLE),
        of(Process::ServiceRequest, &service_request::LIFECYCLE),
        of(Process::Problem, &problem::LIFECYCLE),
        of(Process::KnownError, &known_error::LIFECYCLE),
        of(Process::ProblemCandidate, &problem_candidate::LIFECYCLE),
        of(Process::Change, &change::LIFECYCLE),
        of(Process::ChangeModel, &change_model::LIFECYCLE),
        of(Process::Release, &release::LIFECYCLE),
        of(Process::ConfigurationItem, &configuration_item::LIFECYCLE),
        of(Process::Baseline, &baseline::LIFECYCLE),
        of(Process::ConfigurationAudit, &configuration_audit::LIFECYCLE),
        of(Process::DefinitiveItem, &definitive_item::LIFECYCLE),
        of(Process::PlannedActivity, &planned_activity::LIFECYCLE),
        of(Process::LegalHold, &legal_hold::LIFECYCLE),
        of(Process::Disposal, &disposal::LIFECYCLE),
    ]
}

fn rows(process: Process) -> impl Iterator<Item = &'static Row> {
    all().filter(move |row| row.process == process && row.source == Source::GuardTable)
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

/// Who may, under that guard between these states; several rules may stand for one row.
fn authority(process: Process, row: &Row) -> BTreeSet<&'static str> {
    fn of<P: Coded>(lifecycle: &Lifecycle<P>, row: &Row) -> Vec<Who> {
        let meant = lifecycle.rules.iter().filter(|rule| {
            let from = rule.from.iter().any(|phase| Some(phase.code()) == row.from);
            let opens = rule.from.is_empty() && row.from.is_none();
            Some(rule.id) == row.guard && (from || opens) && rule.to.is_some_and(|to| to.code() == row.to)
        });
        meant.flat_map(|rule| rule.who.iter().copied()).collect()
    }
    let who = match process {
        Process::Incident => of(&incident::LIFECYCLE, row),
        Process::MajorIncident => of(&major_incident::LIFECYCLE, row),
        Process::ServiceRequest => of(&service_request::LIFECYCLE, row),
        Process::Problem => of(&problem::LIFECYCLE, row),
        Process::KnownError => of(&known_error::LIFECYCLE, row),
        Process::ProblemCandidate => of(&problem_candidate::LIFECYCLE, row),
        Process::Change => of(&change::LIFECYCLE, row),
        Process::ChangeModel => of(&change_model::LIFECYCLE, row),
        Process::Release => of(&release::LIFECYCLE, row),
        Process::ConfigurationItem => of(&configuration_item::LIFECYCLE, row),
        Process::Baseline => of(&baseline::LIFECYCLE, row),
        Process::ConfigurationAudit => of(&configuration_audit::LIFECYCLE, row),
        Process::DefinitiveItem => of(&definitive_item::LIFECYCLE, row),
        Process::PlannedActivity => of(&planned_activity::LIFECYCLE, row),
        Process::LegalHold => of(&legal_hold::LIFECYCLE, row),
        Process::Disposal => of(&disposal::LIFECYCLE, row),
    };
    who.into_iter().map(Who::code).collect()
}

/// What the specification calls somebody, by guard: a user who confirms, reopens or takes back is the one who asked.
fn code(guard: &str, name: &str) -> &'static str {
    match name {
        "SD" | "SD lead" | "support" => "sd",
        "SO" => "so",
        "USER" if matches!(guard, "T-INC-01" | "T-SRQ-01") => "user",
        "USER" => "requester",
        "INCM" => "incm",
        "MIM" => "mim",
        "PRBM" => "prbm",
        "approver" | "approver of model" => "approver",
        "assignee" | "analyst" => "assignee",
        "timer" | "system" | "trend engine" => "timer",
        "monitoring" => "monitoring",
        // The request is assigned to the group once it has begun.
        "group" => "assignee",
        "requester" => "requester",
        "CFGM" => "cfgm",
        "CHGM" => "chgm",
        "CUST" => "cust",
        "RELM" => "relm",
        // The plan names who builds, tests and deploys; the parties vote on it.
        "builder" | "tester" | "deployer" => "assignee",
        "parties" => "approver",
        "CAB" => "cab",
        "ECAB member" => "ecab",
        // Whoever has a part in a change by name; whose part it is, is a condition.
        "assessors" | "owner" | "builder, tester" | "implementer" => "assignee",
        // The voters of the category; the duty managers of the policy.
        "authority" | "authority of category" | "duty manager" => "approver",
        other => panic!("nobody is called `{other}`"),
    }
}

/// Who may beyond the guard table, and who may not although it names him.
struct Departure {
    guard: &'static str,
    verb: Option<&'static str>,
    from: Option<&'static str>,
    more: &'static [&'static str],
    less: &'static [&'static str],
}

#[rustfmt::skip]
const DEPARTURES: [Departure; 15] = [
    // The incident manager answers for the classification (spec 3.20).
    Departure { guard: "T-INC-02", verb: None, from: None, more: &["incm"], less: &[] },
    // Users who cannot ask themselves ask the desk.
    Departure { guard: "T-SRQ-01", verb: None, from: None, more: &["sd"], less: &[] },
    // Without a ballot there is no approver: the desk finds that the model asks for none.
    Departure { guard: "T-SRQ-03", verb: None, from: Some("validated"), more: &["sd"], less: &["approver"] },
    // Whoever begins belongs to the group that he names: a condition, since nobody has the request yet.
    Departure { guard: "T-SRQ-04", verb: None, from: None, more: &[], less: &["assignee"] },
    // The desk finds out that a request cannot be fulfilled.
    Departure { guard: "T-SRQ-07", verb: Some("reject"), from: None, more: &["sd"], less: &[] },
    // While a ballot is open its approvers vote; the desk rejects under a guard of our own.
    Departure { guard: "T-SRQ-07", verb: Some("reject"), from: Some("awaiting_approval"), more: &[], less: &["sd"] },
    // Support is the desk, its lines, and those who lead it.
    Departure { guard: "T-PRB-01", verb: None, from: None, more: &["l1", "l2", "l3", "incm", "mim"], less: &[] },
    // What the analyst finds the problem manager confirms, where the priority asks for that.
    Departure { guard: "T-PRB-04", verb: None, from: None, more: &["prbm"], less: &[] },
    // A release implements the changes that it contains.
    Departure { guard: "T-CHG-10", verb: None, from: None, more: &["timer"], less: &[] },
    Departure { guard: "T-CHG-11", verb: None, from: None, more: &["timer"], less: &[] },
    Departure { guard: "T-CHG-12", verb: None, from: None, more: &["timer"], less: &[] },
    Departure { guard: "T-CHG-19", verb: None, from: None, more: &["timer"], less: &[] },
    // The change manager may order the back-out of any change.
    Departure { guard: "T-CHG-19", verb: Some("back_out_emergency"), from: None, more: &["chgm"], less: &[] },
    // Observation begins by itself.
    Departure { guard: "T-REL-12", verb: Some("observe"), from: None, more: &["timer"], less: &[] },
    // It happens in the edit, whoever edits.
    Departure { guard: "T-CHG-16", verb: None, from: None, more: &["requester", "assignee", "chgm"], less: &["timer"] },
];

#[test]
fn whom_the_guard_table_names_may_and_nobody_else() {
    for (process, _, _) in tables() {
        for row in rows(process) {
            let guard = row.guard.expect("a row of the guard table");
            let mut expected: BTreeSet<&str> = row.who.iter().map(|name| code(guard, name)).collect();
            let here = |of: &&Departure| {
                of.guard == guard
                    && of.verb.is_none_or(|verb| verb == row.verb)
                    && (of.from.is_none() || of.from == row.from)
            };
            for of in DEPARTURES.iter().filter(here) {
                expected.extend(of.more);
                expected.retain(|who| !of.less.contains(who));
            }
            assert_eq!(authority(process, row), expected, "{row:?}");
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
        for end in
            ["closed", "cancelled", "converted", "rejected", "downgraded", "retired", "declined", "withdrawn"]
        {
            // What is withdrawn is disposed of.
            let over = (process, end) != (Process::ConfigurationItem, "withdrawn");
            let stays = moves.iter().all(|step| step.from != Some(end) || step.to == end);
            assert!(stays || !over, "{process:?} {end}");
        }
        let reached: BTreeSet<&str> = moves.iter().map(|step| step.to).collect();
        assert!(phases.iter().all(|phase| reached.contains(phase)), "{process:?}");
    }
}
