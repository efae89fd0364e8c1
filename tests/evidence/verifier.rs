//! The example `verify`, as an auditor uses it: files go in, words and an exit code come out.

#[path = "../../examples/verify/main.rs"]
#[allow(dead_code, reason = "the example's `main` is not called here")]
mod program;

use super::journal::JOURNAL;
use ed25519_dalek::{Signer, SigningKey};
use itsm::evidence::{Checkpoint, Log, NoteSignature, SignedNote, VerifierKey};
use program::arguments::{self, Arguments, Asked};
use std::ffi::OsString;
use std::path::PathBuf;

/// The files of one test, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("itsm-verify-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a place for scratch files");
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a place for scratch files");
        path.to_str().expect("a UTF-8 path").to_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn asked(words: &[&str]) -> Result<Arguments, String> {
    match arguments::read(words.iter().map(OsString::from))? {
        Asked::Run(arguments) => Ok(arguments),
        Asked::Usage => Err("usage".to_owned()),
    }
}

/// What is printed, and whether it holds.
fn judged(words: &[&str]) -> (String, bool) {
    program::run(&asked(words).expect("a command line")).expect("files")
}

fn holding(words: &[&str]) -> String {
    let (text, holds) = judged(words);
    assert!(holds && !text.contains("FAILS"), "{text}");
    text
}

fn failing(words: &[&str], expected: &str) {
    let (text, holds) = judged(words);
    assert!(!holds && text.contains("FAILS") && text.contains(expected), "{text}");
}

fn log() -> Log {
    Log::of_lines(JOURNAL)
}

fn checkpoint(size: u64) -> String {
    Checkpoint::new("example.com/desk", log().head_at(size).expect("a tree")).expect("one").to_string()
}

fn signed(size: u64, seed: u8) -> (String, VerifierKey) {
    let signing = SigningKey::from_bytes(&[seed; 32]);
    let key = VerifierKey::new("example.com/desk", signing.verifying_key().to_bytes()).expect("a key");
    let text = checkpoint(size);
    let signature = signing.sign(text.as_bytes()).to_bytes().to_vec();
    let note = SignedNote::new(text, vec![NoteSignature::by(&key, signature)]).expect("a note");
    (note.to_string(), key)
}

#[test]
fn a_journal_is_what_was_kept_or_it_is_not() {
    let scratch = Scratch::new("journal");
    let journal = scratch.file("journal", JOURNAL);
    let (note, key) = signed(455, 5);
    let key = key.to_string();
    let kept = scratch.file("kept", &note);
    let text = holding(&[&kept, "--journal", &journal, "--key", &key]);
    assert!(text.contains("signed by example.com/desk") && !text.contains("nobody has checked"), "{text}");
    assert!(text.contains("no proof can say"), "{text}");
    let text = holding(&[&kept, "--journal", &journal]);
    assert!(text.contains("nobody has checked who made it"), "{text}");

    let early = scratch.file("early", &checkpoint(300));
    let text = holding(&[&early, "--journal", &journal]);
    assert!(text.contains("155 entries came after the checkpoint"), "{text}");

    let changed = scratch.file("changed", &JOURNAL.replacen("po-qian", "po-qiao", 1));
    failing(&[&kept, "--journal", &changed], "the first 455 entries");
    let dropped = scratch.file("dropped", JOURNAL.split_once('\n').expect("lines").1);
    failing(&[&kept, "--journal", &dropped], "455 entries, where there are 454");
    failing(&[&early, "--journal", &dropped], "the root of 300 entries");
    let mut lines: Vec<&str> = JOURNAL.lines().collect();
    lines.swap(17, 18);
    let swapped = scratch.file("swapped", &lines.join("\n"));
    failing(&[&kept, "--journal", &swapped], "the root of 455 entries");
    // The tail after the checkpoint is nobody's evidence.
    lines.swap(17, 18);
    lines.truncate(400);
    let rewritten = scratch.file("rewritten", &format!("{}\nanything", lines.join("\n")));
    holding(&[&early, "--journal", &rewritten]);
}

