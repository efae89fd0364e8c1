//! The fold of a foreign history: rows in, findings out, and a report at its end. 一致性检查
//!
//! Memory grows with the tickets and their moves, not with the rows. Each row costs one search for its ticket.

use super::clocks::{self, Happened, Measure, Outcome};
use super::columns::{Row, RowFault};
use super::conditions::{Checks, Known};
use super::kpis::{Ageing, Counted};
use super::mapping::{HistoryMapping, MappedState, MappingError, ReassignmentRule};
use super::moves::{Table, Unmet, Verdict};
use super::report::{
    AcceptedMoves, ClockFigures, Compared, Example, HistoryReport, PriorityDifference, RefusedMoves,
};
use crate::kernel::Instant;
use crate::priority::PriorityMatrix;
use crate::resolution::IncidentPhase;
use crate::sla::SlaError;
use crate::time::DayConvention;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// What one row is.
#[derive(Clone, Debug)]
pub enum Finding {
    /// The first row of a ticket in a known state.
    Opened(Verdict),
    /// A row that changes the state.
    Moved(Verdict),
    /// A row that does not.
    Update,
    /// A row in a state that the mapping does not know; the ticket stays in the last known one.
    UnknownState,
}

/// How many faults and unknown states are named; all are counted.
const NAMED: usize = 20;

type Move = (Option<usize>, usize);
/// Impact, urgency, the stated priority, the matrix's.
type Levels = (u8, u8, u8, Option<u8>);

/// The fold over the rows of one history.
///
/// The [module](crate::analytics) has an example.
#[derive(Clone, Debug)]
pub struct Conformance {
    names: (String, String, String),
    table: Table,
    checks: Checks,
    matrix: Option<PriorityMatrix>,
    counts: ReassignmentRule,
    reopen_days: Option<u32>,
    measure: Measure,
    tickets: BTreeMap<SmolStr, Ticket>,
    last_at: Instant,
    accepted: BTreeMap<Move, (u64, Verdict, Example)>,
    refused: BTreeMap<Refused, (u64, Example)>,
    priorities: BTreeMap<Levels, (u64, Example)>,
    report: HistoryReport,
}

/// By which guard and condition a move was refused.
type Refused = (Unmet, Move);

/// What is kept of a ticket.
#[derive(Clone, Debug, Default)]
struct Ticket {
    place: Option<usize>,
    opened_at: Option<Instant>,
    last_at: Option<Instant>,
    first_priority: Option<u8>,
    priority: Option<u8>,
    happened: Vec<(Instant, Happened)>,
    group: Option<SmolStr>,
    named_group: Option<SmolStr>,
    group_changes: u64,
    hops: u64,
    reopens: u64,
    resolutions: u64,
    resolved_by: Option<SmolStr>,
    reopen_until: Option<Instant>,
    resolved_at: Option<Instant>,
    closed_at: Option<Instant>,
    stated: Stated,
}

/// The last word of the table on a ticket.
#[derive(Clone, Copy, Debug, Default)]
struct Stated {
    reassignments: Option<u64>,
    reopens: Option<u64>,
    made_sla: Option<bool>,
    resolved_at: Option<Instant>,
    closed_at: Option<Instant>,
}

impl Conformance {
    /// An empty fold under a mapping.
    ///
    /// # Errors
    /// As [`HistoryMapping::check`].
    pub fn new(mapping: &HistoryMapping, measure: Measure) -> Result<Self, MappingError> {
        mapping.check()?;
        let zone = mapping.zone_rules()?;
        let reopen_days = mapping.reopen_within_working_days;
        let mut judged = mapping.clone();
        judged.reopen_within_working_days = reopen_days.filter(|_| measure.office.is_some());
        Ok(Self {
            names: (mapping.name.clone(), zone.name().to_owned(), zone.version().to_owned()),
            table: Table::of(mapping)?,
            checks: Checks::of(&judged),
            matrix: mapping.compiled_matrix()?,
            counts: mapping.reassignment,
            reopen_days,
            measure,
            tickets: BTreeMap::new(),
            last_at: Instant::MIN,
            accepted: BTreeMap::new(),
            refused: BTreeMap::new(),
            priorities: BTreeMap::new(),
            report: empty(&judged),
        })
    }

    /// Counts a row that could not be read.
    pub fn fault(&mut self, fault: RowFault) {
        increment(&mut self.report.malformed_rows);
        if self.report.faults.len() < NAMED {
            self.report.faults.push(fault);
        }
    }

