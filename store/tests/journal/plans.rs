//! Plans made by hand: a journal asks nothing of a text but that it is one object in one line.

use itsm::kernel::{CommandId, Digest, EventRow, Instant, PlanRows};
use itsm_store::StoreError;
use std::collections::BTreeSet;

/// An empty plan of a system that had folded so many entries.
pub fn plan(seen: u64) -> PlanRows {
    PlanRows {
        tenant: None,
        command: None,
        digest: Digest::of(b"command"),
        seen,
        last: None,
        streams: Vec::new(),
        guards: Vec::new(),
        processes: BTreeSet::new(),
        events: Vec::new(),
        personal: Vec::new(),
        erased: Vec::new(),
        removed: Vec::new(),
    }
}

const NOW: &str = "2026-11-23T01:30:00Z";

/// The text of an event that says this; its keys are in order.
pub fn text(stream: &str, version: u64, said: &str) -> String {
    let said = serde_json::to_string(said).unwrap();
    let (process, record) = stream.split_once('/').unwrap();
    format!(
        r#"{{"actor":{{"id":"p-1"}},"at":"{NOW}","kind":"told","process":"{process}","record":"{record}","recorded_at":"{NOW}","said":{said},"schema":1,"version":{version}}}"#
    )
}

/// The same of an event that came of a command.
fn commanded(text: &str, command: &CommandId) -> String {
    text.replacen("\"kind\"", &format!("\"command\":\"{command}\",\"kind\""), 1)
}

/// The versions that a store may hold of a stream: `None` before the first.
pub trait Grows: Sized {
    /// A stream grows from a version by as many events as there are texts.
    fn grows(self, stream: &str, expected: Option<u64>, said: &[&str]) -> Self;
    /// It was read at that version.
    fn reads(self, stream: &str, version: u64) -> Self;
    /// Any record of the process was asked after.
    fn asks(self, process: &str) -> Self;
    /// It came of a command of that id; `what` stands for what the command says.
    fn under(self, command: &str, what: &str) -> Self;
}

impl Grows for PlanRows {
    fn grows(mut self, stream: &str, expected: Option<u64>, said: &[&str]) -> Self {
        let now = Instant::parse(NOW).unwrap();
        let mut version = expected.unwrap_or(0);
        for said in said {
            version += 1;
            let text = text(stream, version, said);
            self.events.push(EventRow {
                stream: stream.into(),
                process: stream.split_once('/').unwrap().0.into(),
                version,
                kind: "told".into(),
                schema: 1,
                at: now,
                recorded_at: now,
                actor: "p-1".into(),
                command: self.command.clone(),
                text: self.command.as_ref().map_or_else(|| text.clone(), |id| commanded(&text, id)),
            });
        }
        self.streams.push(itsm::kernel::Stream { stream: stream.into(), expected, version });
        self.streams.sort_by(|one, other| one.stream.cmp(&other.stream));
        self
    }

    fn reads(mut self, stream: &str, version: u64) -> Self {
        self.guards.push((stream.into(), version));
        self.guards.sort();
        self
    }

    fn asks(mut self, process: &str) -> Self {
        self.processes.insert(process.into());
        self
    }

    fn under(mut self, command: &str, what: &str) -> Self {
        let command = CommandId::new(command).unwrap();
        for event in &mut self.events {
            event.text = commanded(&event.text, &command);
            event.command = Some(command.clone());
        }
        self.command = Some(command);
        self.digest = Digest::of(what.as_bytes());
        self
    }
}

/// What came of something, to be compared between journals.
pub fn said<T: std::fmt::Debug>(result: Result<T, StoreError>) -> String {
    match result {
        Ok(done) => format!("{done:?}"),
        Err(error) => format!("{}: {error}", error.code()),
    }
}
