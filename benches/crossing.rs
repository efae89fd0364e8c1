//! The floor of `benches/crossing/run.sh`: what the questions cost where nothing is crossed.
//!
//! Prints one line of JSON for each question: nanoseconds, the median of fifteen rounds, and a figure of the answers that must be the
//! same in every language.

use itsm::contract::{ContextDocument, Lifecycle, Policies};
use itsm::system::Command;
use itsm::time::BusinessCalendar;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

const SCALARS: usize = 200_000;
const DECISIONS: usize = 2_000;

fn main() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/crossing/questions.json");
    let questions: Value =
        serde_json::from_slice(&std::fs::read(path).expect("the questions")).expect("a document");
    let number = |key: &str| questions[key].as_i64().expect("a number");
    let bytes = |key: &str| questions[key].to_string().into_bytes();
    let calendar = BusinessCalendar::from_json(&bytes("calendar")).expect("a calendar");
    let (first_s, step_s, span_s, seconds) =
        (number("first_s"), number("step_s"), number("span_s"), number("seconds"));
    let starts: Vec<i64> = (0..number("batch")).map(|row| first_s + row * step_s % span_s).collect();

    let instants: Vec<_> = starts[..4_096]
        .iter()
        .map(|at| chrono::DateTime::from_timestamp(*at, 0).expect("an instant"))
        .collect();
    let mut check = 0;
    let ns = median(SCALARS, || {
        check = 0;
        for place in 0..SCALARS {
            let due = calendar.add(black_box(instants[place & 4_095]), black_box(seconds)).expect("due");
            check += due.timestamp() - first_s;
        }
    });
    said("one due time", ns, check);

    let ns = median(starts.len(), || {
        check = black_box(calendar.add_each(black_box(&starts), &[seconds]).expect("due"))
            .iter()
            .map(|due| due - first_s)
            .sum();
    });
    said("one of a million due times", ns, check);

    let (incidents, policies) = (
        Lifecycle::of("incident").expect("a process"),
        Policies::from_json(&bytes("policies")).expect("policies"),
    );
    let (command, context) = (bytes("command"), bytes("context"));
    let ns = median(DECISIONS, || {
        check = 0;
        for _ in 0..DECISIONS {
            let command = Command::from_json(black_box(&command)).expect("a command");
            let context = ContextDocument::from_json(black_box(&context)).expect("a context");
            let decided =
                incidents.decide(None, &command, context, &policies).and_then(|decided| decided.document());
            check += decided.expect("decided")["events"].as_array().expect("events").len() as i64;
        }
    });
    said("one decision from documents", ns, check);
}

fn median(asked: usize, mut round: impl FnMut()) -> f64 {
    let mut rounds: Vec<f64> = (0..15)
        .map(|_| {
            let began = Instant::now();
            round();
            began.elapsed().as_nanos() as f64 / asked as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[7]
}

fn said(question: &str, ns: f64, check: i64) {
    println!("{}", json!({"language": "Rust", "question": question, "ns": ns, "check": check}));
}
