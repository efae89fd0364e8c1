//! Records that were disposed of: the store keeps no text of them, every desk shows the same, and every proof holds.

use crate::desks::{at, call, check_replay, command, context, publish, set_up};
use crate::faults::Faulty;
use crate::places::{File, Memory, Place, Server, SqlPlace};
use crate::plans::{Grows, plan, said};
use itsm::evidence::of_journal;
use itsm::kernel::{
    CommandId, Context, EventRow, LogEntry, LogRow, PersonalRow, PlanRows, RecordId, Removed,
};
use itsm::system::{ProcessName, ServiceManagementSystem};
use itsm_store::sql::Statement;
use itsm_store::{Capabilities, Desk, Driver, Journal, MemoryJournal, Outcome, SqlJournal, StoreError};
use serde_json::json;

/// After three days a closed incident may go.
const LATE: i64 = 4 * 24 * 60;
const SECRET: &str = "the caller had a smoking gun";

/// A desk with an incident that is over, of four events, and one that is open.
fn with_a_past<J: Journal>(desk: &mut Desk<J>) {
    set_up(desk);
    publish(
        desk,
        "retention",
        &json!({"retention": {"classes": {"days": {"keep": {"days": 3}}}, "records": {"incident": "days"}}}),
    );
    desk.execute(&call("u-1"), &context(1, "sd", Some("c-1"))).unwrap();
    desk.execute(&call("u-2"), &context(2, "sd", Some("c-2"))).unwrap();
    let cancel = command("incident.cancel", Some("INC-000001"), &json!({"reason": SECRET}));
    desk.execute(&cancel, &context(3, "incm", Some("c-3"))).unwrap();
}

/// The disposal, up to what carries it out.
fn ordered<J: Journal>(desk: &mut Desk<J>) -> (itsm::system::Command, Context) {
    let order = json!({"dispose": {"records": [{"process": "incident", "record": "INC-000001"}]}});
    let request = json!({"order": order, "legal_basis": "retention schedule", "method": "rows deleted"});
    let told = |kind: &str, by, body, minute, desk: &mut Desk<J>| {
        let id = format!("{kind}-1");
        desk.execute(&command(kind, Some("DSP-1"), &body), &context(minute, by, Some(&id))).unwrap();
    };
    told("disposal.request", "doc", request, LATE, desk);
    told("disposal.approve", "po", json!({}), LATE + 1, desk);
    let carry_out = command("disposal.carry_out", Some("DSP-1"), &json!({}));
    (carry_out, context(LATE + 2, "doc", Some("carry-out")))
}

fn lines<J: Journal>(desk: &Desk<J>) -> String {
    desk.system().journal().to_lines()
}

fn gone(rows: &[LogRow]) -> usize {
    rows.iter().filter(|row| row.line().is_none()).count()
}

/// Whatever is asked of two desks, they say the same.
fn alike<J: Journal, K: Journal>(one: &Desk<J>, other: &Desk<K>) {
    let (one, other) = (one.system(), other.system());
    assert_eq!(one.journal().to_lines(), other.journal().to_lines());
    assert_eq!(one.digest(), other.digest());
    assert_eq!(one.next_wakeup(), other.next_wakeup());
    assert_eq!(one.next_id(ProcessName::Incident), other.next_id(ProcessName::Incident));
    assert_eq!(one.journal().latest(), other.journal().latest());
    assert_eq!(one.as_of(at(10)).unwrap().digest(), other.as_of(at(10)).unwrap().digest());
    assert!(one.as_of(at(10)).unwrap().incident("INC-000001").is_none());
}

