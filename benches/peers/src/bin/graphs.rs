//! Asks this library what rests on an item and what a service cannot lose, and writes the graphs down for others.
//!
//! Takes the folder for the graphs; prints questions, answers and nanoseconds as one JSON document. `graphs.py` puts the same
//! questions about the same graphs to the Python peers and prints the table.

use itsm::cmdb::{Cmdb, CmdbDocument, Gate, ImpactOptions, Item, Relation, Source};
use itsm::kernel::{CiId, Code};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const ITEMS: usize = 100_000;
const RELATIONS: usize = 400_000;
/// The figure for an average item is the mean over so many, spread evenly.
const AVERAGED: usize = 200;
/// Each figure is the least of so many rounds: other work on the machine can only make a round longer.
const ROUNDS: usize = 20;
const ROUND: Duration = Duration::from_millis(50);

#[derive(Serialize)]
struct Report {
    asked: Vec<Asked>,
    grown: Vec<Grown>,
}

/// One question about several items of a graph, nanoseconds for one of them.
#[derive(Serialize)]
struct Asked {
    case: &'static str,
    operation: Operation,
    graph: String,
    nodes: usize,
    items: Vec<usize>,
    /// By item, how many items the answer has.
    answers: Vec<usize>,
    nanoseconds: BTreeMap<&'static str, f64>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Operation {
    /// Everything downstream.
    Dependents,
    /// Every item without which nothing comes from the items that rest on nothing to this one.
    SinglePoints,
}

/// Everything fails with one item, at a size.
#[derive(Serialize)]
struct Grown {
    items: usize,
    relations: usize,
    nanoseconds: f64,
}

/// Relations from provider to consumer, items by number.
struct Graph {
    items: usize,
    relations: Vec<(usize, usize)>,
}

fn main() {
    let folder = std::env::args().nth(1).expect("the folder for the graphs");
    let folder = Path::new(&folder);
    let random = Graph::random(ITEMS, RELATIONS);
    let layered = Graph::on_earlier(ITEMS);
    let chained = Graph::chained(ITEMS);
    let (random_file, layered_file) = (random.write(folder, "random"), layered.write(folder, "layered"));
    let chained_file = chained.write(folder, "chained");

    let cmdb = random.register(Gate::Percent(100));
    let average: Vec<usize> = (0..AVERAGED).map(|n| n * (ITEMS / AVERAGED)).collect();
    let reached = |item: &usize| cmdb.dependents(&ci(*item)).expect("a known item").len();
    let core = (0..ITEMS / 100).max_by_key(reached).expect("an item");
    let mut asked = vec![
        dependents("an average item", &cmdb, &random_file, average),
        dependents("a core item", &cmdb, &random_file, vec![core]),
    ];
    drop(cmdb);
    let cmdb = layered.register(Gate::Percent(100));
    asked.push(dependents("all there is", &cmdb, &layered_file, vec![0]));
    drop(cmdb);
    asked.push(single_points(&chained.register(Gate::Any), &chained_file, ITEMS - 1));
    let grown = [1_000, 10_000, 100_000, 1_000_000].map(grown).into();
    println!("{}", serde_json::to_string(&Report { asked, grown }).expect("plain data"));
}

/// Every item is behind a gate that needs all its members, so gates are counted and the answer is that of bare reachability.
fn dependents(case: &'static str, cmdb: &Cmdb, graph: &str, items: Vec<usize>) -> Asked {
    let options = ImpactOptions::default();
    let ids: Vec<CiId> = items.iter().map(|item| ci(*item)).collect();
    let sources: Vec<[Source; 1]> = ids.iter().map(|id| [Source::down(id.clone())]).collect();
    let impact = |source: &[Source]| cmdb.impact_of(source, &options).expect("known items");
    let answers: Vec<usize> =
        ids.iter().map(|id| cmdb.dependents(id).expect("a known item").len()).collect();
    let with_gates: Vec<usize> = sources.iter().map(|source| impact(source).items.len() - 1).collect();
    assert_eq!(answers, with_gates, "gates that need all their members stop nothing");
    let farthest: Vec<[CiId; 1]> = sources
        .iter()
        .map(|source| {
            let reached = impact(source).items;
            [reached.iter().max_by_key(|reached| reached.distance).expect("the source").item.clone()]
        })
        .collect();
    let both = |n: usize| {
        let why = cmdb.witnesses(&sources[n], &options, &farthest[n]).expect("known items");
        assert_eq!(why.len(), 1);
        (impact(&sources[n]), why)
    };
    let nanoseconds = BTreeMap::from([
        ("itsm, bare", timed(ids.len(), |n| cmdb.dependents(black_box(&ids[n])))),
        ("itsm, gates", timed(ids.len(), |n| impact(black_box(&sources[n])))),
        ("itsm, gates and witness", timed(ids.len(), both)),
    ]);
    Asked {
        case,
        operation: Operation::Dependents,
        graph: graph.to_owned(),
        nodes: cmdb.item_count(),
        items,
        answers,
        nanoseconds,
    }
}

