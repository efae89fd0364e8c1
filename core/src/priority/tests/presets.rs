//! Every cell of every preset, written out again from the published tables (semantics 4.2, iso20000 3.20).

use super::*;

/// `cells[i][j]` for impact `i + 1` and urgency `j + 1`.
fn holds(preset: Preset, table: &[&[u8]]) {
    let matrix = matrix(preset);
    assert_eq!(matrix.document().impact.levels.len(), table.len());
    for (impact, row) in (1..).zip(table) {
        assert_eq!(matrix.document().urgency.levels.len(), row.len());
        for (urgency, priority) in (1..).zip(*row) {
            assert_eq!(matrix.priority(impact, urgency), Ok(*priority), "{preset}: {impact} x {urgency}");
        }
    }
}

#[test]
fn servicenow_is_the_sum_less_one() {
    holds(Preset::ServiceNow, &[&[1, 2, 3], &[2, 3, 4], &[3, 4, 5]]);
}

#[test]
fn otrs_rows_are_impact_and_columns_criticality() {
    let table: [[u8; 5]; 5] =
        [[1, 1, 2, 2, 3], [1, 2, 2, 3, 4], [2, 2, 3, 4, 4], [2, 3, 4, 4, 5], [3, 4, 4, 5, 5]];
    holds(Preset::Otrs, &table.each_ref().map(|row| row.as_slice()));
}

#[test]
fn glpi_is_published_with_urgency_in_the_rows() {
    let by_urgency: [[u8; 5]; 5] =
        [[1, 1, 2, 2, 2], [1, 2, 2, 3, 3], [2, 2, 3, 4, 4], [2, 3, 4, 4, 5], [2, 3, 4, 5, 5]];
    let matrix = matrix(Preset::Glpi);
    for urgency in 1..=5_u8 {
        for impact in 1..=5_u8 {
            let priority = by_urgency[usize::from(urgency) - 1][usize::from(impact) - 1];
            assert_eq!(matrix.priority(impact, urgency), Ok(priority), "impact {impact}, urgency {urgency}");
        }
    }
}

#[test]
fn glpi_is_otrs_but_for_four_corner_cells_one_step_lower() {
    let (glpi, otrs) = (matrix(Preset::Glpi), matrix(Preset::Otrs));
    for impact in 1..=5 {
        for urgency in 1..=5 {
            let lower = u8::from(matches!((impact, urgency), (1, 5) | (2, 5) | (5, 1) | (5, 2)));
            assert_eq!(
                glpi.priority(impact, urgency).unwrap() + lower,
                otrs.priority(impact, urgency).unwrap(),
                "impact {impact}, urgency {urgency}"
            );
        }
    }
}

#[test]
fn glpi_major_weighs_most_and_only_an_override_gives_it() {
    let glpi = matrix(Preset::Glpi);
    assert_eq!((glpi.rank(6), glpi.rank(5), glpi.rank(1), glpi.rank(7)), (Some(0), Some(1), Some(5), None));
    let mut document = Preset::Glpi.document();
    document.cells[4][4] = Some(6);
    let refused = PriorityMatrix::new(document).unwrap_err();
    assert_eq!((refused.code(), refused.path()), ("matrix.outside_level", "cells[4][4]"));
}

#[test]
fn itop_rows_are_department_service_person() {
    holds(Preset::Itop, &[&[1, 1, 2, 4], &[1, 2, 3, 4], &[2, 3, 3, 4]]);
}

#[test]
fn iso_is_the_mean_without_its_fraction() {
    holds(Preset::Iso, &[&[1, 1, 2, 2], &[1, 2, 2, 3], &[2, 2, 3, 3], &[2, 3, 3, 4]]);
    for impact in 1..=4_u8 {
        for urgency in 1..=4_u8 {
            assert_eq!(matrix(Preset::Iso).priority(impact, urgency), Ok((impact + urgency) / 2));
        }
    }
}

#[test]
fn the_direction_of_each_preset_is_that_of_its_product() {
    for (preset, most_important) in
        [(Preset::ServiceNow, 1), (Preset::Otrs, 5), (Preset::Glpi, 6), (Preset::Itop, 1), (Preset::Iso, 1)]
    {
        assert_eq!(matrix(preset).rank(most_important), Some(0), "{preset}");
    }
}
