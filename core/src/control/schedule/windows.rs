//! When a change can be done: every feasible start, best first, and the rule that binds where there is none.

use super::conflict::Obstacle;
use super::{ChangeSchedule, ConflictRule, Intervention};
use crate::cmdb::CmdbError;
use crate::control::Firmness;
use crate::kernel::{CiId, Instant};
use crate::time::BusinessCalendar;
use serde::Serialize;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// Where a change looks for a time.
#[derive(Clone, Copy, Debug)]
pub struct Horizon<'a> {
    /// It begins no earlier.
    pub from: Instant,
    /// It is over by then.
    pub until: Instant,
    /// When its lead time is over.
    pub ready: Option<Instant>,
    /// When work is done at all.
    pub calendar: Option<&'a BusinessCalendar>,
    /// The agreed hours of the services that it takes down.
    pub hours: &'a [ServiceHours<'a>],
}

impl Horizon<'_> {
    /// At any time between the two.
    #[must_use]
    pub const fn new(from: Instant, until: Instant) -> Self {
        Self { from, until, ready: None, calendar: None, hours: &[] }
    }
}

/// The agreed hours of a service that the change takes down.
#[derive(Clone, Copy, Debug)]
pub struct ServiceHours<'a> {
    /// The service.
    pub service: &'a CiId,
    /// When it is promised.
    pub calendar: &'a BusinessCalendar,
}

/// Starts at which nothing hard stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Feasible {
    /// The first start.
    pub from: Instant,
    /// The first instant after the last start.
    pub until: Instant,
    /// The start among them that costs the least agreed service time; the earliest of those.
    pub best: Instant,
    /// The agreed service time that the change then takes, over all services, in seconds.
    pub at_stake_s: i64,
    /// What is soft against each of them: rule, and the other side.
    pub soft: BTreeSet<(ConflictRule, SmolStr)>,
}

/// Starts at which something hard stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unfeasible {
    /// The first start.
    pub from: Instant,
    /// The first instant after the last start.
    pub until: Instant,
    /// The rule that binds: of all that do, the first in the order of [`ConflictRule`].
    pub rule: ConflictRule,
    /// The other change, freeze or window; the first of those, by name. Empty for lead time and working hours.
    pub with: SmolStr,
}

/// The answer to where a change fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreeWindows {
    /// Where it fits, best first: the fewest soft conflicts, then the least agreed service time, then the earliest.
    pub feasible: Vec<Feasible>,
    /// Where it does not, by time.
    pub unfeasible: Vec<Unfeasible>,
}

/// Starts at which something stands in the way.
struct Block {
    from: Instant,
    until: Instant,
    what: (ConflictRule, SmolStr),
    firmness: Firmness,
}

