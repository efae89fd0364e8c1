//! The matrix as a document, and what makes a document a matrix at all.
//!
//! Only faults of shape stop a document here. A matrix that is merely unwise compiles, and
//! [`lint`](crate::priority::lint) says so.

use crate::kernel::limits;
use crate::kernel::strict::DocumentError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An impact x urgency matrix as it is written down. 优先级矩阵
///
/// The document carries no id, version or date: the policy record around it does (DECISIONS 4).
///
/// ```
/// let json = r#"{
///   "name": "Two by two",
///   "impact":   {"highest": "first", "levels": [{"level": 1, "label": {"en": "All", "zh": "全部"}},
///                                               {"level": 2, "label": {"en": "One", "zh": "单人"}}]},
///   "urgency":  {"highest": "first", "levels": [{"level": 1, "label": {"en": "Now", "zh": "立即"}},
///                                               {"level": 2, "label": {"en": "Later", "zh": "稍后"}}]},
///   "priority": {"highest": "first", "levels": [{"level": 1, "label": {"en": "High", "zh": "高"}},
///                                               {"level": 2, "label": {"en": "Low", "zh": "低"}}]},
///   "cells": [[1, 1],
///             [1, 2]]
/// }"#;
/// let matrix = itsm::priority::PriorityMatrix::from_json(json).unwrap();
/// assert_eq!(matrix.priority(2, 1), Ok(1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatrixDocument {
    /// What people call it.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::LABEL_BYTES), regex(pattern = r"\S")))]
    pub name: String,
    /// The rows.
    pub impact: Scale,
    /// The columns.
    pub urgency: Scale,
    /// What the cells may hold.
    pub priority: Scale,
    /// Levels of the priority scale that no cell may hold: only an override reaches them (GLPI's Major).
    #[serde(default)]
    pub outside: Vec<u8>,
    /// What a `null` cell means.
    #[serde(default)]
    pub missing: Missing,
    /// One list per impact level, in the order of the scale; in it one priority level, or `null`, per urgency level.
    pub cells: Vec<Vec<Option<u8>>>,
}

/// Levels in order, and which end of the order weighs most.
///
/// The numbers are names: `1` may be the highest level or the lowest, and only the order of the list counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Which end of `levels` is the highest.
    pub highest: Highest,
    /// 1 to 16 levels, each number once.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = limits::SCALE_LEVELS)))]
    pub levels: Vec<Level>,
}

/// One level of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its number.
    pub level: u8,
    /// What people read.
    pub label: LevelLabel,
}

/// A label that stands in a document, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelLabel {
    /// English.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::LABEL_BYTES), regex(pattern = r"\S")))]
    pub en: String,
    /// Simplified Chinese.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::LABEL_BYTES), regex(pattern = r"\S")))]
    pub zh: String,
}

crate::kernel::codes! {
    /// Which end of a list of levels is the highest.
    pub enum Highest {
        /// The list descends: its first level weighs most.
        First = "first", "First level is highest", "首级最高";
        /// The list ascends: its last level weighs most.
        Last = "last", "Last level is highest", "末级最高";
    }
}

crate::kernel::codes! {
    /// What a cell without a priority means.
    #[derive(Default)]
    pub enum Missing {
        /// There is no priority: the question is refused.
        #[default]
        Refuse = "refuse", "Refused", "拒绝";
        /// The mean of the two level numbers, a half rounded up: `(impact + urgency + 1) / 2` without its fraction.
        MeanRounded = "mean_rounded", "Rounded mean", "四舍五入的平均值";
    }
}

impl Scale {
    /// How many levels weigh more than this one: 0 is the highest. `None` for a number that is no level.
    ///
    /// ```
    /// use itsm::priority::Preset;
    /// let ascending = Preset::Otrs.document().impact;
    /// assert_eq!((ascending.rank(5), ascending.rank(1), ascending.rank(6)), (Some(0), Some(4), None));
    /// ```
    #[must_use]
    pub fn rank(&self, level: u8) -> Option<usize> {
        let position = self.position(level)?;
        Some(match self.highest {
            Highest::First => position,
            Highest::Last => self.levels.len().saturating_sub(position).saturating_sub(1),
        })
    }

    /// The label of a level.
    #[must_use]
    pub fn label(&self, level: u8) -> Option<&LevelLabel> {
        self.levels.iter().find(|l| l.level == level).map(|l| &l.label)
    }

    pub(super) fn position(&self, level: u8) -> Option<usize> {
        self.levels.iter().position(|l| l.level == level)
    }
}

