//! A binary decision diagram: which failures, asked about in a fixed order, decide whether something fails.
//!
//! Equal parts are kept once, so what several parts of a service share is counted once, and two conditions are the same exactly
//! when they have the same number. Nothing here calls itself: a diagram may be as deep as there are components.

use crate::cmdb::graph::usize_of;
use crate::cmdb::probability::Probability;
use std::collections::{BTreeMap, BTreeSet};

/// A condition, by its number in the diagram.
pub(super) type Failure = u32;

pub(super) const NEVER: Failure = 0;
pub(super) const ALWAYS: Failure = 1;

/// If the variable has failed, `failed` decides, and `works` if not. Both have lower numbers and later variables.
#[derive(Clone, Copy, Debug)]
struct Question {
    variable: u32,
    works: Failure,
    failed: Failure,
}

/// The diagram would take more steps than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exceeded;

#[derive(Debug)]
pub(super) struct Diagram {
    questions: Vec<Question>,
    known: BTreeMap<(u32, Failure, Failure), Failure>,
    chosen: BTreeMap<(Failure, Failure, Failure), Failure>,
    steps: u64,
    budget: u64,
}

enum Task {
    Choose(Failure, Failure, Failure),
    Join((Failure, Failure, Failure), u32),
}

/// Later than every variable.
const END: u32 = u32::MAX;

impl Diagram {
    /// A diagram that takes at most `budget` steps: choices worked out.
    pub(super) fn new(budget: u64) -> Self {
        let end = |number| Question { variable: END, works: number, failed: number };
        let questions = vec![end(NEVER), end(ALWAYS)];
        Self { questions, known: BTreeMap::new(), chosen: BTreeMap::new(), steps: 0, budget }
    }

    pub(super) const fn steps(&self) -> u64 {
        self.steps
    }

    /// The failure of that variable.
    pub(super) fn variable(&mut self, variable: u32) -> Failure {
        self.ask(variable, NEVER, ALWAYS)
    }

    pub(super) fn either(&mut self, a: Failure, b: Failure) -> Result<Failure, Exceeded> {
        self.choose(a.min(b), ALWAYS, a.max(b))
    }

    /// Members that have failed count more than the limit. Cheapest when the members come in the order of their variables.
    pub(super) fn more_than(&mut self, limit: u64, members: &[(Failure, u64)]) -> Result<Failure, Exceeded> {
        // What may still be lost before a member is looked at: by member, all the amounts that can be.
        let mut rest = members.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
        let mut may_lose: Vec<BTreeSet<u64>> = Vec::new();
        let mut amounts = BTreeSet::from([limit]);
        for (_, count) in members {
            // With less to come than may be lost nothing is left to decide.
            amounts.retain(|amount| *amount < rest);
            self.spend(u64::try_from(amounts.len()).unwrap_or(u64::MAX))?;
            let after = amounts.iter().flat_map(|amount| [Some(*amount), amount.checked_sub(*count)]);
            let after = after.flatten().collect();
            may_lose.push(std::mem::replace(&mut amounts, after));
            rest = rest.saturating_sub(*count);
        }
        let mut after: BTreeMap<u64, Failure> = BTreeMap::new();
        for ((failure, count), amounts) in members.iter().zip(may_lose).rev() {
            let fails_with = |amount: u64| after.get(&amount).copied().unwrap_or(NEVER);
            let mut before = BTreeMap::new();
            for amount in amounts {
                let lost = amount.checked_sub(*count).map_or(ALWAYS, fails_with);
                before.insert(amount, self.choose(*failure, lost, fails_with(amount))?);
            }
            after = before;
        }
        Ok(after.get(&limit).copied().unwrap_or(NEVER))
    }

    /// `then` where `given` holds, `other` where it does not.
    fn choose(&mut self, given: Failure, then: Failure, other: Failure) -> Result<Failure, Exceeded> {
        let mut tasks = vec![Task::Choose(given, then, other)];
        let mut done: Vec<Failure> = Vec::new();
        while let Some(task) = tasks.pop() {
            match task {
                Task::Choose(given, then, other) => {
                    let key = (given, then, other);
                    if let Some(known) = plain(key).or_else(|| self.chosen.get(&key).copied()) {
                        done.push(known);
                        continue;
                    }
                    self.spend(1)?;
                    let [g, t, o] = [given, then, other].map(|failure| self.question(failure));
                    let variable = g.variable.min(t.variable).min(o.variable);
                    let [g, t, o] = [(given, g), (then, t), (other, o)].map(|(failure, question)| {
                        if question.variable == variable {
                            (question.works, question.failed)
                        } else {
                            (failure, failure)
                        }
                    });
                    tasks.push(Task::Join(key, variable));
                    tasks.push(Task::Choose(g.1, t.1, o.1));
                    tasks.push(Task::Choose(g.0, t.0, o.0));
                }
                Task::Join(key, variable) => {
                    let (failed, works) = (done.pop().unwrap_or(NEVER), done.pop().unwrap_or(NEVER));
                    let joined = self.ask(variable, works, failed);
                    self.chosen.insert(key, joined);
                    done.push(joined);
                }
            }
        }
        Ok(done.pop().unwrap_or(NEVER))
    }

