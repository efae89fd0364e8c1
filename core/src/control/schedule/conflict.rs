//! What stands in the way of a change in its window.

use super::scope::{Scope, Surroundings};
use super::windows::closed;
use super::{ChangeSchedule, Intervention};
use crate::cmdb::{CmdbError, ItemState};
use crate::control::Firmness;
use crate::kernel::{CiId, Instant, Roles, codes};
use serde::Serialize;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

codes! {
    /// Why two plans do not go together (spec 3.24, semantics 4.9), in the order in which a search names the first that binds.
    pub enum ConflictRule {
        /// Its lead time is not over; of a search alone.
        LeadTime = "lead_time", "Lead time", "提前期";
        /// No work is done at that time; of a search alone.
        Calendar = "calendar", "Outside working hours", "非工作时间";
        /// Nothing is to change meanwhile.
        Freeze = "freeze", "Freeze", "冻结期";
        /// Something that needs the item, or that it needs, is not to change meanwhile.
        FreezeNearby = "freeze_nearby", "Freeze of a related item", "相关配置项冻结期";
        /// It lies outside the maintenance windows.
        Window = "window", "Outside the maintenance windows", "维护窗口之外";
        /// It lies outside those of something that needs the item, or that it needs.
        WindowNearby = "window_nearby", "Outside the maintenance windows of a related item", "相关配置项维护窗口之外";
        /// Another change alters the item at the same time.
        SameItem = "same_item", "Same item", "同一配置项";
        /// Another change alters an item that this one needs.
        Provider = "provider", "An item that it needs", "其依赖的配置项";
        /// Another change alters an item that needs this one.
        Dependent = "dependent", "An item that needs it", "依赖它的配置项";
        /// Whoever implements it is at work on another change.
        Implementer = "implementer", "Same implementer", "同一实施人";
        /// Every part of the changes and outages is harmless; together they take something down.
        Gate = "gate", "Safe alone, not together", "单独安全，合并失效";
    }
}

