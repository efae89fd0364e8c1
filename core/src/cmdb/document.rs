//! The register as a document: kinds of relations, items, relations. 配置管理数据库文档

use crate::cmdb::CmdbError;
use crate::kernel::strict::{self, DocumentError};
use crate::kernel::{CiId, Code, Instant, RelationId, limits};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A register of configuration items as it is written down.
///
/// Which way a failure travels, and how hard it hits, stands with the kind of a relation; how many providers an item can lose
/// stands in the gates of the item.
///
/// ```
/// use itsm::cmdb::{Cmdb, CmdbDocument};
/// let document = CmdbDocument::from_json(br#"{
///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
///     "service_types": ["service"],
///     "items": [{"id": "mail", "type": "service", "gates": {"nodes": {"at_least": 1}}},
///               {"id": "vm-1", "type": "server"}, {"id": "vm-2", "type": "server"}],
///     "relations": [{"from": "mail", "to": "vm-1", "kind": "runs_on", "group": "nodes"},
///                   {"from": "mail", "to": "vm-2", "kind": "runs_on", "group": "nodes"}]
/// }"#)?;
/// let cmdb = Cmdb::new(document)?;
/// assert_eq!(cmdb.item_count(), 3);
/// # Ok::<(), itsm::cmdb::CmdbError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CmdbDocument {
    /// The kinds that relations name.
    #[serde(default)]
    pub kinds: BTreeMap<Code, RelationKind>,
    /// Items of these types are services.
    #[serde(default)]
    pub service_types: BTreeSet<Code>,
    /// The items, each id once.
    #[serde(default)]
    pub items: Vec<Item>,
    /// The relations; both ends must be among the items.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

impl CmdbDocument {
    /// A document that knows the eight usual kinds of relations, and `service` as the type of services, and holds nothing yet.
    #[must_use]
    pub fn preset() -> Self {
        let service = BTreeSet::from([Code::literal("service")]);
        Self { kinds: RelationKind::presets(), service_types: service, ..Self::default() }
    }

    /// Reads a document in JSON, of at most [`limits::CMDB_BYTES`] and [`limits::CMDB_LIST`] members a list.
    ///
    /// # Errors
    /// [`CmdbError::Document`] with the path of the first fault. Ids and gates are checked by [`Cmdb::new`](crate::cmdb::Cmdb::new).
    pub fn from_json(json: &[u8]) -> Result<Self, CmdbError> {
        let read: Result<Self, DocumentError> =
            strict::from_large_slice(json, limits::CMDB_BYTES, limits::CMDB_LIST);
        read.map_err(|fault| CmdbError::Document(Box::new(fault)))
    }
}

/// What a relation of that kind means for failures. 关系类型
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelationKind {
    /// Which way a failure travels.
    pub failure: FailureDirection,
    /// How hard it hits, unless the relation itself says otherwise.
    pub strength: Strength,
}

impl RelationKind {
    /// The eight kinds of the standard register (spec 3.23).
    ///
    /// ```
    /// use itsm::cmdb::{FailureDirection, RelationKind};
    /// let kinds = RelationKind::presets();
    /// assert_eq!(kinds["runs_on"].failure, FailureDirection::TargetToSource);
    /// assert_eq!(kinds["provides"].failure, FailureDirection::SourceToTarget);
    /// assert_eq!(kinds.len(), 8);
    /// ```
    #[must_use]
    pub fn presets() -> BTreeMap<Code, Self> {
        PRESETS
            .iter()
            .map(|&(code, failure, strength)| (Code::literal(code), Self { failure, strength }))
            .collect()
    }
}

/// A connection as such says nothing about who needs whom: it is shown and carries no failure until a register says otherwise.
const PRESETS: [(&str, FailureDirection, Strength); 8] = {
    use FailureDirection::{Both, None, SourceToTarget, TargetToSource};
    use Strength::{Hard, Informational};
    [
        ("depends_on", TargetToSource, Hard),
        ("part_of", SourceToTarget, Hard),
        ("runs_on", TargetToSource, Hard),
        ("connected_to", Both, Informational),
        ("installed_on", TargetToSource, Hard),
        ("backs_up", SourceToTarget, Informational),
        ("documents", None, Informational),
        ("provides", SourceToTarget, Hard),
    ]
};

