//! The live register: a document that can be edited and asked.
//!
//! Inside, every relation that can carry a failure is an edge from provider to consumer, two for a kind that works both ways.
//! Outside there are only ids: the numbers of the graph are reused after a removal and never leave this room.

use crate::cmdb::flood::Spare;
use crate::cmdb::slots::Slots;
use crate::cmdb::{
    CmdbDocument, CmdbError, FailureDirection, Gate, Item, ItemState, Relation, RelationKey, RelationKind,
    Strength,
};
use crate::kernel::canonical;
use crate::kernel::{CiId, Code, Digest, Instant, RelationId};
use petgraph::Direction;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// A register of configuration items, live: edits and questions in any order.
///
/// Two registers that hold the same items and relations give the same answers and the same [`Cmdb::digest`], whatever order they
/// were built in.
///
/// ```
/// use itsm::cmdb::{Cmdb, CmdbDocument, Item, Relation};
/// use itsm::kernel::{CiId, Code};
/// let (ci, code) = (|id: &str| CiId::new(id).unwrap(), |code: &str| Code::new(code).unwrap());
///
/// let mut cmdb = Cmdb::new(CmdbDocument::preset())?;
/// cmdb.insert_item(Item::new(ci("mail"), code("service")))?;
/// cmdb.insert_item(Item::new(ci("vm-1"), code("server")))?;
/// cmdb.insert_relation(Relation::new(ci("mail"), code("runs_on"), ci("vm-1")))?;
/// assert!(cmdb.is_service("mail"));
///
/// let (vm, lost) = cmdb.remove_item("vm-1").unwrap();
/// assert_eq!((vm.id.as_str(), lost.len(), cmdb.relation_count()), ("vm-1", 1, 0));
/// # Ok::<(), itsm::cmdb::CmdbError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cmdb {
    kinds: Vec<(Code, RelationKind)>,
    service_types: BTreeSet<Code>,
    graph: StableDiGraph<Kept, Flow>,
    places: BTreeMap<CiId, Node>,
    /// One more than the greatest number of an item so far.
    bound: usize,
    ties: Slots<Tie>,
    by_id: BTreeMap<RelationId, u32>,
    by_ends: BTreeMap<Ends, u32>,
    groups: Vec<Code>,
    group_numbers: BTreeMap<Code, u32>,
    gates: Slots<GateState>,
    gate_slots: BTreeMap<(Node, u32), u32>,
    members: BTreeSet<Member>,
    troubled: BTreeSet<Node>,
    pub(super) spare: Spare,
}

/// An item, and beside it what many answers tell of it.
#[derive(Clone, Debug)]
struct Kept {
    item: Box<Item>,
    is_service: bool,
    is_critical: bool,
}

/// The number of an item inside the graph.
pub(super) type Node = NodeIndex<u32>;

/// An edge from provider to consumer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flow {
    /// The relation behind it.
    pub(super) tie: u32,
    /// The gate of the consumer, or [`NO_GATE`] where the consumer simply needs the provider.
    pub(super) gate: u32,
    pub(super) weight: u32,
    pub(super) strength: Strength,
    /// Whether it speaks for its provider in a gate that counts: one of the hardest of those that lead from it there.
    pub(super) speaks: bool,
}

/// The relations that make a provider a member of a gate: gate, provider, the hardest first.
type Member = (u32, Node, Strength, EdgeIndex<u32>);

/// What a relation without a group belongs to: no count is needed, any loss is felt.
pub(super) const NO_GATE: u32 = u32::MAX;
const NO_GROUP: u32 = u32::MAX;

/// A gate with what its members sum up to. Its consumer suffers when more than so much is lost.
#[derive(Clone, Debug)]
pub(super) struct GateState {
    pub(super) consumer: Node,
    group: u32,
    pub(super) gate: Gate,
    /// Its providers.
    pub(super) members: u64,
    /// Those of them that can take the consumer down.
    pub(super) hard_members: u64,
    weight: u64,
    /// Down when the members that are down count more than this.
    pub(super) down_above: u64,
    /// Degraded when the members that are degraded or down count more than this; never more than `down_above`.
    pub(super) degraded_above: u64,
}

