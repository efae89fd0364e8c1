//! What stands in the way of a change in its window.

use super::{ChangeSchedule, Intervention, within};
use crate::cmdb::{CmdbError, ItemState};
use crate::control::Firmness;
use crate::kernel::{CiId, Instant, Roles, codes};
use serde::Serialize;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// Why two plans do not go together (spec 3.24, semantics 4.9).
    pub enum ConflictRule {
        /// Another change alters the item at the same time.
        SameItem = "same_item", "Same item", "同一配置项";
        /// Another change alters an item that this one needs.
        Provider = "provider", "An item that it needs", "其依赖的配置项";
        /// Another change alters an item that needs this one.
        Dependent = "dependent", "An item that needs it", "依赖它的配置项";
        /// Whoever implements it is at work on another change.
        Implementer = "implementer", "Same implementer", "同一实施人";
        /// Nothing is to change meanwhile.
        Freeze = "freeze", "Freeze", "冻结期";
        /// Something that needs the item, or that it needs, is not to change meanwhile.
        FreezeNearby = "freeze_nearby", "Freeze of a related item", "相关配置项冻结期";
        /// It lies outside the maintenance windows.
        Window = "window", "Outside the maintenance windows", "维护窗口之外";
        /// Each change alone is safe; together they take something down.
        Gate = "gate", "Safe alone, not together", "单独安全，合并失效";
    }
}

/// One thing that stands in the way of a change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Conflict {
    /// Why.
    pub rule: ConflictRule,
    /// The other change, freeze or window; several changes that are safe in pairs are joined by `+`.
    pub with: SmolStr,
    /// The item that it is about: the one altered, or the one that would go down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// Whether it must be gone or waived.
    pub firmness: Firmness,
    /// Who may waive it.
    pub waivable_by: Roles,
}

