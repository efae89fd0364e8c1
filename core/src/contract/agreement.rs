//! Service level agreements and the clocks they give a ticket, through documents. 服务级别协议接口

use super::Failure;
use super::crossing::{document, instant, read};
use crate::kernel::{Instant, Versioned, limits, strict};
use crate::sla::{
    Agreements, Clock, ClockMark, ClockReading, History, LateEntry, Metric, Replay, SlaPolicy, Stimulus,
    Ticket, TicketClocks, WhyDue, reading, replay, why_due,
};
use crate::time::{CalendarDocument, Language};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Every version of the agreements of a desk, and of the calendars that they count in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgreementsDocument {
    /// The agreements.
    pub policies: Vec<Versioned<SlaPolicy>>,
    /// The calendars.
    #[serde(default)]
    pub calendars: Vec<Versioned<CalendarDocument>>,
}

/// The clocks of a ticket, and what brought them there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClocksAnswer {
    /// The clocks as they stand: what a host stores.
    pub clocks: TicketClocks,
    /// What happened to them, by instant.
    pub marks: Vec<ClockMark>,
    /// The entries of a history that were recorded late.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<LateEntry>,
    /// When something happens by itself next.
    pub next_due: Option<Instant>,
}

impl From<Replay> for ClocksAnswer {
    fn from(Replay { clocks, marks, late }: Replay) -> Self {
        Self { next_due: clocks.next_due(), clocks, marks, late }
    }
}

/// Why a clock is due when it is, with the hand calculation in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhyDueAnswer {
    /// The stretches that add up to the target.
    pub why: WhyDue,
    /// The same in English, a line each.
    pub text: String,
    /// The same in Chinese.
    pub text_zh: String,
}

/// A compiled book of agreements: what clocks a ticket has, where they stand, and why.
///
/// A host that keeps what happened to a ticket asks [`clocks`](Self::clocks) for any instant; one that keeps the clocks themselves drives
/// them with [`stimulate`](Self::stimulate) and [`observe`](Self::observe).
///
/// ```
/// use itsm::contract::SlaPolicyHandle;
/// let desk = SlaPolicyHandle::from_json(br#"{"policies": [{"id": "desk", "version": 1, "effective_from": "2026-01-01T00:00:00Z",
///     "document": {"name": "Desk", "precedence": 1, "selection": "precedence", "clauses": [{"id": "p1", "metric": "resolution",
///         "target": {"unit": "elapsed", "seconds": 14400}, "when": {"priorities": [1]}, "pause_reasons": ["user"]}]}}]}"#)?;
/// let history = br#"{"ticket": {"kind": "incident", "priority": 1},
///     "entries": [{"at": "2026-11-23T08:00:00Z", "stimulus": {"stimulus": "opened"}}]}"#;
/// let answer = desk.clocks(history, "2026-11-23T09:00:00Z")?;
/// assert_eq!(answer["clocks"][0]["due_at"], "2026-11-23T12:00:00Z");
/// assert_eq!(desk.readings(history, "2026-11-23T09:00:00Z")?["resolution"]["remaining_s"], 10_800);
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug)]
pub struct SlaPolicyHandle {
    stated: AgreementsDocument,
    book: Agreements,
}

impl PartialEq for SlaPolicyHandle {
    fn eq(&self, other: &Self) -> bool {
        self.stated == other.stated
    }
}

