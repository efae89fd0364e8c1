//! What a document must be, and what edits do to a live register.

use super::*;
use crate::cmdb::{CmdbError, FailureDirection, RelationKey, RelationKind, WeightedGate};
use crate::kernel::RelationId;

fn refused(document: CmdbDocument) -> String {
    Cmdb::new(document).unwrap_err().to_string()
}

#[test]
fn a_document_is_refused_with_the_place_of_its_fault() {
    let read = |json: &str| CmdbDocument::from_json(json.as_bytes()).unwrap_err().to_string();
    assert!(
        read(r#"{"items": [{"id": "a", "type": "t", "colour": "red"}]}"#).starts_with("at `items[0].colour`")
    );
    assert!(read(r#"{"relations": [{"from": "a", "to": ""}]}"#).starts_with("at `relations[0].to`"));
    assert_eq!(read(r#"{"items": [], "items": []}"#), "at `items`: the key stands here twice");
}

#[test]
fn ids_must_be_there_and_only_once() {
    let mut twice = world(&["a<b"], &[]);
    twice.items.push(twice.items[0].clone());
    assert_eq!(refused(twice), "item `a` stands here twice");
    let mut dangling = world(&["a<b"], &[]);
    dangling.items.remove(1);
    assert_eq!(
        refused(dangling),
        "relation `a depends_on b` ends at item `b`, which the register does not hold"
    );
    assert_eq!(refused(world(&["a<b", "a<b"], &[])), "relation `a depends_on b` stands here twice");
    let mut kind = world(&["a<b"], &[]);
    kind.relations[0].kind = code("likes");
    assert_eq!(refused(kind), "relation `a likes b` is of kind `likes`, which the register does not define");
}

#[test]
fn gates_that_make_no_sense_are_refused() {
    let with = |gate| refused(world(&["a<b:g"], &[("a", "g", gate)]));
    let weighted = |down_above_percent, degraded_above_percent| {
        Gate::Weighted(WeightedGate { down_above_percent, degraded_above_percent })
    };
    for gate in
        [Gate::AtLeast(0), Gate::Percent(0), Gate::Percent(101), weighted(100, None), weighted(10, Some(11))]
    {
        assert!(with(gate).contains("makes no sense"), "{gate:?}");
    }
    assert_eq!(with(Gate::AtLeast(2)), "the gate of item `a` for group `g` needs `2` of `1` members");
    let mut empty = world(&["a<b"], &[("a", "g", Gate::Any)]);
    assert!(Cmdb::new(empty.clone()).is_ok(), "a group without members asks for nothing");
    empty.items[0].gates.insert(code("g"), Gate::AtLeast(1));
    assert_eq!(refused(empty), "the gate of item `a` for group `g` needs `1` of `0` members");
    let mut light = world(&["a<b:g"], &[]);
    light.relations[0].weight = Some(0);
    assert!(refused(light).contains("weight outside 1 to 1000000"));
}

#[test]
fn a_live_register_with_a_gate_that_asks_too_much_asks_for_all_it_has() {
    let mut cmdb = cmdb(&["a<b:g", "a<c:g"], &[("a", "g", Gate::AtLeast(2))]);
    cmdb.remove_item("c").unwrap();
    assert!(matches!(cmdb.unmeetable_gates()[..], [CmdbError::UnmeetableGate { needed: 2, members: 1, .. }]));
    assert_eq!(cmdb.impact_of(&[], &ImpactOptions::default()).unwrap(), Impact::default());
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Down);
}

#[test]
fn parallel_relations_count_once_by_the_hardest_and_a_loop_is_a_member() {
    let named =
        |name: &str, relation: Relation| Relation { id: Some(RelationId::new(name).unwrap()), ..relation };
    let mut document = world(&["a<b:g", "a<c:g"], &[("a", "g", Gate::AtLeast(2))]);
    document.relations[0].strength = Some(Strength::Degrading);
    let mut cmdb = Cmdb::new(document).unwrap();
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Degraded);
    cmdb.insert_relation(named("cable-2", relation("a<b:g"))).unwrap();
    assert_eq!(state(&impact(&cmdb, &["c"]), "a"), ItemState::Down, "two cables to b are one provider");
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Down, "the hard one speaks for b");
    cmdb.insert_relation(relation("a<a:g")).unwrap();
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Ok, "c and a itself are left");
    cmdb.remove_relation(&RelationKey::Id(RelationId::new("cable-2").unwrap())).unwrap();
    assert_eq!(
        state(&impact(&cmdb, &["b", "c"]), "a"),
        ItemState::Degraded,
        "the degrading one speaks again"
    );
}

#[test]
fn a_failure_travels_as_the_kind_says() {
    let kind = |failure| RelationKind { failure, strength: Strength::Hard };
    let mut document = world(&["a<b"], &[]);
    let mut reach = |failure| {
        document.kinds.insert(code("depends_on"), kind(failure));
        let cmdb = Cmdb::new(document.clone()).unwrap();
        ["a", "b"].map(|id| told(&impact(&cmdb, &[id])))
    };
    assert_eq!(reach(FailureDirection::TargetToSource), ["", "a@1"]);
    assert_eq!(reach(FailureDirection::SourceToTarget), ["b@1", ""]);
    assert_eq!(reach(FailureDirection::Both), ["b@1", "a@1"]);
    assert_eq!(reach(FailureDirection::None), ["", ""]);
    document.kinds.insert(code("depends_on"), kind(FailureDirection::Both));
    document.relations[0].strength = Some(Strength::Informational);
    assert_eq!(told(&impact(&Cmdb::new(document).unwrap(), &["a", "b"])), "");
}

#[test]
fn what_is_taken_out_and_put_back_leaves_no_trace() {
    let gates = [("a", "g", Gate::Percent(50)), ("d", "h", Gate::Any)];
    let document = world(&["a<b:g", "a<c:g", "d<a:h", "d<c:h", "b<c"], &gates);
    let mut cmdb = Cmdb::new(document).unwrap();
    let (digest, before) = (cmdb.digest(), impact(&cmdb, &["b", "c"]));
    for id in ["c", "a", "d"] {
        let (item, relations) = cmdb.remove_item(id).unwrap();
        assert!(cmdb.item(id).is_none() && !relations.is_empty());
        cmdb.insert_item(item).unwrap();
        relations.into_iter().for_each(|relation| cmdb.insert_relation(relation).unwrap());
    }
    assert_eq!((cmdb.digest(), impact(&cmdb, &["b", "c"])), (digest, before));
    let again = Cmdb::new(cmdb.to_document()).unwrap();
    assert_eq!(again.digest(), digest);
    let key = relation("a<b:g").key();
    assert_eq!(cmdb.remove_relation(&key), Some(relation("a<b:g")));
    assert_eq!((cmdb.relation(&key), cmdb.remove_relation(&key)), (None, None));
}

#[test]
fn a_gate_that_is_replaced_holds_from_then_on() {
    let mut cmdb = cmdb(&["a<b:g", "a<c:g"], &[]);
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Down, "a group without a gate needs all");
    let item = cmdb.item("a").unwrap().clone().with_gate(code("g"), Gate::Any);
    let before = cmdb.replace_item(item).unwrap();
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Ok);
    cmdb.replace_item(before).unwrap();
    assert_eq!(state(&impact(&cmdb, &["b"]), "a"), ItemState::Down);
    let stranger = Item::new(ci("zz"), code("server"));
    assert_eq!(cmdb.replace_item(stranger).unwrap_err().code(), "cmdb.unknown_items");
}

#[test]
fn a_refused_replacement_leaves_the_relation_as_it_was() {
    let mut cmdb = cmdb(&["a<b"], &[]);
    let key = RelationKey::Id(RelationId::new("r").unwrap());
    let named = Relation { id: Some(RelationId::new("r").unwrap()), ..relation("a<b:g") };
    assert_eq!(cmdb.replace_relation(named.clone()).unwrap_err().code(), "cmdb.unknown_relation");
    cmdb.insert_relation(named.clone()).unwrap();
    let dangling = Relation { to: ci("zz"), ..named.clone() };
    assert_eq!(cmdb.replace_relation(dangling).unwrap_err().code(), "cmdb.dangling_relation");
    assert_eq!(cmdb.relation(&key), Some(named));
}
