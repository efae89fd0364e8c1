//! What the moves of a foreign ticket mean to our clocks. 时钟测量
//!
//! The clocks follow what happened, accepted or refused: a ticket that the table calls resolved is resolved. A ticket is
//! answered when it is first worked on, waits for somebody, or is resolved.

use crate::kernel::{Code, Instant};
use crate::resolution::IncidentPhase;
use crate::resolution::PendingReason;
use crate::sla::{
    Agreements, ClockPhase, CycleResult, History, HistoryEntry, Metric, SlaError, Stimulus, Ticket, replay,
};
use crate::time::BusinessCalendar;

use super::mapping::MappedState;

/// What tickets are measured by. The default measures nothing.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// The agreements and their calendars; they see a ticket of kind `incident` at its stated priority.
    pub agreements: Agreements,
    /// The calendar in whose working days the reopen window is counted; absent: the window is not checked.
    pub office: Option<BusinessCalendar>,
}

/// One thing that happened to a ticket, as small as it can be kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Happened {
    Acknowledged,
    Paused(PendingReason),
    Resumed,
    Resolved,
    Closed,
    Reopened,
    Cancelled,
    Converted,
    Priority(u8),
}

/// Whether a ticket in that phase still has to be worked on.
pub(super) const fn is_open(phase: IncidentPhase) -> bool {
    matches!(
        phase,
        IncidentPhase::Logged
            | IncidentPhase::Classified
            | IncidentPhase::Assigned
            | IncidentPhase::InProgress
            | IncidentPhase::Pending
    )
}

/// What it means that a ticket goes from one state to another.
pub(super) fn happened(from: Option<MappedState>, to: MappedState) -> Vec<Happened> {
    let mut all = Vec::new();
    match from.map(|state| state.phase) {
        Some(IncidentPhase::Pending) if is_open(to.phase) => all.push(Happened::Resumed),
        Some(IncidentPhase::Resolved | IncidentPhase::Closed) if is_open(to.phase) => {
            all.push(Happened::Reopened);
        }
        _ => {}
    }
    match to.phase {
        IncidentPhase::Logged | IncidentPhase::Classified | IncidentPhase::Assigned => {}
        IncidentPhase::InProgress => all.push(Happened::Acknowledged),
        IncidentPhase::Pending => {
            all.push(Happened::Acknowledged);
            all.extend(to.reason.map(Happened::Paused));
        }
        IncidentPhase::Resolved => all.push(Happened::Resolved),
        IncidentPhase::Closed => all.push(Happened::Closed),
        IncidentPhase::Cancelled => all.push(Happened::Cancelled),
        IncidentPhase::Converted => all.push(Happened::Converted),
    }
    all
}

/// What became of one clock.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// No clause is for this ticket.
    NoTarget,
    /// It still runs or waits, or was cancelled.
    Unfinished,
    /// It was stopped; the last result counts.
    Finished(CycleResult),
}

/// The response and resolution clocks of a ticket, as of the end of the table.
pub(super) fn measure(
    opened_at: Instant,
    priority: Option<u8>,
    happened: &[(Instant, Happened)],
    agreements: &Agreements,
    as_of: Instant,
) -> Result<[Outcome; 2], SlaError> {
    let ticket = Ticket { priority, ..Ticket::new(Code::literal("incident")) };
    let entry = |at: Instant, stimulus| HistoryEntry { at: at.max(opened_at), recorded_at: None, stimulus };
    let mut entries = vec![entry(opened_at, Stimulus::Opened { ticket: None })];
    entries.extend(happened.iter().map(|(at, what)| entry(*at, stimulus(*what, &ticket))));
    let replay = replay(&History::new(ticket, entries), agreements, as_of)?;
    Ok([Metric::Response, Metric::Resolution].map(|metric| match replay.clocks.get(metric) {
        None => Outcome::NoTarget,
        Some(clock) if clock.phase != ClockPhase::Stopped => Outcome::Unfinished,
        Some(clock) => clock.results.last().cloned().map_or(Outcome::Unfinished, Outcome::Finished),
    }))
}

fn stimulus(happened: Happened, ticket: &Ticket) -> Stimulus {
    match happened {
        Happened::Acknowledged => Stimulus::Acknowledged {},
        Happened::Paused(reason) => Stimulus::Paused { reason: Code::literal(reason.code()) },
        Happened::Resumed => Stimulus::Resumed {},
        Happened::Resolved => Stimulus::Resolved {},
        Happened::Closed => Stimulus::Closed {},
        Happened::Reopened => Stimulus::Reopened {},
        Happened::Cancelled => Stimulus::Cancelled {},
        Happened::Converted => Stimulus::Converted {},
        Happened::Priority(priority) => {
            Stimulus::Retargeted { ticket: Some(ticket.clone().with_priority(priority)) }
        }
    }
}
