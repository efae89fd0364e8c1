//! The mapping as people write it: how a foreign table is read, and what its moves stand for. 映射文档
//!
//! It is a policy document like any other (DECISIONS 4, 20): it has no identity of its own and travels as
//! [`Versioned<HistoryMapping>`](crate::kernel::Versioned). It describes a format, never the content of one file.

use super::WallFormat;
use crate::kernel::strict::{self, DocumentError};
use crate::kernel::{Lifecycle, codes, limits};
use crate::priority::{MatrixDocument, MatrixError};
use crate::resolution::PendingReason;
use crate::resolution::{IncidentPhase, Incidents};
use crate::time::CalendarError;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a foreign history is read.
///
/// The [module](crate::analytics) has an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HistoryMapping {
    /// What people call it.
    pub name: String,
    /// IANA name of the zone in which the table's times are local.
    #[serde(default = "utc")]
    pub zone: String,
    /// How it writes them.
    pub time_format: WallFormat,
    /// What stands where a value is missing. An empty field is missing always.
    #[serde(default)]
    pub missing: String,
    /// Which column holds what.
    pub columns: ColumnNames,
    /// The numbers of its levels.
    #[serde(default)]
    pub levels: LevelNames,
    /// The matrix its priorities are compared with; absent: they are not compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<MatrixDocument>,
    /// Its states in our words. A state that is not here is unknown.
    pub states: BTreeMap<String, MappedState>,
    /// What the first row of a ticket stands for. A first state that is not here is refused by the rule that leads to its phase.
    #[serde(default)]
    pub openings: Vec<OpeningMapping>,
    /// What moves stand for. A move that is not here is one step, by the rule that leads to its phase.
    #[serde(default)]
    pub moves: Vec<MoveMapping>,
    /// What the table's own counter of reassignments counts.
    #[serde(default)]
    pub reassignment: ReassignmentRule,
    /// Up to how many working days after its resolution a ticket may be reopened; absent: not checkable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopen_within_working_days: Option<u32>,
    /// Conditions that the table seems to hold and does not.
    #[serde(default)]
    pub not_checkable: Vec<Unchecked>,
}

fn utc() -> String {
    "UTC".to_owned()
}

/// The names of the columns. Those that are absent are not read, and what needs them is not checkable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnNames {
    /// The ticket.
    pub number: String,
    /// Its state after the update.
    pub state: String,
    /// When the update was made.
    pub updated_at: String,
    /// When the ticket was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<String>,
    /// When it was resolved for the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<String>,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<String>,
    /// The impact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// The urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// The priority as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// The category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The group that has the ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Who made the update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// The resolution code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution_code: Option<String>,
    /// The running number of reassignments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reassignment_count: Option<String>,
    /// The running number of reopens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopen_count: Option<String>,
    /// Whether the ticket met its agreement, `true` or `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_sla: Option<String>,
}

/// How levels are written, and the numbers by which the matrix and the targets know them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelNames {
    /// Impacts.
    #[serde(default)]
    pub impact: BTreeMap<String, u8>,
    /// Urgencies.
    #[serde(default)]
    pub urgency: BTreeMap<String, u8>,
    /// Priorities.
    #[serde(default)]
    pub priority: BTreeMap<String, u8>,
}

/// A foreign state in our words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MappedState {
    /// The phase.
    pub phase: IncidentPhase,
    /// What it waits for; a pending state has a reason, no other state has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<PendingReason>,
}

/// What it stands for that a ticket begins in one of these states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpeningMapping {
    /// The states.
    pub states: Vec<String>,
    /// The commands, in order, beginning with the one that opens an incident.
    pub commands: Vec<String>,
}

/// What a move from any of some states to a state stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveMapping {
    /// From any of these.
    pub from: Vec<String>,
    /// To this.
    pub to: String,
    /// The commands, in order. One that is not legal there makes every such move refused.
    pub commands: Vec<String>,
}

codes! {
    /// What a counter of reassignments counts.
    #[derive(Default)]
    pub enum ReassignmentRule {
        /// A move from one named group to another.
        #[default]
        BetweenGroups = "between_groups", "Between named groups", "组间转派";
        /// Every change of the group, also from none and to none.
        AnyChange = "any_change", "Every change of the group", "组的任何变化";
    }
}

/// A condition that is not checked, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unchecked {
    /// The guard: `T-INC-09`.
    pub guard: String,
    /// The condition: `separation_of_duties`.
    pub condition: String,
}

