//! What a ballot is made of: the rule, the voters, their votes and delegations.

use crate::kernel::approval::ApprovalError;
use crate::kernel::duty::Duty;
use crate::kernel::{Instant, PersonId, Roles, codes};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;

/// A share of the voters: 1 to 100 percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 1, "maximum" = 100)))]
#[serde(try_from = "u8")]
pub struct Percent(u8);

impl Percent {
    /// The number of percent.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = ApprovalError;
    fn try_from(percent: u8) -> Result<Self, ApprovalError> {
        if (1..=100).contains(&percent) { Ok(Self(percent)) } else { Err(ApprovalError::Percent { percent }) }
    }
}

/// How many approvals a ballot needs: `{"percent": 60}` or `{"count": 2}`. 通过门槛
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// This share of all voters, rounded up.
    Percent(Percent),
    /// This many voters.
    Count(NonZeroU32),
}

impl Threshold {
    /// A share of all voters.
    ///
    /// # Errors
    /// [`ApprovalError::Percent`] outside 1 to 100.
    pub fn percent(percent: u8) -> Result<Self, ApprovalError> {
        Percent::try_from(percent).map(Self::Percent)
    }

    /// A number of voters.
    ///
    /// # Errors
    /// [`ApprovalError::CountZero`] for none.
    pub fn count(count: u32) -> Result<Self, ApprovalError> {
        NonZeroU32::new(count).map(Self::Count).ok_or(ApprovalError::CountZero)
    }

    /// The approvals that a ballot of so many voters needs: `ceil(percent * voters / 100)`, or the count; never none.
    ///
    /// ```
    /// use itsm::kernel::Threshold;
    /// assert_eq!(Threshold::percent(60).unwrap().needed(4), 3);
    /// assert_eq!(Threshold::count(2).unwrap().needed(4), 2);
    /// ```
    #[must_use]
    pub fn needed(self, voters: usize) -> usize {
        match self {
            Self::Percent(Percent(percent)) => {
                usize::from(percent).saturating_mul(voters).div_ceil(100).max(1)
            }
            Self::Count(count) => usize::try_from(count.get()).unwrap_or(usize::MAX),
        }
    }
}

/// When a ballot is accepted or refused. 审批规则
///
/// ```
/// use itsm::kernel::ApprovalRule;
/// let rule: ApprovalRule = serde_json::from_str(
///     r#"{"threshold": {"percent": 60}, "quorum": 3, "veto_roles": ["secm"], "valid_for_s": 2592000}"#,
/// ).unwrap();
/// assert_eq!(rule.threshold.needed(5), 3);
/// assert!(serde_json::from_str::<ApprovalRule>(r#"{"threshold": {"percent": 0}}"#).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalRule {
    /// The approvals needed.
    pub threshold: Threshold,
    /// Persons whose vote must be in before acceptance; abstentions count. 0: no quorum.
    #[serde(default)]
    pub quorum: u32,
    /// A rejection by a voter who holds one of these refuses at once.
    #[serde(default)]
    pub veto_roles: Roles,
    /// For each of these, a voter who holds it must have approved before acceptance.
    #[serde(default)]
    pub required_roles: Roles,
    /// Seconds for which an acceptance holds; without it, as long as the content is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_for_s: Option<u32>,
}

/// A person with a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Voter {
    /// Who.
    pub person: PersonId,
    /// The roles in which the person votes.
    pub roles: Roles,
}

/// A person who may not approve this subject, and the row of the separation of duties that says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Excluded {
    /// Who: the requester, the implementer, the author, the beneficiary.
    pub person: PersonId,
    /// Why.
    pub row: Duty,
}

codes! {
    /// What a voter says.
    pub enum VoteDecision {
        /// In favour.
        Approve = "approve", "Approve", "批准";
        /// Against.
        Reject = "reject", "Reject", "否决";
        /// The content is to be reworked: ends the ballot, since other content is another subject.
        Return = "return", "Return", "退回";
        /// Neither: counts for the quorum only.
        Abstain = "abstain", "Abstain", "弃权";
    }
}

/// One vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The voter whose vote it is.
    pub by: PersonId,
    /// Who cast it: the voter, or his delegate.
    pub cast_by: PersonId,
    /// What the voter says.
    pub decision: VoteDecision,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = crate::kernel::limits::TEXT_BYTES)))]
    pub comment: String,
    /// When it was given; an earlier instant than the recording for a vote given by word of mouth.
    pub at: Instant,
}

/// A voter lets another person vote for him. The last one recorded holds; the voter may still vote himself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// The voter.
    pub from: PersonId,
    /// His delegate.
    pub to: PersonId,
    /// When it was recorded; it covers votes given from then on.
    pub at: Instant,
}