    fn ask(&mut self, variable: u32, works: Failure, failed: Failure) -> Failure {
        if works == failed {
            return works;
        }
        let questions = &mut self.questions;
        *self.known.entry((variable, works, failed)).or_insert_with(|| {
            let number = u32::try_from(questions.len()).unwrap_or(u32::MAX);
            questions.push(Question { variable, works, failed });
            number
        })
    }

    fn question(&self, failure: Failure) -> Question {
        let never = Question { variable: END, works: NEVER, failed: NEVER };
        self.questions.get(usize_of(failure)).copied().unwrap_or(never)
    }

    pub(super) fn spend(&mut self, steps: u64) -> Result<(), Exceeded> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > self.budget { Err(Exceeded) } else { Ok(()) }
    }

    /// How likely a failure is, and by variable how much more likely when that has failed than when it works.
    ///
    /// `up` multiplies a probability with that of the variable being up.
    pub(super) fn weigh(
        &self,
        failure: Failure,
        up: impl Fn(u32, Probability) -> Probability,
    ) -> (Probability, BTreeMap<u32, Probability>) {
        let count = usize_of(failure).saturating_add(1);
        let mut likely = vec![Probability::ZERO; count];
        let mut reached = vec![false; count];
        if let Some(last) = reached.last_mut() {
            *last = true;
        }
        let below: Vec<(usize, Question)> =
            self.questions.iter().copied().enumerate().take(count).skip(2).collect();
        for (number, question) in below.iter().rev() {
            if reached.get(*number) == Some(&true) {
                for next in [question.works, question.failed] {
                    if let Some(place) = reached.get_mut(usize_of(next)) {
                        *place = true;
                    }
                }
            }
        }
        if let Some(always) = likely.get_mut(usize_of(ALWAYS)) {
            *always = Probability::ONE;
        }
        let is_reached = |number: &usize| reached.get(*number) == Some(&true);
        // A failure more never mends anything: `failed` is at least as likely as `works`.
        let span = |likely: &[Probability], question: &Question| {
            let of = |failure: Failure| likely.get(usize_of(failure)).copied().unwrap_or(Probability::ZERO);
            (of(question.failed), of(question.failed).minus(of(question.works)))
        };
        for (number, question) in below.iter().filter(|(number, _)| is_reached(number)) {
            let (failed, more) = span(&likely, question);
            if let Some(place) = likely.get_mut(*number) {
                *place = failed.minus(up(question.variable, more));
            }
        }
        let mut comes_to = vec![Probability::ZERO; count];
        if let Some(last) = comes_to.last_mut() {
            *last = Probability::ONE;
        }
        let mut weights: BTreeMap<u32, Probability> = BTreeMap::new();
        for (number, question) in below.iter().rev().filter(|(number, _)| is_reached(number)) {
            let here = comes_to.get(*number).copied().unwrap_or(Probability::ZERO);
            let (_, more) = span(&likely, question);
            let weight = weights.entry(question.variable).or_insert(Probability::ZERO);
            *weight = weight.plus(here.times(more));
            let works = up(question.variable, here);
            for (next, share) in [(question.works, works), (question.failed, here.minus(works))] {
                if let Some(place) = comes_to.get_mut(usize_of(next)) {
                    *place = place.plus(share);
                }
            }
        }
        (likely.last().copied().unwrap_or(Probability::ZERO), weights)
    }
}

/// A choice that needs no looking into.
fn plain((given, then, other): (Failure, Failure, Failure)) -> Option<Failure> {
    match (given, then, other) {
        (ALWAYS, then, _) => Some(then),
        (NEVER, _, other) => Some(other),
        (_, then, other) if then == other => Some(then),
        (given, ALWAYS, NEVER) => Some(given),
        _ => None,
    }
}
