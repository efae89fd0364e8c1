//! How events become a configuration item. Nothing here decides.

use super::{CiPhase, ConfigurationItem, ConfigurationItemEvent, Updated};
use crate::cmdb::Relation;
use crate::kernel::{Envelope, EventHead, Link, LinkKind};
use std::collections::BTreeSet;

pub(super) fn open(head: &EventHead, event: &ConfigurationItemEvent) -> Option<ConfigurationItem> {
    let ConfigurationItemEvent::Registered(registered) = event else { return None };
    let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
    envelope.owner = Some(registered.owner.clone());
    envelope.imported = registered.imported;
    Some(ConfigurationItem {
        envelope,
        phase: registered.phase,
        configuration: registered.configuration.clone(),
        updated: Updated { at: head.at, by: head.actor.id.clone(), cause: None },
        updaters: BTreeSet::from([head.actor.id.clone()]),
        disposal: None,
    })
}

pub(super) fn apply(item: &mut ConfigurationItem, head: &EventHead, event: &ConfigurationItemEvent) {
    let content = &mut item.configuration;
    let cause = match event {
        ConfigurationItemEvent::Registered(_) => return,
        ConfigurationItemEvent::NoticeRequested(notice) => return item.envelope.requested(notice, head.at),
        ConfigurationItemEvent::Moved(moved) => {
            item.phase = moved.to;
            if let Some(location) = &moved.location {
                content.location = Some(location.clone());
            }
            moved.cause.clone()
        }
        ConfigurationItemEvent::Disposed(disposed) => {
            item.phase = CiPhase::Disposed;
            item.disposal = Some(disposed.evidence.clone());
            None
        }
        ConfigurationItemEvent::Altered(altered) => {
            let update = &altered.update;
            *content = content.updated(update);
            if update.owner.is_some() {
                item.envelope.owner.clone_from(&update.owner);
            }
            update.cause.clone()
        }
        ConfigurationItemEvent::Related(related) => {
            let key = related.relation.key();
            content.relations.retain(|relation| relation.key() != key);
            content.relations.push(related.relation.clone());
            content.relations.sort_by_cached_key(Relation::key);
            related.cause.clone()
        }
        ConfigurationItemEvent::Unrelated(unrelated) => {
            content.relations.retain(|relation| relation.key() != unrelated.relation);
            unrelated.cause.clone()
        }
    };
    if let Some(cause) = &cause {
        item.envelope.link(Link { kind: LinkKind::CausedBy, to: cause.record().clone() });
    }
    item.updated = Updated { at: head.at, by: head.actor.id.clone(), cause };
    item.updaters.insert(head.actor.id.clone());
    item.updaters.extend(head.on_behalf_of.clone());
}
