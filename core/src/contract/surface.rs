//! What every language has: the handles with their members, by the names of documents. 各语言接口清单
//!
//! Python keeps these names, Node and Swift write them in lowerCamelCase. A member is a method or a property, as the language likes it;
//! what a language has besides, because its users expect it (`repr`, promises), does not stand here.

use super::{
    BallotHandle, Lifecycle, MatrixHandle, Planned, Policies, RegisterHandle, SlaPolicyHandle, SystemHandle,
    read_checkpoint, read_note, verify_consistency, verify_inclusion,
};
use crate::time::BusinessCalendar;
use serde::Serialize;

/// A class that every language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Handle {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub words: &'static str,
    /// How one is made; `new` is the constructor.
    pub made_by: &'static [&'static str],
    /// What it is asked.
    pub members: &'static [&'static str],
}

/// The functions that every language has besides: what needs no handle.
pub const FUNCTIONS: &[&str] =
    &["codes", "read_checkpoint", "read_note", "schema", "verify_consistency", "verify_inclusion"];
const _: () = {
    let _ = (read_checkpoint, read_note, verify_consistency, verify_inclusion);
};

/// Answered by the packages themselves, over the journal that the system was opened on.
const ON_A_JOURNAL: () = ();

/// Each member stands beside the function of the core that answers it, so that none can be listed which is not there.
macro_rules! handles {
    ($($name:literal, $words:literal: [$($by:literal = $maker:expr),* $(,)?] [$($member:literal = $answer:expr),* $(,)?];)+) => {
        /// Every handle.
        pub const HANDLES: &[Handle] = &[
            $(Handle { name: $name, words: $words, made_by: &[$($by),*], members: &[$($member),*] },)+
        ];
        const _: () = { $($(let _ = $maker;)* $(let _ = $answer;)*)+ };
    };
}

handles! {
    "Ballot", "A vote of several persons on one content; each vote makes the next one.":
        ["new" = BallotHandle::open, "from_document" = BallotHandle::from_json]
        [
            "delegate" = BallotHandle::delegate,
            "document" = BallotHandle::document,
            "in_force" = BallotHandle::in_force,
            "outcome" = BallotHandle::outcome,
            "outstanding" = BallotHandle::outstanding,
            "vote" = BallotHandle::vote,
        ];
    "BusinessCalendar", "When a service is open, and what that makes of an amount of working time.":
        ["new" = BusinessCalendar::new, "from_json" = BusinessCalendar::from_json]
        [
            "add" = BusinessCalendar::add_under,
            "add_many" = BusinessCalendar::add_each,
            "add_working_days" = BusinessCalendar::add_working_days,
            "between" = BusinessCalendar::between,
            "between_many" = BusinessCalendar::between_each,
            "document" = BusinessCalendar::document,
            "is_open" = BusinessCalendar::is_open,
            "ledger" = BusinessCalendar::ledger,
            "next_close" = BusinessCalendar::next_close,
            "next_open" = BusinessCalendar::next_open,
            "subtract" = BusinessCalendar::subtract,
            "tzdb_version" = BusinessCalendar::tzdb_version,
            "working_days_between" = BusinessCalendar::working_days_between,
            "zone" = BusinessCalendar::zone,
        ];
    "Cmdb", "A register of configuration items and how they rest on each other.":
        ["new" = RegisterHandle::from_json, "from_json" = RegisterHandle::from_json]
        [
            "availability" = RegisterHandle::availability,
            "dependents" = RegisterHandle::dependents,
            "depends_on" = RegisterHandle::depends_on,
            "document" = RegisterHandle::document,
            "impact_of" = RegisterHandle::impact_of,
            "minimal_cut_sets" = RegisterHandle::minimal_cut_sets,
            "root_candidates" = RegisterHandle::root_candidates,
            "simulate" = RegisterHandle::simulate,
            "single_points_of_failure" = RegisterHandle::single_points_of_failure,
            "witnesses" = RegisterHandle::witnesses,
        ];
    "Lifecycle", "One process: its states, its table, its decisions; the host keeps the records.":
        ["new" = Lifecycle::of, "all" = Lifecycle::all]
        [
            "allowed" = Lifecycle::allowed,
            "apply" = Lifecycle::apply,
            "decide" = Lifecycle::decide,
            "due" = Lifecycle::due,
            "fire" = Lifecycle::fire,
            "label" = Lifecycle::label,
            "mermaid" = Lifecycle::mermaid,
            "needs" = Lifecycle::needs,
            "process" = Lifecycle::process,
            "states" = Lifecycle::states,
            "table" = Lifecycle::table,
        ];
    "Plan", "What a command would do, made by one system and to be confirmed by it.":
        []
        ["events" = Planned::events];
    "Policies", "Policies compiled for decisions beside a host's own tables.":
        ["new" = Policies::from_json]
        [];
    "PriorityMatrix", "A compiled matrix of impact and urgency.":
        ["new" = MatrixHandle::from_json, "from_json" = MatrixHandle::from_json, "preset" = MatrixHandle::preset]
        [
            "document" = MatrixHandle::document,
            "explain" = MatrixHandle::explain,
            "lint" = MatrixHandle::lint,
            "priority" = MatrixHandle::priority,
        ];
    "ServiceManagementSystem", "Records of every process, their plans, timers and journal, in one.":
        ["new" = SystemHandle::new, "open" = ON_A_JOURNAL, "replay" = SystemHandle::replay]
        [
            "advance" = SystemHandle::advance,
            "allowed" = SystemHandle::allowed,
            "append" = ON_A_JOURNAL,
            "as_of" = SystemHandle::as_of,
            "catch_up" = ON_A_JOURNAL,
            "checkpoint" = SystemHandle::checkpoint,
            "close" = ON_A_JOURNAL,
            "cmdb" = SystemHandle::cmdb,
            "confirm" = SystemHandle::confirm,
            "consistency_proof" = SystemHandle::consistency_proof,
            "digest" = SystemHandle::digest,
            "events" = SystemHandle::events,
            "execute" = SystemHandle::execute,
            "inclusion_proof" = SystemHandle::inclusion_proof,
            "journal" = SystemHandle::journal,
            "kpis" = SystemHandle::kpis,
            "length" = SystemHandle::len,
            "next_steps" = SystemHandle::next_steps,
            "next_wakeup" = SystemHandle::next_wakeup,
            "plan" = SystemHandle::plan,
            "record" = SystemHandle::record,
            "records" = SystemHandle::records,
            "report" = ON_A_JOURNAL,
            "verify" = ON_A_JOURNAL,
        ];
    "SlaPolicy", "A book of service level agreements: what clocks a ticket has, where they stand, and why.":
        ["new" = SlaPolicyHandle::from_json, "from_json" = SlaPolicyHandle::from_json]
        [
            "clocks" = SlaPolicyHandle::clocks,
            "clocks_many" = SlaPolicyHandle::clocks_many,
            "document" = SlaPolicyHandle::document,
            "observe" = SlaPolicyHandle::observe,
            "readings" = SlaPolicyHandle::readings,
            "stimulate" = SlaPolicyHandle::stimulate,
            "why_due" = SlaPolicyHandle::why_due,
        ];
}