#[test]
fn an_entry_is_proved_without_the_journal() {
    let scratch = Scratch::new("entry");
    let kept = scratch.file("kept", &checkpoint(455));
    let line = JOURNAL.lines().nth(123).expect("an entry");
    let entry = scratch.file("entry", &format!("{line}\n"));
    let proof =
        serde_json::to_string(&log().inclusion_proof(123, 455).expect("a proof")).expect("a document");
    let proof = scratch.file("proof", &proof);
    let text = holding(&[&kept, "--entry", &entry, "--proof", &proof]);
    assert!(text.contains("the entry stands at index 123 of 455, unchanged"), "{text}");
    let (text, _) = judged(&[&kept, "--entry", &entry, "--proof", &proof, "--lang", "zh"]);
    assert!(text.contains("第 123 号") && text.contains("所问各项均成立"), "{text}");
    let journal = scratch.file("journal", JOURNAL);
    holding(&[&kept, "--journal", &journal, "--proof", &proof]);

    let changed = scratch.file("changed", &line.replacen('2', "3", 1));
    failing(&[&kept, "--entry", &changed, "--proof", &proof], "the root of 455 entries");
    let (text, holds) = judged(&[&kept, "--entry", &changed, "--proof", &proof, "--lang", "zh"]);
    assert!(!holds && text.contains("不成立") && text.contains("算出的根与检查点的根不同"), "{text}");
    let other = scratch.file("other", &checkpoint(454));
    failing(&[&other, "--entry", &entry, "--proof", &proof], "the proof is for a tree of 455 entries");
    let none = scratch.file("none", "{}");
    failing(&[&kept, "--entry", &entry, "--proof", &none], "the proof: ");
    let text = scratch.file("text", "example.com/desk\nmany\nroot\n");
    failing(&[&text, "--entry", &entry, "--proof", &proof], "the checkpoint: `many`");
}

/// The journal of the vectors whose disposal has left no text of a record.
#[test]
fn entries_whose_text_is_gone_are_counted_and_prove_nothing_by_themselves() {
    let scratch = Scratch::new("gone");
    let text = include_str!("../conformance/journal-gone.jsonl");
    let log = Log::of_lines(text);
    let size = log.size();
    let kept = Checkpoint::new("example.com/desk", log.head()).expect("one").to_string();
    let (kept, journal) = (scratch.file("kept", &kept), scratch.file("journal", text));
    let said = holding(&[&kept, "--journal", &journal]);
    assert!(said.contains("of 4 entries the text is gone"), "{said}");
    assert!(judged(&[&kept, "--journal", &journal, "--lang", "zh"]).0.contains("其中 4 条的正文已不在"));
    let place = text.lines().position(|line| line.starts_with("{\"gone\"")).expect("one that is gone");
    let proof = |index: usize| {
        let proof = log.inclusion_proof(index as u64, size).expect("a proof");
        scratch.file("proof", &serde_json::to_string(&proof).expect("a document"))
    };
    failing(&[&kept, "--journal", &journal, "--proof", &proof(place)], "is there to be proved");
    holding(&[&kept, "--journal", &journal, "--proof", &proof(place - 1)]);
    let changed = scratch.file(
        "changed",
        &text.replacen("\"leaf\":\"", "\"leaf\":\"0", 1).replacen("0\",\"stream", "\",\"stream", 1),
    );
    failing(&[&kept, "--journal", &changed], &format!("the first {size} entries"));
}

