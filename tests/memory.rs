//! What questions to the register allocate, counted: little for each item reached, and nothing that grows with the register.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use itsm::cmdb::{
    Cmdb, CmdbDocument, CutSetSearch, Gate, ImpactOptions, Item, ItemState, Overlay, OverlayKind, Relation,
    SimulationOptions, Source,
};
use itsm::kernel::{CiId, Code, Instant, RecordId};

/// The bytes of this thread: held now, the most held so far, and all that were ever asked for.
#[derive(Clone, Copy, Default)]
struct Bytes {
    held: usize,
    most: usize,
    asked: usize,
}

thread_local! {
    static BYTES: Cell<Bytes> = const { Cell::new(Bytes { held: 0, most: 0, asked: 0 }) };
}

struct Counting;

impl Counting {
    fn take(size: usize) {
        BYTES.with(|bytes| {
            let Bytes { held, most, asked } = bytes.get();
            let held = held + size;
            bytes.set(Bytes { held, most: most.max(held), asked: asked + size });
        });
    }

    fn give(size: usize) {
        // What another thread took is given back here, at the end of the process at the latest.
        BYTES.with(|bytes| bytes.set(Bytes { held: bytes.get().held.saturating_sub(size), ..bytes.get() }));
    }
}

// SAFETY: the system's allocator does all of it; counting allocates nothing. A list that grows counts as a new one beside the old.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::take(layout.size());
        // SAFETY: as promised by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        Self::give(layout.size());
        // SAFETY: as promised by the caller.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What a question takes: its answer, what it holds beside the answer at the worst, and what it asks for in all.
struct Taken<T> {
    answer: T,
    beside: usize,
    asked: usize,
}

fn taken<T>(ask: impl FnOnce() -> T) -> Taken<T> {
    let before = BYTES.get();
    BYTES.set(Bytes { most: before.held, ..before });
    let answer = ask();
    let after = BYTES.get();
    Taken { answer, beside: after.most - before.held, asked: after.asked - before.asked }
}

fn ci(id: impl AsRef<str>) -> CiId {
    CiId::new(id).unwrap()
}

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// Every item rests on four earlier ones, so all of them on the first; with that gate, or without any.
fn resting_on_the_first(items: usize, gate: Option<Gate>) -> Cmdb {
    let mut document = CmdbDocument::preset();
    let name = |number: usize| ci(format!("ci-{number:06}"));
    for number in 0..items {
        let mut item = Item::new(name(number), code("server"));
        item.gates.extend(gate.map(|gate| (code("nodes"), gate)));
        document.items.push(item);
        let earlier: BTreeSet<usize> =
            (1..=4).filter(|step| number >= *step).map(|step| number * (step - 1) / 4).collect();
        let needs = |provider| Relation::new(name(number), code("depends_on"), name(provider));
        document.relations.extend(earlier.into_iter().map(|provider| {
            let relation = needs(provider);
            if gate.is_some() { relation.in_group(code("nodes")) } else { relation }
        }));
    }
    Cmdb::new(document).unwrap()
}

/// The bytes for each item of the answer, beside those of the answer itself.
fn beside_each(cmdb: &Cmdb, source: &CiId, reached: usize) -> usize {
    let impact =
        taken(|| cmdb.impact_of(&[Source::down(source.clone())], &ImpactOptions::default()).unwrap());
    assert_eq!(impact.answer.items.len(), reached);
    (impact.beside - size_of_val(impact.answer.items.as_slice())) / reached
}

#[test]
fn an_item_reached_takes_less_than_sixty_bytes_beside_the_answer() {
    const ITEMS: usize = 20_000;
    let first = ci("ci-000000");
    let plain = resting_on_the_first(ITEMS, None);
    let each = beside_each(&plain, &first, ITEMS);
    assert!((20..60).contains(&each), "{each}");
    assert_eq!(beside_each(&plain, &first, ITEMS), 0, "all of that is there for the next question");

    let gated = resting_on_the_first(ITEMS, Some(Gate::Any));
    let each = beside_each(&gated, &first, ITEMS);
    assert!((44..60 + 32).contains(&each), "{each}, with a gate for each item");
    assert_eq!(beside_each(&gated, &first, ITEMS), 0);
}

#[test]
fn a_few_items_among_many_take_less_than_sixty_bytes_each_once_a_question_was_asked() {
    let cmdb = among(20_000);
    beside_each(&cmdb, &ci("other-000009"), 10);
    let each = beside_each(&cmdb, &ci("other-000999"), 1_000);
    assert!(each < 60, "{each}");
}