/// A document that is no mapping, or a table that lacks what the mapping names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// The text is not a mapping document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The zone is unknown.
    #[error("at `zone`: {0}")]
    Zone(CalendarError),
    /// The matrix is none.
    #[error("at `matrix`: {0}")]
    Matrix(MatrixError),
    /// No state is mapped, or more than `STATES`.
    #[error("at `states`: a mapping has 1 to {STATES} states, this one has `{found}`")]
    StateCount {
        /// States found.
        found: usize,
    },
    /// A pending state without a reason, or a reason where nothing waits.
    #[error("at `states.{state}`: a pending state has a `reason`, and no other state has one")]
    Reason {
        /// The foreign state.
        state: String,
    },
    /// An opening or a move names a state that is not mapped.
    #[error("at `{path}`: `{state}` is not among the states of the mapping")]
    UnknownState {
        /// Where.
        path: String,
        /// The state named.
        state: String,
    },
    /// Two openings or two moves are for the same states, or a move stays where it is.
    #[error("at `{path}`: `{state}` was mapped already, or does not move")]
    Twice {
        /// Where.
        path: String,
        /// The state named.
        state: String,
    },
    /// A command that incidents do not have.
    #[error("at `{path}`: incidents have no command `{command}`")]
    UnknownCommand {
        /// Where.
        path: String,
        /// The command named.
        command: String,
    },
    /// Legal commands that do not lead where the move leads.
    #[error("at `{path}`: the commands lead to `{found}`, the state stands for `{wanted}`")]
    LeadsElsewhere {
        /// Where.
        path: String,
        /// The phase they lead to.
        found: &'static str,
        /// The phase of the state.
        wanted: &'static str,
    },
    /// A condition that no guard of incidents has.
    #[error("at `not_checkable`: `{guard}` has no condition `{condition}`")]
    UnknownCondition {
        /// The guard named.
        guard: String,
        /// The condition named.
        condition: String,
    },
    /// The table has no such column.
    #[error("the table has no column `{column}`, which the mapping names as `{field}`")]
    NoColumn {
        /// The field of the mapping.
        field: &'static str,
        /// The column it names.
        column: String,
    },
    /// The table has that column twice.
    #[error("the table has two columns `{column}`")]
    ColumnTwice {
        /// The column.
        column: String,
    },
    /// More columns than `COLUMNS`.
    #[error("the table has `{found}` columns, allowed are {COLUMNS}")]
    TooManyColumns {
        /// Columns found.
        found: usize,
    },
}

/// The most states of a mapping.
pub(super) const STATES: usize = 64;
/// The most columns of a table.
pub(super) const COLUMNS: usize = 1_024;

impl MappingError {
    /// The stable code of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(refused) => refused.fault.code(),
            Self::Zone(refused) => refused.code(),
            Self::Matrix(refused) => refused.code(),
            Self::StateCount { .. } => "mapping.state_count",
            Self::Reason { .. } => "mapping.reason",
            Self::UnknownState { .. } => "mapping.unknown_state",
            Self::Twice { .. } => "mapping.twice",
            Self::UnknownCommand { .. } => "mapping.unknown_command",
            Self::LeadsElsewhere { .. } => "mapping.leads_elsewhere",
            Self::UnknownCondition { .. } => "mapping.unknown_condition",
            Self::NoColumn { .. } => "mapping.no_column",
            Self::ColumnTwice { .. } => "mapping.column_twice",
            Self::TooManyColumns { .. } => "mapping.too_many_columns",
        }
    }

    /// Where in the mapping document the fault is; empty for a fault of the table.
    #[must_use]
    pub fn path(&self) -> String {
        let below = |field: &str, path: &str| match path {
            "" => field.to_owned(),
            path => format!("{field}.{path}"),
        };
        match self {
            Self::Document(refused) => refused.path.clone(),
            Self::Zone(refused) => below("zone", refused.path()),
            Self::Matrix(refused) => below("matrix", refused.path()),
            Self::StateCount { .. } => "states".to_owned(),
            Self::Reason { state } => below("states", state),
            Self::UnknownState { path, .. }
            | Self::Twice { path, .. }
            | Self::UnknownCommand { path, .. }
            | Self::LeadsElsewhere { path, .. } => path.clone(),
            Self::UnknownCondition { .. } => "not_checkable".to_owned(),
            Self::NoColumn { field, .. } => (*field).to_owned(),
            Self::ColumnTwice { .. } | Self::TooManyColumns { .. } => String::new(),
        }
    }
}

impl HistoryMapping {
    /// Reads and checks a document of at most [`limits::POLICY_BYTES`].
    ///
    /// # Errors
    /// [`MappingError::Document`] with the path of the fault; else as [`HistoryMapping::check`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, MappingError> {
        let mapping: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        mapping.check()?;
        Ok(mapping)
    }

    /// Checks what the types do not: that states are mapped once and moves lead where they say.
    ///
    /// # Errors
    /// [`MappingError`] with the path of the first fault.
    pub fn check(&self) -> Result<(), MappingError> {
        super::moves::Table::of(self)?;
        super::conditions::check(&self.not_checkable)?;
        self.zone_rules()?;
        self.compiled_matrix()?;
        Ok(())
    }

    pub(super) fn check_states(&self) -> Result<(), MappingError> {
        if self.states.is_empty() || self.states.len() > STATES {
            return Err(MappingError::StateCount { found: self.states.len() });
        }
        for (state, mapped) in &self.states {
            if mapped.reason.is_some() != (mapped.phase == IncidentPhase::Pending) {
                return Err(MappingError::Reason { state: state.clone() });
            }
        }
        Ok(())
    }

    pub(super) fn zone_rules(&self) -> Result<crate::time::Zone, MappingError> {
        crate::time::Zone::bundled(&self.zone).map_err(MappingError::Zone)
    }

    pub(super) fn compiled_matrix(&self) -> Result<Option<crate::priority::PriorityMatrix>, MappingError> {
        self.matrix
            .clone()
            .map(crate::priority::PriorityMatrix::new)
            .transpose()
            .map_err(MappingError::Matrix)
    }
}

pub(super) const fn lifecycle() -> &'static Lifecycle<IncidentPhase> {
    <Incidents as crate::kernel::Process>::LIFECYCLE
}

/// The commands of a mapping that exist.
pub(super) fn known<'a>(path: &str, commands: &'a [String]) -> Result<Vec<&'a str>, MappingError> {
    let all: BTreeSet<&str> = lifecycle().commands().into_iter().collect();
    if commands.is_empty() {
        return Err(MappingError::UnknownCommand { path: path.to_owned(), command: String::new() });
    }
    commands
        .iter()
        .map(|command| {
            all.contains(command.as_str()).then_some(command.as_str()).ok_or_else(|| {
                MappingError::UnknownCommand { path: path.to_owned(), command: command.clone() }
            })
        })
        .collect()
}
