//! The laws of semantics 9 for impact, over random registers with cycles, gates and every strength.

use super::*;
use crate::cmdb::{Cmdb, WeightedGate};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const ITEMS: usize = 9;

fn id(n: usize) -> CiId {
    ci(&format!("i{n}"))
}

fn any_gate() -> impl Strategy<Value = Gate> {
    let weighted = (0..100_u8, proptest::option::of(0..100_u8)).prop_map(|(down, degraded)| {
        let degraded_above_percent = degraded.map(|degraded| degraded.min(down));
        Gate::Weighted(WeightedGate { down_above_percent: down, degraded_above_percent })
    });
    prop_oneof![
        Just(Gate::All),
        Just(Gate::Any),
        (1..4_u32).prop_map(Gate::AtLeast),
        (1..=100_u8).prop_map(Gate::Percent),
        weighted
    ]
}

fn any_relation() -> impl Strategy<Value = Relation> {
    let strength = prop_oneof![4 => Just(None), 2 => Just(Some(Strength::Degrading)), 1 => Just(Some(Strength::Informational))];
    let kind = prop_oneof![Just("depends_on"), Just("provides"), Just("both")];
    (0..ITEMS, 0..ITEMS, kind, proptest::option::of(0..2_usize), strength, proptest::option::of(1..9_u32))
        .prop_map(|(from, to, kind, group, strength, weight)| Relation {
            group: group.map(|group| code(["g", "h"][group])),
            strength,
            weight,
            ..Relation::new(id(from), code(kind), id(to))
        })
}

/// A register without redundancy where `gates` is false.
fn any_document(gates: bool) -> impl Strategy<Value = CmdbDocument> {
    let items = vec(vec(proptest::option::of(any_gate()), 2), ITEMS);
    (items, vec(any_relation(), 0..24)).prop_map(move |(gated, relations)| {
        let mut document = CmdbDocument::preset();
        let both = r#"{"failure":"both","strength":"hard"}"#;
        document.kinds.insert(code("both"), serde_json::from_str(both).unwrap());
        document.items = gated
            .into_iter()
            .enumerate()
            .map(|(n, of)| {
                let mut item = Item::new(id(n), code("server"));
                let of = ["g", "h"].into_iter().zip(of).filter(|_| gates);
                item.gates = of.filter_map(|(group, gate)| Some((code(group), gate?))).collect();
                item
            })
            .collect();
        let by_key: BTreeMap<_, _> = relations.into_iter().map(|r| (r.key(), r)).collect();
        document.relations = by_key.into_values().collect();
        clamp(document)
    })
}

/// No gate asks for more than its group has.
fn clamp(mut document: CmdbDocument) -> CmdbDocument {
    while let Err(fault) = Cmdb::new(document.clone()) {
        let crate::cmdb::CmdbError::UnmeetableGate { item, group, .. } = fault else { panic!("{fault}") };
        let item = document.items.iter_mut().find(|of| of.id == item).unwrap();
        item.gates.insert(group, Gate::All);
    }
    document
}

fn any_sources() -> impl Strategy<Value = Vec<Source>> {
    let state = prop_oneof![3 => Just(ItemState::Down), 1 => Just(ItemState::Degraded)];
    vec((0..ITEMS, state).prop_map(|(n, state)| Source { item: id(n), state }), 0..4)
}

fn ask(cmdb: &Cmdb, sources: &[Source]) -> Impact {
    cmdb.impact_of(sources, &ImpactOptions::default()).unwrap()
}

fn states(impact: &Impact) -> BTreeMap<CiId, ItemState> {
    impact.items.iter().map(|reached| (reached.item.clone(), reached.state)).collect()
}

