//! When a clock is due, breached, and at its levels, if it runs on.
//!
//! The walk goes over the segments in order and then over the running stretch; an amount that is already counted is
//! found where it was counted, under the measure of that time. In the common case nothing before the running stretch
//! is looked at.

use crate::kernel::Instant;
use crate::sla::{
    Agreements, Clock, ClockNote, ClockPhase, LevelAt, LevelPoint, Segment, Selected, SlaError, Target,
};
use crate::time::{Boundary, BusinessCalendar, DayConvention};

/// More seconds than there are between 1970 and 2200: the target where its working days do not exist.
pub(crate) const NEVER_S: i64 = Instant::MAX.unix_s().saturating_add(1);

/// What running time is counted in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Measure<'a> {
    /// Elapsed seconds.
    Elapsed,
    /// Seconds of opening time.
    Opening(&'a BusinessCalendar),
}

impl Measure<'_> {
    /// The earliest instant with that many seconds since `from`.
    pub(crate) fn after(self, from: Instant, seconds: i64) -> Option<Instant> {
        match self {
            Self::Elapsed => from.plus_s(seconds),
            Self::Opening(calendar) => calendar.add_s(from, seconds).ok(),
        }
    }

    /// Seconds from `from` to `to`; none where `to` is not later.
    pub(crate) fn between(self, from: Instant, to: Instant) -> i64 {
        match self {
            _ if to <= from => 0,
            Self::Elapsed => to.seconds_since(from),
            Self::Opening(calendar) => calendar.between_s(from, to),
        }
    }

    fn next_open(self, at: Instant) -> Option<Instant> {
        match self {
            Self::Elapsed => Some(at),
            Self::Opening(calendar) => calendar.next_open_s(at),
        }
    }
}

/// The target in seconds of the measure, from the original start.
///
/// Working days that do not exist up to the end of 2200 are [`NEVER_S`].
pub(crate) fn target_s(selected: &Selected<'_>, start: Instant) -> i64 {
    match (selected.target(), selected.business_calendar()) {
        (Target::Elapsed { seconds } | Target::Working { seconds }, _) => i64::from(seconds),
        (Target::WorkingDays { days, convention }, Some(calendar)) => {
            match calendar.add_working_days_s(start, days, convention) {
                Ok(due_at) => calendar.between_s(start, due_at).max(0),
                Err(_) => NEVER_S,
            }
        }
        (Target::CalendarDate { date }, Some(calendar)) => {
            let midnight_s = i64::from(date.day()).saturating_add(1).saturating_mul(86_400);
            Instant::clamped(calendar.zone().edge_s(midnight_s)).seconds_since(start).max(0)
        }
        // Documents without the calendar that their target needs are refused.
        (Target::WorkingDays { .. } | Target::CalendarDate { .. }, None) => 0,
    }
}

/// The due instant of a clock that starts now and never stops.
pub(crate) fn due_from_start(selected: &Selected<'_>, start: Instant) -> Option<Instant> {
    let measure = selected.measure();
    bounded(selected, measure.after(start, target_s(selected, start))?, measure)
}

fn bounded(selected: &Selected<'_>, earliest: Instant, measure: Measure<'_>) -> Option<Instant> {
    let start_of_next =
        matches!(selected.target(), Target::WorkingDays { convention: DayConvention::StartOfNext, .. });
    if start_of_next || selected.terms().boundary == Boundary::NextOpening {
        measure.next_open(earliest)
    } else {
        Some(earliest)
    }
}

/// What lies ahead of a clock.
#[derive(Debug, Default)]
pub(crate) struct Forecast {
    pub(crate) due_at: Option<Instant>,
    pub(crate) breaches_at: Option<Instant>,
    pub(crate) armed: Vec<LevelAt>,
    pub(crate) note: Option<ClockNote>,
}

/// What lies ahead after a decision at `at`. Nothing fires before the decision that armed it.
pub(crate) fn ahead(
    clock: &Clock,
    selected: &Selected<'_>,
    at: Instant,
    book: &Agreements,
) -> Result<Forecast, SlaError> {
    let course = match clock.phase {
        ClockPhase::Running | ClockPhase::Paused => Course::of(clock, clock.since, selected, book),
        ClockPhase::NotStarted | ClockPhase::Stopped | ClockPhase::Cancelled => {
            let (due_at, breaches_at, note) = (clock.due_at, clock.breaches_at, clock.note);
            return Ok(Forecast { due_at, breaches_at, armed: Vec::new(), note });
        }
    };
    let due_at = course.due(clock.target_s, selected)?;
    let mut armed = Vec::with_capacity(selected.clause().levels.len());
    for level in &selected.clause().levels {
        if clock.target_s == NEVER_S || clock.fired.iter().any(|fired| fired.level == level.id) {
            continue;
        }
        let nominal = match level.at {
            LevelPoint::Percent(percent) => {
                course.reaches(share_s(clock.target_s, percent))?.map(|(at, _)| at)
            }
            LevelPoint::WorkingS(offset_s) => {
                let amount_s = clock.target_s.saturating_add(i64::from(offset_s)).max(0);
                course.reaches(amount_s)?.map(|(at, _)| at)
            }
            LevelPoint::ElapsedS(offset_s) => due_at
                .map(|due_at| due_at.unix_s().saturating_add(i64::from(offset_s)).max(0))
                .and_then(|nominal_s| Instant::from_unix_s(nominal_s).ok()),
        };
        armed.extend(nominal.map(|nominal| LevelAt { level: level.id.clone(), at: nominal.max(at) }));
    }
    armed.sort_by_key(|level| level.at);
    let note = (due_at.is_none() && clock.since.is_some()).then_some(ClockNote::NeverDue);
    Ok(Forecast { due_at, breaches_at: course.exceeds(clock.target_s)?, armed, note })
}

