//! Timers: what happens by itself, in the order of its instants. 定时推进
//!
//! The queue holds one entry for each record that wakes by itself, so the cost of advancing depends on what is due, not on what
//! is open. Each timer fires at its nominal instant: advancing in two steps records what advancing in one does, but for
//! `recorded_at` (DECISIONS 6).

use super::draft::Draft;
use super::processes::StreamKey;
use super::{CommandError, ServiceManagementSystem, SystemEvent, SystemPlan};
use crate::kernel::{Actor, Context, Digest, Instant};
use std::collections::BTreeSet;

/// What advancing would append.
#[derive(Clone, Debug)]
pub struct Advance {
    /// The plan to persist and confirm.
    pub plan: SystemPlan,
    /// Whether more is due than this batch holds.
    pub more: bool,
    /// Records whose timer is due and could not fire, because no policy was in force at its instant.
    pub stuck: Vec<StreamKey>,
}

/// What happened by itself.
#[derive(Clone, Debug, Default)]
pub struct Advanced {
    /// What was appended, in order.
    pub events: Vec<SystemEvent>,
    /// Records whose timer is due and could not fire, because no policy was in force at its instant.
    pub stuck: Vec<StreamKey>,
}

/// Events that one batch of timers may append.
pub const ADVANCE_BATCH: usize = 10_000;

impl ServiceManagementSystem {
    /// Plans everything that is due up to and including `now`, at most about [`ADVANCE_BATCH`] events of it.
    ///
    /// # Errors
    /// [`CommandError::TimeWentBack`].
    pub fn plan_advance(&self, now: Instant) -> Result<Advance, CommandError> {
        self.not_before_the_journal(now)?;
        let context = Context::new(now, Actor::timer());
        let mut draft = Draft::new(self, &context);
        let mut stuck = Vec::new();
        let mut waiting = self.queue.range(..).peekable();
        // Records that fired and are due again.
        let mut again: BTreeSet<(Instant, StreamKey)> = BTreeSet::new();
        let mut more = false;
        loop {
            let first_waiting = waiting.peek().map(|entry| &entry.0);
            let from_again = match (again.first(), first_waiting) {
                (Some((repeated, _)), Some(first)) => repeated < first,
                (repeated, _) => repeated.is_some(),
            };
            let next = if from_again { again.pop_first() } else { waiting.next().cloned() };
            let Some((at, key)) = next.filter(|(at, _)| *at <= now) else { break };
            if draft.events() >= ADVANCE_BATCH {
                more = true;
                break;
            }
            match draft.fire_key(&key) {
                Ok(true) => again.extend(draft.due(&key).filter(|next| *next >= at).map(|next| (next, key))),
                Ok(false) | Err(_) => stuck.push(key),
            }
        }
        Ok(Advance { plan: draft.plan(None, Digest::of(b"")), more, stuck })
    }

    /// Fires everything that is due up to and including `now`, batch after batch.
    ///
    /// # Errors
    /// [`CommandError::TimeWentBack`].
    pub fn advance(&mut self, now: Instant) -> Result<Advanced, CommandError> {
        let mut events = Vec::new();
        loop {
            let Advance { plan, more, stuck } = self.plan_advance(now)?;
            let over = plan.is_empty() || !more;
            events.extend(self.confirm(plan)?);
            // Who is stuck in one batch is stuck in the next.
            if over {
                return Ok(Advanced { events, stuck });
            }
        }
    }
}
