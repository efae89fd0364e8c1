//! Clocks that come in a document say no more than a life of a clock can leave behind. 存储的时钟
//!
//! A host beside its own tables stores clocks and hands them in again. Which marks brought them there is not stored, but what every
//! fold of marks holds is known: the engine rests on it, and a document without it is refused with the path of what contradicts.

use crate::kernel::Instant;
use crate::sla::forecast::NEVER_S;
use crate::sla::{
    Agreements, Clock, ClockPhase, CycleResult, Excuse, LevelAt, PastPause, Segment, SlaError, Target,
    TicketClocks,
};
use serde::{Deserialize, Deserializer, de};
use std::fmt::{self, Display};

/// What contradicts the rest of a clock, and in what.
struct Fault {
    path: String,
    what: &'static str,
}

fn that(holds: bool, path: impl Display, what: &'static str) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault { path: path.to_string(), what }) }
}

/// A field of a member of a list: `segments[1].to`. Written out only where it is to blame.
#[derive(Clone, Copy)]
struct Part(&'static str, usize, &'static str);

impl Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(list, place, field) = self;
        write!(f, "{list}[{place}].{field}")
    }
}

impl TryFrom<Vec<Clock>> for TicketClocks {
    type Error = SlaError;

    /// The clocks of a ticket as they were stored.
    fn try_from(clocks: Vec<Clock>) -> Result<Self, SlaError> {
        for (place, clock) in clocks.iter().enumerate() {
            check(clock).map_err(|fault| inconsistent(place, fault))?;
        }
        let mut pairs = clocks.iter().zip(clocks.iter().skip(1));
        if let Some(place) = pairs.position(|(before, clock)| before.metric >= clock.metric) {
            let what = "one clock of each metric, in their order";
            return Err(inconsistent(place.saturating_add(1), Fault { path: "metric".into(), what }));
        }
        Ok(Self { clocks })
    }
}

impl<'de> Deserialize<'de> for TicketClocks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Vec::<Clock>::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl TicketClocks {
    /// Holds clocks that were stored to a book: under it a clock may begin again in its cycle, or no breach and no level lies before
    /// its start.
    pub(crate) fn check_under(&self, book: &Agreements) -> Result<(), SlaError> {
        for (place, clock) in self.clocks.iter().enumerate() {
            if !book.restarts(clock.metric) {
                started_before(clock).map_err(|fault| inconsistent(place, fault))?;
            }
        }
        Ok(())
    }
}

fn inconsistent(place: usize, fault: Fault) -> SlaError {
    SlaError::Inconsistent { path: format!("[{place}].{}", fault.path), what: fault.what }
}

fn check(clock: &Clock) -> Result<(), Fault> {
    phase(clock)?;
    target(clock)?;
    segments(clock)?;
    pauses(clock)?;
    breach(clock)?;
    levels(clock)?;
    results(clock)
}

fn phase(clock: &Clock) -> Result<(), Fault> {
    let (running, paused) = (clock.phase == ClockPhase::Running, clock.phase == ClockPhase::Paused);
    that(clock.phase != ClockPhase::NotStarted, "phase", "a clock is stored once it was started")?;
    that(clock.started_at <= clock.as_of, "as_of", "the last mark lies before the start")?;
    that(
        clock.since.is_some() == running,
        "since",
        "a clock that runs does so since an instant, and no other",
    )?;
    that(clock.paused.is_some() == paused, "paused", "a clock that is paused has its pause, and no other")?;
    if let Some(since) = clock.since {
        let within = clock.started_at <= since && since <= clock.as_of;
        that(within, "since", "it runs since an instant from its start to its last mark")?;
        let noted = clock.due_at.is_none() == clock.note.is_some();
        that(noted, "note", "a clock that runs has a due time, or a note that says why not")?;
    }
    that(clock.due_at.is_none() || clock.note.is_none(), "note", "it is never due, and due")?;
    if let Some(pause) = &clock.paused {
        that(pause.since <= clock.as_of, "paused.since", "the pause begins after the last mark")?;
        let ends_later = pause.resumes_at.is_none_or(|resumes_at| resumes_at >= pause.since);
        that(ends_later, "paused.resumes_at", "the pause ends before it begins")?;
    }
    Ok(())
}

fn target(clock: &Clock) -> Result<(), Fault> {
    let terms = &clock.terms;
    let calendar = terms.calendar.is_some() == terms.target.needs_calendar();
    that(calendar, "terms.calendar", "a target has the calendar that it needs, and no other")?;
    let follows = match terms.target {
        Target::Elapsed { seconds } | Target::Working { seconds } => clock.target_s == i64::from(seconds),
        Target::WorkingDays { .. } | Target::CalendarDate { .. } => (0..=NEVER_S).contains(&clock.target_s),
    };
    that(follows, "target_s", "it does not follow from the target of the terms")?;
    let from = clock.started_at;
    that(clock.due_at.is_none_or(|due_at| due_at >= from), "due_at", "it is due before its start")?;
    // With more than the target carried over, no instant of the first stretch meets it.
    let breaches = clock.breaches_at.is_none_or(|last| last >= from.plus_s(-1).unwrap_or(from));
    that(breaches, "breaches_at", "it is breached before its start")
}

