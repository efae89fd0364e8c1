//! The tables of the products, the laws of a matrix, and what is refused.

mod hostile;
mod laws;
mod presets;

use super::*;
use crate::kernel::PersonId;

fn scale(highest: Highest, levels: &[u8]) -> Scale {
    let level = |&level: &u8| Level {
        level,
        label: LevelLabel { en: format!("level {level}"), zh: format!("级别 {level}") },
    };
    Scale { highest, levels: levels.iter().map(level).collect() }
}

fn matrix(preset: Preset) -> PriorityMatrix {
    PriorityMatrix::new(preset.document()).unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn over(priority: u8, from: &str, until: Option<&str>) -> PriorityOverride {
    PriorityOverride::new(
        priority,
        "plant stands still",
        PersonId::new("mgr-7").unwrap(),
        at(from),
        until.map(at),
    )
    .unwrap()
}

#[test]
fn an_override_holds_from_its_start_up_to_but_not_at_its_end() {
    let major = over(6, "2026-11-21T08:00:00Z", Some("2026-11-21T12:00:00Z"));
    let matrix = matrix(Preset::Glpi);
    for (now, priority, basis) in [
        ("2026-11-21T07:59:59Z", 3, Basis::Cell),
        ("2026-11-21T08:00:00Z", 6, Basis::Override),
        ("2026-11-21T11:59:59Z", 6, Basis::Override),
        ("2026-11-21T12:00:00Z", 3, Basis::Cell),
    ] {
        let why = matrix.explain_with(3, 3, Some(&major), at(now)).unwrap();
        assert_eq!((why.priority, why.basis), (priority, basis), "{now}");
        assert_eq!(why.by_matrix.unwrap().level, 3);
    }
    let endless = over(6, "2026-11-21T08:00:00Z", None);
    assert_eq!(matrix.explain_with(3, 3, Some(&endless), Instant::MAX).unwrap().priority, 6);
}

#[test]
fn an_override_to_a_priority_the_matrix_does_not_have_is_refused_while_it_is_in_force() {
    let seven = over(7, "2026-11-21T08:00:00Z", Some("2026-11-21T12:00:00Z"));
    let matrix = matrix(Preset::Glpi);
    let refused = matrix.explain_with(3, 3, Some(&seven), at("2026-11-21T09:00:00Z")).unwrap_err();
    assert_eq!(refused.code(), "matrix.override_unknown_priority");
    assert_eq!(matrix.check_override(&seven), Err(refused));
    assert_eq!(matrix.explain_with(3, 3, Some(&seven), at("2026-11-21T12:00:00Z")).unwrap().priority, 3);
}

#[test]
fn an_override_without_reason_or_without_duration_is_refused_also_as_a_document() {
    let by = PersonId::new("mgr-7").unwrap();
    let start = at("2026-11-21T08:00:00Z");
    assert_eq!(PriorityOverride::new(1, "", by.clone(), start, None), Err(OverrideError::EmptyReason));
    let same = PriorityOverride::new(1, "x", by.clone(), start, Some(start));
    assert_eq!(same.unwrap_err().code(), "override.ends_before_it_starts");
    let long = PriorityOverride::new(1, "x".repeat(limits::TEXT_BYTES + 1), by, start, None);
    assert_eq!(long.unwrap_err().code(), "override.reason_too_long");

    let written = serde_json::to_string(&over(1, "2026-11-21T08:00:00Z", None)).unwrap();
    assert!(serde_json::from_str::<PriorityOverride>(&written).is_ok());
    assert!(serde_json::from_str::<PriorityOverride>(&written.replace("plant stands still", "  ")).is_err());
}

#[test]
fn an_explanation_names_row_column_labels_and_the_override_in_both_languages() {
    let matrix = matrix(Preset::Iso);
    let now = at("2026-11-21T09:00:00Z");
    let why = matrix.explain_with(3, 2, Some(&over(1, "2026-11-21T08:00:00Z", None)), now).unwrap();
    assert_eq!((why.row, why.column, why.rank, why.written), (2, 1, 0, Some(2)));
    assert_eq!(
        why.to_string(),
        "priority 1 (Critical): set by `mgr-7` from 2026-11-21T08:00:00Z, because: plant stands still; without it \
         2 (High), as impact 3 (Group or degraded function) and urgency 2 (Within 2 hours) meet in `cells[2][1]` of \
         `ISO 20000 4x4`"
    );
    assert_eq!(
        why.zh(),
        "优先级 1（紧急）：由 `mgr-7` 人工设定，自 2026-11-21T08:00:00Z 起，理由：plant stands still；否则为2（高），\
         因为影响度 3（小组或功能降级）与紧急度 2（2 小时内）在“ISO 20000 4x4”的 `cells[2][1]` 相交"
    );
    let lapsed = over(1, "2026-11-21T07:00:00Z", Some("2026-11-21T08:00:00Z"));
    let why = matrix.explain_with(3, 2, Some(&lapsed), now).unwrap();
    let end =
        "; the override to 1 by `mgr-7` holds only from 2026-11-21T07:00:00Z until 2026-11-21T08:00:00Z";
    assert!(why.to_string().ends_with(end), "{why}");
    assert!(why.zh().ends_with("仅自 2026-11-21T07:00:00Z 起至 2026-11-21T08:00:00Z 前有效"), "{}", why.zh());
}

#[test]
fn an_empty_cell_is_refused_or_the_mean_with_a_half_rounded_up() {
    let mut document = Preset::Glpi.document();
    document.cells[1][4] = None;
    document.cells[0][0] = None;
    let mean = PriorityMatrix::new(document.clone()).unwrap();
    assert_eq!((mean.priority(2, 5), mean.priority(1, 1)), (Ok(4), Ok(1)));
    let why = mean.explain(2, 5).unwrap();
    assert_eq!((why.basis, why.written), (Basis::Mean, None));
    assert!(why.to_string().ends_with("which is empty and stands for the mean of both, a half rounded up"));
    assert!(why.zh().ends_with("取两者的平均值，四舍五入"));

    document.missing = Missing::Refuse;
    let refusing = PriorityMatrix::new(document).unwrap();
    assert_eq!(refusing.priority(2, 5).unwrap_err().code(), "matrix.no_priority");
    assert_eq!(refusing.explain(2, 5).unwrap_err().code(), "matrix.no_priority");
    let now = at("2026-11-21T09:00:00Z");
    let why = refusing.explain_with(2, 5, Some(&over(6, "2026-11-21T08:00:00Z", None)), now).unwrap();
    assert_eq!((why.priority, why.by_matrix.as_ref()), (6, None));
    assert!(
        why.to_string().contains("without it none") && why.to_string().ends_with("which is empty"),
        "{why}"
    );
}

#[test]
fn the_document_that_comes_out_is_the_one_that_went_in() {
    for preset in Preset::ALL {
        let matrix = matrix(*preset);
        let json = serde_json::to_vec(matrix.document()).unwrap();
        assert_eq!(PriorityMatrix::from_json(json).unwrap(), matrix);
    }
}
