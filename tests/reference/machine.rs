//! The lifecycles of the processes, row by row as the specification has them; those of problems, changes and releases
//! stand in files of their own.
//!
//! Rows of the guard table (3.30) bear their guard. Moves that only the prose (3.20, 3.21) or the decisions about it
//! (decision 18: convert, re-assign, cancel and resolve from more states) have bear none: their ids are the core's own.

use super::{problems, releases};
use Process::{Incident, MajorIncident, ServiceRequest};
use Source::{Decision, GuardTable, Prose};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Process {
    Incident,
    MajorIncident,
    ServiceRequest,
    Problem,
    KnownError,
    ProblemCandidate,
    Change,
    Release,
    ConfigurationItem,
    Baseline,
    ConfigurationAudit,
    /// The specification has no states for it.
    DefinitiveItem,
    /// Nor for it.
    ChangeModel,
    /// Nor for it.
    PlannedActivity,
    /// Nor for it.
    LegalHold,
    /// Nor for it: 3.2 has states of a record that is disposed of, and none of the order.
    Disposal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    GuardTable,
    Prose,
    Decision,
}

#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub process: Process,
    pub source: Source,
    pub guard: Option<&'static str>,
    /// Our word for what is done; the specification has only guards.
    pub verb: &'static str,
    pub from: Option<&'static str>,
    pub to: &'static str,
    pub who: &'static [&'static str],
    pub conditions: &'static str,
    pub separation: &'static str,
}

pub const INCIDENT_STATES: [&str; 9] = [
    "logged",
    "classified",
    "assigned",
    "in_progress",
    "pending",
    "resolved",
    "closed",
    "cancelled",
    "converted",
];
pub const MAJOR_INCIDENT_STATES: [&str; 7] =
    ["declared", "managing", "restored", "reviewing", "reviewed", "closed", "downgraded"];
pub const SERVICE_REQUEST_STATES: [&str; 10] = [
    "submitted",
    "validated",
    "awaiting_approval",
    "approved",
    "in_fulfilment",
    "fulfilled",
    "closed",
    "rejected",
    "cancelled",
    "converted",
];

pub fn states(process: Process) -> &'static [&'static str] {
    match process {
        Process::Incident => &INCIDENT_STATES,
        Process::MajorIncident => &MAJOR_INCIDENT_STATES,
        Process::ServiceRequest => &SERVICE_REQUEST_STATES,
        Process::Problem => &problems::PROBLEM_STATES,
        Process::KnownError => &problems::KNOWN_ERROR_STATES,
        Process::ProblemCandidate => &problems::PROBLEM_CANDIDATE_STATES,
        Process::Change => &super::changes::CHANGE_STATES,
        Process::Release => &releases::RELEASE_STATES,
        Process::ConfigurationItem => &releases::CONFIGURATION_ITEM_STATES,
        Process::Baseline => &releases::BASELINE_STATES,
        Process::ConfigurationAudit => &releases::CONFIGURATION_AUDIT_STATES,
        Process::ChangeModel
        | Process::DefinitiveItem
        | Process::PlannedActivity
        | Process::LegalHold
        | Process::Disposal => &[],
    }
}

/// Every row of every process.
pub fn all() -> impl Iterator<Item = &'static Row> {
    [ROWS, problems::ROWS, super::changes::ROWS, releases::ROWS].into_iter().flatten()
}

/// Where a guard or a verb leads from a state (none: before the record exists).
///
/// A guard with several ends (`T-SRQ-07`: rejected, cancelled) gives the first; ask with the verb.
pub fn legal(process: Process, state: Option<&str>, guard_or_verb: &str) -> Option<&'static str> {
    all()
        .find(|row| {
            row.process == process
                && row.from == state
                && (row.guard == Some(guard_or_verb) || row.verb == guard_or_verb)
        })
        .map(|row| row.to)
}

/// Every row that leaves a state.
pub fn leaving(process: Process, state: Option<&str>) -> Vec<&'static Row> {
    all().filter(|row| row.process == process && row.from == state).collect()
}

/// Whether one step may lead from one state to the other.
pub fn step(process: Process, from: &str, to: &str) -> bool {
    leaving(process, Some(from)).iter().any(|row| row.to == to)
}

