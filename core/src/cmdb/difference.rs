//! What differs between two states of a register: baseline and live, one date and another. 差异

use crate::cmdb::{CmdbDocument, RelationKey};
use crate::kernel::CiId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// One field that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    /// Which: `name`, `attributes.ram`, `gates.nodes`.
    pub field: String,
    /// What it was; `None` where it was absent.
    pub before: Option<String>,
    /// What it is; `None` where it is absent.
    pub after: Option<String>,
}

/// What differs in something that both states hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changed<K> {
    /// What it is known by.
    pub key: K,
    /// Its fields that are not the same, by name.
    pub fields: Vec<FieldChange>,
}

/// Everything that differs between two documents, each list by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Items only the later document holds.
    pub items_added: Vec<CiId>,
    /// Items only the earlier document holds.
    pub items_removed: Vec<CiId>,
    /// Items with other fields.
    pub items_changed: Vec<Changed<CiId>>,
    /// Relations only the later document holds.
    pub relations_added: Vec<RelationKey>,
    /// Relations only the earlier document holds.
    pub relations_removed: Vec<RelationKey>,
    /// Relations with other fields.
    pub relations_changed: Vec<Changed<RelationKey>>,
    /// Kinds of relations and types of services.
    pub terms_changed: Vec<FieldChange>,
}

impl Difference {
    /// What it takes to come from `before` to `after`. The order of items and relations in the documents does not matter.
    ///
    /// ```
    /// use itsm::cmdb::{CmdbDocument, Difference, Item};
    /// use itsm::kernel::{CiId, Code};
    /// let mut before = CmdbDocument::preset();
    /// before.items.push(Item::new(CiId::new("vm-1").unwrap(), Code::new("server").unwrap()));
    /// let mut after = before.clone();
    /// after.items[0].attributes.insert(Code::new("ram").unwrap(), "32 GiB".to_owned());
    /// let difference = Difference::between(&before, &after);
    /// let field = &difference.items_changed[0].fields[0];
    /// assert_eq!((field.field.as_str(), field.after.as_deref()), ("attributes.ram", Some("32 GiB")));
    /// assert!(Difference::between(&after, &after).is_empty());
    /// ```
    #[must_use]
    pub fn between(before: &CmdbDocument, after: &CmdbDocument) -> Self {
        let items = |document: &CmdbDocument| -> BTreeMap<CiId, Value> {
            document.items.iter().map(|item| (item.id.clone(), written(item))).collect()
        };
        let relations = |document: &CmdbDocument| -> BTreeMap<RelationKey, Value> {
            document.relations.iter().map(|relation| (relation.key(), written(relation))).collect()
        };
        let terms = |document: &CmdbDocument| {
            let types = document.service_types.iter().map(|code| (code, "service"));
            serde_json::json!({"kinds": written(&document.kinds), "service_types": written(&types.collect::<BTreeMap<_, _>>())})
        };
        let (items_added, items_removed, items_changed) = compared(&items(before), &items(after));
        let (relations_added, relations_removed, relations_changed) =
            compared(&relations(before), &relations(after));
        let terms_changed = changes(&terms(before), &terms(after));
        Self {
            items_added,
            items_removed,
            items_changed,
            relations_added,
            relations_removed,
            relations_changed,
            terms_changed,
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn compared<K: Ord + Clone>(
    before: &BTreeMap<K, Value>,
    after: &BTreeMap<K, Value>,
) -> (Vec<K>, Vec<K>, Vec<Changed<K>>) {
    let missing = |in_one: &BTreeMap<K, Value>, other: &BTreeMap<K, Value>| -> Vec<K> {
        in_one.keys().filter(|key| !other.contains_key(*key)).cloned().collect()
    };
    let both = before.iter().filter_map(|(key, was)| {
        let fields = changes(was, after.get(key)?);
        (!fields.is_empty()).then(|| Changed { key: key.clone(), fields })
    });
    (missing(after, before), missing(before, after), both.collect())
}

fn changes(before: &Value, after: &Value) -> Vec<FieldChange> {
    let (before, after) = (fields(before), fields(after));
    let mut changes: Vec<FieldChange> = before
        .iter()
        .filter(|(field, was)| after.get(*field) != Some(was))
        .map(|(field, was)| FieldChange {
            field: field.clone(),
            before: Some(was.clone()),
            after: after.get(field).cloned(),
        })
        .collect();
    let new = after.into_iter().filter(|(field, _)| !before.contains_key(field));
    changes.extend(new.map(|(field, is)| FieldChange { field, before: None, after: Some(is) }));
    changes.sort_unstable();
    changes
}

/// The fields of an object, those of an object in it as `outer.inner`; texts as they are, all else as JSON.
fn fields(value: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut fields = BTreeMap::new();
    for (outer, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Object(inner) => {
                fields.extend(inner.iter().map(|(key, value)| (format!("{outer}.{key}"), text(value))));
            }
            value => {
                fields.insert(outer.clone(), text(value));
            }
        }
    }
    fields
}
