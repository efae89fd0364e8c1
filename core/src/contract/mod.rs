//! The documents that cross a boundary: their schema, from the types that read and write them, and the one error. 接口契约
//!
//! A new process reaches every language by being registered: its commands, events and records are in [`schema`] then, and its decisions
//! behind [`Lifecycle`].

mod beside;
mod codes;
mod context;
mod failure;
mod register;
#[cfg(feature = "schema")]
mod schema;
mod whole;

/// The version of the documents. It grows when a document of before would be read otherwise or refused.
pub const SCHEMA_VERSION: u32 = 1;

pub use beside::{Decided, Lifecycle, Policies, State};
pub use codes::{CODES, ErrorCode, code_of};
pub use context::{AuthorisationDocument, ContextDocument, PublishedPolicy};
pub use failure::{Failure, FailureKind, Retry};
pub use register::RegisterHandle;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use whole::{Planned, SystemHandle};
