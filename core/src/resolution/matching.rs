//! Known errors offered to an incident, the best first, each with the reason of the match. 已知错误匹配
//!
//! ISO/IEC 20000-1 8.6.1 and 8.6.3, spec 3.20 (known-error match at classification) and 3.22 (PRB-08). `incident.classify` records the
//! result: the one that the desk took, or that none matched.
//!
//! ```
//! use itsm::kernel::{CiId, RecordId};
//! use itsm::resolution::known_error::AffectedItem;
//! use itsm::resolution::matching::{Features, KnownErrorSummary, MatchReason, matching};
//! let mail = CiId::new("srv-mail")?;
//! let item = AffectedItem { ci: mail.clone(), versions: vec!["9.1".parse().unwrap()] };
//! let known = KnownErrorSummary { items: vec![item], ..KnownErrorSummary::new(RecordId::new("KER-000001")?) };
//! let incident = Features { items: vec![(mail, Some("9.1".into()))], ..Features::default() };
//! let offered = matching(&incident, [&known]);
//! assert_eq!(offered[0].reasons, [MatchReason::Version]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::known_error::{AffectedItem, KnownError};
use crate::kernel::{CiId, Code, Instant, RecordId, codes};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

codes! {
    /// Why a known error is offered, the strongest reason first.
    pub enum MatchReason {
        /// An affected item in an affected version.
        Version = "version", "Same item and version", "配置项与版本相同";
        /// An affected item; one of the two versions is not known, or all are affected.
        Item = "item", "Same item", "配置项相同";
        /// The same symptom.
        Symptom = "symptom", "Same symptom", "症状相同";
        /// The same category, or one within it.
        Category = "category", "Same category", "类别相同";
    }
}

impl MatchReason {
    /// One reason outweighs all weaker ones together.
    const fn weight(self) -> u8 {
        match self {
            Self::Version => 8,
            Self::Item => 4,
            Self::Symptom => 2,
            Self::Category => 1,
        }
    }
}

/// What is known of an incident when a known error is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Features {
    /// The affected items, each with its version where the register knows it.
    #[serde(default)]
    pub items: Vec<(CiId, Option<SmolStr>)>,
    /// The category.
    #[serde(default)]
    pub category: Option<Code>,
    /// The symptom, as a code of the host's tree.
    #[serde(default)]
    pub symptom_code: Option<Code>,
}

/// A published known error, as the desk reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownErrorSummary {
    /// Which.
    pub id: RecordId,
    /// The items that have it.
    #[serde(default)]
    pub items: Vec<AffectedItem>,
    /// The category of its incidents.
    #[serde(default)]
    pub category: Option<Code>,
    /// Its symptom.
    #[serde(default)]
    pub symptom_code: Option<Code>,
    /// Whether it says what the desk can do.
    #[serde(default)]
    pub workaround: bool,
    /// When it was published.
    #[serde(default)]
    pub published_at: Option<Instant>,
}

impl KnownErrorSummary {
    /// A known error of which nothing else is known.
    #[must_use]
    pub const fn new(id: RecordId) -> Self {
        Self {
            id,
            items: Vec::new(),
            category: None,
            symptom_code: None,
            workaround: false,
            published_at: None,
        }
    }

    /// What the desk reads of a known error, as long as it works by it.
    #[must_use]
    pub fn of(known_error: &KnownError) -> Option<Self> {
        known_error.is_published().then(|| Self::about(known_error))
    }

    /// The same of one that the desk does not work by yet, or not any more.
    #[must_use]
    pub fn about(known_error: &KnownError) -> Self {
        Self {
            id: known_error.envelope.id.clone(),
            items: known_error.content.items.clone(),
            category: known_error.content.category.clone(),
            symptom_code: known_error.content.symptom_code.clone(),
            workaround: known_error.has_workaround(),
            published_at: known_error.published_at,
        }
    }
}

/// A known error that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offered {
    /// Which.
    pub known_error: RecordId,
    /// Why, the strongest reason first; at least one.
    pub reasons: Vec<MatchReason>,
    /// Whether it says what the desk can do.
    pub workaround: bool,
}

impl Offered {
    /// Whether the item or the symptom is the same, and not the category alone.
    #[must_use]
    pub fn is_specific(&self) -> bool {
        self.reasons.iter().any(|reason| *reason != MatchReason::Category)
    }
}

/// The known errors that match, the best first: by reasons, then with a workaround, then the latest published, then by id.
///
/// A known error of another version of the item does not match by that item. A category alone matches last.
#[must_use]
pub fn matching<'a>(
    incident: &Features,
    known_errors: impl IntoIterator<Item = &'a KnownErrorSummary>,
) -> Vec<Offered> {
    let mut found: Vec<(u8, &KnownErrorSummary, Vec<MatchReason>)> = Vec::new();
    for known_error in known_errors {
        let reasons = reasons(incident, known_error);
        let weight = reasons.iter().fold(0_u8, |sum, reason| sum.saturating_add(reason.weight()));
        if weight > 0 {
            found.push((weight, known_error, reasons));
        }
    }
    found.sort_by(|(weight, one, _), (than, other, _)| {
        let best = than.cmp(weight).then(other.workaround.cmp(&one.workaround));
        best.then(other.published_at.cmp(&one.published_at)).then(one.id.cmp(&other.id))
    });
    let offer = |(_, known_error, reasons): (u8, &KnownErrorSummary, Vec<MatchReason>)| Offered {
        known_error: known_error.id.clone(),
        reasons,
        workaround: known_error.workaround,
    };
    found.into_iter().map(offer).collect()
}

fn reasons(incident: &Features, known_error: &KnownErrorSummary) -> Vec<MatchReason> {
    let by_item = known_error.items.iter().flat_map(|item| {
        let affected = incident.items.iter().filter(|(ci, _)| *ci == item.ci);
        affected.filter_map(|(_, version)| item_reason(item, version.as_ref()))
    });
    let symptom =
        known_error.symptom_code.as_ref().filter(|code| incident.symptom_code.as_ref() == Some(code));
    let category = known_error.category.as_ref().zip(incident.category.as_ref());
    let category = category.filter(|(known, category)| within(known.as_str(), category.as_str()));
    // The order of the reasons is that of their strength.
    by_item
        .min()
        .into_iter()
        .chain(symptom.map(|_| MatchReason::Symptom))
        .chain(category.map(|_| MatchReason::Category))
        .collect()
}

fn item_reason(item: &AffectedItem, version: Option<&SmolStr>) -> Option<MatchReason> {
    match version {
        Some(version) if item.versions.iter().any(|of| **of == **version) => Some(MatchReason::Version),
        Some(_) if !item.versions.is_empty() => None,
        _ => Some(MatchReason::Item),
    }
}

/// `network` holds `network/vpn`.
fn within(known: &str, category: &str) -> bool {
    category == known || category.strip_prefix(known).is_some_and(|rest| rest.starts_with('/'))
}
