//! The lifecycles of releases, configuration items, baselines and configuration audits, row by row as the specification has them
//! (3.23, 3.25, 3.30).
//!
//! 3.30 has rows for releases only. The others follow the prose: their guards are the core's own.

use super::machine::Process::{Baseline, ConfigurationAudit, ConfigurationItem, Release};
use super::machine::Row;
use super::machine::Source::{Decision, Prose};
use super::machine::{beside, table};

pub const RELEASE_STATES: [&str; 14] = [
    "planned",
    "plan_approved",
    "built",
    "tested",
    "accepted",
    "accepted_with_exceptions",
    "baselined",
    "deploying",
    "deployed",
    "rolled_back",
    "observing",
    "reviewed",
    "closed",
    "cancelled",
];
pub const CONFIGURATION_ITEM_STATES: [&str; 8] = [
    "planned",
    "under_construction",
    "in_stock",
    "in_test",
    "live",
    "in_maintenance",
    "withdrawn",
    "disposed",
];
pub const BASELINE_STATES: [&str; 3] = ["captured", "frozen", "superseded"];
pub const CONFIGURATION_AUDIT_STATES: [&str; 7] =
    ["planned", "in_progress", "deficient", "clean", "reported", "closed", "cancelled"];

const CAUSE: &str = "approved change, standard change, request, or approved correction";
const UNDONE: &str = "reason";
const VOID: &str = "the plan is another one: agreement, build, test, acceptance and baseline are void";
const INDEPENDENT: &str = "auditor did not update those CIs";

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    table(Release, "T-REL-01", ("plan", None, "planned"), &["RELM"], "type by policy, RFCs, deliverables, dates", ""),
    table(Release, "T-REL-02", ("approve_plan", Some("planned"), "plan_approved"), &["parties"], "rollout, back-out, communication, training", "customer and operations agree, not RELM alone"),
    table(Release, "T-REL-03", ("build", Some("plan_approved"), "built"), &["builder"], "definitive items, versions, checksums", ""),
    table(Release, "T-REL-04", ("test", Some("built"), "tested"), &["tester"], "controlled environment that is not live, results", "tester is not builder"),
    table(Release, "T-REL-05", ("accept", Some("tested"), "accepted"), &["SO", "CUST"], "result per criterion", "neither builder nor tester"),
    table(Release, "T-REL-06", ("accept_with_exceptions", Some("tested"), "accepted_with_exceptions"), &["SO", "CUST"], "unmet criteria, risk, action, date", "both parties"),
    table(Release, "T-REL-07", ("return", Some("tested"), "built"), &["SO", "tester"], "defects", ""),
    table(Release, "T-REL-08", ("baseline", Some("accepted"), "baselined"), &["CFGM"], "baseline of affected CIs", "CFGM is not deployer"),
    table(Release, "T-REL-08", ("baseline", Some("accepted_with_exceptions"), "baselined"), &["CFGM"], "baseline of affected CIs", "CFGM is not deployer"),
    table(Release, "T-REL-09", ("begin_deployment", Some("baselined"), "deploying"), &["RELM"], "every RFC Scheduled or EmergencyAuthorised, window open, desk note issued", ""),
    table(Release, "T-REL-10", ("deploy", Some("deploying"), "deployed"), &["deployer"], "integrity check per target, CI updates in the same transaction", ""),
    table(Release, "T-REL-11", ("roll_back", Some("deploying"), "rolled_back"), &["deployer", "RELM"], "baseline state verified; RFCs BackedOut", ""),
    table(Release, "T-REL-12", ("observe", Some("deployed"), "observing"), &["RELM"], "window", ""),
    table(Release, "T-REL-12", ("review", Some("observing"), "reviewed"), &["RELM"], "window ended, incidents linked, measures, conclusions", "reviewer is not builder alone"),
    table(Release, "T-REL-12", ("close", Some("reviewed"), "closed"), &["RELM"], "outcome", ""),
    beside(Release, Prose, ("observe", Some("rolled_back"), "observing"), &["RELM"], "window"),
    beside(Release, Prose, ("baseline", Some("tested"), "baselined"), &["CFGM"], "emergency release: acceptance may follow"),
    beside(Release, Decision, ("rebuild", Some("built"), "built"), &["builder"], "after it was returned"),
    beside(Release, Decision, ("edit", Some("planned"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("plan_approved"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("built"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("tested"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("accepted"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("accepted_with_exceptions"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("edit", Some("baselined"), "planned"), &["RELM"], VOID),
    beside(Release, Decision, ("cancel", Some("planned"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("plan_approved"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("built"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("tested"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("accepted"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("accepted_with_exceptions"), "cancelled"), &["RELM"], UNDONE),
    beside(Release, Decision, ("cancel", Some("baselined"), "cancelled"), &["RELM"], UNDONE),

    beside(ConfigurationItem, Prose, ("register", None, "planned"), &["CFGM"], "type, naming rule, mandatory attributes, owner"),
    beside(ConfigurationItem, Prose, ("construct", Some("planned"), "under_construction"), &["CFGM", "CI owner"], ""),
    beside(ConfigurationItem, Prose, ("stock", Some("under_construction"), "in_stock"), &["CFGM", "CI owner"], "location"),
    beside(ConfigurationItem, Prose, ("test", Some("in_stock"), "in_test"), &["CFGM", "CI owner"], ""),
    beside(ConfigurationItem, Prose, ("go_live", Some("in_test"), "live"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Prose, ("maintain", Some("live"), "in_maintenance"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Prose, ("return_to_live", Some("in_maintenance"), "live"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Prose, ("withdraw", Some("live"), "withdrawn"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Prose, ("dispose", Some("withdrawn"), "disposed"), &["CFGM"], "evidence; never deleted"),
    beside(ConfigurationItem, Decision, ("stock", Some("planned"), "in_stock"), &["CFGM", "CI owner"], "it was bought"),
    beside(ConfigurationItem, Decision, ("stock", Some("in_test"), "in_stock"), &["CFGM", "CI owner"], "it was tested and waits"),
    beside(ConfigurationItem, Decision, ("test", Some("under_construction"), "in_test"), &["CFGM", "CI owner"], ""),
    beside(ConfigurationItem, Decision, ("go_live", Some("in_stock"), "live"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Decision, ("withdraw", Some("in_maintenance"), "withdrawn"), &["CFGM", "CI owner"], CAUSE),
    beside(ConfigurationItem, Decision, ("withdraw", Some("planned"), "withdrawn"), &["CFGM", "CI owner"], UNDONE),
    beside(ConfigurationItem, Decision, ("withdraw", Some("under_construction"), "withdrawn"), &["CFGM", "CI owner"], UNDONE),
    beside(ConfigurationItem, Decision, ("withdraw", Some("in_stock"), "withdrawn"), &["CFGM", "CI owner"], UNDONE),
    beside(ConfigurationItem, Decision, ("withdraw", Some("in_test"), "withdrawn"), &["CFGM", "CI owner"], UNDONE),

    beside(Baseline, Prose, ("capture", None, "captured"), &["CFGM"], "scope, CI versions, purpose, hash"),
    beside(Baseline, Prose, ("freeze", Some("captured"), "frozen"), &["CFGM"], "hash"),
    beside(Baseline, Prose, ("supersede", Some("frozen"), "superseded"), &["CFGM"], "another frozen baseline"),

    beside(ConfigurationAudit, Prose, ("plan", None, "planned"), &["CFGM"], "scope, sample, method, auditor"),
    beside(ConfigurationAudit, Prose, ("begin", Some("planned"), "in_progress"), &["auditor"], INDEPENDENT),
    beside(ConfigurationAudit, Prose, ("conclude_deficient", Some("in_progress"), "deficient"), &["auditor"], INDEPENDENT),
    beside(ConfigurationAudit, Prose, ("conclude_clean", Some("in_progress"), "clean"), &["auditor"], INDEPENDENT),
    beside(ConfigurationAudit, Prose, ("report", Some("deficient"), "reported"), &["auditor"], "report"),
    beside(ConfigurationAudit, Prose, ("report", Some("clean"), "reported"), &["auditor"], "report"),
    beside(ConfigurationAudit, Prose, ("close", Some("reported"), "closed"), &["CFGM"], "each deficiency actioned"),
    beside(ConfigurationAudit, Decision, ("cancel", Some("planned"), "cancelled"), &["CFGM"], UNDONE),
    beside(ConfigurationAudit, Decision, ("cancel", Some("in_progress"), "cancelled"), &["CFGM"], UNDONE),
];
