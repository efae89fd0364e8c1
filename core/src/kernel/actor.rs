//! Actors and roles: who acts, in which unit, with which authority. 参与者与角色
//!
//! The host authenticates; the library decides process authority from the roles (spec 3.0.1). Ids are pseudonyms of the
//! host's choosing (DECISIONS 3).

use crate::kernel::{Instant, PersonId, UnitId, codes};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

codes! {
    /// The roles of spec 3.0.1, and the three that are not people.
    pub enum Role {
        /// Accountable for the whole system.
        TopManagement = "tm", "Top management", "最高管理层";
        /// Reports the system's performance to top management.
        ManagementRepresentative = "mr", "Management representative", "管理者代表";
        /// Accountable for one process.
        ProcessOwner = "po", "Process owner", "流程负责人";
        /// Answers for quality.
        QualityManager = "qm", "Quality manager", "质量经理";
        /// Controls documents.
        DocumentController = "doc", "Document controller", "文件管理员";
        /// Leads audits.
        LeadAuditor = "la", "Lead auditor", "审核组长";
        /// Audits.
        Auditor = "au", "Auditor", "内审员";
        /// Owns a service.
        ServiceOwner = "so", "Service owner", "服务负责人";
        /// Agrees and watches service levels.
        ServiceLevelManager = "slm", "Service level manager", "服务级别经理";
        /// Keeps the relation with a customer.
        RelationshipManager = "brm", "Relationship manager", "客户经理";
        /// Keeps the contract with a supplier.
        SupplierManager = "supm", "Supplier manager", "合同管理员";
        /// The single point of contact.
        ServiceDesk = "sd", "Service desk", "服务台";
        /// First support line.
        FirstLine = "l1", "First line", "一线";
        /// Second support line.
        SecondLine = "l2", "Second line", "二线";
        /// Third support line.
        ThirdLine = "l3", "Third line", "三线";
        /// Answers for incidents.
        IncidentManager = "incm", "Incident manager", "事件经理";
        /// Leads one major incident.
        MajorIncidentManager = "mim", "Major incident manager", "重大事件经理";
        /// Answers for problems.
        ProblemManager = "prbm", "Problem manager", "问题经理";
        /// Answers for configuration information.
        ConfigurationManager = "cfgm", "Configuration manager", "配置经理";
        /// Answers for changes.
        ChangeManager = "chgm", "Change manager", "变更经理";
        /// Change advisory board.
        Cab = "cab", "Change advisory board", "变更顾问委员会";
        /// Emergency change advisory board.
        Ecab = "ecab", "Emergency change advisory board", "紧急变更顾问委员会";
        /// Answers for releases.
        ReleaseManager = "relm", "Release manager", "发布经理";
        /// Answers for availability.
        AvailabilityManager = "avm", "Availability manager", "可用性经理";
        /// Answers for continuity.
        ContinuityManager = "conm", "Continuity manager", "连续性经理";
        /// Answers for capacity.
        CapacityManager = "capm", "Capacity manager", "能力经理";
        /// Answers for information security.
        SecurityManager = "secm", "Security manager", "信息安全经理";
        /// Budget and accounting.
        Finance = "fin", "Finance", "财务";
        /// Training and people.
        People = "hr", "People", "人力资源";
        /// Speaks for a customer.
        Customer = "cust", "Customer representative", "客户代表";
        /// Uses a service.
        User = "user", "User", "用户";
        /// Contact of a supplier.
        Supplier = "sup", "Supplier contact", "供方联系人";
        /// A monitoring source that raises records.
        Monitoring = "monitoring", "Monitoring", "监控";
        /// The library's own timers.
        System = "system", "System", "系统";
        /// What delivers notices for the host and brings the receipts back.
        Gateway = "gateway", "Notice gateway", "通知网关";
    }
}

