//! Total and monotone (semantics 9), for the presets and for matrices nobody chose; and a lint that sees it.

use super::*;
use proptest::prelude::*;

/// The law itself, over all pairs of cells rather than over neighbours.
fn is_monotone(document: &MatrixDocument) -> bool {
    let matrix = PriorityMatrix::new(document.clone()).unwrap();
    let cells = || {
        let impacts = document.impact.levels.iter().map(|l| l.level);
        impacts.flat_map(|i| document.urgency.levels.iter().map(move |u| (i, u.level)))
    };
    cells().all(|(i, u)| {
        cells().all(|(j, v)| {
            let dominates = document.impact.rank(i) <= document.impact.rank(j)
                && document.urgency.rank(u) <= document.urgency.rank(v);
            match (matrix.priority(i, u), matrix.priority(j, v)) {
                (Ok(above), Ok(below)) => !dominates || matrix.rank(above) <= matrix.rank(below),
                _ => true,
            }
        })
    })
}

fn finds_inversions(document: &MatrixDocument) -> bool {
    lint(document).iter().any(|f| matches!(f, MatrixLint::NotMonotone { .. }))
}

#[test]
fn every_preset_is_total_and_monotone_and_without_findings() {
    for preset in Preset::ALL {
        let document = preset.document();
        let matrix = matrix(*preset);
        for impact in &document.impact.levels {
            for urgency in &document.urgency.levels {
                assert!(matrix.priority(impact.level, urgency.level).is_ok(), "{preset}");
            }
        }
        assert!(is_monotone(&document), "{preset}");
        assert_eq!(lint(&document), [], "{preset}");
    }
}

fn direction() -> impl Strategy<Value = Highest> {
    prop_oneof![Just(Highest::First), Just(Highest::Last)]
}

/// Level numbers in no order at all, so that nothing can lean on them.
fn any_scale() -> impl Strategy<Value = Scale> {
    let numbers = proptest::sample::subsequence((0..=255_u8).collect::<Vec<_>>(), 1..=6).prop_shuffle();
    (direction(), numbers).prop_map(|(highest, levels)| scale(highest, &levels))
}

/// A matrix with cells drawn at random, about every eighth empty when `holes`.
fn any_matrix(holes: bool) -> impl Strategy<Value = MatrixDocument> {
    (any_scale(), any_scale(), any_scale()).prop_flat_map(move |(impact, urgency, priority)| {
        let levels: Vec<u8> = priority.levels.iter().map(|l| l.level).collect();
        let level = proptest::sample::select(levels);
        let cell = (level, 0..8_u8).prop_map(move |(level, n)| (!holes || n > 0).then_some(level));
        let row = proptest::collection::vec(cell, urgency.levels.len());
        proptest::collection::vec(row, impact.levels.len()).prop_map(move |cells| MatrixDocument {
            name: "any".to_owned(),
            impact: impact.clone(),
            urgency: urgency.clone(),
            priority: priority.clone(),
            outside: Vec::new(),
            missing: Missing::Refuse,
            cells,
        })
    })
}

/// Lowers each cell to the least important one at or above it: what is left is monotone.
fn levelled(mut document: MatrixDocument) -> MatrixDocument {
    let drawn = document.clone();
    let by_rank = |rank| drawn.priority.levels.iter().find(|l| drawn.priority.rank(l.level) == Some(rank));
    let places = |scale: &Scale| -> Vec<_> { scale.levels.iter().map(|l| scale.rank(l.level)).collect() };
    let (rows, columns) = (places(&drawn.impact), places(&drawn.urgency));
    for (i, row) in rows.iter().enumerate() {
        for (j, column) in columns.iter().enumerate() {
            let mut rank = 0;
            for (k, _) in rows.iter().enumerate().filter(|(_, other)| *other <= row) {
                for (l, _) in columns.iter().enumerate().filter(|(_, other)| *other <= column) {
                    rank = rank.max(drawn.priority.rank(drawn.cells[k][l].unwrap()).unwrap());
                }
            }
            document.cells[i][j] = by_rank(rank).map(|l| l.level);
        }
    }
    document
}

