//! What a configuration item is told, and what happens to it.

use super::record::{Cause, CiPhase, Configuration};
use crate::cmdb::{Gate, Relation, RelationKey};
use crate::kernel::{Attachment, Code, Notice, PersonId, Text, messages};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Registers an item that will be there.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// What it is.
    pub configuration: Configuration,
    /// Who answers for it.
    pub owner: PersonId,
}

/// Takes an item over that is there already.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// What it is.
    pub configuration: Configuration,
    /// Who answers for it.
    pub owner: PersonId,
    /// In which state it was found.
    pub phase: CiPhase,
}

/// Begins its construction or procurement.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Construct {}

/// Puts it into stock.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stock {
    /// Where it is kept.
    pub location: Code,
}

/// Begins its test.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Test {}

/// Moves a controlled item: into use, into maintenance and back, out of use.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Why it may move; needed where the type is under control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// In words.
    #[serde(default)]
    pub reason: Text,
}

/// Puts it into use.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct GoLive(pub Move);

/// Begins its maintenance.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Maintain(pub Move);

/// Ends its maintenance.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ReturnToLive(pub Move);

/// Takes it out of use.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Withdraw(pub Move);

/// Records its disposal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispose {
    /// What proves it.
    pub evidence: Attachment,
}

/// Records what it has become; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// Attributes; an empty text takes one away.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Code, Text>,
    /// Why it may change; needed where the item is in use and its type under control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Gates; `null` takes one away.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gates: BTreeMap<Code, Option<Gate>>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Code>,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The supplier of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<Code>,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Text>,
}

/// Adds a relation, or replaces the one of the same key.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relate {
    /// Why it may change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// The relation, from this item.
    pub relation: Relation,
}

/// Takes a relation away.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unrelate {
    /// Why it may change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Which.
    pub relation: RelationKey,
}

messages! {
    /// The commands of a configuration item.
    pub enum ConfigurationItemCommand {
        /// ∅ → Planned.
        Register(Box<Register>) = "configuration_item.register";
        /// ∅ → as found.
        TakeOver(Box<TakeOver>) = "configuration_item.take_over";
        /// Planned → `UnderConstruction`.
        Construct(Construct) = "configuration_item.construct";
        /// → `InStock`.
        Stock(Stock) = "configuration_item.stock";
        /// → `InTest`.
        Test(Test) = "configuration_item.test";
        /// → Live.
        GoLive(GoLive) = "configuration_item.go_live";
        /// Live → `InMaintenance`.
        Maintain(Maintain) = "configuration_item.maintain";
        /// `InMaintenance` → Live.
        ReturnToLive(ReturnToLive) = "configuration_item.return_to_live";
        /// → Withdrawn.
        Withdraw(Withdraw) = "configuration_item.withdraw";
        /// Withdrawn → Disposed.
        Dispose(Dispose) = "configuration_item.dispose";
        /// Records what it has become.
        Update(Box<Update>) = "configuration_item.update";
        /// Adds a relation.
        Relate(Box<Relate>) = "configuration_item.relate";
        /// Takes a relation away.
        Unrelate(Box<Unrelate>) = "configuration_item.unrelate";
    }
}

/// An item was registered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Registered {
    /// What it is.
    pub configuration: Configuration,
    /// Who answers for it.
    pub owner: PersonId,
    /// In which state it is.
    pub phase: CiPhase,
    /// Whether it was taken over as it was found.
    #[serde(default)]
    pub imported: bool,
}

/// It moved to another state.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moved {
    /// Why it might.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Where it is kept, when it went into stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Code>,
    /// In words.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub reason: Text,
    /// Where it stands now.
    pub to: CiPhase,
}

/// It is gone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disposed {
    /// What proves it.
    pub evidence: Attachment,
}

/// It has become something else.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Altered {
    /// What is new of it.
    pub update: Update,
}

/// It has a relation more, or another one of that key.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// Why it might change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// The relation.
    pub relation: Relation,
}

/// It has a relation less.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unrelated {
    /// Why it might change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Which.
    pub relation: RelationKey,
}

messages! {
    /// What happens to a configuration item.
    pub enum ConfigurationItemEvent {
        /// It was registered.
        Registered(Box<Registered>) = "configuration_item.registered";
        /// It moved to another state.
        Moved(Moved) = "configuration_item.moved";
        /// It is gone.
        Disposed(Disposed) = "configuration_item.disposed";
        /// It has become something else.
        Altered(Box<Altered>) = "configuration_item.altered";
        /// It has a relation more.
        Related(Box<Related>) = "configuration_item.related";
        /// It has a relation less.
        Unrelated(Box<Unrelated>) = "configuration_item.unrelated";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
    }
}