fn is_destroyed<J: Journal>(open: impl Fn() -> J) {
    let mut desk = Desk::open(open(), None).unwrap();
    with_a_past(&mut desk);
    let (carry_out, context_of) = ordered(&mut desk);
    let mut beside = Desk::open(open(), None).unwrap();
    let before = desk.verify().unwrap();
    let (rows, text) = (open().log(0, 1000).unwrap(), lines(&desk));
    assert_eq!((gone(&rows), text.contains(SECRET)), (0, true), "it is only approved");

    desk.execute(&carry_out, &context_of).unwrap();
    let after = open().log(0, 1000).unwrap();
    let took: Vec<_> = after.iter().filter(|row| row.line().is_none()).map(|row| row.index).collect();
    let of = "\"process\":\"incident\",\"record\":\"INC-000001\",\"recorded_at\"";
    let named = |row: &&LogRow| row.line().unwrap().contains(of);
    assert_eq!(took, rows.iter().filter(named).map(|row| row.index).collect::<Vec<_>>());
    assert_eq!(took.len(), 4);
    for (row, was) in after.iter().zip(&rows) {
        assert_eq!((row.index, row.leaf), (was.index, was.leaf), "the hash stays");
        assert!(row.line().is_none() || row == was, "and nothing else changes");
    }
    assert_eq!(open().stream("incident/INC-000001", 0, 100).unwrap(), []);
    assert_eq!(open().stream("incident/INC-000002", 0, 100).unwrap().len(), 2);
    let personal = open().personal(0, u64::MAX).unwrap();
    assert!(!personal.is_empty() && personal.iter().all(|row| row.stream != "incident/INC-000001"));

    // Whoever had it open, and whoever comes later.
    assert!(lines(&beside).contains(SECRET), "nobody has told it yet");
    beside.catch_up().unwrap();
    let mut opened = Desk::open(open(), None).unwrap();
    alike(&desk, &beside);
    alike(&desk, &opened);
    assert!(!lines(&desk).contains(SECRET));
    check_replay(open()).unwrap();
    let head = desk.verify().unwrap();
    assert_eq!((opened.verify().unwrap(), beside.verify().unwrap()), (head, head));
    let tree = of_journal(opened.system().journal());
    let proof = tree.consistency_proof(before.size, head.size).unwrap();
    proof.verify(&before, &head).unwrap();
    for row in &rows {
        let entry = row.line().unwrap().as_bytes();
        tree.inclusion_proof(row.index, head.size).unwrap().verify(entry, &head).unwrap();
    }

    // The ids of its commands stay used, and its own.
    let length = opened.system().journal().next_index();
    let again = opened.execute(&carry_out, &context(LATE + 3, "sd", Some("carry-out"))).unwrap();
    assert_eq!((again.attempts, again.events.is_empty()), (0, false));
    // What it said is not kept, not even as a digest from which it could be guessed.
    for (id, cause, code) in [
        ("c-1", call("u-1"), "journal.command_gone"),
        ("c-1", call("u-9"), "journal.command_gone"),
        ("carry-out", call("u-9"), "journal.command_reused"),
    ] {
        let again = opened.execute(&cause, &context(LATE + 3, "sd", Some(id))).unwrap_err();
        assert_eq!(again.code(), code, "{id}");
    }
    assert_eq!(opened.journal().outcome(&CommandId::new("c-1").unwrap()).unwrap().unwrap().events, 2);
    let excuse = json!({"reason": "again"});
    let on = opened
        .execute(&command("incident.cancel", Some("INC-000001"), &excuse), &context(LATE + 3, "incm", None));
    assert_eq!(on.unwrap_err().code(), "command.record_disposed");
    assert_eq!(opened.system().journal().next_index(), length);
    let logged = opened.execute(&call("u-3"), &context(LATE + 4, "sd", None)).unwrap();
    assert_eq!(logged.events[0].head.record.as_str(), "INC-000003");
    desk.catch_up().unwrap();
    alike(&desk, &opened);
}

