//! Sixteen writers at once, and readers that follow all along: what each of them saw, held against what was committed.

use crate::conformance::whole_log;
use crate::desks::{Came, Sent, call, check, command, context, set_up};
use crate::faults::Chance;
use crate::places::{Place, Server, SqlPlace, nightly};
use crate::plans::{Grows, plan};
use itsm::kernel::EventRow;
use itsm_store::sql::Statement;
use itsm_store::{Desk, Driver, Journal, PostgresJournal, StoreError};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const WRITERS: u64 = 16;

fn stretch() -> Duration {
    Duration::from_secs(if nightly() { 300 } else { 10 })
}

pub fn say<D: Driver>(driver: &mut D, sql: &str) {
    driver.run(&Statement { sql: sql.into(), parameters: Vec::new(), asks: false }).unwrap();
}

/// Events by stream and version.
pub type Named = (String, u64);

pub fn named(line: &str) -> Named {
    let row = EventRow::read(line.to_owned()).unwrap();
    (row.stream.to_string(), row.version)
}

/// What is wrong with what a reader saw: each event that was committed once, each stream in its order.
pub fn judge(seen: &[Named], committed: &[Named]) -> Result<(), String> {
    let mut versions = BTreeMap::<&str, u64>::new();
    for (stream, version) in seen {
        let last = versions.entry(stream).or_default();
        if *version != *last + 1 {
            return Err(format!("`{stream}` went from {last} to {version}"));
        }
        *last = *version;
    }
    let mut committed = committed.to_vec();
    committed.sort();
    let mut sorted = seen.to_vec();
    sorted.sort();
    if sorted != committed {
        return Err(format!("{} were committed, {} were seen", committed.len(), sorted.len()));
    }
    Ok(())
}

/// One writer of events; now and then in a transaction of the host's that stays open.
fn write(journal: &mut PostgresJournal, number: u64, orders: &str, over: &AtomicBool) -> (Vec<Named>, u64) {
    let mut chance = Chance::new(number + 100);
    let (mut committed, mut rows) = (Vec::new(), 0);
    let mut heads = BTreeMap::<String, u64>::new();
    while !over.load(Ordering::Relaxed) {
        // A stream of its own, and one that all write.
        let mut rows_of_plan = plan(0);
        for stream in [format!("incident/I-{number}"), "change/C-all".to_owned()] {
            if stream.starts_with("change") && chance.below(4) > 0 {
                continue;
            }
            let head = heads.get(&stream).copied();
            let said = ["a", "b", "c"];
            let count = usize::try_from(chance.below(3)).unwrap() + 1;
            rows_of_plan = rows_of_plan.grows(&stream, head, &said[..count]);
        }
        let appended = if chance.below(4) == 0 {
            say(journal.driver(), "BEGIN");
            say(journal.driver(), &format!("INSERT INTO {orders} (writer) VALUES ({number})"));
            let appended = journal.append_within(&rows_of_plan);
            std::thread::sleep(Duration::from_millis(chance.below(30)));
            say(journal.driver(), if appended.is_ok() { "COMMIT" } else { "ROLLBACK" });
            rows += u64::from(appended.is_ok());
            appended
        } else {
            journal.append(&rows_of_plan)
        };
        match appended {
            Ok(()) => {
                committed.extend(
                    rows_of_plan.events.iter().map(|event| (event.stream.to_string(), event.version)),
                );
                let grown =
                    rows_of_plan.streams.iter().map(|stream| (stream.stream.to_string(), stream.version));
                heads.extend(grown);
            }
            Err(StoreError::Append(itsm::kernel::AppendError::Conflict { stream, actual })) => {
                heads.extend(actual.map(|actual| (stream.to_string(), actual)));
            }
            Err(error) if error.is_conflict() => {}
            Err(error) => panic!("{error}"),
        }
        if chance.below(8) == 0 {
            journal.settle().unwrap();
        }
    }
    (committed, rows)
}

