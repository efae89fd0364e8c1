//! The schedule of change: what stands in the way of a change, and when nothing does. 变更排程
//!
//! ISO/IEC 20000-1 8.5.1.3, spec 3.24, semantics 8.6. Changes, freezes and maintenance windows come as neutral intervals; the graph
//! says which items depend on which, and which changes break a gate together although each of them alone is safe. **Every** conflict
//! is found, each item by itself, hard or soft, with who may waive it.
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
mod windows;

pub use conflict::{Conflict, ConflictRule};
pub use windows::{Feasible, FreeWindows, LEAD_TIME, ServiceHours, Unfeasible};

use super::change_rules::{ChangeRules, ChangeScope, Freeze, MaintenanceWindow};
use crate::cmdb::Cmdb;
use crate::kernel::{CiId, Instant, PersonId, RecordId, Role, Roles, ServiceId};
use crate::time::{BusinessCalendar, RulesInForce};
use std::collections::BTreeSet;

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

    /// How long it takes, in seconds.
    #[must_use]
    pub const fn seconds(&self) -> i64 {
        self.until.seconds_since(self.from)
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// Everything that a change may be in conflict with.
#[derive(Clone, Debug)]
pub struct ChangeSchedule<'a> {
    cmdb: &'a Cmdb,
    /// By their first instant.
    others: Vec<Intervention>,
    freezes: &'a [Freeze],
    windows: Vec<OpenWindow<'a>>,
    /// Who may waive what the rules say nothing about.
    managers: Roles,
}

impl<'a> ChangeSchedule<'a> {
    /// A schedule of these interventions, without freezes and maintenance windows.
    #[must_use]
    pub fn new(cmdb: &'a Cmdb, others: impl IntoIterator<Item = Intervention>) -> Self {
        let mut others: Vec<_> = others.into_iter().collect();
        others.sort_by(|a, b| (a.from, a.until, &a.id).cmp(&(b.from, b.until, &b.id)));
        let managers = Roles::NONE.with(Role::ChangeManager);
        Self { cmdb, others, freezes: &[], windows: Vec::new(), managers }
    }

    /// The same under rules: their freezes and maintenance windows.
    #[must_use]
    pub fn under(mut self, rules: &'a RulesInForce<ChangeRules>) -> Self {
        self.freezes = &rules.rules.freezes;
        let windows = rules.rules.maintenance_windows.iter();
        self.windows =
            windows.filter_map(|window| Some((window, &rules.calendar(&window.calendar)?.0))).collect();
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

/// A maintenance window with the hours that it is open.
type OpenWindow<'a> = (&'a MaintenanceWindow, &'a BusinessCalendar);

/// What of a subject a scope is about: its items one by one, or `None` once for everything or a service.
fn within<'s>(scope: &'s ChangeScope, subject: &'s Intervention) -> Vec<Option<&'s CiId>> {
    match scope {
        ChangeScope::All => vec![None],
        ChangeScope::Cis(items) => items.intersection(&subject.items).map(Some).collect(),
        ChangeScope::Services(services) => {
            let named = subject.services.intersection(services).next().is_some();
            named.then_some(None).into_iter().collect()
        }
    }
}