    /// Folds one row in.
    pub fn fold(&mut self, row: &Row<'_>) -> Finding {
        increment(&mut self.report.events);
        self.last_at = self.last_at.max(row.at);
        self.compare_priority(row);
        let mut ticket = match self.tickets.get_mut(row.number) {
            Some(ticket) => std::mem::take(ticket),
            None => Ticket::default(),
        };
        if ticket.last_at.is_some_and(|last_at| row.at < last_at) {
            increment(&mut self.report.out_of_order);
        }
        let finding = match self.table.place(row.state) {
            None => self.unknown(row),
            Some(to) if ticket.place == Some(to) => {
                increment(&mut self.report.updates);
                Finding::Update
            }
            Some(to) => self.moved(&mut ticket, row, to),
        };
        ticket.follow(row, self.matrix.as_ref());
        match self.tickets.get_mut(row.number) {
            Some(place) => *place = ticket,
            None => {
                self.tickets.insert(SmolStr::new(row.number), ticket);
            }
        }
        finding
    }

    fn compare_priority(&mut self, row: &Row<'_>) {
        let (Some(matrix), Some(impact), Some(urgency), Some(stated)) =
            (&self.matrix, row.impact, row.urgency, row.priority)
        else {
            return;
        };
        increment(&mut self.report.priority_compared);
        let ours = matrix.priority(impact, urgency).ok();
        if ours != Some(stated) {
            increment(&mut self.report.priority_differs);
            let seen = self.priorities.entry((impact, urgency, stated, ours));
            increment(&mut seen.or_insert_with(|| (0, example(row))).0);
        }
    }

    fn unknown(&mut self, row: &Row<'_>) -> Finding {
        increment(&mut self.report.unknown_states);
        let names = &mut self.report.unknown_state_names;
        if names.len() < NAMED || names.contains_key(row.state) {
            increment(names.entry(SmolStr::new(row.state)).or_default());
        }
        Finding::UnknownState
    }

    fn moved(&mut self, ticket: &mut Ticket, row: &Row<'_>, to: usize) -> Finding {
        let from = ticket.place;
        let Some(step) = self.table.step(from, to).cloned() else { return Finding::UnknownState };
        let known = Known {
            row,
            matrix: self.matrix.as_ref(),
            resolved_by: ticket.resolved_by.as_deref(),
            reopen_until: ticket.reopen_until,
        };
        let conditions = step.rules.iter().find_map(|rule| {
            let conditions = self.checks.unmet(rule.id, &known);
            (!conditions.is_empty()).then_some(Unmet { guard: rule.id, command: rule.command, conditions })
        });
        let illegal =
            step.illegal.map(|(guard, command)| Unmet { guard, command, conditions: vec!["state"] });
        let verdict = Verdict { unmet: conditions.or(illegal), step };
        self.count(row, (from, to), &verdict);
        self.go_on(ticket, row, to);
        if from.is_none() { Finding::Opened(verdict) } else { Finding::Moved(verdict) }
    }

    fn count(&mut self, row: &Row<'_>, step: Move, verdict: &Verdict) {
        let report = &mut self.report;
        increment(match (step.0, verdict.accepted()) {
            (None, true) => &mut report.openings_accepted,
            (None, false) => &mut report.openings_refused,
            (Some(_), true) => &mut report.transitions_accepted,
            (Some(_), false) => &mut report.transitions_refused,
        });
        match &verdict.unmet {
            None => {
                let seen = self.accepted.entry(step);
                increment(&mut seen.or_insert_with(|| (0, verdict.clone(), example(row))).0);
            }
            Some(unmet) => {
                if step.0.is_some() {
                    increment(report.refused_by_guard.entry(unmet.guard).or_default());
                }
                let seen = self.refused.entry((unmet.clone(), step));
                increment(&mut seen.or_insert_with(|| (0, example(row))).0);
            }
        }
    }

