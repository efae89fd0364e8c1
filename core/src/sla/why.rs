//! Why a clock is due when it is: every stretch with its ledger, as a hand calculation that adds up. 到期说明

use crate::kernel::{Code, Instant};
use crate::sla::forecast::{self, Measure};
use crate::sla::{Agreements, Clock, ClockNote, Metric, SharedTerms, SlaError};
use crate::time::{Language, Ledger, Zone, duration};
use serde::Serialize;
use std::fmt;

/// What a stretch of a clock's life was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StretchKind {
    /// It ran, and that is over.
    Counted,
    /// It is to run until the due instant.
    Ahead,
    /// It was paused, or is.
    Paused {
        /// For what.
        reason: Code,
    },
    /// It was stopped, and reopened later.
    Resolved,
}

/// One stretch of a clock's life.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stretch {
    /// Where it begins.
    pub from: Instant,
    /// Where it ends; open for a pause that is going on.
    pub to: Option<Instant>,
    /// What it was.
    #[serde(flatten)]
    pub kind: StretchKind,
    /// Seconds of its measure that it adds.
    pub consumed_s: i64,
    /// What it was counted under, where that is not what the clock counts under now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<SharedTerms>,
    /// The hand calculation in its calendar; none for elapsed time, and for one that would be too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Ledger>,
}

/// Why a clock is due when it is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhyDue {
    /// What the clock measures.
    pub metric: Metric,
    /// What it counts under.
    pub terms: SharedTerms,
    /// The target in seconds of the measure.
    pub target_s: i64,
    /// Seconds that a policy carried over without a stretch.
    pub carried_s: i64,
    /// The stretches of this cycle in order, up to the due instant or the end of what is known.
    pub stretches: Vec<Stretch>,
    /// When it is due; open while a pause decides.
    pub due_at: Option<Instant>,
    /// The latest instant that still meets the target.
    pub breaches_at: Option<Instant>,
    /// Why there is no due time though the clock runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<ClockNote>,
    /// The zone of its calendar, in which people read it.
    #[serde(skip)]
    pub zone: Option<Zone>,
}

/// Shows how the due time of a clock came about.
///
/// ```
/// use itsm::kernel::{Code, Instant, PolicyId, Versioned};
/// use itsm::sla::{Agreements, IncidentPreset, Metric, Stimulus, Ticket, TicketClocks, why_due};
/// use itsm::time::CalendarDocument;
/// let at = |text: &str| Instant::parse(text).unwrap();
/// let office = CalendarDocument::from_json(br#"{
///     "zone": "Asia/Shanghai",
///     "week": {"mon": [["09:00","12:00"],["13:00","18:00"]], "tue": [["09:00","12:00"],["13:00","18:00"]]}}"#)?;
/// let (id, from) = (PolicyId::new("office")?, at("2026-01-01T00:00:00Z"));
/// let desk = IncidentPreset::default().in_calendar(id.clone()).policy();
/// let book = Agreements::new(
///     vec![Versioned { id: PolicyId::new("desk")?, version: 1, effective_from: from, document: desk }],
///     vec![Versioned { id, version: 1, effective_from: from, document: office }],
/// )?;
/// let ticket = Ticket::new(Code::new("incident")?).with_priority(1);
/// let opened = Stimulus::Opened { ticket: None };
/// let marks = TicketClocks::default().stimulate(&ticket, &opened, at("2026-11-23T08:00:00Z"), &book)?;
/// let clocks: TicketClocks = marks.into_iter().collect();
/// let why = why_due(clocks.get(Metric::Resolution).unwrap(), &book)?;
/// assert_eq!(why.to_string(), "\
/// resolution: target 4:00:00, clause `p1-resolution` of `desk` version 1, calendar `office` version 1
/// ahead    2026-11-23 16:00:00 +08:00  2026-11-24 11:00:00 +08:00      4:00:00
///   2026-11-23 16:00:00 +08:00  2026-11-23 18:00:00 +08:00   2:00:00  counted   week
///   2026-11-23 18:00:00 +08:00  2026-11-24 09:00:00 +08:00  15:00:00  excluded  outside hours
///   2026-11-24 09:00:00 +08:00  2026-11-24 11:00:00 +08:00   2:00:00  counted   week
///   total                                                    4:00:00  counted   Asia/Shanghai (2026e)
/// due      2026-11-24 11:00:00 +08:00
/// breached after 2026-11-24 11:00:00 +08:00
/// ");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`SlaError::VersionNotSupplied`].
pub fn why_due(clock: &Clock, book: &Agreements) -> Result<WhyDue, SlaError> {
    let selected = book.running_under(&clock.terms)?;
    let due_at = forecast::due_found(clock, &selected, book)?;
    let mut stretches = Vec::new();
    for segment in clock.segments.iter().filter(|segment| segment.from < segment.to) {
        let measure = forecast::measure_of(segment, clock, book)?;
        stretches.push(Stretch {
            from: segment.from,
            to: Some(segment.to),
            kind: StretchKind::Counted,
            consumed_s: segment.consumed_s,
            under: segment.under.clone(),
            ledger: ledger(measure, segment.from, segment.to),
        });
    }
    stretches.extend(clock.pauses.iter().map(|pause| idle(pause.from, Some(pause.to), Some(&pause.reason))));
    stretches.extend(clock.paused.iter().map(|pause| idle(pause.since, None, Some(&pause.reason))));
    if let Some((since, due_at)) = clock.since.zip(due_at).filter(|(since, due_at)| since < due_at) {
        stretches.push(Stretch {
            from: since,
            to: Some(due_at),
            kind: StretchKind::Ahead,
            consumed_s: selected.measure().between(since, due_at),
            under: None,
            ledger: ledger(selected.measure(), since, due_at),
        });
    }
    stretches.sort_by_key(|stretch| (stretch.from, stretch.to.unwrap_or(Instant::MAX)));
    Ok(WhyDue {
        metric: clock.metric,
        terms: clock.terms.clone(),
        target_s: clock.target_s,
        carried_s: clock.carried_s,
        stretches: with_gaps(stretches, clock.since),
        due_at,
        breaches_at: clock.breaches_at,
        note: clock.note,
        zone: selected.business_calendar().map(|calendar| calendar.zone().clone()),
    })
}

