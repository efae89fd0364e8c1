//! Operations on a clock: each turns into marks. 时钟操作
//!
//! Every operation has an instant `at`, not before the last one. The clock is first observed up to and including `at`:
//! levels, the breach and the end of the longest pause happen at their own instants. Then the operation takes effect,
//! and what it has made overdue happens at `at`. An operation that has no effect yields no mark of its own.

use crate::kernel::{Code, Instant, PersonId};
use crate::sla::forecast::{self, Measure, NEVER_S};
use crate::sla::{
    Agreements, Breached, Clock, ClockMark, ClockPhase, ClockSet, ClockTerms, CycleResult, Excused,
    LevelKind, LevelReached, MarkCause, Metric, Pause, PauseAfterBreachPolicy, ReopenPolicy, RetargetPolicy,
    Segment, Selected, SharedTerms, SlaError, Target,
};
use smol_str::SmolStr;

/// Counting begins at `start`, decided at `at`: later than `start` where the ticket was classified later.
///
/// # Errors
/// [`SlaError::OutOfOrder`] when `start` is after `at`.
pub fn start(
    metric: Metric,
    selected: &Selected<'_>,
    start: Instant,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    if start > at {
        return Err(SlaError::OutOfOrder { at, after: start });
    }
    let set = ClockSet {
        metric,
        cause: MarkCause::Started,
        at,
        phase: ClockPhase::Running,
        cycle: 1,
        started_at: start,
        target_s: forecast::target_s(selected, start),
        consumed_s: 0,
        carried_s: 0,
        since: Some(start),
        paused: None,
        due_at: None,
        breaches_at: None,
        armed: Vec::new(),
        closed: None,
        segments: None,
        terms: Some(SharedTerms::from(selected.clock_terms())),
        result: None,
        note: None,
        reason: None,
    };
    let Some(clock) = Clock::started(&set) else { return Ok(Vec::new()) };
    let mut draft = Draft { clock, selected: *selected, book, marks: Vec::with_capacity(1) };
    draft.commit(set)?;
    Ok(draft.marks)
}

/// What happens by itself up to and including `now`.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn observe(clock: &Clock, now: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    in_order(clock, now)?;
    if clock.next_due().is_none_or(|next| next > now) {
        return Ok(Vec::new());
    }
    let mut draft = Draft::of(clock, book)?;
    draft.observe(now)?;
    Ok(draft.marks)
}

/// The clock pauses, if it runs and its clause lists the reason.
///
/// Ignored for a calendar date, and on a breached clock that keeps running after its breach.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn pause(
    clock: &Clock,
    reason: &Code,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    let clause = draft.selected.clause();
    let keeps_running = draft.clock.breached_at.is_some()
        && draft.selected.terms().pause_after_breach == PauseAfterBreachPolicy::KeepRunning;
    if draft.clock.phase != ClockPhase::Running
        || !clause.pause_reasons.contains(reason)
        || matches!(clause.target, Target::CalendarDate { .. })
        || keeps_running
    {
        return Ok(draft.marks);
    }
    let mut set = draft.closing(MarkCause::Paused, at);
    set.phase = ClockPhase::Paused;
    set.paused =
        Some(Pause { reason: reason.clone(), since: at, resumes_at: pause_end(&draft.selected, at) });
    draft.commit(set)?;
    Ok(draft.marks)
}

/// A paused clock runs again.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn resume(clock: &Clock, at: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if draft.clock.phase == ClockPhase::Paused {
        draft.resume(at)?;
    }
    Ok(draft.marks)
}

/// The act that the clock waits for has happened; its result is kept.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn stop(clock: &Clock, at: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if draft.is_live() {
        draft.stop(at)?;
    }
    Ok(draft.marks)
}

/// A result is kept as by [`stop`], and the next cycle starts at once (the customer was informed).
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn next_cycle(clock: &Clock, at: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if draft.is_live() {
        draft.stop(at)?;
        let cycle = draft.clock.cycle.saturating_add(1);
        let set = draft.afresh(MarkCause::Started, cycle, at);
        draft.commit(set)?;
    }
    Ok(draft.marks)
}

/// The clock counts for nothing any more. Final.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn cancel(clock: &Clock, at: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if draft.clock.phase != ClockPhase::Cancelled {
        let mut set = draft.closing(MarkCause::Cancelled, at);
        set.phase = ClockPhase::Cancelled;
        draft.commit(set)?;
    }
    Ok(draft.marks)
}