    /// The ticket goes on from the state that the table states, whatever the verdict.
    fn go_on(&self, ticket: &mut Ticket, row: &Row<'_>, to: usize) {
        let before = ticket.place.and_then(|place| self.table.state(place));
        let Some(after) = self.table.state(to) else { return };
        ticket.place = Some(to);
        if before.is_some_and(is_done) && clocks::is_open(after.phase) {
            increment(&mut ticket.reopens);
            ticket.resolved_by = None;
        }
        let at = ticket.last_at.map_or(row.at, |last_at| last_at.max(row.at));
        match after.phase {
            IncidentPhase::Resolved => {
                increment(&mut ticket.resolutions);
                ticket.resolved_at = Some(row.at);
                ticket.resolved_by = row.actor.map(SmolStr::new);
                ticket.reopen_until = self.reopen_until(row.at);
            }
            IncidentPhase::Closed => ticket.closed_at = Some(row.at),
            _ => {}
        }
        ticket.happened.extend(clocks::happened(before, after).into_iter().map(|what| (at, what)));
    }

    fn reopen_until(&self, resolved_at: Instant) -> Option<Instant> {
        let (days, office) = (self.reopen_days?, self.measure.office.as_ref()?);
        office.add_working_days_s(resolved_at, days, DayConvention::KeepTime).ok()
    }

    /// Measures the tickets and closes the books.
    ///
    /// # Errors
    /// [`SlaError`] where the agreements lack a calendar for an instant of the history.
    pub fn finish(mut self) -> Result<HistoryReport, SlaError> {
        let mut counted = Counted::default();
        for (number, ticket) in std::mem::take(&mut self.tickets) {
            self.settle(&number, &ticket, &mut counted)?;
        }
        let Self { names, table, accepted, refused, priorities, mut report, .. } = self;
        let name = |place: usize| table.name(place).to_owned();
        (report.mapping, report.zone, report.tzdb) = names;
        let accepted = accepted.into_iter().map(|((from, to), (count, verdict, example))| AcceptedMoves {
            from: from.map(name),
            to: name(to),
            commands: verdict.step.commands.clone(),
            guards: verdict.step.guards.clone(),
            count,
            example,
        });
        report.accepted = accepted.collect();
        let refused = refused.into_iter().map(|((unmet, (from, to)), (count, example))| RefusedMoves {
            guard: unmet.guard,
            command: unmet.command,
            missing: unmet.conditions,
            from: from.map(name),
            to: name(to),
            count,
            example,
        });
        report.refused = refused.collect();
        let differences =
            priorities.into_iter().map(|((impact, urgency, stated, matrix), (rows, example))| {
                PriorityDifference { impact, urgency, stated, matrix, rows, example }
            });
        report.priority_differences = differences.collect();
        report.reopen_differs = report.reopen.differ;
        report.reassignment_differs = report.reassignment.differ;
        report.kpis = counted.kpis(&report.response, &report.resolution);
        Ok(report)
    }

    /// Measures one ticket and counts it.
    fn settle(&mut self, number: &SmolStr, ticket: &Ticket, counted: &mut Counted) -> Result<(), SlaError> {
        let report = &mut self.report;
        increment(&mut report.incidents);
        let changes = match self.counts {
            ReassignmentRule::BetweenGroups => ticket.hops,
            ReassignmentRule::AnyChange => ticket.group_changes,
        };
        add(&mut report.reassignments, changes);
        add(&mut report.reopens, ticket.reopens);
        let stated = &ticket.stated;
        report.reopen.add(number, Some(ticket.reopens), stated.reopens);
        report.reassignment.add(number, Some(changes), stated.reassignments);
        report.resolved_at.add(number, ticket.resolved_at, stated.resolved_at);
        report.closed_at.add(number, ticket.closed_at, stated.closed_at);

        let phase = ticket.place.and_then(|place| self.table.state(place)).map(|state| state.phase);
        let opened_at = ticket.opened_at.unwrap_or(self.last_at);
        increment(&mut counted.incidents);
        increment(counted.by_priority.entry(ticket.priority).or_default());
        add(&mut counted.reopens, ticket.reopens);
        add(&mut counted.resolutions, ticket.resolutions);
        let [response, resolution] = clocks::measure(
            opened_at,
            ticket.first_priority,
            &ticket.happened,
            &self.measure.agreements,
            self.last_at,
        )?;
        if phase == Some(IncidentPhase::Closed) {
            increment(&mut counted.closed);
            add(&mut counted.closed_without_hop, u64::from(ticket.hops == 0));
            add(&mut counted.hopped_twice, u64::from(ticket.hops >= 2));
            counted.time_to_resolve(&resolution);
        } else if phase.is_some_and(clocks::is_open) {
            let age = Ageing::of(self.last_at.seconds_since(opened_at));
            increment(counted.open.entry(age).or_default());
        }
        if let (Outcome::Finished(result), Some(made)) = (&resolution, stated.made_sla) {
            let figures = &mut report.made_sla;
            increment(&mut figures.compared);
            increment(match (result.breached_at.is_none(), made) {
                (true, true) => &mut figures.both_met,
                (false, false) => &mut figures.both_breached,
                (false, true) => &mut figures.only_ours_breached,
                (true, false) => &mut figures.only_stated_breached,
            });
        }
        report.response.count(ticket.priority, &response);
        report.resolution.count(ticket.priority, &resolution);
        Ok(())
    }
}

