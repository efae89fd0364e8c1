//! The schedule of change: what stands in the way of a change, and when nothing does. 变更排程
//!
//! ISO/IEC 20000-1 8.5.1.3, spec 3.24, semantics 8.6. Changes, freezes and maintenance windows come as neutral intervals; the graph
//! says which items depend on which, and which changes break a gate together although each of them alone is safe. **Every** conflict
//! is found, each item by itself, hard or soft, with who may waive it.
//!
//! The rules, in one place; all of them hold instant by instant, and stretches `[from, until)` that only touch do not meet:
//!
//! - Of two changes that meet, the same item or the same implementer is hard. An item of the other that an item of this one rests on,
//!   or that rests on it, at any depth, is soft. These are the parents and children of other products.
//! - A freeze or window of a service is about the service and all that it rests on; one of everything is told of a freeze once.
//! - A freeze is as firm as it says for the items that it is about and for the services that the change names. Where it is about
//!   none of them but about something around them, it is soft.
//! - An item that windows are about may be changed while any of them is open. The same goes, softly, for the items around it, unless
//!   their windows are its own or only those of everything.
//! - A change takes its items down while it runs. Changes and outages that bring a service down together while no proper part of them
//!   does stand against each other, however many they are; a service that is only degraded is soft.
//! - An item that the register does not hold is compared by its id; of what is around it nothing is known.
//!
//! ```
//! use itsm::cmdb::Cmdb;
//! use itsm::control::schedule::{ChangeSchedule, ConflictRule, Intervention};
//! use itsm::kernel::{Instant, RecordId};
//! let cmdb = Cmdb::from_json(br#"{
//!     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
//!     "service_types": ["service"],
//!     "items": [{"id": "mail", "type": "service", "gates": {"nodes": "any"}}, {"id": "n1", "type": "vm"}, {"id": "n2", "type": "vm"}],
//!     "relations": [{"from": "mail", "to": "n1", "kind": "runs_on", "group": "nodes"},
//!                   {"from": "mail", "to": "n2", "kind": "runs_on", "group": "nodes"}]}"#)?;
//! let at = |text| Instant::parse(text).unwrap();
//! let change = |id, item: &str, from, until| Intervention::new(RecordId::new(id).unwrap(), at(from), at(until)).on([item.parse().unwrap()]);
//! let one = change("CHG-1", "n1", "2026-11-21T20:00:00Z", "2026-11-21T22:00:00Z");
//! let two = change("CHG-2", "n2", "2026-11-21T21:00:00Z", "2026-11-21T23:00:00Z");
//! let schedule = ChangeSchedule::new(&cmdb, [one]);
//! let conflicts = schedule.conflicts(&two)?;
//! assert_eq!(conflicts[0].rule, ConflictRule::Gate, "each is safe alone; together they take the mail down");
//! # Ok::<(), itsm::cmdb::CmdbError>(())
//! ```

mod conflict;
mod gate;
mod scope;
#[cfg(test)]
mod tests;
mod windows;

pub use conflict::{Conflict, ConflictRule};
pub use gate::VISITS;
pub use windows::{Feasible, FreeWindows, Horizon, ServiceHours, Unfeasible};

use super::change_rules::{ChangeRules, Freeze, MaintenanceWindow};
use crate::cmdb::{Cmdb, ItemState};
use crate::kernel::{CiId, Instant, PersonId, RecordId, Role, Roles, ServiceId};
use crate::time::{BusinessCalendar, RulesInForce};
use scope::Scope;
use std::collections::{BTreeMap, BTreeSet};

/// What is done to which items when, and by whom: a change as the schedule sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intervention {
    /// The change.
    pub id: RecordId,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// The items that it takes down, as the worst case.
    pub items: BTreeSet<CiId>,
    /// The services that it names beside them.
    pub services: BTreeSet<ServiceId>,
    /// Who works on it.
    pub implementers: BTreeSet<PersonId>,
}