fn segments(clock: &Clock) -> Result<(), Fault> {
    that(clock.carried_s >= 0, "carried_s", "less than nothing is carried over")?;
    let (mut end, mut sum_s) = (clock.started_at, clock.carried_s);
    for (place, Segment { from, to, consumed_s, .. }) in clock.segments.iter().enumerate() {
        let path = |field| Part("segments", place, field);
        that(end <= *from, path("from"), "it begins before the start, or before the segment before it ends")?;
        that(from <= to, path("to"), "it ends before it begins")?;
        let counted = (0..=to.seconds_since(*from)).contains(consumed_s);
        that(counted, path("consumed_s"), "no more seconds are used up than have elapsed")?;
        (end, sum_s) = (*to, sum_s.saturating_add(*consumed_s));
    }
    that(end <= clock.as_of, "as_of", "a segment ends after the last mark")?;
    that(
        clock.since.is_none_or(|since| end <= since),
        "since",
        "it runs since before its last segment ends",
    )?;
    that(
        clock.consumed_s == sum_s,
        "consumed_s",
        "it is not what was carried over and the sum of the segments",
    )
}

fn pauses(clock: &Clock) -> Result<(), Fault> {
    let mut end = Instant::MIN;
    for (place, PastPause { from, to, .. }) in clock.pauses.iter().enumerate() {
        let path = |field| Part("pauses", place, field);
        that(end <= *from, path("from"), "it begins before the pause before it ends")?;
        that(from <= to, path("to"), "it ends before it begins")?;
        end = *to;
    }
    that(end <= clock.as_of, "as_of", "a pause ends after the last mark")?;
    that(clock.since.is_none_or(|since| end <= since), "since", "it runs since before its last pause ends")?;
    let after = clock.paused.as_ref().is_none_or(|pause| end <= pause.since);
    that(after, "paused.since", "it begins before the pause before it ends")
}

fn breach(clock: &Clock) -> Result<(), Fault> {
    let known = clock.breached_at.is_none_or(|breached_at| breached_at <= clock.as_of);
    that(known, "breached_at", "the breach lies after the last mark")?;
    excuse(clock.excused.as_ref(), clock.breached_at, clock.as_of, "excused")
}

fn excuse(
    excused: Option<&Excuse>,
    breached_at: Option<Instant>,
    as_of: Instant,
    path: impl Display + Copy,
) -> Result<(), Fault> {
    let Some(excuse) = excused else { return Ok(()) };
    that(breached_at.is_some(), path, "a breach that was not recorded is excused")?;
    let within = breached_at.is_none_or(|breached_at| breached_at <= excuse.at) && excuse.at <= as_of;
    that(within, format_args!("{path}.at"), "a breach is excused after it, and not after the last mark")
}

fn levels(clock: &Clock) -> Result<(), Fault> {
    let live = matches!(clock.phase, ClockPhase::Running | ClockPhase::Paused);
    that(live || clock.armed.is_empty(), "armed", "no level is to come of a clock that has ended")?;
    let last = clock.fired.last().map_or(Instant::MIN, |level| level.at);
    that(last <= clock.as_of, "fired", "a level was reached after the last mark")?;
    let lists = [("fired", &clock.fired), ("armed", &clock.armed)];
    for (list, levels) in lists {
        that(levels.is_sorted_by_key(|level| level.at), list, "the levels are not in order")?;
    }
    let mut known: Vec<_> =
        lists.iter().flat_map(|(_, levels)| levels.iter()).map(|level| &level.level).collect();
    known.sort_unstable();
    let once = known.is_sorted_by(|before, level| before < level);
    that(once, "armed", "a level is reached once in a cycle")?;
    let from = clock.started_at;
    that(
        clock.armed.first().is_none_or(|LevelAt { at, .. }| from <= *at),
        "armed",
        "a level to come lies before the start",
    )
}

fn results(clock: &Clock) -> Result<(), Fault> {
    let follows = |cycle: u32, before: u32| before.max(1) <= cycle && cycle <= before.saturating_add(1);
    let (mut cycle, mut end) = (0, Instant::MIN);
    for (place, result) in clock.results.iter().enumerate() {
        let path = |field| Part("results", place, field);
        that(
            follows(result.cycle, cycle),
            path("cycle"),
            "cycles are counted from 1, and each one has ended",
        )?;
        that(result.started_at <= result.ended_at, path("ended_at"), "the cycle ends before it begins")?;
        that(end <= result.ended_at, path("ended_at"), "it ends before the result before it")?;
        that(result.consumed_s >= 0, path("consumed_s"), "less than nothing is used up")?;
        let known = result.breached_at.is_none_or(|breached_at| breached_at <= result.ended_at);
        that(known, path("breached_at"), "the breach lies after the end")?;
        excuse(result.excused.as_ref(), result.breached_at, clock.as_of, path("excused"))?;
        (cycle, end) = (result.cycle, result.ended_at);
    }
    that(end <= clock.as_of, "as_of", "a result ends after the last mark")?;
    that(
        follows(clock.cycle, cycle),
        "cycle",
        "cycles are counted from 1, and each one before it has a result",
    )?;
    if clock.phase != ClockPhase::Stopped {
        return Ok(());
    }
    let kept = |result: &CycleResult| {
        (result.cycle, result.started_at) == (clock.cycle, clock.started_at)
            && (result.consumed_s, result.target_s) == (clock.consumed_s, clock.target_s)
            && (result.breached_at, &result.excused) == (clock.breached_at, &clock.excused)
    };
    that(clock.results.last().is_some_and(kept), "results", "a clock that is stopped has left its result")
}

/// That nothing of this cycle lies before its start. A reopened clock may have begun again within it, and its result says when it began
/// before.
fn started_before(clock: &Clock) -> Result<(), Fault> {
    let same_cycle = clock.results.iter().filter(|result| result.cycle == clock.cycle);
    let first = same_cycle.map(|result| result.started_at).fold(clock.started_at, Instant::min);
    let breached = clock.breached_at.is_none_or(|breached_at| first <= breached_at);
    that(breached, "breached_at", "the breach lies before the start")?;
    that(
        clock.fired.first().is_none_or(|level| first <= level.at),
        "fired",
        "a level was reached before the start",
    )
}

#[cfg(test)]
mod tests;
