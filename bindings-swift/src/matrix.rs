//! Priority matrices. 优先级

use crate::documents::{text, within};
use crate::door::{Thrown, door};
use itsm::contract::Failure;
use itsm::priority::{self, MatrixLint, Preset, lint};
use serde::Serialize;
use serde_json::{Value, json};

/// A compiled matrix of impact and urgency.
#[derive(uniffi::Object)]
pub struct PriorityMatrix(priority::PriorityMatrix);

#[uniffi::export]
impl PriorityMatrix {
    /// Reads and compiles a document.
    #[uniffi::constructor]
    pub fn new(document: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(priority::PriorityMatrix::from_json(document)?)))
    }

    /// A matrix that is shipped.
    #[uniffi::constructor]
    pub fn preset(name: String) -> Result<Self, Thrown> {
        door(|| {
            let unknown = || Failure::coded("value.unknown", format!("`{name}` is no preset of a matrix"));
            let preset = Preset::from_code(&name).ok_or_else(unknown)?;
            Ok(Self(priority::PriorityMatrix::new(preset.document())?))
        })
    }

    /// The priority of an impact and an urgency.
    pub fn priority(&self, impact: i64, urgency: i64) -> Result<i64, Thrown> {
        door(|| Ok(self.0.priority(within("impact", impact)?, within("urgency", urgency)?)?.into()))
    }

    /// The priority and where it comes from.
    pub fn explain(&self, impact: i64, urgency: i64) -> Result<String, Thrown> {
        door(|| {
            let why = self.0.explain(within("impact", impact)?, within("urgency", urgency)?)?;
            text(&with_words(&why, [("message", why.to_string()), ("message_zh", why.zh())])?)
        })
    }

    /// Holes, inversions, dead and doubled levels.
    pub fn lint(&self) -> Result<String, Thrown> {
        let words = |finding: &MatrixLint| {
            let code = finding.code().to_owned();
            with_words(finding, [("code", code), ("message", finding.en()), ("message_zh", finding.zh())])
        };
        door(|| {
            let findings: Result<Vec<Value>, Failure> = lint(self.0.document()).iter().map(words).collect();
            text(&findings?)
        })
    }

    /// The document it was made from.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(self.0.document()))
    }
}

/// The answer as a document, and beside it what it says in words.
fn with_words<T: Serialize, const N: usize>(
    answer: &T,
    words: [(&str, String); N],
) -> Result<Value, Failure> {
    let mut value = serde_json::to_value(answer).map_err(|fault| Failure::internal(fault.to_string()))?;
    if let Value::Object(members) = &mut value {
        members.extend(words.map(|(key, text)| (key.to_owned(), json!(text))));
    }
    Ok(value)
}
