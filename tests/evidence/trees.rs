//! The trees of the library, beside those of RFC 9162's definitions and those of the crate `ct-merkle`.

use super::reference::{self, Hash};
use ct_merkle::{RootHash, digest::Output, mem_backed_tree::MemoryBackedTree};
use itsm::evidence::{ConsistencyProof, Frontier, InclusionProof, Log, TreeHead, leaf_hash, node_hash};
use itsm::kernel::Digest;
use proptest::prelude::*;
use sha2::Sha256;

fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|index| format!(r#"{{"index":{index}}}"#).into_bytes()).collect()
}

fn log(entries: &[Vec<u8>]) -> Log {
    entries.iter().collect()
}

fn plain(path: &[Digest]) -> Vec<Hash> {
    path.iter().map(|hash| *hash.bytes()).collect()
}

fn flipped(hash: &Digest, bit: usize) -> Digest {
    let mut bytes = *hash.bytes();
    bytes[bit / 8] ^= 1 << (bit % 8);
    Digest::from_bytes(bytes)
}

fn outputs(path: &[Digest]) -> Vec<Output<Sha256>> {
    path.iter().map(|hash| (*hash.bytes()).into()).collect()
}

fn theirs(head: &TreeHead) -> RootHash<Sha256> {
    RootHash::new((*head.root.bytes()).into(), head.size)
}

const TREES: usize = 300;

#[test]
fn every_tree_has_the_root_and_every_entry_the_path_of_the_definition() {
    let entries = entries(TREES);
    let mut frontier = Frontier::default();
    let mut grown = Log::default();
    for size in 0..=TREES {
        let known = &entries[..size];
        let root = reference::mth(known);
        let head = grown.head();
        assert_eq!((head.size, *head.root.bytes()), (size as u64, root), "{size} entries");
        assert_eq!(frontier.head(), head, "the frontier of {size}");
        assert_eq!(grown.frontier(size as u64).unwrap(), frontier);
        for index in 0..size {
            let proof = grown.inclusion_proof(index as u64, size as u64).unwrap();
            if size <= 128 || index % 7 == 0 || size - index < 3 {
                assert_eq!(plain(&proof.path), reference::path(index, known), "{index} of {size}");
            }
            proof.verify(&known[index], &head).unwrap();
        }
        if let Some(entry) = entries.get(size) {
            frontier.push(entry);
            grown.push(entry);
        }
    }
    let whole = log(&entries);
    assert_eq!(whole, grown);
    for size in 0..=TREES {
        assert_eq!(*whole.head_at(size as u64).unwrap().root.bytes(), reference::mth(&entries[..size]));
    }
}

#[test]
fn another_hand_makes_the_same_trees_and_takes_the_same_proofs() {
    let entries = entries(TREES);
    let whole = log(&entries);
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    for size in 1..=TREES {
        tree.push(entries[size - 1].clone());
        let head = whole.head_at(size as u64).unwrap();
        assert_eq!(tree.root().as_bytes().as_slice(), head.root.bytes(), "{size} entries");
        let step = if size < 140 { 1 } else { 11 };
        for index in (0..size).step_by(step) {
            let ours = whole.inclusion_proof(index as u64, size as u64).unwrap();
            let proof = tree.prove_inclusion(index);
            assert_eq!(proof.as_bytes(), plain(&ours.path).concat(), "{index} of {size}");
            let hashes = outputs(&ours.path);
            let ours = ct_merkle::InclusionProof::<Sha256>::from_digests(hashes.iter());
            theirs(&head).verify_inclusion(&entries[index], index as u64, &ours).unwrap();
        }
        for from in (1..=size).step_by(step) {
            let ours = whole.consistency_proof(from as u64, size as u64).unwrap();
            if from < size {
                let proof = tree.prove_consistency(size - from);
                assert_eq!(proof.as_bytes(), plain(&ours.path).concat(), "{from} to {size}");
            }
            let hashes = outputs(&ours.path);
            let ours = ct_merkle::ConsistencyProof::<Sha256>::from_digests(hashes.iter());
            let before = whole.head_at(from as u64).unwrap();
            theirs(&head).verify_consistency(&theirs(&before), &ours).unwrap();
        }
    }
}

