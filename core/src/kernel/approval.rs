//! Approvals: one rule, one ballot, one outcome for one content. 审批
//!
//! Spec 3.0.5, semantics 8.6, DECISIONS 8. A [`Ballot`] asks its voters about the content with one hash; content that
//! was edited has another hash, and no approval. It counts persons, not roles; an abstention counts for the quorum and
//! not for the threshold. It ends as soon as the outstanding voters can no longer change the outcome, and what has
//! ended stays so. Who may not approve (separation of duties) is named when the ballot opens.
//!
//! The ballot decides who may vote for whom; that `cast_by` and `from` are the actor of the command is for the process
//! to see to.

mod refusal;
mod terms;

pub use refusal::ApprovalError;
pub use terms::{ApprovalRule, Delegation, Excluded, Percent, Threshold, Vote, VoteDecision, Voter};

use crate::kernel::duty::{Separation, Waiver, separated};
use crate::kernel::{Digest, Instant, PersonId, RecordId, Roles, limits};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::collections::{BTreeMap, BTreeSet};

/// Where a ballot stands. Anything but waiting is final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "OutcomeTerms")]
#[cfg_attr(feature = "schema", schemars(!try_from, deny_unknown_fields))]
pub enum BallotOutcome {
    /// Open.
    Waiting {},
    /// Accepted; `at` is when the latest of the votes was given.
    Accepted {
        /// When.
        at: Instant,
    },
    /// Refused: vetoed, or acceptance is out of reach.
    Refused {
        /// When.
        at: Instant,
    },
    /// Returned for rework.
    Returned {
        /// When.
        at: Instant,
    },
}

// Events hold outcomes, and what a tagged enum reads ahead cannot be read leniently.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeTerms {
    kind: OutcomeKind,
    at: Option<Instant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum OutcomeKind {
    Waiting,
    Accepted,
    Refused,
    Returned,
}

impl TryFrom<OutcomeTerms> for BallotOutcome {
    type Error = &'static str;

    fn try_from(terms: OutcomeTerms) -> Result<Self, &'static str> {
        match (terms.kind, terms.at) {
            (OutcomeKind::Waiting, None) => Ok(Self::Waiting {}),
            (OutcomeKind::Accepted, Some(at)) => Ok(Self::Accepted { at }),
            (OutcomeKind::Refused, Some(at)) => Ok(Self::Refused { at }),
            (OutcomeKind::Returned, Some(at)) => Ok(Self::Returned { at }),
            (OutcomeKind::Waiting, Some(_)) => Err("a ballot that waits has no `at`"),
            (_, None) => Err("a ballot that ended has `at`"),
        }
    }
}

impl BallotOutcome {
    /// Whether the ballot has ended.
    #[must_use]
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::Waiting {})
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Waiting {} => "waiting",
            Self::Accepted { .. } => "accepted",
            Self::Refused { .. } => "refused",
            Self::Returned { .. } => "returned",
        }
    }
}

/// What a ballot opens with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BallotOpening {
    /// The hash of the content voted on.
    pub subject: Digest,
    /// The rule.
    pub rule: ApprovalRule,
    /// The voters. Who stands here in two roles votes once, with both.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::VOTERS)))]
    pub voters: Vec<Voter>,
    /// Who may not approve, and why. A voter named here still counts among the voters: leave out whom no waiver will admit.
    #[serde(default)]
    pub excluded: Vec<Excluded>,
}

/// A vote that counts: the event that [`Ballot::decide_vote`] yields and [`Ballot::apply`] folds in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// The vote.
    pub vote: Vote,
    /// Where the ballot stands with it.
    pub outcome: BallotOutcome,
    /// The last instant at which the acceptance holds, where accepted and limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Instant>,
    /// The waivers without which the vote would have been refused; every use is counted (spec 3.0.7).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<WaiverUse>,
}

/// One use of a waiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WaiverUse {
    /// Who was let through, against which row.
    pub excluded: Excluded,
    /// By which waiver.
    pub waiver: RecordId,
}