/// The clock has another target from now on; the retarget policy of the new clause says what becomes of the past.
///
/// The same target under the same version of the calendar is no change (DECISIONS 15).
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn retarget(
    clock: &Clock,
    to: &Selected<'_>,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    let same =
        draft.clock.terms.target == to.target() && draft.clock.terms.calendar.as_ref() == to.calendar();
    if same || !draft.is_live() {
        return Ok(draft.marks);
    }
    let policy = to.terms().retarget;
    let mut set = draft.closing(MarkCause::Retargeted, at);
    set.since = draft.clock.since.map(|_| at);
    match policy {
        RetargetPolicy::CarryElapsed | RetargetPolicy::StricterOf => {
            set.target_s = forecast::target_s(to, set.started_at);
        }
        RetargetPolicy::RecomputeFromStart => {
            let mut segments = draft.segments_with(&mut set);
            for segment in &mut segments {
                *segment = measured(segment, to.measure(), None);
            }
            set.target_s = forecast::target_s(to, set.started_at);
            replace_segments(&mut set, segments);
        }
        RetargetPolicy::RestartNow => {
            set.started_at = at;
            set.carried_s = 0;
            set.target_s = forecast::target_s(to, at);
            draft.segments_with(&mut set);
            replace_segments(&mut set, Vec::new());
        }
        RetargetPolicy::CarryFraction => {
            let target_s = forecast::target_s(to, set.started_at);
            set.carried_s = fraction_s(set.consumed_s, target_s, set.target_s);
            set.target_s = target_s;
            draft.segments_with(&mut set);
            let landed = Segment { from: at, to: at, consumed_s: 0, under: None };
            replace_segments(&mut set, vec![landed]);
        }
    }
    if let Some(pause) = &mut set.paused {
        pause.resumes_at = pause_end(to, pause.since).map(|end| end.max(at));
    }
    set.terms = Some(SharedTerms::from(to.clock_terms()));
    if policy == RetargetPolicy::StricterOf {
        let now_due_at =
            forecast::due_if_running(&draft.clock, draft.clock.since.unwrap_or(at), &draft.selected, book)?;
        let mut candidate = draft.clock.clone();
        candidate.set(&set);
        let then_due_at = forecast::due_if_running(&candidate, at, to, book)?;
        if then_due_at.unwrap_or(Instant::MAX) >= now_due_at.unwrap_or(Instant::MAX) {
            return Ok(draft.marks);
        }
    }
    draft.selected = *to;
    draft.commit(set)?;
    Ok(draft.marks)
}

/// A stopped clock runs again, as the reopen policy of its clause says.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
pub fn reopen(clock: &Clock, at: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if draft.clock.phase != ClockPhase::Stopped {
        return Ok(draft.marks);
    }
    let cycle = draft.clock.cycle;
    let set = match draft.selected.terms().reopen {
        ReopenPolicy::Never => return Ok(draft.marks),
        ReopenPolicy::NewCycle => draft.afresh(MarkCause::Reopened, cycle.saturating_add(1), at),
        ReopenPolicy::RestartFull => draft.afresh(MarkCause::Reopened, cycle, at),
        policy @ (ReopenPolicy::ContinueExcludingResolved | ReopenPolicy::ContinueIncludingResolved) => {
            let mut set = draft.standing(MarkCause::Reopened, at);
            set.phase = ClockPhase::Running;
            set.since = Some(at);
            if policy == ReopenPolicy::ContinueIncludingResolved
                && let Some(ended_at) = draft.clock.results.last().map(|result| result.ended_at)
            {
                close(&mut set, ended_at, draft.selected.measure());
            }
            set
        }
    };
    draft.commit(set)?;
    Ok(draft.marks)
}

