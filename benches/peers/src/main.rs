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
    let timed = questions::timed().into_iter().map(time).collect();
    let compared = questions::compared().into_iter().map(compare).collect();
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

fn answers<P: Peer>(peer: &P, question: &Question) -> Vec<Option<i64>> {
    let ask = |(start, argument): &(i64, i64)| match question.operation {
        Operation::Add => peer.add(peer.instant(*start), *argument).map(|due| peer.seconds(due)),
        Operation::Between => Some(peer.between(peer.instant(*start), peer.instant(*argument))),
    };
    question.asked.iter().map(ask).collect()
}

/// For one answer; reading and writing of instants is left out.
fn nanoseconds<P: Peer>(peer: &P, question: &Question) -> f64 {
    match question.operation {
        Operation::Add => {
            let asked: Vec<_> =
                question.asked.iter().map(|(start, amount)| (peer.instant(*start), *amount)).collect();
            pace(&asked, |(start, amount)| {
                black_box(peer.add(*start, *amount));
            })
        }
        Operation::Between => {
            let asked: Vec<_> =
                question.asked.iter().map(|(a, b)| (peer.instant(*a), peer.instant(*b))).collect();
            pace(&asked, |(a, b)| {
                black_box(peer.between(*a, *b));
            })
        }
    }
}

fn pace<T>(asked: &[T], ask: impl Fn(&T)) -> f64 {
    let begun = Instant::now();
    let mut answered = 0_u64;
    for batch in asked.chunks(64).cycle() {
        batch.iter().for_each(|one| ask(black_box(one)));
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
