//! What stays of a journal from which records were disposed of: places, hashes, the ids of commands, and nothing that was said.

use super::desk::Desk;
use super::log;
use super::orders::{DAY, carried_out, dispose, keeping, kept};
use itsm::evidence::{Log, of_journal};
use itsm::kernel::{CommandId, Context, Digest, Gone, Instant, RecordId};
use itsm::system::{Command, ProcessName, ServiceManagementSystem, SystemJournal};
use serde_json::json;

/// Logged and found to be a mistake, each under an id and with a notice: a record that is closed and has four events.
fn cancelled(desk: &mut Desk, id: &str) {
    for (by, kind, body) in [("sd", "log", json!({})), ("incm", "cancel", json!({"reason": "a smoking gun"}))]
    {
        let body = match kind {
            "log" => json!({
                "channel": "phone", "requester": "ann", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown",
                "symptom": format!("{id} smokes"),
            }),
            _ => body,
        };
        let (command, context) = named(desk, by, &format!("incident.{kind}"), id, &body);
        desk.system.execute(&command, &context).unwrap();
    }
}

/// A command under an id of its own, a minute later.
fn named(
    desk: &mut Desk,
    by: &str,
    kind: &str,
    record: &str,
    body: &serde_json::Value,
) -> (Command, Context) {
    desk.minute += 1;
    let command = json!({"kind": kind, "record": record, "body": body}).to_string();
    let actor = itsm::kernel::Actor::new(by, itsm::kernel::Role::from_code(by)).unwrap();
    let context = Context::new(Desk::at(desk.minute), actor).with_entropy([7; 32]);
    let id = CommandId::new(format!("{kind}-{record}")).unwrap();
    (Command::from_json(command.as_bytes()).unwrap(), Context { command_id: Some(id), ..context })
}

/// A desk that has disposed of one of its incidents, and its journal before that.
fn disposed() -> (Desk, String) {
    let mut desk = keeping();
    log(&mut desk, "INC-000001");
    cancelled(&mut desk, "INC-000007");
    log(&mut desk, "INC-000002");
    desk.minute += 31 * DAY;
    let before = desk.system.journal().to_lines();
    carried_out(&mut desk, "DSP-1", &dispose(&["INC-000007"]));
    log(&mut desk, "INC-000003");
    (desk, before)
}

fn read(text: &str) -> Result<ServiceManagementSystem, String> {
    let journal = SystemJournal::from_lines(text).map_err(|error| error.code().to_owned())?;
    ServiceManagementSystem::replay(journal).map_err(|error| error.code().to_owned())
}

#[test]
fn the_text_goes_and_every_place_and_proof_stays() {
    let (desk, before) = disposed();
    let text = desk.system.journal().to_lines();
    assert!(before.contains("smoking gun") && !text.contains("smoking gun"));
    let gone: Vec<_> = desk.system.journal().gone().collect();
    let stays = |(index, leaf, gone): &(u64, Digest, &Gone)| {
        assert_eq!(*leaf, itsm::evidence::leaf_hash(before.lines().nth(*index as usize).unwrap().as_bytes()));
        assert_eq!(desk.system.journal().bytes(*index), None);
        (
            gone.stream.to_string(),
            gone.version,
            gone.disposal.to_string(),
            gone.command.as_ref().unwrap().to_string(),
        )
    };
    let named = |(version, kind): (u64, &str)| {
        ("incident/INC-000007".to_owned(), version, "DSP-1".to_owned(), format!("incident.{kind}-INC-000007"))
    };
    let expected = [(1, "log"), (2, "log"), (3, "cancel"), (4, "cancel")].map(named);
    assert_eq!(gone.iter().map(stays).collect::<Vec<_>>(), expected);
    let entries = before.lines().count() as u64;
    let (old, new) = (Log::of_lines(&before), of_journal(desk.system.journal()));
    assert_eq!(desk.system.journal().next_index(), text.lines().count() as u64);
    assert_eq!(new.head_at(entries).unwrap(), old.head(), "the older checkpoint is as it was");
    assert_eq!(Log::of_lines(&text).head(), new.head());
    assert_eq!(of_journal(&kept(&before, &desk)).head(), new.head());
    let consistency = new.consistency_proof(entries, new.size()).unwrap();
    consistency.verify(&old.head(), &new.head()).unwrap();
    for (index, line) in (0..).zip(before.lines()) {
        new.inclusion_proof(index, new.size()).unwrap().verify(line.as_bytes(), &new.head()).unwrap();
    }
    let events = desk.system.journal().events();
    assert!(events.iter().all(|event| desk.system.journal().bytes(event.head.index).is_some()));
    let last = events.last().unwrap().head.index;
    assert_eq!(desk.system.journal().events_since(last).len(), 1);
}

