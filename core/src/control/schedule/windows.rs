//! When a change can be done: every feasible start, best first, and the rule that binds where there is none.

use super::{ChangeSchedule, ConflictRule, Intervention, within};
use crate::cmdb::{CmdbError, ItemState};
use crate::control::Firmness;
use crate::kernel::{CiId, Code, Instant};
use crate::time::BusinessCalendar;
use serde::Serialize;
use smol_str::SmolStr;
use std::collections::BTreeSet;

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
pub struct Feasible {
    /// The first start.
    pub from: Instant,
    /// The first instant after the last start.
    pub until: Instant,
    /// The start among them that costs the least agreed service time; the earliest of those.
    pub best: Instant,
    /// The agreed service time that the change then takes, over all services, in seconds.
    pub at_stake_s: i64,
    /// What is soft against all of them: rule, and the other side.
    pub soft: BTreeSet<(ConflictRule, SmolStr)>,
}

/// Starts at which something hard stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unfeasible {
    /// The first start.
    pub from: Instant,
    /// The first instant after the last start.
    pub until: Instant,
    /// The rule that binds: of all that stand in the way the one that ends last.
    pub rule: Code,
    /// The other change, freeze or window.
    pub with: SmolStr,
}

/// The answer to where a change fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FreeWindows {
    /// Where it fits, best first: the fewest soft conflicts, then the least agreed service time, then the earliest.
    pub feasible: Vec<Feasible>,
    /// Where it does not, by time.
    pub unfeasible: Vec<Unfeasible>,
}

/// The rule for starts before the lead time is over.
pub const LEAD_TIME: Code = Code::literal("lead_time");

/// Starts that something stands against: after `from` and before `until`, both exclusive, as seconds.
#[derive(Clone, Debug)]
struct Block {
    from: Instant,
    until: Instant,
    rule: Code,
    soft: Option<ConflictRule>,
    with: SmolStr,
}

impl ChangeSchedule<'_> {
    /// Every start in `[earliest, latest)` at which a change of the subject's length has no hard conflict.
    ///
    /// `ready` is when its lead time is over. The subject's own window counts for its length alone. Exact to the second: the edges of
    /// everything that blocks are known, so nothing is tried in steps.
    ///
    /// # Errors
    /// [`CmdbError`] as the graph reports it.
    pub fn find_windows(
        &self,
        subject: &Intervention,
        horizon: (Instant, Instant),
        ready: Option<Instant>,
        hours: &[ServiceHours<'_>],
    ) -> Result<FreeWindows, CmdbError> {
        let (earliest, latest) = horizon;
        let mut free = FreeWindows::default();
        if latest <= earliest || subject.seconds() <= 0 {
            return Ok(free);
        }
        let blocks = self.blocks(subject, earliest, latest, ready)?;
        let mut edges: Vec<Instant> = blocks.iter().flat_map(|block| [block.from, block.until]).collect();
        edges.extend([earliest, latest]);
        edges.retain(|edge| (earliest..=latest).contains(edge));
        edges.sort_unstable();
        edges.dedup();
        for (from, until) in edges.iter().copied().zip(edges.iter().copied().skip(1)) {
            let standing = || blocks.iter().filter(|block| block.from <= from && until <= block.until);
            let binding = standing().filter(|block| block.soft.is_none()).max_by_key(|block| block.until);
            match binding {
                Some(block) => refuse(&mut free.unfeasible, from, until, block),
                None => {
                    let soft =
                        standing().filter_map(|block| Some((block.soft?, block.with.clone()))).collect();
                    free.feasible.push(cheapest(subject.seconds(), from, until, soft, hours));
                }
            }
        }
        free.feasible
            .sort_by(|a, b| (a.soft.len(), a.at_stake_s, a.best).cmp(&(b.soft.len(), b.at_stake_s, b.best)));
        Ok(free)
    }

    fn blocks(
        &self,
        subject: &Intervention,
        earliest: Instant,
        latest: Instant,
        ready: Option<Instant>,
    ) -> Result<Vec<Block>, CmdbError> {
        let length_s = subject.seconds();
        let end = latest.plus_s(length_s).unwrap_or(Instant::MAX);
        // A start s meets [a, b) when s + length > a and s < b: the starts from a - length + 1 up to b.
        let meeting =
            |a: Instant, b: Instant| (a.plus_s(1_i64.saturating_sub(length_s)).unwrap_or(Instant::MIN), b);
        let mut blocks = Vec::new();
        let mut block = |(from, until): (Instant, Instant), rule: ConflictRule, hard: bool, with: SmolStr| {
            let soft = (!hard).then_some(rule);
            blocks.push(Block { from, until, rule: Code::literal(rule.code()), soft, with });
        };
        let nearby = self.nearby(subject)?;
        for other in self.during(subject, earliest, end) {
            // Every start meets the other one, or none: the conflicts are those of two at the same time.
            let beside = Intervention { from: other.from, until: other.until, ..subject.clone() };
            let mut met = Vec::new();
            self.of_two(&beside, other, &nearby, &mut met);
            for conflict in met {
                let hard = conflict.firmness == Firmness::Hard;
                block(meeting(other.from, other.until), conflict.rule, hard, conflict.with);
            }
        }
        for freeze in self.freezes {
            let stretch = meeting(freeze.from, freeze.until);
            if !within(&freeze.scope, subject).is_empty() {
                let hard = freeze.firmness == Firmness::Hard;
                block(stretch, ConflictRule::Freeze, hard, SmolStr::new(&freeze.id));
            } else if !nearby.of(&freeze.scope).is_empty() {
                block(stretch, ConflictRule::FreezeNearby, false, SmolStr::new(&freeze.id));
            }
        }
        for broken in self.broken(subject, earliest, end)? {
            let with: Vec<_> = broken.with.iter().map(|id| id.as_str()).collect();
            let hard = broken.state == ItemState::Down;
            block(meeting(broken.from, broken.until), ConflictRule::Gate, hard, SmolStr::new(with.join("+")));
        }
        for windows in self.windows_of(subject).into_values() {
            let names: Vec<_> = windows.iter().map(|(window, _)| window.id.as_str()).collect();
            let with = SmolStr::new(names.join("+"));
            let hard = windows.iter().any(|(window, _)| window.firmness == Firmness::Hard);
            let mut inside = Vec::new();
            for (_, calendar) in &windows {
                inside.extend(starts_inside(calendar, earliest, latest, length_s));
            }
            inside.sort_unstable();
            let mut closed = earliest;
            for (first, after) in inside.into_iter().chain([(latest, latest)]) {
                if closed < first {
                    block((closed, first), ConflictRule::Window, hard, with.clone());
                }
                closed = closed.max(after);
            }
        }
        if let Some(ready) = ready.filter(|ready| *ready > earliest) {
            let with = SmolStr::new_static("lead_time");
            blocks.push(Block { from: Instant::MIN, until: ready, rule: LEAD_TIME, soft: None, with });
        }
        Ok(blocks)
    }
}