crate::kernel::codes! {
    /// Which way a failure travels along a relation.
    pub enum FailureDirection {
        /// The target fails, then the source suffers: `mail runs_on vm-1`.
        TargetToSource = "target_to_source", "From target to source", "由目标到来源";
        /// The source fails, then the target suffers: `feed-a provides rack-3`.
        SourceToTarget = "source_to_target", "From source to target", "由来源到目标";
        /// Either way.
        Both = "both", "Both ways", "双向";
        /// Not at all.
        None = "none", "Not at all", "不传播";
    }
}

crate::kernel::codes! {
    /// How hard the failure of a provider hits its consumer.
    pub enum Strength {
        /// The consumer sees the state of the provider.
        Hard = "hard", "Hard", "强依赖";
        /// The consumer sees at most `degraded`.
        Degrading = "degrading", "Degrading", "降级依赖";
        /// The consumer sees nothing.
        Informational = "informational", "Informational", "仅供参考";
    }
}

crate::kernel::codes! {
    /// The state of an item, from best to worst. 运行状态
    #[derive(Default)]
    pub enum ItemState {
        /// Works.
        #[default]
        Ok = "ok", "OK", "正常";
        /// Works worse than agreed.
        Degraded = "degraded", "Degraded", "降级";
        /// Does not work.
        Down = "down", "Down", "中断";
    }
}

/// A configuration item. 配置项
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id.
    pub id: CiId,
    /// Its type; whether it is a service follows from [`CmdbDocument::service_types`].
    #[serde(rename = "type")]
    pub item_type: Code,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = limits::LABEL_BYTES)))]
    pub name: Option<String>,
    /// Whether it is among the critical items.
    #[serde(default, skip_serializing_if = "is_false")]
    pub critical: bool,
    /// Its own state, whatever its providers do.
    #[serde(default, skip_serializing_if = "is_ok")]
    pub state: ItemState,
    /// How many providers of a group it can lose. A group without a gate needs all of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gates: BTreeMap<Code, Gate>,
    /// Everything else, as text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<Code, crate::kernel::Text>"))]
    pub attributes: BTreeMap<Code, String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

fn is_ok(state: &ItemState) -> bool {
    *state == ItemState::Ok
}

impl Item {
    /// An item with nothing but its id and type.
    #[must_use]
    pub const fn new(id: CiId, item_type: Code) -> Self {
        Self {
            id,
            item_type,
            name: None,
            critical: false,
            state: ItemState::Ok,
            gates: BTreeMap::new(),
            attributes: BTreeMap::new(),
        }
    }

    /// The item with a gate for that group of providers.
    #[must_use]
    pub fn with_gate(mut self, group: Code, gate: Gate) -> Self {
        self.gates.insert(group, gate);
        self
    }

    /// Checks what the types do not: lengths of texts, and that every gate makes sense.
    ///
    /// # Errors
    /// [`CmdbError`] with the first fault.
    pub fn check(&self) -> Result<(), CmdbError> {
        let too_long = |field: String, bytes: usize, limit: usize| {
            Err(CmdbError::TextTooLong { item: self.id.clone(), field: field.into(), bytes, limit })
        };
        if let Some(name) = self.name.as_ref().filter(|name| name.len() > limits::LABEL_BYTES) {
            return too_long("name".to_owned(), name.len(), limits::LABEL_BYTES);
        }
        if let Some((code, text)) = self.attributes.iter().find(|(_, text)| text.len() > limits::TEXT_BYTES) {
            return too_long(format!("attributes.{code}"), text.len(), limits::TEXT_BYTES);
        }
        match self.gates.iter().find(|(_, gate)| !gate.is_sound()) {
            Some((group, _)) => Err(CmdbError::UnsoundGate { item: self.id.clone(), group: group.clone() }),
            None => Ok(()),
        }
    }
}

/// What an item needs of a group of providers. 冗余门
///
/// A gate takes the k-th best state among its members: `all` the worst, `any` the best. A member is a provider, however many relations
/// of the group lead from it; one whose relations are all informational is none.
///
/// ```
/// use itsm::cmdb::Gate;
/// assert_eq!(serde_json::to_string(&Gate::Percent(50)).unwrap(), r#"{"percent":50}"#);
/// assert_eq!(Gate::Percent(50).needed(3), Some(2), "the count needed is rounded up");
/// assert_eq!(Gate::AtLeast(4).needed(3), Some(3), "no gate needs more than all");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Every member.
    All,
    /// One member, whichever.
    Any,
    /// So many members; at least 1.
    AtLeast(#[cfg_attr(feature = "schema", schemars(range(min = 1)))] u32),
    /// So many percent of the members, 1 to 100; the count is rounded up.
    Percent(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))] u8),
    /// Members count by the weight of their relation.
    Weighted(WeightedGate),
}

