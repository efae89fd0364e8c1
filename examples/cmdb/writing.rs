//! The report on paper: as text for people, or as one JSON object.

use super::report::{Blast, Hits, Points, Protected, Report};
use itsm::cmdb::{Relation, Witness};
use serde::Serialize;
use std::collections::VecDeque;
use std::error::Error;
use std::time::Duration;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a terminal.
const WIDTH: usize = 80;
/// Relations of a witness that are printed; JSON has all.
const SHOWN: usize = 6;

/// How long it took, to be printed beside the figures.
pub struct Times {
    pub reading: Duration,
    pub failing: Duration,
}

pub fn json(report: &Report, times: &Times) -> Result<String, Box<dyn Error>> {
    #[derive(Serialize)]
    struct Written<'a> {
        #[serde(flatten)]
        report: &'a Report,
        reading_ms: u64,
        failing_ms: u64,
    }
    let milliseconds = |time: Duration| u64::try_from(time.as_millis());
    let (reading_ms, failing_ms) = (milliseconds(times.reading)?, milliseconds(times.failing)?);
    Ok(serde_json::to_string_pretty(&Written { report, reading_ms, failing_ms })? + "\n")
}

pub fn text(report: &Report, times: &Times) -> String {
    let mut text = format!(
        "{} items, {} relations, read in {:.1} s; every item failed once, alone, in {:.1} s\n",
        report.items,
        report.relations,
        times.reading.as_secs_f64(),
        times.failing.as_secs_f64()
    );
    points(&mut text, &report.single_points_of_failure);
    if !report.worst.is_empty() {
        text += &format!("\nBlast radius of the worst {}\n", report.worst.len());
    }
    for (place, blast) in report.worst.iter().enumerate() {
        self::blast(&mut text, place + 1, blast);
    }
    text
}

fn points(text: &mut String, points: &Points) {
    let (one, all) = match points.of {
        Protected::Services => ("a service", "services"),
        Protected::CriticalItems => ("a critical item", "critical items"),
        Protected::Items => ("another item", "items"),
    };
    *text += &format!("\nSingle points of failure of {} {all}\n", points.protected);
    let rows = [
        (points.down, format!("take {one} down alone")),
        (points.degraded, format!("degrade {one} alone, and take none down")),
        (points.exposed, format!("{all} that some other item takes down alone")),
    ];
    for (count, what) in rows {
        *text += &format!("  {count:>7}  {what}\n");
    }
    if !points.top.is_empty() {
        *text += &row("item", "type", "down", "degraded");
    }
    for point in &points.top {
        let Hits { down, degraded } = point.hits;
        *text +=
            &row(point.item.as_str(), point.item_type.as_str(), &down.to_string(), &degraded.to_string());
    }
}

fn row(item: &str, item_type: &str, down: &str, degraded: &str) -> String {
    format!("  {}  {}  {down:>7}  {degraded:>8}\n", cell(item, 42), cell(item_type, 15))
}

fn blast(text: &mut String, place: usize, blast: &Blast) {
    let Hits { down, degraded } = blast.hits;
    *text += &line(2, &format!("{place:>2}. {} ({})", blast.item, blast.item_type));
    *text += &format!(
        "      reaches {}: {down} down, {degraded} degraded; the farthest {} away\n",
        blast.reached, blast.farthest
    );
    let Some(witness) = &blast.witness else { return };
    let state = witness.state.label().en.to_lowercase();
    *text += &line(6, &format!("{} is {state}, because", witness.item));
    for relation in chain(witness).iter().take(SHOWN) {
        *text += &sentence(relation);
    }
    match witness.relations.len().saturating_sub(SHOWN) {
        0 => {}
        more => *text += &format!("        and {more} more relations\n"),
    }
}

/// The relations of a witness from the item that suffers towards the failure.
fn chain(witness: &Witness) -> Vec<&Relation> {
    let mut left: Vec<&Relation> = witness.relations.iter().collect();
    let mut told = Vec::new();
    let mut open = VecDeque::from([&witness.item]);
    while let Some(item) = open.pop_front() {
        let (next, rest): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|relation| relation.from == *item || relation.to == *item);
        left = rest;
        open.extend(
            next.iter().map(|relation| if relation.from == *item { &relation.to } else { &relation.from }),
        );
        told.extend(next);
    }
    told
}

/// A relation on one line, or on two where one is too short.
fn sentence(relation: &Relation) -> String {
    let Relation { from, kind, to, .. } = relation;
    let whole = format!("{from} {kind} {to}");
    if whole.width() <= WIDTH - 8 {
        return line(8, &whole);
    }
    line(8, from.as_str()) + &line(10, &format!("{kind} {to}"))
}

fn line(indent: usize, words: &str) -> String {
    format!("{:indent$}{}\n", "", cell(words, WIDTH - indent).trim_end())
}

/// The text in so many columns, filled up or cut.
fn cell(text: &str, columns: usize) -> String {
    let width = text.width();
    if width <= columns {
        return format!("{text}{:1$}", "", columns - width);
    }
    let mut cut = String::new();
    for character in text.chars() {
        if cut.width() + character.width().unwrap_or(0) >= columns {
            break;
        }
        cut.push(character);
    }
    let width = cut.width();
    format!("{cut}\u{2026}{:1$}", "", columns.saturating_sub(width + 1))
}
