//! What a change is about, what is around it, and what a freeze or window is about.

use super::Intervention;
use crate::cmdb::{Cmdb, CmdbError, Neighbour};
use crate::control::change_rules::ChangeScope;
use crate::kernel::CiId;
use std::collections::{BTreeMap, BTreeSet};

/// What a freeze or window is about, with all that its services rest on.
#[derive(Clone, Debug)]
pub(super) enum Scope {
    Everything,
    Items(BTreeSet<CiId>),
}

impl Scope {
    /// A service that the register does not hold stands for itself alone.
    pub(super) fn of(cmdb: &Cmdb, named: &ChangeScope) -> Self {
        match named {
            ChangeScope::All => Self::Everything,
            ChangeScope::Cis(items) => Self::Items(items.clone()),
            ChangeScope::Services(services) => {
                let services = services.iter().filter_map(|service| CiId::new(service).ok());
                let rest = |service| {
                    cmdb.depends_on(&service).unwrap_or_default().into_iter().chain([itself(service)])
                };
                Self::Items(services.flat_map(rest).map(|neighbour| neighbour.item).collect())
            }
        }
    }

    pub(super) fn is_about(&self, item: &CiId) -> bool {
        match self {
            Self::Everything => true,
            Self::Items(items) => items.contains(item),
        }
    }
}

const fn itself(item: CiId) -> Neighbour {
    Neighbour { item, distance: 0 }
}

/// A change with its surroundings.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// Its items, and the services that it names.
    pub(super) own: BTreeSet<CiId>,
    /// What its items rest on, with the items that do; none of its own.
    pub(super) providers: BTreeMap<CiId, BTreeSet<CiId>>,
    /// What rests on its items, with the items that it rests on; none of its own.
    pub(super) dependents: BTreeMap<CiId, BTreeSet<CiId>>,
}

impl Surroundings {
    pub(super) fn of(cmdb: &Cmdb, subject: &Intervention) -> Result<Self, CmdbError> {
        let services = subject.services.iter().filter_map(|service| CiId::new(service).ok());
        let own = subject.items.iter().cloned().chain(services).collect();
        let mut around = Self { own, providers: BTreeMap::new(), dependents: BTreeMap::new() };
        for item in subject.items.iter().filter(|item| cmdb.item(item.as_str()).is_some()) {
            let note = |found: Vec<Neighbour>, kin: &mut BTreeMap<CiId, BTreeSet<CiId>>| {
                for neighbour in found.into_iter().filter(|found| !subject.items.contains(&found.item)) {
                    kin.entry(neighbour.item).or_default().insert(item.clone());
                }
            };
            note(cmdb.depends_on(item)?, &mut around.providers);
            note(cmdb.dependents(item)?, &mut around.dependents);
        }
        Ok(around)
    }

    /// The items around the change, each with the items of the change that it is around; none that the change names itself.
    pub(super) fn kin(&self) -> impl Iterator<Item = (&CiId, BTreeSet<CiId>)> {
        let both = self
            .providers
            .keys()
            .chain(self.dependents.keys().filter(|kin| !self.providers.contains_key(*kin)));
        both.filter(|kin| !self.own.contains(*kin)).map(|kin| {
            let ends = [self.providers.get(kin), self.dependents.get(kin)];
            (kin, ends.into_iter().flatten().flatten().cloned().collect())
        })
    }
}
