//! What each item takes with it when it alone is down: the single points of failure, and the worst of all items.
//!
//! An item is a single point of failure of another one exactly if its own failure, alone, reaches that one. So one impact
//! per item answers both questions, at the price of what all failures reach together.

use itsm::cmdb::{Cmdb, CmdbError, ImpactOptions, Item, ItemState, Reached, Source, Witness};
use itsm::kernel::{CiId, Code};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashSet;

#[derive(Serialize)]
pub struct Report {
    pub items: usize,
    pub relations: usize,
    pub single_points_of_failure: Points,
    /// The items that take most others down, the worst first.
    pub worst: Vec<Blast>,
}

/// Whose failure matters.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Protected {
    /// The services, if there are any.
    Services,
    /// Else the critical items, if there are any.
    CriticalItems,
    /// Else every item.
    Items,
}

#[derive(Serialize)]
pub struct Points {
    pub of: Protected,
    pub protected: usize,
    /// Items that alone take another, protected one down.
    pub down: usize,
    /// Items that alone degrade one, and take none down.
    pub degraded: usize,
    /// Protected items that another item takes down alone.
    pub exposed: usize,
    /// The items that take most protected ones down, the worst first; only such as hit any.
    pub top: Vec<Point>,
}

/// How many others an item hits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Hits {
    pub down: usize,
    pub degraded: usize,
}

#[derive(Serialize)]
pub struct Point {
    pub item: CiId,
    #[serde(rename = "type")]
    pub item_type: Code,
    #[serde(flatten)]
    pub hits: Hits,
}

#[derive(Serialize)]
pub struct Blast {
    pub item: CiId,
    #[serde(rename = "type")]
    pub item_type: Code,
    pub reached: usize,
    #[serde(flatten)]
    pub hits: Hits,
    /// Relations to the farthest item it reaches.
    pub farthest: u32,
    /// Why the farthest of those that fare worst does.
    pub witness: Option<Witness>,
}

/// Fails every item once, alone, and keeps the `worst` ones.
pub fn of(cmdb: &Cmdb, worst: usize) -> Result<Report, CmdbError> {
    let of = protected(cmdb);
    let mut exposed: HashSet<CiId> = HashSet::new();
    let mut failures: Vec<(&Item, Hits, Hits)> = Vec::with_capacity(cmdb.item_count());
    for item in cmdb.items() {
        let (mut all, mut those) = (Hits::default(), Hits::default());
        for reached in others(cmdb, &item.id)? {
            all.count(reached.state);
            if of.holds(reached.service, reached.critical) {
                those.count(reached.state);
                if reached.state == ItemState::Down {
                    exposed.insert(reached.item);
                }
            }
        }
        failures.push((item, all, those));
    }
    let protected = cmdb.items().filter(|item| of.holds(cmdb.is_service(item.id.as_str()), item.critical));
    let mut points = Points {
        of,
        protected: protected.count(),
        down: failures.iter().filter(|(_, _, those)| those.down > 0).count(),
        degraded: failures.iter().filter(|(_, _, those)| those.down == 0 && those.degraded > 0).count(),
        exposed: exposed.len(),
        top: Vec::new(),
    };
    // The sort is stable and the items come by id, so that equals stand by id.
    failures.sort_by_key(|(_, _, those)| Reverse(*those));
    let hitting = failures.iter().filter(|(_, _, those)| *those != Hits::default());
    points.top = hitting
        .take(worst)
        .map(|(item, _, hits)| Point {
            item: item.id.clone(),
            item_type: item.item_type.clone(),
            hits: *hits,
        })
        .collect();
    failures.sort_by_key(|(item, all, _)| (Reverse(*all), &item.id));
    let hitting = failures.iter().filter(|(_, all, _)| *all != Hits::default());
    let worst: Result<Vec<Blast>, _> =
        hitting.take(worst).map(|(item, hits, _)| blast(cmdb, item, *hits)).collect();
    Ok(Report {
        items: cmdb.item_count(),
        relations: cmdb.relation_count(),
        single_points_of_failure: points,
        worst: worst?,
    })
}

impl Hits {
    fn count(&mut self, state: ItemState) {
        match state {
            ItemState::Ok => {}
            ItemState::Degraded => self.degraded += 1,
            ItemState::Down => self.down += 1,
        }
    }
}

impl Protected {
    fn holds(self, service: bool, critical: bool) -> bool {
        match self {
            Self::Services => service,
            Self::CriticalItems => critical,
            Self::Items => true,
        }
    }
}

fn protected(cmdb: &Cmdb) -> Protected {
    if cmdb.items().any(|item| cmdb.is_service(item.id.as_str())) {
        Protected::Services
    } else if cmdb.items().any(|item| item.critical) {
        Protected::CriticalItems
    } else {
        Protected::Items
    }
}

/// What gets worse when that item alone is down, apart from itself; by id.
fn others(cmdb: &Cmdb, item: &CiId) -> Result<Vec<Reached>, CmdbError> {
    let impact = cmdb.impact_of(&[Source::down(item.clone())], &ImpactOptions::default())?;
    let mut reached = impact.items;
    reached.retain(|reached| reached.item != *item);
    Ok(reached)
}

fn blast(cmdb: &Cmdb, item: &Item, hits: Hits) -> Result<Blast, CmdbError> {
    let others = others(cmdb, &item.id)?;
    let telling = others.iter().max_by_key(|other| (other.state, other.distance, Reverse(&other.item)));
    let witness = match telling {
        None => None,
        Some(hit) => {
            let sources = [Source::down(item.id.clone())];
            let asked = [hit.item.clone()];
            cmdb.witnesses(&sources, &ImpactOptions::default(), &asked)?.pop()
        }
    };
    Ok(Blast {
        item: item.id.clone(),
        item_type: item.item_type.clone(),
        reached: others.len(),
        hits,
        farthest: others.iter().map(|other| other.distance).max().unwrap_or(0),
        witness,
    })
}
