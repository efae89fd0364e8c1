//! The record of an incident and the data of its states.

use crate::kernel::{
    CiId, ClauseId, Code, CustomerId, Envelope, Instant, LinkKind, PersonId, Personal, RecordId, ServiceId,
    Text, UnitId, codes,
};
use crate::priority::PriorityOverride;
use crate::resolution::{Assignment, PendingReason};
use crate::sla::TicketClocks;
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of an incident (spec 3.20).
    pub enum IncidentPhase {
        /// Recorded.
        Logged = "logged", "Logged", "已登记";
        /// Categorised and prioritised.
        Classified = "classified", "Classified", "已分类";
        /// A group has it.
        Assigned = "assigned", "Assigned", "已分派";
        /// Somebody works on it.
        InProgress = "in_progress", "In progress", "处理中";
        /// It waits for somebody or something named.
        Pending = "pending", "Pending", "挂起";
        /// The service is restored.
        Resolved = "resolved", "Resolved", "已解决";
        /// The restoration is confirmed. Final.
        Closed = "closed", "Closed", "已关闭";
        /// A duplicate or a mistake. Final.
        Cancelled = "cancelled", "Cancelled", "已取消";
        /// It goes on as a service request. Final.
        Converted = "converted", "Converted to request", "已转为服务请求";
    }
}

codes! {
    /// How a ticket reached the desk.
    pub enum Channel {
        /// By telephone.
        Phone = "phone", "Phone", "电话";
        /// By chat.
        Chat = "chat", "Chat", "即时通讯";
        /// In person.
        Desk = "desk", "In person", "现场";
        /// By mail.
        Mail = "mail", "Mail", "邮件";
        /// Through a portal.
        Portal = "portal", "Portal", "门户";
        /// From a monitoring source.
        Monitoring = "monitoring", "Monitoring", "监控";
    }
}

codes! {
    /// What kind of resolution it was.
    pub enum ResolutionKind {
        /// The cause is removed.
        Permanent = "permanent", "Permanent", "永久解决";
        /// The service runs, the cause remains.
        Workaround = "workaround", "Workaround", "变通解决";
        /// Nothing was wrong.
        NoFault = "no_fault", "No fault found", "未发现故障";
    }
}

codes! {
    /// Who resolved it.
    pub enum ContactLevel {
        /// During the first contact.
        FirstContact = "first_contact", "First contact", "首次联系";
        /// The first line.
        L1 = "l1", "First line", "一线";
        /// The second line.
        L2 = "l2", "Second line", "二线";
        /// The third line.
        L3 = "l3", "Third line", "三线";
        /// A supplier.
        Supplier = "supplier", "Supplier", "供方";
    }
}

codes! {
    /// To whom a matter is handed up.
    pub enum EscalationKind {
        /// To other skills.
        Functional = "functional", "Functional", "职能性升级";
        /// To more authority.
        Hierarchical = "hierarchical", "Hierarchical", "管理性升级";
    }
}

/// The state of an incident with the data that exist only in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum IncidentState {
    /// Recorded.
    Logged,
    /// Categorised and prioritised.
    Classified,
    /// A group has it.
    Assigned,
    /// Somebody works on it.
    InProgress,
    /// It waits.
    Pending {
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
    /// The service is restored.
    Resolved {
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
        /// Up to when it can be reopened.
        reopen_until: Instant,
    },
    /// Confirmed.
    Closed(Closure),
    /// A duplicate or a mistake.
    Cancelled {
        /// When.
        at: Instant,
    },
    /// It goes on as a service request.
    Converted {
        /// When.
        at: Instant,
        /// As which.
        to: RecordId,
    },
}

impl IncidentState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> IncidentPhase {
        match self {
            Self::Logged => IncidentPhase::Logged,
            Self::Classified => IncidentPhase::Classified,
            Self::Assigned => IncidentPhase::Assigned,
            Self::InProgress => IncidentPhase::InProgress,
            Self::Pending { .. } => IncidentPhase::Pending,
            Self::Resolved { .. } => IncidentPhase::Resolved,
            Self::Closed(_) => IncidentPhase::Closed,
            Self::Cancelled { .. } => IncidentPhase::Cancelled,
            Self::Converted { .. } => IncidentPhase::Converted,
        }
    }
}

