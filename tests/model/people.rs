//! Who acts in the model, and in which roles.

use itsm::kernel::{Actor, PersonId, Role, UnitId};

/// The cast: one person for each kind of authority, and some who hold two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Desk,
    Network,
    Database,
    Manager,
    Major,
    OtherMajor,
    User,
    NetworkDesk,
    Boss,
    Security,
    Levels,
    Top,
    Gateway,
}

pub const CAST: [Who; 13] = [
    Who::Desk,
    Who::Network,
    Who::Database,
    Who::Manager,
    Who::Major,
    Who::OtherMajor,
    Who::User,
    Who::NetworkDesk,
    Who::Boss,
    Who::Security,
    Who::Levels,
    Who::Top,
    Who::Gateway,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Competent for the category `c` only.
    Network,
    /// Competent for all.
    Database,
    /// Not active any more, and nobody's unit.
    Dissolved,
}

impl Who {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Desk => "p-desk",
            Self::Network => "p-net",
            Self::Database => "p-db",
            Self::Manager => "p-incm",
            Self::Major => "p-mim",
            Self::OtherMajor => "p-mim2",
            Self::User => "u-1",
            Self::NetworkDesk => "p-both",
            Self::Boss => "p-boss",
            Self::Security => "p-secm",
            Self::Levels => "p-slm",
            Self::Top => "p-tm",
            Self::Gateway => "p-gate",
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Desk | Self::NetworkDesk => Role::ServiceDesk,
            Self::Network | Self::Database => Role::SecondLine,
            Self::Manager => Role::IncidentManager,
            Self::Major | Self::OtherMajor => Role::MajorIncidentManager,
            Self::User | Self::Boss => Role::User,
            Self::Security => Role::SecurityManager,
            Self::Levels => Role::ServiceLevelManager,
            Self::Top => Role::TopManagement,
            Self::Gateway => Role::Gateway,
        }
    }

    pub const fn at_desk(self) -> bool {
        matches!(self, Self::Desk | Self::NetworkDesk)
    }

    pub const fn leads(self) -> bool {
        self.at_desk() || matches!(self, Self::Manager)
    }

    pub const fn leads_majors(self) -> bool {
        matches!(self, Self::Major | Self::OtherMajor)
    }

    pub const fn uses(self) -> bool {
        matches!(self, Self::User | Self::Boss)
    }

    pub const fn brings_receipts(self) -> bool {
        self.at_desk() || matches!(self, Self::Gateway)
    }

    pub const fn recalculates(self) -> bool {
        matches!(self, Self::Levels | Self::Manager)
    }

    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Network | Self::NetworkDesk | Self::Security => Some(Group::Network),
            Self::Database => Some(Group::Database),
            _ => None,
        }
    }

    pub fn person(self) -> PersonId {
        PersonId::new(self.name()).expect("a person")
    }

    pub fn actor(self) -> Actor {
        let unit = match self.group() {
            Some(group) => group.unit(),
            None if self.uses() => "customer",
            None => "desk",
        };
        let actor = Actor::new(self.name(), [self.role()]).expect("an actor");
        actor.in_unit(UnitId::new(unit).expect("a unit"))
    }
}

impl Group {
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Database => "database",
            Self::Dissolved => "dissolved",
        }
    }

    pub fn covers(self, category: &str) -> bool {
        self != Self::Network || category == "c"
    }
}