#[test]
fn every_pair_of_trees_has_the_proof_of_the_definition() {
    let entries = entries(TREES);
    let whole = log(&entries);
    let pairs = (1..=120_usize).flat_map(|to| (1..=to).map(move |from| (from, to)));
    let beyond = (121..=TREES).flat_map(|to| (1..=to).step_by(37).map(move |from| (from, to)));
    for (from, to) in pairs.chain(beyond) {
        let proof = whole.consistency_proof(from as u64, to as u64).unwrap();
        assert_eq!(plain(&proof.path), reference::proof(from, &entries[..to]), "{from} to {to}");
        let heads = (whole.head_at(from as u64).unwrap(), whole.head_at(to as u64).unwrap());
        proof.verify(&heads.0, &heads.1).unwrap();
    }
}

#[test]
fn no_flip_of_a_bit_in_an_inclusion_proof_is_accepted() {
    let entries = entries(140);
    let whole = log(&entries);
    let places = (1..=20_usize).flat_map(|size| (0..size).map(move |index| (index, size)));
    for (index, size) in places.chain([(0, 140), (63, 128), (137, 140), (139, 140)]) {
        let head = whole.head_at(size as u64).unwrap();
        let proof = whole.inclusion_proof(index as u64, size as u64).unwrap();
        let entry = &entries[index];
        for place in 0..proof.path.len() {
            for bit in 0..256 {
                let mut other = proof.clone();
                other.path[place] = flipped(&proof.path[place], bit);
                assert_eq!(other.verify(entry, &head).unwrap_err().code(), "proof.root_mismatch");
            }
        }
        for bit in 0..256 {
            let other = TreeHead { root: flipped(&head.root, bit), ..head };
            assert_eq!(proof.verify(entry, &other).unwrap_err().code(), "proof.root_mismatch");
            assert!(proof.verify_hash(flipped(&leaf_hash(entry), bit), &head).is_err());
        }
        for bit in 0..entry.len() * 8 {
            let mut other = entry.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(proof.verify(&other, &head).unwrap_err().code(), "proof.root_mismatch");
        }
        for bit in 0..64 {
            let other = InclusionProof { index: proof.index ^ (1 << bit), ..proof.clone() };
            assert!(other.verify(entry, &head).is_err(), "{index} of {size}, bit {bit} of the index");
            let other = InclusionProof { size: proof.size ^ (1 << bit), ..proof.clone() };
            assert_eq!(other.verify(entry, &head).unwrap_err().code(), "proof.other_size");
        }
    }
}

#[test]
fn no_flip_of_a_bit_in_a_consistency_proof_is_accepted() {
    let whole = log(&entries(140));
    let pairs = (1..=20_usize).flat_map(|to| (1..=to).map(move |from| (from, to)));
    for (from, to) in pairs.chain([(1, 140), (64, 128), (127, 140), (139, 140)]) {
        let (old, new) = (whole.head_at(from as u64).unwrap(), whole.head_at(to as u64).unwrap());
        let proof = whole.consistency_proof(from as u64, to as u64).unwrap();
        for place in 0..proof.path.len() {
            for bit in 0..256 {
                let mut other = proof.clone();
                other.path[place] = flipped(&proof.path[place], bit);
                assert_eq!(other.verify(&old, &new).unwrap_err().code(), "proof.root_mismatch");
            }
        }
        for bit in 0..256 {
            let other = TreeHead { root: flipped(&old.root, bit), ..old };
            assert_eq!(
                proof.verify(&other, &new).unwrap_err().code(),
                "proof.root_mismatch",
                "{from} to {to}"
            );
            let other = TreeHead { root: flipped(&new.root, bit), ..new };
            assert_eq!(
                proof.verify(&old, &other).unwrap_err().code(),
                "proof.root_mismatch",
                "{from} to {to}"
            );
        }
        for bit in 0..64 {
            let other = ConsistencyProof { from: proof.from ^ (1 << bit), ..proof.clone() };
            assert_eq!(other.verify(&old, &new).unwrap_err().code(), "proof.other_size");
            let other = ConsistencyProof { to: proof.to ^ (1 << bit), ..proof.clone() };
            assert_eq!(other.verify(&old, &new).unwrap_err().code(), "proof.other_size");
        }
    }
}

