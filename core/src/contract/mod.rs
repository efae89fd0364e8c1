//! The documents that cross a boundary: their schema, from the types that read and write them, and the one error. 接口契约
//!
//! A new process reaches every language by being registered: its commands, events and records are in [`schema`] then.

mod codes;
mod failure;
mod schema;

pub use codes::{CODES, ErrorCode, code_of};
pub use failure::{Failure, FailureKind, Retry};
pub use schema::{SCHEMA_VERSION, schema};
