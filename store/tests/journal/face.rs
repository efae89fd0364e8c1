//! The journal as the packages of other languages have it: one statement at a time, through a driver of their own.

use crate::desks::context;
use crate::places::File;
use itsm_store::{Driver, Exchange, JournalHandle, SqliteDriver, Step, StoreError};
use serde_json::{Value, json};

fn run(driver: &mut SqliteDriver, mut exchange: Exchange<Value>) -> Result<Value, StoreError> {
    let mut step = exchange.step(None);
    loop {
        step = match step {
            Step::Run(statement) => exchange.step(Some(driver.run(&statement))),
            Step::Pause(_) => exchange.step(None),
            Step::Done(came) => return came,
        }
    }
}

fn driver(path: &std::path::Path) -> SqliteDriver {
    SqliteDriver::over(rusqlite::Connection::open(path).unwrap())
}

fn who() -> Vec<u8> {
    let now = context(5, "po", None).now;
    json!({"now": now, "actor": {"id": "p-1", "roles": ["po"]}}).to_string().into_bytes()
}

fn office(id: &str) -> Vec<u8> {
    let calendar = json!({"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}});
    let body =
        json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": {"calendar": calendar}});
    json!({"kind": "policy.publish", "record": id, "body": body}).to_string().into_bytes()
}

#[test]
fn a_plan_of_another_desk_is_not_appended() {
    let place = File::new();
    let mut connection = driver(&place.path());
    let [one, other] = [("a_", "a"), ("b_", "b")].map(|(prefix, tenant)| {
        let desk = JournalHandle::new("sqlite", None, Some(prefix), Some(tenant)).unwrap();
        run(&mut connection, desk.open(true)).unwrap();
        desk
    });
    let who_of = |tenant: &str| {
        let mut context: Value = serde_json::from_slice(&who()).unwrap();
        context["tenant"] = json!(tenant);
        context.to_string().into_bytes()
    };
    run(&mut connection, one.execute(&office("first"), &who_of("a")).unwrap()).unwrap();
    run(&mut connection, other.execute(&office("first"), &who_of("b")).unwrap()).unwrap();
    let of_one = one.system().plan(&office("second"), &who_of("a")).unwrap();
    let refused = run(&mut connection, other.append_within(&of_one)).unwrap_err();
    assert_eq!(refused.code(), "journal.other_tenant");
    // The same tenant, and another journal.
    let third = JournalHandle::new("sqlite", None, Some("c_"), Some("a")).unwrap();
    run(&mut connection, third.open(true)).unwrap();
    let refused = run(&mut connection, third.append_within(&of_one)).unwrap_err();
    assert_eq!(refused.code(), "journal.other_tenant");
    run(&mut connection, one.append_within(&of_one)).unwrap();
    assert_eq!(run(&mut connection, one.catch_up()).unwrap(), json!(2));
    assert_eq!(run(&mut connection, other.catch_up()).unwrap(), json!(1));
}

#[test]
fn what_is_erased_is_written_over() {
    let place = File::new();
    let mut connection = driver(&place.path());
    let desk = JournalHandle::new("sqlite", None, None, None).unwrap();
    run(&mut connection, desk.open(true)).unwrap();
    let overwrites: i64 =
        connection.connection().query_row("PRAGMA secure_delete", [], |row| row.get(0)).unwrap();
    assert_eq!(overwrites, 1);
}