/// A service on two servers with a host under each, and as many other items as one likes, all of them resting on each other.
fn among(others: usize) -> Cmdb {
    let mut document = CmdbDocument::preset();
    let other = |number: usize| ci(format!("other-{number:06}"));
    document.items = (0..others).map(|number| Item::new(other(number), code("server"))).collect();
    document.items.extend(["vm-1", "vm-2", "host-1", "host-2"].map(|id| Item::new(ci(id), code("server"))));
    document.items.push(Item::new(ci("mail"), code("service")).with_gate(code("nodes"), Gate::Any));
    let needs = |from, to| Relation::new(from, code("depends_on"), to);
    document.relations = (1..others).map(|number| needs(other(number - 1), other(number))).collect();
    document.relations.extend(["vm-1", "vm-2"].map(|vm| needs(ci("mail"), ci(vm)).in_group(code("nodes"))));
    document.relations.extend(["1", "2"].map(|n| needs(ci(format!("vm-{n}")), ci(format!("host-{n}")))));
    Cmdb::new(document).unwrap()
}

/// A name for a question, and how to put it.
type Question = (&'static str, fn(&Cmdb));

const QUESTIONS: [Question; 9] = [
    ("impact", |cmdb| {
        let hosts = ["host-1", "host-2"].map(|host| Source::down(ci(host)));
        assert_eq!(cmdb.impact_of(&hosts, &ImpactOptions::default()).unwrap().items.len(), 5);
    }),
    ("witness", |cmdb| {
        let hosts = ["host-1", "host-2"].map(|host| Source::down(ci(host)));
        let why = cmdb.witnesses(&hosts, &ImpactOptions::default(), &[ci("mail")]).unwrap();
        assert_eq!(why[0].relations.len(), 4);
    }),
    ("dependents", |cmdb| assert_eq!(cmdb.dependents(&ci("host-1")).unwrap().len(), 2)),
    ("providers", |cmdb| assert_eq!(cmdb.depends_on(&ci("mail")).unwrap().len(), 4)),
    ("causes", |cmdb| {
        let roots = cmdb.root_candidates(&[Source::down(ci("vm-1"))], 1_000).unwrap();
        assert_eq!(roots.len(), 2);
    }),
    ("single points of failure", |cmdb| {
        let points = cmdb.single_points_of_failure(&ci("vm-1"), &ImpactOptions::default()).unwrap();
        assert_eq!(points.down, [ci("host-1")]);
    }),
    ("cut sets", |cmdb| {
        let search = CutSetSearch { state: ItemState::Down, up_to: 2, budget: 1_000 };
        let sets = cmdb.minimal_cut_sets(&ci("mail"), search, &ImpactOptions::default()).unwrap();
        assert_eq!(sets.len(), 4);
    }),
    ("availability", |cmdb| {
        let up_ppm = BTreeMap::from([(ci("host-1"), 990_000), (ci("host-2"), 990_000)]);
        let found = cmdb.availability(&ci("mail"), &up_ppm, &ImpactOptions::default(), 1_000).unwrap();
        assert_eq!(found.available.to_string(), "0.9999");
    }),
    ("simulation", |cmdb| {
        let at = |hour: i64| Instant::from_unix_s(1_800_000_000 + hour * 3_600).unwrap();
        let change = |id, host| Overlay {
            id: RecordId::new(id).unwrap(),
            kind: OverlayKind::Change,
            items: [ci(host)].into(),
            effect: ItemState::Down,
            from: at(1),
            until: Some(at(2)),
        };
        let options = SimulationOptions {
            from: at(0),
            until: at(9),
            always: ImpactOptions::default(),
            together: 4,
            budget: 1_000,
        };
        let found = cmdb.simulate(&[change("c-1", "host-1"), change("c-2", "host-2")], &options).unwrap();
        assert_eq!(found.collisions.len(), 2);
    }),
];

#[test]
fn a_question_asked_again_takes_the_same_in_a_register_ten_times_as_large() {
    let [small, large] = [2_000, 20_000].map(|others| {
        let cmdb = among(others);
        QUESTIONS.map(|(name, ask)| {
            ask(&cmdb);
            (name, taken(|| ask(&cmdb)).asked)
        })
    });
    assert_eq!(small, large);
}