/// One thing that stands in the way of a change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// Why.
    pub rule: ConflictRule,
    /// The other change, freeze or window; the other changes and outages of a broken gate are joined by `+`.
    pub with: SmolStr,
    /// The item or service that it is about: altered, frozen, outside its windows, or going down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The items of the change that need `ci`, or that it needs, where `ci` is not itself of the change.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub via: BTreeSet<CiId>,
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
    /// Every conflict of a change in its window, by rule, the other side, item and time: one for each item that is concerned.
    ///
    /// Costs a walk both ways from each item of the change, a look at everything that meets its window, and the search for broken
    /// gates: one impact where nothing can break, else one for each set of changes that might, at most [`VISITS`](super::VISITS)
    /// items in all.
    ///
    /// # Errors
    /// [`CmdbError::BudgetExceeded`].
    pub fn conflicts(&self, subject: &Intervention) -> Result<Vec<Conflict>, CmdbError> {
        let mut found = Vec::new();
        for obstacle in self.obstacles(subject, subject.from, subject.until)? {
            found.extend(obstacle.about.iter().map(|(ci, via)| Conflict {
                rule: obstacle.rule,
                with: obstacle.with.clone(),
                ci: ci.clone(),
                via: via.clone(),
                from: obstacle.from,
                until: obstacle.until,
                firmness: obstacle.firmness,
                waivable_by: obstacle.waivable_by,
            }));
        }
        found.sort();
        Ok(found)
    }

    /// Everything that would stand in the way if the subject ran all the time from `from` to `until`.
    ///
    /// No rule asks when the subject begins or ends, so what stands in its way at another time is the part of this that it meets.
    pub(super) fn obstacles(
        &self,
        subject: &Intervention,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Obstacle>, CmdbError> {
        if from >= until {
            return Ok(Vec::new());
        }
        let around = Surroundings::of(self.cmdb, subject)?;
        let mut found = Vec::new();
        for other in self.during(subject, from, until) {
            let (from, until) = (from.max(other.from), until.min(other.until));
            found.extend(self.of_two(subject, other, &around).map(|row| Obstacle { from, until, ..row }));
        }
        self.frozen(&around, from, until, &mut found);
        self.outside(&around, from, until, &mut found);
        for broken in self.broken(subject, &around, from, until)? {
            found.push(Obstacle {
                rule: ConflictRule::Gate,
                with: SmolStr::new(broken.with.iter().map(|id| id.as_str()).collect::<Vec<_>>().join("+")),
                from: broken.from,
                until: broken.until,
                firmness: if broken.state == ItemState::Down { Firmness::Hard } else { Firmness::Soft },
                waivable_by: self.managers,
                about: own(Some(broken.item)),
            });
        }
        Ok(found)
    }

    fn of_two(
        &self,
        subject: &Intervention,
        other: &Intervention,
        around: &Surroundings,
    ) -> impl Iterator<Item = Obstacle> {
        let same = subject.items.intersection(&other.items).map(|item| (Some(item.clone()), BTreeSet::new()));
        let kin = |kin: &BTreeMap<CiId, BTreeSet<CiId>>| -> Rc<[About]> {
            other.items.iter().filter_map(|item| Some((Some(item.clone()), kin.get(item)?.clone()))).collect()
        };
        let busy = subject.implementers.intersection(&other.implementers).next();
        let rows = [
            (ConflictRule::SameItem, Firmness::Hard, same.collect()),
            (ConflictRule::Provider, Firmness::Soft, kin(&around.providers)),
            (ConflictRule::Dependent, Firmness::Soft, kin(&around.dependents)),
            (
                ConflictRule::Implementer,
                Firmness::Hard,
                busy.map(|_| (None, BTreeSet::new())).into_iter().collect(),
            ),
        ];
        let with = SmolStr::new(&other.id);
        let (from, until, waivable_by) = (other.from, other.until, self.managers);
        rows.into_iter().filter(|(_, _, about)| !about.is_empty()).map(move |(rule, firmness, about)| {
            Obstacle { rule, with: with.clone(), from, until, firmness, waivable_by, about }
        })
    }

    fn frozen(&self, around: &Surroundings, from: Instant, until: Instant, found: &mut Vec<Obstacle>) {
        for (freeze, scope) in
            self.freezes.iter().filter(|(freeze, _)| freeze.from < until && from < freeze.until)
        {
            let about: Rc<[About]> = match scope {
                Scope::Everything => own(None),
                Scope::Items(items) => items
                    .intersection(&around.own)
                    .map(|item| (Some(item.clone()), BTreeSet::new()))
                    .collect(),
            };
            let (rule, firmness, about) = if about.is_empty() {
                let kin = around.kin().filter(|(kin, _)| scope.is_about(kin));
                let kin = kin.map(|(kin, via)| (Some(kin.clone()), via)).collect();
                (ConflictRule::FreezeNearby, Firmness::Soft, kin)
            } else {
                (ConflictRule::Freeze, freeze.firmness, about)
            };
            if !about.is_empty() {
                found.push(Obstacle {
                    rule,
                    with: SmolStr::new(&freeze.id),
                    from: from.max(freeze.from),
                    until: until.min(freeze.until),
                    firmness,
                    waivable_by: freeze.waivable_by,
                    about,
                });
            }
        }
    }

    fn outside(&self, around: &Surroundings, from: Instant, until: Instant, found: &mut Vec<Obstacle>) {
        if self.windows.is_empty() {
            return;
        }
        let mut of_own: BTreeMap<Vec<usize>, Vec<About>> = BTreeMap::new();
        for item in &around.own {
            of_own
                .entry(self.windows_of(Some(item)))
                .or_default()
                .push((Some(item.clone()), BTreeSet::new()));
        }
        let of_everything = self.windows_of(None);
        if around.own.is_empty() {
            of_own.insert(of_everything.clone(), vec![(None, BTreeSet::new())]);
        }
        let mut of_kin: BTreeMap<Vec<usize>, Vec<About>> = BTreeMap::new();
        for (kin, via) in around.kin() {
            let windows = self.windows_of(Some(kin));
            if windows != of_everything && !of_own.contains_key(&windows) {
                of_kin.entry(windows).or_default().push((Some(kin.clone()), via));
            }
        }
        let nearby = of_kin.into_iter().map(|group| (group, true));
        for ((windows, about), nearby) in of_own.into_iter().map(|group| (group, false)).chain(nearby) {
            let windows = || windows.iter().filter_map(|place| self.windows.get(*place));
            let about: Rc<[About]> = about.into();
            for (from, until) in closed(windows().map(|(_, calendar, _)| *calendar), from, until) {
                found.extend(windows().map(|(window, _, _)| Obstacle {
                    rule: if nearby { ConflictRule::WindowNearby } else { ConflictRule::Window },
                    with: SmolStr::new(&window.id),
                    from,
                    until,
                    firmness: if nearby { Firmness::Soft } else { window.firmness },
                    waivable_by: window.waivable_by,
                    about: Rc::clone(&about),
                }));
            }
        }
    }

    /// The windows, by their place, that are about an item, or about everything.
    fn windows_of(&self, item: Option<&CiId>) -> Vec<usize> {
        let about =
            |scope: &Scope| item.map_or(matches!(scope, Scope::Everything), |item| scope.is_about(item));
        let windows = self.windows.iter().enumerate();
        windows.filter(|(_, (_, _, scope))| about(scope)).map(|(place, _)| place).collect()
    }
}

/// An item or service that is concerned, and the items of the change that it is around, if it is not of the change.
type About = (Option<CiId>, BTreeSet<CiId>);

fn own(item: Option<CiId>) -> Rc<[About]> {
    Rc::new([(item, BTreeSet::new())])
}

/// Conflicts that differ only in the item.
#[derive(Clone, Debug)]
pub(super) struct Obstacle {
    pub(super) rule: ConflictRule,
    pub(super) with: SmolStr,
    pub(super) from: Instant,
    pub(super) until: Instant,
    pub(super) firmness: Firmness,
    waivable_by: Roles,
    about: Rc<[About]>,
}
