//! The documents that cross a boundary: their schema, from the types that read and write them. 接口契约
//!
//! A new process reaches every language by being registered: its commands, events and records are in [`schema`] then.

mod schema;

pub use schema::{SCHEMA_VERSION, schema};
