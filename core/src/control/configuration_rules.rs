//! The rules of configuration management: which items there are, how they are named, what is recorded of them, how strictly they
//! are controlled. 配置管理规则

use crate::cmdb::RelationKind;
use crate::kernel::{CiId, Code, DocumentError, DocumentFault, PolicyId, codes, limits, strict};
use crate::time::Rules;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// How strictly items of a type are controlled once they are live (`CiType` of spec 3.23).
    pub enum ControlLevel {
        /// Into, within and out of live only under a change, a request under a standard model, or an approved correction.
        Change = "change", "Under change management", "变更控制";
        /// Recorded, without a change: consumables.
        Recorded = "recorded", "Recorded only", "仅登记";
    }
}

codes! {
    /// What an attribute may say.
    pub enum AttributeKind {
        /// Any text.
        Text = "text", "Text", "文本";
        /// A whole number.
        Integer = "integer", "Whole number", "整数";
        /// A date: `2026-11-21`.
        Date = "date", "Date", "日期";
        /// One of the stated values.
        OneOf = "one_of", "One of stated values", "枚举值";
    }
}

/// One attribute of a type of item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// What it may say.
    pub kind: AttributeKind,
    /// Whether every item of the type states it.
    #[serde(default)]
    pub mandatory: bool,
    /// The values of [`AttributeKind::OneOf`].
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub values: BTreeSet<String>,
}

impl Attribute {
    /// Whether the text is a value of the attribute.
    #[must_use]
    pub fn admits(&self, value: &str) -> bool {
        match self.kind {
            AttributeKind::Text => !value.trim().is_empty(),
            AttributeKind::Integer => value.parse::<i64>().is_ok(),
            AttributeKind::Date => value.parse::<chrono::NaiveDate>().is_ok(),
            AttributeKind::OneOf => self.values.contains(value),
        }
    }
}

/// A type of configuration item (`CiType` of spec 3.23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CiType {
    /// How its items are named: `#` is a digit, `?` a letter, `*` at the end anything; absent: freely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naming: Option<String>,
    /// What is recorded of its items.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Code, Attribute>,
    /// The relations its items may have; empty: every kind.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub relations: BTreeSet<Code>,
    /// The relations that a live item of it has, at least one of each.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub mandatory_relations: BTreeSet<Code>,
    /// How strictly its live items are controlled.
    #[serde(default = "under_change")]
    pub control: ControlLevel,
    /// Whether its items are services.
    #[serde(default)]
    pub service: bool,
    /// Whether its items are critical: they are verified more often, and weigh in the risk of a change.
    #[serde(default)]
    pub critical: bool,
}

const fn under_change() -> ControlLevel {
    ControlLevel::Change
}

impl CiType {
    /// Whether the naming rule admits the id.
    ///
    /// ```
    /// use itsm::control::CiType;
    /// let server: CiType = serde_json::from_str(r#"{"naming": "srv-??-##"}"#)?;
    /// assert!(server.names(&"srv-db-01".parse()?) && !server.names(&"db-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn names(&self, id: &CiId) -> bool {
        let Some(pattern) = &self.naming else { return true };
        let mut rest = id.as_str().chars();
        for wanted in pattern.chars() {
            let fits = match wanted {
                '*' => return true,
                '#' => rest.next().is_some_and(|found| found.is_ascii_digit()),
                '?' => rest.next().is_some_and(char::is_alphabetic),
                letter => rest.next() == Some(letter),
            };
            if !fits {
                return false;
            }
        }
        rest.next().is_none()
    }
}

/// The rules of configuration management, as a document. Numbers are presets of spec 3.23, never requirements of the standard.
///
/// ```
/// use itsm::control::ConfigurationRules;
/// let rules = ConfigurationRules::from_json(br#"{"calendar": "office", "types": {"server": {"critical": true}}}"#)?;
/// assert_eq!(rules.deficiency_within_working_days, 10);
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfigurationRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
    /// The types of items; an item of another type is refused.
    pub types: BTreeMap<Code, CiType>,
    /// The kinds of relations, and how failure travels along them.
    #[serde(default = "RelationKind::presets")]
    pub relation_kinds: BTreeMap<Code, RelationKind>,
    /// Whether the other end of a relation must be a registered item.
    #[serde(default = "yes")]
    pub register_complete: bool,
    /// The models of service requests under which items may be altered.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub request_models: BTreeSet<Code>,
    /// A deficiency is closed within so many business days.
    #[serde(default = "ten")]
    pub deficiency_within_working_days: u32,
}

const fn yes() -> bool {
    true
}
const fn ten() -> u32 {
    10
}

impl ConfigurationRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }
}

/// What the graph shows of every item beside its attributes.
const FIELDS: [&str; 5] = ["location", "state", "supplier", "type", "version"];

impl Rules for ConfigurationRules {
    const KIND: &'static str = "configuration";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }

    /// The types name relations that there are, attributes of stated values state some, and no attribute is called like a field that
    /// every item has.
    fn check(&self) -> Result<(), DocumentError> {
        let fault =
            |path: String, words: String| Err(DocumentError { path, fault: DocumentFault::Shape(words) });
        for (code, kind) in &self.types {
            let mut named = kind.relations.iter().chain(&kind.mandatory_relations);
            if let Some(relation) = named.find(|relation| !self.relation_kinds.contains_key(*relation)) {
                return fault(format!("types.{code}"), format!("there is no kind of relation `{relation}`"));
            }
            if let Some(name) = kind.attributes.keys().find(|name| FIELDS.contains(&name.as_str())) {
                let words = "every item has a field of that name".to_owned();
                return fault(format!("types.{code}.attributes.{name}"), words);
            }
            let mut stated = kind.attributes.iter();
            let empty = |attribute: &Attribute| {
                (attribute.kind == AttributeKind::OneOf) == attribute.values.is_empty()
            };
            if let Some((name, _)) = stated.find(|(_, attribute)| empty(attribute)) {
                let words = "values are stated for `one_of`, and for nothing else".to_owned();
                return fault(format!("types.{code}.attributes.{name}.values"), words);
            }
        }
        Ok(())
    }
}