impl ChangeSchedule<'_> {
    /// Every conflict of a change in its window, by rule, the other side, item and time.
    ///
    /// Items that the register does not hold are compared by their ids; of what they need nothing is known.
    ///
    /// # Errors
    /// [`CmdbError`] as the graph reports it.
    pub fn conflicts(&self, subject: &Intervention) -> Result<Vec<Conflict>, CmdbError> {
        let mut found = Vec::new();
        let nearby = self.nearby(subject)?;
        for other in self.during(subject, subject.from, subject.until).filter(|other| subject.overlaps(other))
        {
            self.of_two(subject, other, &nearby, &mut found);
        }
        self.frozen(subject, &nearby, &mut found);
        self.outside(subject, &mut found);
        found.extend(self.broken_together(subject)?);
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// The items around those of a change: what they need, and what needs them.
    pub(super) fn nearby(&self, subject: &Intervention) -> Result<Nearby, CmdbError> {
        let known = subject.items.iter().filter(|item| self.cmdb.item(item.as_str()).is_some());
        let mut nearby = Nearby::default();
        for item in known {
            nearby.providers.extend(self.cmdb.depends_on(item)?.into_iter().map(|near| near.item));
            nearby.dependents.extend(self.cmdb.dependents(item)?.into_iter().map(|near| near.item));
        }
        nearby.providers.retain(|item| !subject.items.contains(item));
        nearby.dependents.retain(|item| !subject.items.contains(item));
        Ok(nearby)
    }

    pub(super) fn of_two(
        &self,
        subject: &Intervention,
        other: &Intervention,
        nearby: &Nearby,
        found: &mut Vec<Conflict>,
    ) {
        let (from, until) = (subject.from.max(other.from), subject.until.min(other.until));
        let mut add = |rule, ci: Option<&CiId>, firmness| {
            found.push(Conflict {
                rule,
                with: SmolStr::new(&other.id),
                ci: ci.cloned(),
                from,
                until,
                firmness,
                waivable_by: self.managers,
            });
        };
        for item in subject.items.intersection(&other.items) {
            add(ConflictRule::SameItem, Some(item), Firmness::Hard);
        }
        for item in &other.items {
            if nearby.providers.contains(item) {
                add(ConflictRule::Provider, Some(item), Firmness::Soft);
            }
            if nearby.dependents.contains(item) {
                add(ConflictRule::Dependent, Some(item), Firmness::Soft);
            }
        }
        if subject.implementers.intersection(&other.implementers).next().is_some() {
            add(ConflictRule::Implementer, None, Firmness::Hard);
        }
    }

    fn frozen(&self, subject: &Intervention, nearby: &Nearby, found: &mut Vec<Conflict>) {
        let running = |freeze: &&super::Freeze| freeze.from < subject.until && subject.from < freeze.until;
        for freeze in self.freezes.iter().filter(running) {
            let mut add = |rule, ci: Option<&CiId>, firmness| {
                found.push(Conflict {
                    rule,
                    with: SmolStr::new(&freeze.id),
                    ci: ci.cloned(),
                    from: subject.from.max(freeze.from),
                    until: subject.until.min(freeze.until),
                    firmness,
                    waivable_by: freeze.waivable_by,
                });
            };
            for item in within(&freeze.scope, subject) {
                add(ConflictRule::Freeze, item, freeze.firmness);
            }
            for item in nearby.of(&freeze.scope) {
                add(ConflictRule::FreezeNearby, Some(item), Firmness::Soft);
            }
        }
    }

    /// An item or service that windows are about is altered inside one of them.
    fn outside(&self, subject: &Intervention, found: &mut Vec<Conflict>) {
        for (item, windows) in self.windows_of(subject) {
            let open = windows.iter().any(|(_, calendar)| {
                let (from, until) = (subject.from.utc(), subject.until.utc());
                calendar.between(from, until).is_ok_and(|open_s| open_s == subject.seconds())
            });
            if open {
                continue;
            }
            for (window, _) in windows {
                found.push(Conflict {
                    rule: ConflictRule::Window,
                    with: SmolStr::new(&window.id),
                    ci: item.cloned(),
                    from: subject.from,
                    until: subject.until,
                    firmness: window.firmness,
                    waivable_by: window.waivable_by,
                });
            }
        }
    }

    /// The windows about each item of the subject, and about its services or everything.
    pub(super) fn windows_of<'s>(
        &'s self,
        subject: &'s Intervention,
    ) -> BTreeMap<Option<&'s CiId>, Vec<super::OpenWindow<'s>>> {
        let mut windows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (window, calendar) in &self.windows {
            for item in within(&window.scope, subject) {
                windows.entry(item).or_default().push((*window, *calendar));
            }
        }
        windows
    }

    fn broken_together(&self, subject: &Intervention) -> Result<Vec<Conflict>, CmdbError> {
        let broken = self.broken(subject, subject.from, subject.until)?;
        let conflict = |broken: super::gate::Broken| Conflict {
            rule: ConflictRule::Gate,
            with: SmolStr::new(broken.with.iter().map(|id| id.as_str()).collect::<Vec<_>>().join("+")),
            ci: Some(broken.item),
            from: broken.from,
            until: broken.until,
            firmness: if broken.state == ItemState::Down { Firmness::Hard } else { Firmness::Soft },
            waivable_by: self.managers,
        };
        Ok(broken.into_iter().map(conflict).collect())
    }
}

/// The items around those of a change.
#[derive(Debug, Default)]
pub(super) struct Nearby {
    providers: BTreeSet<CiId>,
    dependents: BTreeSet<CiId>,
}

impl Nearby {
    /// The items around that a scope names.
    pub(super) fn of<'s>(&'s self, scope: &'s super::ChangeScope) -> BTreeSet<&'s CiId> {
        let super::ChangeScope::Cis(items) = scope else { return BTreeSet::new() };
        let near = |item: &&CiId| self.providers.contains(*item) || self.dependents.contains(*item);
        items.iter().filter(near).collect()
    }
}
