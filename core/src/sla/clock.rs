//! The clock: a fold over its marks. 时钟
//!
//! Nothing here asks a calendar or reads a policy: what was decided stands in the marks, and [`Clock::apply`] writes it
//! down. The engine decides; timers ask [`Clock::next_due`].

use crate::kernel::{ClauseId, Code, Instant, LevelId, PersonId, PolicyRef, codes};
use crate::sla::{ClockMark, ClockSet, Metric, Target};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;
use std::ops::Deref;
use std::sync::Arc;

codes! {
    /// Where a clock stands. Whether it is breached is a second question (DECISIONS 13).
    pub enum ClockPhase {
        /// Counting has not begun.
        NotStarted = "not_started", "Not started", "未开始";
        /// Counting.
        Running = "running", "Running", "计时中";
        /// Not counting, for a reason that the agreement lists.
        Paused = "paused", "Paused", "暂停";
        /// The act it waits for has happened.
        Stopped = "stopped", "Stopped", "已停止";
        /// It counts for nothing any more.
        Cancelled = "cancelled", "Cancelled", "已取消";
    }
}

codes! {
    /// Why a due time is absent.
    pub enum ClockNote {
        /// The target cannot be used up between 1970 and 2200.
        NeverDue = "sla.never_due", "Never due: the calendar never opens for long enough", "永不到期：日历开放时间不足";
    }
}

/// The versions a clock counts under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClockTerms {
    /// The version of the agreement.
    pub agreement: PolicyRef,
    /// The clause in it.
    pub clause: ClauseId,
    /// Its target.
    pub target: Target,
    /// The version of its calendar; none for elapsed time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<PolicyRef>,
    /// The version of the time zone data; empty for elapsed time.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub tzdb: SmolStr,
}

impl ClockTerms {
    /// The calendar in which running time is counted; none where it is elapsed time.
    #[must_use]
    pub fn measured_in(&self) -> Option<&PolicyRef> {
        self.calendar.as_ref().filter(|_| self.target.counts_opening_time())
    }
}

/// Terms shared by a clock, its segments and its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedTerms(Arc<ClockTerms>);

impl From<ClockTerms> for SharedTerms {
    fn from(terms: ClockTerms) -> Self {
        Self(Arc::new(terms))
    }
}

impl Deref for SharedTerms {
    type Target = ClockTerms;
    fn deref(&self) -> &ClockTerms {
        &self.0
    }
}

impl Serialize for SharedTerms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SharedTerms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ClockTerms::deserialize(deserializer).map(Self::from)
    }
}

/// A stretch `[from, to)` of running time that is over; one of no length marks where a carried amount landed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// When it began.
    pub from: Instant,
    /// When it ended.
    pub to: Instant,
    /// Its length in seconds of the measure it was counted under.
    pub consumed_s: i64,
    /// What it was counted under, where that is not what the clock counts under now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<SharedTerms>,
}

/// A pause that is going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// The reason, one that the clause lists.
    pub reason: Code,
    /// When it began.
    pub since: Instant,
    /// When the clock resumes by itself, where the clause limits pauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumes_at: Option<Instant>,
}

/// A pause that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PastPause {
    /// The reason.
    pub reason: Code,
    /// When it began.
    pub from: Instant,
    /// When it ended.
    pub to: Instant,
}

/// A level and its instant: when it will be reached, or when it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelAt {
    /// Which level.
    pub level: LevelId,
    /// When.
    pub at: Instant,
}

/// Why a breach is excused. The breach itself stays recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// Why.
    pub reason: Code,
    /// Who says so.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// What a stop left behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CycleResult {
    /// Which cycle.
    pub cycle: u32,
    /// The original start of the cycle.
    pub started_at: Instant,
    /// When it was stopped.
    pub ended_at: Instant,
    /// Seconds of the measure used up to then.
    pub consumed_s: i64,
    /// The target in seconds of the measure.
    pub target_s: i64,
    /// When the breach was recorded, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breached_at: Option<Instant>,
    /// Why the breach is excused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excused: Option<Excuse>,
}

/// One clock of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// What it measures.
    pub metric: Metric,
    /// The cycle, counted from 1.
    pub cycle: u32,
    /// Where it stands.
    pub phase: ClockPhase,
    /// The original start of the cycle.
    pub started_at: Instant,
    /// What it counts under.
    pub terms: SharedTerms,
    /// The target in seconds of the measure, from the original start.
    pub target_s: i64,
    /// Seconds used up to `since`; while it does not run, all of them.
    pub consumed_s: i64,
    /// The part of `consumed_s` that a policy carried over without a segment.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub carried_s: i64,
    /// The stretches that are over, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Segment>,
    /// The pauses of this cycle that are over, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PastPause>,
    /// While it runs: since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
    /// While it is paused: why and since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Pause>,
    /// The earliest instant at which the target is used up if it runs on. While paused open, unless it lies in what is
    /// counted already; kept when stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Instant>,
    /// The latest instant at which no more than the target is used up if it runs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaches_at: Option<Instant>,
    /// When the breach of this cycle was recorded. Never cleared within the cycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breached_at: Option<Instant>,
    /// Why the breach of this cycle is excused. A result of the cycle keeps it when the next one begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excused: Option<Excuse>,
    /// Levels to come, by instant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub armed: Vec<LevelAt>,
    /// Levels reached in this cycle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fired: Vec<LevelAt>,
    /// What the stops left behind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<CycleResult>,
    /// Why the due time is absent though the clock runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ClockNote>,
    /// The instant of the last mark; no operation lies before it.
    pub as_of: Instant,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