#[test]
fn a_path_is_as_long_as_the_tree_says() {
    let entries = entries(70);
    let whole = log(&entries);
    for size in 1..=70_u64 {
        let head = whole.head_at(size).unwrap();
        for index in 0..size {
            let proof = whole.inclusion_proof(index, size).unwrap();
            let entry = &entries[usize::try_from(index).unwrap()];
            let mut longer = proof.clone();
            longer.path.push(head.root);
            assert_eq!(longer.verify(entry, &head).unwrap_err().code(), "proof.path_length");
            let mut shorter = proof.clone();
            if shorter.path.pop().is_some() {
                assert_eq!(shorter.verify(entry, &head).unwrap_err().code(), "proof.path_length");
            }
            let old = whole.head_at(index + 1).unwrap();
            let proof = whole.consistency_proof(index + 1, size).unwrap();
            let mut longer = proof.clone();
            longer.path.push(head.root);
            assert_eq!(longer.verify(&old, &head).unwrap_err().code(), "proof.path_length");
            let mut shorter = proof.clone();
            if shorter.path.pop().is_some() {
                assert_eq!(shorter.verify(&old, &head).unwrap_err().code(), "proof.path_length");
            }
        }
    }
}

#[test]
fn what_no_tree_has_is_refused_by_name() {
    let whole = log(&entries(5));
    let none = log(&[]);
    assert_eq!(none.inclusion_proof(0, 0).unwrap_err().code(), "proof.index");
    assert_eq!(none.inclusion_proof(0, 1).unwrap_err().code(), "proof.size");
    assert_eq!(none.consistency_proof(0, 0).unwrap_err().code(), "proof.from_empty");
    assert_eq!(whole.inclusion_proof(5, 5).unwrap_err().code(), "proof.index");
    assert_eq!(whole.inclusion_proof(0, 6).unwrap_err().code(), "proof.size");
    assert_eq!(whole.inclusion_proof(u64::MAX, u64::MAX).unwrap_err().code(), "proof.size");
    assert_eq!(whole.consistency_proof(4, 3).unwrap_err().code(), "proof.size");
    assert_eq!(whole.consistency_proof(1, 6).unwrap_err().code(), "proof.size");
    assert_eq!(whole.consistency_proof(0, 5).unwrap_err().code(), "proof.from_empty");
    assert_eq!(whole.head_at(6).unwrap_err().code(), "proof.size");
    assert_eq!(whole.frontier(6).unwrap_err().code(), "proof.size");
    assert_eq!(whole.frontier(u64::MAX).unwrap_err().code(), "proof.size");
    assert_eq!(Frontier::new(5, vec![leaf_hash(b"")]).unwrap_err().code(), "proof.peaks");

    let (empty, one) = (none.head(), whole.head_at(1).unwrap());
    let outside = InclusionProof { index: 0, size: 0, path: Vec::new() };
    assert_eq!(outside.verify(b"", &empty).unwrap_err().code(), "proof.index");
    let outside = InclusionProof { index: 1, size: 1, path: Vec::new() };
    assert_eq!(outside.verify(b"", &one).unwrap_err().code(), "proof.index");
    let from_empty = ConsistencyProof { from: 0, to: 1, path: Vec::new() };
    assert_eq!(from_empty.verify(&empty, &one).unwrap_err().code(), "proof.from_empty");
    let backwards = ConsistencyProof { from: 1, to: 0, path: Vec::new() };
    assert_eq!(backwards.verify(&one, &empty).unwrap_err().code(), "proof.size");
    let highest = TreeHead { size: u64::MAX, root: one.root };
    let far = InclusionProof { index: u64::MAX - 1, size: u64::MAX, path: vec![one.root; 63] };
    assert_eq!(far.verify(b"", &highest).unwrap_err().code(), "proof.root_mismatch");
    let far = ConsistencyProof { from: u64::MAX - 1, to: u64::MAX, path: vec![one.root; 3] };
    let below = TreeHead { size: u64::MAX - 1, root: one.root };
    assert_eq!(far.verify(&below, &highest).unwrap_err().code(), "proof.path_length");
}

