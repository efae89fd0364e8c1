//! Rules of the house that no compiler keeps.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_can_be_read_at_one_sitting() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in [
        "core/src",
        "bindings-python/src",
        "bindings-node/src",
        "bindings-swift/src",
        "tests",
        "benches",
        "examples",
    ] {
        sources(&root.join(folder), &mut found);
    }
    assert!(found.len() > 10, "the house has moved");
    let long: Vec<_> = found
        .iter()
        .map(|path| (path, fs::read_to_string(path).expect("text").lines().count()))
        .filter(|(_, lines)| *lines > 700)
        .collect();
    assert!(long.is_empty(), "split where the domain splits: {long:?}");
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("the manifest");
    let table = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .expect("one table")
        .split("\n[")
        .next()
        .expect("its rows");
    for row in table.lines().filter(|row| row.contains('=') && !row.contains("path =")) {
        assert!(row.contains("# "), "no reason stands beside: {row}");
    }
}

/// The rooms from the ground up (ARCHITECTURE.md).
const ROOMS: [&str; 14] = [
    "kernel",
    "evidence",
    "time",
    "priority",
    "sla",
    "cmdb",
    "resolution",
    "control",
    "release",
    "governance",
    "system",
    "kpi",
    "analytics",
    "contract",
];

#[test]
fn a_room_imports_only_rooms_above_it_in_the_list() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("core/src");
    for (place, room) in ROOMS.iter().enumerate() {
        let mut found = Vec::new();
        sources(&core.join(room), &mut found);
        for path in found {
            let text = fs::read_to_string(&path).expect("text");
            for later in ROOMS.iter().skip(place + 1) {
                let import = format!("use crate::{later}");
                let inline = format!("crate::{later}::");
                let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                let found = code.find(|line| line.contains(&import) || line.contains(&inline));
                assert!(
                    found.is_none(),
                    "{} reaches into the later room `{later}`: {found:?}",
                    path.display()
                );
            }
        }
    }
}

/// The processes whose messages and records are held to limits.
const PROCESSES: [&str; 17] = [
    "control/baseline",
    "control/change",
    "control/change_model",
    "control/configuration_audit",
    "control/configuration_item",
    "control/definitive_item",
    "governance/disposal",
    "governance/legal_hold",
    "governance/planned_activity",
    "release",
    "resolution/incident",
    "resolution/known_error",
    "resolution/major_incident",
    "resolution/problem",
    "resolution/problem_candidate",
    "resolution/service_request",
    "system",
];

/// A text in a message or a record is a `Text`, which has a limit; what is sealed is bounded where it is sealed (`Case::seal`). What
/// somebody commands holds no other kind of string either.
#[test]
fn every_text_of_a_message_has_a_limit() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("core/src");
    for process in PROCESSES {
        let mut found = Vec::new();
        sources(&core.join(process), &mut found);
        let mut texts = 0;
        for path in found.iter().filter(|path| !path.components().any(|part| part.as_os_str() == "tests")) {
            let commands = path.ends_with("commands.rs") || path.ends_with("messages.rs");
            let source = fs::read_to_string(path).expect("text");
            // A field of a struct or of a variant, or a variant of one value.
            for line in source.lines().map(str::trim).filter(|line| line.ends_with(',')) {
                let holds =
                    |kind: &str| [",", ">", ")"].iter().any(|end| line.contains(&format!("{kind}{end}")));
                texts += usize::from(holds("Text"));
                let sealed = line.contains("Personal<String>");
                let unlimited = holds("String") && !sealed || commands && holds("SmolStr");
                assert!(!unlimited, "{}: `{line}` has no limit", path.display());
            }
        }
        assert!(texts > 0 || process == "control/baseline", "the messages of {process} have moved");
    }
}
