//! Approvals bound to a content hash.
//!
//! Accepted when the quorum is met and the approvals reach the threshold; refused when a veto holder rejects, or as
//! soon as acceptance cannot be reached any more. Whether it can is decided by trying every way in which the
//! outstanding voters could still vote. Once final, an outcome stays; editing the content begins a new round, in which
//! neither the votes nor the delegations of the one before count.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    Approve,
    Reject,
    Abstain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Waiting,
    Accepted,
    Refused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// Of all voters, rounded up to whole voters.
    Percent(u32),
    Count(u32),
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub threshold: Threshold,
    /// How many must vote at all; an abstention is a vote.
    pub quorum: u32,
    pub veto_roles: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NotAVoter,
    VotedBefore,
    ActedForAnother,
    NoDelegation,
    OtherContent,
    Final,
}

#[derive(Clone, Debug)]
pub struct RefApproval {
    rule: Rule,
    /// Each person once, with all roles held.
    voters: BTreeMap<String, BTreeSet<String>>,
    /// From, to and when it was recorded.
    delegations: Vec<(String, String, i64)>,
    rounds: Vec<Round>,
}

#[derive(Clone, Debug)]
pub struct Round {
    pub content: String,
    pub votes: BTreeMap<String, Vote>,
    pub hands: BTreeSet<String>,
    pub outcome: Outcome,
}

impl RefApproval {
    /// `seats` are (person, role); a person with two roles is one voter.
    pub fn new(rule: Rule, seats: &[(&str, &str)], content: &str) -> Self {
        let mut voters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (person, role) in seats {
            voters.entry((*person).to_owned()).or_default().insert((*role).to_owned());
        }
        let mut approval = Self { rule, voters, delegations: Vec::new(), rounds: Vec::new() };
        approval.begin(content);
        approval
    }

    /// Of two delegations of one voter the later holds.
    pub fn delegate(&mut self, from: &str, to: &str, at: i64) {
        self.delegations.push((from.to_owned(), to.to_owned(), at));
    }

    /// `by` casts the vote of `voter`; the two are one person unless the vote was delegated before.
    pub fn vote(
        &mut self,
        by: &str,
        voter: &str,
        vote: Vote,
        content: &str,
        at: i64,
    ) -> Result<Outcome, Refused> {
        // Of the same second, the delegation that was recorded first was recorded before.
        let mut before =
            self.delegations.iter().filter(|(from, _, recorded)| from == voter && *recorded <= at);
        let delegated = before.next_back().is_some_and(|(_, to, _)| to == by);
        let round = self.rounds.last().expect("a round");
        if round.outcome != Outcome::Waiting {
            return Err(Refused::Final);
        }
        if round.content != content {
            return Err(Refused::OtherContent);
        }
        if !self.voters.contains_key(voter) {
            return Err(Refused::NotAVoter);
        }
        if by != voter && !delegated {
            return Err(Refused::NoDelegation);
        }
        if round.votes.contains_key(voter) {
            return Err(Refused::VotedBefore);
        }
        if round.hands.contains(by) {
            return Err(Refused::ActedForAnother);
        }
        let round = self.rounds.last_mut().expect("a round");
        round.votes.insert(voter.to_owned(), vote);
        round.hands.insert(by.to_owned());
        self.decide();
        Ok(self.outcome())
    }

    /// New content voids every vote; the same content changes nothing.
    pub fn edit(&mut self, content: &str) {
        if self.rounds.last().is_none_or(|round| round.content != content) {
            self.begin(content);
        }
    }

    pub fn outcome(&self) -> Outcome {
        self.rounds.last().expect("a round").outcome
    }

    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    pub fn needed(&self) -> usize {
        match self.rule.threshold {
            Threshold::Count(count) => count as usize,
            Threshold::Percent(percent) => (percent as usize * self.voters.len()).div_ceil(100),
        }
    }

    fn begin(&mut self, content: &str) {
        self.delegations.clear();
        self.rounds.push(Round {
            content: content.to_owned(),
            votes: BTreeMap::new(),
            hands: BTreeSet::new(),
            outcome: Outcome::Waiting,
        });
        self.decide();
    }

    fn decide(&mut self) {
        let votes = self.rounds.last().expect("a round").votes.clone();
        let outcome = if self.accepts(&votes) {
            Outcome::Accepted
        } else if self.some_completion_accepts(&votes) {
            Outcome::Waiting
        } else {
            Outcome::Refused
        };
        self.rounds.last_mut().expect("a round").outcome = outcome;
    }

    fn accepts(&self, votes: &BTreeMap<String, Vote>) -> bool {
        let vetoed = votes.iter().any(|(person, vote)| {
            *vote == Vote::Reject
                && self.voters[person].iter().any(|role| self.rule.veto_roles.contains(role))
        });
        let approvals = votes.values().filter(|vote| **vote == Vote::Approve).count();
        !vetoed && votes.len() >= self.rule.quorum as usize && approvals >= self.needed()
    }

    fn some_completion_accepts(&self, votes: &BTreeMap<String, Vote>) -> bool {
        if self.accepts(votes) {
            return true;
        }
        let Some(next) = self.voters.keys().find(|person| !votes.contains_key(*person)) else { return false };
        [Vote::Approve, Vote::Reject, Vote::Abstain].into_iter().any(|vote| {
            let mut completed = votes.clone();
            completed.insert(next.clone(), vote);
            self.some_completion_accepts(&completed)
        })
    }
}
