//! What happens to services while changes, maintenance, freezes and incidents run side by side. 模拟
//!
//! Overlays say what they do to which items, and when. Between two instants at which an overlay begins or ends nothing changes, so each such
//! stretch is one question to the register, and only when what is stated for the items has changed.

use crate::cmdb::cut_search::{CutSearch, Events};
use crate::cmdb::flood::Flood;
use crate::cmdb::graph::Node;
use crate::cmdb::impact::Question;
use crate::cmdb::network::Network;
use crate::cmdb::{Cmdb, CmdbError, ImpactOptions, ItemState};
use crate::kernel::{CiId, Instant, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

crate::kernel::codes! {
    /// Why items are not as they should be.
    pub enum OverlayKind {
        /// A change that is being implemented.
        Change = "change", "Change", "变更";
        /// A freeze; it usually leaves items as they are.
        Freeze = "freeze", "Freeze", "冻结";
        /// Planned maintenance.
        Maintenance = "maintenance", "Maintenance", "维护";
        /// An open incident.
        Incident = "incident", "Incident", "事件";
        /// An outage that is known beforehand or is over.
        Outage = "outage", "Outage", "中断";
    }
}

impl OverlayKind {
    /// Whether what it brings about was meant to be.
    ///
    /// ```
    /// use itsm::cmdb::OverlayKind;
    /// assert!(OverlayKind::Maintenance.is_planned() && !OverlayKind::Incident.is_planned());
    /// ```
    #[must_use]
    pub const fn is_planned(self) -> bool {
        matches!(self, Self::Change | Self::Freeze | Self::Maintenance)
    }
}

/// Something that does this to these items from one instant until another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// What it is called; each overlay has its own.
    pub id: RecordId,
    /// What it is.
    pub kind: OverlayKind,
    /// The items.
    pub items: BTreeSet<CiId>,
    /// The state that they are in meanwhile, at least; `ok` does nothing.
    pub effect: ItemState,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it; without one it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// What a simulation looks at, and how far it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SimulationOptions {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// What is so all the time, and what cannot fail; depth and selection of services mean nothing here.
    pub always: ImpactOptions,
    /// The most overlays of a collision.
    pub together: usize,
    /// The most steps that the search for one service's collisions takes whenever an overlay begins: items visited.
    pub budget: u64,
}

/// A stretch in which a service is not ok.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Disturbance {
    /// Its state all the while.
    pub state: ItemState,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// Overlays that suffice for it all the while, none of which can be spared; empty when it would be so without any.
    pub because: BTreeSet<RecordId>,
    /// Whether planned overlays suffice for it; then `because` names no others.
    pub planned: bool,
}

/// Overlays that do not harm a service as long as any one of them is missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Collision {
    /// The service.
    pub service: CiId,
    /// The state that they bring it to, at least.
    pub state: ItemState,
    /// Two overlays or more.
    pub overlays: BTreeSet<RecordId>,
    /// From when all of them run.
    pub from: Instant,
    /// The first instant at which one of them does not.
    pub until: Instant,
}

/// What becomes of the services.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Simulation {
    /// The services that are not ok at some time, each with its stretches by time.
    pub services: BTreeMap<CiId, Vec<Disturbance>>,
    /// Every irredundant set of overlays that are safe alone and harm a service together; by service, state and overlays.
    pub collisions: Vec<Collision>,
    /// Times that the register was asked what follows from a set of failures.
    pub questions: u64,
}

impl Cmdb {
    /// What becomes of the services in `[from, until)` of the options while these overlays run.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, ImpactOptions, ItemState, Overlay, OverlayKind, SimulationOptions};
    /// use itsm::kernel::{CiId, Instant, RecordId};
    /// let cmdb = Cmdb::from_json(br#"{
    ///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
    ///     "service_types": ["service"],
    ///     "items": [{"id": "mail", "type": "service", "gates": {"nodes": "any"}},
    ///               {"id": "vm-1", "type": "vm"}, {"id": "vm-2", "type": "vm"}],
    ///     "relations": [{"from": "mail", "to": "vm-1", "kind": "runs_on", "group": "nodes"},
    ///                   {"from": "mail", "to": "vm-2", "kind": "runs_on", "group": "nodes"}]
    /// }"#)?;
    /// let at = |hour: u32| Instant::parse(&format!("2026-11-23T{hour:02}:00:00Z")).unwrap();
    /// let change = |id: &str, item: &str, from, until| Overlay {
    ///     id: RecordId::new(id).unwrap(),
    ///     kind: OverlayKind::Change,
    ///     items: [CiId::new(item).unwrap()].into(),
    ///     effect: ItemState::Down,
    ///     from: at(from),
    ///     until: Some(at(until)),
    /// };
    /// let changes = [change("CHG-1", "vm-1", 1, 4), change("CHG-2", "vm-2", 3, 5)];
    /// let options = SimulationOptions {
    ///     from: at(0), until: at(8), always: ImpactOptions::default(), together: 3, budget: 10_000,
    /// };
    /// let found = cmdb.simulate(&changes, &options)?;
    /// let mail = &found.services["mail"][0];
    /// assert_eq!((mail.state, mail.from, mail.until, mail.planned), (ItemState::Down, at(3), at(4), true));
    /// assert_eq!(found.collisions.last().unwrap().overlays.len(), 2, "each change is safe, the two are not");
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every item of the question that the register does not hold;
    /// [`CmdbError::DuplicateOverlay`]; [`CmdbError::BudgetExceeded`] when the search for collisions takes too long.
    pub fn simulate(
        &self,
        overlays: &[Overlay],
        options: &SimulationOptions,
    ) -> Result<Simulation, CmdbError> {
        let layers = self.layers(overlays, options)?;
        let always = Question::of(self, &[], &options.always)?;
        self.with_flood(|flood| {
            let mut simulation = Sweep::new(self, flood, &always, &layers, options);
            simulation.run()?;
            Ok(simulation.report())
        })
    }

