//! The record of a configuration audit.

use crate::kernel::{Code, Digest, Envelope, Instant, PersonId, RecordId, Text, codes};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

codes! {
    /// The phases of a configuration audit (spec 3.23).
    pub enum ConfigurationAuditPhase {
        /// Its scope and auditor are named.
        Planned = "planned", "Planned", "已计划";
        /// Items are verified.
        InProgress = "in_progress", "In progress", "进行中";
        /// It found deficiencies.
        Deficient = "deficient", "Deficient", "有缺陷";
        /// It found none.
        Clean = "clean", "Clean", "无缺陷";
        /// Its report is out.
        Reported = "reported", "Reported", "已报告";
        /// Every deficiency is acted on. Final.
        Closed = "closed", "Closed", "已关闭";
        /// It will not be held. Final.
        Cancelled = "cancelled", "Cancelled", "已取消";
    }
}

codes! {
    /// How items are verified.
    pub enum Method {
        /// By looking at them.
        Physical = "physical", "Physical", "实物核查";
        /// By a discovery tool.
        Discovery = "discovery", "Discovery", "自动发现";
        /// Both ways.
        Both = "both", "Both", "两者结合";
    }
}

codes! {
    /// What is wrong with an item.
    pub enum DeficiencyKind {
        /// It is registered, and was not found.
        Missing = "missing", "Registered, not found", "登记但未发现";
        /// It was found, and is not registered.
        Unexpected = "unexpected", "Found, not registered", "发现但未登记";
        /// An attribute says something else.
        Differs = "differs", "Differs", "不一致";
    }
}

/// What was found of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// How many of its attributes were verified.
    pub attributes_verified: u32,
    /// What is wrong with it; empty: nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deficiencies: Vec<Found>,
    /// Which.
    pub item: RecordId,
}

/// One thing that is wrong with an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// The attribute, where one differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<Code>,
    /// What was found.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub found: Text,
    /// What is wrong.
    pub kind: DeficiencyKind,
    /// What is registered.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub registered: Text,
}

/// What is done about a deficiency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// A change of its own.
    Change(RecordId),
    /// The register is corrected; approved by this person.
    Register(PersonId),
}

/// A deficiency, counted from 1 in its audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deficiency {
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Instant>,
    /// When it was decided what is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected_at: Option<Instant>,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// By when it has to be closed, once the audit is concluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// What was found.
    pub found: Found,
    /// Of which item.
    pub item: RecordId,
    /// Whether it was not closed in time.
    pub overdue: bool,
}

/// A configuration audit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfigurationAudit {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: ConfigurationAuditPhase,
    /// How items are verified.
    pub method: Method,
    /// The items in scope.
    pub scope: BTreeSet<RecordId>,
    /// Who audits.
    pub auditor: PersonId,
    /// How many attributes were verified.
    pub attributes_verified: u32,
    /// The items that were verified.
    pub verified: BTreeSet<RecordId>,
    /// What is wrong.
    pub deficiencies: Vec<Deficiency>,
    /// The hash of its report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Digest>,
    /// When it was concluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concluded_at: Option<Instant>,
}

impl ConfigurationAudit {
    /// The items whose register may be corrected because of this audit: as long as the deficiency is open.
    pub fn correctable(&self) -> impl Iterator<Item = &RecordId> {
        let approved = |deficiency: &&Deficiency| {
            deficiency.closed_at.is_none() && matches!(deficiency.correction, Some(Correction::Register(_)))
        };
        self.deficiencies.iter().filter(approved).map(|deficiency| &deficiency.item)
    }
}
