//! Conflicts of changes, found by looking at every minute in which a change runs.
//!
//! At each minute, for each item of the change and each item akin to it (the item itself, its parents and children, its
//! providers and consumers), four things may stand in the way: another change of the akin item, a freeze of it, its
//! maintenance windows that are not open, and, whatever the items, another change by the same implementer. A fifth is
//! found by trying: changes that run together, each harmless alone, break a gate and with it a service.
//!
//! * Freezes and windows look at the item, its parents and its children only, as in the products; a freeze of
//!   everything names no item and stands in the way once.
//! * A freeze or window of a service binds the items that the service rests on, at any depth, and the service itself;
//!   a service that a change names is bound as an item is, but has no kin.
//! * An item without a maintenance window may be worked on at any time; one with several, in any of them.
//! * A change takes all its items down while it runs.
//! * Harmless means that the service does not go down; a service that others already bring down cannot be broken. The
//!   same holds, softly, of a service that is only degraded.

use std::collections::{BTreeMap, BTreeSet};

use super::impact::{Graph, Node, State};
use super::overlays::{Minute, Overlay, Span, jointly_breaking, spans};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: String,
    pub from: Minute,
    pub until: Minute,
    pub items: BTreeSet<Node>,
    pub services: BTreeSet<Node>,
    pub implementer: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Items(BTreeSet<Node>),
    Services(BTreeSet<Node>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    pub id: String,
    pub from: Minute,
    pub until: Minute,
    pub hard: bool,
    pub scope: Scope,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maintenance {
    pub id: String,
    pub scope: Scope,
    /// Half-open.
    pub open: Vec<(Minute, Minute)>,
}

/// How far kinship goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    OneStep,
    AnyDepth,
}

#[derive(Clone, Debug)]
pub struct World {
    pub graph: Graph,
    /// (child, parent).
    pub parents: BTreeSet<(Node, Node)>,
    pub reach: Reach,
    pub changes: Vec<Change>,
    pub freezes: Vec<Freeze>,
    pub maintenance: Vec<Maintenance>,
    /// What is out of order by itself.
    pub outages: Vec<Overlay>,
    /// Where a broken gate is looked for.
    pub services: BTreeSet<Node>,
    /// How many changes and outages at most are tried together.
    pub together: usize,
    /// Rules other than freezes, which say it themselves, that can be waived.
    pub soft: BTreeSet<Rule>,
}

/// In the order in which the first that binds is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    LeadTime,
    Calendar,
    Freeze,
    Window,
    Scheduled,
    Implementer,
    Gate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    Own,
    Parent,
    Child,
    Provider,
    Consumer,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    pub rule: Rule,
    pub hard: bool,
    /// The other change or changes, the freeze, or the maintenance windows that could have been open.
    pub with: BTreeSet<String>,
    /// The item of the change, how the other is akin to it, and the other; of a gate, the service alone.
    pub item: Option<Node>,
    pub kin: Option<Kin>,
    pub other: Option<Node>,
}

impl World {
    pub fn akin(&self, item: Node) -> BTreeSet<(Kin, Node)> {
        let up: BTreeSet<(Node, Node)> = self.parents.clone();
        let down: BTreeSet<(Node, Node)> = up.iter().map(|(child, parent)| (*parent, *child)).collect();
        let carrying = self.graph.edges.iter().filter(|edge| edge.carries_failure());
        let consumers: BTreeSet<(Node, Node)> = carrying.map(|edge| (edge.provider, edge.consumer)).collect();
        let providers: BTreeSet<(Node, Node)> = consumers.iter().map(|(p, c)| (*c, *p)).collect();
        let mut found = BTreeSet::from([(Kin::Own, item)]);
        let kinds =
            [(Kin::Parent, up), (Kin::Child, down), (Kin::Provider, providers), (Kin::Consumer, consumers)];
        for (kin, steps) in kinds {
            let others = self.follow(item, &steps).into_iter().filter(|other| *other != item);
            found.extend(others.map(|other| (kin, other)));
        }
        found
    }