/// What a plan removes, of any text.
fn removals_are_checked<J: Journal>(mut journal: J) {
    let take = |stream: &str, version| {
        let disposal = RecordId::new("DSP-1").unwrap();
        let removed = vec![Removed { stream: stream.into(), version, disposal }];
        PlanRows { removed, ..plan(0).grows(&format!("disposal/{stream}-{version}"), None, &["taken"]) }
    };
    journal.append(&plan(0).grows("incident/I-1", None, &["a", "b"]).under("c-1", "x")).unwrap();
    journal.append(&plan(0).grows("incident/I-2", None, &["a"])).unwrap();
    journal.append(&plan(0).grows("incident/I-1", Some(2), &["c"])).unwrap();
    journal.settle().unwrap();
    let rows = journal.log(0, 100).unwrap();
    for (stream, version) in [("incident/I-1", 2), ("incident/I-1", 4), ("incident/I-9", 1)] {
        let refused = said(journal.append(&take(stream, version)));
        assert_eq!(
            refused,
            format!("journal.guard_moved: `{stream}` has changed since the decision read it")
        );
    }
    assert_eq!(journal.log(0, 100).unwrap(), rows, "nothing of it was done");
    journal.append(&take("incident/I-1", 3)).unwrap();
    let twice =
        PlanRows { streams: Vec::new(), ..take("incident/I-1", 3).grows("disposal/D-9", None, &["x"]) };
    assert_eq!(
        said(journal.append(&twice)),
        "journal.guard_moved: `incident/I-1` has changed since the decision read it"
    );
    journal.settle().unwrap();
    let after = journal.log(0, 100).unwrap();
    assert_eq!((gone(&after), after.len()), (3, 5));
    for most in 1..6 {
        for from in 0..5_usize {
            let page = journal.log(from as u64, most).unwrap();
            assert_eq!(page, after[from..(from + most).min(5)], "{from} {most}");
        }
    }
    let LogEntry::Gone(first) = &after[0].entry else { panic!("{:?}", after[0]) };
    assert_eq!((first.stream.as_str(), first.version, first.disposal.as_str()), ("incident/I-1", 1, "DSP-1"));
    assert_eq!(first.command, Some(CommandId::new("c-1").unwrap()));
    assert_eq!(after[2], rows[2]);
}

#[test]
fn in_memory() {
    let place = Memory::default();
    is_destroyed(|| place.open());
    removals_are_checked(Memory::default().open());
}

#[test]
fn in_a_file() {
    let place = File::new();
    is_destroyed(|| Place::open(&place));
    removals_are_checked(Place::open(&File::new()));
}

#[test]
fn in_postgres() {
    let Some(place) = Server::new() else { return };
    is_destroyed(|| Place::open(&place));
    removals_are_checked(Place::open(&Server::alone(&place.address)));
}

fn say<P: SqlPlace>(place: &P, sql: &str) {
    let statement = Statement { sql: sql.into(), parameters: Vec::new(), asks: false };
    place.try_open(None).unwrap().driver().run(&statement).unwrap();
}

/// What a host does in its transaction, and what waits for its place, is gone with it or not at all.
fn holds_within_the_hosts_transaction<P: SqlPlace>(place: &P) {
    let mut desk = Desk::open(place.try_open(None).unwrap(), None).unwrap();
    with_a_past(&mut desk);
    let (carry_out, context) = ordered(&mut desk);
    let begin = |desk: &mut Desk<SqlJournal<P::Driver>>, sql: &str| {
        let statement = Statement { sql: sql.into(), parameters: Vec::new(), asks: false };
        desk.journal().driver().run(&statement).unwrap();
    };
    let rows = desk.plan(&carry_out, &context).unwrap().rows();
    for end in ["ROLLBACK", "COMMIT"] {
        begin(&mut desk, "BEGIN");
        desk.journal().append_within(&rows).unwrap();
        begin(&mut desk, end);
        let kept = place.try_open(None).unwrap().log(0, 100).unwrap();
        assert_eq!(gone(&kept), if end == "COMMIT" { 4 } else { 0 }, "{end}");
    }
    // The disposal waits for its place: whoever opens it now gives it one.
    let opened = Desk::open(place.try_open(None).unwrap(), None).unwrap();
    desk.catch_up().unwrap();
    alike(&desk, &opened);
    // What is committed and has no place yet has no hash that could stay.
    begin(&mut desk, "BEGIN");
    desk.journal().append_within(&plan(0).grows("incident/I-1", None, &["a"])).unwrap();
    begin(&mut desk, "COMMIT");
    let disposal = RecordId::new("DSP-2").unwrap();
    let removed = vec![Removed { stream: "incident/I-1".into(), version: 1, disposal }];
    let take = PlanRows { removed, ..plan(0).grows("disposal/DSP-2", None, &["taken"]) };
    assert_eq!(desk.journal().append(&take).unwrap_err().code(), "journal.guard_moved");
    desk.journal().settle().unwrap();
    desk.journal().append(&take).unwrap();
}

#[test]
fn with_a_hosts_rows_in_a_file() {
    holds_within_the_hosts_transaction(&File::new());
}

