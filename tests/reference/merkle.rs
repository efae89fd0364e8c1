//! Merkle trees as RFC 9162, section 2.1, defines them: MTH, PATH and PROOF by recursion over the entries themselves.
//!
//! Verification is the other way round: the root that follows from a path, by the same recursion, where it has one.

use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

fn join(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left.as_slice(), right.as_slice()].concat())
}

/// The largest power of two smaller than n.
fn split(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

/// MTH of 2.1.1.
pub fn mth<E: AsRef<[u8]>>(entries: &[E]) -> Hash {
    match entries {
        [] => sha256(b""),
        [entry] => sha256(&[&[0], entry.as_ref()].concat()),
        _ => {
            let (left, right) = entries.split_at(split(entries.len()));
            join(&mth(left), &mth(right))
        }
    }
}

/// PATH of 2.1.3.1.
pub fn path<E: AsRef<[u8]>>(m: usize, entries: &[E]) -> Vec<Hash> {
    if entries.len() == 1 {
        return Vec::new();
    }
    let k = split(entries.len());
    let (left, right) = entries.split_at(k);
    let (mut below, beside) =
        if m < k { (path(m, left), mth(right)) } else { (path(m - k, right), mth(left)) };
    below.push(beside);
    below
}

/// PROOF of 2.1.4.1.
pub fn proof<E: AsRef<[u8]>>(m: usize, entries: &[E]) -> Vec<Hash> {
    subproof(m, entries, true)
}

fn subproof<E: AsRef<[u8]>>(m: usize, entries: &[E], whole: bool) -> Vec<Hash> {
    let n = entries.len();
    if m == n {
        return if whole { Vec::new() } else { vec![mth(entries)] };
    }
    let k = split(n);
    let (left, right) = entries.split_at(k);
    let (mut below, beside) = if m <= k {
        (subproof(m, left, whole), mth(right))
    } else {
        (subproof(m - k, right, false), mth(left))
    };
    below.push(beside);
    below
}

/// The root that an inclusion path leads to, if it is as long as one has to be.
pub fn root_by_path(m: usize, n: usize, leaf: Hash, path: &[Hash]) -> Option<Hash> {
    if n == 1 {
        return path.is_empty().then_some(leaf);
    }
    let (beside, below) = path.split_last()?;
    let k = split(n);
    Some(if m < k {
        join(&root_by_path(m, k, leaf, below)?, beside)
    } else {
        join(beside, &root_by_path(m - k, n - k, leaf, below)?)
    })
}

/// The old and the new root that a consistency proof leads to, if it is as long as one has to be; 0 < m <= n.
pub fn roots_by_proof(m: usize, n: usize, old: Hash, proof: &[Hash]) -> Option<(Hash, Hash)> {
    subroots(m, n, old, proof, true)
}

fn subroots(m: usize, n: usize, old: Hash, proof: &[Hash], whole: bool) -> Option<(Hash, Hash)> {
    if m == n {
        return match (whole, proof) {
            (true, []) => Some((old, old)),
            (false, [only]) => Some((*only, *only)),
            _ => None,
        };
    }
    let (beside, below) = proof.split_last()?;
    let k = split(n);
    Some(if m <= k {
        let (before, after) = subroots(m, k, old, below, whole)?;
        (before, join(&after, beside))
    } else {
        let (before, after) = subroots(m - k, n - k, old, below, false)?;
        (join(beside, &before), join(beside, &after))
    })
}
