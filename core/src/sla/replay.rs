//! A whole history of a ticket, folded as of any instant. 历史重放
//!
//! For a host that keeps its own tables: hand in what happened, get clocks and marks. What was recorded after the
//! instant asked for was not known then and is left out (DECISIONS 4).

use crate::kernel::Instant;
use crate::sla::{Agreements, ClockMark, SlaError, Stimulus, Ticket, TicketClocks};
use serde::{Deserialize, Serialize};

/// What happened to a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The ticket as it was first known; stimuli that carry another replace it from then on.
    pub ticket: Ticket,
    /// What happened, in any order; of the same instant in the order given.
    pub entries: Vec<HistoryEntry>,
    /// How many seconds after the act an entry may be recorded without being a late one.
    #[serde(default = "late_tolerance_s")]
    pub late_tolerance_s: u32,
}

/// One stimulus of a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HistoryEntry {
    /// When it happened.
    pub at: Instant,
    /// When it was recorded; absent: at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Instant>,
    /// What happened.
    pub stimulus: Stimulus,
}

/// The gap between act and record from which an entry is late: 24 hours (3.0.4).
pub const LATE_TOLERANCE_S: u32 = 86_400;

const fn late_tolerance_s() -> u32 {
    LATE_TOLERANCE_S
}

impl History {
    /// A history with the usual tolerance.
    #[must_use]
    pub const fn new(ticket: Ticket, entries: Vec<HistoryEntry>) -> Self {
        Self { ticket, entries, late_tolerance_s: LATE_TOLERANCE_S }
    }
}

/// An entry that was recorded late: visible to auditors, not forbidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LateEntry {
    /// Its place in the history, counted from 0.
    pub entry: usize,
    /// When it happened.
    pub at: Instant,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// Elapsed seconds between the two.
    pub gap_s: i64,
}

/// A history as of an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replay {
    /// The clocks as they stood.
    pub clocks: TicketClocks,
    /// Everything that had happened to them, by instant.
    pub marks: Vec<ClockMark>,
    /// The late entries among those used.
    pub late: Vec<LateEntry>,
}

/// Folds a history as of an instant; timers are looked at up to it.
///
/// ```
/// use itsm::kernel::{Code, Instant, PolicyId, Versioned};
/// use itsm::sla::{Agreements, History, HistoryEntry, IncidentPreset, Metric, Stimulus, Ticket, replay};
/// let at = |text: &str| Instant::parse(text).unwrap();
/// let policy = Versioned {
///     id: PolicyId::new("desk")?,
///     version: 1,
///     effective_from: at("2026-01-01T00:00:00Z"),
///     document: IncidentPreset::default().policy(),
/// };
/// let book = Agreements::new(vec![policy], vec![])?;
/// let history = History::new(
///     Ticket::new(Code::new("incident")?).with_priority(1),
///     vec![
///         HistoryEntry { at: at("2026-11-23T08:00:00Z"), recorded_at: None, stimulus: Stimulus::Opened { ticket: None } },
///         HistoryEntry { at: at("2026-11-23T08:40:00Z"), recorded_at: None, stimulus: Stimulus::Responded {} },
///     ],
/// );
/// let replay = replay(&history, &book, at("2026-11-23T09:00:00Z"))?;
/// let response = replay.clocks.get(Metric::Response).unwrap();
/// assert_eq!(response.breached_at, Some(at("2026-11-23T08:30:01Z")), "30 minutes were agreed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`SlaError::CalendarNotInForce`] where the book lacks a calendar for an instant of the history.
pub fn replay(history: &History, book: &Agreements, as_of: Instant) -> Result<Replay, SlaError> {
    let mut known: Vec<(usize, &HistoryEntry)> = history
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.at <= as_of && entry.recorded_at.is_none_or(|recorded| recorded <= as_of))
        .collect();
    known.sort_by_key(|(_, entry)| entry.at);
    let mut replay = Replay { clocks: TicketClocks::default(), marks: Vec::new(), late: Vec::new() };
    let mut ticket = &history.ticket;
    for (place, entry) in known {
        ticket = entry.stimulus.ticket().unwrap_or(ticket);
        let marks = replay.clocks.stimulate(ticket, &entry.stimulus, entry.at, book)?;
        replay.fold(marks);
        if let Some(recorded_at) = entry.recorded_at {
            let gap_s = recorded_at.seconds_since(entry.at);
            if gap_s > i64::from(history.late_tolerance_s) {
                replay.late.push(LateEntry { entry: place, at: entry.at, recorded_at, gap_s });
            }
        }
    }
    let marks = replay.clocks.observe(as_of, book)?;
    replay.fold(marks);
    Ok(replay)
}

impl Replay {
    fn fold(&mut self, marks: Vec<ClockMark>) {
        marks.iter().for_each(|mark| self.clocks.apply(mark));
        self.marks.extend(marks);
    }
}
