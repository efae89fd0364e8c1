//! States over time: what is stated for items during stretches of minutes, looked at minute by minute.
//!
//! A stretch `[from, until)` holds its first minute and not its last; where two state something for one item, the worse
//! holds.

use std::collections::{BTreeMap, BTreeSet};

use super::impact::{Failure, Graph, Node, State, impact, subsets};

pub type Minute = i64;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub id: String,
    pub from: Minute,
    pub until: Minute,
    pub states: BTreeMap<Node, State>,
}

/// First and last minute, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub first: Minute,
    pub last: Minute,
}

impl Overlay {
    pub fn runs_at(&self, minute: Minute) -> bool {
        (self.from..self.until).contains(&minute)
    }
}

pub fn states_under(graph: &Graph, excluded: &BTreeSet<Node>, running: &[&Overlay]) -> Vec<State> {
    let mut sources: BTreeMap<Node, State> = BTreeMap::new();
    for (node, state) in running.iter().flat_map(|overlay| &overlay.states) {
        let stated = sources.entry(*node).or_insert(State::Ok);
        *stated = (*stated).max(*state);
    }
    impact(graph, &Failure { sources, excluded: excluded.clone() })
}

/// The stretches of `horizon` in which the item is degraded or down.
pub fn disturbed(
    graph: &Graph,
    excluded: &BTreeSet<Node>,
    overlays: &[Overlay],
    item: Node,
    horizon: (Minute, Minute),
) -> Vec<(State, Span)> {
    let mut found = spans(horizon, |minute| {
        let running: Vec<&Overlay> = overlays.iter().filter(|overlay| overlay.runs_at(minute)).collect();
        let state = states_under(graph, excluded, &running)[item];
        BTreeSet::from_iter((state > State::Ok).then_some(state))
    });
    found.sort_by_key(|(_, span)| span.first);
    found
}

/// Every set of two to `up_to` of these that brings the item into `broken` or worse, over a background that always
/// runs, while no part of the set does, nor the background alone.
pub fn jointly_breaking(
    graph: &Graph,
    excluded: &BTreeSet<Node>,
    background: &[&Overlay],
    running: &[&Overlay],
    (item, broken): (Node, State),
    up_to: usize,
) -> BTreeSet<BTreeSet<String>> {
    let places: Vec<usize> = (0..running.len()).collect();
    let breaks = |chosen: &BTreeSet<usize>| {
        let mut together = background.to_vec();
        together.extend(chosen.iter().map(|place| running[*place]));
        states_under(graph, excluded, &together)[item] >= broken
    };
    let mut found: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    for chosen in (0..=up_to).flat_map(|size| subsets(&places, size)) {
        if !found.iter().any(|smaller| smaller.is_subset(&chosen)) && breaks(&chosen) {
            found.insert(chosen);
        }
    }
    let named = |chosen: BTreeSet<usize>| chosen.into_iter().map(|place| running[place].id.clone()).collect();
    found.into_iter().filter(|chosen| chosen.len() > 1).map(named).collect()
}

/// What holds at each minute of `[from, until)`, gathered into unbroken stretches.
pub fn spans<T: Clone + Ord>(
    (from, until): (Minute, Minute),
    holds_at: impl Fn(Minute) -> BTreeSet<T>,
) -> Vec<(T, Span)> {
    let mut found: Vec<(T, Span)> = Vec::new();
    for minute in from..until {
        for what in holds_at(minute) {
            match found.iter_mut().find(|(other, span)| *other == what && span.last == minute - 1) {
                Some((_, span)) => span.last = minute,
                None => found.push((what, Span { first: minute, last: minute })),
            }
        }
    }
    found.sort();
    found
}
