//! The register held to what is really there. 配置审计

use crate::cmdb::{Cmdb, CmdbError};
use crate::kernel::{CiId, Code};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An item as a discovery or a stocktaking found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Which item.
    pub id: CiId,
    /// Its type, where that can be seen.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<Code>,
    /// What can be seen of it. Attributes that are not stated here are not verified.
    #[serde(default)]
    pub attributes: BTreeMap<Code, String>,
}

/// What an audit looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AuditScope {
    /// Items of these types; all without it. What is found without a type belongs to every scope.
    pub types: Option<BTreeSet<Code>>,
    /// The sample of the register that was looked for; all without it.
    pub items: Option<BTreeSet<CiId>>,
    /// The attributes to compare; all without it.
    pub attributes: Option<BTreeSet<Code>>,
}

/// What an audit found. 审计结果
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuditResult {
    /// Registered, looked for, not found; by id.
    pub missing: Vec<CiId>,
    /// Found, not registered; by id.
    pub unexpected: Vec<CiId>,
    /// Attributes that are not as registered, by item and attribute; `type` is one of them.
    pub differing: Vec<Differing>,
    /// Attributes that are right, of those verified (K-CFG-01).
    pub attributes_right: Share,
    /// Items found and registered without a difference, of all found and registered (K-CFG-01).
    pub items_right: Share,
    /// Items registered, of those found (K-CFG-02).
    pub complete: Share,
    /// Items not found, of those registered and looked for (K-CFG-02).
    pub phantoms: Share,
}

/// An attribute that is not as registered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Differing {
    /// Which item.
    pub item: CiId,
    /// Which attribute.
    pub attribute: Code,
    /// What the register says; `None` where it says nothing.
    pub registered: Option<String>,
    /// What was found.
    pub found: String,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// How many have the property.
    pub hits: u64,
    /// Of how many.
    pub of: u64,
}

impl Share {
    /// The share in parts per million, rounded down; `None` of nothing.
    #[must_use]
    pub fn ppm(self) -> Option<u32> {
        let share = u128::from(self.hits).checked_mul(1_000_000)?.checked_div(u128::from(self.of))?;
        u32::try_from(share).ok()
    }

    /// The Wilson interval of 95 % in parts per million, the lower end rounded down and the upper up; `None` of nothing.
    ///
    /// With z = 1.96: `(h + z²/2 ± z · sqrt(h (n - h) / n + z²/4)) / (n + z²)`.
    ///
    /// ```
    /// use itsm::cmdb::Share;
    /// assert_eq!(Share { hits: 95, of: 100 }.wilson_ppm(), Some((888_248, 978_457)));
    /// assert_eq!(Share { hits: 0, of: 10 }.wilson_ppm(), Some((0, 277_541)));
    /// ```
    #[must_use]
    pub fn wilson_ppm(self) -> Option<(u32, u32)> {
        // z² and the counts in units of 1/10,000.
        const Z2: u128 = 38_416;
        let (hits, of) = (u128::from(self.hits), u128::from(self.of));
        let missed = of.checked_sub(hits).filter(|_| of > 0)?;
        let radicand = hits.checked_mul(missed)?.checked_mul(40_000)?.checked_add(Z2.checked_mul(of)?)?;
        let radicand = radicand.checked_mul(1_000_000_000_000)?.checked_div(of.checked_mul(40_000)?)?;
        // Millionths of z · sqrt(..), times 20,000, as the middle is below.
        let spread = radicand.isqrt().checked_mul(39_200)?;
        let middle = hits.checked_mul(20_000)?.checked_add(Z2)?.checked_mul(1_000_000)?;
        let whole = of.checked_mul(10_000)?.checked_add(Z2)?.checked_mul(2)?;
        let low = middle.saturating_sub(spread).checked_div(whole)?;
        let high = middle.checked_add(spread)?.div_ceil(whole).min(1_000_000);
        Some((u32::try_from(low).ok()?, u32::try_from(high).ok()?))
    }

