//! The documents that cross a boundary: their schema, from the types that read and write them, and the one error. 接口契约
//!
//! A new process reaches every language by being registered: its commands, events and records are in [`schema`] then, and its decisions
//! behind [`Lifecycle`].

mod agreement;
mod ballot;
mod codes;
mod context;
mod crossing;
mod evidence;
mod failure;
mod lifecycle;
mod matrix;
mod register;
#[cfg(feature = "schema")]
mod schema;
mod surface;
mod whole;

/// The version of the documents. It grows when a document of before would be read otherwise or refused.
pub const SCHEMA_VERSION: u32 = 1;

pub use agreement::{AgreementsDocument, ClocksAnswer, SlaPolicyHandle, WhyDueAnswer};
pub use ballot::BallotHandle;
pub use codes::{CODES, ErrorCode, code_of};
pub use context::{AuthorisationDocument, ContextDocument, PublishedPolicy};
pub use evidence::{
    CheckpointAnswer, NoteAnswer, NoteSignatureAnswer, OpeningAnswer, read_checkpoint, read_note,
    verify_consistency, verify_inclusion,
};
pub use failure::{Failure, FailureKind, Retry};
pub use lifecycle::{Decided, Lifecycle, Policies, State};
pub use matrix::{ExplanationAnswer, LintAnswer, MatrixHandle};
pub use register::RegisterHandle;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use surface::{FUNCTIONS, HANDLES, Handle};
pub use whole::{NextStepAnswer, Planned, SystemHandle};