/// Every segment is measured again under the versions of its calendar that are in force at `at` (DECISIONS 4, 14).
///
/// For a late holiday notice or revised zone data. Without effect on a clock that is stopped or cancelled.
///
/// # Errors
/// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`], [`SlaError::CalendarNotInForce`].
pub fn recompute(
    clock: &Clock,
    reason: &Code,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    let mut draft = Draft::observed(clock, at, book)?;
    if !draft.is_live() {
        return Ok(draft.marks);
    }
    let current = |terms: &ClockTerms| {
        let Some(calendar) = &terms.calendar else { return Ok(None) };
        let version = book.calendar_version_at(&calendar.id, at);
        version.map(Some).ok_or_else(|| SlaError::CalendarNotInForce { calendar: calendar.id.clone(), at })
    };
    let selected = draft.selected.under(current(&draft.clock.terms)?);
    let mut set = draft.closing(MarkCause::Recomputed, at);
    set.since = draft.clock.since.map(|_| at);
    let mut segments = draft.segments_with(&mut set);
    for segment in &mut segments {
        *segment = match &segment.under {
            None => measured(segment, selected.measure(), None),
            Some(under) => {
                let version = current(under)?;
                let calendar = version.filter(|_| under.target.counts_opening_time());
                let measure =
                    calendar.map_or(Measure::Elapsed, |version| Measure::Opening(&version.calendar));
                let terms = ClockTerms {
                    calendar: version.map(|version| version.reference.clone()),
                    tzdb: version.map_or_else(SmolStr::default, |version| {
                        SmolStr::new(version.calendar.tzdb_version())
                    }),
                    ..ClockTerms::clone(under)
                };
                measured(segment, measure, Some(SharedTerms::from(terms)))
            }
        };
    }
    set.target_s = forecast::target_s(&selected, set.started_at);
    replace_segments(&mut set, segments);
    set.terms = Some(SharedTerms::from(selected.clock_terms()));
    set.reason = Some(reason.clone());
    draft.selected = selected;
    draft.commit(set)?;
    Ok(draft.marks)
}

/// Excuses a recorded breach. The breach stays recorded (DECISIONS 13).
///
/// # Errors
/// [`SlaError::OutOfOrder`].
pub fn excuse(clock: &Clock, reason: &Code, by: &PersonId, at: Instant) -> Result<Vec<ClockMark>, SlaError> {
    in_order(clock, at)?;
    if clock.breached_at.is_none() {
        return Ok(Vec::new());
    }
    let excused = Excused { metric: clock.metric, reason: reason.clone(), by: by.clone(), at };
    Ok(vec![ClockMark::Excused(excused)])
}

/// A clock on its way through one decision, folding each mark as it is made.
struct Draft<'a> {
    clock: Clock,
    selected: Selected<'a>,
    book: &'a Agreements,
    marks: Vec<ClockMark>,
}

impl<'a> Draft<'a> {
    fn of(clock: &Clock, book: &'a Agreements) -> Result<Self, SlaError> {
        let selected = book.running_under(&clock.terms)?;
        Ok(Self { clock: clock.clone(), selected, book, marks: Vec::new() })
    }

    fn observed(clock: &Clock, at: Instant, book: &'a Agreements) -> Result<Self, SlaError> {
        in_order(clock, at)?;
        let mut draft = Self::of(clock, book)?;
        draft.observe(at)?;
        Ok(draft)
    }

    const fn is_live(&self) -> bool {
        matches!(self.clock.phase, ClockPhase::Running | ClockPhase::Paused)
    }

    /// Lets happen what is due up to and including `to`, in order; a level before the breach of the same instant.
    fn observe(&mut self, to: Instant) -> Result<(), SlaError> {
        while let Some(next) = self.clock.next_due().filter(|next| *next <= to) {
            let level =
                self.clock.armed.first().filter(|level| level.at == next).map(|level| level.level.clone());
            if let Some(id) = level {
                let level = self.selected.clause().levels.iter().find(|level| level.id == id);
                let reached = LevelReached {
                    metric: self.clock.metric,
                    kind: level.map_or(LevelKind::Warning, |level| level.kind),
                    notify: level.map(|level| level.notify.clone()).unwrap_or_default(),
                    level: id,
                    at: next,
                    consumed_s: self.consumed_s(next),
                };
                self.record(ClockMark::LevelReached(reached));
            } else if self.clock.breach_due() == Some(next) {
                let breached = Breached { metric: self.clock.metric, at: next, due_at: self.clock.due_at };
                self.record(ClockMark::Breached(breached));
            } else {
                self.resume(next)?;
            }
        }
        Ok(())
    }

    fn consumed_s(&self, at: Instant) -> i64 {
        let running_s = self.clock.since.map_or(0, |since| self.selected.measure().between(since, at));
        self.clock.consumed_s.saturating_add(running_s)
    }

    fn resume(&mut self, at: Instant) -> Result<(), SlaError> {
        let mut set = self.standing(MarkCause::Resumed, at);
        set.phase = ClockPhase::Running;
        set.paused = None;
        set.since = Some(at);
        self.commit(set)
    }

    fn stop(&mut self, at: Instant) -> Result<(), SlaError> {
        let mut set = self.closing(MarkCause::Stopped, at);
        set.phase = ClockPhase::Stopped;
        set.result = Some(CycleResult {
            cycle: set.cycle,
            started_at: set.started_at,
            ended_at: at,
            consumed_s: set.consumed_s,
            target_s: set.target_s,
            breached_at: self.clock.breached_at,
            excused: self.clock.excused.clone(),
        });
        self.commit(set)
    }