impl Intervention {
    /// An intervention on nothing yet.
    #[must_use]
    pub const fn new(id: RecordId, from: Instant, until: Instant) -> Self {
        Self {
            id,
            from,
            until,
            items: BTreeSet::new(),
            services: BTreeSet::new(),
            implementers: BTreeSet::new(),
        }
    }

    /// The same on these items.
    #[must_use]
    pub fn on(mut self, items: impl IntoIterator<Item = CiId>) -> Self {
        self.items.extend(items);
        self
    }

    /// The same by these persons.
    #[must_use]
    pub fn by(mut self, implementers: impl IntoIterator<Item = PersonId>) -> Self {
        self.implementers.extend(implementers);
        self
    }

    /// The same naming these services.
    #[must_use]
    pub fn of(mut self, services: impl IntoIterator<Item = ServiceId>) -> Self {
        self.services.extend(services);
        self
    }

    /// How long it takes, in seconds.
    #[must_use]
    pub const fn seconds(&self) -> i64 {
        self.until.seconds_since(self.from)
    }
}

/// What is out of order by itself for some time: an open incident, a known outage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// The incident, or what else it is known by.
    pub id: RecordId,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// The items, and the state that each is in.
    pub states: BTreeMap<CiId, ItemState>,
}

/// Everything that a change may be in conflict with.
#[derive(Clone, Debug)]
pub struct ChangeSchedule<'a> {
    cmdb: &'a Cmdb,
    /// By their first instant.
    others: Vec<Intervention>,
    outages: Vec<Outage>,
    freezes: Vec<(&'a Freeze, Scope)>,
    windows: Vec<(&'a MaintenanceWindow, &'a BusinessCalendar, Scope)>,
    /// Who may waive what the rules say nothing about.
    managers: Roles,
    visits: u64,
}

impl<'a> ChangeSchedule<'a> {
    /// A schedule of these interventions, without freezes and maintenance windows. One that ends before it begins is left out.
    #[must_use]
    pub fn new(cmdb: &'a Cmdb, others: impl IntoIterator<Item = Intervention>) -> Self {
        let mut others: Vec<_> = others.into_iter().filter(|other| other.from < other.until).collect();
        others.sort_by(|a, b| (a.from, a.until, &a.id).cmp(&(b.from, b.until, &b.id)));
        let managers = Roles::NONE.with(Role::ChangeManager);
        let (outages, freezes, windows) = (Vec::new(), Vec::new(), Vec::new());
        Self { cmdb, others, outages, freezes, windows, managers, visits: VISITS }
    }

    /// The same under rules: their freezes and maintenance windows. Costs one walk for each service that those name.
    #[must_use]
    pub fn under(mut self, rules: &'a RulesInForce<ChangeRules>) -> Self {
        let scope = |named| Scope::of(self.cmdb, named);
        let freezes = rules.rules.freezes.iter();
        self.freezes = freezes.map(|freeze| (freeze, scope(&freeze.scope))).collect();
        let windows = rules.rules.maintenance_windows.iter().filter_map(|window| {
            let (calendar, _) = rules.calendar(&window.calendar)?;
            Some((window, calendar, scope(&window.scope)))
        });
        self.windows = windows.collect();
        self
    }

    /// The same beside these outages. The states that the register itself holds for its items always count.
    #[must_use]
    pub fn beside(mut self, outages: impl IntoIterator<Item = Outage>) -> Self {
        self.outages = outages.into_iter().collect();
        self
    }

    /// The same with another limit than [`VISITS`] to the search for changes that break something together.
    #[must_use]
    pub const fn visiting(mut self, visits: u64) -> Self {
        self.visits = visits;
        self
    }

    /// The other interventions that run at some instant of a stretch.
    fn during(
        &self,
        subject: &Intervention,
        from: Instant,
        until: Instant,
    ) -> impl Iterator<Item = &Intervention> {
        let begun = self.others.partition_point(|other| other.from < until);
        let begun = self.others.iter().take(begun);
        begun.filter(move |other| other.until > from && other.id != subject.id)
    }
}
