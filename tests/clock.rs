//! The clock of the library is held to the reference clock over random lives, and to the laws of clocks.

mod clock {
    mod laws;
    pub mod life;
}
mod reference;

use itsm::sla::{ClockPhase, TicketClocks, reading};
use proptest::prelude::*;

use clock::life::{Life, lives};
use reference::cases;
use reference::clock::{Phase, RefClock, View, What};
use reference::zone::LAST;

const fn phase(phase: Phase) -> ClockPhase {
    match phase {
        Phase::NotStarted => ClockPhase::NotStarted,
        Phase::Running => ClockPhase::Running,
        Phase::Paused => ClockPhase::Paused,
        Phase::Stopped => ClockPhase::Stopped,
        Phase::Cancelled => ClockPhase::Cancelled,
    }
}

/// Every answer of the library at `t` beside that of the reference.
fn same_answers(life: &Life, slow: &RefClock, t: i64) -> Result<(), TestCaseError> {
    let core = life.observed(t);
    let read = reading(&core, Life::instant(t), &life.book).unwrap();
    let seen = slow.at(t);
    prop_assert_eq!(read.phase, phase(seen.phase), "phase at {}", t);
    prop_assert_eq!(read.cycle, seen.cycle, "cycle at {}", t);
    prop_assert_eq!(Some(read.started_at.unix_s()), seen.started_at, "start at {}", t);
    prop_assert_eq!(read.consumed_s, seen.consumed_s, "consumed at {}", t);
    prop_assert_eq!(Life::target_s(read.target_s), seen.target_s, "target at {}", t);
    prop_assert_eq!(read.due_at.map(|at| at.unix_s()), seen.due_at, "due at {}", t);
    prop_assert_eq!(read.breaches_at.map(|at| at.unix_s()), seen.breaches_at, "breaches_at at {}", t);
    prop_assert_eq!(read.breached_at.map(|at| at.unix_s()), seen.breached_at, "breached_at at {}", t);
    prop_assert_eq!(read.overrun_working_s, seen.overrun_s, "overrun at {}", t);
    prop_assert_eq!(read.overrun_elapsed_s, seen.overrun_elapsed_s, "elapsed overrun at {}", t);
    same_results(&core, &seen)
}

/// What a host stores after a step is read again.
fn same_when_stored(life: &Life) -> Result<(), TestCaseError> {
    let stored: TicketClocks = life.marks.iter().cloned().collect();
    prop_assert_eq!(TicketClocks::try_from(stored.all().to_vec()), Ok(stored));
    Ok(())
}

fn same_results(core: &itsm::sla::Clock, seen: &View) -> Result<(), TestCaseError> {
    let kept: Vec<_> = core
        .results
        .iter()
        .map(|result| {
            let breached_at = result.breached_at.map(|at| at.unix_s());
            let (began, ended) = (result.started_at.unix_s(), result.ended_at.unix_s());
            (result.cycle, began, ended, result.consumed_s, Life::target_s(result.target_s), breached_at)
        })
        .collect();
    let expected: Vec<_> = seen
        .results
        .iter()
        .map(|r| (r.cycle, r.started_at, r.ended_at, r.consumed_s, r.target_s, r.breached_at))
        .collect();
    prop_assert_eq!(kept, expected, "results");
    Ok(())
}

proptest! {
    #![proptest_config(cases::config(2_000))]

    #[test]
    fn the_clock_lives_as_the_reference_does(
        (script, looks) in lives()
    ) {
        let slow = script.reference();
        let mut life = Life::new(&script);
        let mut last = i64::MIN;
        for place in 0..script.steps.len() {
            life.step(place);
            same_when_stored(&life)?;
            let (at, _) = script.steps[place];
            let until = script.steps.get(place + 1).map_or(LAST, |(next, _)| *next);
            // Before the next step of the same second the reference has not seen the second one.
            if until > at {
                same_answers(&life, &slow, at)?;
            }
            for look_s in &looks {
                let t = at.saturating_add(*look_s).min(LAST);
                if t < until && t > last {
                    same_answers(&life, &slow, t)?;
                }
            }
            last = at;
        }
        let end = (script.last_step_at() + looks.iter().sum::<i64>()).min(LAST);
        life.observe(end);
        let fired: Vec<_> = slow.at(end).fired.iter().map(|fired| {
            let level = match fired.what {
                What::Breach => None,
                What::Level(level) => script.clauses[0].levels.iter().position(|known| *known == level),
            };
            (fired.cycle, fired.at, level)
        }).collect();
        prop_assert_eq!(life.fired(), fired, "what fired up to {}", end);
    }
}