#[test]
fn with_a_hosts_rows_in_postgres() {
    let Some(place) = Server::new() else { return };
    holds_within_the_hosts_transaction(&place);
}

/// Whoever reads page after page may meet the beginning of a stream with its text and the rest without.
#[test]
fn a_disposal_between_two_pages_is_followed() {
    let mut journal = MemoryJournal::new();
    let mut desk = Desk::open(journal.clone(), None).unwrap();
    with_a_past(&mut desk);
    let (carry_out, context) = ordered(&mut desk);
    let before = journal.log(0, 1000).unwrap();
    desk.execute(&carry_out, &context).unwrap();
    let after = journal.log(0, 1000).unwrap();
    for cut in 0..before.len() {
        let mut system = ServiceManagementSystem::new();
        system.follow(before[..cut].to_vec()).unwrap();
        system.follow(after[cut..].to_vec()).unwrap();
        system.is_whole().unwrap();
        assert_eq!(system.digest(), desk.system().digest(), "{cut}");
        assert_eq!(system.journal().to_lines(), lines(&desk), "{cut}");
        let by_half =
            before[..cut].iter().any(|row| row.line().is_some_and(|line| line.contains("INC-000001")))
                && gone(&after[cut..]) > 0;
        let at_once = [&before[..cut], &after[cut..]].concat();
        let mut system = ServiceManagementSystem::new();
        let read = system.follow(at_once).map_err(|error| error.code());
        assert_eq!(read, if by_half { Err("journal.altered") } else { Ok(()) }, "{cut}");
        // What was refused is not folded, and what follows in truth is.
        let from = usize::try_from(system.journal().next_index()).unwrap();
        system.follow(after[from..].to_vec()).unwrap();
        assert_eq!((system.is_whole(), system.digest()), (Ok(()), desk.system().digest()), "{cut}");
    }
    let mut cut_off = ServiceManagementSystem::new();
    cut_off.follow(after[..before.len()].to_vec()).unwrap();
    assert_eq!(cut_off.is_whole().unwrap_err().code(), "journal.altered");
}

/// Somebody disposes of a record after the log was settled and before it is read.
struct Late(MemoryJournal, Option<PlanRows>);

impl Journal for Late {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        self.0.append(plan)
    }
    fn settle(&mut self) -> Result<(), StoreError> {
        self.0.settle()
    }
    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        self.1.take().map_or(Ok(()), |plan| self.0.append(&plan))?;
        self.0.log(from, most)
    }
    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        self.0.stream(stream, after, most)
    }
    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        self.0.personal(from, until)
    }
    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        self.0.outcome(command)
    }
    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
}

#[test]
fn a_disposal_that_waits_for_its_place_is_waited_for() {
    let journal = MemoryJournal::new();
    let mut desk = Desk::open(journal.clone(), None).unwrap();
    with_a_past(&mut desk);
    let (carry_out, context) = ordered(&mut desk);
    let rows = desk.plan(&carry_out, &context).unwrap().rows();
    let opened = Desk::open(Late(journal, Some(rows)), None).unwrap();
    desk.catch_up().unwrap();
    alike(&desk, &opened);
}

