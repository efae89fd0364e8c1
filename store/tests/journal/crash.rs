//! A process that writes is killed at any moment: what it was told is kept, is there, once, in whole.

use crate::desks::{Came, Sent, call, check, check_replay, context, set_up};
use crate::faults::Chance;
use crate::places::{File, Server, SqlPlace, nightly, opening, server_alone};
use crate::plans::{Grows, plan};
use crate::planted::Rewriting;
use itsm_store::sql::Statement;
use itsm_store::{
    Desk, Driver, Journal, PostgresDriver, PostgresJournal, SqlJournal, SqliteJournal, StoreError,
};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Calls under ids of their own, each told to whoever listens once it is kept.
fn write_for_ever<D: Driver>(journal: SqlJournal<D>, first: u64) {
    let mut desk = Desk::open(journal, None).unwrap();
    set_up(&mut desk);
    println!("\nready");
    for number in first.. {
        let name = format!("w-{number}");
        let context = context(100, "sd", Some(&name));
        for _ in 0..1_000 {
            match desk.execute(&call(&name), &context) {
                Ok(_) => break,
                Err(StoreError::Command(refused)) => panic!("{refused}"),
                // The server is away: the same command again, under its id.
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
        println!("kept {name}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
#[ignore = "the process that the tests of crashes kill; they run it"]
fn writer() {
    let place = std::env::var("ITSM_WRITER").expect("said by who runs it");
    let first = std::env::var("ITSM_WRITER_FIRST").unwrap().parse().unwrap();
    match place.split_once(' ') {
        None => write_for_ever(SqliteJournal::at(place, &opening(None)).unwrap(), first),
        Some((prefix, address)) => {
            let server = Server { prefix: prefix.to_owned(), ..Server::alone(address) };
            write_for_ever(server.try_open(None).unwrap(), first);
        }
    }
}

/// The process, and what it has said so far.
struct Writer {
    process: Child,
    said: Arc<Mutex<Vec<String>>>,
    listener: std::thread::JoinHandle<()>,
}

impl Writer {
    fn start(place: &str, first: u64) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::writer", "--ignored", "--nocapture"])
            .env("ITSM_WRITER", place)
            .env("ITSM_WRITER_FIRST", first.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(Vec::new()));
        let (out, hears) = (process.stdout.take().unwrap(), Arc::clone(&said));
        let listener = std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                hears.lock().unwrap().push(line);
            }
        });
        Self { process, said, listener }
    }

    fn has_said(&self, what: &str) -> bool {
        self.said.lock().unwrap().iter().any(|line| line.starts_with(what))
    }

    /// Waits until it has said so, but not for ever.
    fn wait_for(&mut self, what: &str) {
        for _ in 0..6_000 {
            if self.has_said(what) {
                return;
            }
            assert!(self.process.try_wait().unwrap().is_none(), "the writer ended by itself");
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the writer never said `{what}`");
    }

    /// SIGKILL; the names of what it was told is kept.
    fn kill(mut self) -> Vec<String> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.listener.join().unwrap();
        let said = self.said.lock().unwrap();
        // A line that was cut in its midst is no word.
        said.iter().filter_map(|line| line.strip_prefix("kept ")).map(str::to_owned).collect()
    }
}

/// All that was ever sent to a place; what was told is kept, and what was perhaps under way.
fn sent(told: &[String], next: u64) -> Vec<Sent> {
    let one = |number: u64| {
        let name = format!("w-{number}");
        let came = if told.contains(&name) { Came::Told } else { Came::Unknown };
        Sent { id: Some(name.clone()), caller: Some(name.clone()), command: call(&name), came }
    };
    (0..next).map(one).collect()
}

fn last_number(told: &[String]) -> Option<u64> {
    told.iter().filter_map(|name| name.strip_prefix("w-")?.parse().ok()).max()
}

#[test]
fn a_killed_writer_of_a_file_loses_nothing_it_was_told() {
    let mut chance = Chance::new(5);
    let mut kept = 0;
    for file in 0..if nightly() { 100 } else { 20 } {
        let place = File::new();
        let path = place.path().display().to_string();
        let (mut told, mut next) = (Vec::new(), 0);
        for cycle in 0..10 {
            let mut writer = Writer::start(&path, next);
            // The first of a file sometimes while its tables are made.
            if cycle > 0 || file % 2 == 0 {
                writer.wait_for("ready");
            }
            std::thread::sleep(Duration::from_micros(chance.below(25_000)));
            told.extend(writer.kill());
            // One beyond what it was told may have been under way.
            next = last_number(&told).map_or(0, |last| last + 1) + 1;
            if let Err(what) = check(place.try_open(None).unwrap(), &sent(&told, next + 1)) {
                panic!("file {file}, cycle {cycle}: {what}");
            }
        }
        check_replay(place.try_open(None).unwrap()).unwrap();
        kept += told.len();
    }
    assert!(kept > 50, "the writers wrote: {kept}");
}

fn open(server: &Server) -> PostgresJournal {
    let mut attempts = 0;
    loop {
        match server.try_open(None) {
            Ok(journal) => return journal,
            Err(error) if attempts > 200 => panic!("{error}"),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
        attempts += 1;
    }
}

/// What the killed one had sent is over: its commit came, or never will.
fn settled(server: &Server, name: &str) {
    let mut client = server.client();
    let asked = "SELECT count(*) FROM pg_stat_activity WHERE application_name = $1";
    while client.query_one(asked, &[&name]).unwrap().get::<_, i64>(0) > 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn admin(what: &str) {
    let admin = std::env::var("ITSM_POSTGRES_ADMIN").expect("scripts/postgres says it");
    assert!(Command::new(admin).arg(what).status().unwrap().success(), "{what}");
}

#[test]
fn a_killed_writer_of_postgres_or_its_server_loses_nothing_that_was_told() {
    let Some((address, _alone)) = server_alone() else { return };
    let mut chance = Chance::new(7);
    let mut kept = 0;
    for round in 0..if nightly() { 100 } else { 5 } {
        let server = Server::alone(&address);
        let name = format!("writer{}", server.prefix);
        let place = format!("{} {address} application_name={name}", server.prefix);
        let (mut told, mut next) = (Vec::new(), 0);
        for cycle in 0..10 {
            let mut writer = Writer::start(&place, next);
            if cycle > 0 || round % 2 == 0 {
                writer.wait_for("ready");
            }
            std::thread::sleep(Duration::from_micros(chance.below(150_000)));
            if cycle == 5 && std::env::var("ITSM_POSTGRES_ADMIN").is_ok() {
                // The server goes as in a power cut; the writer comes to itself when it is back.
                admin("crash");
                admin("start");
                let before = writer.said.lock().unwrap().len();
                while writer.said.lock().unwrap().len() < before + 2 {
                    assert!(writer.process.try_wait().unwrap().is_none(), "the writer ended by itself");
                    std::thread::sleep(Duration::from_millis(5));
                }
            } else if cycle % 3 == 1 {
                let ended =
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1";
                server.client().query(ended, &[&name]).unwrap();
                std::thread::sleep(Duration::from_micros(chance.below(30_000)));
            }
            told.extend(writer.kill());
            settled(&server, &name);
            next = last_number(&told).map_or(0, |last| last + 1) + 1;
            if let Err(what) = check(open(&server), &sent(&told, next + 1)) {
                panic!("round {round}, cycle {cycle}: {what}");
            }
        }
        check_replay(open(&server)).unwrap();
        kept += told.len();
    }
    assert!(kept > 30, "the writers wrote: {kept}");
}

/// The connection ends under a driver: it says so, and is another one for the next transaction.
#[test]
fn a_lost_connection_is_told_and_made_anew() {
    let Some(server) = Server::new() else { return };
    let mut desk = Desk::open(server.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    let driver: &mut PostgresDriver = desk.journal().driver();
    let pid: i32 = driver.client().unwrap().query_one("SELECT pg_backend_pid()", &[]).unwrap().get(0);
    server.client().query("SELECT pg_terminate_backend($1)", &[&pid]).unwrap();
    std::thread::sleep(Duration::from_millis(50));
    let called = desk.execute(&call("a"), &context(100, "sd", Some("a")));
    assert_eq!(called.unwrap_err().code(), "store.unavailable", "nothing was begun");
    assert_eq!(desk.execute(&call("a"), &context(100, "sd", Some("a"))).unwrap().attempts, 1);
}

/// With its connection a transaction of the host's is gone, and no other takes its place unseen.
#[test]
fn a_transaction_of_the_hosts_is_not_committed_on_another_connection() {
    let Some(server) = Server::new() else { return };
    let mut killer = server.client();
    let rewrite = move |driver: &mut PostgresDriver, statement: &Statement| {
        // In the midst of the plan, when its savepoint is there.
        if statement.sql.starts_with("DO $$") {
            let client = driver.client().unwrap();
            let pid: i32 = client.query_one("SELECT pg_backend_pid()", &[]).unwrap().get(0);
            killer.query("SELECT pg_terminate_backend($1)", &[&pid]).unwrap();
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    };
    let driver = Rewriting { driver: server.driver().unwrap(), rewrite };
    let mut journal = SqlJournal::open(driver, server.kit(), &opening(None)).unwrap();
    journal.driver().driver.client().unwrap().batch_execute("BEGIN").unwrap();
    let lost = journal.append_within(&plan(0).grows("incident/I-1", None, &["a"])).unwrap_err();
    assert_eq!(lost.code(), "store.unavailable");
    assert!(journal.driver().driver.client().is_none(), "the host has nothing to commit on");
    assert_eq!(journal.stream("incident/I-1", 0, 10).unwrap(), [], "whoever reads gets a new one");
}