    /// The overlays that do something within the window, by id, cut to it.
    fn layers<'a>(
        &self,
        overlays: &'a [Overlay],
        options: &SimulationOptions,
    ) -> Result<Vec<Layer<'a>>, CmdbError> {
        let mut ids = BTreeSet::new();
        if let Some(twice) = overlays.iter().find(|overlay| !ids.insert(&overlay.id)) {
            return Err(CmdbError::DuplicateOverlay { overlay: twice.id.clone() });
        }
        let named = overlays.iter().flat_map(|overlay| &overlay.items);
        let unknown: BTreeSet<&CiId> = named.filter(|id| self.place(id.as_str()).is_none()).collect();
        if !unknown.is_empty() {
            return Err(CmdbError::UnknownItems { items: unknown.into_iter().cloned().collect() });
        }
        let mut layers: Vec<Layer<'a>> = overlays
            .iter()
            .filter(|overlay| overlay.effect != ItemState::Ok)
            .map(|overlay| Layer {
                overlay,
                nodes: overlay.items.iter().filter_map(|id| self.place(id.as_str())).collect(),
                from: overlay.from.max(options.from),
                until: overlay.until.map_or(options.until, |until| until.min(options.until)),
            })
            .filter(|layer| layer.from < layer.until)
            .collect();
        layers.sort_unstable_by(|a, b| a.overlay.id.cmp(&b.overlay.id));
        Ok(layers)
    }
}

/// An overlay that counts.
struct Layer<'a> {
    overlay: &'a Overlay,
    nodes: BTreeSet<Node>,
    from: Instant,
    until: Instant,
}

/// A service that is not ok, and why, in layers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Open {
    state: ItemState,
    from: Instant,
    because: BTreeSet<usize>,
    planned: bool,
}

type States = BTreeMap<Node, ItemState>;

/// The overlays over time.
struct Sweep<'a> {
    cmdb: &'a Cmdb,
    flood: &'a mut Flood,
    always: &'a Question,
    layers: &'a [Layer<'a>],
    options: &'a SimulationOptions,
    running: BTreeSet<usize>,
    /// What is so without any overlay.
    before: States,
    /// By layer, what it alone does to services.
    alone: BTreeMap<usize, States>,
    networks: BTreeMap<(Node, ItemState), Option<Network>>,
    open: BTreeMap<Node, Open>,
    closed: BTreeMap<Node, Vec<Disturbance>>,
    collisions: BTreeSet<Collision>,
    questions: u64,
}

