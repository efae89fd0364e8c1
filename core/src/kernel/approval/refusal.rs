//! Why a ballot, a delegation or a vote is refused.

use crate::kernel::approval::{BallotOutcome, Excluded};
use crate::kernel::{Instant, PersonId, limits};

/// A ballot, delegation or vote that is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ApprovalError {
    /// A threshold of 1 to 100 percent.
    #[error("a threshold is 1 to 100 percent, not `{percent}`")]
    Percent {
        /// What stood there.
        percent: u8,
    },
    /// A threshold of no voter would accept by itself.
    #[error("a threshold is at least one approval")]
    CountZero,
    /// More than a list may hold.
    #[error("at most {limit} {list}, not `{found}`")]
    TooMany {
        /// Which list.
        list: &'static str,
        /// Members found.
        found: usize,
        /// Members allowed.
        limit: usize,
    },
    /// Those who may vote could not accept it even if all approved.
    #[error("the rule cannot be met by the voters who may vote: `{voters}`, needed approvals `{needed}`")]
    Unreachable {
        /// Voters who are not excluded, or whom a waiver admits.
        voters: usize,
        /// Approvals needed.
        needed: usize,
    },
    /// An outcome is final.
    #[error("the ballot is closed: `{}`", .outcome.code())]
    Closed {
        /// The outcome.
        outcome: BallotOutcome,
    },
    /// Only voters have a vote.
    #[error("`{person}` is not a voter of this ballot")]
    NotAVoter {
        /// Who.
        person: PersonId,
    },
    /// One vote a voter, and it stands.
    #[error("`{person}` has voted already")]
    AlreadyVoted {
        /// Whose vote.
        person: PersonId,
    },
    /// No delegation was recorded before the vote was given.
    #[error("`{cast_by}` votes for `{by}` without a delegation recorded before")]
    NotDelegated {
        /// The voter.
        by: PersonId,
        /// Who would vote for him.
        cast_by: PersonId,
    },
    /// A quorum counts distinct humans: nobody casts two votes. No waiver lifts this.
    #[error("`{person}` has cast a vote already and cannot cast another")]
    OneVoteAPerson {
        /// Who.
        person: PersonId,
    },
    /// Separation of duties.
    #[error("not separate from the subject: {}", listed(.rows))]
    Excluded {
        /// Every row in the way.
        rows: Vec<Excluded>,
    },
    /// A vote is given while the ballot is open, and recorded afterwards.
    #[error("`{at}` is not between the opening at `{opened_at}` and now, `{now}`")]
    OutOfTime {
        /// The instant stated.
        at: Instant,
        /// When the ballot opened.
        opened_at: Instant,
        /// Now.
        now: Instant,
    },
    /// A voter needs no delegation to vote for himself.
    #[error("`{person}` cannot be his own delegate")]
    OwnDelegate {
        /// Who.
        person: PersonId,
    },
    /// Longer than [`limits::TEXT_BYTES`].
    #[error("a comment has at most {limit} bytes, this one has `{bytes}`", limit = limits::TEXT_BYTES)]
    Comment {
        /// Length found.
        bytes: usize,
    },
    /// A ballot read from a document contradicts itself.
    #[error("the ballot contradicts itself: {what}")]
    Inconsistent {
        /// In what.
        what: &'static str,
    },
}

fn listed(rows: &[Excluded]) -> String {
    let rows: Vec<_> = rows.iter().map(|e| format!("`{}` ({})", e.person, e.row)).collect();
    rows.join(", ")
}

impl ApprovalError {
    /// The stable code of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Percent { .. } => "ballot.percent",
            Self::CountZero => "ballot.count_zero",
            Self::TooMany { .. } => "ballot.too_many",
            Self::Unreachable { .. } => "ballot.unreachable",
            Self::Closed { .. } => "ballot.closed",
            Self::NotAVoter { .. } => "ballot.not_a_voter",
            Self::AlreadyVoted { .. } => "ballot.already_voted",
            Self::NotDelegated { .. } => "ballot.not_delegated",
            Self::OneVoteAPerson { .. } => "ballot.one_vote_a_person",
            Self::Excluded { .. } => "ballot.excluded",
            Self::OutOfTime { .. } => "ballot.out_of_time",
            Self::OwnDelegate { .. } => "ballot.own_delegate",
            Self::Comment { .. } => "ballot.comment",
            Self::Inconsistent { .. } => "ballot.inconsistent",
        }
    }
}
