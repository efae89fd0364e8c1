//! A ballot on one content, through documents. 表决接口

use super::Failure;
use super::crossing::{document, instant, read, read_or_default};
use crate::kernel::{Ballot, BallotOpening, Digest, PersonId, Vote, Waiver};
use serde_json::Value;

/// A ballot that does not change: each vote makes the next one, and the host stores its document.
///
/// ```
/// use itsm::contract::BallotHandle;
/// let plan = "0".repeat(64);
/// let opening = format!(r#"{{"subject": "{plan}", "rule": {{"threshold": {{"percent": 60}}}},
///     "voters": [{{"person": "a", "roles": []}}, {{"person": "b", "roles": []}}]}}"#);
/// let ballot = BallotHandle::open(opening.as_bytes(), "2026-11-23T08:00:00Z", None)?;
/// let vote = |by: &str| format!(r#"{{"by": "{by}", "cast_by": "{by}", "decision": "approve", "at": "2026-11-23T09:00:00Z"}}"#);
/// let ballot = ballot.vote(vote("a").as_bytes(), "2026-11-23T09:00:00Z", None)?;
/// assert_eq!(ballot.outcome()?["kind"], "waiting");
/// let ballot = ballot.vote(vote("b").as_bytes(), "2026-11-23T09:00:00Z", None)?;
/// assert_eq!(ballot.outcome()?["kind"], "accepted");
/// assert!(ballot.in_force(&plan, "2026-11-23T10:00:00Z")?);
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotHandle(Ballot);

impl BallotHandle {
    /// Opens a ballot. The waivers only say which excluded voters may be counted on; each vote asks again.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault; `ballot.unreachable`, `ballot.too_many`.
    pub fn open(opening: &[u8], now: &str, with: Option<&[u8]>) -> Result<Self, Failure> {
        let opening: BallotOpening = read(opening)?;
        Ok(Self(Ballot::open(opening, &read_or_default::<Vec<Waiver>>(with)?, instant(now)?)?))
    }

    /// Reads a ballot that was stored.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault; a ballot that contradicts itself is none.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        Ok(Self(read(bytes)?))
    }

    /// The ballot as a document.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn document(&self) -> Result<Value, Failure> {
        document(&self.0)
    }

    /// The ballot with one more vote.
    ///
    /// # Errors
    /// `ballot.closed`, `ballot.not_a_voter`, `ballot.already_voted`, `ballot.excluded` and what else keeps a vote from counting.
    pub fn vote(&self, vote: &[u8], now: &str, with: Option<&[u8]>) -> Result<Self, Failure> {
        let vote: Vote = read(vote)?;
        let cast = self.0.decide_vote(vote, &read_or_default::<Vec<Waiver>>(with)?, instant(now)?)?;
        let mut ballot = self.0.clone();
        ballot.apply(&cast);
        Ok(Self(ballot))
    }

    /// The ballot in which a voter may be represented by another person.
    ///
    /// # Errors
    /// `ballot.closed`, `ballot.not_a_voter`, `ballot.already_voted`, `ballot.own_delegate`.
    pub fn delegate(&self, from: &str, to: &str, now: &str) -> Result<Self, Failure> {
        let (from, to) = (PersonId::new(from)?, PersonId::new(to)?);
        let delegation = self.0.decide_delegation(from, to, instant(now)?)?;
        let mut ballot = self.0.clone();
        ballot.apply_delegation(&delegation);
        Ok(Self(ballot))
    }

    /// Where it stands ([`BallotOutcome`](crate::kernel::BallotOutcome)).
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn outcome(&self) -> Result<Value, Failure> {
        document(&self.0.outcome())
    }

    /// The voters who have not voted yet.
    #[must_use]
    pub fn outstanding(&self) -> Vec<String> {
        self.0.outstanding().map(|voter| voter.person.to_string()).collect()
    }

    /// Whether exactly this content, by its hash, is accepted at an instant.
    ///
    /// # Errors
    /// `value.digest`, `value.instant`.
    pub fn in_force(&self, content: &str, now: &str) -> Result<bool, Failure> {
        let digest = Digest::from_hex(content).ok_or_else(|| {
            Failure::coded("value.digest", format!("`{content}` is no SHA-256 in hexadecimal digits"))
        })?;
        Ok(self.0.in_force(digest, instant(now)?))
    }
}