impl<'a> Sweep<'a> {
    fn new(
        cmdb: &'a Cmdb,
        flood: &'a mut Flood,
        always: &'a Question,
        layers: &'a [Layer<'a>],
        options: &'a SimulationOptions,
    ) -> Self {
        Self {
            cmdb,
            flood,
            always,
            layers,
            options,
            running: BTreeSet::new(),
            before: States::new(),
            alone: BTreeMap::new(),
            networks: BTreeMap::new(),
            open: BTreeMap::new(),
            closed: BTreeMap::new(),
            collisions: BTreeSet::new(),
            questions: 0,
        }
    }

    fn run(&mut self) -> Result<(), CmdbError> {
        if self.options.from >= self.options.until {
            return Ok(());
        }
        let mut edges: BTreeMap<Instant, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        edges.entry(self.options.from).or_default();
        for (place, layer) in self.layers.iter().enumerate() {
            edges.entry(layer.from).or_default().0.push(place);
            edges.entry(layer.until).or_default().1.push(place);
        }
        self.before = self.states(&BTreeSet::new());
        let mut stated = BTreeMap::new();
        let mut states = self.before.clone();
        for (at, (begun, ended)) in edges.into_iter().take_while(|(at, _)| *at < self.options.until) {
            ended.iter().for_each(|layer| {
                self.running.remove(layer);
            });
            self.running.extend(&begun);
            let now = self.stated(&self.running);
            if now != stated {
                states = self.states(&self.running.clone());
                stated = now;
            }
            self.turn(at, &states);
            self.collide(&begun, &states)?;
        }
        self.turn(self.options.until, &States::new());
        Ok(())
    }

    /// What these layers state for items.
    fn stated(&self, layers: &BTreeSet<usize>) -> States {
        let mut stated = States::new();
        for layer in layers.iter().filter_map(|place| self.layers.get(*place)) {
            for node in &layer.nodes {
                let state = stated.entry(*node).or_default();
                *state = layer.overlay.effect.max(*state);
            }
        }
        stated
    }

    /// What these layers do to services; those that stay ok are left out.
    fn states(&mut self, layers: &BTreeSet<usize>) -> States {
        self.ask(layers);
        let changed = self.flood.changed_from(0).map(|(node, mark)| (node, mark.state));
        changed.filter(|(node, _)| self.cmdb.is_service_at(*node)).collect()
    }

    /// Lets these layers have their effect.
    fn ask(&mut self, layers: &BTreeSet<usize>) {
        let stated = self.stated(layers);
        self.questions = self.questions.saturating_add(1);
        self.flood.begin(self.cmdb);
        self.always.ask(self.cmdb, self.flood);
        stated.into_iter().for_each(|(node, state)| self.flood.give(node, state));
        self.flood.run(self.cmdb);
    }

    /// Ends the stretches that are over at that instant, and begins those that begin.
    fn turn(&mut self, at: Instant, states: &States) {
        let planned = self.planned(states);
        let goes_on = |node: &Node, open: &Open| {
            let is_planned = planned.get(node) >= states.get(node);
            states.get(node) == Some(&open.state)
                && open.because.is_subset(&self.running)
                && open.planned == (is_planned && self.before.get(node) < states.get(node))
        };
        let over: Vec<Node> =
            self.open.iter().filter(|(node, open)| !goes_on(node, open)).map(|(node, _)| *node).collect();
        for node in over {
            if let Some(open) = self.open.remove(&node) {
                let ids = open.because.iter().filter_map(|place| self.layers.get(*place));
                let disturbance = Disturbance {
                    state: open.state,
                    from: open.from,
                    until: at,
                    because: ids.map(|layer| layer.overlay.id.clone()).collect(),
                    planned: open.planned,
                };
                self.closed.entry(node).or_default().push(disturbance);
            }
        }
        let new: Vec<(Node, ItemState)> = states
            .iter()
            .filter(|(node, _)| !self.open.contains_key(node))
            .map(|(node, state)| (*node, *state))
            .collect();
        self.begin(at, &new, &planned);
    }

    fn begin(&mut self, at: Instant, new: &[(Node, ItemState)], planned: &States) {
        let (told, unexplained): (Vec<_>, Vec<_>) =
            new.iter().copied().partition(|(node, state)| self.before.get(node) >= Some(state));
        for (node, state) in told {
            self.open.insert(node, Open { state, from: at, because: BTreeSet::new(), planned: false });
        }
        let (meant, others): (Vec<_>, Vec<_>) =
            unexplained.into_iter().partition(|(node, state)| planned.get(node) >= Some(state));
        for (services, planned) in [(meant, true), (others, false)] {
            let layers = if planned { self.planned_layers() } else { self.running.clone() };
            for (node, state, because) in self.reasons(&services, &layers) {
                self.open.insert(node, Open { state, from: at, because, planned });
            }
        }
    }

    fn planned_layers(&self) -> BTreeSet<usize> {
        let is_planned =
            |place: &&usize| self.layers.get(**place).is_some_and(|l| l.overlay.kind.is_planned());
        self.running.iter().filter(is_planned).copied().collect()
    }

    /// What the planned layers alone do to services.
    fn planned(&mut self, states: &States) -> States {
        let layers = self.planned_layers();
        if layers.is_empty() || states.is_empty() {
            return self.before.clone();
        }
        if layers == self.running { states.clone() } else { self.states(&layers) }
    }

    /// For each service, layers among these that suffice for its state, none of which can be spared.
    fn reasons(
        &mut self,
        services: &[(Node, ItemState)],
        layers: &BTreeSet<usize>,
    ) -> Vec<(Node, ItemState, BTreeSet<usize>)> {
        if services.is_empty() {
            return Vec::new();
        }
        self.ask(layers);
        let causes = self.cmdb.causes(self.flood, services);
        let mut reasons = Vec::new();
        for ((node, state), given) in services.iter().copied().zip(causes) {
            let mut because = BTreeSet::new();
            for (cause, least) in given {
                let states_it = |place: &&usize| {
                    let layer = self.layers.get(**place);
                    layer.is_some_and(|l| l.overlay.effect >= least && l.nodes.contains(&cause))
                };
                let first = because.iter().find(states_it).or_else(|| layers.iter().find(states_it)).copied();
                because.extend(first);
            }
            reasons.push((node, state, self.irredundant(node, state, because)));
        }
        reasons
    }

    /// The layers without those that can be spared, as long as others are there.
    fn irredundant(&mut self, node: Node, state: ItemState, layers: BTreeSet<usize>) -> BTreeSet<usize> {
        let mut needed = layers.clone();
        for place in layers {
            if needed.len() < 2 {
                break;
            }
            needed.remove(&place);
            self.ask(&needed);
            if self.flood.mark(node).state < state {
                needed.insert(place);
            }
        }
        needed
    }

    /// Looks for the sets that are complete now that these layers have begun.
    fn collide(&mut self, begun: &[usize], states: &States) -> Result<(), CmdbError> {
        if begun.is_empty() || self.running.len() < 2 {
            return Ok(());
        }
        for place in self.running.clone() {
            if !self.alone.contains_key(&place) {
                let states = self.states(&BTreeSet::from([place]));
                self.alone.insert(place, states);
            }
        }
        // Services with the same layers left once those that suffice alone are gone share one question.
        let mut left: BTreeMap<BTreeSet<usize>, Vec<(Node, ItemState)>> = BTreeMap::new();
        for (node, worst) in states {
            for state in [ItemState::Degraded, ItemState::Down] {
                if state > *worst || self.before.get(node) >= Some(&state) {
                    continue;
                }
                let is_safe = |place: &&usize| {
                    self.alone.get(*place).is_none_or(|states| states.get(node) < Some(&state))
                };
                let safe: BTreeSet<usize> = self.running.iter().filter(is_safe).copied().collect();
                if safe.len() > 1 && begun.iter().any(|place| safe.contains(place)) {
                    left.entry(safe).or_default().push((*node, state));
                }
            }
        }
        for (safe, services) in left {
            let together = if safe == self.running { states.clone() } else { self.states(&safe) };
            for (node, state) in
                services.into_iter().filter(|(node, state)| together.get(node) >= Some(state))
            {
                self.search(node, state, &safe, begun)?;
            }
        }
        Ok(())
    }

    /// Every irredundant set of safe layers that brings the service to that state and holds one of those that have begun.
    fn search(
        &mut self,
        node: Node,
        state: ItemState,
        safe: &BTreeSet<usize>,
        begun: &[usize],
    ) -> Result<(), CmdbError> {
        if !self.networks.contains_key(&(node, state)) {
            self.ask(&BTreeSet::new());
            let network = self.cmdb.network(self.flood, node, state);
            self.networks.insert((node, state), network);
        }
        let Some(Some(network)) = self.networks.get(&(node, state)) else { return Ok(()) };
        let places: Vec<usize> = safe.iter().copied().collect();
        let numbers: BTreeMap<Node, usize> =
            network.nodes().iter().enumerate().map(|(number, node)| (*node, number)).collect();
        let items = places.iter().filter_map(|place| self.layers.get(*place)).map(|layer| {
            let felt = layer.nodes.iter().filter(|_| layer.overlay.effect >= state);
            felt.filter_map(|node| numbers.get(node).copied()).collect()
        });
        let events = Events::new(network, items.collect());
        let mut search = CutSearch::new(network, &events, self.options.together, self.options.budget);
        for (event, _) in places.iter().enumerate().filter(|(_, place)| begun.contains(place)) {
            if events.items(event).is_empty() {
                continue;
            }
            for set in search.sets_with(&[event])? {
                let layers: Vec<&Layer<'_>> = set
                    .iter()
                    .filter_map(|event| places.get(*event))
                    .filter_map(|place| self.layers.get(*place))
                    .collect();
                let (Some(from), Some(until)) =
                    (layers.iter().map(|l| l.from).max(), layers.iter().map(|l| l.until).min())
                else {
                    continue;
                };
                let Some(service) = self.cmdb.item_at(node).map(|item| item.id.clone()) else { continue };
                let overlays = layers.iter().map(|layer| layer.overlay.id.clone()).collect();
                self.collisions.insert(Collision { service, state, overlays, from, until });
            }
            search.close(event);
        }
        Ok(())
    }

    fn report(self) -> Simulation {
        let services = self.closed.into_iter();
        let named = |(node, spans)| Some((self.cmdb.item_at(node)?.id.clone(), spans));
        Simulation {
            services: services.filter_map(named).collect(),
            collisions: self.collisions.into_iter().collect(),
            questions: self.questions,
        }
    }
}
