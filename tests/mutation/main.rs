//! The schema refuses what the strict reader refuses, and nothing else: valid documents are spoilt in every way that comes to mind, and both
//! are asked. Where they differ, [`rules`] says why no schema can say it, or the test fails.

mod doors;
mod rules;
mod spoil;

use doors::Door;
use rules::{RULES, Told};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a way of reading made of all that was spoilt.
#[derive(Default)]
struct Tally {
    agreed: usize,
    refused: usize,
    /// How many differ for the reason of each rule.
    excused: BTreeMap<&'static str, usize>,
    differing: BTreeSet<String>,
}

fn judge(door: &Door) -> Tally {
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    for document in &door.documents {
        if let Err(fault) = door.read(document) {
            tally.differing.insert(format!("{}: nobody spoilt {document}: {fault}", door.name));
        }
        if !door.is_valid(document) {
            tally
                .differing
                .insert(format!("{}: the schema refuses {document}, which nobody spoilt", door.name));
        }
        let kind = document["kind"].as_str().unwrap_or_default();
        spoil::each(document, &mut |place: &spoil::Place, way: &str, spoilt: &Value| {
            // The same place in another document would say the same, unless it is in the body of another kind.
            let form = place.form();
            let kind = if form.starts_with("body") { kind } else { spoil::state(document, &form) };
            if !seen.insert(format!("{kind} {form} {way}")) {
                return;
            }
            let (read, valid) = (door.read(spoilt), door.is_valid(spoilt));
            if read.is_ok() == valid {
                tally.agreed += 1;
                tally.refused += usize::from(!valid);
                return;
            }
            let told = Told { door, place: place.form(), way, read: &read };
            match RULES.iter().find(|rule| rule.tolerates_valid == valid && (rule.holds)(&told)) {
                Some(rule) => *tally.excused.entry(rule.name).or_default() += 1,
                None => {
                    let said = read.as_ref().map_or_else(String::as_str, |()| "reads it");
                    let schema = if valid { "takes it" } else { "refuses it" };
                    tally.differing.insert(format!(
                        "{} {kind} {}: {way}: the schema {schema}, the reader: {said}",
                        door.name,
                        place.form()
                    ));
                }
            }
        });
    }
    tally
}

/// Both cores judge.
fn judge_all(doors: &[Door]) -> Vec<Tally> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let worker = || {
        let mut tallies = Vec::new();
        while let Some(door) = doors.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            tallies.push(judge(door));
        }
        tallies
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..2).map(|_| scope.spawn(worker)).collect();
        hands.into_iter().flat_map(|hand| hand.join().expect("judged")).collect()
    })
}

#[test]
fn the_schema_refuses_what_the_reader_refuses_and_nothing_else() {
    let tallies = judge_all(&doors::all(&itsm::contract::schema(), |_| true));
    let mut excused: BTreeMap<&str, usize> = RULES.iter().map(|rule| (rule.name, 0)).collect();
    for (rule, count) in tallies.iter().flat_map(|tally| &tally.excused) {
        *excused.entry(rule).or_default() += count;
    }
    let agreed: usize = tallies.iter().map(|tally| tally.agreed).sum();
    let refused: usize = tallies.iter().map(|tally| tally.refused).sum();
    println!("{agreed} spoilt documents on which schema and reader agree; {refused} of them both refuse");
    for rule in RULES {
        println!("{:6} apart: {} ({})", excused[rule.name], rule.name, rule.why);
    }
    let differing: Vec<&String> = tallies.iter().flat_map(|tally| &tally.differing).collect();
    assert!(differing.is_empty(), "{} differ:\n{differing:#?}", differing.len());
    let unused: Vec<_> = excused.iter().filter(|(_, count)| **count == 0).collect();
    assert!(unused.is_empty(), "rules that nothing needs: {unused:?}");
    assert!(agreed > 20_000 && refused > 10_000, "{agreed} agreed, {refused} refused");
}

/// Takes a word out of every schema in it.
fn without(word: &str, schema: &mut Value) {
    match schema {
        Value::Object(node) => {
            node.shift_remove(word);
            node.values_mut().for_each(|inner| without(word, inner));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| without(word, inner)),
        _ => {}
    }
}

#[test]
fn a_schema_that_says_less_is_found_out() {
    for word in [
        "propertyNames",
        "additionalProperties",
        "required",
        "maximum",
        "minimum",
        "maxItems",
        "maxLength",
        "pattern",
    ] {
        let mut schema = itsm::contract::schema();
        without(word, &mut schema);
        let doors = doors::all(&schema, |name| doors::SHORT.contains(&name));
        assert_eq!(doors.len(), doors::SHORT.len());
        let found: usize = judge_all(&doors).iter().map(|tally| tally.differing.len()).sum();
        assert!(found > 0, "nobody misses `{word}`");
    }
}
