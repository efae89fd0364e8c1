//! Questions to the register: what a baseline captured, what has changed since, how each item came to be as it is. 配置状态报告

use super::{ServiceManagementSystem, What};
use crate::cmdb::{Cmdb, CmdbDocument, CmdbError, Difference, Found, Relation};
use crate::control::configuration_audit::{Finding, findings};
use crate::control::{
    Cause, Change, CiPhase, ConfigurationItem, ConfigurationItemEvent, ConfigurationItems, ControlLevel,
};
use crate::kernel::{CiId, Instant, PersonId, RecordId, apply};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One line of the configuration status accounting: what happened to an item, when, by whom, why (spec 3.23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusEntry {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// The kind of event.
    pub kind: &'static str,
    /// Where the item stands after it.
    pub phase: CiPhase,
    /// The version of the record.
    pub version: u64,
    /// Why it might be altered, where the item was under control.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

/// An alteration of an item in use whose type is under control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alteration {
    /// Which item.
    pub item: RecordId,
    /// When.
    pub at: Instant,
    /// Why it might be altered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// When the change that it was altered under had been implemented, if it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deployed_at: Option<Instant>,
}

impl Alteration {
    /// Whether it was altered under a change.
    #[must_use]
    pub const fn is_under_change(&self) -> bool {
        matches!(self.cause, Some(Cause::Change(_)))
    }
}

/// A live item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LiveItem {
    /// Which.
    pub item: RecordId,
    /// Whether it has the relations that its type demands, each to an item that is not withdrawn.
    pub related: bool,
}

impl ServiceManagementSystem {
    /// The configuration item of that id.
    #[must_use]
    pub fn configuration_item(&self, id: &RecordId) -> Option<&ConfigurationItem> {
        self.records.configuration_items.get(id)
    }

    /// Every configuration item, by id.
    pub fn configuration_items(&self) -> impl Iterator<Item = &ConfigurationItem> {
        self.records.configuration_items.values()
    }

