//! Impact x urgency matrices: which ticket comes first, and why. 优先级
//!
//! ISO/IEC 20000 asks that priority follows from impact and urgency (iso20000 3.20, semantics 8.5). A
//! [`PriorityMatrix`] says how. Which levels there are, and whether `1` is the highest or the lowest, stands in its
//! document and nowhere else (DECISIONS 17). It answers with its reasons, yields to an override that states a reason
//! and an end, and [`lint`] finds what nobody checks in an edited matrix: holes, inversions, dead levels.
//!
//! ```
//! use itsm::kernel::{Instant, PersonId};
//! use itsm::priority::{Preset, PriorityMatrix, PriorityOverride};
//!
//! let matrix = PriorityMatrix::new(Preset::Glpi.document()).unwrap();
//! assert_eq!(matrix.priority(5, 3), Ok(4));
//! assert_eq!(matrix.explain(5, 3).unwrap().to_string(),
//!     "priority 4 (High): impact 5 (Very high) and urgency 3 (Medium) meet in `cells[4][2]` of `GLPI 5x5`");
//!
//! let at = Instant::parse("2026-11-21T01:48:51Z").unwrap();
//! let major = PriorityOverride::new(6, "the plant stands still", PersonId::new("mgr-7").unwrap(), at, at.plus_s(3_600))
//!     .unwrap();
//! let now = at.plus_s(60).unwrap();
//! assert_eq!(matrix.explain_with(5, 3, Some(&major), now).unwrap().priority, 6);
//! let expired = at.plus_s(3_600).unwrap();
//! assert_eq!(matrix.explain_with(5, 3, Some(&major), expired).unwrap().priority, 4);
//! ```

mod document;
mod explanation;
mod lint;
mod overriding;
mod presets;
#[cfg(test)]
mod tests;

pub use document::{Highest, Level, LevelLabel, MatrixDocument, MatrixError, Missing, Scale};
pub use explanation::{Basis, Explanation};
pub use lint::{CellAt, MatrixLint, lint};
pub use overriding::{OverrideError, PriorityOverride};
pub use presets::Preset;

use crate::kernel::{Instant, limits, strict};
use document::Answer;
use std::sync::Arc;

/// A compiled matrix: immutable, cheap to clone, `Send + Sync`.
///
/// ```
/// use itsm::priority::{Preset, PriorityMatrix};
/// let matrix = PriorityMatrix::new(Preset::Iso.document()).unwrap();
/// assert_eq!(matrix.priority(1, 2), Ok(1));
/// assert_eq!((matrix.rank(1), matrix.rank(4)), (Some(0), Some(3)));
/// assert_eq!(matrix.priority(1, 9).unwrap_err().code(), "matrix.unknown_urgency");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityMatrix(Arc<Compiled>);

#[derive(Debug, PartialEq, Eq)]
struct Compiled {
    document: MatrixDocument,
    answers: Vec<Vec<Option<Answer>>>,
}

/// The cell of an impact and an urgency.
#[derive(Clone, Copy)]
struct Met {
    row: usize,
    column: usize,
    answer: Option<Answer>,
}

impl PriorityMatrix {
    /// Compiles a document. What [`lint`] finds does not stop it; only faults of shape do.
    ///
    /// # Errors
    /// [`MatrixError`] with the path of the first fault.
    pub fn new(document: MatrixDocument) -> Result<Self, MatrixError> {
        let answers = document.answers()?;
        Ok(Self(Arc::new(Compiled { document, answers })))
    }

    /// Reads and compiles a [`MatrixDocument`] in JSON, of at most [`limits::POLICY_BYTES`].
    ///
    /// # Errors
    /// [`MatrixError`] with the path of the first fault.
    pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, MatrixError> {
        Self::new(strict::from_slice(json.as_ref(), limits::POLICY_BYTES)?)
    }

    /// The document this was compiled from.
    #[must_use]
    pub fn document(&self) -> &MatrixDocument {
        &self.0.document
    }

    /// The priority of an impact and an urgency, as the matrix has it.
    ///
    /// # Errors
    /// [`MatrixError`] when a level is not on its scale, or the cell is empty and the matrix refuses to guess.
    pub fn priority(&self, impact: u8, urgency: u8) -> Result<u8, MatrixError> {
        let met = self.met(impact, urgency)?;
        met.answer.map(|answer| answer.priority).ok_or_else(|| self.no_priority(impact, urgency))
    }

