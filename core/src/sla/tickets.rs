//! From tickets to clocks: what happens to a ticket, and what that means to each of its clocks. 工单时钟
//!
//! | stimulus | response | resolution | update |
//! |---|---|---|---|
//! | opened | start | start | – |
//! | attached | start in the past | start in the past | – |
//! | assigned, acknowledged, responded | stop, as `stops_on` says | – | start, but not by assignment |
//! | informed | – | – | next cycle |
//! | paused, resumed | pause, resume | pause, resume | pause, resume |
//! | retargeted | retarget | retarget | retarget |
//! | resolved, closed | stop | stop | stop |
//! | reopened | – | reopen, retarget | reopen, retarget |
//! | cancelled, merged, converted | cancel | cancel | cancel |
//! | recomputed | recompute | recompute | recompute |

use crate::kernel::{Code, Instant};
use crate::sla::{Agreements, Clock, ClockMark, ClockPhase, Metric, SlaError, StopsOn, Ticket, engine};
use serde::{Deserialize, Serialize};

/// Something that happened to a ticket and may matter to its clocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "stimulus", rename_all = "snake_case", deny_unknown_fields)]
pub enum Stimulus {
    /// It was opened.
    Opened {
        /// What it is from now on; absent: as it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ticket: Option<Ticket>,
    },
    /// It was classified later than it was opened: clocks it does not have yet begin at a past instant.
    Attached {
        /// Where counting begins.
        start: Instant,
        /// Which clocks; none named: response and resolution.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        metrics: Vec<Metric>,
    },
    /// Somebody was assigned.
    Assigned {},
    /// Somebody acknowledged it.
    Acknowledged {},
    /// Somebody answered the customer.
    Responded {},
    /// The customer was told how it stands.
    Informed {},
    /// Work waits.
    Paused {
        /// For what.
        reason: Code,
    },
    /// Work goes on.
    Resumed {},
    /// Its priority, its service or its agreement changed, or a new version came into force.
    Retargeted {
        /// What it is from now on; absent: as it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ticket: Option<Ticket>,
    },
    /// The service is restored or the request fulfilled.
    Resolved {},
    /// It was closed.
    Closed {},
    /// The solution did not hold.
    Reopened {},
    /// It was cancelled.
    Cancelled {},
    /// It was merged into another.
    Merged {},
    /// It was converted into another kind of ticket.
    Converted {},
    /// Its past is measured again under the calendars in force now.
    Recomputed {
        /// Why.
        reason: Code,
    },
}

impl Stimulus {
    /// What the ticket is from now on, where the stimulus says so.
    #[must_use]
    pub const fn ticket(&self) -> Option<&Ticket> {
        match self {
            Self::Opened { ticket } | Self::Retargeted { ticket } => ticket.as_ref(),
            _ => None,
        }
    }

    const fn stopping_act(&self) -> Option<StopsOn> {
        match self {
            Self::Assigned {} => Some(StopsOn::Assigned),
            Self::Acknowledged {} => Some(StopsOn::Acknowledged),
            Self::Responded {} => Some(StopsOn::Responded),
            _ => None,
        }
    }
}

/// The clocks of one ticket: at most one of each metric.
// How they are read from a document stands in `stored.rs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct TicketClocks {
    pub(super) clocks: Vec<Clock>,
}

impl TicketClocks {
    /// Clocks made by hand, of which a test needs no more than it looks at.
    #[cfg(test)]
    pub(crate) const fn by_hand(clocks: Vec<Clock>) -> Self {
        Self { clocks }
    }

    /// The clocks, in the order of [`Metric::ALL`].
    #[must_use]
    pub fn all(&self) -> &[Clock] {
        &self.clocks
    }

