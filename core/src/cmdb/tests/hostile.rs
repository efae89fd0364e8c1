//! Shapes that break engines which recurse, enumerate paths or scan all edges.

use super::*;
use crate::kernel::RelationId;

const MANY: usize = 100_000;

fn numbered(count: usize) -> CmdbDocument {
    let mut document = CmdbDocument::preset();
    document.items = (0..count).map(|n| Item::new(ci(&n.to_string()), code("server"))).collect();
    document
}

fn needs(consumer: usize, provider: usize) -> Relation {
    Relation::new(ci(&consumer.to_string()), code("depends_on"), ci(&provider.to_string()))
}

#[test]
fn a_cycle_of_a_hundred_thousand() {
    let mut document = numbered(MANY);
    document.relations = (0..MANY).map(|n| needs((n + 1) % MANY, n)).collect();
    let cmdb = Cmdb::new(document).unwrap();
    let impact = impact(&cmdb, &["0"]);
    assert_eq!((impact.items.len(), impact.visits), (MANY, MANY as u64));
    let last = (MANY - 1).to_string();
    assert_eq!(impact.reached(&last).unwrap().distance as usize, MANY - 1);
    let why = cmdb.witnesses(&down(&["0"]), &ImpactOptions::default(), &[ci(&last)]).unwrap();
    assert_eq!(why[0].relations.len(), MANY - 1);
}

#[test]
fn a_star_of_a_hundred_thousand_either_way() {
    let mut document = numbered(MANY);
    document.relations = (1..MANY).map(|n| needs(n, 0)).collect();
    let hub = Cmdb::new(document.clone()).unwrap();
    assert_eq!(impact(&hub, &["0"]).items.len(), MANY);
    document.relations = (1..MANY).map(|n| needs(0, n).in_group(code("g"))).collect();
    document.items[0].gates.insert(code("g"), Gate::Percent(50));
    let mut group = Cmdb::new(document).unwrap();
    let one = impact(&group, &["1"]);
    assert_eq!(
        (one.items.len(), one.strained[0].until_down),
        (1, Some(49_999)),
        "50,000 of 99,999 must work"
    );
    assert_eq!(group.remove_item("0").unwrap().1.len(), MANY - 1);
}

#[test]
fn a_hundred_thousand_parallel_relations_and_loops() {
    let mut document = numbered(2);
    document.items[1].gates.insert(code("g"), Gate::AtLeast(2));
    document.relations = (0..MANY)
        .map(|n| {
            let id = RelationId::new(format!("cable-{n}")).unwrap();
            Relation { id: Some(id), ..needs(1, n % 2).in_group(code("g")) }
        })
        .collect();
    let cmdb = Cmdb::new(document).unwrap();
    let impact = impact(&cmdb, &["0"]);
    assert_eq!((impact.items.len(), impact.visits), (2, 2));
    let why = cmdb.witnesses(&down(&["0"]), &ImpactOptions::default(), &[ci("1")]).unwrap();
    assert_eq!(why[0].relations.len(), 1);
}
