//! The compiled calendar: open stretches with prefix sums, in blocks of about 17 years that are made when first asked for.
//!
//! Every answer is one or two look-ups whatever the span: a block by shift, a bucket by shift, and a search among
//! the few stretches of the bucket. A span across blocks adds the totals of the blocks between (at most 13).

use super::rules::Rules;
use super::zone::Zone;
use std::sync::OnceLock;

/// A block is 2^29 seconds.
const BLOCK_BITS: u32 = 29;
const BLOCK_S: i64 = 1 << BLOCK_BITS;
const BLOCKS: usize = 14;
/// The first second after 2200.
pub(crate) const END_S: i64 = 7_289_654_400;
const DAY_S: i64 = 86_400;

/// Answers about seconds since 1970, all within `0..END_S`.
pub(crate) struct Index {
    pub(crate) zone: Zone,
    pub(crate) rules: Rules,
    blocks: [OnceLock<Block>; BLOCKS],
}

/// An open stretch, in seconds since its block began. Stretches are sorted, apart from each other and not empty.
#[derive(Clone, Copy)]
struct Stretch {
    open_s: u32,
    close_s: u32,
    /// Open seconds of the block before this stretch.
    before_s: u32,
}

struct Block {
    stretches: Vec<Stretch>,
    total_s: u32,
    /// A bucket of time is 2 to this power seconds, about as many buckets as stretches.
    time_bits: u32,
    /// For each bucket of time: how many stretches have closed when it begins.
    by_time: Vec<u32>,
    /// A bucket of open time likewise.
    work_bits: u32,
    /// For each bucket of open time: the stretch that holds its first second. The last entry is the last stretch.
    by_work: Vec<u32>,
    /// Local dates (days since 1970) of this block on which a window of positive length opens.
    working_days: Vec<i32>,
}

impl Index {
    pub(crate) fn new(zone: Zone, rules: Rules) -> Self {
        Self { zone, rules, blocks: [const { OnceLock::new() }; BLOCKS] }
    }

    /// Open seconds from `a_s` to `b_s`, negative when `b_s` is the earlier.
    pub(crate) fn between(&self, a_s: i64, b_s: i64) -> i64 {
        if b_s < a_s {
            return self.between(b_s, a_s).wrapping_neg();
        }
        let ((first, from), (last, until)) = (split(a_s), split(b_s));
        let mut sum = self.block(last).map_or(0, |block| block.worked(until));
        for place in first..last {
            sum = sum.saturating_add(self.total(place));
        }
        sum.saturating_sub(self.block(first).map_or(0, |block| block.worked(from)))
    }

    /// The earliest instant with that many open seconds since `start_s`.
    pub(crate) fn add(&self, start_s: i64, seconds: i64) -> Option<i64> {
        if seconds < 0 {
            return self.subtract(start_s, seconds.saturating_neg());
        }
        if seconds == 0 {
            return Some(start_s);
        }
        let (first, from) = split(start_s);
        // The answer is one second after the last second that counts began.
        let mut last_second = self.block(first)?.worked(from).saturating_add(seconds).saturating_sub(1);
        for place in first..BLOCKS {
            let block = self.block(place)?;
            if let Some(at_s) = block.nth_open_second(last_second) {
                let due_s = begin_of(place).saturating_add(at_s).saturating_add(1);
                return (due_s < END_S).then_some(due_s);
            }
            last_second = last_second.saturating_sub(i64::from(block.total_s));
        }
        None
    }

    /// The latest instant from which that many open seconds lead to `end_s`.
    fn subtract(&self, end_s: i64, seconds: i64) -> Option<i64> {
        let (last, until) = split(end_s);
        let mut first_second = self.block(last)?.worked(until).saturating_sub(seconds);
        for place in (0..=last).rev() {
            if first_second >= 0 {
                let at_s = self.block(place)?.nth_open_second(first_second)?;
                return Some(begin_of(place).saturating_add(at_s));
            }
            first_second = first_second.saturating_add(self.total(place.checked_sub(1)?));
        }
        None
    }

    pub(crate) fn is_open(&self, at_s: i64) -> bool {
        let (place, at) = split(at_s);
        self.block(place).and_then(|block| block.not_closed(at)).is_some_and(|stretch| stretch.open_s <= at)
    }

    /// The earliest open instant not before `at_s`.
    pub(crate) fn next_open(&self, at_s: i64) -> Option<i64> {
        let (first, at) = split(at_s);
        let here = self.block(first)?.not_closed(at).map(|stretch| at_s.max(absolute(first, stretch.open_s)));
        here.or_else(|| {
            (first.saturating_add(1)..BLOCKS)
                .find_map(|place| Some(absolute(place, self.block(place)?.stretches.first()?.open_s)))
        })
    }