/// A set of roles. In documents a list of codes in the order of the table.
///
/// ```
/// use itsm::kernel::{Role, Roles};
/// let roles: Roles = [Role::User, Role::ServiceDesk].into_iter().collect();
/// assert!(roles.contains(Role::User));
/// assert_eq!(serde_json::to_string(&roles).unwrap(), r#"["sd","user"]"#);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roles(u64);

impl Roles {
    /// No role.
    pub const NONE: Self = Self(0);

    /// Whether the role is in the set.
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & bit(role) != 0
    }

    /// The set with one more role.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | bit(role))
    }

    /// Whether both sets share a role.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }
}

const fn bit(role: Role) -> u64 {
    1_u64.wrapping_shl(role as u32)
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Debug for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Role::code)).finish()
    }
}

impl Serialize for Roles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for role in self.iter() {
            list.serialize_element(role.code())?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Roles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> de::Visitor<'de> for List {
            type Value = Roles;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of role codes")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Roles, A::Error> {
                let mut roles = Roles::NONE;
                while let Some(role) = list.next_element()? {
                    roles = roles.with(role);
                }
                Ok(roles)
            }
        }
        deserializer.deserialize_seq(List)
    }
}

/// Who acts.
///
/// ```
/// use itsm::kernel::{Actor, Role};
/// let agent = Actor::new("p-17", [Role::ServiceDesk]).unwrap();
/// assert!(agent.roles.contains(Role::ServiceDesk));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The person, a pseudonym.
    pub id: PersonId,
    /// The roles held.
    pub roles: Roles,
    /// The unit or support group acted for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Roles hold from this instant, where limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Instant>,
    /// Roles hold up to this instant, where limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Instant>,
}

impl Actor {
    /// An actor with these roles and no unit.
    ///
    /// # Errors
    /// [`IdError`](crate::kernel::IdError) when the id is no identifier.
    pub fn new(
        id: impl AsRef<str>,
        roles: impl IntoIterator<Item = Role>,
    ) -> Result<Self, crate::kernel::IdError> {
        Ok(Self {
            id: PersonId::new(id)?,
            roles: roles.into_iter().collect(),
            unit: None,
            valid_from: None,
            valid_to: None,
        })
    }

    /// The same actor in a unit.
    #[must_use]
    pub fn in_unit(mut self, unit: UnitId) -> Self {
        self.unit = Some(unit);
        self
    }

    /// The system itself, where a command to one record has effects on others: it also reports what it observes.
    #[must_use]
    pub fn effect() -> Self {
        let timer = Self::timer();
        Self { id: PersonId::literal("itsm.system"), roles: timer.roles.with(Role::Monitoring), ..timer }
    }

    /// The library's own timers act under this name.
    #[must_use]
    pub fn timer() -> Self {
        Self {
            id: PersonId::literal("itsm.timer"),
            roles: Roles::NONE.with(Role::System),
            unit: None,
            valid_from: None,
            valid_to: None,
        }
    }

    /// Whether an instant lies within the actor's validity `[valid_from, valid_to)`.
    #[must_use]
    pub fn is_valid_at(&self, now: Instant) -> bool {
        let begun = self.valid_from.is_none_or(|from| from <= now);
        let ended = self.valid_to.is_some_and(|to| to <= now);
        begun && !ended
    }

    /// The roles that hold at an instant: none outside the actor's validity.
    #[must_use]
    pub fn roles_at(&self, now: Instant) -> Roles {
        if self.is_valid_at(now) { self.roles } else { Roles::NONE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_bit() {
        let all: Roles = Role::ALL.iter().copied().collect();
        assert_eq!(all.iter().count(), Role::ALL.len());
        assert!(Role::ALL.len() <= 64);
    }

    #[test]
    fn roles_outside_their_validity_do_not_hold() {
        let mut actor = Actor::new("p", [Role::User]).unwrap();
        actor.valid_from = Some(Instant::clamped(10));
        actor.valid_to = Some(Instant::clamped(20));
        let holds = |s| actor.roles_at(Instant::clamped(s)).contains(Role::User);
        assert_eq!([9, 10, 19, 20].map(holds), [false, true, true, false]);
    }
}
