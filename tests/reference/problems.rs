//! The lifecycles of problems, known errors and problem candidates, row by row as the specification has them (3.22, 3.30).
//!
//! 3.30 has rows for problems only. Known errors and candidates follow the prose: their guards are the core's own.

use super::machine::Process::{KnownError, Problem, ProblemCandidate};
use super::machine::Row;
use super::machine::Source::{Decision, Prose};
use super::machine::{beside, table};

pub const PROBLEM_STATES: [&str; 10] = [
    "logged",
    "classified",
    "investigating",
    "suspended",
    "root_cause_identified",
    "fix_proposed",
    "fix_in_progress",
    "under_observation",
    "accepted",
    "closed",
];
pub const KNOWN_ERROR_STATES: [&str; 4] = ["draft", "published", "fix_pending", "retired"];
pub const PROBLEM_CANDIDATE_STATES: [&str; 3] = ["raised", "accepted", "declined"];

const FIX: &str = "change Implemented and, if packaged, release Deployed";
const REST: &str = "reason, review date, added monitoring";
const NOT_COME: &str = "change rejected, withdrawn, deferred or failed";
const GONE: &str = "all affected CIs Withdrawn";

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    table(Problem, "T-PRB-01", ("log", None, "logged"), &["support", "PRBM", "trend engine"], "source, symptoms, incidents or trend evidence, proactive flag", ""),
    table(Problem, "T-PRB-02", ("classify", Some("logged"), "classified"), &["PRBM"], "category, priority, owner, root-cause due date", ""),
    table(Problem, "T-PRB-03", ("investigate", Some("classified"), "investigating"), &["analyst"], "method", ""),
    table(Problem, "T-PRB-04", ("identify_cause", Some("investigating"), "root_cause_identified"), &["analyst"], "cause, evidence, search of similar CIs, KE draft", "priority 1-2: PRBM confirms, is not analyst"),
    table(Problem, "T-PRB-05", ("propose_fix", Some("root_cause_identified"), "fix_proposed"), &["analyst"], "RFC link; KE Published with workaround or explicit none", ""),
    table(Problem, "T-PRB-06", ("accept", Some("root_cause_identified"), "accepted"), &["SO"], "cost and risk rationale, mitigation, review date", "SO is not analyst"),
    table(Problem, "T-PRB-07", ("begin_fix", Some("fix_proposed"), "fix_in_progress"), &["system"], "RFC Approved", ""),
    table(Problem, "T-PRB-08", ("observe", Some("fix_in_progress"), "under_observation"), &["system"], FIX, ""),
    table(Problem, "T-PRB-09", ("close", Some("under_observation"), "closed"), &["PRBM"], "N days without recurrence, knowledge published, KE Retired", "closer is not analyst"),
    table(Problem, "T-PRB-10", ("recur", Some("under_observation"), "investigating"), &["system", "PRBM"], "recurring incident id", ""),
    table(Problem, "T-PRB-11", ("suspend", Some("investigating"), "suspended"), &["PRBM"], REST, "PRBM is not analyst"),
    table(Problem, "T-PRB-11", ("close", Some("investigating"), "closed"), &["PRBM"], REST, "PRBM is not analyst"),
    beside(Problem, Prose, ("resume", Some("suspended"), "investigating"), &["analyst", "PRBM"], "reason"),
    beside(Problem, Prose, ("close", Some("accepted"), "closed"), &["PRBM"], "closure code accepted"),
    beside(Problem, Decision, ("close", Some("suspended"), "closed"), &["PRBM"], REST),
    beside(Problem, Decision, ("reconsider", Some("accepted"), "root_cause_identified"), &["SO", "PRBM"], "reason"),
    beside(Problem, Decision, ("withdraw_only_fix", Some("fix_proposed"), "root_cause_identified"), &["system", "PRBM"], NOT_COME),
    beside(Problem, Decision, ("withdraw_only_fix", Some("fix_in_progress"), "root_cause_identified"), &["system", "PRBM"], NOT_COME),
    beside(Problem, Decision, ("withdraw_approved_fix", Some("fix_in_progress"), "fix_proposed"), &["system", "PRBM"], NOT_COME),
    beside(Problem, Decision, ("withdraw_outstanding_fix", Some("fix_in_progress"), "under_observation"), &["system", "PRBM"], NOT_COME),
    beside(Problem, Decision, ("withdraw_live_fix", Some("under_observation"), "root_cause_identified"), &["system", "PRBM"], "change failed after it was live"),
    beside(Problem, Decision, ("fix_at_once", Some("root_cause_identified"), "under_observation"), &["PRBM"], "fixed at once; RFC if a CI differs"),

    beside(KnownError, Prose, ("draft", None, "draft"), &["system", "analyst"], "problem, symptoms, cause or workaround known"),
    beside(KnownError, Prose, ("publish", Some("draft"), "published"), &["analyst", "PRBM"], "workaround or explicit none"),
    beside(KnownError, Prose, ("fix_pending", Some("published"), "fix_pending"), &["system", "PRBM"], "fixing change"),
    beside(KnownError, Prose, ("retire", Some("fix_pending"), "retired"), &["PRBM"], "fix verified in production"),
    beside(KnownError, Prose, ("retire", Some("published"), "retired"), &["PRBM"], GONE),
    beside(KnownError, Decision, ("reinstate", Some("fix_pending"), "published"), &["system", "PRBM"], "the fix did not come or did not help"),

    beside(ProblemCandidate, Prose, ("raise", None, "raised"), &["system", "support"], "detection rule and evidence"),
    beside(ProblemCandidate, Prose, ("accept", Some("raised"), "accepted"), &["PRBM"], "problem"),
    beside(ProblemCandidate, Prose, ("decline", Some("raised"), "declined"), &["PRBM"], "reason"),
];
