//! The register of configuration items as a graph, kept beside the records. 配置登记图
//!
//! DECISIONS 21: the records of the items belong to control; the graph is their projection. It is folded from the same events, so
//! every question about impact asks the register as it is, and `as_of` the register as it was. Items that are withdrawn or disposed of
//! stand in it no more; those that are not live yet stand there without their relations: a machine that is planned carries nothing.

use super::processes::Records;
use crate::cmdb::{Cmdb, CmdbDocument, Relation, RelationKey};
use crate::control::{CiPhase, CiType, ConfigurationItem, ConfigurationItemEvent, ConfigurationRules};
use crate::kernel::CiId;
use std::collections::{BTreeMap, BTreeSet};

/// The graph, and the relations that wait for their other end to be registered.
#[derive(Clone, Debug, Default)]
pub(super) struct Register {
    cmdb: Cmdb,
    /// By the end that is not there, or not in service yet.
    waiting: BTreeMap<CiId, Vec<Relation>>,
    /// What is live, or in maintenance. What is still to come provides nothing and needs nothing.
    in_service: BTreeSet<CiId>,
    rules: Option<ConfigurationRules>,
}

impl Register {
    pub(super) const fn cmdb(&self) -> &Cmdb {
        &self.cmdb
    }

    /// Begins anew under other rules: kinds of relations, types of services, critical types.
    pub(super) fn rule(&mut self, rules: Option<&ConfigurationRules>, records: &Records) {
        if self.rules.as_ref() == rules && self.cmdb.item_count() > 0 {
            return;
        }
        *self = Self { rules: rules.cloned(), ..Self::default() };
        // A document without items and relations has nothing that could be refused.
        self.cmdb = Cmdb::new(self.frame()).unwrap_or_default();
        records.configuration_items.values().for_each(|item| self.insert(item));
    }

    /// The kinds of relations and types of services, with nothing in it.
    pub(super) fn frame(&self) -> CmdbDocument {
        let mut document = CmdbDocument::preset();
        if let Some(rules) = &self.rules {
            document.kinds.clone_from(&rules.relation_kinds);
            let services = rules.types.iter().filter(|(_, kind)| kind.service);
            document.service_types = services.map(|(code, _)| code.clone()).collect();
        }
        document
    }

    /// Follows what happened to an item.
    pub(super) fn follow(&mut self, record: &ConfigurationItem, event: &ConfigurationItemEvent) {
        let item = record;
        match event {
            ConfigurationItemEvent::Registered(_) => self.insert(item),
            ConfigurationItemEvent::Altered(_) | ConfigurationItemEvent::Moved(_) => {
                if item.phase == CiPhase::Withdrawn {
                    self.remove(item);
                } else if let Some((item, _)) = item.projected(self.critical(item)) {
                    // The item stands there since it was registered.
                    let id = item.id.clone();
                    let _ = self.cmdb.replace_item(item);
                    self.put_into_service(record, id);
                }
            }
            ConfigurationItemEvent::Related(related) => {
                self.unrelate(&related.relation.key());
                self.relate(related.relation.clone());
            }
            ConfigurationItemEvent::Unrelated(unrelated) => self.unrelate(&unrelated.relation),
            ConfigurationItemEvent::Disposed(_) | ConfigurationItemEvent::NoticeRequested(_) => {}
        }
    }

    pub(super) fn item_type(&self, item: &ConfigurationItem) -> Option<&CiType> {
        self.rules.as_ref()?.types.get(&item.configuration.item_type)
    }

    pub(super) fn critical(&self, item: &ConfigurationItem) -> bool {
        self.item_type(item).is_some_and(|kind| kind.critical)
    }

    fn insert(&mut self, record: &ConfigurationItem) {
        if matches!(record.phase, CiPhase::Withdrawn | CiPhase::Disposed) {
            return;
        }
        let Some((item, relations)) = record.projected(self.critical(record)) else { return };
        let id = item.id.clone();
        // What `decide` let pass is sound; a journal that was edited may hold what is not, and is not drawn.
        if self.cmdb.insert_item(item).is_err() {
            return;
        }
        self.put_into_service(record, id);
        relations.iter().cloned().for_each(|relation| self.relate(relation));
    }

    /// The relations that waited for an item count once it is in service.
    fn put_into_service(&mut self, record: &ConfigurationItem, id: CiId) {
        if matches!(record.phase, CiPhase::Live | CiPhase::InMaintenance)
            && self.in_service.insert(id.clone())
        {
            let waiting = self.waiting.remove(&id).unwrap_or_default();
            waiting.into_iter().for_each(|relation| self.relate(relation));
        }
    }

    fn relate(&mut self, relation: Relation) {
        let ends = [&relation.from, &relation.to];
        let missing = ends.into_iter().find(|end| !self.in_service.contains(*end)).cloned();
        match missing {
            Some(end) => self.waiting.entry(end).or_default().push(relation),
            None => drop(self.cmdb.insert_relation(relation)),
        }
    }

    fn unrelate(&mut self, key: &RelationKey) {
        self.cmdb.remove_relation(key);
        self.waiting.values_mut().for_each(|waiting| waiting.retain(|relation| relation.key() != *key));
        self.waiting.retain(|_, waiting| !waiting.is_empty());
    }

    fn remove(&mut self, item: &ConfigurationItem) {
        self.cmdb.remove_item(item.envelope.id.as_str());
        self.in_service.remove(item.envelope.id.as_str());
        let other = |relation: &Relation| relation.from.as_str() != item.envelope.id.as_str();
        self.waiting.values_mut().for_each(|waiting| waiting.retain(other));
    }
}
