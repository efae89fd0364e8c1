//! The way out of every call: a failure is thrown, and so is a panic.

use itsm::contract::Failure;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What Swift catches: the failure as a document.
#[derive(Debug, uniffi::Error)]
pub enum Thrown {
    /// The only case; uniffi throws enumerations.
    Failure {
        /// The document, in JSON.
        document: String,
    },
}

impl std::fmt::Display for Thrown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Failure { document } = self;
        f.write_str(document)
    }
}

impl From<Failure> for Thrown {
    fn from(failure: Failure) -> Self {
        Self::Failure { document: serde_json::to_string(&failure).unwrap_or_else(|fault| fault.to_string()) }
    }
}

/// Runs one call. A panic in a function that does not throw would end the process, so that every one throws and none panics.
pub(crate) fn door<T>(call: impl FnOnce() -> Result<T, Failure>) -> Result<T, Thrown> {
    let ended = catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| Err(Failure::of_panic(&*panic)));
    ended.map_err(Thrown::from)
}

/// Panics, so that a test can see what becomes of it.
#[uniffi::export]
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn panic_for_test() -> Result<(), Thrown> {
    door(|| panic!("asked for by a test"))
}
