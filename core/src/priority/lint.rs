//! What is unwise in a matrix, though it compiles. 矩阵检查
//!
//! No product checks an edited matrix (semantics 8.5, 9). A matrix that is not symmetric is not at fault: impact and
//! urgency need not weigh the same.

use super::document::{Highest, LevelLabel, MatrixDocument, Scale};
use crate::kernel::limits;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One finding about a matrix document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "finding", rename_all = "snake_case")]
#[non_exhaustive]
pub enum MatrixLint {
    /// A cell gives no priority.
    NotTotal {
        /// The cell.
        cell: CellAt,
    },
    /// A cell of at least the same impact and urgency has a less important priority.
    NotMonotone {
        /// The cell of the higher impact, urgency or both.
        higher: CellAt,
        /// Its priority.
        higher_priority: u8,
        /// The cell of the lower impact, urgency or both.
        lower: CellAt,
        /// Its priority, which weighs more.
        lower_priority: u8,
    },
    /// A priority that no cell gives and that is not declared outside the matrix.
    UnreachablePriority {
        /// The priority level.
        level: u8,
    },
    /// A scale names a level twice; such a document does not compile.
    DuplicateLevel {
        /// `impact`, `urgency` or `priority`.
        scale: &'static str,
        /// The level.
        level: u8,
    },
    /// Two levels of a scale read the same in one of the languages.
    DuplicateLabel {
        /// `impact`, `urgency` or `priority`.
        scale: &'static str,
        /// The first of the two levels.
        level: u8,
        /// The second.
        other: u8,
    },
}

/// Where a cell stands and for which levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellAt {
    /// Index of the row in `cells`.
    pub row: usize,
    /// Index of the column in the row.
    pub column: usize,
    /// The impact level of the row.
    pub impact: u8,
    /// The urgency level of the column.
    pub urgency: u8,
}

impl fmt::Display for CellAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cells[{}][{}]", self.row, self.column)
    }
}

impl MatrixLint {
    /// The stable code of this finding.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotTotal { .. } => "matrix.lint.not_total",
            Self::NotMonotone { .. } => "matrix.lint.not_monotone",
            Self::UnreachablePriority { .. } => "matrix.lint.unreachable_priority",
            Self::DuplicateLevel { .. } => "matrix.lint.duplicate_level",
            Self::DuplicateLabel { .. } => "matrix.lint.duplicate_label",
        }
    }

    /// The finding in English.
    #[must_use]
    pub fn en(&self) -> String {
        match self {
            Self::NotTotal { cell } => {
                format!(
                    "`{cell}` gives no priority for impact `{}` and urgency `{}`",
                    cell.impact, cell.urgency
                )
            }
            Self::NotMonotone { higher, higher_priority, lower, lower_priority } => format!(
                "`{higher}` (impact `{}`, urgency `{}`) gives `{higher_priority}`, less important than the \
                 `{lower_priority}` of `{lower}` (impact `{}`, urgency `{}`), which is not higher in either",
                higher.impact, higher.urgency, lower.impact, lower.urgency
            ),
            Self::UnreachablePriority { level } => {
                format!("no cell gives priority `{level}`, and it is not declared outside the matrix")
            }
            Self::DuplicateLevel { scale, level } => format!("`{scale}` names level `{level}` twice"),
            Self::DuplicateLabel { scale, level, other } => {
                format!("levels `{level}` and `{other}` of `{scale}` have the same label")
            }
        }
    }

    /// The finding in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NotTotal { cell } => {
                format!("`{cell}` 未给出影响度 `{}`、紧急度 `{}` 的优先级", cell.impact, cell.urgency)
            }
            Self::NotMonotone { higher, higher_priority, lower, lower_priority } => format!(
                "`{higher}`（影响度 `{}`，紧急度 `{}`）的优先级 `{higher_priority}` 低于 `{lower}`\
                 （影响度 `{}`，紧急度 `{}`）的优先级 `{lower_priority}`，而后者的影响度和紧急度都不更高",
                higher.impact, higher.urgency, lower.impact, lower.urgency
            ),
            Self::UnreachablePriority { level } => {
                format!("没有单元格给出优先级 `{level}`，它也未声明为矩阵之外的级别")
            }
            Self::DuplicateLevel { scale, level } => {
                format!("{}量表的级别 `{level}` 重复", scale_zh(scale))
            }
            Self::DuplicateLabel { scale, level, other } => {
                format!("{}量表的级别 `{level}` 和 `{other}` 的名称相同", scale_zh(scale))
            }
        }
    }
}

impl fmt::Display for MatrixLint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en())
    }
}

