//! Agreements as people write them: clauses with their targets, conditions and levels. 服务级别协议
//!
//! ```json
//! {"name": "Desk", "precedence": 10, "selection": "precedence",
//!  "clauses": [{"id": "p1-resolution", "metric": "resolution", "when": {"priorities": [1]},
//!               "target": {"unit": "working", "seconds": 14400}, "calendar": "cal-office",
//!               "pause_reasons": ["user"],
//!               "levels": [{"id": "warn-75", "at": {"percent": 75}, "kind": "warning", "notify": ["incm"]}]}]}
//! ```
//!
//! The document has no identity of its own: it travels as [`Versioned<SlaPolicy>`](crate::kernel::Versioned).

use crate::kernel::strict;
use crate::kernel::{ClauseId, Code, CustomerId, LevelId, PolicyId, Role, ServiceId, Text, codes, limits};
use crate::sla::{Metric, Profile, SlaError, Target, TermsStated};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

codes! {
    /// How one clause is chosen among those that match.
    pub enum SelectionMode {
        /// The first in the order of agreements and clauses.
        Precedence = "precedence", "By precedence", "按优先顺序";
        /// The one that is due first.
        Strictest = "strictest", "The strictest", "取最严格者";
    }
}

codes! {
    /// What a level asks for when it is reached.
    pub enum LevelKind {
        /// Somebody is warned.
        Warning = "warning", "Warning", "预警";
        /// The work goes to the next line of support.
        Functional = "functional", "Functional escalation", "职能升级";
        /// The line of management is told.
        Hierarchical = "hierarchical", "Hierarchical escalation", "管理升级";
    }
}

codes! {
    /// What stops a response clock.
    pub enum StopsOn {
        /// Somebody acknowledged the ticket.
        Acknowledged = "acknowledged", "Acknowledged", "已确认";
        /// Somebody answered the customer.
        Responded = "responded", "Responded", "已响应";
        /// Somebody was assigned.
        Assigned = "assigned", "Assigned", "已分派";
    }
}

/// One agreement: its clauses, and what they have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SlaPolicy {
    /// What people call it.
    pub name: Text,
    /// The customer it was made with; it matches no other customer's tickets. Absent: anybody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Its place among the agreements: lower goes first; equal ones go by id.
    pub precedence: u32,
    /// How a clause is chosen.
    pub selection: SelectionMode,
    /// The product whose clock policies its clauses follow where they state none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Clock policies for all clauses; they go before the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<TermsStated>,
    /// The clauses, in order of precedence.
    pub clauses: Vec<Clause>,
}

/// One promise of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its id, unique in the agreement.
    pub id: ClauseId,
    /// What it measures.
    pub metric: Metric,
    /// Which tickets it is for; absent: all.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub when: Conditions,
    /// How much time.
    pub target: Target,
    /// In whose opening time, and in whose zone. Only a target of elapsed time can do without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<PolicyId>,
    /// The reasons for which the clock pauses; a pause for any other leaves it running (DECISIONS 16).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pause_reasons: Vec<Code>,
    /// The longest pause in elapsed seconds; after it the clock resumes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pause_s: Option<u32>,
    /// What stops a response clock; absent: acknowledgement or response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops_on: Option<Vec<StopsOn>>,
    /// Warnings and escalations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Clock policies of this clause; they go before the agreement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<TermsStated>,
}

impl Clause {
    /// Whether that act stops a response clock under this clause.
    #[must_use]
    pub fn is_stopped_by(&self, act: StopsOn) -> bool {
        match &self.stops_on {
            Some(acts) => acts.contains(&act),
            None => matches!(act, StopsOn::Acknowledged | StopsOn::Responded),
        }
    }
}

/// Which tickets a clause is for. Each list is met by any of its members; an empty list by everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// Priorities, as the matrix numbers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<u8>,
    /// Services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// Customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<CustomerId>,
    /// Categories, compared as whole codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Code>,
    /// Kinds of ticket: `incident`, `request`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Code>,
}

impl Conditions {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the ticket meets all of them. What the ticket does not state meets no list.
    #[must_use]
    pub fn matches(&self, ticket: &Ticket) -> bool {
        fn among<T: PartialEq>(list: &[T], value: Option<&T>) -> bool {
            list.is_empty() || value.is_some_and(|value| list.contains(value))
        }
        among(&self.priorities, ticket.priority.as_ref())
            && among(&self.services, ticket.service.as_ref())
            && among(&self.customers, ticket.customer.as_ref())
            && among(&self.categories, ticket.category.as_ref())
            && among(&self.kinds, Some(&ticket.kind))
    }
}

/// What selection reads of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// `incident`, `request`.
    pub kind: Code,
    /// Its priority, as the matrix numbers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// The affected service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Code>,
}

impl Ticket {
    /// A ticket of that kind of which nothing else is known yet.
    #[must_use]
    pub const fn new(kind: Code) -> Self {
        Self { kind, priority: None, service: None, customer: None, category: None }
    }

    /// The same ticket at that priority.
    #[must_use]
    pub const fn with_priority(mut self, priority: u8) -> Self {
        self.priority = Some(priority);
        self
    }
}

/// A warning or escalation at a point of the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "EscalationLevel"))]
pub struct Level {
    /// Its id, unique in the clause; the same id in another clause is the same level.
    pub id: LevelId,
    /// When it is reached.
    pub at: LevelPoint,
    /// What it asks for.
    pub kind: LevelKind,
    /// Who is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notify: Vec<Told>,
}

