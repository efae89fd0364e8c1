//! The life of a clock, led by the library: the steps of a script as operations of its engine.

use itsm::kernel::{Code, Instant, PolicyId, Versioned};
use itsm::sla::{
    Agreements, Clock, ClockMark, ClockTerms, Metric, Selected, SharedTerms, SlaError, SlaPolicy, Ticket,
    engine,
};
use itsm::time::CalendarDocument;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::reference::calendar::Convention;
use crate::reference::clock::{Boundary, Level, PauseAfterBreach, Reopen, Retarget, Target};
use crate::reference::generate::{ClauseData, ClockScript, Step, clock_script};
use crate::reference::zone::{DAY, FIRST, date_text};

/// More seconds than there are: the target of working days that do not exist.
const NEVER_S: i64 = 7_289_654_400;

/// A script and how long after each step to look.
pub fn lives() -> impl Strategy<Value = (ClockScript, Vec<i64>)> {
    let look = prop_oneof![1..7_200_i64, 1..4 * DAY];
    // Boxed: the values of so many strategies in one are too much for the stack of a test thread.
    (clock_script().boxed(), vec(look, 1..4)).boxed()
}

pub const RETARGETS: [Retarget; 5] = [
    Retarget::CarryElapsed,
    Retarget::RecomputeFromStart,
    Retarget::RestartNow,
    Retarget::CarryFraction,
    Retarget::StricterOf,
];
pub const REOPENS: [Reopen; 5] = [
    Reopen::ContinueExcludingResolved,
    Reopen::ContinueIncludingResolved,
    Reopen::NewCycle,
    Reopen::RestartFull,
    Reopen::Never,
];

fn retarget_code(policy: Retarget) -> &'static str {
    match policy {
        Retarget::CarryElapsed => "carry_elapsed",
        Retarget::RecomputeFromStart => "recompute_from_start",
        Retarget::RestartNow => "restart_now",
        Retarget::CarryFraction => "carry_fraction",
        Retarget::StricterOf => "stricter_of",
    }
}

fn reopen_code(policy: Reopen) -> &'static str {
    match policy {
        Reopen::ContinueExcludingResolved => "continue_excluding_resolved",
        Reopen::ContinueIncludingResolved => "continue_including_resolved",
        Reopen::NewCycle => "new_cycle",
        Reopen::RestartFull => "restart_full",
        Reopen::Never => "never",
    }
}

/// Clause and policies in one word; it is also the category for which the clause is selected.
fn clause_id(place: usize, retarget: Retarget, reopen: Reopen) -> String {
    format!("{place}-{}-{}", retarget_code(retarget), reopen_code(reopen))
}

fn target(target: Target) -> Value {
    match target {
        Target::Elapsed { seconds } => json!({"unit": "elapsed", "seconds": seconds}),
        Target::Working { seconds } => json!({"unit": "working", "seconds": seconds}),
        Target::WorkingDays { days, convention } => {
            let convention = match convention {
                Convention::KeepTime => "keep_time",
                Convention::EndOfDay => "end_of_day",
                Convention::StartOfNext => "start_of_next",
            };
            json!({"unit": "working_days", "days": days, "convention": convention})
        }
        Target::CalendarDate { day } => json!({"unit": "calendar_date", "date": date_text(day)}),
    }
}

fn clause(data: &ClauseData, id: &str, retarget: Retarget, reopen: Reopen) -> Value {
    let level = |(place, level): (usize, &Level)| {
        let at = match level {
            Level::Percent(percent) => json!({"percent": percent}),
            Level::WorkingS(distance_s) => json!({"working_s": distance_s}),
            Level::ElapsedS(distance_s) => json!({"elapsed_s": distance_s}),
        };
        json!({"id": format!("level-{place}"), "at": at, "kind": "warning"})
    };
    let boundary = match data.boundary {
        Boundary::EarliestInstant => "earliest_instant",
        Boundary::NextOpening => "next_opening",
    };
    let after = match data.pause_after_breach {
        PauseAfterBreach::Pause => "pause",
        PauseAfterBreach::KeepRunning => "keep_running",
    };
    json!({
        "id": id, "metric": "resolution", "when": {"categories": [id]}, "target": target(data.target),
        "calendar": format!("cal-{}", data.calendar), "pause_reasons": data.pause_reasons,
        "max_pause_s": data.max_pause_s, "levels": data.levels.iter().enumerate().map(level).collect::<Vec<_>>(),
        "terms": {"retarget": retarget_code(retarget), "reopen": reopen_code(reopen), "boundary": boundary,
                  "pause_after_breach": after},
    })
}

fn versioned<T>(id: &str, version: u32, effective_from: Instant, document: T) -> Versioned<T> {
    Versioned { id: PolicyId::new(id).unwrap(), version, effective_from, document }
}

/// The book of a script. In it the second version of the first calendar holds from `revised_from`.
fn book(script: &ClockScript, clauses: &[ClauseData], revised_from: Instant) -> Agreements {
    let reopened = |policy: &Reopen| {
        let asked =
            |(_, step): &(i64, Step)| matches!(step, Step::Reopen { policy: asked } if asked == policy);
        matches!(policy, Reopen::Never | Reopen::ContinueExcludingResolved) || script.steps.iter().any(asked)
    };
    let mut all = Vec::new();
    for (place, data) in clauses.iter().enumerate() {
        for retarget in RETARGETS {
            for reopen in REOPENS.into_iter().filter(reopened) {
                all.push(clause(data, &clause_id(place, retarget, reopen), retarget, reopen));
            }
        }
    }
    let policy = json!({"name": "n", "precedence": 1, "selection": "precedence", "clauses": all});
    let read = |document: &Value| CalendarDocument::from_json(document.to_string().as_bytes()).unwrap();
    let calendars = vec![
        versioned("cal-0", 1, Instant::MIN, read(&script.calendars[0])),
        versioned("cal-1", 1, Instant::MIN, read(&script.calendars[1])),
        versioned("cal-0", 2, revised_from, read(&script.revised)),
    ];
    let policy = SlaPolicy::from_json(policy.to_string().as_bytes()).unwrap();
    Agreements::new(vec![versioned("sla", 1, Instant::MIN, policy)], calendars).unwrap()
}

