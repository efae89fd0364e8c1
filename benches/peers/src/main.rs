//! Asks this library and two other crates the same questions, first comparing the answers, then the time they take.
//!
//! Writes questions, answers and nanoseconds as one JSON document; `peers.py` puts the Python peers to the same questions and
//! prints the table.

mod peers;
mod questions;

use peers::{Itsm, OpeningHoursCrate, Peer, Workclock};
use questions::{Compared, Operation, Question, Timed};
use serde::Serialize;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each figure is the median of so many rounds; the peers take turns, so that a busy machine hits all of them.
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(60);

#[derive(Serialize)]
struct Report {
    timed: Vec<Timed>,
    compared: Vec<Compared>,
}

fn main() {
    let hours = questions::timed().into_iter().map(time);
    let timed = hours.chain(questions::timed_days().into_iter().map(time_days)).collect();
    let hours = questions::compared().into_iter().map(compare);
    let compared = hours.chain(questions::compared_days().into_iter().map(compare_days)).collect();
    let report = Report { timed, compared };
    println!("{}", serde_json::to_string(&report).expect("plain data"));
}

fn time(question: Question) -> Timed {
    let itsm = Itsm::new(&question.calendar);
    let workclock = Workclock::new(&question.calendar);
    let opening_hours = OpeningHoursCrate::new(&question.calendar);
    let mut rounds: BTreeMap<&'static str, Vec<f64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        rounds.entry("itsm").or_default().push(nanoseconds(&itsm, &question));
        rounds.entry("workclock").or_default().push(nanoseconds(&workclock, &question));
        rounds.entry("opening-hours").or_default().push(nanoseconds(&opening_hours, &question));
    }
    let nanoseconds = rounds.into_iter().map(|(peer, figures)| (peer, median(figures))).collect();
    Timed { compared: compare(question), nanoseconds }
}

fn compare(question: Question) -> Compared {
    let answers = BTreeMap::from([
        ("itsm", answers(&Itsm::new(&question.calendar), &question)),
        ("workclock", answers(&Workclock::new(&question.calendar), &question)),
        ("opening-hours", answers(&OpeningHoursCrate::new(&question.calendar), &question)),
    ]);
    Compared { question, answers }
}

/// No Rust peer counts working days; numpy is asked by `peers.py`.
fn time_days(question: Question) -> Timed {
    let itsm = Itsm::new(&question.calendar);
    let figure = median((0..ROUNDS).map(|_| nanoseconds(&itsm, &question)).collect());
    Timed { compared: compare_days(question), nanoseconds: BTreeMap::from([("itsm", figure)]) }
}

fn compare_days(question: Question) -> Compared {
    let answers = BTreeMap::from([("itsm", answers(&Itsm::new(&question.calendar), &question))]);
    Compared { question, answers }
}

fn answers<P: Peer>(peer: &P, question: &Question) -> Vec<Option<i64>> {
    let ask = |(start, argument): &(i64, i64)| match question.operation {
        Operation::Add => peer.add(peer.instant(*start), *argument).map(|due| peer.seconds(due)),
        Operation::Between => Some(peer.between(peer.instant(*start), peer.instant(*argument))),
        Operation::AddDays => peer.add_days(peer.instant(*start), *argument).map(|due| peer.seconds(due)),
        Operation::BetweenDays => peer.days_between(peer.instant(*start), peer.instant(*argument)),
    };
    question.asked.iter().map(ask).collect()
}

/// For one answer; reading and writing of instants is left out.
fn nanoseconds<P: Peer>(peer: &P, question: &Question) -> f64 {
    let adds = || -> Vec<_> {
        question.asked.iter().map(|(start, amount)| (peer.instant(*start), *amount)).collect()
    };
    let pairs =
        || -> Vec<_> { question.asked.iter().map(|(a, b)| (peer.instant(*a), peer.instant(*b))).collect() };
    match question.operation {
        Operation::Add => pace(&adds(), |(start, seconds)| peer.add(*start, *seconds)),
        Operation::Between => pace(&pairs(), |(a, b)| peer.between(*a, *b)),
        Operation::AddDays => pace(&adds(), |(start, days)| peer.add_days(*start, *days)),
        Operation::BetweenDays => pace(&pairs(), |(a, b)| peer.days_between(*a, *b)),
    }
}

fn pace<T, A>(asked: &[T], ask: impl Fn(&T) -> A) -> f64 {
    let begun = Instant::now();
    let mut answered = 0_u64;
    for batch in asked.chunks(64).cycle() {
        for one in batch {
            black_box(ask(black_box(one)));
        }
        answered += batch.len() as u64;
        if begun.elapsed() >= ROUND {
            break;
        }
    }
    begun.elapsed().as_nanos() as f64 / answered as f64
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
