//! The matrices of the library are held to the tables typed in by hand, and its lint to one that tries every pair.

mod reference;

use std::collections::BTreeSet;

use itsm::priority::{CellAt, MatrixDocument, MatrixLint, Preset, PriorityMatrix, lint};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use reference::cases;
use reference::matrix::{self, Finding, Most};

fn preset(name: &str) -> Preset {
    match name {
        "iso20000" => Preset::Iso,
        name => Preset::from_code(name).expect("a preset of that name"),
    }
}

#[test]
fn every_preset_is_the_table_that_was_typed_in_by_hand() {
    for table in matrix::PRESETS {
        let core = PriorityMatrix::new(preset(table.name).document()).unwrap();
        for impact in 0..=7 {
            for urgency in 0..=7 {
                let answer = core.priority(impact, urgency).ok();
                assert_eq!(answer, table.priority(impact, urgency), "{} {impact} {urgency}", table.name);
            }
        }
        let rank = |priority| core.rank(priority).unwrap();
        let (low, high) = table.priorities;
        let first_is_highest = table.most == Most::Lowest;
        assert_eq!(rank(low) < rank(high), first_is_highest, "{}", table.name);
    }
    assert_eq!(Preset::ALL.len(), matrix::PRESETS.len());
}

fn scale(levels: u8, most: Most) -> Value {
    let named = |level| json!({"level": level, "label": {"en": format!("level {level}"), "zh": format!("{level} 级")}});
    let highest = if most == Most::Lowest { "first" } else { "last" };
    json!({"highest": highest, "levels": (1..=levels).map(named).collect::<Vec<_>>()})
}

fn document(cells: &[Vec<Option<u8>>], columns: u8, most: Most, priorities: u8) -> MatrixDocument {
    let rows = u8::try_from(cells.len()).expect("few rows");
    let document = json!({
        "name": "edited", "impact": scale(rows, most), "urgency": scale(columns, most),
        "priority": scale(priorities, most), "cells": cells,
    });
    serde_json::from_value(document).expect("a matrix document")
}

fn named(findings: &[MatrixLint]) -> BTreeSet<Finding> {
    let levels = |cell: &CellAt| (cell.impact, cell.urgency);
    let name = |finding: &MatrixLint| match finding {
        MatrixLint::NotTotal { cell } => Finding::Missing(cell.impact, cell.urgency),
        MatrixLint::NotMonotone { higher, lower, .. } => Finding::NotMonotone(levels(higher), levels(lower)),
        MatrixLint::UnreachablePriority { level } => Finding::Unreachable(*level),
        other => panic!("{other}"),
    };
    findings.iter().map(name).collect()
}

type Edited = (Vec<Vec<Option<u8>>>, u8, Most, u8);

/// Any cells at all, and sound matrices with a cell or two spoilt.
fn edited() -> impl Strategy<Value = Edited> {
    let most = prop_oneof![Just(Most::Lowest), Just(Most::Highest)];
    (1..6_u8, 1..6_u8, most, 1..7_u8).prop_flat_map(|(rows, columns, most, priorities)| {
        let cell = prop_oneof![1 => Just(None), 12 => (1..=priorities).prop_map(Some)];
        let wild = vec(vec(cell.clone(), usize::from(columns)), usize::from(rows));
        let sound: Vec<Vec<Option<u8>>> = (0..rows)
            .map(|row| (0..columns).map(|column| Some(((row + column) / 2 + 1).min(priorities))).collect())
            .collect();
        let spoilt = (0..rows, 0..columns, cell).prop_map(move |(row, column, cell)| {
            let mut cells = sound.clone();
            cells[usize::from(row)][usize::from(column)] = cell;
            cells
        });
        (prop_oneof![wild, spoilt], Just(columns), Just(most), Just(priorities))
    })
}

/// The library names at least the neighbours of an inversion, and nothing that is none.
fn agree(document: &MatrixDocument, slow: &BTreeSet<Finding>) -> Result<(), TestCaseError> {
    let found = named(&lint(document));
    prop_assert!(found.is_subset(slow), "too much: {:?}", found.difference(slow));
    let inversion = |finding: &&Finding| matches!(finding, Finding::NotMonotone(..));
    let others = |all: &BTreeSet<Finding>| -> BTreeSet<Finding> {
        all.iter().filter(|finding| !inversion(finding)).cloned().collect()
    };
    prop_assert_eq!(others(&found), others(slow));
    prop_assert_eq!(found.iter().any(|f| inversion(&f)), slow.iter().any(|f| inversion(&f)));
    let neighbours = matrix::neighbours_only(slow);
    prop_assert!(neighbours.is_subset(&found), "too little: {:?}", neighbours.difference(&found));
    Ok(())
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn the_lint_finds_what_comparing_every_pair_finds((cells, columns, most, priorities) in edited()) {
        let slow = matrix::lint(&cells, columns, most, (1, priorities));
        agree(&document(&cells, columns, most, priorities), &slow)?;
    }

    #[test]
    fn a_matrix_without_findings_is_total_and_monotone((cells, columns, most, priorities) in edited()) {
        let document = document(&cells, columns, most, priorities);
        if lint(&document).is_empty() {
            let core = PriorityMatrix::new(document).unwrap();
            let rows = u8::try_from(cells.len()).unwrap();
            let rank = |impact, urgency| core.rank(core.priority(impact, urgency).unwrap()).unwrap();
            for impact in 1..=rows {
                for urgency in 1..=columns {
                    let mut lesser = [(impact + 1, urgency), (impact, urgency + 1)];
                    if most == Most::Highest {
                        lesser = [(impact - 1, urgency), (impact, urgency - 1)];
                    }
                    for (i, u) in lesser {
                        if (1..=rows).contains(&i) && (1..=columns).contains(&u) {
                            prop_assert!(rank(impact, urgency) <= rank(i, u));
                        }
                    }
                }
            }
        }
    }
}