    /// The clock as it stands, as a mark.
    fn standing(&self, cause: MarkCause, at: Instant) -> ClockSet {
        let clock = &self.clock;
        ClockSet {
            metric: clock.metric,
            cause,
            at,
            phase: clock.phase,
            cycle: clock.cycle,
            started_at: clock.started_at,
            target_s: clock.target_s,
            consumed_s: clock.consumed_s,
            carried_s: clock.carried_s,
            since: clock.since,
            paused: clock.paused.clone(),
            due_at: clock.due_at,
            breaches_at: clock.breaches_at,
            armed: Vec::new(),
            closed: None,
            segments: None,
            terms: None,
            result: None,
            note: clock.note,
            reason: None,
        }
    }

    /// The clock as it stands, its running stretch ended.
    fn closing(&self, cause: MarkCause, at: Instant) -> ClockSet {
        let mut set = self.standing(cause, at);
        if let Some(since) = set.since.take() {
            close(&mut set, since, self.selected.measure());
        }
        // A pause ends with a stop or cancel, and goes on through a retarget or recomputation.
        if matches!(cause, MarkCause::Stopped | MarkCause::Cancelled) {
            set.paused = None;
        }
        set
    }

    /// The full target again, from now.
    fn afresh(&self, cause: MarkCause, cycle: u32, at: Instant) -> ClockSet {
        let mut set = self.standing(cause, at);
        set.phase = ClockPhase::Running;
        set.cycle = cycle;
        set.started_at = at;
        set.target_s = forecast::target_s(&self.selected, at);
        set.carried_s = 0;
        set.since = Some(at);
        replace_segments(&mut set, Vec::new());
        set
    }

    /// All segments, the one that the mark would close taken from it.
    fn segments_with(&self, set: &mut ClockSet) -> Vec<Segment> {
        self.clock.segments.iter().cloned().chain(set.closed.take()).collect()
    }

    fn commit(&mut self, mut set: ClockSet) -> Result<(), SlaError> {
        let at = set.at;
        self.clock.set(&set);
        self.clock.as_of = at;
        let ahead = forecast::ahead(&self.clock, &self.selected, at, self.book)?;
        self.clock.due_at = ahead.due_at;
        self.clock.breaches_at = ahead.breaches_at;
        self.clock.note = ahead.note;
        self.clock.armed.clone_from(&ahead.armed);
        set.due_at = ahead.due_at;
        set.breaches_at = ahead.breaches_at;
        set.note = ahead.note;
        set.armed = ahead.armed;
        self.marks.push(ClockMark::Set(Box::new(set)));
        self.observe(at)
    }

    fn record(&mut self, mark: ClockMark) {
        self.clock.fold(&mark);
        self.marks.push(mark);
    }
}

fn in_order(clock: &Clock, at: Instant) -> Result<(), SlaError> {
    if at < clock.as_of { Err(SlaError::OutOfOrder { at, after: clock.as_of }) } else { Ok(()) }
}

fn pause_end(selected: &Selected<'_>, since: Instant) -> Option<Instant> {
    since.plus_s(i64::from(selected.clause().max_pause_s?))
}

fn close(set: &mut ClockSet, from: Instant, measure: Measure<'_>) {
    let to = set.at;
    if from < to {
        let consumed_s = measure.between(from, to);
        set.consumed_s = set.consumed_s.saturating_add(consumed_s);
        set.closed = Some(Segment { from, to, consumed_s, under: None });
    }
}

fn measured(segment: &Segment, measure: Measure<'_>, under: Option<SharedTerms>) -> Segment {
    let (from, to) = (segment.from, segment.to);
    Segment { from, to, consumed_s: measure.between(from, to), under }
}

fn replace_segments(set: &mut ClockSet, segments: Vec<Segment>) {
    set.consumed_s =
        segments.iter().fold(set.carried_s, |sum_s, segment| sum_s.saturating_add(segment.consumed_s));
    set.segments = Some(segments);
}

/// The consumed share of the old target, in seconds of the new one.
fn fraction_s(consumed_s: i64, new_target_s: i64, old_target_s: i64) -> i64 {
    if new_target_s == NEVER_S || old_target_s == NEVER_S {
        return 0;
    }
    if old_target_s <= 0 {
        return new_target_s;
    }
    let product = i128::from(consumed_s).saturating_mul(i128::from(new_target_s));
    i64::try_from(product.div_euclid(i128::from(old_target_s))).unwrap_or(i64::MAX)
}