impl Ticket {
    /// What every row tells, whatever its state.
    fn follow(&mut self, row: &Row<'_>, matrix: Option<&PriorityMatrix>) {
        let by_matrix = || matrix?.priority(row.impact?, row.urgency?).ok();
        let priority = row.priority.or_else(by_matrix);
        match self.last_at {
            None => {
                self.opened_at = Some(row.opened_at.map_or(row.at, |opened_at| opened_at.min(row.at)));
                self.first_priority = priority;
            }
            Some(_) => {
                add(&mut self.group_changes, u64::from(self.group.as_deref() != row.group));
                if let Some(changed) = priority.filter(|_| priority != self.priority) {
                    self.happened.push((row.at, Happened::Priority(changed)));
                }
            }
        }
        if let Some(group) = row.group {
            let left = self.named_group.as_deref().is_some_and(|before| before != group);
            add(&mut self.hops, u64::from(left));
            if self.named_group.as_deref() != Some(group) {
                self.named_group = Some(SmolStr::new(group));
            }
        }
        if self.group.as_deref() != row.group {
            self.group = row.group.map(SmolStr::new);
        }
        self.priority = priority.or(self.priority);
        self.last_at = self.last_at.max(Some(row.at));
        self.stated = Stated {
            reassignments: row.reassignment_count,
            reopens: row.reopen_count,
            made_sla: row.made_sla,
            resolved_at: row.resolved_at,
            closed_at: row.closed_at,
        };
    }
}

impl ClockFigures {
    fn count(&mut self, priority: Option<u8>, outcome: &Outcome) {
        match outcome {
            Outcome::NoTarget => increment(&mut self.without_target),
            Outcome::Unfinished => increment(&mut self.unfinished),
            Outcome::Finished(result) => {
                let met = result.breached_at.is_none();
                increment(if met { &mut self.met } else { &mut self.breached });
                if let Some(priority) = priority {
                    let of_level = self.by_priority.entry(priority).or_default();
                    increment(if met { &mut of_level.met } else { &mut of_level.breached });
                }
            }
        }
    }
}

const fn is_done(state: MappedState) -> bool {
    matches!(state.phase, IncidentPhase::Resolved | IncidentPhase::Closed)
}

const fn increment(count: &mut u64) {
    add(count, 1);
}

const fn add(count: &mut u64, more: u64) {
    *count = count.saturating_add(more);
}

fn example(row: &Row<'_>) -> Example {
    Example { ticket: SmolStr::new(row.number), line: row.line }
}

fn empty(mapping: &HistoryMapping) -> HistoryReport {
    HistoryReport {
        mapping: String::new(),
        zone: String::new(),
        tzdb: String::new(),
        incidents: 0,
        events: 0,
        malformed_rows: 0,
        faults: Vec::new(),
        unknown_states: 0,
        unknown_state_names: BTreeMap::new(),
        out_of_order: 0,
        updates: 0,
        openings_accepted: 0,
        openings_refused: 0,
        transitions_accepted: 0,
        transitions_refused: 0,
        refused_by_guard: BTreeMap::new(),
        accepted: Vec::new(),
        refused: Vec::new(),
        conditions: mapping.conditions(),
        priority_compared: 0,
        priority_differs: 0,
        priority_differences: Vec::new(),
        reopens: 0,
        reopen_differs: 0,
        reopen: Compared::default(),
        reassignments: 0,
        reassignment_differs: 0,
        reassignment: Compared::default(),
        resolved_at: Compared::default(),
        closed_at: Compared::default(),
        response: ClockFigures::default(),
        resolution: ClockFigures::default(),
        made_sla: super::AgreementFigures::default(),
        kpis: Vec::new(),
    }
}
