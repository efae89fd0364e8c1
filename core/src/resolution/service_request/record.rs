//! The record of a service request and the data of its states.

use crate::kernel::{
    Attachment, Ballot, CiId, Code, CustomerId, Digest, Envelope, Instant, PersonId, Personal, RecordId,
    Role, ServiceId, Text, VoteDecision, canonical, codes,
};
use crate::resolution::desk::{Instructions, RequestModel};
use crate::resolution::{Assignment, PendingReason};
use crate::sla::TicketClocks;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// The phases of a service request (spec 3.21).
    pub enum ServiceRequestPhase {
        /// Asked for.
        Submitted = "submitted", "Submitted", "已提交";
        /// Entitled, classified, prioritised.
        Validated = "validated", "Validated", "已确认";
        /// Its approvers vote.
        AwaitingApproval = "awaiting_approval", "Awaiting approval", "待审批";
        /// May be fulfilled.
        Approved = "approved", "Approved", "已批准";
        /// A group works on it.
        InFulfilment = "in_fulfilment", "In fulfilment", "履行中";
        /// It waits for somebody or something named.
        Waiting = "waiting", "Waiting", "等待中";
        /// Done; to be confirmed.
        Fulfilled = "fulfilled", "Fulfilled", "已履行";
        /// Confirmed. Final.
        Closed = "closed", "Closed", "已关闭";
        /// Refused, for a reason that the requester knows. Final.
        Rejected = "rejected", "Rejected", "已拒绝";
        /// Taken back. Final.
        Cancelled = "cancelled", "Cancelled", "已取消";
        /// It goes on as an incident or a change. Final.
        Converted = "converted", "Converted", "已转换";
    }
}

/// The state of a service request with the data that exist only in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ServiceRequestState {
    /// Asked for.
    Submitted,
    /// Entitled, classified, prioritised.
    Validated,
    /// Its approvers vote.
    AwaitingApproval,
    /// May be fulfilled.
    Approved,
    /// A group works on it.
    InFulfilment,
    /// It waits.
    Waiting {
        /// For what.
        reason: PendingReason,
        /// Since when.
        since: Instant,
        /// Until when, as expected.
        until: Instant,
        /// When a timer ends the wait, if one does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resumes_at: Option<Instant>,
    },
    /// Done; to be confirmed.
    Fulfilled {
        /// When.
        at: Instant,
        /// When it closes by itself, given the notices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        closes_at: Option<Instant>,
        /// How many delivered notices it takes to close by itself.
        notices: u32,
        /// When the requester is told again, as far as it lies ahead.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reminders: Vec<Instant>,
    },
    /// Confirmed.
    Closed(RequestClosure),
    /// Refused.
    Rejected {
        /// When.
        at: Instant,
        /// Why.
        reason: Text,
    },
    /// Taken back.
    Cancelled {
        /// When.
        at: Instant,
        /// Why.
        reason: Text,
    },
    /// It goes on as something else.
    Converted {
        /// When.
        at: Instant,
        /// As what.
        to: ConvertedTo,
    },
}

impl ServiceRequestState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ServiceRequestPhase {
        match self {
            Self::Submitted => ServiceRequestPhase::Submitted,
            Self::Validated => ServiceRequestPhase::Validated,
            Self::AwaitingApproval => ServiceRequestPhase::AwaitingApproval,
            Self::Approved => ServiceRequestPhase::Approved,
            Self::InFulfilment => ServiceRequestPhase::InFulfilment,
            Self::Waiting { .. } => ServiceRequestPhase::Waiting,
            Self::Fulfilled { .. } => ServiceRequestPhase::Fulfilled,
            Self::Closed(_) => ServiceRequestPhase::Closed,
            Self::Rejected { .. } => ServiceRequestPhase::Rejected,
            Self::Cancelled { .. } => ServiceRequestPhase::Cancelled,
            Self::Converted { .. } => ServiceRequestPhase::Converted,
        }
    }
}

