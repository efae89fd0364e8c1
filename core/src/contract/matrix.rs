//! A priority matrix whose answers are documents. 优先级矩阵接口

use super::Failure;
use super::crossing::document;
use crate::priority::{Explanation, MatrixLint, Preset, PriorityMatrix, lint};
use serde::Serialize;
use serde_json::Value;

/// A priority, where it comes from, and that in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplanationAnswer {
    /// The row, the column, what stands there, and what stands over it.
    #[serde(flatten)]
    pub explanation: Explanation,
    /// The same in English.
    pub message: String,
    /// The same in Chinese.
    pub message_zh: String,
}

/// Something unwise in a matrix, and that in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LintAnswer {
    /// Its stable code: `matrix.lint.not_total`.
    pub code: &'static str,
    /// What was found where.
    pub finding: MatrixLint,
    /// The same in English.
    pub message: String,
    /// The same in Chinese.
    pub message_zh: String,
}

/// A compiled matrix of impact and urgency.
///
/// ```
/// use itsm::contract::MatrixHandle;
/// let matrix = MatrixHandle::preset("iso")?;
/// assert_eq!(matrix.priority(1, 1)?, 1);
/// assert_eq!(matrix.explain(1, 3)?["priority"], 2);
/// assert_eq!(matrix.lint()?, serde_json::json!([]));
/// assert_eq!(MatrixHandle::preset("isu").unwrap_err().code, "value.unknown");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug)]
pub struct MatrixHandle(PriorityMatrix);

impl MatrixHandle {
    /// Reads and compiles a document; what [`lint`](Self::lint) finds does not stop it.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        Ok(Self(PriorityMatrix::from_json(bytes)?))
    }

    /// A matrix that is shipped: `servicenow`, `otrs`, `glpi`, `itop`, `iso`.
    ///
    /// # Errors
    /// `value.unknown`.
    pub fn preset(code: &str) -> Result<Self, Failure> {
        let unknown = || Failure::coded("value.unknown", format!("`{code}` is no preset of a matrix"));
        Ok(Self(PriorityMatrix::new(Preset::from_code(code).ok_or_else(unknown)?.document())?))
    }

    /// The document it was made from.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn document(&self) -> Result<Value, Failure> {
        document(self.0.document())
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.document().name
    }

    /// The priority of an impact and an urgency.
    ///
    /// # Errors
    /// `matrix.unknown_level`, `matrix.no_priority`.
    pub fn priority(&self, impact: u8, urgency: u8) -> Result<u8, Failure> {
        Ok(self.0.priority(impact, urgency)?)
    }

    /// The priority and where it comes from ([`ExplanationAnswer`]).
    ///
    /// # Errors
    /// As [`priority`](Self::priority).
    pub fn explain(&self, impact: u8, urgency: u8) -> Result<Value, Failure> {
        let explanation = self.0.explain(impact, urgency)?;
        let (message, message_zh) = (explanation.to_string(), explanation.zh());
        document(&ExplanationAnswer { explanation, message, message_zh })
    }

    /// Holes, inversions, dead and doubled levels: a list of [`LintAnswer`].
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn lint(&self) -> Result<Value, Failure> {
        let said = |finding: MatrixLint| LintAnswer {
            code: finding.code(),
            message: finding.en(),
            message_zh: finding.zh(),
            finding,
        };
        document(&lint(self.0.document()).into_iter().map(said).collect::<Vec<_>>())
    }
}