    /// The end of the open stretch that holds `at_s`, or of the next one.
    pub(crate) fn next_close(&self, at_s: i64) -> Option<i64> {
        let open_s = self.next_open(at_s)?;
        let (first, at) = split(open_s);
        let mut close_s = absolute(first, self.block(first)?.not_closed(at)?.close_s);
        for place in first.saturating_add(1)..BLOCKS {
            if close_s != begin_of(place) {
                break;
            }
            match self.block(place)?.stretches.first() {
                Some(stretch) if stretch.open_s == 0 => close_s = absolute(place, stretch.close_s),
                _ => break,
            }
        }
        (close_s < END_S).then_some(close_s)
    }

    /// The first and last edge of the windows that open on that date, when one of them has a positive length.
    pub(crate) fn edges_of_day(&self, day: i64) -> Option<(i64, i64)> {
        let midnight_s = day.saturating_mul(DAY_S);
        let edges = self.zone.edges_from(midnight_s);
        let edge_s = |second_s: i64| edges.edge_s(midnight_s.saturating_add(second_s));
        let windows = self.rules.on(day).windows().iter();
        windows
            .map(|(open_s, close_s)| (edge_s(*open_s), edge_s(*close_s)))
            .filter(|(open_s, close_s)| open_s < close_s)
            .reduce(|(first_s, last_s), (open_s, close_s)| (first_s.min(open_s), last_s.max(close_s)))
    }

    /// The `n`-th working day after `day`, `n` counted from 1.
    pub(crate) fn nth_working_day_after(&self, day: i64, n: u32) -> Option<i64> {
        let first = block_of_day(day);
        let mut skip = usize::try_from(n.checked_sub(1)?).ok()?;
        for place in first..BLOCKS {
            let block = self.block(place)?;
            let ahead = block.working_days.get(block.working_days_passed(day)..).unwrap_or_default();
            if let Some(found) = ahead.get(skip) {
                return Some(i64::from(*found));
            }
            skip = skip.saturating_sub(ahead.len());
        }
        None
    }

    /// Working days after `a`, up to and with `b`; negative when `b` is the earlier.
    pub(crate) fn working_days_between(&self, a: i64, b: i64) -> i64 {
        if b < a {
            return self.working_days_between(b, a).wrapping_neg();
        }
        let (first, last) = (block_of_day(a), block_of_day(b));
        let passed = |place, day| self.block(place).map_or(0, |block| block.working_days_passed(day));
        let mut sum = passed(last, b);
        for place in first..last {
            sum = sum.saturating_add(self.block(place).map_or(0, |block| block.working_days.len()));
        }
        i64::try_from(sum.saturating_sub(passed(first, a))).unwrap_or(i64::MAX)
    }

    fn total(&self, place: usize) -> i64 {
        self.block(place).map_or(0, |block| i64::from(block.total_s))
    }

    #[inline]
    fn block(&self, place: usize) -> Option<&Block> {
        self.blocks.get(place).map(|block| block.get_or_init(|| Block::compile(self, place)))
    }
}

impl Block {
    fn compile(index: &Index, place: usize) -> Self {
        let begin_s = begin_of(place);
        let end_s = begin_s.saturating_add(BLOCK_S).min(END_S);
        // A window reaches 48 hours past its midnight, and local time is at most 26 hours away from UTC.
        let (first_day, last_day) = ((begin_s / DAY_S).saturating_sub(4), (end_s / DAY_S).saturating_add(3));
        let mut edges = index.zone.edges_from(first_day.saturating_mul(DAY_S));
        let mut working_days = Vec::new();
        let mut open: Vec<(i64, i64)> = Vec::new();
        for day in first_day..=last_day {
            let midnight_s = day.saturating_mul(DAY_S);
            edges.advance(midnight_s);
            let mut is_working = false;
            for (open_s, close_s) in index.rules.on(day).windows() {
                let open_s = edges.edge_s(midnight_s.saturating_add(*open_s));
                let close_s = edges.edge_s(midnight_s.saturating_add(*close_s));
                is_working = is_working || open_s < close_s;
                let (open_s, close_s) = (open_s.max(begin_s), close_s.min(end_s));
                if open_s >= close_s {
                    continue;
                }
                match open.last_mut() {
                    Some((_, until_s)) if open_s <= *until_s => *until_s = close_s.max(*until_s),
                    _ => open.push((open_s, close_s)),
                }
            }
            if is_working && block_of_day(day) == place {
                working_days.extend(i32::try_from(day));
            }
        }
        let mut total_s = 0_u32;
        let stretches: Vec<Stretch> = open
            .into_iter()
            .map(|(from_s, until_s)| {
                let stretch = Stretch {
                    open_s: within(begin_s, from_s),
                    close_s: within(begin_s, until_s),
                    before_s: total_s,
                };
                total_s = total_s.saturating_add(stretch.close_s.saturating_sub(stretch.open_s));
                stretch
            })
            .collect();
        let (time_bits, work_bits) =
            (bucket_bits(BLOCK_S, stretches.len()), bucket_bits(i64::from(total_s), stretches.len()));
        let by_time = by_time(&stretches, time_bits);
        let by_work = by_work(&stretches, total_s, work_bits);
        Self { stretches, total_s, time_bits, by_time, work_bits, by_work, working_days }
    }

