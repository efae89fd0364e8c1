//! Priority matrices. 优先级

use crate::documents::{text, within};
use crate::door::{Thrown, door};
use itsm::contract::MatrixHandle;

/// A compiled matrix of impact and urgency.
#[derive(uniffi::Object)]
pub struct PriorityMatrix(MatrixHandle);

#[uniffi::export]
impl PriorityMatrix {
    /// Reads and compiles a document.
    #[uniffi::constructor]
    pub fn new(document: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(MatrixHandle::from_json(document.as_bytes())?)))
    }

    /// A matrix that is shipped.
    #[uniffi::constructor]
    pub fn preset(name: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(MatrixHandle::preset(&name)?)))
    }

    /// The priority of an impact and an urgency.
    pub fn priority(&self, impact: i64, urgency: i64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.priority(within("impact", impact)?, within("urgency", urgency)?)?.into()))
    }

    /// The priority and where it comes from.
    pub fn explain(&self, impact: i64, urgency: i64) -> Result<String, Thrown> {
        door(|| text(&self.0.explain(within("impact", impact)?, within("urgency", urgency)?)?))
    }

    /// Holes, inversions, dead and doubled levels.
    pub fn lint(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.lint()?))
    }

    /// The document it was made from.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.document()?))
    }
}