impl GateState {
    /// What the loss of that relation counts in this gate.
    pub(super) fn counts(&self, flow: &Flow) -> u64 {
        if matches!(self.gate, Gate::Weighted(_)) { u64::from(flow.weight) } else { u64::from(flow.speaks) }
    }

    /// The state that a gate passes on when members that count so much are degraded or down, and so much down.
    pub(super) const fn state(&self, degraded_or_down: u64, down: u64) -> ItemState {
        if down > self.down_above {
            ItemState::Down
        } else if degraded_or_down > self.degraded_above {
            ItemState::Degraded
        } else {
            ItemState::Ok
        }
    }

    /// The item suffers that state or worse when members in it or worse count more than this.
    pub(super) const fn limit(&self, state: ItemState) -> u64 {
        match state {
            ItemState::Down => self.down_above,
            ItemState::Ok | ItemState::Degraded => self.degraded_above,
        }
    }

    fn settle(&mut self) {
        let share = |percent: u8| self.weight.saturating_mul(u64::from(percent)) / 100;
        (self.down_above, self.degraded_above) = match self.gate {
            Gate::Weighted(shares) => {
                let down = shares.down_above_percent;
                (share(down), share(shares.degraded_above_percent.unwrap_or(down)))
            }
            gate => {
                let spare = self.members.saturating_sub(gate.needed(self.members).unwrap_or_default());
                (spare, spare)
            }
        };
    }
}

/// A relation as it is kept: ends and kind as numbers, what is rare apart.
#[derive(Clone, Debug)]
struct Tie {
    from: Node,
    to: Node,
    kind: u32,
    group: u32,
    edges: [Option<EdgeIndex<u32>>; 2],
    terms: Option<Box<Terms>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Terms {
    id: Option<RelationId>,
    weight: Option<u32>,
    strength: Option<Strength>,
    confidence_ppm: Option<u32>,
    verified_at: Option<Instant>,
}

/// From, to, kind, group of a relation without an id.
type Ends = (Node, Node, u32, u32);

impl Cmdb {
    /// The register that a document describes.
    ///
    /// # Errors
    /// [`CmdbError`] for an item, relation or gate that is not sound. A document whose gate asks for more members than its group has
    /// is refused; a live register reaches that state by edits, and such a gate then asks for all it has
    /// ([`Cmdb::unmeetable_gates`] names them).
    pub fn new(document: CmdbDocument) -> Result<Self, CmdbError> {
        let kinds = document.kinds.into_iter().collect();
        let mut cmdb = Self { kinds, service_types: document.service_types, ..Self::default() };
        document.items.into_iter().try_for_each(|item| cmdb.insert_item(item))?;
        // What an item passes on then lies together in memory.
        let mut relations = document.relations;
        relations.sort_by_cached_key(|relation| cmdb.provider_of(relation));
        relations.into_iter().try_for_each(|relation| cmdb.insert_relation(relation))?;
        match cmdb.unmeetable_gates().into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(cmdb),
        }
    }

    /// Reads a document in JSON and builds its register.
    ///
    /// # Errors
    /// As [`CmdbDocument::from_json`] and [`Cmdb::new`].
    pub fn from_json(json: &[u8]) -> Result<Self, CmdbError> {
        Self::new(CmdbDocument::from_json(json)?)
    }

    /// Everything as a document: items by id, relations by ends, kind, group and id.
    #[must_use]
    pub fn to_document(&self) -> CmdbDocument {
        let mut relations: Vec<Relation> = self.relations().collect();
        relations.sort_unstable_by(|a, b| {
            let key = |relation: &Relation| (relation.from.clone(), relation.to.clone());
            key(a).cmp(&key(b)).then_with(|| (&a.kind, &a.group, &a.id).cmp(&(&b.kind, &b.group, &b.id)))
        });
        CmdbDocument {
            kinds: self.kinds.iter().cloned().collect(),
            service_types: self.service_types.clone(),
            items: self.items().cloned().collect(),
            relations,
        }
    }