/// Who is told of a level: in documents a role's code, `requester` or `assignee`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Code", into = "Code")]
pub enum Told {
    /// Every holder of a role.
    Role(Role),
    /// Whoever raised the ticket.
    Requester,
    /// The group that has the ticket.
    Assignee,
}

impl Told {
    /// The code in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Role(role) => role.code(),
            Self::Requester => "requester",
            Self::Assignee => "assignee",
        }
    }
}

impl From<Told> for Code {
    fn from(told: Told) -> Self {
        Self::literal(told.code())
    }
}

impl TryFrom<Code> for Told {
    type Error = String;

    fn try_from(code: Code) -> Result<Self, String> {
        match code.as_str() {
            "requester" => Ok(Self::Requester),
            "assignee" => Ok(Self::Assignee),
            role => Role::from_code(role)
                .map(Self::Role)
                .ok_or_else(|| format!("`{code}` is no role, nor `requester` or `assignee`")),
        }
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// When a level is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LevelPoint {
    /// When that share of the target is consumed, rounded up; above 100 it lies after the target.
    Percent(u16),
    /// When so many seconds of the measure more (negative: less) than the target are consumed.
    WorkingS(i32),
    /// So many elapsed seconds after (negative: before) the due instant.
    ElapsedS(i32),
}

/// The largest percentage a level can name.
pub const LEVEL_PERCENT_MAX: u16 = 1_000;
/// The most levels one clause can have.
pub const LEVELS_PER_CLAUSE: usize = 32;

impl SlaPolicy {
    /// Reads and checks a document of at most [`limits::POLICY_BYTES`].
    ///
    /// # Errors
    /// [`SlaError::Document`] with the path of the fault; else as [`SlaPolicy::check`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, SlaError> {
        let policy: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        policy.check()?;
        Ok(policy)
    }

    /// Checks what the types do not: unique ids, calendars where a target needs one, limits.
    ///
    /// # Errors
    /// [`SlaError::DuplicateClause`], [`SlaError::DuplicateLevel`], [`SlaError::CalendarMissing`],
    /// [`SlaError::PercentOutOfRange`], [`SlaError::TooMany`].
    pub fn check(&self) -> Result<(), SlaError> {
        within("clauses", self.clauses.len(), limits::LIST)?;
        let mut clauses = BTreeSet::new();
        for clause in &self.clauses {
            if !clauses.insert(&clause.id) {
                return Err(SlaError::DuplicateClause { clause: clause.id.clone() });
            }
            clause.check()?;
        }
        Ok(())
    }
}

impl Clause {
    fn check(&self) -> Result<(), SlaError> {
        if self.target.needs_calendar() && self.calendar.is_none() {
            return Err(SlaError::CalendarMissing { clause: self.id.clone() });
        }
        within("levels", self.levels.len(), LEVELS_PER_CLAUSE)?;
        let mut levels = BTreeSet::new();
        for level in &self.levels {
            if !levels.insert(&level.id) {
                return Err(SlaError::DuplicateLevel { clause: self.id.clone(), level: level.id.clone() });
            }
            if let LevelPoint::Percent(percent) = level.at
                && !(1..=LEVEL_PERCENT_MAX).contains(&percent)
            {
                return Err(SlaError::PercentOutOfRange { level: level.id.clone(), percent });
            }
        }
        Ok(())
    }
}

fn within(list: &'static str, found: usize, limit: usize) -> Result<(), SlaError> {
    if found > limit { Err(SlaError::TooMany { list, found, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(clauses: &str) -> SlaError {
        let text = format!(r#"{{"name":"n","precedence":1,"selection":"precedence","clauses":[{clauses}]}}"#);
        SlaPolicy::from_json(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn what_is_not_an_agreement_is_refused_with_its_code() {
        let clause = |more: &str| format!(r#"{{"id":"a","metric":"response",{more}}}"#);
        let elapsed = r#""target":{"unit":"elapsed","seconds":60}"#;
        let level = |at: &str| format!(r#"{{"id":"l","at":{at},"kind":"warning"}}"#);
        let cases = [
            (format!("{0},{0}", clause(elapsed)), "sla.duplicate_clause"),
            (clause(r#""target":{"unit":"working","seconds":60}"#), "sla.calendar_missing"),
            (clause(r#""target":{"unit":"calendar_date","date":"2026-03-31"}"#), "sla.calendar_missing"),
            (clause(r#""target":{"unit":"working","seconds":-1},"calendar":"c""#), "document.shape"),
            (clause(r#""target":{"unit":"months","count":1}"#), "document.shape"),
            (clause(&format!(r#"{elapsed},"pause":[]"#)), "document.shape"),
            (
                clause(&format!(r#"{elapsed},"levels":[{0},{0}]"#, level(r#"{"percent":75}"#))),
                "sla.duplicate_level",
            ),
            (
                clause(&format!(
                    r#"{elapsed},"levels":[{{"id":"l","at":{{"percent":75}},"kind":"warning","notify":["boss"]}}]"#
                )),
                "document.shape",
            ),
            (
                clause(&format!(r#"{elapsed},"levels":[{}]"#, level(r#"{"percent":0}"#))),
                "sla.percent_out_of_range",
            ),
            (
                clause(&format!(r#"{elapsed},"levels":[{}]"#, level(r#"{"percent":1001}"#))),
                "sla.percent_out_of_range",
            ),
        ];
        for (clauses, code) in cases {
            assert_eq!(refused(&clauses).code(), code, "{clauses}");
        }
    }
}