/// The starts, `[first, after)`, at which so many seconds lie inside one opening of the calendar.
fn starts_inside(
    calendar: &BusinessCalendar,
    earliest: Instant,
    latest: Instant,
    length_s: i64,
) -> Vec<(Instant, Instant)> {
    let floored = |at: chrono::DateTime<chrono::Utc>| Instant::try_from(at).ok();
    let mut starts = Vec::new();
    let mut at = earliest;
    while at < latest {
        let open = calendar.is_open(at.utc()).unwrap_or(false);
        let opens =
            if open { Some(at) } else { calendar.next_open(at.utc()).ok().flatten().and_then(floored) };
        let Some(opens) = opens.filter(|opens| *opens < latest) else { break };
        let closes =
            calendar.next_close(opens.utc()).ok().flatten().and_then(floored).unwrap_or(Instant::MAX);
        let last = closes.plus_s(length_s.saturating_neg()).filter(|last| *last >= opens);
        if let Some(after) = last.and_then(|last| last.plus_s(1)) {
            starts.push((opens, after.min(latest)));
        }
        if closes <= at {
            break;
        }
        at = closes;
    }
    starts
}

/// Neighbouring stretches that the same rule binds are one.
fn refuse(unfeasible: &mut Vec<Unfeasible>, from: Instant, until: Instant, block: &Block) {
    if let Some(last) = unfeasible.last_mut()
        && last.until == from
        && last.rule == block.rule
        && last.with == block.with
    {
        last.until = until;
        return;
    }
    unfeasible.push(Unfeasible { from, until, rule: block.rule.clone(), with: block.with.clone() });
}

/// The start of a stretch that takes the least agreed service time. It changes its course only where a start or an end meets an
/// opening or a closing, so those are all that is looked at.
fn cheapest(
    length_s: i64,
    from: Instant,
    until: Instant,
    soft: BTreeSet<(ConflictRule, SmolStr)>,
    hours: &[ServiceHours<'_>],
) -> Feasible {
    let cost = |start: Instant| {
        let end = start.plus_s(length_s).unwrap_or(Instant::MAX);
        let taken = hours.iter().map(|one| one.calendar.between(start.utc(), end.utc()).unwrap_or(0));
        taken.fold(0_i64, i64::saturating_add)
    };
    let mut starts = BTreeSet::from([from]);
    for one in hours {
        let mut at = from;
        while let Some(closes) = one.calendar.next_close(at.utc()).ok().flatten() {
            let Ok(closes) = Instant::try_from(closes) else { break };
            if closes >= until || closes <= at {
                break;
            }
            starts.insert(closes);
            at = closes;
        }
        let mut at = from.plus_s(length_s).unwrap_or(Instant::MAX);
        while let Some(opens) = one.calendar.next_open(at.utc()).ok().flatten() {
            let Ok(opens) = Instant::try_from(opens) else { break };
            let Some(start) = opens.plus_s(length_s.saturating_neg()) else { break };
            if start >= until || opens <= at {
                break;
            }
            starts.insert(start.max(from));
            at = opens;
        }
    }
    let (at_stake_s, best) = starts.into_iter().map(|start| (cost(start), start)).min().unwrap_or((0, from));
    Feasible { from, until, best, at_stake_s, soft }
}