/// How much weight a group may lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WeightedGate {
    /// Down when the members that are down hold more than this share of the weight, in percent, 0 to 99.
    #[cfg_attr(feature = "schema", schemars(range(max = 99)))]
    pub down_above_percent: u8,
    /// Degraded when the members that are degraded or down hold more than this share, in percent. Without it, the share above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 99)))]
    pub degraded_above_percent: Option<u8>,
}

impl Gate {
    /// How many of `members` must work; `None` for a weighted gate.
    #[must_use]
    pub fn needed(self, members: u64) -> Option<u64> {
        let needed = match self {
            Self::All => members,
            Self::Any => 1,
            Self::AtLeast(count) => u64::from(count),
            Self::Percent(share) => members.saturating_mul(u64::from(share)).div_ceil(100),
            Self::Weighted(_) => return None,
        };
        Some(needed.min(members))
    }

    fn is_sound(self) -> bool {
        match self {
            Self::All | Self::Any => true,
            Self::AtLeast(count) => count > 0,
            Self::Percent(share) => (1..=100).contains(&share),
            Self::Weighted(shares) => {
                let down = shares.down_above_percent;
                down < 100 && shares.degraded_above_percent.is_none_or(|degraded| degraded <= down)
            }
        }
    }
}

/// A relation between two items. 配置项关系
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Its id; a relation without one is known by its ends, kind and group, and those only once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RelationId>,
    /// The item it is read from: `mail` in `mail runs_on vm-1`.
    pub from: CiId,
    /// The item it is read to.
    pub to: CiId,
    /// One of the kinds of the document.
    pub kind: Code,
    /// The group of providers it belongs to, at whichever end suffers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Code>,
    /// Its weight in a weighted gate, 1 to [`limits::RELATION_WEIGHT`]; 1 unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = limits::RELATION_WEIGHT)))]
    pub weight: Option<u32>,
    /// How hard it hits, where that differs from its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// How sure it is that the relation exists, in parts per million.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = CERTAIN_PPM)))]
    pub confidence_ppm: Option<u32>,
    /// When somebody or something last saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<Instant>,
}

impl Relation {
    /// A relation with nothing but its ends and kind.
    #[must_use]
    pub const fn new(from: CiId, kind: Code, to: CiId) -> Self {
        Self {
            id: None,
            from,
            to,
            kind,
            group: None,
            weight: None,
            strength: None,
            confidence_ppm: None,
            verified_at: None,
        }
    }

    /// The relation as a member of a group.
    #[must_use]
    pub fn in_group(mut self, group: Code) -> Self {
        self.group = Some(group);
        self
    }

    /// What it is known by.
    #[must_use]
    pub fn key(&self) -> RelationKey {
        match &self.id {
            Some(id) => RelationKey::Id(id.clone()),
            None => RelationKey::Ends {
                from: self.from.clone(),
                to: self.to.clone(),
                kind: self.kind.clone(),
                group: self.group.clone(),
            },
        }
    }

    /// Checks what the types do not: weight and confidence.
    ///
    /// # Errors
    /// [`CmdbError`] with the first fault.
    pub fn check(&self) -> Result<(), CmdbError> {
        if self.weight.is_some_and(|weight| weight == 0 || weight > limits::RELATION_WEIGHT) {
            return Err(CmdbError::WeightOutOfRange { relation: Box::new(self.key()) });
        }
        if self.confidence_ppm.is_some_and(|ppm| ppm > CERTAIN_PPM) {
            return Err(CmdbError::ConfidenceOutOfRange { relation: Box::new(self.key()) });
        }
        Ok(())
    }
}

/// Parts per million of a relation that is certain.
pub const CERTAIN_PPM: u32 = 1_000_000;

/// What a relation is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RelationKey {
    /// Its own id.
    Id(RelationId),
    /// Its ends, kind and group.
    Ends {
        /// The item it is read from.
        from: CiId,
        /// The item it is read to.
        to: CiId,
        /// Its kind.
        kind: Code,
        /// Its group, if it belongs to one.
        group: Option<Code>,
    },
}

impl std::fmt::Display for RelationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Ends { from, to, kind, group } => {
                write!(f, "{from} {kind} {to}")?;
                group.iter().try_for_each(|group| write!(f, " ({group})"))
            }
        }
    }
}