/// The due instant of a clock as if it ran on from `since`.
pub(crate) fn due_if_running(
    clock: &Clock,
    since: Instant,
    selected: &Selected<'_>,
    book: &Agreements,
) -> Result<Option<Instant>, SlaError> {
    Course::of(clock, Some(since), selected, book).due(clock.target_s, selected)
}

/// The due instant as far as it lies in what is counted already, or ahead of a running clock.
pub(crate) fn due_found(
    clock: &Clock,
    selected: &Selected<'_>,
    book: &Agreements,
) -> Result<Option<Instant>, SlaError> {
    Course::of(clock, clock.since, selected, book).due(clock.target_s, selected)
}

/// The measure that a segment of a clock was counted under.
pub(crate) fn measure_of<'a>(
    segment: &Segment,
    clock: &Clock,
    book: &'a Agreements,
) -> Result<Measure<'a>, SlaError> {
    let terms = segment.under.as_ref().unwrap_or(&clock.terms);
    Ok(match terms.measured_in() {
        Some(calendar) => Measure::Opening(book.calendar(calendar)?),
        None => Measure::Elapsed,
    })
}

/// `ceil(target * percent / 100)`.
fn share_s(target_s: i64, percent: u16) -> i64 {
    let share = i128::from(target_s).saturating_mul(i128::from(percent)).saturating_add(99).div_euclid(100);
    i64::try_from(share).unwrap_or(i64::MAX)
}

/// The stretches of a clock in order; the last of them is open if the clock runs.
struct Course<'a> {
    clock: &'a Clock,
    book: &'a Agreements,
    since: Option<Instant>,
    measure: Measure<'a>,
}

impl<'a> Course<'a> {
    fn of(clock: &'a Clock, since: Option<Instant>, selected: &Selected<'a>, book: &'a Agreements) -> Self {
        Self { clock, book, since, measure: selected.measure() }
    }

    fn due(&self, target_s: i64, selected: &Selected<'_>) -> Result<Option<Instant>, SlaError> {
        Ok(self.reaches(target_s)?.and_then(|(earliest, measure)| bounded(selected, earliest, measure)))
    }

    /// The earliest instant at which that amount is consumed, and the measure there.
    fn reaches(&self, amount_s: i64) -> Result<Option<(Instant, Measure<'a>)>, SlaError> {
        let clock = self.clock;
        if amount_s <= 0 {
            return Ok(Some((clock.started_at, self.measure)));
        }
        if amount_s <= clock.consumed_s {
            let mut rest_s = amount_s.saturating_sub(clock.carried_s).max(0);
            for segment in &clock.segments {
                if segment.consumed_s >= rest_s {
                    let measure = measure_of(segment, clock, self.book)?;
                    return Ok(measure.after(segment.from, rest_s).map(|at| (at, measure)));
                }
                rest_s = rest_s.saturating_sub(segment.consumed_s);
            }
        }
        let rest_s = amount_s.saturating_sub(clock.consumed_s).max(0);
        Ok(self.since.and_then(|since| Some((self.measure.after(since, rest_s)?, self.measure))))
    }

    /// The latest instant at which no more than that amount is consumed.
    fn exceeds(&self, amount_s: i64) -> Result<Option<Instant>, SlaError> {
        let clock = self.clock;
        let last_before = |from: Instant, rest_s: i64, measure: Measure<'_>| {
            // A carried amount alone can be more than the target; then no instant of the stretch meets it.
            if rest_s < 0 {
                return from.plus_s(-1);
            }
            measure.after(from, rest_s).and_then(|at| measure.next_open(at))
        };
        if amount_s < clock.consumed_s {
            let mut rest_s = amount_s.saturating_sub(clock.carried_s);
            for segment in &clock.segments {
                if segment.consumed_s > rest_s {
                    return Ok(last_before(segment.from, rest_s, measure_of(segment, clock, self.book)?));
                }
                rest_s = rest_s.saturating_sub(segment.consumed_s);
            }
        }
        let rest_s = amount_s.saturating_sub(clock.consumed_s);
        Ok(self.since.and_then(|since| last_before(since, rest_s, self.measure)))
    }
}