/// Everything unwise in a document, in the order scales, cells, priorities.
///
/// A document that does not compile is looked at as far as it goes: the first 16 levels of each scale.
///
/// ```
/// use itsm::priority::{MatrixLint, Preset, lint};
/// let mut document = Preset::ServiceNow.document();
/// document.cells[0][0] = Some(5);
/// let findings = lint(&document);
/// assert!(findings.iter().any(|f| matches!(f, MatrixLint::UnreachablePriority { level: 1 })));
/// assert_eq!(findings[0].en(), "`cells[0][0]` (impact `1`, urgency `1`) gives `5`, less important than the `2` of \
///     `cells[0][1]` (impact `1`, urgency `2`), which is not higher in either");
/// ```
#[must_use]
pub fn lint(document: &MatrixDocument) -> Vec<MatrixLint> {
    let mut findings = Vec::new();
    for (name, scale) in
        [("impact", &document.impact), ("urgency", &document.urgency), ("priority", &document.priority)]
    {
        doubled(name, scale, &mut findings);
    }
    let ranked = Ranked::of(document);
    findings.extend(
        ranked
            .cells
            .iter()
            .flatten()
            .filter(|c| c.priority.is_none())
            .map(|c| MatrixLint::NotTotal { cell: c.at }),
    );
    ranked.not_monotone(document, &mut findings);
    let given: BTreeSet<u8> = ranked.cells.iter().flatten().filter_map(|c| c.priority).collect();
    let levels = document.priority.levels.iter().take(limits::SCALE_LEVELS).map(|l| l.level);
    findings.extend(
        levels
            .filter(|level| !given.contains(level) && !document.outside.contains(level))
            .map(|level| MatrixLint::UnreachablePriority { level }),
    );
    findings
}

fn doubled(name: &'static str, scale: &Scale, findings: &mut Vec<MatrixLint>) {
    let mut levels = BTreeSet::new();
    let (mut en, mut zh) = (BTreeMap::new(), BTreeMap::new());
    for entry in scale.levels.iter().take(limits::SCALE_LEVELS) {
        let (level, LevelLabel { en: english, zh: chinese }) = (entry.level, &entry.label);
        if !levels.insert(level) {
            findings.push(MatrixLint::DuplicateLevel { scale: name, level });
            continue;
        }
        let same = (en.insert(english, level), zh.insert(chinese, level));
        if let (Some(first), _) | (None, Some(first)) = same {
            findings.push(MatrixLint::DuplicateLabel { scale: name, level: first, other: level });
        }
    }
}

#[derive(Clone, Copy)]
struct RankedCell {
    at: CellAt,
    priority: Option<u8>,
}

/// The cells with the highest impact in the first row and the highest urgency in the first column.
struct Ranked {
    cells: Vec<Vec<RankedCell>>,
}

impl Ranked {
    fn of(document: &MatrixDocument) -> Self {
        let rows = highest_first(&document.impact);
        let columns = highest_first(&document.urgency);
        let cell = |row: usize, impact: u8, column: usize, urgency: u8| RankedCell {
            at: CellAt { row, column, impact, urgency },
            priority: document.answer(row, column).map(|answer| answer.priority),
        };
        let row = |&(row, impact): &(usize, u8)| {
            columns.iter().map(|&(column, urgency)| cell(row, impact, column, urgency)).collect()
        };
        Self { cells: rows.iter().map(row).collect() }
    }

    fn not_monotone(&self, document: &MatrixDocument, findings: &mut Vec<MatrixLint>) {
        for (i, row) in self.cells.iter().enumerate() {
            for (j, lower) in row.iter().enumerate() {
                let Some(lower_priority) = lower.priority else { continue };
                for (higher, higher_priority) in self.just_above(i, j) {
                    let ranks =
                        (document.priority.rank(higher_priority), document.priority.rank(lower_priority));
                    if let (Some(above), Some(below)) = ranks
                        && above > below
                    {
                        findings.push(MatrixLint::NotMonotone {
                            higher,
                            higher_priority,
                            lower: lower.at,
                            lower_priority,
                        });
                    }
                }
            }
        }
    }

    /// The filled cells that are at least as high in both inputs with none between: in a full matrix the two
    /// neighbours. Where no such pair is out of order, no pair is, because the order is transitive.
    fn just_above(&self, i: usize, j: usize) -> Vec<(CellAt, u8)> {
        let mut found = Vec::new();
        let mut nearest_row = None;
        for column in (0..=j).rev() {
            let end = if column == j { i } else { i.saturating_add(1) };
            let hit = self.cells.iter().take(end).enumerate().rev().find_map(|(row, cells)| {
                let cell = cells.get(column)?;
                Some((row, cell.at, cell.priority?))
            });
            if let Some((row, at, priority)) = hit
                && nearest_row.is_none_or(|nearest| row > nearest)
            {
                nearest_row = Some(row);
                found.push((at, priority));
            }
        }
        found
    }
}

fn highest_first(scale: &Scale) -> Vec<(usize, u8)> {
    let mut levels: Vec<_> =
        scale.levels.iter().take(limits::SCALE_LEVELS).map(|l| l.level).enumerate().collect();
    if scale.highest == Highest::Last {
        levels.reverse();
    }
    levels
}

fn scale_zh(scale: &str) -> &'static str {
    match scale {
        "impact" => "影响度",
        "urgency" => "紧急度",
        _ => "优先级",
    }
}
