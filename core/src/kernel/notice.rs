//! Notices: whom the host must tell, why, and by when. 通知
//!
//! A notice is requested by an event and delivered by the host; the receipt comes back as a command (DECISIONS 7). Rules that
//! count notices count delivered ones.

use crate::kernel::{Instant, PersonId, Role, UnitId, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// Why somebody is told.
    pub enum NoticeKind {
        /// The record was registered.
        Registered = "registered", "Registered", "已登记";
        /// Work was assigned.
        Assigned = "assigned", "Assigned to you", "已分派";
        /// How it stands.
        Progress = "progress", "Progress", "进展";
        /// Work waits, and until when.
        Waiting = "waiting", "Waiting", "等待中";
        /// A target will probably be missed.
        BreachWarning = "breach_warning", "A target will be missed", "即将超时预警";
        /// A target was missed.
        Breached = "breached", "A target was missed", "已超时";
        /// Somebody with more authority or other skills is asked.
        Escalated = "escalated", "Escalated", "已升级";
        /// The service is restored; please confirm.
        Resolved = "resolved", "Resolved, please confirm", "已解决，请确认";
        /// The record is closed.
        Closed = "closed", "Closed", "已关闭";
        /// The record was rejected or cancelled.
        Refused = "refused", "Rejected or cancelled", "已拒绝或取消";
        /// An approval is asked for.
        ApprovalWanted = "approval_wanted", "Approval wanted", "待审批";
        /// Top management is told of a major incident.
        MajorIncident = "major_incident", "Major incident", "重大事件通报";
        /// What a release brings, and when.
        ReleaseNote = "release_note", "Release note", "发布说明";
        /// A known error explains an incident that he works on, or does so no more.
        KnownError = "known_error", "Known error for your incident", "您处理的事件有已知错误";
        /// A review has to be held.
        ReviewDue = "review_due", "Review due", "待评审";
    }
}

/// To whom. The host knows the addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// Every holder of a role.
    Role(Role),
    /// One person.
    Person(PersonId),
    /// A unit or support group.
    Unit(UnitId),
    /// Whoever raised the record.
    Requester,
}

/// A notice that the host is asked to deliver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Notice {
    /// By when, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Instant>,
    /// Its number within the record, counted from 1.
    pub number: u32,
    /// To whom.
    pub to: Recipient,
    /// Why.
    pub why: NoticeKind,
}

/// The host's receipt for a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// When it reached its recipient.
    pub delivered_at: Instant,
    /// The number of the notice within the record.
    pub number: u32,
}

/// What a record remembers of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Noticed {
    /// When it reached its recipient, if a receipt came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Instant>,
    /// When it was requested.
    pub requested_at: Instant,
    /// To whom.
    pub to: Recipient,
    /// Why.
    pub why: NoticeKind,
}
