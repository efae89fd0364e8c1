//! What a fold found, as one document. 分析报告

use super::{Checking, HistoryKpi, RowFault};
use serde::Serialize;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Where in the table something was seen first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Example {
    /// The ticket.
    pub ticket: SmolStr,
    /// The line, the header being line 1.
    pub line: u64,
}

/// Moves that the lifecycle accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AcceptedMoves {
    /// The state before; none: the ticket begins here.
    pub from: Option<String>,
    /// The state after.
    pub to: String,
    /// The commands that they stand for.
    pub commands: Vec<&'static str>,
    /// The guards that they passed.
    pub guards: Vec<&'static str>,
    /// How many.
    pub count: u64,
    /// The first of them.
    pub example: Example,
}

/// Moves that the lifecycle refuses for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RefusedMoves {
    /// The guard that refuses them.
    pub guard: &'static str,
    /// The command that it refuses.
    pub command: &'static str,
    /// The conditions that are not met; `state`: the command is not legal in that state.
    pub missing: Vec<&'static str>,
    /// The state before; none: the ticket begins here.
    pub from: Option<String>,
    /// The state after.
    pub to: String,
    /// How many.
    pub count: u64,
    /// The first of them.
    pub example: Example,
}

/// Rows whose priority is not the matrix's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriorityDifference {
    /// The impact.
    pub impact: u8,
    /// The urgency.
    pub urgency: u8,
    /// The priority that the table states.
    pub stated: u8,
    /// The priority of the matrix; none where it has none.
    pub matrix: Option<u8>,
    /// How many rows.
    pub rows: u64,
    /// The first of them.
    pub example: Example,
}

/// Tickets whose own column says something else than their rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compared {
    /// Tickets that could be compared.
    pub compared: u64,
    /// Tickets that differ.
    pub differ: u64,
    /// The first of them, by number.
    pub example: Option<SmolStr>,
}

impl Compared {
    pub(super) fn add<T: PartialEq>(&mut self, ticket: &SmolStr, ours: Option<T>, stated: Option<T>) {
        let Some((ours, stated)) = ours.zip(stated) else { return };
        self.compared = self.compared.saturating_add(1);
        if ours != stated {
            self.differ = self.differ.saturating_add(1);
            self.example.get_or_insert_with(|| ticket.clone());
        }
    }
}

/// How one clock of the tickets fared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockFigures {
    /// Finished within the target.
    pub met: u64,
    /// Finished beyond it.
    pub breached: u64,
    /// Not finished by the end of the table.
    pub unfinished: u64,
    /// No clause is for the ticket.
    pub without_target: u64,
    /// Met and breached, by the last priority.
    pub by_priority: BTreeMap<u8, MetBreached>,
}

/// Clocks that met their target and clocks that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MetBreached {
    /// Within the target.
    pub met: u64,
    /// Beyond it.
    pub breached: u64,
}

impl ClockFigures {
    /// Clocks that were stopped.
    #[must_use]
    pub const fn finished(&self) -> u64 {
        self.met.saturating_add(self.breached)
    }
}

/// The resolution clocks beside the table's own word on its agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgreementFigures {
    /// Tickets with a finished resolution clock and a word of their own.
    pub compared: u64,
    /// Met, both say.
    pub both_met: u64,
    /// Breached, both say.
    pub both_breached: u64,
    /// Breached by our clock, met by the table.
    pub only_ours_breached: u64,
    /// Met by our clock, breached by the table.
    pub only_stated_breached: u64,
}

/// Everything a fold found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryReport {
    /// The name of the mapping.
    pub mapping: String,
    /// The zone in which the table's times were read.
    pub zone: String,
    /// The version of the zone rules.
    pub tzdb: String,
    /// Tickets.
    pub incidents: u64,
    /// Rows that could be read.
    pub events: u64,
    /// Rows that could not.
    pub malformed_rows: u64,
    /// The first of those.
    #[serde(serialize_with = "faults")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<FaultyRow>"))]
    pub faults: Vec<RowFault>,
    /// Rows whose state the mapping does not know.
    pub unknown_states: u64,
    /// Those states, the first few of them, with their rows.
    pub unknown_state_names: BTreeMap<SmolStr, u64>,
    /// Rows that lie before the row before them.
    pub out_of_order: u64,
    /// Rows that change no state.
    pub updates: u64,
    /// Tickets whose beginning the lifecycle accepts. Beginnings are no transitions.
    pub openings_accepted: u64,
    /// Tickets whose beginning it refuses.
    pub openings_refused: u64,
    /// Rows that change the state of a ticket and are accepted.
    pub transitions_accepted: u64,
    /// Rows that change the state of a ticket and are refused.
    pub transitions_refused: u64,
    /// Refused transitions by guard.
    pub refused_by_guard: BTreeMap<&'static str, u64>,
    /// Accepted beginnings and transitions.
    pub accepted: Vec<AcceptedMoves>,
    /// Refused beginnings and transitions.
    pub refused: Vec<RefusedMoves>,
    /// Which conditions of the guards were checked.
    pub conditions: Checking,
    /// Rows with an impact, an urgency and a priority.
    pub priority_compared: u64,
    /// Rows whose priority is not the matrix's.
    pub priority_differs: u64,
    /// Those, by what they say.
    pub priority_differences: Vec<PriorityDifference>,
    /// Moves out of resolved or closed into an open state.
    pub reopens: u64,
    /// Tickets whose own number of reopens is another.
    pub reopen_differs: u64,
    /// That comparison.
    pub reopen: Compared,
    /// Changes of the group, as the mapping counts them.
    pub reassignments: u64,
    /// Tickets whose own number of reassignments is another.
    pub reassignment_differs: u64,
    /// That comparison.
    pub reassignment: Compared,
    /// The stated instant of the resolution beside the row of the last one.
    pub resolved_at: Compared,
    /// The stated instant of the closure beside the row of the last one.
    pub closed_at: Compared,
    /// The response clocks.
    pub response: ClockFigures,
    /// The resolution clocks.
    pub resolution: ClockFigures,
    /// The resolution clocks beside the table's own flag.
    pub made_sla: AgreementFigures,
    /// The KPIs that the table can bear; the period is the whole table.
    pub kpis: Vec<HistoryKpi>,
}

/// A row that cannot be read, as a report has it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FaultyRow {
    /// Its line.
    line: u64,
    /// The column at fault.
    column: String,
    /// The stable code of the fault.
    code: &'static str,
    /// What is wrong.
    message: String,
}

fn faults<S: serde::Serializer>(faults: &[RowFault], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(faults.iter().map(|fault| FaultyRow {
        line: fault.line,
        column: fault.column.to_string(),
        code: fault.kind.code(),
        message: fault.kind.to_string(),
    }))
}
