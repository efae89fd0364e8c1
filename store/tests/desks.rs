//! Two desks on one journal, in memory, in a file and in PostgreSQL: both see the same, and neither undoes the other.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

use itsm::kernel::{Actor, CommandId, Context, Instant, Role};
use itsm::system::Command;
use itsm_store::{Desk, Journal, MemoryJournal, StoreError};
use serde_json::{Value, json};

fn command(kind: &str, record: &str, body: &Value) -> Command {
    Command::from_json(json!({"kind": kind, "record": record, "body": body}).to_string().as_bytes()).unwrap()
}

fn context(minute: i64, role: &str, id: Option<&str>) -> Context {
    let now = Instant::parse("2026-11-23T01:30:00Z").unwrap().plus_s(minute * 60).unwrap();
    let context = Context::new(now, Actor::new(role, Role::from_code(role)).unwrap()).with_entropy([7; 32]);
    Context { command_id: id.map(|id| CommandId::new(id).unwrap()), ..context }
}

fn office() -> Value {
    let day = json!([["09:00", "18:00"]]);
    json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z",
        "document": {"calendar": {"zone": "Asia/Shanghai", "week": {"mon": day, "tue": day}}}})
}

fn two_desks_agree<J: Journal>(open: impl Fn() -> J) {
    let mut one = Desk::open(open(), None).unwrap();
    let mut other = Desk::open(open(), None).unwrap();
    let publish = command("policy.publish", "office", &office());
    assert_eq!(one.execute(&publish, &context(1, "po", Some("c-1"))).unwrap().events.len(), 1);
    let rules = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z",
        "document": {"change": {"calendar": "office"}}});
    other.execute(&command("policy.publish", "chg", &rules), &context(2, "po", Some("c-2"))).unwrap();
    assert_eq!(other.system().journal().events().len(), 2, "the other one followed before it decided");
    let again = one.execute(&publish, &context(3, "po", Some("c-1"))).unwrap();
    assert_eq!((again.attempts, again.events.len()), (0, 1), "a repeated command changes nothing");
    let reused = other.execute(&command("policy.publish", "cal", &office()), &context(3, "po", Some("c-1")));
    assert_eq!(reused.unwrap_err().code(), "journal.command_reused");
    // Planned on what was there; the other one is faster.
    let late = one.plan(&command("policy.publish", "cal", &office()), &context(4, "po", None)).unwrap();
    other.execute(&command("policy.publish", "cal", &office()), &context(4, "po", None)).unwrap();
    let conflict = one.journal().append(&late.rows()).unwrap_err();
    assert!(conflict.is_conflict(), "{conflict}");
    one.catch_up().unwrap();
    other.catch_up().unwrap();
    assert_eq!(one.system().digest(), other.system().digest());
    let head = one.verify().unwrap();
    assert_eq!(head, itsm::evidence::of_journal(one.system().journal()).head());
    assert_eq!(head.size, 3);
    let replayed = itsm::system::SystemJournal::from_lines(&one.system().journal().to_lines()).unwrap();
    assert_eq!(itsm::evidence::of_journal(&replayed).head(), head, "its lines are what was hashed");
    assert_eq!(one.journal().stream("policy/office", 0, 10).unwrap().len(), 1);
    let refused = one.execute(&command("policy.publish", "cal", &office()), &context(9, "po", None));
    assert!(matches!(refused.unwrap_err(), StoreError::Command(_)));
}

#[test]
fn in_memory() {
    let journal = MemoryJournal::new();
    two_desks_agree(|| journal.clone());
}

#[cfg(feature = "sqlite")]
#[test]
fn in_a_file() {
    let folder = std::env::temp_dir().join(format!("itsm-desks-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("desk.db");
    let opening = itsm_store::Opening { tenant: None, own: true };
    two_desks_agree(|| itsm_store::SqliteJournal::at(&path, &opening).unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}

#[cfg(feature = "postgres")]
#[test]
fn in_postgres() {
    use itsm_store::sql::{Engine, Kit};
    let Ok(url) = std::env::var("ITSM_POSTGRES") else {
        eprintln!("SKIPPED: ITSM_POSTGRES names no database");
        return;
    };
    let prefix = format!("t{}_", std::process::id());
    two_desks_agree(|| {
        let url = url.clone();
        let driver =
            itsm_store::PostgresDriver::new(move || postgres::Client::connect(&url, postgres::NoTls));
        let kit = Kit::with(Engine::Postgres, itsm_store::sql::Placeholders::Dollar, &prefix).unwrap();
        itsm_store::PostgresJournal::open(driver.unwrap(), kit, &itsm_store::Opening::default()).unwrap()
    });
}