    fn follow(&self, item: Node, steps: &BTreeSet<(Node, Node)>) -> BTreeSet<Node> {
        let from = |near: &BTreeSet<Node>| -> BTreeSet<Node> {
            steps.iter().filter(|(a, _)| near.contains(a)).map(|(_, b)| *b).collect()
        };
        let mut found = from(&BTreeSet::from([item]));
        if self.reach == Reach::OneStep {
            return found;
        }
        loop {
            let more: BTreeSet<Node> = from(&found).union(&found).copied().collect();
            if more == found {
                return found;
            }
            found = more;
        }
    }

    pub fn covers(&self, scope: &Scope, item: Node) -> bool {
        match scope {
            Scope::All => true,
            Scope::Items(items) => items.contains(&item),
            Scope::Services(services) => services
                .iter()
                .any(|service| *service == item || self.graph.rests_on(*service).contains(&item)),
        }
    }

    fn hard(&self, rule: Rule) -> bool {
        !self.soft.contains(&rule)
    }

    fn at(&self, change: &Change, minute: Minute) -> BTreeSet<Conflict> {
        let mut found = BTreeSet::new();
        self.frozen(change, minute, &mut found);
        self.outside_windows(change, minute, &mut found);
        self.scheduled(change, minute, &mut found);
        self.breaking_a_gate(change, minute, &mut found);
        found
    }

    fn frozen(&self, change: &Change, minute: Minute, found: &mut BTreeSet<Conflict>) {
        for freeze in self.freezes.iter().filter(|freeze| (freeze.from..freeze.until).contains(&minute)) {
            let mut stands = |item, kin, other| {
                found.insert(Conflict {
                    rule: Rule::Freeze,
                    hard: freeze.hard,
                    with: BTreeSet::from([freeze.id.clone()]),
                    item,
                    kin,
                    other,
                });
            };
            match &freeze.scope {
                Scope::All => stands(None, None, None),
                scope => {
                    let named = change.services.iter().filter(|service| self.covers(scope, **service));
                    named.for_each(|service| stands(None, None, Some(*service)));
                }
            }
            if freeze.scope != Scope::All {
                for (item, kin, other) in self.family(change) {
                    if self.covers(&freeze.scope, other) {
                        stands(Some(item), Some(kin), Some(other));
                    }
                }
            }
        }
    }

    fn outside_windows(&self, change: &Change, minute: Minute, found: &mut BTreeSet<Conflict>) {
        let is_open =
            |row: &&Maintenance| row.open.iter().any(|(from, until)| (*from..*until).contains(&minute));
        let mut shut = |rows: Vec<&Maintenance>, item, kin, other| {
            if !rows.is_empty() && !rows.iter().any(is_open) {
                let with = rows.iter().map(|row| row.id.clone()).collect();
                let hard = self.hard(Rule::Window);
                found.insert(Conflict { rule: Rule::Window, hard, with, item, kin, other });
            }
        };
        for (item, kin, other) in self.family(change) {
            let rows = self.maintenance.iter().filter(|row| self.covers(&row.scope, other)).collect();
            shut(rows, Some(item), Some(kin), Some(other));
        }
        for service in &change.services {
            let rows = self.maintenance.iter().filter(|row| self.covers(&row.scope, *service)).collect();
            shut(rows, None, None, Some(*service));
        }
    }

    /// Each item of the change with itself, its parents and its children.
    fn family(&self, change: &Change) -> Vec<(Node, Kin, Node)> {
        let near = |item: Node| self.akin(item).into_iter().map(move |(kin, other)| (item, kin, other));
        let all = change.items.iter().flat_map(|item| near(*item));
        all.filter(|(_, kin, _)| matches!(kin, Kin::Own | Kin::Parent | Kin::Child)).collect()
    }

    fn others<'a>(&'a self, change: &'a Change, minute: Minute) -> impl Iterator<Item = &'a Change> {
        let others = self.changes.iter().filter(|other| other.id != change.id);
        others.filter(move |other| (other.from..other.until).contains(&minute))
    }

    fn scheduled(&self, change: &Change, minute: Minute, found: &mut BTreeSet<Conflict>) {
        for rival in self.others(change, minute) {
            let mut stands = |rule, item, kin, other| {
                let with = BTreeSet::from([rival.id.clone()]);
                found.insert(Conflict { rule, hard: self.hard(rule), with, item, kin, other });
            };
            for item in &change.items {
                for (kin, other) in self.akin(*item) {
                    if rival.items.contains(&other) {
                        stands(Rule::Scheduled, Some(*item), Some(kin), Some(other));
                    }
                }
            }
            if change.implementer.is_some() && change.implementer == rival.implementer {
                stands(Rule::Implementer, None, None, None);
            }
        }
    }

