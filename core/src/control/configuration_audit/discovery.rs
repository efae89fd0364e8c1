//! What an audit records when a discovery tool brings its list.

use super::{DeficiencyKind, Finding, Found};
use crate::cmdb::{self, AuditScope, Cmdb, CmdbError};
use crate::kernel::{CiId, Code, RecordId, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The findings of an audit with this scope when this was found; `registered` says whether the register ever held an item.
///
/// # Errors
/// [`CmdbError::DuplicateItem`] when the list names an item twice.
pub(crate) fn findings(
    cmdb: &Cmdb,
    found: &[cmdb::Found],
    scope: &BTreeSet<RecordId>,
    registered: impl Fn(&RecordId) -> bool,
) -> Result<Vec<Finding>, CmdbError> {
    let ids = || scope.iter().filter_map(|item| CiId::new(item).ok());
    let here = ids().filter(|id| cmdb.item(id.as_str()).is_some()).collect();
    let result = cmdb.audit(found, &AuditScope { items: Some(here), ..AuditScope::default() })?;
    let seen: BTreeMap<&str, &cmdb::Found> = found.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut findings: BTreeMap<RecordId, Finding> = BTreeMap::new();
    for item in scope {
        let gone = cmdb.item(item.as_str()).is_none();
        let there = seen.get(item.as_str());
        let deficiencies = match there {
            Some(_) if gone => vec![said(DeficiencyKind::Differs, "state", "withdrawn", "in use")],
            _ => Vec::new(),
        };
        let attributes_verified = there.map_or(0, |one| if gone { 1 } else { visible(one) });
        findings.insert(item.clone(), Finding { attributes_verified, deficiencies, item: item.clone() });
    }
    let mut add = |item: &CiId, found: Found| {
        let Ok(item) = RecordId::new(item.as_str()) else { return };
        let empty = Finding { attributes_verified: 0, deficiencies: Vec::new(), item: item.clone() };
        findings.entry(item).or_insert(empty).deficiencies.push(found);
    };
    result.missing.iter().for_each(|item| add(item, plain(DeficiencyKind::Missing)));
    for differing in result.differing {
        let registered = differing.registered.as_deref().unwrap_or_default();
        let found = said(DeficiencyKind::Differs, differing.attribute.as_str(), registered, &differing.found);
        add(&differing.item, found);
    }
    let never = |item: &&CiId| RecordId::new(item.as_str()).is_ok_and(|item| !registered(&item));
    result.unexpected.iter().filter(never).for_each(|item| add(item, plain(DeficiencyKind::Unexpected)));
    Ok(findings.into_values().collect())
}

/// How many attributes the audit compares of it.
fn visible(found: &cmdb::Found) -> u32 {
    let stated = found.attributes.keys().filter(|code| code.as_str() != "type").count();
    u32::try_from(stated).unwrap_or(u32::MAX).saturating_add(u32::from(found.item_type.is_some()))
}

fn plain(kind: DeficiencyKind) -> Found {
    Found { attribute: None, found: Text::default(), kind, registered: Text::default() }
}

fn said(kind: DeficiencyKind, attribute: &str, registered: &str, found: &str) -> Found {
    let (found, registered) = (Text::cut(found), Text::cut(registered));
    Found { attribute: Code::new(attribute).ok(), found, kind, registered }
}