    /// The clock of that metric, if it was ever started.
    #[must_use]
    pub fn get(&self, metric: Metric) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.metric == metric)
    }

    /// Where the clock of that metric stands.
    #[must_use]
    pub fn phase(&self, metric: Metric) -> ClockPhase {
        self.get(metric).map_or(ClockPhase::NotStarted, |clock| clock.phase)
    }

    /// When something happens by itself next.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        self.clocks.iter().filter_map(Clock::next_due).min()
    }

    /// Folds one mark in. Total.
    pub fn apply(&mut self, mark: &ClockMark) {
        if let Some(clock) = self.clocks.iter_mut().find(|clock| clock.metric == mark.metric()) {
            clock.fold(mark);
            return;
        }
        let mut started = None;
        Clock::apply(&mut started, mark);
        self.clocks.extend(started);
        self.clocks.sort_by_key(|clock| clock.metric);
    }

    /// What happens by itself up to and including `now`, by instant.
    ///
    /// # Errors
    /// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`].
    pub fn observe(&self, now: Instant, book: &Agreements) -> Result<Vec<ClockMark>, SlaError> {
        let mut marks = Vec::new();
        for clock in &self.clocks {
            marks.extend(engine::observe(clock, now, book)?);
        }
        Ok(by_instant(marks))
    }

    /// What a stimulus means to the clocks, by instant. Clocks it does not concern are observed up to it.
    ///
    /// # Errors
    /// [`SlaError::OutOfOrder`], [`SlaError::VersionNotSupplied`], [`SlaError::CalendarNotInForce`].
    pub fn stimulate(
        &self,
        ticket: &Ticket,
        stimulus: &Stimulus,
        at: Instant,
        book: &Agreements,
    ) -> Result<Vec<ClockMark>, SlaError> {
        let ticket = stimulus.ticket().unwrap_or(ticket);
        let mut marks = Vec::new();
        for metric in Metric::ALL {
            marks.extend(match self.get(*metric) {
                Some(clock) => decide(clock, ticket, stimulus, at, book)?,
                None => begin(*metric, ticket, stimulus, at, book)?,
            });
        }
        Ok(by_instant(marks))
    }
}

impl FromIterator<ClockMark> for TicketClocks {
    /// The fold of a history of marks.
    fn from_iter<I: IntoIterator<Item = ClockMark>>(marks: I) -> Self {
        let mut clocks = Self::default();
        for mark in marks {
            clocks.apply(&mark);
        }
        clocks
    }
}

fn begin(
    metric: Metric,
    ticket: &Ticket,
    stimulus: &Stimulus,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    let start = match stimulus {
        Stimulus::Opened { .. } if metric != Metric::Update => at,
        Stimulus::Acknowledged {} | Stimulus::Responded {} if metric == Metric::Update => at,
        Stimulus::Attached { start, metrics } if metrics.is_empty() && metric != Metric::Update => *start,
        Stimulus::Attached { start, metrics } if metrics.contains(&metric) => *start,
        _ => return Ok(Vec::new()),
    };
    match book.select(ticket, metric, start, at)? {
        Some(selected) => engine::start(metric, &selected, start, at, book),
        None => Ok(Vec::new()),
    }
}

fn decide(
    clock: &Clock,
    ticket: &Ticket,
    stimulus: &Stimulus,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    match stimulus {
        Stimulus::Assigned {} | Stimulus::Acknowledged {} | Stimulus::Responded {} => {
            let clause = book.running_under(&clock.terms)?.clause();
            let stops = stimulus.stopping_act().is_some_and(|act| clause.is_stopped_by(act));
            if clock.metric == Metric::Response && stops {
                engine::stop(clock, at, book)
            } else {
                engine::observe(clock, at, book)
            }
        }
        Stimulus::Informed {} if clock.metric == Metric::Update => engine::next_cycle(clock, at, book),
        Stimulus::Paused { reason } => engine::pause(clock, reason, at, book),
        Stimulus::Resumed {} => engine::resume(clock, at, book),
        Stimulus::Retargeted { .. } => retarget(clock, ticket, at, book),
        Stimulus::Resolved {} | Stimulus::Closed {} => engine::stop(clock, at, book),
        Stimulus::Reopened {} if clock.metric != Metric::Response => {
            let mut marks = engine::reopen(clock, at, book)?;
            let mut reopened = clock.clone();
            marks.iter().for_each(|mark| reopened.fold(mark));
            marks.extend(retarget(&reopened, ticket, at, book)?);
            Ok(marks)
        }
        Stimulus::Cancelled {} | Stimulus::Merged {} | Stimulus::Converted {} => {
            engine::cancel(clock, at, book)
        }
        Stimulus::Recomputed { reason } => engine::recompute(clock, reason, at, book),
        Stimulus::Opened { .. }
        | Stimulus::Attached { .. }
        | Stimulus::Informed {}
        | Stimulus::Reopened {} => engine::observe(clock, at, book),
    }
}

/// A detached agreement never resets a clock: where nothing is selected any more it keeps its clause.
fn retarget(
    clock: &Clock,
    ticket: &Ticket,
    at: Instant,
    book: &Agreements,
) -> Result<Vec<ClockMark>, SlaError> {
    match book.select(ticket, clock.metric, clock.started_at, at)? {
        Some(selected) => engine::retarget(clock, &selected, at, book),
        None => engine::observe(clock, at, book),
    }
}

/// Each clock's marks keep their order.
fn by_instant(mut marks: Vec<ClockMark>) -> Vec<ClockMark> {
    marks.sort_by_key(ClockMark::at);
    marks
}
