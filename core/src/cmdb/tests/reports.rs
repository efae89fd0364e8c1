//! Differences, audits, drawings and what a failure puts at stake.

use super::*;
use crate::cmdb::{AuditScope, CmdbError, Difference, Found, RelationKey, Share};
use crate::kernel::RelationId;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_difference_names_every_field_and_ignores_the_order() {
    let before = world(&["a<b:g", "a<c:g", "MAIL<a"], &[("a", "g", Gate::Any)]);
    let mut after = before.clone();
    after.items.reverse();
    after.relations.reverse();
    assert!(Difference::between(&before, &after).is_empty());

    let a = after.items.iter_mut().find(|item| item.id.as_str() == "a").unwrap();
    a.name = Some("cluster".to_owned());
    a.gates.insert(code("g"), Gate::AtLeast(2));
    after.items.push(Item::new(ci("d"), code("server")));
    after.items.retain(|item| item.id.as_str() != "c");
    after.relations.retain(|relation| relation.to.as_str() != "c");
    after.relations.push(Relation { id: Some(RelationId::new("r1").unwrap()), ..relation("a<d:g") });
    after.relations[0].weight = Some(3);
    after.service_types.insert(code("product"));
    let found = Difference::between(&before, &after);
    assert_eq!((found.items_added, found.items_removed), (vec![ci("d")], vec![ci("c")]));
    let fields: Vec<_> = found.items_changed[0].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["gates.g", "name"]);
    assert_eq!(found.items_changed[0].fields[0].before.as_deref(), Some("any"));
    assert_eq!(found.items_changed[0].fields[0].after.as_deref(), Some(r#"{"at_least":2}"#));
    assert_eq!(found.relations_added, [RelationKey::Id(RelationId::new("r1").unwrap())]);
    assert_eq!(found.relations_removed, [relation("a<c:g").key()]);
    assert_eq!(found.relations_changed[0].key, relation("MAIL<a").key());
    assert_eq!(found.terms_changed[0].field, "service_types.product");
}

fn found(id: &str, item_type: &str, attributes: &[(&str, &str)]) -> Found {
    let attributes = attributes.iter().map(|(of, text)| (code(of), (*text).to_owned())).collect();
    Found { id: ci(id), item_type: Some(code(item_type)), attributes }
}

#[test]
fn an_audit_counts_what_it_verified_and_nothing_else() {
    let mut document = world(&["a<b", "MAIL<c"], &[]);
    for item in &mut document.items {
        item.attributes = BTreeMap::from([(code("ram"), "8".to_owned()), (code("owner"), "ops".to_owned())]);
    }
    let cmdb = Cmdb::new(document).unwrap();
    let seen = [
        found("a", "server", &[("ram", "8")]),
        found("b", "switch", &[("ram", "16"), ("os", "none")]),
        found("x", "server", &[]),
        found("y", "printer", &[]),
    ];
    let servers = AuditScope { types: Some(BTreeSet::from([code("server")])), ..AuditScope::default() };
    let audit = cmdb.audit(&seen, &servers).unwrap();
    assert_eq!(audit.missing, [ci("c")], "the service is out of scope");
    assert_eq!(audit.unexpected, [ci("x")], "and so is the printer");
    let told: Vec<_> = audit
        .differing
        .iter()
        .map(|d| (d.item.as_str(), d.attribute.as_str(), d.registered.as_deref()))
        .collect();
    assert_eq!(told, [("b", "type", Some("server")), ("b", "os", None), ("b", "ram", Some("8"))]);
    assert_eq!(audit.attributes_right, Share { hits: 2, of: 5 });
    assert_eq!(audit.items_right, Share { hits: 1, of: 2 });
    assert_eq!(audit.complete, Share { hits: 2, of: 3 });
    assert_eq!(audit.phantoms, Share { hits: 1, of: 3 });

    let sample = AuditScope {
        items: Some(BTreeSet::from([ci("a")])),
        attributes: Some(BTreeSet::from([code("ram")])),
        ..AuditScope::default()
    };
    let audit = cmdb.audit(&seen[..1], &sample).unwrap();
    assert_eq!((audit.attributes_right, audit.missing.len()), (Share { hits: 1, of: 1 }, 0));
    let twice = [seen[0].clone(), seen[0].clone()];
    assert_eq!(cmdb.audit(&twice, &sample).unwrap_err(), CmdbError::DuplicateItem { item: ci("a") });
}

/// Against the formula in floats, where those are exact enough.
#[test]
#[allow(clippy::float_arithmetic, reason = "the formula as the books write it")]
fn the_wilson_interval_is_that_of_the_books() {
    for of in [1_u64, 2, 7, 30, 100, 1_000, 123_456] {
        for hits in [0, 1, of / 3, of / 2, of.saturating_sub(1), of].into_iter().filter(|hits| *hits <= of) {
            let (n, h, z) = (of as f64, hits as f64, 1.96_f64);
            let spread = z * (h * (n - h) / n + z * z / 4.0).sqrt();
            let ends = [-1.0, 1.0].map(|sign| (h + z * z / 2.0 + sign * spread) / (n + z * z) * 1e6);
            let (low, high) = Share { hits, of }.wilson_ppm().unwrap();
            assert!((f64::from(low) - ends[0]).abs() <= 1.01, "{hits} of {of}: {low} {}", ends[0]);
            assert!((f64::from(high) - ends[1]).abs() <= 1.01, "{hits} of {of}: {high} {}", ends[1]);
        }
    }
    assert_eq!((Share::default().ppm(), Share::default().wilson_ppm()), (None, None));
}

#[test]
fn drawings_escape_what_people_type() {
    let mut document = world(&["A<b"], &[]);
    document.items[1].name = Some("x\"]; click n0 <script>\n\\".to_owned());
    let cmdb = Cmdb::new(document).unwrap();
    let drawn = cmdb.to_dot(&impact(&cmdb, &["b"]));
    assert!(
        drawn.contains(r#""b" [shape=box, label="x\"]; click n0 <script>\n\\", style=filled, fillcolor="#)
    );
    assert!(drawn.contains(r#"  "A" -> "b" [label="depends_on"];"#));
    let drawn = cmdb.to_mermaid(&impact(&cmdb, &["b"]));
    assert!(drawn.contains(r#"n1["x#34;#93;#59; click n0 #60;script#62;#10;#92;"]"#), "{drawn}");
    assert!(drawn.contains(r#"n0 -->|"depends_on"| n1"#));
    assert_eq!(drawn.lines().count(), 6, "no text makes a line of its own");
}

#[test]
fn causes_are_sought_within_a_budget() {
    let cmdb = cmdb(&["a<b", "b<c", "d<c"], &[]);
    let symptoms = down(&["a", "d"]);
    let roots = cmdb.root_candidates(&symptoms, 100).unwrap();
    let told: Vec<_> =
        roots.iter().map(|root| (root.item.as_str(), root.explains.len(), root.unseen)).collect();
    assert_eq!(told, [("c", 2, 2), ("a", 1, 0), ("d", 1, 0), ("b", 1, 1)]);
    assert_eq!(cmdb.root_candidates(&symptoms, 2).unwrap_err(), CmdbError::BudgetExceeded { budget: 2 });
}

#[cfg(feature = "csv")]
mod files {
    use super::*;
    use crate::cmdb::CsvMapping;

    #[test]
    fn two_files_come_back_as_the_document_they_were_written_from() {
        let mut document = world(&["a<b:g", "a<c:g", "MAIL<~a"], &[("a", "g", Gate::Percent(50))]);
        document.items[1].name = Some("=cmd, \"quoted\"\nand broken".to_owned());
        document.items[2].attributes.insert(code("name"), "not the name".to_owned());
        document.items[2].state = ItemState::Degraded;
        document.relations[0].id = Some(RelationId::new("r1").unwrap());
        document.relations[0].weight = Some(7);
        document.relations[0].confidence_ppm = Some(900_000);
        let pair = document.to_csv();
        let read = CmdbDocument::from_csv(&pair.items, &pair.relations, &CsvMapping::of(&document)).unwrap();
        assert_eq!(read, document);
    }

    #[test]
    fn a_line_that_cannot_be_used_is_named() {
        let document = CmdbDocument::preset();
        let refused = |items: &str, relations: &str| {
            let read = CmdbDocument::from_csv(items, relations, &CsvMapping::of(&document));
            read.unwrap_err().to_string()
        };
        let none = "from,kind,to\n";
        assert_eq!(
            refused("id,type\na,server\n,server\n", none),
            "line `3` of the items: column `id` is missing or empty"
        );
        assert_eq!(
            refused("id,type,state\na,server,broken\n", none),
            "line `2` of the items: `broken` in column `state` is not `ok`, `degraded` or `down`"
        );
        assert!(refused("id,type\na\n", none).starts_with("line `2` of the items: "));
        assert!(
            refused("id,type\n", "from,kind,to,weight\na,b,c,many\n").contains("`many` in column `weight`")
        );
    }
}
