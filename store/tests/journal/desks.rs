//! A small service desk on a journal, commands to it, and what must be true of the journal when all is over.

use itsm::evidence::of_journal;
use itsm::kernel::{Actor, Context, EventRow, Instant, PlanRows, Role};
use itsm::kernel::{CommandId, canonical};
use itsm::system::{Command, ServiceManagementSystem, SystemEvent, SystemJournal};
use itsm_store::{Desk, Journal, MemoryJournal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::plans::plan;

pub fn at(minute: i64) -> Instant {
    Instant::parse("2026-11-23T01:30:00Z").unwrap().plus_s(minute * 60).unwrap()
}

pub fn command(kind: &str, record: Option<&str>, body: &Value) -> Command {
    let mut document = json!({"kind": kind, "body": body});
    if let Some(record) = record {
        document["record"] = json!(record);
    }
    Command::from_json(document.to_string().as_bytes()).unwrap()
}

pub fn context(minute: i64, role: &str, id: Option<&str>) -> Context {
    let context =
        Context::new(at(minute), Actor::new(role, Role::from_code(role)).unwrap()).with_entropy([7; 32]);
    Context { command_id: id.map(|id| CommandId::new(id).unwrap()), ..context }
}

/// A call to the service desk that is told from every other by its caller.
pub fn call(caller: &str) -> Command {
    let body = json!({"channel": "phone", "symptom": "no VPN", "occurred_at": at(0), "service": {"known": "vpn"},
        "requester": caller});
    command("incident.log", None, &body)
}

pub fn publish<J: Journal>(desk: &mut Desk<J>, id: &str, document: &Value) {
    let body = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document});
    // Under an id, so that whoever was stopped in the midst of it begins anew.
    let under = format!("set-{id}");
    desk.execute(&command("policy.publish", Some(id), &body), &context(0, "po", Some(&under))).unwrap();
}

/// Office hours and the rules of the desk: enough to take calls.
pub fn set_up<J: Journal>(desk: &mut Desk<J>) {
    let day = json!([["09:00", "18:00"]]);
    publish(
        desk,
        "office",
        &json!({"calendar": {"zone": "Asia/Shanghai", "week": {"mon": day, "tue": day}}}),
    );
    publish(desk, "matrix", &json!({"matrix": itsm::priority::Preset::Iso.document()}));
    publish(desk, "desk", &json!({"desk": {"calendar": "office"}}));
}

/// An agreement whose clocks warn, and two incidents that wait to be assigned.
fn promise<J: Journal>(desk: &mut Desk<J>) {
    let clause = |metric: &str, seconds: u32| {
        json!({"id": metric, "metric": metric, "calendar": "office", "target": {"unit": "working", "seconds": seconds},
            "levels": [{"id": format!("{metric}-75"), "at": {"percent": 75}, "kind": "warning", "notify": ["incm"]}]})
    };
    let clauses = [clause("response", 3_600), clause("resolution", 14_400)];
    let terms = json!({"name": "Bank", "precedence": 1, "selection": "precedence", "clauses": clauses});
    publish(desk, "sla", &json!({"agreement": terms}));
    for number in 1..=2 {
        let called = call(&format!("first-{number}"));
        let logged = desk.execute(&called, &context(number, "sd", None)).unwrap();
        let id = logged.events[0].head.record.clone();
        let classify = json!({"category": "network/vpn", "impact": 2, "urgency": 2, "known_error": "none"});
        let command = command("incident.classify", Some(id.as_str()), &classify);
        desk.execute(&command, &context(number, "sd", None)).unwrap();
    }
}

/// With what a journal begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Calls can be taken.
    Rules,
    /// Clocks run.
    Clocks,
}

fn rows(seed: Seed) -> PlanRows {
    let mut desk = Desk::open(MemoryJournal::new(), None).unwrap();
    set_up(&mut desk);
    if seed == Seed::Clocks {
        promise(&mut desk);
    }
    let mut rows = plan(0);
    rows.events = desk.system().journal().events().iter().map(EventRow::of).collect();
    let heads: BTreeMap<_, _> =
        rows.events.iter().map(|event| (event.stream.clone(), event.version)).collect();
    let stream = |(stream, version)| itsm::kernel::Stream { stream, expected: None, version };
    rows.streams = heads.into_iter().map(stream).collect();
    rows
}

