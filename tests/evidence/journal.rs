//! The journal of the demo as a tree.

use super::reference;
use itsm::contract::{SystemHandle, read_checkpoint, verify_consistency, verify_inclusion};
use itsm::evidence::{Checkpoint, Log, of_journal};
use itsm::kernel::limits;
use itsm::system::{ServiceManagementSystem, SystemJournal};
use serde_json::json;

pub const JOURNAL: &str = include_str!("../conformance/journal.jsonl");

fn desk() -> ServiceManagementSystem {
    ServiceManagementSystem::replay(SystemJournal::from_lines(JOURNAL).expect("a journal")).expect("a desk")
}

#[test]
fn the_tree_of_a_journal_is_that_of_its_lines() {
    let lines: Vec<&str> = JOURNAL.lines().collect();
    let desk = desk();
    let log = of_journal(desk.journal());
    assert_eq!(*log.head().root.bytes(), reference::mth(&lines));
    assert_eq!(log, Log::of_lines(JOURNAL));
    assert_eq!(log, Log::of_lines(&JOURNAL.replace('\n', "\r\n\r\n")), "line ends are no part of an entry");
    assert_eq!(log, Log::of_hashes(log.leaves().iter().copied()));
    assert_eq!(desk.checkpoint("example.com/desk").unwrap().head, log.head());
    assert_eq!(desk.inclusion_proof(17, 400).unwrap(), log.inclusion_proof(17, 400).unwrap());
    assert_eq!(desk.consistency_proof(300, 455).unwrap(), log.consistency_proof(300, 455).unwrap());
}

/// A field that this version does not know is kept, and proved like the others.
#[test]
fn what_is_hashed_is_what_was_read() {
    let later = JOURNAL.replacen("{\"actor\"", "{\"a_later_field\":1,\"actor\"", 1);
    let journal = SystemJournal::from_lines(&later).expect("a journal");
    assert_ne!(of_journal(&journal).head().root, Log::of_lines(JOURNAL).head().root);
    assert_eq!(of_journal(&journal), Log::of_lines(&later));
}

/// A handle hashes what has come since it was asked last, and gives what it would give without having been asked before.
#[test]
fn a_handle_that_goes_on_keeps_its_tree() {
    let half = JOURNAL.lines().take(300).fold(String::new(), |text, line| text + line + "\n");
    let asked = SystemHandle::replay(&half, None).expect("a desk");
    let kept = asked.checkpoint("example.com/desk").expect("a checkpoint");
    let before = Checkpoint::parse(&kept).expect("a checkpoint").head;
    let context = br#"{"now": "2026-12-30T01:00:00Z", "actor": {"id": "po-qian", "roles": ["po"]}}"#;
    let publish = br#"{"kind": "policy.publish", "record": "third-office", "body": {"version": 1, "effective_from": "2026-12-01T00:00:00Z",
        "document": {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}}}}"#;
    asked.execute(publish, context).expect("one more entry");
    let size = asked.len() as u64;
    assert_eq!(size, 301);
    let fresh = SystemHandle::replay(&asked.journal(), None).expect("a desk");
    assert_eq!(asked.checkpoint("o").unwrap(), fresh.checkpoint("o").unwrap());
    assert_eq!(asked.inclusion_proof(300, size).unwrap(), fresh.inclusion_proof(300, size).unwrap());
    let proof = asked.consistency_proof(300, size).unwrap().to_string();
    let after = read_checkpoint(asked.checkpoint("o").unwrap().as_bytes()).unwrap()["head"].to_string();
    let before = serde_json::to_string(&before).unwrap();
    verify_consistency(proof.as_bytes(), before.as_bytes(), after.as_bytes()).unwrap();
}

#[test]
fn bytes_of_a_proof() {
    let log = Log::of_lines(JOURNAL);
    let head = json!({"size": 455, "root": log.head().root}).to_string();
    let short = serde_json::to_string(&log.inclusion_proof(0, 455).unwrap()).unwrap();
    let entry = JOURNAL.lines().next().unwrap().as_bytes();
    let full = format!("{short}{}", " ".repeat(limits::PROOF_BYTES - short.len()));
    verify_inclusion(entry, full.as_bytes(), head.as_bytes()).unwrap();
    let failure = verify_inclusion(entry, format!("{full} ").as_bytes(), head.as_bytes()).unwrap_err();
    assert_eq!(failure.code, "document.too_large");
}
