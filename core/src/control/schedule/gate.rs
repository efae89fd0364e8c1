//! Changes and outages that are harmless in every proper part and break a service together.

use super::scope::Surroundings;
use super::{ChangeSchedule, Intervention, Outage};
use crate::cmdb::{CmdbError, ImpactOptions, ItemState, Source};
use crate::kernel::{CiId, Instant, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Items that the search of one question may visit, a set of changes that it asks about counting as one more (DECISIONS 23).
pub const VISITS: u64 = 10_000_000;

/// A service that goes down, or gets worse, because changes meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Broken {
    pub(super) item: CiId,
    /// The other changes and outages: without any of them, or without the subject, the service would not be in that state.
    pub(super) with: BTreeSet<RecordId>,
    pub(super) state: ItemState,
    pub(super) from: Instant,
    pub(super) until: Instant,
}

type Stretch = (Instant, Instant);

/// The services that are not ok.
type States = BTreeMap<CiId, ItemState>;

impl ChangeSchedule<'_> {
    /// The services that the subject, running all the time from `from` to `until`, breaks together with others.
    pub(super) fn broken(
        &self,
        subject: &Intervention,
        around: &Surroundings,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Broken>, CmdbError> {
        let mut others: Vec<Other<'_>> = self.during(subject, from, until).map(Other::Change).collect();
        let lasting = |outage: &&Outage| outage.from < until && from < outage.until;
        others.extend(self.outages.iter().filter(lasting).map(Other::Outage));
        others.retain(|other| other.items().any(|item| self.cmdb.item(item.as_str()).is_some()));
        let mut search = Search { schedule: self, subject, others, seen: BTreeMap::new(), visited: 0 };
        let mut found = search.during((from, until), around)?;
        found.sort();
        found.dedup_by(|next, last| {
            let goes_on = (&next.item, &next.with, next.state, next.from)
                == (&last.item, &last.with, last.state, last.until);
            if goes_on {
                last.until = next.until;
            }
            goes_on
        });
        Ok(found)
    }
}

/// What may break a service with the subject.
#[derive(Clone, Copy)]
enum Other<'s> {
    Change(&'s Intervention),
    Outage(&'s Outage),
}

impl<'s> Other<'s> {
    const fn id(self) -> &'s RecordId {
        match self {
            Self::Change(change) => &change.id,
            Self::Outage(outage) => &outage.id,
        }
    }

    const fn stretch(self) -> Stretch {
        match self {
            Self::Change(change) => (change.from, change.until),
            Self::Outage(outage) => (outage.from, outage.until),
        }
    }

    fn items(self) -> Box<dyn Iterator<Item = &'s CiId> + 's> {
        match self {
            Self::Change(change) => Box::new(change.items.iter()),
            Self::Outage(outage) => Box::new(outage.states.keys()),
        }
    }
}

/// What is asked for: changes that bring a service into a state, or a worse one.
struct Goal<'s> {
    service: &'s CiId,
    state: ItemState,
}

/// The search for the sets of one subject. The others are known by their place.
struct Search<'s> {
    schedule: &'s ChangeSchedule<'s>,
    subject: &'s Intervention,
    others: Vec<Other<'s>>,
    /// The impact of each set that was asked about, and whether with the subject.
    seen: BTreeMap<(Vec<usize>, bool), Rc<States>>,
    visited: u64,
}