    /// How many priorities weigh more: 0 is the most important. `None` for a number that is no priority level.
    #[must_use]
    pub fn rank(&self, priority: u8) -> Option<usize> {
        self.document().priority.rank(priority)
    }

    /// The priority and where it comes from.
    ///
    /// # Errors
    /// As [`PriorityMatrix::priority`].
    pub fn explain(&self, impact: u8, urgency: u8) -> Result<Explanation, MatrixError> {
        let met = self.met(impact, urgency)?;
        self.explained(impact, urgency, met, None)
    }

    /// The priority at `now` and where it comes from, where an override may stand over the matrix.
    ///
    /// An override that is not in force changes nothing and is named in the explanation. One that is in force also
    /// fills a cell for which the matrix has no priority.
    ///
    /// # Errors
    /// As [`PriorityMatrix::priority`]; and [`MatrixError::OverrideUnknownPriority`] when an override in force names
    /// no level of the priority scale. One that has expired may: the matrix may have changed since.
    pub fn explain_with(
        &self,
        impact: u8,
        urgency: u8,
        over: Option<&PriorityOverride>,
        now: Instant,
    ) -> Result<Explanation, MatrixError> {
        let met = self.met(impact, urgency)?;
        if let Some(over) = over.filter(|over| over.in_force(now)) {
            self.check_override(over)?;
        }
        self.explained(impact, urgency, met, over.map(|over| (over, over.in_force(now))))
    }

    /// Whether this matrix knows the priority that an override names: to ask before one is recorded.
    ///
    /// # Errors
    /// [`MatrixError::OverrideUnknownPriority`] when it does not.
    pub fn check_override(&self, over: &PriorityOverride) -> Result<(), MatrixError> {
        let level = over.priority();
        match self.rank(level) {
            Some(_) => Ok(()),
            None => Err(MatrixError::OverrideUnknownPriority { level, matrix: self.document().name.clone() }),
        }
    }

    fn met(&self, impact: u8, urgency: u8) -> Result<Met, MatrixError> {
        let document = self.document();
        let row = document.impact.position(impact);
        let row =
            row.ok_or_else(|| MatrixError::UnknownImpact { level: impact, matrix: document.name.clone() })?;
        let column = document.urgency.position(urgency);
        let column = column
            .ok_or_else(|| MatrixError::UnknownUrgency { level: urgency, matrix: document.name.clone() })?;
        let answer = self.0.answers.get(row).and_then(|answers| answers.get(column)).copied().flatten();
        Ok(Met { row, column, answer })
    }

    fn explained(
        &self,
        impact: u8,
        urgency: u8,
        met: Met,
        over: Option<(&PriorityOverride, bool)>,
    ) -> Result<Explanation, MatrixError> {
        let document = self.document();
        let (basis, priority) = match (over, met.answer) {
            (Some((over, true)), _) => (Basis::Override, over.priority()),
            (_, Some(Answer { priority, written: true })) => (Basis::Cell, priority),
            (_, Some(Answer { priority, written: false })) => (Basis::Mean, priority),
            (_, None) => return Err(self.no_priority(impact, urgency)),
        };
        let named = |scale: &Scale, level: u8| Level {
            level,
            label: scale.label(level).cloned().unwrap_or_default(),
        };
        Ok(Explanation {
            matrix: document.name.clone(),
            priority,
            priority_label: document.priority.label(priority).cloned().unwrap_or_default(),
            rank: document.priority.rank(priority).unwrap_or_default(),
            basis,
            impact: named(&document.impact, impact),
            urgency: named(&document.urgency, urgency),
            row: met.row,
            column: met.column,
            written: met.answer.filter(|answer| answer.written).map(|answer| answer.priority),
            by_matrix: met.answer.map(|answer| named(&document.priority, answer.priority)),
            by_override: over.map(|(over, _)| over.clone()),
        })
    }

    fn no_priority(&self, impact: u8, urgency: u8) -> MatrixError {
        MatrixError::NoPriority { impact, urgency, matrix: self.document().name.clone() }
    }
}
