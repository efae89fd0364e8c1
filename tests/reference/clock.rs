//! SLA clocks as `docs/adr/0003-clock-semantics.md` defines them.
//!
//! A clock is nothing but the list of its operations. Every question is answered by walking that list from the
//! beginning: [`RefClock::at`] says what is known at an instant, with everything that fired up to and including it.

use std::rc::Rc;

use super::calendar::{Convention, RefCalendar};
use super::zone::{DAY, LAST};

/// A calendar in one of its versions.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub id: String,
    pub version: u32,
    pub hours: Rc<RefCalendar>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Elapsed { seconds: i64 },
    Working { seconds: i64 },
    WorkingDays { days: u32, convention: Convention },
    CalendarDate { day: i64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Percent(i64),
    WorkingS(i64),
    ElapsedS(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    EarliestInstant,
    NextOpening,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseAfterBreach {
    Pause,
    KeepRunning,
}

#[derive(Clone, Debug)]
pub struct Clause {
    pub target: Target,
    pub calendar: Calendar,
    pub pause_reasons: Vec<String>,
    pub levels: Vec<Level>,
    pub boundary: Boundary,
    pub max_pause_s: Option<i64>,
    pub pause_after_breach: PauseAfterBreach,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retarget {
    CarryElapsed,
    RecomputeFromStart,
    RestartNow,
    CarryFraction,
    StricterOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reopen {
    ContinueExcludingResolved,
    ContinueIncludingResolved,
    NewCycle,
    RestartFull,
    Never,
}

#[derive(Clone, Debug)]
pub enum Act {
    Start { from: i64, clause: Clause },
    Pause { reason: String },
    Resume,
    Stop,
    Cancel,
    Retarget { clause: Clause, policy: Retarget },
    Reopen { policy: Reopen },
    Recompute { calendars: Vec<Calendar> },
}

#[derive(Clone, Debug)]
pub struct Operation {
    pub at: i64,
    pub act: Act,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    NotStarted,
    Running,
    Paused,
    Stopped,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Level(Level),
    Breach,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fired {
    pub cycle: u32,
    pub at: i64,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CycleResult {
    pub cycle: u32,
    pub started_at: i64,
    pub ended_at: i64,
    pub consumed_s: i64,
    /// None: the target is further away than the year 2200.
    pub target_s: Option<i64>,
    pub breached_at: Option<i64>,
}

/// What is known of a clock at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub phase: Phase,
    pub cycle: u32,
    pub started_at: Option<i64>,
    pub consumed_s: i64,
    pub target_s: Option<i64>,
    pub due_at: Option<i64>,
    pub breaches_at: Option<i64>,
    pub breached_at: Option<i64>,
    pub overrun_s: i64,
    pub overrun_elapsed_s: i64,
    /// Everything that fired, of all cycles, in the order in which it fired.
    pub fired: Vec<Fired>,
    pub results: Vec<CycleResult>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfOrder;

#[derive(Clone, Debug, Default)]
pub struct RefClock {
    operations: Vec<Operation>,
}

impl RefClock {
    pub fn push(&mut self, at: i64, act: Act) -> Result<(), OutOfOrder> {
        let starts_later = matches!(&act, Act::Start { from, .. } if *from > at);
        let goes_back = self.operations.last().is_some_and(|last| at < last.at);
        if starts_later || goes_back {
            return Err(OutOfOrder);
        }
        self.operations.push(Operation { at, act });
        Ok(())
    }

    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The clock at `t`: all operations up to and including `t`, observed up to and including `t`.
    pub fn at(&self, t: i64) -> View {
        let mut walk = Walk::default();
        for operation in self.operations.iter().take_while(|operation| operation.at <= t) {
            walk.observe(operation.at);
            walk.perform(operation);
            walk.armed_at = operation.at;
            walk.observe(operation.at);
        }
        walk.observe(t);
        walk.view(t)
    }
}

impl Clause {
    fn measure(&self) -> Measure {
        match self.target {
            Target::Elapsed { .. } | Target::CalendarDate { .. } => Measure::Elapsed,
            Target::Working { .. } | Target::WorkingDays { .. } => Measure::Working(self.calendar.clone()),
        }
    }

    /// The target in seconds of the measure, from `start`; none where working days run out.
    fn target_s(&self, start: i64) -> Option<i64> {
        let hours = &self.calendar.hours;
        match self.target {
            Target::Elapsed { seconds } | Target::Working { seconds } => Some(seconds),
            Target::WorkingDays { days, convention } => {
                let end = hours.add_working_days(start, days, convention)?;
                Some(hours.between(start, end).max(0))
            }
            Target::CalendarDate { day } => Some((hours.zone.edge((day + 1) * DAY) - start).max(0)),
        }
    }

    fn waits_for_opening(&self) -> bool {
        self.boundary == Boundary::NextOpening
            || matches!(self.target, Target::WorkingDays { convention: Convention::StartOfNext, .. })
    }

    /// Plain elapsed seconds are the same under any calendar.
    fn is_same_as(&self, other: &Clause) -> bool {
        let same_calendar =
            self.calendar.id == other.calendar.id && self.calendar.version == other.calendar.version;
        self.target == other.target && (same_calendar || matches!(self.target, Target::Elapsed { .. }))
    }
}

#[derive(Clone, Debug)]
enum Measure {
    Elapsed,
    Working(Calendar),
}

impl Measure {
    fn between(&self, a: i64, b: i64) -> i64 {
        match self {
            Self::Elapsed => b - a,
            Self::Working(calendar) => calendar.hours.between(a, b),
        }
    }

    fn add(&self, t: i64, n: i64) -> Option<i64> {
        match self {
            Self::Elapsed => t.checked_add(n).filter(|u| *u <= LAST),
            Self::Working(calendar) => calendar.hours.add(t, n),
        }
    }

    fn next_open(&self, t: i64) -> Option<i64> {
        match self {
            Self::Elapsed => Some(t),
            Self::Working(calendar) => calendar.hours.next_open(t),
        }
    }

    fn under(&self, calendars: &[Calendar]) -> Measure {
        match self {
            Self::Elapsed => Self::Elapsed,
            Self::Working(old) => {
                Self::Working(calendars.iter().find(|new| new.id == old.id).unwrap_or(old).clone())
            }
        }
    }
}

/// What was counted, in order.
#[derive(Clone, Debug)]
enum Counted {
    Segment { from: i64, to: i64, measure: Measure },
    Carried { at: i64, amount_s: i64, measure: Measure },
}

#[derive(Clone, Debug)]
struct Walk {
    phase: Phase,
    clause: Option<Clause>,
    cycle: u32,
    start: i64,
    target_s: Option<i64>,
    counted: Vec<Counted>,
    running_since: Option<i64>,
    paused_since: i64,
    stopped_at: i64,
    /// What was due when the clock stopped or was cancelled.
    kept: (Option<i64>, Option<i64>),
    /// The last decision: nothing fires before it.
    armed_at: i64,
    breached_at: Option<i64>,
    reached: Vec<Level>,
    fired: Vec<Fired>,
    results: Vec<CycleResult>,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            phase: Phase::NotStarted,
            clause: None,
            cycle: 1,
            start: 0,
            target_s: None,
            counted: Vec::new(),
            running_since: None,
            paused_since: 0,
            stopped_at: 0,
            kept: (None, None),
            armed_at: 0,
            breached_at: None,
            reached: Vec::new(),
            fired: Vec::new(),
            results: Vec::new(),
        }
    }
}

impl Walk {
    /// Lets everything happen by itself that happens up to and including `t`.
    fn observe(&mut self, t: i64) {
        if let Some(over) = self.pause_ends_at().filter(|over| *over <= t) {
            self.fire(over);
            self.phase = Phase::Running;
            self.running_since = Some(over);
            self.armed_at = over;
        }
        self.fire(t);
    }

    fn pause_ends_at(&self) -> Option<i64> {
        let longest = self.clause.as_ref()?.max_pause_s?;
        (self.phase == Phase::Paused).then(|| (self.paused_since + longest).max(self.armed_at))
    }

    fn fire(&mut self, t: i64) {
        if !matches!(self.phase, Phase::Running | Phase::Paused) {
            return;
        }
        let Some(clause) = self.clause.clone() else { return };
        let mut next: Vec<(i64, What)> = Vec::new();
        for level in clause.levels.iter().filter(|level| !self.reached.contains(level)) {
            if let Some(at) = self.level_at(*level) {
                next.push((at.max(self.armed_at), What::Level(*level)));
            }
        }
        if let (None, Some(last_good)) = (self.breached_at, self.breaches_at()) {
            next.push(((last_good + 1).max(self.armed_at), What::Breach));
        }
        next.retain(|(at, _)| *at <= t);
        next.sort_by_key(|(at, _)| *at);
        for (at, what) in next {
            match what {
                What::Breach => self.breached_at = Some(at),
                What::Level(level) => self.reached.push(level),
            }
            self.fired.push(Fired { cycle: self.cycle, at, what });
        }
    }

    fn level_at(&self, level: Level) -> Option<i64> {
        let target_s = self.target_s?;
        match level {
            Level::Percent(percent) => {
                let hundredths = i128::from(target_s) * i128::from(percent);
                self.earliest_with(i64::try_from((hundredths + 99).div_euclid(100)).ok()?)
            }
            Level::WorkingS(distance_s) => self.earliest_with((target_s + distance_s).max(0)),
            Level::ElapsedS(distance_s) => Some(self.due_at()? + distance_s).filter(|at| *at <= LAST),
        }
    }

    fn due_at(&self) -> Option<i64> {
        if self.is_over() {
            return self.kept.0;
        }
        let clause = self.clause.as_ref()?;
        let (reached, measure) = self.place_of(self.target_s?)?;
        if clause.waits_for_opening() { measure.next_open(reached) } else { Some(reached) }
    }

    fn breaches_at(&self) -> Option<i64> {
        if self.is_over() {
            return self.kept.1;
        }
        Some(self.earliest_with(self.target_s? + 1)? - 1)
    }

    fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Stopped | Phase::Cancelled)
    }

    fn earliest_with(&self, amount_s: i64) -> Option<i64> {
        self.place_of(amount_s).map(|(at, _)| at)
    }

    /// The earliest instant at which `consumed >= amount_s`: through what was counted, then on as far as it runs.
    /// With it the measure that counts there. Nothing is consumed from the original start on.
    fn place_of(&self, amount_s: i64) -> Option<(i64, Measure)> {
        let mut consumed = 0;
        let now = self.clause.as_ref()?.measure();
        if amount_s <= 0 {
            return Some((self.start, now));
        }
        for counted in &self.counted {
            match counted {
                Counted::Carried { at, amount_s: carried, measure } if consumed + carried >= amount_s => {
                    return Some((*at, measure.clone()));
                }
                Counted::Carried { amount_s: carried, .. } => consumed += carried,
                Counted::Segment { from, to, measure } => {
                    let length = measure.between(*from, *to);
                    if consumed + length >= amount_s {
                        return Some((measure.add(*from, amount_s - consumed)?, measure.clone()));
                    }
                    consumed += length;
                }
            }
        }
        Some((now.add(self.running_since?, amount_s - consumed)?, now))
    }

    fn consumed(&self, t: i64) -> i64 {
        let mut consumed = 0;
        for counted in &self.counted {
            consumed += match counted {
                Counted::Carried { amount_s, .. } => *amount_s,
                Counted::Segment { from, to, measure } => measure.between(*from, *to),
            };
        }
        match (&self.clause, self.running_since) {
            (Some(clause), Some(since)) => consumed + clause.measure().between(since, t),
            _ => consumed,
        }
    }

    fn perform(&mut self, operation: &Operation) {
        let t = operation.at;
        match (&operation.act, self.phase) {
            (Act::Start { from, clause }, Phase::NotStarted) => {
                self.clause = Some(clause.clone());
                self.begin(*from);
            }
            (Act::Pause { reason }, Phase::Running) if self.may_pause(reason) => {
                self.close_segment(t);
                self.phase = Phase::Paused;
                self.paused_since = t;
            }
            (Act::Resume, Phase::Paused) => self.run_from(t),
            (Act::Stop, Phase::Running | Phase::Paused) => self.stop(t),
            (Act::Cancel, phase) if phase != Phase::Cancelled => {
                self.kept = (self.due_at(), self.breaches_at());
                self.close_segment(t);
                self.phase = Phase::Cancelled;
            }
            (Act::Retarget { clause, policy }, Phase::Running | Phase::Paused) => {
                self.retarget(t, clause, *policy);
            }
            (Act::Reopen { policy }, Phase::Stopped) => self.reopen(t, *policy),
            (Act::Recompute { calendars }, Phase::Running | Phase::Paused) => {
                self.recompute(calendars);
            }
            _ => {}
        }
    }

    fn begin(&mut self, start: i64) {
        self.start = start;
        self.counted.clear();
        self.target_s = self.clause.as_ref().and_then(|clause| clause.target_s(start));
        self.run_from(start);
    }

    fn run_from(&mut self, t: i64) {
        self.phase = Phase::Running;
        self.running_since = Some(t);
    }

    fn close_segment(&mut self, t: i64) {
        if let (Some(from), Some(clause)) = (self.running_since.take(), &self.clause) {
            self.counted.push(Counted::Segment { from, to: t, measure: clause.measure() });
        }
    }

    fn may_pause(&self, reason: &str) -> bool {
        self.clause.as_ref().is_some_and(|clause| {
            let runs_on =
                self.breached_at.is_some() && clause.pause_after_breach == PauseAfterBreach::KeepRunning;
            let is_date = matches!(clause.target, Target::CalendarDate { .. });
            !runs_on && !is_date && clause.pause_reasons.iter().any(|listed| listed == reason)
        })
    }

    fn stop(&mut self, t: i64) {
        self.kept = (self.due_at(), self.breaches_at());
        self.close_segment(t);
        self.phase = Phase::Stopped;
        self.stopped_at = t;
        self.results.push(CycleResult {
            cycle: self.cycle,
            started_at: self.start,
            ended_at: t,
            consumed_s: self.consumed(t),
            target_s: self.target_s,
            breached_at: self.breached_at,
        });
    }

    fn retarget(&mut self, t: i64, new: &Clause, policy: Retarget) {
        if self.clause.as_ref().is_some_and(|old| old.is_same_as(new)) {
            return;
        }
        if policy == Retarget::StricterOf {
            let mut old_way = self.clone();
            old_way.run_on_if_paused(t);
            let mut new_way = self.clone();
            new_way.retarget(t, new, Retarget::CarryElapsed);
            new_way.run_on_if_paused(t);
            let is_stricter = match (new_way.due_at(), old_way.due_at()) {
                (Some(new_due), Some(old_due)) => new_due < old_due,
                (new_due, _) => new_due.is_some(),
            };
            if !is_stricter {
                return;
            }
        }
        let consumed_s = self.consumed(t);
        let old_target_s = self.target_s;
        let was_running = self.running_since.is_some();
        self.close_segment(t);
        self.clause = Some(new.clone());
        if policy == Retarget::RestartNow {
            self.start = t;
            self.counted.clear();
        }
        self.target_s = new.target_s(self.start);
        if policy == Retarget::RecomputeFromStart {
            for counted in &mut self.counted {
                let (Counted::Segment { measure, .. } | Counted::Carried { measure, .. }) = counted;
                *measure = new.measure();
            }
        }
        if policy == Retarget::CarryFraction {
            let amount_s = match (old_target_s, self.target_s) {
                (Some(0), Some(new_s)) => new_s,
                (Some(old_s), Some(new_s)) => {
                    let share = i128::from(consumed_s) * i128::from(new_s) / i128::from(old_s);
                    i64::try_from(share).unwrap_or(i64::MAX / 4)
                }
                _ => 0,
            };
            self.counted = vec![Counted::Carried { at: t, amount_s, measure: new.measure() }];
        }
        if was_running {
            self.running_since = Some(t);
        }
    }

    fn run_on_if_paused(&mut self, t: i64) {
        if self.phase == Phase::Paused {
            self.running_since = Some(t);
        }
    }

    fn reopen(&mut self, t: i64, policy: Reopen) {
        match policy {
            Reopen::Never => {}
            Reopen::ContinueExcludingResolved => self.run_from(t),
            Reopen::ContinueIncludingResolved => {
                self.running_since = Some(self.stopped_at);
                self.close_segment(t);
                self.run_from(t);
            }
            Reopen::NewCycle => {
                self.cycle += 1;
                self.reached.clear();
                self.breached_at = None;
                self.begin(t);
            }
            Reopen::RestartFull => self.begin(t),
        }
    }

    fn recompute(&mut self, calendars: &[Calendar]) {
        for counted in &mut self.counted {
            let (Counted::Segment { measure, .. } | Counted::Carried { measure, .. }) = counted;
            *measure = measure.under(calendars);
        }
        let start = self.start;
        if let Some(clause) = &mut self.clause {
            if let Some(new) = calendars.iter().find(|new| new.id == clause.calendar.id) {
                clause.calendar = new.clone();
            }
            self.target_s = clause.target_s(start);
        }
    }

    fn view(&self, t: i64) -> View {
        let consumed_s = self.consumed(t);
        let due_at = self.due_at();
        View {
            phase: self.phase,
            cycle: self.cycle,
            started_at: (self.phase != Phase::NotStarted && self.clause.is_some()).then_some(self.start),
            consumed_s,
            target_s: self.target_s,
            due_at,
            breaches_at: self.breaches_at(),
            breached_at: self.breached_at,
            overrun_s: self.target_s.map_or(0, |target_s| (consumed_s - target_s).max(0)),
            overrun_elapsed_s: due_at.map_or(0, |due| self.elapsed_after(due, t)),
            fired: self.fired.clone(),
            results: self.results.clone(),
        }
    }

    fn elapsed_after(&self, due: i64, t: i64) -> i64 {
        let closed = self.counted.iter().map(|counted| match counted {
            Counted::Segment { from, to, .. } => (to - due.max(*from)).max(0),
            Counted::Carried { .. } => 0,
        });
        let open = self.running_since.map_or(0, |since| (t - due.max(since)).max(0));
        closed.sum::<i64>() + open
    }
}