#[test]
fn whoever_never_has_the_text_answers_as_who_folded_it() {
    let (mut desk, before) = disposed();
    let text = desk.system.journal().to_lines();
    let folded = ServiceManagementSystem::replay(kept(&before, &desk)).unwrap();
    assert_eq!(folded.journal().to_lines(), text, "what was read is destroyed as well");
    let mut never = read(&text).unwrap();
    let then = Instant::parse("2026-11-23T02:00:00Z").unwrap();
    assert_eq!(never.journal().to_lines(), text);
    let as_of = |system: &ServiceManagementSystem| system.as_of(then).unwrap();
    for system in [&folded, &never] {
        assert_eq!(system.digest(), desk.system.digest());
        assert_eq!(system.next_wakeup(), desk.system.next_wakeup());
        assert_eq!(system.next_id(ProcessName::Incident), desk.system.next_id(ProcessName::Incident));
        assert_eq!(system.journal().latest(), desk.system.journal().latest());
        assert_eq!(as_of(system).digest(), as_of(&desk.system).digest());
    }
    assert!(as_of(&never).incident("INC-000007").is_none() && as_of(&never).incident("INC-000001").is_some());
    let then = as_of(&never);
    assert_eq!(then.journal().next_index(), before.lines().count() as u64, "its places were taken then");
    assert_eq!(then.journal().gone().count(), 4);
    for (kind, record, by) in [
        ("incident.log", "INC-000008", "sd"),
        ("incident.log", "INC-000007", "sd"),
        ("incident.cancel", "INC-000001", "incm"),
        ("incident.cancel", "INC-000007", "incm"),
    ] {
        let body = match kind {
            "incident.log" => json!({
                "channel": "phone", "requester": "bob", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown", "symptom": "s",
            }),
            _ => json!({"reason": "a mistake"}),
        };
        let (command, mut context) = named(&mut desk, by, kind, record, &body);
        context.command_id = None;
        let said = |answer: Result<Vec<itsm::system::SystemEvent>, _>| {
            answer
                .map(|events| serde_json::to_value(events).unwrap())
                .map_err(|error: itsm::system::CommandError| error.to_string())
        };
        let (one, other) = (desk.system.execute(&command, &context), never.execute(&command, &context));
        assert_eq!(one.is_ok(), record != "INC-000007", "{kind} {record}");
        assert_eq!(said(one), said(other));
        assert_eq!(never.digest(), desk.system.digest());
    }
}