#[test]
fn a_reader_misses_nothing_that_sixteen_writers_commit() {
    let Some(server) = Server::new() else { return };
    let orders = format!("{}orders", server.prefix);
    server.open();
    server.client().batch_execute(&format!("CREATE TABLE {orders} (writer bigint)")).unwrap();
    let over = AtomicBool::new(false);
    let written = Mutex::new((Vec::new(), 0_u64));
    let mut seen = Vec::new();
    std::thread::scope(|scope| {
        for number in 0..WRITERS {
            let (server, over, written, orders) = (&server, &over, &written, &orders);
            scope.spawn(move || {
                let (committed, rows) = write(&mut server.open(), number, orders, over);
                let mut written = written.lock().unwrap();
                written.0.extend(committed);
                written.1 += rows;
            });
        }
        let mut reader = server.open();
        let begun = Instant::now();
        let mut follow = |reader: &mut PostgresJournal| {
            reader.settle().unwrap();
            let from = u64::try_from(seen.len()).unwrap();
            let rows = reader.log(from, 1_000).unwrap();
            for (place, row) in (from..).zip(&rows) {
                assert_eq!(row.index, place, "a gap");
                seen.push(named(row.line().unwrap()));
            }
            rows.len()
        };
        while begun.elapsed() < stretch() {
            follow(&mut reader);
            std::thread::sleep(Duration::from_millis(2));
        }
        over.store(true, Ordering::Relaxed);
        while written.lock().unwrap().0.is_empty() || begun.elapsed() < stretch() + Duration::from_millis(500)
        {
            follow(&mut reader);
            std::thread::sleep(Duration::from_millis(2));
        }
    });
    let mut reader = server.open();
    let log: Vec<_> = whole_log(&mut reader).iter().map(|line| named(line)).collect();
    assert!(log.starts_with(&seen), "what was read once stays as it was");
    let (committed, rows) = written.into_inner().unwrap();
    judge(&log, &committed).unwrap();
    let kept = server.client().query_one(&format!("SELECT count(*) FROM {orders}"), &[]).unwrap();
    assert_eq!(u64::try_from(kept.get::<_, i64>(0)).unwrap(), rows, "the host's rows and ours together");
    assert!(committed.len() > 100 && rows > 5, "{} events, {rows} of the host's", committed.len());
}

/// A record's number is the name of its stream, and that its stream is new is the claim to it: nobody gives a number twice, and everybody
/// comes through.
#[test]
fn sixteen_desks_never_give_a_number_twice() {
    const CALLS: usize = 5;
    let Some(server) = Server::new() else { return };
    set_up(&mut Desk::open(server.open(), None).unwrap());
    let numbers = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for number in 0..WRITERS {
            let (server, numbers) = (&server, &numbers);
            scope.spawn(move || {
                let mut desk = Desk::open(server.open(), None).unwrap();
                for nth in 0..CALLS {
                    let called = call(&format!("n-{number}-{nth}"));
                    let carried = desk.execute(&called, &context(100, "sd", None)).unwrap();
                    numbers.lock().unwrap().push(carried.events[0].head.record.to_string());
                }
            });
        }
    });
    let mut numbers = numbers.into_inner().unwrap();
    numbers.sort();
    let all = usize::try_from(WRITERS).unwrap() * CALLS;
    let expected: Vec<_> = (1..=all).map(|number| format!("INC-{number:06}")).collect();
    assert_eq!(numbers, expected, "each once, and none left out");
    // The two that decide: the row of the stream's version, and the key of its events.
    let mut journal = server.try_open(None).unwrap();
    let again = plan(0).grows("incident/INC-000001", None, &["a"]);
    assert_eq!(journal.append(&again).unwrap_err().code(), "journal.conflict");
    let forget = format!("DELETE FROM {}head WHERE stream = 'incident/INC-000001'", server.prefix);
    say(journal.driver(), &forget);
    assert!(journal.append(&again).is_err(), "the key of the events alone is enough");
    assert_eq!(journal.stream("incident/INC-000001", 0, 9).unwrap().len(), 2);
}

/// Sixteen desks take calls, all of them for the next number of an incident.
#[test]
fn sixteen_desks_come_to_one_state() {
    let Some(server) = Server::new() else { return };
    set_up(&mut Desk::open(server.open(), None).unwrap());
    let begun = Instant::now();
    let (sent, digests) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let contended = Mutex::new(0);
    std::thread::scope(|scope| {
        let desks: Vec<_> = (0..WRITERS)
            .map(|number| {
                let (server, sent, contended) = (&server, &sent, &contended);
                scope.spawn(move || {
                    let mut desk = Desk::open(server.open(), None).unwrap();
                    for call_number in 0.. {
                        if begun.elapsed() > stretch() {
                            break;
                        }
                        let name = format!("d-{number}-{call_number}");
                        let called = call(&name);
                        let came = match desk.execute(&called, &context(100, "sd", Some(&name))) {
                            Ok(carried) => Came::Kept(carried.events),
                            Err(StoreError::Contended { .. }) => {
                                *contended.lock().unwrap() += 1;
                                Came::Refused
                            }
                            Err(error) => panic!("{error}"),
                        };
                        let one = Sent { id: Some(name.clone()), caller: Some(name), command: called, came };
                        sent.lock().unwrap().push(one);
                    }
                    desk
                })
            })
            .collect();
        let desks: Vec<_> = desks.into_iter().map(|desk| desk.join().unwrap()).collect();
        for mut desk in desks {
            desk.catch_up().unwrap();
            digests.lock().unwrap().push(desk.system().digest());
        }
    });
    let sent = sent.into_inner().unwrap();
    let digest = check(server.open(), &sent).unwrap();
    assert!(digests.into_inner().unwrap().iter().all(|other| *other == digest), "one state");
    eprintln!("{} calls, {} given up", sent.len(), contended.into_inner().unwrap());
    assert!(sent.len() > 20);
}

