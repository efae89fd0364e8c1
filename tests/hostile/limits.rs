//! Every limit of the table, at its last allowed value and one beyond.

use super::bodies::{COMMANDS, DESK};
use itsm::kernel::{Actor, CommandId, Context, DocumentFault, Instant, Role, UnitId, limits, strict};
use itsm::priority::PriorityMatrix;
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemEvent, SystemJournal};
use itsm::time::BusinessCalendar;

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

fn by(role: Role, now: &str) -> Context {
    Context::new(at(now), Actor::new("p-1", [role]).expect("an actor")).with_entropy([1; 32])
}

fn read(text: &str) -> Result<Command, CommandError> {
    Command::from_json(text.as_bytes())
}

fn execute(
    desk: &mut ServiceManagementSystem,
    text: &str,
    context: &Context,
) -> Result<Vec<SystemEvent>, CommandError> {
    desk.execute(&read(text)?, context)
}

fn work(note: &str) -> String {
    format!(r#"{{"kind":"incident.work","record":"INC-000001","body":{{"note":"{note}"}}}}"#)
}

#[test]
fn bytes_of_a_command() {
    let short = work("x");
    let full = format!("{short}{}", " ".repeat(limits::COMMAND_BYTES - short.len()));
    assert!(read(&full).is_ok());
    assert_eq!(read(&format!("{full} ")).expect_err("one too many").code(), "document.too_large");
}

#[test]
fn bytes_of_a_policy() {
    let text = include_str!("../../fuzz/seeds/calendar_document/office.json");
    let full = format!("{text}{}", " ".repeat(limits::POLICY_BYTES - text.len()));
    assert!(BusinessCalendar::from_json(full.as_bytes()).is_ok());
    assert!(BusinessCalendar::from_json(format!("{full} ").as_bytes()).is_err());
    let published = COMMANDS[0];
    let full = format!("{published}{}", " ".repeat(limits::POLICY_BYTES - published.len()));
    assert!(read(&full).is_ok(), "a policy comes in a command");
    assert_eq!(read(&format!("{full} ")).expect_err("one too many").code(), "document.too_large");
}

#[test]
fn bytes_of_an_event() {
    let journal = DESK.journal().to_lines();
    let logged = journal.lines().position(|line| line.contains("incident.logged")).expect("an incident");
    let padded = |bytes: usize| {
        let lines = journal.lines().enumerate().map(|(index, line)| match index == logged {
            true => format!("{line}{}\n", " ".repeat(bytes - line.len())),
            false => format!("{line}\n"),
        });
        SystemJournal::from_lines(&lines.collect::<String>())
    };
    assert!(padded(limits::EVENT_BYTES).is_ok());
    assert_eq!(padded(limits::EVENT_BYTES + 1).expect_err("one too many").code(), "document.too_large");
}

#[test]
fn what_is_appended_can_be_read_back_and_nothing_larger_is_appended() {
    // A text within its limit may be six times as long in an event: what has to be escaped.
    let log = |bytes: usize| {
        let reason = format!("{}{}", r"\u0001".repeat(bytes / 6), "x".repeat(bytes % 6));
        format!(
            r#"{{"kind":"incident.log","body":{{"channel":"phone","symptom":"s","occurred_at":"2026-11-23T01:30:00Z","service":"unknown","requester":"u-1","no_ci_reason":"{reason}"}}}}"#
        )
    };
    let context = by(Role::ServiceDesk, "2026-11-23T02:00:00Z");
    let mut desk = DESK.clone();
    let small = execute(&mut desk, &log(0), &context).expect("logged")[0].canonical_bytes().len();
    let full = limits::EVENT_BYTES - small;
    let events = execute(&mut desk, &log(full), &context).expect("the last that fits");
    assert_eq!(events[0].canonical_bytes().len(), limits::EVENT_BYTES);
    let refused = execute(&mut desk, &log(full + 1), &context).expect_err("one too many");
    assert_eq!(refused.code(), "command.event_too_large");
    SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal of our own");
}

#[test]
fn a_calendar_of_years_is_published_and_read_back() {
    let holidays: Vec<_> = (0..limits::LIST as i32)
        .map(|day| format!(r#""{}""#, chrono::NaiveDate::from_epoch_days(10_000 + day).expect("a date")))
        .collect();
    let text = format!(
        r#"{{"kind":"policy.publish","record":"years","body":{{"version":1,"effective_from":"2026-01-01T00:00:00Z","document":{{"calendar":{{"zone":"UTC","week":{{}},"holidays":[{}]}}}}}}}}"#,
        holidays.join(",")
    );
    let mut desk = DESK.clone();
    let events =
        execute(&mut desk, &text, &by(Role::ProcessOwner, "2026-11-23T02:00:00Z")).expect("published");
    assert!(events[0].canonical_bytes().len() > limits::EVENT_BYTES);
    let journal = SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal of our own");
    let again = ServiceManagementSystem::replay(journal).expect("a journal of our own");
    assert_eq!(again.digest(), desk.digest());
}

#[test]
fn events_of_a_command() {
    // Each level is an event, and so is each notice that it asks for.
    let classified = |more: usize| {
        let levels: Vec<_> = (0..32)
            .map(|level| {
                let notices = (more - 32) / 32 + usize::from(level < (more - 32) % 32);
                let told = Role::ALL.iter().take(notices).map(|role| format!("\"{role}\""));
                let notify = told.collect::<Vec<_>>().join(",");
                format!(r#"{{"id":"l-{level}","at":{{"percent":50}},"kind":"warning","notify":[{notify}]}}"#)
            })
            .collect();
        let clause = format!(
            r#"{{"id":"c","metric":"resolution","target":{{"unit":"elapsed","seconds":60}},"levels":[{}]}}"#,
            levels.join(",")
        );
        let agreement = format!(
            r#"{{"kind":"policy.publish","record":"sla","body":{{"version":1,"effective_from":"2026-01-01T00:00:00Z","document":{{"agreement":{{"name":"n","precedence":0,"selection":"precedence","clauses":[{clause}]}}}}}}}}"#
        );
        let mut desk = ServiceManagementSystem::new();
        let owner = by(Role::ProcessOwner, "2026-11-23T02:00:00Z");
        for text in &COMMANDS[..3] {
            execute(&mut desk, text, &owner).expect("published");
        }
        execute(&mut desk, &agreement, &owner).expect("published");
        execute(&mut desk, COMMANDS[4], &by(Role::ServiceDesk, "2026-11-23T02:00:00Z")).expect("logged");
        execute(&mut desk, COMMANDS[5], &by(Role::ServiceDesk, "2026-11-24T02:00:00Z"))
    };
    let few = classified(32).expect("classified").len();
    let most = limits::EVENTS_PER_COMMAND - few + 32;
    assert_eq!(classified(most).expect("the last that fits").len(), limits::EVENTS_PER_COMMAND);
    let refused = classified(most + 1).expect_err("one too many");
    assert!(refused.refusal().expect("by a guard").lacks("events"));
}

#[test]
fn depth_and_members() {
    let deep =
        |depth: usize| strict::scan(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes(), 1_000);
    assert_eq!(deep(limits::DEPTH), Ok(()));
    assert_eq!(deep(limits::DEPTH + 1).expect_err("one too many").fault, DocumentFault::TooDeep);
    let list =
        |members: usize| strict::scan(format!("[{}1]", "1,".repeat(members - 1)).as_bytes(), 1_000_000);
    assert_eq!(list(limits::LIST), Ok(()));
    assert_eq!(
        list(limits::LIST + 1).expect_err("one too many").fault,
        DocumentFault::TooMany { limit: limits::LIST }
    );
    let object = |members: usize| {
        let keys: Vec<_> = (0..members).map(|key| format!(r#""{key}":1"#)).collect();
        strict::scan(format!("{{{}}}", keys.join(",")).as_bytes(), 1_000_000)
    };
    assert_eq!(object(limits::LIST), Ok(()));
    assert_eq!(
        object(limits::LIST + 1).expect_err("one too many").fault,
        DocumentFault::TooMany { limit: limits::LIST }
    );
}

#[test]
fn bytes_of_an_identifier() {
    assert!(CommandId::new("x".repeat(limits::ID_BYTES)).is_ok());
    assert!(CommandId::new("x".repeat(limits::ID_BYTES + 1)).is_err());
    assert!(UnitId::new("网".repeat(limits::ID_BYTES / 3 + 1)).is_err(), "bytes, not characters");
}

#[test]
fn bytes_of_a_text() {
    let context = by(Role::ServiceDesk, "2026-11-23T02:00:00Z");
    let mut desk = DESK.clone();
    assert!(execute(&mut desk, &work(&"x".repeat(limits::TEXT_BYTES)), &context).is_ok());
    let long = "x".repeat(limits::TEXT_BYTES + 1);
    let logged = r#"{"channel":"phone","symptom":"s","occurred_at":"2026-11-23T01:30:00Z","service":"unknown","requester":"u-1","#;
    // Of every process that is told texts; those that may be absent, or stand in a list or under a name, have the same limit.
    for (kind, body, path) in [
        ("incident.work", r#"{"note":"TEXT"}"#, "note"),
        ("incident.cancel", r#"{"reason":"TEXT"}"#, "reason"),
        ("incident.assign", r#"{"group":"network","no_sla_reason":"TEXT"}"#, "no_sla_reason"),
        ("incident.log", &format!(r#"{logged}"no_ci_reason":"TEXT"}}"#), "no_ci_reason"),
        ("incident.log", &format!(r#"{logged}"reporter":"TEXT"}}"#), "reporter"),
        (
            "major_incident.declare",
            r#"{"incident":"INC-000001","manual_reason":"TEXT","manager":"p-mim"}"#,
            "manual_reason",
        ),
        ("service_request.cancel", r#"{"reason":"TEXT"}"#, "reason"),
        (
            "problem.identify_cause",
            r#"{"root_cause":{"cause":"TEXT","evidence":[],"similar":{"searched":"s"}}}"#,
            "root_cause.cause",
        ),
        (
            "known_error.edit",
            r#"{"content":{"problem":"PRB-1","symptoms":"s","items":[{"ci":"srv-1","versions":["9","TEXT"]}]}}"#,
            "content.items[0].versions[1]",
        ),
        ("problem_candidate.decline", r#"{"reason":"TEXT"}"#, "reason"),
        ("configuration_item.update", r#"{"attributes":{"os":"TEXT"}}"#, "attributes.os"),
        ("definitive_item.withdraw", r#"{"reason":"TEXT"}"#, "reason"),
        ("configuration_audit.cancel", r#"{"reason":"TEXT"}"#, "reason"),
        (
            "planned_activity.perform",
            r#"{"done_at":"2026-11-23T01:30:00Z","evidence":{"reference":"TEXT"}}"#,
            "evidence.reference",
        ),
        ("planned_activity.retire", r#"{"reason":"TEXT"}"#, "reason"),
        ("legal_hold.place", r#"{"subject":"p-1","reason":"r","authority":"TEXT"}"#, "authority"),
        (
            "disposal.request",
            r#"{"order":{"dispose":{"records":[]}},"legal_basis":"b","method":"TEXT"}"#,
            "method",
        ),
        ("disposal.cancel", r#"{"reason":"TEXT"}"#, "reason"),
        ("change.implement", r#"{"steps":["swapped","TEXT"],"verification":"v"}"#, "steps[1]"),
        (
            "change.close",
            r#"{"linked_updated":true,"no_ci_difference":{"db-1":"TEXT"}}"#,
            "no_ci_difference.db-1",
        ),
        ("change_model.suspend", r#"{"reason":"TEXT"}"#, "reason"),
        ("release.vote", r#"{"decision":"return","comment":"TEXT"}"#, "comment"),
        ("waiver.revoke", r#"{"reason":"TEXT"}"#, "reason"),
    ] {
        let command = |text: &str| {
            let body = body.replace("TEXT", text);
            read(&format!(r#"{{"kind":"{kind}","record":"X-1","body":{body}}}"#))
        };
        assert_eq!(command("x").err(), None, "{kind}");
        let refused = command(&long).expect_err("one too many");
        assert_eq!(refused.code(), "document.shape", "{kind}");
        let words = refused.to_string();
        assert!(words.contains(&format!("at `body.{path}`:")), "{kind}: {words}");
        assert!(words.contains("a text has at most 32768 bytes, this one has `32769`"), "{kind}: {words}");
    }
}

#[test]
fn windows_of_a_day() {
    let day = |windows: usize| {
        let windows = vec![r#"["09:00","10:00"]"#; windows].join(",");
        BusinessCalendar::from_json(format!(r#"{{"zone":"UTC","week":{{"mon":[{windows}]}}}}"#).as_bytes())
    };
    assert!(day(limits::WINDOWS_PER_DAY).is_ok());
    assert_eq!(
        day(limits::WINDOWS_PER_DAY + 1).expect_err("one too many").code(),
        "calendar.too_many_windows"
    );
}

#[test]
fn names_and_levels_of_a_matrix() {
    let iso = itsm::priority::Preset::Iso.document();
    let named = |bytes: usize| {
        let mut document = iso.clone();
        document.name = "x".repeat(bytes);
        PriorityMatrix::new(document)
    };
    assert!(named(limits::LABEL_BYTES).is_ok());
    assert!(named(limits::LABEL_BYTES + 1).is_err());
    let levels = |levels: usize| {
        let mut document = iso.clone();
        let last = document.priority.levels.last().expect("a level").clone();
        while document.priority.levels.len() < levels {
            let mut next = last.clone();
            next.level = u8::try_from(100 + document.priority.levels.len()).expect("a level");
            document.priority.levels.push(next);
        }
        PriorityMatrix::new(document)
    };
    assert!(levels(limits::SCALE_LEVELS).is_ok());
    assert!(levels(limits::SCALE_LEVELS + 1).is_err());
}
