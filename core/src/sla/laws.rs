//! The laws of clocks (semantics 9), on random histories under every combination of policies.

use super::vectors::{OFFICE, at, book, clause, opened, paused, resolution, ticket, to_priority};
use crate::kernel::Instant;
use crate::sla::*;
use proptest::prelude::*;

const LEVELS: &str = r#""levels":[
    {"id":"w50","at":{"percent":50},"kind":"warning"},
    {"id":"w100","at":{"percent":100},"kind":"hierarchical"},
    {"id":"w150","at":{"percent":150},"kind":"hierarchical"},
    {"id":"left","at":{"working_s":-3600},"kind":"functional"},
    {"id":"past","at":{"elapsed_s":1800},"kind":"functional"}]"#;

const RESPONSE: &str = r#"{"id":"response","metric":"response","pause_reasons":["user"],
    "target":{"unit":"working","seconds":1800},"calendar":"cal"}"#;
const UPDATE: &str = r#"{"id":"update","metric":"update","pause_reasons":["user"],"max_pause_s":600,
    "target":{"unit":"elapsed","seconds":7200},"levels":[{"id":"half","at":{"percent":50},"kind":"warning"}]}"#;

fn working(priority: u8, seconds: u32) -> String {
    clause(
        priority,
        &format!(r#""target":{{"unit":"working","seconds":{seconds}}},"calendar":"cal",{LEVELS}"#),
    )
}

/// Resolution: priorities 1 to 3 in working time, 4 in elapsed time, 5 in working days with a longest pause.
/// Response and update for all.
fn agreement(terms: &str) -> Agreements {
    let elapsed = clause(4, &format!(r#""target":{{"unit":"elapsed","seconds":90000}},{LEVELS}"#));
    let days = clause(
        5,
        &format!(
            r#""target":{{"unit":"working_days","days":2,"convention":"keep_time"}},"calendar":"cal","max_pause_s":7200,{LEVELS}"#
        ),
    );
    book(
        OFFICE,
        terms,
        &[
            working(1, 7_200),
            working(2, 14_400),
            working(3, 57_600),
            elapsed,
            days,
            RESPONSE.into(),
            UPDATE.into(),
        ]
        .join(","),
    )
}

fn terms() -> impl Strategy<Value = String> {
    let retarget = 0..RetargetPolicy::ALL.len();
    let reopen = 0..ReopenPolicy::ALL.len();
    (retarget, reopen, any::<bool>(), any::<bool>()).prop_map(|(retarget, reopen, opening, keep)| {
        let boundary = if opening { "next_opening" } else { "earliest_instant" };
        let after = if keep { "keep_running" } else { "pause" };
        format!(
            r#""retarget":"{}","reopen":"{}","boundary":"{boundary}","pause_after_breach":"{after}""#,
            RetargetPolicy::ALL[retarget],
            ReopenPolicy::ALL[reopen]
        )
    })
}

fn stimulus() -> impl Strategy<Value = Stimulus> {
    prop_oneof![
        3 => Just(paused()),
        3 => Just(Stimulus::Resumed {}),
        3 => (1_u8..=5).prop_map(to_priority),
        2 => Just(Stimulus::Resolved {}),
        2 => Just(Stimulus::Reopened {}),
        1 => Just(Stimulus::Closed {}),
        1 => Just(Stimulus::Acknowledged {}),
        1 => Just(Stimulus::Informed {}),
    ]
}

/// Opened on Monday at eight, then something every few hours.
fn history() -> impl Strategy<Value = History> {
    let gap_s = prop_oneof![Just(0_i64), 1..1_200_i64, 1..90_000_i64];
    prop::collection::vec((gap_s, stimulus()), 0..14).prop_map(|steps| {
        let mut now = at("23 08:00");
        let mut entries = vec![HistoryEntry { at: now, recorded_at: None, stimulus: opened() }];
        for (gap_s, stimulus) in steps {
            now = now.plus_s(gap_s).unwrap();
            entries.push(HistoryEntry { at: now, recorded_at: None, stimulus });
        }
        History::new(ticket(3), entries)
    })
}

fn end(history: &History) -> Instant {
    history.entries.last().unwrap().at
}

/// What a clock answers to the outside; how its past is cut into stretches is its own affair.
fn answers(clock: &Clock, now: Instant, book: &Agreements) -> ClockReading {
    reading(clock, now, book).unwrap()
}

/// Every level that was reached, with its clock and cycle.
fn levels_reached(marks: &[ClockMark]) -> Vec<(Metric, u32, &LevelReached)> {
    let mut cycles = std::collections::BTreeMap::new();
    let mut levels = Vec::new();
    for mark in marks {
        match mark {
            ClockMark::Set(set) => {
                cycles.insert(set.metric, set.cycle);
            }
            ClockMark::LevelReached(reached) => {
                levels.push((reached.metric, cycles[&reached.metric], reached))
            }
            _ => {}
        }
    }
    levels
}

proptest! {
    #[test]
    fn replay_of_a_prefix_is_a_prefix_of_the_replay(terms in terms(), history in history(), cut_s in 0..400_000_i64) {
        let book = agreement(&terms);
        let whole = replay(&history, &book, end(&history).plus_s(400_000).unwrap()).unwrap();
        let part = replay(&history, &book, at("23 08:00").plus_s(cut_s).unwrap()).unwrap();
        prop_assert!(whole.marks.starts_with(&part.marks));
    }

    #[test]
    fn marks_and_clocks_written_and_read_again_are_the_same(terms in terms(), history in history()) {
        let replay = replay(&history, &agreement(&terms), end(&history).plus_s(100_000).unwrap()).unwrap();
        let text = serde_json::to_string(&replay.marks).unwrap();
        let marks: Vec<ClockMark> = serde_json::from_str(&text).unwrap();
        let folded: TicketClocks = marks.into_iter().collect();
        prop_assert_eq!(&folded, &replay.clocks);
        let clocks: TicketClocks = serde_json::from_str(&serde_json::to_string(&folded).unwrap()).unwrap();
        prop_assert_eq!(clocks, folded);
    }

    #[test]
    fn no_life_leaves_clocks_that_contradict_themselves(terms in terms(), history in history()) {
        let book = agreement(&terms);
        let mut clocks = TicketClocks::default();
        for entry in &history.entries {
            for mark in clocks.stimulate(&history.ticket, &entry.stimulus, entry.at, &book).unwrap() {
                clocks.apply(&mark);
            }
            let stored = TicketClocks::try_from(clocks.all().to_vec()).unwrap();
            prop_assert_eq!(stored.check_under(&book), Ok(()));
        }
    }

    #[test]
    fn marks_stand_in_the_order_of_time_and_no_level_fires_twice_in_a_cycle(terms in terms(), history in history()) {
        let replay = replay(&history, &agreement(&terms), end(&history).plus_s(400_000).unwrap()).unwrap();
        prop_assert!(replay.marks.is_sorted_by_key(ClockMark::at));
        let mut fired = std::collections::BTreeSet::new();
        for (metric, cycle, reached) in levels_reached(&replay.marks) {
            prop_assert!(fired.insert((metric, cycle, reached.level.clone())), "{} twice", reached.level);
        }
    }

    #[test]
    fn a_breach_once_recorded_stays_for_its_cycle(terms in terms(), history in history()) {
        let replay = replay(&history, &agreement(&terms), end(&history)).unwrap();
        let mut clocks = TicketClocks::default();
        let mut recorded = None;
        for mark in &replay.marks {
            clocks.apply(mark);
            let Some(clock) = clocks.get(Metric::Resolution) else { continue };
            if let Some((cycle, breached_at)) = recorded && cycle == clock.cycle {
                prop_assert_eq!(clock.breached_at, breached_at);
            }
            recorded = clock.breached_at.is_some().then_some((clock.cycle, clock.breached_at));
        }
    }

    #[test]
    fn looking_often_and_looking_once_see_the_same(terms in terms(), history in history(), looks in prop::collection::vec(1..50_000_i64, 1..8)) {
        let book = agreement(&terms);
        let mut often = replay(&history, &book, end(&history)).unwrap().clocks;
        let once = often.clone();
        let mut now = end(&history);
        let mut seen = Vec::new();
        for look_s in looks {
            now = now.plus_s(look_s).unwrap();
            let next = often.next_due();
            let marks = often.observe(now, &book).unwrap();
            prop_assert_eq!(marks.first().map(ClockMark::at), next.filter(|next| *next <= now));
            marks.iter().for_each(|mark| often.apply(mark));
            seen.extend(marks);
        }
        prop_assert_eq!(seen, once.observe(now, &book).unwrap());
    }

    #[test]
    fn the_forecast_is_what_a_reading_finds_there(terms in terms(), history in history()) {
        let book = agreement(&terms);
        let replay = replay(&history, &book, end(&history)).unwrap();
        let clock = resolution(&replay);
        if clock.phase == ClockPhase::Running {
            let read = |at: Instant| reading(clock, at, &book).unwrap().consumed_s;
            let due_at = clock.due_at.unwrap();
            if due_at > end(&history) && clock.consumed_s <= clock.target_s {
                prop_assert!(read(due_at) >= clock.target_s);
                let opening = terms.contains("next_opening") && read(due_at.plus_s(-1).unwrap()) == clock.target_s;
                prop_assert!(opening || read(due_at.plus_s(-1).unwrap()) < clock.target_s);
            }
            let breaches_at = clock.breaches_at.unwrap();
            if breaches_at >= end(&history) {
                prop_assert!(read(breaches_at) <= clock.target_s);
                prop_assert!(read(breaches_at.plus_s(1).unwrap()) > clock.target_s);
            }
        }
    }

    #[test]
    fn a_pause_of_no_length_changes_nothing(terms in terms(), history in history(), after_s in 0..90_000_i64) {
        let book = agreement(&terms);
        let now = end(&history).plus_s(after_s).unwrap();
        let before = replay(&history, &book, now).unwrap();
        let plain = resolution(&before);
        if plain.phase == ClockPhase::Running {
            let mut clocks = before.clocks.clone();
            for stimulus in [paused(), Stimulus::Resumed {}] {
                for mark in clocks.stimulate(&ticket(3), &stimulus, now, &book).unwrap() {
                    clocks.apply(&mark);
                }
            }
            let later = now.plus_s(300_000).unwrap();
            let clock = clocks.get(Metric::Resolution).unwrap();
            prop_assert_eq!(answers(clock, now, &book), answers(plain, now, &book));
            prop_assert_eq!(engine::observe(clock, later, &book), engine::observe(plain, later, &book));
        }
    }

    #[test]
    fn a_pause_outside_working_hours_changes_nothing(terms in terms(), priority in 1_u8..=3, from_s in 0..50_000_i64, length_s in 0..50_000_i64) {
        let book = agreement(&terms);
        let night = at("23 18:00");
        let from = night.plus_s(from_s.min(50_399)).unwrap();
        let to = from.plus_s(length_s).unwrap().min(at("24 08:00"));
        let entry = |at, stimulus| HistoryEntry { at, recorded_at: None, stimulus };
        let plain = vec![entry(at("23 14:00"), opened()), entry(at("23 14:00"), to_priority(priority))];
        let mut nap = plain.clone();
        nap.extend([entry(from, paused()), entry(to, Stimulus::Resumed {})]);
        let read = |entries| {
            let replay = replay(&History::new(ticket(3), entries), &book, at("24 09:00")).unwrap();
            answers(resolution(&replay), at("24 09:00"), &book)
        };
        // An overrun in elapsed time is running time after the due instant, and a pause is no running time.
        let strip = |mut reading: ClockReading| { reading.overrun_elapsed_s = 0; reading };
        let (plain, nap) = (strip(read(plain)), strip(read(nap)));
        let levels = |reading: &ClockReading| (reading.consumed_s, reading.due_at, reading.breaches_at, reading.breached_at);
        prop_assert_eq!(levels(&plain), levels(&nap));
    }

    #[test]
    fn an_identical_target_is_no_change(terms in terms(), history in history(), after_s in 0..90_000_i64) {
        let book = agreement(&terms);
        let now = end(&history).plus_s(after_s).unwrap();
        let before = replay(&history, &book, now).unwrap();
        let clock = resolution(&before);
        let selected = book.running_under(&clock.terms).unwrap();
        prop_assert_eq!(engine::retarget(clock, &selected, now, &book).unwrap(), []);
    }

    #[test]
    fn carried_time_is_never_reduced(history in history(), priority in 1_u8..=5, after_s in 0..90_000_i64) {
        let book = agreement(r#""retarget":"carry_elapsed""#);
        let now = end(&history).plus_s(after_s).unwrap();
        let mut replay = replay(&history, &book, now).unwrap();
        let before = answers(resolution(&replay), now, &book).consumed_s;
        for mark in replay.clocks.stimulate(&ticket(3), &to_priority(priority), now, &book).unwrap() {
            replay.clocks.apply(&mark);
        }
        prop_assert_eq!(answers(resolution(&replay), now, &book).consumed_s, before);
    }

    #[test]
    fn lowering_a_target_never_delays_a_level(high_s in 1..100_000_u32, less_s in 0..100_000_u32, start_s in 0..600_000_i64, after_s in 0..200_000_i64) {
        let low_s = high_s.saturating_sub(less_s).max(1);
        let book = book(OFFICE, "", &[working(3, high_s), working(2, low_s)].join(","));
        let start = at("23 00:00").plus_s(start_s).unwrap();
        let now = start.plus_s(after_s).unwrap();
        let later = now.plus_s(2_000_000).unwrap();
        let entry = |at, stimulus| HistoryEntry { at, recorded_at: None, stimulus };
        let fired = |stimulus| {
            let entries = vec![entry(start, opened()), entry(now, stimulus)];
            let replay = replay(&History::new(ticket(3), entries), &book, later).unwrap();
            let clock = resolution(&replay).clone();
            (clock.fired, clock.breached_at)
        };
        let ((plain, breached), (lowered, breached_lowered)) = (fired(to_priority(3)), fired(to_priority(2)));
        for level in plain {
            let earlier = lowered.iter().find(|other| other.level == level.level).unwrap();
            prop_assert!(earlier.at <= level.at, "{}: {} after {}", level.level, earlier.at, level.at);
        }
        prop_assert!(breached_lowered.unwrap() <= breached.unwrap());
    }

    #[test]
    fn the_stricter_of_two_is_never_due_later(history in history(), priority in 1_u8..=5, after_s in 0..90_000_i64) {
        let book = agreement(r#""retarget":"stricter_of""#);
        let now = end(&history).plus_s(after_s).unwrap();
        let mut replay = replay(&history, &book, now).unwrap();
        let before = resolution(&replay).due_at;
        for mark in replay.clocks.stimulate(&ticket(3), &to_priority(priority), now, &book).unwrap() {
            replay.clocks.apply(&mark);
        }
        prop_assert!(before.is_none() || resolution(&replay).due_at <= before);
    }

    #[test]
    fn the_ledger_of_a_due_time_adds_up(terms in terms(), history in history()) {
        let book = agreement(&terms);
        let replay = replay(&history, &book, end(&history)).unwrap();
        let clock = resolution(&replay);
        let why = why_due(clock, &book).unwrap();
        let counted_s: i64 = why.stretches.iter().map(|stretch| stretch.consumed_s).sum();
        let ahead = clock.due_at.is_some_and(|due_at| due_at > end(&history));
        if clock.phase == ClockPhase::Running && ahead && clock.consumed_s <= clock.target_s {
            prop_assert_eq!(counted_s.saturating_add(why.carried_s), why.target_s);
        }
        for stretch in &why.stretches {
            if let Some(ledger) = &stretch.ledger {
                prop_assert_eq!(ledger.counted_s, stretch.consumed_s);
            }
        }
    }
}