impl SlaPolicyHandle {
    /// Reads and compiles a book.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault, or with what does not compile.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        let stated: AgreementsDocument = read(bytes)?;
        let book = Agreements::new(stated.policies.clone(), stated.calendars.clone())?;
        Ok(Self { stated, book })
    }

    /// The book as a document.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn document(&self) -> Result<Value, Failure> {
        document(&self.stated)
    }

    fn replayed(&self, history: &History, as_of: &str) -> Result<Replay, Failure> {
        Ok(replay(history, &self.book, instant(as_of)?)?)
    }

    /// The clocks of a ticket as of an instant, from what happened to it ([`ClocksAnswer`]).
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault; `sla.calendar_not_in_force`.
    pub fn clocks(&self, history: &[u8], as_of: &str) -> Result<Value, Failure> {
        document(&ClocksAnswer::from(self.replayed(&read(history)?, as_of)?))
    }

    /// [`clocks`](Self::clocks) of many tickets, in their order. The first that fails fails the call; its place leads the path.
    ///
    /// # Errors
    /// As [`clocks`](Self::clocks).
    pub fn clocks_many(&self, histories: &[u8], as_of: &str) -> Result<Value, Failure> {
        let histories: Vec<History> = strict::from_slice(histories, limits::HISTORIES_BYTES)?;
        let answer = |(place, history)| {
            let replayed = self
                .replayed(history, as_of)
                .map_err(|failure: Failure| failure.inside(format!("[{place}]")));
            Ok(ClocksAnswer::from(replayed?))
        };
        document(&histories.iter().enumerate().map(answer).collect::<Result<Vec<_>, Failure>>()?)
    }

    /// What each clock of a ticket shows at an instant ([`ClockReading`]), by its metric.
    ///
    /// # Errors
    /// As [`clocks`](Self::clocks).
    pub fn readings(&self, history: &[u8], as_of: &str) -> Result<Value, Failure> {
        let clocks = self.replayed(&read(history)?, as_of)?.clocks;
        let at = instant(as_of)?;
        let read: BTreeMap<Metric, ClockReading> = clocks
            .all()
            .iter()
            .map(|clock| Ok((clock.metric, reading(clock, at, &self.book)?)))
            .collect::<Result<_, Failure>>()?;
        document(&read)
    }

    /// Why the clock of a metric is due when it is ([`WhyDueAnswer`]); `null` where the ticket has no such clock.
    ///
    /// # Errors
    /// As [`clocks`](Self::clocks); `value.unknown` for a metric that does not exist.
    pub fn why_due(&self, history: &[u8], as_of: &str, metric: &str) -> Result<Value, Failure> {
        let metric = Metric::from_code(metric)
            .ok_or_else(|| Failure::coded("value.unknown", format!("`{metric}` is no metric of a clock")))?;
        let clocks = self.replayed(&read(history)?, as_of)?.clocks;
        let why = clocks.get(metric).map(|clock| why_due(clock, &self.book)).transpose()?;
        let answer = why.map(|why| WhyDueAnswer {
            text: why.to_text(Language::English),
            text_zh: why.to_text(Language::Chinese),
            why,
        });
        document(&answer)
    }

    /// Reads clocks that a host has stored.
    fn stored(&self, clocks: &[u8]) -> Result<TicketClocks, Failure> {
        let clocks = TicketClocks::try_from(read::<Vec<Clock>>(clocks)?)?;
        clocks.check_under(&self.book)?;
        Ok(clocks)
    }

    /// The clocks after something happened to a ticket ([`ClocksAnswer`]); `clocks` are those stored before, or none for a new ticket.
    ///
    /// # Errors
    /// `sla.inconsistent` for clocks that contradict themselves, `sla.out_of_order` for an instant before their last mark; as
    /// [`clocks`](Self::clocks).
    pub fn stimulate(
        &self,
        clocks: Option<&[u8]>,
        ticket: &[u8],
        stimulus: &[u8],
        at: &str,
    ) -> Result<Value, Failure> {
        let clocks = clocks.map_or_else(|| Ok(TicketClocks::default()), |clocks| self.stored(clocks))?;
        let (ticket, stimulus): (Ticket, Stimulus) = (read(ticket)?, read(stimulus)?);
        let marks = clocks.stimulate(&ticket, &stimulus, instant(at)?, &self.book)?;
        folded(clocks, marks)
    }

    /// The clocks after what happened to them by themselves, up to and including `now` ([`ClocksAnswer`]).
    ///
    /// # Errors
    /// As [`stimulate`](Self::stimulate).
    pub fn observe(&self, clocks: &[u8], now: &str) -> Result<Value, Failure> {
        let clocks = self.stored(clocks)?;
        let marks = clocks.observe(instant(now)?, &self.book)?;
        folded(clocks, marks)
    }
}

fn folded(mut clocks: TicketClocks, marks: Vec<ClockMark>) -> Result<Value, Failure> {
    marks.iter().for_each(|mark| clocks.apply(mark));
    document(&ClocksAnswer::from(Replay { clocks, marks, late: Vec::new() }))
}