#[test]
fn between_two_checkpoints_nothing_was_changed_or_it_was() {
    let scratch = Scratch::new("between");
    let (early, old_key) = signed(300, 5);
    let (late, new_key) = signed(455, 6);
    let (early, late) = (scratch.file("early", &early), scratch.file("late", &late));
    let proof =
        serde_json::to_string(&log().consistency_proof(300, 455).expect("a proof")).expect("a document");
    let proof = scratch.file("proof", &proof);
    let keys = [old_key.to_string(), new_key.to_string()];
    let both = ["--key", &keys[0], "--key", &keys[1]];
    let text = holding(&[&[late.as_str(), "--before", &early, "--proof", &proof], both.as_slice()].concat());
    assert!(text.contains("the 455 entries begin with the 300 of before, unchanged"), "{text}");
    let journal = scratch.file("journal", JOURNAL);
    holding(&[&late, "--before", &early, "--journal", &journal]);

    failing(
        &[&late, "--before", &early, "--proof", &proof, "--key", &keys[1]],
        "the older checkpoint: nobody known",
    );
    failing(&[&early, "--before", &late, "--proof", &proof], "the proof is for a tree of 300 entries");
    failing(&[&early, "--before", &late, "--journal", &journal], "455 entries, where there are 300");
    let forked = Log::of_lines(&JOURNAL.replacen("po-qian", "po-qiao", 1)).head_at(300).expect("a tree");
    let forked =
        scratch.file("forked", &Checkpoint::new("example.com/desk", forked).expect("one").to_string());
    failing(&[&late, "--before", &forked, "--proof", &proof], "the root of 300 entries");
    failing(&[&late, "--before", &forked, "--journal", &journal], "the root of 300 entries");
    let strange = scratch.file("strange", &checkpoint(300).replace("example.com/desk", "example.com/other"));
    failing(&[&late, "--before", &strange, "--proof", &proof], "example.com/other");
}

#[test]
fn a_signature_counts_only_under_a_key_that_is_trusted() {
    let scratch = Scratch::new("signature");
    let (note, key) = signed(455, 5);
    let (_, stranger) = signed(455, 6);
    let (key, stranger) = (key.to_string(), stranger.to_string());
    let kept = scratch.file("kept", &note);
    holding(&[&kept, "--key", &key]);
    holding(&[&kept, "--key", &stranger, "--key", &key]);
    failing(&[&kept, "--key", &stranger], "nobody known has signed");
    let forged = scratch.file("forged", &note.replacen("\n455\n", "\n454\n", 1));
    failing(&[&forged, "--key", &key], "is not that of this text");
    let plain = scratch.file("plain", &checkpoint(455));
    failing(&[&plain, "--key", &key], "no empty line stands between");
}

#[test]
fn a_command_line_that_is_not_understood_is_refused() {
    let wrong: [&[&str]; 11] = [
        &[],
        &["kept"],
        &["kept", "--proof", "p"],
        &["kept", "--entry", "e"],
        &["kept", "--before", "b"],
        &["kept", "--entry", "e", "--proof", "p", "--before", "b"],
        &["kept", "--journal"],
        &["kept", "--journal", "j", "--journal", "k"],
        &["kept", "--key", "no key"],
        &["kept", "--journal", "j", "--lang", "fr"],
        &["kept", "--jurnal", "j"],
    ];
    for words in wrong {
        assert!(asked(words).is_err(), "{words:?}");
    }
    assert_eq!(asked(&["--help"]).expect_err("usage"), "usage");
    let absent = asked(&["/nowhere/kept", "--journal", "/nowhere/journal"]).expect("a command line");
    assert!(program::run(&absent).expect_err("no file").contains("/nowhere/kept"));
}

/// The exit code is what a script reads: 0 holds, 1 does not, 2 could not be judged.
#[test]
fn the_exit_code_says_what_was_found() {
    let scratch = Scratch::new("exit");
    let journal = scratch.file("journal", JOURNAL);
    let changed = scratch.file("changed", &JOURNAL.replacen("po-qian", "po-qiao", 1));
    let kept = scratch.file("kept", &checkpoint(455));
    let code = |words: &[&str]| {
        let code = program::exit(words.iter().map(OsString::from));
        format!("{code:?}")
    };
    let plain = |code: u8| format!("{:?}", std::process::ExitCode::from(code));
    assert_eq!(code(&[&kept, "--journal", &journal]), plain(0));
    assert_eq!(code(&[&kept, "--journal", &changed]), plain(1));
    assert_eq!(code(&[&kept, "--journal", "/nowhere/journal"]), plain(2));
    assert_eq!(code(&[&kept]), plain(2));
    assert_eq!(code(&["--help"]), plain(0));
    assert_ne!(plain(0), plain(1));
}
