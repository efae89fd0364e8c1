//! Every move between two states of a mapping, judged by the lifecycle beforehand. 状态转移判定
//!
//! Legality depends on the two states alone, so it is decided once for each pair. What a guard asks of the ticket is
//! asked row by row.

use super::mapping::{self, HistoryMapping, MappedState, MappingError};
use crate::kernel::Rule;
use crate::resolution::IncidentPhase;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a move stands for.
#[derive(Debug)]
pub(super) struct Step {
    /// The commands, in order.
    pub(super) commands: Vec<&'static str>,
    /// The rules of the commands that are legal, up to the first that is not.
    pub(super) rules: Vec<&'static Rule<IncidentPhase>>,
    /// The guard ids of those rules.
    pub(super) guards: Vec<&'static str>,
    /// The rule that refuses the first command that is not legal, and that command.
    pub(super) illegal: Option<(&'static str, &'static str)>,
}

/// What the lifecycle says about one move of one ticket.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub(super) step: Arc<Step>,
    pub(super) unmet: Option<Unmet>,
}

/// A guard that refused, the command it refused, and the conditions that were not met.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unmet {
    pub(super) guard: &'static str,
    pub(super) command: &'static str,
    pub(super) conditions: Vec<&'static str>,
}

impl Verdict {
    /// Whether the lifecycle accepts the move.
    #[must_use]
    pub const fn accepted(&self) -> bool {
        self.unmet.is_none()
    }

    /// The guard that refuses it.
    #[must_use]
    pub fn refused_by(&self) -> Option<&'static str> {
        self.unmet.as_ref().map(|unmet| unmet.guard)
    }

    /// The conditions of that guard that are not met; `state` means that the command is not legal in the state.
    #[must_use]
    pub fn missing(&self) -> &[&'static str] {
        self.unmet.as_ref().map_or(&[], |unmet| &unmet.conditions)
    }

    /// The guards that it passed, in order; none for a refused move.
    #[must_use]
    pub fn guards(&self) -> &[&'static str] {
        if self.accepted() { &self.step.guards } else { &[] }
    }

    /// The commands it stands for, in order.
    #[must_use]
    pub fn commands(&self) -> &[&'static str] {
        &self.step.commands
    }
}

/// The states of a mapping and what lies between them.
#[derive(Clone, Debug)]
pub(super) struct Table {
    states: Vec<(String, MappedState)>,
    places: BTreeMap<String, usize>,
    openings: Vec<Arc<Step>>,
    moves: Vec<Vec<Arc<Step>>>,
}

impl Table {
    pub(super) fn of(mapping: &HistoryMapping) -> Result<Self, MappingError> {
        mapping.check_states()?;
        let states: Vec<_> = mapping.states.iter().map(|(name, state)| (name.clone(), *state)).collect();
        let places: BTreeMap<String, usize> =
            states.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
        let mapped = mapped_commands(mapping, &places)?;
        let mut openings = Vec::with_capacity(states.len());
        let mut moves = Vec::with_capacity(states.len());
        for (to, (_, state)) in states.iter().enumerate() {
            openings.push(Arc::new(step(None, state.phase, mapped.get(&(None, to)))?));
        }
        for (from, (_, before)) in states.iter().enumerate() {
            let mut row = Vec::with_capacity(states.len());
            for (to, (_, after)) in states.iter().enumerate() {
                let mapped = mapped.get(&(Some(from), to));
                row.push(Arc::new(step(Some(before.phase), after.phase, mapped)?));
            }
            moves.push(row);
        }
        Ok(Self { states, places, openings, moves })
    }

    pub(super) fn place(&self, state: &str) -> Option<usize> {
        self.places.get(state).copied()
    }

    pub(super) fn name(&self, place: usize) -> &str {
        self.states.get(place).map_or("", |(name, _)| name)
    }

    pub(super) fn state(&self, place: usize) -> Option<MappedState> {
        self.states.get(place).map(|(_, state)| *state)
    }

    pub(super) fn step(&self, from: Option<usize>, to: usize) -> Option<&Arc<Step>> {
        match from {
            None => self.openings.get(to),
            Some(from) => self.moves.get(from)?.get(to),
        }
    }
}

type Mapped<'a> = (String, Vec<&'a str>);

/// The commands that the mapping states, by from and to.
fn mapped_commands<'a>(
    mapping: &'a HistoryMapping,
    places: &BTreeMap<String, usize>,
) -> Result<BTreeMap<(Option<usize>, usize), Mapped<'a>>, MappingError> {
    let place = |path: &str, state: &String| {
        places
            .get(state)
            .copied()
            .ok_or_else(|| MappingError::UnknownState { path: path.to_owned(), state: state.clone() })
    };
    let mut mapped = BTreeMap::new();
    for (number, opening) in mapping.openings.iter().enumerate() {
        let path = format!("openings[{number}]");
        let commands = mapping::known(&path, &opening.commands)?;
        for state in &opening.states {
            if mapped.insert((None, place(&path, state)?), (path.clone(), commands.clone())).is_some() {
                return Err(MappingError::Twice { path, state: state.clone() });
            }
        }
    }
    for (number, row) in mapping.moves.iter().enumerate() {
        let path = format!("moves[{number}]");
        let commands = mapping::known(&path, &row.commands)?;
        let to = place(&path, &row.to)?;
        for state in &row.from {
            let from = place(&path, state)?;
            let again = mapped.insert((Some(from), to), (path.clone(), commands.clone())).is_some();
            if again || from == to {
                return Err(MappingError::Twice { path, state: state.clone() });
            }
        }
    }
    Ok(mapped)
}

/// Walks the commands from a phase as far as they are legal.
fn step(
    from: Option<IncidentPhase>,
    to: IncidentPhase,
    mapped: Option<&Mapped<'_>>,
) -> Result<Step, MappingError> {
    let lifecycle = mapping::lifecycle();
    let leading = lifecycle.rules.iter().find(|rule| rule.to == Some(to)).map(|rule| rule.command);
    let commands: Vec<&str> =
        mapped.map_or_else(|| leading.into_iter().collect(), |(_, commands)| commands.clone());
    let mut step = Step { commands: Vec::new(), rules: Vec::new(), guards: Vec::new(), illegal: None };
    let mut phase = from;
    for command in commands {
        let Some(governing) = lifecycle.governing(command) else { continue };
        step.commands.push(governing.command);
        if step.illegal.is_some() {
            continue;
        }
        match lifecycle.rule(phase, command) {
            Some(rule) => {
                step.rules.push(rule);
                step.guards.push(rule.id);
                phase = rule.to.or(phase);
            }
            None => step.illegal = Some((governing.id, governing.command)),
        }
    }
    match mapped {
        Some((path, _)) if step.illegal.is_none() && phase != Some(to) => Err(MappingError::LeadsElsewhere {
            path: path.clone(),
            found: phase.map_or("none", IncidentPhase::code),
            wanted: to.code(),
        }),
        _ => Ok(step),
    }
}