/// Every line of a journal replaced by what a disposal would leave of it, and every line that a disposal left replaced.
#[test]
fn nothing_is_gone_that_no_disposal_took() {
    let (desk, before) = disposed();
    let text = desk.system.journal().to_lines();
    let lines: Vec<&str> = text.lines().collect();
    let with = |place: usize, line: &str| {
        let mut lines = lines.clone();
        lines[place] = line;
        lines.join("\n")
    };
    let full = kept(&before, &desk);
    let root = Log::of_lines(&text).head();
    let mut tried = 0;
    for (place, line) in lines.iter().enumerate() {
        let Some((index, leaf, gone)) = Gone::read(line) else {
            let event = &full.events()[place];
            let stream = |name: &str| name.into();
            let own = format!("{}/{}", itsm::kernel::EventBody::process(&event.body), event.head.record);
            for (stream, version) in [
                (stream(&own), event.head.version),
                (stream("incident/INC-000007"), 5),
                (stream("incident/INC-000007"), 1),
            ] {
                let disposal = RecordId::new("DSP-1").unwrap();
                let forged = Gone { stream, version, command: None, disposal };
                let leaf = itsm::evidence::leaf_hash(line.as_bytes());
                let text = with(place, &forged.line(place as u64, leaf));
                assert_eq!(Log::of_lines(&text).head(), root, "the tree alone does not tell");
                let refused = read(&text).unwrap_err();
                // Where it could stand for a while, what it left without its origin or its predecessor is refused first.
                let known = ["journal.altered", "journal.policy", "journal.version"];
                assert!(known.contains(&&*refused), "{refused}: {place} {forged:?}");
                tried += 1;
            }
            continue;
        };
        let there = before.lines().nth(place).unwrap();
        assert_eq!(
            read(&with(place, there)).unwrap_err(),
            if gone.version == 1 { "journal.altered" } else { "journal.version" }
        );
        let other = |change: &dyn Fn(&mut Gone)| {
            let mut gone = gone.clone();
            change(&mut gone);
            read(&with(place, &gone.line(index, leaf))).unwrap_err()
        };
        assert_eq!(other(&|gone| gone.version += 1), "journal.altered");
        assert_eq!(other(&|gone| gone.stream = "incident/INC-000001".into()), "journal.altered");
        assert_eq!(other(&|gone| gone.stream = "policy/rules".into()), "journal.altered");
        assert_eq!(other(&|gone| gone.stream = "nothing".into()), "journal.altered");
        assert_eq!(other(&|gone| gone.disposal = RecordId::new("DSP-2").unwrap()), "journal.altered");
        assert_eq!(read(&with(place, &gone.line(index + 1, leaf))).unwrap_err(), "journal.index");
        let spaced = line.replace("\"index\":", "\"index\": ");
        assert_eq!(read(&with(place, &spaced)).unwrap_err(), "document.shape", "an entry has one text");
        tried += 7;
    }
    assert!(tried > 40, "{tried}");
    let last = lines.iter().rposition(|line| line.contains("disposal.carried_out")).unwrap();
    assert_eq!(read(&lines[..last].join("\n")).unwrap_err(), "journal.altered", "the disposal is cut off");
    assert!(read(&lines[..=last].join("\n")).is_ok());
    let first = lines.iter().position(|line| Gone::read(line).is_some()).unwrap();
    assert_eq!(read(&lines[..=first].join("\n")).unwrap_err(), "journal.altered");
}

#[test]
fn the_id_of_a_command_stays_used() {
    let (mut desk, _) = disposed();
    let mut read = read(&desk.system.journal().to_lines()).unwrap();
    let told = CommandId::new("incident.log-INC-000007").unwrap();
    let outcome = read.journal().outcome(&told).unwrap();
    let first = read.journal().gone().next().unwrap().0;
    assert_eq!((outcome.events, outcome.first_index, outcome.digest), (2, first, None));
    assert_eq!((read.journal().gone_of(&told), desk.system.journal().gone_of(&told)), (2, 2));
    let body = json!({
        "channel": "phone", "requester": "ann", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown",
        "symptom": "INC-000007 smokes",
    });
    let (command, context) = named(&mut desk, "sd", "incident.log", "INC-000007", &body);
    let before = read.journal().next_index();
    assert_eq!(desk.system.execute(&command, &context).unwrap().len(), 0, "this one saw the command itself");
    assert_eq!(read.execute(&command, &context).unwrap_err().code(), "journal.command_gone");
    let other = json!({"channel": "phone", "requester": "bob", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown", "symptom": "s"});
    let (command, _) = named(&mut desk, "sd", "incident.log", "INC-000009", &other);
    assert_eq!(desk.system.execute(&command, &context).unwrap_err().code(), "journal.command_reused");
    assert_eq!(read.execute(&command, &context).unwrap_err().code(), "journal.command_gone");
    assert_eq!(read.journal().next_index(), before);
}
