//! The ground: ids, instants, actors, lifecycles, refusals, events, approvals, limits.
//! 内核
//!
//! Everything above is built of these words. The kernel knows no process and no calendar.

mod actor;
mod approval;
pub mod canonical;
mod context;
mod duty;
mod envelope;
mod event;
mod facts;
mod id;
mod instant;
mod journal;
mod label;
mod lifecycle;
pub mod limits;
mod notice;
pub mod personal;
mod policy;
mod process;
mod refusal;
pub mod strict;
mod text;
pub(crate) mod upcast;
#[cfg(test)]
pub(crate) mod walk;

pub use actor::{Actor, Role, Roles};
pub use approval::{
    ApprovalError, ApprovalRule, Ballot, BallotOpening, BallotOutcome, Cast, Delegation, Excluded, Percent,
    Threshold, Vote, VoteDecision, Voter, WaiverUse,
};
pub use canonical::Digest;
pub use context::{Authorisation, Context};
pub use duty::{Duty, Separation, Waiver, WaiverError, WaiverTerms, separated};
pub use envelope::{Attachment, Confidentiality, Envelope, Link, LinkKind};
pub use event::{Event, EventBody, EventError, EventHead, messages};
pub use facts::{Fact, FactWanted, Facts};
pub use id::*;
pub use instant::{Instant, InstantError};
pub use journal::*;
pub use label::{Coded, Label, codes};
pub use lifecycle::{Lifecycle, Move, Rule, Who};
pub use notice::{Notice, NoticeKind, Noticed, Receipt, Recipient};
pub use personal::{Personal, PersonalField, PersonalValue};
pub use policy::{PolicyRef, Versioned};
pub use process::{Case, Decision, Process, apply, decide, fire, fire_next, fold, heads};
pub use refusal::{Refusal, Unmet};
pub use strict::{DocumentError, DocumentFault};
pub use text::{Text, TextError};