/// A service on two items of which one is enough; two standard changes in one hour that each take one of them away.
pub fn gate<J: Journal>(desk: &mut Desk<J>) {
    let told = |desk: &mut Desk<J>, by: &str, kind: &str, record: &str, body: Value| {
        desk.execute(&command(kind, Some(record), &body), &context(0, by, None)).unwrap();
    };
    set_up(desk);
    let publish = crate::desks::publish;
    let attributes = json!({"ram": {"kind": "text"}});
    let types = json!({"server": {"critical": true, "attributes": attributes}, "service": {"service": true, "attributes": attributes}});
    publish(desk, "cfg", &json!({"configuration": {"calendar": "office", "types": types}}));
    publish(desk, "chg", &json!({"change": {"calendar": "office"}}));
    for item in ["app-1", "app-2"] {
        let body = json!({"configuration": {"type": "server", "name": item, "attributes": {"ram": "32"}, "relations": []},
            "owner": "olga", "phase": "live"});
        told(desk, "cfgm", "configuration_item.take_over", item, body);
    }
    let either = |to: &str| json!({"from": "shop", "to": to, "kind": "depends_on", "group": "apps"});
    let body = json!({"configuration": {"type": "service", "name": "shop", "attributes": {"ram": "32"}, "gates": {"apps": "any"},
        "relations": [either("app-1"), either("app-2")]}, "owner": "olga", "phase": "live"});
    told(desk, "cfgm", "configuration_item.take_over", "shop", body);
    let terms = json!({"title": "patch", "steps": ["patch"], "back_out": "restore", "scope": {"types": ["server"]},
        "risk": {"probability": 1, "impact": 3}});
    told(desk, "l3", "change_model.propose", "CHM-1", json!({"terms": terms}));
    told(desk, "chgm", "change_model.approve", "CHM-1", json!({"valid_until": "2027-01-01T00:00:00Z"}));
    for number in 1..=2 {
        let change = format!("CHG-{number}");
        let rfc = json!({"title": "patch", "reason": "monthly", "benefit": "b", "not_doing": "n", "services": ["shop"],
            "cis": [format!("app-{number}")], "wished_for": "2026-11-30T00:00:00Z"});
        told(desk, "user", "change.draft", &change, json!({"rfc": rfc}));
        told(desk, "user", "change.submit", &change, json!({}));
    }
}

/// The command that schedules one of them.
pub fn schedule(number: u64) -> itsm::system::Command {
    let window = json!({"from": "2026-11-24T02:00:00Z", "until": "2026-11-24T03:00:00Z"});
    let body = json!({"model": "CHM-1", "implementer": format!("ivan-{number}"), "window": window});
    command("change.schedule_standard", Some(&format!("CHG-{number}")), &body)
}

#[test]
fn two_changes_that_break_a_gate_together_are_not_both_scheduled() {
    let Some(server) = Server::new() else { return };
    for round in 0..6 {
        let place = Server::alone(&server.address);
        gate(&mut Desk::open(place.open(), None).unwrap());
        let desks: Vec<_> = (0..2).map(|_| Desk::open(place.open(), None).unwrap()).collect();
        // Each alone could be: both were planned on what was there.
        if round == 0 {
            for (number, desk) in (1..).zip(&desks) {
                let planned = desk.plan(&schedule(number), &context(10, "user", None)).unwrap();
                assert!(planned.processes.contains("change"), "{:?}", planned.processes);
            }
        }
        let scheduled: Vec<_> = std::thread::scope(|scope| {
            let both: Vec<_> = (1..)
                .zip(desks)
                .map(|(number, mut desk)| {
                    scope.spawn(move || {
                        desk.execute(&schedule(number), &context(10, "user", None)).map(|_| ())
                    })
                })
                .collect();
            both.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let refused = scheduled.iter().filter(|one| matches!(one, Err(StoreError::Command(_)))).count();
        assert_eq!(refused, 1, "{scheduled:?}");
        assert_eq!(scheduled.iter().filter(|one| one.is_ok()).count(), 1, "{scheduled:?}");
    }
}

/// The same, with the second in a transaction of the host's that was open before the first was planned.
#[test]
fn no_transaction_of_the_hosts_slips_past_a_gate() {
    let Some(server) = Server::new() else { return };
    gate(&mut Desk::open(server.open(), None).unwrap());
    let mut host = Desk::open(server.try_open(None).unwrap(), None).unwrap();
    let mut other = Desk::open(server.open(), None).unwrap();
    let late = host.plan(&schedule(1), &context(10, "user", None)).unwrap().rows();
    say(host.journal().driver(), "BEGIN");
    other.execute(&schedule(2), &context(10, "user", None)).unwrap();
    let error = host.journal().append_within(&late).unwrap_err();
    assert!(error.is_conflict(), "{error}");
    say(host.journal().driver(), "COMMIT");
    assert!(matches!(host.execute(&schedule(1), &context(10, "user", None)), Err(StoreError::Command(_))));
}
