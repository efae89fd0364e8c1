//! Marks: what a decision wrote down about a clock. 时钟记录
//!
//! Events carry marks (DECISIONS 14). A mark holds instants and whole seconds, so folding it needs nothing else.

use crate::kernel::{Code, Instant, LevelId, PersonId, codes};
use crate::sla::clock::is_zero;
use crate::sla::{
    ClockNote, ClockPhase, CycleResult, LevelAt, LevelKind, Metric, Pause, Segment, SharedTerms, Told,
};
use serde::{Deserialize, Serialize};

codes! {
    /// Which operation set a clock.
    pub enum MarkCause {
        /// Counting began.
        Started = "started", "Started", "开始";
        /// It was paused.
        Paused = "paused", "Paused", "暂停";
        /// It was resumed, by somebody or by the end of the longest pause.
        Resumed = "resumed", "Resumed", "恢复";
        /// The act it waits for happened.
        Stopped = "stopped", "Stopped", "停止";
        /// It counts for nothing any more.
        Cancelled = "cancelled", "Cancelled", "取消";
        /// It has another target.
        Retargeted = "retargeted", "Retargeted", "变更目标";
        /// It runs again after a stop.
        Reopened = "reopened", "Reopened", "重新打开";
        /// Its past was measured again under other calendars.
        Recomputed = "recomputed", "Recomputed", "重新计算";
    }
}

/// One thing that happened to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// The tag sorts before its content, so that canonical text is read without reading ahead.
#[serde(tag = "kind", content = "mark", rename_all = "snake_case")]
pub enum ClockMark {
    /// An operation: where the clock stands after it.
    Set(Box<ClockSet>),
    /// A level was reached.
    LevelReached(LevelReached),
    /// More than the target was used up.
    Breached(Breached),
    /// A recorded breach was excused.
    Excused(Excused),
}

impl ClockMark {
    /// Which clock of the ticket.
    #[must_use]
    pub const fn metric(&self) -> Metric {
        match self {
            Self::Set(set) => set.metric,
            Self::LevelReached(reached) => reached.metric,
            Self::Breached(breached) => breached.metric,
            Self::Excused(excused) => excused.metric,
        }
    }

    /// Its nominal instant: for a timer the instant at which it was due.
    #[must_use]
    pub const fn at(&self) -> Instant {
        match self {
            Self::Set(set) => set.at,
            Self::LevelReached(reached) => reached.at,
            Self::Breached(breached) => breached.at,
            Self::Excused(excused) => excused.at,
        }
    }
}

/// Where a clock stands after an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockSet {
    /// Which clock.
    pub metric: Metric,
    /// Which operation.
    pub cause: MarkCause,
    /// When.
    pub at: Instant,
    /// See [`Clock::phase`](crate::sla::Clock::phase).
    pub phase: ClockPhase,
    /// See [`Clock::cycle`](crate::sla::Clock::cycle).
    pub cycle: u32,
    /// See [`Clock::started_at`](crate::sla::Clock::started_at).
    pub started_at: Instant,
    /// See [`Clock::target_s`](crate::sla::Clock::target_s).
    pub target_s: i64,
    /// See [`Clock::consumed_s`](crate::sla::Clock::consumed_s).
    pub consumed_s: i64,
    /// See [`Clock::carried_s`](crate::sla::Clock::carried_s).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub carried_s: i64,
    /// See [`Clock::since`](crate::sla::Clock::since).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
    /// See [`Clock::paused`](crate::sla::Clock::paused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Pause>,
    /// See [`Clock::due_at`](crate::sla::Clock::due_at).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Instant>,
    /// See [`Clock::breaches_at`](crate::sla::Clock::breaches_at).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaches_at: Option<Instant>,
    /// See [`Clock::armed`](crate::sla::Clock::armed).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub armed: Vec<LevelAt>,
    /// The stretch of running time that this operation ended, counted under the terms before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Segment>,
    /// All segments, where the operation replaced them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segments: Option<Vec<Segment>>,
    /// What it counts under, where that changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<SharedTerms>,
    /// What a stop left behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<CycleResult>,
    /// Why a running clock has no due time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ClockNote>,
    /// Why its past was measured again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Code>,
}

/// A level was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelReached {
    /// Which clock.
    pub metric: Metric,
    /// Which level.
    pub level: LevelId,
    /// What it asks for.
    pub kind: LevelKind,
    /// Roles to be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notify: Vec<Told>,
    /// When.
    pub at: Instant,
    /// Seconds of the measure used up to then.
    pub consumed_s: i64,
}

/// More than the target was used up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Breached {
    /// Which clock.
    pub metric: Metric,
    /// When: the second after the last one that met the target, or the decision that made it late.
    pub at: Instant,
    /// When it had been due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Instant>,
}

/// A recorded breach was excused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Excused {
    /// Which clock.
    pub metric: Metric,
    /// Why.
    pub reason: Code,
    /// Who says so.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}