/// A store that drops text by itself, or keeps what a disposal took, is no journal any more.
fn a_store_that_drops_text_is_found_out<P: SqlPlace>(fresh: impl Fn() -> P, prefix: impl Fn(&P) -> String) {
    let bare = "kind = NULL, schema = NULL, at = NULL, recorded_at = NULL, actor = NULL, body = NULL";
    type Spoil = Box<dyn Fn(&str) -> Vec<String>>;
    let nameless: Spoil =
        Box::new(move |p| vec![format!("UPDATE {p}event SET {bare} WHERE stream = 'incident/INC-000002'")]);
    let named: Spoil = Box::new(move |p| {
        vec![
            format!("UPDATE {p}event SET {bare} WHERE stream = 'incident/INC-000002'"),
            format!(
                "INSERT INTO {p}gone (stream, version, disposal) VALUES ('incident/INC-000002', 2, 'DSP-1')"
            ),
        ]
    });
    let one_more: Spoil = Box::new(move |p| {
        vec![format!(
            "UPDATE {p}event SET {bare}, stream = 'incident/INC-000001', version = 5 WHERE stream = 'incident/INC-000002' AND version = 2"
        )]
    });
    let other_disposal: Spoil = Box::new(|p| vec![format!("UPDATE {p}gone SET disposal = 'DSP-9'")]);
    let by_half: Spoil = Box::new(|p| {
        vec![format!(
            "UPDATE {p}event SET body = '{{\"a\":1}}' WHERE stream = 'incident/INC-000001' AND version = 2"
        )]
    });
    let altered = ["journal.altered", "journal.altered"];
    for (name, spoil, codes) in [
        ("no row of its own", nameless, ["store.corrupt", "store.corrupt"]),
        ("a disposal that did not take it", named, altered),
        // The version of the stream that it was taken from is not that of its last event, too.
        ("an event too many", one_more, ["journal.altered", "store.corrupt"]),
        ("another disposal", other_disposal, altered),
        ("a text where none is", by_half, altered),
    ] {
        let place = fresh();
        let mut desk = Desk::open(place.try_open(None).unwrap(), None).unwrap();
        with_a_past(&mut desk);
        let (carry_out, context) = ordered(&mut desk);
        desk.execute(&carry_out, &context).unwrap();
        desk.verify().unwrap();
        spoil(&prefix(&place)).iter().for_each(|sql| say(&place, sql));
        let opened = Desk::open(place.try_open(None).unwrap(), None).map(|_| ()).unwrap_err();
        assert_eq!([opened.code(), desk.verify().unwrap_err().code()], codes, "{name}");
    }
}

#[test]
fn a_file_that_drops_text_is_found_out() {
    a_store_that_drops_text_is_found_out(File::new, |_| "itsm_".into());
}

#[test]
fn a_postgres_that_drops_text_is_found_out() {
    let Some(server) = Server::new() else { return };
    a_store_that_drops_text_is_found_out(|| Server::alone(&server.address), |place| place.prefix.clone());
}

/// A library's own connection writes over what it deletes.
#[test]
fn nothing_of_it_is_left_in_the_file() {
    let place = File::new();
    let holds = || {
        let files = std::fs::read_dir(place.folder())
            .unwrap()
            .map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.flatten().collect::<Vec<_>>().windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes())
    };
    let mut desk = Desk::open(place.try_open(None).unwrap(), None).unwrap();
    with_a_past(&mut desk);
    let (carry_out, context) = ordered(&mut desk);
    assert!(holds());
    desk.execute(&carry_out, &context).unwrap();
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    desk.journal().driver().connection().query_row(checkpoint, [], |_| Ok(())).unwrap();
    assert!(!holds());
}

/// Whatever goes wrong while a disposal is carried out: both, or neither.
#[test]
fn no_fault_leaves_half_a_disposal() {
    let (mut carried, mut failed) = (0, 0);
    for seed in 0..300_u64 {
        let journal = MemoryJournal::new();
        let mut desk = Desk::open(journal.clone(), None).unwrap();
        with_a_past(&mut desk);
        let (carry_out, context) = ordered(&mut desk);
        let faulty = |attempt: u64| {
            let mut faulty = Faulty::new(journal.clone(), journal.clone(), seed * 100 + attempt, 30);
            faulty.minute = LATE + 2;
            faulty
        };
        let open = (0..50_u64).find_map(|attempt| Desk::open(faulty(attempt), None).ok());
        let mut client = open.expect("it opens some time");
        let told = client.execute(&carry_out, &context);
        let mut reader = journal.clone();
        reader.settle().unwrap();
        let rows = reader.log(0, 1000).unwrap();
        let done =
            rows.iter().any(|row| row.line().is_some_and(|line| line.contains("\"disposal.carried_out\"")));
        assert_eq!(gone(&rows), if done { 4 } else { 0 }, "{seed}");
        assert!(done || told.is_err(), "{seed}");
        if told.is_err() {
            failed += 1;
            client.journal().rate = 0;
            client.execute(&carry_out, &context).unwrap();
        }
        carried += 1;
        desk.catch_up().unwrap();
        alike(&desk, &client);
        check_replay(journal.clone()).unwrap();
    }
    assert!(carried > 200 && failed > 20, "{carried} {failed}");
}