/// A vote of several persons on one content. 审批表决
///
/// ```
/// use itsm::kernel::{
///     ApprovalRule, Ballot, BallotOpening, BallotOutcome, Digest, Instant, PersonId, Roles, Threshold, Vote,
///     VoteDecision, Voter,
/// };
/// let now = Instant::parse("2026-11-21T01:48:51Z").unwrap();
/// let person = |id: &str| PersonId::new(id).unwrap();
/// let plan = Digest::of(b"the plan");
/// let mut ballot = Ballot::open(BallotOpening {
///     subject: plan,
///     rule: ApprovalRule {
///         threshold: Threshold::percent(60).unwrap(),
///         quorum: 0,
///         veto_roles: Roles::NONE,
///         required_roles: Roles::NONE,
///         valid_for_s: None,
///     },
///     voters: ["a", "b", "c"].map(|id| Voter { person: person(id), roles: Roles::NONE }).into(),
///     excluded: vec![],
/// }, &[], now).unwrap();
/// for id in ["a", "c"] {
///     let vote = Vote {
///         by: person(id),
///         cast_by: person(id),
///         decision: VoteDecision::Approve,
///         comment: String::new(),
///         at: now,
///     };
///     let cast = ballot.decide_vote(vote, &[], now).unwrap();
///     ballot.apply(&cast);
/// }
/// assert_eq!(ballot.outcome(), BallotOutcome::Accepted { at: now });
/// assert!(ballot.in_force(plan, now));
/// assert!(!ballot.in_force(Digest::of(b"the plan, edited"), now));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Ballot {
    subject: Digest,
    rule: ApprovalRule,
    /// Sorted by person, each once.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::VOTERS)))]
    voters: Vec<Voter>,
    #[serde(default)]
    excluded: Vec<Excluded>,
    #[serde(default)]
    delegations: Vec<Delegation>,
    #[serde(default)]
    votes: Vec<Vote>,
    #[serde(default)]
    waived: Vec<WaiverUse>,
    opened_at: Instant,
    outcome: BallotOutcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    valid_until: Option<Instant>,
}

impl Ballot {
    /// Opens a ballot at `now`. The waivers only say which excluded voters may be counted on; each vote asks again.
    ///
    /// # Errors
    /// [`ApprovalError::TooMany`] beyond [`limits::VOTERS`]; [`ApprovalError::Unreachable`] where the voters who may
    /// vote could not accept even together (none named, a required role that nobody holds, a quorum too large).
    pub fn open(opening: BallotOpening, waivers: &[Waiver], now: Instant) -> Result<Self, ApprovalError> {
        let BallotOpening { subject, rule, voters, excluded } = opening;
        within("voters", voters.len(), limits::VOTERS)?;
        within("excluded persons", excluded.len(), limits::LIST)?;
        let mut roles = BTreeMap::<PersonId, Roles>::new();
        for voter in voters {
            let held = roles.entry(voter.person).or_default();
            *held = united(*held, voter.roles);
        }
        let excluded: BTreeSet<Excluded> = excluded.into_iter().collect();
        let ballot = Self {
            subject,
            rule,
            voters: roles.into_iter().map(|(person, roles)| Voter { person, roles }).collect(),
            excluded: excluded.into_iter().collect(),
            delegations: Vec::new(),
            votes: Vec::new(),
            waived: Vec::new(),
            opened_at: now,
            outcome: BallotOutcome::Waiting {},
            valid_until: None,
        };
        let barred: BTreeSet<_> = ballot
            .excluded
            .iter()
            .filter(|row| waiver_for(row, waivers, now, now).is_none())
            .map(|row| &row.person)
            .collect();
        let mut all = Tally::default();
        ballot
            .voters
            .iter()
            .filter(|voter| !barred.contains(&voter.person))
            .for_each(|voter| all.count(VoteDecision::Approve, voter.roles));
        if !ballot.accepts(&all) {
            return Err(ApprovalError::Unreachable { voters: all.voted, needed: ballot.needed() });
        }
        Ok(ballot)
    }

