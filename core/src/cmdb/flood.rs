//! The least fixpoint itself: a worklist that pays for what it reaches.
//!
//! All failures move in step: what fails in one round is felt in the next. So the round in which an item first suffers does not
//! depend on the order of items or relations. An item changes at most twice, from ok to degraded to down, and
//! a second change needs a relation of its own; so no more items are visited than there are items and relations.

use crate::cmdb::graph::{Flow, NO_GATE, Node, usize_of};
use crate::cmdb::{Cmdb, ItemState, Strength};
use std::sync::{Mutex, PoisonError};

impl Flow {
    /// What a consumer sees of a provider in that state.
    pub(super) fn passes(&self, state: ItemState) -> ItemState {
        match self.strength {
            Strength::Hard => state,
            Strength::Degrading => state.min(ItemState::Degraded),
            Strength::Informational => ItemState::Ok,
        }
    }
}

/// The marks of one question. They are stamped, not cleared, so that the next question pays nothing for this one.
#[derive(Debug, Default)]
pub(super) struct Flood {
    stamp: u32,
    items: Vec<Mark>,
    gates: Vec<Loss>,
    changes: Vec<Change>,
    touched: Vec<u32>,
    near: Vec<Node>,
    numbers: Vec<u32>,
    /// Changes before this one have been passed on.
    passed: usize,
    /// The round of the changes that have not.
    round: u32,
    visits: u64,
}

/// Which end of a relation a walk goes to.
#[derive(Clone, Copy)]
pub(super) enum Way {
    ToProviders,
    ToConsumers,
}

/// No such round.
pub(super) const NEVER: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    stamp: u32,
    degraded_at: u32,
    down_at: u32,
    /// Its latest change; once all have been passed on, its distance.
    change: u32,
    pub(super) state: ItemState,
    /// The worst state that it was given rather than driven to.
    pub(super) given: ItemState,
    pub(super) excluded: bool,
}

impl Mark {
    const NONE: Self = Self {
        stamp: 0,
        degraded_at: NEVER,
        down_at: NEVER,
        change: 0,
        state: ItemState::Ok,
        given: ItemState::Ok,
        excluded: false,
    };

    /// The round in which it came to that state or worse.
    pub(super) const fn since(&self, state: ItemState) -> u32 {
        match state {
            ItemState::Ok => 0,
            ItemState::Degraded => self.degraded_at,
            ItemState::Down => self.down_at,
        }
    }

    /// Its state when that round began.
    pub(super) const fn before(&self, round: u32) -> ItemState {
        if self.down_at < round {
            ItemState::Down
        } else if self.degraded_at < round {
            ItemState::Degraded
        } else {
            ItemState::Ok
        }
    }

    /// How far it is from the sources, once that has been measured.
    pub(super) const fn distance(&self) -> u32 {
        self.change
    }

    /// The first round from that one on in which its state changed, or [`NEVER`].
    pub(super) const fn changed_from(&self, round: u32) -> u32 {
        if self.degraded_at >= round {
            self.degraded_at
        } else if self.down_at >= round {
            self.down_at
        } else {
            NEVER
        }
    }
}

/// What a gate has lost: members that are degraded or down, members that are down.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Loss {
    stamp: u32,
    pub(super) degraded_or_down: u64,
    pub(super) down: u64,
}

/// An item that changed and has to tell its consumers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub(super) node: Node,
    pub(super) from: ItemState,
    to: ItemState,
}

