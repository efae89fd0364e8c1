//! Bytes in, values out: how every face here reads and answers.

use super::Failure;
use crate::kernel::{Instant, limits, strict};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a document strictly.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    Ok(strict::from_slice(bytes, limits::POLICY_BYTES)?)
}

/// Reads a document strictly, where one was given.
pub(super) fn read_or_default<T: DeserializeOwned + Default>(bytes: Option<&[u8]>) -> Result<T, Failure> {
    bytes.map_or_else(|| Ok(T::default()), read)
}

/// An answer as a document.
pub(super) fn document<T: Serialize + ?Sized>(answer: &T) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|fault| Failure::internal(fault.to_string()))
}

/// An instant as documents have it.
pub(super) fn instant(text: &str) -> Result<Instant, Failure> {
    Ok(Instant::parse(text)?)
}