fn single_points(cmdb: &Cmdb, graph: &str, service: usize) -> Asked {
    let options = ImpactOptions::default();
    let ask = |_| cmdb.single_points_of_failure(&ci(service), &options).expect("a known item");
    Asked {
        case: "single points of failure",
        operation: Operation::SinglePoints,
        graph: graph.to_owned(),
        nodes: cmdb.item_count(),
        items: vec![service],
        answers: vec![ask(0).down.len()],
        nanoseconds: BTreeMap::from([("itsm, gates", timed(1, ask))]),
    }
}

fn grown(items: usize) -> Grown {
    let graph = Graph::on_earlier(items);
    let cmdb = graph.register(Gate::Percent(100));
    let source = [Source::down(ci(0))];
    let ask = |_| {
        let impact = cmdb.impact_of(black_box(&source), &ImpactOptions::default()).expect("a known item");
        assert_eq!(impact.items.len(), items);
        impact
    };
    Grown { items, relations: graph.relations.len(), nanoseconds: timed(1, ask) }
}

/// Nanoseconds for one answer of so many, over rounds that ask for each of them. Answers are dropped as they are given.
fn timed<T>(questions: usize, ask: impl Fn(usize) -> T) -> f64 {
    let round = || {
        let (begun, mut times) = (Instant::now(), 0_u32);
        while begun.elapsed() < ROUND || times == 0 {
            (0..questions).for_each(|question| drop(black_box(ask(question))));
            times += 1;
        }
        begun.elapsed().as_nanos() as f64 / f64::from(times) / questions as f64
    };
    (0..ROUNDS).map(|_| round()).fold(f64::INFINITY, f64::min)
}

impl Graph {
    /// Relations between random items, each from the earlier to the later, and no two the same.
    fn random(items: usize, relations: usize) -> Self {
        let mut numbers = numbers(7).map(|random| random as usize % items);
        let mut chosen = BTreeSet::new();
        while chosen.len() < relations {
            let ends = (numbers.next().expect("endless"), numbers.next().expect("endless"));
            if ends.0 != ends.1 {
                chosen.insert((ends.0.min(ends.1), ends.0.max(ends.1)));
            }
        }
        Self { items, relations: chosen.into_iter().collect() }
    }

    /// Every item rests on four earlier ones, so all of them on the first.
    fn on_earlier(items: usize) -> Self {
        let mut numbers = numbers(11);
        let four = |item: usize| {
            let earlier: BTreeSet<usize> = numbers.by_ref().take(4).map(|n| n as usize % item).collect();
            earlier.into_iter().map(move |provider| (provider, item)).collect::<Vec<_>>()
        };
        Self { items, relations: (1..items).flat_map(four).collect() }
    }

    /// Every item rests on the one before it, most also on one of the five before that.
    fn chained(items: usize) -> Self {
        let mut numbers = numbers(13);
        let near = |item: usize| {
            let back = 1 + numbers.next().expect("endless") as usize % 6;
            BTreeSet::from([item - 1, item.saturating_sub(back)]).into_iter().map(move |near| (near, item))
        };
        Self { items, relations: (1..items).flat_map(near).collect() }
    }

    /// As pairs of little-endian words of 32 bits: provider, consumer.
    fn write(&self, folder: &Path, name: &str) -> String {
        let words = self.relations.iter().flat_map(|(provider, consumer)| [provider, consumer]);
        let bytes: Vec<u8> = words.flat_map(|word| (*word as u32).to_le_bytes()).collect();
        let path = folder.join(format!("{name}.u32"));
        std::fs::write(&path, bytes).expect("a folder that can be written to");
        path.to_str().expect("a path that is text").to_owned()
    }

    /// Each item with all its providers behind one gate.
    fn register(&self, gate: Gate) -> Cmdb {
        let code = |text| Code::new(text).expect("a code");
        let (server, kind, group) = (code("server"), code("depends_on"), code("nodes"));
        let item = |number| Item::new(ci(number), server.clone()).with_gate(group.clone(), gate);
        let relation = |(provider, consumer): &(usize, usize)| {
            Relation::new(ci(*consumer), kind.clone(), ci(*provider)).in_group(group.clone())
        };
        Cmdb::new(CmdbDocument {
            items: (0..self.items).map(item).collect(),
            relations: self.relations.iter().map(relation).collect(),
            ..CmdbDocument::preset()
        })
        .expect("a sound document")
    }
}

fn ci(number: usize) -> CiId {
    CiId::new(format!("ci-{number:07}")).expect("an id")
}

/// The same numbers in every run (splitmix64).
fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    (1_u64..).map(move |step| {
        let mut x = seed.wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    })
}