/// Without its prefix the node over two entries would be an entry itself (RFC 9162, 2.1.1).
#[test]
fn a_node_is_no_entry() {
    let entries = entries(4);
    let whole = log(&entries);
    let [a, b, c, d] = [0, 1, 2, 3].map(|index: usize| leaf_hash(&entries[index]));
    let pretended = [a.bytes().as_slice(), b.bytes()].concat();
    let proof = InclusionProof { index: 0, size: 2, path: vec![node_hash(&c, &d)] };
    let head = TreeHead { size: 2, root: whole.head().root };
    assert_eq!(proof.verify(&pretended, &head).unwrap_err().code(), "proof.root_mismatch");
}

/// The trees of the first Certificate Transparency log's own test.
#[test]
fn the_known_trees() {
    let leaves: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let log: Log = leaves.into_iter().collect();
    let root = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    assert_eq!(log.head().root.to_string(), root);
    let fifth = "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4";
    assert_eq!(log.head_at(5).unwrap().root.to_string(), fifth);
    let path: Vec<String> = log.inclusion_proof(5, 8).unwrap().path.iter().map(ToString::to_string).collect();
    assert_eq!(path[0], "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
}

fn cases() -> ProptestConfig {
    let nightly = std::env::var("ITSM_NIGHTLY").is_ok_and(|asked| asked == "1");
    ProptestConfig::with_cases(if nightly { 100_000 } else { 2_000 })
}

proptest! {
    #![proptest_config(cases())]

    /// Paths of any length, right or wrong, lead where the definition says, or nowhere.
    #[test]
    fn a_walk_up_is_the_recursion_down(
        size in 1_usize..2_000, place in any::<prop::sample::Index>(), path in prop::collection::vec(any::<Hash>(), 0..13), entry in any::<[u8; 8]>(),
    ) {
        let index = place.index(size);
        let leaf = *leaf_hash(&entry).bytes();
        let right = usize::try_from(size.next_power_of_two().ilog2()).unwrap().min(path.len());
        for path in [&path[..], &path[..right]] {
            let expected = reference::root_by_path(index, size, leaf, path);
            let root = Digest::from_bytes(expected.unwrap_or_default());
            let head = TreeHead { size: size as u64, root };
            let path = path.iter().copied().map(Digest::from_bytes).collect();
            let proof = InclusionProof { index: index as u64, size: size as u64, path };
            match expected {
                Some(_) => prop_assert!(proof.verify(&entry, &head).is_ok()),
                None => prop_assert_eq!(proof.verify(&entry, &head).unwrap_err().code(), "proof.path_length"),
            }
        }
    }

    #[test]
    fn two_walks_up_are_the_recursion_down(
        to in 2_usize..2_000, place in any::<prop::sample::Index>(), path in prop::collection::vec(any::<Hash>(), 0..13), old in any::<Hash>(),
    ) {
        let from = place.index(to - 1) + 1;
        let most = path.len();
        for length in 0..=most {
            let path = &path[..length];
            let expected = reference::roots_by_proof(from, to, old, path);
            // The old root is what the proof says it is, unless the old tree is perfect and its root stands for itself.
            let (before, after) = expected.unwrap_or((old, old));
            let head = |size: usize, root| TreeHead { size: size as u64, root: Digest::from_bytes(root) };
            let path = path.iter().copied().map(Digest::from_bytes).collect();
            let proof = ConsistencyProof { from: from as u64, to: to as u64, path };
            let judged = proof.verify(&head(from, before), &head(to, after));
            match expected {
                Some(_) => prop_assert!(judged.is_ok(), "{:?}", judged),
                None => prop_assert_eq!(judged.unwrap_err().code(), "proof.path_length"),
            }
        }
    }

    /// However it grew, a tree is the tree of its entries.
    #[test]
    fn a_frontier_goes_on_where_it_was_stored(count in 0_usize..200, stored in any::<prop::sample::Index>()) {
        let entries = entries(count);
        let at = stored.index(count + 1);
        let text = serde_json::to_string(&log(&entries[..at]).frontier(at as u64).unwrap()).unwrap();
        let mut frontier: Frontier = serde_json::from_str(&text).unwrap();
        entries[at..].iter().for_each(|entry| frontier.push(entry));
        prop_assert_eq!(*frontier.head().root.bytes(), reference::mth(&entries));
    }
}
