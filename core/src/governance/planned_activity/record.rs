//! The record of a planned activity, and when it is due.

use super::super::plus_months;
use super::kinds::{ActivityKind, Edition};
use crate::kernel::{Envelope, Instant, RecordId, Text, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a planned activity.
    pub enum PlannedActivityPhase {
        /// It is done again and again.
        Open = "open", "Open", "有效";
        /// It is done no more. Final.
        Retired = "retired", "Retired", "已退役";
    }
}

/// What proves that an activity was done: a record of the register, or what the host calls the place where the proof lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// The reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
}

/// When an activity is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The last instant that is still in time: with the tolerance, and never beyond the edition's longest interval.
    pub in_time_until: Instant,
    /// When it is due next.
    pub next_due: Instant,
}

/// When an activity was done last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "ActivityDone"))]
pub struct Done {
    /// When.
    pub at: Instant,
    /// What proves it.
    pub evidence: Evidence,
}

/// A planned activity (spec 3.0.6).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlannedActivity {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: PlannedActivityPhase,
    /// What is done.
    pub kind: ActivityKind,
    /// The service, customer, supplier, document or the like that it is about; absent: the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// The edition of the standard that it is planned under.
    pub edition: Edition,
    /// Every so many months.
    pub every_months: u32,
    /// So many days after it was due it is overdue.
    pub tolerance_days: u32,
    /// When it is due.
    pub due: Due,
    /// When it was done last, if it ever was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Done>,
    /// From when on it is overdue. Only doing it ends that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue_since: Option<Instant>,
}

impl PlannedActivity {
    /// Whether the register still asks for it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.phase == PlannedActivityPhase::Open
    }

    /// Whether it is overdue at that instant, as far as is known now.
    #[must_use]
    pub fn is_overdue_at(&self, at: Instant) -> bool {
        self.is_open() && (self.due.in_time_until < at || self.overdue_since.is_some_and(|since| since <= at))
    }

    /// The longest interval that its edition allows, in months (`edition_minimum` of spec 3.0.6: how often at least).
    #[must_use]
    pub const fn longest_months(&self) -> Option<u32> {
        self.kind.longest_months(self.edition)
    }

    /// Kind and subject as one text: equal for equal ones only.
    pub(crate) fn key(&self) -> String {
        key(self.kind, self.subject.as_ref())
    }

    /// When its present interval began.
    pub(super) fn since(&self) -> Instant {
        self.last.as_ref().map_or(self.envelope.created_at, |last| last.at)
    }
}

pub(super) fn key(kind: ActivityKind, subject: Option<&RecordId>) -> String {
    subject.map_or_else(|| kind.to_string(), |subject| format!("{kind} {subject}"))
}

/// How an activity is planned: what decides until when it is in time.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) kind: ActivityKind,
    pub(super) edition: Edition,
    pub(super) every_months: u32,
    pub(super) tolerance_days: u32,
}

impl Terms {
    /// When an activity is due that is done at `next_due`, in an interval that began at `since`.
    pub(super) fn due(self, since: Instant, next_due: Instant) -> Option<Due> {
        let tolerated = next_due.plus_s(i64::from(self.tolerance_days).saturating_mul(86_400))?;
        let longest = match self.kind.longest_months(self.edition) {
            Some(months) => plus_months(since, months)?,
            None => tolerated,
        };
        Some(Due { in_time_until: tolerated.min(longest), next_due })
    }
}
