//! The example `cmdb`, as its users see it: two files and a mapping go in, figures come out.

#[path = "../examples/cmdb/main.rs"]
#[allow(dead_code, reason = "the example's `main` is not called here")]
mod program;

use itsm::cmdb::{Cmdb, CmdbDocument, CsvMapping, ImpactOptions, SinglePointsOfFailure};
use program::arguments::{self, Arguments, Asked};
use program::report::{self, Hits, Protected, Report};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const MAPPING: &str = r#"{
    "relations": {"from": "source", "kind": "relation", "to": "target"},
    "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"},
              "uses": {"failure": "target_to_source", "strength": "degrading"},
              "fed_by": {"failure": "target_to_source", "strength": "hard", "gate": "any"}},
    "service_types": ["service"]
}"#;
const ITEMS: &str = "id,type\nmail,service\nchat,service\nvm-1,vm\nvm-2,vm\nrack,rack\nfeed-a,power\nfeed-b,power\ncache,vm\n";
const RELATIONS: &str = "source,relation,target\nmail,runs_on,vm-1\nchat,runs_on,vm-2\nchat,uses,cache\nchat,uses,vm-1\n\
                         vm-1,runs_on,rack\nvm-2,runs_on,rack\nrack,fed_by,feed-a\nrack,fed_by,feed-b\n";

fn register(items: &str, mapping: &str) -> Cmdb {
    let mapping = CsvMapping::from_json(mapping.as_bytes()).expect("a mapping");
    Cmdb::new(CmdbDocument::from_csv(items, RELATIONS, &mapping).expect("two files")).expect("a register")
}

fn asked(words: &[&str]) -> Result<Asked, String> {
    arguments::read(words.iter().map(OsString::from))
}

fn arguments_of(items: &Path, relations: &Path, more: &[&str]) -> Arguments {
    let mut words = vec![items.to_str().expect("a UTF-8 path"), relations.to_str().expect("a UTF-8 path")];
    words.extend(more);
    match asked(&words) {
        Ok(Asked::Run(arguments)) => arguments,
        _ => panic!("{words:?} is a command line"),
    }
}