    /// Whether a voter may be represented by another person from now on. Record it before the delegate votes.
    ///
    /// # Errors
    /// [`ApprovalError`] when the ballot is closed, `from` is no voter or has voted, or `to` is himself.
    pub fn decide_delegation(
        &self,
        from: PersonId,
        to: PersonId,
        now: Instant,
    ) -> Result<Delegation, ApprovalError> {
        self.open_vote_of(&from)?;
        within("delegations", self.delegations.len().saturating_add(1), limits::LIST)?;
        if from == to {
            return Err(ApprovalError::OwnDelegate { person: from });
        }
        Ok(Delegation { from, to, at: now })
    }

    /// Records a delegation that [`Ballot::decide_delegation`] allowed.
    pub fn apply_delegation(&mut self, delegation: &Delegation) {
        self.delegations.push(delegation.clone());
    }

    /// Whether the vote counts, and where the ballot stands with it. A waiver lifts an exclusion when it is in force
    /// both when the vote was given and `now`.
    ///
    /// # Errors
    /// [`ApprovalError`] when the ballot is closed, the voter has no vote or no longer one, the delegate was not
    /// delegated or has cast a vote already, a person is excluded, or the instant does not fit.
    pub fn decide_vote(&self, vote: Vote, waivers: &[Waiver], now: Instant) -> Result<Cast, ApprovalError> {
        self.open_vote_of(&vote.by)?;
        if vote.at < self.opened_at || now < vote.at {
            return Err(ApprovalError::OutOfTime { at: vote.at, opened_at: self.opened_at, now });
        }
        if vote.comment.len() > limits::TEXT_BYTES {
            return Err(ApprovalError::Comment { bytes: vote.comment.len() });
        }
        if !self.represents(&vote) {
            return Err(ApprovalError::NotDelegated { by: vote.by, cast_by: vote.cast_by });
        }
        if self.votes.iter().any(|earlier| earlier.cast_by == vote.cast_by) {
            return Err(ApprovalError::OneVoteAPerson { person: vote.cast_by });
        }
        let mut waived = Vec::new();
        let mut refused = Vec::new();
        for row in self.excluded.iter().filter(|row| row.person == vote.by || row.person == vote.cast_by) {
            match waiver_for(row, waivers, vote.at, now) {
                Some(waiver) => waived.push(WaiverUse { excluded: row.clone(), waiver }),
                None => refused.push(row.clone()),
            }
        }
        if !refused.is_empty() {
            return Err(ApprovalError::Excluded { rows: refused });
        }
        let outcome = self.outcome_of(self.votes.iter().chain([&vote]));
        Ok(Cast { vote, outcome, valid_until: self.valid_until_of(outcome), waived })
    }

    /// Folds in a vote that [`Ballot::decide_vote`] allowed on this state.
    pub fn apply(&mut self, cast: &Cast) {
        self.votes.push(cast.vote.clone());
        self.waived.extend_from_slice(&cast.waived);
        self.outcome = cast.outcome;
        self.valid_until = cast.valid_until;
    }

    /// Whether the ballot is about the content with this hash.
    #[must_use]
    pub fn is_for(&self, content: Digest) -> bool {
        self.subject == content
    }

    /// Whether this content is approved at this instant: accepted, not edited since, and not past its validity.
    #[must_use]
    pub fn in_force(&self, content: Digest, now: Instant) -> bool {
        matches!(self.outcome, BallotOutcome::Accepted { .. })
            && self.is_for(content)
            && self.valid_until.is_none_or(|last| now <= last)
    }

    /// Whether this content need not be voted on anew at this instant: it is [in force](Self::in_force), or its votes are awaited.
    #[must_use]
    pub fn stands(&self, content: Digest, now: Instant) -> bool {
        self.in_force(content, now) || (self.is_for(content) && !self.outcome.is_final())
    }

