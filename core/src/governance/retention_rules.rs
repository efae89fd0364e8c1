//! How long records are kept: classes, and which class the records of a process are of. 保存期限规则
//!
//! ISO/IEC 20000-1:2018 clause 7.5.3; spec 3.2, REC-02. Nothing is counted in business days, so the rules name no calendar.

use crate::kernel::{Code, DocumentError, DocumentFault, Instant, PolicyRef, codes, limits, strict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

codes! {
    /// What a retention period is counted from. Whatever it is, only a closed record is disposed of.
    pub enum RetentionBegins {
        /// The end of the record: the latest event of a record that is closed.
        Closed = "closed", "Closed", "关闭时";
        /// When it was recorded.
        Created = "created", "Created", "创建时";
        /// When it occurred.
        Occurred = "occurred", "Occurred", "发生时";
    }
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RetentionPeriod {
    /// So many days of 24 hours.
    Days(u32),
    /// So many calendar years in UTC.
    Years(u32),
}

/// The longest retention period, in days and in years.
pub const LONGEST_RETENTION: (u32, u32) = (36_525, 100);

/// A class of records that are kept alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionClass {
    /// What the period is counted from.
    #[serde(default = "closed")]
    pub begins: RetentionBegins,
    /// How long it is.
    pub keep: RetentionPeriod,
}

const fn closed() -> RetentionBegins {
    RetentionBegins::Closed
}
const fn yes() -> bool {
    true
}

impl RetentionClass {
    /// The end of a period that began then: from that instant on a record may be disposed of. `None`: beyond the range of instants,
    /// and so never.
    ///
    /// ```
    /// use itsm::governance::RetentionClass;
    /// use itsm::kernel::Instant;
    /// let cycle: RetentionClass = serde_json::from_str(r#"{"keep": {"years": 3}}"#)?;
    /// let end = cycle.ends(Instant::parse("2024-02-29T08:00:00Z")?);
    /// assert_eq!(end, Some(Instant::parse("2027-02-28T08:00:00Z")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn ends(&self, began: Instant) -> Option<Instant> {
        match self.keep {
            RetentionPeriod::Days(days) => began.plus_s(i64::from(days).saturating_mul(86_400)),
            RetentionPeriod::Years(years) => super::plus_months(began, years.saturating_mul(12)),
        }
    }
}

/// The rules of retention, as a document.
///
/// ```
/// use itsm::governance::RetentionRules;
/// let rules = RetentionRules::from_json(br#"{"classes": {"cycle": {"keep": {"years": 3}}}, "records": {"incident": "cycle"}}"#)?;
/// assert!(rules.hold_blocks_erasure);
/// let unknown = RetentionRules::from_json(br#"{"classes": {}, "records": {"incident": "cycle"}}"#).unwrap_err();
/// assert_eq!(unknown.path, "records.incident");
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionRules {
    /// The classes.
    pub classes: BTreeMap<Code, RetentionClass>,
    /// Which class the records of a process are of, where a record does not say itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub records: BTreeMap<Code, Code>,
    /// Whether personal values under a legal hold stay, although their erasure is asked for.
    #[serde(default = "yes")]
    pub hold_blocks_erasure: bool,
}

impl RetentionRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }

    /// Checks what the types do not: a period is a day at least and a century at most, and every class named is there.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the first fault.
    pub fn check(&self) -> Result<(), DocumentError> {
        let fault =
            |path: String, words: String| Err(DocumentError { path, fault: DocumentFault::Shape(words) });
        let (days, years) = LONGEST_RETENTION;
        for (code, class) in &self.classes {
            let (found, longest, unit) = match class.keep {
                RetentionPeriod::Days(found) => (found, days, "days"),
                RetentionPeriod::Years(found) => (found, years, "years"),
            };
            if !(1..=longest).contains(&found) {
                let path = format!("classes.{code}.keep.{unit}");
                return fault(path, format!("`{found}` is not 1 to {longest}"));
            }
        }
        match self.records.iter().find(|(_, class)| !self.classes.contains_key(*class)) {
            Some((process, class)) => {
                fault(format!("records.{process}"), format!("there is no class `{class}`"))
            }
            None => Ok(()),
        }
    }

    /// The class of a record: its own, or that of the records of its process.
    #[must_use]
    pub fn class_of(&self, process: &str, own: Option<&str>) -> Option<&RetentionClass> {
        match own {
            Some(own) => self.classes.get(own),
            None => self.classes.get(self.records.get(process)?),
        }
    }
}

/// A version of the rules, for decisions.
#[derive(Clone, Debug)]
pub struct RetentionInForce {
    /// The rules.
    pub rules: Arc<RetentionRules>,
    /// Which version of them.
    pub rules_ref: PolicyRef,
}
