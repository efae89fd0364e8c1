//! Ballots on one content. 表决

use crate::documents::{instant_text, text};
use crate::door::{Thrown, door};
use itsm::contract::BallotHandle;

/// A ballot that does not change: each vote makes the next one.
#[derive(uniffi::Object)]
pub struct Ballot(BallotHandle);

fn bytes(waivers: Option<&String>) -> Option<&[u8]> {
    waivers.map(String::as_bytes)
}

#[uniffi::export]
impl Ballot {
    /// Opens a ballot.
    #[uniffi::constructor]
    pub fn new(opening: String, now: f64, waivers: Option<String>) -> Result<Self, Thrown> {
        let now = instant_text(now)?;
        door(|| Ok(Self(BallotHandle::open(opening.as_bytes(), &now, bytes(waivers.as_ref()))?)))
    }

    /// Reads a ballot that was stored.
    #[uniffi::constructor]
    pub fn from_document(document: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(BallotHandle::from_json(document.as_bytes())?)))
    }

    /// The ballot as a document.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.document()?))
    }

    /// The ballot with one more vote.
    pub fn vote(&self, vote: String, now: f64, waivers: Option<String>) -> Result<Self, Thrown> {
        let now = instant_text(now)?;
        door(|| Ok(Self(self.0.vote(vote.as_bytes(), &now, bytes(waivers.as_ref()))?)))
    }

    /// The ballot in which a voter may be represented by another person.
    pub fn delegate(&self, from: String, to: String, now: f64) -> Result<Self, Thrown> {
        let now = instant_text(now)?;
        door(|| Ok(Self(self.0.delegate(&from, &to, &now)?)))
    }

    /// Where it stands.
    pub fn outcome(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.outcome()?))
    }

    /// The voters who have not voted yet.
    pub fn outstanding(&self) -> Result<Vec<String>, Thrown> {
        door(|| Ok(self.0.outstanding()))
    }

    /// Whether exactly this content, by its hash, is accepted at an instant.
    pub fn in_force(&self, content: String, now: f64) -> Result<bool, Thrown> {
        let now = instant_text(now)?;
        door(|| self.0.in_force(&content, &now))
    }
}