pub(crate) const fn is_zero(seconds: &i64) -> bool {
    *seconds == 0
}

impl Clock {
    /// When something happens to this clock by itself next: a level, the breach, or the end of the longest pause.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        let level = self.armed.first().map(|level| level.at);
        let pause_end = self.paused.as_ref().and_then(|pause| pause.resumes_at);
        [level, self.breach_due(), pause_end].into_iter().flatten().min()
    }

    /// When the breach will be recorded if the clock runs on.
    pub(crate) fn breach_due(&self) -> Option<Instant> {
        let live = matches!(self.phase, ClockPhase::Running | ClockPhase::Paused);
        if !live || self.breached_at.is_some() {
            return None;
        }
        Some(self.breaches_at?.plus_s(1)?.max(self.as_of))
    }

    /// Folds one mark into the clock of its metric; the first one makes it.
    ///
    /// Total: a mark of another metric, or one that tells about a clock that was never started, changes nothing.
    pub fn apply(clock: &mut Option<Self>, mark: &ClockMark) {
        match (clock, mark) {
            (empty @ None, ClockMark::Set(set)) => *empty = Self::started(set),
            (Some(clock), mark) if clock.metric == mark.metric() => clock.fold(mark),
            _ => {}
        }
    }

    pub(crate) fn started(set: &ClockSet) -> Option<Self> {
        let mut clock = Self {
            metric: set.metric,
            cycle: set.cycle,
            phase: set.phase,
            started_at: set.started_at,
            terms: set.terms.clone()?,
            target_s: set.target_s,
            consumed_s: set.consumed_s,
            carried_s: set.carried_s,
            segments: Vec::new(),
            pauses: Vec::new(),
            since: None,
            paused: None,
            due_at: None,
            breaches_at: None,
            breached_at: None,
            excused: None,
            armed: Vec::new(),
            fired: Vec::new(),
            results: Vec::new(),
            note: None,
            as_of: set.at,
        };
        clock.set(set);
        Some(clock)
    }

    pub(crate) fn fold(&mut self, mark: &ClockMark) {
        match mark {
            ClockMark::Set(set) => self.set(set),
            ClockMark::LevelReached(reached) => {
                self.armed.retain(|armed| armed.level != reached.level);
                self.fired.push(LevelAt { level: reached.level.clone(), at: reached.at });
            }
            ClockMark::Breached(breached) => self.breached_at = self.breached_at.or(Some(breached.at)),
            ClockMark::Excused(excused) => {
                let excuse =
                    Excuse { reason: excused.reason.clone(), by: excused.by.clone(), at: excused.at };
                let cycle = self.cycle;
                for result in self.results.iter_mut().filter(|result| result.cycle == cycle) {
                    result.excused = result.breached_at.map(|_| excuse.clone());
                }
                self.excused = Some(excuse);
            }
        }
        self.as_of = self.as_of.max(mark.at());
    }

    pub(crate) fn set(&mut self, set: &ClockSet) {
        if set.cycle != self.cycle {
            self.fired.clear();
            self.breached_at = None;
            self.excused = None;
        }
        self.segments.extend(set.closed.clone());
        if let Some(terms) = &set.terms {
            self.adopt(terms);
        }
        if let Some(segments) = &set.segments {
            self.segments.clone_from(segments);
        }
        if let Some(pause) = self.paused.take().filter(|_| set.paused.is_none()) {
            self.pauses.push(PastPause { reason: pause.reason, from: pause.since, to: set.at });
        }
        if set.started_at != self.started_at {
            self.pauses.clear();
        }
        self.cycle = set.cycle;
        self.phase = set.phase;
        self.started_at = set.started_at;
        self.target_s = set.target_s;
        self.consumed_s = set.consumed_s;
        self.carried_s = set.carried_s;
        self.since = set.since;
        self.paused.clone_from(&set.paused);
        self.due_at = set.due_at;
        self.breaches_at = set.breaches_at;
        self.armed.clone_from(&set.armed);
        self.note = set.note;
        self.results.extend(set.result.clone());
    }

    /// Counts under other terms from here on; what was counted keeps the measure it was counted under.
    fn adopt(&mut self, terms: &SharedTerms) {
        let same_measure = self.terms.measured_in() == terms.measured_in() && self.terms.tzdb == terms.tzdb;
        if !same_measure {
            for segment in &mut self.segments {
                segment.under.get_or_insert_with(|| self.terms.clone());
            }
        }
        self.terms = terms.clone();
    }
}