/// How an incident was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// When.
    pub at: Instant,
    /// Whether a timer closed it, because nobody answered.
    pub automatic: bool,
    /// The closure code.
    pub code: Code,
    /// Who confirmed.
    pub confirmed_by: PersonId,
}

/// What an incident is: set by the desk, before it is assigned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// The category.
    pub category: Code,
    /// The impact, as the matrix numbers it.
    pub impact: u8,
    /// The urgency, as the matrix numbers it.
    pub urgency: u8,
    /// Whether it is a security incident.
    pub security: bool,
    /// The known error that matches; none: the search found nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_error: Option<RecordId>,
}

/// How an incident was resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// The resolution code.
    pub code: Code,
    /// What was done.
    pub text: Text,
    /// What kind of resolution it was.
    pub kind: ResolutionKind,
    /// Who resolved it.
    pub level: ContactLevel,
    /// When the service worked again, if it was hit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored_at: Option<Instant>,
    /// Why a workaround needs neither a problem nor a known error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_problem_reason: Option<Text>,
}

/// One escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// When.
    pub at: Instant,
    /// To other skills or to more authority.
    pub kind: EscalationKind,
    /// Why.
    pub reason: Text,
    /// To whom.
    pub to: UnitId,
}

/// An incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub state: IncidentState,
    /// How it reached the desk.
    pub channel: Channel,
    /// The person who has the trouble, a pseudonym.
    pub requester: PersonId,
    /// How that person can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Personal<String>>,
    /// What is wrong.
    pub symptom: Personal<String>,
    /// What is wrong, as a code of the host's tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom_code: Option<Code>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Whether the service is down.
    pub service_down: bool,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    /// Its priority by the matrix, or by an override in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// The override in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_override: Option<PriorityOverride>,
    /// The criteria of a major incident that it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub major_criteria: Vec<Code>,
    /// The major incident that was declared for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub major: Option<RecordId>,
    /// Who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// How often it went to another group.
    pub hops: u32,
    /// When it did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hopped_at: Vec<Instant>,
    /// Its escalations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// When it was first acknowledged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_at: Option<Instant>,
    /// How it was resolved last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Who resolved it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolver: Option<PersonId>,
    /// Every resolution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolved_at: Vec<Instant>,
    /// Every reopening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened_at: Vec<Instant>,
    /// How many actions were recorded on it.
    pub actions: u32,
    /// Why it has no CI, where that was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_ci_reason: Option<Text>,
    /// Why no agreement covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_sla_reason: Option<Text>,
    /// Its clocks.
    pub clocks: TicketClocks,
}

impl Incident {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> IncidentPhase {
        self.state.phase()
    }

    /// Whether work on it is still to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self.phase(),
            IncidentPhase::Logged
                | IncidentPhase::Classified
                | IncidentPhase::Assigned
                | IncidentPhase::InProgress
                | IncidentPhase::Pending
        )
    }

    /// The affected service, if it is known.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceId> {
        self.envelope.services.first()
    }

    /// The affected configuration item, if it is known.
    #[must_use]
    pub fn ci(&self) -> Option<&CiId> {
        self.envelope.cis.first()
    }

    /// The closure, once it is closed.
    #[must_use]
    pub const fn closure(&self) -> Option<&Closure> {
        if let IncidentState::Closed(closure) = &self.state { Some(closure) } else { None }
    }

    /// Whether a problem or a known error is linked.
    #[must_use]
    pub fn has_problem(&self) -> bool {
        let kinds = [LinkKind::RelatesProblem, LinkKind::HasKnownError];
        kinds.iter().any(|kind| self.envelope.linked(*kind).next().is_some())
    }

    /// The clauses that its clocks run under.
    pub fn clauses(&self) -> impl Iterator<Item = &ClauseId> {
        self.clocks.all().iter().map(|clock| &clock.terms.clause)
    }
}