impl Search<'_> {
    fn during(&mut self, stretch: Stretch, around: &Surroundings) -> Result<Vec<Broken>, CmdbError> {
        let mut found = Vec::new();
        let others: Vec<usize> = (0..self.others.len()).collect();
        if others.is_empty() || around.dependents.is_empty() {
            return Ok(found);
        }
        let alone = self.states(&[], true)?;
        let all = self.states(&others, true)?;
        for (service, worst) in all.iter().filter(|(service, _)| around.dependents.contains_key(*service)) {
            let before = alone.get(service).copied().unwrap_or_default();
            if *worst <= before {
                continue;
            }
            let mut rests_on: BTreeSet<CiId> =
                self.schedule.cmdb.depends_on(service)?.into_iter().map(|neighbour| neighbour.item).collect();
            rests_on.insert(service.clone());
            let mut near = others.clone();
            near.retain(|other| {
                self.others.get(*other).is_some_and(|other| other.items().any(|item| rests_on.contains(item)))
            });
            for state in [ItemState::Down, ItemState::Degraded] {
                if before < state && state <= *worst {
                    let goal = Goal { service, state };
                    self.sets(&goal, stretch, &mut Vec::new(), &near, &mut found)?;
                }
            }
        }
        Ok(found)
    }

    /// Every minimal set that begins with `chosen` and goes on with some of `rest`, all of which run during the stretch at some time.
    ///
    /// A branch ends where it has broken the service, with the subject or without it, and where all that is left would not.
    fn sets(
        &mut self,
        goal: &Goal<'_>,
        stretch: Stretch,
        chosen: &mut Vec<usize>,
        rest: &[usize],
        found: &mut Vec<Broken>,
    ) -> Result<(), CmdbError> {
        if self.state(goal, chosen, false)? >= goal.state {
            return Ok(());
        }
        let state = self.state(goal, chosen, true)?;
        if state >= goal.state {
            // A set that takes the service down was found as such.
            if state == goal.state && self.is_minimal(goal, chosen)? {
                let with =
                    chosen.iter().filter_map(|other| Some(self.others.get(*other)?.id().clone())).collect();
                let (from, until) = stretch;
                found.push(Broken { item: goal.service.clone(), with, state, from, until });
            }
            return Ok(());
        }
        let all: Vec<usize> = chosen.iter().chain(rest).copied().collect();
        if self.state(goal, &all, true)? < goal.state {
            return Ok(());
        }
        for (place, other) in rest.iter().enumerate() {
            let Some(stretch) = self.meeting(stretch, *other) else { continue };
            let later = rest.iter().skip(place.saturating_add(1)).copied();
            let later: Vec<usize> = later.filter(|later| self.meeting(stretch, *later).is_some()).collect();
            chosen.push(*other);
            self.sets(goal, stretch, chosen, &later, found)?;
            chosen.pop();
        }
        Ok(())
    }

    /// Whether the service is better off without any one of the others; without the subject it is.
    fn is_minimal(&mut self, goal: &Goal<'_>, chosen: &[usize]) -> Result<bool, CmdbError> {
        for dropped in chosen {
            let fewer: Vec<usize> = chosen.iter().filter(|other| *other != dropped).copied().collect();
            if self.state(goal, &fewer, true)? >= goal.state {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn meeting(&self, (from, until): Stretch, other: usize) -> Option<Stretch> {
        let other = self.others.get(other)?.stretch();
        let (from, until) = (from.max(other.0), until.min(other.1));
        (from < until).then_some((from, until))
    }

    fn state(&mut self, goal: &Goal<'_>, others: &[usize], subject: bool) -> Result<ItemState, CmdbError> {
        let states = self.states(others, subject)?;
        Ok(states.get(goal.service).copied().unwrap_or_default())
    }

    /// The services that are not ok while these last; the items of a change are all down.
    fn states(&mut self, others: &[usize], subject: bool) -> Result<Rc<States>, CmdbError> {
        let key = (others.to_vec(), subject);
        let seen = self.seen.get(&key).cloned();
        let states = match seen {
            Some(states) => states,
            None => {
                let states = Rc::new(self.impact(others, subject)?);
                self.seen.insert(key, Rc::clone(&states));
                states
            }
        };
        self.visited = self.visited.saturating_add(1);
        if self.visited > self.schedule.visits {
            return Err(CmdbError::BudgetExceeded { budget: self.schedule.visits });
        }
        Ok(states)
    }

    fn impact(&mut self, others: &[usize], subject: bool) -> Result<States, CmdbError> {
        let cmdb = self.schedule.cmdb;
        let mut options = ImpactOptions { services_only: true, ..ImpactOptions::default() };
        let mut down: BTreeSet<&CiId> = BTreeSet::new();
        let others = others.iter().filter_map(|other| self.others.get(*other).copied());
        for other in others.chain(subject.then_some(Other::Change(self.subject))) {
            match other {
                Other::Change(change) => down.extend(&change.items),
                Other::Outage(outage) => {
                    for (item, state) in &outage.states {
                        let worst = options.context.entry(item.clone()).or_default();
                        *worst = (*worst).max(*state);
                    }
                }
            }
        }
        options.context.retain(|item, _| cmdb.item(item.as_str()).is_some());
        down.retain(|item| cmdb.item(item.as_str()).is_some());
        let sources: Vec<Source> = down.into_iter().cloned().map(Source::down).collect();
        let impact = cmdb.impact_of(&sources, &options)?;
        self.visited = self.visited.saturating_add(impact.visits);
        let already = impact.already.into_iter().map(|source| (source.item, source.state));
        let reached = impact.items.into_iter().map(|reached| (reached.item, reached.state));
        Ok(already.filter(|(item, _)| cmdb.is_service(item.as_str())).chain(reached).collect())
    }
}
