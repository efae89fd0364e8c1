//! Every irredundant set of events that together make an item fail.
//!
//! An event takes one item or several with it: the failure of one item, a change of three. The search goes from the empty set
//! outwards. As long as the top stands, some set of items holds it up ([`Network::support`]); whatever brings it down must hit that
//! set, so only events that do are tried next, and each is left out of the branches after its own: every set is met once.

use crate::cmdb::CmdbError;
use crate::cmdb::network::{Losses, Mark, Network, TOP};
use std::collections::BTreeSet;

/// Which items an event takes down, and which events take an item down.
#[derive(Debug)]
pub(super) struct Events {
    items: Vec<Vec<usize>>,
    of_item: Vec<Vec<usize>>,
}

impl Events {
    pub(super) fn new(network: &Network, items: Vec<Vec<usize>>) -> Self {
        let mut of_item = vec![Vec::new(); network.len()];
        for (event, item) in
            items.iter().enumerate().flat_map(|(event, items)| items.iter().map(move |i| (event, *i)))
        {
            if let Some(events) = of_item.get_mut(item) {
                events.push(event);
            }
        }
        Self { items, of_item }
    }

    pub(super) fn items(&self, event: usize) -> &[usize] {
        self.items.get(event).map(Vec::as_slice).unwrap_or_default()
    }

    fn of_item(&self, item: usize) -> &[usize] {
        self.of_item.get(item).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Sets of events that make the top of a network fail.
pub(super) struct CutSearch<'a> {
    network: &'a Network,
    events: &'a Events,
    up_to: usize,
    budget: u64,
    losses: Losses<'a>,
    /// Events that are not to be chosen: they are, or their sets have been met.
    closed: Vec<bool>,
    chosen: Vec<usize>,
    steps: u64,
}

/// The events to try next, and the way back from the one that is tried.
struct Branches {
    events: Vec<usize>,
    next: usize,
    mark: Mark,
}

impl<'a> CutSearch<'a> {
    /// A search for sets of at most so many events that takes at most `budget` steps: items visited.
    pub(super) fn new(network: &'a Network, events: &'a Events, up_to: usize, budget: u64) -> Self {
        let closed = vec![false; events.items.len()];
        let losses = Losses::none(network);
        Self { network, events, up_to, budget, losses, closed, chosen: Vec::new(), steps: 0 }
    }

    /// Steps taken.
    pub(super) const fn steps(&self) -> u64 {
        self.steps.saturating_add(self.losses.visits())
    }

    /// Leaves an event out of all sets to come.
    pub(super) fn close(&mut self, event: usize) {
        self.set_closed(event, true);
    }

    /// Every irredundant set that holds these events.
    pub(super) fn sets_with(&mut self, events: &[usize]) -> Result<BTreeSet<BTreeSet<usize>>, CmdbError> {
        let mut found = BTreeSet::new();
        let start = self.losses.mark();
        let mut broken = false;
        for event in events {
            broken = broken || self.choose(*event);
        }
        let mut open: Vec<Branches> = Vec::new();
        open.extend(self.enter(broken, &mut found)?);
        while let Some(branches) = open.last_mut() {
            if branches.next > 0 {
                self.chosen.pop();
                self.losses.undo(branches.mark);
            }
            let Some(event) = branches.events.get(branches.next).copied() else {
                for event in std::mem::take(&mut branches.events) {
                    self.set_closed(event, false);
                }
                open.pop();
                continue;
            };
            branches.next = branches.next.saturating_add(1);
            let broken = self.choose(event);
            open.extend(self.enter(broken, &mut found)?);
            if self.steps() > self.budget {
                return Err(CmdbError::BudgetExceeded { budget: self.budget });
            }
        }
        self.losses.undo(start);
        for event in std::mem::take(&mut self.chosen) {
            self.set_closed(event, false);
        }
        Ok(found)
    }

    /// Takes the events chosen for a set, or says where to look further.
    fn enter(
        &mut self,
        broken: bool,
        found: &mut BTreeSet<BTreeSet<usize>>,
    ) -> Result<Option<Branches>, CmdbError> {
        if broken {
            if self.is_irredundant() {
                found.insert(self.chosen.iter().copied().collect());
            }
            return Ok(None);
        }
        if self.chosen.len() >= self.up_to {
            return Ok(None);
        }
        let is_open = |event: &usize| self.closed.get(*event) == Some(&false);
        let support =
            self.network.support(&self.losses, |item| !self.events.of_item(item).iter().any(is_open));
        let hitting: BTreeSet<usize> =
            support.iter().flat_map(|item| self.events.of_item(*item)).copied().filter(is_open).collect();
        let cost = u64::try_from(support.len()).unwrap_or(u64::MAX);
        self.steps = self.steps.saturating_add(cost);
        if self.steps() > self.budget {
            return Err(CmdbError::BudgetExceeded { budget: self.budget });
        }
        Ok(Some(Branches { events: hitting.into_iter().collect(), next: 0, mark: self.losses.mark() }))
    }

    fn choose(&mut self, event: usize) -> bool {
        self.set_closed(event, true);
        self.chosen.push(event);
        self.losses.fail(self.events.items(event), |item| item == TOP)
    }

    /// Whether the top stands without any one of the events chosen.
    fn is_irredundant(&mut self) -> bool {
        let mut without = Losses::none(self.network);
        let mut left = self.chosen.iter();
        let spares = left.any(|event| {
            let start = without.mark();
            let others = self.chosen.iter().filter(|other| *other != event);
            let items: Vec<usize> = others.flat_map(|other| self.events.items(*other)).copied().collect();
            let still = without.fail(&items, |item| item == TOP);
            without.undo(start);
            still
        });
        self.steps = self.steps.saturating_add(without.visits());
        !spares
    }

    fn set_closed(&mut self, event: usize, closed: bool) {
        if let Some(place) = self.closed.get_mut(event) {
            *place = closed;
        }
    }
}
