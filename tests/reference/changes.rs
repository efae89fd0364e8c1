//! The lifecycle of changes, row by row as the specification has it (3.24, 3.30).

use super::machine::Process::Change;
use super::machine::Source::{Decision, Prose};
use super::machine::{Row, beside, table};

pub const CHANGE_STATES: [&str; 19] = [
    "draft",
    "submitted",
    "accepted",
    "assessed",
    "awaiting_approval",
    "deferred",
    "approved",
    "built_tested",
    "scheduled",
    "emergency_authorised",
    "implementing",
    "implemented",
    "backed_out",
    "in_review",
    "retrospectively_documented",
    "retrospectively_reviewed",
    "closed",
    "rejected",
    "withdrawn",
];

const PIR: &str = "PIR outcome, CI updates, linked records updated; failure: investigation and action";
const EDITED: &str = "approved content edited";
const RETRO: &str = "assessments, tests, CI updates, all RFC fields within limit";

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    beside(Change, Prose, ("draft", None, "draft"), &[], "anybody"),
    table(Change, "T-CHG-01", ("submit", Some("draft"), "submitted"), &["requester"], "title, reason, benefit, services, CIs, wished date, effect of not doing", ""),
    table(Change, "T-CHG-02", ("accept", Some("submitted"), "accepted"), &["CHGM"], "completeness, category by policy, owner, assessor list", "lowering category needs reason"),
    table(Change, "T-CHG-03", ("reject", Some("submitted"), "rejected"), &["CHGM"], "reason told", ""),
    table(Change, "T-CHG-04", ("assess", Some("accepted"), "assessed"), &["assessors"], "nine opinions; risk score", "security opinion by SECM role"),
    table(Change, "T-CHG-05", ("request_approval", Some("assessed"), "awaiting_approval"), &["owner"], "implementation, test, back-out, communication plans; content hash; major: approved ServicePlan", ""),
    table(Change, "T-CHG-06", ("approve", Some("awaiting_approval"), "approved"), &["authority of category"], "quorum, hash, conditions, validity", "approver is not requester, owner, implementer"),
    table(Change, "T-CHG-07", ("refuse", Some("awaiting_approval"), "rejected"), &["authority"], "reason, next date", ""),
    table(Change, "T-CHG-07", ("defer", Some("awaiting_approval"), "deferred"), &["authority"], "reason, next date", ""),
    table(Change, "T-CHG-08", ("test", Some("approved"), "built_tested"), &["builder, tester"], "test results or reason why not testable", "significant, major: tester is not builder"),
    table(Change, "T-CHG-09", ("schedule", Some("built_tested"), "scheduled"), &["CHGM"], "free window, no freeze, communicated, SD informed", "freeze waiver by authority"),
    table(Change, "T-CHG-10", ("begin", Some("scheduled"), "implementing"), &["implementer"], "inside window, approval valid, baseline captured", ""),
    table(Change, "T-CHG-11", ("implement", Some("implementing"), "implemented"), &["implementer"], "steps, verification, deviations", ""),
    table(Change, "T-CHG-12", ("back_out", Some("implementing"), "backed_out"), &["implementer", "CHGM"], "reason, restored state verified, incident if service hit", ""),
    table(Change, "T-CHG-13", ("begin_review", Some("implemented"), "in_review"), &["system"], "PIR due date", ""),
    table(Change, "T-CHG-13", ("begin_review", Some("backed_out"), "in_review"), &["system"], "PIR due date", ""),
    table(Change, "T-CHG-14", ("close", Some("in_review"), "closed"), &["CHGM"], PIR, "reviewer is not implementer alone"),
    table(Change, "T-CHG-15", ("withdraw", Some("draft"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("submitted"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("accepted"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("assessed"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("awaiting_approval"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("deferred"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("approved"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("built_tested"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("scheduled"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-15", ("withdraw", Some("emergency_authorised"), "withdrawn"), &["requester"], "reason", ""),
    table(Change, "T-CHG-16", ("edit", Some("approved"), "awaiting_approval"), &["system"], EDITED, "re-approval"),
    table(Change, "T-CHG-16", ("edit", Some("built_tested"), "awaiting_approval"), &["system"], EDITED, "re-approval"),
    table(Change, "T-CHG-16", ("edit", Some("scheduled"), "awaiting_approval"), &["system"], EDITED, "re-approval"),
    table(Change, "T-CHG-17", ("schedule_standard", Some("submitted"), "scheduled"), &["requester", "SD"], "StandardChangeModel valid and within limits", "model approver is not requester"),
    table(Change, "T-CHG-18", ("authorise_emergency", Some("submitted"), "emergency_authorised"), &["ECAB member", "duty manager"], "criteria met, risk noted; verbal: recorded within limit", "authoriser is not implementer"),
    table(Change, "T-CHG-19", ("begin", Some("emergency_authorised"), "implementing"), &["implementer"], "step log, known back-out", ""),
    table(Change, "T-CHG-19", ("implement_emergency", Some("implementing"), "implemented"), &["implementer"], "step log, known back-out", ""),
    table(Change, "T-CHG-19", ("back_out_emergency", Some("implementing"), "backed_out"), &["implementer"], "step log, known back-out", ""),
    table(Change, "T-CHG-20", ("document", Some("implemented"), "retrospectively_documented"), &["owner"], RETRO, ""),
    table(Change, "T-CHG-20", ("document", Some("backed_out"), "retrospectively_documented"), &["owner"], RETRO, ""),
    table(Change, "T-CHG-21", ("review_emergency", Some("retrospectively_documented"), "retrospectively_reviewed"), &["CAB"], "was it an emergency, PIR, lessons", "reviewers are not implementer"),
    table(Change, "T-CHG-21", ("close", Some("retrospectively_reviewed"), "closed"), &["CHGM"], "was it an emergency, PIR, lessons", "reviewers are not implementer"),
    beside(Change, Decision, ("resubmit", Some("deferred"), "awaiting_approval"), &["owner", "CHGM"], "as T-CHG-05"),
    beside(Change, Decision, ("return", Some("awaiting_approval"), "assessed"), &["authority"], "what is to be reworked"),
];
