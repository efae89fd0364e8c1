//! Priority matrices.

use crate::documents::{text, within};
use crate::failure::ask;
use itsm::contract::Failure;
use itsm::priority::{self, MatrixLint, Preset};
use napi_derive::napi;
use serde::Serialize;
use serde_json::Value;

/// A compiled matrix.
#[napi]
pub struct PriorityMatrix(priority::PriorityMatrix);

#[napi]
impl PriorityMatrix {
    /// Reads and compiles a document.
    #[napi(constructor, catch_unwind)]
    pub fn new(document: String) -> napi::Result<Self> {
        ask(|| Ok(Self(priority::PriorityMatrix::from_json(document.as_bytes())?)))
    }

    /// The document of a matrix that is shipped.
    #[napi(catch_unwind)]
    pub fn preset(code: String) -> napi::Result<String> {
        ask(|| {
            let unknown = || Failure::coded("value.unknown", format!("`{code}` is no preset"));
            text(&Preset::from_code(&code).ok_or_else(unknown)?.document())
        })
    }

    /// The document it was made from.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(self.0.document()))
    }

    /// The priority of an impact and an urgency.
    #[napi(catch_unwind)]
    pub fn priority(&self, impact: f64, urgency: f64) -> napi::Result<u32> {
        ask(|| Ok(self.0.priority(within("impact", impact)?, within("urgency", urgency)?)?.into()))
    }

    /// The priority and where it comes from.
    #[napi(catch_unwind)]
    pub fn explain(&self, impact: f64, urgency: f64) -> napi::Result<String> {
        ask(|| {
            let why = self.0.explain(within("impact", impact)?, within("urgency", urgency)?)?;
            text(&with_words(&why, [("message", why.to_string()), ("message_zh", why.zh())])?)
        })
    }

    /// What nobody checks in an edited matrix.
    #[napi(catch_unwind)]
    pub fn lint(&self) -> napi::Result<String> {
        ask(|| {
            let words = |finding: &MatrixLint| {
                let code = finding.code().to_owned();
                let words = [("code", code), ("message", finding.en()), ("message_zh", finding.zh())];
                with_words(finding, words)
            };
            let findings: Result<Vec<Value>, Failure> =
                priority::lint(self.0.document()).iter().map(words).collect();
            text(&findings?)
        })
    }
}

/// The answer as a document, and beside it what it says in words.
fn with_words<T: Serialize, const N: usize>(
    answer: &T,
    words: [(&str, String); N],
) -> Result<Value, Failure> {
    let mut value = serde_json::to_value(answer).map_err(|fault| Failure::internal(fault.to_string()))?;
    if let Value::Object(members) = &mut value {
        members.extend(words.map(|(key, text)| (key.to_owned(), Value::String(text))));
    }
    Ok(value)
}