/// A journal that has begun, without deciding it again.
pub fn seeded(seed: Seed) -> MemoryJournal {
    static RULES: LazyLock<PlanRows> = LazyLock::new(|| rows(Seed::Rules));
    static CLOCKS: LazyLock<PlanRows> = LazyLock::new(|| rows(Seed::Clocks));
    let mut journal = MemoryJournal::new();
    journal.append(if seed == Seed::Rules { &RULES } else { &CLOCKS }).unwrap();
    journal.settle().unwrap();
    journal
}

/// What a client knows of a command.
#[derive(Debug)]
pub enum Came {
    /// It was told these events.
    Kept(Vec<SystemEvent>),
    /// It was told that it is kept, and somebody else asks now.
    Told,
    /// It was told that it is refused.
    Refused,
    /// It was told that nobody knows, or never told.
    Unknown,
}

/// A command that a client sent.
#[derive(Debug)]
pub struct Sent {
    pub id: Option<String>,
    /// Where it is a call: who called.
    pub caller: Option<String>,
    pub command: Command,
    pub came: Came,
}

/// What was carried out of all that was sent: every event that was told is there, none twice, nothing of what was refused, no plan by
/// halves. The digest of whoever replays it.
pub fn check<J: Journal>(journal: J, sent: &[Sent]) -> Result<itsm::kernel::Digest, String> {
    let mut desk = Desk::open(journal, None).map_err(|error| format!("it does not open: {error}"))?;
    desk.verify().map_err(|error| format!("it does not verify: {error}"))?;
    let (log, digest) = {
        let system = desk.system();
        (system.journal().events().to_vec(), system.digest())
    };
    let mut by_command = BTreeMap::<String, Vec<&SystemEvent>>::new();
    let mut callers = BTreeMap::<String, usize>::new();
    for event in &log {
        if let Some(command) = &event.head.command {
            by_command.entry(command.to_string()).or_default().push(event);
        }
        let body = serde_json::to_value(event).unwrap();
        if body["kind"] == "incident.logged" {
            *callers.entry(body["body"]["requester"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    if let Some((caller, _)) = callers.iter().find(|(_, times)| **times > 1) {
        return Err(format!("doubled: {caller}"));
    }
    for sent in sent {
        let caller = sent.caller.as_ref().map(|caller| callers.get(caller).copied().unwrap_or(0));
        match (&sent.came, caller) {
            (Came::Kept(_) | Came::Told, Some(0)) => return Err(format!("lost: {sent:?}")),
            (Came::Refused, Some(1)) => return Err(format!("refused and kept: {sent:?}")),
            _ => {}
        }
        let Some(id) = &sent.id else { continue };
        let found = by_command.get(id).map_or(&[] as &[_], Vec::as_slice);
        let outcome =
            desk.journal().outcome(&CommandId::new(id).unwrap()).map_err(|error| error.to_string())?;
        let told = outcome.map_or(0, |outcome| outcome.events);
        if u64::try_from(found.len()).unwrap() != told {
            return Err(format!("{} of {told} events of a plan: {sent:?}", found.len()));
        }
        if outcome.is_some_and(|outcome| outcome.digest != Some(canonical::digest_of(&sent.command))) {
            return Err(format!("another command under its id: {sent:?}"));
        }
        match &sent.came {
            Came::Kept(events) => {
                let there = |event: &SystemEvent| {
                    let place = usize::try_from(event.head.index).unwrap();
                    log.get(place).map(canonical::text) == Some(canonical::text(event))
                };
                let told = events.iter().filter(|event| event.head.command.is_some());
                if !events.iter().all(there) || told.count() != found.len() || found.is_empty() {
                    return Err(format!("lost or other: {sent:?}, found {found:?}"));
                }
            }
            Came::Told if outcome.is_none() => return Err(format!("lost: {sent:?}")),
            Came::Refused if outcome.is_some() => return Err(format!("refused and kept: {sent:?}")),
            _ => {}
        }
    }
    Ok(digest)
}

/// Whether the lines of a journal are what was hashed, and give the same state when they are folded from the first.
pub fn check_replay<J: Journal>(journal: J) -> Result<(), String> {
    let mut desk = Desk::open(journal, None).map_err(|error| format!("it does not open: {error}"))?;
    let head = desk.verify().map_err(|error| format!("it does not verify: {error}"))?;
    let (lines, digest) = (desk.system().journal().to_lines(), desk.system().digest());
    let replayed = SystemJournal::from_lines(&lines).map_err(|error| format!("its lines: {error}"))?;
    if of_journal(&replayed).head() != head {
        return Err("its lines are not what was hashed".into());
    }
    let again = ServiceManagementSystem::replay(replayed).map_err(|error| format!("its replay: {error}"))?;
    if again.digest() != digest {
        return Err("a replay gives another state".into());
    }
    Ok(())
}
