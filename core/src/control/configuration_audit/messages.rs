//! What a configuration audit is told, and what happens to it.

use super::record::{Correction, Finding, Method};
use crate::kernel::{Attachment, Digest, Instant, Notice, PersonId, Receipt, RecordId, Text, messages};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Plans an audit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Who audits.
    pub auditor: PersonId,
    /// How items are verified.
    pub method: Method,
    /// The items in scope.
    pub scope: BTreeSet<RecordId>,
}

/// Gives it to another auditor.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Who audits from now on.
    pub auditor: PersonId,
}

/// Gives it up before it has a result.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Text,
}

/// Begins it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Begin {}

/// Records what was found of some items.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Ends the verification.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conclude {}

/// Reports it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The report.
    pub report: Attachment,
}

/// Decides what is done about a deficiency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correct {
    /// What.
    pub correction: Correction,
    /// Its number, from 1.
    pub deficiency: u32,
}

/// Finds a deficiency gone.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseDeficiency {
    /// Its number, from 1.
    pub deficiency: u32,
}

/// Closes the audit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {}

messages! {
    /// The commands of a configuration audit.
    pub enum ConfigurationAuditCommand {
        /// ∅ → Planned.
        Plan(Plan) = "configuration_audit.plan";
        /// Gives it to another auditor.
        Assign(Assign) = "configuration_audit.assign";
        /// → Cancelled.
        Cancel(Cancel) = "configuration_audit.cancel";
        /// Planned → `InProgress`.
        Begin(Begin) = "configuration_audit.begin";
        /// Records what was found.
        Record(Record) = "configuration_audit.record";
        /// `InProgress` → Deficient, Clean.
        Conclude(Conclude) = "configuration_audit.conclude";
        /// → Reported.
        Report(Report) = "configuration_audit.report";
        /// Decides what is done about a deficiency.
        Correct(Correct) = "configuration_audit.correct";
        /// Finds a deficiency gone.
        CloseDeficiency(CloseDeficiency) = "configuration_audit.close_deficiency";
        /// Reported → Closed.
        Close(Close) = "configuration_audit.close";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "configuration_audit.confirm_notice";
    }
}

/// It was planned.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Planned {
    /// Who audits.
    pub auditor: PersonId,
    /// How items are verified.
    pub method: Method,
    /// The items in scope.
    pub scope: BTreeSet<RecordId>,
}

/// It has another auditor.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assigned {
    /// Who.
    pub auditor: PersonId,
}

/// It will not be held.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cancelled {
    /// Why.
    pub reason: Text,
}

/// It began.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Begun {}

/// Items were verified.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recorded {
    /// What was found.
    pub findings: Vec<Finding>,
}

/// The verification ended.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Concluded {
    /// Whether anything is wrong.
    pub deficient: bool,
    /// By when deficiencies have to be closed.
    pub due: Instant,
}

/// It was reported.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reported {
    /// The hash of the report.
    pub report: Digest,
}

/// It is decided what is done about a deficiency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Corrected {
    /// What.
    pub correction: Correction,
    /// Its number, from 1.
    pub deficiency: u32,
}

/// A deficiency is gone.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeficiencyClosed {
    /// Its number, from 1.
    pub deficiency: u32,
}

/// Deficiencies were not closed in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeficienciesOverdue {
    /// By when they had to be.
    pub due: Instant,
}

/// It was closed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closed {}

messages! {
    /// What happens to a configuration audit.
    pub enum ConfigurationAuditEvent {
        /// It was planned.
        Planned(Planned) = "configuration_audit.planned";
        /// It has another auditor.
        Assigned(Assigned) = "configuration_audit.assigned";
        /// It will not be held.
        Cancelled(Cancelled) = "configuration_audit.cancelled";
        /// It began.
        Begun(Begun) = "configuration_audit.begun";
        /// Items were verified.
        Recorded(Recorded) = "configuration_audit.recorded";
        /// The verification ended.
        Concluded(Concluded) = "configuration_audit.concluded";
        /// It was reported.
        Reported(Reported) = "configuration_audit.reported";
        /// It is decided what is done about a deficiency.
        Corrected(Corrected) = "configuration_audit.corrected";
        /// A deficiency is gone.
        DeficiencyClosed(DeficiencyClosed) = "configuration_audit.deficiency_closed";
        /// Deficiencies were not closed in time.
        DeficienciesOverdue(DeficienciesOverdue) = "configuration_audit.deficiencies_overdue";
        /// It was closed.
        Closed(Closed) = "configuration_audit.closed";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}