    fn breaking_a_gate(&self, change: &Change, minute: Minute, found: &mut BTreeSet<Conflict>) {
        let changes = self.others(change, minute).chain([change]).map(Change::takes_down);
        let outages = self.outages.iter().filter(|outage| outage.runs_at(minute)).cloned();
        let running: Vec<Overlay> = changes.chain(outages).collect();
        let running: Vec<&Overlay> = running.iter().collect();
        for service in &self.services {
            let sets = |broken| {
                let (nothing, what) = (BTreeSet::new(), (*service, broken));
                jointly_breaking(&self.graph, &nothing, &[], &running, what, self.together)
            };
            let down = sets(State::Down);
            let degraded = &sets(State::Degraded) - &down;
            for (sets, hard) in [(down, self.hard(Rule::Gate)), (degraded, false)] {
                for mut with in sets.into_iter().filter(|set| set.contains(&change.id)) {
                    with.remove(&change.id);
                    let (item, kin, other) = (None, None, Some(*service));
                    found.insert(Conflict { rule: Rule::Gate, hard, with, item, kin, other });
                }
            }
        }
    }
}

impl Change {
    pub fn takes_down(&self) -> Overlay {
        let states = self.items.iter().map(|item| (*item, State::Down)).collect();
        Overlay { id: self.id.clone(), from: self.from, until: self.until, states }
    }
}

/// Every conflict of the change, with each unbroken stretch of minutes in which it exists.
pub fn conflicts_of(world: &World, change: &Change) -> Vec<(Conflict, Span)> {
    spans((change.from, change.until), |minute| world.at(change, minute))
}

/// The conflicts of every change, by change; a pair is found from either side.
pub fn all_conflicts(world: &World) -> BTreeMap<String, Vec<(Conflict, Span)>> {
    world.changes.iter().map(|change| (change.id.clone(), conflicts_of(world, change))).collect()
}

/// A change that looks for a time.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its own times are of no interest.
    pub change: Change,
    pub minutes: Minute,
    pub not_before: Minute,
    /// When work is allowed at all; always, where there is none.
    pub calendar: Option<Vec<(Minute, Minute)>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    pub at: Minute,
    pub conflicts: BTreeSet<Conflict>,
}

impl Start {
    /// Nothing stands in the way that cannot be waived.
    pub fn is_feasible(&self) -> bool {
        self.first_binding().is_none()
    }

    pub fn first_binding(&self) -> Option<Rule> {
        self.conflicts.iter().filter(|conflict| conflict.hard).map(|conflict| conflict.rule).min()
    }

    /// All rules that bind: a faster search may name any of them.
    pub fn binding(&self) -> BTreeSet<Rule> {
        self.conflicts.iter().filter(|conflict| conflict.hard).map(|conflict| conflict.rule).collect()
    }
}

/// Every candidate start from the beginning of the horizon, one each `step`, from which the work ends inside it.
pub fn find_windows(world: &World, wish: &Wish, horizon: (Minute, Minute), step: Minute) -> Vec<Start> {
    let mut found = Vec::new();
    let mut at = horizon.0;
    while at + wish.minutes <= horizon.1 {
        let moved = Change { from: at, until: at + wish.minutes, ..wish.change.clone() };
        let mut conflicts: BTreeSet<Conflict> =
            conflicts_of(world, &moved).into_iter().map(|(conflict, _)| conflict).collect();
        let mut stands = |rule| {
            let hard = world.hard(rule);
            conflicts.insert(Conflict {
                rule,
                hard,
                with: BTreeSet::new(),
                item: None,
                kin: None,
                other: None,
            });
        };
        if at < wish.not_before {
            stands(Rule::LeadTime);
        }
        let allowed = |minute: Minute| match &wish.calendar {
            None => true,
            Some(open) => open.iter().any(|(from, until)| (*from..*until).contains(&minute)),
        };
        if !(moved.from..moved.until).all(allowed) {
            stands(Rule::Calendar);
        }
        found.push(Start { at, conflicts });
        at += step;
    }
    found
}
