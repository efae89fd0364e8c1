//! What is claimed, and whether it holds.

use ed25519_dalek::{Signature, VerifyingKey};
use itsm::evidence::{
    Checkpoint, ConsistencyProof, EvidenceError, InclusionProof, Log, NoteSignature, SignedNote, TreeHead,
    Verdict, VerifierKey,
};
use itsm::kernel::Gone;

/// What was handed in, as bytes.
pub struct Evidence {
    pub checkpoint: Vec<u8>,
    pub before: Option<Vec<u8>>,
    pub journal: Option<Vec<u8>>,
    pub entry: Option<Vec<u8>>,
    pub proof: Option<Vec<u8>>,
    pub keys: Vec<VerifierKey>,
}

/// One thing that was looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Finding {
    Holds(Claim),
    Fails(Claim, EvidenceError),
    Note(Note),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The text is a checkpoint.
    Checkpoint,
    /// The older text is one.
    Before,
    /// Somebody trusted has signed whatever checkpoints there are.
    Signed(String),
    /// The proof is one.
    Proof,
    /// The journal is text.
    Journal,
    /// The first so many entries of the journal have the root.
    Entries(u64),
    /// The text of that entry is there to be proved.
    Text(u64),
    /// That entry stands among so many.
    Entry { index: u64, size: u64 },
    /// The first so many entries are among the first so many, unchanged and in their order.
    Begins { from: u64, to: u64 },
}

/// What was not looked at, or could not be.
#[derive(Debug, PartialEq, Eq)]
pub enum Note {
    /// Whose log it is, and how many entries the checkpoint is about.
    Of { origin: String, size: u64 },
    /// Nobody was named who is trusted.
    SignerUnchecked,
    /// The journal has that many entries which the checkpoint does not know.
    Later(u64),
    /// The journal has that many entries whose text is gone, with their records.
    Gone(usize),
}

/// Judges everything that the evidence allows, and stops at what the rest would rest on.
pub fn judge(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Err((claim, error)) = look(evidence, &mut findings) {
        findings.push(Finding::Fails(claim, error));
    }
    findings
}

fn look(evidence: &Evidence, findings: &mut Vec<Finding>) -> Result<(), (Claim, EvidenceError)> {
    let (checkpoint, mut signers) =
        opened(&evidence.checkpoint, &evidence.keys).map_err(|error| (Claim::Checkpoint, error))?;
    let (origin, head) = (checkpoint.origin().to_owned(), checkpoint.head);
    findings.push(Finding::Note(Note::Of { origin: origin.clone(), size: head.size }));
    let mut before = None;
    if let Some(bytes) = &evidence.before {
        let (older, by) = opened(bytes, &evidence.keys).map_err(|error| (Claim::Before, error))?;
        if older.origin() != origin {
            return Err((Claim::Before, EvidenceError::Origin(older.origin().to_owned())));
        }
        // Keys change in the course of years.
        signers.extend(by.into_iter().filter(|name| !signers.contains(name)).collect::<Vec<_>>());
        before = Some(older.head);
    }
    findings.push(match evidence.keys.is_empty() {
        true => Finding::Note(Note::SignerUnchecked),
        false => Finding::Holds(Claim::Signed(signers.join(", "))),
    });
    let mut found = |claim: Claim, judged: Result<(), EvidenceError>| {
        findings.push(match judged {
            Ok(()) => Finding::Holds(claim),
            Err(error) => Finding::Fails(claim, error),
        });
    };
    let journal = match &evidence.journal {
        None => None,
        Some(bytes) => {
            let text = str::from_utf8(bytes).map_err(|_| (Claim::Journal, EvidenceError::NotText))?;
            let log = Log::of_lines(text);
            found(Claim::Entries(head.size), has_root(&log, &head));
            Some((text, log))
        }
    };
    let gone = journal.as_ref().map_or(0, |(text, _)| lines(text).filter(|line| is_gone(line)).count());
    match (&evidence.proof, before) {
        (Some(proof), Some(before)) => {
            let proof = ConsistencyProof::from_json(proof).map_err(|error| (Claim::Proof, error))?;
            found(Claim::Begins { from: before.size, to: head.size }, proof.verify(&before, &head));
        }
        (None, Some(before)) => {
            if let Some((_, log)) = &journal {
                let judged = has_root(log, &before);
                found(
                    Claim::Begins { from: before.size, to: head.size },
                    judged.and_then(|()| older(before, head)),
                );
            }
        }
        (Some(proof), None) => {
            let proof = InclusionProof::from_json(proof).map_err(|error| (Claim::Proof, error))?;
            let claim = Claim::Entry { index: proof.index, size: head.size };
            let entry = match (&evidence.entry, &journal) {
                (Some(entry), _) => Some(without_end(entry)),
                (None, Some((text, _))) => entry_of(text, proof.index),
                (None, None) => None,
            };
            match entry {
                // Its hash stands in the tree; what it said only who has kept it can prove.
                Some(entry) if evidence.entry.is_none() && is_gone(entry) => {
                    found(Claim::Text(proof.index), proof.verify(entry, &head));
                }
                Some(entry) => found(claim, proof.verify(entry, &head)),
                None => found(claim, Err(EvidenceError::Index { index: proof.index, size: head.size })),
            }
        }
        (None, None) => {}
    }
    if gone > 0 {
        findings.push(Finding::Note(Note::Gone(gone)));
    }
    if let Some(later) =
        journal.and_then(|(_, log)| log.size().checked_sub(head.size)).filter(|later| *later > 0)
    {
        findings.push(Finding::Note(Note::Later(later)));
    }
    Ok(())
}