/// How a service request was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestClosure {
    /// When.
    pub at: Instant,
    /// Whether a timer closed it, because nobody answered.
    pub automatic: bool,
    /// Who confirmed.
    pub confirmed_by: PersonId,
}

/// As what a service request goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConvertedTo {
    /// It was a failure.
    Incident(RecordId),
    /// It alters configuration items outside a standard change.
    Change(RecordId),
}

/// What a service request is: set by the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestClassification {
    /// The category, for which the group must be competent.
    pub category: Code,
    /// The impact, as the matrix numbers it.
    pub impact: u8,
    /// The urgency, as the matrix numbers it.
    pub urgency: u8,
}

/// A task of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Which.
    pub task: Code,
    /// When it was done, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
}

/// When something was done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
}

/// Access that was granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccessGrant {
    /// To what.
    pub access: Code,
    /// Up to when; privileged access always ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// What was done for a service request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fulfilment {
    /// The access that was granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<AccessGrant>,
    /// The configuration items that were altered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cis: Vec<CiId>,
    /// What proves it.
    pub evidence: Vec<Attachment>,
}

/// A service request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServiceRequest {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: ServiceRequestState,
    /// The model of the policy that it follows.
    pub model: Code,
    /// Who asks.
    pub requester: PersonId,
    /// For whom.
    pub beneficiary: PersonId,
    /// How the requester can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Personal<String>>,
    /// The inputs of the model.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<Code, Text>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<RequestClassification>,
    /// Its priority by the matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// The ballot on its present content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<Ballot>,
    /// Who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// The instructions that it is fulfilled by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<Instructions>,
    /// The tasks of its model, once the fulfilment has begun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// How many actions were recorded on it.
    pub actions: u32,
    /// What was done for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilment: Option<Fulfilment>,
    /// When it was fulfilled, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilled: Option<Done>,
    /// Its clocks.
    pub clocks: TicketClocks,
}

#[derive(Serialize)]
struct Content<'a> {
    beneficiary: &'a PersonId,
    inputs: &'a BTreeMap<Code, Text>,
    model: &'a Code,
    model_version: Digest,
}

impl ServiceRequest {
    /// Whether work on it is still to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self.state.phase(),
            ServiceRequestPhase::Submitted
                | ServiceRequestPhase::Validated
                | ServiceRequestPhase::AwaitingApproval
                | ServiceRequestPhase::Approved
                | ServiceRequestPhase::InFulfilment
                | ServiceRequestPhase::Waiting
        )
    }

    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> ServiceRequestPhase {
        self.state.phase()
    }

    /// The hash of what is approved: model, inputs, beneficiary (spec 3.0.5).
    ///
    /// `model` is the request's model as the policy has it now. Its own hash stands for its version: a version of the desk's rules that
    /// leaves the model as it was voids no approval.
    #[must_use]
    pub fn content(&self, model: &RequestModel) -> Digest {
        canonical::digest_of(&Content {
            beneficiary: &self.beneficiary,
            inputs: &self.inputs,
            model: &self.model,
            model_version: canonical::digest_of(model),
        })
    }

    /// The service it is about, if it is known.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceId> {
        self.envelope.services.first()
    }

    /// Whoever approved it: voters, and the delegates who cast their votes.
    pub fn approvers(&self) -> impl Iterator<Item = &PersonId> {
        let votes = self.ballot.iter().flat_map(Ballot::votes);
        votes.filter(|vote| vote.decision == VoteDecision::Approve).flat_map(|vote| [&vote.by, &vote.cast_by])
    }

    /// Whether a voter for information security has approved it.
    #[must_use]
    pub fn has_security_approval(&self) -> bool {
        self.ballot.iter().any(|ballot| {
            let secures = |person: &PersonId| {
                let mut voters = ballot.voters().iter();
                voters.any(|v| v.person == *person && v.roles.contains(Role::SecurityManager))
            };
            ballot.votes().iter().any(|vote| vote.decision == VoteDecision::Approve && secures(&vote.by))
        })
    }
}
