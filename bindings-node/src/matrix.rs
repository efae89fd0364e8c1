//! Priority matrices.

use crate::documents::{text, within};
use crate::failure::ask;
use itsm::contract::MatrixHandle;
use napi_derive::napi;

/// A compiled matrix.
#[napi]
pub struct PriorityMatrix(MatrixHandle);

#[napi]
impl PriorityMatrix {
    /// Reads and compiles a document.
    #[napi(constructor, catch_unwind)]
    pub fn new(document: String) -> napi::Result<Self> {
        ask(|| Ok(Self(MatrixHandle::from_json(document.as_bytes())?)))
    }

    /// A matrix that is shipped.
    #[napi(catch_unwind)]
    pub fn preset(code: String) -> napi::Result<Self> {
        ask(|| Ok(Self(MatrixHandle::preset(&code)?)))
    }

    /// The document it was made from.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(&self.0.document()?))
    }

    /// The priority of an impact and an urgency.
    #[napi(catch_unwind)]
    pub fn priority(&self, impact: f64, urgency: f64) -> napi::Result<u32> {
        ask(|| Ok(self.0.priority(within("impact", impact)?, within("urgency", urgency)?)?.into()))
    }

    /// The priority and where it comes from.
    #[napi(catch_unwind)]
    pub fn explain(&self, impact: f64, urgency: f64) -> napi::Result<String> {
        ask(|| text(&self.0.explain(within("impact", impact)?, within("urgency", urgency)?)?))
    }

    /// What nobody checks in an edited matrix.
    #[napi(catch_unwind)]
    pub fn lint(&self) -> napi::Result<String> {
        ask(|| text(&self.0.lint()?))
    }
}