    fn count(&mut self, hit: bool) {
        self.of = self.of.saturating_add(1);
        self.hits = self.hits.saturating_add(u64::from(hit));
    }
}

impl Cmdb {
    /// Holds the register to what was found.
    ///
    /// ```
    /// use itsm::cmdb::{AuditScope, Cmdb, CmdbDocument, Found, Item};
    /// use itsm::kernel::{CiId, Code};
    /// let ci = |id: &str| CiId::new(id).unwrap();
    /// let mut document = CmdbDocument::preset();
    /// document.items = ["vm-1", "vm-2"].map(|id| Item::new(ci(id), Code::new("server").unwrap())).to_vec();
    /// let found = ["vm-2", "vm-3"].map(|id| Found { id: ci(id), item_type: None, attributes: Default::default() });
    /// let audit = Cmdb::new(document)?.audit(&found, &AuditScope::default())?;
    /// assert_eq!((audit.missing, audit.unexpected), (vec![ci("vm-1")], vec![ci("vm-3")]));
    /// assert_eq!(audit.complete.ppm(), Some(500_000));
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::DuplicateItem`] when the list names an item twice; [`CmdbError::UnknownItems`] when the sample names items that
    /// the register does not hold.
    pub fn audit(&self, found: &[Found], scope: &AuditScope) -> Result<AuditResult, CmdbError> {
        let sample = scope.items.iter().flatten();
        let unknown: Vec<CiId> = sample.filter(|id| self.item(id.as_str()).is_none()).cloned().collect();
        if !unknown.is_empty() {
            return Err(CmdbError::UnknownItems { items: unknown });
        }
        let mut seen: BTreeMap<&CiId, &Found> = BTreeMap::new();
        for one in found {
            if seen.insert(&one.id, one).is_some() {
                return Err(CmdbError::DuplicateItem { item: one.id.clone() });
            }
        }
        let mut result = AuditResult::default();
        for item in self.items() {
            let sampled = scope.items.as_ref().is_none_or(|sample| sample.contains(&item.id));
            if !sampled || !scope.has_type(Some(&item.item_type)) {
                continue;
            }
            let there = seen.get(&item.id);
            result.phantoms.count(there.is_none());
            let Some(there) = there else {
                result.missing.push(item.id.clone());
                continue;
            };
            result.complete.count(true);
            let faults = result.differing.len();
            for (attribute, value) in there.visible(scope) {
                let registered = match attribute.as_str() {
                    TYPE => Some(item.item_type.as_str()),
                    _ => item.attributes.get(&attribute).map(String::as_str),
                };
                let right = registered == Some(value);
                result.attributes_right.count(right);
                if !right {
                    result.differing.push(Differing {
                        item: item.id.clone(),
                        attribute,
                        registered: registered.map(str::to_owned),
                        found: value.to_owned(),
                    });
                }
            }
            result.items_right.count(result.differing.len() == faults);
        }
        for (id, one) in seen {
            if self.item(id.as_str()).is_none() && scope.has_type(one.item_type.as_ref()) {
                result.complete.count(false);
                result.unexpected.push(id.clone());
            }
        }
        Ok(result)
    }
}

/// The attribute under which the type is compared.
const TYPE: &str = "type";

impl AuditScope {
    fn has_type(&self, item_type: Option<&Code>) -> bool {
        match (&self.types, item_type) {
            (Some(types), Some(item_type)) => types.contains(item_type),
            _ => true,
        }
    }
}

impl Found {
    fn visible<'a>(&'a self, scope: &'a AuditScope) -> impl Iterator<Item = (Code, &'a str)> {
        let stated = self.attributes.iter().filter(|(code, _)| code.as_str() != TYPE);
        let stated = stated.map(|(code, text)| (code.clone(), text.as_str()));
        let item_type = self.item_type.iter().map(|item_type| (Code::literal(TYPE), item_type.as_str()));
        let wanted = |code: &Code| scope.attributes.as_ref().is_none_or(|wanted| wanted.contains(code));
        item_type.chain(stated).filter(move |(code, _)| wanted(code))
    }
}