    /// The SHA-256 of the document's canonical bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        canonical::digest_of(&self.to_document())
    }

    /// The item with that id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.item_at(self.place(id)?)
    }

    /// All items, by id.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.places.values().filter_map(|node| self.item_at(*node))
    }

    /// How many items there are.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.places.len()
    }

    /// Whether the register holds that item and its type is one of the service types.
    #[must_use]
    pub fn is_service(&self, id: &str) -> bool {
        self.place(id).is_some_and(|node| self.is_service_at(node))
    }

    /// The relation that is known by that key.
    #[must_use]
    pub fn relation(&self, key: &RelationKey) -> Option<Relation> {
        self.relation_at(self.tie_of(key)?)
    }

    /// All relations, in no order that means anything.
    pub fn relations(&self) -> impl Iterator<Item = Relation> {
        self.ties.iter().filter_map(|tie| self.written(tie))
    }

    /// How many relations there are.
    #[must_use]
    pub const fn relation_count(&self) -> usize {
        self.ties.count()
    }

    /// The kind of relation with that code.
    #[must_use]
    pub fn kind(&self, code: &str) -> Option<RelationKind> {
        self.kind_number(code).and_then(|number| self.kinds.get(usize_of(number))).map(|(_, kind)| *kind)
    }

    /// The gates that ask for more members than their group has, by item and group.
    #[must_use]
    pub fn unmeetable_gates(&self) -> Vec<CmdbError> {
        let asking = self.places.iter().flat_map(|(id, node)| {
            let gates = self.item_at(*node).map(|item| &item.gates);
            gates.into_iter().flatten().map(move |(group, gate)| (id, node, group, gate))
        });
        asking
            .filter_map(|(id, node, group, gate)| {
                let Gate::AtLeast(needed) = *gate else { return None };
                let slot =
                    self.group_numbers.get(group).and_then(|number| self.gate_slots.get(&(*node, *number)));
                let members = slot.and_then(|slot| self.gate(*slot)).map_or(0, |state| state.members);
                (u64::from(needed) > members).then(|| CmdbError::UnmeetableGate {
                    item: id.clone(),
                    group: group.clone(),
                    needed,
                    members,
                })
            })
            .collect()
    }

    /// Adds an item.
    ///
    /// # Errors
    /// [`CmdbError::DuplicateItem`] when the register holds its id, and the faults of a single item.
    pub fn insert_item(&mut self, item: Item) -> Result<(), CmdbError> {
        item.check()?;
        if self.places.contains_key(&item.id) {
            return Err(CmdbError::DuplicateItem { item: item.id });
        }
        let (id, state) = (item.id.clone(), item.state);
        let kept = self.kept(item);
        let node = self.graph.try_add_node(kept).map_err(|_| CmdbError::Full)?;
        self.bound = self.bound.max(node.index().saturating_add(1));
        self.places.insert(id, node);
        self.note_state(node, state);
        Ok(())
    }

    /// Puts an item in the place of the one with its id, and returns that; its relations stay.
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] when the register does not hold its id, and the faults of a single item.
    pub fn replace_item(&mut self, item: Item) -> Result<Item, CmdbError> {
        item.check()?;
        let Some(node) = self.place(item.id.as_str()) else {
            return Err(CmdbError::UnknownItems { items: vec![item.id] });
        };
        let (id, state, gates) = (item.id.clone(), item.state, item.gates.clone());
        let kept = self.kept(item);
        let Some(place) = self.graph.node_weight_mut(node) else {
            return Err(CmdbError::UnknownItems { items: vec![id] });
        };
        let before = *std::mem::replace(place, kept).item;
        for group in before.gates.keys().chain(gates.keys()) {
            let Some(number) = self.group_numbers.get(group) else { continue };
            let Some(slot) = self.gate_slots.get(&(node, *number)) else { continue };
            if let Some(gate) = self.gates.get_mut(*slot) {
                gate.gate = gates.get(group).copied().unwrap_or(Gate::All);
                gate.settle();
            }
        }
        self.note_state(node, state);
        Ok(before)
    }

    /// Takes an item out, and with it every relation that ends there; returns what was taken.
    pub fn remove_item(&mut self, id: &str) -> Option<(Item, Vec<Relation>)> {
        let node = self.place(id)?;
        let ending = |way| self.graph.edges_directed(node, way).map(|edge| edge.weight().tie);
        // In the order in which the graph lists them, each is found at once.
        let ties: Vec<u32> = ending(Direction::Incoming).chain(ending(Direction::Outgoing)).collect();
        let mut taken: Vec<Relation> = ties.into_iter().filter_map(|tie| self.untie(tie)).collect();
        taken.sort_unstable_by_key(Relation::key);
        self.places.remove(id);
        self.troubled.remove(&node);
        let kept = self.graph.remove_node(node)?;
        Some((*kept.item, taken))
    }

    /// Adds a relation.
    ///
    /// # Errors
    /// [`CmdbError::DanglingRelation`], [`CmdbError::UnknownKind`], [`CmdbError::DuplicateRelation`], and the faults of a single
    /// relation.
    pub fn insert_relation(&mut self, relation: Relation) -> Result<(), CmdbError> {
        relation.check()?;
        let end = |id: &CiId| match self.place(id.as_str()) {
            Some(node) => Ok(node),
            None => Err(CmdbError::DanglingRelation { relation: Box::new(relation.key()), item: id.clone() }),
        };
        let (from, to) = (end(&relation.from)?, end(&relation.to)?);
        let Some(kind) = self.kind_number(relation.kind.as_str()) else {
            let kind = relation.kind.clone();
            return Err(CmdbError::UnknownKind { relation: Box::new(relation.key()), kind });
        };
        let group = relation.group.as_ref().map_or(NO_GROUP, |group| self.group_number(group));
        let ends = (from, to, kind, group);
        let taken = match &relation.id {
            Some(id) => self.by_id.contains_key(id),
            None => self.by_ends.contains_key(&ends),
        };
        if taken {
            return Err(CmdbError::DuplicateRelation { relation: Box::new(relation.key()) });
        }
        let number = self.ties.next().ok_or(CmdbError::Full)?;
        let terms = Terms {
            id: relation.id,
            weight: relation.weight,
            strength: relation.strength,
            confidence_ppm: relation.confidence_ppm,
            verified_at: relation.verified_at,
        };
        match &terms.id {
            Some(id) => self.by_id.insert(id.clone(), number),
            None => self.by_ends.insert(ends, number),
        };
        let edges = self.carry(number, ends, &terms);
        let terms = (terms != Terms::NONE).then(|| Box::new(terms));
        self.ties.put(number, Tie { from, to, kind, group, edges, terms });
        Ok(())
    }

    /// Takes a relation out, and returns it.
    pub fn remove_relation(&mut self, key: &RelationKey) -> Option<Relation> {
        self.untie(self.tie_of(key)?)
    }

    /// Puts a relation in the place of the one with its key, and returns that.
    ///
    /// # Errors
    /// [`CmdbError::UnknownRelation`] when the register does not hold its key, and as [`Cmdb::insert_relation`]; then the register
    /// is as before.
    pub fn replace_relation(&mut self, relation: Relation) -> Result<Relation, CmdbError> {
        let key = relation.key();
        let Some(before) = self.remove_relation(&key) else {
            return Err(CmdbError::UnknownRelation { relation: Box::new(key) });
        };
        match self.insert_relation(relation) {
            Ok(()) => Ok(before),
            Err(refused) => {
                self.insert_relation(before)?;
                Err(refused)
            }
        }
    }

    /// The end of a relation that its failures come from, or one of both.
    fn provider_of(&self, relation: &Relation) -> Option<Node> {
        let is_target = |kind: RelationKind| kind.failure == FailureDirection::TargetToSource;
        let to = self.kind(relation.kind.as_str()).is_some_and(is_target);
        self.place(if to { &relation.to } else { &relation.from }.as_str())
    }

    fn kept(&self, item: Item) -> Kept {
        let is_service = self.service_types.contains(&item.item_type);
        Kept { is_service, is_critical: item.critical, item: Box::new(item) }
    }

    /// All places, by the id of their item.
    pub(super) fn places(&self) -> impl Iterator<Item = (&CiId, Node)> {
        self.places.iter().map(|(id, node)| (id, *node))
    }

    pub(super) fn place(&self, id: &str) -> Option<Node> {
        self.places.get(id).copied()
    }

    pub(super) fn item_at(&self, node: Node) -> Option<&Item> {
        self.graph.node_weight(node).map(|kept| &*kept.item)
    }

    pub(super) fn is_service_at(&self, node: Node) -> bool {
        self.graph.node_weight(node).is_some_and(|kept| kept.is_service)
    }

    pub(super) fn is_critical_at(&self, node: Node) -> bool {
        self.graph.node_weight(node).is_some_and(|kept| kept.is_critical)
    }

    /// Numbers of items are below this.
    pub(super) const fn bound(&self) -> usize {
        self.bound
    }

    /// Numbers of gates are below this.
    pub(super) const fn gate_bound(&self) -> usize {
        self.gates.bound()
    }

    /// The items whose own state is not ok.
    pub(super) fn troubled(&self) -> impl Iterator<Item = (Node, ItemState)> {
        self.troubled.iter().filter_map(|node| Some((*node, self.item_at(*node)?.state)))
    }

    /// Whoever may suffer when this item fails; informational relations are among them.
    pub(super) fn consumers(&self, node: Node) -> impl Iterator<Item = (Node, &Flow)> {
        self.graph.edges_directed(node, Direction::Outgoing).map(|edge| (edge.target(), edge.weight()))
    }

    /// Whoever may make this item suffer; informational relations are among them.
    pub(super) fn providers(&self, node: Node) -> impl Iterator<Item = (Node, &Flow)> {
        self.graph.edges_directed(node, Direction::Incoming).map(|edge| (edge.source(), edge.weight()))
    }

    pub(super) fn gate(&self, slot: u32) -> Option<&GateState> {
        self.gates.get(slot)
    }

    pub(super) fn group_of(&self, gate: &GateState) -> Option<&Code> {
        self.groups.get(usize_of(gate.group))
    }

    pub(super) fn relation_at(&self, tie: u32) -> Option<Relation> {
        self.written(self.ties.get(tie)?)
    }

    fn written(&self, tie: &Tie) -> Option<Relation> {
        let terms = tie.terms.as_deref().unwrap_or(&Terms::NONE);
        Some(Relation {
            id: terms.id.clone(),
            from: self.item_at(tie.from)?.id.clone(),
            to: self.item_at(tie.to)?.id.clone(),
            kind: self.kinds.get(usize_of(tie.kind))?.0.clone(),
            group: self.groups.get(usize_of(tie.group)).cloned(),
            weight: terms.weight,
            strength: terms.strength,
            confidence_ppm: terms.confidence_ppm,
            verified_at: terms.verified_at,
        })
    }

    fn kind_number(&self, code: &str) -> Option<u32> {
        let place = self.kinds.binary_search_by(|(kind, _)| kind.as_str().cmp(code)).ok()?;
        u32::try_from(place).ok()
    }

    fn group_number(&mut self, group: &Code) -> u32 {
        if let Some(number) = self.group_numbers.get(group) {
            return *number;
        }
        let number = u32::try_from(self.groups.len()).unwrap_or(NO_GROUP);
        self.groups.push(group.clone());
        self.group_numbers.insert(group.clone(), number);
        number
    }

    fn tie_of(&self, key: &RelationKey) -> Option<u32> {
        match key {
            RelationKey::Id(id) => self.by_id.get(id).copied(),
            RelationKey::Ends { from, to, kind, group } => {
                let group = match group {
                    Some(group) => *self.group_numbers.get(group)?,
                    None => NO_GROUP,
                };
                let (from, to) = (self.place(from.as_str())?, self.place(to.as_str())?);
                self.by_ends.get(&(from, to, self.kind_number(kind.as_str())?, group)).copied()
            }
        }
    }

    fn note_state(&mut self, node: Node, state: ItemState) {
        if state == ItemState::Ok {
            self.troubled.remove(&node);
        } else {
            self.troubled.insert(node);
        }
    }

    /// Draws the edges of a relation. One that carries no failure has an edge as well, so that its ends know of it.
    fn carry(&mut self, tie: u32, ends: Ends, terms: &Terms) -> [Option<EdgeIndex<u32>>; 2] {
        let (from, to, kind, group) = ends;
        let Some((_, kind)) = self.kinds.get(usize_of(kind)) else { return [None; 2] };
        let strength = match kind.failure {
            FailureDirection::None => Strength::Informational,
            _ => terms.strength.unwrap_or(kind.strength),
        };
        let ways = match kind.failure {
            FailureDirection::TargetToSource => [Some((to, from)), None],
            FailureDirection::Both if from != to => [Some((to, from)), Some((from, to))],
            _ => [Some((from, to)), None],
        };
        let weight = terms.weight.unwrap_or(1);
        ways.map(|way| {
            let (provider, consumer) = way?;
            let grouped = group != NO_GROUP && strength != Strength::Informational;
            let gate = if grouped { self.gate_slot(consumer, group)? } else { NO_GATE };
            let flow = Flow { tie, gate, weight, strength, speaks: false };
            let edge = self.graph.try_add_edge(provider, consumer, flow).ok()?;
            if grouped {
                self.join((gate, provider, strength, edge), weight);
            }
            Some(edge)
        })
    }

    fn untie(&mut self, number: u32) -> Option<Relation> {
        let relation = self.relation_at(number)?;
        let tie = self.ties.take(number)?;
        for edge in tie.edges.into_iter().flatten() {
            let provider = self.graph.edge_endpoints(edge).map(|(provider, _)| provider);
            if let (Some(provider), Some(flow)) = (provider, self.graph.remove_edge(edge)) {
                self.leave((flow.gate, provider, flow.strength, edge), flow.weight);
            }
        }
        match &relation.id {
            Some(id) => self.by_id.remove(id),
            None => self.by_ends.remove(&(tie.from, tie.to, tie.kind, tie.group)),
        };
        Some(relation)
    }

    /// The gate of that group, which is there from its first member on.
    fn gate_slot(&mut self, consumer: Node, group: u32) -> Option<u32> {
        if let Some(slot) = self.gate_slots.get(&(consumer, group)) {
            return Some(*slot);
        }
        let code = self.groups.get(usize_of(group))?;
        let gate = self.item_at(consumer)?.gates.get(code).copied().unwrap_or(Gate::All);
        let slot = self.gates.next()?;
        let empty = GateState {
            consumer,
            group,
            gate,
            members: 0,
            hard_members: 0,
            weight: 0,
            down_above: 0,
            degraded_above: 0,
        };
        self.gates.put(slot, empty);
        self.gate_slots.insert((consumer, group), slot);
        Some(slot)
    }

    fn join(&mut self, member: Member, weight: u32) {
        let before = self.speaker(member);
        self.members.insert(member);
        self.let_speak(before, self.speaker(member));
        if let Some(state) = self.gates.get_mut(member.0) {
            state.weight = state.weight.saturating_add(u64::from(weight));
            state.settle();
        }
    }

    fn leave(&mut self, member: Member, weight: u32) {
        let before = self.speaker(member);
        if !self.members.remove(&member) {
            return;
        }
        self.let_speak(before, self.speaker(member));
        let (slot, ..) = member;
        let Some(state) = self.gates.get_mut(slot) else { return };
        state.weight = state.weight.saturating_sub(u64::from(weight));
        state.settle();
        if state.members == 0 {
            let place = (state.consumer, state.group);
            self.gate_slots.remove(&place);
            self.gates.take(slot);
        }
    }

    /// The relation that speaks for the provider of that member in its gate.
    fn speaker(&self, (slot, provider, ..): Member) -> Option<Member> {
        let (first, last) = (EdgeIndex::new(0), EdgeIndex::end());
        let of_provider =
            (slot, provider, Strength::Hard, first)..=(slot, provider, Strength::Informational, last);
        self.members.range(of_provider).next().copied()
    }

    fn let_speak(&mut self, before: Option<Member>, now: Option<Member>) {
        if before == now {
            return;
        }
        for (member, speaks) in [(before, false), (now, true)] {
            let Some((slot, _, strength, edge)) = member else { continue };
            if let Some(flow) = self.graph.edge_weight_mut(edge) {
                flow.speaks = speaks;
            }
            let Some(state) = self.gates.get_mut(slot) else { continue };
            let hard = u64::from(strength == Strength::Hard);
            (state.members, state.hard_members) = if speaks {
                (state.members.saturating_add(1), state.hard_members.saturating_add(hard))
            } else {
                (state.members.saturating_sub(1), state.hard_members.saturating_sub(hard))
            };
        }
    }
}

impl Terms {
    const NONE: Self =
        Self { id: None, weight: None, strength: None, confidence_ppm: None, verified_at: None };
}

/// A number of the graph as a place in a list: 32 bits fit wherever this library runs.
pub(super) const fn usize_of(number: u32) -> usize {
    number as usize
}