    /// Working days of the block up to and with that date.
    fn working_days_passed(&self, day: i64) -> usize {
        self.working_days.partition_point(|working| i64::from(*working) <= day)
    }

    /// The first stretch that has not closed by then.
    #[inline]
    fn not_closed(&self, at: u32) -> Option<&Stretch> {
        let bucket = at.unbounded_shr(self.time_bits) as usize;
        let low = *self.by_time.get(bucket)? as usize;
        let high = *self.by_time.get(bucket.wrapping_add(1))? as usize;
        let few = self.stretches.get(low..high)?;
        let closed = few.partition_point(|stretch| {
            probe();
            stretch.close_s <= at
        });
        self.stretches.get(low.wrapping_add(closed))
    }

    /// Open seconds of the block before then.
    #[inline]
    fn worked(&self, at: u32) -> i64 {
        self.not_closed(at).map_or(i64::from(self.total_s), |stretch| {
            i64::from(stretch.before_s.wrapping_add(at.saturating_sub(stretch.open_s)))
        })
    }

    /// When the open second of that number begins, counted from 0, in seconds since the block began.
    #[inline]
    fn nth_open_second(&self, number: i64) -> Option<i64> {
        let number = u32::try_from(number).ok().filter(|number| *number < self.total_s)?;
        let bucket = number.unbounded_shr(self.work_bits) as usize;
        let low = *self.by_work.get(bucket)? as usize;
        let high = *self.by_work.get(bucket.wrapping_add(1))? as usize;
        let few = self.stretches.get(low..=high)?;
        let begun = few.partition_point(|stretch| {
            probe();
            stretch.before_s <= number
        });
        let stretch = few.get(begun.checked_sub(1)?)?;
        Some(i64::from(stretch.open_s.wrapping_add(number.wrapping_sub(stretch.before_s))))
    }
}

/// Buckets as long as a stretch and its gap on average hold one or two.
fn bucket_bits(seconds: i64, stretches: usize) -> u32 {
    let average_s = i64::try_from(stretches).ok().and_then(|count| seconds.checked_div(count));
    average_s.unwrap_or(seconds).checked_ilog2().unwrap_or(0)
}

fn by_time(stretches: &[Stretch], bits: u32) -> Vec<u32> {
    let mut closed = 0_u32;
    let mut rest = stretches.iter().peekable();
    (0..=BLOCK_S.unbounded_shr(bits))
        .map(|bucket| {
            while rest.next_if(|stretch| i64::from(stretch.close_s) <= bucket.unbounded_shl(bits)).is_some() {
                closed = closed.saturating_add(1);
            }
            closed
        })
        .collect()
}

fn by_work(stretches: &[Stretch], total_s: u32, bits: u32) -> Vec<u32> {
    let mut begun = 0_u32;
    let mut later = stretches.iter().skip(1).peekable();
    let buckets = 0..=total_s.saturating_sub(1).unbounded_shr(bits);
    let firsts = buckets.map(|bucket| {
        while later.next_if(|stretch| stretch.before_s <= bucket.unbounded_shl(bits)).is_some() {
            begun = begun.saturating_add(1);
        }
        begun
    });
    let mut places: Vec<u32> = firsts.collect();
    places.push(u32::try_from(stretches.len().saturating_sub(1)).unwrap_or(0));
    places
}

#[inline]
fn split(at_s: i64) -> (usize, u32) {
    let place = usize::try_from(at_s >> BLOCK_BITS).unwrap_or(0);
    (place, u32::try_from(at_s & (BLOCK_S - 1)).unwrap_or(0))
}

#[inline]
fn begin_of(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(0) << BLOCK_BITS
}

#[inline]
fn absolute(place: usize, second: u32) -> i64 {
    begin_of(place).saturating_add(i64::from(second))
}

fn within(begin_s: i64, at_s: i64) -> u32 {
    u32::try_from(at_s.saturating_sub(begin_s)).unwrap_or(0)
}

/// The block that lists a local date: by its midnight read as UTC; dates before 1970 belong to the first.
fn block_of_day(day: i64) -> usize {
    split(day.saturating_mul(DAY_S).clamp(0, END_S)).0
}

#[cfg(test)]
thread_local! {
    pub(super) static PROBES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts the stretches looked at, so that tests can hold work, not seconds.
#[inline]
fn probe() {
    #[cfg(test)]
    PROBES.with(|probes| probes.set(probes.get().saturating_add(1)));
}
