//! Checkpoints and signed notes: what others have written is read, what is not one is refused by name.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use itsm::evidence::{
    Checkpoint, EvidenceError, Log, NoteSignature, SignedNote, TreeHead, Verdict, VerifierKey, empty_root,
};
use itsm::kernel::limits;
use proptest::prelude::*;

/// The example of C2SP `tlog-checkpoint`.
const CHECKPOINT: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
/// The example of C2SP `signed-note`: its text has an empty line.
const POEM: &str = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n\
    — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
/// The example of Go's `sumdb/note`, with its key.
const NEUMANN: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const NEUMANN_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

fn judge(keys: &[VerifierKey], signature: &NoteSignature, text: &str) -> Verdict {
    let Some(key) = keys.iter().find(|key| key.is_of(signature)) else { return Verdict::UnknownKey };
    let public = VerifyingKey::from_bytes(key.public()).expect("a key");
    let holds = Signature::from_slice(signature.bytes())
        .is_ok_and(|signature| public.verify_strict(text.as_bytes(), &signature).is_ok());
    if holds { Verdict::Holds } else { Verdict::Fails }
}

fn code<T: std::fmt::Debug>(result: Result<T, EvidenceError>) -> &'static str {
    result.expect_err("refused").code()
}

#[test]
fn what_others_have_signed_is_read_and_written_as_it_stands() {
    for (note, name) in [
        (CHECKPOINT, "example.com/behind-the-sofa"),
        (POEM, "quasimodo.example/salvatore"),
        (NEUMANN, "PeterNeumann"),
    ] {
        let read = SignedNote::parse(note).expect("a note");
        assert_eq!(read.to_string(), note);
        assert_eq!(read.signatures().len(), 1);
        assert_eq!(read.signatures()[0].name(), name);
        assert_eq!(read.signatures()[0].bytes().len(), 64);
    }
    let poem = SignedNote::parse(POEM).expect("a note");
    assert!(poem.text().ends_with("sole:\n\ned è subito sera.\n"));
    let checkpoint = Checkpoint::parse(SignedNote::parse(CHECKPOINT).expect("a note").text()).expect("one");
    assert_eq!((checkpoint.origin(), checkpoint.head.size), ("example.com/behind-the-sofa", 20_852_163));
}

#[test]
fn the_signature_of_another_hand_holds_under_its_key_only() {
    let key = VerifierKey::parse(NEUMANN_KEY).expect("a key");
    assert_eq!(key.name(), "PeterNeumann");
    let note = SignedNote::parse(NEUMANN).expect("a note");
    assert_eq!(note.signatures()[0].key_id(), key.key_id());
    assert_eq!(
        note.verify(|signature, text| judge(std::slice::from_ref(&key), signature, text)).unwrap().len(),
        1
    );
    assert_eq!(code(note.verify(|_, _| Verdict::UnknownKey)), "note.no_known_key");
    let changed = SignedNote::parse(&NEUMANN.replace("your problem is", "my problem is")).expect("a note");
    assert_eq!(
        code(changed.verify(|signature, text| judge(std::slice::from_ref(&key), signature, text))),
        "note.signature_fails"
    );
    // A key of the same bytes under another name has another hash.
    let other = VerifierKey::new("PeterNeuman", *key.public()).expect("a key");
    assert_ne!(other.key_id(), key.key_id());
    assert!(!other.is_of(&note.signatures()[0]));
}

#[test]
fn a_checkpoint_is_signed_by_the_host_and_verified_by_anybody() {
    let signing = SigningKey::from_bytes(&[5; 32]);
    let witness = SigningKey::from_bytes(&[6; 32]);
    let key = VerifierKey::new("example.com/desk", signing.verifying_key().to_bytes()).expect("a key");
    let seen = VerifierKey::new("auditor.example", witness.verifying_key().to_bytes()).expect("a key");
    let log: Log = ["a", "b", "c"].into_iter().collect();
    let text = Checkpoint::new("example.com/desk", log.head()).expect("a checkpoint").to_string();
    let sign = |key: &VerifierKey, by: &SigningKey| {
        NoteSignature::by(key, by.sign(text.as_bytes()).to_bytes().to_vec())
    };
    let note =
        SignedNote::new(text.clone(), vec![sign(&key, &signing), sign(&seen, &witness)]).expect("a note");
    assert!(note.to_string().len() < 400, "{note}");
    let read = SignedNote::parse(&note.to_string()).expect("a note");
    let both = [key.clone(), seen.clone()];
    assert_eq!(read.verify(|signature, text| judge(&both, signature, text)).unwrap().len(), 2);
    assert_eq!(
        read.verify(|signature, text| judge(&both[..1], signature, text)).unwrap()[0].name(),
        "example.com/desk"
    );
    // One of two that fails is not made good by the other.
    let forged =
        SignedNote::new(text.clone(), vec![sign(&key, &signing), sign(&seen, &signing)]).expect("a note");
    assert_eq!(code(forged.verify(|signature, text| judge(&both, signature, text))), "note.signature_fails");
    assert_eq!(Checkpoint::parse(read.text()).expect("a checkpoint").head, log.head());
}

