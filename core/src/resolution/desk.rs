//! The policy of the service desk: what incidents, major incidents and requests follow. 服务台策略
//!
//! Numbers here are presets of spec 3.20 and 3.21, never requirements of the standard; a tenant replaces them.

use crate::kernel::{
    Code, DocumentError, DocumentFault, PolicyId, PolicyRef, Role, Text, UnitId, Versioned, limits, strict,
};
use crate::priority::PriorityMatrix;
use crate::sla::Agreements;
use crate::time::BusinessCalendar;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A support group that the register knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Whether work may be assigned to it.
    pub active: bool,
    /// The categories it is competent for; empty: all. `network` covers `network/vpn`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Code>,
    /// Its members; empty: not registered, the actor's unit decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<crate::kernel::PersonId>,
}

impl Group {
    /// Whether the group is competent for a category.
    #[must_use]
    pub fn covers(&self, category: &Code) -> bool {
        let within = |covered: &Code| {
            category == covered
                || category.as_str().strip_prefix(covered.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        self.categories.is_empty() || self.categories.iter().any(within)
    }
}

/// One criterion of a major incident; every list that is not empty must be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MajorCriterion {
    /// Its name.
    pub id: Code,
    /// Impacts, as the matrix numbers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impacts: Vec<u8>,
    /// Priorities, as the matrix numbers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<u8>,
    /// Affected services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<crate::kernel::ServiceId>,
    /// Whether it must be a security incident.
    #[serde(default)]
    pub security: bool,
}

/// The rules of the desk, as a document.
///
/// ```
/// use itsm::resolution::DeskRules;
/// let rules = DeskRules::from_json(br#"{"calendar": "office"}"#)?;
/// assert_eq!(rules.close_after_working_days, 3);
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeskRules {
    /// The calendar whose business days closing, reopening and reviews are counted in.
    pub calendar: PolicyId,
    /// The matrix that gives priorities.
    #[serde(default = "matrix")]
    pub matrix: PolicyId,
    /// A resolved record closes by itself after so many business days.
    #[serde(default = "three")]
    pub close_after_working_days: u32,
    /// It does so only after so many delivered notices that nobody answered.
    #[serde(default = "one")]
    pub close_after_notices: u32,
    /// A resolved incident can be reopened for so many business days.
    #[serde(default = "ten")]
    pub reopen_within_working_days: u32,
    /// A record made more than so many seconds after it occurred is a late entry (spec 3.0.4).
    #[serde(default = "a_day")]
    pub late_entry_s: i64,
    /// Whether a pending incident resumes by itself at its expected end.
    #[serde(default = "yes")]
    pub resume_at_expected_end: bool,
    /// The support groups; empty: not registered, every group is accepted.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<UnitId, Group>,
    /// The criteria of a major incident.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub major_criteria: Vec<MajorCriterion>,
    /// Top management is told of a major incident within so many seconds.
    #[serde(default = "half_an_hour")]
    pub major_notice_s: i64,
    /// While it lasts, the next update is due after so many seconds.
    #[serde(default = "an_hour")]
    pub major_update_every_s: i64,
    /// It is reviewed within so many business days of the restoration.
    #[serde(default = "five")]
    pub major_review_working_days: u32,
    /// Processes whose records must exist when a link names them: `problem`, `known_error`, `change`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub registers: BTreeSet<Code>,
    /// The models of service requests.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub request_models: BTreeMap<Code, RequestModel>,
}

/// A service request that is defined beforehand (spec 3.21).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestModel {
    /// What is asked for, in words.
    pub item: Text,
    /// Roles whose holders are entitled to it; empty: everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entitled: Vec<Role>,
    /// How it is approved; absent: no approval is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<crate::kernel::ApprovalRule>,
    /// Who approves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvers: Vec<crate::kernel::Voter>,
    /// The instructions for those who fulfil it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<Instructions>,
    /// What has to be done, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Code>,
    /// The inputs that must be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Code>,
    /// Whether it grants privileged access: then a security approval is needed, it ends, and who grants it has not approved it.
    #[serde(default)]
    pub privileged: bool,
    /// The standard change model under which it alters configuration items; absent: it alters none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_change: Option<Code>,
}