impl ChangeSchedule<'_> {
    /// Every start at which a change of the subject's length has no hard conflict and lies inside the horizon, to the second.
    ///
    /// The subject's own window counts for its length alone. Every start between the horizon's first instant and the last from which
    /// the work ends inside it is told once, as feasible or not. Nothing is tried in steps: everything in the way of the subject over the
    /// whole horizon is found once, as [`ChangeSchedule::conflicts`] finds it and at its cost, and then moved from when it stands to
    /// the starts that meet it; that takes a sort of the edges.
    ///
    /// ```
    /// use itsm::cmdb::Cmdb;
    /// use itsm::control::schedule::{ChangeSchedule, ConflictRule, Horizon, Intervention};
    /// use itsm::kernel::{Instant, RecordId};
    /// let at = |text| Instant::parse(text).unwrap();
    /// let change = |id, from, until| Intervention::new(RecordId::new(id).unwrap(), at(from), at(until)).on(["vm-1".parse().unwrap()]);
    /// let other = change("CHG-1", "2026-11-21T20:00:00Z", "2026-11-21T22:00:00Z");
    /// let cmdb = Cmdb::default();
    /// let schedule = ChangeSchedule::new(&cmdb, [other]);
    /// let hour = change("CHG-2", "2026-11-21T20:00:00Z", "2026-11-21T21:00:00Z");
    /// let free = schedule.find_windows(&hour, &Horizon::new(at("2026-11-21T18:00:00Z"), at("2026-11-22T00:00:00Z")))?;
    /// assert_eq!(free.feasible[0].best, at("2026-11-21T18:00:00Z"));
    /// assert_eq!(free.feasible[1].best, at("2026-11-21T22:00:00Z"), "it may begin as the other ends");
    /// assert_eq!(free.unfeasible[0].rule, ConflictRule::SameItem);
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::BudgetExceeded`].
    pub fn find_windows(
        &self,
        subject: &Intervention,
        horizon: &Horizon<'_>,
    ) -> Result<FreeWindows, CmdbError> {
        let mut free = FreeWindows::default();
        let length_s = subject.seconds();
        let after =
            horizon.until.plus_s(1_i64.saturating_sub(length_s)).filter(|after| *after > horizon.from);
        let Some(after) = after.filter(|_| length_s > 0) else { return Ok(free) };
        let blocks = self.blocks(subject, horizon)?;
        let mut edges: BTreeMap<Instant, (Vec<&Block>, Vec<&Block>)> = BTreeMap::new();
        for block in blocks.iter().filter(|block| block.from < after && horizon.from < block.until) {
            edges.entry(block.from.max(horizon.from)).or_default().0.push(block);
            edges.entry(block.until.min(after)).or_default().1.push(block);
        }
        edges.entry(horizon.from).or_default();
        edges.entry(after).or_default();
        let (mut hard, mut soft) = (Standing::default(), Standing::default());
        let next = edges.keys().copied().skip(1).collect::<Vec<_>>();
        for ((from, (begin, end)), until) in edges.into_iter().zip(next) {
            let mut each = |blocks: Vec<&Block>, step: fn(&mut Standing, &Block)| {
                for block in blocks {
                    step(if block.firmness == Firmness::Hard { &mut hard } else { &mut soft }, block);
                }
            };
            each(begin, Standing::begin);
            each(end, Standing::end);
            match hard.0.keys().next() {
                Some((rule, with)) => refuse(&mut free.unfeasible, from, until, *rule, with),
                None => {
                    let soft = soft.0.keys().cloned().collect();
                    free.feasible.push(cheapest(length_s, from, until, soft, horizon.hours));
                }
            }
        }
        free.feasible.sort_by_key(|free| (free.soft.len(), free.at_stake_s, free.best));
        Ok(free)
    }

    fn blocks(&self, subject: &Intervention, horizon: &Horizon<'_>) -> Result<Vec<Block>, CmdbError> {
        let (from, until) = (horizon.from, horizon.until);
        // A start s meets [a, b) when a < s + length and s < b: the starts from a - length + 1 up to b.
        let back_s = 1_i64.saturating_sub(subject.seconds());
        let meeting = |from: Instant| from.plus_s(back_s).unwrap_or(Instant::MIN);
        let blocked = |obstacle: Obstacle| Block {
            from: meeting(obstacle.from),
            until: obstacle.until,
            what: (obstacle.rule, obstacle.with),
            firmness: obstacle.firmness,
        };
        let hard = |rule, from, until| Block {
            from,
            until,
            what: (rule, SmolStr::default()),
            firmness: Firmness::Hard,
        };
        let mut blocks: Vec<Block> = self.obstacles(subject, from, until)?.into_iter().map(blocked).collect();
        blocks.extend(horizon.ready.map(|ready| hard(ConflictRule::LeadTime, from, ready)));
        let rest = horizon.calendar.map(|calendar| closed([calendar].into_iter(), from, until));
        blocks.extend(
            rest.into_iter()
                .flatten()
                .map(|(from, until)| hard(ConflictRule::Calendar, meeting(from), until)),
        );
        Ok(blocks)
    }
}

/// What stands in the way, and how often.
#[derive(Default)]
struct Standing(BTreeMap<(ConflictRule, SmolStr), usize>);

impl Standing {
    fn begin(&mut self, block: &Block) {
        let times = self.0.entry(block.what.clone()).or_default();
        *times = times.saturating_add(1);
    }

    fn end(&mut self, block: &Block) {
        if let Some(times) = self.0.get_mut(&block.what) {
            *times = times.saturating_sub(1);
            if *times == 0 {
                self.0.remove(&block.what);
            }
        }
    }
}

/// The stretches of `[from, until)` in which none of the calendars is open, by time.
pub(super) fn closed<'c>(
    calendars: impl Iterator<Item = &'c BusinessCalendar>,
    from: Instant,
    until: Instant,
) -> Vec<(Instant, Instant)> {
    let mut open: Vec<_> = calendars.flat_map(|calendar| openings(calendar, from, until)).collect();
    open.sort_unstable();
    let mut closed = Vec::new();
    let mut at = from;
    for (opens, closes) in open.into_iter().chain([(until, until)]) {
        if at < opens {
            closed.push((at, opens));
        }
        at = at.max(closes);
    }
    closed
}

/// The stretches of `[from, until)` in which the calendar is open, by time.
fn openings(calendar: &BusinessCalendar, from: Instant, until: Instant) -> Vec<(Instant, Instant)> {
    let mut open = Vec::new();
    let mut at = from;
    while let Some(opens) = calendar.next_open_s(at).filter(|opens| *opens < until) {
        let closes =
            calendar.next_close(opens.utc()).ok().flatten().and_then(|closes| closes.try_into().ok());
        let closes = closes.unwrap_or(until).min(until);
        open.push((opens, closes));
        if closes <= at {
            break;
        }
        at = closes;
    }
    open
}

/// Neighbouring stretches that the same rule binds are one.
fn refuse(
    unfeasible: &mut Vec<Unfeasible>,
    from: Instant,
    until: Instant,
    rule: ConflictRule,
    with: &SmolStr,
) {
    match unfeasible.last_mut().filter(|last| last.until == from && (last.rule, &last.with) == (rule, with)) {
        Some(last) => last.until = until,
        None => unfeasible.push(Unfeasible { from, until, rule, with: with.clone() }),
    }
}

/// The start of a stretch that takes the least agreed service time.
///
/// Between the starts at which the begin or the end of the work meets an opening or a closing the cost rises, falls or stays. So the
/// least is at the first start, at the last, where the work begins as a service closes, or where it ends as one opens.
fn cheapest(
    length_s: i64,
    from: Instant,
    until: Instant,
    soft: BTreeSet<(ConflictRule, SmolStr)>,
    hours: &[ServiceHours<'_>],
) -> Feasible {
    let end = |start: Instant| start.plus_s(length_s).unwrap_or(Instant::MAX);
    let cost = |start: Instant| {
        let taken = hours.iter().map(|one| one.calendar.between_s(start, end(start)));
        taken.fold(0_i64, i64::saturating_add)
    };
    let mut starts = BTreeSet::from([from]);
    starts.extend(until.plus_s(-1));
    for one in hours {
        for (opens, closes) in openings(one.calendar, from, end(until)) {
            starts.extend([Some(closes), opens.plus_s(length_s.saturating_neg())].into_iter().flatten());
        }
    }
    let costs = starts.range(from..until).map(|start| (cost(*start), *start));
    let (at_stake_s, best) = costs.min().unwrap_or((0, from));
    Feasible { from, until, best, at_stake_s, soft }
}
