//! The record of a configuration item.

use super::Update;
use crate::cmdb::{Gate, Item, Relation};
use crate::kernel::{
    Attachment, CiId, Code, Digest, Envelope, Instant, PersonId, RecordId, Text, canonical, codes,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// The phases of a configuration item (spec 3.23).
    pub enum CiPhase {
        /// It will be there.
        Planned = "planned", "Planned", "已计划";
        /// It is built or procured.
        UnderConstruction = "under_construction", "Under construction", "建设中";
        /// It is there and not in use.
        InStock = "in_stock", "In stock", "库存";
        /// It is tested.
        InTest = "in_test", "In test", "测试中";
        /// It serves.
        Live = "live", "Live", "运行";
        /// It is repaired or serviced.
        InMaintenance = "in_maintenance", "In maintenance", "维护中";
        /// It serves no more.
        Withdrawn = "withdrawn", "Withdrawn", "已退役";
        /// It is gone. Final.
        Disposed = "disposed", "Disposed", "已处置";
    }
}

/// What a configuration item is: the content that is controlled, baselined and compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// What is recorded of it, by its type.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Code, Text>,
    /// How many of a group of providers it needs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gates: BTreeMap<Code, Gate>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Code>,
    /// What people call it.
    pub name: Text,
    /// Its relations to other items, seen from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// The supplier of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<Code>,
    /// Its type.
    #[serde(rename = "type")]
    pub item_type: Code,
    /// Its version: of a program, of a firmware.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Text>,
}

impl Configuration {
    /// The configuration with what an update says; what is absent stays, an empty attribute and a gate of `null` go.
    #[must_use]
    pub fn updated(&self, update: &Update) -> Self {
        let mut after = self.clone();
        for (name, value) in &update.attributes {
            if value.is_empty() {
                after.attributes.remove(name);
            } else {
                after.attributes.insert(name.clone(), value.clone());
            }
        }
        for (group, gate) in &update.gates {
            match gate {
                Some(gate) => after.gates.insert(group.clone(), *gate),
                None => after.gates.remove(group),
            };
        }
        let Update { name, location, supplier, version, .. } = update;
        after.name = name.clone().unwrap_or(after.name);
        after.location = location.clone().or(after.location);
        after.supplier = supplier.clone().or(after.supplier);
        after.version = version.clone().or(after.version);
        after
    }

    /// The hash of the content.
    #[must_use]
    pub fn digest(&self) -> Digest {
        canonical::digest_of(self)
    }
}

/// Why a controlled item may be altered (spec 3.23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A change that has begun and is not closed.
    Change(RecordId),
    /// A service request under a model that may alter items.
    Request(RecordId),
    /// A deficiency that a configuration audit found, and whose correction was approved.
    AuditCorrection(RecordId),
}

impl Cause {
    /// The record that it refers to.
    #[must_use]
    pub const fn record(&self) -> &RecordId {
        match self {
            Self::Change(record) | Self::Request(record) | Self::AuditCorrection(record) => record,
        }
    }
}

/// How an item came to be as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Updated {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// Why, where the item was under control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

/// A configuration item.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfigurationItem {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: CiPhase,
    /// What it is.
    pub configuration: Configuration,
    /// Its latest alteration.
    pub updated: Updated,
    /// Everybody who ever altered it, or had it altered: nobody of them audits it.
    pub updaters: BTreeSet<PersonId>,
    /// What proves its disposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposal: Option<Attachment>,
}

impl ConfigurationItem {
    /// Its id in the register.
    #[must_use]
    pub fn id(&self) -> Option<CiId> {
        CiId::new(&self.envelope.id).ok()
    }

    /// Whether it is in use: live, or in maintenance.
    #[must_use]
    pub const fn in_use(&self) -> bool {
        matches!(self.phase, CiPhase::Live | CiPhase::InMaintenance)
    }

    /// The item as the graph has it, and its relations.
    #[must_use]
    pub fn projected(&self, critical: bool) -> Option<(Item, &[Relation])> {
        let content = &self.configuration;
        let mut item = Item::new(self.id()?, content.item_type.clone());
        item.name = Some(content.name.to_string());
        item.critical = critical;
        item.gates.clone_from(&content.gates);
        item.attributes =
            content.attributes.iter().map(|(name, value)| (name.clone(), value.to_string())).collect();
        let more = [
            ("location", content.location.as_ref().map(Code::to_string)),
            ("supplier", content.supplier.as_ref().map(Code::to_string)),
            ("version", content.version.as_ref().map(Text::to_string)),
            ("state", Some(self.phase.to_string())),
        ];
        let more = more.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?)));
        item.attributes.extend(more);
        Some((item, &content.relations))
    }
}