/// A clock of the library with all its marks.
#[derive(Clone)]
pub struct Life {
    script: ClockScript,
    pub book: Agreements,
    revised: Agreements,
    pub clock: Option<Clock>,
    pub marks: Vec<ClockMark>,
}

impl Life {
    pub fn new(script: &ClockScript) -> Self {
        Self {
            script: script.clone(),
            book: book(script, &script.clauses, Instant::MAX),
            revised: book(script, &script.clauses, Instant::MIN),
            clock: None,
            marks: Vec::new(),
        }
    }

    pub fn instant(t: i64) -> Instant {
        Instant::from_unix_s(t).unwrap()
    }

    /// A target in the words of the reference.
    pub fn target_s(target_s: i64) -> Option<i64> {
        Some(target_s).filter(|target_s| *target_s != NEVER_S)
    }

    pub fn ticket(clause: usize, retarget: Retarget, reopen: Reopen) -> Ticket {
        let code = |text: &str| Code::new(text).unwrap();
        let mut ticket = Ticket::new(code("incident"));
        ticket.category = Some(code(&clause_id(clause, retarget, reopen)));
        ticket
    }

    pub fn selected(&self, clause: usize, retarget: Retarget, at: Instant) -> Selected<'_> {
        let ticket = Self::ticket(clause, retarget, Reopen::Never);
        self.book.select(&ticket, Metric::Resolution, at, at).unwrap().expect("a clause for each category")
    }

    pub fn keep(&mut self, marks: Result<Vec<ClockMark>, SlaError>) -> Vec<ClockMark> {
        let marks = marks.unwrap();
        marks.iter().for_each(|mark| Clock::apply(&mut self.clock, mark));
        self.marks.extend(marks.iter().cloned());
        marks
    }

    pub fn step(&mut self, place: usize) -> Vec<ClockMark> {
        let (at, step) = self.script.steps[place].clone();
        self.perform(at, &step)
    }

    pub fn perform(&mut self, t: i64, step: &Step) -> Vec<ClockMark> {
        let (at, book) = (Self::instant(t), self.book.clone());
        if let Step::Start { before_s } = step {
            let start = Self::instant((t - before_s).max(FIRST));
            let marks = engine::start(
                Metric::Resolution,
                &self.selected(0, Retarget::CarryElapsed, at),
                start,
                at,
                &book,
            );
            return self.keep(marks);
        }
        let mut clock = self.clock.clone().expect("a script begins with the start");
        let marks = match step {
            Step::Start { .. } => Ok(Vec::new()),
            Step::Pause { reason } => engine::pause(&clock, &Code::new(reason).unwrap(), at, &book),
            Step::Resume => engine::resume(&clock, at, &book),
            Step::Stop => engine::stop(&clock, at, &book),
            Step::Cancel => engine::cancel(&clock, at, &book),
            Step::Retarget { clause, policy } => {
                engine::retarget(&clock, &self.selected(*clause, *policy, at), at, &book)
            }
            Step::Reopen { policy } => {
                // The clause that the clock runs under says how it is reopened; its twin says it as the script does.
                let (head, _) = clock.terms.clause.as_str().rsplit_once('-').expect("three words");
                let clause = format!("{head}-{}", reopen_code(*policy)).parse().unwrap();
                clock.terms = SharedTerms::from(ClockTerms { clause, ..ClockTerms::clone(&clock.terms) });
                self.clock = Some(clock.clone());
                engine::reopen(&clock, at, &book)
            }
            Step::Recompute => {
                engine::recompute(&clock, &Code::new("late_holiday").unwrap(), at, &self.revised)
            }
        };
        self.keep(marks)
    }

    pub fn observe(&mut self, t: i64) {
        if let Some(clock) = self.clock.clone() {
            let marks = engine::observe(&clock, Self::instant(t), &self.book);
            self.keep(marks);
        }
    }

    /// The clock as it stands at `t`, if nothing more is done to it.
    pub fn observed(&self, t: i64) -> Clock {
        let mut clock = self.clock.clone();
        let marks = clock.as_ref().map(|clock| engine::observe(clock, Self::instant(t), &self.book).unwrap());
        marks.iter().flatten().for_each(|mark| Clock::apply(&mut clock, mark));
        clock.expect("started")
    }

    /// Cycle, instant and place of every level that fired; the breach has no place.
    pub fn fired(&self) -> Vec<(u32, i64, Option<usize>)> {
        let mut cycle = 1;
        let mut fired = Vec::new();
        for mark in &self.marks {
            match mark {
                ClockMark::Set(set) => cycle = set.cycle,
                ClockMark::LevelReached(reached) => {
                    let place = reached.level.as_str().trim_start_matches("level-").parse().unwrap();
                    fired.push((cycle, reached.at.unix_s(), Some(place)));
                }
                ClockMark::Breached(breached) => fired.push((cycle, breached.at.unix_s(), None)),
                ClockMark::Excused(_) => {}
            }
        }
        fired
    }
}
