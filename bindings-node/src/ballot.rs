//! A vote of several persons on one content.

use crate::documents::{bytes, text};
use crate::failure::ask;
use itsm::contract::BallotHandle;
use napi_derive::napi;

/// A ballot that does not change.
#[napi]
pub struct Ballot(BallotHandle);

#[napi]
impl Ballot {
    /// Opens a ballot.
    #[napi(constructor, catch_unwind)]
    pub fn new(opening: String, now: String, waivers: Option<String>) -> napi::Result<Self> {
        ask(|| Ok(Self(BallotHandle::open(opening.as_bytes(), &now, bytes(waivers.as_ref()))?)))
    }

    /// Reads a ballot that was stored.
    #[napi(catch_unwind)]
    pub fn from_document(document: String) -> napi::Result<Self> {
        ask(|| Ok(Self(BallotHandle::from_json(document.as_bytes())?)))
    }

    /// The ballot as a document.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(&self.0.document()?))
    }

    /// The ballot with one more vote.
    #[napi(catch_unwind)]
    pub fn vote(&self, vote: String, now: String, waivers: Option<String>) -> napi::Result<Self> {
        ask(|| Ok(Self(self.0.vote(vote.as_bytes(), &now, bytes(waivers.as_ref()))?)))
    }

    /// The ballot in which a voter may be represented by another person.
    #[napi(catch_unwind)]
    pub fn delegate(&self, from: String, to: String, now: String) -> napi::Result<Self> {
        ask(|| Ok(Self(self.0.delegate(&from, &to, &now)?)))
    }

    /// Where it stands.
    #[napi(catch_unwind)]
    pub fn outcome(&self) -> napi::Result<String> {
        ask(|| text(&self.0.outcome()?))
    }

    /// The voters who have not voted yet.
    #[napi(catch_unwind)]
    pub fn outstanding(&self) -> Vec<String> {
        self.0.outstanding()
    }

    /// Whether exactly this content, by its hash, is accepted.
    #[napi(catch_unwind)]
    pub fn in_force(&self, content: String, now: String) -> napi::Result<bool> {
        ask(|| self.0.in_force(&content, &now))
    }
}
