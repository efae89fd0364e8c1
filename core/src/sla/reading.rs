//! What a clock shows at an instant. 时钟读数

use crate::kernel::{ClauseId, Instant, PolicyRef};
use crate::sla::{
    Agreements, Clock, ClockNote, ClockPhase, Excuse, LevelAt, Metric, SlaError, engine, forecast,
};
use crate::time::CoverageWarning;
use serde::Serialize;
use smol_str::SmolStr;

/// A clock at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockReading {
    /// What it measures.
    pub metric: Metric,
    /// The instant it was read at.
    pub at: Instant,
    /// Where it stands.
    pub phase: ClockPhase,
    /// The cycle, counted from 1.
    pub cycle: u32,
    /// The original start of the cycle.
    pub started_at: Instant,
    /// The target in seconds of the measure.
    pub target_s: i64,
    /// Seconds of the measure used up.
    pub consumed_s: i64,
    /// Seconds of the measure left; negative when the target is overrun.
    pub remaining_s: i64,
    /// The used share of the target in basis points, rounded down; none for a target of 0.
    pub percent_bp: Option<i64>,
    /// The earliest instant at which the target is used up; open while paused.
    pub due_at: Option<Instant>,
    /// The latest instant that still meets the target.
    pub breaches_at: Option<Instant>,
    /// Whether a breach is recorded or due to be.
    pub breached: bool,
    /// When it was breached.
    pub breached_at: Option<Instant>,
    /// Why the breach is excused.
    pub excused: Option<Excuse>,
    /// Seconds of the measure used beyond the target.
    pub overrun_working_s: i64,
    /// Elapsed seconds of running time after the due instant.
    pub overrun_elapsed_s: i64,
    /// The level to be reached next.
    pub next_level: Option<LevelAt>,
    /// The version of the agreement.
    pub agreement: PolicyRef,
    /// The clause.
    pub clause: ClauseId,
    /// The version of its calendar.
    pub calendar: Option<PolicyRef>,
    /// The version of the time zone data.
    pub tzdb: SmolStr,
    /// Why a running clock has no due time.
    pub note: Option<ClockNote>,
    /// Dates for which the calendar does not vouch.
    pub warnings: Vec<CoverageWarning>,
}

/// Reads a clock at an instant, as if its timers had just been looked at.
///
/// The instant is not before the clock's last mark; for an earlier one fold the marks up to there, or [`replay`](crate::sla::replay).
///
/// # Errors
/// [`SlaError::OutOfOrder`] for an instant before the last mark, [`SlaError::VersionNotSupplied`].
pub fn reading(clock: &Clock, at: Instant, book: &Agreements) -> Result<ClockReading, SlaError> {
    if at < clock.as_of {
        return Err(SlaError::OutOfOrder { at, after: clock.as_of });
    }
    let mut observed = clock.clone();
    engine::observe(clock, at, book)?.iter().for_each(|mark| observed.fold(mark));
    let clock = observed;
    let selected = book.running_under(&clock.terms)?;
    let running_s = clock.since.map_or(0, |since| selected.measure().between(since, at));
    let consumed_s = clock.consumed_s.saturating_add(running_s);
    let calendar = selected.business_calendar();
    let warning =
        calendar.zip(clock.due_at).and_then(|(calendar, due_at)| calendar.coverage_warning_s(due_at));
    Ok(ClockReading {
        metric: clock.metric,
        at,
        phase: clock.phase,
        cycle: clock.cycle,
        started_at: clock.started_at,
        target_s: clock.target_s,
        consumed_s,
        remaining_s: clock.target_s.saturating_sub(consumed_s),
        percent_bp: consumed_s.saturating_mul(10_000).checked_div_euclid(clock.target_s),
        due_at: clock.due_at,
        breaches_at: clock.breaches_at,
        breached: clock.breached_at.is_some(),
        breached_at: clock.breached_at,
        excused: clock.excused.clone(),
        overrun_working_s: consumed_s.saturating_sub(clock.target_s).max(0),
        overrun_elapsed_s: running_after(&clock, forecast::due_found(&clock, &selected, book)?, at),
        next_level: clock.armed.first().cloned(),
        agreement: clock.terms.agreement.clone(),
        clause: clock.terms.clause.clone(),
        calendar: clock.terms.calendar.clone(),
        tzdb: clock.terms.tzdb.clone(),
        note: clock.note,
        warnings: warning.into_iter().collect(),
    })
}

/// Elapsed seconds between `due_at` and `at` in which the clock ran.
fn running_after(clock: &Clock, due_at: Option<Instant>, at: Instant) -> i64 {
    let Some(due_at) = due_at else { return 0 };
    let over = clock.segments.iter().map(|segment| (segment.from, segment.to));
    over.chain(clock.since.map(|since| (since, at)))
        .map(|(from, to)| to.seconds_since(from.max(due_at)).max(0))
        .fold(0, i64::saturating_add)
}