    /// The items that a baseline captured, as they were then, and the relations among them: folded from the journal.
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] when there is no such baseline, or the journal does not hold what it captured.
    pub fn configuration_of(&self, baseline: &RecordId) -> Result<CmdbDocument, CmdbError> {
        let baseline = self.records.baselines.get(baseline).ok_or_else(|| unknown(baseline))?;
        let wanted: BTreeMap<_, _> =
            baseline.items.iter().map(|captured| (&captured.item, captured.version)).collect();
        let mut items: BTreeMap<&RecordId, Option<ConfigurationItem>> = BTreeMap::new();
        for event in self.journal.events() {
            let What::ConfigurationItem(happened) = &event.body else { continue };
            let Some(version) = wanted.get(&event.head.record) else { continue };
            if event.head.version <= *version {
                apply::<ConfigurationItems>(
                    items.entry(&event.head.record).or_default(),
                    &event.head,
                    happened,
                );
            }
        }
        let mut cmdb = Cmdb::new(self.register.frame())?;
        let mut relations = Vec::new();
        for captured in &baseline.items {
            let item = items.remove(&captured.item).flatten();
            let item = item.filter(|item| item.configuration.digest() == captured.content);
            let (item, own) = item
                .as_ref()
                .and_then(|item| item.projected(self.register.critical(item)))
                .ok_or_else(|| unknown(&captured.item))?;
            cmdb.insert_item(item)?;
            relations.extend(own.iter().cloned());
        }
        for relation in relations {
            // A relation to an item that was not captured is not part of the baseline.
            if cmdb.item(relation.to.as_str()).is_some() {
                cmdb.insert_relation(relation)?;
            }
        }
        Ok(cmdb.to_document())
    }

    /// What has changed since a baseline was captured, in the items that it captured and the relations among them.
    ///
    /// # Errors
    /// As [`configuration_of`](Self::configuration_of).
    pub fn changed_since(&self, baseline: &RecordId) -> Result<Difference, CmdbError> {
        let before = self.configuration_of(baseline)?;
        let captured: BTreeSet<&CiId> = before.items.iter().map(|item| &item.id).collect();
        let mut now = self.register.cmdb().to_document();
        now.items.retain(|item| captured.contains(&item.id));
        now.relations.retain(|relation| captured.contains(&relation.from) && captured.contains(&relation.to));
        Ok(Difference::between(&before, &now))
    }

    /// What an audit records of its scope when this was found: an item that the register holds and the list does not is missing, and
    /// what the list holds and the register never did is unexpected. Of a withdrawn item in scope it is wrong to be there.
    ///
    /// # Errors
    /// [`CmdbError::DuplicateItem`] when the list names an item twice; [`CmdbError::UnknownItems`] when there is no such audit.
    pub fn findings(&self, audit: &RecordId, found: &[Found]) -> Result<Vec<Finding>, CmdbError> {
        let audit = self.records.configuration_audits.get(audit).ok_or_else(|| unknown(audit))?;
        let registered = |id: &RecordId| self.records.configuration_items.contains_key(id);
        findings(self.register.cmdb(), found, &audit.scope, registered)
    }

    /// The live items, by id.
    #[must_use]
    pub fn live_items(&self) -> Vec<LiveItem> {
        let here = |relation: &&Relation| self.register.cmdb().item(relation.to.as_str()).is_some();
        let related = |item: &ConfigurationItem| {
            let relations = item.configuration.relations.iter().filter(here);
            let kinds: BTreeSet<_> = relations.map(|relation| &relation.kind).collect();
            let kind = self.register.item_type(item);
            kind.is_none_or(|kind| kind.mandatory_relations.iter().all(|wanted| kinds.contains(wanted)))
        };
        let live = self.configuration_items().filter(|item| item.phase == CiPhase::Live);
        live.map(|item| LiveItem { item: item.envelope.id.clone(), related: related(item) }).collect()
    }

    /// Every alteration of an item that was in use or came into use by it, and whose type is under control now, in the order of the
    /// journal.
    #[must_use]
    pub fn alterations(&self) -> Vec<Alteration> {
        let mut items: BTreeMap<&RecordId, Option<ConfigurationItem>> = BTreeMap::new();
        let mut alterations = Vec::new();
        for event in self.journal.events() {
            let What::ConfigurationItem(happened) = &event.body else { continue };
            let record = items.entry(&event.head.record).or_default();
            let used = record.as_ref().map(ConfigurationItem::in_use);
            apply::<ConfigurationItems>(record, &event.head, happened);
            let (Some(used), Some(item)) = (used, record) else { continue };
            let kind = self.register.item_type(item);
            let controlled = kind.is_none_or(|kind| kind.control == ControlLevel::Change);
            if !altered(happened) || !controlled || !(used || item.in_use()) {
                continue;
            }
            let change = item.updated.cause.as_ref().map(Cause::record);
            let change = change.and_then(|change| self.records.changes.get(change));
            alterations.push(Alteration {
                item: event.head.record.clone(),
                at: event.head.at,
                cause: item.updated.cause.clone(),
                deployed_at: change.and_then(Change::ended_at),
            });
        }
        alterations
    }

    /// How an item came to be as it is, from its first event on.
    #[must_use]
    pub fn status_accounting(&self, item: &RecordId) -> Vec<StatusEntry> {
        let mut record = None;
        let mut entries = Vec::new();
        for event in self.journal.events().iter().filter(|event| event.head.record == *item) {
            let What::ConfigurationItem(happened) = &event.body else { continue };
            apply::<ConfigurationItems>(&mut record, &event.head, happened);
            let Some(record) = &record else { continue };
            entries.push(StatusEntry {
                at: event.head.at,
                by: event.head.actor.id.clone(),
                kind: happened.kind(),
                phase: record.phase,
                version: event.head.version,
                cause: record.updated.cause.clone().filter(|_| altered(happened)),
            });
        }
        entries
    }
}

fn unknown(id: &RecordId) -> CmdbError {
    CmdbError::UnknownItems { items: CiId::new(id).into_iter().collect() }
}

const fn altered(event: &ConfigurationItemEvent) -> bool {
    !matches!(event, ConfigurationItemEvent::NoticeRequested(_))
}
