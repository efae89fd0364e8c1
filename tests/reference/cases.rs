//! How many cases a property runs, and from which seed.
//!
//! `ITSM_NIGHTLY=1` asks for the long run, `ITSM_SEED` for the cases of an earlier one: a failing test prints its seed.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use proptest::test_runner::{Config, RngSeed};

const NIGHTLY: u32 = 100_000;

/// So many cases by day, and many more at night.
pub fn config(by_day: u32) -> Config {
    long(by_day, NIGHTLY)
}

/// The same where a case takes long: so many by day, so many at night.
pub fn long(by_day: u32, by_night: u32) -> Config {
    let nightly = env::var("ITSM_NIGHTLY").is_ok_and(|asked| asked == "1");
    let seed = match env::var("ITSM_SEED").map(|text| text.parse()) {
        Ok(Ok(seed)) => seed,
        Ok(Err(_)) => panic!("`ITSM_SEED` is a number"),
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
    };
    println!("to see these cases again: ITSM_SEED={seed}");
    Config {
        cases: if nightly { by_night } else { by_day },
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        ..Config::default()
    }
}