proptest! {
    #[test]
    fn a_monotone_matrix_is_answered_monotonely_whatever_its_numbers_and_directions(drawn in any_matrix(false)) {
        let document = levelled(drawn);
        prop_assert!(is_monotone(&document));
        prop_assert!(!finds_inversions(&document));
    }

    #[test]
    fn lint_finds_an_inversion_exactly_where_the_law_is_broken(
        document in prop_oneof![any_matrix(false), any_matrix(true)]
    ) {
        prop_assert_eq!(finds_inversions(&document), !is_monotone(&document));
    }

    #[test]
    fn turning_every_list_round_with_its_direction_changes_no_answer(document in any_matrix(true)) {
        let mut turned = document.clone();
        for scale in [&mut turned.impact, &mut turned.urgency, &mut turned.priority] {
            scale.levels.reverse();
            scale.highest = if scale.highest == Highest::First { Highest::Last } else { Highest::First };
        }
        turned.cells.reverse();
        turned.cells.iter_mut().for_each(|row| row.reverse());
        let (one, other) = (PriorityMatrix::new(document.clone()).unwrap(), PriorityMatrix::new(turned).unwrap());
        for impact in 0..=255 {
            for urgency in document.urgency.levels.iter().map(|l| l.level) {
                let answers = (one.priority(impact, urgency), other.priority(impact, urgency));
                prop_assert_eq!(&answers.0, &answers.1);
                if let Ok(priority) = answers.0 {
                    prop_assert_eq!(one.rank(priority), other.rank(priority));
                }
            }
        }
    }
}

fn codes(document: &MatrixDocument) -> Vec<&'static str> {
    lint(document).iter().map(MatrixLint::code).collect()
}

#[test]
fn lint_finds_a_hole_unless_the_mean_fills_it() {
    let mut document = Preset::Otrs.document();
    document.cells[2][3] = None;
    assert_eq!(codes(&document), ["matrix.lint.not_total"]);
    assert_eq!(lint(&document)[0].en(), "`cells[2][3]` gives no priority for impact `3` and urgency `4`");
    document.missing = Missing::MeanRounded;
    assert_eq!(codes(&document), [""; 0]);
}

#[test]
fn lint_names_both_cells_of_an_inversion() {
    let mut document = Preset::Itop.document();
    document.cells[0][3] = Some(1);
    let findings = lint(&document);
    assert_eq!(findings.len(), 1);
    let MatrixLint::NotMonotone { higher, higher_priority, lower, lower_priority } = &findings[0] else {
        panic!("{findings:?}")
    };
    assert_eq!((higher.to_string(), *higher_priority), ("cells[0][2]".to_owned(), 2));
    assert_eq!((lower.to_string(), *lower_priority), ("cells[0][3]".to_owned(), 1));
    for text in [findings[0].en(), findings[0].zh()] {
        assert!(text.contains("`cells[0][2]`") && text.contains("`cells[0][3]`"), "{text}");
    }
}

#[test]
fn lint_sees_an_inversion_across_a_hole() {
    let mut document = Preset::ServiceNow.document();
    document.cells =
        vec![vec![Some(5), None, Some(5)], vec![None, Some(2), Some(5)], vec![Some(5), Some(5), Some(5)]];
    let inversions: Vec<_> = lint(&document)
        .into_iter()
        .filter_map(|f| match f {
            MatrixLint::NotMonotone { higher, lower, .. } => Some((higher.to_string(), lower.to_string())),
            _ => None,
        })
        .collect();
    assert_eq!(inversions, [("cells[0][0]".to_owned(), "cells[1][1]".to_owned())]);
}

#[test]
fn lint_finds_a_priority_that_nothing_gives_unless_it_is_declared_outside() {
    let mut document = Preset::Glpi.document();
    document.outside.clear();
    assert_eq!(lint(&document), [MatrixLint::UnreachablePriority { level: 6 }]);
}

#[test]
fn lint_finds_doubled_levels_and_labels() {
    let mut document = Preset::ServiceNow.document();
    document.urgency.levels[2].label.zh = "高".to_owned();
    assert_eq!(lint(&document), [MatrixLint::DuplicateLabel { scale: "urgency", level: 1, other: 3 }]);
    let mut document = Preset::ServiceNow.document();
    document.impact.levels[1].level = 1;
    assert_eq!(lint(&document), [MatrixLint::DuplicateLevel { scale: "impact", level: 1 }]);
    assert_eq!(PriorityMatrix::new(document).unwrap_err().code(), "matrix.level_twice");
}

#[test]
fn an_asymmetric_matrix_is_no_fault() {
    let mut document = Preset::ServiceNow.document();
    document.cells[0][1] = Some(1);
    assert_eq!(lint(&document), []);
}

#[test]
fn every_finding_reads_in_chinese() {
    let mut document = Preset::Glpi.document();
    document.outside.clear();
    document.missing = Missing::Refuse;
    document.cells[0][0] = Some(5);
    document.cells[4][0] = None;
    document.impact.levels[0].level = 2;
    document.urgency.levels[0].label.zh = "低".to_owned();
    let findings = lint(&document);
    let mut found: Vec<_> = findings.iter().map(MatrixLint::code).collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 5, "{findings:?}");
    for finding in findings {
        assert!(finding.zh().chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", finding.zh());
        assert!(finding.en().is_ascii(), "{}", finding.en());
    }
}
