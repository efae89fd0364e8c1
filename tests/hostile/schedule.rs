//! A full schedule of change: five hundred changes in ninety days, spread as usual or all at once.

use itsm::cmdb::{Cmdb, CmdbDocument, CmdbError, Gate, Item, Relation};
use itsm::control::schedule::{ChangeSchedule, Horizon, Intervention};
use itsm::kernel::{CiId, Code, Instant, RecordId};

const CHANGES: usize = 500;
const NODES: usize = 5;
const HOUR_S: i64 = 3_600;
const QUARTER_H: i64 = 90 * 24;

fn code(text: &str) -> Code {
    Code::new(text).expect("a code")
}

fn node(number: usize) -> CiId {
    CiId::new(format!("n{number}")).expect("an id")
}

fn at(hour: i64) -> Instant {
    Instant::from_unix_s(1_800_000_000 + hour * HOUR_S).expect("an instant")
}

/// Services over so many nodes each, of which they can lose two.
fn services(nodes_each: usize) -> Cmdb {
    let mut document = CmdbDocument::preset();
    for first in (0..CHANGES).step_by(nodes_each) {
        let service = CiId::new(format!("s{first}")).expect("an id");
        let gate = Gate::AtLeast(u32::try_from(nodes_each - 2).expect("a few"));
        document.items.push(Item::new(service.clone(), code("service")).with_gate(code("nodes"), gate));
        for number in first..first + nodes_each {
            document.items.push(Item::new(node(number), code("server")));
            let relation = Relation::new(service.clone(), code("runs_on"), node(number));
            document.relations.push(relation.in_group(code("nodes")));
        }
    }
    Cmdb::new(document).expect("a register")
}

/// Change number `n` takes node `n` down for four hours, some hours after the one before.
fn changes(hours_apart: i64) -> Vec<Intervention> {
    let change = |number: usize| {
        let from = i64::try_from(number).expect("a few") * hours_apart;
        Intervention::new(RecordId::new(format!("CHG-{number}")).expect("an id"), at(from), at(from + 4))
            .on([node(number)])
    };
    (0..CHANGES).map(change).collect()
}

fn subject() -> Intervention {
    Intervention::new(RecordId::new("CHG-NEW").expect("an id"), at(0), at(2)).on([node(0)])
}

#[test]
fn five_hundred_changes_in_ninety_days_are_searched_in_few_visits() {
    let cmdb = services(NODES);
    let schedule = ChangeSchedule::new(&cmdb, changes(QUARTER_H / CHANGES as i64)).visiting(1_000);
    let free = schedule.find_windows(&subject(), &Horizon::new(at(0), at(QUARTER_H))).expect("few visits");
    let starts = free.feasible.iter().map(|free| (free.from, free.until));
    let mut all: Vec<_> = starts.chain(free.unfeasible.iter().map(|not| (not.from, not.until))).collect();
    all.sort_unstable();
    assert!(all.windows(2).all(|two| two[0].1 == two[1].0), "every start is told of once");
    let ends = (all[0].0, all[all.len() - 1].1);
    assert_eq!(ends, (at(0), at(QUARTER_H - 2).plus_s(1).expect("an instant")));
    assert_eq!(free.unfeasible.len(), 1, "its own node is worked on once: {:?}", free.unfeasible);
}

#[test]
fn five_hundred_changes_at_once_are_refused_rather_than_searched_for_ever() {
    let cmdb = services(CHANGES);
    let schedule = ChangeSchedule::new(&cmdb, changes(0)).visiting(10_000);
    let refused = schedule.find_windows(&subject(), &Horizon::new(at(0), at(QUARTER_H)));
    assert_eq!(refused, Err(CmdbError::BudgetExceeded { budget: 10_000 }));
}