    /// Where the ballot stands.
    #[must_use]
    pub const fn outcome(&self) -> BallotOutcome {
        self.outcome
    }

    /// The last instant at which the acceptance holds, where accepted and limited.
    #[must_use]
    pub const fn valid_until(&self) -> Option<Instant> {
        self.valid_until
    }

    /// When the ballot opened.
    #[must_use]
    pub const fn opened_at(&self) -> Instant {
        self.opened_at
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> &ApprovalRule {
        &self.rule
    }

    /// The voters, sorted by person.
    #[must_use]
    pub fn voters(&self) -> &[Voter] {
        &self.voters
    }

    /// Who may not approve, and why.
    #[must_use]
    pub fn excluded(&self) -> &[Excluded] {
        &self.excluded
    }

    /// The votes as they came.
    #[must_use]
    pub fn votes(&self) -> &[Vote] {
        &self.votes
    }

    /// The uses of waivers without which votes would have been refused.
    #[must_use]
    pub fn waived(&self) -> &[WaiverUse] {
        &self.waived
    }

    /// The delegations as they were recorded.
    #[must_use]
    pub fn delegations(&self) -> &[Delegation] {
        &self.delegations
    }

    /// The voters whose vote is not in: whom to remind.
    pub fn outstanding(&self) -> impl Iterator<Item = &Voter> {
        let voted: BTreeSet<_> = self.votes.iter().map(|vote| &vote.by).collect();
        self.voters.iter().filter(move |voter| !voted.contains(&voter.person))
    }

    /// The approvals that acceptance needs.
    #[must_use]
    pub fn needed(&self) -> usize {
        self.rule.threshold.needed(self.voters.len())
    }

    fn open_vote_of(&self, person: &PersonId) -> Result<(), ApprovalError> {
        if self.outcome.is_final() {
            return Err(ApprovalError::Closed { outcome: self.outcome });
        }
        if self.voter(person).is_none() {
            return Err(ApprovalError::NotAVoter { person: person.clone() });
        }
        if self.votes.iter().any(|vote| vote.by == *person) {
            return Err(ApprovalError::AlreadyVoted { person: person.clone() });
        }
        Ok(())
    }

    fn voter(&self, person: &PersonId) -> Option<&Voter> {
        let at = self.voters.binary_search_by(|voter| voter.person.cmp(person)).ok()?;
        self.voters.get(at)
    }

    fn represents(&self, vote: &Vote) -> bool {
        let mut before = self.delegations.iter().rev().filter(|d| d.from == vote.by && d.at <= vote.at);
        vote.by == vote.cast_by || before.next().is_some_and(|last| last.to == vote.cast_by)
    }

    fn accepts(&self, tally: &Tally) -> bool {
        let quorum = usize::try_from(self.rule.quorum).unwrap_or(usize::MAX);
        tally.voted >= quorum
            && tally.approvals >= self.needed()
            && self.rule.required_roles.iter().all(|role| tally.approving.contains(role))
    }

    fn outcome_of<'a>(&self, votes: impl Iterator<Item = &'a Vote>) -> BallotOutcome {
        let mut tally = Tally::default();
        let mut voted = BTreeSet::new();
        let (mut vetoed, mut returned, mut at) = (false, false, self.opened_at);
        for vote in votes {
            let roles = self.voter(&vote.by).map_or(Roles::NONE, |voter| voter.roles);
            tally.count(vote.decision, roles);
            voted.insert(&vote.by);
            vetoed |= vote.decision == VoteDecision::Reject && roles.intersects(self.rule.veto_roles);
            returned |= vote.decision == VoteDecision::Return;
            at = at.max(vote.at);
        }
        if vetoed {
            return BallotOutcome::Refused { at };
        }
        if returned {
            return BallotOutcome::Returned { at };
        }
        if self.accepts(&tally) {
            return BallotOutcome::Accepted { at };
        }
        // An excluded voter is outstanding too: a waiver may yet admit him.
        for voter in self.voters.iter().filter(|voter| !voted.contains(&voter.person)) {
            tally.count(VoteDecision::Approve, voter.roles);
        }
        if self.accepts(&tally) { BallotOutcome::Waiting {} } else { BallotOutcome::Refused { at } }
    }