/// The checkpoint in a text with signatures or without, and the names of those trusted who have signed it.
fn opened(bytes: &[u8], keys: &[VerifierKey]) -> Result<(Checkpoint, Vec<String>), EvidenceError> {
    let text = str::from_utf8(bytes).map_err(|_| EvidenceError::NotText)?;
    if keys.is_empty() && !text.contains("\n\n") {
        return Ok((Checkpoint::parse(text)?, Vec::new()));
    }
    let note = SignedNote::parse(text)?;
    let checkpoint = Checkpoint::parse(note.text())?;
    if keys.is_empty() {
        return Ok((checkpoint, Vec::new()));
    }
    let held = note.verify(|signature, text| verdict(signature, text, keys))?;
    Ok((checkpoint, held.into_iter().map(|signature| signature.name().to_owned()).collect()))
}

fn verdict(signature: &NoteSignature, text: &str, keys: &[VerifierKey]) -> Verdict {
    let Some(known) = keys.iter().find(|key| key.is_of(signature)) else { return Verdict::UnknownKey };
    let holds = || {
        let key = VerifyingKey::from_bytes(known.public()).ok()?;
        key.verify_strict(text.as_bytes(), &Signature::from_slice(signature.bytes()).ok()?).ok()
    };
    if holds().is_some() { Verdict::Holds } else { Verdict::Fails }
}

fn has_root(log: &Log, head: &TreeHead) -> Result<(), EvidenceError> {
    let found = log.head_at(head.size)?;
    if found == *head {
        return Ok(());
    }
    Err(EvidenceError::RootMismatch { size: head.size, root: head.root, found: found.root })
}

fn older(before: TreeHead, head: TreeHead) -> Result<(), EvidenceError> {
    if before.size <= head.size {
        return Ok(());
    }
    Err(EvidenceError::Size { size: before.size, most: head.size })
}

fn lines(journal: &str) -> impl Iterator<Item = &[u8]> {
    journal.split('\n').map(|line| without_end(line.as_bytes())).filter(|line| !line.is_empty())
}

fn entry_of(journal: &str, index: u64) -> Option<&[u8]> {
    lines(journal).nth(usize::try_from(index).ok()?)
}

/// Whether a line is what stays of an entry of a record that was disposed of.
fn is_gone(line: &[u8]) -> bool {
    str::from_utf8(line).is_ok_and(|line| Gone::read(line).is_some())
}

/// An entry has no line end; the line of a file has.
fn without_end(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
    &line[..end]
}