#[test]
fn a_text_that_is_no_checkpoint_is_refused_by_name() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let long = "x".repeat(limits::LABEL_BYTES + 1);
    for (text, expected) in [
        (String::new(), "checkpoint.lines"),
        ("o\n1\n".to_owned(), "checkpoint.lines"),
        (format!("o\n1\n{root}"), "checkpoint.lines"),
        (format!("\n1\n{root}\n"), "checkpoint.origin"),
        (format!("o\t\n1\n{root}\n"), "checkpoint.origin"),
        (format!("{long}\n1\n{root}\n"), "checkpoint.origin"),
        (format!("o\n01\n{root}\n"), "checkpoint.size"),
        (format!("o\n+1\n{root}\n"), "checkpoint.size"),
        (format!("o\n-1\n{root}\n"), "checkpoint.size"),
        (format!("o\n1 \n{root}\n"), "checkpoint.size"),
        (format!("o\n\n{root}\n"), "checkpoint.size"),
        (format!("o\n18446744073709551616\n{root}\n"), "checkpoint.size"),
        (format!("o\n1\n{}\n", root.trim_end_matches('=')), "checkpoint.root"),
        (format!("o\n1\n{}\n", root.replace("2I=", "2J=")), "checkpoint.root"),
        (format!("o\n1\n{}\n", &root[4..]), "checkpoint.root"),
        (format!("o\n1\n{root}\r\n"), "checkpoint.root"),
        (format!("o\n0\n{root}\n"), "checkpoint.root"),
        (format!("o\n1\n{root}\n\n"), "checkpoint.extension"),
        (format!("o\n1\n{root}\nx\n\ny\n"), "checkpoint.extension"),
        (format!("o\n1\n{root}\n{}\n", "x".repeat(limits::NOTE_BYTES)), "note.too_large"),
    ] {
        assert_eq!(code(Checkpoint::parse(&text)), expected, "{text:?}");
    }
    let none = Checkpoint::parse(&format!("o\n0\n{empty}\n")).expect("a log without entries");
    assert_eq!(none.head.root, empty_root());
    let most = Checkpoint::parse(&format!("o\n18446744073709551615\n{root}\nextra\n")).expect("a checkpoint");
    assert_eq!((most.head.size, most.extensions()), (u64::MAX, ["extra".to_owned()].as_slice()));
    let head = TreeHead { size: 0, root: empty_root() };
    assert_eq!(code(Checkpoint::new("", head)), "checkpoint.origin");
    assert_eq!(code(Checkpoint::new("a\nb", head)), "checkpoint.origin");
    let extended = |line: &str| Checkpoint::new("o", head).expect("one").with_extensions([line]);
    assert_eq!(code(extended("")), "checkpoint.extension");
    assert_eq!(code(extended("a\nb")), "checkpoint.extension");
    assert_eq!(code(extended(&"x".repeat(limits::NOTE_BYTES))), "note.too_large");
}

