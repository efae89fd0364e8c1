//! Graphs of the reference as registers of the library.
#![allow(dead_code)]

use itsm::cmdb::{Cmdb, CmdbDocument, Gate, Item, ItemState, Relation, Strength, WeightedGate};
use itsm::kernel::{CiId, Code, RelationId};

use crate::reference::impact::{self, Graph, Group, Node, State};

pub fn ci(node: Node) -> CiId {
    CiId::new(format!("i{node}")).unwrap()
}

pub fn node(id: &CiId) -> Node {
    id.as_str()[1..].parse().unwrap()
}

pub fn code(text: impl AsRef<str>) -> Code {
    Code::new(text).unwrap()
}

pub fn group_code(group: Group) -> Code {
    code(format!("g{group}"))
}

pub fn of_core(state: ItemState) -> State {
    match state {
        ItemState::Ok => State::Ok,
        ItemState::Degraded => State::Degraded,
        ItemState::Down => State::Down,
    }
}

pub fn to_core(state: State) -> ItemState {
    match state {
        State::Ok => ItemState::Ok,
        State::Degraded => ItemState::Degraded,
        State::Down => ItemState::Down,
    }
}

pub fn gate_of(gate: impact::Gate) -> Gate {
    match gate {
        impact::Gate::All => Gate::All,
        impact::Gate::Any => Gate::Any,
        impact::Gate::AtLeast(count) => Gate::AtLeast(u32::try_from(count).unwrap()),
        impact::Gate::Percent(percent) => Gate::Percent(u8::try_from(percent).unwrap()),
        impact::Gate::Weighted { lost_over: (percent, 100) } => Gate::Weighted(WeightedGate {
            down_above_percent: u8::try_from(percent).unwrap(),
            degraded_above_percent: None,
        }),
        other => panic!("{other:?} is not in percent"),
    }
}

/// The group 0 of an item that needs all of it is written without a group, and every second relation the other way round.
/// Its items are services.
pub fn register(graph: &Graph) -> Cmdb {
    register_of(graph, "service")
}

/// The same with items that are no services.
pub fn servers(graph: &Graph) -> Cmdb {
    register_of(graph, "server")
}

fn register_of(graph: &Graph, item_type: &str) -> Cmdb {
    let mut cmdb = Cmdb::new(CmdbDocument::preset()).unwrap();
    for node in 0..graph.nodes {
        let mut item = Item::new(ci(node), code(item_type));
        let gates = graph.gates.iter().filter(|((consumer, _), _)| *consumer == node);
        item.gates = gates.map(|((_, group), gate)| (group_code(*group), gate_of(*gate))).collect();
        cmdb.insert_item(item).unwrap();
    }
    for (place, edge) in graph.edges.iter().enumerate() {
        let (consumer, provider) = (ci(edge.consumer), ci(edge.provider));
        let relation = if place % 2 == 0 {
            Relation::new(consumer, code("depends_on"), provider)
        } else {
            Relation::new(provider, code("provides"), consumer)
        };
        let strength = match edge.strength {
            impact::Strength::Hard => Strength::Hard,
            impact::Strength::Degrading => Strength::Degrading,
            impact::Strength::Informational => Strength::Informational,
        };
        let bare = edge.group == 0 && graph.gate(edge.consumer, 0) == impact::Gate::All;
        cmdb.insert_relation(Relation {
            id: Some(RelationId::new(format!("e{place}")).unwrap()),
            group: (!bare).then(|| group_code(edge.group)),
            weight: Some(u32::try_from(edge.weight).unwrap()),
            strength: Some(strength),
            ..relation
        })
        .unwrap();
    }
    cmdb
}
