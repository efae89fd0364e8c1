//! The laws of clocks (semantics 9), on the library alone and over the cases of the reference.

use std::collections::BTreeSet;

use itsm::kernel::Code;
use itsm::sla::{
    ClockMark, ClockPhase, ClockReading, ClockSet, History, HistoryEntry, Metric, Stimulus, engine, reading,
    replay,
};
use itsm::time::BusinessCalendar;
use proptest::prelude::*;
use proptest::sample::select;

use super::life::{Life, RETARGETS, lives};
use crate::reference::cases;
use crate::reference::clock::{Level, Reopen, Retarget, Target};
use crate::reference::generate::{ClockScript, Step};
use crate::reference::zone::{DAY, LAST};

fn led(script: &ClockScript) -> Life {
    let mut life = Life::new(script);
    for place in 0..script.steps.len() {
        life.step(place);
    }
    life
}

fn read(life: &Life, t: i64) -> ClockReading {
    reading(&life.observed(t), Life::instant(t), &life.book).unwrap()
}

/// Both answer alike now and later, and the same has fired.
fn alike(a: &mut Life, b: &mut Life, t: i64, looks: &[i64]) -> Result<(), TestCaseError> {
    let mut t = t;
    for look_s in [0].iter().chain(looks) {
        t = (t + look_s).min(LAST);
        prop_assert_eq!(read(a, t), read(b, t), "at {}", t);
    }
    a.observe(t);
    b.observe(t);
    prop_assert_eq!(a.fired(), b.fired());
    Ok(())
}

fn sets(marks: &[ClockMark]) -> impl Iterator<Item = &ClockSet> {
    marks.iter().filter_map(|mark| match mark {
        ClockMark::Set(set) => Some(set.as_ref()),
        _ => None,
    })
}

fn history(script: &ClockScript) -> History {
    let ticket = |place, policy| Life::ticket(place, policy, Reopen::ContinueExcludingResolved);
    let entry = |(at, step): &(i64, Step)| {
        let stimulus = match step {
            Step::Start { .. } => Stimulus::Opened { ticket: None },
            Step::Pause { reason } => Stimulus::Paused { reason: Code::new(reason).unwrap() },
            Step::Resume => Stimulus::Resumed {},
            Step::Stop => Stimulus::Resolved {},
            Step::Cancel => Stimulus::Cancelled {},
            Step::Retarget { clause, policy } => {
                Stimulus::Retargeted { ticket: Some(ticket(*clause, *policy)) }
            }
            Step::Reopen { .. } => Stimulus::Reopened {},
            Step::Recompute => Stimulus::Recomputed { reason: Code::new("late_holiday").unwrap() },
        };
        HistoryEntry { at: Life::instant(*at), recorded_at: None, stimulus }
    };
    History::new(ticket(0, Retarget::CarryElapsed), script.steps.iter().map(entry).collect())
}