/// A document that is no matrix, or a question that the matrix does not answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MatrixError {
    /// The text is not a matrix document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A name or label is empty.
    #[error("at `{path}`: the text is empty")]
    EmptyText {
        /// Where.
        path: String,
    },
    /// A name or label is longer than [`limits::LABEL_BYTES`].
    #[error("at `{path}`: the text has `{bytes}` bytes, allowed are {limit}", limit = limits::LABEL_BYTES)]
    TextTooLong {
        /// Where.
        path: String,
        /// Bytes found.
        bytes: usize,
    },
    /// A scale has no level, or more than [`limits::SCALE_LEVELS`].
    #[error("at `{path}`: a scale has 1 to {limit} levels, this one has `{levels}`", limit = limits::SCALE_LEVELS)]
    LevelCount {
        /// Where.
        path: String,
        /// Levels found.
        levels: usize,
    },
    /// A scale or the list of outside levels names a level twice.
    #[error("at `{path}`: level `{level}` stands here twice")]
    LevelTwice {
        /// Where the second one stands.
        path: String,
        /// The level.
        level: u8,
    },
    /// There is not one row per impact level.
    #[error("at `{path}`: `{rows}` rows for `{levels}` impact levels")]
    RowCount {
        /// Where.
        path: String,
        /// Rows found.
        rows: usize,
        /// Impact levels.
        levels: usize,
    },
    /// A row does not have one cell per urgency level.
    #[error("at `{path}`: `{cells}` cells for `{levels}` urgency levels")]
    CellCount {
        /// The row.
        path: String,
        /// Cells found.
        cells: usize,
        /// Urgency levels.
        levels: usize,
    },
    /// A cell, the mean that stands in for one, or an outside level is not in the priority scale.
    #[error("at `{path}`: `{level}` is not a level of the priority scale")]
    NotOnPriorityScale {
        /// Where.
        path: String,
        /// The level.
        level: u8,
    },
    /// A cell, or the mean that stands in for one, is a level that only an override may give.
    #[error("at `{path}`: priority `{level}` lies outside the matrix, only an override may give it")]
    OutsideLevel {
        /// Where.
        path: String,
        /// The level.
        level: u8,
    },
    /// The impact asked for is no level of the impact scale.
    #[error("impact `{level}` is not a level of matrix `{matrix}`")]
    UnknownImpact {
        /// The level asked for.
        level: u8,
        /// Name of the matrix.
        matrix: String,
    },
    /// The urgency asked for is no level of the urgency scale.
    #[error("urgency `{level}` is not a level of matrix `{matrix}`")]
    UnknownUrgency {
        /// The level asked for.
        level: u8,
        /// Name of the matrix.
        matrix: String,
    },
    /// The cell is empty and the matrix refuses to guess.
    #[error("matrix `{matrix}` has no priority for impact `{impact}` and urgency `{urgency}`")]
    NoPriority {
        /// Impact level.
        impact: u8,
        /// Urgency level.
        urgency: u8,
        /// Name of the matrix.
        matrix: String,
    },
    /// An override names a priority that is no level of the priority scale.
    #[error("priority `{level}` of the override is not a level of matrix `{matrix}`")]
    OverrideUnknownPriority {
        /// The level asked for.
        level: u8,
        /// Name of the matrix.
        matrix: String,
    },
}

impl MatrixError {
    /// The stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Document(error) => error.fault.code(),
            Self::EmptyText { .. } => "matrix.empty_text",
            Self::TextTooLong { .. } => "matrix.text_too_long",
            Self::LevelCount { .. } => "matrix.level_count",
            Self::LevelTwice { .. } => "matrix.level_twice",
            Self::RowCount { .. } => "matrix.row_count",
            Self::CellCount { .. } => "matrix.cell_count",
            Self::NotOnPriorityScale { .. } => "matrix.not_on_priority_scale",
            Self::OutsideLevel { .. } => "matrix.outside_level",
            Self::UnknownImpact { .. } => "matrix.unknown_impact",
            Self::UnknownUrgency { .. } => "matrix.unknown_urgency",
            Self::NoPriority { .. } => "matrix.no_priority",
            Self::OverrideUnknownPriority { .. } => "matrix.override_unknown_priority",
        }
    }

    /// Where in the document the fault lies; empty for the document itself and for questions.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Document(error) => &error.path,
            Self::EmptyText { path }
            | Self::TextTooLong { path, .. }
            | Self::LevelCount { path, .. }
            | Self::LevelTwice { path, .. }
            | Self::RowCount { path, .. }
            | Self::CellCount { path, .. }
            | Self::NotOnPriorityScale { path, .. }
            | Self::OutsideLevel { path, .. } => path,
            Self::UnknownImpact { .. }
            | Self::UnknownUrgency { .. }
            | Self::NoPriority { .. }
            | Self::OverrideUnknownPriority { .. } => "",
        }
    }
}

