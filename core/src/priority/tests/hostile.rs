//! Documents that are no matrix: each is refused with a code and the path of its fault.

use super::*;

fn refused(document: MatrixDocument) -> (&'static str, String) {
    let error = PriorityMatrix::new(document).unwrap_err();
    (error.code(), error.path().to_owned())
}

fn changed(change: impl FnOnce(&mut MatrixDocument)) -> (&'static str, String) {
    let mut document = Preset::ServiceNow.document();
    change(&mut document);
    refused(document)
}

fn square(size: u8) -> MatrixDocument {
    let levels: Vec<u8> = (1..=size).collect();
    let mut document = Preset::ServiceNow.document();
    document.impact = scale(Highest::First, &levels);
    document.urgency = scale(Highest::First, &levels);
    document.cells = vec![vec![Some(1); levels.len()]; levels.len()];
    document
}

#[test]
fn sixteen_levels_are_the_limit() {
    assert!(PriorityMatrix::new(square(16)).is_ok());
    assert_eq!(refused(square(17)), ("matrix.level_count", "impact.levels".to_owned()));
    assert_eq!(refused(square(0)), ("matrix.level_count", "impact.levels".to_owned()));
}

#[test]
fn faults_of_shape_name_their_place() {
    let place = |code, path: &str| (code, path.to_owned());
    assert_eq!(changed(|d| _ = d.cells.pop()), place("matrix.row_count", "cells"));
    assert_eq!(changed(|d| _ = d.cells[1].pop()), place("matrix.cell_count", "cells[1]"));
    assert_eq!(changed(|d| d.cells[2].push(None)), place("matrix.cell_count", "cells[2]"));
    assert_eq!(changed(|d| d.cells[2][0] = Some(9)), place("matrix.not_on_priority_scale", "cells[2][0]"));
    assert_eq!(changed(|d| d.outside = vec![9]), place("matrix.not_on_priority_scale", "outside[0]"));
    assert_eq!(changed(|d| d.outside = vec![5, 5]), place("matrix.level_twice", "outside[1]"));
    assert_eq!(changed(|d| d.outside = vec![5]), place("matrix.outside_level", "cells[2][2]"));
    assert_eq!(
        changed(|d| d.priority.levels[3].level = 1),
        place("matrix.level_twice", "priority.levels[3].level")
    );
    assert_eq!(changed(|d| d.name = " ".to_owned()), place("matrix.empty_text", "name"));
    assert_eq!(
        changed(|d| d.urgency.levels[0].label.zh.clear()),
        place("matrix.empty_text", "urgency.levels[0].label.zh")
    );
    assert_eq!(changed(|d| d.name = "x".repeat(257)), place("matrix.text_too_long", "name"));
}

#[test]
fn a_mean_that_is_no_priority_of_the_matrix_is_refused_at_its_cell() {
    let mut document = Preset::Otrs.document();
    document.missing = Missing::MeanRounded;
    document.impact.levels[4].level = 255;
    document.cells[4][3] = None;
    assert_eq!(refused(document), ("matrix.not_on_priority_scale", "cells[4][3]".to_owned()));
}

#[test]
fn texts_that_are_no_matrix_document_name_their_place() {
    let json = serde_json::to_string(&Preset::ServiceNow.document()).unwrap();
    let refused = |from: &str, to: &str| {
        let text = json.replacen(from, to, 1);
        assert_ne!(text, json, "{from}");
        let error = PriorityMatrix::from_json(text).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let shape = |path: &str| ("document.shape", path.to_owned());
    assert_eq!(refused(r#""level":1"#, r#""level":300"#), shape("impact.levels[0].level"));
    assert_eq!(refused(r#""level":1"#, r#""level":-1"#), shape("impact.levels[0].level"));
    assert_eq!(
        refused(r#""level":1"#, r#""level":1.0"#),
        ("document.not_an_integer", "impact.levels[0].level".to_owned())
    );
    assert_eq!(refused("[[1,2,3]", "[[1,2,256]"), shape("cells[0][2]"));
    assert_eq!(refused(r#""highest":"first""#, r#""highest":"up""#), shape("impact.highest"));
    assert_eq!(refused(r#""missing":"refuse""#, r#""missing":"guess""#), shape("missing"));
    assert_eq!(
        refused(r#""name":"#, r#""name":"twice","name":"#),
        ("document.duplicate_key", "name".to_owned())
    );
    assert_eq!(refused(r#""name":"#, r#""version":3,"name":"#).0, "document.shape");
    assert_eq!(PriorityMatrix::from_json("{}").unwrap_err().code(), "document.shape");
    assert_eq!(PriorityMatrix::from_json("[".repeat(100_000)).unwrap_err().code(), "document.too_deep");
    let large = " ".repeat(limits::POLICY_BYTES + 1);
    assert_eq!(PriorityMatrix::from_json(large).unwrap_err().code(), "document.too_large");
}

#[test]
fn levels_that_are_on_no_scale_are_refused() {
    let matrix = matrix(Preset::Itop);
    assert_eq!(
        matrix.priority(4, 1).unwrap_err().to_string(),
        "impact `4` is not a level of matrix `iTop 3x4`"
    );
    assert_eq!(matrix.priority(3, 4), Ok(4));
    assert_eq!(matrix.priority(3, 5).unwrap_err().code(), "matrix.unknown_urgency");
    assert_eq!(matrix.explain(0, 1).unwrap_err().code(), "matrix.unknown_impact");
}

#[test]
fn lint_of_a_document_far_beyond_the_limits_stays_small() {
    let mut document = Preset::ServiceNow.document();
    document.impact.levels = document.impact.levels.iter().cycle().take(10_000).cloned().collect();
    document.urgency.levels = document.urgency.levels.iter().cycle().take(10_000).cloned().collect();
    assert!(lint(&document).len() < 1_000);
}