    fn valid_until_of(&self, outcome: BallotOutcome) -> Option<Instant> {
        match (outcome, self.rule.valid_for_s) {
            (BallotOutcome::Accepted { at }, Some(seconds)) => {
                Some(at.plus_s(i64::from(seconds)).unwrap_or(Instant::MAX))
            }
            _ => None,
        }
    }

    /// A ballot that comes in a document says no more than its votes do.
    fn check(&self) -> Result<(), ApprovalError> {
        let inconsistent = |what| Err(ApprovalError::Inconsistent { what });
        within("voters", self.voters.len(), limits::VOTERS)?;
        within("excluded persons", self.excluded.len(), limits::LIST)?;
        within("delegations", self.delegations.len(), limits::LIST)?;
        if !self.voters.is_sorted_by(|a, b| a.person < b.person) {
            return inconsistent("the voters are not sorted, or one stands twice");
        }
        let (mut by, mut cast_by) = (BTreeSet::new(), BTreeSet::new());
        for vote in &self.votes {
            if self.voter(&vote.by).is_none() || !self.represents(vote) || vote.at < self.opened_at {
                return inconsistent("a vote that could not be cast");
            }
            if !by.insert(&vote.by) || !cast_by.insert(&vote.cast_by) {
                return inconsistent("a person votes twice");
            }
            if vote.comment.len() > limits::TEXT_BYTES {
                return Err(ApprovalError::Comment { bytes: vote.comment.len() });
            }
        }
        let waived: BTreeSet<_> = self.waived.iter().map(|usage| &usage.excluded).collect();
        let mut voting =
            self.excluded.iter().filter(|row| by.contains(&row.person) || cast_by.contains(&row.person));
        if voting.any(|row| !waived.contains(row)) {
            return inconsistent("an excluded person votes without a waiver");
        }
        let earlier = self.votes.len().saturating_sub(1);
        if !self.votes.is_empty() && self.outcome_of(self.votes.iter().take(earlier)).is_final() {
            return inconsistent("a vote after the outcome");
        }
        if self.outcome != self.outcome_of(self.votes.iter())
            || self.valid_until != self.valid_until_of(self.outcome)
        {
            return inconsistent("the outcome does not follow from the votes");
        }
        Ok(())
    }
}

impl Serialize for Ballot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Ballot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ballot = Self::deserialize(deserializer)?;
        ballot.check().map_err(de::Error::custom)?;
        Ok(ballot)
    }
}

#[derive(Default)]
struct Tally {
    voted: usize,
    approvals: usize,
    approving: Roles,
}

impl Tally {
    fn count(&mut self, decision: VoteDecision, roles: Roles) {
        self.voted = self.voted.saturating_add(1);
        if decision == VoteDecision::Approve {
            self.approvals = self.approvals.saturating_add(1);
            self.approving = united(self.approving, roles);
        }
    }
}

fn united(a: Roles, b: Roles) -> Roles {
    b.iter().fold(a, Roles::with)
}

fn within(list: &'static str, found: usize, limit: usize) -> Result<(), ApprovalError> {
    if found > limit { Err(ApprovalError::TooMany { list, found, limit }) } else { Ok(()) }
}

fn waiver_for(row: &Excluded, waivers: &[Waiver], given: Instant, now: Instant) -> Option<RecordId> {
    let at = |instant| separated(row.row, &row.person, &row.person, waivers, instant);
    match (at(given), at(now)) {
        (Separation::Waived(waiver), Separation::Waived(_)) => Some(waiver),
        _ => None,
    }
}

#[cfg(test)]
mod laws;