/// A version of a document with instructions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instructions {
    /// The document.
    pub document: Code,
    /// Its effective version.
    pub version: u32,
}

/// The most notices that a record can take to close by itself.
pub const MOST_CLOSING_NOTICES: u32 = 30;

/// The shortest span between two updates on a major incident, in seconds: each missed one is an event.
pub const SHORTEST_UPDATE_S: i64 = 60;

const fn matrix() -> PolicyId {
    PolicyId::literal("matrix")
}
const fn one() -> u32 {
    1
}
const fn three() -> u32 {
    3
}
const fn five() -> u32 {
    5
}
const fn ten() -> u32 {
    10
}
const fn yes() -> bool {
    true
}
const fn half_an_hour() -> i64 {
    1_800
}
const fn an_hour() -> i64 {
    3_600
}
const fn a_day() -> i64 {
    86_400
}

impl DeskRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }

    /// Checks what the types do not: that no span is negative, that updates leave time between them, that nothing closes
    /// unannounced, and that every request model can be carried out.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the first fault.
    pub fn check(&self) -> Result<(), DocumentError> {
        let spans = [
            ("late_entry_s", self.late_entry_s, 0),
            ("major_notice_s", self.major_notice_s, 0),
            ("major_update_every_s", self.major_update_every_s, SHORTEST_UPDATE_S),
        ];
        let fault =
            |path: String, words: String| Err(DocumentError { path, fault: DocumentFault::Shape(words) });
        if let Some((path, seconds, least)) = spans.into_iter().find(|(_, seconds, least)| seconds < least) {
            return fault(path.to_owned(), format!("`{seconds}` seconds are less than {least}"));
        }
        if !(1..=MOST_CLOSING_NOTICES).contains(&self.close_after_notices) {
            let words = format!("`{}` notices are not 1 to {MOST_CLOSING_NOTICES}", self.close_after_notices);
            return fault("close_after_notices".to_owned(), words);
        }
        for (code, model) in &self.request_models {
            let path = |field: &str| format!("request_models.{code}.{field}");
            if model.instructions.is_none() {
                return fault(
                    path("instructions"),
                    format!("the model `{code}` has no instructions to fulfil it by"),
                );
            }
            if model.privileged && model.approval.is_none() {
                let words = format!("the model `{code}` grants privileged access, so it needs an approval");
                return fault(path("approval"), words);
            }
        }
        Ok(())
    }
}

/// Everything that decisions of the desk read: one compiled set of policies.
#[derive(Clone, Debug)]
pub struct DeskPolicy {
    /// The rules.
    pub rules: Arc<DeskRules>,
    /// Which version of them.
    pub rules_ref: PolicyRef,
    /// The priority matrix.
    pub matrix: PriorityMatrix,
    /// Which version of it.
    pub matrix_ref: PolicyRef,
    /// The business days of the rules.
    pub calendar: BusinessCalendar,
    /// Which version of them.
    pub calendar_ref: PolicyRef,
    /// Every agreement and the calendars it counts in.
    pub agreements: Agreements,
}

impl DeskPolicy {
    /// A policy of these documents.
    #[must_use]
    pub fn new(
        rules: &Versioned<DeskRules>,
        matrix: (PriorityMatrix, PolicyRef),
        calendar: (BusinessCalendar, PolicyRef),
        agreements: Agreements,
    ) -> Self {
        Self {
            rules: Arc::new(rules.document.clone()),
            rules_ref: rules.reference(),
            matrix: matrix.0,
            matrix_ref: matrix.1,
            calendar: calendar.0,
            calendar_ref: calendar.1,
            agreements,
        }
    }
}