impl Flood {
    pub(super) fn begin(&mut self, cmdb: &Cmdb) {
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.items.clear();
            self.gates.clear();
            self.stamp = 1;
        }
        if self.items.len() < cmdb.bound() {
            self.items.resize(cmdb.bound(), Mark::NONE);
        }
        if self.gates.len() < cmdb.gate_bound() {
            self.gates.resize(cmdb.gate_bound(), Loss::default());
        }
        self.changes.clear();
        self.touched.clear();
        (self.passed, self.round, self.visits) = (0, 0, 0);
    }

    /// An item that no failure reaches and that passes none on.
    pub(super) fn exclude(&mut self, node: Node) {
        if let Some(mark) = mark(&mut self.items, self.stamp, node) {
            mark.excluded = true;
        }
    }

    /// An item that is in that state, whatever its providers do.
    pub(super) fn give(&mut self, node: Node, state: ItemState) {
        self.raise(node, state, self.round, self.passed, true);
    }

    /// Passes everything on until nothing changes, and returns the round from which on the next changes count.
    pub(super) fn run(&mut self, cmdb: &Cmdb) -> u32 {
        while self.passed < self.changes.len() {
            let end = self.changes.len();
            let next = self.round.saturating_add(1);
            for place in self.passed..end {
                let Some(change) = self.changes.get(place).copied() else { break };
                self.visits = self.visits.saturating_add(1);
                for (consumer, flow) in cmdb.consumers(change.node) {
                    let (from, to) = (flow.passes(change.from), flow.passes(change.to));
                    if from == to {
                        continue;
                    }
                    let felt = if flow.gate == NO_GATE { to } else { self.lose(cmdb, flow, from, to) };
                    if felt != ItemState::Ok {
                        self.raise(consumer, felt, next, end, false);
                    }
                }
            }
            self.passed = end;
            self.round = next;
        }
        self.round
    }

    fn lose(&mut self, cmdb: &Cmdb, flow: &Flow, from: ItemState, to: ItemState) -> ItemState {
        let (Some(gate), Some(loss)) = (cmdb.gate(flow.gate), self.gates.get_mut(usize_of(flow.gate))) else {
            return ItemState::Ok;
        };
        if loss.stamp != self.stamp {
            *loss = Loss { stamp: self.stamp, ..Loss::default() };
            self.touched.push(flow.gate);
        }
        let counts = gate.counts(flow);
        if from == ItemState::Ok {
            loss.degraded_or_down = loss.degraded_or_down.saturating_add(counts);
        }
        if to == ItemState::Down {
            loss.down = loss.down.saturating_add(counts);
        }
        gate.state(loss.degraded_or_down, loss.down)
    }

    /// Changes from `pending` on have not been passed on and may still be worsened.
    fn raise(&mut self, node: Node, to: ItemState, round: u32, pending: usize, given: bool) {
        let Some(mark) = mark(&mut self.items, self.stamp, node) else { return };
        if mark.excluded || to <= mark.state {
            return;
        }
        let from = std::mem::replace(&mut mark.state, to);
        if given {
            mark.given = to;
        }
        if from == ItemState::Ok {
            mark.degraded_at = round;
        }
        if to == ItemState::Down {
            mark.down_at = round;
        }
        let latest = usize_of(mark.change);
        match self.changes.get_mut(latest) {
            Some(change) if from != ItemState::Ok && latest >= pending => change.to = to,
            _ => {
                mark.change = u32::try_from(self.changes.len()).unwrap_or(NEVER);
                self.changes.push(Change { node, from, to });
            }
        }
    }

    /// Measures how far every item that changed in that round or later is from the nearest of these items, over relations
    /// between such items, and whether or not the gate of a relation has given way.
    pub(super) fn measure(&mut self, cmdb: &Cmdb, from: u32, sources: impl Iterator<Item = Node>) {
        let changed = self.changes.iter().map(|change| change.node);
        for node in changed {
            if let Some(mark) = self.items.get_mut(node.index()) {
                mark.change = NEVER;
            }
        }
        self.near.clear();
        for node in sources {
            self.reach(node, from, 0);
        }
        let mut place = 0;
        while let Some(node) = self.near.get(place).copied() {
            place = place.saturating_add(1);
            let distance = self.items.get(node.index()).map_or(NEVER, |mark| mark.change.saturating_add(1));
            for (consumer, flow) in cmdb.consumers(node) {
                if flow.strength != Strength::Informational {
                    self.reach(consumer, from, distance);
                }
            }
        }
    }

    fn reach(&mut self, node: Node, from: u32, distance: u32) {
        let Some(mark) = self.items.get_mut(node.index()) else { return };
        if mark.stamp == self.stamp && mark.change == NEVER && mark.changed_from(from) != NEVER {
            mark.change = distance;
            self.near.push(node);
        }
    }

    /// Walks along the relations that can carry a failure, whatever the gates; in place of a flood, not after one.
    pub(super) fn spread(&mut self, cmdb: &Cmdb, starts: &[Node], way: Way) {
        self.near.clear();
        for node in starts {
            self.find(*node, 0);
        }
        let mut place = 0;
        while let Some(node) = self.near.get(place).copied() {
            place = place.saturating_add(1);
            let distance = self.mark(node).change.saturating_add(1);
            match way {
                Way::ToProviders => self.find_all(cmdb.providers(node), distance),
                Way::ToConsumers => self.find_all(cmdb.consumers(node), distance),
            }
        }
    }

    fn find_all<'a>(&mut self, next: impl Iterator<Item = (Node, &'a Flow)>, distance: u32) {
        for (node, _) in next.filter(|(_, flow)| flow.strength != Strength::Informational) {
            self.find(node, distance);
        }
    }

    fn find(&mut self, node: Node, distance: u32) {
        if self.items.get(node.index()).is_some_and(|mark| mark.stamp != self.stamp) {
            if let Some(mark) = mark(&mut self.items, self.stamp, node) {
                mark.change = distance;
            }
            self.near.push(node);
        }
    }

    /// What a walk found, nearest first.
    pub(super) fn found(&self) -> &[Node] {
        &self.near
    }

    /// How far a walk went to an item, if it found it.
    pub(super) fn distance(&self, node: Node) -> Option<u32> {
        let mark = self.items.get(node.index()).filter(|mark| mark.stamp == self.stamp);
        mark.map(Mark::distance)
    }

    /// What is known of an item.
    pub(super) fn mark(&self, node: Node) -> Mark {
        let mark = self.items.get(node.index()).filter(|mark| mark.stamp == self.stamp);
        mark.copied().unwrap_or(Mark::NONE)
    }

    /// What a gate has lost.
    pub(super) fn loss(&self, gate: u32) -> Loss {
        let loss = self.gates.get(usize_of(gate)).filter(|loss| loss.stamp == self.stamp);
        loss.copied().unwrap_or_default()
    }

    /// The gates that lost a member.
    pub(super) fn touched(&self) -> &[u32] {
        &self.touched
    }

    /// Every item once whose state changed in that round or later.
    pub(super) fn changed_from(&self, round: u32) -> impl Iterator<Item = (Node, Mark)> {
        let marked = self.changes.iter().map(|change| (change, self.mark(change.node)));
        marked.filter_map(move |(change, mark)| {
            (mark.changed_from(round) != NEVER && change.from == mark.before(round))
                .then_some((change.node, mark))
        })
    }

    /// Every item that changed before that round, the last in which the sources had not failed yet, and its mark.
    pub(super) fn changed_before(&self, round: u32) -> impl Iterator<Item = (Node, Mark)> {
        self.changed_from(0).take_while(move |(_, mark)| mark.changed_from(0) < round)
    }

    /// Room for a number for each item, to be given back. What stands in it means nothing.
    pub(super) fn take_numbers(&mut self, cmdb: &Cmdb) -> Vec<u32> {
        let mut numbers = std::mem::take(&mut self.numbers);
        if numbers.len() < cmdb.bound() {
            numbers.resize(cmdb.bound(), 0);
        }
        numbers
    }

    pub(super) fn give_numbers(&mut self, numbers: Vec<u32>) {
        self.numbers = numbers;
    }

    /// Items taken from the worklist.
    pub(super) const fn visits(&self) -> u64 {
        self.visits
    }
}

fn mark(items: &mut [Mark], stamp: u32, node: Node) -> Option<&mut Mark> {
    let mark = items.get_mut(node.index())?;
    if mark.stamp != stamp {
        *mark = Mark { stamp, ..Mark::NONE };
    }
    Some(mark)
}

/// The marks of earlier questions, kept for the next: as many as were ever asked at once.
#[derive(Debug, Default)]
pub(super) struct Spare(Mutex<Vec<Flood>>);

impl Clone for Spare {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Cmdb {
    /// Asks with the marks of an earlier question, if there are any that nobody else is using.
    pub(super) fn with_flood<T>(&self, ask: impl FnOnce(&mut Flood) -> T) -> T {
        let spare = || self.spare.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut flood = spare().pop().unwrap_or_default();
        flood.begin(self);
        let answer = ask(&mut flood);
        spare().push(flood);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_reached_costs_less_than_sixty_bytes_and_a_gate_twenty_four() {
        let item = size_of::<Mark>() + size_of::<Change>() * 2 + size_of::<Node>();
        assert!(item < 60, "{item}");
        assert_eq!(size_of::<Loss>(), 24);
        assert_eq!(size_of::<Flow>(), 16);
    }
}