/// The files of one test, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("itsm-cmdb-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a place for scratch files");
        for (file, text) in files {
            std::fs::write(folder.join(file), text).expect("a place for scratch files");
        }
        Self(folder)
    }

    fn run(&self, more: &[&str]) -> Result<String, String> {
        let mapping = self.0.join("mapping");
        let mut words = vec!["--mapping", mapping.to_str().expect("a UTF-8 path")];
        words.extend(more);
        let arguments = arguments_of(&self.0.join("items"), &self.0.join("relations"), &words);
        program::run(&arguments).map_err(|fault| fault.to_string())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_single_point_is_what_takes_a_service_down_alone() {
    let report = report::of(&register(ITEMS, MAPPING), 10).unwrap();
    let points = &report.single_points_of_failure;
    assert!(points.of == Protected::Services);
    // The rack and either machine take a service down, the cache only degrades one, and either feed can be spared.
    assert_eq!((points.protected, points.down, points.degraded, points.exposed), (2, 3, 1, 2));
    let top: Vec<_> = points.top.iter().map(|p| (p.item.as_str(), p.hits.down, p.hits.degraded)).collect();
    assert_eq!(top, [("rack", 2, 0), ("vm-1", 1, 1), ("vm-2", 1, 0), ("cache", 0, 1)]);
}

#[test]
fn the_worst_items_are_told_with_reach_distance_and_a_witness() {
    let report = report::of(&register(ITEMS, MAPPING), 1).unwrap();
    let [rack] = report.worst.as_slice() else { panic!("one was asked for") };
    assert_eq!((rack.item.as_str(), rack.item_type.as_str()), ("rack", "rack"));
    assert_eq!((rack.reached, rack.hits.down, rack.hits.degraded, rack.farthest), (4, 4, 0, 2));
    let why = rack.witness.as_ref().unwrap();
    let relations: Vec<String> = why.relations.iter().map(|r| r.key().to_string()).collect();
    assert_eq!(why.item.as_str(), "chat");
    assert_eq!(relations, ["chat runs_on vm-2", "vm-2 runs_on rack"]);
}

#[test]
fn without_services_critical_items_count_and_without_those_all() {
    let without = MAPPING.replace(r#"["service"]"#, "[]");
    let all = report::of(&register(ITEMS, &without), 10).unwrap().single_points_of_failure;
    assert!(all.of == Protected::Items);
    assert_eq!((all.protected, all.exposed), (8, 4));
    let items =
        ITEMS.replace("\n", ",\n").replace("type,", "type,critical").replace("vm-1,vm,", "vm-1,vm,true");
    let critical = report::of(&register(&items, &without), 10).unwrap().single_points_of_failure;
    assert!(critical.of == Protected::CriticalItems);
    assert_eq!((critical.protected, critical.down, critical.exposed), (1, 1, 1));
}

/// The items that hit others when they fail, with how many go down and how many degrade.
fn hits(relations: &str, mapping: &str) -> Vec<(String, usize, usize)> {
    let mapping = CsvMapping::from_json(mapping.as_bytes()).expect("a mapping");
    let ends = relations.lines().skip(1).flat_map(|row| row.split(',').step_by(2).take(2));
    let items: BTreeSet<&str> = ends.collect();
    let items = items.into_iter().fold("id,type\n".to_owned(), |text, item| text + item + ",any\n");
    let document = CmdbDocument::from_csv(&items, relations, &mapping).expect("two files");
    let report = report::of(&Cmdb::new(document).expect("a register"), 99).unwrap();
    report
        .worst
        .into_iter()
        .map(|blast| (blast.item.to_string(), blast.hits.down, blast.hits.degraded))
        .collect()
}

#[test]
fn the_mappings_beside_the_example_read_relations_as_they_are_meant() {
    let own = |item: &str, down, degraded| (item.to_owned(), down, degraded);
    let topology = include_str!("../examples/cmdb/topology.mapping.json");
    let rows = "source,relation,target\nrouter,located_in,site\nrouter,powered_by,pdu-1\nrouter,powered_by,pdu-2\n\
                switch,connected_to,router\nrouter,connected_to,line-1\nrouter,connected_to,line-2\n\
                line-1,provided_by,carrier\nline-2,provided_by,other\nfeed,fed_by,panel\nvm,runs_on,cluster\n";
    let expected = [
        own("site", 1, 1),
        own("carrier", 1, 0),
        own("cluster", 1, 0),
        own("other", 1, 0),
        own("panel", 1, 0),
        own("router", 0, 1),
    ];
    assert_eq!(hits(rows, topology), expected, "a second power unit and a second line can be spared");
    let debian = include_str!("../examples/cmdb/debian.mapping.json");
    let rows = "from,kind,to,group\napp,depends,libc,\napp,pre_depends,dpkg,\napp,needs_one_of,exim,either-1\n\
                app,needs_one_of,postfix,either-1\napp,needs_one_of,nano,either-2\napp,needs_one_of,vim,either-2\n\
                nano,depends,curses,\nvim,depends,curses,\n";
    let expected = [own("curses", 3, 0), own("dpkg", 1, 0), own("libc", 1, 0)];
    assert_eq!(hits(rows, debian), expected, "either editor can be spared, what both need cannot");
}

#[test]
fn the_files_go_in_and_one_object_comes_out() {
    let files = [("items", ITEMS), ("relations", RELATIONS), ("mapping", MAPPING)];
    let scratch = Scratch::new("object", &files);
    let found: Value = serde_json::from_str(&scratch.run(&["--json", "--worst", "2"]).unwrap()).unwrap();
    assert_eq!((&found["items"], &found["relations"]), (&8.into(), &8.into()));
    assert_eq!(found["single_points_of_failure"]["of"], "services");
    assert_eq!(found["worst"][0]["item"], "rack");
    assert_eq!(found["worst"][0]["witness"]["given"][0]["item"], "rack");
    assert_eq!(found["worst"].as_array().unwrap().len(), 2);
    let text = scratch.run(&[]).unwrap();
    assert!(text.contains("      3  take a service down alone"), "{text}");
    assert!(
        text.contains("chat is down, because\n        chat runs_on vm-2\n        vm-2 runs_on rack\n"),
        "{text}"
    );
}

#[test]
fn a_relation_that_the_mapping_does_not_know_is_refused() {
    let unknown = MAPPING.replace("uses", "talks_to");
    let scratch =
        Scratch::new("unknown", &[("items", ITEMS), ("relations", RELATIONS), ("mapping", &unknown)]);
    let fault = scratch.run(&[]).unwrap_err();
    assert!(fault.contains("`uses`"), "{fault}");
    let scratch = Scratch::new("absent", &[("items", ITEMS), ("mapping", MAPPING)]);
    assert!(scratch.run(&[]).unwrap_err().contains("relations"));
}

#[test]
fn no_line_of_the_report_is_wider_than_a_terminal() {
    let long = |text: &str| text.replace("rack", &format!("机架-{}", "r".repeat(90)));
    let scratch = Scratch::new(
        "width",
        &[("items", &long(ITEMS)), ("relations", &long(RELATIONS)), ("mapping", MAPPING)],
    );
    narrow(&scratch.run(&[]).unwrap());
}

fn narrow(text: &str) {
    for line in text.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn a_command_line_that_is_not_understood_is_refused() {
    let wrong: [&[&str]; 6] = [
        &["items"],
        &["items", "relations", "more"],
        &["items", "relations", "--jsno"],
        &["items", "relations", "--worst", "few"],
        &["items", "relations", "--mapping"],
        &["items", "relations", "--json", "--json"],
    ];
    for words in wrong {
        assert!(asked(words).is_err(), "{words:?}");
    }
    assert!(matches!(asked(&["--help"]), Ok(Asked::Usage)));
}

#[test]
fn a_real_topology_is_judged_as_the_library_judges_each_item() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("ITSM_TOPOLOGY").map_or(beside, PathBuf::from);
    let [items, relations] = ["items", "relations"].map(|file| folder.join(format!("topology.{file}.csv")));
    if !items.is_file() || !relations.is_file() {
        println!(
            "skipped: no topology.items.csv and topology.relations.csv in {} (set ITSM_TOPOLOGY)",
            folder.display()
        );
        return;
    }
    let arguments = arguments_of(&items, &relations, &[]);
    let cmdb = program::register(&arguments).unwrap();
    let report = report::of(&cmdb, cmdb.item_count()).unwrap();
    same_as_item_by_item(&cmdb, &report);
    assert!(!report.worst.is_empty());
    assert!(report.worst.iter().all(|blast| blast.witness.is_some() && blast.farthest > 0));
    narrow(&program::run(&arguments).unwrap());
}

#[test]
fn points_of_all_items_are_those_that_the_library_finds_for_each() {
    let cmdb = register(ITEMS, &MAPPING.replace(r#"["service"]"#, "[]"));
    same_as_item_by_item(&cmdb, &report::of(&cmdb, 10).unwrap());
}

/// Asks the other way round: for each item, what it cannot lose.
fn same_as_item_by_item(cmdb: &Cmdb, report: &Report) {
    let points = &report.single_points_of_failure;
    assert!(points.of == Protected::Items, "every item is asked about");
    let options = ImpactOptions::default();
    let found: Vec<SinglePointsOfFailure> =
        cmdb.items().map(|item| cmdb.single_points_of_failure(&item.id, &options).unwrap()).collect();
    let mut hits: BTreeMap<&str, Hits> = BTreeMap::new();
    for points in &found {
        points.down.iter().for_each(|item| hits.entry(item.as_str()).or_default().down += 1);
        points.degraded.iter().for_each(|item| hits.entry(item.as_str()).or_default().degraded += 1);
    }
    let told: BTreeMap<&str, Hits> =
        points.top.iter().map(|point| (point.item.as_str(), point.hits)).collect();
    assert!(told == hits);
    assert_eq!(points.exposed, found.iter().filter(|points| !points.down.is_empty()).count());
    assert_eq!(points.degraded, hits.values().filter(|hits| hits.down == 0).count());
    let taken: BTreeSet<&str> =
        found.iter().flat_map(|points| &points.down).map(|item| item.as_str()).collect();
    assert_eq!(points.down, taken.len());
}
