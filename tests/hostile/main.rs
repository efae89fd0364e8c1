//! Input from outside that means no good: refused in bounded time with a code and a path, or accepted with its laws kept.
//!
//! The bodies are those of the fuzz targets; here they run over random bytes and over seeds that were damaged a little.

mod bodies;
mod limits;
mod named;
mod schedule;

use bodies::TARGETS;
use proptest::prelude::*;
use proptest::sample::Index;
use std::path::Path;

fn cases(usual: u32) -> ProptestConfig {
    let nightly = std::env::var_os("ITSM_NIGHTLY").is_some();
    ProptestConfig { cases: if nightly { usual * 200 } else { usual }, ..ProptestConfig::default() }
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = std::fs::read_dir(&folder).expect("the folder of the seeds");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).expect("a seed")).collect()
}

/// One small damage.
#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Truncate(Index),
    Duplicate(Index, Index),
    Nest(Index, Index),
    Number(Index, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let number = prop_oneof![
        Just("-1".to_owned()),
        Just("4294967296".to_owned()),
        Just("18446744073709551615".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("1e9".to_owned()),
        any::<u32>().prop_map(|number| number.to_string()),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        any::<Index>().prop_map(Damage::Truncate),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Duplicate(from, to)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Nest(from, to)),
        (any::<Index>(), number).prop_map(|(at, number)| Damage::Number(at, number)),
    ]
}

fn damaged(bytes: &mut Vec<u8>, damage: &Damage) {
    let within = |bytes: &[u8], index: &Index| if bytes.is_empty() { 0 } else { index.index(bytes.len()) };
    match damage {
        Damage::Flip(at, byte) => {
            let at = within(bytes, at);
            if let Some(old) = bytes.get_mut(at) {
                *old = *byte;
            }
        }
        Damage::Truncate(at) => bytes.truncate(within(bytes, at)),
        Damage::Duplicate(from, to) => {
            let (from, to) = (within(bytes, from), within(bytes, to));
            let copy = bytes[from.min(to)..from.max(to)].to_vec();
            bytes.splice(to..to, copy);
        }
        Damage::Nest(from, to) => {
            let (from, to) = (within(bytes, from), within(bytes, to));
            bytes.insert(from.max(to), b']');
            bytes.insert(from.min(to), b'[');
        }
        Damage::Number(at, number) => {
            let at = within(bytes, at);
            let run = |byte: &&u8| byte.is_ascii_digit();
            let Some(start) = bytes.iter().skip(at).position(|byte| byte.is_ascii_digit()) else { return };
            let start = at + start;
            let end = start + bytes.iter().skip(start).take_while(run).count();
            bytes.splice(start..end, number.bytes());
        }
    }
}

#[test]
fn every_seed_is_accepted_by_its_body() {
    for target in TARGETS {
        let seeds = seeds(target.name);
        assert!(seeds.len() >= 2, "{} has seeds", target.name);
        seeds.iter().for_each(|seed| (target.body)(seed));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn random_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        TARGETS.iter().for_each(|target| (target.body)(&bytes));
    }

    #[test]
    fn damaged_documents_are_refused_or_keep_their_laws(
        target in proptest::sample::select(TARGETS.to_vec()),
        seed in any::<Index>(),
        damages in proptest::collection::vec(damage(), 1..5),
    ) {
        let mut bytes = seed.get(&seeds(target.name)).clone();
        damages.iter().for_each(|damage| damaged(&mut bytes, damage));
        (target.body)(&bytes);
    }
}