proptest! {
    #![proptest_config(cases::config(60))]

    #[test]
    fn looking_in_between_changes_nothing((script, looks) in lives()) {
        let mut once = led(&script);
        let mut often = Life::new(&script);
        for place in 0..script.steps.len() {
            let (at, _) = script.steps[place];
            often.step(place);
            let next = script.steps.get(place + 1).map_or(LAST, |(next, _)| *next);
            let mut t = at;
            for look_s in &looks {
                t = (t + look_s).min(next);
                often.observe(t);
            }
        }
        let end = often.marks.last().map_or(0, |mark| mark.at().unix_s()).max(script.last_step_at());
        alike(&mut once, &mut often, end, &looks)?;
        let whole = |life: &Life| life.marks.clone();
        prop_assert_eq!(whole(&once), whole(&often), "marks");
    }

    #[test]
    fn a_pause_of_no_length_changes_nothing((script, looks) in lives(), reason in select(&["user", "supplier"][..])) {
        let mut plain = led(&script);
        let t = (script.last_step_at() + looks[0]).min(LAST);
        let mut paused = plain.clone();
        if plain.observed(t).phase == ClockPhase::Running {
            paused.perform(t, &Step::Pause { reason });
            paused.perform(t, &Step::Resume);
        }
        alike(&mut plain, &mut paused, t, &looks)?;
    }

    /// Elapsed time goes on in a pause, so what is counted in elapsed time is left out.
    #[test]
    fn a_pause_outside_working_hours_changes_nothing((mut script, looks) in lives(), into_s in 0..DAY, length_s in 1..3 * DAY) {
        for clause in &mut script.clauses {
            clause.levels.retain(|level| !matches!(level, Level::ElapsedS(_)));
        }
        let mut plain = led(&script);
        let t = (script.last_step_at() + looks[0]).min(LAST - 400 * DAY);
        let clock = plain.observed(t);
        let calendar: Option<BusinessCalendar> =
            clock.terms.measured_in().map(|used| plain.book.calendar(used).unwrap().clone());
        if let (ClockPhase::Running, Some(calendar)) = (clock.phase, calendar) {
            let utc = |t: i64| Life::instant(t).utc();
            let close = if calendar.is_open(utc(t)).unwrap() { calendar.next_close(utc(t)).unwrap() } else { Some(utc(t)) };
            if let Some(close) = close.filter(|close| close.timestamp() < LAST - 40 * DAY) {
                let open = calendar.next_open(close).unwrap().map_or(LAST, |open| open.timestamp());
                let from = (close.timestamp() + into_s).min(open);
                let to = (from + length_s).min(open);
                let mut paused = plain.clone();
                paused.perform(from, &Step::Pause { reason: "user" });
                paused.perform(to, &Step::Resume);
                let t = (to + looks[0]).min(LAST);
                let without = |reading| ClockReading { overrun_elapsed_s: 0, ..reading };
                prop_assert_eq!(without(read(&plain, t)), without(read(&paused, t)));
                plain.observe(t);
                paused.observe(t);
                prop_assert_eq!(plain.fired(), paused.fired());
            }
        }
    }

    #[test]
    fn the_same_target_is_no_change_under_every_policy((script, looks) in lives(), policy in select(&RETARGETS[..])) {
        let mut plain = led(&script);
        let t = (script.last_step_at() + looks[0]).min(LAST);
        let clock = plain.observed(t);
        let place: usize = clock.terms.clause.as_str()[..1].parse().unwrap();
        // A recomputed clock runs under the revised calendar; the clause selected now has the first.
        if clock.terms.calendar.as_ref() == plain.selected(place, policy, clock.as_of).calendar() {
            let mut again = plain.clone();
            let marks = again.perform(t, &Step::Retarget { clause: place, policy });
            prop_assert_eq!(sets(&marks).filter(|set| set.at.unix_s() == t).filter(|set| set.cause.code() == "retargeted").count(), 0);
            alike(&mut plain, &mut again, t, &looks)?;
        }
    }

    #[test]
    fn carried_time_is_never_reduced((script, looks) in lives(), place in 0..3_usize) {
        let life = led(&script);
        let t = (script.last_step_at() + looks[0]).min(LAST);
        let before = read(&life, t);
        for policy in [Retarget::CarryElapsed, Retarget::StricterOf] {
            let mut later = life.clone();
            later.perform(t, &Step::Retarget { clause: place, policy });
            prop_assert_eq!(read(&later, t).consumed_s, before.consumed_s);
        }
    }

    #[test]
    fn a_recorded_breach_never_disappears_from_its_cycle((script, _) in lives()) {
        let mut life = Life::new(&script);
        let mut recorded = None;
        for place in 0..script.steps.len() {
            life.step(place);
            let clock = life.clock.as_ref().unwrap();
            if let Some((cycle, breached_at)) = recorded
                && cycle == clock.cycle
            {
                prop_assert_eq!(clock.breached_at, Some(breached_at));
            }
            recorded = clock.breached_at.map(|at| (clock.cycle, at));
        }
    }

    /// What was breached, paused, and then stopped, is a breach in its result.
    #[test]
    fn a_result_beyond_its_target_is_breached((script, _) in lives()) {
        for result in &led(&script).clock.unwrap().results {
            prop_assert!(result.consumed_s <= result.target_s || result.breached_at.is_some(), "{:?}", result);
        }
    }

    #[test]
    fn levels_fire_at_most_once_a_cycle_and_in_the_order_of_time((script, looks) in lives()) {
        let mut life = led(&script);
        life.observe((script.last_step_at() + looks.iter().sum::<i64>()).min(LAST));
        prop_assert!(life.marks.iter().map(ClockMark::at).is_sorted());
        let mut seen = BTreeSet::new();
        for (cycle, at, level) in life.fired() {
            prop_assert!(seen.insert((cycle, level)), "twice: {:?} at {}", level, at);
        }
    }

    #[test]
    fn lowering_a_target_never_delays_a_level((mut script, looks) in lives(), high_s in 1..500_000_i64, less_s in 0..500_000_i64, working in any::<bool>()) {
        let seconds = |seconds| if working { Target::Working { seconds } } else { Target::Elapsed { seconds } };
        let start = script.steps[0].clone();
        script.steps = vec![start];
        script.clauses[0].target = seconds(high_s);
        script.clauses[1] = script.clauses[0].clone();
        script.clauses[1].target = seconds((high_s - less_s).max(0));
        let begun = led(&script);
        let t = (script.last_step_at() + looks[0]).min(LAST);
        let (mut high, mut low) = (begun.clone(), begun);
        high.observe(t);
        low.perform(t, &Step::Retarget { clause: 1, policy: Retarget::CarryElapsed });
        let armed = &low.clock.as_ref().unwrap().armed;
        for level in &high.clock.as_ref().unwrap().armed {
            let earlier = armed.iter().find(|other| other.level == level.level);
            prop_assert!(earlier.is_none_or(|earlier| earlier.at <= level.at), "{:?} {:?}", level, earlier);
            let fired = low.clock.as_ref().unwrap().fired.iter().any(|fired| fired.level == level.level);
            prop_assert!(earlier.is_some() || fired, "{:?} is lost", level);
        }
    }

    #[test]
    fn replay_of_a_prefix_is_a_prefix_of_the_replay((script, looks) in lives(), cut in 0..12_usize) {
        let (life, history) = (Life::new(&script), history(&script));
        let end = (script.last_step_at() + looks[0]).min(LAST);
        let whole = replay(&history, &life.book, Life::instant(end)).unwrap();
        let (begin, _) = script.steps[cut.min(script.steps.len() - 1)];
        let t = (begin + looks[0] / 2).min(end);
        let part = replay(&history, &life.book, Life::instant(t)).unwrap();
        prop_assert!(whole.marks.starts_with(&part.marks));
        prop_assert!(whole.marks[part.marks.len()..].iter().all(|mark| mark.at() > Life::instant(t)));
        let mut folded = part.clocks.clone();
        whole.marks[part.marks.len()..].iter().for_each(|mark| folded.apply(mark));
        prop_assert_eq!(&folded, &whole.clocks);
        let clock = whole.clocks.get(Metric::Resolution).unwrap();
        prop_assert_eq!(engine::observe(clock, Life::instant(end), &life.book).unwrap(), vec![]);
    }
}