pub type Move = (&'static str, Option<&'static str>, &'static str);

pub const fn table(
    process: Process,
    guard: &'static str,
    (verb, from, to): Move,
    who: &'static [&'static str],
    conditions: &'static str,
    separation: &'static str,
) -> Row {
    Row { process, source: GuardTable, guard: Some(guard), verb, from, to, who, conditions, separation }
}

pub const fn beside(
    process: Process,
    source: Source,
    (verb, from, to): Move,
    who: &'static [&'static str],
    conditions: &'static str,
) -> Row {
    Row { process, source, guard: None, verb, from, to, who, conditions, separation: "" }
}

const DUPLICATE: &str = "duplicate link or mis-log reason";
const REVIEW: &str = "timeline, attendees, improvements, problem decision";
const TOLD: &str = "reason told to requester";
const LINKED: &str = "link, reason";
const CRITERIA: &str = "reason against criteria";
const KEEPS_HISTORY: &str = "history is kept";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    table(Incident, "T-INC-01", ("log", None, "logged"), &["SD", "USER", "monitoring"], "channel, reporter or source, symptom, occurred_at, service or unknown", ""),
    table(Incident, "T-INC-02", ("classify", Some("logged"), "classified"), &["SD"], "category, impact, urgency, computed priority, KE match result, MI evaluation, security flag; priority override needs reason", ""),
    table(Incident, "T-INC-03", ("assign", Some("classified"), "assigned"), &["SD", "INCM"], "active group competent for the category; clocks attached or no-SLA reason", ""),
    table(Incident, "T-INC-04", ("acknowledge", Some("assigned"), "in_progress"), &["assignee"], "response_at; response clock stops", "assignee in group"),
    table(Incident, "T-INC-05", ("reassign", Some("in_progress"), "assigned"), &["assignee", "INCM"], "escalation kind, reason", ""),
    table(Incident, "T-INC-06", ("pend", Some("in_progress"), "pending"), &["assignee"], "reason listed in SLA, note, expected end, user notice", ""),
    table(Incident, "T-INC-07", ("resume", Some("pending"), "in_progress"), &["assignee", "timer"], "resume reason", ""),
    table(Incident, "T-INC-08", ("resolve", Some("in_progress"), "resolved"), &["assignee"], "code, text, kind, restored_at and outage end if service was hit; workaround: problem or KE link or justification", ""),
    table(Incident, "T-INC-09", ("close", Some("resolved"), "closed"), &["USER", "SD", "timer"], "confirmation or n unanswered notices; category verified; MI reviewed if major", "confirmer is not resolver"),
    table(Incident, "T-INC-10", ("reopen", Some("resolved"), "in_progress"), &["USER", "SD"], "reason, inside reopen window", ""),
    table(Incident, "T-INC-11", ("cancel", Some("logged"), "cancelled"), &["INCM"], DUPLICATE, "INCM is not assignee"),
    table(Incident, "T-INC-11", ("cancel", Some("classified"), "cancelled"), &["INCM"], DUPLICATE, "INCM is not assignee"),
    beside(Incident, Decision, ("reassign", Some("assigned"), "assigned"), &["assignee", "INCM"], "escalation kind, reason"),
    beside(Incident, Decision, ("cancel", Some("assigned"), "cancelled"), &["INCM"], DUPLICATE),
    beside(Incident, Decision, ("cancel", Some("in_progress"), "cancelled"), &["INCM"], DUPLICATE),
    beside(Incident, Decision, ("cancel", Some("pending"), "cancelled"), &["INCM"], DUPLICATE),
    beside(Incident, Decision, ("resolve", Some("pending"), "resolved"), &["assignee"], "as from in_progress"),
    beside(Incident, Prose, ("convert", Some("logged"), "converted"), &["SD"], KEEPS_HISTORY),
    beside(Incident, Prose, ("convert", Some("classified"), "converted"), &["SD"], KEEPS_HISTORY),
    beside(Incident, Prose, ("convert", Some("assigned"), "converted"), &["SD"], KEEPS_HISTORY),
    beside(Incident, Prose, ("convert", Some("in_progress"), "converted"), &["SD"], KEEPS_HISTORY),
    beside(Incident, Prose, ("convert", Some("pending"), "converted"), &["SD"], KEEPS_HISTORY),
    beside(Incident, Prose, ("convert", Some("resolved"), "converted"), &["SD"], KEEPS_HISTORY),

    table(MajorIncident, "T-MAJ-01", ("declare", None, "declared"), &["INCM", "SD lead"], "criteria hit, MIM named", "MIM is not sole resolver"),
    table(MajorIncident, "T-MAJ-02", ("manage", Some("declared"), "managing"), &["MIM"], "TM notice sent, communication rhythm", ""),
    table(MajorIncident, "T-MAJ-03", ("restore", Some("managing"), "restored"), &["MIM"], "restored_at, outage closed, customers told", ""),
    table(MajorIncident, "T-MAJ-04", ("review", Some("restored"), "reviewed"), &["MIM", "PRBM"], REVIEW, "facilitator is not resolver"),
    table(MajorIncident, "T-MAJ-05", ("close", Some("reviewed"), "closed"), &["INCM"], "actions created, report to TM", "INCM is not MIM"),
    table(MajorIncident, "T-MAJ-06", ("downgrade", Some("declared"), "downgraded"), &["MIM", "INCM"], CRITERIA, "two persons"),
    table(MajorIncident, "T-MAJ-06", ("downgrade", Some("managing"), "downgraded"), &["MIM", "INCM"], CRITERIA, "two persons"),
    beside(MajorIncident, Prose, ("begin_review", Some("restored"), "reviewing"), &["MIM", "PRBM"], ""),
    beside(MajorIncident, Prose, ("review", Some("reviewing"), "reviewed"), &["MIM", "PRBM"], REVIEW),

    table(ServiceRequest, "T-SRQ-01", ("submit", None, "submitted"), &["USER"], "model, beneficiary, inputs", ""),
    table(ServiceRequest, "T-SRQ-02", ("validate", Some("submitted"), "validated"), &["SD"], "entitlement, class, priority", ""),
    table(ServiceRequest, "T-SRQ-03", ("approve", Some("validated"), "approved"), &["approver of model"], "model asks for no approval", "approver is not requester, beneficiary"),
    table(ServiceRequest, "T-SRQ-03", ("approve", Some("awaiting_approval"), "approved"), &["approver of model"], "approvals complete", "approver is not requester, beneficiary"),
    beside(ServiceRequest, Prose, ("request_approval", Some("validated"), "awaiting_approval"), &["SD"], "model asks for approval"),
    beside(ServiceRequest, Decision, ("request_approval", Some("awaiting_approval"), "awaiting_approval"), &["SD"], "the approval asked for is void"),
    beside(ServiceRequest, Decision, ("request_approval", Some("approved"), "awaiting_approval"), &["SD"], "the approval is void"),
    table(ServiceRequest, "T-SRQ-04", ("begin", Some("approved"), "in_fulfilment"), &["group"], "effective instruction version", ""),
    table(ServiceRequest, "T-SRQ-05", ("fulfil", Some("in_fulfilment"), "fulfilled"), &["group"], "tasks done, CI and access updates, evidence", "privileged access: fulfiller is not approver"),
    table(ServiceRequest, "T-SRQ-06", ("close", Some("fulfilled"), "closed"), &["USER", "SD", "timer"], "confirmation or n notices", ""),
    table(ServiceRequest, "T-SRQ-07", ("reject", Some("submitted"), "rejected"), &["approver"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("reject", Some("validated"), "rejected"), &["approver"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("reject", Some("awaiting_approval"), "rejected"), &["approver"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("reject", Some("approved"), "rejected"), &["approver"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("reject", Some("in_fulfilment"), "rejected"), &["approver"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("cancel", Some("submitted"), "cancelled"), &["USER"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("cancel", Some("validated"), "cancelled"), &["USER"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("cancel", Some("awaiting_approval"), "cancelled"), &["USER"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("cancel", Some("approved"), "cancelled"), &["USER"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-07", ("cancel", Some("in_fulfilment"), "cancelled"), &["USER"], TOLD, ""),
    table(ServiceRequest, "T-SRQ-08", ("convert", Some("submitted"), "converted"), &["SD"], LINKED, ""),
    table(ServiceRequest, "T-SRQ-08", ("convert", Some("validated"), "converted"), &["SD"], LINKED, ""),
    table(ServiceRequest, "T-SRQ-08", ("convert", Some("awaiting_approval"), "converted"), &["SD"], LINKED, ""),
    table(ServiceRequest, "T-SRQ-08", ("convert", Some("approved"), "converted"), &["SD"], LINKED, ""),
    table(ServiceRequest, "T-SRQ-08", ("convert", Some("in_fulfilment"), "converted"), &["SD"], LINKED, ""),
];