fn ledger(measure: Measure<'_>, from: Instant, to: Instant) -> Option<Ledger> {
    match measure {
        Measure::Elapsed => None,
        Measure::Opening(calendar) => calendar.ledger_s(from, to).ok(),
    }
}

fn idle(from: Instant, to: Option<Instant>, reason: Option<&Code>) -> Stretch {
    let kind = reason.map_or(StretchKind::Resolved, |reason| StretchKind::Paused { reason: reason.clone() });
    Stretch { from, to, kind, consumed_s: 0, under: None, ledger: None }
}

/// What lies between the stretches and was no pause was the time between a stop and its reopening.
fn with_gaps(stretches: Vec<Stretch>, since: Option<Instant>) -> Vec<Stretch> {
    let mut whole: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let end = whole.last().and_then(|last| last.to);
        if let Some(end) = end.filter(|end| *end < stretch.from) {
            whole.push(idle(end, Some(stretch.from), None));
        }
        whole.push(stretch);
    }
    let end = whole.last().and_then(|last| last.to);
    if let Some((end, since)) = end.zip(since).filter(|(end, since)| end < since) {
        whole.push(idle(end, Some(since), None));
    }
    whole
}

impl WhyDue {
    /// As text, in aligned columns.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let mut text = self.heading(language);
        if self.carried_s != 0 {
            let word = pick(language, "carried ", "结转    ");
            text.push_str(&format!("{word} {:55}{:>8}\n", "", duration(self.carried_s)));
        }
        for stretch in &self.stretches {
            let (word, reason) = match &stretch.kind {
                StretchKind::Counted => (pick(language, "counted ", "已计时  "), ""),
                StretchKind::Ahead => (pick(language, "ahead   ", "待计时  "), ""),
                StretchKind::Paused { reason } => (pick(language, "paused  ", "暂停    "), reason.as_str()),
                StretchKind::Resolved => (pick(language, "resolved", "已解决  "), ""),
            };
            let from = self.local(stretch.from);
            let to = stretch.to.map_or_else(|| "…".to_owned(), |to| self.local(to));
            let width = from.len();
            let line = format!("{word} {from}  {to:width$}  {:>11}  {reason}", duration(stretch.consumed_s));
            text.push_str(line.trim_end());
            text.push('\n');
            for line in stretch.ledger.iter().flat_map(|ledger| {
                ledger.to_text(language).lines().map(|line| format!("  {line}\n")).collect::<Vec<_>>()
            }) {
                text.push_str(&line);
            }
        }
        match (self.due_at, self.note) {
            (Some(due_at), _) => {
                text.push_str(&format!("{} {}\n", pick(language, "due     ", "到期    "), self.local(due_at)))
            }
            (None, Some(note)) => {
                text.push_str(&format!("{}\n", pick(language, note.label().en, note.label().zh)))
            }
            (None, None) => text.push_str(pick(language, "due      open\n", "到期     未定\n")),
        }
        if let Some(breaches_at) = self.breaches_at {
            text.push_str(&format!(
                "{} {}\n",
                pick(language, "breached after", "超期始于此后"),
                self.local(breaches_at)
            ));
        }
        text
    }

    fn local(&self, at: Instant) -> String {
        self.zone.as_ref().map_or_else(|| at.to_string(), |zone| zone.local_text(at))
    }

    fn heading(&self, language: Language) -> String {
        let target = duration(self.target_s);
        let (clause, agreement) = (&self.terms.clause, &self.terms.agreement);
        let (id, version) = (&agreement.id, agreement.version);
        let metric = self.metric.label();
        let (head, calendar) = match language {
            Language::English => (
                format!("{}: target {target}, clause `{clause}` of `{id}` version {version}", self.metric),
                "calendar",
            ),
            Language::Chinese => {
                (format!("{}：时限 {target}，`{id}` 第 {version} 版条款 `{clause}`", metric.zh), "日历")
            }
        };
        match &self.terms.calendar {
            Some(used) if language == Language::Chinese => {
                format!("{head}，{calendar} `{}` 第 {} 版\n", used.id, used.version)
            }
            Some(used) => format!("{head}, {calendar} `{}` version {}\n", used.id, used.version),
            None => format!("{head}\n"),
        }
    }
}

impl fmt::Display for WhyDue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Language::English))
    }
}

const fn pick(language: Language, en: &'static str, zh: &'static str) -> &'static str {
    match language {
        Language::English => en,
        Language::Chinese => zh,
    }
}
