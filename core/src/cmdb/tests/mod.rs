//! The register in small worlds whose answers are known.

mod documents;
mod hostile;
mod laws;
mod reports;
mod structure;
mod vectors;

use super::{Cmdb, CmdbDocument, Gate, Impact, ImpactOptions, Item, ItemState, Relation, Source, Strength};
use crate::kernel::{CiId, Code};

fn ci(id: &str) -> CiId {
    CiId::new(id).unwrap()
}

fn code(code: &str) -> Code {
    Code::new(code).unwrap()
}

/// `"mail<vm-1"`: mail needs vm-1. `"mail<vm-1:nodes"`: as a member of a group. `"mail<~vm-1"`: degrading.
fn relation(text: &str) -> Relation {
    let (consumer, provider) = text.split_once('<').unwrap();
    let (provider, group) = provider.split_once(':').map_or((provider, None), |(p, g)| (p, Some(code(g))));
    let strength = provider.starts_with('~').then_some(Strength::Degrading);
    let provider = ci(provider.trim_start_matches('~'));
    Relation { group, strength, ..Relation::new(ci(consumer), code("depends_on"), provider) }
}

/// The items that the relations name, of which those in capitals are services, and the gates of their groups.
fn world(relations: &[&str], gates: &[(&str, &str, Gate)]) -> CmdbDocument {
    let mut document = CmdbDocument::preset();
    document.relations = relations.iter().map(|text| relation(text)).collect();
    let mut ids: Vec<CiId> = document.relations.iter().flat_map(|r| [r.from.clone(), r.to.clone()]).collect();
    ids.sort();
    ids.dedup();
    document.items = ids
        .into_iter()
        .map(|id| {
            let service = id.as_str().chars().all(|c| c.is_ascii_uppercase());
            let mut item = Item::new(id, code(if service { "service" } else { "server" }));
            let of_item = gates.iter().filter(|(of, ..)| *of == item.id.as_str());
            item.gates = of_item.map(|(_, group, gate)| (code(group), *gate)).collect();
            item
        })
        .collect();
    document
}

fn cmdb(relations: &[&str], gates: &[(&str, &str, Gate)]) -> Cmdb {
    Cmdb::new(world(relations, gates)).unwrap()
}

fn down(ids: &[&str]) -> Vec<Source> {
    ids.iter().map(|id| Source::down(ci(id))).collect()
}

fn impact(cmdb: &Cmdb, ids: &[&str]) -> Impact {
    cmdb.impact_of(&down(ids), &ImpactOptions::default()).unwrap()
}

fn state(impact: &Impact, id: &str) -> ItemState {
    impact.reached(id).map_or(ItemState::Ok, |reached| reached.state)
}

/// `a@1` for every item reached but the sources, by id.
fn told(impact: &Impact) -> String {
    let reached = impact.items.iter().filter(|reached| reached.distance > 0);
    reached.map(|reached| format!("{}@{}", reached.item, reached.distance)).collect::<Vec<_>>().join(" ")
}