fn no_better(worse: &Impact, better: &Impact) -> bool {
    better.items.iter().all(|reached| state(worse, reached.item.as_str()) >= reached.state)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_sources_never_help(document in any_document(true), sources in any_sources(), more in any_sources()) {
        let cmdb = Cmdb::new(document).unwrap();
        let all: Vec<Source> = sources.iter().chain(&more).cloned().collect();
        prop_assert!(no_better(&ask(&cmdb, &all), &ask(&cmdb, &sources)));
    }

    #[test]
    fn what_was_reached_given_again_changes_nothing(document in any_document(true), sources in any_sources()) {
        let cmdb = Cmdb::new(document).unwrap();
        let once = ask(&cmdb, &sources);
        let again: Vec<Source> =
            once.items.iter().map(|r| Source { item: r.item.clone(), state: r.state }).collect();
        prop_assert_eq!(states(&ask(&cmdb, &again)), states(&once));
    }

    #[test]
    fn a_hard_relation_more_never_helps(
        document in any_document(true), sources in any_sources(), from in 0..ITEMS, to in 0..ITEMS,
    ) {
        let cmdb = Cmdb::new(document.clone()).unwrap();
        let mut more = cmdb.clone();
        let relation = Relation::new(id(from), code("runs_on"), id(to));
        more.insert_relation(relation).unwrap();
        prop_assert!(no_better(&ask(&more, &sources), &ask(&cmdb, &sources)));
    }

    #[test]
    fn the_order_of_items_and_relations_is_not_seen(
        document in any_document(true), sources in any_sources(), turn in 0..24_usize,
    ) {
        let cmdb = Cmdb::new(document.clone()).unwrap();
        let mut other = document;
        other.items.reverse();
        let turn = turn.min(other.relations.len());
        other.relations.rotate_left(turn);
        let (items, relations) = (std::mem::take(&mut other.items), std::mem::take(&mut other.relations));
        let mut other = Cmdb::new(other).unwrap();
        items.into_iter().for_each(|item| other.insert_item(item).unwrap());
        relations.into_iter().for_each(|relation| other.insert_relation(relation).unwrap());
        prop_assert_eq!(ask(&cmdb, &sources), ask(&other, &sources));
        prop_assert_eq!(cmdb.digest(), other.digest());
        let items: Vec<CiId> = cmdb.items().map(|item| item.id.clone()).collect();
        let why = |cmdb: &Cmdb| cmdb.witnesses(&sources, &ImpactOptions::default(), &items).unwrap();
        prop_assert_eq!(why(&cmdb), why(&other));
    }

    #[test]
    fn the_report_grows_with_depth(document in any_document(true), sources in any_sources(), depth in 0..6_u32) {
        let cmdb = Cmdb::new(document).unwrap();
        let at = |depth| {
            let options = ImpactOptions { depth, ..ImpactOptions::default() };
            cmdb.impact_of(&sources, &options).unwrap()
        };
        let (near, far, all) = (at(Some(depth)), at(Some(depth + 1)), at(None));
        prop_assert!(near.items.iter().all(|reached| far.items.contains(reached)));
        prop_assert!(far.items.iter().all(|reached| all.items.contains(reached)));
    }

    #[test]
    fn no_more_is_visited_than_there_is(document in any_document(true), sources in any_sources()) {
        let cmdb = Cmdb::new(document.clone()).unwrap();
        let two_way = document.relations.iter().filter(|r| r.kind.as_str() == "both").count();
        let size = document.items.len() + document.relations.len() + two_way;
        prop_assert!(ask(&cmdb, &sources).visits <= size as u64);
    }

    #[test]
    fn redundancy_only_helps(document in any_document(true), sources in any_sources()) {
        let mut bare = document.clone();
        bare.items.iter_mut().for_each(|item| item.gates.clear());
        let (redundant, bare) = (Cmdb::new(document).unwrap(), Cmdb::new(bare).unwrap());
        prop_assert!(no_better(&ask(&bare, &sources), &ask(&redundant, &sources)));
    }

    #[test]
    fn k_of_n_is_all_at_n_and_any_at_one(document in any_document(false), sources in any_sources()) {
        let with = |of: &dyn Fn(u32) -> Gate| {
            let cmdb = Cmdb::new(document.clone()).unwrap();
            let mut edited = cmdb.clone();
            for item in cmdb.items() {
                let count = |group: &str| {
                    let in_group = document.relations.iter().filter(|r| {
                        let grouped = r.group.as_ref().is_some_and(|g| g.as_str() == group);
                        grouped && r.strength != Some(Strength::Informational)
                    });
                    let provider = |r: &Relation| {
                        let (needs, feeds) = (r.kind.as_str() != "provides", r.kind.as_str() != "depends_on");
                        let of_from = (needs && r.from == item.id).then(|| r.to.clone());
                        of_from.or_else(|| (feeds && r.to == item.id).then(|| r.from.clone()))
                    };
                    let providers: BTreeSet<CiId> = in_group.filter_map(provider).collect();
                    u32::try_from(providers.len()).unwrap()
                };
                let gated = ["g", "h"].map(|group| (code(group), count(group)));
                let mut item = item.clone();
                item.gates = gated.into_iter().filter(|(_, n)| *n > 0).map(|(group, n)| (group, of(n))).collect();
                edited.replace_item(item).unwrap();
            }
            assert!(edited.unmeetable_gates().is_empty());
            ask(&edited, &sources)
        };
        prop_assert_eq!(with(&Gate::AtLeast), with(&|_| Gate::All));
        prop_assert_eq!(with(&|_| Gate::Percent(100)), with(&|_| Gate::All));
        prop_assert_eq!(with(&|_| Gate::AtLeast(1)), with(&|_| Gate::Any));
    }

    #[test]
    fn a_question_leaves_no_trace_for_the_next(
        document in any_document(true), first in any_sources(), second in any_sources(),
    ) {
        let used = Cmdb::new(document).unwrap();
        ask(&used, &first);
        prop_assert_eq!(ask(&used, &second), ask(&used.clone(), &second));
    }

    #[test]
    fn a_witness_suffices_and_nothing_in_it_is_spare(document in any_document(true), sources in any_sources()) {
        prop_assume!(!has_twins(&document), "they could not be taken apart by `only`");
        let cmdb = Cmdb::new(document.clone()).unwrap();
        let reached = ask(&cmdb, &sources);
        let items: Vec<CiId> = document.items.iter().map(|item| item.id.clone()).collect();
        let witnesses = cmdb.witnesses(&sources, &ImpactOptions::default(), &items).unwrap();
        prop_assert_eq!(witnesses.len(), reached.items.len());
        for why in witnesses {
            let verdict = |given: &[Source], relations: &[Relation]| {
                state(&ask(&only(&document, relations), given), why.item.as_str()) >= why.state
            };
            prop_assert!(verdict(&why.given, &why.relations), "{why:?}");
            for spare in 0..why.given.len() {
                let mut given = why.given.clone();
                given.remove(spare);
                prop_assert!(!verdict(&given, &why.relations), "given {spare} of {why:?}");
            }
            for spare in 0..why.relations.len() {
                let mut relations = why.relations.clone();
                relations.remove(spare);
                prop_assert!(!verdict(&why.given, &relations), "relation {spare} of {why:?}");
            }
        }
    }

    #[test]
    fn d2_a_viewer_sees_a_part_of_what_there_is_and_how_much_is_hidden(
        document in any_document(true), sources in any_sources(), may_see in vec(any::<bool>(), ITEMS),
    ) {
        let cmdb = Cmdb::new(document).unwrap();
        let all = ask(&cmdb, &sources);
        let visible = |item: &CiId| (0..ITEMS).any(|n| may_see[n] && id(n) == *item);
        let seen = all.clone().redacted(visible);
        prop_assert!(seen.items.iter().all(|reached| all.items.contains(reached) && visible(&reached.item)));
        let allowed = all.items.iter().filter(|reached| visible(&reached.item)).count();
        prop_assert_eq!(seen.items.len(), allowed, "as far as allowed, all of it, and in the state it is in");
        let counted = |impact: &Impact| impact.items.len() + impact.already.len() + impact.strained.len();
        prop_assert_eq!(seen.hidden, counted(&all) - counted(&seen));
    }

    #[test]
    fn a_margin_is_what_it_takes_and_no_less(document in any_document(true), sources in any_sources()) {
        let cmdb = Cmdb::new(document.clone()).unwrap();
        for margin in ask(&cmdb, &sources).strained {
            let of = |margins: &[crate::cmdb::Margin]| {
                margins.iter().find(|m| (&m.item, &m.group) == (&margin.item, &margin.group)).map(|m| m.state)
            };
            prop_assert_eq!(of(&ask(&cmdb, &sources).strained), Some(margin.state));
            prop_assert!(margin.until_down != Some(0) && margin.until_degraded != Some(0));
            prop_assert_eq!(margin.until_degraded.is_none(), margin.state == ItemState::Degraded);
            if let (Some(degraded), Some(down)) = (margin.until_degraded, margin.until_down) {
                prop_assert!(degraded <= down);
            }
        }
    }
}