/// What one cell answers, and whether it was written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) priority: u8,
    pub(super) written: bool,
}

impl MatrixDocument {
    /// What the cell at that place answers: what stands there, else what `missing` makes of it.
    pub(super) fn answer(&self, row: usize, column: usize) -> Option<Answer> {
        let written = self.cells.get(row).and_then(|cells| cells.get(column)).copied().flatten();
        match (written, self.missing) {
            (Some(priority), _) => Some(Answer { priority, written: true }),
            (None, Missing::Refuse) => None,
            (None, Missing::MeanRounded) => {
                let (impact, urgency) =
                    (self.impact.levels.get(row)?.level, self.urgency.levels.get(column)?.level);
                let priority = u16::from(impact).saturating_add(u16::from(urgency)).div_ceil(2);
                Some(Answer { priority: u8::try_from(priority).ok()?, written: false })
            }
        }
    }

    /// Checks the shape, and answers every cell once.
    pub(super) fn answers(&self) -> Result<Vec<Vec<Option<Answer>>>, MatrixError> {
        text("name", &self.name)?;
        scale("impact", &self.impact)?;
        scale("urgency", &self.urgency)?;
        scale("priority", &self.priority)?;
        self.check_outside()?;
        let (rows, columns) = (self.impact.levels.len(), self.urgency.levels.len());
        if self.cells.len() != rows {
            return Err(MatrixError::RowCount {
                path: "cells".to_owned(),
                rows: self.cells.len(),
                levels: rows,
            });
        }
        for (row, cells) in self.cells.iter().enumerate() {
            if cells.len() != columns {
                let path = format!("cells[{row}]");
                return Err(MatrixError::CellCount { path, cells: cells.len(), levels: columns });
            }
        }
        (0..rows).map(|row| (0..columns).map(|column| self.checked_answer(row, column)).collect()).collect()
    }

    fn checked_answer(&self, row: usize, column: usize) -> Result<Option<Answer>, MatrixError> {
        let Some(answer) = self.answer(row, column) else { return Ok(None) };
        let (path, level) = (|| format!("cells[{row}][{column}]"), answer.priority);
        if self.priority.position(level).is_none() {
            return Err(MatrixError::NotOnPriorityScale { path: path(), level });
        }
        if self.outside.contains(&level) {
            return Err(MatrixError::OutsideLevel { path: path(), level });
        }
        Ok(Some(answer))
    }

    fn check_outside(&self) -> Result<(), MatrixError> {
        let mut seen = BTreeSet::new();
        for (index, &level) in self.outside.iter().enumerate() {
            let path = || format!("outside[{index}]");
            if self.priority.position(level).is_none() {
                return Err(MatrixError::NotOnPriorityScale { path: path(), level });
            }
            if !seen.insert(level) {
                return Err(MatrixError::LevelTwice { path: path(), level });
            }
        }
        Ok(())
    }
}

fn scale(path: &str, scale: &Scale) -> Result<(), MatrixError> {
    if !(1..=limits::SCALE_LEVELS).contains(&scale.levels.len()) {
        return Err(MatrixError::LevelCount { path: format!("{path}.levels"), levels: scale.levels.len() });
    }
    let mut seen = BTreeSet::new();
    for (index, level) in scale.levels.iter().enumerate() {
        if !seen.insert(level.level) {
            let path = format!("{path}.levels[{index}].level");
            return Err(MatrixError::LevelTwice { path, level: level.level });
        }
        text(&format!("{path}.levels[{index}].label.en"), &level.label.en)?;
        text(&format!("{path}.levels[{index}].label.zh"), &level.label.zh)?;
    }
    Ok(())
}

fn text(path: &str, text: &str) -> Result<(), MatrixError> {
    if text.trim().is_empty() {
        return Err(MatrixError::EmptyText { path: path.to_owned() });
    }
    if text.len() > limits::LABEL_BYTES {
        return Err(MatrixError::TextTooLong { path: path.to_owned(), bytes: text.len() });
    }
    Ok(())
}