#[test]
fn a_text_that_is_no_note_is_refused_by_name() {
    let (text, signature) = ("o\n0\nroot\n", "— a AAAAAAA=");
    for (note, expected) in [
        (text.to_owned(), "note.not_signed"),
        (format!("{text}{signature}\n"), "note.not_signed"),
        (format!("{text}\n{signature}"), "note.not_signed"),
        (format!("{text}\n"), "note.not_signed"),
        (format!("{text}\n\n"), "note.not_signed"),
        (format!("{text}\r\n{signature}\n"), "note.not_text"),
        (format!("{text}\0\n{signature}\n"), "note.not_text"),
        (format!("{text}\n- a AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n—a AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n— a  AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n— a+b AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n— a\u{a0}b AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n—  AAAAAAA=\n"), "note.signature"),
        (format!("{text}\n— a AAAAAA==\n"), "note.signature"),
        (format!("{text}\n— a AAAAAAA\n"), "note.signature"),
        (format!("{text}\n{signature}\ntrailing\n"), "note.signature"),
        (format!("{text}\n{signature}\n{}\n", "x".repeat(limits::NOTE_BYTES)), "note.too_large"),
    ] {
        assert_eq!(code(SignedNote::parse(&note)), expected, "{note:?}");
    }
    let note = SignedNote::parse(&format!("{text}\n{signature}\n")).expect("a note");
    assert_eq!(note.signatures()[0].bytes(), [0]);
    let line = SignedNote::parse(&format!("{text}\n{signature}\nx\n")).expect_err("a line that is none");
    assert_eq!(line, EvidenceError::Signature { line: 6 });
    let by = || NoteSignature::new("a", [0; 4], vec![0]).expect("a signature");
    assert_eq!(code(SignedNote::new("no newline".to_owned(), vec![by()])), "note.not_signed");
    assert_eq!(code(SignedNote::new("text\n".to_owned(), Vec::new())), "note.not_signed");
    assert_eq!(code(NoteSignature::new("a b", [0; 4], vec![0])), "note.key_name");
}

/// C2SP: at least sixteen signatures, of up to 5,000 bytes each after the quantum computers have come.
#[test]
fn a_note_has_room_for_sixteen_large_signatures() {
    let by =
        |place: u8| NoteSignature::new(&format!("witness.example/{place}"), [place; 4], vec![place; 5_000]);
    let signatures: Vec<_> = (0..16).map(|place| by(place).expect("a signature")).collect();
    let note = SignedNote::new(format!("{}\n", "x".repeat(1_000)), signatures).expect("a note");
    assert_eq!(SignedNote::parse(&note.to_string()).expect("a note"), note);
}

#[test]
fn bytes_of_a_note() {
    let rest = NEUMANN.split_once("\n\n").expect("signatures").1;
    let filled = |bytes: usize| format!("{}\n\n{rest}", "x".repeat(bytes - rest.len() - 2));
    assert!(SignedNote::parse(&filled(limits::NOTE_BYTES)).is_ok());
    assert_eq!(code(SignedNote::parse(&filled(limits::NOTE_BYTES + 1))), "note.too_large");
}

#[test]
fn a_key_that_is_none_is_refused_by_name() {
    assert_eq!(VerifierKey::parse(NEUMANN_KEY).expect("a key").to_string(), NEUMANN_KEY);
    for (wrong, expected) in [
        ("PeterNeumann".to_owned(), "note.key"),
        (NEUMANN_KEY.replace("c74f20a3", "c74f20a4"), "note.key"),
        (NEUMANN_KEY.replace("c74f20a3", "C74F20A3"), "note.key"),
        (NEUMANN_KEY.replace("Peter", "Paul"), "note.key"),
        (NEUMANN_KEY.replace("+AR", "+AB"), "note.key"),
        (NEUMANN_KEY.replace("+ARpc", "+"), "note.key"),
        (NEUMANN_KEY.replace("+ARpc", "+BBpc"), "note.key"),
        (format!(" {NEUMANN_KEY}"), "note.key_name"),
    ] {
        assert_eq!(code(VerifierKey::parse(&wrong)), expected, "{wrong}");
    }
}

proptest! {
    /// Whatever is read is written as it stood: a note has one form, so that nobody signs another.
    #[test]
    fn what_is_read_is_written_as_it_stood(cut in 0_usize..220, put in "[\n —+=aA0/]{0,3}", note in prop::sample::select(vec![CHECKPOINT, POEM, NEUMANN])) {
        let mut at = cut.min(note.len());
        while !note.is_char_boundary(at) {
            at -= 1;
        }
        let changed = format!("{}{put}{}", &note[..at], &note[at..]);
        if let Ok(read) = SignedNote::parse(&changed) {
            prop_assert_eq!(read.to_string(), changed);
            if let Ok(checkpoint) = Checkpoint::parse(read.text()) {
                prop_assert_eq!(checkpoint.to_string(), read.text());
            }
        }
    }
}