/// Whether one provider leads into one group of a consumer by two relations.
fn has_twins(document: &CmdbDocument) -> bool {
    let mut seen = BTreeSet::new();
    document.relations.iter().any(|r| {
        let ways = match r.kind.as_str() {
            "depends_on" => vec![(&r.from, &r.to)],
            "provides" => vec![(&r.to, &r.from)],
            _ if r.from == r.to => vec![(&r.from, &r.to)],
            _ => vec![(&r.from, &r.to), (&r.to, &r.from)],
        };
        r.group.is_some() && ways.into_iter().any(|ends| !seen.insert((ends, &r.group)))
    })
}

/// The register in which only these relations pass anything on: the others still are members of their gates, with a provider of
/// their own that never fails.
fn only(document: &CmdbDocument, relations: &[Relation]) -> Cmdb {
    let mut document = document.clone();
    for n in 0..document.relations.len() {
        let relation = &mut document.relations[n];
        if relations.contains(relation) {
            continue;
        }
        let solid = |side: &str| ci(&format!("solid-{n}-{side}"));
        let hold = |consumer: CiId, of: &Relation, side: &str| Relation {
            from: consumer,
            to: solid(side),
            kind: code("depends_on"),
            ..of.clone()
        };
        let both = relation.clone();
        let mut held = match relation.kind.as_str() {
            "depends_on" => vec![hold(both.from.clone(), &both, "a")],
            "provides" => vec![hold(both.to.clone(), &both, "a")],
            _ if both.from == both.to => vec![hold(both.from.clone(), &both, "a")],
            _ => vec![hold(both.from.clone(), &both, "a"), hold(both.to.clone(), &both, "b")],
        };
        document.items.extend(held.iter().map(|r| Item::new(r.to.clone(), code("solid"))));
        *relation = held.remove(0);
        document.relations.extend(held);
    }
    Cmdb::new(document).unwrap()
}
